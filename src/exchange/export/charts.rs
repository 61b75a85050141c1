//! The lower part of *Risikobillede*: how many activities are on which level, now and after the
//! actions, and by area; each a table of live counts with a chart over it.

use super::super::field::Field;
use super::super::layout::{Derived, Role};
use super::super::sheet::{At, Chart, ChartKind, Computed, Page, Paint, Series, Style, letters};
use super::front::number;
use super::{Export, Result};
use crate::domain::{Area, Band, Status};
use crate::engine::{OverviewRow, RiskPoint};
use crate::text;
use crate::text::workbook::{headers, labels, sheets};

/// Width of the chart under the left matrix, in pixels.
const LEFT_WIDTH: u32 = 670;
/// Width of the chart under the right matrix and what stands right of it.
const RIGHT_WIDTH: u32 = 800;
/// Height of a bar with its neighbours, in pixels.
const BAR: u32 = 27;
/// Height of title, axis and legend of a chart.
const AROUND: u32 = 130;
/// Height of a row of a table, in points.
const ROW_POINTS: f64 = 18.0;

/// Writes both tables side by side from a cell on, each with its chart below.
pub(super) fn write(export: &Export<'_>, page: &mut Page<'_>, (top, right): At) -> Result<()> {
    let areas = areas(export);
    let bars = u32::try_from(areas.len()).unwrap_or_default().max(6);
    let height = AROUND + BAR * bars;
    let rows = u32::try_from(areas.len().max(export.method.bands.len() + 2)).unwrap_or_default();
    page.height(top + 1, 30.0)?;
    for row in top + 2..top + 2 + rows {
        page.height(row, ROW_POINTS)?;
    }
    let charts = top + rows + 3;
    let chart = by_level(export, page, (top, 1), (LEFT_WIDTH, height))?;
    page.chart((charts, 0), &chart)?;
    let chart = by_area(export, page, ((top, right), (RIGHT_WIDTH, height)), &areas)?;
    page.chart((charts, right), &chart)?;
    Ok(())
}

/// Areas that the workbook has activities of.
fn areas<'e>(export: &'e Export<'_>) -> Vec<&'e Area> {
    let has_rows = |area: &&Area| {
        let is_its = |row: &OverviewRow<'_>| row.activity.is_some_and(|a| a.area == area.id);
        export.overview.rows.iter().any(is_its)
    };
    export.catalogue.areas.iter().filter(has_rows).collect()
}

fn by_level<'t>(
    export: &Export<'_>,
    page: &mut Page<'_>,
    (top, left): At,
    size: (u32, u32),
) -> Result<Chart<'t>> {
    let lang = export.lang;
    page.text((top, left), labels::BY_LEVEL.pick(lang), Style::Heading)?;
    for (place, header) in (left..).zip([labels::LEVEL, labels::NOW, labels::AFTER]) {
        page.text((top + 1, place), header.pick(lang), Style::Header)?;
    }
    let first = top + 2;
    let mut row = first;
    for band in export.method.bands.iter().rev() {
        page.text((row, left), text::band(lang, band), Style::Legend(band.colour))?;
        row += 1;
    }
    page.text((row, left), labels::NO_LEVEL.pick(lang), Style::Cell)?;
    page.text((row + 1, left), labels::TOTAL.pick(lang), Style::Header)?;
    let statuses = export.activities.range(Role::Input(Field::Status));
    let not = text::status(lang, Status::NotApplicable);
    for (place, point) in (left + 1..).zip([RiskPoint::Current, RiskPoint::Residual]) {
        let range = export.activities.range(Role::Derived(band_of(point)));
        let mut at = first;
        for band in export.method.bands.iter().rev() {
            let formula = format!("=COUNTIF({range},\"{}\")", text::band(lang, band));
            count(page, (at, place), &formula, counted(export, point, None, Some(band)))?;
            at += 1;
        }
        let letter = letters(place);
        let total = format!("=ROWS({statuses})-COUNTIF({statuses},\"{not}\")");
        count(page, (at + 1, place), &total, export.overview.coverage.whole)?;
        let rest = format!("={letter}{}-SUM({letter}{}:{letter}{at})", at + 2, first + 1);
        count(page, (at, place), &rest, counted(export, point, None, None))?;
    }
    let column = |place: u16| place_of(export, (first, place), (row, place));
    let header = |place: u16| place_of(export, (top + 1, place), (top + 1, place));
    let series =
        |place: u16, paint: Paint| Series { name: header(place), values: column(place), paint };
    Ok(Chart {
        kind: ChartKind::Columns,
        title: labels::BY_LEVEL.pick(lang),
        alt: labels::BY_LEVEL_ALT.pick(lang),
        categories: column(left),
        series: vec![series(left + 1, Paint::Dark), series(left + 2, Paint::Light)],
        size,
    })
}

