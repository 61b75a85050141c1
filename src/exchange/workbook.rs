//! A workbook as plain values: sheets, addresses, cells.
//!
//! This is what the importer works on. It knows no file format, no reader crate and no column
//! layout; [`super::guard`] fills it from bytes. Storage is sparse, because a hostile or careless
//! file may use the cells A1 and XFD1048576 and nothing in between.

use std::collections::BTreeMap;

pub use crate::domain::Address;

/// Everything read from one workbook file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    /// The worksheets in the order of the file; chart sheets hold no cells and are left out.
    pub sheets: Vec<Sheet>,
    /// The custom document properties, always as text.
    pub properties: BTreeMap<String, String>,
    /// Cells that could not be read, at most [`super::guard::limits::MAX_BAD_CELLS`].
    ///
    /// They are in no sheet. If this list is not empty the user must hear of it: a cell that is
    /// bad must never pass for a cell that is blank.
    pub bad_cells: Vec<BadCell>,
    /// Texts of the comments on cells, ours among them; of no sheet, since none is read.
    pub comments: Vec<String>,
    /// What kind of file it was, which decides how messages name its places.
    pub source: Source,
}

/// What kind of file a workbook was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Source {
    /// A workbook.
    #[default]
    Spreadsheet,
    /// One table as CSV: a single sheet, without a name in the file.
    Csv,
    /// Tables as JSON: its sheets have [`Paths`].
    Json,
}

/// How the cells of a sheet are named where it was read from JSON: `threats[3].likelihood`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// Key of the array.
    pub table: &'static str,
    /// Which of the tables it is, for the order of messages.
    pub number: u32,
    /// Key of each column.
    pub keys: Vec<String>,
}

impl Paths {
    /// The path of a cell; the first row of the sheet holds the headers.
    #[must_use]
    pub fn path(&self, row: u32, column: u32) -> String {
        let key = usize::try_from(column).ok().and_then(|column| self.keys.get(column));
        let key = key.map_or("", String::as_str);
        format!("{}[{}].{key}", self.table, row.saturating_sub(1))
    }
}

impl Workbook {
    /// The names on the tabs that a user sees.
    #[must_use]
    pub fn tabs(&self) -> Vec<String> {
        let shown = self.sheets.iter().filter(|sheet| sheet.visibility == Visibility::Visible);
        shown.map(|sheet| sheet.name.clone()).collect()
    }

    /// The sheet of that exact name.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

/// Whether a user sees the sheet's tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visibility {
    /// The tab is shown.
    #[default]
    Visible,
    /// Hidden; the user can show it from the menu.
    Hidden,
    /// Hidden so that only a macro can show it; LibreOffice turns it into [`Self::Hidden`].
    VeryHidden,
}

/// One row: its filled cells by column number, from the left.
///
/// Cells nearly always come in order, so they are appended; one that does not is put in its place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    cells: Vec<(u32, Cell)>,
}

impl Row {
    /// The cell in a column counted from 0.
    #[must_use]
    pub fn get(&self, column: u32) -> Option<&Cell> {
        let place = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        self.cells.get(place).map(|(_, cell)| cell)
    }

    /// The cells with their columns, from the left.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u32, &Cell)> {
        self.cells.iter().map(|(column, cell)| (*column, cell))
    }

    fn insert(&mut self, column: u32, cell: Cell) -> Option<Cell> {
        if self.cells.last().is_none_or(|(last, _)| *last < column) {
            self.cells.push((column, cell));
            return None;
        }
        match self.cells.binary_search_by_key(&column, |(column, _)| *column) {
            Ok(place) => {
                let old = self.cells.get_mut(place)?;
                Some(std::mem::replace(&mut old.1, cell))
            }
            Err(place) => {
                self.cells.insert(place, (column, cell));
                None
            }
        }
    }
}

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Its upper left cell.
    pub first: Address,
    /// Its lower right cell.
    pub last: Address,
}

impl Region {
    /// Whether it is more than one cell.
    #[must_use]
    pub fn is_several(&self) -> bool {
        self.first != self.last
    }
}

