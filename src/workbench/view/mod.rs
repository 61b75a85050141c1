//! Drawing the workbench. The only place that knows the drawing library; nothing is decided here.

mod activity;
mod bottom;
mod detail;
mod list;
mod meeting;
mod picture;
mod plain;
mod popup;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders};

use super::{Pane, Workbench};
use crate::domain::{Band, Colour};
use crate::text::{self, workbench as words};

/// From which width on two panes stand beside each other, and three.
const TWO: u16 = 110;
const THREE: u16 = 160;

/// Draws everything.
pub fn draw(workbench: &Workbench, frame: &mut Frame<'_>) {
    let area = frame.area();
    let tall = area.height >= 30;
    let is_meeting = workbench.minutes().is_some();
    // Not fewer in one pane than in another, where there is little room: nothing is to jump.
    let keys_below = bottom::key_lines(workbench, usize::from(area.width)).len();
    let keys_below = keys_below.max(if area.width < TWO { 2 } else { 1 });
    let rows = [
        Constraint::Length(1),
        Constraint::Length(meeting::height(workbench, tall)),
        Constraint::Min(6),
        Constraint::Length(match area.height {
            36.. => 9,
            30.. => 8,
            _ => 6,
        }),
        Constraint::Length(u16::try_from(keys_below + 1).unwrap_or(u16::MAX)),
        Constraint::Length(u16::from(is_meeting)),
    ];
    let [top, strip, middle, meaning, keys, of_meeting] = Layout::vertical(rows).areas(area);
    bottom::title(workbench, frame, top);
    meeting::strip(workbench, frame, strip);
    panes(workbench, frame, middle);
    bottom::meaning(workbench, frame, meaning);
    bottom::keys(workbench, frame, keys);
    if is_meeting {
        meeting::keys(workbench, frame, of_meeting);
    }
    if let Some(over) = &workbench.popup {
        popup::draw(workbench, over, frame, middle.union(meaning));
    }
    if workbench.is_plain {
        plain::draw(frame.buffer_mut());
    }
}

fn panes(workbench: &Workbench, frame: &mut Frame<'_>, area: Rect) {
    let show = |pane: Pane, frame: &mut Frame<'_>, area: Rect| match pane {
        Pane::List => list::draw(workbench, frame, area),
        Pane::Activity => activity::draw(workbench, frame, area),
        Pane::Picture => picture::draw(workbench, frame, area),
    };
    if area.width >= THREE {
        // So wide that every band fits a cell of the matrix, where there is room for it.
        let picture = if area.width >= THREE + 10 { 58 } else { 54 };
        let widths = [Constraint::Length(48), Constraint::Min(60), Constraint::Length(picture)];
        let [left, middle, right] = Layout::horizontal(widths).areas(area);
        show(Pane::List, frame, left);
        show(Pane::Activity, frame, middle);
        show(Pane::Picture, frame, right);
    } else if area.width >= TWO {
        let widths = [Constraint::Length(42), Constraint::Min(60)];
        let [left, right] = Layout::horizontal(widths).areas(area);
        show(Pane::List, frame, left);
        let other = if workbench.pane == Pane::Picture { Pane::Picture } else { Pane::Activity };
        show(other, frame, right);
    } else {
        show(workbench.pane, frame, area);
    }
}

/// The frame of a pane; the one that keys go to has a double line and stands in bold.
fn framed(workbench: &Workbench, pane: Pane, title: &str) -> Block<'static> {
    let has_keys = workbench.pane == pane;
    let block = Block::new().borders(Borders::ALL);
    let title = match has_keys {
        true => Span::styled(format!("▶ {title} "), Style::new().add_modifier(Modifier::BOLD)),
        false => Span::raw(format!(" {title} ")),
    };
    let block = block.title(title);
    if has_keys { block.border_type(ratatui::widgets::BorderType::Double) } else { block }
}

/// The frame of lines that are shown from one on, with signs where there are more above or below.
fn with_more(block: Block<'static>, from: usize, of: usize, height: usize) -> Block<'static> {
    let block = match from {
        0 => block,
        _ => block.title_top(Line::from(" ↑ … ").right_aligned()),
    };
    match of > from + height {
        true => block.title_bottom(Line::from(" ↓ … ").right_aligned()),
        false => block,
    }
}

/// From which line on lines are shown that people move through, as far as they reach.
fn scrolled(workbench: &Workbench, wanted: usize, of: usize, height: usize) -> usize {
    let last = of.saturating_sub(height);
    workbench.reach.set(last);
    wanted.min(last)
}

/// The same colours as in tables; the word stands beside, and the worst is in bold.
fn coloured(colour: Colour) -> Style {
    let (background, foreground) = colour.on_terminal();
    let style = Style::new().fg(Color::Indexed(foreground)).bg(Color::Indexed(background));
    if colour == Colour::Red { style.add_modifier(Modifier::BOLD) } else { style }
}

/// The band of a rank.
fn band_of(workbench: &Workbench, rank: Option<u8>) -> Option<&Band> {
    workbench.method.bands.iter().find(|band| Some(band.rank) == rank)
}

/// A band as its word in its colour, padded to a width.
fn band_word(workbench: &Workbench, rank: Option<u8>, width: usize) -> Span<'static> {
    match band_of(workbench, rank) {
        Some(band) => {
            let word = cut(text::band(workbench.lang, band), width.saturating_sub(2));
            Span::styled(format!("{:^width$}", format!(" {word} ")), coloured(band.colour))
        }
        None => Span::raw(format!("{:^width$}", words::no_band(workbench.lang))),
    }
}

/// A text in at most so many characters; what is cut off says so.
fn cut(text: &str, width: usize) -> String {
    let safe: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if safe.chars().count() <= width {
        return safe;
    }
    let kept: String = safe.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn bold(text: impl Into<String>) -> Span<'static> {
    Span::styled(text.into(), Style::new().add_modifier(Modifier::BOLD))
}

/// The line under the cursor.
fn chosen(line: Line<'static>) -> Line<'static> {
    line.style(Style::new().add_modifier(Modifier::REVERSED))
}

/// Lines of a text, broken at blanks.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        for word in part.split_whitespace() {
            let length = line.chars().count() + word.chars().count() + 1;
            if !line.is_empty() && length > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&cut(word, width.max(1)));
        }
        lines.push(line);
    }
    lines
}
