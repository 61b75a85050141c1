//! What an input cell holds, and how tolerant we are in reading it.
//!
//! An entry is independent of language: the hidden baseline keeps its key, so a workbook that was
//! written in Danish and translated by hand still compares equal. Knows no columns and no rows.

use std::borrow::Cow;

use super::workbook::{Cell, Value};
use crate::domain::{Date, Level, Method, OwnCell, Status, Treatment};
use crate::finding::{Axis, Fact, Name, nearest};
use crate::text::workbook::labels;
use crate::text::{self, Lang, level_label, read_day, status, treatment};

/// A value of an input cell. A blank cell is no entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Free text, also several lines.
    Text(String),
    /// A level of an axis.
    Level(Axis, u8),
    /// Somebody decided that the figure does not apply.
    NotApplicable,
    /// Status of an activity.
    Status(Status),
    /// What is done about a risk.
    Treatment(Treatment),
    /// A day.
    Date(Date),
    /// The mark of a column that is either yes or blank.
    Yes,
    /// A number in a column that people added, as [`f64`] prints it.
    Number(String),
    /// True or false in such a column.
    Boolean(bool),
}

/// The keys of the levels that a scale may have.
const LEVEL_KEYS: [&str; 11] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

impl Entry {
    /// The entry as the hidden baseline keeps it: the same in every language.
    #[must_use]
    pub fn key(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Level(_, number) => {
                let known = LEVEL_KEYS.get(usize::from(*number));
                known.map_or_else(|| Cow::Owned(number.to_string()), |key| Cow::Borrowed(*key))
            }
            Self::NotApplicable => Cow::Borrowed("not-applicable"),
            Self::Status(value) => Cow::Borrowed(value.key()),
            Self::Treatment(value) => Cow::Borrowed(value.key()),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Yes => Cow::Borrowed("yes"),
            Self::Number(number) => Cow::Borrowed(number),
            Self::Boolean(value) => Cow::Owned(OwnCell::Boolean(*value).to_string()),
        }
    }

    /// What stands in a cell of people's own; `None` for a blank text.
    #[must_use]
    pub fn of_own(cell: &OwnCell) -> Option<Self> {
        match cell {
            OwnCell::Text(text) => {
                let text = clean(text);
                (!text.is_empty()).then(|| Self::Text(text.into_owned()))
            }
            OwnCell::Number(number) => Some(Self::Number(number.clone())),
            OwnCell::Date(date) => Some(Self::Date(*date)),
            OwnCell::Boolean(value) => Some(Self::Boolean(*value)),
        }
    }

    /// The entry as a cell of people's own.
    pub(super) fn to_own(&self) -> OwnCell {
        match self {
            Self::Number(number) => OwnCell::Number(number.clone()),
            Self::Date(date) => OwnCell::Date(*date),
            Self::Boolean(value) => OwnCell::Boolean(*value),
            other => OwnCell::Text(other.key().into_owned()),
        }
    }

    /// A text from a format that knows no kinds, as the kind of entry that this one is; a text where it
    /// cannot be that. A number may have the decimal point of either language.
    pub(super) fn same_kind(&self, text: &str) -> Self {
        let read = match self {
            Self::Number(_) => {
                let number = text.replace(',', ".").parse::<f64>().ok();
                number.filter(|n| n.is_finite()).map(|number| Self::Number(number.to_string()))
            }
            Self::Date(_) => read_day(text).map(Self::Date),
            Self::Boolean(_) => {
                let is = |value: bool| {
                    [Lang::Da, Lang::En]
                        .iter()
                        .any(|lang| fold(text::boolean(*lang, value)) == fold(text))
                };
                [true, false].into_iter().find(|value| is(*value)).map(Self::Boolean)
            }
            _ => None,
        };
        read.unwrap_or_else(|| Self::Text(text.to_owned()))
    }

    /// The entry as people read it.
    #[must_use]
    pub fn shown(&self, words: Words<'_>) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Level(axis, number) => Cow::Owned(words.option(*axis, *number)),
            Self::NotApplicable => Cow::Borrowed(labels::NOT_APPLICABLE.pick(words.lang)),
            Self::Status(value) => Cow::Borrowed(status(words.lang, *value)),
            Self::Treatment(value) => Cow::Borrowed(treatment(words.lang, *value)),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Yes => Cow::Borrowed(labels::YES.pick(words.lang)),
            Self::Number(number) => Cow::Owned(text::number(words.lang, number)),
            Self::Boolean(value) => Cow::Borrowed(text::boolean(words.lang, *value)),
        }
    }
}

