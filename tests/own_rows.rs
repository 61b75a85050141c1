//! A row that people add for an activity of their own becomes part of the municipality's catalogue.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

#[path = "support/recipes/mod.rs"]
mod recipes;
mod support;

use std::fs;
use std::path::Path;

use support::console::{copy_filled, run, tests_folder, words};

const EXPORT: &str = "export input.risiko.yml --threats rated --as-of 2026-11-01\n";
const IMPORT: &str = "import bog.xlsx --into input.risiko.yml";

/// A folder with an assessment and a workbook of it, changed as the lines say.
fn folder(edits: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let check = tests_folder("checks/IMP020-flere-ark");
    copy_filled(&check, folder.path());
    fs::write(folder.path().join("bog.edits"), format!("{EXPORT}{edits}")).unwrap();
    recipes::prepare(folder.path());
    folder
}

fn says(folder: &Path, command: &str, code: i32) -> String {
    let said = run(folder, &words(command), None);
    assert_eq!(said.code, code, "{command}\n{}{}", said.stdout, said.stderr);
    said.stdout + &said.stderr
}

#[test]
fn a_row_with_a_number_of_their_own_is_assessed_like_any_other() {
    let row = "Vurdering!A6 = X07\nVurdering!B6 = Svømmehallen\nVurdering!C6 = kultur og fritid\n\
               Vurdering!G6 = 3 – Høj\nVurdering!K6 = Børn på film\nVurdering!L6 = 2\n";
    let folder = folder(row);
    let said = says(folder.path(), IMPORT, 0);
    assert!(said.contains("X07") && said.contains("workbook.yml"), "{said}");
    let catalogue = fs::read_to_string(folder.path().join("catalog/workbook.yml")).unwrap();
    assert!(catalogue.contains("id: X07") && catalogue.contains("title: Svømmehallen"));
    let shown = says(folder.path(), "show input.risiko.yml X07", 0);
    assert!(shown.contains("Svømmehallen"), "{shown}");
    // It goes out and comes in again, and a second of its kind joins it.
    says(folder.path(), "export input.risiko.yml -o bog.xlsx --force", 0);
    assert!(says(folder.path(), IMPORT, 0).contains("0 ændringer"));
}

#[test]
fn two_departments_with_one_number_for_two_activities_are_told_apart() {
    let row = |title: &str| {
        format!("Vurdering!A6 = X07\nVurdering!B6 = {title}\nVurdering!C6 = sundhed\n")
    };
    let one = folder(&row("Fyrtårnet"));
    let other = folder(&row("Krematoriet"));
    fs::copy(other.path().join("bog.xlsx"), one.path().join("anden.xlsx")).unwrap();
    let before = fs::read(one.path().join("input.risiko.yml")).unwrap();
    let said = says(one.path(), "merge bog.xlsx anden.xlsx --into input.risiko.yml", 2);
    assert!(said.contains("IMP043") && said.contains("Krematoriet"), "{said}");
    assert_eq!(fs::read(one.path().join("input.risiko.yml")).unwrap(), before);
    assert!(!one.path().join("catalog").exists(), "nothing is written");
}

#[test]
fn an_area_that_there_is_not_is_refused_and_nothing_is_written() {
    let row = "Vurdering!A6 = X07\nVurdering!B6 = Svømmehallen\nVurdering!C6 = Kultr og fritid\n";
    let folder = folder(row);
    let before = fs::read(folder.path().join("input.risiko.yml")).unwrap();
    let said = says(folder.path(), IMPORT, 2);
    assert!(said.contains("celle C6") && said.contains("Kultur og fritid"), "{said}");
    assert_eq!(fs::read(folder.path().join("input.risiko.yml")).unwrap(), before);
    assert!(!folder.path().join("catalog").exists());
}

#[test]
fn a_dry_run_writes_no_catalogue_and_a_row_without_a_title_is_no_activity() {
    let row = "Vurdering!A6 = X07\nVurdering!B6 = Svømmehallen\nVurdering!C6 = Kultur og fritid\n";
    let dry = folder(row);
    says(dry.path(), &format!("{IMPORT} --dry-run"), 0);
    assert!(!dry.path().join("catalog").exists());
    let untitled = folder("Vurdering!A6 = X07\nVurdering!L6 = 2\n");
    assert!(says(untitled.path(), IMPORT, 2).contains("IMP007"));
}

#[test]
fn what_people_wrote_about_an_earlier_row_survives_the_next_one() {
    let folder =
        folder("Vurdering!A6 = X07\nVurdering!B6 = Svømmehallen\nVurdering!C6 = sundhed\n");
    fs::create_dir(folder.path().join("catalog")).unwrap();
    let file = folder.path().join("catalog/workbook.yml");
    let earlier = "{id: X06, area: sundhed, title: En, description: To, replaces: \"31\"}";
    fs::write(&file, format!("local: 1\nactivities:\n- {earlier}\n")).unwrap();
    says(folder.path(), IMPORT, 0);
    let catalogue = fs::read_to_string(file).unwrap();
    assert!(catalogue.contains("id: X07") && catalogue.contains("replaces: \"31\""), "{catalogue}");
}
