//! Honesty: each question at the edge of its threshold, where it keeps silent, and properties.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use proptest::prelude::*;
use risiko::domain::{
    ActivityAnswer, ActivityId, Assessment, ConsequenceFigure, Dimension, LevelNumber, Method,
    Origin, Perspective, Rating, Status, ThreatId,
};
use risiko::engine::honesty;
use risiko::finding::{Axis, Code, CountedAs, Fact, Field, Findings, Location, Said, Severity};
use support::{activity_id, answer, catalogue, consequence, likelihood, method, threat_id};

use Dimension::{Availability, Confidentiality, Integrity};

const SUBJECT: Perspective = Perspective::DataSubject;

fn kl() -> &'static Method {
    method("kl-4x4")
}

/// An assessment with these answers only.
fn with(answers: impl IntoIterator<Item = (ActivityId, ActivityAnswer)>) -> Assessment {
    let mut assessment = support::assessment(catalogue(), kl());
    assessment.activities = answers.into_iter().collect();
    assessment
}

fn one(answer: ActivityAnswer) -> Assessment {
    with([(activity_id("74"), answer)])
}

fn asked(assessment: &Assessment) -> Findings {
    honesty(assessment, catalogue(), kl(), "a.yml")
}

fn codes(assessment: &Assessment) -> Vec<Code> {
    asked(assessment).iter().map(|finding| finding.code()).collect()
}

fn has(assessment: &Assessment, code: Code) -> bool {
    codes(assessment).contains(&code)
}

/// The first active activities of the catalogue.
fn ids(count: usize) -> Vec<ActivityId> {
    catalogue().active().map(|activity| activity.id.clone()).take(count).collect()
}

fn reason_of(answer: &mut ActivityAnswer, threat: &ThreatId, reason: impl Into<String>) {
    answer.threats.get_mut(threat).unwrap().risk.reason = Some(reason.into());
}

/// Threats rated at these levels, `T01` and on.
fn rated(levels: &[u8]) -> ActivityAnswer {
    let built = answer(kl()).consequence(Confidentiality, 3).consequence(Integrity, 3);
    let built = (1..)
        .zip(levels)
        .fold(built, |built, (number, level)| built.threat(&format!("T{number:02}"), *level));
    built.build()
}

/// A direct likelihood with its reason, on a consequence of confidentiality.
fn direct(level: u8, of_confidentiality: u8, reason: &str) -> ActivityAnswer {
    let built = answer(kl()).consequence(Confidentiality, of_confidentiality).direct(level);
    let mut answer = built.build();
    answer.direct.reason = Some(reason.to_owned());
    answer
}

#[test]
fn six_threats_alike_are_asked_about_and_five_are_not() {
    assert_eq!(codes(&one(rated(&[2; 6]))), [Code::HON001]);
    assert_eq!(codes(&one(rated(&[2; 5]))), []);
    let found = asked(&one(rated(&[2; 6])));
    let finding = found.iter().next().unwrap();
    assert!(
        matches!(
            &finding.fact,
            Fact::SameLikelihoods { level, alike: 6, rated: 6, reasons: 0, .. } if level.number() == 2
        ),
        "{finding:?}"
    );
    assert!(
        matches!(&finding.location, Location::Answer { activity, threat: None, .. }
            if *activity == activity_id("74")),
        "{finding:?}"
    );
}

#[test]
fn one_of_ten_may_differ_and_one_of_nine_may_not() {
    assert!(has(&one(rated(&[2, 2, 2, 2, 2, 2, 2, 2, 2, 3])), Code::HON001));
    assert!(!has(&one(rated(&[2, 2, 2, 2, 2, 2, 2, 2, 3])), Code::HON001));
    assert!(!has(&one(rated(&[2, 2, 2, 2, 2, 3])), Code::HON001));
}

#[test]
fn threats_that_are_alike_for_half_as_many_reasons_are_not_asked_about() {
    let mut explained = rated(&[2; 6]);
    for (number, reason) in ["Aflåst arkiv", "Logget", "Ingen fejl i 2025"].iter().enumerate() {
        reason_of(&mut explained, &threat_id(&format!("T{:02}", number + 1)), *reason);
    }
    assert!(!has(&one(explained.clone()), Code::HON001));
    reason_of(&mut explained, &threat_id("T03"), "LOGGET.");
    assert!(has(&one(explained), Code::HON001));
}

