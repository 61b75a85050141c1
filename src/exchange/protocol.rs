//! The hidden sheet: what the workbook was written from, and what stood in every input cell.
//!
//! Both directions of the protocol stand here, so that they cannot drift apart.

use std::collections::BTreeMap;

use super::layout::Form;
use super::workbook::{Sheet, Value};
use crate::text::Lang;

/// Name of the hidden sheet.
pub(super) const SHEET: &str = "_risiko";

/// Custom property that marks our workbooks.
pub(super) const MARK: &str = "risiko_skema";

/// Version of the protocol. A workbook with a higher one was written by a newer `risiko`.
pub(super) const SCHEMA: u32 = 1;

/// First cell of the row that stands above the baseline.
pub(super) const BASELINE: &str = "baseline";

/// Keys of the facts above the baseline.
pub(super) mod facts {
    pub(in crate::exchange) const SCHEMA: &str = "schema";
    pub(in crate::exchange) const MUNICIPALITY: &str = "municipality";
    pub(in crate::exchange) const MUNICIPALITY_NAME: &str = "municipality-name";
    pub(in crate::exchange) const ROUND: &str = "round";
    pub(in crate::exchange) const EXPORTED: &str = "exported";
    pub(in crate::exchange) const CATALOGUE: &str = "catalogue";
    pub(in crate::exchange) const CATALOGUE_VERSION: &str = "catalogue-version";
    pub(in crate::exchange) const CATALOGUE_DIGEST: &str = "catalogue-digest";
    pub(in crate::exchange) const METHOD: &str = "method";
    pub(in crate::exchange) const METHOD_VERSION: &str = "method-version";
    pub(in crate::exchange) const LANGUAGE: &str = "language";
    pub(in crate::exchange) const PERSPECTIVES: &str = "perspectives";
    /// Followed by the key of the form.
    pub(in crate::exchange) const COLUMNS: &str = "columns.";
}

/// Address of an input: form, activity, threat (empty for none), field.
pub(super) type InputKey = (Form, String, String, String);

/// What stood in every input cell that was not blank.
pub(super) type Baseline = BTreeMap<InputKey, String>;

/// The hidden sheet as it was read.
#[derive(Debug)]
pub(super) struct Protocol {
    facts: BTreeMap<String, String>,
    pub(super) baseline: Baseline,
}

impl Protocol {
    /// A fact; empty where the sheet does not have it.
    pub(super) fn fact(&self, key: &str) -> &str {
        self.facts.get(key).map_or("", String::as_str)
    }

    /// The language that the workbook was written in.
    pub(super) fn lang(&self) -> Lang {
        if self.fact(facts::LANGUAGE) == "en" { Lang::En } else { Lang::Da }
    }
}

/// Reads the hidden sheet: facts in two columns, then [`BASELINE`], then form, activity, threat,
/// field and value. `None` where there is no baseline.
pub(super) fn read(sheet: &Sheet) -> Option<Protocol> {
    let text = |row: u32, column: u32| match sheet.cell(row, column).map(|cell| &cell.value) {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let mut protocol = Protocol { facts: BTreeMap::new(), baseline: Baseline::new() };
    let mut has_baseline = false;
    for (row, _) in sheet.rows() {
        let first = text(row, 0);
        if has_baseline {
            let Some(form) = Form::ALL.into_iter().find(|form| form.key() == first) else {
                continue;
            };
            let key = (form, text(row, 1), text(row, 2), text(row, 3));
            protocol.baseline.insert(key, text(row, 4));
        } else if first == BASELINE {
            has_baseline = true;
        } else {
            protocol.facts.insert(first, text(row, 1));
        }
    }
    has_baseline.then_some(protocol)
}
