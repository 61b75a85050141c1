//! Input cells: what stands there, how it looks, and what the baseline keeps of it.

use std::collections::BTreeMap;

use super::super::entry::{Entry, Shape};
use super::super::field::Field;
use super::super::input::Input;
use super::super::layout::{Column, Role};
use super::super::protocol::{Baseline, Extras, RowBaseline, RowKey, kept};
use super::super::sheet::{At, Page, Style, fitted};
use super::shown::Shown;
use super::{Export, FIRST_ROW, HEADER_ROW, Result, Sheet};
use crate::domain::{ActivityAnswer, Level, Origin, Perspective, ThreatId};
use crate::finding::Axis;
use crate::text::workbook::{Phrase, labels};

/// Whose answer a row shows.
#[derive(Clone, Copy)]
pub(super) struct RowOf<'a> {
    pub(super) threat: Option<&'a ThreatId>,
    pub(super) answer: &'a ActivityAnswer,
}

/// What the hidden sheet keeps of all rows.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) baseline: Baseline<'static>,
    pub(super) extras: Extras,
}

/// What has been written into a row so far: its inputs, and how many lines its texts take.
pub(super) struct Written {
    inputs: RowBaseline<'static>,
    extras: BTreeMap<String, String>,
    lines: f64,
}

impl Written {
    pub(super) fn new() -> Self {
        Self { inputs: RowBaseline::default(), extras: BTreeMap::new(), lines: 1.0 }
    }

    /// Makes room for a text in a column of that width, in characters.
    pub(super) fn grow(&mut self, text: &str, width: f64) {
        let of_paragraph = |paragraph: &str| {
            let characters = u32::try_from(paragraph.chars().count()).unwrap_or(u32::MAX);
            // A width counts digits. Letters are a little narrower, and words wrap whole: about as
            // many characters as digits fit.
            (f64::from(characters) / width).ceil().max(1.0)
        };
        self.lines = self.lines.max(text.lines().map(of_paragraph).sum());
    }

    /// Height in which no text is cut, in points: neither Excel nor LibreOffice grows rows of a
    /// file that has not been edited.
    pub(super) fn height(&self) -> f64 {
        /// One line of text.
        const LINE: f64 = 15.0;
        /// The tallest row that Excel allows is 409 points.
        const MOST_LINES: f64 = 27.0;
        self.lines.min(MOST_LINES) * LINE + 3.0
    }

    /// Puts the inputs into the baseline, unless all were blank.
    pub(super) fn keep(self, key: RowKey, kept: &mut Kept) {
        if !self.extras.is_empty() {
            kept.extras.insert(key.clone(), self.extras);
        }
        if !self.inputs.is_empty() {
            kept.baseline.insert(key, self.inputs);
        }
    }
}

/// What a column that people added shows.
pub(super) fn shown_extra<'e>(
    export: &Export<'_>,
    sheet: &Sheet,
    row: &RowOf<'_>,
    nth: u16,
) -> Shown<'e> {
    let added = sheet.extras.get(usize::from(nth));
    let input = added.map(|added| Input::Extra(added.key.clone()));
    let entry = input.and_then(|input| input.read(row.answer, row.threat, export.lang));
    entry.map_or(Shown::Blank, Shown::Entry)
}

