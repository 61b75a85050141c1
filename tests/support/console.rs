//! The program as somebody at a console sees it: a folder of files, commands, what they print.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read files and may fail"
)]
#![allow(dead_code, unreachable_pub, reason = "each test crate uses its own part")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::catalogue;

/// Stands for the digest of the shipped catalogue, which changes with every edit of it.
const DIGEST: &str = "@DIGEST@";
/// Stands for every active activity that the file does not name, so that inputs stay small.
const REST: &str = "@REST@";

/// Whether expected outputs are to be rewritten instead of compared. The difference is then read.
pub fn is_blessing() -> bool {
    std::env::var_os("RISIKO_BLESS").is_some_and(|value| value == "1")
}

/// A path below `tests`.
pub fn tests_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The program in a folder, deaf to the environment of whoever runs the tests.
pub fn program(folder: &Path, arguments: &[String]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_risiko"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .env("RISIKO_USER", "Anna Berg")
        .env("TZ", "UTC")
        .env_remove("RISIKO_LANG");
    command
}

/// Splits as a shell splits words, with double quotes.
pub fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), None::<String>, false);
    for c in command.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' if !quoted => words.extend(word.take()),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    words
}

/// What one command printed, and how it ended.
pub struct Said {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs one command; the digest is put back to its placeholder.
pub fn run(folder: &Path, arguments: &[String], stdin: Option<&[u8]>) -> Said {
    let mut child = program(folder, arguments)
        .stdin(if stdin.is_some() { Stdio::piped() } else { Stdio::null() })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    if let Some(bytes) = stdin {
        child.stdin.take().unwrap().write_all(bytes).unwrap();
    }
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| {
        timeless(&String::from_utf8(bytes).unwrap().replace(&catalogue().digest, DIGEST))
    };
    Said {
        code: output.status.code().unwrap(),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// A text with `/` between the parts of a path, as the documents have it; Windows writes them otherwise, also in JSON.
pub fn with_slashes(text: &str) -> String {
    if cfg!(windows) { text.replace("\\\\", "/").replace('\\', "/") } else { text.to_owned() }
}

/// A text with every moment of the journal as the same moment, since it is never twice the same.
fn timeless(text: &str) -> String {
    let text = same_shape(text, "0000-00-00T00:00:00Z", "2026-11-26T10:15:00Z");
    let text = same_shape(&text, "0000-00-00 00:00", "2026-11-26 10:15");
    let line = |line: &str| match line.split(" · ").collect::<Vec<_>>().as_slice() {
        [number, when, rest @ ..] if when.contains(" kl. ") => {
            format!("{number} · 26. november 2026 kl. 10:15 · {}", rest.join(" · "))
        }
        _ => line.to_owned(),
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Replaces what has the shape of a text in which 0 stands for any digit.
fn same_shape(text: &str, shape: &str, with: &str) -> String {
    let mut same = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_shape = rest.get(..shape.len()).is_some_and(|part| {
            part.bytes().zip(shape.bytes()).all(|(byte, wanted)| match wanted {
                b'0' => byte.is_ascii_digit(),
                other => byte == other,
            })
        });
        let taken = if is_shape { shape.len() } else { c.len_utf8() };
        same.push_str(if is_shape { with } else { &rest[..taken] });
        rest = &rest[taken..];
    }
    same
}

/// Copies a folder with everything below it, apart from the locks that writers leave.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else if !(name.starts_with('.') && name.ends_with(".lock")) {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Copies the shipped catalogue into a folder.
pub fn copy_catalogue(to: &Path) {
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog"), to);
}

/// Replaces the first place in a file where a text stands; it must stand there.
pub fn replace(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{} has no {from:?}", file.display());
    fs::write(file, text.replacen(from, to, 1)).unwrap();
}

/// Copies a folder, with the placeholders of its assessments filled in.
pub fn copy_filled(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_filled(&path, &target);
        } else {
            let bytes = fs::read(&path).unwrap();
            let is_yaml = path.extension().is_some_and(|end| end == "yml");
            match String::from_utf8(bytes) {
                Ok(text) if is_yaml => fs::write(target, filled(&text)).unwrap(),
                Ok(text) => fs::write(target, text).unwrap(),
                Err(not_text) => fs::write(target, not_text.as_bytes()).unwrap(),
            }
        }
    }
}

/// The text of an assessment with its placeholders filled in.
pub fn filled(text: &str) -> String {
    let named = |id: &str| text.contains(&format!("id: \"{id}\""));
    let rest = catalogue().active().map(|activity| activity.id.as_str()).filter(|id| !named(id));
    let rest: Vec<_> = rest
        .map(|id| {
            format!("- {{id: \"{id}\", status: not-applicable, status-reason: Ikke i prøven}}")
        })
        .collect();
    text.replace(DIGEST, &catalogue().digest).replace(REST, &rest.join("\n"))
}
