//! The journal: what was changed in an assessment, when, by whom and how.

use std::collections::BTreeMap;

use super::keyed::keyed;
use super::{ActivityId, ThreatId};

/// A moment in time, to the second, without a time zone.
pub use jiff::Timestamp;

/// What led to a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The assessment was made.
    Init,
    /// The journal begins for an assessment that was there already.
    Begin,
    /// A new file of the journal begins, since the one before had become large.
    Continue,
    /// `assess`, with flags or a batch file.
    Assess,
    /// `import`, of a workbook, a table or another form.
    Import,
    /// `merge`, of several filled-in copies.
    Merge,
    /// `upgrade`, to another version of the catalogue.
    Upgrade,
    /// `approve`: somebody accepted a risk.
    Approve,
    /// Earlier changes were taken back.
    Undo,
    /// Changes that had been taken back were made again.
    Redo,
    /// The file was changed outside the program.
    Outside,
}

keyed!(Occasion {
    "init" => Init,
    "begin" => Begin,
    "continue" => Continue,
    "assess" => Assess,
    "import" => Import,
    "merge" => Merge,
    "upgrade" => Upgrade,
    "approve" => Approve,
    "undo" => Undo,
    "redo" => Redo,
    "outside" => Outside,
});

/// Where in an assessment a value stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldPath {
    /// Activity; missing for what stands above the activities.
    pub activity: Option<ActivityId>,
    /// Threat, where the value is one of a threat.
    pub threat: Option<ThreatId>,
    /// Keys from there on as in the file, outermost first: `residual`, `likelihood`.
    pub keys: Vec<String>,
}

impl FieldPath {
    /// Whether it only says that an activity or a threat has an answer.
    #[must_use]
    pub fn is_presence(&self) -> bool {
        self.activity.is_some() && self.keys == ["id"]
    }
}

/// A value of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// A text, number, date or word of a scale, as its text.
    Text(String),
    /// A list as JSON, which is changed as a whole: measures, actions, systems, own sheets.
    List(String),
}

/// Every value of an assessment by its place. What is not known is not in it.
pub type RecordedState = BTreeMap<FieldPath, Recorded>;

/// A value that became another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedChange {
    /// Where it stands.
    pub path: FieldPath,
    /// What stood there; missing is nothing.
    pub old: Option<Recorded>,
    /// What stands there now; missing is nothing.
    pub new: Option<Recorded>,
    /// Where it was read: file, sheet and cell, or line; missing where it was typed.
    pub source: Option<String>,
}

/// A field about which two sides said different things, and what was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedDecision {
    /// Activity.
    pub activity: ActivityId,
    /// Threat, where the field is one of a threat.
    pub threat: Option<ThreatId>,
    /// Key of the field in the tables, such as `residual-likelihood`.
    pub field: String,
    /// What each side said, and where; empty is blank.
    pub said: [RecordedSaying; 2],
    /// Which of the two was taken, counted from 0; missing where both were set aside.
    pub taken: Option<usize>,
}

/// What one side said about a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedSaying {
    /// File, and cell where there is one.
    pub place: String,
    /// The value as a person reads it; empty is blank.
    pub value: String,
}

/// What is about to be written to the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalNote {
    /// When.
    pub at: Timestamp,
    /// By whom, as the computer knows them; empty where it does not.
    pub by: String,
    /// What led to it.
    pub occasion: Occasion,
    /// Numbers of the entries that are taken back or made again, in that order.
    pub about: Vec<u64>,
    /// What became different.
    pub changes: Vec<RecordedChange>,
    /// What was decided between several answers.
    pub decisions: Vec<RecordedDecision>,
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Number in the journal, from 1 without gaps.
    pub number: u64,
    /// What it says.
    pub note: JournalNote,
    /// The whole assessment, where the entry begins a file of the journal.
    pub state: Option<RecordedState>,
    /// Digest of the assessment before it; empty where there was none.
    pub before: String,
    /// Digest of the assessment after it.
    pub after: String,
}
