//! The journal: what was changed is told, can be taken back, and no accepted change is lost whatever
//! happens to the program or the files.
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
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use risiko::domain::{ActivityAnswer, Assessment, JournalEntry, JournalNote, Occasion, Timestamp};
use risiko::engine::{Steps, gone_over};
use risiko::finding::{ChainFault, Code, Fact};
use risiko::store::{
    Journal, JournalRead, Standing, Step, assessment_digest, assessment_text, format_assessment,
    journal_path, parse_assessment, read_journal, recorded_changes, recorded_state,
};
use serde_json::Value;
use support::anything::{TRAPS, answer, nasty};
use support::console::{Said, run, words};
use support::{activity_id, assessment, catalogue, method};

/// Fixed cases: what failed once fails again, and nothing is written beside the tests.
fn cases(number: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        ..ProptestConfig::with_cases(number)
    }
}

const FILE: &str = "skovby-2026.risiko.yml";

/// A folder with the assessment of the example.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/01-skovby").join(FILE);
    fs::copy(example, folder.path().join(FILE)).unwrap();
    folder
}

fn said(folder: &Path, command: &str) -> Said {
    run(folder, &words(command), None)
}

fn done(folder: &Path, command: &str) -> Said {
    let said = said(folder, command);
    assert_eq!(said.code, 0, "{command}\n{}{}", said.stdout, said.stderr);
    said
}

fn log(folder: &Path) -> PathBuf {
    folder.join("skovby-2026.risiko.log")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn read(folder: &Path) -> JournalRead {
    read_journal(&folder.join(FILE)).unwrap().unwrap()
}

fn codes(journal: &JournalRead) -> Vec<&'static str> {
    journal.findings.iter().map(|finding| finding.code().id()).collect()
}

/// The newest entries first, as JSON.
fn history(folder: &Path, more: &str) -> Vec<Value> {
    let said = done(folder, &format!("history {FILE} {more} --format json"));
    let json: Value = serde_json::from_str(&said.stdout).unwrap();
    json["entries"].as_array().unwrap().clone()
}

fn note(occasion: Occasion) -> JournalNote {
    JournalNote {
        at: Timestamp::UNIX_EPOCH,
        by: "Åse".to_owned(),
        occasion,
        about: Vec::new(),
        changes: Vec::new(),
        decisions: Vec::new(),
    }
}

#[test]
fn every_command_that_changes_an_assessment_says_so_in_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &format!("init Skovby --as-of 2026-11-01 -o {FILE}"));
    done(at, &format!("assess {FILE} 74 --likelihood 3 --reason Postkasse"));
    done(at, &format!("export {FILE} -o a.xlsx"));
    fs::write(at.join("svar.csv"), "activity;owner\n01;Ældrechef\n").unwrap();
    done(at, &format!("assess {FILE} --batch svar.csv"));
    done(at, &format!("upgrade {FILE}"));
    done(at, &format!("undo {FILE}"));
    done(at, &format!("redo {FILE}"));
    let entries = history(at, "");
    let commands: Vec<&str> =
        entries.iter().map(|entry| entry["command"].as_str().unwrap()).collect();
    assert_eq!(commands, ["redo", "undo", "assess", "assess", "init"]);
    assert_eq!(entries[0]["by"], "Anna Berg");
    let change = &entries[2]["changes"][0];
    assert_eq!((&change["activity"], &change["new"]), (&"01".into(), &"Ældrechef".into()));
    assert_eq!(change["from"], "svar.csv, A2");
    assert_eq!(done(at, &format!("check {FILE} --journal")).stderr, "");
}

#[test]
fn an_import_says_the_cell_that_each_value_was_read_in() {
    let folder = folder();
    let at = folder.path();
    done(at, &format!("export {FILE} --table activities -o a.csv"));
    let table = text(&at.join("a.csv"));
    let line = table.lines().position(|line| line.starts_with("74;")).unwrap();
    let changed = table.lines().nth(line).unwrap().replacen(";vurderet;", ";i gang;", 1);
    let lines: Vec<&str> =
        table.lines().enumerate().map(|(n, l)| if n == line { &changed } else { l }).collect();
    fs::write(at.join("a.csv"), lines.join("\r\n")).unwrap();
    done(at, &format!("import a.csv --into {FILE} --assume-base {FILE}"));
    let change = &history(at, "74")[0]["changes"][0];
    assert_eq!(change["field"], serde_json::json!(["status"]));
    assert_eq!((&change["old"], &change["new"]), (&"assessed".into(), &"in-progress".into()));
    assert_eq!(change["from"], "a.csv, D75");
}

