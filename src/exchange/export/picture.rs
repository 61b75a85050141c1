//! The sheet *Risikobillede*: the activities counted in the matrix, and the ten worst.

use super::super::layout::{Derived, Helper, Role};
use super::super::sheet::{Book, Computed, Page, Style};
use super::activities::{Keys, source_name, whole};
use super::front::number;
use super::{Export, Result};
use crate::engine::{OverviewRow, Picture, RiskPoint, picture};
use crate::text;
use crate::text::workbook::{headers, labels, sheets};

/// How many of the worst are listed.
const WORST: u32 = 10;

pub(super) fn write(export: &Export<'_>, book: &mut Book) -> Result<()> {
    let lang = export.lang;
    let mut page = book.page(sheets::PICTURE.pick(lang))?;
    let columns = u16::from(export.method.likelihood.top_number());
    page.width(0, 5.0)?;
    page.width(1, 24.0)?;
    for column in 0..columns {
        page.width(2 + column, 17.0)?;
        page.width(4 + columns + column, 17.0)?;
    }
    page.width(2 + columns, 4.0)?;
    page.width(3 + columns, 24.0)?;
    let title = format!(
        "{} – {} {}",
        sheets::PICTURE.pick(lang),
        export.assessment.municipality_name,
        export.assessment.round
    );
    page.text((0, 0), &title, Style::Title)?;
    page.height(0, 30.0)?;
    page.text((1, 0), labels::PICTURE_HINT.pick(lang), Style::Subtitle)?;
    heat(export, &mut page, 1, RiskPoint::Current)?;
    heat(export, &mut page, 3 + columns, RiskPoint::Residual)?;
    let rows = u32::from(export.method.consequence.top_number());
    // Never colour alone: the words stand under the picture.
    for (column, band) in (1u16..).zip(&export.method.bands) {
        page.text((6 + rows, column), text::band(lang, band), Style::Legend(band.colour))?;
    }
    worst(export, &mut page, 9 + rows)?;
    page.protect();
    page.print(&export.footer());
    Ok(())
}

/// Rows are consequence, the highest on top; columns are likelihood.
fn heat(export: &Export<'_>, page: &mut Page<'_>, left: u16, point: RiskPoint) -> Result<()> {
    let (lang, method) = (export.lang, export.method);
    let (heading, likelihood_role, consequence_role) = match point {
        RiskPoint::Current => (labels::CURRENT, Derived::Likelihood, Derived::Consequence),
        RiskPoint::Residual => {
            (labels::RESIDUAL, Derived::ResidualLikelihood, Derived::ResidualConsequence)
        }
    };
    page.text((3, left), heading.pick(lang), Style::Heading)?;
    let corner = lang.pick("Konsekvens ↓  Sandsynlighed →", "Consequence ↓  Likelihood →");
    page.text((4, left), corner, Style::Axis)?;
    page.height(4, 32.0)?;
    for (column, (level, known)) in (left + 1..).zip(method.likelihood.levels()) {
        let word = format!("{level} – {}", text::level_label(lang, known));
        page.text((4, column), &word, Style::Axis)?;
    }
    let likelihoods = export.activities.range(Role::Derived(likelihood_role));
    let consequences = export.activities.range(Role::Derived(consequence_role));
    let counted: Picture<'_> = picture(&export.overview, point);
    for (row, (consequence, known)) in (5u32..).zip(method.consequence.levels().rev()) {
        page.height(row, 40.0)?;
        let word = format!("{consequence} – {}", text::level_label(lang, known));
        page.text((row, left), &word, Style::Axis)?;
        for (column, (likelihood, _)) in (left + 1..).zip(method.likelihood.levels()) {
            let Some(band) = method.band(likelihood, consequence) else { continue };
            let formula =
                format!("=COUNTIFS({consequences},{consequence},{likelihoods},{likelihood})");
            let count = counted.cells.get(&(consequence, likelihood)).map_or(0, Vec::len);
            let style = Style::Heat(band.colour);
            page.formula((row, column), formula, Computed::Number(number(count)), Some(style))?;
        }
    }
    Ok(())
}

/// The worst activities by the key that orders them, live.
fn worst(export: &Export<'_>, page: &mut Page<'_>, top: u32) -> Result<()> {
    let lang = export.lang;
    page.text((top, 1), labels::WORST.pick(lang), Style::Heading)?;
    let titles =
        [labels::NUMBER, headers::TITLE, headers::BAND, headers::SCORE, headers::RESIDUAL_BAND];
    for (column, title) in (0u16..).zip(titles) {
        page.text((top + 1, column), title.pick(lang), Style::Header)?;
    }
    page.text((top + 1, 5), headers::DRIVER_THREAT.pick(lang), Style::Header)?;
    let ranked = ranked(export);
    let ranks = export.activities.range(Role::Helper(Helper::Rank));
    for nth in 1..=WORST {
        let row = top + 1 + nth;
        let found = usize::try_from(nth - 1).ok().and_then(|at| ranked.get(at).copied());
        let line = format!("MATCH(LARGE({ranks},{nth}),{ranks},0)");
        let roles = [
            (Role::Title, Style::Cell),
            (Role::Derived(Derived::Band), Style::Band),
            (Role::Derived(Derived::Score), Style::CellNumber),
            (Role::Derived(Derived::ResidualBand), Style::Band),
            (Role::Derived(Derived::DriverThreat), Style::Cell),
        ];
        page.number((row, 0), f64::from(nth), Style::Key)?;
        for (column, (role, style)) in (1u16..).zip(roles) {
            let range = export.activities.range(role);
            let mut value = format!("INDEX({range},{line})");
            if role == Role::Title {
                let ids = export.activities.range(Role::ActivityId);
                value = format!("INDEX({ids},{line})&\" \"&{value}");
            }
            let formula = format!("=IF(IFERROR(LARGE({ranks},{nth}),0)=0,\"\",{value})");
            let words = found.map(|row| shown(export, row, role)).unwrap_or_default();
            let score = found.and_then(|row| row.risk.current()).map(|(_, s)| s.product());
            let result = match (role, score) {
                (Role::Derived(Derived::Score), Some(score)) => Computed::Number(score.into()),
                _ => Computed::Text(&words),
            };
            page.formula((row, column), formula, result, Some(style))?;
        }
        page.height(row, 45.0)?;
    }
    let bands = export.band_words();
    for column in [2, 4] {
        page.band_colours((top + 2, column), (top + 1 + WORST, column), &bands)?;
    }
    Ok(())
}

/// Activities with a band, worst first; ties by their order in the workbook.
fn ranked<'e>(export: &'e Export<'e>) -> Vec<&'e OverviewRow<'e>> {
    let mut rows: Vec<(f64, &OverviewRow<'_>)> = export
        .overview
        .rows
        .iter()
        .map(|row| (whole(Keys::new(export, row).current), row))
        .filter(|(key, _)| *key > 0.0)
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn shown(export: &Export<'_>, row: &OverviewRow<'_>, role: Role) -> String {
    let lang = export.lang;
    match role {
        Role::Title => format!("{} {}", row.id, row.title()),
        Role::Derived(Derived::Band) => {
            row.risk.current().map(|(_, s)| text::band(lang, s.band).to_owned()).unwrap_or_default()
        }
        Role::Derived(Derived::ResidualBand) => row
            .risk
            .residual()
            .map(|(_, s)| text::band(lang, s.band).to_owned())
            .unwrap_or_default(),
        Role::Derived(Derived::DriverThreat) => {
            row.risk.current().map(|(source, _)| source_name(export, source)).unwrap_or_default()
        }
        _ => String::new(),
    }
}
