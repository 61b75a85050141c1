//! The lines above and below the panes: where one is, what the level under the cursor means, keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph};

use super::super::item::{Column, Item};
use super::super::keys::Action;
use super::super::{Pane, Workbench};
use super::{bold, cut, meeting, wrapped};
use crate::domain::{Assessment, Level, LevelNumber, Perspective, Scale, Status};
use crate::engine::{last_level, unchanged_since};
use crate::text::{self, workbench as words};

/// Municipality, round, how far it is, and whether everything is kept.
pub(super) fn title(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let (lang, assessment) = (workbench.lang, &workbench.assessment);
    let answers = assessment.activities.values();
    let of = answers.clone().filter(|answer| answer.status != Status::NotApplicable).count();
    let done = answers.filter(|answer| answer.status == Status::Assessed).count();
    let name = format!("{} {}", assessment.municipality_name, assessment.round);
    let kept = words::kept(lang, workbench.is_unkept());
    let how_far = meeting::progress(workbench);
    let how_far = how_far.unwrap_or_else(|| words::progress(lang, done, of));
    let text = format!(" {name} · {how_far} · {kept}");
    let open = match workbench.pane {
        Pane::List => 0,
        Pane::Activity => 1,
        Pane::Picture => 2,
    };
    let tabs = words::tabs(lang, open);
    let width = usize::from(area.width);
    let room = width.saturating_sub(tabs.chars().count() + 1);
    let line = format!("{:<room$}{tabs} ", cut(&text, room));
    let style = Style::new().add_modifier(Modifier::REVERSED);
    frame.render_widget(Paragraph::new(Line::from(line)).style(style), area);
}

/// What each level means for the figure under the cursor, before it is set.
pub(super) fn meaning(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let lang = workbench.lang;
    let block = Block::new().borders(Borders::TOP).title(format!(
        " {}{} ",
        words::meaning_title(lang),
        before(workbench)
    ));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    let (width, height) = (usize::from(inside.width), usize::from(inside.height));
    let method = &workbench.method;
    let lines = match (workbench.item(), workbench.cursor.1) {
        (Some(Item::Consequence(whose, _)), _) => {
            levels(workbench, &method.consequence, whose, None)
        }
        (Some(Item::Threat(_) | Item::Direct), Column::ResidualConsequence) => {
            levels(workbench, &method.consequence, Perspective::DataSubject, None)
        }
        (Some(Item::Threat(id)), _) => {
            let evidence = workbench.catalogue.threats.get(&id).map(|threat| &*threat.evidence);
            levels(workbench, &method.likelihood, Perspective::DataSubject, evidence)
        }
        (Some(Item::Direct), _) => {
            levels(workbench, &method.likelihood, Perspective::DataSubject, None)
        }
        (Some(_), _) => vec![words::text_item(lang).to_owned()],
        (None, _) => Vec::new(),
    };
    let each = height.checked_div(lines.len().max(1)).unwrap_or(1).max(1);
    let mut shown = Vec::new();
    for text in lines {
        let parts = wrapped(&text, width.saturating_sub(2));
        let is_cut = parts.len() > each;
        for (place, part) in parts.into_iter().take(each).enumerate() {
            let indent = if place == 0 { "" } else { "     " };
            let part = if is_cut && place + 1 == each { format!("{part} …") } else { part };
            shown.push(Line::from(cut(&format!("{indent}{part}"), width)));
        }
    }
    frame.render_widget(Paragraph::new(shown), inside);
}

/// What the figure under the cursor was in the last round, or since when it is as it is.
fn before(workbench: &Workbench) -> String {
    let (lang, now) = (workbench.lang, &workbench.assessment);
    let (Some(id), Some(item), Some(last)) =
        (workbench.list.selected(), workbench.item(), workbench.last())
    else {
        return String::new();
    };
    let Some(at) = item.figure(workbench.cursor.1) else { return String::new() };
    let earlier: Vec<&Assessment> = workbench.earlier.iter().collect();
    if let Some(since) = unchanged_since(now, id, &at, &earlier) {
        return words::unchanged_since(lang, &since.round);
    }
    let level = last_level(now, id, &at, last);
    level.map_or_else(String::new, |level| words::in_last_round(lang, &last.round, level))
}

fn levels<L: LevelNumber>(
    workbench: &Workbench,
    scale: &Scale<L>,
    whose: Perspective,
    evidence: Option<&[String]>,
) -> Vec<String> {
    let lang = workbench.lang;
    let evidence = evidence.filter(|list| list.len() == usize::from(scale.top_number()));
    let meaning = |place: usize, level: &Level| {
        let of_threat = evidence.and_then(|list| list.get(place)).map(String::as_str);
        let own = level.brief(whose).unwrap_or(level.meaning(whose).0);
        of_threat.unwrap_or(own).to_owned()
    };
    let lines = scale.levels().enumerate().map(|(place, (number, level))| {
        format!(" {number} {}: {}", text::level_label(lang, level), meaning(place, level))
    });
    lines.collect()
}

/// What was said last, and the keys that work here.
pub(super) fn keys(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let lang = workbench.lang;
    let width = usize::from(area.width);
    let said = workbench.message.as_deref().unwrap_or_default();
    let actions: &[Action] = match workbench.pane {
        Pane::List => &[
            Action::Open,
            Action::Search,
            Action::Filter,
            Action::Area,
            Action::NextOpen,
            Action::NextPane,
            Action::Undo,
            Action::Help,
            Action::Quit,
        ],
        Pane::Activity => &[
            Action::Reason,
            Action::Threats,
            Action::Measures,
            Action::Treatment,
            Action::NotApplicable,
            Action::Finish,
            Action::NextOpen,
            Action::Undo,
            Action::Help,
            Action::Quit,
        ],
        Pane::Picture => &[Action::NextPane, Action::Back, Action::Help, Action::Quit],
    };
    let mut parts: Vec<(String, &str)> = Vec::new();
    if workbench.pane == Pane::Activity {
        parts.push(("1-9".to_owned(), words::sets_level(lang)));
    }
    for action in actions {
        if let Some(key) = workbench.keys.keys(*action).first() {
            parts.push((key.to_string(), words::action(lang, action.key())));
        }
    }
    let mut lines = vec![Line::from(bold(cut(said, width)))];
    let (mut spans, mut used) = (Vec::new(), 0);
    for (key, what) in parts {
        let length = key.chars().count() + what.chars().count() + 3;
        if used + length > width + 2 {
            lines.push(Line::from(std::mem::take(&mut spans)));
            used = 0;
        }
        used += length;
        spans.push(bold(key));
        spans.push(Span::raw(format!(" {what}  ")));
    }
    lines.push(Line::from(spans));
    frame.render_widget(Paragraph::new(lines), area);
}
