//! The forms as CSV and JSON, out and in: what nobody edited changes nothing, an edit is that edit,
//! and a file that is wrong in any way is refused with the place.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a failing test may say so, and tests read files"
)]

mod support;

use std::fs;

use proptest::prelude::*;
use risiko::domain::{Action, Assessment, Dimension, Method, Perspective, Rating, Treatment};
use risiko::engine::{ConsequenceEdit, Edit, RiskEdit, apply, blank, part_of};
use risiko::exchange::workbook::Workbook;
use risiko::exchange::{
    Excerpt, ExportOptions, Form, ImportOutcome, Incoming, Prefer, TableError, Target, ThreatRows,
    export_csv, export_json, import_workbook, read_csv, read_json,
};
use risiko::finding::Findings;
use risiko::text::Lang;
use serde_json::{Value, json};
use support::console::{Said, run, words};
use support::forms::{column, keep};
use support::workbooks::{codes, day, filled};
use support::{
    activity_id, assessment, catalogue, consequence, likelihood, method, rounds, threat_id,
};

/// Texts that a spreadsheet runs, turns into something else or loses a part of.
const TRAPS: [&str; 16] = [
    "=1+1",
    "-x",
    "+45 12 34 56 78",
    "@y",
    "'z",
    "'=1",
    "''-2",
    "07",
    "1-2",
    "3",
    "a;b,c",
    "\"citat\"",
    "linje\nanden \"linje\"; =SUM(A1)",
    "\u{1F691} ja\n\nnej",
    "slut\t",
    "a\n  b\n\n- c",
];

fn options(lang: Lang) -> ExportOptions {
    ExportOptions::whole(lang, day())
}

fn csv_of(assessment: &Assessment, method: &Method, form: Form, lang: Lang) -> String {
    export_csv(assessment, catalogue(), method, options(lang), form).unwrap()
}

fn json_of(assessment: &Assessment, method: &Method, lang: Lang) -> Value {
    export_json(assessment, catalogue(), method, options(lang)).unwrap()
}

