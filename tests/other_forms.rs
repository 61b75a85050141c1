//! Forms that are not ours: every row and column is taken or named, nothing is guessed, and what
//! somebody wrote in the assessment is never overwritten unasked.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::path::Path;

use rust_xlsxwriter::{Formula, Workbook, Worksheet};
use support::console::{Said, run, words};

const FILE: &str = "skovby-2026.risiko.yml";

/// Headers of the home-made sheet, in row 3.
const HEADERS: [&str; 8] =
    ["Nr.", "Trussel", "Hvor tit", "Hvor slemt", "Hvorfor", "Ejer", "Restrisiko", "Farve"];

const MAPPING: &str = "risiko-map: 1
columns:
  Nr.: activity
  Trussel: threat
  Hvor tit: likelihood
  Hvor slemt: consequence
  Hvorfor: likelihood-reason
  Ejer: owner
  Restrisiko: residual-likelihood
levels:
  likelihood: {Sjældent: 1, Af og til: 3}
activities: {Biblioteket: \"42\"}
threats: {Breve til den forkerte: T08}
";

struct Folder(tempfile::TempDir);

impl Folder {
    /// Skovby's new assessment, the mapping, and whatever sheet the test writes.
    fn new(sheet: impl FnOnce(&mut Worksheet)) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.done("init skovby --as-of 2026-11-01");
        folder.write("mapping.yml", MAPPING);
        folder.sheet(sheet);
        folder
    }

    fn sheet(&self, sheet: impl FnOnce(&mut Worksheet)) {
        let mut workbook = Workbook::new();
        let first = workbook.add_worksheet();
        first.set_name("Vores risici").unwrap();
        for (column, header) in (0..).zip(HEADERS) {
            first.write(2, column, header).unwrap();
        }
        sheet(first);
        let other = workbook.add_worksheet();
        other.set_name("Noter").unwrap();
        other.write(0, 0, "Nr.").unwrap();
        workbook.save(self.path().join("egen.xlsx")).unwrap();
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    fn run(&self, command: &str) -> Said {
        run(self.path(), &words(command), None)
    }

    fn done(&self, command: &str) -> Said {
        let said = self.run(command);
        assert_eq!(said.code, 0, "{command}\n{}", said.stderr);
        said
    }

    /// Runs a command that must end so and leave the assessment as it was.
    fn refused(&self, command: &str, code: i32) -> Said {
        let before = self.text(FILE);
        let said = self.run(command);
        assert_eq!(said.code, code, "{command}\n{}\n{}", said.stdout, said.stderr);
        assert_eq!(self.text(FILE), before, "{command} changed the file");
        said
    }

    /// What the file has of an activity.
    fn answer(&self, id: &str) -> String {
        let text = self.text(FILE);
        let (_, rest) = text.split_once(&format!("\n- id: \"{id}\"\n")).unwrap();
        rest.split("\n- id: \"").next().unwrap().to_owned()
    }
}

/// Whether a text has every part, also where a line of it was broken.
fn assert_says(text: &str, parts: &[&str]) {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in parts {
        assert!(text.contains(part) || flat.contains(part), "{part} is missing from\n{text}");
    }
}

/// Writes a row of the home-made sheet; an empty text is a blank cell.
fn row(sheet: &mut Worksheet, number: u32, cells: &[&str]) {
    for (column, text) in (0..).zip(cells) {
        if !text.is_empty() {
            sheet.write(number - 1, column, *text).unwrap();
        }
    }
}

const IMPORT: &str = "import egen.xlsx --map mapping.yml";

#[test]
fn a_home_made_sheet_arrives_with_numbers_words_names_and_threats() {
    let folder = Folder::new(|sheet| {
        sheet.write(0, 0, "Risikovurdering 2024").unwrap();
        sheet.write(3, 0, 7.0).unwrap();
        row(sheet, 4, &["", "", "Sjældent", "3", "Få sager", "Borgerservicechefen"]);
        row(sheet, 5, &["74", "T13", "af og til", "", "Fælles postkasse", "Børnechefen", "2"]);
        row(sheet, 6, &["74.0", "breve til den Forkerte", "4 – Forventet", "", "", "Børnechefen"]);
        row(sheet, 7, &["biblioteket", "", "2", "lav"]);
    });
    let said = folder.done(IMPORT);
    assert_says(&said.stdout, &["på 4 rækker", "IMP025", "\"Farve\"", "celle H3"]);
    let text = folder.text(FILE);
    assert_says(
        &folder.answer("74"),
        &[
            "status: in-progress",
            "owner: Børnechefen",
            "- id: T08\n    likelihood: 4\n",
            "- id: T13\n    likelihood: 3\n    reason: Fælles postkasse\n    residual: {likelihood: 2}",
        ],
    );
    assert_says(
        &folder.answer("07"),
        &["confidentiality: {level: 3, origin: own}", "likelihood: 1\n"],
    );
    assert_says(&folder.answer("42"), &["integrity: {level: 1, origin: own}", "likelihood: 2"]);
    // What has been read once changes nothing the second time.
    let again = folder.done(IMPORT);
    assert!(again.stdout.contains("0 ændringer"), "{}", again.stdout);
    assert_eq!(folder.text(FILE), text);
}

#[test]
fn every_row_is_taken_or_named_with_the_reason() {
    let folder = Folder::new(|sheet| {
        row(sheet, 4, &["Social og sundhed"]);
        row(sheet, 5, &["61", "", "2"]);
        row(sheet, 6, &["", "", "3", "", "Hører til rækken over"]);
        row(sheet, 7, &["62"]);
        sheet.write(8, 9, "en løs bemærkning").unwrap();
    });
    let said = folder.done(IMPORT);
    assert_says(
        &said.stdout,
        &[
            "5 rækker i skemaet: 2 taget med, 3 ikke",
            "IMP026",
            "celle A4: rækken er ikke taget med; \"Social og sundhed\"",
            "celle A6",
            "celle A9",
            "celle J3: en kolonne uden overskrift",
        ],
    );
}

#[test]
fn a_blank_cell_says_nothing() {
    let folder = Folder::new(|sheet| row(sheet, 4, &["74", "", "", "", "", ""]));
    folder.done("assess 74 --likelihood 3 --reason Postkassen --owner Børnechefen");
    let before = folder.text(FILE);
    folder.done(IMPORT);
    assert_eq!(folder.text(FILE), before);
}

#[test]
fn what_somebody_wrote_in_the_file_is_a_conflict_until_it_is_decided() {
    let folder = Folder::new(|sheet| {
        row(sheet, 4, &["74", "", "4", "2", "", "Skolechefen"]);
        row(sheet, 5, &["61", "", "2"]);
    });
    folder.done("assess 74 --likelihood 3 --reason Postkassen --owner Børnechefen");
    folder.done("assess 74 --integrity 4 --reason Afgørelser");
    let said = folder.refused(IMPORT, 3);
    assert_says(
        &said.stderr,
        &["IMP021", "3 – Sandsynligt", "4 – Forventet", "Skolechefen", "Integritet", "celle C4"],
    );
    let said = folder.refused(&format!("{IMPORT} --decisions valg.csv"), 3);
    assert!(said.stderr.contains("valg.csv"), "{}", said.stderr);
    let list = folder.text("valg.csv");
    assert_eq!(list.lines().count(), 4, "{list}");
    let decided: Vec<String> = list
        .lines()
        .map(|line| match line {
            line if line.contains("Sandsynlighed") => format!("{line}projektmappe"),
            line if line.starts_with("74") => format!("{line}fil"),
            line => line.to_owned(),
        })
        .collect();
    folder.write("valg.csv", &decided.join("\n"));
    folder.done(&format!("{IMPORT} --decisions valg.csv"));
    assert_says(
        &folder.answer("74"),
        &["likelihood: 4\n  reason: Postkassen", "owner: Børnechefen"],
    );
    // Both sides at once.
    folder.refused(IMPORT, 3);
    folder.done(&format!("{IMPORT} --prefer workbook"));
    assert!(folder.text(FILE).contains("owner: Skolechefen"));
}

#[test]
fn a_figure_that_equals_the_catalogues_becomes_the_municipalitys_own() {
    let folder = Folder::new(|sheet| row(sheet, 4, &["74", "", "", "4"]));
    let said = folder.done(IMPORT);
    assert_says(&said.stdout, &["3 ændringer", "4 – Meget høj (udgangsværdi)"]);
    assert!(!folder.answer("74").contains("catalogue"));
}

#[test]
fn every_bad_cell_and_unknown_id_is_named_in_one_run() {
    let folder = Folder::new(|sheet| {
        row(sheet, 4, &["O3", "", "2"]);
        row(sheet, 5, &["74", "T99", "2"]);
        row(sheet, 6, &["75", "", "9", "høi"]);
        row(sheet, 7, &["76", "", "2"]);
        row(sheet, 8, &["76", "", "3"]);
        sheet.write_formula(8, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        row(sheet, 9, &["77"]);
        sheet.write_formula(9, 0, Formula::new("=A1+1").set_result("#REF!")).unwrap();
        row(sheet, 10, &["", "", "1"]);
    });
    let said = folder.refused(IMPORT, 2);
    for (code, cell) in [
        ("IMP007", "A4"),
        ("IMP011", "B5"),
        ("IMP008", "C6"),
        ("IMP008", "D6"),
        ("IMP010", "A8"),
        ("IMP006", "C9"),
        ("IMP006", "A10"),
    ] {
        let is_said =
            said.stderr.contains(code) && said.stderr.contains(&format!("celle {cell}\n"));
        assert!(is_said, "{code} at {cell} in {}", said.stderr);
    }
    assert_says(&said.stderr, &["mente du \"03\"?", "række 7"]);
}

#[test]
fn two_rows_that_disagree_about_their_activity_are_refused() {
    let folder = Folder::new(|sheet| {
        row(sheet, 4, &["74", "T08", "2", "", "", "Børnechefen"]);
        row(sheet, 5, &["74", "T13", "2", "", "", "Skolechefen"]);
    });
    let said = folder.refused(IMPORT, 2);
    assert_says(&said.stderr, &["IMP027", "Skolechefen", "Børnechefen", "F4", "celle F5"]);
}

#[test]
fn a_header_that_is_missing_or_stands_twice_is_named_with_the_nearest() {
    let folder = Folder::new(|sheet| {
        sheet.write(2, 2, "Hvor tidt").unwrap();
        sheet.write(2, 7, "Ejer").unwrap();
        row(sheet, 4, &["74", "", "2"]);
    });
    let said = folder.refused(IMPORT, 2);
    assert_says(&said.stderr, &["IMP004", "\"Hvor tit\"", "mente du \"Hvor tit\"?", "IMP016"]);
}

#[test]
fn the_sheet_and_the_header_row_can_be_named() {
    let folder = Folder::new(|sheet| row(sheet, 4, &["74", "", "2"]));
    let with = |lines: &str| MAPPING.replace("columns:", &format!("{lines}columns:"));
    folder.write("mapping.yml", &with("sheet: vores Risici\nheader-row: 3\n"));
    folder.done(&format!("{IMPORT} --dry-run"));
    folder.write("mapping.yml", &with("header-row: 4\n"));
    assert_says(&folder.refused(IMPORT, 2).stderr, &["IMP004", "\"Nr.\"", "\"Restrisiko\""]);
    folder.write("mapping.yml", &with("sheet: Vores risiko\n"));
    assert_says(&folder.refused(IMPORT, 2).stderr, &["IMP003", "\"Vores risici\""]);
}

#[test]
fn two_sheets_with_every_header_are_not_chosen_between() {
    let folder = Folder::new(|_| {});
    let mut workbook = Workbook::new();
    for name in ["Kladde", "Endelig"] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, header) in (0..).zip(HEADERS) {
            sheet.write(0, column, header).unwrap();
        }
        sheet.write(1, 0, 74).unwrap();
    }
    workbook.save(folder.path().join("egen.xlsx")).unwrap();
    assert_says(&folder.refused(IMPORT, 2).stderr, &["IMP020", "Kladde", "Endelig"]);
    folder.write("mapping.yml", &MAPPING.replace("columns:", "sheet: Endelig\ncolumns:"));
    folder.done(IMPORT);
}

