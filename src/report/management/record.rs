//! The record of processing activities (fortegnelse), GDPR article 30(1): every field, gaps marked.

use super::ManagementReport;
use super::record_fields::contact;
use super::tables::table;
use crate::domain::{Area, Wording};
use crate::engine::OverviewRow;
use crate::report::document::{Cell, Document};
use crate::text::Lang;
use crate::text::management::{self as said, RecordField};

impl ManagementReport<'_> {
    pub(super) fn record(&self, lang: Lang, document: &mut Document) {
        document.paragraph(self.wording(lang, Wording::RecordIntro));
        document.paragraph(self.gap_summary(lang));
        document.list(self.gaps(lang));
        document.table(self.parties(lang));
        document.new_page();
        let areas = self.catalogue.areas.iter().map(Some).chain([None]);
        for area in areas {
            let mut rows = self.recorded().filter(|row| self.area_of(row) == area).peekable();
            if rows.peek().is_some() {
                document.heading(Self::area_name(lang, area));
            }
            rows.for_each(|row| self.entry(lang, row, document));
        }
    }

    fn area_of(&self, row: &OverviewRow<'_>) -> Option<&Area> {
        row.activity.and_then(|activity| self.catalogue.area(&activity.area))
    }

    /// One activity with every field.
    fn entry(&self, lang: Lang, row: &OverviewRow<'_>, document: &mut Document) {
        document.subheading(Self::label(row));
        let fields = RecordField::OF_ACTIVITY.map(|field| {
            let text = self.recorded_field(lang, row, field);
            vec![said::record_field(lang, field).into(), filled_or_gap(lang, field, text)]
        });
        document.table(table(said::record_columns(lang), fields.into()));
        if row.activity.is_some_and(|activity| !activity.reviewed && !activity.is_own()) {
            document.small(said::record_statement(lang, false));
        }
    }

    /// Controller and data protection officer.
    fn parties(&self, lang: Lang) -> crate::report::document::Table {
        let parties = [
            (RecordField::Controller, contact(&self.template.controller)),
            (RecordField::Dpo, contact(&self.template.dpo)),
        ];
        let rows = parties.map(|(field, text)| {
            let text = Some(text).filter(|text| !text.is_empty());
            // The name of the municipality is known, and only how to reach it is missing.
            let text = match (field, text) {
                (RecordField::Controller, None) => Cell::from(format!(
                    "{}. {}",
                    self.municipality(lang),
                    said::contact_missing(lang)
                )),
                (_, None) => said::contact_missing(lang).into(),
                (_, Some(text)) => text.into(),
            };
            vec![said::record_field(lang, field).into(), text]
        });
        table(said::record_columns(lang), rows.into())
    }

    fn municipality(&self, lang: Lang) -> String {
        let name = &self.assessment.municipality_name;
        lang.pick(format!("{name} Kommune"), format!("{name} Municipality"))
    }

    /// How many fields are filled in of how many.
    fn gap_summary(&self, lang: Lang) -> String {
        let activities = self.recorded().count();
        let of = activities * RecordField::OF_ACTIVITY.len();
        let missing: usize = self.missing_fields(lang).iter().map(|(_, missing)| missing).sum();
        said::record_summary(lang, (of - missing, of), activities)
    }

    /// Each field with the number of activities in which it is missing.
    pub(super) fn missing_fields(&self, lang: Lang) -> Vec<(RecordField, usize)> {
        let is_missing = |field| {
            self.recorded().filter(|row| self.recorded_field(lang, row, field).is_none()).count()
        };
        RecordField::OF_ACTIVITY.map(|field| (field, is_missing(field))).into()
    }

    fn gaps(&self, lang: Lang) -> Vec<String> {
        let of = self.recorded().count();
        let missing = self.missing_fields(lang).into_iter().filter(|(_, missing)| *missing > 0);
        missing.map(|(field, missing)| said::record_gaps(lang, field, (missing, of))).collect()
    }
}

fn filled_or_gap(lang: Lang, field: RecordField, text: Option<String>) -> Cell {
    match text {
        Some(text) => text.into(),
        None => Cell {
            text: match field {
                RecordField::ThirdCountries => said::third_countries(lang).to_owned(),
                _ => said::gap(lang).to_owned(),
            },
            emphasis: true,
            ..Cell::default()
        },
    }
}
