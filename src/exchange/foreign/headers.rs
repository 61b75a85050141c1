//! Finding a row of headers by what stands in it.

use super::super::entry::{fold, shown};
use super::super::workbook::{Row, Sheet};

/// The header row is looked for among the first rows; people put titles above it.
pub(in crate::exchange) const HEADER_ROWS: u32 = 20;

/// A row of texts, each with its column counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::exchange) struct Headers {
    /// Counted from 0.
    pub(in crate::exchange) row: u32,
    /// As written.
    pub(in crate::exchange) texts: Vec<(u32, String)>,
}

impl Headers {
    /// The texts of a row.
    pub(in crate::exchange) fn of(row: u32, cells: &Row) -> Self {
        let texts = cells.iter().map(|(column, cell)| (column, shown(cell).into_owned()));
        Self { row, texts: texts.filter(|(_, text)| !text.is_empty()).collect() }
    }

    /// The columns with this text.
    pub(in crate::exchange) fn places(&self, header: &str) -> Vec<u32> {
        let wanted = fold(header);
        let here = self.texts.iter().filter(|(_, text)| fold(text) == wanted);
        here.map(|(column, _)| *column).collect()
    }
}

/// The row for which `count` is highest, the first of several; `None` where it is 0 for all.
/// `only` is a row to look at alone, counted from 0.
pub(in crate::exchange) fn best_row(
    sheet: &Sheet,
    only: Option<u32>,
    count: impl Fn(&Headers) -> usize,
) -> Option<(Headers, usize)> {
    let rows = sheet.rows().filter(|(row, _)| match only {
        Some(only) => *row == only,
        None => *row < HEADER_ROWS,
    });
    let counted = rows.map(|(row, cells)| {
        let headers = Headers::of(row, cells);
        let count = count(&headers);
        (headers, count)
    });
    let found = counted.filter(|(_, count)| *count > 0);
    found.max_by_key(|(headers, count)| (*count, std::cmp::Reverse(headers.row)))
}
