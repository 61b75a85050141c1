//! Cells as programs write them: followed tag by tag from the first row, and none from the first surprise on.

use memchr::{memchr, memchr_iter, memmem};

/// Entities that the reader unfolds without a word.
const ENTITIES: [&[u8]; 5] = [b"lt;", b"gt;", b"amp;", b"quot;", b"apos;"];

/// A cell that is written plainly, with what follows it in the part.
pub(super) struct PlainCell<'p> {
    /// From the beginning of the cell.
    pub(super) begin: &'p [u8],
    /// Its attributes.
    pub(super) attributes: &'p [u8],
    /// Whether it has a formula, and its text; empty where it has none.
    pub(super) has_formula: bool,
    pub(super) formula: &'p [u8],
    /// From the beginning of that text.
    pub(super) at_formula: &'p [u8],
    /// From the end of that text.
    pub(super) after_formula: &'p [u8],
    /// The value as it is written; empty where there is none.
    pub(super) value: &'p [u8],
    /// From the end of the cell.
    pub(super) after: &'p [u8],
}

impl PlainCell<'_> {
    /// Whether the place of the next cell does not hang on this one: where a cell does not say its
    /// place, the one before tells it.
    pub(super) fn is_next_place_known(&self) -> bool {
        self.after.starts_with(b"<c r=\"") || self.after.starts_with(b"</row>")
    }
}

/// Column and row of a place, both counted from 1, where it comes first among the attributes.
pub(super) fn place(attributes: &[u8]) -> Option<(u32, u32)> {
    let (mut column, mut row) = (0_u32, 0_u32);
    for byte in attributes.strip_prefix(b" r=\"")? {
        match byte {
            b'A'..=b'Z' if row == 0 => {
                column = column.checked_mul(26)?.checked_add(u32::from(byte - b'A') + 1)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            b'"' => return (column > 0 && row > 0).then_some((column, row)),
            _ => return None,
        }
    }
    None
}

/// From the first row of the sheet.
pub(super) fn first_row(part: &[u8]) -> Option<&[u8]> {
    let text = part.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(part);
    // A second declaration, a comment or a raw text may hold anything that looks like a cell.
    let text = match text.strip_prefix(b"<?xml ") {
        Some(declaration) => declaration.get(memmem::find(declaration, b"?>")?..)?.get(2..)?,
        None => text,
    };
    let (head, data) = text.split_at_checked(memmem::find(text, b"sheetData")?)?;
    let is_plain = memmem::find(head, b"<!").or_else(|| memmem::find(head, b"<?")).is_none();
    let tags = head.strip_suffix(b"<")?;
    let ends_in_tag = tags.last() == Some(&b'>') && quotes_hold_no_tag(tags);
    (is_plain && ends_in_tag).then_some(data)?.strip_prefix(b"sheetData>")
}

/// Whether quotes come in pairs and no tag begins or ends between two of a pair: then no angle
/// bracket is part of a value.
fn quotes_hold_no_tag(tags: &[u8]) -> bool {
    let mut open = None;
    for byte in tags {
        match (open, byte) {
            (None, b'"' | b'\'') => open = Some(*byte),
            (Some(quote), byte) if quote == *byte => open = None,
            (Some(_), b'"' | b'\'' | b'<' | b'>') => return false,
            _ => {}
        }
    }
    open.is_none()
}

/// The next cell, also in the next row; `None` at the end of the rows and at the first surprise.
pub(super) fn next_cell(mut rest: &[u8]) -> Option<PlainCell<'_>> {
    if let Some(after) = rest.strip_prefix(b"</row>") {
        rest = after;
    }
    while let Some(row) = rest.strip_prefix(b"<row") {
        rest = match Tag::of(row)? {
            Tag::Open(inside) => inside,
            Tag::Empty(after) => after,
        };
    }
    let tag = rest.strip_prefix(b"<c")?;
    let mut cell = PlainCell {
        begin: rest,
        attributes: tag.get(..memchr(b'>', tag)?)?,
        has_formula: false,
        formula: b"",
        at_formula: b"",
        after_formula: b"",
        value: b"",
        after: b"",
    };
    let inside = match Tag::of(tag)? {
        Tag::Empty(after) => return Some(PlainCell { after, ..cell }),
        Tag::Open(inside) => inside,
    };
    let mut rest = inside;
    if let Some(tag) = inside.strip_prefix(b"<f") {
        cell.has_formula = true;
        rest = match Tag::of(tag)? {
            Tag::Empty(after) => after,
            Tag::Open(text) => {
                cell.at_formula = text;
                (cell.formula, cell.after_formula) = text.split_at_checked(memchr(b'<', text)?)?;
                cell.after_formula.strip_prefix(b"</f>")?
            }
        };
    }
    if let Some(text) = rest.strip_prefix(b"<v>") {
        (cell.value, rest) = text.split_at_checked(memchr(b'<', text)?)?;
        rest = rest.strip_prefix(b"</v>")?;
    }
    cell.after = rest.strip_prefix(b"</c>")?;
    Some(cell)
}

/// What follows the first tag.
enum Tag<'p> {
    /// What is inside the element, and behind it.
    Open(&'p [u8]),
    /// What is behind an element that has no inside.
    Empty(&'p [u8]),
}

impl<'p> Tag<'p> {
    /// Follows a tag from the end of its name; `None` where that is not the end or a value may
    /// reach beyond the tag.
    fn of(after_name: &'p [u8]) -> Option<Self> {
        let mut is_quoted = false;
        let end = after_name.iter().position(|byte| {
            is_quoted ^= *byte == b'"';
            matches!(byte, b'>' | b'<' | b'\'')
        });
        let (attributes, after) = after_name.split_at_checked(end?)?;
        let is_name_over = matches!(attributes.first(), None | Some(b' ' | b'/'));
        let after = after.strip_prefix(b">").filter(|_| is_name_over && !is_quoted)?;
        Some(if attributes.last() == Some(&b'/') { Self::Empty(after) } else { Self::Open(after) })
    }
}

/// Whether the reader finds nothing to object to in a text without tags.
pub(super) fn is_sound(text: &[u8]) -> bool {
    (text.is_ascii() || std::str::from_utf8(text).is_ok())
        && memchr_iter(b'&', text).all(|at| {
            let entity = text.get(at.saturating_add(1)..).unwrap_or_default();
            ENTITIES.iter().any(|known| entity.starts_with(known))
        })
}
