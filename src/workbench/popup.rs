//! What lies over the screen: a text, a choice, the actions of a risk, help; and what keys do there.

use super::editor::{Editor, Typed};
use super::item::Item;
use super::keys::{Action as Pressed, Key};
use super::update::PAGE;
use super::{Effect, Pane, Workbench};
use crate::domain::{Action, ActivityId, AreaId, ThreatId, Treatment};
use crate::engine::{Clash, carry};
use crate::text::meeting::Writing;
use crate::text::{read_day, workbench as words};

/// A text that is being written, and for what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Why the figures of the item under the cursor.
    Reason,
    /// Why a threat does not arise, or an activity does not apply.
    NotApplicable,
    /// The risk owner.
    Owner,
    /// The note.
    Note,
    /// What to look for in the list; it is filtered while one types.
    Search,
    /// Something for the minutes of a meeting.
    Minutes(Writing),
}

/// A part of an action, in the order in which they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    What,
    Owner,
    Deadline,
}

/// The actions of a risk, as they are being changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Actions {
    pub(super) threat: Option<ThreatId>,
    pub(super) list: Vec<Action>,
    /// Which one; behind the last stands a new one.
    pub(super) chosen: usize,
    /// The part that is being written, and its text.
    pub(super) writing: Option<(Part, Editor)>,
    /// What is wrong with what was written.
    pub(super) wrong: bool,
}

/// A list to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measures {
    pub(super) threat: Option<ThreatId>,
    /// Titles, and whether they are in place.
    pub(super) list: Vec<(String, bool)>,
    pub(super) chosen: usize,
}

/// What others changed to something else at the same time; ours stands until theirs is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clashes {
    /// Fields, and whether theirs is to stand there.
    pub(super) list: Vec<(Clash, bool)>,
    pub(super) chosen: usize,
}

/// What lies over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Popup {
    /// A text.
    Text(Purpose, Editor),
    /// How a risk is treated, and its actions.
    Actions(Actions),
    /// Measures in place.
    Measures(Measures),
    /// Areas to limit the list to; the first is all.
    Areas(Vec<Option<AreaId>>, usize),
    /// Every key, from a line on.
    Help(usize),
    /// Whether to leave though something is not kept.
    Leave,
    /// What was answered in the earlier round, to be taken over.
    Carry(ActivityId),
    /// Whose values stand.
    Clashes(Clashes),
}

impl Popup {
    /// Whether a text is being written in it.
    pub(super) fn is_written(&self) -> bool {
        matches!(self, Self::Text(..) | Self::Actions(Actions { writing: Some(_), .. }))
    }
}

impl Workbench {
    /// Takes a key where something lies over the screen.
    pub(super) fn in_popup(&mut self, popup: Popup, key: Key) -> Effect {
        match popup {
            Popup::Text(purpose, editor) => return self.in_text(purpose, editor, key),
            Popup::Actions(actions) => return self.in_actions(actions, key),
            Popup::Measures(measures) => return self.in_measures(measures, key),
            Popup::Clashes(clashes) => return self.in_clashes(clashes, key),
            Popup::Areas(areas, chosen) => match key {
                Key::Enter => {
                    self.list.area = areas.get(chosen).cloned().flatten();
                    self.pane = Pane::List;
                    self.list_again();
                }
                Key::Esc | Key::Char('q') => {}
                _ => {
                    let chosen = self.moved(chosen, key, areas.len());
                    self.popup = Some(Popup::Areas(areas, chosen));
                }
            },
            Popup::Help(from) => match key {
                Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Char('j' | 'k') => {
                    let from = self.moved(from, key, self.reach.get() + 1);
                    self.popup = Some(Popup::Help(from));
                }
                _ => {}
            },
            Popup::Leave => match key {
                Key::Char('j' | 'J' | 'y' | 'Y') => return Effect::Leave,
                _ => return self.keep(),
            },
            Popup::Carry(id) => {
                if let (Key::Char('j' | 'J' | 'y' | 'Y'), Some(last)) = (key, self.last())
                    && let Ok(before) = carry(&self.assessment, &id, last)
                {
                    return self.change(|answer| *answer = before);
                }
            }
        }
        Effect::None
    }

