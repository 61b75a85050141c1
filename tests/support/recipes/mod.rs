//! Files that a folder of `tests/checks` describes in words, because a person can read those.
//!
//! | file | becomes | made by |
//! |---|---|---|
//! | `bog.edits` | `bog.xlsx`: exported by the program, then changed as people change it | [`edits`] |
//! | `KL.sheets` | `KL.xlsx`: a workbook from elsewhere, row by row | [`sheets`] |
//! | `katalog.patch` | the folder `katalog`: a copy of the shipped catalogue, then damaged | [`patch`] |
//! | `input.journal` | `input.risiko.log`: a journal, and what has happened since | [`journal`] |
//!
//! In all of them a line that begins with `#` is a comment. `tests/README.md` has every line that there
//! is, with an example.

mod edits;
mod journal;
mod patch;
mod sheets;
mod written;

use std::fs;
use std::path::{Path, PathBuf};

/// Makes what the recipes of a folder describe, beside them and under their names.
pub(crate) fn prepare(folder: &Path) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let make = match path.extension().and_then(|end| end.to_str()) {
            Some("edits") => edits::make,
            Some("sheets") => sheets::make,
            Some("patch") => patch::make,
            Some("journal") => journal::make,
            _ => continue,
        };
        make(&path);
    }
}

/// The lines of a recipe that say something.
fn lines(recipe: &Path) -> Vec<String> {
    let text = fs::read_to_string(recipe).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(str::to_owned).collect()
}
