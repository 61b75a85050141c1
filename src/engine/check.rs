//! What an assessment says against itself: gaps, figures without grounds, reds without treatment.

use super::accept::{Accepted, accepted, bands_now, bands_then};
use super::score::direct_risk;
use super::{OverviewRow, Risk, RiskSource, Scope, overview};
use crate::domain::{
    Activity, ActivityAnswer, Assessment, Catalogue, Consequence, ConsequenceFigure, Date,
    Dimension, LevelNumber, Method, Origin, Perspective, Rating, RiskAnswer, Status, ThreatId,
    Treatment,
};
use crate::finding::{Axis, Fact, Field, Findings, Location};

/// Checks an assessment as it stands on a day.
///
/// Findings: `ASM101`–`ASM116`. `file` names the assessment in the findings.
#[must_use]
pub fn check(
    assessment: &Assessment,
    catalogue: &Catalogue,
    method: &Method,
    as_of: Date,
    file: &str,
) -> Findings {
    let mut findings = Findings::new();
    let overview = overview(assessment, catalogue, method);
    for row in &overview.rows {
        let scope = Scope { catalogue, method, perspectives: &assessment.perspectives };
        let accepted = accepted(row.answer, scope, as_of);
        let mut checker = Checker { row, scope, accepted, file, findings: &mut findings };
        checker.activity(as_of);
    }
    for activity in catalogue.active().filter(|activity| activity.is_numbered()) {
        if !assessment.activities.contains_key(&activity.id) {
            let location = Location::Answer {
                file: file.to_owned(),
                activity: activity.id.clone(),
                threat: None,
                line: None,
            };
            findings.push(location, Fact::ActivityMissing { title: activity.title.clone() });
        }
    }
    findings.sorted()
}

struct Checker<'a, 'f> {
    row: &'a OverviewRow<'a>,
    scope: Scope<'a>,
    accepted: Option<Accepted>,
    file: &'a str,
    findings: &'f mut Findings,
}

