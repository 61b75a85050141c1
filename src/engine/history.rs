//! Taking changes back and making them again, from what the journal says.

use crate::domain::{JournalEntry, Occasion, RecordedChange, RecordedState};

/// The changes that can be gone over, by number, the newest last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steps {
    /// Those that stand, and can be taken back.
    pub done: Vec<u64>,
    /// Those that were taken back, and can be made again; a new change ends that.
    pub undone: Vec<u64>,
}

impl Steps {
    /// The steps of a journal.
    #[must_use]
    pub fn of(entries: &[JournalEntry]) -> Self {
        let mut steps = Self::default();
        for entry in entries {
            match entry.note.occasion {
                // What was before cannot be reached from here.
                Occasion::Init | Occasion::Begin => steps = Self::default(),
                Occasion::Continue => {}
                Occasion::Undo => {
                    carry(&entry.note.about, &mut steps.done, &mut steps.undone);
                }
                Occasion::Redo => {
                    carry(&entry.note.about, &mut steps.undone, &mut steps.done);
                }
                Occasion::Assess
                | Occasion::Import
                | Occasion::Merge
                | Occasion::Upgrade
                | Occasion::Approve
                | Occasion::Outside => {
                    steps.done.push(entry.number);
                    steps.undone.clear();
                }
            }
        }
        steps
    }

    /// The newest changes that stand, newest first; `None` where there are not as many.
    #[must_use]
    pub fn to_take_back(&self, count: usize) -> Option<Vec<u64>> {
        newest(&self.done, count)
    }

    /// The changes that were taken back last, the one to be made first at the front; `None` where
    /// there are not as many.
    #[must_use]
    pub fn to_make_again(&self, count: usize) -> Option<Vec<u64>> {
        newest(&self.undone, count)
    }
}

fn newest(numbers: &[u64], count: usize) -> Option<Vec<u64>> {
    let chosen: Vec<u64> = numbers.iter().rev().take(count).copied().collect();
    (chosen.len() == count).then_some(chosen)
}

fn carry(numbers: &[u64], from: &mut Vec<u64>, to: &mut Vec<u64>) {
    for number in numbers {
        from.retain(|known| known != number);
        to.push(*number);
    }
}

/// What an assessment becomes when changes are taken back (`Occasion::Undo`) or made again, in the
/// order of the numbers.
///
/// # Errors
/// The number of a change that the journal does not have, or whose values are not what stands there.
pub fn gone_over(
    state: &RecordedState,
    entries: &[JournalEntry],
    numbers: &[u64],
    way: Occasion,
) -> Result<RecordedState, u64> {
    let mut state = state.clone();
    for number in numbers {
        let entry = entries.iter().find(|entry| entry.number == *number).ok_or(*number)?;
        for change in &entry.note.changes {
            let (now, then) = sides(change, way);
            if state.get(&change.path) != now {
                return Err(*number);
            }
            match then {
                Some(value) => state.insert(change.path.clone(), value.clone()),
                None => state.remove(&change.path),
            };
        }
    }
    Ok(state)
}

type Value<'a> = Option<&'a crate::domain::Recorded>;

/// What must stand there now, and what comes there.
fn sides(change: &RecordedChange, way: Occasion) -> (Value<'_>, Value<'_>) {
    let (old, new) = (change.old.as_ref(), change.new.as_ref());
    if way == Occasion::Undo { (new, old) } else { (old, new) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FieldPath, JournalNote, Recorded, Timestamp};

    fn entry(number: u64, occasion: Occasion, about: &[u64]) -> JournalEntry {
        let path = FieldPath { activity: None, threat: None, keys: vec!["round".to_owned()] };
        let text = |number: u64| Some(Recorded::Text(number.to_string()));
        let change =
            RecordedChange { path, old: text(number - 1), new: text(number), source: None };
        let note = JournalNote {
            at: Timestamp::UNIX_EPOCH,
            by: String::new(),
            occasion,
            about: about.to_vec(),
            changes: vec![change],
            decisions: Vec::new(),
        };
        let (before, after) = (String::new(), String::new());
        JournalEntry { number, note, state: None, before, after }
    }

    #[test]
    fn goes_back_and_forth_until_a_new_change_is_made() {
        let mut entries = vec![
            entry(1, Occasion::Begin, &[]),
            entry(2, Occasion::Assess, &[]),
            entry(3, Occasion::Import, &[]),
            entry(4, Occasion::Undo, &[3, 2]),
        ];
        let steps = Steps::of(&entries);
        assert_eq!(steps, Steps { done: vec![], undone: vec![3, 2] });
        assert_eq!(steps.to_make_again(2), Some(vec![2, 3]));
        assert_eq!(steps.to_take_back(1), None);
        entries.push(entry(5, Occasion::Redo, &[2]));
        assert_eq!(Steps::of(&entries), Steps { done: vec![2], undone: vec![3] });
        entries.push(entry(6, Occasion::Assess, &[]));
        assert_eq!(Steps::of(&entries), Steps { done: vec![2, 6], undone: vec![] });
    }

    #[test]
    fn refuses_to_take_back_what_no_longer_stands_there() {
        let entries = [entry(7, Occasion::Assess, &[])];
        let path = entries[0].note.changes[0].path.clone();
        let state = |text: &str| RecordedState::from([(path.clone(), Recorded::Text(text.into()))]);
        let back = |text| gone_over(&state(text), &entries, &[7], Occasion::Undo);
        assert_eq!(back("7"), Ok(state("6")));
        assert_eq!(back("8"), Err(7));
        assert_eq!(gone_over(&state("6"), &entries, &[7], Occasion::Redo), Ok(state("7")));
    }
}
