//! The sheet *Trusselskatalog*: what each threat means, to look things up while assessing.

use super::super::sheet::{Book, Page, Style, letters};
use super::cells::Written;
use super::{Export, Result};
use crate::domain::Threat;
use crate::text;
use crate::text::workbook::{headers, labels, sheets};

/// First row of the list, counted from 0.
const FIRST: u32 = 4;

/// Widths of the columns before those of the levels of likelihood.
const WIDTHS: [f64; 7] = [8.0, 30.0, 15.0, 17.0, 40.0, 40.0, 44.0];
/// Width of what points to a level of likelihood.
const EVIDENCE_WIDTH: f64 = 34.0;

pub(super) fn write(export: &Export<'_>, book: &mut Book) -> Result<()> {
    let lang = export.lang;
    let name = sheets::THREAT_CATALOGUE.pick(lang);
    let mut page = book.page(name)?;
    page.remember();
    page.text((0, 0), name, Style::Title)?;
    page.height(0, 30.0)?;
    page.text((1, 0), labels::THREATS_HINT.pick(lang), Style::Subtitle)?;
    let headers = header(export, &mut page)?;
    let mut row = FIRST;
    for id in &export.threat_order {
        if let Some(threat) = export.catalogue.threats.get(id) {
            line(export, &mut page, row, threat)?;
            row += 1;
        }
    }
    let last = row.saturating_sub(1).max(FIRST);
    let columns: Vec<(&str, Style)> =
        headers.iter().map(|header| (header.as_str(), Style::Header)).collect();
    page.table("tblTrusselskatalog", (FIRST - 1, 0), last, &columns)?;
    page.freeze((FIRST, 2))?;
    page.protect();
    page.print_wide(&export.footer(), (FIRST - 2, FIRST - 1), (1, 1))?;
    for (place, range) in [(0, "trussel_numre"), (1, "trussel_titler")] {
        let letter = letters(place);
        let cells = format!("${letter}${}:${letter}${}", FIRST + 1, last + 1);
        book.name(range, name, &cells)?;
    }
    Ok(())
}

fn header(export: &Export<'_>, page: &mut Page<'_>) -> Result<Vec<String>> {
    let lang = export.lang;
    let fixed = [
        headers::THREAT_ID,
        headers::THREAT_TITLE,
        headers::THREAT_KIND,
        headers::THREAT_HITS,
        headers::THREAT_DESCRIPTION,
        headers::THREAT_EXAMPLE,
        headers::THREAT_MEASURES,
    ];
    let mut columns: Vec<(String, f64)> = fixed
        .iter()
        .zip(WIDTHS)
        .map(|(header, width)| (header.pick(lang).to_owned(), width))
        .collect();
    if has_evidence(export) {
        let first = u16::try_from(columns.len()).unwrap_or_default();
        for (level, known) in export.method.likelihood.levels() {
            let label = text::level_label(lang, known);
            columns.push((format!("{level} – {label}"), EVIDENCE_WIDTH));
        }
        let last = u16::try_from(columns.len()).unwrap_or_default().saturating_sub(1);
        page.across((FIRST - 2, first), last, labels::EVIDENCE.pick(lang), Style::Group)?;
    }
    for (place, (_, width)) in (0u16..).zip(&columns) {
        page.width(place, *width)?;
    }
    page.height(FIRST - 1, 32.0)?;
    Ok(columns.into_iter().map(|(header, _)| header).collect())
}

/// Whether the catalogue's evidence is written for a scale of the method's size. It is never
/// stretched to another.
fn has_evidence(export: &Export<'_>) -> bool {
    let levels = usize::from(export.method.likelihood.top_number());
    let mut written = export.catalogue.threats.values().filter(|t| !t.evidence.is_empty());
    // A municipality's own threats may have none.
    written.clone().next().is_some() && written.all(|threat| threat.evidence.len() == levels)
}

fn line(export: &Export<'_>, page: &mut Page<'_>, row: u32, threat: &Threat) -> Result<()> {
    let lang = export.lang;
    let measures = export.catalogue.measures_against(&threat.id);
    let measures: Vec<String> =
        measures.map(|measure| format!("{} {}", measure.id, measure.title)).collect();
    let texts = [
        threat.id.to_string(),
        threat.title.clone(),
        text::workbook::capitalised(&threat.kind),
        text::hits(lang, &threat.dimensions, threat.rights),
        threat.description.clone(),
        threat.example.clone(),
        measures.join("\n"),
    ];
    let mut written = Written::new();
    for (place, (text, width)) in (0u16..).zip(texts.iter().zip(WIDTHS)) {
        written.grow(text, width);
        page.text((row, place), text, if place == 0 { Style::Key } else { Style::Cell })?;
    }
    if has_evidence(export) {
        let first = u16::try_from(WIDTHS.len()).unwrap_or_default();
        for (place, evidence) in (first..).zip(&threat.evidence) {
            written.grow(evidence, EVIDENCE_WIDTH);
            page.text((row, place), evidence, Style::Cell)?;
        }
    }
    page.height(row, written.height())?;
    Ok(())
}
