//! What an edit does to an answer, and what it leaves.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use risiko::domain::{
    Action, ActivityAnswer, Consequence, Dimension, Origin, OwnCell, Perspective, Rating, Status,
    System,
};
use risiko::engine::{ConsequenceEdit, Edit, RiskEdit, apply, new_answer};
use support::{activity_id, catalogue, consequence, likelihood, method, threat_id};

const KL: &str = "kl-4x4";

/// An answer as `init` makes it, with starting figures.
fn untouched() -> ActivityAnswer {
    let activity = &catalogue().activities[&activity_id("74")];
    let answer = new_answer(activity, catalogue(), method(KL));
    assert!(!answer.consequences.figures.is_empty());
    answer
}

fn level(number: u8) -> Consequence {
    consequence(method(KL), number)
}

fn figure(dimension: Dimension, number: u8) -> ConsequenceEdit {
    ConsequenceEdit { perspective: Perspective::DataSubject, dimension, level: level(number) }
}

fn of_threat(edit: RiskEdit) -> Edit {
    Edit { risk: RiskEdit { threat: Some(threat_id("T08")), ..edit }, ..Edit::default() }
}

fn edited(answer: &ActivityAnswer, edit: &Edit) -> ActivityAnswer {
    let mut answer = answer.clone();
    apply(&mut answer, edit);
    answer
}

/// Edits that set a figure, each in another way.
fn edits_of_figures() -> [Edit; 6] {
    let rated = Some(likelihood(method(KL), 3));
    [
        Edit { confirm: true, ..Edit::default() },
        Edit { consequences: vec![figure(Dimension::Integrity, 2)], ..Edit::default() },
        of_threat(RiskEdit { likelihood: rated, ..RiskEdit::default() }),
        of_threat(RiskEdit { not_relevant: Some("Ingen breve".to_owned()), ..RiskEdit::default() }),
        of_threat(RiskEdit { residual_likelihood: rated, ..RiskEdit::default() }),
        of_threat(RiskEdit { residual_consequence: Some(level(2)), ..RiskEdit::default() }),
    ]
}

#[test]
fn a_figure_starts_what_was_not_started_and_changes_no_other_status() {
    for edit in edits_of_figures() {
        assert_eq!(edited(&untouched(), &edit).status, Status::InProgress, "{edit:?}");
        for status in [Status::Assessed, Status::NotApplicable, Status::InProgress] {
            let answer = ActivityAnswer { status, ..untouched() };
            assert_eq!(edited(&answer, &edit).status, status, "{edit:?}");
        }
    }
}

#[test]
fn words_people_and_dates_start_nothing() {
    for edit in [
        Edit { owner: Some("Børnechef".to_owned()), ..Edit::default() },
        Edit { note: Some("Se bilag".to_owned()), ..Edit::default() },
        Edit { review_by: Some("2027-06-01".parse().unwrap()), ..Edit::default() },
        of_threat(RiskEdit { measures: Some(vec!["M01".to_owned()]), ..RiskEdit::default() }),
    ] {
        assert!(!edit.is_empty());
        assert_eq!(edited(&untouched(), &edit).status, Status::NotStarted, "{edit:?}");
    }
}

#[test]
fn an_edit_without_anything_to_set_is_empty_whatever_it_names() {
    assert!(Edit::default().is_empty());
    assert!(of_threat(RiskEdit::default()).is_empty());
    assert!(Edit { reason: Some("Fordi".to_owned()), ..Edit::default() }.is_empty());
    assert!(edits_of_figures().iter().all(|edit| !edit.is_empty()));
}

#[test]
fn confirming_takes_over_every_starting_figure_whoever_gave_it() {
    let mut answer = untouched();
    let first = *answer.consequences.figures.keys().next().unwrap();
    answer.consequences.figures.get_mut(&first).unwrap().origin = Origin::Kl;
    let confirmed = edited(&answer, &Edit { confirm: true, ..Edit::default() });
    for (place, figure) in &confirmed.consequences.figures {
        assert_eq!(figure.origin, Origin::Own, "{place:?}");
        assert_eq!(figure.rating, answer.consequences.figures[place].rating, "{place:?}");
    }
}

