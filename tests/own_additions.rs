//! What people add to a workbook comes back out: columns and sheets of their own; or it is said: what
//! they write where nothing is filled in.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing test may say so"
)]

mod support;

use risiko::domain::{Action, Assessment, Method, OwnCell, OwnSheet};
use risiko::engine::{blank, part_of};
use risiko::exchange::workbook::{Address, Cell, Sheet, Value, Visibility, Workbook};
use risiko::exchange::{Incoming, Prefer, Target, import_workbook};
use risiko::finding::{Fact, Location};
use support::forms::{column, row, sheet};
use support::workbooks::{codes, filled, import, read, text, type_in};
use support::{activity_id, catalogue, method, threat_id};

/// A column right of all others, with its header.
fn add_column(workbook: &mut Workbook, name: &str, header: &str) {
    let sheet = sheet(workbook, name);
    let (row, _) = column(sheet, "Nr.");
    let last = sheet.cells().map(|(address, _)| address.column).max().unwrap();
    let address = Address { row, column: last + 1 };
    sheet.insert(address, Cell { value: text(header), has_formula: false });
}

/// An assessment with a column on each form.
fn with_columns(method: &Method) -> Assessment {
    let mut assessment = filled(catalogue(), method);
    let answer = assessment.activities.get_mut(&activity_id("61")).unwrap();
    answer.extra.insert("Sagsnr.".to_owned(), "2026-0417".into());
    answer.extra.insert("Status".to_owned(), "som vores gamle ark".into());
    let threat = answer.threats.get_mut(&threat_id("T08")).unwrap();
    threat.extra.insert("Set hos".to_owned(), "=naboen\nog her".into());
    assessment
}

#[test]
fn a_column_of_their_own_is_kept_and_comes_back_out() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    add_column(&mut workbook, "Vurdering", "Vores\nsagsnr.");
    type_in(&mut workbook, ("Vurdering", "61", None), "Vores\nsagsnr.", Value::Number(417.0));
    type_in(
        &mut workbook,
        ("Vurdering", "74", None),
        "Vores\nsagsnr.",
        Value::Error("#N/A".into()),
    );
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP005"]);
    assert_eq!(outcome.changes.len(), 2);
    let mut expected = assessment.clone();
    for (id, cell) in [("61", OwnCell::Number("417".to_owned())), ("74", "#N/A".into())] {
        let answer = expected.activities.get_mut(&activity_id(id)).unwrap();
        answer.extra.insert("Vores sagsnr.".to_owned(), cell);
    }
    assert_eq!(outcome.assessment, expected);

    let mut again = read(&expected, method);
    let at = row(sheet(&mut again, "Vurdering"), "61", None);
    let sheet = again.sheet("Vurdering").unwrap();
    let cell = sheet.cell(at, column(sheet, "Vores sagsnr.").1).unwrap();
    assert_eq!(cell.value, Value::Number(417.0));
    let outcome = import(&again, &expected, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 0));
}

#[test]
fn columns_that_the_file_has_change_nothing_until_somebody_edits_them() {
    let method = method("kl-4x4");
    let assessment = with_columns(method);
    let mut workbook = read(&assessment, method);
    let outcome = import(&workbook, &assessment, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 0));
    assert_eq!(outcome.assessment, assessment);

    type_in(&mut workbook, ("Trusler", "61", Some("T08")), "Set hos", text("Nabokommunen"));
    type_in(&mut workbook, ("Vurdering", "61", None), "Sagsnr.", text(""));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    let answer = &outcome.assessment.activities[&activity_id("61")];
    assert_eq!(answer.threats[&threat_id("T08")].extra["Set hos"], "Nabokommunen".into());
    assert!(!answer.extra.contains_key("Sagsnr."));
}

