//! `explain`: what a finding's code means.

use super::Done;
use super::args::ExplainArgs;
use super::failure::refuse_argument;
use super::output::Console;
use crate::finding::{Code, Fact, nearest};
use crate::report::ExplainReport;

pub(super) fn run(console: Console<'_>, args: &ExplainArgs) -> anyhow::Result<Done> {
    let report = match &args.code {
        None => ExplainReport::All,
        Some(text) => ExplainReport::One(Code::parse(text).ok_or_else(|| {
            let ids = Code::ALL.iter().map(|code| code.id());
            let nearest = nearest(text, ids).map(str::to_owned);
            refuse_argument("KODE", Fact::UnknownCode { found: text.clone(), nearest })
        })?),
    };
    let lang = console.lang;
    console.result(
        &args.output,
        || report.document(lang),
        || report.facts(lang),
        || report.records(lang),
    )?;
    Ok(Done::Clean)
}
