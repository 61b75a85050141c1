//! Findings in words: what is wrong, where, and the ways out.
//!
//! Each match is exhaustive over [`Fact`], so that a new fact does not compile before both
//! languages have a sentence for it.

mod catalogue;
mod da;
mod en;
mod hints;
mod keys;
mod phrase;
mod place;
#[cfg(test)]
mod samples;

pub use hints::hints;
pub(super) use keys::danish as danish_key;
pub use place::{place, short_place};

use super::Lang;
use crate::finding::Fact;

/// One line that says what is wrong, without place and code.
#[must_use]
pub fn message(lang: Lang, fact: &Fact) -> String {
    match lang {
        Lang::Da => da::message(fact),
        Lang::En => en::message(fact),
    }
}

#[cfg(test)]
mod tests {
    use super::samples::samples;
    use super::*;
    use crate::finding::Code;

    /// Proper nouns that may begin a sentence here.
    const NAMES: [&str; 3] = ["KLE", "KL", "Skovby"];

    fn assert_style(fact: &Fact, line: &str) {
        let starts_low = line.starts_with(|c: char| !c.is_uppercase());
        assert!(starts_low || NAMES.iter().any(|name| line.starts_with(name)), "{fact:?}: {line}");
        assert!(!line.ends_with('.') || line.ends_with("..."), "{fact:?}: {line}");
        assert_eq!(line, line.trim(), "{fact:?}");
        assert!(!line.is_empty() && !line.contains(['\n', '\r', '\t']), "{fact:?}: {line:?}");
        assert!(!line.contains("  "), "{fact:?}: {line}");
        assert!(!line.contains("\"\"") && !line.contains("()"), "{fact:?}: {line}");
    }

    #[test]
    fn there_is_a_sample_of_every_code() {
        for code in Code::ALL {
            assert!(samples().iter().any(|fact| fact.code() == *code), "{} has none", code.id());
        }
    }

    #[test]
    fn messages_and_hints_start_low_and_end_without_a_full_stop() {
        for fact in samples() {
            for lang in [Lang::Da, Lang::En] {
                assert_style(&fact, &message(lang, &fact));
                for hint in hints(lang, &fact) {
                    assert_style(&fact, &hint);
                }
            }
        }
    }

    #[test]
    fn every_finding_has_a_way_out() {
        for fact in samples() {
            for lang in [Lang::Da, Lang::En] {
                let named_in_message = message(lang, &fact).contains(lang.pick("; brug", "; use"));
                assert!(named_in_message || !hints(lang, &fact).is_empty(), "{fact:?}");
            }
        }
    }

    #[test]
    fn the_two_languages_differ() {
        for fact in samples() {
            assert_ne!(message(Lang::Da, &fact), message(Lang::En, &fact));
            assert_eq!(hints(Lang::Da, &fact).is_empty(), hints(Lang::En, &fact).is_empty());
        }
    }

    #[test]
    fn danish_has_no_internal_words() {
        let internal = ["whole number", "nothing", "anchors", "bytes", "values", "municipality"];
        for fact in samples() {
            let text = message(Lang::Da, &fact);
            for word in internal {
                assert!(!text.contains(word), "{text}");
            }
        }
    }

    #[test]
    fn says_what_is_wrong_and_the_way_out() {
        let level = Fact::LevelOutsideScale {
            axis: crate::finding::Axis::Consequence,
            found: "7".to_owned(),
            top: 4,
            labels: ["Lav", "Medium", "Høj", "Meget høj"]
                .map(|word| crate::finding::Name::new(word, word))
                .to_vec(),
        };
        let activity = Fact::UnknownActivity {
            found: "O3".to_owned(),
            nearest: Some("03".to_owned()),
            version: "2026.1".to_owned(),
        };
        let key = Fact::UnknownKey {
            found: "sandsynlighed".to_owned(),
            allowed: vec!["likelihood".to_owned(), "reason".to_owned()],
            nearest: None,
        };
        for (fact, said, way) in [
            (
                level,
                "niveau 7 findes ikke på skalaen for konsekvens; brug 1–4 (Lav, Medium, Høj, Meget høj)",
                "konsekvens: 1 = Lav, 2 = Medium, 3 = Høj, 4 = Meget høj",
            ),
            (activity, "aktiviteten \"O3\" findes ikke i kataloget 2026.1", "mente du \"03\"?"),
            (
                key,
                "ukendt nøgle \"sandsynlighed\"; brug likelihood eller reason",
                "mente du \"likelihood\" (sandsynlighed)?",
            ),
        ] {
            assert_eq!(message(Lang::Da, &fact), said);
            assert_eq!(hints(Lang::Da, &fact), [way]);
        }
    }
}
