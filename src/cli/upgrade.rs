//! `upgrade`: an assessment to another version of the catalogue. No answer is changed or lost.

use super::Done;
use super::args::{OutputArgs, UpgradeArgs};
use super::failure::refuse_argument;
use super::output::Console;
use super::saving::{Reason, open_to_change, save};
use super::session::assessment_path;
use crate::domain::Occasion;
use crate::engine::upgrade;
use crate::finding::Fact;
use crate::report::UpgradeReport;

pub(super) fn run(console: Console<'_>, args: &UpgradeArgs) -> anyhow::Result<Done> {
    let path = assessment_path(args.file.as_deref())?;
    // That the file names another version is what this command is about.
    let quiet = Console { quiet: true, ..console };
    let (_lock, opened) = open_to_change(quiet, path, args.write)?;
    let catalogue = &opened.catalogue;
    if let Some(found) = args.catalog_version.as_ref().filter(|v| **v != catalogue.version) {
        let (found, present) = (found.clone(), catalogue.version.clone());
        let fact = Fact::UnknownCatalogueVersion { found, present };
        return Err(refuse_argument("--catalog-version", fact));
    }
    let assessment = &opened.loaded.assessment;
    let result = upgrade(assessment, catalogue, &opened.loaded.method, args.refresh);
    save(console, &opened, &result.assessment, args.write, &Reason::of(Occasion::Upgrade))?;
    let report = UpgradeReport { upgrade: &result, catalogue };
    let output = OutputArgs { format: args.format, output: None, force: false };
    console.result(
        &output,
        || report.document(console.lang),
        || report.facts(),
        || Some(report.records(console.lang)),
    )?;
    Ok(if result.to_look_at.is_empty() { Done::Clean } else { Done::Findings })
}
