//! One assessment exported from OS2compliance, into one activity.
//!
//! There a threat is a text and has consequences of its own; here a threat has a number, and the
//! consequences are the activity's. So a text must be given a number before its answers are taken,
//! and of the consequences the highest is.

pub(in crate::exchange) mod columns;
mod list;

use std::collections::{BTreeMap, BTreeSet};

use self::columns::{Part, Sheets};
use super::super::entry::{Entry, Shape, Words, clean, fold, shown};
use super::super::field::Field;
use super::super::import::{
    ForeignRows, Given, ImportOutcome, Incoming, Subject, Target, import_foreign,
};
use super::super::lines;
use super::super::workbook::{Cell, Row, Sheet, Value, Workbook};
use super::cells::{self, bad_cells, has_content, is_bad, key_text};
use super::headers::Headers;
use crate::domain::{Action, ActivityId, Dimension, Perspective, ThreatId};
use crate::finding::{Axis, Fact, Location, RowReason, Severity};
use crate::text::Lang;
use crate::text::os2::{HIGHEST, NOT_RELEVANT};

pub use list::{ThreatList, Unmatched};

/// What OS2compliance writes where nothing is.
const NOTHING: [&str; 6] = ["null", "ikke udfyldt", "ikke angivet", "ukendt", "ingen", "-"];

/// Where an export goes, and what its threats are called here.
#[derive(Debug, Clone, Copy)]
pub struct Os2Import<'a> {
    /// The activity that the assessment is about.
    pub activity: &'a ActivityId,
    /// Name of the list of threats; missing where the user named none.
    pub list_file: Option<&'a str>,
    /// The list, where there is one already.
    pub list: Option<&'a ThreatList>,
}

/// What came of it. With errors among the findings, the assessment must not be written.
#[derive(Debug, Clone)]
pub struct Os2Outcome {
    /// As for every other form.
    pub import: ImportOutcome,
    /// Threats that nobody has given a number; their answers are not taken.
    pub unmatched: Vec<Unmatched>,
}

/// Whether a workbook is such an export.
#[must_use]
pub fn is_os2(workbook: &Workbook) -> bool {
    columns::find(workbook).is_some()
}

/// Reads an export into a copy of the assessment. Every row is taken or named.
///
/// Findings: `IMP003`, `IMP006`, `IMP008`, `IMP010`, `IMP012`, `IMP016`, `IMP021`, `IMP023`–`IMP026`,
/// `IMP028`, `IMP029`, all in one run.
#[must_use]
pub fn import_os2(
    incoming: Incoming<'_>,
    order: Os2Import<'_>,
    target: Target<'_>,
    lang: Lang,
) -> Os2Outcome {
    let mut reading = Reading {
        incoming,
        order,
        target,
        lang,
        rows: ForeignRows::default(),
        unmatched: Vec::new(),
        unknown: BTreeSet::new(),
        seen: BTreeMap::new(),
        consequences: BTreeMap::new(),
    };
    reading.read();
    if !reading.unmatched.is_empty() {
        // They come with the run that has the numbers; until then one thing is to be done.
        reading.rows.findings.retain(|finding| finding.severity() > Severity::Note);
    }
    Os2Outcome {
        unmatched: reading.unmatched,
        import: import_foreign(incoming, target, lang, reading.rows),
    }
}

struct Reading<'a> {
    incoming: Incoming<'a>,
    order: Os2Import<'a>,
    target: Target<'a>,
    lang: Lang,
    rows: ForeignRows,
    unmatched: Vec<Unmatched>,
    /// Their texts, folded: a sheet may have as many as it has rows.
    unknown: BTreeSet<String>,
    /// Threats met so far, with the number of the row, counted from 0.
    seen: BTreeMap<ThreatId, u32>,
    /// What each threat says of a consequence, with its cell.
    consequences: BTreeMap<(Perspective, Dimension), Vec<Said>>,
}

/// A threat, the level that it has, and the cell.
type Said = (ThreatId, u8, Location);

/// What stands in a row, by column.
type Answers = BTreeMap<Part, (Entry, Location)>;

/// A sheet and its header row.
type Found<'f, 'a> = (&'a Sheet, &'f Headers);

impl<'a> Reading<'a> {
    fn report(&mut self, sheet: &Sheet, cell: (u32, u32), fact: Fact) {
        self.rows.findings.push(self.incoming.cell(&sheet.name, cell), fact);
    }

