//! `show`: one activity, with everything behind its band.

use serde_json::{Value, json};

use super::accepted::{self, AcceptanceFacts};
use super::document::{Align, Cell, Column, Document, Table};
use super::facts::{BandFacts, HeaderFacts, ScoreFacts};
use crate::domain::{
    Activity, ActivityAnswer, ActivityId, Assessment, Catalogue, LevelNumber, Likelihood, Method,
    Perspective, Rating, Status, Threat, Treatment,
};
use crate::engine::{
    ConsequenceInput, Explanation, Input, Move, RiskLine, RiskSource, Scope, Score, consequence_met,
};
use crate::text::{self, Lang};

/// What `show` explains.
#[derive(Debug)]
pub struct ShowReport<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// For titles.
    pub catalogue: &'a Catalogue,
    /// The method that gives the bands.
    pub method: &'a Method,
    /// The activity's id.
    pub id: &'a ActivityId,
    /// Its answer.
    pub answer: &'a ActivityAnswer,
    /// Why it stands where it stands.
    pub explanation: Explanation<'a>,
}

impl ShowReport<'_> {
    fn activity(&self) -> Option<&Activity> {
        self.catalogue.activities.get(self.id)
    }

    fn acceptance(&self) -> Option<AcceptanceFacts> {
        AcceptanceFacts::of(self.answer, self.assessment, self.catalogue, self.method)
    }

    fn threat(&self, source: &RiskSource) -> Option<&Threat> {
        match source {
            RiskSource::Direct => None,
            RiskSource::Threat(id) => self.catalogue.threats.get(id),
        }
    }

    fn starting_level(&self, input: &ConsequenceInput<'_>) -> Option<u8> {
        let starting = self.activity()?.starting.as_ref()?;
        (input.perspective == Perspective::DataSubject)
            .then(|| starting.levels.get(&input.dimension).copied())?
    }

    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let explanation = &self.explanation;
        let consequences = explanation.consequences.iter().map(|input| {
            json!({
                "perspective": input.perspective.key(),
                "dimension": input.dimension.key(),
                "level": input.figure.rating.rated().map(LevelNumber::number),
                "not-applicable": input.figure.rating == Rating::NotApplicable,
                "origin": input.figure.origin.key(),
                "starting-level": self.starting_level(input),
                "reason": input.figure.reason,
                "counts": input.counts,
            })
        });
        let risks = explanation.lines.iter().map(|line| self.line_facts(line));
        let moves = explanation.moves.iter().map(|found| {
            json!({
                "input": input_facts(&found.input),
                "from": found.from,
                "to": found.to,
                "band": BandFacts::from(found.band),
            })
        });
        json!({
            "schema": "risiko.show/1",
            "assessment": HeaderFacts::new(self.assessment, self.method),
            "id": self.id.as_str(),
            "title": self.activity().map(|activity| &activity.title),
            "status": self.answer.status.key(),
            "status-reason": self.answer.status_reason,
            "owner": self.answer.owner,
            "note": self.answer.note,
            "acceptance": self.acceptance(),
            "current": explanation.risk.current().map(ScoreFacts::new),
            "residual": explanation.risk.residual().map(ScoreFacts::new),
            "consequences": consequences.collect::<Vec<_>>(),
            "risks": risks.collect::<Vec<_>>(),
            "moves": moves.collect::<Vec<_>>(),
        })
    }

    fn line_facts(&self, line: &RiskLine<'_>) -> Value {
        let treatment = line.answer.treatment;
        let actions = line.answer.actions.iter().map(|action| {
            json!({
                "what": action.what,
                "owner": action.owner,
                "deadline": action.deadline.map(|date| date.to_string()),
            })
        });
        json!({
            "threat": match &line.source {
                RiskSource::Direct => None,
                RiskSource::Threat(id) => Some(id.as_str()),
            },
            "title": self.threat(&line.source).map(|threat| &threat.title),
            "likelihood": line.answer.likelihood.rated().map(LevelNumber::number),
            "reason": line.answer.reason,
            "not-relevant": line.not_relevant,
            "measures": line.answer.measures,
            "treatment": treatment.map(Treatment::key),
            "actions": actions.collect::<Vec<_>>(),
            "current": line.risk.as_ref().map(|r| ScoreFacts::new((&r.source, &r.current))),
            "residual": line.risk.as_ref().map(|r| ScoreFacts::new((&r.source, &r.residual))),
            "decides": line.decides,
        })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        let title = self.activity().map_or("", |activity| activity.title.as_str());
        document.heading(format!("{} {title}", self.id));
        self.about(lang, &mut document);
        self.result(lang, &mut document);
        if !self.explanation.consequences.is_empty() {
            document.heading(lang.pick("Konsekvens", "Consequence"));
            document.table(self.consequence_table(lang));
            document.list(self.consequence_reasons(lang));
        }
        if !self.explanation.lines.is_empty() {
            document.heading(lang.pick("Sandsynlighed og håndtering", "Likelihood and treatment"));
            document.table(self.risk_table(lang));
        }
        self.details(lang, &mut document);
        if !self.explanation.moves.is_empty() {
            document.heading(
                lang.pick("Hvad ville flytte risikoniveauet?", "What would move the band?"),
            );
            let moves = &self.explanation.moves;
            document.list(moves.iter().map(|found| self.move_text(lang, found)).collect());
        } else if self.explanation.risk.current().is_some() {
            document.paragraph(lang.pick(
                "Intet enkelt tal kan alene flytte risikoniveauet.",
                "No single figure can move the band on its own.",
            ));
        }
        self.suggestions(lang, &mut document);
        document
    }

    fn about(&self, lang: Lang, document: &mut Document) {
        let answer = self.answer;
        if let Some(activity) = self.activity() {
            document.paragraph(activity.description.clone());
        }
        let area = self.activity().and_then(|activity| self.catalogue.area(&activity.area));
        let mut lines = vec![text::assessment_title(lang, self.assessment)];
        if let Some(area) = area {
            let name = lang.pick(&area.label, &area.label_en);
            lines.push(format!("{}: {name}", lang.pick("Område", "Area")));
        }
        lines.push(format!("Status: {}", text::status(lang, answer.status)));
        let facts = [
            (("Begrundelse", "Reason"), answer.status_reason.clone()),
            (("Ansvarlig", "Owner"), answer.owner.clone()),
            (("Note", "Note"), answer.note.clone()),
            (("Vurderet af", "Assessed by"), answer.assessed.by.clone()),
            (("Vurderet den", "Assessed on"), answer.assessed.on.map(|d| text::date(lang, d))),
            (("Næste gennemgang", "Next review"), answer.review_by.map(|d| text::date(lang, d))),
        ];
        let accepted = self.acceptance();
        let accepted = accepted.and_then(|facts| accepted::line(lang, answer, &facts));
        let accepted = [(("Accepteret af", "Accepted by"), accepted)];
        for ((da, en), value) in facts.into_iter().chain(accepted) {
            lines.extend(value.map(|value| format!("{}: {value}", lang.pick(da, en))));
        }
        lines.extend(answer.systems.iter().map(|system| text::system(lang, system)));
        document.list(lines);
    }

    fn result(&self, lang: Lang, document: &mut Document) {
        let risk = &self.explanation.risk;
        let Some((source, score)) = risk.current() else {
            let text = match self.answer.status {
                Status::NotApplicable => lang.pick(
                    "Ingen risiko: kommunen har ikke denne aktivitet.",
                    "No risk: the municipality does not have this activity.",
                ),
                _ => lang.pick(
                    "Ikke vurderet: der mangler en sandsynlighed eller en konsekvens. \
                     Det er ikke det samme som lav risiko.",
                    "Not assessed: a likelihood or a consequence is missing. \
                     That is not the same as low risk.",
                ),
            };
            document.paragraph(text);
            return;
        };
        document.heading(lang.pick("Resultat", "Result"));
        document.table(self.result_table(
            lang,
            &[
                (lang.pick("Nuværende risiko", "Current risk"), risk.current()),
                (lang.pick("Restrisiko", "Residual risk"), risk.residual()),
            ],
        ));
        document.paragraph(text::why_this_band(
            lang,
            self.method,
            (source, self.threat(source)),
            score,
        ));
    }

    fn result_table(
        &self,
        lang: Lang,
        rows: &[(&str, Option<(&RiskSource, &Score<'_>)>)],
    ) -> Table {
        let columns = [
            ("Hvornår", "When", Align::Left),
            ("Sandsynlighed", "Likelihood", Align::Left),
            ("Konsekvens", "Consequence", Align::Left),
            ("Score", "Score", Align::Right),
            ("Risikoniveau", "Band", Align::Left),
            ("Afgøres af", "Driven by", Align::Left),
        ];
        let rows = rows.iter().filter_map(|(name, deciding)| {
            let (source, score) = (*deciding)?;
            Some(vec![
                (*name).into(),
                text::likelihood(lang, self.method, score.likelihood).into(),
                text::consequence(lang, self.method, score.consequence).into(),
                score.product().to_string().into(),
                Cell::coloured(text::band(lang, score.band), score.band.colour),
                super::list::driver_text(lang, source, score).into(),
            ])
        });
        Table { columns: titles(lang, &columns), rows: rows.collect() }
    }

    fn consequence_table(&self, lang: Lang) -> Table {
        let columns = [
            ("Hvem", "Whose", Align::Left),
            ("Hvad", "What", Align::Left),
            ("Niveau", "Level", Align::Left),
            ("Udgangsværdi", "Starting value", Align::Right),
            ("Kilde", "Origin", Align::Left),
        ];
        let rows = self.explanation.consequences.iter().map(|input| {
            let level = match input.figure.rating {
                Rating::Rated(level) => text::consequence(lang, self.method, level),
                Rating::NotRated => text::not_rated(lang).to_owned(),
                Rating::NotApplicable => text::status(lang, Status::NotApplicable).to_owned(),
            };
            let out_of_scope = lang.pick(" (tæller ikke med)", " (does not count)");
            let level = if input.counts { level } else { format!("{level}{out_of_scope}") };
            let starting = self.starting_level(input);
            vec![
                text::perspective(lang, input.perspective).into(),
                text::dimension(lang, input.dimension).into(),
                level.into(),
                starting.map_or_else(|| "–".to_owned(), |level| level.to_string()).into(),
                text::origin(lang, input.figure.origin).into(),
            ]
        });
        Table { columns: titles(lang, &columns), rows: rows.collect() }
    }

    /// Each reason once, with the figures that it argues for. A figure that stands at its starting
    /// value without a reason of its own has the catalogue's.
    fn consequence_reasons(&self, lang: Lang) -> Vec<String> {
        let starting = self.activity().and_then(|activity| activity.starting.as_ref());
        let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
        for input in &self.explanation.consequences {
            let level = input.figure.rating.rated().map(LevelNumber::number);
            let unchanged = level.is_some() && self.starting_level(input) == level;
            let reason = match (&input.figure.reason, starting.filter(|_| unchanged)) {
                (Some(reason), _) => reason.clone(),
                (None, Some(starting)) => {
                    let name = lang.pick("katalogets begrundelse", "the catalogue's reason");
                    format!("{} ({name})", starting.reason)
                }
                (None, None) => lang.pick("ingen begrundelse", "no reason given").to_owned(),
            };
            let figure = match input.perspective {
                Perspective::DataSubject => text::dimension(lang, input.dimension).to_owned(),
                other => format!(
                    "{} ({})",
                    text::dimension(lang, input.dimension),
                    text::perspective(lang, other)
                ),
            };
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, figures)) => figures.push(figure),
                None => reasons.push((reason, vec![figure])),
            }
        }
        let lines = reasons
            .into_iter()
            .map(|(reason, figures)| format!("{}: {reason}", figures.join(", ")));
        lines.collect()
    }

    fn risk_table(&self, lang: Lang) -> Table {
        let columns = [
            ("Trussel", "Threat", Align::Left),
            ("Sandsynlighed", "Likelihood", Align::Left),
            ("K", "C", Align::Right),
            ("Risikoniveau", "Band", Align::Left),
            ("Restrisiko", "Residual", Align::Left),
            ("Håndtering", "Treatment", Align::Left),
        ];
        let rows = self.explanation.lines.iter().map(|line| self.risk_row(lang, line));
        Table { columns: titles(lang, &columns), rows: rows.collect() }
    }

    fn risk_row(&self, lang: Lang, line: &RiskLine<'_>) -> Vec<Cell> {
        let mut name = match &line.source {
            RiskSource::Direct => lang.pick("Direkte", "Direct").to_owned(),
            RiskSource::Threat(id) => {
                format!("{id} {}", self.threat(&line.source).map_or("", |t| t.title.as_str()))
            }
        };
        if line.decides {
            name.insert_str(0, "► ");
        }
        let likelihood = |level: Likelihood| text::likelihood(lang, self.method, level);
        let likelihood = match (line.not_relevant, line.answer.likelihood.rated()) {
            (Some(_), _) => text::status(lang, Status::NotApplicable).to_owned(),
            (None, Some(level)) => likelihood(level),
            (None, None) => text::not_rated(lang).to_owned(),
        };
        let band = |score: Option<&Score<'_>>| {
            score.map_or_else(
                || Cell::from("–"),
                |score| Cell::coloured(text::band(lang, score.band), score.band.colour),
            )
        };
        let consequence = line.risk.as_ref().map(|risk| risk.current.consequence.to_string());
        vec![
            Cell { text: name, emphasis: line.decides, ..Cell::default() },
            likelihood.into(),
            consequence.unwrap_or_else(|| "–".to_owned()).into(),
            band(line.risk.as_ref().map(|risk| &risk.current)),
            band(line.risk.as_ref().map(|risk| &risk.residual)),
            line.answer.treatment.map_or("–", |t| text::treatment(lang, t)).into(),
        ]
    }

    /// Reasons, measures and actions, which are too long for the table.
    fn details(&self, lang: Lang, document: &mut Document) {
        let mut lines = Vec::new();
        for line in &self.explanation.lines {
            let source = match &line.source {
                RiskSource::Direct => lang.pick("direkte", "direct").to_owned(),
                RiskSource::Threat(id) => id.to_string(),
            };
            let reason = line.not_relevant.or(line.answer.reason.as_deref());
            lines.extend(reason.map(|reason| {
                format!("{source} – {}: {reason}", lang.pick("begrundelse", "reason"))
            }));
            let measures = line.answer.measures.iter().map(|measure| {
                format!("{source} – {}: {measure}", lang.pick("foranstaltning", "measure"))
            });
            lines.extend(measures);
            let actions = line
                .answer
                .actions
                .iter()
                .map(|action| format!("{source} – {}", text::action(lang, action)));
            lines.extend(actions);
        }
        if !lines.is_empty() {
            document.heading(lang.pick(
                "Begrundelser, foranstaltninger og handlinger",
                "Reasons, measures and actions",
            ));
            document.list(lines);
        }
    }

    fn move_text(&self, lang: Lang, found: &Move<'_>) -> String {
        let what = match &found.input {
            Input::Likelihood(RiskSource::Direct) => {
                lang.pick("den direkte sandsynlighed", "the direct likelihood").to_owned()
            }
            Input::Likelihood(RiskSource::Threat(id)) => {
                format!("{} {id}", lang.pick("sandsynligheden for", "the likelihood of"))
            }
            Input::Consequence(perspective, dimension) => format!(
                "{} {} ({})",
                lang.pick("konsekvensen for", "the consequence for"),
                text::dimension(lang, *dimension),
                text::perspective(lang, *perspective)
            ),
        };
        let band = text::band(lang, found.band);
        let (from, to) = (found.from, found.to);
        match lang {
            Lang::Da => format!("{what}: fra {from} til {to} giver {band}"),
            Lang::En => format!("{what}: from {from} to {to} gives {band}"),
        }
    }

    /// Threats that the catalogue offers here and that nobody has answered.
    fn suggestions(&self, lang: Lang, document: &mut Document) {
        let Some(activity) = self.activity().filter(|a| a.retired.is_none()) else { return };
        if self.answer.status == Status::NotApplicable {
            return;
        }
        let scope = Scope {
            catalogue: self.catalogue,
            method: self.method,
            perspectives: &self.assessment.perspectives,
        };
        let open: Vec<String> = self
            .catalogue
            .suggested_threats(activity)
            .filter(|threat| !self.answer.threats.contains_key(&threat.id))
            .map(|threat| {
                let met = consequence_met(self.answer, &threat.id, scope);
                let met = met.map_or_else(String::new, |(level, _)| {
                    let name = lang.pick("konsekvens", "consequence");
                    format!(" ({name} {level})")
                });
                format!("{} {}{met}", threat.id, threat.title)
            })
            .collect();
        if !open.is_empty() {
            document.heading(lang.pick(
                "Foreslåede trusler, der ikke er taget stilling til",
                "Suggested threats not yet considered",
            ));
            document.list(open);
        }
    }
}

fn titles(lang: Lang, columns: &[(&str, &str, Align)]) -> Vec<Column> {
    columns.iter().map(|(da, en, align)| Column::new(lang.pick(*da, *en), *align)).collect()
}

fn input_facts(input: &Input) -> Value {
    match input {
        Input::Likelihood(RiskSource::Direct) => json!({ "likelihood": null }),
        Input::Likelihood(RiskSource::Threat(id)) => json!({ "likelihood": id.as_str() }),
        Input::Consequence(perspective, dimension) => {
            json!({ "consequence": { "perspective": perspective.key(), "dimension": dimension.key() } })
        }
    }
}
