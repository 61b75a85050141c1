//! Files to values and back: YAML, the embedded catalogue, atomic writes and locks.
//!
//! The only code that knows the YAML crate and the file system. Everything read is checked here
//! once, completely; what comes out is valid.

mod assessment;
mod catalogue;
mod catalogue_files;
mod embedded;
mod faults;
mod files;
mod journal;
mod keys;
mod kle;
mod level_map;
mod manifest;
mod mapping;
mod meeting;
mod method;
mod others;
mod own_sheets;
mod reader;
mod save;
mod schema;
mod share;
mod signature;
mod template;
mod temporary;
mod trace;
mod yaml;

pub use assessment::{AnswerLines, LoadedAssessment, parse_assessment};
pub use catalogue::{OwnActivity, format_kl, format_own, parse_local, parse_municipalities};
pub use catalogue_files::{
    CatalogueFiles, KL_NAME, LOCAL_NAME, LOCK_NAME, WORKBOOK_NAME, format_lock, is_catalogue,
};
pub use embedded::{
    embedded_catalogue, embedded_files, embedded_method, embedded_method_ids,
    embedded_municipalities,
};
#[cfg(test)]
pub(crate) use faults::{Fault, Plan};
pub use files::{
    FileError, Lock, assessments_in, create_folder, exists, files_in, is_folder, is_unchanged,
    lock, read_bytes, read_text, read_whole, replace, text_of, write_atomically,
};
pub use journal::{
    Journal, JournalRead, Standing, Step, assessment_digest, assessment_text, journal_path,
    read_journal, recorded_changes, recorded_state,
};
pub use keys::{KeysForm, parse_keys};
pub use level_map::parse_level_map;
pub use manifest::{MANIFEST_NAME, Manifest, ManifestDifference};
pub use mapping::parse_mapping;
pub use meeting::{LoadedMeeting, format_meeting, parse_meeting};
pub use method::parse_method;
pub use others::{is_others, parse_others};
pub use save::format_assessment;
pub use schema::{SchemaKind, json_schema_of};
pub use share::{SharedFile, format_share, parse_share};
pub use signature::{
    KeyFault, KeyFiles, SecretKey, SignatureFault, is_public_key, key_files, public_keys_in,
    signature_path, verify_signature,
};
pub use template::{TEMPLATE_NAME, format_template, parse_template};
pub use temporary::TemporaryText;
pub use trace::Trace;
