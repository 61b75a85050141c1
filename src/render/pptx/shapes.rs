//! What stands on a slide, as shapes that people can move and change.

use super::super::office::{Kind, Scale, attribute, content, described, group};
use super::super::printed::{About, RenderError, Rgb, in_print};
use super::super::widths::is_bold;
use super::flow::{INDENT, PAD, Para, Placed, Style, Thing};
use super::{SPACES, Shown};
use crate::report::{Align, Cell, Column, Drawing};

/// Office's units in a twentieth of a point.
const EMU: i64 = 635;
/// Upper left corner of the room for what stands below a title.
const CORNER: (i64, i64) = (1_000, 2_050);
/// Numbers of shapes that a picture may use, so that none is used twice.
const NUMBERS: usize = 10_000;
/// A picture is drawn at most so much larger than it is, in percent.
const LARGEST: i64 = 200;

/// The font of texts, as the theme has it; tables and pictures do not take it from there by themselves.
const FONT: &str = "<a:latin typeface=\"+mn-lt\"/>";

/// A whole slide.
pub(super) fn slide(slide: &Shown<'_>, about: &About) -> Result<String, RenderError> {
    let mut shapes = title(slide, about);
    let mut has_body = false;
    for (at, thing) in slide.things.iter().enumerate() {
        shapes.push_str(&self::thing(thing, (NUMBERS * (at + 1), &mut has_body), about)?);
    }
    let tree = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";
    Ok(format!(
        "<p:sld {SPACES}><p:cSld><p:spTree>{tree}{shapes}{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
        foot(about)
    ))
}

fn title(slide: &Shown<'_>, about: &About) -> String {
    let size = slide.title_size * 5;
    let text = lines(&slide.title, &format!("lang=\"{}\" sz=\"{size}\"", about.language.tag()), "");
    let Some((paras, size)) = &slide.front else { return placeholder(2, "type=\"title\"", &text) };
    let logo = about.look.logo.as_ref().map_or_else(String::new, |logo| {
        let (width, height) = logo.within((4_400 * EMU, 1_300 * EMU));
        let alt = attribute(about.words.logo);
        let field = frame([CORNER.0, 700, 0, 0], (width, height));
        format!(
            "<p:pic><p:nvPicPr><p:cNvPr id=\"4\" name=\"logo\" descr=\"{alt}\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>\
             <p:blipFill><a:blip r:embed=\"rId3\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>\
             <p:spPr>{field}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>"
        )
    });
    let below: String = paras.iter().map(|para| paragraph(para, *size, about)).collect();
    let below = if below.is_empty() { "<a:p/>".to_owned() } else { below };
    placeholder(2, "type=\"ctrTitle\"", &text)
        + &placeholder(3, "type=\"subTitle\" idx=\"1\"", &below)
        + &logo
}

/// A shape whose place and look the layout decides.
fn placeholder(id: usize, kind: &str, paragraphs: &str) -> String {
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{id}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>\
         <p:spPr/><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )
}

/// The footer line and the number of the slide.
fn foot(about: &About) -> String {
    let language = about.language.tag();
    let look = format!("lang=\"{language}\" sz=\"1100\"");
    let inside = solid(Rgb::QUIET) + FONT;
    let line = format!("<a:p><a:pPr algn=\"l\"/>{}</a:p>", runs(&about.footer, &look, &inside));
    let number = format!(
        "<a:p><a:pPr algn=\"r\"/><a:fld id=\"{{5B6D1C1E-0F3A-4B0E-9B77-3C1D5A0E7F10}}\" type=\"slidenum\"><a:rPr {look}>{inside}</a:rPr><a:t>1</a:t></a:fld></a:p>"
    );
    placeholder(5, "type=\"ftr\" sz=\"quarter\" idx=\"11\"", &line)
        + &placeholder(6, "type=\"sldNum\" sz=\"quarter\" idx=\"12\"", &number)
}

/// A thing in its place. The first texts are the body of the slide, as an outline shows it.
fn thing(
    (thing, place): &Placed<'_>,
    (id, has_body): (usize, &mut bool),
    about: &About,
) -> Result<String, RenderError> {
    match thing {
        Thing::Texts { paras, size } => {
            let text: String = paras.iter().map(|para| paragraph(para, *size, about)).collect();
            let (kind, lock) = match std::mem::replace(has_body, true) {
                true => ("", "<p:cNvSpPr txBox=\"1\"/>"),
                false => (
                    "<p:ph type=\"body\" idx=\"1\"/>",
                    "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>",
                ),
            };
            let field = frame(*place, (place[2] * EMU, place[3] * EMU));
            Ok(format!(
                "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{id}\"/>{lock}<p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:spPr>{field}\
                 <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr>\
                 <a:lstStyle/>{text}</p:txBody></p:sp>"
            ))
        }
        Thing::Table { columns, titles, rows, size, widths, heights } => {
            let width: i64 = widths.iter().sum();
            let field = frame(*place, (width * EMU, place[3] * EMU)).replace("a:xfrm", "p:xfrm");
            let grid: String =
                widths.iter().map(|width| format!("<a:gridCol w=\"{}\"/>", width * EMU)).collect();
            let mut all = String::new();
            for (at, (cells, height)) in
                std::iter::once(titles).chain(rows).zip(heights).enumerate()
            {
                all.push_str(&row(cells, columns, (*size, *height, at == 0), about));
            }
            Ok(format!(
                "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"{id}\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{field}\
                 <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\"/><a:tblGrid>{grid}</a:tblGrid>{all}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
            ))
        }
        Thing::Picture { drawing } => picture(drawing, *place, id, about),
    }
}

