//! A sheet that people added to a workbook, kept with the assessment.

use std::collections::BTreeMap;
use std::fmt;

use super::Date;

/// A place in a sheet; both numbers count from 0, and [`fmt::Display`] writes it as `B17`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address {
    /// The row, counted from 0.
    pub row: u32,
    /// The column, counted from 0.
    pub column: u32,
}

impl Address {
    /// Reads `B17`; `None` for anything else, and beyond what any sheet has.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.find(|c: char| c.is_ascii_digit())?;
        let (letters, row) = text.split_at(digits);
        let is_plain = (1..=3).contains(&letters.len()) && row.len() <= 7 && !row.starts_with('0');
        if !is_plain || !letters.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return None;
        }
        let value = |letter: u8| u32::from(letter - b'A') + 1;
        let column = letters.bytes().fold(0, |column, letter| column * 26 + value(letter));
        Some(Self { row: row.parse::<u32>().ok()?.checked_sub(1)?, column: column.checked_sub(1)? })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&column_letters(self.column))?;
        write!(f, "{}", u64::from(self.row) + 1)
    }
}

/// The letters of a column counted from 0: `A`, `Z`, `AA`.
///
/// There is no digit for zero in this notation, hence the step of one before each division.
fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        let letter = u8::try_from(rest % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// What a cell of an added sheet or column holds; a formula is kept as its result.
///
/// How a number is shown is not kept: a percentage, an amount and a time of day are the number that
/// stands behind them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnCell {
    /// A text.
    Text(String),
    /// A number as [`f64`] prints it, so that none is rounded.
    Number(String),
    /// A day.
    Date(Date),
    /// True or false.
    Boolean(bool),
}

/// What people added beside an answer, by the header of its column.
pub type Extra = BTreeMap<String, OwnCell>;

impl From<&str> for OwnCell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl fmt::Display for OwnCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Number(text) => f.write_str(text),
            Self::Date(date) => write!(f, "{date}"),
            Self::Boolean(value) => f.write_str(if *value { "TRUE" } else { "FALSE" }),
        }
    }
}

/// A sheet that people added to a workbook: it comes back out with the next one. Nothing in it
/// counts in any score.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnSheet {
    /// Name on the tab.
    pub name: String,
    /// Whether its tab is hidden.
    pub hidden: bool,
    /// Filled cells.
    pub cells: BTreeMap<Address, OwnCell>,
}

impl OwnSheet {
    /// The most cells that all added sheets together may have: a page of notes, not a database.
    pub const MOST_CELLS: usize = 5_000;
    /// The longest name that Excel gives a tab.
    pub const MOST_NAME_CHARS: usize = 31;
    /// Cells beyond are not kept.
    pub const MOST_ROWS: u32 = 20_000;
    /// Cells beyond are not kept.
    pub const MOST_COLUMNS: u32 = 512;

    /// Whether a sheet can have this name in Excel.
    #[must_use]
    pub fn may_be_named(name: &str) -> bool {
        !name.trim().is_empty()
            && name.encode_utf16().count() <= Self::MOST_NAME_CHARS
            && !name.contains(|c: char| "[]:*?/\\".contains(c) || c.is_control())
            && !name.starts_with('\'')
            && !name.ends_with('\'')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_addresses_as_a_user_knows_them_and_reads_them_again() {
        let cases = [
            (0, 0, "A1"),
            (16, 1, "B17"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (0, 701, "ZZ1"),
            (0, 702, "AAA1"),
            (1_048_575, 16_383, "XFD1048576"),
        ];
        for (row, column, expected) in cases {
            let address = Address { row, column };
            assert_eq!(address.to_string(), expected);
            assert_eq!(Address::parse(expected), Some(address));
        }
        let last = Address { row: u32::MAX, column: u32::MAX };
        assert_eq!(last.to_string(), "MWLQKWV4294967296");
        for wrong in ["", "A", "1", "A0", "a1", "A01", "A1B", "Æ1", "ABCD1", "A12345678", "-A1"] {
            assert_eq!(Address::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn knows_which_names_excel_gives_a_tab() {
        assert!(OwnSheet::may_be_named("Noter fra mødet"));
        for wrong in ["", " ", "a/b", "hvad?", "'x", "x'", &"ø".repeat(32)] {
            assert!(!OwnSheet::may_be_named(wrong), "{wrong}");
        }
    }
}
