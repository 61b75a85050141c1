//! Words about an assessment that was exported from OS2compliance.

use super::Lang;
use super::workbook::Phrase;

/// Headers of the list that gives its threats our numbers, in its order.
pub const COLUMNS: [Phrase; 4] = [
    Phrase::new("trussel i OS2compliance", "threat in OS2compliance"),
    Phrase::new("type", "type"),
    Phrase::new("forslag", "suggestion"),
    Phrase::new("nummer", "number"),
];

/// Why a threat does not arise, where nobody said more.
pub const NOT_RELEVANT: Phrase = Phrase::new(
    "Markeret som ikke relevant i OS2compliance",
    "Marked as not relevant in OS2compliance",
);

/// Why a consequence figure of an activity is what it is.
pub const HIGHEST: Phrase = Phrase::new(
    "Det højeste tal blandt truslerne i OS2compliance",
    "The highest figure among the threats in OS2compliance",
);

/// What the program wrote where threats have no number yet.
#[must_use]
pub fn list_written(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Da => format!(
            "truslerne står i {file} med et forslag til hver: skriv truslens nummer i kolonnen \"nummer\", \
             lad feltet stå tomt, hvis truslen ikke skal med, og kør samme kommando igen"
        ),
        Lang::En => format!(
            "the threats are listed in {file} with a suggestion for each: write the number of the threat \
             in the column \"number\", leave it blank where the threat should not be taken, and run the \
             same command again"
        ),
    }
}

/// A workbook of OS2compliance does not say which activity it is about.
#[must_use]
pub fn needs_activity(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Da => format!(
            "{file} er en risikovurdering fra OS2compliance og handler om én aktivitet: skriv dens nummer \
             med --activity, fx --activity 74"
        ),
        Lang::En => format!(
            "{file} is an assessment from OS2compliance and is about one activity: give its number with \
             --activity, such as --activity 74"
        ),
    }
}
