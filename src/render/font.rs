//! The font inside the program: which characters it has, and how wide they are. PDF files are set in it,
//! and Word and PowerPoint files measure with it, since nobody knows the fonts of the reader.

use std::sync::OnceLock;

use super::printed::RenderError;

/// Points of the face per em, and how far its lines reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Face {
    /// The whole file.
    pub(super) bytes: &'static [u8],
    /// Units of an em.
    pub(super) em: i64,
    /// Above the base line, in units.
    pub(super) ascent: i64,
    /// Below the base line, negative, in units.
    pub(super) descent: i64,
    /// Height of a capital letter, in units.
    pub(super) capital: i64,
    /// Left, bottom, right, top of all letters, in units.
    pub(super) bounds: [i16; 4],
    /// Characters with their glyphs, in order.
    glyphs: Vec<(u32, u16)>,
    /// Width of each glyph, in units; the last one is that of all that follow.
    advances: Vec<u16>,
}

/// The two faces of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl From<bool> for Weight {
    fn from(is_bold: bool) -> Self {
        if is_bold { Self::Bold } else { Self::Regular }
    }
}

/// Twentieths of a point: the unit that all pages are laid out in.
pub(super) type Twips = i64;

/// A face of the font.
///
/// # Errors
///
/// Where the font in the program cannot be read.
pub(super) fn face(weight: Weight) -> Result<&'static Face, RenderError> {
    static FACES: [OnceLock<Option<Face>>; 2] = [OnceLock::new(), OnceLock::new()];
    let [regular, bold] = &FACES;
    let (kept, bytes) = match weight {
        Weight::Regular => (regular, notosans::REGULAR_TTF),
        Weight::Bold => (bold, notosans::BOLD_TTF),
    };
    let damaged = || RenderError::Font("a table is missing".to_owned());
    kept.get_or_init(|| Face::read(bytes)).as_ref().ok_or_else(damaged)
}

impl Face {
    /// Reads the tables of a TrueType file that are needed to set text.
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let file = Table(bytes);
        let table = |name: &[u8; 4]| {
            let count = usize::from(file.u16(4)?);
            let entry = (0..count).map(|at| 12 + at * 16).find(|at| file.is(*at, name))?;
            file.part(file.size(entry + 8)?, file.size(entry + 12)?)
        };
        let (head, hhea, os2) = (table(b"head")?, table(b"hhea")?, table(b"OS/2")?);
        let widths = table(b"hmtx")?;
        let count = usize::from(hhea.u16(34)?);
        let advances: Option<Vec<u16>> = (0..count).map(|at| widths.u16(at * 4)).collect();
        Some(Self {
            bytes,
            em: i64::from(head.u16(18)?).max(1),
            ascent: i64::from(hhea.i16(4)?),
            descent: i64::from(hhea.i16(6)?),
            capital: i64::from(os2.i16(88)?),
            bounds: [head.i16(36)?, head.i16(38)?, head.i16(40)?, head.i16(42)?],
            glyphs: characters(table(b"cmap")?)?,
            advances: advances?,
        })
    }

    /// The glyph of a character; missing where the font has none.
    pub(super) fn glyph(&self, character: char) -> Option<u16> {
        let code = u32::from(character);
        let at = self.glyphs.binary_search_by_key(&code, |(code, _)| *code).ok()?;
        self.glyphs.get(at).map(|(_, glyph)| *glyph)
    }

    /// How wide a glyph is, in units.
    pub(super) fn advance(&self, glyph: u16) -> i64 {
        let advance = self.advances.get(usize::from(glyph)).or(self.advances.last());
        advance.copied().map_or(0, i64::from)
    }

    /// How wide a character is, in units; one that the font lacks is as wide as the box in its place.
    pub(super) fn wide(&self, character: char) -> i64 {
        self.advance(self.glyph(character).unwrap_or_default())
    }

    /// How wide a text is at a size.
    pub(super) fn width(&self, text: &str, size: Twips) -> Twips {
        let units: i64 = text.chars().map(|character| self.wide(character)).sum();
        (units * size).div_euclid(self.em) + 1
    }

    /// The lines of a text that is at most so wide. Words that are wider are broken; a line break in the
    /// text ends a line.
    pub(super) fn lines(&self, text: &str, size: Twips, width: Twips) -> Vec<String> {
        let most = width.max(1) * self.em / size.max(1);
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            let (mut line, mut used) = (String::new(), 0);
            for word in pieces(paragraph) {
                let shown = word.trim_end_matches(' ');
                let wide: i64 = shown.chars().map(|sign| self.wide(sign)).sum();
                if used + wide > most && !line.is_empty() {
                    lines.push(std::mem::take(&mut line).trim_end().to_owned());
                    used = 0;
                }
                for character in word.chars() {
                    let wide = self.wide(character);
                    if used + wide > most && character != ' ' && !line.is_empty() {
                        lines.push(std::mem::take(&mut line).trim_end().to_owned());
                        used = 0;
                    }
                    line.push(character);
                    used += wide;
                }
            }
            lines.push(line.trim_end().to_owned());
        }
        lines
    }
}

