//! Documents as Word files: real headings, native tables and shapes.

mod parts;
mod table;

use super::office::{Kind, Package, Relation, Scale, attribute, content, described, group};
use super::printed::{About, RenderError, Rgb, in_print};
use super::sheet::{Place, chapters};
use crate::report::{Block, Cell, Document, Drawing, SEPARATOR};
use parts::Side;
use table::{PAD, SIZES};

/// Namespaces of the text and of its shapes.
pub(super) const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
    xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" \
    xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

/// Highest picture, in twentieths of a point: with its title it stands on one page.
const HIGHEST: i64 = 12_400;
/// Office's units in a twentieth of a point.
const EMU: i64 = 635;

/// The document as a Word file.
///
/// # Errors
///
/// Where the file cannot be packed.
pub fn docx(document: &Document, about: &About) -> Result<Vec<u8>, RenderError> {
    let chapters = chapters(document, SIZES[0], PAD)?;
    let mut writer = Writer { about, body: String::new(), pictures: 0, place: Place::Portrait };
    for (at, (place, blocks)) in chapters.iter().enumerate() {
        writer.place = *place;
        for (position, block) in blocks.iter().enumerate() {
            let begins_page =
                position > 0 && matches!(blocks.get(position - 1), Some(Block::NewPage));
            writer.block(block, (at == 0 && is_title(blocks, position), begins_page))?;
        }
        let section = parts::section(*place, at == 0);
        match at + 1 == chapters.len() {
            true => writer.body.push_str(&section),
            // The properties of a section stand in its last paragraph.
            false => writer.body.push_str(&format!(
                "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>{section}</w:pPr></w:p>"
            )),
        }
    }
    packed(&writer.body, about)
}

/// Whether the heading at a place is the document's title: the first one, if nothing stands before it.
fn is_title(blocks: &[&Block], position: usize) -> bool {
    position == 0 && matches!(blocks.first(), Some(Block::Heading(_)))
}

/// What has been written, and where on.
struct Writer<'a> {
    about: &'a About,
    body: String,
    pictures: usize,
    place: Place,
}

impl Writer<'_> {
    fn block(
        &mut self,
        block: &Block,
        (is_title, begins_page): (bool, bool),
    ) -> Result<(), RenderError> {
        let new_page = if begins_page { "<w:pageBreakBefore/>" } else { "" };
        match block {
            Block::Heading(text) if is_title => self.paragraph("Title", "", text),
            Block::Heading(text) => self.paragraph("Heading1", new_page, text),
            Block::Subheading(text) => self.paragraph("Heading2", new_page, text),
            Block::Small(text) => self.paragraph("Small", "", text),
            Block::Paragraph(text) => self.paragraph("BodyText", "", text),
            Block::List(lines) => {
                for line in lines {
                    self.paragraph("ListBullet", "", line);
                }
            }
            Block::Words(words) => self.words(words),
            Block::Table(table) => {
                self.body.push_str(&table::table(table, self.place.width())?);
            }
            Block::Picture(drawing) => self.picture(drawing)?,
            // The table before says the same; a page begins with the heading behind it.
            Block::Bars(_) | Block::Counts(_) | Block::Narrow(_) | Block::NewPage => {}
        }
        Ok(())
    }

    fn paragraph(&mut self, style: &str, more: &str, text: &str) {
        let runs = runs(text, "");
        self.body.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{runs}</w:p>"
        ));
    }

    fn words(&mut self, words: &[Cell]) {
        let mut line = String::new();
        for (at, word) in words.iter().enumerate() {
            if at > 0 {
                line.push_str(&runs(SEPARATOR, ""));
            }
            line.push_str(&match word.colour {
                Some(colour) => runs(
                    &format!("\u{a0}{}\u{a0}", word.text),
                    &format!(
                        "<w:b/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{}\"/>",
                        in_print(colour).hex()
                    ),
                ),
                None if word.emphasis => runs(&word.text, "<w:b/>"),
                None => runs(&word.text, ""),
            });
        }
        self.body
            .push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr>{line}</w:p>"));
    }

    /// A picture below its title. Programs that know no shapes show what it says instead.
    fn picture(&mut self, drawing: &Drawing) -> Result<(), RenderError> {
        self.paragraph("Caption", "", &drawing.title);
        let room = (self.place.width(), HIGHEST.min(self.place.height() - 1_200));
        let scale = Scale::fitting(drawing, room, 100);
        let (width, height) = (scale.emu(drawing.size.0).max(1), scale.emu(drawing.size.1).max(1));
        // The numbers of shapes are those of the whole file.
        let id = 1_000 * (self.pictures + 1);
        self.pictures += 1 + drawing.shapes.len() / 1_000;
        let shapes = group(drawing, Kind::Word, scale, ((0, 0), id, &self.about.look))?;
        let described = described(&drawing.title, &drawing.alt);
        let frame = format!(
            "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/>"
        );
        self.body.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing>\
             <wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
             <wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:docPr id=\"{id}\" name=\"{id}\" {described}/>\
             <a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\">\
             <wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{frame}</a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>\
             </a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>{}</w:t></mc:Fallback>\
             </mc:AlternateContent></w:r></w:p>",
            content(&drawing.alt)
        ));
        Ok(())
    }
}

