//! `import --inspect`: what a workbook is, before anything is read into an assessment.

use super::Done;
use super::args::{FormatArg, ImportArgs, OutputArgs};
use super::failure::Refused;
use super::output::{Console, by_number};
use super::session::{catalogue, find_method, local_folder, read_with_carried};
use crate::exchange::{Incoming, Means, inspect};
use crate::report::InspectReport;
use crate::store;

/// The method whose words for levels need no explanation, since there is no assessment to ask.
const METHOD: &str = "kl-4x4";

pub(super) fn run(console: Console<'_>, args: &ImportArgs) -> anyhow::Result<Done> {
    let path = args.workbook.as_path();
    let file = path.display().to_string();
    let (workbook, carried) = read_with_carried(console, path)?;
    let known = catalogue(console, None)?;
    let mapping = args.map.as_ref().map(|map| {
        let (name, text) = (map.display().to_string(), store::read_text(map)?);
        let mapping = store::parse_mapping(&name, &text, &known, None).map_err(Refused)?;
        anyhow::Ok(mapping)
    });
    let mapping = mapping.transpose()?;
    let method = find_method(METHOD, &local_folder(console, None), "--map")?;
    let means =
        Means { mapping: mapping.as_ref(), method: &method, catalogue: &known, lang: console.lang };
    let incoming = Incoming { workbook: &workbook, file: &file };
    let inspection = inspect(incoming, carried, means);
    let report = InspectReport { file: &file, inspection: &inspection };
    let format = args.format.unwrap_or(FormatArg::Text);
    let output = OutputArgs { format, output: None, force: false };
    let records = || Some(report.records(console.lang));
    console.result(&output, || report.document(console.lang), || report.facts(), records)?;
    if let (FormatArg::Text, Some(proposal)) = (format, &inspection.proposal) {
        // As it is, so that it can be copied into a file.
        console.print(&by_number(format!("\n{proposal}")));
    }
    Ok(Done::Clean)
}
