//! Scoring: worked examples calculated by hand, and properties over random answers.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may say so")]

mod support;

use proptest::prelude::*;
use risiko::domain::{
    ActivityAnswer, Catalogue, Dimension, LevelNumber, Method, Perspective, Rating, Status,
    ThreatId,
};
use risiko::engine::{ActivityRisk, RiskSource, Scope, activity_risk, explain};
use support::{answer, catalogue, consequence, likelihood, method, threat_id};

use Dimension::{Availability, Confidentiality, Integrity};

const SUBJECT: &[Perspective] = &[Perspective::DataSubject];

fn scored<'a>(
    answer: &ActivityAnswer,
    catalogue: &'a Catalogue,
    method: &'a Method,
) -> ActivityRisk<'a> {
    activity_risk(answer, Scope { catalogue, method, perspectives: SUBJECT })
}

/// `T08 4×3 hoej`: driver, likelihood × consequence, band.
fn current(risk: &ActivityRisk<'_>) -> String {
    text(risk.current())
}

fn residual(risk: &ActivityRisk<'_>) -> String {
    text(risk.residual())
}

fn text(deciding: Option<(&RiskSource, &risiko::engine::Score<'_>)>) -> String {
    let Some((source, score)) = deciding else { return "ingen".to_owned() };
    let source = match source {
        RiskSource::Direct => "direkte".to_owned(),
        RiskSource::Threat(id) => id.to_string(),
    };
    format!("{source} {}×{} {}", score.likelihood, score.consequence, score.band.id)
}

#[test]
fn under_datatilsynet_4_times_2_is_worse_than_3_times_3() {
    // T08 hits confidentiality: consequence 3 × likelihood 3 = 9, orange.
    // T21 hits availability: consequence 4 × likelihood 2 = 8, red.
    let (catalogue, method) = (catalogue(), method("datatilsynet-4x4"));
    let answer = answer(method)
        .consequence(Confidentiality, 3)
        .consequence(Availability, 4)
        .threat("T08", 3)
        .threat("T21", 2)
        .build();
    let risk = scored(&answer, catalogue, method);
    assert_eq!(current(&risk), "T21 2×4 hoej");
}

#[test]
fn under_kl_the_same_figures_are_decided_by_3_times_3_as_the_bands_are_equal() {
    // 3×3 is middel and so is 4×2; the tie goes to the higher consequence.
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let answer = answer(method)
        .consequence(Confidentiality, 3)
        .consequence(Availability, 4)
        .threat("T08", 3)
        .threat("T21", 2)
        .build();
    assert_eq!(current(&scored(&answer, catalogue, method)), "T21 2×4 middel");
}

#[test]
fn the_product_is_likelihood_times_consequence() {
    let answer =
        answer(method("kl-4x4")).consequence(Dimension::Confidentiality, 4).threat("T08", 3);
    let answer = answer.build();
    let risk = scored(&answer, catalogue(), method("kl-4x4"));
    let (_, score) = risk.current().unwrap();
    assert_eq!(score.product(), 12);
}

#[test]
fn a_threat_meets_only_the_dimensions_that_it_hits() {
    // T21 (a system goes down) hits availability 1, not confidentiality 4: 4×1 under middel.
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let answer = answer(method)
        .consequence(Confidentiality, 4)
        .consequence(Availability, 1)
        .threat("T21", 4)
        .build();
    assert_eq!(current(&scored(&answer, catalogue, method)), "T21 4×1 under-middel");
}

#[test]
fn a_threat_to_rights_hits_every_dimension_of_the_data_subject() {
    // T38 (use without legal basis) has no dimension of its own: integrity 4 is the highest.
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let answer = answer(method)
        .consequence(Confidentiality, 2)
        .consequence(Integrity, 4)
        .of(Perspective::Organisation, Availability, 4)
        .threat("T38", 3)
        .build();
    let scope = Scope {
        catalogue,
        method,
        perspectives: &[Perspective::DataSubject, Perspective::Organisation],
    };
    let risk = activity_risk(&answer, scope);
    assert_eq!(current(&risk), "T38 3×4 over-middel");
    let driver = risk.current().unwrap().1.driver;
    assert_eq!(driver, (Perspective::DataSubject, Integrity));
}

#[test]
fn a_perspective_out_of_scope_does_not_count() {
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let answer = answer(method)
        .consequence(Confidentiality, 1)
        .of(Perspective::Organisation, Confidentiality, 4)
        .threat("T08", 4)
        .build();
    assert_eq!(current(&scored(&answer, catalogue, method)), "T08 4×1 under-middel");
}

#[test]
fn the_direct_likelihood_counts_only_where_no_threat_is_rated() {
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let direct = answer(method).consequence(Integrity, 3).direct(4).build();
    assert_eq!(current(&scored(&direct, catalogue, method)), "direkte 4×3 over-middel");
    let with_threat = answer(method).consequence(Integrity, 3).direct(4).threat("T01", 1).build();
    assert_eq!(current(&scored(&with_threat, catalogue, method)), "T01 1×3 lav");
    let only_irrelevant = answer(method)
        .consequence(Integrity, 3)
        .direct(2)
        .not_relevant("T01", "Ingen sagsbehandling")
        .build();
    assert_eq!(current(&scored(&only_irrelevant, catalogue, method)), "direkte 2×3 under-middel");
}

#[test]
fn what_is_not_rated_has_no_band_and_is_never_green() {
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let without_likelihood = answer(method).consequence(Integrity, 4).build();
    assert_eq!(current(&scored(&without_likelihood, catalogue, method)), "ingen");
    let without_consequence = answer(method).threat("T01", 4).direct(4).build();
    assert_eq!(current(&scored(&without_consequence, catalogue, method)), "ingen");
    let mut not_applicable = answer(method).consequence(Integrity, 4).direct(4).build();
    not_applicable.status = Status::NotApplicable;
    assert_eq!(current(&scored(&not_applicable, catalogue, method)), "ingen");
}

#[test]
fn a_threat_without_residual_figures_counts_with_its_current_ones() {
    // T08 goes from 4×4 (høj) to 1×4 (under middel); T16 stays at 3×4 (over middel) and so decides.
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let answer = answer(method)
        .consequence(Confidentiality, 4)
        .threat("T08", 4)
        .residual("T08", Some(1), None)
        .threat("T16", 3)
        .build();
    let risk = scored(&answer, catalogue, method);
    assert_eq!(current(&risk), "T08 4×4 hoej");
    assert_eq!(residual(&risk), "T16 3×4 over-middel");
}

#[test]
fn a_residual_consequence_replaces_only_its_own_threats_consequence() {
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let answer = answer(method)
        .consequence(Confidentiality, 4)
        .threat("T08", 3)
        .residual("T08", Some(2), Some(2))
        .build();
    assert_eq!(residual(&scored(&answer, catalogue, method)), "T08 2×2 under-middel");
}

#[test]
fn equal_risks_are_decided_by_the_lowest_threat_id() {
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let answer =
        answer(method).consequence(Confidentiality, 3).threat("T16", 3).threat("T08", 3).build();
    assert_eq!(current(&scored(&answer, catalogue, method)), "T08 3×3 middel");
}

#[test]
fn explains_the_smallest_changes_that_move_the_band() {
    // 3×4 over middel: likelihood 2 gives middel, 4 gives høj; consequence 3 gives middel.
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let answer = answer(method).consequence(Confidentiality, 4).threat("T08", 3).build();
    let scope = Scope { catalogue, method, perspectives: SUBJECT };
    let moves: Vec<String> = explain(&answer, scope)
        .moves
        .iter()
        .map(|m| format!("{}→{} {}", m.from, m.to, m.band.id))
        .collect();
    assert_eq!(moves, ["3→2 middel", "4→3 middel", "3→4 hoej"]);
}

#[test]
fn says_nothing_of_a_change_that_another_threat_would_hold_back() {
    // Lowering T08 alone does not help while T16 stands in the same band.
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let answer =
        answer(method).consequence(Confidentiality, 4).threat("T08", 4).threat("T16", 4).build();
    let scope = Scope { catalogue, method, perspectives: SUBJECT };
    let lowering: Vec<_> = explain(&answer, scope)
        .moves
        .into_iter()
        .filter(|m| m.to < m.from && matches!(m.input, risiko::engine::Input::Likelihood(_)))
        .collect();
    assert!(lowering.is_empty(), "{lowering:?}");
}

/// Random answers over a handful of threats of every kind: F, I, T, rights only, all three.
fn answers() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((0..THREATS.len(), 1..=4u8), 0..6)
}