/// The words that an entry is written and read with.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// Whose levels.
    pub method: &'a Method,
    /// Language of the workbook; reading accepts the other one too.
    pub lang: Lang,
}

impl<'a> Words<'a> {
    /// Meaning of a level, where the scale has it.
    pub(super) fn level(self, axis: Axis, number: u8) -> Option<&'a Level> {
        let method = self.method;
        match axis {
            Axis::Likelihood => method.likelihood_level(method.likelihood.level(number)?),
            Axis::Consequence => method.consequence_level(method.consequence.level(number)?),
        }
    }

    /// Number of the highest level.
    pub(super) fn top(self, axis: Axis) -> u8 {
        match axis {
            Axis::Likelihood => self.method.likelihood.top_number(),
            Axis::Consequence => self.method.consequence.top_number(),
        }
    }

    /// A level as the drop-down offers it: "3 – Høj".
    pub(super) fn option(self, axis: Axis, number: u8) -> String {
        let label = self.level(axis, number).map_or("", |level| level_label(self.lang, level));
        format!("{number} – {label}")
    }

    /// Every level of an axis as the drop-down offers it.
    pub(super) fn options(self, axis: Axis) -> Vec<String> {
        (1..=self.top(axis)).map(|number| self.option(axis, number)).collect()
    }
}

/// What kind of entry a column takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Free text.
    Text,
    /// A level.
    Level(Axis),
    /// A level, or that it does not apply.
    LevelOrNot(Axis),
    /// A status.
    Status,
    /// A treatment.
    Treatment,
    /// A day.
    Date,
    /// Yes or blank.
    Yes,
}

impl Shape {
    /// Whether a cell shows exactly what we write for a key of the baseline: the quick way for the
    /// many cells that nobody touched. `false` means that the cell must be read.
    pub(super) fn shows(self, cell: &Cell, key: &str, words: Words<'_>) -> bool {
        let Value::Text(text) = &cell.value else { return false };
        match self {
            _ if key.is_empty() => false,
            Self::Text => text == key,
            Self::Level(axis) | Self::LevelOrNot(axis) => {
                let number = key.parse().ok();
                let level = number.and_then(|number| words.level(axis, number));
                let label = text.strip_prefix(key).and_then(|rest| rest.strip_prefix(" – "));
                level.is_some_and(|level| Some(level_label(words.lang, level)) == label)
            }
            Self::Status => {
                let known = Status::KEYS.iter().find(|(known, _)| *known == key);
                known.is_some_and(|(_, value)| status(words.lang, *value) == text)
            }
            Self::Treatment | Self::Date | Self::Yes => false,
        }
    }

