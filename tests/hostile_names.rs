//! What stands where a file should, and names that lead elsewhere: read never without end, written never outside.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests make devices, pipes and links, and may fail"
)]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use support::console::{program, words};

const FILE: &str = "s.risiko.yml";
/// Longest that a refusal may take.
const PATIENCE: Duration = Duration::from_secs(30);

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    said(folder.path(), &format!("init skovby --as-of 2026-11-01 -o {FILE}"), 0);
    folder
}

/// What a command says on stderr; it must end by itself, with this code.
fn said(folder: &Path, command: &str, code: i32) -> String {
    let mut child = program(folder, &words(command))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("{command} does not end");
        }
        thread::sleep(Duration::from_millis(10));
    }
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{command}\n{stderr}");
    stderr
}

/// A pipe into which nobody writes: opening it waits for ever.
fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

/// Every command that reads a file, aimed at one that is none.
fn readers(path: &str) -> Vec<String> {
    let commands = [
        "list @",
        "show @ 74",
        "matrix @",
        "check @",
        "explain",
        "history @",
        "undo @",
        "minutes @",
        "upgrade @",
        "export @ -o ud.xlsx",
        "share @ --yes -o ud.json",
        "share --verify @",
        "import @ --into F",
        "import @ --inspect",
        "import F --map @ --into F",
        "import x.csv --into F --decisions @",
        "import x.csv --into F --assume-base @",
        "import @ --into F --activity 74",
        "merge @ --into F",
        "assess @ 74 --note x",
        "assess F --batch @",
        "diff F @",
        "diff @ F",
        "diff F F --levels @",
        "diff F F --earlier @",
        "diff --textconv @",
        "merge-driver @ F F",
        "merge-driver F F @",
        "benchmark @ F F",
        "list F --method @.yml",
        "method check @.yml",
        "catalog import @",
        "verify @ --key @",
        "verify F --key @",
        "approve F --all --name A --role B --sign @",
        "list F --catalog @",
    ];
    let mut commands: Vec<String> = commands
        .iter()
        .filter(|command| command.contains('@'))
        .map(|command| command.replace("@.yml", path).replace('@', path))
        .collect();
    commands.iter_mut().for_each(|command| *command = command.replace(" F", &format!(" {FILE}")));
    commands
}

#[test]
fn a_pipe_or_a_device_in_place_of_a_file_is_refused_by_every_command() {
    let folder = folder();
    let at = folder.path();
    fs::write(at.join("x.csv"), "Nr.;Sandsynlighed\n74;3\n").unwrap();
    pipe(&at.join("rør.yml"));
    std::os::unix::fs::symlink("/dev/zero", at.join("uendelig.yml")).unwrap();
    for path in ["rør.yml", "uendelig.yml"] {
        for command in readers(path) {
            said(at, &command, 2);
        }
    }
    let said = said(at, "list rør.yml", 2);
    assert!(said.contains("er en enhed eller et rør"), "{said}");
}

#[test]
fn a_pipe_beside_the_assessment_is_refused_too() {
    for name in [
        "s.risiko.log",
        "catalog/local.yml",
        "catalog/kl.yml",
        ".s.risiko.yml.lock",
        "s.risiko.yml.minisig",
        ".s.risiko.pending",
    ] {
        let folder = folder();
        let at = folder.path();
        fs::create_dir_all(at.join("catalog")).unwrap();
        let _was_there = fs::remove_file(at.join(name));
        pipe(&at.join(name));
        for command in
            ["assess s.risiko.yml 74 --note x", "check s.risiko.yml", "list s.risiko.yml"]
        {
            let mut child = program(at, &words(command))
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let start = Instant::now();
            while child.try_wait().unwrap().is_none() {
                if start.elapsed() > PATIENCE {
                    child.kill().unwrap();
                    child.wait().unwrap();
                    panic!("{command} does not end with a pipe as {name}");
                }
                thread::sleep(Duration::from_millis(10));
            }
        }
    }
}

#[test]
fn a_ring_of_links_ends() {
    let folder = folder();
    let at = folder.path();
    std::os::unix::fs::symlink("b.yml", at.join("a.yml")).unwrap();
    std::os::unix::fs::symlink("a.yml", at.join("b.yml")).unwrap();
    said(at, "list a.yml", 2);
    support::console::copy_catalogue(&at.join("katalog"));
    std::os::unix::fs::symlink("..", at.join("katalog/methods/op")).unwrap();
    said(at, "key new n --no-password", 0);
    said(at, "catalog sign katalog --key n.key", 0);
    said(at, "verify katalog --key n.pub", 0);
}

#[test]
fn no_id_or_name_in_a_file_leads_out_of_the_folder() {
    let folder = folder();
    let (outside, at) = (folder.path().join("uden-for"), folder.path().join("inden-for"));
    fs::create_dir_all(at.join("catalog/methods")).unwrap();
    fs::create_dir_all(&outside).unwrap();
    let assessment = fs::read_to_string(folder.path().join(FILE)).unwrap();
    let own = include_str!("../catalog/methods/kl-4x4.yml").replace("id: kl-4x4", "id: egen");
    fs::write(outside.join("egen.yml"), &own).unwrap();
    for id in ["../../../uden-for/egen", "..\\..\\uden-for\\egen", "/uden-for/egen", "egen\0", ".."]
    {
        let text = assessment.replace("id: kl-4x4", &format!("id: {id:?}"));
        fs::write(at.join(FILE), text).unwrap();
        said(&at, &format!("list {FILE}"), 2);
    }
    fs::write(at.join(FILE), &assessment).unwrap();
    let names = |folder: &Path| {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = (names(folder.path()), names(&outside));
    for command in [
        "init skovby --round ../../uden-for/x",
        "init skovby --round \"2026/27\"",
        &format!("assess {FILE} 74 --blind \"../../uden-for/x\" --note x"),
        &format!("list {FILE} --method ../../uden-for/egen"),
        &format!("minutes {FILE} --date ../../uden-for/x"),
        "catalog schema ../../uden-for/egen",
        &format!("upgrade {FILE} --catalog-version ../../uden-for"),
    ] {
        program(&at, &words(command)).stdin(Stdio::null()).output().unwrap();
        assert_eq!((names(folder.path()), names(&outside)), before, "{command}");
    }
}
