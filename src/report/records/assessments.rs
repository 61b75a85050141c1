//! Rows of `list`, `show`, `matrix` and `upgrade`.

use super::{Records, number, text};
use crate::domain::{ActivityId, LevelNumber as _};
use crate::engine::{OverviewRow, RiskLine, RiskSource, Score};
use crate::exchange::show_action;
use crate::report::{ListReport, MatrixReport, ShowReport, UpgradeReport};
use crate::text::workbook::{headers, labels};
use crate::text::{self as words, Lang};

/// Likelihood, consequence, product and band of a score; empty where there is none.
fn figures(lang: Lang, score: Option<&Score<'_>>) -> [String; 4] {
    [
        number(score.map(|score| score.likelihood.number())),
        number(score.map(|score| score.consequence.number())),
        number(score.map(Score::product)),
        text(score.map(|score| words::band(lang, score.band))),
    ]
}

/// Whose consequence of which kind; empty where nothing is rated.
fn pair(lang: Lang, score: Option<&Score<'_>>) -> String {
    score.map_or_else(String::new, |score| {
        let (whose, kind) = score.driver;
        format!("{}, {}", words::dimension(lang, kind), words::perspective(lang, whose))
    })
}

impl ListReport<'_> {
    /// The rows, for `--format csv`.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            headers::ACTIVITY_ID,
            headers::TITLE,
            headers::AREA,
            headers::STATUS,
            headers::OWNER,
            headers::DECIDING_LIKELIHOOD,
            headers::DECIDING_CONSEQUENCE,
            headers::SCORE,
            headers::BAND,
            headers::DRIVER_THREAT,
            headers::DRIVER_PAIR,
            headers::RESIDUAL_DECIDING_LIKELIHOOD,
            headers::RESIDUAL_DECIDING_CONSEQUENCE,
            headers::RESIDUAL_SCORE,
            headers::RESIDUAL_BAND,
        ];
        let mut header: Vec<&str> = header.map(|header| header.pick(lang)).into();
        if self.has_acceptances() {
            header.extend([
                lang.pick("Accepteret af", "Accepted by"),
                lang.pick("Accepteret til og med", "Accepted until"),
                lang.pick("Accepten gælder", "Acceptance holds"),
            ]);
        }
        let rows = self.rows.iter().map(|row| self.record(lang, row));
        Records::new(header).with(rows)
    }

    fn record(&self, lang: Lang, row: &OverviewRow<'_>) -> Vec<String> {
        let area = row.activity.and_then(|activity| self.catalogue.area(&activity.area));
        let current = row.risk.current();
        let score = current.map(|(_, score)| score);
        let source = current.map(|(source, _)| match source {
            RiskSource::Direct => labels::DIRECT.pick(lang),
            RiskSource::Threat(id) => id.as_str(),
        });
        let about = [
            row.id.to_string(),
            row.title().to_owned(),
            text(area.map(|area| lang.pick(&area.label, &area.label_en).as_str())),
            words::status(lang, row.answer.status).to_owned(),
            text(row.answer.owner.as_deref()),
        ];
        let decided = [text(source), pair(lang, score)];
        let residual = figures(lang, row.risk.residual().map(|(_, score)| score));
        let mut record = [&about[..], &figures(lang, score), &decided, &residual].concat();
        if self.has_acceptances() {
            let accepted = self.acceptance(row);
            let accepted = accepted.as_ref();
            let holds = accepted.and_then(|accepted| accepted.unchanged);
            record.extend([
                text(accepted.map(|accepted| accepted.by.as_str())),
                text(accepted.and_then(|accepted| accepted.until.as_deref())),
                text(holds.map(|holds| match holds {
                    true => labels::YES.pick(lang),
                    false => lang.pick("nej, ændret siden", "no, changed since"),
                })),
            ]);
        }
        record
    }
}

