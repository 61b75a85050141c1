//! The only code that knows the writer crate: cells, styles, tables, protection, print.
//!
//! It guards against what the crate lets through: a creation time taken from the clock, a formula
//! without its result, a text result that is stored as a number. Knows no columns and no wording.

mod chart;
mod looks;
mod style;
mod system;

pub(super) use chart::{Chart, ChartKind, Paint, Series};
pub(super) use style::Style;

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula, DataValidation,
    DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, Formula,
    Note, ProtectionOptions, Table, TableColumn, TableStyle, Workbook, Worksheet, XlsxError,
};

use super::locked::digest;
use crate::domain::{Colour, Date};
use looks::Looks;
use style::{RED_INK, fill};

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The writer crate refused.
    #[error("the workbook writer refused: {0}")]
    Writer(#[from] XlsxError),
    /// A word of the method would be stored as something else than text.
    #[error("the word {0:?} would be read as a number or an error by Excel")]
    WordLooksLikeNumber(String),
}

type Result<T> = std::result::Result<T, SheetError>;

/// Longest text that a cell may hold, in UTF-16 units as Excel counts them.
pub(super) const MAX_CELL_TEXT: usize = 32_767;

/// What a formula amounts to at the moment of writing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Computed<'a> {
    /// A number.
    Number(f64),
    /// A word of ours; empty looks blank. One that a sheet would take for a number is refused.
    Text(&'a str),
    /// What a person wrote; empty looks blank. One that a sheet would take for a number gets a blank
    /// that nobody sees behind it, so that it stays a text.
    Written(&'a str),
}

/// What the file says about itself.
pub(super) struct Properties<'a> {
    /// Title.
    pub(super) title: &'a str,
    /// Subject.
    pub(super) subject: &'a str,
    /// Who it belongs to.
    pub(super) company: &'a str,
    /// Day that stands as day of creation.
    pub(super) created: Date,
    /// Custom property that marks our workbooks, and its value.
    pub(super) mark: (&'a str, &'a str),
}

/// A workbook that is being written.
pub(super) struct Book {
    workbook: Workbook,
    formats: BTreeMap<Style, Format>,
    /// Of each sheet, by its place.
    looks: BTreeMap<usize, Looks>,
    /// Of each sheet, by its name.
    written: BTreeMap<String, Vec<(At, u32)>>,
}

impl Book {
    /// An empty workbook.
    pub(super) fn new(properties: &Properties<'_>) -> Result<Self> {
        let created = excel_date(properties.created)?;
        let document = DocProperties::new()
            .set_title(properties.title)
            .set_subject(properties.subject)
            .set_company(properties.company)
            .set_author("risiko")
            .set_creation_datetime(&created)
            .set_custom_property(properties.mark.0, properties.mark.1);
        let mut workbook = Workbook::new();
        workbook.set_properties(&document);
        Ok(Self {
            workbook,
            formats: style::formats(),
            looks: BTreeMap::new(),
            written: BTreeMap::new(),
        })
    }

    /// Adds a sheet at the end.
    pub(super) fn page(&mut self, name: &str) -> Result<Page<'_>> {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name)?;
        // LibreOffice and calamine take a missing result for 0.
        sheet.set_formula_result_default("");
        // Sheets are never taken away again, so the two go together.
        let looks = self.looks.entry(self.looks.len()).or_default();
        let written = self.written.entry(name.to_owned()).or_default();
        Ok(Page { sheet, formats: &self.formats, looks, written, remembers: false })
    }

    /// The cells of a sheet that [`Page::remember`] was about, with a number made of their texts.
    pub(super) fn remembered(&self, name: &str) -> &[(At, u32)] {
        self.written.get(name).map_or(&[], Vec::as_slice)
    }

    /// Names a range; sheet names are quoted here.
    pub(super) fn name(&mut self, name: &str, sheet: &str, range: &str) -> Result<()> {
        let quoted = sheet.replace('\'', "''");
        self.workbook.define_name(name, &format!("='{quoted}'!{range}"))?;
        Ok(())
    }

    /// The bytes of the file.
    pub(super) fn finish(mut self) -> Result<Vec<u8>> {
        for (sheet, looks) in
            self.workbook.worksheets_mut().iter_mut().zip(self.looks.into_values())
        {
            looks.give(sheet, &self.formats)?;
        }
        Ok(system::same_everywhere(self.workbook.save_to_buffer()?))
    }
}

/// The first day that Excel counts right: it has a 29 February 1900 that never was.
pub(super) const FIRST_DAY: Date = Date::constant(1900, 3, 1);

