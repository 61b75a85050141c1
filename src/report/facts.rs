//! Facts as JSON: the stable shapes shared by the commands. Keys are English and do not change
//! with `--lang`; a shape that changes gets a new number behind its schema name.

use serde::Serialize;

use crate::domain::{Assessment, Band, Dimension, LevelNumber, Method, Perspective};
use crate::engine::{Coverage, RiskSource, Score};

/// Which assessment a result is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HeaderFacts {
    /// Three digits.
    pub municipality_code: String,
    /// Name.
    pub municipality: String,
    /// Round.
    pub round: String,
    /// ISO date.
    pub as_of: String,
    /// Version of the catalogue that the file names.
    pub catalogue_version: String,
    /// Method that the bands come from.
    pub method: String,
    /// Its version.
    pub method_version: u32,
}

impl HeaderFacts {
    /// The header of a result that was scored with `method`.
    #[must_use]
    pub fn new(assessment: &Assessment, method: &Method) -> Self {
        Self {
            municipality_code: assessment.municipality.to_string(),
            municipality: assessment.municipality_name.clone(),
            round: assessment.round.clone(),
            as_of: assessment.as_of.to_string(),
            catalogue_version: assessment.catalogue.version.clone(),
            method: method.id.to_string(),
            method_version: method.version,
        }
    }
}

/// How much is assessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CoverageFacts {
    /// Activities with a band.
    pub assessed: usize,
    /// Activities that the municipality has.
    pub of: usize,
    /// Activities that it does not have; not part of `of`.
    pub not_applicable: usize,
}

impl From<Coverage> for CoverageFacts {
    fn from(coverage: Coverage) -> Self {
        Self {
            assessed: coverage.assessed,
            of: coverage.whole,
            not_applicable: coverage.not_applicable,
        }
    }
}

/// A band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BandFacts {
    /// Key within the method.
    pub id: String,
    /// Danish name.
    pub label: String,
    /// 1 is the mildest.
    pub rank: u8,
    /// Key of the colour.
    pub colour: &'static str,
}

impl From<&Band> for BandFacts {
    fn from(band: &Band) -> Self {
        Self {
            id: band.id.to_string(),
            label: band.label.clone(),
            rank: band.rank,
            colour: band.colour.key(),
        }
    }
}

/// What decided a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DriverFacts {
    /// Threat id; null where the direct likelihood decided.
    pub threat: Option<String>,
    /// Whose consequence.
    pub perspective: &'static str,
    /// Of which kind.
    pub dimension: &'static str,
}

/// A score with its driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreFacts {
    /// Level.
    pub likelihood: u8,
    /// Level.
    pub consequence: u8,
    /// Product, for show.
    pub score: u16,
    /// Looked up in the matrix.
    pub band: BandFacts,
    /// What decided.
    pub driver: DriverFacts,
}

impl ScoreFacts {
    /// Facts of a deciding score.
    #[must_use]
    pub fn new((source, score): (&RiskSource, &Score<'_>)) -> Self {
        let threat = match source {
            RiskSource::Direct => None,
            RiskSource::Threat(id) => Some(id.to_string()),
        };
        let (perspective, dimension): (Perspective, Dimension) = score.driver;
        Self {
            likelihood: score.likelihood.number(),
            consequence: score.consequence.number(),
            score: score.product(),
            band: score.band.into(),
            driver: DriverFacts {
                threat,
                perspective: perspective.key(),
                dimension: dimension.key(),
            },
        }
    }
}
