//! Reports: every form says the same facts, the council is told no name, and nothing that people write
//! breaks a file.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::catalogue;
use support::console::{replace, run, words};
use tempfile::TempDir;

const READERS: [&str; 5] = ["direktion", "byraad", "fagomraade", "dpo", "art30"];
/// Forms that hold text as text, or as parts of a package; what a PDF shows, `office.rs` reads.
const FORMS: [&str; 7] = ["md", "html", "json", "csv", "xlsx", "docx", "pptx"];
/// All of them.
const ALL: [&str; 8] = ["md", "html", "json", "csv", "xlsx", "docx", "pptx", "pdf"];
const FILE: &str = "skovby-2026.risiko.yml";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The example of Skovby, an earlier round of it, and the example of Fjordby.
fn municipalities() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::copy(root().join("examples/01-skovby").join(FILE), at.join(FILE)).unwrap();
    let fjordby = "fjordby-2026.risiko.yml";
    fs::copy(root().join("examples/02-fjordby").join(fjordby), at.join(fjordby)).unwrap();
    let now = fs::read_to_string(at.join(FILE)).unwrap();
    let then = now.replace("round: \"2026\"", "round: \"2025\"");
    let then = then.replace("as-of: \"2026-11-01\"", "as-of: \"2025-11-01\"");
    // Two activities were better or worse a year ago.
    let then = then.replacen("- id: T13\n    likelihood: 3", "- id: T13\n    likelihood: 4", 1);
    let then = then.replacen("- id: T24\n    likelihood: 4", "- id: T24\n    likelihood: 1", 1);
    assert_ne!(then.replace("2025", "2026"), now);
    fs::write(at.join("skovby-2025.risiko.yml"), then).unwrap();
    folder
}

fn report(at: &Path, reader: &str, further: &str) -> support::console::Said {
    let area = if reader == "fagomraade" { " --area boern-familie" } else { "" };
    let command = format!(
        "report {FILE} --for {reader}{area} --as-of 2026-11-23 --since skovby-2025.risiko.yml \
         --against fjordby-2026.risiko.yml {further}"
    );
    run(at, &words(&command), None)
}

/// Writes a report and gives its text: of a package that of all its parts.
fn written(at: &Path, reader: &str, form: &str) -> Option<String> {
    let file = format!("rapport-{reader}.{form}");
    let said = report(at, reader, &format!("--force -o {file}"));
    if form == "pptx" && !["direktion", "byraad"].contains(&reader) {
        assert_eq!(said.code, 2, "{reader} {form}: {}", said.stderr);
        return None;
    }
    assert_eq!(said.code, 0, "{reader} {form}: {}", said.stderr);
    let bytes = fs::read(at.join(file)).unwrap();
    Some(match form {
        "xlsx" | "docx" | "pptx" => package(&bytes),
        "pdf" => String::from_utf8_lossy(&bytes).into_owned(),
        _ => plain(&String::from_utf8(bytes).unwrap()),
    })
}

/// The text of every part of a package.
fn package(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            part.read_to_string(&mut text).unwrap();
            text.push('\n');
        }
    }
    plain(&text)
}

/// Text without markup, each blank once.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    for character in text.chars() {
        match character {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                plain.push(' ');
            }
            '\\' => {}
            other if !inside => plain.push(other),
            _ => {}
        }
    }
    let plain = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")]
        .iter()
        .fold(plain, |text, (from, to)| text.replace(from, to));
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn facts(at: &Path, reader: &str) -> Value {
    let said = report(at, reader, "--format json");
    assert_eq!(said.code, 0, "{}", said.stderr);
    serde_json::from_str(&said.stdout).unwrap()
}

