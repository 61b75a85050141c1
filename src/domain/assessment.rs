//! An assessment: what one municipality answered in one round.

use std::collections::BTreeMap;

use super::keyed::keyed;
use super::{
    Activity, ActivityId, BandId, Catalogue, Consequence, Date, Dimension, Extra, Likelihood,
    MethodId, MunicipalityCode, OwnSheet, Perspective, Rating, ThreatId,
};

/// How far an activity has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Status {
    /// Nobody has looked.
    #[default]
    NotStarted,
    /// Some figures are there.
    InProgress,
    /// The responsible person says it is done.
    Assessed,
    /// The municipality does not do this; needs a reason.
    NotApplicable,
}

keyed!(Status {
    "not-started" => NotStarted,
    "in-progress" => InProgress,
    "assessed" => Assessed,
    "not-applicable" => NotApplicable,
});

/// Who a consequence figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The catalogue's starting figure, not yet confirmed by the municipality.
    Catalogue,
    /// KL's workbook, imported by the municipality.
    Kl,
    /// The municipality.
    Own,
}

keyed!(Origin {
    "catalogue" => Catalogue,
    "kl" => Kl,
    "own" => Own,
});

/// What is done about a risk (risikohåndtering).
///
/// Source: ISO 31000, in the four Danish words of municipal practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Treatment {
    /// Accepter: carried as it is, by a named person.
    Accept,
    /// Undgå: the processing is stopped or changed.
    Avoid,
    /// Del: shared with others, such as a supplier or insurer.
    Share,
    /// Mitiger: lowered by measures.
    Mitigate,
}

keyed!(Treatment {
    "accept" => Accept,
    "avoid" => Avoid,
    "share" => Share,
    "mitigate" => Mitigate,
});

/// One consequence figure with its origin and reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsequenceFigure {
    /// The level, or that it does not apply.
    pub rating: Rating<Consequence>,
    /// Where it comes from.
    pub origin: Origin,
    /// Why, where somebody said so.
    pub reason: Option<String>,
}

/// Consequence figures by perspective and dimension. An absent pair is not rated.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Consequences {
    /// Absent means not rated.
    pub figures: BTreeMap<(Perspective, Dimension), ConsequenceFigure>,
}

impl Consequences {
    /// The rating of one pair.
    #[must_use]
    pub fn rating(&self, perspective: Perspective, dimension: Dimension) -> Rating<Consequence> {
        self.figures.get(&(perspective, dimension)).map_or(Rating::NotRated, |figure| figure.rating)
    }
}

/// Something that will be done (handling).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Action {
    /// What.
    pub what: String,
    /// Who, by role or name.
    pub owner: Option<String>,
    /// By when.
    pub deadline: Option<Date>,
    /// What stands in columns that people added to the sheet of actions, kept as it came.
    pub extra: Extra,
}

/// Likelihood, measures, treatment and residual figures of one risk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RiskAnswer {
    /// Likelihood today, with the measures that exist.
    pub likelihood: Rating<Likelihood>,
    /// Why this likelihood.
    pub reason: Option<String>,
    /// Measures that exist today.
    pub measures: Vec<String>,
    /// What is done about it.
    pub treatment: Option<Treatment>,
    /// What will be done.
    pub actions: Vec<Action>,
    /// Likelihood when the actions are done.
    pub residual_likelihood: Rating<Likelihood>,
    /// Consequence when the actions are done.
    pub residual_consequence: Rating<Consequence>,
}

/// A threat as answered for one activity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThreatAnswer {
    /// Why the threat does not arise here; set means not relevant.
    pub not_relevant: Option<String>,
    /// Figures and treatment.
    pub risk: RiskAnswer,
    /// What stands in columns that people added to a workbook, kept as it came.
    pub extra: Extra,
}

/// An it-system used for an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct System {
    /// Name.
    pub name: String,
    /// Data processor, where there is one.
    pub processor: Option<String>,
    /// Maximum tolerable downtime in hours.
    pub max_downtime_hours: Option<u32>,
}