fn from_csv(text: &str) -> Workbook {
    read_csv("tabel.csv", text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn from_json(json: &Value) -> Workbook {
    let text = format!("{json:#}");
    read_json("tabeller.json", text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}"))
}

/// Imports a table that was exported from `base`.
fn import(
    workbook: &Workbook,
    base: &Assessment,
    assessment: &Assessment,
    method: &Method,
) -> ImportOutcome {
    let target = Target {
        assessment,
        file: "a.risiko.yml",
        catalogue: catalogue(),
        method,
        prefer: Prefer::Nobody,
        decisions: None,
        base: Some((base, "a.risiko.yml")),
    };
    import_workbook(Incoming { workbook, file: "tabel" }, target)
}

fn assert_unchanged(workbook: &Workbook, assessment: &Assessment, method: &Method) {
    let outcome = import(workbook, assessment, assessment, method);
    assert_eq!(codes(&outcome), Vec::<&str>::new(), "{:?}", outcome.findings);
    assert_eq!(outcome.changes, []);
    assert_eq!(outcome.assessment, *assessment);
    assert!(outcome.rows_read > 0);
}

/// Every field filled, and columns of the municipality's own with names of ours.
fn with_own_columns(method: &Method) -> Assessment {
    let mut assessment = filled(catalogue(), method);
    let answer = assessment.activities.get_mut(&activity_id("61")).unwrap();
    answer.extra.insert("Status".into(), "=egen".into());
    answer.extra.insert("=Afdeling".into(), "@Sundhed\nog omsorg".into());
    let threat = answer.threats.get_mut(&threat_id("T08")).unwrap();
    threat.extra.insert("Sag".into(), "2026-1".into());
    assessment
}

#[test]
fn an_unedited_table_of_each_kind_changes_nothing_in_either_language() {
    for id in ["kl-4x4", "datatilsynet-4x4"] {
        let method = method(id);
        let assessment = with_own_columns(method);
        for lang in [Lang::Da, Lang::En] {
            for form in Form::ALL {
                let text = csv_of(&assessment, method, form, lang);
                assert_unchanged(&from_csv(&text), &assessment, method);
            }
            assert_unchanged(&from_json(&json_of(&assessment, method, lang)), &assessment, method);
        }
    }
}

#[test]
fn the_file_is_what_danish_excel_opens_by_itself() {
    let method = method("kl-4x4");
    let text = csv_of(&filled(catalogue(), method), method, Form::Threats, Lang::Da);
    assert!(text.starts_with("\u{feff}Nr.;Behandlingsaktivitet;Trussel nr.;"));
    assert!(text.ends_with("\r\n"));
    assert!(text.contains(";4 – Forventet;"), "levels are shown as in the workbook");
    assert!(!text.contains(";="), "no cell begins as a formula");
}

#[test]
fn a_table_has_exactly_the_columns_that_people_see_in_the_workbook() {
    let method = method("kl-4x4");
    let assessment = with_own_columns(method);
    let bytes =
        risiko::exchange::export_workbook(&assessment, catalogue(), method, options(Lang::Da))
            .unwrap();
    let workbook = risiko::exchange::guard::read_workbook(&bytes).unwrap();
    for (form, name) in Form::ALL.into_iter().zip(["Vurdering", "Trusler", "Handlinger"]) {
        let shown = |workbook: &Workbook| -> Vec<String> {
            let sheet = workbook.sheet(name).unwrap();
            let header = sheet.rows().map(|(_, row)| row).find(|row| {
                row.get(0).is_some_and(|cell| cell.value == support::workbooks::text("Nr."))
            });
            let cells = header.unwrap().iter().map(|(_, cell)| match &cell.value {
                risiko::exchange::workbook::Value::Text(text) => text.clone(),
                other => panic!("{other:?}"),
            });
            cells.filter(|header| !header.starts_with('_')).collect()
        };
        let table = from_csv(&csv_of(&assessment, method, form, Lang::Da));
        assert_eq!(shown(&table), shown(&workbook), "{name}");
    }
}

#[test]
fn an_edited_cell_arrives_as_exactly_that_change() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let mut expected = assessment.clone();
    let answer = expected.activities.get_mut(&activity_id("61")).unwrap();
    answer.threats.get_mut(&threat_id("T08")).unwrap().risk.likelihood =
        Rating::Rated(likelihood(method, 3));
    let text = csv_of(&assessment, method, Form::Threats, Lang::Da);
    let edited = text.replacen("4 – Forventet", "3", 1);
    let mut json = json_of(&assessment, method, Lang::Da);
    let rows = json["threats"].as_array_mut().unwrap();
    let row = rows.iter_mut().find(|row| row["activity"] == "61" && row["threat"] == "T08");
    row.unwrap()["likelihood"] = json!(3);
    for workbook in [from_csv(&edited), from_json(&json)] {
        let outcome = import(&workbook, &assessment, &assessment, method);
        assert_eq!(codes(&outcome), Vec::<&str>::new());
        assert_eq!(outcome.changes.len(), 1);
        assert_eq!(outcome.assessment, expected);
    }
}

#[test]
fn texts_that_look_like_formulas_survive_and_are_never_formulas_in_the_file() {
    let method = method("kl-4x4");
    for trap in TRAPS {
        let mut assessment = assessment(catalogue(), method);
        let answer = assessment.activities.get_mut(&activity_id("07")).unwrap();
        answer.note = Some(trap.trim().to_owned());
        answer.extra.insert("Egen".into(), trap.trim().into());
        answer.direct.measures = vec![trap.trim().to_owned(), "=2".to_owned()];
        answer.direct.actions = vec![Action {
            what: trap.trim().to_owned(),
            owner: Some("-ida".into()),
            deadline: None,
            ..Action::default()
        }];
        for form in [Form::Activities, Form::Actions] {
            let text = csv_of(&assessment, method, form, Lang::Da);
            for start in ['=', '+', '-', '@'] {
                assert!(!text.contains(&format!(";{start}")), "{trap}");
                assert!(!text.contains(&format!(";\"{start}")), "{trap}");
            }
            assert_unchanged(&from_csv(&text), &assessment, method);
        }
        assert_unchanged(&from_json(&json_of(&assessment, method, Lang::Da)), &assessment, method);
    }
}

#[test]
fn a_part_comes_back_and_an_empty_form_deletes_nothing() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let part = part_of(&assessment, &[activity_id("61"), activity_id("74")].into());
    let form = blank(&assessment, catalogue(), method);
    let excerpt = Some(Excerpt { whole: 95, is_blank: true });
    let empty = ExportOptions { excerpt, ..options(Lang::Da) };
    let rated = ExportOptions { threats: ThreatRows::Rated, ..options(Lang::Da) };
    for table in Form::ALL {
        assert_unchanged_or_empty(&csv_of(&part, method, table, Lang::Da), &assessment, method);
        let text = export_csv(&form, catalogue(), method, empty, table).unwrap();
        assert_unchanged_or_empty(&text, &assessment, method);
        let text = export_csv(&assessment, catalogue(), method, rated, table).unwrap();
        assert_unchanged_or_empty(&text, &assessment, method);
    }
    let mut json = export_json(&form, catalogue(), method, empty).unwrap();
    assert_eq!(json["blank"], true);
    assert_unchanged(&from_json(&json), &assessment, method);
    let row = json["activities"].as_array_mut().unwrap().iter_mut().find(|r| r["activity"] == "74");
    row.unwrap()["note"] = json!("Ny");
    let outcome = import(&from_json(&json), &assessment, &assessment, method);
    assert_eq!((codes(&outcome), outcome.changes.len()), (Vec::new(), 1));
}