#[test]
fn a_column_that_both_sides_changed_is_a_conflict_and_one_that_is_gone_is_said() {
    let method = method("kl-4x4");
    let assessment = with_columns(method);
    let mut workbook = read(&assessment, method);
    type_in(&mut workbook, ("Vurdering", "61", None), "Sagsnr.", text("2026-0001"));
    let mut moved_on = assessment.clone();
    let answer = moved_on.activities.get_mut(&activity_id("61")).unwrap();
    answer.extra.insert("Sagsnr.".to_owned(), "2026-9999".into());
    let outcome = import(&workbook, &moved_on, method);
    assert_eq!(codes(&outcome), ["IMP021"]);
    assert_eq!(outcome.conflicts[0].field.header(risiko::text::Lang::Da), "Sagsnr.");

    let mut workbook = read(&assessment, method);
    let header = column(sheet(&mut workbook, "Vurdering"), "Sagsnr.");
    let blank = Cell { value: text(""), has_formula: false };
    sheet(&mut workbook, "Vurdering").insert(Address { row: header.0, column: header.1 }, blank);
    let outcome = import(&workbook, &assessment, method);
    // What stands below the header that is gone is said, too.
    assert_eq!(codes(&outcome), ["IMP041", "IMP022"]);
    assert_eq!(outcome.assessment, assessment);
}

#[test]
fn without_the_hidden_sheet_the_base_says_what_the_columns_held() {
    let method = method("kl-4x4");
    let assessment = with_columns(method);
    let mut workbook = read(&assessment, method);
    workbook.sheets.retain(|sheet| sheet.name != "_risiko");
    type_in(&mut workbook, ("Vurdering", "61", None), "Sagsnr.", text("ny"));
    let target = Target {
        assessment: &assessment,
        file: "a.risiko.yml",
        catalogue: catalogue(),
        method,
        prefer: Prefer::Nobody,
        decisions: None,
        base: Some((&assessment, "a.risiko.yml")),
    };
    let outcome = import_workbook(Incoming { workbook: &workbook, file: "a.xlsx" }, target);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    assert_eq!(outcome.assessment.activities[&activity_id("61")].extra["Sagsnr."], "ny".into());
}

/// A sheet of notes with one cell of each kind, and a formula.
fn notes() -> Sheet {
    let mut notes = Sheet::new("Noter fra mødet", Visibility::Visible);
    let cells = [
        (0, 0, text("=Emne\nog mere"), false),
        (3, 2, Value::Number(12.5), true),
        (4, 1, Value::Date { serial: 46_327.0 }, false),
    ];
    for (row, column, value, has_formula) in cells {
        notes.insert(Address { row, column }, Cell { value, has_formula });
    }
    notes
}

#[test]
fn a_sheet_of_their_own_is_kept_and_comes_back_out() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    workbook.sheets.push(notes());
    let outcome = import(&workbook, &assessment, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (vec!["IMP033"], 0));
    let with_notes = outcome.assessment;
    assert_eq!(with_notes.own_sheets[0].cells.len(), 3);

    let mut again = read(&with_notes, method);
    let outcome = import(&again, &with_notes, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    assert_eq!(outcome.assessment, with_notes);

    // One that is edited arrives; one that is gone is said and stays; an emptied one goes.
    let b9 = Address { row: 8, column: 1 };
    sheet(&mut again, "Noter fra mødet").insert(b9, Cell { value: text("ny"), has_formula: false });
    let outcome = import(&again, &with_notes, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    let change = &outcome.sheet_changes[0];
    assert_eq!((change.at, &change.from, &change.to), (Some(b9), &None, &Some("ny".into())));
    assert_eq!(outcome.sheet_changes.len(), 1);
    assert_eq!(outcome.assessment.own_sheets[0].cells[&b9], OwnCell::Text("ny".to_owned()));
    again.sheets.retain(|sheet| sheet.name != "Noter fra mødet");
    let outcome = import(&again, &with_notes, method);
    assert_eq!(codes(&outcome), ["IMP030"]);
    assert_eq!(outcome.assessment, with_notes);
    again.sheets.push(Sheet::new("Noter fra mødet", Visibility::Visible));
    let outcome = import(&again, &with_notes, method);
    assert_eq!(outcome.assessment.own_sheets, []);
}

#[test]
fn a_hidden_sheet_of_their_own_stays_hidden_until_somebody_shows_it() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    let mut hidden = notes();
    hidden.visibility = Visibility::Hidden;
    workbook.sheets.push(hidden);
    let with_notes = import(&workbook, &assessment, method).assessment;
    assert!(with_notes.own_sheets[0].hidden);

    let mut again = read(&with_notes, method);
    assert_eq!(sheet(&mut again, "Noter fra mødet").visibility, Visibility::Hidden);
    let outcome = import(&again, &with_notes, method);
    assert_eq!((codes(&outcome), outcome.sheet_changes.len()), (vec![], 0));
    assert_eq!(outcome.assessment, with_notes);

    sheet(&mut again, "Noter fra mødet").visibility = Visibility::Visible;
    let outcome = import(&again, &with_notes, method);
    assert_eq!(outcome.sheet_changes.len(), 1);
    assert!(!outcome.assessment.own_sheets[0].hidden);
}

