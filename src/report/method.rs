//! `method list`, `method show` and `method preview`.

use serde_json::{Value, json};

use super::document::{Align, Cell, Column, Document, Table};
use super::facts::{BandFacts, HeaderFacts, ScoreFacts};
use crate::domain::{Assessment, Level, LevelNumber, Method, Perspective, Symmetry};
use crate::engine::{Change, RiskSource, Score};
use crate::text::{self, Lang};

/// The methods that there are.
#[derive(Debug)]
pub struct MethodListReport<'a> {
    /// The default first.
    pub methods: &'a [Method],
}

impl MethodListReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let methods = self.methods.iter().map(|method| {
            json!({
                "id": method.id.as_str(),
                "version": method.version,
                "title": method.title,
                "likelihood-levels": method.likelihood.top_number(),
                "consequence-levels": method.consequence.top_number(),
                "bands": method.bands.len(),
                "symmetric": method.symmetry == Symmetry::Symmetric,
                "source": method.source,
            })
        });
        json!({ "schema": "risiko.method-list/1", "methods": methods.collect::<Vec<_>>() })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        let columns = [
            ("Metode", "Method"),
            ("Titel", "Title"),
            ("Størrelse (K×S)", "Size (C×L)"),
            ("Risikoniveauer, mildest først", "Bands, mildest first"),
        ];
        let rows = self.methods.iter().map(|method| {
            let bands = method.bands.iter().map(|band| text::band(lang, band));
            let size =
                format!("{}×{}", method.consequence.top_number(), method.likelihood.top_number());
            vec![
                method.id.as_str().into(),
                (*lang.pick(&method.title, &method.title_en)).clone().into(),
                size.into(),
                bands.collect::<Vec<_>>().join(", ").into(),
            ]
        });
        document.table(Table { columns: titles(lang, &columns), rows: rows.collect() });
        document.paragraph(lang.pick(
            "Se skalaer, matrix og kilde med: risiko method show kl-4x4",
            "See scales, matrix and source with: risiko method show kl-4x4",
        ));
        document
    }
}

/// One method in full.
#[derive(Debug)]
pub struct MethodReport<'a> {
    /// The method.
    pub method: &'a Method,
}

impl MethodReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let method = self.method;
        let level = |level: &Level| {
            json!({
                "level": level.number,
                "label": level.label,
                "label-en": level.label_en,
                "brief": level.brief,
                "definition": level.definition,
                "examples": level.examples,
                "perspectives": level.elsewhere.iter().map(|(perspective, meaning)| {
                    let facts = json!({
                        "brief": meaning.brief,
                        "definition": meaning.definition,
                        "examples": meaning.examples,
                    });
                    (perspective.key().to_owned(), facts)
                }).collect::<serde_json::Map<_, _>>(),
            })
        };
        let cells = method.cells().map(|(likelihood, consequence, band)| {
            json!({
                "consequence": consequence.number(),
                "likelihood": likelihood.number(),
                "band": band.id.as_str(),
            })
        });
        json!({
            "schema": "risiko.method/1",
            "id": method.id.as_str(),
            "version": method.version,
            "title": method.title,
            "source": method.source,
            "symmetric": method.symmetry == Symmetry::Symmetric,
            "likelihood": method.likelihood.levels().map(|(_, l)| level(l)).collect::<Vec<_>>(),
            "consequence": method.consequence.levels().map(|(_, l)| level(l)).collect::<Vec<_>>(),
            "bands": method.bands.iter().map(BandFacts::from).collect::<Vec<_>>(),
            "matrix": cells.collect::<Vec<_>>(),
        })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let method = self.method;
        let mut document = Document::default();
        let title = lang.pick(&method.title, &method.title_en);
        let version = lang.pick("version", "version");
        document.heading(format!("{} – {title} ({version} {})", method.id, method.version));
        document.paragraph(method.source.clone());
        document.heading(lang.pick("Matrix", "Matrix"));
        document.table(self.matrix(lang));
        document.paragraph(match method.symmetry {
            Symmetry::Symmetric => lang.pick(
                "Matricen er symmetrisk: sandsynlighed og konsekvens vejer lige tungt.",
                "The matrix is symmetric: likelihood and consequence weigh the same.",
            ),
            Symmetry::Asymmetric => lang.pick(
                "Matricen er ikke symmetrisk: konsekvens og sandsynlighed kan ikke byttes om.",
                "The matrix is not symmetric: consequence and likelihood cannot be swapped.",
            ),
        });
        let likelihood = method.likelihood.levels().map(|(_, level)| level);
        document.heading(lang.pick("Sandsynlighed", "Likelihood"));
        document.table(levels(lang, likelihood, Perspective::DataSubject));
        for perspective in Perspective::ALL {
            let consequence = || method.consequence.levels().map(|(_, level)| level);
            let is_first = perspective == Perspective::DataSubject;
            if is_first || consequence().any(|level| level.elsewhere.contains_key(&perspective)) {
                let whose = text::perspective(lang, perspective);
                let heading = lang.pick("Konsekvens", "Consequence");
                document.heading(format!("{heading}, {whose}"));
                document.table(levels(lang, consequence(), perspective));
            }
        }
        document.heading(lang.pick("Risikoniveauer", "Bands"));
        document.table(self.bands(lang));
        document
    }

    fn matrix(&self, lang: Lang) -> Table {
        let method = self.method;
        let corner = lang.pick("Konsekvens \\ Sandsynlighed", "Consequence \\ Likelihood");
        let mut columns = vec![Column::new(corner, Align::Left)];
        columns.extend(method.likelihood.levels().map(|(number, level)| {
            Column::new(format!("{number} {}", text::level_label(lang, level)), Align::Centre)
        }));
        let rows = method.consequence.levels().rev().map(|(consequence, level)| {
            let label = format!("{consequence} {}", text::level_label(lang, level));
            let cells = method.likelihood.levels().map(|(likelihood, _)| {
                method.band(likelihood, consequence).map_or_else(Cell::default, |band| {
                    Cell::coloured(text::band(lang, band), band.colour)
                })
            });
            std::iter::once(Cell::from(label)).chain(cells).collect()
        });
        Table { columns, rows: rows.collect() }
    }

    fn bands(&self, lang: Lang) -> Table {
        let columns = [
            ("Risikoniveau", "Band"),
            ("Farve", "Colour"),
            ("Kræver håndtering", "Requires treatment"),
            ("Ledelsen skal", "Management must"),
        ];
        let rows = self.method.bands.iter().rev().map(|band| {
            let required = match band.requires_treatment {
                true => lang.pick("ja", "yes"),
                false => lang.pick("nej", "no"),
            };
            vec![
                Cell::coloured(text::band(lang, band), band.colour),
                text::colour(lang, band.colour).into(),
                required.into(),
                band.response.clone().into(),
            ]
        });
        Table { columns: titles(lang, &columns), rows: rows.collect() }
    }
}

