//! Many municipalities side by side: worked examples by hand, properties, and an adversary who reads
//! the anonymous result.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failing test may say so"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use risiko::domain::{
    ActivityAnswer, ActivityId, Assessment, Dimension, LevelMap, Method, MethodRef,
    MunicipalityCode, Perspective, Status,
};
use risiko::engine::benchmark::{
    Benchmark, Counts, MIN_CELL, MIN_GROUP, Member, Members, Moved, Position, Question, Row,
    RowCoverage, Withheld, anonymous, benchmark,
};
use risiko::engine::compare::{Common, Side};
use risiko::engine::{RiskSource, Span};
use risiko::exchange::guard::read_workbook;
use risiko::exchange::workbook::Value;
use risiko::exchange::write_book;
use risiko::finding::Code;
use risiko::render::{self, Terminal};
use risiko::report::{BenchmarkReport, Publication as _, book_pages};
use risiko::text::Lang;
use support::{
    AnswerBuilder, about, activity_id, answer, assessment, catalogue, method, threat_id,
};

const KL: &str = "kl-4x4";

/// A municipality that has answered these activities and no others.
fn municipality(number: u16, answers: Vec<(&str, ActivityAnswer)>) -> Assessment {
    static EMPTY: LazyLock<Assessment> = LazyLock::new(|| Assessment {
        activities: BTreeMap::new(),
        ..assessment(catalogue(), method(KL))
    });
    let mut assessment = EMPTY.clone();
    assessment.municipality = MunicipalityCode::parse(&number.to_string()).unwrap();
    assessment.municipality_name = format!("Kommunenavn{number}");
    assessment.activities =
        answers.into_iter().map(|(id, answer)| (activity_id(id), answer)).collect();
    assessment
}

/// Likelihood and consequence of confidentiality; 4×4 is Høj, 1×1 Lav.
fn judged(likelihood: u8, consequence: u8) -> AnswerBuilder<'static> {
    answer(method(KL)).consequence(Dimension::Confidentiality, consequence).direct(likelihood)
}

/// An answer with as many steps of severity as one asks for: rank 1 to 5 under KL.
fn ranked(rank: u8) -> ActivityAnswer {
    let (likelihood, consequence) = [(1, 1), (3, 2), (3, 3), (3, 4), (4, 4)][usize::from(rank) - 1];
    judged(likelihood, consequence).build()
}

/// The same in a round of its own.
fn in_round(year: &str, assessment: Assessment) -> Assessment {
    let as_of = format!("{year}-11-01").parse().unwrap();
    Assessment { round: year.to_owned(), as_of, ..assessment }
}

/// What a municipality says of an activity that it does not have.
fn not_here() -> ActivityAnswer {
    ActivityAnswer { status: Status::NotApplicable, ..ActivityAnswer::default() }
}

/// The activities of the area that one belongs to.
fn beside(id: &str) -> Vec<ActivityId> {
    let area = &catalogue().activities[&activity_id(id)].area;
    let of_area = catalogue().active().filter(|activity| activity.area == *area);
    of_area.map(|activity| activity.id.clone()).collect()
}

/// One municipality for each rank, all about activity 74.
fn group(ranks: &[u8]) -> Vec<Assessment> {
    let one = |(at, rank): (u16, &u8)| municipality(101 + at, vec![("74", ranked(*rank))]);
    (0..).zip(ranks).map(one).collect()
}

fn members(assessments: &[Assessment], chosen: Option<&BTreeSet<ActivityId>>) -> Members {
    let common = Common { method: method(KL), levels: &[] };
    let member = |assessment: &Assessment| {
        let method = method(assessment.method.id.as_str());
        Member::read(Side { assessment, catalogue: catalogue(), method }, common, chosen).unwrap()
    };
    assessments.iter().map(member).collect()
}

fn side_by_side(assessments: &[Assessment], own: Option<u16>) -> Benchmark<'static> {
    let own = own.map(|number| MunicipalityCode::parse(&number.to_string()).unwrap());
    let question = Question { catalogue: catalogue(), method: method(KL), own, chosen: None };
    benchmark(&members(assessments, None), Vec::new(), question)
}

fn about_only<'a>(
    assessments: &[Assessment],
    chosen: Option<&'a BTreeSet<ActivityId>>,
) -> Benchmark<'a> {
    let question = Question { catalogue: catalogue(), method: method(KL), own: None, chosen };
    benchmark(&members(assessments, chosen), Vec::new(), question)
}

fn row<'b>(benchmark: &'b Benchmark<'_>, id: &str) -> &'b Row<ActivityId> {
    benchmark.activities.iter().find(|row| row.key == activity_id(id)).unwrap()
}

fn counts(row: &Row<ActivityId>) -> Vec<usize> {
    row.bands.0.iter().map(|count| count.unwrap()).collect()
}

/// Everything that a result is printed as, in every form but a workbook's bytes.
fn printed(benchmark: &Benchmark<'_>) -> String {
    let day = "2026-11-01".parse().unwrap();
    let report = BenchmarkReport { benchmark, catalogue: catalogue(), day, top: None, skipped: 0 };
    let mut text = format!("{:#}\n", report.facts());
    for lang in [Lang::Da, Lang::En] {
        text += &render::markdown(&report.document(lang, true));
        text += &render::html(&report.document(lang, true), &about("Side om side"));
        let rows: Vec<_> = report.records(lang).lines().map(|line| line.join(";")).collect();
        text += &rows.join("\n");
        text += &format!("{:?}", book_pages(report.pages(lang)));
    }
    text
}

