//! What people wrote where no import reads: outside the rows and columns of a form, and in comments.

use std::collections::{BTreeMap, BTreeSet};

use super::super::entry::shown;
use super::super::layout::Role;
use super::super::workbook::Workbook;
use super::Import;
use super::rows::Line;
use super::table::Found;
use crate::domain::Catalogue;
use crate::finding::Fact;

/// How much of the first comment or text is quoted, in characters.
pub(super) const FIRST_CHARS: usize = 80;

impl Import<'_> {
    /// Says that there are comments, and what the first one is.
    pub(super) fn comments(&mut self) {
        let written = written_by_people(self.incoming.workbook, self.target.catalogue);
        let Some(first) = written.first() else { return };
        let first = first.chars().take(FIRST_CHARS).collect();
        self.report(self.whole_file(), Fact::CommentsNotRead { comments: written.len(), first });
    }

    /// Says which cells below the headers are not read and would be gone with the next export: text
    /// under the last row, or in a column without a header. What a formula computes is nobody's
    /// words.
    pub(super) fn outside(&mut self, found: &Found<'_>) {
        let columns = found.columns.iter().map(|(column, place)| (*place, column.role));
        let extras = found.extras.iter().map(|(_, place)| (*place, Role::Extra(0)));
        let columns: BTreeMap<u32, Role> = columns.chain(extras).collect();
        let mut outside = Vec::new();
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
                    outside.push((row, column));
                }
            }
        }
        let Some((row, column)) = outside.first().copied() else { return };
        let text = found.sheet.cell(row, column).map(shown).unwrap_or_default();
        let first = text.chars().take(FIRST_CHARS).collect();
        let place = self.cell(&found.sheet.name, row, column);
        self.report(place, Fact::TextOutside { first, cells: outside.len() });
    }
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
