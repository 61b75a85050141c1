//! A result as a workbook to read: headings, paragraphs and tables, sheet by sheet. Nothing in it is
//! read back.

use std::collections::BTreeMap;

use super::sheet::{
    Book, Chart, ChartKind, Page, Paint, Properties, Series, SheetError, Style, fitted, letters,
};
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
    /// A chart over the table before it.
    Bars(BookBars),
}

/// A chart over the rows of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookBars {
    /// Title.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// Column with what each bar stands for, counted from 0.
    pub names: usize,
    /// Columns with numbers: parts of one bar where they have colours, else side by side.
    pub parts: Vec<(usize, Option<Colour>)>,
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
/// Width of a chart in pixels.
const CHART_WIDTH: u32 = 900;
/// Height of a bar with its neighbours, in pixels.
const BAR: u32 = 22;
/// Height of title, axis and legend of a chart.
const AROUND: u32 = 130;
/// Height of a row in pixels.
const ROW_PIXELS: u32 = 20;
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
    // First and last row of the table that was written last.
    let mut table_rows = (0, 0);
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
            BookBlock::Table { headers, rows } => {
                let top = row + 1;
                row = table(sheet, top, (headers, rows))? + 1;
                table_rows = (top, row.saturating_sub(2));
            }
            BookBlock::Bars(of) => row = bars(sheet, row, of, (&page.tab, table_rows))?,
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

/// Draws a chart below a table and gives the row below it.
fn bars(
    sheet: &mut Page<'_>,
    row: u32,
    of: &BookBars,
    (tab, (top, last)): (&str, (u32, u32)),
) -> Result<u32, SheetError> {
    if last <= top {
        return Ok(row);
    }
    let tab = tab.replace('\'', "''");
    let column = |place: usize| letters(u16::try_from(place).unwrap_or(u16::MAX));
    let cells = |place: usize| {
        let column = column(place);
        format!("='{tab}'!${column}${}:${column}${}", top + 2, last + 1)
    };
    let series = of.parts.iter().enumerate().map(|(number, (place, colour))| Series {
        name: format!("='{tab}'!${}${}", column(*place), top + 1),
        values: cells(*place),
        paint: match colour {
            Some(colour) => Paint::Band(*colour),
            None if number == 0 => Paint::Dark,
            None => Paint::Light,
        },
    });
    let is_stacked = of.parts.iter().all(|(_, colour)| colour.is_some());
    let across = if is_stacked { 1 } else { 2 };
    let height = AROUND + BAR * across * (last - top);
    let chart = Chart {
        kind: if is_stacked { ChartKind::StackedBars } else { ChartKind::Bars },
        title: &of.title,
        alt: &of.alt,
        categories: cells(of.names),
        series: series.collect(),
        size: (CHART_WIDTH, height),
    };
    sheet.chart((row, 0), &chart)?;
    Ok(row + height / ROW_PIXELS + 2)
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
