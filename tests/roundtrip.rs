//! The workbook out and in: nothing lost, nothing changed that nobody changed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing test may say so"
)]

mod support;

use proptest::prelude::*;
use risiko::domain::{Action, Assessment, Dimension, Method, Origin, Perspective, Rating, Status};
use risiko::engine::{ConsequenceEdit, Edit, RiskEdit, apply, blank, overview, part_of};
use risiko::exchange::guard::{read_filled_in, read_workbook};
use risiko::exchange::workbook::{Address, Cell, Sheet, Value, Workbook};
use risiko::exchange::{
    ExportOptions, Field, Incoming, Prefer, Target, ThreatRows, export_workbook, import_workbook,
    read_alone, unneeded_alone, written_from,
};
use risiko::finding::Code;
use risiko::text::Lang;
use support::forms::{column, keep, row, sheet};
use support::workbooks::{codes, day, filled, import, read, text, type_in, written};
use support::{
    activity_id, assessment, catalogue, consequence, likelihood, method, rounds, threat_id,
};

#[test]
fn an_unedited_workbook_of_a_new_assessment_changes_nothing() {
    let method = method("kl-4x4");
    let assessment = assessment(catalogue(), method);
    let outcome = import(&read(&assessment, method), &assessment, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    assert_eq!(outcome.changes, []);
    assert_eq!(outcome.assessment, assessment);
    assert!(outcome.rows_read > 95 && outcome.cells_read >= 95 * 4);
}

#[test]
fn an_unedited_workbook_with_every_field_filled_changes_nothing_in_either_language() {
    let method = method("datatilsynet-4x4");
    let assessment = filled(catalogue(), method);
    for lang in [Lang::Da, Lang::En] {
        let workbook = read_workbook(&written(&assessment, method, lang)).unwrap();
        let outcome = import(&workbook, &assessment, method);
        assert_eq!(codes(&outcome), Vec::<&str>::new());
        assert_eq!(outcome.assessment, assessment);
    }
}

#[test]
fn what_people_filled_in_is_read_alike_without_what_is_computed() {
    let method = method("kl-4x4");
    let bytes = written(&filled(catalogue(), method), method, Lang::Da);
    let whole = read_workbook(&bytes).unwrap();
    let light = read_filled_in(&bytes, unneeded_alone()).unwrap();
    let [whole, light] = [whole, light].map(|workbook| {
        let incoming = Incoming { workbook: &workbook, file: "a.xlsx" };
        let header = written_from(incoming).unwrap();
        let outcome = read_alone(incoming, header, catalogue(), method);
        let computed: usize =
            workbook.sheets.iter().map(|s| s.cells().filter(|(_, c)| c.has_formula).count()).sum();
        let said = codes(&outcome);
        (computed, outcome.assessment, said)
    });
    assert!(light.0 > 0 && light.0 * 4 < whole.0, "{} of {}", light.0, whole.0);
    assert_eq!((light.1, light.2), (whole.1, whole.2));
}

#[test]
fn a_band_that_somebody_typed_is_said_also_where_what_is_computed_is_not_read() {
    let method = method("kl-4x4");
    let bytes = written(&filled(catalogue(), method), method, Lang::Da);
    let mut light = read_filled_in(&bytes, unneeded_alone()).unwrap();
    type_in(&mut light, ("Trusler", "61", Some("T08")), "Risikoniveau", text("Lav"));
    let incoming = Incoming { workbook: &light, file: "a.xlsx" };
    let header = written_from(incoming).unwrap();
    let outcome = read_alone(incoming, header, catalogue(), method);
    assert!(codes(&outcome).contains(&"IMP045"), "{:?}", outcome.findings);
}

#[test]
fn the_same_assessment_gives_the_same_bytes() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    assert_eq!(written(&assessment, method, Lang::Da), written(&assessment, method, Lang::Da));
}

#[test]
fn a_changed_drop_down_arrives_as_exactly_that_change() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    let place = ("Trusler", "61", Some("T08"));
    type_in(&mut workbook, place, "Sandsynlighed", text("3 – Sandsynligt"));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    assert_eq!(outcome.changes.len(), 1);
    let mut expected = assessment.clone();
    let answer = expected.activities.get_mut(&activity_id("61")).unwrap();
    answer.threats.get_mut(&threat_id("T08")).unwrap().risk.likelihood =
        Rating::Rated(likelihood(method, 3));
    assert_eq!(outcome.assessment, expected);
}

