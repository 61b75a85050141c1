//! The sheet *Handlinger*: the actions of each risk, taken together again.
//!
//! The same actions stand as lines in a cell of the row that they belong to, and the model knows
//! them once. So what this sheet says is compared with that cell's baseline, and goes the way of
//! any other field from there.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::entry::{Entry, Shape, clean, shown};
use super::super::field::Field;
use super::super::input::{Input, is_shown, own_entry};
use super::super::layout::{ActionPart, Form, Role};
use super::super::lines;
use super::super::protocol::Protocol;
use super::super::sheet::fitted;
use super::super::workbook::Source;
use super::Import;
use super::conflict::Sides;
use super::origin::{is_untouched, judge};
use super::outside::FIRST_CHARS;
use super::rows::{Key, Line};
use crate::domain::{Action, ActivityId, Assessment, Date, ThreatId};
use crate::finding::{Fact, Location};
use crate::text::Lang;
use crate::text::workbook::labels;

/// The risk that actions belong to: an activity's own, or that of a threat in it.
pub(super) type RiskKey = (ActivityId, Option<ThreatId>);

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
    own: Vec<Own>,
}

impl Item {
    fn has_own(&self) -> bool {
        self.own.iter().any(|own| own.entry.is_some())
    }

    fn says_the_same(&self, other: &Self) -> bool {
        let own = |item: &Self| item.own.iter().map(|own| own.entry.clone()).collect::<Vec<_>>();
        self.text == other.text && own(self) == own(other)
    }
}

/// What stands in a column that people added.
struct Own {
    key: String,
    entry: Option<Entry>,
    place: Location,
}

