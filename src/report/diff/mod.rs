//! `diff`: what differs between two assessments, and why.

mod facts;
mod pages;
mod records;

use serde_json::Value;

use super::document::{Align, Cell, Column, Document, Table};
use super::{AcceptanceFacts, Publication, Records};
use crate::domain::{Activity, Assessment, Catalogue, Date, Perspective};
use crate::engine::compare::{Comparison, Difference, FigureDifference, Side, Stand};
use crate::engine::{RiskSource, Score};
use crate::text::comparison::{self as said, SideNames};
use crate::text::{self, Lang};

/// What `diff` shows.
#[derive(Debug)]
pub struct DiffReport<'a> {
    /// The whole comparison.
    pub comparison: &'a Comparison<'a>,
    /// The differences chosen by the caller, in the order of the comparison.
    pub shown: Vec<&'a Difference<'a>>,
    /// Files of the two sides as the user named them, which tell apart what has the same name.
    pub files: [&'a str; 2],
    /// How many differences have a line. Missing: as many as a screen holds, else all.
    pub listed: Option<usize>,
    /// How many differences are explained in full. Missing: a few on a screen, else all.
    pub explained: Option<usize>,
}

/// What the two sides are called: municipalities, or rounds of one, or files.
struct Labels {
    left: String,
    right: String,
    is_rounds: bool,
}

impl Labels {
    fn names(&self) -> SideNames<'_> {
        SideNames { left: &self.left, right: &self.right, is_rounds: self.is_rounds }
    }
}

/// Differences with a line on a screen unless told otherwise.
const LISTED: usize = 20;
/// Differences explained on a screen unless told otherwise.
const EXPLAINED: usize = 3;

impl Publication for DiffReport<'_> {
    fn title(&self, lang: Lang) -> String {
        self.heading(lang, &self.labels())
    }

    fn day(&self) -> Date {
        let Comparison { left, right, .. } = self.comparison;
        left.assessment.as_of.max(right.assessment.as_of)
    }

    fn document(&self, lang: Lang, whole: bool) -> Document {
        let limit = |few| if whole { usize::MAX } else { few };
        let listed = self.listed.unwrap_or(limit(LISTED));
        self.explained(lang, listed, self.explained.unwrap_or(limit(EXPLAINED)))
    }

    fn facts(&self) -> Value {
        self.as_json()
    }

    fn records(&self, lang: Lang) -> Records {
        self.rows(lang)
    }

    fn pages(&self, lang: Lang) -> Vec<(String, Document)> {
        self.sheets(lang)
    }
}

