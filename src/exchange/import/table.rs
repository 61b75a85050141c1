//! Finding the sheet, its header row and its columns by what stands there, never by position.

use std::collections::BTreeMap;

use super::super::entry::fold;
use super::super::layout::{Column, Form, Role, all_pairs, columns, inputs};
use super::super::protocol::{Protocol, facts};
use super::super::workbook::{Row, Sheet, Value};
use super::Import;
use crate::finding::{Fact, nearest};

/// The header row is looked for among the first rows; people put titles above it.
const HEADER_ROWS: u32 = 20;

/// A form found in the workbook.
pub(super) struct Found<'a> {
    pub(super) form: Form,
    pub(super) sheet: &'a Sheet,
    /// Counted from 0.
    pub(super) header_row: u32,
    /// Every column that was recognised, in the order of the table, with its place in the sheet.
    pub(super) columns: Vec<(Column, u32)>,
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
    }
}

impl<'a> Import<'a> {
    /// Finds a form by its name in either language, else by a header row with its keys.
    ///
    /// Findings: `IMP003`, `IMP004`, `IMP005`, `IMP016`, `IMP020`, `IMP022`.
    pub(super) fn find(&mut self, form: Form, protocol: &Protocol<'_>) -> Option<Found<'a>> {
        let pairs: Vec<_> = all_pairs().collect();
        let known = columns(form, &pairs, &pairs);
        let sheets = &self.incoming.workbook.sheets;
        let name = form.name();
        let by_name: Vec<&Sheet> = sheets
            .iter()
            .filter(|sheet| [name.da, name.en].iter().any(|n| fold(n) == fold(&sheet.name)))
            .collect();
        let by_header = || {
            let other = match form {
                Form::Activities => Form::Threats,
                Form::Threats => Form::Activities,
            };
            sheets
                .iter()
                .filter(|sheet| header_row(sheet, form, &known).is_some())
                .filter(|sheet| {
                    form == Form::Threats || header_row(sheet, other, &known_of(other)).is_none()
                })
                .collect::<Vec<&Sheet>>()
        };
        let candidates = if by_name.is_empty() { by_header() } else { by_name };
        let sheet = match candidates.as_slice() {
            [only] => *only,
            [] => {
                let present = sheets.iter().map(|sheet| sheet.name.clone()).collect();
                let sheet = name.pick(self.lang).to_owned();
                self.report(self.whole_file(), Fact::SheetMissing { sheet, present });
                return None;
            }
            several => {
                let sheets = several.iter().map(|sheet| sheet.name.clone()).collect();
                self.report(self.whole_file(), Fact::SeveralSheets { sheets });
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
        let columns = self.match_columns(sheet, header_row, known);
        self.vanished_columns(form, sheet, &columns, protocol);
        Some(Found { form, sheet, header_row, columns })
    }

    fn match_columns(
        &mut self,
        sheet: &Sheet,
        header_row: u32,
        known: Vec<Column>,
    ) -> Vec<(Column, u32)> {
        let mut places: BTreeMap<usize, u32> = BTreeMap::new();
        let row = sheet.rows().find(|(number, _)| *number == header_row).map(|(_, row)| row);
        for (place, cell) in row.into_iter().flat_map(Row::iter) {
            let Value::Text(text) = &cell.value else { continue };
            if text.trim().is_empty() {
                continue;
            }
            let location = self.cell(&sheet.name, header_row, place);
            match position_of(text, &known) {
                Some(position) if places.contains_key(&position) => {
                    self.report(location, Fact::ColumnRepeated { header: text.clone() });
                }
                Some(position) => {
                    places.insert(position, place);
                }
                None => {
                    let headers = known.iter().map(|column| column.header(self.lang));
                    let nearest = nearest(text, headers).map(str::to_owned);
                    self.report(location, Fact::ColumnUnknown { header: text.clone(), nearest });
                }
            }
        }
        let numbered = known.into_iter().enumerate();
        numbered.filter_map(|(at, column)| Some((column, *places.get(&at)?))).collect()
    }

    /// Input columns that were written and are no longer there: reported, not obeyed.
    fn vanished_columns(
        &mut self,
        form: Form,
        sheet: &Sheet,
        columns: &[(Column, u32)],
        protocol: &Protocol<'_>,
    ) {
        let written = protocol.fact(&format!("{}{}", facts::COLUMNS, form.key()));
        for field in inputs(form) {
            let was_there = written.split(' ').any(|key| key == field.key());
            let is_there = columns.iter().any(|(known, _)| known.role == Role::Input(field));
            if was_there && !is_there {
                let header = field.header(self.lang);
                let sheet = sheet.name.clone();
                self.report(self.whole_file(), Fact::ColumnVanished { header, sheet });
            }
        }
    }
}

fn known_of(form: Form) -> Vec<Column> {
    let pairs: Vec<_> = all_pairs().collect();
    columns(form, &pairs, &pairs)
}

fn position_of(text: &str, known: &[Column]) -> Option<usize> {
    // No two columns share a header, most stand as they were written, and folding is slow.
    let as_written = |column: &Column| column.headers.iter().any(|header| header == text);
    known.iter().position(as_written).or_else(|| {
        let wanted = fold(text);
        known.iter().position(|column| column.headers.iter().any(|header| fold(header) == wanted))
    })
}

/// The first row that has every key header of the form.
fn header_row(sheet: &Sheet, form: Form, known: &[Column]) -> Option<u32> {
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
