//! A measure: what makes a threat less likely or less harmful.

use super::keyed::keyed;
use super::{Dimension, MeasureId, ThreatId};

/// What kind of measure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeasureKind {
    /// In systems and networks.
    Technical,
    /// In how people work.
    Organisational,
    /// What data-protection law asks for.
    DataProtection,
}

keyed!(MeasureKind {
    "teknisk" => Technical,
    "organisatorisk" => Organisational,
    "databeskyttelse" => DataProtection,
});

/// What a measure lowers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// How likely it is.
    Likelihood,
    /// How bad it is.
    Consequence,
}

keyed!(Effect { "likelihood" => Likelihood, "consequence" => Consequence });

/// A measure (foranstaltning).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// `M01`…
    pub id: MeasureId,
    /// Danish title.
    pub title: String,
    /// What kind of measure it is.
    pub kind: MeasureKind,
    /// What it is and what it takes, in Danish.
    pub description: String,
    /// What it lowers.
    pub effects: Vec<Effect>,
    /// What it protects.
    pub dimensions: Vec<Dimension>,
    /// It protects the rights of the data subject.
    pub rights: bool,
    /// The threats it works on.
    pub threats: Vec<ThreatId>,
    /// Controls of ISO/IEC 27002:2022.
    pub iso_27002: Vec<String>,
    /// Numbers of the areas in NIS 2-loven § 6.
    pub nis2_areas: Vec<u8>,
    /// Which of the state's technical minimum requirements it meets; missing where none is sure.
    pub state_minimum: Option<String>,
    /// How one shows that it is in place, in Danish.
    pub evidence: String,
    /// Id of a source of the catalogue.
    pub source: String,
}