#[test]
fn every_form_says_the_facts_of_the_json() {
    let folder = municipalities();
    let at = folder.path();
    for reader in READERS {
        let facts = facts(at, reader);
        let digest = facts["digest"].as_str().unwrap();
        for form in FORMS.iter().filter(|form| !["json", "csv"].contains(form)) {
            let Some(text) = written(at, reader, form) else { continue };
            let place = format!("{reader} {form}");
            assert!(text.contains(digest), "{place}: no checksum");
            assert!(text.contains("2026.1") && text.contains("kl-4x4"), "{place}: method");
            if reader == "art30" {
                for entry in facts["record"].as_array().unwrap() {
                    let title = entry["title"].as_str().unwrap();
                    assert!(text.contains(title), "{place}: {title}");
                    let purposes = entry["purposes"].as_str().unwrap();
                    let start: String = purposes.chars().take(60).collect();
                    assert!(text.contains(start.trim()), "{place}: {purposes}");
                }
                continue;
            }
            let coverage = &facts["coverage"];
            let counted = format!("{} af", coverage["assessed"]);
            assert!(text.contains(&counted), "{place}: {counted}");
            if *form == "pptx" || reader == "byraad" {
                continue;
            }
            for activity in facts["activities"].as_array().unwrap() {
                let title = activity["title"].as_str().unwrap();
                assert!(text.contains(title), "{place}: {title}");
            }
            for planned in facts["planned"].as_array().unwrap() {
                let what = plain(planned["what"].as_str().unwrap());
                assert!(text.contains(&what), "{place}: {what}");
            }
            assert!(text.contains("Fjordby"), "{place}: the other municipality");
        }
    }
}

#[test]
fn counts_are_the_same_for_every_reader() {
    let folder = municipalities();
    let at = folder.path();
    let all: Vec<Value> = ["direktion", "byraad", "dpo", "art30"].map(|of| facts(at, of)).into();
    for key in ["coverage", "bands", "actions", "questions", "sureness", "findings", "since"] {
        for other in &all[1..] {
            assert_eq!(all[0][key], other[key], "{key}");
        }
    }
    let since = &all[0]["since"];
    assert_eq!((since["raised"].as_u64(), since["lowered"].as_u64()), (Some(1), Some(1)));
    assert_eq!(all[0]["moved"].as_array().unwrap().len(), 2);
    // Two activities of four are red in this area, and all of them are in the whole.
    let area = facts(at, "fagomraade");
    assert_eq!(area["coverage"]["of"], 4);
    assert_eq!(area["bands"][0]["current"], 2);
}

#[test]
fn the_council_is_told_no_name_of_a_task_a_threat_or_a_person() {
    let folder = municipalities();
    let at = folder.path();
    let mut names: BTreeSet<String> = BTreeSet::new();
    names.extend(catalogue().activities.values().map(|activity| activity.title.clone()));
    names.extend(catalogue().threats.values().map(|threat| threat.title.clone()));
    let dpo = facts(at, "dpo");
    for planned in dpo["planned"].as_array().unwrap() {
        names.insert(planned["what"].as_str().unwrap().to_owned());
        names.extend(planned["owner"].as_str().map(str::to_owned));
    }
    // Names of areas are told, and a task may be called as its area is.
    let areas: BTreeSet<&String> = catalogue().areas.iter().map(|area| &area.label).collect();
    names.retain(|name| name.chars().count() > 8 && !areas.contains(name));
    assert!(names.len() > 200);
    for form in FORMS {
        let text = written(at, "byraad", form).unwrap();
        let told: Vec<&String> = names.iter().filter(|name| text.contains(*name)).collect();
        assert!(told.is_empty(), "{form}: {told:?}");
    }
    // An area with a single task would name it.
    let csv = written(at, "byraad", "csv").unwrap();
    assert!(!csv.contains("Dagtilbud") && csv.contains("Øvrige områder"), "{csv}");
}

#[test]
fn the_same_input_and_day_give_the_same_bytes() {
    let folder = municipalities();
    let at = folder.path();
    for reader in ["direktion", "byraad"] {
        for form in ALL {
            let name = format!("rapport-{reader}.{form}");
            written(at, reader, form);
            let first = fs::read(at.join(&name)).unwrap();
            written(at, reader, form);
            assert!(first == fs::read(at.join(&name)).unwrap(), "{name}");
        }
    }
}

