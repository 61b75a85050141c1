//! The risk picture (risikobillede): which activities stand in which cell of the matrix.

use std::collections::BTreeMap;

use super::Overview;
use crate::domain::{ActivityId, Consequence, Likelihood};

/// Today, or when the planned actions are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RiskPoint {
    /// Nuværende risiko.
    Current,
    /// Restrisiko.
    Residual,
}

/// Activities by cell, at one point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture<'a> {
    /// By consequence and likelihood; a cell without activities is absent.
    pub cells: BTreeMap<(Consequence, Likelihood), Vec<&'a ActivityId>>,
}

/// Puts each activity in the cell of its deciding risk.
#[must_use]
pub fn picture<'a>(overview: &Overview<'a>, point: RiskPoint) -> Picture<'a> {
    let mut cells: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in &overview.rows {
        let deciding = match point {
            RiskPoint::Current => row.risk.current(),
            RiskPoint::Residual => row.risk.residual(),
        };
        if let Some((_, score)) = deciding {
            cells.entry((score.consequence, score.likelihood)).or_default().push(row.id);
        }
    }
    Picture { cells }
}