#[test]
fn what_assessors_answered_apart_stays_in_the_journal_when_the_meeting_has_decided() {
    let folder = folder();
    let at = folder.path();
    done(at, &format!("assess {FILE} 05 --blind Anna --likelihood 2"));
    done(at, &format!("assess {FILE} 05 --blind Bo --likelihood 4"));
    let files = "skovby-2026.anna.risiko-blind.yml skovby-2026.bo.risiko-blind.yml";
    let merge = format!("merge {files} --into {FILE} --decisions valg.csv");
    assert_eq!(said(at, &merge).code, 3);
    let list = text(&at.join("valg.csv"));
    let decided: Vec<String> = list.lines().map(decided).collect();
    fs::write(at.join("valg.csv"), decided.join("\r\n")).unwrap();
    done(at, &merge);
    let entry = &history(at, "05")[0];
    assert_eq!(entry["command"], "merge");
    let decisions = entry["decisions"].as_array().unwrap();
    let likelihood = decisions.iter().find(|one| one["field"] == "likelihood").unwrap();
    let said = |number: usize, key: &str| likelihood["said"][number][key].as_str().unwrap();
    assert!(said(0, "place").starts_with("skovby-2026.anna.") && said(0, "value").starts_with('2'));
    assert!(said(1, "place").starts_with("skovby-2026.bo.") && said(1, "value").starts_with('4'));
    assert_eq!(likelihood["taken"], 1);
    done(at, &format!("check {FILE} --journal"));
}

/// A row of the list of conflicts with a decision in its last column.
fn decided(line: &str) -> String {
    match line.strip_suffix(";;") {
        Some(rest) => format!("{rest};Bo;"),
        _ => line.to_owned(),
    }
}

/// Three who answered apart; the list of what they answered differently, as it is written first.
fn three_apart(at: &Path) -> (String, String) {
    for (who, level) in [("Mette", 4), ("Jens", 2), ("Karen", 4)] {
        let why = format!("{who} ved det");
        done(
            at,
            &format!("assess {FILE} 05 --blind {who} --likelihood {level} --reason \"{why}\""),
        );
    }
    let file = |who: &str| format!("skovby-2026.{who}.risiko-blind.yml");
    let files = ["mette", "jens", "karen"].map(file).join(" ");
    let merge = format!("merge {files} --into {FILE} --decisions valg.csv");
    let refused = said(at, &merge);
    assert_eq!(refused.code, 3, "{}", refused.stderr);
    assert!(refused.stderr.contains("Mette siger"), "{}", refused.stderr);
    for word in ["projektmappe", "fil,", "--prefer"] {
        assert!(!refused.stderr.contains(word), "{word}: {}", refused.stderr);
    }
    (merge, text(&at.join("valg.csv")))
}

/// Writes the decision into every row about a likelihood, and the reason beside it.
fn decide(at: &Path, list: &str, [likelihood, because, reason]: [&str; 3]) {
    let row = |line: &str| match line.strip_suffix(";;") {
        Some(rest) if rest.contains(";Sandsynlighed;") => format!("{rest};{likelihood};{because}"),
        Some(rest) => format!("{rest};{reason};"),
        None => line.to_owned(),
    };
    fs::write(at.join("valg.csv"), list.lines().map(row).collect::<Vec<_>>().join("\r\n")).unwrap();
}

