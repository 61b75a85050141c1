//! Two versions of the catalogue: what differs, and how an assessment goes from one to the other.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;

use risiko::domain::{Change, Date};
use risiko::engine::{Look, upgrade};
use serde_json::Value;
use support::console::{Said, copy_catalogue, replace, run, words};

/// An assessment made with the shipped catalogue, and a newer catalogue in the folder `ny`.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let new = folder.path().join("ny");
        copy_catalogue(&new);
        let folder = Self(folder);
        folder.edit("catalog.yml", "version: \"2026.1\"", "version: \"2027.1\"");
        folder.edit("catalog.yml", "valid-from: 2026-11-01", "valid-from: 2027-06-01");
        let area = "activities/15-boern-familie.yml";
        // 74 gets another figure, 80 is retired.
        let text = folder.text(area);
        let (before, after) = text.split_once("  - id: \"74\"").unwrap();
        let after = after.replacen("confidentiality: 4", "confidentiality: 3", 1);
        let after = after.replacen(
            "  - id: \"80\"",
            "  - id: \"80\"\n    retired: \"2027-01\"\n    replaced-by: \"74\"",
            1,
        );
        fs::write(folder.0.path().join("ny").join(area), format!("{before}  - id: \"74\"{after}"))
            .unwrap();
        folder.edit("threats.yml", "title: Systemet går ned i driftstiden", "title: Nedetid");
        folder
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.0.path().join("ny").join(file)).unwrap()
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        replace(&self.0.path().join("ny").join(file), from, to);
    }

    /// Runs a command; what it prints is given without the line breaks of its width.
    fn run(&self, command: &str) -> Said {
        let said = run(self.0.path(), &words(command), None);
        let on_one_line = said.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        Said { stdout: on_one_line, ..said }
    }

    fn assessment(&self) -> String {
        fs::read_to_string(self.0.path().join("a.risiko.yml")).unwrap()
    }

    fn started(&self) {
        self.run("init Skovby --as-of 2026-11-01 -o a.risiko.yml");
        let said = self.run("assess 80 --likelihood 2 --reason \"Få sager\"");
        assert_eq!(said.code, 0, "{}", said.stderr);
    }
}

#[test]
fn the_difference_is_told_with_what_needs_a_look_first() {
    let folder = Folder::new();
    folder.run("init Skovby");
    let shipped = format!("{}/catalog", env!("CARGO_MANIFEST_DIR"));
    let said = folder.run(&format!("catalog diff {shipped} ny"));
    assert_eq!(said.code, 1, "{}", said.stderr);
    let (look, words_only) = said.stdout.split_once("Kun ord").unwrap();
    assert!(look.contains("Fra risiko-da 2026.1 til risiko-da 2027.1"), "{look}");
    assert!(look.contains("udgangsværdi for fortrolighed 4 → 3"), "{look}");
    assert!(look.contains("udgået; opgaven ligger nu i 74"), "{look}");
    assert!(words_only.contains("Systemet går ned i driftstiden → Nedetid"), "{words_only}");
    let same = folder.run(&format!("catalog diff {shipped}"));
    assert!(same.code == 0 && same.stdout.contains("Ingen forskelle"), "{}", same.stdout);
    let facts = folder.run(&format!("catalog diff {shipped} ny --format json"));
    let facts: Value = serde_json::from_str(&facts.stdout).unwrap();
    assert_eq!(facts["changes"].as_array().unwrap().len(), 3, "{facts}");
}

#[test]
fn no_difference_is_passed_over_in_silence() {
    let shipped = format!("{}/catalog", env!("CARGO_MANIFEST_DIR"));
    let folder = Folder::new();
    for (file, from, to, said) in [
        ("threats.yml", "example: >-", "example: >-\n      Ny hændelse.", "T01"),
        ("measures.yml", "iso-27002: [", "iso-27002: [\"5.99\", ", "øvrige oplysninger"),
        (
            "activities/10-beskaeftigelse.yml",
            "    systems:\n",
            "    systems:\n      - Nyt\n",
            "+ Nyt",
        ),
        (
            "activities/10-beskaeftigelse.yml",
            "article-6: [e]",
            "article-6: [e, f]",
            "stk. 1, litra f",
        ),
        (
            "activities/16-voksne.yml",
            "starting-reason: >-",
            "starting-reason: >-\n      Nu.",
            "begrundelser",
        ),
    ] {
        folder.edit(file, from, to);
        let out = folder.run(&format!("catalog diff {shipped} ny")).stdout;
        assert!(out.contains(said), "{file}, {to:?}: no {said:?} in {out}");
    }
    let other = Folder::new();
    copy_catalogue(&other.0.path().join("ny"));
    other.edit("laws.yml", "    kind: lov\n", "    kind: lov\n    note: Ny note\n");
    let out = other.run(&format!("catalog diff {shipped} ny")).stdout;
    assert!(out.contains("andre filer er ændret"), "{out}");
}

