//! The list that gives the threats of an export from OS2compliance our numbers.
//!
//! The program writes it with a suggestion for each threat and a blank number; filled in, it serves
//! every export that has the same threats.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::super::csv_text::{Columns, written};
use super::super::super::entry::fold;
use super::super::super::import::cell_name;
use super::super::cells;
use crate::domain::{Catalogue, Threat, ThreatId};
use crate::finding::{Fact, Findings, Location, nearest};
use crate::text::Lang;
use crate::text::os2::COLUMNS;

/// Positions of columns among [`COLUMNS`].
mod place {
    pub(super) const THREAT: usize = 0;
    pub(super) const NUMBER: usize = 3;
    /// Those without which a row says nothing.
    pub(super) const NEEDED: [usize; 2] = [THREAT, NUMBER];
}

/// A list that was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThreatList {
    /// By folded text; `None` is a row without a number.
    numbers: BTreeMap<String, Option<ThreatId>>,
}

/// A threat of an export that the catalogue does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched {
    /// What OS2compliance calls it.
    pub text: String,
    /// Its type there; may be empty.
    pub kind: String,
}

impl ThreatList {
    /// The list to fill in, as a CSV file.
    #[must_use]
    pub fn template(threats: &[Unmatched], catalogue: &Catalogue, lang: Lang) -> String {
        let header = COLUMNS.iter().map(|column| Cow::Borrowed(column.pick(lang))).collect();
        let known: Vec<Known<'_>> = catalogue.threats.values().map(Known::of).collect();
        let rows = threats.iter().map(|threat| {
            let suggestion = suggestion(&threat.text, &known)
                .map_or_else(String::new, |known| format!("{} {}", known.id, known.title));
            vec![
                Cow::Borrowed(threat.text.as_str()),
                Cow::Borrowed(threat.kind.as_str()),
                Cow::Owned(suggestion),
                Cow::Borrowed(""),
            ]
        });
        written(std::iter::once(header).chain(rows))
    }

    /// Reads a list that was filled in; columns are found by their header in either language. A
    /// number may be followed by words, as where the suggestion was copied.
    ///
    /// # Errors
    /// Every finding in the file, with its cell: `IMP004`, `IMP011`, `IMP016`, `IMP018`, `IMP019`,
    /// `IMP027`.
    pub fn read(file: &str, text: &str, catalogue: &Catalogue) -> Result<Self, Findings> {
        let mut findings = Findings::new();
        let mut numbers: BTreeMap<String, Option<(ThreatId, Location)>> = BTreeMap::new();
        let columns = Columns { all: &COLUMNS, needed: &place::NEEDED };
        columns.read((file, text), &mut findings, |record, findings| {
            let text = record.text(place::THREAT);
            let at = record.cell(place::NUMBER);
            let known = numbers.entry(fold(text)).or_insert(None);
            match (number(record.text(place::NUMBER), catalogue), known.as_ref()) {
                // A row that says nothing takes nothing away from one that does.
                (Ok(None), _) => {}
                (Ok(Some(id)), Some((other, first))) if id != *other => {
                    let (field, found) = (text.to_owned(), id.to_string());
                    let (other, cell) = (other.to_string(), cell_name(first));
                    findings.push(at, Fact::CellsDisagree { field, found, other, cell });
                }
                (Ok(Some(id)), _) => *known = Some((id, at)),
                (Err(fact), _) => findings.push(at, fact),
            }
        });
        let numbers = numbers.into_iter().map(|(text, known)| (text, known.map(|(id, _)| id)));
        let list = Self { numbers: numbers.collect() };
        if findings.has_errors() { Err(findings) } else { Ok(list) }
    }

    /// What the list says of a threat: `None` where it is not on it, `Some(None)` where it has no
    /// number.
    pub(super) fn number(&self, text: &str) -> Option<Option<&ThreatId>> {
        self.numbers.get(&fold(text)).map(Option::as_ref)
    }
}

/// A number of the catalogue; `None` where the field is blank.
fn number(text: &str, catalogue: &Catalogue) -> Result<Option<ThreatId>, Fact> {
    if text.is_empty() {
        return Ok(None);
    }
    let none = BTreeMap::new();
    let first = text.split_whitespace().next().unwrap_or(text);
    cells::threat(first, &none, catalogue)
        .or_else(|_| cells::threat(text, &none, catalogue))
        .map(Some)
}

/// A threat of the catalogue and its words, which a whole list is compared with.
struct Known<'a> {
    threat: &'a Threat,
    in_title: BTreeSet<String>,
    elsewhere: BTreeSet<String>,
}

impl<'a> Known<'a> {
    fn of(threat: &'a Threat) -> Self {
        let in_title = stems(&threat.title);
        let elsewhere = &stems(&threat.description) - &in_title;
        Self { threat, in_title, elsewhere }
    }
}

/// The threat of the catalogue that shares most words with a text, title before description; else
/// the one whose title is spelled most like it.
fn suggestion<'a>(text: &str, threats: &[Known<'a>]) -> Option<&'a Threat> {
    /// A word in the title says more than several in the description.
    const IN_TITLE: usize = 3;
    let wanted = stems(text);
    let score = |known: &Known<'a>| {
        let shared = |words: &BTreeSet<String>| wanted.intersection(words).count();
        (shared(&known.in_title) * IN_TITLE + shared(&known.elsewhere), known.threat)
    };
    // On a tie the first of the catalogue; a single word in a description is chance.
    let scored = threats.iter().map(score).filter(|(score, _)| *score >= 2);
    let best = scored.rev().max_by_key(|(score, _)| *score);
    best.map(|(_, threat)| threat).or_else(|| {
        let titles = threats.iter().map(|known| known.threat.title.as_str());
        let near = nearest(text, titles)?;
        threats.iter().map(|known| known.threat).find(|threat| threat.title == near)
    })
}

/// The beginnings of the longer words of a text: enough to see past endings.
fn stems(text: &str) -> BTreeSet<String> {
    const LONG: usize = 5;
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.chars().count() >= LONG)
        .map(|word| word.chars().take(LONG).collect())
        .collect()
}
