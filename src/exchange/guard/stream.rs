//! Cell by cell from the checked container into a [`Workbook`].
//!
//! Only calamine's streaming reader is used. Its ranges and tables are dense and ask for memory
//! by the distance between the first and the last cell. Of the streaming calls the one that
//! reports formulas without their text is taken: the other writes out a shared formula anew for
//! each cell that uses it, which a hostile file turns into gigabytes.

use std::collections::BTreeSet;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use super::error::{BadCell, BadCellReason, GuardError, Place, clip};
use super::limits::{
    MAX_BAD_CELLS, MAX_CELLS, MAX_COLUMNS, MAX_READ_PASSES, MAX_ROWS, MAX_SHEET_NAME_BYTES,
    MAX_SHEETS, MAX_TEXT_BYTES, READ_ALLOWANCE_BYTES,
};
use super::meter::{Gauge, Metered};
use super::value;
use crate::exchange::workbook::{Address, Cell, Sheet, Visibility, Workbook};

/// Reads the repacked container.
///
/// Errors: all of [`GuardError`] that speak of sheets and cells, [`GuardError::Unreadable`] and
/// [`GuardError::ReadTooOften`].
pub(super) fn read(package: Vec<u8>) -> Result<Workbook, GuardError> {
    let passes = package.len().saturating_mul(MAX_READ_PASSES);
    let limit = passes.saturating_add(READ_ALLOWANCE_BYTES);
    let (metered, gauge) = Metered::new(package, limit);
    // Whatever error the reader makes of it, a spent budget is the cause.
    read_metered(metered).map_err(|error| unless_exhausted(error, &gauge))
}

fn unless_exhausted(error: GuardError, gauge: &Gauge) -> GuardError {
    if gauge.is_exhausted() { GuardError::ReadTooOften { limit: gauge.limit() } } else { error }
}

fn read_metered(package: Metered) -> Result<Workbook, GuardError> {
    let mut xlsx = Xlsx::new(package).map_err(|error| unreadable(&error))?;
    let listed = xlsx.sheets_metadata().to_vec();
    refuse_sheet_names(listed.iter().map(|sheet| sheet.name.as_str()))?;
    let properties = xlsx.workbook_properties().map_err(|error| unreadable(&error))?;
    let properties = properties.custom_properties.into_iter().collect();

    let counts_from_1904 = xlsx.has_1904_epoch();
    let mut tally = Tally::default();
    let mut sheets = Vec::new();
    for listed in listed.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let sheet = Sheet::new(listed.name, visibility(listed.visible));
        let cells = xlsx
            .worksheet_cells_reader(&sheet.name)
            .map_err(|error| broken_sheet(&sheet.name, None, &error))?;
        sheets.push(SheetReading::new(sheet, counts_from_1904, &mut tally).run(cells)?);
    }
    Ok(Workbook { sheets, properties, bad_cells: tally.bad_cells })
}

fn refuse_sheet_names<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> Result<(), GuardError> {
    match names.len() {
        0 => return Err(GuardError::NoSheets),
        found if found > MAX_SHEETS => {
            return Err(GuardError::TooManySheets { found, limit: MAX_SHEETS });
        }
        _ => {}
    }
    let mut seen = BTreeSet::new();
    for name in names {
        if name.len() > MAX_SHEET_NAME_BYTES {
            let limit = MAX_SHEET_NAME_BYTES;
            return Err(GuardError::SheetNameTooLong { found: name.len(), limit });
        }
        if !seen.insert(name) {
            return Err(GuardError::DuplicateSheet { sheet: name.to_owned() });
        }
    }
    Ok(())
}

fn visibility(visible: SheetVisible) -> Visibility {
    match visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden => Visibility::Hidden,
        SheetVisible::VeryHidden => Visibility::VeryHidden,
    }
}

/// What is counted over all sheets of a workbook.
#[derive(Default)]
struct Tally {
    cells: usize,
    text_bytes: usize,
    bad_cells: Vec<BadCell>,
}

/// One sheet while it is being read.
struct SheetReading<'a> {
    sheet: Sheet,
    counts_from_1904: bool,
    tally: &'a mut Tally,
    /// The last cell that could be read, blank or not.
    previous: Option<Address>,
}

impl<'a> SheetReading<'a> {
    fn new(sheet: Sheet, counts_from_1904: bool, tally: &'a mut Tally) -> Self {
        Self { sheet, counts_from_1904, tally, previous: None }
    }

