//! A sheet that a municipality made itself, read by a mapping.

use std::collections::BTreeMap;

use super::super::entry::{Words, fold};
use super::super::field::Field;
use super::super::import::{
    ForeignRows, Given, ImportOutcome, Incoming, Subject, Target, import_foreign,
};
use super::super::layout::{Form, inputs};
use super::super::workbook::{Row, Sheet, Visibility};
use super::cells::{self, LevelWords, folded, has_content, is_bad, is_filled, key_text};
use super::headers::{Headers, best_row};
use crate::domain::{ActivityId, Mapped, Mapping, ThreatId};
use crate::finding::{Fact, Location, RowReason, nearest};
use crate::text::Lang;

/// Reads a sheet into a copy of the assessment, as a mapping says. Every row is taken or named.
///
/// Findings: `IMP003`, `IMP004`, `IMP006`–`IMP008`, `IMP010`–`IMP012`, `IMP016`, `IMP020`, `IMP021`,
/// `IMP023`–`IMP027`, all in one run.
#[must_use]
pub fn import_mapped(
    incoming: Incoming<'_>,
    mapping: &Mapping,
    target: Target<'_>,
    lang: Lang,
) -> ImportOutcome {
    let mut reading = Reading {
        incoming,
        mapping,
        target,
        lang,
        levels: LevelWords {
            likelihood: folded(&mapping.likelihood),
            consequence: folded(&mapping.consequence),
        },
        activities: folded(&mapping.activities),
        threats: folded(&mapping.threats),
        seen: BTreeMap::new(),
        rows: ForeignRows::default(),
    };
    if let Some(found) = reading.find() {
        reading.read(&found);
    }
    import_foreign(incoming, target, lang, reading.rows)
}

/// Where a mapping's columns stand.
#[derive(Debug)]
pub(in crate::exchange) struct MappedSheet<'a> {
    /// The sheet.
    pub(in crate::exchange) sheet: &'a Sheet,
    /// Its header row; empty where no header of the mapping was found.
    pub(in crate::exchange) headers: Headers,
    /// How many of the mapping's headers stand there.
    pub(in crate::exchange) count: usize,
}

/// The sheets that a mapping may mean, those with most of its headers first; among equals the
/// visible before the hidden.
pub(in crate::exchange) fn candidates<'a>(
    sheets: &'a [Sheet],
    mapping: &Mapping,
) -> Vec<MappedSheet<'a>> {
    let is_meant =
        |sheet: &&Sheet| mapping.sheet.as_ref().is_none_or(|name| fold(name) == fold(&sheet.name));
    let only = mapping.header_row.map(|row| row.saturating_sub(1));
    let count = |headers: &Headers| {
        mapping.columns.iter().filter(|(header, _)| !headers.places(header).is_empty()).count()
    };
    let found = sheets.iter().filter(is_meant).map(|sheet| {
        let row = only.unwrap_or_default();
        let none = || (Headers { row, texts: Vec::new() }, 0);
        let (headers, count) = best_row(sheet, only, count).unwrap_or_else(none);
        MappedSheet { sheet, headers, count }
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|found| {
        (std::cmp::Reverse(found.count), found.sheet.visibility != Visibility::Visible)
    });
    found
}

struct Reading<'a> {
    incoming: Incoming<'a>,
    mapping: &'a Mapping,
    target: Target<'a>,
    lang: Lang,
    levels: LevelWords,
    activities: BTreeMap<String, ActivityId>,
    threats: BTreeMap<String, ThreatId>,
    /// Rows met so far, with the number of the row, counted from 0.
    seen: BTreeMap<Subject, u32>,
    rows: ForeignRows,
}

/// The sheet that is read, and what its columns hold.
struct Found<'a> {
    sheet: &'a Sheet,
    header_row: u32,
    activity: u32,
    /// Missing: the sheet names no threats.
    threat: Option<u32>,
    /// Columns with values, and the fields that they give.
    values: Vec<(u32, Vec<Field>)>,
    /// Fields that a threat can have.
    of_threat: Vec<Field>,
    /// Fields that an activity can have.
    of_activity: Vec<Field>,
}

impl<'a> Found<'a> {
    fn new(sheet: &'a Sheet, header_row: u32, columns: &[(u32, &[Mapped])]) -> Option<Self> {
        let place = |wanted: &Mapped| {
            let found = columns.iter().find(|(_, meant)| meant.contains(wanted));
            found.map(|(column, _)| *column)
        };
        let values = columns.iter().map(|(column, meant)| {
            let fields: Vec<Field> = meant.iter().filter_map(field_of).collect();
            (*column, fields)
        });
        Some(Self {
            sheet,
            header_row,
            activity: place(&Mapped::Activity)?,
            threat: place(&Mapped::Threat),
            values: values.filter(|(_, fields)| !fields.is_empty()).collect(),
            of_threat: inputs(Form::Threats).collect(),
            of_activity: inputs(Form::Activities).collect(),
        })
    }

