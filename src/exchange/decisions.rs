//! Who is right, field by field: the list of conflicts as a CSV file that people fill in.
//!
//! The program writes the list with the last column blank; filled in, it settles the same import.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::assessors::Assessors;
use super::csv_text::{Columns, written};
use super::import::ConflictingField;
use crate::finding::{Fact, Findings, Location, nearest};
use crate::text::Lang;
use crate::text::decisions::{ASSESSOR_COLUMNS, COLUMNS, FILE, WORKBOOK};
use crate::text::workbook::Phrase;

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
    /// Missing: nobody has decided, or [`Self::word`] says it.
    pub(super) side: Option<Side>,
    /// What people decided about answers that were given apart: a name, or what they agreed on.
    pub(super) word: String,
    /// Why they agreed on it.
    pub(super) reason: String,
    /// The row.
    pub(super) place: Location,
}

impl Decision {
    fn is_made(&self) -> bool {
        self.side.is_some() || !self.word.is_empty()
    }
}

/// A list that was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisions {
    list: Vec<Decision>,
    /// Whose answers they are about, where people answered apart from each other.
    pub(super) assessors: Assessors,
}

/// The columns of a list, and which of them says what.
struct Layout {
    columns: &'static [Phrase],
    /// Those without which a row says nothing.
    needed: &'static [usize],
    now: usize,
    incoming: usize,
    file: usize,
    decision: usize,
    /// Why: only people who have met give one.
    reason: Option<usize>,
}

/// These begin every list.
const ACTIVITY: usize = 0;
const THREAT: usize = 1;
const FIELD: usize = 2;

/// Conflicts with workbooks.
const OF_WORKBOOKS: Layout = Layout {
    columns: &COLUMNS,
    needed: &[ACTIVITY, THREAT, FIELD, 4, 6, 7, 9],
    now: 4,
    incoming: 6,
    file: 7,
    decision: 9,
    reason: None,
};

/// Answers that people gave apart from each other.
const OF_ASSESSORS: Layout = Layout {
    columns: &ASSESSOR_COLUMNS,
    needed: &[ACTIVITY, THREAT, FIELD, 4, 5, 6, 7],
    now: 4,
    incoming: 6,
    file: 5,
    decision: 7,
    reason: Some(8),
};

impl Decisions {
    /// No decisions yet about what these people answered.
    #[must_use]
    pub fn of(assessors: Assessors) -> Self {
        Self { list: Vec::new(), assessors }
    }

    fn layout(assessors: &Assessors) -> &'static Layout {
        if assessors.is_empty() { &OF_WORKBOOKS } else { &OF_ASSESSORS }
    }

    /// The list of conflicts to fill in, as a CSV file.
    #[must_use]
    pub fn template(assessors: &Assessors, conflicts: &[ConflictingField], lang: Lang) -> String {
        let columns = Self::layout(assessors).columns;
        let header = columns.iter().map(|column| Cow::Borrowed(column.pick(lang))).collect();
        let rows = conflicts.iter().map(|conflict| {
            let threat = conflict.threat.as_ref().map_or("", |threat| threat.as_str());
            let mut row = vec![
                Cow::Borrowed(conflict.activity.as_str()),
                Cow::Borrowed(threat),
                Cow::Owned(conflict.field.header(lang)),
            ];
            match assessors.is_empty() {
                true => row.extend(between_file_and_workbook(conflict)),
                false => row.extend(between_people(assessors, conflict)),
            }
            row
        });
        written(std::iter::once(header).chain(rows))
    }

    /// Reads a list that was filled in; columns are found by their header in either language.
    ///
    /// # Errors
    /// Every finding in the file, with its cell: `IMP004`, `IMP016`, `IMP018`, `IMP019`, `ARG012`.
    pub fn read(file: &str, text: &str) -> Result<Self, Findings> {
        Self::read_of(Assessors::default(), file, text)
    }

    /// As [`Self::read`], about what these people answered. What they decided is looked at where the
    /// conflict is: only the field knows what may stand in it.
    ///
    /// # Errors
    /// As [`Self::read`], without `ARG012`.
    pub fn read_of(assessors: Assessors, file: &str, text: &str) -> Result<Self, Findings> {
        let mut findings = Findings::new();
        let mut list = Vec::new();
        let layout = Self::layout(&assessors);
        let columns = Columns { all: layout.columns, needed: layout.needed };
        columns.read((file, text), &mut findings, |record, findings| {
            let text = |column: usize| record.text(column).to_owned();
            let place = record.cell(layout.decision);
            let word = text(layout.decision);
            let side = match assessors.is_empty() {
                true => side(&word).unwrap_or_else(|fact| {
                    findings.push(place.clone(), fact);
                    None
                }),
                false => None,
            };
            list.push(Decision {
                activity: text(ACTIVITY),
                threat: text(THREAT),
                field: text(FIELD),
                file: text(layout.file),
                now: text(layout.now),
                workbook: text(layout.incoming),
                side,
                word: if assessors.is_empty() { String::new() } else { word },
                reason: layout.reason.map(text).unwrap_or_default(),
                place,
            });
        });
        if findings.has_errors() { Err(findings) } else { Ok(Self { list, assessors }) }
    }

    /// What somebody wrote about a conflict, with its position in the list.
    pub(super) fn about(&self, conflict: &ConflictingField) -> Option<(usize, &Decision)> {
        let threat = conflict.threat.as_ref().map_or("", |threat| threat.as_str());
        let (file, _) = conflict.file_and_cell();
        let [_, name] = self.assessors.sides(conflict);
        let headers = [Lang::Da, Lang::En].map(|lang| conflict.field.header(lang));
        self.list.iter().enumerate().find(|(_, decision)| {
            // Excel makes the number 7 of "07".
            let activity = format!("{:0>2}", decision.activity);
            [&file, &name].contains(&&decision.file)
                && [decision.activity.as_str(), &activity].contains(&conflict.activity.as_str())
                && decision.threat == threat
                && headers.contains(&decision.field)
        })
    }

    /// Decisions about what is no conflict (any more). Findings: `IMP024`.
    pub(super) fn unused(&self, used: &BTreeSet<usize>) -> Findings {
        let mut findings = Findings::new();
        for (number, decision) in self.list.iter().enumerate() {
            if decision.is_made() && !used.contains(&number) {
                let row = format!("{} {}", decision.activity, decision.threat).trim().to_owned();
                let (field, workbook) = (decision.field.clone(), decision.file.clone());
                let fact = Fact::DecisionUnused { row, field, workbook };
                findings.push(decision.place.clone(), fact);
            }
        }
        findings
    }
}

fn between_file_and_workbook(conflict: &ConflictingField) -> Vec<Cow<'_, str>> {
    let (file, cell) = conflict.file_and_cell();
    vec![
        Cow::Borrowed(conflict.before.as_str()),
        Cow::Borrowed(conflict.now.as_str()),
        Cow::Owned(conflict.held_in()),
        Cow::Borrowed(conflict.workbook.as_str()),
        Cow::Owned(file),
        Cow::Owned(cell),
        Cow::Borrowed(""),
    ]
}

fn between_people<'c>(assessors: &Assessors, conflict: &'c ConflictingField) -> Vec<Cow<'c, str>> {
    let [one, other] = assessors.sides(conflict);
    vec![
        Cow::Owned(one),
        Cow::Borrowed(conflict.now.as_str()),
        Cow::Owned(other),
        Cow::Borrowed(conflict.workbook.as_str()),
        Cow::Borrowed(""),
        Cow::Borrowed(""),
    ]
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
