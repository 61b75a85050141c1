//! How the columns of a table share the width of a page.

use super::font::{Face, Twips, Weight, face};
use super::printed::RenderError;
use crate::report::{BarPart, Cell, Table};

/// A word wider than this much of the page (in percent) may be broken.
const LONGEST: i64 = 28;
/// A text of up to so much of the page (in percent) stays on one line where that leaves room.
const SHORT: i64 = 18;
/// What short texts and longest words may take of the page (in percent), so that long texts have the rest.
const ROOM: i64 = 75;
/// A table that needs less than this much of the page (in percent) is not stretched over it.
const NARROW: i64 = 70;

/// What such a table gets of what it needs (in percent): a program that has another font has wider letters.
const SPARE: i64 = 115;

/// What the columns of a table need, in twips with the space around their texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needs {
    /// So that no word is broken.
    least: Vec<Twips>,
    /// So that no text is.
    full: Vec<Twips>,
}

impl Needs {
    /// Measures a table. `pad` is the space on both sides of a text.
    pub(super) fn of(table: &Table, size: Twips, pad: Twips) -> Result<Self, RenderError> {
        let (regular, bold) = (face(Weight::Regular)?, face(Weight::Bold)?);
        let mut needs = Self { least: Vec::new(), full: Vec::new() };
        for (at, column) in table.columns.iter().enumerate() {
            let (mut least, mut full) = measured(bold, &column.title, size);
            for cell in table.rows.iter().filter_map(|row| row.get(at)) {
                let (word, line) =
                    measured(if is_bold(cell) { bold } else { regular }, &cell.text, size);
                let bar = bar_width(&cell.bar, size);
                // A band is whole before a text is.
                let word = if cell.colour.is_some() { line } else { word };
                least = least.max(word + bar);
                full = full.max(line + bar);
            }
            needs.least.push(least + 2 * pad);
            needs.full.push(full + 2 * pad);
        }
        Ok(needs)
    }

    /// Whether every column gets its longest word on a page so wide.
    pub(super) fn fit(&self, width: Twips) -> bool {
        let longest = width * LONGEST / 100;
        self.least.iter().map(|least| (*least).min(longest)).sum::<i64>() <= width
    }

    /// The widths of the columns on a page so wide.
    pub(super) fn shared(&self, width: Twips) -> Vec<Twips> {
        let full_sum: i64 = self.full.iter().sum();
        if full_sum <= width * NARROW / 100 {
            return self.full.iter().map(|full| full * SPARE / 100).collect();
        }
        if full_sum <= width {
            return self.full.iter().map(|full| full * width / full_sum.max(1)).collect();
        }
        let longest = width * LONGEST / 100;
        let least: Vec<i64> = self.least.iter().map(|least| (*least).min(longest)).collect();
        let least_sum: i64 = least.iter().sum();
        if least_sum > width {
            return least.iter().map(|least| least * width / least_sum.max(1)).collect();
        }
        let least = self.short_whole(least, width);
        // All break into as few lines as they can, and into about the same number of them, so that no column
        // makes the row long while others stand empty. In hundredths of a line.
        let in_lines = |lines: i64| {
            let of = move |(full, least): (&i64, &i64)| (full * 100 / lines).max(*least);
            self.full.iter().zip(&least).map(of)
        };
        let (mut low, mut high) = (100, 100 * full_sum.max(1));
        while low < high {
            let middle = (low + high) / 2;
            match in_lines(middle).sum::<i64>() <= width {
                true => high = middle,
                false => low = middle + 1,
            }
        }
        in_lines(low).collect()
    }

    /// What columns need at least, where short texts stay on one line, as long as the others have room then.
    fn short_whole(&self, least: Vec<Twips>, width: Twips) -> Vec<Twips> {
        let short = width * SHORT / 100;
        let whole = |(full, least): (&i64, &i64)| if *full <= short { *full } else { *least };
        let with_short: Vec<i64> = self.full.iter().zip(&least).map(whole).collect();
        match with_short.iter().sum::<i64>() <= width * ROOM / 100 {
            true => with_short,
            false => least,
        }
    }
}

