//! Tables and lists that several readers are shown.

use std::collections::BTreeMap;

use super::ManagementReport;
use crate::domain::{Date, OwnCell, Threat};
use crate::engine::briefing::{ActionState, AreaStand, Decision, PlannedAction, Question};
use crate::engine::{OverviewRow, RiskSource, Score};
use crate::report::document::{Align, Cell, Column, Table};
use crate::text::management as said;
use crate::text::{self, Lang};

/// A table with a header each.
pub(super) fn table<const N: usize>(headers: [&str; N], rows: Vec<Vec<Cell>>) -> Table {
    let columns = headers.map(|header| Column::new(header, Align::Left));
    Table { columns: columns.into(), rows }
}

/// The first sentences of a text, cut at a word.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let mut short = String::new();
    for word in text.split(' ') {
        if short.chars().count() + word.chars().count() + 1 > most {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = text.chars().take(most).collect();
    }
    format!("{short} …")
}

/// A band with its figures below it: "Høj", "(S4 K4)".
pub(super) fn score_cell(lang: Lang, score: Option<&Score<'_>>) -> Cell {
    let Some(score) = score else { return said::none(lang).into() };
    let (s, k) = lang.pick(("S", "K"), ("L", "C"));
    let (likelihood, consequence) = (score.likelihood, score.consequence);
    let text = format!("{}\n({s}{likelihood}\u{a0}{k}{consequence})", text::band(lang, score.band));
    Cell::coloured(text, score.band.colour)
}

pub(super) fn today(lang: Lang, row: &OverviewRow<'_>) -> Cell {
    score_cell(lang, row.risk.current().map(|(_, score)| score))
}

pub(super) fn when_done(lang: Lang, row: &OverviewRow<'_>) -> Cell {
    score_cell(lang, row.risk.residual().map(|(_, score)| score))
}

impl<'a> ManagementReport<'a> {
    /// A threat in words: "T13 Fejlsendt mail"; for the direct likelihood that it is the activity's own.
    pub(super) fn source(&self, lang: Lang, source: &RiskSource) -> String {
        match source {
            RiskSource::Direct => {
                lang.pick("den samlede sandsynlighed", "the likelihood as a whole").to_owned()
            }
            RiskSource::Threat(id) => {
                let threat: Option<&Threat> = self.catalogue.threats.get(id);
                let title = threat.map_or("", |threat| threat.title.as_str());
                format!("{id} {title}").trim_end().to_owned()
            }
        }
    }

    /// What decides today's band, with the reason that was given.
    pub(super) fn why(&self, lang: Lang, row: &OverviewRow<'_>, most: usize) -> String {
        let Some((source, score)) = row.risk.current() else { return String::new() };
        let threat = match source {
            RiskSource::Direct => None,
            RiskSource::Threat(id) => Some(id),
        };
        let reason = row.answer.risk(threat).and_then(|answer| answer.reason.as_deref());
        let kind = text::dimension(lang, score.driver.1);
        let decides = format!("{} ({kind})", self.source(lang, source));
        match reason.filter(|reason| !reason.trim().is_empty()) {
            Some(reason) => format!("{decides}: {}", shortened(reason, most)),
            None => decides,
        }
    }

