//! `import`: every field that a workbook changed.

use super::document::{Align, Column, Document, Table};
use crate::domain::{Method, Origin};
use crate::exchange::{ImportOutcome, Words};
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
        let (changes, cells, rows) = (outcome.changes.len(), outcome.cells_read, outcome.rows_read);
        document.paragraph(text::imported(lang, changes, cells, rows));
        let left = |finding: &&Finding| finding.code() == Code::IMP026;
        match outcome.findings.iter().filter(left).count() {
            0 => {}
            left => document.paragraph(text::rows_not_taken(lang, rows + left, left)),
        }
        if let [_, _, ..] = self.files {
            for file in self.files {
                let came = |place: &Location| matches!(place, Location::Cell { file: of, .. } | Location::Value { file: of, .. } if of == file);
                let count = outcome.changes.iter().filter(|change| came(&change.place)).count();
                document.paragraph(text::merged(lang, file, count));
            }
        }
        if outcome.changes.is_empty() {
            return document;
        }
        let words = Words { method: self.method, lang };
        let shown = |entry: Option<&crate::exchange::Entry>| {
            entry.map_or_else(|| "–".to_owned(), |entry| entry.shown(words).into_owned())
        };
        let rows = outcome.changes.iter().map(|change| {
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
        document.table(Table { columns, rows: rows.collect() });
        document
    }
}
