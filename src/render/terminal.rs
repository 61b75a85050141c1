//! Documents for a terminal or a pipe.

use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle,
    Table as Grid, TableStyle, Width,
};

use super::bar::blocks;
use crate::domain::Colour;
use crate::report::{Align, Block, Cell, Column, Document, Room, SEPARATOR, Table};

/// What the place of output can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Characters on a line.
    pub width: u16,
    /// Whether colours are shown. The words say the same without them.
    pub colour: bool,
    /// Whether addresses become links. They are written out, or known without them.
    pub links: bool,
}

/// Narrowest width laid out for; below it, lines wrap wherever the terminal breaks them.
const MIN_WIDTH: u16 = 40;

/// The document as text, ending with a line break.
#[must_use]
pub fn terminal(document: &Document, terminal: Terminal) -> String {
    let width = usize::from(terminal.width.max(MIN_WIDTH));
    let mut text = String::new();
    for (position, block) in document.blocks.iter().enumerate() {
        let is_shown = match block {
            Block::Narrow(_) => leaves_out(before(document, position), terminal),
            Block::Bars(_) | Block::Counts(_) | Block::Picture(_) | Block::NewPage => false,
            _ => true,
        };
        if position > 0 && is_shown {
            text.push('\n');
        }
        match block {
            Block::Heading(heading) => {
                let address = document.address.as_deref().filter(|_| position == 0);
                for line in wrap(heading, width, "", "").lines() {
                    let line = match address.filter(|_| terminal.links) {
                        Some(address) => link(line, address),
                        None => line.to_owned(),
                    };
                    match terminal.colour {
                        true => text.push_str(&format!("\u{1b}[1m{line}\u{1b}[0m\n")),
                        false => text.push_str(&format!("{line}\n")),
                    }
                }
            }
            Block::Subheading(heading) => {
                for line in wrap(heading, width, "", "").lines() {
                    match terminal.colour {
                        true => text.push_str(&format!("\u{1b}[1m{line}\u{1b}[0m\n")),
                        false => text.push_str(&format!("{line}\n")),
                    }
                }
            }
            Block::Paragraph(paragraph) | Block::Small(paragraph) => {
                text.push_str(&linked(wrap(paragraph, width, "", ""), terminal));
            }
            Block::List(lines) => {
                for line in lines {
                    text.push_str(&linked(wrap(line, width, "  ", "    "), terminal));
                }
            }
            Block::Table(table) => text.push_str(&grid(table, terminal)),
            Block::Words(words) => text.push_str(&beside(words, width, terminal)),
            Block::Narrow(note) if is_shown => text.push_str(&wrap(note, width, "", "")),
            // The tables and texts say the same, or every column is shown.
            Block::Bars(_)
            | Block::Counts(_)
            | Block::Picture(_)
            | Block::NewPage
            | Block::Narrow(_) => {}
        }
    }
    text
}

/// User text without control characters, which could otherwise steer the terminal.
///
/// Line breaks stay; everything else that does not print becomes a space.
#[must_use]
pub fn safe(text: &str) -> String {
    // Direction marks could make a text read as something else than what is stored.
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { ' ' } else { c }).collect()
}

/// The block before the one at a place.
fn before(document: &Document, position: usize) -> Option<&Block> {
    document.blocks.get(position.checked_sub(1)?)
}

/// Whether a table has columns that are not shown here.
fn leaves_out(block: Option<&Block>, terminal: Terminal) -> bool {
    let Some(Block::Table(table)) = block else { return false };
    terminal.width < WIDE && table.columns.iter().any(|column| column.room == Room::WideOnly)
}

/// A text that leads to an address (OSC 8). Neither can end the sequence or begin another: the address is
/// of [`is_address`], and the text is [`safe`].
fn link(text: &str, address: &str) -> String {
    if !is_address(address) {
        return text.to_owned();
    }
    format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
}

