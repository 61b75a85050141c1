//! What one assessment contributes, small enough to be kept for every municipality.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    ActivityAnswer, ActivityId, Catalogue, Date, Dimension, LevelNumber as _, MeasureId, MethodId,
    MunicipalityCode, Perspective, Status, ThreatId, is_own,
};
use crate::engine::compare::{Common, Reading, Side};
use crate::engine::counterpart::{by_shared_id, plain};
use crate::engine::{Risk, RiskSource, Scope, Score, activity_risk, check, honesty};
use crate::finding::Code;

/// Which measure is meant, so that two municipalities can mean the same one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeasureName {
    /// One of the catalogue, named by its number or title.
    Catalogue(MeasureId),
    /// In the municipality's own words; capitals and blanks aside.
    Own(String),
}

/// Measures with the words that they were named in.
pub(super) type Measures = BTreeMap<MeasureName, String>;

/// A band with what decided it, read through the common method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Rank of the band.
    pub rank: u8,
    /// Level of the deciding likelihood.
    pub likelihood: u8,
    /// Level of the deciding consequence.
    pub consequence: u8,
    /// The activity, in the shared catalogue.
    pub activity: ActivityId,
    /// The threat that decided, or the direct likelihood.
    pub source: RiskSource,
    /// Whose consequence, of which kind, decided.
    pub driver: (Perspective, Dimension),
    /// Why this likelihood, where somebody said so.
    pub likelihood_reason: Option<String>,
    /// Why this consequence, where somebody said so.
    pub consequence_reason: Option<String>,
    /// Measures that exist today.
    pub(super) measures: Measures,
}

impl Point {
    /// What "worse" means: as [`Score::severity`]; the earlier activity on a tie.
    fn order(&self) -> (u8, u8, u8, std::cmp::Reverse<&ActivityId>) {
        (self.rank, self.consequence, self.likelihood, std::cmp::Reverse(&self.activity))
    }

    /// The worse of two, with the measures of both.
    pub(super) fn worse(self, other: Self) -> Self {
        let (mut worse, milder) =
            if self.order() >= other.order() { (self, other) } else { (other, self) };
        for (name, words) in milder.measures {
            worse.measures.entry(name).or_insert(words);
        }
        worse
    }
}

/// How a municipality stands in an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// It has a band.
    Assessed(Box<Point>),
    /// Nobody has given it the figures that a band needs.
    NotAssessed,
    /// The municipality does not have the activity.
    NotApplicable,
    /// A level has no counterpart in the common method, or the activity is split into several.
    NotComparable,
}

/// Figures under one choice of perspectives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Figures {
    pub(super) activities: BTreeMap<ActivityId, Standing>,
    /// The worst that a threat amounts to in the municipality, and the activities in which somebody
    /// rated it.
    pub(super) threats: BTreeMap<ThreatId, (Point, BTreeSet<ActivityId>)>,
}

/// One assessment of one municipality, read through the common method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Code of the municipality.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: String,
    /// Round.
    pub round: String,
    /// The day that the figures hold for.
    pub as_of: Date,
    /// Its own method.
    pub method: MethodId,
    /// Whose consequences it counts, in the order of print.
    pub perspectives: Vec<Perspective>,
    /// Activities of its own that stand in the place of no shared one.
    pub own_activities: usize,
    /// What the pattern of its answers asks, by code: see [`honesty`].
    pub questions: BTreeMap<Code, usize>,
    pub(super) counted: Figures,
    /// For the data subject only; missing where no other perspective is counted.
    pub(super) data_subject: Option<Figures>,
}

/// An assessment that cannot be read through the common method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Code of the municipality.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: String,
    /// Round.
    pub round: String,
    /// Its own method.
    pub from: MethodId,
    /// The common method, which has another number of levels and no declared correspondence.
    pub to: MethodId,
}

impl Member {
    /// Reads an assessment through the common method; only `chosen` activities, where some are.
    ///
    /// # Errors
    /// Nothing tells which level of the one method means which of the other.
    pub fn read(
        side: Side<'_>,
        common: Common<'_>,
        chosen: Option<&BTreeSet<ActivityId>>,
    ) -> Result<Self, LeftOut> {
        let assessment = side.assessment;
        let Some(reading) = Reading::between(side.method, common.method, common.levels) else {
            return Err(LeftOut {
                code: assessment.municipality,
                name: assessment.municipality_name.clone(),
                round: assessment.round.clone(),
                from: side.method.id.clone(),
                to: common.method.id.clone(),
            });
        };
        let answers = answers_by_id(side, chosen);
        let own_activities = answers.keys().filter(|id| is_own(id.as_str())).count();
        let has = |whose: &Perspective| assessment.perspectives.contains(whose);
        let perspectives: Vec<_> = Perspective::ALL.into_iter().filter(has).collect();
        let reader = Reader { side, common, reading, named: named_measures(side.catalogue) };
        let only_subject = [Perspective::DataSubject];
        Ok(Self {
            code: assessment.municipality,
            name: assessment.municipality_name.clone(),
            round: assessment.round.clone(),
            as_of: assessment.as_of,
            method: side.method.id.clone(),
            own_activities,
            questions: questions(side),
            counted: reader.figures(&answers, &perspectives),
            data_subject: (perspectives != only_subject)
                .then(|| reader.figures(&answers, &only_subject)),
            perspectives,
        })
    }

    /// The figures for the perspectives that it counts, or for the data subject only.
    pub(super) fn figures(&self, perspectives: &[Perspective]) -> &Figures {
        match &self.data_subject {
            Some(of_subject) if perspectives != self.perspectives => of_subject,
            _ => &self.counted,
        }
    }
}