    /// Reads a cell. `None` is a blank cell.
    ///
    /// Findings: `IMP006` for what no reader can make sense of, `IMP008` for levels, `IMP012` else.
    pub(super) fn parse(self, cell: &Cell, words: Words<'_>) -> Result<Option<Entry>, Fact> {
        let unreadable = |found: &str| Err(Fact::UnreadableCell { found: found.to_owned() });
        let text = match &cell.value {
            Value::Error(found) => return unreadable(found),
            Value::FormulaWithoutResult => return unreadable("="),
            Value::Date { serial } => return self.parse_date_cell(*serial, words),
            Value::Number(number) if !number.is_finite() => return unreadable(&number.to_string()),
            Value::Number(number) if self == Self::Date => {
                return self.parse_date_cell(*number, words);
            }
            Value::Number(number) => Cow::Owned(number.to_string()),
            Value::Boolean(true) if self == Self::Yes => return Ok(Some(Entry::Yes)),
            Value::Boolean(false) if self == Self::Yes => return Ok(None),
            Value::Boolean(value) => Cow::Owned(value.to_string().to_uppercase()),
            Value::Text(text) => clean(text),
        };
        if text.is_empty() {
            return Ok(None);
        }
        self.parse_text(&text, words)
    }

    fn parse_text(self, text: &str, words: Words<'_>) -> Result<Option<Entry>, Fact> {
        match self {
            Self::Text => Ok(Some(Entry::Text(text.to_owned()))),
            Self::Level(axis) => level(text, axis, words).map(Some),
            Self::LevelOrNot(axis) => {
                let wanted = fold(text);
                let not = labels::NOT_APPLICABLE;
                if [not.da, not.en, "not-applicable"].contains(&wanted.as_str()) {
                    return Ok(Some(Entry::NotApplicable));
                }
                level(text, axis, words).map(Some)
            }
            Self::Status => choice(text, &Status::KEYS, status, words).map(Entry::Status).map(Some),
            Self::Treatment => {
                choice(text, &Treatment::KEYS, treatment, words).map(Entry::Treatment).map(Some)
            }
            Self::Date => read_day(text)
                .map(|date| Some(Entry::Date(date)))
                .ok_or_else(|| refuse(text, vec![date_pattern(words).to_owned()])),
            Self::Yes => match fold(text).as_str() {
                "ja" | "j" | "yes" | "y" | "x" | "sand" | "true" => Ok(Some(Entry::Yes)),
                "nej" | "n" | "no" | "falsk" | "false" => Ok(None),
                _ => Err(refuse(text, vec![labels::YES.pick(words.lang).to_owned()])),
            },
        }
    }

    /// A cell with a date format: a date where one is wanted, its text where text is wanted.
    fn parse_date_cell(self, serial: f64, words: Words<'_>) -> Result<Option<Entry>, Fact> {
        let date = date_from_serial(serial);
        let found = date.map_or_else(|| serial.to_string(), |date| date.to_string());
        match (self, date) {
            // In a cell for dates Excel takes the year 2026 for a day in 1905.
            (Self::Date, _) if YEARS.contains(&serial) => {
                Err(refuse(&serial.to_string(), vec![date_pattern(words).to_owned()]))
            }
            (Self::Date, Some(date)) => Ok(Some(Entry::Date(date))),
            (Self::Date, None) => Err(refuse(&found, vec![date_pattern(words).to_owned()])),
            _ => self.parse_text(&found, words),
        }
    }
}

/// Serial numbers that are years: as days they lie in 1905, which no assessment is about.
const YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2100.0;

