//! The municipality's own copy of KL's workbook: its activities as overrides of the catalogue.
//!
//! Where its columns stand is `columns`; here is what they say.

pub(super) mod columns;

use std::collections::{BTreeMap, BTreeSet};

use self::columns::{Described, GROUNDS, Layout, Part, kle_columns};
use super::entry::{clean, fold, shown};
use super::import::Incoming;
use super::workbook::{Cell, Row, Sheet, Value, Workbook};
use crate::domain::{ActivityId, Catalogue, Dimension, LocalBasis, LocalOrigin, Override};
use crate::finding::{Fact, Findings, Location, nearest};

const ACTIVITIES: &str = "Behandlingsaktiviteter";
const KLE: &str = "KLE samlet";
/// The highest figure that KL's column of consequence has.
const TOP: u8 = 4;

/// What the workbook gave. Every row is counted once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KlOutcome {
    /// What it says otherwise than the catalogue, by id.
    pub overrides: Vec<Override>,
    /// Rows with a number.
    pub rows: usize,
    /// Of these, retired by KL.
    pub retired: usize,
    /// Of these, unknown to the catalogue and so not taken.
    pub unknown: usize,
    /// Rows of the KLE sheet with an activity; missing where there is no such sheet.
    pub kle_rows: Option<usize>,
    /// What is to be said; with an error nothing may be used.
    pub findings: Findings,
}

/// Reads KL's workbook against the catalogue that it will override.
///
/// Findings: `IMP003`, `IMP004`, `IMP006`, `IMP007`, `IMP010`, `IMP012`, `CAT019`–`CAT024`.
#[must_use]
pub fn read_kl(incoming: Incoming<'_>, catalogue: &Catalogue) -> KlOutcome {
    let workbook = incoming.workbook;
    let mut reading = Reading { incoming, catalogue, outcome: KlOutcome::default() };
    reading.outcome.findings.extend(incoming.bad_cells());
    match find_sheet(workbook, ACTIVITIES) {
        Some(sheet) => {
            if let Some(layout) = reading.layout(sheet) {
                reading.activities(sheet, &layout);
            }
        }
        None => {
            let present = workbook.tabs();
            let fact = Fact::SheetMissing { sheet: ACTIVITIES.to_owned(), present };
            reading.outcome.findings.push(Location::File(incoming.file.to_owned()), fact);
        }
    }
    if let Some(sheet) = find_sheet(workbook, KLE) {
        reading.kle(sheet);
    }
    reading.outcome.overrides.sort_by(|a, b| a.id.cmp(&b.id));
    reading.outcome
}

/// The sheets of KL's workbook, and what their columns are.
pub(super) struct KlSheets<'a> {
    pub(super) activities: &'a Sheet,
    /// Counted from 0.
    pub(super) header_row: u32,
    pub(super) columns: Vec<Described>,
    /// With the columns of code and number.
    pub(super) kle: Option<(&'a Sheet, [u32; 2])>,
}

/// Whether a workbook is KL's; `None` where it is not.
pub(super) fn recognise(workbook: &Workbook) -> Option<KlSheets<'_>> {
    let activities = find_sheet(workbook, ACTIVITIES)?;
    let kle = find_sheet(workbook, KLE);
    let layout = Layout::find(activities);
    let is_known = layout.known_headers(activities) >= 3 || kle.is_some();
    (layout.missing.is_empty() && is_known).then(|| KlSheets {
        activities,
        header_row: layout.header_row,
        columns: layout.described(activities),
        kle: kle.map(|sheet| {
            let (code, number) = kle_columns(sheet);
            (sheet, [code, number])
        }),
    })
}

fn find_sheet<'a>(workbook: &'a Workbook, name: &str) -> Option<&'a Sheet> {
    let wanted = fold(name);
    let sheets = || workbook.sheets.iter();
    sheets()
        .find(|sheet| fold(&sheet.name) == wanted)
        .or_else(|| sheets().find(|sheet| fold(&sheet.name).contains(&wanted)))
}

struct Reading<'a> {
    incoming: Incoming<'a>,
    catalogue: &'a Catalogue,
    outcome: KlOutcome,
}

