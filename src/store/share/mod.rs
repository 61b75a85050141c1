//! Exchange files: [`Shared`](crate::domain::Shared) to JSON and back, with a digest over the content.
//!
//! JSON is YAML, so the reader that knows the place of every value reads it, too, and one run reports
//! every mistake. The JSON is parsed once more as such, for the digest.

mod read;
mod write;

pub use read::{SharedFile, parse_share};
pub use write::format_share;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// Name of the form without its version.
const SCHEMA_NAME: &str = "risiko.share/";
/// The version that is written, and the newest that is read.
const SCHEMA_VERSION: u32 = 1;
/// The key that is left out where the digest is taken.
const DIGEST: &str = "digest";

/// SHA-256 over the content: compact JSON with sorted keys, without the digest itself. Blanks, line
/// breaks and the order of keys do not count, since mail and editors change them.
fn digest(content: &Value) -> String {
    let mut content = content.clone();
    if let Some(map) = content.as_object_mut() {
        map.shift_remove(DIGEST);
    }
    content.sort_all_objects();
    let hash = Sha256::digest(content.to_string());
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}
