//! The report as JSON: `risiko.report/1`. What a reader is not told, such as the names of tasks in what goes
//! to the council, is not in it either. It says the same in every language.

use serde_json::{Value, json};

use super::dpo::{is_about, place_of};
use super::record_fields::contact;
use super::{Against, ManagementReport};
use crate::domain::{DataKind, Reader};
use crate::engine::briefing::{ActionState, Decision, PlannedAction, Question, Relief, Sureness};
use crate::engine::compare::{Movement, SideName, Stand};
use crate::engine::{OverviewRow, RiskSource};
use crate::finding::Severity;
use crate::report::facts::{BandFacts, CoverageFacts, HeaderFacts, ScoreFacts};
use crate::text::Lang;
use crate::text::management::RecordField;

impl ManagementReport<'_> {
    pub(super) fn as_json(&self) -> Value {
        let mut facts = self.stated();
        if let Some(object) = facts.as_object_mut() {
            object.insert("digest".to_owned(), self.digest().into());
        }
        facts
    }

    /// Everything that the report states, without the number over it.
    pub(super) fn stated(&self) -> Value {
        let mut facts = self.common();
        let parts = match self.reader {
            Reader::Council => Vec::new(),
            Reader::Board | Reader::Department => self.named(),
            Reader::Dpo => {
                let mut parts = self.named();
                parts.extend(self.whole());
                parts
            }
            Reader::Record => self.record_facts(),
        };
        if let Some(object) = facts.as_object_mut() {
            object.extend(parts.into_iter().map(|(key, value)| (key.to_owned(), value)));
        }
        facts
    }

    /// What every reader is told.
    fn common(&self) -> Value {
        let briefing = self.briefing;
        let bands = self.method.bands.iter().rev().map(|band| {
            json!({
                "band": BandFacts::from(band),
                "current": briefing.current.at(band.rank),
                "residual": briefing.residual.at(band.rank),
            })
        });
        let (all, [planned, overdue, incomplete]) = self.action_counts();
        let [errors, warnings, notes] = self.found();
        json!({
            "schema": "risiko.report/1",
            "reader": self.reader.key(),
            "area": self.area.map(|area| area.id.as_str()),
            "assessment": HeaderFacts::new(self.assessment, self.method),
            "as-of": self.as_of.to_string(),
            "catalogue-digest": self.assessment.catalogue.digest,
            "coverage": CoverageFacts::from(briefing.overview.coverage),
            "bands": bands.collect::<Vec<_>>(),
            "areas": self.area_facts(),
            "actions": {
                "of": all,
                "planned": planned,
                "overdue": overdue,
                "incomplete": incomplete,
                "last-deadline": self.last_deadline().map(|day| day.to_string()),
            },
            "questions": briefing.decisions.len(),
            "accepted": {
                "of": briefing.overview.coverage.assessed,
                "standing": briefing.acceptances.standing,
                "ended": briefing.acceptances.ended,
            },
            "sureness": sureness(briefing.sureness),
            "findings": {
                "errors": errors,
                "warnings": warnings,
                "notes": notes,
            },
            "since": self.since.map(|since| json!({
                "round": since.left.assessment.round,
                "of": since.summary.both,
                "new": since.summary.only_right,
                "gone": since.summary.only_left,
                "not-comparable": since.summary.not_comparable,
                "raised": since.summary.raised,
                "lowered": since.summary.lowered,
            })),
            "against": self.against_facts(),
        })
    }

    fn against_facts(&self) -> Option<Value> {
        let (_, (worse, milder, of)) = self.place(Lang::Da)?;
        let (name, municipalities) = match self.against? {
            Against::One(of) => (Some(&of.right.assessment.municipality_name), None),
            Against::Many(others) => (None, Some(others.municipalities)),
        };
        Some(json!({
            "name": name,
            "municipalities": municipalities,
            "of": of,
            "worse": worse,
            "milder": milder,
        }))
    }

    fn area_facts(&self) -> Vec<Value> {
        let counts = |of: &crate::engine::briefing::BandCounts| {
            self.method.bands.iter().rev().map(|band| of.at(band.rank)).collect::<Vec<_>>()
        };
        match self.reader {
            Reader::Council => self
                .open_areas()
                .into_iter()
                .map(|(stand, current, covered)| {
                    let area = stand.and_then(|stand| stand.area).map(|area| area.id.as_str());
                    let (covered, current) = (CoverageFacts::from(covered), counts(&current));
                    json!({"area": area, "coverage": covered, "current": current})
                })
                .collect(),
            _ => self
                .briefing
                .areas
                .iter()
                .map(|stand| {
                    json!({
                        "area": stand.area.map(|area| area.id.as_str()),
                        "coverage": CoverageFacts::from(stand.coverage),
                        "current": counts(&stand.current),
                        "residual": counts(&stand.residual),
                    })
                })
                .collect(),
        }
    }

    /// What those are told who may know which task it is.
    fn named(&self) -> Vec<(&'static str, Value)> {
        let worst: Vec<Value> =
            self.briefing.worst_first().into_iter().map(|row| self.row_facts(row)).collect();
        let planned: Vec<Value> = self.briefing.actions.iter().map(action_facts).collect();
        let decisions: Vec<Value> = self.briefing.decisions.iter().map(decision_facts).collect();
        let stand = |stand: &Option<Stand<'_>>| {
            stand.as_ref().and_then(|stand| stand.own.current()).map(ScoreFacts::new)
        };
        let moved: Vec<Value> = self
            .changes()
            .into_iter()
            .map(|difference| {
                json!({
                    "id": difference.id.as_str(),
                    "movement": match (difference.movement, difference.only()) {
                        (Some(Movement::Raised), _) => "raised",
                        (Some(Movement::Lowered), _) => "lowered",
                        (_, Some(SideName::Right)) => "new",
                        (_, Some(SideName::Left)) => "gone",
                        (Some(Movement::Level) | None, None) => "level",
                    },
                    "then": stand(&difference.left),
                    "now": stand(&difference.right),
                })
            })
            .collect();
        let places = match self.against {
            Some(Against::Many(others)) => self.places(others),
            _ => Vec::new(),
        };
        let places: Vec<Value> = places
            .iter()
            .map(|place| {
                json!({"id": place.row.id.as_str(), "own": place.own, "bands": place.bands})
            })
            .collect();
        vec![
            ("activities", worst.into()),
            ("planned", planned.into()),
            ("decisions", decisions.into()),
            ("moved", moved.into()),
            ("places", places.into()),
        ]
    }

    fn row_facts(&self, row: &OverviewRow<'_>) -> Value {
        json!({
            "id": row.id.as_str(),
            "title": row.title(),
            "area": row.activity.map(|activity| activity.area.as_str()),
            "owner": row.answer.owner,
            "status": row.answer.status.key(),
            "current": row.risk.current().map(ScoreFacts::new),
            "residual": row.risk.residual().map(ScoreFacts::new),
            "acceptance": self.acceptance(row),
        })
    }

    /// Everything, for the data protection officer.
    fn whole(&self) -> Vec<(&'static str, Value)> {
        let shown = self.briefing.overview.rows.iter().map(|row| {
            let mut facts = self.shown(row).facts();
            if let Some(object) = facts.as_object_mut() {
                object.remove("schema");
                object.remove("assessment");
                let own = self.findings.iter().filter(|finding| is_about(finding, row.id));
                let own: Vec<&str> = own.map(|finding| finding.code().id()).collect();
                object.insert("findings".to_owned(), own.into());
            }
            facts
        });
        let dpia = self.needing_assessment().into_iter().map(|(row, criteria)| {
            let has =
                |kind| row.activity.is_some_and(|activity| self.catalogue.has_data(activity, kind));
            json!({
                "id": row.id.as_str(),
                "criteria": criteria,
                "special": has(DataKind::Special),
                "criminal-offences": has(DataKind::CriminalOffence),
            })
        });
        let findings = self.findings.iter().map(|finding| {
            json!({
                "code": finding.code().id(),
                "severity": severity(finding.severity()),
                "place": place_of(finding),
            })
        });
        vec![
            ("dpia", dpia.collect::<Vec<_>>().into()),
            ("found", findings.collect::<Vec<_>>().into()),
            ("details", shown.collect::<Vec<_>>().into()),
        ]
    }

    fn record_facts(&self) -> Vec<(&'static str, Value)> {
        let entries = self.recorded().map(|row| {
            let mut entry = json!({
                "id": row.id.as_str(),
                "title": row.title(),
                "area": row.activity.map(|activity| activity.area.as_str()),
                "reviewed": row.activity.is_some_and(|activity| activity.reviewed),
            });
            if let Some(object) = entry.as_object_mut() {
                for field in RecordField::OF_ACTIVITY {
                    let text = self.recorded_field(Lang::Da, row, field);
                    object.insert(field.key().to_owned(), text.into());
                }
            }
            entry
        });
        let party = |of| Some(contact(of)).filter(|text| !text.is_empty());
        vec![
            ("controller", party(&self.template.controller).into()),
            ("dpo", party(&self.template.dpo).into()),
            ("record", entries.collect::<Vec<_>>().into()),
        ]
    }
}

