//! The journal beside an assessment: `skovby-2026.risiko.log`, a line per change, chained by hashes.
//!
//! A line is written and on the disk before the assessment is, and a mark (`….pending`) stands in
//! between: after a crash at any point the assessment is either as the last line says it was before,
//! and the line is made good, or as the line says it became. Only the end of the file is read in order
//! to append; everything is read to tell the history. What cannot be read never stops anybody from
//! working: it is a finding.

mod line;
mod read;
mod state;

pub use read::{JournalRead, read_journal};
pub use state::{assessment_text, recorded_changes, recorded_state};

use std::io;
use std::path::{Path, PathBuf};

use super::files::{self, FileError};
use super::save::{assessment_json, format_assessment};
use crate::domain::{Assessment, JournalEnd, JournalEntry, JournalNote, Occasion};
use line::{Frame, Link};

/// From which size on a new file of the journal begins: it is read whole, and the reader of files
/// takes 20 MB at most, of which a single entry may fill several.
const LARGEST: u64 = 4 * 1024 * 1024;
/// Ends of names.
const ASSESSMENT_END: &str = ".yml";
const END: &str = ".log";

/// Digest of everything that an assessment says; comments and line breaks of its file do not count.
///
/// # Errors
/// As [`format_assessment`].
pub fn assessment_digest(assessment: &Assessment) -> Result<String, serde_saphyr::SerializeError> {
    Ok(files::digest_of(format_assessment(assessment)?.as_bytes()))
}

/// How the assessment stands to the end of its journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// There is no journal yet.
    NoJournal,
    /// It is as the last entry left it.
    Same,
    /// It is as before the last entry, which was accepted but not carried out: the program was
    /// interrupted in between.
    Unfinished(Box<JournalEntry>),
    /// It was changed otherwise.
    Changed,
}

/// The journal of an assessment, opened at its end in order to append. Whoever opens it holds the
/// lock of the assessment.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    /// Stands while an entry is written and not yet carried out.
    mark: PathBuf,
    /// Length up to the last whole line; what stands behind it was cut short by a crash.
    length: u64,
    /// Length that stands in any case: up to what was appended last.
    kept: u64,
    last: Option<(JournalEntry, Link)>,
}

