//! What leaves the house when an assessment is shared, and what stays.
//!
//! Every struct of an answer is taken apart field by field, so that a new field does not compile
//! before somebody has decided whether it may leave.

use std::collections::{BTreeMap, BTreeSet};

use super::lint;
use crate::domain::{
    Acceptance, Action, Activity, ActivityAnswer, ActivityId, Assessed, Assessment, Catalogue,
    CatalogueRef, ConsequenceFigure, Consequences, Level, LevelNumber, Measure, Method, MethodRef,
    OwnSheet, RiskAnswer, Scale, Shared, SharedActivity, SharedCounts, SharedThreat, System,
    ThreatAnswer, ThreatId, Witness, is_own,
};
use crate::finding::{Fact, Findings, Location, Severity};

/// What stays at home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stays {
    /// Reasons of every kind.
    pub reasons: usize,
    /// Different names of people or roles.
    pub names: BTreeSet<String>,
    /// Different systems.
    pub systems: BTreeSet<String>,
    /// Different data processors.
    pub processors: BTreeSet<String>,
    /// Notes on activities.
    pub notes: usize,
    /// Measures in the municipality's own words; their number leaves.
    pub measures: usize,
    /// Actions; their number leaves.
    pub actions: usize,
    /// Days on which somebody assessed or will look again.
    pub dates: usize,
    /// Acceptances by name.
    pub acceptances: usize,
    /// Texts in columns that people added.
    pub extra: usize,
    /// Sheets that people added.
    pub sheets: usize,
    /// Titles of activities and threats of the municipality's own.
    pub titles: usize,
}

/// Makes the exchange file of an assessment; with reasons only where asked.
#[must_use]
pub fn share(
    assessment: &Assessment,
    catalogue: &Catalogue,
    method: &Method,
    with_reasons: bool,
) -> (Shared, Stays) {
    let Assessment {
        municipality,
        municipality_name,
        round,
        as_of,
        catalogue: CatalogueRef { id, version, digest },
        // The method that leaves is the one that the figures are read with here.
        method: MethodRef { id: _, version: _ },
        perspectives,
        activities,
        own_sheets,
    } = assessment;
    let measures = catalogue.measures.values().filter(|measure| !is_own(measure.id.as_str()));
    let mut sorting = Sorting {
        measures: measures.collect(),
        with_reasons,
        stays: Stays::default(),
        counts: BTreeMap::new(),
    };
    let mut answers = BTreeMap::new();
    for (id, answer) in activities {
        answers.insert(id.clone(), sorting.activity(id, answer));
    }
    sorting.stays.sheets =
        own_sheets.iter().filter(|OwnSheet { cells, .. }| !cells.is_empty()).count();
    let known =
        answers.keys().map(|id| (id.clone(), shared_activity(catalogue.activities.get(id))));
    let activities: BTreeMap<_, _> =
        known.filter_map(|(id, activity)| Some((id, activity?))).collect();
    let threats = shared_threats(answers.values(), catalogue);
    let own_ids = activities.keys().map(ActivityId::as_str);
    let own_ids = own_ids.chain(threats.keys().map(ThreatId::as_str));
    sorting.stays.titles = own_ids.filter(|id| is_own(id)).count();
    let shared = Shared {
        assessment: Assessment {
            municipality: *municipality,
            municipality_name: municipality_name.clone(),
            round: round.clone(),
            as_of: *as_of,
            catalogue: CatalogueRef {
                id: id.clone(),
                version: version.clone(),
                digest: digest.clone(),
            },
            method: MethodRef { id: method.id.clone(), version: method.version },
            perspectives: perspectives.clone(),
            activities: answers,
            own_sheets: Vec::new(),
        },
        method: shared_method(method),
        activities,
        threats,
        counts: sorting.counts,
        with_reasons,
    };
    (shared, sorting.stays)
}

fn shared_activity(activity: Option<&Activity>) -> Option<SharedActivity> {
    let activity = activity?;
    Some(SharedActivity { area: activity.area.clone(), replaces: activity.replaces.clone() })
}

fn shared_threats<'a>(
    answers: impl Iterator<Item = &'a ActivityAnswer>,
    catalogue: &Catalogue,
) -> BTreeMap<ThreatId, SharedThreat> {
    let ids: BTreeSet<&ThreatId> = answers.flat_map(|answer| answer.threats.keys()).collect();
    let threats = ids.into_iter().filter_map(|id| {
        let threat = catalogue.threats.get(id)?;
        let (dimensions, rights) = (threat.dimensions.clone(), threat.rights);
        Some((id.clone(), SharedThreat { dimensions, rights }))
    });
    threats.collect()
}

/// Numbers, names, colours and cells: what it takes to read the figures. What a level means is in the
/// method's own file, and a municipality may have written that itself.
fn shared_method(method: &Method) -> Method {
    let witnesses =
        method.witnesses.iter().map(|Witness { text: _, consequence, likelihood, band }| {
            Witness::without_words(*consequence, *likelihood, band.clone())
        });
    let mut bands = method.bands.clone();
    bands.iter_mut().for_each(|band| band.response.clear());
    Method {
        id: method.id.clone(),
        version: method.version,
        title: method.id.to_string(),
        title_en: method.id.to_string(),
        source: String::new(),
        likelihood: named_levels(&method.likelihood),
        consequence: named_levels(&method.consequence),
        bands,
        matrix: method.matrix.clone(),
        symmetry: method.symmetry,
        witnesses: witnesses.collect(),
        legend: Vec::new(),
    }
}

