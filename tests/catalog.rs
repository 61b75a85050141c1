//! The shipped catalogue: everything loads, resolves and is complete.
#![allow(clippy::unwrap_used, reason = "a failing test may say so")]

use std::collections::{BTreeMap, BTreeSet};

use risiko::domain::{ActivityId, Catalogue, LocalCatalogue, MeasureId, Perspective, ThreatId};
use risiko::engine::{EntryFate, KleLists, Part, PartChange, catalogue_diff, check_catalogue};
use risiko::finding::{Fact, Findings};
use risiko::store::{
    embedded_catalogue, embedded_files, embedded_method, embedded_method_ids,
    embedded_municipalities,
};

#[test]
fn has_90_numbered_and_6_cross_cutting_activities_of_which_81_is_retired() {
    let catalogue = embedded_catalogue().unwrap();
    let mut ids: Vec<String> = (1..=90).map(|number| format!("{number:02}")).collect();
    ids.extend(["A", "B", "C", "D", "E", "F"].map(str::to_owned));
    let found: Vec<_> = catalogue.activities.keys().map(ToString::to_string).collect();
    assert_eq!(found, ids);
    let retired: Vec<_> = catalogue
        .activities
        .values()
        .filter_map(|activity| Some((activity.id.to_string(), activity.retired.as_ref()?)))
        .collect();
    let [(id, retirement)] = retired.as_slice() else { panic!("{retired:?}") };
    assert_eq!(id, "81");
    assert_eq!(retirement.replaced_by.as_ref().unwrap().as_str(), "73");
    assert_eq!(catalogue.active().count(), 95);
}

#[test]
fn titles_and_reasons_are_unique_and_nobody_elses() {
    let catalogue = embedded_catalogue().unwrap();
    let (mut titles, mut reasons) = (BTreeSet::new(), BTreeSet::new());
    for activity in catalogue.activities.values() {
        assert!(titles.insert(activity.title.to_lowercase()), "title twice: {}", activity.title);
        assert!(activity.title.chars().count() <= 60, "title too long: {}", activity.title);
        for text in [&activity.title, &activity.description] {
            // The opening of the licensed titles of the shared template.
            assert!(!text.starts_with("Behandling af personoplysninger"), "{text}");
            assert_eq!(text.trim(), text);
        }
        if let Some(starting) = &activity.starting {
            assert!(reasons.insert(&starting.reason), "reason twice: {}", starting.reason);
        }
    }
}

#[test]
fn the_topic_map_answers_each_of_1815_topics_with_a_known_activity() {
    let catalogue = embedded_catalogue().unwrap();
    let topics = embedded_files().kle_topics();
    assert_eq!(topics.len(), 1815);
    for (topic, activity) in &topics {
        assert!(catalogue.activities.contains_key(activity), "{topic} -> {activity}");
    }
}

#[test]
fn every_kle_group_belongs_to_an_activity_and_every_activitys_group_is_known() {
    let catalogue = embedded_catalogue().unwrap();
    let groups: BTreeSet<_> =
        embedded_files().kle_groups().into_iter().map(|group| group.code).collect();
    assert_eq!(groups.len(), 366);
    let used: BTreeSet<_> = catalogue
        .activities
        .values()
        .flat_map(|activity| activity.kle_groups.iter().cloned())
        .collect();
    assert_eq!(used, groups);
}

#[test]
fn has_the_98_municipalities_and_two_invented_ones() {
    let municipalities = embedded_municipalities().unwrap();
    let (invented, real): (Vec<_>, Vec<_>) =
        municipalities.iter().partition(|municipality| municipality.invented);
    assert_eq!(real.len(), 98);
    assert_eq!(real.iter().filter(|municipality| municipality.in_partnership).count(), 43);
    let names: Vec<_> = invented.iter().map(|m| (m.code.number(), m.name.as_str())).collect();
    assert_eq!(names, [(998, "Skovby"), (999, "Fjordby")]);
    let mut by_region: BTreeMap<&str, usize> = BTreeMap::new();
    for municipality in real {
        *by_region.entry(municipality.region.as_str()).or_default() += 1;
    }
    let counts: Vec<_> = by_region.into_iter().collect();
    assert_eq!(
        counts,
        [
            ("Region Hovedstaden", 29),
            ("Region Midtjylland", 19),
            ("Region Nordjylland", 11),
            ("Region Sjælland", 17),
            ("Region Syddanmark", 22)
        ]
    );
}

