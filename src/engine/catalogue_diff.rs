//! What differs between two catalogues, and which answers must be looked at again.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Activity, ActivityId, Catalogue, Dimension, LegalBasis, Measure, Threat};

/// A part of an entry that can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Title.
    Title,
    /// Description.
    Description,
    /// Area.
    Area,
    /// KLE groups.
    KleGroups,
    /// Categories of data subjects.
    DataSubjects,
    /// Kinds of personal data.
    PersonalData,
    /// Letters, sections and laws.
    LegalBasis,
    /// Recipients.
    Recipients,
    /// Retention.
    Retention,
    /// Starting consequence of one dimension.
    Starting(Dimension),
    /// Maximum tolerable downtime.
    Downtime,
    /// Threats that an activity names, or that a measure works on.
    Threats,
    /// Criteria of an impact assessment.
    DpiaCriteria,
    /// Changes of law or task.
    Changes,
    /// What a threat hits or a measure protects.
    Dimensions,
    /// For which activities a threat is offered.
    Suggestion,
    /// What points to which likelihood, or how a measure is shown to be in place.
    Evidence,
    /// Why the figures and threats are as they are.
    Reasons,
    /// Typical systems.
    Systems,
    /// The shared activity that an own one stands in place of.
    Replaces,
    /// Anything else: sources, notes, dates, references to standards.
    Other,
}

impl Part {
    /// Whether an answer may come out otherwise because of it.
    #[must_use]
    pub fn weighs(self) -> bool {
        match self {
            Self::DataSubjects
            | Self::PersonalData
            | Self::LegalBasis
            | Self::Starting(_)
            | Self::Threats
            | Self::Changes
            | Self::Dimensions
            | Self::Evidence => true,
            Self::Title
            | Self::Description
            | Self::Area
            | Self::KleGroups
            | Self::Recipients
            | Self::Retention
            | Self::Downtime
            | Self::DpiaCriteria
            | Self::Suggestion
            | Self::Reasons
            | Self::Systems
            | Self::Replaces
            | Self::Other => false,
        }
    }
}

/// One part that differs; the values are as short as they can be and still be told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartChange {
    /// Which.
    pub part: Part,
    /// Before; empty where there was nothing.
    pub old: String,
    /// Now; empty where there is nothing.
    pub new: String,
}

/// What happened to an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryFate {
    /// It is new.
    New,
    /// It is retired, with the activity that has the task now.
    Retired(Option<ActivityId>),
    /// It is gone without being retired.
    Gone,
    /// It says something else.
    Changed(Vec<PartChange>),
}

impl EntryFate {
    /// Whether answers about the entry must be looked at again.
    #[must_use]
    pub fn weighs(&self) -> bool {
        match self {
            Self::New | Self::Retired(_) | Self::Gone => true,
            Self::Changed(changes) => changes.iter().any(|change| change.part.weighs()),
        }
    }
}

/// An entry that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryChange {
    /// Id of an activity, a threat or a measure.
    pub id: String,
    /// Title, the new one where there is one.
    pub title: String,
    /// What happened.
    pub fate: EntryFate,
}

/// Every entry that differs: activities, then threats, then measures, each by id.
///
/// The same catalogue twice gives nothing.
#[must_use]
pub fn catalogue_diff(old: &Catalogue, new: &Catalogue) -> Vec<EntryChange> {
    let mut changes = Vec::new();
    let title = |activity: &Activity| activity.title.clone();
    for (id, before, now) in both(&old.activities, &new.activities) {
        let fate = match (before, now) {
            (Some(before), Some(now)) if before.retired.is_none() && now.retired.is_some() => {
                let successor = now.retired.as_ref().and_then(|r| r.replaced_by.clone());
                Some(EntryFate::Retired(successor))
            }
            (before, now) => fate(before, now, activity_parts),
        };
        push(&mut changes, id.to_string(), now.or(before).map(title), fate);
    }
    for (id, before, now) in both(&old.threats, &new.threats) {
        let title = now.or(before).map(|threat| threat.title.clone());
        push(&mut changes, id.to_string(), title, fate(before, now, threat_parts));
    }
    for (id, before, now) in both(&old.measures, &new.measures) {
        let title = now.or(before).map(|measure| measure.title.clone());
        push(&mut changes, id.to_string(), title, fate(before, now, measure_parts));
    }
    changes
}

