//! `share`: what leaves the house and what stays, before anything is written.

use serde_json::{Value, json};

use super::document::{Align, Column, Document, Table};
use super::facts::HeaderFacts;
use super::records::{Records, number};
use crate::domain::{ActivityAnswer, LevelNumber, Rating, RiskAnswer, Shared, is_own};
use crate::engine::Stays;
use crate::text::{self, Lang};

/// What an exchange file holds; from the sender's side also what it does not hold.
#[derive(Debug)]
pub struct ShareReport<'a> {
    /// The file's content.
    pub shared: &'a Shared,
    /// Digest over it.
    pub digest: &'a str,
    /// What stays at home; missing on the receiver's side, who cannot know.
    pub stays: Option<&'a Stays>,
}

/// A line of a table: key in JSON, words, count.
type Line = (&'static str, &'static str, usize);

impl ShareReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let counts = |lines: Vec<Line>| -> Value {
            lines.into_iter().map(|(key, _, count)| (key.to_owned(), json!(count))).collect()
        };
        json!({
            "schema": "risiko.share-summary/1",
            "assessment": HeaderFacts::new(&self.shared.assessment, &self.shared.method),
            "digest": self.digest,
            "with-reasons": self.shared.with_reasons,
            "holds": counts(self.holds(Lang::Da)),
            "stays": self.stays.map(|stays| counts(staying(stays, Lang::Da))),
        })
    }

    /// The rows, for `--format csv`.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header =
            [lang.pick("Hvad", "What"), lang.pick("Hvor", "Where"), lang.pick("Antal", "Count")];
        let row = |place: &'static str| {
            move |(_, what, count): Line| {
                vec![what.to_owned(), place.to_owned(), number(Some(&count))]
            }
        };
        let holds = self.holds(lang).into_iter().map(row(lang.pick("i filen", "in the file")));
        let stays = self.stays.map(|stays| staying(stays, lang)).unwrap_or_default();
        let stays = stays.into_iter().map(row(lang.pick("bliver hjemme", "stays")));
        Records::new(header).with(holds.chain(stays))
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let (shared, mut document) = (self.shared, Document::default());
        document.heading(text::assessment_title(lang, &shared.assessment));
        if shared.with_reasons && self.stays.is_some() {
            document.paragraph(lang.pick(
                "OBS: Begrundelserne og foranstaltninger med egne ord er med i filen. Der kan stå navne \
                 og oplysninger om borgere i dem. Læs dem, før filen bliver sendt.",
                "NOTE: Reasons, and measures in the municipality's own words, are in the file. They may \
                 hold names and information about citizens. Read them before the file is sent.",
            ));
        }
        let title = lang.pick("Det står i filen", "The file holds");
        document.table(table(title, self.holds(lang), lang));
        document.paragraph(self.besides(lang));
        if let Some(stays) = self.stays {
            let lines = staying(stays, lang).into_iter().filter(|(_, _, count)| *count > 0);
            let lines: Vec<Line> = lines.collect();
            if lines.is_empty() {
                document.paragraph(lang.pick(
                    "Der er ikke andet i vurderingen, som bliver hjemme.",
                    "There is nothing else in the assessment that stays at home.",
                ));
            } else {
                let title = lang.pick("Det bliver hjemme", "This stays at home");
                document.table(table(title, lines, lang));
            }
        }
        document.paragraph(self.checksum(lang));
        document
    }

    /// What the file holds beside counts.
    fn besides(&self, lang: Lang) -> String {
        let (id, version) = (&self.shared.method.id, self.shared.method.version);
        let catalogue = &self.shared.assessment.catalogue.version;
        match lang {
            Lang::Da => format!(
                "Desuden kommunens navn, runden, datoen, versionen af kataloget ({catalogue}) og metoden \
                 {id}, version {version}, med skalaer og matrix."
            ),
            Lang::En => format!(
                "Besides, the municipality's name, the round, the date, the version of the catalogue \
                 ({catalogue}), and the method {id}, version {version}, with its scales and matrix."
            ),
        }
    }

    /// What sender and receiver read out to each other.
    fn checksum(&self, lang: Lang) -> String {
        let checksum = text::checksum(self.digest);
        match (lang, self.stays.is_some()) {
            (Lang::Da, true) => format!(
                "Kontrolsum: {checksum}. Modtageren ser den samme med risiko share --verify, hvis \
                 filen er uændret."
            ),
            (Lang::Da, false) => format!(
                "Kontrolsum: {checksum}. Filen er, som den blev skrevet, hvis afsenderen har den samme."
            ),
            (Lang::En, true) => format!(
                "Checksum: {checksum}. The receiver sees the same with risiko share --verify where \
                 the file is unchanged."
            ),
            (Lang::En, false) => format!(
                "Checksum: {checksum}. The file is as it was written if the sender has the same."
            ),
        }
    }

    /// What the file holds, line by line.
    fn holds(&self, lang: Lang) -> Vec<Line> {
        let shared = self.shared;
        let answers = || shared.assessment.activities.values();
        let risks = || answers().flat_map(risks);
        let own = shared.activities.keys().filter(|id| is_own(id.as_str())).count();
        let own_threats = shared.threats.keys().filter(|id| is_own(id.as_str())).count();
        let figures = answers().map(|answer| answer.consequences.figures.len()).sum();
        let likelihoods = risks().map(|risk| is_rated(risk.likelihood)).sum();
        let residual = risks()
            .map(|risk| is_rated(risk.residual_likelihood) + is_rated(risk.residual_consequence));
        let threats = answers().map(|answer| answer.threats.len()).sum();
        let treatments = risks().filter(|risk| risk.treatment.is_some()).count();
        let (texts, all) = (texts(shared), risks().map(|risk| risk.measures.len()).sum::<usize>());
        let line = |key, da, en, count| (key, lang.pick(da, en), count);
        let own_words = ("Heraf egne, kun med nummer", "Of these own ones, by number only");
        let mut lines = vec![
            line("activities", "Aktiviteter", "Activities", answers().count()),
            line("own-activities", own_words.0, own_words.1, own),
            line("consequences", "Tal for konsekvens", "Figures of consequence", figures),
            line("likelihoods", "Tal for sandsynlighed", "Figures of likelihood", likelihoods),
            line(
                "residual-figures",
                "Tal for restrisiko",
                "Figures of residual risk",
                residual.sum(),
            ),
            line("threats", "Svar om trusler", "Answers about threats", threats),
            line(
                "own-threats",
                "Egne trusler, kun med nummer",
                "Own threats, by number only",
                own_threats,
            ),
            line("treatments", "Valg af håndtering", "Choices of treatment", treatments),
            line(
                "measures",
                "Foranstaltninger fra kataloget",
                "Measures of the catalogue",
                all.saturating_sub(texts),
            ),
        ];
        if shared.with_reasons {
            let reasons = answers().map(reasons).sum();
            lines.push(line("reasons", "Begrundelser", "Reasons", reasons));
            let words = ("Foranstaltninger med egne ord", "Measures in own words");
            lines.push(line("measure-texts", words.0, words.1, texts));
        }
        lines
    }
}