fn by_area<'t>(
    export: &Export<'_>,
    page: &mut Page<'_>,
    ((top, left), size): (At, (u32, u32)),
    areas: &[&Area],
) -> Result<Chart<'t>> {
    let lang = export.lang;
    let bands: Vec<&Band> = export.method.bands.iter().rev().collect();
    page.text((top, left), labels::BY_AREA.pick(lang), Style::Heading)?;
    page.text((top + 1, left), headers::AREA.pick(lang), Style::Header)?;
    let mut place = left + 1;
    for band in &bands {
        page.text((top + 1, place), text::band(lang, band), Style::Legend(band.colour))?;
        place += 1;
    }
    page.text((top + 1, place), labels::NO_LEVEL.pick(lang), Style::Header)?;
    let first = top + 2;
    let mut row = first;
    for area in areas {
        area_row(export, page, (row, left), (area, &bands))?;
        row += 1;
    }
    let end = row.saturating_sub(1).max(first);
    let paints = bands.iter().map(|band| Paint::Band(band.colour)).chain([Paint::Unknown]);
    let series = (left + 1..).zip(paints).map(|(place, paint)| Series {
        name: place_of(export, (top + 1, place), (top + 1, place)),
        values: place_of(export, (first, place), (end, place)),
        paint,
    });
    Ok(Chart {
        kind: ChartKind::StackedBars,
        title: labels::BY_AREA.pick(lang),
        alt: labels::BY_AREA_ALT.pick(lang),
        categories: place_of(export, (first, left), (end, left)),
        series: series.collect(),
        size,
    })
}

fn area_row(
    export: &Export<'_>,
    page: &mut Page<'_>,
    (row, left): At,
    (area, bands): (&Area, &[&Band]),
) -> Result<()> {
    let lang = export.lang;
    let name = lang.pick(&area.label, &area.label_en);
    page.text((row, left), name, Style::Cell)?;
    let areas = export.activities.range(Role::Area);
    let words = export.activities.range(Role::Derived(Derived::Band));
    let cell = format!("${}${}", letters(left), row + 1);
    let mut place = left + 1;
    for band in bands {
        let word = text::band(lang, band);
        let formula = format!("=COUNTIFS({areas},{cell},{words},\"{word}\")");
        let result = counted(export, RiskPoint::Current, Some(area), Some(band));
        count(page, (row, place), &formula, result)?;
        place += 1;
    }
    let statuses = export.activities.range(Role::Input(Field::Status));
    let not = text::status(lang, Status::NotApplicable);
    let (from, to) = (letters(left + 1), letters(place - 1));
    let rest = format!(
        "=COUNTIF({areas},{cell})-COUNTIFS({areas},{cell},{statuses},\"{not}\")-SUM({from}{0}:{to}{0})",
        row + 1
    );
    count(page, (row, place), &rest, counted(export, RiskPoint::Current, Some(area), None))
}

fn band_of(point: RiskPoint) -> Derived {
    match point {
        RiskPoint::Current => Derived::Band,
        RiskPoint::Residual => Derived::ResidualBand,
    }
}

/// Activities that the municipality has on a level, or without one; of an area, or of all.
fn counted(
    export: &Export<'_>,
    point: RiskPoint,
    area: Option<&Area>,
    band: Option<&Band>,
) -> usize {
    let rows = export.overview.rows.iter().filter(|row| {
        let is_its = |area: &Area| row.activity.is_some_and(|activity| activity.area == area.id);
        row.answer.status != Status::NotApplicable && area.is_none_or(is_its)
    });
    let on_level = |row: &&OverviewRow<'_>| {
        let deciding = match point {
            RiskPoint::Current => row.risk.current(),
            RiskPoint::Residual => row.risk.residual(),
        };
        deciding.map(|(_, score)| &score.band.id) == band.map(|band| &band.id)
    };
    rows.filter(on_level).count()
}

fn count(page: &mut Page<'_>, at: At, formula: &str, result: usize) -> Result<()> {
    Ok(page.formula(at, formula, Computed::Number(number(result)), Some(Style::CellNumber))?)
}

/// Cells of the sheet as a chart names them.
fn place_of(export: &Export<'_>, (row, column): At, (last_row, last_column): At) -> String {
    let sheet = sheets::PICTURE.pick(export.lang);
    let cell = |row: u32, column: u16| format!("${}${}", letters(column), row + 1);
    format!("='{sheet}'!{}:{}", cell(row, column), cell(last_row, last_column))
}