/// Whether this is an address that a link may lead to: a page or a file, in printing ASCII only, as
/// addresses are; what would steer a terminal is not among it.
fn is_address(text: &str) -> bool {
    let known = ["https://", "http://", "file://"].iter().any(|start| text.starts_with(start));
    known && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Lines whose addresses of pages are links. What stands there is where it leads.
fn linked(lines: String, terminal: Terminal) -> String {
    if !terminal.links || !lines.contains("://") {
        return lines;
    }
    let word = |word: &str| {
        let from = word.find("https://").or_else(|| word.find("http://"));
        let (before, rest) = word.split_at(from.unwrap_or(word.len()));
        // What ends a sentence or a bracket is not the address's.
        let address = rest.trim_end_matches(['.', ',', ';', ':', ')', '"', '\n']);
        let after = rest.get(address.len()..).unwrap_or_default();
        format!("{before}{}{after}", link(address, address))
    };
    lines.split_inclusive([' ', '\n']).map(word).collect()
}

/// Words beside each other, each whole on its line.
fn beside(words: &[Cell], width: usize, terminal: Terminal) -> String {
    let (mut text, mut used) = (String::new(), 0);
    for word in words {
        let content = match (word.colour, terminal.colour) {
            (Some(_), true) => format!(" {} ", safe(&word.text)),
            _ => safe(&word.text),
        };
        let length = content.chars().count();
        let between = SEPARATOR.chars().count();
        if used > 0 && used + between + length > width {
            text.push('\n');
            used = 0;
        } else if used > 0 {
            text.push_str(SEPARATOR);
            used += between;
        }
        used += length;
        match word.colour.filter(|_| terminal.colour) {
            Some(colour) => {
                let (background, foreground) = colour.on_terminal();
                let bold = if colour == Colour::Red { "\u{1b}[1m" } else { "" };
                text.push_str(&format!(
                    "\u{1b}[48;5;{background}m\u{1b}[38;5;{foreground}m{bold}{content}\u{1b}[0m"
                ));
            }
            None => text.push_str(&content),
        }
    }
    text + "\n"
}

/// A line of its own, wrapped to the width; what follows stands under its first word, also behind the
/// number of an entry in a list.
#[must_use]
pub fn paragraph(text: &str, width: u16) -> String {
    let content = text.trim_start_matches(' ');
    let number = content.chars().take_while(char::is_ascii_digit).count();
    let is_entry = number > 0 && content.get(number..).is_some_and(|rest| rest.starts_with("  "));
    let entry = if is_entry { number + 2 } else { 0 };
    let first = " ".repeat(text.len() - content.len());
    let rest = " ".repeat(first.len() + entry);
    wrap(content, usize::from(width), &first, &rest)
}

/// Breaks at blanks. Widths are counted in characters, which is right for Danish.
fn wrap(text: &str, width: usize, first: &str, rest: &str) -> String {
    let mut wrapped = String::new();
    let mut indent = first;
    for line in safe(text).lines() {
        let mut used = 0;
        let mut current = String::new();
        for word in line.split(' ') {
            let length = word.chars().count();
            if used > 0 && indent.len() + used + 1 + length > width {
                wrapped.push_str(&format!("{indent}{current}\n"));
                indent = rest;
                current.clear();
                used = 0;
            }
            if used > 0 {
                current.push(' ');
                used += 1;
            }
            current.push_str(word);
            used += length;
        }
        wrapped.push_str(&format!("{indent}{current}\n"));
        indent = rest;
    }
    if wrapped.is_empty() {
        wrapped.push('\n');
    }
    wrapped
}

/// Lines under the header and at the end only: more activities fit on a screen.
const STYLE: TableStyle = TableStyle::new()
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));
/// Below this width, columns that are not decided by are left out.
const WIDE: u16 = 100;
/// Longest text of a band that is kept whole before other texts get room; more stands in it than a band.
const LONGEST_BAND: usize = 14;
/// Blanks beside each column, where there is room for them.
const PADDING: u16 = 2;

fn grid(table: &Table, terminal: Terminal) -> String {
    let width = terminal.width.max(MIN_WIDTH);
    let shown: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.room == Room::Always || width >= WIDE)
        .map(|(position, _)| position)
        .collect();
    let columns: Vec<&Column> = shown.iter().filter_map(|at| table.columns.get(*at)).collect();
    let mut grid = Grid::new();
    grid.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    if terminal.colour {
        grid.enforce_styling();
    } else {
        grid.force_no_tty();
    }
    grid.set_header(columns.iter().map(|column| safe(&column.title)));
    for row in &table.rows {
        grid.add_row(shown.iter().filter_map(|at| row.get(*at)).map(styled));
    }
    let wants: Vec<Wants> = shown.iter().map(|at| wants(table, *at)).collect();
    // A blank more stands between two columns, where other styles have a line.
    let room = |padding: u16| {
        let between = (columns.len() * (usize::from(padding) + 1)).saturating_sub(1);
        usize::from(width).saturating_sub(between)
    };
    let fits = wants.iter().map(|wants| wants.least).sum::<usize>() <= room(PADDING);
    let padding = if fits { PADDING } else { 0 };
    let widths = widths(&wants, room(padding));
    for ((column, wide), of_grid) in columns.iter().zip(widths).zip(grid.column_iter_mut()) {
        of_grid.set_padding((0, padding));
        of_grid.set_cell_alignment(match column.align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
            Align::Centre => CellAlignment::Center,
        });
        let wide = u16::try_from(wide).unwrap_or(u16::MAX).saturating_add(padding);
        of_grid.set_constraint(ColumnConstraint::Absolute(Width::Fixed(wide)));
    }
    format!("{}\n", grid.trim_fmt())
}

