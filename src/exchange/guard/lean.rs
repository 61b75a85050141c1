//! Sheets without the texts of their formulas, and on request without what is computed and blank.
//!
//! Only whether a cell has a formula is kept of it, yet most bytes of a workbook of ours are the
//! texts of formulas, and the reader crate unfolds each into a string of its own. Leaving the texts
//! out before it reads costs a quarter of what it saves.
//!
//! What comes out must be read exactly as the part itself would be. So the part is followed from
//! its first cell, tag by tag, as long as it is written as plainly as programs write it; the first
//! surprise and all behind it stays as it is. A text with an error in it stays too, since the
//! reader reports it.

use memchr::memmem;

use super::computed::{Columns, Computed};
use super::plain::{first_row, is_sound, next_cell};
use super::repeated::{Repeated, Rows};

/// Copies the part into `lean` without the texts of its formulas, and without the cells that
/// `computed` and `repeated` name; `false` where it is no sheet that could be followed to its first
/// cell, or to its last one where cells are left out.
pub(super) fn leave_out_formulas(
    part: &[u8],
    (computed, repeated): (Option<&Computed>, Option<&Repeated>),
    lean: &mut Vec<u8>,
) -> bool {
    lean.clear();
    let Some(mut rest) = first_row(part) else { return false };
    let mut kept = part;
    let mut columns = computed.map(Columns::of);
    let mut rows = repeated.map(Rows::of);
    let mut lacks_cells = false;
    while let Some(cell) = next_cell(rest) {
        let is_cell_left_out = columns.as_mut().is_some_and(|columns| columns.leave_out(&cell))
            || rows.as_mut().is_some_and(|rows| rows.leave_out(&cell));
        lacks_cells |= is_cell_left_out;
        let left_out = if is_cell_left_out {
            Some((cell.begin, cell.after))
        } else if !cell.formula.is_empty() && is_sound(cell.formula) {
            Some((cell.at_formula, cell.after_formula))
        } else {
            None
        };
        if let Some((from, to)) = left_out {
            let before = kept.len().saturating_sub(from.len());
            lean.extend_from_slice(kept.get(..before).unwrap_or_default());
            kept = to;
        }
        rest = cell.after;
    }
    lean.extend_from_slice(kept);
    // A cell behind a surprise may have its place by the cells before it.
    !lacks_cells || is_end_of_cells(rest)
}

