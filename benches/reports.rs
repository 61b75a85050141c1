//! Reports of a full assessment in every form, as whole runs of the program, against a run that reads and scores
//! the same assessment and prints a list.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::{in_turn, ratio};

/// Readers and forms; a presentation only where somebody presents.
const REPORTS: [(&str, &str); 14] = [
    ("direktion", "md"),
    ("direktion", "json"),
    ("direktion", "html"),
    ("direktion", "xlsx"),
    ("direktion", "docx"),
    ("direktion", "pptx"),
    ("direktion", "pdf"),
    ("byraad", "html"),
    ("byraad", "pptx"),
    ("dpo", "html"),
    ("dpo", "docx"),
    ("dpo", "pdf"),
    ("art30", "html"),
    ("art30", "pdf"),
];

pub(crate) fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let skovby =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/01-skovby/skovby-2026.risiko.yml");
    let program = |arguments: &[&str]| {
        let status = Command::new(env!("CARGO_BIN_EXE_risiko"))
            .args(arguments)
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert!(status.success(), "{arguments:?}");
    };
    let file = skovby.to_str().unwrap();
    for (reader, form) in REPORTS {
        let output = format!("rapport.{form}");
        let report =
            ["report", file, "--for", reader, "--as-of", "2026-11-23", "--force", "-o", &output];
        let (bare, ours) =
            in_turn(|| program(&["list", file, "--format", "json"]), || program(&report));
        ratio(&format!("report for {reader} as {form}"), ours, bare);
    }
}
