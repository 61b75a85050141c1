//! Our workbook through a real spreadsheet program. Needs LibreOffice, which `.ci/run` installs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use risiko::domain::Assessment;
use risiko::exchange::guard::read_workbook;
use risiko::exchange::workbook::{Value, Visibility, Workbook};
use risiko::exchange::{
    ExportOptions, Form, ImportOutcome, Incoming, Prefer, Target, export_csv, export_workbook,
    import_workbook, read_csv,
};
use risiko::store::{parse_assessment, read_bytes, read_text, write_atomically};
use risiko::text::Lang;
use support::whole::{inputs, into_nothing, whatever_a_workbook_holds};
use support::workbooks::{codes, import};
use support::{activity_id, catalogue, method};

/// The examples, each with its method.
const EXAMPLES: [(&str, &str); 2] = [
    ("examples/01-skovby/skovby-2026.risiko.yml", "kl-4x4"),
    ("examples/02-fjordby/fjordby-2026.risiko.yml", "datatilsynet-4x4"),
];

fn example(file: &str, id: &str) -> Assessment {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = read_text(&root.join(file)).unwrap();
    parse_assessment(file, &text, catalogue(), |_| Ok(method(id).clone())).unwrap().assessment
}

fn exported(assessment: &Assessment, id: &str) -> Vec<u8> {
    let options = ExportOptions::whole(Lang::Da, assessment.as_of);
    export_workbook(assessment, catalogue(), method(id), options).unwrap()
}

/// Opens workbooks in LibreOffice and saves each as a file that ends in `extension`, in the format
/// that LibreOffice knows by the name `filter`.
fn all_saved_by_libreoffice(books: &[Vec<u8>], extension: &str, filter: &str) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let path = |at: usize| folder.path().join(format!("vurdering{at}.xlsx"));
    let ours: Vec<PathBuf> = (0..books.len()).map(path).collect();
    for (path, bytes) in ours.iter().zip(books) {
        write_atomically(path, bytes).unwrap();
    }
    converted(folder.path(), &ours, &[], (extension, filter))
}

fn saved_by_libreoffice(bytes: &[u8], extension: &str, filter: &str) -> Vec<u8> {
    all_saved_by_libreoffice(&[bytes.to_owned()], extension, filter).remove(0)
}

/// Opens a CSV file as one with semicolons in UTF-8, and saves it as LibreOffice does by itself, or
/// with commas.
fn csv_saved_by_libreoffice(csv: &str, separator: char) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let ours = folder.path().join("vurdering.csv");
    write_atomically(&ours, csv.as_bytes()).unwrap();
    let code = u32::from(separator);
    let filter = format!("Text - txt - csv (StarCalc):{code},34,76,1,,0,false,true,false");
    let reading = ["--infilter=CSV:59,34,76,1,,1030,false,false"];
    converted(folder.path(), &[ours], &reading, ("csv", &filter)).remove(0)
}

fn converted(
    folder: &Path,
    ours: &[PathBuf],
    reading: &[&str],
    (extension, filter): (&str, &str),
) -> Vec<Vec<u8>> {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("p").display());
    let saved = folder.join("gemt");
    let status = Command::new("soffice")
        .args([&profile, "--headless"])
        .args(reading)
        .args(["--convert-to", &format!("{extension}:{filter}")])
        .arg("--outdir")
        .arg(&saved)
        .args(ours)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    let of = |path: &PathBuf| saved.join(path.file_stem().unwrap()).with_extension(extension);
    ours.iter().map(|path| read_bytes(&of(path)).unwrap()).collect()
}

const XLSX: &str = "Calc MS Excel 2007 XML";

fn assert_imports_without_changes(saved: &Workbook, assessment: &Assessment, id: &str) {
    let target = Target {
        assessment,
        file: "vurdering.risiko.yml",
        catalogue: catalogue(),
        method: method(id),
        prefer: Prefer::Nobody,
        decisions: None,
        base: None,
    };
    let outcome = import_workbook(Incoming { workbook: saved, file: "gemt" }, target);
    assert_eq!(outcome.changes, []);
    assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
    assert!(outcome.cells_read > 1500);
}

