//! What a workbook carries beside its cells: never run, never followed, and said so that people know.

use std::io::Cursor;

use zip::ZipArchive;

/// What a container carries, judged by the names of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Carried {
    /// Macros; they are not read.
    pub has_macros: bool,
    /// Links to other files; they are not opened.
    pub has_links: bool,
}

/// What a workbook carries; nothing where it cannot be opened at all.
#[must_use]
pub fn carried(bytes: &[u8]) -> Carried {
    let mut carried = Carried::default();
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return carried };
    for name in archive.file_names().filter_map(Result::ok) {
        let name = name.replace('\\', "/").to_ascii_lowercase();
        let has_macros = ["xl/macrosheets/", "basic/", "scripts/"];
        carried.has_macros |= name.ends_with("vbaproject.bin")
            || has_macros.iter().any(|folder| name.starts_with(folder));
        carried.has_links |= name.starts_with("xl/externallinks/");
    }
    carried
}
