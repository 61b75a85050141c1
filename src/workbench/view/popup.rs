//! What lies over the screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Paragraph};

use super::super::Workbench;
use super::super::editor::Editor;
use super::super::keys::Action;
use super::super::popup::{Actions, Clashes, Measures, Part, Popup, Purpose};
use super::list::first_shown;
use super::{bold, chosen, cut, scrolled, with_more, wrapped};
use crate::domain::{Action as Planned, Status, Treatment};
use crate::engine::Clash;
use crate::finding::BranchValue;
use crate::text::{self, workbench as words};

pub(super) fn draw(workbench: &Workbench, popup: &Popup, frame: &mut Frame<'_>, over: Rect) {
    let lang = workbench.lang;
    let width = over.width.saturating_sub(4).min(100);
    let inner = usize::from(width.saturating_sub(4));
    let (title, lines, at) = match popup {
        Popup::Text(purpose, editor) => {
            let (title, hint) = match purpose {
                Purpose::Minutes(writing) => text::meeting::purpose(lang, *writing),
                _ => words::purpose(lang, purpose_of(purpose)),
            };
            let mut lines = written(editor, inner);
            lines.push(Line::default());
            lines.extend(wrapped(hint, inner).into_iter().map(Line::from));
            (title.to_owned(), lines, 0)
        }
        Popup::Actions(actions) => {
            (words::actions_title(lang).to_owned(), of_actions(workbench, actions, inner), 0)
        }
        Popup::Measures(measures) => {
            let (lines, at) = of_measures(workbench, measures, inner);
            (words::measures_title(lang).to_owned(), lines, at)
        }
        Popup::Areas(areas, place) => {
            let lines = areas.iter().enumerate().map(|(number, area)| {
                let known = area.as_ref().and_then(|id| workbench.catalogue.area(id));
                let label = known.map_or(words::all_areas(lang), |area| {
                    lang.pick(area.label.as_str(), area.label_en.as_str())
                });
                let line = Line::from(format!("  {}", cut(label, inner.saturating_sub(2))));
                if number == *place { chosen(line) } else { line }
            });
            (words::areas_title(lang).to_owned(), lines.collect(), *place)
        }
        Popup::Help(_) => (words::help_title(lang).to_owned(), help(workbench, inner), 0),
        Popup::Leave => {
            let lines = wrapped(words::leave_question(lang), inner);
            (words::leave_title(lang).to_owned(), lines.into_iter().map(Line::from).collect(), 0)
        }
        Popup::Carry(id) => {
            let lines = carried(workbench, id, inner);
            (words::carry_title(lang).to_owned(), lines, 0)
        }
        Popup::Clashes(clashes) => {
            let (lines, at) = of_clashes(workbench, clashes, inner);
            (words::clashes_title(lang, clashes.list.len()), lines, at)
        }
    };
    boxed(workbench, popup, frame, (over, width), (&title, lines, at));
}

/// Draws the lines of a box, as many as there is room for.
fn boxed(
    workbench: &Workbench,
    popup: &Popup,
    frame: &mut Frame<'_>,
    (over, width): (Rect, u16),
    (title, lines, at): (&str, Vec<Line<'static>>, usize),
) {
    // A text for the list is written where the list can be seen.
    let is_search = matches!(popup, Popup::Text(Purpose::Search, _));
    let most = over.height.saturating_sub(2);
    let wanted = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let height = wanted.min(most).max(3);
    let top = if is_search { over.bottom().saturating_sub(height) } else { over.y + 1 };
    let area = Rect { x: over.x + (over.width - width) / 2, y: top, width, height };
    let block = Block::new().borders(Borders::ALL).title(bold(format!(" {title} ")));
    let inside = block.inner(area);
    let height = usize::from(inside.height);
    let from = match popup {
        Popup::Help(from) => scrolled(workbench, *from, lines.len(), height),
        _ => first_shown(at, lines.len(), height),
    };
    frame.render_widget(Clear, area);
    frame.render_widget(with_more(block, from, lines.len(), height), area);
    let lines: Vec<Line<'static>> = lines.into_iter().skip(from).collect();
    frame.render_widget(Paragraph::new(lines), inside);
}

fn purpose_of(purpose: &Purpose) -> words::Writing {
    match purpose {
        Purpose::Reason => words::Writing::Reason,
        Purpose::NotApplicable => words::Writing::NotApplicable,
        Purpose::Owner => words::Writing::Owner,
        Purpose::Note | Purpose::Minutes(_) => words::Writing::Note,
        Purpose::Search => words::Writing::Search,
    }
}

/// A text with the place of the next character standing out.
fn written(editor: &Editor, width: usize) -> Vec<Line<'static>> {
    let (before, behind) = editor.halves();
    let marked = format!("{before}\u{2588}{behind}");
    let mut lines = Vec::new();
    for part in marked.split('\n') {
        let characters: Vec<char> = part.chars().collect();
        if characters.is_empty() {
            lines.push(Line::default());
        }
        for piece in characters.chunks(width.max(1)) {
            lines.push(Line::from(piece.iter().collect::<String>()));
        }
    }
    lines
}

