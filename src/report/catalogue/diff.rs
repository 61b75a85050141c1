//! `catalog diff`: what differs between two catalogues, and what came out of KL's workbook.

use serde_json::{Value, json};

use super::catalogue_facts;
use crate::domain::{Catalogue, Dimension};
use crate::engine::{EntryChange, EntryFate, Part, PartChange};
use crate::exchange::KlOutcome;
use crate::report::document::Document;
use crate::text::{self, Lang};

/// What differs between two catalogues.
#[derive(Debug)]
pub struct CatalogueDiffReport<'a> {
    /// Before.
    pub old: &'a Catalogue,
    /// Now.
    pub new: &'a Catalogue,
    /// Every entry that differs.
    pub changes: &'a [EntryChange],
}

impl CatalogueDiffReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let changes = self.changes.iter().map(|change| {
            let (fate, successor, parts) = match &change.fate {
                EntryFate::New => ("new", None, [].as_slice()),
                EntryFate::Gone => ("gone", None, [].as_slice()),
                EntryFate::Retired(next) => ("retired", next.as_ref(), [].as_slice()),
                EntryFate::Changed(parts) => ("changed", None, parts.as_slice()),
            };
            let parts = parts.iter().map(|change| {
                json!({
                    "part": key(change.part),
                    "old": change.old,
                    "new": change.new,
                    "look-again": change.part.weighs(),
                })
            });
            json!({
                "id": change.id,
                "title": change.title,
                "change": fate,
                "replaced-by": successor.map(ToString::to_string),
                "parts": parts.collect::<Vec<_>>(),
                "look-again": change.fate.weighs(),
            })
        });
        json!({
            "schema": "risiko.catalog-diff/1",
            "old": catalogue_facts(self.old),
            "new": catalogue_facts(self.new),
            "changes": changes.collect::<Vec<_>>(),
        })
    }

    /// The document, for people: what must be looked at first.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        let (old, new) = (self.old, self.new);
        let is_same = (&old.id, &old.version) == (&new.id, &new.version);
        document.heading(match lang {
            Lang::Da if is_same => format!("Forskelle i {} {}", new.id, new.version),
            Lang::En if is_same => format!("Differences in {} {}", new.id, new.version),
            Lang::Da => format!("Fra {} {} til {} {}", old.id, old.version, new.id, new.version),
            Lang::En => format!("From {} {} to {} {}", old.id, old.version, new.id, new.version),
        });
        if self.changes.is_empty() {
            document.paragraph(if old.digest == new.digest {
                lang.pick("Ingen forskelle.", "No differences.")
            } else {
                lang.pick(
                    "Ingen forskelle i aktiviteter, trusler og foranstaltninger; andre filer er ændret.",
                    "No differences in activities, threats and measures; other files have changed.",
                )
            });
            return document;
        }
        let (look, only_words): (Vec<_>, Vec<_>) =
            self.changes.iter().partition(|change| change.fate.weighs());
        document.paragraph(match lang {
            Lang::Da => format!(
                "{} er ændret. I {} af dem kan et svar blive et andet.",
                text::counted(lang, self.changes.len(), ("post", "poster")),
                look.len()
            ),
            Lang::En => format!(
                "{} changed. In {} of them an answer may come out otherwise.",
                text::counted(lang, self.changes.len(), ("entry has", "entries have")),
                look.len()
            ),
        });
        for (heading, changes) in [
            (lang.pick("Se på svarene igen", "Look at the answers again"), look),
            (lang.pick("Kun ord og oplysninger", "Only words and information"), only_words),
        ] {
            if !changes.is_empty() {
                document.heading(heading);
                document.list(changes.iter().flat_map(|change| self.lines(lang, change)).collect());
            }
        }
        document
    }

    /// An entry on a line, and each part that differs on one of its own.
    fn lines(&self, lang: Lang, change: &EntryChange) -> Vec<String> {
        let EntryFate::Changed(parts) = &change.fate else {
            let fate = text::fate(lang, &change.fate);
            return vec![format!("{} {}: {fate}", change.id, change.title)];
        };
        let parts: Vec<String> = parts.iter().map(|part| self.part(lang, part)).collect();
        vec![format!("{} {}: {}", change.id, change.title, parts.join("; "))]
    }

    fn part(&self, lang: Lang, change: &PartChange) -> String {
        let name = text::part(lang, change.part);
        let (old, new) = (change.old.as_str(), change.new.as_str());
        match change.part {
            // Whole texts: that they differ is what fits on a line.
            Part::Description | Part::Retention | Part::Evidence | Part::Reasons | Part::Other => {
                format!("{name} {}", lang.pick("er skrevet om", "is reworded"))
            }
            Part::Title
            | Part::Area
            | Part::Starting(_)
            | Part::Downtime
            | Part::Suggestion
            | Part::Replaces => {
                let nothing = lang.pick("ingen", "none");
                let shown = |text| if str::is_empty(text) { nothing } else { text };
                format!("{name} {} → {}", shown(old), shown(new))
            }
            Part::KleGroups
            | Part::DataSubjects
            | Part::PersonalData
            | Part::LegalBasis
            | Part::Recipients
            | Part::Systems
            | Part::Threats
            | Part::DpiaCriteria
            | Part::Changes
            | Part::Dimensions => {
                let came = self.named(lang, change.part, new);
                let left = self.named(lang, change.part, old);
                let came = (!came.is_empty()).then(|| format!("+ {came}"));
                let left = (!left.is_empty()).then(|| format!("− {left}"));
                let both: Vec<String> = came.into_iter().chain(left).collect();
                format!("{name} {}", both.join(" "))
            }
        }
    }

    /// Ids in a list as their labels.
    fn named(&self, lang: Lang, part: Part, ids: &str) -> String {
        let label = |id: &str| -> String {
            let terms = match part {
                Part::DataSubjects => &self.new.data_subjects,
                Part::PersonalData => &self.new.personal_data,
                Part::Recipients => &self.new.recipients,
                Part::Dimensions => {
                    let known = Dimension::ALL.into_iter().find(|d| d.key() == id);
                    let rights = lang.pick("rettigheder", "rights");
                    return known.map_or(rights, |d| text::dimension(lang, d)).to_owned();
                }
                Part::LegalBasis => return ground(lang, id),
                _ => return id.to_owned(),
            };
            let term = terms.iter().find(|term| term.id == id);
            term.map_or(id, |term| lang.pick(&term.label, &term.label_en)).to_owned()
        };
        let labels: Vec<String> = ids.split(", ").filter(|id| !id.is_empty()).map(label).collect();
        labels.join(", ")
    }
}

