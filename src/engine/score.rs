//! From figures to bands.
//!
//! 1. A threat's risk: its likelihood with the highest rated consequence among the perspectives in
//!    scope and the dimensions that the threat hits; a threat to rights hits every dimension of
//!    the data subject. The band comes from the matrix.
//! 2. An activity's risk: the worst of its rated threats; with none rated, the direct likelihood
//!    with the highest consequence of all dimensions.
//! 3. Residual likewise over residual figures; what has no residual figure counts as it is today.

use std::cmp::Reverse;

use crate::domain::{
    ActivityAnswer, Band, Catalogue, Consequence, Dimension, LevelNumber, Likelihood, Method,
    Perspective, RiskAnswer, Status, Threat, ThreatId,
};

/// What an answer is scored against.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Which threats there are and what they hit.
    pub catalogue: &'a Catalogue,
    /// Matrix and bands.
    pub method: &'a Method,
    /// Whose consequences count.
    pub perspectives: &'a [Perspective],
}

/// A pair of levels with the band that the matrix gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score<'m> {
    /// Column.
    pub likelihood: Likelihood,
    /// Row.
    pub consequence: Consequence,
    /// Whose consequence, of which kind, decided.
    pub driver: (Perspective, Dimension),
    /// Looked up in the matrix.
    pub band: &'m Band,
}

impl Score<'_> {
    /// The product that people know as the risk score (risikoscore). For show only: two cells with
    /// the same product may have different bands, and the larger product the milder one.
    #[must_use]
    pub fn product(&self) -> u16 {
        u16::from(self.likelihood.number()) * u16::from(self.consequence.number())
    }

    /// What "worse" means: band rank, then consequence, then likelihood.
    #[must_use]
    pub fn severity(&self) -> (u8, Consequence, Likelihood) {
        (self.band.rank, self.consequence, self.likelihood)
    }
}

/// Where a risk comes from. The order of the type breaks ties: direct first, then by threat id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RiskSource {
    /// The direct likelihood of the activity.
    Direct,
    /// A threat.
    Threat(ThreatId),
}

/// One rated risk of an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk<'m> {
    /// Where it comes from.
    pub source: RiskSource,
    /// As it is today.
    pub current: Score<'m>,
    /// When the planned actions are done.
    pub residual: Score<'m>,
}

/// Every rated risk of an activity, by source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActivityRisk<'m> {
    /// Empty where nothing is rated: the activity then has no band, which is not the same as green.
    pub risks: Vec<Risk<'m>>,
}

impl<'m> ActivityRisk<'m> {
    /// The risk that decides today's band.
    #[must_use]
    pub fn current(&self) -> Option<(&RiskSource, &Score<'m>)> {
        worst(self.risks.iter().map(|risk| (&risk.source, &risk.current)))
    }

    /// The risk that decides the residual band; it may be another than today's.
    #[must_use]
    pub fn residual(&self) -> Option<(&RiskSource, &Score<'m>)> {
        worst(self.risks.iter().map(|risk| (&risk.source, &risk.residual)))
    }
}

/// The worst risk: by band rank and not by product, then consequence, likelihood, and id.
///
/// Under `datatilsynet-4x4`, consequence 3 × likelihood 3 (product 9) is milder than consequence 4 ×
/// likelihood 2 (product 8): the largest product may hide the worst risk.
pub fn worst<'r, 'm: 'r>(
    risks: impl Iterator<Item = (&'r RiskSource, &'r Score<'m>)>,
) -> Option<(&'r RiskSource, &'r Score<'m>)> {
    risks.max_by_key(|(source, score)| (score.severity(), Reverse(*source)))
}

/// Scores one activity.
///
/// Missing: an answer without a rated likelihood or without a rated consequence has no risks; so
/// has one that does not apply.
#[must_use]
pub fn activity_risk<'a>(answer: &ActivityAnswer, scope: Scope<'a>) -> ActivityRisk<'a> {
    if answer.status == Status::NotApplicable {
        return ActivityRisk::default();
    }
    let mut risks: Vec<Risk<'a>> = answer
        .threats
        .iter()
        .filter(|(_, threat)| threat.not_relevant.is_none())
        .filter_map(|(id, threat)| {
            let hits = |pair| threat_hits(scope.catalogue.threats.get(id), pair);
            let consequence = highest_consequence(answer, scope.perspectives, hits)?;
            risk(RiskSource::Threat(id.clone()), &threat.risk, consequence, scope.method)
        })
        .collect();
    if risks.is_empty() {
        risks.extend(direct_risk(answer, scope));
    }
    ActivityRisk { risks }
}

/// The risk by the direct likelihood and the highest consequence, which counts where no threat is
/// rated.
pub(super) fn direct_risk<'a>(answer: &ActivityAnswer, scope: Scope<'a>) -> Option<Risk<'a>> {
    let consequence = highest_consequence(answer, scope.perspectives, |_| true)?;
    risk(RiskSource::Direct, &answer.direct, consequence, scope.method)
}

type Pair = (Perspective, Dimension);

/// Whether a threat hits a dimension as seen from a perspective. An unknown threat, kept from an
/// older catalogue, counts against everything: it must not hide a red.
#[must_use]
pub fn threat_hits(
    threat: Option<&Threat>,
    (perspective, dimension): (Perspective, Dimension),
) -> bool {
    threat.is_none_or(|threat| {
        threat.dimensions.contains(&dimension)
            || (threat.rights && perspective == Perspective::DataSubject)
    })
}

/// The highest rated consequence among the pairs that count; the first in print on a tie.
pub(super) fn highest_consequence(
    answer: &ActivityAnswer,
    perspectives: &[Perspective],
    hits: impl Fn(Pair) -> bool,
) -> Option<(Consequence, Pair)> {
    answer
        .consequences
        .figures
        .iter()
        .filter(|(pair, _)| perspectives.contains(&pair.0) && hits(**pair))
        .filter_map(|(pair, figure)| Some((figure.rating.rated()?, *pair)))
        .max_by_key(|(level, pair)| (*level, Reverse(*pair)))
}

fn risk<'m>(
    source: RiskSource,
    answer: &RiskAnswer,
    (consequence, driver): (Consequence, Pair),
    method: &'m Method,
) -> Option<Risk<'m>> {
    let likelihood = answer.likelihood.rated()?;
    let score = |likelihood, consequence| {
        let band = method.band(likelihood, consequence)?;
        Some(Score { likelihood, consequence, driver, band })
    };
    let residual_likelihood = answer.residual_likelihood.rated().unwrap_or(likelihood);
    let residual_consequence = answer.residual_consequence.rated().unwrap_or(consequence);
    Some(Risk {
        source,
        current: score(likelihood, consequence)?,
        residual: score(residual_likelihood, residual_consequence)?,
    })
}
