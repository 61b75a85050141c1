//! Containers and workbook parts made to harm: refused with a reason, soon, and without a crash.
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
use risiko::exchange::guard::limits::{
    MAX_FILE_BYTES, MAX_PACKAGE_BYTES, MAX_PART_BYTES, MAX_PARTS, MAX_SHEET_NAME_BYTES, MAX_SHEETS,
};
use risiko::exchange::guard::{GuardError, LooksLike, OleKind};
use risiko::exchange::workbook::Address;
use soon::{read, refusal};

const ONE_CELL: &str = "<row r='1'><c r='A1'><v>1</v></c></row>";

#[test]
fn refuses_a_table_of_texts_that_claims_billions() {
    let package = Package::with_rows(ONE_CELL)
        .part("xl/sharedStrings.xml", shared_strings("4294967295", "<si><t>a</t></si>"));
    let GuardError::DangerousCount { part, attribute, found, .. } = refusal(&package) else {
        panic!("another reason");
    };
    assert_eq!((part.as_str(), attribute), ("xl/sharedStrings.xml", "uniqueCount"));
    assert_eq!(found, "4294967295");
}

#[test]
fn refuses_parts_that_unpack_to_too_much() {
    let blanks = vec![b' '; MAX_PART_BYTES + 1];
    let one = Package::with_rows(ONE_CELL).part("xl/worksheets/sheet2.xml", &blanks);
    let part = "xl/worksheets/sheet2.xml".to_owned();
    assert_eq!(refusal(&one), GuardError::PartTooLarge { part, limit: MAX_PART_BYTES });

    let blanks = &blanks[..MAX_PART_BYTES];
    let many = Package::with_rows(ONE_CELL).part("a.bin", blanks).part("b.bin", blanks);
    let part = "b.bin".to_owned();
    assert_eq!(refusal(&many), GuardError::PackageTooLarge { part, limit: MAX_PACKAGE_BYTES });
}

#[test]
fn refuses_too_many_parts() {
    let mut package = Package::with_rows(ONE_CELL);
    package.0.extend((0..MAX_PARTS).map(|number| (format!("xl/{number}.xml"), Vec::new())));
    let found = package.0.len();
    assert_eq!(refusal(&package), GuardError::TooManyParts { found, limit: MAX_PARTS });
}

