//! Sheets of a workbook that are no form of ours: kept whole, three-way like everything else.

use std::collections::BTreeSet;

use super::super::own_sheets::{as_written, is_derived, taken};
use super::super::protocol::{OwnCells, Protocol};
use super::super::workbook::{Address, Sheet};
use super::table::form_of;
use super::{Import, Prefer, SheetChange};
use crate::domain::{OwnCell, OwnSheet};
use crate::finding::{Fact, Holder, Location};
use crate::text::workbook::labels;
use crate::text::{self, Lang};

impl Import<'_> {
    /// Takes over the sheets that people added or changed; says which look like a form and are none.
    pub(super) fn own_sheets(&mut self, protocol: &Protocol) {
        let mut present = BTreeSet::new();
        for sheet in &self.incoming.workbook.sheets {
            if self.forms.contains(&sheet.name) || is_derived(sheet) {
                continue;
            }
            if let Some(form) = form_of(sheet) {
                let of = form.name().pick(self.lang).to_owned();
                let fact = Fact::SheetCopy { sheet: sheet.name.clone(), of };
                self.report(self.whole_file(), fact);
                continue;
            }
            present.insert(self.own_sheet(sheet, protocol));
        }
        if self.target.base.is_some() {
            // Nobody knows which sheets the workbook had.
            return;
        }
        for name in protocol.sheets.keys().filter(|name| !present.contains(*name)) {
            let fact = Fact::SheetVanished { sheet: name.clone() };
            self.outcome.findings.push(Location::File(self.incoming.file.to_owned()), fact);
        }
    }

    /// One sheet; gives the name that it is kept under.
    fn own_sheet(&mut self, sheet: &Sheet, protocol: &Protocol) -> String {
        let (mut own, formulas) = taken(sheet);
        let name = own.name.clone();
        let none = OwnCells::new();
        let stood = protocol.sheets.get(&name).unwrap_or(&none);
        let stood_hidden = protocol.hidden.contains(&name);
        if own.cells == *stood && own.hidden == stood_hidden {
            return name;
        }
        let file = self.before.own_sheets.iter().find(|known| known.name == name);
        let whole = file.map_or_else(|| none.clone(), |sheet| sheet.cells.clone());
        let file_hidden = file.map_or(stood_hidden, |sheet| sheet.hidden);
        if own.hidden == stood_hidden {
            own.hidden = file_hidden;
        }
        let file = as_written(&whole, self.lang);
        let is_same = own.cells == file && own.hidden == file_hidden;
        whole_again(&mut own.cells, &whole);
        let has_changed = file != *stood;
        match (is_same, has_changed, self.target.prefer) {
            (true, ..) | (false, true, Prefer::File) => {}
            (false, true, Prefer::Nobody) => {
                let fact = Fact::Conflict {
                    field: format!("{} {name}", self.lang.pick("arket", "the sheet")),
                    workbook: self.cells(own.cells.len()),
                    file: self.cells(file.len()),
                    holder: Holder::Place(self.target.file.to_owned()),
                    baseline: self.cells(stood.len()),
                };
                self.report(self.whole_file(), fact);
            }
            (false, false, _) | (false, true, Prefer::Workbook) => self.keep_sheet(&own, formulas),
        }
        name
    }

    fn cells(&self, count: usize) -> String {
        text::counted(self.lang, count, self.lang.pick(("celle", "celler"), ("cell", "cells")))
    }

    /// Puts a sheet into the assessment; one without cells is taken out.
    fn keep_sheet(&mut self, own: &OwnSheet, formulas: usize) {
        let sheets = &self.outcome.assessment.own_sheets;
        let others = sheets.iter().filter(|known| known.name != own.name);
        let others: usize = others.map(|sheet| sheet.cells.len()).sum();
        let (sheet, cells) = (own.name.clone(), own.cells.len());
        if others + cells > OwnSheet::MOST_CELLS {
            let limit = OwnSheet::MOST_CELLS;
            self.report(self.whole_file(), Fact::OwnSheetTooLarge { sheet, cells, limit });
            return;
        }
        let sheets = &mut self.outcome.assessment.own_sheets;
        let before = match sheets.iter_mut().find(|known| known.name == own.name) {
            Some(known) => Some(std::mem::replace(known, own.clone())),
            None => {
                sheets.push(own.clone());
                None
            }
        };
        sheets.retain(|sheet| !sheet.cells.is_empty());
        match before {
            // Cell by cell, as everything else that changed.
            Some(before) if cells > 0 && formulas == 0 => self.changed_cells(&before, own),
            _ => self.report(self.whole_file(), Fact::OwnSheetKept { sheet, cells, formulas }),
        }
    }

    fn changed_cells(&mut self, before: &OwnSheet, now: &OwnSheet) {
        let change =
            |at: Option<Address>, from: Option<&OwnCell>, to: Option<&OwnCell>| SheetChange {
                sheet: now.name.clone(),
                at,
                from: from.cloned(),
                to: to.cloned(),
                file: self.incoming.file.to_owned(),
            };
        let mut changes = Vec::new();
        if before.hidden != now.hidden {
            let hidden = |is: bool| is.then_some(OwnCell::Boolean(true));
            let (from, to) = (hidden(before.hidden), hidden(now.hidden));
            changes.push(change(None, from.as_ref(), to.as_ref()));
        }
        let places: BTreeSet<&Address> = before.cells.keys().chain(now.cells.keys()).collect();
        for at in places {
            let (from, to) = (before.cells.get(at), now.cells.get(at));
            if from != to {
                changes.push(change(Some(*at), from, to));
            }
        }
        self.outcome.sheet_changes.extend(changes);
    }
}

/// Gives texts that were too long for a cell of the workbook what the file has of them.
fn whole_again(cells: &mut OwnCells, file: &OwnCells) {
    let marks = [Lang::Da, Lang::En].map(|lang| labels::TRUNCATED.pick(lang));
    for (at, cell) in cells.iter_mut() {
        let is_cut =
            matches!(cell, OwnCell::Text(text) if marks.iter().any(|mark| text.ends_with(mark)));
        if let Some(whole) = file.get(at).filter(|_| is_cut) {
            *cell = whole.clone();
        }
    }
}
