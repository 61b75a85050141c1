//! `upgrade`: what is carried to another version of the catalogue, and what needs a look.

use serde_json::{Value, json};

use super::document::Document;
use crate::domain::Catalogue;
use crate::engine::Upgrade;
use crate::text::{self, Lang};

/// What an upgrade does.
#[derive(Debug)]
pub struct UpgradeReport<'a> {
    /// The result.
    pub upgrade: &'a Upgrade,
    /// The catalogue that it goes to.
    pub catalogue: &'a Catalogue,
}

impl UpgradeReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let upgrade = self.upgrade;
        let looks = upgrade.to_look_at.iter().map(|entry| {
            let reasons: Vec<Value> = entry
                .reasons
                .iter()
                .map(|look| json!({ "da": text::look(Lang::Da, look), "en": text::look(Lang::En, look) }))
                .collect();
            json!({ "id": entry.activity.as_str(), "reasons": reasons })
        });
        let added: Vec<&str> = upgrade.added.iter().map(|id| id.as_str()).collect();
        json!({
            "schema": "risiko.upgrade/1",
            "from": { "version": upgrade.before.version, "digest": upgrade.before.digest },
            "to": { "version": self.catalogue.version, "digest": self.catalogue.digest },
            "carried": upgrade.carried,
            "to-look-at": looks.collect::<Vec<_>>(),
            "added": added,
            "lost": [],
        })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let upgrade = self.upgrade;
        let mut document = Document::default();
        document.heading(match lang {
            Lang::Da => {
                format!("Fra kataloget {} til {}", upgrade.before.version, self.catalogue.version)
            }
            Lang::En => {
                format!("From catalogue {} to {}", upgrade.before.version, self.catalogue.version)
            }
        });
        let (carried, look, added) =
            (upgrade.carried, upgrade.to_look_at.len(), upgrade.added.len());
        document.paragraph(match lang {
            Lang::Da => format!(
                "{carried} svar følger med, som de er. {look} følger med, men bør ses igen. \
                 {} Intet svar går tabt.",
                text::counted(lang, added, ("aktivitet er ny.", "aktiviteter er nye."))
            ),
            Lang::En => format!(
                "{carried} answers are carried as they are. {look} are carried but need a look. \
                 {} No answer is lost.",
                text::counted(lang, added, ("activity is new.", "activities are new."))
            ),
        });
        let title = |id: &crate::domain::ActivityId| {
            self.catalogue.activities.get(id).map_or("", |activity| activity.title.as_str())
        };
        if look > 0 {
            document.heading(lang.pick("Se på igen", "Look at again"));
            let lines = upgrade.to_look_at.iter().map(|entry| {
                let reasons: Vec<String> =
                    entry.reasons.iter().map(|look| text::look(lang, look)).collect();
                format!("{} {}: {}", entry.activity, title(&entry.activity), reasons.join("; "))
            });
            document.list(lines.collect());
        }
        if added > 0 {
            document.heading(lang.pick("Nye aktiviteter", "New activities"));
            document.list(upgrade.added.iter().map(|id| format!("{id} {}", title(id))).collect());
        }
        document
    }
}