/// An action as the sheet says that it is.
struct Said {
    text: String,
    /// Which action of the risk it was, counted from 1. Missing: a new one.
    number: Option<usize>,
    /// Empty where its row vanished.
    own: Vec<Own>,
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
        self.vanished_columns(&found, protocol);
    }

    /// Says what people wrote in columns of their own beside actions that are gone since, or can no
    /// longer be told from others: never lost without a word.
    pub(super) fn lost_beside_actions(&mut self) {
        let changed = self.outcome.changes.get(self.earlier..).unwrap_or_default();
        let changed = changed.iter().filter(|change| change.field == Field::Actions.into());
        let mut places: BTreeMap<RiskKey, Location> = BTreeMap::new();
        for change in changed {
            places.insert((change.activity.clone(), change.threat.clone()), change.place.clone());
        }
        let changes = self.outcome.changes.get(self.earlier..).unwrap_or_default();
        // Of most workbooks none, so that each risk is not looked for among thousands of changes.
        let beside: Vec<_> =
            changes.iter().filter(|c| matches!(c.field, Input::OfAction { .. })).collect();
        let mut lost = std::mem::take(&mut self.unplaced);
        for risk in places.keys() {
            let after = &self.outcome.assessment;
            let mut gone = Texts::of(actions_in(&self.before, risk));
            let mut there = Texts::of(actions_in(after, risk));
            for change in beside.iter().filter(|c| (&c.activity, &c.threat) == (&risk.0, &risk.1)) {
                let Input::OfAction { key, .. } = &change.field else { continue };
                gone.take(key, change.from.as_ref());
                there.take(key, change.to.as_ref());
            }
            for (key, entry) in self.emptied.get(risk).into_iter().flatten() {
                gone.take(key, Some(entry));
            }
            let gone = gone.0.into_iter().filter(|(key, text)| !there.take_text(key, text));
            let gone: Vec<(String, String)> = gone.collect();
            if !gone.is_empty() {
                lost.entry(risk.clone()).or_default().extend(gone);
            }
        }
        for ((activity, threat), texts) in lost {
            let place = places.remove(&(activity.clone(), threat.clone()));
            let place = place.unwrap_or_else(|| self.whole_file());
            let row = Key { activity, threat }.to_string();
            let said = |(key, text): (String, String)| {
                format!("{key}: {text}").chars().take(FIRST_CHARS).collect()
            };
            let texts = texts.into_iter().map(said).collect();
            self.report(place, Fact::ActionExtrasLost { row, texts });
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
        let own = self.own_columns(line);
        let has_own = own.iter().any(|own| own.entry.is_some()) && !activity.is_empty();
        if is_empty && number.is_none() && !has_own {
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
        let text = (!is_empty || number.is_none()).then(|| {
            let what = what.unwrap_or_default();
            lines::action_in_cell(&Action { what, owner, deadline, ..Action::default() })
        });
        Some(((activity?, threat?), Item { number, text, has_what, row: line.row, place, own }))
    }

    /// What stands in the columns that people added.
    fn own_columns(&mut self, line: Line<'_>) -> Vec<Own> {
        let mut all = Vec::new();
        for (key, column) in &line.found.extras {
            let place = self.place(line, *column);
            let cell = line.cell(*column);
            if cell.is_none() && self.is_bad(line, *column) {
                continue;
            }
            match self.own_entry(cell, None) {
                Ok(entry) => {
                    self.outcome.cells_read += usize::from(entry.is_some());
                    all.push(Own { key: key.clone(), entry, place });
                }
                Err(fact) => self.report(place, fact),
            }
        }
        all
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
            // The workbook never had the whole texts, so it cannot say what became of them. What
            // stands in columns of people's own has a cell to itself.
            let lines = lines::items(stood);
            let said = items.into_iter().filter_map(|item| {
                let text = lines.get(item.number?.checked_sub(1)?)?.clone();
                Some(Said { text, number: item.number, own: item.own })
            });
            let said = said.collect();
            self.own_columns_of(&Key { activity, threat }, stood, said, protocol);
            return;
        }
        let place = items.first().map(|item| item.place.clone());
        let key = Key { activity, threat };
        let Some(said) = self.together(&key, lines::items(stood), items, protocol) else { return };
        let texts: Vec<&str> = said.iter().map(|said| said.text.as_str()).collect();
        let text = clean(&texts.join("\n")).into_owned();
        let whole = fitted(&text, labels::TRUNCATED.pick(self.lang));
        if whole != stood {
            let place = place.unwrap_or_else(|| self.whole_file());
            match self.said_by_cell(&key) {
                Some((cell, _)) if cell == text => {}
                Some((cell, there)) => {
                    let row = key.to_string();
                    self.report(place, Fact::ActionsTwice { row, here: text, there, cell });
                    return;
                }
                None => {
                    let entry = (!text.is_empty()).then_some(Entry::Text(text));
                    self.field((&key, &Field::Actions.into()), entry.as_ref(), place, stood);
                }
            }
        }
        self.own_columns_of(&key, stood, said, protocol);
    }

    /// What stands in columns of people's own, for each action as it is by now.
    fn own_columns_of(&mut self, key: &Key, stood: &str, said: Vec<Said>, protocol: &Protocol) {
        let risk = (key.activity.clone(), key.threat.clone());
        let none = BTreeMap::new();
        let stood_of = |number: usize| {
            let key = (risk.0.clone(), risk.1.clone(), number);
            protocol.action_extras.get(&key).unwrap_or(&none)
        };
        let untouched = said.iter().all(|said| {
            let stood = said.number.map_or(&none, stood_of);
            said.own.iter().all(|own| own.is_untouched(stood))
        });
        let stood: Vec<String> = lines::items(stood);
        let texts: Vec<String> = said.iter().map(|said| said.text.clone()).collect();
        if untouched && texts == stood {
            return;
        }
        let now: Vec<String> = lines_in(&self.outcome.assessment, &risk);
        let before: Vec<String> = lines_in(&self.before, &risk);
        // Which action of the file each one of the workbook was, and which it is by now.
        let in_file = lines::same_actions(&stood, &before);
        let by_now = lines::same_actions(&now, &stood);
        let is_taken = now == texts;
        // Looked up once: a sheet may have thousands of actions of one risk.
        let places = places_of(&by_now);
        let extras: Vec<_> = shown_in(&self.before, &risk).map(|(_, a)| a.extra.clone()).collect();
        let shown_now = shown_in(&self.outcome.assessment, &risk);
        let shown_now: Vec<usize> = shown_now.map(|(at, _)| at).collect();
        for (at, said) in said.into_iter().enumerate() {
            let index = said.number.and_then(|number| number.checked_sub(1));
            let was = index.and_then(|index| in_file.get(index).copied().flatten());
            let stands = index.and_then(|index| places.get(&index).copied());
            let place = if is_taken { Some(at) } else { stands };
            let file = was.and_then(|nth| extras.get(nth)).cloned().unwrap_or_default();
            if let (true, Some(nth)) = (is_taken && now != before, place) {
                // The row says which action it is, better than its text does.
                let at = shown_now.get(nth).copied();
                if let Some(action) = action_mut(&mut self.outcome.assessment, &risk, at) {
                    action.extra.clone_from(&file);
                }
            }
            let stood = said.number.map_or(&none, stood_of);
            for own in said.own.into_iter().filter(|own| !own.is_untouched(stood)) {
                let Some(nth) = place else {
                    if let Some(entry) = own.entry {
                        let text = entry.key().into_owned();
                        self.unplaced.entry(risk.clone()).or_default().push((own.key, text));
                    }
                    continue;
                };
                let baseline = stood.get(&own.key).map_or("", String::as_str);
                let now = own_entry(&file, &own.key);
                let workbook = match (&own.entry, &now) {
                    (Some(Entry::Text(text)), Some(now)) if !self.has_kinds() => {
                        Some(now.same_kind(text))
                    }
                    (entry, _) => entry.clone(),
                };
                let workbook = workbook.as_ref();
                let verdict = judge(baseline, workbook, now.as_ref());
                let sides = Sides { baseline, now: now.as_ref(), workbook };
                let input = Input::OfAction { number: nth + 1, key: own.key };
                self.settle((key, &input), verdict, &sides, own.place);
            }
        }
    }

    /// The actions of a risk in their order, new ones last; `None` where two rows are the same one or
    /// one does not say what will be done. A row that vanished is reported, not obeyed.
    fn together(
        &mut self,
        key: &Key,
        stood: Vec<String>,
        items: Vec<Item>,
        protocol: &Protocol,
    ) -> Option<Vec<Said>> {
        let mut rows: BTreeMap<usize, Item> = BTreeMap::new();
        let mut new = Vec::new();
        // Every part has all actions of a risk, or none. JSON comes from programs, which leave out what
        // they have nothing to say about.
        let has_rows = self.incoming.workbook.source != Source::Json
            && items.iter().any(|item| item.number.is_some());
        for item in items {
            let stood_so = item.number.and_then(|number| stood.get(number.checked_sub(1)?));
            let is_known = item.number.is_some_and(|number| (1..=stood.len()).contains(&number));
            let is_about = item.text.is_some() || (!is_known && item.has_own());
            let is_as_before = item.text.is_some() && item.text.as_ref() == stood_so;
            if is_about && !item.has_what && !is_as_before {
                let allowed = vec![labels::AN_ACTION.pick(self.lang).to_owned()];
                let fact = Fact::ImportValue { found: String::new(), allowed, nearest: None };
                self.report(item.place, fact);
                return None;
            }
            match item.number.filter(|_| is_known) {
                None => {
                    new.extend(item.text.map(|text| Said { text, number: None, own: item.own }))
                }
                Some(number) => {
                    let place = item.place.clone();
                    let twice = rows.get(&number).filter(|first| !first.says_the_same(&item));
                    if let Some(first) = twice {
                        let (key, first_row) = (format!("{key} {number}"), first.row + 1);
                        self.report(place, Fact::RowRepeated { key, first_row });
                        return None;
                    }
                    rows.insert(number, item);
                }
            }
        }
        let mut texts = Vec::new();
        for (number, text) in (1..).zip(stood) {
            match rows.remove(&number) {
                Some(mut item) => match item.text.take() {
                    Some(text) => texts.push(Said { text, number: Some(number), own: item.own }),
                    None => self.emptied_row(key, (number, &item), protocol)?,
                },
                None => {
                    let row = key.to_string();
                    if self.target.base.is_none() || has_rows {
                        let fact = Fact::ActionVanished { row, action: text.clone() };
                        self.report(self.whole_file(), fact);
                    } else if self.incoming.workbook.source != Source::Json {
                        let first = text.lines().next().unwrap_or_default();
                        self.absent_actions.push(format!("{row}: {first}"));
                    }
                    texts.push(Said { text, number: Some(number), own: Vec::new() });
                }
            }
        }
        texts.extend(new);
        Some(texts)
    }

    /// A row whose action was deleted: what was emptied beside it is meant to go, and what was
    /// written beside it needs an action.
    fn emptied_row(
        &mut self,
        key: &Key,
        (number, item): (usize, &Item),
        protocol: &Protocol,
    ) -> Option<()> {
        let risk = (key.activity.clone(), key.threat.clone());
        let none = BTreeMap::new();
        let stood = protocol.action_extras.get(&(risk.0.clone(), risk.1.clone(), number));
        let stood = stood.unwrap_or(&none);
        for own in item.own.iter().filter(|own| !own.is_untouched(stood)) {
            if let (None, Some(stood)) = (&own.entry, stood.get(&own.key)) {
                let emptied = (own.key.clone(), Entry::Text(stood.clone()));
                self.emptied.entry(risk.clone()).or_default().push(emptied);
            } else {
                let allowed = vec![labels::AN_ACTION.pick(self.lang).to_owned()];
                let fact = Fact::ImportValue { found: String::new(), allowed, nearest: None };
                self.report(item.place.clone(), fact);
                return None;
            }
        }
        Some(())
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

impl Own {
    /// Whether it is what stood in the row when the workbook was written.
    fn is_untouched(&self, stood: &BTreeMap<String, String>) -> bool {
        let stood = stood.get(&self.key).map_or("", String::as_str);
        is_untouched(stood, self.entry.as_ref())
    }
}

/// The actions of a risk.
fn actions_in<'a>(assessment: &'a Assessment, (activity, threat): &RiskKey) -> &'a [Action] {
    let risk = assessment.activities.get(activity).and_then(|answer| answer.risk(threat.as_ref()));
    risk.map_or(&[], |risk| &risk.actions)
}

