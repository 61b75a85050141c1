//! A logo: a PNG file that people give, looked at before anything shows it.

use thiserror::Error;

use super::png::{Points, points};
/// Most points of a logo: a larger file is a photograph and slows every reader.
const MOST_POINTS: u64 = 4_000_000;
/// Largest file.
const MOST_BYTES: usize = 4 << 20;
/// What every PNG file begins with.
const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

/// A PNG picture that can be unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    bytes: Vec<u8>,
    size: (u32, u32),
    points: Points,
}

/// Why a file is no logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LogoError {
    /// It is no PNG.
    #[error("not a PNG picture")]
    NotPng,
    /// It is too large.
    #[error("the picture is too large: at most 4 MB and 4 million points")]
    TooLarge,
    /// It is cut off or damaged.
    #[error("the picture is damaged")]
    Damaged,
    /// Its colours are stored in a way that not every reader knows.
    #[error("the picture must have 8 bits per colour and not be interlaced")]
    Kind,
}

impl Logo {
    /// Looks at a file.
    ///
    /// # Errors
    ///
    /// Where it is no PNG, too large, or of a kind that not every reader knows.
    pub fn new(bytes: Vec<u8>) -> Result<Self, LogoError> {
        if bytes.len() > MOST_BYTES {
            return Err(LogoError::TooLarge);
        }
        let rest = bytes.strip_prefix(&SIGNATURE).ok_or(LogoError::NotPng)?;
        let header: [u8; 21] =
            rest.get(..21).and_then(|head| head.try_into().ok()).ok_or(LogoError::NotPng)?;
        let [_, _, _, length, kind @ .., _, _, _, _, _, _, _, _, _, _, _, _, _] = header;
        let [.., w0, w1, w2, w3, h0, h1, h2, h3, depth, colours, _, _, interlace] = header;
        if (length, kind) != (13, *b"IHDR") {
            return Err(LogoError::NotPng);
        }
        let size = (u32::from_be_bytes([w0, w1, w2, w3]), u32::from_be_bytes([h0, h1, h2, h3]));
        let count = u64::from(size.0) * u64::from(size.1);
        match (count, depth, interlace) {
            (0, ..) => Err(LogoError::NotPng),
            (count, ..) if count > MOST_POINTS => Err(LogoError::TooLarge),
            (_, 8, 0) if matches!(colours, 0 | 2 | 3 | 4 | 6) => {
                let points = points(&bytes, colours, size).ok_or(LogoError::Damaged)?;
                Ok(Self { bytes, size, points })
            }
            _ => Err(LogoError::Kind),
        }
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its points, and how many there are in a row and in a column.
    pub(super) fn points(&self) -> (&Points, (u32, u32)) {
        (&self.points, self.size)
    }

    /// The largest size with the picture's shape inside a box, in the unit of the box.
    pub(super) fn within(&self, (width, height): (i64, i64)) -> (i64, i64) {
        let (wide, high) = (i64::from(self.size.0), i64::from(self.size.1));
        match wide * height > high * width {
            true => (width, (width * high / wide).max(1)),
            false => ((height * wide / high).max(1), height),
        }
    }

    /// As text of 64 characters, for pages that hold it.
    pub(super) fn base64(&self) -> String {
        base64(&self.bytes)
    }
}

/// Bytes as text of 64 characters.
pub(super) fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let at = |place: usize| three.get(place).copied().map_or(0, u32::from);
        let bits = (at(0) << 16) | (at(1) << 8) | at(2);
        for place in 0..4 {
            let sign = usize::try_from((bits >> (18 - 6 * place)) & 63).unwrap_or_default();
            let is_there = usize::try_from(place).unwrap_or_default() <= three.len();
            let sign = SIGNS.get(sign).filter(|_| is_there);
            text.push(sign.map_or('=', |sign| char::from(*sign)));
        }
    }
    text
}

/// A small picture for tests: two points, one red, one clear.
#[cfg(test)]
pub(super) fn sample() -> Logo {
    let file = [
        &SIGNATURE[..],
        b"\0\0\0\x0dIHDR\0\0\0\x02\0\0\0\x01\x08\x06\0\0\0",
        &[0xf4, 0x22, 0x7f, 0x8a],
        b"\0\0\0\x14IDAT",
        &[0x78, 0x01, 0x01, 0x09, 0x00, 0xf6, 0xff, 0, 255, 0, 0, 255, 0, 0, 0, 0],
        &[0x0c, 0xfc, 0x01, 0xff],
        &[0x40, 0xc8, 0x72, 0xba],
        b"\0\0\0\0IEND\xaeB`\x82",
    ];
    Logo::new(file.concat()).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_png_of_a_kind_that_every_reader_knows_is_a_logo() {
        let good = sample();
        assert_eq!(good.size, (2, 1));
        assert_eq!(good.within((100, 100)), (100, 50));
        assert_eq!(good.within((100, 10)), (20, 10));
        let changed = |at: usize, value: u8| {
            let mut bytes = good.bytes.clone();
            bytes[at] = value;
            Logo::new(bytes)
        };
        assert_eq!(changed(0, 0), Err(LogoError::NotPng));
        assert_eq!(changed(12, 0), Err(LogoError::NotPng));
        assert_eq!(changed(16, 1), Err(LogoError::TooLarge));
        assert_eq!(good.points.colours, [255, 0, 0, 0, 0, 0]);
        assert_eq!(good.points.cover, Some(vec![255, 0]));
        assert_eq!(changed(19, 3), Err(LogoError::Damaged));
        assert_eq!(changed(45, 0xff), Err(LogoError::Damaged));
        assert_eq!(changed(24, 16), Err(LogoError::Kind));
        assert_eq!(changed(28, 1), Err(LogoError::Kind));
        assert_eq!(Logo::new(SIGNATURE.to_vec()), Err(LogoError::NotPng));
        assert!(good.base64().starts_with("iVBORw0KGgo"));
        assert!(good.base64().ends_with("YII="));
    }
}