#[test]
fn threats_that_are_not_relevant_or_not_rated_do_not_count() {
    let mut answer = rated(&[2; 7]);
    answer.threats.get_mut(&threat_id("T01")).unwrap().not_relevant =
        Some("Ingen sager".to_owned());
    assert!(has(&one(answer.clone()), Code::HON001));
    answer.threats.get_mut(&threat_id("T02")).unwrap().risk.likelihood = Rating::NotRated;
    assert!(!has(&one(answer), Code::HON001));
    let mut elsewhere = rated(&[2; 6]);
    elsewhere.status = Status::NotApplicable;
    assert_eq!(codes(&one(elsewhere)), []);
}

/// Activities with one likelihood and consequences that vary; one reason each for `reasons`.
fn throughout(alike: usize, others: usize, reasons: usize) -> Assessment {
    with(ids(alike + others).into_iter().enumerate().map(|(number, id)| {
        let reason = if number < reasons { format!("Grund {number}") } else { String::new() };
        let level = if number < alike { 2 } else { 3 };
        let of = 2 + u8::try_from(number % 2).unwrap();
        (id, direct(level, of, &reason))
    }))
}

#[test]
fn ten_activities_with_one_likelihood_are_asked_about_and_nine_are_not() {
    assert_eq!(codes(&throughout(10, 0, 0)), [Code::HON002]);
    assert_eq!(codes(&throughout(9, 0, 0)), []);
    assert_eq!(codes(&throughout(9, 1, 0)), []);
    assert_eq!(codes(&throughout(10, 1, 0)), [Code::HON002]);
    assert_eq!(codes(&throughout(10, 2, 0)), []);
    assert_eq!(codes(&throughout(18, 2, 0)), [Code::HON002]);
    let found = asked(&throughout(10, 1, 4));
    let finding = found.iter().next().unwrap();
    assert_eq!(finding.location, Location::File("a.yml".to_owned()));
    assert!(
        matches!(
            finding.fact,
            Fact::SameFigureThroughout {
                axis: Axis::Likelihood,
                level: 2,
                alike: 10,
                rated: 11,
                grounded: 4,
                ..
            }
        ),
        "{finding:?}"
    );
}

#[test]
fn one_likelihood_with_a_reason_each_is_not_asked_about() {
    assert!(has(&throughout(10, 0, 4), Code::HON002));
    assert!(!has(&throughout(10, 0, 5), Code::HON002));
}

#[test]
fn one_consequence_throughout_is_asked_about_unless_it_is_the_catalogues() {
    let likelihoods = [1, 2, 3];
    let assess = |id: &ActivityId, number: usize, level: u8| {
        (id.clone(), direct(likelihoods[number % 3], level, &format!("Grund {number}")))
    };
    let own = with(ids(10).iter().enumerate().map(|(number, id)| assess(id, number, 1)));
    let found = asked(&own);
    assert!(
        found.iter().any(|finding| matches!(
            finding.fact,
            Fact::SameFigureThroughout {
                axis: Axis::Consequence,
                level: 1,
                alike: 10,
                grounded: 0,
                ..
            }
        )),
        "{found:?}"
    );
    // Ten activities for which the catalogue itself says 4.
    let grave = catalogue().active().filter(|activity| {
        let levels = activity.starting.as_ref().map(|starting| &starting.levels);
        levels.and_then(|levels| levels.get(&Confidentiality)) == Some(&4)
    });
    let grave: Vec<_> = grave.map(|activity| activity.id.clone()).take(10).collect();
    assert_eq!(grave.len(), 10);
    let known = with(grave.iter().enumerate().map(|(number, id)| assess(id, number, 4)));
    assert_eq!(codes(&known), []);
}

/// Direct likelihoods that vary, all with this reason.
fn copied(count: usize, reason: &str) -> Assessment {
    with(ids(count).into_iter().enumerate().map(|(number, id)| {
        let level = u8::try_from(number % 3).unwrap();
        (id, direct(1 + level, 2 + level, reason))
    }))
}

#[test]
fn one_reason_for_seven_activities_is_one_finding_that_names_them_all() {
    assert_eq!(codes(&copied(6, "Se bilag")), []);
    let found = asked(&copied(7, "Se bilag"));
    let facts: Vec<_> = found.iter().map(|finding| &finding.fact).collect();
    let wanted = Fact::ReasonRepeated { text: "Se bilag".to_owned(), activities: ids(7) };
    assert_eq!(facts, [&wanted]);
    assert_eq!(codes(&copied(12, "Se bilag")), [Code::HON003]);
}

