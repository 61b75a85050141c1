//! `catalog show`: one entry in full.

use serde_json::{Value, json};

use super::{activities_under, catalogue_facts, facts, measure_kind, numbers};
use crate::domain::{Activity, Catalogue, Effect, Law, LegalBasis, Measure, Term, Threat};
use crate::report::document::{Align, Column, Document, Table};
use crate::text::workbook::capitalised;
use crate::text::{self, Lang};

/// The entry that is shown.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// An activity.
    Activity(&'a Activity),
    /// A threat.
    Threat(&'a Threat),
    /// A measure.
    Measure(&'a Measure),
    /// A law.
    Law(&'a Law),
}

/// One entry in full.
#[derive(Debug)]
pub struct EntryReport<'a> {
    /// Whose entry.
    pub catalogue: &'a Catalogue,
    /// Which.
    pub entry: Shown<'a>,
}

impl EntryReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let (kind, id, entry) = match self.entry {
            Shown::Activity(entry) => {
                ("activity", entry.id.as_str(), facts::activity(self.catalogue, entry))
            }
            Shown::Threat(entry) => {
                ("threat", entry.id.as_str(), facts::threat(self.catalogue, entry))
            }
            Shown::Measure(entry) => {
                ("measure", entry.id.as_str(), facts::measure(self.catalogue, entry))
            }
            Shown::Law(entry) => ("law", entry.name.as_str(), facts::law(self.catalogue, entry)),
        };
        json!({
            "schema": "risiko.catalog-show/1",
            "catalogue": catalogue_facts(self.catalogue),
            kind: facts::with_overrides(self.catalogue, id, entry),
        })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut page = Page { lang, document: Document::default() };
        match self.entry {
            Shown::Activity(entry) => self.activity(&mut page, entry),
            Shown::Threat(entry) => self.threat(&mut page, entry),
            Shown::Measure(entry) => self.measure(&mut page, entry),
            Shown::Law(entry) => self.law(&mut page, entry),
        }
        page.document
    }

    fn activity(&self, page: &mut Page, activity: &Activity) {
        let lang = page.lang;
        page.document.heading(format!("{} {}", activity.id, activity.title));
        if let Some(retired) = &activity.retired {
            let next = retired.replaced_by.as_ref();
            page.document.paragraph(match (lang, next) {
                (Lang::Da, Some(next)) => {
                    format!("Udgået {}. Opgaven ligger nu i {next}.", retired.since)
                }
                (Lang::Da, None) => format!("Udgået {}.", retired.since),
                (Lang::En, Some(next)) => {
                    format!("Retired {}. The task is now in {next}.", retired.since)
                }
                (Lang::En, None) => format!("Retired {}.", retired.since),
            });
        }
        page.document.paragraph(activity.description.clone());
        self.activity_facts(page, activity);
        self.activity_risks(page, activity);
        if !activity.changes.is_empty() {
            page.document.heading(lang.pick("Ændringer", "Changes"));
            let lines =
                activity.changes.iter().map(|change| format!("{}: {}", change.date, change.text));
            page.document.list(lines.collect());
        }
        self.overrides(page, activity.id.as_str());
        if let Some(note) = &activity.note {
            page.document.heading(lang.pick("Note", "Note"));
            page.document.paragraph(note.clone());
        }
        if activity.is_own() {
            let text = "Kommunens egen aktivitet, som ikke findes i andre kommuners katalog.";
            page.document.paragraph(lang.pick(
                text,
                "The municipality's own activity, which other municipalities do not have.",
            ));
            if let Some(shared) = &activity.replaces {
                page.document.paragraph(match lang {
                    Lang::Da => format!(
                        "Når kommuner sammenlignes, træder den i stedet for aktivitet {shared}."
                    ),
                    Lang::En => format!(
                        "When municipalities are compared, it stands in place of activity {shared}."
                    ),
                });
            }
            return;
        }
        let sources = activity.sources.join(", ");
        page.document.paragraph(match (lang, activity.reviewed) {
            (Lang::Da, true) => format!("Gennemset af en fagperson. Kilder: {sources}."),
            (Lang::Da, false) => format!(
                "Endnu ikke gennemset af en jurist eller databeskyttelsesrådgiver. Kilder: {sources}."
            ),
            (Lang::En, true) => format!("Reviewed by a professional. Sources: {sources}."),
            (Lang::En, false) => format!("Not yet reviewed by a lawyer or DPO. Sources: {sources}."),
        });
    }

    /// What the municipality says otherwise, and why.
    fn overrides(&self, page: &mut Page, id: &str) {
        let lang = page.lang;
        let overrides = self.catalogue.overrides_of(id);
        if overrides.is_empty() {
            return;
        }
        page.document
            .heading(lang.pick("Kommunens eget katalog", "The municipality's own catalogue"));
        let lines = overrides.iter().map(|change| {
            let fields = text::overridden(lang, change).join(", ");
            format!(
                "{}. {}: {fields}",
                change.reason.trim_end_matches('.'),
                lang.pick("Ændrer", "Changes")
            )
        });
        page.document.list(lines.collect());
        for basis in overrides.iter().filter_map(|change| change.legal_basis.as_ref()) {
            let sections = (!basis.sections.is_empty())
                .then(|| format!("databeskyttelsesloven §§ {}", basis.sections.join(", ")));
            let parts: Vec<String> = sections.into_iter().chain(basis.text.clone()).collect();
            if !parts.is_empty() {
                page.document.paragraph(format!(
                    "{}: {}",
                    lang.pick("Lovhjemmel", "Legal basis"),
                    parts.join(". ")
                ));
            }
        }
    }

    fn activity_facts(&self, page: &mut Page, activity: &Activity) {
        let (lang, catalogue) = (page.lang, self.catalogue);
        let area = catalogue.area(&activity.area);
        let basis = &activity.legal_basis;
        let grounds = grounds(lang, basis);
        let laws: Vec<String> = basis.laws.iter().map(ToString::to_string).collect();
        let retention = self.retention(lang, activity);
        let criteria: Vec<&str> = catalogue
            .criteria_met(activity)
            .map(|criterion| lang.pick(criterion.label.as_str(), criterion.label_en.as_str()))
            .collect();
        page.table(&[
            (
                ("Område", "Area"),
                area.map(|a| lang.pick(&a.label, &a.label_en).clone()).unwrap_or_default(),
            ),
            (("KLE-grupper", "KLE groups"), activity.kle_groups.join(", ")),
            (
                ("Registrerede", "Data subjects"),
                labels(lang, &activity.data_subjects, &catalogue.data_subjects),
            ),
            (
                ("Oplysninger", "Personal data"),
                labels(lang, &activity.personal_data, &catalogue.personal_data),
            ),
            (("Retsgrundlag", "Legal basis"), grounds.join("\n")),
            (("Love", "Laws"), laws.join("\n")),
            (
                ("Modtagere", "Recipients"),
                labels(lang, &activity.recipients, &catalogue.recipients),
            ),
            (("Typiske systemer", "Typical systems"), activity.systems.join("\n")),
            (("Sletning", "Deletion"), retention.unwrap_or_default()),
            (("Konsekvensanalyse", "Impact assessment"), criteria.join("\n")),
        ]);
    }

    fn retention(&self, lang: Lang, activity: &Activity) -> Option<String> {
        activity.retention.as_ref().map(|retention| {
            let period = self.catalogue.retention_period(activity);
            let mut text = period.map_or_else(String::new, |period| {
                let from = retention.from.as_ref();
                let from = from.map_or_else(String::new, |from| {
                    format!(" {} {from}", lang.pick("fra", "from"))
                });
                format!("{} ({}){from}. ", lang.pick(&period.label, &period.label_en), period.code)
            });
            text.push_str(retention.note.as_deref().unwrap_or_default());
            text.trim().to_owned()
        })
    }

    fn activity_risks(&self, page: &mut Page, activity: &Activity) {
        let (lang, catalogue) = (page.lang, self.catalogue);
        if let Some(starting) = &activity.starting {
            page.document.heading(lang.pick("Udgangspunkt for konsekvens", "Starting consequence"));
            let levels: Vec<String> = starting
                .levels
                .iter()
                .map(|(dimension, level)| format!("{} {level}", text::dimension(lang, *dimension)))
                .collect();
            page.document.paragraph(format!(
                "{}. {}",
                capitalised(&levels.join(", ")),
                starting.reason
            ));
        }
        if let Some(downtime) = &activity.downtime {
            page.document.paragraph(match lang {
                Lang::Da => format!(
                    "Kan undværes i højst {} timer. {}",
                    downtime.max_hours, downtime.reason
                ),
                Lang::En => format!(
                    "Can be done without for {} hours at most. {}",
                    downtime.max_hours, downtime.reason
                ),
            });
        }
        if !activity.threats.is_empty() {
            page.document.heading(lang.pick("Trusler at begynde med", "Threats to begin with"));
            let lines = activity.threats.iter().map(|reference| {
                let title =
                    catalogue.threats.get(&reference.threat).map_or("", |t| t.title.as_str());
                format!("{} {title}. {}", reference.threat, reference.reason)
            });
            page.document.list(lines.collect());
        }
    }

    fn threat(&self, page: &mut Page, threat: &Threat) {
        let lang = page.lang;
        page.document.heading(format!("{} {}", threat.id, threat.title));
        page.document.paragraph(threat.description.clone());
        if !threat.example.is_empty() {
            page.document.paragraph(match lang {
                Lang::Da => format!("Eksempel: {}", threat.example),
                Lang::En => format!("Example: {}", threat.example),
            });
        }
        page.table(&[
            (("Rammer", "Hits"), text::hits(lang, &threat.dimensions, threat.rights)),
            (("Slags", "Type"), threat.kind.clone()),
        ]);
        if !threat.evidence.is_empty() {
            page.document.heading(
                lang.pick("Hvad peger på hvilken sandsynlighed", "What points to which likelihood"),
            );
            let lines = (1..=u8::MAX).zip(&threat.evidence);
            page.document.list(lines.map(|(level, text)| format!("{level}: {text}")).collect());
        }
        page.document.heading(lang.pick("Foranstaltninger, der virker", "Measures that work"));
        let measures = self.catalogue.measures_against(&threat.id);
        page.document.list(measures.map(|m| format!("{} {}", m.id, m.title)).collect());
        self.overrides(page, threat.id.as_str());
    }

    fn measure(&self, page: &mut Page, measure: &Measure) {
        let lang = page.lang;
        page.document.heading(format!("{} {}", measure.id, measure.title));
        page.document.paragraph(measure.description.clone());
        let effects: Vec<&str> = measure
            .effects
            .iter()
            .map(|effect| match effect {
                Effect::Likelihood => lang.pick("sandsynligheden", "the likelihood"),
                Effect::Consequence => lang.pick("konsekvensen", "the consequence"),
            })
            .collect();
        let nis2 = self.catalogue.nis2_areas.iter();
        let nis2 = nis2.filter(|area| measure.nis2_areas.iter().any(|n| n.to_string() == area.id));
        let nis2: Vec<String> = nis2
            .map(|area| format!("{} {}", area.id, lang.pick(&area.label, &area.label_en)))
            .collect();
        let nis2 = if nis2.is_empty() { numbers(&measure.nis2_areas) } else { nis2.join("\n") };
        page.table(&[
            (("Slags", "Kind"), measure_kind(lang, measure.kind).to_owned()),
            (("Sænker", "Lowers"), effects.join(", ")),
            (("Beskytter", "Protects"), text::hits(lang, &measure.dimensions, measure.rights)),
            (("ISO/IEC 27002:2022", "ISO/IEC 27002:2022"), measure.iso_27002.join(", ")),
            (("NIS 2-loven § 6", "NIS 2-loven § 6"), nis2),
            (
                ("Statens minimumskrav", "State minimum requirement"),
                measure.state_minimum.clone().unwrap_or_default(),
            ),
        ]);
        self.overrides(page, measure.id.as_str());
        if !measure.evidence.is_empty() {
            page.document.heading(lang.pick("Sådan vises det", "How it is shown"));
            page.document.paragraph(measure.evidence.clone());
        }
        page.document.heading(lang.pick("Virker på", "Works on"));
        let lines = measure.threats.iter().map(|id| {
            let title = self.catalogue.threats.get(id).map_or("", |threat| threat.title.as_str());
            format!("{id} {title}")
        });
        page.document.list(lines.collect());
    }

    fn law(&self, page: &mut Page, law: &Law) {
        let lang = page.lang;
        page.document.heading(capitalised(&law.name));
        let date =
            |date: Option<crate::domain::Date>| date.map(|d| d.to_string()).unwrap_or_default();
        page.table(&[
            (("Titel", "Title"), law.title.clone().unwrap_or_default()),
            (("I kraft fra", "In force from"), date(law.valid_from)),
            (("Ophævet", "Repealed"), date(law.valid_to)),
            (("Afløst af", "Replaced by"), law.replaced_by.join(", ")),
        ]);
        if let Some(note) = &law.note {
            page.document.paragraph(note.clone());
        }
        page.document.heading(lang.pick("Aktiviteter", "Activities"));
        let activities = activities_under(self.catalogue, law);
        page.document.list(activities.map(|a| format!("{} {}", a.id, a.title)).collect());
    }
}