#[test]
fn what_the_meeting_agreed_on_stands_and_what_each_had_answered_stays_in_the_journal() {
    let folder = folder();
    let at = folder.path();
    let (merge, list) = three_apart(at);
    assert!(list.contains(";Mette;4 – Forventet;Jens;2 – Mindre sandsynligt;;"), "{list}");
    decide(at, &list, ["3", "Vi talte det igennem", ""]);
    let taken = done(at, &merge);
    assert!(taken.stdout.contains("3 – "), "{}", taken.stdout);
    assert!(!taken.stdout.contains("4 – Forventet"), "only what is another now: {}", taken.stdout);
    let shown = done(at, &format!("show {FILE} 05")).stdout;
    assert!(shown.contains("Vi talte det igennem"), "{shown}");
    let entry = &history(at, "05")[0];
    let decisions = entry["decisions"].as_array().unwrap();
    let of_likelihood: Vec<_> =
        decisions.iter().filter(|one| one["field"] == "likelihood").collect();
    let said: Vec<&str> = of_likelihood
        .iter()
        .flat_map(|one| one["said"].as_array().unwrap())
        .map(|said| said["value"].as_str().unwrap())
        .collect();
    assert!(said[0].starts_with('4') && said[1].starts_with('2'), "{said:?}");
    assert_eq!(of_likelihood[0]["taken"], Value::Null);
    done(at, &format!("check {FILE} --journal"));
}

#[test]
fn the_meetings_reason_is_not_replaced_by_one_that_only_one_of_them_had() {
    let folder = folder();
    let at = folder.path();
    done(at, &format!("assess {FILE} 05 --blind Mette --likelihood 4"));
    done(at, &format!("assess {FILE} 05 --blind Jens --likelihood 2 --reason \"Kun Jens\""));
    let files = "skovby-2026.mette.risiko-blind.yml skovby-2026.jens.risiko-blind.yml";
    let merge = format!("merge {files} --into {FILE} --decisions valg.csv");
    assert_eq!(said(at, &merge).code, 3);
    let list = text(&at.join("valg.csv"));
    decide(at, &list, ["Mette", "Mødet så på loggen", ""]);
    done(at, &merge);
    let shown = done(at, &format!("show {FILE} 05")).stdout;
    assert!(shown.contains("Mødet så på loggen") && !shown.contains("Kun Jens"), "{shown}");
    let decisions = history(at, "05")[0]["decisions"].to_string();
    assert!(decisions.contains("Kun Jens"), "{decisions}");
}

#[test]
fn a_name_settles_what_several_answered_and_a_misspelt_one_is_asked_about() {
    let folder = folder();
    let at = folder.path();
    let (merge, list) = three_apart(at);
    decide(at, &list, ["Jenz", "", "Jens"]);
    let refused = said(at, &merge);
    assert_eq!(refused.code, 2, "{}", refused.stderr);
    assert!(refused.stderr.contains("mente du \"Jens\"?"), "{}", refused.stderr);
    decide(at, &list, ["7", "", "Jens"]);
    let refused = said(at, &merge);
    assert!(refused.stderr.contains("brug Mette, Jens, 1, 2, 3 eller 4"), "{}", refused.stderr);
    decide(at, &list, ["jens", "", "Jens"]);
    let list = text(&at.join("valg.csv"));
    done(at, &merge);
    let shown = done(at, &format!("show {FILE} 05")).stdout;
    assert!(shown.contains("Jens ved det"), "{shown}\n{list}");
    let changes = &history(at, "05")[0]["changes"];
    let likelihood = changes
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["field"] == serde_json::json!(["likelihood"]));
    assert_eq!(likelihood.unwrap()["new"], "2");
}

#[test]
fn a_change_that_reached_only_the_journal_is_finished_by_the_next_command() {
    let folder = folder();
    let at = folder.path();
    let before = text(&at.join(FILE));
    done(at, &format!("assess {FILE} 74 --owner Direktør"));
    let after = text(&at.join(FILE));
    fs::write(at.join(FILE), &before).unwrap();
    fs::write(at.join(format!(".{FILE}.pending")), "").unwrap();
    let said = done(at, &format!("assess {FILE} 01 --owner Ældrechef"));
    assert!(said.stderr.contains("JRN010"), "{}", said.stderr);
    done(at, &format!("undo {FILE}"));
    assert_eq!(text(&at.join(FILE)), after);
    assert_eq!(codes(&read(at)), Vec::<&str>::new());
}

