//! Several people's answers to the same activities, given without seeing each other's.

use std::collections::BTreeSet;

use super::figures::{Figures, figures};
use super::{Common, Figure, Given, Reading, Side};
use crate::domain::{ActivityId, Method, Perspective, keyed};
use crate::engine::{ActivityRisk, Distribution, Scope, activity_risk, krippendorff_alpha};

/// Levels between the lowest and the highest figure that are worth a talk, also where the band is
/// the same: a step is within what the words of a level leave open.
const FAR_APART: u8 = 2;

/// Why an activity is worth a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WorthAMeeting {
    /// They come to different bands.
    Bands,
    /// The band is the same, and a figure is two levels or more apart.
    FarApart,
    /// Somebody has not given it a band.
    Missing,
}

keyed!(WorthAMeeting {
    "bands" => Bands,
    "far-apart" => FarApart,
    "missing" => Missing,
});

/// What all assessors say about one activity.
#[derive(Debug, Clone)]
pub struct Assessed<'a> {
    /// Which.
    pub id: &'a ActivityId,
    /// Scored under the common method, in the order of the assessors. Missing: it is not answered,
    /// or cannot be read.
    pub risks: Vec<Option<ActivityRisk<'a>>>,
    /// Bands between the mildest and the worst. Missing: fewer than two have given it a band.
    pub spread: Option<u8>,
    /// Missing: they agree well enough.
    pub worth: Option<WorthAMeeting>,
    /// Every figure that they do not all give alike, with what each gave.
    pub figures: Vec<(Figure, Vec<Option<Given<'a>>>)>,
}

/// Everything that several assessors answered.
#[derive(Debug, Clone)]
pub struct Assessors<'a> {
    /// What is worth most first: different bands, furthest apart first; then figures, then gaps.
    pub activities: Vec<Assessed<'a>>,
}

impl Assessors<'_> {
    /// Krippendorff's alpha over the bands of all activities. Missing: nothing tells agreement from
    /// habit, see [`krippendorff_alpha`].
    #[must_use]
    pub fn alpha(&self, method: &Method) -> Option<f64> {
        let top = u8::try_from(method.bands.len()).unwrap_or(u8::MAX);
        let counted = |assessed: &Assessed<'_>| {
            let current = assessed.risks.iter().flatten().filter_map(|risk| risk.current());
            Distribution::of(top, current.map(|(_, score)| score.band.rank))
        };
        let items: Vec<Distribution> = self.activities.iter().map(counted).collect();
        krippendorff_alpha(&items.iter().collect::<Vec<_>>())
    }
}

/// Lays the answers of several assessors side by side. Activities that nobody has given a band are
/// left out.
#[must_use]
pub fn assessors<'a>(sides: &[Side<'a>], common: Common<'a>) -> Assessors<'a> {
    let ids: BTreeSet<&ActivityId> =
        sides.iter().flat_map(|side| side.assessment.activities.keys()).collect();
    let mut activities: Vec<Assessed<'a>> =
        ids.into_iter().filter_map(|id| assessed(id, sides, common)).collect();
    activities.sort_by_key(|a| {
        let rank = a.worth.map_or(u8::MAX, |worth| match worth {
            WorthAMeeting::Bands => 0,
            WorthAMeeting::FarApart => 1,
            WorthAMeeting::Missing => 2,
        });
        (rank, std::cmp::Reverse(a.spread), a.id)
    });
    Assessors { activities }
}

fn assessed<'a>(
    id: &'a ActivityId,
    sides: &[Side<'a>],
    common: Common<'a>,
) -> Option<Assessed<'a>> {
    let stands: Vec<Option<(ActivityRisk<'a>, Figures<'a>)>> =
        sides.iter().map(|side| stand(id, *side, common)).collect();
    let ranks: Vec<Option<u8>> = stands
        .iter()
        .map(|stand| stand.as_ref()?.0.current().map(|(_, score)| score.band.rank))
        .collect();
    let rated = || ranks.iter().flatten();
    let (mildest, worst) = (*rated().min()?, *rated().max()?);
    let spread = (rated().count() > 1).then_some(worst - mildest);
    let names: BTreeSet<&Figure> =
        stands.iter().flatten().flat_map(|(_, figures)| figures.keys()).collect();
    let figures: Vec<(Figure, Vec<Option<Given<'a>>>)> = names
        .into_iter()
        .map(|name| {
            let given = |stand: &Option<(_, Figures<'a>)>| stand.as_ref()?.1.get(name).copied();
            (name.clone(), stands.iter().map(given).collect::<Vec<_>>())
        })
        .filter(|(_, given)| !all_alike(given))
        .collect();
    let far_apart = figures.iter().any(|(figure, given)| {
        figure.is_current() && distance(given).is_some_and(|levels| levels >= FAR_APART)
    });
    let worth = match spread {
        Some(spread) if spread > 0 => Some(WorthAMeeting::Bands),
        _ if far_apart => Some(WorthAMeeting::FarApart),
        _ if ranks.iter().any(Option::is_none) => Some(WorthAMeeting::Missing),
        _ => None,
    };
    let risks = stands.into_iter().map(|stand| stand.map(|(risk, _)| risk)).collect();
    Some(Assessed { id, risks, spread, worth, figures })
}

fn stand<'a>(
    id: &ActivityId,
    side: Side<'a>,
    common: Common<'a>,
) -> Option<(ActivityRisk<'a>, Figures<'a>)> {
    let answer = side.assessment.activities.get(id)?;
    let reading = Reading::between(side.method, common.method, common.levels)?;
    let read = reading.answer(answer).ok()?;
    let perspectives: &'a [Perspective] = &side.assessment.perspectives;
    let scope = Scope { catalogue: side.catalogue, method: common.method, perspectives };
    Some((activity_risk(&read, scope), figures(answer, &read, perspectives)))
}

fn all_alike(given: &[Option<Given<'_>>]) -> bool {
    let levels: Vec<_> = given.iter().map(|given| given.map(|given| given.level)).collect();
    levels.windows(2).all(|pair| pair.first() == pair.last())
}

/// Levels between the lowest and the highest.
fn distance(given: &[Option<Given<'_>>]) -> Option<u8> {
    let levels = || given.iter().flatten().filter_map(|given| given.level);
    Some(levels().max()? - levels().min()?)
}
