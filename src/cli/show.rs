//! `show`: one activity explained.

use std::path::Path;

use super::Done;
use super::args::ShowArgs;
use super::failure::refuse_argument;
use super::output::{Console, address};
use super::session::{answered_activity, assessment_path, open_path, split_targets};
use super::watch::watched;
use crate::engine::{Scope, explain};
use crate::finding::Fact;
use crate::report::ShowReport;

pub(super) fn run(console: Console<'_>, args: &ShowArgs) -> anyhow::Result<Done> {
    let (file, words) = split_targets(&args.targets);
    let word = match words {
        [word] => word,
        [first, second, ..] => {
            let (first, second) = (first.clone(), second.clone());
            return Err(refuse_argument("AKTIVITET", Fact::ConflictingArguments { first, second }));
        }
        [] => {
            let allowed = vec!["risiko show FIL AKTIVITET".to_owned()];
            return Err(refuse_argument("AKTIVITET", Fact::NothingChosen { allowed }));
        }
    };
    let path = assessment_path(file.as_deref())?;
    watched(console, args.watch, &path, |console| once(console, args, &path, word))
}

fn once(console: Console<'_>, args: &ShowArgs, path: &Path, word: &str) -> anyhow::Result<Done> {
    let opened = open_path(console, path.to_owned())?;
    let method = opened.method(args.method.as_deref())?;
    let id = answered_activity(&opened, word)?;
    let assessment = &opened.loaded.assessment;
    let Some(answer) = assessment.activities.get(&id) else { return Ok(Done::Clean) };
    let scope = Scope {
        catalogue: &opened.catalogue,
        method: &method,
        perspectives: &assessment.perspectives,
    };
    let report = ShowReport {
        assessment,
        catalogue: &opened.catalogue,
        method: &method,
        id: &id,
        answer,
        explanation: explain(answer, scope),
    };
    console.result(
        &args.output,
        || address(report.document(console.lang), &opened.path),
        || report.facts(),
        || Some(report.records(console.lang)),
    )?;
    Ok(Done::Clean)
}
