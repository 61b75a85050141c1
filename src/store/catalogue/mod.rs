//! Catalogue files: YAML to [`Catalogue`].
//!
//! One run reports all mistakes as far as they can be told apart: lists and threats are read first,
//! and where one of them is missing or broken nothing that refers to it is judged. What the entries
//! say of each other beyond plain references is `engine`'s to check.

mod activity;
mod law;
pub(super) mod local;
mod measure;
pub(super) mod references;
mod terms;
mod threat;

use std::collections::BTreeMap;

pub use local::{OwnActivity, format_kl, format_own, parse_local};
pub use terms::parse_municipalities;

use super::reader::Reader;
use super::yaml::Node;
use crate::domain::{
    Activity, ActivityId, Area, Catalogue, DataKind, Date, DpiaCriterion, Law, MeasureId,
    RetentionPeriod, Source, Term, Threat, ThreatId,
};
use crate::finding::{Fact, Findings, Location, nearest};

/// A file of the catalogue: its name and its text.
pub(super) type File<'a> = (&'a str, &'a str);

/// Names of the files beside the activities.
pub(super) mod names {
    pub(in crate::store) const HEADER: &str = "catalog.yml";
    pub(in crate::store) const AREAS: &str = "areas.yml";
    pub(in crate::store) const THREATS: &str = "threats.yml";
    pub(in crate::store) const MEASURES: &str = "measures.yml";
    pub(in crate::store) const LAWS: &str = "laws.yml";
    pub(in crate::store) const RETENTION: &str = "retention.yml";
    pub(in crate::store) const DATA_SUBJECTS: &str = "data-subjects.yml";
    pub(in crate::store) const PERSONAL_DATA: &str = "personal-data.yml";
    pub(in crate::store) const RECIPIENTS: &str = "recipients.yml";
    pub(in crate::store) const NIS2_AREAS: &str = "nis2-areas.yml";
    pub(in crate::store) const DPIA_CRITERIA: &str = "dpia-criteria.yml";
    /// Folder of the activities.
    pub(in crate::store) const ACTIVITIES: &str = "activities/";
}

/// Reads a whole catalogue from its files, in any order, with the warnings about them.
///
/// # Errors
/// Every finding in every file; a file that is missing is reported as one.
pub(super) fn parse_catalogue(
    files: &[File<'_>],
    digest: String,
) -> Result<(Catalogue, Findings), Findings> {
    let mut reading = Reading { files, findings: Findings::new() };
    let Some(lists) = reading.lists() else { return Err(reading.findings) };
    let sources = &lists.header.sources;
    let threats =
        reading.placed(names::THREATS, "threats", |r, n| threat::read_threat(r, n, sources, None));
    let Some(threats) = threats else { return Err(reading.findings) };
    let threats = reading.keyed(threats, |threat| threat.id.clone());
    let known = Known {
        areas: &lists.areas,
        data_subjects: &lists.data_subjects,
        personal_data: &lists.personal_data,
        recipients: &lists.recipients,
        nis2_areas: &lists.nis2_areas,
        dpia_criteria: &lists.dpia_criteria,
        retention: &lists.retention,
        laws: &lists.laws,
        sources,
        threats: &threats,
        consequence_levels: lists.header.consequence_levels,
        local: None,
    };
    let measures =
        reading.placed(names::MEASURES, "measures", |r, n| measure::read_measure(r, n, &known));
    let activities = reading.activities(&known);
    let measures: BTreeMap<MeasureId, _> =
        reading.keyed(measures.unwrap_or_default(), |measure| measure.id.clone());
    if reading.findings.has_errors() {
        return Err(reading.findings);
    }
    let catalogue = Catalogue {
        id: lists.header.id,
        version: lists.header.version,
        valid_from: lists.header.valid_from,
        digest,
        consequence_levels: lists.header.consequence_levels,
        areas: lists.areas,
        activities,
        threats,
        measures,
        laws: lists.laws,
        recipients: lists.recipients,
        retention: lists.retention,
        nis2_areas: lists.nis2_areas,
        dpia_criteria: lists.dpia_criteria,
        data_subjects: lists.data_subjects,
        personal_data: lists.personal_data,
        data_kinds: lists.data_kinds,
        sources: lists.header.sources,
        overrides: BTreeMap::new(),
    };
    Ok((catalogue, reading.findings))
}

/// What entries may refer to.
struct Known<'a> {
    areas: &'a [Area],
    data_subjects: &'a [Term],
    personal_data: &'a [Term],
    recipients: &'a [Term],
    nis2_areas: &'a [Term],
    dpia_criteria: &'a [DpiaCriterion],
    retention: &'a [RetentionPeriod],
    laws: &'a BTreeMap<String, Law>,
    sources: &'a [Source],
    threats: &'a BTreeMap<ThreatId, Threat>,
    consequence_levels: u8,
    local: Option<Local<'a>>,
}

