//! Documents as Markdown, for a wiki, a case or a merge request.

use super::bar::blocks;
use super::terminal::safe;
use crate::report::{Align, Block, Document, Table, joined};

/// The document as Markdown, ending with a line break.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut text = String::new();
    // Every column is shown here, so that nothing stands in for one that is not.
    let shown = document.blocks.iter().filter(|block| !matches!(block, Block::Narrow(_)));
    for (position, block) in shown.enumerate() {
        if position > 0 {
            text.push('\n');
        }
        match block {
            Block::Heading(heading) => {
                let level = if position == 0 { "#" } else { "##" };
                text.push_str(&format!("{level} {}\n", inline(heading)));
            }
            Block::Subheading(heading) => text.push_str(&format!("### {}\n", inline(heading))),
            Block::Small(small) => text.push_str(&format!("_{}_\n", inline(small))),
            Block::Picture(drawing) => text.push_str(&format!(
                "> **{}.** {}\n",
                inline(&drawing.title),
                inline(&drawing.alt)
            )),
            Block::Paragraph(paragraph) => text.push_str(&format!("{}\n", inline(paragraph))),
            Block::List(lines) => {
                for line in lines {
                    text.push_str(&format!("- {}\n", inline(line)));
                }
            }
            Block::Words(words) => text.push_str(&format!("{}\n", inline(&joined(words)))),
            Block::Table(table) => text.push_str(&grid(table)),
            // The table before says the same.
            Block::Bars(_) | Block::Counts(_) | Block::Narrow(_) | Block::NewPage => {}
        }
    }
    text
}

fn grid(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let header = row(table.columns.iter().map(|column| inline(&column.title)).collect());
    let rule = row(table
        .columns
        .iter()
        .map(|column| {
            match column.align {
                Align::Left => "---",
                Align::Right => "---:",
                Align::Centre => ":---:",
            }
            .to_owned()
        })
        .collect());
    let rows = table.rows.iter().map(|cells| {
        let text = |cell: &crate::report::Cell| match cell.emphasis {
            true if !cell.text.is_empty() => format!("**{}**", inline(&cell.text)),
            _ if !cell.bar.is_empty() => format!("{} {}", blocks(&cell.bar), inline(&cell.text)),
            _ => inline(&cell.text),
        };
        row(cells.iter().map(text).collect())
    });
    [header, rule].into_iter().chain(rows).collect()
}

/// Text on one line, in which nothing that people wrote is taken for markup.
fn inline(text: &str) -> String {
    let mut line = String::new();
    for character in safe(text).split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            line.push('\\');
        }
        line.push(character);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, Column};

    #[test]
    fn what_is_for_narrow_terminals_leaves_no_gap() {
        let mut document = Document::default();
        document.paragraph("Før");
        document.narrow("Kun hvor der er trangt");
        document.paragraph("Efter");
        assert_eq!(markdown(&document), "Før\n\nEfter\n");
    }

    #[test]
    fn what_people_write_is_no_markup() {
        let mut document = Document::default();
        document.heading("En *stor* <script>");
        document.table(Table {
            columns: vec![Column::new("a|b", Align::Right)],
            rows: vec![vec![Cell::from("linje\nto [x](y)")]],
        });
        assert_eq!(
            markdown(&document),
            "# En \\*stor\\* \\<script\\>\n\n| a\\|b |\n| ---: |\n| linje to \\[x\\](y) |\n"
        );
    }
}
