//! A filled-in workbook back into an assessment.
//!
//! A value counts as the workbook's only where it differs from the hidden baseline, so that
//! sorting, filtering and moving change nothing. Where the file changed the same field to
//! something else meanwhile, that is a conflict and neither wins. Derived cells are never read.

mod actions;
mod alone;
mod base;
mod conflict;
mod foreign;
mod origin;
mod outside;
mod own_rows;
mod rows;
mod sheets;
pub(super) mod table;
mod vanished;

pub use alone::{read_alone, unneeded_alone, written_from};
pub use conflict::{ConflictingField, SettledField, place_name};
pub(super) use foreign::{ForeignRows, Given, Subject, cell_name, import_foreign};
pub(super) use outside::written_by_people;
pub use own_rows::{OwnRow, own_rows};
pub(super) use table::{Recognised, recognised};

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use actions::RiskKey;

use super::decisions::Decisions;
use super::entry::{Entry, Words, shown};
use super::input::Input;
use super::layout::Form;
use super::protocol::{self, Protocol, RowKey};
use super::tables;
use super::workbook::{Address, Sheet, Source, Workbook};
use crate::domain::{ActivityId, Assessment, Catalogue, Method, OwnCell, ThreatId};
use crate::engine::blank;
use crate::finding::{Fact, Findings, Location};
use crate::text::Lang;

/// A workbook that came in.
#[derive(Debug, Clone, Copy)]
pub struct Incoming<'a> {
    /// What the guard read.
    pub workbook: &'a Workbook,
    /// File as the user named it.
    pub file: &'a str,
}

impl Incoming<'_> {
    /// A cell, with row and column counted from 0.
    pub(super) fn cell(self, sheet: &str, place: (u32, u32)) -> Location {
        self.in_sheet(sheet, self.workbook.sheet(sheet), place)
    }

    /// As [`Self::cell`], for a sheet of the workbook.
    fn cell_of(self, sheet: &Sheet, place: (u32, u32)) -> Location {
        self.in_sheet(&sheet.name, Some(sheet), place)
    }

    fn in_sheet(self, name: &str, sheet: Option<&Sheet>, (row, column): (u32, u32)) -> Location {
        let file = self.file.to_owned();
        if let Some(paths) = sheet.and_then(|sheet| sheet.paths.as_ref()) {
            let place = (paths.number, row.saturating_sub(1), column);
            return Location::Value { file, place, path: paths.path(row, column) };
        }
        let name = if self.workbook.source == Source::Csv { "" } else { name };
        Location::Cell {
            file,
            sheet: name.to_owned(),
            row_column: (row.saturating_add(1), column.saturating_add(1)),
        }
    }

    /// Cells that the guard could not read: never taken for blank.
    pub(super) fn bad_cells(self) -> Findings {
        let mut findings = Findings::new();
        for bad in &self.workbook.bad_cells {
            let place = self.cell(&bad.sheet, bad.row_column());
            findings.push(place, Fact::UnreadableCell { found: bad.found() });
        }
        findings
    }
}

/// The assessment that it goes into.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// As it stands now.
    pub assessment: &'a Assessment,
    /// File as the user named it.
    pub file: &'a str,
    /// For ids and titles.
    pub catalogue: &'a Catalogue,
    /// For levels.
    pub method: &'a Method,
    /// Who is right where both changed a field.
    pub prefer: Prefer,
    /// Who is right field by field, where `prefer` names nobody.
    pub decisions: Option<&'a Decisions>,
    /// What the workbooks are taken to have been written from, with the file as the user named it,
    /// where their own hidden sheet is gone or belongs to another assessment.
    pub base: Option<(&'a Assessment, &'a str)>,
}

/// Who is right where both workbook and file changed a field to different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prefer {
    /// Nobody: each such field is a conflict.
    #[default]
    Nobody,
    /// The workbook.
    Workbook,
    /// The file.
    File,
}

/// One field that the workbook changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Activity.
    pub activity: ActivityId,
    /// Threat, where the field is one of a threat.
    pub threat: Option<ThreatId>,
    /// Which field.
    pub field: Input,
    /// What the file held; missing is blank.
    pub from: Option<Entry>,
    /// What the workbook holds; missing is blank.
    pub to: Option<Entry>,
    /// The cell.
    pub place: Location,
}

/// A cell of a sheet that people added, or whether its tab is hidden, that the workbook changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetChange {
    /// Name of the sheet.
    pub sheet: String,
    /// The cell; missing where the tab was hidden or shown again.
    pub at: Option<Address>,
    /// What the file held; missing is blank, or shown.
    pub from: Option<OwnCell>,
    /// What the workbook holds; missing is blank, or shown.
    pub to: Option<OwnCell>,
    /// File as the user named it.
    pub file: String,
}

