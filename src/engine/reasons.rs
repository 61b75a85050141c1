//! Reasons that were written for another level than the one they stand at.

use super::earlier::{FigureAt, level_at};
use crate::domain::ActivityAnswer;

/// A reason that stayed though the level beside it is another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonForAnother {
    /// Where it stands.
    pub at: FigureAt,
    /// The level that it stood at.
    pub then: u8,
    /// The level that it stands at.
    pub now: u8,
}

/// Reasons that stayed word for word though the level beside them is another. Nobody's words are thrown away with a
/// level; whether they still argue for it is for people to say.
#[must_use]
pub fn reasons_for_another(
    before: &ActivityAnswer,
    after: &ActivityAnswer,
) -> Vec<ReasonForAnother> {
    let consequences =
        after.consequences.figures.keys().map(|(whose, kind)| FigureAt::Consequence(*whose, *kind));
    let threats = after.threats.keys().map(|id| FigureAt::Likelihood(Some(id.clone())));
    let all = consequences.chain([FigureAt::Likelihood(None)]).chain(threats);
    all.filter_map(|at| {
        let reason = reason_at(after, &at)?;
        let (then, now) = (level_at(before, &at)?, level_at(after, &at)?);
        let stayed = reason_at(before, &at) == Some(reason) && then != now;
        stayed.then_some(ReasonForAnother { at, then, now })
    })
    .collect()
}

/// The reason that stands at a figure; a residual figure has none of its own.
#[must_use]
pub fn reason_at<'a>(answer: &'a ActivityAnswer, at: &FigureAt) -> Option<&'a str> {
    let reason = match at {
        FigureAt::Consequence(whose, kind) => {
            answer.consequences.figures.get(&(*whose, *kind))?.reason.as_deref()
        }
        FigureAt::Likelihood(threat) => answer.risk(threat.as_ref())?.reason.as_deref(),
        FigureAt::ResidualLikelihood(_) | FigureAt::ResidualConsequence(_) => None,
    };
    reason.filter(|reason| !reason.trim().is_empty())
}
