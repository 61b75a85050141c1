//! KL's own workbook as a municipality has it: every figure arrives, and nothing is guessed.
//!
//! The titles and figures here are invented; only the layout is KL's.
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

use risiko::exchange::workbook::{Address, Cell, Sheet, Value, Visibility, Workbook as Contents};
use risiko::exchange::{Incoming, read_kl};
use risiko::finding::Code;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};
use support::catalogue;
use support::console::{Said, run, words};

/// Headers of the layout, without the group titles above.
const HEADERS: [&str; 10] = [
    "Kategori",
    "Nummer",
    "Aktivitet",
    "Titel",
    "Beskrivelse",
    "Konsekvens",
    "Fortrolighed",
    "Integritet",
    "Tilgængelighed",
    "Lovhjemmel",
];

/// Every id in the order of the list, with its place from 0.
fn ids() -> Vec<(u32, String)> {
    (0..).zip(catalogue().activities.keys().map(ToString::to_string)).collect()
}

/// The invented figure of a row, 0–4.
fn figure(place: u32) -> u8 {
    u8::try_from(place % 5).unwrap()
}

/// Which of the three columns the row crosses.
fn crosses(place: u32) -> [bool; 3] {
    [true, place.is_multiple_of(2), place.is_multiple_of(3)]
}

/// One sheet of activities, moved down and to the right.
fn activities(sheet: &mut Worksheet, (down, right): (u32, u16)) {
    sheet.set_name("Behandlingsaktiviteter").unwrap();
    sheet.write(0, 0, "Risikovurdering").unwrap();
    for (column, header) in (right..).zip(HEADERS) {
        sheet.write(down + 1, column, header).unwrap();
    }
    for (place, id) in ids() {
        let row = down + 2 + place;
        let mut put = |column: u16, text: &str| sheet.write(row, right + column, text).map(|_| ());
        let is_retired = id == "81";
        put(1, &if is_retired { "81 - UDGÅET".to_owned() } else { id.clone() }).unwrap();
        put(2, "Noget").unwrap();
        put(3, &format!("Titel {id}")).unwrap();
        put(4, &format!("Tekst {id}\nmed to linjer")).unwrap();
        put(9, &format!("Lov {place}")).unwrap();
        for (column, is_crossed) in (6..).zip(crosses(place)) {
            if is_crossed {
                put(column, "x").unwrap();
            }
        }
        put(10, "X").unwrap();
        put(11 + u16::try_from(place % 6).unwrap(), "X").unwrap();
        put(31, "x").unwrap();
        // Every other figure is text, as hand-made sheets have it.
        if place.is_multiple_of(2) {
            sheet.write(row, right + 5, figure(place)).unwrap();
        } else {
            sheet.write(row, right + 5, figure(place).to_string()).unwrap();
        }
    }
}

/// The whole workbook, then changed by the test.
fn write(path: &Path, moved: (u32, u16), change: impl FnOnce(&mut Worksheet)) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    activities(sheet, moved);
    change(sheet);
    let kle = workbook.add_worksheet();
    kle.set_name("KLE samlet").unwrap();
    for (column, header) in (1..).zip(["Niveau", "Kode", "Titel", "Nummer"]) {
        kle.write(0, column, header).unwrap();
    }
    kle.write(1, 2, "27.60.14").unwrap();
    kle.write(1, 4, "56").unwrap();
    // Excel has made a number of the group 27.60.
    kle.write(2, 2, 27.6).unwrap();
    kle.write(2, 4, 74).unwrap();
    workbook.save(path).unwrap();
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(change: impl FnOnce(&mut Worksheet)) -> Self {
        Self::moved((0, 0), change)
    }

    fn moved(moved: (u32, u16), change: impl FnOnce(&mut Worksheet)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write(&folder.path().join("KL.xlsx"), moved, change);
        Self(folder)
    }

    fn run(&self, command: &str) -> Said {
        run(self.0.path(), &words(command), None)
    }

    fn listed(&self) -> serde_json::Value {
        let said = self.run("catalog list --format json");
        serde_json::from_str(&said.stdout).unwrap_or_else(|_| panic!("{}", said.stderr))
    }

    fn kl(&self) -> Option<String> {
        fs::read_to_string(self.0.path().join("catalog/kl.yml")).ok()
    }
}

