//! Making and changing answers: what `init` and `assess` do, apart from reading and writing.

use crate::domain::{
    Action, Activity, ActivityAnswer, ActivityId, Assessment, Catalogue, CatalogueRef, Consequence,
    ConsequenceFigure, Consequences, Date, Dimension, Likelihood, Method, MethodRef, Municipality,
    Origin, Perspective, Rating, RiskAnswer, Status, System, ThreatId, Treatment,
};

/// A new assessment with every active activity and its starting figures.
///
/// Starting figures are offered only under a method with as many consequence levels as the catalogue's; under
/// another the figures are left unrated, since levels are never stretched in silence.
#[must_use]
pub fn new_assessment(
    municipality: &Municipality,
    round: &str,
    as_of: Date,
    catalogue: &Catalogue,
    method: &Method,
) -> Assessment {
    let activities = catalogue
        .active()
        .map(|activity| (activity.id.clone(), new_answer(activity, catalogue, method)))
        .collect();
    Assessment {
        municipality: municipality.code,
        municipality_name: municipality.name.clone(),
        round: round.to_owned(),
        as_of,
        catalogue: CatalogueRef::from(catalogue),
        method: MethodRef { id: method.id.clone(), version: method.version },
        perspectives: vec![Perspective::DataSubject],
        activities,
        own_sheets: Vec::new(),
    }
}

/// An untouched answer: the starting figures with their origin, and nothing else.
#[must_use]
pub fn new_answer(activity: &Activity, catalogue: &Catalogue, method: &Method) -> ActivityAnswer {
    let same_size = catalogue.consequence_levels == method.consequence.top_number();
    let starting = activity.starting.as_ref().filter(|_| same_size);
    let origin = starting.map_or(Origin::Catalogue, |starting| starting.origin);
    let figures = starting.into_iter().flat_map(|starting| &starting.levels).filter_map(
        |(dimension, level)| {
            let figure = ConsequenceFigure {
                rating: Rating::Rated(method.consequence.level(*level)?),
                origin,
                reason: None,
            };
            Some(((Perspective::DataSubject, *dimension), figure))
        },
    );
    ActivityAnswer {
        consequences: Consequences { figures: figures.collect() },
        ..ActivityAnswer::default()
    }
}

/// As [`new_answer`], by id; nothing at all for an id of another catalogue.
#[must_use]
pub fn untouched_answer(id: &ActivityId, catalogue: &Catalogue, method: &Method) -> ActivityAnswer {
    let activity = catalogue.activities.get(id);
    activity.map(|activity| new_answer(activity, catalogue, method)).unwrap_or_default()
}

/// A consequence figure to set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsequenceEdit {
    /// Whose.
    pub perspective: Perspective,
    /// Of which kind.
    pub dimension: Dimension,
    /// The level.
    pub level: Consequence,
}

/// Changes to one risk: of a threat where one is named, else the direct figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RiskEdit {
    /// The threat; missing means the direct figures.
    pub threat: Option<ThreatId>,
    /// Likelihood to set.
    pub likelihood: Option<Likelihood>,
    /// Why the threat does not arise here.
    pub not_relevant: Option<String>,
    /// Measures to set; they replace the ones there.
    pub measures: Option<Vec<String>>,
    /// Treatment to set.
    pub treatment: Option<Treatment>,
    /// Actions to set; they replace the ones there.
    pub actions: Option<Vec<Action>>,
    /// Residual likelihood to set.
    pub residual_likelihood: Option<Likelihood>,
    /// Residual consequence to set.
    pub residual_consequence: Option<Consequence>,
}

/// One call of `assess`: what to change in an answer. What is not named stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edit {
    /// Takes the starting figures over as the municipality's own.
    pub confirm: bool,
    /// Figures to set.
    pub consequences: Vec<ConsequenceEdit>,
    /// Likelihood, treatment, residual figures.
    pub risk: RiskEdit,
    /// Why; goes to every figure that this edit sets.
    pub reason: Option<String>,
    /// Status to set. Missing: an edit of figures starts what was not started.
    pub status: Option<Status>,
    /// Owner to set.
    pub owner: Option<String>,
    /// Note to set.
    pub note: Option<String>,
    /// System to add, or to change where one of this name is there.
    pub system: Option<System>,
    /// Who assessed.
    pub assessed_by: Option<String>,
    /// When.
    pub assessed_on: Option<Date>,
    /// Next review.
    pub review_by: Option<Date>,
}