#[test]
fn numbers_days_and_truths_in_a_column_of_their_own_come_back_as_such() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    add_column(&mut workbook, "Vurdering", "Budget");
    let day = Value::Date { serial: 46_327.0 };
    let cells = [("61", Value::Number(42.5)), ("74", day), ("05", Value::Boolean(true))];
    for (id, value) in cells {
        type_in(&mut workbook, ("Vurdering", id, None), "Budget", value);
    }
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(outcome.changes.len(), 3);
    let again = read(&outcome.assessment, method);
    let unedited = import(&again, &outcome.assessment, method);
    assert_eq!((unedited.changes.len(), &unedited.assessment), (0, &outcome.assessment));
    let extra = |id: &str| &outcome.assessment.activities[&activity_id(id)].extra["Budget"];
    assert_eq!(extra("61"), &OwnCell::Number("42.5".to_owned()));
    assert_eq!(extra("74"), &OwnCell::Date("2026-11-01".parse().unwrap()));
    assert_eq!(extra("05"), &OwnCell::Boolean(true));

    let mut edited = read(&outcome.assessment, method);
    type_in(&mut edited, ("Vurdering", "61", None), "Budget", Value::Number(43.0));
    let edit = import(&edited, &outcome.assessment, method);
    assert_eq!(edit.changes.len(), 1);
    let budget = &edit.assessment.activities[&activity_id("61")].extra["Budget"];
    assert_eq!(budget, &OwnCell::Number("43".to_owned()));
}

#[test]
fn a_sheet_that_both_sides_changed_is_a_conflict() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    workbook.sheets.push(notes());
    let mut moved_on = assessment.clone();
    let cells = [(Address { row: 0, column: 0 }, OwnCell::Text("andet".to_owned()))].into();
    moved_on.own_sheets =
        vec![OwnSheet { name: "Noter fra mødet".to_owned(), hidden: false, cells }];
    assert_eq!(codes(&import(&workbook, &moved_on, method)), ["IMP021"]);
}

#[test]
fn a_copy_of_a_form_is_said_and_a_sheet_too_large_is_not_kept() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    let mut copy = sheet(&mut workbook, "Vurdering").clone();
    copy.name = "Vurdering (2)".to_owned();
    let mut large = Sheet::new("Udtræk", Visibility::Visible);
    for row in 0..5_001 {
        let cell = Cell { value: Value::Number(1.0), has_formula: false };
        large.insert(Address { row, column: 0 }, cell);
    }
    workbook.sheets.extend([copy, large]);
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP034", "IMP035"]);
    assert_eq!(outcome.assessment, assessment);
}

#[test]
fn a_renamed_sheet_of_ours_is_not_taken_for_one_of_theirs() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    for name in ["Forside", "Risikobillede", "Skalaer", "Trusselskatalog", "Handlinger"] {
        sheet(&mut workbook, name).name = format!("x{name}");
    }
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    assert_eq!(outcome.assessment, assessment);
}

#[test]
fn who_gets_a_part_or_an_empty_form_does_not_get_the_notes_of_others() {
    let method = method("kl-4x4");
    let mut assessment = filled(catalogue(), method);
    assessment.own_sheets = vec![OwnSheet { name: "Noter".to_owned(), ..OwnSheet::default() }];
    let part = part_of(&assessment, &[activity_id("61")].into());
    assert_eq!(part.own_sheets, []);
    assert_eq!(blank(&assessment, catalogue(), method).own_sheets, []);
}

