//! The workbench in a real pseudo-terminal, which `script` of util-linux makes.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use support::console::{run, words};

const FILE: &str = "s.risiko.yml";
/// How long something is waited for that happens at once on an idle machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The workbench in a terminal of its own, with its keyboard and what it has drawn.
struct Seat {
    window: Child,
    keyboard: ChildStdin,
    screen: PathBuf,
}

impl Seat {
    fn at(folder: &Path) -> Self {
        Self::with(folder, "", "")
    }

    /// With flags of the command, and with something that the shell does before it.
    fn with(folder: &Path, flags: &str, before: &str) -> Self {
        let (program, screen) = (env!("CARGO_BIN_EXE_risiko"), folder.join("screen"));
        let command = format!(
            "{before} stty cols 100 rows 30; {program} assess {} {flags}",
            folder.join(FILE).display()
        );
        fs::write(&screen, "").unwrap();
        let mut window = Command::new("script")
            .args(["-qfec", &command])
            .arg(&screen)
            .current_dir(folder)
            .env("TERM", "xterm-256color")
            .env("SHELL", "/bin/sh")
            .env("LANG", "C.UTF-8")
            .env("EDITOR", folder.join("skriv").display().to_string() + " nu")
            .env("XDG_CONFIG_HOME", folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let keyboard = window.stdin.take().unwrap();
        let seat = Self { window, keyboard, screen };
        // What is typed before may come as lines, in which Enter is another key.
        seat.wait_for_screens(1);
        seat
    }

    /// Until the whole screen was taken this often.
    fn wait_for_screens(&self, count: usize) {
        wait_for("the screen", || {
            let drawn = fs::read(&self.screen).unwrap();
            let drawn = String::from_utf8_lossy(&drawn).into_owned();
            let after = drawn.split("\u{1b}[?1049h").nth(count);
            after.is_some_and(|after| after.contains("risiko") || after.contains("Skovby"))
        });
    }

    /// Types something and waits until the screen has answered.
    fn press(&mut self, keys: &str) {
        let drawn = || fs::metadata(&self.screen).unwrap().len();
        let before = drawn();
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
        wait_for("an answer of the screen", || drawn() > before);
        // What belongs to one answer comes in several parts.
        thread::sleep(Duration::from_millis(100));
    }

    fn close(&mut self) {
        self.window.kill().unwrap();
        self.window.wait().unwrap();
    }
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

    let mut seat = Seat::at(at);
    for keys in ["/74\r", "\r", "t", "3", "rSet i fjor\r"] {
        seat.press(keys);
    }
    wait_for("the reason", || stands("reason: Set i fjor"));

    // A reason that is only half typed is all that a closed window loses.
    seat.press("rEt halvt");
    seat.close();
    wait_for("the end of the program", || !runs(at));
    assert!(stands("reason: Set i fjor") && !stands("halvt"));

    // And it goes on from there, and is left with q.
    let mut seat = Seat::at(at);
    for keys in ["/74\r", "\r", "t", "4", "q"] {
        seat.press(keys);
    }
    wait_for("the end of the program", || !runs(at));
    seat.window.wait().unwrap();
    assert!(stands("likelihood: 4"));
    let check = run(at, &words(&format!("check {FILE} --journal")), None);
    assert_eq!(check.code, 0, "{}", check.stdout);
}

#[test]
fn a_closed_window_ends_the_program_though_nobody_tells_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let init = run(at, &words(&format!("init Skovby --as-of 2026-11-01 -o {FILE}")), None);
    assert_eq!(init.code, 0, "{}", init.stderr);
    // The shell takes the signal for itself, as under `nohup`, and does not pass it on.
    let mut seat = Seat::with(at, "", "trap '' HUP;");
    seat.close();
    wait_for("the end of the program", || !runs(at));
}

#[test]
fn what_is_pasted_with_line_breaks_runs_no_commands() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let init = run(at, &words(&format!("init Skovby --as-of 2026-11-01 -o {FILE}")), None);
    assert_eq!(init.code, 0, "{}", init.stderr);
    let mut screen = Screen::of(at, &format!("assess {FILE} 74"));
    let seen = |screen: &Screen| screen.seen.lock().unwrap().clone();
    // On a screen that a killed program may have left full, and with texts handed over as such.
    wait_for("the screen", || seen(&screen).contains("\u{1b}[?2004h\u{1b}[2J"));
    for keys in ["t", "3", "r", "\u{1b}[200~Linje et\r1 sted: 4 breve\u{1b}[201~", "\r", "q"] {
        screen.keyboard.write_all(keys.as_bytes()).unwrap();
        screen.keyboard.flush().unwrap();
        thread::sleep(Duration::from_millis(300));
    }
    screen.wait_for("slut 0");
    assert!(seen(&screen).contains("\u{1b}[?2004l"));
    let text = fs::read_to_string(at.join(FILE)).unwrap();
    let of_74 = text.split("- id: \"74\"").nth(1).unwrap().split("\n- id:").next().unwrap();
    assert!(of_74.contains("likelihood: 3") && of_74.contains("1 sted: 4 breve"), "{of_74}");
    screen.child.wait().unwrap();
}

