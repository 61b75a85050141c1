//! OpenDocument spreadsheets (`.ods`), read by a reader of our own over the bare XML.
//!
//! The workbook crate could read them, but its reader turns `TRUE` into 1 and an error into a text
//! of the same letters, drops whether a cell holds a formula, and writes out repeated rows and
//! columns before anybody can count them: a file of two kilobytes may repeat a text a billion
//! times. Refusing such numbers beforehand would refuse honest files too, which repeat the blank
//! rows below their last one a million times. Here a blank repeat costs nothing, and every copy of
//! a filled cell is counted before it is made.
//!
//! [`super::xml`] gives tags and text, `table` puts cells in their places, `text` gathers what a cell shows,
//! `value` says what it holds.

mod table;
mod text;
mod value;

use std::collections::BTreeMap;

use super::error::GuardError;
use super::limits::MAX_PROPERTIES;
use super::xml::{Fault, Node, Xml};
use crate::exchange::workbook::{Source, Workbook};

/// The part with the sheets.
const CONTENT: &str = "content.xml";

/// The part with the properties.
const META: &str = "meta.xml";

/// The parts of a spreadsheet that are read, unpacked.
#[derive(Debug, Default)]
pub(super) struct Parts {
    content: Option<Vec<u8>>,
    meta: Option<Vec<u8>>,
}

impl Parts {
    /// Keeps a part, taking it out of `bytes`, if it is one of those that are read.
    pub(super) fn keep(&mut self, name: &str, bytes: &mut Vec<u8>) {
        let place = match name {
            CONTENT => &mut self.content,
            META => &mut self.meta,
            _ => return,
        };
        *place = Some(std::mem::take(bytes));
    }
}

/// Reads a spreadsheet.
///
/// Missing: without `meta.xml` there are no properties.
///
/// Errors: [`GuardError::Unreadable`], [`GuardError::DangerousCount`], [`GuardError::NoSheets`] and
/// all that speak of sheets and cells.
pub(super) fn read(parts: &Parts) -> Result<Workbook, GuardError> {
    let content = parts.content.as_deref().ok_or_else(|| unreadable(CONTENT, "is missing"))?;
    let mut comments = Vec::new();
    let (sheets, bad_cells) = table::read(text(CONTENT, content)?, &mut comments)?;
    let properties = match &parts.meta {
        Some(meta) => properties(text(META, meta)?)?,
        None => BTreeMap::new(),
    };
    Ok(Workbook { sheets, properties, bad_cells, comments, source: Source::Spreadsheet })
}

fn unreadable(part: &str, reason: &str) -> GuardError {
    GuardError::Unreadable { reason: format!("{part} {reason}") }
}

fn text<'p>(part: &str, bytes: &'p [u8]) -> Result<&'p str, GuardError> {
    std::str::from_utf8(bytes).map_err(|_| unreadable(part, "is not UTF-8"))
}

/// The properties that somebody added to the document, always as text.
fn properties(meta: &str) -> Result<BTreeMap<String, String>, GuardError> {
    let fault = |fault: Fault| fault.of_part(META);
    let mut xml = Xml::new(meta);
    let mut properties = BTreeMap::new();
    loop {
        let tag = match xml.next().map_err(fault)? {
            Node::Open(tag) => tag,
            Node::Close | Node::Text(_) => continue,
            Node::End => return Ok(properties),
        };
        match (xml.depth(), tag.name()) {
            (1, "office:document-meta") | (2, "office:meta") => {}
            (3, "meta:user-defined") => {
                let name = tag.attribute("meta:name").map_err(fault)?.unwrap_or_default();
                properties.insert(name.into_owned(), inner_text(&mut xml).map_err(fault)?);
                if properties.len() > MAX_PROPERTIES {
                    return Err(GuardError::DangerousCount {
                        part: META.to_owned(),
                        attribute: "meta:user-defined",
                        found: properties.len().to_string(),
                        limit: MAX_PROPERTIES,
                    });
                }
            }
            _ => xml.skip().map_err(fault)?,
        }
    }
}

/// The text of the element that was opened last, to its end.
fn inner_text(xml: &mut Xml<'_>) -> Result<String, Fault> {
    let outside = xml.depth().saturating_sub(1);
    let mut text = String::new();
    while xml.depth() > outside {
        if let Node::Text(piece) = xml.next()? {
            text += &piece;
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meta(inside: &str) -> String {
        format!("<office:document-meta><office:meta>{inside}</office:meta></office:document-meta>")
    }

    #[test]
    fn reads_properties_as_text_and_no_other_facts() {
        let text = meta(
            "<meta:generator>X</meta:generator><meta:user-defined meta:name='risiko_skema' \
             meta:value-type='float'>1</meta:user-defined><meta:user-defined meta:name='ø'>a &amp; \
             b</meta:user-defined><meta:user-defined meta:name='tom'/>",
        );
        let read: Vec<_> = properties(&text).unwrap().into_iter().collect();
        let expected = [("risiko_skema", "1"), ("tom", ""), ("ø", "a & b")];
        assert_eq!(read, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    }

    #[test]
    fn refuses_more_properties_than_honest_files_have() {
        let many = |count| {
            let each = |n| format!("<meta:user-defined meta:name='{n}'/>");
            meta(&(0..count).map(each).collect::<String>())
        };
        assert!(properties(&many(MAX_PROPERTIES)).is_ok());
        let refused = properties(&many(MAX_PROPERTIES + 1));
        assert!(matches!(refused, Err(GuardError::DangerousCount { .. })));
    }

    #[test]
    fn refuses_parts_that_are_missing_or_no_text() {
        let read = |content: Option<&[u8]>, meta: &[u8]| {
            let content = content.map(<[u8]>::to_vec);
            read(&Parts { content, meta: Some(meta.to_vec()) }).unwrap_err().to_string()
        };
        assert!(read(None, b"").contains("content.xml is missing"));
        assert!(read(Some(b"\xFE\xFF\0<"), b"").contains("content.xml is not UTF-8"));
        assert!(read(Some(b"<a"), b"").contains("content.xml: "));
        assert_eq!(read(Some(b"<a/>"), b""), GuardError::NoSheets.to_string());
    }
}
