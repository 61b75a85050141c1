//! What people wrote where no import reads: outside the rows and columns of a form, and in comments.

use std::collections::{BTreeMap, BTreeSet};

use super::super::entry::shown;
use super::super::layout::{Column, Form, Role};
use super::super::own_sheets::derived_key;
use super::super::protocol::Protocol;
use super::super::workbook::{Address, Row, Sheet, Workbook};
use super::Import;
use super::rows::Line;
use super::table::Found;
use crate::domain::Catalogue;
use crate::finding::Fact;

/// How many cells of a sheet are named each; the others are counted.
const MOST_NAMED: usize = 3;

/// How much of a comment or text is quoted, in characters.
pub(super) const FIRST_CHARS: usize = 80;

impl Import<'_> {
    /// Says that there are comments, and what the first one is.
    pub(super) fn comments(&mut self) {
        let written = written_by_people(self.incoming.workbook, self.target.catalogue);
        let Some(first) = written.first() else { return };
        let first = first.chars().take(FIRST_CHARS).collect();
        self.report(self.whole_file(), Fact::CommentsNotRead { comments: written.len(), first });
    }

    /// Says what people wrote on the sheets that nobody fills in.
    pub(super) fn locked_sheets(&mut self, protocol: &Protocol<'_>) {
        for sheet in &self.incoming.workbook.sheets {
            let key = derived_key(sheet).filter(|_| !self.forms.contains(&sheet.name));
            let Some((key, locked)) = key.and_then(|key| Some((key, protocol.locked(key)?))) else {
                continue;
            };
            // A program that writes results in place of formulas leaves nothing to compare with.
            let computes = ["front", "picture"].contains(&key);
            if !computes || sheet.cells().any(|(_, cell)| cell.has_formula) {
                self.not_kept(sheet, &locked.strange(sheet.cells()));
            }
        }
    }

    /// Says what people wrote into cells that are computed: they may think that they changed the
    /// risk.
    pub(super) fn computed(&mut self, found: &Found<'_>) {
        let is_computed = |role: Role| match role {
            Role::Derived(_) => true,
            // There the keys are typed in, and the titles looked up.
            Role::Title | Role::ThreatTitle => found.form == Form::Actions,
            _ => false,
        };
        let computed = |(column, _): &&(Column, u32)| is_computed(column.role);
        let columns: Vec<_> = found.columns.iter().filter(computed).collect();
        let rows = || found.sheet.rows().filter(|(row, _)| *row > found.header_row);
        let is_formula = |cells: &Row| {
            columns.iter().any(|(_, at)| cells.get(*at).is_some_and(|cell| cell.has_formula))
        };
        // A program that writes results in place of formulas leaves nothing to compare with.
        if !rows().any(|(_, cells)| is_formula(cells)) {
            return;
        }
        let mut typed = Vec::new();
        for (row, cells) in rows() {
            for (column, at) in &columns {
                let cell = cells.get(*at).filter(|cell| !cell.has_formula);
                let Some(text) = cell.map(shown).filter(|text| !text.is_empty()) else { continue };
                typed.push((row, *at, column.header(self.lang).to_owned(), quotable(&text)));
            }
        }
        let more = typed.len().saturating_sub(MOST_NAMED);
        for (nth, (row, column, field, found_text)) in
            typed.into_iter().take(MOST_NAMED).enumerate()
        {
            let cells = if nth + 1 == MOST_NAMED { more + 1 } else { 1 };
            let place = self.cell(&found.sheet.name, row, column);
            self.report(place, Fact::ComputedCellTyped { field, found: found_text, cells });
        }
    }

    /// Names the first of these cells, and counts the others.
    fn not_kept(&mut self, sheet: &Sheet, cells: &[Address]) {
        let more = cells.len().saturating_sub(MOST_NAMED);
        for (nth, at) in cells.iter().take(MOST_NAMED).enumerate() {
            let first = sheet.cell(at.row, at.column).map(shown).unwrap_or_default();
            let first = quotable(&first);
            let cells = if nth + 1 == MOST_NAMED { more + 1 } else { 1 };
            let place = self.cell(&sheet.name, at.row, at.column);
            self.report(place, Fact::TextOutside { first, cells });
        }
    }

    /// Says which cells are not read and would be gone with the next export: text above the headers,
    /// under the last row, or in a column without a header. What a formula computes is nobody's
    /// words.
    pub(super) fn outside(&mut self, found: &Found<'_>, protocol: &Protocol<'_>) {
        let columns = found.columns.iter().map(|(column, place)| (*place, column.role));
        let extras = found.extras.iter().map(|(_, place)| (*place, Role::Extra(0)));
        let columns: BTreeMap<u32, Role> = columns.chain(extras).collect();
        let above = found.sheet.cells().take_while(|(at, _)| at.row < found.header_row);
        let locked = protocol.locked(found.form.key());
        let mut outside = locked.map_or_else(Vec::new, |locked| locked.strange(above));
        for (row, cells) in found.sheet.rows().filter(|(row, _)| *row > found.header_row) {
            let is_read = is_about_something(Line { found, row, cells });
            for (column, cell) in cells.iter() {
                let belongs = match columns.get(&column) {
                    // What the program computed, also where only the result was copied.
                    Some(Role::Derived(_) | Role::Helper(_)) => true,
                    Some(_) => is_read,
                    None => false,
                };
                if !belongs && !cell.has_formula && !shown(cell).trim().is_empty() {
                    outside.push(Address { row, column });
                }
            }
        }
        self.not_kept(found.sheet, &outside);
    }
}

fn quotable(text: &str) -> String {
    text.chars().take(FIRST_CHARS).collect()
}

/// Which comments people wrote: all but the reasons for starting figures, which are our own.
pub(in crate::exchange) fn written_by_people<'w>(
    workbook: &'w Workbook,
    catalogue: &Catalogue,
) -> Vec<&'w str> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let reasons = catalogue.activities.values().filter_map(|known| known.starting.as_ref());
    let ours: BTreeSet<String> = reasons.map(|starting| plain(&starting.reason)).collect();
    let texts = workbook.comments.iter().map(String::as_str);
    texts.filter(|text| !ours.contains(&plain(text))).collect()
}

/// Whether the row names an activity or a threat, or has something filled in.
fn is_about_something(line: Line<'_>) -> bool {
    let roles = line.found.columns.iter().filter(|(column, _)| {
        matches!(column.role, Role::ActivityId | Role::ThreatId | Role::Input(_) | Role::Action(_))
    });
    roles.filter_map(|(_, place)| line.cell(*place)).any(|cell| !shown(cell).is_empty())
}