#[test]
fn rows_and_columns_that_a_csv_lost_are_said_and_obeyed_by_nobody() {
    let method = method("kl-4x4");
    let mut assessment = filled(catalogue(), method);
    let answer = assessment.activities.get_mut(&activity_id("61")).unwrap();
    answer
        .threats
        .get_mut(&threat_id("T08"))
        .unwrap()
        .risk
        .actions
        .push(Action { what: "Skift lås".to_owned(), ..Action::default() });
    let without = |form: Form, is_gone: &dyn Fn(&str) -> bool| {
        let text = csv_of(&assessment, method, form, Lang::Da);
        let kept: Vec<&str> = text.split("\r\n").filter(|line| !is_gone(line)).collect();
        let outcome = import(&from_csv(&kept.join("\r\n")), &assessment, &assessment, method);
        assert_eq!((outcome.changes.len(), &outcome.assessment), (0, &assessment));
        codes(&outcome)
    };
    let none = Vec::<&str>::new();
    assert_eq!(without(Form::Threats, &|_| false), none);
    assert_eq!(
        without(Form::Threats, &|line| line.starts_with("61;") && line.contains(";T18;")),
        ["IMP009"]
    );
    assert_eq!(without(Form::Threats, &|line| line.starts_with("61;")), ["IMP046"]);
    assert_eq!(without(Form::Activities, &|line| line.starts_with("74;")), ["IMP046"]);
    assert_eq!(without(Form::Actions, &|line| line.contains(";Skift lås;")), ["IMP032"]);
    assert_eq!(without(Form::Actions, &|line| line.starts_with("61;")), ["IMP046"]);

    let part = part_of(&assessment, &[activity_id("74")].into());
    let mut workbook = from_csv(&csv_of(&assessment, method, Form::Activities, Lang::Da));
    let header = column(&workbook.sheets[0], "Risikoejer");
    keep(&mut workbook.sheets[0], |at| at.column != header.1);
    assert_eq!(codes(&import(&workbook, &assessment, &assessment, method)), ["IMP022"]);
    let mut workbook = from_csv(&csv_of(&part, method, Form::Activities, Lang::Da));
    keep(&mut workbook.sheets[0], |at| at.column != header.1);
    assert_eq!(codes(&import(&workbook, &assessment, &assessment, method)), ["IMP046"]);
}

/// As [`assert_unchanged`], for a table that may have no rows.
fn assert_unchanged_or_empty(text: &str, assessment: &Assessment, method: &Method) {
    let outcome = import(&from_csv(text), assessment, assessment, method);
    // A part does not say that it is one.
    let others = codes(&outcome).into_iter().filter(|code| *code != "IMP046");
    assert_eq!(others.collect::<Vec<_>>(), Vec::<&str>::new(), "{text}");
    assert_eq!(outcome.assessment, *assessment);
}

#[test]
fn both_sides_changed_is_a_conflict_that_names_row_and_column_or_the_path() {
    let method = method("kl-4x4");
    let base = filled(catalogue(), method);
    let mut now = base.clone();
    now.activities.get_mut(&activity_id("61")).unwrap().owner = Some("Direktøren".into());
    let text = csv_of(&base, method, Form::Activities, Lang::Da);
    let edited = text.replacen("'+45 Sundhedschefen", "Ældrechefen", 1);
    let mut json = json_of(&base, method, Lang::Da);
    let rows = json["activities"].as_array_mut().unwrap();
    let at = rows.iter().position(|row| row["activity"] == "61").unwrap();
    rows[at]["owner"] = json!("Ældrechefen");
    for (workbook, place) in [
        (from_csv(&edited), format!("AI{}", at + 2)),
        (from_json(&json), format!("activities[{at}].owner")),
    ] {
        let outcome = import(&workbook, &base, &now, method);
        assert_eq!(codes(&outcome), ["IMP021"]);
        assert_eq!(outcome.assessment, now);
        let (_, cell) = outcome.conflicts[0].file_and_cell();
        assert!(cell.ends_with(&place[place.len() - 2..]), "{cell} is not {place}");
    }
}

