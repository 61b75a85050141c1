//! Text files and sheets made to take all time or memory: answered quickly, however many mistakes they hold.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests build hostile files, measure the time they take, and may fail"
)]

mod support;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use risiko::domain::{ActivityId, Method, MethodId};
use risiko::exchange::batch::{BatchScope, read_batch};
use risiko::exchange::guard::limits::MAX_ROWS;
use risiko::exchange::workbook::{Address, Cell, Sheet, Value, Visibility, Workbook};
use risiko::exchange::{
    Decisions, Incoming, Os2Import, Prefer, Target, ThreatList, Unmatched, import_os2,
    import_workbook,
};
use risiko::finding::{Findings, Location, Severity};
use risiko::store::{parse_assessment, parse_local, parse_method};
use risiko::text::Lang;
use support::{catalogue, method};

/// Longest that a file may take, unoptimised on a busy machine.
const MOST_TIME: Duration = Duration::from_secs(20);
/// Most that the findings of one file may hold, in bytes of their source lines.
const MOST_SHOWN: usize = 32 * 1024 * 1024;

const HEADER: &str = "risiko: 1\nmunicipality: {code: 998, name: Skovby}\nround: \"2026\"\n\
                      as-of: \"2026-11-01\"\ncatalogue: {id: risiko-da, version: \"2026.1\", digest: x}\n\
                      method: {id: kl-4x4, version: 1}\nperspectives: [data-subject]\n";

fn in_time<T>(what: &str, read: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let read = read();
    assert!(start.elapsed() < MOST_TIME, "{what} took {:?}", start.elapsed());
    read
}

fn only(_: &MethodId) -> Result<Method, Vec<String>> {
    Ok(method("kl-4x4").clone())
}

/// The findings about an assessment that is refused in time.
fn refused(what: &str, text: &str) -> Findings {
    let read = in_time(what, || parse_assessment("a.risiko.yml", text, catalogue(), only));
    let Err(findings) = read else { panic!("{what} was read") };
    let shown: usize = findings
        .iter()
        .map(|finding| match &finding.location {
            Location::Text(place) => place.source_line.len(),
            other => panic!("{other:?}"),
        })
        .sum();
    assert!(findings.has_errors() && shown < MOST_SHOWN, "{what}: {shown} bytes");
    findings
}

/// A sheet of these texts, from its first cell on.
fn sheet(name: &str, rows: impl Iterator<Item = Vec<String>>) -> Sheet {
    let mut sheet = Sheet::new(name.to_owned(), Visibility::Visible);
    for (row, texts) in (0..).zip(rows) {
        for (column, text) in (0..).zip(texts) {
            let cell = Cell { value: Value::Text(text), has_formula: false };
            sheet.insert(Address { row, column }, cell);
        }
    }
    sheet
}

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

/// A sheet may have as many rows; each was compared with every threat that was not known either.
#[test]
fn twenty_thousand_threats_that_nobody_knows_take_no_time() {
    let headers = texts(["Trussel Beskrivelse", "Trussel Type", "Sandsynlighed"]);
    let row = |row: u32| texts([&format!("Noget sker for nummer {row} på Ærø"), "", "2"]);
    let rows = std::iter::once(headers).chain((1..MAX_ROWS).map(row));
    let workbook = Workbook { sheets: vec![sheet("Trussler", rows)], ..Workbook::default() };
    let unmatched = in_time("an export of OS2compliance", || unmatched(&workbook));
    assert_eq!(unmatched.len(), usize::try_from(MAX_ROWS).unwrap() - 1);
    let list = in_time("its list", || ThreatList::template(&unmatched, catalogue(), Lang::Da));
    assert!(list.lines().count() > unmatched.len());
}

/// Which action was which is looked up, not sought among all of them.
#[test]
fn twenty_thousand_actions_of_one_activity_take_no_time() {
    let activities = [
        texts(["Nr.", "Behandlingsaktivitet", "Status", "Handlinger"]),
        texts(["74", "Sagen", "vurderet", ""]),
    ];
    let headers = texts(["Nr.", "Trussel nr.", "Handling nr.", "Handling", "Ansvarlig", "Frist"]);
    let row = |row: u32| texts(["74", "", "", &format!("Gør {row}"), "Vagt", "2027-01-01"]);
    let actions = std::iter::once(headers).chain((1..MAX_ROWS).map(row));
    let sheets = vec![sheet("Vurdering", activities.into_iter()), sheet("Handlinger", actions)];
    let workbook = Workbook { sheets, ..Workbook::default() };
    let read = in_time("a sheet of actions", || {
        with_target(|target| {
            let incoming = Incoming { workbook: &workbook, file: "bog.xlsx" };
            import_workbook(incoming, Target { base: Some((target.assessment, "")), ..target })
        })
    });
    assert!(read.rows_read > usize::try_from(MAX_ROWS).unwrap() - 1, "{:?}", read.findings);
}

