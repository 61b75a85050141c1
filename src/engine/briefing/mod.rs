//! What management needs of an assessment: how it stands, what is worst, what it takes, what must be
//! decided, and how sure it is. Counts always come with what they are counted of.

mod action;
mod decision;
mod sureness;

use std::cmp::Reverse;
use std::collections::BTreeMap;

pub use action::{ActionState, PlannedAction, Relief, planned_actions};
pub use decision::{Decision, Question, decisions};
pub use sureness::{Sureness, sureness};

use super::accept::{Accepted, accepted};
use super::{Coverage, Overview, OverviewRow, RiskPoint, Scope};
use crate::domain::{Area, AreaId, Assessment, Catalogue, Date, Method, Status};

/// How many activities stand in which band, by rank of the band.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BandCounts(BTreeMap<u8, usize>);

impl BandCounts {
    /// Counts the activities that have a band at a point.
    pub fn of<'r, 'a: 'r>(
        rows: impl IntoIterator<Item = &'r OverviewRow<'a>>,
        point: RiskPoint,
    ) -> Self {
        let mut counts = BTreeMap::new();
        for row in rows {
            let deciding = match point {
                RiskPoint::Current => row.risk.current(),
                RiskPoint::Residual => row.risk.residual(),
            };
            if let Some((_, score)) = deciding {
                *counts.entry(score.band.rank).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// Adds the activities of another part.
    pub fn add(&mut self, other: &Self) {
        for (rank, count) in &other.0 {
            *self.0.entry(*rank).or_default() += count;
        }
    }

    /// Activities in the band with this rank.
    #[must_use]
    pub fn at(&self, rank: u8) -> usize {
        self.0.get(&rank).copied().unwrap_or_default()
    }
}

/// An area of the municipality's work.
#[derive(Debug, Clone)]
pub struct AreaStand<'a> {
    /// Which; missing for activities that the catalogue does not know.
    pub area: Option<&'a Area>,
    /// Activities by band today.
    pub current: BandCounts,
    /// Activities by band when the planned actions are done.
    pub residual: BandCounts,
    /// How much of it is assessed.
    pub coverage: Coverage,
}

/// An assessment seen from the head of the table.
#[derive(Debug, Clone)]
pub struct Briefing<'a> {
    /// All activities, scored.
    pub overview: &'a Overview<'a>,
    /// Activities by band today.
    pub current: BandCounts,
    /// Activities by band when the planned actions are done.
    pub residual: BandCounts,
    /// Areas in the order of print that have an activity here.
    pub areas: Vec<AreaStand<'a>>,
    /// Everything planned, what weighs most first.
    pub actions: Vec<PlannedAction<'a>>,
    /// What has to be decided, what weighs most first.
    pub decisions: Vec<Decision<'a>>,
    /// On what the figures rest.
    pub sureness: Sureness,
    /// Risks that somebody has accepted by name.
    pub acceptances: Acceptances,
}

/// How many risks somebody has accepted by name, and whether it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Acceptances {
    /// Acceptances that hold.
    pub standing: usize,
    /// Acceptances whose day has passed, or that were for another risk than the one there now.
    pub ended: usize,
}

impl<'a> Briefing<'a> {
    /// Activities with a band, worst first; ties in the order of ids.
    #[must_use]
    pub fn worst_first(&self) -> Vec<&'a OverviewRow<'a>> {
        worst_first(self.overview)
    }
}

/// Activities with a band, worst first: band, then consequence, likelihood, what remains of it, and id.
fn worst_first<'a>(overview: &'a Overview<'a>) -> Vec<&'a OverviewRow<'a>> {
    let mut rows: Vec<&OverviewRow<'_>> =
        overview.rows.iter().filter(|row| row.risk.current().is_some()).collect();
    rows.sort_by_key(|row| {
        let current = row.risk.current().map(|(_, score)| score.severity());
        let residual = row.risk.residual().map(|(_, score)| score.severity());
        (Reverse(current), Reverse(residual), row.id)
    });
    rows
}

/// Sums an assessment up as it stands on a day.
#[must_use]
pub fn briefing<'a>(
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
    method: &'a Method,
    overview: &'a Overview<'a>,
    as_of: Date,
) -> Briefing<'a> {
    Briefing {
        overview,
        current: BandCounts::of(&overview.rows, RiskPoint::Current),
        residual: BandCounts::of(&overview.rows, RiskPoint::Residual),
        areas: areas(overview, catalogue),
        actions: planned_actions(overview, as_of),
        decisions: decisions(assessment, catalogue, method, overview, as_of),
        sureness: sureness(assessment, overview),
        acceptances: acceptances(assessment, catalogue, method, overview, as_of),
    }
}

fn acceptances(
    assessment: &Assessment,
    catalogue: &Catalogue,
    method: &Method,
    overview: &Overview<'_>,
    as_of: Date,
) -> Acceptances {
    let scope = Scope { catalogue, method, perspectives: &assessment.perspectives };
    let mut counts = Acceptances::default();
    for row in overview.rows.iter().filter(|row| row.answer.status != Status::NotApplicable) {
        match accepted(row.answer, scope, as_of) {
            Some(Accepted::Stands) => counts.standing += 1,
            Some(Accepted::Expired | Accepted::Reopened) => counts.ended += 1,
            None => {}
        }
    }
    counts
}

fn areas<'a>(overview: &Overview<'a>, catalogue: &'a Catalogue) -> Vec<AreaStand<'a>> {
    let mut rows: BTreeMap<Option<&AreaId>, Vec<&OverviewRow<'a>>> = BTreeMap::new();
    for row in &overview.rows {
        rows.entry(row.activity.map(|activity| &activity.area)).or_default().push(row);
    }
    let stand = |area: Option<&'a Area>| {
        let rows = rows.get(&area.map(|area| &area.id))?;
        let count = |is: fn(&OverviewRow<'_>) -> bool| rows.iter().filter(|row| is(row)).count();
        let not_applicable = count(|row| row.answer.status == Status::NotApplicable);
        Some(AreaStand {
            area,
            current: BandCounts::of(rows.iter().copied(), RiskPoint::Current),
            residual: BandCounts::of(rows.iter().copied(), RiskPoint::Residual),
            coverage: Coverage {
                assessed: count(|row| row.risk.current().is_some()),
                whole: rows.len() - not_applicable,
                not_applicable,
            },
        })
    };
    catalogue.areas.iter().map(Some).chain([None]).filter_map(stand).collect()
}