fn of_measures(
    workbench: &Workbench,
    measures: &Measures,
    width: usize,
) -> (Vec<Line<'static>>, usize) {
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (place, (title, is_chosen)) in measures.list.iter().enumerate() {
        let mark = if *is_chosen { "[x]" } else { "[ ]" };
        let line = Line::from(cut(&format!(" {mark} {title}"), width));
        lines.push(if place == measures.chosen { chosen(line) } else { line });
    }
    if lines.is_empty() {
        lines.push(Line::from(words::no_measures(workbench.lang)));
    }
    lines.push(Line::from(words::measures_keys(workbench.lang)));
    (lines, measures.chosen)
}

fn of_actions(workbench: &Workbench, actions: &Actions, width: usize) -> Vec<Line<'static>> {
    let lang = workbench.lang;
    let id = workbench.list.selected();
    let answer = id.map(|id| workbench.answer_of(id)).unwrap_or_default();
    let treatment = answer.risk(actions.threat.as_ref()).and_then(|risk| risk.treatment);
    let mut lines = vec![Line::from(bold(words::treatment_head(lang)))];
    let mut spans = Vec::new();
    for (number, (_, way)) in (1..).zip(Treatment::KEYS) {
        let word = format!(" {number} {} ", text::treatment(lang, way));
        let style = match treatment == Some(way) {
            true => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            false => Style::new(),
        };
        let word = if treatment == Some(way) { format!("[{}]", word.trim()) } else { word };
        spans.push(Span::styled(word, style));
        spans.push(Span::raw(" "));
    }
    lines.extend([Line::from(spans), Line::default(), Line::from(bold(words::actions_head(lang)))]);
    for (place, action) in actions.list.iter().enumerate() {
        let line = Line::from(cut(&format!("  {}", shown(workbench, action)), width));
        lines.push(if place == actions.chosen { chosen(line) } else { line });
    }
    if actions.writing.is_none() {
        let new = Line::from(format!("  {}", words::new_action(lang)));
        lines.push(if actions.chosen >= actions.list.len() { chosen(new) } else { new });
    }
    if let Some((part, editor)) = &actions.writing {
        let label = match part {
            Part::What => words::part_what(lang),
            Part::Owner => words::part_owner(lang),
            Part::Deadline => words::part_deadline(lang),
        };
        lines.push(Line::from(bold(label)));
        lines.extend(written(editor, width));
        if actions.wrong {
            lines.push(Line::from(words::no_day(lang)));
        }
    }
    lines.push(Line::default());
    let hint = if actions.writing.is_some() {
        words::writing_keys(lang)
    } else {
        words::actions_keys(lang)
    };
    lines.extend(wrapped(hint, width).into_iter().map(Line::from));
    lines
}

