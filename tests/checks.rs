//! One folder per code: a small input, the command, and exactly what is said about it.
//!
//! `command.txt` has a command a line; they run in a copy of the folder, in which `@DIGEST@` and
//! `@REST@` are filled in and the workbooks and catalogues are made that [`recipes`] describe, and
//! once more in English in another copy. `stdin.csv` is standard input.
//!
//! `RISIKO_BLESS=1 cargo test --test checks` rewrites every `expected.txt`; read the difference.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

#[path = "support/recipes/mod.rs"]
mod recipes;
mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use risiko::finding::Code;
use support::console::{
    copy_filled, copy_folder, is_blessing, run, tests_folder, with_slashes, words,
};

/// Codes that cannot come alone: a cell that drops also loses to a smaller product.
const TOGETHER: &[(Code, Code)] = &[(Code::MTX004, Code::MTX006)];

/// The folders by code; a name is the code and its slug.
fn folders() -> BTreeMap<Code, PathBuf> {
    let entries = fs::read_dir(tests_folder("checks")).unwrap();
    let named = entries.map(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let code = name.split_once('-').and_then(|(id, slug)| {
            Code::parse(id).filter(|code| code.id() == id && code.slug() == slug)
        });
        (code.unwrap_or_else(|| panic!("{name} is not a code and its name")), path)
    });
    named.collect()
}

/// Everything that the commands of a folder say, first in Danish, then from the start in English.
fn session(folder: &Path) -> String {
    let made = tempfile::tempdir().unwrap();
    copy_filled(folder, made.path());
    recipes::prepare(made.path());
    let stdin = fs::read(folder.join("stdin.csv")).ok();
    let commands = fs::read_to_string(folder.join("command.txt")).unwrap();
    let mut text = String::new();
    for language in ["", " --lang en"] {
        let copied = tempfile::tempdir().unwrap();
        copy_folder(made.path(), copied.path());
        for line in commands.lines() {
            let command = format!("{line}{language}");
            let said = run(copied.path(), &words(&command), stdin.as_deref());
            writeln!(text, "$ risiko {command}").unwrap();
            for (name, stream) in [("stdout", &said.stdout), ("stderr", &said.stderr)] {
                if !stream.is_empty() {
                    writeln!(text, "--- {name}\n{}", stream.trim_end()).unwrap();
                }
            }
            writeln!(text, "--- slutkode {}\n", said.code).unwrap();
        }
    }
    text.trim_end().to_owned() + "\n"
}

/// The codes that a text names in brackets.
fn codes_in(text: &str) -> Vec<&str> {
    let mut codes: Vec<_> = text
        .split('[')
        .skip(1)
        .filter_map(|part| part.get(..6))
        .filter(|id| Code::parse(id).is_some())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn every_code_is_said_exactly_so() {
    let mut wrong = Vec::new();
    // A part of them while one works on it, such as `RISIKO_ONLY=CAT`.
    let only = std::env::var("RISIKO_ONLY").unwrap_or_default();
    for (code, folder) in folders().into_iter().filter(|(code, _)| code.id().starts_with(&only)) {
        let said = session(&folder);
        let expected = folder.join("expected.txt");
        if is_blessing() {
            fs::write(&expected, &said).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if with_slashes(&said) != with_slashes(&wanted) {
            wrong.push(format!("{}\nexpected:\n{wanted}\nsaid:\n{said}", folder.display()));
        }
        let others = TOGETHER.iter().filter(|(one, _)| *one == code).map(|(_, other)| other.id());
        let codes: Vec<_> = [code.id()].into_iter().chain(others).collect();
        if codes_in(&said) != codes {
            wrong.push(format!("{} says {:?}\n{said}", folder.display(), codes_in(&said)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_code_has_a_folder() {
    let folders = folders();
    let missing: Vec<&str> =
        Code::ALL.iter().filter(|code| !folders.contains_key(code)).map(|code| code.id()).collect();
    assert!(missing.is_empty(), "no folder in tests/checks for {missing:?}");
}
