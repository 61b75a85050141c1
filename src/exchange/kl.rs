//! The municipality's own copy of KL's workbook: its activities as overrides of the catalogue.
//!
//! Columns are found by their headers, and where a header is worded otherwise by their place in the
//! layout known from public sources: kategori, nummer, aktivitet, titel, beskrivelse, konsekvens,
//! three crosses, lovhjemmel, then the crosses of article 6, article 9 and databeskyttelsesloven.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{clean, fold};
use super::workbook::{Cell, Row, Sheet, Value, Workbook};
use crate::domain::{ActivityId, Catalogue, Dimension, LocalBasis, LocalOrigin, Override};
use crate::finding::{Fact, Findings, Location, nearest};

/// The header is looked for among the first rows; people put titles above it.
const HEADER_ROWS: u32 = 20;
/// Row of the first activity in the known layout, counted from 0.
const FIRST_ROW: u32 = 2;
const ACTIVITIES: &str = "Behandlingsaktiviteter";
const KLE: &str = "KLE samlet";
/// The highest figure that KL's column of consequence has.
const TOP: u8 = 4;

/// Crosses after the column of laws, each with its distance to it: GDPR article 6(1), article 9(2)
/// and the sections of databeskyttelsesloven. Before each article stands a cross for the whole.
const GROUNDS: [(u32, &[&str]); 3] = [
    (2, &["a", "b", "c", "d", "e", "f"]),
    (9, &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]),
    (19, &["8", "9", "10", "11", "12", "13", "14"]),
];

/// A column that has a header of its own, in the order of the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Category,
    Number,
    Activity,
    Title,
    Description,
    Consequence,
    Confidentiality,
    Integrity,
    Availability,
    Law,
}

impl Part {
    /// In the order of the layout, with the words that a header may begin with.
    const ALL: [(Self, &'static [&'static str]); 10] = [
        (Self::Category, &["kategori", "område"]),
        (Self::Number, &["nummer", "nr", "aktivitetsn"]),
        (Self::Activity, &["aktivitet", "behandlingsaktivitet"]),
        (Self::Title, &["titel"]),
        (Self::Description, &["beskrivelse"]),
        (Self::Consequence, &["konsekvens"]),
        (Self::Confidentiality, &["fortrolighed"]),
        (Self::Integrity, &["integritet"]),
        (Self::Availability, &["tilgængelighed"]),
        (Self::Law, &["lovhjemmel", "hjemmel"]),
    ];

    fn of(header: &str) -> Option<Self> {
        let begins = |words: &[&str]| words.iter().any(|word| header.starts_with(word));
        // "aktivitetsnummer" is a number before it is an activity.
        if begins(&["aktivitetsn"]) {
            return Some(Self::Number);
        }
        Self::ALL.iter().find(|(_, words)| begins(words)).map(|(part, _)| *part)
    }

    /// Place in the known layout, counted from 0.
    fn place(self) -> u32 {
        (0..).zip(Self::ALL).find(|(_, (part, _))| *part == self).map_or(0, |(place, _)| place)
    }

    fn name(self) -> &'static str {
        let words = Self::ALL.iter().find(|(part, _)| *part == self).map(|(_, words)| *words);
        words.and_then(<[_]>::first).copied().unwrap_or_default()
    }
}

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
pub fn read_kl(workbook: &Workbook, file: &str, catalogue: &Catalogue) -> KlOutcome {
    let mut reading = Reading { file, catalogue, outcome: KlOutcome::default() };
    reading.bad_cells(workbook);
    match find_sheet(workbook, ACTIVITIES) {
        Some(sheet) => {
            if let Some(layout) = reading.layout(sheet) {
                reading.activities(sheet, &layout);
            }
        }
        None => {
            let present = workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect();
            let fact = Fact::SheetMissing { sheet: ACTIVITIES.to_owned(), present };
            reading.outcome.findings.push(Location::File(file.to_owned()), fact);
        }
    }
    if let Some(sheet) = find_sheet(workbook, KLE) {
        reading.kle(sheet);
    }
    reading.outcome.overrides.sort_by(|a, b| a.id.cmp(&b.id));
    reading.outcome
}

fn find_sheet<'a>(workbook: &'a Workbook, name: &str) -> Option<&'a Sheet> {
    let wanted = fold(name);
    let sheets = || workbook.sheets.iter();
    sheets()
        .find(|sheet| fold(&sheet.name) == wanted)
        .or_else(|| sheets().find(|sheet| fold(&sheet.name).contains(&wanted)))
}

/// Where the columns stand, and the first row of activities.
struct Layout {
    columns: BTreeMap<Part, u32>,
    first_row: u32,
}

struct Reading<'a> {
    file: &'a str,
    catalogue: &'a Catalogue,
    outcome: KlOutcome,
}

