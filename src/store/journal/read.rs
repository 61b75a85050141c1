//! The whole journal, with what is wrong with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::super::files::{self, FileError};
use super::line::{self, Link};
use super::{END, journal_path, recorded_changes, recorded_state};
use crate::domain::{Assessment, JournalEnd, JournalEntry, RecordedChange, RecordedState};
use crate::finding::{ChainFault, Fact, Findings, Location, Place, SignedJournalFault};

/// How much of a line is shown: the whole may be megabytes.
const SHOWN: usize = 60;

/// A journal as it was read.
#[derive(Debug)]
pub struct JournalRead {
    /// File that is written now.
    pub path: PathBuf,
    /// Every entry that could be read, as the lines stand.
    pub entries: Vec<JournalEntry>,
    /// `JRN001`–`JRN004`: what is wrong with it.
    pub findings: Findings,
    /// The last entry that holds a whole assessment, where all entries from it on are in order.
    sound_from: Option<usize>,
    /// The link of each entry, and whether it is as it was written and follows from the one before.
    links: Vec<(Link, bool)>,
}

/// Reads the journal of an assessment, all files of it. `None` where there is none.
///
/// # Errors
/// A file of it cannot be read.
pub fn read_journal(assessment: &Path) -> Result<Option<JournalRead>, FileError> {
    let path = journal_path(assessment);
    let mut files = parts(&path)?;
    if files::exists(&path) {
        files.push(path.clone());
    }
    if files.is_empty() {
        return Ok(None);
    }
    let mut chain = Chain::default();
    for file in &files {
        chain.take(file, &lossy(file)?);
    }
    let Chain { entries, found, sound_from, links } = chain;
    let mut findings = Findings::new();
    let order = Order::of(&entries);
    for (place, fact) in found {
        let fact = match fact {
            Fact::JournalBroken { fault } => {
                order.settled(fault).map(|fault| Fact::JournalBroken { fault })
            }
            other => Some(other),
        };
        if let Some(fact) = fact {
            findings.push(place, fact);
        }
    }
    Ok(Some(JournalRead { path, entries, findings, sound_from, links }))
}

impl JournalRead {
    /// The assessment as the journal says that it is. `None` where no entry holds a whole one, or
    /// where something is wrong with the entries behind it.
    #[must_use]
    pub fn state_at_end(&self) -> Option<RecordedState> {
        let start = self.sound_from?;
        let (first, rest) = self.entries.get(start..)?.split_first()?;
        let mut state = first.state.clone()?;
        for change in rest.iter().flat_map(|entry| &entry.note.changes) {
            match &change.new {
                Some(new) => state.insert(change.path.clone(), new.clone()),
                None => state.remove(&change.path),
            };
        }
        Some(state)
    }

    /// What is different in an assessment from what the journal says. `None` where it cannot say, as
    /// for [`Self::state_at_end`].
    #[must_use]
    pub fn changes_to(&self, assessment: &Assessment) -> Option<Vec<RecordedChange>> {
        let state = self.state_at_end()?;
        Some(recorded_changes(&state, &recorded_state(assessment)))
    }

    /// How the journal differs from the one that once ended with an entry; nothing where it is that one, with
    /// or without entries behind it.
    #[must_use]
    pub fn differs_from(&self, end: &JournalEnd) -> Option<SignedJournalFault> {
        let Some(at) = self.links.iter().position(|(link, _)| link.number == end.number) else {
            let goes_on = self.links.iter().any(|(link, _)| link.number > end.number);
            return Some(match goes_on {
                true => SignedJournalFault::Broken,
                false => SignedJournalFault::Shorter,
            });
        };
        let (upto, _) = self.links.split_at_checked(at + 1)?;
        let is_that_entry = upto.last().is_some_and(|(link, _)| link.hash == end.hash);
        match (is_that_entry, upto.iter().all(|(_, is_sound)| *is_sound)) {
            (true, true) => None,
            (true, false) => Some(SignedJournalFault::Broken),
            (false, _) => Some(SignedJournalFault::Differs),
        }
    }
}

#[derive(Default)]
struct Chain {
    entries: Vec<JournalEntry>,
    /// As it is found; what is missing may come later.
    found: Vec<(Location, Fact)>,
    sound_from: Option<usize>,
    links: Vec<(Link, bool)>,
}