#[test]
fn the_ranks_of_the_samples_are_those_of_the_matrix() {
    for rank in 1..=5 {
        let benchmark = side_by_side(&group(&[rank, rank]), None);
        assert_eq!(row(&benchmark, "74").middle.unwrap().median, Span { from: rank, to: rank });
    }
}

#[test]
fn an_area_is_told_whole_or_not_at_all() {
    let all: BTreeSet<ActivityId> = beside("74").into_iter().collect();
    let answers = |rank| all.iter().map(|id| (id.as_str(), ranked(rank))).collect();
    let two = [municipality(101, answers(2)), municipality(102, answers(4))];
    let (whole, by_area) = (about_only(&two, None), about_only(&two, Some(&all)));
    assert_eq!(whole.areas.len(), 1);
    assert_eq!(by_area.areas, whole.areas);
    assert_eq!((whole.areas_in_part, by_area.areas_in_part), (0, 0));
    let one = [activity_id("74")].into();
    let by_activity = about_only(&two, Some(&one));
    assert_eq!((by_activity.areas.len(), by_activity.areas_in_part), (0, 1));
    assert!(printed(&by_activity).contains("Et område vises kun, når alle"));
}

#[test]
fn the_anonymous_result_claims_no_more_about_disagreement_than_it_shows() {
    // 74 is the one that they disagree most about, and one answer there is too few to be shown.
    let answers = |apart, close| vec![("74", ranked(apart)), ("05", ranked(close))];
    let ranks = [(1, 1), (1, 1), (1, 1), (1, 2), (5, 2), (5, 2)];
    let all: Vec<_> =
        (101..).zip(ranks).map(|(code, (a, b))| municipality(code, answers(a, b))).collect();
    let full = side_by_side(&all, None);
    let part = "Blandt de aktiviteter, hvor enigheden kan vises uden navne";
    assert!(printed(&full).contains("Kommunerne er mest uenige om: 74"));
    assert!(!printed(&full).contains(part));
    let shown = printed(&anonymous(&full).unwrap());
    assert!(!shown.contains("Kommunerne er mest uenige om"), "{shown}");
    assert!(shown.contains(part), "{shown}");
}

#[test]
fn the_quartiles_are_told_in_every_form_with_our_own_place_or_without() {
    let all = group(&[2, 3, 5, 3, 2, 3]);
    for own in [None, Some(103)] {
        let benchmark = side_by_side(&all, own);
        let day = "2026-11-01".parse().unwrap();
        let report = BenchmarkReport {
            benchmark: &benchmark,
            catalogue: catalogue(),
            day,
            top: None,
            skipped: 0,
        };
        let document = report.document(Lang::Da, true);
        let terminal = Terminal { width: 120, colour: false, links: false };
        for text in [render::markdown(&document), render::terminal(&document, terminal)] {
            assert!(text.contains("Midterste"), "{text}");
        }
        let sheets = format!("{:?}", book_pages(report.pages(Lang::Da)));
        for header in ["Første kvartil", "Tredje kvartil"] {
            assert!(sheets.contains(header), "{sheets}");
        }
    }
}

#[test]
fn agreement_is_a_number_in_the_workbook() {
    let benchmark = side_by_side(&group(&[2, 3, 5, 3, 2, 3]), Some(103));
    let day = "2026-11-01".parse().unwrap();
    let report = BenchmarkReport {
        benchmark: &benchmark,
        catalogue: catalogue(),
        day,
        top: None,
        skipped: 0,
    };
    let bytes = write_book("Side om side", day, &book_pages(report.pages(Lang::Da))).unwrap();
    let workbook = read_workbook(&bytes).unwrap();
    let rounded = (row(&benchmark, "74").agreement.unwrap() * 100.0).round() / 100.0;
    assert!(rounded.fract() != 0.0);
    let sheet = workbook.sheet("Aktiviteter").unwrap();
    let mut values = sheet.cells().map(|(_, cell)| &cell.value);
    assert!(values.any(|value| *value == Value::Number(rounded)), "{rounded}");
}

#[test]
fn six_municipalities_by_hand() {
    // Ranks 2 2 3 3 3 5. Median: the third and fourth are both 3. First quartile: 2 of 6 do not
    // exceed 2, third: 4 of 6 reach 3 and only one reaches 5, less than a quarter. The middle half
    // spans one, so the fence stands at 1 and 4, and 5 is beyond it.
    let benchmark = side_by_side(&group(&[2, 3, 5, 3, 2, 3]), Some(103));
    let row = row(&benchmark, "74");
    assert_eq!(counts(row), [0, 2, 3, 0, 1]);
    let middle = row.middle.unwrap();
    assert_eq!(
        (middle.first.from, middle.median, middle.third.to),
        (2, Span { from: 3, to: 3 }, 3)
    );
    let own = row.own.as_ref().unwrap();
    assert_eq!((own.rank, own.likelihood, own.consequence), (5, 4, 4));
    assert_eq!(own.position, Some(Position { lower: 5, equal: 1, higher: 0 }));
    let names: Vec<_> = row.outliers.iter().map(|outlier| outlier.name.as_str()).collect();
    assert_eq!(names, ["Kommunenavn103"]);
    // Layers: height 1 on 01101 (3 of 6 answers), 1 on 01100 (2 of 6), 1 on 00100 (1 of 6).
    // 01101: 011 in 1-2-3, 1-2-5, 1-3-5, 110 in 2-3-4, so TU = 4; 101 in 2-4-5, 3-4-5, so TDU = 2.
    // U = (3·4 − 4·2) / (3·6) = 2/9, A = 2/9 · (1 − 2/4) = 1/9. 01100: A = 1 · (1 − 1/4) = 3/4.
    // 1/2 · 1/9 + 1/3 · 3/4 + 1/6 · 1 = 17/36.
    let agreement = row.agreement.unwrap();
    assert!((agreement - 17.0 / 36.0).abs() < 1e-9, "{agreement}");
}

