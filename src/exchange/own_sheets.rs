//! Sheets that people added: which they are, what their cells hold, and out again.

use super::entry::{clean, date_from_serial, fold, shown};
use super::layout::Form;
use super::protocol::{self, OwnCells};
use super::sheet::{At, Book, FIRST_DAY, SheetError, Style, fitted};
use super::workbook::{Address, Cell, Sheet, Value, Visibility};
use crate::domain::{OwnCell, OwnSheet};
use crate::text::Lang;
use crate::text::workbook::{Phrase, labels, sheets};

/// Width of every column of an added sheet, in characters.
const WIDTH: f64 = 22.0;

/// Our sheets that nobody fills in, with their keys in the hidden sheet; never changed once
/// released.
pub(super) const DERIVED: [(&str, Phrase); 4] = [
    ("front", sheets::FRONT),
    ("picture", sheets::PICTURE),
    ("scales", sheets::SCALES),
    ("threat-catalogue", sheets::THREAT_CATALOGUE),
];

/// Whether a sheet is one of ours that nobody fills in: by its name in either language, or by its
/// title where the tab was renamed.
pub(super) fn is_derived(sheet: &Sheet) -> bool {
    let is_it = |phrase: Phrase| is_phrase(phrase, &fold(&sheet.name));
    sheet.name == protocol::SHEET
        || Form::ALL.map(Form::name).into_iter().any(is_it)
        || derived_key(sheet).is_some()
}

/// The key of such a sheet, but for the hidden one and the forms.
pub(super) fn derived_key(sheet: &Sheet) -> Option<&'static str> {
    let name = fold(&sheet.name);
    let by_name = DERIVED.into_iter().find(|(_, phrase)| is_phrase(*phrase, &name));
    if let Some((key, _)) = by_name {
        return Some(key);
    }
    let title = sheet.cell(0, 0).map(|cell| fold(&shown(cell))).unwrap_or_default();
    let picture = [sheets::PICTURE.da, sheets::PICTURE.en];
    if picture.iter().any(|text| title.starts_with(&format!("{} - ", fold(text)))) {
        return Some("picture");
    }
    let titles = [
        ("front", labels::TITLE),
        ("scales", sheets::SCALES),
        ("threat-catalogue", sheets::THREAT_CATALOGUE),
    ];
    titles.into_iter().find(|(_, phrase)| is_phrase(*phrase, &title)).map(|(key, _)| key)
}

fn is_phrase(phrase: Phrase, folded: &str) -> bool {
    [phrase.da, phrase.en].iter().any(|own| fold(own) == folded)
}

/// The name that a sheet is kept under: Excel's own are always kept as they are.
fn name_of(sheet: &Sheet) -> String {
    if OwnSheet::may_be_named(&sheet.name) {
        return sheet.name.clone();
    }
    let plain = |c: char| if c.is_alphanumeric() { c } else { '_' };
    let name: String = sheet.name.chars().map(plain).take(OwnSheet::MOST_NAME_CHARS / 2).collect();
    if name.is_empty() { "_".to_owned() } else { name }
}

/// A sheet as it is kept, and how many of its cells are formulas, of which the result is kept.
///
/// Missing: a formula without a result is left out and counted.
pub(super) fn taken(sheet: &Sheet) -> (OwnSheet, usize) {
    let hidden = sheet.visibility != Visibility::Visible;
    let mut own = OwnSheet { name: name_of(sheet), hidden, ..OwnSheet::default() };
    let mut formulas = 0;
    for (address, cell) in sheet.cells() {
        formulas += usize::from(cell.has_formula);
        if let Some(cell) = own_cell(cell) {
            own.cells.insert(address, cell);
        }
    }
    (own, formulas)
}

/// What a cell of people's own holds; `None` where it is blank.
pub(super) fn own_cell(cell: &Cell) -> Option<OwnCell> {
    match &cell.value {
        // Spreadsheets tell no −0 from 0.
        Value::Number(number) => Some(OwnCell::Number((number + 0.0).to_string())),
        Value::Date { serial } => match date_from_serial(*serial) {
            // A time of day is no day: the number says both.
            Some(date) if serial.fract() == 0.0 => Some(OwnCell::Date(date)),
            _ => Some(OwnCell::Number(serial.to_string())),
        },
        Value::Text(text) => {
            let text = clean(text);
            (!text.is_empty()).then(|| OwnCell::Text(text.into_owned()))
        }
        Value::Boolean(value) => Some(OwnCell::Boolean(*value)),
        Value::Error(text) => Some(OwnCell::Text(text.clone())),
        Value::FormulaWithoutResult => None,
    }
}

/// Writes a sheet as it was kept.
pub(super) fn write(sheet: &OwnSheet, book: &mut Book, lang: Lang) -> Result<(), SheetError> {
    let mut page = book.page(&sheet.name)?;
    if sheet.hidden {
        page.hide_tab();
    }
    let widest = sheet.cells.keys().map(|address| address.column).max().unwrap_or_default();
    for column in 0..=u16::try_from(widest).unwrap_or_default() {
        page.width(column, WIDTH)?;
    }
    for (address, cell) in as_written(&sheet.cells, lang) {
        let Ok(column) = u16::try_from(address.column) else { continue };
        let at: At = (address.row, column);
        match cell {
            OwnCell::Text(text) => page.text(at, &text, Style::Text)?,
            OwnCell::Number(number) => match number.parse() {
                Ok(number) => page.number(at, number, Style::Plain)?,
                Err(_) => page.text(at, &number, Style::Text)?,
            },
            OwnCell::Date(date) => page.date(at, date, Style::PlainDate)?,
            OwnCell::Boolean(value) => page.boolean(at, value, Style::Plain)?,
        }
    }
    Ok(())
}

/// Cells as a workbook can hold them, and so as they are read back: no empty text, none that is too
/// long, and no day that Excel does not count right.
pub(super) fn as_written(cells: &OwnCells, lang: Lang) -> OwnCells {
    let cell = |(at, cell): (&Address, &OwnCell)| {
        let cell = match cell {
            OwnCell::Text(text) => {
                let text = clean(text);
                let text = fitted(&text, labels::TRUNCATED.pick(lang)).into_owned();
                if text.is_empty() {
                    return None;
                }
                OwnCell::Text(text)
            }
            OwnCell::Date(date) if *date < FIRST_DAY => OwnCell::Text(date.to_string()),
            other => other.clone(),
        };
        Some((*at, cell))
    };
    cells.iter().filter_map(cell).collect()
}

/// Key and text of a cell, for the hidden sheet.
pub(super) fn kept(cell: &OwnCell) -> (&'static str, String) {
    match cell {
        OwnCell::Text(text) => ("text", text.clone()),
        OwnCell::Number(number) => ("number", number.clone()),
        OwnCell::Date(date) => ("date", date.to_string()),
        OwnCell::Boolean(value) => ("boolean", value.to_string()),
    }
}

/// The cell that [`kept`] was given.
pub(super) fn from_kept(kind: &str, text: &str) -> Option<OwnCell> {
    match kind {
        "text" => Some(OwnCell::Text(text.to_owned())),
        "number" => Some(OwnCell::Number(text.to_owned())),
        "date" => text.parse().ok().map(OwnCell::Date),
        "boolean" => text.parse().ok().map(OwnCell::Boolean),
        _ => None,
    }
}