/// Measures in own words that came along.
fn texts(shared: &Shared) -> usize {
    let others = shared.counts.values().map(|counts| counts.other_measures);
    let others = others.filter(|_| shared.with_reasons);
    others.map(|count| usize::try_from(count).unwrap_or(usize::MAX)).fold(0, usize::saturating_add)
}

fn risks(answer: &ActivityAnswer) -> impl Iterator<Item = &RiskAnswer> {
    [&answer.direct].into_iter().chain(answer.threats.values().map(|threat| &threat.risk))
}

fn is_rated<L: LevelNumber>(rating: Rating<L>) -> usize {
    usize::from(rating.rated().is_some())
}

fn reasons(answer: &ActivityAnswer) -> usize {
    let figures = answer.consequences.figures.values();
    let figures = figures.filter(|figure| figure.reason.is_some()).count();
    let irrelevant = answer.threats.values().filter_map(|threat| threat.not_relevant.as_ref());
    let irrelevant = irrelevant.filter(|reason| !reason.is_empty()).count();
    let likelihoods = risks(answer).filter(|risk| risk.reason.is_some()).count();
    figures + irrelevant + likelihoods + usize::from(answer.status_reason.is_some())
}

/// What stays, line by line, the most telling first.
fn staying(stays: &Stays, lang: Lang) -> Vec<Line> {
    vec![
        ("reasons", lang.pick("Begrundelser", "Reasons"), stays.reasons),
        ("names", lang.pick("Navne og stillinger", "Names and positions"), stays.names.len()),
        ("systems", lang.pick("Systemer", "Systems"), stays.systems.len()),
        ("processors", lang.pick("Databehandlere", "Data processors"), stays.processors.len()),
        ("notes", lang.pick("Bemærkninger", "Notes"), stays.notes),
        (
            "measures",
            lang.pick(
                "Foranstaltninger med egne ord (kun antallet er med)",
                "Measures in own words (only their number is there)",
            ),
            stays.measures,
        ),
        (
            "actions",
            lang.pick("Handlinger (kun antallet er med)", "Actions (only their number is there)"),
            stays.actions,
        ),
        (
            "dates",
            lang.pick(
                "Datoer for vurdering, frist og gennemgang",
                "Dates of assessment, deadline and review",
            ),
            stays.dates,
        ),
        ("acceptances", lang.pick("Risikoaccepter", "Acceptances"), stays.acceptances),
        ("extra", lang.pick("Felter i egne kolonner", "Fields in own columns"), stays.extra),
        ("sheets", lang.pick("Egne ark", "Own sheets"), stays.sheets),
        (
            "titles",
            lang.pick(
                "Titler på egne aktiviteter og trusler",
                "Titles of own activities and threats",
            ),
            stays.titles,
        ),
    ]
}

fn table(title: &str, lines: Vec<Line>, lang: Lang) -> Table {
    let columns = vec![
        Column::new(title, Align::Left),
        Column::new(lang.pick("Antal", "Count"), Align::Right),
    ];
    let rows =
        lines.into_iter().map(|(_, what, count)| vec![what.into(), count.to_string().into()]);
    Table { columns, rows: rows.collect() }
}