/// Decoration of other programs that says nothing.
#[test]
fn commas_missing_mark_blank_rows_and_moved_columns_change_nothing() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    for form in Form::ALL {
        let ours = csv_of(&assessment, method, form, Lang::Da);
        let plain = ours.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .flexible(true)
            .from_reader(plain.as_bytes());
        let rows: Vec<Vec<String>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect())
            .collect();
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(vec![""; rows[0].len()]).unwrap();
        for row in &rows {
            writer.write_record(row.iter().rev()).unwrap();
            writer.write_record(vec![""; row.len()]).unwrap();
        }
        let commas = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        for text in [plain, &commas, &plain.replace("\r\n", "\n")] {
            assert_unchanged(&from_csv(text), &assessment, method);
        }
    }
}

#[test]
fn excel_may_leave_out_the_separators_at_the_end_of_whole_blocks_and_nobody_else() {
    let method = method("kl-4x4");
    let assessment = assessment(catalogue(), method);
    let ours = csv_of(&assessment, method, Form::Activities, Lang::Da);
    let (last_block, head): (Vec<_>, Vec<_>) =
        ours.lines().enumerate().partition(|(at, _)| at / 16 == 2);
    assert_eq!(last_block.len(), 16);
    let cut = |(at, line): &(usize, &str)| {
        let line = if at / 16 == 2 { line.trim_end_matches(';') } else { *line };
        format!("{line}\r\n")
    };
    let mut lines: Vec<(usize, &str)> = head.iter().chain(&last_block).copied().collect();
    lines.sort_unstable();
    let as_excel: String = lines.iter().map(cut).collect();
    assert_unchanged(&from_csv(&as_excel), &assessment, method);
    let one = ours.replacen(";\r\n", "\r\n", 1);
    assert_eq!(refused(read_csv("t.csv", one.as_bytes())), ["IMP018"]);
}

fn refused(read: Result<Workbook, TableError>) -> Vec<&'static str> {
    match read {
        Err(TableError::Findings(findings)) => ids(&findings),
        Err(TableError::Limit(error)) => panic!("{error}"),
        Ok(_) => panic!("it was taken"),
    }
}

fn ids(findings: &Findings) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code().id()).collect()
}

#[test]
fn what_is_cut_off_or_shifted_is_refused_as_a_whole() {
    let method = method("kl-4x4");
    let assessment = filled(catalogue(), method);
    let csv = csv_of(&assessment, method, Form::Activities, Lang::Da);
    let json = format!("{:#}", json_of(&assessment, method, Lang::Da));
    let mut cut = 0;
    for at in (csv.len() / 2..csv.len() - 2).step_by(29).filter(|at| csv.is_char_boundary(*at)) {
        // In the last field of a row nothing tells that there was more, and some programs end a file
        // without a line break.
        if !csv[at..].split("\r\n").next().unwrap().contains(';') {
            continue;
        }
        let codes = refused(read_csv("t.csv", &csv.as_bytes()[..at]));
        assert!(codes == ["IMP018"] || codes == ["IMP037"], "{at}: {codes:?}");
        cut += 1;
    }
    assert!(cut > 80, "{cut}");
    for at in (1..json.len() - 2).step_by(20_011).filter(|at| json.is_char_boundary(*at)) {
        assert_eq!(refused(read_json("t.json", &json.as_bytes()[..at])), ["IMP037"], "{at}");
    }
    let shifted = csv.replacen(";vurderet;", ";vurderet; og;", 1);
    assert_eq!(refused(read_csv("t.csv", shifted.as_bytes())), ["IMP018"]);
}