#[test]
fn every_mistake_in_a_mapping_is_named_in_one_run_with_its_line() {
    let folder = Folder::new(|sheet| row(sheet, 4, &["74", "", "2"]));
    let wrong = "risiko-map: 2
ark: Vores risici
header-row: 0
columns:
  Hvor tit: sandsynlighed
  Hvor slemt: [consequence, owner]
  Fortrolighed: consequence.data-subject.confidentiality
  Ikke relevant: not-relevant
levels:
  likelihood: {Sjældent: 7}
activities: {Biblioteket: O3}
threats: {Breve: T99}
";
    folder.write("mapping.yml", wrong);
    let said = folder.refused(IMPORT, 2);
    let expected = [
        ("ASM008", 1),
        ("YML002", 2),
        ("YML006", 3),
        ("YML006", 5),
        ("YML003", 7),
        ("ASM001", 10),
        ("ASM002", 11),
        ("ASM003", 12),
    ];
    for (code, line) in expected {
        let is_said = said
            .stderr
            .split("\n\n")
            .any(|finding| finding.contains(code) && finding.contains(&format!("linje {line},")));
        assert!(is_said, "{code} in line {line} in\n{}", said.stderr);
    }
    assert_says(&said.stderr, &["likelihood", "activity", "threat"]);
    folder.write("mapping.yml", "columns: [Nr.]\n");
    assert_says(&folder.refused(IMPORT, 2).stderr, &["risiko-map", "YML005"]);
    assert_eq!(folder.run("import egen.xlsx --map ingen.yml").code, 2);
}

