//! `verify`: whether signatures hold, and who made them.

use std::path::PathBuf;

use super::args::{FailOn, VerifyArgs};
use super::check::outcome;
use super::output::Console;
use super::session::assessment_path;
use super::signing::{named_keys, signature_of};
use super::{Done, clock};
use crate::finding::Findings;
use crate::report::SignedReport;

pub(super) fn run(console: Console<'_>, args: &VerifyArgs) -> anyhow::Result<Done> {
    let paths: Vec<PathBuf> = match args.files.as_slice() {
        [] => vec![assessment_path(None)?],
        named => named.to_vec(),
    };
    let keys = named_keys(&args.key)?;
    let named = (!args.key.is_empty()).then_some(&keys);
    let (mut held, mut findings) = (Vec::new(), Findings::new());
    for path in &paths {
        match signature_of(path, named)? {
            Ok(signed) => held.push(signed),
            Err(wrong) => findings.extend(wrong),
        }
    }
    let subject: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let (subject, zone) = (subject.join(", "), clock::zone());
    let report = SignedReport { subject: &subject, held: &held, findings: &findings, zone: &zone };
    console.result(
        &args.output,
        || report.document(console.lang),
        || report.facts(console.lang),
        || Some(report.records(console.lang)),
    )?;
    // A signature that is missing or no longer holds is no result that a script may take for one.
    Ok(outcome(&findings, FailOn::Warning))
}
