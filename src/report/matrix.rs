//! `matrix`: the risk picture, today and residual.

use serde_json::json;

use super::document::{Align, Cell, Column, Document, Table};
use super::facts::{CoverageFacts, HeaderFacts};
use crate::domain::{Assessment, LevelNumber, Method};
use crate::engine::{Coverage, Picture, RiskPoint};
use crate::text::{self, Lang};

/// What stands in a cell of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellContent {
    /// How many activities.
    Counts,
    /// Which activities.
    Ids,
}

/// What `matrix` shows.
#[derive(Debug)]
pub struct MatrixReport<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// The method that gives the bands.
    pub method: &'a Method,
    /// Today, then residual; or only one of them.
    pub pictures: Vec<(RiskPoint, Picture<'a>)>,
    /// How much is assessed.
    pub coverage: Coverage,
    /// What stands in a cell.
    pub content: CellContent,
}

impl MatrixReport<'_> {
    /// The facts, for `--format json`: every cell, also the empty ones.
    #[must_use]
    pub fn facts(&self) -> serde_json::Value {
        let picture = |picture: &Picture<'_>| -> Vec<serde_json::Value> {
            let cells = self.method.cells().map(|(likelihood, consequence, band)| {
                let ids: Vec<&str> = picture
                    .cells
                    .get(&(consequence, likelihood))
                    .into_iter()
                    .flatten()
                    .map(|id| id.as_str())
                    .collect();
                json!({
                    "consequence": consequence.number(),
                    "likelihood": likelihood.number(),
                    "band": band.id.as_str(),
                    "count": ids.len(),
                    "activities": ids,
                })
            });
            cells.collect()
        };
        let mut facts = json!({ "schema": "risiko.matrix/1" });
        if let (Some(map), Ok(serde_json::Value::Object(header))) = (
            facts.as_object_mut(),
            serde_json::to_value(HeaderFacts::new(self.assessment, self.method)),
        ) {
            map.extend(header);
            map.insert("coverage".to_owned(), json!(CoverageFacts::from(self.coverage)));
            for (point, cells) in &self.pictures {
                map.insert(point_key(*point).to_owned(), json!(picture(cells)));
            }
        }
        facts
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        document.heading(text::assessment_title(lang, self.assessment));
        for (point, picture) in &self.pictures {
            document.heading(text::risk_point(lang, *point));
            document.table(self.table(lang, picture));
            document.words(self.band_counts(lang, picture));
        }
        document.paragraph(text::coverage(lang, self.coverage));
        document.paragraph(text::method_note(lang, self.method));
        document
    }

    /// Rows are consequence, the highest on top; columns are likelihood.
    fn table(&self, lang: Lang, picture: &Picture<'_>) -> Table {
        let corner = lang.pick("Konsekvens \\ Sandsynlighed", "Consequence \\ Likelihood");
        let mut columns = vec![Column::new(corner, Align::Left)];
        columns.extend(self.method.likelihood.levels().map(|(number, level)| {
            Column::new(format!("{number} {}", text::level_label(lang, level)), Align::Centre)
        }));
        let rows = self.method.consequence.levels().rev().map(|(consequence, level)| {
            let label = format!("{consequence} {}", text::level_label(lang, level));
            let cells = self.method.likelihood.levels().map(|(likelihood, _)| {
                let ids = picture.cells.get(&(consequence, likelihood));
                let content = self.content(ids.map(Vec::as_slice).unwrap_or_default());
                match self.method.band(likelihood, consequence) {
                    None => Cell::from(content),
                    Some(band) => {
                        let name = text::band(lang, band);
                        Cell::coloured(format!("{content}\n{name}"), band.colour)
                    }
                }
            });
            std::iter::once(Cell::from(label)).chain(cells).collect()
        });
        Table { columns, rows: rows.collect() }
    }

    fn content(&self, ids: &[&crate::domain::ActivityId]) -> String {
        match self.content {
            CellContent::Counts if ids.is_empty() => "·".to_owned(),
            CellContent::Counts => ids.len().to_string(),
            CellContent::Ids if ids.is_empty() => "·".to_owned(),
            CellContent::Ids => ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" "),
        }
    }

    fn band_counts(&self, lang: Lang, picture: &Picture<'_>) -> Vec<Cell> {
        super::list::band_counts(lang, self.method, |band| {
            let of_band = picture.cells.iter().filter(|((consequence, likelihood), _)| {
                self.method.band(*likelihood, *consequence).is_some_and(|b| b.id == band.id)
            });
            of_band.map(|(_, ids)| ids.len()).sum()
        })
    }
}

/// The JSON key of a point.
fn point_key(point: RiskPoint) -> &'static str {
    match point {
        RiskPoint::Current => "current",
        RiskPoint::Residual => "residual",
    }
}