fn excel_date(date: Date) -> Result<ExcelDateTime> {
    let year = u16::try_from(date.year()).unwrap_or_default();
    let month = u8::try_from(date.month()).unwrap_or_default();
    let day = u8::try_from(date.day()).unwrap_or_default();
    Ok(ExcelDateTime::from_ymd(year, month, day)?)
}

/// Row and column, both counted from 0.
pub(super) type At = (u32, u16);

/// A sheet that is being written.
pub(super) struct Page<'b> {
    sheet: &'b mut Worksheet,
    formats: &'b BTreeMap<Style, Format>,
    looks: &'b mut Looks,
    written: &'b mut Vec<(At, u32)>,
    remembers: bool,
}

impl Page<'_> {
    /// From here on what is written is remembered, formulas left out: nobody is to fill it in.
    pub(super) fn remember(&mut self) {
        self.remembers = true;
    }

    fn note_text(&mut self, at: At, text: &str) {
        if self.remembers && !text.is_empty() {
            self.written.push((at, digest(text)));
        }
    }

    fn format(&self, style: Style) -> Option<&Format> {
        self.formats.get(&style)
    }

    /// How a cell looks that has been written. The first of its look is told to the crate at once,
    /// which numbers the looks in that order.
    fn look(&mut self, (row, column): At, style: Style) -> Result<()> {
        if self.looks.note((row, column), style)
            && let Some(format) = self.formats.get(&style)
        {
            self.sheet.set_cell_format(row, column, format)?;
        }
        Ok(())
    }

    /// Text, which stays text also where it begins with `=` or looks like a number.
    pub(super) fn text(&mut self, (row, column): At, text: &str, style: Style) -> Result<()> {
        self.note_text((row, column), text);
        self.sheet.write_string(row, column, text)?;
        self.look((row, column), style)
    }

    /// Text in a single locked cell, which is remembered.
    pub(super) fn locked_text(&mut self, at: At, text: &str, style: Style) -> Result<()> {
        let before = std::mem::replace(&mut self.remembers, true);
        let written = self.text(at, text, style);
        self.remembers = before;
        written
    }

    /// A number.
    pub(super) fn number(&mut self, (row, column): At, number: f64, style: Style) -> Result<()> {
        self.note_number((row, column), number);
        self.sheet.write_number(row, column, number)?;
        self.look((row, column), style)
    }

    fn note_number(&mut self, at: At, number: f64) {
        if self.remembers {
            self.note_text(at, &number.to_string());
        }
    }

    /// True or false.
    pub(super) fn boolean(&mut self, (row, column): At, value: bool, style: Style) -> Result<()> {
        self.sheet.write_boolean(row, column, value)?;
        self.look((row, column), style)
    }

    /// A number without a look of its own, for hidden cells.
    pub(super) fn bare_number(&mut self, (row, column): At, number: f64) -> Result<()> {
        self.note_number((row, column), number);
        self.sheet.write_number(row, column, number)?;
        Ok(())
    }

    /// A text without a look of its own, for hidden cells.
    pub(super) fn bare_text(&mut self, (row, column): At, text: &str) -> Result<()> {
        self.note_text((row, column), text);
        self.sheet.write_string(row, column, text)?;
        Ok(())
    }

    /// A day; one before March 1900, which Excel does not know or counts wrong, is written as text.
    pub(super) fn date(&mut self, (row, column): At, date: Date, style: Style) -> Result<()> {
        let day = if date < FIRST_DAY { None } else { excel_date(date).ok() };
        match (day, self.formats.get(&style)) {
            (Some(day), Some(format)) => {
                self.sheet.write_datetime_with_format(row, column, &day, format)?;
                Ok(())
            }
            _ => self.text((row, column), &date.to_string(), style),
        }
    }

    /// A cell with a look and nothing in it.
    pub(super) fn blank(&mut self, at: At, style: Style) -> Result<()> {
        self.look(at, style)
    }

    /// A formula with what it amounts to, since LibreOffice and readers show the stored result.
    pub(super) fn formula(
        &mut self,
        (row, column): At,
        formula: impl AsRef<str>,
        result: Computed<'_>,
        style: Option<Style>,
    ) -> Result<()> {
        let stored = match result {
            Computed::Number(number) => number.to_string(),
            Computed::Text(text) if is_mistaken(text) => {
                return Err(SheetError::WordLooksLikeNumber(text.to_owned()));
            }
            Computed::Written(text) if is_mistaken(text) => format!("{text}\u{a0}"),
            Computed::Text(text) | Computed::Written(text) => text.to_owned(),
        };
        let formula = Formula::new(formula).set_result(stored);
        self.sheet.write_formula(row, column, formula)?;
        style.map_or(Ok(()), |style| self.look((row, column), style))
    }

    /// A note on a cell.
    pub(super) fn note(&mut self, (row, column): At, text: &str) -> Result<()> {
        let note = Note::new(text).add_author_prefix(false).set_width(280).set_height(110);
        self.sheet.insert_note(row, column, &note)?;
        Ok(())
    }

    /// One text over several columns.
    pub(super) fn across(
        &mut self,
        (row, first): At,
        last: u16,
        text: &str,
        style: Style,
    ) -> Result<()> {
        match self.formats.get(&style) {
            Some(format) if last > first => {
                if self.remembers && !text.is_empty() {
                    self.written.push(((row, first), digest(text)));
                }
                self.sheet.merge_range(row, first, row, last, text, format)?;
                Ok(())
            }
            _ => self.text((row, first), text, style),
        }
    }

    /// Width of a column in characters.
    pub(super) fn width(&mut self, column: u16, characters: f64) -> Result<()> {
        self.sheet.set_column_width(column, characters)?;
        Ok(())
    }

    /// Hides a column.
    pub(super) fn hide(&mut self, column: u16) -> Result<()> {
        self.sheet.set_column_hidden(column)?;
        Ok(())
    }

    /// Height of a row in points.
    pub(super) fn height(&mut self, row: u32, points: f64) -> Result<()> {
        self.sheet.set_row_height(row, points)?;
        Ok(())
    }

    /// Keeps the rows above and the columns left of a cell in sight.
    pub(super) fn freeze(&mut self, (row, column): At) -> Result<()> {
        self.sheet.set_freeze_panes(row, column)?;
        Ok(())
    }

    /// Filter buttons on the headers of a list, which runs to its last cell.
    pub(super) fn filter(&mut self, first: At, last: At) -> Result<()> {
        self.sheet.autofilter(first.0, first.1, last.0, last.1)?;
        Ok(())
    }

    /// A table with filter buttons; `headers` come with the look of their cell.
    pub(super) fn table(
        &mut self,
        name: &str,
        (row, column): At,
        last_row: u32,
        headers: &[(&str, Style)],
    ) -> Result<()> {
        let Some(last) = u16::try_from(headers.len()).ok().and_then(|count| count.checked_sub(1))
        else {
            return Ok(());
        };
        let columns: Vec<TableColumn> = headers
            .iter()
            .map(|(header, style)| {
                let column = TableColumn::new().set_header(*header);
                self.format(*style)
                    .map_or(column.clone(), |format| column.set_header_format(format))
            })
            .collect();
        for (place, (header, _)) in (column..).zip(headers) {
            self.note_text((row, place), header);
        }
        let table = Table::new().set_name(name).set_style(TableStyle::None).set_columns(&columns);
        self.sheet.add_table(row, column, last_row, column + last, &table)?;
        Ok(())
    }

    /// A drop-down from a named range, with what the choices mean shown beside the chosen cell.
    ///
    /// Excel shows 255 characters; a longer prompt is cut at a line.
    pub(super) fn drop_down(
        &mut self,
        column: u16,
        (first, last): (u32, u32),
        (range, prompt): (&str, &str),
        (title, message): (&str, &str),
    ) -> Result<()> {
        let mut rule = DataValidation::new().allow_list_formula(Formula::new(format!("={range}")));
        if !prompt.is_empty() {
            rule = rule.set_input_message(prompt_that_fits(prompt))?;
        }
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(title)?
            .set_error_message(message)?;
        self.sheet.add_data_validation(first, column, last, column, &rule)?;
        Ok(())
    }

    /// Only days after the year 2000.
    pub(super) fn only_dates(
        &mut self,
        column: u16,
        (first, last): (u32, u32),
        (title, message): (&str, &str),
    ) -> Result<()> {
        let from = ExcelDateTime::from_ymd(2000, 1, 1)?;
        let rule = DataValidation::new()
            .allow_date(DataValidationRule::GreaterThan(from))
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(title)?
            .set_error_message(message)?;
        self.sheet.add_data_validation(first, column, last, column, &rule)?;
        Ok(())
    }

    /// Colours cells by the band word in them.
    pub(super) fn band_colours(
        &mut self,
        (first_row, first_column): At,
        (last_row, last_column): At,
        bands: &[(&str, Colour)],
    ) -> Result<()> {
        for (word, colour) in bands {
            let look = Format::new().set_background_color(fill(*colour));
            let rule = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::EqualTo(*word))
                .set_format(look);
            self.sheet.add_conditional_format(
                first_row,
                first_column,
                last_row,
                last_column,
                &rule,
            )?;
        }
        Ok(())
    }

    /// Marks days of a column that have passed when the workbook is looked at.
    pub(super) fn overdue(&mut self, column: u16, (first, last): (u32, u32)) -> Result<()> {
        let cell = format!("{}{}", letters(column), first + 1);
        let rule = ConditionalFormatFormula::new()
            .set_rule(format!("=AND(ISNUMBER({cell}),{cell}<TODAY())").as_str())
            .set_format(Format::new().set_bold().set_font_color(RED_INK));
        self.sheet.add_conditional_format(first, column, last, column, &rule)?;
        Ok(())
    }

    /// Puts a chart with its upper left corner on a cell.
    pub(super) fn chart(&mut self, (row, column): At, chart: &Chart<'_>) -> Result<()> {
        self.sheet.insert_chart(row, column, &chart::drawn(chart))?;
        Ok(())
    }

    /// Locks everything but the inputs, without a password; filters and widths stay free.
    pub(super) fn protect(&mut self) {
        let options = ProtectionOptions {
            use_autofilter: true,
            sort: true,
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::new()
        };
        self.sheet.protect_with_options(&options);
    }

    /// A4, one page wide, with page numbers.
    pub(super) fn print(&mut self, footer: &str) {
        self.print_on(A4, footer).set_print_fit_to_pages(1, 0);
    }

    /// A4, all of it on one page.
    pub(super) fn print_on_one(&mut self, footer: &str) {
        self.print_on(A4, footer).set_print_fit_to_pages(1, 1);
    }

    /// A3 upright, all of it on one page: page breaks would cut through charts, and Excel passes
    /// over those that one sets where it is told to fit the page.
    pub(super) fn print_poster(&mut self, footer: &str) {
        self.print_on(A3, footer).set_portrait().set_print_fit_to_pages(1, 1);
    }

    /// A3 for a form with many columns, some pages wide so that the text can be read, with the
    /// header rows and the first columns on every page.
    pub(super) fn print_wide(
        &mut self,
        footer: &str,
        (first, last): (u32, u32),
        (last_column, pages): (u16, u16),
    ) -> Result<()> {
        self.print_on(A3, footer)
            .set_print_fit_to_pages(pages, 0)
            .set_repeat_rows(first, last)?
            .set_repeat_columns(0, last_column)?;
        Ok(())
    }

    fn print_on(&mut self, paper: u8, footer: &str) -> &mut Worksheet {
        self.sheet
            .set_paper_size(paper)
            .set_landscape()
            .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
            .set_screen_gridlines(false)
            .set_footer(footer)
    }

    /// Makes the tab one that only a macro can show.
    pub(super) fn hide_for_good(&mut self) {
        self.sheet.set_very_hidden(true);
    }

    /// Hides the tab; anybody can show it again from the menu.
    pub(super) fn hide_tab(&mut self) {
        self.sheet.set_hidden(true);
    }

    /// Opens the workbook on this sheet.
    pub(super) fn show_first(&mut self) {
        self.sheet.set_active(true);
    }
}

