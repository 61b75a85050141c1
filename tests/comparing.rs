//! Comparing two assessments: the same from both sides, nothing against itself, and nothing stretched.
#![allow(clippy::unwrap_used, reason = "a failing test may say so")]

mod support;

use proptest::prelude::*;
use risiko::domain::{
    ActivityAnswer, Assessment, Dimension, LevelMap, Method, MethodRef, MunicipalityCode, Origin,
    Perspective, Status, ThreatId,
};
use risiko::engine::compare::{
    Class, Common, Comparison, Extent, Figure, Missing, Movement, Reason, Side, SideName, Step,
    Summary, Texts, WorthAMeeting, Yardstick, assessors, compare, compare_part,
};
use risiko::engine::{RiskSource, activity_risk, preview, share};

use support::whole::anything;
use support::{AnswerBuilder, activity_id, answer, assessment, catalogue, method, threat_id};

const KL: &str = "kl-4x4";

fn compared<'a>(left: &'a Assessment, right: &'a Assessment) -> Comparison<'a> {
    under(left, right, KL)
}

/// Each side by its own method, both read through `common`.
fn under<'a>(left: &'a Assessment, right: &'a Assessment, common: &str) -> Comparison<'a> {
    let common = Common { method: method(common), levels: &[] };
    compare(side(left), side(right), common, &[])
}

fn side(assessment: &Assessment) -> Side<'_> {
    let method = method(assessment.method.id.as_str());
    Side { assessment, catalogue: catalogue(), method }
}