#[test]
fn every_count_of_a_comparison_has_the_whole_that_it_is_of() {
    let folder = municipalities();
    let at = folder.path();
    // 74 is not assessed the last time; its risk level is Høj now.
    let then = fs::read_to_string(at.join("skovby-2025.risiko.yml")).unwrap();
    let start = then.find("- id: \"74\"").unwrap();
    let end = start + then[start + 1..].find("\n- id: \"").unwrap() + 2;
    let then = format!("{}- id: \"74\"\n  status: not-started\n{}", &then[..start], &then[end..]);
    fs::write(at.join("skovby-2025.risiko.yml"), then).unwrap();

    let facts = facts(at, "direktion");
    let (since, against) = (&facts["since"], &facts["against"]);
    assert_eq!((&since["of"], &since["new"], &since["gone"]), (&92.into(), &1.into(), &0.into()));
    let diff = run(at, &words(&format!("diff {FILE} fjordby-2026.risiko.yml --format json")), None);
    let diff: Value = serde_json::from_str(&diff.stdout).unwrap();
    let both = |one: &&Value| ["left", "right"].iter().all(|side| !one[side]["common"].is_null());
    let differ = diff["differences"].as_array().unwrap().iter().filter(both).count();
    let agree: usize = diff["summary"]["agree"].to_string().parse().unwrap();
    assert_eq!(against["of"], Value::from(differ + agree), "{}", diff["summary"]);
    let moved = facts["moved"].as_array().unwrap();
    assert!(moved.iter().any(|one| one["id"] == "74" && one["movement"] == "new"), "{moved:?}");

    let text = report(at, "direktion", "").stdout;
    assert!(text.contains("1 er nyt vurderet, heraf 1 med risikoniveauet Høj"), "{text}");
    let text = report(at, "byraad", "").stdout;
    assert!(text.contains("1 har vi vurderet for første gang, og 1 af dem ligger på"), "{text}");
}

#[test]
fn a_round_that_is_no_earlier_and_the_same_round_of_ones_own_are_refused() {
    let folder = municipalities();
    let at = folder.path();
    let later = format!("report skovby-2025.risiko.yml --for direktion --since {FILE}");
    let later = run(at, &words(&later), None);
    assert!(later.code == 2 && later.stderr.contains("CMP007"), "{}", later.stderr);
    let same = run(at, &words(&format!("report {FILE} --for dpo --against {FILE}")), None);
    assert!(same.code == 2 && same.stderr.contains("BMK002"), "{}", same.stderr);
}

#[test]
fn a_part_never_passes_for_the_whole() {
    let folder = municipalities();
    let at = folder.path();
    for reader in ["direktion", "byraad"] {
        let command = format!("report {FILE} --for {reader} --area sundhed");
        let refused = run(at, &words(&command), None);
        assert!(refused.code == 2 && refused.stderr.contains("ARG009"), "{}", refused.stderr);
    }
    for reader in ["dpo", "art30", "fagomraade"] {
        let command = format!("report {FILE} --for {reader} --area sundhed --as-of 2026-11-23");
        let said = run(at, &words(&command), None);
        let title = said.stdout.lines().next().unwrap();
        assert!(title.contains("Sundhed"), "{reader}: {title}");
    }
}

#[test]
fn a_report_of_an_area_needs_one_that_exists() {
    let folder = municipalities();
    let at = folder.path();
    let none = run(at, &words(&format!("report {FILE} --for fagomraade")), None);
    assert_eq!(none.code, 2);
    assert!(none.stderr.contains("--area"), "{}", none.stderr);
    let other = run(at, &words(&format!("report {FILE} --for fagomraade --area skole")), None);
    assert_eq!(other.code, 2);
    assert!(other.stderr.contains("skole-unge"), "{}", other.stderr);
    let of_other = format!("report {FILE} --for direktion --since fjordby-2026.risiko.yml");
    let of_other = run(at, &words(&of_other), None);
    assert_eq!(of_other.code, 2, "{}", of_other.stderr);
    assert!(of_other.stderr.contains("Fjordby"), "{}", of_other.stderr);
}

