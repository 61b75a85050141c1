//! `matrix`: the risk picture.

use std::path::Path;

use super::Done;
use super::args::{MatrixArgs, PointArg};
use super::output::{Console, address};
use super::session::{assessment_path, open_path};
use super::watch::watched;
use crate::engine::{RiskPoint, overview, picture};
use crate::report::{CellContent, MatrixReport};

pub(super) fn run(console: Console<'_>, args: &MatrixArgs) -> anyhow::Result<Done> {
    let path = assessment_path(args.file.as_deref())?;
    watched(console, args.watch, &path, |console| once(console, args, &path))
}

fn once(console: Console<'_>, args: &MatrixArgs, path: &Path) -> anyhow::Result<Done> {
    let opened = open_path(console, path.to_owned())?;
    let method = opened.method(args.method.as_deref())?;
    let overview = overview(&opened.loaded.assessment, &opened.catalogue, &method);
    let points: &[RiskPoint] = match args.point {
        PointArg::Current => &[RiskPoint::Current],
        PointArg::Residual => &[RiskPoint::Residual],
        PointArg::Both => &[RiskPoint::Current, RiskPoint::Residual],
    };
    let report = MatrixReport {
        assessment: &opened.loaded.assessment,
        method: &method,
        pictures: points.iter().map(|point| (*point, picture(&overview, *point))).collect(),
        coverage: overview.coverage,
        content: if args.ids { CellContent::Ids } else { CellContent::Counts },
    };
    console.result(
        &args.output,
        || address(report.document(console.lang), &opened.path),
        || report.facts(),
        || Some(report.records(console.lang)),
    )?;
    Ok(Done::Clean)
}