#[test]
fn refuses_too_many_sheets_and_none_and_twins() {
    let names: Vec<_> = (0..=MAX_SHEETS).map(|number| format!("Ark{number}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    assert_eq!(
        refusal(&Package::with_sheets(&names)),
        GuardError::TooManySheets { found: MAX_SHEETS + 1, limit: MAX_SHEETS }
    );
    assert_eq!(refusal(&Package::with_sheets(&[])), GuardError::NoSheets);
    let twins = Package::with_sheets(&["Ark1", "Ark1"])
        .part("xl/worksheets/sheet1.xml", sheet(""))
        .part("xl/worksheets/sheet2.xml", sheet(ONE_CELL));
    assert_eq!(refusal(&twins), GuardError::DuplicateSheet { sheet: "Ark1".to_owned() });
    let long = "x".repeat(MAX_SHEET_NAME_BYTES + 1);
    assert!(matches!(
        refusal(&Package::with_sheets(&[&long])),
        GuardError::SheetNameTooLong { .. }
    ));
}

#[test]
fn refuses_one_large_part_under_two_hundred_names() {
    let names: Vec<_> = (0..MAX_SHEETS).map(|number| format!("Ark{number}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let targets = vec!["worksheets/sheet1.xml"; names.len()];
    let package = Package::with_targets(&names, &targets)
        .part("xl/worksheets/sheet1.xml", sheet(&" ".repeat(1_000_000)));
    assert!(matches!(refusal(&package), GuardError::ReadTooOften { .. }));
}

#[test]
fn refuses_texts_that_the_reader_would_copy_for_every_style_or_sheet() {
    let styles = format!(
        "<styleSheet><fonts><font><name val=\"{}\"/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
        "x".repeat(1_000_000),
        "<xf fontId=\"0\"/>".repeat(100_000)
    );
    let package = Package::with_rows(ONE_CELL).part("xl/styles.xml", styles);
    assert!(matches!(refusal(&package), GuardError::DangerousText { .. }));
    let target = "x".repeat(1_000_000);
    let package = Package::with_targets(&["Ark1"], &[&target]);
    assert!(matches!(refusal(&package), GuardError::DangerousText { .. }));
}

#[test]
fn names_what_was_sent_instead_of_a_workbook() {
    let ole = |name: &str| {
        let wide = name.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(wide).collect::<Vec<_>>()
    };
    let zip = |name: &str| Package(Vec::new()).part(name, "<a/>").bytes();
    let kind = |text: &str| Package(Vec::new()).part("mimetype", text).bytes();
    let not = GuardError::NotAWorkbook;
    let cases = [
        (ole("EncryptedPackage"), GuardError::OleContainer(OleKind::Encrypted)),
        (ole("Workbook"), GuardError::OleContainer(OleKind::OldWorkbook)),
        (ole(""), GuardError::OleContainer(OleKind::Unknown)),
        (b"<html><table></table></html>".to_vec(), not(LooksLike::Html)),
        (b"a;b\n1;2\n".to_vec(), not(LooksLike::Text)),
        (Vec::new(), not(LooksLike::Empty)),
        (zip("readme.txt"), not(LooksLike::Zip)),
        (kind("application/vnd.oasis.opendocument.text"), not(LooksLike::OpenDocument)),
        (kind("application/epub+zip"), not(LooksLike::Zip)),
        (zip("xl/workbook.bin"), not(LooksLike::BinaryWorkbook)),
        (zip("word/document.xml"), not(LooksLike::OtherOffice)),
        (
            vec![b'P'; MAX_FILE_BYTES + 1],
            GuardError::FileTooLarge { found: MAX_FILE_BYTES + 1, limit: MAX_FILE_BYTES },
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(read(&bytes), Err(expected));
    }
}

#[test]
fn refuses_a_file_that_is_cut_off_wherever_it_is_cut() {
    let bytes = Package::with_rows(ONE_CELL).bytes();
    for end in (2..bytes.len()).step_by(7) {
        let error = read(&bytes[..end]).expect_err("refused");
        assert!(matches!(error, GuardError::BrokenZip { .. }), "{end}: {error}");
    }
}

#[test]
fn refuses_a_sheet_whose_part_is_missing_or_ends_early() {
    for target in ["worksheets/sheet9.xml", "../../../../etc/passwd", "/etc/passwd"] {
        let error = refusal(&Package::with_targets(&["Ark1"], &[target]));
        assert!(matches!(error, GuardError::BrokenSheet { after: None, .. }), "{error}");
    }
    let whole = sheet("<row r='7'><c r='B7'><v>1</v></c><c r='C7'><v>2</v></c></row>");
    let cut = whole.split("<v>2").next().unwrap_or_default();
    let package = Package::with_rows("").part("xl/worksheets/sheet1.xml", cut);
    let GuardError::BrokenSheet { after, .. } = refusal(&package) else { panic!("another") };
    assert_eq!(after, Some(Address { row: 6, column: 1 }));
}

#[test]
fn refuses_a_damaged_part() {
    let mut bytes = Package::with_rows(ONE_CELL).bytes();
    let name = b"xl/workbook.xml";
    let at = bytes.windows(name.len()).position(|window| window == name).expect("the part");
    bytes[at + name.len() + 40] ^= 0xFF;
    let error = read(&bytes).expect_err("refused");
    assert!(
        matches!(&error, GuardError::BrokenPart { part, .. } if part == "xl/workbook.xml"),
        "{error}"
    );
}
