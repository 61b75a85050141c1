//! An assessment as plain lines, one for each thing that was filled in: for `git diff`, where every
//! changed line says by itself what it is about.

use super::entry::Words;
use super::layout::{Form, inputs};
use crate::domain::{ActivityAnswer, ActivityId, Assessment, Catalogue, Method, ThreatId};
use crate::text::{Lang, assessment_title};

/// The lines, in the order of ids; nothing is left out that a person filled in.
#[must_use]
pub fn flat_text(
    assessment: &Assessment,
    catalogue: &Catalogue,
    method: &Method,
    lang: Lang,
) -> String {
    let words = Words { method, lang };
    let mut text = format!("{}\n", assessment_title(lang, assessment));
    for (id, answer) in &assessment.activities {
        let title = catalogue.activities.get(id).map_or("", |activity| activity.title.as_str());
        text.push_str(&format!("\n{id} {title}\n"));
        lines(&mut text, (id, answer), None, words);
        for threat in answer.threats.keys() {
            lines(&mut text, (id, answer), Some(threat), words);
        }
        for (key, extra) in &answer.extra {
            text.push_str(&line(&format!("{id} {key}"), &extra.to_string()));
        }
    }
    for sheet in &assessment.own_sheets {
        text.push('\n');
        for (at, cell) in &sheet.cells {
            text.push_str(&line(&format!("{} {at}", sheet.name), &cell.to_string()));
        }
    }
    text
}

fn lines(
    text: &mut String,
    (id, answer): (&ActivityId, &ActivityAnswer),
    threat: Option<&ThreatId>,
    words: Words<'_>,
) {
    let form = if threat.is_some() { Form::Threats } else { Form::Activities };
    let about = threat.map_or_else(|| id.to_string(), |threat| format!("{id} {threat}"));
    for field in inputs(form) {
        if let Some(entry) = field.read(answer, threat, words.lang) {
            let name = format!("{about} {}", field.header(words.lang));
            text.push_str(&line(&name, &entry.shown(words)));
        }
    }
    for action in answer.risk(threat).into_iter().flat_map(|risk| &risk.actions) {
        for (key, extra) in &action.extra {
            text.push_str(&line(&format!("{about} {} {key}", action.what), &extra.to_string()));
        }
    }
    let extras = threat.and_then(|threat| answer.threats.get(threat)).map(|threat| &threat.extra);
    for (key, extra) in extras.into_iter().flatten() {
        text.push_str(&line(&format!("{about} {key}"), &extra.to_string()));
    }
}

/// A name and what stands there; each further line of it on a line of its own.
fn line(name: &str, value: &str) -> String {
    let mut lines = value.lines();
    let mut text = format!("{name}: {}\n", lines.next().unwrap_or_default());
    for more in lines {
        text.push_str(&format!("{name}: … {more}\n"));
    }
    text
}
