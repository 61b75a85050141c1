//! XML as a flat run of tags and text, refused where it is not what an honest program writes.
//!
//! Names are compared with their prefix. Every program that writes OpenDocument uses the prefixes
//! of the standard; a file that binds one of them to something else, or one of the standard's
//! vocabularies to another prefix, is refused, because it would be misread in silence.

use std::borrow::Cow;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::error::{GuardError, clip};
use super::limits::{MAX_XML_ATTRIBUTES, MAX_XML_DEPTH};

/// The prefixes that the readers know, with what they must stand for.
const PREFIXES: [(&str, &str); 5] = [
    ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
];

/// The file is not XML as it should be: what is wrong, clipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault(pub(super) String);

impl Fault {
    fn new(reason: &dyn std::fmt::Display) -> Self {
        Self(clip(&reason.to_string()))
    }

    /// The fault of a part that is not read sheet by sheet.
    pub(super) fn of_part(self, part: &str) -> GuardError {
        GuardError::Unreadable { reason: format!("{part}: {}", self.0) }
    }
}

/// What comes next.
pub(super) enum Node<'x> {
    /// A start tag; an empty element is followed by [`Self::Close`], as every other.
    Open(Tag<'x>),
    /// The end of the element that was opened last.
    Close,
    /// Text with its entities resolved; one text may come in several pieces.
    Text(Cow<'x, str>),
    /// The end of the file, with every element closed.
    End,
}

/// A start tag.
pub(super) struct Tag<'x>(BytesStart<'x>);

impl Tag<'_> {
    /// Its name with prefix, such as `table:table-cell`.
    pub(super) fn name(&self) -> &str {
        self.0.name().0
    }

    /// Gives every attribute, name with prefix and value, to `take`.
    ///
    /// Errors: an attribute that is damaged or stands there twice, or too many of them.
    pub(super) fn each_attribute<'t>(
        &'t self,
        mut take: impl FnMut(&'t str, Cow<'t, str>),
    ) -> Result<(), Fault> {
        for (count, attribute) in self.0.attributes().enumerate() {
            // Each is compared with all before it, so their number must be limited.
            if count >= MAX_XML_ATTRIBUTES {
                return Err(Fault(format!("more than {MAX_XML_ATTRIBUTES} attributes")));
            }
            let attribute = attribute.map_err(|error| Fault::new(&error))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| Fault::new(&error))?;
            take(attribute.key.0, value);
        }
        Ok(())
    }

    /// The value of one attribute. Missing: `None`.
    ///
    /// Errors: as [`Self::each_attribute`].
    pub(super) fn attribute(&self, name: &str) -> Result<Option<Cow<'_, str>>, Fault> {
        let mut found = None;
        self.each_attribute(|key, value| {
            if key == name {
                found = Some(value);
            }
        })?;
        Ok(found)
    }

    fn refuse_other_prefixes(&self) -> Result<(), Fault> {
        if !self.0.attributes_raw().contains("xmlns") {
            return Ok(());
        }
        let mut wrong = None;
        self.each_attribute(|key, uri| {
            let Some(prefix) = key.strip_prefix("xmlns") else { return };
            let prefix = prefix.strip_prefix(':').unwrap_or(prefix);
            if PREFIXES.iter().any(|(known, stands_for)| (*known == prefix) != (*stands_for == uri))
            {
                wrong = Some(format!("{key}={uri:?}"));
            }
        })?;
        wrong.map_or(Ok(()), |wrong| Err(Fault::new(&wrong)))
    }
}

/// A part that is read from front to back.
pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
    /// The last tag was an empty element, whose end is still to be told.
    is_empty_element: bool,
}

impl<'x> Xml<'x> {
    /// Reads from the start.
    pub(super) fn new(text: &'x str) -> Self {
        Self { reader: Reader::from_str(text), depth: 0, is_empty_element: false }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// The next tag or text; comments and instructions are passed over.
    ///
    /// Errors: what is no XML, ends too early, nests too deeply, declares entities or uses unknown
    /// ones, or gives a known prefix another meaning.
    pub(super) fn next(&mut self) -> Result<Node<'x>, Fault> {
        if self.is_empty_element {
            self.is_empty_element = false;
            return Ok(self.close());
        }
        loop {
            match self.reader.read_event().map_err(|error| Fault::new(&error))? {
                Event::Start(tag) => return self.open(tag),
                Event::Empty(tag) => {
                    self.is_empty_element = true;
                    return self.open(tag);
                }
                Event::End(_) => return Ok(self.close()),
                Event::Text(text) => return Ok(Node::Text(text.xml10_content())),
                Event::CData(text) => return Ok(Node::Text(text.xml10_content())),
                Event::GeneralRef(reference) => return resolved(&reference).map(Node::Text),
                // Entities are declared between brackets; a plain document type does no harm.
                Event::DocType(text) if text.contains('[') => {
                    return Err(Fault("the document type declares its own entities".to_owned()));
                }
                Event::DocType(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
                Event::Eof if self.depth > 0 => return Err(Fault("it ends too early".to_owned())),
                Event::Eof => return Ok(Node::End),
            }
        }
    }

    /// Passes over the rest of the element that was opened last, with all that it holds.
    ///
    /// Errors: as [`Self::next`].
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        let depth = self.depth.saturating_sub(1);
        while self.depth > depth {
            self.next()?;
        }
        Ok(())
    }