impl DiffReport<'_> {
    fn labels(&self) -> Labels {
        let (left, right) = (self.comparison.left.assessment, self.comparison.right.assessment);
        let name = |a: &Assessment| match (self.comparison.is_rounds, left.round == right.round) {
            (true, _) => a.round.clone(),
            (false, true) => a.municipality_name.clone(),
            (false, false) => format!("{} {}", a.municipality_name, a.round),
        };
        let (a, b) = (name(left), name(right));
        // Two files of one round are told apart by their names.
        let is_rounds = self.comparison.is_rounds && a != b;
        let [left, right] = if a == b { self.files.map(str::to_owned) } else { [a, b] };
        Labels { left, right, is_rounds }
    }

    fn heading(&self, lang: Lang, labels: &Labels) -> String {
        let versus = lang.pick("mod", "against");
        match self.comparison.is_rounds {
            true => format!(
                "{}: {} {versus} {}",
                self.comparison.left.assessment.municipality_name, labels.left, labels.right
            ),
            false => format!("{} {versus} {}", labels.left, labels.right),
        }
    }

    /// The catalogue entry, in the words of a side that has the activity.
    fn activity(&self, difference: &Difference<'_>) -> Option<&Activity> {
        let Comparison { left, right, .. } = self.comparison;
        let mut catalogues = [left.catalogue, right.catalogue];
        if difference.left.is_none() {
            catalogues.reverse();
        }
        catalogues.into_iter().find_map(|catalogue| catalogue.activities.get(&difference.id))
    }

    fn title_of(&self, difference: &Difference<'_>) -> &str {
        self.activity(difference).map_or("", |activity| activity.title.as_str())
    }

    /// Whether a side's own method is another than the common one.
    fn has_other_method(&self) -> bool {
        let sides = [self.comparison.left, self.comparison.right];
        sides.iter().any(|side| side.method.id != self.comparison.method.id)
    }

    /// The whole, with so many differences listed and explained.
    fn explained(&self, lang: Lang, listed: usize, explained: usize) -> Document {
        let labels = self.labels();
        let mut document = self.overview(lang, listed);
        for difference in self.shown.iter().take(explained) {
            self.explain(lang, difference, &labels, &mut document);
        }
        let left_out = self.shown.len().saturating_sub(explained);
        if left_out > 0 {
            document.paragraph(said::not_explained(lang, left_out));
        }
        self.unchanged(lang, &mut document);
        document
    }

    /// How everything came out, and so many differences in a line each.
    fn overview(&self, lang: Lang, lines: usize) -> Document {
        let mut document = Document::default();
        let labels = self.labels();
        document.heading(self.heading(lang, &labels));
        if self.comparison.summary.of == 0 {
            document.paragraph(said::nothing_to_compare(lang));
            return document;
        }
        if self.comparison.is_empty() {
            document.paragraph(lang.pick("Ingen forskelle.", "No differences."));
        }
        let (whole, parts) = said::summary(lang, self.comparison.summary, labels.is_rounds);
        document.paragraph(whole);
        document.list(parts);
        if let Some(tendency) = said::tendency(lang, self.comparison, labels.names()) {
            document.paragraph(tendency);
        }
        self.notes(lang, &labels, &mut document);
        if !self.shown.is_empty() {
            let (shown, of) = (self.shown.len(), self.comparison.differences.len());
            if shown < of {
                document.paragraph(said::some_shown(lang, shown, of));
            }
            document.table(self.table(lang, &labels, lines));
            let left_out = self.shown.len().saturating_sub(lines);
            if left_out > 0 {
                document.paragraph(said::not_listed(lang, left_out));
            }
            document.paragraph(lang.pick(
                "S er sandsynlighed, K er konsekvens. Det, der vejer tungest, står først.",
                "L is likelihood, C is consequence. What weighs most comes first.",
            ));
        } else if !self.comparison.differences.is_empty() {
            document.paragraph(lang.pick(
                "Ingen af forskellene passer på det valgte.",
                "None of the differences matches the choice.",
            ));
        }
        document
    }

    /// What a reader must know before the figures.
    fn notes(&self, lang: Lang, labels: &Labels, document: &mut Document) {
        let Comparison { left, right, method, perspectives, .. } = self.comparison;
        if self.has_other_method() {
            document.paragraph(match lang {
                Lang::Da => format!(
                    "{} bruger {}, og {} bruger {}. Begge er desuden læst gennem {}.",
                    labels.left, left.method.id, labels.right, right.method.id, method.id
                ),
                Lang::En => format!(
                    "{} uses {}, and {} uses {}. Both are also read through {}.",
                    labels.left, left.method.id, labels.right, right.method.id, method.id
                ),
            });
        }
        if left.assessment.perspectives != right.assessment.perspectives {
            let names: Vec<&str> =
                perspectives.iter().map(|whose| text::perspective(lang, *whose)).collect();
            let names = names.join(", ");
            document.paragraph(match lang {
                Lang::Da => format!(
                    "De tæller ikke de samme perspektiver med. Sammenlignet er kun konsekvensen \
                     for: {names}."
                ),
                Lang::En => format!(
                    "They do not count the same perspectives. Only the consequence for these is \
                     compared: {names}."
                ),
            });
        }
        if self.comparison.is_rounds {
            said::texts_compared(lang, self.comparison.texts)
                .into_iter()
                .for_each(|line| document.paragraph(line));
        }
        if left.assessment.catalogue != right.assessment.catalogue {
            let versions =
                (&left.assessment.catalogue.version, &right.assessment.catalogue.version);
            document.paragraph(match lang {
                Lang::Da => format!("Kataloget er {} mod {}.", versions.0, versions.1),
                Lang::En => format!("The catalogue is {} against {}.", versions.0, versions.1),
            });
        }
    }

    fn table(&self, lang: Lang, labels: &Labels, lines: usize) -> Table {
        let other_method = self.has_other_method();
        let mut columns = vec![
            Column::new(lang.pick("Nr.", "No."), Align::Left),
            Column::new(lang.pick("Aktivitet", "Activity"), Align::Left),
            Column::new(labels.left.as_str(), Align::Left),
            Column::new(labels.right.as_str(), Align::Left),
        ];
        if other_method {
            let header = match lang {
                Lang::Da => format!("Begge i {}", self.comparison.method.id),
                Lang::En => format!("Both in {}", self.comparison.method.id),
            };
            columns.push(Column::new(header, Align::Left));
        }
        columns.push(Column::new(lang.pick("Forskel", "Difference"), Align::Left));
        let row = |difference: &&Difference<'_>| {
            let mut row = vec![
                Cell::from(difference.id.as_str()),
                self.title_of(difference).into(),
                stand_cell(lang, difference.left.as_ref()),
                stand_cell(lang, difference.right.as_ref()),
            ];
            if other_method {
                row.push(common_cell(lang, difference));
            }
            row.push(said::class_brief(lang, difference, labels.names()).into());
            row
        };
        Table { columns, rows: self.shown.iter().take(lines).map(row).collect() }
    }

    /// Everything behind one difference.
    fn explain(
        &self,
        lang: Lang,
        difference: &Difference<'_>,
        labels: &Labels,
        document: &mut Document,
    ) {
        document.heading(format!("{} {}", difference.id, self.title_of(difference)));
        document.paragraph(said::class_sentence(lang, difference, labels.names()));
        document.list(self.deciders(lang, difference, labels));
        if !difference.figures.is_empty() {
            document.table(self.figure_table(lang, difference, labels));
        }
        document.list(self.ways_out(lang, difference, labels));
    }

    /// What decides on each side.
    fn deciders(&self, lang: Lang, difference: &Difference<'_>, labels: &Labels) -> Vec<String> {
        let Comparison { left, right, .. } = self.comparison;
        let sides =
            [(&labels.left, &difference.left, left), (&labels.right, &difference.right, right)];
        let decided = sides.iter().filter_map(|(name, stand, side)| {
            let decided = stand.as_ref()?.own.current()?;
            Some(format!("{name}: {}", decides(lang, decided, side)))
        });
        let accepted = sides.iter().filter_map(|(name, stand, side)| {
            let Side { assessment, catalogue, method } = *side;
            let answer = stand.as_ref()?.answer;
            let facts = AcceptanceFacts::of(answer, assessment, catalogue, method)?;
            let line = super::accepted::line(lang, answer, &facts)?;
            let said = lang.pick("accepteret af", "accepted by");
            Some(format!("{name}: {said} {line}"))
        });
        decided.chain(accepted).collect()
    }

    /// Measures that only one has, and what would make them agree.
    fn ways_out(&self, lang: Lang, difference: &Difference<'_>, labels: &Labels) -> Vec<String> {
        let sides = [
            (&labels.left, &difference.measures.left),
            (&labels.right, &difference.measures.right),
        ];
        let measures = sides.into_iter().filter(|(_, measures)| !measures.is_empty());
        let measures = measures.map(|(name, measures)| {
            let listed = measures.join("; ");
            lang.pick(format!("Kun {name} har: {listed}"), format!("Only {name} has: {listed}"))
        });
        measures.chain(self.agreement(lang, difference, labels)).collect()
    }

    /// The figures that differ, with both reasons side by side.
    fn figure_table(&self, lang: Lang, difference: &Difference<'_>, labels: &Labels) -> Table {
        let names = [lang.pick("Tal", "Figure"), &labels.left, &labels.right];
        let rows = difference.figures.iter().map(|figure| {
            let [name, left, right] = self.figure_row(lang, figure);
            vec![name.into(), left.into(), right.into()]
        });
        Table {
            columns: names.map(|name| Column::new(name, Align::Left)).into(),
            rows: rows.collect(),
        }
    }

    /// A figure by name, and what each side says.
    fn figure_row(&self, lang: Lang, figure: &FigureDifference<'_>) -> [String; 3] {
        let method = self.comparison.method.id.as_str();
        let given = |given| said::given(lang, given, method);
        let name = said::figure(lang, &figure.figure, self.catalogue_of(figure));
        [name, given(figure.left), given(figure.right)]
    }

    /// The catalogue of a side that has the figure.
    fn catalogue_of(&self, figure: &FigureDifference<'_>) -> &Catalogue {
        match figure.left {
            Some(_) => self.comparison.left.catalogue,
            None => self.comparison.right.catalogue,
        }
    }

    /// What would settle it, where there are bands to settle.
    fn agreement(
        &self,
        lang: Lang,
        difference: &Difference<'_>,
        labels: &Labels,
    ) -> Option<String> {
        difference.steps.filter(|steps| *steps > 0)?;
        if let (true, Some(steps)) = (labels.is_rounds, &difference.agree.left) {
            return Some(said::cause(lang, steps, self.comparison.right.catalogue));
        }
        let (left, right) = (self.comparison.left.catalogue, self.comparison.right.catalogue);
        let ways = [
            (labels.left.as_str(), &difference.agree.left, left),
            (labels.right.as_str(), &difference.agree.right, right),
        ];
        let ways: Vec<String> = ways
            .into_iter()
            .filter_map(|(name, steps, catalogue)| {
                Some(said::way_to_agree(lang, name, steps.as_ref()?, catalogue))
            })
            .collect();
        Some(match (ways.is_empty(), lang) {
            (true, Lang::Da) => "Der skal mere end et par tal til, før de er enige.".to_owned(),
            (true, Lang::En) => "It takes more than a few figures before they agree.".to_owned(),
            (false, Lang::Da) => {
                format!("Samme risikoniveau, hvis {}.", ways.join(", eller hvis "))
            }
            (false, Lang::En) => format!("The same band if {}.", ways.join(", or if ")),
        })
    }

    /// What is carried on from round to round.
    fn unchanged(&self, lang: Lang, document: &mut Document) {
        let Comparison { carried, other_texts, .. } = self.comparison;
        let mut lines = Vec::new();
        let is_rounds = self.labels().is_rounds;
        let carried = || carried.iter().filter(|_| is_rounds);
        let mut rounds: Vec<usize> = carried().map(|carried| carried.rounds).collect();
        rounds.sort_unstable();
        rounds.dedup();
        for rounds in rounds.into_iter().rev() {
            let ids: Vec<&str> = carried()
                .filter(|carried| carried.rounds == rounds)
                .map(|carried| carried.id.as_str())
                .collect();
            lines.push(said::carried(lang, rounds, &ids));
        }
        if !other_texts.is_empty() {
            let ids: Vec<&str> = other_texts.iter().map(|id| id.as_str()).collect();
            let listed = ids.join(", ");
            lines.push(match lang {
                Lang::Da => format!(
                    "Samme tal, men andre tekster, personer, systemer eller datoer: {listed}."
                ),
                Lang::En => format!(
                    "The same figures, but other texts, people, systems or dates: {listed}."
                ),
            });
        }
        if !lines.is_empty() {
            document.heading(lang.pick("Uændret", "Unchanged"));
            document.list(lines);
        }
    }
}

