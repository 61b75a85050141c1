//! What a result carries beside its own text when it is passed on: its name, its language, how it looks.

use thiserror::Error;

use super::logo::Logo;
use crate::domain::{Colour, Date};

/// What every page of a result says beside the result itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// What it is called.
    pub title: String,
    /// What the file is known by, such as the checksum of a report; empty where it needs none. A reader finds
    /// it in the properties of the file, also where the text is packed.
    pub subject: String,
    /// Language of all texts.
    pub language: Language,
    /// The day that its figures hold for; a file says that it was made then.
    pub day: Date,
    /// Stands at the foot of every page; empty is nothing.
    pub footer: String,
    /// Words for pages.
    pub words: PageWords,
    /// How it looks.
    pub look: Look,
}

/// The language that a file says it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Danish as in Denmark.
    Danish,
    /// English as in Britain.
    English,
}

impl Language {
    /// As files name it: `da-DK`, `en-GB`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Danish => "da-DK",
            Self::English => "en-GB",
        }
    }

    /// Without the country, as pages name it.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }
}

/// What a renderer says of pages. It knows no language, so the words are given to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageWords {
    /// Before the number of a page.
    pub page: &'static str,
    /// Between the number of a page and how many there are.
    pub of: &'static str,
    /// Behind the title of a slide that goes on.
    pub continued: &'static str,
    /// At the end of a file whose font lacks characters.
    pub unshown: &'static str,
    /// What the logo is, for those who cannot see it.
    pub logo: &'static str,
    /// What a list of the headings is called.
    pub contents: &'static str,
}

/// How a result looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Colour of titles and rules: red, green, blue.
    pub accent: Rgb,
    /// Shown at the top of the first page.
    pub logo: Option<Logo>,
}

impl Default for Look {
    fn default() -> Self {
        Self { accent: Rgb(0x1d, 0x4e, 0x89), logo: None }
    }
}

/// The luminance at which a colour has a contrast of 4.5 to 1 on white: `1.05 / (l + 0.05) = 4.5`.
const READABLE: f64 = 1.05 / 4.5 - 0.05;

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Text.
    pub(super) const INK: Self = Self(0x1f, 0x29, 0x33);
    /// Weaker than text.
    pub(super) const QUIET: Self = Self(0x52, 0x60, 0x6d);
    /// Rules of tables.
    pub(super) const LINE: Self = Self(0xcb, 0xd2, 0xd9);
    /// Headers of tables, empty fields.
    pub(super) const PALE: Self = Self(0xf5, 0xf7, 0xfa);
    /// The page.
    pub(super) const PAPER: Self = Self(0xff, 0xff, 0xff);

    /// Six hexadecimal digits.
    #[must_use]
    pub fn hex(self) -> String {
        let Self(red, green, blue) = self;
        format!("{red:02X}{green:02X}{blue:02X}")
    }

    /// Halfway to white, for dark pages.
    pub(super) fn lighter(self) -> Self {
        let half = |part: u8| part / 2 + 0x7f;
        Self(half(self.0), half(self.1), half(self.2))
    }

    /// The same colour, so dark that it can be read on white: a contrast of 4.5 to 1, as WCAG 2.2 asks.
    #[must_use]
    pub fn readable(self) -> Self {
        let mut colour = self;
        while colour.luminance() > READABLE {
            let darker = |part: u8| part - part.div_ceil(20).min(part);
            colour = Self(darker(colour.0), darker(colour.1), darker(colour.2));
        }
        colour
    }

    /// Relative luminance, 0 black to 1 white (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// White or dark, whichever can be read on it.
    pub(super) fn text_on(self) -> Self {
        let Self(red, green, blue) = self;
        let light = u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114;
        if light > 150_000 { Self::INK } else { Self::PAPER }
    }
}

/// The colour of a band in print: light enough for dark text.
pub(super) const fn in_print(colour: Colour) -> Rgb {
    match colour {
        Colour::Green => Rgb(0x8f, 0xcf, 0x94),
        Colour::LightGreen => Rgb(0xcf, 0xe8, 0xb4),
        Colour::Yellow => Rgb(0xff, 0xe5, 0x8a),
        Colour::Orange => Rgb(0xff, 0xb8, 0x66),
        Colour::Red => Rgb(0xf0, 0x7f, 0x78),
    }
}

/// Why a file could not be made.
#[derive(Debug, Error)]
pub enum RenderError {
    /// The parts could not be packed.
    #[error("the file could not be packed: {0}")]
    Package(String),
    /// The font of the program cannot be read; the program is damaged.
    #[error("the font cannot be read: {0}")]
    Font(String),
    /// More pages than a file may have.
    #[error("the file would have more than {0} pages")]
    TooManyPages(usize),
}

/// A result for tests.
#[cfg(test)]
pub(super) fn sample() -> About {
    About {
        title: "Prøve".to_owned(),
        subject: "sha256:0".to_owned(),
        language: Language::Danish,
        day: Date::constant(2026, 11, 1),
        footer: "Tal fra 1. november 2026".to_owned(),
        words: PageWords {
            page: "Side",
            of: "af",
            continued: "(fortsat)",
            unshown: "Nogle tegn kan ikke vises.",
            logo: "Logo",
            contents: "Indhold",
        },
        look: Look::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_on_an_accent_can_be_read() {
        assert_eq!(Look::default().accent.text_on(), Rgb::PAPER);
        assert_eq!(Rgb(0xff, 0xd0, 0x00).text_on(), Rgb::INK);
        assert_eq!(Look::default().accent.hex(), "1D4E89");
    }

    #[test]
    fn a_colour_that_cannot_be_read_on_white_gets_darker_and_no_other_does() {
        assert_eq!(Look::default().accent.readable(), Look::default().accent);
        assert_eq!(Rgb(0, 0, 0).readable(), Rgb(0, 0, 0));
        for light in [Rgb(0xff, 0xee, 0), Rgb(0xff, 0xff, 0xff), Rgb(0x80, 0xff, 0x80)] {
            let dark = light.readable();
            assert!(1.05 / (dark.luminance() + 0.05) >= 4.5, "{dark:?}");
            assert!(dark.luminance() > 0.1, "{dark:?} is darker than it must be");
        }
    }
}
