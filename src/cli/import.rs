//! `import` and `merge`: filled-in workbooks and other forms into the assessment. All or nothing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::{ImportArgs, MergeArgs, PreferArg, SettleArgs, WriteArgs};
use super::assess::summarise;
use super::failure::{Conflicts, Refused, refuse};
use super::incoming::read_incoming;
use super::output::Console;
use super::own_rows;
use super::saving::{Reason, open_to_change, save};
use super::session::{Opened, assessment_path, open_path};
use super::{Done, blind, inspect};
use crate::domain::{FieldPath, Occasion, RecordedDecision, RecordedSaying};
use crate::exchange::batch::BatchScope;
use crate::exchange::{
    Assessors, Decisions, FieldChange, ImportOutcome, Incoming, Os2Import, Prefer, SettledField,
    Side, Target, ThreatList, import_mapped, import_os2, is_os2, merge_workbooks, place_name,
};
use crate::finding::{Code, Fact, Findings, Location};
use crate::report::{FindingsReport, ImportReport};
use crate::{store, text};

pub(super) fn run(console: Console<'_>, args: &ImportArgs) -> anyhow::Result<Done> {
    if args.inspect {
        return inspect::run(console, args);
    }
    let prefer = match args.prefer {
        None => Prefer::Nobody,
        Some(PreferArg::Workbook) => Prefer::Workbook,
        Some(PreferArg::File) => Prefer::File,
    };
    let order = Order {
        occasion: Occasion::Import,
        paths: std::slice::from_ref(&args.workbook),
        into: args.into.as_deref(),
        prefer,
        settle: &args.settle,
        write: args.write,
    };
    let read = |incoming: &[Incoming<'_>], target: Target<'_>| {
        // One workbook is all that the arguments have room for.
        let Some(workbook) = incoming.first() else {
            return Ok(Form::Own(merge_workbooks(incoming, target)));
        };
        match (&args.map, &args.activity) {
            (Some(map), _) => mapped(console, map, *workbook, target),
            (None, Some(activity)) => os2(console, args, (*workbook, activity), target),
            (None, None) if is_os2(workbook.workbook) => {
                console.say(&text::os2::needs_activity(console.lang, workbook.file));
                let file = Location::File(workbook.file.to_owned());
                let (given, missing) = ("OS2compliance".to_owned(), "--activity".to_owned());
                Err(refuse(file, Fact::RequiresArgument { given, missing }))
            }
            (None, None) => Ok(Form::Own(merge_workbooks(incoming, target))),
        }
    };
    bring_in(console, &order, read)
}

/// A sheet that the municipality made itself.
fn mapped(
    console: Console<'_>,
    map: &Path,
    workbook: Incoming<'_>,
    target: Target<'_>,
) -> anyhow::Result<Form> {
    let (file, text) = (map.display().to_string(), store::read_text(map)?);
    let (catalogue, method) = (target.catalogue, Some(target.method));
    let mapping = store::parse_mapping(&file, &text, catalogue, method).map_err(Refused)?;
    Ok(Form::Foreign(import_mapped(workbook, &mapping, target, console.lang)))
}

/// An export from OS2compliance; where its threats have no numbers yet, the list of them is written.
fn os2(
    console: Console<'_>,
    args: &ImportArgs,
    (workbook, activity): (Incoming<'_>, &str),
    target: Target<'_>,
) -> anyhow::Result<Form> {
    let mut findings = Findings::new();
    let scope = BatchScope { catalogue: target.catalogue, method: target.method };
    let place = Location::Argument("--activity".to_owned());
    let Some(activity) = scope.activity(activity, place, &mut findings) else {
        return Err(Refused(findings).into());
    };
    let path = args.threats.as_deref();
    let file = path.map(|path| path.display().to_string());
    let known = path.filter(|path| store::exists(path)).map(|path| {
        let (file, text) = (path.display().to_string(), store::read_text(path)?);
        let list = ThreatList::read(&file, &text, target.catalogue).map_err(Refused)?;
        anyhow::Ok(list)
    });
    let list = known.transpose()?;
    let order = Os2Import { activity: &activity, list_file: file.as_deref(), list: list.as_ref() };
    let outcome = import_os2(workbook, order, target, console.lang);
    if let (Some(path), None, false) = (path, &list, args.write.dry_run)
        && !outcome.unmatched.is_empty()
    {
        let template = ThreatList::template(&outcome.unmatched, target.catalogue, console.lang);
        store::write_atomically(path, template.as_bytes())?;
        console.say(&text::os2::list_written(console.lang, &path.display().to_string()));
    }
    Ok(Form::Foreign(outcome.import))
}

pub(super) fn merge(console: Console<'_>, args: &MergeArgs) -> anyhow::Result<Done> {
    let order = Order {
        occasion: Occasion::Merge,
        paths: &args.workbooks,
        into: args.into.as_deref(),
        prefer: Prefer::Nobody,
        settle: &args.settle,
        write: args.write,
    };
    own_workbooks(console, &order)
}

/// What is to be brought in where, and how.
struct Order<'a> {
    occasion: Occasion,
    paths: &'a [PathBuf],
    into: Option<&'a Path>,
    prefer: Prefer,
    settle: &'a SettleArgs,
    write: WriteArgs,
}

impl Order<'_> {
    /// What the files are taken to have been written from, where they do not know themselves: what
    /// assessors answered apart from each other was given in the empty form of the assessment.
    fn base(&self, console: Console<'_>, assessment: &Path) -> anyhow::Result<Option<Opened>> {
        let is_blind = self.paths.iter().any(|path| blind::is_one(path));
        let named = self.settle.assume_base.clone();
        let path = named.or_else(|| is_blind.then(|| assessment.to_owned()));
        path.map(|path| open_path(console, path)).transpose()
    }
}