#[test]
fn what_a_colleague_writes_is_on_the_screen_without_a_key_and_the_next_start_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let init = run(at, &words(&format!("init Skovby --as-of 2026-11-01 -o {FILE}")), None);
    assert_eq!(init.code, 0, "{}", init.stderr);
    let answered = run(at, &words(&format!("assess {FILE} C --likelihood 2 --reason x")), None);
    assert_eq!(answered.code, 0, "{}", answered.stderr);
    let mut screen = Screen::of(at, &format!("assess {FILE}"));
    screen.wait_for("hvor I slap: C");
    screen.keyboard.write_all(b"\r").unwrap();
    screen.keyboard.flush().unwrap();
    // Only what is another sign than before is drawn: no title stands there in one piece.
    thread::sleep(Duration::from_millis(500));
    let other = run(at, &words(&format!("assess {FILE} C --likelihood 2 --owner ÅÅÅÅ")), None);
    assert_eq!(other.code, 0, "{}", other.stderr);
    screen.wait_for("ændret af en anden");
    // The owner stands last; no sign of it stood there before, or it would not be drawn in one piece.
    screen.keyboard.write_all(b"\x1b[F").unwrap();
    screen.keyboard.flush().unwrap();
    screen.wait_for("ÅÅÅÅ");
    screen.keyboard.write_all(b"q").unwrap();
    screen.keyboard.flush().unwrap();
    screen.wait_for("slut 0");
    screen.child.wait().unwrap();
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

    let mut seat = Seat::at(at);
    for keys in ["/74\r", "\r", "t", "3", "q", "xBegyndt her", "\x0f"] {
        seat.press(keys);
    }
    seat.wait_for_screens(2);
    for keys in ["\r", "å"] {
        seat.press(keys);
    }
    wait_for("the reason", || stands("Begyndt her og ført til ende (nu)"));
    wait_for("the end of the program", || !runs(at));
    seat.window.wait().unwrap();
}

#[test]
fn ten_activities_are_assessed_though_the_window_is_closed_in_between() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let init = run(at, &words(&format!("init Skovby --as-of 2026-11-01 -o {FILE}")), None);
    assert_eq!(init.code, 0, "{}", init.stderr);
    let rated = || fs::read_to_string(at.join(FILE)).unwrap().matches("  likelihood: 3\n").count();

    let ids = ["02", "03", "11", "14", "61", "72", "74", "75", "76", "88"];
    let halves = ids.split_at(5);
    for (assessed, ids) in [(5, halves.0), (10, halves.1)] {
        let mut seat = Seat::at(at);
        for id in ids {
            // The first threat and its reason; then back to the list, and out of the search.
            for keys in [&format!("/{id}\r"), "\r", "t", "3", "rSet i fjor\r", "\x1b[D", "\x1b"] {
                seat.press(keys);
            }
        }
        wait_for("what was typed", || rated() == assessed);
        seat.close();
        wait_for("the end of the program", || !runs(at));
    }
    for id in ids {
        let show = run(at, &words(&format!("show {FILE} {id} --format json")), None);
        assert!(show.stdout.contains("Set i fjor"), "{id}: {}", show.stdout);
    }
    let check = run(at, &words(&format!("check {FILE} --journal")), None);
    assert_eq!(check.code, 0, "{}", check.stdout);
}

/// What a command of the program shows in a terminal of its own, as it comes.
struct Screen {
    child: Child,
    keyboard: ChildStdin,
    seen: Arc<Mutex<String>>,
}

