//! What earlier rounds of the same municipality say about an answer: since when a figure has stood as it is,
//! and an answer carried on.

use std::cmp::Reverse;

use crate::domain::{
    ActivityAnswer, ActivityId, Assessed, Assessment, Dimension, LevelNumber, Perspective, Status,
    ThreatId,
};

/// One figure of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureAt {
    /// A consequence: whose, of which kind.
    Consequence(Perspective, Dimension),
    /// A likelihood today; of a threat where one is named, else the direct one.
    Likelihood(Option<ThreatId>),
    /// The same when the actions are done.
    ResidualLikelihood(Option<ThreatId>),
    /// The consequence when the actions are done.
    ResidualConsequence(Option<ThreatId>),
}

/// Why an answer cannot be carried on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCarried {
    /// The earlier round is another municipality's.
    OtherMunicipality,
    /// It was scored by another method: its levels say something else here.
    OtherMethod,
    /// It has no answer about this activity.
    NotAnswered,
}

/// The earliest round since which a figure has had the level that it has now, without a gap; `earlier` may come
/// in any order. Nothing where it has no level, or where the last round says otherwise.
///
/// A round by another method ends the search: the same number means something else there.
#[must_use]
pub fn unchanged_since<'a>(
    now: &Assessment,
    id: &ActivityId,
    at: &FigureAt,
    earlier: &[&'a Assessment],
) -> Option<&'a Assessment> {
    let level = level_at(now.activities.get(id)?, at)?;
    let mut earlier: Vec<&Assessment> =
        earlier.iter().copied().filter(|round| round.as_of < now.as_of).collect();
    earlier.sort_by_key(|round| Reverse(round.as_of));
    let is_same = |round: &&Assessment| {
        let then = round.activities.get(id).and_then(|answer| level_at(answer, at));
        is_comparable(now, round).is_ok() && then == Some(level)
    };
    earlier.into_iter().take_while(is_same).last()
}

/// The level that a figure had in an earlier round; nothing where it had none, or where the same number
/// means something else there.
#[must_use]
pub fn last_level(
    now: &Assessment,
    id: &ActivityId,
    at: &FigureAt,
    earlier: &Assessment,
) -> Option<u8> {
    is_comparable(now, earlier).ok()?;
    level_at(earlier.activities.get(id)?, at)
}

/// The answer of an earlier round as one of this round that nobody has looked at yet: who assessed, who accepted
/// and when it is seen again are said anew. What stands in columns of this round's workbook stays.
///
/// # Errors
///
/// Where the earlier answer means something else here, or there is none.
pub fn carry(
    now: &Assessment,
    id: &ActivityId,
    earlier: &Assessment,
) -> Result<ActivityAnswer, NotCarried> {
    is_comparable(now, earlier)?;
    let before = earlier.activities.get(id).ok_or(NotCarried::NotAnswered)?;
    let here = now.activities.get(id);
    let mut extra = before.extra.clone();
    extra.extend(here.map(|answer| answer.extra.clone()).unwrap_or_default());
    let status = match before.status {
        Status::Assessed => Status::InProgress,
        other => other,
    };
    Ok(ActivityAnswer {
        status,
        assessed: Assessed::default(),
        review_by: here.and_then(|answer| answer.review_by),
        acceptance: None,
        extra,
        ..before.clone()
    })
}

fn is_comparable(now: &Assessment, earlier: &Assessment) -> Result<(), NotCarried> {
    if now.municipality != earlier.municipality {
        return Err(NotCarried::OtherMunicipality);
    }
    if now.method != earlier.method {
        return Err(NotCarried::OtherMethod);
    }
    Ok(())
}

/// The number of a level; both sides are of the same method, so the number says it all.
#[must_use]
pub fn level_at(answer: &ActivityAnswer, at: &FigureAt) -> Option<u8> {
    match at {
        FigureAt::Consequence(whose, kind) => {
            let figure = answer.consequences.figures.get(&(*whose, *kind))?;
            figure.rating.rated().map(LevelNumber::number)
        }
        FigureAt::Likelihood(threat) => {
            answer.risk(threat.as_ref())?.likelihood.rated().map(LevelNumber::number)
        }
        FigureAt::ResidualLikelihood(threat) => {
            answer.risk(threat.as_ref())?.residual_likelihood.rated().map(LevelNumber::number)
        }
        FigureAt::ResidualConsequence(threat) => {
            answer.risk(threat.as_ref())?.residual_consequence.rated().map(LevelNumber::number)
        }
    }
}
