//! `import --inspect`: what a workbook is, what is recognised in it and how, what is left behind.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use risiko::store::parse_mapping;
use rust_xlsxwriter::{Formula, Workbook, Worksheet};
use serde_json::{Value, json};
use support::console::{Said, run, words};
use support::{catalogue, method};

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// A sheet: its name, and what fills it.
type Filled<'a> = (&'a str, &'a dyn Fn(&mut Worksheet));

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A workbook with these sheets.
    fn write(&self, name: &str, sheets: &[Filled<'_>]) {
        let mut workbook = Workbook::new();
        for (name, fill) in sheets {
            let sheet = workbook.add_worksheet();
            sheet.set_name(*name).unwrap();
            fill(sheet);
        }
        workbook.save(self.0.path().join(name)).unwrap();
    }

    fn run(&self, command: &str) -> Said {
        run(self.0.path(), &words(command), None)
    }

    fn says(&self, file: &str) -> String {
        let said = self.run(&format!("import --inspect {file}"));
        assert_eq!(said.code, 0, "{}", said.stderr);
        said.stdout
    }

    fn facts(&self, arguments: &str) -> Value {
        let said = self.run(&format!("import --inspect {arguments} --format json"));
        assert_eq!(said.code, 0, "{}", said.stderr);
        serde_json::from_str(&said.stdout).unwrap()
    }
}

/// A row of texts; an empty one is a blank cell.
fn row(sheet: &mut Worksheet, number: u32, cells: &[&str]) {
    for (column, text) in (0..).zip(cells) {
        if !text.is_empty() {
            sheet.write(number - 1, column, *text).unwrap();
        }
    }
}

fn sheet<'a>(facts: &'a Value, name: &str) -> &'a Value {
    let sheets = facts["sheets"].as_array().unwrap();
    sheets.iter().find(|sheet| sheet["name"] == name).unwrap()
}

fn column<'a>(sheet: &'a Value, header: &str) -> &'a Value {
    let columns = sheet["columns"].as_array().unwrap();
    columns.iter().find(|column| column["header"] == header).unwrap()
}

#[test]
fn a_workbook_of_ours_says_what_it_was_written_from_and_loses_nothing() {
    let folder = Folder::new();
    let file = examples().join("02-fjordby/fjordby-2026.xlsx");
    fs::copy(file, folder.0.path().join("fjordby.xlsx")).unwrap();
    let facts = folder.facts("fjordby.xlsx");
    assert_eq!(facts["schema"], "risiko.inspect/1");
    assert_eq!(facts["kind"], "own");
    let from = &facts["written-from"];
    assert_eq!(from["municipality"], json!({ "code": "999", "name": "Fjordby" }));
    assert_eq!((&from["round"], &from["exported"]), (&json!("2026"), &json!("2026-11-01")));
    assert_eq!(from["method"]["id"], "datatilsynet-4x4");
    assert_eq!((&from["language"], &from["schema"]), (&json!("da"), &json!("1")));
    assert_eq!(facts["losses"], json!([]));
    let assessment = sheet(&facts, "Vurdering");
    assert_eq!((&assessment["use"], &assessment["header-row"]), (&json!("read"), &json!(4)));
    assert_eq!(column(assessment, "Sandsynlighed")["fields"], json!(["likelihood"]));
    assert_eq!(column(assessment, "Sandsynlighed")["how"], "own-header-da");
    assert_eq!(column(assessment, "Risikoscore")["meaning"], "result");
    let hidden = sheet(&facts, "_risiko");
    assert_eq!(
        (&hidden["use"], &hidden["visibility"]),
        (&json!("baseline"), &json!("very-hidden"))
    );
    let text = folder.says("fjordby.xlsx");
    for part in
        ["Fjordby (999)", "runde 2026", "Alle udfyldte kolonner", "risiko import fjordby.xlsx"]
    {
        assert!(text.contains(part), "{part} is missing from\n{text}");
    }
}

