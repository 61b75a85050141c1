//! The rows of a form, by key and in any order.

use std::borrow::Cow;
use std::collections::btree_map::Entry::{Occupied, Vacant};
use std::fmt;

use super::super::entry::{Entry, Shape, fold, shown};
use super::super::field::Field;
use super::super::input::Input;
use super::super::layout::{Form, Role};
use super::super::locked::{Locked, starting_figures};
use super::super::own_sheets::own_cell;
use super::super::protocol::{Protocol, facts};
use super::super::workbook::{Address, Cell, Row, Source, Value};
use super::conflict::{Decided, Sides};
use super::origin::{Verdict, is_untouched, judge};
use super::table::Found;
use super::{FieldChange, Import, ImportOutcome};
use crate::domain::{ActivityAnswer, ActivityId, Status, ThreatId, is_own};
use crate::engine::untouched_answer;
use crate::finding::{Fact, Location, nearest};
use crate::text::{Lang, hits};

/// Who a row is about.
pub(super) struct Key {
    pub(super) activity: ActivityId,
    pub(super) threat: Option<ThreatId>,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.threat {
            Some(threat) => write!(f, "{} {threat}", self.activity),
            None => write!(f, "{}", self.activity),
        }
    }
}

/// A row that is being read.
#[derive(Clone, Copy)]
pub(super) struct Line<'f> {
    pub(super) found: &'f Found<'f>,
    /// Counted from 0.
    pub(super) row: u32,
    pub(super) cells: &'f Row,
}

impl<'f> Line<'f> {
    pub(super) fn cell(&self, column: u32) -> Option<&'f Cell> {
        self.cells.get(column)
    }

    /// What a key column holds; empty where it holds nothing.
    pub(super) fn key_text(&self, role: Role) -> Cow<'f, str> {
        let cell = self.found.place(role).and_then(|column| self.cell(column));
        cell.map(shown).unwrap_or_default()
    }

    fn has_input(&self) -> bool {
        let inputs = self.found.columns.iter().filter(|(c, _)| matches!(c.role, Role::Input(_)));
        inputs.filter_map(|(_, place)| self.cell(*place)).any(|cell| !shown(cell).is_empty())
    }
}

impl<'a> Import<'a> {
    /// Reads every row of a form.
    pub(super) fn form(&mut self, form: Form, protocol: &Protocol<'_>) {
        let Some(found) = self.find(form, protocol) else { return };
        self.present.insert(form);
        let digest = protocol.fact(facts::CATALOGUE_DIGEST);
        let locked = protocol.locked(form.key());
        let is_same_catalogue = digest == self.target.assessment.catalogue.digest;
        for (row, cells) in found.sheet.rows().filter(|(row, _)| *row > found.header_row) {
            let line = Line { found: &found, row, cells };
            let Some(key) = self.key(form, line) else { continue };
            match self.seen.entry((form, key.activity.clone(), key.threat.clone())) {
                Occupied(first) => {
                    let first_row = first.get() + 1;
                    let place = self.place(line, key_place(&found));
                    self.report(place, Fact::RowRepeated { key: key.to_string(), first_row });
                    continue;
                }
                Vacant(free) => free.insert(row),
            };
            self.outcome.rows_read += 1;
            self.locked(line, &key, (locked.as_ref(), is_same_catalogue));
            self.row(line, &key, protocol);
        }
        self.vanished_columns(&found, protocol);
    }

    /// A cell of the row, for a finding.
    pub(super) fn place(&self, line: Line<'_>, column: u32) -> Location {
        self.incoming.cell_of(line.found.sheet, (line.row, column))
    }

    /// The key of a row; `None` for a row without one, reported where something is filled in.
    fn key(&mut self, form: Form, line: Line<'_>) -> Option<Key> {
        let activity_text = line.key_text(Role::ActivityId);
        let threat_text = line.key_text(Role::ThreatId);
        let is_blank = activity_text.is_empty()
            && (form == Form::Activities || threat_text.is_empty())
            && !line.has_input();
        if is_blank {
            return None;
        }
        let activity = self.activity(line, &activity_text);
        let threat = match form {
            Form::Activities => None,
            Form::Threats | Form::Actions => Some(self.threat(line, &threat_text)),
        };
        match threat {
            None => Some(Key { activity: activity?, threat: None }),
            Some(threat) => Some(Key { activity: activity?, threat: Some(threat?) }),
        }
    }