    fn words(&self) -> Words<'a> {
        Words { method: self.target.method, lang: self.lang }
    }

    fn read(&mut self) {
        let workbook = self.incoming.workbook;
        let file = || Location::File(self.incoming.file.to_owned());
        let Some(Sheets { threats, facts }) = columns::find(workbook) else {
            let present = workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect();
            let fact = Fact::SheetMissing { sheet: "Trussler".to_owned(), present };
            self.rows.findings.push(file(), fact);
            return;
        };
        let file = file();
        self.threats((threats.0, &threats.1));
        if let Some((sheet, headers)) = &facts {
            self.facts((sheet, headers));
        }
        if !self.unmatched.is_empty() {
            let threats = self.unmatched.iter().map(|threat| threat.text.clone()).collect();
            let list = self.order.list_file.map(str::to_owned);
            self.rows.findings.push(file, Fact::ThreatsUnmatched { threats, list });
        }
        self.highest();
    }

    /// The columns of a sheet by what they mean; what means nothing is named.
    fn columns<P: Copy + Ord>(
        &mut self,
        (sheet, headers): Found<'_, 'a>,
        meaning: impl Fn(&str) -> Option<P>,
    ) -> Vec<(u32, P)> {
        for bad in bad_cells(self.incoming.workbook, sheet) {
            self.report(sheet, bad.row_column(), Fact::UnreadableCell { found: bad.found() });
        }
        let mut columns: Vec<(u32, P)> = Vec::new();
        for (column, header) in &headers.texts {
            let header = header.clone();
            match meaning(&header) {
                None => {
                    let fact = Fact::ColumnNotTaken { header, nearest: None };
                    self.report(sheet, (headers.row, *column), fact);
                }
                Some(part) if columns.iter().any(|(_, known)| *known == part) => {
                    self.report(sheet, (headers.row, *column), Fact::ColumnRepeated { header });
                }
                Some(part) => columns.push((*column, part)),
            }
        }
        columns
    }

    fn threats(&mut self, (sheet, headers): Found<'_, 'a>) {
        let columns = self.columns((sheet, headers), columns::part);
        let place = |wanted: Part| {
            columns.iter().find(|(_, part)| *part == wanted).map(|(column, _)| *column)
        };
        let (Some(description), kind) = (place(Part::Description), place(Part::Kind)) else {
            return;
        };
        let below = sheet.rows().filter(|(row, _)| *row > headers.row);
        for (row, cells) in below.filter(|(_, cells)| has_content(cells)) {
            if is_bad(self.incoming.workbook, sheet, (row, description)) {
                continue;
            }
            let text = match key_text(cells.get(description)) {
                Ok(text) => text,
                Err(fact) => {
                    self.report(sheet, (row, description), fact);
                    continue;
                }
            };
            let kind =
                kind.and_then(|kind| cells.get(kind)).map(shown).unwrap_or_default().into_owned();
            let answers = self.answers(sheet, (row, cells), &columns);
            if answers.is_empty() {
                let named = if text.is_empty() { kind } else { text };
                let fact = Fact::RowNotTaken { row: named, reason: RowReason::NoValues };
                self.report(sheet, (row, description), fact);
                continue;
            }
            let Some(id) = self.number(sheet, (row, description), &text, kind) else { continue };
            if let Some(first) = self.seen.insert(id.clone(), row) {
                let fact = Fact::RowRepeated { key: id.to_string(), first_row: first + 1 };
                self.report(sheet, (row, description), fact);
                continue;
            }
            self.rows.taken += 1;
            self.rows.cells += answers.len();
            self.threat(&id, answers);
        }
    }

    /// Everything that is answered in a row. A "no" is nothing.
    fn answers(
        &mut self,
        sheet: &Sheet,
        (row, cells): (u32, &Row),
        columns: &[(u32, Part)],
    ) -> Answers {
        let mut answers = Answers::new();
        for (column, part) in columns {
            let shape = match part {
                Part::Kind | Part::Description => continue,
                Part::NotRelevant => Shape::Yes,
                Part::Problem | Part::Elaboration => Shape::Text,
                Part::Field(field) => field.shape(),
                Part::Consequence(..) => Shape::LevelOrNot(Axis::Consequence),
            };
            let Some(cell) = cells.get(*column).filter(|cell| !is_nothing(cell)) else { continue };
            match shape.parse(cell, self.words()) {
                Ok(None | Some(Entry::NotApplicable)) => {}
                Ok(Some(entry)) => {
                    let place = self.incoming.cell(&sheet.name, (row, *column));
                    answers.insert(*part, (entry, place));
                }
                Err(fact) => self.report(sheet, (row, *column), fact),
            }
        }
        answers
    }

    /// Our number of a threat: by the list, else by the catalogue's own title or number.
    fn number(
        &mut self,
        sheet: &Sheet,
        cell: (u32, u32),
        text: &str,
        kind: String,
    ) -> Option<ThreatId> {
        let on_list = self.order.list.and_then(|list| list.number(text));
        if let Some(Some(id)) = on_list {
            return Some(id.clone());
        }
        if let Some(id) = cells::known_threat(text, self.target.catalogue) {
            return Some(id);
        }
        if on_list.is_some() || text.is_empty() {
            let row = if text.is_empty() { kind } else { text.to_owned() };
            self.report(sheet, cell, Fact::RowNotTaken { row, reason: RowReason::NoThreat });
        } else if self.unknown.insert(fold(text)) {
            self.unmatched.push(Unmatched { text: text.to_owned(), kind });
        }
        None
    }

    fn threat(&mut self, id: &ThreatId, mut answers: Answers) {
        let subject: Subject = (self.order.activity.clone(), Some(id.clone()));
        let mut give = |field: Field, entry: Entry, place: Location| {
            let given = Given { field, entry, place, reason: None };
            self.rows.add(&subject, given, self.lang);
        };
        let problem = answers.remove(&Part::Problem);
        let is_relevant = match answers.remove(&Part::NotRelevant) {
            Some((_, place)) => {
                let sentence = Entry::Text(NOT_RELEVANT.pick(self.lang).to_owned());
                let (reason, place) = problem.unwrap_or((sentence, place));
                give(Field::NotRelevant, reason, place);
                false
            }
            None => {
                if let Some((reason, place)) = problem {
                    give(Field::LikelihoodReason, reason, place);
                }
                true
            }
        };
        if let Some((Entry::Text(what), place)) = answers.remove(&Part::Elaboration) {
            let action = Action { what, ..Action::default() };
            give(Field::Actions, Entry::Text(lines::join(&[action], lines::show_action)), place);
        }
        for (part, (entry, place)) in answers {
            match (part, entry) {
                (Part::Field(field), entry) => give(field, entry, place),
                // What does not arise has no consequence.
                (Part::Consequence(whose, kind), Entry::Level(_, level)) if is_relevant => {
                    let said = self.consequences.entry((whose, kind)).or_default();
                    said.push((id.clone(), level, place));
                }
                _ => {}
            }
        }
    }

    /// The activity's consequences: the highest of each kind. Findings: `IMP028`.
    fn highest(&mut self) {
        let subject: Subject = (self.order.activity.clone(), None);
        let words = self.words();
        let shown = |level: u8| words.option(Axis::Consequence, level);
        for ((whose, kind), said) in std::mem::take(&mut self.consequences) {
            let Some(top) = said.iter().map(|(_, level, _)| *level).max() else { continue };
            let Some((.., place)) = said.iter().find(|(_, level, _)| *level == top) else {
                continue;
            };
            let field = Field::Consequence(whose, kind);
            if said.iter().any(|(_, level, _)| *level != top) {
                let threats = said.iter().map(|(id, level, _)| format!("{id}: {}", shown(*level)));
                let fact = Fact::ThreatsDisagree {
                    field: field.header(self.lang),
                    taken: shown(top),
                    threats: threats.collect(),
                };
                self.rows.findings.push(place.clone(), fact);
            }
            let entry = Entry::Level(Axis::Consequence, top);
            let reason = Some(HIGHEST.pick(self.lang).to_owned());
            let given = Given { field, entry, place: place.clone(), reason };
            self.rows.add(&subject, given, self.lang);
        }
    }

    /// "Stamdata": one row about the whole.
    fn facts(&mut self, (sheet, headers): Found<'_, 'a>) {
        let columns = self.columns((sheet, headers), columns::fact);
        let below = sheet.rows().filter(|(row, _)| *row > headers.row);
        let mut below = below.filter(|(_, cells)| has_content(cells));
        let Some((row, cells)) = below.next() else { return };
        let subject: Subject = (self.order.activity.clone(), None);
        self.rows.taken += 1;
        for (column, field) in columns {
            let Some(cell) = cells.get(column).filter(|cell| !is_nothing(cell)) else { continue };
            match field.shape().parse(cell, self.words()) {
                Ok(None) => {}
                Ok(Some(entry)) => {
                    self.rows.cells += 1;
                    let place = self.incoming.cell(&sheet.name, (row, column));
                    self.rows.add(&subject, Given { field, entry, place, reason: None }, self.lang);
                }
                Err(fact) => self.report(sheet, (row, column), fact),
            }
        }
        for (row, _) in below {
            let fact = Fact::RowNotTaken { row: String::new(), reason: RowReason::NoActivity };
            self.report(sheet, (row, 0), fact);
        }
    }
}

/// Whether a cell says in words that nothing is there.
fn is_nothing(cell: &Cell) -> bool {
    let Value::Text(text) = &cell.value else { return false };
    NOTHING.contains(&fold(&clean(text)).as_str())
}
