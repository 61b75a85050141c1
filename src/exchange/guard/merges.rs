//! Which cells of an Excel file are merged: what stood under a merged cell is gone from the file,
//! and must not pass for cells that somebody emptied.
//!
//! A sheet lists its merged cells behind all others, so of each sheet only the end is kept, in a
//! small container of its own; the reader crate, which knows where each sheet lies, reads that.

use std::io::{Cursor, Write};

use calamine::{Reader as _, SheetType, Xlsx};
use memchr::memmem;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::error::GuardError;
use super::limits::{MAX_COLUMNS, MAX_MERGES, MAX_ROWS};
use super::scan::count_elements;
use crate::exchange::workbook::{Address, Region, Workbook};

/// The small container while it is filled.
pub(super) struct Merges {
    container: ZipWriter<Cursor<Vec<u8>>>,
    is_whole: bool,
}

impl Merges {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self { container: ZipWriter::new(Cursor::new(Vec::new())), is_whole: true }
    }

    /// Keeps of a part what says which cells are merged.
    ///
    /// Errors: [`GuardError::DangerousCount`].
    pub(super) fn keep(&mut self, name: &str, part: &[u8]) -> Result<(), GuardError> {
        let lower = name.to_ascii_lowercase();
        let names_sheets = lower.ends_with(".rels")
            || lower.ends_with("workbook.xml")
            || lower == "[content_types].xml";
        if names_sheets {
            self.add(name, &[part]);
        } else if let Some(at) = memmem::rfind(part, b"<mergeCells") {
            let tail = part.get(at..).unwrap_or_default();
            let end = memmem::find(tail, b"</mergeCells>").map(|end| end + b"</mergeCells>".len());
            let list = end.and_then(|end| tail.get(..end)).unwrap_or_default();
            let found = count_elements(list, "mergeCell");
            if found > MAX_MERGES {
                let part = super::error::clip(name);
                let (attribute, found) = ("mergeCell", found.to_string());
                return Err(GuardError::DangerousCount {
                    part,
                    attribute,
                    found,
                    limit: MAX_MERGES,
                });
            }
            self.add(name, &[b"<worksheet>", list, b"</worksheet>"]);
        }
        Ok(())
    }

    fn add(&mut self, name: &str, pieces: &[&[u8]]) {
        // Writing to memory fails only for a name that the container itself was read with.
        let stored =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        let written = self.container.start_file(name, stored).is_ok()
            && pieces.iter().all(|piece| self.container.write_all(piece).is_ok());
        self.is_whole &= written;
    }

    /// The bytes of the container.
    pub(super) fn finish(self) -> Vec<u8> {
        let bytes = self.container.finish().map(Cursor::into_inner).unwrap_or_default();
        if self.is_whole { bytes } else { Vec::new() }
    }
}

/// Says of each sheet which of its cells are merged.
///
/// Missing: nothing is said of a sheet whose list the reader cannot make sense of.
pub(super) fn mark(workbook: &mut Workbook, merges: &[u8]) {
    let Ok(mut xlsx) = Xlsx::new(Cursor::new(merges)) else { return };
    let listed = xlsx.sheets_metadata().to_vec();
    for listed in listed.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let regions = xlsx.merge_cells_by_sheet_name(&listed.name).unwrap_or_default();
        let regions = regions.into_iter().map(|region| Region {
            first: Address { row: region.start.0, column: region.start.1 },
            last: Address { row: region.end.0, column: region.end.1 },
        });
        let is_near = |region: &Region| {
            region.first.row < MAX_ROWS && region.first.column < MAX_COLUMNS && region.is_several()
        };
        if let Some(sheet) = workbook.sheets.iter_mut().find(|sheet| sheet.name == listed.name) {
            sheet.merged = regions.filter(is_near).collect();
        }
    }
}
