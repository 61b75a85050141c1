//! What each key does.

use super::editor::Editor;
use super::item::{Column, Item};
use super::keys::{Action, Key};
use super::list::Filter;
use super::popup::{Actions, Measures, Popup, Purpose};
use super::{Effect, Pane, Workbench};
use crate::domain::Status;
use crate::engine::carry;
use crate::text::{Lang, workbench as words};

/// How many lines a page is.
pub(super) const PAGE: isize = 10;

impl Workbench {
    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Effect {
        self.message = None;
        let key = self.as_meant(key);
        if key == Key::Ctrl('z') {
            return Effect::Suspend;
        }
        let effect = self.pressed(key);
        if self.pane != Pane::Picture {
            self.scrolled = 0;
        }
        // The lines may be fewer by now.
        self.cursor.0 = self.cursor.0.min(self.items().len().saturating_sub(1));
        self.ask_about_clashes();
        effect
    }

    /// Enter comes as a line break when it is pressed before the screen is there; only texts of several lines have such.
    fn as_meant(&self, key: Key) -> Key {
        let has_lines = match &self.popup {
            Some(Popup::Text(purpose, _)) => *purpose != Purpose::Search,
            _ => self.keys.action(key).is_some(),
        };
        if key == Key::Ctrl('j') && !has_lines { Key::Enter } else { key }
    }

    fn pressed(&mut self, key: Key) -> Effect {
        if let Some(popup) = self.popup.take() {
            if key == Key::Ctrl('c') && popup.is_written() {
                self.message = Some(words::still_written(self.lang).to_owned());
            }
            return self.in_popup(popup, key);
        }
        if let Key::Char(c) = key
            && let Some(number) = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
        {
            return match (self.pane, number) {
                (Pane::Activity, 0) => self.clear(),
                (Pane::Activity, number) => self.set_level(number),
                _ => Effect::None,
            };
        }
        self.keys.action(key).map_or(Effect::None, |action| self.act(action))
    }

    fn act(&mut self, action: Action) -> Effect {
        match action {
            Action::Up => self.step(-1),
            Action::Down => self.step(1),
            Action::PageUp => self.step(-PAGE),
            Action::PageDown => self.step(PAGE),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            Action::Left | Action::Right => self.sideways(action == Action::Right),
            Action::Open if self.pane == Pane::List => self.pane = Pane::Activity,
            Action::Back if self.pane == Pane::List && !self.list.search.is_empty() => {
                self.list.search.clear();
                self.list_again();
            }
            Action::Back => self.pane = Pane::List,
            Action::NextPane | Action::PreviousPane => {
                self.pane = match (self.pane, action == Action::NextPane) {
                    (Pane::List, true) | (Pane::Picture, false) => Pane::Activity,
                    (Pane::Activity, true) | (Pane::List, false) => Pane::Picture,
                    (Pane::Picture, true) | (Pane::Activity, false) => Pane::List,
                };
            }
            Action::Threats => self.go_to_threats(),
            Action::NextOpen => self.next_open(),
            Action::Search => {
                self.pane = Pane::List;
                let editor = Editor::new(&self.list.search);
                self.popup = Some(Popup::Text(Purpose::Search, editor));
            }
            Action::Filter => {
                let place = Filter::KEYS.iter().position(|(_, filter)| *filter == self.list.filter);
                // The agenda stands last, and only a meeting has one.
                let count = Filter::KEYS.len() - usize::from(self.minutes().is_none());
                let next = place.map_or(0, |place| (place + 1) % count);
                self.list.filter =
                    Filter::KEYS.get(next).map_or(Filter::All, |(_, filter)| *filter);
                self.pane = Pane::List;
                self.list_again();
            }
            Action::Area => self.areas(),
            Action::Language => self.lang = self.lang.pick(Lang::En, Lang::Da),
            Action::Help => self.popup = Some(Popup::Help(0)),
            Action::Undo | Action::Redo => return self.go_over(action == Action::Undo),
            Action::Quit if self.is_unkept() => self.popup = Some(Popup::Leave),
            Action::Quit => return Effect::Leave,
            action if Action::MEETING.contains(&action) => self.at_a_meeting(action),
            other => return self.answer(other),
        }
        Effect::None
    }

    /// Actions that change the shown activity.
    fn answer(&mut self, action: Action) -> Effect {
        if self.list.selected().is_none() {
            return Effect::None;
        }
        self.pane = Pane::Activity;
        let item = self.item();
        match (action, item) {
            (Action::Clear, _) => return self.clear(),
            (Action::Finish, _) => return self.finish(),
            (Action::Open | Action::Reason, Some(item)) => {
                if let Item::Consequence(whose, kind) = &item
                    && !self.is_rated(*whose, *kind)
                {
                    self.message = Some(words::needs_level(self.lang).to_owned());
                    return Effect::None;
                }
                let purpose = match item {
                    Item::Owner => Purpose::Owner,
                    Item::Note => Purpose::Note,
                    _ => Purpose::Reason,
                };
                let editor = Editor::new(&self.reason().unwrap_or_default());
                self.popup = Some(Popup::Text(purpose, editor));
            }
            (Action::NotApplicable, _) => {
                if let Some(effect) = self.applies_again() {
                    self.list_again();
                    return effect;
                }
                let editor = Editor::new("");
                self.popup = Some(Popup::Text(Purpose::NotApplicable, editor));
            }
            (Action::Measures, Some(item)) => self.measures(&item),
            (Action::Treatment, Some(item)) => self.actions(&item),
            (Action::Carry, _) => self.carry(),
            _ => {}
        }
        Effect::None
    }

