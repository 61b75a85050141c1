//! A fuller assessment than any municipality's, and what it is compared with.

use risiko::domain::{Assessment, Catalogue, Method};
use risiko::engine::{Edit, RiskEdit, apply, new_assessment};
use risiko::exchange::workbook::Workbook;
use risiko::exchange::{
    ExportOptions, ImportOutcome, Incoming, Prefer, Target, export_workbook, import_workbook,
};
use risiko::store::{
    embedded_catalogue, embedded_method, embedded_method_ids, embedded_municipalities,
};
use risiko::text::Lang;

/// Threats rated per activity.
pub(crate) const THREATS: usize = 40;

/// What an assessment is made and read with.
pub(crate) struct Shipped {
    pub(crate) catalogue: Catalogue,
    pub(crate) method: Method,
}

impl Shipped {
    pub(crate) fn load() -> Self {
        let id = embedded_method_ids().remove(0);
        Self {
            catalogue: embedded_catalogue().unwrap(),
            method: embedded_method(&id).unwrap().unwrap(),
        }
    }

    /// Every activity with [`THREATS`] rated threats; each number gives a municipality, figures and
    /// reasons of its own.
    pub(crate) fn full(&self, number: usize) -> Assessment {
        let Self { catalogue, method } = self;
        let municipalities = embedded_municipalities().unwrap();
        let municipality = &municipalities[number % municipalities.len()];
        let day = "2026-11-01".parse().unwrap();
        let mut assessment = new_assessment(municipality, "2026", day, catalogue, method);
        for (at, answer) in assessment.activities.values_mut().enumerate() {
            for (offset, threat) in catalogue.threats.keys().take(THREATS).enumerate() {
                let level = u8::try_from((at + offset + number) % 4 + 1).unwrap();
                let reason = format!("Begrundelse {at} og {offset}: sket hos nabo {number} i fjor");
                let edit = Edit {
                    risk: RiskEdit {
                        threat: Some(threat.clone()),
                        likelihood: method.likelihood.level(level),
                        measures: Some(vec!["Sikker mail".to_owned()]),
                        ..RiskEdit::default()
                    },
                    reason: Some(reason),
                    ..Edit::default()
                };
                apply(answer, &edit);
            }
        }
        assessment
    }

    pub(crate) fn export(&self, assessment: &Assessment) -> Vec<u8> {
        let options = ExportOptions::whole(Lang::Da, assessment.as_of);
        export_workbook(assessment, &self.catalogue, &self.method, options).unwrap()
    }

    /// Takes a workbook back in; nobody has touched it.
    pub(crate) fn import(&self, workbook: &Workbook, assessment: &Assessment) -> ImportOutcome {
        let target = Target {
            assessment,
            file: "a.risiko.yml",
            catalogue: &self.catalogue,
            method: &self.method,
            prefer: Prefer::Nobody,
            decisions: None,
            base: None,
        };
        let outcome = import_workbook(Incoming { workbook, file: "a.xlsx" }, target);
        assert!(outcome.changes.is_empty() && outcome.conflicts.is_empty());
        outcome
    }
}