#[test]
#[ignore = "needs LibreOffice (soffice); .ci/run installs it and runs this with --ignored"]
fn a_workbook_saved_by_libreoffice_imports_without_changes() {
    for (file, id) in EXAMPLES {
        let assessment = example(file, id);
        let ours = exported(&assessment, id);
        let saved = saved_by_libreoffice(&ours, "xlsx", XLSX);
        assert_imports_without_changes(&read_workbook(&saved).unwrap(), &assessment, id);
    }
}

#[test]
#[ignore = "needs LibreOffice (soffice); .ci/run installs it and runs this with --ignored"]
fn a_workbook_saved_as_ods_imports_without_changes_and_holds_the_same_cells() {
    for (file, id) in EXAMPLES {
        let assessment = example(file, id);
        let ours = exported(&assessment, id);
        let saved = read_workbook(&saved_by_libreoffice(&ours, "ods", "calc8")).unwrap();
        assert_imports_without_changes(&saved, &assessment, id);
        assert_same_cells(&saved, &read_workbook(&ours).unwrap());
    }
}

/// What the two formats do not share is left out: an empty text, and that a sheet is very hidden.
fn assert_same_cells(saved: &Workbook, ours: &Workbook) {
    assert_eq!((&saved.bad_cells, &ours.bad_cells), (&Vec::new(), &Vec::new()));
    assert!(
        ours.properties.iter().all(|property| saved.properties.get(property.0) == Some(property.1))
    );
    assert_eq!(saved.sheets.len(), ours.sheets.len());
    for (saved, ours) in saved.sheets.iter().zip(&ours.sheets) {
        let is_hidden = |visibility| visibility != Visibility::Visible;
        assert_eq!(saved.name, ours.name);
        assert_eq!(is_hidden(saved.visibility), is_hidden(ours.visibility), "{}", ours.name);
        let holds_something = |value: &Value| *value != Value::Text(String::new());
        let saved: Vec<_> = saved.cells().filter(|cell| holds_something(&cell.1.value)).collect();
        let ours: Vec<_> = ours.cells().filter(|cell| holds_something(&cell.1.value)).collect();
        let differ: Vec<_> =
            ours.iter().zip(&saved).filter(|(ours, saved)| ours != saved).take(5).collect();
        assert_eq!(differ, []);
        assert_eq!(saved.len(), ours.len());
    }
}

/// Assessments with anything in any field, always the same ones.
fn anything(count: usize) -> Vec<Assessment> {
    let mut runner = TestRunner::deterministic();
    let mut next = || whatever_a_workbook_holds().new_tree(&mut runner).unwrap().current();
    (0..count).map(|_| next()).collect()
}

#[test]
#[ignore = "needs LibreOffice (soffice); .ci/run installs it and runs this with --ignored"]
fn every_field_arrives_from_a_workbook_saved_by_libreoffice() {
    let (id, wholes) = ("datatilsynet-4x4", anything(8));
    let books: Vec<Vec<u8>> = wholes.iter().map(|whole| exported(whole, id)).collect();
    let saved = all_saved_by_libreoffice(&books, "xlsx", XLSX);
    for (whole, (ours, saved)) in wholes.iter().zip(books.iter().zip(&saved)) {
        let saved = read_workbook(saved).unwrap();
        let outcome = import(&saved, whole, method(id));
        assert_eq!((codes(&outcome), &outcome.changes), (Vec::new(), &Vec::new()));
        let outcome = into_nothing(&saved, whole, method(id));
        assert!(!outcome.findings.has_errors(), "{:?}", outcome.findings);
        let came = inputs(&read_workbook(&exported(&outcome.assessment, id)).unwrap());
        let sent = inputs(&read_workbook(ours).unwrap());
        for (key, (_, cell)) in &sent {
            assert_eq!(came.get(key).map(|(_, cell)| &cell.value), Some(&cell.value), "{key:?}");
        }
        assert_eq!(came.len(), sent.len());
    }
}

/// The workbook with every formula and without a single stored result.
fn without_results(bytes: &[u8]) -> Vec<u8> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut bare = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..package.len() {
        let mut part = package.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            let xml = String::from_utf8(content).unwrap();
            let mut pieces = xml.split("</f><v>");
            let mut bare = pieces.next().unwrap().to_owned();
            for piece in pieces {
                bare.push_str("</f>");
                bare.push_str(piece.split_once("</v>").unwrap().1);
            }
            content = bare.into_bytes();
        }
        bare.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        bare.write_all(&content).unwrap();
    }
    bare.finish().unwrap().into_inner()
}