const THREATS: [&str; 6] = ["T01", "T08", "T17", "T21", "T38", "T46"];

fn levels() -> impl Strategy<Value = [Option<u8>; 3]> {
    [prop::option::of(1..=4u8), prop::option::of(1..=4u8), prop::option::of(1..=4u8)]
}

fn methods() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["kl-4x4", "standard-4x4", "herning-4x4", "datatilsynet-4x4"])
}

fn random(method: &Method, levels: [Option<u8>; 3], threats: &[(usize, u8)]) -> ActivityAnswer {
    let mut builder = answer(method);
    for (dimension, level) in [Confidentiality, Integrity, Availability].into_iter().zip(levels) {
        if let Some(level) = level {
            builder = builder.consequence(dimension, level);
        }
    }
    for (threat, level) in threats {
        builder = builder.threat(THREATS[*threat], *level);
    }
    builder.build()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn never_hides_a_red(name in methods(), levels in levels(), threats in answers()) {
        let (catalogue, method) = (catalogue(), method(name));
        let answer = random(method, levels, &threats);
        let risk = scored(&answer, catalogue, method);
        let worst = risk.risks.iter().map(|risk| risk.current.band.rank).max();
        prop_assert_eq!(risk.current().map(|(_, score)| score.band.rank), worst);
    }

    #[test]
    fn the_order_of_answers_does_not_matter_and_repeating_one_changes_nothing(
        name in methods(), levels in levels(), threats in answers(),
    ) {
        let (catalogue, method) = (catalogue(), method(name));
        // The last answer to a threat stands, so keep one per threat before turning the order.
        let mut unique: Vec<_> = threats.clone();
        unique.sort();
        unique.dedup_by_key(|(threat, _)| *threat);
        let mut turned = unique.clone();
        turned.reverse();
        turned.extend(unique.iter().copied());
        let first = random(method, levels, &unique);
        let second = random(method, levels, &turned);
        prop_assert_eq!(
            current(&scored(&first, catalogue, method)),
            current(&scored(&second, catalogue, method))
        );
    }

    #[test]
    fn raising_a_figure_never_lowers_the_band(
        name in methods(), levels in levels(), threats in answers(), raised in 0..3usize,
    ) {
        let (catalogue, method) = (catalogue(), method(name));
        let answer = random(method, levels, &threats);
        let rank = |answer: &ActivityAnswer| {
            scored(answer, catalogue, method).current().map(|(_, score)| score.band.rank)
        };
        let before = rank(&answer);
        let dimension = [Confidentiality, Integrity, Availability][raised];
        let mut higher = answer.clone();
        if let Some(figure) =
            higher.consequences.figures.get_mut(&(Perspective::DataSubject, dimension))
        {
            let level = figure.rating.rated().unwrap().number();
            figure.rating = Rating::Rated(consequence(method, (level + 1).min(4)));
        }
        prop_assert!(rank(&higher) >= before);
        let mut likelier = answer.clone();
        if let Some(threat) = likelier.threats.values_mut().next() {
            let level = threat.risk.likelihood.rated().unwrap().number();
            threat.risk.likelihood = Rating::Rated(likelihood(method, (level + 1).min(4)));
        }
        prop_assert!(rank(&likelier) >= before);
    }

    #[test]
    fn a_further_threat_never_lowers_the_band(
        name in methods(), levels in levels(), threats in answers(), extra in 0..6usize, level in 1..=4u8,
    ) {
        let (catalogue, method) = (catalogue(), method(name));
        let answer = random(method, levels, &threats);
        let id: ThreatId = threat_id(THREATS[extra]);
        prop_assume!(!answer.threats.contains_key(&id));
        let rank = |answer: &ActivityAnswer| {
            scored(answer, catalogue, method).current().map(|(_, score)| score.band.rank)
        };
        let mut more = answer.clone();
        more.threats.entry(id).or_default().risk.likelihood =
            Rating::Rated(likelihood(method, level));
        prop_assert!(rank(&more) >= rank(&answer));
    }

    #[test]
    fn every_move_that_is_explained_gives_the_band_it_names(
        name in methods(), levels in levels(), threats in answers(),
    ) {
        let (catalogue, method) = (catalogue(), method(name));
        let answer = random(method, levels, &threats);
        let scope = Scope { catalogue, method, perspectives: SUBJECT };
        let explanation = explain(&answer, scope);
        for found in &explanation.moves {
            let mut changed = answer.clone();
            match &found.input {
                risiko::engine::Input::Likelihood(RiskSource::Threat(id)) => {
                    changed.threats.get_mut(id).unwrap().risk.likelihood =
                        Rating::Rated(likelihood(method, found.to));
                }
                risiko::engine::Input::Likelihood(RiskSource::Direct) => {
                    changed.direct.likelihood = Rating::Rated(likelihood(method, found.to));
                }
                risiko::engine::Input::Consequence(perspective, dimension) => {
                    let pair = (*perspective, *dimension);
                    changed.consequences.figures.get_mut(&pair).unwrap().rating =
                        Rating::Rated(consequence(method, found.to));
                }
            }
            let risk = scored(&changed, catalogue, method);
            prop_assert_eq!(&risk.current().unwrap().1.band.id, &found.band.id);
        }
    }
}

