//! A comparison as the sheets of a workbook: the overview, every difference, every figure.

use super::DiffReport;
use crate::report::document::{Align, Cell, Column, Document, Table};
use crate::text::Lang;
use crate::text::comparison as said;

impl DiffReport<'_> {
    pub(super) fn sheets(&self, lang: Lang) -> Vec<(String, Document)> {
        let tab = |da: &str, en: &str| lang.pick(da, en).to_owned();
        vec![
            (tab("Overblik", "Overview"), self.overview(lang, usize::MAX)),
            (tab("Forklaringer", "Explanations"), self.explanations(lang)),
            (tab("Tal", "Figures"), self.figures(lang)),
        ]
    }

    /// Every difference in words.
    fn explanations(&self, lang: Lang) -> Document {
        let labels = self.labels();
        let mut document = Document::default();
        for difference in &self.shown {
            self.explain(lang, difference, &labels, &mut document);
        }
        document
    }

    /// Every figure that differs, a row each.
    fn figures(&self, lang: Lang) -> Document {
        let labels = self.labels();
        let reason = lang.pick("begrundelse", "reason");
        let columns = [
            (lang.pick("Nr.", "No.").to_owned(), Align::Left),
            (lang.pick("Aktivitet", "Activity").to_owned(), Align::Left),
            (lang.pick("Tal", "Figure").to_owned(), Align::Left),
            (labels.left.clone(), Align::Right),
            (labels.right.clone(), Align::Right),
            (format!("{}: {reason}", labels.left), Align::Left),
            (format!("{}: {reason}", labels.right), Align::Left),
        ];
        let mut table = Table {
            columns: columns.map(|(title, align)| Column::new(title, align)).into(),
            rows: Vec::new(),
        };
        for difference in &self.shown {
            for figure in &difference.figures {
                let sides = [figure.left, figure.right];
                let level = |given: Option<crate::engine::compare::Given<'_>>| match given {
                    None => Cell::from("–"),
                    Some(given) => match given.stated {
                        Some(level) => level.to_string().into(),
                        None => lang.pick("ikke relevant", "not relevant").into(),
                    },
                };
                let why = sides.map(|given| given.and_then(|given| given.reason));
                let [left, right] = sides.map(level);
                let [left_why, right_why] = why.map(Option::unwrap_or_default).map(Cell::from);
                let name = said::figure(lang, &figure.figure, self.catalogue_of(figure));
                table.rows.push(vec![
                    difference.id.as_str().into(),
                    self.title_of(difference).into(),
                    name.into(),
                    left,
                    right,
                    left_why,
                    right_why,
                ]);
            }
        }
        let mut document = Document::default();
        document.heading(lang.pick("Tal, der er forskellige", "Figures that differ"));
        document.table(table);
        document
    }
}
