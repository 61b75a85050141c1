//! From the tags of `content.xml` to sheets with cells in their places.
//!
//! Only what stands in the cells and their comments is read: drawings, what a formula was computed from
//! elsewhere, and recorded changes are passed over.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::super::error::{GuardError, clip};
use super::super::filling::{Filling, Share, SheetNames, Tally};
use super::super::xml::{Fault, Node, Tag, Xml};
use super::CONTENT;
use super::value::{Content, Stored, content};
use crate::exchange::workbook::{Address, BadCell, BadCellReason, Place, Sheet, Visibility};

/// Reads the sheets, and the cells that could not be read; adds what comments say.
///
/// Errors: [`GuardError::Unreadable`], [`GuardError::NoSheets`] and all that speak of sheets and
/// cells.
pub(super) fn read(
    text: &str,
    comments: &mut Vec<String>,
) -> Result<(Vec<Sheet>, Vec<BadCell>), GuardError> {
    let fault = |fault: Fault| fault.of_part(CONTENT);
    let mut xml = Xml::new(text);
    let mut hidden = BTreeSet::new();
    let mut names = SheetNames::default();
    let mut tally = Tally::within(Share::of(1));
    let mut sheets = Vec::new();
    loop {
        let tag = match xml.next().map_err(fault)? {
            Node::Open(tag) => tag,
            Node::Close | Node::Text(_) => continue,
            Node::End => break,
        };
        match (xml.depth(), tag.name()) {
            (1, "office:document-content") | (2, "office:body") | (3, "office:spreadsheet") => {}
            (2, "office:automatic-styles") => {
                hidden.append(&mut hidden_styles(&mut xml).map_err(fault)?);
            }
            (4, "table:table") => {
                let name = tag.attribute("table:name").map_err(fault)?.unwrap_or_default();
                if is_copy_of_another_file(&name) {
                    xml.skip().map_err(fault)?;
                    continue;
                }
                names.admit(&name)?;
                let style = tag.attribute("table:style-name").map_err(fault)?.unwrap_or_default();
                let is_hidden = hidden.contains(style.as_ref());
                let visibility = if is_hidden { Visibility::Hidden } else { Visibility::Visible };
                let sheet = Filling::new(Sheet::new(name, visibility), &mut tally);
                let comments = &mut *comments;
                sheets.push(TableReading { xml: &mut xml, sheet, comments, row: 0 }.run()?);
            }
            _ => xml.skip().map_err(fault)?,
        }
    }
    if sheets.is_empty() { Err(GuardError::NoSheets) } else { Ok((sheets, tally.bad_cells)) }
}

/// LibreOffice keeps what formulas took from other files as sheets named `'file:///…'#Sheet`; no
/// sheet of a user can have such a name.
fn is_copy_of_another_file(name: &str) -> bool {
    name.starts_with('\'') && name.contains("'#")
}

/// The names of the table styles that hide a sheet.
fn hidden_styles(xml: &mut Xml<'_>) -> Result<BTreeSet<String>, Fault> {
    let outside = xml.depth().saturating_sub(1);
    let mut hidden = BTreeSet::new();
    let mut style = None;
    while xml.depth() > outside {
        let Node::Open(tag) = xml.next()? else { continue };
        match tag.name() {
            "style:style" => style = tag.attribute("style:name")?.map(Cow::into_owned),
            "style:table-properties"
                if tag.attribute("table:display")?.as_deref() == Some("false") =>
            {
                hidden.extend(style.take());
            }
            _ => {}
        }
    }
    Ok(hidden)
}

/// The same content in cells beside each other.
#[derive(Clone)]
struct Run {
    column: u32,
    columns: u32,
    content: Content,
    text_bytes: usize,
}

/// One sheet while it is being read.
pub(super) struct TableReading<'s, 't, 'x> {
    pub(super) xml: &'s mut Xml<'x>,
    pub(super) sheet: Filling<'t>,
    /// Texts of the comments on cells.
    pub(super) comments: &'s mut Vec<String>,
    /// The number of the next row.
    row: u32,
}

