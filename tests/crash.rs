//! The program on a bad day: killed at any moment, and used by many at once.
//!
//! `RISIKO_KILLS=1000 RISIKO_EDITS=1000 cargo test --release --test crash` is the long run.
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
use std::process::Stdio;
use std::thread;
use std::time::Instant;

use risiko::store::{parse_assessment, read_journal, recorded_state};
use support::console::{program, run, words};
use support::{activity_id, catalogue, method};

const FILE: &str = "skovby-2026.risiko.yml";
/// How many people edit at the same time.
const EDITORS: usize = 8;

/// How often, where the environment does not ask for the long run.
fn times(variable: &str, short: usize) -> usize {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(short)
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/01-skovby").join(FILE);
    fs::copy(example, folder.path().join(FILE)).unwrap();
    folder
}

fn owner(folder: &Path, id: &str) -> Option<String> {
    let text = fs::read_to_string(folder.join(FILE)).unwrap();
    let method = method("kl-4x4");
    let loaded = parse_assessment(FILE, &text, catalogue(), |_| Ok(method.clone())).unwrap();
    // The journal knows the assessment, too, but for a change that it has and the file has not yet.
    if let Some(journal) = read_journal(&folder.join(FILE)).unwrap() {
        let serious = journal.findings.iter().filter(|finding| finding.code().id() != "JRN004");
        assert_eq!(serious.count(), 0, "{:?}", journal.findings);
    }
    loaded.assessment.activities[&activity_id(id)].owner.clone()
}

#[test]
fn a_program_that_is_killed_at_any_moment_leaves_files_that_can_be_read() {
    let folder = folder();
    let at = folder.path();
    // How long a save takes here, so that the moments lie all over it.
    let start = Instant::now();
    assert_eq!(run(at, &words(&format!("assess {FILE} 74 --owner Nr0")), None).code, 0);
    let whole = start.elapsed();
    let kills = times("RISIKO_KILLS", 40);
    let (mut killed, mut done) = (0, 0);
    let mut before = Some("Nr0".to_owned());
    let order = |owner: &Option<String>| -> usize {
        owner.as_deref().unwrap_or_default().trim_start_matches("Nr").parse().unwrap()
    };
    for number in 1..=kills {
        let new = format!("Nr{number}");
        let mut child = program(at, &words(&format!("assess {FILE} 74 --owner {new}")))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Spread evenly, without a generator of chance: 7 and the number of kills share no factor.
        let part = u32::try_from((number * 7919) % 1000).unwrap();
        thread::sleep(whole * part / 900);
        let is_done = child.try_wait().unwrap().is_some_and(|status| status.success());
        child.kill().unwrap();
        child.wait().unwrap();
        let found = owner(at, "74");
        if is_done {
            done += 1;
            assert_eq!(found.as_deref(), Some(new.as_str()), "what was said to be written is lost");
        } else {
            killed += 1;
            // One that was killed earlier may have reached the journal, and is finished first; nothing
            // ever goes back behind what has been there.
            let is_onward = (order(&before)..=number).contains(&order(&found));
            assert!(is_onward, "{found:?} after {before:?} and before {new}");
        }
        before = found;
    }
    assert!(killed > 0, "{done} of {kills} were done before they could be killed");
    // The next one goes on as if nothing had been.
    assert_eq!(run(at, &words(&format!("assess {FILE} 74 --owner Sidst")), None).code, 0);
    assert_eq!(owner(at, "74").as_deref(), Some("Sidst"));
    let said = run(at, &words(&format!("check {FILE} --journal")), None);
    assert_eq!(said.code, 0, "{}", said.stdout);
}

#[test]
fn eight_who_edit_one_file_at_the_same_time_lose_nothing() {
    let folder = folder();
    let at = folder.path();
    let edits = times("RISIKO_EDITS", 5);
    let ids = ["01", "02", "03", "05", "06", "07", "08", "09"];
    thread::scope(|scope| {
        for id in ids.iter().take(EDITORS) {
            scope.spawn(move || {
                for number in 1..=edits {
                    let command = format!("assess {FILE} {id} --owner {id}-{number} --quiet");
                    let said = run(at, &words(&command), None);
                    assert_eq!(said.code, 0, "{command}\n{}", said.stderr);
                }
            });
        }
    });
    for id in ids {
        assert_eq!(owner(at, id), Some(format!("{id}-{edits}")), "an edit of {id} was lost");
    }
    let journal = read_journal(&at.join(FILE)).unwrap().unwrap();
    assert_eq!(journal.entries.len(), 1 + EDITORS * edits);
    let text = fs::read_to_string(at.join(FILE)).unwrap();
    let method = method("kl-4x4");
    let loaded = parse_assessment(FILE, &text, catalogue(), |_| Ok(method.clone())).unwrap();
    assert_eq!(journal.state_at_end(), Some(recorded_state(&loaded.assessment)));
}
