//! The file of an assessment: what is saved is what is loaded, byte for byte the same each time.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing test may say so"
)]

mod support;

use proptest::prelude::*;
use risiko::domain::{Action, Assessment, System};
use risiko::store::{format_assessment, parse_assessment};
use support::{activity_id, assessment, catalogue, method, threat_id};

fn loaded(text: &str) -> Assessment {
    let method = method("kl-4x4");
    let loaded = parse_assessment("a.risiko.yml", text, catalogue(), |_| Ok(method.clone()));
    loaded.unwrap_or_else(|findings| panic!("{findings:?}\n{text}")).assessment
}

/// Texts that people write, and those that YAML writers get wrong.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zæøåA-ZÆØÅ0-9 .,:;#'\"\\[\\]{}&*!|>%@`?=~\t\n-]{1,120}",
        "\\PC{1,40}",
        "(ord og flere ord ){8,20}",
        prop::sample::select(vec![
            "no",
            "~",
            "null",
            "true",
            "08",
            "27.60",
            "1_000",
            "0x1F",
            "- a",
            "# b",
            "a: b",
            " ",
            "  foran",
            "bagved  ",
            "\n",
            "linje\n\nlinje\n",
            "\tfaneblad",
            "a\r\nb",
            "a\rb",
            "'",
            "\"",
            "\\",
            "%",
            "@",
            "🚑",
            "\u{202e}rtl",
            "\u{feff}bom",
            "\u{85}nel",
            "\u{2028}ls",
            "---",
            "...",
            "|",
            ">",
            "? a",
            "=1+1",
            "2026-11-01",
            "1:30",
        ])
        .prop_map(str::to_owned),
    ]
}

fn filled(texts: &[String]) -> Assessment {
    let mut assessment = assessment(catalogue(), method("kl-4x4"));
    let text = |at: usize| texts[at % texts.len()].clone();
    let answer = assessment.activities.get_mut(&activity_id("74")).unwrap();
    answer.note = Some(text(0));
    answer.owner = Some(text(1));
    answer.status_reason = Some(text(2));
    answer.direct.measures = vec![text(3), text(4)];
    answer.direct.reason = Some(text(5));
    answer.systems =
        vec![System { name: text(6), processor: Some(text(7)), max_downtime_hours: Some(4) }];
    for figure in answer.consequences.figures.values_mut() {
        figure.reason = Some(text(8));
    }
    let threat = answer.threats.entry(threat_id("T08")).or_default();
    threat.not_relevant = Some(text(9));
    threat.risk.actions = vec![Action { what: text(10), owner: Some(text(11)), deadline: None }];
    threat.extra.insert(text(12), text(13));
    answer.extra.insert(text(14), text(15));
    assessment.round = text(16);
    assessment
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn what_is_saved_is_loaded_unchanged_and_saves_to_the_same_bytes(
        texts in prop::collection::vec(texts(), 17),
    ) {
        let assessment = filled(&texts);
        let text = format_assessment(&assessment).unwrap();
        let again = loaded(&text);
        prop_assert_eq!(&again, &assessment);
        prop_assert_eq!(format_assessment(&again).unwrap(), text);
    }

    #[test]
    fn a_damaged_file_is_refused_and_never_crashes(
        at in 0..20_000usize, byte in any::<u8>(), cut in any::<bool>(),
    ) {
        let method = method("kl-4x4");
        let text = format_assessment(&assessment(catalogue(), method)).unwrap();
        let mut bytes = text.into_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        if cut {
            bytes.truncate(at);
        }
        let text = String::from_utf8_lossy(&bytes);
        let result = parse_assessment("a.yml", &text, catalogue(), |_| Ok(method.clone()));
        prop_assert!(result.is_ok() || !result.unwrap_err().is_empty());
    }
}
