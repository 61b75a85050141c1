//! Where the columns of KL's workbook stand: by their headers, and where a header is worded
//! otherwise by their place in the layout known from public sources: kategori, nummer, aktivitet,
//! titel, beskrivelse, konsekvens, three crosses, lovhjemmel, then the crosses of article 6,
//! article 9 and databeskyttelsesloven.

use std::collections::BTreeMap;

use super::super::entry::fold;
use super::super::workbook::{Cell, Row, Sheet};
use super::text_of;

/// The header is looked for among the first rows; people put titles above it.
const HEADER_ROWS: u32 = 20;
/// Row of the first activity in the known layout, counted from 0.
const FIRST_ROW: u32 = 2;

/// Crosses after the column of laws, each with its distance to it: GDPR article 6(1), article 9(2)
/// and the sections of databeskyttelsesloven. Before each article stands a cross for the whole.
pub(super) const GROUNDS: [(u32, &[&str]); 3] = [
    (2, &["a", "b", "c", "d", "e", "f"]),
    (9, &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]),
    (19, &["8", "9", "10", "11", "12", "13", "14"]),
];

/// A column that has a header of its own, in the order of the layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
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
    pub(super) const ALL: [(Self, &'static [&'static str]); 10] = [
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

/// A header that is missing or wrong, and the column that it is looked for in, counted from 0.
pub(super) type Fault = (&'static str, u32);

/// Where the columns stand, and the first row of activities.
pub(super) struct Layout {
    columns: BTreeMap<Part, u32>,
    /// Counted from 0.
    pub(super) header_row: u32,
    /// Counted from 0.
    pub(super) first_row: u32,
    /// Columns that must be there and are not.
    pub(super) missing: Vec<Fault>,
}

impl Layout {
    /// The place of a column, counted from 0; none of a sheet's where there is no such column.
    pub(super) fn place(&self, part: Part) -> u32 {
        self.columns.get(&part).copied().unwrap_or(u32::MAX)
    }

    /// By the header with most known words; without one the known layout.
    pub(super) fn find(sheet: &Sheet) -> Self {
        let rows = sheet.rows().take_while(|(row, _)| *row < HEADER_ROWS);
        let best = rows
            .map(|(row, cells)| (row, headers(cells)))
            .filter(|(_, found)| found.len() >= 3)
            .max_by_key(|(row, found)| (found.len(), std::cmp::Reverse(*row)));
        let Some((header_row, mut columns)) = best else {
            let columns = Part::ALL.map(|(part, _)| (part, part.place())).into();
            let header_row = FIRST_ROW - 1;
            return Self { columns, header_row, first_row: FIRST_ROW, missing: Vec::new() };
        };
        // A group title may stand above the header proper.
        let above = sheet.rows().find(|(row, _)| row.checked_add(1) == Some(header_row));
        for (part, column) in above.map(|(_, row)| headers(row)).unwrap_or_default() {
            if !columns.values().any(|taken| *taken == column) {
                columns.entry(part).or_insert(column);
            }
        }
        let shift = columns.get(&Part::Number).copied().unwrap_or(Part::Number.place());
        let mut missing = Vec::new();
        for (part, _) in Part::ALL {
            let place = (shift + part.place()).checked_sub(Part::Number.place());
            let free = place.filter(|place| {
                let worded_otherwise = sheet.cell(header_row, *place).and_then(text_of).is_some();
                worded_otherwise && !columns.values().any(|taken| taken == place)
            });
            match (columns.contains_key(&part), free) {
                (true, _) => {}
                (false, Some(place)) => {
                    columns.insert(part, place);
                }
                // A copy without categories is still a whole copy.
                (false, None) if part == Part::Category => {}
                (false, None) => missing.push((part.name(), 0)),
            }
        }
        Self { columns, header_row, first_row: header_row + 1, missing }
    }

    /// Columns of the legal basis whose header says that they are another than the one expected
    /// there: a cross in the wrong column would be a wrong ground. What has no header is trusted.
    pub(super) fn moved_grounds(&self, sheet: &Sheet) -> Vec<Fault> {
        let law = self.place(Part::Law);
        let mut moved = Vec::new();
        for (first, names) in GROUNDS {
            for (place, name) in (law.saturating_add(first)..).zip(names) {
                let header = self.header_row;
                let rows = [Some(header), header.checked_sub(1)].into_iter().flatten();
                let named = rows
                    .filter_map(|row| sheet.cell(row, place).and_then(text_of))
                    .find_map(|text| last_word(&text).filter(|word| is_ground(word)));
                if named.is_some_and(|word| word != *name) {
                    moved.push((*name, place));
                }
            }
        }
        moved
    }
}

/// How a column of KL's workbook was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::exchange) enum FoundBy {
    /// By its header.
    Header,
    /// By its place in the layout.
    Place,
}

/// A column with its place counted from 0, what it is, and how it was found.
pub(in crate::exchange) type Described = (u32, String, FoundBy);

impl Layout {
    /// How many columns have a header that says what they are.
    pub(super) fn known_headers(&self, sheet: &Sheet) -> usize {
        self.described(sheet).iter().filter(|(.., found)| *found == FoundBy::Header).count()
    }

    /// What each column is, crosses included.
    pub(super) fn described(&self, sheet: &Sheet) -> Vec<Described> {
        let mut all: Vec<Described> = Vec::new();
        for (part, column) in &self.columns {
            let rows = [Some(self.header_row), self.header_row.checked_sub(1)];
            let mut texts = rows.into_iter().flatten().filter_map(|row| sheet.cell(row, *column));
            let is_named = texts.any(|cell| {
                text_of(cell).is_some_and(|text| Part::of(&fold(&text)) == Some(*part))
            });
            let found = if is_named { FoundBy::Header } else { FoundBy::Place };
            all.push((*column, part.name().to_owned(), found));
        }
        let law = self.place(Part::Law);
        for ((first, names), title) in GROUNDS.into_iter().zip(["art. 6", "art. 9", "§"]) {
            for (column, name) in (law.saturating_add(first)..).zip(names) {
                all.push((column, format!("{title} {name}"), FoundBy::Place));
            }
        }
        all.sort();
        all
    }
}

/// The known words of a row; the first of two columns with the same word counts.
fn headers(row: &Row) -> BTreeMap<Part, u32> {
    let mut known = BTreeMap::new();
    for (column, cell) in row.iter() {
        if let Some(part) = text_of(cell).and_then(|text| Part::of(&fold(&text))) {
            known.entry(part).or_insert(column);
        }
    }
    known
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
pub(super) fn kle_columns(sheet: &Sheet) -> (u32, u32) {
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
