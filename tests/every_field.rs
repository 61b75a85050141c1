//! Every field that a workbook has, with anything in it: nothing is lost on the way out and in, and
//! an edit is that edit and nothing else.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;
use risiko::exchange::workbook::Workbook;
use risiko::exchange::{Incoming, Prefer, Target, input_headers, merge_workbooks};
use risiko::text::Lang;
use support::whole::{Input, anything, inputs, into_nothing, whatever_a_workbook_holds};
use support::workbooks::{codes, import, read};
use support::{catalogue, method, rounds};

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(rounds(count)) }
}

/// What an edit of one field may change beside it: the status of an activity that has begun, what
/// is said about its figures, and the other place where actions stand.
fn goes_along(edited: &Input, other: &Input) -> bool {
    let activity = |input: &Input| input.1.split(' ').next().unwrap_or_default().to_owned();
    let says = |input: &Input, word: &str| input.2.contains(word);
    let is_action = |input: &Input| input.0 == "Handlinger" || says(input, "Handlinger");
    let follows = ["Status", "Udgangsværdi", "Begrundelse, "].iter().any(|word| says(other, word));
    activity(edited) == activity(other) && (follows || (is_action(edited) && is_action(other)))
}

/// Puts into `workbook` what stands in another's cell; `None` where that cell is blank here.
fn edited(workbook: &Workbook, other: &Workbook, at: Index) -> Option<(Input, Workbook)> {
    let (own, others) = (inputs(workbook), inputs(other));
    let changed: Vec<_> = others
        .iter()
        .filter_map(|(key, (_, cell))| {
            let (address, own) = own.get(key)?;
            (own.value != cell.value).then_some((key, *address, cell))
        })
        .collect();
    if changed.is_empty() {
        return None;
    }
    let (key, address, cell) = at.get(&changed);
    let mut edited = workbook.clone();
    let sheet = edited.sheets.iter_mut().find(|sheet| sheet.name == key.0).unwrap();
    sheet.insert(*address, (*cell).clone());
    Some(((*key).clone(), edited))
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn whatever_stands_in_any_field_an_unedited_workbook_changes_nothing(whole in anything()) {
        let method = method("kl-4x4");
        let outcome = import(&read(&whole, method), &whole, method);
        prop_assert_eq!(codes(&outcome), Vec::<&str>::new());
        prop_assert_eq!(&outcome.changes, &vec![]);
        prop_assert_eq!(outcome.assessment, whole);
    }

    #[test]
    fn every_field_arrives_where_nobody_had_answered(whole in whatever_a_workbook_holds()) {
        let method = method("datatilsynet-4x4");
        let workbook = read(&whole, method);
        let outcome = into_nothing(&workbook, &whole, method);
        prop_assert!(!outcome.findings.has_errors(), "{:?}", outcome.findings);
        let again = read(&outcome.assessment, method);
        let (sent, came) = (inputs(&workbook), inputs(&again));
        for (key, (_, cell)) in &sent {
            prop_assert_eq!(came.get(key).map(|(_, cell)| &cell.value), Some(&cell.value), "{:?}", key);
        }
        prop_assert_eq!(came.len(), sent.len());
        prop_assert_eq!(&outcome.assessment.own_sheets, &whole.own_sheets);
    }

    #[test]
    fn an_edit_of_any_field_is_that_edit(
        whole in whatever_a_workbook_holds(),
        other in whatever_a_workbook_holds(),
        at in any::<Index>(),
    ) {
        let method = method("datatilsynet-4x4");
        let workbook = read(&whole, method);
        let Some((key, edited)) = edited(&workbook, &read(&other, method), at) else {
            return Ok(());
        };
        let outcome = import(&edited, &whole, method);
        if outcome.findings.has_errors() {
            // A reason needs a figure; then nothing is written.
            return Ok(());
        }
        prop_assert_eq!(outcome.changes.len(), 1, "{:?}", key);
        let (before, after) = (inputs(&workbook), inputs(&read(&outcome.assessment, method)));
        let value = |of: &std::collections::BTreeMap<Input, _>, key: &Input| {
            of.get(key).map(|(_, cell): &(_, risiko::exchange::workbook::Cell)| cell.value.clone())
        };
        for other in before.keys().chain(after.keys()) {
            if *other == key {
                prop_assert_ne!(value(&before, other), value(&after, other), "{:?}", other);
            } else if !goes_along(&key, other) {
                prop_assert_eq!(value(&before, other), value(&after, other), "{:?}", other);
            }
        }
    }

    #[test]
    fn two_edits_of_two_copies_merge_to_both(
        whole in whatever_a_workbook_holds(),
        other in whatever_a_workbook_holds(),
        (first, second) in any::<(Index, Index)>(),
    ) {
        let method = method("datatilsynet-4x4");
        let (workbook, other) = (read(&whole, method), read(&other, method));
        let copies = [first, second].map(|at| edited(&workbook, &other, at));
        let [Some((one, left)), Some((two, right))] = copies else { return Ok(()) };
        if goes_along(&one, &two) || goes_along(&two, &one) || one == two {
            return Ok(());
        }
        let alone = [&left, &right].map(|copy| import(copy, &whole, method));
        if alone.iter().any(|outcome| outcome.findings.has_errors()) {
            return Ok(());
        }
        let target = Target {
            assessment: &whole,
            file: "a.risiko.yml",
            catalogue: catalogue(),
            method,
            prefer: Prefer::Nobody,
            decisions: None,
            base: None,
        };
        let workbooks = [
            Incoming { workbook: &left, file: "a.xlsx" },
            Incoming { workbook: &right, file: "b.xlsx" },
        ];
        let merged = merge_workbooks(&workbooks, target);
        prop_assert_eq!(codes(&merged), Vec::<&str>::new());
        let fields = |outcome: &risiko::exchange::ImportOutcome| {
            let field = |change: &risiko::exchange::FieldChange| {
                (change.activity.clone(), change.threat.clone(), change.field.clone(), change.to.clone())
            };
            outcome.changes.iter().map(field).collect::<Vec<_>>()
        };
        let both: Vec<_> = alone.iter().flat_map(&fields).collect();
        prop_assert_eq!(fields(&merged), both);
    }
}

#[test]
fn the_assessments_above_fill_every_input_that_a_form_has() {
    let method = method("datatilsynet-4x4");
    let mut left: BTreeSet<(&str, String)> = input_headers(Lang::Da).into_iter().collect();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..60 {
        let whole = whatever_a_workbook_holds().new_tree(&mut runner).unwrap().current();
        for ((sheet, _, header), _) in inputs(&read(&whole, method)) {
            left.retain(|(name, known)| *name != sheet || *known != header);
        }
        if left.is_empty() {
            return;
        }
    }
    assert_eq!(left, BTreeSet::new());
}
