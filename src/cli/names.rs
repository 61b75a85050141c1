//! What the names of files say, and what a workbook begins with.

use std::path::Path;

/// What a workbook begins with, whatever the file is called.
pub(super) const ZIP: &[u8] = b"PK";

/// The ending of a file's name in small letters; missing where it has none.
pub(super) fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

/// The name of an assessment without its ending: `skovby-2026.risiko.yml` gives `skovby-2026`. Any
/// other name is kept whole.
pub(super) fn stem(name: &str) -> &str {
    let endings = [".risiko.yml", ".yml", ".yaml"];
    endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name)
}