impl Edit {
    /// Whether the edit changes nothing by itself.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let without_reason = Self { reason: None, ..self.clone() };
        let risk = RiskEdit { threat: None, ..self.risk.clone() };
        Self { risk, ..without_reason } == Self::default()
    }

    fn sets_figures(&self) -> bool {
        let risk = &self.risk;
        self.confirm
            || !self.consequences.is_empty()
            || risk.likelihood.is_some()
            || risk.not_relevant.is_some()
            || risk.residual_likelihood.is_some()
            || risk.residual_consequence.is_some()
    }
}

/// Applies an edit to an answer.
pub fn apply(answer: &mut ActivityAnswer, edit: &Edit) {
    if edit.confirm {
        confirm_starting(answer);
    }
    for change in &edit.consequences {
        set_consequence(answer, change, edit.reason.as_deref());
    }
    let risk = match &edit.risk.threat {
        None => &mut answer.direct,
        Some(id) => {
            let threat = answer.threats.entry(id.clone()).or_default();
            if edit.risk.not_relevant.is_some() {
                threat.not_relevant.clone_from(&edit.risk.not_relevant);
            } else if edit.risk.likelihood.is_some() {
                threat.not_relevant = None;
            }
            &mut threat.risk
        }
    };
    apply_risk(risk, &edit.risk, edit.reason.as_deref());
    apply_facts(answer, edit);
    apply_status(answer, edit);
}

/// Takes every starting figure over as the municipality's own.
pub fn confirm_starting(answer: &mut ActivityAnswer) {
    for figure in answer.consequences.figures.values_mut() {
        if figure.origin != Origin::Own {
            figure.origin = Origin::Own;
        }
    }
}

fn set_consequence(answer: &mut ActivityAnswer, change: &ConsequenceEdit, reason: Option<&str>) {
    let figure =
        answer.consequences.figures.entry((change.perspective, change.dimension)).or_insert(
            ConsequenceFigure { rating: Rating::NotRated, origin: Origin::Own, reason: None },
        );
    figure.rating = Rating::Rated(change.level);
    figure.origin = Origin::Own;
    if let Some(reason) = reason {
        figure.reason = Some(reason.to_owned());
    }
}

fn apply_risk(risk: &mut RiskAnswer, edit: &RiskEdit, reason: Option<&str>) {
    if let Some(likelihood) = edit.likelihood {
        // What was written for another level stays: `reasons_for_another` finds it, and people are asked.
        risk.likelihood = Rating::Rated(likelihood);
        if let Some(reason) = reason {
            risk.reason = Some(reason.to_owned());
        }
    }
    if let Some(measures) = &edit.measures {
        risk.measures.clone_from(measures);
    }
    if let Some(actions) = &edit.actions {
        let old = std::mem::replace(&mut risk.actions, actions.clone());
        for action in risk.actions.iter_mut().filter(|action| action.extra.is_empty()) {
            // What people wrote beside it in a workbook is still about it.
            let same = old.iter().find(|old| old.what == action.what);
            action.extra = same.map(|old| old.extra.clone()).unwrap_or_default();
        }
    }
    if edit.treatment.is_some() {
        risk.treatment = edit.treatment;
    }
    if let Some(level) = edit.residual_likelihood {
        risk.residual_likelihood = Rating::Rated(level);
    }
    if let Some(level) = edit.residual_consequence {
        risk.residual_consequence = Rating::Rated(level);
    }
}

fn apply_facts(answer: &mut ActivityAnswer, edit: &Edit) {
    for (field, value) in [
        (&mut answer.owner, &edit.owner),
        (&mut answer.note, &edit.note),
        (&mut answer.assessed.by, &edit.assessed_by),
    ] {
        if value.is_some() {
            field.clone_from(value);
        }
    }
    answer.assessed.on = edit.assessed_on.or(answer.assessed.on);
    answer.review_by = edit.review_by.or(answer.review_by);
    if let Some(system) = &edit.system {
        match answer.systems.iter_mut().find(|known| known.name == system.name) {
            Some(known) => {
                known.processor = system.processor.clone().or(known.processor.take());
                known.max_downtime_hours = system.max_downtime_hours.or(known.max_downtime_hours);
            }
            None => answer.systems.push(system.clone()),
        }
    }
}

fn apply_status(answer: &mut ActivityAnswer, edit: &Edit) {
    match edit.status {
        Some(Status::NotApplicable) => {
            answer.status = Status::NotApplicable;
            answer.status_reason = edit.reason.clone().or(answer.status_reason.take());
        }
        Some(status) => {
            answer.status = status;
            answer.status_reason = None;
        }
        None if edit.sets_figures() && answer.status == Status::NotStarted => {
            answer.status = Status::InProgress;
        }
        None => {}
    }
}