#[test]
fn json_that_is_not_ours_is_refused_with_the_path() {
    let method = method("kl-4x4");
    let good = json_of(&filled(catalogue(), method), method, Lang::Da);
    type Damage = fn(&mut Value);
    let cases: [(&str, &str, Damage); 12] = [
        ("IMP037", "t.json", |json| json["schema"] = json!("risiko.list/1")),
        ("IMP015", "t.json", |json| json["schema"] = json!("risiko.tables/2")),
        ("IMP012", "language", |json| json["language"] = json!("sv")),
        ("IMP037", "threats", |json| json["threats"] = json!({})),
        ("IMP037", "threats[3]", |json| json["threats"][3] = json!("T01")),
        ("IMP037", "activities[2].note", |json| json["activities"][2]["note"] = json!({})),
        ("IMP037", "activities[2].note", |json| json["activities"][2]["note"] = json!(true)),
        ("IMP037", "activities[2].systems", |json| {
            json["activities"][2]["systems"] = json!(["a", 4]);
        }),
        ("IMP037", "activities[1].likelihood", |json| {
            json["activities"][1].as_object_mut().unwrap().shift_remove("likelihood");
        }),
        ("IMP037", "activities[0].extra", |json| json["activities"][0]["extra"] = json!("x")),
        ("IMP037", "activities[0].extra.Egen", |json| {
            json["activities"][1]["extra"] = json!({ "Egen": "x" });
        }),
        ("IMP037", "t.json", |json| {
            for form in ["activities", "threats", "actions"] {
                json.as_object_mut().unwrap().shift_remove(form);
            }
        }),
    ];
    for (code, path, damage) in cases {
        let mut json = good.clone();
        damage(&mut json);
        let Err(TableError::Findings(findings)) = read_json("t.json", json.to_string().as_bytes())
        else {
            panic!("{path} was taken");
        };
        let first = findings.iter().next().unwrap();
        assert_eq!(first.code().id(), code, "{path}");
        let place = risiko::text::place(Lang::Da, &first.location);
        assert!(place.ends_with(path), "{place} is not {path}");
    }
    let twice = good.to_string().replacen("\"note\":null", "\"note\":null,\"note\":\"x\"", 1);
    assert_eq!(refused(read_json("t.json", twice.as_bytes())), ["IMP016"]);
}

#[test]
fn every_key_of_the_json_is_described() {
    let method = method("kl-4x4");
    let json = json_of(&with_own_columns(method), method, Lang::Da);
    let document = include_str!("../examples/README.md");
    let mut keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    for form in Form::ALL {
        keys.extend(json[form.key()][0].as_object().unwrap().keys());
    }
    let (of_one, of_all): (Vec<&String>, Vec<&String>) =
        keys.into_iter().partition(|key| key.starts_with("consequence") && key.contains('.'));
    assert!(of_one.len() > 4);
    for key in of_all {
        assert!(document.contains(&format!("`{key}`")), "{key} is not described");
    }
}

#[test]
fn json_that_would_fill_the_memory_is_refused() {
    let deep = format!("{{\"schema\": {}", "[".repeat(100_000));
    assert_eq!(refused(read_json("t.json", deep.as_bytes())), ["IMP037"]);
    let wide = format!("{{\"threats\": [1{}]}}", ",1".repeat(2_000_000));
    assert!(matches!(read_json("t.json", wide.as_bytes()), Err(TableError::Limit(_))));
    let long = format!("Nr.;Status\r\n{}", "01;\r\n".repeat(21_000));
    assert!(matches!(read_csv("t.csv", long.as_bytes()), Err(TableError::Limit(_))));
}

#[test]
fn json_of_another_method_is_refused_because_its_levels_are_bare_numbers() {
    let (own, other) = (method("kl-4x4"), method("datatilsynet-4x4"));
    let assessment = filled(catalogue(), own);
    let mut json = json_of(&assessment, own, Lang::Da);
    json["method"] = json!(other.id.as_str());
    let outcome = import(&from_json(&json), &assessment, &assessment, own);
    assert_eq!(codes(&outcome), ["IMP013"]);
}

#[test]
fn a_key_that_nobody_knows_is_kept_as_a_column_of_their_own_and_said() {
    let method = method("kl-4x4");
    let assessment = assessment(catalogue(), method);
    let mut json = json_of(&assessment, method, Lang::Da);
    json.as_object_mut().unwrap().retain(|key, _| key != "threats" && key != "actions");
    for row in json["activities"].as_array_mut().unwrap() {
        row["afdeling"] = json!("Sundhed");
    }
    let outcome = import(&from_json(&json), &assessment, &assessment, method);
    assert_eq!(codes(&outcome), ["IMP005"]);
    let answer = &outcome.assessment.activities[&activity_id("61")];
    assert_eq!(answer.extra.get("afdeling"), Some(&"Sundhed".into()));
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(&TRAPS[..]).prop_map(str::to_owned),
        2 => "[a-zæøåA-ZÆØÅ0-9 .,:;#'\"()=+@\n\t-]{1,60}",
        1 => "\\PC{1,30}",
    ]
}