/// A text in one look; its line breaks are kept.
pub(super) fn runs(text: &str, looks: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", content(line)))
        .collect();
    format!("<w:r><w:rPr>{looks}</w:rPr>{}</w:r>", lines.join("<w:br/>"))
}

fn packed(body: &str, about: &About) -> Result<Vec<u8>, RenderError> {
    let mut package = Package::default();
    let part = |name: &str| format!("wordprocessingml.{name}");
    let document = format!("<w:document {SPACES}><w:body>{body}</w:body></w:document>");
    package.xml("word/document.xml", &part("document.main"), &document);
    package.xml("word/styles.xml", &part("styles"), &parts::styles(about));
    package.xml("word/numbering.xml", &part("numbering"), &parts::numbering());
    package.xml("word/settings.xml", &part("settings"), &parts::settings(about));
    let mut relations = vec![
        Relation { id: 1, kind: "styles", target: "styles.xml" },
        Relation { id: 2, kind: "numbering", target: "numbering.xml" },
        Relation { id: 3, kind: "settings", target: "settings.xml" },
    ];
    for side in Side::ALL {
        let path = format!("word/{}", side.file());
        package.xml(&path, &part(side.kind()), &side.part(about));
        relations.push(Relation { id: side.id(), kind: side.kind(), target: side.file() });
        if let (true, Some(logo)) = (side == Side::First, &about.look.logo) {
            package.bytes("word/media/logo.png", logo.bytes());
            package
                .relations(&path, &[Relation { id: 1, kind: "image", target: "media/logo.png" }]);
        }
    }
    package.relations("word/document.xml", &relations);
    package.packed("word/document.xml", about)
}

/// The logo in a line of its own, in the upper corner.
fn logo(about: &About) -> String {
    let Some(logo) = &about.look.logo else { return String::new() };
    let (width, height) = logo.within((3_400 * EMU, 850 * EMU));
    let alt = attribute(about.words.logo);
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
         <wp:docPr id=\"1\" name=\"logo\" descr=\"{alt}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
         <pic:pic><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"logo\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"rId1\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}

/// Headers of tables: dark text on a pale field.
const HEADER_FILL: Rgb = Rgb::PALE;

#[cfg(test)]
mod tests {
    use super::super::office::parts;
    use super::super::printed::sample;
    use super::super::samples::{bad_document, bad_texts, every_block, table};
    use super::super::{logo, printed};
    use super::*;

    fn body(document: &Document, about: &About) -> String {
        parts(&docx(document, about).unwrap()).remove("word/document.xml").unwrap()
    }

    #[test]
    fn every_kind_of_block_is_what_word_calls_it() {
        let body = body(&every_block(), &sample());
        for style in ["Title", "Heading1", "Heading2", "BodyText", "ListBullet", "Small", "Caption"]
        {
            assert!(body.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{style}");
        }
        assert!(body.contains("Et afsnit</w:t><w:br/>"), "line breaks are kept");
        assert!(body.contains("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"));
        assert!(body.contains("<w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/>"));
        assert!(
            body.contains("w:fill=\"F07F78\"/></w:rPr><w:t xml:space=\"preserve\">\u{a0}Høj\u{a0}")
        );
        assert!(body.contains("descr=\"To sager er røde\""));
        assert!(!body.contains("Kun hvor der er trangt"));
    }

    #[test]
    fn a_chapter_is_turned_only_where_a_table_needs_it() {
        let wide = body(&every_block(), &sample());
        assert_eq!(wide.matches("<w:sectPr>").count(), 2);
        assert_eq!(wide.matches("w:orient=\"landscape\"").count(), 1);
        let mut narrow = Document::default();
        narrow.table(table(4, 3));
        assert!(!body(&narrow, &sample()).contains("landscape"));
    }

    #[test]
    fn whatever_people_write_the_file_is_whole() {
        let mut about = sample();
        for text in bad_texts() {
            about.title.clone_from(&text);
            about.footer.clone_from(&text);
            let body = body(&bad_document(&text), &about);
            assert!(!body.contains("<script"), "{body}");
        }
        assert!(body(&Document::default(), &about).contains("<w:sectPr>"));
        let mut large = Document::default();
        large.table(table(12, 300));
        assert!(body(&large, &about).contains("række 299 felt 11"));
    }

    #[test]
    fn the_same_result_gives_the_same_bytes_and_says_what_it_is() {
        let about = sample();
        let bytes = docx(&every_block(), &about).unwrap();
        assert_eq!(bytes, docx(&every_block(), &about).unwrap());
        let parts = parts(&bytes);
        let core = &parts["docProps/core.xml"];
        assert!(core.contains("2026-11-01T00:00:00Z") && core.contains("da-DK"), "{core}");
        assert!(parts["word/footer1.xml"].contains(" NUMPAGES "));
    }

    #[test]
    fn a_logo_stands_above_the_first_page() {
        let mut about = sample();
        about.look = printed::Look { logo: Some(logo::sample()), ..about.look };
        let parts = parts(&docx(&every_block(), &about).unwrap());
        assert!(parts["word/header1.xml"].contains("r:embed=\"rId1\""));
        assert!(!parts["word/header2.xml"].contains("r:embed"));
        assert!(parts["word/_rels/header1.xml.rels"].contains("media/logo.png"));
    }
}
