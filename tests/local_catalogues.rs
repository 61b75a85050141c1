//! What a municipality adds to the catalogue and says otherwise, from outside.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;

use serde_json::Value;
use support::console::{Said, run, words};

const LOCAL: &str = r#"local: 1
overrides:
- id: "74"
  reason: Vi har én fælles enhed for anbringelser
  title: Anbringelser i Skovby
  starting-consequence: {confidentiality: 4, availability: 2}
- id: T08
  reason: Kommunens eget ord
  title: Fejlsendt post
activities:
- id: X01
  area: sundhed
  title: Strandlivredning
  description: Kommunen lønner livreddere om sommeren.
  starting-consequence: {confidentiality: 1, integrity: 2, availability: 3}
  starting-reason: Uden vagtplan er der ingen livredder.
  threats: [{id: TX01, reason: Stranden har dårlig dækning.}]
threats:
- id: TX01
  title: Mobilnettet på stranden svigter
  type: system
  dimensions: [availability]
  description: Vagten kan ikke ringe.
  suggested: some
measures:
- id: MX01
  title: Radio i tårnet
  kind: teknisk
  description: Hvert tårn har en radio.
  dimensions: [availability]
  threats: [TX01]
"#;

/// A folder with a local catalogue beside an assessment that is yet to be made.
struct Folder(tempfile::TempDir);

impl Folder {
    fn with(local: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("catalog")).unwrap();
        fs::write(folder.path().join("catalog/local.yml"), local).unwrap();
        Self(folder)
    }

    fn run(&self, command: &str) -> Said {
        run(self.0.path(), &words(command), None)
    }

    fn json(&self, command: &str) -> Value {
        let said = self.run(&format!("{command} --format json"));
        serde_json::from_str(&said.stdout).unwrap_or_else(|_| panic!("{}", said.stderr))
    }

    fn started(&self) {
        let said = self.run("init Skovby --as-of 2026-11-01 -o a.risiko.yml");
        assert_eq!(said.code, 0, "{}", said.stderr);
    }
}

#[test]
fn an_own_activity_is_assessed_against_an_own_threat_like_any_other() {
    let folder = Folder::with(LOCAL);
    folder.started();
    let said = folder.run("assess X01 --threat TX01 --likelihood 3 --reason \"Skete i juli\"");
    assert_eq!(said.code, 0, "{}", said.stderr);
    let shown = folder.json("show X01");
    assert_eq!(shown["title"], "Strandlivredning", "{shown}");
    assert!(folder.run("export -o x.xlsx").stderr.contains("skrevet"));
    let back = folder.run("import x.xlsx");
    assert!(back.stdout.contains("0 ændringer"), "{}{}", back.stdout, back.stderr);
}

#[test]
fn an_override_counts_only_for_what_it_says_and_is_shown_with_its_reason() {
    let folder = Folder::with(LOCAL);
    folder.started();
    let shown = folder.json("catalog show 74");
    let activity = &shown["activity"];
    assert_eq!(activity["title"], "Anbringelser i Skovby");
    assert!(activity["description"].as_str().unwrap().len() > 100, "ours stays");
    assert_eq!(activity["overrides"][0]["reason"], "Vi har én fælles enhed for anbringelser");
    let text = fs::read_to_string(folder.0.path().join("a.risiko.yml")).unwrap();
    let (_, block) = text.split_once("- id: \"74\"").unwrap();
    let (block, _) = block.split_once("\n- id:").unwrap();
    assert!(block.contains("availability: {level: 2, origin: catalogue}"), "{block}");
    assert!(!block.contains("integrity"), "what the override leaves out is not rated: {block}");
    assert_eq!(folder.json("catalog show T08")["threat"]["title"], "Fejlsendt post");
}

