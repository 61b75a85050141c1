//! Files to values and back: YAML, the embedded catalogue, atomic writes and locks.
//!
//! The only code that knows the YAML crate and the file system. Everything read is checked here
//! once, completely; what comes out is valid.

mod assessment;
mod catalogue;
mod embedded;
mod files;
mod method;
mod reader;
mod save;
mod yaml;

pub use assessment::{AnswerLines, LoadedAssessment, parse_assessment};
pub use embedded::{
    embedded_catalogue, embedded_method, embedded_method_ids, embedded_municipalities, kle_groups,
    kle_topics,
};
pub use files::{
    FileError, Lock, assessments_in, exists, lock, read_bytes, read_text, write_atomically,
};
pub use method::parse_method;
pub use save::format_assessment;