#[test]
fn what_is_missing_counts_nowhere_and_stands_beside_the_rest() {
    let mut assessments = group(&[1, 1, 2]);
    assessments.push(municipality(201, vec![("74", ActivityAnswer::default())]));
    assessments.push(municipality(202, vec![]));
    let not_here = ActivityAnswer { status: Status::NotApplicable, ..ActivityAnswer::default() };
    assessments.push(municipality(203, vec![("74", not_here)]));
    let benchmark = side_by_side(&assessments, Some(202));
    let row = row(&benchmark, "74");
    assert_eq!(counts(row), [2, 1, 0, 0, 0]);
    let coverage = row.coverage;
    assert_eq!((coverage.of, coverage.assessed), (6, 3));
    assert_eq!((coverage.not_assessed, coverage.not_applicable), (2, 1));
    assert_eq!(row.own, None);
}

#[test]
fn an_area_stands_only_once_all_of_it_is_assessed_or_the_worst_is_there() {
    let area = catalogue().activities[&activity_id("74")].area.clone();
    let of_area: Vec<_> = catalogue().active().filter(|activity| activity.area == area).collect();
    assert!(of_area.len() > 1);
    let all = |rank| {
        of_area.iter().map(|activity| (activity.id.as_str(), ranked(rank))).collect::<Vec<_>>()
    };
    let part = |rank| vec![("74", ranked(rank))];
    let assessments =
        [municipality(101, all(2)), municipality(102, part(2)), municipality(103, part(5))];
    let benchmark = side_by_side(&assessments, None);
    let row = benchmark.areas.iter().find(|row| row.key == area).unwrap();
    assert_eq!(row.bands, Counts([0, 1, 0, 0, 1].map(Some).to_vec()));
    assert_eq!(row.coverage.not_assessed, 1);
}

#[test]
fn a_threat_stands_where_its_worst_rating_stands() {
    let rated = |level| {
        answer(method(KL)).consequence(Dimension::Confidentiality, 4).threat("T08", level).build()
    };
    let assessments = [
        municipality(101, vec![("61", rated(4)), ("74", rated(1))]),
        municipality(102, vec![("61", rated(2)), ("74", rated(3))]),
        municipality(103, vec![("74", judged(4, 4).build())]),
    ];
    let benchmark = side_by_side(&assessments, None);
    let row = benchmark.threats.iter().find(|row| row.key == threat_id("T08")).unwrap();
    assert_eq!(row.bands, Counts([0, 0, 0, 1, 1].map(Some).to_vec()));
    assert_eq!((row.coverage.assessed, row.coverage.not_assessed), (2, 1));
}

#[test]
fn outliers_bring_both_reasons() {
    let mut assessments = group(&[1, 1, 1, 1, 1]);
    let mut far =
        answer(method(KL)).consequence(Dimension::Confidentiality, 4).threat("T08", 4).build();
    far.threats.get_mut(&threat_id("T08")).unwrap().risk.reason = Some("Tre breve".to_owned());
    let pair = (Perspective::DataSubject, Dimension::Confidentiality);
    far.consequences.figures.get_mut(&pair).unwrap().reason = Some("Adresser".to_owned());
    assessments.push(municipality(201, vec![("74", far)]));
    let benchmark = side_by_side(&assessments, None);
    let point = &row(&benchmark, "74").outliers[0].point;
    assert_eq!(point.source, RiskSource::Threat(threat_id("T08")));
    assert_eq!(point.likelihood_reason.as_deref(), Some("Tre breve"));
    assert_eq!(point.consequence_reason.as_deref(), Some("Adresser"));
    let text = printed(&benchmark);
    assert!(text.contains("»Tre breve«") && text.contains("»Adresser«"));
}

#[test]
fn measures_of_the_milder_are_counted_among_those_that_name_any() {
    let with = |rank, measures: &[&str]| {
        let mut answer = ranked(rank);
        answer.direct.measures = measures.iter().map(|name| (*name).to_owned()).collect();
        answer
    };
    let measure = catalogue().measures.values().find(|measure| measure.id.as_str() == "M02");
    let titled = format!("m02  {}", measure.unwrap().title.to_uppercase());
    let assessments = [
        municipality(101, vec![("74", with(1, &["M02", "Egen liste"]))]),
        municipality(102, vec![("74", with(2, &[&titled, "egen  LISTE"]))]),
        municipality(103, vec![("74", with(2, &["Noget andet"]))]),
        // Behind the number stands something else than the measure's title: it is another measure.
        municipality(104, vec![("74", with(4, &["Noget andet", "M02 Noget tredje"]))]),
        municipality(105, vec![("74", with(5, &["Egen liste", "Noget andet"]))]),
        municipality(106, vec![("74", with(5, &[]))]),
    ];
    let benchmark = side_by_side(&assessments, None);
    let row = row(&benchmark, "74");
    let found: Vec<_> = row
        .measures
        .iter()
        .map(|split| (split.words.as_str(), split.milder, split.worse))
        .collect();
    // "Egen liste" has 2 of 3 against 1 of 2: a sixth more is not half more.
    assert_eq!(found, [("M02", (2, 3), (0, 2))]);
}

