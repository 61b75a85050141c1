//! Unpacks PNG pictures: PDF files hold their points, not the file, and a file that does not unpack is no logo.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

/// Points of a picture, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Points {
    /// Red, green and blue of each point.
    pub(super) colours: Vec<u8>,
    /// How much each point covers; missing: all cover what is below.
    pub(super) cover: Option<Vec<u8>>,
}

/// The points of a picture of eight bits a colour that is not interlaced. Missing: the file is damaged.
pub(super) fn points(file: &[u8], kind: u8, (width, height): (u32, u32)) -> Option<Points> {
    let samples = match kind {
        0 | 3 => 1,
        4 => 2,
        2 => 3,
        6 => 4,
        _ => return None,
    };
    let (width, height) = (usize::try_from(width).ok()?, usize::try_from(height).ok()?);
    let row = width.checked_mul(samples)?;
    let packed = chunks(file, b"IDAT")?.concat();
    let needed = row.checked_add(1)?.checked_mul(height)?;
    let mut raw = Vec::new();
    // No more than the picture says that it has is ever unpacked.
    ZlibDecoder::new(packed.as_slice())
        .take(u64::try_from(needed).ok()?)
        .read_to_end(&mut raw)
        .ok()?;
    if raw.len() != needed {
        return None;
    }
    let lines = unfiltered(&raw, row, samples)?;
    let (palette, clear) = (chunks(file, b"PLTE")?.concat(), chunks(file, b"tRNS")?.concat());
    let mut points = Points { colours: Vec::new(), cover: None };
    let mut cover = Vec::new();
    for point in lines.chunks(samples) {
        match (kind, point) {
            (0, [grey]) => points.colours.extend([*grey; 3]),
            (3, [index]) => {
                let at = usize::from(*index);
                points.colours.extend(palette.get(at * 3..at * 3 + 3)?);
                cover.push(clear.get(at).copied().unwrap_or(u8::MAX));
            }
            (4, [grey, alpha]) => {
                points.colours.extend([*grey; 3]);
                cover.push(*alpha);
            }
            (2, colour) => points.colours.extend(colour),
            (_, [red, green, blue, alpha]) => {
                points.colours.extend([red, green, blue]);
                cover.push(*alpha);
            }
            _ => return None,
        }
    }
    points.cover = cover.iter().any(|alpha| *alpha < u8::MAX).then_some(cover);
    Some(points)
}

/// What the chunks of a kind hold. Missing: a chunk is cut off.
fn chunks<'f>(file: &'f [u8], kind: &[u8; 4]) -> Option<Vec<&'f [u8]>> {
    let mut rest = file.get(8..)?;
    let mut found = Vec::new();
    while let Some(head) = rest.get(..8) {
        let length: [u8; 4] = head.get(..4)?.try_into().ok()?;
        let length = usize::try_from(u32::from_be_bytes(length)).ok()?;
        let data = rest.get(8..length.checked_add(8)?)?;
        if head.get(4..) == Some(kind.as_slice()) {
            found.push(data);
        }
        rest = rest.get(length.checked_add(12)?..)?;
    }
    Some(found)
}

/// Rows as they are, of rows that say only how they differ from what is left of and above them.
fn unfiltered(raw: &[u8], row: usize, samples: usize) -> Option<Vec<u8>> {
    let mut lines: Vec<u8> = Vec::with_capacity(raw.len());
    for (number, line) in raw.chunks(row + 1).enumerate() {
        let (filter, line) = line.split_first()?;
        let begin = number * row;
        for (at, value) in line.iter().enumerate() {
            let before = |back: usize| lines.get(lines.len().checked_sub(back)?).copied();
            let is_inside = at >= samples;
            let left = before(samples).filter(|_| is_inside).unwrap_or_default();
            let above = before(row).filter(|_| begin > 0).unwrap_or_default();
            let corner =
                before(row + samples).filter(|_| begin > 0 && is_inside).unwrap_or_default();
            let guess = match filter {
                0 => 0,
                1 => left,
                2 => above,
                3 => left.midpoint(above),
                4 => paeth(left, above, corner),
                _ => return None,
            };
            lines.push(value.wrapping_add(guess));
        }
    }
    Some(lines)
}

/// Whichever of the three is nearest to what left and above suggest together.
fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let suggested = i16::from(left) + i16::from(above) - i16::from(corner);
    let away = |value: u8| (suggested - i16::from(value)).abs();
    if away(left) <= away(above) && away(left) <= away(corner) {
        left
    } else if away(above) <= away(corner) {
        above
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_restored_from_what_they_differ_by() {
        let raw = [0, 10, 20, 1, 5, 5, 2, 1, 1, 3, 4, 4, 4, 1, 1];
        let lines = unfiltered(&raw, 2, 1).unwrap();
        assert_eq!(lines, [10, 20, 5, 10, 6, 11, 7, 13, 8, 14]);
        assert_eq!(unfiltered(&[9, 1, 1], 2, 1), None);
    }
}
