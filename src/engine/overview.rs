//! One row per activity: what `list`, the workbook and the reports show.

use super::{ActivityRisk, Scope, activity_risk};
use crate::domain::{Activity, ActivityAnswer, ActivityId, Assessment, Catalogue, Method, Status};

/// A part of a whole, so that no total stands alone ("71 af 95").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Activities with a band.
    pub assessed: usize,
    /// Activities that the municipality has.
    pub whole: usize,
    /// Activities that it says it does not have; not part of the whole.
    pub not_applicable: usize,
}

/// One activity of an assessment with its risk.
#[derive(Debug, Clone)]
pub struct OverviewRow<'a> {
    /// Key.
    pub id: &'a ActivityId,
    /// Catalogue entry; `None` for an id of another catalogue, which is kept.
    pub activity: Option<&'a Activity>,
    /// What was answered.
    pub answer: &'a ActivityAnswer,
    /// Scored.
    pub risk: ActivityRisk<'a>,
}

impl OverviewRow<'_> {
    /// The title, or the id where the catalogue has none.
    #[must_use]
    pub fn title(&self) -> &str {
        self.activity.map_or(self.id.as_str(), |activity| activity.title.as_str())
    }
}

/// Every activity of an assessment, by id.
#[derive(Debug, Clone)]
pub struct Overview<'a> {
    /// By activity id.
    pub rows: Vec<OverviewRow<'a>>,
    /// How much of it is assessed.
    pub coverage: Coverage,
}

/// Scores a whole assessment under a method, which may be another than its own.
#[must_use]
pub fn overview<'a>(
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
    method: &'a Method,
) -> Overview<'a> {
    let scope = Scope { catalogue, method, perspectives: &assessment.perspectives };
    let rows: Vec<_> = assessment
        .activities
        .iter()
        .map(|(id, answer)| OverviewRow {
            id,
            activity: catalogue.activities.get(id),
            answer,
            risk: activity_risk(answer, scope),
        })
        .collect();
    let coverage = coverage(&rows);
    Overview { rows, coverage }
}

fn coverage(rows: &[OverviewRow<'_>]) -> Coverage {
    let not_applicable =
        rows.iter().filter(|row| row.answer.status == Status::NotApplicable).count();
    Coverage {
        assessed: rows.iter().filter(|row| row.risk.current().is_some()).count(),
        whole: rows.len() - not_applicable,
        not_applicable,
    }
}
