//! Many municipalities side by side: where they agree, where they do not, and where one's own stands.
//!
//! Every figure is read through one common method. One municipality counts once, with its newest
//! round. What is missing counts nowhere, and least of all as a low figure; how many it is stands
//! beside every count. No level is added to another or averaged.
//!
//! - An **activity** stands where its worst rated risk puts it, as in every list.
//! - A **threat** stands where the worst of the activities puts it in which the municipality rated it.
//! - An **area** stands where its worst activity puts it, once all of the municipality's activities
//!   there have a band, or one has the worst band there is; before that it could be milder than it is.

mod anonymous;
mod member;
mod members;
mod row;

use std::collections::{BTreeMap, BTreeSet};

pub use anonymous::{MIN_CELL, MIN_GROUP, anonymous};
pub use member::{LeftOut, MeasureName, Member, Point};
pub use members::Members;
pub use row::{
    Counts, MeasureSplit, Middle, Moved, Outlier, OwnStand, Position, RoundBands, Row, RowCoverage,
};

use super::statistics::{Distribution, krippendorff_alpha};
use crate::domain::{
    ActivityId, AreaId, Catalogue, Method, MunicipalityCode, Perspective, ThreatId,
};
use crate::finding::Code;
use member::{Figures, Standing};
use row::{Sample, rank_distribution, row};

/// What the members are laid side by side with.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The shared catalogue, for areas and the activities that there are.
    pub catalogue: &'a Catalogue,
    /// The common method, which the members have been read through.
    pub method: &'a Method,
    /// Our own municipality.
    pub own: Option<MunicipalityCode>,
    /// Only these activities, where some are chosen; as the members have been read.
    pub chosen: Option<&'a BTreeSet<ActivityId>>,
}

/// A municipality among the members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberSummary {
    /// Code.
    pub code: MunicipalityCode,
    /// Name.
    pub name: String,
    /// The round that counts: its newest.
    pub round: String,
    /// Its own method.
    pub method: crate::domain::MethodId,
    /// Activities with a band in the common method.
    pub assessed: usize,
    /// Activities that it has.
    pub of: usize,
    /// Activities by rank of the band.
    pub bands: Distribution,
    /// Activities of its own that stand in the place of no shared one.
    pub own_activities: usize,
    /// What the pattern of its answers asks, by code; each is a question and no error.
    pub questions: BTreeMap<Code, usize>,
}

/// The rounds of one municipality, oldest first; at least two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Development {
    /// Code.
    pub code: MunicipalityCode,
    /// Name.
    pub name: String,
    /// Oldest first.
    pub rounds: Vec<RoundBands>,
}

/// The latest two rounds of all municipalities that have several: the same ones in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overall {
    /// How many municipalities that is; at least two.
    pub municipalities: usize,
    /// Activities by rank of the band, in the round before the newest.
    pub before: Distribution,
    /// The same in the newest.
    pub newest: Distribution,
    /// How their bands moved in between.
    pub moved: Moved,
}

/// Many municipalities side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmark<'a> {
    /// The common method.
    pub method: &'a Method,
    /// Whose consequences count.
    pub perspectives: Vec<Perspective>,
    /// Whether some members count more perspectives than that, so that only the data subject's
    /// consequences can be compared.
    pub perspectives_differ: bool,
    /// Set where nothing may tell which municipality said what.
    pub is_anonymous: bool,
    /// How many municipalities count.
    pub size: usize,
    /// The municipalities, by name; when anonymous only our own.
    pub members: Vec<MemberSummary>,
    /// Assessments that cannot be read through the common method; not named when anonymous.
    pub left_out: Vec<LeftOut>,
    /// How many those are.
    pub left_out_count: usize,
    /// Our own municipality, where it is among the members.
    pub own: Option<MunicipalityCode>,
    /// By number.
    pub activities: Vec<Row<ActivityId>>,
    /// Threats that somebody rated, by number.
    pub threats: Vec<Row<ThreatId>>,
    /// Those that somebody answers in, in the catalogue's order. Where activities are chosen, only those
    /// of which all are: the worst of a part says nothing of the whole.
    pub areas: Vec<Row<AreaId>>,
    /// Krippendorff's alpha over the bands of all activities; missing where it cannot be computed,
    /// or could give a municipality away.
    pub alpha: Option<f64>,
    /// Municipalities with several rounds, by name; when anonymous only our own.
    pub development: Vec<Development>,
    /// All of these together; missing where fewer than two have several rounds, and when anonymous.
    pub overall: Option<Overall>,
    /// Areas of which only some activities are chosen.
    pub areas_in_part: usize,
    /// Rows that are not shown, since they could give a municipality away.
    pub withheld: Withheld,
}

/// How many rows an anonymous result says nothing about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Withheld {
    /// Activities.
    pub activities: usize,
    /// Threats.
    pub threats: usize,
    /// Areas.
    pub areas: usize,
}

