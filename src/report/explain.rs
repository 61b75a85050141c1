//! `explain`: what a code means.

use serde_json::{Value, json};

use super::document::{Align, Column, Document, Table};
use crate::finding::Code;
use crate::text::{self, Lang};

/// What `explain` shows.
#[derive(Debug)]
pub enum ExplainReport {
    /// One code in full.
    One(Code),
    /// Every code with its first section.
    All,
}

impl ExplainReport {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self, lang: Lang) -> Value {
        let facts = |code: Code| {
            let explanation = text::explanation(lang, code);
            json!({
                "code": code.id(),
                "name": code.slug(),
                "severity": text::severity(Lang::En, code.severity()),
                "says": explanation.says,
                "why": explanation.why,
                "example": explanation.example,
                "fix": explanation.fix,
            })
        };
        let codes: Vec<Value> = match self {
            Self::One(code) => vec![facts(*code)],
            Self::All => Code::ALL.iter().map(|code| facts(*code)).collect(),
        };
        json!({ "schema": "risiko.explain/1", "codes": codes })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        match self {
            Self::One(code) => {
                let explanation = text::explanation(lang, *code);
                let severity = text::severity(lang, code.severity());
                document.heading(format!("{} {} ({severity})", code.id(), code.slug()));
                for (title, text) in [
                    (lang.pick("Hvad det siger", "What it says"), explanation.says),
                    (lang.pick("Hvorfor det betyder noget", "Why it matters"), explanation.why),
                    (lang.pick("Eksempel", "Example"), explanation.example),
                    (lang.pick("Hvad du kan gøre", "What to do"), explanation.fix),
                ] {
                    document.heading(title);
                    document.paragraph(text);
                }
            }
            Self::All => {
                let columns = [
                    Column::new(lang.pick("Kode", "Code"), Align::Left),
                    Column::new(lang.pick("Navn", "Name"), Align::Left),
                    Column::new(lang.pick("Alvor", "Severity"), Align::Left),
                    Column::new(lang.pick("Hvad det siger", "What it says"), Align::Left),
                ];
                let rows = Code::ALL.iter().map(|code| {
                    vec![
                        code.id().into(),
                        code.slug().into(),
                        text::severity(lang, code.severity()).into(),
                        text::explanation(lang, *code).says.into(),
                    ]
                });
                document.table(Table { columns: columns.to_vec(), rows: rows.collect() });
            }
        }
        document
    }
}