/// Paper size A3 in Excel's numbering.
const A3: u8 = 8;
/// Paper size A4 in Excel's numbering.
const A4: u8 = 9;

/// Whether the writer would store a result as number, boolean or error instead of text.
fn is_mistaken(text: &str) -> bool {
    text.parse::<f64>().is_ok() || text == "TRUE" || text == "FALSE" || text.starts_with('#')
}

/// Letters of a column counted from 0.
pub(super) fn letters(column: u16) -> String {
    rust_xlsxwriter::utility::column_number_to_name(column)
}

/// A text that fits in a cell; a longer one is cut and says so.
pub(super) fn fitted<'t>(text: &'t str, mark: &str) -> std::borrow::Cow<'t, str> {
    if text.len() <= MAX_CELL_TEXT || text.encode_utf16().count() <= MAX_CELL_TEXT {
        return std::borrow::Cow::Borrowed(text);
    }
    let room = MAX_CELL_TEXT.saturating_sub(mark.encode_utf16().count());
    let mut units = 0;
    let kept = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= room
    });
    std::borrow::Cow::Owned(kept.chain(mark.chars()).collect())
}
/// As many whole lines as Excel shows.
fn prompt_that_fits(prompt: &str) -> String {
    const MOST: usize = 255;
    let mut fits = String::new();
    for line in prompt.lines() {
        if fits.chars().count() + line.chars().count() + 1 > MOST {
            break;
        }
        if !fits.is_empty() {
            fits.push('\n');
        }
        fits.push_str(line);
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prompt_is_cut_at_a_line_and_never_longer_than_excel_shows() {
        assert_eq!(prompt_that_fits("1: a\n2: b"), "1: a\n2: b");
        let long = format!("1: a\n{}", "æ".repeat(255));
        assert_eq!(prompt_that_fits(&long), "1: a");
    }
}