/// What a column asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Wants {
    /// Its longest word, and its widest picture beside the numbers: no word breaks.
    least: usize,
    /// Its longest band, which stands on the last line of a coloured cell: no band wraps.
    band: usize,
    /// Its longest line: no text wraps.
    most: usize,
    /// Its title on one line.
    title: usize,
}

fn wants(table: &Table, position: usize) -> Wants {
    let title = table.columns.get(position).map(|column| safe(&column.title)).unwrap_or_default();
    let length = |text: &str| text.chars().count();
    let word = |text: &str| text.split_whitespace().map(length).max().unwrap_or_default();
    let line = |text: &str| text.lines().map(length).max().unwrap_or_default();
    // A title may wrap before a text does.
    let mut wants = Wants { least: word(&title), most: word(&title), band: 0, title: line(&title) };
    for cell in table.rows.iter().filter_map(|row| row.get(position)) {
        let text = shown(cell);
        let least = if cell.bar.is_empty() { word(&text) } else { line(&text) };
        let band = text.lines().last().filter(|_| cell.colour.is_some()).map_or(0, length);
        let band = if band <= LONGEST_BAND { band } else { 0 };
        wants = Wants {
            least: wants.least.max(least),
            band: wants.band.max(band),
            most: wants.most.max(line(&text)),
            ..wants
        };
    }
    // A column without any text is still one.
    Wants { least: wants.least.max(1), most: wants.most.max(1), ..wants }
}

/// The width of each column: what is left over goes first to those that need little to be whole, and the
/// others share the rest. Where not even the longest words fit, the widest columns give way.
fn widths(wants: &[Wants], room: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = wants.iter().map(|wants| wants.least).collect();
    while widths.iter().sum::<usize>() > room {
        match widths.iter_mut().max() {
            Some(widest) if *widest > 1 => *widest -= 1,
            _ => return widths,
        }
    }
    let mut left = room - widths.iter().sum::<usize>();
    for (wants, width) in wants.iter().zip(&mut widths) {
        let more = wants.band.saturating_sub(*width).min(left);
        *width += more;
        left -= more;
    }
    let mut order: Vec<(usize, &mut usize)> = wants
        .iter()
        .zip(&mut widths)
        .map(|(wants, width)| (wants.most.saturating_sub(*width), width))
        .collect();
    order.sort_by_key(|(missing, _)| *missing);
    let mut waiting = order.len();
    for (missing, width) in order {
        let more = missing.min(left / waiting);
        *width += more;
        left -= more;
        waiting -= 1;
    }
    for (wants, width) in wants.iter().zip(&mut widths) {
        let more = wants.title.saturating_sub(*width).min(left);
        *width += more;
        left -= more;
    }
    widths
}

/// The text of a cell, behind its picture where it has one.
fn shown(cell: &Cell) -> String {
    match cell.bar.as_slice() {
        [] => safe(&cell.text),
        parts => format!("{} {}", blocks(parts), safe(&cell.text)),
    }
}

