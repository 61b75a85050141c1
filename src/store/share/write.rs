//! [`Shared`] to JSON: fixed key order, sorted ids, what is not known left out.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{DIGEST, SCHEMA_NAME, SCHEMA_VERSION, digest};
use crate::domain::{
    ActivityId, Band, Dimension, LevelNumber, Method, Perspective, Rating, RiskAnswer, Scale,
    Shared, SharedCounts, SharedThreat, Symmetry, ThreatId, Treatment, Witness,
};
use crate::store::assessment::NOT_APPLICABLE;

/// The exchange file as text, and the digest that stands in it.
///
/// The same figures always give the same bytes.
///
/// # Errors
/// The JSON writer refuses a value; with our shapes this does not happen.
pub fn format_share(shared: &Shared) -> Result<(String, String), serde_json::Error> {
    let mut content = serde_json::to_value(FileOut::from(shared))?;
    let digest = digest(&content);
    if let Some(map) = content.as_object_mut() {
        // Directly behind the name of the form, where people look for it.
        let rest: Map<String, Value> = std::mem::take(map);
        for (key, value) in rest {
            let is_first = map.is_empty();
            map.insert(key, value);
            if is_first {
                map.insert(DIGEST.to_owned(), json!(digest));
            }
        }
    }
    Ok((escaped(&format!("{content:#}\n")), digest))
}

/// Characters that stand in JSON as they are and that YAML folds, refuses or drops.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{7f}'..='\u{9f}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{feff}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                safe.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            other => safe.push(other),
        }
    }
    safe
}

type Text<'a> = Option<&'a str>;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct FileOut<'a> {
    schema: String,
    with_reasons: bool,
    municipality: Value,
    round: &'a str,
    as_of: String,
    catalogue: Value,
    method: MethodOut<'a>,
    perspectives: Vec<&'static str>,
    threats: Vec<Value>,
    activities: Vec<ActivityOut<'a>>,
}

impl<'a> From<&'a Shared> for FileOut<'a> {
    fn from(shared: &'a Shared) -> Self {
        let assessment = &shared.assessment;
        let catalogue = &assessment.catalogue;
        Self {
            schema: format!("{SCHEMA_NAME}{SCHEMA_VERSION}"),
            with_reasons: shared.with_reasons,
            municipality: json!({
                "code": assessment.municipality.to_string(),
                "name": assessment.municipality_name,
            }),
            round: &assessment.round,
            as_of: assessment.as_of.to_string(),
            catalogue: json!({
                "id": catalogue.id,
                "version": catalogue.version,
                "digest": catalogue.digest,
            }),
            method: MethodOut::from(&shared.method),
            perspectives: assessment.perspectives.iter().map(|p| p.key()).collect(),
            threats: shared.threats.iter().map(threat_facts).collect(),
            activities: assessment
                .activities
                .keys()
                .filter_map(|id| ActivityOut::new(shared, id))
                .collect(),
        }
    }
}

fn threat_facts((id, threat): (&ThreatId, &SharedThreat)) -> Value {
    let dimensions: Vec<&str> = threat.dimensions.iter().map(|d| d.key()).collect();
    json!({ "id": id.as_str(), "dimensions": dimensions, "rights": threat.rights })
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct MethodOut<'a> {
    id: &'a str,
    version: u32,
    symmetric: bool,
    likelihood: Vec<Value>,
    consequence: Vec<Value>,
    bands: Vec<Value>,
    /// Row by row, from consequence 1; keys in their order.
    matrix: Map<String, Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    witnesses: Vec<Value>,
}

impl<'a> From<&'a Method> for MethodOut<'a> {
    fn from(method: &'a Method) -> Self {
        let mut rows: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
        for (_, consequence, band) in method.cells() {
            rows.entry(consequence.number()).or_default().push(band.id.as_str());
        }
        let matrix = rows.into_iter().map(|(row, cells)| (row.to_string(), json!(cells)));
        Self {
            id: method.id.as_str(),
            version: method.version,
            symmetric: method.symmetry == Symmetry::Symmetric,
            likelihood: levels(&method.likelihood),
            consequence: levels(&method.consequence),
            bands: method.bands.iter().map(band).collect(),
            matrix: matrix.collect(),
            witnesses: method.witnesses.iter().map(witness).collect(),
        }
    }
}

fn levels<L: LevelNumber>(scale: &Scale<L>) -> Vec<Value> {
    let levels = scale.levels().map(|(_, level)| {
        json!({ "level": level.number, "label": level.label, "label-en": level.label_en })
    });
    levels.collect()
}