impl Benchmark<'_> {
    /// Activities that at least two have assessed, those first that they agree least about.
    #[must_use]
    pub fn by_disagreement(&self) -> Vec<&Row<ActivityId>> {
        let rated = self.activities.iter().filter(|row| row.coverage.assessed >= 2);
        let mut rows: Vec<_> = rated.filter(|row| row.agreement.is_some()).collect();
        let agreement = |row: &Row<ActivityId>| row.agreement.unwrap_or(1.0);
        rows.sort_by(|a, b| {
            let least_first = agreement(a).total_cmp(&agreement(b));
            least_first.then(b.coverage.assessed.cmp(&a.coverage.assessed))
        });
        rows
    }
}

/// Lays the members side by side. Their order does not matter; of two rounds of a municipality the
/// newer counts.
#[must_use]
pub fn benchmark<'a>(
    members: &Members,
    left_out: Vec<LeftOut>,
    question: Question<'a>,
) -> Benchmark<'a> {
    let mut newest: Vec<&Member> = members.newest().collect();
    newest.sort_by(|a, b| (&a.name, a.code).cmp(&(&b.name, b.code)));
    let perspectives =
        shared_perspectives(newest.iter().map(|member| member.perspectives.as_slice()));
    let perspectives_differ = newest.iter().any(|member| member.perspectives != perspectives);
    let group = Group { members: &newest, perspectives: &perspectives, question };
    let activities = group.activities();
    let alpha = alpha(&activities);
    let development = development(members, question.method);
    let mut left_out = left_out;
    left_out.sort_by(|a, b| (&a.name, a.code, &a.round).cmp(&(&b.name, b.code, &b.round)));
    Benchmark {
        method: question.method,
        is_anonymous: false,
        size: newest.len(),
        members: newest.iter().map(|member| group.summary(member)).collect(),
        left_out_count: left_out.len(),
        left_out,
        own: question.own.filter(|own| newest.iter().any(|member| member.code == *own)),
        threats: group.threats(),
        areas: group.areas(),
        areas_in_part: group.areas_in_part(),
        overall: overall(&development, question.method),
        development,
        perspectives_differ,
        activities,
        alpha,
        withheld: Withheld::default(),
        perspectives,
    }
}

/// The perspectives that all count; where they do not count the same ones, the data subject's.
fn shared_perspectives<'m>(mut all: impl Iterator<Item = &'m [Perspective]>) -> Vec<Perspective> {
    match all.next() {
        Some(first) if all.all(|other| other == first) => first.to_vec(),
        _ => vec![Perspective::DataSubject],
    }
}

/// Krippendorff's alpha over activities as items and municipalities as observers.
fn alpha(activities: &[Row<ActivityId>]) -> Option<f64> {
    let counted = activities.iter().map(|row| {
        Distribution::from_counts(row.bands.0.iter().map(|count| count.unwrap_or(0)).collect())
    });
    let counted: Vec<Distribution> = counted.collect();
    krippendorff_alpha(&counted.iter().collect::<Vec<_>>())
}

/// The members that count.
struct Group<'g, 'a> {
    members: &'g [&'g Member],
    perspectives: &'g [Perspective],
    question: Question<'a>,
}

