//! `list`: the activities with their bands, filtered and sorted.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

use super::Done;
use super::args::{ListArgs, SortArg};
use super::chosen::activities_of_area;
use super::failure::Refused;
use super::output::{Console, address};
use super::session::{assessment_path, open_path};
use super::watch::watched;
use crate::domain::{ActivityId, Method, Status};
use crate::engine::{OverviewRow, overview};
use crate::finding::{Fact, Findings, Location, nearest};
use crate::report::ListReport;

pub(super) fn run(console: Console<'_>, args: &ListArgs) -> anyhow::Result<Done> {
    let path = assessment_path(args.file.as_deref())?;
    watched(console, args.watch, &path, |console| once(console, args, &path))
}

fn once(console: Console<'_>, args: &ListArgs, path: &Path) -> anyhow::Result<Done> {
    let opened = open_path(console, path.to_owned())?;
    let method = opened.method(args.method.as_deref())?;
    let mut findings = Findings::new();
    let areas: BTreeSet<ActivityId> = args
        .area
        .iter()
        .flat_map(|area| activities_of_area(&opened.catalogue, area, &mut findings))
        .collect();
    let ranks: Vec<u8> =
        args.band.iter().filter_map(|band| band_rank(&method, band, &mut findings)).collect();
    let statuses: Vec<Status> =
        args.status.iter().filter_map(|word| status(word, &mut findings)).collect();
    if findings.has_errors() {
        return Err(Refused(findings).into());
    }
    let assessment = &opened.loaded.assessment;
    let overview = overview(assessment, &opened.catalogue, &method);
    let mut bands = BTreeMap::new();
    for (_, score) in overview.rows.iter().filter_map(|row| row.risk.current()) {
        *bands.entry(score.band.rank).or_default() += 1;
    }
    let mut rows: Vec<&OverviewRow<'_>> = overview
        .rows
        .iter()
        .filter(|row| args.area.is_empty() || areas.contains(row.id))
        .filter(|row| {
            let rank = row.risk.current().map(|(_, score)| score.band.rank);
            ranks.is_empty() || rank.is_some_and(|rank| ranks.contains(&rank))
        })
        .filter(|row| statuses.is_empty() || statuses.contains(&row.answer.status))
        .collect();
    sort(&mut rows, args.sort);
    let report = ListReport {
        assessment,
        catalogue: &opened.catalogue,
        method: &method,
        rows,
        coverage: overview.coverage,
        bands,
    };
    console.result(
        &args.output,
        || address(report.document(console.lang), &opened.path),
        || report.facts(),
        || Some(report.records(console.lang)),
    )?;
    Ok(Done::Clean)
}

/// Worst first for risks; what is not assessed comes last. Ties keep the order of ids.
fn sort(rows: &mut [&OverviewRow<'_>], by: SortArg) {
    match by {
        SortArg::Id => {}
        SortArg::Risk => {
            rows.sort_by_key(|row| Reverse(row.risk.current().map(|(_, s)| s.severity())));
        }
        SortArg::Residual => {
            rows.sort_by_key(|row| Reverse(row.risk.residual().map(|(_, s)| s.severity())));
        }
        SortArg::Title => {
            if let Some(danish) = danish_order() {
                rows.sort_by(|a, b| danish.compare(a.title(), b.title()));
            }
        }
        SortArg::Area => rows.sort_by_key(|row| row.activity.map(|activity| &activity.area)),
        SortArg::Status => rows.sort_by_key(|row| row.answer.status),
    }
}

/// Danish alphabetical order: … Z Æ Ø Å, with Aa as Å.
fn danish_order() -> Option<CollatorBorrowed<'static>> {
    let locale = icu_locale_core::locale!("da");
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

fn band_rank(method: &Method, word: &str, findings: &mut Findings) -> Option<u8> {
    let wanted = word.trim().to_lowercase();
    let band = method.bands.iter().find(|band| {
        band.id.as_str() == wanted
            || band.label.to_lowercase() == wanted
            || band.label_en.to_lowercase() == wanted
    });
    if band.is_none() {
        let allowed: Vec<&str> = method.bands.iter().map(|band| band.id.as_str()).collect();
        report(findings, "--band", word, &allowed);
    }
    band.map(|band| band.rank)
}

fn status(word: &str, findings: &mut Findings) -> Option<Status> {
    let found = Status::KEYS.iter().find(|(key, _)| *key == word).map(|(_, status)| *status);
    if found.is_none() {
        let allowed: Vec<&str> = Status::KEYS.iter().map(|(key, _)| *key).collect();
        report(findings, "--status", word, &allowed);
    }
    found
}

fn report(findings: &mut Findings, argument: &str, found: &str, allowed: &[&str]) {
    let fact = Fact::ValueArgument {
        found: found.to_owned(),
        allowed: allowed.iter().map(|&key| key.to_owned()).collect(),
        nearest: nearest(found, allowed.iter().copied()).map(str::to_owned),
    };
    findings.push(Location::Argument(argument.to_owned()), fact);
}

#[cfg(test)]
mod tests {
    use super::danish_order;

    #[test]
    fn sorts_as_danes_do() {
        let danish = danish_order().unwrap();
        let mut names = ["Øster", "Aabenraa", "Ærø", "Odense", "Allerød"];
        names.sort_by(|a, b| danish.compare(a, b));
        assert_eq!(names, ["Allerød", "Odense", "Ærø", "Øster", "Aabenraa"]);
    }
}
