//! A workbook of ours by what stands in it: rows by their key, columns by their header.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    reason = "each test crate uses its own part, and a failing test may say so"
)]

use risiko::exchange::workbook::{Address, Cell, Sheet, Value, Workbook};

/// The sheet of that name.
pub fn sheet<'w>(workbook: &'w mut Workbook, name: &str) -> &'w mut Sheet {
    let found = workbook.sheets.iter_mut().find(|sheet| sheet.name == name);
    found.unwrap_or_else(|| panic!("no sheet {name}"))
}

/// Header row, which is the one with "Nr.", and the column of a header in it.
pub fn column(sheet: &Sheet, header: &str) -> (u32, u32) {
    let is = |cell: &Cell, text: &str| cell.value == Value::Text(text.to_owned());
    let (row, cells) =
        sheet.rows().find(|(_, cells)| cells.iter().any(|(_, cell)| is(cell, "Nr."))).unwrap();
    let found = cells.iter().find(|(_, cell)| is(cell, header));
    (row, found.unwrap_or_else(|| panic!("no header {header}")).0)
}

/// Row of an activity, and of a threat where one is named.
pub fn row(sheet: &Sheet, activity: &str, threat: Option<&str>) -> u32 {
    let (header, ids) = column(sheet, "Nr.");
    let threats = threat.map(|_| column(sheet, "Trussel nr.").1);
    let is = |row: u32, column: u32, text: &str| {
        sheet.cell(row, column).is_some_and(|cell| cell.value == Value::Text(text.to_owned()))
    };
    let mut rows = sheet.rows().map(|(row, _)| row).filter(|row| *row > header);
    let found = rows.find(|row| {
        is(*row, ids, activity) && threat.zip(threats).is_none_or(|(id, at)| is(*row, at, id))
    });
    found.unwrap_or_else(|| panic!("no row {activity} {}", threat.unwrap_or_default()))
}

/// Types a value into a cell.
pub fn put(sheet: &mut Sheet, address: Address, value: Value) {
    sheet.insert(address, Cell { value, has_formula: false });
}

/// Empties every cell for which `is_kept` says no.
pub fn keep(sheet: &mut Sheet, is_kept: impl Fn(Address) -> bool) {
    let mut kept = Sheet::new(sheet.name.clone(), sheet.visibility);
    kept.merged.clone_from(&sheet.merged);
    for (address, cell) in sheet.cells().filter(|(address, _)| is_kept(*address)) {
        kept.insert(address, cell.clone());
    }
    *sheet = kept;
}
