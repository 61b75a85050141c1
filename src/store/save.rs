//! [`Assessment`] to YAML: fixed key order, sorted ids, one block per activity, made for `git diff`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_saphyr::FlowMap;

use super::assessment::{NOT_APPLICABLE, SCHEMA};
use super::own_sheets::{ExtraOut, OwnSheetOut, extra_out};
use crate::domain::{
    Action, ActivityAnswer, ActivityId, Assessment, BandId, ConsequenceFigure, LevelNumber,
    Perspective, Rating, RiskAnswer, System, ThreatAnswer, ThreatId, Treatment,
};

/// The assessment as the text of its file.
///
/// The same assessment always gives the same bytes.
///
/// # Errors
/// The YAML writer refuses a value; with our shapes this does not happen.
pub fn format_assessment(assessment: &Assessment) -> Result<String, serde_saphyr::SerializeError> {
    let options = serde_saphyr::ser_options! {
        folded_wrap_chars: 96,
    };
    serde_saphyr::to_string_with_options(&FileOut::from(assessment), options)
}

/// Any value as YAML.
///
/// # Errors
/// As [`format_assessment`].
pub(super) fn yaml_of(value: &serde_json::Value) -> Result<String, serde_saphyr::SerializeError> {
    serde_saphyr::to_string(value)
}

/// The assessment as JSON with the keys of its file.
///
/// # Errors
/// As [`format_assessment`].
pub(super) fn assessment_json(
    assessment: &Assessment,
) -> Result<serde_json::Value, serde_json::Error> {
    serde_json::to_value(FileOut::from(assessment))
}

type Text<'a> = Option<&'a str>;

#[derive(Serialize)]
struct FileOut<'a> {
    risiko: u32,
    municipality: MunicipalityOut<'a>,
    round: &'a str,
    #[serde(rename = "as-of")]
    as_of: String,
    catalogue: CatalogueOut<'a>,
    method: MethodOut<'a>,
    perspectives: Vec<&'static str>,
    activities: Vec<ActivityOut<'a>>,
    #[serde(rename = "own-sheets", skip_serializing_if = "Vec::is_empty")]
    own_sheets: Vec<OwnSheetOut<'a>>,
}

#[derive(Serialize)]
struct MunicipalityOut<'a> {
    code: u16,
    name: &'a str,
}

#[derive(Serialize)]
struct CatalogueOut<'a> {
    id: &'a str,
    version: &'a str,
    digest: &'a str,
}

#[derive(Serialize)]
struct MethodOut<'a> {
    id: &'a str,
    version: u32,
}

impl<'a> From<&'a Assessment> for FileOut<'a> {
    fn from(assessment: &'a Assessment) -> Self {
        Self {
            risiko: SCHEMA,
            municipality: MunicipalityOut {
                code: assessment.municipality.number(),
                name: &assessment.municipality_name,
            },
            round: &assessment.round,
            as_of: assessment.as_of.to_string(),
            catalogue: CatalogueOut {
                id: &assessment.catalogue.id,
                version: &assessment.catalogue.version,
                digest: &assessment.catalogue.digest,
            },
            method: MethodOut {
                id: assessment.method.id.as_str(),
                version: assessment.method.version,
            },
            perspectives: assessment.perspectives.iter().map(|p| p.key()).collect(),
            activities: assessment.activities.iter().map(ActivityOut::from).collect(),
            own_sheets: assessment.own_sheets.iter().map(OwnSheetOut::from).collect(),
        }
    }
}

#[derive(Serialize)]
struct ActivityOut<'a> {
    id: &'a str,
    status: &'static str,
    #[serde(rename = "status-reason", skip_serializing_if = "Option::is_none")]
    status_reason: Text<'a>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    consequence: ConsequencesOut<'a>,
    #[serde(flatten)]
    direct: RiskOut<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    threats: Vec<ThreatOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Text<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    systems: Vec<SystemOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assessed: Option<AssessedOut<'a>>,
    #[serde(rename = "review-by", skip_serializing_if = "Option::is_none")]
    review_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acceptance: Option<AcceptanceOut<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extra: ExtraOut<'a>,
}

/// By perspective in the order of print, then by dimension.
type ConsequencesOut<'a> = BTreeMap<Ordered, BTreeMap<Ordered, FigureOut<'a>>>;

/// A key that sorts by its place in print and serialises as its word.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Ordered(usize, &'static str);

impl Serialize for Ordered {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.1)
    }
}

#[derive(Serialize)]
struct AssessedOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
}

#[derive(Serialize)]
struct AcceptanceOut<'a> {
    by: &'a str,
    role: &'a str,
    on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    residual: Option<&'a str>,
    digest: &'a str,
}