#[test]
fn a_mapping_and_a_base_cannot_both_be_meant() {
    let folder = Folder::new(|_| {});
    let said = folder.refused(&format!("{IMPORT} --assume-base {FILE}"), 2);
    assert_says(&said.stderr, &["--map", "--assume-base"]);
}

#[test]
fn a_reason_for_why_a_threat_does_not_arise_needs_a_threat() {
    let folder = Folder::new(|sheet| {
        row(sheet, 4, &["74", "T08", "", "", "Vi sender ingen breve"]);
        row(sheet, 5, &["75", "", "", "", "Vi sender ingen breve"]);
    });
    folder.write("mapping.yml", &MAPPING.replace("likelihood-reason", "not-relevant"));
    assert_says(&folder.refused(IMPORT, 2).stderr, &["IMP011", "celle E5"]);
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let folder = Folder::new(|sheet| row(sheet, 4, &["74", "", "2"]));
    let said = folder.refused(&format!("{IMPORT} --dry-run"), 0);
    assert_says(&said.stdout, &["1 ændring;", "2 – Mindre sandsynligt"]);
}

#[test]
fn english_headers_and_messages_work_as_well() {
    let folder = Folder::new(|sheet| row(sheet, 4, &["74", "", "likely"]));
    let said = folder.done(&format!("{IMPORT} --lang en"));
    assert_says(&said.stdout, &["3 – Likely", "the column \"Farve\" is not taken"]);
}