#[test]
fn a_reason_is_the_same_in_other_case_and_punctuation() {
    let mut assessment = copied(7, "Se bilag 3");
    let first = ids(1).remove(0);
    assessment.activities.get_mut(&first).unwrap().direct.reason = Some(" SE  bilag 3.".to_owned());
    assert_eq!(codes(&assessment), [Code::HON003]);
    assessment.activities.get_mut(&first).unwrap().direct.reason = Some("Se bilag 4".to_owned());
    assert_eq!(codes(&assessment), []);
}

#[test]
fn blank_reasons_are_no_reason_that_is_repeated() {
    for blank in ["", "  ", "-", "–", "."] {
        assert_eq!(codes(&copied(7, blank)), [], "{blank:?}");
    }
}

#[test]
fn what_the_house_has_in_common_may_be_said_of_one_threat_everywhere() {
    let shared = "Fælles backup, som blev afprøvet i marts";
    let under = |threats: [&str; 2], reason: &str| {
        with(ids(7).into_iter().enumerate().map(|(number, id)| {
            let threat = threat_id(threats[number % 2]);
            let level = 1 + u8::try_from(number % 3).unwrap();
            let mut answer = answer(kl())
                .consequence(Availability, level)
                .threat(threat.as_str(), level)
                .build();
            reason_of(&mut answer, &threat, reason);
            (id, answer)
        }))
    };
    assert_eq!(codes(&under(["T17", "T17"], shared)), []);
    assert_eq!(codes(&under(["T17", "T21"], shared)), [Code::HON003]);
    assert_eq!(codes(&under(["T17", "T17"], "Se bilag")), [Code::HON003]);
}

/// Assessed activities, the first of them with the catalogue's figures and the others with own.
fn confirmed(unchanged: usize, own: usize) -> Assessment {
    let mut assessment = support::assessment(catalogue(), kl());
    let ids = ids(unchanged + own);
    assessment.activities.retain(|id, _| ids.contains(id));
    for (number, id) in ids.iter().enumerate() {
        let answer = assessment.activities.get_mut(id).unwrap();
        answer.status = Status::Assessed;
        for figure in answer.consequences.figures.values_mut() {
            figure.origin = Origin::Own;
            if number >= unchanged {
                figure.reason = Some(format!("Grund {number}"));
            }
        }
    }
    assessment
}

#[test]
fn nine_of_ten_with_only_starting_figures_are_asked_about_once() {
    assert_eq!(codes(&confirmed(9, 0)), []);
    assert_eq!(codes(&confirmed(10, 0)), [Code::HON004]);
    assert_eq!(codes(&confirmed(10, 1)), [Code::HON004]);
    assert_eq!(codes(&confirmed(10, 2)), []);
    // Four of five read and confirmed, as in the example of Skovby.
    assert_eq!(codes(&confirmed(72, 18)), []);
    let mut assessment = confirmed(31, 2);
    let first = assessment.activities.values_mut().next().unwrap();
    first.consequences.figures.values_mut().next().unwrap().origin = Origin::Catalogue;
    let found = asked(&assessment);
    let facts: Vec<_> = found.iter().map(|finding| &finding.fact).collect();
    let wanted = Fact::OnlyStartingFigures { unchanged: 31, assessed: 33, unconfirmed: 1 };
    assert_eq!(facts, [&wanted]);
}

#[test]
fn whoever_has_taken_a_starting_figure_out_has_not_left_them_all_as_they_were() {
    let mut assessment = confirmed(10, 0);
    assert_eq!(codes(&assessment), [Code::HON004]);
    for answer in assessment.activities.values_mut() {
        answer.consequences.figures.pop_last().unwrap();
    }
    assert_eq!(codes(&assessment), []);
}

#[test]
fn a_new_assessment_is_asked_nothing() {
    let new = support::assessment(catalogue(), kl());
    assert_eq!(codes(&new), []);
}

#[test]
fn another_perspective_is_a_decision_of_ones_own() {
    let mut assessment = confirmed(10, 0);
    for answer in assessment.activities.values_mut() {
        let figure = ConsequenceFigure {
            rating: Rating::Rated(consequence(kl(), 2)),
            origin: Origin::Own,
            reason: None,
        };
        answer.consequences.figures.insert((Perspective::Organisation, Integrity), figure);
    }
    assert_eq!(codes(&assessment), []);
}

