//! Cell by cell from the checked container into a [`Workbook`].
//!
//! Only calamine's streaming reader is used. Its ranges and tables are dense and ask for memory
//! by the distance between the first and the last cell. Of the streaming calls the one that
//! reports formulas without their text is taken: the other writes out a shared formula anew for
//! each cell that uses it, which a hostile file turns into gigabytes.

use std::collections::{BTreeMap, BTreeSet};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use super::error::{GuardError, clip};
use super::limits::{
    MAX_BAD_CELLS, MAX_CELLS, MAX_COLUMNS, MAX_READ_PASSES, MAX_ROWS, MAX_SHEET_NAME_BYTES,
    MAX_SHEETS, MAX_TEXT_BYTES, READ_ALLOWANCE_BYTES,
};
use super::meter::{Gauge, Metered};
use super::value;
use crate::exchange::workbook::{
    Address, BadCell, BadCellReason, Cell, Place, Sheet, Visibility, Workbook,
};

/// Reads the repacked container.
///
/// Errors: all of [`GuardError`] that speak of sheets and cells, [`GuardError::Unreadable`] and
/// [`GuardError::ReadTooOften`].
pub(super) fn read(package: &[u8]) -> Result<Workbook, GuardError> {
    let mut next = 0..;
    let part = read_part(package, Share::of(1), || next.next())?;
    let sheets = part.sheets.into_iter().map(|(_, sheet)| sheet).collect();
    Ok(Workbook { sheets, properties: part.properties, bad_cells: part.bad_cells })
}

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

    fn part(self, limit: usize) -> usize {
        limit / self.readers
    }
}

/// Some sheets of a workbook, each with its place among all.
pub(super) struct Part {
    pub(super) sheets: Vec<(usize, Sheet)>,
    pub(super) properties: BTreeMap<String, String>,
    pub(super) bad_cells: Vec<BadCell>,
}

/// Reads the sheets that `next` names by their place, until there is none in that place.
///
/// Errors: as [`read`].
pub(super) fn read_part(
    package: &[u8],
    share: Share,
    next: impl FnMut() -> Option<usize>,
) -> Result<Part, GuardError> {
    let passes = package.len().saturating_mul(MAX_READ_PASSES);
    let limit = share.part(passes.saturating_add(READ_ALLOWANCE_BYTES));
    let (metered, gauge) = Metered::new(package, limit);
    // Whatever error the reader makes of it, a spent budget is the cause.
    read_metered(metered, share, next).map_err(|error| unless_exhausted(error, &gauge))
}

fn unless_exhausted(error: GuardError, gauge: &Gauge) -> GuardError {
    if gauge.is_exhausted() { GuardError::ReadTooOften { limit: gauge.limit() } } else { error }
}

fn read_metered(
    package: Metered<'_>,
    share: Share,
    mut next: impl FnMut() -> Option<usize>,
) -> Result<Part, GuardError> {
    let mut xlsx = Xlsx::new(package).map_err(|error| unreadable(&error))?;
    let listed = xlsx.sheets_metadata().to_vec();
    refuse_sheet_names(listed.iter().map(|sheet| sheet.name.as_str()))?;
    let properties = xlsx.workbook_properties().map_err(|error| unreadable(&error))?;
    let properties = properties.custom_properties.into_iter().collect();

    let worksheets: Vec<_> =
        listed.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    let counts_from_1904 = xlsx.has_1904_epoch();
    let mut tally = Tally::within(share);
    let mut sheets = Vec::new();
    while let Some((place, listed)) = next().and_then(|place| Some((place, worksheets.get(place)?)))
    {
        let sheet = Sheet::new(&listed.name, visibility(listed.visible));
        let cells = xlsx
            .worksheet_cells_reader(&sheet.name)
            .map_err(|error| broken_sheet(&sheet.name, None, &error))?;
        sheets.push((place, SheetReading::new(sheet, counts_from_1904, &mut tally).run(cells)?));
    }
    Ok(Part { sheets, properties, bad_cells: tally.bad_cells })
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

/// What is counted over all sheets that a reader reads.
struct Tally {
    cells: usize,
    most_cells: usize,
    text_bytes: usize,
    most_text_bytes: usize,
    bad_cells: Vec<BadCell>,
}

impl Tally {
    fn within(share: Share) -> Self {
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
    fn run(mut self, mut cells: XlsxCellReader<'_, Metered<'_>>) -> Result<Sheet, GuardError> {
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
        if self.tally.cells > self.tally.most_cells {
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
        if self.tally.text_bytes > self.tally.most_text_bytes {
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
