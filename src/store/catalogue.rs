//! Catalogue files: YAML and CSV to [`Catalogue`].

use std::collections::BTreeMap;

use super::reader::Reader;
use super::yaml::Node;
use crate::domain::{
    Activity, ActivityId, Area, AreaId, Catalogue, Dimension, LegalBasis, Municipality,
    MunicipalityCode, Retirement, Source, StartingConsequence, Suggestion, Term, Threat, ThreatId,
};
use crate::finding::{Fact, Findings, Location, nearest};

/// A file of the catalogue: its name and its text.
pub(super) type File<'a> = (&'a str, &'a str);

/// The files that make up a catalogue.
pub(super) struct Files<'a> {
    pub(super) header: File<'a>,
    pub(super) areas: File<'a>,
    pub(super) activities: &'a [File<'a>],
    pub(super) threats: File<'a>,
    pub(super) data_subjects: File<'a>,
    pub(super) personal_data: File<'a>,
}

/// Reads a whole catalogue; every file is read, so that one run reports all mistakes.
pub(super) fn parse_catalogue(files: &Files<'_>, digest: String) -> Result<Catalogue, Findings> {
    let mut findings = Findings::new();
    let header = keep(&mut findings, run(files.header, read_header));
    let areas = keep(&mut findings, run(files.areas, |r, n| list(r, n, "areas", read_area)));
    let threats =
        keep(&mut findings, run(files.threats, |r, n| list(r, n, "threats", read_threat)));
    let data_subjects = keep(
        &mut findings,
        run(files.data_subjects, |r, n| list(r, n, "data-subjects", read_term)),
    );
    let personal_data = keep(
        &mut findings,
        run(files.personal_data, |r, n| list(r, n, "personal-data", read_term)),
    );
    let (Some(header), Some(areas), Some(threats), Some(data_subjects), Some(personal_data)) =
        (header, areas, threats, data_subjects, personal_data)
    else {
        return Err(findings);
    };
    let threats: BTreeMap<_, _> =
        threats.into_iter().map(|threat| (threat.id.clone(), threat)).collect();
    let known = Known {
        areas: &areas,
        threats: &threats,
        sources: &header.sources,
        levels: header.consequence_levels,
        data_subjects: &data_subjects,
        personal_data: &personal_data,
    };
    let mut activities = BTreeMap::new();
    let mut successors = Vec::new();
    for file in files.activities {
        let mut read = Activities { all: &mut activities, successors: &mut successors };
        let read = run(*file, |reader, node| read_activities(reader, node, &known, &mut read));
        keep(&mut findings, read);
    }
    // A successor may stand in a later file, so this waits until all are read.
    for (place, successor) in successors {
        if !activities.contains_key(&successor) {
            let nearest = nearest(successor.as_str(), activities.keys().map(ActivityId::as_str));
            let nearest = nearest.map(str::to_owned);
            findings.push(place, Fact::DanglingReference { found: successor.to_string(), nearest });
        }
    }
    if findings.has_errors() {
        return Err(findings);
    }
    Ok(Catalogue {
        id: header.id,
        version: header.version,
        valid_from: header.valid_from,
        digest,
        consequence_levels: header.consequence_levels,
        areas,
        activities,
        threats,
        data_subjects,
        personal_data,
        sources: header.sources,
    })
}

fn run<T>(
    (name, text): File<'_>,
    read: impl FnOnce(&Reader<'_>, &Node) -> Option<T>,
) -> Result<T, Findings> {
    Reader::run(name, text, read).map(|(result, _, _)| result)
}

fn keep<T>(findings: &mut Findings, result: Result<T, Findings>) -> Option<T> {
    result.map_err(|errors| findings.extend(errors)).ok()
}

/// Activities read so far, and the successors that they name with the place of the naming entry.
struct Activities<'a> {
    all: &'a mut BTreeMap<ActivityId, Activity>,
    successors: &'a mut Vec<(Location, ActivityId)>,
}

