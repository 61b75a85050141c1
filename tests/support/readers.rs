//! What reads each form of file, for damage in a fixed order and for the fuzzer alike: a file is read, or refused
//! with a place.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    dead_code,
    unreachable_pub,
    reason = "tests read files and may fail; each crate uses its own part"
)]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::LazyLock;

use risiko::domain::{ActivityId, Assessment, Mapping, Method, MethodId};
use risiko::engine;
use risiko::exchange::Form as TableForm;
use risiko::exchange::batch::{BatchScope, read_batch};
use risiko::exchange::guard::Carried;
use risiko::exchange::workbook::Workbook;
use risiko::exchange::{
    Decisions, ExportOptions, Incoming, Means, Os2Import, Prefer, TableError, Target, ThreatList,
    export_csv, export_json, import_mapped, import_os2, import_workbook, inspect, is_os2, own_rows,
    read_alone, read_csv, read_json, read_kl, written_from,
};
use risiko::finding::{Fact, Findings, Location};
use risiko::store::{
    KeysForm, Manifest, format_assessment, format_meeting, format_share, parse_assessment,
    parse_keys, parse_level_map, parse_local, parse_mapping, parse_meeting, parse_method,
    parse_others, parse_share, parse_template, read_journal, verify_signature,
};
use risiko::text::{Lang, message, place};

use super::shipped::{catalogue, method};

/// Name of every file in the findings.
const FILE: &str = "fil";
/// A small assessment with every key that there is.
pub const ASSESSMENT: &str = include_str!("../schemas/assessment.yml");

/// What reads a file of some form.
pub type Read = Box<dyn Fn(&[u8]) -> Outcome>;

/// A file of some form, and what reads it.
pub struct Form {
    pub name: &'static str,
    /// One that is read.
    pub seed: Vec<u8>,
    pub read: Read,
}

impl Form {
    /// Name of the folder that holds such files, in `tests/fixtures/corpus`.
    pub fn folder(&self) -> String {
        self.name.replace(' ', "-").to_lowercase()
    }
}

/// What came of a damaged file.
pub enum Outcome {
    Read,
    Refused(Findings),
    /// Refused by a form that has no findings.
    No,
}

/// What came of a reading that gives findings.
pub fn of<T>(read: Result<T, Findings>) -> Outcome {
    read.map_or_else(Outcome::Refused, |_| Outcome::Read)
}

/// The bytes as a text; what is none in them is replaced.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn methods(id: &MethodId) -> Result<Method, Vec<String>> {
    let known = ["kl-4x4", "standard-4x4", "herning-4x4", "datatilsynet-4x4"];
    match known.contains(&id.as_str()) {
        true => Ok(method(id.as_str()).clone()),
        false => Err(known.map(str::to_owned).to_vec()),
    }
}

/// What tables are brought into.
fn small() -> &'static Assessment {
    static SMALL: LazyLock<Assessment> = LazyLock::new(|| {
        parse_assessment(FILE, ASSESSMENT, catalogue(), methods).unwrap().assessment
    });
    &SMALL
}

/// What the columns of a sheet from elsewhere hold.
fn mapping() -> &'static Mapping {
    static MAPPING: LazyLock<Mapping> = LazyLock::new(|| {
        let text = include_str!("../schemas/mapping.yml");
        parse_mapping(FILE, text, catalogue(), Some(method("kl-4x4"))).unwrap()
    });
    &MAPPING
}

/// What a workbook of ours says by itself; nothing where it is none, or something in it is wrong.
pub fn alone(workbook: &Workbook) -> Option<Assessment> {
    let incoming = Incoming { workbook, file: FILE };
    let header = written_from(incoming).ok()?;
    let outcome = read_alone(incoming, header, catalogue(), method("kl-4x4"));
    (!outcome.findings.has_errors()).then_some(outcome.assessment)
}

/// Everything that is done with a table that could be read.
pub fn import(workbook: &Workbook) -> Outcome {
    let (assessment, decisions) = (small(), Decisions::default());
    let activity = ActivityId::parse("74").unwrap();
    let incoming = Incoming { workbook, file: FILE };
    let kl = method("kl-4x4");
    let target = Target {
        assessment,
        file: "vurdering",
        catalogue: catalogue(),
        method: kl,
        prefer: Prefer::Nobody,
        decisions: Some(&decisions),
        base: Some((assessment, "vurdering")),
    };
    let outcome = import_workbook(incoming, target);
    let (_, mut findings) = own_rows(incoming, catalogue());
    findings.extend(outcome.findings);
    let means = Means { mapping: None, method: kl, catalogue: catalogue(), lang: Lang::Da };
    black_box(inspect(incoming, Carried::default(), means));
    if is_os2(workbook) {
        let order = Os2Import { activity: &activity, list_file: None, list: None };
        black_box(import_os2(incoming, order, target, Lang::Da));
    }
    black_box(read_kl(incoming, catalogue()));
    black_box(import_mapped(incoming, mapping(), target, Lang::En));
    if findings.has_errors() { Outcome::Refused(findings) } else { Outcome::Read }
}

fn table(read: Result<Workbook, TableError>) -> Outcome {
    match read {
        Ok(workbook) => import(&workbook),
        Err(TableError::Findings(findings)) => Outcome::Refused(findings),
        Err(TableError::Limit(_)) => Outcome::No,
    }
}

/// Minutes are written as they were read.
fn minutes(bytes: &[u8]) -> Outcome {
    let parse = |text: &str| parse_meeting(FILE, text, catalogue(), method("kl-4x4"));
    let read = match parse(&text(bytes)) {
        Ok(read) => read.meeting,
        Err(findings) => return Outcome::Refused(findings),
    };
    assert_eq!(parse(&format_meeting(&read).unwrap()).unwrap().meeting, read);
    Outcome::Read
}

