//! Acceptances by name: bound to what was accepted, said everywhere, and never sent along.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;
use std::path::Path;

use risiko::domain::{
    Action, ActivityAnswer, Date, Dimension, Perspective, Rating, Status, Treatment,
};
use risiko::engine::{Accepted, Acceptor, Scope, acceptance, accepted};
use risiko::finding::NotAcceptable;
use serde_json::Value;
use support::console::{Said, run, words};
use support::{answer, catalogue, consequence, likelihood, method, threat_id};

const KL: &str = "kl-4x4";
const WHOSE: &[Perspective] = &[Perspective::DataSubject];

fn scope(id: &str) -> Scope<'static> {
    Scope { catalogue: catalogue(), method: method(id), perspectives: WHOSE }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn ida() -> Acceptor {
    Acceptor {
        by: "Ida Holm".to_owned(),
        role: "Direktør".to_owned(),
        on: day("2026-11-01"),
        until: Some(day("2027-11-01")),
    }
}

/// An assessed answer with a threat that is mitigated.
fn assessed() -> ActivityAnswer {
    let answer = answer(method(KL)).consequence(Dimension::Confidentiality, 3).threat("T08", 3);
    let mut answer = answer.residual("T08", Some(2), None).build();
    answer.status = Status::Assessed;
    let risk = &mut answer.threats.get_mut(&threat_id("T08")).unwrap().risk;
    risk.treatment = Some(Treatment::Mitigate);
    risk.actions = vec![Action { what: "Ny skabelon".to_owned(), ..Action::default() }];
    answer
}

fn approved() -> ActivityAnswer {
    let answer = assessed();
    let acceptance = acceptance(&answer, scope(KL), ida()).unwrap();
    ActivityAnswer { acceptance: Some(acceptance), ..answer }
}

fn stands(answer: &ActivityAnswer) -> bool {
    accepted(answer, scope(KL), day("2026-12-01")) == Some(Accepted::Stands)
}

#[test]
fn what_was_accepted_with_an_earlier_version_of_the_program_is_still_accepted() {
    // As it stands in files that are years old: a digest made otherwise would open every acceptance again.
    let digest = approved().acceptance.unwrap().digest;
    assert_eq!(digest, "sha256:f8cca7587190039b26ca3bcacbbb57c7c6d49284d5cede8bb72a7935f55a8bb6");
}

#[test]
fn an_acceptance_holds_until_its_last_day_and_no_longer() {
    let answer = approved();
    let on = |text: &str| accepted(&answer, scope(KL), day(text));
    assert_eq!(on("2026-11-01"), Some(Accepted::Stands));
    assert_eq!(on("2027-11-01"), Some(Accepted::Stands));
    assert_eq!(on("2027-11-02"), Some(Accepted::Expired));
    assert_eq!(accepted(&assessed(), scope(KL), day("2026-11-01")), None);
}

#[test]
fn whatever_decides_the_risk_opens_an_acceptance_again() {
    type Change = fn(&mut ActivityAnswer);
    fn risk(answer: &mut ActivityAnswer) -> &mut risiko::domain::RiskAnswer {
        &mut answer.threats.get_mut(&threat_id("T08")).unwrap().risk
    }
    let changes: [(&str, Change); 9] = [
        ("likelihood", |a| risk(a).likelihood = Some(likelihood(method(KL), 4)).into()),
        ("residual", |a| risk(a).residual_likelihood = Some(likelihood(method(KL), 1)).into()),
        ("residual", |a| risk(a).residual_consequence = Some(consequence(method(KL), 1)).into()),
        ("treatment", |a| risk(a).treatment = Some(Treatment::Share)),
        ("measures", |a| risk(a).measures = vec!["En lås".to_owned()]),
        ("actions", |a| risk(a).actions.clear()),
        ("deadline", |a| risk(a).actions[0].deadline = Some(day("2027-02-01"))),
        ("another threat", |a| {
            let threat = a.threats[&threat_id("T08")].clone();
            a.threats.insert(threat_id("T01"), threat);
        }),
        ("consequence", |a| {
            for figure in a.consequences.figures.values_mut() {
                figure.rating = Some(consequence(method(KL), 1)).into();
            }
        }),
    ];
    for (what, change) in changes {
        let mut answer = approved();
        change(&mut answer);
        assert!(!stands(&answer), "{what}");
        let mut answer = approved();
        change(&mut answer);
        answer.acceptance = approved().acceptance;
        answer.threats = approved().threats;
        answer.consequences = approved().consequences;
        assert!(stands(&answer), "{what} taken back");
    }
    let other = accepted(&approved(), scope("herning-4x4"), day("2026-12-01"));
    assert_eq!(other, Some(Accepted::Reopened));
}

