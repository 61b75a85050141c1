//! `check`: every finding of an assessment.

use super::args::{CheckArgs, FailOn};
use super::output::Console;
use super::session::{day, open};
use super::{Done, clock};
use crate::engine;
use crate::finding::{Findings, Location, Severity};
use crate::report::FindingsReport;
use crate::store::AnswerLines;

pub(super) fn run(console: Console<'_>, args: &CheckArgs) -> anyhow::Result<Done> {
    let quiet = Console { quiet: true, ..console };
    let opened = open(quiet, args.file.as_deref())?;
    let as_of = day(args.as_of.as_deref(), clock::today)?;
    let loaded = &opened.loaded;
    let file = opened.file();
    let mut findings = loaded.findings.clone();
    let (catalogue, method) = (&opened.catalogue, &loaded.method);
    let mut own = engine::check(&loaded.assessment, catalogue, method, as_of, &file);
    own.extend(engine::honesty(&loaded.assessment, catalogue, method, &file));
    findings.extend(with_lines(own.sorted(), &loaded.lines));
    let report = FindingsReport { subject: &file, findings: &findings };
    console.result(
        &args.output,
        || report.document(console.lang),
        || report.facts(console.lang),
        || Some(report.records(console.lang)),
    )?;
    Ok(outcome(&findings, args.fail_on))
}

/// Tells where in the file each answer stands.
fn with_lines(findings: Findings, lines: &AnswerLines) -> Findings {
    let mut placed = Findings::new();
    for mut finding in findings {
        if let Location::Answer { activity, threat, line, .. } = &mut finding.location {
            *line = lines.get(&(activity.clone(), threat.clone())).copied();
        }
        placed.push(finding.location, finding.fact);
    }
    placed
}

/// Exit code 1 where a finding is at least as serious as asked for.
pub(super) fn outcome(findings: &Findings, fail_on: FailOn) -> Done {
    let least = match fail_on {
        FailOn::Never => return Done::Clean,
        FailOn::Note => Severity::Note,
        FailOn::Warning => Severity::Warning,
        FailOn::Error => Severity::Error,
    };
    if findings.any_at_least(least) { Done::Findings } else { Done::Clean }
}
