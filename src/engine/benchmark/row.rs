//! What all members together say about an activity, a threat or an area.

use std::collections::{BTreeMap, BTreeSet};

use super::member::{MeasureName, Member, Point};
use crate::domain::{ActivityId, Date, Method, MunicipalityCode};
use crate::engine::statistics::{Distribution, Span};

/// Counts of a scale, level 1 first. `None` is withheld: it could give a municipality away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts(pub Vec<Option<usize>>);

impl From<&Distribution> for Counts {
    fn from(distribution: &Distribution) -> Self {
        Self(distribution.counts().iter().copied().map(Some).collect())
    }
}

impl Counts {
    /// Whether anything is withheld.
    #[must_use]
    pub fn withholds(&self) -> bool {
        self.0.contains(&None)
    }

    /// Levels with their counts, lowest first.
    pub fn levels(&self) -> impl Iterator<Item = (u8, Option<usize>)> {
        (1..=u8::MAX).zip(self.0.iter().copied())
    }

    /// The count of a level; `None` where it is withheld.
    #[must_use]
    pub fn count(&self, level: u8) -> Option<usize> {
        let place = usize::from(level).checked_sub(1)?;
        self.0.get(place).copied().flatten()
    }
}

/// Median and quartiles as levels; where counts are withheld, as far as the others tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Middle {
    /// The first quartile.
    pub first: Span,
    /// The median: lower and upper.
    pub median: Span,
    /// The third quartile.
    pub third: Span,
}

impl Middle {
    pub(super) fn of(distribution: &Distribution) -> Option<Self> {
        let quartiles = distribution.quartiles()?;
        let at = |level| Span { from: level, to: level };
        let (first, third) = (at(quartiles.first), at(quartiles.third));
        Some(Self { first, median: quartiles.median, third })
    }
}

/// How many members have a band, and why the others have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RowCoverage {
    /// Members that count: one for each municipality.
    pub of: usize,
    /// Members with a band.
    pub assessed: usize,
    /// Members that do not have the activity.
    pub not_applicable: usize,
    /// Members with a level that has no counterpart, or an activity split into several.
    pub not_comparable: usize,
    /// Members without figures. In an area also those that have assessed only a part of it: the
    /// worst of a part may be milder than the worst of all.
    pub not_assessed: usize,
}

/// How many members stand where, seen from our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Members in a milder band.
    pub lower: usize,
    /// Members in the same band, ourselves included.
    pub equal: usize,
    /// Members in a worse band.
    pub higher: usize,
}

/// Our own answer among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnStand {
    /// Rank of the band.
    pub rank: u8,
    /// Level of the deciding likelihood.
    pub likelihood: u8,
    /// Level of the deciding consequence.
    pub consequence: u8,
    /// Missing: counts that it would need are withheld.
    pub position: Option<Position>,
}

/// A member that lies far from the others, with what it says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlier {
    /// Code of the municipality.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: String,
    /// Where it stands, and why.
    pub point: Point,
}

/// A measure that those in the milder bands have and those in the worse lack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureSplit {
    /// Which.
    pub name: MeasureName,
    /// In somebody's words.
    pub words: String,
    /// Those that have it, and all that name measures, in the milder half.
    pub milder: (usize, usize),
    /// The same in the worse half.
    pub worse: (usize, usize),
}

/// An activity, a threat or an area.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<K> {
    /// Which.
    pub key: K,
    /// How many have a band.
    pub coverage: RowCoverage,
    /// Members by rank of the band.
    pub bands: Counts,
    /// Members by level of the deciding likelihood; empty where all of it is withheld.
    pub likelihoods: Counts,
    /// Members by level of the deciding consequence; empty where all of it is withheld.
    pub consequences: Counts,
    /// Missing: nobody has a band.
    pub middle: Option<Middle>,
    /// Van der Eijk's A over the bands; missing where nobody has a band, or counts are withheld.
    pub agreement: Option<f64>,
    /// Missing: our own is not among the members, or has no band.
    pub own: Option<OwnStand>,
    /// Members far from the others, in the order of bands and names.
    pub outliers: Vec<Outlier>,
    /// What those in the milder bands have, most telling first.
    pub measures: Vec<MeasureSplit>,
    /// The activities that it rests on.
    pub(super) rests_on: BTreeSet<ActivityId>,
}

