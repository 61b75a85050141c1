//! Who is right, field by field: the list of conflicts as a CSV file that people fill in.
//!
//! The program writes the list with the last column blank; filled in, it settles the same import.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::csv_text::{Columns, written};
use super::import::ConflictingField;
use crate::finding::{Fact, Findings, Location, nearest};
use crate::text::Lang;
use crate::text::decisions::{COLUMNS, FILE, WORKBOOK};

/// Who is right about a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What stands there now, in the file or from a workbook that was read earlier.
    File,
    /// The workbook.
    Workbook,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decision {
    activity: String,
    threat: String,
    field: String,
    /// Workbook as the user named it.
    file: String,
    /// What stood there when the list was written.
    pub(super) now: String,
    /// What the workbook said then.
    pub(super) workbook: String,
    /// Missing: nobody has decided.
    pub(super) side: Option<Side>,
    /// The row.
    pub(super) place: Location,
}

/// A list that was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    list: Vec<Decision>,
}

/// Positions of columns among [`COLUMNS`].
mod place {
    pub(super) const ACTIVITY: usize = 0;
    pub(super) const THREAT: usize = 1;
    pub(super) const FIELD: usize = 2;
    pub(super) const NOW: usize = 4;
    pub(super) const WORKBOOK: usize = 6;
    pub(super) const FILE: usize = 7;
    pub(super) const SIDE: usize = 9;
    /// Those without which a row says nothing.
    pub(super) const NEEDED: [usize; 7] = [ACTIVITY, THREAT, FIELD, NOW, WORKBOOK, FILE, SIDE];
}

impl Decisions {
    /// The list of conflicts to fill in, as a CSV file.
    #[must_use]
    pub fn template(conflicts: &[ConflictingField], lang: Lang) -> String {
        let header = COLUMNS.iter().map(|column| Cow::Borrowed(column.pick(lang))).collect();
        let rows = conflicts.iter().map(|conflict| {
            let threat = conflict.threat.as_ref().map_or("", |threat| threat.as_str());
            let (file, cell) = conflict.file_and_cell();
            vec![
                Cow::Borrowed(conflict.activity.as_str()),
                Cow::Borrowed(threat),
                Cow::Owned(conflict.field.header(lang)),
                Cow::Borrowed(conflict.before.as_str()),
                Cow::Borrowed(conflict.now.as_str()),
                Cow::Owned(conflict.held_in()),
                Cow::Borrowed(conflict.workbook.as_str()),
                Cow::Owned(file),
                Cow::Owned(cell),
                Cow::Borrowed(""),
            ]
        });
        written(std::iter::once(header).chain(rows))
    }

    /// Reads a list that was filled in; columns are found by their header in either language.
    ///
    /// # Errors
    /// Every finding in the file, with its cell: `IMP004`, `IMP016`, `IMP018`, `IMP019`, `ARG012`.
    pub fn read(file: &str, text: &str) -> Result<Self, Findings> {
        let mut findings = Findings::new();
        let mut list = Vec::new();
        let columns = Columns { all: &COLUMNS, needed: &place::NEEDED };
        columns.read((file, text), &mut findings, |record, findings| {
            let side = side(record.text(place::SIDE)).unwrap_or_else(|fact| {
                findings.push(record.cell(place::SIDE), fact);
                None
            });
            let text = |column: usize| record.text(column).to_owned();
            list.push(Decision {
                activity: text(place::ACTIVITY),
                threat: text(place::THREAT),
                field: text(place::FIELD),
                file: text(place::FILE),
                now: text(place::NOW),
                workbook: text(place::WORKBOOK),
                side,
                place: record.cell(place::SIDE),
            });
        });
        if findings.has_errors() { Err(findings) } else { Ok(Self { list }) }
    }

    /// What somebody wrote about a conflict, with its position in the list.
    pub(super) fn about(&self, conflict: &ConflictingField) -> Option<(usize, &Decision)> {
        let threat = conflict.threat.as_ref().map_or("", |threat| threat.as_str());
        let (file, _) = conflict.file_and_cell();
        let headers = [Lang::Da, Lang::En].map(|lang| conflict.field.header(lang));
        self.list.iter().enumerate().find(|(_, decision)| {
            // Excel makes the number 7 of "07".
            let activity = format!("{:0>2}", decision.activity);
            decision.file == file
                && [decision.activity.as_str(), &activity].contains(&conflict.activity.as_str())
                && decision.threat == threat
                && headers.contains(&decision.field)
        })
    }

    /// Decisions about what is no conflict (any more). Findings: `IMP024`.
    pub(super) fn unused(&self, used: &BTreeSet<usize>) -> Findings {
        let mut findings = Findings::new();
        for (number, decision) in self.list.iter().enumerate() {
            if decision.side.is_some() && !used.contains(&number) {
                let row = format!("{} {}", decision.activity, decision.threat).trim().to_owned();
                let (field, workbook) = (decision.field.clone(), decision.file.clone());
                let fact = Fact::DecisionUnused { row, field, workbook };
                findings.push(decision.place.clone(), fact);
            }
        }
        findings
    }
}

/// Who is right; `None` where the field is blank.
fn side(text: &str) -> Result<Option<Side>, Fact> {
    let word = text.to_lowercase();
    if word.is_empty() {
        return Ok(None);
    }
    for (phrase, side) in [(FILE, Side::File), (WORKBOOK, Side::Workbook)] {
        if [phrase.da, phrase.en].contains(&word.as_str()) {
            return Ok(Some(side));
        }
    }
    let allowed = [FILE.da, WORKBOOK.da, FILE.en, WORKBOOK.en];
    Err(Fact::ValueArgument {
        found: text.to_owned(),
        allowed: allowed.map(str::to_owned).into(),
        nearest: nearest(text, allowed).map(str::to_owned),
    })
}
