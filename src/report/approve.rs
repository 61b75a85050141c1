//! `approve`: what was accepted.

use serde_json::{Value, json};

use super::document::{Align, Cell, Column, Document, Table};
use super::facts::{HeaderFacts, ScoreFacts};
use super::records::text as blank;
use super::{AcceptanceFacts, Records};
use crate::domain::{Assessment, Catalogue, Method};
use crate::engine::{OverviewRow, Score};
use crate::text::workbook::headers;
use crate::text::{self, Lang};

/// What `approve` shows.
#[derive(Debug)]
pub struct ApproveReport<'a> {
    /// The assessment with the acceptances.
    pub assessment: &'a Assessment,
    /// For titles.
    pub catalogue: &'a Catalogue,
    /// The method that gives the bands.
    pub method: &'a Method,
    /// The accepted activities.
    pub rows: Vec<&'a OverviewRow<'a>>,
}

impl ApproveReport<'_> {
    fn acceptance(&self, row: &OverviewRow<'_>) -> Option<AcceptanceFacts> {
        AcceptanceFacts::of(row.answer, self.assessment, self.catalogue, self.method)
    }

    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let accepted = self.rows.iter().map(|row| {
            json!({
                "id": row.id.as_str(),
                "title": row.title(),
                "current": row.risk.current().map(ScoreFacts::new),
                "residual": row.risk.residual().map(ScoreFacts::new),
                "acceptance": self.acceptance(row),
            })
        });
        json!({
            "schema": "risiko.approve/1",
            "assessment": HeaderFacts::new(self.assessment, self.method),
            "accepted": accepted.collect::<Vec<_>>(),
        })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        document.heading(lang.pick("Accepteret risiko", "Accepted risk"));
        let lines = self
            .rows
            .iter()
            .filter_map(|row| super::accepted::line(lang, row.answer, &self.acceptance(row)?));
        let mut lines: Vec<String> = lines.collect();
        lines.dedup();
        document.list(lines);
        let columns = [
            (lang.pick("Nr.", "No."), Align::Left),
            (lang.pick("Aktivitet", "Activity"), Align::Left),
            (lang.pick("Risikoniveau", "Band"), Align::Left),
            (lang.pick("Restrisiko", "Residual"), Align::Left),
        ];
        let band = |score: Option<&Score<'_>>| {
            score.map_or_else(
                || Cell::from(text::not_rated(lang)),
                |score| Cell::coloured(text::band(lang, score.band), score.band.colour),
            )
        };
        let rows = self.rows.iter().map(|row| {
            vec![
                row.id.as_str().into(),
                row.title().into(),
                band(row.risk.current().map(|(_, score)| score)),
                band(row.risk.residual().map(|(_, score)| score)),
            ]
        });
        document.table(Table {
            columns: columns.map(|(title, align)| Column::new(title, align)).into(),
            rows: rows.collect(),
        });
        document
    }

    /// The rows, for `--format csv`.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            headers::ACTIVITY_ID.pick(lang),
            headers::TITLE.pick(lang),
            headers::BAND.pick(lang),
            headers::RESIDUAL_BAND.pick(lang),
            lang.pick("Accepteret af", "Accepted by"),
            lang.pick("Stilling", "Role"),
            lang.pick("Accepteret den", "Accepted on"),
            lang.pick("Gælder til og med", "Holds until"),
        ];
        let band =
            |score: Option<&Score<'_>>| blank(score.map(|score| text::band(lang, score.band)));
        let rows = self.rows.iter().map(|row| {
            let facts = self.acceptance(row);
            let said = |pick: &dyn Fn(&AcceptanceFacts) -> Option<String>| {
                facts.as_ref().and_then(pick).unwrap_or_default()
            };
            vec![
                row.id.to_string(),
                row.title().to_owned(),
                band(row.risk.current().map(|(_, score)| score)),
                band(row.risk.residual().map(|(_, score)| score)),
                said(&|facts| Some(facts.by.clone())),
                said(&|facts| Some(facts.role.clone())),
                said(&|facts| Some(facts.on.clone())),
                said(&|facts| facts.until.clone()),
            ]
        });
        Records::new(header).with(rows)
    }
}
