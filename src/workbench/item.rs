//! What the cursor can stand on in an activity.

use crate::domain::{Activity, ActivityAnswer, Dimension, Perspective, ThreatId};
use crate::engine::{FigureAt, Scope};

/// A line of an activity that can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// How far it has come.
    Status,
    /// A consequence.
    Consequence(Perspective, Dimension),
    /// A threat, with likelihood and what is left of it.
    Threat(ThreatId),
    /// The likelihood that anything happens, where no threat is rated.
    Direct,
    /// Who owns the risk.
    Owner,
    /// A note.
    Note,
}

/// Which figure of a risk digits set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// Today.
    Likelihood,
    /// When the actions are done.
    ResidualLikelihood,
    /// When the actions are done.
    ResidualConsequence,
}

impl Column {
    pub(super) const ALL: [Self; 3] =
        [Self::Likelihood, Self::ResidualLikelihood, Self::ResidualConsequence];

    pub(super) fn moved(self, right: bool) -> Self {
        match (self, right) {
            (Self::Likelihood, true) => Self::ResidualLikelihood,
            (_, true) => Self::ResidualConsequence,
            (Self::ResidualConsequence, false) => Self::ResidualLikelihood,
            (_, false) => Self::Likelihood,
        }
    }
}

impl Item {
    /// The figure that digits set here; missing where it has none.
    pub(super) fn figure(&self, column: Column) -> Option<FigureAt> {
        let threat = match self {
            Self::Consequence(whose, kind) => return Some(FigureAt::Consequence(*whose, *kind)),
            other => other.risk()?.cloned(),
        };
        Some(match column {
            Column::Likelihood => FigureAt::Likelihood(threat),
            Column::ResidualLikelihood => FigureAt::ResidualLikelihood(threat),
            Column::ResidualConsequence => FigureAt::ResidualConsequence(threat),
        })
    }

    /// The threat of a risk; `None` inside for the direct one. Missing: it is no risk.
    pub(super) fn risk(&self) -> Option<Option<&ThreatId>> {
        match self {
            Self::Threat(id) => Some(Some(id)),
            Self::Direct => Some(None),
            _ => None,
        }
    }
}

/// The lines of an activity, in the order of the screen.
pub(super) fn items(
    activity: &Activity,
    answer: &ActivityAnswer,
    scope: Scope<'_>,
    all_threats: bool,
) -> Vec<Item> {
    let mut items = vec![Item::Status];
    for whose in scope.perspectives {
        for kind in Dimension::ALL {
            // Authenticity is for those who have begun to rate it.
            let is_rated = answer.consequences.figures.contains_key(&(*whose, kind));
            if kind != Dimension::Authenticity || is_rated {
                items.push(Item::Consequence(*whose, kind));
            }
        }
    }
    items.push(Item::Direct);
    items.extend(threats(activity, answer, scope, all_threats).into_iter().map(Item::Threat));
    items.extend([Item::Owner, Item::Note]);
    items
}

/// The threats that everybody is asked about, then, if asked for, all that the catalogue suggests.
fn threats(
    activity: &Activity,
    answer: &ActivityAnswer,
    scope: Scope<'_>,
    all_threats: bool,
) -> Vec<ThreatId> {
    let mut threats = answer.threats_to_rate(activity, scope.catalogue);
    if all_threats {
        let suggested = scope.catalogue.suggested_threats(activity).map(|threat| threat.id.clone());
        let others: Vec<ThreatId> = suggested.filter(|id| !threats.contains(id)).collect();
        threats.extend(others);
    }
    threats
}
