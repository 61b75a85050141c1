//! What is planned, and what it is to bring about.

use std::cmp::Reverse;

use crate::domain::{Action, Date, OwnCell, ThreatId, Treatment};
use crate::engine::{Overview, OverviewRow};

/// What is missing of an action, or late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionState {
    /// Somebody does it, by a day that is still to come.
    Planned,
    /// Nobody is named, or no day.
    Incomplete,
    /// Its day has passed.
    Overdue,
}

/// An action with the risk that it belongs to.
#[derive(Debug, Clone)]
pub struct PlannedAction<'a> {
    /// The activity, scored.
    pub row: &'a OverviewRow<'a>,
    /// The threat; missing where it belongs to the activity's direct likelihood.
    pub threat: Option<&'a ThreatId>,
    /// What, who, by when.
    pub action: &'a Action,
    /// What is done about the risk.
    pub treatment: Option<Treatment>,
    /// What is missing of it.
    pub state: ActionState,
}

/// Bands between today and when the actions are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relief {
    /// Rank of the activity's band today.
    pub from: u8,
    /// Rank when the planned actions are done.
    pub to: u8,
}

impl PlannedAction<'_> {
    /// What all planned actions of the activity together bring about; nothing where it has no band.
    ///
    /// An action cannot be credited alone: a band follows from the worst risk, and several actions may be
    /// needed before that moves.
    #[must_use]
    pub fn relief(&self) -> Option<Relief> {
        let (_, current) = self.row.risk.current()?;
        let (_, residual) = self.row.risk.residual()?;
        Some(Relief { from: current.band.rank, to: residual.band.rank })
    }

    /// What it costs, where a column that people added says so: the name of the column and what stands there.
    #[must_use]
    pub fn cost(&self) -> Option<(&str, &OwnCell)> {
        let is_cost = |name: &str| {
            let name = name.to_lowercase();
            COST_WORDS.iter().any(|word| name.contains(word))
        };
        let mut columns = self.action.extra.iter().filter(|(name, _)| is_cost(name));
        columns.next().map(|(name, value)| (name.as_str(), value))
    }

    fn weight(&self) -> impl Ord + use<> {
        let current = self.row.risk.current().map(|(_, score)| score.severity());
        let bands = self.relief().map_or(0, |relief| relief.from.saturating_sub(relief.to));
        (Reverse(current), Reverse(bands), self.row.id.clone(), self.threat.cloned())
    }
}

/// Words in the name of a column that holds what something costs.
const COST_WORDS: [&str; 8] =
    ["budget", "pris", "udgift", "omkostning", "økonomi", "beløb", "cost", "price"];

/// Every action of an assessment: those of the worst activities first, and among them those of activities
/// that fall furthest.
#[must_use]
pub fn planned_actions<'a>(overview: &'a Overview<'a>, as_of: Date) -> Vec<PlannedAction<'a>> {
    let mut planned = Vec::new();
    for row in &overview.rows {
        if row.answer.status == crate::domain::Status::NotApplicable {
            continue;
        }
        let threats = row.answer.threats.iter().filter(|(_, threat)| threat.not_relevant.is_none());
        let threats = threats.map(|(id, threat)| (Some(id), &threat.risk));
        for (threat, risk) in [(None, &row.answer.direct)].into_iter().chain(threats) {
            for action in &risk.actions {
                let (treatment, state) = (risk.treatment, state(action, as_of));
                planned.push(PlannedAction { row, threat, action, treatment, state });
            }
        }
    }
    planned.sort_by_cached_key(PlannedAction::weight);
    planned
}

/// How an action stands on a day.
fn state(action: &Action, as_of: Date) -> ActionState {
    let has_owner = action.owner.as_deref().is_some_and(|owner| !owner.trim().is_empty());
    match action.deadline {
        Some(deadline) if deadline < as_of => ActionState::Overdue,
        Some(_) if has_owner => ActionState::Planned,
        _ => ActionState::Incomplete,
    }
}
