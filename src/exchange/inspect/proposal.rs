//! A mapping to start from: what the headers of a home-made sheet seem to mean.
//!
//! A guess stands in a file that a person reads and corrects, never in an assessment.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::super::entry::{Words, fold, shown};
use super::super::field::Field;
use super::super::foreign::field_of;
use super::super::workbook::Value;
use super::{Draft, Meaning, Means, SheetView, Use};
use crate::domain::{ActivityId, Mapped};
use crate::finding::Axis;
use crate::text::inspect::{PROPOSAL, PROPOSAL_LEVELS, PROPOSAL_NAMES};

/// Beginnings of words that a header must have, all of them, and what it then seems to mean. The
/// first that fits counts.
const GUESSES: [(&[&str], &str); 28] = [
    (&["rest", "sandsyn"], "residual-likelihood"),
    (&["rest", "konsekv"], "residual-consequence"),
    (&["begrund", "konsekv"], "consequence-reason.data-subject"),
    (&["begrund", "status"], "status-reason"),
    (&["begrund"], "likelihood-reason"),
    (&["hvorfor"], "likelihood-reason"),
    (&["trussel"], "threat"),
    (&["trusler"], "threat"),
    (&["fortrolig"], "consequence.data-subject.confidentiality"),
    (&["integritet"], "consequence.data-subject.integrity"),
    (&["tilgængelig"], "consequence.data-subject.availability"),
    (&["sandsyn"], "likelihood"),
    (&["hvor", "tit"], "likelihood"),
    (&["konsekv"], Mapped::CONSEQUENCE),
    (&["hvor", "slemt"], Mapped::CONSEQUENCE),
    (&["foranstaltning"], "measures"),
    (&["håndtering"], "treatment"),
    (&["handling"], "actions"),
    (&["ejer"], "owner"),
    (&["risikoejer"], "owner"),
    (&["ansvar"], "owner"),
    (&["system"], "systems"),
    (&["bemærk"], "note"),
    (&["kommentar"], "note"),
    (&["vurderet", "af"], "assessed-by"),
    (&["næste"], "review-by"),
    (&["dato"], "assessed-on"),
    (&["status"], "status"),
];

/// Whole headers that name the activity.
const ACTIVITY: [&str; 13] = [
    "nr",
    "nummer",
    "id",
    "aktivitet",
    "aktivitetsnr",
    "aktivitetsnummer",
    "aktivitet nr",
    "behandlingsaktivitet",
    "kl nr",
    "lb nr",
    "lbnr",
    "løbenr",
    "løbenummer",
];

/// The word that a mapping would have for a header; `None` where it says nothing to us.
pub(super) fn guess(header: &str, meaning: Option<&Meaning>) -> Option<String> {
    match meaning {
        Some(Meaning::Activity) => return Some(Mapped::Activity.word().to_owned()),
        Some(Meaning::Threat) => return Some(Mapped::Threat.word().to_owned()),
        Some(Meaning::Fields(fields)) => return fields.first().map(|field| field.key()),
        _ => {}
    }
    let folded = fold(header);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if ACTIVITY.contains(&words.join(" ").as_str()) {
        return Some(Mapped::Activity.word().to_owned());
    }
    let begins = |start: &&str| words.iter().any(|word| word.starts_with(*start));
    let found = GUESSES.iter().find(|(starts, _)| starts.iter().all(begins));
    found.map(|(_, word)| (*word).to_owned())
}

