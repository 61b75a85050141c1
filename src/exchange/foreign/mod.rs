//! Forms that are not ours: a municipality's own sheets, read by a mapping, and exports of
//! OS2compliance.
//!
//! What a sheet says becomes rows of activity, threat, field and value, which `import` compares
//! with the assessment as it does for our own workbook. Nothing is guessed: what has no meaning is
//! named and left out.

pub(in crate::exchange) mod cells;
pub(in crate::exchange) mod headers;
mod mapped;
pub(in crate::exchange) mod os2;

pub use mapped::import_mapped;
pub(in crate::exchange) use mapped::{candidates, field_of, without_header};
pub use os2::{Os2Import, Os2Outcome, ThreatList, Unmatched, import_os2, is_os2};
