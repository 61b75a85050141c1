//! Thousands of damaged text files of every form: each is read or refused with a place, never a crash.
//!
//! `RISIKO_MUTATIONS` sets the number of cases; the seed is fixed, so a failing case comes back
//! and its number is in the message. Workbooks have `mutated_workbooks.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    dead_code,
    unreachable_pub,
    reason = "tests build hostile files, measure the time they take, and may fail"
)]

#[path = "support/damage.rs"]
mod damage;
#[path = "support/ods.rs"]
mod ods;
#[path = "support/package.rs"]
mod package;
#[path = "support/pieces.rs"]
mod pieces;
#[path = "support/readers.rs"]
mod readers;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::fs;
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use damage::{Dice, cases};
use readers::{Form, Outcome, of, text, unplaced};
use risiko::store::CatalogueFiles;
use support::console::{run, tests_folder, words};
// Where the readers look for it.
use support::shipped;

const DEFAULT_CASES: u64 = 1_500;
/// One case in so many is a whole catalogue, which takes longest.
const CATALOGUE_EVERY: u64 = 60;
/// Longest that a case may take, unoptimised on a busy machine; optimised on an idle one it is a hundredth of it.
const MOST_TIME: Duration = Duration::from_secs(120);
/// Most memory of the whole process, in kilobytes.
const MOST_MEMORY: u64 = 900_000;

/// What a value or a place is replaced by, in texts of any form.
const NASTY: [&str; 40] = [
    "4294967296",
    "-1",
    "0",
    "1e999",
    "NaN",
    "99999999999999999999",
    "0x10",
    "1.0",
    "1_000",
    "\"",
    "'",
    "\\",
    "\\x",
    ":",
    ": ",
    "- ",
    "?",
    "? a",
    "&a",
    "*a",
    "!!binary",
    "<<: *a",
    "---\n",
    "...\n",
    "|",
    ">",
    "%YAML 9.9\n",
    "#",
    "{",
    "}",
    "[",
    "]",
    "\t",
    "\u{feff}",
    "\u{0}",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{85}",
    "=HYPERLINK(\"x\")",
    "../../etc/passwd",
];

/// Every form, the journal with three changes in it.
fn forms(folder: &Path) -> Vec<Form> {
    let file = "a.risiko.yml";
    fs::write(folder.join(file), readers::ASSESSMENT).unwrap();
    for level in ["1", "3", "4"] {
        let command = format!("assess {file} 01 --likelihood {level} --reason Æ --force");
        let said = run(folder, &words(&command), None);
        assert_eq!(said.code, 0, "{}", said.stderr);
    }
    let seed = fs::read(folder.join("a.risiko.log")).unwrap();
    let mut forms = readers::texts();
    forms.push(readers::journal(folder, seed));
    forms
}

/// Damage that texts with lines and nesting know beside that of [`damage::damage`].
fn damaged(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    let line = |bytes: &[u8], dice: &mut Dice| {
        let lines: Vec<Vec<u8>> =
            bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
        let at = dice.below(lines.len());
        (lines, at)
    };
    match dice.below(14) {
        0 => {
            let (mut lines, at) = line(&bytes, dice);
            let other = dice.below(lines.len());
            lines.swap(at, other);
            bytes = lines.concat();
        }
        1 => {
            let (mut lines, at) = line(&bytes, dice);
            lines.remove(at);
            bytes = lines.concat();
        }
        2 => {
            let (mut lines, at) = line(&bytes, dice);
            let copy = lines[at].repeat(1 + dice.below(3_000));
            lines[at] = copy;
            bytes = lines.concat();
        }
        3 => {
            // A value of a line becomes something else.
            let (mut lines, at) = line(&bytes, dice);
            let written = text(&lines[at]);
            let nasty = dice.of(&NASTY);
            let cut = written.find([':', ';', '=', ',']).map_or(0, |at| at + 1);
            lines[at] = format!("{} {nasty}\n", &written[..cut]).into_bytes();
            bytes = lines.concat();
        }
        4 => bytes.truncate(dice.below(bytes.len())),
        5 => {
            let nest = *dice.of(&["[", "{a: ", "- ", "? ", "\"", "&a [", "{\"a\":"]);
            let at = dice.below(bytes.len());
            let many = nest.repeat(1 + dice.below(30_000));
            bytes.splice(at..at, many.into_bytes()).for_each(drop);
        }
        6 => {
            let at = dice.below(bytes.len());
            let long =
                dice.of(&["a", "æ", "9", " ", "\n", ";", "\u{1F600}"]).repeat(dice.below(60_000));
            bytes.splice(at..at, long.into_bytes()).for_each(drop);
        }
        7 => {
            let (mut lines, at) = line(&bytes, dice);
            let blanks = b" ".repeat(1 + dice.below(6));
            lines[at].splice(0..0, blanks).for_each(drop);
            bytes = lines.concat();
        }
        _ => damage::damage(&mut bytes, dice, &NASTY),
    }
    bytes
}

/// Most memory that the process has held, in kilobytes; nothing where the system does not say.
fn most_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

