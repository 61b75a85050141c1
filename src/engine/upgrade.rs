//! Taking an assessment to another version of the catalogue: what is carried, what needs a look.

use super::edit::new_answer;
use crate::domain::{
    ActivityId, Assessment, Catalogue, CatalogueRef, Change, Dimension, LevelNumber as _, Method,
    Origin, Perspective, Rating,
};

/// Why an answer needs a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// The activity is retired; the answer is kept.
    Retired {
        /// Since when.
        since: String,
        /// Where the task went.
        successor: Option<ActivityId>,
    },
    /// A starting figure that nobody has confirmed differs from the one offered now.
    StartingMoved {
        /// Of which dimension.
        dimension: Dimension,
        /// In the assessment.
        old: u8,
        /// Offered now; missing where none is.
        new: Option<u8>,
    },
    /// The law or the task has changed since the assessment's day.
    Changed(Change),
}

/// An answer that needs a look, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToLookAt {
    /// Which.
    pub activity: ActivityId,
    /// Why; never empty.
    pub reasons: Vec<Look>,
}

/// An assessment under another version of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upgrade {
    /// The assessment, naming the new version. Every answer is as it was.
    pub assessment: Assessment,
    /// The version before.
    pub before: CatalogueRef,
    /// Answers that are carried and need no look.
    pub carried: usize,
    /// Answers that need one.
    pub to_look_at: Vec<ToLookAt>,
    /// Activities that are new in the assessment, not started.
    pub added: Vec<ActivityId>,
}

/// Takes an assessment to the catalogue as it is now.
///
/// No answer is changed or removed: an answer to a retired activity is kept, and a starting figure
/// that moved is reported and left to the assessor. `refresh` also moves the starting figures that
/// nobody has confirmed. Activities that the assessment lacks are added, apart from the
/// cross-cutting ones where it has none of them.
#[must_use]
pub fn upgrade(
    assessment: &Assessment,
    catalogue: &Catalogue,
    method: &Method,
    refresh: bool,
) -> Upgrade {
    let mut upgraded = assessment.clone();
    let before = std::mem::replace(&mut upgraded.catalogue, CatalogueRef::from(catalogue));
    let mut to_look_at = Vec::new();
    for activity in catalogue.activities.values() {
        let Some(answer) = upgraded.activities.get_mut(&activity.id) else { continue };
        let mut reasons = Vec::new();
        if let Some(retired) = &activity.retired {
            let (since, successor) = (retired.since.clone(), retired.replaced_by.clone());
            reasons.push(Look::Retired { since, successor });
        } else {
            let offered = new_answer(activity, catalogue, method).consequences;
            let figures = &mut answer.consequences.figures;
            let unconfirmed: Vec<_> = figures
                .iter()
                .filter(|((perspective, _), figure)| {
                    *perspective == Perspective::DataSubject && figure.origin != Origin::Own
                })
                .filter_map(|(key, figure)| Some((*key, figure.rating.rated()?.number())))
                .collect();
            for (key @ (perspective, dimension), old) in unconfirmed {
                let now = offered.rating(perspective, dimension);
                let new = now.rated().map(|level| level.number());
                if new != Some(old) {
                    reasons.push(Look::StartingMoved { dimension, old, new });
                    if let (true, Rating::Rated(_), Some(figure)) =
                        (refresh, now, offered.figures.get(&key))
                    {
                        figures.insert(key, figure.clone());
                    }
                }
            }
        }
        let changes = activity.changes.iter();
        let since = changes
            .filter(|change| change.date > assessment.as_of && change.date <= catalogue.valid_from);
        reasons.extend(since.cloned().map(Look::Changed));
        if !reasons.is_empty() {
            to_look_at.push(ToLookAt { activity: activity.id.clone(), reasons });
        }
    }
    let is_cross_cutting = |id: &ActivityId| id.as_str().chars().all(|c| c.is_ascii_uppercase());
    let has_cross_cutting = assessment.activities.keys().any(is_cross_cutting);
    let mut added = Vec::new();
    for activity in catalogue.active() {
        let wanted = has_cross_cutting || !is_cross_cutting(&activity.id);
        if wanted && !upgraded.activities.contains_key(&activity.id) {
            upgraded
                .activities
                .insert(activity.id.clone(), new_answer(activity, catalogue, method));
            added.push(activity.id.clone());
        }
    }
    let carried = assessment.activities.len().saturating_sub(to_look_at.len());
    Upgrade { assessment: upgraded, before, carried, to_look_at, added }
}
