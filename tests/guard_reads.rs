//! What comes out of workbooks that nobody tampered with.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::float_cmp,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::too_many_lines,
    clippy::too_many_arguments,
    clippy::needless_pass_by_value,
    dead_code,
    unreachable_pub,
    missing_docs,
    reason = "tests build hostile files, measure the time they take, and may fail"
)]

#[path = "support/ods.rs"]
mod ods;
#[path = "support/package.rs"]
mod package;

use package::{Package, shared_strings};
use risiko::exchange::guard::read_workbook;
use risiko::exchange::workbook::{Cell, Sheet, Value, Visibility, Workbook};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula};
use rust_xlsxwriter::{Workbook as Writer, XlsxError};

fn written() -> Result<Vec<u8>, XlsxError> {
    let mut book = Writer::new();
    book.set_properties(
        &DocProperties::new()
            .set_custom_property("risiko_skema", 3)
            .set_custom_property("kommune", "Ærø"),
    );
    let sheet = book.add_worksheet().set_name("Vurdering æøå")?;
    sheet.set_formula_result_default("");
    sheet.write_string(0, 0, "Blåbærgrød på Ærø")?;
    sheet.write_string(0, 1, "3")?;
    sheet.write_number(0, 2, 3.0)?;
    sheet.write_boolean(0, 3, true)?;
    sheet.write_blank(0, 4, &Format::new().set_bold())?;
    sheet.write_string(0, 5, "linje 1\nlinje 2 ")?;
    let date = ExcelDateTime::from_ymd(2026, 11, 23)?;
    sheet.write_datetime_with_format(1, 0, &date, &Format::new().set_num_format("dd-mm-yyyy"))?;
    sheet.write_number_with_format(1, 1, 0.125, &Format::new().set_num_format("0.0 %"))?;
    sheet.write_number_with_format(1, 2, 1.5, &Format::new().set_num_format("[h]:mm"))?;
    sheet.write_formula(2, 0, Formula::new("C1*2").set_result("6"))?;
    sheet.write_formula(2, 1, Formula::new("\"Hø\"&\"j\"").set_result("Høj"))?;
    sheet.write_formula(2, 2, Formula::new("1/0").set_result("#DIV/0!"))?;
    sheet.write_formula(2, 3, Formula::new("\"\""))?;
    sheet.write_number(9, 27, -0.5)?;
    book.add_worksheet().set_name("Skjult")?.set_hidden(true);
    book.add_worksheet().set_name("_meta")?.set_very_hidden(true).write_string(0, 0, "v1")?;
    book.save_to_buffer()
}

fn read(bytes: &[u8]) -> Workbook {
    let book = read_workbook(bytes).expect("a workbook");
    assert_eq!(book.bad_cells, []);
    book
}

fn cell(value: Value) -> Option<Cell> {
    Some(Cell { value, has_formula: false })
}

fn formula(value: Value) -> Option<Cell> {
    Some(Cell { value, has_formula: true })
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[test]
fn returns_each_kind_of_cell_as_it_was_written() {
    let book = read(&written().expect("written"));
    let sheet = book.sheet("Vurdering æøå").expect("the sheet");
    let at = |row, column| sheet.cell(row, column).cloned();

    assert_eq!(at(0, 0), cell(text("Blåbærgrød på Ærø")));
    assert_eq!(at(0, 1), cell(text("3")));
    assert_eq!(at(0, 2), cell(Value::Number(3.0)));
    assert_eq!(at(0, 3), cell(Value::Boolean(true)));
    assert_eq!(at(0, 4), None);
    assert_eq!(at(0, 5), cell(text("linje 1\nlinje 2 ")));
    assert_eq!(at(1, 0), cell(Value::Date { serial: 46349.0 }));
    assert_eq!(at(1, 1), cell(Value::Number(0.125)));
    assert_eq!(at(1, 2), cell(Value::Number(1.5)));
    assert_eq!(at(2, 0), formula(Value::Number(6.0)));
    assert_eq!(at(2, 1), formula(text("Høj")));
    assert_eq!(at(2, 2), formula(Value::Error("#DIV/0!".to_owned())));
    assert_eq!(at(2, 3), formula(text("")));
    assert_eq!(at(9, 27), cell(Value::Number(-0.5)));
    let last = sheet.cells().next_back().map(|(address, _)| address.to_string());
    assert_eq!(last.as_deref(), Some("AB10"));
    assert_eq!(sheet.cells().count(), 13);
}

#[test]
fn returns_names_visibility_and_properties() {
    let book = read(&written().expect("written"));
    let seen: Vec<_> = book.sheets.iter().map(|s| (s.name.as_str(), s.visibility)).collect();
    let expected = [
        ("Vurdering æøå", Visibility::Visible),
        ("Skjult", Visibility::Hidden),
        ("_meta", Visibility::VeryHidden),
    ];
    assert_eq!(seen, expected);
    assert_eq!(book.properties.get("risiko_skema").map(String::as_str), Some("3"));
    assert_eq!(book.properties.get("kommune").map(String::as_str), Some("Ærø"));
    assert_eq!(book.sheet("Skjult").map(|sheet| sheet.rows().count()), Some(0));
}

/// The first sheet of [`written`] as an OpenDocument spreadsheet has it.
fn written_as_ods() -> Package {
    let typed = |kind: &str, attributes: &str, shown: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" {attributes}><text:p>{shown}</text:p>\
             </table:table-cell>"
        )
    };
    let rows = [
        ods::text("Blåbærgrød på Ærø"),
        ods::text("3"),
        ods::number("3", ""),
        typed("boolean", "office:boolean-value=\"true\"", "SAND"),
        "<table:table-cell table:style-name=\"fed\"/>".to_owned(),
        ods::text("linje 1</text:p><text:p>linje 2<text:s/>"),
        "</table:table-row><table:table-row>".to_owned(),
        typed("date", "office:date-value=\"2026-11-23\"", "23-11-2026"),
        typed("percentage", "office:value=\"0.125\"", "12,5 %"),
        typed("time", "office:time-value=\"PT36H00M00S\"", "36:00"),
        "</table:table-row><table:table-row>".to_owned(),
        ods::number("6", "table:formula=\"of:=[.C1]*2\""),
        typed("string", "table:formula=\"of:=x\" office:string-value=\"Høj\"", "Høj"),
        typed("string", "table:formula=\"of:=1/0\" calcext:value-type=\"error\"", "#DIV/0!"),
        typed("string", "table:formula=\"of:=x\" office:string-value=\"\"", ""),
        "</table:table-row><table:table-row table:number-rows-repeated=\"6\"/><table:table-row>"
            .to_owned(),
        "<table:table-cell table:number-columns-repeated=\"27\"/>".to_owned(),
        ods::number("-0.5", ""),
    ];
    let tables = ods::table("Vurdering æøå", &ods::row(&rows.concat()))
        + "<table:table table:name=\"Skjult\" table:style-name=\"skjult\"/>";
    ods::with_tables(&tables).part("meta.xml", ods::meta("kommune", "Ærø"))
}

