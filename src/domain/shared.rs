//! What one municipality sends to another: figures by id, and the method to read them with.

use std::collections::BTreeMap;

use super::{
    Activity, ActivityId, AreaId, Assessment, Catalogue, Dimension, LegalBasis, Method, Suggestion,
    Threat, ThreatId, is_own,
};

/// What the receiver must know of an activity that its own catalogue may lack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedActivity {
    /// Area that it belongs to.
    pub area: AreaId,
    /// The shared activity in whose place an own one stands.
    pub replaces: Option<ActivityId>,
}

/// What the receiver must know of a threat to score it as the sender does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedThreat {
    /// What it hits.
    pub dimensions: Vec<Dimension>,
    /// Whether it hits every dimension of the data subject.
    pub rights: bool,
}

/// How many texts of one risk stayed at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SharedCounts {
    /// Measures that are in no catalogue, so that only their number left.
    pub other_measures: u32,
    /// Actions.
    pub actions: u32,
}

/// An exchange file: an assessment without its texts, and what is needed to score it.
///
/// The assessment has no owners, systems, notes, dates of assessment, acceptances, columns and sheets
/// of the municipality's own, and no actions. Its measures are ids of the shared catalogue, followed
/// by texts where `with_reasons` is set. A threat that is not relevant has an empty text for a reason
/// unless `with_reasons` is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The figures.
    pub assessment: Assessment,
    /// The method that they were given in; its definitions and examples stay at home.
    pub method: Method,
    /// Every activity of the assessment.
    pub activities: BTreeMap<ActivityId, SharedActivity>,
    /// Every threat that is answered.
    pub threats: BTreeMap<ThreatId, SharedThreat>,
    /// What stayed at home, by activity and threat; without a threat it is the direct risk.
    pub counts: BTreeMap<(ActivityId, Option<ThreatId>), SharedCounts>,
    /// Whether reasons and measures in the municipality's own words came along.
    pub with_reasons: bool,
}

impl Shared {
    /// The catalogue to score the figures against: `base` without anything of the receiver's own,
    /// with the sender's own entries and with what each threat hits as the sender has it. Entries that
    /// `base` does not know have their id for a title.
    #[must_use]
    pub fn catalogue(&self, base: &Catalogue) -> Catalogue {
        let mut catalogue = base.clone();
        catalogue.activities.retain(|id, _| !is_own(id.as_str()));
        catalogue.threats.retain(|id, _| !is_own(id.as_str()));
        catalogue.measures.retain(|id, _| !is_own(id.as_str()));
        for (id, shared) in &self.activities {
            let stub = || activity_stub(id, shared, base);
            catalogue.activities.entry(id.clone()).or_insert_with(stub);
        }
        for (id, shared) in &self.threats {
            let threat = catalogue.threats.entry(id.clone()).or_insert_with(|| threat_stub(id));
            threat.dimensions.clone_from(&shared.dimensions);
            threat.rights = shared.rights;
        }
        catalogue
    }

    /// Ids that a catalogue does not know, without those of the sender's own: the sender's catalogue
    /// is newer, or another.
    #[must_use]
    pub fn unknown_to(&self, catalogue: &Catalogue) -> Vec<String> {
        let activities = self.activities.keys().filter(|id| !catalogue.activities.contains_key(id));
        let threats = self.threats.keys().filter(|id| !catalogue.threats.contains_key(id));
        let ids = activities.map(ToString::to_string).chain(threats.map(ToString::to_string));
        ids.filter(|id| !is_own(id)).collect()
    }
}

fn activity_stub(id: &ActivityId, shared: &SharedActivity, base: &Catalogue) -> Activity {
    Activity {
        id: id.clone(),
        title: id.to_string(),
        description: String::new(),
        area: shared.area.clone(),
        kle_groups: Vec::new(),
        data_subjects: Vec::new(),
        personal_data: Vec::new(),
        legal_basis: LegalBasis::default(),
        recipients: Vec::new(),
        systems: Vec::new(),
        retention: None,
        starting: None,
        downtime: None,
        threats: Vec::new(),
        dpia_criteria: Vec::new(),
        changes: Vec::new(),
        valid_from: base.valid_from,
        valid_to: None,
        sources: Vec::new(),
        note: None,
        reviewed: false,
        retired: None,
        replaces: shared.replaces.clone(),
    }
}

fn threat_stub(id: &ThreatId) -> Threat {
    Threat {
        id: id.clone(),
        title: id.to_string(),
        kind: String::new(),
        dimensions: Vec::new(),
        rights: false,
        description: String::new(),
        example: String::new(),
        evidence: Vec::new(),
        suggested: Suggestion::Some,
        source: String::new(),
    }
}
