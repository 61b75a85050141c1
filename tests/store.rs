//! The file of an assessment: what is saved is what is loaded, byte for byte the same each time.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing test may say so"
)]

mod support;

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use proptest::test_runner::RngSeed;
use risiko::domain::{
    Acceptance, Action, ActivityAnswer, Address, Assessed, Assessment, CatalogueRef, Consequence,
    ConsequenceFigure, Consequences, Date, Dimension, Likelihood, MethodRef, MunicipalityCode,
    Origin, OwnCell, OwnSheet, Perspective, Rating, RiskAnswer, Status, System, ThreatAnswer,
    Treatment,
};
use risiko::finding::{Fact, Findings};
use risiko::store::{format_assessment, parse_assessment};
use support::{activity_id, assessment, catalogue, consequence, likelihood, method, threat_id};

fn parsed(text: &str) -> Result<Assessment, Findings> {
    let method = method("kl-4x4");
    let loaded = parse_assessment("a.risiko.yml", text, catalogue(), |_| Ok(method.clone()));
    loaded.map(|loaded| loaded.assessment)
}

fn loaded(text: &str) -> Assessment {
    parsed(text).unwrap_or_else(|findings| panic!("{findings:?}\n{text}"))
}

/// Texts that YAML reads as something else, or that its writers lose a part of.
const TRAPS: [&str; 52] = [
    "",
    " ",
    "no",
    "ja",
    "~",
    "null",
    "true",
    "08",
    "27.60",
    "1_000",
    "0x1F",
    ".inf",
    "1e3",
    "1:30",
    "2026-11-01",
    "=1+1",
    "+45 12 34 56 78",
    "- a",
    "-",
    "# b",
    "a # b",
    "a: b",
    "a:",
    ": a",
    "? a",
    "  foran",
    "bagved  ",
    "bagved\t",
    "\tfaneblad\tinde",
    "\n",
    "\n\nforan",
    "linje\n\nlinje\n",
    "linje\n\n\n",
    "linje  \n  indrykket\n\tfane\n",
    "  først indrykket\nså ikke",
    "a\r\nb\r\n",
    "a\rb",
    "'",
    "\"",
    "\\",
    "%",
    "@",
    "---",
    "...",
    "|",
    ">",
    "🚑 👩‍👧 é",
    "\u{202e}vendt\u{202c}",
    "\u{feff}bom",
    "\u{85}nel\u{2028}ls\u{2029}ps",
    "\u{0}\u{7}\u{1b}[31m\u{7f}",
    "\u{a0}hårdt mellemrum\u{a0}",
];

/// Texts that people write, and those that YAML writers get wrong.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => "[a-zæøåA-ZÆØÅ0-9 .,:;#'\"\\[\\]{}&*!|>%@`?=~\t\n-]{1,120}",
        1 => "\\PC{1,40}",
        1 => "(ord og flere  ord ){8,90}",
        1 => "[æøåa-z]{300,1500}",
        4 => select(&TRAPS[..]).prop_map(str::to_owned),
    ]
}

fn date() -> impl Strategy<Value = Date> {
    (1900..2100_i16, 1..=12_i8, 1..=28_i8)
        .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}").parse().unwrap())
}

fn a_likelihood() -> impl Strategy<Value = Rating<Likelihood>> {
    of(1..=4_u8).prop_map(|level| level.map(|level| likelihood(method("kl-4x4"), level)).into())
}

fn a_consequence() -> impl Strategy<Value = Rating<Consequence>> {
    of(1..=4_u8).prop_map(|level| level.map(|level| consequence(method("kl-4x4"), level)).into())
}

fn figure() -> impl Strategy<Value = ConsequenceFigure> {
    // Not rated is written by leaving the figure out.
    let rating = a_consequence().prop_map(|rating| match rating {
        Rating::NotRated => Rating::NotApplicable,
        rated => rated,
    });
    let origin = select(Origin::KEYS.map(|(_, origin)| origin).to_vec());
    (rating, origin, of(text())).prop_map(|(rating, origin, reason)| ConsequenceFigure {
        rating,
        origin,
        reason,
    })
}

