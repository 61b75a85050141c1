//! Tables of a PDF file: the header comes again on each page, and a row is broken only where it is taller than
//! a page.

use pdf_writer::types::StructRole;

use super::super::font::{Twips, Weight};
use super::super::printed::{RenderError, Rgb, in_print};
use super::super::sheet::EDGES;
use super::super::widths::{bar_width, is_bold, set};
use super::page::Page;
use super::tree::Tree;
use super::{Look, Writer};
use crate::report::{Align, BarPart, Column, Table};

/// Sizes of the text, from the usual one to the smallest that is still read.
pub(super) const SIZES: [Twips; 4] = [165, 155, 145, 130];
/// Space on both sides of a text.
pub(super) const PAD: Twips = 85;
/// Space above and below a text.
const EDGE: Twips = 50;
/// Lines of a header that come again on each page.
const HEADER_LINES: usize = 4;

/// A cell on its way to a page.
struct Field {
    lines: Vec<String>,
    align: Align,
    look: Look,
    fill: Option<Rgb>,
    bar: Vec<BarPart>,
}

/// Where the columns of a table stand: left and width of each.
type Columns = Vec<(Twips, Twips)>;

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) -> Result<(), RenderError> {
        if table.columns.is_empty() {
            return Ok(());
        }
        let (size, widths) = set(table, SIZES, (PAD, self.place.width()))?;
        let mut columns: Columns = Vec::new();
        let mut x = EDGES.0;
        for width in widths {
            columns.push((x, width));
            x += width;
        }
        let header = self.header(table, &columns, size);
        let element = self.tree.add(Tree::ROOT, StructRole::Table);
        // A header stands above a row, not alone at the end of a page.
        let first = height(&header) + Look { size, ..Look::BODY }.line() * 2 + 2 * EDGE;
        self.need(first.min(self.bottom() - self.top()))?;
        self.row(&header, &columns, (&[], Some((element, StructRole::TH))))?;
        let again = shortened(header);
        for cells in &table.rows {
            let mut fields = Vec::new();
            for (column, (at, (_, width))) in table.columns.iter().zip(columns.iter().enumerate()) {
                let cell = cells.get(at).cloned().unwrap_or_default();
                let look = Look { size, weight: Weight::from(is_bold(&cell)), ..Look::BODY };
                let bar = bar_width(&cell.bar, size);
                let lines = self.lines(&cell.text, look, width - 2 * PAD - bar);
                let fill = cell.colour.map(in_print);
                fields.push(Field { lines, align: column.align, look, fill, bar: cell.bar });
            }
            self.row(&fields, &columns, (&again, Some((element, StructRole::TD))))?;
        }
        self.y += 160;
        Ok(())
    }

    fn header(&self, table: &Table, columns: &Columns, size: Twips) -> Vec<Field> {
        let look = Look { size, weight: Weight::Bold, ..Look::BODY };
        let field = |(column, (_, width)): (&Column, &(Twips, Twips))| Field {
            lines: self.lines(&column.title, look, width - 2 * PAD),
            align: column.align,
            look,
            fill: Some(Rgb::PALE),
            bar: Vec::new(),
        };
        table.columns.iter().zip(columns).map(field).collect()
    }

    /// A row on the page, or on as many as it needs. `again` comes first on each further page; without an
    /// element the row has been read out already.
    fn row(
        &mut self,
        fields: &[Field],
        columns: &Columns,
        (again, element): (&[Field], Option<(usize, StructRole)>),
    ) -> Result<(), RenderError> {
        let line = fields.first().map_or(1, |field| field.look.line());
        let count = |room: Twips| usize::try_from((room - 2 * EDGE) / line).unwrap_or_default();
        let most = fields.iter().map(|field| field.lines.len()).max().unwrap_or(1).max(1);
        let page = count(self.bottom() - self.top() - height(again));
        let cells = element.map(|(table, role)| {
            let row = self.tree.add(table, StructRole::TR);
            fields.iter().map(|_| (self.tree.add(row, role), role)).collect::<Vec<_>>()
        });
        let mut done = 0;
        while done < most {
            let fitting = count(self.room());
            let left = most - done;
            let waits = left > fitting && (left <= page || fitting < 3) && self.y > self.top();
            if waits {
                self.new_page()?;
                if !again.is_empty() {
                    self.part(again, columns, (0, height_lines(again)), None);
                }
                // A page that holds nothing but headers takes a line at least.
                if count(self.room()) >= 1 {
                    continue;
                }
            }
            let now = left.min(count(self.room()).max(1));
            self.part(fields, columns, (done, now), cells.as_deref());
            done += now;
        }
        Ok(())
    }

    /// Some lines of a row, from one on.
    fn part(
        &mut self,
        fields: &[Field],
        columns: &Columns,
        (from, count): (usize, usize),
        cells: Option<&[(usize, StructRole)]>,
    ) {
        let line = fields.first().map_or(1, |field| field.look.line());
        let high = i64::try_from(count).unwrap_or(1) * line + 2 * EDGE;
        let top = self.y;
        self.draw(|page| {
            page.begin_artifact();
            for (field, (x, width)) in fields.iter().zip(columns) {
                page.rect([*x, top, *width, high], field.fill, Some((Rgb::LINE, 0.5)));
                if from == 0 {
                    bar(page, field, (*x + PAD, top + EDGE));
                }
            }
            page.end();
        });
        for (at, (field, (x, width))) in fields.iter().zip(columns).enumerate() {
            let lines: Vec<String> = field.lines.iter().skip(from).take(count).cloned().collect();
            let draw = |writer: &mut Self| {
                let mut base = top + EDGE + field.look.size * 21 / 20;
                let left = x + PAD + bar_width(&field.bar, field.look.size);
                let right = x + width - PAD;
                for line in &lines {
                    let wide = writer.wide(line.trim_end(), field.look);
                    let begin = match field.align {
                        Align::Left => left,
                        Align::Right => right - wide,
                        Align::Centre => left + (right - left - wide) / 2,
                    };
                    writer.line((begin, base), line, field.look);
                    base += field.look.line();
                }
            };
            match cells.and_then(|cells| cells.get(at)) {
                Some((element, StructRole::TH)) => self.marked(b"TH", *element, draw),
                Some((element, _)) => self.marked(b"TD", *element, draw),
                None => {
                    self.draw(Page::begin_artifact);
                    draw(self);
                    self.draw(Page::end);
                }
            }
        }
        self.y = top + high;
    }
}