/// Every field with both values, the one that stands marked; and where the cursor is.
fn of_clashes(
    workbench: &Workbench,
    clashes: &Clashes,
    width: usize,
) -> (Vec<Line<'static>>, usize) {
    let lang = workbench.lang;
    let explained = wrapped(words::clashes_explained(lang), width);
    let mut lines: Vec<Line<'static>> = explained.into_iter().map(Line::from).collect();
    let mut at = 0;
    for (place, (clash, is_theirs)) in clashes.list.iter().enumerate() {
        lines.push(Line::default());
        let head = Line::from(bold(cut(&clash_place(workbench, clash), width)));
        let is_chosen = place == clashes.chosen;
        if is_chosen {
            // So that all of it is seen.
            at = lines.len() + 2;
        }
        lines.push(if is_chosen { chosen(head) } else { head });
        let values = [
            ("1", words::our_value(lang), &clash.ours, !is_theirs),
            ("2", words::their_value(lang), &clash.theirs, *is_theirs),
        ];
        for (key, whose, value, stands) in values {
            let mark = if stands { "(x)" } else { "( )" };
            let value = match value {
                BranchValue::Value(text) if text.is_empty() => "–".to_owned(),
                BranchValue::Value(text) => in_words(workbench, clash, text),
                BranchValue::Answers => words::other_answers(lang).to_owned(),
            };
            lines.push(Line::from(cut(&format!("  {key} {mark} {whose}: {value}"), width)));
        }
    }
    lines.push(Line::default());
    lines.extend(wrapped(words::clashes_keys(lang), width).into_iter().map(Line::from));
    (lines, at)
}

/// What clashes: the field first, since what is too long is cut at its end.
fn clash_place(workbench: &Workbench, clash: &Clash) -> String {
    let activity = clash.activity.as_ref().map(|id| {
        let title = workbench.catalogue.activities.get(id).map_or("", |known| &known.title);
        format!("{id} {title}")
    });
    let threat = clash.threat.as_ref().map(|id| {
        let title = workbench.catalogue.threats.get(id).map_or("", |known| &known.title);
        format!("{id} {title}")
    });
    let field = text::history::field(workbench.lang, &clash.keys());
    [field].into_iter().chain(threat).chain(activity).collect::<Vec<_>>().join(" · ")
}

/// A value as people know it, where the file has a word of its own for it.
fn in_words(workbench: &Workbench, clash: &Clash, value: &str) -> String {
    text::history::clashing(workbench.lang, &workbench.method, &clash.keys(), value)
}

/// An action with who does it and by when.
pub(super) fn shown(workbench: &Workbench, action: &Planned) -> String {
    let lang = workbench.lang;
    let owner = action.owner.clone().unwrap_or_else(|| "–".to_owned());
    let day = action.deadline.map_or_else(|| "–".to_owned(), |day| text::date(lang, day));
    format!("{} ({owner}; {day})", action.what)
}

/// Every key that works here, and what it does.
fn help(workbench: &Workbench, width: usize) -> Vec<Line<'static>> {
    const KEYS: usize = 18;
    let lang = workbench.lang;
    let is_meeting = workbench.minutes().is_some();
    let shown = Action::KEYS.into_iter().map(|(_, action)| action);
    let shown = shown.filter(|action| is_meeting || !Action::MEETING.contains(action));
    let actions = shown.map(|action| {
        let keys = workbench.keys.keys(action).iter().map(ToString::to_string);
        (keys.collect::<Vec<_>>().join(", "), words::action_in_full(lang, action.key()))
    });
    let all = std::iter::once(("1-9, 0".to_owned(), words::digits(lang))).chain(actions);
    all.flat_map(|(keys, told)| {
        wrapped(told, width.saturating_sub(KEYS)).into_iter().enumerate().map(
            move |(place, part)| {
                let keys = if place == 0 { keys.as_str() } else { "" };
                Line::from(vec![bold(format!("{keys:<KEYS$}")), Span::raw(part)])
            },
        )
    })
    .collect()
}

fn carried(
    workbench: &Workbench,
    id: &crate::domain::ActivityId,
    width: usize,
) -> Vec<Line<'static>> {
    let lang = workbench.lang;
    let Some(last) = workbench.last() else { return Vec::new() };
    let before = last.activities.get(id).cloned().unwrap_or_default();
    let standing = workbench.standing_of(&before);
    let band = super::band_of(workbench, standing.current).map(|band| text::band(lang, band));
    let band = band.unwrap_or_else(|| words::no_band(lang));
    let undo = workbench.keys.keys(Action::Undo).first().map(ToString::to_string);
    let text = words::carry_question(
        lang,
        (&last.round, text::status(lang, before.status), band),
        before.status == Status::Assessed,
        &undo.unwrap_or_default(),
    );
    wrapped(&text, width).into_iter().map(Line::from).collect()
}