/// What entries may refer to.
struct Known<'a> {
    areas: &'a [Area],
    threats: &'a BTreeMap<ThreatId, Threat>,
    sources: &'a [Source],
    levels: u8,
    data_subjects: &'a [Term],
    personal_data: &'a [Term],
}

struct Header {
    id: String,
    version: String,
    valid_from: crate::domain::Date,
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

fn read_area(reader: &Reader<'_>, node: &Node) -> Option<Area> {
    let term = read_term(reader, node)?;
    let Ok(id) = AreaId::parse(&term.id) else {
        reader.invalid(node, &term.id, &["a-z, 0-9, -"]);
        return None;
    };
    Some(Area { id, label: term.label, label_en: term.label_en })
}

fn read_term(reader: &Reader<'_>, node: &Node) -> Option<Term> {
    let map = reader.map(node)?;
    let (id, label, label_en) = (map.text("id"), map.text("label"), map.text("label-en"));
    map.optional_text("kind");
    map.finish();
    Some(Term { id: id?, label: label?, label_en: label_en? })
}

fn read_threat(reader: &Reader<'_>, node: &Node) -> Option<Threat> {
    let map = reader.map(node)?;
    let id = map.required("id").and_then(|node| threat_id(reader, node));
    let (title, kind) = (map.text("title"), map.text("type"));
    let dimensions: Vec<Dimension> = map
        .list("dimensions")
        .iter()
        .filter_map(|node| reader.choice(node, &Dimension::KEYS))
        .collect();
    let rights = map.flag("rights");
    let description = map.text("description");
    let suggested = map.required("suggested").and_then(|node| {
        reader.choice(node, &[("all", Suggestion::All), ("some", Suggestion::Some)])
    });
    let source = map.text("source");
    map.finish();
    if dimensions.is_empty() && !rights {
        reader.report(node, Fact::ThreatHitsNothing {});
    }
    Some(Threat {
        id: id?,
        title: title?,
        kind: kind?,
        dimensions,
        rights,
        description: description?,
        suggested: suggested?,
        source: source?,
    })
}

fn threat_id(reader: &Reader<'_>, node: &Node) -> Option<ThreatId> {
    let text = reader.text(node)?;
    let id = ThreatId::parse(text).ok();
    if id.is_none() {
        reader.invalid(node, text, &["T01–T99"]);
    }
    id
}

fn activity_id(reader: &Reader<'_>, node: &Node) -> Option<ActivityId> {
    let text = reader.text(node)?;
    let id = ActivityId::parse(text).ok();
    if id.is_none() {
        reader.invalid(node, text, &["01–90", "A–F", "X01–X99"]);
    }
    id
}

fn read_activities(
    reader: &Reader<'_>,
    node: &Node,
    known: &Known<'_>,
    activities: &mut Activities<'_>,
) -> Option<()> {
    let map = reader.map(node)?;
    let area = map.required("area").and_then(|node| {
        let text = reader.text(node)?;
        let area = known.areas.iter().find(|area| area.id.as_str() == text);
        if area.is_none() {
            dangling(reader, node, text, known.areas.iter().map(|area| area.id.as_str()));
        }
        area.map(|area| area.id.clone())
    });
    let items = map.list("activities");
    map.finish();
    let area = area?;
    for item in items {
        if let Some(activity) = read_activity(reader, item, known, &area) {
            let id = activity.id.clone();
            if let Some(successor) =
                activity.retired.as_ref().and_then(|retired| retired.replaced_by.clone())
            {
                activities.successors.push((reader.place_of(item), successor));
            }
            if activities.all.insert(id.clone(), activity).is_some() {
                reader.report(item, Fact::DuplicateCatalogueId { id: id.to_string() });
            }
        }
    }
    Some(())
}

fn read_activity(
    reader: &Reader<'_>,
    node: &Node,
    known: &Known<'_>,
    area: &AreaId,
) -> Option<Activity> {
    let map = reader.map(node)?;
    let id = map.required("id").and_then(|node| activity_id(reader, node));
    let (title, description) = (map.text("title"), map.text("description"));
    let kle_groups = map.texts("kle-groups");
    let data_subjects = references(reader, map.optional("data-subjects"), known.data_subjects);
    let personal_data = references(reader, map.optional("personal-data"), known.personal_data);
    let legal_basis = map.optional("legal-basis").and_then(|node| read_legal_basis(reader, node));
    let levels = map
        .optional("starting-consequence")
        .and_then(|node| read_starting(reader, node, known.levels));
    let reason = map.optional_text("starting-reason");
    let threats = map.list("threats").iter().filter_map(|node| {
        let id = threat_id(reader, node)?;
        if !known.threats.contains_key(&id) {
            dangling(reader, node, id.as_str(), known.threats.keys().map(ThreatId::as_str));
        }
        Some(id)
    });
    let threats = threats.collect();
    let source = map.required("source").and_then(|node| {
        let text = reader.text(node)?;
        if !known.sources.iter().any(|source| source.id == text) {
            dangling(reader, node, text, known.sources.iter().map(|source| source.id.as_str()));
        }
        Some(text.to_owned())
    });
    let note = map.optional_text("note");
    let reviewed = map.flag("reviewed");
    let retired = map.optional_text("retired");
    let replaced_by = map.optional("replaced-by").and_then(|node| activity_id(reader, node));
    map.finish();
    if retired.is_none() && (levels.is_none() || reason.is_none()) {
        reader.report(node, Fact::MissingKey { key: "starting-consequence".to_owned() });
    }
    Some(Activity {
        id: id?,
        title: title?,
        description: description?,
        area: area.clone(),
        kle_groups,
        data_subjects,
        personal_data,
        legal_basis: legal_basis.unwrap_or_default(),
        starting: levels.zip(reason).map(|(levels, reason)| StartingConsequence { levels, reason }),
        threats,
        source: source?,
        note,
        reviewed,
        retired: retired.map(|since| Retirement { since, replaced_by }),
    })
}

fn references(reader: &Reader<'_>, node: Option<&Node>, terms: &[Term]) -> Vec<String> {
    let items = node.and_then(|node| reader.list(node)).unwrap_or_default();
    let mut ids = Vec::new();
    for item in items {
        let Some(text) = reader.text(item) else { continue };
        if !terms.iter().any(|term| term.id == text) {
            dangling(reader, item, text, terms.iter().map(|term| term.id.as_str()));
        }
        ids.push(text.to_owned());
    }
    ids
}

fn dangling<'a>(
    reader: &Reader<'_>,
    node: &Node,
    found: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let nearest = nearest(found, known).map(str::to_owned);
    reader.report(node, Fact::DanglingReference { found: found.to_owned(), nearest });
}