fn push(
    changes: &mut Vec<EntryChange>,
    id: String,
    title: Option<String>,
    fate: Option<EntryFate>,
) {
    if let Some(fate) = fate {
        changes.push(EntryChange { id, title: title.unwrap_or_default(), fate });
    }
}

fn both<'a, K: Ord, T>(
    old: &'a BTreeMap<K, T>,
    new: &'a BTreeMap<K, T>,
) -> impl Iterator<Item = (&'a K, Option<&'a T>, Option<&'a T>)> {
    let ids: BTreeSet<&K> = old.keys().chain(new.keys()).collect();
    ids.into_iter().map(|id| (id, old.get(id), new.get(id)))
}

fn fate<T: PartialEq>(
    before: Option<&T>,
    now: Option<&T>,
    parts: impl Fn(&T, &T) -> Parts,
) -> Option<EntryFate> {
    match (before, now) {
        (None, Some(_)) => Some(EntryFate::New),
        (Some(_), None) => Some(EntryFate::Gone),
        (Some(before), Some(now)) => {
            let Parts(mut changes) = parts(before, now);
            // Whatever has no part of its own must not pass for no difference.
            if changes.is_empty() && before != now {
                changes.push(PartChange {
                    part: Part::Other,
                    old: String::new(),
                    new: String::new(),
                });
            }
            (!changes.is_empty()).then_some(EntryFate::Changed(changes))
        }
        (None, None) => None,
    }
}

/// The parts that differ so far.
struct Parts(Vec<PartChange>);

impl Parts {
    fn compare(&mut self, part: Part, old: String, new: String) {
        if old != new {
            self.0.push(PartChange { part, old, new });
        }
    }

    /// Lists are told by what left and what came.
    fn compare_lists(&mut self, part: Part, old: &[String], new: &[String]) {
        let only = |list: &[String], other: &[String]| {
            let only: Vec<&str> =
                list.iter().filter(|item| !other.contains(item)).map(String::as_str).collect();
            only.join(", ")
        };
        self.compare(part, only(old, new), only(new, old));
    }
}

fn activity_parts(old: &Activity, new: &Activity) -> Parts {
    let mut parts = Parts(Vec::new());
    parts.compare(Part::Title, old.title.clone(), new.title.clone());
    parts.compare(Part::Description, old.description.clone(), new.description.clone());
    parts.compare(Part::Area, old.area.to_string(), new.area.to_string());
    parts.compare_lists(Part::KleGroups, &old.kle_groups, &new.kle_groups);
    parts.compare_lists(Part::DataSubjects, &old.data_subjects, &new.data_subjects);
    parts.compare_lists(Part::PersonalData, &old.personal_data, &new.personal_data);
    parts.compare_lists(Part::LegalBasis, &grounds(&old.legal_basis), &grounds(&new.legal_basis));
    parts.compare_lists(Part::Recipients, &old.recipients, &new.recipients);
    let retention = |activity: &Activity| {
        let retention = activity.retention.as_ref();
        let texts = retention.map(|r| [&r.code, &r.from, &r.note].map(Option::as_deref));
        texts.map(|texts| texts.map(Option::unwrap_or_default).join(" ")).unwrap_or_default()
    };
    parts.compare(Part::Retention, retention(old), retention(new));
    for dimension in Dimension::ALL {
        let level = |activity: &Activity| {
            let level = activity.starting.as_ref().and_then(|s| s.levels.get(&dimension));
            level.map(ToString::to_string).unwrap_or_default()
        };
        parts.compare(Part::Starting(dimension), level(old), level(new));
    }
    let hours = |activity: &Activity| {
        activity.downtime.as_ref().map(|d| d.max_hours.to_string()).unwrap_or_default()
    };
    parts.compare(Part::Downtime, hours(old), hours(new));
    let threats = |activity: &Activity| -> Vec<String> {
        activity.threats.iter().map(|reference| reference.threat.to_string()).collect()
    };
    parts.compare_lists(Part::Threats, &threats(old), &threats(new));
    parts.compare_lists(Part::DpiaCriteria, &old.dpia_criteria, &new.dpia_criteria);
    let texts = |activity: &Activity| -> Vec<String> {
        activity.changes.iter().map(|change| format!("{}: {}", change.date, change.text)).collect()
    };
    parts.compare_lists(Part::Changes, &texts(old), &texts(new));
    parts.compare_lists(Part::Reasons, &reasons(old), &reasons(new));
    parts.compare_lists(Part::Systems, &old.systems, &new.systems);
    let replaces = |activity: &Activity| -> String {
        activity.replaces.as_ref().map(ToString::to_string).unwrap_or_default()
    };
    parts.compare(Part::Replaces, replaces(old), replaces(new));
    parts
}

