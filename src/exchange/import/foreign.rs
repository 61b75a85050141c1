//! Rows of a sheet that is not ours, as changes of an assessment.
//!
//! Nobody knows what a foreign sheet was made from, so a value counts where the file still has what
//! nobody touched: nothing, or the catalogue's starting figure. Where somebody wrote something else
//! in the file, that is a conflict, as with a workbook of ours. A blank cell says nothing.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::super::entry::Entry;
use super::super::field::Field;
use super::super::input::Input;
use super::super::workbook::Address;
use super::conflict::Sides;
use super::origin::Verdict;
use super::rows::Key;
use super::{FieldChange, Import, ImportOutcome, Incoming, Target};
use crate::domain::{ActivityId, Origin, Perspective, ThreatId};
use crate::finding::{Fact, Findings, Location};
use crate::text::Lang;

/// What a row is about: an activity, or a threat in it.
pub(in crate::exchange) type Subject = (ActivityId, Option<ThreatId>);

/// What a row says of one field.
#[derive(Debug, Clone)]
pub(in crate::exchange) struct Given {
    /// Which field.
    pub(in crate::exchange) field: Field,
    /// What it says.
    pub(in crate::exchange) entry: Entry,
    /// The cell.
    pub(in crate::exchange) place: Location,
    /// Why a consequence figure is what it is, where the form itself does not say.
    pub(in crate::exchange) reason: Option<String>,
}

/// Everything that a foreign sheet says, by what it is about and in the order of the columns of our
/// own form, so that reasons find the figures that they argue for.
#[derive(Debug, Default)]
pub(in crate::exchange) struct ForeignRows {
    given: BTreeMap<Subject, BTreeMap<Field, Given>>,
    /// Rows that were taken.
    pub(in crate::exchange) taken: usize,
    /// Filled-in cells that were read.
    pub(in crate::exchange) cells: usize,
    /// Everything to be said.
    pub(in crate::exchange) findings: Findings,
}

impl ForeignRows {
    /// Adds what a row says of a field. Two rows may say the same of an activity, but not different
    /// things. Findings: `IMP027`.
    pub(in crate::exchange) fn add(&mut self, subject: &Subject, given: Given, lang: Lang) {
        let fields = self.given.entry(subject.clone()).or_default();
        let Some(earlier) = fields.get(&given.field) else {
            fields.insert(given.field, given);
            return;
        };
        if earlier.entry != given.entry {
            let fact = Fact::CellsDisagree {
                field: format!("{} ({})", given.field.header(lang), subject.0),
                found: given.entry.key().into_owned(),
                other: earlier.entry.key().into_owned(),
                cell: cell_name(&earlier.place),
            };
            self.findings.push(given.place, fact);
        }
    }
}

/// The cell of a place as Excel names it: `B17`.
pub(in crate::exchange) fn cell_name(place: &Location) -> String {
    match place {
        Location::Cell { row_column: (row, column), .. } => {
            let (row, column) = (row.saturating_sub(1), column.saturating_sub(1));
            Address { row, column }.to_string()
        }
        _ => String::new(),
    }
}

/// Brings what a foreign sheet says into a copy of the assessment.
///
/// Findings: those of the rows, and `IMP012`, `IMP021`, `IMP023`, `IMP024`.
pub(in crate::exchange) fn import_foreign(
    incoming: Incoming<'_>,
    target: Target<'_>,
    lang: Lang,
    rows: ForeignRows,
) -> ImportOutcome {
    let mut outcome = ImportOutcome::untouched(target.assessment);
    outcome.findings.extend(rows.findings);
    (outcome.rows_read, outcome.cells_read) = (rows.taken, rows.cells);
    let mut import = Import {
        incoming,
        target,
        before: Cow::Borrowed(target.assessment),
        earlier: 0,
        lang,
        outcome,
        used: BTreeSet::new(),
        seen: BTreeMap::new(),
        present: BTreeSet::new(),
        absent_actions: Vec::new(),
        emptied: BTreeMap::new(),
        unplaced: BTreeMap::new(),
        forms: BTreeSet::new(),
    };
    for ((activity, threat), given) in rows.given {
        import.foreign_row(&Key { activity, threat }, given.into_values());
    }
    import.comments();
    import.tidy();
    let (mut outcome, used) = (import.outcome, import.used);
    if let Some(decisions) = target.decisions {
        outcome.findings.extend(decisions.unused(&used));
    }
    outcome
}

impl Import<'_> {
    fn foreign_row(&mut self, key: &Key, given: impl Iterator<Item = Given>) {
        let before = self.outcome.changes.len();
        let mut reasons: BTreeMap<Perspective, Location> = BTreeMap::new();
        for Given { field, entry, place, reason } in given {
            let input = Input::from(field);
            let file = self.held(key, &input);
            let untouched =
                field.read(&self.untouched(&key.activity), key.threat.as_ref(), self.lang);
            let is_starting = self.is_starting(key, field);
            // A confirmed figure is somebody's, also where it equals the catalogue's.
            let has_figure = matches!(field, Field::Consequence(..));
            let verdict = match file.as_ref() {
                // A figure that the municipality has in its own sheet is no longer the catalogue's.
                _ if is_starting => Verdict::Take,
                Some(file) if *file == entry => Verdict::Keep,
                None => Verdict::Take,
                file if file == untouched.as_ref() && !has_figure => Verdict::Take,
                Some(_) => Verdict::Conflict,
            };
            let baseline = untouched.as_ref().map(Entry::key).unwrap_or_default();
            let sides = Sides { baseline: &baseline, now: file.as_ref(), workbook: Some(&entry) };
            let is_written = self.settle((key, &input), verdict, &sides, place.clone());
            if let (true, Some(reason), Field::Consequence(whose, kind)) =
                (is_written, reason, field)
            {
                let answer = self.outcome.assessment.activities.get_mut(&key.activity);
                let figures = answer.map(|answer| &mut answer.consequences.figures);
                if let Some(figure) = figures.and_then(|figures| figures.get_mut(&(whose, kind))) {
                    figure.reason = Some(reason);
                    reasons.entry(whose).or_insert(place);
                }
            }
        }
        self.reasoned(key, reasons);
        self.begun(before, &key.activity);
    }

    /// Whether a consequence figure of the file is the catalogue's, and nobody has confirmed it.
    fn is_starting(&self, key: &Key, field: Field) -> bool {
        let Field::Consequence(whose, kind) = field else { return false };
        let figure = match self.before.activities.get(&key.activity) {
            Some(answer) => answer.consequences.figures.get(&(whose, kind)).cloned(),
            None => {
                let answer = self.untouched(&key.activity);
                answer.consequences.figures.get(&(whose, kind)).cloned()
            }
        };
        figure.is_some_and(|figure| figure.origin != Origin::Own)
    }

    /// Reasons that came with figures are changes, too.
    fn reasoned(&mut self, key: &Key, reasons: BTreeMap<Perspective, Location>) {
        for (whose, place) in reasons {
            let field = Field::ConsequenceReason(whose);
            let answer = self.outcome.assessment.activities.get(&key.activity);
            let to = answer.and_then(|answer| field.read(answer, None, self.lang));
            let field = Input::from(field);
            let from = self.held(key, &field);
            if from != to {
                let (activity, threat) = (key.activity.clone(), None);
                self.outcome.changes.push(FieldChange { activity, threat, field, from, to, place });
            }
        }
    }
}
