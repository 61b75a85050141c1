//! Cells made to harm: refused or listed as bad, soon, and without a crash.
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

#[path = "support/package.rs"]
mod package;
#[path = "support/soon.rs"]
mod soon;

use package::{Package, shared_strings, sheet};
use risiko::exchange::guard::GuardError;
use risiko::exchange::guard::limits::{MAX_BAD_CELLS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS};
use risiko::exchange::workbook::{Address, BadCell, BadCellReason, Place};
use soon::{read, refusal};

fn bad_cells(rows: &str) -> Vec<BadCell> {
    read(&Package::with_rows(rows).bytes()).expect("a workbook").bad_cells
}

#[test]
fn refuses_cells_at_the_far_corner() {
    let sheet = || "Ark1".to_owned();
    let corner = Package::with_rows(
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    );
    let address = Address { row: 1_048_575, column: 16_383 };
    assert_eq!(
        refusal(&corner),
        GuardError::TooManyRows { sheet: sheet(), address, limit: MAX_ROWS }
    );

    let beside = Package::with_rows("<row r='1'><c r='SS1'><f>A1</f></c></row>");
    let address = Address { row: 0, column: 512 };
    assert_eq!(
        refusal(&beside),
        GuardError::TooManyColumns { sheet: sheet(), address, limit: MAX_COLUMNS }
    );
    let below = Package::with_rows("<row r='20001'><c r='A20001'><v>1</v></c></row>");
    assert!(matches!(refusal(&below), GuardError::TooManyRows { .. }));
}

#[test]
fn refuses_a_shared_formula_of_a_huge_number() {
    let package = Package::with_rows(
        "<row r='1'><c r='A1'><f t='shared' ref='A1:A2' si=\"4294967295\">B1</f></c></row>",
    );
    let error = refusal(&package);
    assert!(matches!(error, GuardError::DangerousCount { attribute: "si", .. }), "{error}");
}

#[test]
fn refuses_more_cells_than_it_could_hold() {
    let row = format!("<row>{}</row>", "<c/>".repeat(500));
    let package = Package::with_rows(&row.repeat(MAX_CELLS / 500 + 1));
    let error = refusal(&package);
    assert!(matches!(error, GuardError::TooManyCells { limit: MAX_CELLS, .. }), "{error}");
}

#[test]
fn refuses_one_long_text_in_many_cells() {
    let text = format!("<si><t>{}</t></si>", "å".repeat(500_000));
    let row = "<row><c t='s'><v>0</v></c></row>";
    let package = |rows: usize| {
        Package::with_rows(&row.repeat(rows))
            .part("xl/sharedStrings.xml", shared_strings("1", &text))
    };
    assert!(matches!(refusal(&package(12_000)), GuardError::TooMuchText { .. }));
    assert!(read(&package(60).bytes()).is_ok());
}

#[test]
fn does_not_write_out_a_long_shared_formula_for_every_cell() {
    let formula = "A1+".repeat(300_000) + "A1";
    let rows = format!("<row><c><f t='shared' ref='A1:A9999' si='0'>{formula}</f></c></row>")
        + &"<row><c><f t='shared' si='0'/><v>1</v></c></row>".repeat(9_998);
    let book = read(&Package::with_rows(&rows).bytes()).expect("a workbook");
    assert_eq!(book.sheets[0].cells().count(), 9_999);
}

#[test]
fn fetches_and_unfolds_no_entities() {
    let entities = "<!DOCTYPE a [<!ENTITY b \"&c;&c;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    let rows = sheet("<row><c t='str'><v>&b;</v></c><c t='str'><v>&x;</v></c></row>");
    let package =
        Package::with_rows("").part("xl/worksheets/sheet1.xml", format!("{entities}{rows}"));
    let book = read(&package.bytes()).expect("a workbook");
    assert_eq!(book.sheets[0].cells().count(), 0);
    assert_eq!(book.bad_cells.len(), 2);
}

#[test]
fn lists_numbers_that_are_none_with_their_address() {
    let bad = bad_cells(
        "<row r='3'><c r='B3'><v>NaN</v></c><c r='C3'><v>1e999</v></c><c r='D3'><v>-inf</v></c></row>",
    );
    let places: Vec<_> = bad.iter().map(|cell| cell.place).collect();
    assert_eq!(places, [1, 2, 3].map(|column| Place::At(Address { row: 2, column })));
    assert!(bad.iter().all(|cell| cell.reason == BadCellReason::NotFinite));
}

#[test]
fn lists_cells_the_reader_stumbles_over_and_reads_on() {
    let package = Package::with_rows(
        "<row r='1'><c r='A1' t='e'><v>#SPILL!</v></c><c r='B1'><v>1</v></c>\
         <c r='C1' t='b'><v>2</v></c><c r='D1' t='s'><v>77</v></c><c r='E1'><v>5</v></c>\
         <c r='E1'><v>6</v></c></row>",
    );
    let book = read(&package.bytes()).expect("a workbook");
    let (b1, e1) = (Address { row: 0, column: 1 }, Address { row: 0, column: 4 });
    let seen: Vec<_> = book.bad_cells.iter().map(|cell| (cell.place, &cell.reason)).collect();
    assert_eq!(seen[0], (Place::First, &BadCellReason::UnknownError("#SPILL!".to_owned())));
    assert!(matches!(seen[1], (place, BadCellReason::Unreadable(_)) if place == Place::After(b1)));
    assert!(matches!(seen[2], (place, BadCellReason::Unreadable(_)) if place == Place::After(b1)));
    assert_eq!(seen[3], (Place::At(e1), &BadCellReason::Duplicate));
    let kept: Vec<_> = book.sheets[0].cells().map(|(address, _)| address).collect();
    assert_eq!(kept, [b1, e1]);
}

#[test]
fn gives_up_after_a_hundred_bad_cells() {
    let row = "<row><c><v>NaN</v></c></row>";
    assert_eq!(bad_cells(&row.repeat(MAX_BAD_CELLS)).len(), MAX_BAD_CELLS);
    let error = refusal(&Package::with_rows(&row.repeat(MAX_BAD_CELLS + 1)));
    let GuardError::TooManyBadCells { limit, cells } = error else { panic!("{error}") };
    assert_eq!((limit, cells.len()), (MAX_BAD_CELLS, MAX_BAD_CELLS));
}

#[test]
fn catches_a_panic_of_the_reader_on_several_threads_at_once() {
    // The address overflows inside the reader; needs overflow checks, which the release profile
    // switches on too.
    let bytes = Package::with_rows("<row r='1'><c r='ZZZZZZZZ1'><v>1</v></c></row>").bytes();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let error = read(&bytes).expect_err("refused");
                assert!(matches!(error, GuardError::ReaderPanicked { .. }), "{error}");
            });
        }
    });
}