/// Headers of an export from OS2compliance.
const OS2: [&str; 20] = [
    "Trussel Type",
    "Trussel Beskrivelse",
    "Ikke Relevant",
    "Sandsynlighed",
    "Konf. Registrerede",
    "Konf. Organisation",
    "Konf. Samfund",
    "Integr. Registrerede",
    "Integr. Organisation",
    "Integr. Samfund",
    "Tilg. Registrerede",
    "Tilg. Organisation",
    "Tilg. Samfund",
    "Autent. Samfund",
    "Problem",
    "Eksisterende Foranstaltninger",
    "Metode",
    "Uddybning",
    "Restrisiko Sandsynlighed",
    "Restrisiko Konsekvens",
];

const OS2_FACTS: [(&str, &str); 7] = [
    ("Titel", "Anbringelser 2025"),
    ("Risikoejer", "Børnechefen"),
    ("Kommentarer", "Gennemgået på mødet"),
    ("Tilstede på mødet", "Ida og Mads"),
    ("Dato", "03-06-2025"),
    ("Næste revision", "2026-06-03"),
    ("Systemejer", "Ikke udfyldt"),
];

/// A row with values under the headers named; every other cell holds what OS2compliance writes
/// where nothing is.
fn os2_row(sheet: &mut Worksheet, number: u32, values: &[(&str, &str)]) {
    for (column, header) in (0..).zip(OS2) {
        let value = values.iter().find(|(known, _)| *known == header).map(|(_, value)| *value);
        let nothing = if column > 2 && column < 14 { "null" } else { "" };
        sheet.write(number - 1, column, value.unwrap_or(nothing)).unwrap();
    }
}

