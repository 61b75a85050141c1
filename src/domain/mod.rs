//! The words of the field as types: levels, methods, activities, threats, assessments.
//!
//! Pure data and the invariants that hold for it. Knows no files, clock, terminal or wording in a
//! language; everything here is made by `store` and `exchange` and read by `engine`.

mod activity;
mod assessment;
mod catalogue;
mod digest;
mod dimension;
mod id;
mod journal;
mod keyed;
mod law;
mod level;
mod level_map;
mod local;
mod lock;
mod mapping;
mod measure;
mod meeting;
mod method;
mod others;
mod rating;
mod shared;
mod sheet;
mod signature;
mod template;
mod threat;

pub(crate) use keyed::keyed;

pub use activity::{
    Activity, Change, Downtime, LawReference, LegalBasis, Retention, Retirement,
    StartingConsequence, ThreatReference,
};
pub use assessment::{
    Acceptance, Action, ActivityAnswer, Assessed, Assessment, CatalogueRef, ConsequenceFigure,
    Consequences, MethodRef, Origin, RiskAnswer, Status, System, ThreatAnswer, Treatment,
};
pub use catalogue::{
    Area, Catalogue, DataKind, DpiaCriterion, KleGroup, Municipality, Source, Term,
};
pub use digest::digest;
pub use dimension::{Dimension, Perspective};
pub use id::{
    ActivityId, AreaId, BandId, InvalidId, MeasureId, MethodId, MunicipalityCode, ThreatId, is_own,
};
pub use journal::{
    FieldPath, JournalEntry, JournalNote, Occasion, Recorded, RecordedChange, RecordedDecision,
    RecordedSaying, RecordedState, Timestamp,
};
pub use law::{Law, LawKind, RetentionPeriod};
pub use level::{Consequence, Level, LevelNumber, Likelihood, Meaning, Scale};
pub use level_map::LevelMap;
pub use local::{LocalBasis, LocalCatalogue, LocalOrigin, Override};
pub use lock::CatalogueLock;
pub use mapping::{Mapped, Mapping};
pub use measure::{Effect, Measure, MeasureKind};
pub use meeting::{Meeting, MeetingFigures, MeetingItem, names_in};
pub use method::{Band, Colour, LegendRange, Matrix, Method, Symmetry, Witness};
pub use others::{Others, Spread};
pub use rating::Rating;
pub use shared::{Shared, SharedActivity, SharedCounts, SharedThreat};
pub use sheet::{Address, Extra, OwnCell, OwnSheet};
pub use signature::{JournalEnd, SignatureComment, Signed};
pub use template::{Contact, PLACEHOLDERS, Reader, Rgb, Template, Wording, filled};
pub use threat::{Suggestion, Threat};

/// A calendar day, without time of day or time zone.
pub use jiff::civil::Date;
