//! A package of parts as Office reads it: the same parts give the same bytes, on every system.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::super::printed::{About, RenderError};
use super::xml::{attribute, content};

/// The beginning of every part.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Where the names of kinds of relations begin.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Where the kinds of our own parts begin.
const OFFICE: &str = "application/vnd.openxmlformats-officedocument.";

/// The kind of the part that relations are written in.
const RELATIONS_PART: &str = "application/vnd.openxmlformats-package.relationships+xml";

/// That one part uses another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) struct Relation<'a> {
    /// Number; `rId` stands before it.
    pub(in crate::render) id: usize,
    /// Last word of its kind, such as `styles`.
    pub(in crate::render) kind: &'a str,
    /// Where the other part lies, from the folder of this one.
    pub(in crate::render) target: &'a str,
}

/// Parts in the order in which they are written.
#[derive(Debug, Default)]
pub(in crate::render) struct Package {
    parts: Vec<(String, Vec<u8>)>,
    kinds: String,
}

impl Package {
    /// Adds an XML part. `kind` is what stands behind `openxmlformats-officedocument.` in its kind.
    pub(in crate::render) fn xml(&mut self, path: &str, kind: &str, xml: &str) {
        let _cannot_fail = write!(
            self.kinds,
            "<Override PartName=\"/{path}\" ContentType=\"{OFFICE}{kind}+xml\"/>"
        );
        self.parts.push((path.to_owned(), format!("{HEAD}{xml}").into_bytes()));
    }

    /// Adds a part that is no XML.
    pub(in crate::render) fn bytes(&mut self, path: &str, bytes: &[u8]) {
        self.parts.push((path.to_owned(), bytes.to_vec()));
    }

    /// Says which parts a part uses.
    pub(in crate::render) fn relations(&mut self, part: &str, relations: &[Relation<'_>]) {
        let mut list = String::new();
        for Relation { id, kind, target } in relations {
            let _cannot_fail = write!(
                list,
                "<Relationship Id=\"rId{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>"
            );
        }
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        self.parts.push((format!("{folder}_rels/{name}.rels"), relationships(&list).into_bytes()));
    }

    /// Packs the parts. `main` is the part that Office opens; `about` says what the file is.
    ///
    /// # Errors
    ///
    /// Where the archive cannot be written.
    pub(in crate::render) fn packed(
        self,
        main: &str,
        about: &About,
    ) -> Result<Vec<u8>, RenderError> {
        let types = format!(
            "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"{RELATIONS_PART}\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Default Extension=\"png\" ContentType=\"image/png\"/>\
             <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
             <Override PartName=\"/docProps/app.xml\" ContentType=\"{OFFICE}extended-properties+xml\"/>{}</Types>",
            self.kinds
        );
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        let links = relationships(&format!(
            "<Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"{main}\"/>\
             <Relationship Id=\"rId2\" Type=\"{package}/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
             <Relationship Id=\"rId3\" Type=\"{RELATIONS}/extended-properties\" Target=\"docProps/app.xml\"/>"
        ));
        let first = [
            ("[Content_Types].xml".to_owned(), types.into_bytes()),
            ("_rels/.rels".to_owned(), links.into_bytes()),
        ];
        let last = [
            ("docProps/core.xml".to_owned(), core(about).into_bytes()),
            ("docProps/app.xml".to_owned(), application().into_bytes()),
        ];
        let refused = |error: &dyn std::fmt::Display| RenderError::Package(error.to_string());
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .system(System::Unix);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in first.into_iter().chain(self.parts).chain(last) {
            archive.start_file(path, options).map_err(|error| refused(&error))?;
            archive.write_all(&bytes).map_err(|error| refused(&error))?;
        }
        Ok(archive.finish().map_err(|error| refused(&error))?.into_inner())
    }
}

fn relationships(list: &str) -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}</Relationships>"
    )
}

/// What the file is: title, language, and the day that its figures hold for as the day it was made.
fn core(about: &About) -> String {
    let day = about.day.strftime("%Y-%m-%d");
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>risiko</dc:creator>\
         <cp:lastModifiedBy>risiko</cp:lastModifiedBy>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:modified>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        content(&about.title),
        content(&about.subject),
        attribute(about.language.tag()),
    )
}

fn application() -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>risiko</Application></Properties>"
    )
}

/// Packages taken apart again, for the tests of those who write them.
#[cfg(test)]
pub(in crate::render) mod opened {
    use std::collections::BTreeMap;
    use std::io::{Cursor, Read as _};

    use quick_xml::Reader;
    use quick_xml::events::Event;
    use zip::ZipArchive;

    /// The parts of a package by name; each XML part is read to its end.
    pub(in crate::render) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            if name.ends_with(".png") {
                continue;
            }
            let text = String::from_utf8(content).unwrap();
            whole(&name, &text);
            assert_eq!(parts.insert(name, text), None);
        }
        parts
    }

    /// Asserts that a part is XML: every tag is closed, every character allowed.
    fn whole(name: &str, text: &str) {
        let forbidden = |sign: char| {
            (sign.is_control() && !matches!(sign, '\n' | '\t'))
                || matches!(sign, '\u{fffe}' | '\u{ffff}')
        };
        assert!(!text.contains(forbidden), "{name}");
        let mut reader = Reader::from_str(text);
        let mut open = 0;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
                Event::Start(tag) => {
                    open += 1;
                    assert!(tag.attributes().all(|attribute| attribute.is_ok()), "{name}");
                }
                Event::Empty(tag) => {
                    assert!(tag.attributes().all(|attribute| attribute.is_ok()), "{name}");
                }
                Event::End(_) => open -= 1,
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open, 0, "{name}");
    }
}