#[test]
fn an_own_activity_may_stand_in_place_of_a_shared_one_and_of_no_other() {
    let with =
        |id: &str| LOCAL.replace("  area: sundhed", &format!("  area: sundhed\n  replaces: {id}"));
    let folder = Folder::with(&with("\"30\""));
    assert_eq!(folder.json("catalog show X01")["activity"]["replaces"], "30");
    assert!(folder.run("catalog show X01").stdout.contains("i stedet for aktivitet 30"));
    let listed = folder.run("catalog list --format csv").stdout;
    let line = listed.lines().find(|line| line.starts_with("X01")).unwrap();
    assert!(line.trim_end().ends_with(";30"), "{line}");
    for (wrong, code) in [("\"99\"", "CAT001"), ("X01", "CAT001"), ("30x", "YML006")] {
        let facts = Folder::with(&with(wrong)).json("catalog check --fail-on never");
        assert_eq!(facts["findings"][0]["code"], code, "{wrong}: {facts}");
    }
}

#[test]
fn the_folder_may_lie_elsewhere_and_must_then_hold_something() {
    let (beside, elsewhere) = (Folder::with(LOCAL), Folder::with(LOCAL));
    let far = elsewhere.0.path().join("catalog").display().to_string();
    fs::remove_dir_all(beside.0.path().join("catalog")).unwrap();
    beside.started();
    assert_eq!(beside.run("catalog show X01").code, 2);
    assert_eq!(beside.run(&format!("catalog show X01 --catalog {far}")).code, 0);
    let said = beside.run("catalog list --catalog .");
    assert!(said.code == 2 && said.stderr.contains("ARG022"), "{}", said.stderr);
}

#[test]
fn every_mistake_in_a_local_catalogue_is_named_with_its_line_and_stops_everything() {
    let wrong = "local: 1\noverrides:\n- {id: \"94\", reason: a, title: b}\n- {id: \"73\", title: c}\n\
        - {id: \"12\", reason: d, starting-consequence: {confidentiality: 5}}\n\
        - {id: \"13\", reason: e}\n- {id: \"13\", reason: e, title: f}\nactivities:\n\
        - {id: \"91\", area: sundhed, title: g, description: h, starting-reason: i, \
        starting-consequence: {confidentiality: 1, integrity: 1, availability: 1}}\n\
        - {id: X01, area: sundhedd, title: g, description: h, threats: [{id: TX09, reason: j}]}\n";
    let folder = Folder::with(wrong);
    let facts = folder.json("catalog check --fail-on never");
    let codes: Vec<&str> =
        facts["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap()).collect();
    for code in ["CAT001", "YML004", "CAT003", "CAT018", "CAT002", "CAT017"] {
        assert!(codes.contains(&code), "{code} is not among {codes:?}");
    }
    assert_eq!(codes.iter().filter(|code| **code == "CAT001").count(), 3, "{codes:?}");
    assert_eq!(folder.run("init Skovby -o a.risiko.yml").code, 2);
    assert!(!folder.0.path().join("a.risiko.yml").exists());
}

#[test]
fn a_newer_format_is_not_read_as_if_it_were_this_one() {
    let said = Folder::with("local: 9\n").run("catalog list");
    assert!(said.code == 2 && said.stderr.contains("ASM008"), "{}", said.stderr);
}

#[test]
fn an_assessment_without_its_local_catalogue_says_where_to_look_for_it() {
    let folder = Folder::with(LOCAL);
    folder.started();
    fs::remove_dir_all(folder.0.path().join("catalog")).unwrap();
    let said = folder.run("list");
    assert!(said.code == 2 && said.stderr.contains("ASM002"), "{}", said.stderr);
    assert!(said.stderr.contains("local.yml") && said.stderr.contains("--catalog"));
}

#[test]
fn a_file_in_another_encoding_is_refused_and_nothing_is_made() {
    let folder = Folder::with("");
    let latin = b"local: 1\noverrides:\n- {id: \"74\", reason: B\xf8rn, title: Unge}\n";
    fs::write(folder.0.path().join("catalog/local.yml"), latin).unwrap();
    let said = folder.run("init Skovby -o a.risiko.yml");
    assert!(said.code == 2 && said.stderr.contains("UTF-8"), "{}", said.stderr);
    assert!(!folder.0.path().join("a.risiko.yml").exists());
}
