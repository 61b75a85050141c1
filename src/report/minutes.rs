//! `minutes`: what a meeting went through, decided and left.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::document::{Align, Cell, Column, Document, Table};
use super::facts::BandFacts;
use super::{Publication, Records};
use crate::domain::{
    Assessment, Band, Catalogue, Consequence, Date, LevelNumber as _, Likelihood, Meeting,
    MeetingFigures, MeetingItem, Method, Status, Timestamp,
};
use crate::report::records::text as optional;
use crate::text::meeting as words;
use crate::text::{self, Lang};

/// What `minutes` shows.
#[derive(Debug)]
pub struct MinutesReport<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// For the name of the municipality.
    pub assessment: &'a Assessment,
    /// For titles.
    pub catalogue: &'a Catalogue,
    /// For bands.
    pub method: &'a Method,
    /// Where the clock is read.
    pub zone: TimeZone,
}

/// How much of what is left a screen shows.
const SHORT: usize = 10;

type Pair = Option<(Likelihood, Consequence)>;

impl MinutesReport<'_> {
    fn label(&self, item: &MeetingItem) -> String {
        format!("{} {}", item.id, self.title_of(item))
    }

    /// What is left may stand among what was taken up, too.
    fn label_left(&self, lang: Lang, item: &MeetingItem) -> String {
        let label = self.label(item);
        if item.was_taken_up() { format!("{label} {}", words::not_done(lang)) } else { label }
    }

    fn title_of(&self, item: &MeetingItem) -> &str {
        self.catalogue.activities.get(&item.id).map_or("", |activity| &activity.title)
    }

    fn taken_up(&self) -> impl Iterator<Item = &MeetingItem> {
        self.meeting.items.iter().filter(|item| item.was_taken_up())
    }

    fn left(&self) -> impl Iterator<Item = &MeetingItem> {
        self.meeting.agenda().filter(|item| item.treated.is_none())
    }

    fn band(&self, pair: Pair) -> Option<&Band> {
        let (likelihood, consequence) = pair?;
        self.method.band(likelihood, consequence)
    }

    fn cell(&self, lang: Lang, figures: MeetingFigures, pair: Pair) -> Cell {
        if figures.status == Status::NotApplicable {
            return text::status(lang, figures.status).into();
        }
        let Some(((likelihood, consequence), band)) = pair.zip(self.band(pair)) else {
            return lang.pick("intet niveau", "no band").into();
        };
        let (s, k) = lang.pick(("S", "K"), ("L", "C"));
        let text = format!("{} ({s}{likelihood} {k}{consequence})", text::band(lang, band));
        Cell::coloured(text, band.colour)
    }

    fn table(&self, lang: Lang) -> Table {
        let columns = words::columns(lang).into_iter().map(|title| Column::new(title, Align::Left));
        let rows = self.taken_up().map(|item| {
            let (before, after) = (item.before, item.figures());
            let mark = if item.is_extra { " *" } else { "" };
            let status = match before.status == after.status {
                true => text::status(lang, after.status).to_owned(),
                false => format!(
                    "{} → {}",
                    text::status(lang, before.status),
                    text::status(lang, after.status)
                ),
            };
            vec![
                format!("{}{mark}", item.id).into(),
                self.title_of(item).into(),
                self.cell(lang, before, before.current),
                self.cell(lang, after, after.current),
                self.cell(lang, after, after.residual),
                status.into(),
            ]
        });
        Table { columns: columns.collect(), rows: rows.collect() }
    }

    fn clock(&self, at: Timestamp) -> String {
        let at = at.to_zoned_datetime(self.zone.clone());
        format!("{:02}:{:02}", at.hour(), at.minute())
    }

    fn when(&self, lang: Lang) -> String {
        let Meeting { began, latest, .. } = self.meeting;
        let (from, to) = (self.clock(*began), self.clock(*latest));
        words::when(lang, (&from, &to), self.meeting.progress())
    }
}