const LETTERS: &str = "Breve sendes til en forkert modtager";
const SNOOPING: &str = "Medarbejdere snager i sager";

/// Three threats: one that the catalogue has by its title, two that it knows under other words.
fn os2_threats(sheet: &mut Worksheet) {
    os2_row(
        sheet,
        2,
        &[
            (
                "Trussel Beskrivelse",
                "Oplysninger  røbes i samtaler eller på skærme, hvor andre kan følge med",
            ),
            ("Ikke Relevant", "Nej"),
            ("Sandsynlighed", "2"),
            ("Konf. Registrerede", "2"),
            ("Autent. Samfund", "1"),
        ],
    );
    os2_row(
        sheet,
        3,
        &[
            ("Trussel Type", "Medarbejdere"),
            ("Trussel Beskrivelse", LETTERS),
            ("Ikke Relevant", "Nej"),
            ("Sandsynlighed", "Sandsynligt"),
            ("Konf. Registrerede", "4"),
            ("Konf. Organisation", "3"),
            ("Problem", "To breve i år"),
            ("Eksisterende Foranstaltninger", "Sikker mail\nKontrol før afsendelse"),
            ("Metode", "Mitiger"),
            ("Uddybning", "Vi køber nyt system\nog lukker postkassen"),
            ("Restrisiko Sandsynlighed", "2"),
            ("Restrisiko Konsekvens", "3"),
        ],
    );
    os2_row(
        sheet,
        4,
        &[
            ("Trussel Type", "Medarbejdere"),
            ("Trussel Beskrivelse", SNOOPING),
            ("Ikke Relevant", "Ja"),
            ("Konf. Registrerede", "1"),
            ("Metode", "Ingen"),
        ],
    );
    os2_row(sheet, 5, &[("Trussel Beskrivelse", "Ikke besvaret"), ("Ikke Relevant", "Nej")]);
}