fn edit() -> impl Strategy<Value = (usize, Edit, Option<String>)> {
    let level = || prop::option::of(1..=4u8);
    let threat = prop::option::of(0..46usize);
    (
        0..95usize,
        (level(), level(), level()),
        threat,
        [text(), text(), text()],
        prop::option::of(text()),
    )
        .prop_map(|(activity, (l, c, rest), threat, [reason, note, owner], extra)| {
            let method = method("kl-4x4");
            let figure = c.map(|c| ConsequenceEdit {
                perspective: Perspective::DataSubject,
                dimension: Dimension::Integrity,
                level: consequence(method, c),
            });
            let action = |what: &str, owner: Option<String>| Action {
                what: what.to_owned(),
                owner,
                deadline: None,
                ..Action::default()
            };
            let edit = Edit {
                consequences: figure.into_iter().collect(),
                risk: RiskEdit {
                    threat: threat.map(|at| threat_id(&format!("T{:02}", at + 1))),
                    likelihood: l.map(|l| likelihood(method, l)),
                    residual_likelihood: rest.map(|l| likelihood(method, l)),
                    treatment: rest.map(|_| Treatment::Mitigate),
                    measures: Some(vec![note.clone(), owner.clone()]),
                    actions: Some(vec![action(&reason, None), action(&note, Some(owner.clone()))]),
                    ..RiskEdit::default()
                },
                reason: Some(reason),
                note: Some(note),
                owner: Some(owner),
                ..Edit::default()
            };
            (activity, edit, extra)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(rounds(10)) })]

    #[test]
    fn whatever_is_assessed_comes_back_unchanged_from_every_table(
        edits in prop::collection::vec(edit(), 1..12),
    ) {
        let method = method("kl-4x4");
        let mut assessment = assessment(catalogue(), method);
        let ids: Vec<_> = assessment.activities.keys().cloned().collect();
        for (at, edit, extra) in &edits {
            let answer = assessment.activities.get_mut(&ids[*at]).unwrap();
            apply(answer, edit);
            answer.extra.extend(extra.clone().map(|text| (text.clone(), text.as_str().into())));
        }
        let mut tables: Vec<Workbook> = Form::ALL
            .into_iter()
            .map(|form| from_csv(&csv_of(&assessment, method, form, Lang::Da)))
            .collect();
        tables.push(from_json(&json_of(&assessment, method, Lang::Da)));
        for table in &tables {
            let outcome = import(table, &assessment, &assessment, method);
            prop_assert_eq!(codes(&outcome), Vec::<&str>::new());
            prop_assert_eq!(&outcome.changes, &vec![]);
            prop_assert_eq!(&outcome.assessment, &assessment);
        }
    }
}

/// A folder with Skovby's assessment, and the commands that fill it.
fn folder(commands: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for command in [&["init skovby --as-of 2026-11-01"], commands].concat() {
        let said = say(&folder, command);
        assert_eq!(said.code, 0, "{command}\n{}", said.stderr);
    }
    folder
}

fn say(folder: &tempfile::TempDir, command: &str) -> Said {
    run(folder.path(), &words(command), None)
}

const FILE: &str = "skovby-2026.risiko.yml";

