//! Documents as the sheets of a workbook.

use super::document::{Align, Bars, Block, Counts, Document, joined};
use crate::exchange::{BookBars, BookBlock, BookCell, BookCount, BookCounts, BookPage};

/// The sheets of a workbook, each with the name of its tab and the document that stands on it.
#[must_use]
pub fn book_pages(pages: Vec<(String, Document)>) -> Vec<BookPage> {
    let page = |(tab, document): (String, Document)| BookPage {
        tab,
        blocks: document.blocks.into_iter().map(block).collect(),
    };
    pages.into_iter().map(page).collect()
}

fn live(Counts { title, corner, columns, rows, tab, headers }: Counts) -> BookCounts {
    let row = |(name, level, cells): (String, u8, Vec<super::CountCell>)| {
        let cell = |super::CountCell { level, colour, count }| BookCount { level, colour, count };
        (name, level, cells.into_iter().map(cell).collect())
    };
    BookCounts { title, corner, columns, rows: rows.into_iter().map(row).collect(), tab, headers }
}

fn block(block: Block) -> BookBlock {
    let table = match block {
        Block::Heading(text) => return BookBlock::Heading(text),
        Block::Subheading(text) => return BookBlock::Heading(text),
        Block::Paragraph(text) | Block::Small(text) => return BookBlock::Paragraph(text),
        Block::List(lines) => return BookBlock::List(lines),
        Block::Words(words) => return BookBlock::Paragraph(joined(&words)),
        // A sheet shows every column, has charts of its own, and no pages.
        Block::Narrow(_) | Block::Picture(_) | Block::NewPage => return BookBlock::List(Vec::new()),
        Block::Counts(counts) => return BookBlock::Counts(live(counts)),
        Block::Table(table) => table,
        Block::Bars(Bars { title, alt, names, parts }) => {
            return BookBlock::Bars(BookBars { title, alt, names, parts });
        }
    };
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    let cells = |row: Vec<super::Cell>| {
        let cell = |(cell, align): (super::Cell, &Align)| BookCell {
            text: cell.text,
            is_number: *align == Align::Right,
            colour: cell.colour,
            day: cell.day,
            hundredths: cell.hundredths,
        };
        row.into_iter().zip(&aligns).map(cell).collect()
    };
    BookBlock::Table {
        headers: table.columns.iter().map(|column| column.title.clone()).collect(),
        rows: table.rows.into_iter().map(cells).collect(),
    }
}
