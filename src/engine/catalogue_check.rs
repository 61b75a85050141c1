//! What a catalogue says against itself: gaps, references that do not fit, texts with faults.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Activity, ActivityId, Catalogue, CatalogueLock, DataKind, Dimension, KleGroup, Measure, Threat,
    is_own,
};
use crate::finding::{Basis, Blemish, Fact, Findings, Location, nearest};

/// The KLE lists that stand beside a catalogue.
#[derive(Debug, Clone, Copy)]
pub struct KleLists<'a> {
    /// Every line of the mapping: topic (`27.60.14`) and activity.
    pub topics: &'a [(String, ActivityId)],
    /// Groups (`27.60`); empty where the catalogue comes without them, and then not looked up.
    pub groups: &'a [KleGroup],
}

/// The kind of data that databeskyttelsesloven § 11 is about.
const REGISTRATION_NUMBER: &str = "cpr";
/// How many threats an activity names: enough to begin a meeting with, few enough to read.
const NAMED_THREATS: std::ops::RangeInclusive<usize> = 3..=8;
/// Opening that the titles of KL's licensed list share; ours never do.
const BORROWED: &str = "behandling af personoplysninger i forbindelse med";
/// Words that no Danish sentence has.
const ENGLISH: [&str; 10] =
    ["the", "and", "with", "which", "should", "are", "breach", "employee", "citizen", "of"];

/// Checks a catalogue whose references all resolve.
///
/// Findings: `CAT006`–`CAT010` and `CAT012`–`CAT014`.
#[must_use]
pub fn check_catalogue(catalogue: &Catalogue, kle: KleLists<'_>) -> Findings {
    let mut findings = Findings::new();
    topics(catalogue, kle.topics, &mut findings);
    // What a municipality has written itself, or taken from KL, is not ours to find fault with.
    let is_ours = |id: &str| !is_own(id) && catalogue.overrides_of(id).is_empty();
    for activity in catalogue.activities.values().filter(|a| is_ours(a.id.as_str())) {
        let mut entry = Entry { id: activity.id.as_str(), findings: &mut findings };
        entry.activity(activity, catalogue, kle.groups);
    }
    for threat in catalogue.threats.values().filter(|t| is_ours(t.id.as_str())) {
        let mut entry = Entry { id: threat.id.as_str(), findings: &mut findings };
        entry.threat(threat, catalogue);
    }
    for measure in catalogue.measures.values().filter(|m| is_ours(m.id.as_str())) {
        let mut entry = Entry { id: measure.id.as_str(), findings: &mut findings };
        entry.measure(measure, catalogue);
    }
    replacements(catalogue, &mut findings);
    findings
}

/// Checks a catalogue against the lock that its release left.
///
/// Findings: `CAT015` and `CAT016`. `digest` is that of the files as they are now.
#[must_use]
pub fn check_lock(catalogue: &Catalogue, digest: &str, lock: &CatalogueLock) -> Findings {
    let mut findings = Findings::new();
    if lock.version == catalogue.version && lock.digest != digest {
        let version = catalogue.version.clone();
        let location = Location::Entry("catalog.yml".to_owned());
        findings.push(location, Fact::ChangedWithoutVersion { version });
    }
    let now = CatalogueLock::of(catalogue, String::new(), None);
    for id in lock.ids.difference(&now.ids) {
        findings.push(Location::Entry(id.clone()), Fact::IdVanished { id: id.clone() });
    }
    findings
}

/// Every topic must answer with exactly one activity that is not retired.
fn topics(catalogue: &Catalogue, topics: &[(String, ActivityId)], findings: &mut Findings) {
    let mut answers: BTreeMap<&str, BTreeSet<&ActivityId>> = BTreeMap::new();
    for (topic, activity) in topics {
        answers.entry(topic).or_default().insert(activity);
    }
    for (topic, activities) in answers {
        let is_active =
            |id: &&ActivityId| catalogue.activities.get(id).is_some_and(|a| a.retired.is_none());
        if activities.len() != 1 || !activities.iter().all(is_active) {
            let activities = activities.iter().map(ToString::to_string).collect();
            let fact = Fact::TopicUnclear { topic: topic.to_owned(), activities };
            findings.push(Location::Entry("kle-topics.csv".to_owned()), fact);
        }
    }
}

