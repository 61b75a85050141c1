//! `catalog`: lists of entries, one entry in full, what a search found, who has a KLE topic.

mod diff;
mod entry;
mod facts;
mod records;

use serde_json::{Value, json};

use super::document::{Align, Column, Document, Table};
use crate::domain::{Activity, ActivityId, Catalogue, Dimension, KleGroup, Law, MeasureKind};
use crate::engine::{Found, Hit};
use crate::text::{self, Lang};

pub use diff::{CatalogueDiffReport, kl_document};
pub use entry::{EntryReport, Shown};

/// What kind of entries a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Activities.
    Activities,
    /// Threats.
    Threats,
    /// Measures.
    Measures,
    /// Laws.
    Laws,
}

/// A list of entries of one kind.
#[derive(Debug)]
pub struct CatalogueListReport<'a> {
    /// Whose entries.
    pub catalogue: &'a Catalogue,
    /// Which kind.
    pub kind: EntryKind,
    /// Only these activities; empty is all.
    pub only: &'a [ActivityId],
}

impl<'a> CatalogueListReport<'a> {
    fn activities(&self) -> impl Iterator<Item = &'a Activity> {
        let only = self.only;
        let activities = self.catalogue.activities.values();
        activities.filter(move |activity| only.is_empty() || only.contains(&activity.id))
    }

    /// The facts, for `--format json`: every field of every entry.
    #[must_use]
    pub fn facts(&self) -> Value {
        let catalogue = self.catalogue;
        let (key, entries): (&str, Vec<Value>) = match self.kind {
            EntryKind::Activities => {
                ("activities", self.activities().map(|a| facts::activity(catalogue, a)).collect())
            }
            EntryKind::Threats => (
                "threats",
                catalogue.threats.values().map(|t| facts::threat(catalogue, t)).collect(),
            ),
            EntryKind::Measures => (
                "measures",
                catalogue.measures.values().map(|m| facts::measure(catalogue, m)).collect(),
            ),
            EntryKind::Laws => {
                ("laws", catalogue.laws.values().map(|l| facts::law(catalogue, l)).collect())
            }
        };
        json!({
            "schema": "risiko.catalog-list/1",
            "catalogue": catalogue_facts(catalogue),
            key: entries,
        })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        document.heading(catalogue_title(lang, self.catalogue));
        let table = match self.kind {
            EntryKind::Activities => self.activity_table(lang),
            EntryKind::Threats => self.threat_table(lang),
            EntryKind::Measures => self.measure_table(lang),
            EntryKind::Laws => self.law_table(lang),
        };
        let (activities, entries) = lang.pick(
            (("aktivitet", "aktiviteter"), ("post", "poster")),
            (("activity", "activities"), ("entry", "entries")),
        );
        let nouns = if self.kind == EntryKind::Activities { activities } else { entries };
        let count = text::counted(lang, table.rows.len(), nouns);
        document.table(table);
        document.paragraph(match (self.kind, lang) {
            (EntryKind::Activities, Lang::Da) => {
                format!("{count}. F, I og T er udgangsværdier for konsekvens. Se en hel post med: risiko catalog show 74")
            }
            (EntryKind::Activities, Lang::En) => {
                format!("{count}. C, I and A are starting consequences. See a whole entry with: risiko catalog show 74")
            }
            (_, Lang::Da) => format!("{count}. Se en hel post med: risiko catalog show"),
            (_, Lang::En) => format!("{count}. See a whole entry with: risiko catalog show"),
        });
        document
    }

    fn activity_table(&self, lang: Lang) -> Table {
        let mut columns = vec![
            Column::new(lang.pick("Nr.", "No."), Align::Left),
            Column::new(lang.pick("Aktivitet", "Activity"), Align::Left),
            Column::new(lang.pick("Område", "Area"), Align::Left).wide_only(),
        ];
        let dimensions =
            [Dimension::Confidentiality, Dimension::Integrity, Dimension::Availability];
        columns.extend(
            dimensions.map(|dimension| {
                Column::new(text::dimension_letter(lang, dimension), Align::Right)
            }),
        );
        let rows = self.activities().map(|activity| {
            let area = self.catalogue.area(&activity.area);
            let title = match (&activity.retired, lang) {
                (Some(retired), Lang::Da) => {
                    format!("{} (udgået {})", activity.title, retired.since)
                }
                (Some(retired), Lang::En) => {
                    format!("{} (retired {})", activity.title, retired.since)
                }
                (None, _) => activity.title.clone(),
            };
            let mut cells = vec![
                activity.id.as_str().into(),
                title.into(),
                area.map_or("", |area| lang.pick(&area.label, &area.label_en)).into(),
            ];
            cells.extend(dimensions.map(|dimension| {
                let level = activity.starting.as_ref().and_then(|s| s.levels.get(&dimension));
                level.map_or_else(|| "–".to_owned(), ToString::to_string).into()
            }));
            cells
        });
        Table { columns, rows: rows.collect() }
    }

    fn threat_table(&self, lang: Lang) -> Table {
        let rows = self.catalogue.threats.values().map(|threat| {
            vec![
                threat.id.as_str().into(),
                threat.title.clone().into(),
                text::hits(lang, &threat.dimensions, threat.rights).into(),
                self.catalogue.measures_against(&threat.id).count().to_string().into(),
            ]
        });
        let columns = [
            ("Nr.", "No.", Align::Left),
            ("Trussel", "Threat", Align::Left),
            ("Rammer", "Hits", Align::Left),
            ("Foranstaltninger", "Measures", Align::Right),
        ];
        Table { columns: titles(lang, &columns), rows: rows.collect() }
    }

    fn measure_table(&self, lang: Lang) -> Table {
        let rows = self.catalogue.measures.values().map(|measure| {
            vec![
                measure.id.as_str().into(),
                measure.title.clone().into(),
                measure_kind(lang, measure.kind).into(),
                measure.iso_27002.join(", ").into(),
                numbers(&measure.nis2_areas).into(),
            ]
        });
        let columns = [
            ("Nr.", "No.", Align::Left),
            ("Foranstaltning", "Measure", Align::Left),
            ("Slags", "Kind", Align::Left),
            ("ISO 27002", "ISO 27002", Align::Left),
            ("NIS 2", "NIS 2", Align::Left),
        ];
        let mut columns = titles(lang, &columns);
        columns = columns
            .into_iter()
            .enumerate()
            .map(|(place, c)| if place >= 3 { c.wide_only() } else { c })
            .collect();
        Table { columns, rows: rows.collect() }
    }

    fn law_table(&self, lang: Lang) -> Table {
        let rows = self.catalogue.laws.values().map(|law| {
            let activities: Vec<&str> =
                activities_under(self.catalogue, law).map(|a| a.id.as_str()).collect();
            vec![
                law.name.clone().into(),
                law.title.clone().unwrap_or_default().into(),
                activities.join(" ").into(),
            ]
        });
        let columns = [
            ("Navn", "Name", Align::Left),
            ("Titel", "Title", Align::Left),
            ("Aktiviteter", "Activities", Align::Left),
        ];
        Table { columns: titles(lang, &columns), rows: rows.collect() }
    }
}

