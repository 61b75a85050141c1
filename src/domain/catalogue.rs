//! The catalogue: activities, threats, areas and municipalities of one version.

use std::collections::BTreeMap;

use super::keyed::keyed;
use super::{
    Activity, ActivityId, AreaId, Law, Measure, MeasureId, MunicipalityCode, Override,
    RetentionPeriod, Suggestion, Threat, ThreatId,
};

/// A word with an id and two languages: a category of data, of data subjects, an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Key in files.
    pub id: String,
    /// Danish.
    pub label: String,
    /// English.
    pub label_en: String,
}

/// How closely the law guards a kind of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// Ordinary data.
    Ordinary,
    /// Confidential by custom or law, such as the civil registration number.
    Confidential,
    /// Criminal offences: GDPR article 10, databeskyttelsesloven § 8.
    CriminalOffence,
    /// A special category: GDPR article 9.
    Special,
}

keyed!(DataKind {
    "almindelig" => Ordinary,
    "fortrolig" => Confidential,
    "strafbar" => CriminalOffence,
    "saerlig" => Special,
});

/// An area (område) of municipal work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Key, such as `skole-unge`.
    pub id: AreaId,
    /// Danish name.
    pub label: String,
    /// English name.
    pub label_en: String,
}

/// A group of KL Emnesystematik (KLE), such as `27.60`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KleGroup {
    /// Code with two parts.
    pub code: String,
    /// Title.
    pub title: String,
}

/// One of the 98 municipalities, or an invented one for examples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Municipality {
    /// Code.
    pub code: MunicipalityCode,
    /// Name without "Kommune".
    pub name: String,
    /// Region until 2027.
    pub region: String,
    /// Took part in KL's partnership of 2021.
    pub in_partnership: bool,
    /// Exists only in examples.
    pub invented: bool,
}

/// A criterion of the Article 29 Working Party (WP248) that calls for an impact assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DpiaCriterion {
    /// Key in files.
    pub id: String,
    /// Number in the guidelines, 1–9.
    pub number: u8,
    /// Danish.
    pub label: String,
    /// English.
    pub label_en: String,
    /// The question to ask, in Danish.
    pub question: String,
    /// When it is met, in Danish.
    pub description: String,
    /// An example from municipal life, in Danish.
    pub example: String,
}

/// Where facts and judgements of the catalogue come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Key that entries name.
    pub id: String,
    /// What it is, and how far it can be trusted.
    pub text: String,
}

/// One version of the catalogue. Every reference in it resolves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Key of the catalogue.
    pub id: String,
    /// Version, such as `2026.1`.
    pub version: String,
    /// First day on which it holds.
    pub valid_from: super::Date,
    /// Digest of all files, as `sha256:` and 16 hex digits.
    pub digest: String,
    /// Number of levels on the scale of the starting consequences.
    pub consequence_levels: u8,
    /// Areas in the order of print.
    pub areas: Vec<Area>,
    /// Every activity, retired ones included.
    pub activities: BTreeMap<ActivityId, Activity>,
    /// Every threat.
    pub threats: BTreeMap<ThreatId, Threat>,
    /// Every measure.
    pub measures: BTreeMap<MeasureId, Measure>,
    /// Laws by name.
    pub laws: BTreeMap<String, Law>,
    /// Who receives data.
    pub recipients: Vec<Term>,
    /// Retention periods.
    pub retention: Vec<RetentionPeriod>,
    /// Areas of NIS 2-loven § 6; the id is the number.
    pub nis2_areas: Vec<Term>,
    /// The WP248 criteria, in their order.
    pub dpia_criteria: Vec<DpiaCriterion>,
    /// Categories of data subjects.
    pub data_subjects: Vec<Term>,
    /// Kinds of personal data.
    pub personal_data: Vec<Term>,
    /// How closely the law guards each kind of personal data, by its id.
    pub data_kinds: BTreeMap<String, DataKind>,
    /// Sources that entries name.
    pub sources: Vec<Source>,
    /// What local catalogues say otherwise, by id; already applied. Empty as shipped.
    pub overrides: BTreeMap<String, Vec<Override>>,
}

impl Catalogue {
    /// Activities that a new assessment has, in order.
    pub fn active(&self) -> impl Iterator<Item = &Activity> {
        self.activities.values().filter(|activity| activity.retired.is_none())
    }

    /// The area with this id.
    #[must_use]
    pub fn area(&self, id: &AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == *id)
    }

    /// Whether an activity has personal data that the law guards in this way.
    #[must_use]
    pub fn has_data(&self, activity: &Activity, kind: DataKind) -> bool {
        activity.personal_data.iter().any(|id| self.data_kinds.get(id) == Some(&kind))
    }

    /// How long the data of an activity are kept; `None` where the catalogue has no code for it.
    #[must_use]
    pub fn retention_period(&self, activity: &Activity) -> Option<&RetentionPeriod> {
        let code = activity.retention.as_ref()?.code.as_ref()?;
        self.retention.iter().find(|period| period.code == *code)
    }

    /// The WP248 criteria that an activity meets.
    pub fn criteria_met<'a>(
        &'a self,
        activity: &'a Activity,
    ) -> impl Iterator<Item = &'a DpiaCriterion> {
        self.dpia_criteria.iter().filter(|criterion| activity.dpia_criteria.contains(&criterion.id))
    }

    /// Threats offered for an activity: those for all, and those it names.
    pub fn suggested_threats<'a>(
        &'a self,
        activity: &'a Activity,
    ) -> impl Iterator<Item = &'a Threat> {
        self.threats
            .values()
            .filter(|threat| threat.suggested == Suggestion::All || activity.names(&threat.id))
    }

    /// Measures that work on a threat.
    pub fn measures_against<'a>(
        &'a self,
        threat: &'a ThreatId,
    ) -> impl Iterator<Item = &'a Measure> {
        self.measures.values().filter(|measure| measure.threats.contains(threat))
    }
}