impl Journal {
    /// Opens the journal of an assessment; there need be none.
    ///
    /// # Errors
    /// There is one, and it cannot be read.
    pub fn open(assessment: &Path) -> Result<Self, FileError> {
        let path = journal_path(assessment);
        let mut bytes = match files::exists(&path) {
            true => files::read_bytes(&path)?,
            false => Vec::new(),
        };
        bytes.truncate(bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1));
        let length = files::length(bytes.len());
        let mut last = last_entry(&String::from_utf8_lossy(&bytes));
        if last.is_none()
            && let Some(part) = read::parts(&path)?.last()
        {
            last = last_entry(&read::lossy(part)?);
        }
        Ok(Self { mark: mark_path(assessment), path, length, kept: length, last })
    }

    /// The last entry; missing where there is none.
    #[must_use]
    pub fn end(&self) -> Option<JournalEnd> {
        let (_, link) = self.last.as_ref()?;
        Some(JournalEnd { number: link.number, hash: link.hash.clone() })
    }

    /// How an assessment with this digest stands to the end of the journal.
    #[must_use]
    pub fn standing(&self, digest: &str) -> Standing {
        match &self.last {
            None => Standing::NoJournal,
            Some((entry, _)) if entry.after == digest => Standing::Same,
            // Without the mark somebody has put the version before back, as git does.
            Some((entry, _)) if entry.before == digest && files::exists(&self.mark) => {
                Standing::Unfinished(Box::new(entry.clone()))
            }
            Some(_) => Standing::Changed,
        }
    }

    /// Appends entries in one step that is on the disk when this returns.
    ///
    /// `standing` is the assessment as the last entry left it, where it does stand so: with it a
    /// journal that has become large goes on in a new file.
    ///
    /// # Errors
    /// The file cannot be written; it is then as before.
    pub fn append(
        &mut self,
        steps: &[Step<'_>],
        standing: Option<&Assessment>,
    ) -> Result<(), FileError> {
        if steps.is_empty() {
            return Ok(());
        }
        files::mark(&self.mark)?;
        if self.length > LARGEST
            && let (Some(first), Some(after), Some((_, link))) =
                (steps.first(), standing, &self.last)
        {
            files::rename(&self.path, &read::part_path(&self.path, link.number))?;
            self.length = 0;
            let note = JournalNote {
                occasion: Occasion::Continue,
                about: Vec::new(),
                changes: Vec::new(),
                decisions: Vec::new(),
                ..first.note.clone()
            };
            self.write(&[Step { note: &note, after }])?;
        }
        self.kept = self.length;
        self.write(steps)
    }

    fn write(&mut self, steps: &[Step<'_>]) -> Result<(), FileError> {
        let (mut text, mut last) = (String::new(), self.last.clone());
        for step in steps {
            let is_first = self.length == 0 && text.is_empty();
            let (line, entry) = self.line(step, last.as_ref(), is_first)?;
            text.push_str(&line);
            last = Some(entry);
        }
        files::append(&self.path, text.as_bytes(), self.length, self.length == 0)?;
        self.length += files::length(text.len());
        self.last = last;
        Ok(())
    }

    /// The line of an entry behind the last one, and the entry.
    fn line(
        &self,
        step: &Step<'_>,
        last: Option<&(JournalEntry, Link)>,
        is_first: bool,
    ) -> Result<(String, (JournalEntry, Link)), FileError> {
        let refused = |source| FileError::Write { path: self.path.clone(), source };
        let after = assessment_digest(step.after).map_err(io::Error::other).map_err(refused)?;
        let state = match is_first || step.begins() {
            true => Some(assessment_json(step.after).map_err(|error| refused(error.into()))?),
            false => None,
        };
        let (number, previous, before) = match last {
            Some((entry, link)) => {
                (link.number.saturating_add(1), link.hash.clone(), entry.after.clone())
            }
            None => (1, String::new(), String::new()),
        };
        let frame = Frame { number, previous: &previous, state, before: &before, after: &after };
        let written = line::written(step.note, frame);
        let (line, hash) = written.map_err(|error| refused(error.into()))?;
        let note = step.note.clone();
        let entry = JournalEntry { number, note, state: None, before, after };
        Ok((line, (entry, Link { number, previous, hash })))
    }

    /// Takes out what was appended last, since the assessment could not be written. A new file that
    /// the journal went on in stays. Where that fails, too, the entries are made good later, as after
    /// a crash.
    pub fn cut_back(&self) {
        if files::append(&self.path, &[], self.kept, false).is_ok() {
            self.carried_out();
            if self.kept == 0 {
                // There was none before.
                files::unmark(&self.path);
            }
        }
    }

    /// The assessment is as the last entry says.
    pub fn carried_out(&self) {
        files::unmark(&self.mark);
    }
}

/// An entry to be appended.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// What it says.
    pub note: &'a JournalNote,
    /// The assessment after it.
    pub after: &'a Assessment,
}

impl Step<'_> {
    /// Whether the entry holds the whole assessment.
    fn begins(&self) -> bool {
        matches!(self.note.occasion, Occasion::Init | Occasion::Begin | Occasion::Continue)
    }
}

/// The journal of an assessment: `skovby-2026.risiko.log` beside `skovby-2026.risiko.yml`. Behind a
/// symbolic link it stands beside the file itself.
#[must_use]
pub fn journal_path(assessment: &Path) -> PathBuf {
    let assessment = files::real(assessment);
    let name = assessment.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let stem = name.strip_suffix(ASSESSMENT_END).unwrap_or(&name);
    assessment.with_file_name(format!("{stem}{END}"))
}

/// `.skovby-2026.risiko.yml.pending` beside the assessment.
fn mark_path(assessment: &Path) -> PathBuf {
    let assessment = files::real(assessment);
    let name = assessment.file_name().map(|name| name.to_string_lossy().into_owned());
    assessment.with_file_name(format!(".{}.pending", name.unwrap_or_default()))
}

/// The last line that is an entry.
fn last_entry(text: &str) -> Option<(JournalEntry, Link)> {
    let entries = text.lines().rev().filter_map(line::read);
    entries.map(|(entry, link, _)| (entry, link)).next()
}