impl ShowReport<'_> {
    /// The rows, for `--format csv`: one per threat, and one for the activity's own likelihood.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            headers::ACTIVITY_ID.pick(lang),
            headers::THREAT_ID.pick(lang),
            headers::THREAT_TITLE.pick(lang),
            headers::NOT_RELEVANT.pick(lang),
            headers::LIKELIHOOD.pick(lang),
            headers::LIKELIHOOD_REASON.pick(lang),
            headers::CONSEQUENCE_MET.pick(lang),
            headers::SCORE.pick(lang),
            headers::BAND.pick(lang),
            lang.pick("Afgør risikoniveauet", "Decides the band"),
            headers::MEASURES.pick(lang),
            headers::TREATMENT.pick(lang),
            headers::ACTIONS.pick(lang),
            headers::RESIDUAL_LIKELIHOOD.pick(lang),
            headers::RESIDUAL_CONSEQUENCE.pick(lang),
            headers::RESIDUAL_SCORE.pick(lang),
            headers::RESIDUAL_BAND.pick(lang),
        ];
        let rows = self.explanation.lines.iter().map(|line| self.record(lang, line));
        Records::new(header).with(rows)
    }

    fn record(&self, lang: Lang, line: &RiskLine<'_>) -> Vec<String> {
        let (threat, title) = match &line.source {
            RiskSource::Direct => ("", labels::DIRECT.pick(lang)),
            RiskSource::Threat(id) => {
                let threat = self.catalogue.threats.get(id);
                (id.as_str(), threat.map_or("", |threat| threat.title.as_str()))
            }
        };
        let answer = line.answer;
        let risk = line.risk.as_ref();
        let actions = answer.actions.iter().map(show_action);
        let [_, consequence, product, band] = figures(lang, risk.map(|risk| &risk.current));
        let mut record = vec![
            self.id.to_string(),
            threat.to_owned(),
            title.to_owned(),
            text(line.not_relevant),
            number(answer.likelihood.rated().map(|level| level.number())),
            text(answer.reason.as_deref()),
            consequence,
            product,
            band,
            text(line.decides.then(|| labels::YES.pick(lang))),
            answer.measures.join("\n"),
            text(answer.treatment.map(|treatment| words::treatment(lang, treatment))),
            actions.collect::<Vec<_>>().join("\n"),
        ];
        record.extend(figures(lang, risk.map(|risk| &risk.residual)));
        record
    }
}

impl MatrixReport<'_> {
    /// The rows, for `--format csv`: every cell of every picture, also the empty ones.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            lang.pick("Billede", "Picture"),
            lang.pick("Konsekvens", "Consequence"),
            lang.pick("Sandsynlighed", "Likelihood"),
            headers::BAND.pick(lang),
            lang.pick("Antal", "Count"),
            lang.pick("Aktiviteter", "Activities"),
        ];
        let mut records = Records::new(header);
        for (point, picture) in &self.pictures {
            records = records.with(self.method.cells().map(|(likelihood, consequence, band)| {
                let ids = picture.cells.get(&(consequence, likelihood));
                let ids: Vec<&str> =
                    ids.into_iter().flatten().map(|id| ActivityId::as_str(id)).collect();
                vec![
                    words::risk_point(lang, *point).to_owned(),
                    consequence.to_string(),
                    likelihood.to_string(),
                    words::band(lang, band).to_owned(),
                    ids.len().to_string(),
                    ids.join(" "),
                ]
            }));
        }
        records
    }
}

impl UpgradeReport<'_> {
    /// The rows, for `--format csv`: every reason to look at an answer, and every new activity.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            headers::ACTIVITY_ID.pick(lang),
            headers::TITLE.pick(lang),
            lang.pick("Hvad der er nyt", "What is new"),
        ];
        let row = |id: &ActivityId, what: String| {
            let activity = self.catalogue.activities.get(id);
            vec![id.to_string(), text(activity.map(|a| a.title.as_str())), what]
        };
        let looks = self.upgrade.to_look_at.iter().flat_map(|entry| {
            entry.reasons.iter().map(|look| row(&entry.activity, words::look(lang, look)))
        });
        let new = lang.pick("ny aktivitet", "new activity");
        let added = self.upgrade.added.iter().map(|id| row(id, new.to_owned()));
        Records::new(header).with(looks).with(added)
    }
}
