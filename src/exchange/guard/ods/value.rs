//! One cell's content: from the attributes and the text that the file has to a value of ours.

use std::borrow::Cow;

use jiff::civil::{DateTime, date};

use super::super::error::clip;
use crate::exchange::workbook::{BadCellReason, Cell, Value};

/// Seconds in a day.
const DAY: f64 = 86_400.0;

/// The first serial that means the same day in Excel and everywhere else: 1 March 1900.
const FIRST_SERIAL: f64 = 61.0;

/// The attributes of a cell that say what it holds. Missing: `None`.
#[derive(Debug, Default)]
pub(super) struct Stored<'t> {
    /// `office:value-type`.
    pub(super) kind: Option<Cow<'t, str>>,
    /// `office:value`, of a number, a percentage or an amount of money.
    pub(super) number: Option<Cow<'t, str>>,
    /// `office:date-value`.
    pub(super) date: Option<Cow<'t, str>>,
    /// `office:time-value`.
    pub(super) time: Option<Cow<'t, str>>,
    /// `office:boolean-value`.
    pub(super) boolean: Option<Cow<'t, str>>,
    /// `office:string-value`; it counts before the text that is shown.
    pub(super) string: Option<Cow<'t, str>>,
    /// `calcext:value-type="error"`: LibreOffice says so outright.
    pub(super) is_error: bool,
    /// `table:formula`.
    pub(super) has_formula: bool,
}

impl<'t> Stored<'t> {
    /// Takes one attribute of a cell, if it is one of these.
    pub(super) fn take(&mut self, name: &str, value: Cow<'t, str>) {
        match name {
            "office:value-type" => self.kind = Some(value),
            "office:value" => self.number = Some(value),
            "office:date-value" => self.date = Some(value),
            "office:time-value" => self.time = Some(value),
            "office:boolean-value" => self.boolean = Some(value),
            "office:string-value" => self.string = Some(value),
            "calcext:value-type" => self.is_error = value == "error",
            "table:formula" => self.has_formula = true,
            _ => {}
        }
    }

