//! The lines that only a meeting has: what is kept of the shown activity, and its keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::Workbench;
use super::super::keys::Action;
use super::{bold, cut};
use crate::domain::{ActivityId, Meeting};
use crate::text::{meeting as words, workbench};

/// How many lines what is kept takes.
pub(super) fn height(workbench: &Workbench, is_tall: bool) -> u16 {
    match (workbench.minutes(), is_tall) {
        (None, _) => 0,
        (Some(_), false) => 1,
        (Some(_), true) => 4,
    }
}

/// How far the meeting is, for the title.
pub(super) fn progress(workbench: &Workbench) -> Option<String> {
    let meeting = workbench.minutes()?;
    Some(words::progress(workbench.lang, meeting.progress(), workbench.pace()))
}

/// What is kept of the shown activity, and who is there.
pub(super) fn strip(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let Some(meeting) = workbench.minutes() else { return };
    let lang = workbench.lang;
    let width = usize::from(area.width);
    let item = workbench.list.selected().and_then(|id| meeting.item(id));
    let is_treated = item.is_some_and(|item| item.treated.is_some());
    let place = workbench.agenda_place().map(|place| place + 1);
    let point = words::point(lang, place, is_treated);
    let decision = item.map(|item| item.decision.as_str()).filter(|text| !text.is_empty());
    let question = item.map(|item| item.question.as_str()).filter(|text| !text.is_empty());
    if area.height <= 1 {
        let parts = [(words::decision(lang), decision), (words::question(lang), question)];
        // Who is there stands where nothing is written yet.
        let present = format!(" · {}: {}", words::present(lang), present(workbench, meeting));
        let told = parts.iter().filter_map(|(name, text)| Some(format!(" · {name}: {}", (*text)?)));
        let told = Some(told.collect::<String>()).filter(|told| !told.is_empty());
        let line = format!(" {point}{}", told.unwrap_or(present));
        frame.render_widget(Paragraph::new(Line::from(bold(cut(&line, width)))), area);
        return;
    }
    let labelled = |name: &str, text: &str| {
        let label = format!(" {name}: ");
        let room = width.saturating_sub(label.chars().count());
        Line::from(vec![bold(label), Span::raw(cut(text, room))])
    };
    let lines = vec![
        Line::from(bold(cut(&format!(" {point}"), width))),
        labelled(words::decision(lang), decision.unwrap_or("–")),
        labelled(words::question(lang), question.unwrap_or("–")),
        labelled(words::present(lang), &present(workbench, meeting)),
    ];
    frame.render_widget(Paragraph::new(lines), area);
}

fn present(workbench: &Workbench, meeting: &Meeting) -> String {
    match meeting.present.is_empty() {
        true => words::nobody(workbench.lang).to_owned(),
        false => meeting.present.join(", "),
    }
}

/// The keys of a meeting, on one line.
pub(super) fn keys(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let mut spans = Vec::new();
    for action in Action::MEETING {
        if let Some(key) = workbench.keys.keys(action).first() {
            spans.push(bold(key.to_string()));
            spans
                .push(Span::raw(format!(" {}  ", workbench::action(workbench.lang, action.key()))));
        }
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}

/// The mark of an activity in the agenda: gone through, open, or neither.
pub(super) fn mark(workbench: &Workbench, id: &ActivityId) -> &'static str {
    let Some(item) = workbench.minutes_of(id) else { return "   " };
    match (item.question.is_empty(), item.treated.is_some()) {
        (false, _) => "[?]",
        (true, true) => "[x]",
        (true, false) => "[ ]",
    }
}
