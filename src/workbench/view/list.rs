//! The activities, grouped by area.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::keys::Action;
use super::super::{Filter, Pane, Workbench};
use super::{band_word, bold, chosen, cut, framed, meeting, with_more, wrapped};
use crate::domain::{ActivityId, AreaId, Status};
use crate::text::workbench as words;

/// Width of a band in the list.
const BAND: usize = 14;

pub(super) fn draw(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let lang = workbench.lang;
    let list = &workbench.list;
    let area_of = list.area.as_ref().and_then(|id| workbench.catalogue.area(id));
    let area_of = area_of.map(|area| lang.pick(&*area.label, &*area.label_en));
    let search = (list.search.as_str(), list.is_near);
    let title = words::list_title(lang, list.shown.len(), list.filter.key(), search, area_of);
    let title = cut(&title, usize::from(area.width).saturating_sub(6));
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
        let said = words::empty_list(lang, &limits(workbench));
        lines.extend(wrapped(&said, width).into_iter().map(Line::from));
    }
    let from = first_shown(at, lines.len(), usize::from(inside.height));
    frame.render_widget(with_more(block, from, lines.len(), usize::from(inside.height)), area);
    let shown: Vec<Line<'static>> = lines.into_iter().skip(from).collect();
    frame.render_widget(Paragraph::new(shown), inside);
}

/// What the list is limited by, each with the key to change it.
fn limits(workbench: &Workbench) -> Vec<(words::Limit, String)> {
    let list = &workbench.list;
    let limits = [
        (words::Limit::Search, Action::Search, !list.search.is_empty()),
        (words::Limit::Filter, Action::Filter, list.filter != Filter::All),
        (words::Limit::Area, Action::Area, list.area.is_some()),
    ];
    let is_there = limits.into_iter().filter(|(.., is_there)| *is_there);
    is_there
        .filter_map(|(limit, action, _)| {
            Some((limit, workbench.keys.keys(action).first()?.to_string()))
        })
        .collect()
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
