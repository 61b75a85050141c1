//! What the record of processing activities says of each activity: from the catalogue, the municipality's
//! own catalogue, and the answers. What nobody has said is missing, never guessed.

use std::collections::BTreeSet;

use super::ManagementReport;
use crate::domain::{ActivityAnswer, Contact, Status, Term};
use crate::engine::OverviewRow;
use crate::text::Lang;
use crate::text::management::RecordField;

impl ManagementReport<'_> {
    /// Activities that belong in the record: those that the municipality has.
    pub(super) fn recorded(&self) -> impl Iterator<Item = &OverviewRow<'_>> {
        let rows = self.briefing.overview.rows.iter();
        rows.filter(|row| row.answer.status != Status::NotApplicable)
    }

    /// What the record says in a field; nothing where it is missing.
    pub(super) fn recorded_field(
        &self,
        lang: Lang,
        row: &OverviewRow<'_>,
        field: RecordField,
    ) -> Option<String> {
        let activity = row.activity?;
        let named = |terms: &[Term], ids: &[String]| {
            let label = |id: &String| {
                let found = terms.iter().find(|term| term.id == *id);
                found.map_or(id.clone(), |term| lang.pick(&term.label, &term.label_en).clone())
            };
            ids.iter().map(label).collect::<Vec<_>>().join(", ")
        };
        let text = match field {
            RecordField::Controller => contact(&self.template.controller),
            RecordField::Dpo => contact(&self.template.dpo),
            RecordField::Purposes => activity.description.clone(),
            RecordField::DataSubjects => {
                named(&self.catalogue.data_subjects, &activity.data_subjects)
            }
            RecordField::PersonalData => {
                named(&self.catalogue.personal_data, &activity.personal_data)
            }
            RecordField::Recipients => {
                let known = named(&self.catalogue.recipients, &activity.recipients);
                let processors = processors(row.answer).join(", ");
                let processors = (!processors.is_empty()).then(|| {
                    let word = lang.pick("databehandlere", "processors");
                    format!("{word}: {processors}")
                });
                let parts = [Some(known).filter(|known| !known.is_empty()), processors];
                parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
            }
            // Neither the catalogue nor the assessment knows where processors work.
            RecordField::ThirdCountries => String::new(),
            RecordField::Erasure => self.erasure(lang, row).unwrap_or_default(),
            RecordField::Security => measures(row.answer).join("; "),
            RecordField::LegalBasis => {
                let laws = activity.legal_basis.laws.iter().map(ToString::to_string);
                let articles = |number: u8, letters: &[String]| {
                    let word = lang.pick("art.", "art.");
                    (!letters.is_empty())
                        .then(|| format!("{word} {number}: {}", letters.join(", ")))
                };
                let basis = &activity.legal_basis;
                let articles = [articles(6, &basis.article_6), articles(9, &basis.article_9)];
                articles.into_iter().flatten().chain(laws).collect::<Vec<_>>().join("; ")
            }
        };
        Some(text).filter(|text| !text.trim().is_empty())
    }

    fn erasure(&self, lang: Lang, row: &OverviewRow<'_>) -> Option<String> {
        let activity = row.activity?;
        let retention = activity.retention.as_ref()?;
        let period = self.catalogue.retention_period(activity);
        let period = period.map(|known| {
            let label = lang.pick(&known.label, &known.label_en);
            let from = retention.from.as_ref();
            let from = from.map(|from| format!(" {} {from}", lang.pick("fra", "from")));
            format!("{label}{}", from.unwrap_or_default())
        });
        let parts = [period, retention.note.clone()];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(". "))
    }
}

/// Who somebody is, in a line; empty where nothing is known.
pub(super) fn contact(of: &Contact) -> String {
    let Contact { name, address, email, phone } = of;
    [name, address, email, phone].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
}

/// Measures that exist today, each once, in the order of the file.
fn measures(answer: &ActivityAnswer) -> Vec<&str> {
    let threats = answer.threats.values().filter(|threat| threat.not_relevant.is_none());
    let all = answer.direct.measures.iter();
    let all = all.chain(threats.flat_map(|threat| &threat.risk.measures));
    let mut known = BTreeSet::new();
    all.map(|measure| measure.trim()).filter(|one| known.insert(one.to_lowercase())).collect()
}

/// Data processors of the systems, each once.
fn processors(answer: &ActivityAnswer) -> Vec<&str> {
    let mut known = BTreeSet::new();
    let named = answer.systems.iter().filter_map(|system| system.processor.as_deref());
    named.filter(|name| known.insert(name.to_lowercase())).collect()
}
