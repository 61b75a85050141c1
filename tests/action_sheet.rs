//! The sheet of actions: a second place for what stands in the cells of the risks, and never a
//! second truth.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use risiko::domain::{Action, Assessment, Method};
use risiko::exchange::workbook::{Address, Cell, Sheet, Value, Workbook};
use support::forms::{column, row, sheet};
use support::workbooks::{codes, day, filled, import, read, text, type_in};
use support::{activity_id, catalogue, method, threat_id};

const ACTIONS: &str = "Handlinger";

/// Two actions of a threat, one of an activity, on top of everything that may be filled in.
fn with_actions(method: &Method) -> Assessment {
    let mut assessment = filled(catalogue(), method);
    let answer = assessment.activities.get_mut(&activity_id("61")).unwrap();
    answer.threats.get_mut(&threat_id("T08")).unwrap().risk.actions.push(Action {
        what: "Skift lås (dør; snart)\nog nøgle ".to_owned(),
        owner: None,
        deadline: Some(day()),
        ..Action::default()
    });
    let direct = &mut assessment.activities.get_mut(&activity_id("A")).unwrap().direct;
    direct.actions =
        vec![Action { what: "Spørg KMD".into(), owner: Some("Ida".into()), ..Action::default() }];
    assessment
}

fn actions(assessment: &Assessment, activity: &str, threat: Option<&str>) -> Vec<Action> {
    let answer = &assessment.activities[&activity_id(activity)];
    match threat {
        None => answer.direct.actions.clone(),
        Some(id) => answer.threats[&threat_id(id)].risk.actions.clone(),
    }
}

/// The row of an action, by activity, threat and number.
fn action_row(sheet: &Sheet, activity: &str, number: f64) -> u32 {
    let first = row(sheet, activity, None);
    let numbers = column(sheet, "Handling nr.").1;
    (first..first + 9)
        .find(|row| sheet.cell(*row, numbers).is_some_and(|c| c.value == Value::Number(number)))
        .unwrap()
}

fn put(workbook: &mut Workbook, (row, header): (u32, &str), value: Option<Value>) {
    let sheet = sheet(workbook, ACTIONS);
    let column = column(sheet, header).1;
    let value = value.unwrap_or_else(|| text(""));
    sheet.insert(Address { row, column }, Cell { value, has_formula: false });
}

/// The first row without keys.
fn free_row(workbook: &mut Workbook) -> u32 {
    let sheet = sheet(workbook, ACTIONS);
    let ids = column(sheet, "Nr.").1;
    let last = sheet.rows().map(|(row, _)| row).filter(|row| sheet.cell(*row, ids).is_some()).max();
    last.unwrap() + 1
}

#[test]
fn each_action_has_a_row_and_unedited_they_change_nothing() {
    let method = method("kl-4x4");
    let assessment = with_actions(method);
    let mut workbook = read(&assessment, method);
    let list = sheet(&mut workbook, ACTIONS);
    let at = |activity: &str, number: f64, header: &str| {
        let row = action_row(list, activity, number);
        list.cell(row, column(list, header).1).map(|cell| cell.value.clone())
    };
    assert_eq!(at("61", 1.0, "Handling"), Some(text("Slå logning til; straks")));
    assert_eq!(at("61", 1.0, "Ansvarlig"), Some(text("it-chefen")));
    assert_eq!(at("61", 2.0, "Trussel nr."), Some(text("T08")));
    assert!(matches!(at("61", 2.0, "Frist"), Some(Value::Date { .. })));
    assert_eq!(at("A", 1.0, "Handling"), Some(text("Spørg KMD")));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 0));
    assert_eq!(outcome.assessment, assessment);
}

#[test]
fn a_new_deadline_arrives_as_exactly_that_change() {
    let method = method("kl-4x4");
    let assessment = with_actions(method);
    let mut workbook = read(&assessment, method);
    let row = action_row(sheet(&mut workbook, ACTIONS), "61", 1.0);
    put(&mut workbook, (row, "Frist"), Some(text("1. 3.2027")));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    let mut expected = assessment.clone();
    let answer = expected.activities.get_mut(&activity_id("61")).unwrap();
    let action = &mut answer.threats.get_mut(&threat_id("T08")).unwrap().risk.actions[0];
    action.deadline = Some("2027-03-01".parse().unwrap());
    assert_eq!(outcome.assessment, expected);
    assert_eq!(outcome.changes.len(), 1);
}

#[test]
fn a_free_row_adds_an_action_also_where_the_number_lost_its_zero() {
    let method = method("kl-4x4");
    let assessment = with_actions(method);
    let mut workbook = read(&assessment, method);
    let free = free_row(&mut workbook);
    put(&mut workbook, (free, "Nr."), Some(Value::Number(7.0)));
    put(&mut workbook, (free, "Handling"), Some(text("Lås skabet")));
    put(&mut workbook, (free + 1, "Nr."), Some(text("61")));
    put(&mut workbook, (free + 1, "Trussel nr."), Some(text("T08")));
    put(&mut workbook, (free + 1, "Handling"), Some(text("Tredje")));
    put(&mut workbook, (free + 1, "Ansvarlig"), Some(text("Ida")));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    assert_eq!(actions(&outcome.assessment, "07", None)[0].what, "Lås skabet");
    let of_threat = actions(&outcome.assessment, "61", Some("T08"));
    assert_eq!(of_threat.len(), 3);
    assert_eq!(of_threat[..2], actions(&assessment, "61", Some("T08"))[..]);
    assert_eq!(of_threat[2].owner.as_deref(), Some("Ida"));
}

