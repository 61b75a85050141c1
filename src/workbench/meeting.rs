//! A meeting on the screen: its agenda, who is there, and what is decided.

use super::editor::Editor;
use super::item::Column;
use super::keys::Action;
use super::popup::{Popup, Purpose};
use super::{Effect, Pane, Workbench};
use crate::domain::{
    ActivityAnswer, ActivityId, Meeting, MeetingFigures, MeetingItem, Status, Timestamp, names_in,
};
use crate::engine::{figures_of, pace, untouched_answer};
use crate::text::meeting as words;
use crate::text::meeting::Writing;

/// A meeting that is being held.
#[derive(Debug, Clone)]
pub(super) struct Sitting {
    pub(super) meeting: Meeting,
    /// When it sat down, which is not when it began where it goes on after a break.
    since: Timestamp,
    /// The time, as `cli` told it last.
    now: Timestamp,
    is_unkept: bool,
}

impl Workbench {
    /// Holds a meeting: its agenda is the list, and its first item that is left is shown.
    pub fn hold(&mut self, meeting: Meeting, now: Timestamp) {
        let goes_on = meeting.latest > meeting.began;
        let progress = meeting.progress();
        self.sitting = Some(Sitting { meeting, since: now, now, is_unkept: true });
        self.list.filter = super::Filter::Agenda;
        self.list_again();
        self.list.chosen = 0;
        self.pane = Pane::Activity;
        let is_left =
            |id: &ActivityId| self.minutes_of(id).is_none_or(|item| item.treated.is_none());
        if let Some(first) = self.list.shown.iter().position(is_left) {
            self.list.chosen = first;
        }
        if goes_on {
            self.message = Some(words::goes_on(self.lang, progress));
        }
    }

    /// A key that means something at a meeting only.
    pub(super) fn at_a_meeting(&mut self, action: Action) {
        if self.sitting.is_none() {
            self.message = Some(words::only_at_a_meeting(self.lang).to_owned());
            return;
        }
        match action {
            Action::NextItem | Action::PreviousItem => {
                self.along_the_agenda(action == Action::PreviousItem);
            }
            Action::Decision => self.write_minutes(Writing::Decision),
            Action::Question => self.write_minutes(Writing::Question),
            Action::Present => self.write_minutes(Writing::Present),
            _ => self.toggle_treated(),
        }
    }

    /// What time it is.
    pub fn tell_time(&mut self, now: Timestamp) {
        if let Some(sitting) = &mut self.sitting {
            sitting.now = now;
        }
    }

    /// The minutes, where something of them is not in their file yet.
    #[must_use]
    pub fn unkept_minutes(&self) -> Option<&Meeting> {
        self.sitting.as_ref().filter(|sitting| sitting.is_unkept).map(|sitting| &sitting.meeting)
    }

    /// The minutes, where a meeting is held.
    #[must_use]
    pub fn minutes(&self) -> Option<&Meeting> {
        self.sitting.as_ref().map(|sitting| &sitting.meeting)
    }

    /// The minutes are in their file; `said` is to be told.
    pub fn minutes_kept(&mut self, said: Option<String>) {
        if let Some(sitting) = &mut self.sitting {
            sitting.is_unkept = false;
        }
        if said.is_some() {
            self.message = said;
        }
    }

    /// The minutes could not be kept, and why; they stay on the screen and are tried again with the next
    /// key.
    pub fn minutes_not_kept(&mut self, why: String) {
        self.message = Some(why);
    }

    pub(super) fn minutes_of(&self, id: &ActivityId) -> Option<&MeetingItem> {
        self.minutes().and_then(|meeting| meeting.item(id))
    }

    /// How fast the meeting is; missing where it is too early to say.
    pub(super) fn pace(&self) -> Option<usize> {
        let Sitting { meeting, since, now, .. } = self.sitting.as_ref()?;
        pace(meeting, *since, *now)
    }

    fn figures(&self, answer: &ActivityAnswer) -> MeetingFigures {
        figures_of(answer, self.scope())
    }

    /// Changes what is kept of an activity; one that was not on the agenda stands behind it from now on.
    fn note_down(&mut self, id: &ActivityId, change: impl FnOnce(&mut MeetingItem, Timestamp)) {
        let figures = self.figures(&self.answer_of(id));
        let Some(Sitting { meeting, now, is_unkept, .. }) = &mut self.sitting else { return };
        let place = meeting.items.iter().position(|item| item.id == *id);
        let place = place.unwrap_or_else(|| {
            meeting.items.push(MeetingItem::new(id.clone(), figures, true));
            meeting.items.len() - 1
        });
        let Some(item) = meeting.items.get_mut(place) else { return };
        let before = item.clone();
        change(item, *now);
        if *item != before || item.is_extra {
            *is_unkept = true;
            meeting.latest = *now;
        }
    }