    /// Whether one of the mapping's values stands in a row.
    fn has_value(&self, cells: &Row) -> bool {
        self.values.iter().filter_map(|(column, _)| cells.get(*column)).any(is_filled)
    }

    /// What a field of a row is about: the threat where it can have the field, else the activity.
    /// `None` where only a threat can have it and the row names none.
    fn holder(&self, field: Field, subject: &Subject) -> Option<Subject> {
        match subject {
            (_, Some(_)) if self.of_threat.contains(&field) => Some(subject.clone()),
            (_, None) if !self.of_activity.contains(&field) => None,
            (activity, _) => Some((activity.clone(), None)),
        }
    }
}

impl<'a> Reading<'a> {
    fn report(&mut self, sheet: &Sheet, cell: (u32, u32), fact: Fact) {
        self.rows.findings.push(self.incoming.cell(&sheet.name, cell), fact);
    }

    fn report_file(&mut self, fact: Fact) {
        self.rows.findings.push(Location::File(self.incoming.file.to_owned()), fact);
    }

    /// The one sheet that has every header of the mapping.
    fn find(&mut self) -> Option<Found<'a>> {
        let workbook = self.incoming.workbook;
        let mapping = self.mapping;
        let found = candidates(&workbook.sheets, mapping);
        let all = mapping.columns.len();
        let Some(best) = found.first() else {
            let present = workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect();
            let sheet = mapping.sheet.clone().unwrap_or_default();
            self.report_file(Fact::SheetMissing { sheet, present });
            return None;
        };
        let visibility = best.sheet.visibility;
        let equals: Vec<_> = found
            .iter()
            .filter(|other| other.count == all && other.sheet.visibility == visibility)
            .collect();
        if let [_, _, ..] = equals.as_slice() {
            let sheets = equals.iter().map(|found| found.sheet.name.clone()).collect();
            self.report_file(Fact::SeveralSheets { sheet: String::new(), sheets });
            return None;
        }
        let (sheet, headers) = (best.sheet, &best.headers);
        for bad in cells::bad_cells(workbook, sheet) {
            self.report(sheet, bad.row_column(), Fact::UnreadableCell { found: bad.found() });
        }
        if best.count > 0 {
            self.columns_not_taken(sheet, headers);
        }
        let mut columns = Vec::new();
        for (header, meant) in &mapping.columns {
            match headers.places(header).as_slice() {
                [only] => columns.push((*only, meant.as_slice())),
                [] => {
                    let (header, name) = (header.clone(), sheet.name.clone());
                    let fact = Fact::ColumnMissing { header, sheet: name };
                    self.report(sheet, (headers.row, 0), fact);
                }
                [_, second, ..] => {
                    let fact = Fact::ColumnRepeated { header: header.clone() };
                    self.report(sheet, (headers.row, *second), fact);
                }
            }
        }
        let is_whole = columns.len() == all;
        is_whole.then(|| Found::new(sheet, headers.row, &columns)).flatten()
    }

    /// Columns that the mapping does not name: said, never dropped in silence.
    fn columns_not_taken(&mut self, sheet: &Sheet, headers: &Headers) {
        let named = self.mapping.columns.iter().map(|(header, _)| header.as_str());
        let missing: Vec<&str> =
            named.clone().filter(|header| headers.places(header).is_empty()).collect();
        let named: Vec<String> = named.map(fold).collect();
        for (column, text) in &headers.texts {
            if !named.contains(&fold(text)) {
                let near = nearest(text, missing.iter().copied()).map(str::to_owned);
                let fact = Fact::ColumnNotTaken { header: text.clone(), nearest: near };
                self.report(sheet, (headers.row, *column), fact);
            }
        }
        for column in without_header(sheet, headers) {
            let fact = Fact::ColumnNotTaken { header: String::new(), nearest: None };
            self.report(sheet, (headers.row, column), fact);
        }
    }

    fn read(&mut self, found: &Found<'_>) {
        let below = found.sheet.rows().filter(|(row, _)| *row > found.header_row);
        for (row, cells) in below.filter(|(_, cells)| has_content(cells)) {
            let Some(subject) = self.subject(found, row, cells) else { continue };
            if let Some(first) = self.seen.get(&subject) {
                let threat = subject.1.as_ref().map(|threat| format!(" {threat}"));
                let key = format!("{}{}", subject.0, threat.unwrap_or_default());
                let fact = Fact::RowRepeated { key, first_row: first + 1 };
                self.report(found.sheet, (row, found.activity), fact);
                continue;
            }
            self.seen.insert(subject.clone(), row);
            self.rows.taken += 1;
            self.row(found, (row, cells), &subject);
        }
    }

    /// What a row is about; a row that is not taken is named.
    fn subject(&mut self, found: &Found<'_>, row: u32, cells: &Row) -> Option<Subject> {
        let sheet = found.sheet;
        let column = found.activity;
        let text = self.key(sheet, (row, column), cells)?;
        let threat = match found.threat {
            Some(place) => self.key(sheet, (row, place), cells).map(|text| (place, text)),
            None => Some((column, String::new())),
        };
        let (threat_column, threat_text) = threat?;
        if text.is_empty() {
            let fact = Fact::RowNotTaken { row: threat_text, reason: RowReason::NoActivity };
            self.report(sheet, (row, column), fact);
            return None;
        }
        let known = (self.target.catalogue, self.target.assessment);
        let activity = cells::activity(&text, &self.activities, known);
        if activity.is_err() && threat_text.is_empty() && !found.has_value(cells) {
            let fact = Fact::RowNotTaken { row: text, reason: RowReason::Heading };
            self.report(sheet, (row, column), fact);
            return None;
        }
        let activity = activity.map_err(|fact| self.report(sheet, (row, column), fact));
        if threat_text.is_empty() {
            return Some((activity.ok()?, None));
        }
        let threat = cells::threat(&threat_text, &self.threats, self.target.catalogue);
        let threat = threat.map_err(|fact| self.report(sheet, (row, threat_column), fact));
        Some((activity.ok()?, Some(threat.ok()?)))
    }

    /// The text of a key; `None` where it cannot be read, which is reported.
    fn key(&mut self, sheet: &Sheet, cell: (u32, u32), cells: &Row) -> Option<String> {
        if is_bad(self.incoming.workbook, sheet, cell) {
            return None;
        }
        match key_text(cells.get(cell.1)) {
            Ok(text) => Some(text),
            Err(fact) => {
                self.report(sheet, cell, fact);
                None
            }
        }
    }

    fn row(&mut self, found: &Found<'_>, (row, cells): (u32, &Row), subject: &Subject) {
        let words = Words { method: self.target.method, lang: self.lang };
        for (column, fields) in &found.values {
            let Some(cell) = cells.get(*column) else { continue };
            let place = self.incoming.cell(&found.sheet.name, (row, *column));
            let mut is_read = false;
            for field in fields.iter().copied() {
                let entry = match cells::value(field.shape(), cell, &self.levels, words) {
                    Ok(Some(entry)) => entry,
                    Ok(None) => continue,
                    Err(fact) => {
                        self.rows.findings.push(place.clone(), fact);
                        break;
                    }
                };
                is_read = true;
                let Some(subject) = found.holder(field, subject) else {
                    let version = self.target.catalogue.version.clone();
                    let fact =
                        Fact::ImportUnknownThreat { found: String::new(), nearest: None, version };
                    self.rows.findings.push(place.clone(), fact);
                    continue;
                };
                let given = Given { field, entry, place: place.clone(), reason: None };
                self.rows.add(&subject, given, self.lang);
            }
            self.rows.cells += usize::from(is_read);
        }
    }
}

/// The field behind a word of a mapping; `None` for keys.
pub(in crate::exchange) fn field_of(mapped: &Mapped) -> Option<Field> {
    let Mapped::Field(key) = mapped else { return None };
    Form::ALL.into_iter().flat_map(inputs).find(|field| field.key() == *key)
}

/// Columns with something below a blank header.
pub(in crate::exchange) fn without_header(sheet: &Sheet, headers: &Headers) -> Vec<u32> {
    let mut columns: Vec<u32> = sheet
        .cells()
        .filter(|(address, cell)| address.row > headers.row && is_filled(cell))
        .map(|(address, _)| address.column)
        .filter(|column| headers.texts.iter().all(|(known, _)| known != column))
        .collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_mapping_has_a_word_for_every_field_of_the_column_table_and_no_other() {
        let words: BTreeSet<String> = Mapped::field_keys().collect();
        let fields: BTreeSet<String> =
            Form::ALL.into_iter().flat_map(inputs).map(Field::key).collect();
        assert_eq!(words, fields);
    }
}
