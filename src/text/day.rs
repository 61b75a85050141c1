//! Days as people write them.

use crate::domain::Date;

/// The months in Danish and in English, by what both write them with.
const MONTHS: [&[&str]; 12] = [
    &["januar", "january", "jan"],
    &["februar", "february", "feb"],
    &["marts", "march", "mar"],
    &["april", "apr"],
    &["maj", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// `15. oktober 2026`, as the program itself writes days.
fn date_in_words(text: &str) -> Option<Date> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let [day, month, year] = words.as_slice() else { return None };
    let month = month.trim_end_matches('.');
    let number = (1_i8..).zip(MONTHS).find(|(_, names)| names.contains(&month))?.0;
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, number, day.trim_end_matches('.').parse().ok()?).ok()
}

/// A date as text: ISO, or day, month and year as Danes write them, in numbers or words.
#[must_use]
pub fn read_day(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    if let Some(date) = date_in_words(text) {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['-', '.', '/']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
