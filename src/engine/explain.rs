//! Why an activity stands where it stands, and what would move it.

use super::score::{highest_consequence, threat_hits};
use super::{ActivityRisk, Risk, RiskSource, Scope, activity_risk};
use crate::domain::{
    ActivityAnswer, Band, ConsequenceFigure, Dimension, LevelNumber, Perspective, Rating,
    RiskAnswer, ThreatAnswer, ThreatId,
};

/// A consequence figure as it enters the score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsequenceInput<'a> {
    /// Whose.
    pub perspective: Perspective,
    /// Of which kind.
    pub dimension: Dimension,
    /// Level, origin and reason.
    pub figure: &'a ConsequenceFigure,
    /// Whether the perspective is in scope; a figure out of scope is shown and does not count.
    pub counts: bool,
}

/// One threat, or the direct likelihood, with what it was given and what came of it.
#[derive(Debug, Clone)]
pub struct RiskLine<'a> {
    /// Where it comes from.
    pub source: RiskSource,
    /// What was answered.
    pub answer: &'a RiskAnswer,
    /// Why the threat does not arise here.
    pub not_relevant: Option<&'a str>,
    /// Missing: the threat is not rated, or direct figures are set aside by rated threats.
    pub risk: Option<Risk<'a>>,
    /// Whether it decides today's band.
    pub decides: bool,
}

/// An input that a different figure could be given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// Likelihood of a threat or the direct one.
    Likelihood(RiskSource),
    /// A consequence figure.
    Consequence(Perspective, Dimension),
}

/// The smallest change of one figure that moves the activity to another band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move<'a> {
    /// Which figure.
    pub input: Input,
    /// Its level today.
    pub from: u8,
    /// The level that would move the band.
    pub to: u8,
    /// The band that the activity would then have.
    pub band: &'a Band,
}

/// Everything behind an activity's band.
#[derive(Debug, Clone)]
pub struct Explanation<'a> {
    /// Figures in the order of print.
    pub consequences: Vec<ConsequenceInput<'a>>,
    /// Direct figures first, then threats by id.
    pub lines: Vec<RiskLine<'a>>,
    /// Scored.
    pub risk: ActivityRisk<'a>,
    /// What would raise or lower the band: the smallest changes of a single figure.
    pub moves: Vec<Move<'a>>,
}

/// Explains one activity.
#[must_use]
pub fn explain<'a>(answer: &'a ActivityAnswer, scope: Scope<'a>) -> Explanation<'a> {
    let risk = activity_risk(answer, scope);
    let consequences = answer.consequences.figures.iter().map(|(pair, figure)| ConsequenceInput {
        perspective: pair.0,
        dimension: pair.1,
        figure,
        counts: scope.perspectives.contains(&pair.0),
    });
    Explanation {
        consequences: consequences.collect(),
        lines: lines(answer, &risk),
        moves: moves(answer, &risk, scope),
        risk,
    }
}

fn lines<'a>(answer: &'a ActivityAnswer, risk: &ActivityRisk<'a>) -> Vec<RiskLine<'a>> {
    let deciding = risk.current().map(|(source, _)| source);
    let line = |source: RiskSource, answer, not_relevant| RiskLine {
        risk: risk.risks.iter().find(|risk| risk.source == source).cloned(),
        decides: deciding == Some(&source),
        source,
        answer,
        not_relevant,
    };
    let direct = (answer.direct != RiskAnswer::default())
        .then(|| line(RiskSource::Direct, &answer.direct, None));
    let threats = answer.threats.iter().map(|(id, threat): (&ThreatId, &ThreatAnswer)| {
        line(RiskSource::Threat(id.clone()), &threat.risk, threat.not_relevant.as_deref())
    });
    direct.into_iter().chain(threats).collect()
}

/// Tries every level of every figure and keeps, per figure and direction, the nearest that changes
/// the activity's band.
fn moves<'a>(answer: &ActivityAnswer, risk: &ActivityRisk<'a>, scope: Scope<'a>) -> Vec<Move<'a>> {
    let Some((_, today)) = risk.current() else { return Vec::new() };
    let mut found = Vec::new();
    for (input, from) in inputs(answer, risk, scope) {
        let top = match input {
            Input::Likelihood(_) => scope.method.likelihood.top_number(),
            Input::Consequence(..) => scope.method.consequence.top_number(),
        };
        let moved = |to: u8| {
            let changed = with_level(answer, &input, to, scope)?;
            let (_, score) =
                activity_risk(&changed, scope).current().map(|(s, c)| (s.clone(), c.clone()))?;
            (score.band.rank != today.band.rank).then_some((to, score.band))
        };
        let lower = (1..from).rev().find_map(moved);
        let higher = (from + 1..=top).find_map(moved);
        for (to, band) in [lower, higher].into_iter().flatten() {
            found.push(Move { input: input.clone(), from, to, band });
        }
    }
    found.sort_by(|a, b| {
        let key = |m: &Move<'_>| (m.to > m.from, m.from.abs_diff(m.to), m.input.clone());
        key(a).cmp(&key(b))
    });
    found
}

/// The figures that have a say: rated likelihoods, and consequences that some risk can meet.
fn inputs(answer: &ActivityAnswer, risk: &ActivityRisk<'_>, scope: Scope<'_>) -> Vec<(Input, u8)> {
    let likelihoods = risk
        .risks
        .iter()
        .map(|risk| (Input::Likelihood(risk.source.clone()), risk.current.likelihood.number()));
    let meets = |pair| {
        risk.risks.iter().any(|risk| match &risk.source {
            RiskSource::Direct => true,
            RiskSource::Threat(id) => threat_hits(scope.catalogue.threats.get(id), pair),
        })
    };
    let consequences = answer
        .consequences
        .figures
        .iter()
        .filter(|(pair, _)| scope.perspectives.contains(&pair.0) && meets(**pair))
        .filter_map(|(pair, figure)| {
            Some((Input::Consequence(pair.0, pair.1), figure.rating.rated()?.number()))
        });
    likelihoods.chain(consequences).collect()
}

fn with_level(
    answer: &ActivityAnswer,
    input: &Input,
    level: u8,
    scope: Scope<'_>,
) -> Option<ActivityAnswer> {
    let mut changed = answer.clone();
    match input {
        Input::Likelihood(source) => {
            let likelihood = Rating::Rated(scope.method.likelihood.level(level)?);
            match source {
                RiskSource::Direct => changed.direct.likelihood = likelihood,
                RiskSource::Threat(id) => {
                    changed.threats.get_mut(id)?.risk.likelihood = likelihood;
                }
            }
        }
        Input::Consequence(perspective, dimension) => {
            let figure = changed.consequences.figures.get_mut(&(*perspective, *dimension))?;
            figure.rating = Rating::Rated(scope.method.consequence.level(level)?);
        }
    }
    Some(changed)
}

/// The consequence that a threat meets in an activity, and what decided it.
///
/// Used where a threat has no likelihood yet and the reader asks what it would count with.
#[must_use]
pub fn consequence_met(
    answer: &ActivityAnswer,
    threat: &ThreatId,
    scope: Scope<'_>,
) -> Option<(crate::domain::Consequence, (Perspective, Dimension))> {
    let threat = scope.catalogue.threats.get(threat);
    highest_consequence(answer, scope.perspectives, |pair| threat_hits(threat, pair))
}