fn band(band: &Band) -> Value {
    json!({
        "rank": band.rank,
        "id": band.id.as_str(),
        "label": band.label,
        "label-en": band.label_en,
        "colour": band.colour.key(),
        "requires-treatment": band.requires_treatment,
    })
}

fn witness(witness: &Witness) -> Value {
    json!({
        "consequence": witness.consequence.number(),
        "likelihood": witness.likelihood.number(),
        "band": witness.band.as_str(),
    })
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ActivityOut<'a> {
    id: &'a str,
    area: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaces: Text<'a>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_reason: Text<'a>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    consequence: Map<String, Value>,
    #[serde(flatten)]
    direct: RiskOut<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    threats: Vec<ThreatOut<'a>>,
}

impl<'a> ActivityOut<'a> {
    fn new(shared: &'a Shared, id: &'a ActivityId) -> Option<Self> {
        let answer = shared.assessment.activities.get(id)?;
        let activity = shared.activities.get(id)?;
        let risk = |risk: &'a RiskAnswer, threat: Option<&ThreatId>| {
            let counts = shared.counts.get(&(id.clone(), threat.cloned())).copied();
            RiskOut::new(risk, counts.unwrap_or_default(), shared.with_reasons)
        };
        let mut consequence = Map::new();
        for perspective in Perspective::ALL {
            let figures: Map<String, Value> = Dimension::ALL
                .iter()
                .filter_map(|dimension| {
                    let figure = answer.consequences.figures.get(&(perspective, *dimension))?;
                    let level = match figure.rating {
                        Rating::Rated(level) => json!(level.number()),
                        Rating::NotApplicable => json!(NOT_APPLICABLE),
                        Rating::NotRated => return None,
                    };
                    let mut facts = json!({ "level": level, "origin": figure.origin.key() });
                    if let (Some(map), Some(reason)) = (facts.as_object_mut(), &figure.reason) {
                        map.insert("reason".to_owned(), json!(reason));
                    }
                    Some((dimension.key().to_owned(), facts))
                })
                .collect();
            if !figures.is_empty() {
                consequence.insert(perspective.key().to_owned(), Value::Object(figures));
            }
        }
        let threats = answer.threats.iter().map(|(threat, answer)| {
            let reason = answer.not_relevant.as_deref();
            ThreatOut {
                id: threat.as_str(),
                not_relevant: reason.is_some(),
                not_relevant_reason: reason.filter(|reason| !reason.is_empty()),
                risk: risk(&answer.risk, Some(threat)),
            }
        });
        Some(Self {
            id: id.as_str(),
            area: activity.area.as_str(),
            replaces: activity.replaces.as_ref().map(ActivityId::as_str),
            status: answer.status.key(),
            status_reason: answer.status_reason.as_deref(),
            consequence,
            direct: risk(&answer.direct, None),
            threats: threats.collect(),
        })
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ThreatOut<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    not_relevant: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_relevant_reason: Text<'a>,
    #[serde(flatten)]
    risk: RiskOut<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct RiskOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    likelihood: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Text<'a>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    measures: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    measure_texts: &'a [String],
    #[serde(skip_serializing_if = "is_none")]
    other_measures: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    treatment: Option<&'static str>,
    #[serde(skip_serializing_if = "is_none")]
    actions: u32,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    residual: BTreeMap<&'static str, u8>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_none(count: &u32) -> bool {
    *count == 0
}

impl<'a> RiskOut<'a> {
    fn new(risk: &'a RiskAnswer, counts: SharedCounts, with_reasons: bool) -> Self {
        let likelihood =
            |rating: Rating<crate::domain::Likelihood>| rating.rated().map(LevelNumber::number);
        let consequence = risk.residual_consequence.rated().map(LevelNumber::number);
        let residual =
            [("likelihood", likelihood(risk.residual_likelihood)), ("consequence", consequence)];
        // Ids stand first; behind them, where texts came along, those in the municipality's own words.
        let texts = usize::try_from(counts.other_measures).unwrap_or(usize::MAX);
        let ids = if with_reasons { risk.measures.len().saturating_sub(texts) } else { usize::MAX };
        let (measures, measure_texts) =
            risk.measures.split_at_checked(ids).unwrap_or((&risk.measures, &[]));
        Self {
            likelihood: likelihood(risk.likelihood),
            reason: risk.reason.as_deref(),
            measures,
            measure_texts,
            other_measures: counts.other_measures,
            treatment: risk.treatment.map(Treatment::key),
            actions: counts.actions,
            residual: residual.into_iter().filter_map(|(key, level)| Some((key, level?))).collect(),
        }
    }
}