impl<'a> Checker<'a, '_> {
    fn report(&mut self, threat: Option<&ThreatId>, fact: Fact) {
        let location = Location::Answer {
            file: self.file.to_owned(),
            activity: self.row.id.clone(),
            threat: threat.cloned(),
            line: None,
        };
        self.findings.push(location, fact);
    }

    fn answer(&self) -> &'a ActivityAnswer {
        self.row.answer
    }

    fn activity(&mut self, as_of: Date) {
        let answer = self.answer();
        self.acceptance(answer);
        if answer.status == Status::NotApplicable {
            if answer.status_reason.as_deref().is_none_or(is_blank) {
                self.report(None, Fact::NotApplicableWithoutReason {});
            }
            return;
        }
        self.coverage(answer);
        self.starting_figures(answer);
        if let Some(due) = answer.review_by.filter(|due| *due < as_of) {
            self.report(None, Fact::ReviewOverdue { due: due.to_string() });
        }
        self.risk_answer(None, &answer.direct);
        for (id, threat) in &answer.threats {
            match &threat.not_relevant {
                Some(reason) if is_blank(reason) => {
                    self.report(Some(id), Fact::NotApplicableWithoutReason {});
                }
                Some(_) => {}
                None => self.risk_answer(Some(id), &threat.risk),
            }
        }
        for risk in &self.row.risk.risks {
            self.risk(risk);
        }
        self.direct_set_aside(answer);
    }

    /// An acceptance that holds no more is none, and one that nobody gives never was.
    fn acceptance(&mut self, answer: &ActivityAnswer) {
        let Some(acceptance) = &answer.acceptance else { return };
        let (no_name, no_role) = (is_blank(&acceptance.by), is_blank(&acceptance.role));
        if no_name || no_role {
            self.report(None, Fact::AcceptanceWithoutName { no_name, no_role });
            return;
        }
        let by = acceptance.by.clone();
        match (self.accepted, acceptance.until) {
            (Some(Accepted::Reopened), _) => {
                let fact = Fact::AcceptanceReopened {
                    by,
                    on: acceptance.on.to_string(),
                    then: Box::new(bands_then(acceptance, self.scope.method)),
                    now: Box::new(bands_now(answer, self.scope)),
                    changed: Vec::new(),
                };
                self.report(None, fact);
            }
            (Some(Accepted::Expired), Some(until)) => {
                self.report(None, Fact::AcceptanceExpired { by, until: until.to_string() });
            }
            _ => {}
        }
    }

    /// Threats decide as soon as one is rated; they must not hide a worse direct figure.
    fn direct_set_aside(&mut self, answer: &ActivityAnswer) {
        let direct = direct_risk(answer, self.scope);
        if let (Some((_, deciding)), Some(direct)) = (self.row.risk.current(), direct)
            && direct.current.band.rank > deciding.band.rank
        {
            let (direct, deciding) = (direct.current.band.into(), deciding.band.into());
            self.report(None, Fact::DirectSetAside { direct, deciding });
        }
    }

    fn coverage(&mut self, answer: &ActivityAnswer) {
        if self.row.risk.current().is_some() {
            return;
        }
        if answer.status == Status::Assessed {
            // A rated threat may hit only dimensions that nobody has rated.
            let threats = answer.threats.values().filter(|threat| threat.not_relevant.is_none());
            let mut likelihoods =
                threats.map(|threat| threat.risk.likelihood).chain([answer.direct.likelihood]);
            let has_likelihood = likelihoods.any(|likelihood| likelihood.rated().is_some());
            let axis = if has_likelihood { Axis::Consequence } else { Axis::Likelihood };
            self.report(None, Fact::AssessedWithoutFigures { axis });
        } else {
            self.report(None, Fact::NotAssessed {});
        }
    }

    /// Own figures that leave the starting value need a reason; starting values need a look.
    fn starting_figures(&mut self, answer: &ActivityAnswer) {
        let mut unconfirmed = Vec::new();
        for ((perspective, dimension), figure) in &answer.consequences.figures {
            match figure.origin {
                Origin::Catalogue if answer.status == Status::Assessed => {
                    unconfirmed.push(*dimension);
                }
                Origin::Catalogue | Origin::Kl => {}
                Origin::Own => self.own_figure(*perspective, *dimension, figure),
            }
        }
        if !unconfirmed.is_empty() {
            self.report(None, Fact::StartingFigureUnconfirmed { dimensions: unconfirmed });
        }
    }

    fn own_figure(
        &mut self,
        perspective: Perspective,
        dimension: Dimension,
        figure: &ConsequenceFigure,
    ) {
        let starting = starting_level(self.row.activity, self.scope.method, perspective, dimension);
        let unchanged = figure.rating.rated().is_some() && figure.rating.rated() == starting;
        let has_reason = figure.reason.as_deref().is_some_and(|reason| !is_blank(reason));
        if unchanged || has_reason {
            return;
        }
        let fact = match figure.rating {
            Rating::Rated(level) => Fact::ReasonMissing {
                field: Field::Consequence(perspective, dimension),
                starting: starting.map(LevelNumber::number),
                own: level.to_string(),
            },
            Rating::NotApplicable => Fact::NotApplicableWithoutReason {},
            Rating::NotRated => return,
        };
        self.report(None, fact);
    }

    fn risk_answer(&mut self, threat: Option<&ThreatId>, risk: &RiskAnswer) {
        if let Some(likelihood) = risk.likelihood.rated()
            && risk.reason.as_deref().is_none_or(is_blank)
        {
            self.report(threat, Fact::LikelihoodWithoutReason { likelihood });
        }
        for action in &risk.actions {
            let no_owner = action.owner.as_deref().is_none_or(is_blank);
            let no_deadline = action.deadline.is_none();
            if no_owner || no_deadline {
                let action = action.what.clone();
                self.report(threat, Fact::ActionIncomplete { action, no_owner, no_deadline });
            }
        }
    }

    fn risk(&mut self, risk: &Risk<'_>) {
        let (threat, answer) = match &risk.source {
            RiskSource::Direct => (None, &self.answer().direct),
            RiskSource::Threat(id) => {
                let Some(answer) = self.answer().threats.get(id) else { return };
                (Some(id), &answer.risk)
            }
        };
        let axes = [
            (Axis::Likelihood, risk.current.likelihood.number(), risk.residual.likelihood.number()),
            (
                Axis::Consequence,
                risk.current.consequence.number(),
                risk.residual.consequence.number(),
            ),
        ];
        let mut is_lowered = false;
        for (axis, current, residual) in axes {
            if residual > current {
                self.report(threat, Fact::ResidualAboveCurrent { axis, current, residual });
            }
            is_lowered |= residual < current;
        }
        // Today's measures count in today's figure. With a treatment chosen, they may be what is
        // still taking effect; without one, or where the risk is carried as it is, nothing is.
        let is_left = matches!(answer.treatment, None | Some(Treatment::Accept));
        if is_lowered && answer.actions.is_empty() && (answer.measures.is_empty() || is_left) {
            let (measures, treatment) = (answer.measures.len(), answer.treatment);
            self.report(threat, Fact::ResidualWithoutMeasure { measures, treatment });
        }
        let is_accepted = self.accepted == Some(Accepted::Stands);
        if risk.current.band.requires_treatment && answer.treatment.is_none() && !is_accepted {
            let band = risk.current.band.into();
            self.report(threat, Fact::RedWithoutTreatment { band });
        }
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The catalogue's starting level under a method of the same size.
pub(super) fn starting_level(
    activity: Option<&Activity>,
    method: &Method,
    perspective: Perspective,
    dimension: Dimension,
) -> Option<Consequence> {
    if perspective != Perspective::DataSubject {
        return None;
    }
    let level = activity?.starting.as_ref()?.levels.get(&dimension)?;
    method.consequence.level(*level)
}