#[test]
#[ignore = "needs LibreOffice (soffice); .ci/run installs it and runs this with --ignored"]
fn every_formula_gives_what_the_engine_says_when_libreoffice_computes_it() {
    let examples = EXAMPLES.map(|(file, id)| (example(file, id), id));
    let random = anything(4).into_iter().map(|whole| (whole, "datatilsynet-4x4"));
    let books: Vec<Vec<u8>> =
        examples.into_iter().chain(random).map(|(whole, id)| exported(&whole, id)).collect();
    let bare: Vec<Vec<u8>> = books.iter().map(|bytes| without_results(bytes)).collect();
    let computed = all_saved_by_libreoffice(&bare, "xlsx", XLSX);
    for (ours, computed) in books.iter().zip(&computed) {
        let (ours, computed) = (read_workbook(ours).unwrap(), read_workbook(computed).unwrap());
        let mut formulas = 0;
        for sheet in &ours.sheets {
            let other = computed.sheet(&sheet.name).unwrap();
            for (address, cell) in sheet.cells().filter(|(_, cell)| cell.has_formula) {
                let found = other.cell(address.row, address.column).map(|cell| shown(&cell.value));
                let place = format!("{}!{address}", sheet.name);
                assert_eq!(found.unwrap_or_default(), shown(&cell.value), "{place}");
                formulas += 1;
            }
        }
        assert!(formulas > 10_000, "{formulas}");
    }
}

/// A result as a person sees it.
fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.trim_end_matches('\u{a0}').to_owned(),
        Value::Number(number) => number.to_string(),
        other => format!("{other:?}"),
    }
}

/// A CSV file saved by LibreOffice, imported into the assessment that it was exported from.
fn csv_through_libreoffice(
    assessment: &Assessment,
    id: &str,
    form: Form,
    separator: char,
) -> ImportOutcome {
    let options = ExportOptions::whole(Lang::Da, assessment.as_of);
    let ours = export_csv(assessment, catalogue(), method(id), options, form).unwrap();
    let saved = csv_saved_by_libreoffice(&ours, separator);
    let workbook = read_csv("gemt.csv", &saved).unwrap();
    let target = Target {
        assessment,
        file: "vurdering.risiko.yml",
        catalogue: catalogue(),
        method: method(id),
        prefer: Prefer::Nobody,
        decisions: None,
        base: Some((assessment, "vurdering.risiko.yml")),
    };
    import_workbook(Incoming { workbook: &workbook, file: "gemt.csv" }, target)
}

#[test]
#[ignore = "needs LibreOffice (soffice); .ci/run installs it and runs this with --ignored"]
fn a_csv_saved_by_libreoffice_imports_without_changes_with_semicolons_or_commas() {
    for (file, id) in EXAMPLES {
        let assessment = example(file, id);
        for (form, separator) in Form::ALL.into_iter().zip([';', ',', ';']) {
            let outcome = csv_through_libreoffice(&assessment, id, form, separator);
            assert_eq!(outcome.changes, []);
            assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
            assert!(outcome.cells_read > 200);
        }
    }
}

/// It makes 7 of "07" in the key, which the import takes for 07, and leaves out the mark at the
/// beginning. Of a text it changes only one that is a number and has zeros in front: nothing in the
/// file tells that it was a text.
#[test]
#[ignore = "needs LibreOffice (soffice); .ci/run installs it and runs this with --ignored"]
fn of_a_text_in_csv_libreoffice_keeps_all_but_the_zeros_in_front_of_a_number() {
    let (file, id) = EXAMPLES[0];
    for (note, expected) in [
        ("=1+1", None),
        ("-x", None),
        ("+45 12 34", None),
        ("@y", None),
        ("'z", None),
        ("'=1", None),
        ("to linjer\nmed \"citat\"; og komma,", None),
        ("1/2", None),
        ("007", Some("7")),
    ] {
        let mut assessment = example(file, id);
        assessment.activities.get_mut(&activity_id("07")).unwrap().note = Some(note.to_owned());
        let outcome = csv_through_libreoffice(&assessment, id, Form::Activities, ';');
        assert!(outcome.findings.is_empty(), "{note}: {:?}", outcome.findings);
        let now = &outcome.assessment.activities[&activity_id("07")].note;
        assert_eq!(now.as_deref(), Some(expected.unwrap_or(note)));
        assert_eq!(outcome.changes.len(), usize::from(expected.is_some()), "{note}");
    }
}
