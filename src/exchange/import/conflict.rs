//! A field that two sides changed to different things, and what somebody decided about it.

use super::super::decisions::{Decision, Side};
use super::super::entry::{Entry, Words};
use super::super::input::Input;
use super::super::workbook::{Address, Cell, Value};
use super::origin::Verdict;
use super::rows::Key;
use super::{Import, Prefer};
use crate::domain::{ActivityId, ThreatId};
use crate::finding::{Fact, Location};

/// A field that two sides changed to different things, as a person decides about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictingField {
    /// Activity.
    pub activity: ActivityId,
    /// Threat, where the field is one of a threat.
    pub threat: Option<ThreatId>,
    /// Which field.
    pub field: Input,
    /// What stood there when the workbook was written; empty is blank.
    pub before: String,
    /// What stands there now; empty is blank.
    pub now: String,
    /// Where that stands: the file, or the cell of a workbook that was read earlier.
    pub holder: Location,
    /// What the workbook says; empty is blank.
    pub workbook: String,
    /// The cell of the workbook.
    pub place: Location,
}

/// A field that two sides changed to different things, and who was right about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledField {
    /// What both said.
    pub conflict: ConflictingField,
    /// Whose value stands.
    pub side: Side,
}

impl ConflictingField {
    /// The row: activity, and threat where it is one of a threat.
    #[must_use]
    pub fn row(&self) -> String {
        match &self.threat {
            Some(threat) => format!("{} {threat}", self.activity),
            None => self.activity.to_string(),
        }
    }

    /// Where the other value stands, the same in both languages: `skovby.risiko.yml`, or
    /// `job.xlsx, Vurdering!K17`.
    #[must_use]
    pub fn held_in(&self) -> String {
        place_name(&self.holder)
    }

    /// The workbook as the user named it, and its sheet and cell.
    #[must_use]
    pub fn file_and_cell(&self) -> (String, String) {
        file_and_cell(&self.place)
    }
}

/// What the two sides say about a field.
pub(super) struct Sides<'e> {
    /// Key of what stood there when the workbook was written; empty is blank.
    pub(super) baseline: &'e str,
    /// What stands there now.
    pub(super) now: Option<&'e Entry>,
    /// What the workbook says.
    pub(super) workbook: Option<&'e Entry>,
}

impl Import<'_> {
    /// What somebody decided about a conflict; a conflict still where nobody did, reported as such.
    pub(super) fn decided(
        &mut self,
        (key, field): (&Key, &Input),
        sides: &Sides<'_>,
        place: &Location,
    ) -> Verdict {
        let words = self.words();
        let earlier = self.outcome.changes.get(..self.earlier).unwrap_or_default();
        let by_earlier = earlier.iter().rev().find(|change| {
            (&change.activity, &change.threat, &change.field) == (&key.activity, &key.threat, field)
        });
        let by_earlier = by_earlier.map(|change| change.place.clone());
        let is_from_earlier = by_earlier.is_some();
        let before = field.shape().parse(&text_cell(sides.baseline), words).ok().flatten();
        let conflict = ConflictingField {
            activity: key.activity.clone(),
            threat: key.threat.clone(),
            field: field.clone(),
            before: shown(before.as_ref(), words),
            now: shown(sides.now, words),
            holder: by_earlier.unwrap_or_else(|| Location::File(self.target.file.to_owned())),
            workbook: shown(sides.workbook, words),
            place: place.clone(),
        };
        match self.target.prefer {
            Prefer::Workbook => return self.settled(conflict, Side::Workbook),
            Prefer::File => return self.settled(conflict, Side::File),
            Prefer::Nobody => {}
        }
        let decision = self.target.decisions.and_then(|decisions| decisions.about(&conflict));
        if let Some((number, decision)) = decision {
            self.used.insert(number);
            if !still_holds(decision, field, (sides, is_from_earlier), words) {
                let fact = Fact::DecisionOutdated {
                    row: conflict.row(),
                    field: field.header(self.lang),
                    decided: format!("{} / {}", decision.now, decision.workbook),
                    found: format!("{} / {}", conflict.now, conflict.workbook),
                };
                self.report(decision.place.clone(), fact);
                return Verdict::Conflict;
            }
            if let Some(side) = decision.side {
                return self.settled(conflict, side);
            }
        }
        let fact = Fact::Conflict {
            field: format!("{} ({})", field.header(self.lang), conflict.row()),
            workbook: conflict.workbook.clone(),
            file: conflict.now.clone(),
            holder: conflict.held_in(),
            baseline: conflict.before.clone(),
        };
        self.report(place.clone(), fact);
        self.outcome.conflicts.push(conflict);
        Verdict::Conflict
    }

    /// Keeps what both said for the journal.
    fn settled(&mut self, conflict: ConflictingField, side: Side) -> Verdict {
        self.outcome.settled.push(SettledField { conflict, side });
        match side {
            Side::Workbook => Verdict::Take,
            Side::File => Verdict::Keep,
        }
    }
}

/// Whether a decision is about the values that stand there now; Excel may have rewritten them.
fn still_holds(
    decision: &Decision,
    field: &Input,
    (sides, is_from_earlier): (&Sides<'_>, bool),
    words: Words<'_>,
) -> bool {
    let same = |written: &str, entry: Option<&Entry>| {
        let read = field.shape().parse(&text_cell(written), words);
        written == shown(entry, words) || read.is_ok_and(|read| read.as_ref() == entry)
    };
    // What an earlier workbook put there may not yet have been there when the list was written.
    same(&decision.workbook, sides.workbook) && (is_from_earlier || same(&decision.now, sides.now))
}

fn shown(entry: Option<&Entry>, words: Words<'_>) -> String {
    entry.map(|entry| entry.shown(words).into_owned()).unwrap_or_default()
}

/// A text as if it stood in a cell.
fn text_cell(text: &str) -> Cell {
    Cell { value: Value::Text(text.to_owned()), has_formula: false }
}

/// A place as one text, the same in both languages: `skovby.risiko.yml`, or `job.xlsx, Vurdering!K17`.
#[must_use]
pub fn place_name(place: &Location) -> String {
    let (file, cell) = file_and_cell(place);
    if cell.is_empty() { file } else { format!("{file}, {cell}") }
}

/// File and cell of a place; empty where it has none.
pub(super) fn file_and_cell(place: &Location) -> (String, String) {
    match place {
        Location::Cell { file, sheet, row_column: (row, column) } => {
            let address = Address { row: row.saturating_sub(1), column: column.saturating_sub(1) };
            // A CSV file has no sheets.
            let cell =
                if sheet.is_empty() { address.to_string() } else { format!("{sheet}!{address}") };
            (file.clone(), cell)
        }
        Location::Value { file, path, .. } => (file.clone(), path.clone()),
        Location::File(file) => (file.clone(), String::new()),
        _ => (String::new(), String::new()),
    }
}