    pub(super) fn step(&mut self, by: isize) {
        match self.pane {
            Pane::List => {
                self.list.move_by(by);
                self.cursor = (0, Column::Likelihood);
            }
            Pane::Picture => {
                self.scrolled = self.scrolled.saturating_add_signed(by).min(self.reach.get());
            }
            Pane::Activity => {
                let last = self.items().len().saturating_sub(1);
                self.cursor.0 = self.cursor.0.saturating_add_signed(by).min(last);
            }
        }
    }

    fn sideways(&mut self, right: bool) {
        let is_risk = self.item().is_some_and(|item| item.risk().is_some());
        match self.pane {
            Pane::Activity if is_risk => {
                let before = self.cursor.1;
                self.cursor.1 = before.moved(right);
                if before == self.cursor.1 && !right {
                    self.pane = Pane::List;
                }
            }
            Pane::Activity if !right => self.pane = Pane::List,
            Pane::List if right => self.pane = Pane::Activity,
            _ => {}
        }
    }

    /// To the threats; there, all that the catalogue suggests or only those of the activity.
    fn go_to_threats(&mut self) {
        self.pane = Pane::Activity;
        let items = self.items();
        let first = items.iter().position(|item| matches!(item, Item::Threat(_)));
        if items.get(self.cursor.0).is_some_and(|item| matches!(item, Item::Threat(_))) {
            self.all_threats = !self.all_threats;
            let last = self.items().len().saturating_sub(1);
            self.cursor.0 = self.cursor.0.min(last);
        } else if let Some(first) = first {
            self.cursor.0 = first;
        } else {
            self.all_threats = true;
        }
    }

    /// To the next activity of the list that nobody has finished.
    fn next_open(&mut self) {
        let is_open = |id| {
            let status = self.assessment.activities.get(id).map(|answer| answer.status);
            matches!(status, None | Some(Status::NotStarted | Status::InProgress))
        };
        let (from, shown) = (self.list.chosen + 1, &self.list.shown);
        let later = shown.iter().enumerate().skip(from);
        let next = later.chain(shown.iter().enumerate().take(from)).find(|(_, id)| is_open(id));
        match next.map(|(place, _)| place) {
            Some(place) => {
                self.list.chosen = place;
                self.cursor = (0, Column::Likelihood);
                self.pane = Pane::Activity;
            }
            None => self.message = Some(words::nothing_open(self.lang).to_owned()),
        }
    }

    fn areas(&mut self) {
        let areas = self.catalogue.areas.iter().map(|area| Some(area.id.clone()));
        let areas: Vec<_> = std::iter::once(None).chain(areas).collect();
        let chosen = areas.iter().position(|area| *area == self.list.area).unwrap_or_default();
        self.popup = Some(Popup::Areas(areas, chosen));
    }

    fn measures(&mut self, item: &Item) {
        let Some(threat) = item.risk() else {
            self.message = Some(words::only_at_a_risk(self.lang).to_owned());
            return;
        };
        let Some(id) = self.list.selected() else { return };
        let answer = self.answer_of(id);
        let own = answer.risk(threat).map(|risk| risk.measures.clone()).unwrap_or_default();
        let known = self.catalogue.measures.values();
        let known = known.filter(|measure| threat.is_none_or(|id| measure.threats.contains(id)));
        let mut list: Vec<(String, bool)> =
            own.iter().map(|measure| (measure.clone(), true)).collect();
        for measure in known {
            let names = [measure.id.as_str(), measure.title.as_str()];
            if !own.iter().any(|own| names.contains(&own.as_str())) {
                list.push((measure.title.clone(), false));
            }
        }
        let threat = threat.cloned();
        self.popup = Some(Popup::Measures(Measures { threat, list, chosen: 0 }));
    }

    fn actions(&mut self, item: &Item) {
        let Some(threat) = item.risk() else {
            self.message = Some(words::only_at_a_risk(self.lang).to_owned());
            return;
        };
        let Some(id) = self.list.selected() else { return };
        let answer = self.answer_of(id);
        let list = answer.risk(threat).map(|risk| risk.actions.clone()).unwrap_or_default();
        let (threat, chosen) = (threat.cloned(), list.len());
        let actions = Actions { threat, list, chosen, writing: None, wrong: false };
        self.popup = Some(Popup::Actions(actions));
    }

    fn carry(&mut self) {
        let lang = self.lang;
        let Some(id) = self.list.selected().cloned() else { return };
        let Some(last) = self.last() else {
            self.message = Some(words::no_last_round(lang).to_owned());
            return;
        };
        match carry(&self.assessment, &id, last) {
            Ok(_) => self.popup = Some(Popup::Carry(id)),
            Err(why) => self.message = Some(words::not_carried(lang, why).to_owned()),
        }
    }
}