/// Follows each retired activity to its successor.
fn replacements(catalogue: &Catalogue, findings: &mut Findings) {
    for start in catalogue.activities.keys() {
        let mut path = vec![start.clone()];
        while let Some(next) = path.last().and_then(|id| successor(catalogue, id)) {
            if next == start {
                // Each ring is reported once, at its lowest id.
                if path.iter().min() == Some(start) {
                    let location = Location::Entry(start.to_string());
                    findings.push(location, Fact::ReplacementCycle { ids: path });
                }
                break;
            }
            if path.contains(next) {
                break;
            }
            path.push(next.clone());
        }
    }
}

fn successor<'a>(catalogue: &'a Catalogue, id: &ActivityId) -> Option<&'a ActivityId> {
    catalogue.activities.get(id)?.retired.as_ref()?.replaced_by.as_ref()
}

/// An entry that is being checked.
struct Entry<'a, 'f> {
    id: &'a str,
    findings: &'f mut Findings,
}

impl Entry<'_, '_> {
    fn report(&mut self, fact: Fact) {
        self.findings.push(Location::Entry(self.id.to_owned()), fact);
    }

    fn needs(&mut self, field: &'static str, is_there: bool) {
        if !is_there {
            self.report(Fact::EntryIncomplete { field });
        }
    }

    fn activity(&mut self, activity: &Activity, catalogue: &Catalogue, groups: &[KleGroup]) {
        self.text("title", &activity.title, false);
        self.text("description", &activity.description, true);
        self.optional_text("note", activity.note.as_deref());
        for group in activity.kle_groups.iter().filter(|_| !groups.is_empty()) {
            if !groups.iter().any(|known| known.code == *group) {
                let known = groups.iter().map(|known| known.code.as_str());
                let nearest = nearest(group, known).map(str::to_owned);
                self.report(Fact::UnknownKleGroup { group: group.clone(), nearest });
            }
        }
        if activity.retired.is_some() {
            return;
        }
        let basis = &activity.legal_basis;
        self.needs("kle-groups", !activity.kle_groups.is_empty());
        self.needs("data-subjects", !activity.data_subjects.is_empty());
        self.needs("personal-data", !activity.personal_data.is_empty());
        self.needs("legal-basis.article-6", !basis.article_6.is_empty());
        self.needs("legal-basis.laws", !basis.laws.is_empty());
        self.needs("recipients", !activity.recipients.is_empty());
        self.needs("systems", !activity.systems.is_empty());
        self.needs("retention", activity.retention.is_some());
        self.needs("availability", activity.downtime.is_some());
        self.needs("threats", NAMED_THREATS.contains(&activity.threats.len()));
        self.needs("sources", !activity.sources.is_empty());
        self.basis(activity, catalogue);
        if let Some(starting) = &activity.starting {
            self.text("starting-reason", &starting.reason, true);
            let complete =
                [Dimension::Confidentiality, Dimension::Integrity, Dimension::Availability]
                    .iter()
                    .all(|dimension| starting.levels.contains_key(dimension));
            self.needs("starting-consequence", complete);
        }
        if let Some(downtime) = &activity.downtime {
            self.text("availability.reason", &downtime.reason, true);
        }
        for reference in &activity.threats {
            self.text("threats.reason", &reference.reason, true);
        }
        for change in &activity.changes {
            self.text("changes.text", &change.text, true);
        }
        for system in &activity.systems {
            self.text("systems", system, false);
        }
    }