fn reasons(activity: &Activity) -> Vec<String> {
    let starting = activity.starting.iter().map(|starting| &starting.reason);
    let downtime = activity.downtime.iter().map(|downtime| &downtime.reason);
    let threats = activity.threats.iter().map(|reference| &reference.reason);
    starting.chain(downtime).chain(threats).cloned().collect()
}

/// What a threat hits or a measure protects, by key.
fn hits(dimensions: &[Dimension], rights: bool) -> Vec<String> {
    let dimensions = dimensions.iter().map(|dimension| dimension.key().to_owned());
    dimensions.chain(rights.then(|| "rights".to_owned())).collect()
}

/// Every ground as a word of its own, as a lawyer would list them.
fn grounds(basis: &LegalBasis) -> Vec<String> {
    let article_6 = basis.article_6.iter().map(|letter| format!("6(1){letter}"));
    let article_9 = basis.article_9.iter().map(|letter| format!("9(2){letter}"));
    let sections = [(basis.criminal_offences, "§ 8"), (basis.section_11, "§ 11")];
    let sections = sections.into_iter().filter(|(has, _)| *has).map(|(_, name)| name.to_owned());
    let laws = basis.laws.iter().map(ToString::to_string);
    article_6.chain(article_9).chain(sections).chain(laws).collect()
}

fn threat_parts(old: &Threat, new: &Threat) -> Parts {
    let mut parts = Parts(Vec::new());
    parts.compare(Part::Title, old.title.clone(), new.title.clone());
    parts.compare(Part::Description, old.description.clone(), new.description.clone());
    let [before, now] = [old, new].map(|threat| hits(&threat.dimensions, threat.rights));
    parts.compare_lists(Part::Dimensions, &before, &now);
    let suggested = |threat: &Threat| threat.suggested.key().to_owned();
    parts.compare(Part::Suggestion, suggested(old), suggested(new));
    parts.compare_lists(Part::Evidence, &old.evidence, &new.evidence);
    parts
}

fn measure_parts(old: &Measure, new: &Measure) -> Parts {
    let mut parts = Parts(Vec::new());
    parts.compare(Part::Title, old.title.clone(), new.title.clone());
    parts.compare(Part::Description, old.description.clone(), new.description.clone());
    let threats = |measure: &Measure| -> Vec<String> {
        measure.threats.iter().map(ToString::to_string).collect()
    };
    parts.compare_lists(Part::Threats, &threats(old), &threats(new));
    let [before, now] = [old, new].map(|measure| hits(&measure.dimensions, measure.rights));
    parts.compare_lists(Part::Dimensions, &before, &now);
    parts.compare(Part::Evidence, old.evidence.clone(), new.evidence.clone());
    parts
}