#[test]
fn under_a_method_of_another_size_nothing_is_the_catalogues() {
    let assessment = confirmed(10, 0);
    let mut catalogue = catalogue().clone();
    catalogue.consequence_levels = 5;
    let found = honesty(&assessment, &catalogue, kl(), "a.yml");
    assert!(found.is_empty(), "{found:?}");
}

fn unknown(assessment: &Assessment) -> Vec<(CountedAs, Said)> {
    let found = asked(assessment);
    let facts = found.iter().filter_map(|finding| match &finding.fact {
        Fact::UnknownAsLow { counted, said, .. } => Some((counted.clone(), *said)),
        _ => None,
    });
    facts.collect()
}

#[test]
fn unknown_is_asked_about_at_the_two_lowest_levels_only() {
    for (level, is_asked) in [(1, true), (2, true), (3, false), (4, false)] {
        let found = unknown(&one(direct(level, 3, "Det ved vi ikke")));
        assert_eq!(!found.is_empty(), is_asked, "likelihood {level}: {found:?}");
        let mut answer = answer(kl()).consequence(Integrity, level).build();
        answer.consequences.figures.get_mut(&(SUBJECT, Integrity)).unwrap().reason =
            Some("Ikke undersøgt".to_owned());
        let found = unknown(&one(answer));
        assert_eq!(!found.is_empty(), is_asked, "consequence {level}: {found:?}");
    }
}

#[test]
fn what_nobody_has_confirmed_or_nobody_counts_is_not_asked_about() {
    let low = |whose, origin| {
        let mut answer = answer(kl()).of(whose, Integrity, 1).build();
        let figure = answer.consequences.figures.get_mut(&(whose, Integrity)).unwrap();
        (figure.reason, figure.origin) = (Some("Ikke undersøgt".to_owned()), origin);
        unknown(&one(answer)).len()
    };
    assert_eq!(low(SUBJECT, Origin::Own), 1);
    assert_eq!(low(SUBJECT, Origin::Catalogue), 0);
    assert_eq!(low(Perspective::Society, Origin::Own), 0);
}

#[test]
fn unknown_names_the_threat_and_the_field() {
    let mut answer = answer(kl()).consequence(Confidentiality, 3).threat("T08", 1).build();
    reason_of(&mut answer, &threat_id("T08"), "Ingen anelse");
    let found = asked(&one(answer));
    let finding = found.iter().next().unwrap();
    assert!(
        matches!(&finding.location, Location::Answer { threat: Some(threat), .. }
            if *threat == threat_id("T08")),
        "{finding:?}"
    );
    assert!(
        matches!(&finding.fact, Fact::UnknownAsLow {
            counted: CountedAs::Low { field: Field::Likelihood, level: 1, .. },
            said: Said::Reason,
            quote,
        } if quote == "Ingen anelse"),
        "{finding:?}"
    );
}

#[test]
fn unknown_is_not_the_same_as_not_relevant() {
    let threat = answer(kl()).not_relevant("T08", "Uvist").build();
    assert_eq!(unknown(&one(threat)), [(CountedAs::NotApplicable(None), Said::Reason)]);
    let elsewhere = answer(kl()).not_relevant("T08", "Vi har ikke opgaven").build();
    assert_eq!(unknown(&one(elsewhere)), []);
    let activity = ActivityAnswer {
        status: Status::NotApplicable,
        status_reason: Some("Ved ikke".to_owned()),
        ..ActivityAnswer::default()
    };
    assert_eq!(unknown(&one(activity)), [(CountedAs::NotApplicable(None), Said::Reason)]);
    let mut figure = answer(kl()).consequence(Integrity, 1).build();
    let of = figure.consequences.figures.get_mut(&(SUBJECT, Integrity)).unwrap();
    (of.rating, of.reason) = (Rating::NotApplicable, Some("?".to_owned()));
    let field = Field::Consequence(SUBJECT, Integrity);
    assert_eq!(unknown(&one(figure)), [(CountedAs::NotApplicable(Some(field)), Said::Reason)]);
}

#[test]
fn a_note_is_read_only_where_the_activity_is_said_to_be_done() {
    let mut answer = direct(2, 3, "Ingen hændelser i tre år");
    answer.note = Some("Vi ved endnu ikke, hvem leverandøren giver adgang.".to_owned());
    answer.status = Status::InProgress;
    assert_eq!(unknown(&one(answer.clone())), []);
    answer.status = Status::Assessed;
    assert!(matches!(unknown(&one(answer.clone()))[..], [(_, Said::Note)]));
    answer.direct.likelihood = Rating::Rated(likelihood(kl(), 3));
    assert_eq!(unknown(&one(answer)), []);
}

