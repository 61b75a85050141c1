//! What `import` and `merge` read: a workbook, or tables as CSV or JSON.

use std::path::Path;

use super::blind;
use super::failure::{Refused, refuse};
use super::names::{ZIP, ending};
use super::output::Console;
use super::session::read_workbook;
use crate::exchange::workbook::Workbook;
use crate::exchange::{TableError, read_csv, read_json};
use crate::finding::Location;
use crate::report::guard_fact;
use crate::store;

/// Reads a file by the ending of its name; everything else goes through the guard.
pub(super) fn read_incoming(console: Console<'_>, path: &Path) -> anyhow::Result<Workbook> {
    let ending = ending(path);
    let read = match ending.as_deref() {
        Some("csv") => read_csv,
        Some("json") => read_json,
        _ if blind::is_one(path) => read_json,
        _ => return read_workbook(console, path),
    };
    let bytes = match blind::is_one(path) {
        true => blind::as_table(console, path)?,
        false => store::read_bytes(path)?,
    };
    if bytes.starts_with(ZIP) {
        return read_workbook(console, path);
    }
    let file = path.display().to_string();
    read(&file, &bytes).map_err(|error| match error {
        TableError::Findings(findings) => Refused(findings).into(),
        TableError::Limit(error) => {
            refuse(Location::File(file.clone()), guard_fact(console.lang, &error))
        }
    })
}
