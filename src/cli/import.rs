//! `import` and `merge`: filled-in workbooks back into the assessment. All or nothing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Done;
use super::args::{ImportArgs, MergeArgs, PreferArg, SettleArgs, WriteArgs};
use super::assess::{lock_existing, save, summarise};
use super::failure::{Conflicts, Refused};
use super::output::Console;
use super::session::{assessment_path, open_path, read_workbook};
use crate::exchange::{Decisions, ImportOutcome, Incoming, Prefer, Target, merge_workbooks};
use crate::finding::{Code, Findings};
use crate::report::ImportReport;
use crate::{store, text};

pub(super) fn run(console: Console<'_>, args: &ImportArgs) -> anyhow::Result<Done> {
    let prefer = match args.prefer {
        None => Prefer::Nobody,
        Some(PreferArg::Workbook) => Prefer::Workbook,
        Some(PreferArg::File) => Prefer::File,
    };
    let workbooks = std::slice::from_ref(&args.workbook);
    bring_in(console, workbooks, args.into.as_deref(), (prefer, &args.settle), args.write)
}

pub(super) fn merge(console: Console<'_>, args: &MergeArgs) -> anyhow::Result<Done> {
    let settle = (Prefer::Nobody, &args.settle);
    bring_in(console, &args.workbooks, args.into.as_deref(), settle, args.write)
}

fn bring_in(
    console: Console<'_>,
    paths: &[PathBuf],
    into: Option<&Path>,
    (prefer, settle): (Prefer, &SettleArgs),
    write: WriteArgs,
) -> anyhow::Result<Done> {
    let files: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let mut workbooks = Vec::new();
    for path in paths {
        workbooks.push(read_workbook(console, path)?);
    }
    let path = assessment_path(into)?;
    let _lock = match write.dry_run {
        true => None,
        false => Some(lock_existing(&path)?),
    };
    let opened = open_path(console, path)?;
    let assessment_file = opened.file();
    let list = settle.decisions.as_deref();
    let decisions = list.filter(|list| store::exists(list)).map(read_decisions).transpose()?;
    let base = settle.assume_base.as_ref().map(|path| open_path(console, path.clone()));
    let base = base.transpose()?;
    let base_file = base.as_ref().map(|base| base.file()).unwrap_or_default();
    let target = Target {
        assessment: &opened.loaded.assessment,
        file: &assessment_file,
        catalogue: &opened.catalogue,
        method: &opened.loaded.method,
        prefer,
        decisions: decisions.as_ref(),
        base: base.as_ref().map(|base| (&base.loaded.assessment, base_file.as_str())),
    };
    let incoming: Vec<Incoming<'_>> =
        workbooks.iter().zip(&files).map(|(workbook, file)| Incoming { workbook, file }).collect();
    let outcome = merge_workbooks(&incoming, target);
    if let Err(refusal) = refuse_errors(&outcome) {
        let is_first = decisions.is_none() && !write.dry_run && refusal.is::<Conflicts>();
        if let Some(list) = list.filter(|_| is_first) {
            let template = Decisions::template(&outcome.conflicts, console.lang);
            store::write_atomically(list, template.as_bytes())?;
            console.say(&text::decisions_written(console.lang, &list.display().to_string()));
        }
        return Err(refusal);
    }
    console.findings(&outcome.findings.clone().sorted());
    // Written first: a result on the screen must not stand for a file that was refused.
    save(console, &opened, &outcome.assessment, write)?;
    let report = ImportReport { outcome: &outcome, method: &opened.loaded.method, files: &files };
    if !console.quiet {
        console.document(&report.document(console.lang));
        let touched: BTreeSet<_> = outcome.changes.iter().map(|change| &change.activity).collect();
        if !touched.is_empty() {
            summarise(console, &opened, &outcome.assessment, &touched);
        }
    }
    Ok(Done::Clean)
}

fn read_decisions(list: &Path) -> anyhow::Result<Decisions> {
    let file = list.display().to_string();
    Ok(Decisions::read(&file, &store::read_text(list)?).map_err(Refused)?)
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