    /// The activity that a key names, with or without the zero that Excel takes off "07".
    pub(super) fn activity(&mut self, line: Line<'_>, text: &str) -> Option<ActivityId> {
        let catalogue = self.target.catalogue;
        let known = |text: &str| {
            ActivityId::parse(text).ok().filter(|id| {
                catalogue.activities.contains_key(id)
                    || self.target.assessment.activities.contains_key(id)
            })
        };
        let known = known(text).or_else(|| known(&format!("{text:0>2}")));
        if known.is_none() {
            let ids = catalogue.activities.keys().map(ActivityId::as_str);
            let fact = Fact::ImportUnknownActivity {
                found: text.to_owned(),
                nearest: nearest(text, ids).map(str::to_owned),
                version: catalogue.version.clone(),
            };
            let place = self.place(line, key_place(line.found));
            self.report(place, fact);
        }
        known
    }

    /// The threat that a key names.
    pub(super) fn threat(&mut self, line: Line<'_>, text: &str) -> Option<ThreatId> {
        let catalogue = self.target.catalogue;
        let known = ThreatId::parse(text).ok().filter(|id| catalogue.threats.contains_key(id));
        if known.is_none() {
            let fact = Fact::ImportUnknownThreat {
                found: text.to_owned(),
                nearest: nearest(text, catalogue.threats.keys().map(ThreatId::as_str))
                    .map(str::to_owned),
                version: catalogue.version.clone(),
            };
            let column = line.found.place(Role::ThreatId).unwrap_or_default();
            let place = self.place(line, column);
            self.report(place, fact);
        }
        known
    }

    /// Titles and areas are locked, but protection is no guarantee: a changed one is a sign that
    /// rows have been mixed up.
    fn locked(
        &mut self,
        line: Line<'_>,
        key: &Key,
        (written, is_same_catalogue): (Option<&Locked>, bool),
    ) {
        let catalogue = self.target.catalogue;
        let activity = catalogue.activities.get(&key.activity);
        let area = activity.and_then(|activity| catalogue.area(&activity.area));
        let threat = key.threat.as_ref().and_then(|id| catalogue.threats.get(id));
        // The figures of the catalogue may be others by now, and where a workbook does not say what it
        // was written with, nobody knows.
        let starting = activity.filter(|_| written.is_some());
        let starting = starting.map(|activity| starting_figures(Some(activity)));
        let hits = threat.filter(|_| is_same_catalogue).map(|threat| {
            [Lang::Da, Lang::En].map(|lang| hits(lang, &threat.dimensions, threat.rights))
        });
        let hits = hits.as_ref().map(|hits| hits.each_ref().map(String::as_str));
        let expected = [
            (Role::Title, activity.map(|activity| [activity.title.as_str(); 2])),
            (Role::Area, area.map(|area| [area.label.as_str(), area.label_en.as_str()])),
            (Role::ThreatTitle, threat.map(|threat| [threat.title.as_str(); 2])),
            (Role::ThreatHits, hits),
            (Role::Starting, starting.as_ref().map(|text| [text.as_str(); 2])),
        ];
        for (role, texts) in expected {
            let (Some(texts), Some(column)) = (texts, line.found.place(role)) else { continue };
            let cell = line.cell(column);
            // Most are as they were, and folding is slow.
            if matches!(cell.map(|cell| &cell.value), Some(Value::Text(text)) if texts.contains(&text.as_str()))
            {
                continue;
            }
            let text = cell.map(shown).unwrap_or_default();
            // A row that somebody added has none; nothing is read from it either way.
            if text.is_empty() {
                continue;
            }
            let at = Address { row: line.row, column };
            if role == Role::Starting && written.is_some_and(|known| known.stood_at(at, &text)) {
                continue;
            }
            if texts.iter().all(|expected| fold(expected) != fold(&text)) {
                let [expected, _] = texts.map(str::to_owned);
                let place = self.place(line, column);
                let found = text.into_owned();
                let is_another = role == Role::Title && is_own(key.activity.as_str());
                self.report(
                    place,
                    if is_another {
                        let id = key.activity.to_string();
                        Fact::OwnNumberTaken { id, found, known: expected }
                    } else {
                        Fact::LockedCellChanged { found, expected }
                    },
                );
            }
        }
    }

