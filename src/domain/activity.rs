//! A standard processing activity: what is done with whose data, on which basis, and how bad a
//! breach would be before the municipality has looked.

use std::collections::BTreeMap;
use std::fmt;

use super::{ActivityId, AreaId, Date, Dimension, Origin, ThreatId, is_own};

/// On what the processing rests.
///
/// Source of the flags: public register files in KL's numbering; where an entry departs from them,
/// its note says why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LegalBasis {
    /// Letters of GDPR article 6(1).
    pub article_6: Vec<String>,
    /// Letters of GDPR article 9(2); empty where no special category is processed.
    pub article_9: Vec<String>,
    /// Databeskyttelsesloven § 11: civil registration numbers.
    pub section_11: bool,
    /// GDPR article 10, databeskyttelsesloven § 8: criminal offences.
    pub criminal_offences: bool,
    /// The laws behind the task, most important first.
    pub laws: Vec<LawReference>,
}

/// A law by its popular name, which is its key in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawReference {
    /// Popular name.
    pub law: String,
    /// Paragraphs; missing where the catalogue is not certain of them.
    pub provisions: Option<String>,
}

impl fmt::Display for LawReference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.law)?;
        self.provisions.iter().try_for_each(|provisions| write!(formatter, " {provisions}"))
    }
}

/// How long the data are kept as a rule. Local decisions and archiving come first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Retention {
    /// KLE's code, such as `P1825D`; missing where it is not known.
    pub code: Option<String>,
    /// From when the period counts, in Danish; given with a code.
    pub from: Option<String>,
    /// What else holds, in Danish.
    pub note: Option<String>,
}

/// Starting consequence for the data subject, per dimension, before the municipality has looked.
///
/// Scale: 1 to the catalogue's `consequence_levels`; only offered under a method of the same size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartingConsequence {
    /// Level per dimension.
    pub levels: BTreeMap<Dimension, u8>,
    /// Why these levels, in Danish.
    pub reason: String,
    /// Who says so: the catalogue, or KL's workbook; never `Own`, since nobody has assessed yet.
    pub origin: Origin,
}

/// How long the task can do without its data: a starting value for the contingency work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Downtime {
    /// Maximum tolerable downtime in hours.
    pub max_hours: u32,
    /// What stops working, and what can be done meanwhile, in Danish.
    pub reason: String,
}

/// A threat that matters especially in an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreatReference {
    /// Which.
    pub threat: ThreatId,
    /// Why here, in Danish.
    pub reason: String,
}

/// A change of law or of who has the task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// First day on which it holds.
    pub date: Date,
    /// What changes, in Danish.
    pub text: String,
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
    /// Ids of those who receive data as a rule.
    pub recipients: Vec<String>,
    /// Typical systems, in Danish.
    pub systems: Vec<String>,
    /// Missing: only for retired activities.
    pub retention: Option<Retention>,
    /// Missing: only for retired activities.
    pub starting: Option<StartingConsequence>,
    /// Missing: only for retired activities.
    pub downtime: Option<Downtime>,
    /// Threats that matter especially here, beyond those suggested for all; most important first.
    pub threats: Vec<ThreatReference>,
    /// Ids of the WP248 criteria that are met.
    pub dpia_criteria: Vec<String>,
    /// Past and coming changes that an assessor must know.
    pub changes: Vec<Change>,
    /// First day of the entry in this form.
    pub valid_from: Date,
    /// Last day; missing while it holds.
    pub valid_to: Option<Date>,
    /// Ids of the catalogue's sources.
    pub sources: Vec<String>,
    /// What an editor or assessor must know about the entry.
    pub note: Option<String>,
    /// Whether a person with the professional knowledge has reviewed the entry.
    pub reviewed: bool,
    /// Set where the activity is retired.
    pub retired: Option<Retirement>,
    /// The shared activity in whose place an own one stands when municipalities are compared.
    /// Always missing in the shipped catalogue; several own ones may stand in the place of one.
    pub replaces: Option<ActivityId>,
}

impl Activity {
    /// Whether the id is one of KL's numbers rather than cross-cutting (`A`–`F`) or own.
    #[must_use]
    pub fn is_numbered(&self) -> bool {
        self.id.as_str().bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether the municipality has added the activity (`X01`…).
    #[must_use]
    pub fn is_own(&self) -> bool {
        is_own(self.id.as_str())
    }

    /// Whether the entry names this threat.
    #[must_use]
    pub fn names(&self, threat: &ThreatId) -> bool {
        self.threats.iter().any(|reference| reference.threat == *threat)
    }
}
