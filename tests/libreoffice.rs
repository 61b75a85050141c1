//! Our workbook through a real spreadsheet program. Needs LibreOffice, which `.ci/run` installs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use std::process::{Command, Stdio};

use risiko::exchange::guard::read_workbook;
use risiko::exchange::{ExportOptions, Incoming, Prefer, Target, export_workbook, import_workbook};
use risiko::store::{parse_assessment, read_bytes, read_text, write_atomically};
use risiko::text::Lang;
use support::{catalogue, method};

#[test]
#[ignore = "needs LibreOffice (soffice); .ci/run installs it and runs this with --ignored"]
fn a_workbook_saved_by_libreoffice_imports_without_changes() {
    for (example, id) in [
        ("examples/01-skovby/skovby-2026.risiko.yml", "kl-4x4"),
        ("examples/02-fjordby/fjordby-2026.risiko.yml", "datatilsynet-4x4"),
    ] {
        let method = method(id);
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = read_text(&root.join(example)).unwrap();
        let loaded = parse_assessment(example, &text, catalogue(), |_| Ok(method.clone())).unwrap();
        let assessment = loaded.assessment;
        let bytes = export_workbook(
            &assessment,
            catalogue(),
            method,
            ExportOptions::whole(Lang::Da, assessment.as_of),
        )
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let ours = folder.path().join("vurdering.xlsx");
        write_atomically(&ours, &bytes).unwrap();
        let profile = format!("-env:UserInstallation=file://{}", folder.path().join("p").display());
        let saved = folder.path().join("gemt");
        let status = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"])
            .arg("--outdir")
            .arg(&saved)
            .arg(&ours)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert!(status.success());
        let workbook = read_workbook(&read_bytes(&saved.join("vurdering.xlsx")).unwrap()).unwrap();
        let target = Target {
            assessment: &assessment,
            file: example,
            catalogue: catalogue(),
            method,
            prefer: Prefer::Nobody,
            decisions: None,
            base: None,
        };
        let outcome =
            import_workbook(Incoming { workbook: &workbook, file: "vurdering.xlsx" }, target);
        assert_eq!(outcome.changes, []);
        assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
        assert!(outcome.cells_read > 1500);
    }
}