struct Page {
    lang: Lang,
    document: Document,
}

impl Page {
    /// Name and value, one row each; what is empty is left out.
    fn table(&mut self, rows: &[((&str, &str), String)]) {
        let lang = self.lang;
        let rows: Vec<_> = rows
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|((da, en), value)| vec![(*lang.pick(da, en)).into(), value.clone().into()])
            .collect();
        if !rows.is_empty() {
            let columns = vec![Column::new("", Align::Left), Column::new("", Align::Left)];
            self.document.table(Table { columns, rows });
        }
    }
}

fn labels(lang: Lang, ids: &[String], known: &[Term]) -> String {
    let labels = ids.iter().map(|id| {
        let term = known.iter().find(|term| term.id == *id);
        term.map_or_else(|| id.clone(), |term| lang.pick(&term.label, &term.label_en).clone())
    });
    labels.collect::<Vec<_>>().join("\n")
}

/// The legal grounds in words.
fn grounds(lang: Lang, basis: &LegalBasis) -> Vec<String> {
    let mut grounds = Vec::new();
    let letters = |article: &str, letters: &[String]| {
        (!letters.is_empty()).then(|| format!("{article} {}", letters.join(", ")))
    };
    grounds
        .extend(letters(lang.pick("artikel 6, stk. 1, litra", "article 6(1)"), &basis.article_6));
    grounds
        .extend(letters(lang.pick("artikel 9, stk. 2, litra", "article 9(2)"), &basis.article_9));
    if basis.section_11 {
        grounds.push(
            lang.pick(
                "databeskyttelsesloven § 11 (cpr-nummer)",
                "databeskyttelsesloven § 11 (civil registration number)",
            )
            .to_owned(),
        );
    }
    if basis.criminal_offences {
        grounds.push(
            lang.pick(
                "databeskyttelsesloven § 8 (strafbare forhold)",
                "databeskyttelsesloven § 8 (criminal offences)",
            )
            .to_owned(),
        );
    }
    grounds
}