#[test]
fn an_assessment_that_nobody_has_begun_gives_a_report_that_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let init = run(at, &words(&format!("init Skovby --as-of 2026-11-01 -o {FILE}")), None);
    assert_eq!(init.code, 0, "{}", init.stderr);
    for reader in READERS {
        let area = if reader == "fagomraade" { " --area boern-familie" } else { "" };
        for form in ALL {
            if form == "pptx" && !["direktion", "byraad"].contains(&reader) {
                continue;
            }
            let command = format!(
                "report {FILE} --for {reader}{area} --as-of 2026-11-23 --force -o r.{form}"
            );
            let said = run(at, &words(&command), None);
            assert_eq!(said.code, 0, "{reader} {form}: {}", said.stderr);
        }
    }
    for reader in ["direktion", "dpo", "byraad"] {
        let command = format!("report {FILE} --for {reader} --as-of 2026-11-23");
        let text = run(at, &words(&command), None).stdout;
        assert!(text.contains("Intet er vurderet endnu: 0 af 95"), "{text}");
        // Nothing that sounds as if somebody had looked.
        for calm in ["Ingen af de 0", "Der er intet", "0 af 0"] {
            assert!(!text.contains(calm), "{calm}: {text}");
        }
    }
}

#[test]
fn what_people_write_is_text_in_every_form() {
    let folder = municipalities();
    let at = folder.path();
    let long = "ord ".repeat(500);
    let nasty =
        format!("\"<script>alert(1)</script> =cmd() \\u202Eomvendt \\U0001F600 مرحبا {long}\"");
    replace(&at.join(FILE), "owner: Jobcenterchef\n  systems", "owner: \"=1+1\"\n  systems");
    let text = fs::read_to_string(at.join(FILE)).unwrap();
    let (before, after) =
        text.split_once("  - id: T24\n    likelihood: 4\n    reason: >-\n").unwrap();
    let rest = after.split_once("    measures:").unwrap().1;
    let changed =
        format!("{before}  - id: T24\n    likelihood: 4\n    reason: {nasty}\n    measures:{rest}");
    fs::write(at.join(FILE), changed).unwrap();
    for form in ALL {
        let name = format!("r.{form}");
        let said = report(at, "direktion", &format!("--force -o {name}"));
        assert_eq!(said.code, 0, "{form}: {}", said.stderr);
        let bytes = fs::read(at.join(&name)).unwrap();
        if ["md", "html"].contains(&form) {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains("<script>alert"), "{form}");
            assert!(text.contains("alert(1)"), "{form}");
            assert!(!text.contains('\u{202e}'), "{form}");
        }
    }
}

#[test]
fn a_report_in_any_form_is_verified_and_one_of_another_day_is_not() {
    let folder = municipalities();
    let at = folder.path();
    for form in ALL {
        written(at, "direktion", form);
        let verified = report(at, "direktion", &format!("--verify rapport-direktion.{form}"));
        assert_eq!(verified.code, 0, "{form}: {}", verified.stderr);
        // Without the other municipality it would say something else; the rows are ours alone.
        if form == "csv" {
            continue;
        }
        let command = format!(
            "report {FILE} --for direktion --as-of 2026-11-23 --verify rapport-direktion.{form}"
        );
        let other = run(at, &words(&command), None);
        assert_eq!(other.code, 1, "{form}");
        assert!(other.stderr.contains("RPT002"), "{form}: {}", other.stderr);
    }
}