#[test]
fn a_level_is_read_as_number_text_or_word_and_becomes_the_municipalitys_own() {
    let method = method("kl-4x4");
    let assessment = assessment(catalogue(), method);
    let header = "Fortrolighed, den registrerede";
    for value in
        [Value::Number(1.0), text("1"), text("1 – Lav"), text(" lav "), text("1\u{a0}—\u{a0}LAV")]
    {
        let mut workbook = read(&assessment, method);
        type_in(&mut workbook, ("Vurdering", "74", None), header, value);
        let outcome = import(&workbook, &assessment, method);
        assert_eq!(codes(&outcome), Vec::<&str>::new());
        let answer = &outcome.assessment.activities[&activity_id("74")];
        let figure =
            &answer.consequences.figures[&(Perspective::DataSubject, Dimension::Confidentiality)];
        assert_eq!(figure.rating, Rating::Rated(consequence(method, 1)));
        assert_eq!(figure.origin, Origin::Own);
        assert_eq!(answer.status, Status::InProgress);
    }
}

#[test]
fn every_bad_cell_is_reported_in_one_run_with_its_place() {
    let method = method("kl-4x4");
    let assessment = assessment(catalogue(), method);
    let mut workbook = read(&assessment, method);
    let header = "Fortrolighed, den registrerede";
    type_in(&mut workbook, ("Vurdering", "01", None), header, Value::Number(2.5));
    type_in(&mut workbook, ("Vurdering", "02", None), header, Value::Error("#N/A".into()));
    type_in(&mut workbook, ("Vurdering", "03", None), "Nr.", text("O3"));
    type_in(&mut workbook, ("Vurdering", "05", None), "Nr.", text("04"));
    type_in(&mut workbook, ("Vurdering", "06", None), "Status", text("måske"));
    type_in(&mut workbook, ("Trusler", "01", Some("T01")), "Trussel nr.", text("T99"));
    let outcome = import(&workbook, &assessment, method);
    let found = codes(&outcome);
    for code in ["IMP006", "IMP007", "IMP008", "IMP009", "IMP010", "IMP011", "IMP012"] {
        assert!(found.contains(&code), "{code} is missing from {found:?}");
    }
    assert!(outcome.findings.has_errors());
}

#[test]
fn reordered_rows_and_inserted_columns_change_nothing() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    let original = sheet(&mut workbook, "Vurdering").clone();
    let (header, _) = column(&original, "Nr.");
    let last = original.rows().map(|(row, _)| row).max().unwrap();
    let mut turned = Sheet::new("Ark1", original.visibility);
    for (address, cell) in original.cells() {
        // Rows upside down below the header, everything two rows further down, columns mirrored
        // with an empty one in between.
        let row = if address.row > header { last + header + 1 - address.row } else { address.row };
        let moved = Address { row: row + 2, column: (200 - address.column) * 2 };
        turned.insert(moved, cell.clone());
    }
    let note = Address { row: header + 2, column: 1 };
    turned.insert(note, Cell { value: text("Vores egen kolonne"), has_formula: false });
    *sheet(&mut workbook, "Vurdering") = turned;
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP005"]);
    assert_eq!(outcome.assessment, assessment);
}

#[test]
fn a_row_that_vanished_is_reported_and_not_obeyed() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    let form = sheet(&mut workbook, "Vurdering");
    let gone = row(form, "61", None);
    keep(form, |address| address.row != gone);
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP009"]);
    assert_eq!(outcome.assessment, assessment);
}

#[test]
fn a_field_changed_on_both_sides_is_a_conflict_unless_somebody_is_preferred() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    type_in(&mut workbook, ("Vurdering", "61", None), "Risikoejer", text("Ældrechefen"));
    let mut moved_on = assessment.clone();
    moved_on.activities.get_mut(&activity_id("61")).unwrap().owner = Some("Direktøren".into());
    let outcome = import(&workbook, &moved_on, method);
    assert_eq!(codes(&outcome), ["IMP021"]);
    assert_eq!(outcome.assessment, moved_on);
    for (prefer, owner) in [(Prefer::Workbook, "Ældrechefen"), (Prefer::File, "Direktøren")] {
        let target = Target {
            assessment: &moved_on,
            file: "a.risiko.yml",
            catalogue: catalogue(),
            method,
            decisions: None,
            base: None,
            prefer,
        };
        let outcome = import_workbook(Incoming { workbook: &workbook, file: "a.xlsx" }, target);
        assert_eq!(codes(&outcome), Vec::<&str>::new());
        let answer = &outcome.assessment.activities[&activity_id("61")];
        assert_eq!(answer.owner.as_deref(), Some(owner));
    }
}

