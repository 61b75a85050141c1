//! `import`: every field that a workbook changed.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Align, Cell, Column, Document, Table};
use crate::domain::{Method, Origin, OwnCell};
use crate::exchange::{FieldChange, ImportOutcome, SheetChange, Words};
use crate::finding::{Code, Finding, Location};
use crate::text::{self, Lang};

/// What an import did.
#[derive(Debug)]
pub struct ImportReport<'a> {
    /// The outcome.
    pub outcome: &'a ImportOutcome,
    /// For the names of levels.
    pub method: &'a Method,
    /// The workbooks as the user named them.
    pub files: &'a [String],
}

impl ImportReport<'_> {
    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let outcome = self.outcome;
        let mut document = Document::default();
        let net = net_changes(&outcome.changes);
        let changes = net.len() + outcome.sheet_changes.len();
        let (cells, rows) = (outcome.cells_read, outcome.rows_read);
        document.paragraph(text::imported(lang, changes, cells, rows));
        let left = |finding: &&Finding| finding.code() == Code::IMP026;
        match outcome.findings.iter().filter(left).count() {
            0 => {}
            left => document.paragraph(text::rows_not_taken(lang, rows + left, left)),
        }
        if let [_, _, ..] = self.files {
            for file in self.files {
                let came = |place: &Location| matches!(place, Location::Cell { file: of, .. } | Location::Value { file: of, .. } if of == file);
                let of_fields = net.iter().filter(|change| came(&change.place)).count();
                let of_sheets = outcome.sheet_changes.iter().filter(|c| c.file == *file).count();
                let count = of_fields + of_sheets;
                document.paragraph(text::merged(lang, file, count));
            }
        }
        if changes == 0 {
            return document;
        }
        let words = Words { method: self.method, lang };
        let shown = |entry: Option<&crate::exchange::Entry>| {
            entry.map_or_else(|| "–".to_owned(), |entry| entry.shown(words).into_owned())
        };
        let rows = net.iter().map(|change| {
            let threat = change.threat.as_ref().map(ToString::to_string).unwrap_or_default();
            let mut before = shown(change.from.as_ref());
            if change.from == change.to {
                // The same figure, which was the catalogue's and is the municipality's own now.
                before = format!("{before} ({})", text::origin(lang, Origin::Catalogue));
            }
            vec![
                change.activity.as_str().into(),
                threat.into(),
                change.field.header(lang).into(),
                before.into(),
                shown(change.to.as_ref()).into(),
            ]
        });
        let columns = vec![
            Column::new(lang.pick("Nr.", "No."), Align::Left),
            Column::new(lang.pick("Trussel", "Threat"), Align::Left),
            Column::new(lang.pick("Felt", "Field"), Align::Left),
            Column::new(lang.pick("Før", "Before"), Align::Left),
            Column::new(lang.pick("Nu", "Now"), Align::Left),
        ];
        let rows = rows.chain(outcome.sheet_changes.iter().map(|change| sheet_row(lang, change)));
        document.table(Table { columns, rows: rows.collect() });
        document
    }
}

/// What is another than before, each field once: what one file put there and the next replaced was never
/// in the assessment.
fn net_changes(changes: &[FieldChange]) -> Vec<FieldChange> {
    let mut net: Vec<FieldChange> = Vec::new();
    let (mut places, mut repeated) = (BTreeMap::new(), BTreeSet::new());
    for change in changes {
        let key = (&change.activity, &change.threat, &change.field);
        let at = *places.entry(key).or_insert(net.len());
        match net.get_mut(at) {
            None => net.push(change.clone()),
            Some(known) => {
                known.to.clone_from(&change.to);
                known.place.clone_from(&change.place);
                repeated.insert(at);
            }
        }
    }
    let is_back =
        |at: usize, change: &FieldChange| repeated.contains(&at) && change.from == change.to;
    let left = net.into_iter().enumerate().filter(|(at, change)| !is_back(*at, change));
    left.map(|(_, change)| change).collect()
}

/// A change on a sheet that people added.
fn sheet_row(lang: Lang, change: &SheetChange) -> Vec<Cell> {
    let is_tab = change.at.is_none();
    let shown = |cell: Option<&OwnCell>| match (cell, is_tab) {
        (Some(_), true) => lang.pick("skjult", "hidden").to_owned(),
        (None, true) => lang.pick("vist", "shown").to_owned(),
        (Some(OwnCell::Number(number)), false) => text::number(lang, number),
        (Some(OwnCell::Boolean(value)), false) => text::boolean(lang, *value).to_owned(),
        (Some(cell), false) => cell.to_string(),
        (None, false) => "–".to_owned(),
    };
    let field = match change.at {
        Some(at) => format!("{}!{at}", change.sheet),
        None => format!("{} {}", lang.pick("arket", "the sheet"), change.sheet),
    };
    vec![
        "–".into(),
        "".into(),
        field.into(),
        shown(change.from.as_ref()).into(),
        shown(change.to.as_ref()).into(),
    ]
}