impl<'g> Group<'g, '_> {
    fn figures(&self) -> impl Iterator<Item = (&'g Member, &'g Figures)> {
        self.members.iter().map(|member| (*member, member.figures(self.perspectives)))
    }

    fn summary(&self, member: &Member) -> MemberSummary {
        let standings = &member.figures(self.perspectives).activities;
        let ranks = standings.values().filter_map(|standing| match standing {
            Standing::Assessed(point) => Some(point.rank),
            _ => None,
        });
        let bands = rank_distribution(self.question.method, ranks);
        let has = |standing: &&Standing| **standing != Standing::NotApplicable;
        MemberSummary {
            code: member.code,
            name: member.name.clone(),
            round: member.round.clone(),
            method: member.method.clone(),
            assessed: bands.total(),
            of: standings.values().filter(has).count(),
            bands,
            own_activities: member.own_activities,
            questions: member.questions.clone(),
        }
    }

    /// Activities that somebody answers.
    fn activity_ids(&self) -> BTreeSet<&'g ActivityId>
    where
        Self: 'g,
    {
        self.figures().flat_map(|(_, figures)| figures.activities.keys()).collect()
    }

    fn activities(&self) -> Vec<Row<ActivityId>> {
        let rows = self.activity_ids().into_iter().map(|id| {
            let mut coverage = RowCoverage { of: self.members.len(), ..RowCoverage::default() };
            let mut points = Vec::new();
            for (member, figures) in self.figures() {
                match figures.activities.get(id) {
                    Some(Standing::Assessed(point)) => points.push((member, (**point).clone())),
                    Some(Standing::NotApplicable) => coverage.not_applicable += 1,
                    Some(Standing::NotComparable) => coverage.not_comparable += 1,
                    Some(Standing::NotAssessed) | None => coverage.not_assessed += 1,
                }
            }
            let rests_on = BTreeSet::from([id.clone()]);
            self.row(id.clone(), Sample { points, coverage, rests_on })
        });
        rows.collect()
    }

    fn threats(&self) -> Vec<Row<ThreatId>> {
        let ids: BTreeSet<&ThreatId> =
            self.figures().flat_map(|(_, figures)| figures.threats.keys()).collect();
        let rows = ids.into_iter().map(|id| {
            let mut coverage = RowCoverage { of: self.members.len(), ..RowCoverage::default() };
            let mut points = Vec::new();
            let mut rests_on = BTreeSet::new();
            for (member, figures) in self.figures() {
                match figures.threats.get(id) {
                    Some((point, rated_in)) => {
                        points.push((member, point.clone()));
                        rests_on.extend(rated_in.iter().cloned());
                    }
                    None => coverage.not_assessed += 1,
                }
            }
            self.row(id.clone(), Sample { points, coverage, rests_on })
        });
        rows.collect()
    }

    fn areas(&self) -> Vec<Row<AreaId>> {
        let answered = self.activity_ids();
        let rows = self.areas_with_activities().filter_map(|(area, ids)| {
            let is_answered = ids.iter().any(|id| answered.contains(id));
            let is_whole = ids.iter().all(|id| self.is_chosen(id));
            (is_answered && is_whole).then(|| self.row(area.clone(), self.area(&ids)))
        });
        rows.collect()
    }

    fn areas_in_part(&self) -> usize {
        let in_part = |ids: &BTreeSet<ActivityId>| {
            let mut chosen = ids.iter().map(|id| self.is_chosen(id));
            chosen.clone().any(|is_chosen| is_chosen) && !chosen.all(|is_chosen| is_chosen)
        };
        self.areas_with_activities().filter(|(_, ids)| in_part(ids)).count()
    }

    fn is_chosen(&self, id: &ActivityId) -> bool {
        self.question.chosen.is_none_or(|chosen| chosen.contains(id))
    }

    fn areas_with_activities(&self) -> impl Iterator<Item = (&AreaId, BTreeSet<ActivityId>)> {
        let catalogue = self.question.catalogue;
        catalogue.areas.iter().map(|area| {
            let of_area = catalogue.active().filter(|activity| activity.area == area.id);
            (&area.id, of_area.map(|activity| activity.id.clone()).collect())
        })
    }

    /// Where each member stands in an area that has these activities.
    fn area(&self, ids: &BTreeSet<ActivityId>) -> Sample<'g> {
        let top = self.question.method.bands.iter().map(|band| band.rank).max();
        let mut coverage = RowCoverage { of: self.members.len(), ..RowCoverage::default() };
        let mut points = Vec::new();
        for (member, figures) in self.figures() {
            let standings: Vec<_> = ids.iter().map(|id| figures.activities.get(id)).collect();
            let is = |wanted: &Standing| standings.contains(&Some(wanted));
            let worst = standings.iter().filter_map(|standing| match standing {
                Some(Standing::Assessed(point)) => Some((**point).clone()),
                _ => None,
            });
            let worst = worst.reduce(Point::worse);
            let lacks = is(&Standing::NotAssessed) || standings.contains(&None);
            match worst {
                Some(point)
                    if Some(point.rank) == top || !(lacks || is(&Standing::NotComparable)) =>
                {
                    points.push((member, point));
                }
                _ if lacks => coverage.not_assessed += 1,
                _ if is(&Standing::NotComparable) => coverage.not_comparable += 1,
                _ => coverage.not_applicable += 1,
            }
        }
        Sample { points, coverage, rests_on: ids.clone() }
    }

    fn row<K>(&self, key: K, sample: Sample<'_>) -> Row<K> {
        row(key, sample, self.question.method, self.question.own)
    }
}

/// How the bands of the municipalities with several rounds have moved.
fn development(members: &Members, method: &Method) -> Vec<Development> {
    let all = members.with_several().map(|(newest, rounds)| {
        let perspectives =
            shared_perspectives(rounds.iter().map(|round| round.perspectives.as_slice()));
        let before = std::iter::once(None).chain(rounds.iter().map(Some));
        let of_rounds = rounds.iter().zip(before).map(|(round, before)| RoundBands {
            round: round.round.clone(),
            as_of: round.as_of,
            bands: rank_distribution(method, round.bands(&perspectives)),
            moved: before.map(|before| round.moved_since(before, &perspectives)),
        });
        Development { code: newest.code, name: newest.name.clone(), rounds: of_rounds.collect() }
    });
    let mut all: Vec<Development> = all.collect();
    all.sort_by(|a, b| (&a.name, a.code).cmp(&(&b.name, b.code)));
    all
}

/// All municipalities with several rounds together.
fn overall(development: &[Development], method: &Method) -> Option<Overall> {
    let nothing = || rank_distribution(method, std::iter::empty());
    let mut all = Overall {
        municipalities: development.len(),
        before: nothing(),
        newest: nothing(),
        moved: Moved::default(),
    };
    for of in development {
        let [.., before, newest] = of.rounds.as_slice() else { continue };
        all.before = all.before.with(&before.bands);
        all.newest = all.newest.with(&newest.bands);
        let moved = newest.moved.unwrap_or_default();
        all.moved.raised += moved.raised;
        all.moved.lowered += moved.lowered;
        all.moved.unchanged += moved.unchanged;
    }
    (development.len() > 1).then_some(all)
}