/// An assessment of Skovby with these answers and nothing else.
fn skovby<const N: usize>(answers: [(&str, AnswerBuilder<'_>); N]) -> Assessment {
    let mut assessment = assessment(catalogue(), method(KL));
    assessment.activities =
        answers.into_iter().map(|(id, answer)| (activity_id(id), answer.build())).collect();
    assessment
}

/// The same for another municipality.
fn fjordby<const N: usize>(answers: [(&str, AnswerBuilder<'_>); N]) -> Assessment {
    let mut assessment = skovby(answers);
    assessment.municipality = MunicipalityCode::parse("999").unwrap();
    assessment.municipality_name = "Fjordby".to_owned();
    assessment
}

fn by(method: &Method, assessment: Assessment) -> Assessment {
    let method = MethodRef { id: method.id.clone(), version: method.version };
    Assessment { method, ..assessment }
}

fn judged(likelihood: u8, consequence: u8) -> AnswerBuilder<'static> {
    answer(method(KL)).consequence(Dimension::Confidentiality, consequence).direct(likelihood)
}

fn classes(comparison: &Comparison<'_>) -> Vec<(String, Class)> {
    comparison.differences.iter().map(|d| (d.id.to_string(), d.class.clone())).collect()
}

proptest! {
    #[test]
    fn an_assessment_does_not_differ_from_itself(assessment in anything()) {
        let comparison = compared(&assessment, &assessment);
        prop_assert!(comparison.is_empty(), "{:?}", classes(&comparison));
        prop_assert_eq!(comparison.summary.agree + comparison.summary.neither, comparison.summary.of);
    }

    #[test]
    fn one_way_is_the_mirror_of_the_other(a in anything(), b in anything(), is_other: bool) {
        let mut b = b;
        if is_other {
            b.municipality = MunicipalityCode::parse("999").unwrap();
        }
        let (there, back) = (compared(&a, &b), compared(&b, &a));
        prop_assert_eq!(there.differences.len(), back.differences.len());
        prop_assert_eq!(there.summary.raised, back.summary.lowered);
        prop_assert_eq!(there.summary.lowered, back.summary.raised);
        for (x, y) in there.differences.iter().zip(&back.differences) {
            prop_assert_eq!(&x.id, &y.id);
            prop_assert_eq!(std::mem::discriminant(&x.class), std::mem::discriminant(&y.class));
            prop_assert_eq!(x.steps, y.steps);
            prop_assert_eq!(&x.measures.left, &y.measures.right);
            prop_assert_eq!(&x.agree.left, &y.agree.right);
            let mut turned = y.figures.clone();
            for figure in &mut turned {
                std::mem::swap(&mut figure.left, &mut figure.right);
            }
            // Own threats of both sides come in the order of the sides.
            prop_assert_eq!(x.figures.len(), turned.len());
            prop_assert!(x.figures.iter().all(|figure| turned.contains(figure)));
        }
    }

    #[test]
    fn every_activity_is_counted_once(a in anything(), b in anything()) {
        let Comparison { summary: s, differences, .. } = &compared(&a, &b);
        let different = s.judgement + s.scale_only + s.coverage + s.catalogue + s.not_comparable;
        prop_assert_eq!(different, differences.len());
        prop_assert_eq!(different + s.agree + s.neither, s.of);
    }

    #[test]
    fn where_nothing_but_the_method_differs_no_judgement_is_found(a in anything()) {
        let b = by(method("datatilsynet-4x4"), a.clone());
        for (_, class) in classes(&under(&a, &b, KL)) {
            prop_assert_eq!(class, Class::ScaleOnly(Yardstick::Method));
        }
    }

    #[test]
    fn the_smallest_change_gives_the_other_band(
        a in anything(), b in anything(), common in prop::sample::select(vec![KL, "standard-4x4"]),
    ) {
        let comparison = under(&a, &b, common);
        for difference in comparison.differences {
            let (Some(left), Some(right)) = (difference.left, difference.right) else { continue };
            let Some(steps) = difference.agree.left else { continue };
            let wanted = right.common().unwrap().band.rank;
            prop_assert_ne!(left.common().unwrap().band.rank, wanted);
            let mut moved = a.clone();
            let answer = moved.activities.get_mut(left.id).unwrap();
            for step in &steps {
                match (&step.figure, step.to) {
                    (Figure::Consequence(whose, kind), _) => {
                        let theirs = right.answer.consequences.figures.get(&(*whose, *kind));
                        match (theirs, step.to) {
                            (Some(theirs), level) => {
                                let mut figure = theirs.clone();
                                if let Some(level) = level {
                                    figure.rating =
                                        method(common).consequence.level(level).into();
                                }
                                answer.consequences.figures.insert((*whose, *kind), figure);
                            }
                            (None, _) => {
                                answer.consequences.figures.remove(&(*whose, *kind));
                            }
                        }
                    }
                    (Figure::Likelihood(RiskSource::Direct), level) => {
                        let level = level.and_then(|level| method(common).likelihood.level(level));
                        answer.direct.likelihood = level.into();
                    }
                    (Figure::Likelihood(RiskSource::Threat(id)), level) => {
                        let level = level.and_then(|level| method(common).likelihood.level(level));
                        let theirs = right.answer.threats.get(id).cloned().unwrap_or_default();
                        let threat = answer.threats.entry(id.clone()).or_default();
                        threat.not_relevant = theirs.not_relevant;
                        threat.risk.likelihood = level.into();
                    }
                    other => prop_assert!(false, "{:?} does not move today's band", other),
                }
            }
            let again = under(&moved, &b, common);
            let band = again.differences.iter().find(|d| d.id == difference.id).map(|d| d.steps);
            prop_assert!(matches!(band, None | Some(Some(0))), "{:?} after {:?}", band, steps);
        }
    }
}

#[test]
fn another_figure_is_a_judgement_and_says_what_would_make_them_agree() {
    let left = skovby([("74", judged(2, 4))]);
    let right = fjordby([("74", judged(4, 4))]);
    let comparison = compared(&left, &right);
    let [difference] = &comparison.differences[..] else { panic!("one difference") };
    assert_eq!(difference.class, Class::Judgement);
    assert_eq!(difference.movement, Some(Movement::Raised));
    // kl-4x4: likelihood 2 with consequence 4 is band 3, likelihood 4 with consequence 4 is band 5.
    assert_eq!(difference.steps, Some(2));
    let likelihood = Figure::Likelihood(RiskSource::Direct);
    assert_eq!(difference.figures.len(), 1);
    assert_eq!(difference.figures[0].figure, likelihood);
    let steps = difference.agree.right.as_ref().unwrap();
    assert_eq!((&steps[0].figure, steps[0].from, steps[0].to), (&likelihood, Some(4), Some(2)));
}

#[test]
fn the_same_figures_under_another_matrix_are_only_another_yardstick() {
    let left = skovby([("74", judged(2, 4))]);
    let right = by(method("datatilsynet-4x4"), fjordby([("74", judged(2, 4))]));
    let comparison = under(&left, &right, KL);
    assert_eq!(classes(&comparison), [("74".to_owned(), Class::ScaleOnly(Yardstick::Method))]);
    let difference = &comparison.differences[0];
    assert_eq!(difference.movement, Some(Movement::Level), "read through one method they agree");
    assert!(difference.figures.is_empty());
}

#[test]
fn counting_the_organisation_too_is_another_yardstick() {
    let more = |answer: AnswerBuilder<'static>| {
        answer.of(Perspective::Organisation, Dimension::Availability, 4)
    };
    let left = skovby([("74", judged(3, 2))]);
    let mut right = fjordby([("74", more(judged(3, 2)))]);
    right.perspectives.push(Perspective::Organisation);
    assert_eq!(
        classes(&compared(&left, &right)),
        [("74".to_owned(), Class::ScaleOnly(Yardstick::Perspectives))]
    );
}

#[test]
fn what_only_one_has_assessed_is_coverage() {
    let empty = || answer(method(KL));
    let left = skovby([("05", judged(2, 2)), ("73", judged(1, 1)), ("74", judged(2, 2))]);
    let right = fjordby([("05", empty()), ("74", judged(2, 2))]);
    let expected = [
        ("05", Class::Coverage(Missing::Figures(SideName::Right))),
        ("73", Class::Coverage(Missing::Activity(SideName::Right))),
    ];
    assert_eq!(classes(&compared(&left, &right)), expected.map(|(id, c)| (id.to_owned(), c)));
}

#[test]
fn a_threat_that_only_one_has_rated_is_coverage_and_no_judgement() {
    let rated = || answer(method(KL)).consequence(Dimension::Confidentiality, 3).threat("T03", 2);
    let left = skovby([("74", rated())]);
    let right = fjordby([("74", rated().threat("T04", 3))]);
    let comparison = compared(&left, &right);
    assert_eq!(classes(&comparison), [("74".to_owned(), Class::Coverage(Missing::SomeFigures))]);
    let figure = &comparison.differences[0].figures[0];
    assert_eq!(figure.figure, Figure::Likelihood(RiskSource::Threat(threat_id("T04"))));
    assert!(figure.left.is_none());
}

#[test]
fn scoring_by_threat_against_scoring_directly_is_a_judgement() {
    let left = skovby([("74", judged(2, 3))]);
    let by_threat = answer(method(KL)).consequence(Dimension::Confidentiality, 3).threat("T03", 4);
    let right = fjordby([("74", by_threat)]);
    assert_eq!(classes(&compared(&left, &right)), [("74".to_owned(), Class::Judgement)]);
}

#[test]
fn starting_figures_that_nobody_confirmed_differ_by_catalogue() {
    let unconfirmed = |level| {
        let mut answer = judged(2, level).build();
        for figure in answer.consequences.figures.values_mut() {
            figure.origin = Origin::Catalogue;
        }
        answer
    };
    let mut left = skovby([("74", judged(2, 3))]);
    let mut right = fjordby([("74", judged(2, 3))]);
    left.activities.insert(activity_id("74"), unconfirmed(2));
    right.activities.insert(activity_id("74"), unconfirmed(3));
    assert_eq!(classes(&compared(&left, &right)), [("74".to_owned(), Class::Catalogue)]);
}

#[test]
fn an_answer_to_a_retired_activity_counts_for_its_successor() {
    let left = skovby([("81", judged(2, 3))]);
    let right = fjordby([("73", judged(2, 3))]);
    let comparison = compared(&left, &right);
    assert!(comparison.is_empty());
    assert_eq!(comparison.summary.agree, 1);
    // Where the same assessment answers both, the retired one stands alone.
    let left = skovby([("81", judged(4, 4)), ("73", judged(2, 3))]);
    let comparison = compared(&left, &right);
    assert_eq!(
        classes(&comparison),
        [("81".to_owned(), Class::Coverage(Missing::Activity(SideName::Right)))]
    );
}

#[test]
fn own_activities_are_laid_beside_what_they_replace() {
    let mut own = catalogue().clone();
    for id in ["X01", "X02"] {
        let mut activity = own.activities[&activity_id("74")].clone();
        activity.id = activity_id(id);
        activity.replaces = (id == "X01").then(|| activity_id("74"));
        own.activities.insert(activity.id.clone(), activity);
    }
    let left = skovby([("X01", judged(2, 3)), ("X02", judged(2, 2))]);
    let right = fjordby([("74", judged(3, 3)), ("X02", judged(2, 2))]);
    let kl = method(KL);
    let side = |assessment| Side { assessment, catalogue: &own, method: kl };
    let common = Common { method: kl, levels: &[] };
    let comparison = compare(side(&left), side(&right), common, &[]);
    let own = |name| Class::NotComparable(Reason::Own(name));
    let mut found = classes(&comparison);
    found.sort_by_key(|(id, class)| (id.clone(), format!("{class:?}")));
    assert_eq!(
        found,
        [
            ("74".to_owned(), Class::Judgement),
            ("X02".to_owned(), own(SideName::Left)),
            ("X02".to_owned(), own(SideName::Right)),
        ]
    );
    let next_year = Assessment { round: "2027".to_owned(), ..left.clone() };
    assert!(compare(side(&left), side(&next_year), common, &[]).is_empty());
}

#[test]
fn a_split_activity_is_not_compared_by_one_of_its_parts() {
    let mut own = catalogue().clone();
    for id in ["X01", "X02"] {
        let mut activity = own.activities[&activity_id("74")].clone();
        activity.id = activity_id(id);
        activity.replaces = Some(activity_id("74"));
        own.activities.insert(activity.id.clone(), activity);
    }
    let left = skovby([("X01", judged(2, 3)), ("X02", judged(4, 4))]);
    let right = fjordby([("74", judged(2, 3))]);
    let kl = method(KL);
    let side = |assessment| Side { assessment, catalogue: &own, method: kl };
    let comparison = compare(side(&left), side(&right), Common { method: kl, levels: &[] }, &[]);
    let split = Reason::Split {
        left: vec![activity_id("X01"), activity_id("X02")],
        right: vec![activity_id("74")],
    };
    assert_eq!(classes(&comparison), [("74".to_owned(), Class::NotComparable(split))]);
}

/// A method of five by five, made of one of four by four; every level has words of its own.
fn five_by_five() -> Method {
    let text = include_str!("support/metode-5x5.yml");
    risiko::store::parse_method("metode-5x5.yml", text).unwrap()
}

#[test]
fn methods_of_different_size_are_compared_only_where_the_levels_are_declared() {
    let five = five_by_five();
    let at = |likelihood: u8, consequence: u8| {
        let mut answer = judged(1, 1).build();
        answer.direct.likelihood = five.likelihood.level(likelihood).into();
        for figure in answer.consequences.figures.values_mut() {
            figure.rating = five.consequence.level(consequence).into();
        }
        answer
    };
    let left = skovby([("74", judged(2, 3)), ("05", judged(2, 3)), ("06", judged(4, 4))]);
    let mut right = by(&five, fjordby([]));
    for (id, likelihood, consequence) in [("74", 3, 4), ("05", 5, 4), ("06", 5, 5)] {
        right.activities.insert(activity_id(id), at(likelihood, consequence));
    }
    let kl = method(KL);
    let sides = (
        Side { assessment: &left, catalogue: catalogue(), method: kl },
        Side { assessment: &right, catalogue: catalogue(), method: &five },
    );
    let undeclared = compare(sides.0, sides.1, Common { method: kl, levels: &[] }, &[]);
    assert_eq!(undeclared.summary.not_comparable, 3);
    assert!(undeclared.differences.iter().all(|d| d.steps.is_none() && d.figures.is_empty()));
    let declared = [LevelMap {
        from: five.id.clone(),
        to: kl.id.clone(),
        likelihood: [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4)].into(),
        consequence: [(1, 1), (2, 2), (3, 2), (4, 3)].into(),
        reason: None,
    }];
    let common = Common { method: kl, levels: &declared };
    let comparison = compare(sides.0, sides.1, common, &[]);
    let found = classes(&comparison);
    // 3 and 4 of five are 2 and 3 of four: the same figures, in bands of other names.
    assert!(found.contains(&("74".to_owned(), Class::ScaleOnly(Yardstick::Method))), "{found:?}");
    assert!(found.contains(&("05".to_owned(), Class::Judgement)), "{found:?}");
    let level = |(id, class): &(String, Class)| {
        id == "06" && matches!(class, Class::NotComparable(Reason::Level { .. }))
    };
    assert!(found.iter().any(level), "consequence 5 has no counterpart: {found:?}");
    let judgement = comparison.differences.iter().find(|d| d.id == activity_id("05")).unwrap();
    let given = judgement.figures[0].right.unwrap();
    assert_eq!((given.level, given.stated), (Some(4), Some(5)), "the original is kept beside");
}

#[test]
fn an_answer_carried_on_unchanged_says_for_how_many_rounds() {
    let round = |year: &str, likelihood: u8| {
        let mut assessment = skovby([("74", judged(likelihood, 3)), ("05", judged(1, 1))]);
        assessment.as_of = format!("{year}-11-01").parse().unwrap();
        assessment
    };
    let rounds = [round("2022", 4), round("2023", 2), round("2024", 2), round("2025", 2)];
    let kl = method(KL);
    let common = Common { method: kl, levels: &[] };
    let earlier = [side(&rounds[0]), side(&rounds[1])];
    let comparison = compare(side(&rounds[2]), side(&rounds[3]), common, &earlier);
    let rounds: Vec<(String, usize)> =
        comparison.carried.iter().map(|c| (c.id.to_string(), c.rounds)).collect();
    assert_eq!(rounds, [("05".to_owned(), 4), ("74".to_owned(), 3)]);
    assert!(comparison.is_empty());
}

#[test]
fn another_text_is_told_apart_from_another_figure() {
    let left = skovby([("74", judged(2, 3)), ("05", judged(2, 2))]);
    let mut right = left.clone();
    right.activities.get_mut(&activity_id("74")).unwrap().note = Some("Ny leverandør".to_owned());
    let comparison = compared(&left, &right);
    assert!(comparison.differences.is_empty());
    assert_eq!(comparison.other_texts, [activity_id("74")]);
    assert!(!comparison.is_empty());
}

#[test]
fn a_shared_file_does_not_differ_from_what_it_was_made_of() {
    let mut own = skovby([("74", judged(2, 3)), ("05", judged(2, 2))]);
    let answer = own.activities.get_mut(&activity_id("74")).unwrap();
    answer.note = Some("Ny leverandør".to_owned());
    answer.direct.reason = Some("Sket en gang".to_owned());
    answer.direct.measures = vec!["Vores egen kontrol".to_owned()];
    let common = Common { method: method(KL), levels: &[] };
    let texts_of = |other: &Assessment, texts| {
        let extent = Extent { texts, ..Extent::default() };
        compare_part(side(&own), side(other), common, &[], extent).other_texts
    };
    for (with_reasons, texts) in [(false, Texts::None), (true, Texts::Reasons)] {
        let mut sent = share(&own, catalogue(), method(KL), with_reasons).0.assessment;
        assert_eq!(texts_of(&sent, texts), []);
        assert_eq!(texts_of(&sent, Texts::All), [activity_id("74")]);
        let sent_answer = sent.activities.get_mut(&activity_id("74")).unwrap();
        sent_answer.direct.reason = Some("Sket to gange".to_owned());
        let differing = texts_of(&sent, texts);
        assert_eq!(differing.len(), usize::from(with_reasons), "what both hold is compared");
    }
}

#[test]
fn the_summary_counts_the_chosen_activities_and_no_others() {
    let left = skovby([("05", judged(1, 2)), ("06", judged(1, 1)), ("74", judged(4, 4))]);
    let right = fjordby([("05", judged(3, 3)), ("06", judged(1, 1)), ("74", judged(3, 4))]);
    let common = Common { method: method(KL), levels: &[] };
    let chosen = [activity_id("05"), activity_id("06")].into();
    let extent = Extent { activities: Some(&chosen), ..Extent::default() };
    let comparison = compare_part(side(&left), side(&right), common, &[], extent);
    let Summary { of, agree, judgement, .. } = comparison.summary;
    assert_eq!((of, agree, judgement), (2, 1, 1));
    assert_eq!(comparison.differences.len(), 1);
}

#[test]
fn the_worst_of_either_side_comes_first() {
    let left = skovby([("05", judged(1, 2)), ("06", judged(1, 1)), ("74", judged(4, 4))]);
    let right = fjordby([("05", judged(3, 3)), ("06", judged(2, 2)), ("74", judged(3, 4))]);
    let ids: Vec<String> =
        compared(&left, &right).differences.iter().map(|d| d.id.to_string()).collect();
    assert_eq!(ids, ["74", "05", "06"]);
}

#[test]
fn assessors_meet_about_what_they_band_differently_and_nothing_else() {
    let anna = skovby([("05", judged(1, 1)), ("06", judged(3, 3)), ("74", judged(2, 4))]);
    let bo = skovby([("05", judged(1, 1)), ("06", judged(1, 4)), ("74", judged(4, 4))]);
    let mut carla = skovby([("05", judged(1, 1)), ("06", judged(3, 3)), ("74", judged(2, 4))]);
    carla.activities.remove(&activity_id("06"));
    let common = Common { method: method(KL), levels: &[] };
    let all = [side(&anna), side(&bo), side(&carla)];
    let found = assessors(&all, common);
    let worth: Vec<_> = found.activities.iter().map(|a| (a.id.as_str(), a.worth)).collect();
    // kl-4x4: 2 × 4 is band 3 and 4 × 4 is 5; 3 × 3 is band 3 and 1 × 4 is 2.
    let bands = Some(WorthAMeeting::Bands);
    assert_eq!(worth, [("74", bands), ("06", bands), ("05", None)]);
    assert_eq!(found.activities[0].spread, Some(2));
    assert_eq!(found.activities[0].figures.len(), 1, "only the likelihood of 74 differs");
    // Two of the three activities are banded differently, one alike.
    let alpha = found.alpha(method(KL)).unwrap();
    assert!(alpha > 0.0 && alpha < 1.0, "{alpha}");
    let alone = assessors(&all[..1], common);
    assert_eq!(alone.alpha(method(KL)), None, "one alone agrees with nobody");
    assert!(alone.activities.iter().all(|activity| activity.spread.is_none()));
}

#[test]
fn a_method_that_has_other_levels_on_one_axis_is_no_method_of_the_same_size() {
    let kl = method(KL);
    let text = include_str!("support/metode-5x5.yml");
    let large = risiko::store::parse_method("metode-5x5.yml", text).unwrap();
    let assessment = assessment(catalogue(), kl);
    let read_by = |other: &Method| preview(&assessment, catalogue(), kl, other).is_some();
    assert!(read_by(&method("standard-4x4").clone()));
    assert!(!read_by(&Method { likelihood: large.likelihood.clone(), ..kl.clone() }));
    assert!(!read_by(&Method { consequence: large.consequence.clone(), ..kl.clone() }));
}

/// A figure, and the levels from and to which it goes.
type Going = (Figure, Option<u8>, Option<u8>);

/// The steps that each side would have to take about the one activity that differs.
fn ways(left: &Assessment, right: &Assessment) -> [Vec<Going>; 2] {
    let comparison = compared(left, right);
    assert_eq!(comparison.differences.len(), 1);
    let difference = comparison.differences.first().unwrap();
    let steps = |steps: &Option<Vec<Step>>| {
        let steps = steps.iter().flatten();
        steps.map(|step| (step.figure.clone(), step.from, step.to)).collect()
    };
    [steps(&difference.agree.left), steps(&difference.agree.right)]
}

#[test]
fn of_one_figure_the_fewest_levels_that_are_enough_are_named_up_and_down() {
    let direct = || Figure::Likelihood(RiskSource::Direct);
    let of = |left, right| ways(&skovby([("74", left)]), &fjordby([("74", right)]));
    // kl-4x4 with consequence 1: band 1 up to likelihood 3, band 2 at 4.
    let [left, right] = of(judged(4, 1), judged(1, 1));
    assert_eq!(left, [(direct(), Some(4), Some(3))]);
    assert_eq!(right, [(direct(), Some(1), Some(4))]);
    // With consequence 2: band 1 at 1, band 2 at 2 and 3.
    let [left, right] = of(judged(1, 2), judged(3, 2));
    assert_eq!(left, [(direct(), Some(1), Some(2))]);
    assert_eq!(right, [(direct(), Some(3), Some(1))]);
    // With likelihood 1: band 1 up to consequence 3.
    let consequence = || Figure::Consequence(Perspective::DataSubject, Dimension::Confidentiality);
    let [left, _] = of(judged(1, 4), judged(1, 1));
    assert_eq!(left, [(consequence(), Some(4), Some(3))]);
    let rated =
        |level| answer(method(KL)).consequence(Dimension::Confidentiality, 1).threat("T08", level);
    let threat = Figure::Likelihood(RiskSource::Threat(threat_id("T08")));
    let [left, right] = of(rated(4), rated(2));
    assert_eq!(left, [(threat.clone(), Some(4), Some(3))]);
    assert_eq!(right, [(threat, Some(2), Some(4))]);
}

#[test]
fn where_one_figure_is_not_enough_the_ones_that_are_together_are_named() {
    let hits =
        |id: &ThreatId| catalogue().threats[id].dimensions.contains(&Dimension::Confidentiality);
    let threats: Vec<_> = catalogue().threats.keys().filter(|id| hits(id)).take(5).collect();
    let rated = |levels: [u8; 5]| {
        let answer = answer(method(KL)).consequence(Dimension::Confidentiality, 4);
        let rated = threats.iter().zip(levels);
        rated.fold(answer, |answer, (id, level)| answer.threat(id.as_str(), level))
    };
    let [left, right] =
        ways(&skovby([("74", rated([1, 1, 1, 4, 4]))]), &fjordby([("74", rated([2; 5]))]));
    let step = |at: usize, from, to| {
        (Figure::Likelihood(RiskSource::Threat(threats[at].clone())), Some(from), Some(to))
    };
    assert_eq!(left, [step(3, 4, 2), step(4, 4, 2)]);
    assert_eq!(right, [step(3, 2, 4)]);
}

#[test]
fn a_threat_of_ones_own_is_no_figure_for_another_municipality_to_take_over() {
    let mut own = catalogue().clone();
    let mut threat = own.threats[&threat_id("T08")].clone();
    threat.id = threat_id("TX01");
    own.threats.insert(threat.id.clone(), threat);
    let rated = |with_own: bool| {
        let answer = answer(method(KL)).consequence(Dimension::Confidentiality, 4).threat("T08", 1);
        if with_own { answer.threat("TX01", 4) } else { answer }
    };
    let kl = method(KL);
    let steps = |left: &Assessment, right: &Assessment| {
        let side = |assessment| Side { assessment, catalogue: &own, method: kl };
        let comparison = compare(side(left), side(right), Common { method: kl, levels: &[] }, &[]);
        let agree = comparison.differences[0].agree.clone();
        let touches = |steps: Option<Vec<Step>>| {
            let own = Figure::Likelihood(RiskSource::Threat(threat_id("TX01")));
            steps.iter().flatten().any(|step| step.figure == own)
        };
        (touches(agree.left), touches(agree.right))
    };
    let (with, without) = (skovby([("74", rated(true))]), skovby([("74", rated(false))]));
    assert_eq!(steps(&with, &fjordby([("74", rated(false))])), (false, false));
    // In two rounds of the same municipality it is the same threat.
    assert_eq!(steps(&with, &without), (true, true));
}

#[test]
fn a_direct_likelihood_that_threats_have_set_aside_differs_from_nothing() {
    let of = |level| {
        let answer = answer(method(KL)).consequence(Dimension::Confidentiality, 3);
        answer.threat("T08", 2).threat("T12", 2).direct(level)
    };
    let (left, right) = (skovby([("74", of(4))]), fjordby([("74", of(1))]));
    let comparison = compared(&left, &right);
    assert_eq!((comparison.differences.len(), comparison.summary.agree), (0, 1));
}

#[test]
fn what_comes_to_the_same_band_needs_no_way_to_agree() {
    let (left, right) = (skovby([("74", judged(1, 1))]), fjordby([("74", judged(2, 1))]));
    let comparison = compared(&left, &right);
    let difference = &comparison.differences[0];
    assert_eq!((difference.class.clone(), difference.steps), (Class::Judgement, Some(0)));
    assert_eq!((&difference.agree.left, &difference.agree.right), (&None, &None));
    assert_eq!((comparison.summary.judgement, comparison.summary.judgement_same_band), (1, 1));
}

#[test]
fn every_outcome_is_counted_as_often_as_it_is_there() {
    let has_not = || {
        let mut none = answer(method(KL)).build();
        none.status = Status::NotApplicable;
        none
    };
    let starting = |level| {
        let mut answer = judged(2, level).build();
        answer.consequences.figures.values_mut().for_each(|f| f.origin = Origin::Catalogue);
        answer
    };
    let mut left = skovby([]);
    let mut right = fjordby([]);
    let mut put = |ids: [&str; 2], mine: Option<ActivityAnswer>, theirs: Option<ActivityAnswer>| {
        for id in ids {
            left.activities.extend(mine.clone().map(|answer| (activity_id(id), answer)));
            right.activities.extend(theirs.clone().map(|answer| (activity_id(id), answer)));
        }
    };
    let one = |likelihood, consequence| Some(judged(likelihood, consequence).build());
    put(["01", "02"], one(2, 2), one(2, 2));
    put(["03", "05"], one(1, 1), one(2, 1));
    put(["06", "07"], one(1, 4), one(4, 4));
    put(["08", "09"], one(4, 4), one(1, 4));
    put(["10", "11"], one(2, 2), None);
    put(["12", "13"], Some(has_not()), one(2, 2));
    put(["14", "15"], Some(starting(2)), Some(starting(3)));
    put(["16", "17"], Some(has_not()), Some(has_not()));
    let comparison = compared(&left, &right);
    let not_here = Class::Coverage(Missing::NotApplicable(SideName::Left));
    assert!(classes(&comparison).contains(&("12".to_owned(), not_here)));
    let summary = comparison.summary;
    assert_eq!((summary.of, summary.agree, summary.neither, summary.both), (16, 2, 2, 10));
    assert_eq!((summary.judgement, summary.judgement_same_band), (6, 2));
    assert_eq!((summary.coverage, summary.only_left, summary.only_right), (4, 2, 2));
    assert_eq!((summary.catalogue, summary.raised, summary.lowered), (2, 2, 2));
    // The same figures by another method, and an activity that is split into several here.
    let other =
        by(method("datatilsynet-4x4"), skovby([("01", judged(2, 4)), ("02", judged(2, 4))]));
    let same = skovby([("01", judged(2, 4)), ("02", judged(2, 4))]);
    let scale = under(&other, &same, KL);
    assert_eq!(scale.summary.scale_only, 2);
}

#[test]
fn a_residual_band_of_another_name_is_another_yardstick_too() {
    let (kl, other) = (method(KL), method("datatilsynet-4x4"));
    let of = |residual| {
        let answer = answer(kl).consequence(Dimension::Confidentiality, 4).threat("T08", 4);
        answer.residual("T08", Some(residual), None)
    };
    let name = |method: &Method, likelihood: u8| {
        let own = by(method, skovby([("74", of(likelihood))]));
        let side = Side { assessment: &own, catalogue: catalogue(), method };
        let scope = side.scope();
        let risk = activity_risk(&own.activities[&activity_id("74")], scope);
        let names = [risk.current(), risk.residual()]
            .map(|score| score.unwrap().1.band.label.to_lowercase());
        let [current, residual] = names;
        (current, residual)
    };
    // The same word today, and another for what remains.
    let level = (1..=4).find(|level| {
        let ((now, then), (other_now, other_then)) = (name(kl, *level), name(other, *level));
        now == other_now && then != other_then
    });
    let level = level.unwrap();
    let left = skovby([("74", of(level))]);
    let right = by(other, fjordby([("74", of(level))]));
    let yardstick = Class::ScaleOnly(Yardstick::Method);
    assert_eq!(classes(&under(&left, &right, KL)), [("74".to_owned(), yardstick)]);
}

#[test]
fn levels_of_the_same_words_are_read_as_each_other_and_the_others_are_not() {
    use risiko::domain::{Level, LevelNumber, Scale};
    let kl = method(KL);
    fn worded<L: LevelNumber>(large: &Scale<L>, small: &Scale<L>) -> Scale<L> {
        let levels = large.levels().map(|(number, level)| {
            let same = small.level(number.number()).and_then(|number| small.describe(number));
            same.map_or_else(
                || level.clone(),
                |same| Level { number: number.number(), ..same.clone() },
            )
        });
        Scale::new(levels.collect()).unwrap()
    }
    let five = five_by_five();
    let likelihood = worded(&five.likelihood, &kl.likelihood);
    let consequence = worded(&five.consequence, &kl.consequence);
    let both = Method { likelihood, consequence: consequence.clone(), ..five.clone() };
    let one = Method { consequence, ..five.clone() };
    let found = |large: &Method, level: u8| {
        let mut answer = judged(1, 1).build();
        answer.direct.likelihood = large.likelihood.level(level).into();
        let (left, mut right) = (skovby([("74", judged(2, 1))]), by(large, fjordby([])));
        right.activities.insert(activity_id("74"), answer);
        let sides = [(&left, kl), (&right, large)];
        let [left, right] =
            sides.map(|(assessment, method)| Side { assessment, catalogue: catalogue(), method });
        classes(&compare(left, right, Common { method: kl, levels: &[] }, &[])).remove(0).1
    };
    assert!(matches!(found(&both, 3), Class::Judgement));
    assert!(matches!(found(&both, 5), Class::NotComparable(Reason::Level { .. })));
    assert!(matches!(found(&one, 3), Class::NotComparable(Reason::Sizes { .. })));
}

#[test]
fn assessors_meet_about_figures_far_apart_and_answers_that_lack_after_the_bands() {
    let residual = |level| {
        let answer = answer(method(KL)).consequence(Dimension::Confidentiality, 3).threat("T08", 4);
        answer.residual("T08", Some(level), None)
    };
    let anna = skovby([
        ("01", judged(1, 1)),
        ("02", judged(1, 1)),
        ("03", judged(2, 2)),
        ("05", judged(1, 1)),
        ("06", residual(1)),
    ]);
    let bo = skovby([
        ("01", judged(3, 1)),
        ("02", judged(2, 1)),
        ("05", judged(4, 4)),
        ("06", residual(4)),
    ]);
    let common = Common { method: method(KL), levels: &[] };
    let all = [side(&anna), side(&bo)];
    let found = assessors(&all, common);
    let worth: Vec<_> = found.activities.iter().map(|a| (a.id.as_str(), a.worth)).collect();
    let expected = [
        ("05", Some(WorthAMeeting::Bands)),
        ("01", Some(WorthAMeeting::FarApart)),
        ("03", Some(WorthAMeeting::Missing)),
        ("02", None),
        ("06", None),
    ];
    assert_eq!(worth, expected);
}

#[test]
fn a_measure_is_the_same_by_number_by_title_and_by_both() {
    let title = &catalogue().measures.values().find(|m| m.id.as_str() == "M02").unwrap().title;
    let with = |level, measures: [&str; 2]| {
        let mut answer = judged(level, 4).build();
        answer.direct.measures = measures.map(str::to_owned).to_vec();
        answer
    };
    let mine = [title.as_str(), "M02 Noget andet"];
    let both = format!("m02  {}", title.to_uppercase());
    for theirs in ["M02", " m02 ", title, &both] {
        let (mut left, mut right) = (skovby([]), fjordby([]));
        left.activities.insert(activity_id("74"), with(2, mine));
        right.activities.insert(activity_id("74"), with(4, [theirs, "Egen lås"]));
        let comparison = compared(&left, &right);
        let measures = &comparison.differences[0].measures;
        // What stands behind the number is another measure than the catalogue's.
        assert_eq!(measures.left, ["M02 Noget andet"], "{theirs}");
        assert_eq!(measures.right, ["Egen lås"], "{theirs}");
    }
}
