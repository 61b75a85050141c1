//! The documents tell the truth: every console block is run, every path and column they name is there.
//!
//! A block marked `console` is a session: `$ command`, then what it prints. A command without
//! printed lines is run and not compared; a line `…` stands for any lines; `# exit N` under a
//! command is how it ends, where that is not 0.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use risiko::exchange::batch::BatchField;
use support::console::copy_folder;

/// The examples: folder, name, and what `init` is told beside the round and the day.
const EXAMPLES: [(&str, &str, &[&str]); 2] = [
    ("01-skovby", "skovby", &[]),
    ("02-fjordby", "fjordby", &["--method", "datatilsynet-4x4", "--perspective", "organisation"]),
];

/// Examples without an assessment of their own: a local catalogue, a form that is not ours.
const OTHER_EXAMPLES: [&str; 2] = ["03-eget-katalog", "04-eget-skema"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(document: &str) -> String {
    fs::read_to_string(root().join(document)).unwrap_or_else(|error| panic!("{document}: {error}"))
}

/// The program in a folder, deaf to the environment of whoever runs the tests.
fn risiko(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_risiko"))
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .env_remove("RISIKO_LANG")
        .output()
        .unwrap()
}

/// A command of a document with what the document says it prints and how it ends.
#[derive(Debug, PartialEq, Eq)]
struct Step {
    line: usize,
    command: String,
    expected: Vec<String>,
    exit: i32,
}

/// The commands of every console block.
fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let (mut inside, mut started) = (false, false);
    for (line, content) in (1..).zip(text.lines()) {
        if content.starts_with("```") {
            (inside, started) = (!inside && content == "```console", false);
        } else if let (true, Some(command)) = (inside, content.strip_prefix("$ ")) {
            let command = command.to_owned();
            steps.push(Step { line, command, expected: Vec::new(), exit: 0 });
            started = true;
        } else if inside {
            assert!(started, "line {line}: a console block begins with a command");
            let step = steps.last_mut().unwrap();
            match content.strip_prefix("# exit ") {
                Some(code) if step.expected.is_empty() => step.exit = code.trim().parse().unwrap(),
                _ => step.expected.push(content.trim_end().to_owned()),
            }
        }
    }
    for step in &mut steps {
        while step.expected.last().is_some_and(String::is_empty) {
            step.expected.pop();
        }
    }
    steps
}

/// Splits as a shell splits words, with single and double quotes.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in command.chars() {
        match (c, quote) {
            (_, Some(open)) if c == open => quote = None,
            ('"' | '\'', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (' ', None) => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    assert!(quote.is_none(), "a quotation mark is left open in {command}");
    words.extend(word);
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

/// Runs a document in a copy of examples and catalogue, in the folder that the document lies in.
fn run(document: &str) {
    let copied = tempfile::tempdir().unwrap();
    for folder in ["examples", "catalog"] {
        copy_folder(&root().join(folder), &copied.path().join(folder));
    }
    let mut folder = copied.path().join(Path::new(document).parent().unwrap());
    let steps = steps(&read(document));
    assert!(!steps.is_empty(), "{document} shows no command");
    for step in steps {
        let place = format!("{document}:{}: {}", step.line, step.command);
        let words = words(&step.command);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let arguments = match words.as_slice() {
            // It is what runs this test.
            ["cargo", "test"] => continue,
            ["cd", into] => {
                folder = folder.join(into);
                assert!(folder.is_dir(), "{place}");
                continue;
            }
            ["risiko", arguments @ ..] | ["cargo", "run", "--release", "--", arguments @ ..] => {
                arguments
            }
            _ => panic!("{place}: a command that this test does not know"),
        };
        let output = risiko(&folder, arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(step.exit), "{place}\n{errors}");
        let shown = String::from_utf8_lossy(&output.stdout);
        let shown: Vec<String> = shown.lines().map(|line| line.trim_end().to_owned()).collect();
        let agrees = step.expected.is_empty() || matches(&step.expected, &shown);
        assert!(agrees, "{place}\nprints\n{}", shown.join("\n"));
    }
}

/// Every document of the project, from the root.
fn documents() -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["", "catalog", "tests", "examples", "examples/01-skovby", "examples/02-fjordby"]
    {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "md") {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.push(name);
            }
        }
    }
    found.sort();
    found
}

/// Every piece of `text` between two marks.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Vec<&'t str> {
    let pieces = text.split(open).skip(1);
    pieces.filter_map(|rest| rest.split_once(close)).map(|(piece, _)| piece).collect()
}

