//! Pictures as native shapes, for Word and PowerPoint alike: a group whose shapes can be moved and changed.

use std::fmt::Write as _;

use super::super::font::{Weight, face};
use super::super::printed::{Look, RenderError, Rgb, in_print};
use super::xml::{attribute, content};
use crate::report::{Anchor, Drawing, Paint, Shape};

/// Units of Office in a point.
const EMU: i64 = 12_700;

/// Whose file the shapes stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Kind {
    /// Word.
    Word,
    /// PowerPoint.
    PowerPoint,
}

/// How large a picture becomes: its points times the first part, through the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) struct Scale(pub(in crate::render) i64, pub(in crate::render) i64);

impl Scale {
    /// So that a picture fits into a room, both in twentieths of a point; at most `most` percent of its size.
    pub(in crate::render) fn fitting(drawing: &Drawing, room: (i64, i64), most: i64) -> Self {
        let (width, height) = (i64::from(drawing.size.0).max(1), i64::from(drawing.size.1).max(1));
        let thousandths = |room: i64, needed: i64| room.max(20) * 50 / needed;
        let scale = thousandths(room.0, width).min(thousandths(room.1, height)).min(most * 10);
        Self(scale.max(1), 1000)
    }

    /// A length in Office's units.
    pub(in crate::render) fn emu(self, points: i32) -> i64 {
        i64::from(points) * EMU * self.0 / self.1
    }

    /// A length in twentieths of a point.
    pub(in crate::render) fn twips(self, points: i32) -> i64 {
        i64::from(points) * 20 * self.0 / self.1
    }
}

/// The shapes of a picture from a corner on, each with a number after `id`.
pub(in crate::render) fn group(
    drawing: &Drawing,
    kind: Kind,
    scale: Scale,
    (corner, id, look): ((i64, i64), usize, &Look),
) -> Result<String, RenderError> {
    let mut xml = String::new();
    for (at, shape) in drawing.shapes.iter().enumerate() {
        let writer = Writer { kind, scale, corner, id: id + 1 + at, look };
        xml.push_str(&writer.shape(shape)?);
    }
    Ok(xml)
}

/// One shape on its way into a file.
struct Writer<'a> {
    kind: Kind,
    scale: Scale,
    corner: (i64, i64),
    id: usize,
    look: &'a Look,
}

/// A field in Office's units: corner and size.
type Field = ((i64, i64), (i64, i64));

