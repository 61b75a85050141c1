//! What a workbook is, which of its columns are recognised and how, and what an import would leave
//! behind. Reads only; needs no assessment.
//!
//! What is ours is known from the column table and from the names of the sheets; what is KL's and
//! OS2compliance's from the readers of their forms. Nothing is listed here once more.

mod others;
mod own;
mod proposal;
mod view;

pub use view::{ColumnView, FileKind, How, Inspection, Loss, Meaning, SheetView, Use, WrittenFrom};

use super::foreign::cells::is_filled;
use super::foreign::headers::Headers;
use super::guard::Carried;
use super::import::{Incoming, written_by_people};
use super::workbook::{Address, Cell, Place, Row, Sheet, Value, Workbook};
use crate::domain::{Catalogue, Mapping, Method};
use crate::text::Lang;

/// What an inspection goes by.
#[derive(Debug, Clone, Copy)]
pub struct Means<'a> {
    /// How the sheet is to be read, where somebody has said so.
    pub mapping: Option<&'a Mapping>,
    /// Whose words for levels need no explanation in a proposal.
    pub method: &'a Method,
    /// Whose notes on cells are our own.
    pub catalogue: &'a Catalogue,
    /// Language of the comments in a proposal.
    pub lang: Lang,
}

/// Says what a workbook is.
#[must_use]
pub fn inspect(incoming: Incoming<'_>, carried: Carried, means: Means<'_>) -> Inspection {
    let workbook = incoming.workbook;
    let (kind, drafts) = recognise(workbook, means);
    let sheets: Vec<SheetView> = drafts.iter().map(|draft| draft.view(workbook)).collect();
    let is_open = means.mapping.is_none() && kind == FileKind::HomeMade;
    let proposal = is_open.then(|| proposal::proposal(incoming.file, &drafts, &sheets, means));
    let mut losses = losses(&sheets, carried);
    match written_by_people(workbook, means.catalogue).len() {
        0 => {}
        count => losses.push(Loss::Comments { count }),
    }
    Inspection { kind, sheets, losses, proposal: proposal.flatten() }
}

fn recognise<'a>(workbook: &'a Workbook, means: Means<'_>) -> (FileKind, Vec<Draft<'a>>) {
    if let Some(mapping) = means.mapping {
        return (FileKind::HomeMade, others::mapped(workbook, mapping));
    }
    if let Some((facts, drafts)) = own::recognise(workbook) {
        return (FileKind::Own(facts.map(Box::new)), drafts);
    }
    if let Some(drafts) = others::os2(workbook) {
        return (FileKind::Os2, drafts);
    }
    if let Some(drafts) = others::kl(workbook) {
        return (FileKind::Kl, drafts);
    }
    let (is_known, drafts) = others::home_made(workbook);
    match is_known {
        others::Recognised::Something => (FileKind::HomeMade, drafts),
        others::Recognised::Nothing => (FileKind::Unknown, drafts),
    }
}

/// A sheet with what its columns are, before anything is counted.
struct Draft<'a> {
    sheet: &'a Sheet,
    used: Use,
    /// Counted from 0.
    header_row: Option<u32>,
    columns: Vec<ColumnView>,
    missing: Vec<String>,
}

impl<'a> Draft<'a> {
    fn new(sheet: &'a Sheet, used: Use) -> Self {
        Self { sheet, used, header_row: None, columns: Vec::new(), missing: Vec::new() }
    }

    /// A sheet with headers, each recognised by `column`.
    fn with_headers(
        sheet: &'a Sheet,
        used: Use,
        headers: &Headers,
        column: impl Fn(u32, &str) -> ColumnView,
    ) -> Self {
        let texts = headers.texts.iter().map(|(place, text)| column(*place, text));
        let mut columns: Vec<ColumnView> = texts.collect();
        let blank = super::foreign::without_header(sheet, headers);
        columns.extend(blank.into_iter().map(|place| unknown(place, "", None)));
        columns.sort_by_key(|column| column.column);
        Self { sheet, used, header_row: Some(headers.row), columns, missing: Vec::new() }
    }

