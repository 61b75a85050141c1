//! The very hidden sheet `_risiko`: what the workbook was written from.

use std::collections::{BTreeMap, BTreeSet};

use super::super::field::Field;
use super::super::layout::{ActionPart, Form};
use super::super::locked::kept;
use super::super::own_sheets;
use super::super::protocol::{BASELINE, EXTRA, HIDDEN, NUMBER, OWN_SHEET, SCHEMA, SHEET, facts};
use super::super::sheet::{Book, Page};
use super::cells::Kept;
use super::{Export, Result, Sheet, actions};
use crate::domain::OwnSheet;
use crate::text::Lang;
use crate::text::workbook::Phrase;

/// Column of the first field of the baseline; the key of the row stands left of it.
const FIRST_FIELD: u16 = 3;

pub(super) fn write(export: &Export<'_>, book: &mut Book, baseline: &Kept) -> Result<()> {
    let assessment = export.assessment;
    let perspectives: Vec<&str> = assessment.perspectives.iter().map(|p| p.key()).collect();
    let locked = locked(export, book);
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
    let parts = ActionPart::ALL.map(ActionPart::key);
    facts.push((format!("{}{}", facts::COLUMNS, Form::Actions.key()), parts.join(" ")));
    facts.extend(locked);
    for (key, fact) in facts {
        page.bare_text((row, 0), &key)?;
        page.bare_text((row, 1), &fact)?;
        row += 1;
    }
    for (form, sheet) in [(Form::Activities, &export.activities), (Form::Threats, &export.threats)]
    {
        row = baseline_of(&mut page, row, (form, sheet), baseline)?;
    }
    row = own_columns_of_actions(&mut page, row, export)?;
    for sheet in &assessment.own_sheets {
        row = own_sheet(&mut page, row, sheet, export.lang)?;
    }
    page.hide_for_good();
    Ok(())
}

/// What stands in the locked cells of each sheet, formulas and the rows of forms left out.
fn locked(export: &Export<'_>, book: &Book) -> Vec<(String, String)> {
    let forms = Form::ALL.map(|form| (form.key(), form.name()));
    let sheets = forms.into_iter().chain(own_sheets::DERIVED);
    let of_sheet = |(key, name): (&str, Phrase)| {
        let texts = kept(book.remembered(name.pick(export.lang)));
        // A text that is too long for one cell goes on under the next number.
        let texts = texts.into_iter().enumerate();
        texts
            .map(|(part, text)| (format!("{}{key}.{part}", facts::LOCKED), text))
            .collect::<Vec<_>>()
    };
    sheets.flat_map(of_sheet).collect()
}

/// The baseline of a form: a row with the keys of the columns, then a row for each row of it.
fn baseline_of(
    page: &mut Page<'_>,
    mut row: u32,
    (form, sheet): (Form, &Sheet),
    kept: &Kept,
) -> Result<u32> {
    let fields: Vec<Field> = sheet.inputs().collect();
    for (column, text) in (0u16..).zip([BASELINE, form.key(), "threat"]) {
        page.bare_text((row, column), text)?;
    }
    let keys = fields.iter().map(|field| field.key());
    let keys = keys.chain(sheet.extras.iter().map(|added| format!("{EXTRA}{}", added.key)));
    for (column, key) in (FIRST_FIELD..).zip(keys) {
        page.bare_text((row, column), &key)?;
    }
    row += 1;
    let none = BTreeMap::new();
    let of_form = kept.baseline.keys().chain(kept.extras.keys()).filter(|key| key.0 == form);
    for key @ (_, activity, threat) in of_form.collect::<BTreeSet<_>>() {
        page.bare_text((row, 1), activity.as_str())?;
        if let Some(threat) = threat {
            page.bare_text((row, 2), threat.as_str())?;
        }
        let (values, added) = (kept.baseline.get(key), kept.extras.get(key).unwrap_or(&none));
        let values = fields.iter().map(|field| values.and_then(|row| row.get(*field)));
        let values = values
            .chain(sheet.extras.iter().map(|column| added.get(&column.key).map(String::as_str)));
        for (column, value) in (FIRST_FIELD..).zip(values) {
            if let Some(value) = value {
                page.bare_text((row, column), value)?;
            }
        }
        row += 1;
    }
    Ok(row)
}

/// What stood in the columns that people added to the sheet of actions; its other columns stand in
/// the cells of the risks, too.
fn own_columns_of_actions(page: &mut Page<'_>, mut row: u32, export: &Export<'_>) -> Result<u32> {
    let extras = &export.actions.extras;
    if extras.is_empty() {
        return Ok(row);
    }
    let keys = extras.iter().map(|added| format!("{EXTRA}{}", added.key));
    let head = [BASELINE, Form::Actions.key(), "threat", NUMBER].map(str::to_owned);
    for (column, text) in (0u16..).zip(head.into_iter().chain(keys)) {
        page.bare_text((row, column), &text)?;
    }
    row += 1;
    for (activity, threat, number, texts) in actions::own_columns(export) {
        let number = number.to_string();
        for (column, text) in (1u16..).zip([activity, threat, &number]) {
            page.bare_text((row, column), text)?;
        }
        for (column, text) in (FIRST_FIELD + 1..).zip(texts) {
            if let Some(text) = text {
                page.bare_text((row, column), &text)?;
            }
        }
        row += 1;
    }
    Ok(row)
}

fn own_sheet(page: &mut Page<'_>, mut row: u32, sheet: &OwnSheet, lang: Lang) -> Result<u32> {
    let hidden = sheet.hidden.then_some(HIDDEN);
    let head = [BASELINE, OWN_SHEET, &sheet.name].into_iter().chain(hidden);
    for (column, text) in (0u16..).zip(head) {
        page.bare_text((row, column), text)?;
    }
    row += 1;
    for (at, cell) in own_sheets::as_written(&sheet.cells, lang) {
        let (kind, value) = own_sheets::kept(&cell);
        for (column, text) in (1u16..).zip([&at.to_string(), kind, &value]) {
            page.bare_text((row, column), text)?;
        }
        row += 1;
    }
    Ok(row)
}
