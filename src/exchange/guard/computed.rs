//! Columns of which the cells with formulas need not be read, for who wants only what people filled in.
//!
//! Of a workbook of ours half of what is filled in is computed. Who reads a hundred workbooks names
//! the headers of such columns, and the cells with formulas below them are left out before the
//! reader crate sees them; so are cells that are blank. Not all: those of the first row with any
//! stay, so that it can still be told whether a column computes or holds results that were pasted.
//!
//! Headers are texts that sheets name by their number, so those are looked up first. Where anything
//! is not written as plainly as programs write it, nothing is left out.

use memchr::memmem;

use super::plain::{PlainCell, is_sound, place};
use super::shared_texts::SharedTexts;

/// A header stands among the first rows.
const HEADER_ROWS: u32 = 20;

/// The numbers of headers among the shared texts of a workbook.
pub(super) struct Computed {
    numbers: Vec<Vec<u8>>,
}

impl Computed {
    /// Looks the headers up among the shared texts; a text may stand there several times.
    pub(super) fn among(shared_texts: &SharedTexts<'_>, headers: &[String]) -> Self {
        Self { numbers: shared_texts.numbers_of(headers.iter().map(String::as_str)) }
    }
}

/// The columns of a sheet while it is gone through.
pub(super) struct Columns<'c> {
    computed: &'c Computed,
    /// Those with such a header.
    found: Vec<u32>,
    /// The first row below with a formula in one of them.
    first: Option<u32>,
}

impl<'c> Columns<'c> {
    /// None is known yet.
    pub(super) fn of(computed: &'c Computed) -> Self {
        Self { computed, found: Vec::new(), first: None }
    }

    /// Whether the cell may be left out; called for every cell in its order.
    pub(super) fn leave_out(&mut self, cell: &PlainCell<'_>) -> bool {
        let Some((column, row)) = place(cell.attributes) else { return false };
        let is_place_of_next_known = cell.is_next_place_known();
        if !cell.has_formula {
            self.note_header(cell, (column, row));
            return cell.value.is_empty() && is_place_of_next_known;
        }
        if !self.found.contains(&column) {
            return false;
        }
        let first = *self.first.get_or_insert(row);
        is_place_of_next_known && first != row && is_sound(cell.formula) && is_sound(cell.value)
    }

    fn note_header(&mut self, cell: &PlainCell<'_>, (column, row): (u32, u32)) {
        if row <= HEADER_ROWS
            && memmem::find(cell.attributes, b" t=\"s\"").is_some()
            && self.computed.numbers.iter().any(|number| number == cell.value)
        {
            self.found.push(column);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lean::leave_out_formulas;
    use super::*;

    fn computed(shared_texts: &str) -> Option<Computed> {
        let headers = ["Risiko & rest".to_owned(), "_orden".to_owned()];
        Some(Computed::among(&SharedTexts::of(shared_texts.as_bytes())?, &headers))
    }

    /// The rows of a sheet whose column B has the header number 1, and what is left of them.
    fn left_of(rows: &str) -> (String, String) {
        let texts = "<sst><si><t>Nr.</t></si><si><t>Risiko &amp; rest</t></si></sst>";
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let mut lean = Vec::new();
        assert!(leave_out_formulas(sheet.as_bytes(), (computed(texts).as_ref(), None), &mut lean));
        let lean = String::from_utf8(lean).unwrap();
        let inside = |text: &str| {
            text.replace("<worksheet><sheetData>", "").replace("</sheetData></worksheet>", "")
        };
        (inside(&sheet), inside(&lean))
    }

    const HEADERS: &str = "<row r=\"4\"><c r=\"A4\" s=\"2\" t=\"s\"><v>0</v></c>\
        <c r=\"B4\" t=\"s\"><v>1</v></c></row>";

    #[test]
    fn headers_are_found_by_their_number_however_often_they_stand_there() {
        let texts = "<sst><si><t>a</t></si><si><t xml:space=\"preserve\">_orden</t></si><si><r><t>b</t>\
            </r></si><si><t>_orden</t></si><si><t>Risiko &amp; rest</t></si></sst>";
        assert_eq!(computed(texts).unwrap().numbers, [b"1", b"3", b"4"]);
    }

    #[test]
    fn nothing_is_looked_up_where_the_numbers_cannot_be_trusted() {
        for surprise in
            ["<!-- <si> -->", "<![CDATA[<si>]]>", "<si/>", "<si >a</si>", "<x:si></x:si>"]
        {
            assert!(computed(&format!("<sst>{surprise}<si><t>_orden</t></si></sst>")).is_none());
        }
    }

    #[test]
    fn below_such_a_header_formulas_are_left_out_from_their_second_row_on() {
        let row = |number: u8| {
            format!(
                "<row r=\"{number}\"><c r=\"A{number}\"><f></f><v>1</v></c>\
                 <c r=\"B{number}\"><f></f><v>2</v></c><c r=\"C{number}\"><v>3</v></c></row>"
            )
        };
        let (_, left) = left_of(&format!("{HEADERS}{}{}", row(5), row(6)));
        let second = row(6).replace("<c r=\"B6\"><f></f><v>2</v></c>", "");
        assert_eq!(left, format!("{HEADERS}{}{second}", row(5)));
    }

    #[test]
    fn what_somebody_typed_below_such_a_header_stays() {
        let rows = format!(
            "{HEADERS}<row r=\"5\"><c r=\"B5\"><f></f><v>2</v></c></row>\
            <row r=\"6\"><c r=\"B6\"><v>2</v></c></row>"
        );
        let (whole, left) = left_of(&rows);
        assert_eq!(whole, left);
    }

    #[test]
    fn blank_cells_are_left_out_where_the_next_cell_says_its_place() {
        let row = "<row r=\"5\"><c r=\"A5\" s=\"1\"/><c r=\"C5\" s=\"1\"/><c s=\"2\"><v>1</v></c>\
            <c s=\"3\"/><c r=\"F5\"></c></row>";
        let (_, left) = left_of(&format!("{HEADERS}{row}"));
        let expected =
            "<row r=\"5\"><c r=\"C5\" s=\"1\"/><c s=\"2\"><v>1</v></c><c s=\"3\"/></row>";
        assert_eq!(left, format!("{HEADERS}{expected}"));
    }

    #[test]
    fn a_text_far_below_is_no_header() {
        let rows = HEADERS.replace('4', "21");
        let more = "<row r=\"22\"><c r=\"B22\"><f></f><v>2</v></c></row>\
            <row r=\"23\"><c r=\"B23\"><f></f><v>2</v></c></row>";
        let (whole, left) = left_of(&format!("{rows}{more}"));
        assert_eq!(whole, left);
    }
}
