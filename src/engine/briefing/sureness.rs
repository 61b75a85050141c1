//! On what the figures of an assessment rest: whose they are, and how many say why.

use crate::domain::{Assessment, Origin, Status};
use crate::engine::{Overview, RiskSource};

/// Counts, each of a whole that stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sureness {
    /// Rated consequence figures of activities with a band, in the perspectives that count.
    pub consequences: usize,
    /// Of those: the municipality's own.
    pub own: usize,
    /// Of those: starting figures that nobody has confirmed, of the catalogue or KL's workbook.
    pub starting: usize,
    /// Activities with a band.
    pub activities: usize,
    /// Of those: scored threat by threat, and not by one likelihood for the whole activity.
    pub by_threat: usize,
    /// Of those: marked as assessed by those responsible, not merely in progress.
    pub finished: usize,
    /// Rated likelihoods that count.
    pub likelihoods: usize,
    /// Of those: with a reason.
    pub with_reason: usize,
}

/// Counts on what the figures rest. What is not rated counts nowhere.
#[must_use]
pub fn sureness(assessment: &Assessment, overview: &Overview<'_>) -> Sureness {
    let mut sure = Sureness::default();
    for row in overview.rows.iter().filter(|row| row.risk.current().is_some()) {
        sure.activities += 1;
        sure.finished += usize::from(row.answer.status == Status::Assessed);
        let figures = row.answer.consequences.figures.iter();
        let counted = figures.filter(|((whose, _), figure)| {
            assessment.perspectives.contains(whose) && figure.rating.rated().is_some()
        });
        for (_, figure) in counted {
            sure.consequences += 1;
            match figure.origin {
                Origin::Own => sure.own += 1,
                Origin::Catalogue | Origin::Kl => sure.starting += 1,
            }
        }
        let is_by_threat =
            row.risk.risks.iter().any(|risk| matches!(risk.source, RiskSource::Threat(_)));
        sure.by_threat += usize::from(is_by_threat);
        for risk in &row.risk.risks {
            let threat = match &risk.source {
                RiskSource::Direct => None,
                RiskSource::Threat(id) => Some(id),
            };
            let reason = row.answer.risk(threat).and_then(|answer| answer.reason.as_deref());
            sure.likelihoods += 1;
            sure.with_reason += usize::from(reason.is_some_and(|reason| !reason.trim().is_empty()));
        }
    }
    sure
}