/// That the entries are a municipality's own: what ours must say, theirs may leave out.
#[derive(Debug, Clone, Copy)]
struct Local<'a> {
    valid_from: Date,
    /// Activities that an own one may stand in place of.
    shared: &'a BTreeMap<ActivityId, Activity>,
}

/// The lists of a catalogue, read before the entries.
struct Lists {
    header: Header,
    areas: Vec<Area>,
    data_subjects: Vec<Term>,
    personal_data: Vec<Term>,
    data_kinds: BTreeMap<String, DataKind>,
    recipients: Vec<Term>,
    nis2_areas: Vec<Term>,
    dpia_criteria: Vec<DpiaCriterion>,
    retention: Vec<RetentionPeriod>,
    laws: BTreeMap<String, Law>,
}

/// The files, and what has been found in them so far.
struct Reading<'a> {
    files: &'a [File<'a>],
    findings: Findings,
}

impl<'a> Reading<'a> {
    fn run<T>(
        &mut self,
        (name, text): File<'a>,
        read: impl FnOnce(&Reader<'_>, &Node) -> Option<T>,
    ) -> Option<T> {
        match Reader::run(name, text, read) {
            Ok((result, warnings, _)) => {
                self.findings.extend(warnings);
                Some(result)
            }
            Err(findings) => {
                self.findings.extend(findings);
                None
            }
        }
    }

    /// Every list is read before the first that is missing or broken ends the work.
    fn lists(&mut self) -> Option<Lists> {
        let header = self.one(names::HEADER, read_header);
        let areas = self.list(names::AREAS, "areas", terms::read_area);
        let data_subjects = self.list(names::DATA_SUBJECTS, "data-subjects", terms::read_term);
        let personal_data = self.list(names::PERSONAL_DATA, "personal-data", terms::read_data_kind);
        let recipients = self.list(names::RECIPIENTS, "recipients", terms::read_term);
        let nis2_areas = self.list(names::NIS2_AREAS, "nis2-areas", terms::read_term);
        let dpia_criteria = self.one(names::DPIA_CRITERIA, terms::read_dpia_criteria);
        let retention = self.list(names::RETENTION, "retention", law::read_period);
        let laws = self.placed(names::LAWS, "laws", law::read_law);
        let laws = laws.map(|laws| self.keyed(laws, |law| law.name.clone()));
        Some(Lists {
            header: header?,
            areas: areas?,
            data_subjects: data_subjects?,
            data_kinds: data_kinds(personal_data.as_deref().unwrap_or_default()),
            personal_data: personal_data?.into_iter().map(|(term, _)| term).collect(),
            recipients: recipients?,
            nis2_areas: nis2_areas?,
            dpia_criteria: dpia_criteria?,
            retention: retention?,
            laws: laws?,
        })
    }

    /// A file that must be there.
    fn one<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&Reader<'_>, &Node) -> Option<T>,
    ) -> Option<T> {
        let Some(file) = self.files.iter().find(|(known, _)| *known == name) else {
            let fact = Fact::CatalogueFileMissing { file: name.to_owned() };
            self.findings.push(Location::File(name.to_owned()), fact);
            return None;
        };
        self.run(*file, read)
    }

