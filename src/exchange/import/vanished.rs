//! Rows and columns that were written and are no longer there: reported, never obeyed.
//!
//! A workbook says in its hidden sheet what it was written with. A table has none: it may be a part of
//! the assessment. What a part would have had as well is reported likewise; of the rest it is said once
//! how much there is.

use std::collections::BTreeSet;

use super::super::field::Field;
use super::super::layout::{Form, Role, inputs};
use super::super::protocol::{Protocol, RowKey, facts};
use super::super::workbook::Source;
use super::Import;
use super::table::Found;
use crate::domain::ActivityId;
use crate::finding::Fact;

impl Import<'_> {
    /// Rows that were written and are no longer there.
    pub(super) fn vanished(&mut self, protocol: &Protocol<'_>) {
        // A sheet that is missing altogether has been reported as such.
        let gone = protocol
            .baseline
            .keys()
            .filter(|key| self.present.contains(&key.0) && !self.seen.contains_key(key));
        let gone: Vec<RowKey> = gone.cloned().collect();
        let Some((base, _)) = self.target.base else {
            gone.iter().for_each(|key| self.row_vanished(key));
            return;
        };
        if self.incoming.workbook.source == Source::Json {
            // A program leaves out what it has nothing to say about.
            return;
        }
        // Every part has all answered threats of an activity, or none.
        let begun: BTreeSet<ActivityId> = self
            .seen
            .keys()
            .filter(|(form, ..)| *form == Form::Threats)
            .map(|(_, activity, _)| activity.clone())
            .collect();
        let mut absent = Vec::new();
        for key @ (form, activity, threat) in &gone {
            match threat {
                _ if !base.activities.contains_key(activity) => {}
                Some(_) if *form == Form::Threats && begun.contains(activity) => {
                    self.row_vanished(key);
                }
                Some(threat) => absent.push(format!("{activity} {threat}")),
                None => absent.push(activity.to_string()),
            }
        }
        absent.append(&mut self.absent_actions);
        if !absent.is_empty() {
            self.report(self.whole_file(), Fact::RowsAbsent { rows: absent });
        }
    }

    fn row_vanished(&mut self, (_, activity, threat): &RowKey) {
        let threat = threat.as_ref().map(ToString::to_string);
        let fact = Fact::RowVanished { activity: activity.clone(), threat };
        self.report(self.whole_file(), fact);
    }

    /// Input columns that were written and are no longer there.
    pub(super) fn vanished_columns(&mut self, found: &Found<'_>, protocol: &Protocol<'_>) {
        let form = found.form;
        let written = protocol.fact(&format!("{}{}", facts::COLUMNS, form.key()));
        let was_there = |field: &Field| match self.target.base {
            None => written.split(' ').any(|key| key == field.key()),
            // Every part has the columns that its rows have something in.
            Some(_) => self.has_rows_with(form, protocol, |key| {
                let row = protocol.baseline.get(key);
                row.is_some_and(|row| row.get(*field).is_some_and(|text| !text.is_empty()))
            }),
        };
        let extra_was_there = |extra: &str| {
            self.target.base.is_none()
                || self.has_rows_with(form, protocol, |key| {
                    let row = protocol.extras.get(key);
                    row.is_some_and(|row| row.contains_key(extra))
                })
        };
        if self.target.base.is_some() && self.incoming.workbook.source == Source::Json {
            // A key that no row has leaves its field as it is.
            return;
        }
        let is_there =
            |field: Field| found.columns.iter().any(|(known, _)| known.role == Role::Input(field));
        let fields = inputs(form).filter(|field| !is_there(*field)).filter(was_there);
        let extras = protocol.extra_columns.get(&form).into_iter().flatten();
        let extras = extras.filter(|a| found.extras.iter().all(|(known, _)| *known != a.key));
        let extras = extras.filter(|added| extra_was_there(&added.key));
        let extras = extras.map(|added| added.header.clone());
        let gone: Vec<String> = fields.map(|field| field.header(self.lang)).chain(extras).collect();
        for header in gone {
            let sheet = found.sheet.name.clone();
            self.report(self.whole_file(), Fact::ColumnVanished { header, sheet });
        }
    }

    /// Whether a row that was read is such a one.
    fn has_rows_with(
        &self,
        form: Form,
        protocol: &Protocol<'_>,
        is_one: impl Fn(&RowKey) -> bool,
    ) -> bool {
        let keys = protocol.baseline.keys().chain(protocol.extras.keys());
        keys.filter(|key| key.0 == form && self.seen.contains_key(*key)).any(is_one)
    }
}
