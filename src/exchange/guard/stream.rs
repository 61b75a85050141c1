//! Cell by cell from the checked container into a [`Workbook`].
//!
//! Only calamine's streaming reader is used. Its ranges and tables are dense and ask for memory
//! by the distance between the first and the last cell. Of the streaming calls the one that
//! reports formulas without their text is taken: the other writes out a shared formula anew for
//! each cell that uses it, which a hostile file turns into gigabytes.

use std::collections::BTreeMap;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use super::error::{GuardError, clip};
use super::filling::{Filling, Share, SheetNames, Tally};
use super::limits::{MAX_READ_PASSES, MAX_SHEETS, READ_ALLOWANCE_BYTES};
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
    Ok(Workbook {
        sheets,
        properties: part.properties,
        bad_cells: part.bad_cells,
        ..Workbook::default()
    })
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
        let sheet = Filling::new(sheet, &mut tally);
        let cells = xlsx
            .worksheet_cells_reader(&listed.name)
            .map_err(|error| sheet.broken(clip(&error.to_string())))?;
        sheets.push((place, read_sheet(sheet, cells, counts_from_1904)?));
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
    let mut seen = SheetNames::default();
    names.into_iter().try_for_each(|name| seen.admit(name))
}

fn visibility(visible: SheetVisible) -> Visibility {
    match visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden => Visibility::Hidden,
        SheetVisible::VeryHidden => Visibility::VeryHidden,
    }
}

/// Reads to the end of the sheet, going on after a cell that cannot be read.
fn read_sheet(
    mut sheet: Filling<'_>,
    mut cells: XlsxCellReader<'_, Metered<'_>>,
    counts_from_1904: bool,
) -> Result<Sheet, GuardError> {
    loop {
        match cells.next_cell_with_formula_metadata() {
            Ok(Some(record)) => {
                let (row, column) = record.pos;
                let address = Address { row, column };
                let cell = (record.value, record.formula.is_some());
                take(&mut sheet, address, cell, counts_from_1904)?;
                sheet.previous = Some(address);
            }
            Ok(None) => return Ok(sheet.finish()),
            Err(error) if ends_the_sheet(&error) => {
                return Err(sheet.broken(clip(&error.to_string())));
            }
            Err(error) => {
                let place = sheet.previous.map_or(Place::First, Place::After);
                sheet.note(place, bad_cell_reason(error))?;
            }
        }
    }
}

/// Takes one cell over, its content and whether it has a formula, within the limits.
fn take(
    sheet: &mut Filling<'_>,
    address: Address,
    (data, has_formula): (DataRef<'_>, bool),
    counts_from_1904: bool,
) -> Result<(), GuardError> {
    sheet.count_cell(address)?;
    if matches!(data, DataRef::Empty) && !has_formula {
        // Blank but formatted. Such cells reach to the last column in honest files, so the
        // limits on rows and columns are not for them.
        return Ok(());
    }
    sheet.refuse_address(address)?;
    sheet.count_text(address, value::text_bytes(&data))?;
    match value::from_data(data, counts_from_1904) {
        Some(value) => sheet.place(address, Cell { value, has_formula }),
        None => sheet.note(Place::At(address), BadCellReason::NotFinite),
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