#[test]
fn a_direct_likelihood_that_is_set_aside_is_not_asked_about() {
    let mut answer = direct(1, 3, "Ved ikke");
    assert_eq!(codes(&one(answer.clone())), [Code::HON005]);
    answer.threats.entry(threat_id("T08")).or_default().risk.likelihood =
        Rating::Rated(likelihood(kl(), 3));
    assert_eq!(codes(&one(answer)), []);
}

#[test]
fn no_question_is_an_error() {
    let honest = Code::ALL.iter().filter(|code| code.id().starts_with("HON"));
    assert_eq!(honest.clone().count(), 5);
    for code in honest {
        assert!(code.severity() < Severity::Error, "{}", code.id());
    }
}

const REASONS: [&str; 6] =
    ["", "Se bilag", "se bilag.", "Ved ikke", "Ingen hændelser i tre år", "Logget"];

/// Levels of threats, a level of consequence, and a reason for each.
fn answers() -> impl Strategy<Value = Vec<(Vec<u8>, u8, usize)>> {
    let threats = prop::collection::vec(1..=4_u8, 0..12);
    prop::collection::vec((threats, 1..=4_u8, 0..REASONS.len()), 0..20)
}

fn made(answers: &[(Vec<u8>, u8, usize)]) -> Vec<(ActivityId, ActivityAnswer)> {
    let made = ids(answers.len()).into_iter().zip(answers).map(|(id, (levels, of, reason))| {
        let mut answer = rated(levels);
        answer.consequences.figures.get_mut(&(SUBJECT, Confidentiality)).unwrap().rating =
            Rating::Rated(consequence(kl(), *of));
        for (number, threat) in answer.threats.values_mut().enumerate() {
            let reason = REASONS[(reason + number) % REASONS.len()];
            threat.risk.reason = Some(reason.to_owned());
        }
        (id, answer)
    });
    made.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_in_which_activities_are_answered_changes_nothing(answers in answers()) {
        let made = made(&answers);
        let backwards: Vec<_> = made.iter().rev().cloned().collect();
        prop_assert_eq!(asked(&with(made)), asked(&with(backwards)));
    }

    #[test]
    fn an_activity_with_a_figure_that_differs_never_brings_about_a_question_on_sameness(
        answers in answers(), alike in 0..14_usize,
    ) {
        // Some that are alike, so that the threshold is met from both sides.
        let mut answers = answers;
        answers.extend(vec![(vec![2], 3, 0); alike]);
        let made = made(&answers);
        let straight = |assessment: &Assessment| {
            let found = asked(assessment);
            let facts = found.iter().filter_map(|finding| match finding.fact {
                Fact::SameFigureThroughout { axis, level, .. } => Some((axis == Axis::Likelihood, level)),
                _ => None,
            });
            facts.collect::<Vec<_>>()
        };
        let before = straight(&with(made.clone()));
        // Neither of the figures that decide so far may be that of the new activity.
        let mut odd = rated(&[4]);
        for figure in odd.consequences.figures.values_mut() {
            figure.rating = Rating::Rated(consequence(kl(), 1));
        }
        let id = ids(40).pop().unwrap();
        let after = straight(&with(made.into_iter().chain([(id, odd)])));
        let odd_ones = [(true, 4), (false, 1)];
        for found in after.iter().filter(|found| !odd_ones.contains(found)) {
            prop_assert!(before.contains(found), "{:?} came after {:?}", found, before);
        }
    }

    #[test]
    fn a_threat_at_another_level_never_brings_about_a_question_on_its_activity(
        count in 0..16_usize, level in 1..=4_u8, other in 1..=4_u8,
    ) {
        prop_assume!(level != other);
        let mut levels = vec![level; count];
        let before = has(&one(rated(&levels)), Code::HON001);
        levels.push(other);
        prop_assert!(before || !has(&one(rated(&levels)), Code::HON001));
    }

    #[test]
    fn an_answer_with_nothing_rated_is_never_asked_about_sameness(
        answers in answers(), untouched in 0..60_usize,
    ) {
        let made = made(&answers);
        let without = asked(&with(made.clone()));
        let new = support::assessment(catalogue(), kl());
        let taken: Vec<_> = made.iter().map(|(id, _)| id.clone()).collect();
        let rest = new.activities.into_iter().filter(|(id, _)| !taken.contains(id)).take(untouched);
        prop_assert_eq!(without, asked(&with(made.into_iter().chain(rest))));
    }
}