/// How a workbook in this language has its dates.
fn date_pattern(words: Words<'_>) -> &'static str {
    words.lang.pick("DD-MM-YYYY", "YYYY-MM-DD")
}

fn refuse(found: &str, allowed: Vec<String>) -> Fact {
    let nearest = nearest(found, allowed.iter().map(String::as_str)).map(str::to_owned);
    Fact::ImportValue { found: found.to_owned(), allowed, nearest }
}

/// A word out of a closed list, in either language or as files write it.
fn choice<T: Copy>(
    text: &str,
    keys: &[(&'static str, T)],
    name: fn(Lang, T) -> &'static str,
    words: Words<'_>,
) -> Result<T, Fact> {
    let wanted = fold(text);
    keys.iter()
        .find(|(key, value)| {
            wanted == *key || wanted == name(Lang::Da, *value) || wanted == name(Lang::En, *value)
        })
        .map(|(_, value)| *value)
        .ok_or_else(|| {
            refuse(text, keys.iter().map(|(_, v)| name(words.lang, *v).to_owned()).collect())
        })
}

/// A level as people write it: `3`, `3.0`, `3 – Sandsynligt`, `sandsynligt`.
///
/// A number with another level's word is refused: one of the two is wrong, and we cannot know which.
fn level(text: &str, axis: Axis, words: Words<'_>) -> Result<Entry, Fact> {
    if let Some(number) = level_as_offered(text, axis, words) {
        return Ok(Entry::Level(axis, number));
    }
    let wanted = fold(text);
    let is_label = |number: u8, label: &str| {
        words
            .level(axis, number)
            .is_some_and(|level| fold(&level.label) == label || fold(&level.label_en) == label)
    };
    let digits = wanted.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let (number, rest) = wanted.split_at(digits.unwrap_or(wanted.len()));
    let label = rest.trim_start_matches([' ', '-', ':', '=']).trim();
    let found = whole_number(number)
        .filter(|number| words.level(axis, *number).is_some())
        .filter(|number| label.is_empty() || is_label(*number, label));
    let by_word = || (1..=words.top(axis)).find(|number| is_label(*number, &wanted));
    found.or_else(by_word).map(|number| Entry::Level(axis, number)).ok_or_else(|| {
        let [da, en] = [Lang::Da, Lang::En].map(|lang| Words { lang, ..words }.options(axis));
        let own = if words.lang == Lang::En { &en } else { &da };
        let position = nearest_level(number, &wanted, own);
        let labels: Vec<Name> = da.into_iter().zip(en).map(|(da, en)| Name { da, en }).collect();
        let nearest = position.and_then(|position| labels.get(position).cloned());
        Fact::ImportLevel { axis, found: text.to_owned(), top: words.top(axis), labels, nearest }
    })
}

/// A level exactly as the drop-down offers it, as nearly all are: folding texts is slow.
fn level_as_offered(text: &str, axis: Axis, words: Words<'_>) -> Option<u8> {
    let (number, label) = text.split_once(" – ")?;
    let number = LEVEL_KEYS.iter().position(|key| *key == number)?.try_into().ok()?;
    (level_label(words.lang, words.level(axis, number)?) == label).then_some(number)
}

/// `3`, `3.0`, `3,0`, and `3.` as a list numbers its points.
fn whole_number(text: &str) -> Option<u8> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    fraction.bytes().all(|digit| digit == b'0').then(|| whole.parse().ok()).flatten()
}

/// The option nearest to a number between or beyond the levels, or to a misspelt word. Half-way
/// goes up: a guess must not make a risk look smaller.
fn nearest_level(number: &str, wanted: &str, labels: &[String]) -> Option<usize> {
    match number.replace(',', ".").parse::<f64>() {
        Ok(number) => {
            let below =
                (1..=u8::MAX).zip(labels).filter(|(level, _)| f64::from(*level) + 0.5 <= number);
            Some(below.count().min(labels.len().checked_sub(1)?))
        }
        Err(_) => {
            let names: Vec<String> = labels.iter().map(|label| fold(label)).collect();
            let names = names.iter().map(|name| name.split_once(" - ").map_or("", |name| name.1));
            let near = nearest(wanted, names.clone())?;
            names.clone().position(|name| name == near)
        }
    }
}

/// Day of a serial number in Excel's 1900 system; the time of day is dropped.
pub(super) fn date_from_serial(serial: f64) -> Option<Date> {
    // Excel counts a 29 February 1900 that never was, so days before March 1900 are off by one;
    // no assessment is that old. 2958465 is the last day of year 9999.
    if !(61.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let days: i64 = format!("{:.0}", serial.floor()).parse().ok()?;
    Date::constant(1899, 12, 30).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// A cell as text, for keys, locked cells and foreign sheets; nothing where it has no result.
pub(super) fn shown(cell: &Cell) -> Cow<'_, str> {
    match &cell.value {
        Value::Text(text) => clean(text),
        Value::Number(number) => Cow::Owned(number.to_string()),
        Value::Boolean(value) => Cow::Owned(value.to_string()),
        Value::Date { serial } => Cow::Owned(serial.to_string()),
        Value::Error(text) => Cow::Borrowed(text),
        Value::FormulaWithoutResult => Cow::Borrowed(""),
    }
}

/// Text as every program leaves it: one kind of line break, no control characters (XML cannot hold
/// them), nothing around it.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let is_foreign =
        |c: char| (c.is_control() && c != '\n' && c != '\t') || c == '\u{FFFE}' || c == '\u{FFFF}';
    // None of them is made of these bytes alone, and bytes are quicker to look at.
    let is_plain = |byte: u8| matches!(byte, b'\n' | b'\t' | 0x20..=0x7E | 0x80..=0xC1 | 0xC3..=0xEE | 0xF0..=0xFF);
    if text.bytes().all(is_plain) || !text.contains(is_foreign) {
        return Cow::Borrowed(text.trim());
    }
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = unix.chars().filter(|c| !is_foreign(*c)).collect();
    Cow::Owned(kept.trim().to_owned())
}

/// Text on one line, as a header must be.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text for comparing words and headers: lower case, single blanks, one kind of dash.
pub(super) fn fold(text: &str) -> String {
    folded_chars(text).collect()
}

/// As [`fold`], but no further than it is asked for: two texts mostly differ in their first character.
pub(super) fn folded_chars(text: &str) -> impl Iterator<Item = char> {
    let mut before = None;
    text.trim().chars().flat_map(char::to_lowercase).filter_map(move |c| {
        let c = match c {
            '–' | '—' | '−' | '‑' | '‐' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        (before.replace(c) != Some(' ') || c != ' ').then_some(c)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::MethodId;
    use crate::store::embedded_method;

    fn kl() -> Method {
        embedded_method(&MethodId::parse("kl-4x4").unwrap()).unwrap().unwrap()
    }

    fn parse(shape: Shape, value: Value) -> Result<Option<Entry>, Fact> {
        let method = kl();
        let words = Words { method: &method, lang: Lang::Da };
        shape.parse(&Cell { value, has_formula: false }, words)
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn reads_a_level_in_every_way_that_people_write_it() {
        let three = Ok(Some(Entry::Level(Axis::Likelihood, 3)));
        let ways = [
            "3",
            "3.0",
            "3,0",
            " 3 ",
            "3 – Sandsynligt",
            "3 - sandsynligt",
            "3\u{a0}—\u{a0}Sandsynligt",
            "sandsynligt",
            "Likely",
            "3: likely",
            "3–Sandsynligt",
            "3. Sandsynligt",
        ];
        for way in ways {
            assert_eq!(parse(Shape::Level(Axis::Likelihood), text(way)), three, "{way}");
        }
        assert_eq!(parse(Shape::Level(Axis::Likelihood), Value::Number(3.0)), three);
        assert_eq!(parse(Shape::Level(Axis::Likelihood), text("  ")), Ok(None));
    }

    #[test]
    fn refuses_what_is_no_level_and_names_the_nearest() {
        let cases = [
            ("2.5", Some("3 – Sandsynligt")),
            ("2,2", Some("2 – Mindre sandsynligt")),
            ("0", Some("1 – Usandsynligt")),
            ("9", Some("4 – Forventet")),
            ("sandsyligt", Some("3 – Sandsynligt")),
            ("3 – Høj", Some("3 – Sandsynligt")),
            ("?", None),
            ("-1", None),
        ];
        for (written, expected) in cases {
            match parse(Shape::Level(Axis::Likelihood), text(written)) {
                Err(Fact::ImportLevel { nearest, top: 4, .. }) => {
                    let nearest = nearest.map(|name| name.da);
                    assert_eq!(nearest.as_deref(), expected, "{written}");
                }
                other => panic!("{written} gave {other:?}"),
            }
        }
    }

    #[test]
    fn refuses_errors_and_formulas_without_result() {
        for value in
            [Value::Error("#N/A".to_owned()), Value::FormulaWithoutResult, Value::Number(f64::NAN)]
        {
            for shape in [Shape::Text, Shape::Date, Shape::Status, Shape::Level(Axis::Consequence)]
            {
                let parsed = parse(shape, value.clone());
                assert!(matches!(parsed, Err(Fact::UnreadableCell { .. })), "{shape:?} {value:?}");
            }
        }
    }

    #[test]
    fn reads_dates_as_cells_and_as_text() {
        let day = Ok(Some(Entry::Date(jiff::civil::date(2027, 3, 1))));
        for value in [
            Value::Date { serial: 46447.0 },
            Value::Date { serial: 46447.75 },
            Value::Number(46447.0),
            text("2027-03-01"),
            text("01-03-2027"),
            text("1.3.2027"),
            text("1/3/2027"),
        ] {
            assert_eq!(parse(Shape::Date, value.clone()), day, "{value:?}");
        }
        for wrong in ["31-02-2027", "snart", "1-3-27"] {
            let parsed = parse(Shape::Date, text(wrong));
            assert!(matches!(parsed, Err(Fact::ImportValue { .. })), "{wrong}");
        }
    }

    #[test]
    fn reads_words_in_either_language() {
        for way in ["i gang", "In progress", "in-progress", "I\u{a0}gang"] {
            assert_eq!(
                parse(Shape::Status, text(way)),
                Ok(Some(Entry::Status(Status::InProgress))),
                "{way}"
            );
        }
        assert!(parse(Shape::Treatment, text("mitigér")).is_err());
    }

    #[test]
    fn knows_an_untouched_cell_at_a_glance_and_no_other() {
        let method = kl();
        let words = Words { method: &method, lang: Lang::Da };
        let shows = |shape: Shape, value: Value, key: &str| {
            shape.shows(&Cell { value, has_formula: false }, key, words)
        };
        let level = Shape::Level(Axis::Likelihood);
        assert!(shows(level, text("3 – Sandsynligt"), "3"));
        assert!(shows(Shape::Status, text("i gang"), "in-progress"));
        assert!(shows(Shape::Text, text("Sket i fjor"), "Sket i fjor"));
        for (shape, value, key) in [
            (level, text("3 – Forventet"), "3"),
            (level, text("4 – Forventet"), "3"),
            (level, text("3"), "3"),
            (level, Value::Number(3.0), "3"),
            (level, text("30 – Sandsynligt"), "3"),
            (Shape::Status, text("vurderet"), "in-progress"),
            (Shape::Text, text("Sket i år"), "Sket i fjor"),
            (Shape::Text, text(""), ""),
        ] {
            assert!(!shows(shape, value.clone(), key), "{value:?}");
        }
    }

    #[test]
    fn a_year_alone_is_no_day() {
        let words = Words { method: &kl(), lang: Lang::Da };
        for value in [Value::Number(2026.0), Value::Date { serial: 2027.0 }] {
            let cell = Cell { value, has_formula: false };
            assert!(matches!(Shape::Date.parse(&cell, words), Err(Fact::ImportValue { .. })));
        }
    }

    #[test]
    fn reads_days_in_words() {
        let day = read_day("2026-10-05");
        for text in ["5. oktober 2026", "5 okt. 2026", "05.\u{a0}Oktober 2026", "5 October 2026"] {
            assert_eq!(read_day(text), day, "{text}");
        }
        for text in ["5. oktobr 2026", "31. februar 2026", "oktober 2026", "5. oktober 26"] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }
}
