//! Texts that steer a terminal, a spreadsheet or a browser, in every field that holds a text: no command lets one
//! of them through.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::path::Path;

use risiko::domain::{Assessment, Method, MethodId, Recorded};
use risiko::store::{assessment_text, format_assessment, parse_assessment, recorded_state};
use serde_json::Value;
use support::console::{filled, run, tests_folder, words};
use support::{catalogue, method};

/// Escape, title, bell, the eight-bit forms of both, back over the line, and text the other way round.
const STEERS: &str =
    "\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}31m\u{9d}0;y\u{9c}\r\u{8}\u{7f}\u{202e}snu\u{2066}\u{2069}";
/// What a spreadsheet runs, and a browser.
const RUNS: &str = "=HYPERLINK(\"http://x\")<script>alert(1)</script><img src=x onerror=y>&amp;|'\"`[x](javascript:y)";
const FILE: &str = "s.risiko.yml";

fn only(_: &MethodId) -> Result<Method, Vec<String>> {
    Ok(method("kl-4x4").clone())
}

fn parsed(text: &str) -> Option<Assessment> {
    parse_assessment("a", text, catalogue(), only).ok().map(|loaded| loaded.assessment)
}

/// A text in double quotation marks, as YAML and JSON write one that nobody can see.
fn quoted(text: &str) -> String {
    let shown = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if (c.is_control() || !c.is_alphanumeric()) && u32::from(c) > 0x7e || c < ' ' => {
            format!("\\u{:04x}", u32::from(c))
        }
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(shown).collect::<String>())
}

