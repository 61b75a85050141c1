//! `assess --guided` with somebody at the other end: what is answered is in the file at once, whatever
//! happens to the program or to the file meanwhile.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use risiko::domain::{ActivityId, Assessment, Date};
use risiko::guide::{Subject, Talk, guide};
use risiko::store::{format_assessment, parse_assessment};
use risiko::text::Lang;
use support::console::{program, run, words};
use support::{activity_id, assessment, catalogue, method};

const FILE: &str = "s.risiko.yml";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), &format!("init Skovby --as-of 2026-11-01 -o {FILE}"));
    folder
}

fn done(folder: &Path, command: &str) -> String {
    let said = run(folder, &words(command), None);
    assert_eq!(said.code, 0, "{command}\n{}", said.stderr);
    said.stdout
}

/// The program, waiting for answers.
struct Meeting {
    child: Child,
    answers: ChildStdin,
    screen: BufReader<ChildStdout>,
}

impl Meeting {
    fn begin(folder: &Path, command: &str) -> Self {
        let mut child = program(folder, &words(command))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (answers, screen) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self { child, answers, screen: BufReader::new(screen) }
    }

    /// Answers, and reads until a text stands on the screen.
    fn answer(&mut self, line: &str, until: &str) {
        writeln!(self.answers, "{line}").unwrap();
        let mut shown = String::new();
        while !shown.contains(until) {
            let before = shown.len();
            let mut bytes = Vec::new();
            self.screen.read_until(b' ', &mut bytes).unwrap();
            shown.push_str(&String::from_utf8_lossy(&bytes));
            assert!(shown.len() > before, "no {until:?} in {shown}");
        }
    }
}

#[test]
fn what_was_answered_is_kept_when_the_program_is_killed() {
    let folder = folder();
    let at = folder.path();
    let mut meeting = Meeting::begin(at, &format!("assess {FILE} 74 --guided"));
    meeting.answer("j", "nu?");
    meeting.answer("j", "opgave?");
    meeting.answer("j", "Niveau");
    meeting.answer("3", "Integritet:");
    meeting.answer("2", "Tilgængelighed:");
    meeting.child.kill().unwrap();
    meeting.child.wait().unwrap();
    let text = fs::read_to_string(at.join(FILE)).unwrap();
    let of_74 = text.split("- id: \"74\"").nth(1).unwrap();
    assert!(of_74.contains("confidentiality: {level: 3, origin: own}"), "{of_74}");
    assert!(of_74.contains("integrity: {level: 2, origin: own}"), "{of_74}");
    done(at, &format!("check {FILE} --journal"));
    // And goes on where it was.
    let mut meeting = Meeting::begin(at, &format!("assess {FILE} 74 --guided"));
    meeting.answer("j", "nu?");
    meeting.answer("j", "opgave?");
    meeting.answer("", "Enter: 3]");
}

#[test]
fn what_a_colleague_changes_meanwhile_is_taken_along_and_said() {
    let folder = folder();
    let at = folder.path();
    let mut meeting = Meeting::begin(at, &format!("assess {FILE} 74 --guided"));
    meeting.answer("j", "nu?");
    meeting.answer("j", "opgave?");
    meeting.answer("j", "Niveau");
    done(at, &format!("assess {FILE} 74 --confidentiality 1 --owner Direktør"));
    meeting.answer("3", "Jeres svar");
    meeting.answer("stop", "gemt.");
    assert!(meeting.child.wait().unwrap().success());
    let mut rest = String::new();
    meeting.screen.read_to_string(&mut rest).unwrap();
    let text = fs::read_to_string(at.join(FILE)).unwrap();
    let of_74 = text.split("- id: \"74\"").nth(1).unwrap();
    assert!(of_74.contains("confidentiality: {level: 3, origin: own}"), "{of_74}");
    assert!(of_74.contains("owner: Direktør"), "{of_74}");
    done(at, &format!("check {FILE} --journal"));
    // Both are in the history, so that nothing is lost.
    let history = done(at, &format!("history {FILE} 74 --format csv"));
    assert!(
        history.contains(";1 Lav;3 Høj;") && history.contains(";4 Meget høj;1 Lav;"),
        "{history}"
    );
}

#[test]
fn an_assessor_answers_alone_in_a_file_of_their_own() {
    let folder = folder();
    let at = folder.path();
    let answers = b"j\nj\n\n2\n2\n2\n\nstop\n";
    let said = run(at, &words(&format!("assess {FILE} 74 --guided --blind Åse")), Some(answers));
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(!said.stdout.contains("Enter: 2"), "{}", said.stdout);
    let text = fs::read_to_string(at.join("s.åse.risiko-blind.yml")).unwrap();
    assert!(text.contains("by: Åse") && text.contains("level: 2, origin: own"), "{text}");
    let own = fs::read_to_string(at.join(FILE)).unwrap();
    assert!(!own.contains("origin: own"));
}

/// Somebody who answers from a list.
struct Script {
    answers: Vec<String>,
    kept: Vec<Assessment>,
    asked: usize,
}

impl Talk for Script {
    type Error = std::convert::Infallible;

    fn say(&mut self, text: &str) {
        assert!(text.len() < 4000);
    }

    fn ask(&mut self, prompt: &str) -> Option<String> {
        assert!(prompt.ends_with(' '), "{prompt:?} leaves no room for the answer");
        self.asked += 1;
        self.answers.pop()
    }

    fn keep(&mut self, assessment: &Assessment) -> Result<Assessment, Self::Error> {
        self.kept.push(assessment.clone());
        Ok(assessment.clone())
    }
}

fn talked(answers: Vec<String>, agenda: &[ActivityId], lang: Lang) -> Script {
    let start = assessment(catalogue(), method("kl-4x4"));
    let subject = Subject {
        catalogue: catalogue(),
        method: method("kl-4x4"),
        lang,
        today: Date::constant(2026, 11, 26),
        by: "Anna",
        is_kept: true,
    };
    let mut script = Script { answers, kept: Vec::new(), asked: 0 };
    let Ok(_) = guide(&mut script, &start, agenda, subject);
    script
}

fn line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "",
        "",
        "1",
        "2",
        "3",
        "4",
        "j",
        "n",
        "ja",
        "nej",
        "i",
        "tilbage",
        "t",
        "?",
        "høj",
        "Sandsynligt",
        "fordi",
        "1, 2; Vagt",
        "2027-03-01",
        "1.3.2027",
        "0",
        "5",
        "255",
        "-1",
        "\t",
        "æøå",
        "s ",
        "b",
    ]);
    prop_oneof![20 => known.prop_map(str::to_owned), 1 => "\\PC{0,20}"]
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2026),
        ..ProptestConfig::with_cases(100)
    })]

    #[test]
    fn no_answers_can_make_an_assessment_that_cannot_be_read(
        answers in proptest::collection::vec(line(), 0..150),
        is_english in any::<bool>(),
    ) {
        let agenda = ["74", "05", "61"].map(activity_id);
        let lang = if is_english { Lang::En } else { Lang::Da };
        let given = answers.len();
        let script = talked(answers, &agenda, lang);
        prop_assert!(script.asked <= given + 1);
        for kept in &script.kept {
            let text = format_assessment(kept).unwrap();
            let method = method("kl-4x4");
            let read = parse_assessment("a.yml", &text, catalogue(), |_| Ok(method.clone()));
            prop_assert!(read.is_ok_and(|read| read.assessment == *kept));
        }
    }
}