/// Writes a cell of a column that people added, and remembers it.
pub(super) fn extra(
    (export, sheet): (&Export<'_>, &Sheet),
    page: &mut Page<'_>,
    at: At,
    (row, column, nth): (&RowOf<'_>, &Column, u16),
    written: &mut Written,
) -> Result<()> {
    let Some(added) = sheet.extras.get(usize::from(nth)) else { return Ok(()) };
    let input = Input::Extra(added.key.clone());
    let Some(entry) = input.read(row.answer, row.threat, export.lang) else {
        return Ok(page.blank(at, Style::Input)?);
    };
    let text = kept(&entry, export.lang);
    own_cell(page, at, &entry, &text)?;
    written.grow(&text, column.width);
    written.extras.insert(added.key.clone(), text);
    Ok(())
}

/// Writes what people wrote in a column of their own as the kind of cell that it was.
pub(super) fn own_cell(page: &mut Page<'_>, at: At, entry: &Entry, text: &str) -> Result<()> {
    match entry {
        Entry::Number(number) => match number.parse() {
            Ok(number) => page.number(at, number, Style::Input)?,
            Err(_) => page.text(at, number, Style::Input)?,
        },
        Entry::Date(date) => page.date(at, *date, Style::InputDate)?,
        Entry::Boolean(value) => page.boolean(at, *value, Style::Input)?,
        _ => page.text(at, text, Style::Input)?,
    }
    Ok(())
}

/// Writes an input cell and remembers it.
pub(super) fn input(
    export: &Export<'_>,
    page: &mut Page<'_>,
    at: At,
    (row, field, width): (&RowOf<'_>, Field, f64),
    written: &mut Written,
) -> Result<()> {
    let style = style(row, field);
    let Some(entry) = field.read(row.answer, row.threat, export.lang) else {
        return Ok(page.blank(at, style)?);
    };
    let shown = entry.shown(export.words());
    let shown = fitted(&shown, labels::TRUNCATED.pick(export.lang));
    match &entry {
        Entry::Date(date) => page.date(at, *date, style)?,
        _ => page.text(at, &shown, style)?,
    }
    written.grow(&shown, width);
    written.inputs.insert(field, kept(&entry, export.lang));
    Ok(())
}

fn style(row: &RowOf<'_>, field: Field) -> Style {
    match (field, field.shape()) {
        (Field::Consequence(whose, kind), _) => {
            let figure = row.answer.consequences.figures.get(&(whose, kind));
            let starting = figure.is_some_and(|figure| figure.origin == Origin::Catalogue);
            if starting { Style::Starting } else { Style::Choice }
        }
        (_, Shape::Date) => Style::InputDate,
        (_, Shape::Text) => Style::Input,
        _ => Style::Choice,
    }
}

/// What differs between the frames of the forms.
pub(super) struct Frame {
    /// Name of the table.
    pub(super) table: &'static str,
    /// Line below the title.
    pub(super) hint: Phrase,
    /// Columns that stay in sight and stand on every printed page.
    pub(super) frozen: u16,
    /// Pages that the columns are printed on.
    pub(super) pages: u16,
}

/// Title, hint, group titles, headers, widths, table, drop-downs, protection and print of a form.
pub(super) fn frame(
    export: &Export<'_>,
    page: &mut Page<'_>,
    sheet: &Sheet,
    look: &Frame,
) -> Result<()> {
    let lang = export.lang;
    let title = format!(
        "{} – {} {}",
        labels::TITLE.pick(lang),
        export.assessment.municipality_name,
        export.assessment.round
    );
    page.remember();
    page.text((0, 0), &title, Style::Title)?;
    page.height(0, 26.0)?;
    page.text((1, 0), look.hint.pick(lang), Style::Subtitle)?;
    group_titles(export, page, sheet)?;
    let mut headers = Vec::new();
    for (place, column) in (0u16..).zip(&sheet.columns) {
        page.width(place, column.width)?;
        if matches!(column.role, Role::Helper(_)) {
            page.hide(place)?;
        }
        let is_input = matches!(column.role, Role::Input(_) | Role::Action(_) | Role::Extra(_));
        headers
            .push((column.header(lang), if is_input { Style::InputHeader } else { Style::Header }));
        choices(export, page, (place, sheet.last_row()), column)?;
    }
    page.height(HEADER_ROW, 48.0)?;
    page.table(look.table, (HEADER_ROW, 0), sheet.last_row(), &headers)?;
    page.freeze((FIRST_ROW, look.frozen))?;
    page.protect();
    let repeated = look.frozen.saturating_sub(1);
    page.print_wide(&export.footer(), (HEADER_ROW - 1, HEADER_ROW), (repeated, look.pages))?;
    Ok(())
}

fn group_titles(export: &Export<'_>, page: &mut Page<'_>, sheet: &Sheet) -> Result<()> {
    let mut first = 0;
    while let Some(column) = sheet.columns.get(first) {
        let same = |other: &&Column| other.group == column.group;
        let count = sheet.columns.iter().skip(first).take_while(same).count();
        let (from, to) = (place(first), place(first + count - 1));
        page.across((HEADER_ROW - 1, from), to, column.group.pick(export.lang), Style::Group)?;
        first += count;
    }
    Ok(())
}

fn place(position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX)
}

/// Drop-downs and rules for what may be typed.
fn choices(
    export: &Export<'_>,
    page: &mut Page<'_>,
    (place, last): (u16, u32),
    column: &Column,
) -> Result<()> {
    let Role::Input(field) = column.role else { return Ok(()) };
    let range = match field.shape() {
        Shape::Level(Axis::Likelihood) | Shape::LevelOrNot(Axis::Likelihood) => {
            "skala_sandsynlighed"
        }
        Shape::Level(Axis::Consequence) | Shape::LevelOrNot(Axis::Consequence) => {
            "skala_konsekvens"
        }
        Shape::Status => "valg_status",
        Shape::Treatment => "valg_haandtering",
        Shape::Yes => "valg_ja",
        Shape::Date => {
            let message = labels::A_DATE.pick(export.lang);
            let title = labels::NOT_IN_LIST.pick(export.lang);
            page.only_dates(place, (FIRST_ROW, last), (title, message))?;
            return Ok(());
        }
        Shape::Text => return Ok(()),
    };
    let message = labels::PICK_LEVEL.pick(export.lang);
    let title = labels::NOT_IN_LIST.pick(export.lang);
    let prompt = prompt(export, field);
    page.drop_down(place, (FIRST_ROW, last), (range, &prompt), (title, message))?;
    Ok(())
}

/// What each level means, a line each; empty for what is no level.
fn prompt(export: &Export<'_>, field: Field) -> String {
    let method = export.method;
    let line = |level: &Level, whose: Perspective| {
        level.brief(whose).map(|brief| format!("{}: {brief}", level.number))
    };
    let consequence = |whose: Perspective| -> Vec<String> {
        method.consequence.levels().filter_map(|(_, level)| line(level, whose)).collect()
    };
    let lines = match field {
        Field::Likelihood | Field::ResidualLikelihood => {
            let levels = method.likelihood.levels();
            levels.filter_map(|(_, level)| line(level, Perspective::DataSubject)).collect()
        }
        Field::Consequence(perspective, _) => consequence(perspective),
        Field::ResidualConsequence => consequence(Perspective::DataSubject),
        _ => Vec::new(),
    };
    lines.join("\n")
}
