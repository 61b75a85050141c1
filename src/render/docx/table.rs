//! Tables of Word: the header row comes again on each page, and rows stay whole.

use super::super::font::Twips;
use super::super::printed::{RenderError, Rgb, in_print};
use super::super::widths::{is_bold, set};
use super::{HEADER_FILL, runs};
use crate::report::{Align, Cell, Column, Table};

/// Sizes of the text, from the usual one to the smallest that is still read, in twentieths of a point.
pub(super) const SIZES: [Twips; 4] = [180, 170, 160, 140];
/// Space on both sides of a text.
pub(super) const PAD: Twips = 85;

/// A table on a page so wide, with the space behind it.
pub(super) fn table(table: &Table, width: Twips) -> Result<String, RenderError> {
    if table.columns.is_empty() {
        return Ok(String::new());
    }
    let (size, widths) = set(table, SIZES, (PAD, width))?;
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let titles = table.columns.iter().map(|column| Cell::from(column.title.as_str()));
    let titles: Vec<Cell> = titles.collect();
    let mut rows = row(&titles, (&table.columns, &widths), size, true);
    for cells in &table.rows {
        rows.push_str(&row(cells, (&table.columns, &widths), size, false));
    }
    let total: Twips = widths.iter().sum();
    let line = Rgb::LINE.hex();
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .iter()
        .map(|side| {
            format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{line}\"/>")
        })
        .collect();
    Ok(format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"45\" w:type=\"dxa\"/><w:left w:w=\"{PAD}\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"45\" w:type=\"dxa\"/><w:right w:w=\"{PAD}\" w:type=\"dxa\"/></w:tblCellMar>\
         <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
         </w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>\
         <w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/></w:pPr></w:p>"
    ))
}

fn row(
    cells: &[Cell],
    (columns, widths): (&[Column], &[Twips]),
    size: Twips,
    is_header: bool,
) -> String {
    let empty = Cell::default();
    let mut row = String::new();
    for (at, (column, width)) in columns.iter().zip(widths).enumerate() {
        let cell = cells.get(at).unwrap_or(&empty);
        let fill = match (is_header, cell.colour) {
            (true, _) => Some(HEADER_FILL),
            (false, colour) => colour.map(in_print),
        };
        let shade = fill.map_or_else(String::new, |fill| {
            format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>", fill.hex())
        });
        let side = match column.align {
            Align::Left => "left",
            Align::Right => "right",
            Align::Centre => "center",
        };
        let keep = if is_header { "<w:keepNext/>" } else { "" };
        let bold = if is_header || is_bold(cell) { "<w:b/>" } else { "" };
        let half = size / 10;
        // A small picture of counts is left to the numbers, which say the same.
        let text =
            runs(&cell.text, &format!("{bold}<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/>"));
        row.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"TableText\"/>\
             {keep}<w:jc w:val=\"{side}\"/></w:pPr>{text}</w:p></w:tc>"
        ));
    }
    let header = if is_header { "<w:tblHeader/>" } else { "" };
    format!("<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{row}</w:tr>")
}
