//! What `assess` and `import` changed: the band before and after.

use std::collections::BTreeSet;

use super::document::{Align, Cell, Column, Document, Table};
use crate::domain::ActivityId;
use crate::engine::{Overview, OverviewRow, reasons_for_another};
use crate::text::{self, Lang};

/// Most activities listed one by one; beyond that the list says less than `risiko list`.
const MOST_ROWS: usize = 20;

/// What a change of answers did.
#[derive(Debug)]
pub struct AssessedReport<'a> {
    /// Scored before.
    pub before: &'a Overview<'a>,
    /// Scored after.
    pub after: &'a Overview<'a>,
    /// Activities that were touched, also where the band stayed.
    pub touched: &'a BTreeSet<&'a ActivityId>,
}

impl AssessedReport<'_> {
    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        if self.touched.len() > MOST_ROWS {
            document.paragraph(text::many_assessed(lang, self.touched.len()));
            self.reasons(lang, &mut document);
            document.paragraph(text::coverage(lang, self.after.coverage));
            return document;
        }
        let columns = [
            Column::new(lang.pick("Nr.", "No."), Align::Left),
            Column::new(lang.pick("Aktivitet", "Activity"), Align::Left),
            Column::new(lang.pick("Før", "Before"), Align::Left),
            Column::new(lang.pick("Nu", "Now"), Align::Left),
            Column::new(lang.pick("Restrisiko", "Residual"), Align::Left),
            Column::new("Status", Align::Left),
        ];
        let touched = self.after.rows.iter().filter(|row| self.touched.contains(row.id));
        let rows = touched.map(|row| {
            let before = self.before.rows.iter().find(|earlier| earlier.id == row.id);
            vec![
                row.id.as_str().into(),
                row.title().into(),
                before.map_or_else(Cell::default, |earlier| current(lang, earlier)),
                current(lang, row),
                residual(lang, row),
                text::status(lang, row.answer.status).into(),
            ]
        });
        document.table(Table { columns: columns.to_vec(), rows: rows.collect() });
        self.reasons(lang, &mut document);
        document.paragraph(text::coverage(lang, self.after.coverage));
        document
    }

    /// Reasons that stand at another level now: one by one, or how many where there are many.
    fn reasons(&self, lang: Lang, document: &mut Document) {
        let touched = self.after.rows.iter().filter(|row| self.touched.contains(row.id));
        let left = touched.filter_map(|row| {
            let before = self.before.rows.iter().find(|earlier| earlier.id == row.id)?;
            Some((row.id, reasons_for_another(before.answer, row.answer)))
        });
        let left: Vec<_> = left
            .flat_map(|(id, reasons)| reasons.into_iter().map(move |reason| (id, reason)))
            .collect();
        if left.len() > MOST_ROWS {
            document.paragraph(text::many_reasons_for_another(lang, left.len()));
            return;
        }
        for (id, reason) in &left {
            document.paragraph(text::reason_for_another(lang, id.as_str(), reason));
        }
    }
}

fn current(lang: Lang, row: &OverviewRow<'_>) -> Cell {
    match row.risk.current() {
        Some((_, score)) => Cell::coloured(text::band(lang, score.band), score.band.colour),
        None => text::not_rated(lang).into(),
    }
}

fn residual(lang: Lang, row: &OverviewRow<'_>) -> Cell {
    match row.risk.residual() {
        Some((_, score)) => Cell::coloured(text::band(lang, score.band), score.band.colour),
        None => text::not_rated(lang).into(),
    }
}
