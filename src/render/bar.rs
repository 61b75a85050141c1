//! Small pictures of counts: block characters for texts, an inline drawing for HTML. The numbers
//! stand beside them, so nobody needs the picture.

use crate::domain::Colour;
use crate::report::BarPart;

/// An eighth of a line and more.
const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Nobody.
const NONE: char = '_';
/// Not told.
const UNKNOWN: char = '–';

/// A column for each count, the highest as high as a line.
pub(super) fn blocks(parts: &[BarPart]) -> String {
    let top = highest(parts);
    let column = |part: &BarPart| match part.count {
        None => UNKNOWN,
        Some(0) => NONE,
        // Rounded up, so that one of many is still seen.
        Some(count) => {
            let eighth = (count * BLOCKS.len()).div_ceil(top).saturating_sub(1);
            BLOCKS.get(eighth).copied().unwrap_or(NONE)
        }
    };
    parts.iter().map(column).collect()
}

/// Width of a column of a drawing, and the space behind it.
const STEP: (usize, usize) = (12, 2);
/// Height of a drawing.
const HEIGHT: usize = 24;

/// The same as an inline drawing, hidden from those who have it read aloud.
pub(super) fn drawing(parts: &[BarPart]) -> String {
    let top = highest(parts);
    let (wide, space) = STEP;
    let columns: String = parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let x = at * (wide + space);
            let height = part.count.map_or(0, |count| (count * HEIGHT).div_ceil(top)).max(1);
            let class = match part.count {
                None => "unknown",
                Some(_) => Colour::key(part.colour),
            };
            let y = HEIGHT - height.min(HEIGHT);
            format!(
                "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{height}\"/>"
            )
        })
        .collect();
    let width = parts.len() * (wide + space);
    format!(
        "<svg class=\"bar\" width=\"{width}\" height=\"{HEIGHT}\" viewBox=\"0 0 {width} {HEIGHT}\" \
         aria-hidden=\"true\">{columns}</svg>"
    )
}

fn highest(parts: &[BarPart]) -> usize {
    parts.iter().filter_map(|part| part.count).max().unwrap_or_default().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(counts: &[Option<usize>]) -> Vec<BarPart> {
        counts.iter().map(|count| BarPart { count: *count, colour: Colour::Red }).collect()
    }

    #[test]
    fn the_highest_fills_the_line_and_one_of_many_is_seen() {
        assert_eq!(blocks(&parts(&[Some(1), Some(49), Some(98), Some(0), None])), "▁▄█_–");
        assert_eq!(blocks(&parts(&[Some(0), Some(0)])), "__");
    }

    #[test]
    fn draws_a_column_for_each_count() {
        let drawn = drawing(&parts(&[Some(2), Some(4)]));
        assert!(drawn.contains("y=\"12\" width=\"12\" height=\"12\""), "{drawn}");
        assert!(drawn.contains("y=\"0\" width=\"12\" height=\"24\""), "{drawn}");
    }
}