/// What came of an import. With errors among the findings, the assessment must not be written.
#[derive(Debug, Clone)]
pub struct ImportOutcome {
    /// The edited copy.
    pub assessment: Assessment,
    /// Everything that changed, by sheet and row.
    pub changes: Vec<FieldChange>,
    /// Everything that changed on sheets that people added, by sheet and cell; a sheet that is new is
    /// one finding instead.
    pub sheet_changes: Vec<SheetChange>,
    /// Everything that two sides changed and nobody has decided.
    pub conflicts: Vec<ConflictingField>,
    /// Everything that two sides changed and somebody has decided.
    pub settled: Vec<SettledField>,
    /// Everything to be said.
    pub findings: Findings,
    /// Rows with a key.
    pub rows_read: usize,
    /// Filled-in input cells.
    pub cells_read: usize,
}

impl ImportOutcome {
    /// Nothing has been read yet.
    fn untouched(assessment: &Assessment) -> Self {
        Self {
            assessment: assessment.clone(),
            changes: Vec::new(),
            sheet_changes: Vec::new(),
            conflicts: Vec::new(),
            settled: Vec::new(),
            findings: Findings::new(),
            rows_read: 0,
            cells_read: 0,
        }
    }
}

/// Reads a workbook of ours into a copy of the assessment.
///
/// Findings: as [`merge_workbooks`].
#[must_use]
pub fn import_workbook(incoming: Incoming<'_>, target: Target<'_>) -> ImportOutcome {
    merge_workbooks(&[incoming], target)
}

/// Reads several filled-in copies into one copy of the assessment, in the order given. A field that
/// two of them changed to different things is a conflict, as between a workbook and the file.
///
/// Findings: `IMP003`–`IMP017`, `IMP020`–`IMP024` and `IMP030`–`IMP036`, all in one run; `IMP021`
/// names a conflict.
#[must_use]
pub fn merge_workbooks(workbooks: &[Incoming<'_>], target: Target<'_>) -> ImportOutcome {
    let mut outcome = ImportOutcome::untouched(target.assessment);
    if let Some((base, file)) = target.base
        && base.method.id != target.assessment.method.id
    {
        let fact = Fact::OtherAssessment {
            what: "method",
            workbook: base.method.id.to_string(),
            file: target.assessment.method.id.to_string(),
        };
        outcome.findings.push(Location::File(file.to_owned()), fact);
        return outcome;
    }
    let mut used = BTreeSet::new();
    for (position, incoming) in workbooks.iter().enumerate() {
        let before = match position {
            0 => Cow::Borrowed(target.assessment),
            _ => Cow::Owned(outcome.assessment.clone()),
        };
        let earlier = outcome.changes.len();
        let mut import = Import {
            incoming: *incoming,
            target,
            before,
            earlier,
            lang: Lang::Da,
            outcome,
            used,
            seen: BTreeMap::new(),
            forms: BTreeSet::new(),
            present: BTreeSet::new(),
            absent_actions: Vec::new(),
            emptied: BTreeMap::new(),
            unplaced: BTreeMap::new(),
        };
        import.run();
        (outcome, used) = (import.outcome, import.used);
    }
    if let Some(decisions) = target.decisions {
        outcome.findings.extend(decisions.unused(&used));
    }
    outcome
}

struct Import<'a> {
    incoming: Incoming<'a>,
    target: Target<'a>,
    /// The assessment as it stood before this workbook.
    before: Cow<'a, Assessment>,
    /// How many changes came from workbooks that were read before this one.
    earlier: usize,
    lang: Lang,
    outcome: ImportOutcome,
    /// Decisions that settled a conflict, by their place in the list.
    used: BTreeSet<usize>,
    /// Rows met so far, with the number of the row in its sheet, counted from 0.
    seen: BTreeMap<RowKey, u32>,
    /// Names of the sheets that were read as a form.
    forms: BTreeSet<String>,
    /// Forms that are in the workbook, also where they have lost every row.
    present: BTreeSet<Form>,
    /// Rows of actions that a file without a hidden sheet has not, where it may be that it never had
    /// them: the risk, and the action.
    absent_actions: Vec<String>,
    /// What somebody emptied beside an action that they deleted, by risk.
    emptied: BTreeMap<RiskKey, Vec<(String, Entry)>>,
    /// What somebody wrote beside an action that is no longer there, by risk: column and text.
    unplaced: BTreeMap<RiskKey, Vec<(String, String)>>,
}

impl<'a> Import<'a> {
    fn run(&mut self) {
        self.outcome.findings.extend(self.incoming.bad_cells());
        if self.is_unknown_table() {
            return;
        }
        let Some(protocol) = self.protocol() else { return };
        self.lang = protocol.lang();
        if self.belongs(&protocol) {
            for form in Form::ANSWERS {
                self.form(form, &protocol);
            }
            self.actions(&protocol);
            self.lost_beside_actions();
            self.own_sheets(&protocol);
            self.locked_sheets(&protocol);
            self.comments();
            self.vanished(&protocol);
            self.tidy();
        }
    }

