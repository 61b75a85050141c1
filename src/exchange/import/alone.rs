//! A filled-in workbook read by itself, as the assessment that it holds.

use super::super::guard::{RowsBelow, Unneeded};
use super::super::layout::{Form, computed_headers};
use super::super::protocol::{self, Protocol, facts};
use super::{ImportOutcome, Incoming, Prefer, Target, import_workbook};
use crate::domain::{
    Assessment, Catalogue, CatalogueRef, Method, MethodId, MethodRef, MunicipalityCode, Perspective,
};
use crate::engine::untouched_answer;
use crate::finding::{Fact, Findings, Location};

/// What a workbook says that it was written from: the assessment without its answers.
///
/// # Errors
/// `IMP017` where the hidden sheet is gone, `IMP015` where it is of a newer version or damaged.
pub fn written_from(incoming: Incoming<'_>) -> Result<Assessment, Findings> {
    let refuse = |fact| {
        let mut findings = Findings::new();
        findings.push(Location::File(incoming.file.to_owned()), fact);
        findings
    };
    let sheet = incoming.workbook.sheet(protocol::SHEET);
    let Some(protocol) = sheet.and_then(protocol::read_facts) else {
        return Err(refuse(Fact::BaselineMissing {}));
    };
    let schema = protocol.fact(facts::SCHEMA);
    let is_known = schema.parse().is_ok_and(|schema: u32| schema <= protocol::SCHEMA);
    match header(&protocol).filter(|_| is_known) {
        Some(header) => Ok(header),
        None => {
            let found = schema.to_owned();
            Err(refuse(Fact::WorkbookNewerSchema { found, known: protocol::SCHEMA }))
        }
    }
}

fn header(protocol: &Protocol<'_>) -> Option<Assessment> {
    let fact = |key| protocol.fact(key);
    let text = |key| fact(key).to_owned();
    let words = fact(facts::PERSPECTIVES).split_whitespace();
    let perspectives = words.filter_map(|word| {
        Perspective::KEYS.iter().find(|(key, _)| *key == word).map(|(_, whose)| *whose)
    });
    Some(Assessment {
        municipality: MunicipalityCode::parse(fact(facts::MUNICIPALITY)).ok()?,
        municipality_name: text(facts::MUNICIPALITY_NAME),
        round: text(facts::ROUND),
        as_of: fact(facts::EXPORTED).parse().ok()?,
        catalogue: CatalogueRef {
            id: text(facts::CATALOGUE),
            version: text(facts::CATALOGUE_VERSION),
            digest: text(facts::CATALOGUE_DIGEST),
        },
        method: MethodRef {
            id: MethodId::parse(fact(facts::METHOD)).ok()?,
            version: fact(facts::METHOD_VERSION).parse().ok()?,
        },
        perspectives: perspectives.collect(),
        activities: std::collections::BTreeMap::new(),
        own_sheets: Vec::new(),
    })
}

/// What of a workbook of ours [`written_from`] and [`read_alone`] have no use for: what is computed, and
/// what stood in the rows of threats when it was written.
#[must_use]
pub fn unneeded_alone() -> Unneeded<'static> {
    let begins = [protocol::BASELINE, Form::Threats.key()];
    Unneeded { computed: computed_headers(), rows: RowsBelow { sheet: protocol::SHEET, begins } }
}

/// Reads every answer of a workbook of ours, whatever stood there when it was written.
///
/// `header` is what [`written_from`] gave, and `method` the method that it names. A consequence
/// equal to the catalogue's starting figure counts as not yet confirmed unless the workbook says
/// otherwise, since a workbook does not say where a figure comes from.
///
/// Findings: those of [`import_workbook`]; with an error the answers must not be used.
#[must_use]
pub fn read_alone(
    incoming: Incoming<'_>,
    mut header: Assessment,
    catalogue: &Catalogue,
    method: &Method,
) -> ImportOutcome {
    let sheet = incoming.workbook.sheet(protocol::SHEET);
    for id in sheet.map(protocol::activities).unwrap_or_default() {
        let answer = untouched_answer(&id, catalogue, method);
        header.activities.insert(id, answer);
    }
    let file = incoming.file;
    let target = Target {
        assessment: &header,
        file,
        catalogue,
        method,
        prefer: Prefer::Nobody,
        decisions: None,
        base: Some((&header, file)),
    };
    import_workbook(incoming, target)
}
