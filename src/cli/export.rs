//! `export`: the assessment as a workbook, with the risk picture on the way.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Done;
use super::args::{ExportArgs, ThreatRowsArg};
use super::failure::Refused;
use super::output::{Console, check_free};
use super::session::{Opened, answered_of_areas, day, named_activities, open};
use crate::domain::ActivityId;
use crate::engine::{RiskPoint, blank, overview, part_of, picture};
use crate::exchange::{Excerpt, ExportOptions, ThreatRows, export_workbook};
use crate::finding::{Fact, Findings, Location};
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
    let bytes = export_workbook(&part, &opened.catalogue, method, options)?;
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

/// `skovby-2026.risiko.yml` gives `skovby-2026.xlsx` beside it.
fn default_path(file: &str) -> PathBuf {
    let stem = [".risiko.yml", ".yml", ".yaml"].iter().find_map(|end| file.strip_suffix(end));
    PathBuf::from(format!("{}.xlsx", stem.unwrap_or(file)))
}
