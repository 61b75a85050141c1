//! All that is written at the line under the cursor, where rows are free below the list.

use ratatui::text::{Line, Span};

use super::super::Workbench;
use super::super::item::Item;
use super::{bold, wrapped};
use crate::domain::{ActivityAnswer, RiskAnswer, ThreatId};
use crate::text::{self, workbench as words};

/// As many lines as there is room for; what is left out says so.
pub(super) fn lines(
    workbench: &Workbench,
    answer: &ActivityAnswer,
    width: usize,
    room: usize,
) -> Vec<Line<'static>> {
    let Some(item) = workbench.item().filter(|_| room > 1) else { return Vec::new() };
    let mut lines = vec![Line::default()];
    for (head, text) in written(workbench, answer, &item) {
        let head = format!("{head}: ");
        let parts = wrapped(&format!("{head}{text}"), width.saturating_sub(1));
        for (place, part) in parts.into_iter().enumerate() {
            lines.push(match part.strip_prefix(&head).filter(|_| place == 0) {
                Some(rest) => Line::from(vec![bold(head.clone()), Span::raw(rest.to_owned())]),
                None => Line::from(part),
            });
        }
    }
    if item.risk().is_some() {
        let explained = wrapped(words::heads_explained(workbench.lang), width.saturating_sub(1));
        lines.extend(explained.into_iter().map(Line::from));
    }
    if lines.len() > room {
        lines.truncate(room.saturating_sub(1));
        lines.push(Line::from("…"));
    }
    lines
}

type Written = Vec<(String, String)>;

/// What stands at a line, each part with its name.
fn written(workbench: &Workbench, answer: &ActivityAnswer, item: &Item) -> Written {
    let lang = workbench.lang;
    let named = |name: &str, text: Option<String>| text.map(|text| (name.to_owned(), text));
    let reason = words::purpose(lang, words::Writing::Reason).0;
    let parts = match item {
        Item::Status => vec![named(reason, answer.status_reason.clone())],
        Item::Consequence(whose, kind) => {
            let figure = answer.consequences.figures.get(&(*whose, *kind));
            vec![named(reason, figure.and_then(|figure| figure.reason.clone()))]
        }
        Item::Threat(id) => return of_threat(workbench, answer, id),
        Item::Direct => return of_risk(workbench, &answer.direct),
        Item::Owner => vec![named(words::owner(lang), answer.owner.clone())],
        Item::Note => vec![named(words::note(lang), answer.note.clone())],
    };
    parts.into_iter().flatten().collect()
}

fn of_threat(workbench: &Workbench, answer: &ActivityAnswer, id: &ThreatId) -> Written {
    let title = workbench.catalogue.threats.get(id).map_or("", |threat| &threat.title);
    let threat = answer.threats.get(id);
    let mut parts = Vec::new();
    if let Some(why) = threat.and_then(|threat| threat.not_relevant.as_ref()) {
        parts.push((words::not_applicable(workbench.lang).to_owned(), why.clone()));
    }
    parts.extend(threat.into_iter().flat_map(|threat| of_risk(workbench, &threat.risk)));
    // In the list its end may be cut.
    parts.push((id.to_string(), title.to_owned()));
    parts
}

fn of_risk(workbench: &Workbench, risk: &RiskAnswer) -> Written {
    let lang = workbench.lang;
    let mut parts = Vec::new();
    if let Some(reason) = &risk.reason {
        parts.push((words::purpose(lang, words::Writing::Reason).0.to_owned(), reason.clone()));
    }
    let treatment = risk.treatment.map(|way| text::treatment(lang, way).to_owned());
    let actions = risk.actions.iter().map(|action| super::popup::shown(workbench, action));
    let planned: Vec<String> = treatment.into_iter().chain(actions).collect();
    if !planned.is_empty() {
        parts.push((words::actions_title(lang).to_owned(), planned.join("; ")));
    }
    if !risk.measures.is_empty() {
        parts.push((words::measures_title(lang).to_owned(), risk.measures.join("; ")));
    }
    parts
}