#[test]
fn nobody_is_told_that_they_meant_a_column_that_they_cannot_see() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    let form = sheet(&mut workbook, "Vurdering");
    let header = column(form, "Nr.").0;
    let last = form.cells().map(|(at, _)| at.column).max().unwrap() + 1;
    let cell = Cell { value: text("_lbn"), has_formula: false };
    form.insert(Address { row: header, column: last }, cell);
    let outcome = import(&workbook, &assessment, method);
    let Fact::ColumnUnknown { nearest, .. } = &outcome.findings.iter().next().unwrap().fact else {
        panic!("{:?}", outcome.findings);
    };
    assert!(nearest.as_ref().is_none_or(|header| !header.starts_with('_')), "{nearest:?}");
}

/// Two actions of a threat, each with a budget beside it.
fn with_budgets(method: &Method) -> Assessment {
    let mut assessment = filled(catalogue(), method);
    let answer = assessment.activities.get_mut(&activity_id("61")).unwrap();
    let action = |what: &str, budget: &str| Action {
        what: what.to_owned(),
        extra: [("Budget".to_owned(), budget.into())].into(),
        ..Action::default()
    };
    answer.threats.get_mut(&threat_id("T08")).unwrap().risk.actions =
        vec![action("Skift lås", "40.000"), action("Slå logning til", "intet")];
    assessment
}

fn budgets(assessment: &Assessment) -> Vec<(String, Option<String>)> {
    let answer = &assessment.activities[&activity_id("61")];
    let actions = answer.threats[&threat_id("T08")].risk.actions.iter();
    actions
        .map(|action| (action.what.clone(), action.extra.get("Budget").map(ToString::to_string)))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, Option<String>)> {
    let budget = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    expected.iter().map(|(what, text)| ((*what).to_owned(), budget(text))).collect()
}

const FIRST_ACTION: (&str, &str, Option<&str>) = ("Handlinger", "61", Some("T08"));
const THREAT: (&str, &str, Option<&str>) = ("Trusler", "61", Some("T08"));
const IN_CELL: &str = "Handlinger: hvad (ansvarlig; frist)";

#[test]
fn a_column_beside_the_actions_is_kept_and_comes_back_out() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    add_column(&mut workbook, "Handlinger", "Budget");
    type_in(&mut workbook, FIRST_ACTION, "Budget", text("40.000"));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (vec!["IMP005"], 1));
    let field = outcome.changes[0].field.header(risiko::text::Lang::Da);
    assert_eq!(field, "Budget (handling 1)");
    let kept = outcome.assessment;
    assert_eq!(budgets(&kept), pairs(&[("Slå logning til; straks", "40.000")]));

    let mut again = read(&kept, method);
    let outcome = import(&again, &kept, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 0));
    assert_eq!(outcome.assessment, kept);
    type_in(&mut again, FIRST_ACTION, "Budget", text(""));
    let outcome = import(&again, &kept, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 1));
    assert_eq!(budgets(&outcome.assessment), pairs(&[("Slå logning til; straks", "")]));
}

#[test]
fn what_stands_beside_an_action_follows_it_when_its_text_is_edited() {
    let method = method("kl-4x4");
    let assessment = with_budgets(method);
    let cases: [(&str, &[(&str, &str)]); 3] = [
        (
            "Skift alle låse\nSlå logning til",
            &[("Skift alle låse", "40.000"), ("Slå logning til", "intet")],
        ),
        (
            "Slå logning til (Ida; –)\nSkift lås",
            &[("Slå logning til", "intet"), ("Skift lås", "40.000")],
        ),
        (
            "Skift lås\nSlå logning til\nNy",
            &[("Skift lås", "40.000"), ("Slå logning til", "intet"), ("Ny", "")],
        ),
    ];
    for (cell, expected) in cases {
        let mut workbook = read(&assessment, method);
        type_in(&mut workbook, THREAT, IN_CELL, text(cell));
        let outcome = import(&workbook, &assessment, method);
        assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 1), "{cell}");
        assert_eq!(budgets(&outcome.assessment), pairs(expected));
    }

    // On the sheet of actions the row says which one it is.
    let mut workbook = read(&assessment, method);
    type_in(&mut workbook, FIRST_ACTION, "Handling", text(""));
    type_in(&mut workbook, FIRST_ACTION, "Budget", text(""));
    let list = sheet(&mut workbook, "Handlinger");
    let second =
        Address { row: row(list, "61", Some("T08")) + 1, column: column(list, "Handling").1 };
    list.insert(second, Cell { value: text("Slå alarmen til"), has_formula: false });
    let outcome = import(&workbook, &assessment, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 1));
    assert_eq!(budgets(&outcome.assessment), pairs(&[("Slå alarmen til", "intet")]));
}

