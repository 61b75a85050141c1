//! Words of the journal: who changed what, and how.

use super::Lang;
use super::words::{counted, dimension, origin, perspective, status, treatment};
use super::workbook::{consequence_reason_header, headers};
use crate::domain::{Dimension, Method, Occasion, Origin, Perspective, Status, Treatment};

/// What led to a change, as people say it.
#[must_use]
pub fn occasion(lang: Lang, occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::Init => lang.pick("vurderingen oprettet", "assessment created"),
        Occasion::Begin => lang.pick("journalen begyndt", "journal begun"),
        Occasion::Continue => lang.pick("ny journalfil begyndt", "new journal file begun"),
        Occasion::Assess => lang.pick("indtastet (assess)", "entered (assess)"),
        Occasion::Import => lang.pick("indlæst (import)", "read in (import)"),
        Occasion::Merge => lang.pick("samlet (merge)", "brought together (merge)"),
        Occasion::Upgrade => lang.pick("nyt katalog (upgrade)", "new catalogue (upgrade)"),
        Occasion::Approve => lang.pick("accepteret (approve)", "accepted (approve)"),
        Occasion::Undo => lang.pick("taget tilbage (undo)", "taken back (undo)"),
        Occasion::Redo => lang.pick("gentaget (redo)", "made again (redo)"),
        Occasion::Outside => lang.pick("ændret uden om risiko", "changed outside risiko"),
    }
}

/// The field behind the keys of an assessment file, by the word that its column has in the workbook.
#[must_use]
pub fn field(lang: Lang, keys: &[String]) -> String {
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let phrase = match keys.as_slice() {
        ["id"] => return lang.pick("Svar", "Answer").to_owned(),
        ["status"] => headers::STATUS,
        ["status-reason"] => headers::STATUS_REASON,
        ["likelihood"] => headers::LIKELIHOOD,
        ["reason"] => headers::LIKELIHOOD_REASON,
        ["measures"] => headers::MEASURES,
        ["treatment"] => headers::TREATMENT,
        ["actions"] => return lang.pick("Handlinger", "Actions").to_owned(),
        ["residual", "likelihood"] => headers::RESIDUAL_LIKELIHOOD,
        ["residual", "consequence"] => headers::RESIDUAL_CONSEQUENCE,
        ["not-relevant"] => headers::NOT_RELEVANT,
        ["owner"] => headers::OWNER,
        ["systems"] => return lang.pick("Systemer", "Systems").to_owned(),
        ["note"] => headers::NOTE,
        ["assessed", "by"] => headers::ASSESSED_BY,
        ["assessed", "on"] => headers::ASSESSED_ON,
        ["review-by"] => headers::REVIEW_BY,
        ["round"] => return lang.pick("Runde", "Round").to_owned(),
        ["as-of"] => return lang.pick("Opgjort pr.", "As of").to_owned(),
        ["own-sheets"] => return lang.pick("Egne ark", "Own sheets").to_owned(),
        ["perspectives"] => return lang.pick("Perspektiver", "Perspectives").to_owned(),
        ["acceptance", part] => return acceptance(lang, part).to_owned(),
        ["catalogue", rest @ ..] => {
            return format!("{} {}", lang.pick("Katalog:", "Catalogue:"), rest.join(" "));
        }
        ["extra", key, ..] => return (*key).to_owned(),
        ["consequence", whose, kind] => return consequence(lang, whose, kind, "level"),
        ["consequence", whose, kind, part] => return consequence(lang, whose, kind, part),
        other => return other.join("."),
    };
    phrase.pick(lang).to_owned()
}

fn acceptance(lang: Lang, part: &str) -> &str {
    match part {
        "by" => lang.pick("Accepteret af", "Accepted by"),
        "role" => lang.pick("Accepteret af: stilling", "Accepted by: role"),
        "on" => lang.pick("Accepteret den", "Accepted on"),
        "until" => lang.pick("Accepteret til og med", "Accepted until"),
        "current" => lang.pick("Accepteret risikoniveau", "Accepted band"),
        "residual" => lang.pick("Accepteret restrisiko", "Accepted residual band"),
        "digest" => lang.pick("Accept: aftryk", "Acceptance: digest"),
        other => other,
    }
}

/// The field with this key in the tables, by the word that its column has in the workbook.
#[must_use]
pub fn table_field(lang: Lang, key: &str) -> String {
    let parts: Vec<&str> = key.split('.').collect();
    let keys: &[&str] = match parts.as_slice() {
        ["consequence", whose, kind] => return consequence(lang, whose, kind, "level"),
        ["consequence-reason", whose] => {
            let of = Perspective::KEYS.iter().find(|(known, _)| known == whose);
            return of.map_or_else(
                || key.to_owned(),
                |(_, whose)| consequence_reason_header(lang, *whose),
            );
        }
        ["starting-confirmed"] => return headers::CONFIRMED.pick(lang).to_owned(),
        ["likelihood-reason"] => &["reason"],
        ["residual-likelihood"] => &["residual", "likelihood"],
        ["residual-consequence"] => &["residual", "consequence"],
        ["assessed-by"] => &["assessed", "by"],
        ["assessed-on"] => &["assessed", "on"],
        _ => &[key],
    };
    field(lang, &keys.iter().map(|&key| key.to_owned()).collect::<Vec<_>>())
}

