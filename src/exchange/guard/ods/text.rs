//! The text of a cell: its paragraphs, each on a line.
//!
//! Text is taken letter by letter, blanks and line breaks too. The standard says that blanks beside
//! each other count as one, but LibreOffice shows them all, and what it shows is what was written.

use std::borrow::Cow;

use super::super::comments;
use super::super::error::GuardError;
use super::super::xml::{Node, Tag};
use super::table::TableReading;
use crate::exchange::workbook::Address;

/// What stands in a cell as text.
#[derive(Default)]
pub(super) struct CellText {
    /// The paragraphs, each on a line. Missing: there is none.
    pub(super) shown: Option<String>,
    /// Something in the cell that is lost if it is not reported.
    pub(super) foreign: Option<&'static str>,
}

impl TableReading<'_, '_, '_> {
    /// Reads to the end of a cell.
    pub(super) fn read_text(&mut self, address: Address) -> Result<CellText, GuardError> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut text = CellText::default();
        while self.xml.depth() > outside {
            match self.next()? {
                Node::Open(tag) => match tag.name() {
                    "text:p" | "text:h" => self.read_paragraph(address, &mut text)?,
                    "table:table" => {
                        text.foreign = Some("table:table");
                        self.skip()?;
                    }
                    "office:annotation" => self.read_comment()?,
                    // Lists hold paragraphs; whatever else there is, a drawing for one, is no
                    // content of the cell.
                    name if name.starts_with("text:") => {}
                    _ => self.skip()?,
                },
                Node::Text(piece) if !piece.trim_ascii().is_empty() => {
                    text.foreign = Some("#text");
                }
                Node::Text(_) | Node::Close | Node::End => {}
            }
        }
        Ok(text)
    }

    /// Reads to the end of a comment; who wrote it and when is no part of its text.
    fn read_comment(&mut self) -> Result<(), GuardError> {
        let outside = self.xml.depth().saturating_sub(1);
        let mut text = String::new();
        while self.xml.depth() > outside {
            match self.next()? {
                Node::Open(tag) if !tag.name().starts_with("text:") => self.skip()?,
                Node::Text(piece) => comments::extend(&mut text, &piece),
                Node::Open(_) | Node::Close | Node::End => {}
            }
        }
        comments::add(text, self.comments);
        Ok(())
    }

    fn read_paragraph(&mut self, address: Address, text: &mut CellText) -> Result<(), GuardError> {
        let outside = self.xml.depth().saturating_sub(1);
        match &mut text.shown {
            Some(shown) => shown.push('\n'),
            None => text.shown = Some(String::new()),
        }
        while self.xml.depth() > outside {
            let piece = match self.next()? {
                Node::Text(piece) => piece,
                Node::Close | Node::End => continue,
                Node::Open(tag) => match tag.name() {
                    "text:s" => {
                        let blanks = self.blanks(&tag)?;
                        self.sheet.count_text(address, blanks)?;
                        let shown = text.shown.get_or_insert_default();
                        shown.extend(std::iter::repeat_n(' ', blanks));
                        continue;
                    }
                    "text:tab" => Cow::Borrowed("\t"),
                    "text:line-break" => Cow::Borrowed("\n"),
                    name if is_aside(name) => {
                        self.skip()?;
                        continue;
                    }
                    _ => continue,
                },
            };
            self.sheet.count_text(address, piece.len())?;
            text.shown.get_or_insert_default().push_str(&piece);
        }
        Ok(())
    }

    /// How many blanks a `text:s` stands for: one if it does not say.
    fn blanks(&self, tag: &Tag<'_>) -> Result<usize, GuardError> {
        let found = tag.attribute("text:c").map_err(|fault| self.sheet.broken(fault.0))?;
        let count = found.map_or(Ok(1), |found| self.count("text:c", &found))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }
}

/// Whether an element inside a paragraph holds text that is not the paragraph's own.
fn is_aside(name: &str) -> bool {
    matches!(name, "text:note" | "text:ruby-text" | "text:script")
        || ["office:", "draw:", "table:"].iter().any(|prefix| name.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::super::table::read;
    use crate::exchange::workbook::{BadCellReason, Value};

    fn document(inside: &str) -> String {
        format!(
            "<office:document-content><office:body><office:spreadsheet><table:table \
             table:name='Ark1'><table:table-row><table:table-cell office:value-type='string'>{inside}\
             </table:table-cell></table:table-row></table:table></office:spreadsheet>\
             </office:body></office:document-content>"
        )
    }

    fn text(inside: &str) -> String {
        let (sheets, bad_cells) = read(&document(inside), &mut Vec::new()).unwrap();
        assert_eq!(bad_cells, []);
        match sheets[0].cell(0, 0).map(|cell| &cell.value) {
            Some(Value::Text(text)) => text.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn reads_comments_without_who_wrote_them_and_beside_what_the_cell_holds() {
        let comment = "<office:annotation><dc:creator>Ida</dc:creator>\
            <text:p>Ring til <text:span>Bo</text:span></text:p></office:annotation>";
        let inside = format!("<text:p>3</text:p>{comment}");
        let mut comments = Vec::new();
        let (sheets, _) = read(&document(&inside), &mut comments).unwrap();
        assert_eq!(comments, ["Ring til Bo"]);
        let shown = sheets[0].cell(0, 0).map(|cell| cell.value.clone());
        assert_eq!(shown, Some(crate::exchange::workbook::Value::Text("3".to_owned())));
    }

    #[test]
    fn joins_paragraphs_by_line_breaks_and_keeps_blanks() {
        assert_eq!(
            text("<text:p>linje 1</text:p> <text:p/><text:p>linje 3 </text:p>"),
            "linje 1\n\nlinje 3 "
        );
        assert_eq!(text("<text:p>  a  b\nc</text:p>"), "  a  b\nc");
        assert_eq!(
            text(
                "<text:p>a<text:s/>b<text:s text:c='3'/>c<text:tab/>d<text:line-break/>e</text:p>"
            ),
            "a b   c\td\ne"
        );
    }

    #[test]
    fn reads_formatted_text_links_fields_and_lists() {
        assert_eq!(
            text(
                "<text:p>se <text:a xlink:href='x'><text:span>Datatilsynet &amp; <text:span>KL</text:span>\
                 </text:span></text:a> på <text:sheet-name>Ark1</text:sheet-name></text:p>"
            ),
            "se Datatilsynet & KL på Ark1"
        );
        let list = "<text:list><text:list-item><text:p>et</text:p></text:list-item><text:list-item>\
                    <text:p>to</text:p></text:list-item></text:list>";
        assert_eq!(text(list), "et\nto");
    }

    #[test]
    fn leaves_comments_and_drawings_out_of_the_text() {
        assert_eq!(
            text(
                "<office:annotation><dc:creator>KL</dc:creator><text:p>note</text:p>\
                 </office:annotation><text:p>tekst<office:annotation><text:p>note</text:p>\
                 </office:annotation></text:p><draw:frame><draw:text-box><text:p>figur</text:p>\
                 </draw:text-box></draw:frame>"
            ),
            "tekst"
        );
    }

    #[test]
    fn reports_text_that_would_be_lost() {
        for inside in ["løst", "<text:p>a</text:p><table:table/>"] {
            let (sheets, bad_cells) = read(&document(inside), &mut Vec::new()).unwrap();
            assert_eq!(sheets[0].cells().count(), 0);
            assert!(matches!(bad_cells[0].reason, BadCellReason::Unreadable(_)), "{inside}");
        }
    }
}