impl<'x> TableReading<'_, '_, 'x> {
    /// The next tag or text, as [`Xml::next`].
    pub(super) fn next(&mut self) -> Result<Node<'x>, GuardError> {
        self.xml.next().map_err(|fault| self.sheet.broken(fault.0))
    }

    /// Passes over the element that was opened last, as [`Xml::skip`].
    pub(super) fn skip(&mut self) -> Result<(), GuardError> {
        self.xml.skip().map_err(|fault| self.sheet.broken(fault.0))
    }

    /// A number that stands in an attribute; of one beyond all limits the highest possible.
    pub(super) fn count(&self, name: &str, found: &str) -> Result<u32, GuardError> {
        let is_number = !found.is_empty() && found.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number {
            return Err(self.sheet.broken(clip(&format!("{name}={found:?}"))));
        }
        Ok(found.parse().unwrap_or(u32::MAX))
    }

    /// How often a row or cell stands for itself: at least once.
    fn repetitions(&self, name: &str, found: Option<&str>) -> Result<u32, GuardError> {
        match self.count(name, found.unwrap_or("1"))? {
            0 => Err(self.sheet.broken(format!("{name}=0"))),
            count => Ok(count),
        }
    }

    /// Reads to the end of the table.
    fn run(mut self) -> Result<Sheet, GuardError> {
        let outside = self.xml.depth().saturating_sub(1);
        while self.xml.depth() > outside {
            let Node::Open(tag) = self.next()? else { continue };
            match tag.name() {
                "table:table-row" => self.read_row(&tag)?,
                "table:table-header-rows" | "table:table-rows" | "table:table-row-group" => {}
                _ => self.skip()?,
            }
        }
        Ok(self.sheet.finish())
    }

    fn read_row(&mut self, tag: &Tag<'_>) -> Result<(), GuardError> {
        const REPEATED: &str = "table:number-rows-repeated";
        let repeated = tag.attribute(REPEATED).map_err(|fault| self.sheet.broken(fault.0))?;
        let rows = self.repetitions(REPEATED, repeated.as_deref())?;
        let outside = self.xml.depth().saturating_sub(1);
        let mut runs = Vec::new();
        let mut column = 0;
        while self.xml.depth() > outside {
            let Node::Open(tag) = self.next()? else { continue };
            match tag.name() {
                // What lies under a merged cell is no longer shown, but it is still there.
                "table:table-cell" | "table:covered-table-cell" => {
                    let run = self.read_cell(&tag, column)?;
                    column = column.saturating_add(run.columns);
                    if run.content != Content::Blank {
                        runs.push(run);
                    }
                }
                _ => self.skip()?,
            }
        }
        self.place_rows(rows, runs)
    }

    fn read_cell(&mut self, tag: &Tag<'_>, column: u32) -> Result<Run, GuardError> {
        const REPEATED: &str = "table:number-columns-repeated";
        let address = Address { row: self.row, column };
        self.sheet.count_cell(address)?;
        let mut stored = Stored::default();
        let mut repeated = None;
        tag.each_attribute(|name, value| match name {
            REPEATED => repeated = Some(value),
            _ => stored.take(name, value),
        })
        .map_err(|fault| self.sheet.broken(fault.0))?;
        let columns = self.repetitions(REPEATED, repeated.as_deref())?;

        let text = self.read_text(address)?;
        let given = stored.string.as_deref().map_or(0, str::len);
        self.sheet.count_text(address, given)?;
        let text_bytes = given.max(text.shown.as_deref().map_or(0, str::len));
        let content = match text.foreign {
            Some(foreign) => Content::Bad(BadCellReason::Unreadable(foreign.to_owned())),
            None if stored.is_blank() && text.shown.is_none() => Content::Blank,
            None => content(&stored, text.shown),
        };
        self.sheet.previous = Some(address);
        Ok(Run { column, columns, content, text_bytes })
    }

    /// Puts the cells of a row, and of its repetitions, in their places.
    fn place_rows(&mut self, rows: u32, mut runs: Vec<Run>) -> Result<(), GuardError> {
        let first = self.row;
        self.row = first.saturating_add(rows);
        if runs.is_empty() {
            return Ok(());
        }
        let last = self.row.saturating_sub(1);
        for row in first..=last {
            for run in &mut runs {
                self.place_run((first, row, last), run)?;
            }
        }
        Ok(())
    }

    /// Puts the cells of a run into a row that stands between the first and the last of its kind.
    fn place_run(
        &mut self,
        (first, row, last): (u32, u32, u32),
        run: &mut Run,
    ) -> Result<(), GuardError> {
        let last_column = run.column.saturating_add(run.columns).saturating_sub(1);
        for column in run.column..=last_column {
            let address = Address { row, column };
            // The very first was counted when it was read.
            if (row, column) != (first, run.column) {
                self.sheet.count_cell(address)?;
                self.sheet.count_text(address, run.text_bytes)?;
            }
            self.sheet.refuse_address(address)?;
            // The last place, nearly always the only one, takes the content as it is.
            let content = if (row, column) == (last, last_column) {
                std::mem::replace(&mut run.content, Content::Blank)
            } else {
                run.content.clone()
            };
            self.place(address, content)?;
        }
        Ok(())
    }

    fn place(&mut self, address: Address, content: Content) -> Result<(), GuardError> {
        match content {
            Content::Blank => Ok(()),
            Content::Filled(cell) => self.sheet.place(address, cell),
            Content::Bad(reason) => self.sheet.note(Place::At(address), reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::limits::{MAX_COLUMNS, MAX_ROWS};
    use super::*;
    use crate::exchange::workbook::{Cell, Value};

    fn document(inside: &str) -> String {
        format!(
            "<office:document-content><office:automatic-styles><style:style style:name='vist'>\
             <style:table-properties table:display='true'/></style:style><style:style \
             style:name='skjult'><style:table-properties table:display='false'/></style:style>\
             </office:automatic-styles><office:body><office:spreadsheet>{inside}\
             </office:spreadsheet></office:body></office:document-content>"
        )
    }

    fn sheet(rows: &str) -> Result<(Sheet, Vec<BadCell>), GuardError> {
        let table = format!("<table:table table:name='Ark1'>{rows}</table:table>");
        let (mut sheets, bad_cells) = read(&document(&table), &mut Vec::new())?;
        Ok((sheets.remove(0), bad_cells))
    }

    /// Every cell as `A1=text`.
    fn seen(rows: &str) -> Vec<String> {
        let (sheet, bad_cells) = sheet(rows).unwrap();
        assert_eq!(bad_cells, []);
        let shown = |cell: &Cell| match &cell.value {
            Value::Text(text) => text.clone(),
            other => format!("{other:?}"),
        };
        sheet.cells().map(|(address, cell)| format!("{address}={}", shown(cell))).collect()
    }

    fn cell(text: &str) -> String {
        format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>")
    }

    #[test]
    fn finds_rows_in_headers_and_groups_hidden_or_not() {
        let row = |text: &str| format!("<table:table-row>{}</table:table-row>", cell(text));
        let rows = format!(
            "<table:table-column table:number-columns-repeated='3'/><table:table-header-rows>{}\
             </table:table-header-rows><table:table-row-group table:display='false'>\
             <table:table-row-group>{}</table:table-row-group>{}</table:table-row-group>\
             <table:table-row table:visibility='filter'>{}</table:table-row>",
            row("a"),
            row("b"),
            row("c"),
            cell("d")
        );
        assert_eq!(seen(&rows), ["A1=a", "A2=b", "A3=c", "A4=d"]);
    }

    #[test]
    fn repeats_rows_and_cells_and_skips_blanks_of_any_number() {
        let rows = format!(
            "<table:table-row table:number-rows-repeated='2'><table:table-cell \
             table:number-columns-repeated='2' office:value-type='boolean' \
             office:boolean-value='true'/><table:covered-table-cell/>{}<table:table-cell \
             table:number-columns-repeated='99999999999'/></table:table-row><table:table-row \
             table:number-rows-repeated='7'><table:table-cell/></table:table-row>\
             <table:table-row><table:table-cell table:number-columns-repeated='26'/>{}\
             </table:table-row><table:table-row table:number-rows-repeated='99999999999'/>",
            cell("x"),
            cell("y")
        );
        let expected = [
            "A1=Boolean(true)",
            "B1=Boolean(true)",
            "D1=x",
            "A2=Boolean(true)",
            "B2=Boolean(true)",
            "D2=x",
            "AA10=y",
        ];
        assert_eq!(seen(&rows), expected);
    }

    #[test]
    fn reads_what_lies_under_a_merged_cell_in_its_place() {
        let rows = format!(
            "<table:table-row>{}<table:covered-table-cell><text:p>under</text:p>\
             </table:covered-table-cell>{}</table:table-row>",
            cell("over"),
            cell("beside")
        );
        assert_eq!(seen(&rows), ["A1=over", "B1=under", "C1=beside"]);
    }

    #[test]
    fn tells_hidden_sheets_and_leaves_copies_of_other_files_out() {
        let table = |name: &str, style: &str| {
            format!("<table:table table:name=\"{name}\" table:style-name='{style}'/>")
        };
        let tables = [
            table("Ark &amp; æøå", "vist"),
            table("_risiko", "skjult"),
            table("'file:///tmp/anden.ods'#Ark1", "skjult"),
            "<table:dde-links>".to_owned() + &table("kilde", "") + "</table:dde-links>",
            table("Ark3", "ukendt"),
        ];
        let (sheets, _) = read(&document(&tables.concat()), &mut Vec::new()).unwrap();
        let seen: Vec<_> = sheets.iter().map(|s| (s.name.as_str(), s.visibility)).collect();
        let expected = [
            ("Ark & æøå", Visibility::Visible),
            ("_risiko", Visibility::Hidden),
            ("Ark3", Visibility::Visible),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn takes_the_last_row_and_column_and_refuses_the_next() {
        let at = |row: u32, column: u32| {
            format!(
                "<table:table-row table:number-rows-repeated='{row}'/><table:table-row>\
                 <table:table-cell table:number-columns-repeated='{column}'/>{}</table:table-row>",
                cell("x")
            )
        };
        assert_eq!(seen(&at(MAX_ROWS - 1, MAX_COLUMNS - 1)), ["SR20000=x"]);
        let refused = |row, column| sheet(&at(row, column)).unwrap_err();
        assert!(matches!(refused(MAX_ROWS, 1), GuardError::TooManyRows { .. }));
        assert!(matches!(refused(1, MAX_COLUMNS), GuardError::TooManyColumns { .. }));
    }

    #[test]
    fn refuses_a_sheet_whose_repetitions_are_no_number() {
        for found in ["", "0", "-1", "1e3", "æ"] {
            for rows in [
                format!("<table:table-row table:number-rows-repeated='{found}'/>"),
                format!(
                    "<table:table-row><table:table-cell table:number-columns-repeated='{found}'/>\
                     </table:table-row>"
                ),
            ] {
                let error = sheet(&rows).unwrap_err();
                assert!(matches!(error, GuardError::BrokenSheet { .. }), "{rows}: {error}");
            }
        }
    }

    #[test]
    fn tells_after_which_cell_a_sheet_breaks() {
        let rows = format!("<table:table-row>{}{}<oops", cell("a"), cell("b"));
        let GuardError::BrokenSheet { after, .. } = sheet(&rows).unwrap_err() else {
            panic!("another reason")
        };
        assert_eq!(after, Some(Address { row: 0, column: 1 }));
    }

    #[test]
    fn lists_every_copy_of_a_cell_that_cannot_be_read() {
        let rows = "<table:table-row table:number-rows-repeated='2'><table:table-cell \
                    office:value-type='float' office:value='NaN' \
                    table:number-columns-repeated='2'/></table:table-row>";
        let (sheet, bad_cells) = sheet(rows).unwrap();
        assert_eq!(sheet.cells().count(), 0);
        let places: Vec<_> = bad_cells.iter().map(|cell| cell.row_column()).collect();
        assert_eq!(places, [(0, 0), (0, 1), (1, 0), (1, 1)]);
        assert!(bad_cells.iter().all(|cell| cell.reason == BadCellReason::NotFinite));
    }
}
