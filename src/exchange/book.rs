//! A result as a workbook to read: headings, paragraphs and tables, sheet by sheet. Nothing in it is
//! read back.

use std::collections::BTreeMap;

use super::sheet::{Book, Page, Properties, SheetError, Style, fitted};
use crate::domain::{Colour, Date};

/// A line of a sheet, or a table of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookBlock {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// Short lines, each an entry.
    List(Vec<String>),
    /// A table with a header row.
    Table {
        /// Header of each column.
        headers: Vec<String>,
        /// Every row has as many cells as there are headers.
        rows: Vec<Vec<BookCell>>,
    },
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookCell {
    /// What stands there. A whole number in a column of numbers becomes one.
    pub text: String,
    /// Whether the column holds numbers.
    pub is_number: bool,
    /// Colour of a band.
    pub colour: Option<Colour>,
}

/// A sheet: the name of its tab, and what stands on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookPage {
    /// At most 31 characters.
    pub tab: String,
    /// From the top.
    pub blocks: Vec<BookBlock>,
}

/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (8, 60);
/// Columns that a paragraph runs across.
const ACROSS: u16 = 5;
/// Characters on a line of a paragraph, for the height of its row.
const PARAGRAPH: usize = 110;
/// Height of a line in points.
const LINE: f64 = 15.0;

/// Writes the sheets; the same pages give the same bytes.
///
/// # Errors
/// The writer refuses, such as for a tab with the name of another.
pub fn write_book(title: &str, day: Date, pages: &[BookPage]) -> Result<Vec<u8>, SheetError> {
    let properties = Properties {
        title,
        subject: title,
        company: "",
        created: day,
        mark: ("risiko_rapport", "1"),
    };
    let mut book = Book::new(&properties)?;
    for page in pages {
        let mut sheet = book.page(&page.tab)?;
        write_page(&mut sheet, page)?;
        sheet.print_wide(title, (0, 0), (0, 0))?;
    }
    book.finish()
}

fn write_page(sheet: &mut Page<'_>, page: &BookPage) -> Result<(), SheetError> {
    for (column, width) in widths(&page.blocks) {
        sheet.width(column, width)?;
    }
    let mut row = 0;
    for (position, block) in page.blocks.iter().enumerate() {
        match block {
            BookBlock::Heading(text) => {
                let style = if position == 0 { Style::Title } else { Style::Heading };
                row += u32::from(position > 0);
                sheet.text((row, 0), text, style)?;
                sheet.height(row, if position == 0 { 30.0 } else { 20.0 })?;
                row += 1;
            }
            BookBlock::Paragraph(text) => row = paragraph(sheet, row, text)?,
            BookBlock::List(lines) => {
                for line in lines {
                    row = paragraph(sheet, row, &format!("• {line}"))?;
                }
            }
            BookBlock::Table { headers, rows } => row = table(sheet, row + 1, (headers, rows))? + 1,
        }
    }
    Ok(())
}

fn paragraph(sheet: &mut Page<'_>, row: u32, text: &str) -> Result<u32, SheetError> {
    sheet.across((row, 0), ACROSS, &fitted(text, "…"), Style::Text)?;
    let lines: usize = text.lines().map(|line| 1 + line.chars().count() / PARAGRAPH).sum();
    sheet.height(row, LINE * f64::from(u16::try_from(lines.max(1)).unwrap_or(u16::MAX)))?;
    Ok(row + 1)
}

fn table(
    sheet: &mut Page<'_>,
    top: u32,
    (headers, rows): (&[String], &[Vec<BookCell>]),
) -> Result<u32, SheetError> {
    for (column, header) in (0..).zip(headers) {
        sheet.text((top, column), header, Style::Header)?;
    }
    let mut row = top + 1;
    for cells in rows {
        for (column, cell) in (0..).zip(cells) {
            let number = cell.is_number.then(|| cell.text.parse::<u32>().ok()).flatten();
            match (number, cell.colour) {
                (Some(number), _) => {
                    sheet.number((row, column), f64::from(number), Style::CellNumber)?;
                }
                (None, Some(colour)) => {
                    sheet.text((row, column), &cell.text, Style::Legend(colour))?;
                }
                (None, None) => sheet.text((row, column), &fitted(&cell.text, "…"), Style::Cell)?,
            }
        }
        row += 1;
    }
    Ok(row)
}

/// Width of each column by what stands in its tables.
fn widths(blocks: &[BookBlock]) -> BTreeMap<u16, f64> {
    let mut widest: BTreeMap<u16, usize> = BTreeMap::new();
    for block in blocks {
        let BookBlock::Table { headers, rows } = block else { continue };
        let lines = rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect());
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        for line in std::iter::once(headers).chain(lines) {
            for (column, text) in (0..).zip(line) {
                let width = widest.entry(column).or_default();
                *width = (*width).max(text.chars().count());
            }
        }
    }
    if widest.is_empty() {
        widest = (0..=ACROSS).map(|column| (column, 22)).collect();
    }
    let (least, most) = WIDTHS;
    let width = |characters: usize| {
        f64::from(u16::try_from((characters + 3).clamp(least, most)).unwrap_or(u16::MAX))
    };
    widest.into_iter().map(|(column, characters)| (column, width(characters))).collect()
}
