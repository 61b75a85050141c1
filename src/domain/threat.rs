//! A threat: something that can happen to the data.

use super::keyed::keyed;
use super::{Dimension, ThreatId};

/// For which activities a threat is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggestion {
    /// Every activity.
    All,
    /// The activities that name it.
    Some,
}

keyed!(Suggestion { "all" => All, "some" => Some });

/// A threat (trussel).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threat {
    /// `T01`…
    pub id: ThreatId,
    /// Danish title.
    pub title: String,
    /// Kind, such as `medarbejdere`.
    pub kind: String,
    /// What it hits; empty only where `rights` is set.
    pub dimensions: Vec<Dimension>,
    /// It breaks a principle of the GDPR, and so hits every dimension of the data subject.
    pub rights: bool,
    /// What it is, in Danish.
    pub description: String,
    /// A short event from municipal life, in Danish.
    pub example: String,
    /// What evidence points to each level of likelihood, from the lowest, in Danish.
    pub evidence: Vec<String>,
    /// For which activities it is offered.
    pub suggested: Suggestion,
    /// Id of a source of the catalogue.
    pub source: String,
}
