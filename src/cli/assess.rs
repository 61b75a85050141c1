//! `assess`: figures in, from flags or from a CSV file. All or nothing.

use std::collections::BTreeSet;
use std::path::Path;

use super::args::AssessArgs;
use super::chosen::chosen_activities;
use super::failure::{Refused, refuse, refuse_argument};
use super::output::Console;
use super::saving::{Reason, open_to_change, save};
use super::session::{Opened, assessment_path, split_targets};
use super::{Done, blind};
use crate::domain::{ActivityId, Assessment, FieldPath, Occasion};
use crate::engine::{apply, overview, untouched_answer};
use crate::exchange::batch::{BatchField, BatchRow, BatchScope, RawEdit, read_batch};
use crate::exchange::place_name;
use crate::finding::{Fact, Findings, Location};
use crate::report::AssessedReport;
use crate::store;

pub(super) fn run(console: Console<'_>, args: &AssessArgs) -> anyhow::Result<Done> {
    let (file, ids) = split_targets(&args.targets);
    let path = assessment_path(file.as_deref())?;
    let own = args.blind.as_deref().map(|assessor| blind::path_of(&path, assessor)).transpose()?;
    let (_lock, opened) = match &own {
        None => open_to_change(console, path, args.write)?,
        Some(own) => blind::open(console, &path, own, args.write)?,
    };
    let rows = match &args.batch {
        Some(source) => batch_rows(console, &opened, source, ids, args)?,
        None => flag_rows(&opened, ids, args)?,
    };
    let mut changed = opened.loaded.assessment.clone();
    for row in &rows {
        let answer = changed.activities.entry(row.activity.clone()).or_insert_with(|| {
            untouched_answer(&row.activity, &opened.catalogue, &opened.loaded.method)
        });
        apply(answer, &row.edit);
        if let Some(assessor) = &args.blind {
            answer.assessed.by.get_or_insert_with(|| assessor.clone());
        }
    }
    let touched: BTreeSet<&ActivityId> = rows.iter().map(|row| &row.activity).collect();
    // Written first: a result on the screen must not stand for a file that was refused.
    let source = |path: &FieldPath| row_of(&rows, path);
    let reason = Reason { source: &source, ..Reason::of(Occasion::Assess) };
    save(console, &opened, &changed, args.write, &reason)?;
    summarise(console, &opened, &changed, &touched);
    Ok(Done::Clean)
}

/// The last row of a batch file that an activity or threat stands in.
fn row_of(rows: &[BatchRow], path: &FieldPath) -> Option<String> {
    let is_about = |row: &&BatchRow| {
        path.activity.as_ref() == Some(&row.activity)
            && (path.threat.is_none() || path.threat == row.edit.risk.threat)
    };
    rows.iter().rev().find(is_about)?.place.as_ref().map(place_name)
}

pub(super) fn summarise(
    console: Console<'_>,
    opened: &Opened,
    changed: &Assessment,
    touched: &BTreeSet<&ActivityId>,
) {
    let (catalogue, method) = (&opened.catalogue, &opened.loaded.method);
    let report = AssessedReport {
        before: &overview(&opened.loaded.assessment, catalogue, method),
        after: &overview(changed, catalogue, method),
        touched,
    };
    if !console.quiet {
        console.document(&report.document(console.lang));
    }
}

fn batch_rows(
    console: Console<'_>,
    opened: &Opened,
    source: &str,
    ids: &[String],
    args: &AssessArgs,
) -> anyhow::Result<Vec<BatchRow>> {
    if !ids.is_empty() || has_figures(args) {
        let first = "--batch".to_owned();
        let second = ids.first().cloned().unwrap_or_else(|| "--reason, --likelihood …".to_owned());
        return Err(refuse_argument("--batch", Fact::ConflictingArguments { first, second }));
    }
    let (name, text) = match source {
        "-" => {
            let bytes = store::read_whole(Path::new("-"), std::io::stdin())?;
            let text = String::from_utf8(bytes)
                .map_err(|_| refuse(Location::File("-".to_owned()), Fact::NotUtf8 {}))?;
            ("-".to_owned(), text)
        }
        file => (file.to_owned(), store::read_text(Path::new(file))?),
    };
    let scope = BatchScope { catalogue: &opened.catalogue, method: &opened.loaded.method };
    let (rows, findings) = read_batch(&name, &text, scope).map_err(Refused)?;
    console.findings(&findings);
    Ok(rows)
}

