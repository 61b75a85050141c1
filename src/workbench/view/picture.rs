//! Where the activity lies in the matrix, why, and what is to be looked at.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::{Pane, Workbench};
use super::{bold, coloured, cut, framed, scrolled, with_more, wrapped};
use crate::domain::{ActivityAnswer, ActivityId, LevelNumber};
use crate::engine::{RiskSource, activity_risk};
use crate::finding::Severity;
use crate::text::{self, workbench as words};

/// Narrowest and widest cell of the matrix: the longest word of a band fits where there is room.
const CELL: (usize, usize) = (5, 14);

pub(super) fn draw(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let lang = workbench.lang;
    let block = framed(workbench, Pane::Picture, words::picture_title(lang));
    let inside = block.inner(area);
    let Some(id) = workbench.list.selected() else {
        frame.render_widget(block, area);
        return;
    };
    let answer = workbench.answer_of(id);
    let width = usize::from(inside.width);
    let mut lines = matrix(workbench, &answer, width);
    lines.push(Line::from(cut(words::legend(lang), width)));
    lines.push(Line::default());
    lines.extend(why(workbench, &answer, width));
    lines.extend(others(workbench, id, width));
    lines.extend(findings(workbench, width));
    let height = usize::from(inside.height);
    let from = match workbench.pane {
        Pane::Picture => scrolled(workbench, workbench.scrolled, lines.len(), height),
        _ => 0,
    };
    frame.render_widget(with_more(block, from, lines.len(), height), area);
    let lines: Vec<Line<'static>> = lines.into_iter().skip(from).collect();
    frame.render_widget(Paragraph::new(lines), inside);
}

/// The matrix with the cells of today and of afterwards marked.
fn matrix(workbench: &Workbench, answer: &ActivityAnswer, width: usize) -> Vec<Line<'static>> {
    let columns = usize::from(workbench.method.likelihood.top_number());
    let room = width.saturating_sub(3).checked_div(columns).unwrap_or_default();
    let cell_width = room.clamp(CELL.0, CELL.1);
    let (lang, method) = (workbench.lang, &workbench.method);
    let risk = activity_risk(answer, workbench.scope());
    let cell = |score: Option<(&RiskSource, &crate::engine::Score<'_>)>| {
        score.map(|(_, score)| (score.consequence.number(), score.likelihood.number()))
    };
    let (now, after) = (cell(risk.current()), cell(risk.residual()));
    let mut lines = vec![Line::from(bold(words::matrix_head(lang)))];
    for (consequence, _) in method.consequence.levels().rev() {
        let mut spans = vec![Span::raw(format!("{consequence:>2} "))];
        for (likelihood, _) in method.likelihood.levels() {
            let Some(band) = method.band(likelihood, consequence) else { continue };
            let place = Some((consequence.number(), likelihood.number()));
            let mark = match (place == now, place == after) {
                (true, true) => words::mark_both(lang),
                (true, false) => words::mark_now(lang),
                (false, true) => words::mark_after(lang),
                (false, false) => "",
            };
            let word = if mark.is_empty() {
                // A blank stands between two words also where the cells are as wide as they are.
                cut(text::band(lang, band), cell_width.saturating_sub(1))
            } else {
                format!("[{mark}]")
            };
            spans.push(Span::styled(format!("{word:^cell_width$}"), coloured(band.colour)));
        }
        lines.push(Line::from(spans));
    }
    let numbers =
        method.likelihood.levels().map(|(level, _)| format!("{:^cell_width$}", level.to_string()));
    lines.push(Line::from(format!("   {}", numbers.collect::<String>())));
    lines
}

