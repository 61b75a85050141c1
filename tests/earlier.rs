//! What earlier rounds say about an answer: nothing across methods, municipalities or gaps.
#![allow(clippy::unwrap_used, reason = "a failing test may say so")]

mod support;

use risiko::domain::{
    Acceptance, Assessment, Dimension, MethodRef, MunicipalityCode, OwnCell, Perspective, Status,
};
use risiko::engine::{FigureAt, NotCarried, carry, unchanged_since};

use support::{activity_id, answer, assessment, catalogue, method};

const KL: &str = "kl-4x4";

/// Skovby's assessment of activity 74 on the first day of a year.
fn round(year: i16, likelihood: u8) -> Assessment {
    let method = method(KL);
    let mut round = assessment(catalogue(), method);
    let answered = answer(method).consequence(Dimension::Confidentiality, 3).direct(likelihood);
    round.activities = [(activity_id("74"), answered.build())].into();
    round.round = year.to_string();
    round.as_of = risiko::domain::Date::new(year, 1, 1).unwrap();
    round
}

fn since(now: &Assessment, at: &FigureAt, earlier: &[&Assessment]) -> Option<String> {
    let found = unchanged_since(now, &activity_id("74"), at, earlier);
    found.map(|round| round.round.clone())
}

const DIRECT: FigureAt = FigureAt::Likelihood(None);
const CONSEQUENCE: FigureAt =
    FigureAt::Consequence(Perspective::DataSubject, Dimension::Confidentiality);

#[test]
fn a_figure_is_unchanged_since_the_first_round_without_a_gap_in_whatever_order() {
    let (now, a, b, c) = (round(2026, 2), round(2025, 2), round(2024, 2), round(2023, 3));
    assert_eq!(since(&now, &DIRECT, &[&c, &a, &b]).as_deref(), Some("2024"));
    assert_eq!(since(&now, &CONSEQUENCE, &[&a, &c, &b]).as_deref(), Some("2023"));
    assert_eq!(since(&now, &DIRECT, &[&c]), None, "the last round says otherwise");
    assert_eq!(since(&now, &DIRECT, &[]), None);
    assert_eq!(since(&now, &FigureAt::ResidualLikelihood(None), &[&a]), None, "no level now");
}

#[test]
fn a_gap_ends_what_is_unchanged_and_a_later_round_says_nothing() {
    let (now, gap, old) = (round(2026, 2), round(2025, 1), round(2024, 2));
    assert_eq!(since(&now, &DIRECT, &[&old, &gap]), None);
    assert_eq!(since(&old, &DIRECT, &[&now]), None);
    assert_eq!(since(&now, &DIRECT, &[&now]), None, "of the same day is not earlier");
}

#[test]
fn a_number_of_another_method_or_municipality_is_not_the_same_level() {
    let (now, mut other) = (round(2026, 2), round(2025, 2));
    other.method = MethodRef { version: other.method.version + 1, ..other.method };
    assert_eq!(since(&now, &DIRECT, &[&other]), None);
    assert_eq!(carry(&now, &activity_id("74"), &other), Err(NotCarried::OtherMethod));
    let mut fjordby = round(2025, 2);
    fjordby.municipality = MunicipalityCode::parse("999").unwrap();
    assert_eq!(since(&now, &DIRECT, &[&fjordby]), None);
    assert_eq!(carry(&now, &activity_id("74"), &fjordby), Err(NotCarried::OtherMunicipality));
    assert_eq!(carry(&now, &activity_id("75"), &round(2025, 2)), Err(NotCarried::NotAnswered));
}

#[test]
fn a_carried_answer_keeps_its_figures_and_is_assessed_and_accepted_by_nobody_yet() {
    let (now, mut last) = (round(2026, 1), round(2025, 3));
    let id = activity_id("74");
    let before = last.activities.get_mut(&id).unwrap();
    before.status = Status::Assessed;
    before.assessed.by = Some("Sikkerhedskontakt".to_owned());
    before.review_by = Some(last.as_of);
    before.acceptance = Some(Acceptance {
        by: "Jobcenterchef".to_owned(),
        role: "Risikoejer".to_owned(),
        on: last.as_of,
        until: None,
        current: None,
        residual: None,
        digest: String::new(),
    });
    let before = before.clone();
    let carried = carry(&now, &id, &last).unwrap();
    assert_eq!(carried.direct, before.direct);
    assert_eq!(carried.consequences, before.consequences);
    assert_eq!(carried.status, Status::InProgress);
    assert_eq!((carried.assessed.by, carried.acceptance, carried.review_by), (None, None, None));
}

#[test]
fn columns_of_ones_own_come_along_and_what_this_round_says_in_them_counts() {
    let (mut now, mut last) = (round(2026, 1), round(2025, 3));
    let id = activity_id("74");
    let cell = |text: &str| OwnCell::Text(text.to_owned());
    let own = |cells: &[(&str, &str)]| {
        cells.iter().map(|(column, text)| ((*column).to_owned(), cell(text))).collect()
    };
    last.activities.get_mut(&id).unwrap().extra = own(&[("Leverandør", "A"), ("Budget", "10")]);
    now.activities.get_mut(&id).unwrap().extra = own(&[("Budget", "20")]);
    let carried = carry(&now, &id, &last).unwrap();
    assert_eq!(carried.extra, own(&[("Leverandør", "A"), ("Budget", "20")]));
}