/// The threats of an export that the catalogue does not have.
fn unmatched(workbook: &Workbook) -> Vec<Unmatched> {
    let activity = ActivityId::parse("74").unwrap();
    let order = Os2Import { activity: &activity, list_file: Some("trusler.csv"), list: None };
    let incoming = Incoming { workbook, file: "os2.xlsx" };
    with_target(|target| import_os2(incoming, order, target, Lang::Da).unmatched)
}

/// Brings something into Skovby's new assessment.
fn with_target<T>(bring: impl FnOnce(Target<'_>) -> T) -> T {
    let method = method("kl-4x4");
    let assessment = support::assessment(catalogue(), method);
    bring(Target {
        assessment: &assessment,
        file: "vurdering",
        catalogue: catalogue(),
        method,
        prefer: Prefer::Nobody,
        decisions: None,
        base: None,
    })
}

#[test]
fn a_hundred_thousand_keys_in_one_map_take_no_time() {
    let mut keys = String::new();
    for number in 0..120_000 {
        writeln!(keys, "k{number}: 1").unwrap();
    }
    refused("unknown keys", &format!("{HEADER}{keys}activities: []\n"));
    let twice = "k: 1\n".repeat(120_000);
    refused("the same key", &format!("{HEADER}{twice}activities: []\n"));
}

#[test]
fn a_quarter_of_a_million_mistakes_are_not_all_kept() {
    let lines = format!("{HEADER}activities:\n{}", "- x\n".repeat(240_000));
    let findings = refused("a mistake a line", &lines);
    assert!(findings.len() <= 2_000, "{}", findings.len());
    // All in one line of half a megabyte, which no finding may carry along.
    let line = format!("{HEADER}activities: [{}]\n", "x,".repeat(240_000));
    refused("mistakes in one line", &line);
}

#[test]
fn warnings_without_end_hide_no_error_behind_them() {
    let overrides = "- {id: \"01\", reason: Fordi}\n".repeat(3_000);
    let text = format!("local: 1\noverrides:\n{overrides}- {{id: \"02\", level: 9}}\n");
    let read = in_time("overrides", || parse_local("local.yml", &text, catalogue()));
    let findings = read.err().unwrap();
    assert!(findings.any_at_least(Severity::Error));
}

#[test]
fn a_method_with_hundreds_of_levels_bands_or_rows_is_refused() {
    let mut levels = String::new();
    let mut bands = String::new();
    let mut rows = String::new();
    for number in 1..=300 {
        writeln!(levels, "  - {{level: {number}, label: L, label-en: L, definition: D}}").unwrap();
        writeln!(
            bands,
            "  - {{rank: {number}, id: b{number}, label: B, label-en: B, colour: green}}"
        )
        .unwrap();
        writeln!(rows, "  {number}: [b1, b1, b1]").unwrap();
    }
    let text = |levels: &str, bands: &str| {
        format!(
            "id: egen\nversion: 1\ntitle: E\ntitle-en: E\nsource: S\nsymmetric: false\n\
             likelihood:\n{levels}consequence:\n{levels}bands:\n{bands}matrix:\n{rows}"
        )
    };
    let few: String = levels.lines().take(3).map(|line| format!("{line}\n")).collect();
    let upto = |text: &str, count: usize| -> String {
        text.lines().take(count).map(|line| format!("{line}\n")).collect()
    };
    for (levels, bands) in [
        (levels.clone(), bands.clone()),
        (upto(&levels, 255), upto(&bands, 255)),
        (few.clone(), upto(&bands, 255)),
        (few, upto(&bands, 3)),
    ] {
        let read = in_time("a method", || parse_method("egen.yml", &text(&levels, &bands)));
        assert!(read.is_err_and(|findings| findings.has_errors()));
    }
}

#[test]
fn a_list_of_a_million_rows_is_read_to_its_limit_only() {
    let scope = BatchScope { catalogue: catalogue(), method: method("kl-4x4") };
    for row in ["x\n", "99;x\n", "74;\"\n\"\n", "74;\n"] {
        let text = format!("activity;reason\n{}", row.repeat(1_000_000));
        let findings = in_time(row, || read_batch("b.csv", &text, scope)).err().unwrap();
        let last = findings.iter().last().unwrap();
        assert!(findings.len() <= 60_000, "{} of {row:?}: {last:?}", findings.len());
        assert!(findings.iter().any(|finding| finding.code().id() == "YML007"), "{row:?}");
    }
    let header = "aktivitet;trussel;felt;står nu;projektmappen siger;projektmappe;afgørelse\n";
    let text = format!("{header}{}", "74;T08;X;1;2;b.xlsx;?\n".repeat(500_000));
    let findings = in_time("decisions", || Decisions::read("d.csv", &text)).err().unwrap();
    assert!(findings.iter().any(|finding| finding.code().id() == "YML007"));
}
