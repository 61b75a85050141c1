//! The sheet *Skalaer*: what each level means, the matrix, the bands, and the lists behind the
//! drop-downs. The formulas of the other sheets read from here by name.

use super::super::entry::Words;
use super::super::sheet::{Book, Page, Style, letters};
use super::activities::{pair_name, source_name};
use super::{Export, Result};
use crate::domain::{Level, LevelNumber as _, Perspective, Status, ThreatId, Treatment};
use crate::engine::RiskSource;
use crate::finding::Axis;
use crate::text;
use crate::text::workbook::{headers, labels, sheets};

/// First column of the lists that formulas read.
const LISTS: u16 = 12;

/// A named range: name, and where it lies.
type Named = (&'static str, String);

pub(super) fn write(export: &Export<'_>, book: &mut Book) -> Result<()> {
    let lang = export.lang;
    let name = sheets::SCALES.pick(lang);
    let mut named: Vec<Named> = Vec::new();
    let mut page = book.page(name)?;
    page.remember();
    for (column, width) in [(0, 7.0), (1, 20.0), (2, 22.0), (3, 22.0), (4, 22.0), (5, 22.0)] {
        page.width(column, width)?;
    }
    page.text((0, 0), name, Style::Title)?;
    page.height(0, 30.0)?;
    let mut row = 2;
    let likelihood: Vec<&Level> = export.method.likelihood.levels().map(|(_, l)| l).collect();
    let heading = labels::LIKELIHOOD_SCALE.pick(lang);
    row = levels(export, &mut page, row, (heading, Perspective::DataSubject), &likelihood)?;
    let consequence: Vec<&Level> = export.method.consequence.levels().map(|(_, l)| l).collect();
    for perspective in Perspective::ALL {
        let own = |level: &&Level| level.elsewhere.contains_key(&perspective);
        let is_needed = match perspective {
            Perspective::DataSubject => true,
            other => export.assessment.perspectives.contains(&other) && consequence.iter().any(own),
        };
        if is_needed {
            let whose = text::perspective(lang, perspective);
            let heading = format!("{}, {whose}", labels::CONSEQUENCE_SCALE.pick(lang));
            row = levels(export, &mut page, row, (&heading, perspective), &consequence)?;
        }
    }
    row = matrix(export, &mut page, row)?;
    bands(export, &mut page, row)?;
    lists(export, &mut page, &mut named)?;
    page.protect();
    page.print(&export.footer());
    for (range, place) in named {
        book.name(range, name, &place)?;
    }
    Ok(())
}

fn levels(
    export: &Export<'_>,
    page: &mut Page<'_>,
    top: u32,
    (heading, perspective): (&str, Perspective),
    levels: &[&Level],
) -> Result<u32> {
    let lang = export.lang;
    page.text((top, 0), heading, Style::Heading)?;
    page.text((top + 1, 0), "", Style::Header)?;
    page.text((top + 1, 1), labels::LEVEL.pick(lang), Style::Header)?;
    page.across((top + 1, 2), 3, labels::MEANING.pick(lang), Style::Header)?;
    page.across((top + 1, 4), 5, labels::EXAMPLE.pick(lang), Style::Header)?;
    let mut row = top + 2;
    for level in levels {
        page.number((row, 0), f64::from(level.number), Style::Key)?;
        page.text((row, 1), text::level_label(lang, level), Style::Cell)?;
        let (definition, examples) = level.meaning(perspective);
        page.across((row, 2), 3, definition, Style::Cell)?;
        page.across((row, 4), 5, &examples.join("\n"), Style::Cell)?;
        // Merged cells do not grow with their text, so the height is given.
        let lines_of = |text: &str| text.chars().count() / 46 + 1;
        let lines = lines_of(definition).max(examples.iter().map(|text| lines_of(text)).sum());
        let lines = u32::try_from(lines).unwrap_or(1);
        page.height(row, 14.0 * f64::from(lines.max(2)))?;
        row += 1;
    }
    Ok(row + 1)
}

fn matrix(export: &Export<'_>, page: &mut Page<'_>, top: u32) -> Result<u32> {
    let (lang, method) = (export.lang, export.method);
    page.text((top, 0), labels::MATRIX.pick(lang), Style::Heading)?;
    let corner = lang.pick("Konsekvens ↓  Sandsynlighed →", "Consequence ↓  Likelihood →");
    page.across((top + 1, 0), 1, corner, Style::Axis)?;
    page.height(top + 1, 32.0)?;
    for (column, (level, known)) in (2u16..).zip(method.likelihood.levels()) {
        let word = format!("{level} – {}", text::level_label(lang, known));
        page.text((top + 1, column), &word, Style::Axis)?;
    }
    let mut row = top + 2;
    for (consequence, known) in method.consequence.levels().rev() {
        let word = format!("{consequence} – {}", text::level_label(lang, known));
        page.across((row, 0), 1, &word, Style::Axis)?;
        page.height(row, 24.0)?;
        for (column, (likelihood, _)) in (2u16..).zip(method.likelihood.levels()) {
            if let Some(band) = method.band(likelihood, consequence) {
                page.text((row, column), text::band(lang, band), Style::Legend(band.colour))?;
            }
        }
        row += 1;
    }
    Ok(row + 1)
}

fn bands(export: &Export<'_>, page: &mut Page<'_>, top: u32) -> Result<()> {
    let lang = export.lang;
    page.text((top, 0), labels::LEVELS.pick(lang), Style::Heading)?;
    page.across((top + 1, 0), 1, headers::BAND.pick(lang), Style::Header)?;
    page.across((top + 1, 2), 5, labels::RESPONSE.pick(lang), Style::Header)?;
    for (row, band) in (top + 2..).zip(export.method.bands.iter().rev()) {
        page.across((row, 0), 1, text::band(lang, band), Style::Legend(band.colour))?;
        page.across((row, 2), 5, &band.response, Style::Cell)?;
        page.height(row, 32.0)?;
    }
    Ok(())
}

/// The hidden columns that drop-downs and formulas read.
fn lists(export: &Export<'_>, page: &mut Page<'_>, named: &mut Vec<Named>) -> Result<()> {
    let lang = export.lang;
    let words: Words<'_> = export.words();
    let statuses = Status::KEYS.map(|(_, status)| text::status(lang, status).to_owned());
    let treatments = Treatment::KEYS.map(|(_, value)| text::treatment(lang, value).to_owned());
    let bands = export.method.bands.iter().map(|band| text::band(lang, band).to_owned());
    // The list is read from 1: the direct likelihood stands first, then each threat by its place.
    let threats = export
        .threat_order
        .iter()
        .map(|id: &ThreatId| source_name(export, &RiskSource::Threat(id.clone())));
    let direct = source_name(export, &RiskSource::Direct);
    let pairs = export.scoped.iter().map(|pair| pair_name(export, *pair));
    let columns: [(&'static str, Vec<String>); 8] = [
        ("skala_sandsynlighed", words.options(Axis::Likelihood)),
        ("skala_konsekvens", words.options(Axis::Consequence)),
        ("valg_status", statuses.to_vec()),
        ("valg_haandtering", treatments.to_vec()),
        ("valg_ja", vec![labels::YES.pick(lang).to_owned()]),
        ("niveau_ord", bands.collect()),
        ("trussel_navne", std::iter::once(direct).chain(threats).collect()),
        ("par_navne", pairs.collect()),
    ];
    let mut column = LISTS;
    for (name, texts) in columns {
        page.bare_text((0, column), name)?;
        for (row, text) in (1u32..).zip(&texts) {
            page.bare_text((row, column), text)?;
        }
        page.hide(column)?;
        let letter = letters(column);
        named.push((name, format!("${letter}$2:${letter}${}", texts.len().max(1) + 1)));
        column += 1;
    }
    ranks(export, page, column, named)
}

/// The matrix as band ranks: rows consequence 1..=m from the top, columns likelihood 1..=n.
fn ranks(
    export: &Export<'_>,
    page: &mut Page<'_>,
    first: u16,
    named: &mut Vec<Named>,
) -> Result<()> {
    for (likelihood, consequence, band) in export.method.cells() {
        let column = first + u16::from(likelihood.number()) - 1;
        page.bare_number((u32::from(consequence.number()), column), f64::from(band.rank))?;
    }
    let (rows, columns) =
        (export.method.consequence.top_number(), u16::from(export.method.likelihood.top_number()));
    for column in first..first + columns {
        page.hide(column)?;
    }
    let (from, to) = (letters(first), letters(first + columns - 1));
    named.push(("rang_matrix", format!("${from}$2:${to}${}", u32::from(rows) + 1)));
    Ok(())
}
