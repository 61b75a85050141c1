//! Several filled-in copies into one assessment, lists of decisions, and workbooks without baseline.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::path::Path;

use support::console::{Said, run, words};

const FILE: &str = "skovby-2026.risiko.yml";

fn risiko(folder: &Path, command: &str) -> Said {
    run(folder, &words(command), None)
}

fn done(folder: &Path, command: &str) -> Said {
    let said = risiko(folder, command);
    assert_eq!(said.code, 0, "{command}\n{}", said.stderr);
    said
}

fn text(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap()
}

/// Skovby's assessment, and a copy for each of two departments with the workbook that it gives.
fn departments(job: &[&str], social: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    done(path, "init skovby --as-of 2026-11-01");
    for (name, commands) in [("job", job), ("social", social)] {
        let copy = format!("{name}.yml");
        fs::copy(path.join(FILE), path.join(&copy)).unwrap();
        for command in commands {
            done(path, &format!("assess {copy} {command}"));
        }
        done(path, &format!("export {copy} -o {name}.xlsx"));
    }
    folder
}

#[test]
fn two_departments_copies_are_merged_and_each_answer_arrives() {
    let folder = departments(
        &["74 --likelihood 3 --reason \"Fælles postkasse\""],
        &["61 --threat T08 --likelihood 2 --reason \"Få adgange\"", "A --note \"Tjek; igen\""],
    );
    let path = folder.path();
    let said =
        done(path, &format!("merge job.xlsx social.xlsx --into {FILE} --assume-base {FILE}"));
    assert!(said.stdout.contains("job.xlsx: 3 ændringer"), "{}", said.stdout);
    // What came together by way of the workbooks is what the same commands give on one file.
    let other = tempfile::tempdir().unwrap();
    done(other.path(), "init skovby --as-of 2026-11-01");
    for command in [
        "74 --likelihood 3 --reason \"Fælles postkasse\"",
        "61 --threat T08 --likelihood 2 --reason \"Få adgange\"",
        "A --note \"Tjek; igen\"",
    ] {
        done(other.path(), &format!("assess {FILE} {command}"));
    }
    assert_eq!(text(path, FILE), text(other.path(), FILE));
}

#[test]
fn a_field_that_two_copies_changed_stops_everything_until_the_list_is_filled_in() {
    let folder = departments(
        &["74 --likelihood 3 --reason Postkassen", "07 --note \"=1+1\""],
        &["74 --likelihood 4 --reason Postkassen", "07 --note=-2", "61 --note Ny"],
    );
    let path = folder.path();
    let before = text(path, FILE);
    let merge = format!(
        "merge job.xlsx social.xlsx --into {FILE} --assume-base {FILE} --decisions valg.csv"
    );
    let said = risiko(path, &merge);
    assert_eq!(said.code, 3, "{}", said.stderr);
    assert_eq!(text(path, FILE), before);
    for part in ["IMP021", "(74)", "3 – Sandsynligt", "4 – Forventet", "job.xlsx, Vurdering!"] {
        assert!(said.stderr.contains(part), "{part} is missing from\n{}", said.stderr);
    }
    let list = text(path, "valg.csv");
    assert!(list.starts_with("\u{feff}aktivitet;trussel;felt;"), "{list}");
    assert!(list.contains(";'=1+1;") && list.contains(";'-2;"), "a formula could run: {list}");
    assert_eq!(list.lines().count(), 3, "{list}");

    // A list with blanks decides nothing and is not overwritten.
    assert_eq!(risiko(path, &merge).code, 3);
    assert_eq!(text(path, "valg.csv"), list);

    let decide = |likelihood: &str, note: &str| {
        let lines: Vec<String> = list
            .lines()
            .map(|line| match line {
                // As Excel saves it: a number loses its zero.
                line if line.starts_with("07") => format!("{}{note}", line.replacen("07", "7", 1)),
                line if line.starts_with("74") => format!("{line}{likelihood}"),
                line => line.to_owned(),
            })
            .collect();
        fs::write(path.join("valg.csv"), lines.join("\r\n")).unwrap();
    };
    decide("måske", "fil");
    let said = risiko(path, &merge);
    assert_eq!((said.code, text(path, FILE)), (2, before), "{}", said.stderr);
    assert!(said.stderr.contains("ARG012") && said.stderr.contains("projektmappe"));

    decide("projektmappe", "fil");
    done(path, &merge);
    let merged = text(path, FILE);
    for part in ["likelihood: 4", "note: =1+1", "note: Ny"] {
        let quoted = part.replace("=1+1", "\"=1+1\"");
        assert!(merged.contains(part) || merged.contains(&quoted), "{part} is missing:\n{merged}");
    }
}

