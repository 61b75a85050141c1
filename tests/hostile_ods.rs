//! OpenDocument spreadsheets made to harm: refused with a reason, soon, and without a crash.
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
#[path = "support/soon.rs"]
mod soon;

use ods::{number, row, table, text};
use risiko::exchange::guard::limits::{
    MAX_BAD_CELLS, MAX_CELLS, MAX_PART_BYTES, MAX_SHEET_NAME_BYTES, MAX_SHEETS, MAX_TEXT_BYTES,
};
use risiko::exchange::guard::{GuardError, LooksLike};
use risiko::exchange::workbook::{BadCellReason, Place, Value};
use risiko::report::guard_fact;
use risiko::text::Lang;
use soon::{read, refusal};

fn repeated(rows: &str, cells: &str) -> String {
    format!("<table:table-row table:number-rows-repeated='{rows}'>{cells}</table:table-row>")
}

#[test]
fn refuses_a_filled_row_repeated_to_the_end_of_the_sheet() {
    for rows in ["20001", "1048576", "4294967295", "99999999999999999999"] {
        let package = ods::with_rows(&repeated(rows, &number("1", "")));
        let GuardError::TooManyRows { address, .. } = refusal(&package) else { panic!("another") };
        assert_eq!(address.to_string(), "A20001");
    }
}

#[test]
fn refuses_a_filled_cell_repeated_to_the_last_column() {
    for columns in ["513", "16384", "4294967295"] {
        let cell = number("1", &format!("table:number-columns-repeated='{columns}'"));
        let error = refusal(&ods::with_rows(&row(&cell)));
        let GuardError::TooManyColumns { address, .. } = error else { panic!("{error}") };
        assert_eq!(address.to_string(), "SS1");
    }
}

#[test]
fn refuses_more_cells_than_it_could_hold() {
    let cell = number("1", "table:number-columns-repeated='512'");
    let limit = MAX_CELLS;
    let one = refusal(&ods::with_rows(&repeated("20000", &cell)));
    assert!(
        matches!(one, GuardError::TooManyCells { limit: found, .. } if found == limit),
        "{one}"
    );
    // Together, though no sheet alone.
    let half = repeated("1000", &cell);
    let both = refusal(&ods::with_tables(&(table("Ark1", &half) + &table("Ark2", &half))));
    assert!(
        matches!(both, GuardError::TooManyCells { ref sheet, .. } if sheet == "Ark2"),
        "{both}"
    );
    // Blank ones as well, where each stands in the file.
    let blanks = refusal(&ods::with_rows(&row(&"<table:table-cell/>".repeat(MAX_CELLS + 1))));
    assert!(matches!(blanks, GuardError::TooManyCells { .. }), "{blanks}");
}

#[test]
fn reads_a_sheet_that_is_blank_to_its_end_and_to_its_last_column() {
    let rows = row(&(text("ja") + "<table:table-cell table:number-columns-repeated='16383'/>"))
        + &repeated("1048575", "<table:table-cell table:number-columns-repeated='16384'/>");
    let book = read(&ods::with_rows(&rows).bytes()).expect("a workbook");
    assert_eq!(book.sheets[0].cells().count(), 1);
}

#[test]
fn refuses_one_long_text_in_many_cells() {
    let long = text(&"x".repeat(1024 * 1024));
    let error = refusal(&ods::with_rows(&repeated("12000", &long)));
    assert!(matches!(error, GuardError::TooMuchText { .. }), "{error}");
    let wide = long.replace("office:", "table:number-columns-repeated='500' office:");
    let error = refusal(&ods::with_rows(&repeated("100", &wide)));
    assert!(matches!(error, GuardError::TooMuchText { .. }), "{error}");
}