#[test]
fn what_the_file_got_meanwhile_stays_where_the_workbook_did_not_touch_it() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    type_in(&mut workbook, ("Vurdering", "61", None), "Bemærkning", text("Ny note"));
    let mut moved_on = assessment.clone();
    moved_on.activities.get_mut(&activity_id("61")).unwrap().owner = Some("Direktøren".into());
    let outcome = import(&workbook, &moved_on, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    let answer = &outcome.assessment.activities[&activity_id("61")];
    assert_eq!(answer.owner.as_deref(), Some("Direktøren"));
    assert_eq!(answer.note.as_deref(), Some("Ny note"));
}

fn written_with(assessment: &Assessment, method: &Method, threats: ThreatRows) -> Workbook {
    let options = ExportOptions { threats, ..ExportOptions::whole(Lang::Da, day()) };
    read_workbook(&export_workbook(assessment, catalogue(), method, options).unwrap()).unwrap()
}

/// Activity and threat of every row of a form, as its key columns have them.
fn keys(workbook: &mut Workbook, name: &str) -> Vec<(String, String)> {
    let sheet = sheet(workbook, name);
    let (header, ids) = column(sheet, "Nr.");
    let threats = (name == "Trusler").then(|| column(sheet, "Trussel nr.").1);
    let text = |row: u32, column: u32| match sheet.cell(row, column).map(|cell| &cell.value) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let rows = sheet.rows().map(|(row, _)| row).filter(|row| *row > header);
    rows.map(|row| (text(row, ids), threats.map_or_else(String::new, |at| text(row, at)))).collect()
}

#[test]
fn a_part_comes_back_into_the_whole_and_touches_nothing_else() {
    let method = method("datatilsynet-4x4");
    let assessment = filled(catalogue(), method);
    let wanted = [activity_id("61"), activity_id("74")].into();
    let part = part_of(&assessment, &wanted);
    let mut workbook = written_with(&part, method, ThreatRows::Suggested);
    let ids: Vec<String> = keys(&mut workbook, "Vurdering").into_iter().map(|key| key.0).collect();
    assert_eq!(ids, ["61", "74"]);
    assert!(keys(&mut workbook, "Trusler").iter().all(|(id, _)| ids.contains(id)));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new());
    assert_eq!(outcome.assessment, assessment);
    type_in(&mut workbook, ("Vurdering", "74", None), "Bemærkning", text("Ny"));
    let outcome = import(&workbook, &assessment, method);
    let mut expected = assessment.clone();
    expected.activities.get_mut(&activity_id("74")).unwrap().note = Some("Ny".into());
    assert_eq!(outcome.assessment, expected);
}

#[test]
fn an_empty_form_shows_no_answer_and_overwrites_none_in_silence() {
    let method = method("datatilsynet-4x4");
    let assessment = filled(catalogue(), method);
    let form = blank(&assessment, catalogue(), method);
    let mut workbook = written_with(&form, method, ThreatRows::Suggested);
    let forms = workbook.sheets.iter().filter(|sheet| sheet.name != "Trusselskatalog");
    let shown = format!("{:?}", forms.collect::<Vec<_>>());
    for answer in
        ["Sundhedschefen", "Slå logning til; straks", "Omsorgsjournal", "Ingen selvbetjening"]
    {
        assert!(!shown.contains(answer), "the empty form shows {answer}");
    }
    let outcome = import(&workbook, &assessment, method);
    assert_eq!((codes(&outcome), &outcome.assessment), (Vec::new(), &assessment));
    type_in(&mut workbook, ("Vurdering", "74", None), "Bemærkning", text("Ny"));
    type_in(&mut workbook, ("Vurdering", "61", None), "Bemærkning", text("En anden"));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP021"]);
    assert_eq!(outcome.changes.len(), 1);
}