#[test]
fn an_english_workbook_is_recognised_by_its_english_headers() {
    let folder = Folder::new();
    assert_eq!(folder.run("init skovby --as-of 2026-11-01").code, 0);
    assert_eq!(folder.run("export -o a.xlsx --activities 74 --lang en").code, 0);
    let facts = folder.facts("a.xlsx");
    assert_eq!(facts["written-from"]["language"], "en");
    let assessment = sheet(&facts, "Assessment");
    assert_eq!(column(assessment, "Likelihood")["how"], "own-header-en");
    assert_eq!(sheet(&facts, "Front page")["use"], "result");
}

#[test]
fn our_forms_are_known_also_where_the_hidden_sheet_is_gone() {
    let folder = Folder::new();
    let headers = [
        "Nr.",
        "Status",
        "Sandsynlighed",
        "Begrundelse for sandsynlighed",
        "Håndtering",
        "Risikoejer",
        "Risikoejere",
    ];
    folder.write(
        "a.xlsx",
        &[("Ark1", &|sheet| {
            row(sheet, 1, &headers);
            row(sheet, 2, &["74", "i gang", "3", "", "", "", "Ida"]);
            row(sheet, 3, &["", "i gang"]);
        })],
    );
    let facts = folder.facts("a.xlsx");
    assert_eq!((&facts["kind"], &facts["written-from"]), (&json!("own"), &Value::Null));
    let read = sheet(&facts, "Ark1");
    // Kept as a column of theirs, and still said to be spelled like one of ours.
    assert_eq!(column(read, "Risikoejere")["meaning"], "added");
    assert_eq!(column(read, "Risikoejere")["nearest"], "Risikoejer");
    assert_eq!(read["rows-without-key"], 1);
    let losses = json!([{ "what": "rows-without-key", "sheet": "Ark1", "count": 1 }]);
    assert_eq!(facts["losses"], losses);
    assert!(folder.says("a.xlsx").contains("--assume-base"));
}