fn read_legal_basis(reader: &Reader<'_>, node: &Node) -> Option<LegalBasis> {
    let map = reader.map(node)?;
    let basis = LegalBasis {
        article_6: map.texts("article-6"),
        article_9: map.texts("article-9"),
        section_11: map.flag("section-11"),
        criminal_offences: map.flag("criminal-offences"),
        laws: map.texts("laws"),
    };
    map.finish();
    Some(basis)
}

fn read_starting(reader: &Reader<'_>, node: &Node, top: u8) -> Option<BTreeMap<Dimension, u8>> {
    let map = reader.map(node)?;
    let mut levels = BTreeMap::new();
    for (key, dimension) in Dimension::KEYS.iter().take(3) {
        let Some(node) = map.required(key) else { continue };
        let Some(level) = reader.parse::<u8>(node, "whole number") else { continue };
        if !(1..=top).contains(&level) {
            reader.report(node, Fact::StartingOutsideScale { found: level.to_string(), top });
        }
        levels.insert(*dimension, level);
    }
    map.finish();
    Some(levels)
}

/// Reads the list of municipalities.
pub(super) fn parse_municipalities(file: File<'_>) -> Result<Vec<Municipality>, Findings> {
    run(file, |reader, node| list(reader, node, "municipalities", read_municipality))
}