/// An exchange file is written as it was read.
fn exchanged(text: &str) -> Outcome {
    let read = match parse_share(FILE, text) {
        Ok(read) => read.shared,
        Err(findings) => return Outcome::Refused(findings),
    };
    let again = parse_share(FILE, &format_share(&read).unwrap().0).unwrap();
    assert_eq!(again.shared, read);
    let findings = engine::check_share(&read, FILE, catalogue());
    if findings.has_errors() { Outcome::Refused(findings) } else { Outcome::Read }
}

/// The digest of an exchange file would stop nearly every damage, so that the one found is put in.
fn share(bytes: &[u8]) -> Outcome {
    let text = text(bytes);
    let changed = match exchanged(&text) {
        Outcome::Refused(findings) => findings,
        other => return other,
    };
    let stated = changed.iter().find_map(|finding| match &finding.fact {
        Fact::ShareChanged { stated, found } => Some((stated.clone(), found.clone())),
        _ => None,
    });
    match stated {
        Some((stated, found)) if !stated.is_empty() => exchanged(&text.replace(&stated, &found)),
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

/// A journal in a folder of its own, which is on the disk.
pub fn journal(folder: &Path, seed: Vec<u8>) -> Form {
    let (path, log) = (folder.join("a.risiko.yml"), folder.join("a.risiko.log"));
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
    Form { name: "journal", seed, read: Box::new(read) }
}

/// Every other form of text file.
pub fn texts() -> Vec<Form> {
    let (kl, lang) = (method("kl-4x4"), Lang::Da);
    let form = |name, seed: &[u8], read: Read| Form { name, seed: seed.to_vec(), read };
    let options = ExportOptions::whole(lang, small().as_of);
    let csv = export_csv(small(), catalogue(), kl, options, TableForm::Threats).unwrap();
    let json = export_json(small(), catalogue(), kl, options).unwrap();
    let shared = engine::share(small(), catalogue(), kl, true).0;
    let (letter, signature, key) = (
        include_bytes!("../fixtures/signatures/brev.txt"),
        include_str!("../fixtures/signatures/brev.txt.minisig"),
        include_str!("../fixtures/signatures/skovby.pub"),
    );
    vec![
        form("assessment", ASSESSMENT.as_bytes(), Box::new(assessment)),
        form(
            "local catalogue",
            include_bytes!("../schemas/local.yml"),
            Box::new(|bytes| {
                of(parse_local(FILE, &text(bytes), catalogue())
                    .map(|(local, _)| catalogue().clone().with_local(local)))
            }),
        ),
        form(
            "method",
            include_bytes!("../../catalog/methods/kl-4x4.yml"),
            Box::new(|bytes| {
                of(parse_method(FILE, &text(bytes)).map(|method| engine::lint(&method)))
            }),
        ),
        form(
            "level map",
            include_bytes!("../schemas/levels.yml"),
            Box::new(|bytes| of(parse_level_map(FILE, &text(bytes), methods))),
        ),
        form(
            "mapping",
            include_bytes!("../schemas/mapping.yml"),
            Box::new(move |bytes| of(parse_mapping(FILE, &text(bytes), catalogue(), Some(kl)))),
        ),
        form("minutes", include_bytes!("../schemas/meeting.yml"), Box::new(minutes)),
        form(
            "keys",
            include_bytes!("../fixtures/texts/keys.yml"),
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
            include_bytes!("../fixtures/texts/others.json"),
            Box::new(|bytes| of(parse_others(FILE, &text(bytes)))),
        ),
        form("exchange file", format_share(&shared).unwrap().0.as_bytes(), Box::new(share)),
        form("table as CSV", csv.as_bytes(), Box::new(|bytes| table(read_csv(FILE, bytes)))),
        form(
            "table as JSON",
            format!("{json:#}").as_bytes(),
            Box::new(|bytes| table(read_json(FILE, bytes))),
        ),
        form(
            "batch",
            include_bytes!("../fixtures/texts/batch.csv"),
            Box::new(move |bytes| {
                let scope = BatchScope { catalogue: catalogue(), method: kl };
                of(read_batch(FILE, &text(bytes), scope))
            }),
        ),
        form(
            "decisions",
            include_bytes!("../fixtures/texts/decisions.csv"),
            Box::new(|bytes| of(Decisions::read(FILE, &text(bytes)))),
        ),
        form(
            "list of threats",
            include_bytes!("../fixtures/texts/threats.csv"),
            Box::new(|bytes| of(ThreatList::read(FILE, &text(bytes), catalogue()))),
        ),
        form(
            "signature",
            signature.as_bytes(),
            Box::new(|bytes| {
                let key = ("a.pub".to_owned(), key.to_owned());
                verify_signature(letter, &text(bytes), &[key])
                    .map_or(Outcome::No, |_| Outcome::Read)
            }),
        ),
        form(
            "public key",
            key.as_bytes(),
            Box::new(|bytes| {
                let key = ("a".to_owned(), text(bytes));
                verify_signature(letter, signature, &[key]).map_or(Outcome::No, |_| Outcome::Read)
            }),
        ),
        form(
            "template",
            include_bytes!("../schemas/template.yml"),
            Box::new(|bytes| of(parse_template(FILE, &text(bytes)))),
        ),
        form(
            "list of digests",
            &[b"0".repeat(64), b"  a.yml\n".to_vec()].concat().repeat(3),
            Box::new(|bytes| Manifest::parse(&text(bytes)).map_or(Outcome::No, |_| Outcome::Read)),
        ),
    ]
}

/// What is wrong with the findings of a refused file: each must say what, and where in this file.
pub fn unplaced(findings: &Findings, bytes: &[u8]) -> Option<String> {
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
