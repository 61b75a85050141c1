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
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use damage::{Dice, cases};
use risiko::domain::{Assessment, Method, MethodId};
use risiko::engine;
use risiko::exchange::Form as TableForm;
use risiko::exchange::batch::{BatchScope, read_batch};
use risiko::exchange::guard::Carried;
use risiko::exchange::workbook::Workbook;
use risiko::exchange::{
    Decisions, ExportOptions, Incoming, Means, Prefer, TableError, Target, ThreatList, export_csv,
    export_json, import_mapped, import_workbook, inspect, is_os2, own_rows, read_csv, read_json,
    read_kl,
};
use risiko::finding::{Fact, Findings, Location};
use risiko::store::{
    CatalogueFiles, KeysForm, Manifest, format_assessment, format_share, parse_assessment,
    parse_keys, parse_level_map, parse_local, parse_mapping, parse_meeting, parse_method,
    parse_others, parse_share, read_journal, verify_signature,
};
use risiko::text::{Lang, message, place};
use support::console::{run, tests_folder, words};
use support::{catalogue, method};

const DEFAULT_CASES: u64 = 1_500;
/// One case in so many is a whole catalogue, which takes longest.
const CATALOGUE_EVERY: u64 = 60;
/// Longest that a case may take, unoptimised on a busy machine; optimised on an idle one it is a hundredth of it.
const MOST_TIME: Duration = Duration::from_secs(120);
/// Most memory of the whole process, in kilobytes.
const MOST_MEMORY: u64 = 900_000;
/// Name of every file in the findings.
const FILE: &str = "fil";

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

/// What reads a file of some form.
type Read = Box<dyn Fn(&[u8]) -> Outcome>;

/// A file of some form, and what reads it.
struct Form {
    name: &'static str,
    seed: Vec<u8>,
    read: Read,
}

/// What came of a damaged file.
enum Outcome {
    Read,
    Refused(Findings),
    /// Refused by a form that has no findings.
    No,
}

