//! `import --inspect`: what a workbook is, what is recognised in it, and what is left behind.

use serde_json::{Value, json};

use super::document::{Align, Column, Document, Table};
use super::records::Records;
use crate::exchange::workbook::Visibility;
use crate::exchange::{
    ColumnView, FileKind, How, Inspection, Loss, Meaning, SheetView, Use, WrittenFrom,
};
use crate::text::Lang;
use crate::text::inspect::{self as words, kinds, meanings, titles, uses, ways};
use crate::text::workbook::Phrase;

/// What an inspection found.
#[derive(Debug)]
pub struct InspectReport<'a> {
    /// The workbook as the user named it.
    pub file: &'a str,
    /// What was found.
    pub inspection: &'a Inspection,
}

impl InspectReport<'_> {
    /// The columns as plain rows, for `--format csv`.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [titles::SHEET, titles::COLUMN, titles::HEADER, titles::HOLDS, titles::HOW];
        let rows = self.inspection.sheets.iter().flat_map(|sheet| {
            sheet.columns.iter().map(|column| {
                let (holds, how) = (meaning_words(lang, column), how_words(lang, column));
                vec![sheet.name.clone(), column.letters(), column.header.clone(), holds, how]
            })
        });
        Records::new(header.map(|phrase| phrase.pick(lang))).with(rows)
    }

    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let inspection = self.inspection;
        let sheets: Vec<Value> = inspection.sheets.iter().map(sheet_facts).collect();
        let losses: Vec<Value> = inspection.losses.iter().map(loss_facts).collect();
        let written_from = match &inspection.kind {
            FileKind::Own(Some(facts)) => written_facts(facts),
            _ => Value::Null,
        };
        json!({
            "schema": "risiko.inspect/1",
            "file": self.file,
            "kind": inspection.kind.key(),
            "written-from": written_from,
            "macros": inspection.losses.contains(&Loss::Macros),
            "sheets": sheets,
            "losses": losses,
            "proposal": inspection.proposal,
        })
    }

    /// The document, for people; the proposal is printed as it is.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        let kind = &self.inspection.kind;
        document.heading(format!("{}: {}", self.file, kind_words(kind).pick(lang)));
        if let FileKind::Own(Some(facts)) = kind {
            document.paragraph(written_from(lang, facts));
        }
        for sheet in &self.inspection.sheets {
            document.heading(format!("{} {}", titles::SHEET.pick(lang), sheet.name));
            document.paragraph(about(lang, sheet));
            if sheet.used == Use::Read && !sheet.columns.is_empty() {
                document.table(columns(lang, sheet));
            }
            let missing = sheet.missing.iter();
            document.list(missing.map(|header| words::header_missing(lang, header)).collect());
        }
        let losses = &self.inspection.losses;
        document.heading(titles::LOSSES.pick(lang));
        if losses.is_empty() && *kind != FileKind::Unknown {
            document.paragraph(titles::NO_LOSSES.pick(lang));
        }
        document.list(losses.iter().map(|loss| loss_words(lang, loss)).collect());
        if let Some(next) = self.next(lang) {
            document.heading(titles::NEXT.pick(lang));
            document.paragraph(next);
        }
        document
    }

    /// The command that reads the workbook.
    fn next(&self, lang: Lang) -> Option<String> {
        let file = self.file;
        let is_asked = self.inspection.proposal.is_some();
        Some(match &self.inspection.kind {
            FileKind::Own(Some(_)) => format!("risiko import {file}"),
            FileKind::Own(None) => {
                format!("risiko import {file} --assume-base {}", lang.pick("FIL", "FILE"))
            }
            FileKind::Kl => format!("risiko catalog import {file}"),
            FileKind::Os2 => format!(
                "risiko import {file} --activity {} --threats {}",
                lang.pick("NUMMER", "NUMBER"),
                lang.pick("trusler.csv", "threats.csv")
            ),
            FileKind::HomeMade if is_asked => match lang {
                Lang::Da => format!(
                    "Gem forslaget herunder som mapping.yml, ret det, og kør: risiko import {file} --map \
                     mapping.yml"
                ),
                Lang::En => format!(
                    "Save the proposal below as mapping.yml, correct it, and run: risiko import {file} --map \
                     mapping.yml"
                ),
            },
            FileKind::HomeMade => format!("risiko import {file} --map mapping.yml"),
            FileKind::Unknown => return None,
        })
    }
}

