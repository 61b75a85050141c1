//! An entry of the journal as a line of text, chained to the one before by a hash.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::state::{json_of, state_of, value_of};
use crate::domain::{
    ActivityId, FieldPath, JournalEntry, JournalNote, Occasion, RecordedChange, RecordedDecision,
    RecordedSaying, ThreatId,
};

/// What stands between the content of a line and its hash; the hash is taken over the content.
const HASH_KEY: &str = ",\"hash\":\"";
const LINE_END: &str = "\"}";

#[derive(Serialize, Deserialize)]
struct Line {
    n: u64,
    at: String,
    #[serde(default)]
    by: String,
    command: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    about: Vec<u64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    changes: Vec<Change>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<Decision>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<Value>,
    before: String,
    after: String,
    previous: String,
}

#[derive(Serialize, Deserialize)]
struct Change {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    activity: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    threat: Option<String>,
    field: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    old: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    new: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Decision {
    activity: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    threat: Option<String>,
    field: String,
    said: [Saying; 2],
    #[serde(default, skip_serializing_if = "Option::is_none")]
    taken: Option<usize>,
}

#[derive(Serialize, Deserialize)]
struct Saying {
    place: String,
    value: String,
}

/// Where an entry stands in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// Number of the entry.
    pub(super) number: u64,
    /// Hash of the entry before; empty for the first.
    pub(super) previous: String,
    /// Its own, as it stands in the line.
    pub(super) hash: String,
}

/// What an entry to be written adds to its note.
pub(super) struct Frame<'a> {
    pub(super) number: u64,
    pub(super) previous: &'a str,
    /// The whole assessment, where a file of the journal begins.
    pub(super) state: Option<Value>,
    pub(super) before: &'a str,
    pub(super) after: &'a str,
}

/// The line of an entry with its line break, and its hash.
///
/// # Errors
/// The JSON writer refuses a value; with our shapes this does not happen.
pub(super) fn written(
    note: &JournalNote,
    frame: Frame<'_>,
) -> Result<(String, String), serde_json::Error> {
    let line = Line {
        n: frame.number,
        at: note.at.to_string(),
        by: note.by.clone(),
        command: note.occasion.key().to_owned(),
        about: note.about.clone(),
        changes: note.changes.iter().map(Change::from).collect(),
        decisions: note.decisions.iter().map(Decision::from).collect(),
        state: frame.state,
        before: frame.before.to_owned(),
        after: frame.after.to_owned(),
        previous: frame.previous.to_owned(),
    };
    let content = serde_json::to_string(&line)?;
    let hash = hash_of(&content);
    let open = content.strip_suffix('}').unwrap_or(&content);
    Ok((format!("{open}{HASH_KEY}{hash}{LINE_END}\n"), hash))
}

/// The entry that a line holds, where it stands in the chain, and whether the line is as it was
/// written. `None` for what is no entry.
pub(super) fn read(line: &str) -> Option<(JournalEntry, Link, bool)> {
    let (open, hash) = line.trim_end().strip_suffix(LINE_END)?.rsplit_once(HASH_KEY)?;
    let content = format!("{open}}}");
    let line: Line = serde_json::from_str(&content).ok()?;
    let occasion = Occasion::KEYS.iter().find(|(key, _)| *key == line.command)?.1;
    let changes: Option<Vec<_>> = line.changes.into_iter().map(Change::read).collect();
    let decisions: Option<Vec<_>> = line.decisions.into_iter().map(Decision::read).collect();
    let link = Link { number: line.n, previous: line.previous, hash: hash.to_owned() };
    let is_intact = hash_of(&content) == hash;
    let note = JournalNote {
        at: line.at.parse().ok()?,
        by: line.by,
        occasion,
        about: line.about,
        changes: changes?,
        decisions: decisions?,
    };
    let entry = JournalEntry {
        number: line.n,
        note,
        state: line.state.as_ref().map(state_of),
        before: line.before,
        after: line.after,
    };
    Some((entry, link, is_intact))
}

fn hash_of(content: &str) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl From<&RecordedChange> for Change {
    fn from(change: &RecordedChange) -> Self {
        Self {
            activity: change.path.activity.as_ref().map(ToString::to_string),
            threat: change.path.threat.as_ref().map(ToString::to_string),
            field: change.path.keys.clone(),
            old: change.old.as_ref().map(json_of),
            new: change.new.as_ref().map(json_of),
            from: change.source.clone(),
        }
    }
}

impl Change {
    fn read(self) -> Option<RecordedChange> {
        let value = |json: Option<Value>| match json {
            None => Some(None),
            Some(json) => value_of(&json).map(Some),
        };
        let path = FieldPath {
            activity: self.activity.map(|id| ActivityId::parse(&id)).transpose().ok()?,
            threat: self.threat.map(|id| ThreatId::parse(&id)).transpose().ok()?,
            keys: self.field,
        };
        let (old, new) = (value(self.old)?, value(self.new)?);
        Some(RecordedChange { path, old, new, source: self.from })
    }
}

impl From<&RecordedDecision> for Decision {
    fn from(decision: &RecordedDecision) -> Self {
        let saying =
            |said: &RecordedSaying| Saying { place: said.place.clone(), value: said.value.clone() };
        let [one, other] = &decision.said;
        Self {
            activity: decision.activity.to_string(),
            threat: decision.threat.as_ref().map(ToString::to_string),
            field: decision.field.clone(),
            said: [saying(one), saying(other)],
            taken: decision.taken,
        }
    }
}

impl Decision {
    fn read(self) -> Option<RecordedDecision> {
        let said = self.said.map(|said| RecordedSaying { place: said.place, value: said.value });
        Some(RecordedDecision {
            activity: ActivityId::parse(&self.activity).ok()?,
            threat: self.threat.map(|id| ThreatId::parse(&id)).transpose().ok()?,
            field: self.field,
            said,
            taken: self.taken,
        })
    }
}
