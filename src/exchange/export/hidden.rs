//! The very hidden sheet `_risiko`: what the workbook was written from.

use super::super::layout::{Form, Role};
use super::super::protocol::{BASELINE, Baseline, SCHEMA, SHEET, facts};
use super::super::sheet::{At, Book};
use super::{Export, Result};
use crate::text::Lang;

pub(super) fn write(export: &Export<'_>, book: &mut Book, baseline: &Baseline) -> Result<()> {
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
        let keys = sheet.columns.iter().filter_map(|column| match column.role {
            Role::Input(field) => Some(field.key()),
            _ => None,
        });
        let keys: Vec<String> = keys.collect();
        facts.push((format!("{}{}", facts::COLUMNS, form.key()), keys.join(" ")));
    }
    for (key, fact) in facts {
        page.bare_text((row, 0), &key)?;
        page.bare_text((row, 1), &fact)?;
        row += 1;
    }
    page.bare_text((row, 0), BASELINE)?;
    for ((form, activity, threat, field), value) in baseline {
        row += 1;
        for (at, text) in cells(row).into_iter().zip([form.key(), activity, threat, field, value]) {
            page.bare_text(at, text)?;
        }
    }
    page.hide_for_good();
    Ok(())
}

fn cells(row: u32) -> [At; 5] {
    [(row, 0), (row, 1), (row, 2), (row, 3), (row, 4)]
}
