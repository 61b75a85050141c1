//! Pictures as inline drawings of a page. Their colours are classes, so that the page decides how light and
//! dark look.

use super::html::escaped;
use crate::report::{Anchor, Drawing, Paint, Shape};

/// Half the height of an arrow's head, and its length.
const HEAD: (f64, f64) = (4.0, 9.0);

/// The picture as an `svg` element. `id` is one of the page, so that title and description can be named.
pub(super) fn svg(drawing: &Drawing, id: usize) -> String {
    let (width, height) = drawing.size;
    let shapes: String = drawing.shapes.iter().map(shape).collect();
    format!(
        "<svg class=\"picture\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"p{id}t p{id}d\">\n\
         <title id=\"p{id}t\">{}</title>\n<desc id=\"p{id}d\">{}</desc>\n{shapes}</svg>\n",
        escaped(&drawing.title),
        escaped(&drawing.alt)
    )
}

fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Rect { at: (x, y), size: (width, height), fill } => format!(
            "<rect class=\"{}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\n",
            class(*fill)
        ),
        Shape::Line { from, to, width, paint, arrow } => {
            let stroke = stroke(*paint);
            let ((x1, y1), (x2, y2)) = (from, to);
            let line = format!(
                "<line class=\"{stroke}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke-width=\"{width}\"/>\n"
            );
            match arrow {
                true => line + &head(*from, *to, *paint),
                false => line,
            }
        }
        Shape::Dot { at: (x, y), radius, fill } => {
            format!("<circle class=\"{}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>\n", class(*fill))
        }
        Shape::Text { at: (x, y), anchor, size, bold, paint, text } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = if *bold { " font-weight=\"700\"" } else { "" };
            format!(
                "<text class=\"{}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{size}\"{weight}>{}</text>\n",
                class(Some(*paint)),
                escaped(text)
            )
        }
    }
}

/// The head of an arrow: a triangle whose tip is the end of the line.
fn head(from: (i32, i32), to: (i32, i32), paint: Paint) -> String {
    let (from, to) = ((f64::from(from.0), f64::from(from.1)), (f64::from(to.0), f64::from(to.1)));
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy);
    if length <= 0.0 {
        return String::new();
    }
    let (ux, uy) = (dx / length, dy / length);
    let (half, long) = HEAD;
    let foot = (to.0 - ux * long, to.1 - uy * long);
    format!(
        "<polygon class=\"{}\" points=\"{:.1},{:.1} {:.1},{:.1} {:.1},{:.1}\"/>\n",
        class(Some(paint)),
        to.0,
        to.1,
        foot.0 - uy * half,
        foot.1 + ux * half,
        foot.0 + uy * half,
        foot.1 - ux * half,
    )
}

fn class(fill: Option<Paint>) -> &'static str {
    match fill {
        None => "hollow",
        Some(Paint::Band(colour)) => crate::domain::Colour::key(colour),
        Some(Paint::Ink) => "ink",
        Some(Paint::Quiet) => "quiet",
        Some(Paint::Pale) => "pale",
        Some(Paint::OnBand) => "on-band",
        Some(Paint::Accent) => "accent",
    }
}

fn stroke(paint: Paint) -> &'static str {
    match paint {
        Paint::Quiet | Paint::Pale => "thin",
        Paint::Accent => "strong",
        Paint::Ink | Paint::OnBand | Paint::Band(_) => "plain",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Colour;

    #[test]
    fn a_picture_says_what_it_shows_and_holds_no_markup_of_others() {
        let mut drawing = Drawing::new("A & B", "<script>", (100, 50));
        drawing.rect((0, 0), (10, 10), Paint::Band(Colour::Red));
        drawing.rect((0, 0), (10, 10), None);
        drawing.arrow((0, 0), (20, 0), 2, Paint::Ink);
        drawing.text((5, 5), Anchor::Middle, 9, "<b>");
        let svg = svg(&drawing, 7);
        assert!(svg.contains("<title id=\"p7t\">A &amp; B</title>"), "{svg}");
        assert!(svg.contains("<desc id=\"p7d\">&lt;script&gt;</desc>"), "{svg}");
        assert!(svg.contains("<rect class=\"red\""), "{svg}");
        assert!(svg.contains("<rect class=\"hollow\""), "{svg}");
        // The tip of the arrow is where its line ends.
        assert!(svg.contains("points=\"20.0,0.0 11.0,4.0 11.0,-4.0\""), "{svg}");
        assert!(svg.contains(">&lt;b&gt;</text>"), "{svg}");
    }
}
