//! What the world does to files: missing, locked, read-only, full, closed. Said in words, exit code
//! 2, and the files as before. Nothing here rests on permission bits, which do not bind root.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read and write files and may fail"
)]

mod support;

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Stdio};

use support::console::{Said, copy_filled, program, run, tests_folder, words};

const FILE: &str = "to.risiko.yml";

fn risiko(folder: &Path, command: &str) -> Said {
    run(folder, &words(command), None)
}

/// A folder with the assessment of two activities.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_filled(&tests_folder("cmd/input"), folder.path());
    folder
}

fn content(folder: &Path) -> Vec<u8> {
    fs::read(folder.join(FILE)).unwrap()
}

/// Names of what a folder holds beside the locks.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.ends_with(".lock"))
        .collect();
    names.sort();
    names
}

fn spawn(folder: &Path, command: &str) -> Child {
    let mut command = program(folder, &words(command));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Every command that reads an assessment, aimed at `path`.
fn readers(path: &str) -> [String; 6] {
    [
        format!("list {path}"),
        format!("show {path} 74"),
        format!("matrix {path}"),
        format!("check {path}"),
        format!("assess {path} 74 --owner Chefen"),
        format!("export {path}"),
    ]
}

/// Each reader refuses with these words and changes nothing.
fn refused(folder: &Path, path: &str, parts: &[&str]) {
    let before = names(folder);
    for command in readers(path) {
        let said = risiko(folder, &command);
        assert_eq!(said.code, 2, "{command}\n{}{}", said.stdout, said.stderr);
        assert_eq!(said.stdout, "", "{command}");
        for part in parts {
            assert!(said.stderr.contains(part), "{command}: no {part:?} in\n{}", said.stderr);
        }
        assert_eq!(names(folder), before, "{command}");
    }
}

#[test]
fn a_missing_file_is_named_and_leaves_no_lock_behind() {
    let folder = folder();
    refused(folder.path(), "findes-ikke.risiko.yml", &["fejl: findes-ikke.risiko.yml findes ikke"]);
    assert!(!folder.path().join(".findes-ikke.risiko.yml.lock").exists());
}

#[test]
fn a_folder_is_not_taken_for_a_file() {
    let folder = folder();
    fs::create_dir(folder.path().join("mappe.risiko.yml")).unwrap();
    refused(folder.path(), "mappe.risiko.yml", &["er en mappe og ikke en fil"]);
}

#[test]
fn a_path_through_a_file_is_said_to_be_one() {
    let folder = folder();
    let path = format!("{FILE}/under.risiko.yml");
    // Windows does not tell it from a path that is not there.
    let reads = if cfg!(windows) { "findes ikke" } else { "en del af stien er en fil" };
    refused(folder.path(), &path, &[reads]);
    for command in [
        format!("init skovby -o {path}"),
        format!("list {FILE} -o {FILE}/liste.txt"),
        format!("export {FILE} -o {FILE}/x.xlsx"),
    ] {
        let said = risiko(folder.path(), &command);
        assert_eq!(said.code, 2, "{command}\n{}", said.stderr);
        let writes = if cfg!(windows) { "" } else { "en del af stien er en fil" };
        assert!(said.stderr.contains(writes), "{command}\n{}", said.stderr);
    }
}

#[test]
fn a_file_that_is_not_utf8_is_refused_with_the_byte() {
    let folder = folder();
    let mut bytes = content(folder.path());
    let at = bytes.windows(5).position(|part| part == b"label" || part == b"Skovb").unwrap();
    bytes.splice(at..at, [0xe6]);
    fs::write(folder.path().join("latin.risiko.yml"), bytes).unwrap();
    let place = format!("byte {}", at + 1);
    refused(
        folder.path(),
        "latin.risiko.yml",
        &["er ikke tekst i UTF-8", &place, "gem filen igen"],
    );
}

#[test]
fn a_file_in_utf16_as_notepad_saves_it_is_refused_in_the_same_words() {
    let folder = folder();
    let utf16: Vec<u8> = "\u{feff}risiko: 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.path().join("utf16.risiko.yml"), utf16).unwrap();
    refused(folder.path(), "utf16.risiko.yml", &["er ikke tekst i UTF-8"]);
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let folder = folder();
    let file = fs::File::create(folder.path().join("stor.risiko.yml")).unwrap();
    // Holds no blocks on the disk, so that the test is fast; its length is what counts.
    file.set_len(21 * 1024 * 1024).unwrap();
    refused(folder.path(), "stor.risiko.yml", &["fylder 21 MB, og grænsen er 20 MB"]);
}

#[test]
fn an_empty_file_is_refused_and_stays_empty() {
    let folder = folder();
    fs::write(folder.path().join("tom.risiko.yml"), "").unwrap();
    refused(folder.path(), "tom.risiko.yml", &["YML005", "ingenting"]);
    assert_eq!(fs::read(folder.path().join("tom.risiko.yml")).unwrap(), b"");
}

/// The store refuses by the mark on the file, so that root is held back too.
#[test]
fn a_read_only_file_can_be_read_and_is_not_replaced() {
    let folder = folder();
    let path = folder.path().join(FILE);
    let before = content(folder.path());
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert_eq!(risiko(folder.path(), &format!("list {FILE}")).code, 0);
    let there = names(folder.path());
    for command in
        [format!("assess {FILE} 74 --owner Chefen"), format!("init skovby -o {FILE} --force")]
    {
        let said = risiko(folder.path(), &command);
        assert_eq!(said.code, 2, "{command}");
        assert!(said.stderr.contains("må ikke skrives"), "{command}\n{}", said.stderr);
        assert!(said.stderr.contains("skrivebeskyttelsen"), "{command}\n{}", said.stderr);
        assert_eq!(content(folder.path()), before, "{command}");
        assert_eq!(names(folder.path()), there, "{command}");
    }
}

/// `/proc` takes no new files, from root neither: a folder that cannot be written to.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_named() {
    let folder = folder();
    for command in [
        "init skovby -o /proc/skovby.risiko.yml".to_owned(),
        format!("list {FILE} -o /proc/liste.txt"),
        format!("export {FILE} -o /proc/x.xlsx"),
    ] {
        let said = risiko(folder.path(), &command);
        assert_eq!(said.code, 2, "{command}\n{}", said.stderr);
        assert!(said.stderr.starts_with("fejl: /proc/"), "{command}\n{}", said.stderr);
        assert!(said.stderr.contains("-o"), "{command}\n{}", said.stderr);
    }
}