#[test]
fn has_at_least_40_threats_and_every_one_is_offered_somewhere() {
    let catalogue = embedded_catalogue().unwrap();
    assert!(catalogue.threats.len() >= 40);
    let offered: BTreeSet<&ThreatId> = catalogue
        .active()
        .flat_map(|activity| catalogue.suggested_threats(activity))
        .map(|threat| &threat.id)
        .collect();
    assert_eq!(offered.len(), catalogue.threats.len());
}

#[test]
fn every_shipped_method_loads_and_the_default_is_first() {
    let ids = embedded_method_ids();
    let names: Vec<_> = ids.iter().map(ToString::to_string).collect();
    assert_eq!(names, ["kl-4x4", "standard-4x4", "herning-4x4", "datatilsynet-4x4"]);
    for id in &ids {
        let method = embedded_method(id).unwrap().unwrap();
        assert_eq!(method.id, *id);
        let findings = risiko::engine::lint(&method);
        assert!(!findings.has_errors(), "{id}: {findings:?}");
    }
}

#[test]
fn starting_figures_are_of_the_data_subject_on_the_declared_scale() {
    let catalogue = embedded_catalogue().unwrap();
    let id = embedded_method_ids().into_iter().next().unwrap();
    let method = embedded_method(&id).unwrap().unwrap();
    assert_eq!(catalogue.consequence_levels, method.consequence.top_number());
    for activity in catalogue.active() {
        let answer = risiko::engine::new_answer(activity, &catalogue, &method);
        assert_eq!(answer.consequences.figures.len(), 3, "{}", activity.id);
        assert!(answer.consequences.figures.keys().all(|(p, _)| *p == Perspective::DataSubject));
    }
}

#[test]
fn the_supervision_model_covers_every_score_and_names_only_its_own_concepts() {
    let text = include_str!("../catalog/supervision.yml");
    let model: serde_json::Value = serde_saphyr::from_str(text).unwrap();
    let of = |value: &serde_json::Value, key: &str| value.get(key).unwrap().as_u64().unwrap();
    let list = |key: &str| model.get(key).unwrap().as_array().unwrap().clone();
    let concepts: Vec<u64> = list("concepts").iter().map(|concept| of(concept, "id")).collect();
    assert_eq!(concepts, [1, 2, 3, 4, 5, 6]);
    let mut next = 1;
    for score in list("scores") {
        assert_eq!(of(&score, "from"), next);
        next = of(&score, "to") + 1;
        let named = score.get("concepts").unwrap().as_array().unwrap();
        assert!(named.iter().all(|concept| concepts.contains(&concept.as_u64().unwrap())));
    }
    assert_eq!(next, 11);
    assert_eq!(list("questions").len(), 4);
}

#[test]
fn how_long_data_are_kept_stands_under_the_code_of_the_activity() {
    let mut catalogue = embedded_catalogue().unwrap();
    let coded: Vec<ActivityId> = catalogue
        .activities
        .values()
        .filter(|activity| activity.retention.as_ref().is_some_and(|kept| kept.code.is_some()))
        .map(|activity| activity.id.clone())
        .collect();
    assert!(coded.len() > 20, "{}", coded.len());
    for id in &coded {
        let activity = &catalogue.activities[id];
        let code = activity.retention.as_ref().unwrap().code.as_ref().unwrap();
        assert_eq!(&catalogue.retention_period(activity).unwrap().code, code);
    }
    catalogue.retention.clear();
    assert_eq!(catalogue.retention_period(&catalogue.activities[&coded[0]]), None);
}