/// One worksheet with its filled cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The name on the tab.
    pub name: String,
    /// Whether the tab is shown.
    pub visibility: Visibility,
    /// Cells that are shown as one; what stood in all but the first of each is gone.
    pub merged: Vec<Region>,
    /// Set where it was read from JSON.
    pub paths: Option<Paths>,
    /// By number, from the top.
    rows: Vec<(u32, Row)>,
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub fn new(name: impl Into<String>, visibility: Visibility) -> Self {
        let (merged, paths) = (Vec::new(), None);
        Self { name: name.into(), visibility, merged, paths, rows: Vec::new() }
    }

    /// Puts a cell in its place and returns the one that was there.
    pub fn insert(&mut self, address: Address, cell: Cell) -> Option<Cell> {
        let place = match self.rows.last() {
            Some((last, _)) if *last == address.row => self.rows.len() - 1,
            Some((last, _)) if *last > address.row => {
                match self.rows.binary_search_by_key(&address.row, |(row, _)| *row) {
                    Ok(place) => place,
                    Err(place) => {
                        self.rows.insert(place, (address.row, Row::default()));
                        place
                    }
                }
            }
            last => {
                // Rows of a table are about equally long.
                let room = last.map_or(0, |(_, row)| row.cells.len());
                self.rows.push((address.row, Row { cells: Vec::with_capacity(room) }));
                self.rows.len() - 1
            }
        };
        self.rows.get_mut(place)?.1.insert(address.column, cell)
    }

    /// The cell at a row and column, both counted from 0.
    ///
    /// Missing: `None` is a blank cell or one in [`Workbook::bad_cells`].
    #[must_use]
    pub fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        let place = self.rows.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.rows.get(place)?.1.get(column)
    }

    /// The rows that hold at least one cell, from the top, with their numbers counted from 0.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = (u32, &Row)> {
        self.rows.iter().map(|(number, row)| (*number, row))
    }

    /// All filled cells, row by row and from left to right.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = (Address, &Cell)> {
        self.rows().flat_map(|(row, cells)| {
            cells.iter().map(move |(column, cell)| (Address { row, column }, cell))
        })
    }
}

/// What a filled cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text, also text that looks like a number, and dates stored as ISO text.
    Text(String),
    /// A finite number; also a duration (format `[h]:mm`), in days.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// A number with a date or time format.
    Date {
        /// Days in Excel's 1900 system, also for files that count from 1904; the part after the
        /// point is the time of day.
        serial: f64,
    },
    /// An error value as Excel shows it, such as `#N/A`.
    Error(String),
    /// A formula whose result is not in the file.
    ///
    /// Programs that write workbooks without computing them leave it out; it is neither blank
    /// nor zero.
    FormulaWithoutResult,
}

/// A filled cell: the value, and whether a formula stands behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The value, for a formula its stored result.
    pub value: Value,
    /// Whether the cell holds a formula.
    pub has_formula: bool,
}

/// A cell that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadCell {
    /// The name of its sheet.
    pub sheet: String,
    /// Where it is, as well as that is known.
    pub place: Place,
    /// What is wrong with it.
    pub reason: BadCellReason,
}

impl BadCell {
    /// Row and column counted from 0, as near as is known.
    #[must_use]
    pub fn row_column(&self) -> (u32, u32) {
        match self.place {
            Place::At(address) | Place::After(address) => (address.row, address.column),
            Place::First => (0, 0),
        }
    }

    /// What stood there, for a message.
    #[must_use]
    pub fn found(&self) -> String {
        match (&self.reason, self.place) {
            (BadCellReason::NotFinite, _) => "NaN".to_owned(),
            (BadCellReason::Duplicate, Place::At(address) | Place::After(address)) => {
                address.to_string()
            }
            (BadCellReason::Duplicate, Place::First) => String::new(),
            (BadCellReason::UnknownError(text) | BadCellReason::Unreadable(text), _) => {
                text.clone()
            }
        }
    }
}

/// Where a bad cell is.
///
/// The reader gives no address for a cell it stumbles over, only for the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Exactly there.
    At(Address),
    /// The next filled cell after this one, in the order of the file.
    After(Address),
    /// The first filled cell of the sheet.
    First,
}

/// What is wrong with a bad cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadCellReason {
    /// A number that is not one: `NaN` or infinity.
    NotFinite,
    /// The file gives this address twice; the first of the two cells was kept.
    Duplicate,
    /// An error value the reader does not know, such as `#SPILL!` of newer Excel versions.
    UnknownError(String),
    /// Anything else, in the reader's words, clipped.
    Unreadable(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_cells_in_reading_order_however_they_came_in() {
        let mut sheet = Sheet::new("Ark1", Visibility::Visible);
        for (row, column) in [(9, 1), (2, 7), (2, 0)] {
            let cell = Cell { value: Value::Number(f64::from(column)), has_formula: false };
            assert_eq!(sheet.insert(Address { row, column }, cell), None);
        }
        let order: Vec<_> = sheet.cells().map(|(address, _)| address.to_string()).collect();
        assert_eq!(order, ["A3", "H3", "B10"]);
        assert_eq!(sheet.rows().map(|(row, _)| row).collect::<Vec<_>>(), [2, 9]);
        assert_eq!(sheet.cell(2, 1), None);
    }
}