/// A ground such as `6(1)e` as it is said.
fn ground(lang: Lang, ground: &str) -> String {
    let articles = [("6(1)", "6", "1"), ("9(2)", "9", "2")];
    let article = articles.into_iter().find_map(|(prefix, article, paragraph)| {
        ground.strip_prefix(prefix).map(|letter| (article, paragraph, letter))
    });
    match (article, lang) {
        (Some((article, paragraph, letter)), Lang::Da) => {
            format!("artikel {article}, stk. {paragraph}, litra {letter}")
        }
        (Some((article, paragraph, letter)), Lang::En) => {
            format!("article {article}({paragraph})({letter})")
        }
        (None, _) => ground.to_owned(),
    }
}

fn key(part: Part) -> String {
    let key = match part {
        Part::Title => "title",
        Part::Description => "description",
        Part::Area => "area",
        Part::KleGroups => "kle-groups",
        Part::DataSubjects => "data-subjects",
        Part::PersonalData => "personal-data",
        Part::LegalBasis => "legal-basis",
        Part::Recipients => "recipients",
        Part::Retention => "retention",
        Part::Starting(dimension) => return format!("starting-consequence.{}", dimension.key()),
        Part::Downtime => "availability",
        Part::Threats => "threats",
        Part::DpiaCriteria => "dpia-criteria",
        Part::Changes => "changes",
        Part::Dimensions => "dimensions",
        Part::Suggestion => "suggested",
        Part::Evidence => "evidence",
        Part::Reasons => "reasons",
        Part::Systems => "systems",
        Part::Replaces => "replaces",
        Part::Other => "other",
    };
    key.to_owned()
}

/// How many rows of KL's workbook came to what.
#[must_use]
pub fn kl_document(lang: Lang, outcome: &KlOutcome) -> Document {
    let mut document = Document::default();
    let figures = outcome.overrides.iter().filter(|change| change.kl_figure.is_some()).count();
    let (rows, taken) = (outcome.rows, outcome.overrides.len());
    let (retired, unknown) = (outcome.retired, outcome.unknown);
    document.paragraph(match lang {
        Lang::Da => format!(
            "{} læst: {taken} taget med, {retired} udgået, {unknown} ukendt for kataloget. \
             {figures} har en konsekvens.",
            text::counted(lang, rows, ("række", "rækker"))
        ),
        Lang::En => format!(
            "{} read: {taken} taken, {retired} retired, {unknown} unknown to the catalogue. \
             {figures} have a consequence.",
            text::counted(lang, rows, ("row", "rows"))
        ),
    });
    document.paragraph(match (lang, outcome.kle_rows) {
        (Lang::Da, Some(rows)) => {
            format!("KLE: {} med en aktivitet.", text::counted(lang, rows, ("række", "rækker")))
        }
        (Lang::En, Some(rows)) => {
            format!("KLE: {} with an activity.", text::counted(lang, rows, ("row", "rows")))
        }
        (Lang::Da, None) => {
            "KLE: der er intet ark \"KLE samlet\"; kataloget beholder sine grupper.".to_owned()
        }
        (Lang::En, None) => {
            "KLE: there is no sheet \"KLE samlet\"; the catalogue keeps its groups.".to_owned()
        }
    });
    document
}
