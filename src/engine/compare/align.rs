//! Which answers of two assessments are about the same activity.

use std::collections::{BTreeMap, BTreeSet};

use super::Side;
use crate::domain::{Activity, ActivityAnswer, ActivityId, is_own};

/// The answers of one side to one activity of the shared catalogue: several where the municipality
/// has split it into activities of its own.
pub(super) type Answers<'a> = Vec<(&'a ActivityId, &'a ActivityAnswer)>;

/// The answers of both sides to one activity.
#[derive(Debug, Default)]
pub(super) struct Aligned<'a> {
    pub(super) left: Answers<'a>,
    pub(super) right: Answers<'a>,
    /// Set where an activity of a municipality's own has no counterpart in the other.
    pub(super) is_own: bool,
}

/// Aligned answers by the number in the shared catalogue.
pub(super) type Alignment<'a> = BTreeMap<(ActivityId, Owner), Aligned<'a>>;

/// Whether the assessments are of one municipality, whose own numbers mean the same in both.
pub(super) fn same_municipality(left: Side<'_>, right: Side<'_>) -> bool {
    left.assessment.municipality == right.assessment.municipality
}

/// Lays the answers of two assessments beside each other, in the order of ids.
///
/// An answer to a retired activity counts for the one that has the task now, unless the same
/// assessment answers that one too. An activity of the municipality's own counts for the one that
/// it replaces; without that it has a counterpart only in the municipality's other rounds.
pub(super) fn align<'a>(left: Side<'a>, right: Side<'a>) -> Alignment<'a> {
    let shares_own = same_municipality(left, right);
    let mut all = Alignment::new();
    for (side, owner) in [(left, Owner::Left), (right, Owner::Right)] {
        let direct = directly_answered(side);
        for (id, answer) in &side.assessment.activities {
            let shared = shared_id(side, id, &direct);
            let alone = is_own(shared.as_str()) && !shares_own;
            let key = (shared, if alone { owner } else { Owner::Both });
            let aligned = all.entry(key).or_default();
            aligned.is_own |= alone;
            match owner {
                Owner::Left => aligned.left.push((id, answer)),
                Owner::Right | Owner::Both => aligned.right.push((id, answer)),
            }
        }
    }
    all
}

/// Whose an id is: shared by both, or a number that only means something in one municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Owner {
    Both,
    Left,
    Right,
}

/// Active activities that an assessment answers under their own number.
fn directly_answered(side: Side<'_>) -> BTreeSet<&ActivityId> {
    let is_active = |id: &ActivityId| {
        side.catalogue.activities.get(id).is_none_or(|activity| activity.retired.is_none())
    };
    side.assessment.activities.keys().filter(|id| is_active(id)).collect()
}

fn shared_id(side: Side<'_>, id: &ActivityId, direct: &BTreeSet<&ActivityId>) -> ActivityId {
    let activity = side.catalogue.activities.get(id);
    let successor = activity
        .and_then(|activity| activity.retired.as_ref())
        .and_then(|retired| retired.replaced_by.as_ref())
        .filter(|successor| !direct.contains(successor));
    successor.or_else(|| activity.and_then(replaced)).unwrap_or(id).clone()
}

/// The activity of the shared catalogue that one of the municipality's own stands in place of.
fn replaced(activity: &Activity) -> Option<&ActivityId> {
    activity.replaces.as_ref()
}
