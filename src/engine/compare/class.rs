//! What kind of difference it is: judgement, yardstick, coverage, catalogue, or not comparable.

use super::reading::Unmapped;
use super::{FigureDifference, Stand};
use crate::domain::{ActivityId, Band, MethodId, Origin, Status};
use crate::engine::{RiskSource, Score};

/// The first or the second of two assessments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SideName {
    /// The first.
    Left,
    /// The second.
    Right,
}

/// Which yardstick differs where the figures do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yardstick {
    /// The methods give the same figures different bands.
    Method,
    /// One of them also counts the consequence for others than the data subject.
    Perspectives,
}

/// What one side lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The assessment has no answer to the activity.
    Activity(SideName),
    /// The municipality says that it does not have the activity.
    NotApplicable(SideName),
    /// The activity is there and has no band yet.
    Figures(SideName),
    /// Both have a band; some figures are given by one of them only, and no other figure differs.
    SomeFigures,
}

/// Why an activity cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The methods have different numbers of levels, and nothing tells which means what.
    Sizes {
        /// The method that cannot be read.
        from: MethodId,
        /// The method that it should be read through.
        to: MethodId,
    },
    /// A level has no counterpart in the common method.
    Level {
        /// The method that it was given in.
        from: MethodId,
        /// Which level.
        unmapped: Unmapped,
    },
    /// It is one municipality's own activity and replaces none that both have.
    Own(SideName),
    /// A municipality has split it into several; the answers on each side.
    Split {
        /// Of the first.
        left: Vec<ActivityId>,
        /// Of the second.
        right: Vec<ActivityId>,
    },
}

/// What kind of difference it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Class {
    /// Somebody has judged otherwise: a figure differs, or one scored by threats and the other
    /// directly.
    Judgement,
    /// The figures are the same; only the yardstick differs.
    ScaleOnly(Yardstick),
    /// Only one of them has said anything.
    Coverage(Missing),
    /// The figures differ, and neither side has judged them: starting figures of two catalogues.
    Catalogue,
    /// It cannot be laid side by side.
    NotComparable(Reason),
}

/// What came of two answers.
pub(super) enum Outcome {
    Agrees,
    /// Neither has assessed it.
    Neither,
    Differs(Class),
}

/// Two answers as far as they could be read.
pub(super) struct Both<'d, 'a> {
    pub(super) left: Option<&'d Stand<'a>>,
    pub(super) right: Option<&'d Stand<'a>>,
    /// Why a side cannot be read through the common method.
    pub(super) unread: Option<Reason>,
    pub(super) figures: &'d [FigureDifference<'a>],
    /// Whether it is an activity of one municipality's own, without a counterpart.
    pub(super) is_own: bool,
    /// Whether both count the same perspectives.
    pub(super) same_perspectives: bool,
}

/// Classes two answers. The same whichever is the first.
pub(super) fn classify(both: Both<'_, '_>) -> Outcome {
    let (Some(left), Some(right)) = (both.left, both.right) else { return one_sided(&both) };
    if let Some(outcome) = unassessed(left, right) {
        return outcome;
    }
    if let Some(reason) = both.unread {
        return Outcome::Differs(Class::NotComparable(reason));
    }
    if both.figures.is_empty() {
        return same_figures(left, right, both.same_perspectives);
    }
    Outcome::Differs(figures_differ(left, right, both.figures))
}

/// One of the two does not have the activity at all.
fn one_sided(both: &Both<'_, '_>) -> Outcome {
    let (there, missing) = match (both.left, both.right) {
        (Some(left), _) => (left, SideName::Right),
        (None, Some(right)) => (right, SideName::Left),
        (None, None) => return Outcome::Neither,
    };
    if there.own.current().is_none() {
        return Outcome::Neither;
    }
    Outcome::Differs(match (both.is_own, missing) {
        (false, _) => Class::Coverage(Missing::Activity(missing)),
        (true, SideName::Right) => Class::NotComparable(Reason::Own(SideName::Left)),
        (true, SideName::Left) => Class::NotComparable(Reason::Own(SideName::Right)),
    })
}

/// At least one of the two has no band under its own method.
fn unassessed(left: &Stand<'_>, right: &Stand<'_>) -> Option<Outcome> {
    let missing = |stand: &Stand<'_>, side| match stand.answer.status {
        Status::NotApplicable => Missing::NotApplicable(side),
        _ => Missing::Figures(side),
    };
    let has_band = |stand: &Stand<'_>| stand.own.current().is_some();
    let coverage = |missing| Some(Outcome::Differs(Class::Coverage(missing)));
    match (has_band(left), has_band(right)) {
        (true, true) => None,
        (false, false) => Some(Outcome::Neither),
        (true, false) => coverage(missing(right, SideName::Right)),
        (false, true) => coverage(missing(left, SideName::Left)),
    }
}

/// No figure of the perspectives that both count differs; the bands may.
fn same_figures(left: &Stand<'_>, right: &Stand<'_>, same_perspectives: bool) -> Outcome {
    let band = |stand: &Stand<'_>| stand.own.current().map(|(_, score)| name(score.band));
    let residual = |stand: &Stand<'_>| stand.own.residual().map(|(_, score)| name(score.band));
    if band(left) == band(right) && residual(left) == residual(right) {
        return Outcome::Agrees;
    }
    let figures = |stand: &Stand<'_>| {
        let pair = |(_, score): (&RiskSource, &Score<'_>)| (score.consequence, score.likelihood);
        [stand.own.current().map(pair), stand.own.residual().map(pair)]
    };
    let by_perspective = !same_perspectives && figures(left) != figures(right);
    let yardstick = if by_perspective { Yardstick::Perspectives } else { Yardstick::Method };
    Outcome::Differs(Class::ScaleOnly(yardstick))
}

/// A band as people know it: methods count bands differently, so the word says more than the rank.
fn name(band: &Band) -> String {
    band.label.to_lowercase()
}

fn figures_differ(left: &Stand<'_>, right: &Stand<'_>, figures: &[FigureDifference<'_>]) -> Class {
    let unjudged = |figure: &FigureDifference<'_>| {
        let origins = [figure.left, figure.right].map(|given| given.and_then(|g| g.origin));
        origins.iter().all(|origin| matches!(origin, Some(Origin::Catalogue | Origin::Kl)))
    };
    if figures.iter().all(unjudged) {
        return Class::Catalogue;
    }
    let is_direct = |stand: &Stand<'_>| {
        stand.own.current().is_some_and(|(source, _)| *source == RiskSource::Direct)
    };
    let same_way = is_direct(left) == is_direct(right);
    if same_way && figures.iter().all(FigureDifference::is_one_sided) {
        return Class::Coverage(Missing::SomeFigures);
    }
    Class::Judgement
}