#[test]
fn a_municipality_says_it_in_its_own_words_and_colour() {
    let folder = municipalities();
    let at = folder.path();
    let written = run(at, &words("report --export-templates skabelon"), None);
    assert_eq!(written.code, 0, "{}", written.stderr);
    let again = run(at, &words("report --export-templates skabelon"), None);
    assert_eq!(again.code, 2, "{}", again.stderr);
    let template = at.join("skabelon/skabelon.yml");
    let same = report(at, "byraad", "--template skabelon --format md");
    assert_eq!(same.stdout, report(at, "byraad", "--format md").stdout);
    replace(&template, "colour: \"#1d4e89\"", "colour: \"#7a1f3d\"");
    replace(&template, "# dpo: {name: Navn", "dpo: {name: Ida Holm");
    let text = fs::read_to_string(&template).unwrap();
    let (before, after) = text.split_once("  byraad-titel: >-\n").unwrap();
    let rest = after.split_once('\n').unwrap().1;
    fs::write(&template, format!("{before}  byraad-titel: Trygt i {{kommune}}\n{rest}")).unwrap();
    let page = report(at, "byraad", "--template skabelon --format html").stdout;
    assert!(page.contains("<h1 id=\"h0\">Trygt i Skovby</h1>"), "{page}");
    assert!(page.contains("--accent: #7A1F3D") && !page.contains("#1d4e89"), "{page}");
    let record = report(at, "art30", "--template skabelon --format md").stdout;
    assert!(
        record.contains("| Databeskyttelsesrådgiver (a) | Ida Holm, dpo@example.dk"),
        "{record}"
    );
}

#[test]
fn an_acceptance_is_shown_to_every_reader_and_without_names_to_the_council() {
    let folder = municipalities();
    let at = folder.path();
    let approve = "approve skovby-2026.risiko.yml --activity 77 --name \"Ida Holm\" --role Direktør \
                   --as-of 2026-11-20 --until 2027-11-01 --quiet";
    let approved = run(at, &words(approve), None);
    assert_eq!(approved.code, 0, "{}", approved.stderr);
    for reader in ["direktion", "dpo"] {
        assert_eq!(facts(at, reader)["accepted"]["standing"], 1, "{reader}");
        // What is accepted is no question any more.
        assert_eq!(facts(at, reader)["questions"], 0, "{reader}");
        for form in ["md", "html", "docx", "xlsx"] {
            let text = written(at, reader, form).unwrap();
            let shown = if form == "xlsx" { "2027-11-01" } else { "Ida Holm, Direktør" };
            assert!(text.contains(shown), "{reader} {form}");
            assert!(text.contains("1 af 93 aktiviteters risici"), "{reader} {form}");
        }
    }
    let council = written(at, "byraad", "md").unwrap();
    assert!(council.contains("I 1 af 93 opgaver"), "{council}");
    assert!(!council.contains("Ida Holm"), "{council}");
}

#[test]
fn our_place_among_many_is_taken_from_what_benchmark_writes() {
    let folder = municipalities();
    let at = folder.path();
    let benchmark = format!(
        "benchmark {FILE} fjordby-2026.risiko.yml --method kl-4x4 --format json -o andre.json"
    );
    let written = run(at, &words(&benchmark), None);
    assert_eq!(written.code, 0, "{}", written.stderr);
    let command = format!(
        "report {FILE} --for direktion --as-of 2026-11-23 --against andre.json --format json"
    );
    let said = run(at, &words(&command), None);
    assert_eq!(said.code, 0, "{}", said.stderr);
    let facts: Value = serde_json::from_str(&said.stdout).unwrap();
    assert_eq!(facts["against"]["municipalities"], 2);
    let places = facts["places"].as_array().unwrap();
    assert!(places.len() > 60, "{}", places.len());
    for place in places {
        let all: u64 = place["bands"].as_array().unwrap().iter().filter_map(Value::as_u64).sum();
        let own = place["own"].as_u64().unwrap();
        let mine = place["bands"][usize::try_from(own).unwrap() - 1].as_u64().unwrap();
        assert!(mine >= 1 && all <= 2, "{place}");
    }
    let page = run(at, &words(&command.replace("--format json", "--format html")), None);
    assert!(page.stdout.contains("Vores plads blandt de andre"), "no picture");
}

#[test]
fn a_screen_shows_the_first_part_and_says_where_the_rest_is() {
    let folder = municipalities();
    let at = folder.path();
    for reader in ["direktion", "dpo", "art30"] {
        let shown = report(at, reader, "").stdout;
        assert!(shown.lines().count() < 150, "{reader}: {}", shown.lines().count());
        assert!(shown.contains("Resten kommer med"), "{reader}: {shown}");
        let whole = report(at, reader, "--format md").stdout;
        assert!(!whole.contains("Resten kommer med") && whole.len() > shown.len(), "{reader}");
    }
}
