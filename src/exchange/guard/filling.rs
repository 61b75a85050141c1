//! One sheet while it is filled with cells, and what is counted over all sheets of a file.
//!
//! Every reader puts its cells in here, so the limits on places, counts and text are the same for
//! every format.

use std::collections::BTreeSet;

use super::error::GuardError;
use super::limits::{
    MAX_BAD_CELLS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEET_NAME_BYTES, MAX_SHEETS,
    MAX_TEXT_BYTES,
};
use crate::exchange::workbook::{Address, BadCell, BadCellReason, Cell, Place, Sheet};

/// How much of what is allowed one of several readers may use, so that all stay within it.
#[derive(Clone, Copy)]
pub(super) struct Share {
    readers: usize,
}

impl Share {
    /// An equal share for each.
    pub(super) fn of(readers: usize) -> Self {
        Self { readers: readers.max(1) }
    }

    /// This reader's part of a limit.
    pub(super) fn part(self, limit: usize) -> usize {
        limit / self.readers
    }
}

/// The names of the sheets so far.
#[derive(Default)]
pub(super) struct SheetNames {
    seen: BTreeSet<String>,
}

impl SheetNames {
    /// Takes the next name.
    ///
    /// Errors: [`GuardError::TooManySheets`], [`GuardError::SheetNameTooLong`],
    /// [`GuardError::DuplicateSheet`].
    pub(super) fn admit(&mut self, name: &str) -> Result<(), GuardError> {
        let found = self.seen.len().saturating_add(1);
        if found > MAX_SHEETS {
            return Err(GuardError::TooManySheets { found, limit: MAX_SHEETS });
        }
        if name.len() > MAX_SHEET_NAME_BYTES {
            let limit = MAX_SHEET_NAME_BYTES;
            return Err(GuardError::SheetNameTooLong { found: name.len(), limit });
        }
        if !self.seen.insert(name.to_owned()) {
            return Err(GuardError::DuplicateSheet { sheet: name.to_owned() });
        }
        Ok(())
    }
}

/// What is counted over all sheets that a reader reads.
pub(super) struct Tally {
    cells: usize,
    most_cells: usize,
    text_bytes: usize,
    most_text_bytes: usize,
    /// Cells that could not be read.
    pub(super) bad_cells: Vec<BadCell>,
}

impl Tally {
    /// Nothing counted yet, and at most this share of the limits.
    pub(super) fn within(share: Share) -> Self {
        Self {
            cells: 0,
            most_cells: share.part(MAX_CELLS),
            text_bytes: 0,
            most_text_bytes: share.part(MAX_TEXT_BYTES),
            bad_cells: Vec::new(),
        }
    }
}

/// One sheet while it is being read.
pub(super) struct Filling<'a> {
    sheet: Sheet,
    tally: &'a mut Tally,
    /// The last cell that could be read, blank or not.
    pub(super) previous: Option<Address>,
}

impl<'a> Filling<'a> {
    /// An empty sheet is to be filled.
    pub(super) fn new(sheet: Sheet, tally: &'a mut Tally) -> Self {
        Self { sheet, tally, previous: None }
    }

    /// The sheet as it has become.
    pub(super) fn finish(self) -> Sheet {
        self.sheet
    }

    /// Counts a cell, blank or not, because each costs time to read.
    ///
    /// Errors: [`GuardError::TooManyCells`].
    pub(super) fn count_cell(&mut self, address: Address) -> Result<(), GuardError> {
        self.tally.cells = self.tally.cells.saturating_add(1);
        if self.tally.cells > self.tally.most_cells {
            let sheet = self.sheet.name.clone();
            return Err(GuardError::TooManyCells { sheet, address, limit: MAX_CELLS });
        }
        Ok(())
    }

    /// Counts text before it is copied.
    ///
    /// Errors: [`GuardError::TooMuchText`].
    pub(super) fn count_text(&mut self, address: Address, bytes: usize) -> Result<(), GuardError> {
        self.tally.text_bytes = self.tally.text_bytes.saturating_add(bytes);
        if self.tally.text_bytes > self.tally.most_text_bytes {
            let sheet = self.sheet.name.clone();
            return Err(GuardError::TooMuchText { sheet, address, limit: MAX_TEXT_BYTES });
        }
        Ok(())
    }

    /// Refuses a filled cell outside the rows and columns that are read.
    ///
    /// Errors: [`GuardError::TooManyRows`], [`GuardError::TooManyColumns`].
    pub(super) fn refuse_address(&self, address: Address) -> Result<(), GuardError> {
        let sheet = || self.sheet.name.clone();
        if address.row >= MAX_ROWS {
            return Err(GuardError::TooManyRows { sheet: sheet(), address, limit: MAX_ROWS });
        }
        if address.column >= MAX_COLUMNS {
            return Err(GuardError::TooManyColumns { sheet: sheet(), address, limit: MAX_COLUMNS });
        }
        Ok(())
    }

    /// Puts a cell in its place; of two cells in the same place the first is kept.
    ///
    /// Errors: as [`Self::note`].
    pub(super) fn place(&mut self, address: Address, cell: Cell) -> Result<(), GuardError> {
        let Some(first) = self.sheet.insert(address, cell) else {
            return Ok(());
        };
        // Which of the two a program shows differs from program to program.
        self.sheet.insert(address, first);
        self.note(Place::At(address), BadCellReason::Duplicate)
    }

    /// Notes a cell that could not be read.
    ///
    /// Errors: [`GuardError::TooManyBadCells`].
    pub(super) fn note(&mut self, place: Place, reason: BadCellReason) -> Result<(), GuardError> {
        let bad_cells = &mut self.tally.bad_cells;
        if bad_cells.len() >= MAX_BAD_CELLS {
            let cells = std::mem::take(bad_cells);
            return Err(GuardError::TooManyBadCells { limit: MAX_BAD_CELLS, cells });
        }
        bad_cells.push(BadCell { sheet: self.sheet.name.clone(), place, reason });
        Ok(())
    }

    /// Nothing more can be read from this sheet.
    pub(super) fn broken(&self, reason: String) -> GuardError {
        GuardError::BrokenSheet { sheet: self.sheet.name.clone(), after: self.previous, reason }
    }
}
