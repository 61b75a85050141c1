//! An assessment as its single values, and back.

use serde_json::{Map, Value};

use super::super::save::{assessment_json, yaml_of};
use crate::domain::{
    ActivityId, Assessment, FieldPath, Recorded, RecordedChange, RecordedState, ThreatId,
};

/// The lists whose entries have an id, and are journalled value by value.
const ACTIVITIES: &str = "activities";
const THREATS: &str = "threats";
const ID: &str = "id";

/// Every value of an assessment by its place.
pub fn recorded_state(assessment: &Assessment) -> RecordedState {
    assessment_json(assessment).map(|json| state_of(&json)).unwrap_or_default()
}

/// What became different from one assessment to another; empty where nothing did.
#[must_use]
pub fn recorded_changes(before: &RecordedState, after: &RecordedState) -> Vec<RecordedChange> {
    let gone = before.iter().filter(|(path, _)| !after.contains_key(*path));
    let gone = gone.map(|(path, old)| (path, Some(old), None));
    let there = after.iter().map(|(path, new)| (path, before.get(path), Some(new)));
    let mut changes: Vec<RecordedChange> = gone
        .chain(there)
        .filter(|(_, old, new)| old != new)
        .map(|(path, old, new)| RecordedChange {
            path: path.clone(),
            old: old.cloned(),
            new: new.cloned(),
            source: None,
        })
        .collect();
    changes.sort_by(|one, other| one.path.cmp(&other.path));
    changes
}

/// The text of an assessment file with these values; whether they make one is for its reader to say.
///
/// # Errors
/// As [`super::super::format_assessment`].
pub fn assessment_text(state: &RecordedState) -> Result<String, serde_saphyr::SerializeError> {
    let mut root = Map::new();
    let mut activities: Vec<(&ActivityId, Map<String, Value>)> = Vec::new();
    let mut threats: Vec<(&ThreatId, Map<String, Value>)> = Vec::new();
    // The places are sorted, so what belongs together follows on each other.
    for (path, value) in state {
        let Some(activity) = &path.activity else {
            put(&mut root, &path.keys, value);
            continue;
        };
        if activities.last().is_none_or(|(last, _)| *last != activity) {
            close_threats(&mut activities, &mut threats);
            activities.push((activity, Map::new()));
        }
        match (&path.threat, activities.last_mut()) {
            (Some(threat), _) => {
                if threats.last().is_none_or(|(last, _)| *last != threat) {
                    threats.push((threat, Map::new()));
                }
                if let Some((_, map)) = threats.last_mut() {
                    put(map, &path.keys, value);
                }
            }
            (None, Some((_, map))) => put(map, &path.keys, value),
            (None, None) => {}
        }
    }
    close_threats(&mut activities, &mut threats);
    let activities = activities.into_iter().map(|(_, map)| Value::Object(map)).collect();
    root.insert(ACTIVITIES.to_owned(), Value::Array(activities));
    // Not as JSON, which YAML reads only as long as its keys are short.
    yaml_of(&Value::Object(root))
}

fn close_threats(
    activities: &mut [(&ActivityId, Map<String, Value>)],
    threats: &mut Vec<(&ThreatId, Map<String, Value>)>,
) {
    if threats.is_empty() {
        return;
    }
    if let Some((_, activity)) = activities.last_mut() {
        let list = threats.drain(..).map(|(_, map)| Value::Object(map)).collect();
        activity.insert(THREATS.to_owned(), Value::Array(list));
    }
}

/// Puts a value where its keys say, making the maps on the way.
fn put(map: &mut Map<String, Value>, keys: &[String], value: &Recorded) {
    match keys {
        [] => {}
        [key] => {
            map.insert(key.clone(), json_of(value));
        }
        [key, rest @ ..] => {
            let inner = map.entry(key.clone()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}

/// A value as JSON: a text, or a list.
pub(super) fn json_of(value: &Recorded) -> Value {
    match value {
        Recorded::Text(text) => Value::String(text.clone()),
        Recorded::List(json) => serde_json::from_str(json).unwrap_or(Value::Null),
    }
}

/// A value from JSON; `None` for what no assessment holds as one value.
pub(super) fn value_of(json: &Value) -> Option<Recorded> {
    match json {
        Value::Null | Value::Object(_) => None,
        Value::String(text) => Some(Recorded::Text(text.clone())),
        Value::Bool(_) | Value::Number(_) => Some(Recorded::Text(json.to_string())),
        Value::Array(_) => Some(Recorded::List(json.to_string())),
    }
}

/// Every value of the JSON of an assessment by its place.
pub(super) fn state_of(json: &Value) -> RecordedState {
    let mut state = RecordedState::new();
    for (key, value) in json.as_object().into_iter().flatten() {
        if key == ACTIVITIES {
            for activity in value.as_array().into_iter().flatten() {
                take_activity(activity, &mut state);
            }
        } else {
            let at = FieldPath { activity: None, threat: None, keys: vec![key.clone()] };
            take(value, at, &mut state);
        }
    }
    state
}

fn take_activity(json: &Value, state: &mut RecordedState) {
    let id = |json: &Value| json.get(ID).and_then(Value::as_str).map(str::to_owned);
    let Some(activity) = id(json).and_then(|id| ActivityId::parse(&id).ok()) else { return };
    let at = |threat: Option<&ThreatId>, key: &String| FieldPath {
        activity: Some(activity.clone()),
        threat: threat.cloned(),
        keys: vec![key.clone()],
    };
    for (key, value) in json.as_object().into_iter().flatten() {
        if key != THREATS {
            take(value, at(None, key), state);
            continue;
        }
        for threat in value.as_array().into_iter().flatten() {
            let Some(id) = id(threat).and_then(|id| ThreatId::parse(&id).ok()) else { continue };
            for (key, value) in threat.as_object().into_iter().flatten() {
                take(value, at(Some(&id), key), state);
            }
        }
    }
}

/// A value, or the values of a map.
fn take(json: &Value, at: FieldPath, state: &mut RecordedState) {
    if let Value::Object(map) = json {
        for (key, value) in map {
            let mut at = at.clone();
            at.keys.push(key.clone());
            take(value, at, state);
        }
    } else if let Some(value) = value_of(json) {
        state.insert(at, value);
    }
}
