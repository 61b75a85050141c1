//! Letters on their way into a PDF file: only those that are used go into it.

use std::collections::BTreeMap;

use subsetter::GlyphRemapper;

use super::super::font::{Face, Twips, Weight, face};
use super::super::printed::RenderError;
use super::super::terminal::safe;

/// Stands in place of a character that the font lacks.
const BOX: char = '\u{25a1}';

/// The letters of a face that a file uses.
#[derive(Debug)]
pub(super) struct Letters {
    pub(super) face: &'static Face,
    /// Old numbers of glyphs to those in the file.
    pub(super) numbers: GlyphRemapper,
    /// What each glyph of the file stands for, and its old number.
    pub(super) used: BTreeMap<u16, (char, u16)>,
}

impl Letters {
    pub(super) fn new(weight: Weight) -> Result<Self, RenderError> {
        let face = face(weight)?;
        Ok(Self { face, numbers: GlyphRemapper::new(), used: BTreeMap::new() })
    }

    /// A text as the numbers of its glyphs, and whether the font has all of them.
    pub(super) fn encoded(&mut self, text: &str) -> (Vec<u8>, bool) {
        let mut bytes = Vec::new();
        let mut is_whole = true;
        for sign in text.chars() {
            let (sign, glyph) = match self.face.glyph(sign) {
                Some(glyph) => (sign, glyph),
                None => {
                    is_whole = false;
                    (BOX, self.face.glyph(BOX).unwrap_or_default())
                }
            };
            let number = self.numbers.remap(glyph);
            self.used.entry(number).or_insert((sign, glyph));
            bytes.extend(number.to_be_bytes());
        }
        (bytes, is_whole)
    }

    /// How wide a text is.
    pub(super) fn width(&self, text: &str, size: Twips) -> Twips {
        self.face.width(text, size)
    }
}

/// Text without what steers, and without signs that only change the one before them; those that join
/// other signs to pictures would stand as boxes of their own.
pub(super) fn plain(text: &str) -> String {
    let changes = |sign: &char| matches!(*sign, '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{ad}' | '\u{feff}');
    let text = safe(text).replace('\u{2011}', "-").replace('\u{2713}', "\u{221a}");
    text.chars().filter(|sign| !changes(sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_font_lacks_is_a_box_and_is_said() {
        let mut letters = Letters::new(Weight::Regular).unwrap();
        let (bytes, is_whole) = letters.encoded("aæ");
        assert_eq!((bytes, is_whole), (vec![0, 1, 0, 2], true));
        let (bytes, is_whole) = letters.encoded("漢");
        assert_eq!((bytes, is_whole), (vec![0, 3], false));
        assert_eq!(letters.used[&3].0, BOX);
        assert_eq!(plain("a\u{200d}b\u{fe0f}\u{202e}c\u{2011}"), "ab c-");
    }
}