#[test]
fn the_newest_round_counts_and_the_others_are_the_development() {
    let earlier = municipality(101, vec![("61", ranked(1)), ("74", ranked(3))]);
    let earlier = in_round("2024", earlier);
    let newer = municipality(101, vec![("61", ranked(2)), ("74", ranked(2))]);
    let other = municipality(102, vec![("74", ranked(5))]);
    let with = side_by_side(&[newer.clone(), earlier, other.clone()], None);
    let without = side_by_side(&[newer, other], None);
    assert_eq!(with.activities, without.activities);
    assert_eq!(with.size, 2);
    let [development] = with.development.as_slice() else { panic!("{:?}", with.development) };
    let rounds: Vec<_> = development.rounds.iter().map(|round| round.round.as_str()).collect();
    assert_eq!(rounds, ["2024", "2026"]);
    let moved = Moved { raised: 1, lowered: 1, unchanged: 0 };
    assert_eq!(development.rounds[1].moved, Some(moved));
}

#[test]
fn rounds_are_the_same_in_whatever_order_they_come() {
    let round = |year: &str, ranks: [Option<u8>; 2]| {
        let answers = ["61", "74"].into_iter().zip(ranks);
        let answers = answers.filter_map(|(id, rank)| Some((id, ranked(rank?)))).collect();
        in_round(year, municipality(101, answers))
    };
    let rounds = [
        round("2022", [Some(1), None]),
        round("2024", [Some(3), Some(2)]),
        round("2026", [Some(2), Some(2)]),
    ];
    let in_order = side_by_side(&rounds, None);
    let moved: Vec<_> = in_order.development[0].rounds.iter().map(|round| round.moved).collect();
    let changes = |raised, lowered, unchanged| Some(Moved { raised, lowered, unchanged });
    assert_eq!(moved, [None, changes(1, 0, 0), changes(0, 1, 1)]);
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let turned = side_by_side(&order.map(|at: usize| rounds[at].clone()), None);
        assert_eq!(turned.development, in_order.development);
        assert_eq!(turned.activities, in_order.activities);
    }
}

#[test]
fn perspectives_that_not_all_count_are_left_out() {
    let both = |rank| {
        let mut assessment = municipality(100 + u16::from(rank), vec![("74", ranked(rank))]);
        assessment.perspectives = vec![Perspective::DataSubject, Perspective::Organisation];
        let answer = assessment.activities.get_mut(&activity_id("74")).unwrap();
        *answer = judged(4, 1).of(Perspective::Organisation, Dimension::Confidentiality, 4).build();
        assessment
    };
    let all = side_by_side(&[both(1), both(2)], None);
    assert_eq!(counts(row(&all, "74")), [0, 0, 0, 0, 2]);
    let mixed = side_by_side(&[both(1), both(2), municipality(103, vec![("74", ranked(1))])], None);
    assert!(mixed.perspectives_differ);
    assert_eq!(row(&mixed, "74").bands.count(5), Some(0));
}

#[test]
fn a_method_of_another_size_is_left_out_by_name() {
    let text = include_str!("support/metode-5x5.yml");
    let large: Method = risiko::store::parse_method("metode-5x5.yml", text).unwrap();
    let mut assessment = municipality(101, vec![("74", ranked(1))]);
    assessment.method = MethodRef { id: large.id.clone(), version: large.version };
    let side = Side { assessment: &assessment, catalogue: catalogue(), method: &large };
    let common = Common { method: method(KL), levels: &[] };
    let left_out = Member::read(side, common, None).unwrap_err();
    let question = Question { catalogue: catalogue(), method: method(KL), own: None, chosen: None };
    let benchmark = benchmark(&members(&group(&[1, 2]), None), vec![left_out], question);
    assert!(printed(&benchmark).contains("Kommunenavn101 2026 er ikke med"));
}

#[test]
fn what_cannot_be_read_by_the_common_method_is_counted_in_activities_and_areas() {
    let text = include_str!("support/metode-5x5.yml");
    let large: Method = risiko::store::parse_method("metode-5x5.yml", text).unwrap();
    // Its highest consequence has no counterpart.
    let levels = [LevelMap {
        from: large.id.clone(),
        to: method(KL).id.clone(),
        likelihood: [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4)].into(),
        consequence: [(1, 1), (2, 2), (3, 2), (4, 3)].into(),
        reason: None,
    }];
    let area = &catalogue().activities[&activity_id("74")].area;
    let ids = beside("74");
    let of_area = |of: &dyn Fn(&str) -> Option<ActivityAnswer>| {
        ids.iter().filter_map(|id| Some((id.as_str(), of(id.as_str())?))).collect::<Vec<_>>()
    };
    let by_large = |consequence| {
        let answer = answer(&large).consequence(Dimension::Confidentiality, consequence);
        answer.direct(2).build()
    };
    let unread = |id: &str| by_large(if id == "74" { 5 } else { 2 });
    let mut all = [
        municipality(101, of_area(&|_| Some(ranked(2)))),
        municipality(102, of_area(&|id| Some(unread(id)))),
        municipality(103, of_area(&|id| (id != "73").then(|| unread(id)))),
        municipality(104, of_area(&|_| Some(not_here()))),
    ];
    for assessment in &mut all[1..3] {
        assessment.method = MethodRef { id: large.id.clone(), version: large.version };
    }
    let common = Common { method: method(KL), levels: &levels };
    let read = |assessment: &Assessment| {
        let own = if assessment.method.id == large.id { &large } else { method(KL) };
        let side = Side { assessment, catalogue: catalogue(), method: own };
        Member::read(side, common, None).unwrap()
    };
    let members: Members = all.iter().map(read).collect();
    let question = Question { catalogue: catalogue(), method: method(KL), own: None, chosen: None };
    let benchmark = benchmark(&members, Vec::new(), question);
    let coverage = |assessed, not_applicable, not_assessed, not_comparable| RowCoverage {
        of: 4,
        assessed,
        not_assessed,
        not_applicable,
        not_comparable,
    };
    assert_eq!(row(&benchmark, "74").coverage, coverage(1, 1, 0, 2));
    assert_eq!(row(&benchmark, "73").coverage, coverage(2, 1, 1, 0));
    // An area that lacks an answer is not assessed, whatever else it has.
    assert_eq!(
        benchmark.areas.iter().find(|row| row.key == *area).unwrap().coverage,
        coverage(1, 1, 1, 1)
    );
}

