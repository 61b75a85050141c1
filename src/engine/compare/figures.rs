//! The figures of an answer that a comparison looks at, and how two answers differ in them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    ActivityAnswer, Dimension, LevelNumber, Origin, Perspective, Rating, RiskAnswer,
};
use crate::engine::RiskSource;

/// A figure of an answer, named so that two answers can be laid beside each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// A consequence.
    Consequence(Perspective, Dimension),
    /// A likelihood today.
    Likelihood(RiskSource),
    /// A likelihood when the planned actions are done.
    ResidualLikelihood(RiskSource),
    /// A consequence when the planned actions are done.
    ResidualConsequence(RiskSource),
}

impl Figure {
    /// Whether it says how things stand today.
    #[must_use]
    pub fn is_current(&self) -> bool {
        matches!(self, Self::Consequence(..) | Self::Likelihood(_))
    }

    /// The threat, or the direct likelihood, that it belongs to.
    #[must_use]
    pub fn source(&self) -> Option<&RiskSource> {
        match self {
            Self::Consequence(..) => None,
            Self::Likelihood(source)
            | Self::ResidualLikelihood(source)
            | Self::ResidualConsequence(source) => Some(source),
        }
    }
}

/// What somebody gave for a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given<'a> {
    /// The level in the method that both are read through; missing: it does not apply, or the
    /// threat is not relevant.
    pub level: Option<u8>,
    /// The level as it was given, in the side's own method.
    pub stated: Option<u8>,
    /// Who a consequence comes from; missing for other figures.
    pub origin: Option<Origin>,
    /// Why, where somebody said so.
    pub reason: Option<&'a str>,
}

/// A figure that two answers differ in. A side without a figure has not given it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureDifference<'a> {
    /// Which.
    pub figure: Figure,
    /// In the first assessment.
    pub left: Option<Given<'a>>,
    /// In the second.
    pub right: Option<Given<'a>>,
}

impl FigureDifference<'_> {
    /// Whether only one of the two has given it.
    #[must_use]
    pub fn is_one_sided(&self) -> bool {
        self.left.is_none() || self.right.is_none()
    }
}

/// Figures by name.
pub(super) type Figures<'a> = BTreeMap<Figure, Given<'a>>;

/// The figures of an answer that count: consequences of the perspectives, and likelihoods; the
/// direct one only where no threat is rated.
///
/// `read` is the same answer in the levels of the common method.
pub(super) fn figures<'a>(
    answer: &'a ActivityAnswer,
    read: &ActivityAnswer,
    perspectives: &[Perspective],
) -> Figures<'a> {
    let mut all = Figures::new();
    for ((whose, kind), figure) in &answer.consequences.figures {
        let level = read.consequences.rating(*whose, *kind);
        if perspectives.contains(whose)
            && let Some(given) = given(figure.rating, level, figure.reason.as_deref())
        {
            let given = Given { origin: Some(figure.origin), ..given };
            all.insert(Figure::Consequence(*whose, *kind), given);
        }
    }
    let mut has_rated = false;
    for (id, threat) in &answer.threats {
        let source = RiskSource::Threat(id.clone());
        if let Some(reason) = &threat.not_relevant {
            let given =
                Given { level: None, stated: None, origin: None, reason: Some(reason.as_str()) };
            all.insert(Figure::Likelihood(source), given);
        } else if let Some(read) = read.threats.get(id) {
            has_rated |= threat.risk.likelihood.rated().is_some();
            risk(&mut all, &source, &threat.risk, &read.risk);
        }
    }
    if !has_rated {
        risk(&mut all, &RiskSource::Direct, &answer.direct, &read.direct);
    }
    all
}

fn risk<'a>(all: &mut Figures<'a>, source: &RiskSource, own: &'a RiskAnswer, read: &RiskAnswer) {
    let reason = own.reason.as_deref();
    let figures = [
        (Figure::Likelihood(source.clone()), given(own.likelihood, read.likelihood, reason)),
        (
            Figure::ResidualLikelihood(source.clone()),
            given(own.residual_likelihood, read.residual_likelihood, None),
        ),
        (
            Figure::ResidualConsequence(source.clone()),
            given(own.residual_consequence, read.residual_consequence, None),
        ),
    ];
    all.extend(figures.into_iter().filter_map(|(figure, given)| Some((figure, given?))));
}

fn given<'a, L: LevelNumber>(
    own: Rating<L>,
    read: Rating<L>,
    reason: Option<&'a str>,
) -> Option<Given<'a>> {
    let number = |rating: Rating<L>| rating.rated().map(LevelNumber::number);
    let is_given = !matches!(own, Rating::NotRated);
    is_given.then(|| Given { level: number(read), stated: number(own), origin: None, reason })
}

/// The figures that differ, in the order of print.
///
/// `is_shared` tells whether a name means the same on both sides: a threat that a municipality has
/// added itself is not another municipality's, even where both gave it the same number.
pub(super) fn differences<'a>(
    left: &Figures<'a>,
    right: &Figures<'a>,
    is_shared: impl Fn(&Figure) -> bool,
) -> Vec<FigureDifference<'a>> {
    let all: BTreeSet<&Figure> = left.keys().chain(right.keys()).collect();
    let mut found = Vec::new();
    for figure in all {
        let (left, right) = (left.get(figure).copied(), right.get(figure).copied());
        if !is_shared(figure) {
            let one = |left, right| FigureDifference { figure: figure.clone(), left, right };
            found.extend(left.map(|_| one(left, None)));
            found.extend(right.map(|_| one(None, right)));
        } else if left.map(|given| given.level) != right.map(|given| given.level) {
            found.push(FigureDifference { figure: figure.clone(), left, right });
        }
    }
    found
}