impl<'a> From<(&'a ActivityId, &'a ActivityAnswer)> for ActivityOut<'a> {
    fn from((id, answer): (&'a ActivityId, &'a ActivityAnswer)) -> Self {
        let assessed = &answer.assessed;
        let has_assessed = assessed.by.is_some() || assessed.on.is_some();
        Self {
            id: id.as_str(),
            status: answer.status.key(),
            status_reason: answer.status_reason.as_deref(),
            consequence: consequences(answer),
            direct: RiskOut::from(&answer.direct),
            threats: answer.threats.iter().map(ThreatOut::from).collect(),
            owner: answer.owner.as_deref(),
            systems: answer.systems.iter().map(SystemOut::from).collect(),
            note: answer.note.as_deref(),
            assessed: has_assessed.then(|| AssessedOut {
                by: assessed.by.as_deref(),
                on: assessed.on.map(|date| date.to_string()),
            }),
            review_by: answer.review_by.map(|date| date.to_string()),
            acceptance: answer.acceptance.as_ref().map(|acceptance| AcceptanceOut {
                by: &acceptance.by,
                role: &acceptance.role,
                on: acceptance.on.to_string(),
                until: acceptance.until.map(|date| date.to_string()),
                current: acceptance.current.as_ref().map(BandId::as_str),
                residual: acceptance.residual.as_ref().map(BandId::as_str),
                digest: &acceptance.digest,
            }),
            extra: extra_out(&answer.extra),
        }
    }
}

fn consequences(answer: &ActivityAnswer) -> ConsequencesOut<'_> {
    let mut by_perspective = ConsequencesOut::new();
    for ((perspective, dimension), figure) in &answer.consequences.figures {
        // Not rated is written by leaving the figure out.
        let Some(figure) = FigureOut::new(figure) else { continue };
        let place = Perspective::ALL.iter().position(|known| known == perspective);
        let order = Ordered(place.unwrap_or(usize::MAX), perspective.key());
        let place = crate::domain::Dimension::ALL.iter().position(|known| known == dimension);
        let inner = Ordered(place.unwrap_or(usize::MAX), dimension.key());
        by_perspective.entry(order).or_default().insert(inner, figure);
    }
    by_perspective
}

/// On one line where there is no reason, in a block where there is one.
#[derive(Serialize)]
#[serde(untagged)]
enum FigureOut<'a> {
    Line(FlowMap<FigureFields<'a>>),
    Block(FigureFields<'a>),
}

#[derive(Serialize)]
struct FigureFields<'a> {
    level: LevelOut,
    origin: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Text<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum LevelOut {
    Number(u8),
    Word(&'static str),
}

impl<'a> FigureOut<'a> {
    fn new(figure: &'a ConsequenceFigure) -> Option<Self> {
        let level = match figure.rating {
            Rating::Rated(level) => LevelOut::Number(level.number()),
            Rating::NotApplicable => LevelOut::Word(NOT_APPLICABLE),
            Rating::NotRated => return None,
        };
        let origin = figure.origin.key();
        let fields = FigureFields { level, origin, reason: figure.reason.as_deref() };
        Some(match fields.reason {
            None => Self::Line(FlowMap(fields)),
            Some(_) => Self::Block(fields),
        })
    }
}

#[derive(Serialize)]
struct RiskOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    likelihood: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Text<'a>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    measures: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    treatment: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actions: Vec<ActionOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    residual: Option<FlowMap<ResidualOut>>,
}

#[derive(Serialize)]
struct ResidualOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    likelihood: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consequence: Option<u8>,
}

#[derive(Serialize)]
struct ActionOut<'a> {
    what: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extra: ExtraOut<'a>,
}

impl<'a> From<&'a Action> for ActionOut<'a> {
    fn from(action: &'a Action) -> Self {
        Self {
            what: &action.what,
            owner: action.owner.as_deref(),
            deadline: action.deadline.map(|date| date.to_string()),
            extra: extra_out(&action.extra),
        }
    }
}

impl<'a> From<&'a RiskAnswer> for RiskOut<'a> {
    fn from(risk: &'a RiskAnswer) -> Self {
        let residual = ResidualOut {
            likelihood: risk.residual_likelihood.rated().map(LevelNumber::number),
            consequence: risk.residual_consequence.rated().map(LevelNumber::number),
        };
        let has_residual = residual.likelihood.is_some() || residual.consequence.is_some();
        Self {
            likelihood: risk.likelihood.rated().map(LevelNumber::number),
            reason: risk.reason.as_deref(),
            measures: &risk.measures,
            treatment: risk.treatment.map(Treatment::key),
            actions: risk.actions.iter().map(ActionOut::from).collect(),
            residual: has_residual.then_some(FlowMap(residual)),
        }
    }
}

#[derive(Serialize)]
struct ThreatOut<'a> {
    id: &'a str,
    #[serde(rename = "not-relevant", skip_serializing_if = "Option::is_none")]
    not_relevant: Text<'a>,
    #[serde(flatten)]
    risk: RiskOut<'a>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extra: ExtraOut<'a>,
}

impl<'a> From<(&'a ThreatId, &'a ThreatAnswer)> for ThreatOut<'a> {
    fn from((id, answer): (&'a ThreatId, &'a ThreatAnswer)) -> Self {
        Self {
            id: id.as_str(),
            not_relevant: answer.not_relevant.as_deref(),
            risk: RiskOut::from(&answer.risk),
            extra: extra_out(&answer.extra),
        }
    }
}

#[derive(Serialize)]
struct SystemOut<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    processor: Text<'a>,
    #[serde(rename = "max-downtime-hours", skip_serializing_if = "Option::is_none")]
    max_downtime_hours: Option<u32>,
}

impl<'a> From<&'a System> for SystemOut<'a> {
    fn from(system: &'a System) -> Self {
        Self {
            name: &system.name,
            processor: system.processor.as_deref(),
            max_downtime_hours: system.max_downtime_hours,
        }
    }
}
