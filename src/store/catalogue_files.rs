//! The files of a catalogue, from the binary or from a folder.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::catalogue::{names, parse_catalogue};
use super::files::{FileError, entries_of, exists, read_text};
use super::kle::{parse_groups, parse_topics};
use super::reader::Reader;
use crate::domain::{ActivityId, Catalogue, CatalogueLock, KleGroup};
use crate::finding::Findings;

/// Name of the lock in the folder of a catalogue.
pub const LOCK_NAME: &str = "catalog.lock";

/// Files that an answer can depend on, beside the activities.
const SINGLE: [&str; 11] = [
    names::HEADER,
    names::AREAS,
    names::DATA_SUBJECTS,
    names::PERSONAL_DATA,
    names::RECIPIENTS,
    names::NIS2_AREAS,
    names::DPIA_CRITERIA,
    names::RETENTION,
    names::LAWS,
    names::THREATS,
    names::MEASURES,
];
/// What the municipality itself adds to the catalogue.
pub const LOCAL_NAME: &str = "local.yml";
/// What the municipality's copy of KL's workbook says otherwise; made by the program.
pub const KL_NAME: &str = "kl.yml";
/// Activities that people added as rows of a workbook; made by the program.
pub const WORKBOOK_NAME: &str = "workbook.yml";
/// The KLE lists.
const TOPICS: &str = "kle-topics.csv";
const GROUPS: &str = "kle-groups.csv";

/// Every file of a catalogue that the program reads, by its name.
#[derive(Debug, Clone)]
pub struct CatalogueFiles {
    files: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    topics: Cow<'static, str>,
    groups: Cow<'static, str>,
    lock: Option<Cow<'static, str>>,
}

/// Whether a folder holds a whole catalogue rather than what a municipality adds to one.
#[must_use]
pub fn is_catalogue(folder: &Path) -> bool {
    SINGLE.iter().any(|name| exists(&folder.join(name)))
}

impl CatalogueFiles {
    /// The files inside the binary.
    pub(super) fn embedded(
        files: &[(&'static str, &'static str)],
        [topics, groups, lock]: [&'static str; 3],
    ) -> Self {
        let files = files.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect();
        Self { files, topics: topics.into(), groups: groups.into(), lock: Some(lock.into()) }
    }

    /// The files of a folder laid out as the shipped catalogue is. A file that is missing is
    /// reported by [`CatalogueFiles::parse`]; the KLE lists and the lock may be missing.
    ///
    /// # Errors
    /// A file or folder cannot be read.
    pub fn in_folder(folder: &Path) -> Result<Self, FileError> {
        let mut files = Vec::new();
        let mut take = |name: String| {
            let path = folder.join(&name);
            if exists(&path) {
                files.push((Cow::Owned(name), Cow::Owned(read_text(&path)?)));
            }
            Ok::<_, FileError>(())
        };
        for name in SINGLE {
            take(name.to_owned())?;
        }
        for name in entries_of(&folder.join(names::ACTIVITIES), ".yml")? {
            take(format!("{}{name}", names::ACTIVITIES))?;
        }
        let optional = |name: &str| {
            let path = folder.join(name);
            if exists(&path) { read_text(&path).map(Some) } else { Ok(None) }
        };
        Ok(Self {
            files,
            topics: optional(TOPICS)?.unwrap_or_default().into(),
            groups: optional(GROUPS)?.unwrap_or_default().into(),
            lock: optional(LOCK_NAME)?.map(Cow::Owned),
        })
    }

    /// The catalogue.
    ///
    /// # Errors
    /// Every finding in every file.
    pub fn parse(&self) -> Result<Catalogue, Findings> {
        self.parse_with_warnings().map(|(catalogue, _)| catalogue)
    }

    /// The catalogue, and what is to be said about a whole one: `CAT011`.
    ///
    /// # Errors
    /// Every finding in every file.
    pub fn parse_with_warnings(&self) -> Result<(Catalogue, Findings), Findings> {
        let files: Vec<(&str, &str)> =
            self.files.iter().map(|(name, text)| (name.as_ref(), text.as_ref())).collect();
        let short: String = self.hash(false).chars().take(16).collect();
        parse_catalogue(&files, format!("sha256:{short}"))
    }

    /// Every line of the topic mapping, also where a topic stands twice.
    #[must_use]
    pub fn kle_topics(&self) -> Vec<(String, ActivityId)> {
        parse_topics(&self.topics)
    }

    /// KLE groups with their titles.
    #[must_use]
    pub fn kle_groups(&self) -> Vec<KleGroup> {
        parse_groups(&self.groups)
    }

    /// Digest of every file that the catalogue is read from, the KLE lists included, for the lock.
    /// Methods, municipalities and the supervision model have their own versions.
    #[must_use]
    pub fn digest(&self) -> String {
        format!("sha256:{}", self.hash(true))
    }

    /// The lock; `None` where the catalogue has none yet.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn lock(&self) -> Option<Result<CatalogueLock, Findings>> {
        self.lock.as_deref().map(parse_lock)
    }

    fn hash(&self, with_lists: bool) -> String {
        let mut hash = Sha256::new();
        let mut add = |name: &str, text: &str| {
            hash.update(name.as_bytes());
            hash.update([0]);
            // Git may hand out the same file with other line ends.
            if text.contains('\r') {
                hash.update(text.replace("\r\n", "\n").as_bytes());
            } else {
                hash.update(text.as_bytes());
            }
            hash.update([0]);
        };
        for (name, text) in &self.files {
            add(name, text);
        }
        if with_lists {
            add(TOPICS, &self.topics);
            add(GROUPS, &self.groups);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn parse_lock(text: &str) -> Result<CatalogueLock, Findings> {
    let read = |reader: &Reader<'_>, node: &_| {
        let map = reader.map(node)?;
        let (version, digest) = (map.text("version"), map.text("digest"));
        let ids: BTreeSet<String> = map.texts("ids").into_iter().collect();
        map.finish();
        Some(CatalogueLock { version: version?, digest: digest?, ids })
    };
    Reader::run(LOCK_NAME, text, read).map(|(lock, _, _)| lock)
}

/// The lock as a file.
#[must_use]
pub fn format_lock(lock: &CatalogueLock) -> String {
    let mut text = String::from(
        "# Laves af: risiko catalog lock. Holder fast, hvad denne version af kataloget indeholder,\n\
         # og hvilke numre der nogensinde har været brugt. Rettes ikke i hånden.\n",
    );
    text.push_str(&format!("version: \"{}\"\ndigest: {}\nids:\n", lock.version, lock.digest));
    for id in &lock.ids {
        text.push_str(&format!("  - \"{id}\"\n"));
    }
    text
}
