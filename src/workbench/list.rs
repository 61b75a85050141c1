//! The list of activities: what is in it, and which one is chosen.

use super::Workbench;
use crate::domain::{ActivityId, AreaId, Status, keyed};
use crate::finding::begins_misspelt;

/// Which activities are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// All that the municipality has.
    All,
    /// Those that nobody has finished.
    Open,
    /// Those whose risk must be treated or accepted by name.
    Red,
    /// Those whose review is due.
    Due,
    /// Those that do not apply.
    NotApplicable,
    /// The agenda of the meeting, in its order.
    Agenda,
}

keyed!(Filter {
    "all" => All,
    "open" => Open,
    "red" => Red,
    "due" => Due,
    "not-applicable" => NotApplicable,
    "agenda" => Agenda,
});

/// The list, as it is filtered.
#[derive(Debug, Clone)]
pub(super) struct List {
    /// Shown activities in the order of areas and numbers.
    pub(super) shown: Vec<ActivityId>,
    pub(super) chosen: usize,
    pub(super) filter: Filter,
    pub(super) area: Option<AreaId>,
    pub(super) search: String,
    /// Whether nothing fits the search as it is written, and what resembles it is shown.
    pub(super) is_near: bool,
}

impl List {
    pub(super) fn new() -> Self {
        let (shown, search) = (Vec::new(), String::new());
        Self { shown, chosen: 0, filter: Filter::All, area: None, search, is_near: false }
    }

    pub(super) fn selected(&self) -> Option<&ActivityId> {
        self.shown.get(self.chosen)
    }

    pub(super) fn select(&mut self, id: &ActivityId) {
        if let Some(place) = self.shown.iter().position(|known| known == id) {
            self.chosen = place;
        }
    }

    pub(super) fn move_by(&mut self, by: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }
}

impl Workbench {
    /// Fills the list anew; the chosen activity stays where it is still shown.
    pub(super) fn list_again(&mut self) {
        let before = self.list.selected().cloned();
        let agenda = self.minutes().filter(|_| self.list.filter == Filter::Agenda);
        let ids = match agenda {
            Some(meeting) => meeting.items.iter().map(|item| item.id.clone()).collect(),
            None => self.in_order(),
        };
        let all: Vec<ActivityId> = ids.into_iter().filter(|id| self.passes(id)).collect();
        let by = |found: fn(&str, &[&str]) -> bool| -> Vec<ActivityId> {
            all.iter().filter(|id| self.is_found(id, found)).cloned().collect()
        };
        let exact = by(found);
        let near = if exact.is_empty() { by(found_near) } else { Vec::new() };
        self.list.is_near = !near.is_empty();
        self.list.shown = if near.is_empty() { exact } else { near };
        self.list.chosen = self.list.chosen.min(self.list.shown.len().saturating_sub(1));
        match before {
            Some(before) if self.list.shown.contains(&before) => self.list.select(&before),
            // What is looked for is the first that is found, wherever one was.
            _ if !self.list.search.is_empty() => self.list.chosen = 0,
            _ => {}
        }
    }

    /// Every activity of the catalogue that is in use or answered, by area and number.
    fn in_order(&self) -> Vec<ActivityId> {
        let areas: Vec<&AreaId> = self.catalogue.areas.iter().map(|area| &area.id).collect();
        let place = |id: &ActivityId| {
            let area = self.catalogue.activities.get(id).map(|activity| &activity.area);
            areas.iter().position(|known| Some(*known) == area).unwrap_or(usize::MAX)
        };
        let active = self.catalogue.active().map(|activity| activity.id.clone());
        let mut ids: Vec<ActivityId> =
            active.chain(self.assessment.activities.keys().cloned()).collect();
        ids.sort();
        ids.dedup();
        ids.retain(|id| self.catalogue.activities.contains_key(id));
        ids.sort_by_key(|id| place(id));
        ids
    }

    /// Whether an activity is in the area and of the kind that the list is limited to.
    fn passes(&self, id: &ActivityId) -> bool {
        let Some(activity) = self.catalogue.activities.get(id) else { return false };
        if self.list.area.as_ref().is_some_and(|area| *area != activity.area) {
            return false;
        }
        let answer = self.answer_of(id);
        let rank = self.standings.get(id).and_then(|standing| standing.current);
        let is_red = || {
            let band = self.method.bands.iter().find(|band| Some(band.rank) == rank);
            band.is_some_and(|band| band.requires_treatment)
        };
        match self.list.filter {
            Filter::All | Filter::Agenda => true,
            Filter::Open => matches!(answer.status, Status::NotStarted | Status::InProgress),
            Filter::Red => answer.status != Status::NotApplicable && is_red(),
            Filter::Due => answer.review_by.is_some_and(|day| day <= self.today),
            Filter::NotApplicable => answer.status == Status::NotApplicable,
        }
    }

    fn is_found(&self, id: &ActivityId, found: fn(&str, &[&str]) -> bool) -> bool {
        let Some(activity) = self.catalogue.activities.get(id) else { return false };
        found(&self.list.search, &[id.as_str(), &activity.title, &activity.description])
    }
}

/// Whether every word of a search begins a word of one of the texts, or stands in the first two;
/// capitals, and aa for å, do not matter.
fn found(search: &str, texts: &[&str]) -> bool {
    let plain: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    let (short, long) = plain.split_at(plain.len().min(2));
    self::plain(search).split_whitespace().all(|word| {
        short.iter().any(|text| text.contains(word))
            || long.iter().any(|text| text.split(' ').any(|known| known.starts_with(word)))
    })
}

/// As [`found`], in spite of slips of the keyboard.
fn found_near(search: &str, texts: &[&str]) -> bool {
    search.split_whitespace().all(|word| {
        let known = texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        found(word, texts) || known.into_iter().any(|known| begins_misspelt(word, known))
    })
}

fn plain(text: &str) -> String {
    text.to_lowercase().replace("aa", "å")
}

#[cfg(test)]
mod tests {
    use super::{found, found_near};

    #[test]
    fn finds_by_number_by_part_of_the_title_and_by_beginnings_of_words_elsewhere() {
        let texts = ["74", "Anbringelse af børn", "Kommunen undersøger barnets bolig"];
        for search in ["74", "bringelse", "BØRN anb", "undersøg", "", "  "] {
            assert!(found(search, &texts), "{search:?}");
        }
        for search in ["75", "ersøger", "børn skole"] {
            assert!(!found(search, &texts), "{search:?}");
        }
        assert!(found("aarhus", &["1", "Århus"]));
    }

    #[test]
    fn finds_what_is_written_with_a_slip() {
        let texts = ["74", "Anbringelse af børn", "Kommunen undersøger barnets bolig"];
        for search in ["anbirngelse", "boern anbrig", "74 børm", "undersøer"] {
            assert!(found_near(search, &texts), "{search:?}");
        }
        for search in ["skole", "75 børn", "anvisning"] {
            assert!(!found_near(search, &texts), "{search:?}");
        }
    }
}
