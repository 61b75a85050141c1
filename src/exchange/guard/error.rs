//! Why a workbook was refused.
//!
//! Facts only: the wording for users, in Danish and English, belongs to the text module. The
//! `Display` texts here are for logs. Text that comes from the file is clipped, so that a
//! message stays a message.

use thiserror::Error;

use crate::exchange::workbook::{Address, BadCell};

/// Why a file was not read as a workbook.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum GuardError {
    /// The file is larger than [`super::limits::MAX_FILE_BYTES`].
    #[error("the file has {found} bytes, at most {limit} are read")]
    FileTooLarge {
        /// Its size in bytes.
        found: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// An OLE container: encrypted with a password, or the format before 2007.
    #[error("not a plain .xlsx file but an OLE container ({0:?})")]
    OleContainer(OleKind),
    /// An OpenDocument spreadsheet with a password.
    #[error("an OpenDocument spreadsheet with a password")]
    PasswordProtected,
    /// Something else than a workbook.
    #[error("not a workbook ({0:?})")]
    NotAWorkbook(LooksLike),
    /// The zip container is damaged, for example because the file is cut off.
    #[error("damaged zip container: {reason}")]
    BrokenZip {
        /// What the zip reader says.
        reason: String,
    },
    /// More parts than [`super::limits::MAX_PARTS`].
    #[error("{found} parts in the zip container, at most {limit} are read")]
    TooManyParts {
        /// How many there are.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// One part cannot be unpacked.
    #[error("part {part:?} cannot be unpacked: {reason}")]
    BrokenPart {
        /// The part's name.
        part: String,
        /// What the zip reader says.
        reason: String,
    },
    /// One part unpacks to more than [`super::limits::MAX_PART_BYTES`].
    #[error("part {part:?} unpacks to more than {limit} bytes")]
    PartTooLarge {
        /// The part's name.
        part: String,
        /// The limit in bytes.
        limit: usize,
    },
    /// All parts together unpack to more than [`super::limits::MAX_PACKAGE_BYTES`].
    #[error("the parts up to {part:?} unpack to more than {limit} bytes")]
    PackageTooLarge {
        /// The part that went over the limit.
        part: String,
        /// The limit in bytes.
        limit: usize,
    },
    /// A number in a part that makes the reader ask for memory far beyond the part's own size.
    #[error("part {part:?} claims {attribute}={found:?}, at most {limit} is possible")]
    DangerousCount {
        /// The part's name.
        part: String,
        /// The attribute or element.
        attribute: &'static str,
        /// The number as it stands in the file, clipped.
        found: String,
        /// The highest number accepted.
        limit: usize,
    },
    /// A long text in a part that the reader would copy many times.
    #[error("part {part:?} would unfold to {found} bytes, at most {limit} are accepted")]
    DangerousText {
        /// The part's name.
        part: String,
        /// The bytes it asks for.
        found: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The workbook's own parts (not its sheets) cannot be understood.
    #[error("the workbook cannot be opened: {reason}")]
    Unreadable {
        /// What the reader says, clipped.
        reason: String,
    },
    /// No sheet at all.
    #[error("the workbook has no sheets")]
    NoSheets,
    /// More sheets than [`super::limits::MAX_SHEETS`].
    #[error("{found} sheets, at most {limit} are read")]
    TooManySheets {
        /// How many there are.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// A sheet name longer than [`super::limits::MAX_SHEET_NAME_BYTES`].
    #[error("a sheet name of {found} bytes, at most {limit} are accepted")]
    SheetNameTooLong {
        /// Its length in bytes.
        found: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// Two sheets of the same name; the reader would read the first of them twice.
    #[error("two sheets are named {sheet:?}")]
    DuplicateSheet {
        /// The name.
        sheet: String,
    },
    /// A sheet's part is missing, cut off or no worksheet.
    #[error("sheet {sheet:?} cannot be read: {reason}")]
    BrokenSheet {
        /// The sheet's name.
        sheet: String,
        /// The last cell that was read, if any.
        after: Option<Address>,
        /// What the reader says, clipped.
        reason: String,
    },
    /// A filled cell below [`super::limits::MAX_ROWS`].
    #[error("sheet {sheet:?} uses cell {address}, at most {limit} rows are read")]
    TooManyRows {
        /// The sheet's name.
        sheet: String,
        /// The cell.
        address: Address,
        /// The limit in rows.
        limit: u32,
    },
    /// A filled cell to the right of [`super::limits::MAX_COLUMNS`].
    #[error("sheet {sheet:?} uses cell {address}, at most {limit} columns are read")]
    TooManyColumns {
        /// The sheet's name.
        sheet: String,
        /// The cell.
        address: Address,
        /// The limit in columns.
        limit: u32,
    },
    /// More cells than [`super::limits::MAX_CELLS`].
    #[error("more than {limit} cells, counted up to sheet {sheet:?}, cell {address}")]
    TooManyCells {
        /// The sheet being read.
        sheet: String,
        /// The first cell too many.
        address: Address,
        /// The limit.
        limit: usize,
    },
    /// More text than [`super::limits::MAX_TEXT_BYTES`].
    #[error("more than {limit} bytes of text, counted up to sheet {sheet:?}, cell {address}")]
    TooMuchText {
        /// The sheet being read.
        sheet: String,
        /// The first cell too many.
        address: Address,
        /// The limit in bytes.
        limit: usize,
    },
    /// More unreadable cells than [`super::limits::MAX_BAD_CELLS`].
    #[error("more than {limit} unreadable cells")]
    TooManyBadCells {
        /// The limit.
        limit: usize,
        /// The first of them, as many as the limit.
        cells: Vec<BadCell>,
    },
    /// The file makes the reader go over the same bytes again and again.
    #[error("the reader went over more than {limit} bytes of the unpacked file")]
    ReadTooOften {
        /// The limit in bytes.
        limit: usize,
    },
    /// The reader crate has a bug that this file sets off; the panic was caught.
    #[error("the reader stopped with a panic: {message}")]
    ReaderPanicked {
        /// The panic's message, clipped.
        message: String,
    },
}

/// What an OLE container most likely is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OleKind {
    /// A workbook with a password or a sensitivity label.
    Encrypted,
    /// An `.xls` workbook of Excel 97 to 2003.
    OldWorkbook,
    /// Neither could be seen.
    Unknown,
}

/// What a file that is no workbook most likely is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LooksLike {
    /// No bytes at all.
    Empty,
    /// A web page; many systems export HTML under the name `.xlsx`.
    Html,
    /// Text, for example CSV.
    Text,
    /// A PDF document.
    Pdf,
    /// A zip file without a document in it.
    Zip,
    /// An OpenDocument file that is no spreadsheet, such as `.odt`.
    OpenDocument,
    /// An OpenDocument file as one plain XML text, such as `.fods`.
    FlatOpenDocument,
    /// A binary workbook, `.xlsb`.
    BinaryWorkbook,
    /// A Word or PowerPoint document.
    OtherOffice,
    /// Anything else.
    Unknown,
}

/// How many characters of foreign text go into a message.
const CLIP_CHARS: usize = 200;

/// Cuts text that comes from the file or from the reader.
pub(super) fn clip(text: &str) -> String {
    match text.char_indices().nth(CLIP_CHARS) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clips_at_a_character_and_not_inside_one() {
        assert_eq!(clip("blåbærgrød"), "blåbærgrød");
        let long = clip(&"ø".repeat(1_000_000));
        assert_eq!(long.chars().count(), CLIP_CHARS + 1);
    }
}
