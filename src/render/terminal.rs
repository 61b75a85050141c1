//! Documents for a terminal or a pipe.

use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle,
    Table as Grid, TableStyle, Width,
};

use super::bar::blocks;
use crate::domain::Colour;
use crate::report::{Align, Block, Cell, Column, Document, Room, Table};

/// What the place of output can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Characters on a line.
    pub width: u16,
    /// Whether colours are shown. The words say the same without them.
    pub colour: bool,
}

/// Narrowest width laid out for; below it, lines wrap wherever the terminal breaks them.
const MIN_WIDTH: u16 = 40;

/// The document as text, ending with a line break.
#[must_use]
pub fn terminal(document: &Document, terminal: Terminal) -> String {
    let width = usize::from(terminal.width.max(MIN_WIDTH));
    let mut text = String::new();
    for (position, block) in document.blocks.iter().enumerate() {
        if position > 0 {
            text.push('\n');
        }
        match block {
            Block::Heading(heading) => {
                let heading = safe(heading);
                match terminal.colour {
                    true => text.push_str(&format!("\u{1b}[1m{heading}\u{1b}[0m\n")),
                    false => text.push_str(&format!("{heading}\n")),
                }
            }
            Block::Paragraph(paragraph) => text.push_str(&wrap(paragraph, width, "", "")),
            Block::List(lines) => {
                for line in lines {
                    text.push_str(&wrap(line, width, "  ", "    "));
                }
            }
            Block::Table(table) => text.push_str(&grid(table, terminal)),
            // The table before says the same.
            Block::Bars(_) => {}
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
/// Widest word that a column is kept wide enough for.
const LONGEST_WORD: usize = 18;
/// Blanks beside each column.
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
    grid.set_header(columns.iter().map(|column| column.title.as_str()));
    for row in &table.rows {
        grid.add_row(shown.iter().filter_map(|at| row.get(*at)).map(styled));
    }
    for ((position, column), of_grid) in shown.iter().zip(&columns).zip(grid.column_iter_mut()) {
        of_grid.set_padding((0, PADDING));
        of_grid.set_cell_alignment(match column.align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
            Align::Centre => CellAlignment::Center,
        });
        let needed = needed_width(table, *position, column) + usize::from(PADDING);
        let needed = u16::try_from(needed).unwrap_or(u16::MAX);
        of_grid.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(needed)));
    }
    format!("{}\n", grid.trim_fmt())
}

/// The width at which no ordinary word breaks: ids, numbers and names of bands stay whole, and a
/// picture stays beside its numbers.
fn needed_width(table: &Table, position: usize, column: &Column) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.get(position));
    let texts = cells.map(|cell| cell.text.as_str()).chain([column.title.as_str()]);
    let words = texts.flat_map(|text| text.split_whitespace().map(|word| word.chars().count()));
    let pictures = table.rows.iter().filter_map(|row| row.get(position));
    let pictures = pictures.filter(|cell| !cell.bar.is_empty());
    let widest = pictures.map(|cell| shown(cell).chars().count()).max();
    widest.unwrap_or_default().max(words.max().unwrap_or_default().min(LONGEST_WORD))
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
        let (background, foreground) = colours(colour);
        styled = styled.bg(background).fg(foreground);
    }
    if cell.emphasis {
        styled = styled.add_attribute(Attribute::Bold);
    }
    styled
}

/// Background and text colour with a contrast above 4.5 on light and dark terminals alike, from
/// the fixed part of the 256-colour table, which themes leave alone.
fn colours(colour: Colour) -> (Color, Color) {
    let black = Color::AnsiValue(16);
    let white = Color::AnsiValue(231);
    match colour {
        Colour::Green => (Color::AnsiValue(28), white),
        Colour::LightGreen => (Color::AnsiValue(150), black),
        Colour::Yellow => (Color::AnsiValue(227), black),
        Colour::Orange => (Color::AnsiValue(214), black),
        Colour::Red => (Color::AnsiValue(160), white),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Terminal = Terminal { width: 40, colour: false };

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
        let text = terminal(&document, Terminal { width: 40, colour: true });
        assert!(text.contains("48;5;160") && text.contains("Høj"), "{text}");
    }
}
