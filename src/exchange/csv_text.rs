//! CSV as Danish Excel wants it: UTF-8 with a byte order mark, semicolons, CRLF. Reading takes
//! commas too.
//!
//! A text that a spreadsheet would run as a formula gets an apostrophe in front, which is taken off
//! again when the file is read.

use std::borrow::Cow;

const MARK: char = '\u{feff}';

/// A reader of rows, the header being the first of them. The separator is `;` or `,`, whichever
/// the first line has.
pub(super) fn reader(text: &str) -> csv::Reader<&[u8]> {
    let text = text.trim_start_matches(MARK);
    let first_line = text.lines().next().unwrap_or_default();
    let delimiter = if first_line.contains(';') { b';' } else { b',' };
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// Rows as the text of a file.
pub(super) fn written<'t>(rows: impl IntoIterator<Item = Vec<Cow<'t, str>>>) -> String {
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
        let read: Vec<csv::StringRecord> = reader(&text).records().map(Result::unwrap).collect();
        assert_eq!(read, [csv::StringRecord::from(row.to_vec())]);
        assert!(text.starts_with(MARK) && text.ends_with("\r\n"));
    }
}