#[derive(Default)]
struct Count {
    read: u64,
    refused: u64,
}

/// Reads one damaged file; whatever is wrong with the reading is a failure that names the case.
fn read_one(form: &Form, bytes: &[u8], case: impl Display, count: &mut Count) -> Duration {
    let start = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| (form.read)(bytes)));
    let took = start.elapsed();
    let name = form.name;
    match outcome {
        Ok(Outcome::Read) => count.read += 1,
        Ok(Outcome::No) => count.refused += 1,
        Ok(Outcome::Refused(findings)) => {
            count.refused += 1;
            if let Some(wrong) = unplaced(&findings, bytes) {
                panic!("case {case}, {name}: {wrong}");
            }
        }
        Err(_) => panic!("case {case}, {name}, {} bytes: a panic", bytes.len()),
    }
    assert!(took < MOST_TIME, "case {case}, {name}, {} bytes: {took:?}", bytes.len());
    took
}

#[test]
fn reads_or_refuses_every_damaged_text_with_a_place_and_lets_no_panic_through() {
    let folder = tempfile::tempdir().unwrap();
    let forms = forms(folder.path());
    for form in &forms {
        match (form.read)(&form.seed) {
            Outcome::Read => {}
            Outcome::No => panic!("the seed of {} is refused", form.name),
            Outcome::Refused(findings) => panic!("the seed of {}: {findings:?}", form.name),
        }
    }
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    let mut worst = (Duration::ZERO, 0, "");
    let cases = cases(DEFAULT_CASES);
    for case in 0..cases {
        let mut dice = Dice::new(case);
        let form = &forms[dice.below(forms.len())];
        let bytes = damaged(&form.seed, &mut dice);
        let took = read_one(form, &bytes, case, counts.entry(form.name).or_default());
        worst = worst.max((took, case, form.name));
    }
    for (name, Count { read, refused }) in &counts {
        println!("{name}: {read} read, {refused} refused");
        // Damage that is never noticed, or always, would test nothing.
        let few = (read + refused) / 50;
        assert!(cases < DEFAULT_CASES || *refused > few, "{name}: {read} read, {refused} refused");
    }
    let memory = most_memory().unwrap_or_default();
    println!("{cases} cases; slowest {worst:?}; most memory {memory} kB");
    assert!(memory < MOST_MEMORY, "{memory} kB");
}

/// The shortest files that took the fuzzer to code that no other had reached, and those that it broke something with;
/// what runs it is `.ci/fuzz`.
#[test]
fn reads_or_refuses_every_file_that_the_fuzzer_found_new_code_with() {
    let folder = tempfile::tempdir().unwrap();
    let forms: Vec<Form> =
        forms(folder.path()).into_iter().chain(pieces::forms(folder.path())).collect();
    let corpus = tests_folder("fixtures/corpus");
    let mut count = Count::default();
    for form in &forms {
        let mut files = files_in(&corpus.join(form.folder()));
        files.sort();
        assert!(!files.is_empty(), "no file of {}", form.name);
        for file in files {
            read_one(form, &fs::read(&file).unwrap(), file.display(), &mut count);
        }
    }
    let known: BTreeSet<PathBuf> = forms.iter().map(|form| corpus.join(form.folder())).collect();
    let other: Vec<PathBuf> =
        files_in(&corpus).into_iter().filter(|path| !known.contains(path)).collect();
    assert_eq!(other, Vec::<PathBuf>::new());
    println!("{} read, {} refused", count.read, count.refused);
}

/// What stands in a folder.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .map_or_else(|_| Vec::new(), |entries| entries.map(|entry| entry.unwrap().path()).collect())
}

#[test]
fn reads_or_refuses_a_catalogue_with_any_damaged_file() {
    let folder = tempfile::tempdir().unwrap();
    support::console::copy_catalogue(folder.path());
    let mut files: Vec<PathBuf> = Vec::new();
    for below in ["", "activities", "methods"] {
        files
            .extend(files_in(&folder.path().join(below)).into_iter().filter(|path| path.is_file()));
    }
    files.sort();
    let (mut count, mut worst) = (Count::default(), Duration::ZERO);
    for case in 0..cases(DEFAULT_CASES) / CATALOGUE_EVERY {
        let mut dice = Dice::new(case);
        let file = dice.of(&files);
        let seed = fs::read(file).unwrap();
        let bytes = damaged(&seed, &mut dice);
        fs::write(file, &bytes).unwrap();
        let at = folder.path().to_owned();
        let read = move |_: &[u8]| match CatalogueFiles::in_folder(&at) {
            Ok(files) => {
                black_box(files.lock());
                of(files.parse_with_warnings())
            }
            // Not UTF-8: said as such, before anything is read.
            Err(_) => Outcome::No,
        };
        let form = Form { name: "catalogue", seed: Vec::new(), read: Box::new(read) };
        worst = worst.max(read_one(&form, &bytes, case, &mut count));
        fs::write(file, seed).unwrap();
    }
    println!("catalogue: {} read, {} refused, slowest {worst:?}", count.read, count.refused);
}
