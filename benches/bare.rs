//! The baselines: the same cells, the same libraries and nothing else.

use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use risiko::exchange::workbook::{Value, Workbook};

/// A cell as the bare writer gets it.
pub(crate) enum Bare {
    Number(f64),
    Text(String),
    /// With its stored result.
    Formula(String, String),
}

/// The cells of a workbook with their formulas, sheet by sheet.
pub(crate) fn bare_cells(bytes: &[u8], workbook: &Workbook) -> Vec<Vec<(u32, u16, Bare)>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets = workbook.sheets.iter().map(|sheet| {
        let formulas = book.worksheet_formula(&sheet.name).unwrap();
        let cells = sheet.cells().filter_map(|(address, cell)| {
            let place = (address.row, address.column);
            let formula = formulas.get_value(place).filter(|f| !f.is_empty());
            let bare = match (&cell.value, formula) {
                (Value::Number(number), Some(formula)) => {
                    Bare::Formula(formula.clone(), number.to_string())
                }
                (Value::Text(text), Some(formula)) => Bare::Formula(formula.clone(), text.clone()),
                (Value::Number(number), None) => Bare::Number(*number),
                (Value::Text(text), None) => Bare::Text(text.clone()),
                _ => return None,
            };
            Some((address.row, u16::try_from(address.column).unwrap(), bare))
        });
        cells.collect()
    });
    sheets.collect()
}

/// The same cells as ours, without formats, tables, notes or rules.
pub(crate) fn bare_write(sheets: &[Vec<(u32, u16, Bare)>]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for cells in sheets {
        let page = book.add_worksheet();
        for (row, column, cell) in cells {
            match cell {
                Bare::Number(number) => page.write_number(*row, *column, *number),
                Bare::Text(text) => page.write_string(*row, *column, text),
                Bare::Formula(formula, result) => {
                    let formula = rust_xlsxwriter::Formula::new(formula).set_result(result);
                    page.write_formula(*row, *column, formula)
                }
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Every cell streamed once, without limits or meaning.
pub(crate) fn bare_read(bytes: &[u8]) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut cells = 0;
    for name in book.sheet_names() {
        let mut reader = book.worksheet_cells_reader(&name).unwrap();
        while let Some(cell) = reader.next_cell().unwrap() {
            cells += usize::from(*cell.get_value() != calamine::DataRef::Empty);
        }
    }
    cells
}