#[test]
fn every_wrong_call_is_refused_with_a_way_out_and_writes_nothing() {
    let folder = folder(&["export -o t.csv --table threats -q", "export -o t.json -q"]);
    let path = folder.path();
    let table = fs::read_to_string(path.join("t.csv")).unwrap();
    fs::write(path.join("latin1.csv"), b"Nr.;Bem\xe6rkning\r\n01;\xd8h\r\n").unwrap();
    fs::write(path.join("kontakter.csv"), "Navn;Mail\nIda;ida@example.dk\n").unwrap();
    fs::write(path.join("numre.csv"), "Nr.;Navn\n01;Ida\n02;Bo\n").unwrap();
    fs::write(path.join("tom.csv"), "").unwrap();
    fs::write(path.join("tom.json"), "{}").unwrap();
    fs::write(path.join("rod.json"), "{\"schema\": \"risiko.tables/1\",,}").unwrap();
    fs::write(path.join("fejl.csv"), table.replacen("T01;", "T99;", 1)).unwrap();
    fs::write(path.join("bred.csv"), format!("Nr.{}\r\n01\r\n", ";x".repeat(600))).unwrap();
    fs::write(path.join("lang.csv"), format!("Nr.;Status\r\n{}", "01;\r\n".repeat(21_000)))
        .unwrap();
    fs::write(path.join("ny.txt"), &table).unwrap();
    let before = fs::read(path.join(FILE)).unwrap();
    let base = format!("--assume-base {FILE}");
    for (command, parts) in [
        ("export -o x.csv".to_owned(), &["ARG019", "--table"][..]),
        ("export -o x.xlsx --table threats".to_owned(), &["ARG019", ".csv"]),
        ("export --table threats".to_owned(), &["ARG019", ".csv"]),
        ("export -o x.json --table threats".to_owned(), &["ARG019", ".csv"]),
        ("export -o x.ods".to_owned(), &["ARG012", "x.xlsx, x.csv eller x.json"]),
        ("export -o x".to_owned(), &["ARG012", ".json"]),
        ("export -o x.csv --table trusler".to_owned(), &["threats"]),
        ("export -o t.csv --table threats".to_owned(), &["ARG013"]),
        ("import t.csv".to_owned(), &["IMP017", "--assume-base", "den, I har i dag"]),
        ("import t.json".to_owned(), &["IMP017", "--assume-base"]),
        (format!("import latin1.csv {base}"), &["IMP019", "CSV UTF-8"]),
        (format!("import kontakter.csv {base}"), &["IMP036", "--map", "assess --batch", "Mail"]),
        (format!("import numre.csv {base}"), &["IMP036", "Navn"]),
        (format!("import tom.csv {base}"), &["IMP036", "tom"]),
        (format!("import tom.json {base}"), &["IMP037", "risiko.tables/1"]),
        (format!("import rod.json {base}"), &["IMP037", "linje 1, kolonne"]),
        (format!("import fejl.csv {base}"), &["IMP011", "fejl.csv, celle C2"]),
        (format!("import bred.csv {base}"), &["IMP002"]),
        (format!("import lang.csv {base}"), &["IMP002", "20000"]),
        (format!("import ny.txt {base}"), &["IMP001", ".csv"]),
        (format!("import mangler.csv {base}"), &["mangler.csv"]),
        ("explain ASM105 --format csv".to_owned(), &["ARG012", "text eller json"]),
    ] {
        let said = say(&folder, &command);
        assert_eq!(said.code, 2, "{command}\n{}", said.stderr);
        for part in parts {
            assert!(
                said.stderr.contains(part),
                "{part} is missing from\n{command}\n{}",
                said.stderr
            );
        }
        assert_eq!(fs::read(path.join(FILE)).unwrap(), before, "{command}");
        assert!(!path.join("x.csv").exists() && !path.join("x").exists(), "{command}");
    }
}

#[test]
fn a_table_goes_out_is_filled_in_and_comes_back_with_decisions() {
    let folder = folder(&["export -o t.csv --table activities -q", "export -o t.json -q"]);
    let path = folder.path();
    fs::copy(path.join(FILE), path.join("før.risiko.yml")).unwrap();
    let owned = |text: &str, owner: &str| {
        // The risk owner stands before the four last columns that are blank in a new assessment.
        let row = text.lines().find(|line| line.starts_with("74;")).unwrap();
        let cells: Vec<&str> = row.split(';').collect();
        let at = text.lines().next().unwrap().split("Risikoejer").next().unwrap();
        let at = csv_fields(at) - 1;
        let mut cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        cells[at] = owner.to_owned();
        text.replace(row, &cells.join(";"))
    };
    let table = fs::read_to_string(path.join("t.csv")).unwrap();
    fs::write(path.join("t.csv"), owned(&table, "Børnechefen")).unwrap();
    let base = format!("--into {FILE} --assume-base før.risiko.yml");
    let said = say(&folder, &format!("import t.csv {base}"));
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(said.stdout.contains("1 ændring;"), "{}", said.stdout);
    let mut json: Value =
        serde_json::from_str(&fs::read_to_string(path.join("t.json")).unwrap()).unwrap();
    let rows = json["activities"].as_array_mut().unwrap();
    rows.iter_mut().find(|row| row["activity"] == "74").unwrap()["owner"] = json!("Direktøren");
    fs::write(path.join("t.json"), json.to_string()).unwrap();
    let said = say(&folder, &format!("import t.json {base} --decisions valg.csv"));
    assert_eq!(said.code, 3, "{}", said.stderr);
    assert!(said.stderr.contains(".owner"), "{}", said.stderr);
    let list = fs::read_to_string(path.join("valg.csv")).unwrap();
    assert!(list.contains("].owner;\r\n"), "{list}");
    fs::write(path.join("valg.csv"), list.replace("].owner;\r\n", "].owner;projektmappe\r\n"))
        .unwrap();
    let said = say(&folder, &format!("import t.json {base} --decisions valg.csv"));
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(fs::read_to_string(path.join(FILE)).unwrap().contains("owner: Direktøren"));
    let said = say(&folder, &format!("merge t.csv t.json {base}"));
    assert_eq!(said.code, 3, "{}", said.stderr);
}

