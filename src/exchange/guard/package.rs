//! The zip container: every part unpacked under a ceiling, checked, and handed to a reader.
//!
//! Sizes written in a zip are the writer's claim, so each part is really unpacked once, into a
//! buffer that is used again. What is XML of an Excel file goes, after [`super::scan`] and without
//! the texts of formulas ([`super::lean`]), into a new container without compression; pictures and
//! macros stay behind. The workbook crate reads that copy: nothing is decompressed twice, and it
//! never sees a part that was not checked. Of an OpenDocument file the few parts that
//! [`super::ods`] reads are kept as they are.

use std::cell::Cell;
use std::io::{Cursor, ErrorKind, Read, Write};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::comments;
use super::computed::Computed;
use super::error::{GuardError, LooksLike, clip};
use super::limits::{MAX_PACKAGE_BYTES, MAX_PART_BYTES, MAX_PARTS, MAX_ROOM_AHEAD};
use super::merges::Merges;
use super::repeated::Repeated;
use super::shared_texts::SharedTexts;
use super::{Unneeded, lean, ods, scan};

/// How the name of the part with the shared texts ends.
const SHARED_TEXTS: &str = "sharedstrings.xml";

/// The parts with the names of the sheets, and where each stands, as programs name them.
const SHEET_LIST: [&str; 2] = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"];

/// The longest name of a kind of document is 64 characters.
const MAX_MIMETYPE_BYTES: u64 = 200;

/// A checked container, for the reader of its format.
pub(super) enum Package {
    /// `.xlsx` or `.xlsm`.
    Excel {
        /// Repacked without compression.
        cells: Vec<u8>,
        /// What says which cells are merged.
        merges: Vec<u8>,
        /// Texts of the comments on cells.
        comments: Vec<String>,
    },
    /// `.ods`, its parts unpacked.
    OpenDocument(ods::Parts),
}

pub(super) type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Unpacks and checks the container; what is `unneeded` may be left out.
///
/// Errors: [`GuardError::BrokenZip`], [`GuardError::TooManyParts`], [`GuardError::NotAWorkbook`],
/// [`GuardError::BrokenPart`], [`GuardError::PartTooLarge`], [`GuardError::PackageTooLarge`],
/// [`GuardError::PasswordProtected`] and those of the scan.
pub(super) fn open(bytes: &[u8], unneeded: Option<Unneeded<'_>>) -> Result<Package, GuardError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken_zip)?;
    if archive.len() > MAX_PARTS {
        return Err(GuardError::TooManyParts { found: archive.len(), limit: MAX_PARTS });
    }
    match kind(&archive)? {
        Kind::Excel => repack(&mut archive, unneeded),
        Kind::OpenDocument { mimetype } => {
            refuse_other_mimetype(&mut archive, mimetype)?;
            unpack_spreadsheet(&mut archive).map(Package::OpenDocument)
        }
    }
}

/// Checks the parts of an Excel file and packs them without compression.
fn repack(
    archive: &mut Archive<'_>,
    unneeded: Option<Unneeded<'_>>,
) -> Result<Package, GuardError> {
    let mut merges = Merges::new();
    let mut comments = Vec::new();
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let Scratch { mut part, mut lean, mut cells } = SCRATCH.take();
    part.reserve(claimed_size(archive));
    cells.reserve(claimed_size(archive));
    let mut checked = ZipWriter::new(Cursor::new(cells));
    let (computed, repeated) =
        unneeded.and_then(|unneeded| left_out(archive, unneeded, &mut part)).unzip();
    let repeated = repeated.flatten();
    each_part(archive, &mut part, |name, part| {
        if !is_xml(part) {
            return Ok(());
        }
        scan::refuse_dangerous(name, part)?;
        merges.keep(name, part)?;
        comments::keep(name, part, &mut comments);
        checked.start_file(name, stored).map_err(|error| broken_part(name, &error))?;
        let mut content: &[u8] = part;
        let repeated = repeated.as_ref().filter(|repeated| repeated.part == name);
        if lean::leave_out_formulas(part, (computed.as_ref(), repeated), &mut lean) {
            // Shorter, so that the limits that go by the length are lower.
            scan::refuse_dangerous(name, &lean)?;
            content = &lean;
        }
        checked.write_all(content).map_err(|error| broken_part(name, &error))
    })?;
    if part.capacity().max(lean.capacity()) <= MAX_ROOM_AHEAD {
        SCRATCH.set(Scratch { part, lean, cells: Vec::new() });
    }
    let cells = checked.finish().map_err(broken_zip)?.into_inner();
    Ok(Package::Excel { cells, merges: merges.finish(), comments })
}

