//! Assessments with anything in any field that a workbook has, and what stands in its inputs.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use risiko::domain::{
    ActivityAnswer, ActivityId, Assessment, Date, Extra, Method, Origin, OwnCell, Perspective,
    Status, ThreatAnswer,
};
use risiko::exchange::workbook::{Address, Cell, Sheet, Value, Workbook};
use risiko::exchange::{ImportOutcome, Incoming, Prefer, Target, import_workbook, input_headers};
use risiko::text::Lang;

use super::anything::{Texts, answer, nasty, own_sheets, plain};
use super::{assessment, catalogue, method};

/// An assessment under a method of four by four, with a handful of answers that hold anything.
pub fn anything() -> impl Strategy<Value = Assessment> {
    with(nasty, "kl-4x4")
}

/// One whose every field a workbook can hold, so that all of it must arrive.
pub fn whatever_a_workbook_holds() -> impl Strategy<Value = Assessment> {
    with(plain, "datatilsynet-4x4").prop_map(|mut assessment| {
        assessment.activities.values_mut().for_each(holdable);
        for sheet in &mut assessment.own_sheets {
            sheet.cells.retain(|_, cell| is_holdable(cell));
        }
        assessment.own_sheets.retain(|sheet| !sheet.cells.is_empty());
        assessment
    })
}

fn with(texts: Texts, id: &'static str) -> impl Strategy<Value = Assessment> {
    let method = method(id);
    let ids: Vec<ActivityId> = catalogue().activities.keys().cloned().collect();
    let more = subsequence(vec![Perspective::Organisation, Perspective::Society], 0..=2);
    let answers = vec((select(ids), answer(texts)), 1..6);
    (answers, more, own_sheets(texts)).prop_map(move |(answers, more, own_sheets)| {
        let mut assessment = assessment(catalogue(), method);
        assessment.perspectives.extend(more);
        assessment.activities.extend(answers);
        assessment.own_sheets = own_sheets;
        assessment
    })
}

/// Whether a cell holds it as what it is.
fn is_holdable(cell: &OwnCell) -> bool {
    match cell {
        OwnCell::Number(number) => number.len() <= 12,
        // Excel counts days before March 1900 wrong, so they go out as texts.
        OwnCell::Date(date) => *date >= Date::constant(1900, 3, 1),
        OwnCell::Text(_) | OwnCell::Boolean(_) => true,
    }
}

/// Leaves out what no cell says: acceptances, origins, and what only our own file can tell apart.
fn holdable(answer: &mut ActivityAnswer) {
    answer.acceptance = None;
    for figure in answer.consequences.figures.values_mut() {
        figure.origin = Origin::Own;
    }
    answer.threats.retain(|_, threat| *threat != ThreatAnswer::default());
    if answer.status == Status::NotStarted {
        // A figure that is filled in or taken out begins an activity.
        answer.status = Status::InProgress;
    }
    let risks = answer.threats.values_mut().map(|threat| &mut threat.risk);
    for action in risks.chain([&mut answer.direct]).flat_map(|risk| &mut risk.actions) {
        action.owner = action.owner.take().filter(|owner| fits_in_brackets(owner));
        one_line(&mut action.extra);
    }
    for system in &mut answer.systems {
        system.processor = system.processor.take().filter(|name| fits_in_brackets(name));
    }
    one_line(&mut answer.extra);
    answer.threats.values_mut().for_each(|threat| one_line(&mut threat.extra));
}

/// Whether a name can stand in brackets behind what it belongs to: "Ida (chef)" can, "Ida :(" not.
fn fits_in_brackets(name: &str) -> bool {
    let mut depth = 0_i32;
    let is_open = name.chars().all(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth >= 0
    });
    is_open && depth == 0 && !["–", "-"].contains(&name)
}

/// A header stands on one line and is no header of ours.
fn one_line(extra: &mut Extra) {
    extra.retain(|_, cell| is_holdable(cell));
    let lines = std::mem::take(extra).into_iter().map(|(key, cell)| {
        let words: Vec<&str> = key.split_whitespace().collect();
        let key: String = words.join(" ").chars().take(60).collect();
        (format!("Egen {}", key.trim_end()).trim().to_owned(), cell)
    });
    *extra = lines.collect();
    let mut seen = BTreeSet::new();
    extra.retain(|key, _| seen.insert(key.to_lowercase()) && !key.contains(['–', '—', '−']));
}

/// Reads a workbook as if nobody had answered anything, so that every field must arrive.
pub fn into_nothing(workbook: &Workbook, whole: &Assessment, method: &Method) -> ImportOutcome {
    let mut nothing = assessment(catalogue(), method);
    nothing.perspectives.clone_from(&whole.perspectives);
    let target = Target {
        assessment: &nothing,
        file: "a.risiko.yml",
        catalogue: catalogue(),
        method,
        prefer: Prefer::Nobody,
        decisions: None,
        base: Some((&nothing, "a.risiko.yml")),
    };
    import_workbook(Incoming { workbook, file: "a.xlsx" }, target)
}

/// An input cell: its sheet, what its row is about, and its header.
pub type Input = (String, String, String);

/// What stands in every input cell that is not blank, with its place, by what it is about. Own
/// columns and own sheets are inputs, too.
pub fn inputs(workbook: &Workbook) -> BTreeMap<Input, (Address, Cell)> {
    let known = input_headers(Lang::Da);
    let names: BTreeSet<&str> = known.iter().map(|(name, _)| *name).collect();
    let mut inputs = BTreeMap::new();
    for sheet in workbook.sheets.iter().filter(|sheet| names.contains(sheet.name.as_str())) {
        let (header_row, headers) = headers(sheet);
        for (address, cell) in sheet.cells().filter(|(address, _)| address.row > header_row) {
            let header = headers.get(&address.column).map_or("", String::as_str);
            let is_known = known.iter().any(|(name, own)| *name == sheet.name && own == header);
            let is_own = header.starts_with("Egen ");
            if (is_known || is_own) && cell.value != Value::Text(String::new()) {
                let key =
                    (sheet.name.clone(), row_key(sheet, &headers, address.row), header.into());
                inputs.insert(key, (address, cell.clone()));
            }
        }
    }
    inputs
}

fn headers(sheet: &Sheet) -> (u32, BTreeMap<u32, String>) {
    let is_key = |cell: &Cell| cell.value == Value::Text("Nr.".to_owned());
    let found = sheet.rows().find(|(_, cells)| cells.iter().any(|(_, cell)| is_key(cell)));
    let (row, cells) = found.unwrap();
    let text = |cell: &Cell| match &cell.value {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    };
    (row, cells.iter().map(|(column, cell)| (column, text(cell))).collect())
}

/// "61", "61 T08" or "61 T08 2".
fn row_key(sheet: &Sheet, headers: &BTreeMap<u32, String>, row: u32) -> String {
    let part = |wanted: &str| {
        let (column, _) = headers.iter().find(|(_, header)| *header == wanted)?;
        match &sheet.cell(row, *column)?.value {
            Value::Text(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    };
    let parts = ["Nr.", "Trussel nr.", "Handling nr."].into_iter().filter_map(part);
    parts.collect::<Vec<_>>().join(" ")
}