#[test]
fn all_with_several_rounds_are_added_up_and_one_alone_is_not() {
    let rounds = |number, ranks: [[u8; 3]; 2]| {
        ["2024", "2026"].into_iter().zip(ranks).map(move |(year, ranks)| {
            let answers = ["61", "73", "74"].into_iter().zip(ranks);
            let answers = answers.map(|(id, rank)| (id, ranked(rank))).collect();
            in_round(year, municipality(number, answers))
        })
    };
    let first = || rounds(101, [[1, 3, 2], [2, 2, 2]]);
    let all: Vec<_> = first().chain(rounds(102, [[5, 4, 1], [5, 3, 2]])).collect();
    assert_eq!(side_by_side(&first().collect::<Vec<_>>(), None).overall, None);
    let overall = side_by_side(&all, None).overall.unwrap();
    assert_eq!(overall.municipalities, 2);
    assert_eq!(overall.moved, Moved { raised: 2, lowered: 2, unchanged: 2 });
    assert_eq!(overall.before.counts(), [2, 1, 1, 1, 1]);
    assert_eq!(overall.newest.counts(), [0, 4, 1, 0, 1]);
}

#[test]
fn agreement_over_all_activities_is_krippendorffs() {
    let two = |first: [u8; 2], second: [u8; 2]| {
        let of = |number, [a, b]: [u8; 2]| {
            municipality(number, vec![("61", ranked(a)), ("74", ranked(b))])
        };
        side_by_side(&[of(101, first), of(102, second)], None).alpha
    };
    assert_eq!(two([1, 5], [1, 5]), Some(1.0));
    // Two values, each pair apart: 1 − 1 / (8 / 12).
    assert!((two([1, 5], [5, 1]).unwrap() - -0.5).abs() < 1e-9);
    // All of one value: there is nothing to agree about.
    assert_eq!(two([2, 2], [2, 2]), None);
}

#[test]
fn our_own_is_somebody_only_where_they_are_among_those_that_count() {
    let code = |number: &str| MunicipalityCode::parse(number).unwrap();
    let all = group(&[1, 2]);
    assert_eq!(side_by_side(&all, Some(101)).own, Some(code("101")));
    assert_eq!(side_by_side(&all[..1], Some(101)).own, Some(code("101")));
    assert_eq!(side_by_side(&all, Some(103)).own, None);
}

#[test]
fn an_answer_to_a_retired_activity_counts_for_its_successor() {
    let assessments =
        [municipality(101, vec![("81", ranked(3))]), municipality(102, vec![("73", ranked(2))])];
    let benchmark = side_by_side(&assessments, None);
    assert_eq!(counts(row(&benchmark, "73")), [0, 1, 1, 0, 0]);
    assert!(benchmark.activities.iter().all(|row| row.key != activity_id("81")));
}

#[test]
fn an_activity_of_ones_own_that_replaces_none_is_counted_and_not_compared() {
    let own = municipality(101, vec![("X01", ranked(5)), ("74", ranked(1))]);
    let benchmark = side_by_side(&[own, municipality(102, vec![("74", ranked(1))])], None);
    assert_eq!(benchmark.activities.len(), 1);
    assert_eq!(benchmark.members[0].own_activities, 1);
}

#[test]
fn what_the_pattern_of_the_answers_asks_stands_beside_the_municipality() {
    let copied = |id: &'static str| {
        let mut answer = ranked(3);
        answer.direct.reason = Some("Se bilag".to_owned());
        (id, answer)
    };
    let ids = ["01", "02", "03", "04", "05", "06", "07"];
    let one = municipality(101, ids.map(copied).into());
    let other = municipality(102, ids.map(|id| (id, ranked(2))).into());
    let benchmark = side_by_side(&[one, other], None);
    let asked = |place: usize| benchmark.members[place].questions.get(&Code::HON003).copied();
    assert_eq!((asked(0), asked(1)), (Some(1), None));
    assert!(printed(&benchmark).contains("Kommunenavn101 2026: HON003"));
}

#[test]
fn only_chosen_activities_count_also_in_threats() {
    let rated = |level| {
        answer(method(KL)).consequence(Dimension::Confidentiality, 4).threat("T08", level).build()
    };
    let all = [
        municipality(101, vec![("61", rated(4)), ("74", rated(1))]),
        municipality(102, vec![("61", rated(4)), ("74", rated(2))]),
    ];
    let chosen = BTreeSet::from([activity_id("74")]);
    let question =
        Question { catalogue: catalogue(), method: method(KL), own: None, chosen: Some(&chosen) };
    let benchmark = benchmark(&members(&all, Some(&chosen)), Vec::new(), question);
    assert_eq!(benchmark.activities.len(), 1);
    assert_eq!(benchmark.threats[0].bands, Counts([0, 1, 1, 0, 0].map(Some).to_vec()));
}