#[test]
fn a_journal_that_was_cut_at_any_byte_never_stops_anybody_from_working() {
    let folder = folder();
    let at = folder.path();
    let before = text(&at.join(FILE));
    done(at, &format!("assess {FILE} 74 --owner Direktør"));
    let whole = fs::read(log(at)).unwrap();
    let first = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    for end in [0, 1, first / 2, first - 1, first, first + 1, whole.len() - 1, whole.len()] {
        fs::write(at.join(FILE), &before).unwrap();
        fs::write(at.join(format!(".{FILE}.pending")), "").unwrap();
        fs::write(log(at), &whole[..end]).unwrap();
        done(at, &format!("assess {FILE} 01 --owner Ældrechef"));
        assert_eq!(codes(&read(at)), Vec::<&str>::new(), "cut at {end}");
        let is_there = |owner: &str| text(&at.join(FILE)).contains(owner);
        // The change counts as accepted from its last byte on.
        assert_eq!(is_there("Direktør"), end == whole.len(), "cut at {end}");
        assert!(is_there("Ældrechef"), "cut at {end}");
    }
}

#[test]
fn a_change_from_outside_is_taken_up_and_can_be_taken_back() {
    let folder = folder();
    let at = folder.path();
    done(at, &format!("assess {FILE} 74 --owner Direktør"));
    let before = text(&at.join(FILE));
    fs::write(at.join(FILE), before.replace("owner: Direktør", "owner: Borgmester")).unwrap();
    let said = done(at, &format!("undo {FILE}"));
    assert!(said.stderr.contains("JRN005"), "{}", said.stderr);
    assert_eq!(text(&at.join(FILE)), before);
    let commands: Vec<Value> =
        history(at, "74").iter().map(|entry| entry["command"].clone()).collect();
    assert_eq!(commands, ["undo", "outside", "assess"]);
}

#[test]
fn the_version_before_that_somebody_puts_back_is_not_taken_for_a_crash() {
    let folder = folder();
    let at = folder.path();
    let before = text(&at.join(FILE));
    done(at, &format!("assess {FILE} 74 --owner Direktør"));
    fs::write(at.join(FILE), &before).unwrap();
    let said = done(at, &format!("assess {FILE} 01 --owner Ældrechef"));
    assert!(said.stderr.contains("JRN005"), "{}", said.stderr);
    assert!(!text(&at.join(FILE)).contains("owner: Direktør"));
    assert_eq!(history(at, "74")[0]["command"], "outside");
}

#[test]
fn a_file_that_says_the_same_in_other_bytes_is_no_change() {
    let folder = folder();
    let at = folder.path();
    done(at, &format!("assess {FILE} 74 --owner Direktør"));
    let text = text(&at.join(FILE));
    fs::write(at.join(FILE), text.replace('\n', "\r\n")).unwrap();
    let said = done(at, &format!("assess {FILE} 74 --owner Borgmester"));
    assert!(!said.stderr.contains("JRN"), "{}", said.stderr);
}

#[test]
fn a_dry_run_writes_no_journal() {
    let folder = folder();
    let at = folder.path();
    done(at, &format!("assess {FILE} 74 --owner Direktør --dry-run"));
    assert!(!log(at).exists());
    done(at, &format!("assess {FILE} 74 --owner Direktør"));
    let before = text(&log(at));
    done(at, &format!("undo {FILE} --dry-run"));
    assert_eq!(text(&log(at)), before);
}

#[test]
fn an_assessment_that_cannot_be_written_leaves_nothing_in_the_journal() {
    let folder = folder();
    let at = folder.path();
    done(at, &format!("assess {FILE} 74 --owner Direktør"));
    let before = text(&log(at));
    let mut permissions = fs::metadata(at.join(FILE)).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(at.join(FILE), permissions).unwrap();
    assert_eq!(said(at, &format!("assess {FILE} 74 --owner Borgmester")).code, 2);
    assert_eq!(text(&log(at)), before);
}

