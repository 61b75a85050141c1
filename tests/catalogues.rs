//! `catalog` from outside: locking, listing, searching, showing.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::console::{copy_catalogue, replace, run};

fn risiko(arguments: &[&str]) -> (i32, String, String) {
    let arguments: Vec<String> = arguments.iter().map(|word| (*word).to_owned()).collect();
    let said = run(Path::new(env!("CARGO_MANIFEST_DIR")), &arguments, None);
    (said.code, said.stdout, said.stderr)
}

fn json(arguments: &[&str]) -> Value {
    let (_, out, errors) = risiko(&[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}{errors}"))
}

/// A copy of the shipped catalogue, to be damaged.
struct Copy(tempfile::TempDir);

impl Copy {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_catalogue(folder.path());
        Self(folder)
    }

    fn path(&self) -> &str {
        self.0.path().to_str().unwrap()
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        replace(&self.0.path().join(file), from, to);
    }

    /// The codes found, once each.
    fn codes(&self) -> Vec<String> {
        let facts = json(&["catalog", "check", self.path(), "--fail-on", "never"]);
        let findings = facts["findings"].as_array().unwrap().clone();
        let mut codes: Vec<String> =
            findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

#[test]
fn the_shipped_catalogue_is_clean_and_so_is_a_copy_of_it() {
    let (code, out, errors) = risiko(&["catalog", "check", "--fail-on", "note"]);
    assert_eq!((code, errors.as_str()), (0, ""), "{out}");
    assert_eq!(Copy::new().codes(), Vec::<String>::new());
}

#[test]
fn an_id_that_is_gone_is_found_and_no_force_locks_it_away() {
    let catalogue = Copy::new();
    let path = catalogue.0.path().join("measures.yml");
    let text = fs::read_to_string(&path).unwrap();
    let last = text.rfind("  - id: M").unwrap();
    fs::write(&path, &text[..last]).unwrap();
    assert_eq!(catalogue.codes(), ["CAT015", "CAT016"]);
    let lock = catalogue.0.path().join("catalog.lock");
    let before = fs::read(&lock).unwrap();
    let (code, _, errors) = risiko(&["catalog", "lock", catalogue.path(), "--force"]);
    assert_eq!(code, 2, "{errors}");
    assert!(errors.contains("CAT016"), "{errors}");
    assert_eq!(fs::read(&lock).unwrap(), before);
}

#[test]
fn a_change_is_locked_under_a_new_version_only() {
    let catalogue = Copy::new();
    catalogue.edit("threats.yml", "suggested: some", "suggested: all");
    let (code, _, errors) = risiko(&["catalog", "lock", catalogue.path()]);
    assert_eq!(code, 2);
    assert!(errors.contains("CAT015"), "{errors}");
    catalogue.edit("catalog.yml", "version: \"2026.1\"", "version: \"2026.2\"");
    let (code, _, errors) = risiko(&["catalog", "lock", catalogue.path()]);
    assert_eq!(code, 0, "{errors}");
    assert_eq!(catalogue.codes(), Vec::<String>::new());
}

#[test]
fn a_folder_that_is_no_catalogue_says_which_files_are_missing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let (code, out, _) = risiko(&["catalog", "check", path]);
    assert!(code == 1 && out.contains("ARG022") && out.contains("catalog.yml"), "{out}");
    for command in [["catalog", "diff", path], ["catalog", "lock", path]] {
        let (code, _, errors) = risiko(&command);
        assert!(code == 2 && errors.matches("ARG022 intet-katalog").count() == 1, "{errors}");
    }
    fs::write(folder.path().join("areas.yml"), "areas: []\n").unwrap();
    let (code, out, _) = risiko(&["catalog", "check", path]);
    assert_eq!(code, 1);
    assert!(out.contains("CAT005") && out.contains("catalog.yml"), "{out}");
}

/// May be empty: not every activity has them.
const OPTIONAL: [&str; 7] =
    ["changes", "note", "valid-to", "retired", "reviewed", "dpia-criteria", "replaces"];

#[test]
fn the_list_as_json_has_96_entries_with_every_field_filled() {
    let facts = json(&["catalog", "list"]);
    let activities = facts["activities"].as_array().unwrap();
    assert_eq!(activities.len(), 96);
    for activity in activities.iter().filter(|activity| activity["retired"].is_null()) {
        for (key, value) in activity.as_object().unwrap() {
            let is_empty = match value {
                Value::Null => true,
                Value::String(text) => text.trim().is_empty(),
                Value::Array(items) => items.is_empty(),
                Value::Object(map) => map.is_empty(),
                _ => false,
            };
            assert!(!is_empty || OPTIONAL.contains(&key.as_str()), "{}: {key}", activity["id"]);
        }
        assert_eq!(activity["starting-consequence"]["levels"].as_object().unwrap().len(), 3);
        assert!(!activity["legal-basis"]["laws"].as_array().unwrap().is_empty());
    }
    for (kind, least) in [("threats", 40), ("measures", 66), ("laws", 100)] {
        let entries = json(&["catalog", "list", kind]);
        assert!(entries[kind].as_array().unwrap().len() >= least, "{kind}");
    }
}

#[test]
fn everyday_words_find_their_activity_first() {
    let cases = [
        ("børnehave", "13"),
        ("boernehaver", "13"),
        ("plejehjem", "59"),
        ("kontanthjælp", "04"),
        ("anbringelser", "74"),
        ("hjælpemiddel", "56"),
        ("whistleblowere", "68"),
        ("tandlæge", "19"),
        ("sygedagpengene", "03"),
    ];
    for (word, id) in cases {
        let hits = json(&["catalog", "search", word]);
        assert_eq!(hits["hits"][0]["id"], id, "{word}: {hits:#}");
    }
    let (code, out, _) = risiko(&["catalog", "search", "xyzzy"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("Intet i kataloget passer på \"xyzzy\""), "{out}");
}

#[test]
fn a_kle_topic_answers_with_one_activity_and_a_group_with_all_of_its() {
    assert_eq!(json(&["catalog", "kle", "27.60.14"])["activities"][0]["id"], "58");
    let group = json(&["catalog", "kle", "27.60"]);
    let ids: Vec<&str> = group["activities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|activity| activity["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["56", "58"]);
    assert_eq!(risiko(&["catalog", "kle", "99.99.99"]).0, 2);
}

#[test]
fn an_entry_is_shown_by_number_in_any_case_or_by_the_name_of_a_law() {
    for (words, start) in [
        (&["74"][..], "74 "),
        (&["t8"][..], "T08 "),
        (&["m1"][..], "M01 "),
        (&["barnets", "lov"][..], "Barnets lov"),
    ] {
        let (code, out, errors) = risiko(&[&["catalog", "show"], words].concat());
        assert_eq!(code, 0, "{errors}");
        assert!(out.starts_with(start), "{out}");
    }
    // ARG021
    let (code, _, errors) = risiko(&["catalog", "show", "barnets", "low"]);
    assert_eq!(code, 2);
    assert!(errors.contains("ARG021") && errors.contains("barnets lov"), "{errors}");
}
