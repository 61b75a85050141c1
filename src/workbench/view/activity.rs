//! The answers to one activity.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::item::{Column, Item};
use super::super::keys::Action;
use super::super::{Pane, Workbench};
use super::list::first_shown;
use super::{bold, chosen, cut, detail, framed, with_more, wrapped};
use crate::domain::{
    Activity, ActivityAnswer, Dimension, LevelNumber, Origin, Perspective, RiskAnswer,
};
use crate::text::{self, workbench as words};

pub(super) fn draw(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let lang = workbench.lang;
    let Some(activity) = workbench.activity() else {
        let block = framed(workbench, Pane::Activity, words::no_activity(lang));
        frame.render_widget(block, area);
        return;
    };
    let title = format!("{} {}", activity.id, activity.title);
    let width = usize::from(area.width.saturating_sub(2));
    let block = framed(workbench, Pane::Activity, &cut(&title, width.saturating_sub(4)));
    let inside = block.inner(area);
    let answer = workbench.answer_of(&activity.id);
    let mut lines = about(workbench, activity, width, usize::from(inside.height));
    let mut at = 0;
    let mut group = None;
    for (place, item) in workbench.items().iter().enumerate() {
        let heading = words::group(lang, kind(item));
        if group != Some(heading) {
            group = Some(heading);
            if !heading.is_empty() {
                lines.push(heading_line(workbench, heading, item, width));
            }
        }
        let line = line_of(workbench, activity, &answer, item, width);
        if place == workbench.cursor.0 {
            at = lines.len();
            lines.push(match workbench.pane {
                Pane::Activity => chosen_item(workbench, item, line),
                _ => line,
            });
        } else {
            lines.push(line);
        }
    }
    let free = usize::from(inside.height).saturating_sub(lines.len());
    lines.extend(detail::lines(workbench, &answer, width, free));
    let from = first_shown(at, lines.len(), usize::from(inside.height));
    let from = if at < usize::from(inside.height) { 0 } else { from };
    frame.render_widget(with_more(block, from, lines.len(), usize::from(inside.height)), area);
    let shown: Vec<Line<'static>> = lines.into_iter().skip(from).collect();
    frame.render_widget(Paragraph::new(shown), inside);
}

/// What the activity is; shorter where there is little room.
fn about(
    workbench: &Workbench,
    activity: &Activity,
    width: usize,
    height: usize,
) -> Vec<Line<'static>> {
    let lang = workbench.lang;
    let most = if height >= 30 { 4 } else { 1 };
    let mut lines: Vec<Line<'static>> = Vec::new();
    let description = wrapped(&activity.description, width);
    let is_cut = description.len() > most;
    for (place, text) in description.into_iter().take(most).enumerate() {
        let text =
            if is_cut && place + 1 == most { cut(&format!("{text} …"), width) } else { text };
        lines.push(Line::from(text));
    }
    if height >= 30 {
        let laws: Vec<String> =
            activity.legal_basis.laws.iter().map(ToString::to_string).take(3).collect();
        lines.push(Line::from(cut(&format!("{}: {}", words::law(lang), laws.join("; ")), width)));
    }
    lines
}

fn kind(item: &Item) -> words::Group {
    match item {
        Item::Status => words::Group::None,
        Item::Consequence(whose, _) => words::Group::Consequence(*whose),
        Item::Direct | Item::Threat(_) => words::Group::Risks,
        Item::Owner | Item::Note => words::Group::More,
    }
}

/// Widths of the three figures behind a risk.
const FIGURE: usize = 5;

fn heading_line(workbench: &Workbench, heading: &str, item: &Item, width: usize) -> Line<'static> {
    if item.risk().is_none() {
        return Line::from(bold(cut(heading, width)));
    }
    let lang = workbench.lang;
    let figures = words::figure_heads(lang).map(|head| format!("{head:^FIGURE$}")).concat();
    let room = width.saturating_sub(figures.chars().count());
    let marks = words::marks_are(lang, &MARKED.map(|action| mark_of(workbench, action)).concat());
    let heading = format!("{heading} {marks}");
    Line::from(bold(format!("{:<room$}{figures}", cut(&heading, room))))
}

/// What is marked at a risk when it is written there, by its key: a reason, measures in place, treatment or actions.
const MARKED: [Action; 3] = [Action::Reason, Action::Measures, Action::Treatment];

fn mark_of(workbench: &Workbench, action: Action) -> String {
    workbench.keys.keys(action).first().map(ToString::to_string).unwrap_or_default()
}

/// What is written at a risk, as marks of one width.
fn marks(workbench: &Workbench, risk: Option<&RiskAnswer>) -> String {
    let is_written = risk.map_or([false; 3], |risk| {
        let is_treated = risk.treatment.is_some() || !risk.actions.is_empty();
        [risk.reason.is_some(), !risk.measures.is_empty(), is_treated]
    });
    let mark = |(action, is_written): (Action, bool)| {
        let mark = mark_of(workbench, action);
        if is_written { mark } else { " ".repeat(mark.chars().count()) }
    };
    MARKED.into_iter().zip(is_written).map(mark).collect()
}