#[test]
fn an_assessed_activity_without_a_band_says_which_figure_is_missing() {
    use risiko::finding::{Axis, Fact};
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    // T21 hits availability, which nobody has rated: it is the consequence that is missing.
    let unmet = answer(method).consequence(Confidentiality, 3).threat("T21", 3).build();
    let unlikely = answer(method).consequence(Confidentiality, 3).build();
    for (mut answer, missing) in [(unmet, Axis::Consequence), (unlikely, Axis::Likelihood)] {
        answer.status = Status::Assessed;
        let mut assessment = support::assessment(catalogue, method);
        assessment.activities.insert(support::activity_id("74"), answer);
        let day = assessment.as_of;
        let findings = risiko::engine::check(&assessment, catalogue, method, day, "a.yml");
        assert!(
            findings
                .iter()
                .any(|finding| finding.fact == Fact::AssessedWithoutFigures { axis: missing })
        );
    }
}

#[test]
fn a_review_is_overdue_the_day_after_it_is_due() {
    use risiko::finding::Fact;
    let (catalogue, method) = (catalogue(), method("kl-4x4"));
    let mut assessment = support::assessment(catalogue, method);
    let due = assessment.as_of;
    let mut answered = answer(method).consequence(Confidentiality, 2).build();
    answered.review_by = Some(due);
    assessment.activities.insert(support::activity_id("74"), answered);
    let is_late = |today| {
        let findings = risiko::engine::check(&assessment, catalogue, method, today, "a.yml");
        findings.iter().any(|finding| matches!(finding.fact, Fact::ReviewOverdue { .. }))
    };
    assert!(!is_late(due));
    assert!(is_late(due.tomorrow().unwrap()));
}