/// Every way to put a text into one string of a JSON value.
fn inside(value: &Value, text: &str) -> Vec<Value> {
    match value {
        Value::String(was) => vec![Value::String(format!("{text}{was}"))],
        Value::Array(items) => (0..items.len())
            .flat_map(|at| {
                let mut items = items.clone();
                let ways = inside(&items[at], text);
                ways.into_iter().map(move |way| {
                    items[at] = way;
                    Value::Array(items.clone())
                })
            })
            .collect(),
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, inner)| {
                let (key, map) = (key.clone(), map.clone());
                inside(inner, text).into_iter().map(move |way| {
                    let mut map = map.clone();
                    map.insert(key.clone(), way);
                    Value::Object(map)
                })
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The sample with every key, each value that may be a text beginning with this one.
fn poisoned(text: &str) -> String {
    let seed = fs::read_to_string(tests_folder("schemas/assessment.yml")).unwrap();
    let key = quoted(&format!("{text}Egen"));
    let seed = filled(&seed).replace("    Egen: tekst", &format!("    {key}: tekst"));
    let mut state = recorded_state(&parsed(&seed).unwrap());
    let mut changed = 0;
    for path in state.keys().cloned().collect::<Vec<_>>() {
        let ways = |value: &Recorded| match value {
            Recorded::Text(was) => vec![Recorded::Text(format!("{text}{was}"))],
            Recorded::List(json) => {
                let value: Value = serde_json::from_str(json).unwrap();
                inside(&value, text).iter().map(|way| Recorded::List(way.to_string())).collect()
            }
        };
        // One string of a list after the other, so that each that may be a text becomes one.
        let count = ways(&state[&path]).len();
        for nth in 0..count {
            let Some(way) = ways(&state[&path]).into_iter().nth(nth) else { continue };
            let mut tried = state.clone();
            tried.insert(path.clone(), way);
            let read = assessment_text(&tried).ok().and_then(|text| parsed(&text));
            if read.is_some_and(|read| recorded_state(&read) == tried) {
                state = tried;
                changed += 1;
            }
        }
    }
    assert!(changed >= 25, "only {changed} fields took the text");
    let assessment = parsed(&assessment_text(&state).unwrap()).unwrap();
    format_assessment(&assessment).unwrap()
}

/// A folder with a poisoned assessment, the same a round later, and a catalogue of the municipality's own.
fn folder(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let assessment = poisoned(text);
    fs::write(at.join(FILE), &assessment).unwrap();
    fs::write(
        at.join("b.risiko.yml"),
        assessment.replace("code: 998", "code: 999").replace("likelihood: 2", "likelihood: 4"),
    )
    .unwrap();
    fs::create_dir(at.join("catalog")).unwrap();
    let local = fs::read_to_string(tests_folder("schemas/local.yml")).unwrap();
    let mut poisoned = local.clone();
    for was in ["Titel", "Tekst.", "Fordi.", "Fordi", "Fagsystem", "Note", "Lov", "Ny lov."] {
        for (before, after) in [(": ", "\n"), (": ", ","), (": ", "}"), ("[", "]")] {
            let (from, to) = (
                format!("{before}{was}{after}"),
                format!("{before}{}{after}", quoted(&format!("{text}{was}"))),
            );
            poisoned = poisoned.replace(&from, &to);
        }
    }
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (header, value)) in
        (0..).zip([("Nr.", "74"), ("Trussel", text), (text, text), ("Sandsynlighed", text)])
    {
        let header = if column == 1 { format!("{text}{header}") } else { header.to_owned() };
        sheet.write_string(0, column, header).unwrap();
        sheet.write_string(1, column, value).unwrap();
    }
    book.save(at.join("t.xlsx")).unwrap();
    assert_ne!(poisoned, local);
    fs::write(at.join("catalog/local.yml"), poisoned).unwrap();
    folder
}

/// What shows an assessment in any way, on the screen or in a file that a person opens.
const SHOWS: [&str; 35] = [
    "report s.risiko.yml --for direktion --as-of 2026-11-23 --against b.risiko.yml",
    "report s.risiko.yml --for direktion --as-of 2026-11-23 --format html",
    "report s.risiko.yml --for dpo --as-of 2026-11-23 --format md",
    "report s.risiko.yml --for dpo --as-of 2026-11-23 --format json",
    "report s.risiko.yml --for dpo --as-of 2026-11-23 --format csv",
    "report s.risiko.yml --for art30 --as-of 2026-11-23",
    "list s.risiko.yml",
    "list s.risiko.yml --format csv",
    "list s.risiko.yml --format json",
    "show s.risiko.yml 01",
    "show s.risiko.yml 01 --format json",
    "show s.risiko.yml 01 --method herning-4x4",
    "matrix s.risiko.yml --ids",
    "check s.risiko.yml --fail-on never",
    "check s.risiko.yml --fail-on never --format csv",
    "check s.risiko.yml --fail-on never --format json",
    "history s.risiko.yml",
    "history s.risiko.yml --format csv",
    "history s.risiko.yml --format json",
    "diff s.risiko.yml b.risiko.yml",
    "diff s.risiko.yml b.risiko.yml --format md",
    "diff s.risiko.yml b.risiko.yml --format html",
    "diff s.risiko.yml b.risiko.yml --format csv",
    "diff s.risiko.yml b.risiko.yml --format json",
    "diff --textconv s.risiko.yml",
    "benchmark s.risiko.yml b.risiko.yml",
    "benchmark s.risiko.yml b.risiko.yml --format html",
    "share s.risiko.yml --with reasons --dry-run",
    "approve s.risiko.yml --all --name A --role B --dry-run",
    "import t.xlsx --inspect",
    "import t.xlsx --inspect --format json",
    "catalog list",
    "catalog show X01",
    "catalog check catalog",
    "undo s.risiko.yml --dry-run",
];

/// Characters that steer whatever shows them; line breaks, and the mark in front of CSV, do not.
fn steering(text: &str) -> Vec<char> {
    let steers = |c: &char| {
        (c.is_control() && *c != '\n' && *c != '\r')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(steers).collect()
}

#[test]
fn no_text_in_any_field_steers_the_terminal() {
    let folder = folder(STEERS);
    let at = folder.path();
    let changed = run(at, &words("assess s.risiko.yml 01 --status in-progress"), None);
    assert_eq!(changed.code, 0, "{}", changed.stderr);
    for command in SHOWS {
        for language in ["da", "en"] {
            let command = format!("{command} --lang {language}");
            let said = run(at, &words(&command), None);
            assert!(
                said.code < 2 || command.starts_with("approve"),
                "{command}\n{}",
                said.stderr.escape_debug()
            );
            for (name, text) in [("stdout", &said.stdout), ("stderr", &said.stderr)] {
                let found = steering(text);
                assert!(found.is_empty(), "{command}: {found:?} on {name}");
                // Rows of CSV end with both; elsewhere a return alone would go back over the line.
                let lone = text.replace("\r\n", "\n").contains('\r');
                assert!(!lone, "{command}: a lone return on {name}");
            }
        }
    }
}

#[test]
fn the_name_of_a_file_steers_no_terminal_either() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    // Windows itself keeps the lowest control characters out of names.
    let lowest = if cfg!(windows) { "" } else { "\u{1b}[2J" };
    let name = &format!("a{lowest}\u{9b}31m\u{202e}b");
    let file = format!("{name}.risiko.yml");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/01-skovby");
    fs::copy(examples.join("skovby-2026.risiko.yml"), at.join(&file)).unwrap();
    fs::write(at.join(format!("{name}.csv")), "Nr.;Sandsynlighed\n74;99\n").unwrap();
    fs::write(at.join(format!("{name}.xlsx")), "PK").unwrap();
    let assess = |note: &str| {
        vec![
            "assess".to_owned(),
            file.clone(),
            "74".to_owned(),
            "--note".to_owned(),
            note.to_owned(),
        ]
    };
    let with =
        |arguments: &[&str]| arguments.iter().map(|a| a.replace('@', name)).collect::<Vec<_>>();
    for arguments in [
        assess("x"),
        with(&["list", "@.risiko.yml"]),
        with(&["list", "findes-ikke-@.risiko.yml"]),
        with(&["check", "@.risiko.yml", "--fail-on", "never", "--format", "json"]),
        with(&["check", "@.risiko.yml"]),
        with(&["import", "@.csv", "--into", "@.risiko.yml", "--dry-run"]),
        with(&["import", "@.xlsx", "--into", "@.risiko.yml", "--dry-run"]),
        with(&["import", "@.csv", "--inspect"]),
        with(&["verify", "@.risiko.yml"]),
        with(&["diff", "@.risiko.yml", "@.risiko.yml"]),
        with(&["list", "@.risiko.yml", "--area", "@"]),
        with(&["show", "@.risiko.yml", "@"]),
        with(&["list", "@.risiko.yml", "--@"]),
        with(&["@"]),
        with(&["explain", "@"]),
        with(&["catalog", "search", "@"]),
        with(&["export", "@.risiko.yml", "-o", "@/x.xlsx"]),
    ] {
        let said = run(at, &arguments, None);
        let found = (steering(&said.stdout), steering(&said.stderr));
        assert_eq!(found, (Vec::new(), Vec::new()), "{arguments:?}");
    }
}

/// A page shows the text of people, and only its own script could run.
fn assert_page_is_safe(command: &str, page: &str) {
    assert!(page.contains("&lt;script"), "{command} does not show the text at all");
    // The page's own script, which sorts tables, and no other.
    let scripts = (page.matches("<script").count(), page.matches("<script>(() => {").count());
    assert_eq!(scripts, (1, 1), "{command}");
    for tag in ["<img", "onerror=y>", "href=\"javascript", "href='javascript"] {
        assert!(!page.contains(tag), "{command}: {tag}");
    }
}

#[test]
fn no_text_runs_in_a_spreadsheet_or_a_browser() {
    let folder = folder(RUNS);
    let at = folder.path();
    let _history = run(at, &words("assess s.risiko.yml 01 --status in-progress"), None);
    for command in SHOWS {
        let said = run(at, &words(command), None);
        assert!(said.code < 2 || command.starts_with("approve"), "{command}\n{}", said.stderr);
        if command.contains("--format csv") {
            let mut rows = csv::ReaderBuilder::new()
                .delimiter(b';')
                .flexible(true)
                .from_reader(said.stdout.as_bytes());
            for field in rows
                .records()
                .flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            {
                assert!(!field.starts_with(['=', '+', '@', '\t']), "{command}: {field}");
            }
        }
        if command.contains("--format html") {
            assert_page_is_safe(command, &said.stdout.to_lowercase());
        }
        if command.contains("--format md") {
            let plain = said.stdout.replace("\\\\", "");
            let is_open = |sign: &str| {
                plain.matches(sign).count() > plain.matches(&format!("\\{sign}")).count()
            };
            assert!(!is_open("<script") && !is_open("<img"), "{command}: HTML");
            assert!(!is_open("[x") && !is_open("](javascript"), "{command}: a link");
        }
    }
    // Workbooks hold them as texts: a cell with a formula would have been read as one.
    for command in [
        "export s.risiko.yml -o ud.xlsx",
        "diff s.risiko.yml b.risiko.yml -o diff.xlsx",
        "benchmark s.risiko.yml b.risiko.yml -o bench.xlsx",
    ] {
        assert!(run(at, &words(command), None).code < 2, "{command}");
    }
    for name in ["ud.xlsx", "diff.xlsx", "bench.xlsx"] {
        let bytes = fs::read(at.join(name)).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut seen = false;
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            let mut xml = String::new();
            if std::io::Read::read_to_string(&mut part, &mut xml).is_ok() {
                seen |= xml.contains("=HYPERLINK(");
                let formulas =
                    xml.split("<f>").skip(1).filter_map(|rest| rest.split("</f>").next());
                assert!(!formulas.into_iter().any(|f| f.contains("HYPERLINK")), "{name}");
                assert!(!xml.contains("<script>"), "{name}");
            }
        }
        assert!(seen || name == "bench.xlsx", "{name} does not hold the text");
    }
}