#[test]
fn the_sheet_of_threats_has_the_rows_asked_for() {
    let method = method("datatilsynet-4x4");
    let assessment = filled(catalogue(), method);
    let rows = |threats| keys(&mut written_with(&assessment, method, threats), "Trusler");
    let rated = rows(ThreatRows::Rated);
    assert_eq!(rated, [("61".into(), "T08".into()), ("61".into(), "T18".into())]);
    let (suggested, all) = (rows(ThreatRows::Suggested), rows(ThreatRows::All));
    assert!(rated.iter().all(|key| suggested.contains(key)));
    assert!(suggested.iter().all(|key| all.contains(key)) && suggested.len() < all.len());
    let of_74 = all.iter().filter(|(id, _)| id == "74").count();
    assert_eq!(of_74, catalogue().threats.len());
    for threats in [ThreatRows::Rated, ThreatRows::All] {
        let outcome = import(&written_with(&assessment, method, threats), &assessment, method);
        assert_eq!((codes(&outcome), &outcome.assessment), (Vec::new(), &assessment));
    }
}

#[test]
fn without_its_hidden_sheet_a_workbook_is_read_against_the_assessment_named_as_its_base() {
    let method = method("datatilsynet-4x4");
    let assessment = filled(catalogue(), method);
    for lang in [Lang::Da, Lang::En] {
        let mut workbook = read_workbook(&written(&assessment, method, lang)).unwrap();
        workbook.sheets.retain(|sheet| sheet.name != "_risiko");
        let target = |base| Target {
            assessment: &assessment,
            file: "a.risiko.yml",
            catalogue: catalogue(),
            method,
            prefer: Prefer::Nobody,
            decisions: None,
            base,
        };
        let incoming = Incoming { workbook: &workbook, file: "a.xlsx" };
        assert_eq!(codes(&import_workbook(incoming, target(None))), ["IMP017"]);
        let outcome = import_workbook(incoming, target(Some((&assessment, "a.risiko.yml"))));
        assert_eq!(codes(&outcome), Vec::<&str>::new());
        assert_eq!(outcome.changes, []);
        assert_eq!(outcome.assessment, assessment);
    }
}

#[test]
fn a_changed_locked_cell_changes_nothing() {
    let method = method("kl-4x4");
    let assessment = assessment(catalogue(), method);
    let mut workbook = read(&assessment, method);
    type_in(&mut workbook, ("Vurdering", "01", None), "Behandlingsaktivitet", text("Noget andet"));
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP014"]);
    assert_eq!(outcome.assessment, assessment);
}

#[test]
fn stored_results_of_the_formulas_are_what_the_engine_says() {
    for id in ["kl-4x4", "datatilsynet-4x4"] {
        let method = method(id);
        let assessment = filled(catalogue(), method);
        let workbook = read(&assessment, method);
        let sheet = workbook.sheet("Vurdering").unwrap();
        let overview = overview(&assessment, catalogue(), method);
        for scored in &overview.rows {
            let at = row(sheet, scored.id.as_str(), None);
            let shown = |header: &str| {
                let cell = sheet.cell(at, column(sheet, header).1);
                assert!(cell.is_none_or(|cell| cell.has_formula), "{header}");
                match cell.map(|cell| cell.value.clone()) {
                    Some(Value::Text(text)) => text,
                    Some(Value::Number(number)) => number.to_string(),
                    Some(other) => panic!("{other:?}"),
                    None => String::new(),
                }
            };
            let current = scored.risk.current().map(|(_, score)| score.clone());
            let residual = scored.risk.residual().map(|(_, score)| score.clone());
            let band = |score: &Option<risiko::engine::Score<'_>>| {
                score.as_ref().map_or_else(String::new, |score| score.band.label.clone())
            };
            assert_eq!(shown("Risikoniveau"), band(&current), "{}", scored.id);
            assert_eq!(shown("Restrisiko"), band(&residual), "{}", scored.id);
            let product = current.map_or_else(String::new, |score| score.product().to_string());
            assert_eq!(shown("Risikoscore"), product, "{}", scored.id);
        }
    }
}

#[test]
fn the_hidden_sheet_is_very_hidden_and_the_file_is_marked() {
    let method = method("kl-4x4");
    let workbook = read(&assessment(catalogue(), method), method);
    let hidden = workbook.sheet("_risiko").unwrap();
    assert_eq!(hidden.visibility, risiko::exchange::workbook::Visibility::VeryHidden);
    assert_eq!(workbook.properties.get("risiko_skema").map(String::as_str), Some("1"));
    let names: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let (forms, rest) = names.split_at(4);
    assert_eq!(forms, ["Forside", "Vurdering", "Trusler", "Handlinger"]);
    assert_eq!(rest, ["Risikobillede", "Skalaer", "Trusselskatalog", "_risiko"]);
}

