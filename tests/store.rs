//! The file of an assessment: what is saved is what is loaded, byte for byte the same each time.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing test may say so"
)]

mod support;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use proptest::test_runner::RngSeed;
use risiko::domain::{
    Action, Assessment, CatalogueRef, MethodRef, MunicipalityCode, Perspective, Rating, System,
};
use risiko::finding::{Fact, Findings};
use risiko::store::{assessment_text, format_assessment, parse_assessment, recorded_state};
use support::anything::{TRAPS, answer, date, nasty, own_sheets};
use support::{activity_id, assessment, catalogue, likelihood, method, rounds, threat_id};

fn parsed(text: &str) -> Result<Assessment, Findings> {
    let method = method("kl-4x4");
    let loaded = parse_assessment("a.risiko.yml", text, catalogue(), |_| Ok(method.clone()));
    loaded.map(|loaded| loaded.assessment)
}

fn loaded(text: &str) -> Assessment {
    parsed(text).unwrap_or_else(|findings| panic!("{findings:?}\n{text}"))
}

/// An assessment with anything in any field that a file has.
fn any_assessment() -> impl Strategy<Value = Assessment> {
    let ids: Vec<_> = catalogue().activities.keys().cloned().collect();
    let more = subsequence(vec![Perspective::Organisation, Perspective::Society], 0..=2);
    let catalogue_ref = (nasty(), nasty(), nasty())
        .prop_map(|(id, version, digest)| CatalogueRef { id, version, digest });
    (
        (1..=999_u16, nasty(), nasty(), date()),
        catalogue_ref,
        any::<u32>(),
        more,
        btree_map(select(ids), answer(nasty), 0..4),
        own_sheets(nasty),
    )
        .prop_map(
            |((code, name, round, as_of), catalogue, version, more, activities, own_sheets)| {
                Assessment {
                    municipality: MunicipalityCode::parse(&code.to_string()).unwrap(),
                    municipality_name: name,
                    round,
                    as_of,
                    catalogue,
                    method: MethodRef { id: method("kl-4x4").id.clone(), version },
                    perspectives: [vec![Perspective::DataSubject], more].concat(),
                    activities,
                    own_sheets,
                }
            },
        )
}

/// A small file with something in every kind of field.
fn small_file() -> String {
    let method = method("kl-4x4");
    let mut assessment = assessment(catalogue(), method);
    assessment.activities.retain(|id, _| *id == activity_id("74"));
    let answer = assessment.activities.get_mut(&activity_id("74")).unwrap();
    answer.note = Some("Ærø: \"note\" # ikke en kommentar\nog en linje til".to_owned());
    answer.systems =
        vec![System { name: "Sag".to_owned(), processor: None, max_downtime_hours: Some(4) }];
    let threat = answer.threats.entry(threat_id("T08")).or_default();
    threat.risk.likelihood = Rating::Rated(likelihood(method, 3));
    threat.risk.residual_likelihood = Rating::Rated(likelihood(method, 2));
    threat.risk.actions = vec![Action { what: "Log".to_owned(), ..Action::default() }];
    threat.extra.insert("Vores kolonne".to_owned(), "27.60".into());
    format_assessment(&assessment).unwrap()
}

/// One change to the bytes of a file.
#[derive(Debug, Clone)]
enum Damage {
    Replace(u8),
    Insert(u8),
    Remove,
    Cut,
    Repeat(usize),
}

fn damage() -> impl Strategy<Value = (Index, Damage)> {
    let byte = || prop_oneof![any::<u8>(), select(&b":-#'\"[]{}&*!|>%@`?,~ \t\r\n\0"[..])];
    let damage = prop_oneof![
        4 => byte().prop_map(Damage::Replace),
        4 => byte().prop_map(Damage::Insert),
        2 => Just(Damage::Remove),
        1 => Just(Damage::Cut),
        1 => (1..200_usize).prop_map(Damage::Repeat),
    ];
    (any::<Index>(), damage)
}

fn damaged(mut bytes: Vec<u8>, changes: &[(Index, Damage)]) -> Vec<u8> {
    for (at, change) in changes {
        if bytes.is_empty() {
            break;
        }
        let at = at.index(bytes.len());
        match change {
            Damage::Replace(byte) => bytes[at] = *byte,
            Damage::Insert(byte) => bytes.insert(at, *byte),
            Damage::Remove => drop(bytes.remove(at)),
            Damage::Cut => bytes.truncate(at),
            Damage::Repeat(length) => {
                let end = bytes.len().min(at + length);
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
        }
    }
    bytes
}

/// Fixed cases: what failed once fails again, and nothing is written beside the tests.
fn cases(number: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        ..ProptestConfig::with_cases(rounds(number))
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_the_journal_takes_apart_comes_together_unchanged(assessment in any_assessment()) {
        let text = assessment_text(&recorded_state(&assessment)).unwrap();
        let back = parsed(&text)
            .map_err(|findings| TestCaseError::fail(format!("{findings:?}\n{text}")))?;
        let (back, whole) =
            (format_assessment(&back).unwrap(), format_assessment(&assessment).unwrap());
        let other = whole.lines().zip(back.lines()).find(|(one, other)| one != other);
        prop_assert!(back == whole, "{other:?}");
    }

    #[test]
    fn what_is_saved_is_loaded_unchanged_and_saves_to_the_same_bytes(
        assessment in any_assessment(),
    ) {
        let text = format_assessment(&assessment).unwrap();
        prop_assert_eq!(&format_assessment(&assessment).unwrap(), &text);
        let again = loaded(&text);
        prop_assert_eq!(&again, &assessment, "{}", text);
        prop_assert_eq!(format_assessment(&again).unwrap(), text);
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_damaged_file_never_crashes_and_what_is_read_is_saved_and_read_again(
        changes in vec(damage(), 1..6),
    ) {
        let bytes = damaged(small_file().into_bytes(), &changes);
        let text = String::from_utf8_lossy(&bytes);
        match parsed(&text) {
            Ok(assessment) => {
                let saved = format_assessment(&assessment).unwrap();
                prop_assert_eq!(loaded(&saved), assessment);
            }
            Err(findings) => prop_assert!(!findings.is_empty(), "refused without a word: {}", text),
        }
    }
}

#[test]
fn every_trap_survives_in_every_kind_of_place() {
    for trap in TRAPS {
        let mut assessment = loaded(&small_file());
        assessment.round = trap.to_owned();
        let answer = assessment.activities.get_mut(&activity_id("74")).unwrap();
        answer.note = Some(trap.to_owned());
        answer.direct.measures = vec![trap.to_owned(), trap.to_owned()];
        answer.systems[0].name = trap.to_owned();
        answer.extra.insert(trap.to_owned(), trap.into());
        for figure in answer.consequences.figures.values_mut() {
            figure.reason = Some(trap.to_owned());
        }
        let text = format_assessment(&assessment).unwrap();
        assert_eq!(loaded(&text), assessment, "{trap:?}\n{text}");
    }
}

#[test]
fn a_malformed_method_id_is_answered_with_the_ids_that_there_are() {
    let text = small_file().replacen("id: kl-4x4", "id: KL 4×4", 1);
    let findings = parsed(&text).unwrap_err();
    let facts: Vec<Fact> = findings.into_iter().map(|finding| finding.fact).collect();
    let [Fact::UnknownMethod { allowed, .. }] = &facts[..] else { panic!("{facts:?}") };
    assert!(allowed.contains(&"kl-4x4".to_owned()), "{allowed:?}");
}