/// Where what is not needed stands; `None` where the shared texts cannot tell.
fn left_out(
    archive: &mut Archive<'_>,
    unneeded: Unneeded<'_>,
    part: &mut Vec<u8>,
) -> Option<(Computed, Option<Repeated>)> {
    let [workbook, relations] = SHEET_LIST.map(|name| {
        unpack_where(archive, |found| found == name, part)?;
        Some(part.clone())
    });
    unpack_where(archive, |found| found.to_ascii_lowercase().ends_with(SHARED_TEXTS), part)?;
    let texts = SharedTexts::of(part)?;
    let list = workbook.as_deref().zip(relations.as_deref());
    let repeated = list.and_then(|list| Repeated::find(unneeded.rows, &texts, list));
    Some((Computed::among(&texts, unneeded.computed), repeated))
}

/// Unpacks the first part with such a name; `None` where there is none that can be read.
fn unpack_where(
    archive: &mut Archive<'_>,
    is_meant: impl Fn(&str) -> bool,
    part: &mut Vec<u8>,
) -> Option<()> {
    let place = archive.file_names().position(|name| name.is_ok_and(|n| is_meant(&n)))?;
    let mut file = archive.by_index(place).ok()?;
    unpack(&mut file, "", part, MAX_PART_BYTES).ok()
}

/// Takes the parts out of a spreadsheet that are read, unless they are encrypted.
fn unpack_spreadsheet(archive: &mut Archive<'_>) -> Result<ods::Parts, GuardError> {
    let mut parts = ods::Parts::default();
    let mut room = Vec::with_capacity(claimed_size(archive));
    each_part(archive, &mut room, |name, part| {
        if name == "META-INF/manifest.xml" && scan::count_elements(part, "encryption-data") > 0 {
            return Err(GuardError::PasswordProtected);
        }
        parts.keep(name, part);
        Ok(())
    })?;
    Ok(parts)
}

/// Unpacks one part after the other into `part`, under the ceilings, and shows it to `look`, which
/// may take it.
pub(super) fn each_part(
    archive: &mut Archive<'_>,
    part: &mut Vec<u8>,
    mut look: impl FnMut(&str, &mut Vec<u8>) -> Result<(), GuardError>,
) -> Result<(), GuardError> {
    let mut room = MAX_PACKAGE_BYTES;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|error| broken_part("", &error))?;
        let name = file.name().map_err(|error| broken_part("", &error))?.into_owned();
        unpack(&mut file, &name, part, room)?;
        room = room.saturating_sub(part.len());
        look(&name, part)?;
    }
    Ok(())
}

/// Room for the sizes that the zip claims, as far as they are honest ones: growing step by step
/// would copy a large workbook several times.
fn claimed_size(archive: &Archive<'_>) -> usize {
    let claimed = archive.decompressed_size().unwrap_or_default();
    usize::try_from(claimed).unwrap_or(usize::MAX).min(MAX_ROOM_AHEAD)
}

/// Takes back what [`open`] gave, when it has been read.
pub(super) fn give_back(mut cells: Vec<u8>) {
    if cells.capacity() <= MAX_ROOM_AHEAD {
        cells.clear();
        SCRATCH.set(Scratch { cells, ..SCRATCH.take() });
    }
}