/// A header as it comes again: a few lines of each column, since all of it stood above.
fn shortened(header: Vec<Field>) -> Vec<Field> {
    let short = |mut field: Field| {
        if field.lines.len() > HEADER_LINES {
            field.lines.truncate(HEADER_LINES);
            let last = field.lines.pop().map(|line| line + " …");
            field.lines.extend(last);
        }
        field
    };
    header.into_iter().map(short).collect()
}

fn height_lines(fields: &[Field]) -> usize {
    fields.iter().map(|field| field.lines.len()).max().unwrap_or_default()
}

/// How high a row is; none is no height.
fn height(fields: &[Field]) -> Twips {
    let Some(first) = fields.first() else { return 0 };
    i64::try_from(height_lines(fields)).unwrap_or(1) * first.look.line() + 2 * EDGE
}

/// The small picture of counts: a column for each; the numbers stand behind it.
fn bar(page: &mut Page, field: &Field, (x, y): (Twips, Twips)) {
    let size = field.look.size;
    let (step, high) = (size * 3 / 4, size * 5 / 4);
    let top = field.bar.iter().filter_map(|part| part.count).max().unwrap_or_default().max(1);
    let top = i64::try_from(top).unwrap_or(i64::MAX);
    for (at, part) in field.bar.iter().enumerate() {
        let left = x + i64::try_from(at).unwrap_or_default() * step;
        let count = part.count.and_then(|count| i64::try_from(count).ok());
        let tall = count.map_or(0, |count| count.saturating_mul(high) / top).clamp(12, high);
        let fill: Option<Rgb> = part.count.map(|_| in_print(part.colour));
        page.rect([left, y + high - tall, step * 4 / 5, tall], fill, Some((Rgb::QUIET, 0.25)));
    }
}
