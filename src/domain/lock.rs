//! What a released catalogue promised: its version, its content and the ids that it had.

use std::collections::BTreeSet;

use super::Catalogue;

/// The lock of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueLock {
    /// Version that the digest belongs to.
    pub version: String,
    /// Digest of every file, as `sha256:` and 64 hex digits.
    pub digest: String,
    /// Every id of an activity, threat or measure that the catalogue has had.
    pub ids: BTreeSet<String>,
}

impl CatalogueLock {
    /// The lock of a catalogue, which keeps the ids of the one before.
    #[must_use]
    pub fn of(catalogue: &Catalogue, digest: String, before: Option<&Self>) -> Self {
        let activities = catalogue.activities.keys().map(ToString::to_string);
        let threats = catalogue.threats.keys().map(ToString::to_string);
        let measures = catalogue.measures.keys().map(ToString::to_string);
        let old = before.into_iter().flat_map(|lock| lock.ids.iter().cloned());
        let ids = activities.chain(threats).chain(measures).chain(old).collect();
        Self { version: catalogue.version.clone(), digest, ids }
    }
}