fn kind_words(kind: &FileKind) -> Phrase {
    match kind {
        FileKind::Own(Some(_)) => kinds::OWN,
        FileKind::Own(None) => kinds::OWN_WITHOUT_BASELINE,
        FileKind::Kl => kinds::KL,
        FileKind::Os2 => kinds::OS2,
        FileKind::HomeMade => kinds::HOME_MADE,
        FileKind::Unknown => kinds::UNKNOWN,
    }
}

fn written_from(lang: Lang, facts: &WrittenFrom) -> String {
    let WrittenFrom {
        municipality,
        municipality_name,
        round,
        exported,
        catalogue,
        catalogue_version,
        method,
        method_version,
        language,
        schema,
    } = facts;
    match lang {
        Lang::Da => format!(
            "{municipality_name} ({municipality}), runde {round}, eksporteret {exported}; katalog {catalogue} \
             {catalogue_version}, metode {method} version {method_version}, sprog {language}, filformat {schema}."
        ),
        Lang::En => format!(
            "{municipality_name} ({municipality}), round {round}, exported {exported}; catalogue {catalogue} \
             {catalogue_version}, method {method} version {method_version}, language {language}, schema \
             {schema}."
        ),
    }
}

fn about(lang: Lang, sheet: &SheetView) -> String {
    let used = match sheet.used {
        Use::Read => uses::READ,
        Use::Baseline => uses::BASELINE,
        Use::Result => uses::RESULT,
        Use::Kept => uses::KEPT,
        Use::NotRead => uses::NOT_READ,
    };
    let mut parts = vec![used.pick(lang).to_owned(), words::rows(lang, sheet.rows)];
    parts.extend(sheet.header_row.map(|row| words::headers_in(lang, row)));
    if sheet.visibility != Visibility::Visible {
        parts.push(uses::HIDDEN.pick(lang).to_owned());
    }
    parts.join("; ")
}

fn columns(lang: Lang, sheet: &SheetView) -> Table {
    // Steps of a calculation stand in hidden columns; nobody asks about them.
    let shown = sheet.columns.iter().filter(|column| !column.header.starts_with('_'));
    let rows = shown.map(|column| {
        vec![
            column.letters().into(),
            column.header.replace(['\n', '\r'], " ").into(),
            meaning_words(lang, column).into(),
            how_words(lang, column).into(),
        ]
    });
    Table {
        columns: [titles::COLUMN, titles::HEADER, titles::HOLDS, titles::HOW]
            .map(|title| Column::new(title.pick(lang), Align::Left))
            .into(),
        rows: rows.collect(),
    }
}

fn meaning_words(lang: Lang, column: &ColumnView) -> String {
    let phrase = match &column.meaning {
        Some(Meaning::Fields(fields)) => {
            let names: Vec<String> = fields.iter().map(|field| field.header(lang)).collect();
            return names.join("; ");
        }
        Some(Meaning::Kl(word)) => return word.clone(),
        Some(Meaning::Activity) => meanings::ACTIVITY,
        Some(Meaning::Threat) => meanings::THREAT,
        Some(Meaning::ThreatText) => meanings::THREAT_TEXT,
        Some(Meaning::ThreatType) => meanings::THREAT_TYPE,
        Some(Meaning::Action) => meanings::ACTION,
        Some(Meaning::Added) => meanings::ADDED,
        Some(Meaning::FromCatalogue) => meanings::CATALOGUE,
        Some(Meaning::Result) => meanings::RESULT,
        None => meanings::NOT,
    };
    phrase.pick(lang).to_owned()
}

fn how_words(lang: Lang, column: &ColumnView) -> String {
    let phrase = match column.how {
        How::OwnHeader(Lang::Da) => ways::OWN_DA,
        How::OwnHeader(Lang::En) => ways::OWN_EN,
        How::KlHeader => ways::KL_HEADER,
        How::KlPlace => ways::KL_PLACE,
        How::Os2Header => ways::OS2,
        How::Mapping => ways::MAPPING,
        How::Not => {
            let guess = column.guess.as_deref().map(|guess| words::maybe(lang, guess));
            let near = || column.nearest.as_deref().map(|near| words::resembles(lang, near));
            return guess.or_else(near).unwrap_or_default();
        }
    };
    phrase.pick(lang).to_owned()
}

