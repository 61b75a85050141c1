//! What stood in the cells that people do not fill in: so that an import sees what they wrote there
//! all the same. Protection can be lifted, and other programs write into locked cells anyway.
//!
//! A cell is kept as its address and a number made of its text. One that moved is found again by its
//! text, so that inserted rows and columns change nothing.

use std::collections::BTreeMap;

use super::entry::shown;
use super::sheet::{At, MAX_CELL_TEXT};
use super::workbook::{Address, Cell};
use crate::domain::{Activity, Dimension};

/// A number made of a text without its blanks, which programs write in different ways. (FNV-1a)
pub(super) fn digest(text: &str) -> u32 {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !c.is_control());
    let mut bytes = [0; 4];
    kept.fold(0x811c_9dc5, |digest, c| {
        let encoded = c.encode_utf8(&mut bytes);
        encoded
            .bytes()
            .fold(digest, |digest: u32, byte| (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    })
}

/// Cells as texts that each fit in one cell of the hidden sheet.
pub(super) fn kept(cells: &[(At, u32)]) -> Vec<String> {
    let mut texts = Vec::new();
    let mut text = String::new();
    for ((row, column), digest) in cells {
        let address = Address { row: *row, column: u32::from(*column) };
        let word = format!("{address}={digest:x}");
        if text.len() + word.len() + 1 > MAX_CELL_TEXT {
            texts.push(std::mem::take(&mut text));
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word);
    }
    if !text.is_empty() {
        texts.push(text);
    }
    texts
}

/// The catalogue's figures of an activity in the order of the dimensions, as a cell shows them.
pub(super) fn starting_figures(activity: Option<&Activity>) -> String {
    let starting = activity.and_then(|activity| activity.starting.as_ref());
    let Some(starting) = starting else { return "–".to_owned() };
    let levels = Dimension::ALL.iter().filter_map(|kind| starting.levels.get(kind));
    levels.map(ToString::to_string).collect::<Vec<_>>().join(" · ")
}

/// What [`kept`] wrote.
#[derive(Debug, Default)]
pub(super) struct Locked {
    at: BTreeMap<Address, u32>,
}

impl Locked {
    /// Takes in a text of the hidden sheet.
    pub(super) fn read(&mut self, text: &str) {
        let cells = text.split(' ').filter_map(|word| {
            let (address, digest) = word.split_once('=')?;
            Some((Address::parse(address)?, u32::from_str_radix(digest, 16).ok()?))
        });
        self.at.extend(cells);
    }

    /// Whether that text stood in the cell.
    pub(super) fn stood_at(&self, at: Address, text: &str) -> bool {
        self.at.get(&at) == Some(&digest(text))
    }

    /// The cells with something in them that did not stand there, in their order. What a formula
    /// computes is nobody's words.
    pub(super) fn strange<'c>(
        &self,
        cells: impl Iterator<Item = (Address, &'c Cell)>,
    ) -> Vec<Address> {
        let mut left = self.at.clone();
        let mut moved = Vec::new();
        for (address, cell) in cells.filter(|(_, cell)| !cell.has_formula) {
            let text = shown(cell);
            if text.is_empty() {
                continue;
            }
            let digest = digest(&text);
            if left.get(&address) == Some(&digest) {
                left.remove(&address);
            } else {
                moved.push((address, digest));
            }
        }
        let mut elsewhere: BTreeMap<u32, usize> = BTreeMap::new();
        for digest in left.into_values() {
            *elsewhere.entry(digest).or_default() += 1;
        }
        moved.retain(|(_, digest)| match elsewhere.get_mut(digest) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
        moved.into_iter().map(|(address, _)| address).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::workbook::Value;
    use super::*;

    fn strange(written: &[((u32, u16), &str)], found: &[(u32, u32, &str)]) -> Vec<String> {
        let cells: Vec<(At, u32)> = written.iter().map(|(at, text)| (*at, digest(text))).collect();
        let mut locked = Locked::default();
        kept(&cells).iter().for_each(|text| locked.read(text));
        let cells: Vec<(Address, Cell)> = found
            .iter()
            .map(|(row, column, text)| {
                let cell = Cell { value: Value::Text((*text).to_owned()), has_formula: false };
                (Address { row: *row, column: *column }, cell)
            })
            .collect();
        let strange = locked.strange(cells.iter().map(|(at, cell)| (*at, cell)));
        strange.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn finds_what_somebody_wrote_and_nothing_that_only_moved() {
        let written = [((0, 0), "Vurdering – Skovby"), ((1, 0), "Hjælp"), ((1, 1), "3")];
        let same = [(0, 0, "Vurdering – Skovby"), (1, 0, "Hjælp"), (1, 1, "3")];
        assert_eq!(strange(&written, &same), Vec::<String>::new());
        let moved = [(2, 1, "Vurdering – \n Skovby "), (3, 1, "Hjælp"), (3, 2, "3")];
        assert_eq!(strange(&written, &moved), Vec::<String>::new());
        let more = [(0, 0, "Vurdering – Skovby"), (1, 0, "Hjælp"), (1, 1, "3"), (5, 5, "3")];
        assert_eq!(strange(&written, &more), ["F6"]);
        assert_eq!(strange(&written, &[(1, 0, "Ring til Bo")]), ["A2"]);
        assert_eq!(strange(&written, &[]), Vec::<String>::new());
    }

    #[test]
    fn many_cells_are_kept_in_texts_that_fit_in_a_cell() {
        let cells: Vec<(At, u32)> = (0..5_000).map(|row| ((row, 3), u32::MAX)).collect();
        let texts = kept(&cells);
        assert!(texts.len() > 1 && texts.iter().all(|text| text.len() <= MAX_CELL_TEXT));
        let mut locked = Locked::default();
        texts.iter().for_each(|text| locked.read(text));
        assert_eq!(locked.at.len(), 5_000);
    }
}
