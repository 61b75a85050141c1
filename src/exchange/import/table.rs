//! Finding the sheet, its header row and its columns by what stands there, never by position.

use std::collections::BTreeMap;

use super::super::entry::{fold, folded_chars, one_line, shown};
use super::super::field::Field;
use super::super::layout::{ActionPart, Added, Column, Form, Role, all_pairs, columns};
use super::super::protocol::{Protocol, facts};
use super::super::workbook::{Cell, Region, Row, Sheet, Source, Value};
use super::Import;
use crate::finding::{Fact, nearest};
use crate::text::Lang;

/// The header row is looked for among the first rows; people put titles above it.
const HEADER_ROWS: u32 = 20;

/// Things with their places in a sheet, counted from 0.
type Placed<T> = Vec<(T, u32)>;

/// A form found in the workbook.
pub(super) struct Found<'a> {
    pub(super) form: Form,
    pub(super) sheet: &'a Sheet,
    /// Counted from 0.
    pub(super) header_row: u32,
    /// Every column that was recognised, in the order in which they are read, with its place in the
    /// sheet.
    pub(super) columns: Placed<Column>,
    /// Columns that people added, by their key, with their place.
    pub(super) extras: Placed<String>,
}

impl Found<'_> {
    /// Where a column with this role stands.
    pub(super) fn place(&self, role: Role) -> Option<u32> {
        self.columns.iter().find(|(column, _)| column.role == role).map(|(_, place)| *place)
    }
}

fn key_roles(form: Form) -> &'static [Role] {
    match form {
        Form::Activities => &[Role::ActivityId],
        Form::Threats => &[Role::ActivityId, Role::ThreatId],
        Form::Actions => &[Role::ActivityId, Role::ThreatId, Role::Action(ActionPart::What)],
    }
}