/// Texts that people write, and some that break programs.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zæøåA-ZÆØÅ0-9 .,;:()=+@#\"'\n-]{1,60}",
        Just("=HYPERLINK(\"x\")".to_owned()),
        Just("\u{1F691} ja\nnej".to_owned()),
        Just("3".to_owned()),
    ]
}

fn edits() -> impl Strategy<Value = (usize, Edit)> {
    let level = || prop::option::of(1..=4u8);
    (0..95usize, level(), level(), level(), prop::option::of(0..46usize), texts(), texts())
        .prop_map(|(activity, l, c, rest, threat, reason, note)| {
            let method = method("kl-4x4");
            let edit = Edit {
                consequences: c
                    .map(|c| ConsequenceEdit {
                        perspective: Perspective::DataSubject,
                        dimension: Dimension::Integrity,
                        level: consequence(method, c),
                    })
                    .into_iter()
                    .collect(),
                risk: RiskEdit {
                    threat: threat.map(|at| threat_id(&format!("T{:02}", at + 1))),
                    likelihood: l.map(|l| likelihood(method, l)),
                    residual_likelihood: rest.map(|l| likelihood(method, l)),
                    measures: Some(vec![note.clone()]),
                    actions: Some(vec![Action {
                        what: reason.clone(),
                        owner: None,
                        deadline: None,
                        ..Action::default()
                    }]),
                    ..RiskEdit::default()
                },
                reason: Some(reason),
                note: Some(note),
                ..Edit::default()
            };
            (activity, edit)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(rounds(12)) })]

    #[test]
    fn whatever_is_assessed_comes_back_unchanged(edits in prop::collection::vec(edits(), 1..12)) {
        let method = method("kl-4x4");
        let mut assessment = assessment(catalogue(), method);
        let ids: Vec<_> = assessment.activities.keys().cloned().collect();
        for (at, edit) in &edits {
            apply(assessment.activities.get_mut(&ids[*at]).unwrap(), edit);
        }
        let outcome = import(&read(&assessment, method), &assessment, method);
        prop_assert_eq!(codes(&outcome), Vec::<&str>::new());
        prop_assert_eq!(&outcome.changes, &vec![]);
        prop_assert_eq!(outcome.assessment, assessment);
    }
}

#[test]
fn a_file_that_lost_a_column_says_so() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut workbook = read(&assessment, method);
    let form = sheet(&mut workbook, "Vurdering");
    let (_, gone) = column(form, "Bemærkning");
    keep(form, |address| address.column != gone);
    let outcome = import(&workbook, &assessment, method);
    assert_eq!(codes(&outcome), [Code::IMP022.id()]);
    assert_eq!(outcome.assessment, assessment);
    assert!(!outcome.changes.iter().any(|change| change.field == Field::Note.into()));
}

#[test]
fn every_drop_down_of_levels_says_what_the_levels_mean_within_what_excel_shows() {
    for id in ["kl-4x4", "standard-4x4", "herning-4x4", "datatilsynet-4x4"] {
        let method = method(id);
        let likelihoods: Vec<_> = method.likelihood.levels().map(|(_, level)| level).collect();
        let consequences: Vec<_> = method.consequence.levels().map(|(_, level)| level).collect();
        for whose in Perspective::ALL {
            let length = |levels: &[&risiko::domain::Level]| -> usize {
                let briefs = levels.iter().map(|level| level.brief(whose).unwrap());
                briefs.map(|brief| brief.chars().count() + "1: \n".len()).sum()
            };
            assert!(length(&likelihoods) <= 255, "{id}");
            assert!(length(&consequences) <= 255, "{id} {whose:?}");
        }
    }
    let mut assessment = assessment(catalogue(), method("kl-4x4"));
    assessment.perspectives.push(Perspective::Organisation);
    let bytes = written(&assessment, method("kl-4x4"), Lang::Da);
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    let mut part = package.by_name("xl/worksheets/sheet2.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut xml).unwrap();
    for prompt in [
        "3: sket her inden for tre år",
        "4: fare for liv, helbred, frihed eller forsørgelse",
        "4: en lovbunden opgave kan ikke løses",
    ] {
        assert!(xml.contains(prompt), "no prompt has {prompt:?}");
    }
}
