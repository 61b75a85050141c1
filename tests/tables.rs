//! The forms as CSV and JSON, and what a command prints for Excel.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a failing test may say so, and tests read files"
)]

mod support;

use std::fs;

use risiko::domain::{Assessment, Method};
use risiko::exchange::{ExportOptions, Form, export_csv, export_json};
use risiko::text::Lang;
use serde_json::Value;
use support::console::{Said, run, words};
use support::workbooks::{day, filled};
use support::{activity_id, catalogue, method, threat_id};

fn options(lang: Lang) -> ExportOptions {
    ExportOptions::whole(lang, day())
}

fn csv_of(assessment: &Assessment, method: &Method, form: Form, lang: Lang) -> String {
    export_csv(assessment, catalogue(), method, options(lang), form).unwrap()
}

fn json_of(assessment: &Assessment, method: &Method, lang: Lang) -> Value {
    export_json(assessment, catalogue(), method, options(lang)).unwrap()
}

/// Every field filled, and columns of the municipality's own with names of ours.
fn with_own_columns(method: &Method) -> Assessment {
    let mut assessment = filled(catalogue(), method);
    let answer = assessment.activities.get_mut(&activity_id("61")).unwrap();
    answer.extra.insert("Status".into(), "=egen".into());
    answer.extra.insert("=Afdeling".into(), "@Sundhed\nog omsorg".into());
    let threat = answer.threats.get_mut(&threat_id("T08")).unwrap();
    threat.extra.insert("Sag".into(), "2026-1".into());
    assessment
}

#[test]
fn the_file_is_what_danish_excel_opens_by_itself() {
    let method = method("kl-4x4");
    let text = csv_of(&filled(catalogue(), method), method, Form::Threats, Lang::Da);
    assert!(text.starts_with("\u{feff}Nr.;Behandlingsaktivitet;Trussel nr.;"));
    assert!(text.ends_with("\r\n"));
    assert!(text.contains(";4 – Forventet;"), "levels are shown as in the workbook");
    assert!(!text.contains(";="), "no cell begins as a formula");
}

#[test]
fn every_key_of_the_json_is_described() {
    let method = method("kl-4x4");
    let json = json_of(&with_own_columns(method), method, Lang::Da);
    let document = include_str!("../examples/README.md");
    let mut keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    for form in Form::ALL {
        keys.extend(json[form.key()][0].as_object().unwrap().keys());
    }
    let (of_one, of_all): (Vec<&String>, Vec<&String>) =
        keys.into_iter().partition(|key| key.starts_with("consequence") && key.contains('.'));
    assert!(of_one.len() > 4);
    for key in of_all {
        assert!(document.contains(&format!("`{key}`")), "{key} is not described");
    }
}

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

const FILE: &str = "skovby-2026.risiko.yml";

#[test]
fn every_wrong_call_is_refused_with_a_way_out_and_writes_nothing() {
    let folder = folder(&["export -o t.csv --table threats -q"]);
    let path = folder.path();
    let before = fs::read(path.join(FILE)).unwrap();
    for (command, parts) in [
        ("export -o x.csv".to_owned(), &["ARG019", "--table"][..]),
        ("export -o x.xlsx --table threats".to_owned(), &["ARG019", ".csv"]),
        ("export --table threats".to_owned(), &["ARG019", ".csv"]),
        ("export -o x.json --table threats".to_owned(), &["ARG019", ".csv"]),
        ("export -o x.ods".to_owned(), &["ARG012", "x.xlsx, x.csv eller x.json"]),
        ("export -o x".to_owned(), &["ARG012", ".json"]),
        ("export -o x.csv --table trusler".to_owned(), &["threats"]),
        ("export -o t.csv --table threats".to_owned(), &["ARG013"]),
        ("explain ASM105 --format csv".to_owned(), &["ARG012", "text eller json"]),
    ] {
        let said = say(&folder, &command);
        assert_eq!(said.code, 2, "{command}\n{}", said.stderr);
        for part in parts {
            assert!(
                said.stderr.contains(part),
                "{part} is missing from\n{command}\n{}",
                said.stderr
            );
        }
        assert_eq!(fs::read(path.join(FILE)).unwrap(), before, "{command}");
        assert!(!path.join("x.csv").exists() && !path.join("x").exists(), "{command}");
    }
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
