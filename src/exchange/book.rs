//! A result as a workbook to read: headings, paragraphs and tables, sheet by sheet. Nothing in it is
//! read back.

use std::collections::BTreeMap;

use super::sheet::{
    Book, Chart, ChartKind, Computed, Page, Paint, Properties, Series, SheetError, Style, fitted,
    letters,
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
    /// A live matrix of counts.
    Counts(BookCounts),
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

/// A matrix that counts the rows of a table on another tab, live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookCounts {
    /// What stands above it.
    pub title: String,
    /// What its rows and its columns are.
    pub corner: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Name and level of each row, and its cells.
    pub rows: Vec<(String, u8, Vec<BookCount>)>,
    /// The tab with the table.
    pub tab: String,
    /// Headers of the columns with the levels of rows and columns.
    pub headers: (String, String),
}

/// A cell of such a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookCount {
    /// Level of the column.
    pub level: u8,
    /// Colour of the band.
    pub colour: Colour,
    /// How many.
    pub count: usize,
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
    /// The day that the text says.
    pub day: Option<Date>,
    /// The number with two decimals that the text says, in hundredths.
    pub hundredths: Option<i32>,
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
/// Width of a column that nobody set, in characters.
const UNSET: f64 = 8.43;
/// Least width of a column of a matrix of counts.
const LEVEL: usize = 14;
/// How much of a line words fill.
const FULL: f64 = 0.92;
/// Most lines of a row: Excel has no higher rows.
const MOST_LINES: u16 = 27;
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
        let headers = write_page(&mut sheet, page, pages)?;
        sheet.print_wide(title, (0, headers), (0, 1))?;
    }
    book.finish()
}

/// Writes a sheet and gives the last row that is repeated on every page in print.
fn write_page(
    sheet: &mut Page<'_>,
    page: &BookPage,
    pages: &[BookPage],
) -> Result<u32, SheetError> {
    let widths = widths(&page.blocks);
    for (column, width) in &widths {
        sheet.width(*column, *width)?;
    }
    let is_list = is_list(page);
    let (mut row, mut repeated) = (0, 0);
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
            BookBlock::Paragraph(text) => row = paragraph(sheet, row, text, &widths)?,
            BookBlock::List(lines) => {
                for line in lines {
                    row = paragraph(sheet, row, &format!("• {line}"), &widths)?;
                }
            }
            BookBlock::Table { headers, rows } => {
                let top = row + 1;
                row = table(sheet, top, (headers, rows), &widths)? + 1;
                table_rows = (top, row.saturating_sub(2));
                if is_list && !rows.is_empty() {
                    sheet.filter((top, 0), (table_rows.1, last_column(headers)))?;
                    sheet.freeze((top + 1, 0))?;
                    repeated = top;
                }
            }
            BookBlock::Counts(of) => row = counts(sheet, row + 1, of, pages)?,
            BookBlock::Bars(of) => row = bars(sheet, row, of, (&page.tab, table_rows))?,
        }
    }
    Ok(repeated)
}

/// Whether a sheet is one table to filter, whose header stays in sight: nothing stands below it.
fn is_list(page: &BookPage) -> bool {
    let is_table = |block: &BookBlock| matches!(block, BookBlock::Table { .. });
    page.blocks.last().is_some_and(is_table)
        && page.blocks.iter().filter(|block| is_table(block)).count() == 1
}

fn paragraph(
    sheet: &mut Page<'_>,
    row: u32,
    text: &str,
    widths: &BTreeMap<u16, f64>,
) -> Result<u32, SheetError> {
    sheet.across((row, 0), ACROSS, &fitted(text, "…"), Style::Text)?;
    let across: f64 = (0..=ACROSS).map(|column| widths.get(&column).unwrap_or(&UNSET)).sum();
    sheet.height(row, LINE * f64::from(lines(text, across)))?;
    Ok(row + 1)
}

/// Lines that a text takes in so many characters.
fn lines(text: &str, width: f64) -> u16 {
    let line = |line: &str| {
        let characters = u16::try_from(line.chars().count()).unwrap_or(u16::MAX);
        // Words are not cut, so a line is seldom full.
        (f64::from(characters) / (width * FULL)).ceil().max(1.0)
    };
    let sum: f64 = text.lines().map(line).sum();
    let most = 1..=MOST_LINES;
    most.rev().find(|number| f64::from(*number) <= sum).unwrap_or(1)
}