/// What a search found.
#[derive(Debug)]
pub struct SearchReport<'a> {
    /// Where it was searched.
    pub catalogue: &'a Catalogue,
    /// What was looked for.
    pub query: &'a str,
    /// Best first.
    pub hits: &'a [Hit],
}

/// Most hits that people are shown; JSON has them all.
const MOST_HITS: usize = 20;

impl SearchReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let hits = self.hits.iter().map(|hit| {
            let (kind, id) = named(&hit.found);
            json!({
                "kind": kind,
                "id": id,
                "title": self.title(&hit.found),
                "score": hit.score,
                "field": hit.field,
            })
        });
        json!({
            "schema": "risiko.catalog-search/1",
            "query": self.query,
            "hits": hits.collect::<Vec<_>>(),
        })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        let query = self.query;
        if self.hits.is_empty() {
            document.paragraph(match lang {
                Lang::Da => format!("Intet i kataloget passer på \"{query}\". Prøv med et andet eller et kortere ord."),
                Lang::En => format!("Nothing in the catalogue matches \"{query}\". Try another word or a shorter one."),
            });
            return document;
        }
        let rows = self.hits.iter().take(MOST_HITS).map(|hit| {
            let (_, id) = named(&hit.found);
            vec![id.into(), self.title(&hit.found).into(), kind_word(lang, &hit.found).into()]
        });
        let columns = [
            ("Nr.", "No.", Align::Left),
            ("Titel", "Title", Align::Left),
            ("Slags", "Kind", Align::Left),
        ];
        document.table(Table { columns: titles(lang, &columns), rows: rows.collect() });
        let (shown, all) = (self.hits.len().min(MOST_HITS), self.hits.len());
        document.paragraph(match lang {
            Lang::Da => format!("{shown} af {all} fundet, de bedste først."),
            Lang::En => format!("{shown} of {all} found, the best first."),
        });
        document
    }

    fn title(&self, found: &Found) -> String {
        let catalogue = self.catalogue;
        let title = match found {
            Found::Activity(id) => catalogue.activities.get(id).map(|entry| &entry.title),
            Found::Threat(id) => catalogue.threats.get(id).map(|entry| &entry.title),
            Found::Measure(id) => catalogue.measures.get(id).map(|entry| &entry.title),
        };
        title.cloned().unwrap_or_default()
    }
}