fn read_municipality(reader: &Reader<'_>, node: &Node) -> Option<Municipality> {
    let map = reader.map(node)?;
    let code = map.required("code").and_then(|node| {
        let text = reader.text(node)?;
        let code = MunicipalityCode::parse(text).ok();
        if code.is_none() {
            reader.invalid(node, text, &["1–999"]);
        }
        code
    });
    let (name, region) = (map.text("name"), map.text("region"));
    let in_partnership = map.flag("partnership-2021");
    let invented = map.flag("invented");
    map.finish();
    Some(Municipality { code: code?, name: name?, region: region?, in_partnership, invented })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "id: prøve\nversion: \"1\"\nvalid-from: 2026-01-01\nreleased: nu\n\
        language: da\nlicence: ingen\nconsequence-levels: 4\nsources:\n  - {id: egen, text: Egen}\n";
    const THREATS: &str = "threats:\n  - {id: T01, title: Tyveri, type: ydre, \
        dimensions: [confidentiality], description: Tyv, suggested: all, source: egen}\n";

    fn facts(areas: &str, activities: &str) -> Vec<Fact> {
        let files = Files {
            header: ("catalog.yml", HEADER),
            areas: ("areas.yml", areas),
            activities: &[("a.yml", activities)],
            threats: ("threats.yml", THREATS),
            data_subjects: ("data-subjects.yml", "data-subjects: []\n"),
            personal_data: ("personal-data.yml", "personal-data: []\n"),
        };
        match parse_catalogue(&files, String::new()) {
            Ok(_) => Vec::new(),
            Err(findings) => findings.into_iter().map(|finding| finding.fact).collect(),
        }
    }

    fn retired(replaced_by: &str) -> String {
        let activity = |id: &str, more: &str| {
            format!("  - {{id: \"{id}\", title: Æ, description: Ø, source: egen, {more}}}\n")
        };
        let active = "starting-reason: Å, starting-consequence: \
            {confidentiality: 1, integrity: 1, availability: 1}";
        let gone = format!("retired: \"2025-08\", replaced-by: \"{replaced_by}\"");
        format!("area: skole\nactivities:\n{}{}", activity("01", &gone), activity("02", active))
    }

    const AREAS: &str = "areas:\n  - {id: skole, label: Skole, label-en: School}\n";

    #[test]
    fn a_successor_must_be_an_activity_and_may_stand_behind_the_one_it_follows() {
        assert_eq!(facts(AREAS, &retired("02")), []);
        let [fact] = facts(AREAS, &retired("03")).try_into().unwrap();
        assert!(matches!(fact, Fact::DanglingReference { found, .. } if found == "03"));
    }

    /// The code beside what the catalogue says about it, so that `tests/checks.rs` finds it here.
    fn codes(areas: &str, activities: &str) -> Vec<&'static str> {
        facts(areas, activities).iter().map(|fact| fact.code().id()).collect()
    }

    #[test]
    fn every_other_mistake_of_a_catalogue_has_its_code() {
        let dangling = retired("02").replace("source: egen", "source: ingen");
        assert_eq!(codes(AREAS, &dangling), ["CAT001", "CAT001"]);
        assert_eq!(
            codes(AREAS, &retired("02").replace("\"02\", title", "\"01\", title")),
            ["CAT002", "CAT001"]
        );
        let outside = retired("02").replace("integrity: 1", "integrity: 5");
        assert_eq!(codes(AREAS, &outside), ["CAT003"]);
        let threat = THREATS.replace("[confidentiality]", "[]");
        let threats = run(("t.yml", &threat), |r, n| list(r, n, "threats", read_threat));
        let findings: Vec<_> = threats.unwrap_err().into_iter().collect();
        assert_eq!(findings.iter().map(|f| f.code().id()).collect::<Vec<_>>(), ["CAT004"]);
    }

    #[test]
    fn an_area_with_an_id_that_cannot_be_one_is_reported_and_not_dropped() {
        let areas = "areas:\n  - {id: Skole og unge, label: Skole, label-en: School}\n";
        let facts = facts(areas, &retired("02"));
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