fn table(
    sheet: &mut Page<'_>,
    top: u32,
    (headers, rows): (&[String], &[Vec<BookCell>]),
    widths: &BTreeMap<u16, f64>,
) -> Result<u32, SheetError> {
    for (column, header) in (0..).zip(headers) {
        sheet.text((top, column), header, Style::Header)?;
    }
    let mut row = top + 1;
    for cells in rows {
        let mut high = 1;
        for (column, cell) in (0..).zip(cells) {
            let whole = cell.is_number.then(|| cell.text.parse::<u32>().ok()).flatten();
            let decimal = cell.hundredths.map(|number| f64::from(number) / 100.0);
            let number = match (decimal, whole) {
                (Some(number), _) => Some((number, Style::CellDecimal)),
                (None, whole) => whole.map(|number| (f64::from(number), Style::CellNumber)),
            };
            match (cell.day, number, cell.colour) {
                (Some(day), ..) => sheet.date((row, column), day, Style::CellDate)?,
                (None, Some((number, style)), _) => {
                    sheet.number((row, column), number, style)?;
                }
                (None, None, Some(colour)) => {
                    sheet.text((row, column), &cell.text, Style::Legend(colour))?;
                }
                (None, None, None) => {
                    sheet.text((row, column), &fitted(&cell.text, "…"), Style::Cell)?;
                }
            }
            high = high.max(lines(&cell.text, *widths.get(&column).unwrap_or(&UNSET)));
        }
        // Programs that only read a file do not fit rows to their text.
        if high > 1 {
            sheet.height(row, LINE * f64::from(high))?;
        }
        row += 1;
    }
    Ok(row)
}

/// The last column of a table.
fn last_column(headers: &[String]) -> u16 {
    u16::try_from(headers.len().saturating_sub(1)).unwrap_or(u16::MAX)
}

/// Writes a matrix of counts and gives the row below it. Where the table or its columns are missing the
/// counts stand as numbers.
fn counts(
    sheet: &mut Page<'_>,
    row: u32,
    of: &BookCounts,
    pages: &[BookPage],
) -> Result<u32, SheetError> {
    sheet.text((row, 0), &of.title, Style::Heading)?;
    sheet.text((row + 1, 0), &of.corner, Style::Axis)?;
    sheet.height(row + 1, 2.0 * LINE + 2.0)?;
    for (column, name) in (1..).zip(&of.columns) {
        sheet.text((row + 1, column), name, Style::Axis)?;
    }
    let counted = ranges(of, pages);
    let mut at = row + 2;
    for (name, level, cells) in &of.rows {
        sheet.height(at, 2.0 * LINE)?;
        sheet.text((at, 0), name, Style::Axis)?;
        for (column, BookCount { level: across, colour, count }) in (1..).zip(cells) {
            let number = f64::from(u32::try_from(*count).unwrap_or(u32::MAX));
            let style = Style::Heat(*colour);
            match &counted {
                Some((rows, columns)) => {
                    let formula = format!("=COUNTIFS({rows},{level},{columns},{across})");
                    sheet.formula((at, column), formula, Computed::Number(number), Some(style))?;
                }
                None => sheet.number((at, column), number, style)?,
            }
        }
        at += 1;
    }
    Ok(at + 1)
}

/// The whole columns that a matrix counts, on the tab where their table stands.
fn ranges(of: &BookCounts, pages: &[BookPage]) -> Option<(String, String)> {
    let page = pages.iter().find(|page| page.tab == of.tab)?;
    let headers = page.blocks.iter().find_map(|block| match block {
        BookBlock::Table { headers, .. } => Some(headers),
        _ => None,
    })?;
    let range = |header: &String| {
        let place = headers.iter().position(|known| known == header)?;
        let column = letters(u16::try_from(place).ok()?);
        Some(format!("'{}'!${column}:${column}", of.tab.replace('\'', "''")))
    };
    Some((range(&of.headers.0)?, range(&of.headers.1)?))
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
        if let BookBlock::Counts(counts) = block {
            for column in (0..=counts.columns.len()).filter_map(|place| u16::try_from(place).ok()) {
                let width = widest.entry(column).or_default();
                *width = (*width).max(LEVEL);
            }
        }
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
