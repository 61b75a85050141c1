//! CSV as Danish Excel wants it: UTF-8 with a byte order mark, semicolons, CRLF. Reading takes
//! commas too.
//!
//! A text that a spreadsheet would run as a formula gets an apostrophe in front, which is taken off
//! again when the file is read.

use std::borrow::Cow;

use crate::finding::{Fact, Findings, Location};
use crate::text::workbook::Phrase;

/// Most rows of a list that people fill in. More than a sheet of a workbook may have, so that a table that comes back
/// as CSV is refused in the words for that.
const MOST_ROWS: usize = 25_000;

const MARK: char = '\u{feff}';

/// A row of a file, the header being the first.
pub(super) struct Line<'f> {
    file: &'f str,
    /// The first is 1.
    pub(super) row: u32,
    /// What stands in it.
    pub(super) fields: csv::StringRecord,
}

impl Line<'_> {
    /// A field as Excel would name its cell; columns are counted from 0.
    pub(super) fn cell(&self, column: usize) -> Location {
        Location::Cell {
            file: self.file.to_owned(),
            sheet: String::new(),
            row_column: (self.row, u32::try_from(column + 1).unwrap_or(u32::MAX)),
        }
    }

    /// The row as a sheet counts it.
    pub(super) fn row_from_0(&self) -> u32 {
        self.row.saturating_sub(1)
    }

    /// Its texts, without the apostrophe that [`guarded`] may have put in front.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(unguarded)
    }

    /// Whether nothing stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.fields.iter().all(|field| field.trim().is_empty())
    }

    /// Whether it has as many fields as the header; reported where not. Findings: `IMP018`.
    pub(super) fn has_width(&self, expected: usize, findings: &mut Findings) -> bool {
        let found = self.fields.len();
        if found != expected {
            findings.push(self.cell(0), Fact::FieldCount { expected, found });
        }
        found == expected
    }

    /// Where the columns stand in a header, in either language and in any order; people may add
    /// columns of their own. Findings: `IMP004` for those that are needed, `IMP016`.
    fn columns(
        &self,
        columns: &[Phrase],
        needed: &[usize],
        findings: &mut Findings,
    ) -> Vec<Option<usize>> {
        let mut places: Vec<Option<usize>> = vec![None; columns.len()];
        for (position, header) in self.fields.iter().enumerate() {
            let wanted = header.trim().to_lowercase();
            let is_it =
                |column: &Phrase| [column.da, column.en].iter().any(|h| h.to_lowercase() == wanted);
            match columns.iter().zip(&mut places).find(|(column, _)| is_it(column)) {
                Some((_, place @ None)) => *place = Some(position),
                Some(_) => {
                    let header = header.to_owned();
                    findings.push(self.cell(position), Fact::ColumnRepeated { header });
                }
                None => {}
            }
        }
        for needed in needed {
            if places.get(*needed).copied().flatten().is_none() {
                findings.push(self.cell(0), missing(columns, *needed));
            }
        }
        places
    }

    /// The text of a column; empty where there is none.
    fn text(&self, column: Option<usize>) -> &str {
        let field = column.and_then(|column| self.fields.get(column));
        unguarded(field.unwrap_or_default().trim())
    }
}

/// A row below a header that is known.
pub(super) struct Record<'l> {
    line: &'l Line<'l>,
    /// Where the columns stand.
    places: &'l [Option<usize>],
}

impl Record<'_> {
    fn place(&self, column: usize) -> Option<usize> {
        self.places.get(column).copied().flatten()
    }

    /// What stands in a column, counted as in the list of columns; empty where there is none.
    pub(super) fn text(&self, column: usize) -> &str {
        self.line.text(self.place(column))
    }

    /// The cell of a column, for a finding.
    pub(super) fn cell(&self, column: usize) -> Location {
        self.line.cell(self.place(column).unwrap_or_default())
    }
}

/// The columns of a list that the program writes and people fill in.
pub(super) struct Columns<'c> {
    /// Their headers.
    pub(super) all: &'c [Phrase],
    /// The ones that it cannot be read without, by their place among all.
    pub(super) needed: &'c [usize],
}

