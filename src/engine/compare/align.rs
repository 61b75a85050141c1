//! Which answers of two assessments are about the same activity.

use std::collections::BTreeMap;

use super::Side;
use crate::domain::{ActivityAnswer, ActivityId, is_own};
use crate::engine::counterpart::by_shared_id;

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
/// An activity of a municipality's own that replaces none has a counterpart only in the
/// municipality's other rounds.
pub(super) fn align<'a>(left: Side<'a>, right: Side<'a>) -> Alignment<'a> {
    let shares_own = same_municipality(left, right);
    let mut all = Alignment::new();
    for (side, owner) in [(left, Owner::Left), (right, Owner::Right)] {
        for (shared, id, answer) in by_shared_id(side) {
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