#[test]
fn an_emptied_row_deletes_its_action_and_a_row_that_vanished_does_not() {
    let method = method("kl-4x4");
    let assessment = with_actions(method);
    let mut workbook = read(&assessment, method);
    let first = action_row(sheet(&mut workbook, ACTIONS), "61", 1.0);
    for header in ["Handling", "Ansvarlig", "Frist"] {
        put(&mut workbook, (first, header), None);
    }
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    let left = actions(&outcome.assessment, "61", Some("T08"));
    assert_eq!(left, actions(&assessment, "61", Some("T08"))[1..]);

    let mut workbook = read(&assessment, method);
    let original = sheet(&mut workbook, ACTIONS).clone();
    let mut shorter = Sheet::new(ACTIONS, original.visibility);
    for (address, cell) in original.cells().filter(|(address, _)| address.row != first) {
        shorter.insert(address, cell.clone());
    }
    *sheet(&mut workbook, ACTIONS) = shorter;
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP032"]);
    assert_eq!(outcome.assessment, assessment);
}

#[test]
fn sorting_the_rows_changes_nothing() {
    let method = method("kl-4x4");
    let assessment = with_actions(method);
    let mut workbook = read(&assessment, method);
    let original = sheet(&mut workbook, ACTIONS).clone();
    let (header, _) = column(&original, "Nr.");
    let last = original.rows().map(|(row, _)| row).max().unwrap();
    let mut turned = Sheet::new("Sorteret", original.visibility);
    for (address, cell) in original.cells() {
        let row = if address.row > header { last + header + 1 - address.row } else { address.row };
        turned.insert(Address { row, ..address }, cell.clone());
    }
    *sheet(&mut workbook, ACTIONS) = turned;
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    assert_eq!(outcome.assessment, assessment);
}

#[test]
fn what_sheet_and_cell_changed_to_the_same_counts_once_and_to_different_things_is_refused() {
    let method = method("kl-4x4");
    let assessment = with_actions(method);
    let in_cell = |workbook: &mut Workbook, what: &str| {
        let place = ("Vurdering", "A", None);
        type_in(workbook, place, "Handlinger: hvad (ansvarlig; frist)", text(what));
    };
    let mut workbook = read(&assessment, method);
    let row = action_row(sheet(&mut workbook, ACTIONS), "A", 1.0);
    put(&mut workbook, (row, "Ansvarlig"), Some(text("Bo")));
    in_cell(&mut workbook, "Spørg KMD (Bo; –)");
    let outcome = import(&workbook, &assessment, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 1));
    assert_eq!(actions(&outcome.assessment, "A", None)[0].owner.as_deref(), Some("Bo"));

    in_cell(&mut workbook, "Spørg en anden");
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP031"]);
}

#[test]
fn a_row_without_an_action_and_a_deadline_that_is_no_day_are_refused_with_their_cell() {
    let method = method("kl-4x4");
    let assessment = with_actions(method);
    let mut workbook = read(&assessment, method);
    let free = free_row(&mut workbook);
    put(&mut workbook, (free, "Nr."), Some(text("61")));
    put(&mut workbook, (free, "Ansvarlig"), Some(text("Ida")));
    put(&mut workbook, (free + 1, "Nr."), Some(text("61")));
    put(&mut workbook, (free + 1, "Handling"), Some(text("Noget")));
    put(&mut workbook, (free + 1, "Frist"), Some(text("snart")));
    put(&mut workbook, (free + 2, "Nr."), Some(text("99")));
    put(&mut workbook, (free + 2, "Handling"), Some(text("Noget")));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP012", "IMP007", "IMP012"]);
}

#[test]
fn a_sheet_that_is_gone_is_said_and_deletes_nothing() {
    let method = method("kl-4x4");
    let assessment = with_actions(method);
    let mut workbook = read(&assessment, method);
    workbook.sheets.retain(|sheet| sheet.name != ACTIONS);
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP030"]);
    assert_eq!(outcome.assessment, assessment);
}

#[test]
fn an_action_in_other_words_for_the_same_day_is_read_twice_without_a_conflict() {
    let method = method("kl-4x4");
    let assessment = with_actions(method);
    for day in ["1. marts 2027", "01-03-2027", "1.3.2027", "2027-03-01"] {
        let mut workbook = read(&assessment, method);
        let typed = text(&format!("Kursus (it-chefen; {day})"));
        type_in(
            &mut workbook,
            ("Vurdering", "62", None),
            "Handlinger: hvad (ansvarlig; frist)",
            typed,
        );
        let first = import(&workbook, &assessment, method);
        assert_eq!(codes(&first), Vec::<&str>::new(), "{day}");
        let action = &actions(&first.assessment, "62", None)[0];
        assert_eq!((action.what.as_str(), action.owner.as_deref()), ("Kursus", Some("it-chefen")));
        assert_eq!(action.deadline, Some("2027-03-01".parse().unwrap()), "{day}");
        let again = import(&workbook, &first.assessment, method);
        assert_eq!((codes(&again), again.changes.len()), (Vec::new(), 0), "{day}");
    }
}
