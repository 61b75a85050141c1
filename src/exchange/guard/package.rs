//! The zip container: every part unpacked under a ceiling, checked, and repacked uncompressed.
//!
//! Sizes written in a zip are the writer's claim, so each part is really unpacked once, into a
//! buffer that is used again. What is XML goes, after [`super::scan`] and without the texts of
//! formulas ([`super::lean`]), into a new container without compression; pictures and macros stay
//! behind. The workbook crate reads that copy:
//! nothing is decompressed twice, and it never sees a part that was not checked.

use std::cell::Cell;
use std::io::{Cursor, Read, Write};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::error::{GuardError, LooksLike, clip};
use super::limits::{MAX_PACKAGE_BYTES, MAX_PART_BYTES, MAX_PARTS, MAX_ROOM_AHEAD};
use super::{lean, scan};

/// Unpacks, checks and repacks the container.
///
/// Errors: [`GuardError::BrokenZip`], [`GuardError::TooManyParts`], [`GuardError::NotAWorkbook`],
/// [`GuardError::BrokenPart`], [`GuardError::PartTooLarge`], [`GuardError::PackageTooLarge`] and
/// those of the scan.
pub(super) fn repack(bytes: &[u8]) -> Result<Vec<u8>, GuardError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken_zip)?;
    if archive.len() > MAX_PARTS {
        return Err(GuardError::TooManyParts { found: archive.len(), limit: MAX_PARTS });
    }
    refuse_other_documents(&archive)?;

    // Room for the sizes that the zip claims, as far as they are honest ones: growing step by step
    // would copy a large workbook several times.
    let claimed = archive.decompressed_size().unwrap_or_default();
    let claimed = usize::try_from(claimed).unwrap_or(usize::MAX).min(MAX_ROOM_AHEAD);
    let mut checked = ZipWriter::new(Cursor::new(Vec::with_capacity(claimed)));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let Scratch { mut part, mut lean } = SCRATCH.take();
    part.reserve(claimed);
    let mut room = MAX_PACKAGE_BYTES;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|error| broken_part("", &error))?;
        let name = file.name().map_err(|error| broken_part("", &error))?.into_owned();
        unpack(&mut file, &name, &mut part, room)?;
        room = room.saturating_sub(part.len());
        if !is_xml(&part) {
            continue;
        }
        scan::refuse_dangerous(&name, &part)?;
        checked.start_file(&name, stored).map_err(|error| broken_part(&name, &error))?;
        let mut content = &part;
        if lean::leave_out_formulas(&part, &mut lean) {
            // Shorter, so that the limits that go by the length are lower.
            scan::refuse_dangerous(&name, &lean)?;
            content = &lean;
        }
        checked.write_all(content).map_err(|error| broken_part(&name, &error))?;
    }
    if part.capacity().max(lean.capacity()) <= MAX_ROOM_AHEAD {
        SCRATCH.set(Scratch { part, lean });
    }
    Ok(checked.finish().map_err(broken_zip)?.into_inner())
}

/// Room for the part at hand and for what is left of it without formulas.
#[derive(Default)]
struct Scratch {
    part: Vec<u8>,
    lean: Vec<u8>,
}

thread_local! {
    /// Kept for the next workbook that this thread reads: fresh memory costs as much as unpacking.
    static SCRATCH: Cell<Scratch> = const { Cell::new(Scratch { part: Vec::new(), lean: Vec::new() }) };
}

/// Unpacks one part into `part`, at most the limit of one part and the room that is left.
fn unpack<R: Read>(
    file: &mut ZipFile<'_, R>,
    name: &str,
    part: &mut Vec<u8>,
    room: usize,
) -> Result<(), GuardError> {
    part.clear();
    let ceiling = room.min(MAX_PART_BYTES);
    // One byte more than allowed tells "just full" from "too much".
    let stop = u64::try_from(ceiling).unwrap_or(u64::MAX).saturating_add(1);
    file.take(stop).read_to_end(part).map_err(|error| broken_part(name, &error))?;
    if part.len() <= ceiling {
        return Ok(());
    }
    let part = clip(name);
    Err(if room < MAX_PART_BYTES {
        GuardError::PackageTooLarge { part, limit: MAX_PACKAGE_BYTES }
    } else {
        GuardError::PartTooLarge { part, limit: MAX_PART_BYTES }
    })
}

/// Whether the part starts as XML does; all parts that are read for cells are XML.
fn is_xml(part: &[u8]) -> bool {
    let text = part.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(part);
    text.trim_ascii_start().starts_with(b"<")
}

/// Refuses a container that is some other kind of document, judged by the names of its parts.
fn refuse_other_documents(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<(), GuardError> {
    let mut is_package = false;
    let mut other = None;
    for name in archive.file_names() {
        let name = name.map_err(broken_zip)?.replace('\\', "/").to_ascii_lowercase();
        match name.as_str() {
            "_rels/.rels" => is_package = true,
            "mimetype" => other = Some(LooksLike::OpenDocument),
            "xl/workbook.bin" => other = Some(LooksLike::BinaryWorkbook),
            "word/document.xml" | "ppt/presentation.xml" => other = Some(LooksLike::OtherOffice),
            _ => {}
        }
    }
    match other {
        Some(kind) => Err(GuardError::NotAWorkbook(kind)),
        None if is_package => Ok(()),
        None => Err(GuardError::NotAWorkbook(LooksLike::Zip)),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn broken_zip(error: ZipError) -> GuardError {
    GuardError::BrokenZip { reason: clip(&error.to_string()) }
}

fn broken_part(name: &str, error: &dyn std::error::Error) -> GuardError {
    GuardError::BrokenPart { part: clip(name), reason: clip(&error.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_xml_with_and_without_a_byte_order_mark() {
        assert!(is_xml(b"<?xml"));
        assert!(is_xml(b"\xEF\xBB\xBF<?xml"));
        assert!(is_xml(b"\r\n <a/>"));
        assert!(!is_xml(b"\x89PNG"));
        assert!(!is_xml(b""));
    }
}