/// What the list must say of every activity after the import.
fn assert_all_figures_arrived(folder: &Folder) {
    let list = folder.listed();
    let listed = list["activities"].as_array().unwrap();
    assert_eq!(listed.len(), 96);
    for (entry, (place, id)) in listed.iter().zip(ids()) {
        assert_eq!(entry["id"], id.as_str());
        if id == "81" {
            continue;
        }
        assert_eq!(entry["title"], format!("Titel {id}"));
        assert_eq!(entry["description"], format!("Tekst {id}\nmed to linjer"));
        let levels = &entry["starting-consequence"]["levels"];
        let names = ["confidentiality", "integrity", "availability"];
        for (name, is_crossed) in names.iter().zip(crosses(place)) {
            let wanted = (is_crossed && figure(place) > 0).then(|| figure(place));
            assert_eq!(levels[*name].as_u64(), wanted.map(u64::from), "{id} {name}: {levels}");
        }
        let letters = ["a", "b", "c", "d", "e", "f"];
        let letter = letters[usize::try_from(place % 6).unwrap()];
        assert_eq!(entry["legal-basis"]["article-6"][0], letter, "{id}");
        assert_eq!(entry["legal-basis"]["section-11"], true, "{id}");
    }
}

#[test]
fn all_96_rows_arrive_with_every_figure_title_and_cross() {
    let folder = Folder::new(|_| {});
    let said = folder.run("catalog import KL.xlsx");
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(said.stdout.contains("96 rækker læst: 95 taget med, 1 udgået"), "{}", said.stdout);
    assert_all_figures_arrived(&folder);
    let entry = folder.run("catalog show 74 --format json").stdout;
    let entry: serde_json::Value = serde_json::from_str(&entry).unwrap();
    assert_eq!(entry["activity"]["kle-groups"], serde_json::json!(["27.60"]));
    // A figure from KL is marked as such in a new assessment.
    assert_eq!(folder.run("init Skovby --as-of 2026-11-01 -o a.risiko.yml").code, 0);
    let text = fs::read_to_string(folder.0.path().join("a.risiko.yml")).unwrap();
    assert!(text.contains("origin: kl"));
}

#[test]
fn rows_and_columns_may_have_moved() {
    let folder = Folder::moved((4, 3), |_| {});
    let said = folder.run("catalog import KL.xlsx");
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert_all_figures_arrived(&folder);
}

#[test]
fn merged_categories_and_headings_between_rows_do_not_matter() {
    let folder = Folder::new(|sheet| {
        sheet.merge_range(2, 0, 9, 0, "Beskæftigelse", &Format::new()).unwrap();
        sheet.write(98, 0, "Note under listen").unwrap();
    });
    assert_eq!(folder.run("catalog import KL.xlsx").code, 0);
    assert_all_figures_arrived(&folder);
}

#[test]
fn zero_is_recorded_and_left_unrated_and_said() {
    let folder = Folder::new(|_| {});
    let said = folder.run("catalog import KL.xlsx");
    assert!(said.stdout.contains("CAT020"), "{}", said.stdout);
    let kl = folder.kl().unwrap();
    assert!(kl.contains("starting-consequence: {}\n  kl-consequence: 0"), "{kl}");
}

#[test]
fn a_second_import_shows_the_difference_and_waits_to_be_told() {
    let folder = Folder::new(|_| {});
    folder.run("catalog import KL.xlsx");
    let before = folder.kl();
    let again = folder.run("catalog import KL.xlsx");
    assert_eq!((again.code, folder.kl()), (0, before.clone()), "{}", again.stdout);
    write(&folder.0.path().join("KL.xlsx"), (0, 0), |sheet| {
        sheet.write(3, 3, "Ny titel").unwrap();
        sheet.write(3, 5, 4).unwrap();
    });
    let said = folder.run("catalog import KL.xlsx");
    assert_eq!(said.code, 1);
    assert!(said.stdout.contains("Titel 02 → Ny titel"), "{}", said.stdout);
    assert!(said.stdout.contains("udgangsværdi for fortrolighed 1 → 4"), "{}", said.stdout);
    assert_eq!(folder.kl(), before, "nothing is written until told");
    assert_eq!(folder.run("catalog import KL.xlsx --force").code, 0);
    assert!(folder.kl().unwrap().contains("Ny titel"));
}