    pub(super) fn worst_table(&self, lang: Lang, rows: &[&OverviewRow<'_>], most: usize) -> Table {
        let rows = rows.iter().map(|row| {
            vec![
                row.id.as_str().into(),
                row.title().into(),
                today(lang, row),
                when_done(lang, row),
                self.why(lang, row, most).into(),
                row.answer.owner.clone().unwrap_or_default().into(),
            ]
        });
        table(said::worst_columns(lang), rows.collect())
    }

    /// So many of the worst activities for a first page or a slide, with so much of each reason: few columns, so
    /// that they fit.
    pub(super) fn short_worst(&self, lang: Lang, count: usize, most: usize) -> Table {
        let [_, activity, now, then, why, owner] = said::worst_columns(lang);
        let rows = self.briefing.worst_first().into_iter().take(count).map(|row| {
            vec![
                Self::label(row).into(),
                today(lang, row),
                when_done(lang, row),
                self.why(lang, row, most).into(),
                row.answer.owner.clone().unwrap_or_default().into(),
            ]
        });
        table([activity, now, then, why, owner], rows.collect())
    }

    pub(super) fn action_table(&self, lang: Lang, actions: &[&PlannedAction<'_>]) -> Table {
        let cost = actions.iter().find_map(|planned| planned.cost().map(|(name, _)| name));
        let rows = actions.iter().map(|planned| {
            let relief = planned.relief();
            let relief = relief.map(|relief| said::relief(lang, &self.method.bands, relief));
            let deadline = planned.action.deadline.map(|day| Cell::day(text::date(lang, day), day));
            let mut cells: Vec<Cell> = vec![
                planned.row.id.as_str().into(),
                planned.row.title().into(),
                planned.action.what.as_str().into(),
                planned.action.owner.clone().unwrap_or_default().into(),
                deadline.unwrap_or_default(),
                relief.unwrap_or_else(|| said::none(lang).to_owned()).into(),
                said::action_state(lang, planned.state).into(),
            ];
            if cost.is_some() {
                let value = planned.cost().map(|(_, value)| value.to_string());
                cells.push(text::number(lang, &value.unwrap_or_default()).into());
            }
            cells
        });
        let rows = rows.collect();
        let mut table = table(said::action_columns(lang), rows);
        table.columns.extend(cost.map(|name| Column::new(name, Align::Right)));
        table
    }

    /// How many activities stand in which band, today and when what is planned is done.
    pub(super) fn band_table(&self, lang: Lang) -> Table {
        let [today, later, ..] = said::labels(lang);
        let rows = self.method.bands.iter().rev().map(|band| {
            let (now, then) =
                (self.briefing.current.at(band.rank), self.briefing.residual.at(band.rank));
            vec![
                Cell::coloured(text::band(lang, band), band.colour),
                now.to_string().into(),
                then.to_string().into(),
            ]
        });
        let mut bands = table([lang.pick("Risikoniveau", "Band"), today, later], rows.collect());
        for column in bands.columns.iter_mut().skip(1) {
            column.align = Align::Right;
        }
        bands
    }

    /// How many actions there are, and how many of them lack something.
    pub(super) fn action_summary(&self, lang: Lang) -> String {
        let (all, [planned, overdue, incomplete]) = self.action_counts();
        said::actions(lang, all, planned, overdue, incomplete)
    }

    pub(super) fn action_counts(&self) -> (usize, [usize; 3]) {
        let actions = &self.briefing.actions;
        let states = [ActionState::Planned, ActionState::Overdue, ActionState::Incomplete];
        let count = |state| actions.iter().filter(|planned| planned.state == state).count();
        (actions.len(), states.map(count))
    }

    /// When the next of the actions are due, and the last; nothing where none has a deadline to come.
    pub(super) fn deadlines(&self, lang: Lang) -> Option<String> {
        let deadlines = self.briefing.actions.iter().filter_map(|planned| planned.action.deadline);
        let to_come: Vec<Date> = deadlines.filter(|day| *day >= self.as_of).collect();
        let (next, last) = (*to_come.iter().min()?, *to_come.iter().max()?);
        let due = to_come.iter().filter(|day| **day == next).count();
        Some(said::deadlines(lang, (next, due), last))
    }

    /// The last day on which something is due.
    pub(super) fn last_deadline(&self) -> Option<Date> {
        self.briefing.actions.iter().filter_map(|planned| planned.action.deadline).max()
    }

    /// The sum of what the actions cost, where somebody wrote numbers: exact, in hundredths.
    pub(super) fn cost_line(&self, lang: Lang) -> Option<String> {
        let actions = &self.briefing.actions;
        let costs: Vec<_> = actions.iter().filter_map(PlannedAction::cost).collect();
        let (column, _) = costs.first()?;
        let mut sum: i128 = 0;
        let mut given = 0;
        for (_, value) in costs.iter().filter(|(name, _)| name == column) {
            if let Some(hundredths) = hundredths(value) {
                sum += hundredths;
                given += 1;
            }
        }
        let text = match (sum / 100, (sum % 100).abs()) {
            (whole, 0) => whole.to_string(),
            (whole, rest) => format!("{whole}.{rest:02}"),
        };
        (given > 0).then(|| said::cost(lang, column, &text, (given, actions.len())))
    }

    pub(super) fn question(&self, lang: Lang, question: &Question<'_>) -> String {
        let risks = match question {
            Question::Treat { risks, .. } => {
                let names: Vec<String> =
                    risks.iter().map(|source| self.source(lang, source)).collect();
                names.join(", ")
            }
            _ => String::new(),
        };
        said::question(lang, question, &risks)
    }

    /// Questions as lines, so many of them.
    pub(super) fn questions(
        &self,
        lang: Lang,
        decisions: &[Decision<'_>],
        most: usize,
    ) -> Vec<String> {
        let line = |decision: &Decision<'_>| {
            format!("{}: {}", Self::label(decision.row), self.question(lang, &decision.question))
        };
        let mut lines: Vec<String> = decisions.iter().take(most).map(line).collect();
        let left = decisions.len().saturating_sub(most);
        lines.extend((left > 0).then(|| said::more(lang, left)));
        lines
    }

    /// How many activities of each area stand in which band, worst band first.
    pub(super) fn area_table(&self, lang: Lang, areas: &[AreaStand<'_>]) -> Table {
        let mut columns: Vec<Column> =
            said::area_columns(lang).map(|header| Column::new(header, Align::Left)).into();
        let bands: Vec<_> = self.method.bands.iter().rev().collect();
        columns.extend(bands.iter().map(|band| Column::new(text::band(lang, band), Align::Right)));
        let rows = areas.iter().map(|stand| {
            let covered = stand.coverage;
            let of = lang.pick("af", "of");
            let mut cells: Vec<Cell> = vec![
                Self::area_name(lang, stand.area).into(),
                format!("{} {of} {}", covered.assessed, covered.whole).into(),
            ];
            cells.extend(
                bands.iter().map(|band| Cell::from(stand.current.at(band.rank).to_string())),
            );
            cells
        });
        Table { columns, rows: rows.collect() }
    }

    /// Municipalities by band for each activity, with our own place.
    pub(super) fn place_table(&self, lang: Lang, places: &[super::Place<'_>]) -> Table {
        let [number, activity, _] = said::change_columns(lang);
        let mut columns = vec![
            Column::new(number, Align::Left),
            Column::new(activity, Align::Left),
            Column::new(self.assessment.municipality_name.as_str(), Align::Left),
        ];
        let bands: Vec<_> = self.method.bands.iter().collect();
        columns.extend(
            bands.iter().rev().map(|band| Column::new(text::band(lang, band), Align::Right)),
        );
        let rows = places.iter().map(|place| {
            let own = bands.iter().find(|band| band.rank == place.own);
            let own = own.map_or_else(Cell::default, |band| {
                Cell::coloured(text::band(lang, band), band.colour)
            });
            let mut cells: Vec<Cell> =
                vec![place.row.id.as_str().into(), place.row.title().into(), own];
            cells.extend(place.bands.iter().rev().map(|count| Cell::from(count.to_string())));
            cells
        });
        Table { columns, rows: rows.collect() }
    }

    /// Actions by owner: how many, and by when the last.
    pub(super) fn owners(&self) -> BTreeMap<Option<&'a str>, Vec<&PlannedAction<'a>>> {
        let mut owners: BTreeMap<Option<&str>, Vec<_>> = BTreeMap::new();
        for planned in &self.briefing.actions {
            owners.entry(planned.action.owner.as_deref()).or_default().push(planned);
        }
        owners
    }
}

/// A number with at most two decimals in hundredths; nothing for anything else.
fn hundredths(value: &OwnCell) -> Option<i128> {
    let OwnCell::Number(text) = value else { return None };
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let decimals = match decimals.len() {
        0 => "00".to_owned(),
        1 => format!("{decimals}0"),
        2 => decimals.to_owned(),
        _ => return None,
    };
    format!("{whole}{decimals}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_a_word_and_says_so() {
        assert_eq!(shortened("en to tre", 9), "en to tre");
        assert_eq!(shortened("en  to\ntre fire", 10), "en to tre …");
        assert_eq!(shortened("sammenhængende", 4), "samm …");
    }

    #[test]
    fn only_exact_amounts_are_added() {
        let number = |text: &str| hundredths(&OwnCell::Number(text.to_owned()));
        assert_eq!(number("42.5"), Some(4250));
        assert_eq!(number("-3"), Some(-300));
        assert_eq!(number("1e5"), None);
        assert_eq!(number("0.125"), None);
        assert_eq!(hundredths(&"42".into()), None);
    }
}
