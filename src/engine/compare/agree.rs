//! The smallest change on one side that would give both the same band.

use super::figures::Figure;
use crate::domain::{ActivityAnswer, Rating, ThreatAnswer};
use crate::engine::{RiskSource, Scope, activity_risk};

/// Most figures that are tried together: a longer list is no small change.
const MOST_FIGURES: usize = 3;
/// Most combinations that are tried for one activity, so that hundreds of differing threats do not
/// keep a reader waiting.
const MOST_TRIALS: usize = 1_000;

/// A figure that would move, and where to. Levels are those of the common method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub figure: Figure,
    /// Its level today; missing: not given or not applicable.
    pub from: Option<u8>,
    /// The level that it would have; missing: as on the other side, not given or not applicable.
    pub to: Option<u8>,
}

/// Who would move, and where to.
#[derive(Clone, Copy)]
pub(super) struct Mover<'a> {
    /// The answer that would change, in the levels of the common method.
    pub(super) mine: &'a ActivityAnswer,
    /// The answer that it would come to agree with, in the same levels.
    pub(super) theirs: &'a ActivityAnswer,
    /// Rank of the band that the other side has.
    pub(super) wanted: u8,
    /// How mine is scored under the common method.
    pub(super) scope: Scope<'a>,
}

impl Mover<'_> {
    fn agrees(self, answer: &ActivityAnswer) -> bool {
        let risk = activity_risk(answer, self.scope);
        risk.current().is_some_and(|(_, score)| score.band.rank == self.wanted)
    }
}

/// The fewest of the differing figures that a side would have to see as the other does, for both to
/// have the same band; of a single figure, the fewest levels. `None` where no small change does it.
pub(super) fn smallest_change(mover: Mover<'_>, differing: &[Step]) -> Option<Vec<Step>> {
    if let Some(step) = differing.iter().find_map(|step| part_of_the_way(mover, step)) {
        return Some(vec![step]);
    }
    let mut trials = 0;
    for size in 1..=MOST_FIGURES.min(differing.len()) {
        let mut chosen: Vec<usize> = (0..size).collect();
        loop {
            trials += 1;
            if trials > MOST_TRIALS {
                return None;
            }
            let steps = || chosen.iter().filter_map(|place| differing.get(*place));
            let changed = steps().fold(mover.mine.clone(), |answer, step| {
                adopted(answer, mover.theirs, &step.figure)
            });
            if mover.agrees(&changed) {
                return Some(steps().cloned().collect());
            }
            if !next_choice(&mut chosen, differing.len()) {
                break;
            }
        }
    }
    None
}

/// The nearest level towards the other side's that is enough.
fn part_of_the_way(mover: Mover<'_>, step: &Step) -> Option<Step> {
    let (from, to) = (step.from?, step.to?);
    let is_enough = |level: &u8| {
        let changed = with_level(mover.mine, &step.figure, *level, mover.scope);
        changed.is_some_and(|changed| mover.agrees(&changed))
    };
    let level = levels_towards(from, to).find(is_enough)?;
    Some(Step { figure: step.figure.clone(), from: Some(from), to: Some(level) })
}

/// The levels on the way from one to another, the nearest first, the other included.
fn levels_towards(from: u8, to: u8) -> Box<dyn Iterator<Item = u8>> {
    if from < to { Box::new(from + 1..=to) } else { Box::new((to..from).rev()) }
}

/// The next choice of as many places out of `count`, in lexicographic order.
fn next_choice(chosen: &mut [usize], count: usize) -> bool {
    let size = chosen.len();
    let movable =
        (0..size).rev().find(|at| chosen.get(*at).is_some_and(|place| *place < count - size + at));
    let Some(at) = movable else { return false };
    let start = chosen.get(at).map_or(0, |place| place + 1);
    for (place, slot) in (start..).zip(chosen.iter_mut().skip(at)) {
        *slot = place;
    }
    true
}

/// My answer with one figure at a level of the common method.
fn with_level(
    mine: &ActivityAnswer,
    figure: &Figure,
    level: u8,
    scope: Scope<'_>,
) -> Option<ActivityAnswer> {
    let mut changed = mine.clone();
    match figure {
        Figure::Consequence(whose, kind) => {
            let figure = changed.consequences.figures.get_mut(&(*whose, *kind))?;
            figure.rating = Rating::Rated(scope.method.consequence.level(level)?);
        }
        Figure::Likelihood(source) => {
            let risk = match source {
                RiskSource::Direct => &mut changed.direct,
                RiskSource::Threat(id) => &mut changed.threats.get_mut(id)?.risk,
            };
            risk.likelihood = Rating::Rated(scope.method.likelihood.level(level)?);
        }
        Figure::ResidualLikelihood(_) | Figure::ResidualConsequence(_) => return None,
    }
    Some(changed)
}

/// My answer with one figure as they have it.
fn adopted(mut mine: ActivityAnswer, theirs: &ActivityAnswer, figure: &Figure) -> ActivityAnswer {
    match figure {
        Figure::Consequence(whose, kind) => {
            let pair = (*whose, *kind);
            match theirs.consequences.figures.get(&pair) {
                Some(figure) => mine.consequences.figures.insert(pair, figure.clone()),
                None => mine.consequences.figures.remove(&pair),
            };
        }
        Figure::Likelihood(RiskSource::Direct) => mine.direct.likelihood = theirs.direct.likelihood,
        Figure::Likelihood(RiskSource::Threat(id)) => {
            let other = theirs.threats.get(id).cloned().unwrap_or_default();
            let threat: &mut ThreatAnswer = mine.threats.entry(id.clone()).or_default();
            threat.not_relevant = other.not_relevant;
            threat.risk.likelihood = other.risk.likelihood;
        }
        Figure::ResidualLikelihood(_) | Figure::ResidualConsequence(_) => {}
    }
    mine
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_comes_once_and_in_order() {
        let mut chosen = vec![0, 1];
        let mut all = vec![chosen.clone()];
        while next_choice(&mut chosen, 4) {
            all.push(chosen.clone());
        }
        assert_eq!(all, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
    }
}
