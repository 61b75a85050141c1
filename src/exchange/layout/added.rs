//! Columns that people added to a form: they come back out, after those that the program knows.

use std::collections::BTreeSet;

use super::{Column, Form, Role, all_pairs, columns};
use crate::domain::Assessment;
use crate::exchange::entry::{clean, fold, one_line};
use crate::text::Lang;

/// The longest header that is written, with room for what tells it apart. Excel's tables take 255.
const MOST_HEADER_CHARS: usize = 120;

/// A column that people added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange) struct Added {
    /// Key in the assessment: the header as somebody wrote it.
    pub(in crate::exchange) key: String,
    /// Header in a workbook: the key on one line, told apart from every other header.
    pub(in crate::exchange) header: String,
}

/// The added columns of a form with these keys, in their order. A header that another column can
/// have, which no table may have twice, says that it is an added one.
pub(in crate::exchange) fn added(
    form: Form,
    keys: impl IntoIterator<Item = String>,
    lang: Lang,
) -> Vec<Added> {
    let pairs: Vec<_> = all_pairs().collect();
    let known = columns(form, &pairs, &pairs);
    let mut taken: BTreeSet<String> =
        known.iter().flat_map(|column| &column.headers).map(|header| fold(header)).collect();
    let column = |key: String| {
        let mut header: String = one_line(&clean(&key)).chars().take(MOST_HEADER_CHARS).collect();
        while header.is_empty() || !taken.insert(fold(&header)) {
            header = format!("{header} {}", lang.pick("(egen)", "(own)")).trim().to_owned();
        }
        Added { key, header }
    };
    keys.into_iter().map(column).collect()
}

/// The added columns that an assessment has answers in, sorted.
pub(in crate::exchange) fn added_by(form: Form, assessment: &Assessment, lang: Lang) -> Vec<Added> {
    let answers = || assessment.activities.values();
    let keys: BTreeSet<&String> = match form {
        Form::Activities => answers().flat_map(|answer| answer.extra.keys()).collect(),
        Form::Threats => answers()
            .flat_map(|answer| answer.threats.values())
            .flat_map(|threat| threat.extra.keys())
            .collect(),
        Form::Actions => answers()
            .flat_map(|answer| {
                let threats = answer.threats.values().map(|threat| &threat.risk);
                std::iter::once(&answer.direct).chain(threats)
            })
            .flat_map(|risk| &risk.actions)
            .flat_map(|action| action.extra.keys())
            .collect(),
    };
    added(form, keys.into_iter().cloned(), lang)
}

/// Puts the added columns before the hidden ones.
pub(in crate::exchange) fn insert_added(added: &[Added], columns: &mut Vec<Column>) {
    let hidden = |column: &Column| matches!(column.role, Role::Helper(_));
    let at = columns.iter().position(hidden).unwrap_or(columns.len());
    let numbered = (0u16..).zip(added);
    columns.splice(at..at, numbered.map(|(place, added)| Column::extra(place, &added.header)));
}
