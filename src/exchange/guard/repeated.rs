//! Rows of one sheet that repeat what stands elsewhere, for who has no use for them.
//!
//! The hidden sheet of a workbook of ours keeps what stood in every cell when it was written, which is
//! as many cells as people fill in. Who reads a workbook by itself compares it with nothing. So the
//! rows below a certain one are left out, up to the next that has something in its first cell, before
//! the reader crate sees them. A cell goes only where the reader could not object to it: a text by a
//! number that there is, in a place behind the cell before.

use memchr::{memchr, memmem};

use super::limits::{MAX_COLUMNS, MAX_ROWS};
use super::plain::{PlainCell, place};
use super::shared_texts::SharedTexts;

/// The rows that are meant, by what stands in the row above them.
#[derive(Debug, Clone, Copy)]
pub struct RowsBelow<'a> {
    /// Name of the sheet.
    pub sheet: &'a str,
    /// The texts in the first two cells of the row above.
    pub begins: [&'a str; 2],
}

/// Where those rows stand in a workbook.
pub(super) struct Repeated {
    /// Name of the part with the sheet.
    pub(super) part: String,
    /// The numbers that either text has.
    begins: [Vec<Vec<u8>>; 2],
    /// How many shared texts there are.
    texts: usize,
}

impl Repeated {
    /// Looks the sheet and the texts up; `None` where they are not there, or not for certain.
    pub(super) fn find(
        rows: RowsBelow<'_>,
        shared_texts: &SharedTexts<'_>,
        (workbook, relations): (&[u8], &[u8]),
    ) -> Option<Self> {
        let begins = rows.begins.map(|text| shared_texts.numbers_of([text].into_iter()));
        let id = only_tag(workbook, b"<sheet ", &format!(" name=\"{}\"", rows.sheet))?;
        let id = value(id, b" r:id=\"")?;
        let target = only_tag(relations, b"<Relationship ", &format!(" Id=\"{id}\""))?;
        let target = value(target, b" Target=\"")?;
        // Another sheet may be in the same part, and every word of it counts.
        let is_its_own = only_tag(workbook, b"<sheet ", &format!(" r:id=\"{id}\"")).is_some()
            && memmem::find_iter(relations, target).count() == 1;
        let part = format!("xl/{target}");
        is_its_own.then_some(Self { part, begins, texts: shared_texts.count })
    }
}

/// The only tag of that name with that attribute, from its name to its end.
fn only_tag<'p>(part: &'p [u8], name: &[u8], attribute: &str) -> Option<&'p [u8]> {
    if memmem::find(part, b"<!").is_some() {
        return None;
    }
    let tags = memmem::find_iter(part, name).filter_map(|at| {
        let tag = part.get(at..)?;
        tag.get(..memchr(b'>', tag)?)
    });
    let mut found = tags.filter(|tag| memmem::find(tag, attribute.as_bytes()).is_some());
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// The value of an attribute of a tag.
fn value<'p>(tag: &'p [u8], attribute: &[u8]) -> Option<&'p str> {
    let after = tag.get(memmem::find(tag, attribute)?.checked_add(attribute.len())?..)?;
    std::str::from_utf8(after.get(..memchr(b'"', after)?)?).ok()
}

/// The rows of the sheet while it is gone through.
pub(super) struct Rows<'r> {
    repeated: &'r Repeated,
    /// Row and column of the cell before, counted from 1; 0 before the first.
    before: (u32, u32),
    /// A row whose first cell begins such rows, and whether the second does so, too.
    begun: Option<(u32, bool)>,
    /// Whether anything was out of its order, and nothing more is left out.
    is_over: bool,
}

impl<'r> Rows<'r> {
    /// At the beginning of the sheet.
    pub(super) fn of(repeated: &'r Repeated) -> Self {
        Self { repeated, before: (0, 0), begun: None, is_over: false }
    }

    /// Whether the cell may be left out; called for every cell in its order.
    pub(super) fn leave_out(&mut self, cell: &PlainCell<'_>) -> bool {
        let place = place(cell.attributes).map(|(column, row)| (row, column));
        let Some((row, column)) = place.filter(|place| *place > self.before) else {
            self.is_over = true;
            return false;
        };
        self.before = (row, column);
        let [first, second] = &self.repeated.begins;
        match (&mut self.begun, column) {
            (begun, 1) => {
                *begun = is_text_of(cell, first).then_some((row, false));
                false
            }
            (Some((above, is_begun)), 2) if *above == row => {
                *is_begun = is_text_of(cell, second);
                false
            }
            (Some((above, true)), _) if *above < row => {
                !self.is_over
                    && row <= MAX_ROWS
                    && column <= MAX_COLUMNS
                    && text_number(cell).is_some_and(|number| number < self.repeated.texts)
                    && cell.is_next_place_known()
            }
            _ => false,
        }
    }
}

/// Whether the cell holds the text that has one of these numbers.
fn is_text_of(cell: &PlainCell<'_>, numbers: &[Vec<u8>]) -> bool {
    text_number(cell).is_some() && numbers.iter().any(|number| number == cell.value)
}