/// The members with a band in a row, and how many have none.
pub(super) struct Sample<'m> {
    pub(super) points: Vec<(&'m Member, Point)>,
    pub(super) coverage: RowCoverage,
    pub(super) rests_on: BTreeSet<ActivityId>,
}

/// Puts a row together.
pub(super) fn row<K>(
    key: K,
    sample: Sample<'_>,
    method: &Method,
    own: Option<MunicipalityCode>,
) -> Row<K> {
    let Sample { mut points, mut coverage, rests_on } = sample;
    coverage.assessed = points.len();
    points.sort_by(|(a, pa), (b, pb)| (pa.rank, &a.name, a.code).cmp(&(pb.rank, &b.name, b.code)));
    let bands = rank_distribution(method, points.iter().map(|(_, point)| point.rank));
    let likelihoods = Distribution::of(
        method.likelihood.top_number(),
        points.iter().map(|(_, point)| point.likelihood),
    );
    let consequences = Distribution::of(
        method.consequence.top_number(),
        points.iter().map(|(_, point)| point.consequence),
    );
    let ours = points.iter().find(|(member, _)| Some(member.code) == own);
    Row {
        key,
        coverage,
        bands: (&bands).into(),
        likelihoods: (&likelihoods).into(),
        consequences: (&consequences).into(),
        middle: Middle::of(&bands),
        agreement: bands.agreement(),
        own: ours.map(|(_, point)| OwnStand {
            rank: point.rank,
            likelihood: point.likelihood,
            consequence: point.consequence,
            position: Some(position(&bands, point.rank)),
        }),
        outliers: outliers(&bands, &points),
        measures: measures(&bands, &points),
        rests_on,
    }
}

/// Counts ranks of the bands of a method.
pub(super) fn rank_distribution(
    method: &Method,
    ranks: impl IntoIterator<Item = u8>,
) -> Distribution {
    let top = method.bands.iter().map(|band| band.rank).max().unwrap_or_default();
    Distribution::of(top, ranks)
}

fn position(bands: &Distribution, own: u8) -> Position {
    let count = |wanted: &dyn Fn(u8) -> bool| {
        bands.levels().filter(|(rank, _)| wanted(*rank)).map(|(_, count)| count).sum()
    };
    Position {
        lower: count(&|rank| rank < own),
        equal: count(&|rank| rank == own),
        higher: count(&|rank| rank > own),
    }
}

fn outliers(bands: &Distribution, points: &[(&Member, Point)]) -> Vec<Outlier> {
    let Some(quartiles) = bands.quartiles() else { return Vec::new() };
    let far = points.iter().filter(|(_, point)| quartiles.is_outlier(point.rank));
    far.map(|(member, point)| Outlier {
        code: member.code,
        name: member.name.clone(),
        point: point.clone(),
    })
    .collect()
}

/// The highest rank of the milder half: the cut between two bands that leaves the halves most
/// even. `None` where all are in one band.
fn cut(bands: &Distribution) -> Option<u8> {
    let total = bands.total();
    let mut below = 0;
    let mut best: Option<(usize, u8)> = None;
    for (rank, count) in bands.levels() {
        below += count;
        let above = total - below;
        let unevenness = below.abs_diff(above);
        if count > 0 && above > 0 && best.is_none_or(|(least, _)| unevenness < least) {
            best = Some((unevenness, rank));
        }
    }
    best.map(|(_, rank)| rank)
}

