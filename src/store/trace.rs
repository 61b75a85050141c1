//! Whether files were changed, without reading them.

#![expect(
    clippy::disallowed_methods,
    reason = "asks the file system for size and time, and reads nothing"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What tells that a file was changed, without reading it: size and time of each file. One that is not there
/// has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trace {
    files: Vec<(PathBuf, u64, Option<SystemTime>)>,
}

impl Trace {
    /// Of a file, or of what lies in a folder and those in it, as deep as our catalogues are.
    pub fn add(&mut self, path: &Path) {
        self.add_below(path, 3);
    }

    fn add_below(&mut self, path: &Path, levels: u8) {
        let Ok(about) = fs::metadata(path) else { return };
        if !about.is_dir() {
            self.files.push((path.to_owned(), about.len(), about.modified().ok()));
        } else if let (Some(levels), Ok(entries)) = (levels.checked_sub(1), fs::read_dir(path)) {
            let mut inside: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            inside.sort();
            for path in inside {
                self.add_below(&path, levels);
            }
        }
    }

    /// When the youngest of the files was changed.
    #[must_use]
    pub fn youngest(&self) -> Option<SystemTime> {
        self.files.iter().filter_map(|(_, _, time)| *time).max()
    }
}
