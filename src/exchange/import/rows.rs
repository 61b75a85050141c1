//! The rows of a form, by key and in any order.

use std::collections::BTreeMap;

use super::super::entry::{Entry, clean, fold};
use super::super::field::Field;
use super::super::layout::{Form, Role};
use super::super::protocol::Protocol;
use super::super::workbook::{Cell, Value};
use super::origin::{FieldOfRow, Verdict, judge};
use super::table::Found;
use super::{FieldChange, Import, Prefer};
use crate::domain::{ActivityId, Status, ThreatId};
use crate::engine::new_answer;
use crate::finding::{Fact, Location, nearest};

/// Who a row is about.
struct Key {
    activity: ActivityId,
    threat: Option<ThreatId>,
}

impl<'a> Import<'a> {
    /// Reads every row of a form.
    pub(super) fn form(&mut self, form: Form, protocol: &Protocol) {
        let Some(found) = self.find(form, protocol) else { return };
        let mut first_rows: BTreeMap<(ActivityId, Option<ThreatId>), u32> = BTreeMap::new();
        for (row, _) in found.sheet.rows().filter(|(row, _)| *row > found.header_row) {
            let Some(key) = self.key(form, &found, row) else { continue };
            let id = (key.activity.clone(), key.threat.clone());
            if let Some(first) = first_rows.get(&id) {
                let place = self.cell(&found.sheet.name, row, self.key_place(&found));
                let threat = id.1.as_ref().map_or_else(String::new, |threat| format!(" {threat}"));
                let key = format!("{}{threat}", id.0);
                self.report(place, Fact::RowRepeated { key, first_row: first + 1 });
                continue;
            }
            first_rows.insert(id, row);
            let threat = key.threat.as_ref().map_or("", ThreatId::as_str);
            self.seen.insert((form, key.activity.to_string(), threat.to_owned()));
            self.outcome.rows_read += 1;
            self.locked(&found, row, &key);
            self.row(&found, row, &key, protocol);
        }
    }

    fn key_place(&self, found: &Found<'_>) -> u32 {
        found.place(Role::ActivityId).unwrap_or_default()
    }

    /// The key of a row; `None` for a row without one, reported where something is filled in.
    fn key(&mut self, form: Form, found: &Found<'_>, row: u32) -> Option<Key> {
        let activity_text = self.key_text(found, row, Role::ActivityId);
        let threat_text = self.key_text(found, row, Role::ThreatId);
        let is_blank = activity_text.is_empty()
            && (form == Form::Activities || threat_text.is_empty())
            && !self.has_input(found, row);
        if is_blank {
            return None;
        }
        let activity = self.activity(found, row, &activity_text);
        let threat = match form {
            Form::Activities => None,
            Form::Threats => Some(self.threat(found, row, &threat_text)),
        };
        match threat {
            None => Some(Key { activity: activity?, threat: None }),
            Some(threat) => Some(Key { activity: activity?, threat: Some(threat?) }),
        }
    }

    fn key_text(&self, found: &Found<'_>, row: u32, role: Role) -> String {
        let cell = found.place(role).and_then(|column| found.sheet.cell(row, column));
        cell.map(shown).unwrap_or_default()
    }

    fn has_input(&self, found: &Found<'_>, row: u32) -> bool {
        let inputs = found.columns.iter().filter(|(c, _)| matches!(c.role, Role::Input(_)));
        inputs
            .filter_map(|(_, place)| found.sheet.cell(row, *place))
            .any(|cell| !shown(cell).is_empty())
    }