impl Reading<'_> {
    fn report(&mut self, sheet: &Sheet, row: u32, column: u32, fact: Fact) {
        let location = Location::Cell {
            file: self.file.to_owned(),
            sheet: sheet.name.clone(),
            row_column: (row.saturating_add(1), column.saturating_add(1)),
        };
        self.outcome.findings.push(location, fact);
    }

    /// Cells that the guard could not read: never taken for blank.
    fn bad_cells(&mut self, workbook: &Workbook) {
        for bad in &workbook.bad_cells {
            let (file, sheet) = (self.file.to_owned(), bad.sheet.clone());
            let (row, column) = bad.row_column();
            let location = Location::Cell { file, sheet, row_column: (row + 1, column + 1) };
            let fact = Fact::UnreadableCell { found: bad.found() };
            self.outcome.findings.push(location, fact);
        }
    }

    /// The header with most known words; without one the known layout.
    fn layout(&mut self, sheet: &Sheet) -> Option<Layout> {
        let headers = |row: &Row| -> BTreeMap<Part, u32> {
            let found = row
                .iter()
                .filter_map(|(column, cell)| Some((Part::of(&fold(&text_of(cell)?))?, column)));
            // The first of two columns with the same word counts.
            found.fold(BTreeMap::new(), |mut known, (part, column)| {
                known.entry(part).or_insert(column);
                known
            })
        };
        let rows = sheet.rows().take_while(|(row, _)| *row < HEADER_ROWS);
        let best = rows
            .map(|(row, cells)| (row, headers(cells)))
            .filter(|(_, found)| found.len() >= 3)
            .max_by_key(|(row, found)| (found.len(), std::cmp::Reverse(*row)));
        let Some((header, mut columns)) = best else {
            let columns = Part::ALL.map(|(part, _)| (part, part.place())).into();
            return Some(Layout { columns, first_row: FIRST_ROW });
        };
        // A group title may stand above the header proper.
        if let Some((_, above)) = sheet.rows().find(|(row, _)| row.checked_add(1) == Some(header)) {
            for (part, column) in headers(above) {
                if !columns.values().any(|taken| *taken == column) {
                    columns.entry(part).or_insert(column);
                }
            }
        }
        let shift = columns.get(&Part::Number).copied().unwrap_or(Part::Number.place());
        let mut missing = Vec::new();
        for (part, _) in Part::ALL {
            let place = (shift + part.place()).checked_sub(Part::Number.place());
            let free = place.filter(|place| {
                let worded_otherwise = sheet.cell(header, *place).and_then(text_of).is_some();
                worded_otherwise && !columns.values().any(|taken| taken == place)
            });
            match (columns.contains_key(&part), free) {
                (true, _) => {}
                (false, Some(place)) => {
                    columns.insert(part, place);
                }
                // A copy without categories is still a whole copy.
                (false, None) if part == Part::Category => {}
                (false, None) => missing.push(part),
            }
        }
        for part in &missing {
            let fact =
                Fact::ColumnMissing { header: part.name().to_owned(), sheet: sheet.name.clone() };
            self.report(sheet, header, 0, fact);
        }
        let law = columns.get(&Part::Law).copied().unwrap_or_default();
        let moved = missing.is_empty() && self.grounds_have_moved(sheet, header, law);
        (missing.is_empty() && !moved).then_some(Layout { columns, first_row: header + 1 })
    }

    /// Whether a header says that a column of the legal basis is another than the one expected
    /// there: a cross in the wrong column would be a wrong ground. What has no header is trusted.
    fn grounds_have_moved(&mut self, sheet: &Sheet, header: u32, law: u32) -> bool {
        let mut moved = false;
        for (first, names) in GROUNDS {
            for (place, name) in (law.saturating_add(first)..).zip(names) {
                let rows = [Some(header), header.checked_sub(1)].into_iter().flatten();
                let named = rows
                    .filter_map(|row| sheet.cell(row, place).and_then(text_of))
                    .find_map(|text| last_word(&text).filter(|word| is_ground(word)));
                if named.is_some_and(|word| word != *name) {
                    moved = true;
                    let fact = Fact::ColumnMissing {
                        header: (*name).to_owned(),
                        sheet: sheet.name.clone(),
                    };
                    self.report(sheet, header, place, fact);
                }
            }
        }
        moved
    }

    fn activities(&mut self, sheet: &Sheet, layout: &Layout) {
        let mut seen: BTreeMap<ActivityId, u32> = BTreeMap::new();
        let column = |part: Part| layout.columns.get(&part).copied().unwrap_or(u32::MAX);
        for (row, cells) in sheet.rows().filter(|(row, _)| *row >= layout.first_row) {
            let number = column(Part::Number);
            let written = cells.get(number).and_then(text_of).unwrap_or_default();
            let has_content = [Part::Title, Part::Consequence]
                .iter()
                .any(|part| cells.get(column(*part)).and_then(text_of).is_some());
            if written.is_empty() && !has_content {
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
        let column = |part: Part| layout.columns.get(&part).copied().unwrap_or(u32::MAX);
        let reason = format!("KL's skema, arket {}, række {}", sheet.name, row + 1);
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
        for (_, cells) in sheet.rows() {
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

/// The last word of a header, such as the `a` of "Art. 6, stk. 1, litra a".
fn last_word(header: &str) -> Option<String> {
    let folded = fold(header);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next_back().map(str::to_owned)
}

/// Whether a word names a ground: a letter or the number of a section.
fn is_ground(word: &str) -> bool {
    GROUNDS.iter().any(|(_, names)| names.contains(&word))
}

/// Where code and number stand on the KLE sheet: by header, else C and E.
fn kle_columns(sheet: &Sheet) -> (u32, u32) {
    let header = |words: &[&str]| {
        let rows = sheet.rows().take_while(|(row, _)| *row < HEADER_ROWS);
        let mut cells = rows.flat_map(|(_, row)| row.iter());
        let begins = |cell: &Cell| {
            let text = text_of(cell).map(|text| fold(&text)).unwrap_or_default();
            words.iter().any(|word| text.starts_with(word))
        };
        cells.find(|(_, cell)| begins(cell)).map(|(column, _)| column)
    };
    (header(&["kode", "kle-kode"]).unwrap_or(2), header(&["nummer", "aktivitetsn"]).unwrap_or(4))
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
    let text = match &cell.value {
        Value::Text(text) => clean(text).into_owned(),
        Value::Number(number) => number.to_string(),
        Value::Boolean(value) => value.to_string(),
        Value::Date { serial } => serial.to_string(),
        Value::Error(_) | Value::FormulaWithoutResult => return None,
    };
    (!text.is_empty()).then_some(text)
}
