//! Rows of `catalog list`, `search`, `kle` and `diff`, for `--format csv`.

use super::{
    CatalogueDiffReport, CatalogueListReport, EntryKind, KleReport, SearchReport, activities_under,
    kind_word, measure_kind, named, numbers,
};
use crate::domain::{ActivityId, Dimension};
use crate::engine::EntryFate;
use crate::report::records::{Records, number, text};
use crate::text::workbook::headers;
use crate::text::{self as words, Lang};

impl CatalogueListReport<'_> {
    /// The rows, for `--format csv`.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        match self.kind {
            EntryKind::Activities => self.activity_records(lang),
            EntryKind::Threats => self.threat_records(lang),
            EntryKind::Measures => self.measure_records(lang),
            EntryKind::Laws => self.law_records(lang),
        }
    }

    fn activity_records(&self, lang: Lang) -> Records {
        let dimensions =
            [Dimension::Confidentiality, Dimension::Integrity, Dimension::Availability];
        let header = [
            headers::ACTIVITY_ID.pick(lang),
            headers::TITLE.pick(lang),
            headers::AREA.pick(lang),
            words::dimension(lang, Dimension::Confidentiality),
            words::dimension(lang, Dimension::Integrity),
            words::dimension(lang, Dimension::Availability),
            lang.pick("KLE-grupper", "KLE groups"),
            lang.pick("Udgået", "Retired"),
            lang.pick("Afløst af", "Replaced by"),
            lang.pick("Træder i stedet for", "Stands in place of"),
        ];
        let rows = self.activities().map(|activity| {
            let area = self.catalogue.area(&activity.area);
            let levels = dimensions.map(|dimension| {
                number(activity.starting.as_ref().and_then(|s| s.levels.get(&dimension)))
            });
            let retired = activity.retired.as_ref();
            let next = retired.and_then(|retired| retired.replaced_by.as_ref());
            let about = [
                activity.id.to_string(),
                activity.title.clone(),
                text(area.map(|area| lang.pick(&area.label, &area.label_en).as_str())),
            ];
            let rest = [
                activity.kle_groups.join(" "),
                text(retired.map(|retired| retired.since.as_str())),
                text(next.map(ActivityId::as_str)),
                text(activity.replaces.as_ref().map(ActivityId::as_str)),
            ];
            [&about[..], &levels, &rest].concat()
        });
        Records::new(header).with(rows)
    }

    fn threat_records(&self, lang: Lang) -> Records {
        let header = [
            headers::THREAT_ID.pick(lang),
            headers::THREAT_TITLE.pick(lang),
            headers::THREAT_KIND.pick(lang),
            headers::THREAT_HITS.pick(lang),
            headers::THREAT_DESCRIPTION.pick(lang),
            headers::THREAT_EXAMPLE.pick(lang),
            lang.pick("Foranstaltninger", "Measures"),
        ];
        let rows = self.catalogue.threats.values().map(|threat| {
            let measures = self.catalogue.measures_against(&threat.id);
            let measures: Vec<&str> = measures.map(|measure| measure.id.as_str()).collect();
            vec![
                threat.id.to_string(),
                threat.title.clone(),
                threat.kind.clone(),
                words::hits(lang, &threat.dimensions, threat.rights),
                threat.description.clone(),
                threat.example.clone(),
                measures.join(" "),
            ]
        });
        Records::new(header).with(rows)
    }

    fn measure_records(&self, lang: Lang) -> Records {
        let header = [
            headers::ACTIVITY_ID.pick(lang),
            lang.pick("Foranstaltning", "Measure"),
            headers::THREAT_KIND.pick(lang),
            lang.pick("Beskrivelse", "Description"),
            lang.pick("Beskytter", "Protects"),
            lang.pick("Virker på", "Works on"),
            "ISO 27002",
            "NIS 2",
        ];
        let rows = self.catalogue.measures.values().map(|measure| {
            let threats: Vec<&str> = measure.threats.iter().map(|id| id.as_str()).collect();
            vec![
                measure.id.to_string(),
                measure.title.clone(),
                measure_kind(lang, measure.kind).to_owned(),
                measure.description.clone(),
                words::hits(lang, &measure.dimensions, measure.rights),
                threats.join(" "),
                measure.iso_27002.join(", "),
                numbers(&measure.nis2_areas),
            ]
        });
        Records::new(header).with(rows)
    }

    fn law_records(&self, lang: Lang) -> Records {
        let header = [
            lang.pick("Navn", "Name"),
            lang.pick("Titel", "Title"),
            lang.pick("I kraft fra", "In force from"),
            lang.pick("Ophævet", "Repealed"),
            lang.pick("Afløst af", "Replaced by"),
            lang.pick("Aktiviteter", "Activities"),
        ];
        let rows = self.catalogue.laws.values().map(|law| {
            let activities: Vec<&str> =
                activities_under(self.catalogue, law).map(|a| a.id.as_str()).collect();
            vec![
                law.name.clone(),
                text(law.title.as_deref()),
                number(law.valid_from),
                number(law.valid_to),
                law.replaced_by.join(", "),
                activities.join(" "),
            ]
        });
        Records::new(header).with(rows)
    }
}

impl SearchReport<'_> {
    /// The rows, for `--format csv`: every hit, the best first.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            headers::ACTIVITY_ID.pick(lang),
            lang.pick("Titel", "Title"),
            headers::THREAT_KIND.pick(lang),
        ];
        let rows = self.hits.iter().map(|hit| {
            let (_, id) = named(&hit.found);
            vec![id, self.title(&hit.found), kind_word(lang, &hit.found).to_owned()]
        });
        Records::new(header).with(rows)
    }
}

impl KleReport<'_> {
    /// The rows, for `--format csv`.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = ["KLE", headers::ACTIVITY_ID.pick(lang), headers::TITLE.pick(lang)];
        let rows = self.activities.iter().map(|id| {
            let activity = self.catalogue.activities.get(id);
            vec![self.code.to_owned(), id.to_string(), text(activity.map(|a| a.title.as_str()))]
        });
        Records::new(header).with(rows)
    }
}

impl CatalogueDiffReport<'_> {
    /// The rows, for `--format csv`: one per part of an entry that differs.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            headers::ACTIVITY_ID.pick(lang),
            lang.pick("Titel", "Title"),
            lang.pick("Ændring", "Change"),
            lang.pick("Hvad", "What"),
            lang.pick("Før", "Before"),
            lang.pick("Nu", "Now"),
            lang.pick("Se på svarene igen", "Look at the answers again"),
        ];
        let look = |weighs: bool| text(weighs.then(|| lang.pick("ja", "yes")));
        let mut records = Records::new(header);
        for change in self.changes {
            let fate = words::fate(lang, &change.fate);
            let about = [change.id.to_string(), change.title.clone(), fate];
            let rows: Vec<Vec<String>> = match &change.fate {
                EntryFate::Changed(parts) => parts
                    .iter()
                    .map(|part| {
                        let rest = [
                            words::part(lang, part.part),
                            part.old.clone(),
                            part.new.clone(),
                            look(part.part.weighs()),
                        ];
                        [&about[..], &rest].concat()
                    })
                    .collect(),
                fate => {
                    let rest = [String::new(), String::new(), String::new(), look(fate.weighs())];
                    vec![[&about[..], &rest].concat()]
                }
            };
            records = records.with(rows);
        }
        records
    }
}