/// Who assessed, and when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assessed {
    /// By whom, by role or name.
    pub by: Option<String>,
    /// On which day.
    pub on: Option<Date>,
}

/// That somebody has accepted the risk as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Who.
    pub by: String,
    /// In which role.
    pub role: String,
    /// When.
    pub on: Date,
    /// Until and with which day; missing means until the next round.
    pub until: Option<Date>,
    /// The band that the risk had; missing where nobody wrote it down.
    pub current: Option<BandId>,
    /// The band that was to remain; missing where nobody wrote it down.
    pub residual: Option<BandId>,
    /// Digest of what was accepted.
    pub digest: String,
}

/// Everything answered for one activity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActivityAnswer {
    /// How far it has come.
    pub status: Status,
    /// Why the activity does not apply.
    pub status_reason: Option<String>,
    /// Consequence figures.
    pub consequences: Consequences,
    /// The direct figure, used where no threat is rated.
    pub direct: RiskAnswer,
    /// Answers per threat.
    pub threats: BTreeMap<ThreatId, ThreatAnswer>,
    /// Risk owner, by role or name.
    pub owner: Option<String>,
    /// Systems used.
    pub systems: Vec<System>,
    /// Free note.
    pub note: Option<String>,
    /// Who assessed, and when.
    pub assessed: Assessed,
    /// Next review.
    pub review_by: Option<Date>,
    /// Acceptance, where the risk is accepted.
    pub acceptance: Option<Acceptance>,
    /// What stands in columns that people added to a workbook, kept as it came.
    pub extra: Extra,
}

impl ActivityAnswer {
    /// The risk that a threat gives, or the direct one. `None` where the threat has no answer.
    #[must_use]
    pub fn risk(&self, threat: Option<&ThreatId>) -> Option<&RiskAnswer> {
        match threat {
            None => Some(&self.direct),
            Some(id) => self.threats.get(id).map(|threat| &threat.risk),
        }
    }

    /// The same, made where it is not there yet.
    pub fn risk_mut(&mut self, threat: Option<&ThreatId>) -> &mut RiskAnswer {
        match threat {
            None => &mut self.direct,
            Some(id) => &mut self.threats.entry(id.clone()).or_default().risk,
        }
    }

    /// The threats to ask about: those that the catalogue names for the activity, in its order, then
    /// the others that have an answer.
    #[must_use]
    pub fn threats_to_rate(&self, activity: &Activity, catalogue: &Catalogue) -> Vec<ThreatId> {
        let named = activity.threats.iter().map(|named| &named.threat);
        let mut threats: Vec<ThreatId> = Vec::new();
        for id in named.chain(self.threats.keys()) {
            if catalogue.threats.contains_key(id) && !threats.contains(id) {
                threats.push(id.clone());
            }
        }
        threats
    }
}

/// Which catalogue an assessment was made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueRef {
    /// Key of the catalogue.
    pub id: String,
    /// Version.
    pub version: String,
    /// Digest of its content.
    pub digest: String,
}

impl From<&Catalogue> for CatalogueRef {
    fn from(catalogue: &Catalogue) -> Self {
        Self {
            id: catalogue.id.clone(),
            version: catalogue.version.clone(),
            digest: catalogue.digest.clone(),
        }
    }
}

/// Which method an assessment is scored with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodRef {
    /// Key of the method.
    pub id: MethodId,
    /// Version.
    pub version: u32,
}

/// One municipality's assessment in one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Code of the municipality.
    pub municipality: MunicipalityCode,
    /// Its name.
    pub municipality_name: String,
    /// Round, usually the year.
    pub round: String,
    /// The day that the figures hold for.
    pub as_of: Date,
    /// Catalogue it was made with.
    pub catalogue: CatalogueRef,
    /// Method it is scored with.
    pub method: MethodRef,
    /// Whose consequences count; always holds the data subject.
    pub perspectives: Vec<Perspective>,
    /// Answers by activity.
    pub activities: BTreeMap<ActivityId, ActivityAnswer>,
    /// Sheets that people added to a workbook, in the order of their tabs.
    pub own_sheets: Vec<OwnSheet>,
}
