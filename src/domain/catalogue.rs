//! The catalogue: activities, threats, areas and municipalities of one version.

use std::collections::BTreeMap;

use super::{ActivityId, AreaId, Dimension, MunicipalityCode, ThreatId};

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

/// Legal flags of an activity.
///
/// Source: public register files in KL's numbering; the catalogue's README says which.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LegalBasis {
    /// Letters of GDPR article 6(1).
    pub article_6: Vec<String>,
    /// Letters of GDPR article 9(2); empty where no special category is flagged.
    pub article_9: Vec<String>,
    /// Databeskyttelsesloven § 11: civil registration numbers.
    pub section_11: bool,
    /// GDPR article 10, databeskyttelsesloven § 8: criminal offences.
    pub criminal_offences: bool,
    /// Popular names of the laws.
    pub laws: Vec<String>,
}

/// Starting consequence for the data subject, per dimension, before the municipality has looked.
///
/// Scale: 1..=[`Catalogue::consequence_levels`]; only offered under a method of the same size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartingConsequence {
    /// Level per dimension.
    pub levels: BTreeMap<Dimension, u8>,
    /// Why these levels, in Danish.
    pub reason: String,
}

/// When and why an activity left the catalogue. Its id is never used again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retirement {
    /// Year and month, such as `2025-08`.
    pub since: String,
    /// Where the task went.
    pub replaced_by: Option<ActivityId>,
}

/// A standard processing activity (behandlingsaktivitet).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// KL's number.
    pub id: ActivityId,
    /// Short Danish title; never the key.
    pub title: String,
    /// What is done and for whom.
    pub description: String,
    /// Area it belongs to.
    pub area: AreaId,
    /// KLE groups that it covers.
    pub kle_groups: Vec<String>,
    /// Ids of categories of data subjects.
    pub data_subjects: Vec<String>,
    /// Ids of kinds of personal data.
    pub personal_data: Vec<String>,
    /// Legal flags and laws.
    pub legal_basis: LegalBasis,
    /// Missing: only for retired activities.
    pub starting: Option<StartingConsequence>,
    /// Threats that matter especially here, beyond those suggested for all.
    pub threats: Vec<ThreatId>,
    /// Id of a [`Source`].
    pub source: String,
    /// What an editor or assessor must know about the entry.
    pub note: Option<String>,
    /// Whether a person with the professional knowledge has reviewed the entry.
    pub reviewed: bool,
    /// Set where the activity is retired.
    pub retired: Option<Retirement>,
}

impl Activity {
    /// Whether the id is one of KL's numbers rather than cross-cutting (`A`–`F`) or own.
    #[must_use]
    pub fn is_numbered(&self) -> bool {
        self.id.as_str().bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// For which activities a threat is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggestion {
    /// Every activity.
    All,
    /// The activities that name it.
    Some,
}

/// A threat (trussel): something that can happen to the data.
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
    /// An example.
    pub description: String,
    /// For which activities it is offered.
    pub suggested: Suggestion,
    /// Id of a [`Source`].
    pub source: String,
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
    /// Categories of data subjects.
    pub data_subjects: Vec<Term>,
    /// Kinds of personal data.
    pub personal_data: Vec<Term>,
    /// Sources that entries name.
    pub sources: Vec<Source>,
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

    /// Threats offered for an activity: those for all, and those it names.
    pub fn suggested_threats<'a>(
        &'a self,
        activity: &'a Activity,
    ) -> impl Iterator<Item = &'a Threat> {
        self.threats.values().filter(|threat| {
            threat.suggested == Suggestion::All || activity.threats.contains(&threat.id)
        })
    }
}
