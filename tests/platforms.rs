//! What other systems do to files and names: line ends, marks, code pages, long names, blanks and Danish letters.
//!
//! Windows itself is not at hand; what its paths look like to us is in the tests of `src/cli/session.rs` and
//! `src/cli/output.rs`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and may fail")]

mod support;

use std::fs;
use std::path::Path;

use risiko::domain::{Method, MethodId};
use risiko::exchange::batch::{BatchScope, read_batch};
use risiko::exchange::{Decisions, ThreatList, read_csv, read_json};
use risiko::store::{
    Manifest, parse_assessment, parse_level_map, parse_local, parse_mapping, parse_meeting,
    parse_method, parse_others, parse_share,
};
use support::console::{Said, run, tests_folder, words};
use support::{catalogue, method};

fn only(_: &MethodId) -> Result<Method, Vec<String>> {
    Ok(method("kl-4x4").clone())
}

/// A file of the tests, or of the project where the name begins with `../`.
fn text(name: &str) -> String {
    fs::read_to_string(tests_folder(name)).unwrap()
}

/// The name of a form, a file of it, and everything that reading one gives.
type Form = (&'static str, String, fn(&str) -> String);

/// Every form of text file.
fn forms() -> Vec<Form> {
    vec![
        ("assessment", text("schemas/assessment.yml"), |text| {
            let loaded = parse_assessment("f", text, catalogue(), only).unwrap();
            format!("{:?} {}", loaded.assessment, loaded.comments)
        }),
        ("local catalogue", text("schemas/local.yml"), |text| {
            format!("{:?}", parse_local("f", text, catalogue()).unwrap())
        }),
        ("method", text("../catalog/methods/kl-4x4.yml"), |text| {
            format!("{:?}", parse_method("f", text).unwrap())
        }),
        ("level map", text("schemas/levels.yml"), |text| {
            format!("{:?}", parse_level_map("f", text, only).unwrap())
        }),
        ("mapping", text("schemas/mapping.yml"), |text| {
            format!("{:?}", parse_mapping("f", text, catalogue(), None).unwrap())
        }),
        ("minutes", text("schemas/meeting.yml"), |text| {
            format!("{:?}", parse_meeting("f", text, catalogue(), method("kl-4x4")).unwrap())
        }),
        ("others", text("fixtures/texts/others.json"), |text| {
            format!("{:?}", parse_others("f", text).unwrap())
        }),
        ("exchange file", text("schemas/share.json"), |text| {
            format!("{:?}", parse_share("f", text).map(|file| file.shared).unwrap())
        }),
        ("batch", text("fixtures/texts/batch.csv"), |text| {
            let scope = BatchScope { catalogue: catalogue(), method: method("kl-4x4") };
            format!("{:?}", read_batch("f", text, scope).unwrap())
        }),
        ("decisions", text("fixtures/texts/decisions.csv"), |text| {
            format!("{:?}", Decisions::read("f", text).unwrap())
        }),
        ("list of threats", text("fixtures/texts/threats.csv"), |text| {
            format!("{:?}", ThreatList::read("f", text, catalogue()).unwrap())
        }),
    ]
}

#[test]
fn line_ends_of_windows_and_a_byte_order_mark_change_nothing_in_any_form() {
    for (name, text, read) in forms() {
        let plain = read(&text);
        let windows = text.replace('\n', "\r\n");
        assert_ne!(windows, text);
        for other in [windows.clone(), format!("\u{feff}{text}"), format!("\u{feff}{windows}")] {
            assert!(read(&other) == plain, "{name}\n{plain}\n{}", read(&other));
        }
    }
    let list = format!("{}  a.yml\n", "0".repeat(64));
    assert_eq!(Manifest::parse(&list), Manifest::parse(&list.replace('\n', "\r\n")));
}

/// A text in the code page that Danish Windows calls ANSI.
fn in_1252(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '–' => 0x96,
        '…' => 0x85,
        '”' => 0x94,
        '€' => 0x80,
        c => u8::try_from(u32::from(c)).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[test]
fn a_file_in_a_code_page_of_windows_is_named_as_such_and_never_read_with_wrong_letters() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, "init skovby --as-of 2026-11-01 -o s.risiko.yml");
    let before = fs::read(at.join("s.risiko.yml")).unwrap();
    let rows = "activity;reason;likelihood\n74;Æblegrød på Ærø – 3 € …;3\n";
    fs::write(at.join("liste.csv"), in_1252(rows)).unwrap();
    fs::write(at.join("tabel.csv"), in_1252("Nr.;Bemærkning\r\n74;Høj\r\n")).unwrap();
    fs::write(
        at.join("map.yml"),
        in_1252("risiko-map: 1\ncolumns: {Nr.: activity, Hyppigt på år: likelihood}\n"),
    )
    .unwrap();
    for command in [
        "assess s.risiko.yml --batch liste.csv",
        "import tabel.csv --into s.risiko.yml",
        "import tabel.csv --into s.risiko.yml --map map.yml",
        "import tabel.csv --into s.risiko.yml --decisions liste.csv",
    ] {
        let said = said(at, command);
        assert_eq!(said.code, 2, "{command}\n{}", said.stderr);
        assert!(said.stderr.contains("UTF-8"), "{command}\n{}", said.stderr);
    }
    assert_eq!(fs::read(at.join("s.risiko.yml")).unwrap(), before);
    assert!(read_csv("f", &in_1252("Nr.;Bemærkning\n")).is_err());
    assert!(read_json("f", &in_1252("{\"æ\": 1}")).is_err());
}