    /// An answer is about to become another, or none: the minutes keep how it stood, and how it is left.
    pub(super) fn note_change(&mut self, id: &ActivityId, answer: Option<&ActivityAnswer>) {
        if self.sitting.is_none() {
            return;
        }
        let after = match answer {
            Some(answer) => self.figures(answer),
            None => self.figures(&untouched_answer(id, &self.catalogue, &self.method)),
        };
        self.note_down(id, |item, now| {
            let is_done = |status| matches!(status, Status::Assessed | Status::NotApplicable);
            let was_done = is_done(item.figures().status);
            item.after = Some(after);
            match (was_done, is_done(after.status)) {
                (false, true) => item.treated = item.treated.or(Some(now)),
                (true, false) if item.decision.is_empty() => item.treated = None,
                _ => {}
            }
        });
    }

    /// Whether the meeting has not gone through the shown activity yet.
    pub(super) fn awaits_meeting(&self) -> bool {
        let id = self.list.selected().filter(|_| self.sitting.is_some());
        id.is_some_and(|id| self.minutes_of(id).is_none_or(|item| item.treated.is_none()))
    }

    /// The shown activity was gone through.
    pub(super) fn mark_treated(&mut self) {
        if self.awaits_meeting() {
            self.toggle_treated();
        }
    }

    /// The shown activity was gone through, or was not.
    fn toggle_treated(&mut self) {
        let Some(id) = self.list.selected().cloned() else { return };
        let figures = self.figures(&self.answer_of(&id));
        self.note_down(&id, |item, now| {
            item.treated = if item.treated.is_some() { None } else { Some(now) };
            item.after = Some(figures);
        });
    }

    /// To the next activity of the agenda, or back.
    fn along_the_agenda(&mut self, back: bool) {
        let Some(meeting) = self.minutes() else { return };
        let agenda: Vec<ActivityId> = meeting.agenda().map(|item| item.id.clone()).collect();
        let (done, of) = meeting.progress();
        let here = self.agenda_place();
        let next = match (here, back) {
            (Some(here), true) => here.checked_sub(1),
            (Some(here), false) => here.checked_add(1),
            // From elsewhere: back to the first that is left.
            (None, _) => {
                let is_left = |id| meeting.item(id).is_some_and(|item| item.treated.is_none());
                Some(agenda.iter().position(is_left).unwrap_or_default())
            }
        };
        let Some(id) = next.and_then(|next| agenda.get(next)) else {
            self.message = Some(words::end_of_agenda(self.lang, back, of.saturating_sub(done)));
            return;
        };
        self.list.search.clear();
        self.list.area = None;
        self.list.filter = super::Filter::Agenda;
        self.list_again();
        self.list.select(id);
        self.cursor = (0, Column::Likelihood);
        self.pane = Pane::Activity;
    }

    /// Place of the shown activity on the agenda, counted from 0.
    pub(super) fn agenda_place(&self) -> Option<usize> {
        let id = self.list.selected()?;
        self.minutes()?.agenda().position(|item| item.id == *id)
    }

    /// Begins to write in the minutes.
    fn write_minutes(&mut self, writing: Writing) {
        let text = match writing {
            Writing::Present => {
                Some(self.minutes().map(|meeting| meeting.present.join(", ")).unwrap_or_default())
            }
            Writing::Decision | Writing::Question => self.list.selected().map(|id| {
                let item = self.minutes_of(id);
                let text = item.map(|item| match writing {
                    Writing::Question => item.question.clone(),
                    _ => item.decision.clone(),
                });
                text.unwrap_or_default()
            }),
        };
        if let Some(text) = text {
            self.popup = Some(Popup::Text(Purpose::Minutes(writing), Editor::new(&text)));
        }
    }

    /// A text of the minutes has been written. What something was decided about was gone through.
    pub(super) fn wrote_minutes(&mut self, writing: Writing, text: &str) -> Effect {
        let text = text.trim().to_owned();
        if writing == Writing::Present {
            if let Some(sitting) = &mut self.sitting {
                sitting.meeting.present = names_in(&text);
                sitting.meeting.latest = sitting.now;
                sitting.is_unkept = true;
            }
            return Effect::None;
        }
        let Some(id) = self.list.selected().cloned() else { return Effect::None };
        let is_empty = self.minutes_of(&id).is_none_or(|item| match writing {
            Writing::Question => item.question.is_empty(),
            _ => item.decision.is_empty(),
        });
        if text.is_empty() && is_empty {
            return Effect::None;
        }
        let figures = self.figures(&self.answer_of(&id));
        self.note_down(&id, |item, now| {
            item.after = Some(figures);
            if writing == Writing::Question {
                item.question = text;
                return;
            }
            if !text.is_empty() {
                item.treated = item.treated.or(Some(now));
            }
            item.decision = text;
        });
        Effect::None
    }
}