pub(super) fn has_figures(args: &AssessArgs) -> bool {
    !raw_edit(args).fields.is_empty()
}

fn flag_rows(opened: &Opened, ids: &[String], args: &AssessArgs) -> anyhow::Result<Vec<BatchRow>> {
    let scope = BatchScope { catalogue: &opened.catalogue, method: &opened.loaded.method };
    let mut findings = Findings::new();
    let edit = scope.edit(&raw_edit(args), &mut findings);
    let chosen = chosen_activities(opened, ids, (&args.area, &args.kle), &mut findings);
    if chosen.is_empty() && findings.is_empty() {
        let location = Location::Argument("AKTIVITET".to_owned());
        let allowed = ["AKTIVITET", "--area", "--kle", "--batch"].map(str::to_owned).to_vec();
        findings.push(location, Fact::NothingChosen { allowed });
    }
    if findings.has_errors() {
        return Err(Refused(findings).into());
    }
    Ok(chosen
        .into_iter()
        .map(|activity| BatchRow { activity, edit: edit.clone(), place: None })
        .collect())
}

/// Flags as fields; the same checks as for a row of a batch file follow.
fn raw_edit(args: &AssessArgs) -> RawEdit {
    let mut raw = RawEdit::default();
    let mut set = |field: BatchField, text: Option<&str>| {
        if let Some(text) = text {
            raw.set(field, text, Location::Argument(format!("--{}", field.key())));
        }
    };
    let joined = |texts: &[String]| (!texts.is_empty()).then(|| texts.join(" | "));
    let perspective = match (args.organisation, args.society) {
        (true, _) => Some("organisation"),
        (_, true) => Some("society"),
        _ => None,
    };
    set(BatchField::Threat, args.threat.as_deref());
    set(BatchField::Status, args.status.as_deref());
    set(BatchField::Confirm, args.confirm.then_some("yes"));
    set(BatchField::Perspective, perspective);
    set(BatchField::Confidentiality, args.confidentiality.as_deref());
    set(BatchField::Integrity, args.integrity.as_deref());
    set(BatchField::Availability, args.availability.as_deref());
    set(BatchField::Authenticity, args.authenticity.as_deref());
    set(BatchField::Likelihood, args.likelihood.as_deref());
    set(BatchField::Reason, args.reason.as_deref());
    set(BatchField::NotRelevant, args.not_relevant.as_deref());
    set(BatchField::Measures, joined(&args.measures).as_deref());
    set(BatchField::Treatment, args.treatment.as_deref());
    set(BatchField::ResidualLikelihood, args.residual_likelihood.as_deref());
    set(BatchField::ResidualConsequence, args.residual_consequence.as_deref());
    set(BatchField::Action, joined(&args.action).as_deref());
    set(BatchField::ActionOwner, args.action_owner.as_deref());
    set(BatchField::ActionDeadline, args.action_deadline.as_deref());
    set(BatchField::Owner, args.owner.as_deref());
    set(BatchField::System, args.system.as_deref());
    set(BatchField::Processor, args.processor.as_deref());
    set(BatchField::MaxDowntimeHours, args.max_downtime_hours.as_deref());
    set(BatchField::Note, args.note.as_deref());
    set(BatchField::AssessedBy, args.assessed_by.as_deref());
    set(BatchField::AssessedOn, args.assessed_on.as_deref());
    set(BatchField::ReviewBy, args.review_by.as_deref());
    if args.not_applicable {
        let flag = Location::Argument("--not-applicable".to_owned());
        raw.set(BatchField::Status, "not-applicable", flag);
    }
    raw
}
