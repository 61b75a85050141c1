//! What fits on a slide: sizes go down before anything goes on to a further slide, and nothing is left out.

use super::super::font::{Twips, Weight, face};
use super::super::office::Scale;
use super::super::printed::RenderError;
use super::super::widths::{is_bold, set};
use crate::domain::Colour;
use crate::report::{Block, Cell, Column, Drawing, SEPARATOR, Table};

/// Room for what stands below a title: width and height.
pub(super) const ROOM: (Twips, Twips) = (17_200, 7_700);
/// Sizes of texts, from the usual one to the smallest that a room can read.
pub(super) const SIZES: [Twips; 6] = [480, 440, 400, 360, 320, 280];
/// Smallest size of texts.
pub(super) const SMALLEST: Twips = 280;
/// Sizes of tables: the last two only where words would be broken otherwise.
const TABLE_SIZES: [Twips; 5] = [360, 320, 280, 240, 200];
/// Space on both sides of a text in a table.
pub(super) const PAD: Twips = 120;
/// Lines that the header of a column may have.
const HEADER_LINES: usize = 4;
/// Lowest picture that is worth showing.
const LOWEST: Twips = 3_000;
/// Space between things.
const GAP: Twips = 200;
/// Indent of an entry of a list.
pub(super) const INDENT: Twips = 400;

/// A run of text in one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) colour: Option<Colour>,
    pub(super) is_bold: bool,
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Body,
    Entry,
    Strong,
    Small,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Para {
    pub(super) runs: Vec<Run>,
    pub(super) style: Style,
}

impl Para {
    /// A paragraph in one look.
    pub(super) fn plain(text: impl Into<String>, style: Style) -> Self {
        let is_bold = style == Style::Strong;
        Self { runs: vec![Run { text: text.into(), colour: None, is_bold }], style }
    }

    /// Its size where other texts have `size`.
    pub(super) fn size(&self, size: Twips) -> Twips {
        if self.style == Style::Small { SMALLEST } else { size }
    }
}

/// Something on a slide, with its height.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Thing<'a> {
    /// Paragraphs below each other, all in one size.
    Texts { paras: Vec<Para>, size: Twips },
    /// Rows of a table.
    Table {
        columns: &'a [Column],
        titles: Vec<Cell>,
        rows: Vec<Vec<Cell>>,
        size: Twips,
        widths: Vec<Twips>,
        heights: Vec<Twips>,
    },
    /// A picture as large as the room that the others leave.
    Picture { drawing: &'a Drawing },
}

/// A thing with its place: left, top, width, height from the corner of the room.
pub(super) type Placed<'a> = (Thing<'a>, [Twips; 4]);

/// What stands on each of the slides that blocks need.
pub(super) fn slides<'a>(
    blocks: &'a [Block],
    before: Vec<Para>,
) -> Result<Vec<Vec<Placed<'a>>>, RenderError> {
    let parts = parts(blocks, before);
    if let Some(beside) = beside(&parts)? {
        return Ok(vec![beside]);
    }
    let mut pages = Vec::new();
    for size in SIZES {
        pages = filled(&parts, size)?;
        if pages.len() <= 1 {
            break;
        }
    }
    Ok(pages.into_iter().map(Page::placed).collect())
}

/// Texts, tables and pictures in their order.
enum Part<'a> {
    Para(Para),
    Table(&'a Table),
    Picture(&'a Drawing),
}

fn parts(blocks: &[Block], before: Vec<Para>) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = before.into_iter().map(Part::Para).collect();
    for block in blocks {
        match block {
            Block::Table(table) if table.columns.is_empty() => {}
            Block::Table(table) => parts.push(Part::Table(table)),
            Block::Picture(drawing) => parts.push(Part::Picture(drawing)),
            other => parts.extend(paras(other).into_iter().map(Part::Para)),
        }
    }
    parts
}

/// The paragraphs of a block of text.
pub(super) fn paras(block: &Block) -> Vec<Para> {
    match block {
        Block::Heading(text) | Block::Subheading(text) => vec![Para::plain(text, Style::Strong)],
        Block::Paragraph(text) => vec![Para::plain(text, Style::Body)],
        Block::Small(text) => vec![Para::plain(text, Style::Small)],
        Block::List(lines) => lines.iter().map(|line| Para::plain(line, Style::Entry)).collect(),
        Block::Words(words) => {
            let mut runs = Vec::new();
            for (at, word) in words.iter().enumerate() {
                if at > 0 {
                    runs.push(Run { text: SEPARATOR.to_owned(), colour: None, is_bold: false });
                }
                let (colour, is_bold) = (word.colour, is_bold(word));
                let text = match colour {
                    Some(_) => format!("\u{a0}{}\u{a0}", word.text),
                    None => word.text.clone(),
                };
                runs.push(Run { text, colour, is_bold });
            }
            vec![Para { runs, style: Style::Body }]
        }
        Block::Table(_)
        | Block::Picture(_)
        | Block::Bars(_)
        | Block::Counts(_)
        | Block::Narrow(_)
        | Block::NewPage => Vec::new(),
    }
}