/// Measures that are at least twice named in the milder half, and whose share there is at least
/// half of all above that in the worse half. Who names no measures at all is not counted: they may
/// have some.
fn measures(bands: &Distribution, points: &[(&Member, Point)]) -> Vec<MeasureSplit> {
    let Some(cut) = cut(bands) else { return Vec::new() };
    let naming = points.iter().map(|(_, point)| point).filter(|p| !p.measures.is_empty());
    let (milder, worse): (Vec<&Point>, Vec<&Point>) = naming.partition(|p| p.rank <= cut);
    if worse.is_empty() {
        return Vec::new();
    }
    let mut known: BTreeMap<&MeasureName, &str> = BTreeMap::new();
    for (name, words) in milder.iter().flat_map(|point| &point.measures) {
        let shown = known.entry(name).or_insert(words);
        *shown = (*shown).min(words);
    }
    let having = |points: &[&Point], name| {
        points.iter().filter(|point| point.measures.contains_key(name)).count()
    };
    let mut found: Vec<MeasureSplit> = known
        .into_iter()
        .map(|(name, words)| MeasureSplit {
            name: name.clone(),
            words: words.to_owned(),
            milder: (having(&milder, name), milder.len()),
            worse: (having(&worse, name), worse.len()),
        })
        .filter(MeasureSplit::is_telling)
        .collect();
    found.sort_by(|a, b| b.lead().cmp(&a.lead()).then_with(|| a.name.cmp(&b.name)));
    found
}

impl MeasureSplit {
    /// By how much the share in the milder half is larger, times both numbers of those asked: the
    /// same for all measures of a row, so that whole numbers can be compared.
    fn lead(&self) -> usize {
        (self.milder.0 * self.worse.1).saturating_sub(self.worse.0 * self.milder.1)
    }

    fn is_telling(&self) -> bool {
        self.milder.0 >= 2 && 2 * self.lead() >= self.milder.1 * self.worse.1
    }
}

/// Bands of one municipality in one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundBands {
    /// Round.
    pub round: String,
    /// The day that it holds for.
    pub as_of: Date,
    /// Activities by rank of the band.
    pub bands: Distribution,
    /// Activities that have a worse band than in the round before, and a milder one; missing for
    /// the first round.
    pub moved: Option<Moved>,
}

/// How bands moved from one round to the next, over activities with a band in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moved {
    /// Activities with a worse band.
    pub raised: usize,
    /// Activities with a milder band.
    pub lowered: usize,
    /// Activities with the same band.
    pub unchanged: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_of(counts: &[usize]) -> Option<u8> {
        cut(&Distribution::from_counts(counts.to_vec()))
    }

    #[test]
    fn the_halves_are_cut_where_they_are_most_even_and_never_into_all_and_none() {
        assert_eq!(cut_of(&[2, 1, 3, 0, 0]), Some(2));
        assert_eq!(cut_of(&[1, 0, 0, 0, 5]), Some(1));
        assert_eq!(cut_of(&[0, 1, 1, 1, 0]), Some(2), "the milder of two that are as even");
        for all_in_one in [[6, 0, 0], [0, 6, 0], [0, 0, 6], [0, 0, 0]] {
            assert_eq!(cut_of(&all_in_one), None, "{all_in_one:?}");
        }
    }

    #[test]
    fn a_measure_tells_where_its_share_is_half_of_all_above_that_of_the_worse() {
        let split = |milder, worse| {
            let name = MeasureName::Own("lås".to_owned());
            MeasureSplit { name, words: "Lås".to_owned(), milder, worse }
        };
        assert_eq!(split((3, 4), (1, 4)).lead(), 8);
        assert_eq!(split((1, 4), (3, 4)).lead(), 0);
        assert!(split((3, 4), (1, 4)).is_telling(), "three quarters against one");
        assert!(!split((3, 4), (2, 4)).is_telling());
        assert!(split((2, 4), (0, 3)).is_telling());
        assert!(!split((2, 5), (0, 3)).is_telling());
        assert!(!split((1, 1), (0, 3)).is_telling(), "one alone is no pattern");
    }
}
