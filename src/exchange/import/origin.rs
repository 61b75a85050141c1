//! What stands in a cell of a row, against what stood there when the workbook was written.

use super::super::entry::{Entry, Words};
use super::super::field::Field;
use super::super::layout::Form;
use super::super::protocol::Baseline;
use crate::domain::{ActivityAnswer, ActivityId, ThreatId};

/// Three-way comparison of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The workbook did not change it, or both changed it to the same.
    Keep,
    /// Only the workbook changed it.
    Take,
    /// Both changed it, to different things.
    Conflict,
}

/// A field of one row.
pub(super) struct FieldOfRow<'a> {
    pub(super) form: Form,
    pub(super) activity: &'a ActivityId,
    pub(super) threat: Option<&'a ThreatId>,
    pub(super) field: Field,
}

impl FieldOfRow<'_> {
    /// What stood in the cell when the workbook was written; blank is empty.
    pub(super) fn baseline<'b>(&self, baseline: &'b Baseline) -> &'b str {
        let threat = self.threat.map_or("", ThreatId::as_str).to_owned();
        let key = (self.form, self.activity.to_string(), threat, self.field.key());
        baseline.get(&key).map_or("", String::as_str)
    }

    /// What the file holds now.
    pub(super) fn current(&self, answer: &ActivityAnswer, words: Words<'_>) -> Option<Entry> {
        self.field.read(answer, self.threat, words.lang)
    }
}

/// Compares what a workbook holds with its baseline and with the file.
pub(super) fn judge(baseline: &str, workbook: Option<&Entry>, file: Option<&Entry>) -> Verdict {
    let key =
        |entry: Option<&Entry>| entry.map(|entry| entry.key().into_owned()).unwrap_or_default();
    let (workbook, file) = (key(workbook), key(file));
    if workbook == baseline || workbook == file {
        Verdict::Keep
    } else if file == baseline {
        Verdict::Take
    } else {
        Verdict::Conflict
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Entry {
        Entry::Text(text.to_owned())
    }

    #[test]
    fn a_value_is_the_workbooks_only_where_it_differs_from_the_baseline() {
        let (a, b, c) = (text("a"), text("b"), text("c"));
        assert_eq!(judge("a", Some(&a), Some(&a)), Verdict::Keep);
        assert_eq!(judge("a", Some(&b), Some(&a)), Verdict::Take);
        assert_eq!(judge("a", Some(&a), Some(&b)), Verdict::Keep);
        assert_eq!(judge("a", Some(&b), Some(&b)), Verdict::Keep);
        assert_eq!(judge("a", Some(&b), Some(&c)), Verdict::Conflict);
        assert_eq!(judge("a", None, Some(&a)), Verdict::Take);
        assert_eq!(judge("", Some(&a), None), Verdict::Take);
        assert_eq!(judge("a", None, Some(&c)), Verdict::Conflict);
    }
}
