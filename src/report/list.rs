//! `list`: one row per activity.

use std::collections::BTreeMap;

use serde::Serialize;

use super::accepted::{AcceptanceFacts, brief};
use super::document::{Align, Cell, Column, Document, Table};
use super::facts::{CoverageFacts, HeaderFacts, ScoreFacts};
use crate::domain::{Assessment, Band, Catalogue, Method, Perspective};
use crate::engine::{Coverage, OverviewRow, RiskSource, Score};
use crate::text::{self, Lang};

/// What `list` shows.
#[derive(Debug)]
pub struct ListReport<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// For the titles of areas and threats.
    pub catalogue: &'a Catalogue,
    /// The method that gives the bands.
    pub method: &'a Method,
    /// Rows chosen and sorted by the caller.
    pub rows: Vec<&'a OverviewRow<'a>>,
    /// Of the whole assessment, not of the chosen rows.
    pub coverage: Coverage,
    /// How many activities of the whole assessment are in each band, by rank.
    pub bands: BTreeMap<u8, usize>,
}

#[derive(Serialize)]
struct ListFacts<'a> {
    schema: &'static str,
    #[serde(flatten)]
    header: HeaderFacts,
    coverage: CoverageFacts,
    activities: Vec<RowFacts<'a>>,
}

#[derive(Serialize)]
struct RowFacts<'a> {
    id: &'a str,
    title: &'a str,
    area: Option<&'a str>,
    status: &'static str,
    owner: Option<&'a str>,
    current: Option<ScoreFacts>,
    residual: Option<ScoreFacts>,
    acceptance: Option<AcceptanceFacts>,
}

impl ListReport<'_> {
    /// Who has accepted the risk of an activity, where somebody has.
    pub(super) fn acceptance(&self, row: &OverviewRow<'_>) -> Option<AcceptanceFacts> {
        AcceptanceFacts::of(row.answer, self.assessment, self.catalogue, self.method)
    }

    /// Whether anybody has accepted any of the rows: only then there is something to show.
    pub(super) fn has_acceptances(&self) -> bool {
        self.rows.iter().any(|row| row.answer.acceptance.is_some())
    }

    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> serde_json::Value {
        let activities = self.rows.iter().map(|row| RowFacts {
            id: row.id.as_str(),
            title: row.title(),
            area: row.activity.map(|activity| activity.area.as_str()),
            status: row.answer.status.key(),
            owner: row.answer.owner.as_deref(),
            current: row.risk.current().map(ScoreFacts::new),
            residual: row.risk.residual().map(ScoreFacts::new),
            acceptance: self.acceptance(row),
        });
        let facts = ListFacts {
            schema: "risiko.list/1",
            header: HeaderFacts::new(self.assessment, self.method),
            coverage: self.coverage.into(),
            activities: activities.collect(),
        };
        serde_json::json!(facts)
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        document.heading(text::assessment_title(lang, self.assessment));
        let column = |da: &str, en: &str, align| Column::new(lang.pick(da, en), align);
        let mut columns = vec![
            column("Nr.", "No.", Align::Left),
            column("Aktivitet", "Activity", Align::Left),
            column("S", "L", Align::Right),
            column("K", "C", Align::Right),
            column("Score", "Score", Align::Right).wide_only(),
            column("Risikoniveau", "Band", Align::Left),
            column("Restrisiko", "Residual", Align::Left).wide_only(),
            column("Status", "Status", Align::Left),
            column("Afgøres af", "Driven by", Align::Left),
        ];
        if self.has_acceptances() {
            columns.push(column("Accept til", "Accepted until", Align::Left));
        }
        if self.rows.is_empty() {
            document.paragraph(match lang {
                Lang::Da => format!(
                    "Ingen af de {} aktiviteter passer på det valgte. Udelad et af --area, --band og --status for at se flere.",
                    self.coverage.whole + self.coverage.not_applicable
                ),
                Lang::En => format!(
                    "None of the {} activities matches the choice. Leave out one of --area, --band and --status to see more.",
                    self.coverage.whole + self.coverage.not_applicable
                ),
            });
            self.summary(lang, &mut document);
            return document;
        }
        document.table(Table {
            columns,
            rows: self.rows.iter().map(|row| self.row(lang, row)).collect(),
        });
        document.narrow(lang.pick(
            "Score og restrisiko vises i et vindue på mindst 100 tegn, og altid med --format csv.",
            "Score and residual are shown in a window of at least 100 characters, and always with --format csv.",
        ));
        self.summary(lang, &mut document);
        document.paragraph(text::method_note(lang, self.method));
        document
    }

    /// The bands of the whole assessment, also where only a part is listed: a red that was not asked for
    /// is not hidden.
    fn summary(&self, lang: Lang, document: &mut Document) {
        let all = self.coverage.whole + self.coverage.not_applicable;
        if self.rows.len() < all {
            document.paragraph(text::listed(lang, self.rows.len(), all));
        }
        document.words(band_counts(lang, self.method, |band| {
            self.bands.get(&band.rank).copied().unwrap_or_default()
        }));
        document.paragraph(text::coverage(lang, self.coverage));
    }

    fn row(&self, lang: Lang, row: &OverviewRow<'_>) -> Vec<Cell> {
        let current = row.risk.current();
        let number = |pick: &dyn Fn(&Score<'_>) -> String| {
            current.map_or_else(|| Cell::from("–"), |(_, score)| pick(score).into())
        };
        let band = |deciding: Option<(&RiskSource, &Score<'_>)>| {
            deciding.map_or_else(
                || Cell::from(text::not_rated(lang)),
                |(_, score)| Cell::coloured(text::band(lang, score.band), score.band.colour),
            )
        };
        let driver =
            current.map_or_else(String::new, |(source, score)| short_driver(lang, source, score));
        let mut cells = vec![
            row.id.as_str().into(),
            row.title().into(),
            number(&|score| score.likelihood.to_string()),
            number(&|score| score.consequence.to_string()),
            number(&|score| score.product().to_string()),
            band(current),
            band(row.risk.residual()),
            text::status(lang, row.answer.status).into(),
            driver.into(),
        ];
        if self.has_acceptances() {
            let accepted = self.acceptance(row);
            let accepted = accepted.map(|facts| brief(lang, row.answer, &facts));
            cells.push(accepted.unwrap_or_default().into());
        }
        cells
    }
}

