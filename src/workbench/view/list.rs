//! The activities, grouped by area.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::{Filter, Pane, Workbench};
use super::{band_word, bold, chosen, cut, framed, meeting, with_more};
use crate::domain::{ActivityId, AreaId, Status};
use crate::text::workbench as words;

/// Width of a band in the list.
const BAND: usize = 14;

pub(super) fn draw(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let lang = workbench.lang;
    let list = &workbench.list;
    let title =
        words::list_title(lang, list.shown.len(), list.filter.key(), (&list.search, list.is_near));
    let block = framed(workbench, Pane::List, &title);
    let inside = block.inner(area);
    let width = usize::from(inside.width);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let (mut last, mut at) = (None::<&AreaId>, 0);
    for (place, id) in list.shown.iter().enumerate() {
        let Some(activity) = workbench.catalogue.activities.get(id) else { continue };
        // The agenda has an order of its own.
        if list.filter != Filter::Agenda && last != Some(&activity.area) {
            last = Some(&activity.area);
            let label = workbench.catalogue.area(&activity.area);
            let label = label.map_or("", |area| lang.pick(&*area.label, &*area.label_en));
            lines.push(Line::from(bold(cut(label, width))));
        }
        let line = entry(workbench, id, &activity.title, width);
        if place == list.chosen {
            at = lines.len();
            lines.push(chosen(line));
        } else {
            lines.push(line);
        }
    }
    if lines.is_empty() {
        lines.push(Line::from(words::empty_list(lang)));
    }
    let from = first_shown(at, lines.len(), usize::from(inside.height));
    frame.render_widget(with_more(block, from, lines.len(), usize::from(inside.height)), area);
    let shown: Vec<Line<'static>> = lines.into_iter().skip(from).collect();
    frame.render_widget(Paragraph::new(shown), inside);
}

fn entry(workbench: &Workbench, id: &ActivityId, title: &str, width: usize) -> Line<'static> {
    let answer = workbench.assessment.activities.get(id);
    let status = answer.map_or(Status::NotStarted, |answer| answer.status);
    let is_agenda = workbench.list.filter == Filter::Agenda;
    let treated = if is_agenda { meeting::mark(workbench, id) } else { "" };
    let mark = words::status_mark(status);
    let rank = workbench.standings.get(id).and_then(|standing| standing.current);
    let room = width.saturating_sub(BAND + 8 + treated.len());
    let title = cut(title, room);
    let start = format!("{treated}{mark} {:<4} {title:<room$} ", id.as_str());
    let band = match status {
        Status::NotApplicable => {
            Span::raw(format!("{:^BAND$}", words::not_applicable(workbench.lang)))
        }
        _ => band_word(workbench, rank, BAND),
    };
    Line::from(vec![Span::raw(start), band])
}

/// The first line that is shown, so that the chosen one is among them with some around it.
pub(super) fn first_shown(at: usize, of: usize, height: usize) -> usize {
    let around = height / 3;
    let last = of.saturating_sub(height);
    at.saturating_sub(height.saturating_sub(around + 1)).min(last)
}
