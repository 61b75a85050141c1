//! A comparison as JSON: `risiko.diff/1`.

use serde_json::{Value, json};

use super::DiffReport;
use crate::domain::{ActivityId, Origin, Perspective};
use crate::engine::RiskSource;
use crate::engine::compare::{
    Carried, Class, Difference, Figure, FigureDifference, Given, Missing, Movement, Reason, Side,
    SideName, Stand, Step, Summary, Yardstick,
};
use crate::finding::Axis;
use crate::report::AcceptanceFacts;
use crate::report::facts::{HeaderFacts, ScoreFacts};

impl DiffReport<'_> {
    pub(super) fn as_json(&self) -> Value {
        let comparison = self.comparison;
        let header = |side: Side<'_>| HeaderFacts::new(side.assessment, side.method);
        let perspectives: Vec<&str> =
            comparison.perspectives.iter().map(|whose| Perspective::key(*whose)).collect();
        let differences: Vec<Value> =
            self.shown.iter().map(|difference| self.difference(difference)).collect();
        let carried: Vec<Value> = comparison
            .carried
            .iter()
            .map(|Carried { id, rounds }| json!({"id": id.as_str(), "rounds": rounds}))
            .collect();
        json!({
            "schema": "risiko.diff/1",
            "left": header(comparison.left),
            "right": header(comparison.right),
            "method": comparison.method.id.as_str(),
            "method-version": comparison.method.version,
            "perspectives": perspectives,
            "rounds": comparison.is_rounds,
            "summary": summary(comparison.summary),
            "differences": differences,
            "carried": carried,
            "other-texts": ids(&comparison.other_texts),
        })
    }

    fn difference(&self, difference: &Difference<'_>) -> Value {
        let activity = self.activity(difference);
        let (class, reason) = class(&difference.class);
        let figures: Vec<Value> = difference.figures.iter().map(figure_difference).collect();
        let steps = |steps: &Option<Vec<Step>>| {
            steps.as_ref().map(|steps| steps.iter().map(step).collect::<Vec<_>>())
        };
        json!({
            "id": difference.id.as_str(),
            "title": activity.map(|activity| &activity.title),
            "area": activity.map(|activity| activity.area.as_str()),
            "class": class,
            "reason": reason,
            "movement": difference.movement.map(movement),
            "steps": difference.steps,
            "left": difference.left.as_ref().map(|of| stand(of, self.comparison.left)),
            "right": difference.right.as_ref().map(|of| stand(of, self.comparison.right)),
            "figures": figures,
            "measures": {
                "left": difference.measures.left,
                "right": difference.measures.right,
            },
            "agree": {
                "left": steps(&difference.agree.left),
                "right": steps(&difference.agree.right),
            },
        })
    }
}

fn ids(ids: &[ActivityId]) -> Vec<&str> {
    ids.iter().map(ActivityId::as_str).collect()
}

fn summary(summary: Summary) -> Value {
    json!({
        "of": summary.of,
        "agree": summary.agree,
        "judgement": summary.judgement,
        "judgement-same-band": summary.judgement_same_band,
        "scale-only": summary.scale_only,
        "coverage": summary.coverage,
        "catalogue": summary.catalogue,
        "not-comparable": summary.not_comparable,
        "neither": summary.neither,
        "raised": summary.raised,
        "lowered": summary.lowered,
    })
}

fn stand(stand: &Stand<'_>, side: Side<'_>) -> Value {
    let Side { assessment, catalogue, method } = side;
    let read = stand.read.as_ref();
    json!({
        "id": stand.id.as_str(),
        "status": stand.answer.status.key(),
        "current": stand.own.current().map(ScoreFacts::new),
        "acceptance": AcceptanceFacts::of(stand.answer, assessment, catalogue, method),
        "residual": stand.own.residual().map(ScoreFacts::new),
        "common": read.and_then(|risk| risk.current()).map(ScoreFacts::new),
        "common-residual": read.and_then(|risk| risk.residual()).map(ScoreFacts::new),
    })
}

/// The key of a class, with what else it says.
fn class(class: &Class) -> (&'static str, Value) {
    let side = |name: &SideName| match name {
        SideName::Left => "left",
        SideName::Right => "right",
    };
    match class {
        Class::Judgement => ("judgement", Value::Null),
        Class::ScaleOnly(Yardstick::Method) => ("scale-only", json!({"by": "method"})),
        Class::ScaleOnly(Yardstick::Perspectives) => ("scale-only", json!({"by": "perspectives"})),
        Class::Coverage(missing) => {
            let reason = match missing {
                Missing::Activity(name) => json!({"missing": "activity", "side": side(name)}),
                Missing::NotApplicable(name) => {
                    json!({"missing": "not-applicable", "side": side(name)})
                }
                Missing::Figures(name) => json!({"missing": "figures", "side": side(name)}),
                Missing::SomeFigures => json!({"missing": "some-figures", "side": null}),
            };
            ("coverage", reason)
        }
        Class::Catalogue => ("catalogue", Value::Null),
        Class::NotComparable(reason) => {
            let reason = match reason {
                Reason::Sizes { from, to } => {
                    json!({"why": "sizes", "from": from.as_str(), "to": to.as_str()})
                }
                Reason::Level { from, unmapped } => {
                    let axis = match unmapped.axis {
                        Axis::Likelihood => "likelihood",
                        Axis::Consequence => "consequence",
                    };
                    let (from, level) = (from.as_str(), unmapped.level);
                    json!({"why": "level", "from": from, "axis": axis, "level": level})
                }
                Reason::Own(name) => json!({"why": "own", "side": side(name)}),
                Reason::Split { left, right } => {
                    json!({"why": "split", "left": ids(left), "right": ids(right)})
                }
            };
            ("not-comparable", reason)
        }
    }
}

fn movement(movement: Movement) -> &'static str {
    match movement {
        Movement::Raised => "raised",
        Movement::Lowered => "lowered",
        Movement::Level => "level",
    }
}

/// A figure by name: its kind, and the threat or the pair that it belongs to.
fn figure(figure: &Figure) -> Value {
    let threat = |source: &RiskSource| match source {
        RiskSource::Direct => None,
        RiskSource::Threat(id) => Some(id.to_string()),
    };
    match figure {
        Figure::Consequence(whose, kind) => json!({
            "kind": "consequence",
            "perspective": whose.key(),
            "dimension": kind.key(),
        }),
        Figure::Likelihood(source) => json!({"kind": "likelihood", "threat": threat(source)}),
        Figure::ResidualLikelihood(source) => {
            json!({"kind": "residual-likelihood", "threat": threat(source)})
        }
        Figure::ResidualConsequence(source) => {
            json!({"kind": "residual-consequence", "threat": threat(source)})
        }
    }
}

fn figure_difference(difference: &FigureDifference<'_>) -> Value {
    let given = |given: Option<Given<'_>>| {
        given.map(|given| {
            json!({
                "level": given.level,
                "stated": given.stated,
                "origin": given.origin.map(Origin::key),
                "reason": given.reason,
            })
        })
    };
    json!({
        "figure": figure(&difference.figure),
        "left": given(difference.left),
        "right": given(difference.right),
    })
}

fn step(step: &Step) -> Value {
    json!({"figure": figure(&step.figure), "from": step.from, "to": step.to})
}