    /// A file that holds one list.
    fn list<T>(
        &mut self,
        name: &'static str,
        key: &'static str,
        read: impl Fn(&Reader<'_>, &Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.one(name, |reader, node| list(reader, node, key, read))
    }

    /// A file that holds one list of entries, each with its place.
    fn placed<T>(
        &mut self,
        name: &'static str,
        key: &'static str,
        read: impl Fn(&Reader<'_>, &Node) -> Option<T>,
    ) -> Option<Vec<(Location, T)>> {
        self.list(name, key, |reader, node| Some((reader.place_of(node), read(reader, node)?)))
    }

    /// Entries by their id; the same id twice is reported.
    fn keyed<K: Ord + ToString, T>(
        &mut self,
        entries: Vec<(Location, T)>,
        key: impl Fn(&T) -> K,
    ) -> BTreeMap<K, T> {
        let mut keyed = BTreeMap::new();
        let mut before: Option<String> = None;
        for (place, entry) in entries {
            let id = key(&entry);
            let text = id.to_string();
            if let Some(after) = before.filter(|before| in_order(before) > in_order(&text)) {
                let fact = Fact::NotSorted { id: text.clone(), after };
                self.findings.push(place.clone(), fact);
            }
            before = Some(text.clone());
            if keyed.insert(id, entry).is_some() {
                self.findings.push(place, Fact::DuplicateCatalogueId { id: text });
            }
        }
        keyed
    }

    fn activities(&mut self, known: &Known<'_>) -> BTreeMap<ActivityId, Activity> {
        let mut activities = BTreeMap::new();
        let mut successors = Vec::new();
        for file in self.files.iter().filter(|(name, _)| name.starts_with(names::ACTIVITIES)) {
            let mut read =
                activity::Activities { all: &mut activities, successors: &mut successors };
            self.run(*file, |reader, node| {
                activity::read_activities(reader, node, known, &mut read)
            });
        }
        // A successor may stand in a later file, so this waits until all are read.
        for (place, successor) in successors {
            if !activities.contains_key(&successor) {
                let known = activities.keys().map(ActivityId::as_str);
                let nearest = nearest(successor.as_str(), known).map(str::to_owned);
                let found = successor.to_string();
                self.findings.push(place, Fact::DanglingReference { found, nearest });
            }
        }
        activities
    }
}

fn data_kinds(read: &[(Term, DataKind)]) -> BTreeMap<String, DataKind> {
    read.iter().map(|(term, kind)| (term.id.clone(), *kind)).collect()
}

/// Sorts as Danish does: å after ø, capitals beside small letters.
fn in_order(text: &str) -> String {
    text.to_lowercase().replace('æ', "{").replace('ø', "|").replace('å', "}")
}

struct Header {
    id: String,
    version: String,
    valid_from: Date,
    consequence_levels: u8,
    sources: Vec<Source>,
}

fn read_header(reader: &Reader<'_>, node: &Node) -> Option<Header> {
    let map = reader.map(node)?;
    let (id, version) = (map.text("id"), map.text("version"));
    let valid_from = map.required("valid-from").and_then(|node| reader.date(node));
    let levels =
        map.required("consequence-levels").and_then(|node| reader.parse(node, "whole number"));
    // Facts for people who read the file; the program shows the version and the sources.
    for key in ["released", "language", "licence"] {
        map.text(key);
    }
    let sources = map.list("sources").iter().filter_map(|node| read_source(reader, node)).collect();
    map.finish();
    Some(Header {
        id: id?,
        version: version?,
        valid_from: valid_from?,
        consequence_levels: levels?,
        sources,
    })
}

fn read_source(reader: &Reader<'_>, node: &Node) -> Option<Source> {
    let map = reader.map(node)?;
    let (id, text) = (map.text("id"), map.text("text"));
    map.finish();
    Some(Source { id: id?, text: text? })
}

fn list<T>(
    reader: &Reader<'_>,
    node: &Node,
    key: &'static str,
    read: impl Fn(&Reader<'_>, &Node) -> Option<T>,
) -> Option<Vec<T>> {
    let map = reader.map(node)?;
    let items = map.required(key).and_then(|node| reader.list(node))?;
    let read = items.iter().filter_map(|item| read(reader, item)).collect();
    map.finish();
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "id: prøve\nversion: \"1\"\nvalid-from: 2026-01-01\nreleased: nu\n\
        language: da\nlicence: ingen\nconsequence-levels: 4\nsources:\n  - {id: egen, text: Egen}\n";
    const AREAS: &str = "areas:\n  - {id: skole, label: Skole, label-en: School}\n";
    const THREATS: &str = "threats:\n  - {id: T01, title: Tyveri, type: ydre, \
        dimensions: [confidentiality], description: Tyv, example: Pc, \
        likelihood: {1: a, 2: b, 3: c, 4: d}, suggested: all, source: egen}\n";
    const MEASURES: &str = "measures:\n  - {id: M01, title: Lås, kind: teknisk, description: Dør, \
        threats: [T01], nis2: [\"1\"], evidence: Nøgle, source: egen}\n";

    /// A catalogue of one area, with some of its files replaced.
    fn findings(replaced: &[File<'_>]) -> Vec<Fact> {
        let activities = retired("02");
        let mut files = vec![
            ("catalog.yml", HEADER),
            ("areas.yml", AREAS),
            ("data-subjects.yml", "data-subjects: []\n"),
            ("personal-data.yml", "personal-data: []\n"),
            ("recipients.yml", "recipients: []\n"),
            ("nis2-areas.yml", "nis2-areas:\n  - {id: \"1\", label: Æ, label-en: Ø}\n"),
            ("dpia-criteria.yml", "dpia-criteria: []\n"),
            ("retention.yml", "retention: []\n"),
            ("laws.yml", "laws: []\n"),
            ("threats.yml", THREATS),
            ("measures.yml", MEASURES),
            ("activities/10-skole.yml", activities.as_str()),
        ];
        for (name, text) in replaced {
            files.retain(|(known, _)| known != name);
            if !text.is_empty() {
                files.push((name, text));
            }
        }
        match parse_catalogue(&files, String::new()) {
            Ok(_) => Vec::new(),
            Err(findings) => findings.into_iter().map(|finding| finding.fact).collect(),
        }
    }

    /// Activity 01, which is retired, and 02, which is not.
    fn retired(replaced_by: &str) -> String {
        let activity = |id: &str, more: &str| {
            format!(
                "  - {{id: \"{id}\", title: Æ, description: Ø, valid-from: 2026-01-01, \
                 sources: [egen], {more}}}\n"
            )
        };
        let active = "starting-reason: Å, starting-consequence: \
            {confidentiality: 1, integrity: 1, availability: 1}";
        let gone = format!("retired: \"2025-08\", replaced-by: \"{replaced_by}\"");
        format!("area: skole\nactivities:\n{}{}", activity("01", &gone), activity("02", active))
    }

    fn of_activities(text: &str) -> Vec<Fact> {
        findings(&[("activities/10-skole.yml", text)])
    }

    fn codes(facts: &[Fact]) -> Vec<&'static str> {
        facts.iter().map(|fact| fact.code().id()).collect()
    }

    #[test]
    fn a_successor_must_be_an_activity_and_may_stand_behind_the_one_it_follows() {
        assert_eq!(of_activities(&retired("02")), []);
        let [fact] = of_activities(&retired("03")).try_into().unwrap();
        assert!(matches!(fact, Fact::DanglingReference { found, .. } if found == "03"));
    }

    #[test]
    fn every_other_mistake_of_a_catalogue_has_its_code() {
        let dangling = retired("02").replace("sources: [egen]", "sources: [ingen]");
        assert_eq!(codes(&of_activities(&dangling)), ["CAT001", "CAT001"]);
        let twice = retired("02").replace("\"02\", title", "\"01\", title");
        assert_eq!(codes(&of_activities(&twice)), ["CAT002", "CAT001"]);
        let outside = retired("02").replace("integrity: 1", "integrity: 5");
        assert_eq!(codes(&of_activities(&outside)), ["CAT003"]);
        let threats = THREATS.replace("[confidentiality]", "[]");
        assert_eq!(codes(&findings(&[("threats.yml", &threats)])), ["CAT004"]);
        assert_eq!(codes(&findings(&[("laws.yml", "")])), ["CAT005"]);
    }

    #[test]
    fn every_reference_is_looked_up_wherever_it_stands() {
        let activity = |more: &str| retired("02").replace("starting-reason", more);
        for more in [
            "legal-basis: {laws: [{law: ukendt}]}, starting-reason",
            "recipients: [ukendt], starting-reason",
            "data-subjects: [ukendt], starting-reason",
            "personal-data: [ukendt], starting-reason",
            "retention: {code: P1D}, starting-reason",
            "threats: [{id: T99, reason: Æ}], starting-reason",
            "dpia-criteria: [ukendt], starting-reason",
        ] {
            assert_eq!(codes(&of_activities(&activity(more))), ["CAT001"], "{more}");
        }
        for (from, to) in [("T01", "T99"), ("[\"1\"]", "[\"11\"]"), ("egen", "ingen")] {
            let measures = MEASURES.replace(from, to);
            assert_eq!(codes(&findings(&[("measures.yml", &measures)])), ["CAT001"], "{to}");
        }
    }

    #[test]
    fn an_area_with_an_id_that_cannot_be_one_is_reported_and_not_dropped() {
        let areas = "areas:\n  - {id: Skole og unge, label: Skole, label-en: School}\n";
        let facts = findings(&[("areas.yml", areas)]);
        assert!(
            matches!(facts.first(), Some(Fact::InvalidValue { found, .. }) if found == "Skole og unge")
        );
    }

    #[test]
    fn a_municipality_code_that_cannot_be_one_is_reported_and_not_dropped() {
        let list = "municipalities:\n  - {code: \"1000\", name: Skovby, region: Syd}\n";
        let findings = parse_municipalities(("m.yml", list)).unwrap_err();
        let facts: Vec<Fact> = findings.into_iter().map(|finding| finding.fact).collect();
        assert!(matches!(&facts[..], [Fact::InvalidValue { found, .. }] if found == "1000"));
    }
}