    fn activity(&mut self, found: &Found<'_>, row: u32, text: &str) -> Option<ActivityId> {
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
            let place = self.cell(&found.sheet.name, row, self.key_place(found));
            self.report(place, fact);
        }
        known
    }

    fn threat(&mut self, found: &Found<'_>, row: u32, text: &str) -> Option<ThreatId> {
        let catalogue = self.target.catalogue;
        let known = ThreatId::parse(text).ok().filter(|id| catalogue.threats.contains_key(id));
        if known.is_none() {
            let fact = Fact::ImportUnknownThreat {
                found: text.to_owned(),
                nearest: nearest(text, catalogue.threats.keys().map(ThreatId::as_str))
                    .map(str::to_owned),
                version: catalogue.version.clone(),
            };
            let column = found.place(Role::ThreatId).unwrap_or_default();
            let place = self.cell(&found.sheet.name, row, column);
            self.report(place, fact);
        }
        known
    }

    /// Titles and areas are locked, but protection is no guarantee: a changed one is a sign that
    /// rows have been mixed up.
    fn locked(&mut self, found: &Found<'_>, row: u32, key: &Key) {
        let catalogue = self.target.catalogue;
        let activity = catalogue.activities.get(&key.activity);
        let area = activity.and_then(|activity| catalogue.area(&activity.area));
        let threat = key.threat.as_ref().and_then(|id| catalogue.threats.get(id));
        let expected = [
            (Role::Title, activity.map(|activity| vec![activity.title.as_str()])),
            (Role::Area, area.map(|area| vec![area.label.as_str(), area.label_en.as_str()])),
            (Role::ThreatTitle, threat.map(|threat| vec![threat.title.as_str()])),
        ];
        for (role, texts) in expected {
            let (Some(texts), Some(column)) = (texts, found.place(role)) else { continue };
            let text = found.sheet.cell(row, column).map(shown).unwrap_or_default();
            if texts.iter().all(|expected| fold(expected) != fold(&text)) {
                let expected = texts.first().map_or("", |text| text).to_owned();
                let place = self.cell(&found.sheet.name, row, column);
                self.report(place, Fact::LockedCellChanged { found: text, expected });
            }
        }
    }

    fn row(&mut self, found: &Found<'_>, row: u32, key: &Key, protocol: &Protocol) {
        let before = self.outcome.changes.len();
        // In the order of the table, so that reasons find the figures that they argue for.
        for (column, place) in &found.columns {
            let Role::Input(field) = column.role else { continue };
            let location = self.cell(&found.sheet.name, row, *place);
            let cell = found.sheet.cell(row, *place);
            if cell.is_none() && self.is_bad(&found.sheet.name, row, *place) {
                continue;
            }
            let parsed = cell.map_or(Ok(None), |cell| field.shape().parse(cell, self.words()));
            match parsed {
                Err(fact) => self.report(location, fact),
                Ok(entry) => {
                    self.outcome.cells_read += usize::from(entry.is_some());
                    let of_row = FieldOfRow {
                        form: found.form,
                        activity: &key.activity,
                        threat: key.threat.as_ref(),
                        field,
                    };
                    self.field(&of_row, entry, location, protocol);
                }
            }
        }
        self.begun(before, &key.activity);
    }

    fn is_bad(&self, sheet: &str, row: u32, column: u32) -> bool {
        self.incoming.workbook.bad_cells.iter().any(|bad| {
            bad.sheet == sheet
                && matches!(bad.place, super::super::guard::Place::At(address)
                    if (address.row, address.column) == (row, column))
        })
    }

    fn field(
        &mut self,
        of_row: &FieldOfRow<'_>,
        entry: Option<Entry>,
        place: Location,
        protocol: &Protocol,
    ) {
        let (words, id) = (self.words(), of_row.activity);
        let (catalogue, method) = (self.target.catalogue, self.target.method);
        let baseline = of_row.baseline(&protocol.baseline);
        let untouched = || {
            let activity = catalogue.activities.get(id);
            activity.map(|a| new_answer(a, catalogue, method)).unwrap_or_default()
        };
        let file_answer = self.target.assessment.activities.get(id);
        let file = match file_answer {
            Some(answer) => of_row.current(answer, words),
            None => of_row.current(&untouched(), words),
        };
        let verdict = match (judge(baseline, entry.as_ref(), file.as_ref()), self.target.prefer) {
            (Verdict::Conflict, Prefer::Workbook) => Verdict::Take,
            (Verdict::Conflict, Prefer::File) => Verdict::Keep,
            (verdict, _) => verdict,
        };
        match verdict {
            Verdict::Keep => {}
            Verdict::Conflict => {
                let shown = |entry: Option<&Entry>| {
                    entry.map(|entry| entry.shown(words).into_owned()).unwrap_or_default()
                };
                let fact = Fact::Conflict {
                    field: of_row.field.header(self.lang),
                    workbook: shown(entry.as_ref()),
                    file: shown(file.as_ref()),
                    baseline: baseline.to_owned(),
                };
                self.report(place, fact);
            }
            Verdict::Take => {
                let answer =
                    self.outcome.assessment.activities.entry(id.clone()).or_insert_with(untouched);
                let threat = of_row.threat;
                match of_row.field.write(answer, threat, entry.as_ref(), words) {
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
                        field: of_row.field,
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

/// A cell as text, for keys and locked cells.
fn shown(cell: &Cell) -> String {
    match &cell.value {
        Value::Text(text) => clean(text).into_owned(),
        Value::Number(number) => number.to_string(),
        Value::Boolean(value) => value.to_string(),
        Value::Date { serial } => serial.to_string(),
        Value::Error(text) => text.clone(),
        Value::FormulaWithoutResult => String::new(),
    }
}
