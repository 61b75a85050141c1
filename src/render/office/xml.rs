//! Text in XML parts: nothing that people wrote is taken for markup, and nothing that XML forbids is in it.

use super::super::terminal::safe;

/// Text between tags, on one line.
pub(in crate::render) fn content(text: &str) -> String {
    escaped(&safe(text).replace('\n', " "))
}

/// Text in an attribute.
pub(in crate::render) fn attribute(text: &str) -> String {
    content(text)
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML has no place for these, however they are written.
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_neither_markup_nor_forbidden() {
        assert_eq!(content("<a b=\"c\">&amp;"), "&lt;a b=&quot;c&quot;&gt;&amp;amp;");
        assert_eq!(content("a\u{0}b\u{b}c\u{1b}d\u{fffe}e\u{ffff}"), "a b c d\u{fffd}e\u{fffd}");
        assert_eq!(content("a\u{202e}b\u{2066}c\r\nd"), "a b c  d");
        assert_eq!(content("=1+1 😀 مرحبا"), "=1+1 😀 مرحبا");
    }
}