/// Why a side has its band: "T13 Fejlsendt mail: S3, K4 (fortrolighed)".
fn decides(lang: Lang, (source, score): (&RiskSource, &Score<'_>), side: &Side<'_>) -> String {
    let (whose, kind) = score.driver;
    let by = match source {
        RiskSource::Direct => lang
            .pick("Aktivitetens egen sandsynlighed", "The likelihood of the activity itself")
            .to_owned(),
        RiskSource::Threat(id) => {
            let title = side.catalogue.threats.get(id).map_or("", |threat| threat.title.as_str());
            format!("{id} {title}").trim_end().to_owned()
        }
    };
    let kind = text::dimension(lang, kind);
    let whose = match whose {
        Perspective::DataSubject => String::new(),
        other => format!(", {}", text::perspective(lang, other)),
    };
    let band = text::band(lang, score.band);
    let likelihood = text::likelihood(lang, side.method, score.likelihood);
    let consequence = text::consequence(lang, side.method, score.consequence);
    match lang {
        Lang::Da => format!(
            "{band}. {by} afgør: sandsynlighed {likelihood}, konsekvens {consequence} ({kind}{whose})."
        ),
        Lang::En => format!(
            "{band}. {by} decides: likelihood {likelihood}, consequence {consequence} ({kind}{whose})."
        ),
    }
}

/// The band of a side by its own method, with its figures.
fn stand_cell(lang: Lang, stand: Option<&Stand<'_>>) -> Cell {
    let score = stand.and_then(|stand| stand.own.current()).map(|(_, score)| score);
    let Some(score) = score else {
        return said::no_band(lang, stand.map(|stand| stand.answer.status)).into();
    };
    let (s, k) = lang.pick(("S", "K"), ("L", "C"));
    let text = format!(
        "{} ({s}{} {k}{})",
        text::band(lang, score.band),
        score.likelihood,
        score.consequence
    );
    Cell::coloured(text, score.band.colour)
}

/// Both bands under the common method.
fn common_cell(lang: Lang, difference: &Difference<'_>) -> Cell {
    let band = |stand: &Option<Stand<'_>>| {
        let score = stand.as_ref().and_then(Stand::common);
        score.map_or_else(|| "–".to_owned(), |score| text::band(lang, score.band).to_owned())
    };
    format!("{} | {}", band(&difference.left), band(&difference.right)).into()
}
