//! The documents tell the truth: every console block in them is run.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else if !entry.file_name().to_string_lossy().ends_with(".lock") {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A command of a document with what the document says it prints and how it ends.
struct Step {
    line: usize,
    command: String,
    expected: Vec<String>,
    exit: i32,
}

/// Commands of every block marked `console`. A line `# slutkode N` after a command gives its exit
/// code; a line `…` stands for any lines.
fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for (number, line) in (1..).zip(text.lines()) {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if inside {
            if let Some(command) = line.strip_prefix("$ ") {
                let command = command.to_owned();
                steps.push(Step { line: number, command, expected: Vec::new(), exit: 0 });
            } else if let Some(step) = steps.last_mut() {
                match line.strip_prefix("# slutkode ") {
                    Some(code) => step.exit = code.trim().parse().unwrap(),
                    None => step.expected.push(line.trim_end().to_owned()),
                }
            }
        }
    }
    steps
}

/// Splits as a shell splits words, with double quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            other => words.last_mut().unwrap().push(other),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn matches(expected: &[String], found: &[String]) -> bool {
    match expected.split_first() {
        None => found.is_empty(),
        Some((first, rest)) if first == "…" => {
            (0..=found.len()).any(|skip| matches(rest, &found[skip..]))
        }
        Some((first, rest)) => {
            found.first().is_some_and(|line| line == first) && matches(rest, &found[1..])
        }
    }
}

/// Runs a document in a copy of the examples, in the folder that the document lies in.
fn run(document: &str) {
    let text = fs::read_to_string(root().join(document)).unwrap();
    let copied = tempfile::tempdir().unwrap();
    copy(&root().join("examples"), &copied.path().join("examples"));
    copy(&root().join("catalog"), &copied.path().join("catalog"));
    let folder = copied.path().join(Path::new(document).parent().unwrap());
    let steps = steps(&text);
    assert!(!steps.is_empty(), "{document} shows no command");
    for step in steps {
        let mut words = words(&step.command);
        if words == ["cargo", "test"] {
            // It is what runs this test.
            continue;
        }
        if words.starts_with(&["cargo", "run", "--release", "--"].map(str::to_owned)) {
            words.drain(1..4);
        }
        assert!(words[0] == "risiko" || words[0] == "cargo", "{document}:{}", step.line);
        let output = Command::new(env!("CARGO_BIN_EXE_risiko"))
            .args(&words[1..])
            .current_dir(&folder)
            .env("NO_COLOR", "1")
            .env("COLUMNS", "100")
            .env_remove("RISIKO_LANG")
            .output()
            .unwrap();
        let place = format!("{document}:{}: {}", step.line, step.command);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(step.exit), "{place}\n{errors}");
        let shown: Vec<String> = String::from_utf8_lossy(&output.stdout)
            .lines()
            .map(|line| line.trim_end().to_owned())
            .collect();
        let expected: Vec<String> = {
            let mut lines = step.expected.clone();
            while lines.last().is_some_and(String::is_empty) {
                lines.pop();
            }
            lines
        };
        if !expected.is_empty() {
            assert!(matches(&expected, &shown), "{place}\n{}", shown.join("\n"));
        }
    }
}

#[test]
fn the_readme_does_what_it_says() {
    run("README.md");
}

#[test]
fn the_examples_do_what_they_say() {
    run("examples/01-skovby/README.md");
    run("examples/02-fjordby/README.md");
}

#[test]
fn the_examples_are_what_their_batch_files_give() {
    for (folder, name, more) in [
        ("01-skovby", "skovby", &[][..]),
        (
            "02-fjordby",
            "fjordby",
            &["--method", "datatilsynet-4x4", "--perspective", "organisation"],
        ),
    ] {
        let made = tempfile::tempdir().unwrap();
        let source = root().join("examples").join(folder);
        let file = format!("{name}-2026.risiko.yml");
        let risiko = |arguments: &[&str]| {
            let status = Command::new(env!("CARGO_BIN_EXE_risiko"))
                .args(arguments)
                .current_dir(made.path())
                .env_remove("RISIKO_LANG")
                .output()
                .unwrap();
            assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
        };
        let init = ["init", name, "--round", "2026", "--as-of", "2026-11-01"];
        risiko(&[&init[..], more].concat());
        let batch = source.join("vurderinger.csv");
        risiko(&["assess", "--batch", &batch.to_string_lossy()]);
        let given = fs::read_to_string(made.path().join(&file)).unwrap();
        let shipped = fs::read_to_string(source.join(&file)).unwrap();
        assert!(given == shipped, "{file} is not what vurderinger.csv gives; make it again");
        let workbook = format!("{name}-2026.xlsx");
        risiko(&["export", &file, "-o", &workbook]);
        assert!(
            fs::read(made.path().join(&workbook)).unwrap()
                == fs::read(source.join(&workbook)).unwrap(),
            "{workbook} is not what the assessment gives; export it again"
        );
    }
}