fn styled(cell: &Cell) -> comfy_table::Cell {
    let mut styled = comfy_table::Cell::new(shown(cell));
    if let Some(colour) = cell.colour {
        let (background, foreground) = colour.on_terminal();
        styled = styled.bg(Color::AnsiValue(background)).fg(Color::AnsiValue(foreground));
    }
    if cell.emphasis || cell.colour == Some(Colour::Red) {
        styled = styled.add_attribute(Attribute::Bold);
    }
    styled
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Terminal = Terminal { width: 40, colour: false, links: false };

    #[test]
    fn user_text_cannot_steer_the_terminal() {
        assert_eq!(safe("a\u{1b}[31mb\u{7}\u{202e}c\nd"), "a [31mb  c\nd");
    }

    #[test]
    fn wraps_between_words_and_indents_what_follows() {
        let text = wrap("en to tre fire fem", 10, "- ", "  ");
        assert_eq!(text, "- en to\n  tre fire\n  fem\n");
    }

    #[test]
    fn prints_plain_text_without_colour() {
        let mut document = Document::default();
        document.heading("Æblegrød");
        document.table(Table {
            columns: vec![Column::new("Nr.", Align::Left)],
            rows: vec![vec![Cell::coloured("Høj", Colour::Red)]],
        });
        let text = terminal(&document, PLAIN);
        assert!(!text.contains('\u{1b}'), "{text}");
        assert!(text.contains("Høj"));
    }

    #[test]
    fn colours_stand_beside_the_word() {
        let mut document = Document::default();
        document.table(Table {
            columns: vec![Column::new("Niveau", Align::Left)],
            rows: vec![vec![Cell::coloured("Høj", Colour::Red)]],
        });
        let text = terminal(&document, Terminal { width: 40, colour: true, links: false });
        assert!(text.contains("48;5;160") && text.contains("Høj"), "{text}");
    }

    #[test]
    fn what_is_beside_each_other_stays_whole_on_its_line() {
        let words = [Cell::coloured("Høj 4", Colour::Red), Cell::from("Over middel 12")];
        assert_eq!(beside(&words, 80, PLAIN), "Høj 4 · Over middel 12\n");
        assert_eq!(beside(&words, 15, PLAIN), "Høj 4\nOver middel 12\n");
        let coloured = beside(&words, 80, Terminal { colour: true, ..PLAIN });
        assert!(coloured.contains("48;5;160m") && coloured.contains(" Høj 4 "), "{coloured}");
    }

    #[test]
    fn short_columns_are_whole_and_long_ones_share_what_is_left() {
        let wants = [
            Wants { least: 10, band: 0, most: 60, title: 9 },
            Wants { least: 6, band: 0, most: 10, title: 12 },
        ];
        assert_eq!(widths(&wants, 40), [30, 10]);
        // A title on one line comes last.
        assert_eq!(widths(&wants, 70), [60, 10]);
        assert_eq!(widths(&wants, 100), [60, 12]);
        // Too narrow for the longest words: the widest gives way, and none disappears.
        assert_eq!(widths(&wants, 12), [6, 6]);
        assert_eq!(widths(&wants, 0), [1, 1]);
    }

    #[test]
    fn addresses_are_links_only_where_they_are_known_and_cannot_steer() {
        let links = Terminal { links: true, ..PLAIN };
        let text = linked("se https://a.dk/x.\n".to_owned(), links);
        assert_eq!(text, "se \u{1b}]8;;https://a.dk/x\u{1b}\\https://a.dk/x\u{1b}]8;;\u{1b}\\.\n");
        assert_eq!(linked("se https://a.dk/x.\n".to_owned(), PLAIN), "se https://a.dk/x.\n");
        // Letters outside ASCII are no address, and could look like another.
        assert!(!linked("https://\u{430}.dk".to_owned(), links).contains('\u{1b}'));
        assert_eq!(link("x", "https://a\u{1b}\\b"), "x");
        assert_eq!(link("x", "javascript:alert"), "x");
        let hostile = "https://a.dk/\u{1b}]8;;https://b.dk\u{7}";
        let mut document = Document { address: Some(hostile.to_owned()), ..Document::default() };
        document.heading(hostile);
        document.paragraph(hostile);
        let text = terminal(&document, Terminal { width: 80, ..links });
        let ends = text.matches("\u{1b}]8;;").count();
        assert_eq!(ends, text.matches("\u{1b}").count() / 2, "{text:?}");
        assert!(!text.contains('\u{7}') && !text.contains("8;;https://b.dk\u{7}"), "{text:?}");
    }

    #[test]
    fn what_a_narrow_terminal_leaves_out_is_said() {
        let mut document = Document::default();
        document.table(Table {
            columns: vec![
                Column::new("Nr.", Align::Left),
                Column::new("Restrisiko", Align::Left).wide_only(),
            ],
            rows: vec![vec!["74".into(), "Lav".into()]],
        });
        document.narrow("Restrisiko mangler");
        let narrow = terminal(&document, Terminal { width: 60, ..PLAIN });
        assert!(!narrow.contains("Lav") && narrow.contains("Restrisiko mangler"), "{narrow}");
        let wide = terminal(&document, Terminal { width: 120, ..PLAIN });
        assert!(wide.contains("Lav") && !wide.contains("mangler"), "{wide}");
    }
}
