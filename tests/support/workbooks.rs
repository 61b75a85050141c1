//! Workbooks of ours as the tests of the round trip write, change and read them.

use risiko::domain::{
    Action, Assessment, Catalogue, Date, Dimension, Method, Perspective, Status, System, Treatment,
};
use risiko::engine::{ConsequenceEdit, Edit, RiskEdit, apply};
use risiko::exchange::guard::read_workbook;
use risiko::exchange::workbook::{Address, Value, Workbook};
use risiko::exchange::{
    ExportOptions, ImportOutcome, Incoming, Prefer, Target, export_workbook, import_workbook,
};
use risiko::text::Lang;

use super::forms::{column, put, row, sheet};
use super::{activity_id, assessment, catalogue, consequence, likelihood, threat_id};

pub fn day() -> Date {
    "2026-11-01".parse().unwrap()
}

pub fn written(assessment: &Assessment, method: &Method, lang: Lang) -> Vec<u8> {
    export_workbook(assessment, catalogue(), method, ExportOptions::whole(lang, day())).unwrap()
}

pub fn read(assessment: &Assessment, method: &Method) -> Workbook {
    read_workbook(&written(assessment, method, Lang::Da)).unwrap()
}

pub fn import(workbook: &Workbook, assessment: &Assessment, method: &Method) -> ImportOutcome {
    let target = Target {
        assessment,
        file: "a.risiko.yml",
        catalogue: catalogue(),
        method,
        prefer: Prefer::Nobody,
        decisions: None,
        base: None,
    };
    import_workbook(Incoming { workbook, file: "a.xlsx" }, target)
}

pub fn codes(outcome: &ImportOutcome) -> Vec<&'static str> {
    outcome.findings.iter().map(|finding| finding.code().id()).collect()
}

/// Every field filled, with the texts that break workbooks elsewhere.
pub fn filled(catalogue: &Catalogue, method: &Method) -> Assessment {
    let mut assessment = assessment(catalogue, method);
    assessment.perspectives = vec![Perspective::DataSubject, Perspective::Organisation];
    let edit = Edit {
        confirm: true,
        consequences: vec![ConsequenceEdit {
            perspective: Perspective::Organisation,
            dimension: Dimension::Integrity,
            level: consequence(method, 2),
        }],
        risk: RiskEdit {
            threat: Some(threat_id("T08")),
            likelihood: Some(likelihood(method, 4)),
            measures: Some(vec!["Sikker mail".into(), "=1+1".into()]),
            treatment: Some(Treatment::Mitigate),
            actions: Some(vec![Action {
                what: "Slå logning til; straks".into(),
                owner: Some("it-chefen".into()),
                deadline: Some(day()),
                ..Action::default()
            }]),
            residual_likelihood: Some(likelihood(method, 2)),
            residual_consequence: Some(consequence(method, 3)),
            not_relevant: None,
        },
        reason: Some("Første linje\nanden \"linje\"; 🚑 =SUM(A1)".into()),
        status: Some(Status::Assessed),
        owner: Some("+45 Sundhedschefen".into()),
        note: Some("-note @her".into()),
        system: Some(System {
            name: "Omsorgsjournal".into(),
            processor: Some("Ærø Data ApS".into()),
            max_downtime_hours: Some(4),
        }),
        assessed_by: Some("Koordinatoren".into()),
        assessed_on: Some(day()),
        review_by: Some("2027-11-01".parse().unwrap()),
    };
    apply(assessment.activities.get_mut(&activity_id("61")).unwrap(), &edit);
    let irrelevant = Edit {
        risk: RiskEdit {
            threat: Some(threat_id("T18")),
            not_relevant: Some("Ingen selvbetjening".into()),
            ..RiskEdit::default()
        },
        ..Edit::default()
    };
    apply(assessment.activities.get_mut(&activity_id("61")).unwrap(), &irrelevant);
    let not_here = Edit {
        status: Some(Status::NotApplicable),
        reason: Some("Kommunen har ingen havn".into()),
        ..Edit::default()
    };
    apply(assessment.activities.get_mut(&activity_id("30")).unwrap(), &not_here);
    let direct = Edit {
        risk: RiskEdit { likelihood: Some(likelihood(method, 3)), ..RiskEdit::default() },
        reason: Some("Set to gange".into()),
        ..Edit::default()
    };
    apply(assessment.activities.get_mut(&activity_id("A")).unwrap(), &direct);
    assessment
}

pub fn type_in(
    workbook: &mut Workbook,
    (name, activity, threat): (&str, &str, Option<&str>),
    header: &str,
    value: Value,
) {
    let sheet = sheet(workbook, name);
    let address = Address { row: row(sheet, activity, threat), column: column(sheet, header).1 };
    put(sheet, address, value);
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}
