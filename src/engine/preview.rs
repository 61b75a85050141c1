//! What would change colour if the same figures were read through another method.

use super::{OverviewRow, Score, overview};
use crate::domain::{ActivityId, Assessment, Catalogue, Method};

/// One activity under two methods.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    /// Activity.
    pub id: &'a ActivityId,
    /// Its title.
    pub title: String,
    /// Under the assessment's own method.
    pub own: Score<'a>,
    /// Under the other.
    pub other: Score<'a>,
}

/// Reads an assessment through another method of the same size.
///
/// Gives every activity with a band, by id. `None` where the two methods have different numbers of
/// levels: levels are never stretched in silence.
#[must_use]
pub fn preview<'a>(
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
    own: &'a Method,
    other: &'a Method,
) -> Option<Vec<Change<'a>>> {
    let same_size = own.likelihood.top_number() == other.likelihood.top_number()
        && own.consequence.top_number() == other.consequence.top_number();
    if !same_size {
        return None;
    }
    let before = overview(assessment, catalogue, own);
    let after = overview(assessment, catalogue, other);
    let pairs = before.rows.into_iter().zip(after.rows);
    Some(pairs.filter_map(|(before, after)| change(&before, &after)).collect())
}

fn change<'a>(before: &OverviewRow<'a>, after: &OverviewRow<'a>) -> Option<Change<'a>> {
    let (_, own) = before.risk.current()?;
    let (_, other) = after.risk.current()?;
    Some(Change {
        id: before.id,
        title: before.title().to_owned(),
        own: own.clone(),
        other: other.clone(),
    })
}