fn of<T>(read: Result<T, Findings>) -> Outcome {
    read.map_or_else(Outcome::Refused, |_| Outcome::Read)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn methods(id: &MethodId) -> Result<Method, Vec<String>> {
    let known = ["kl-4x4", "standard-4x4", "herning-4x4", "datatilsynet-4x4"];
    match known.contains(&id.as_str()) {
        true => Ok(method(id.as_str()).clone()),
        false => Err(known.map(str::to_owned).to_vec()),
    }
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(tests_folder(name)).unwrap()
}

fn small() -> Assessment {
    let text = text(&fixture("schemas/assessment.yml"));
    parse_assessment(FILE, &text, catalogue(), methods).unwrap().assessment
}

/// Everything that is done with a table that could be read.
fn import(workbook: &Workbook) -> Outcome {
    let (assessment, decisions) = (small(), Decisions::default());
    let incoming = Incoming { workbook, file: FILE };
    let kl = method("kl-4x4");
    let target = Target {
        assessment: &assessment,
        file: "vurdering",
        catalogue: catalogue(),
        method: kl,
        prefer: Prefer::Nobody,
        decisions: Some(&decisions),
        base: Some((&assessment, "vurdering")),
    };
    let outcome = import_workbook(incoming, target);
    let (_, mut findings) = own_rows(incoming, catalogue());
    findings.extend(outcome.findings);
    let means = Means { mapping: None, method: kl, catalogue: catalogue(), lang: Lang::Da };
    black_box(inspect(incoming, Carried::default(), means));
    black_box(is_os2(workbook));
    black_box(read_kl(incoming, catalogue()));
    let mapping = text(&fixture("schemas/mapping.yml"));
    let mapping = parse_mapping(FILE, &mapping, catalogue(), Some(kl)).unwrap();
    black_box(import_mapped(incoming, &mapping, target, Lang::En));
    if findings.has_errors() { Outcome::Refused(findings) } else { Outcome::Read }
}

fn table(read: Result<Workbook, TableError>) -> Outcome {
    match read {
        Ok(workbook) => import(&workbook),
        Err(TableError::Findings(findings)) => Outcome::Refused(findings),
        Err(TableError::Limit(_)) => Outcome::No,
    }
}

/// The digest of an exchange file would stop nearly every damage, so that the one found is put in.
fn share(bytes: &[u8]) -> Outcome {
    let text = text(bytes);
    let changed = match parse_share(FILE, &text) {
        Ok(_) => return Outcome::Read,
        Err(findings) => findings,
    };
    let stated = changed.iter().find_map(|finding| match &finding.fact {
        Fact::ShareChanged { stated, found } => Some((stated.clone(), found.clone())),
        _ => None,
    });
    match stated {
        Some((stated, found)) if !stated.is_empty() => {
            of(parse_share(FILE, &text.replace(&stated, &found)))
        }
        _ => Outcome::Refused(changed),
    }
}

fn assessment(bytes: &[u8]) -> Outcome {
    let loaded = match parse_assessment(FILE, &text(bytes), catalogue(), methods) {
        Ok(loaded) => loaded,
        Err(findings) => return Outcome::Refused(findings),
    };
    let (read, day) = (&loaded.assessment, loaded.assessment.as_of);
    black_box(engine::check(read, catalogue(), &loaded.method, day, FILE));
    black_box(engine::honesty(read, catalogue(), &loaded.method, FILE));
    black_box(engine::overview(read, catalogue(), &loaded.method));
    // What is read is saved, and read again as it was.
    let saved = format_assessment(read).unwrap();
    let again = parse_assessment(FILE, &saved, catalogue(), methods).unwrap().assessment;
    assert_eq!(again, *read);
    Outcome::Read
}

/// A journal of three changes, and the reader over a folder of its own.
fn journal(folder: &Path) -> Form {
    let file = "a.risiko.yml";
    fs::write(folder.join(file), fixture("schemas/assessment.yml")).unwrap();
    for level in ["1", "3", "4"] {
        let command = format!("assess {file} 01 --likelihood {level} --reason Æ --force");
        let said = run(folder, &words(&command), None);
        assert_eq!(said.code, 0, "{}", said.stderr);
    }
    let (path, log) = (folder.join(file), folder.join("a.risiko.log"));
    let read = move |bytes: &[u8]| {
        fs::write(&log, bytes).unwrap();
        let Some(journal) = read_journal(&path).unwrap() else { return Outcome::No };
        black_box(journal.state_at_end());
        if journal.findings.has_errors() {
            Outcome::Refused(journal.findings.clone())
        } else {
            Outcome::Read
        }
    };
    Form {
        name: "journal",
        seed: fs::read(folder.join("a.risiko.log")).unwrap(),
        read: Box::new(read),
    }
}

fn forms(folder: &Path) -> Vec<Form> {
    let (kl, lang) = (method("kl-4x4"), Lang::Da);
    let form = |name, seed: Vec<u8>, read: Read| Form { name, seed, read };
    let seed = |name: &str| fixture(name);
    let options = ExportOptions::whole(lang, small().as_of);
    let csv = export_csv(&small(), catalogue(), kl, options, TableForm::Threats).unwrap();
    let json = export_json(&small(), catalogue(), kl, options).unwrap();
    let shared = engine::share(&small(), catalogue(), kl, true).0;
    let method_file = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog/methods/kl-4x4.yml");
    vec![
        form("assessment", seed("schemas/assessment.yml"), Box::new(assessment)),
        form(
            "local catalogue",
            seed("schemas/local.yml"),
            Box::new(|bytes| {
                of(parse_local(FILE, &text(bytes), catalogue())
                    .map(|(local, _)| catalogue().clone().with_local(local)))
            }),
        ),
        form(
            "method",
            fs::read(method_file).unwrap(),
            Box::new(|bytes| {
                of(parse_method(FILE, &text(bytes)).map(|method| engine::lint(&method)))
            }),
        ),
        form(
            "level map",
            seed("schemas/levels.yml"),
            Box::new(|bytes| of(parse_level_map(FILE, &text(bytes), methods))),
        ),
        form(
            "mapping",
            seed("schemas/mapping.yml"),
            Box::new(move |bytes| of(parse_mapping(FILE, &text(bytes), catalogue(), Some(kl)))),
        ),
        form(
            "minutes",
            seed("schemas/meeting.yml"),
            Box::new(move |bytes| of(parse_meeting(FILE, &text(bytes), catalogue(), kl))),
        ),
        form(
            "keys",
            seed("fixtures/texts/keys.yml"),
            Box::new(|bytes| {
                let is_key = |text: &str| text.parse::<risiko::workbench::Key>().is_ok();
                let actions = ["undo", "reason", "quit"];
                of(parse_keys(
                    FILE,
                    &text(bytes),
                    KeysForm { actions: &actions, names: &["a"], is_key: &is_key },
                ))
            }),
        ),
        form(
            "others",
            seed("fixtures/texts/others.json"),
            Box::new(|bytes| of(parse_others(FILE, &text(bytes)))),
        ),
        form("exchange file", format_share(&shared).unwrap().0.into_bytes(), Box::new(share)),
        form("table as CSV", csv.into_bytes(), Box::new(|bytes| table(read_csv(FILE, bytes)))),
        form(
            "table as JSON",
            format!("{json:#}").into_bytes(),
            Box::new(|bytes| table(read_json(FILE, bytes))),
        ),
        form(
            "batch",
            seed("fixtures/texts/batch.csv"),
            Box::new(move |bytes| {
                let scope = BatchScope { catalogue: catalogue(), method: kl };
                of(read_batch(FILE, &text(bytes), scope))
            }),
        ),
        form(
            "decisions",
            seed("fixtures/texts/decisions.csv"),
            Box::new(|bytes| of(Decisions::read(FILE, &text(bytes)))),
        ),
        form(
            "list of threats",
            seed("fixtures/texts/threats.csv"),
            Box::new(|bytes| of(ThreatList::read(FILE, &text(bytes), catalogue()))),
        ),
        form(
            "signature",
            seed("fixtures/signatures/brev.txt.minisig"),
            Box::new(|bytes| {
                let key = ("a.pub".to_owned(), text(&fixture("fixtures/signatures/skovby.pub")));
                let letter = fixture("fixtures/signatures/brev.txt");
                verify_signature(&letter, &text(bytes), &[key])
                    .map_or(Outcome::No, |_| Outcome::Read)
            }),
        ),
        form(
            "public key",
            seed("fixtures/signatures/skovby.pub"),
            Box::new(|bytes| {
                let signature = text(&fixture("fixtures/signatures/brev.txt.minisig"));
                let (letter, key) =
                    (fixture("fixtures/signatures/brev.txt"), ("a".to_owned(), text(bytes)));
                verify_signature(&letter, &signature, &[key]).map_or(Outcome::No, |_| Outcome::Read)
            }),
        ),
        form(
            "list of digests",
            [b"0".repeat(64), b"  a.yml\n".to_vec()].concat().repeat(3),
            Box::new(|bytes| Manifest::parse(&text(bytes)).map_or(Outcome::No, |_| Outcome::Read)),
        ),
        journal(folder),
    ]
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

/// What is wrong with the findings of a refused file: each must say what, and where in this file.
fn unplaced(findings: &Findings, bytes: &[u8]) -> Option<String> {
    // A line break of YAML is also a lone carriage return.
    let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() + 1;
    let is_placed = |location: &Location| match location {
        // In a catalogue the finding may stand in another file than the damage.
        Location::Text(place) if place.file != FILE => place.line >= 1 && place.column >= 1,
        Location::Text(place) => (1..=lines + 1).contains(&place.line) && place.column >= 1,
        Location::Cell { file, row_column: (row, column), .. } => {
            *row >= 1 && *column >= 1 && !file.is_empty()
        }
        Location::File(name) | Location::Entry(name) | Location::Argument(name) => !name.is_empty(),
        Location::Value { file, .. } | Location::Answer { file, .. } => !file.is_empty(),
        Location::Method(_) => true,
    };
    if !findings.has_errors() {
        return Some("refused without an error".to_owned());
    }
    for finding in findings.iter() {
        for lang in [Lang::Da, Lang::En] {
            let (said, place) = (message(lang, &finding.fact), place(lang, &finding.location));
            if !is_placed(&finding.location) || said.is_empty() || place.is_empty() {
                return Some(format!("{finding:?} in {lines} lines"));
            }
        }
    }
    None
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

/// Reads one damaged file; whatever is wrong with the reading is a failure with the number of the case.
fn read_one(form: &Form, bytes: &[u8], case: u64, count: &mut Count) -> Duration {
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

#[test]
fn reads_or_refuses_a_catalogue_with_any_damaged_file() {
    let folder = tempfile::tempdir().unwrap();
    support::console::copy_catalogue(folder.path());
    let mut files: Vec<PathBuf> = Vec::new();
    for below in ["", "activities", "methods"] {
        let entries = fs::read_dir(folder.path().join(below)).unwrap();
        files.extend(entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()));
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