    /// Takes a text that is pasted: only where a text is written, never as keys.
    pub fn paste(&mut self, text: &str) {
        self.message = None;
        match &mut self.popup {
            // One line is looked for.
            Some(Popup::Text(Purpose::Search, editor)) => {
                editor.paste(text.trim_start().lines().next().unwrap_or_default());
                self.list.search = editor.text();
                self.list_again();
            }
            Some(Popup::Text(_, editor)) => editor.paste(text),
            // An action is a line of a cell in the workbook.
            Some(Popup::Actions(Actions { writing: Some((_, editor)), .. })) => {
                editor.paste(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            _ => self.message = Some(words::nothing_to_paste_into(self.lang).to_owned()),
        }
    }

    fn in_text(&mut self, purpose: Purpose, mut editor: Editor, key: Key) -> Effect {
        let typed = editor.press(key);
        let text = editor.text();
        if purpose == Purpose::Search {
            self.list.search = if typed == Typed::Dropped { String::new() } else { text };
            self.list_again();
            if !matches!(typed, Typed::Accepted | Typed::Dropped) {
                if matches!(key, Key::Up | Key::Down) {
                    self.step(if key == Key::Down { 1 } else { -1 });
                }
                self.popup = Some(Popup::Text(purpose, editor));
            }
            return Effect::None;
        }
        if key == Key::Ctrl('o') {
            self.popup = Some(Popup::Text(purpose, editor));
            return Effect::Edit(text);
        }
        match typed {
            Typed::Accepted => match purpose {
                Purpose::NotApplicable => self.set_not_applicable(&text),
                Purpose::Minutes(writing) => self.wrote_minutes(writing, &text),
                _ => self.set_reason(&text),
            },
            Typed::Dropped => Effect::None,
            Typed::Taken | Typed::Other => {
                self.popup = Some(Popup::Text(purpose, editor));
                Effect::None
            }
        }
    }

    fn in_measures(&mut self, mut measures: Measures, key: Key) -> Effect {
        match key {
            Key::Esc => return Effect::None,
            Key::Enter => {
                let chosen = measures.list.into_iter().filter(|(_, is_chosen)| *is_chosen);
                let chosen: Vec<String> = chosen.map(|(title, _)| title).collect();
                return self.change(|answer| {
                    let threat = measures.threat.as_ref();
                    if !chosen.is_empty() || answer.risk(threat).is_some() {
                        answer.risk_mut(threat).measures = chosen;
                    }
                });
            }
            Key::Char(' ' | 'x') => {
                if let Some((_, is_chosen)) = measures.list.get_mut(measures.chosen) {
                    *is_chosen = !*is_chosen;
                }
            }
            _ => measures.chosen = self.moved(measures.chosen, key, measures.list.len()),
        }
        self.popup = Some(Popup::Measures(measures));
        Effect::None
    }

    /// Whose values stand; whoever leaves without choosing keeps ours, which stand already.
    fn in_clashes(&mut self, mut clashes: Clashes, key: Key) -> Effect {
        match key {
            Key::Esc => return Effect::None,
            Key::Enter => {
                let theirs = clashes.list.into_iter().filter(|(_, is_theirs)| *is_theirs);
                let theirs: Vec<_> = theirs.map(|(clash, _)| clash).collect();
                return match theirs.is_empty() {
                    true => Effect::None,
                    false => Effect::TakeTheirs(theirs),
                };
            }
            Key::Char(c @ ('1' | '2')) => {
                if let Some((_, is_theirs)) = clashes.list.get_mut(clashes.chosen) {
                    *is_theirs = c == '2';
                }
            }
            _ => clashes.chosen = self.moved(clashes.chosen, key, clashes.list.len()),
        }
        self.popup = Some(Popup::Clashes(clashes));
        Effect::None
    }

    fn in_actions(&mut self, mut actions: Actions, key: Key) -> Effect {
        if let Some((part, mut editor)) = actions.writing.take() {
            match editor.press(key) {
                Typed::Accepted => return self.wrote(actions, part, &editor),
                Typed::Dropped => {}
                Typed::Taken | Typed::Other => actions.writing = Some((part, editor)),
            }
            self.popup = Some(Popup::Actions(actions));
            return Effect::None;
        }
        actions.wrong = false;
        match key {
            Key::Esc | Key::Char('q') => return Effect::None,
            Key::Char(c @ '1'..='4') => {
                let place = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
                let way = place.and_then(|place| Treatment::KEYS.get(place.checked_sub(1)?));
                let item = actions.threat.clone().map_or(Item::Direct, Item::Threat);
                let way = way.map(|(_, way)| *way);
                self.popup = Some(Popup::Actions(actions));
                return way.map_or(Effect::None, |way| self.set_treatment(&item, way));
            }
            Key::Enter => {
                let now = actions.list.get(actions.chosen);
                let editor = Editor::new(now.map_or("", |action| action.what.as_str()));
                actions.writing = Some((Part::What, editor));
            }
            Key::Delete | Key::Char('x') if actions.chosen < actions.list.len() => {
                actions.list.remove(actions.chosen);
                let effect = self.put_actions(&actions);
                self.popup = Some(Popup::Actions(actions));
                return effect;
            }
            _ => actions.chosen = self.moved(actions.chosen, key, actions.list.len() + 1),
        }
        self.popup = Some(Popup::Actions(actions));
        Effect::None
    }

    /// A part of an action has been written; the next one is asked for.
    fn wrote(&mut self, mut actions: Actions, part: Part, editor: &Editor) -> Effect {
        let text = editor.text().trim().to_owned();
        let is_new = actions.chosen >= actions.list.len();
        if part == Part::What && text.is_empty() {
            self.popup = Some(Popup::Actions(actions));
            return Effect::None;
        }
        if is_new {
            actions.list.push(Action::default());
            actions.chosen = actions.list.len() - 1;
        }
        let text = Some(text).filter(|text| !text.is_empty());
        let chosen = actions.chosen;
        let Some(action) = actions.list.get_mut(chosen) else { return Effect::None };
        let next = match part {
            Part::What => {
                action.what = text.unwrap_or_default();
                Some((Part::Owner, Editor::new(action.owner.as_deref().unwrap_or_default())))
            }
            Part::Owner => {
                action.owner = text;
                let day = action.deadline.map(|day| day.to_string()).unwrap_or_default();
                Some((Part::Deadline, Editor::new(&day)))
            }
            Part::Deadline => match text.as_deref().map(read_day) {
                Some(None) => {
                    actions.wrong = true;
                    Some((Part::Deadline, editor.clone()))
                }
                day => {
                    action.deadline = day.flatten();
                    None
                }
            },
        };
        actions.writing = next;
        let effect = if actions.wrong { Effect::None } else { self.put_actions(&actions) };
        if actions.writing.is_none() {
            actions.chosen = actions.list.len();
        }
        self.popup = Some(Popup::Actions(actions));
        effect
    }

    fn put_actions(&mut self, actions: &Actions) -> Effect {
        let list = actions.list.clone();
        self.change(|answer| answer.risk_mut(actions.threat.as_ref()).actions = list)
    }

    /// The place in a list after a key; the usual keys go on working in lists whatever is bound.
    fn moved(&self, place: usize, key: Key, length: usize) -> usize {
        let by = match self.keys.action(key).or_else(|| Pressed::usual(key)) {
            Some(Pressed::Up) => -1,
            Some(Pressed::Down) => 1,
            Some(Pressed::PageUp) => -PAGE,
            Some(Pressed::PageDown) => PAGE,
            Some(Pressed::First) => isize::MIN,
            Some(Pressed::Last) => isize::MAX,
            _ => 0,
        };
        place.saturating_add_signed(by).min(length.saturating_sub(1))
    }
}