/// `risiko … 2>&1 | head` closes the pipe while there is more to say.
#[test]
fn a_reader_of_the_messages_that_has_gone_away_is_no_crash() {
    let folder = folder();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let status = program(folder.path(), &words("catalog show T99"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(writer)
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(2));
}

/// A result that cannot be printed is a failure: a script would take half a file for a whole.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_said() {
    let folder = folder();
    for command in [format!("list {FILE}"), format!("list {FILE} --format json")] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = program(folder.path(), &words(&command))
            .stdin(Stdio::null())
            .stdout(full)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
            .wait_with_output()
            .unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}\n{errors}");
        assert!(errors.contains("der er ikke plads"), "{command}\n{errors}");
    }
}

/// A rename would put a file in the place of a device, a pipe or a socket. The test makes a socket
/// of its own: what a mistake breaks here must not be a device of the machine.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_never_replaced_by_one() {
    use std::os::unix::fs::FileTypeExt as _;
    let folder = folder();
    let path = folder.path().join("ikke-en-fil.xlsx");
    let _listening = std::os::unix::net::UnixListener::bind(&path).unwrap();
    let other = folder.path().join("ikke-en-fil.txt");
    let _listening_there = std::os::unix::net::UnixListener::bind(&other).unwrap();
    for command in [
        format!("list {FILE} -o ikke-en-fil.txt --force"),
        format!("export {FILE} -o ikke-en-fil.xlsx --force"),
        "init skovby -o ikke-en-fil.xlsx --force".to_owned(),
    ] {
        let said = risiko(folder.path(), &command);
        assert_eq!(said.code, 2, "{command}\n{}", said.stderr);
        assert!(said.stderr.contains("er ikke en almindelig fil"), "{command}\n{}", said.stderr);
        for path in [&path, &other] {
            assert!(fs::metadata(path).unwrap().file_type().is_socket(), "{command}");
        }
    }
}

