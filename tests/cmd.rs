//! Console sessions: the documents in `tests/cmd` show commands and exactly what they print.
//!
//! Each document runs in a copy of `tests/cmd/input`. A block marked `console` holds commands
//! behind `$ `; below each stands what it prints, then `# stderr` with what it says beside that,
//! and `# slutkode N` where that is not 0. `< FILE` is standard input, `cat FILE` shows a file.
//! `RISIKO_BLESS=1 cargo test --test cmd` rewrites the documents; read the difference.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::catalogue;
use support::console::{Said, copy_filled, is_blessing, run, tests_folder, with_slashes, words};

/// Every file of a folder with its bytes, without the locks, which hold nothing.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), path))
        .filter(|(name, _)| !name.ends_with(".lock"))
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

fn said(folder: &Path, command: &str) -> Said {
    let (command, stdin) = match command.split_once(" < ") {
        Some((command, file)) => (command, Some(fs::read(folder.join(file)).unwrap())),
        None => (command, None),
    };
    let words = words(command);
    let (program, arguments) = words.split_first().unwrap();
    if program == "cat" {
        let text = fs::read_to_string(folder.join(&arguments[0])).unwrap();
        let stdout = text.replace(&catalogue().digest, "@DIGEST@");
        return Said { code: 0, stdout, stderr: String::new() };
    }
    assert_eq!(program, "risiko", "{command}");
    let before = files(folder);
    let said = run(folder, arguments, stdin.as_deref());
    let writes_nothing = said.code > 1 || arguments.iter().any(|word| word == "--dry-run");
    assert!(!writes_nothing || files(folder) == before, "{command} changed a file");
    said
}

fn shown(said: &Said) -> String {
    let mut text = lines(&said.stdout);
    if !said.stderr.is_empty() {
        text += "# stderr\n";
        text += &lines(&said.stderr);
    }
    if said.code != 0 {
        text += &format!("# slutkode {}\n", said.code);
    }
    text
}

/// Without blanks at the ends of lines, which editors remove.
fn lines(text: &str) -> String {
    text.trim_end().lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// The document with what its commands print now.
fn played(document: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    copy_filled(&tests_folder("cmd/input"), folder.path());
    let (mut text, mut inside) = (String::new(), false);
    for line in document.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
            text += line;
            text += "\n";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            text += line;
            text += "\n";
            text += &shown(&said(folder.path(), command));
        } else if !inside {
            text += line;
            text += "\n";
        }
    }
    text
}

/// The first line that differs, with the ones before it.
fn difference(document: &str, played: &str) -> String {
    let same = document.lines().zip(played.lines()).take_while(|(one, other)| one == other).count();
    let part = |text: &str| {
        let lines: Vec<_> = text.lines().skip(same.saturating_sub(3)).take(12).collect();
        lines.join("\n")
    };
    format!("line {}\nexpected:\n{}\nsaid:\n{}", same + 1, part(document), part(played))
}

fn session(name: &str) {
    let path = tests_folder("cmd").join(format!("{name}.md"));
    let document = fs::read_to_string(&path).unwrap();
    assert!(document.contains("\n$ "), "{name} shows no command");
    let played = played(&document);
    if is_blessing() {
        fs::write(&path, &played).unwrap();
    } else {
        let is_same = with_slashes(&document) == with_slashes(&played);
        assert!(is_same, "{name}.md, {}", difference(&document, &played));
    }
}

macro_rules! sessions {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            session(stringify!($name));
        })*

        #[test]
        fn every_document_is_played() {
            for entry in fs::read_dir(tests_folder("cmd")).unwrap() {
                let name = entry.unwrap().file_name().to_string_lossy().into_owned();
                if let Some(name) = name.strip_suffix(".md") {
                    assert!([$(stringify!($name)),*].contains(&name), "{name}.md is not played");
                }
            }
        }
    };
}

sessions! { assess brug check csv fejl guidet help historie hjaelp init json kommuner metode moede sammenlign skema vis }
