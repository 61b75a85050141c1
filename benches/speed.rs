//! Speed as ratios against a bare baseline in the same run: `cargo bench`.
//!
//! The baselines write and read the same cells with the same libraries and nothing else. Absolute
//! times depend on the machine and are printed only to show that none is far off.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a benchmark measures time and prints it"
)]

use std::io::Cursor;
use std::time::{Duration, Instant};

use calamine::{Reader as _, Xlsx};
use risiko::domain::{Assessment, Catalogue, Method};
use risiko::engine::{Edit, RiskEdit, apply, check, new_assessment, overview};
use risiko::exchange::guard::read_workbook;
use risiko::exchange::workbook::{Value, Workbook};
use risiko::exchange::{ExportOptions, Incoming, Prefer, Target, export_workbook, import_workbook};
use risiko::store::{
    embedded_catalogue, embedded_method, embedded_method_ids, embedded_municipalities,
    format_assessment, parse_assessment,
};
use risiko::text::Lang;

/// Runs of each; the median is quoted.
const RUNS: usize = 9;
/// Threats rated per activity: a fuller assessment than any municipality's.
const THREATS: usize = 40;

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn full(catalogue: &Catalogue, method: &Method) -> Assessment {
    let municipalities = embedded_municipalities().unwrap();
    let day = "2026-11-01".parse().unwrap();
    let mut assessment = new_assessment(&municipalities[0], "2026", day, catalogue, method);
    for (at, answer) in assessment.activities.values_mut().enumerate() {
        for (offset, threat) in catalogue.threats.keys().take(THREATS).enumerate() {
            let level = u8::try_from((at + offset) % 4 + 1).unwrap();
            let edit = Edit {
                risk: RiskEdit {
                    threat: Some(threat.clone()),
                    likelihood: method.likelihood.level(level),
                    measures: Some(vec!["Sikker mail".to_owned()]),
                    ..RiskEdit::default()
                },
                reason: Some(format!("Begrundelse {at} og {offset}: sket hos naboen i fjor")),
                ..Edit::default()
            };
            apply(answer, &edit);
        }
    }
    assessment
}

/// A cell as the bare writer gets it.
enum Bare {
    Number(f64),
    Text(String),
    /// With its stored result.
    Formula(String, String),
}

/// The cells of a workbook with their formulas, sheet by sheet.
fn bare_cells(bytes: &[u8], workbook: &Workbook) -> Vec<Vec<(u32, u16, Bare)>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets = workbook.sheets.iter().map(|sheet| {
        let formulas = book.worksheet_formula(&sheet.name).unwrap();
        let cells = sheet.cells().filter_map(|(address, cell)| {
            let place = (address.row, address.column);
            let formula = formulas.get_value(place).filter(|f| !f.is_empty());
            let bare = match (&cell.value, formula) {
                (Value::Number(number), Some(formula)) => {
                    Bare::Formula(formula.clone(), number.to_string())
                }
                (Value::Text(text), Some(formula)) => Bare::Formula(formula.clone(), text.clone()),
                (Value::Number(number), None) => Bare::Number(*number),
                (Value::Text(text), None) => Bare::Text(text.clone()),
                _ => return None,
            };
            Some((address.row, u16::try_from(address.column).unwrap(), bare))
        });
        cells.collect()
    });
    sheets.collect()
}

/// The same cells as ours, without formats, tables, notes or rules.
fn bare_write(sheets: &[Vec<(u32, u16, Bare)>]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for cells in sheets {
        let page = book.add_worksheet();
        for (row, column, cell) in cells {
            match cell {
                Bare::Number(number) => page.write_number(*row, *column, *number),
                Bare::Text(text) => page.write_string(*row, *column, text),
                Bare::Formula(formula, result) => {
                    let formula = rust_xlsxwriter::Formula::new(formula).set_result(result);
                    page.write_formula(*row, *column, formula)
                }
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Every cell streamed once, without limits or meaning.
fn bare_read(bytes: &[u8]) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut cells = 0;
    for name in book.sheet_names() {
        let mut reader = book.worksheet_cells_reader(&name).unwrap();
        while let Some(cell) = reader.next_cell().unwrap() {
            cells += usize::from(*cell.get_value() != calamine::DataRef::Empty);
        }
    }
    cells
}

fn ratio(name: &str, ours: Duration, bare: Duration) {
    let times = ours.as_secs_f64() / bare.as_secs_f64();
    println!("{name}: {times:.2} × bare ({ours:.1?} against {bare:.1?})");
}

fn main() {
    let catalogue = embedded_catalogue().unwrap();
    let id = embedded_method_ids().remove(0);
    let method = embedded_method(&id).unwrap().unwrap();
    let assessment = full(&catalogue, &method);
    let day = assessment.as_of;
    let export = || {
        export_workbook(&assessment, &catalogue, &method, ExportOptions::whole(Lang::Da, day))
            .unwrap()
    };
    let bytes = export();
    let workbook = read_workbook(&bytes).unwrap();
    let cells: usize = workbook.sheets.iter().map(|sheet| sheet.cells().count()).sum();
    println!("{} activities × {THREATS} threats, {cells} cells", assessment.activities.len());

    let sheets = bare_cells(&bytes, &workbook);
    let bare = median(|| drop(bare_write(&sheets)));
    ratio("export", median(|| drop(export())), bare);
    let bare = median(|| {
        bare_read(&bytes);
    });
    let import = || {
        let workbook = read_workbook(&bytes).unwrap();
        let target = Target {
            assessment: &assessment,
            file: "a.risiko.yml",
            catalogue: &catalogue,
            method: &method,
            prefer: Prefer::Nobody,
            decisions: None,
            base: None,
        };
        let outcome = import_workbook(Incoming { workbook: &workbook, file: "a.xlsx" }, target);
        assert!(outcome.changes.is_empty());
    };
    ratio("import", median(import), bare);
    ratio("  of which reading behind the guard", median(|| drop(read_workbook(&bytes))), bare);

    let yaml = format_assessment(&assessment).unwrap();
    let read = median(|| {
        let catalogue = embedded_catalogue().unwrap();
        parse_assessment("a.yml", &yaml, &catalogue, |_| Ok(method.clone())).unwrap();
    });
    println!("catalogue and assessment read ({} kB): {read:.1?}", yaml.len() / 1000);
    let scored = median(|| drop(overview(&assessment, &catalogue, &method)));
    println!("scored: {scored:.1?}");
    let checked = median(|| drop(check(&assessment, &catalogue, &method, day, "a.yml")));
    println!("checked: {checked:.1?}");
}