#[test]
fn refuses_blanks_that_are_claimed_and_not_written() {
    for count in ["67108865", "4294967295", "99999999999999999999"] {
        let cell = text(&format!("a<text:s text:c='{count}'/>"));
        let error = refusal(&ods::with_rows(&row(&cell)));
        assert!(matches!(error, GuardError::TooMuchText { .. }), "{error}");
    }
    let many = text(&"<text:s text:c='1000000'/>".repeat(MAX_TEXT_BYTES / 1_000_000 + 1));
    assert!(matches!(refusal(&ods::with_rows(&row(&many))), GuardError::TooMuchText { .. }));
}

#[test]
fn refuses_parts_that_unpack_to_too_much() {
    let package = ods::with_rows("").part("Pictures/1.png", vec![0; MAX_PART_BYTES + 1]);
    assert!(matches!(refusal(&package), GuardError::PartTooLarge { .. }));
    let blanks = vec![b' '; MAX_PART_BYTES + 1];
    let GuardError::PartTooLarge { part, .. } = refusal(&ods::with_content(blanks)) else {
        panic!("another")
    };
    assert_eq!(part, "content.xml");
}

#[test]
fn refuses_a_file_that_is_cut_off_wherever_it_is_cut() {
    let bytes = ods::with_rows(&row(&text("ja"))).bytes();
    for end in (2..bytes.len()).step_by(7) {
        let error = read(&bytes[..end]).expect_err("refused");
        assert!(matches!(error, GuardError::BrokenZip { .. }), "{end}: {error}");
    }
}

#[test]
fn refuses_content_that_is_cut_off_wherever_it_is_cut() {
    let whole = ods::with_rows(&row(&(text("ja") + &number("1", ""))));
    let content = whole.0.last().expect("a part").1.clone();
    for end in (0..content.len()).step_by(5) {
        let error = refusal(&whole.clone().part("content.xml", &content[..end]));
        let is_fitting = matches!(
            error,
            GuardError::Unreadable { .. } | GuardError::BrokenSheet { .. } | GuardError::NoSheets
        );
        assert!(is_fitting, "{end}: {error}");
    }
}

#[test]
fn says_that_a_file_with_a_password_has_one() {
    let encrypted = ods::manifest("<manifest:encryption-data manifest:checksum=\"x\"/>");
    let package = ods::with_content(b"\xE5\0\xFF").part("META-INF/manifest.xml", encrypted);
    let error = refusal(&package);
    assert_eq!(error, GuardError::PasswordProtected);
    for (lang, word) in [(Lang::Da, "adgangskode"), (Lang::En, "password")] {
        let fact = guard_fact(lang, &error);
        assert_eq!(fact.code().id(), "IMP001");
        assert!(format!("{fact:?}").contains(word), "{fact:?}");
    }
}

#[test]
fn says_what_was_sent_instead_of_a_spreadsheet() {
    for kind in ["text", "presentation", "graphics", "text-master"] {
        let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
        let error = refusal(&ods::with_rows("").part("mimetype", mimetype));
        assert_eq!(error, GuardError::NotAWorkbook(LooksLike::OpenDocument));
    }
    let flat = b"<?xml version='1.0'?>\n<office:document office:version='1.3'/>";
    assert_eq!(read(flat), Err(GuardError::NotAWorkbook(LooksLike::FlatOpenDocument)));
    let long = ods::with_rows("").part("mimetype", "x".repeat(10_000_000));
    assert_eq!(refusal(&long), GuardError::NotAWorkbook(LooksLike::Zip));
    let template = format!("{}-template\n", ods::MIMETYPE);
    assert!(read(&ods::with_rows("").part("mimetype", template).bytes()).is_ok());
}