#[test]
fn returns_of_an_ods_what_it_returns_of_an_xlsx() {
    let (ods, xlsx) = (read(&written_as_ods().bytes()), read(&written().expect("written")));
    assert_eq!(ods.sheets[0], xlsx.sheets[0]);
    assert_eq!(ods.sheets[1], xlsx.sheets[1]);
    assert_eq!(ods.properties.get("kommune"), xlsx.properties.get("kommune"));
}

fn rows(rows: &str) -> Sheet {
    read(&Package::with_rows(rows).bytes()).sheets.remove(0)
}

#[test]
fn tells_a_formula_without_result_from_a_blank_and_from_an_empty_text() {
    let sheet = rows(
        "<row r='1'><c r='A1'><f>1+1</f></c><c r='B1' t='str'><f>\"\"</f><v></v></c>\
         <c r='C1' s='0'/><c r='D1'><f t='shared' ref='D1:E1' si='0'>A1</f><v>2</v></c>\
         <c r='E1'><f t='shared' si='0'/><v>3</v></c></row>",
    );
    assert_eq!(sheet.cell(0, 0).cloned(), formula(Value::FormulaWithoutResult));
    assert_eq!(sheet.cell(0, 1).cloned(), formula(text("")));
    assert_eq!(sheet.cell(0, 2), None);
    assert_eq!(sheet.cell(0, 3).cloned(), formula(Value::Number(2.0)));
    assert_eq!(sheet.cell(0, 4).cloned(), formula(Value::Number(3.0)));
}

#[test]
fn keeps_text_that_looks_like_a_number_and_error_values() {
    let sheet = rows(
        "<row r='1'><c r='A1' t='inlineStr'><is><t>007</t></is></c>\
         <c r='B1'><v>1,5</v></c><c r='C1' t='e'><v>#N/A</v></c>\
         <c r='D1' t='b'><v>0</v></c></row>",
    );
    assert_eq!(sheet.cell(0, 0).cloned(), cell(text("007")));
    assert_eq!(sheet.cell(0, 1).cloned(), cell(text("1,5")));
    assert_eq!(sheet.cell(0, 2).cloned(), cell(Value::Error("#N/A".to_owned())));
    assert_eq!(sheet.cell(0, 3).cloned(), cell(Value::Boolean(false)));
}

#[test]
fn counts_rows_and_columns_itself_where_the_file_gives_no_addresses() {
    let sheet = rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>");
    assert_eq!(sheet.cell(0, 1).cloned(), cell(Value::Number(2.0)));
    assert_eq!(sheet.cell(1, 0).cloned(), cell(Value::Number(3.0)));
}

#[test]
fn takes_the_last_row_and_column_and_formatted_blanks_beyond_them() {
    let sheet = rows(
        "<row r='20000'><c r='SR20000'><v>1</v></c><c r='XFD20000' s='1'/></row>\
         <row r='1048576'><c r='A1048576' s='1'/></row>",
    );
    assert_eq!(sheet.cells().count(), 1);
    assert_eq!(sheet.cell(19_999, 511).cloned(), cell(Value::Number(1.0)));
}

#[test]
fn turns_dates_that_count_from_1904_into_the_1900_system() {
    let styles =
        "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>";
    let mut package = Package::with_rows("<row r='1'><c r='A1' s='1'><v>44887</v></c></row>")
        .part("xl/styles.xml", styles);
    for (name, content) in &mut package.0 {
        if name == "xl/workbook.xml" {
            let text = String::from_utf8_lossy(content);
            *content = text.replace("<sheets>", "<workbookPr date1904='1'/><sheets>").into_bytes();
        }
    }
    let book = read(&package.bytes());
    assert_eq!(book.sheets[0].cell(0, 0).cloned(), cell(Value::Date { serial: 46349.0 }));
}

#[test]
fn reads_a_workbook_with_macros_and_pictures_and_leaves_those_alone() {
    let book = Package::with_rows("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
        .part("xl/sharedStrings.xml", shared_strings("1", "<si><t>ja</t></si>"))
        .part("xl/vbaProject.bin", b"\xD0\xCF\x11\xE0 uniqueCount=\"4294967295\"")
        .part("xl/media/image1.png", b"\x89PNG");
    let book = read(&book.bytes());
    assert_eq!(book.sheets[0].cell(0, 0).cloned(), cell(text("ja")));
}
