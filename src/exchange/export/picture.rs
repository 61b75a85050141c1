//! The sheet *Risikobillede*: the activities counted in the matrix, the ten worst, and charts.

use super::super::field::Field;
use super::super::layout::{Derived, Helper, Role};
use super::super::sheet::{Book, Computed, Page, Style, fitted};
use super::activities::{Keys, source_name, whole};
use super::front::number;
use super::{Export, Result, charts};
use crate::engine::{OverviewRow, Picture, RiskPoint, picture};
use crate::text;
use crate::text::workbook::{Phrase, headers, labels, sheets};

/// How many of the worst are listed.
const WORST: u32 = 10;

pub(super) fn write(export: &Export<'_>, book: &mut Book) -> Result<()> {
    let lang = export.lang;
    let mut page = book.page(sheets::PICTURE.pick(lang))?;
    page.remember();
    let levels = u16::from(export.method.likelihood.top_number());
    let right = 3 + levels;
    for (place, width) in (0u16..).zip(widths(export, levels)) {
        page.width(place, width)?;
    }
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
    heat(export, &mut page, right, RiskPoint::Residual)?;
    let rows = u32::from(export.method.consequence.top_number());
    // Never colour alone: the words stand under the picture.
    for (column, band) in (1u16..).zip(&export.method.bands) {
        page.text((6 + rows, column), text::band(lang, band), Style::Legend(band.colour))?;
    }
    worst(export, &mut page, (8 + rows, right))?;
    charts::write(export, &mut page, (8 + rows + WORST + 3, right))?;
    page.protect();
    page.print_poster(&export.footer());
    Ok(())
}

/// Widths of the columns in characters: a matrix, a gap, a matrix, and what the table of areas
/// needs beyond that.
fn widths(export: &Export<'_>, levels: u16) -> Vec<f64> {
    /// Words of a level of consequence.
    const WORDS: f64 = 28.0;
    /// A level of likelihood.
    const LEVEL: f64 = 15.0;
    /// A level in the table of areas that stands right of the matrix.
    const BEYOND: f64 = 12.0;
    let matrix = |first: f64| [first, WORDS].into_iter().chain((0..levels).map(|_| LEVEL));
    let beyond = (export.method.bands.len() + 1).saturating_sub(usize::from(levels));
    matrix(5.0).chain(matrix(4.0)).chain((0..beyond).map(|_| BEYOND)).collect()
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
    let corner = lang.pick("Konsekvens ↓\nSandsynlighed →", "Consequence ↓\nLikelihood →");
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

/// What is shown of the worst, and the columns that it stands over.
struct Part {
    role: Role,
    header: Phrase,
    style: Style,
    columns: (u16, u16),
}

/// The worst activities by the key that orders them, live, from margin to margin.
fn worst(export: &Export<'_>, page: &mut Page<'_>, (top, right): (u32, u16)) -> Result<()> {
    let lang = export.lang;
    page.text((top, 1), labels::WORST.pick(lang), Style::Heading)?;
    page.text((top + 1, 0), labels::NUMBER.pick(lang), Style::Header)?;
    let part = |role, header, style, columns| Part { role, header, style, columns };
    let driver = Role::Derived(Derived::DriverThreat);
    let parts = [
        part(Role::Title, headers::TITLE, Style::Cell, (1, 3)),
        part(Role::Derived(Derived::Band), headers::BAND, Style::Band, (4, 4)),
        part(Role::Derived(Derived::Score), headers::SCORE, Style::CellNumber, (5, 5)),
        part(driver, headers::DRIVER_THREAT, Style::Cell, (6, right + 1)),
        part(
            Role::Derived(Derived::ResidualBand),
            headers::RESIDUAL_BAND,
            Style::Band,
            (right + 2, right + 2),
        ),
        part(Role::Input(Field::Owner), headers::OWNER, Style::Cell, (right + 3, right + 4)),
    ];
    for part in &parts {
        let (first, last) = part.columns;
        page.across((top + 1, first), last, part.header.pick(lang), Style::Header)?;
    }
    let ranked = ranked(export);
    for nth in 1..=WORST {
        let row = top + 1 + nth;
        let found = usize::try_from(nth - 1).ok().and_then(|at| ranked.get(at).copied());
        page.number((row, 0), f64::from(nth), Style::Key)?;
        for part in &parts {
            worst_cell(export, page, (row, nth), (part, found))?;
        }
        page.height(row, 32.0)?;
    }
    let bands = export.band_words();
    for column in [4, right + 2] {
        page.band_colours((top + 2, column), (top + 1 + WORST, column), &bands)?;
    }
    Ok(())
}

/// A part of the nth worst activity.
fn worst_cell(
    export: &Export<'_>,
    page: &mut Page<'_>,
    (row, nth): (u32, u32),
    (part, found): (&Part, Option<&OverviewRow<'_>>),
) -> Result<()> {
    let ranks = export.activities.range(Role::Helper(Helper::Rank));
    let line = format!("MATCH(LARGE({ranks},{nth}),{ranks},0)");
    let value = format!("INDEX({},{line})", export.activities.range(part.role));
    let value = match part.role {
        Role::Title => {
            let ids = export.activities.range(Role::ActivityId);
            format!("INDEX({ids},{line})&\" \"&{value}")
        }
        // A blank cell would be shown as 0.
        Role::Input(_) => format!("{value}&\"\""),
        _ => value,
    };
    let formula = format!("=IF(IFERROR(LARGE({ranks},{nth}),0)=0,\"\",{value})");
    let words = found.map(|row| shown(export, row, part.role)).unwrap_or_default();
    let score = found.and_then(|row| row.risk.current()).map(|(_, score)| score.product());
    let result = match (part.role, score) {
        (Role::Derived(Derived::Score), Some(score)) => Computed::Number(score.into()),
        (Role::Derived(Derived::Band | Derived::ResidualBand), _) => Computed::Text(&words),
        _ => Computed::Written(&words),
    };
    let (first, last) = part.columns;
    page.across((row, first), last, "", part.style)?;
    page.formula((row, first), formula, result, Some(part.style))?;
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
        Role::Input(field) => field
            .read(row.answer, None, lang)
            .map(|entry| fitted(&entry.shown(export.words()), "…").into_owned())
            .unwrap_or_default(),
        _ => String::new(),
    }
}
