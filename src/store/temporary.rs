//! A text in a file of its own for a while.

#![expect(
    clippy::disallowed_methods,
    reason = "an editor puts a new file in its place, so it is opened anew"
)]

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// Most of a text that is taken back, in bytes; nobody's reason is longer.
const MOST: u64 = 64 * 1024;

/// A text that only its owner can read, in a file that is gone when this is dropped.
#[derive(Debug)]
pub struct TemporaryText(tempfile::TempPath);

impl TemporaryText {
    /// Writes the text.
    ///
    /// # Errors
    /// No file can be made where the system keeps such.
    pub fn new(text: &str) -> io::Result<Self> {
        let mut file = tempfile::Builder::new().prefix("risiko-").suffix(".txt").tempfile()?;
        file.write_all(text.as_bytes())?;
        file.flush()?;
        Ok(Self(file.into_temp_path()))
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// What stands there by now, also where another file was put in its place.
    ///
    /// # Errors
    /// It is gone or no UTF-8.
    pub fn text(&self) -> io::Result<String> {
        let mut text = String::new();
        File::open(&self.0)?.take(MOST).read_to_string(&mut text)?;
        Ok(text.trim_end().replace("\r\n", "\n"))
    }
}