/// The bands in words, and why.
fn why(workbench: &Workbench, answer: &ActivityAnswer, width: usize) -> Vec<Line<'static>> {
    let (lang, method) = (workbench.lang, &workbench.method);
    let risk = activity_risk(answer, workbench.scope());
    let Some((source, score)) = risk.current() else {
        return wrapped(words::nothing_to_explain(lang), width)
            .into_iter()
            .map(Line::from)
            .collect();
    };
    let threat = match source {
        RiskSource::Direct => None,
        RiskSource::Threat(id) => workbench.catalogue.threats.get(id),
    };
    let mut lines = vec![Line::from(vec![
        bold(format!("{}: ", words::now(lang))),
        Span::styled(format!(" {} ", text::band(lang, score.band)), coloured(score.band.colour)),
    ])];
    if let Some((_, after)) = risk.residual() {
        lines.push(Line::from(vec![
            bold(format!("{}: ", words::after(lang))),
            Span::styled(
                format!(" {} ", text::band(lang, after.band)),
                coloured(after.band.colour),
            ),
        ]));
    }
    let text = text::why_this_band(lang, method, (source, threat), score);
    lines.extend(wrapped(&text, width).into_iter().map(Line::from));
    lines.push(Line::default());
    lines
}

/// What other municipalities chose here: to hold one's own against, and never filled in.
fn others(workbench: &Workbench, id: &ActivityId, width: usize) -> Vec<Line<'static>> {
    let (lang, method) = (workbench.lang, &workbench.method);
    let Some(others) = &workbench.others else { return Vec::new() };
    let mut lines =
        vec![Line::from(bold(cut(&words::others_title(lang, others.municipalities), width)))];
    let is_same = (&others.method, others.method_version) == (&method.id, method.version);
    let spread = others.activities.get(id).filter(|_| is_same);
    let Some(spread) = spread.filter(|spread| spread.assessed > 0) else {
        let why =
            if is_same { words::others_have_not(lang) } else { words::others_use_another(lang) };
        lines.extend(wrapped(why, width).into_iter().map(Line::from));
        lines.push(Line::default());
        return lines;
    };
    let count = |count: &Option<usize>| {
        count.map_or_else(|| words::withheld(lang).to_owned(), |count| count.to_string())
    };
    let band = |(rank, of): (u8, &Option<usize>)| {
        let known = method.bands.iter().find(|band| band.rank == rank)?;
        Some(format!("{} {}", text::band(lang, known), count(of)))
    };
    let bands: Vec<String> = (1..=u8::MAX).zip(&spread.bands).filter_map(band).collect();
    let levels = |counts: &[Option<usize>]| -> String {
        let levels = (1..=u8::MAX).zip(counts).map(|(level, of)| format!("{level}: {}", count(of)));
        levels.collect::<Vec<_>>().join(" · ")
    };
    let mut told = vec![words::others_assessed(lang, spread.assessed, &bands.join(" · "))];
    if !spread.likelihoods.is_empty() {
        told.push(words::others_likelihood(lang, &levels(&spread.likelihoods)));
    }
    if !spread.consequences.is_empty() {
        told.push(words::others_consequence(lang, &levels(&spread.consequences)));
    }
    lines.extend(told.iter().flat_map(|text| wrapped(text, width)).map(Line::from));
    lines.push(Line::default());
    lines
}

/// What `check` says of this activity.
fn findings(workbench: &Workbench, width: usize) -> Vec<Line<'static>> {
    let lang = workbench.lang;
    let findings = workbench.findings();
    let mut lines = Vec::new();
    for finding in findings.iter() {
        if lines.is_empty() {
            lines.push(Line::from(bold(words::to_look_at(lang))));
        }
        let mark = match finding.severity() {
            Severity::Error => "!!",
            Severity::Warning => "! ",
            Severity::Note => "· ",
        };
        let message = text::message(lang, &finding.fact);
        let text = format!("{message} ({})", finding.code().id());
        for (place, line) in wrapped(&text, width.saturating_sub(3)).into_iter().enumerate() {
            let mark = if place == 0 { mark } else { "  " };
            lines.push(Line::from(format!("{mark} {line}")));
        }
    }
    lines
}
