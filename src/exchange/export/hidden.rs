//! The very hidden sheet `_risiko`: what the workbook was written from.

use super::super::field::Field;
use super::super::layout::Form;
use super::super::protocol::{BASELINE, Baseline, SCHEMA, SHEET, facts};
use super::super::sheet::Book;
use super::{Export, Result};
use crate::text::Lang;

/// Column of the first field of the baseline; the key of the row stands left of it.
const FIRST_FIELD: u16 = 3;

pub(super) fn write(export: &Export<'_>, book: &mut Book, baseline: &Baseline<'_>) -> Result<()> {
    let assessment = export.assessment;
    let perspectives: Vec<&str> = assessment.perspectives.iter().map(|p| p.key()).collect();
    let mut page = book.page(SHEET)?;
    let mut row = 0;
    let mut facts = vec![
        (facts::SCHEMA.to_owned(), SCHEMA.to_string()),
        (facts::MUNICIPALITY.to_owned(), assessment.municipality.to_string()),
        (facts::MUNICIPALITY_NAME.to_owned(), assessment.municipality_name.clone()),
        (facts::ROUND.to_owned(), assessment.round.clone()),
        (facts::EXPORTED.to_owned(), export.as_of.to_string()),
        (facts::CATALOGUE.to_owned(), assessment.catalogue.id.clone()),
        (facts::CATALOGUE_VERSION.to_owned(), assessment.catalogue.version.clone()),
        (facts::CATALOGUE_DIGEST.to_owned(), assessment.catalogue.digest.clone()),
        (facts::METHOD.to_owned(), assessment.method.id.to_string()),
        (facts::METHOD_VERSION.to_owned(), assessment.method.version.to_string()),
        (facts::LANGUAGE.to_owned(), if export.lang == Lang::En { "en" } else { "da" }.to_owned()),
        (facts::PERSPECTIVES.to_owned(), perspectives.join(" ")),
    ];
    for (form, sheet) in [(Form::Activities, &export.activities), (Form::Threats, &export.threats)]
    {
        let keys: Vec<String> = sheet.inputs().map(Field::key).collect();
        facts.push((format!("{}{}", facts::COLUMNS, form.key()), keys.join(" ")));
    }
    for (key, fact) in facts {
        page.bare_text((row, 0), &key)?;
        page.bare_text((row, 1), &fact)?;
        row += 1;
    }
    for (form, sheet) in [(Form::Activities, &export.activities), (Form::Threats, &export.threats)]
    {
        let fields: Vec<Field> = sheet.inputs().collect();
        for (column, text) in (0u16..).zip([BASELINE, form.key(), "threat"]) {
            page.bare_text((row, column), text)?;
        }
        for (column, field) in (FIRST_FIELD..).zip(&fields) {
            page.bare_text((row, column), &field.key())?;
        }
        row += 1;
        for ((_, activity, threat), values) in baseline.iter().filter(|(key, _)| key.0 == form) {
            page.bare_text((row, 1), activity.as_str())?;
            if let Some(threat) = threat {
                page.bare_text((row, 2), threat.as_str())?;
            }
            for (column, field) in (FIRST_FIELD..).zip(&fields) {
                if let Some(value) = values.get(*field) {
                    page.bare_text((row, column), value)?;
                }
            }
            row += 1;
        }
    }
    page.hide_for_good();
    Ok(())
}