#[test]
fn what_stood_beside_an_action_that_nobody_can_find_again_is_said() {
    let method = method("kl-4x4");
    let assessment = with_budgets(method);
    for (cell, lost) in [
        ("Slå alarmen til", vec!["Budget: 40.000", "Budget: intet"]),
        ("Slå logning til", vec!["Budget: 40.000"]),
        ("", vec!["Budget: 40.000", "Budget: intet"]),
    ] {
        let mut workbook = read(&assessment, method);
        type_in(&mut workbook, THREAT, IN_CELL, text(cell));
        let outcome = import(&workbook, &assessment, method);
        assert_eq!(codes(&outcome), ["IMP044"], "{cell}");
        let Fact::ActionExtrasLost { row, texts } = &outcome.findings.iter().next().unwrap().fact
        else {
            panic!("{:?}", outcome.findings);
        };
        assert_eq!(
            (row.as_str(), texts),
            ("61 T08", &lost.iter().map(|t| (*t).to_owned()).collect())
        );
    }

    // Emptied on its own sheet, with the column left as it was; or new there and gone here.
    let mut workbook = read(&assessment, method);
    type_in(&mut workbook, FIRST_ACTION, "Handling", text(""));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP044"]);
    let mut workbook = read(&assessment, method);
    type_in(&mut workbook, FIRST_ACTION, "Budget", text("50.000"));
    type_in(&mut workbook, THREAT, IN_CELL, text("Slå logning til"));
    assert_eq!(codes(&import(&workbook, &assessment, method)), ["IMP044"]);

    // Without an action there is nothing that it could stand beside.
    let mut workbook = read(&assessment, method);
    type_in(&mut workbook, FIRST_ACTION, "Handling", text(""));
    type_in(&mut workbook, FIRST_ACTION, "Budget", text("50.000"));
    assert_eq!(codes(&import(&workbook, &assessment, method)), ["IMP012"]);
}

#[test]
fn what_both_sides_wrote_beside_an_action_is_a_conflict() {
    let method = method("kl-4x4");
    let assessment = with_budgets(method);
    let mut workbook = read(&assessment, method);
    type_in(&mut workbook, FIRST_ACTION, "Budget", text("50.000"));
    let mut moved_on = assessment.clone();
    let answer = moved_on.activities.get_mut(&activity_id("61")).unwrap();
    let actions = &mut answer.threats.get_mut(&threat_id("T08")).unwrap().risk.actions;
    actions.reverse();
    let outcome = import(&workbook, &moved_on, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    let expected = [("Slå logning til", "intet"), ("Skift lås", "50.000")];
    assert_eq!(budgets(&outcome.assessment), pairs(&expected));
    let answer = moved_on.activities.get_mut(&activity_id("61")).unwrap();
    let actions = &mut answer.threats.get_mut(&threat_id("T08")).unwrap().risk.actions;
    actions[1].extra.insert("Budget".to_owned(), "60.000".into());
    let outcome = import(&workbook, &moved_on, method);
    assert_eq!(codes(&outcome), ["IMP021"]);
    assert_eq!(outcome.conflicts[0].now, "60.000");
}

/// Writes into a cell by its place.
fn write_at(workbook: &mut Workbook, name: &str, (row, column): (u32, u32), value: Value) {
    let cell = Cell { value, has_formula: false };
    sheet(workbook, name).insert(Address { row, column }, cell);
}

/// Code, place and quoted text of each finding.
fn said(outcome: &risiko::exchange::ImportOutcome) -> Vec<String> {
    let said = outcome.findings.iter().map(|finding| {
        let text = match &finding.fact {
            Fact::TextOutside { first, cells } => format!("{first} {cells}"),
            Fact::ComputedCellTyped { field, found, cells } => format!("{field}: {found} {cells}"),
            other => format!("{other:?}"),
        };
        let Location::Cell { sheet, row_column, .. } = &finding.location else {
            return text;
        };
        format!("{sheet} {row_column:?} {text}")
    });
    said.collect()
}

#[test]
fn what_is_written_where_nothing_is_filled_in_is_said_with_its_cell() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let unedited = read(&assessment, method);
    let places = [
        ("Forside", (1, 3)),
        ("Forside", (0, 0)),
        ("Vurdering", (0, 5)),
        ("Trusler", (1, 0)),
        ("Handlinger", (2, 20)),
        ("Risikobillede", (40, 20)),
        ("Skalaer", (5, 2)),
        ("Trusselskatalog", (8, 4)),
    ];
    for (name, (row, column)) in places {
        let mut workbook = unedited.clone();
        write_at(&mut workbook, name, (row, column), text("Ring til Bo"));
        let outcome = import(&workbook, &assessment, method);
        assert_eq!(codes(&outcome), ["IMP041"], "{name}");
        let expected = format!("{name} {:?} Ring til Bo 1", (row + 1, column + 1));
        assert_eq!(said(&outcome), [expected]);
        assert_eq!(outcome.assessment, assessment);

        // A workbook that does not say what stood there is not compared.
        let hidden = sheet(&mut workbook, "_risiko");
        let mut older = Sheet::new("_risiko", hidden.visibility);
        let is_locked = |row: u32| {
            let key = hidden.cell(row, 0).map(|cell| cell.value.clone());
            matches!(key, Some(Value::Text(key)) if key.starts_with("locked."))
        };
        for (at, cell) in hidden.cells().filter(|(at, _)| !is_locked(at.row)) {
            older.insert(at, cell.clone());
        }
        *hidden = older;
        assert_eq!(codes(&import(&workbook, &assessment, method)), Vec::<&str>::new());
    }
    let mut workbook = unedited;
    for row in 60..70 {
        write_at(&mut workbook, "Forside", (row, 1), Value::Number(f64::from(row)));
    }
    let expected = ["Forside (61, 2) 60 1", "Forside (62, 2) 61 1", "Forside (63, 2) 62 8"];
    assert_eq!(said(&import(&workbook, &assessment, method)), expected);
}