fn consequence(lang: Lang, whose: &str, kind: &str, part: &str) -> String {
    let of = Perspective::KEYS.iter().find(|(key, _)| *key == whose);
    let kind_of = Dimension::KEYS.iter().find(|(key, _)| *key == kind);
    let whose = of.map_or(whose, |(_, whose)| perspective(lang, *whose));
    let kind = kind_of.map_or(kind, |(_, kind)| dimension(lang, *kind));
    let figure = format!("{}: {kind}, {whose}", lang.pick("Konsekvens", "Consequence"));
    match part {
        "origin" => format!("{figure} ({})", lang.pick("hvis tal", "whose figure")),
        "reason" => format!("{figure} ({})", lang.pick("begrundelse", "reason")),
        _ => figure,
    }
}

/// A value as people read it, where the file has a word of its own for it. `None` where it stands in
/// the file as people say it.
#[must_use]
pub fn value(lang: Lang, keys: &[String], value: &str) -> Option<&'static str> {
    fn known<T: Copy>(keys: &[(&str, T)], value: &str) -> Option<T> {
        keys.iter().find(|(key, _)| *key == value).map(|(_, known)| *known)
    }
    match keys.last()?.as_str() {
        "status" => known(&Status::KEYS, value).map(|known| status(lang, known)),
        "treatment" => known(&Treatment::KEYS, value).map(|known| treatment(lang, known)),
        "origin" => known(&Origin::KEYS, value).map(|known| origin(lang, known)),
        "level" if value == "not-applicable" => Some(lang.pick("ikke relevant", "not applicable")),
        _ => None,
    }
}

/// A value that two people wrote differently: a level with its word, a consequence with whose it is.
#[must_use]
pub fn clashing(lang: Lang, method: &Method, keys: &[String], text: &str) -> String {
    let keys_of: Vec<&str> = keys.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse::<u8>().ok();
    let of_consequence = |text: &str| {
        let level = number(text).and_then(|number| method.consequence.level(number));
        level.map(|level| super::consequence(lang, method, level))
    };
    let said = match keys_of.as_slice() {
        ["consequence", _, _] => text.rsplit_once(" (").map(|(level, whose)| {
            let level = of_consequence(level).unwrap_or_else(|| {
                let of_level = ["level".to_owned()];
                value(lang, &of_level, level).unwrap_or(level).to_owned()
            });
            let whose = whose.trim_end_matches(')');
            let known = Origin::KEYS.iter().find(|(key, _)| *key == whose);
            format!("{level} ({})", known.map_or(whose, |(_, whose)| origin(lang, *whose)))
        }),
        ["likelihood"] | ["residual", "likelihood"] => {
            let level = number(text).and_then(|number| method.likelihood.level(number));
            level.map(|level| super::likelihood(lang, method, level))
        }
        ["residual", "consequence"] => of_consequence(text),
        _ => value(lang, keys, text).map(str::to_owned),
    };
    said.unwrap_or_else(|| text.to_owned())
}

/// Who it was.
#[must_use]
pub fn who(lang: Lang, by: &str) -> &str {
    if by.is_empty() { lang.pick("ukendt bruger", "unknown user") } else { by }
}

/// That an entry is taken back.
#[must_use]
pub fn is_taken_back(lang: Lang) -> &'static str {
    lang.pick("siden taget tilbage", "taken back since")
}

/// What an entry takes back or makes again.
#[must_use]
pub fn about(lang: Lang, numbers: &[u64]) -> String {
    let list: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    match list.as_slice() {
        [one] => format!("{} {one}", lang.pick("ændring", "change")),
        several => format!("{} {}", lang.pick("ændring", "changes"), several.join(", ")),
    }
}

/// That the journal is whole.
#[must_use]
pub fn is_whole(lang: Lang, entries: usize) -> String {
    match lang {
        Lang::Da => format!(
            "Journalen har {}, kæden er hel, og vurderingen er, som journalen siger.",
            counted(lang, entries, ("linje", "linjer"))
        ),
        Lang::En => format!(
            "The journal has {}, the chain is whole, and the assessment is as the journal says.",
            counted(lang, entries, ("line", "lines"))
        ),
    }
}

/// That nothing was changed in what was asked for.
#[must_use]
pub fn nothing(lang: Lang) -> &'static str {
    lang.pick("Journalen har ingen ændringer at vise.", "The journal has no changes to show.")
}

/// That a decision was made between two answers.
#[must_use]
pub fn decided(lang: Lang) -> &'static str {
    lang.pick("Afgjort mellem to svar", "Decided between two answers")
}
