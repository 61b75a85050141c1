//! Keys, and what they do.

use std::fmt;

use crate::domain::keyed;

/// A key as the keyboard sends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the keys are named as on the keyboard")]
pub enum Key {
    Char(char),
    Ctrl(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Backspace,
    Delete,
}

/// What a key does where no text is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "`text::workbench` says what each does")]
pub enum Action {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    Open,
    Back,
    NextPane,
    PreviousPane,
    Clear,
    Reason,
    Threats,
    Measures,
    Treatment,
    NotApplicable,
    Finish,
    NextOpen,
    Search,
    Filter,
    Area,
    Carry,
    Undo,
    Redo,
    Language,
    Help,
    Quit,
}

keyed!(Action {
    "up" => Up,
    "down" => Down,
    "left" => Left,
    "right" => Right,
    "page-up" => PageUp,
    "page-down" => PageDown,
    "first" => First,
    "last" => Last,
    "open" => Open,
    "back" => Back,
    "next-pane" => NextPane,
    "previous-pane" => PreviousPane,
    "clear" => Clear,
    "reason" => Reason,
    "threats" => Threats,
    "measures" => Measures,
    "treatment" => Treatment,
    "not-applicable" => NotApplicable,
    "finish" => Finish,
    "next-open" => NextOpen,
    "search" => Search,
    "filter" => Filter,
    "area" => Area,
    "carry" => Carry,
    "undo" => Undo,
    "redo" => Redo,
    "language" => Language,
    "help" => Help,
    "quit" => Quit,
});

impl Action {
    /// The keys for it, the one that is shown first. Digits set levels and stand for nothing else.
    #[must_use]
    pub fn keys(self) -> &'static [Key] {
        match self {
            Self::Up => &[Key::Up, Key::Char('k')],
            Self::Down => &[Key::Down, Key::Char('j')],
            Self::Left => &[Key::Left, Key::Char('h')],
            Self::Right => &[Key::Right, Key::Char('l')],
            Self::PageUp => &[Key::PageUp],
            Self::PageDown => &[Key::PageDown],
            Self::First => &[Key::Home],
            Self::Last => &[Key::End],
            Self::Open => &[Key::Enter],
            Self::Back => &[Key::Esc],
            Self::NextPane => &[Key::Tab],
            Self::PreviousPane => &[Key::BackTab],
            Self::Clear => &[Key::Delete, Key::Backspace],
            Self::Reason => &[Key::Char('r')],
            Self::Threats => &[Key::Char('t')],
            Self::Measures => &[Key::Char('m')],
            Self::Treatment => &[Key::Char('b')],
            Self::NotApplicable => &[Key::Char('n')],
            Self::Finish => &[Key::Char('s')],
            Self::NextOpen => &[Key::Char('a')],
            Self::Search => &[Key::Char('/')],
            Self::Filter => &[Key::Char('f')],
            Self::Area => &[Key::Char('g')],
            Self::Carry => &[Key::Char('c')],
            Self::Undo => &[Key::Char('u')],
            Self::Redo => &[Key::Ctrl('r')],
            Self::Language => &[Key::Char('L')],
            Self::Help => &[Key::Char('?')],
            Self::Quit => &[Key::Char('q'), Key::Ctrl('c')],
        }
    }

    /// What a key does; nothing for one that has no meaning.
    #[must_use]
    pub fn of(key: Key) -> Option<Self> {
        let actions = Self::KEYS.iter().map(|(_, action)| *action);
        actions.into_iter().find(|action| action.keys().contains(&key))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Char(c) => return write!(f, "{c}"),
            Self::Ctrl(c) => return write!(f, "ctrl-{c}"),
            Self::Enter => "Enter",
            Self::Esc => "Esc",
            Self::Tab => "Tab",
            Self::BackTab => "shift-Tab",
            Self::Up => "↑",
            Self::Down => "↓",
            Self::Left => "←",
            Self::Right => "→",
            Self::PageUp => "PgUp",
            Self::PageDown => "PgDn",
            Self::Home => "Home",
            Self::End => "End",
            Self::Backspace => "Backspace",
            Self::Delete => "Del",
        };
        f.write_str(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things_and_digits_do_none() {
        let mut seen = std::collections::BTreeSet::new();
        for (_, action) in Action::KEYS {
            for key in action.keys() {
                assert!(seen.insert(*key), "{key} twice");
                assert!(!matches!(key, Key::Char(c) if c.is_ascii_digit()));
                assert_eq!(Action::of(*key), Some(action));
            }
        }
    }
}