/// "Høj 4 · Over middel 12 · …", worst first, so that a red is never missed.
pub(super) fn band_counts(
    lang: Lang,
    method: &Method,
    count: impl Fn(&Band) -> usize,
) -> Vec<Cell> {
    let word = |band: &Band| {
        Cell::coloured(format!("{} {}", text::band(lang, band), count(band)), band.colour)
    };
    method.bands.iter().rev().map(word).collect()
}

/// The driver in a narrow column: threat and letter of the dimension; the perspective only where
/// it is not the data subject.
fn short_driver(lang: Lang, source: &RiskSource, score: &Score<'_>) -> String {
    let (perspective, dimension) = score.driver;
    let letter = text::dimension_letter(lang, dimension);
    let source = match source {
        RiskSource::Direct => lang.pick("direkte", "direct").to_owned(),
        RiskSource::Threat(id) => id.to_string(),
    };
    match perspective {
        Perspective::DataSubject => format!("{source} {letter}"),
        Perspective::Organisation => format!("{source} {letter} org."),
        Perspective::Society => format!("{source} {letter} {}", lang.pick("samf.", "soc.")),
    }
}

/// The driver in words: threat, dimension and perspective.
pub(super) fn driver_text(lang: Lang, source: &RiskSource, score: &Score<'_>) -> String {
    let (perspective, dimension) = score.driver;
    let source = match source {
        RiskSource::Direct => lang.pick("direkte", "direct").to_owned(),
        RiskSource::Threat(id) => id.to_string(),
    };
    let dimension = text::dimension(lang, dimension);
    match perspective {
        Perspective::DataSubject => format!("{source}, {dimension}"),
        other => format!("{source}, {dimension} ({})", text::perspective(lang, other)),
    }
}
