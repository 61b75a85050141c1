//! A form as CSV: the first rows hold its headers, each row is a row of the form.

use std::collections::BTreeMap;

use super::super::csv_text::{Line, lines};
use super::super::entry::{fold, shown};
use super::super::import::{Recognised, recognised};
use super::super::workbook::{Cell, Sheet, Source, Value, Visibility, Workbook};
use super::{BLANK, Filling, TableError, utf8, workbook};
use crate::finding::{Fact, Findings, Location, TableFault};
use crate::text::workbook::labels;

/// Excel leaves out the separators of blank cells at the end of rows, but only where all rows of a
/// block of this many, counted from the top of the sheet, are blank there.
const EXCEL_BLOCK: u32 = 16;

/// Reads a CSV file as a workbook with one sheet, which has the name of the form that it is, or else
/// that of the file, as Excel would name it.
///
/// # Errors
/// `IMP018`, `IMP019`, `IMP037`, or the file goes beyond a limit.
pub fn read_csv(file: &str, bytes: &[u8]) -> Result<Workbook, TableError> {
    let text = utf8(file, bytes)?;
    let whole = Location::File(file.to_owned());
    if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        // Every quotation mark has a partner, also those inside a text, which are doubled.
        let fault = TableFault::OpenQuote;
        return Err(TableError::one(whole, Fact::TableBroken { fault }));
    }
    let mut findings = Findings::new();
    let lines = lines(file, text, &mut findings);
    let mut filling = Filling::new(Sheet::new(stem(file), Visibility::Visible));
    for line in &lines {
        for (column, text) in line.texts().enumerate() {
            filling.put((line.row_from_0(), column), Value::Text(text.to_owned()))?;
        }
    }
    let mut sheet = filling.sheet;
    let mut is_blank = false;
    if let Some(Recognised { form, header_row, lang }) = recognised(&sheet) {
        sheet.name = form.name().pick(lang).to_owned();
        let is_cut = !text.ends_with(['\n', '\r']);
        widths(&lines, header_row, is_cut, &mut findings);
        is_blank = take_mark(&mut sheet, header_row);
    }
    if findings.has_errors() {
        return Err(TableError::Findings(findings));
    }
    let mut workbook = workbook(vec![sheet], Source::Csv);
    if is_blank {
        workbook.properties.insert(BLANK.to_owned(), true.to_string());
    }
    Ok(workbook)
}

/// Takes the header out that says that the table is an empty form; says whether it was there.
fn take_mark(sheet: &mut Sheet, header_row: u32) -> bool {
    let mark = [labels::EMPTY_FORM.da, labels::EMPTY_FORM.en].map(fold);
    let is_mark = |cell: &Cell| mark.contains(&fold(&shown(cell)));
    let found = sheet.cells().find(|(at, cell)| at.row == header_row && is_mark(cell));
    let Some((mark, _)) = found else { return false };
    let mut rest = Sheet::new(sheet.name.clone(), sheet.visibility);
    for (at, cell) in sheet.cells().filter(|(at, _)| *at != mark) {
        rest.insert(at, cell.clone());
    }
    *sheet = rest;
    true
}

/// `mappe/Trusler 2026.csv` gives `Trusler 2026`.
fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// A row with a separator too many or too few has its values in the wrong columns.
///
/// Findings: `IMP018`.
fn widths(lines: &[Line<'_>], header_row: u32, is_cut: bool, findings: &mut Findings) {
    let header = lines.iter().find(|line| line.row_from_0() == header_row);
    let Some(expected) = header.map(|line| line.fields.len()) else { return };
    let block = |line: &Line<'_>| line.row.saturating_sub(1) / EXCEL_BLOCK;
    // The only width of a block, or none where its rows differ.
    let mut blocks: BTreeMap<u32, Option<usize>> = BTreeMap::new();
    for line in lines {
        let width = line.fields.len();
        let of_block = blocks.entry(block(line)).or_insert(Some(width));
        *of_block = of_block.filter(|known| *known == width);
    }
    let last = lines.last().map(|line| line.row);
    let below = lines.iter().filter(|line| line.row_from_0() > header_row);
    for line in below.filter(|line| !line.is_blank()) {
        let width = line.fields.len();
        let as_excel = width < expected && blocks.get(&block(line)) == Some(&Some(width));
        let is_end_of_cut = is_cut && Some(line.row) == last;
        if width != expected && (!as_excel || is_end_of_cut) {
            findings.push(line.cell(0), Fact::FieldCount { expected, found: width });
        }
    }
}
