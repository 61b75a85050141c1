//! The words of the field as types: levels, methods, activities, threats, assessments.
//!
//! Pure data and the invariants that hold for it. Knows no files, clock, terminal or wording in a
//! language; everything here is made by `store` and `exchange` and read by `engine`.

mod assessment;
mod catalogue;
mod dimension;
mod id;
mod keyed;
mod level;
mod method;
mod rating;

pub(crate) use keyed::keyed;

pub use assessment::{
    Acceptance, Action, ActivityAnswer, Assessed, Assessment, CatalogueRef, ConsequenceFigure,
    Consequences, MethodRef, Origin, RiskAnswer, Status, System, ThreatAnswer, Treatment,
};
pub use catalogue::{
    Activity, Area, Catalogue, KleGroup, LegalBasis, Municipality, Retirement, Source,
    StartingConsequence, Suggestion, Term, Threat,
};
pub use dimension::{Dimension, Perspective};
pub use id::{ActivityId, AreaId, BandId, InvalidId, MethodId, MunicipalityCode, ThreatId};
pub use level::{Consequence, Level, LevelNumber, Likelihood, Scale};
pub use method::{Band, Colour, LegendRange, Matrix, Method, Symmetry, Witness};
pub use rating::Rating;

/// A calendar day, without time of day or time zone.
pub use jiff::civil::Date;