#[test]
fn fetches_and_unfolds_no_entities() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\">\
                <!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    let whole = ods::with_rows(&row(&text("&c;&x;")));
    let content = String::from_utf8_lossy(&whole.0.last().expect("a part").1).into_owned();
    let (declaration, body) = content.split_once('\n').expect("a line");
    let error = refusal(&ods::with_content(format!("{declaration}{bomb}{body}")));
    assert!(matches!(error, GuardError::Unreadable { .. }), "{error}");
    // Without the declaration they are unknown.
    let GuardError::BrokenSheet { reason, .. } = refusal(&whole) else { panic!("another") };
    assert!(reason.contains("unknown entity"), "{reason}");
    let meta = ods::meta("a", "b")
        .replace("<office:document-meta", &(bomb.to_owned() + "<office:document-meta"));
    let error = refusal(&ods::with_rows("").part("meta.xml", meta));
    assert!(matches!(error, GuardError::Unreadable { .. }), "{error}");
}

#[test]
fn refuses_xml_that_nests_without_end() {
    let open = "<table:table-row-group>".repeat(1_000_000);
    assert!(matches!(refusal(&ods::with_rows(&open)), GuardError::BrokenSheet { .. }));
    let spans = text(&("<text:span>".repeat(1_000_000) + &"</text:span>".repeat(1_000_000)));
    assert!(matches!(refusal(&ods::with_rows(&row(&spans))), GuardError::BrokenSheet { .. }));
    let content = "<a>".repeat(5_000_000);
    assert!(matches!(refusal(&ods::with_content(content)), GuardError::Unreadable { .. }));
}

#[test]
fn refuses_an_element_with_a_hundred_thousand_attributes() {
    let attributes: String = (0..100_000).map(|number| format!(" a{number}=''")).collect();
    let error = refusal(&ods::with_rows(&row(&number("1", &attributes))));
    assert!(matches!(error, GuardError::BrokenSheet { .. }), "{error}");
}

#[test]
fn refuses_too_many_sheets_and_none_and_twins() {
    let many: String = (0..=MAX_SHEETS).map(|n| table(&format!("Ark{n}"), "")).collect();
    assert_eq!(
        refusal(&ods::with_tables(&many)),
        GuardError::TooManySheets { found: MAX_SHEETS + 1, limit: MAX_SHEETS }
    );
    assert_eq!(refusal(&ods::with_tables("")), GuardError::NoSheets);
    let twins = table("Ark1", "") + &table("Ark1", &row(&text("ja")));
    let error = refusal(&ods::with_tables(&twins));
    assert_eq!(error, GuardError::DuplicateSheet { sheet: "Ark1".to_owned() });
    let long = table(&"x".repeat(MAX_SHEET_NAME_BYTES + 1), "");
    assert!(matches!(refusal(&ods::with_tables(&long)), GuardError::SheetNameTooLong { .. }));
}

#[test]
fn lists_cells_that_cannot_be_read_with_their_address_and_reads_on() {
    let date = "<table:table-cell office:value-type='date' office:date-value='2026-13-45'/>";
    let cells = number("NaN", "") + &number("1e999", "") + date + &text("ja");
    let book = read(&ods::with_rows(&row(&cells)).bytes()).expect("a workbook");
    let seen: Vec<_> = book
        .bad_cells
        .iter()
        .map(|bad| match bad.place {
            Place::At(address) => (address.to_string(), bad.reason.clone()),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        ("A1".to_owned(), BadCellReason::NotFinite),
        ("B1".to_owned(), BadCellReason::NotFinite),
        ("C1".to_owned(), BadCellReason::Unreadable("2026-13-45".to_owned())),
    ];
    assert_eq!(seen, expected);
    let kept: Vec<_> = book.sheets[0].cells().collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].1.value, Value::Text("ja".to_owned()));
}

#[test]
fn gives_up_after_a_hundred_bad_cells() {
    let bad = |count| ods::with_rows(&repeated(count, &number("NaN", ""))).bytes();
    assert_eq!(read(&bad("100")).expect("a workbook").bad_cells.len(), MAX_BAD_CELLS);
    let error = read(&bad("1048576")).expect_err("refused");
    let GuardError::TooManyBadCells { limit, cells } = error else { panic!("{error}") };
    assert_eq!((limit, cells.len()), (MAX_BAD_CELLS, MAX_BAD_CELLS));
}