fn named_levels<L: LevelNumber>(scale: &Scale<L>) -> Scale<L> {
    let levels = scale.levels().map(|(_, level)| Level {
        number: level.number,
        label: level.label.clone(),
        label_en: level.label_en.clone(),
        brief: None,
        definition: String::new(),
        examples: Vec::new(),
        elsewhere: BTreeMap::new(),
    });
    // The same levels in the same order are a scale again.
    Scale::new(levels.collect()).unwrap_or_else(|| scale.clone())
}

/// Takes answers apart into what leaves and what stays.
struct Sorting<'a> {
    measures: Vec<&'a Measure>,
    with_reasons: bool,
    stays: Stays,
    counts: BTreeMap<(ActivityId, Option<ThreatId>), SharedCounts>,
}

impl Sorting<'_> {
    fn activity(&mut self, id: &ActivityId, answer: &ActivityAnswer) -> ActivityAnswer {
        let ActivityAnswer {
            status,
            status_reason,
            consequences: Consequences { figures },
            direct,
            threats,
            owner,
            systems,
            note,
            assessed: Assessed { by, on },
            review_by,
            acceptance,
            extra,
        } = answer;
        self.names([owner, by]);
        for System { name, processor, max_downtime_hours: _ } in systems {
            self.stays.systems.insert(name.clone());
            self.stays.processors.extend(processor.clone());
        }
        self.stays.notes += usize::from(note.is_some());
        self.stays.dates += [on, review_by].into_iter().flatten().count();
        if let Some(Acceptance { by, role, on: _, until: _, current: _, residual: _, digest: _ }) =
            acceptance
        {
            self.stays.acceptances += 1;
            self.stays.names.extend([by.clone(), role.clone()]);
        }
        self.stays.extra += extra.len();
        let mut shared = ActivityAnswer {
            status: *status,
            status_reason: self.reason(status_reason.as_ref()),
            direct: self.risk((id, None), direct),
            ..ActivityAnswer::default()
        };
        for (pair, ConsequenceFigure { rating, origin, reason }) in figures {
            let reason = self.reason(reason.as_ref());
            let figure = ConsequenceFigure { rating: *rating, origin: *origin, reason };
            shared.consequences.figures.insert(*pair, figure);
        }
        for (threat, ThreatAnswer { not_relevant, risk, extra }) in threats {
            self.stays.extra += extra.len();
            let said = self.reason(not_relevant.as_ref().filter(|reason| !reason.is_empty()));
            let answer = ThreatAnswer {
                not_relevant: not_relevant.as_ref().map(|_| said.unwrap_or_default()),
                risk: self.risk((id, Some(threat)), risk),
                extra: BTreeMap::new(),
            };
            shared.threats.insert(threat.clone(), answer);
        }
        shared
    }

    fn risk(&mut self, at: (&ActivityId, Option<&ThreatId>), risk: &RiskAnswer) -> RiskAnswer {
        let RiskAnswer {
            likelihood,
            reason,
            measures,
            treatment,
            actions,
            residual_likelihood,
            residual_consequence,
        } = risk;
        for Action { what: _, owner, deadline, extra } in actions {
            self.names([owner]);
            self.stays.actions += 1;
            self.stays.extra += extra.len();
            self.stays.dates += usize::from(deadline.is_some());
        }
        let (mut ids, mut others) = (Vec::new(), Vec::new());
        for text in measures {
            match self.known_measure(text) {
                Some(id) => ids.push(id),
                None => others.push(text.clone()),
            }
        }
        let count = |list: usize| u32::try_from(list).unwrap_or(u32::MAX);
        let counts =
            SharedCounts { other_measures: count(others.len()), actions: count(actions.len()) };
        if counts != SharedCounts::default() {
            self.counts.insert((at.0.clone(), at.1.cloned()), counts);
        }
        if self.with_reasons {
            ids.extend(others);
        } else {
            self.stays.measures += others.len();
        }
        RiskAnswer {
            likelihood: *likelihood,
            reason: self.reason(reason.as_ref()),
            measures: ids,
            treatment: *treatment,
            actions: Vec::new(),
            residual_likelihood: *residual_likelihood,
            residual_consequence: *residual_consequence,
        }
    }

    /// The id of the measure of the shared catalogue that a text names, and nothing beside it.
    fn known_measure(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let is_it = |measure: &&&Measure| measure.title == text || measure.id.as_str() == text;
        self.measures.iter().find(is_it).map(|measure| measure.id.to_string())
    }

    fn reason(&mut self, reason: Option<&String>) -> Option<String> {
        let reason = reason?;
        if self.with_reasons {
            return Some(reason.clone());
        }
        self.stays.reasons += 1;
        None
    }

    fn names<const N: usize>(&mut self, names: [&Option<String>; N]) {
        self.stays.names.extend(names.into_iter().flatten().cloned());
    }
}

/// What a receiver must know of an exchange file: whether its matrix can be trusted, and what the
/// receiver's own catalogue does not know.
#[must_use]
pub fn check_share(shared: &Shared, file: &str, catalogue: &Catalogue) -> Findings {
    let mut findings = lint(&shared.method);
    findings.retain(|finding| finding.severity() == Severity::Error);
    let ids = shared.unknown_to(catalogue);
    if !ids.is_empty() {
        let version = catalogue.version.clone();
        findings.push(Location::File(file.to_owned()), Fact::SharedUnknown { ids, version });
    }
    findings
}