impl<'a> Import<'a> {
    /// Finds a form by its name in either language, else by a header row with its keys.
    ///
    /// Findings: `IMP003`, `IMP004`, `IMP005`, `IMP016`, `IMP020`, `IMP022`, `IMP038`, `IMP041`,
    /// `IMP045`.
    pub(super) fn find(&mut self, form: Form, protocol: &Protocol<'_>) -> Option<Found<'a>> {
        let known = known_of(form);
        let sheets = &self.incoming.workbook.sheets;
        let name = form.name();
        let by_name: Vec<&Sheet> = sheets
            .iter()
            .filter(|sheet| [name.da, name.en].iter().any(|n| fold(n) == fold(&sheet.name)))
            .collect();
        let by_header =
            || sheets.iter().filter(|sheet| form_of(sheet) == Some(form)).collect::<Vec<&Sheet>>();
        let candidates = if by_name.is_empty() { by_header() } else { by_name };
        self.forms.extend(candidates.iter().map(|sheet| sheet.name.clone()));
        let sheet = match candidates.as_slice() {
            [only] => *only,
            // Its actions stand in the cells of the other forms, too.
            [] if form == Form::Actions => {
                if !protocol.fact(&format!("{}{}", facts::COLUMNS, form.key())).is_empty() {
                    let sheet = name.pick(self.lang).to_owned();
                    self.report(self.whole_file(), Fact::SheetVanished { sheet });
                }
                return None;
            }
            // A table comes alone.
            [] if self.incoming.workbook.source != Source::Spreadsheet => return None,
            [] => {
                let present = self.incoming.workbook.tabs();
                let sheet = name.pick(self.lang).to_owned();
                self.report(self.whole_file(), Fact::SheetMissing { sheet, present });
                return None;
            }
            several => {
                let sheets = several.iter().map(|sheet| sheet.name.clone()).collect();
                let sheet = name.pick(self.lang).to_owned();
                self.report(self.whole_file(), Fact::SeveralSheets { sheet, sheets });
                return None;
            }
        };
        let Some(header_row) = header_row(sheet, form, &known) else {
            for role in key_roles(form) {
                let column = known.iter().find(|column| column.role == *role);
                let header = column.map_or("", |column| column.header(self.lang)).to_owned();
                let sheet = sheet.name.clone();
                self.report(self.whole_file(), Fact::ColumnMissing { header, sheet });
            }
            return None;
        };
        let written = protocol.extra_columns.get(&form).map_or(&[][..], Vec::as_slice);
        let (columns, extras) = self.match_columns((sheet, header_row), known, written);
        let found = Found { form, sheet, header_row, columns, extras };
        self.merged_cells(&found);
        self.outside(&found, protocol);
        self.computed(&found);
        Some(found)
    }

    /// Columns by their header: those of the form, and those that people added. `written` are the
    /// added ones that the workbook was written with.
    fn match_columns(
        &mut self,
        (sheet, header_row): (&Sheet, u32),
        known: Vec<Column>,
        written: &[Added],
    ) -> (Placed<Column>, Placed<String>) {
        let mut places: BTreeMap<usize, u32> = BTreeMap::new();
        let mut extras: Placed<String> = Vec::new();
        let row = sheet.rows().find(|(number, _)| *number == header_row).map(|(_, row)| row);
        for (place, cell) in row.into_iter().flat_map(Row::iter) {
            let header = one_line(&shown(cell));
            if header.is_empty() {
                continue;
            }
            let location = self.cell(&sheet.name, header_row, place);
            match position_of(&header, &known) {
                Some(position) if places.contains_key(&position) => {
                    self.report(location, Fact::ColumnRepeated { header });
                }
                Some(position) => {
                    places.insert(position, place);
                }
                None => {
                    let added = written.iter().find(|added| added.header == header);
                    let key = added.map_or_else(|| header.clone(), |added| added.key.clone());
                    if extras.iter().any(|(known, _)| *known == key) {
                        self.report(location, Fact::ColumnRepeated { header });
                        continue;
                    }
                    if added.is_none() {
                        let seen = known.iter().filter(|column| column.role.is_seen());
                        let headers = seen.map(|column| column.header(self.lang));
                        let nearest = nearest(&header, headers).map(str::to_owned);
                        self.report(location, Fact::ColumnUnknown { header, nearest });
                    }
                    extras.push((key, place));
                }
            }
        }
        let numbered = known.into_iter().enumerate();
        let columns = numbered.filter_map(|(at, column)| Some((column, *places.get(&at)?)));
        let mut columns: Placed<Column> = columns.collect();
        columns.sort_by_key(|(column, _)| reading_order(column.role));
        (columns, extras)
    }

    /// Merged cells among those that are read: the spreadsheet has deleted what stood in all but the
    /// first, which must not pass for cells that somebody emptied.
    fn merged_cells(&mut self, found: &Found<'_>) {
        let is_read = |region: &Region| {
            let columns = found.columns.iter().filter(|(column, _)| column.role.is_read());
            let mut places = columns.map(|(_, place)| *place);
            region.last.row > found.header_row
                && places.any(|at| (region.first.column..=region.last.column).contains(&at))
        };
        for region in found.sheet.merged.iter().filter(|region| is_read(region)) {
            let place = (region.first.row, region.first.column);
            let cells = format!("{}:{}", region.first, region.last);
            let location = self.incoming.cell(&found.sheet.name, place);
            self.report(location, Fact::MergedCells { cells });
        }
    }
}

/// Figures before what confirms them, and both before what argues for them.
fn reading_order(role: Role) -> u8 {
    match role {
        Role::Input(Field::Consequence(..)) => 0,
        Role::Input(Field::Confirmed) => 1,
        _ => 2,
    }
}

/// Every column that a form can have.
pub(in crate::exchange) fn known_of(form: Form) -> Vec<Column> {
    let pairs: Vec<_> = all_pairs().collect();
    columns(form, &pairs, &pairs)
}

/// The form that a sheet is by its header row: the one with the most keys.
pub(super) fn form_of(sheet: &Sheet) -> Option<Form> {
    let forms = [Form::Actions, Form::Threats, Form::Activities];
    forms.into_iter().find(|form| header_row(sheet, *form, &known_of(*form)).is_some())
}

/// A sheet as one of our forms.
pub(in crate::exchange) struct Recognised {
    /// Which.
    pub(in crate::exchange) form: Form,
    /// Row of its headers, counted from 0.
    pub(in crate::exchange) header_row: u32,
    /// Language of most of them.
    pub(in crate::exchange) lang: Lang,
}

/// Which form a sheet is by its headers; `None` where it is none, or has nothing to fill in: a list
/// from elsewhere may have a column "Nr.", too.
pub(in crate::exchange) fn recognised(sheet: &Sheet) -> Option<Recognised> {
    let form = form_of(sheet)?;
    let known = known_of(form);
    let header_row = header_row(sheet, form, &known)?;
    let (_, row) = sheet.rows().find(|(number, _)| *number == header_row)?;
    let is_filled_in = |cell: &Cell| {
        let column = position_of(&shown(cell), &known).and_then(|position| known.get(position));
        column.is_some_and(|column| matches!(column.role, Role::Input(_) | Role::Action(_)))
    };
    if !row.iter().any(|(_, cell)| is_filled_in(cell)) {
        return None;
    }
    let count = |lang: Lang| {
        let is_one = |text: &str| known.iter().any(|c| fold(c.header(lang)) == fold(text));
        row.iter().filter(|(_, cell)| is_one(&shown(cell))).count()
    };
    let lang = if count(Lang::En) > count(Lang::Da) { Lang::En } else { Lang::Da };
    Some(Recognised { form, header_row, lang })
}

/// The column with this header in either language.
pub(in crate::exchange) fn position_of(text: &str, known: &[Column]) -> Option<usize> {
    let is_header = |header: &String| folded_chars(header).eq(folded_chars(text));
    known.iter().position(|column| column.headers.iter().any(is_header))
}

/// The first row that has every key header of the form, counted from 0.
pub(in crate::exchange) fn header_row(sheet: &Sheet, form: Form, known: &[Column]) -> Option<u32> {
    let mut rows = sheet.rows().take_while(|(number, _)| *number < HEADER_ROWS);
    let has = |row: &Row, role: Role| {
        row.iter().any(|(_, cell)| match &cell.value {
            Value::Text(text) => position_of(text, known)
                .and_then(|position| known.get(position))
                .is_some_and(|column| column.role == role),
            _ => false,
        })
    };
    rows.find(|(_, row)| key_roles(form).iter().all(|role| has(row, *role)))
        .map(|(number, _)| number)
}