#[test]
fn the_table_says_what_the_facts_say() {
    let benchmark = side_by_side(&group(&[2, 3, 5, 3, 2, 3]), Some(103));
    let day = "2026-11-01".parse().unwrap();
    let report = BenchmarkReport {
        benchmark: &benchmark,
        catalogue: catalogue(),
        day,
        top: None,
        skipped: 0,
    };
    let (facts, records) = (report.facts(), report.records(Lang::Da));
    let rows: Vec<_> = records.lines().skip(1).collect();
    let lists = ["activities", "threats", "areas"].map(|list| facts[list].as_array().unwrap());
    let all: Vec<_> = lists.into_iter().flatten().collect();
    assert_eq!(rows.len(), all.len());
    for (row, fact) in rows.iter().zip(all) {
        assert_eq!(row[1], fact["id"].as_str().unwrap());
        assert_eq!(row[4], fact["assessed"].to_string());
        let bands: Vec<_> =
            fact["bands"].as_array().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(row[5..5 + bands.len()], bands);
        let own = &fact["own"];
        let worse = own.get("worse").map(ToString::to_string).unwrap_or_default();
        assert_eq!(row[row.len() - 1], worse);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_order_of_files_changes_nothing(ranks in vec(1..=5_u8, 2..9), turn in 0..9_usize) {
        let assessments = group(&ranks);
        let mut turned = assessments.clone();
        turned.rotate_left(turn % ranks.len());
        turned.reverse();
        let (one, other) = (side_by_side(&assessments, Some(101)), side_by_side(&turned, Some(101)));
        prop_assert_eq!(printed(&one), printed(&other));
    }

    #[test]
    fn our_position_adds_up_to_all(ranks in vec(1..=5_u8, 2..9)) {
        let benchmark = side_by_side(&group(&ranks), Some(101));
        let row = row(&benchmark, "74");
        let position = row.own.as_ref().unwrap().position.unwrap();
        prop_assert_eq!(position.lower + position.equal + position.higher, ranks.len());
        prop_assert_eq!(row.coverage.assessed, ranks.len());
    }

    #[test]
    fn a_municipality_that_has_assessed_nothing_changes_only_the_coverage(ranks in vec(1..=5_u8, 2..9)) {
        let mut assessments = group(&ranks);
        let before = side_by_side(&assessments, Some(101));
        assessments.push(municipality(201, vec![("74", ActivityAnswer::default())]));
        let mut after = side_by_side(&assessments, Some(101));
        for row in &mut after.activities {
            row.coverage.of -= 1;
            row.coverage.not_assessed -= 1;
        }
        prop_assert_eq!(before.activities, after.activities);
        prop_assert_eq!(before.alpha, after.alpha);
    }
}

/// As `group`, with a secret in every place where a municipality could be recognised.
fn with_secrets(ranks: &[u8]) -> Vec<Assessment> {
    let mut assessments = group(ranks);
    for assessment in &mut assessments {
        let secret = assessment.municipality_name.clone();
        for answer in assessment.activities.values_mut() {
            answer.direct.reason = Some(format!("Hemmelig begrundelse i {secret}"));
            answer.direct.measures = vec![format!("Hemmelig foranstaltning i {secret}")];
            answer.note = Some("Hemmelig note".to_owned());
            answer.owner = Some("Hemmelig ejer".to_owned());
            for figure in answer.consequences.figures.values_mut() {
                figure.reason = Some(format!("Hemmelig konsekvens i {secret}"));
            }
        }
    }
    assessments
}

#[test]
fn fewer_than_five_have_no_anonymous_form() {
    assert_eq!(MIN_GROUP, 5);
    assert!(anonymous(&side_by_side(&group(&[1, 2, 3, 4]), None)).is_none());
    assert!(anonymous(&side_by_side(&group(&[1, 2, 3, 4, 5]), None)).is_some());
}

#[test]
fn nothing_is_said_of_an_activity_that_fewer_than_five_have_assessed() {
    let mut assessments = group(&[1, 1, 1, 1, 1]);
    for assessment in assessments.iter_mut().take(4) {
        assessment.activities.insert(activity_id("61"), ranked(5));
    }
    let full = side_by_side(&assessments, None);
    let hidden = anonymous(&full).unwrap();
    assert!(hidden.activities.iter().all(|row| row.key != activity_id("61")));
    assert_eq!(hidden.withheld.activities, 1);
    assert_eq!(hidden.alpha, None);
}

#[test]
fn what_says_nothing_of_anybody_is_shown_and_what_is_withheld_is_counted() {
    let area = catalogue().activities[&activity_id("74")].area.clone();
    let of_area: Vec<_> = catalogue().active().filter(|activity| activity.area == area).collect();
    // Ten answer all of the area: five at one rank and five at another.
    let whole = |number: u16, rank: u8, apart: u8| {
        let rank_of = |id: &ActivityId| if *id == activity_id("74") { apart } else { rank };
        let answers =
            of_area.iter().map(|activity| (activity.id.as_str(), ranked(rank_of(&activity.id))));
        municipality(number, answers.collect())
    };
    let of = |apart: u8| -> Vec<_> {
        let rank = |number| if number < 106 { 1 } else { 3 };
        let last = |number| if number == 110 { apart } else { rank(number) };
        (101..=110).map(|number| whole(number, rank(number), last(number))).collect()
    };
    let full = side_by_side(&of(3), Some(101));
    let told = anonymous(&full).unwrap();
    assert_eq!(told.withheld, Withheld::default());
    assert_eq!((told.alpha, told.areas.len()), (full.alpha, full.areas.len()));
    assert!(told.alpha.is_some() && told.areas.iter().any(|row| row.key == area));
    let shown = row(&told, "74");
    assert_eq!(counts(shown), [5, 0, 5, 0, 0]);
    assert_eq!(shown.agreement, row(&full, "74").agreement);
    let position = shown.own.as_ref().unwrap().position;
    assert_eq!(position, Some(Position { lower: 0, equal: 5, higher: 5 }));

    // One stands apart in 74: its row is shown in part, and what rests on it is gone.
    let full = side_by_side(&of(5), Some(101));
    let told = anonymous(&full).unwrap();
    assert!(row(&told, "74").bands.0.iter().any(Option::is_none));
    assert_eq!((told.alpha, told.withheld.activities), (None, 0));
    assert_eq!(told.withheld.areas, full.areas.len() - told.areas.len());
    assert!(told.areas.iter().all(|row| row.key != area));
}

#[test]
fn an_area_that_rests_on_a_withheld_count_is_withheld_with_it() {
    let area = catalogue().activities[&activity_id("74")].area.clone();
    let of_area: Vec<_> = catalogue().active().filter(|activity| activity.area == area).collect();
    let all = |number: u16, rank: u8| {
        municipality(
            number,
            of_area
                .iter()
                .map(|activity| {
                    let is_other = activity.id != activity_id("74");
                    (activity.id.as_str(), ranked(if is_other { 2 } else { rank }))
                })
                .collect(),
        )
    };
    // In 74 one stands at 5; all agree about the rest, and the area would show the one.
    let ranks = [1, 1, 1, 1, 5];
    let assessments: Vec<_> = (101..).zip(ranks).map(|(number, rank)| all(number, rank)).collect();
    let full = side_by_side(&assessments, None);
    assert_eq!(full.areas.iter().find(|row| row.key == area).unwrap().coverage.assessed, 5);
    let hidden = anonymous(&full).unwrap();
    assert!(hidden.areas.iter().all(|row| row.key != area));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 32,
        max_global_rejects: 50_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_name_code_or_text_of_anybody_is_printed(ranks in vec(1..=5_u8, 5..9)) {
        let hidden = anonymous(&side_by_side(&with_secrets(&ranks), None)).unwrap();
        let text = printed(&hidden);
        prop_assert!(!text.contains("Kommunenavn") && !text.to_lowercase().contains("hemmelig"));
        for (code, _) in (101..).zip(&ranks) {
            prop_assert!(!text.contains(&format!("\"{code}\"")), "{code}");
        }
    }

    #[test]
    fn with_our_own_only_we_are_named(ranks in vec(1..=5_u8, 5..9)) {
        let hidden = anonymous(&side_by_side(&with_secrets(&ranks), Some(101))).unwrap();
        let text = printed(&hidden);
        prop_assert!(text.contains("Kommunenavn101"));
        for (code, _) in (102..).zip(&ranks[1..]) {
            prop_assert!(!text.contains(&format!("Kommunenavn{code}")), "{code}");
        }
        prop_assert!(!text.to_lowercase().contains("hemmelig"));
    }

    /// Somebody changes an answer from one withheld count to another: not a byte tells.
    #[test]
    fn a_withheld_answer_leaves_no_trace(ranks in vec(1..=5_u8, 5..12), who in 0..12_usize, to in 1..=5_u8) {
        let who = who % ranks.len();
        let mut moved = ranks.clone();
        moved[who] = to;
        let count = |of: u8| ranks.iter().filter(|rank| **rank == of).count();
        prop_assume!(ranks[who] != to && count(ranks[who]) < MIN_CELL && count(to) + 1 < MIN_CELL);
        let seen = |ranks: &[u8]| printed(&anonymous(&side_by_side(&with_secrets(ranks), None)).unwrap());
        prop_assert_eq!(seen(&ranks), seen(&moved));
    }

    /// The same where we are one of them, and know ourselves.
    #[test]
    fn nor_does_it_where_we_are_among_them(ranks in vec(1..=5_u8, 6..12), who in 1..12_usize, to in 1..=5_u8) {
        let who = 1 + who % (ranks.len() - 1);
        let mut moved = ranks.clone();
        moved[who] = to;
        let others = &ranks[1..];
        let count = |of: u8| others.iter().filter(|rank| **rank == of).count();
        prop_assume!(ranks[who] != to && count(ranks[who]) < MIN_CELL && count(to) + 1 < MIN_CELL);
        let seen =
            |ranks: &[u8]| printed(&anonymous(&side_by_side(&with_secrets(ranks), Some(101))).unwrap());
        prop_assert_eq!(seen(&ranks), seen(&moved));
    }
}

#[test]
fn the_day_of_a_benchmark_is_the_latest_that_any_figures_hold_for() {
    let mut all = group(&[1, 2, 3]);
    for (assessment, day) in all.iter_mut().zip(["2025-03-01", "2026-05-01", "2024-11-01"]) {
        assessment.as_of = day.parse().unwrap();
    }
    assert_eq!(members(&all, None).latest_day(), "2026-05-01".parse().ok());
    assert_eq!(members(&[], None).latest_day(), None);
}

#[test]
fn a_round_without_the_first_activity_moves_only_what_stands_in_both() {
    let round = |year, answers| in_round(year, municipality(101, answers));
    let rounds = [
        round("2022", vec![("05", ranked(2)), ("61", ranked(1)), ("74", ranked(3))]),
        round("2024", vec![("74", ranked(4))]),
        round("2026", vec![("61", ranked(2)), ("74", ranked(4))]),
    ];
    let development = side_by_side(&rounds, None).development;
    let moved: Vec<_> = development[0].rounds.iter().map(|round| round.moved).collect();
    let changes = |raised, lowered, unchanged| Some(Moved { raised, lowered, unchanged });
    assert_eq!(moved, [None, changes(1, 0, 0), changes(0, 0, 1)]);
    let totals: Vec<_> = development[0].rounds.iter().map(|round| round.bands.total()).collect();
    assert_eq!(totals, [3, 1, 2]);
}

#[test]
fn a_round_that_counts_more_perspectives_is_read_as_the_one_before_it() {
    let round = |year: &str, whose: &[Perspective], organisation: u8| {
        let answer =
            judged(4, 1).of(Perspective::Organisation, Dimension::Confidentiality, organisation);
        let mut assessment = municipality(101, vec![("74", answer.build())]);
        assessment.perspectives = whose.to_vec();
        in_round(year, assessment)
    };
    let (subject, both) = (
        &[Perspective::DataSubject][..],
        &[Perspective::DataSubject, Perspective::Organisation][..],
    );
    let moved = |before: &[Perspective], now: &[Perspective]| {
        let rounds = [round("2024", before, 4), round("2026", now, 4)];
        side_by_side(&rounds, None).development[0].rounds[1].moved.unwrap()
    };
    let same = Moved { raised: 0, lowered: 0, unchanged: 1 };
    assert_eq!(moved(both, both), same);
    // Only the data subject's figures stand in both: nothing has moved.
    assert_eq!(moved(subject, both), same);
    assert_eq!(moved(both, subject), same);
    let bands = |before: &[Perspective], now: &[Perspective]| {
        let rounds = [round("2024", before, 4), round("2026", now, 4)];
        let development = side_by_side(&rounds, None).development;
        development[0].rounds.iter().map(|round| round.bands.count(5)).collect::<Vec<_>>()
    };
    assert_eq!(bands(both, both), [1, 1], "the organisation's 4 by 4");
    assert_eq!(bands(subject, both), [0, 0]);
}

#[test]
fn an_anonymous_row_says_how_many_there_are_and_where_we_stand_among_them() {
    let all = group(&[1, 1, 1, 3, 3, 3, 3, 5, 5, 5, 5, 5]);
    let shown = anonymous(&side_by_side(&all, Some(105))).unwrap();
    let row = row(&shown, "74");
    assert_eq!(counts(row), [3, 0, 4, 0, 5]);
    assert_eq!(row.coverage, RowCoverage { of: 12, assessed: 12, ..RowCoverage::default() });
    let position = row.own.as_ref().unwrap().position;
    assert_eq!(position, Some(Position { lower: 3, equal: 4, higher: 5 }));
}

#[test]
fn levels_that_are_withheld_withhold_the_area_and_the_agreement_of_all() {
    let ids = beside("74");
    // Two ways to the same band: 3 by 3, and 2 by 4 in one municipality alone.
    let group = |apart: bool| -> Vec<Assessment> {
        let answers = |number: u16| {
            let of = |id: &ActivityId| match (id.as_str(), number) {
                ("74", 101) if apart => judged(2, 4).build(),
                ("73", 101..=103) => ranked(1),
                _ => ranked(3),
            };
            ids.iter().map(|id| (id.as_str(), of(id))).collect()
        };
        (101..=106).map(|number| municipality(number, answers(number))).collect()
    };
    let whole = anonymous(&side_by_side(&group(false), None)).unwrap();
    assert_eq!(whole.withheld, Withheld { activities: 0, threats: 0, areas: 0 });
    assert!(whole.alpha.is_some());
    assert_eq!(whole.areas.len(), 1);
    let apart = anonymous(&side_by_side(&group(true), None)).unwrap();
    let of_74 = row(&apart, "74");
    assert_eq!(counts(of_74), [0, 0, 6, 0, 0]);
    assert!(of_74.likelihoods.0.is_empty() && of_74.consequences.0.is_empty());
    assert_eq!(apart.withheld, Withheld { activities: 0, threats: 0, areas: 1 });
    assert_eq!((apart.alpha, apart.areas.len()), (None, 0));
}

#[test]
fn of_the_rounds_of_others_an_anonymous_result_shows_none() {
    let mut all: Vec<_> =
        (101..=106).map(|number| municipality(number, vec![("74", ranked(3))])).collect();
    all.extend(
        [101, 102].map(|number| in_round("2024", municipality(number, vec![("74", ranked(2))]))),
    );
    let codes = |own| {
        let shown = anonymous(&side_by_side(&all, own)).unwrap();
        assert_eq!(shown.overall, None);
        shown.development.iter().map(|of| of.code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(codes(Some(102)), ["102"]);
    assert_eq!(codes(None), Vec::<String>::new());
}

#[test]
fn an_activity_that_nobody_has_withholds_nothing_of_its_area() {
    let ids = beside("74");
    let answers = || {
        let of = |id: &ActivityId| if id.as_str() == "73" { not_here() } else { ranked(3) };
        ids.iter().map(|id| (id.as_str(), of(id))).collect()
    };
    let all: Vec<_> = (101..=106).map(|number| municipality(number, answers())).collect();
    let shown = anonymous(&side_by_side(&all, None)).unwrap();
    // A row that too few have answered is withheld; what nobody could answer tells nothing of anybody.
    assert_eq!(shown.withheld, Withheld { activities: 1, threats: 0, areas: 0 });
    assert_eq!(shown.areas.len(), 1);
}