#[test]
fn kls_workbook_is_known_by_header_and_by_place() {
    let folder = Folder::new();
    let headers = [
        "Kategori",
        "Nummer",
        "Aktivitet",
        "Titel",
        "Beskrivelse",
        "Konsekvens",
        "Fortrolighed",
        "Integritet",
        "Hvor længe",
        "Lovhjemmel",
    ];
    folder.write(
        "kl.xlsx",
        &[
            ("Behandlingsaktiviteter", &|sheet| {
                row(sheet, 2, &headers);
                sheet.write(1, 40, "Vores egen").unwrap();
                row(sheet, 3, &["Social", "74", "x", "x", "x", "3", "x"]);
            }),
            ("KLE samlet", &|sheet| row(sheet, 1, &["", "Niveau", "Kode", "Titel", "Nummer"])),
            ("Vejledning", &|sheet| row(sheet, 1, &["Læs mig"])),
        ],
    );
    let facts = folder.facts("kl.xlsx");
    assert_eq!(facts["kind"], "kl");
    let read = sheet(&facts, "Behandlingsaktiviteter");
    assert_eq!(column(read, "Konsekvens")["how"], "kl-header");
    assert_eq!(column(read, "Hvor længe")["how"], "kl-place");
    assert_eq!(column(read, "Hvor længe")["fields"], json!(["tilgængelighed"]));
    let lost: Vec<&str> = facts["losses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|loss| loss["what"].as_str().unwrap())
        .collect();
    assert_eq!(lost, ["column", "column", "column", "sheet"], "{:#}", facts["losses"]);
    assert!(folder.says("kl.xlsx").contains("risiko catalog import kl.xlsx"));
}

#[test]
fn an_export_of_os2compliance_is_known_by_its_headers() {
    let folder = Folder::new();
    folder.write(
        "os2.xlsx",
        &[
            ("Ark1", &|sheet| {
                row(sheet, 1, &["Titel", "Kommentarer", "Risikoejer"]);
                row(sheet, 2, &["Sagen", "Set", "Ida"]);
            }),
            ("Ark2", &|sheet| {
                let headers =
                    ["Trussel Type", "Trussel Beskrivelse", "Sandsynlighed", "Konf. Registrerede"];
                row(sheet, 1, &headers);
                row(sheet, 2, &["Mennesker", "Snageri", "2", "3"]);
            }),
        ],
    );
    let facts = folder.facts("os2.xlsx");
    assert_eq!(facts["kind"], "os2compliance");
    assert_eq!(column(sheet(&facts, "Ark2"), "Trussel Beskrivelse")["meaning"], "threat-text");
    let figure = column(sheet(&facts, "Ark2"), "Konf. Registrerede");
    assert_eq!(figure["fields"], json!(["consequence.data-subject.confidentiality"]));
    assert_eq!(figure["how"], "os2compliance-header");
    let losses = json!([{ "what": "column", "sheet": "Ark1", "column": "A", "header": "Titel" }]);
    assert_eq!(facts["losses"], losses);
    assert!(folder.says("os2.xlsx").contains("--activity"));
}

/// A home-made sheet with everything that can be lost.
fn home_made(folder: &Folder) {
    folder.write(
        "egen.xlsx",
        &[
            ("Noter", &|sheet| row(sheet, 1, &["Husk"])),
            ("Risici", &|sheet| {
                row(sheet, 1, &["Vores risici"]);
                let headers = ["Nr.", "Sandsynlighed i tal", "Konsekvens", "Farve"];
                row(sheet, 3, &headers);
                row(sheet, 4, &["74", "Tit", "Høj"]);
                row(sheet, 5, &["Bibliotek", "3"]);
                row(sheet, 6, &["", "2"]);
                sheet.write_formula(3, 3, Formula::new("=A4").set_result("74")).unwrap();
                sheet.write_formula(6, 0, Formula::new("=A4+1").set_result("75")).unwrap();
                sheet.write_formula(6, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
                row(sheet, 8, &["", "", "", "", "løst"]);
            }),
        ],
    );
}

#[test]
fn a_home_made_sheet_gets_a_mapping_that_can_be_read_once_it_is_corrected() {
    let folder = Folder::new();
    home_made(&folder);
    let facts = folder.facts("egen.xlsx");
    assert_eq!(facts["kind"], "home-made");
    let proposal = facts["proposal"].as_str().unwrap();
    for part in [
        "sheet: \"Risici\"",
        "header-row: 3",
        "  \"Nr.\": activity",
        "  \"Sandsynlighed i tal\": likelihood",
        "  \"Konsekvens\": consequence",
        "  # \"Farve\": ?",
        "#     \"Tit\": ?",
        "#   \"Bibliotek\": ?",
    ] {
        assert!(proposal.contains(part), "{part} is missing from\n{proposal}");
    }
    // KL's own words need no explanation.
    assert!(!proposal.contains("\"Høj\""), "{proposal}");
    let read = |text: &str| parse_mapping("m.yml", text, catalogue(), Some(method("kl-4x4")));
    assert!(read(proposal).is_ok(), "{proposal}");
    let corrected: String = proposal
        .lines()
        .map(|line| match line {
            line if line.contains("Tit") => "    Tit: 4\n".to_owned(),
            line if line.contains("Bibliotek") => "  Bibliotek: \"42\"\n".to_owned(),
            line if line.contains("levels:") || line.contains("activities:") => {
                format!("{}\n", line.trim_start_matches("# "))
            }
            line if line.contains("likelihood:") && line.starts_with('#') => {
                "  likelihood:\n".into()
            }
            line => format!("{line}\n"),
        })
        .collect();
    let mapping = read(&corrected).unwrap();
    assert_eq!(mapping.likelihood["Tit"], 4);
    // The text ends with the proposal, ready to be copied.
    assert!(folder.says("egen.xlsx").ends_with(proposal));
}

#[test]
fn everything_that_would_be_left_behind_is_named() {
    let folder = Folder::new();
    home_made(&folder);
    let facts = folder.facts("egen.xlsx");
    let losses = json!([
        { "what": "sheet", "sheet": "Noter" },
        { "what": "column", "sheet": "Risici", "column": "D", "header": "Farve" },
        { "what": "column", "sheet": "Risici", "column": "E", "header": "" },
        { "what": "formulas", "sheet": "Risici", "count": 2 },
        { "what": "unreadable", "sheet": "Risici", "cells": ["B7"] },
        { "what": "rows-without-key", "sheet": "Risici", "count": 2 },
    ]);
    assert_eq!(facts["losses"], losses);
    let text = folder.says("egen.xlsx");
    for part in ["kolonne E uden overskrift", "2 formler", "(B7)", "2 rækker", "arket \"Noter\""] {
        assert!(text.contains(part), "{part} is missing from\n{text}");
    }
}

#[test]
fn with_a_mapping_it_says_what_the_mapping_finds_and_misses() {
    let folder = Folder::new();
    home_made(&folder);
    let mapping = "risiko-map: 1\ncolumns: {Nr.: activity, Farv: note, Konsekvens: consequence}\n";
    fs::write(folder.0.path().join("m.yml"), mapping).unwrap();
    let facts = folder.facts("egen.xlsx --map m.yml");
    let read = sheet(&facts, "Risici");
    assert_eq!(read["missing"], json!(["Farv"]));
    assert_eq!(column(read, "Farve")["nearest"], "Farv");
    assert_eq!(column(read, "Konsekvens")["how"], "mapping");
    assert_eq!(column(read, "Konsekvens")["fields"].as_array().unwrap().len(), 3);
    assert_eq!(facts["proposal"], Value::Null);
    fs::write(folder.0.path().join("m.yml"), "risiko-map: 1\ncolumns: {Nr.: aktivitet}\n").unwrap();
    let said = folder.run("import --inspect egen.xlsx --map m.yml");
    assert!(said.code == 2 && said.stderr.contains("YML006"), "{}", said.stderr);
}

#[test]
fn a_workbook_of_something_else_is_said_to_be_that() {
    let folder = Folder::new();
    folder.write(
        "budget.xlsx",
        &[("Budget", &|sheet| {
            row(sheet, 1, &["Konto", "Januar"]);
            row(sheet, 2, &["Løn", "100"]);
        })],
    );
    let facts = folder.facts("budget.xlsx");
    assert_eq!((&facts["kind"], &facts["proposal"]), (&json!("unknown"), &Value::Null));
    assert_eq!(facts["losses"], json!([{ "what": "sheet", "sheet": "Budget" }]));
    assert!(folder.says("budget.xlsx --lang en").contains("an unknown form"));
}

#[test]
fn macros_are_said_to_stay_behind() {
    let folder = Folder::new();
    home_made(&folder);
    let plain = fs::read(folder.0.path().join("egen.xlsx")).unwrap();
    let mut archive = zip::ZipWriter::new_append(std::io::Cursor::new(plain)).unwrap();
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("xl/vbaProject.bin", options).unwrap();
    std::io::Write::write_all(&mut archive, b"\xD0\xCF\x11\xE0").unwrap();
    let bytes = archive.finish().unwrap().into_inner();
    fs::write(folder.0.path().join("makro.xlsm"), bytes).unwrap();
    let facts = folder.facts("makro.xlsm");
    assert_eq!(facts["macros"], true);
    assert_eq!(folder.facts("egen.xlsx")["macros"], false);
    assert!(folder.says("makro.xlsm").contains("makroer"));
}

#[test]
fn it_reads_only_and_says_what_it_cannot_be_combined_with() {
    let folder = Folder::new();
    home_made(&folder);
    let before = fs::read_dir(folder.0.path()).unwrap().count();
    folder.says("egen.xlsx");
    assert_eq!(fs::read_dir(folder.0.path()).unwrap().count(), before);
    for more in ["--into a.yml", "--prefer file", "--activity 74", "--dry-run"] {
        let said = folder.run(&format!("import --inspect egen.xlsx {more}"));
        assert!(said.code == 2 && said.stderr.contains("--inspect"), "{}", said.stderr);
    }
    let said = folder.run("import egen.xlsx --format json");
    assert!(said.code == 2 && said.stderr.contains("--inspect"), "{}", said.stderr);
    fs::write(folder.0.path().join("tekst.xlsx"), "ikke en projektmappe").unwrap();
    let said = folder.run("import --inspect tekst.xlsx");
    assert!(said.code == 2 && said.stderr.contains("IMP001"), "{}", said.stderr);
}