/// Texts at the left and a picture at the right, where there is one picture and few texts.
fn beside<'a>(parts: &[Part<'a>]) -> Result<Option<Vec<Placed<'a>>>, RenderError> {
    let mut texts = Vec::new();
    let mut picture = None;
    for part in parts {
        match part {
            Part::Para(para) => texts.push(para.clone()),
            Part::Picture(drawing) if picture.is_none() => picture = Some(*drawing),
            _ => return Ok(None),
        }
    }
    let Some(drawing) = picture.filter(|drawing| drawing.size.0 < drawing.size.1 * 2) else {
        return Ok(None);
    };
    if texts.is_empty() {
        return Ok(None);
    }
    let left = ROOM.0 * 40 / 100;
    for size in SIZES.into_iter().filter(|size| *size >= 320) {
        let mut high = 0;
        for para in &texts {
            high += height(para, size, left)?;
        }
        if high <= ROOM.1 {
            let right = left + 2 * GAP;
            return Ok(Some(vec![
                (Thing::Texts { paras: texts, size }, [0, 0, left, ROOM.1]),
                (Thing::Picture { drawing }, [right, 0, ROOM.0 - right, ROOM.1]),
            ]));
        }
    }
    Ok(None)
}

/// How high a paragraph is, with the space behind it.
pub(super) fn height(para: &Para, size: Twips, width: Twips) -> Result<Twips, RenderError> {
    let size = para.size(size);
    Ok(high(wrapped(para, size, width)?.len(), size) + size * 2 / 5)
}

fn wrapped(para: &Para, size: Twips, width: Twips) -> Result<Vec<String>, RenderError> {
    let text: String = para.runs.iter().map(|run| run.text.as_str()).collect();
    let face = face(Weight::from(para.runs.iter().any(|run| run.is_bold)))?;
    let indent = if para.style == Style::Entry { INDENT } else { 0 };
    Ok(face.lines(&text, size, width - indent))
}

/// How high lines are.
fn high(lines: usize, size: Twips) -> Twips {
    i64::try_from(lines).unwrap_or(i64::MAX / 10_000) * size * 6 / 5
}

/// A slide that is being filled.
#[derive(Default)]
struct Page<'a> {
    things: Vec<(Thing<'a>, Twips)>,
    used: Twips,
}

impl<'a> Page<'a> {
    fn takes(&self, height: Twips) -> bool {
        self.things.is_empty() || self.used + height <= ROOM.1
    }

    fn push(&mut self, thing: Thing<'a>, height: Twips) {
        let gap = if self.things.is_empty() { 0 } else { GAP };
        self.used += height + gap;
        self.things.push((thing, height));
    }

    /// Each thing in its place; pictures share the room that is left.
    fn placed(self) -> Vec<Placed<'a>> {
        let is_picture = |thing: &Thing<'_>| matches!(thing, Thing::Picture { .. });
        let pictures = self.things.iter().filter(|(thing, _)| is_picture(thing)).count();
        let more = (ROOM.1 - self.used).max(0) / i64::try_from(pictures.max(1)).unwrap_or(1);
        let mut top = 0;
        let mut placed = Vec::new();
        for (thing, height) in self.things {
            let height = if is_picture(&thing) { height + more } else { height };
            placed.push((thing, [0, top, ROOM.0, height]));
            top += height + GAP;
        }
        placed
    }
}

/// Slides of which the last one is being filled.
#[derive(Default)]
struct Pages<'a> {
    full: Vec<Page<'a>>,
    last: Page<'a>,
}

impl<'a> Pages<'a> {
    /// The last slide, or a new one where that has no room.
    fn room_for(&mut self, needed: Twips) -> &mut Page<'a> {
        if !self.last.takes(needed + GAP) {
            self.full.push(std::mem::take(&mut self.last));
        }
        &mut self.last
    }
}

/// Fills slides in one size.
fn filled<'a>(parts: &[Part<'a>], size: Twips) -> Result<Vec<Page<'a>>, RenderError> {
    let mut pages = Pages::default();
    for part in parts {
        match part {
            Part::Para(para) => {
                for para in split(para, size)? {
                    let needed = height(&para, size, ROOM.0)?;
                    let page = pages.room_for(needed);
                    match page.things.last_mut() {
                        Some((Thing::Texts { paras, .. }, height)) => {
                            paras.push(para);
                            *height += needed;
                            page.used += needed;
                        }
                        _ => page.push(Thing::Texts { paras: vec![para], size }, needed),
                    }
                }
            }
            Part::Table(table) => rows(&mut pages, table, size)?,
            Part::Picture(drawing) => {
                let natural = Scale::fitting(drawing, ROOM, 100).twips(drawing.size.1);
                let needed = natural.clamp(20, LOWEST);
                pages.room_for(needed).push(Thing::Picture { drawing }, needed);
            }
        }
    }
    pages.full.push(pages.last);
    Ok(pages.full)
}