fn sureness(of: Sureness) -> Value {
    json!({
        "consequences": of.consequences,
        "own": of.own,
        "starting": of.starting,
        "activities": of.activities,
        "by-threat": of.by_threat,
        "finished": of.finished,
        "likelihoods": of.likelihoods,
        "with-reason": of.with_reason,
    })
}

fn severity(of: Severity) -> &'static str {
    match of {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn action_facts(planned: &PlannedAction<'_>) -> Value {
    json!({
        "id": planned.row.id.as_str(),
        "threat": planned.threat.map(|threat| threat.as_str()),
        "what": planned.action.what,
        "owner": planned.action.owner,
        "deadline": planned.action.deadline.map(|day| day.to_string()),
        "state": match planned.state {
            ActionState::Planned => "planned",
            ActionState::Incomplete => "incomplete",
            ActionState::Overdue => "overdue",
        },
        "relief": planned.relief().map(|Relief { from, to }| json!({"from": from, "to": to})),
        "cost": planned.cost().map(|(column, value)| {
            json!({"column": column, "value": value.to_string()})
        }),
    })
}

fn decision_facts(decision: &Decision<'_>) -> Value {
    let risks = match &decision.question {
        Question::Treat { risks, .. } => risks
            .iter()
            .map(|source| match source {
                RiskSource::Direct => Value::Null,
                RiskSource::Threat(id) => id.as_str().into(),
            })
            .collect(),
        _ => Vec::new(),
    };
    json!({
        "id": decision.row.id.as_str(),
        "question": decision.question.key(),
        "risks": risks,
    })
}
