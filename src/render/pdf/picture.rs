//! Pictures of a PDF file, drawn as lines and fields; their text says the same to those who cannot see them.

use pdf_writer::types::StructRole;

use super::super::font::{Twips, Weight};
use super::super::office::Scale;
use super::super::printed::{RenderError, Rgb, in_print};
use super::super::sheet::EDGES;
use super::letters::plain;
use super::page::points;
use super::tree::Tree;
use super::{Look, Writer};
use crate::report::{Anchor, Drawing, Paint, Shape};

/// Half the height of an arrow's head, and its length, in points of a picture.
const HEAD: (f64, f64) = (4.0, 9.0);

impl Writer<'_> {
    /// How much of a page a picture takes with its title, and how it is scaled.
    fn measured(&self, drawing: &Drawing) -> (Twips, Scale) {
        let caption = Look::CAPTION;
        let lines = self.lines(&drawing.title, caption, self.place.width());
        let above = i64::try_from(lines.len()).unwrap_or(1) * caption.line() + 240;
        let page = self.bottom() - self.top();
        let room = (page - above).max(page / 2);
        let scale = Scale::fitting(drawing, (self.place.width(), room), 100);
        ((above + scale.twips(drawing.size.1)).min(page), scale)
    }

    /// How much of a page a picture takes with its title.
    pub(super) fn height_of(&self, drawing: &Drawing) -> Twips {
        self.measured(drawing).0
    }

    /// A picture below its title, both on one page.
    pub(super) fn picture(&mut self, drawing: &Drawing) -> Result<(), RenderError> {
        let caption = Look::CAPTION;
        let lines = self.lines(&drawing.title, caption, self.place.width());
        let (whole, scale) = self.measured(drawing);
        let (width, height) = (scale.twips(drawing.size.0), scale.twips(drawing.size.1));
        self.need(whole)?;
        if self.y > self.top() {
            self.y += caption.space.0;
        }
        let element = self.tree.add(Tree::ROOT, StructRole::P);
        self.flow(&lines, caption, (element, EDGES.0))?;
        self.y += caption.space.1;
        self.need(height)?;
        let corner = (EDGES.0, self.y);
        let figure = self.tree.add(Tree::ROOT, StructRole::Figure);
        let field = [corner.0, corner.1, width, height];
        if let Some(field) = self.draw(|page| page.field(field)) {
            self.tree.describe(figure, &plain(&drawing.alt), field);
        }
        self.marked(b"Figure", figure, |writer| {
            for shape in &drawing.shapes {
                writer.shape(shape, corner, scale);
            }
        });
        self.y += height + 160;
        Ok(())
    }

    fn shape(&mut self, shape: &Shape, corner: (Twips, Twips), scale: Scale) {
        let twips = |points| scale.twips(points);
        let place = |at: (i32, i32)| (corner.0 + twips(at.0), corner.1 + twips(at.1));
        match shape {
            Shape::Rect { at, size, fill } => {
                let ((x, y), fill) = (place(*at), fill.map(|fill| self.fill(fill)));
                let field = [x, y, twips(size.0), twips(size.1)];
                self.draw(|page| page.rect(field, fill, Some((Rgb::QUIET, 0.75))));
            }
            Shape::Dot { at, radius, fill } => {
                let fill = fill.map(|fill| self.fill(fill));
                self.draw(|page| page.dot(place(*at), twips(*radius), fill, (Rgb::INK, 0.75)));
            }
            Shape::Line { from, to, width, paint, arrow } => {
                let (colour, head) = (self.stroke(*paint), arrow.then(|| head(*from, *to)));
                let (from, to) = (place(*from), place(*to));
                self.draw(|page| {
                    page.line((from, to), colour, points(twips(*width)));
                    if let Some([left, right]) = head.flatten() {
                        // In tenths of a point of the picture.
                        let corner =
                            |(x, y): (i32, i32)| (to.0 + twips(x) / 10, to.1 + twips(y) / 10);
                        page.triangle([to, corner(left), corner(right)], colour);
                    }
                });
            }
            Shape::Text { at, anchor, size, bold, paint, text } => {
                let (text, colour) = (plain(text).replace('\n', " "), self.fill(*paint));
                let weight = Weight::from(*bold);
                let look = Look { size: twips(*size), weight, colour, space: (0, 0) };
                let wide = self.wide(&text, look);
                let (x, y) = place(*at);
                let x = match anchor {
                    Anchor::Start => x,
                    Anchor::Middle => x - wide / 2,
                    Anchor::End => x - wide,
                };
                self.line((x, y), &text, look);
            }
        }
    }

    fn fill(&self, paint: Paint) -> Rgb {
        match paint {
            Paint::Band(colour) => in_print(colour),
            Paint::Ink | Paint::OnBand => Rgb::INK,
            Paint::Quiet => Rgb::QUIET,
            Paint::Pale => Rgb::PALE,
            Paint::Accent => self.about.look.accent,
        }
    }

    fn stroke(&self, paint: Paint) -> Rgb {
        match paint {
            Paint::Quiet | Paint::Pale => Rgb::LINE,
            Paint::Accent => self.about.look.accent,
            Paint::Ink | Paint::OnBand | Paint::Band(_) => Rgb::INK,
        }
    }
}

/// The two back corners of the head of an arrow, from its tip on, in tenths of a point; none where the line
/// leads nowhere.
fn head(from: (i32, i32), to: (i32, i32)) -> Option<[(i32, i32); 2]> {
    let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = dx.hypot(dy);
    if length <= 0.0 {
        return None;
    }
    let (ux, uy) = (dx / length, dy / length);
    let (half, long) = HEAD;
    let tenths = |value: f64| {
        // Small whole numbers, found without a cast.
        (-200..=200)
            .min_by_key(|whole: &i32| ((f64::from(*whole) - value * 10.0).abs() * 10.0).to_bits())
    };
    let corner = |x: f64, y: f64| Some((tenths(x)?, tenths(y)?));
    Some([
        corner(-ux * long - uy * half, -uy * long + ux * half)?,
        corner(-ux * long + uy * half, -uy * long - ux * half)?,
    ])
}
