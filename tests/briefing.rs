//! What management is told of an assessment: every count fits the whole, every question has a cause.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests build answers and may fail"
)]

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use risiko::domain::{
    Action, ActivityAnswer, Assessment, Date, Dimension, OwnCell, Perspective, Status, Treatment,
};
use risiko::engine::briefing::{ActionState, Question, briefing};
use risiko::engine::{Acceptor, Scope, acceptance, overview};
use support::{activity_id, answer, assessment, catalogue, method, threat_id};

const KL: &str = "kl-4x4";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Today in these tests.
fn today() -> Date {
    day("2026-11-26")
}

/// An assessment in which one activity has an answer.
fn with(id: &str, answer: ActivityAnswer) -> Assessment {
    let mut assessment = assessment(catalogue(), method(KL));
    assessment.activities.insert(activity_id(id), answer);
    assessment
}

/// A red answer with an action, treated, and what remains.
fn red(treatment: Option<Treatment>, residual: u8) -> ActivityAnswer {
    let answer = answer(method(KL)).consequence(Dimension::Confidentiality, 4).threat("T08", 4);
    let mut answer = answer.residual("T08", Some(residual), None).build();
    answer.status = Status::Assessed;
    let risk = &mut answer.threats.get_mut(&threat_id("T08")).unwrap().risk;
    risk.treatment = treatment;
    risk.actions = vec![action("Chef", "2027-01-31")];
    answer
}

fn action(owner: &str, deadline: &str) -> Action {
    Action {
        what: "Ny skabelon".to_owned(),
        owner: Some(owner.to_owned()),
        deadline: deadline.parse().ok(),
        ..Action::default()
    }
}

fn keys(assessment: &Assessment) -> Vec<&'static str> {
    let overview = overview(assessment, catalogue(), method(KL));
    let briefing = briefing(assessment, catalogue(), method(KL), &overview, today());
    briefing.decisions.iter().map(|decision| decision.question.key()).collect()
}

#[test]
fn a_red_without_treatment_is_a_question_until_somebody_chooses() {
    assert_eq!(keys(&with("74", red(None, 2))), ["treat"]);
    assert_eq!(keys(&with("74", red(Some(Treatment::Mitigate), 2))), [""; 0]);
}

#[test]
fn what_stays_red_is_to_be_accepted_by_name_and_is_asked_again_when_that_ends() {
    let mut answer = red(Some(Treatment::Mitigate), 4);
    assert_eq!(keys(&with("74", answer.clone())), ["accept-or-do-more"]);
    let whose = &assessment(catalogue(), method(KL)).perspectives;
    let scope = Scope { catalogue: catalogue(), method: method(KL), perspectives: whose };
    let who = Acceptor {
        by: "Ida Holm".to_owned(),
        role: "Direktør".to_owned(),
        on: day("2026-11-01"),
        until: Some(today()),
    };
    answer.acceptance = Some(acceptance(&answer, scope, who).unwrap());
    assert_eq!(keys(&with("74", answer.clone())), [""; 0]);
    answer.acceptance.as_mut().unwrap().until = Some(day("2026-11-25"));
    assert_eq!(keys(&with("74", answer.clone())), ["accept-again"]);
    answer.acceptance.as_mut().unwrap().until = None;
    answer.threats.get_mut(&threat_id("T08")).unwrap().risk.measures = vec!["Ny".to_owned()];
    assert_eq!(keys(&with("74", answer)), ["accept-again"]);
}

#[test]
fn an_action_is_late_only_after_its_day_and_needs_a_name_and_a_day() {
    let states = |actions: Vec<Action>| {
        let mut answer = red(Some(Treatment::Mitigate), 2);
        answer.threats.get_mut(&threat_id("T08")).unwrap().risk.actions = actions;
        let assessment = with("74", answer);
        let overview = overview(&assessment, catalogue(), method(KL));
        let briefing = briefing(&assessment, catalogue(), method(KL), &overview, today());
        let states: Vec<ActionState> = briefing.actions.iter().map(|of| of.state).collect();
        (states, keys(&assessment))
    };
    let planned = states(vec![action("Chef", "2026-11-26")]);
    assert_eq!(planned, (vec![ActionState::Planned], vec![]));
    let late = states(vec![action("Chef", "2026-11-25")]);
    assert_eq!(late, (vec![ActionState::Overdue], vec!["overdue"]));
    let open = states(vec![action(" ", "2026-12-01")]);
    assert_eq!(open, (vec![ActionState::Incomplete], vec!["complete"]));
    let open = states(vec![action("Chef", "")]);
    assert_eq!(open, (vec![ActionState::Incomplete], vec!["complete"]));
}