impl Columns<'_> {
    /// Gives each row of a list to `take`; blank rows, and those of another width, are left out.
    ///
    /// Findings: `IMP004`, `IMP016`, `IMP018`, `IMP019`, and those of `take`.
    pub(super) fn read(
        &self,
        (file, text): (&str, &str),
        findings: &mut Findings,
        mut take: impl FnMut(&Record<'_>, &mut Findings),
    ) {
        let mut header: Option<(usize, Vec<Option<usize>>)> = None;
        for line in lines(file, text, findings) {
            if line.is_blank() {
                continue;
            }
            let Some((width, places)) = &header else {
                header = Some((line.fields.len(), line.columns(self.all, self.needed, findings)));
                continue;
            };
            if line.has_width(*width, findings) {
                take(&Record { line: &line, places }, findings);
            }
        }
        if header.is_none() {
            for needed in self.needed {
                findings.push(Location::File(file.to_owned()), missing(self.all, *needed));
            }
        }
    }
}

fn missing(columns: &[Phrase], needed: usize) -> Fact {
    let header = columns.get(needed).map_or("", |column| column.da).to_owned();
    Fact::ColumnMissing { header, sheet: String::new() }
}

/// `;` or `,`, whichever the first line has more of outside quotation marks: headers of ours hold
/// both.
fn separator(text: &str) -> u8 {
    let (mut is_quoted, mut semicolons, mut commas) = (false, 0_usize, 0_usize);
    for byte in text.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            b';' if !is_quoted => semicolons += 1,
            b',' if !is_quoted => commas += 1,
            _ => {}
        }
    }
    if semicolons > 0 && semicolons >= commas { b';' } else { b',' }
}

/// The rows of a file. The separator is `;` or `,`, whichever the first line has more of.
///
/// Findings: `IMP019`, `YML007`: the rows behind the limit are not read.
pub(super) fn lines<'f>(file: &'f str, text: &str, findings: &mut Findings) -> Vec<Line<'f>> {
    let text = text.trim_start_matches(MARK);
    let delimiter = separator(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for (row, record) in (1..).zip(reader.records()) {
        let is_readable = record.is_ok();
        let line = Line { file, row, fields: record.unwrap_or_default() };
        if lines.len() >= MOST_ROWS {
            findings.push(line.cell(0), Fact::YamlLimit { what: "rows", limit: MOST_ROWS });
            break;
        }
        match is_readable {
            true => lines.push(line),
            false => findings.push(line.cell(0), Fact::NotUtf8 {}),
        }
    }
    lines
}

/// Rows as the text of a CSV file, the header being the first.
#[must_use]
pub fn written<'t>(rows: impl IntoIterator<Item = Vec<Cow<'t, str>>>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        let guarded = row.iter().map(|text| guarded(text).into_owned());
        // Writing to memory does not fail.
        let _ = writer.write_record(guarded);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{MARK}{}", String::from_utf8_lossy(&bytes))
}

fn would_run(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text with an apostrophe in front where a spreadsheet would run it.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if would_run(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`guarded`] was given. One that never had the apostrophe is left as it is.
pub(super) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| would_run(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_a_spreadsheet_would_run_is_guarded_and_comes_back_as_it_was() {
        for text in ["=1+1", "+45 12", "-", "@her", "'=1", "''=1", "'citat'", "", "plain", "\t=1"] {
            let written = guarded(text);
            assert!(!written.starts_with(['=', '+', '-', '@', '\t']), "{text}");
            assert_eq!(unguarded(&written), text);
        }
    }

    #[test]
    fn what_is_written_is_read_back_with_line_breaks_quotes_and_semicolons() {
        let row = ["a;b", "to\nlinjer", "\"citat\"", "æøå"];
        let text = written([row.iter().map(|text| Cow::Borrowed(*text)).collect()]);
        let read = lines("a.csv", &text, &mut Findings::new());
        let read: Vec<Vec<&str>> = read.iter().map(|line| line.fields.iter().collect()).collect();
        assert_eq!(read, [row]);
        assert!(text.starts_with(MARK) && text.ends_with("\r\n"));
    }
}