#[cfg(unix)]
#[test]
fn behind_a_link_there_is_one_journal_beside_the_file_itself() {
    let folder = folder();
    let at = folder.path();
    fs::create_dir(at.join("genveje")).unwrap();
    std::os::unix::fs::symlink(at.join(FILE), at.join("genveje/a.risiko.yml")).unwrap();
    done(at, "assess genveje/a.risiko.yml 74 --owner Direktør");
    assert!(log(at).exists());
    assert_eq!(fs::read_dir(at.join("genveje")).unwrap().count(), 1);
}

#[test]
fn a_journal_that_has_become_large_goes_on_in_a_new_file_in_the_same_chain() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE);
    let mut before = assessment(catalogue(), method("kl-4x4"));
    let mut journal = Journal::open(&path).unwrap();
    journal.append(&[Step { note: &note(Occasion::Init), after: &before }], None).unwrap();
    let mut after = before.clone();
    for round in 0..7 {
        let answer = after.activities.get_mut(&activity_id("74")).unwrap();
        answer.note = Some(format!("{round} {}", "å".repeat(400_000)));
        let changes = recorded_changes(&recorded_state(&before), &recorded_state(&after));
        let note = JournalNote { changes, ..note(Occasion::Assess) };
        let mut journal = Journal::open(&path).unwrap();
        assert_eq!(journal.standing(&assessment_digest(&before).unwrap()), Standing::Same);
        journal.append(&[Step { note: &note, after: &after }], Some(&before)).unwrap();
        before.clone_from(&after);
    }
    let read = read_journal(&path).unwrap().unwrap();
    assert_eq!(read.findings.iter().count(), 0);
    assert_eq!(read.state_at_end(), Some(recorded_state(&after)));
    let is_new = |entry: &&JournalEntry| entry.note.occasion == Occasion::Continue;
    assert!(read.entries.iter().filter(is_new).count() >= 1);
    let mut files: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "log"));
    files.sort();
    assert!(files.len() >= 2, "{files:?}");
    assert!(files.iter().all(|file| fs::metadata(file).unwrap().len() < 10_000_000));
    assert_eq!(Steps::of(&read.entries).done.len(), 7);
    // The earlier file is part of the chain.
    fs::remove_file(&files[0]).unwrap();
    assert_eq!(codes(&read_journal(&path).unwrap().unwrap()), ["JRN002"]);
    // And the file that is written now may be gone without the chain beginning anew.
    let end = Journal::open(&path).unwrap();
    assert_eq!(end.standing(&assessment_digest(&after).unwrap()), Standing::Same);
}

/// An assessment that becomes another in a few steps, with the journal of it.
fn journalled(steps: &[ActivityAnswer]) -> (tempfile::TempDir, PathBuf, Vec<Assessment>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE);
    let mut states = vec![assessment(catalogue(), method("kl-4x4"))];
    let mut journal = Journal::open(&path).unwrap();
    journal.append(&[Step { note: &note(Occasion::Init), after: &states[0] }], None).unwrap();
    for (number, answer) in steps.iter().enumerate() {
        let before = states.last().unwrap().clone();
        let mut after = before.clone();
        let id = catalogue().activities.keys().nth(number * 7 % 90).unwrap().clone();
        after.activities.insert(id, answer.clone());
        let changes = recorded_changes(&recorded_state(&before), &recorded_state(&after));
        let note = JournalNote { changes, ..note(Occasion::Assess) };
        journal.append(&[Step { note: &note, after: &after }], Some(&before)).unwrap();
        states.push(after);
    }
    (folder, path, states)
}

fn back(text: &str) -> Assessment {
    let method = method("kl-4x4");
    let loaded = parse_assessment(FILE, text, catalogue(), |_| Ok(method.clone()));
    loaded
        .unwrap_or_else(|findings| {
            panic!("{:?}", findings.iter().map(|finding| &finding.fact).collect::<Vec<_>>())
        })
        .assessment
}

