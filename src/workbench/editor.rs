//! A text that is being written.

use super::keys::Key;

/// A text with the place where the next character goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Editor {
    text: Vec<char>,
    at: usize,
}

/// What a key did to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed {
    /// It was taken.
    Taken,
    /// The text is done.
    Accepted,
    /// The text is thrown away.
    Dropped,
    /// The key means something else.
    Other,
}

impl Editor {
    pub(super) fn new(text: &str) -> Self {
        let text: Vec<char> = text.chars().collect();
        Self { at: text.len(), text }
    }

    pub(super) fn text(&self) -> String {
        self.text.iter().collect()
    }

    /// The text before and behind the place of the next character.
    pub(super) fn halves(&self) -> (String, String) {
        let (before, behind) = self.text.split_at(self.at.min(self.text.len()));
        (before.iter().collect(), behind.iter().collect())
    }

    pub(super) fn press(&mut self, key: Key) -> Typed {
        match key {
            Key::Char(c) if !c.is_control() => self.insert(c),
            // A line break: Enter is what people press when they are done.
            Key::Ctrl('j' | 'n') => self.insert('\n'),
            Key::Ctrl('u') => {
                self.text.drain(..self.at);
                self.at = 0;
            }
            Key::Backspace if self.at > 0 => {
                self.at -= 1;
                self.text.remove(self.at);
            }
            Key::Delete if self.at < self.text.len() => {
                self.text.remove(self.at);
            }
            Key::Left => self.at = self.at.saturating_sub(1),
            Key::Right => self.at = (self.at + 1).min(self.text.len()),
            Key::Home | Key::Ctrl('a') => self.at = 0,
            Key::End | Key::Ctrl('e') => self.at = self.text.len(),
            Key::Enter => return Typed::Accepted,
            // Ctrl-C copies in other programs: whoever presses it here must not lose what is written.
            Key::Esc => return Typed::Dropped,
            Key::Backspace | Key::Delete => {}
            _ => return Typed::Other,
        }
        Typed::Taken
    }

    /// A text that is pasted; its line breaks stay, and no sign of it is taken for a key.
    pub(super) fn paste(&mut self, text: &str) {
        for c in text.replace("\r\n", "\n").chars() {
            match c {
                '\n' | '\r' => self.insert('\n'),
                c if c.is_whitespace() => self.insert(' '),
                c if !c.is_control() => self.insert(c),
                _ => {}
            }
        }
    }

    fn insert(&mut self, c: char) {
        // No reason is longer; a file that is pasted by mistake must not end up in one.
        const MOST: usize = 4000;
        if self.text.len() < MOST {
            self.text.insert(self.at.min(self.text.len()), c);
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(editor: &mut Editor, text: &str) {
        for c in text.chars() {
            assert_eq!(editor.press(Key::Char(c)), Typed::Taken);
        }
    }

    #[test]
    fn writes_in_the_middle_and_takes_out_on_both_sides() {
        let mut editor = Editor::new("Ærø");
        typed(&mut editor, " 1");
        editor.press(Key::Home);
        typed(&mut editor, "på ");
        editor.press(Key::Delete);
        assert_eq!(editor.text(), "på rø 1");
        editor.press(Key::Backspace);
        assert_eq!(editor.halves(), ("på".to_owned(), "rø 1".to_owned()));
        editor.press(Key::Ctrl('j'));
        editor.press(Key::Ctrl('u'));
        assert_eq!(editor.text(), "rø 1");
        editor.press(Key::End);
        editor.paste("\tog\r\nto\u{1b}[A\rlinjer");
        assert_eq!(editor.text(), "rø 1 og\nto[A\nlinjer");
        assert_eq!(editor.press(Key::Enter), Typed::Accepted);
        assert_eq!(editor.press(Key::Ctrl('c')), Typed::Other);
        assert_eq!(editor.press(Key::Esc), Typed::Dropped);
    }
}
