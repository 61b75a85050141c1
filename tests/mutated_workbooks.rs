//! Thousands of damaged workbooks: whatever is changed, the guard answers.
//!
//! `RISIKO_MUTATIONS` sets the number of cases; the seed is fixed, so a failing case comes back
//! and its number is in the message. An abort of the process (memory) shows as a killed test.
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

#[path = "support/damage.rs"]
mod damage;
#[path = "support/ods.rs"]
mod ods;
#[path = "support/package.rs"]
mod package;

use std::panic::catch_unwind;

use damage::Dice;
use package::{Package, shared_strings};
use proptest::prelude::*;
use risiko::exchange::guard::{GuardError, read_workbook};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Table, Workbook};

const DEFAULT_CASES: u64 = 2_000;

/// What a number, a name or a value is replaced by.
const NASTY: [&str; 22] = [
    "4294967295",
    "4294967296",
    "18446744073709551615",
    "-1",
    "0",
    "1e999",
    "NaN",
    "99999999999",
    "ZZZZZZZZ1",
    "XFD1048576",
    "A0",
    "1A",
    "æøå",
    "\"",
    "<",
    "</c>",
    "<c>",
    "&b;",
    "&#0;",
    "]]>",
    "<!--",
    "\u{0}",
];

fn written() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2026, 11, 23).expect("a date");
    // The time of writing would otherwise be part of the seed.
    let properties = DocProperties::new().set_creation_datetime(&day);
    book.set_properties(&properties.set_custom_property("risiko_skema", "3"));
    let sheet = book.add_worksheet().set_name("Vurdering").expect("a name");
    let dates = Format::new().set_num_format("dd-mm-yyyy");
    for row in 0..6 {
        sheet.write_string(row, 0, format!("Række {row} på Ærø")).expect("a cell");
        sheet.write_number(row, 1, f64::from(row) + 0.5).expect("a cell");
        sheet.write_formula(row, 2, Formula::new("B1*2").set_result("1")).expect("a cell");
        sheet.write_datetime_with_format(row, 3, &day, &dates).expect("a cell");
    }
    sheet.add_table(0, 5, 3, 7, &Table::new()).expect("a table");
    book.add_worksheet().set_very_hidden(true).write_boolean(0, 0, true).expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

fn by_hand() -> Package {
    Package::with_rows(
        "<row r=\"1\" spans=\"1:5\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\">\
         <is><r><t>rig</t></r><r><t xml:space=\"preserve\"> tekst</t></r></is></c>\
         <c r=\"C1\"><f t=\"shared\" ref=\"C1:C3\" si=\"0\">A1+1</f><v>2</v></c></row>\
         <row r=\"2\"><c r=\"C2\"><f t=\"shared\" si=\"0\"/><v>3</v></c>\
         <c r=\"D2\" t=\"e\"><v>#N/A</v></c><c r=\"E2\" t=\"b\"><v>1</v></c></row>",
    )
    .part("xl/sharedStrings.xml", shared_strings("1", "<si><t>delt &amp; tekst</t></si>"))
}

fn spreadsheet() -> Package {
    let cells = ods::text("rig <text:span>tekst<text:s text:c=\"3\"/></text:span>")
        + &ods::number("2.5", "table:number-columns-repeated=\"3\" table:formula=\"of:=[.A1]\"")
        + "<table:covered-table-cell/><table:table-cell office:value-type=\"date\" \
           office:date-value=\"2026-11-23T12:00:00\"/><table:table-cell \
           office:value-type=\"time\" office:time-value=\"PT13H30M00S\"/><table:table-cell \
           table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" \
           calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>";
    let rows = ods::row(&cells)
        + "<table:table-row table:number-rows-repeated=\"4\"><table:table-cell \
           office:value-type=\"boolean\" office:boolean-value=\"true\"/></table:table-row>\
           <table:table-row table:number-rows-repeated=\"1048571\"><table:table-cell \
           table:number-columns-repeated=\"16384\"/></table:table-row>";
    let tables = ods::table("Vurdering", &rows) + &ods::table("_risiko", "");
    ods::with_tables(&tables).part("meta.xml", ods::meta("risiko_skema", "1"))
}

fn mutated(seeds: &[Package], case: u64) -> Vec<u8> {
    let mut dice = Dice::new(case);
    let mut package = seeds[dice.below(seeds.len())].clone();
    let in_container = dice.below(8) == 0;
    if !in_container {
        let index = dice.below(package.0.len());
        damage::damage(&mut package.0[index].1, &mut dice, &NASTY);
    }
    let mut bytes = package.bytes();
    if in_container {
        damage::damage(&mut bytes, &mut dice, &NASTY);
    }
    bytes
}

fn cases() -> u64 {
    damage::cases(DEFAULT_CASES)
}

#[test]
fn answers_every_damaged_workbook_and_lets_no_panic_through() {
    let cases = cases();
    let seeds = [Package::open(&written()), by_hand(), spreadsheet()];
    assert!(seeds.iter().all(|seed| read_workbook(&seed.bytes()).is_ok()));
    let (mut read, mut refused, mut caught) = (0_u64, 0_u64, 0_u64);
    for case in 0..cases {
        let bytes = mutated(&seeds, case);
        match catch_unwind(|| read_workbook(&bytes)) {
            Ok(Ok(_)) => read += 1,
            Ok(Err(GuardError::ReaderPanicked { .. })) => caught += 1,
            Ok(Err(_)) => refused += 1,
            Err(_) => panic!("case {case} let a panic through"),
        }
    }
    println!("{read} read, {refused} refused, {caught} panics caught");
    // Changes that are never noticed, or always, would test nothing.
    assert!(cases < DEFAULT_CASES || read.min(refused) > cases / 20 && caught > 0);
}

/// That reader is ours: a panic of it is a fault, even though it would be caught.
#[test]
fn reads_or_refuses_every_damaged_ods_without_a_panic_to_catch() {
    let seeds = [spreadsheet()];
    let (mut read, mut refused) = (0_u64, 0_u64);
    for case in 0..cases() {
        match read_workbook(&mutated(&seeds, case)) {
            Ok(_) => read += 1,
            Err(GuardError::ReaderPanicked { message }) => panic!("case {case}: {message}"),
            Err(_) => refused += 1,
        }
    }
    println!("{read} read, {refused} refused");
    assert!(cases() < DEFAULT_CASES || read.min(refused) > cases() / 20);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn answers_any_bytes_behind_the_first_two(tail in prop::collection::vec(any::<u8>(), 0..400)) {
        let bytes: Vec<u8> = b"PK".iter().copied().chain(tail).collect();
        prop_assert!(read_workbook(&bytes).is_err());
    }
}