impl Reading<'_> {
    fn report(&mut self, sheet: &Sheet, row: u32, column: u32, fact: Fact) {
        let location = self.incoming.cell(&sheet.name, (row, column));
        self.outcome.findings.push(location, fact);
    }

    /// Where the columns stand; what is missing or has moved is reported.
    fn layout(&mut self, sheet: &Sheet) -> Option<Layout> {
        let layout = Layout::find(sheet);
        let mut faults = layout.missing.clone();
        if faults.is_empty() {
            faults = layout.moved_grounds(sheet);
        }
        for (header, column) in &faults {
            let (header, sheet_name) = ((*header).to_owned(), sheet.name.clone());
            let fact = Fact::ColumnMissing { header, sheet: sheet_name };
            self.report(sheet, layout.header_row, *column, fact);
        }
        faults.is_empty().then_some(layout)
    }

    fn activities(&mut self, sheet: &Sheet, layout: &Layout) {
        let mut seen: BTreeMap<ActivityId, u32> = BTreeMap::new();
        let column = |part: Part| layout.place(part);
        for (row, cells) in sheet.rows().filter(|(row, _)| *row >= layout.first_row) {
            let number = column(Part::Number);
            let written = cells.get(number).and_then(text_of).unwrap_or_default();
            // A formula without a result is no blank: it is reported below.
            let has_content = [Part::Number, Part::Title, Part::Consequence]
                .iter()
                .any(|part| cells.get(column(*part)).is_some_and(|cell| !is_blank(cell)));
            if !has_content {
                // A heading, a blank line or a note below the list.
                continue;
            }
            if let Some(cell) = cells.get(number)
                && !self.readable(sheet, row, number, cell)
            {
                continue;
            }
            let Some(id) = self.number(sheet, (row, number), &written) else { continue };
            if let Some(first) = seen.insert(id.clone(), row) {
                let fact = Fact::RowRepeated { key: id.to_string(), first_row: first + 1 };
                self.report(sheet, row, number, fact);
                continue;
            }
            self.outcome.rows += 1;
            let is_retired = fold(&written).contains("udgå");
            self.outcome.retired += usize::from(is_retired);
            let Some(known) = self.catalogue.activities.get(&id) else {
                self.outcome.unknown += 1;
                let version = self.catalogue.version.clone();
                let fact = Fact::KlActivityUnknown { found: id.to_string(), version };
                self.report(sheet, row, number, fact);
                continue;
            };
            if is_retired {
                if known.retired.is_none() {
                    self.report(sheet, row, number, Fact::KlRetired { id: id.clone() });
                }
                continue;
            }
            self.activity(sheet, layout, (row, cells), &id);
        }
        let all = self.catalogue.activities.values();
        let ids: Vec<ActivityId> = all
            .filter(|activity| activity.retired.is_none() && !activity.is_own())
            .map(|activity| activity.id.clone())
            .filter(|id| !seen.contains_key(id))
            .collect();
        if !ids.is_empty() {
            self.report(sheet, layout.first_row, 0, Fact::KlRowMissing { ids });
        }
    }

    /// The number of an activity, also in "81 - UDGÅET".
    fn number(
        &mut self,
        sheet: &Sheet,
        (row, column): (u32, u32),
        written: &str,
    ) -> Option<ActivityId> {
        let first = written.split([' ', '-', '–', '.', '\u{a0}']).next().unwrap_or_default();
        let id = ActivityId::parse(first).ok();
        if id.is_none() {
            let known = self.catalogue.activities.keys().map(ActivityId::as_str);
            let fact = Fact::ImportUnknownActivity {
                found: written.to_owned(),
                nearest: nearest(first, known).map(str::to_owned),
                version: self.catalogue.version.clone(),
            };
            self.report(sheet, row, column, fact);
        }
        id
    }

    fn activity(
        &mut self,
        sheet: &Sheet,
        layout: &Layout,
        (row, cells): (u32, &Row),
        id: &ActivityId,
    ) {
        let column = |part: Part| layout.place(part);
        let reason = format!("KL's skema, arket {}, nr. {id}", sheet.name);
        let mut change = Override::new(id.to_string(), LocalOrigin::Kl, reason);
        for (part, field) in [
            (Part::Category, &mut change.category),
            (Part::Title, &mut change.title),
            (Part::Description, &mut change.description),
        ] {
            *field = self.text(sheet, (row, cells), column(part));
        }
        let crossed: Vec<Dimension> = [
            (Part::Confidentiality, Dimension::Confidentiality),
            (Part::Integrity, Dimension::Integrity),
            (Part::Availability, Dimension::Availability),
        ]
        .into_iter()
        .filter(|(part, _)| self.cross(sheet, (row, cells), column(*part)))
        .map(|(_, dimension)| dimension)
        .collect();
        let place = column(Part::Consequence);
        change.kl_figure = self.figure(sheet, (row, cells), place);
        change.starting = match change.kl_figure {
            Some(0) => {
                self.report(sheet, row, place, Fact::KlFigureZero {});
                Some(BTreeMap::new())
            }
            Some(figure) if crossed.is_empty() => {
                self.report(sheet, row, place, Fact::KlFigureWithoutDimension { figure });
                None
            }
            Some(figure) => {
                Some(crossed.into_iter().map(|dimension| (dimension, figure)).collect())
            }
            None => {
                if cells.get(place).is_none_or(is_blank) {
                    self.report(sheet, row, place, Fact::KlFigureMissing {});
                }
                None
            }
        };
        change.legal_basis = self.basis(sheet, (row, cells), column(Part::Law));
        self.outcome.overrides.push(change);
    }

    /// Lovhjemmel, and the crosses that follow it in a fixed order.
    fn basis(&mut self, sheet: &Sheet, (row, cells): (u32, &Row), law: u32) -> Option<LocalBasis> {
        let mut crossed = |(first, names): (u32, &[&str])| -> Vec<String> {
            let columns = (law.saturating_add(first)..).zip(names);
            let chosen = columns.filter(|(column, _)| self.cross(sheet, (row, cells), *column));
            chosen.map(|(_, name)| (*name).to_owned()).collect()
        };
        let [article_6, article_9, sections] = GROUNDS.map(&mut crossed);
        let text = self.text(sheet, (row, cells), law);
        let basis = LocalBasis { article_6, article_9, sections, text };
        // Without a single cross the copy has no such columns, and ours says more.
        let has_crosses = !basis.article_6.is_empty()
            || !basis.article_9.is_empty()
            || !basis.sections.is_empty();
        has_crosses.then_some(basis)
    }

    fn text(&mut self, sheet: &Sheet, (row, cells): (u32, &Row), column: u32) -> Option<String> {
        let cell = cells.get(column)?;
        self.readable(sheet, row, column, cell).then(|| text_of(cell)).flatten()
    }

    /// Whether a cell has a value that can be trusted; what has none is reported.
    fn readable(&mut self, sheet: &Sheet, row: u32, column: u32, cell: &Cell) -> bool {
        let found = match &cell.value {
            Value::Error(text) => text.clone(),
            Value::FormulaWithoutResult => "=".to_owned(),
            Value::Text(_) | Value::Number(_) | Value::Boolean(_) | Value::Date { .. } => {
                return true;
            }
        };
        self.report(sheet, row, column, Fact::UnreadableCell { found });
        false
    }

    fn figure(&mut self, sheet: &Sheet, (row, cells): (u32, &Row), column: u32) -> Option<u8> {
        let written = self.text(sheet, (row, cells), column)?;
        // "3", "3,0" and "3 - Høj" are all 3.
        let digits: String = written.chars().take_while(|c| !c.is_whitespace()).collect();
        let number: Option<f64> = digits.replace(',', ".").parse().ok();
        let figure = (0..=TOP).find(|level| number == Some(f64::from(*level)));
        if figure.is_none() {
            let allowed = (0..=TOP).map(|level| level.to_string()).collect();
            let fact = Fact::ImportValue { found: written, allowed, nearest: None };
            self.report(sheet, row, column, fact);
        }
        figure
    }

    fn cross(&mut self, sheet: &Sheet, (row, cells): (u32, &Row), column: u32) -> bool {
        let Some(written) = self.text(sheet, (row, cells), column) else { return false };
        match fold(&written).as_str() {
            "x" | "×" | "✓" | "✔" | "ja" | "j" | "1" | "true" | "sand" => true,
            "-" | "–" | "nej" | "n" | "0" | "false" | "falsk" => false,
            _ => {
                let allowed = vec!["x".to_owned(), "–".to_owned()];
                let fact = Fact::ImportValue { found: written, allowed, nearest: None };
                self.report(sheet, row, column, fact);
                false
            }
        }
    }

    /// KLE groups by activity: column C has the code, E the number.
    fn kle(&mut self, sheet: &Sheet) {
        let mut groups: BTreeMap<ActivityId, BTreeSet<String>> = BTreeMap::new();
        let mut rows = 0;
        let (code_column, number_column) = kle_columns(sheet);
        for (row, cells) in sheet.rows() {
            for column in [code_column, number_column] {
                if let Some(cell) = cells.get(column) {
                    self.readable(sheet, row, column, cell);
                }
            }
            let group = cells.get(code_column).and_then(kle_group);
            let numbers = cells.get(number_column).and_then(text_of).unwrap_or_default();
            let ids = numbers.split([',', ';', ' ']).filter_map(|n| ActivityId::parse(n).ok());
            let ids: Vec<ActivityId> = ids.collect();
            let Some(group) = group.filter(|_| !ids.is_empty()) else { continue };
            rows += 1;
            for id in ids {
                groups.entry(id).or_default().insert(group.clone());
            }
        }
        self.outcome.kle_rows = Some(rows);
        for change in &mut self.outcome.overrides {
            let of_activity = ActivityId::parse(&change.id).ok().and_then(|id| groups.remove(&id));
            change.kle_groups = of_activity.map(|groups| groups.into_iter().collect());
        }
    }
}

/// The group of a KLE code: `27.60` of `27.60.14`, also where Excel made a number of it.
fn kle_group(cell: &Cell) -> Option<String> {
    let text = match &cell.value {
        Value::Number(number) => format!("{number:05.2}"),
        _ => text_of(cell)?,
    };
    let mut parts = text.split('.');
    let (main, group) = (parts.next()?, parts.next()?);
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    (digits(main) && digits(group)).then(|| format!("{main}.{group}"))
}

/// Whether nothing but blanks stands there.
fn is_blank(cell: &Cell) -> bool {
    matches!(&cell.value, Value::Text(text) if clean(text).is_empty())
}

/// A cell as text; `None` for blank and for what has no value.
fn text_of(cell: &Cell) -> Option<String> {
    match &cell.value {
        Value::Error(_) | Value::FormulaWithoutResult => None,
        _ => Some(shown(cell).into_owned()).filter(|text| !text.is_empty()),
    }
}