#[test]
fn a_locked_file_is_waited_for_and_then_said_to_be_busy() {
    let folder = folder();
    let before = content(folder.path());
    let held = risiko::store::lock(&folder.path().join(FILE)).unwrap();
    let said = risiko(folder.path(), &format!("assess {FILE} 74 --owner Chefen"));
    assert_eq!(said.code, 2);
    let first = format!("fejl: {FILE} er ved at blive ændret af en anden, og intet er skrevet");
    assert_eq!(said.stderr.lines().next(), Some(first.as_str()));
    assert!(said.stderr.contains("vent et øjeblik"), "{}", said.stderr);
    // Who only reads does not wait.
    assert_eq!(risiko(folder.path(), &format!("list {FILE}")).code, 0);
    drop(held);
    assert_eq!(content(folder.path()), before);
    assert_eq!(risiko(folder.path(), &format!("assess {FILE} 74 --owner Chefen -q")).code, 0);
}

#[test]
fn a_lock_that_is_let_go_in_time_is_only_waited_for() {
    let folder = folder();
    let held = risiko::store::lock(&folder.path().join(FILE)).unwrap();
    let child = spawn(folder.path(), &format!("assess {FILE} 74 --owner Ventende"));
    std::thread::sleep(std::time::Duration::from_millis(400));
    drop(held);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8(content(folder.path())).unwrap().contains("owner: Ventende"));
}

#[test]
fn two_processes_that_assess_different_activities_both_arrive() {
    let folder = folder();
    for round in 0..5 {
        let children = ["61", "74"].map(|id| {
            spawn(folder.path(), &format!("assess {FILE} {id} --note \"{id} runde {round}\" -q"))
        });
        for child in children {
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        let text = String::from_utf8(content(folder.path())).unwrap();
        for id in ["61", "74"] {
            assert!(text.contains(&format!("note: {id} runde {round}")), "{id} {round}\n{text}");
        }
    }
}

#[test]
fn colours_come_only_when_asked_for() {
    let folder = folder();
    let output = |colour: &str, no_color: Option<&str>| {
        let mut command = program(folder.path(), &words(&format!("list {FILE} --color {colour}")));
        command.env_remove("NO_COLOR");
        if let Some(value) = no_color {
            command.env("NO_COLOR", value);
        }
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(output("always", None).contains('\u{1b}'));
    for (colour, no_color) in [("auto", None), ("auto", Some("1")), ("never", None)] {
        assert!(!output(colour, no_color).contains('\u{1b}'), "{colour} {no_color:?}");
    }
    // The flag is nearer to the person than the variable.
    assert!(output("always", Some("1")).contains('\u{1b}'));
}

/// Asks a terminal of its own, since a pipe has no colours anyway.
#[cfg(target_os = "linux")]
#[test]
fn no_color_is_obeyed_on_a_terminal() {
    let folder = folder();
    let on_terminal = |no_color: &str| {
        let line = format!("{} list {FILE}", env!("CARGO_BIN_EXE_risiko"));
        let output = std::process::Command::new("script")
            .args(["--quiet", "--return", "--command", &line, "/dev/null"])
            .current_dir(folder.path())
            .env("TERM", "xterm")
            .env("NO_COLOR", no_color)
            .env_remove("RISIKO_LANG")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let (plain, coloured) = (on_terminal("1"), on_terminal(""));
    assert!(plain.contains("Over middel") && !plain.contains("\u{1b}["), "{plain:?}");
    // An empty variable counts as not set.
    assert!(coloured.contains("\u{1b}["), "{coloured:?}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = folder();
    for command in ["explain", "explain --format json", "--help"] {
        let mut child = spawn(folder.path(), command);
        drop(child.stdout.take());
        let status = child.wait().unwrap();
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!((status.code(), errors.as_str()), (Some(0), ""), "{command}");
    }
}

#[test]
fn a_symbolic_link_stays_and_the_file_behind_it_is_changed() {
    #[cfg(unix)]
    {
        let folder = folder();
        let behind = folder.path().join("bag.yml");
        fs::rename(folder.path().join(FILE), &behind).unwrap();
        std::os::unix::fs::symlink(&behind, folder.path().join(FILE)).unwrap();
        let said = risiko(folder.path(), &format!("assess {FILE} 74 --owner Linket -q"));
        assert_eq!(said.code, 0, "{}", said.stderr);
        assert!(fs::symlink_metadata(folder.path().join(FILE)).unwrap().is_symlink());
        assert!(fs::read_to_string(&behind).unwrap().contains("owner: Linket"));
    }
}
