//! `method`: list, show, check and preview.

use std::path::Path;

use super::Done;
use super::args::MethodCommand;
use super::check::outcome;
use super::failure::{Refused, refuse_argument};
use super::output::Console;
use super::session::{find_method, local_folder, open, read_method};
use crate::domain::{Method, MethodId};
use crate::engine::{lint, preview};
use crate::finding::{Fact, Findings};
use crate::report::{FindingsReport, MethodListReport, MethodReport, PreviewReport};
use crate::store;

pub(super) fn run(console: Console<'_>, command: &MethodCommand) -> anyhow::Result<Done> {
    let lang = console.lang;
    match command {
        MethodCommand::List { output } => {
            let methods = shipped()?;
            let report = MethodListReport { methods: &methods };
            console.result(
                output,
                || report.document(lang),
                || report.facts(),
                || Some(report.records(lang)),
            )?;
            Ok(Done::Clean)
        }
        MethodCommand::Show { method, output } => {
            let method = find_method(method, &local_folder(console, None), "METODE")?;
            let report = MethodReport { method: &method };
            console.result(
                output,
                || report.document(lang),
                || report.facts(),
                || Some(report.records(lang)),
            )?;
            Ok(Done::Clean)
        }
        MethodCommand::Check { methods, fail_on, output } => {
            let (subject, findings) = check(console, methods)?;
            let report = FindingsReport { subject: &subject, findings: &findings };
            console.result(
                output,
                || report.document(lang),
                || report.facts(lang),
                || Some(report.records(lang)),
            )?;
            Ok(outcome(&findings, *fail_on))
        }
        MethodCommand::Preview { file, method, output } => {
            let opened = open(console, file.as_deref())?;
            let other = opened.method(Some(method))?;
            let own = &opened.loaded.method;
            let assessment = &opened.loaded.assessment;
            let Some(changes) = preview(assessment, &opened.catalogue, own, &other) else {
                let (own, other) = (own.id.to_string(), other.id.to_string());
                return Err(refuse_argument("--method", Fact::MethodSizeDiffers { own, other }));
            };
            let report = PreviewReport { assessment, own, other: &other, changes: &changes };
            console.result(
                output,
                || report.document(lang),
                || report.facts(),
                || Some(report.records(lang)),
            )?;
            Ok(Done::Clean)
        }
    }
}

fn shipped() -> anyhow::Result<Vec<Method>> {
    let ids = store::embedded_method_ids();
    let methods = ids.iter().filter_map(store::embedded_method).collect::<Result<_, _>>();
    Ok(methods.map_err(Refused)?)
}

/// Lints the named methods, or all shipped ones. Files are read without the linter's veto, so that
/// all their findings are shown; what makes a file unreadable is a finding of the same list.
fn check(console: Console<'_>, names: &[String]) -> anyhow::Result<(String, Findings)> {
    let mut findings = Findings::new();
    let mut subjects = Vec::new();
    if names.is_empty() {
        for method in shipped()? {
            subjects.push(method.id.to_string());
            findings.extend(lint(&method));
        }
    }
    for name in names {
        subjects.push(name.clone());
        let shipped = MethodId::parse(name).ok().as_ref().and_then(store::embedded_method);
        let method = match shipped {
            Some(method) => method.map_err(Refused)?,
            None if store::exists(Path::new(name)) => match read_method(Path::new(name)) {
                Ok(method) => method,
                Err(error) => {
                    findings.extend(error.downcast::<Refused>()?.0);
                    continue;
                }
            },
            None => find_method(name, &local_folder(console, None), "METODE")?,
        };
        findings.extend(lint(&method));
    }
    Ok((subjects.join(", "), findings))
}
