//! Our workbook through a real spreadsheet program. Needs LibreOffice, which `.ci/run` installs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use std::path::Path;
use std::process::{Command, Stdio};

use risiko::domain::Assessment;
use risiko::exchange::guard::read_workbook;
use risiko::exchange::workbook::{Value, Visibility, Workbook};
use risiko::exchange::{
    ExportOptions, Form, ImportOutcome, Incoming, Prefer, Target, export_csv, export_workbook,
    import_workbook, read_csv,
};
use risiko::store::{parse_assessment, read_bytes, read_text, write_atomically};
use risiko::text::Lang;
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

/// Opens a workbook in LibreOffice and saves it as a file that ends in `extension`, in the format
/// that LibreOffice knows by the name `filter`.
fn saved_by_libreoffice(bytes: &[u8], extension: &str, filter: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let ours = folder.path().join("vurdering.xlsx");
    write_atomically(&ours, bytes).unwrap();
    converted(&folder, &ours, &[], (extension, filter))
}

/// Opens a CSV file as one with semicolons in UTF-8, and saves it as LibreOffice does by itself, or
/// with commas.
fn csv_saved_by_libreoffice(csv: &str, separator: char) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let ours = folder.path().join("vurdering.csv");
    write_atomically(&ours, csv.as_bytes()).unwrap();
    let code = u32::from(separator);
    let filter = format!("Text - txt - csv (StarCalc):{code},34,76,1,,0,false,true,false");
    converted(&folder, &ours, &["--infilter=CSV:59,34,76,1,,1030,false,false"], ("csv", &filter))
}

fn converted(
    folder: &tempfile::TempDir,
    ours: &Path,
    reading: &[&str],
    (extension, filter): (&str, &str),
) -> Vec<u8> {
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("p").display());
    let saved = folder.path().join("gemt");
    let status = Command::new("soffice")
        .args([&profile, "--headless"])
        .args(reading)
        .args(["--convert-to", &format!("{extension}:{filter}")])
        .arg("--outdir")
        .arg(&saved)
        .arg(ours)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    read_bytes(&saved.join("vurdering").with_extension(extension)).unwrap()
}

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
        let saved = saved_by_libreoffice(&ours, "xlsx", "Calc MS Excel 2007 XML");
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
