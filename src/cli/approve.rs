//! `approve`: a named person accepts the risk of activities as it stands.

use std::collections::BTreeSet;

use super::args::{ApproveArgs, OutputArgs};
use super::chosen::named_activities;
use super::failure::{Refused, refuse_argument};
use super::output::Console;
use super::saving::{Reason, open_to_change, save};
use super::session::{Opened, assessment_path, day, day_given};
use super::signing::{open_key, sign_file};
use super::{Done, clock};
use crate::domain::{ActivityId, Assessment, Occasion, Status};
use crate::engine::{Acceptor, Scope, acceptance, overview};
use crate::finding::{Fact, Findings, Location};
use crate::report::ApproveReport;
use crate::store;

pub(super) fn run(console: Console<'_>, args: &ApproveArgs) -> anyhow::Result<Done> {
    let path = assessment_path(args.file.as_deref())?;
    // Before the lock: whoever looks for a password keeps nobody waiting.
    let key =
        args.sign.as_deref().map(|key| Ok::<_, anyhow::Error>((key, open_key(console, key)?)));
    let key = key.transpose()?;
    let (_lock, opened) = open_to_change(console, path, args.write)?;
    let mut findings = Findings::new();
    let who = acceptor(args, &mut findings)?;
    let chosen = chosen(&opened, args, &mut findings)?;
    let changed = accept(&opened, &chosen, &who, &mut findings);
    if findings.has_errors() {
        return Err(Refused(findings).into());
    }
    save(console, &opened, &changed, args.write, &Reason::of(Occasion::Approve))?;
    if let Some((key_path, key)) = key.filter(|_| !args.write.dry_run) {
        let by = format!("{}, {}", who.by, who.role);
        let journal = store::Journal::open(&opened.path)?.end();
        sign_file(console, (key_path, &key), (&opened.path, journal), &by)?;
    }
    let (catalogue, method) = (&opened.catalogue, &opened.loaded.method);
    let overview = overview(&changed, catalogue, method);
    let rows = overview.rows.iter().filter(|row| chosen.contains(row.id)).collect();
    let report = ApproveReport { assessment: &changed, catalogue, method, rows };
    let output = OutputArgs { format: args.format, output: None, force: false };
    console.result(
        &output,
        || report.document(console.lang),
        || report.facts(),
        || Some(report.records(console.lang)),
    )?;
    Ok(Done::Clean)
}

/// Who accepts; an acceptance that names nobody is none.
fn acceptor(args: &ApproveArgs, findings: &mut Findings) -> anyhow::Result<Acceptor> {
    let (by, role) = (args.name.trim(), args.role.trim());
    let (no_name, no_role) = (by.is_empty(), role.is_empty());
    if no_name || no_role {
        let place = if no_name { "--name" } else { "--role" };
        let fact = Fact::AcceptanceWithoutName { no_name, no_role };
        findings.push(Location::Argument(place.to_owned()), fact);
    }
    let on = day(args.as_of.as_deref(), clock::today)?;
    let until = args.until.as_deref().map(|text| day_given("--until", text)).transpose()?;
    if let Some(until) = until.filter(|until| *until < on) {
        let fact = Fact::AcceptanceOverBefore { on: on.to_string(), until: until.to_string() };
        findings.push(Location::Argument("--until".to_owned()), fact);
    }
    Ok(Acceptor { by: by.to_owned(), role: role.to_owned(), on, until })
}

/// The activities to accept; with `--all` those that the municipality has.
fn chosen(
    opened: &Opened,
    args: &ApproveArgs,
    findings: &mut Findings,
) -> anyhow::Result<BTreeSet<ActivityId>> {
    let answers = &opened.loaded.assessment.activities;
    if args.all {
        let here = answers.iter().filter(|(_, answer)| answer.status != Status::NotApplicable);
        return Ok(here.map(|(id, _)| id.clone()).collect());
    }
    if args.activity.is_empty() {
        let allowed = ["--activity 74", "--all"].map(str::to_owned).into();
        return Err(refuse_argument("--activity", Fact::NothingChosen { allowed }));
    }
    let named = named_activities(opened, &args.activity, "--activity", findings);
    let (there, missing): (BTreeSet<_>, BTreeSet<_>) =
        named.into_iter().partition(|id| answers.contains_key(id));
    if !missing.is_empty() {
        let missing = missing.into_iter().collect();
        let place = Location::Argument("--activity".to_owned());
        findings.push(place, Fact::ActivityNotInAssessment { activities: missing });
    }
    Ok(there)
}

/// The assessment with the acceptances, and everything that is in the way of one.
fn accept(
    opened: &Opened,
    chosen: &BTreeSet<ActivityId>,
    who: &Acceptor,
    findings: &mut Findings,
) -> Assessment {
    let mut changed = opened.loaded.assessment.clone();
    let perspectives = changed.perspectives.clone();
    let (catalogue, method) = (&opened.catalogue, &opened.loaded.method);
    let scope = Scope { catalogue, method, perspectives: &perspectives };
    for (id, answer) in &mut changed.activities {
        if !chosen.contains(id) {
            continue;
        }
        match acceptance(answer, scope, who.clone()) {
            Ok(acceptance) => answer.acceptance = Some(acceptance),
            Err(reasons) => {
                for (threat, reason) in reasons {
                    let line = opened.loaded.lines.get(&(id.clone(), threat.clone())).copied();
                    let (file, activity) = (opened.file(), id.clone());
                    let place = Location::Answer { file, activity, threat, line };
                    findings.push(place, Fact::CannotBeAccepted { reason });
                }
            }
        }
    }
    changed
}