#[test]
fn however_many_local_catalogues_there_are_they_are_one_source() {
    let local =
        || risiko::store::parse_local("local.yml", "local: 1\n", &embedded_catalogue().unwrap());
    let sources = |catalogue: &Catalogue| {
        catalogue.sources.iter().filter(|source| source.id == LocalCatalogue::SOURCE).count()
    };
    let catalogue = embedded_catalogue().unwrap();
    assert_eq!(sources(&catalogue), 0);
    let once = catalogue.with_local(local().unwrap().0);
    assert_eq!(sources(&once), 1);
    assert_eq!(sources(&once.with_local(local().unwrap().0)), 1);
}

/// What is found of an entry after a change to the shipped catalogue.
fn found_of(id: &str, change: impl FnOnce(&mut Catalogue)) -> Vec<Fact> {
    let mut catalogue = embedded_catalogue().unwrap();
    change(&mut catalogue);
    let files = embedded_files();
    let (groups, topics) = (files.kle_groups(), files.kle_topics());
    let findings: Findings =
        check_catalogue(&catalogue, KleLists { groups: &groups, topics: &topics });
    let of_entry = findings
        .iter()
        .filter(|finding| format!("{:?}", finding.location).contains(&format!("\"{id}\"")));
    of_entry.map(|finding| finding.fact.clone()).collect()
}

#[test]
fn a_note_is_held_to_the_same_language_as_every_other_text() {
    let id = ActivityId::parse("74").unwrap();
    let noted = |note: &str| {
        found_of("74", |catalogue| {
            catalogue.activities.get_mut(&id).unwrap().note = Some(note.to_owned());
        })
    };
    assert_eq!(noted("Gælder også efterværn."), []);
    assert!(matches!(
        noted("Gælder også efterværn")[..],
        [Fact::TextBlemish { field: "note", .. }]
    ));
}

#[test]
fn a_measure_works_on_a_threat_to_rights_only_where_it_protects_them() {
    let id = MeasureId::parse("M01").unwrap();
    let catalogue = embedded_catalogue().unwrap();
    let rights = catalogue.threats.values().find(|t| t.rights && t.dimensions.is_empty()).unwrap();
    let against = |rights_too: bool| {
        found_of("M01", |catalogue| {
            let measure = catalogue.measures.get_mut(&id).unwrap();
            (measure.threats, measure.rights) = ([rights.id.clone()].into(), rights_too);
        })
    };
    assert_eq!(against(true), []);
    assert_eq!(against(false), [Fact::MeasureWithoutThreat {}]);
}

#[test]
fn what_a_threat_hits_and_a_measure_protects_is_part_of_the_difference_by_name() {
    let old = embedded_catalogue().unwrap();
    let mut new = old.clone();
    let threat = new.threats.values_mut().find(|threat| !threat.rights).unwrap();
    threat.rights = true;
    let id = threat.id.to_string();
    let measure = new.measures.values_mut().find(|measure| measure.dimensions.len() > 1).unwrap();
    let gone = measure.dimensions.pop().unwrap();
    let protects = measure.id.to_string();
    let changed: Vec<(String, Vec<PartChange>)> = catalogue_diff(&old, &new)
        .into_iter()
        .filter_map(|change| match change.fate {
            EntryFate::Changed(parts) => Some((change.id, parts)),
            _ => None,
        })
        .collect();
    let [of_threat, of_measure] = changed.as_slice() else { panic!("{changed:?}") };
    assert_eq!((&of_threat.0, &of_measure.0), (&id, &protects));
    let part = |parts: &[PartChange]| parts.iter().map(|part| part.part).collect::<Vec<_>>();
    assert_eq!(
        (part(&of_threat.1), part(&of_measure.1)),
        (vec![Part::Dimensions], vec![Part::Dimensions])
    );
    assert!(format!("{:?}", of_threat.1).contains("rights"), "{of_threat:?}");
    assert!(format!("{:?}", of_measure.1).contains(gone.key()), "{of_measure:?}");
}
