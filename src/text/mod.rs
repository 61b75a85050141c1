//! Everything a person reads, in Danish and English.
//!
//! Texts are exhaustive `match`es: a missing translation does not compile. Danish is written
//! first; English follows. Nothing here decides anything.

mod words;

pub use words::{
    axis, band, colour, dimension, dimension_letter, level_label, origin, perspective, severity,
    status, treatment,
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
    /// Picks the text in this language.
    #[must_use]
    pub fn pick<T>(self, da: T, en: T) -> T {
        match self {
            Self::Da => da,
            Self::En => en,
        }
    }
}