impl Writer<'_> {
    fn shape(&self, shape: &Shape) -> Result<String, RenderError> {
        let emu = |points| self.scale.emu(points);
        Ok(match shape {
            Shape::Rect { at, size, fill } => {
                let field = (self.place(*at), (emu(size.0), emu(size.1)));
                self.form("rect", field, *fill, Rgb::QUIET)
            }
            Shape::Dot { at, radius, fill } => {
                let corner = self.place((at.0 - radius, at.1 - radius));
                let field = (corner, (emu(radius * 2), emu(radius * 2)));
                self.form("ellipse", field, *fill, Rgb::INK)
            }
            Shape::Line { from, to, width, paint, arrow } => {
                let (from, to) = (self.place(*from), self.place(*to));
                let flip = |is: bool, name: &str| {
                    if is { format!(" {name}=\"1\"") } else { String::new() }
                };
                let flips = flip(to.0 < from.0, "flipH") + &flip(to.1 < from.1, "flipV");
                let corner = (from.0.min(to.0), from.1.min(to.1));
                let size = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
                let end = if *arrow {
                    "<a:tailEnd type=\"triangle\" w=\"med\" len=\"med\"/>"
                } else {
                    ""
                };
                let inside = format!(
                    "{}<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom><a:ln w=\"{}\">{}{end}</a:ln>",
                    frame((corner, size), &flips),
                    emu(*width).max(1),
                    solid(self.stroke(*paint)),
                );
                self.line(&inside)
            }
            Shape::Text { at, anchor, size, bold, paint, text } => {
                let wide =
                    face(Weight::from(*bold))?.width(text, self.scale.twips(*size)) * EMU / 20;
                // Other fonts may be wider; a text that began a new line would be lost.
                let wide = wide * 5 / 4 + emu(*size);
                let (x, y) = self.place(*at);
                let (left, align) = match anchor {
                    Anchor::Start => (x, ("l", "left")),
                    Anchor::Middle => (x - wide / 2, ("ctr", "center")),
                    Anchor::End => (x - wide, ("r", "right")),
                };
                // The base line lies a quarter of the letters' size above the lower edge.
                let high = emu(*size) * 5 / 4;
                let field = ((left, y + emu(*size) / 4 - high), (wide, high));
                let looks = (emu(*size) * 100 / EMU, *bold, self.fill(*paint));
                self.text(field, align, looks, text)
            }
        })
    }

    fn place(&self, at: (i32, i32)) -> (i64, i64) {
        (self.corner.0 + self.scale.emu(at.0), self.corner.1 + self.scale.emu(at.1))
    }

    fn form(&self, form: &str, field: Field, fill: Option<Paint>, outline: Rgb) -> String {
        let filled = fill.map_or_else(|| "<a:noFill/>".to_owned(), |paint| solid(self.fill(paint)));
        let inside = format!(
            "{}<a:prstGeom prst=\"{form}\"><a:avLst/></a:prstGeom>{filled}<a:ln w=\"9525\">{}</a:ln>",
            frame(field, ""),
            solid(outline)
        );
        let id = self.id;
        match self.kind {
            Kind::Word => format!(
                "<wps:wsp><wps:cNvPr id=\"{id}\" name=\"{id}\"/><wps:cNvSpPr/><wps:spPr>{inside}</wps:spPr><wps:bodyPr/></wps:wsp>"
            ),
            Kind::PowerPoint => format!(
                "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{id}\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{inside}</p:spPr></p:sp>"
            ),
        }
    }

    fn line(&self, inside: &str) -> String {
        let id = self.id;
        match self.kind {
            Kind::Word => format!(
                "<wps:wsp><wps:cNvPr id=\"{id}\" name=\"{id}\"/><wps:cNvCnPr/><wps:spPr>{inside}</wps:spPr><wps:bodyPr/></wps:wsp>"
            ),
            Kind::PowerPoint => format!(
                "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"{id}\" name=\"{id}\"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>{inside}</p:spPr></p:cxnSp>"
            ),
        }
    }

    /// A text in a field. `align` is what PowerPoint and Word call its side; of its looks, the size is in
    /// hundredths of a point.
    fn text(
        &self,
        field: Field,
        align: (&str, &str),
        (size, is_bold, colour): (i64, bool, Rgb),
        text: &str,
    ) -> String {
        let id = self.id;
        let inside = format!(
            "{}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>",
            frame(field, "")
        );
        let body = "lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" wrap=\"square\" anchor=\"b\"";
        let (text, colour) = (content(text), colour.hex());
        match self.kind {
            Kind::Word => {
                let half = (size / 50).max(2);
                let bold = if is_bold { "<w:b/>" } else { "" };
                format!(
                    "<wps:wsp><wps:cNvPr id=\"{id}\" name=\"{id}\"/><wps:cNvSpPr txBox=\"1\"/><wps:spPr>{inside}</wps:spPr>\
                     <wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>\
                     <w:jc w:val=\"{}\"/></w:pPr><w:r><w:rPr>{bold}<w:color w:val=\"{colour}\"/><w:sz w:val=\"{half}\"/>\
                     <w:szCs w:val=\"{half}\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx>\
                     <wps:bodyPr {body}><a:noAutofit/></wps:bodyPr></wps:wsp>",
                    align.1
                )
            }
            Kind::PowerPoint => {
                let bold = if is_bold { " b=\"1\"" } else { "" };
                format!(
                    "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{id}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>{inside}</p:spPr>\
                     <p:txBody><a:bodyPr {body}><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn=\"{}\"/>\
                     <a:r><a:rPr sz=\"{}\"{bold}>{}</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>",
                    align.0,
                    size.max(100),
                    format_args!(
                        "<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/>"
                    )
                )
            }
        }
    }

    fn fill(&self, paint: Paint) -> Rgb {
        match paint {
            Paint::Band(colour) => in_print(colour),
            Paint::Ink | Paint::OnBand => Rgb::INK,
            Paint::Quiet => Rgb::QUIET,
            Paint::Pale => Rgb::PALE,
            Paint::Accent => self.look.accent,
        }
    }

    fn stroke(&self, paint: Paint) -> Rgb {
        match paint {
            Paint::Quiet | Paint::Pale => Rgb::LINE,
            Paint::Accent => self.look.accent,
            Paint::Ink | Paint::OnBand | Paint::Band(_) => Rgb::INK,
        }
    }
}

fn frame(((x, y), (width, height)): Field, flips: &str) -> String {
    let (width, height) = (width.max(0), height.max(0));
    format!(
        "<a:xfrm{flips}><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>"
    )
}

fn solid(colour: Rgb) -> String {
    format!("<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>", colour.hex())
}

/// Name and description of a picture as attributes.
pub(in crate::render) fn described(title: &str, alt: &str) -> String {
    let mut text = String::new();
    let _cannot_fail = write!(text, "descr=\"{}\" title=\"{}\"", attribute(alt), attribute(title));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Colour;

    #[test]
    fn every_shape_becomes_one_and_lines_keep_their_direction() {
        let mut drawing = Drawing::new("T", "A", (100, 50));
        drawing.rect((0, 0), (10, 10), Paint::Band(Colour::Red));
        drawing.dot((5, 5), 2, None);
        drawing.arrow((20, 20), (0, 0), 2, Paint::Ink);
        drawing.text((5, 5), Anchor::Middle, 9, "<b>");
        let look = Look::default();
        for (kind, tag) in [(Kind::Word, "<wps:wsp>"), (Kind::PowerPoint, "<p:sp>")] {
            let xml = group(&drawing, kind, Scale(1, 1), ((0, 0), 7, &look)).unwrap();
            assert_eq!(xml.matches("<a:xfrm").count(), 4);
            assert!(xml.contains(tag), "{xml}");
            assert!(xml.contains("flipH=\"1\" flipV=\"1\""), "{xml}");
            assert!(xml.contains("F07F78") && xml.contains("&lt;b&gt;"), "{xml}");
        }
        assert_eq!(Scale::fitting(&drawing, (1_000, 1_000), 100), Scale(500, 1000));
        assert_eq!(Scale::fitting(&drawing, (100_000, 100_000), 100), Scale(1000, 1000));
    }
}