#[test]
fn the_readme_does_what_it_says() {
    run("README.md");
}

#[test]
fn the_examples_do_what_they_say() {
    run("examples/README.md");
    for (folder, ..) in EXAMPLES {
        run(&format!("examples/{folder}/README.md"));
    }
    for folder in OTHER_EXAMPLES {
        run(&format!("examples/{folder}/README.md"));
    }
}

#[test]
fn every_example_is_known_to_these_tests() {
    let entries = fs::read_dir(root().join("examples")).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    let known = EXAMPLES.iter().map(|(folder, ..)| *folder).chain(OTHER_EXAMPLES);
    let known: Vec<_> = known.map(|folder| root().join("examples").join(folder)).collect();
    assert_eq!(folders, known);
}

#[test]
fn the_examples_are_what_their_batch_files_give() {
    for (folder, name, more) in EXAMPLES {
        let made = tempfile::tempdir().unwrap();
        let source = root().join("examples").join(folder);
        let does = |arguments: &[&str]| {
            let output = risiko(made.path(), arguments);
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        };
        let same = |file: &str, how: &str| {
            let given = fs::read(made.path().join(file)).unwrap();
            assert!(given == fs::read(source.join(file)).unwrap(), "{file}: {how}");
        };
        let init = ["init", name, "--round", "2026", "--as-of", "2026-11-01"];
        does(&[&init[..], more].concat());
        let batch = source.join("vurderinger.csv");
        does(&["assess", "--batch", &batch.to_string_lossy()]);
        let file = format!("{name}-2026.risiko.yml");
        same(&file, "it is not what vurderinger.csv gives; make it again");
        let workbook = format!("{name}-2026.xlsx");
        does(&["export", &file, "-o", &workbook]);
        same(&workbook, "it is not what the assessment gives; export it again");
    }
}

#[test]
fn the_examples_have_no_errors() {
    for (folder, name, _) in EXAMPLES {
        let file = format!("{name}-2026.risiko.yml");
        let check = ["check", &file, "--as-of", "2026-11-23", "--fail-on", "error"];
        let output = risiko(&root().join("examples").join(folder), &check);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn the_assessment_shown_in_the_architecture_can_be_read() {
    let text = read("ARCHITECTURE.md");
    let shown = between(&text, "```yaml\n", "```");
    let made = tempfile::tempdir().unwrap();
    fs::write(made.path().join("shown.risiko.yml"), shown[0]).unwrap();
    let output = risiko(made.path(), &["show", "01"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_columns_of_a_batch_are_all_described() {
    let text = read("examples/README.md");
    let described: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("| `"))
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(|cell| cell.split(',').map(|key| key.trim().trim_matches('`').to_owned()))
        .collect();
    let known: Vec<_> = BatchField::ALL.iter().map(|field| field.key().to_owned()).collect();
    assert_eq!(described, known);
}

#[test]
fn every_path_that_a_document_names_is_there() {
    const FOLDERS: [&str; 7] =
        ["src/", "tests/", "catalog/", "examples/", "benches/", "fuzz/", ".ci/"];
    let mut missing = Vec::new();
    for document in documents() {
        let text = read(&document);
        let folder = root().join(Path::new(&document).parent().unwrap());
        for link in between(&text, "](", ")").into_iter().filter(|link| !link.contains("://")) {
            if !folder.join(link).exists() {
                missing.push(format!("{document}: {link}"));
            }
        }
        for path in text.split('`').skip(1).step_by(2) {
            let named = FOLDERS.iter().any(|start| path.starts_with(start));
            let exact = !path.contains([' ', '<', '*', '{', '‹']);
            if named && exact && !root().join(path).exists() {
                missing.push(format!("{document}: {path}"));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn reads_a_session_as_a_shell_would() {
    let text =
        "```console\n$ risiko a \"b c\" 'd'\n# exit 2\n$ risiko e\nx\n…\n\n```\n```\n$ no\n```\n";
    let steps = steps(text);
    assert_eq!(steps.len(), 2);
    assert_eq!((steps[0].exit, steps[0].line), (2, 2));
    assert_eq!(words(&steps[0].command), ["risiko", "a", "b c", "d"]);
    assert_eq!(steps[1].expected, ["x", "…"]);
    let shown = ["x", "y", "z"].map(str::to_owned);
    assert!(matches(&steps[1].expected, &shown));
    assert!(!matches(&["x".to_owned()], &shown));
}