fn levels<'a>(
    lang: Lang,
    levels: impl Iterator<Item = &'a Level>,
    perspective: Perspective,
) -> Table {
    let columns =
        [("Nr.", "No."), ("Navn", "Name"), ("Betydning", "Definition"), ("Eksempel", "Example")];
    let rows = levels.map(|level| {
        let (definition, examples) = level.meaning(perspective);
        vec![
            level.number.to_string().into(),
            text::level_label(lang, level).into(),
            definition.into(),
            examples.join("\n").into(),
        ]
    });
    Table { columns: titles(lang, &columns), rows: rows.collect() }
}

/// What would change colour under another method.
#[derive(Debug)]
pub struct PreviewReport<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// Its own method.
    pub own: &'a Method,
    /// The other.
    pub other: &'a Method,
    /// Every activity with a band.
    pub changes: &'a [Change<'a>],
}

impl PreviewReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let source = RiskSource::Direct;
        let side = |score: &Score<'_>| {
            let facts = ScoreFacts::new((&source, score));
            json!({
                "likelihood": facts.likelihood,
                "consequence": facts.consequence,
                "score": facts.score,
                "band": facts.band,
            })
        };
        let changes = self.changes.iter().map(|change| {
            json!({
                "id": change.id.as_str(),
                "title": change.title,
                "changed": differs(change),
                "own": side(&change.own),
                "other": side(&change.other),
            })
        });
        json!({
            "schema": "risiko.method-preview/1",
            "assessment": HeaderFacts::new(self.assessment, self.own),
            "own": self.own.id.as_str(),
            "other": self.other.id.as_str(),
            "activities": changes.collect::<Vec<_>>(),
        })
    }

    /// The document, for people: only what changes, worst first.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        document.heading(text::assessment_title(lang, self.assessment));
        let mut changed: Vec<_> = self.changes.iter().filter(|change| differs(change)).collect();
        changed.sort_by_key(|change| std::cmp::Reverse(change.other.severity()));
        let (count, whole) = (changed.len(), self.changes.len());
        let (own, other) = (&self.own.id, &self.other.id);
        document.paragraph(match lang {
            Lang::Da => format!(
                "{count} af {whole} vurderede aktiviteter får et andet navn eller en anden farve \
                 på risikoniveauet, når de samme tal læses med {other} i stedet for {own}."
            ),
            Lang::En => format!(
                "{count} of {whole} assessed activities get another band name or colour when the \
                 same figures are read through {other} instead of {own}."
            ),
        });
        if changed.is_empty() {
            return document;
        }
        let columns = [
            Column::new(lang.pick("Nr.", "No."), Align::Left),
            Column::new(lang.pick("Aktivitet", "Activity"), Align::Left),
            Column::new(own.as_str(), Align::Left),
            Column::new(other.as_str(), Align::Left),
        ];
        let band = |score: &Score<'_>| {
            let name = text::band(lang, score.band);
            let (l, c) = (score.likelihood, score.consequence);
            let letters = lang.pick(("S", "K"), ("L", "C"));
            let cell = format!("{name} ({}{l} {}{c})", letters.0, letters.1);
            Cell::coloured(cell, score.band.colour)
        };
        let rows = changed.iter().map(|change| {
            vec![
                change.id.as_str().into(),
                change.title.clone().into(),
                band(&change.own),
                band(&change.other),
            ]
        });
        document.table(Table { columns: columns.to_vec(), rows: rows.collect() });
        document
    }
}

fn titles(lang: Lang, columns: &[(&str, &str)]) -> Vec<Column> {
    columns.iter().map(|(da, en)| Column::new(lang.pick(*da, *en), Align::Left)).collect()
}

/// Whether the word or the colour changes; ranks of two methods cannot be compared.
pub(super) fn differs(change: &Change<'_>) -> bool {
    change.own.band.id != change.other.band.id || change.own.band.colour != change.other.band.colour
}
