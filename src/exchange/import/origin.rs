//! What stands in a cell of a row, against what stood there when the workbook was written.

use std::borrow::Cow;

use super::super::entry::Entry;

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

/// Whether a cell still holds what stood there when the workbook was written; blank is empty.
pub(super) fn is_untouched(baseline: &str, workbook: Option<&Entry>) -> bool {
    // Most input cells are blank, and comparing two empty texts byte by byte is slow on some machines.
    workbook.map_or(baseline.is_empty(), |entry| entry.key() == baseline)
}

fn key(entry: Option<&Entry>) -> Cow<'_, str> {
    entry.map(Entry::key).unwrap_or_default()
}

/// Compares what a workbook holds with its baseline and with the file.
pub(super) fn judge(baseline: &str, workbook: Option<&Entry>, file: Option<&Entry>) -> Verdict {
    let file = key(file);
    if is_untouched(baseline, workbook) || key(workbook) == file {
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