/// Words with the spaces behind them; a line may also end behind a hyphen or a slash within a long word.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut begin = 0;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let ends_word = sign == ' ' && next != Some(' ');
        let joins = matches!(sign, '-' | '/') && next.is_some_and(char::is_alphabetic);
        if ends_word || (joins && at > begin + 2) {
            let end = at + sign.len_utf8();
            pieces.extend(text.get(begin..end));
            begin = end;
        }
    }
    pieces.extend(text.get(begin..).filter(|rest| !rest.is_empty()));
    pieces
}

/// The characters of a font with their glyphs: the table for Windows and the first plane (format 4).
fn characters(cmap: Table<'_>) -> Option<Vec<(u32, u16)>> {
    let count = usize::from(cmap.u16(2)?);
    let start = (0..count).find_map(|at| {
        let start = cmap.size(4 + at * 8 + 4)?;
        let is_windows = cmap.u16(4 + at * 8)? == 3;
        (is_windows && cmap.u16(start)? == 4).then_some(start)
    })?;
    let map = Table(cmap.0.get(start..)?);
    let double = usize::from(map.u16(6)?);
    let mut found = Vec::new();
    for at in (0..double).step_by(2) {
        let (end, first) = (map.u16(14 + at)?, map.u16(16 + double + at)?);
        let delta = map.u16(16 + 2 * double + at)?;
        let place = 16 + 3 * double + at;
        let offset = usize::from(map.u16(place)?);
        for code in first..=end {
            let glyph = match offset {
                0 => code.wrapping_add(delta),
                _ => {
                    let glyph = map.u16(place + offset + 2 * usize::from(code - first))?;
                    if glyph == 0 { 0 } else { glyph.wrapping_add(delta) }
                }
            };
            if glyph != 0 {
                found.push((u32::from(code), glyph));
            }
        }
    }
    found.sort_unstable();
    Some(found)
}

/// Bytes that are read at a place.
#[derive(Debug, Clone, Copy)]
struct Table<'a>(&'a [u8]);

impl<'a> Table<'a> {
    fn u16(self, at: usize) -> Option<u16> {
        Some(u16::from_be_bytes(self.0.get(at..at.checked_add(2)?)?.try_into().ok()?))
    }

    fn i16(self, at: usize) -> Option<i16> {
        Some(i16::from_be_bytes(self.0.get(at..at.checked_add(2)?)?.try_into().ok()?))
    }

    fn size(self, at: usize) -> Option<usize> {
        let bytes = self.0.get(at..at.checked_add(4)?)?.try_into().ok()?;
        usize::try_from(u32::from_be_bytes(bytes)).ok()
    }

    fn is(self, at: usize, name: &[u8; 4]) -> bool {
        self.0.get(at..at.saturating_add(4)) == Some(name.as_slice())
    }

    fn part(self, at: usize, length: usize) -> Option<Self> {
        self.0.get(at..at.checked_add(length)?).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_what_our_texts_need() {
        for weight in [Weight::Regular, Weight::Bold] {
            let face = face(weight).unwrap();
            for sign in "aZæøåÆØÅéüÉ0–→≥≤•·×−§…“”«»↑↓€½".chars()
            {
                assert!(face.glyph(sign).is_some(), "{sign}");
            }
            assert_eq!(face.glyph('😀'), None);
            assert_eq!(face.glyph('漢'), None);
        }
        assert!(face(Weight::Bold).unwrap().width("Risiko", 200) > 500);
    }

    #[test]
    fn lines_are_never_wider_than_their_room_and_lose_no_letter() {
        let face = face(Weight::Regular).unwrap();
        let word = "x".repeat(2000);
        for text in ["Kort", "et to tre fire fem seks syv", "Sags-/dokumenthåndtering", &word, ""]
        {
            let lines = face.lines(text, 200, 1_000);
            for line in &lines {
                assert!(face.width(line, 200) <= 1_001, "{line}");
            }
            let letters = |text: &str| text.replace(' ', "");
            assert_eq!(letters(&lines.concat()), letters(text));
        }
        assert_eq!(face.lines("en\n\nto", 200, 5_000), ["en", "", "to"]);
    }
}