/// A paragraph in parts that each fit on a slide.
fn split(para: &Para, size: Twips) -> Result<Vec<Para>, RenderError> {
    if height(para, size, ROOM.0)? <= ROOM.1 {
        return Ok(vec![para.clone()]);
    }
    let lines = wrapped(para, para.size(size), ROOM.0)?;
    let most = usize::try_from(ROOM.1 / (para.size(size) * 6 / 5)).unwrap_or(1).saturating_sub(1);
    let text: String = para.runs.iter().map(|run| run.text.as_str()).collect();
    let mut rest = text.as_str();
    let mut parts = Vec::new();
    for lines in lines.chunks(most.max(1)) {
        let (part, after) = rest.split_at(end_of(rest, lines));
        parts.push(Para::plain(part.trim_end_matches(' '), para.style));
        rest = after;
    }
    Ok(parts)
}

/// Where lines end in the text that they are the first lines of: lines lose spaces, but no other sign.
fn end_of(text: &str, lines: &[String]) -> usize {
    let signs: usize =
        lines.iter().map(|line| line.chars().filter(|sign| !sign.is_whitespace()).count()).sum();
    let mut places = text.char_indices().filter(|(_, sign)| !sign.is_whitespace()).skip(signs);
    places.next().map_or(text.len(), |(at, _)| at)
}

/// Puts the rows of a table on slides; its header comes again on each.
fn rows<'a>(pages: &mut Pages<'a>, table: &'a Table, size: Twips) -> Result<(), RenderError> {
    let sizes = TABLE_SIZES.into_iter().filter(|smaller| *smaller <= size);
    let (size, widths) = set(table, sizes, (PAD, ROOM.0))?;
    let (titles, long) = titles(table, &widths, size)?;
    for para in long {
        for para in split(&para, size)? {
            let needed = height(&para, size, ROOM.0)?;
            pages.room_for(needed).push(Thing::Texts { paras: vec![para], size }, needed);
        }
    }
    let header = row_height(&titles, &widths, size, true)?;
    let mut is_begun = false;
    let begin = |pages: &mut Pages<'a>, more: Twips| {
        let (columns, titles, widths) = (table.columns.as_slice(), titles.clone(), widths.clone());
        let thing =
            Thing::Table { columns, titles, rows: Vec::new(), size, widths, heights: vec![header] };
        pages.room_for(header + more).push(thing, header);
    };
    for cells in &table.rows {
        for cells in split_row(cells, &widths, size, ROOM.1 - header - GAP)? {
            let needed = row_height(&cells, &widths, size, false)?;
            let fits = pages.last.takes(needed + GAP);
            if !is_begun || !fits {
                begin(pages, needed);
                is_begun = true;
            }
            if let Some((Thing::Table { rows, heights, .. }, height)) = pages.last.things.last_mut()
            {
                rows.push(cells);
                heights.push(needed);
                *height += needed;
                pages.last.used += needed;
            }
        }
    }
    if !is_begun {
        begin(pages, 0);
    }
    Ok(())
}

/// Headers of columns in a few lines each; what is longer stands in full above the table.
fn titles(
    table: &Table,
    widths: &[Twips],
    size: Twips,
) -> Result<(Vec<Cell>, Vec<Para>), RenderError> {
    let (mut titles, mut long) = (Vec::new(), Vec::new());
    for (column, width) in table.columns.iter().zip(widths) {
        let whole = Cell::from(column.title.as_str());
        let lines = lines_of(&whole, *width, size, true)?;
        titles.push(match lines.get(..HEADER_LINES).filter(|_| lines.len() > HEADER_LINES) {
            Some(first) => {
                long.push(Para::plain(&column.title, Style::Small));
                Cell::from(format!("{} …", first.join("\n")))
            }
            None => whole,
        });
    }
    Ok((titles, long))
}

fn lines_of(
    cell: &Cell,
    width: Twips,
    size: Twips,
    header: bool,
) -> Result<Vec<String>, RenderError> {
    let face = face(Weight::from(header || is_bold(cell)))?;
    Ok(face.lines(&cell.text, size, width - 2 * PAD))
}

fn row_height(
    cells: &[Cell],
    widths: &[Twips],
    size: Twips,
    header: bool,
) -> Result<Twips, RenderError> {
    let mut most = 1;
    for (cell, width) in cells.iter().zip(widths) {
        most = most.max(lines_of(cell, *width, size, header)?.len());
    }
    Ok(high(most, size) + PAD)
}