fn said(folder: &Path, command: &str) -> Said {
    run(folder, &words(command), None)
}

fn done(folder: &Path, command: &str) -> Said {
    let said = said(folder, command);
    assert!(said.code < 2, "{command}\n{}{}", said.stdout, said.stderr);
    said
}

/// Everything that makes a file beside the assessment, with the assessment under this name.
fn works_under(name: &str) {
    let root = tempfile::tempdir().unwrap();
    let at = root.path().join("Fælles drev (Ø) & co");
    fs::create_dir(&at).unwrap();
    let file = format!("{name}.risiko.yml");
    let with = |command: &str| done(&at, &command.replace('@', name));
    with("init skovby --as-of 2026-11-01 -o \"@.risiko.yml\"");
    with(
        "assess \"@.risiko.yml\" 74 --likelihood 3 --reason \"Én hændelse\" --confirm --status assessed",
    );
    assert!(at.join(format!("{name}.risiko.log")).exists());
    with("export \"@.risiko.yml\" -o \"@.xlsx\"");
    with("import \"@.xlsx\" --into \"@.risiko.yml\"");
    with("export \"@.risiko.yml\" --table activities -o \"@.csv\"");
    with("import \"@.csv\" --into \"@.risiko.yml\" --assume-base \"@.risiko.yml\"");
    with("assess \"@.risiko.yml\" 74 --blind \"Åse Ø\" --likelihood 2 --reason x");
    with("share \"@.risiko.yml\" --yes -o \"@.json\"");
    with("share --verify \"@.json\"");
    with("diff \"@.risiko.yml\" \"@.json\"");
    with("key new \"@\" --no-password");
    with("approve \"@.risiko.yml\" --activity 74 --name Åse --role Chef --sign \"@.key\"");
    assert!(with("verify \"@.risiko.yml\"").stdout.contains("underskriften holder"));
    with("undo \"@.risiko.yml\"");
    assert!(with("history \"@.risiko.yml\"").stdout.contains("Én hændelse"));
    with("check \"@.risiko.yml\" --journal");
    // Git may have changed the line ends since; what was written is not lost, and no change of anybody's.
    let text = fs::read_to_string(at.join(&file)).unwrap();
    fs::write(at.join(&file), text.replace('\n', "\r\n")).unwrap();
    assert!(!with("assess \"@.risiko.yml\" 01 --note æ").stderr.contains("JRN005"));
    assert!(with("show \"@.risiko.yml\" 74").stdout.contains("Én hændelse"));
}

#[test]
fn names_with_danish_letters_blanks_and_signs_work_throughout() {
    for name in [
        "Ærøskøbing 2026 – å",
        "A & B (kopi) 100% [1] {x} 'y' #2 $HOME `z` !",
        "-strek",
        "é \u{65}\u{301} 日本",
    ] {
        // A name that begins like a flag is written with its folder, as everywhere.
        match name.strip_prefix('-') {
            Some(_) => works_under(&format!("./{name}")),
            None => works_under(name),
        }
    }
}

#[test]
fn a_name_of_two_hundred_characters_works_throughout() {
    works_under(&format!("{}{}", "ø".repeat(20), "a".repeat(180)));
}