/// What was read, and from which kind of form.
enum Form {
    /// Workbooks of ours.
    Own(ImportOutcome),
    /// Anything else; what was not taken is part of the result.
    Foreign(ImportOutcome),
}

fn own_workbooks(console: Console<'_>, order: &Order<'_>) -> anyhow::Result<Done> {
    bring_in(console, order, |incoming, target| Ok(Form::Own(merge_workbooks(incoming, target))))
}

fn bring_in(
    console: Console<'_>,
    order: &Order<'_>,
    read: impl FnOnce(&[Incoming<'_>], Target<'_>) -> anyhow::Result<Form>,
) -> anyhow::Result<Done> {
    let (settle, write) = (order.settle, order.write);
    let files: Vec<String> = order.paths.iter().map(|path| path.display().to_string()).collect();
    let mut workbooks = Vec::new();
    for path in order.paths {
        workbooks.push(read_incoming(console, path)?);
    }
    let (_lock, mut opened) = open_to_change(console, assessment_path(order.into)?, write)?;
    let base = order.base(console, &opened.path)?;
    let incoming: Vec<Incoming<'_>> =
        workbooks.iter().zip(&files).map(|(workbook, file)| Incoming { workbook, file }).collect();
    let added = own_rows::find(&mut opened, &incoming)?;
    let assessment_file = opened.file();
    let list = settle.decisions.as_deref();
    let assessors = blind::assessors(console, order.paths)?;
    let is_decided = list.is_some_and(store::exists);
    let decisions = read_decisions(&assessors, list.filter(|_| is_decided))?;
    let base_file = base.as_ref().map(|base| base.file()).unwrap_or_default();
    let target = Target {
        assessment: &opened.loaded.assessment,
        file: &assessment_file,
        catalogue: &opened.catalogue,
        method: &opened.loaded.method,
        prefer: order.prefer,
        decisions: Some(&decisions),
        base: base.as_ref().map(|base| (&base.loaded.assessment, base_file.as_str())),
    };
    let form = read(&incoming, target)?;
    let (Form::Own(outcome) | Form::Foreign(outcome)) = &form;
    if let Err(refusal) = refuse_errors(outcome) {
        let is_first = !is_decided && !write.dry_run && refusal.is::<Conflicts>();
        if let Some(list) = list.filter(|_| is_first) {
            write_list(console, list, (&assessors, outcome))?;
        }
        return Err(refusal);
    }
    // Written first: a result on the screen must not stand for a file that was refused.
    if let Form::Own(_) = form {
        console.findings(&outcome.findings.clone().sorted());
    }
    if let Some(added) = added.filter(|_| !write.dry_run) {
        added.write(console)?;
    }
    let source = |path: &FieldPath| cell_of(outcome, path);
    let reason = Reason {
        decisions: outcome.settled.iter().map(decision).collect(),
        source: &source,
        ..Reason::of(order.occasion)
    };
    save(console, &opened, &outcome.assessment, write, &reason)?;
    let report = ImportReport { outcome, method: &opened.loaded.method, files: &files };
    if !console.quiet {
        if let (Form::Foreign(_), Some(file)) = (&form, files.first()) {
            // By code: a sheet of a hundred rows may say the same of thirty.
            report_notes(console, file, &outcome.findings);
        }
        console.document(&report.document(console.lang));
        let touched: BTreeSet<_> = outcome.changes.iter().map(|change| &change.activity).collect();
        if !touched.is_empty() {
            summarise(console, &opened, &outcome.assessment, &touched);
        }
    }
    Ok(Done::Clean)
}

/// Writes the list of conflicts to decide about.
fn write_list(
    console: Console<'_>,
    list: &Path,
    (assessors, outcome): (&Assessors, &ImportOutcome),
) -> anyhow::Result<()> {
    let template = Decisions::template(assessors, &outcome.conflicts, console.lang);
    store::write_atomically(list, template.as_bytes())?;
    let is_of_people = *assessors != Assessors::default();
    let file = list.display().to_string();
    console.say(&text::decisions_written(console.lang, &file, is_of_people));
    Ok(())
}

/// Where a value was read; the last of several workbooks that it was read from.
fn cell_of(outcome: &ImportOutcome, path: &FieldPath) -> Option<String> {
    let is_about = |change: &&FieldChange| {
        path.activity.as_ref() == Some(&change.activity)
            && path.threat == change.threat
            && change.field.holds(&path.keys)
    };
    if path.activity.is_none() {
        // Nothing else above the activities comes from a workbook than sheets that people added.
        return outcome.sheet_changes.last().map(|change| change.file.clone());
    }
    outcome.changes.iter().rev().find(is_about).map(|change| place_name(&change.place))
}

/// What two sides said, and whose value stands, for the journal.
fn decision(settled: &SettledField) -> RecordedDecision {
    let conflict = &settled.conflict;
    let said = |place: String, value: &String| RecordedSaying { place, value: value.clone() };
    RecordedDecision {
        activity: conflict.activity.clone(),
        threat: conflict.threat.clone(),
        field: conflict.field.key(),
        said: [
            said(conflict.held_in(), &conflict.now),
            said(place_name(&conflict.place), &conflict.workbook),
        ],
        taken: settled.side.map(|side| match side {
            Side::File => 0,
            Side::Workbook => 1,
        }),
    }
}

fn report_notes(console: Console<'_>, file: &str, findings: &Findings) {
    if !findings.is_empty() {
        let findings = findings.clone().sorted();
        let report = FindingsReport { subject: file, findings: &findings };
        console.document(&report.document(console.lang));
    }
}

/// What was decided; without a list nothing yet.
fn read_decisions(assessors: &Assessors, list: Option<&Path>) -> anyhow::Result<Decisions> {
    let assessors = assessors.clone();
    let Some(list) = list else { return Ok(Decisions::of(assessors)) };
    let file = list.display().to_string();
    Ok(Decisions::read_of(assessors, &file, &store::read_text(list)?).map_err(Refused)?)
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
