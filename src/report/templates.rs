//! `report --list-templates`: whom a report can be for, and the texts that a municipality may write anew.

use serde_json::{Value, json};

use super::document::{Align, Column, Document, Table};
use super::{Publication, Records};
use crate::domain::{Date, Reader, Wording};
use crate::text::Lang;
use crate::text::management as said;

/// What `report --list-templates` shows.
#[derive(Debug)]
pub struct TemplatesReport {
    /// Today.
    pub day: Date,
}

impl Publication for TemplatesReport {
    fn title(&self, lang: Lang) -> String {
        lang.pick("Rapporter og deres tekster", "Reports and their texts").to_owned()
    }

    fn day(&self) -> Date {
        self.day
    }

    fn document(&self, lang: Lang, _whole: bool) -> Document {
        let mut document = Document::default();
        document.heading(self.title(lang));
        let [reader, what, forms] = said::reader_columns(lang);
        document.table(Table {
            columns: [reader, what, forms].map(|title| Column::new(title, Align::Left)).into(),
            rows: Reader::KEYS
                .iter()
                .map(|(key, reader)| {
                    vec![
                        format!("--for {key}").into(),
                        said::for_reader(lang, *reader).into(),
                        said::forms(lang, *reader).into(),
                    ]
                })
                .collect(),
        });
        document
            .heading(lang.pick("Tekster, som I kan skrive om", "Texts that you may write anew"));
        document.paragraph(said::about_templates(lang));
        let [key, text] = said::wording_columns(lang);
        document.table(Table {
            columns: [key, text].map(|title| Column::new(title, Align::Left)).into(),
            rows: Wording::KEYS
                .iter()
                .map(|(key, which)| vec![(*key).into(), said::wording(lang, *which).into()])
                .collect(),
        });
        document
    }

    fn facts(&self) -> Value {
        let readers: Vec<&str> = Reader::KEYS.iter().map(|(key, _)| *key).collect();
        let texts: Vec<Value> = Wording::KEYS
            .iter()
            .map(|(key, which)| {
                json!({
                    "key": key,
                    "da": said::wording(Lang::Da, *which),
                    "en": said::wording(Lang::En, *which),
                })
            })
            .collect();
        json!({"schema": "risiko.report-templates/1", "readers": readers, "texts": texts})
    }

    fn records(&self, lang: Lang) -> Records {
        let rows = Wording::KEYS
            .iter()
            .map(|(key, which)| vec![(*key).to_owned(), said::wording(lang, *which).to_owned()]);
        Records::new(said::wording_columns(lang)).with(rows)
    }

    fn pages(&self, lang: Lang) -> Vec<(String, Document)> {
        vec![(lang.pick("Tekster", "Texts").to_owned(), self.document(lang, true))]
    }
}
