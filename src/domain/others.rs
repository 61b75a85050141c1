//! What others chose, as a comparison of many municipalities says it.

use std::collections::BTreeMap;

use super::{ActivityId, MethodId};

/// A comparison of many municipalities, as far as one's own assessment can be held against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Others {
    /// How many municipalities count, our own included where it was among them.
    pub municipalities: usize,
    /// The method that all were read through.
    pub method: MethodId,
    /// Its version.
    pub method_version: u32,
    /// The activities that somebody assessed.
    pub activities: BTreeMap<ActivityId, Spread>,
}

/// How the others' answers to one activity are spread. In each list, level or rank 1 comes first, and
/// `None` is a count that is withheld since it could give a municipality away; an empty list is
/// withheld as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spread {
    /// Municipalities with a band.
    pub assessed: usize,
    /// By rank of the band.
    pub bands: Vec<Option<usize>>,
    /// By level of the deciding likelihood.
    pub likelihoods: Vec<Option<usize>>,
    /// By level of the deciding consequence.
    pub consequences: Vec<Option<usize>>,
}
