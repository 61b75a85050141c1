//! How much of a workbook is accepted, each limit with its reason.
//!
//! A filled-in workbook of ours has about 4,000 rows, 20 columns and half a megabyte, so every
//! limit leaves room for years of growth and still keeps one file under a second or two and
//! under about half a gigabyte. Sources of the hostile cases: measurements with calamine 0.38
//! (`worksheet_range` on a 1.5 kB file asks for 550 GB and aborts the process).

/// The largest file that is read at all: 20 MB.
///
/// Forty times our own largest workbook, and small enough to hold many in memory at once.
pub const MAX_FILE_BYTES: usize = 20 * 1024 * 1024;

/// The most parts (files inside the zip).
///
/// A workbook has four to eight parts and a few for each sheet, drawing and picture.
pub const MAX_PARTS: usize = 1_000;

/// The most one part may unpack to: 48 MB.
///
/// More than three times our own largest. Sizes written in the zip are no proof, so
/// this is checked while unpacking.
pub const MAX_PART_BYTES: usize = 48 * 1024 * 1024;

/// The most all parts together may unpack to: 96 MB.
///
/// Many parts just below the limit of one would add up to 64 GB.
pub const MAX_PACKAGE_BYTES: usize = 96 * 1024 * 1024;

/// The most memory that each of two buffers takes on the word of the zip, before anything is
/// unpacked: 16 MB.
pub const MAX_ROOM_AHEAD: usize = 16 * 1024 * 1024;

/// The most sheets; reading 200,000 of them took 38 seconds.
pub const MAX_SHEETS: usize = 200;

/// The longest sheet name in bytes.
///
/// Excel allows 31 characters. The name is repeated in each message, so a name of megabytes
/// would be repeated too.
pub const MAX_SHEET_NAME_BYTES: usize = 255;

/// The most rows: a filled cell must lie above row 20,001.
pub const MAX_ROWS: u32 = 20_000;

/// The most columns: a filled cell must lie left of column SS.
pub const MAX_COLUMNS: u32 = 512;

/// The most cells in all sheets together, blank ones counted, because they cost time to read.
pub const MAX_CELLS: usize = 1_000_000;

/// The most text in all cells together: 64 MB.
///
/// A text is stored once and used by many cells: 64 kB on disk became 12 GB in memory.
pub const MAX_TEXT_BYTES: usize = 64 * 1024 * 1024;

/// The most comments on cells that are kept, of which only the number and the first are said.
pub const MAX_COMMENTS: usize = 10_000;

/// How much text of one comment is kept: more than our own longest, and enough to quote.
pub const MAX_COMMENT_BYTES: usize = 4 * 1024;

/// How many unreadable cells are listed before the file is given up.
///
/// Nobody mends more from one message, and a damaged file would fill the list with noise.
pub const MAX_BAD_CELLS: usize = 100;

/// The most texts in the shared table.
///
/// More than [`MAX_CELLS`] can never be used; 30 million empty ones cost 1.6 GB.
pub const MAX_SHARED_STRINGS: usize = MAX_CELLS;

/// The longest value of an attribute in a relationship part: 32 kB.
///
/// The reader copies the target of a relation once for every sheet that names it. Web addresses
/// in Excel end at 2,083 characters.
pub const MAX_RELATION_BYTES: usize = 32 * 1024;

/// The most relations in one part; a sheet in Excel may hold 65,530 links.
pub const MAX_RELATIONS: usize = 100_000;

/// The most merged cells in one sheet; ours have about twenty.
pub const MAX_MERGES: usize = 5_000;

/// The most custom document properties; ours have two or three.
pub const MAX_PROPERTIES: usize = 1_000;

/// The most memory that cell styles may ask for: 128 MB.
///
/// The reader gives every cell format its own copy of the font name and the number format, so
/// the cost is their count times the longest value. Excel's own ceilings (65,490 formats, number
/// formats of 255 characters) stay below it.
pub const MAX_STYLE_BYTES: usize = 128 * 1024 * 1024;

/// What one cell format, font, fill or border costs before its texts are added, rounded up.
pub const STYLE_BYTES: usize = 512;

/// How often the reader may go over the unpacked file: twice.
///
/// It needs to once. Two hundred sheets that all name the same 64 MB part would be read as 13 GB.
pub const MAX_READ_PASSES: usize = 2;

/// Bytes that may be read on top of that: 1 MB.
///
/// Finding the parts of a small container takes more bytes than the container has.
pub const READ_ALLOWANCE_BYTES: usize = 1024 * 1024;

/// How many elements of an OpenDocument file may stand inside each other.
///
/// Tables, groups of rows and formatted text reach a dozen; millions would fill the memory.
pub const MAX_XML_DEPTH: usize = 128;

/// The most attributes of one element of an OpenDocument file; the first element has about 40.
pub const MAX_XML_ATTRIBUTES: usize = 200;