    fn open(&mut self, tag: BytesStart<'x>) -> Result<Node<'x>, Fault> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > MAX_XML_DEPTH {
            return Err(Fault(format!("more than {MAX_XML_DEPTH} elements inside each other")));
        }
        let tag = Tag(tag);
        tag.refuse_other_prefixes()?;
        Ok(Node::Open(tag))
    }

    fn close(&mut self) -> Node<'x> {
        self.depth = self.depth.saturating_sub(1);
        Node::Close
    }
}

/// The text of `&amp;` or `&#230;`.
fn resolved(reference: &BytesRef<'_>) -> Result<Cow<'static, str>, Fault> {
    if let Some(character) = reference.resolve_char_ref().map_err(|error| Fault::new(&error))? {
        return Ok(Cow::Owned(character.to_string()));
    }
    resolve_xml_entity(reference)
        .map(Cow::Borrowed)
        .ok_or_else(|| Fault(format!("unknown entity {:?}", clip(reference))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything in the text as one line: `<name>`, `>` for an end, the text itself.
    fn flat(text: &str) -> Result<String, Fault> {
        let mut xml = Xml::new(text);
        let mut flat = String::new();
        loop {
            match xml.next()? {
                Node::Open(tag) => flat += &format!("<{}>", tag.name()),
                Node::Close => flat += "/",
                Node::Text(text) => flat += &text,
                Node::End => return Ok(flat),
            }
        }
    }

    #[test]
    fn tells_tags_and_text_with_entities_resolved() {
        let text = "\u{FEFF}<?xml version='1.0'?><!DOCTYPE a><a><!-- x --><b/>&lt;&#230;&#x20;\
                    <![CDATA[<&]]>\r\n</a>";
        assert_eq!(flat(text).unwrap(), "<a><b>/<æ <&\n/");
    }

    #[test]
    fn refuses_what_is_not_well_formed() {
        for text in [
            "<a>",
            "<a><b></a>",
            "</a>",
            "<a",
            "<a>&b;</a>",
            "<a>&#0;</a>",
            "<a>&#xFFFFFFFF;</a>",
            "<a>& </a>",
            "<a><![CDATA[</a>",
        ] {
            assert!(flat(text).is_err(), "{text}");
        }
        let twice = Xml::new("<a b='1' b='2'/>").next();
        let Ok(Node::Open(tag)) = twice else { panic!("a tag") };
        assert!(tag.attribute("b").is_err());
    }

    #[test]
    fn refuses_entities_that_the_file_declares() {
        assert!(flat("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>").is_err());
        assert!(
            flat("<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY % b SYSTEM 'file:///x'>]><a/>").is_err()
        );
    }

    #[test]
    fn refuses_more_depth_and_attributes_than_honest_files_have() {
        let deep = |count| "<a>".repeat(count) + &"</a>".repeat(count);
        assert!(flat(&deep(MAX_XML_DEPTH)).is_ok());
        assert!(flat(&deep(MAX_XML_DEPTH + 1)).is_err());
        let wide = |count| {
            let attributes: String = (0..count).map(|n| format!(" a{n}=''")).collect();
            format!("<a{attributes}/>")
        };
        for (count, is_read) in [(MAX_XML_ATTRIBUTES, true), (MAX_XML_ATTRIBUTES + 1, false)] {
            let text = wide(count);
            let Ok(Node::Open(tag)) = Xml::new(&text).next() else { panic!("a tag") };
            assert_eq!(tag.attribute("b").is_ok(), is_read);
        }
    }

    #[test]
    fn refuses_prefixes_that_mean_something_else() {
        let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
        assert!(flat(&format!("<a xmlns:table='{table}' xmlns:x='urn:x'/>")).is_ok());
        for text in [
            format!("<a><b xmlns='{table}'/></a>"),
            format!("<a xmlns:t='{table}'/>"),
            "<a xmlns:table='http://openoffice.org/2000/table'/>".to_owned(),
        ] {
            assert!(flat(&text).is_err(), "{text}");
        }
    }

    #[test]
    fn gives_attributes_with_entities_and_line_breaks_as_xml_has_them() {
        let Ok(Node::Open(tag)) = Xml::new("<a b='1&amp;&#10;2\n3'/>").next() else {
            panic!("a tag")
        };
        assert_eq!(tag.attribute("b").unwrap().as_deref(), Some("1&\n2 3"));
        assert_eq!(tag.attribute("c").unwrap(), None);
    }
}
