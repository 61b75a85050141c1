//! A form of the workbook that comes back as CSV or JSON, as the neutral workbook that the import
//! works on: one sheet per table. What its cells mean is the import's business.

mod csv_table;
mod json;
mod json_table;

pub use csv_table::read_csv;
pub use json_table::read_json;

use super::guard::GuardError;
use super::guard::limits::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
use super::workbook::{Address, Cell, Sheet, Value, Workbook};
use crate::finding::{Fact, Findings, Location};

/// Name of the JSON's form, with its version.
pub(super) const SCHEMA: &str = "risiko.tables/1";
/// The same without the version.
const SCHEMA_NAME: &str = "risiko.tables/";
/// The version that is written and read.
const SCHEMA_VERSION: u32 = 1;

/// The method that a table's levels are of, among the properties of its workbook.
pub(super) const METHOD: &str = "risiko_metode";

/// That a table was written as an empty form, among the properties of its workbook and in JSON.
pub(super) const BLANK: &str = "blank";

/// Why a table was not read.
#[derive(Debug)]
pub enum TableError {
    /// It is larger than any table of ours.
    Limit(GuardError),
    /// Everything that is wrong with its form.
    Findings(Findings),
}

impl TableError {
    fn one(location: Location, fact: Fact) -> Self {
        let mut findings = Findings::new();
        findings.push(location, fact);
        Self::Findings(findings)
    }
}

/// A sheet that is being filled, within the limits that hold for the sheets of a workbook: the same
/// import reads both.
struct Filling {
    sheet: Sheet,
    cells: usize,
}

impl Filling {
    fn new(sheet: Sheet) -> Self {
        Self { sheet, cells: 0 }
    }

    /// Puts a value in its place; an empty text is a blank cell.
    fn put(&mut self, (row, column): (u32, usize), value: Value) -> Result<(), TableError> {
        let address = Address { row, column: narrow(column) };
        let sheet = self.sheet.name.clone();
        if address.row >= MAX_ROWS {
            let limit = MAX_ROWS;
            return Err(TableError::Limit(GuardError::TooManyRows { sheet, address, limit }));
        }
        if address.column >= MAX_COLUMNS {
            let limit = MAX_COLUMNS;
            return Err(TableError::Limit(GuardError::TooManyColumns { sheet, address, limit }));
        }
        self.cells += 1;
        if self.cells > MAX_CELLS {
            let limit = MAX_CELLS;
            return Err(TableError::Limit(GuardError::TooManyCells { sheet, address, limit }));
        }
        if value != Value::Text(String::new()) {
            self.sheet.insert(address, Cell { value, has_formula: false });
        }
        Ok(())
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Text without the mark that some programs put in front of it; `IMP019` where it is no UTF-8.
fn utf8<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, TableError> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| TableError::one(Location::File(file.to_owned()), Fact::NotUtf8 {}))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn workbook(sheets: Vec<Sheet>, source: super::workbook::Source) -> Workbook {
    Workbook { sheets, source, ..Workbook::default() }
}
