//! What somebody at the table has to decide.

use std::cmp::Reverse;

use super::action::{ActionState, planned_actions};
use crate::domain::{Assessment, Band, Catalogue, Date, Method, Status};
use crate::engine::accept::{Accepted, accepted};
use crate::engine::{Overview, OverviewRow, RiskSource, Scope};

/// What is asked about an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question<'a> {
    /// A risk stands in a band that must be treated or accepted, and nobody says what is done about it.
    Treat {
        /// The risks without treatment, worst first.
        risks: Vec<RiskSource>,
        /// The band of the worst of them.
        band: &'a Band,
    },
    /// What remains after all that is planned must still be treated or accepted by name.
    AcceptOrDoMore {
        /// The band that remains.
        band: &'a Band,
    },
    /// An acceptance holds no more.
    AcceptAgain {
        /// Why.
        because: Accepted,
    },
    /// Actions whose day has passed.
    Overdue {
        /// How many.
        actions: usize,
        /// The earliest day.
        since: Date,
    },
    /// Actions without a name or a day.
    Complete {
        /// How many.
        actions: usize,
        /// How many actions the activity has.
        of: usize,
    },
    /// The day has passed on which it was to be looked at again.
    Review {
        /// That day.
        due: Date,
    },
}

impl Question<'_> {
    /// The order in which a meeting takes them up.
    fn rank(&self) -> u8 {
        match self {
            Self::Treat { .. } => 0,
            Self::AcceptOrDoMore { .. } => 1,
            Self::AcceptAgain { .. } => 2,
            Self::Overdue { .. } => 3,
            Self::Complete { .. } => 4,
            Self::Review { .. } => 5,
        }
    }

    /// A key for files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Treat { .. } => "treat",
            Self::AcceptOrDoMore { .. } => "accept-or-do-more",
            Self::AcceptAgain { .. } => "accept-again",
            Self::Overdue { .. } => "overdue",
            Self::Complete { .. } => "complete",
            Self::Review { .. } => "review",
        }
    }
}

/// A question about an activity.
#[derive(Debug, Clone)]
pub struct Decision<'a> {
    /// The activity, scored.
    pub row: &'a OverviewRow<'a>,
    /// What is asked.
    pub question: Question<'a>,
}

/// Everything to decide on a day: by kind of question, and the worst activities first.
#[must_use]
pub fn decisions<'a>(
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
    method: &'a Method,
    overview: &'a Overview<'a>,
    as_of: Date,
) -> Vec<Decision<'a>> {
    let scope = Scope { catalogue, method, perspectives: &assessment.perspectives };
    let mut found = Vec::new();
    for row in overview.rows.iter().filter(|row| row.answer.status != Status::NotApplicable) {
        let mut ask = |question| found.push(Decision { row, question });
        let accepted = accepted(row.answer, scope, as_of);
        if accepted != Some(Accepted::Stands) {
            untreated(row).into_iter().for_each(&mut ask);
        }
        // Where an acceptance has ended, it is the one question about what remains.
        if accepted.is_none() {
            remaining(row).into_iter().for_each(&mut ask);
        }
        if let Some(because @ (Accepted::Expired | Accepted::Reopened)) = accepted {
            ask(Question::AcceptAgain { because });
        }
        if let Some(due) = row.answer.review_by.filter(|due| *due < as_of) {
            ask(Question::Review { due });
        }
    }
    let actions = planned_actions(overview, as_of);
    for row in &overview.rows {
        let own = || actions.iter().filter(|planned| planned.row.id == row.id);
        let late = || own().filter(|planned| planned.state == ActionState::Overdue);
        if let Some(since) = late().filter_map(|planned| planned.action.deadline).min() {
            let question = Question::Overdue { actions: late().count(), since };
            found.push(Decision { row, question });
        }
        let open = own().filter(|planned| planned.state == ActionState::Incomplete).count();
        if open > 0 {
            let question = Question::Complete { actions: open, of: own().count() };
            found.push(Decision { row, question });
        }
    }
    found.sort_by_key(|decision| {
        let severity = decision.row.risk.current().map(|(_, score)| score.severity());
        (decision.question.rank(), Reverse(severity), decision.row.id)
    });
    found
}

/// Risks in a band that must be treated or accepted, about which nobody says what is done.
fn untreated<'a>(row: &'a OverviewRow<'a>) -> Option<Question<'a>> {
    let is_open = |source: &RiskSource| {
        let threat = match source {
            RiskSource::Direct => None,
            RiskSource::Threat(id) => Some(id),
        };
        row.answer.risk(threat).is_some_and(|answer| answer.treatment.is_none())
    };
    let open = row.risk.risks.iter().filter(|risk| risk.current.band.requires_treatment);
    let mut open: Vec<_> = open.filter(|risk| is_open(&risk.source)).collect();
    open.sort_by_key(|risk| (Reverse(risk.current.severity()), risk.source.clone()));
    let band = open.first()?.current.band;
    Some(Question::Treat { risks: open.iter().map(|risk| risk.source.clone()).collect(), band })
}

/// What is planned, and is not enough.
fn remaining<'a>(row: &'a OverviewRow<'a>) -> Option<Question<'a>> {
    let (source, score) = row.risk.residual()?;
    let threat = match source {
        RiskSource::Direct => None,
        RiskSource::Threat(id) => Some(id),
    };
    // Without a treatment the first question stands.
    let is_treated = row.answer.risk(threat)?.treatment.is_some();
    (score.band.requires_treatment && is_treated)
        .then_some(Question::AcceptOrDoMore { band: score.band })
}
