//! The lines above and below the panes: where one is, what the level under the cursor means, keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph};

use super::super::item::{Column, Item};
use super::super::keys::Action;
use super::super::{Pane, Workbench};
use super::list::first_shown;
use super::{bold, cut, meeting, wrapped};
use crate::domain::{Assessment, Level, LevelNumber, Perspective, Scale};
use crate::engine::{Coverage, last_level, level_at, unchanged_since};
use crate::finding::Severity;
use crate::text::{self, workbench as words};

/// Municipality, round, how far it is, and whether everything is kept.
pub(super) fn title(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let (lang, assessment) = (workbench.lang, &workbench.assessment);
    let Coverage { assessed, whole, .. } = workbench.coverage();
    let name = format!("{} {}", assessment.municipality_name, assessment.round);
    let kept = words::kept(lang, workbench.is_unkept());
    let how_far = meeting::progress(workbench);
    let how_far = how_far.unwrap_or_else(|| words::progress(lang, assessed, whole));
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
    let told = told(workbench);
    let wrap = |text: &String| wrapped(text, width.saturating_sub(2));
    let levels: Vec<Vec<String>> = told.levels.iter().map(wrap).collect();
    let wanted: Vec<usize> = levels.iter().map(Vec::len).collect();
    let rows = rows_each(&wanted, height, told.set);
    let mut shown = Vec::new();
    // Of a scale that is longer than there is room, those around the level that is set.
    let from = first_shown(told.set.unwrap_or_default(), levels.len(), height);
    for (parts, rows) in levels.into_iter().zip(rows).skip(from) {
        shown.extend(limited(parts, rows, width));
    }
    for example in &told.examples {
        let left = height.saturating_sub(shown.len());
        shown.extend(limited(wrap(example), left, width));
    }
    frame.render_widget(Paragraph::new(shown), inside);
}

/// What is told of the levels of a scale.
#[derive(Default)]
struct Told {
    /// What each means, from the lowest.
    levels: Vec<String>,
    /// An example of each, that of the level that is set first.
    examples: Vec<String>,
    /// The place of the level that is set.
    set: Option<usize>,
}

/// What is told of the figure under the cursor.
fn told(workbench: &Workbench) -> Told {
    let method = &workbench.method;
    let Some(item) = workbench.item() else { return Told::default() };
    match (&item, workbench.cursor.1) {
        (Item::Consequence(whose, _), _) => {
            levels(workbench, &item, (&method.consequence, *whose), None)
        }
        (Item::Threat(_) | Item::Direct, Column::ResidualConsequence) => {
            levels(workbench, &item, (&method.consequence, Perspective::DataSubject), None)
        }
        (Item::Threat(_) | Item::Direct, _) => {
            let threat = item.risk().flatten().and_then(|id| workbench.catalogue.threats.get(id));
            let evidence = threat.map(|threat| &*threat.evidence);
            levels(workbench, &item, (&method.likelihood, Perspective::DataSubject), evidence)
        }
        _ => {
            let levels = vec![words::text_item(workbench.lang).to_owned()];
            Told { levels, ..Told::default() }
        }
    }
}

/// How many rows each text gets: one, and of those that are left what it wants, the first one named before the others.
fn rows_each(wanted: &[usize], height: usize, first: Option<usize>) -> Vec<usize> {
    let mut left = height.saturating_sub(wanted.len());
    let mut rows = vec![1; wanted.len()];
    for place in first.into_iter().chain(0..wanted.len()) {
        if let (Some(rows), Some(wanted)) = (rows.get_mut(place), wanted.get(place)) {
            let more = wanted.saturating_sub(*rows).min(left);
            *rows += more;
            left -= more;
        }
    }
    rows
}

/// The first lines of a text; what is left out says so.
fn limited(parts: Vec<String>, rows: usize, width: usize) -> Vec<Line<'static>> {
    let is_cut = parts.len() > rows;
    let line = |(place, part): (usize, String)| {
        let indent = if place == 0 { "" } else { "     " };
        let part = if is_cut && place + 1 == rows { format!("{part} …") } else { part };
        Line::from(cut(&format!("{indent}{part}"), width))
    };
    parts.into_iter().take(rows).enumerate().map(line).collect()
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
    item: &Item,
    (scale, whose): (&Scale<L>, Perspective),
    evidence: Option<&[String]>,
) -> Told {
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
    let answer = workbench.list.selected().map(|id| workbench.answer_of(id));
    let set = item.figure(workbench.cursor.1).zip(answer);
    let set = set.and_then(|(at, answer)| level_at(&answer, &at));
    let mut examples: Vec<(u8, String)> = scale
        .levels()
        // Those of the scale say little about a threat that has its own signs.
        .filter(|(number, _)| evidence.is_none() || Some(number.number()) == set)
        .filter_map(|(number, level)| {
            let example = level.meaning(whose).1.first()?;
            Some((number.number(), words::example(lang, number.number(), example)))
        })
        .collect();
    examples.sort_by_key(|(number, _)| (Some(*number) != set, *number));
    Told {
        levels: lines.collect(),
        examples: examples.into_iter().map(|(_, example)| example).collect(),
        set: set.map(|number| usize::from(number).saturating_sub(1)),
    }
}

/// What was said last, and the keys that work here.
pub(super) fn keys(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let width = usize::from(area.width);
    let to_look_at = || worst_finding(workbench).filter(|_| area.width < super::THREE);
    let said = workbench.message.clone().or_else(to_look_at).unwrap_or_default();
    let mut lines = vec![Line::from(bold(cut(&said, width)))];
    lines.extend(key_lines(workbench, width));
    frame.render_widget(Paragraph::new(lines), area);
}

/// What is to be looked at, where the pane that tells it is not on the screen.
fn worst_finding(workbench: &Workbench) -> Option<String> {
    let lang = workbench.lang;
    if workbench.pane != Pane::Activity {
        return None;
    }
    let findings = workbench.findings();
    let serious = findings.iter().filter(|finding| finding.severity() > Severity::Note);
    let worst = serious.clone().max_by_key(|finding| finding.severity())?;
    let key = workbench.keys.keys(Action::NextPane).first().map(ToString::to_string);
    let message = text::message(lang, &worst.fact);
    Some(words::look_at(lang, serious.count(), &message, &key.unwrap_or_default()))
}

/// The keys that work here, on as many lines as they take.
pub(super) fn key_lines(workbench: &Workbench, width: usize) -> Vec<Line<'static>> {
    let lang = workbench.lang;
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
    let mut lines = Vec::new();
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
    lines
}