fn risk() -> impl Strategy<Value = RiskAnswer> {
    let action = (text(), of(text()), of(date()));
    let action = action.prop_map(|(what, owner, deadline)| Action { what, owner, deadline });
    let treatment = select(Treatment::KEYS.map(|(_, treatment)| treatment).to_vec());
    (
        a_likelihood(),
        of(text()),
        vec(text(), 0..3),
        of(treatment),
        vec(action, 0..3),
        a_likelihood(),
        a_consequence(),
    )
        .prop_map(
            |(
                likelihood,
                reason,
                measures,
                treatment,
                actions,
                residual_likelihood,
                residual_consequence,
            )| {
                RiskAnswer {
                    likelihood,
                    reason,
                    measures,
                    treatment,
                    actions,
                    residual_likelihood,
                    residual_consequence,
                }
            },
        )
}

fn extra() -> impl Strategy<Value = BTreeMap<String, String>> {
    btree_map(text(), text(), 0..3)
}

fn threat() -> impl Strategy<Value = ThreatAnswer> {
    (of(text()), risk(), extra()).prop_map(|(not_relevant, risk, extra)| ThreatAnswer {
        not_relevant,
        risk,
        extra,
    })
}

fn system() -> impl Strategy<Value = System> {
    (text(), of(text()), of(any::<u32>())).prop_map(|(name, processor, max_downtime_hours)| {
        System { name, processor, max_downtime_hours }
    })
}

fn acceptance() -> impl Strategy<Value = Acceptance> {
    (text(), text(), date(), of(date()), text())
        .prop_map(|(by, role, on, until, digest)| Acceptance { by, role, on, until, digest })
}

fn answer() -> impl Strategy<Value = ActivityAnswer> {
    let status = select(Status::KEYS.map(|(_, status)| status).to_vec());
    let pairs: Vec<_> = Perspective::ALL
        .iter()
        .flat_map(|p| Dimension::ALL.map(|dimension| (*p, dimension)))
        .collect();
    let figures = btree_map(select(pairs), figure(), 0..5);
    let threats: Vec<_> = catalogue().threats.keys().cloned().collect();
    let threats = btree_map(select(threats), threat(), 0..4);
    let assessed = (of(text()), of(date())).prop_map(|(by, on)| Assessed { by, on });
    (
        (status, of(text()), figures, risk(), threats, of(text())),
        (vec(system(), 0..3), of(text()), assessed, of(date()), of(acceptance()), extra()),
    )
        .prop_map(
            |(
                (status, status_reason, figures, direct, threats, owner),
                (systems, note, assessed, review_by, acceptance, extra),
            )| {
                ActivityAnswer {
                    status,
                    status_reason,
                    consequences: Consequences { figures },
                    direct,
                    threats,
                    owner,
                    systems,
                    note,
                    assessed,
                    review_by,
                    acceptance,
                    extra,
                }
            },
        )
}

/// Sheets that people added, with anything that a cell can hold.
fn own_sheets() -> impl Strategy<Value = Vec<OwnSheet>> {
    let cell = prop_oneof![
        text().prop_map(OwnCell::Text),
        any::<f64>()
            .prop_filter("finite", |number| number.is_finite())
            .prop_map(|number| OwnCell::Number(number.to_string())),
        date().prop_map(OwnCell::Date),
    ];
    let address = (0..20_000_u32, 0..512_u32).prop_map(|(row, column)| Address { row, column });
    let names = subsequence(vec!["Noter fra mødet", "Ark1", "=1", "no", "1"], 0..=3);
    (names, vec(btree_map(address, cell, 0..4), 3)).prop_map(|(names, cells)| {
        let sheet = |(name, cells): (&str, _)| OwnSheet { name: name.to_owned(), cells };
        names.into_iter().zip(cells).map(sheet).collect()
    })
}

/// An assessment with anything in any field that a file has.
fn any_assessment() -> impl Strategy<Value = Assessment> {
    let ids: Vec<_> = catalogue().activities.keys().cloned().collect();
    let more = subsequence(vec![Perspective::Organisation, Perspective::Society], 0..=2);
    let catalogue_ref = (text(), text(), text()).prop_map(|(id, version, digest)| CatalogueRef {
        id,
        version,
        digest,
    });
    (
        (1..=999_u16, text(), text(), date()),
        catalogue_ref,
        any::<u32>(),
        more,
        btree_map(select(ids), answer(), 0..4),
        own_sheets(),
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
    threat.risk.actions = vec![Action { what: "Log".to_owned(), owner: None, deadline: None }];
    threat.extra.insert("Vores kolonne".to_owned(), "27.60".to_owned());
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
        ..ProptestConfig::with_cases(number)
    }
}

proptest! {
    #![proptest_config(cases(200))]

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
        answer.extra.insert(trap.to_owned(), trap.to_owned());
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