impl Publication for MinutesReport<'_> {
    fn title(&self, lang: Lang) -> String {
        let Assessment { municipality_name, round, .. } = self.assessment;
        words::title(lang, municipality_name, round, self.meeting.held)
    }

    fn day(&self) -> Date {
        self.meeting.held
    }

    fn document(&self, lang: Lang, whole: bool) -> Document {
        let mut document = Document::default();
        document.heading(self.title(lang));
        document.paragraph(self.when(lang));
        let present = match self.meeting.present.is_empty() {
            true => words::nobody_written(lang).to_owned(),
            false => self.meeting.present.join(", "),
        };
        document.paragraph(format!("{}: {present}", words::present(lang)));
        let [gone_through, decisions, questions, left] = words::headings(lang);
        document.heading(gone_through);
        if self.taken_up().next().is_some() {
            document.table(self.table(lang));
            document.paragraph(words::legend(lang));
        } else {
            document.paragraph(words::nothing(lang));
        }
        let items = &self.meeting.items;
        let said = |text: fn(&MeetingItem) -> &String| -> Vec<String> {
            let items = items.iter().filter(|item| !text(item).is_empty());
            items.map(|item| format!("{}: {}", self.label(item), text(item))).collect()
        };
        let most = if whole { usize::MAX } else { SHORT };
        let mut remaining: Vec<String> =
            self.left().take(most).map(|item| self.label_left(lang, item)).collect();
        let more = self.left().count().saturating_sub(remaining.len());
        remaining.extend((more > 0).then(|| words::more_left(lang, more)));
        let lists = [
            (decisions, said(|item| &item.decision)),
            (questions, said(|item| &item.question)),
            (left, remaining),
        ];
        for (heading, lines) in lists.into_iter().filter(|(_, lines)| !lines.is_empty()) {
            document.heading(heading);
            document.list(lines);
        }
        document
    }

    fn facts(&self) -> Value {
        let point = |pair: Pair| {
            let ((likelihood, consequence), band) = pair.zip(self.band(pair))?;
            Some(json!({
                "likelihood": likelihood.number(),
                "consequence": consequence.number(),
                "band": BandFacts::from(band),
            }))
        };
        let figures = |figures: MeetingFigures| {
            json!({
                "status": figures.status.key(),
                "current": point(figures.current),
                "residual": point(figures.residual),
            })
        };
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let items = self.meeting.items.iter().map(|item| {
            json!({
                "id": item.id.as_str(),
                "title": self.title_of(item),
                "on-agenda": !item.is_extra,
                "before": figures(item.before),
                "after": figures(item.figures()),
                "treated": item.treated.map(|at| at.to_string()),
                "decision": some(&item.decision),
                "question": some(&item.question),
            })
        });
        let (treated, of) = self.meeting.progress();
        json!({
            "schema": "risiko.minutes/1",
            "municipality": self.assessment.municipality_name,
            "round": self.meeting.round,
            "method": self.meeting.method.as_str(),
            "held": self.meeting.held.to_string(),
            "began": self.meeting.began.to_string(),
            "latest": self.meeting.latest.to_string(),
            "present": self.meeting.present,
            "treated": treated,
            "of": of,
            "items": items.collect::<Vec<_>>(),
        })
    }

    fn records(&self, lang: Lang) -> Records {
        let band = |pair| optional(self.band(pair).map(|band| text::band(lang, band)));
        let header = words::columns(lang).into_iter().chain(words::more_columns(lang));
        let rows = self.meeting.items.iter().map(|item| {
            let (before, after) = (item.before, item.figures());
            vec![
                item.id.to_string(),
                self.title_of(item).to_owned(),
                band(before.current),
                band(after.current),
                band(after.residual),
                text::status(lang, after.status).to_owned(),
                text::boolean(lang, !item.is_extra).to_owned(),
                text::boolean(lang, item.treated.is_some()).to_owned(),
                item.decision.clone(),
                item.question.clone(),
            ]
        });
        Records::new(header).with(rows)
    }

    fn pages(&self, lang: Lang) -> Vec<(String, Document)> {
        vec![(words::tab(lang).to_owned(), self.document(lang, true))]
    }
}