#[test]
fn two_lines_that_were_swapped_are_in_the_wrong_place_and_not_missing() {
    let steps: Vec<_> = (0..3).map(|_| ActivityAnswer::default()).collect();
    let (_folder, path, _) = journalled(&steps);
    let log = journal_path(&path);
    let whole = text(&log);
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    let faults = |order: &[usize]| -> Vec<ChainFault> {
        fs::write(&log, order.iter().map(|line| lines[*line]).collect::<String>()).unwrap();
        let read = read_journal(&path).unwrap().unwrap();
        let faults = read.findings.iter().filter_map(|finding| match finding.fact {
            Fact::JournalBroken { fault } => Some(fault),
            _ => None,
        });
        faults.collect()
    };
    let wrong = |number| ChainFault::OutOfOrder { number };
    assert_eq!(faults(&[0, 2, 1, 3]), [wrong(3), wrong(2)]);
    assert_eq!(faults(&[0, 1, 3, 2]), [wrong(4), wrong(3)]);
    // What stands nowhere is missing.
    assert_eq!(faults(&[0, 1, 3]), [ChainFault::Missing { first: 3, last: 3 }]);
    assert_eq!(faults(&[0, 3, 2])[0], ChainFault::Missing { first: 2, last: 2 });
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn any_changes_are_taken_back_to_the_very_beginning_and_made_again(
        steps in proptest::collection::vec(answer(nasty), 1..5),
    ) {
        let (_folder, path, states) = journalled(&steps);
        let entries = read_journal(&path).unwrap().unwrap().entries;
        let numbers = Steps::of(&entries).to_take_back(steps.len()).unwrap();
        let (first, last) = (states.first().unwrap(), states.last().unwrap());
        let start = gone_over(&recorded_state(last), &entries, &numbers, Occasion::Undo);
        let start = start.map_err(|number| TestCaseError::fail(number.to_string()))?;
        let bytes = |assessment: &Assessment| format_assessment(assessment).unwrap();
        prop_assert!(bytes(&back(&assessment_text(&start).unwrap())) == bytes(first));
        let again: Vec<u64> = numbers.into_iter().rev().collect();
        let end = gone_over(&start, &entries, &again, Occasion::Redo);
        let end = end.map_err(|number| TestCaseError::fail(number.to_string()))?;
        prop_assert!(bytes(&back(&assessment_text(&end).unwrap())) == bytes(last));
    }

    #[test]
    fn a_line_that_was_changed_removed_repeated_or_moved_is_found(
        steps in proptest::collection::vec(answer(nasty), 3..5),
        at in any::<proptest::sample::Index>(),
        way in 0..4_usize,
    ) {
        let (_folder, path, _) = journalled(&steps);
        let log = journal_path(&path);
        let text = text(&log);
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        // All but the last: without the end the chain is whole, and the assessment tells of it.
        let line = at.index(lines.len() - 1);
        match way {
            0 => {
                let mut bytes = lines[line].clone().into_bytes();
                let place = at.index(bytes.len() - 1);
                bytes[place] = if bytes[place] == b'a' { b'b' } else { b'a' };
                lines[line] = String::from_utf8_lossy(&bytes).into_owned();
            }
            1 => drop(lines.remove(line)),
            2 => lines.insert(line, lines[line].clone()),
            _ => lines.swap(line, line + 1),
        }
        fs::write(&log, lines.concat()).unwrap();
        let found = codes(&read_journal(&path).unwrap().unwrap());
        let expected = [Code::JRN001, Code::JRN002, Code::JRN003].map(Code::id);
        prop_assert!(found.iter().any(|code| expected.contains(code)), "{found:?}");
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_bytes_in_place_of_a_journal_can_crash_the_reader(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        trap in proptest::sample::select(&TRAPS[..]),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        let mut content = format!("{{\"n\":{trap},\"hash\":\"\"}}\n").into_bytes();
        content.extend(bytes);
        fs::write(journal_path(&path), &content).unwrap();
        let read = read_journal(&path).unwrap().unwrap();
        prop_assert!(read.entries.is_empty());
        let mut journal = Journal::open(&path).unwrap();
        let assessment = assessment(catalogue(), method("kl-4x4"));
        let digest = assessment_digest(&assessment).unwrap();
        prop_assert_eq!(journal.standing(&digest), Standing::NoJournal);
        let begin = Step { note: &note(Occasion::Begin), after: &assessment };
        journal.append(&[begin], None).unwrap();
        let read = read_journal(&path).unwrap().unwrap();
        prop_assert!(read.state_at_end() == Some(recorded_state(&assessment)));
    }
}