/// Whether no cell stands here before the end of the sheet's cells.
fn is_end_of_cells(rest: &[u8]) -> bool {
    let cells = memmem::find(rest, b"</sheetData>").and_then(|end| rest.get(..end));
    cells.is_some_and(|cells| memmem::find(cells, b"<c").is_none())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use proptest::prelude::*;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::super::repeated::RowsBelow;
    use super::super::shared_texts::SharedTexts;
    use super::super::{quiet, stream};
    use super::*;
    use crate::exchange::workbook::{Address, Cell, Value, Workbook};

    fn lean(part: &str) -> Option<String> {
        let mut lean = Vec::new();
        leave_out_formulas(part.as_bytes(), (None, None), &mut lean)
            .then(|| String::from_utf8(lean).unwrap())
    }

    /// A sheet with these cells in its first row, and the same after the formulas were left out.
    fn cells(cells: &str) -> (String, String) {
        let sheet = |cells: &str| {
            format!(
                "<?xml version=\"1.0\"?><worksheet xmlns='x'><dimension ref=\"A1\"/><sheetData>\
                 <row r=\"1\">{cells}</row><row r=\"2\"/></sheetData><f>behind</f></worksheet>"
            )
        };
        let text = lean(&sheet(cells)).unwrap();
        let start = text.find("<row r=\"1\">").unwrap() + 11;
        let end = text.find("</row><row r=\"2\"/></sheetData><f>behind</f></worksheet>").unwrap();
        (sheet(cells), text[start..end].to_owned())
    }

    #[test]
    fn leaves_out_the_texts_of_formulas_and_nothing_else() {
        for (written, expected) in [
            ("<c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"2\"/>", None),
            ("<c r=\"A1\"><f>1+1</f><v>2</v></c>", Some("<c r=\"A1\"><f></f><v>2</v></c>")),
            (
                "<c r=\"A1\" s=\"3\"/><c r=\"B1\" t=\"str\"><f>A1&amp;\"'æ\"&lt;\"\"</f><v>'</v></c>",
                Some("<c r=\"A1\" s=\"3\"/><c r=\"B1\" t=\"str\"><f></f><v>'</v></c>"),
            ),
            (
                "<c r=\"A1\"><f t=\"shared\" si=\"0\"/></c><c r=\"B1\"><f aca=\"false\">1</f></c>",
                Some(
                    "<c r=\"A1\"><f t=\"shared\" si=\"0\"/></c><c r=\"B1\"><f aca=\"false\"></f></c>",
                ),
            ),
        ] {
            let (_, found) = cells(written);
            assert_eq!(found, expected.unwrap_or(written));
        }
    }

    #[test]
    fn touches_no_text_with_an_error_in_it() {
        for text in ["A1&b;", "A1&", "&#65;", "&lt", "&amp ;"] {
            let written = format!("<c r=\"A1\"><f>{text}</f></c><c r=\"B1\"><f>1</f></c>");
            let expected = format!("<c r=\"A1\"><f>{text}</f></c><c r=\"B1\"><f></f></c>");
            assert_eq!(cells(&written).1, expected);
        }
    }

    #[test]
    fn stops_at_the_first_surprise() {
        for surprise in [
            "<!-- <c r=\"A1\"> -->",
            "<c r='A1'/>",
            "<c r=\">\"/>",
            "<c r=\"A1\" s=\"<c r=\"/>",
            "<c r=\"A1\"><v><f>1</f></v></c>",
            "<c r=\"A1\"><is><t>a</t></is></c>",
            "<c r=\"A1\"><f>1<b/></f></c>",
            "<c r=\"A1\"><f>1</f ></c>",
            "<cell/>",
            " ",
            "text",
            "</c>",
        ] {
            let written = format!("<c r=\"A1\"/>{surprise}<c r=\"A2\"><f>A1</f></c>");
            assert_eq!(cells(&written).1, written);
        }
    }

    #[test]
    fn does_not_begin_where_something_else_may_look_like_a_sheet() {
        let rows = "<sheetData><row><c r=\"A1\"><f>B2</f></c></row></sheetData>";
        let found = lean(&format!("<worksheet>{rows}</worksheet>"));
        assert!(found.is_some_and(|found| !found.contains("B2")));
        for head in [
            "<worksheet><!-- -->",
            "<worksheet><?x ?>",
            "<worksheet a=\"",
            "<worksheet a='>",
            "<worksheet a=\"<b c='>'\">",
            "<worksheet>text",
            "<worksheet><x:sheetData/>",
            "<worksheet ",
        ] {
            assert_eq!(lean(&format!("{head}{rows}</worksheet>")), None, "{head}");
        }
        assert_eq!(lean("<sst/>"), None);
    }

    /// A container with that one sheet.
    fn package(sheet: &[u8]) -> Vec<u8> {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let link = |id: &str, kind: &str, target: &str| {
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
                 <Relationship Id=\"{id}\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
            )
        };
        let workbook = format!(
            "<workbook xmlns:r=\"{office}\"><sheets><sheet name=\"Ark\" sheetId=\"1\" r:id=\"a\"/>\
             </sheets></workbook>"
        );
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in [
            ("_rels/.rels", link("w", "officeDocument", "xl/workbook.xml").as_bytes()),
            ("xl/_rels/workbook.xml.rels", link("a", "worksheet", "worksheets/a.xml").as_bytes()),
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/sharedStrings.xml", TEXTS.as_bytes()),
            ("xl/worksheets/a.xml", sheet),
        ] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// What is filled in, and not computed in column C.
    fn filled_in(workbook: Workbook) -> Vec<(Address, Cell)> {
        let cells = workbook.sheets.into_iter().flat_map(|sheet| {
            sheet.cells().map(|(at, cell)| (at, cell.clone())).collect::<Vec<_>>()
        });
        cells.filter(|(at, cell)| at.column != 2 || !cell.has_formula).collect()
    }

    const SHEET: &str = "<?xml version=\"1.0\"?><worksheet><dimension ref=\"A1:C2\"/><sheetData>\
        <row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" s=\"1\"/>\
        <c r=\"C1\" t=\"str\"><f>IF(A1=\"\",\"<v>\",1&amp;2)</f><v>12</v></c></row><row r=\"2\">\
        <c r=\"A2\"><f t=\"shared\" ref=\"A2:A3\" si=\"0\">A1+1&gt;B1</f><v>3</v></c>\
        <c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>4.5</v></c><c r=\"C2\"><f>1</f></c></row>\
        </sheetData><pageMargins left=\"0.7\"/></worksheet>";

    const TEXTS: &str = "<sst><si><t>en</t></si><si><t>to</t></si></sst>";

    /// Column C has the header that is looked for.
    const COMPUTED: &str = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>\
        <c r=\"C1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"/>\
        <c r=\"C2\"><f>A2</f><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><f>A2</f><v>2</v></c>\
        <c r=\"B3\" s=\"1\"/><c r=\"C3\" t=\"str\"><f>A3</f><v>a</v></c><c r=\"D3\"><v>3</v></c></row>\
        <row r=\"4\"><c r=\"B4\" s=\"1\"/><c><v>4</v></c><c r=\"D4\"><v>5</v></c></row>\
        </sheetData></worksheet>";

    /// The rows behind the first repeat something, up to the fourth.
    const REPEATED: &str = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>\
        <c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c>\
        <c r=\"C2\" s=\"1\" t=\"s\"><v>0</v></c></row><row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c>\
        <c r=\"D3\"><v>3</v></c></row><row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c>\
        <c r=\"B4\" t=\"s\"><v>1</v></c></row></sheetData></worksheet>";

    /// The rows of the only sheet of [`package`] below the texts number 0 and 1.
    fn repeated() -> Repeated {
        let rows = RowsBelow { sheet: "Ark", begins: ["en", "to"] };
        let book = b"<sheet name=\"Ark\" r:id=\"a\"/>";
        let links = b"<Relationship Id=\"a\" Target=\"worksheets/a.xml\"/>";
        Repeated::find(rows, &SharedTexts::of(TEXTS.as_bytes()).unwrap(), (book, links)).unwrap()
    }

    const PIECES: [&str; 24] = [
        "<",
        ">",
        "\"",
        "'",
        "/",
        "&",
        "&b;",
        "&amp;",
        "<f>",
        "</f>",
        "<f t=\"shared\" si=\"1\">",
        "<v>",
        "</v>",
        "<c r=\"D9\">",
        "</c>",
        "<c t='str'>",
        "<row>",
        "</row>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<is><t>",
        "<?a ",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

        #[test]
        fn a_damaged_sheet_is_read_as_if_its_formulas_were_there(
            damage in prop::collection::vec((0..SHEET.len(), 0..12_usize, 0..PIECES.len()), 1..5),
            is_plain_quote in any::<bool>(),
        ) {
            let mut sheet = SHEET.replace("<v>\",1", "&lt;v>\",1").into_bytes();
            for (at, length, piece) in damage {
                let at = at.min(sheet.len());
                let end = (at + length).min(sheet.len());
                let piece = if is_plain_quote { "\"" } else { PIECES[piece] };
                sheet.splice(at..end, piece.bytes()).for_each(drop);
            }
            let mut lean = Vec::new();
            if leave_out_formulas(&sheet, (None, None), &mut lean) {
                let [whole, lean] = [&sheet, &lean]
                    .map(|sheet| quiet::contain(|| stream::read(&package(sheet))));
                prop_assert_eq!(whole, lean);
            }
        }

        #[test]
        fn a_damaged_sheet_keeps_what_is_filled_in_without_what_is_computed(
            damage in prop::collection::vec((0..COMPUTED.len(), 0..12_usize, 0..PIECES.len()), 0..4),
        ) {
            let mut sheet = COMPUTED.as_bytes().to_vec();
            for (at, length, piece) in damage {
                let at = at.min(sheet.len());
                let end = (at + length).min(sheet.len());
                sheet.splice(at..end, PIECES[piece].bytes()).for_each(drop);
            }
            let texts = SharedTexts::of(TEXTS.as_bytes()).unwrap();
            let computed = Computed::among(&texts, &["to".to_owned()]);
            let mut lean = Vec::new();
            if leave_out_formulas(&sheet, (Some(&computed), None), &mut lean) {
                let whole = quiet::contain(|| stream::read(&package(&sheet)));
                // Whatever cannot be read is read once more without leaving anything out.
                if let Ok(Ok(whole)) = whole
                    && let Ok(Ok(lean)) = quiet::contain(|| stream::read(&package(&lean)))
                    && whole.bad_cells.is_empty() && lean.bad_cells.is_empty()
                {
                    prop_assert_eq!(filled_in(whole), filled_in(lean));
                }
            }
        }

        #[test]
        fn a_damaged_sheet_loses_only_texts_that_are_repeated_and_no_complaint(
            damage in prop::collection::vec((0..REPEATED.len(), 0..12_usize, 0..PIECES.len()), 0..4),
        ) {
            let mut sheet = REPEATED.as_bytes().to_vec();
            for (at, length, piece) in damage {
                let at = at.min(sheet.len());
                let end = (at + length).min(sheet.len());
                sheet.splice(at..end, PIECES[piece].bytes()).for_each(drop);
            }
            let mut lean = Vec::new();
            if leave_out_formulas(&sheet, (None, Some(&repeated())), &mut lean) {
                let [whole, lean] = [&sheet, &lean]
                    .map(|sheet| quiet::contain(|| stream::read(&package(sheet))));
                let (Ok(Ok(whole)), Ok(Ok(lean))) = (&whole, &lean) else {
                    prop_assert_eq!(whole.is_ok_and(|w| w.is_ok()), lean.is_ok_and(|l| l.is_ok()));
                    return Ok(());
                };
                // Where there is any, the whole is read, and all of them are said.
                prop_assert_eq!(whole.bad_cells.is_empty(), lean.bad_cells.is_empty());
                if !lean.bad_cells.is_empty() {
                    return Ok(());
                }
                let (whole, lean) = (&whole.sheets[0], &lean.sheets[0]);
                let is_kept = |(at, cell): (Address, &Cell)| whole.cell(at.row, at.column) == Some(cell);
                let may_go = |(at, cell): (Address, &Cell)| {
                    at.column > 0 && matches!(cell.value, Value::Text(_)) && !cell.has_formula
                };
                let is_lost = |(at, _): &(Address, &Cell)| lean.cell(at.row, at.column).is_none();
                let is_all_kept = lean.cells().all(is_kept);
                let is_only_repeated = whole.cells().filter(is_lost).all(may_go);
                prop_assert!(is_all_kept && is_only_repeated);
            }
        }
    }
}