fn line_of(
    workbench: &Workbench,
    activity: &Activity,
    answer: &ActivityAnswer,
    item: &Item,
    width: usize,
) -> Line<'static> {
    let lang = workbench.lang;
    match item {
        Item::Status => {
            let status = text::status(lang, answer.status);
            let why = answer.status_reason.as_deref().map(|why| format!(": {why}"));
            let by = answer.assessed.by.as_deref().map(|by| format!(", {by}"));
            let on = answer.assessed.on.map(|on| format!(" {}", text::date(lang, on)));
            let rest = [why, by, on].into_iter().flatten().collect::<String>();
            Line::from(cut(&format!("  {}: {status}{rest}", words::status(lang)), width))
        }
        Item::Consequence(whose, kind) => {
            consequence(workbench, activity, answer, (*whose, *kind), width)
        }
        Item::Direct => {
            let label = words::direct(lang).to_owned();
            risk_line(workbench, &label, Some(&answer.direct), None, width)
        }
        Item::Threat(id) => {
            let title = workbench.catalogue.threats.get(id).map_or("", |threat| &threat.title);
            let of = answer.threats.get(id);
            let not = of.and_then(|threat| threat.not_relevant.as_deref());
            risk_line(workbench, &format!("{id} {title}"), answer.risk(Some(id)), not, width)
        }
        Item::Owner => labelled(words::owner(lang), answer.owner.as_deref(), width),
        Item::Note => labelled(words::note(lang), answer.note.as_deref(), width),
    }
}

fn labelled(label: &str, text: Option<&str>, width: usize) -> Line<'static> {
    Line::from(cut(&format!("  {label}: {}", text.unwrap_or("–")), width))
}

fn consequence(
    workbench: &Workbench,
    activity: &Activity,
    answer: &ActivityAnswer,
    (whose, kind): (Perspective, Dimension),
    width: usize,
) -> Line<'static> {
    let lang = workbench.lang;
    let figure = answer.consequences.figures.get(&(whose, kind));
    let level = figure.and_then(|figure| figure.rating.rated());
    let shown = level.map_or_else(
        || words::not_rated(lang).to_owned(),
        |level| text::consequence(lang, &workbench.method, level),
    );
    let mut rest = Vec::new();
    if let Some(figure) = figure.filter(|figure| figure.origin != Origin::Own) {
        rest.push(format!("({})", text::origin(lang, figure.origin)));
    } else if let Some(start) = activity.starting.as_ref().and_then(|s| s.levels.get(&kind))
        && whose == Perspective::DataSubject
        && level.is_some_and(|level| level.number() != *start)
    {
        rest.push(words::starting_was(lang, *start));
    }
    let last = workbench.last().and_then(|last| last.activities.get(&activity.id));
    let last = last.and_then(|last| last.consequences.rating(whose, kind).rated());
    if let Some(last) = last.filter(|last| Some(*last) != level) {
        rest.push(words::last_was(lang, last.number()));
    }
    if let Some(reason) = figure.and_then(|figure| figure.reason.as_deref()) {
        rest.push(format!("– {reason}"));
    }
    let name = text::dimension(lang, kind);
    Line::from(cut(&format!("  {name:<16} {shown:<14} {}", rest.join(" ")), width))
}

/// A risk with its three figures, and marks for what is written at it.
fn risk_line(
    workbench: &Workbench,
    label: &str,
    risk: Option<&RiskAnswer>,
    not_relevant: Option<&str>,
    width: usize,
) -> Line<'static> {
    let lang = workbench.lang;
    let figure = |number: Option<u8>| {
        format!("{:^FIGURE$}", number.map_or_else(|| "·".to_owned(), |number| number.to_string()))
    };
    // Those of a threat that is not relevant are kept, but count for nothing.
    let figures = match risk.filter(|_| not_relevant.is_none()) {
        None => [None; 3],
        Some(risk) => [
            risk.likelihood.rated().map(LevelNumber::number),
            risk.residual_likelihood.rated().map(LevelNumber::number),
            risk.residual_consequence.rated().map(LevelNumber::number),
        ],
    };
    let rest = match (not_relevant, risk.and_then(|risk| risk.reason.as_deref())) {
        (Some(why), _) => format!(" – {}: {why}", words::not_applicable(lang)),
        (None, Some(reason)) => format!(" – {reason}"),
        (None, None) => String::new(),
    };
    let marks = marks(workbench, risk);
    let room = width.saturating_sub(3 * FIGURE + 1);
    let text = cut(&format!("{marks} {label}{rest}"), room);
    let mut spans = vec![Span::raw(format!(" {text:<room$}"))];
    spans.extend(figures.map(|number| Span::raw(figure(number))));
    Line::from(spans)
}

/// The line under the cursor; of a risk only the figure that digits set stands out once more.
fn chosen_item(workbench: &Workbench, item: &Item, line: Line<'static>) -> Line<'static> {
    if item.risk().is_none() {
        return chosen(line);
    }
    let column = Column::ALL.iter().position(|column| *column == workbench.cursor.1);
    let spans = line.spans.into_iter().enumerate().map(|(place, span)| {
        let is_it = column.is_some_and(|column| place == column + 1);
        let style = Style::new().add_modifier(Modifier::REVERSED);
        match is_it {
            true => Span::styled(
                format!("[{:^3}]", span.content.trim()),
                style.add_modifier(Modifier::BOLD),
            ),
            false => span.style(style),
        }
    });
    Line::from(spans.collect::<Vec<_>>())
}