/// A mapping for the sheet that is meant; `None` where there is none. What is not known stands as a
/// comment.
pub(super) fn proposal(
    file: &str,
    drafts: &[Draft<'_>],
    sheets: &[SheetView],
    means: Means<'_>,
) -> Option<String> {
    let (draft, view) = drafts.iter().zip(sheets).find(|(draft, _)| draft.used == Use::Read)?;
    let mut text = format!("# {}\n", PROPOSAL.pick(means.lang).replace("{}", &one_line(file)));
    text.push_str("risiko-map: 1\n");
    // Writing to a string does not fail.
    let _ = writeln!(text, "sheet: {}", quoted(&view.name));
    if let Some(row) = view.header_row {
        let _ = writeln!(text, "header-row: {row}");
    }
    text.push_str("columns:\n");
    let mut levels: [(Axis, BTreeSet<String>); 2] =
        [(Axis::Likelihood, BTreeSet::new()), (Axis::Consequence, BTreeSet::new())];
    let mut names = BTreeSet::new();
    for column in view.columns.iter().filter(|column| !column.header.is_empty()) {
        let header = quoted(&column.header);
        let Some(word) = &column.guess else {
            let _ = writeln!(text, "  # {header}: ?");
            continue;
        };
        let _ = writeln!(text, "  {header}: {word}");
        let meant = Mapped::parse(word);
        let axis = meant.first().and_then(field_of).and_then(axis);
        let is_activity = meant.contains(&Mapped::Activity);
        for (_, below) in values(draft, column.column) {
            if is_activity && ActivityId::parse(below.trim_end_matches(".0")).is_err() {
                names.insert(below);
            } else if let Some((_, words)) = levels.iter_mut().find(|(of, _)| Some(*of) == axis)
                && is_strange(&below, axis, means)
            {
                words.insert(below);
            }
        }
    }
    commented(&mut text, &levels, &names, means);
    Some(text)
}

/// Words that somebody must explain, as comments to fill in.
fn commented(
    text: &mut String,
    levels: &[(Axis, BTreeSet<String>); 2],
    names: &BTreeSet<String>,
    means: Means<'_>,
) {
    if levels.iter().any(|(_, words)| !words.is_empty()) {
        let _ = writeln!(text, "# {}\n# levels:", PROPOSAL_LEVELS.pick(means.lang));
        for (axis, words) in levels.iter().filter(|(_, words)| !words.is_empty()) {
            let key = if *axis == Axis::Likelihood { "likelihood" } else { "consequence" };
            let _ = writeln!(text, "#   {key}:");
            for word in words {
                let _ = writeln!(text, "#     {}: ?", quoted(word));
            }
        }
    }
    if !names.is_empty() {
        let _ = writeln!(text, "# {}\n# activities:", PROPOSAL_NAMES.pick(means.lang));
        for name in names {
            let _ = writeln!(text, "#   {}: ?", quoted(name));
        }
    }
}

fn axis(field: Field) -> Option<Axis> {
    match field {
        Field::Likelihood | Field::ResidualLikelihood => Some(Axis::Likelihood),
        Field::Consequence(..) | Field::ResidualConsequence => Some(Axis::Consequence),
        _ => None,
    }
}

/// The texts below a header, each with its row.
fn values(draft: &Draft<'_>, column: u32) -> Vec<(u32, String)> {
    let first = draft.header_row.map_or(0, |row| row.saturating_add(1));
    let rows = draft.sheet.rows().filter(|(row, _)| *row >= first);
    let cells = rows.filter_map(|(row, cells)| cells.get(column).map(|cell| (row, cell)));
    let texts = cells.filter(|(_, cell)| matches!(cell.value, Value::Text(_)));
    texts
        .map(|(row, cell)| (row, shown(cell).into_owned()))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// Whether a word is no level of the method, so that a mapping must say what it means.
fn is_strange(text: &str, axis: Option<Axis>, means: Means<'_>) -> bool {
    let Some(axis) = axis else { return false };
    let words = Words { method: means.method, lang: means.lang };
    let shape = super::super::entry::Shape::LevelOrNot(axis);
    let value = Value::Text(text.to_owned());
    shape.parse(&super::super::workbook::Cell { value, has_formula: false }, words).is_err()
}

/// A text in quotation marks, as YAML and JSON have them.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_guess_is_a_word_of_a_mapping() {
        for (_, word) in GUESSES {
            assert!(!Mapped::parse(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn guesses_by_the_beginnings_of_words() {
        for (header, expected) in [
            ("Nr.", Some("activity")),
            ("KL-nr.", Some("activity")),
            ("Lb.nr.", Some("activity")),
            ("Sandsynlighed (1-4)", Some("likelihood")),
            ("Restrisiko: sandsynlighed", Some("residual-likelihood")),
            ("Konsekvens", Some("consequence")),
            ("Konsekvens fortrolighed", Some("consequence.data-subject.confidentiality")),
            ("Begrundelse for konsekvens", Some("consequence-reason.data-subject")),
            ("Risikoejer", Some("owner")),
            ("Farve", None),
        ] {
            assert_eq!(guess(header, None).as_deref(), expected, "{header}");
        }
    }
}
