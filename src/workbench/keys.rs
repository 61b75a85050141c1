//! Keys, and what they do.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

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
    F(u8),
}

impl Key {
    /// Keys that are no letters, as a file of keys names them.
    pub const NAMES: [(&str, Self); 14] = [
        ("enter", Self::Enter),
        ("esc", Self::Esc),
        ("tab", Self::Tab),
        ("shift-tab", Self::BackTab),
        ("up", Self::Up),
        ("down", Self::Down),
        ("left", Self::Left),
        ("right", Self::Right),
        ("page-up", Self::PageUp),
        ("page-down", Self::PageDown),
        ("home", Self::Home),
        ("end", Self::End),
        ("backspace", Self::Backspace),
        ("delete", Self::Delete),
    ];
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
    NextItem,
    PreviousItem,
    Decision,
    Question,
    Treated,
    Present,
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
    "next-item" => NextItem,
    "previous-item" => PreviousItem,
    "decision" => Decision,
    "question" => Question,
    "treated" => Treated,
    "present" => Present,
    "language" => Language,
    "help" => Help,
    "quit" => Quit,
});

impl Action {
    /// Those that mean something at a meeting only.
    pub const MEETING: [Self; 6] = [
        Self::NextItem,
        Self::PreviousItem,
        Self::Decision,
        Self::Question,
        Self::Treated,
        Self::Present,
    ];

    /// The usual keys for it, the one that is shown first. Digits set levels and stand for nothing else.
    #[must_use]
    pub fn usual_keys(self) -> &'static [Key] {
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
            Self::NextItem => &[Key::Char('.')],
            Self::PreviousItem => &[Key::Char(',')],
            Self::Decision => &[Key::Char('d')],
            Self::Question => &[Key::Char('o')],
            Self::Treated => &[Key::Char('v')],
            Self::Present => &[Key::Char('p')],
            Self::Language => &[Key::Char('L')],
            Self::Help => &[Key::Char('?')],
            Self::Quit => &[Key::Char('q'), Key::Ctrl('c')],
        }
    }

    /// What a key usually does; nothing for one that has no meaning.
    pub(super) fn usual(key: Key) -> Option<Self> {
        let actions = Self::KEYS.iter().map(|(_, action)| *action);
        actions.into_iter().find(|action| action.usual_keys().contains(&key))
    }
}

/// Which keys do what: the usual ones, but for those that the user has bound otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap(BTreeMap<Action, Vec<Key>>);

impl Default for Keymap {
    fn default() -> Self {
        let usual = |(_, action): (&str, Action)| (action, action.usual_keys().to_vec());
        Self(Action::KEYS.into_iter().map(usual).collect())
    }
}

impl Keymap {
    /// Binds these keys to an action, in the place of its usual ones; no other action has them then.
    pub fn bind(&mut self, action: Action, keys: Vec<Key>) {
        for others in self.0.values_mut() {
            others.retain(|key| !keys.contains(key));
        }
        self.0.insert(action, keys);
    }

    /// The keys for an action, the one that is shown first.
    #[must_use]
    pub fn keys(&self, action: Action) -> &[Key] {
        self.0.get(&action).map_or(&[], Vec::as_slice)
    }

    /// What a key does; nothing for one that has no meaning. Ctrl-C always leaves.
    pub(super) fn action(&self, key: Key) -> Option<Action> {
        if key == Key::Ctrl('c') {
            return Some(Action::Quit);
        }
        self.0.iter().find(|(_, keys)| keys.contains(&key)).map(|(action, _)| *action)
    }
}

impl FromStr for Key {
    type Err = ();

    /// A key as a file of keys names it: `a`, `ctrl-r`, `enter`, `page-up`, `f5`. Digits set levels and
    /// are no keys to be bound.
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut characters = text.chars();
        if let (Some(c), None) = (characters.next(), characters.next()) {
            return if c.is_ascii_digit() || c.is_control() || c.is_whitespace() {
                Err(())
            } else {
                Ok(Self::Char(c))
            };
        }
        let name = text.to_lowercase();
        if let Some((_, key)) = Self::NAMES.iter().find(|(known, _)| *known == name) {
            return Ok(*key);
        }
        if let Some(letter) = name.strip_prefix("ctrl-") {
            let mut letters = letter.chars();
            // Ctrl-Z stands aside, and Ctrl-C leaves whatever is bound.
            return match (letters.next(), letters.next()) {
                (Some(c), None) if c.is_ascii_lowercase() && !matches!(c, 'c' | 'z') => {
                    Ok(Self::Ctrl(c))
                }
                _ => Err(()),
            };
        }
        let number = name.strip_prefix('f').and_then(|number| number.parse().ok());
        number.filter(|number| (1..=12).contains(number)).map(Self::F).ok_or(())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Char(c) => return write!(f, "{c}"),
            Self::Ctrl(c) => return write!(f, "ctrl-{c}"),
            Self::F(number) => return write!(f, "F{number}"),
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
            for key in action.usual_keys() {
                assert!(seen.insert(*key), "{key} twice");
                assert!(!matches!(key, Key::Char(c) if c.is_ascii_digit()));
                assert_eq!(Action::usual(*key), Some(action));
                assert_eq!(Keymap::default().action(*key), Some(action));
            }
        }
    }

    #[test]
    fn keys_are_known_by_their_names_and_no_digit_is_one() {
        assert_eq!("å".parse(), Ok(Key::Char('å')));
        assert_eq!("Ctrl-R".parse(), Ok(Key::Ctrl('r')));
        assert_eq!("F5".parse(), Ok(Key::F(5)));
        for (name, key) in Key::NAMES {
            assert_eq!(name.parse(), Ok(key));
        }
        for wrong in ["", "3", " ", "ctrl-", "ctrl-z", "ctrl-æ", "f0", "f13", "hest", "ctrl-rr"] {
            assert_eq!(wrong.parse::<Key>(), Err(()), "{wrong:?}");
        }
    }

    #[test]
    fn a_key_that_is_bound_anew_does_one_thing_only() {
        let mut keys = Keymap::default();
        keys.bind(Action::Undo, vec![Key::Char('q'), Key::Ctrl('c'), Key::F(2)]);
        assert_eq!(keys.action(Key::Char('q')), Some(Action::Undo));
        assert_eq!(keys.action(Key::Char('u')), None);
        assert!(keys.keys(Action::Quit).is_empty());
        keys.bind(Action::Undo, vec![Key::F(2)]);
        assert_eq!(keys.action(Key::Ctrl('c')), Some(Action::Quit));
    }
}