impl Screen {
    fn of(folder: &Path, arguments: &str) -> Self {
        let program = env!("CARGO_BIN_EXE_risiko");
        // Ctrl-C reaches the shell as well: it must live on to say how the program ended.
        let command =
            format!("trap : INT; stty cols 100 rows 30; {program} {arguments}; echo slut $?");
        let mut child = Command::new("script")
            .args(["-qfec", &command, "/dev/null"])
            .current_dir(folder)
            .env("TERM", "xterm-256color")
            .env("SHELL", "/bin/sh")
            .env("FORCE_HYPERLINK", "1")
            .env("RISIKO_USER", "Anna Berg")
            .env_remove("NO_COLOR")
            .env_remove("RISIKO_LANG")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let keyboard = child.stdin.take().unwrap();
        let mut output = child.stdout.take().unwrap();
        let seen = Arc::new(Mutex::new(String::new()));
        let text = Arc::clone(&seen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                text.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes[..count]));
            }
        });
        Self { child, keyboard, seen }
    }

    /// How often the screen was drawn, and what stands on it now.
    fn drawn(&self) -> (usize, String) {
        let seen = self.seen.lock().unwrap();
        let pages: Vec<&str> = seen.split("\u{1b}[H\u{1b}[2J").collect();
        (pages.len() - 1, (*pages.last().unwrap()).to_owned())
    }

    fn wait_for(&self, text: &str) {
        wait_for(text, || self.drawn().1.contains(text));
    }
}

#[test]
fn a_watched_result_follows_its_file_through_a_broken_moment_and_ends_with_ctrl_c() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let init = run(at, &words(&format!("init Skovby --as-of 2026-11-01 -o {FILE}")), None);
    assert_eq!(init.code, 0, "{}", init.stderr);
    for (command, shown) in [("list", "Over middel"), ("show 74", "Resultat"), ("matrix", "Høj 0")]
    {
        let whole = fs::read(at.join(FILE)).unwrap();
        let (name, activity) = command.split_once(' ').unwrap_or((command, ""));
        let mut screen = Screen::of(at, &format!("{name} {FILE} {activity} --watch"));
        screen.wait_for("Ctrl-C slutter.");
        let (drawn, first) = screen.drawn();
        assert_eq!(drawn, 1, "{first}");
        // The heading leads to the file, and the address is closed again.
        assert!(
            first.contains("\u{1b}]8;;file:///") && first.contains("\u{1b}]8;;\u{1b}\\"),
            "{first:?}"
        );

        let answer =
            format!("assess {FILE} 74 --threat T13 --likelihood 3 --reason x --confidentiality 4");
        let assess = run(at, &words(&answer), None);
        assert_eq!(assess.code, 0, "{}", assess.stderr);
        screen.wait_for("(74)");
        screen.wait_for(shown);

        let there = fs::read(at.join(FILE)).unwrap();
        fs::write(at.join(FILE), "risiko: 1\nmunicipality: [\n").unwrap();
        screen.wait_for("fejl[");
        assert!(!screen.drawn().1.contains(shown), "{:?}", screen.drawn());
        fs::write(at.join(FILE), &there).unwrap();
        screen.wait_for(shown);

        screen.keyboard.write_all(b"\x03").unwrap();
        screen.keyboard.flush().unwrap();
        screen.wait_for("slut 0");
        screen.child.wait().unwrap();
        let seen = screen.seen.lock().unwrap().clone();
        // Neither another screen nor a hidden cursor is left behind.
        assert!(!seen.contains("\u{1b}[?"), "{seen:?}");
        fs::write(at.join(FILE), whole).unwrap();
    }
}

#[test]
fn links_and_colours_stay_out_of_pipes_and_a_wrong_choice_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let init = run(at, &words(&format!("init Skovby --as-of 2026-11-01 -o {FILE}")), None);
    assert_eq!(init.code, 0, "{}", init.stderr);
    let piped = Command::new(env!("CARGO_BIN_EXE_risiko"))
        .args(["list", FILE])
        .current_dir(at)
        .env("FORCE_HYPERLINK", "1")
        .output()
        .unwrap();
    assert!(piped.status.success() && !piped.stdout.contains(&0x1b));
    let screen = Screen::of(at, &format!("list {FILE} --watch --band rosa"));
    screen.wait_for("slut 2");
    assert!(screen.drawn().1.contains("ARG012"), "{:?}", screen.drawn());
    let plain = Screen::of(at, &format!("list {FILE} --color never"));
    plain.wait_for("slut 0");
    assert!(!plain.drawn().1.contains('\u{1b}'), "{:?}", plain.drawn());
}

