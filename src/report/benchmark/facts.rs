//! The result as JSON.

use serde_json::{Value, json};

use super::BenchmarkReport;
use crate::domain::Perspective;
use crate::engine::benchmark::{
    Counts, Development, MeasureName, MeasureSplit, MemberSummary, Outlier, Overall, OwnStand,
    Point, Row,
};
use crate::engine::{RiskSource, Span};
use crate::report::BandFacts;

impl BenchmarkReport<'_> {
    pub(super) fn as_json(&self) -> Value {
        let of = self.benchmark;
        let bands: Vec<BandFacts> = of.method.bands.iter().map(BandFacts::from).collect();
        let left_out = of.left_out.iter().map(|left_out| {
            json!({
                "municipality-code": left_out.code.to_string(),
                "municipality": left_out.name,
                "round": left_out.round,
                "method": left_out.from.as_str(),
            })
        });
        json!({
            "schema": "risiko.benchmark/1",
            "method": of.method.id.as_str(),
            "method-version": of.method.version,
            "bands": bands,
            "perspectives": of.perspectives.iter().map(|whose| whose.key()).collect::<Vec<_>>(),
            "perspectives-differ": of.perspectives_differ,
            "anonymous": of.is_anonymous,
            "municipalities": of.size,
            "own": of.own.map(|code| code.to_string()),
            "alpha": of.alpha.map(rounded),
            "members": of.members.iter().map(member).collect::<Vec<_>>(),
            "left-out": if of.is_anonymous { Value::Null } else { left_out.collect() },
            "left-out-count": of.left_out_count,
            "skipped-files": self.skipped,
            "activities": of.activities.iter().map(|row| {
                self.row(row.key.as_str(), self.activity_title(&row.key), row)
            }).collect::<Vec<_>>(),
            "threats": of.threats.iter().map(|row| {
                self.row(row.key.as_str(), self.threat_title(&row.key), row)
            }).collect::<Vec<_>>(),
            "areas": of.areas.iter().map(|row| {
                let title = self.area_title(crate::text::Lang::Da, &row.key);
                self.row(row.key.as_str(), title, row)
            }).collect::<Vec<_>>(),
            "development": of.development.iter().map(development).collect::<Vec<_>>(),
            "overall": of.overall.as_ref().map(overall),
            "withheld": {
                "activities": of.withheld.activities,
                "threats": of.withheld.threats,
                "areas": of.withheld.areas,
            },
        })
    }

    fn row<K>(&self, id: &str, title: &str, row: &Row<K>) -> Value {
        // What an anonymous result does not say is null, not 0.
        let said = |count: usize| (!self.benchmark.is_anonymous).then_some(count);
        let coverage = row.coverage;
        json!({
            "id": id,
            "title": title,
            "of": coverage.of,
            "assessed": coverage.assessed,
            "not-assessed": said(coverage.not_assessed),
            "not-applicable": said(coverage.not_applicable),
            "not-comparable": said(coverage.not_comparable),
            "bands": counts(&row.bands),
            "likelihoods": counts(&row.likelihoods),
            "consequences": counts(&row.consequences),
            "median": row.middle.map(|middle| span(middle.median)),
            "first-quartile": row.middle.map(|middle| span(middle.first)),
            "third-quartile": row.middle.map(|middle| span(middle.third)),
            "agreement": row.agreement.map(rounded),
            "own": row.own.as_ref().map(own),
            "outliers": row.outliers.iter().map(outlier).collect::<Vec<_>>(),
            "measures": row.measures.iter().map(|split| {
                self.measure(split)
            }).collect::<Vec<_>>(),
        })
    }

    fn measure(&self, split: &MeasureSplit) -> Value {
        let id = match &split.name {
            MeasureName::Catalogue(id) => Some(id.as_str()),
            MeasureName::Own(_) => None,
        };
        let share = |(having, of): (usize, usize)| json!({ "having": having, "of": of });
        json!({
            "measure": id,
            "text": self.measure_title(split),
            "milder": share(split.milder),
            "worse": share(split.worse),
        })
    }
}

/// Null where all of it is withheld, and a null in the place of each count that is.
fn counts(counts: &Counts) -> Value {
    if counts.0.is_empty() { Value::Null } else { json!(counts.0) }
}

fn span(span: Span) -> Value {
    json!({ "from": span.from, "to": span.to })
}

/// Four decimals are more than a group of municipalities can tell.
fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0 + 0.0
}

fn own(own: &OwnStand) -> Value {
    json!({
        "rank": own.rank,
        "likelihood": own.likelihood,
        "consequence": own.consequence,
        "milder": own.position.map(|position| position.lower),
        "same": own.position.map(|position| position.equal),
        "worse": own.position.map(|position| position.higher),
    })
}

fn outlier(outlier: &Outlier) -> Value {
    let Outlier { code, name, point } = outlier;
    let Point { rank, likelihood, consequence, activity, source, driver, .. } = point;
    let threat = match source {
        RiskSource::Direct => None,
        RiskSource::Threat(id) => Some(id.as_str()),
    };
    let (whose, kind): (Perspective, _) = *driver;
    json!({
        "municipality-code": code.to_string(),
        "municipality": name,
        "rank": rank,
        "likelihood": likelihood,
        "consequence": consequence,
        "activity": activity.as_str(),
        "threat": threat,
        "perspective": whose.key(),
        "dimension": kind.key(),
        "likelihood-reason": point.likelihood_reason,
        "consequence-reason": point.consequence_reason,
    })
}

fn member(member: &MemberSummary) -> Value {
    let questions: serde_json::Map<String, Value> = member
        .questions
        .iter()
        .map(|(code, count)| (code.id().to_owned(), Value::from(*count)))
        .collect();
    json!({
        "municipality-code": member.code.to_string(),
        "municipality": member.name,
        "round": member.round,
        "method": member.method.as_str(),
        "assessed": member.assessed,
        "of": member.of,
        "bands": member.bands.counts(),
        "own-activities": member.own_activities,
        "questions": questions,
    })
}

fn overall(of: &Overall) -> Value {
    json!({
        "municipalities": of.municipalities,
        "before": of.before.counts(),
        "newest": of.newest.counts(),
        "raised": of.moved.raised,
        "lowered": of.moved.lowered,
        "unchanged": of.moved.unchanged,
    })
}

fn development(development: &Development) -> Value {
    let rounds = development.rounds.iter().map(|round| {
        json!({
            "round": round.round,
            "as-of": round.as_of.to_string(),
            "bands": round.bands.counts(),
            "raised": round.moved.map(|moved| moved.raised),
            "lowered": round.moved.map(|moved| moved.lowered),
            "unchanged": round.moved.map(|moved| moved.unchanged),
        })
    });
    json!({
        "municipality-code": development.code.to_string(),
        "municipality": development.name,
        "rounds": rounds.collect::<Vec<_>>(),
    })
}
