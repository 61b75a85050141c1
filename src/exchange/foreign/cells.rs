//! Single cells of a foreign sheet: keys and values.

use std::collections::BTreeMap;

use super::super::entry::{Entry, Shape, Words, clean, fold, folded_chars, shown};
use super::super::workbook::{BadCell, Cell, Place, Row, Sheet, Value, Workbook};
use crate::domain::{ActivityId, Assessment, Catalogue, ThreatId};
use crate::finding::{Axis, Fact, nearest};

/// Words for levels, folded.
#[derive(Debug, Default)]
pub(super) struct LevelWords {
    pub(super) likelihood: BTreeMap<String, u8>,
    pub(super) consequence: BTreeMap<String, u8>,
}

impl LevelWords {
    fn level(&self, axis: Axis, text: &str) -> Option<Entry> {
        let words = match axis {
            Axis::Likelihood => &self.likelihood,
            Axis::Consequence => &self.consequence,
        };
        words.get(&fold(text)).map(|number| Entry::Level(axis, *number))
    }
}

/// Reads a value; `None` is a blank cell.
///
/// Findings: those of [`Shape::parse`].
pub(super) fn value(
    shape: Shape,
    cell: &Cell,
    levels: &LevelWords,
    words: Words<'_>,
) -> Result<Option<Entry>, Fact> {
    if let (Shape::Level(axis) | Shape::LevelOrNot(axis), Value::Text(text)) = (shape, &cell.value)
        && let Some(level) = levels.level(axis, text)
    {
        return Ok(Some(level));
    }
    shape.parse(cell, words)
}

/// Whether something stands in a cell that is no key and no value of ours.
pub(in crate::exchange) fn is_filled(cell: &Cell) -> bool {
    match &cell.value {
        Value::Text(text) => !clean(text).is_empty(),
        Value::Number(_) | Value::Boolean(_) | Value::Date { .. } => true,
        Value::Error(_) | Value::FormulaWithoutResult => true,
    }
}

/// The text of a key cell; blank is empty.
///
/// Findings: `IMP006`, since an error or a formula without a result is no blank.
pub(super) fn key_text(cell: Option<&Cell>) -> Result<String, Fact> {
    let Some(cell) = cell else { return Ok(String::new()) };
    match &cell.value {
        Value::Error(found) => Err(Fact::UnreadableCell { found: found.clone() }),
        Value::FormulaWithoutResult => Err(Fact::UnreadableCell { found: "=".to_owned() }),
        _ => Ok(shown(cell).into_owned()),
    }
}

/// The activity that a text names: in the words of the mapping, by number, also `7` and `7.0`, or by
/// the catalogue's title.
///
/// Findings: `IMP007`.
pub(super) fn activity(
    text: &str,
    named: &BTreeMap<String, ActivityId>,
    (catalogue, assessment): (&Catalogue, &Assessment),
) -> Result<ActivityId, Fact> {
    let wanted = fold(text);
    if let Some(id) = named.get(&wanted) {
        return Ok(id.clone());
    }
    let is_known = |id: &ActivityId| {
        catalogue.activities.contains_key(id) || assessment.activities.contains_key(id)
    };
    if let Some(id) = ActivityId::parse(whole(text)).ok().filter(is_known) {
        return Ok(id);
    }
    let activities = catalogue.activities.values();
    if let Some(activity) =
        activities.clone().find(|known| folded_chars(&known.title).eq(wanted.chars()))
    {
        return Ok(activity.id.clone());
    }
    let ids = catalogue.activities.keys().map(ActivityId::as_str);
    let titles = activities.map(|activity| activity.title.as_str());
    let near = nearest(text, ids.chain(titles).chain(named.keys().map(String::as_str)));
    Err(Fact::ImportUnknownActivity {
        found: text.to_owned(),
        nearest: near.map(str::to_owned),
        version: catalogue.version.clone(),
    })
}

/// The threat that a text names by number or by the catalogue's title. Whoever has thousands of texts asks here first:
/// to look for the nearest takes long.
pub(super) fn known_threat(text: &str, catalogue: &Catalogue) -> Option<ThreatId> {
    let by_number = ThreatId::parse(text).ok().filter(|id| catalogue.threats.contains_key(id));
    by_number.or_else(|| {
        let mut threats = catalogue.threats.values();
        let found = threats.find(|known| folded_chars(&known.title).eq(folded_chars(text)));
        found.map(|threat| threat.id.clone())
    })
}

/// The threat that a text names: in the words of the mapping, by number or by the catalogue's title.
///
/// Findings: `IMP011`.
pub(super) fn threat(
    text: &str,
    named: &BTreeMap<String, ThreatId>,
    catalogue: &Catalogue,
) -> Result<ThreatId, Fact> {
    named.get(&fold(text)).cloned().or_else(|| known_threat(text, catalogue)).ok_or_else(|| {
        let ids = catalogue.threats.keys().map(ThreatId::as_str);
        let titles = catalogue.threats.values().map(|threat| threat.title.as_str());
        let near = nearest(text, ids.chain(titles).chain(named.keys().map(String::as_str)));
        Fact::ImportUnknownThreat {
            found: text.to_owned(),
            nearest: near.map(str::to_owned),
            version: catalogue.version.clone(),
        }
    })
}

/// A number without the zeros that a spreadsheet puts behind the point.
fn whole(text: &str) -> &str {
    let text = text.trim();
    match text.split_once(['.', ',']) {
        Some((whole, zeros)) if zeros.bytes().all(|digit| digit == b'0') => whole,
        _ => text,
    }
}

/// Words of a mapping as they are compared.
pub(super) fn folded<T: Clone>(words: &BTreeMap<String, T>) -> BTreeMap<String, T> {
    words.iter().map(|(word, meant)| (fold(word), meant.clone())).collect()
}

/// Cells of a sheet that the guard could not read.
pub(super) fn bad_cells<'w>(
    workbook: &'w Workbook,
    sheet: &'w Sheet,
) -> impl Iterator<Item = &'w BadCell> {
    workbook.bad_cells.iter().filter(|bad| bad.sheet == sheet.name)
}

/// Whether the guard could not read just this cell: no blank, and reported already.
pub(super) fn is_bad(workbook: &Workbook, sheet: &Sheet, (row, column): (u32, u32)) -> bool {
    bad_cells(workbook, sheet).any(|bad| {
        matches!(bad.place, Place::At(address) if (address.row, address.column) == (row, column))
    })
}

/// Whether anything stands in a row.
pub(in crate::exchange) fn has_content(row: &Row) -> bool {
    row.iter().any(|(_, cell)| is_filled(cell))
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn a_number_loses_the_zeros_behind_its_point_and_nothing_else() {
        for (written, expected) in
            [("7", "7"), ("7.0", "7"), ("7,00", "7"), ("7.", "7"), ("7.5", "7.5"), ("A", "A")]
        {
            assert_eq!(whole(written), expected);
        }
    }
}