/// How often the pattern of the answers asks what: figures alike everywhere, one reason for many
/// activities, nothing but starting figures, not knowing counted as low; and residual risks that are
/// lower without anything being done.
fn questions(side: Side<'_>) -> BTreeMap<Code, usize> {
    let Side { assessment, catalogue, method } = side;
    let pattern = honesty(assessment, catalogue, method, "");
    let checked = check(assessment, catalogue, method, assessment.as_of, "");
    let mut counts = BTreeMap::new();
    let mut count = |code| *counts.entry(code).or_default() += 1;
    pattern.iter().for_each(|finding| count(finding.code()));
    let codes = checked.iter().map(|finding| finding.code());
    codes.filter(|code| *code == Code::ASM103).for_each(&mut count);
    counts
}

/// The answers to each activity of the shared catalogue.
type Answers<'a> = BTreeMap<ActivityId, Vec<&'a ActivityAnswer>>;

fn answers_by_id<'a>(side: Side<'a>, chosen: Option<&BTreeSet<ActivityId>>) -> Answers<'a> {
    let mut answers = Answers::new();
    for (shared, _, answer) in by_shared_id(side) {
        if chosen.is_none_or(|chosen| chosen.contains(&shared)) {
            answers.entry(shared).or_default().push(answer);
        }
    }
    answers
}

/// Measures of the catalogue by the numbers and titles that people name them by.
fn named_measures(catalogue: &Catalogue) -> BTreeMap<String, MeasureId> {
    let shared = catalogue.measures.values().filter(|measure| !is_own(measure.id.as_str()));
    let names = shared.flat_map(|measure| {
        let (id, title) = (measure.id.as_str(), &measure.title);
        let names = [plain(id), plain(title), plain(&format!("{id} {title}"))];
        names.map(|name| (name, measure.id.clone()))
    });
    names.collect()
}

/// Reads the answers of one assessment.
struct Reader<'a> {
    side: Side<'a>,
    common: Common<'a>,
    reading: Reading<'a>,
    named: BTreeMap<String, MeasureId>,
}

impl Reader<'_> {
    fn figures(&self, answers: &Answers<'_>, perspectives: &[Perspective]) -> Figures {
        let mut figures = Figures::default();
        for (id, answers) in answers.iter().filter(|(id, _)| !is_own(id.as_str())) {
            let standing = match answers.as_slice() {
                [answer] => self.standing(id, answer, perspectives, &mut figures.threats),
                _ => Standing::NotComparable,
            };
            figures.activities.insert(id.clone(), standing);
        }
        figures
    }

    fn standing(
        &self,
        id: &ActivityId,
        answer: &ActivityAnswer,
        perspectives: &[Perspective],
        threats: &mut BTreeMap<ThreatId, (Point, BTreeSet<ActivityId>)>,
    ) -> Standing {
        if answer.status == Status::NotApplicable {
            return Standing::NotApplicable;
        }
        let Ok(read) = self.reading.answer(answer) else { return Standing::NotComparable };
        let (catalogue, method) = (self.side.catalogue, self.common.method);
        let risk = activity_risk(&read, Scope { catalogue, method, perspectives });
        for Risk { source, current, .. } in &risk.risks {
            let RiskSource::Threat(threat) = source else { continue };
            if is_own(threat.as_str()) {
                continue;
            }
            let mut point = point(id, answer, source, current);
            point.measures = self.measures(answer.threats.get(threat).map(|t| &t.risk));
            let known = threats.remove(threat);
            let (point, mut rated_in) = match known {
                Some((other, rated_in)) => (point.worse(other), rated_in),
                None => (point, BTreeSet::new()),
            };
            rated_in.insert(id.clone());
            threats.insert(threat.clone(), (point, rated_in));
        }
        let Some((source, score)) = risk.current() else { return Standing::NotAssessed };
        let mut point = point(id, answer, source, score);
        let threats = answer.threats.values().map(|threat| &threat.risk);
        point.measures = self.measures(threats.chain([&answer.direct]));
        Standing::Assessed(Box::new(point))
    }

    fn measures<'r>(
        &self,
        risks: impl IntoIterator<Item = &'r crate::domain::RiskAnswer>,
    ) -> Measures {
        let mut measures = Measures::new();
        for words in risks.into_iter().flat_map(|risk| &risk.measures) {
            let name = plain(words);
            let name = match self.named.get(&name) {
                Some(id) => MeasureName::Catalogue(id.clone()),
                None => MeasureName::Own(name),
            };
            measures.entry(name).or_insert_with(|| words.clone());
        }
        measures
    }
}

/// The point of a score, without measures yet.
fn point(
    id: &ActivityId,
    answer: &ActivityAnswer,
    source: &RiskSource,
    score: &Score<'_>,
) -> Point {
    let likelihood_reason = match source {
        RiskSource::Direct => answer.direct.reason.clone(),
        RiskSource::Threat(threat) => {
            answer.threats.get(threat).and_then(|threat| threat.risk.reason.clone())
        }
    };
    let figure = answer.consequences.figures.get(&score.driver);
    Point {
        rank: score.band.rank,
        likelihood: score.likelihood.number(),
        consequence: score.consequence.number(),
        activity: id.clone(),
        source: source.clone(),
        driver: score.driver,
        likelihood_reason,
        consequence_reason: figure.and_then(|figure| figure.reason.clone()),
        measures: Measures::new(),
    }
}
