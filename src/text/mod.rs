//! Everything a person reads, in Danish and English.
//!
//! Texts are exhaustive `match`es: a missing translation does not compile. Danish is written
//! first; English follows. Nothing here decides anything.

pub mod assessors;
pub mod benchmark;
mod catalogue_diff;
pub mod comparison;
mod day;
pub mod decisions;
mod errors;
mod explanation;
mod finding;
pub mod guide;
mod help;
pub mod history;
pub mod inspect;
pub mod management;
pub mod meeting;
pub mod os2;
mod phrases;
mod printed;
mod share;
pub mod signature;
mod usage;
mod words;
pub mod workbench;
pub mod workbook;

pub use catalogue_diff::{fate, look, part};
pub use day::read_day;
pub use errors::{
    Said, changed_meanwhile, endless_file, locked, not_a_file, not_utf8, read_error, too_large,
    version_not_shown, write_error,
};
pub use explanation::{Explanation, explanation};
pub use finding::{hints, message, place, short_place};
pub use help::{
    about as help_about, argument as help_argument, english_placeholder, headings as help_headings,
    with_placeholders,
};
pub use phrases::{
    action, assessment_title, consequence, coverage, date, likelihood, listed, method_note,
    not_rated, risk_point, system, watching, why_this_band,
};
pub use printed::{
    characters_unshown, contents, logo_alt, no_slides, page_foot, page_of, slide_continued,
};
pub use share::{checksum, is_yes, share_declined, share_question};
pub use usage::{
    UsageProblem, conflicts_settled, count_of_severity, created, decisions_written, did_you_mean,
    dry_run, imported, kl_not_taken, many_assessed, many_reasons_for_another, merged, no_table,
    nothing_changed, own_rows_added, reading, reason_for_another, rows_not_taken, usage_problem,
    written,
};
pub use words::{
    axis, band, boolean, colour, count, counted, dimension, dimension_letter, hits, level_label,
    number, origin, overridden, perspective, severity, status, treatment,
};

/// The language of everything printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Danish, the default.
    #[default]
    Da,
    /// English.
    En,
}

impl Lang {
    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        self.pick(Self::En, Self::Da)
    }

    /// Picks the text in this language.
    #[must_use]
    pub fn pick<T>(self, da: T, en: T) -> T {
        match self {
            Self::Da => da,
            Self::En => en,
        }
    }
}