#[test]
fn a_list_without_its_columns_is_refused_with_every_column_named() {
    let folder = departments(&[], &[]);
    let path = folder.path();
    fs::write(path.join("valg.csv"), "aktivitet;afgørelse\n74;fil\n74\n").unwrap();
    let said = risiko(path, &format!("import job.xlsx --into {FILE} --decisions valg.csv"));
    assert_eq!(said.code, 2);
    for part in ["IMP004", "felt", "projektmappe", "IMP018"] {
        assert!(said.stderr.contains(part), "{part} is missing from\n{}", said.stderr);
    }
}

#[test]
fn an_empty_list_and_one_with_a_column_twice_are_refused() {
    let folder = departments(&[], &[]);
    let path = folder.path();
    let import = format!("import job.xlsx --into {FILE} --decisions valg.csv");
    fs::write(path.join("valg.csv"), "").unwrap();
    let said = risiko(path, &import);
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("IMP004") && said.stderr.contains("afgørelse"), "{}", said.stderr);
    let header =
        "aktivitet;trussel;felt;står nu;projektmappen siger;projektmappe;afgørelse;decision";
    fs::write(path.join("valg.csv"), format!("{header}\n")).unwrap();
    let said = risiko(path, &import);
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("IMP016") && said.stderr.contains("\"decision\""));
}

#[test]
fn a_list_and_one_side_for_all_cannot_both_be_meant() {
    let folder = departments(&[], &[]);
    let import = format!("import job.xlsx --into {FILE} --decisions valg.csv --prefer file");
    let said = risiko(folder.path(), &import);
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("--prefer") && said.stderr.contains("--decisions"));
}

#[test]
fn last_years_workbook_goes_into_this_years_file_only_with_its_base_named() {
    let folder = departments(&["74 --likelihood 3 --reason Postkassen"], &[]);
    let path = folder.path();
    done(path, "init skovby --round 2027 --as-of 2027-11-01 -o ny.risiko.yml");
    let said = risiko(path, "import job.xlsx --into ny.risiko.yml");
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("IMP013") && said.stderr.contains("--assume-base"));
    done(path, &format!("import job.xlsx --into ny.risiko.yml --assume-base {FILE}"));
    let new = text(path, "ny.risiko.yml");
    assert!(new.contains("likelihood: 3") && new.contains("Postkassen"), "{new}");
    let again = done(path, &format!("import job.xlsx --into ny.risiko.yml --assume-base {FILE}"));
    assert!(again.stdout.starts_with("0 ændringer"), "{}", again.stdout);
}

#[test]
fn a_base_with_another_method_is_refused() {
    let folder = departments(&[], &[]);
    let path = folder.path();
    done(path, "init skovby --method datatilsynet-4x4 --as-of 2026-11-01 -o anden.risiko.yml");
    let said =
        risiko(path, &format!("import job.xlsx --into {FILE} --assume-base anden.risiko.yml"));
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("IMP013"), "{}", said.stderr);
}

#[test]
fn an_export_of_a_part_names_what_it_does_not_know_and_writes_nothing() {
    let folder = departments(&[], &[]);
    let path = folder.path();
    let said = risiko(path, &format!("export {FILE} --activities 61,999 --area haan -o del.xlsx"));
    assert_eq!(said.code, 2);
    for part in ["ARG003", "999", "ARG006", "haan"] {
        assert!(said.stderr.contains(part), "{part} is missing from\n{}", said.stderr);
    }
    assert!(!path.join("del.xlsx").exists());
    done(path, &format!("export {FILE} --activities 61,74 --threats rated --blank -o del.xlsx"));
    let said = done(path, &format!("import del.xlsx --into {FILE}"));
    assert!(said.stdout.starts_with("0 ændringer"), "{}", said.stdout);
    assert!(said.stdout.contains("på 2 rækker"), "{}", said.stdout);
}