/// The number of the shared text that the cell holds, where it is nothing else than that.
fn text_number(cell: &PlainCell<'_>) -> Option<usize> {
    let behind_place = cell.attributes.strip_prefix(b" r=\"")?;
    let mut rest = behind_place.get(memchr(b'"', behind_place)?.checked_add(1)?..)?;
    if let Some(style) = rest.strip_prefix(b" s=\"") {
        let digits = style.iter().take_while(|byte| byte.is_ascii_digit()).count();
        rest = style.get(digits..)?.strip_prefix(b"\"")?;
    }
    let is_plain = rest == b" t=\"s\"" && !cell.has_formula && cell.value.len() < 10;
    let is_number = is_plain && cell.value.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(cell.value).ok().filter(|_| is_number)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::lean::leave_out_formulas;
    use super::*;

    const TEXTS: &str =
        "<sst><si><t>baseline</t></si><si><t>threats</t></si><si><t>a</t></si></sst>";
    const BOOK: &str = "<sheets><sheet name=\"Ark\" sheetId=\"1\" r:id=\"r1\"/>\
        <sheet name=\"_skjult\" sheetId=\"2\" r:id=\"r2\"/></sheets>";
    const LINKS: &str = "<Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>\
        <Relationship Id=\"r2\" Target=\"worksheets/sheet2.xml\"/>";

    fn find(book: &str, links: &str) -> Option<Repeated> {
        let rows = RowsBelow { sheet: "_skjult", begins: ["baseline", "threats"] };
        let texts = SharedTexts::of(TEXTS.as_bytes())?;
        Repeated::find(rows, &texts, (book.as_bytes(), links.as_bytes()))
    }

    /// What is left of these rows.
    fn left_of(rows: &str) -> String {
        let repeated = find(BOOK, LINKS).unwrap();
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let mut lean = Vec::new();
        assert!(leave_out_formulas(sheet.as_bytes(), (None, Some(&repeated)), &mut lean));
        let lean = String::from_utf8(lean).unwrap();
        lean.replace("<worksheet><sheetData>", "").replace("</sheetData></worksheet>", "")
    }

    /// A row of texts by their numbers, from the first column on; nothing where there is none.
    fn row(number: u32, texts: &[Option<u32>]) -> String {
        let cells = ('A'..).zip(texts).filter_map(|(column, text)| {
            text.map(|text| format!("<c r=\"{column}{number}\" t=\"s\"><v>{text}</v></c>"))
        });
        format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
    }

    #[test]
    fn the_sheet_is_found_by_its_name_and_only_where_no_other_is_in_its_part() {
        assert_eq!(find(BOOK, LINKS).unwrap().part, "xl/worksheets/sheet2.xml");
        assert!(find(&BOOK.replace("_skjult", "_andet"), LINKS).is_none());
        assert!(find(&BOOK.replace("r1", "r2"), LINKS).is_none());
        assert!(find(&BOOK.replace("Ark", "_skjult"), LINKS).is_none());
        assert!(find(BOOK, &LINKS.replace("sheet1", "sheet2")).is_none());
        assert!(find(BOOK, &format!("<!-- -->{LINKS}")).is_none());
    }

    #[test]
    fn rows_go_from_below_the_two_texts_up_to_the_next_with_something_in_front() {
        let [begin, key] = [[Some(0), Some(1), Some(2)], [None, Some(2), Some(2)]];
        let rows = [row(1, &[Some(2)]), row(2, &key), row(3, &begin), row(4, &key), row(5, &key)];
        let behind = [row(6, &[Some(0), Some(2)]), row(7, &key)];
        let expected = [row(1, &[Some(2)]), row(2, &key), row(3, &begin), row(4, &[]), row(5, &[])];
        assert_eq!(
            left_of(&(rows.concat() + &behind.concat())),
            expected.concat() + &behind.concat()
        );
    }

    #[test]
    fn what_the_reader_might_object_to_stays_and_so_does_all_behind_what_is_out_of_order() {
        let begin = row(1, &[Some(0), Some(1)]);
        for cell in [
            "<c r=\"B2\" t=\"s\"><v>3</v></c>",
            "<c r=\"B2\" t=\"s\"><v>x</v></c>",
            "<c r=\"B2\" t=\"s\"><v></v></c>",
            "<c r=\"B2\" t=\"e\"><v>1</v></c>",
            "<c r=\"B2\"><v>1</v></c>",
            "<c r=\"B2\" t=\"s\"><f></f><v>1</v></c>",
            "<c r=\"B2\" t=\"s\"><v>1</v></c><c t=\"s\"><v>1</v></c>",
            "<c r=\"C1\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>1</v></c>\
             <c r=\"B2\" t=\"s\"><v>1</v></c>",
            "<c r=\"ZZZ2\" t=\"s\"><v>1</v></c>",
        ] {
            let rows = format!("{begin}<row r=\"2\">{cell}</row>");
            let left = left_of(&rows);
            let is_last_kept = left.ends_with(&rows[rows.len() - 20..]);
            assert!(is_last_kept, "{cell}: {left}");
        }
    }
}
