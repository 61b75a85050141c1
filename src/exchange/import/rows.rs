//! The rows of a form, by key and in any order.

use std::borrow::Cow;
use std::collections::btree_map::Entry::{Occupied, Vacant};

use super::super::entry::{Entry, fold, shown};
use super::super::field::Field;
use super::super::layout::{Form, Role};
use super::super::protocol::Protocol;
use super::super::workbook::{Cell, Row, Value};
use super::conflict::Sides;
use super::origin::{Verdict, is_untouched, judge};
use super::table::Found;
use super::{FieldChange, Import, Prefer};
use crate::domain::{ActivityId, Status, ThreatId};
use crate::engine::untouched_answer;
use crate::finding::{Fact, Location, nearest};

/// Who a row is about.
pub(super) struct Key {
    pub(super) activity: ActivityId,
    pub(super) threat: Option<ThreatId>,
}

/// A row that is being read.
#[derive(Clone, Copy)]
struct Line<'f> {
    found: &'f Found<'f>,
    /// Counted from 0.
    row: u32,
    cells: &'f Row,
}

impl<'f> Line<'f> {
    fn cell(&self, column: u32) -> Option<&'f Cell> {
        self.cells.get(column)
    }

    fn key_text(&self, role: Role) -> Cow<'f, str> {
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
        for (row, cells) in found.sheet.rows().filter(|(row, _)| *row > found.header_row) {
            let line = Line { found: &found, row, cells };
            let Some(key) = self.key(form, line) else { continue };
            match self.seen.entry((form, key.activity.clone(), key.threat.clone())) {
                Occupied(first) => {
                    let first_row = first.get() + 1;
                    let place = self.place(line, key_place(&found));
                    let threat = key.threat.as_ref();
                    let threat = threat.map_or_else(String::new, |threat| format!(" {threat}"));
                    let key = format!("{}{threat}", key.activity);
                    self.report(place, Fact::RowRepeated { key, first_row });
                    continue;
                }
                Vacant(free) => free.insert(row),
            };
            self.outcome.rows_read += 1;
            self.locked(line, &key);
            self.row(line, &key, protocol);
        }
    }

    /// A cell of the row, for a finding.
    fn place(&self, line: Line<'_>, column: u32) -> Location {
        self.cell(&line.found.sheet.name, line.row, column)
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
            Form::Threats => Some(self.threat(line, &threat_text)),
        };
        match threat {
            None => Some(Key { activity: activity?, threat: None }),
            Some(threat) => Some(Key { activity: activity?, threat: Some(threat?) }),
        }
    }

    fn activity(&mut self, line: Line<'_>, text: &str) -> Option<ActivityId> {
        let catalogue = self.target.catalogue;
        let known = ActivityId::parse(text).ok().filter(|id| {
            catalogue.activities.contains_key(id)
                || self.target.assessment.activities.contains_key(id)
        });
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

    fn threat(&mut self, line: Line<'_>, text: &str) -> Option<ThreatId> {
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
    fn locked(&mut self, line: Line<'_>, key: &Key) {
        let catalogue = self.target.catalogue;
        let activity = catalogue.activities.get(&key.activity);
        let area = activity.and_then(|activity| catalogue.area(&activity.area));
        let threat = key.threat.as_ref().and_then(|id| catalogue.threats.get(id));
        let expected = [
            (Role::Title, activity.map(|activity| [activity.title.as_str(); 2])),
            (Role::Area, area.map(|area| [area.label.as_str(), area.label_en.as_str()])),
            (Role::ThreatTitle, threat.map(|threat| [threat.title.as_str(); 2])),
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
            if texts.iter().all(|expected| fold(expected) != fold(&text)) {
                let [expected, _] = texts.map(str::to_owned);
                let place = self.place(line, column);
                let found = text.into_owned();
                self.report(place, Fact::LockedCellChanged { found, expected });
            }
        }
    }

    fn row(&mut self, line: Line<'_>, key: &Key, protocol: &Protocol<'_>) {
        let before = self.outcome.changes.len();
        let row_key = (line.found.form, key.activity.clone(), key.threat.clone());
        let baseline = protocol.baseline.get(&row_key);
        // In the order of the table, so that reasons find the figures that they argue for.
        for (column, place) in &line.found.columns {
            let Role::Input(field) = column.role else { continue };
            let cell = line.cell(*place);
            if cell.is_none() && self.is_bad(line, *place) {
                continue;
            }
            let stood = baseline.and_then(|row| row.get(field)).unwrap_or_default();
            if cell.is_some_and(|cell| field.shape().shows(cell, stood, self.words())) {
                self.outcome.cells_read += 1;
                continue;
            }
            let parsed = cell.map_or(Ok(None), |cell| field.shape().parse(cell, self.words()));
            match parsed {
                Err(fact) => self.report(self.place(line, *place), fact),
                Ok(entry) => {
                    self.outcome.cells_read += usize::from(entry.is_some());
                    if !is_untouched(stood, entry.as_ref()) {
                        let location = self.place(line, *place);
                        self.field((key, field), entry, location, stood);
                    }
                }
            }
        }
        self.begun(before, &key.activity);
    }

    fn is_bad(&self, line: Line<'_>, column: u32) -> bool {
        self.incoming.workbook.bad_cells.iter().any(|bad| {
            bad.sheet == line.found.sheet.name
                && matches!(bad.place, super::super::workbook::Place::At(address)
                    if (address.row, address.column) == (line.row, column))
        })
    }

    /// Takes over a field that the workbook changed since it was written, or reports a conflict.
    fn field(
        &mut self,
        (key, field): (&Key, Field),
        entry: Option<Entry>,
        place: Location,
        baseline: &str,
    ) {
        let (words, id, threat) = (self.words(), &key.activity, key.threat.as_ref());
        let (catalogue, method) = (self.target.catalogue, self.target.method);
        let untouched = || untouched_answer(id, catalogue, method);
        let file_answer = self.before.activities.get(id);
        let file = match file_answer {
            Some(answer) => field.read(answer, threat, words.lang),
            None => field.read(&untouched(), threat, words.lang),
        };
        let verdict = match (judge(baseline, entry.as_ref(), file.as_ref()), self.target.prefer) {
            (Verdict::Conflict, Prefer::Workbook) => Verdict::Take,
            (Verdict::Conflict, Prefer::File) => Verdict::Keep,
            (Verdict::Conflict, Prefer::Nobody) => {
                let (now, workbook) = (file.as_ref(), entry.as_ref());
                self.decided((key, field), &Sides { baseline, now, workbook }, &place)
            }
            (verdict, _) => verdict,
        };
        match verdict {
            // A conflict has been reported by now.
            Verdict::Keep | Verdict::Conflict => {}
            Verdict::Take => {
                let answer =
                    self.outcome.assessment.activities.entry(id.clone()).or_insert_with(untouched);
                match field.write(answer, threat, entry.as_ref(), words) {
                    Err(allowed) => {
                        let found = entry
                            .as_ref()
                            .map(|entry| entry.shown(words).into_owned())
                            .unwrap_or_default();
                        self.report(place, Fact::ImportValue { found, allowed, nearest: None });
                    }
                    Ok(()) => self.outcome.changes.push(FieldChange {
                        activity: id.clone(),
                        threat: threat.cloned(),
                        field,
                        from: file,
                        to: entry,
                        place,
                    }),
                }
            }
        }
    }

    /// A figure filled in on an activity that nobody had started starts it, unless the workbook
    /// says what its status is.
    fn begun(&mut self, before: usize, id: &ActivityId) {
        let of_row = self.outcome.changes.get(before..).unwrap_or_default();
        let has_figure = of_row.iter().any(|change| change.field.is_figure());
        let has_status = self
            .outcome
            .changes
            .iter()
            .any(|change| change.activity == *id && change.field == Field::Status);
        let answer = self.outcome.assessment.activities.get_mut(id);
        if let Some(answer) = answer.filter(|_| has_figure && !has_status)
            && answer.status == Status::NotStarted
        {
            answer.status = Status::InProgress;
        }
    }
}

fn key_place(found: &Found<'_>) -> u32 {
    found.place(Role::ActivityId).unwrap_or_default()
}
