//! Our workbook through a real spreadsheet program. Needs LibreOffice, which `.ci/run` installs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use std::path::Path;
use std::process::{Command, Stdio};

use risiko::domain::Assessment;
use risiko::exchange::guard::read_workbook;
use risiko::exchange::workbook::{Value, Visibility, Workbook};
use risiko::exchange::{ExportOptions, Incoming, Prefer, Target, export_workbook, import_workbook};
use risiko::store::{parse_assessment, read_bytes, read_text, write_atomically};
use risiko::text::Lang;
use support::{catalogue, method};

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
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("p").display());
    let saved = folder.path().join("gemt");
    let status = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", &format!("{extension}:{filter}")])
        .arg("--outdir")
        .arg(&saved)
        .arg(&ours)
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