/// Which activity has a KLE topic, or which have a group.
#[derive(Debug)]
pub struct KleReport<'a> {
    /// For titles.
    pub catalogue: &'a Catalogue,
    /// As written.
    pub code: &'a str,
    /// The group that it is or belongs to.
    pub group: Option<&'a KleGroup>,
    /// One for a topic; one or more for a group.
    pub activities: Vec<&'a ActivityId>,
}

impl KleReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let activities = self.activities.iter().map(|id| {
            let activity = self.catalogue.activities.get(id);
            json!({ "id": id.as_str(), "title": activity.map(|activity| &activity.title) })
        });
        json!({
            "schema": "risiko.catalog-kle/1",
            "kle": self.code,
            "group": self.group.map(|group| json!({ "code": group.code, "title": group.title })),
            "activities": activities.collect::<Vec<_>>(),
        })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        let group = self
            .group
            .map_or_else(String::new, |group| format!(" ({} {})", group.code, group.title));
        document.heading(format!("KLE {}{group}", self.code));
        let rows = self.activities.iter().map(|id| {
            let activity = self.catalogue.activities.get(id);
            vec![id.as_str().into(), activity.map_or("", |a| a.title.as_str()).into()]
        });
        let columns = [("Nr.", "No.", Align::Left), ("Aktivitet", "Activity", Align::Left)];
        document.table(Table { columns: titles(lang, &columns), rows: rows.collect() });
        document
    }
}

fn titles(lang: Lang, columns: &[(&str, &str, Align)]) -> Vec<Column> {
    columns.iter().map(|(da, en, align)| Column::new(*lang.pick(da, en), *align)).collect()
}

fn catalogue_facts(catalogue: &Catalogue) -> Value {
    json!({
        "id": catalogue.id,
        "version": catalogue.version,
        "digest": catalogue.digest,
        "valid-from": catalogue.valid_from.to_string(),
    })
}

fn catalogue_title(lang: Lang, catalogue: &Catalogue) -> String {
    match lang {
        Lang::Da => format!("Kataloget {} {}", catalogue.id, catalogue.version),
        Lang::En => format!("The catalogue {} {}", catalogue.id, catalogue.version),
    }
}

fn named(found: &Found) -> (&'static str, String) {
    match found {
        Found::Activity(id) => ("activity", id.to_string()),
        Found::Threat(id) => ("threat", id.to_string()),
        Found::Measure(id) => ("measure", id.to_string()),
    }
}

fn kind_word(lang: Lang, found: &Found) -> &'static str {
    match found {
        Found::Activity(_) => lang.pick("aktivitet", "activity"),
        Found::Threat(_) => lang.pick("trussel", "threat"),
        Found::Measure(_) => lang.pick("foranstaltning", "measure"),
    }
}

fn measure_kind(lang: Lang, kind: MeasureKind) -> &'static str {
    match kind {
        MeasureKind::Technical => lang.pick("teknisk", "technical"),
        MeasureKind::Organisational => lang.pick("organisatorisk", "organisational"),
        MeasureKind::DataProtection => lang.pick("databeskyttelse", "data protection"),
    }
}

fn numbers(numbers: &[u8]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The activities that rest on a law.
fn activities_under<'a>(
    catalogue: &'a Catalogue,
    law: &'a Law,
) -> impl Iterator<Item = &'a Activity> {
    catalogue
        .activities
        .values()
        .filter(|activity| activity.legal_basis.laws.iter().any(|known| known.law == law.name))
}