#[test]
fn locked_cells_that_moved_are_nobodys_words() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    for name in ["Forside", "Risikobillede", "Skalaer", "Trusselskatalog", "Vurdering", "Trusler"] {
        let original = sheet(&mut workbook, name).clone();
        let mut moved = Sheet::new(name, original.visibility);
        for (at, cell) in original.cells() {
            let at = Address { row: at.row + 2, column: at.column + u32::from(at.column > 2) };
            moved.insert(at, cell.clone());
        }
        *sheet(&mut workbook, name) = moved;
    }
    let outcome = import(&workbook, &assessment, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 0));
}

#[test]
fn what_is_written_over_a_computed_field_is_not_taken_and_said() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    type_in(&mut workbook, ("Vurdering", "61", None), "Risikoniveau", text("Lav"));
    type_in(&mut workbook, ("Trusler", "61", Some("T08")), "Risikoscore", Value::Number(2.0));
    type_in(&mut workbook, FIRST_ACTION, "Behandlingsaktivitet", text("En anden"));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP045"; 3], "{:?}", said(&outcome));
    assert!(said(&outcome)[0].ends_with("Risikoniveau: Lav 1"), "{:?}", said(&outcome));
    assert_eq!((outcome.changes.len(), &outcome.assessment), (0, &assessment));

    // What comes from the catalogue is none of the workbook's either.
    let mut workbook = read(&assessment, method);
    type_in(
        &mut workbook,
        ("Vurdering", "61", None),
        "Udgangsværdi (F · I · T)",
        text("1 · 1 · 1"),
    );
    type_in(&mut workbook, ("Trusler", "61", Some("T08")), "Rammer", text("Alt"));
    assert_eq!(codes(&import(&workbook, &assessment, method)), ["IMP014"; 2]);

    // A program that writes all results in place of their formulas is no person.
    let mut values = read(&assessment, method);
    for sheet in &mut values.sheets {
        let cells: Vec<_> = sheet.cells().map(|(at, cell)| (at, cell.value.clone())).collect();
        for (at, value) in cells {
            sheet.insert(at, Cell { value, has_formula: false });
        }
    }
    let outcome = import(&values, &assessment, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 0));
}