#[test]
fn every_bad_cell_is_named_in_one_run_and_nothing_is_written() {
    let folder = Folder::new(|sheet| {
        sheet.write(2, 1, "O3").unwrap();
        sheet.write(3, 5, 7).unwrap();
        sheet.write(4, 6, "måske").unwrap();
        sheet.write_formula(5, 5, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write(7, 1, "05").unwrap();
    });
    let said = folder.run("catalog import KL.xlsx");
    assert_eq!(said.code, 2);
    for (code, cell) in
        [("IMP007", "B3"), ("IMP012", "F4"), ("IMP012", "G5"), ("IMP010", "B8"), ("CAT024", "A3")]
    {
        let is_said =
            said.stderr.contains(code) && said.stderr.contains(&format!("celle {cell}\n"));
        assert!(is_said, "{code} at {cell} in {}", said.stderr);
    }
    assert!(said.stderr.contains("celle F6"), "{}", said.stderr);
    assert_eq!(folder.kl(), None);
}

#[test]
fn a_sheet_of_formulas_without_results_is_refused_and_not_taken_for_empty() {
    let mut activities = Sheet::new("Behandlingsaktiviteter", Visibility::Visible);
    let mut kle = Sheet::new("KLE samlet", Visibility::Visible);
    for column in 0..6 {
        let formula = || Cell { value: Value::FormulaWithoutResult, has_formula: true };
        activities.insert(Address { row: 2, column }, formula());
        kle.insert(Address { row: 1, column }, formula());
    }
    let workbook = Contents { sheets: vec![activities, kle], ..Contents::default() };
    let outcome = read_kl(Incoming { workbook: &workbook, file: "KL.xlsx" }, catalogue());
    // The number of the activity, and the two columns that count on the other sheet.
    let unreadable = outcome.findings.iter().filter(|f| f.code() == Code::IMP006).count();
    assert_eq!(unreadable, 3, "{:?}", outcome.findings);
    assert!(outcome.findings.has_errors());
}

#[test]
fn a_missing_column_or_sheet_is_named() {
    let folder = Folder::new(|sheet| {
        sheet.write(1, 5, " ").unwrap();
        sheet.write(1, 6, " ").unwrap();
    });
    let said = folder.run("catalog import KL.xlsx");
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("\"konsekvens\""), "{}", said.stderr);
    assert!(said.stderr.contains("\"fortrolighed\""), "{}", said.stderr);
    let folder = Folder::new(|sheet| {
        sheet.set_name("Ark1").unwrap();
    });
    assert!(folder.run("catalog import KL.xlsx").stderr.contains("IMP003"));
}

#[test]
fn a_column_put_in_between_the_crosses_is_noticed_before_it_makes_a_wrong_ground() {
    let with_letters = |shift: u16| {
        Folder::new(move |sheet| {
            for (column, letter) in (11 + shift..).zip(["a", "b", "c", "d", "e", "f"]) {
                sheet.write(1, column, format!("Art. 6, stk. 1, litra {letter}")).unwrap();
            }
        })
    };
    let said = with_letters(1).run("catalog import KL.xlsx");
    assert!(said.code == 2 && said.stderr.contains("IMP004"), "{}", said.stderr);
    assert_eq!(with_letters(0).run("catalog import KL.xlsx").code, 0);
}

#[test]
fn rows_that_cannot_be_used_are_counted_and_said_and_the_rest_arrives() {
    let folder = Folder::new(|sheet| {
        sheet.write(2, 1, "01 - UDGÅET").unwrap();
        for column in 6..9 {
            sheet.write(3, column, " ").unwrap();
        }
        sheet.write(4, 5, " ").unwrap();
        sheet.write(98, 1, 91).unwrap();
        sheet.write(98, 3, "Noget nyt").unwrap();
    });
    let said = folder.run("catalog import KL.xlsx");
    assert_eq!(said.code, 0, "{}", said.stderr);
    for code in ["CAT019", "CAT021", "CAT022", "CAT023"] {
        assert!(said.stdout.contains(code), "{code} in {}", said.stdout);
    }
    assert!(said.stdout.contains("97 rækker læst: 94 taget med, 2 udgået, 1 ukendt"));
    assert!(!folder.kl().unwrap().contains("id: \"91\""));
}

#[test]
fn the_municipalitys_own_words_win_over_kls_and_are_not_touched() {
    let folder = Folder::new(|_| {});
    fs::create_dir(folder.0.path().join("catalog")).unwrap();
    let own = "local: 1\noverrides:\n- {id: \"74\", reason: Vores ord, title: Vores titel}\n";
    fs::write(folder.0.path().join("catalog/local.yml"), own).unwrap();
    folder.run("catalog import KL.xlsx");
    let entry: serde_json::Value =
        serde_json::from_str(&folder.run("catalog show 74 --format json").stdout).unwrap();
    assert_eq!(entry["activity"]["title"], "Vores titel");
    assert_eq!(entry["activity"]["overrides"].as_array().unwrap().len(), 2);
    assert_eq!(fs::read_to_string(folder.0.path().join("catalog/local.yml")).unwrap(), own);
}
