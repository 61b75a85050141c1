//! `export`: the assessment as a workbook, with the risk picture on the way.

use std::path::PathBuf;

use super::Done;
use super::args::ExportArgs;
use super::output::{Console, check_free};
use super::session::{day, open};
use crate::engine::{RiskPoint, overview, picture};
use crate::exchange::export_workbook;
use crate::report::{CellContent, MatrixReport};
use crate::{store, text};

pub(super) fn run(console: Console<'_>, args: &ExportArgs) -> anyhow::Result<Done> {
    let opened = open(console, args.file.as_deref())?;
    let loaded = &opened.loaded;
    let (assessment, method) = (&loaded.assessment, &loaded.method);
    let as_of = day(args.as_of.as_deref(), || assessment.as_of)?;
    let path = args.output.clone().unwrap_or_else(|| default_path(&opened.file()));
    if !args.write.dry_run {
        check_free(&path, args.write.force)?;
    }
    let bytes = export_workbook(assessment, &opened.catalogue, method, console.lang, as_of)?;
    if !args.write.dry_run {
        store::write_atomically(&path, &bytes)?;
    }
    let overview = overview(assessment, &opened.catalogue, method);
    let report = MatrixReport {
        assessment,
        method,
        pictures: vec![(RiskPoint::Current, picture(&overview, RiskPoint::Current))],
        coverage: overview.coverage,
        content: CellContent::Counts,
    };
    if !console.quiet {
        console.document(&report.document(console.lang));
    }
    match args.write.dry_run {
        true => console.say(text::dry_run(console.lang)),
        false => console.say(&text::written(console.lang, &path.display().to_string())),
    }
    Ok(Done::Clean)
}

/// `skovby-2026.risiko.yml` gives `skovby-2026.xlsx` beside it.
fn default_path(file: &str) -> PathBuf {
    let stem = [".risiko.yml", ".yml", ".yaml"].iter().find_map(|end| file.strip_suffix(end));
    PathBuf::from(format!("{}.xlsx", stem.unwrap_or(file)))
}
