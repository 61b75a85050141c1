//! Small building blocks of sentences: lists, quotes, cells of a matrix, numbers.

use super::super::Lang;
use crate::domain::{Consequence, FieldPath, Likelihood};
use crate::finding::Name;

/// How many allowed values fit in the message itself; longer lists go to the hints.
pub(super) const SHORT_LIST: usize = 6;

/// Puts a text in quotation marks, as the user wrote it but on one line.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.trim().replace(['\r', '\n', '\t'], " "))
}

/// A word of a method in the language of the message.
pub(super) fn word(lang: Lang, name: &Name) -> &str {
    lang.pick(&name.da, &name.en)
}

/// Words of a method, one after the other.
pub(super) fn all_words(lang: Lang, names: &[Name]) -> String {
    names.iter().map(|name| word(lang, name)).collect::<Vec<_>>().join(", ")
}

/// A character as a person can see it: an invisible one by its number.
pub(super) fn shown(character: char) -> String {
    if character.is_control() || character.is_whitespace() {
        format!("U+{:04X}", u32::from(character))
    } else {
        character.to_string()
    }
}

/// A level as written: a number stands alone, everything else in quotation marks.
pub(super) fn written_level(found: &str) -> String {
    let found = found.trim();
    if !found.is_empty() && found.bytes().all(|byte| byte.is_ascii_digit()) {
        found.to_owned()
    } else {
        quoted(found)
    }
}

/// `a, b and c`, with the given word before the last.
fn join(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// `a, b og c`.
pub(super) fn all_of(lang: Lang, items: &[String]) -> String {
    join(items, lang.pick("og", "and"))
}

/// Fields of an answer, each once; nothing where nobody knows which.
pub(super) fn changed_fields(lang: Lang, changed: &[FieldPath]) -> Option<String> {
    let mut fields: Vec<String> = Vec::new();
    for path in changed {
        let field = crate::text::history::field(lang, &path.keys);
        let field = match &path.threat {
            Some(threat) => format!("{field} ({threat})"),
            None => field,
        };
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    (!fields.is_empty()).then(|| all_of(lang, &fields))
}

/// When and by whom, where either is said.
pub(super) fn said_of_itself(on: Option<&str>, by: &str) -> Option<String> {
    let parts: Vec<&str> = on.into_iter().chain([by]).filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// `changed: a, b; gone: c`; long lists say how many more there are.
pub(super) fn file_lists(lang: Lang, parts: &[(&str, &Vec<String>)]) -> String {
    let list = |files: &Vec<String>| {
        let mut shown: Vec<String> = files.iter().take(SHORT_LIST).cloned().collect();
        match files.len().saturating_sub(SHORT_LIST) {
            0 => {}
            more => shown.push(match lang {
                Lang::Da => format!("{more} flere"),
                Lang::En => format!("{more} more"),
            }),
        }
        all_of(lang, &shown)
    };
    let some = parts.iter().filter(|(_, files)| !files.is_empty());
    some.map(|(word, files)| format!("{word}: {}", list(files))).collect::<Vec<_>>().join("; ")
}

/// `a, b eller c`.
pub(super) fn one_of(lang: Lang, items: &[String]) -> String {
    join(items, lang.pick("eller", "or"))
}

/// `"a", "b" og "c"`.
pub(super) fn all_quoted(lang: Lang, items: &[String]) -> String {
    let items: Vec<_> = items.iter().map(|item| quoted(item)).collect();
    all_of(lang, &items)
}

/// Words of a method, each in quotation marks: `"Lav" og "Høj"`.
pub(super) fn all_quoted_words(lang: Lang, names: &[Name]) -> String {
    let words: Vec<_> = names.iter().map(|name| quoted(word(lang, name))).collect();
    all_of(lang, &words)
}

/// `"a", "b" og 12 til`, where there are too many to name.
pub(super) fn first_quoted(lang: Lang, items: &[String]) -> String {
    if items.len() <= SHORT_LIST {
        return all_quoted(lang, items);
    }
    let named = items.iter().take(SHORT_LIST - 1).map(|item| quoted(item));
    let more = items.len() - (SHORT_LIST - 1);
    let more = format!("{more} {}", lang.pick("til", "more"));
    all_of(lang, &named.chain([more]).collect::<Vec<_>>())
}

/// The same without quotation marks: `61, 74 T08 og 12 til`.
pub(super) fn first_named(lang: Lang, items: &[String]) -> String {
    if items.len() <= SHORT_LIST {
        return all_of(lang, items);
    }
    let more = items.len() - (SHORT_LIST - 1);
    let more = format!("{more} {}", lang.pick("til", "more"));
    all_of(lang, &items.iter().take(SHORT_LIST - 1).cloned().chain([more]).collect::<Vec<_>>())
}

/// `konsekvens 4, sandsynlighed 2`.
pub(super) fn cell(lang: Lang, (likelihood, consequence): (Likelihood, Consequence)) -> String {
    match lang {
        Lang::Da => format!("konsekvens {consequence}, sandsynlighed {likelihood}"),
        Lang::En => format!("consequence {consequence}, likelihood {likelihood}"),
    }
}

/// Bytes as megabytes, rounded up so that a limit is never stated too low.
pub(super) fn megabytes(bytes: usize) -> String {
    format!("{} MB", bytes.div_ceil(1024 * 1024))
}

/// Column of a sheet by letter: 1 is `A`, 27 is `AA`.
pub(super) fn column_letters(column: u32) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).map_or('?', |place| char::from(b'A' + place));
        letters.push(letter);
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_the_last_item_with_a_word() {
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(all_of(Lang::Da, &items), "a, b og c");
        assert_eq!(one_of(Lang::En, &items[..2]), "a or b");
        assert_eq!(one_of(Lang::En, &items[..1]), "a");
        assert_eq!(one_of(Lang::En, &[]), "");
    }

    #[test]
    fn names_columns_as_excel_does() {
        let columns = [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA"), (16_384, "XFD")];
        for (column, letters) in columns {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn quotes_what_is_not_a_number() {
        assert_eq!(written_level("7"), "7");
        assert_eq!(written_level("høj "), "\"høj\"");
        assert_eq!(written_level(""), "\"\"");
        assert_eq!(quoted("to\nlinjer"), "\"to linjer\"");
    }
}
