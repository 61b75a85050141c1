//! A part of an assessment, or its empty form, for somebody who fills in no more than that.

use std::collections::BTreeSet;

use super::new_answer;
use crate::domain::{ActivityId, Assessment, Catalogue, Method};

/// The assessment with these activities only; `None` keeps all.
#[must_use]
pub fn part_of(assessment: &Assessment, activities: Option<&BTreeSet<ActivityId>>) -> Assessment {
    let mut part = assessment.clone();
    if let Some(wanted) = activities {
        part.activities.retain(|id, _| wanted.contains(id));
    }
    part
}

/// The assessment as it was before anybody answered: every activity as the catalogue starts it.
#[must_use]
pub fn blank(assessment: &Assessment, catalogue: &Catalogue, method: &Method) -> Assessment {
    let mut blank = assessment.clone();
    for (id, answer) in &mut blank.activities {
        let activity = catalogue.activities.get(id);
        *answer = activity.map(|a| new_answer(a, catalogue, method)).unwrap_or_default();
    }
    blank
}
