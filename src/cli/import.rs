//! `import`: a filled-in workbook back into the assessment. All or nothing.

use std::collections::BTreeSet;
use std::path::Path;

use super::Done;
use super::args::{ImportArgs, PreferArg};
use super::assess::{lock_existing, save, summarise};
use super::failure::{Conflicts, Refused};
use super::output::Console;
use super::session::{assessment_path, open_path, read_workbook};
use crate::exchange::{ImportOutcome, Incoming, Prefer, Target, import_workbook};
use crate::finding::{Code, Findings};
use crate::report::ImportReport;

pub(super) fn run(console: Console<'_>, args: &ImportArgs) -> anyhow::Result<Done> {
    let file = args.workbook.display().to_string();
    let workbook = read_workbook(console, &args.workbook)?;
    let path = assessment_path(args.into.as_deref().map(Path::new))?;
    let _lock = match args.write.dry_run {
        true => None,
        false => Some(lock_existing(&path)?),
    };
    let opened = open_path(console, path)?;
    let assessment_file = opened.file();
    let target = Target {
        assessment: &opened.loaded.assessment,
        file: &assessment_file,
        catalogue: &opened.catalogue,
        method: &opened.loaded.method,
        prefer: match args.prefer {
            None => Prefer::Nobody,
            Some(PreferArg::Workbook) => Prefer::Workbook,
            Some(PreferArg::File) => Prefer::File,
        },
    };
    let outcome = import_workbook(Incoming { workbook: &workbook, file: &file }, target);
    refuse_errors(&outcome)?;
    console.findings(&outcome.findings.clone().sorted());
    // Written first: a result on the screen must not stand for a file that was refused.
    save(console, &opened, &outcome.assessment, args.write)?;
    let report = ImportReport { outcome: &outcome, method: &opened.loaded.method };
    if !console.quiet {
        console.document(&report.document(console.lang));
        let touched: BTreeSet<_> = outcome.changes.iter().map(|change| &change.activity).collect();
        if !touched.is_empty() {
            summarise(console, &opened, &outcome.assessment, &touched);
        }
    }
    Ok(Done::Clean)
}

/// Errors refuse; a conflict and nothing else is a conflict.
fn refuse_errors(outcome: &ImportOutcome) -> anyhow::Result<()> {
    if !outcome.findings.has_errors() {
        return Ok(());
    }
    let findings: Findings = outcome.findings.clone();
    let is_other_error =
        |code: Code| code.severity() == crate::finding::Severity::Error && code != Code::IMP021;
    if findings.iter().any(|finding| is_other_error(finding.code())) {
        return Err(Refused(findings).into());
    }
    Err(Conflicts(findings).into())
}