/// Skovby's new assessment, and an export from OS2compliance.
fn os2_folder(threats: impl FnOnce(&mut Worksheet)) -> Folder {
    let folder = Folder(tempfile::tempdir().unwrap());
    folder.done("init skovby --as-of 2026-11-01");
    let mut workbook = Workbook::new();
    let facts = workbook.add_worksheet();
    facts.set_name("Stamdata").unwrap();
    for (column, (header, value)) in (0..).zip(OS2_FACTS) {
        facts.write(0, column, header).unwrap();
        facts.write(1, column, value).unwrap();
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name("Trusler").unwrap();
    for (column, header) in (0..).zip(OS2) {
        sheet.write(0, column, header).unwrap();
    }
    threats(sheet);
    workbook.save(folder.path().join("os2.xlsx")).unwrap();
    folder
}

/// Fills in the numbers of the list that the program wrote.
fn fill_in(folder: &Folder, numbers: &[(&str, &str)]) {
    let filled: Vec<String> = folder
        .text("trusler.csv")
        .lines()
        .map(|line| {
            let number = numbers.iter().find(|(text, _)| line.starts_with(text));
            format!("{line}{}", number.map_or("", |(_, number)| number))
        })
        .collect();
    folder.write("trusler.csv", &filled.join("\r\n"));
}

const OS2_IMPORT: &str = "import os2.xlsx --activity 74 --threats trusler.csv";

#[test]
fn an_export_of_os2compliance_asks_for_the_activity() {
    let folder = os2_folder(os2_threats);
    let said = folder.refused("import os2.xlsx", 2);
    assert_says(&said.stderr, &["OS2compliance", "--activity 74", "ARG019"]);
    assert_says(&folder.refused("import os2.xlsx --activity O3", 2).stderr, &["ARG003", "\"03\""]);
    let said = folder.refused("import os2.xlsx --threats trusler.csv", 2);
    assert_says(&said.stderr, &["--activity"]);
}

#[test]
fn threats_without_a_number_are_listed_with_a_suggestion_and_taken_once_they_have_one() {
    let folder = os2_folder(os2_threats);
    let said = folder.refused("import os2.xlsx --activity 74", 2);
    assert_says(&said.stderr, &["IMP029", LETTERS, SNOOPING, "--threats"]);
    assert!(!said.stderr.contains("IMP025"), "notes can wait: {}", said.stderr);
    assert!(!said.stderr.contains("\"Ikke besvaret\" er ikke fundet"));
    folder.refused(&format!("{OS2_IMPORT} --dry-run"), 2);
    assert!(!folder.path().join("trusler.csv").exists());

    let said = folder.refused(OS2_IMPORT, 2);
    assert_says(&said.stderr, &["trusler.csv", "\"nummer\""]);
    let list = folder.text("trusler.csv");
    let (header, rows) = list.split_once("\r\n").unwrap();
    assert_eq!(header, "\u{feff}trussel i OS2compliance;type;forslag;nummer");
    assert_eq!(rows.lines().count(), 2, "{list}");
    assert!(rows.contains("T08 Oplysninger sendes til en forkert modtager;"), "{list}");
    // A list that is there is never written over.
    folder.refused(&format!("{OS2_IMPORT}x --dry-run"), 2);
    fill_in(&folder, &[(LETTERS, "T08 Oplysninger sendes"), (SNOOPING, "t4")]);
    let said = folder.done(OS2_IMPORT);
    assert_says(
        &said.stdout,
        &[
            "IMP028",
            "T08: 4 – Meget høj",
            "T09: 2 – Medium",
            "5 rækker i skemaet: 4 taget med, 1 ikke",
        ],
    );
    // What has been read once changes nothing the second time.
    let text = folder.text(FILE);
    assert_says(&folder.done(OS2_IMPORT).stdout, &["0 ændringer"]);
    assert_eq!(folder.text(FILE), text);
}

#[test]
fn every_answer_of_an_export_arrives_in_its_place() {
    let folder = os2_folder(os2_threats);
    folder.refused(OS2_IMPORT, 2);
    fill_in(&folder, &[(LETTERS, "T08"), (SNOOPING, "T04")]);
    folder.done(OS2_IMPORT);
    let highest = |level: u8| {
        let reason = "Det højeste tal blandt truslerne i OS2compliance";
        format!("\n        level: {level}\n        origin: own\n        reason: {reason}")
    };
    let (confidentiality, organisation, society) = (highest(4), highest(3), highest(1));
    let expected = format!(
        "  status: in-progress
  consequence:
    data-subject:
      confidentiality:{confidentiality}
      integrity: {{level: 4, origin: catalogue}}
      availability: {{level: 4, origin: catalogue}}
    organisation:
      confidentiality:{organisation}
    society:
      authenticity:{society}
  threats:
  - id: T04
    not-relevant: Markeret som ikke relevant i OS2compliance
  - id: T08
    likelihood: 3
    reason: To breve i år
    measures:
    - Sikker mail
    - Kontrol før afsendelse
    treatment: mitigate
    actions:
    - what: |-
        Vi køber nyt system
        og lukker postkassen
    residual: {{likelihood: 2, consequence: 3}}
  - id: T09
    likelihood: 2
  owner: Børnechefen
  note: Gennemgået på mødet
  assessed:
    \"on\": \"2025-06-03\"
  review-by: \"2026-06-03\""
    );
    assert_eq!(folder.answer("74").trim_end(), expected);
}

#[test]
fn columns_and_rows_of_an_export_that_have_no_place_are_named() {
    let folder = os2_folder(|sheet| {
        os2_threats(sheet);
        sheet.write(0, 20, "Risikoscore").unwrap();
    });
    folder.refused(OS2_IMPORT, 2);
    fill_in(&folder, &[(LETTERS, "T08")]);
    let said = folder.done(OS2_IMPORT);
    assert_says(
        &said.stdout,
        &[
            "\"Titel\"",
            "\"Tilstede på mødet\"",
            "\"Systemejer\"",
            "\"Risikoscore\"",
            &format!("\"{SNOOPING}\" er ikke taget med; den har intet nummer"),
            "\"Ikke besvaret\" er ikke taget med; der er ikke svaret",
            "5 rækker i skemaet: 3 taget med, 2 ikke",
        ],
    );
    assert!(!folder.answer("74").contains("T04"));
}

#[test]
fn a_problem_is_the_reason_why_a_threat_is_not_relevant() {
    let folder = os2_folder(|sheet| {
        os2_row(
            sheet,
            2,
            &[("Trussel Beskrivelse", "T08"), ("Ikke Relevant", "Ja"), ("Problem", "Ingen breve")],
        );
    });
    folder.done("import os2.xlsx --activity 74");
    let answer = folder.answer("74");
    assert_says(&answer, &["- id: T08\n    not-relevant: Ingen breve\n"]);
    assert!(!answer.contains("reason: Ingen breve"), "{answer}");
}

#[test]
fn two_texts_on_one_number_are_refused_with_both_places() {
    let folder = os2_folder(os2_threats);
    folder.refused(OS2_IMPORT, 2);
    fill_in(&folder, &[(LETTERS, "T08"), (SNOOPING, "T08")]);
    let said = folder.refused(OS2_IMPORT, 2);
    assert_says(&said.stderr, &["IMP010", "\"T08\"", "række 3", "celle B4"]);
}

#[test]
fn every_mistake_in_an_export_and_its_list_is_named() {
    let folder = os2_folder(|sheet| {
        os2_row(
            sheet,
            2,
            &[("Trussel Beskrivelse", "T08"), ("Sandsynlighed", "7"), ("Metode", "Måske")],
        );
        os2_row(sheet, 3, &[("Trussel Beskrivelse", "T09"), ("Ikke Relevant", "ved ikke")]);
        sheet.write_formula(3, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    });
    let said = folder.refused("import os2.xlsx --activity 74", 2);
    for (code, cell) in [("IMP008", "D2"), ("IMP012", "Q2"), ("IMP012", "C3"), ("IMP006", "B4")] {
        let is_said =
            said.stderr.contains(code) && said.stderr.contains(&format!("celle {cell}\n"));
        assert!(is_said, "{code} at {cell} in {}", said.stderr);
    }
    folder.write("trusler.csv", "trussel i OS2compliance;nummer\nNoget;T99\nAndet;8;x\n");
    assert_says(&folder.refused(OS2_IMPORT, 2).stderr, &["IMP011", "celle B2", "IMP018"]);
    let twice = "number;threat in OS2compliance\nT08;Noget\n;Noget\nT09;noget\n";
    folder.write("trusler.csv", twice);
    assert_says(&folder.refused(OS2_IMPORT, 2).stderr, &["IMP027", "celle A4", "\"T08\" i A2"]);
    folder.write("trusler.csv", "trussel;nummer\n");
    assert_says(&folder.refused(OS2_IMPORT, 2).stderr, &["IMP004", "trussel i OS2compliance"]);
    folder.write("trusler.csv", "");
    assert_says(&folder.refused(OS2_IMPORT, 2).stderr, &["IMP004", "\"nummer\""]);
}

#[test]
fn an_export_conflicts_with_what_somebody_wrote_as_every_other_form() {
    let folder = os2_folder(os2_threats);
    folder.refused(OS2_IMPORT, 2);
    fill_in(&folder, &[(LETTERS, "T08")]);
    folder.done("assess 74 --threat T08 --likelihood 1 --reason \"Sket én gang\"");
    folder.done("assess 74 --confidentiality 3 --owner Skolechefen --reason Skøn");
    let said = folder.refused(OS2_IMPORT, 3);
    assert_says(&said.stderr, &["IMP021", "Sket én gang", "Skolechefen", "3 – Høj", "celle E3"]);
    folder.done(&format!("{OS2_IMPORT} --prefer file"));
    let answer = folder.answer("74");
    assert_says(&answer, &["owner: Skolechefen", "level: 3 origin: own reason: Skøn"]);
    folder.done(&format!("{OS2_IMPORT} --prefer workbook"));
    assert_says(&folder.answer("74"), &["owner: Børnechefen", "level: 4 origin: own reason: Det"]);
}

#[test]
fn a_workbook_that_is_no_export_is_not_taken_for_one() {
    let folder = Folder::new(|sheet| row(sheet, 4, &["74"]));
    let said = folder.refused("import egen.xlsx --activity 74", 2);
    assert_says(&said.stderr, &["IMP003", "\"Trussler\"", "\"Vores risici\""]);
    assert_says(&folder.refused("import egen.xlsx", 2).stderr, &["IMP017"]);
}
