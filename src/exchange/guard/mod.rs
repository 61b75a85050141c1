//! The one door for workbooks from outside: bytes in, neutral cells or a typed refusal out.
//!
//! The workbook crate (calamine 0.38) is fast, but a file of two kilobytes can make it abort the
//! process, and damaged files make it panic. So nothing else in the program may open a workbook.
//! The guard knows no column layout and no wording; [`super::workbook`] holds what it returns.
//!
//! In order: size and first bytes; every zip part really unpacked under a ceiling, its dangerous
//! numbers refused, and repacked without compression and without the texts of formulas (`package`,
//! `scan`, `lean` over cells that are written `plain`), for who asks for it also without what is computed or repeated (`computed`,
//! `repeated`, `shared_texts`); that copy streamed cell by cell (`stream`, `meter`) with limits on place, count
//! and text (`filling`), a large one by several threads (`share`); which cells are merged (`merges`) and what comments say (`comments`);
//! all of it behind a caught panic (`quiet`). Accepted are `.xlsx` and `.xlsm`, whose macros are not read, and `.ods`, for which the
//! guard has a reader of its own under the same limits (`ods`).
//!
//! The release profile must keep `panic = "unwind"`, or a panic cannot be caught, and
//! `overflow-checks = true`, or an address such as `ZZZZZZZZ1` wraps silently to another cell.

mod carried;
mod checksum;
mod comments;
mod computed;
mod error;
mod filling;
mod lean;
pub mod limits;
mod merges;
mod meter;
mod ods;
mod package;
mod plain;
mod quiet;
mod repeated;
mod scan;
mod share;
mod shared_texts;
mod stream;
mod value;
mod xml;

use memchr::memmem;

pub use carried::{Carried, carried};
pub use checksum::stated_checksum;
pub use error::{GuardError, LooksLike, OleKind};
pub use repeated::RowsBelow;

use super::workbook::Workbook;
use limits::MAX_FILE_BYTES;
use package::Package;

/// Reads a workbook from the bytes of an `.xlsx`, `.xlsm` or `.ods` file.
///
/// Missing: cells that could not be read are listed in [`Workbook::bad_cells`] and are in no
/// sheet; the caller must report them.
///
/// # Errors
///
/// A [`GuardError`] when the file is no workbook, is damaged or goes over a limit. A panic of the
/// reader crate becomes [`GuardError::ReaderPanicked`], without a word on stderr, and other
/// threads may read other files at the same time.
pub fn read_workbook(bytes: &[u8]) -> Result<Workbook, GuardError> {
    read(bytes, None)
}

/// What of a workbook is of no use to who wants only what people filled in.
#[derive(Debug, Clone, Copy)]
pub struct Unneeded<'a> {
    /// Below these headers cells with formulas, but for those of the first row with any.
    pub computed: &'a [String],
    /// Rows of one sheet, up to the next with something in its first cell.
    pub rows: RowsBelow<'a>,
}

/// As [`read_workbook`], without what is `unneeded`. Where the workbook is not written as plainly as
/// programs write it, or anything in it cannot be read, all cells are there.
///
/// # Errors
///
/// As [`read_workbook`].
pub fn read_filled_in(bytes: &[u8], unneeded: Unneeded<'_>) -> Result<Workbook, GuardError> {
    match read(bytes, Some(unneeded)) {
        Ok(workbook) if workbook.bad_cells.is_empty() => Ok(workbook),
        // What is said of it must be the same however it is read.
        _ => read_workbook(bytes),
    }
}

fn read(bytes: &[u8], unneeded: Option<Unneeded<'_>>) -> Result<Workbook, GuardError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(GuardError::FileTooLarge { found: bytes.len(), limit: MAX_FILE_BYTES });
    }
    refuse_by_first_bytes(bytes)?;
    let read = || {
        let reading = share::Reading::begin();
        match package::open(bytes, unneeded)? {
            Package::Excel { cells, merges, comments } => {
                let shared = if reading.is_alone() { share::read(&cells) } else { None };
                let mut workbook = shared.map_or_else(|| stream::read(&cells), Ok)?;
                package::give_back(cells);
                merges::mark(&mut workbook, &merges);
                workbook.comments = comments;
                Ok(workbook)
            }
            Package::OpenDocument(parts) => ods::read(&parts),
        }
    };
    quiet::contain(read).unwrap_or_else(|message| Err(GuardError::ReaderPanicked { message }))
}

/// Tells the kinds of file apart that people send under the name of a workbook.
fn refuse_by_first_bytes(bytes: &[u8]) -> Result<(), GuardError> {
    if bytes.starts_with(b"PK") {
        return Ok(());
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(GuardError::OleContainer(ole_kind(bytes)));
    }
    Err(GuardError::NotAWorkbook(looks_like(bytes)))
}

/// Looks for the name of the stream that tells the two kinds apart, stored as UTF-16.
fn ole_kind(bytes: &[u8]) -> OleKind {
    let names = |text: &str| {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    if names("EncryptedPackage") {
        OleKind::Encrypted
    } else if names("Workbook") || names("Book") {
        OleKind::OldWorkbook
    } else {
        OleKind::Unknown
    }
}

fn looks_like(bytes: &[u8]) -> LooksLike {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let head = text.get(..text.len().min(200)).unwrap_or_default().to_ascii_lowercase();
    if bytes.is_empty() {
        LooksLike::Empty
    } else if head.starts_with(b"%pdf-") {
        LooksLike::Pdf
    } else if memmem::find(&head, b"<html").is_some() || head.starts_with(b"<!doctype html") {
        LooksLike::Html
    } else if memmem::find(&head, b"<office:document").is_some() {
        LooksLike::FlatOpenDocument
    } else if !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok() {
        LooksLike::Text
    } else {
        LooksLike::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_a_file_looks_like() {
        let cases: [(&[u8], LooksLike); 8] = [
            (b"", LooksLike::Empty),
            (b"\xEF\xBB\xBF<!DOCTYPE html>", LooksLike::Html),
            (b"<?xml version='1.0'?>\n<HTML lang='da'>", LooksLike::Html),
            (b"<?xml version='1.0'?>\n<office:document x='y'>", LooksLike::FlatOpenDocument),
            ("navn;værdi\n".as_bytes(), LooksLike::Text),
            (b"%PDF-1.7", LooksLike::Pdf),
            (b"\x89PNG\r\n\x1A\n\0", LooksLike::Unknown),
            (b"\0", LooksLike::Unknown),
        ];
        for (bytes, expected) in cases {
            assert_eq!(read_workbook(bytes), Err(GuardError::NotAWorkbook(expected)));
        }
    }
}
