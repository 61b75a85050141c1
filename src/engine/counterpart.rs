//! Which activity of the shared catalogue an answer is about, and which measures are the same.

use std::collections::BTreeSet;

use super::compare::Side;
use crate::domain::{ActivityAnswer, ActivityId, Catalogue, MeasureId};

/// The answers of an assessment with the shared activity that each is about, in the order of ids.
///
/// An answer to a retired activity counts for the one that has the task now, unless the same
/// assessment answers that one too. An activity of the municipality's own counts for the one that
/// it replaces; without that its own number stands, which means something in that municipality only.
pub(super) fn by_shared_id(
    side: Side<'_>,
) -> impl Iterator<Item = (ActivityId, &ActivityId, &ActivityAnswer)> {
    let direct = directly_answered(side);
    let answers = side.assessment.activities.iter();
    answers.map(move |(id, answer)| (shared_id(side, id, &direct), id, answer))
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
    let replaced = activity.and_then(|activity| activity.replaces.as_ref());
    successor.or(replaced).unwrap_or(id).clone()
}

/// The name of a measure without what people write differently: capitals and blanks.
pub(super) fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The same for a measure that may stand by its number in the catalogue, with or without its title.
pub(super) fn measure_name(name: &str, catalogue: &Catalogue) -> String {
    let (first, rest) = name.trim().split_once(char::is_whitespace).unwrap_or((name.trim(), ""));
    let measure = MeasureId::parse(first).ok().and_then(|id| catalogue.measures.get(&id));
    let titled = measure.map(|measure| plain(&measure.title));
    let means = |title: &String| rest.trim().is_empty() || plain(rest) == *title;
    titled.filter(means).unwrap_or_else(|| plain(name))
}
