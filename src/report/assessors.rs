//! `diff --assessors`: where several assessors of the same activities should talk.

use serde_json::{Value, json};

use super::document::{Align, Cell, Column, Document, Table};
use super::facts::ScoreFacts;
use super::{Publication, Records};
use crate::domain::{Catalogue, Date, LevelNumber as _, Method};
use crate::engine::compare::{Assessed, Assessors, WorthAMeeting};
use crate::engine::{ActivityRisk, Score};
use crate::report::records::{number, text as optional};
use crate::text::assessors as said;
use crate::text::comparison as words;
use crate::text::workbook::headers;
use crate::text::{self, Lang};

/// What `diff --assessors` shows.
#[derive(Debug)]
pub struct AssessorsReport<'a> {
    /// Everything that they answered.
    pub assessors: &'a Assessors<'a>,
    /// What the assessors are called, in their order.
    pub names: Vec<String>,
    /// For titles.
    pub catalogue: &'a Catalogue,
    /// What all are read through.
    pub method: &'a Method,
    /// The day that the figures hold for.
    pub day: Date,
}

fn current<'r, 'm>(risk: &'r Option<ActivityRisk<'m>>) -> Option<&'r Score<'m>> {
    risk.as_ref()?.current().map(|(_, score)| score)
}

impl AssessorsReport<'_> {
    fn worth(&self) -> impl Iterator<Item = &Assessed<'_>> {
        self.assessors.activities.iter().filter(|assessed| assessed.worth.is_some())
    }

    fn title_of(&self, assessed: &Assessed<'_>) -> &str {
        let activity = self.catalogue.activities.get(assessed.id);
        activity.map_or("", |activity| activity.title.as_str())
    }

    fn overview(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        document.heading(self.title(lang));
        let (all, worth) = (self.assessors.activities.len(), self.worth().count());
        document.paragraph(said::summary(lang, all, worth));
        if let Some(alpha) = self.assessors.alpha(self.method) {
            document.paragraph(text::benchmark::alpha(lang, alpha));
        }
        if worth > 0 {
            document.table(self.table(lang));
            document.paragraph(lang.pick(
                "S er sandsynlighed, K er konsekvens. De største uenigheder står først.",
                "L is likelihood, C is consequence. The largest disagreements come first.",
            ));
        }
        document
    }

    fn table(&self, lang: Lang) -> Table {
        let mut columns = vec![
            Column::new(lang.pick("Nr.", "No."), Align::Left),
            Column::new(lang.pick("Aktivitet", "Activity"), Align::Left),
        ];
        columns.extend(self.names.iter().map(|name| Column::new(name.as_str(), Align::Left)));
        columns.push(Column::new(lang.pick("Tal om", "To talk about"), Align::Left));
        let rows = self.worth().map(|assessed| {
            let mut row = vec![assessed.id.as_str().into(), self.title_of(assessed).into()];
            row.extend(assessed.risks.iter().map(|risk| band_cell(lang, current(risk))));
            row.push(said::worth(lang, assessed).into());
            row
        });
        let rows = rows.collect();
        Table { columns, rows }
    }

    fn explain(&self, lang: Lang, assessed: &Assessed<'_>, document: &mut Document) {
        document.heading(format!("{} {}", assessed.id, self.title_of(assessed)));
        let names = self.names.iter().map(|name| Column::new(name.as_str(), Align::Left));
        let first = Column::new(lang.pick("Tal", "Figure"), Align::Left);
        let method = self.method.id.as_str();
        let rows = assessed.figures.iter().map(|(figure, given)| {
            let name = words::figure(lang, figure, self.catalogue);
            let given = given.iter().map(|given| Cell::from(words::given(lang, *given, method)));
            std::iter::once(Cell::from(name)).chain(given).collect()
        });
        let table =
            Table { columns: std::iter::once(first).chain(names).collect(), rows: rows.collect() };
        document.table(table);
    }
}

/// A band with its figures.
fn band_cell(lang: Lang, score: Option<&Score<'_>>) -> Cell {
    let Some(score) = score else { return lang.pick("ikke vurderet", "not rated").into() };
    let (s, k) = lang.pick(("S", "K"), ("L", "C"));
    let band = text::band(lang, score.band);
    let text = format!("{band} ({s}{} {k}{})", score.likelihood, score.consequence);
    Cell::coloured(text, score.band.colour)
}

impl Publication for AssessorsReport<'_> {
    fn title(&self, lang: Lang) -> String {
        said::title(lang, &self.names)
    }

    fn day(&self) -> Date {
        self.day
    }

    fn document(&self, lang: Lang, _: bool) -> Document {
        let mut document = self.overview(lang);
        for assessed in self.worth().filter(|assessed| !assessed.figures.is_empty()) {
            self.explain(lang, assessed, &mut document);
        }
        document
    }

    fn facts(&self) -> Value {
        let activities = self.assessors.activities.iter().map(|assessed| {
            let answers = assessed
                .risks
                .iter()
                .map(|risk| risk.as_ref().and_then(|risk| risk.current()).map(ScoreFacts::new));
            json!({
                "id": assessed.id.as_str(),
                "title": self.title_of(assessed),
                "spread": assessed.spread,
                "worth-a-meeting": assessed.worth.map(WorthAMeeting::key),
                "answers": answers.collect::<Vec<_>>(),
            })
        });
        json!({
            "schema": "risiko.assessors/1",
            "method": self.method.id.as_str(),
            "assessors": self.names,
            "alpha": self.assessors.alpha(self.method),
            "activities": activities.collect::<Vec<_>>(),
        })
    }

    fn records(&self, lang: Lang) -> Records {
        let band = headers::BAND.pick(lang);
        let [l, c] = [headers::DECIDING_LIKELIHOOD, headers::DECIDING_CONSEQUENCE];
        let mut header: Vec<String> =
            [headers::ACTIVITY_ID, headers::TITLE].map(|h| h.pick(lang).to_owned()).into();
        for name in &self.names {
            header.extend([band, l.pick(lang), c.pick(lang)].map(|h| format!("{name}: {h}")));
        }
        header.push(lang.pick("Niveauer imellem", "Bands between").to_owned());
        header.push(lang.pick("Tal om", "To talk about").to_owned());
        let rows = self.assessors.activities.iter().map(|assessed| {
            let mut row = vec![assessed.id.to_string(), self.title_of(assessed).to_owned()];
            for score in assessed.risks.iter().map(current) {
                row.push(optional(score.map(|score| text::band(lang, score.band))));
                row.push(number(score.map(|score| score.likelihood.number())));
                row.push(number(score.map(|score| score.consequence.number())));
            }
            row.push(number(assessed.spread));
            row.push(said::worth(lang, assessed));
            row
        });
        Records::new(header.iter().map(String::as_str)).with(rows)
    }

    fn pages(&self, lang: Lang) -> Vec<(String, Document)> {
        let mut explanations = Document::default();
        for assessed in self.worth().filter(|assessed| !assessed.figures.is_empty()) {
            self.explain(lang, assessed, &mut explanations);
        }
        let tab = |da: &str, en: &str| lang.pick(da, en).to_owned();
        vec![
            (tab("Overblik", "Overview"), self.overview(lang)),
            (tab("Forklaringer", "Explanations"), explanations),
        ]
    }
}
