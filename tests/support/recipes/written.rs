//! Neutral cells as the bytes of an `.xlsx` file: values, names, what is hidden, and properties.
//!
//! Looks and drop-downs are gone, and formulas say nothing; an import reads none of them.

use risiko::exchange::workbook::{Address, Value, Visibility, Workbook};
use rust_xlsxwriter::{DocProperties, Format, Formula, Workbook as Book};

/// The file that holds these cells.
pub(super) fn written(workbook: &Workbook) -> Vec<u8> {
    let mut book = Book::new();
    let properties = workbook.properties.iter().fold(DocProperties::new(), |properties, (k, v)| {
        properties.set_custom_property(k.as_str(), v.as_str())
    });
    book.set_properties(&properties);
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for sheet in &workbook.sheets {
        let page = book.add_worksheet();
        page.set_name(&sheet.name).unwrap();
        page.set_formula_result_default("");
        page.set_hidden(sheet.visibility == Visibility::Hidden);
        page.set_very_hidden(sheet.visibility == Visibility::VeryHidden);
        for region in &sheet.merged {
            let column = |address: Address| u16::try_from(address.column).unwrap();
            let (first, last) = (region.first, region.last);
            let plain = Format::new();
            page.merge_range(first.row, column(first), last.row, column(last), "", &plain).unwrap();
        }
        for (address, cell) in sheet.cells() {
            let (row, column) = (address.row, u16::try_from(address.column).unwrap());
            // Only that there is one is ever read of a formula.
            let formula = |result: &str| Formula::new("=A1").set_result(result);
            match &cell.value {
                Value::Text(text) if cell.has_formula => {
                    page.write_formula(row, column, formula(text))
                }
                Value::Number(number) if cell.has_formula => {
                    page.write_formula(row, column, formula(&number.to_string()))
                }
                Value::Text(text) => page.write_string(row, column, text),
                Value::Number(number) => page.write_number(row, column, *number),
                Value::Boolean(is_true) => page.write_boolean(row, column, *is_true),
                Value::Date { serial } => {
                    page.write_number_with_format(row, column, *serial, &date)
                }
                Value::Error(text) => {
                    page.write_formula(row, column, Formula::new("=NA()").set_result(text))
                }
                Value::FormulaWithoutResult => panic!("the writer stores a result at {address}"),
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}
