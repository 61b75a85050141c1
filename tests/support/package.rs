//! Workbook packages made by hand, part by part, so that a test can put anything into them.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The parts of a package in order, name and content.
#[derive(Clone)]
pub(crate) struct Package(pub(crate) Vec<(String, Vec<u8>)>);

impl Package {
    /// A whole workbook with one sheet, `Ark1`, whose `sheetData` holds `rows`.
    pub(crate) fn with_rows(rows: &str) -> Self {
        Self::with_sheets(&["Ark1"]).part("xl/worksheets/sheet1.xml", sheet(rows))
    }

    /// A workbook that lists these sheets; their parts `sheet1.xml` and so on are yours to add.
    pub(crate) fn with_sheets(names: &[&str]) -> Self {
        let targets: Vec<_> =
            (1..=names.len()).map(|number| format!("worksheets/sheet{number}.xml")).collect();
        let targets: Vec<_> = targets.iter().map(String::as_str).collect();
        Self::with_targets(names, &targets)
    }

    /// A workbook that lists these sheets with these targets of their relations.
    pub(crate) fn with_targets(names: &[&str], targets: &[&str]) -> Self {
        let root = relation("rId1", "officeDocument", "xl/workbook.xml");
        let (mut list, mut relations) = (String::new(), String::new());
        for (number, (name, target)) in names.iter().zip(targets).enumerate() {
            let id = number + 1;
            list += &format!("<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"rId{id}\"/>");
            relations += &relation(&format!("rId{id}"), "worksheet", target);
        }
        let workbook = format!(
            "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{list}</sheets></workbook>"
        );
        Self(Vec::new())
            .part("[Content_Types].xml", format!("{XML}<Types/>"))
            .part("_rels/.rels", relation_list(&root))
            .part("xl/workbook.xml", workbook)
            .part("xl/_rels/workbook.xml.rels", relation_list(&relations))
    }

    /// The parts of an existing package.
    #[allow(dead_code, reason = "not every test file that includes this one starts from a file")]
    pub(crate) fn open(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).expect("a part");
            let name = file.name().expect("a name").into_owned();
            let mut content = Vec::new();
            file.read_to_end(&mut content).expect("content");
            parts.push((name, content));
        }
        Self(parts)
    }

    /// Adds a part, or replaces the one of that name.
    pub(crate) fn part(mut self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), content.as_ref().to_vec()));
        self
    }

    /// The package as the bytes of a compressed file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.packed(CompressionMethod::Deflated)
    }

    /// The package as the bytes of a file that is not compressed.
    #[allow(dead_code, reason = "only where many are made")]
    pub(crate) fn stored(&self) -> Vec<u8> {
        self.packed(CompressionMethod::Stored)
    }

    fn packed(&self, method: CompressionMethod) -> Vec<u8> {
        let options = SimpleFileOptions::default().compression_method(method);
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.0 {
            writer.start_file(name, options).expect("a part");
            writer.write_all(content).expect("content");
        }
        writer.finish().expect("a zip").into_inner()
    }
}

/// A worksheet part around these rows.
pub(crate) fn sheet(rows: &str) -> String {
    format!("{XML}<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")
}

/// A table of shared texts that claims `unique` of them.
pub(crate) fn shared_strings(unique: &str, items: &str) -> String {
    format!("{XML}<sst xmlns=\"{MAIN}\" count=\"1\" uniqueCount=\"{unique}\">{items}</sst>")
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
}

fn relation_list(relations: &str) -> String {
    format!("{XML}<Relationships xmlns=\"{RELATIONS}\">{relations}</Relationships>")
}