    /// Reads to the end of the sheet, going on after a cell that cannot be read.
    fn run(mut self, mut cells: XlsxCellReader<'_, Metered>) -> Result<Sheet, GuardError> {
        loop {
            match cells.next_cell_with_formula_metadata() {
                Ok(Some(record)) => {
                    let (row, column) = record.pos;
                    let address = Address { row, column };
                    self.take(address, record.value, record.formula.is_some())?;
                    self.previous = Some(address);
                }
                Ok(None) => return Ok(self.sheet),
                Err(error) if ends_the_sheet(&error) => {
                    return Err(broken_sheet(&self.sheet.name, self.previous, &error));
                }
                Err(error) => {
                    let place = self.previous.map_or(Place::First, Place::After);
                    self.note(place, bad_cell_reason(error))?;
                }
            }
        }
    }

    /// Takes one cell over, within the limits.
    fn take(
        &mut self,
        address: Address,
        data: DataRef<'_>,
        has_formula: bool,
    ) -> Result<(), GuardError> {
        self.tally.cells = self.tally.cells.saturating_add(1);
        if self.tally.cells > MAX_CELLS {
            let sheet = self.sheet.name.clone();
            return Err(GuardError::TooManyCells { sheet, address, limit: MAX_CELLS });
        }
        if matches!(data, DataRef::Empty) && !has_formula {
            // Blank but formatted. Such cells reach to the last column in honest files, so the
            // limits on rows and columns are not for them.
            return Ok(());
        }
        self.refuse_address(address)?;
        self.count_text(address, value::text_bytes(&data))?;
        match value::from_data(data, self.counts_from_1904) {
            Some(value) => self.place(address, Cell { value, has_formula }),
            None => self.note(Place::At(address), BadCellReason::NotFinite),
        }
    }

    fn refuse_address(&self, address: Address) -> Result<(), GuardError> {
        let sheet = || self.sheet.name.clone();
        if address.row >= MAX_ROWS {
            return Err(GuardError::TooManyRows { sheet: sheet(), address, limit: MAX_ROWS });
        }
        if address.column >= MAX_COLUMNS {
            return Err(GuardError::TooManyColumns { sheet: sheet(), address, limit: MAX_COLUMNS });
        }
        Ok(())
    }

    /// Counts text before it is copied.
    fn count_text(&mut self, address: Address, bytes: usize) -> Result<(), GuardError> {
        self.tally.text_bytes = self.tally.text_bytes.saturating_add(bytes);
        if self.tally.text_bytes > MAX_TEXT_BYTES {
            let sheet = self.sheet.name.clone();
            return Err(GuardError::TooMuchText { sheet, address, limit: MAX_TEXT_BYTES });
        }
        Ok(())
    }

    fn place(&mut self, address: Address, cell: Cell) -> Result<(), GuardError> {
        let Some(first) = self.sheet.insert(address, cell) else {
            return Ok(());
        };
        // Which of the two a program shows differs from program to program.
        self.sheet.insert(address, first);
        self.note(Place::At(address), BadCellReason::Duplicate)
    }

    fn note(&mut self, place: Place, reason: BadCellReason) -> Result<(), GuardError> {
        let bad_cells = &mut self.tally.bad_cells;
        if bad_cells.len() >= MAX_BAD_CELLS {
            let cells = std::mem::take(bad_cells);
            return Err(GuardError::TooManyBadCells { limit: MAX_BAD_CELLS, cells });
        }
        bad_cells.push(BadCell { sheet: self.sheet.name.clone(), place, reason });
        Ok(())
    }
}

/// Whether nothing more can come from this sheet after such an error.
fn ends_the_sheet(error: &XlsxError) -> bool {
    matches!(error, XlsxError::Io(_) | XlsxError::Zip(_) | XlsxError::XmlEof(_))
}

fn bad_cell_reason(error: XlsxError) -> BadCellReason {
    match error {
        XlsxError::CellError(text) => BadCellReason::UnknownError(clip(&text)),
        other => BadCellReason::Unreadable(clip(&other.to_string())),
    }
}

fn unreadable(error: &XlsxError) -> GuardError {
    GuardError::Unreadable { reason: clip(&error.to_string()) }
}

fn broken_sheet(sheet: &str, after: Option<Address>, error: &XlsxError) -> GuardError {
    GuardError::BrokenSheet { sheet: sheet.to_owned(), after, reason: clip(&error.to_string()) }
}
