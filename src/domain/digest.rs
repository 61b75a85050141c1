//! What a content is known again by.

use sha2::{Digest as _, Sha256};

/// SHA-256 of some bytes, as it stands in files.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    let hex: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}
