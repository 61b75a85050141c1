//! The sheet *Forside*: whose assessment, how far it is, how to fill it in.

use super::super::field::Field;
use super::super::layout::{Derived, Helper, Role};
use super::super::sheet::{Book, Computed, Page, Style};
use super::{Export, Result};
use crate::domain::Status;
use crate::engine::{RiskSource, Score};
use crate::text;
use crate::text::workbook::{instructions, labels, sheets};

pub(super) fn write(export: &Export<'_>, book: &mut Book) -> Result<()> {
    let lang = export.lang;
    let mut page = book.page(sheets::FRONT.pick(lang))?;
    page.remember();
    for (column, width) in [(0, 30.0), (1, 16.0), (2, 16.0), (3, 96.0)] {
        page.width(column, width)?;
    }
    page.text((0, 0), labels::TITLE.pick(lang), Style::Title)?;
    page.height(0, 30.0)?;
    let next = facts(export, &mut page, 2)?;
    let next = progress(export, &mut page, next + 1)?;
    let next = bands(export, &mut page, next + 1)?;
    page.text((next + 1, 0), labels::HOW.pick(lang), Style::Heading)?;
    for (row, step) in (next + 2..).zip(instructions(lang)) {
        let number = row - next - 1;
        page.across((row, 0), 3, &format!("{number}. {step}"), Style::Text)?;
        // Merged cells do not grow with their text, so the height is given.
        page.height(row, if step.chars().count() > 150 { 32.0 } else { 17.0 })?;
    }
    page.protect();
    page.print_on_one(&export.footer());
    page.show_first();
    Ok(())
}

fn facts(export: &Export<'_>, page: &mut Page<'_>, mut row: u32) -> Result<u32> {
    let (assessment, lang) = (export.assessment, export.lang);
    let method = lang.pick(&export.method.title, &export.method.title_en);
    let version = labels::VERSION.pick(lang);
    let perspectives: Vec<&str> =
        assessment.perspectives.iter().map(|p| text::perspective(lang, *p)).collect();
    let mut facts = vec![
        (
            labels::MUNICIPALITY,
            format!("{} ({})", assessment.municipality_name, assessment.municipality),
        ),
        (labels::ROUND, assessment.round.clone()),
        (labels::AS_OF, text::date(lang, assessment.as_of)),
        (labels::EXPORTED, text::date(lang, export.as_of)),
        (
            labels::METHOD,
            format!("{method} ({}, {version} {})", export.method.id, export.method.version),
        ),
        (
            labels::CATALOGUE,
            format!("{} {}", assessment.catalogue.id, assessment.catalogue.version),
        ),
        (labels::PERSPECTIVES, perspectives.join(", ")),
    ];
    if let Some(excerpt) = export.excerpt {
        let (of, activities) = (labels::OF.pick(lang), labels::ACTIVITIES.pick(lang));
        let mut fact =
            format!("{} {of} {} {activities}", assessment.activities.len(), excerpt.whole);
        if excerpt.is_blank {
            fact.push_str("; ");
            fact.push_str(labels::BLANK_FORM.pick(lang));
        }
        facts.push((labels::EXCERPT, fact));
    }
    for (label, fact) in facts {
        page.text((row, 0), label.pick(lang), Style::Label)?;
        page.text((row, 1), &fact, Style::Count)?;
        row += 1;
    }
    Ok(row)
}

fn progress(export: &Export<'_>, page: &mut Page<'_>, mut row: u32) -> Result<u32> {
    let lang = export.lang;
    page.text((row, 0), labels::PROGRESS.pick(lang), Style::Heading)?;
    row += 1;
    let keys = export.activities.range(Role::Helper(Helper::Key));
    let statuses = export.activities.range(Role::Input(Field::Status));
    let not = text::status(lang, Status::NotApplicable);
    let coverage = export.overview.coverage;
    let (of, activities) = (labels::OF.pick(lang), labels::ACTIVITIES.pick(lang));
    let formula = format!(
        "=SUMPRODUCT(({keys}>0)*1)&\" {of} \"&(ROWS({keys})-COUNTIF({statuses},\"{not}\"))&\" {activities}\""
    );
    let result = format!("{} {of} {} {activities}", coverage.assessed, coverage.whole);
    page.text((row, 0), labels::WITH_BAND.pick(lang), Style::Label)?;
    page.formula((row, 1), formula, Computed::Text(&result), Some(Style::Count))?;
    row += 1;
    for (_, status) in Status::KEYS {
        let word = text::status(lang, status);
        let count = export.overview.rows.iter().filter(|row| row.answer.status == status).count();
        page.text((row, 0), &format!("Status: {word}"), Style::Label)?;
        let formula = format!("=COUNTIF({statuses},\"{word}\")");
        page.formula((row, 1), formula, Computed::Number(number(count)), Some(Style::Count))?;
        row += 1;
    }
    Ok(row)
}

fn bands(export: &Export<'_>, page: &mut Page<'_>, mut row: u32) -> Result<u32> {
    let lang = export.lang;
    page.text((row, 0), labels::LEVELS.pick(lang), Style::Heading)?;
    row += 1;
    let headers = [labels::LEVEL, labels::NOW, labels::AFTER, labels::RESPONSE];
    for (column, header) in (0u16..).zip(headers) {
        page.text((row, column), header.pick(lang), Style::Header)?;
    }
    row += 1;
    for band in export.method.bands.iter().rev() {
        let word = text::band(lang, band);
        page.text((row, 0), word, Style::Legend(band.colour))?;
        let counted = |deciding: Option<(&RiskSource, &Score<'_>)>| {
            deciding.is_some_and(|(_, score)| score.band.id == band.id)
        };
        let rows = &export.overview.rows;
        let now = rows.iter().filter(|row| counted(row.risk.current())).count();
        let after = rows.iter().filter(|row| counted(row.risk.residual())).count();
        for (column, derived, count) in [(1, Derived::Band, now), (2, Derived::ResidualBand, after)]
        {
            let range = export.activities.range(Role::Derived(derived));
            let formula = format!("=COUNTIF({range},\"{word}\")");
            let result = Computed::Number(number(count));
            page.formula((row, column), formula, result, Some(Style::CellNumber))?;
        }
        page.text((row, 3), &band.response, Style::Cell)?;
        page.height(row, 32.0)?;
        row += 1;
    }
    Ok(row)
}

/// A count as a cell keeps it.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
