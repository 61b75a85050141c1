//! A workbook that the program exported, changed as people change one: `bog.edits`.
//!
//! What is typed is a number where it reads as one, an error where it begins with `#`, else text;
//! in double quotation marks it is text in any case. Nothing at all empties the cell.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use risiko::exchange::guard::read_workbook;
use risiko::exchange::workbook::{Address, Region, Sheet, Value, Visibility, Workbook};

use super::written::written;
use crate::support::console::{run, words};
use crate::support::forms::{column, keep, put, row, sheet};

/// Exports and changes the workbook of a recipe.
pub(super) fn make(recipe: &Path) {
    let lines = super::lines(recipe);
    let (export, steps) = lines.split_first().unwrap();
    let target = recipe.with_extension("xlsx");
    let name = target.file_name().unwrap().to_string_lossy().into_owned();
    let said = run(recipe.parent().unwrap(), &words(&format!("{export} -o {name}")), None);
    assert_eq!(said.code, 0, "{export}\n{}", said.stderr);
    let mut workbook = read_workbook(&fs::read(&target).unwrap()).unwrap();
    let is_part = |step: &&String| step.starts_with(PART);
    for step in steps.iter().filter(|step| !is_part(step)) {
        take(step, &mut workbook);
    }
    fs::write(&target, written(&workbook)).unwrap();
    for step in steps.iter().filter(is_part) {
        add_part(&target, step[PART.len()..].trim());
    }
}

/// Begins a step that puts a part into the container, such as that of macros.
const PART: &str = "add part |";

fn add_part(workbook: &Path, part: &str) {
    let (name, content) = part.split_once('|').unwrap_or((part, ""));
    let file = fs::OpenOptions::new().read(true).write(true).open(workbook).unwrap();
    let mut container = zip::ZipWriter::new_append(file).unwrap();
    container.start_file(name.trim(), zip::write::SimpleFileOptions::default()).unwrap();
    container.write_all(content.trim().as_bytes()).unwrap();
    container.finish().unwrap();
}

/// Merges cells as a spreadsheet does: only the first keeps what stood in it.
fn merge(form: &mut Sheet, range: &str) {
    let (first, last) = range.split_once(':').unwrap();
    let region = Region { first: address_of(first), last: address_of(last) };
    keep(form, |at| {
        let is_in = (region.first.row..=region.last.row).contains(&at.row)
            && (region.first.column..=region.last.column).contains(&at.column);
        !is_in || at == region.first
    });
    form.merged.push(region);
}

/// Does one step.
fn take(step: &str, workbook: &mut Workbook) {
    let parts: Vec<&str> = step.split('|').map(str::trim).collect();
    match parts.as_slice() {
        ["rename header", name, header, new] => {
            let form = sheet(workbook, name);
            let (row, column) = column(form, header);
            type_in(workbook, name, Address { row, column }, new);
        }
        ["rename sheet", name, new] => sheet(workbook, name).name = (*new).to_owned(),
        ["copy sheet", name, new] => {
            let mut copy = sheet(workbook, name).clone();
            copy.name = (*new).to_owned();
            workbook.sheets.push(copy);
        }
        ["merge", name, range] => merge(sheet(workbook, name), range),
        ["add sheet", name] => workbook.sheets.push(Sheet::new(*name, Visibility::Visible)),
        ["fill down to", name, last, value] => {
            let last = address_of(last);
            for row in 0..=last.row {
                put(sheet(workbook, name), Address { row, ..last }, typed(value).unwrap());
            }
        }
        ["drop sheet", name] => {
            sheet(workbook, name);
            workbook.sheets.retain(|sheet| sheet.name != *name);
        }
        ["drop row", name, key] => {
            let form = sheet(workbook, name);
            let gone = keyed_row(form, key);
            keep(form, |address| address.row != gone);
        }
        ["drop column", name, header] => {
            let form = sheet(workbook, name);
            let (_, gone) = column(form, header);
            keep(form, |address| address.column != gone);
        }
        [name, key, header, value] => {
            let form = sheet(workbook, name);
            let address = Address { row: keyed_row(form, key), column: column(form, header).1 };
            type_in(workbook, name, address, value);
        }
        [name, fact, value] => {
            let wanted = Value::Text((*fact).to_owned());
            let hidden = sheet(workbook, name);
            let found = hidden.cells().find(|(_, cell)| cell.value == wanted);
            let (at, _) = found.unwrap_or_else(|| panic!("no fact {fact}"));
            put(hidden, Address { column: at.column + 1, ..at }, typed(value).unwrap());
        }
        _ => {
            let cell = step.split_once('=').and_then(|(place, value)| {
                place.trim().split_once('!').map(|(name, address)| (name, address, value.trim()))
            });
            let (name, address, value) = cell.unwrap_or_else(|| panic!("no step: {step}"));
            type_in(workbook, name, address_of(address), value);
        }
    }
}

/// The row of `61`, or of `61 T08` on the sheet of threats.
fn keyed_row(form: &Sheet, key: &str) -> u32 {
    let (activity, threat) = match key.split_once(' ') {
        Some((activity, threat)) => (activity, Some(threat)),
        None => (key, None),
    };
    row(form, activity, threat)
}

fn type_in(workbook: &mut Workbook, name: &str, address: Address, text: &str) {
    let form = sheet(workbook, name);
    match typed(text) {
        Some(value) => put(form, address, value),
        None => keep(form, |other| other != address),
    }
}

/// What a text becomes that is typed into a cell; nothing at all is no value.
pub(super) fn typed(text: &str) -> Option<Value> {
    let quoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    let number: Option<f64> = text.parse().ok();
    match (quoted, number) {
        (Some(text), _) => Some(Value::Text(text.to_owned())),
        (None, Some(number)) => Some(Value::Number(number)),
        (None, None) if text.is_empty() => None,
        (None, None) if text.starts_with('#') => Some(Value::Error(text.to_owned())),
        (None, None) => Some(Value::Text(text.to_owned())),
    }
}

/// Row and column of `A17`, counted from 0.
fn address_of(text: &str) -> Address {
    Address::parse(text).unwrap_or_else(|| panic!("no address: {text}"))
}