/// Their lines as a cell has them.
fn lines_in(assessment: &Assessment, risk: &RiskKey) -> Vec<String> {
    lines::items(&lines::join(actions_in(assessment, risk), lines::show_action))
}

/// Those that have a line, with their places.
fn shown_in<'a>(
    assessment: &'a Assessment,
    risk: &RiskKey,
) -> impl Iterator<Item = (usize, &'a Action)> {
    let actions = actions_in(assessment, risk).iter().enumerate();
    actions.filter(|(_, action)| is_shown(action))
}

/// Where each line stands by now that stood in the workbook.
fn places_of(by_now: &[Option<usize>]) -> BTreeMap<usize, usize> {
    let places = by_now.iter().enumerate();
    places.filter_map(|(at, was)| Some(((*was)?, at))).collect()
}

fn action_mut<'a>(
    assessment: &'a mut Assessment,
    (activity, threat): &RiskKey,
    at: Option<usize>,
) -> Option<&'a mut Action> {
    let answer = assessment.activities.get_mut(activity)?;
    let risk = match threat {
        None => &mut answer.direct,
        Some(id) => &mut answer.threats.get_mut(id)?.risk,
    };
    risk.actions.get_mut(at?)
}

/// What stands beside actions in columns of people's own.
struct Texts(Vec<(String, String)>);

impl Texts {
    fn of(actions: &[Action]) -> Self {
        let texts = actions.iter().flat_map(|action| {
            action.extra.keys().filter_map(|key| {
                let entry = own_entry(&action.extra, key)?;
                Some((key.clone(), entry.key().into_owned()))
            })
        });
        Self(texts.collect())
    }

    fn take(&mut self, key: &str, entry: Option<&Entry>) -> bool {
        entry.is_some_and(|entry| self.take_text(key, &entry.key()))
    }

    /// Takes one of them out; says whether it was there.
    fn take_text(&mut self, key: &str, text: &str) -> bool {
        let at = self.0.iter().position(|(of, known)| (of.as_str(), known.as_str()) == (key, text));
        at.map(|at| self.0.remove(at)).is_some()
    }
}