impl Chain {
    fn take(&mut self, file: &Path, text: &str) {
        for (index, line) in text.split_inclusive('\n').enumerate() {
            let place = || {
                let source_line: String = line.trim_end().chars().take(SHOWN).collect();
                let file = file.display().to_string();
                Location::Text(Place { file, line: index + 1, column: 1, source_line })
            };
            if !line.ends_with('\n') {
                self.found.push((place(), Fact::JournalCutShort {}));
                continue;
            }
            let Some((entry, link, is_intact)) = line::read(line) else {
                self.found.push((place(), Fact::JournalUnreadable {}));
                self.sound_from = None;
                continue;
            };
            if !is_intact {
                self.found.push((place(), Fact::JournalLineChanged { number: entry.number }));
            }
            let fault = self.fault(&link);
            if let Some(fault) = fault {
                self.found.push((place(), Fact::JournalBroken { fault }));
            }
            // What came before an entry that holds everything does not matter to it.
            if is_intact && entry.state.is_some() {
                self.sound_from = Some(self.entries.len());
            } else if !is_intact || fault.is_some() {
                self.sound_from = None;
            }
            self.links.push((link, is_intact && fault.is_none()));
            self.entries.push(entry);
        }
    }

    /// What is wrong with the place of an entry behind the one before.
    fn fault(&self, link: &Link) -> Option<ChainFault> {
        let (expected, hash) = match self.links.last() {
            Some((last, _)) => (last.number.saturating_add(1), last.hash.as_str()),
            None => (1, ""),
        };
        let number = link.number;
        if number > expected {
            Some(ChainFault::Missing { first: expected, last: number - 1 })
        } else if number < expected {
            Some(ChainFault::OutOfOrder { number })
        } else {
            (link.previous != hash).then_some(ChainFault::Replaced { number })
        }
    }
}

/// At which place each number of a journal stands first.
struct Order(BTreeMap<u64, usize>);

impl Order {
    fn of(entries: &[JournalEntry]) -> Self {
        let mut places = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            places.entry(entry.number).or_insert(place);
        }
        Self(places)
    }

    /// A fault in the light of the whole journal: what stands elsewhere in it is not missing, but in the wrong place.
    fn settled(&self, fault: ChainFault) -> Option<ChainFault> {
        let ChainFault::Missing { first, last } = fault else { return Some(fault) };
        let is_there = |number: &u64| self.0.contains_key(number);
        let behind = last.saturating_add(1);
        match (
            (first..=last).find(|number| !is_there(number)),
            (first..=last).rev().find(|number| !is_there(number)),
        ) {
            (Some(first), Some(last)) => Some(ChainFault::Missing { first, last }),
            // The one before it comes later: it stands too early. Else only that one was moved.
            _ => (self.0.get(&last) > self.0.get(&behind))
                .then_some(ChainFault::OutOfOrder { number: behind }),
        }
    }
}

/// The earlier files of a journal, oldest first.
pub(super) fn parts(path: &Path) -> Result<Vec<PathBuf>, FileError> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    let stem = format!("{}.", stem(path));
    let is_part = |name: &String| {
        let number = name.strip_prefix(&stem).and_then(|rest| rest.strip_suffix(END));
        number.is_some_and(|number| {
            number.len() >= DIGITS && number.chars().all(|digit| digit.is_ascii_digit())
        })
    };
    let names = files::entries_of(folder, END)?.into_iter().filter(is_part);
    Ok(names.map(|name| path.with_file_name(name)).collect())
}

/// Least digits in the name of an earlier file, so that names sort as numbers.
const DIGITS: usize = 8;

/// Where the file goes whose last entry has this number: `skovby-2026.risiko.00000412.log`.
pub(super) fn part_path(path: &Path, last: u64) -> PathBuf {
    path.with_file_name(format!("{}.{last:0DIGITS$}{END}", stem(path)))
}

fn stem(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    name.strip_suffix(END).map(str::to_owned).unwrap_or(name)
}

/// The text of a file; bytes that are none make their line unreadable, not the journal.
pub(super) fn lossy(path: &Path) -> Result<String, FileError> {
    Ok(String::from_utf8_lossy(&files::read_bytes(path)?).into_owned())
}
