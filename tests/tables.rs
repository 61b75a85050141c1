//! Tables as CSV: what a command prints for Excel.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use serde_json::Value;
use support::console::{Said, run, words};

/// A folder with Skovby's assessment, and the commands that fill it.
fn folder(commands: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for command in [&["init skovby --as-of 2026-11-01"], commands].concat() {
        let said = say(&folder, command);
        assert_eq!(said.code, 0, "{command}\n{}", said.stderr);
    }
    folder
}

fn say(folder: &tempfile::TempDir, command: &str) -> Said {
    run(folder.path(), &words(command), None)
}

#[test]
fn csv_on_the_screen_cannot_steer_the_terminal_or_run_as_a_formula() {
    let folder = folder(&["assess 74 --owner \"\u{1b}[31mChef\u{7}\"", "assess 61 --owner =1+1"]);
    let said = say(&folder, "list --format csv");
    assert!(said.stdout.contains("; [31mChef ;") && !said.stdout.contains('\u{1b}'));
    assert!(said.stdout.contains(";'=1+1;"));
}

#[test]
fn csv_has_a_row_for_each_thing_in_the_json_and_every_row_the_same_width() {
    let folder = folder(&["assess 74 --likelihood 3", "assess 61 --threat T08 --likelihood 4"]);
    for (command, list) in [
        ("list", "activities"),
        ("list --lang en --sort risk", "activities"),
        ("show 61", "risks"),
        ("matrix --point residual", "residual"),
        ("check --fail-on never", "findings"),
        ("catalog list", "activities"),
        ("catalog list threats", "threats"),
        ("catalog list measures", "measures"),
        ("catalog list laws --lang en", "laws"),
        ("catalog search børn", "hits"),
        ("catalog kle 27.60", "activities"),
        ("catalog check", "findings"),
        ("method list", "methods"),
        ("method show herning-4x4", "matrix"),
        ("method check herning-4x4", "findings"),
        ("method preview --method standard-4x4", "activities"),
        ("explain", "codes"),
        ("upgrade --dry-run", "added"),
    ] {
        let json = say(&folder, &format!("{command} --format json"));
        let json: Value = serde_json::from_str(&json.stdout).unwrap();
        let said = say(&folder, &format!("{command} --format csv"));
        assert_eq!(said.code, 0, "{command}\n{}", said.stderr);
        let text = said.stdout.strip_prefix('\u{feff}').unwrap();
        assert!(text.ends_with("\r\n") && !text.contains('\u{1b}'), "{command}");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        let rows = reader.records().inspect(|record| assert!(record.is_ok(), "{command}")).count();
        assert_eq!(rows, json[list].as_array().unwrap().len(), "{command}");
    }
}