    fn row(&mut self, line: Line<'_>, key: &Key, protocol: &Protocol<'_>) {
        let before = self.outcome.changes.len();
        let row_key = (line.found.form, key.activity.clone(), key.threat.clone());
        let baseline = protocol.baseline.get(&row_key);
        for (column, place) in &line.found.columns {
            let Role::Input(field) = column.role else { continue };
            let stood = baseline.and_then(|row| row.get(field)).unwrap_or_default();
            if !self.passes(line.cell(*place), stood, field.shape()) {
                self.cell_of((line, *place), (key, &field.into()), stood);
            }
        }
        let extras = protocol.extras.get(&row_key);
        for (added, place) in &line.found.extras {
            let stood = extras.and_then(|row| row.get(added)).map_or("", String::as_str);
            if !self.passes(line.cell(*place), stood, Shape::Text) {
                self.cell_of((line, *place), (key, &Input::Extra(added.clone())), stood);
            }
        }
        self.begun(before, &key.activity);
    }

    /// Whether a cell is untouched at a glance, as most are.
    fn passes(&mut self, cell: Option<&Cell>, stood: &str, shape: Shape) -> bool {
        let Some(cell) = cell else { return stood.is_empty() };
        let is_untouched = shape.shows(cell, stood, self.words());
        self.outcome.cells_read += usize::from(is_untouched);
        is_untouched
    }