fn picture(
    drawing: &Drawing,
    place: [i64; 4],
    id: usize,
    about: &About,
) -> Result<String, RenderError> {
    let scale = Scale::fitting(drawing, (place[2], place[3]), LARGEST);
    let (width, height) = (scale.emu(drawing.size.0), scale.emu(drawing.size.1));
    // In the middle of its room.
    let left = (CORNER.0 + place[0]) * EMU + (place[2] * EMU - width).max(0) / 2;
    let top = (CORNER.1 + place[1]) * EMU + (place[3] * EMU - height).max(0) / 2;
    let shapes = group(drawing, Kind::PowerPoint, scale, ((left, top), id, &about.look))?;
    let frame = format!(
        "<a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/><a:chOff x=\"{left}\" y=\"{top}\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/>"
    );
    Ok(format!(
        "<p:grpSp><p:nvGrpSpPr><p:cNvPr id=\"{id}\" name=\"{id}\" {}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>{shapes}</p:grpSp>",
        described(&drawing.title, &drawing.alt)
    ))
}

/// Place and size of a shape in the room below the title.
fn frame(place: [i64; 4], (width, height): (i64, i64)) -> String {
    let (left, top) = ((CORNER.0 + place[0]) * EMU, (CORNER.1 + place[1]) * EMU);
    format!(
        "<a:xfrm><a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>"
    )
}

/// Lines of text in one look, as one paragraph. `inside` stands within the look.
fn lines(text: &str, look: &str, inside: &str) -> String {
    format!("<a:p>{}</a:p>", runs(text, look, inside))
}

fn runs(text: &str, look: &str, inside: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            format!("<a:r><a:rPr {look}>{inside}</a:rPr><a:t>{}</a:t></a:r>", content(line))
        })
        .collect();
    lines.join(&format!("<a:br><a:rPr {look}/></a:br>"))
}

fn paragraph(para: &Para, size: i64, about: &About) -> String {
    let size = para.size(size);
    let language = about.language.tag();
    let mut text = String::new();
    for run in &para.runs {
        let bold = if run.is_bold { " b=\"1\"" } else { "" };
        let look = format!("lang=\"{language}\" sz=\"{}\"{bold}", size * 5);
        let inside = match (run.colour, para.style) {
            (Some(colour), _) => format!(
                "{}<a:highlight><a:srgbClr val=\"{}\"/></a:highlight>",
                solid(Rgb::INK),
                in_print(colour).hex()
            ),
            (None, Style::Small) => solid(Rgb::QUIET),
            (None, _) => solid(Rgb::INK),
        };
        text.push_str(&runs(&run.text, &look, &inside));
    }
    let (indent, bullet) = match para.style {
        Style::Entry => (
            format!(" marL=\"{0}\" indent=\"-{0}\"", INDENT * EMU),
            "<a:buFont typeface=\"Arial\"/><a:buChar char=\"\u{2022}\"/>",
        ),
        _ => (" marL=\"0\" indent=\"0\"".to_owned(), "<a:buNone/>"),
    };
    let space = size * 2;
    format!(
        "<a:p><a:pPr{indent}><a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:spcAft><a:spcPts val=\"{space}\"/></a:spcAft>{bullet}</a:pPr>{text}</a:p>"
    )
}

fn solid(colour: Rgb) -> String {
    format!("<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>", colour.hex())
}

/// A row of a table. The look is size, height, and whether it is the header.
fn row(
    cells: &[Cell],
    columns: &[Column],
    (size, height, is_header): (i64, i64, bool),
    about: &About,
) -> String {
    let empty = Cell::default();
    let line = solid(Rgb::LINE);
    let borders: String = ["lnL", "lnR", "lnT", "lnB"]
        .iter()
        .map(|side| format!("<a:{side} w=\"9525\">{line}</a:{side}>"))
        .collect();
    let accent = about.look.accent;
    let mut row = String::new();
    for (at, column) in columns.iter().enumerate() {
        let cell = cells.get(at).unwrap_or(&empty);
        let (fill, ink) = match (is_header, cell.colour) {
            (true, _) => (accent, accent.text_on()),
            (false, Some(colour)) => (in_print(colour), Rgb::INK),
            (false, None) => (Rgb::PAPER, Rgb::INK),
        };
        let align = match column.align {
            Align::Left => "l",
            Align::Right => "r",
            Align::Centre => "ctr",
        };
        let bold = if is_header || is_bold(cell) { " b=\"1\"" } else { "" };
        let look = format!("lang=\"{}\" sz=\"{}\"{bold}", about.language.tag(), size * 5);
        let text = runs(&cell.text, &look, &(solid(ink) + FONT));
        let (side, edge) = (PAD * EMU, PAD * EMU / 2);
        row.push_str(&format!(
            "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn=\"{align}\"/>{text}</a:p></a:txBody>\
             <a:tcPr marL=\"{side}\" marR=\"{side}\" marT=\"{edge}\" marB=\"{edge}\" anchor=\"ctr\">{borders}{}</a:tcPr></a:tc>",
            solid(fill)
        ));
    }
    format!("<a:tr h=\"{}\">{row}</a:tr>", height * EMU)
}
