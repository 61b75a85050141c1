//! What people may fill in in a row: a field that the program knows, or a column of their own.

use super::entry::{Entry, Shape, Words};
use super::field::Field;
use super::lines;
use crate::domain::{Action, ActivityAnswer, Extra, ThreatId};
use crate::text::Lang;

/// An input of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// A field of the answer.
    Field(Field),
    /// A column that somebody added, by its key; kept as it came and written out again.
    Extra(String),
    /// The same on the sheet of actions.
    OfAction {
        /// Which action of the risk, counted from 1 among those that say something.
        number: usize,
        /// Key of the column.
        key: String,
    },
}

impl From<Field> for Input {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl Input {
    /// The header of its column.
    #[must_use]
    pub fn header(&self, lang: Lang) -> String {
        match self {
            Self::Field(field) => field.header(lang),
            Self::Extra(header) => header.clone(),
            Self::OfAction { number, key } => {
                format!("{key} ({} {number})", lang.pick("handling", "action"))
            }
        }
    }

    /// The key in the tables and in the journal: that of the field, or the header of a column that
    /// somebody added.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Field(field) => field.key(),
            Self::Extra(key) | Self::OfAction { key, .. } => key.clone(),
        }
    }

    /// Whether it is about the value behind these keys of an assessment file, counted from the
    /// activity or the threat.
    #[must_use]
    pub fn holds(&self, keys: &[String]) -> bool {
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        match (self, keys.as_slice()) {
            (Self::Extra(header), ["extra", key, ..]) => header == key,
            (Self::OfAction { .. }, ["actions"]) => true,
            (Self::Field(field), keys) => field.holds(keys),
            _ => false,
        }
    }

    /// What kind of entry it takes.
    pub(super) fn shape(&self) -> Shape {
        match self {
            Self::Field(field) => field.shape(),
            Self::Extra(_) | Self::OfAction { .. } => Shape::Text,
        }
    }

    /// Whether a change of it means that somebody has begun to assess.
    pub(super) fn is_figure(&self) -> bool {
        matches!(self, Self::Field(field) if field.is_figure())
    }

    /// What the answer holds; `None` where it holds nothing.
    pub(super) fn read(
        &self,
        answer: &ActivityAnswer,
        threat: Option<&ThreatId>,
        lang: Lang,
    ) -> Option<Entry> {
        match self {
            Self::Field(field) => field.read(answer, threat, lang),
            Self::Extra(header) => {
                let extra = match threat {
                    None => &answer.extra,
                    Some(id) => &answer.threats.get(id)?.extra,
                };
                own_entry(extra, header)
            }
            Self::OfAction { number, key } => {
                let mut shown =
                    answer.risk(threat)?.actions.iter().filter(|action| is_shown(action));
                own_entry(&shown.nth(number.checked_sub(1)?)?.extra, key)
            }
        }
    }

    /// Puts an entry into the answer; `None` takes out what is there.
    ///
    /// # Errors
    /// What would be allowed, where the entry cannot stand there.
    pub(super) fn write(
        &self,
        answer: &mut ActivityAnswer,
        threat: Option<&ThreatId>,
        entry: Option<&Entry>,
        words: Words<'_>,
    ) -> Result<(), Vec<String>> {
        match self {
            Self::Field(field) => field.write(answer, threat, entry, words),
            Self::Extra(header) => {
                let extra = match threat {
                    None => &mut answer.extra,
                    Some(id) => &mut answer.threats.entry(id.clone()).or_default().extra,
                };
                match entry {
                    Some(entry) => extra.insert(header.clone(), entry.to_own()),
                    None => extra.remove(header),
                };
                Ok(())
            }
            Self::OfAction { number, key } => {
                let mut shown =
                    answer.risk_mut(threat).actions.iter_mut().filter(|action| is_shown(action));
                let action = number.checked_sub(1).and_then(|nth| shown.nth(nth));
                if let Some(action) = action {
                    match entry {
                        Some(entry) => action.extra.insert(key.clone(), entry.to_own()),
                        None => action.extra.remove(key),
                    };
                }
                Ok(())
            }
        }
    }
}

/// Whether an action has a line in a cell, and so a row on the sheet of actions.
pub(super) fn is_shown(action: &Action) -> bool {
    // Most say what will be done; the line itself is only written for the others.
    action.what.contains(char::is_alphanumeric) || !lines::action_in_cell(action).is_empty()
}

/// What stands in a column that people added.
pub(super) fn own_entry(extra: &Extra, key: &str) -> Option<Entry> {
    extra.get(key).and_then(Entry::of_own)
}
