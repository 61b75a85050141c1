//! The files of a folder with a digest each, so that one signature holds for all of them.

use std::collections::BTreeMap;
use std::path::Path;

use super::files::{FileError, digest_of, files_below, read_bytes};

/// Name of the list in the folder; its form is that of `sha256sum`.
pub const MANIFEST_NAME: &str = "catalog.sha256";
/// Most files in a folder that is signed; the shipped catalogue has under a hundred.
const MOST_FILES: usize = 5_000;
/// What stands beside the files and cannot be in its own list: the list, signatures, keys.
const NOT_LISTED: [&str; 4] = [MANIFEST_NAME, ".minisig", ".pub", ".key"];

/// The digest of every file of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest(BTreeMap<String, String>);

/// What differs between a list and the folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ManifestDifference {
    /// Files that are others than they were.
    pub changed: Vec<String>,
    /// Files that are gone.
    pub missing: Vec<String>,
    /// Files that the list has not.
    pub added: Vec<String>,
}

impl ManifestDifference {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Manifest {
    /// The files as they are in the folder. Line ends count as `\n`: git may hand out the same file with others.
    ///
    /// # Errors
    /// A file or folder cannot be read, or there are too many.
    pub fn of_folder(folder: &Path) -> Result<Self, FileError> {
        let mut files = BTreeMap::new();
        for name in files_below(folder, MOST_FILES)? {
            if NOT_LISTED.iter().any(|end| name.ends_with(end)) {
                continue;
            }
            let bytes = read_bytes(&folder.join(&name))?;
            let digest = match str::from_utf8(&bytes) {
                Ok(text) if text.contains('\r') => digest_of(text.replace("\r\n", "\n").as_bytes()),
                _ => digest_of(&bytes),
            };
            files.insert(name, digest.trim_start_matches("sha256:").to_owned());
        }
        Ok(Self(files))
    }

    /// How many files it names.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it names none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The list as a file, which `sha256sum -c` checks, too.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|(name, digest)| format!("{digest}  {name}\n")).collect()
    }

    /// Reads a list; `None` where a line is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let line = |line: &str| {
            let (digest, name) = line.split_once("  ")?;
            let is_digest = digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit());
            (is_digest && !name.is_empty()).then(|| (name.to_owned(), digest.to_ascii_lowercase()))
        };
        text.lines().map(line).collect::<Option<BTreeMap<_, _>>>().map(Self)
    }

    /// What differs in the folder now.
    #[must_use]
    pub fn difference(&self, now: &Self) -> ManifestDifference {
        let names = |of: &Self, that: &dyn Fn(&String, &String) -> bool| {
            let those = of.0.iter().filter(|(name, digest)| that(name, digest));
            those.map(|(name, _)| name.clone()).collect()
        };
        ManifestDifference {
            changed: names(self, &|name, digest| now.0.get(name).is_some_and(|d| d != digest)),
            missing: names(self, &|name, _| !now.0.contains_key(name)),
            added: names(now, &|name, _| !self.0.contains_key(name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(lines: &[(&str, char)]) -> Manifest {
        Manifest(lines.iter().map(|(n, d)| ((*n).to_owned(), d.to_string().repeat(64))).collect())
    }

    #[test]
    fn a_list_is_read_as_it_was_written_and_says_what_differs() {
        let before = list(&[("a b.yml", '1'), ("c/ø.yml", '2'), ("d.yml", '3')]);
        assert_eq!(Manifest::parse(&before.text()), Some(before.clone()));
        let now = list(&[("a b.yml", '1'), ("c/ø.yml", '9'), ("e.yml", '4')]);
        let difference = before.difference(&now);
        assert_eq!(difference.changed, ["c/ø.yml"]);
        assert_eq!(difference.missing, ["d.yml"]);
        assert_eq!(difference.added, ["e.yml"]);
        assert!(before.difference(&before).is_empty());
        for broken in ["x", "00  a", &format!("{}  ", "0".repeat(64)), "\n"] {
            assert_eq!(Manifest::parse(broken), None, "{broken:?}");
        }
    }
}
