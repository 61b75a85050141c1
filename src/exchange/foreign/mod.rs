//! Forms that are not ours: a municipality's own sheets, read by a mapping.
//!
//! What a sheet says becomes rows of activity, threat, field and value, which `import` compares
//! with the assessment as it does for our own workbook. Nothing is guessed: what has no meaning is
//! named and left out.

mod cells;
mod headers;
mod mapped;

pub use mapped::import_mapped;
