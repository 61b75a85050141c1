//! The workbench in a real pseudo-terminal, which `script` of util-linux makes.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use support::console::{run, words};

const FILE: &str = "s.risiko.yml";
/// How long something is waited for that happens at once on an idle machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The workbench in a terminal of its own, and its keyboard.
fn seated(folder: &Path) -> (Child, ChildStdin) {
    let program = env!("CARGO_BIN_EXE_risiko");
    let command =
        format!("stty cols 100 rows 30; {program} assess {}", folder.join(FILE).display());
    let mut child = Command::new("script")
        .args(["-qfec", &command, "/dev/null"])
        .current_dir(folder)
        .env("TERM", "xterm-256color")
        .env("LANG", "C.UTF-8")
        .env("EDITOR", folder.join("skriv").display().to_string() + " nu")
        .env("XDG_CONFIG_HOME", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let keyboard = child.stdin.take().unwrap();
    (child, keyboard)
}

fn wait_for(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "{what} did not come");
        thread::sleep(Duration::from_millis(50));
    }
}

/// Whether the workbench of a folder still runs.
fn runs(folder: &Path) -> bool {
    let folder = folder.display().to_string();
    let processes = fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    processes.filter_map(|entry| fs::read(entry.path().join("cmdline")).ok()).any(|line| {
        let line = String::from_utf8_lossy(&line).replace('\0', " ");
        line.starts_with(env!("CARGO_BIN_EXE_risiko")) && line.contains(&folder)
    })
}

#[test]
fn what_is_typed_is_in_the_file_and_a_closed_window_ends_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let init = run(at, &words(&format!("init Skovby --as-of 2026-11-01 -o {FILE}")), None);
    assert_eq!(init.code, 0, "{}", init.stderr);
    let stands = |text: &str| fs::read_to_string(at.join(FILE)).unwrap().contains(text);

    let (mut window, mut keyboard) = seated(at);
    wait_for("the workbench", || runs(at));
    // What is typed before the screen is there waits in the terminal.
    for keys in ["/74\r", "\r", "t", "3", "rSet i fjor\r"] {
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
        thread::sleep(Duration::from_millis(200));
    }
    wait_for("the reason", || stands("reason: Set i fjor"));

    // A reason that is only half typed is all that a closed window loses.
    keyboard.write_all(b"rEt halvt").unwrap();
    keyboard.flush().unwrap();
    window.kill().unwrap();
    window.wait().unwrap();
    wait_for("the end of the program", || !runs(at));
    assert!(stands("reason: Set i fjor") && !stands("halvt"));

    // And it goes on from there, and is left with q.
    let (mut window, mut keyboard) = seated(at);
    wait_for("the workbench", || runs(at));
    for keys in ["/74\r", "\r", "t", "4", "q"] {
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
        thread::sleep(Duration::from_millis(300));
    }
    wait_for("the end of the program", || !runs(at));
    window.wait().unwrap();
    assert!(stands("likelihood: 4"));
    let check = run(at, &words(&format!("check {FILE} --journal")), None);
    assert_eq!(check.code, 0, "{}", check.stdout);
}

#[test]
fn a_text_is_written_in_ones_own_editor_and_by_ones_own_keys() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let init = run(at, &words(&format!("init Skovby --as-of 2026-11-01 -o {FILE}")), None);
    assert_eq!(init.code, 0, "{}", init.stderr);
    let stands = |text: &str| fs::read_to_string(at.join(FILE)).unwrap().contains(text);
    // An editor puts a new file in the place of the old one; the last argument names it.
    let editor = "#!/bin/sh\nfor file; do :; done\n{ cat \"$file\"; echo \" og ført til ende ($1)\"; } > \
        \"$file.ny\"\nmv \"$file.ny\" \"$file\"\n";
    fs::write(at.join("skriv"), editor).unwrap();
    fs::set_permissions(at.join("skriv"), fs::Permissions::from_mode(0o755)).unwrap();
    fs::create_dir(at.join("risiko")).unwrap();
    fs::write(at.join("risiko/keys.yml"), "keys:\n  reason: [x]\n  quit: [f10, å]\n").unwrap();

    let (mut window, mut keyboard) = seated(at);
    wait_for("the workbench", || runs(at));
    for keys in ["/74\r", "\r", "t", "3", "q", "xBegyndt her", "\x0f"] {
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
        thread::sleep(Duration::from_millis(300));
    }
    thread::sleep(Duration::from_millis(700));
    for keys in ["\r", "å"] {
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
        thread::sleep(Duration::from_millis(300));
    }
    wait_for("the reason", || stands("Begyndt her og ført til ende (nu)"));
    wait_for("the end of the program", || !runs(at));
    window.wait().unwrap();
}