fn csv_fields(text: &str) -> usize {
    csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(text.as_bytes())
        .records()
        .next()
        .map_or(0, |record| record.unwrap().len())
}

#[test]
fn a_csv_of_their_own_is_read_with_a_mapping() {
    let folder = folder(&[]);
    let path = folder.path();
    fs::write(path.join("eget.csv"), "Sag,Tal,Hvorfor\n74,3,Set to gange\n").unwrap();
    let map = "risiko-map: 1\ncolumns:\n  Sag: activity\n  Tal: likelihood\n  Hvorfor: likelihood-reason\n";
    fs::write(path.join("map.yml"), map).unwrap();
    let said = say(&folder, "import eget.csv --map map.yml");
    assert_eq!(said.code, 0, "{}", said.stderr);
    assert!(fs::read_to_string(path.join(FILE)).unwrap().contains("reason: Set to gange"));
}

#[test]
fn csv_on_the_screen_cannot_steer_the_terminal_or_run_as_a_formula() {
    let folder = folder(&["assess 74 --owner \"\u{1b}[31mChef\u{7}\"", "assess 61 --owner =1+1"]);
    let said = say(&folder, "list --format csv");
    assert!(said.stdout.contains("; [31mChef ;") && !said.stdout.contains('\u{1b}'));
    assert!(said.stdout.contains(";'=1+1;"));
}

#[test]
fn csv_has_a_row_for_each_thing_in_the_json_and_every_row_the_same_width() {
    let folder = folder(&["assess 74 --likelihood 3", "assess 61 --threat T08 --likelihood 4"]);
    for (command, list) in [
        ("list", "activities"),
        ("list --lang en --sort risk", "activities"),
        ("show 61", "risks"),
        ("matrix --point residual", "residual"),
        ("check --fail-on never", "findings"),
        ("catalog list", "activities"),
        ("catalog list threats", "threats"),
        ("catalog list measures", "measures"),
        ("catalog list laws --lang en", "laws"),
        ("catalog search børn", "hits"),
        ("catalog kle 27.60", "activities"),
        ("catalog check", "findings"),
        ("method list", "methods"),
        ("method show herning-4x4", "matrix"),
        ("method check herning-4x4", "findings"),
        ("method preview --method standard-4x4", "activities"),
        ("explain", "codes"),
        ("upgrade --dry-run", "added"),
    ] {
        let json = say(&folder, &format!("{command} --format json"));
        let json: Value = serde_json::from_str(&json.stdout).unwrap();
        let said = say(&folder, &format!("{command} --format csv"));
        assert_eq!(said.code, 0, "{command}\n{}", said.stderr);
        let text = said.stdout.strip_prefix('\u{feff}').unwrap();
        assert!(text.ends_with("\r\n") && !text.contains('\u{1b}'), "{command}");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        let rows = reader.records().inspect(|record| assert!(record.is_ok(), "{command}")).count();
        assert_eq!(rows, json[list].as_array().unwrap().len(), "{command}");
    }
}

#[test]
fn an_action_that_says_nothing_gives_the_others_no_other_number() {
    let method = method("kl-4x4");
    let mut assessment = assessment(catalogue(), method);
    let answer = assessment.activities.values_mut().next().unwrap();
    let action = |what: &str| Action { what: what.to_owned(), ..Action::default() };
    answer.direct.actions = vec![action(""), action("Luk postkassen")];
    let table = from_csv(&csv_of(&assessment, method, Form::Actions, Lang::Da));
    let outcome = import(&table, &assessment, &assessment, method);
    assert_eq!(outcome.changes, []);
}