    /// The legal grounds must fit the kinds of data, both ways.
    fn basis(&mut self, activity: &Activity, catalogue: &Catalogue) {
        let has_number = activity.personal_data.iter().any(|known| known == REGISTRATION_NUMBER);
        let basis = &activity.legal_basis;
        let pairs = [
            (
                Basis::SpecialCategories,
                catalogue.has_data(activity, DataKind::Special),
                !basis.article_9.is_empty(),
            ),
            (Basis::RegistrationNumber, has_number, basis.section_11),
            (
                Basis::CriminalOffences,
                catalogue.has_data(activity, DataKind::CriminalOffence),
                basis.criminal_offences,
            ),
        ];
        for (basis, has_data, has_ground) in pairs {
            if has_data != has_ground {
                self.report(Fact::BasisMismatch { basis, has_data });
            }
        }
    }

    fn threat(&mut self, threat: &Threat, catalogue: &Catalogue) {
        self.text("title", &threat.title, false);
        self.text("description", &threat.description, true);
        self.text("example", &threat.example, true);
        for evidence in &threat.evidence {
            self.text("likelihood", evidence, true);
        }
        let levels = usize::from(catalogue.consequence_levels);
        self.needs("likelihood", threat.evidence.len() == levels);
        if catalogue.measures_against(&threat.id).next().is_none() {
            self.report(Fact::ThreatWithoutMeasure {});
        }
    }

    fn measure(&mut self, measure: &Measure, catalogue: &Catalogue) {
        self.text("title", &measure.title, false);
        self.text("description", &measure.description, true);
        self.text("evidence", &measure.evidence, true);
        self.needs("effect", !measure.effects.is_empty());
        self.needs("dimensions", measure.rights || !measure.dimensions.is_empty());
        // A measure that protects nothing the threat hits cannot work on it.
        let works = |id| {
            catalogue.threats.get(id).is_some_and(|threat| {
                (threat.rights && measure.rights)
                    || threat.dimensions.iter().any(|hit| measure.dimensions.contains(hit))
            })
        };
        if measure.threats.is_empty() || !measure.threats.iter().all(works) {
            self.report(Fact::MeasureWithoutThreat {});
        }
    }

    fn optional_text(&mut self, field: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(field, text, true);
        }
    }

    fn text(&mut self, field: &'static str, text: &str, is_sentence: bool) {
        self.needs(field, !text.trim().is_empty());
        if let Some((blemish, excerpt)) = blemish(text, is_sentence) {
            self.report(Fact::TextBlemish { field, blemish, excerpt });
        }
    }
}

/// The first fault of a text, and the words around it.
fn blemish(text: &str, is_sentence: bool) -> Option<(Blemish, String)> {
    let start: String = text.chars().take(40).collect();
    if text != text.trim() || text.contains("  ") || text.contains('\t') {
        return Some((Blemish::Blanks, start));
    }
    if text.to_lowercase().starts_with(BORROWED) {
        return Some((Blemish::BorrowedOpening, start));
    }
    if is_sentence && !text.ends_with(['.', '?', '!']) {
        let end: String = text.chars().rev().take(40).collect();
        return Some((Blemish::NoFullStop, end.chars().rev().collect()));
    }
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    let english = words.map(str::to_lowercase).find(|word| ENGLISH.contains(&word.as_str()));
    english.map(|word| (Blemish::English, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_fault_of_a_text_and_none_in_a_good_one() {
        let found = |text: &str| blemish(text, true).map(|(blemish, _)| blemish);
        assert_eq!(found("Borgeren får et brev."), None);
        assert_eq!(found("Hvem ser det?"), None);
        assert_eq!(found("Borgeren får et brev"), Some(Blemish::NoFullStop));
        assert_eq!(found("Borgeren  får et brev."), Some(Blemish::Blanks));
        assert_eq!(found(" Borgeren."), Some(Blemish::Blanks));
        assert_eq!(found("The citizen."), Some(Blemish::English));
        assert_eq!(
            found("Behandling af personoplysninger i forbindelse med skole."),
            Some(Blemish::BorrowedOpening)
        );
        assert_eq!(blemish("Hjælpemidler", false), None);
    }
}
