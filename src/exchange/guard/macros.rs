//! Whether a workbook has macros. They are never read; people should know that they stay behind.

use std::io::Cursor;

use zip::ZipArchive;

/// Whether the container holds a part with macros; `false` where it cannot be opened at all.
#[must_use]
pub fn has_macros(bytes: &[u8]) -> bool {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    archive.file_names().filter_map(Result::ok).any(|name| {
        let name = name.replace('\\', "/").to_ascii_lowercase();
        name.ends_with("vbaproject.bin") || name.starts_with("xl/macrosheets/")
    })
}
