//! One folder per code: a small input, the command, and exactly what is said about it.
//!
//! `RISIKO_BLESS=1 cargo test --test checks` rewrites every `expected.txt`; read the difference.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use risiko::finding::Code;
use support::console::{copy_filled, is_blessing, run, tests_folder, words};

/// Why a code has no folder, and the file that holds it instead and must name it.
type Exception = (Code, &'static str, &'static str);

const WORKBOOK: &str = "needs a workbook that somebody has changed";
const CATALOGUE: &str = "the catalogue is inside the binary";
const IN_MERGE: &str = "tests/merge.rs";
const IN_ROUNDTRIP: &str = "tests/roundtrip.rs";
const FOLDERS: &str = "tests/catalogues.rs";
const KL: &str = "needs a workbook in KL's layout";
const KL_WORKBOOK: &str = "tests/kl_workbook.rs";
const FOREIGN: &str = "needs a form that is not ours";
const IN_OTHER_FORMS: &str = "tests/other_forms.rs";
const LOCAL: &str = "tests/local_catalogues.rs";
const IN_STORE: &str = "src/store/catalogue/mod.rs";

/// Codes without a folder.
const EXCEPTIONS: &[Exception] = &[
    (Code::CAT001, CATALOGUE, IN_STORE),
    (Code::CAT002, CATALOGUE, IN_STORE),
    (Code::CAT003, CATALOGUE, IN_STORE),
    (Code::CAT004, CATALOGUE, IN_STORE),
    (Code::CAT005, CATALOGUE, FOLDERS),
    (Code::CAT006, CATALOGUE, FOLDERS),
    (Code::CAT007, CATALOGUE, FOLDERS),
    (Code::CAT008, CATALOGUE, FOLDERS),
    (Code::CAT009, CATALOGUE, FOLDERS),
    (Code::CAT010, CATALOGUE, FOLDERS),
    (Code::CAT011, CATALOGUE, FOLDERS),
    (Code::CAT012, CATALOGUE, FOLDERS),
    (Code::CAT013, CATALOGUE, FOLDERS),
    (Code::CAT014, CATALOGUE, FOLDERS),
    (Code::CAT015, CATALOGUE, FOLDERS),
    (Code::CAT016, CATALOGUE, FOLDERS),
    (Code::CAT017, "needs a folder of its own", LOCAL),
    (Code::CAT018, "needs a folder of its own", LOCAL),
    (Code::CAT019, KL, KL_WORKBOOK),
    (Code::CAT020, KL, KL_WORKBOOK),
    (Code::CAT021, KL, KL_WORKBOOK),
    (Code::CAT022, KL, KL_WORKBOOK),
    (Code::CAT023, KL, KL_WORKBOOK),
    (Code::CAT024, KL, KL_WORKBOOK),
    (Code::IMP002, "needs a hostile workbook", "tests/hostile_workbooks.rs"),
    (Code::IMP003, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP005, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP006, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP007, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP008, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP009, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP010, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP011, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP012, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP013, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP014, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP015, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP017, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP020, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP021, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP023, WORKBOOK, IN_MERGE),
    (Code::IMP024, WORKBOOK, IN_MERGE),
    (Code::IMP022, WORKBOOK, IN_ROUNDTRIP),
    (Code::IMP025, FOREIGN, IN_OTHER_FORMS),
    (Code::IMP026, FOREIGN, IN_OTHER_FORMS),
    (Code::IMP027, FOREIGN, IN_OTHER_FORMS),
    (Code::IMP028, FOREIGN, IN_OTHER_FORMS),
    (Code::IMP029, FOREIGN, IN_OTHER_FORMS),
];

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

/// Everything that the commands of a folder say.
fn session(folder: &Path) -> String {
    let copied = tempfile::tempdir().unwrap();
    copy_filled(folder, copied.path());
    let stdin = fs::read(folder.join("stdin.csv")).ok();
    let mut text = String::new();
    for line in fs::read_to_string(folder.join("command.txt")).unwrap().lines() {
        let said = run(copied.path(), &words(line), stdin.as_deref());
        writeln!(text, "$ risiko {line}").unwrap();
        for (name, stream) in [("stdout", &said.stdout), ("stderr", &said.stderr)] {
            if !stream.is_empty() {
                writeln!(text, "--- {name}\n{}", stream.trim_end()).unwrap();
            }
        }
        writeln!(text, "--- slutkode {}\n", said.code).unwrap();
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
    for (code, folder) in folders() {
        let said = session(&folder);
        let expected = folder.join("expected.txt");
        if is_blessing() {
            fs::write(&expected, &said).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if said != wanted {
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
fn every_code_has_a_folder_or_a_reason_for_none() {
    let folders = folders();
    for code in Code::ALL {
        let exception = EXCEPTIONS.iter().find(|(excepted, ..)| excepted == code);
        match (folders.contains_key(code), exception) {
            (true, None) => {}
            (false, Some((_, reason, file))) => {
                let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
                let holder = fs::read_to_string(path).unwrap();
                assert!(holder.contains(code.id()), "{} ({reason}): not in {file}", code.id());
            }
            (true, Some(_)) => panic!("{} has a folder and stands among the exceptions", code.id()),
            (false, None) => panic!("{} has neither a folder nor a reason for none", code.id()),
        }
    }
}