/// A row in parts that are each at most so high; what goes on stands in the same column again.
fn split_row(
    cells: &[Cell],
    widths: &[Twips],
    size: Twips,
    most: Twips,
) -> Result<Vec<Vec<Cell>>, RenderError> {
    if row_height(cells, widths, size, false)? <= most {
        return Ok(vec![cells.to_vec()]);
    }
    let lines = usize::try_from((most - PAD) / (size * 6 / 5)).unwrap_or(1).max(1);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
        for (part, lines) in lines_of(cell, *width, size, false)?.chunks(lines).enumerate() {
            if rows.len() <= part {
                rows.push(
                    cells.iter().map(|cell| Cell { text: String::new(), ..cell.clone() }).collect(),
                );
            }
            if let Some(cell) = rows.get_mut(part).and_then(|row| row.get_mut(at)) {
                cell.text = lines.join("\n");
            }
        }
    }
    // A part without words has no colour, since the words say what it means.
    for cell in rows.iter_mut().flatten().filter(|cell| cell.text.is_empty()) {
        *cell = Cell::default();
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::super::super::samples::{bad_texts, drawing, table};
    use super::*;

    fn texts(things: &[Placed<'_>]) -> String {
        let of = |(thing, _): &Placed<'_>| match thing {
            Thing::Texts { paras, .. } => {
                paras.iter().flat_map(|para| &para.runs).map(|run| run.text.clone()).collect()
            }
            Thing::Table { rows, .. } => {
                rows.iter().flatten().map(|cell| cell.text.clone()).collect::<String>()
            }
            Thing::Picture { .. } => String::new(),
        };
        things.iter().map(of).collect()
    }

    fn letters(text: &str) -> String {
        text.chars().filter(|sign| !sign.is_whitespace()).collect()
    }

    #[test]
    fn texts_are_set_smaller_before_they_go_on_to_a_further_slide() {
        let size = |count: usize| {
            let blocks = [Block::Paragraph("Et ord til. ".repeat(count))];
            let slides = slides(&blocks, Vec::new()).unwrap();
            let Thing::Texts { size, .. } = &slides[0][0].0 else { panic!("no text") };
            (*size, slides.len())
        };
        assert_eq!(size(10), (480, 1));
        let (smaller, one) = size(180);
        assert!(smaller < 480 && one == 1, "{smaller}");
        let (smallest, more) = size(400);
        assert_eq!(smallest, SMALLEST);
        assert!(more > 1);
    }

    #[test]
    fn nothing_is_left_out_and_nothing_is_higher_than_its_slide() {
        for text in bad_texts().into_iter().chain(["ord ".repeat(3_000)]) {
            let mut wide = table(3, 2);
            wide.rows[0][0].text.clone_from(&text);
            wide.columns[2].title.clone_from(&text);
            let blocks = [Block::Paragraph(text.clone()), Block::Table(wide.clone())];
            let slides = slides(&blocks, Vec::new()).unwrap();
            let shown: String = slides.iter().map(|things| texts(things)).collect();
            assert!(shown.contains("række 1 felt 2"), "{shown}");
            let shown = letters(&shown);
            assert_eq!(shown.matches('x').count(), letters(&text).matches('x').count() * 3);
            for (_, [_, top, _, height]) in slides.iter().flatten() {
                assert!(top + height <= ROOM.1 + GAP, "{top} {height}");
            }
        }
    }

    #[test]
    fn a_long_table_has_its_header_on_every_slide() {
        let blocks = [Block::Table(table(4, 100))];
        let slides = slides(&blocks, Vec::new()).unwrap();
        assert!(slides.len() > 3);
        let count: usize = slides
            .iter()
            .flatten()
            .map(|(thing, _)| match thing {
                Thing::Table { rows, heights, .. } => {
                    assert_eq!(heights.len(), rows.len() + 1);
                    rows.len()
                }
                _ => 0,
            })
            .sum();
        assert_eq!(count, 100);
    }

    #[test]
    fn a_picture_stands_beside_few_words_and_below_many() {
        let few = [Block::Paragraph("Kort".to_owned()), Block::Picture(drawing())];
        let placed = slides(&few, Vec::new()).unwrap();
        assert!(placed[0][1].1[0] > 0);
        let many = [Block::Paragraph("Et ord til. ".repeat(150)), Block::Picture(drawing())];
        let placed = slides(&many, Vec::new()).unwrap();
        assert_eq!(placed.len(), 1);
        let [left, top, _, height] = placed[0][1].1;
        assert!(left == 0 && top > 0 && height >= LOWEST, "{top} {height}");
    }
}