    fn view(&self, workbook: &Workbook) -> SheetView {
        let first = self.header_row.map_or(0, |row| row.saturating_add(1));
        let is_read = self.used == Use::Read;
        let taken: Vec<u32> =
            self.columns.iter().filter(|c| is_read && c.is_taken()).map(|c| c.column).collect();
        // A row that waits to be filled in has formulas and nothing else.
        let counts = |(column, cell): (u32, &Cell)| {
            is_filled(cell) && (!cell.has_formula || taken.contains(&column))
        };
        let has_content = |row: &Row| row.iter().any(counts);
        let below = || self.sheet.rows().filter(|(row, cells)| *row >= first && has_content(cells));
        let key = self.columns.iter().find(|column| column.is_key());
        let without_key = key.filter(|_| is_read).map(|key| {
            below().filter(|(_, row)| !row.get(key.column).is_some_and(is_filled)).count()
        });
        let mut formulas = 0;
        let mut unreadable = Vec::new();
        for (row, cells) in below() {
            for column in &taken {
                let Some(cell) = cells.get(*column) else { continue };
                formulas += usize::from(cell.has_formula);
                if matches!(cell.value, Value::Error(_) | Value::FormulaWithoutResult) {
                    unreadable.push(Address { row, column: *column }.to_string());
                }
            }
        }
        let bad = workbook.bad_cells.iter().filter(|bad| bad.sheet == self.sheet.name);
        unreadable.extend(bad.map(|bad| match bad.place {
            Place::At(address) | Place::After(address) => address.to_string(),
            Place::First => "A1".to_owned(),
        }));
        SheetView {
            name: self.sheet.name.clone(),
            visibility: self.sheet.visibility,
            used: self.used,
            rows: below().count(),
            header_row: self.header_row.map(|row| row.saturating_add(1)),
            columns: self.columns.clone(),
            missing: self.missing.clone(),
            formulas,
            all_formulas: self.sheet.cells().filter(|(_, cell)| cell.has_formula).count(),
            unreadable,
            rows_without_key: without_key.unwrap_or_default(),
        }
    }
}

/// A column that is recognised.
fn known(column: u32, header: &str, meaning: Meaning, how: How) -> ColumnView {
    let header = header.to_owned();
    ColumnView { column, header, meaning: Some(meaning), how, nearest: None, guess: None }
}

/// A column that is not.
fn unknown(column: u32, header: &str, nearest: Option<&str>) -> ColumnView {
    ColumnView {
        column,
        header: header.to_owned(),
        meaning: None,
        how: How::Not,
        nearest: nearest.map(str::to_owned),
        guess: None,
    }
}

fn losses(sheets: &[SheetView], carried: Carried) -> Vec<Loss> {
    let mut losses = Vec::new();
    for view in sheets {
        let sheet = || view.name.clone();
        if view.used == Use::NotRead && view.rows > 0 {
            losses.push(Loss::Sheet { sheet: sheet() });
        }
        if view.used == Use::Kept && view.all_formulas > 0 {
            losses.push(Loss::Formulas { sheet: sheet(), count: view.all_formulas });
        }
        if view.used == Use::Read {
            // What a proposal takes is not lost once somebody has agreed to it.
            let not_taken =
                view.columns.iter().filter(|column| column.meaning.is_none() && !column.is_taken());
            losses.extend(not_taken.map(|column| Loss::Column {
                sheet: sheet(),
                column: column.letters(),
                header: column.header.clone(),
            }));
        }
        if view.formulas > 0 {
            losses.push(Loss::Formulas { sheet: sheet(), count: view.formulas });
        }
        if !view.unreadable.is_empty() {
            losses.push(Loss::Unreadable { sheet: sheet(), cells: view.unreadable.clone() });
        }
        if view.rows_without_key > 0 {
            losses.push(Loss::Rows { sheet: sheet(), count: view.rows_without_key });
        }
    }
    if carried.has_macros {
        losses.push(Loss::Macros);
    }
    if carried.has_links {
        losses.push(Loss::Links);
    }
    losses
}
