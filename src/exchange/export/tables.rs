//! The forms of the workbook on their own: one as CSV for Excel, all as JSON for programs.
//!
//! Columns, order and words are those of the workbook. Neither has a hidden sheet, so what comes
//! back is compared with an assessment that is named.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::super::csv_text::written;
use super::super::entry::Entry;
use super::super::field::Field;
use super::super::layout::{Form, Role};
use super::super::sheet::fitted;
use super::super::tables::{BLANK, SCHEMA};
use super::shown::Shown;
use super::{Export, ExportOptions, Result, Sheet, actions, activities, threats};
use crate::domain::{Assessment, Catalogue, Method};
use crate::text::Lang;
use crate::text::workbook::labels;

/// Name of the columns that people added, in the JSON of a row.
pub(in crate::exchange) const EXTRA: &str = "extra";

/// One form as CSV, with the words of the workbook.
///
/// # Errors
/// More rows than a sheet can hold.
pub fn export_csv(
    assessment: &Assessment,
    catalogue: &Catalogue,
    method: &Method,
    options: ExportOptions,
    form: Form,
) -> Result<String> {
    let export = Export::new(assessment, catalogue, method, options)?;
    let (lang, words) = (export.lang, export.words());
    let (sheet, rows) = rows_of(&export, form);
    // An empty form says so in a header of its own: its blank cells delete nothing.
    let mark = export.is_blank().then(|| labels::EMPTY_FORM.pick(lang));
    let header = sheet.visible().map(|column| column.header(lang)).chain(mark);
    let header = header.map(Cow::Borrowed).collect();
    let rows = rows.iter().map(|row| {
        let cells = row.iter().map(|shown| {
            // Excel cuts what is longer on opening it, and says nothing.
            let text = fitted(&shown.words(words), labels::TRUNCATED.pick(lang)).into_owned();
            Cow::Owned(text)
        });
        cells.chain(mark.map(|_| Cow::Borrowed(""))).collect()
    });
    Ok(written(std::iter::once(header).chain(rows)))
}

/// All forms as JSON: what the assessment is, and an object for each row.
///
/// # Errors
/// More rows than a sheet can hold.
pub fn export_json(
    assessment: &Assessment,
    catalogue: &Catalogue,
    method: &Method,
    options: ExportOptions,
) -> Result<Value> {
    let export = Export::new(assessment, catalogue, method, options)?;
    let mut tables = json!({
        "schema": SCHEMA,
        "municipality-code": assessment.municipality.to_string(),
        "municipality": assessment.municipality_name,
        "round": assessment.round,
        "as-of": export.as_of.to_string(),
        "catalogue": assessment.catalogue.id,
        "catalogue-version": assessment.catalogue.version,
        "catalogue-digest": assessment.catalogue.digest,
        "method": assessment.method.id.as_str(),
        "method-version": assessment.method.version,
        BLANK: export.is_blank(),
        "language": if export.lang == Lang::En { "en" } else { "da" },
    });
    if let Some(tables) = tables.as_object_mut() {
        for form in Form::ALL {
            let (sheet, rows) = rows_of(&export, form);
            let rows = rows.iter().map(|row| object(sheet, row));
            tables.insert(form.key().to_owned(), rows.collect());
        }
    }
    Ok(tables)
}

fn rows_of<'e>(export: &'e Export<'_>, form: Form) -> (&'e Sheet, Vec<Vec<Shown<'e>>>) {
    match form {
        Form::Activities => (&export.activities, activities::rows(export)),
        Form::Threats => (&export.threats, threats::rows(export)),
        Form::Actions => (&export.actions, actions::rows(export)),
    }
}

/// A row by the keys of its columns. Every row of a form has the same keys.
fn object(sheet: &Sheet, row: &[Shown<'_>]) -> Value {
    let (mut object, mut extra) = (Map::new(), Map::new());
    for (column, shown) in sheet.visible().zip(row) {
        if let Role::Extra(nth) = column.role
            && let Some(added) = sheet.extras.get(usize::from(nth))
        {
            extra.insert(added.key.clone(), fact(column.role, shown));
        }
        if let Some(key) = column.role.key() {
            object.insert(key, fact(column.role, shown));
        }
    }
    if !extra.is_empty() {
        object.insert(EXTRA.to_owned(), extra.into());
    }
    object.into()
}

/// What a program is given: numbers as numbers, keys in place of words, null for nothing.
fn fact(role: Role, shown: &Shown<'_>) -> Value {
    match (shown, role) {
        (Shown::Blank, _) => Value::Null,
        (Shown::Text(text), _) => Value::from(text.as_ref()),
        (Shown::Number(number), _) => Value::from(*number),
        (Shown::Words(_, fact), _) => fact.clone(),
        (Shown::Entry(Entry::Level(_, level)), _) => Value::from(*level),
        (Shown::Entry(Entry::Yes), _) => Value::Bool(true),
        (Shown::Entry(Entry::Number(text)), _) => number(text),
        (Shown::Entry(Entry::Boolean(value)), _) => Value::Bool(*value),
        (Shown::Entry(Entry::Text(text)), Role::Input(field)) if Field::is_list(field) => {
            text.lines().collect()
        }
        (Shown::Entry(entry), _) => Value::from(entry.key().as_ref()),
    }
}

/// A number as JSON has it: whole ones without a point.
fn number(text: &str) -> Value {
    let whole = text.parse::<i64>().map(Value::from);
    whole.or_else(|_| text.parse::<f64>().map(Value::from)).unwrap_or_else(|_| Value::from(text))
}
