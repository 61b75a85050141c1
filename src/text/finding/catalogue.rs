//! What is wrong with a catalogue, and the ways out, in both languages.

use super::super::Lang;
use super::phrase::{all_of, quoted};
use crate::domain::ActivityId;
use crate::finding::{Basis, Blemish};

pub(super) fn topic_unclear(lang: Lang, topic: &str, activities: &[String]) -> String {
    let activities = all_of(lang, activities);
    match lang {
        Lang::Da => format!(
            "KLE-emnet {topic} skal høre til netop én aktivitet, der ikke er udgået, men peger på {activities}"
        ),
        Lang::En => format!(
            "the KLE topic {topic} must belong to exactly one activity that is not retired, but points to {activities}"
        ),
    }
}

pub(super) fn entry_incomplete(lang: Lang, field: &str) -> String {
    match lang {
        Lang::Da => format!("posten mangler noget i feltet {}", quoted(field)),
        Lang::En => format!("the entry lacks something in the field {}", quoted(field)),
    }
}

pub(super) fn basis_mismatch(lang: Lang, basis: Basis, has_data: bool) -> String {
    let (data, ground) = match basis {
        Basis::SpecialCategories => lang.pick(
            ("følsomme oplysninger", "et bogstav i artikel 9"),
            ("special categories of data", "a letter of article 9"),
        ),
        Basis::RegistrationNumber => lang.pick(
            ("cpr-nummer", "§ 11 (section-11)"),
            ("the civil registration number", "§ 11 (section-11)"),
        ),
        Basis::CriminalOffences => lang.pick(
            ("strafbare forhold", "mærket criminal-offences"),
            ("criminal offences", "the mark criminal-offences"),
        ),
    };
    match (lang, has_data) {
        (Lang::Da, true) => format!("posten har {data}, men grundlaget mangler {ground}"),
        (Lang::Da, false) => format!("grundlaget har {ground}, men posten har ikke {data}"),
        (Lang::En, true) => format!("the entry has {data}, but its legal basis lacks {ground}"),
        (Lang::En, false) => format!("the legal basis has {ground}, but the entry has no {data}"),
    }
}

pub(super) fn not_sorted(lang: Lang, id: &str, after: &str) -> String {
    match lang {
        Lang::Da => format!("{} står efter {}, men skulle stå før", quoted(id), quoted(after)),
        Lang::En => format!("{} stands after {}, but belongs before it", quoted(id), quoted(after)),
    }
}

pub(super) fn replacement_cycle(lang: Lang, ids: &[ActivityId]) -> String {
    if let [only] = ids {
        return match lang {
            Lang::Da => format!("den udgåede aktivitet {only} står som sin egen afløser"),
            Lang::En => format!("the retired activity {only} is said to replace itself"),
        };
    }
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let ids = all_of(lang, &ids);
    match lang {
        Lang::Da => format!("de udgåede aktiviteter {ids} afløser hinanden i ring"),
        Lang::En => format!("the retired activities {ids} replace each other in a ring"),
    }
}

pub(super) fn text_blemish(lang: Lang, field: &str, blemish: Blemish, excerpt: &str) -> String {
    let what = match blemish {
        Blemish::Blanks => lang.pick("mellemrum for meget ved", "needless blanks at"),
        Blemish::NoFullStop => {
            lang.pick("en sætning uden punktum:", "a sentence without a full stop:")
        }
        Blemish::BorrowedOpening => lang.pick(
            "en indledning, som KL's beskyttede titler har:",
            "an opening that KL's licensed titles have:",
        ),
        Blemish::English => lang.pick("et engelsk ord:", "an English word:"),
    };
    match lang {
        Lang::Da => format!("feltet {} har {what} {}", quoted(field), quoted(excerpt)),
        Lang::En => format!("the field {} has {what} {}", quoted(field), quoted(excerpt)),
    }
}

pub(super) fn changed_without_version(lang: Lang, version: &str) -> String {
    match lang {
        Lang::Da => format!("kataloget er ændret, men hedder stadig {version}"),
        Lang::En => format!("the catalogue has changed but is still called {version}"),
    }
}