    fn words(&self) -> Words<'a> {
        Words { method: self.target.method, lang: self.lang }
    }

    fn report(&mut self, location: Location, fact: Fact) {
        self.outcome.findings.push(location, fact);
    }

    fn whole_file(&self) -> Location {
        Location::File(self.incoming.file.to_owned())
    }

    fn cell(&self, sheet: &str, row: u32, column: u32) -> Location {
        self.incoming.cell(sheet, (row, column))
    }

    fn protocol(&mut self) -> Option<Protocol<'a>> {
        let sheet = self.incoming.workbook.sheet(protocol::SHEET);
        if let Some((base, _)) = self.target.base {
            let facts = sheet.and_then(protocol::read_facts);
            let lang = facts.map_or_else(|| self.written_in(), |facts| facts.lang());
            let words = Words { method: self.target.method, lang };
            let catalogue = self.target.catalogue;
            if self.incoming.workbook.properties.contains_key(tables::BLANK) {
                // It was written from the empty form of that assessment, not from its answers.
                let base = blank(base, catalogue, self.target.method);
                return Some(base::protocol(&base, catalogue, words));
            }
            return Some(base::protocol(base, catalogue, words));
        }
        let protocol = sheet.and_then(protocol::read);
        if protocol.is_none() {
            self.report(self.whole_file(), Fact::BaselineMissing {});
        }
        protocol
    }

    /// Whether it is a CSV file that is none of our forms, which is reported. Findings: `IMP036`.
    fn is_unknown_table(&mut self) -> bool {
        let workbook = self.incoming.workbook;
        if workbook.source != Source::Csv || workbook.sheets.iter().any(|s| recognised(s).is_some())
        {
            return false;
        }
        let first = workbook.sheets.iter().find_map(|sheet| sheet.rows().next());
        let headers =
            first.map(|(_, row)| row.iter().map(|(_, cell)| shown(cell).into_owned()).collect());
        let headers = headers.unwrap_or_default();
        self.report(self.whole_file(), Fact::TableUnknown { headers });
        true
    }

    /// Language of the names on the tabs.
    fn written_in(&self) -> Lang {
        let has = |name: &str| self.incoming.workbook.sheet(name).is_some();
        if Form::ALL.iter().any(|form| has(form.name().en)) { Lang::En } else { Lang::Da }
    }

    /// Whether the workbook was written from this assessment, by a version that we understand.
    fn belongs(&mut self, protocol: &Protocol<'_>) -> bool {
        use protocol::facts;
        if self.target.base.is_some() {
            return self.has_same_levels();
        }
        let schema = protocol.fact(facts::SCHEMA);
        if schema.parse().map_or(true, |schema: u32| schema > protocol::SCHEMA) {
            let found = schema.to_owned();
            let fact = Fact::WorkbookNewerSchema { found, known: protocol::SCHEMA };
            self.report(self.whole_file(), fact);
            return false;
        }
        let assessment = self.target.assessment;
        // Few people know a municipality by its code.
        let names = [protocol.fact(facts::MUNICIPALITY_NAME), &assessment.municipality_name];
        let expected = [
            ("municipality", facts::MUNICIPALITY, assessment.municipality.to_string(), names),
            ("round", facts::ROUND, assessment.round.clone(), [""; 2]),
            ("method", facts::METHOD, assessment.method.id.to_string(), [""; 2]),
        ];
        let mut belongs = true;
        for (what, key, file, [workbook_name, file_name]) in expected {
            let workbook = protocol.fact(key).to_owned();
            if workbook != file {
                belongs = false;
                let named = |text: &str, name: &str| format!("{text} {name}").trim().to_owned();
                let (workbook, file) = (named(&workbook, workbook_name), named(&file, file_name));
                self.report(self.whole_file(), Fact::OtherAssessment { what, workbook, file });
            }
        }
        belongs
    }

    /// Whether levels that stand as bare numbers are those of our method. Findings: `IMP013`.
    fn has_same_levels(&mut self) -> bool {
        let file = self.target.assessment.method.id.as_str();
        let named = self.incoming.workbook.properties.get(tables::METHOD);
        let Some(other) = named.filter(|named| *named != file) else { return true };
        let (workbook, file) = (other.clone(), file.to_owned());
        self.report(self.whole_file(), Fact::OtherAssessment { what: "method", workbook, file });
        false
    }

    /// Threats whose every field was emptied are no longer answered.
    fn tidy(&mut self) {
        let touched: BTreeMap<&ActivityId, &ThreatId> = self
            .outcome
            .changes
            .iter()
            .filter_map(|change| Some((&change.activity, change.threat.as_ref()?)))
            .collect();
        let ids: Vec<ActivityId> = touched.keys().map(|id| (*id).clone()).collect();
        for id in ids {
            if let Some(answer) = self.outcome.assessment.activities.get_mut(&id) {
                answer
                    .threats
                    .retain(|_, threat| *threat != crate::domain::ThreatAnswer::default());
            }
        }
    }
}