fn loss_words(lang: Lang, loss: &Loss) -> String {
    match loss {
        Loss::Column { sheet, column, header } => words::column_lost(lang, sheet, column, header),
        Loss::Sheet { sheet } => words::sheet_lost(lang, sheet),
        Loss::Formulas { sheet, count } => words::formulas_lost(lang, sheet, *count),
        Loss::Unreadable { sheet, cells } => words::cells_unreadable(lang, sheet, cells),
        Loss::Rows { sheet, count } => words::rows_lost(lang, sheet, *count),
        Loss::Comments { count } => words::comments_lost(lang, *count),
        Loss::Macros => words::MACROS.pick(lang).to_owned(),
        Loss::Links => words::LINKS.pick(lang).to_owned(),
    }
}

fn written_facts(facts: &WrittenFrom) -> Value {
    json!({
        "municipality": { "code": facts.municipality, "name": facts.municipality_name },
        "round": facts.round,
        "exported": facts.exported,
        "catalogue": { "id": facts.catalogue, "version": facts.catalogue_version },
        "method": { "id": facts.method, "version": facts.method_version },
        "language": facts.language,
        "schema": facts.schema,
    })
}

fn sheet_facts(sheet: &SheetView) -> Value {
    let visibility = match sheet.visibility {
        Visibility::Visible => "visible",
        Visibility::Hidden => "hidden",
        Visibility::VeryHidden => "very-hidden",
    };
    let columns: Vec<Value> = sheet.columns.iter().map(column_facts).collect();
    json!({
        "name": sheet.name,
        "visibility": visibility,
        "use": sheet.used.key(),
        "rows": sheet.rows,
        "header-row": sheet.header_row,
        "columns": columns,
        "missing": sheet.missing,
        "formulas": sheet.formulas,
        "unreadable": sheet.unreadable,
        "rows-without-key": sheet.rows_without_key,
    })
}

fn column_facts(column: &ColumnView) -> Value {
    let key = match &column.meaning {
        None => None,
        Some(Meaning::Activity) => Some("activity"),
        Some(Meaning::Threat) => Some("threat"),
        Some(Meaning::ThreatText) => Some("threat-text"),
        Some(Meaning::ThreatType) => Some("threat-type"),
        Some(Meaning::Fields(_)) => Some("field"),
        Some(Meaning::Action) => Some("action"),
        Some(Meaning::Added) => Some("added"),
        Some(Meaning::Kl(_)) => Some("kl"),
        Some(Meaning::FromCatalogue) => Some("from-catalogue"),
        Some(Meaning::Result) => Some("result"),
    };
    let fields: Vec<String> = match &column.meaning {
        Some(Meaning::Fields(fields)) => fields.iter().map(|field| field.key()).collect(),
        Some(Meaning::Kl(word)) => vec![word.clone()],
        _ => Vec::new(),
    };
    json!({
        "column": column.letters(),
        "header": column.header,
        "meaning": key,
        "fields": fields,
        "how": column.how.key(),
        "nearest": column.nearest,
        "guess": column.guess,
    })
}

fn loss_facts(loss: &Loss) -> Value {
    match loss {
        Loss::Column { sheet, column, header } => {
            json!({ "what": "column", "sheet": sheet, "column": column, "header": header })
        }
        Loss::Sheet { sheet } => json!({ "what": "sheet", "sheet": sheet }),
        Loss::Formulas { sheet, count } => {
            json!({ "what": "formulas", "sheet": sheet, "count": count })
        }
        Loss::Unreadable { sheet, cells } => {
            json!({ "what": "unreadable", "sheet": sheet, "cells": cells })
        }
        Loss::Rows { sheet, count } => {
            json!({ "what": "rows-without-key", "sheet": sheet, "count": count })
        }
        Loss::Comments { count } => json!({ "what": "comments", "count": count }),
        Loss::Macros => json!({ "what": "macros" }),
        Loss::Links => json!({ "what": "links" }),
    }
}
