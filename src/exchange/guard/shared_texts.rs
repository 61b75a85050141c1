//! The shared texts of a workbook, which cells name by their number, as bytes.
//!
//! Only for looking up a few texts before the sheets are gone through; the reader crate reads them
//! itself. Where they are not written as plainly as programs write them, no number can be trusted.

use std::collections::BTreeSet;

use memchr::{memchr, memmem};

use super::scan::count_elements;

/// How a text begins.
const ITEM: &[u8] = b"<si>";

/// How a text with blanks at its ends begins.
const PRESERVED: &[u8] = b"<t xml:space=\"preserve\">";

/// Shared texts that are written plainly.
pub(super) struct SharedTexts<'p> {
    part: &'p [u8],
    /// How many there are.
    pub(super) count: usize,
}

impl<'p> SharedTexts<'p> {
    /// Takes the part with them; `None` where it may hold something that only looks like a text.
    pub(super) fn of(part: &'p [u8]) -> Option<Self> {
        let count = memmem::find_iter(part, ITEM).count();
        let is_plain = memmem::find(part, b"<!").is_none() && count == count_elements(part, "si");
        is_plain.then_some(Self { part, count })
    }

    /// The numbers of these texts, as a cell writes them; a text may stand there several times.
    pub(super) fn numbers_of<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Vec<Vec<u8>> {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").into_bytes();
        let texts: BTreeSet<Vec<u8>> = texts.map(escaped).collect();
        let is_one = |item: &[u8]| {
            let text = item.strip_prefix(b"<t>").or_else(|| item.strip_prefix(PRESERVED));
            let text = text.and_then(|text| text.get(..memchr(b'<', text)?));
            text.is_some_and(|text| texts.contains(text))
        };
        let items = memmem::find_iter(self.part, ITEM).enumerate();
        let numbers = items.filter_map(|(number, at)| {
            let item = self.part.get(at.saturating_add(ITEM.len())..)?;
            is_one(item).then(|| number.to_string().into_bytes())
        });
        numbers.collect()
    }
}
