//! `export`: the assessment as a workbook, as one table in CSV or as all tables in JSON, with the risk
//! picture on the way.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Done;
use super::args::{ExportArgs, TableArg, ThreatRowsArg};
use super::chosen::{answered_of_areas, named_activities};
use super::failure::{Refused, refuse_argument};
use super::names::{ending, stem};
use super::output::{Console, check_free};
use super::session::{Opened, day, open};
use crate::domain::ActivityId;
use crate::engine::{RiskPoint, blank, overview, part_of, picture};
use crate::exchange::{
    Excerpt, ExportOptions, Form, ThreatRows, export_csv, export_json, export_workbook,
};
use crate::finding::{Fact, Findings, Location};
use crate::report::{CellContent, MatrixReport};
use crate::{store, text};

pub(super) fn run(console: Console<'_>, args: &ExportArgs) -> anyhow::Result<Done> {
    let opened = open(console, args.file.as_deref())?;
    let loaded = &opened.loaded;
    let (assessment, method) = (&loaded.assessment, &loaded.method);
    let as_of = day(args.as_of.as_deref(), || assessment.as_of)?;
    let path = args.output.clone().unwrap_or_else(|| default_path(&opened.file()));
    let form = file_form(&path, args.table)?;
    if !args.write.dry_run {
        check_free(&path, args.write.force)?;
    }
    let chosen = chosen(&opened, args)?;
    let mut part = Cow::Borrowed(assessment);
    if let Some(chosen) = &chosen {
        part = Cow::Owned(part_of(&part, chosen));
    }
    if args.blank {
        part = Cow::Owned(blank(&part, &opened.catalogue, method));
    }
    let is_excerpt = args.blank || chosen.is_some();
    let whole = assessment.activities.len();
    let options = ExportOptions {
        lang: console.lang,
        as_of,
        threats: match args.threats {
            ThreatRowsArg::Suggested => ThreatRows::Suggested,
            ThreatRowsArg::All => ThreatRows::All,
            ThreatRowsArg::Rated => ThreatRows::Rated,
        },
        excerpt: is_excerpt.then_some(Excerpt { whole, is_blank: args.blank }),
    };
    let catalogue = &opened.catalogue;
    let bytes = match form {
        FileForm::Workbook => export_workbook(&part, catalogue, method, options)?,
        FileForm::Csv(form) => export_csv(&part, catalogue, method, options, form)?.into_bytes(),
        FileForm::Json => {
            format!("{:#}\n", export_json(&part, catalogue, method, options)?).into_bytes()
        }
    };
    if !args.write.dry_run {
        store::write_atomically(&path, &bytes)?;
    }
    let overview = overview(&part, &opened.catalogue, method);
    let report = MatrixReport {
        assessment: &part,
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

/// The activities asked for; `None` where all are.
fn chosen(opened: &Opened, args: &ExportArgs) -> anyhow::Result<Option<BTreeSet<ActivityId>>> {
    if args.area.is_empty() && args.activities.is_empty() {
        return Ok(None);
    }
    let mut findings = Findings::new();
    let mut chosen = named_activities(opened, &args.activities, "--activities", &mut findings);
    let answers = &opened.loaded.assessment.activities;
    let missing: Vec<_> = chosen.iter().filter(|id| !answers.contains_key(id)).cloned().collect();
    if !missing.is_empty() {
        let place = Location::Argument("--activities".to_owned());
        findings.push(place, Fact::ActivityNotInAssessment { activities: missing });
    }
    chosen.extend(answered_of_areas(opened, &args.area, &mut findings));
    if findings.has_errors() { Err(Refused(findings).into()) } else { Ok(Some(chosen)) }
}

/// What is written.
enum FileForm {
    Workbook,
    Csv(Form),
    Json,
}

/// The form that the ending of the file's name asks for; a CSV file holds one table, so it must be
/// named.
fn file_form(path: &Path, table: Option<TableArg>) -> anyhow::Result<FileForm> {
    let table = table.map(|table| match table {
        TableArg::Activities => Form::Activities,
        TableArg::Threats => Form::Threats,
        TableArg::Actions => Form::Actions,
    });
    let ending = ending(path);
    match (ending.as_deref(), table) {
        (Some("xlsx"), None) => Ok(FileForm::Workbook),
        (Some("json"), None) => Ok(FileForm::Json),
        (Some("csv"), Some(form)) => Ok(FileForm::Csv(form)),
        (Some("csv"), None) => {
            let given = path.display().to_string();
            let missing = format!("--table {}", Form::ALL.map(Form::key).join("|"));
            Err(refuse_argument("-o", Fact::RequiresArgument { given, missing }))
        }
        (Some("xlsx" | "json"), Some(form)) => {
            let given = format!("--table {}", form.key());
            let missing = "-o FIL.csv".to_owned();
            Err(refuse_argument("--table", Fact::RequiresArgument { given, missing }))
        }
        (_, _) => {
            let ended = |ending| path.with_extension(ending).display().to_string();
            let allowed = ["xlsx", "csv", "json"].map(ended).into();
            let found = path.display().to_string();
            Err(refuse_argument("-o", Fact::ValueArgument { found, allowed, nearest: None }))
        }
    }
}

/// `skovby-2026.risiko.yml` gives `skovby-2026.xlsx` beside it.
fn default_path(file: &str) -> PathBuf {
    PathBuf::from(format!("{}.xlsx", stem(file)))
}