    /// Whether there is anything in the attributes.
    pub(super) fn is_blank(&self) -> bool {
        self.kind.is_none() && !self.has_formula
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    /// Nothing.
    Blank,
    /// A value.
    Filled(Cell),
    /// Something that cannot be read.
    Bad(BadCellReason),
}

/// What a value's letters say.
type Reading = Result<Value, BadCellReason>;

/// The content of a cell, where `shown` is its text, or `None` without any paragraph.
pub(super) fn content(stored: &Stored<'_>, shown: Option<String>) -> Content {
    let has_formula = stored.has_formula;
    let text = shown.as_deref().unwrap_or_default();
    if stored.is_error || (has_formula && is_error(text)) {
        let text = if text.is_empty() { "#ERROR" } else { text };
        return Content::Filled(Cell { value: Value::Error(clip(text)), has_formula });
    }
    match value(stored, shown) {
        Ok(Value::Text(text)) if text.is_empty() && !has_formula => Content::Blank,
        Ok(value) => Content::Filled(Cell { value, has_formula }),
        Err(reason) => Content::Bad(reason),
    }
}

/// The value; a blank cell without a formula is an empty text here.
fn value(stored: &Stored<'_>, shown: Option<String>) -> Reading {
    let has_no_result = stored.has_formula && shown.is_none();
    let shown = shown.unwrap_or_default();
    let (given, read): (_, fn(&str) -> Reading) = match stored.kind.as_deref() {
        None | Some("void") if has_no_result => return Ok(Value::FormulaWithoutResult),
        None | Some("void") => return Ok(Value::Text(shown)),
        Some("string") => {
            let given = stored.string.as_deref().map(str::to_owned);
            return Ok(Value::Text(given.unwrap_or(shown)));
        }
        Some("float" | "percentage" | "currency") => (&stored.number, number),
        Some("date") => (&stored.date, day),
        Some("time") => (&stored.time, time),
        Some("boolean") => (&stored.boolean, boolean),
        Some(other) => return Err(unreadable(other)),
    };
    match given {
        Some(given) => read(given.trim()),
        None if has_no_result => Ok(Value::FormulaWithoutResult),
        // What is shown was made from a value that is not there.
        None => Err(unreadable(&shown)),
    }
}

/// Whether a formula's shown text is an error. Programs that do not say so outright store 0 or an
/// empty text beside it. In Danish `#I/T` stands for `#N/A`, and `Fejl:502` for `Err:502`.
fn is_error(shown: &str) -> bool {
    const WORDS: [&str; 16] = [
        "#N/A",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#I/T",
        "#VÆRDI!",
        "#REFERENCE!",
        "#NAVN?",
        "#NUL!",
        "#OVERLØB!",
    ];
    let number = shown.strip_prefix("Err:").or_else(|| shown.strip_prefix("Fejl:"));
    let is_number =
        |text: &str| text.len() == 3 && text.bytes().all(|digit| digit.is_ascii_digit());
    WORDS.contains(&shown) || number.is_some_and(is_number)
}

fn unreadable(found: &str) -> BadCellReason {
    BadCellReason::Unreadable(clip(found))
}

fn number(found: &str) -> Reading {
    let number: f64 = found.parse().map_err(|_| unreadable(found))?;
    if number.is_finite() { Ok(Value::Number(number)) } else { Err(BadCellReason::NotFinite) }
}

fn boolean(found: &str) -> Reading {
    match found {
        "true" => Ok(Value::Boolean(true)),
        "false" => Ok(Value::Boolean(false)),
        _ => Err(unreadable(found)),
    }
}

/// A day, with or without a time of day, as a serial of the 1900 system.
///
/// Days before March 1900 stay text: Excel counts them otherwise than the calendar does.
fn day(found: &str) -> Reading {
    let moment: DateTime = found.parse().map_err(|_| unreadable(found))?;
    let start = date(1899, 12, 30).at(0, 0, 0, 0);
    let serial = moment.duration_since(start).as_secs_f64() / DAY;
    if serial < FIRST_SERIAL {
        return Ok(Value::Text(found.to_owned()));
    }
    Ok(Value::Date { serial })
}

/// A time such as `PT13H30M00S`: of day below 24 hours, else how long something took.
fn time(found: &str) -> Reading {
    let days = seconds(found).ok_or_else(|| unreadable(found))? / DAY;
    if !days.is_finite() {
        return Err(BadCellReason::NotFinite);
    }
    Ok(if (0.0..1.0).contains(&days) { Value::Date { serial: days } } else { Value::Number(days) })
}

/// The seconds of a duration. Years and months have no fixed length and are not read.
fn seconds(found: &str) -> Option<f64> {
    let (sign, rest) = found.strip_prefix('-').map_or((1.0, found), |rest| (-1.0, rest));
    let (days, clock) = match rest.strip_prefix('P')?.split_once('T') {
        Some((days, clock)) if !clock.is_empty() => (days, clock),
        Some(_) => return None,
        None => (rest.strip_prefix('P')?, ""),
    };
    let mut total = 0.0;
    let mut rest = days;
    total += part(&mut rest, 'D')? * DAY;
    if !rest.is_empty() || (days.is_empty() && clock.is_empty()) {
        return None;
    }
    let mut rest = clock;
    total += part(&mut rest, 'H')? * 3600.0;
    total += part(&mut rest, 'M')? * 60.0;
    total += part(&mut rest, 'S')?;
    rest.is_empty().then_some(sign * total)
}

/// Takes the number before `unit` off the front; 0 where there is no such unit.
fn part(rest: &mut &str, unit: char) -> Option<f64> {
    let Some((number, after)) = rest.split_once(unit) else { return Some(0.0) };
    // Old versions of OpenOffice write a comma.
    let number = number.replace(',', ".");
    let is_plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    *rest = after;
    if is_plain { number.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(stored: &Stored<'_>, shown: Option<&str>) -> Content {
        super::content(stored, shown.map(str::to_owned))
    }

    fn stored<'t>(attributes: &[(&str, &'t str)]) -> Stored<'t> {
        let mut stored = Stored::default();
        for (name, value) in attributes {
            stored.take(name, Cow::Borrowed(*value));
        }
        stored
    }

    fn plain(value: Value) -> Content {
        Content::Filled(Cell { value, has_formula: false })
    }

    fn formula(value: Value) -> Content {
        Content::Filled(Cell { value, has_formula: true })
    }

    fn bad(found: &str) -> Content {
        Content::Bad(unreadable(found))
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn read(kind: &str, attribute: &str, value: &str) -> Content {
        content(&stored(&[("office:value-type", kind), (attribute, value)]), Some("vist"))
    }

    #[test]
    fn reads_numbers_and_refuses_those_that_are_none() {
        for kind in ["float", "percentage", "currency"] {
            assert_eq!(read(kind, "office:value", "-0.125"), plain(Value::Number(-0.125)));
            for found in ["NaN", "INF", "-INF", "1e999"] {
                assert_eq!(
                    read(kind, "office:value", found),
                    Content::Bad(BadCellReason::NotFinite)
                );
            }
            assert_eq!(read(kind, "office:value", "1,5"), bad("1,5"));
            assert_eq!(read(kind, "office:other", "1"), bad("vist"));
        }
    }

    #[test]
    fn reads_days_and_times_of_day_as_serials() {
        let day = |found| read("date", "office:date-value", found);
        assert_eq!(day("2026-11-23"), plain(Value::Date { serial: 46349.0 }));
        assert_eq!(day("2026-11-23T18:00:00"), plain(Value::Date { serial: 46349.75 }));
        assert_eq!(day("2026-11-23T12:00:00.000000000"), plain(Value::Date { serial: 46349.5 }));
        assert_eq!(day("1900-03-01"), plain(Value::Date { serial: 61.0 }));
        assert_eq!(day("1900-02-28"), plain(text("1900-02-28")));
        assert_eq!(day("2026-13-45"), bad("2026-13-45"));
        assert_eq!(day("i morgen"), bad("i morgen"));
    }

    #[test]
    fn reads_times_and_durations() {
        let time = |found| read("time", "office:time-value", found);
        assert_eq!(time("PT13H30M00S"), plain(Value::Date { serial: 0.5625 }));
        assert_eq!(time("PT36H"), plain(Value::Number(1.5)));
        assert_eq!(time("P1DT12H0M0,0S"), plain(Value::Number(1.5)));
        assert_eq!(time("-PT12H00M00.0S"), plain(Value::Number(-0.5)));
        for found in ["P", "PT", "P1Y", "P1M", "PTH", "PT1M1H", "PT-1H", "PTinfS", "13:30", ""] {
            assert_eq!(time(found), bad(found));
        }
        let endless = format!("PT{}H", "9".repeat(400));
        assert_eq!(time(&endless), Content::Bad(BadCellReason::NotFinite));
    }

    #[test]
    fn reads_booleans_and_no_other_words_for_them() {
        let boolean = |found| read("boolean", "office:boolean-value", found);
        assert_eq!(boolean("true"), plain(Value::Boolean(true)));
        assert_eq!(boolean("false"), plain(Value::Boolean(false)));
        assert_eq!(boolean("sand"), bad("sand"));
    }

    #[test]
    fn takes_the_stored_text_before_the_shown_one_and_text_without_a_type_as_text() {
        assert_eq!(read("string", "office:string-value", "gemt"), plain(text("gemt")));
        assert_eq!(read("string", "office:other", ""), plain(text("vist")));
        assert_eq!(content(&stored(&[]), Some("12")), plain(text("12")));
        assert_eq!(content(&stored(&[]), None), Content::Blank);
        assert_eq!(content(&stored(&[("office:value-type", "string")]), Some("")), Content::Blank);
        assert_eq!(read("complex", "office:value", "1"), bad("complex"));
    }

    #[test]
    fn tells_a_formula_without_result_from_one_with_an_empty_text() {
        let only = ("table:formula", "of:=1+1");
        assert_eq!(content(&stored(&[only]), None), formula(Value::FormulaWithoutResult));
        assert_eq!(content(&stored(&[only]), Some("")), formula(text("")));
        let float = ("office:value-type", "float");
        assert_eq!(content(&stored(&[only, float]), None), formula(Value::FormulaWithoutResult));
        assert_eq!(content(&stored(&[only, float]), Some("2")), bad("2"));
        let string = ("office:value-type", "string");
        assert_eq!(content(&stored(&[only, string]), None), formula(text("")));
    }

    #[test]
    fn takes_an_error_of_a_formula_as_an_error_and_the_same_word_in_a_text_as_text() {
        let error = [("table:formula", "of:=1/0"), ("calcext:value-type", "error")];
        let new = content(&stored(&error), Some("#DIV/0!"));
        assert_eq!(new, formula(Value::Error("#DIV/0!".to_owned())));
        let old = |shown| {
            let attributes = [
                ("table:formula", "of:=1/0"),
                ("office:value-type", "float"),
                ("office:value", "0"),
            ];
            content(&stored(&attributes), Some(shown))
        };
        for shown in ["#N/A", "#I/T", "Err:502", "Fejl:502"] {
            assert_eq!(old(shown), formula(Value::Error(shown.to_owned())));
        }
        for shown in ["Err:5", "Fejl: se side 502", "0"] {
            assert_eq!(old(shown), formula(Value::Number(0.0)));
        }
        assert_eq!(read("string", "office:string-value", "#N/A"), plain(text("#N/A")));
    }
}