/// The first of the sizes at which no word is broken, else the last, and the widths of the columns.
pub(super) fn set(
    table: &Table,
    sizes: impl IntoIterator<Item = Twips>,
    (pad, width): (Twips, Twips),
) -> Result<(Twips, Vec<Twips>), RenderError> {
    let mut found = (0, Vec::new());
    for size in sizes {
        let needs = Needs::of(table, size, pad)?;
        found = (size, needs.shared(width));
        if needs.fit(width) {
            break;
        }
    }
    Ok(found)
}

/// How wide the small picture of counts in a cell is, with the space behind it.
pub(super) fn bar_width(bar: &[BarPart], size: Twips) -> Twips {
    match bar.len() {
        0 => 0,
        parts => i64::try_from(parts).unwrap_or_default() * size * 3 / 4 + size / 3,
    }
}

/// Whether a cell is set in bold.
pub(super) fn is_bold(cell: &Cell) -> bool {
    cell.emphasis || cell.colour.is_some()
}

fn measured(face: &Face, text: &str, size: Twips) -> (Twips, Twips) {
    let widest = |parts: &mut dyn Iterator<Item = &str>| {
        parts.map(|part| face.width(part, size)).max().unwrap_or_default()
    };
    let word = widest(&mut text.split([' ', '\n']));
    (word, widest(&mut text.split('\n')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Align, Column};

    fn table(texts: &[&str]) -> Table {
        Table {
            columns: texts.iter().map(|_| Column::new("K", Align::Left)).collect(),
            rows: vec![texts.iter().map(|text| Cell::from(*text)).collect()],
        }
    }

    #[test]
    fn the_columns_never_need_more_than_the_page() {
        let long = "ord ".repeat(500);
        let word = "x".repeat(2000);
        for texts in
            [&["1", long.as_str(), "kort"][..], &[&word, &word, "1"], &["a"; 40], &["a", "b"]]
        {
            let needs = Needs::of(&table(texts), 180, 80).unwrap();
            let widths = needs.shared(9_000);
            assert!(widths.iter().sum::<i64>() <= 9_000, "{widths:?}");
            assert!(widths.iter().all(|width| *width > 0), "{widths:?}");
        }
    }

    #[test]
    fn a_middling_text_stays_on_one_line_beside_a_long_one() {
        let long = "ord ".repeat(500);
        let widths = Needs::of(&table(&["Et niveau højere", &long, &long]), 180, 80).unwrap();
        let needed = face(Weight::Regular).unwrap().width("Et niveau højere", 180) + 160;
        assert!(widths.shared(9_000)[0] >= needed, "{widths:?}");
    }

    #[test]
    fn the_longest_text_gets_the_most_room_and_no_row_is_longer_than_it_must_be() {
        let texts = [
            "77 Misbrugsbehandling og beskyttet beskæftigelse",
            "Høj (S4 K4)",
            "Høj (S4 K4)",
            &"Viden og adgang ligger hos én nøgleperson. ".repeat(4),
            "Leder af rusmiddelcentret",
        ];
        let needs = Needs::of(&table(&texts), 180, 80).unwrap();
        let widths = needs.shared(9_600);
        assert!(widths.iter().sum::<i64>() <= 9_600, "{widths:?}");
        assert!(widths[3] > 2 * widths[4] && widths[3] > widths[0], "{widths:?}");
        // The title of the activity gets no more than its longest word needs.
        assert_eq!(widths[0], needs.least[0], "{widths:?}");
    }

    #[test]
    fn a_long_text_gives_way_to_short_ones() {
        let long = "ord ".repeat(500);
        let widths = Needs::of(&table(&["Jobcenter", &long]), 180, 80).unwrap().shared(9_000);
        let needed = face(Weight::Regular).unwrap().width("Jobcenter", 180) + 160;
        assert!(widths[0] >= needed, "{widths:?}");
    }
}