/// Room for the part at hand, for what is left of it without formulas, and for the new container.
#[derive(Default)]
struct Scratch {
    part: Vec<u8>,
    lean: Vec<u8>,
    cells: Vec<u8>,
}

thread_local! {
    /// Kept for the next workbook that this thread reads: fresh memory costs as much as unpacking.
    static SCRATCH: Cell<Scratch> = const {
        Cell::new(Scratch { part: Vec::new(), lean: Vec::new(), cells: Vec::new() })
    };
}

/// Room that a part has at first; twice as much each time that it is full.
const FIRST_ROOM: usize = 64 * 1024;

/// Unpacks one part into `part`, at most the limit of one part and the room that is left.
///
/// Not with `read_to_end`, which clears all the room that is left anew for every few kilobytes.
fn unpack<R: Read>(
    file: &mut ZipFile<'_, R>,
    name: &str,
    part: &mut Vec<u8>,
    room: usize,
) -> Result<(), GuardError> {
    part.clear();
    let ceiling = room.min(MAX_PART_BYTES);
    // One byte more than allowed tells "just full" from "too much".
    let stop = ceiling.saturating_add(1);
    let mut filled = 0_usize;
    while filled < stop {
        if filled == part.len() {
            part.resize(filled.saturating_mul(2).max(FIRST_ROOM).min(stop), 0);
        }
        match file.read(part.get_mut(filled..).unwrap_or_default()) {
            Ok(0) => break,
            Ok(count) => filled = filled.saturating_add(count),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(broken_part(name, &error)),
        }
    }
    part.truncate(filled);
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

/// Which reader a container is for.
enum Kind {
    Excel,
    OpenDocument {
        /// Place of the part that says what kind of document it is.
        mimetype: usize,
    },
}

/// Judges a container by the names of its parts, and refuses what is some other kind of document.
fn kind(archive: &Archive<'_>) -> Result<Kind, GuardError> {
    let mut is_package = false;
    let mut mimetype = None;
    let mut other = None;
    for (place, name) in archive.file_names().enumerate() {
        let name = name.map_err(broken_zip)?.replace('\\', "/").to_ascii_lowercase();
        match name.as_str() {
            "_rels/.rels" => is_package = true,
            "mimetype" => mimetype = Some(place),
            "xl/workbook.bin" => other = Some(LooksLike::BinaryWorkbook),
            "word/document.xml" | "ppt/presentation.xml" => other = Some(LooksLike::OtherOffice),
            _ => {}
        }
    }
    match (mimetype, other) {
        (Some(mimetype), _) => Ok(Kind::OpenDocument { mimetype }),
        (None, Some(other)) => Err(GuardError::NotAWorkbook(other)),
        (None, None) if is_package => Ok(Kind::Excel),
        (None, None) => Err(GuardError::NotAWorkbook(LooksLike::Zip)),
    }
}

/// Refuses a document that says of itself that it is no spreadsheet.
fn refuse_other_mimetype(archive: &mut Archive<'_>, place: usize) -> Result<(), GuardError> {
    let mut found = Vec::new();
    let file = archive.by_index(place).map_err(|error| broken_part("mimetype", &error))?;
    let mut start = file.take(MAX_MIMETYPE_BYTES);
    start.read_to_end(&mut found).map_err(|error| broken_part("mimetype", &error))?;
    match found.trim_ascii() {
        b"application/vnd.oasis.opendocument.spreadsheet"
        | b"application/vnd.oasis.opendocument.spreadsheet-template" => Ok(()),
        other if other.starts_with(b"application/vnd.oasis.opendocument.") => {
            Err(GuardError::NotAWorkbook(LooksLike::OpenDocument))
        }
        _ => Err(GuardError::NotAWorkbook(LooksLike::Zip)),
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
