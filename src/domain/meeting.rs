//! The minutes of a meeting about an assessment: who was there, what was on the agenda, what came of it.

use super::{ActivityId, Consequence, Date, Likelihood, MethodId, MunicipalityCode, Status};
use super::{Assessment, Timestamp};

/// A meeting, with everything that is kept of it.
///
/// Its texts are free: they stand in a file of their own beside the assessment and never in an exchange
/// file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Whose assessment it is about.
    pub municipality: MunicipalityCode,
    /// Of which round.
    pub round: String,
    /// The method that the figures were given in.
    pub method: MethodId,
    /// The day; a meeting that goes on another day is another meeting.
    pub held: Date,
    /// When it began.
    pub began: Timestamp,
    /// When something was last written down.
    pub latest: Timestamp,
    /// Who was there, as they were written.
    pub present: Vec<String>,
    /// The agenda, in its order; behind it what else was taken up. Every activity once.
    pub items: Vec<MeetingItem>,
}

/// An activity at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingItem {
    /// Which.
    pub id: ActivityId,
    /// Whether it was not on the agenda, but taken up all the same.
    pub is_extra: bool,
    /// How it stood when the meeting took it up.
    pub before: MeetingFigures,
    /// How the meeting left it; missing where it did nothing to it.
    pub after: Option<MeetingFigures>,
    /// When it was gone through; missing where it was not.
    pub treated: Option<Timestamp>,
    /// What was decided; empty where nothing was.
    pub decision: String,
    /// What is still open; empty where nothing is.
    pub question: String,
}

/// What an activity's answer comes to: its status, and the pair that decides today and afterwards.
///
/// Missing: there is no figure, which is not low.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MeetingFigures {
    /// How far it has come.
    pub status: Status,
    /// Today.
    pub current: Option<(Likelihood, Consequence)>,
    /// When the planned actions are done.
    pub residual: Option<(Likelihood, Consequence)>,
}

impl MeetingItem {
    /// An activity that nothing has been said of yet.
    #[must_use]
    pub fn new(id: ActivityId, before: MeetingFigures, is_extra: bool) -> Self {
        let (decision, question) = (String::new(), String::new());
        Self { id, is_extra, before, after: None, treated: None, decision, question }
    }

    /// How it stands after what the meeting did.
    #[must_use]
    pub fn figures(&self) -> MeetingFigures {
        self.after.unwrap_or(self.before)
    }

    /// Whether the meeting did anything to it.
    #[must_use]
    pub fn was_taken_up(&self) -> bool {
        let is_changed = self.after.is_some_and(|after| after != self.before);
        let is_written = !self.decision.is_empty() || !self.question.is_empty();
        self.treated.is_some() || is_changed || is_written
    }
}

impl Meeting {
    /// A meeting that begins now, with nothing on its agenda yet.
    #[must_use]
    pub fn new(assessment: &Assessment, held: Date, now: Timestamp) -> Self {
        Self {
            municipality: assessment.municipality,
            round: assessment.round.clone(),
            method: assessment.method.id.clone(),
            held,
            began: now,
            latest: now,
            present: Vec::new(),
            items: Vec::new(),
        }
    }

    /// Whether it was about this assessment.
    #[must_use]
    pub fn is_about(&self, assessment: &Assessment) -> bool {
        self.municipality == assessment.municipality
            && self.round == assessment.round
            && self.method == assessment.method.id
    }

    /// What is on the agenda.
    pub fn agenda(&self) -> impl Iterator<Item = &MeetingItem> {
        self.items.iter().filter(|item| !item.is_extra)
    }

    /// How much of the agenda was gone through, and how much there is.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let treated = self.agenda().filter(|item| item.treated.is_some()).count();
        (treated, self.agenda().count())
    }

    /// An activity, if it was taken up or is on the agenda.
    #[must_use]
    pub fn item(&self, id: &ActivityId) -> Option<&MeetingItem> {
        self.items.iter().find(|item| item.id == *id)
    }
}

/// The names in a text: between commas, semicolons and line breaks, but not inside brackets.
#[must_use]
pub fn names_in(text: &str) -> Vec<String> {
    let (mut names, mut name, mut depth) = (Vec::new(), String::new(), 0_u32);
    for c in text.chars().chain(std::iter::once('\n')) {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if c == '\n' || (depth == 0 && matches!(c, ',' | ';')) {
            depth = 0;
            let whole = name.split_whitespace().collect::<Vec<_>>().join(" ");
            name.clear();
            if !whole.is_empty() && !names.contains(&whole) {
                names.push(whole);
            }
        } else {
            name.push(c);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_activity_was_taken_up_once_anything_was_done_to_it_or_said_of_it() {
        let id = ActivityId::parse("74").unwrap();
        let item = MeetingItem::new(id, MeetingFigures::default(), false);
        assert!(!item.was_taken_up());
        // Looked at, and left as it was.
        let left = MeetingItem { after: Some(item.before), ..item.clone() };
        assert!(!left.was_taken_up());
        let started = MeetingFigures { status: Status::InProgress, ..item.before };
        let text = || "Ja".to_owned();
        for taken_up in [
            MeetingItem { after: Some(started), ..item.clone() },
            MeetingItem { decision: text(), ..item.clone() },
            MeetingItem { question: text(), ..item.clone() },
            MeetingItem { treated: Some("2026-11-01T10:00:00Z".parse().unwrap()), ..item.clone() },
        ] {
            assert!(taken_up.was_taken_up(), "{taken_up:?}");
        }
    }

    #[test]
    fn names_stand_between_commas_and_on_lines_and_their_titles_stay_with_them() {
        let names = names_in("Mette (DPO, jurist), Jens;\n Åse  Bær,, Jens\nUlrik (it");
        assert_eq!(names, ["Mette (DPO, jurist)", "Jens", "Åse Bær", "Ulrik (it"]);
        assert_eq!(names_in(" ,; \n"), Vec::<String>::new());
    }
}