#[test]
fn an_upgrade_carries_every_answer_and_says_which_need_a_look() {
    let folder = Folder::new();
    folder.started();
    let before = folder.assessment();
    let dry = folder.run("upgrade --catalog ny --catalog-version 2027.1 --dry-run");
    assert_eq!((dry.code, folder.assessment()), (1, before.clone()), "{}", dry.stderr);
    assert!(dry.stdout.contains("Fra kataloget 2026.1 til 2027.1"), "{}", dry.stdout);
    assert!(dry.stdout.contains("udgangsværdien er ændret fra 4 til 3"), "{}", dry.stdout);
    assert!(dry.stdout.contains("80 "), "the retired activity is listed: {}", dry.stdout);
    assert_eq!(folder.run("upgrade --catalog ny").code, 1);
    let after = folder.assessment();
    // Only the lines that name the catalogue differ.
    let differing: Vec<(&str, &str)> =
        before.lines().zip(after.lines()).filter(|(old, new)| old != new).collect();
    assert!(
        differing.len() == 2
            && differing
                .iter()
                .all(|(old, _)| { old.contains("version:") || old.contains("digest:") }),
        "{differing:?}"
    );
    assert_eq!(before.lines().count(), after.lines().count());
    assert!(after.contains("Få sager") && after.contains("2027.1"));
}

#[test]
fn refresh_moves_only_figures_that_nobody_has_confirmed() {
    let folder = Folder::new();
    folder.started();
    let said = folder.run("assess 74 --integrity 2 --reason \"Eget tal\"");
    assert_eq!(said.code, 0, "{}", said.stderr);
    folder.run("upgrade --catalog ny --refresh");
    let text = folder.assessment();
    let (_, block) = text.split_once("- id: \"74\"").unwrap();
    let (block, _) = block.split_once("\n- id:").unwrap();
    assert!(block.contains("confidentiality: {level: 3, origin: catalogue}"), "{block}");
    assert!(block.contains("Eget tal"), "{block}");
}

#[test]
fn a_version_that_is_not_here_is_refused_with_the_one_that_is() {
    let folder = Folder::new();
    folder.started();
    let said = folder.run("upgrade --catalog-version 2027.1");
    assert_eq!(said.code, 2);
    assert!(said.stderr.contains("ARG023") && said.stderr.contains("2026.1"), "{}", said.stderr);
}

#[test]
fn an_assessment_that_is_up_to_date_stays_as_it_is() {
    let folder = Folder::new();
    folder.started();
    let before = folder.assessment();
    let said = folder.run("upgrade");
    assert_eq!((said.code, folder.assessment()), (0, before), "{}", said.stdout);
}

#[test]
fn a_coming_change_is_named_once_it_has_come_since_the_assessment() {
    let (old, kl) = (support::catalogue(), support::method("kl-4x4"));
    let mut new = old.clone();
    let id = support::activity_id("74");
    let mut assessed = support::assessment(old, kl);
    let on = |text: &str| text.parse::<Date>().unwrap();
    (assessed.as_of, new.valid_from) = (on("2026-11-01"), on("2027-06-01"));
    let mut named = |day: &str| {
        let change = Change { date: on(day), text: "Ny lov.".to_owned() };
        new.activities.get_mut(&id).unwrap().changes = vec![change];
        let upgraded = upgrade(&assessed, &new, kl, false);
        let looks = upgraded.to_look_at.iter().find(|look| look.activity == id);
        looks.is_some_and(|look| {
            look.reasons.iter().any(|reason| matches!(reason, Look::Changed(_)))
        })
    };
    assert!(!named("2026-11-01"), "it was the law on that day");
    assert!(named("2026-11-02") && named("2027-06-01"));
    assert!(!named("2027-06-02"), "it is still to come");
}

#[test]
fn cross_cutting_activities_are_added_only_where_the_municipality_has_some() {
    let (catalogue, kl) = (support::catalogue(), support::method("kl-4x4"));
    let added = |without: &[&str]| {
        let mut assessed = support::assessment(catalogue, kl);
        assessed.activities.retain(|id, _| !without.contains(&id.as_str()));
        let upgraded = upgrade(&assessed, catalogue, kl, false);
        upgraded.added.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(added(&["74", "B"]), ["74", "B"]);
    assert_eq!(added(&["74", "A", "B", "C", "D", "E", "F"]), ["74"]);
}