#[test]
fn figures_that_do_not_decide_yet_and_what_is_left_open_open_it_again_too() {
    // What decides today is another figure, so that the bands stay as they are.
    let mut before = assessed();
    let integrity = (Perspective::DataSubject, Dimension::Integrity);
    let figure = before.consequences.figures
        [&(Perspective::DataSubject, Dimension::Confidentiality)]
        .clone();
    let with = |rating| risiko::domain::ConsequenceFigure { rating, ..figure.clone() };
    before.consequences.figures.insert(integrity, with(Rating::NotRated));
    let acceptance = acceptance(&before, scope(KL), ida()).unwrap();
    let approved = ActivityAnswer { acceptance: Some(acceptance), ..before };
    assert!(stands(&approved));
    let ratings = [
        Rating::NotApplicable,
        Some(consequence(method(KL), 1)).into(),
        Some(consequence(method(KL), 2)).into(),
    ];
    for rating in ratings {
        let mut changed = approved.clone();
        changed.consequences.figures.insert(integrity, with(rating));
        assert!(!stands(&changed), "{rating:?}");
    }
    // The others' figures do not count in this assessment.
    let mut of_others = approved.clone();
    let society = (Perspective::Society, Dimension::Confidentiality);
    of_others.consequences.figures.insert(society, with(Some(consequence(method(KL), 4)).into()));
    assert!(stands(&of_others));
    let mut gone = approved;
    gone.status = Status::NotApplicable;
    assert!(!stands(&gone));
}

#[test]
fn better_words_and_other_people_leave_an_acceptance_as_it_is() {
    let mut answer = approved();
    answer.note = Some("Drøftet på mødet".to_owned());
    answer.owner = Some("Jobcenterchef".to_owned());
    answer.review_by = Some(day("2027-06-01"));
    let risk = &mut answer.threats.get_mut(&threat_id("T08")).unwrap().risk;
    risk.reason = Some("Fire breve i 2025".to_owned());
    risk.actions[0].owner = Some("Kontorleder".to_owned());
    assert!(stands(&answer));
}

#[test]
fn an_acceptance_without_a_name_or_a_role_is_none() {
    for part in ["by", "role"] {
        let mut answer = approved();
        let acceptance = answer.acceptance.as_mut().unwrap();
        let text = if part == "by" { &mut acceptance.by } else { &mut acceptance.role };
        *text = " ".to_owned();
        assert!(!stands(&answer), "{part}");
    }
}

#[test]
fn what_nobody_can_see_cannot_be_accepted() {
    let refused = |answer: &ActivityAnswer| acceptance(answer, scope(KL), ida()).unwrap_err();
    let mut open = assessed();
    open.status = Status::InProgress;
    open.threats.get_mut(&threat_id("T08")).unwrap().risk.residual_likelihood = None.into();
    let expected =
        [(None, NotAcceptable::NotAssessed), (Some(threat_id("T08")), NotAcceptable::NoResidual)];
    assert_eq!(refused(&open), expected);
    let empty = ActivityAnswer { status: Status::Assessed, ..ActivityAnswer::default() };
    assert_eq!(refused(&empty), [(None, NotAcceptable::NoFigures)]);
    let gone = ActivityAnswer { status: Status::NotApplicable, ..assessed() };
    assert_eq!(refused(&gone), [(None, NotAcceptable::NotApplicable)]);
}

const FILE: &str = "skovby-2026.risiko.yml";

/// Skovby's new assessment with one assessed activity.
fn skovby() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    done(folder.path(), "init skovby --as-of 2026-11-01");
    done(
        folder.path(),
        "assess 74 --likelihood 2 --reason Ingen --confirm --status assessed --assessed-by Anna",
    );
    folder
}

fn said(folder: &Path, command: &str) -> Said {
    run(folder, &words(command), None)
}

fn done(folder: &Path, command: &str) -> Said {
    let said = said(folder, command);
    assert_eq!(said.code, 0, "{command}\n{}{}", said.stdout, said.stderr);
    said
}

const APPROVE: &str = "approve --activity 74 --name \"Ida <Holm>\" --role Direktør \
                       --as-of 2026-11-01 --until 2027-11-01";

fn of_74(folder: &Path, command: &str) -> Value {
    let said = said(folder, command);
    let json: Value = serde_json::from_str(&said.stdout).unwrap();
    let list = json["activities"].as_array().unwrap().iter();
    list.clone().find(|row| row["id"] == "74").unwrap()["acceptance"].clone()
}

#[test]
fn an_acceptance_is_shown_listed_and_journalled_and_undone() {
    let folder = skovby();
    let at = folder.path();
    assert!(!done(at, "list").stdout.contains("Accept"));
    let json: Value =
        serde_json::from_str(&done(at, &format!("{APPROVE} --format json")).stdout).unwrap();
    let facts = json["accepted"][0]["acceptance"].clone();
    assert_eq!((&facts["by"], &facts["unchanged"]), (&"Ida <Holm>".into(), &true.into()));
    assert_eq!(of_74(at, "list --format json"), facts);
    let show: Value = serde_json::from_str(&done(at, "show 74 --format json").stdout).unwrap();
    assert_eq!(show["acceptance"], facts);
    let band = show["current"]["band"]["id"].clone();
    assert_eq!((&facts["current"], &facts["residual"]), (&band, &band));
    assert!(done(at, "list").stdout.contains("2027-11-01"));
    assert!(done(at, "list --format csv").stdout.contains("Ida <Holm>;2027-11-01;ja"));
    let show = done(at, "show 74").stdout;
    assert!(show.contains("Accepteret af: Ida <Holm>, Direktør, 1. november 2026"), "{show}");
    assert!(done(at, "history 74").stdout.contains("accepteret (approve)"));
    done(at, "assess 74 --likelihood 4 --reason \"To hændelser\"");
    assert_eq!(of_74(at, "list --format json")["unchanged"], false);
    assert!(!done(at, "list").stdout.contains("2027-11-01"));
    assert!(done(at, "list --format csv").stdout.contains("nej, ændret siden"));
    done(at, "undo");
    assert_eq!(of_74(at, "list --format json"), facts);
    done(at, "undo");
    assert_eq!(of_74(at, "list --format json"), Value::Null);
}

