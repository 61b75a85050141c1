//! `matrix`: the risk picture.

use super::Done;
use super::args::{MatrixArgs, PointArg};
use super::output::Console;
use super::session::open;
use crate::engine::{RiskPoint, overview, picture};
use crate::report::{CellContent, MatrixReport};

pub(super) fn run(console: Console<'_>, args: &MatrixArgs) -> anyhow::Result<Done> {
    let opened = open(console, args.file.as_deref())?;
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
        || report.document(console.lang),
        || report.facts(),
        || Some(report.records(console.lang)),
    )?;
    Ok(Done::Clean)
}