#[test]
fn minutes_are_kept_at_once_go_on_after_a_kill_and_never_leave() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let init = run(at, &words(&format!("init Skovby --as-of 2026-11-01 -o {FILE}")), None);
    assert_eq!(init.code, 0, "{}", init.stderr);
    let minutes = || {
        let files = fs::read_dir(at).unwrap().map(|entry| entry.unwrap().path());
        let mut files = files.filter(|path| path.to_string_lossy().contains("/s.moede-"));
        files.next().map(|path| fs::read_to_string(path).unwrap()).unwrap_or_default()
    };

    let mut seat = Seat::with(at, "74 61 --meeting --present Mette", "");
    wait_for("the meeting", || minutes().contains("- Mette"));
    seat.press("dVi lukker <postkassen>\r");
    wait_for("the decision", || minutes().contains("decision: Vi lukker"));
    seat.close();
    wait_for("the end of the program", || !runs(at));

    // The same day goes on with the same agenda, and is left with q.
    let mut seat = Seat::with(at, "--meeting", "");
    seat.press("v");
    wait_for("the second item", || minutes().matches("treated:").count() == 2);
    seat.press("oHvem ejer den?\r");
    wait_for("the question", || minutes().contains("question: Hvem ejer den?"));
    seat.press("q");
    wait_for("the end of the program", || !runs(at));
    seat.window.wait().unwrap();
    assert!(minutes().contains("decision: Vi lukker"), "{}", minutes());

    // Only an earlier meeting leaves something, and today's goes on by itself.
    let screen = Screen::of(at, &format!("assess {FILE} --meeting --continue"));
    screen.wait_for("slut 2");
    let said = screen.drawn().1;
    assert!(said.contains("kun dagens eget") && said.contains("uden --continue"), "{said}");

    let told = run(at, &words(&format!("minutes {FILE} --format html")), None);
    assert_eq!(told.code, 0, "{}", told.stderr);
    assert!(told.stdout.contains("Vi lukker &lt;postkassen&gt;"), "{}", told.stdout);
    let shared = run(at, &words(&format!("share {FILE} --with reasons --yes -o d.json")), None);
    assert_eq!(shared.code, 0, "{}", shared.stderr);
    let shared = fs::read_to_string(at.join("d.json")).unwrap();
    assert!(!shared.contains("postkassen") && !shared.contains("Mette"));
}

#[test]
fn a_password_is_asked_for_typed_unseen_and_signs_only_where_it_is_right() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let file = "skovby-2026.risiko.yml";
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/01-skovby");
    fs::copy(examples.join(file), at.join(file)).unwrap();
    let typed = |arguments: &str, passwords: &[&str]| {
        let program = env!("CARGO_BIN_EXE_risiko");
        let mut child = Command::new("script")
            .args(["-qfec", &format!("{program} {arguments}"), "/dev/null"])
            .current_dir(at)
            .env("SHELL", "/bin/sh")
            .env("LANG", "C.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut keyboard = child.stdin.take().unwrap();
        let (seen, mut screen) = (Arc::new(Mutex::new(Vec::new())), child.stdout.take().unwrap());
        let page = Arc::clone(&seen);
        let reader = thread::spawn(move || {
            let mut part = [0; 4096];
            while let Ok(count @ 1..) = screen.read(&mut part) {
                page.lock().unwrap().extend_from_slice(&part[..count]);
            }
        });
        let text = || String::from_utf8_lossy(&seen.lock().unwrap()).into_owned();
        for (count, password) in passwords.iter().enumerate() {
            wait_for("the question", || text().matches("dgangskode").count() > count);
            thread::sleep(Duration::from_millis(200));
            keyboard.write_all(format!("{password}\r").as_bytes()).unwrap();
            keyboard.flush().unwrap();
        }
        let status = child.wait().unwrap();
        drop(keyboard);
        reader.join().unwrap();
        (status.code(), text())
    };
    let approve =
        "approve --activity 74 --name Ida --role Direktør --as-of 2026-11-01 --sign ida.key";
    assert_eq!(typed("key new ida", &[""]).0, Some(2));
    assert_eq!(typed("key new ida", &["hemmelig ø", "hemmelig å"]).0, Some(2));
    assert!(!at.join("ida.key").exists());
    let (code, seen) = typed("key new ida", &["hemmelig ø", "hemmelig ø"]);
    assert_eq!(code, Some(0), "{seen}");
    assert!(!seen.contains("hemmelig"), "{seen}");

    let before = fs::read(at.join(file)).unwrap();
    let (code, seen) = typed(approve, &["forkert"]);
    assert!(code == Some(2) && seen.contains("SIG007"), "{seen}");
    assert_eq!(fs::read(at.join(file)).unwrap(), before);
    let nobody = run(at, &words(approve), None);
    assert!(nobody.code == 2 && nobody.stderr.contains("SIG007"), "{}", nobody.stderr);
    let (code, seen) = typed(approve, &["hemmelig ø"]);
    assert_eq!(code, Some(0), "{seen}");
    let verify = run(at, &words("verify"), None);
    assert_eq!(verify.code, 0, "{}", verify.stdout);
}
