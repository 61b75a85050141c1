//! The sheet *Handlinger*: the actions of each risk, taken together again.
//!
//! The same actions stand as lines in a cell of the row that they belong to, and the model knows
//! them once. So what this sheet says is compared with that cell's baseline, and goes the way of
//! any other field from there.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::entry::{Entry, Shape, clean, shown};
use super::super::field::Field;
use super::super::input::Input;
use super::super::layout::{ActionPart, Form, Role};
use super::super::lines;
use super::super::protocol::Protocol;
use super::super::sheet::fitted;
use super::Import;
use super::rows::{Key, Line};
use crate::domain::{Action, ActivityId, Date, ThreatId};
use crate::finding::{Fact, Location};
use crate::text::Lang;
use crate::text::workbook::labels;

/// The risk that actions belong to: an activity's own, or that of a threat in it.
type RiskKey = (ActivityId, Option<ThreatId>);

/// A row of the sheet.
struct Item {
    /// Which action of the risk it was, counted from 1. Missing: a new one.
    number: Option<usize>,
    /// The action as the cell of its risk has it. Missing: emptied.
    text: Option<String>,
    /// Whether it says what will be done.
    has_what: bool,
    /// Number of the row in the sheet, counted from 0.
    row: u32,
    place: Location,
}

impl Import<'_> {
    /// Reads the sheet of actions, where the workbook has one.
    pub(super) fn actions(&mut self, protocol: &Protocol) {
        let Some(found) = self.find(Form::Actions, protocol) else { return };
        let mut risks: BTreeMap<RiskKey, Vec<Item>> = BTreeMap::new();
        for ((_, activity, threat), row) in &protocol.baseline {
            if row.get(Field::Actions).is_some() {
                risks.insert((activity.clone(), threat.clone()), Vec::new());
            }
        }
        for (row, cells) in found.sheet.rows().filter(|(row, _)| *row > found.header_row) {
            let line = Line { found: &found, row, cells };
            if let Some((key, item)) = self.action_row(line) {
                risks.entry(key).or_default().push(item);
            }
        }
        for (key, items) in risks {
            self.actions_of(key, items, protocol);
        }
    }

    /// A row; `None` for a blank one, and for one that has been reported.
    fn action_row(&mut self, line: Line<'_>) -> Option<(RiskKey, Item)> {
        let (activity, threat) = (line.key_text(Role::ActivityId), line.key_text(Role::ThreatId));
        let part = |part: ActionPart| {
            line.found.place(Role::Action(part)).and_then(|place| line.cell(place))
        };
        let text = |of: ActionPart| {
            part(of).map(|cell| shown(cell).into_owned()).filter(|text| !text.is_empty())
        };
        let (what, owner) = (text(ActionPart::What), text(ActionPart::Owner));
        let deadline = self.deadline(line)?;
        let is_empty = what.is_none() && owner.is_none() && deadline.is_none();
        let number = line.key_text(Role::ActionNumber).parse().ok();
        if is_empty && number.is_none() {
            return None;
        }
        self.outcome.rows_read += 1;
        let filled = [what.is_some(), owner.is_some(), deadline.is_some()];
        self.outcome.cells_read += filled.into_iter().filter(|is_filled| *is_filled).count();
        let activity = self.activity(line, &activity);
        let threat = match threat.is_empty() {
            true => Some(None),
            false => self.threat(line, &threat).map(Some),
        };
        let place = line.found.place(Role::Action(ActionPart::What)).unwrap_or_default();
        let place = self.place(line, place);
        let has_what = what.is_some();
        let text = (!is_empty).then(|| {
            let what = what.unwrap_or_default();
            lines::action_in_cell(&Action { what, owner, deadline })
        });
        Some(((activity?, threat?), Item { number, text, has_what, row: line.row, place }))
    }

    /// The deadline of a row; `None` where what stands there is no day, which is reported.
    fn deadline(&mut self, line: Line<'_>) -> Option<Option<Date>> {
        let Some(column) = line.found.place(Role::Action(ActionPart::Deadline)) else {
            return Some(None);
        };
        let parsed = line.cell(column).map_or(Ok(None), |c| Shape::Date.parse(c, self.words()));
        match parsed {
            Ok(Some(Entry::Date(date))) => Some(Some(date)),
            Ok(_) => Some(None),
            Err(fact) => {
                self.report(self.place(line, column), fact);
                None
            }
        }
    }

    /// What the sheet says of the actions of one risk, against what it said when it was written.
    fn actions_of(&mut self, (activity, threat): RiskKey, items: Vec<Item>, protocol: &Protocol) {
        let form = if threat.is_some() { Form::Threats } else { Form::Activities };
        let row_key = (form, activity.clone(), threat.clone());
        let stood = protocol.baseline.get(&row_key).and_then(|row| row.get(Field::Actions));
        let stood = stood.unwrap_or_default();
        let mark = [Lang::Da, Lang::En].map(|lang| labels::TRUNCATED.pick(lang));
        let is_cut = |text: &str| mark.iter().any(|mark| text.contains(mark));
        if is_cut(stood) || items.iter().any(|item| item.text.as_deref().is_some_and(is_cut)) {
            // The workbook never had the whole texts, so it cannot say what became of them.
            return;
        }
        let place = items.first().map(|item| item.place.clone());
        let key = Key { activity, threat };
        let Some(texts) = self.together(&key, lines::items(stood), items) else { return };
        let text = clean(&texts.join("\n")).into_owned();
        let whole = fitted(&text, labels::TRUNCATED.pick(self.lang));
        if whole == stood {
            return;
        }
        let place = place.unwrap_or_else(|| self.whole_file());
        match self.said_by_cell(&key) {
            Some((cell, _)) if cell == text => {}
            Some((cell, there)) => {
                let row = key.to_string();
                self.report(place, Fact::ActionsTwice { row, here: text, there, cell });
            }
            None => {
                let entry = (!text.is_empty()).then_some(Entry::Text(text));
                self.field((&key, &Field::Actions.into()), entry.as_ref(), place, stood);
            }
        }
    }

    /// The actions of a risk in their order, new ones last; `None` where two rows are the same one or
    /// one does not say what will be done. A row that vanished is reported, not obeyed.
    fn together(&mut self, key: &Key, stood: Vec<String>, items: Vec<Item>) -> Option<Vec<String>> {
        let mut rows: BTreeMap<usize, Item> = BTreeMap::new();
        let mut new = Vec::new();
        for item in items {
            let stood_so = item.number.and_then(|number| stood.get(number.checked_sub(1)?));
            if item.text.is_some() && !item.has_what && item.text.as_ref() != stood_so {
                let allowed = vec![labels::AN_ACTION.pick(self.lang).to_owned()];
                let fact = Fact::ImportValue { found: String::new(), allowed, nearest: None };
                self.report(item.place, fact);
                return None;
            }
            match item.number.filter(|number| (1..=stood.len()).contains(number)) {
                None => new.extend(item.text),
                Some(number) => {
                    let (place, text) = (item.place.clone(), item.text.clone());
                    if let Some(first) = rows.insert(number, item)
                        && first.text != text
                    {
                        let (key, first_row) = (format!("{key} {number}"), first.row + 1);
                        self.report(place, Fact::RowRepeated { key, first_row });
                        return None;
                    }
                }
            }
        }
        let mut texts = Vec::new();
        for (number, text) in (1..).zip(stood) {
            match rows.remove(&number) {
                Some(item) => texts.extend(item.text),
                None => {
                    if self.target.base.is_none() {
                        let row = key.to_string();
                        let fact = Fact::ActionVanished { row, action: text.clone() };
                        self.report(self.whole_file(), fact);
                    }
                    texts.push(text);
                }
            }
        }
        texts.extend(new);
        Some(texts)
    }

    /// What the cell of the risk's own row in this workbook changed the actions to, and where it
    /// stands. `None`: it did not change them.
    fn said_by_cell(&self, key: &Key) -> Option<(String, String)> {
        let is_it = |activity: &ActivityId, threat: &Option<ThreatId>, field: &Input| {
            (activity, threat) == (&key.activity, &key.threat) && *field == Field::Actions.into()
        };
        let changes = self.outcome.changes.get(self.earlier..).unwrap_or_default();
        let change = changes.iter().find(|c| is_it(&c.activity, &c.threat, &c.field));
        if let Some(change) = change {
            let text = change.to.as_ref().map(Entry::key).unwrap_or(Cow::Borrowed(""));
            return Some((text.into_owned(), super::conflict::file_and_cell(&change.place).1));
        }
        let conflict = self.outcome.conflicts.iter().find(|conflict| {
            is_it(&conflict.activity, &conflict.threat, &conflict.field)
                && conflict.file_and_cell().0 == self.incoming.file
        })?;
        Some((conflict.workbook.clone(), conflict.file_and_cell().1))
    }
}
