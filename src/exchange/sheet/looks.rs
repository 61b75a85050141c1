//! How the cells of a sheet look, handed to the writer crate in runs.
//!
//! Given with each cell, the crate would compare the whole format a hundred thousand times. Most
//! columns of a form look the same from top to bottom, so a look is given once for the run.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Format, Worksheet};

use super::{At, Result, Style};

/// Cells of a column, one below the other, that look the same.
struct Run {
    style: Style,
    column: u16,
    first: u32,
    last: u32,
}

/// What is to be said about how the cells of a sheet look.
#[derive(Default)]
pub(super) struct Looks {
    /// By column, the run that the next cell below may belong to.
    open: Vec<Option<Run>>,
    /// Runs that have ended.
    ended: Vec<Run>,
    known: BTreeSet<Style>,
}

impl Looks {
    /// Notes the look of a cell; `true` where the sheet has not had that look before.
    pub(super) fn note(&mut self, (row, column): At, style: Style) -> bool {
        let place = usize::from(column);
        if self.open.len() <= place {
            self.open.resize_with(place.saturating_add(1), || None);
        }
        let Some(open) = self.open.get_mut(place) else { return true };
        match open {
            Some(run) if run.style == style && run.last.checked_add(1) == Some(row) => {
                run.last = row;
                return false;
            }
            _ => {
                let run = Run { style, column, first: row, last: row };
                self.ended.extend(open.replace(run));
            }
        }
        self.known.insert(style)
    }

    /// Gives all cells their looks.
    pub(super) fn give(
        self,
        sheet: &mut Worksheet,
        formats: &BTreeMap<Style, Format>,
    ) -> Result<()> {
        for run in self.ended.into_iter().chain(self.open.into_iter().flatten()) {
            let Run { style, column, first, last } = run;
            let Some(format) = formats.get(&style) else { continue };
            // Cells that are new to the sheet count in its size only where they come one by one.
            sheet.set_cell_format(first, column, format)?;
            sheet.set_cell_format(last, column, format)?;
            sheet.set_range_format(first, column, last, column, format)?;
        }
        Ok(())
    }
}