#[test]
fn an_acceptance_survives_workbook_and_diff_and_stays_at_home_in_a_shared_file() {
    let folder = skovby();
    let at = folder.path();
    fs::copy(at.join(FILE), at.join("foer.risiko.yml")).unwrap();
    done(at, &format!("export {FILE} -o bog.xlsx"));
    done(at, &APPROVE.replace("approve", &format!("approve {FILE}")));
    let approved = fs::read_to_string(at.join(FILE)).unwrap();
    let imported = said(at, &format!("import bog.xlsx --into {FILE}"));
    assert!(imported.code < 2, "{}", imported.stderr);
    assert_eq!(fs::read_to_string(at.join(FILE)).unwrap(), approved);
    let diff = said(at, &format!("diff foer.risiko.yml {FILE} --format json"));
    assert!(diff.stdout.contains("\"other-texts\": [\n    \"74\"\n  ]"), "{}", diff.stdout);
    done(at, &format!("share {FILE} --yes --with reasons -o del.risiko-share.json"));
    let shared = fs::read_to_string(at.join("del.risiko-share.json")).unwrap();
    assert!(!shared.contains("Holm") && !shared.contains("Direktør"));
    // Where the risk differs, too, both acceptances stand beside it.
    done(at, &format!("assess {FILE} 74 --likelihood 4 --reason \"To hændelser\""));
    let diff = said(at, &format!("diff foer.risiko.yml {FILE} --format json"));
    let json: Value = serde_json::from_str(&diff.stdout).unwrap();
    let sides = &json["differences"][0];
    assert_eq!(sides["left"]["acceptance"], Value::Null);
    assert_eq!(sides["right"]["acceptance"]["by"], "Ida <Holm>");
    assert_eq!(sides["right"]["acceptance"]["unchanged"], false);
    let text = said(at, &format!("diff foer.risiko.yml {FILE}")).stdout;
    assert!(text.contains("accepteret af Ida <Holm>, Direktør"), "{text}");
}

#[test]
fn nothing_is_written_where_one_of_them_cannot_be_accepted_or_in_a_dry_run() {
    let folder = skovby();
    let at = folder.path();
    let before = fs::read_to_string(at.join(FILE)).unwrap();
    let all = said(at, "approve --all --name Ida --role Direktør --as-of 2026-11-01");
    assert_eq!(all.code, 2);
    // 95 activities, of which one is assessed: said once, with every place.
    assert_eq!(all.stderr.matches("fejl[ARG025").count(), 1, "{}", all.stderr);
    assert!(all.stderr.contains("× 94") && all.stderr.contains("73, 75, 76"), "{}", all.stderr);
    done(at, &format!("{APPROVE} --dry-run"));
    assert_eq!(said(at, "approve --name Ida --role Direktør").code, 2);
    assert_eq!(said(at, "approve --activity 74 --role Direktør").code, 2);
    let late = said(at, "approve --activity 74,01 --name \" \" --role Chef --until 2020-01-01");
    for code in ["ASM116", "ARG025", "ARG026"] {
        assert!(late.stderr.contains(code), "{code}\n{}", late.stderr);
    }
    assert_eq!(fs::read_to_string(at.join(FILE)).unwrap(), before);
}

#[test]
fn all_leaves_out_what_the_municipality_does_not_have() {
    let folder = skovby();
    let at = folder.path();
    let text = fs::read_to_string(at.join(FILE)).unwrap();
    let mut only = Vec::new();
    let (head, activities) = text.split_once("activities:\n").unwrap();
    for block in activities.split("\n- id: ") {
        let block = block.trim_start_matches("- id: ");
        if block.starts_with("\"74\"") {
            only.push(format!("- id: {}\n", block.trim_end()));
        } else if block.starts_with("\"01\"") {
            only.push("- {id: \"01\", status: not-applicable, status-reason: Nej}\n".to_owned());
        }
    }
    fs::write(at.join(FILE), format!("{head}activities:\n{}", only.concat())).unwrap();
    let said = done(at, "approve --all --name Ida --role Direktør --as-of 2026-11-01 --format csv");
    assert_eq!(said.stdout.lines().count(), 2, "{}", said.stdout);
}