    /// An input cell, against what stood there when the workbook was written.
    fn cell_of(
        &mut self,
        (line, place): (Line<'_>, u32),
        (key, field): (&Key, &Input),
        stood: &str,
    ) {
        let cell = line.cell(place);
        if cell.is_none() && self.is_bad(line, place) {
            return;
        }
        let parsed = match field {
            Input::Field(field) => {
                cell.map_or(Ok(None), |cell| field.shape().parse(cell, self.words()))
            }
            Input::Extra(_) | Input::OfAction { .. } => {
                let now = self.before.activities.get(&key.activity);
                let now = now.and_then(|now| field.read(now, key.threat.as_ref(), self.lang));
                self.own_entry(cell, now.as_ref())
            }
        };
        match parsed {
            Err(fact) => self.report(self.place(line, place), fact),
            Ok(entry) => {
                self.outcome.cells_read += usize::from(entry.is_some());
                if !is_untouched(stood, entry.as_ref()) {
                    let location = self.place(line, place);
                    self.field((key, field), entry.as_ref(), location, stood);
                }
            }
        }
    }

    /// What stands in a column that people added, where they may show what they like; `now` is what the
    /// file has there, since CSV knows only texts and JSON no days.
    pub(super) fn own_entry(
        &self,
        cell: Option<&Cell>,
        now: Option<&Entry>,
    ) -> Result<Option<Entry>, Fact> {
        let Some(cell) = cell else { return Ok(None) };
        if let Value::FormulaWithoutResult = cell.value {
            return Shape::Text.parse(cell, self.words());
        }
        let entry = own_cell(cell).as_ref().and_then(Entry::of_own);
        Ok(match (entry, now) {
            (Some(Entry::Text(text)), Some(now)) if !self.has_kinds() => Some(now.same_kind(&text)),
            (entry, _) => entry,
        })
    }

    /// Whether the cells that are read say of what kind they are.
    pub(super) fn has_kinds(&self) -> bool {
        self.incoming.workbook.source == Source::Spreadsheet
    }

    pub(super) fn is_bad(&self, line: Line<'_>, column: u32) -> bool {
        self.incoming.workbook.bad_cells.iter().any(|bad| {
            bad.sheet == line.found.sheet.name
                && matches!(bad.place, super::super::workbook::Place::At(address)
                    if (address.row, address.column) == (line.row, column))
        })
    }

    /// Takes over a field that the workbook changed since it was written, or reports a conflict.
    pub(super) fn field(
        &mut self,
        (key, field): (&Key, &Input),
        entry: Option<&Entry>,
        place: Location,
        baseline: &str,
    ) {
        let kept = self.as_kept(key, field, entry);
        let entry = kept.as_ref().or(entry);
        let file = self.held(key, field);
        let verdict = judge(baseline, entry, file.as_ref());
        let sides = Sides { baseline, now: file.as_ref(), workbook: entry };
        self.settle((key, field), verdict, &sides, place);
    }

    /// A list as the assessment would say it: `(Ida; 1. marts 2027)` and `(Ida; 2027-03-01)` are the
    /// same, so that a workbook that is read twice is no conflict with itself. `None`: no list.
    fn as_kept(&self, key: &Key, field: &Input, entry: Option<&Entry>) -> Option<Entry> {
        let (Input::Field(field), Some(entry)) = (field, entry) else { return None };
        let (id, threat) = (&key.activity, key.threat.as_ref());
        match self.before.activities.get(id) {
            Some(answer) => field.listed(answer, threat, entry, self.lang),
            None => field.listed(&self.untouched(id), threat, entry, self.lang),
        }
    }

    /// What the assessment held before this workbook.
    pub(super) fn held(&self, key: &Key, field: &Input) -> Option<Entry> {
        let (id, threat) = (&key.activity, key.threat.as_ref());
        match self.before.activities.get(id) {
            Some(answer) => field.read(answer, threat, self.lang),
            None => field.read(&self.untouched(id), threat, self.lang),
        }
    }

    /// An answer that nobody has touched.
    pub(super) fn untouched(&self, id: &ActivityId) -> ActivityAnswer {
        untouched_answer(id, self.target.catalogue, self.target.method)
    }

    /// Writes a field that the workbook is right about; a conflict is settled first, or reported.
    /// Says whether the field was written.
    pub(super) fn settle(
        &mut self,
        (key, field): (&Key, &Input),
        verdict: Verdict,
        sides: &Sides<'_>,
        place: Location,
    ) -> bool {
        let decided = match verdict {
            Verdict::Conflict => self.decided((key, field), sides, &place),
            Verdict::Take if self.has_agreed(key, field) => {
                self.decided((key, field), sides, &place)
            }
            Verdict::Take => Decided::Take,
            Verdict::Keep => Decided::Keep,
        };
        let now = sides.now.cloned();
        match decided {
            Decided::Keep => false,
            Decided::Take => self.write((key, field), now, sides.workbook.cloned(), place),
            Decided::Agreed(value, place) => self.write((key, field), now, Some(value), place),
        }
    }

    /// Writes a field and keeps the change. Says whether it could be written.
    pub(super) fn write(
        &mut self,
        (key, field): (&Key, &Input),
        from: Option<Entry>,
        to: Option<Entry>,
        place: Location,
    ) -> bool {
        let (words, id, threat) = (self.words(), &key.activity, key.threat.as_ref());
        let (catalogue, method) = (self.target.catalogue, self.target.method);
        let answers = &mut self.outcome.assessment.activities;
        let answer =
            answers.entry(id.clone()).or_insert_with(|| untouched_answer(id, catalogue, method));
        if let Err(allowed) = field.write(answer, threat, to.as_ref(), words) {
            let found = to.map(|entry| entry.shown(words).into_owned()).unwrap_or_default();
            self.report(place, Fact::ImportValue { found, allowed, nearest: None });
            return false;
        }
        let (activity, threat) = (id.clone(), threat.cloned());
        let field = field.clone();
        self.outcome.changes.push(FieldChange { activity, threat, field, from, to, place });
        true
    }

    /// A figure filled in on an activity that nobody had started starts it, unless the workbook
    /// says what its status is.
    pub(super) fn begun(&mut self, before: usize, id: &ActivityId) {
        let ImportOutcome { assessment, changes, .. } = &mut self.outcome;
        let Some(answer) = assessment.activities.get_mut(id) else { return };
        let of_row = changes.get(before..).unwrap_or_default();
        if answer.status == Status::NotStarted
            && of_row.iter().any(|change| change.field.is_figure())
            && !changes.iter().any(|c| c.activity == *id && c.field == Field::Status.into())
        {
            answer.status = Status::InProgress;
        }
    }
}

fn key_place(found: &Found<'_>) -> u32 {
    found.place(Role::ActivityId).unwrap_or_default()
}
