//! A part of an assessment, or its empty form, for somebody who fills in no more than that.

use std::collections::BTreeSet;

use super::untouched_answer;
use crate::domain::{ActivityId, Assessment, Catalogue, Method};

/// The assessment with these activities only, and without the sheets that people added: who gets a
/// part should not get the notes of others.
#[must_use]
pub fn part_of(assessment: &Assessment, activities: &BTreeSet<ActivityId>) -> Assessment {
    let mut part = assessment.clone();
    part.activities.retain(|id, _| activities.contains(id));
    part.own_sheets.clear();
    part
}

/// The assessment as it was before anybody answered: every activity as the catalogue starts it, and
/// no sheet that people added.
#[must_use]
pub fn blank(assessment: &Assessment, catalogue: &Catalogue, method: &Method) -> Assessment {
    let mut blank = assessment.clone();
    blank.own_sheets.clear();
    for (id, answer) in &mut blank.activities {
        *answer = untouched_answer(id, catalogue, method);
    }
    blank
}