#[test]
fn a_figure_that_is_set_is_ones_own_and_a_reason_stays_until_another_is_given() {
    let key = (Perspective::DataSubject, Dimension::Integrity);
    let set = |level, reason: Option<&str>| Edit {
        consequences: vec![figure(Dimension::Integrity, level)],
        reason: reason.map(str::to_owned),
        ..Edit::default()
    };
    let first = edited(&untouched(), &set(2, Some("To breve")));
    assert_eq!(first.consequences.figures[&key].origin, Origin::Own);
    let second = edited(&first, &set(3, None));
    assert_eq!(second.consequences.figures[&key].rating, Rating::Rated(level(3)));
    assert_eq!(second.consequences.figures[&key].reason.as_deref(), Some("To breve"));
    let third = edited(&second, &set(3, Some("Fem breve")));
    assert_eq!(third.consequences.figures[&key].reason.as_deref(), Some("Fem breve"));
}

#[test]
fn what_is_not_relevant_is_relevant_again_once_it_is_rated() {
    let none = RiskEdit { not_relevant: Some("Ingen breve".to_owned()), ..RiskEdit::default() };
    let rated = RiskEdit { likelihood: Some(likelihood(method(KL), 2)), ..RiskEdit::default() };
    let measures = RiskEdit { measures: Some(vec!["M01".to_owned()]), ..RiskEdit::default() };
    let left_out = edited(&untouched(), &of_threat(none));
    let of = |answer: &ActivityAnswer| answer.threats[&threat_id("T08")].not_relevant.clone();
    assert_eq!(of(&left_out).as_deref(), Some("Ingen breve"));
    assert_eq!(of(&edited(&left_out, &of_threat(measures))).as_deref(), Some("Ingen breve"));
    assert_eq!(of(&edited(&left_out, &of_threat(rated))), None);
}

#[test]
fn what_people_wrote_beside_an_action_follows_it_by_its_name() {
    let action = |what: &str| Action { what: what.to_owned(), ..Action::default() };
    let extra = [("Pris".to_owned(), OwnCell::Text("10.000".to_owned()))].into_iter().collect();
    let mut answer = untouched();
    answer.threats.entry(threat_id("T08")).or_default().risk.actions =
        vec![Action { extra, ..action("Ny skabelon") }];
    let actions = Some(vec![action("Kursus"), action("Ny skabelon")]);
    let after = edited(&answer, &of_threat(RiskEdit { actions, ..RiskEdit::default() }));
    let risk = &after.threats[&threat_id("T08")].risk;
    assert!(risk.actions[0].extra.is_empty());
    assert_eq!(risk.actions[1].extra.len(), 1);
}

#[test]
fn a_system_of_the_same_name_is_changed_and_another_is_added() {
    let system = |name: &str, hours| System {
        name: name.to_owned(),
        processor: None,
        max_downtime_hours: hours,
    };
    let with = |system| Edit { system: Some(system), ..Edit::default() };
    let one = edited(&untouched(), &with(system("Nexus", Some(4))));
    let kept = edited(&one, &with(system("Nexus", None)));
    assert_eq!(kept.systems.len(), 1);
    assert_eq!(kept.systems[0].max_downtime_hours, Some(4));
    let changed = edited(&one, &with(system("Nexus", Some(8))));
    assert_eq!(changed.systems[0].max_downtime_hours, Some(8));
    assert_eq!(edited(&one, &with(system("Acadre", None))).systems.len(), 2);
}

#[test]
fn only_what_does_not_apply_has_a_reason_for_its_status() {
    let not_here = Edit {
        status: Some(Status::NotApplicable),
        reason: Some("Ligger hos regionen".to_owned()),
        ..Edit::default()
    };
    let left_out = edited(&untouched(), &not_here);
    assert_eq!(left_out.status_reason.as_deref(), Some("Ligger hos regionen"));
    let again = edited(&left_out, &Edit { reason: None, ..not_here });
    assert_eq!(again.status_reason.as_deref(), Some("Ligger hos regionen"));
    let back = edited(&left_out, &Edit { status: Some(Status::InProgress), ..Edit::default() });
    assert_eq!((back.status, back.status_reason), (Status::InProgress, None));
}