#[test]
fn a_column_about_money_is_what_an_action_costs() {
    let mut answer = red(Some(Treatment::Mitigate), 2);
    let action = &mut answer.threats.get_mut(&threat_id("T08")).unwrap().risk.actions[0];
    action.extra.insert("Fase".to_owned(), "2".into());
    action.extra.insert("Årligt budget, t.kr.".to_owned(), OwnCell::Number("42.5".to_owned()));
    let assessment = with("74", answer);
    let overview = overview(&assessment, catalogue(), method(KL));
    let briefing = briefing(&assessment, catalogue(), method(KL), &overview, today());
    let (column, value) = briefing.actions[0].cost().unwrap();
    assert_eq!((column, value.to_string().as_str()), ("Årligt budget, t.kr.", "42.5"));
    let relief = briefing.actions[0].relief().unwrap();
    assert!(relief.from > relief.to, "{relief:?}");
}

#[test]
fn what_the_municipality_does_not_have_asks_nothing() {
    let mut answer = red(None, 4);
    answer.status = Status::NotApplicable;
    answer.review_by = Some(day("2020-01-01"));
    let assessment = with("74", answer);
    let overview = overview(&assessment, catalogue(), method(KL));
    let briefing = briefing(&assessment, catalogue(), method(KL), &overview, today());
    assert!(briefing.decisions.is_empty() && briefing.actions.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_count_is_part_of_its_whole_and_every_action_stands_once(whole in support::whole::anything()) {
        let method = method(whole.method.id.as_str());
        let overview = overview(&whole, catalogue(), method);
        let briefing = briefing(&whole, catalogue(), method, &overview, today());
        let ranks = || method.bands.iter().map(|band| band.rank);
        let assessed: usize = ranks().map(|rank| briefing.current.at(rank)).sum();
        prop_assert_eq!(assessed, overview.coverage.assessed);
        let residual: usize = ranks().map(|rank| briefing.residual.at(rank)).sum();
        prop_assert_eq!(residual, assessed);
        for rank in ranks() {
            let areas: usize = briefing.areas.iter().map(|area| area.current.at(rank)).sum();
            prop_assert_eq!(areas, briefing.current.at(rank));
        }
        let all: usize = briefing.areas.iter().map(|area| area.coverage.whole).sum();
        prop_assert_eq!(all, overview.coverage.whole);
        let accepted = briefing.acceptances;
        prop_assert!(accepted.standing + accepted.ended <= overview.rows.len());
        let sure = briefing.sureness;
        prop_assert_eq!(sure.own + sure.starting, sure.consequences);
        prop_assert!(sure.with_reason <= sure.likelihoods && sure.finished <= sure.activities);
        let worst = briefing.worst_first();
        let severities: Vec<_> =
            worst.iter().map(|row| row.risk.current().unwrap().1.severity()).collect();
        prop_assert!(severities.is_sorted_by(|a, b| a >= b));
        let planned: usize = overview
            .rows
            .iter()
            .filter(|row| row.answer.status != Status::NotApplicable)
            .map(|row| {
                let threats = row.answer.threats.values();
                let threats = threats.filter(|threat| threat.not_relevant.is_none());
                let of_threats: usize = threats.map(|threat| threat.risk.actions.len()).sum();
                of_threats + row.answer.direct.actions.len()
            })
            .sum();
        prop_assert_eq!(briefing.actions.len(), planned);
        // Each question is asked once of an activity, and every red without an answer is asked about.
        let asked: BTreeSet<_> =
            briefing.decisions.iter().map(|of| (of.row.id, of.question.key())).collect();
        prop_assert_eq!(asked.len(), briefing.decisions.len());
        for decision in &briefing.decisions {
            if let Question::Treat { risks, band } = &decision.question {
                prop_assert!(band.requires_treatment && !risks.is_empty());
            }
        }
    }
}

#[test]
fn acceptances_that_stand_and_those_that_have_ended_are_counted_apart() {
    let whose = assessment(catalogue(), method(KL)).perspectives;
    let scope = Scope { catalogue: catalogue(), method: method(KL), perspectives: &whose };
    let until = |until: Option<&str>| {
        let (by, role) = ("Ida Holm".to_owned(), "Direktør".to_owned());
        let who = Acceptor { by, role, on: day("2026-11-01"), until: until.map(day) };
        let mut answer = red(Some(Treatment::Mitigate), 4);
        answer.acceptance = Some(acceptance(&answer, scope, who).unwrap());
        answer
    };
    let mut of = with("74", until(None));
    for (id, ends) in
        [("61", Some("2026-11-25")), ("05", Some("2026-11-24")), ("73", Some("2026-11-26"))]
    {
        of.activities.insert(activity_id(id), until(ends));
    }
    let overview = overview(&of, catalogue(), method(KL));
    let told = briefing(&of, catalogue(), method(KL), &overview, today()).acceptances;
    assert_eq!((told.standing, told.ended), (2, 2));
}

#[test]
fn questions_come_in_the_order_in_which_a_meeting_takes_them_up() {
    let whose = assessment(catalogue(), method(KL)).perspectives;
    let scope = Scope { catalogue: catalogue(), method: method(KL), perspectives: &whose };
    let quiet = || {
        let mut answer =
            answer(method(KL)).consequence(Dimension::Confidentiality, 1).direct(1).build();
        answer.status = Status::Assessed;
        answer
    };
    let mut ended = red(Some(Treatment::Accept), 4);
    ended.threats.get_mut(&threat_id("T08")).unwrap().risk.actions.clear();
    let (by, role) = ("Ida Holm".to_owned(), "Direktør".to_owned());
    let who = Acceptor { by, role, on: day("2026-01-01"), until: Some(day("2026-11-25")) };
    ended.acceptance = Some(acceptance(&ended, scope, who).unwrap());
    let (mut late, mut open, mut due, mut today_due) = (quiet(), quiet(), quiet(), quiet());
    late.direct.actions = vec![action("Chef", "2026-11-25")];
    open.direct.actions = vec![action("", "2027-01-31")];
    due.review_by = Some(day("2026-11-25"));
    today_due.review_by = Some(today());
    let mut all = with("90", red(None, 2));
    let others = [("01", due), ("02", open), ("03", late), ("04", ended), ("06", today_due)];
    let others = others.into_iter().chain([("05", red(Some(Treatment::Mitigate), 4))]);
    all.activities.extend(others.map(|(id, answer)| (activity_id(id), answer)));
    let wanted = ["treat", "accept-or-do-more", "accept-again", "overdue", "complete", "review"];
    assert_eq!(keys(&all), wanted);
    let overview = risiko::engine::overview(&all, catalogue(), method(KL));
    let asked = briefing(&all, catalogue(), method(KL), &overview, today()).decisions;
    let ids: Vec<_> = asked.iter().map(|decision| decision.row.id.as_str()).collect();
    assert_eq!(ids, ["90", "05", "04", "03", "02", "01"]);
}

#[test]
fn only_figures_that_count_say_on_what_an_assessment_rests() {
    let answer = answer(method(KL))
        .consequence(Dimension::Confidentiality, 3)
        .of(Perspective::Society, Dimension::Confidentiality, 4)
        .direct(2)
        .build();
    let mut of = with("74", answer);
    of.activities.retain(|id, _| *id == activity_id("74"));
    let overview = overview(&of, catalogue(), method(KL));
    let sure = briefing(&of, catalogue(), method(KL), &overview, today()).sureness;
    assert_eq!((sure.consequences, sure.own, sure.activities, sure.by_threat), (1, 1, 1, 0));
    let mut by_threat = with("74", red(None, 2));
    by_threat.activities.retain(|id, _| *id == activity_id("74"));
    let overview = risiko::engine::overview(&by_threat, catalogue(), method(KL));
    let sure = briefing(&by_threat, catalogue(), method(KL), &overview, today()).sureness;
    assert_eq!((sure.by_threat, sure.activities), (1, 1));
}
