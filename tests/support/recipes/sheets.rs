//! A workbook from elsewhere, such as KL's, row by row: `KL.sheets`.
//!
//! A cell is a number where it reads as one, unless it begins with a zero.

use std::fs;
use std::path::Path;

use risiko::exchange::workbook::{Address, Sheet, Value, Visibility, Workbook};

use super::edits::typed;
use super::written::written;
use crate::support::catalogue;
use crate::support::forms::put;

const REST: &str = "@REST@";

/// Writes the workbook of a recipe.
pub(super) fn make(recipe: &Path) {
    let lines = super::lines(recipe);
    let mut workbook = Workbook::default();
    let mut row = 0;
    for line in &lines {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            workbook.sheets.push(Sheet::new(name, Visibility::Visible));
            row = 0;
            continue;
        }
        let sheet = workbook.sheets.last_mut().unwrap();
        let rows = if line.starts_with(REST) { rest(&lines) } else { vec![line.clone()] };
        for text in rows {
            for (column, field) in (0..).zip(text.split(';')) {
                if let Some(value) = cell(field) {
                    put(sheet, Address { row, column }, value);
                }
            }
            row += 1;
        }
    }
    fs::write(recipe.with_extension("xlsx"), written(&workbook)).unwrap();
}

/// A number such as `01` is text in these sheets.
fn cell(field: &str) -> Option<Value> {
    if field.starts_with('0') && field.len() > 1 {
        return Some(Value::Text(field.to_owned()));
    }
    typed(field)
}

/// A row for every active activity whose number no line has as a field or excepts.
fn rest(lines: &[String]) -> Vec<String> {
    let is_named =
        |id: &str| lines.iter().any(|line| line.split([';', ' ']).any(|field| field == id));
    let ids = catalogue().active().map(|activity| activity.id.as_str());
    let rows = ids.filter(|id| !is_named(id)).map(|id| format!(";{id};;Titel;Tekst;3;x;x;x;Lov"));
    rows.collect()
}
