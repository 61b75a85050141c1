//! The parts beside the slides: presentation, master, layouts, theme, notes.

use super::super::office::content;
use super::super::printed::{About, Rgb};
use super::SPACES;

/// Number of the relation of the first slide.
pub(super) const FIRST_SLIDE: usize = 10;
/// An empty tree of shapes begins so.
const TREE: &str =
    "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";
/// Which colour of the theme is used for what.
const COLOURS: &str = "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";

/// The list of slides, on a screen of 16 to 9.
pub(super) fn presentation(slides: usize) -> String {
    let ids: String = (0..slides)
        .map(|at| format!("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + at, FIRST_SLIDE + at))
        .collect();
    let ids = if ids.is_empty() { ids } else { format!("<p:sldIdLst>{ids}</p:sldIdLst>") };
    format!(
        "<p:presentation {SPACES} saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>\
         <p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>{ids}\
         <p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
    )
}

/// A placeholder of a master or layout: number, kind, field, and what else says how its text stands.
fn place(id: usize, kind: &str, field: Option<[i64; 4]>, body: &str, list: &str) -> String {
    let field = field.map_or_else(String::new, |[x, y, width, height]| {
        format!(
            "<a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
        )
    });
    let inside = match kind.contains("sldNum") {
        true => {
            "<a:p><a:fld id=\"{5B6D1C1E-0F3A-4B0E-9B77-3C1D5A0E7F10}\" type=\"slidenum\"><a:rPr/><a:t>‹#›</a:t></a:fld></a:p>"
        }
        false => "<a:p/>",
    };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{id}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>\
         <p:spPr>{field}</p:spPr><p:txBody><a:bodyPr {body}/><a:lstStyle>{list}</a:lstStyle>{inside}</p:txBody></p:sp>"
    )
}

const TIGHT: &str = "lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"";

/// What all slides have: where title, text, footer line and number stand, and a rule in the accent.
pub(super) fn master(about: &About) -> String {
    let quiet = format!("<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>", Rgb::QUIET.hex());
    let small = |align: &str| {
        format!("<a:lvl1pPr algn=\"{align}\"><a:defRPr sz=\"1100\">{quiet}</a:defRPr></a:lvl1pPr>")
    };
    let anchor = |at: &str| format!("{TIGHT} anchor=\"{at}\"");
    let shapes = [
        place(2, "type=\"title\"", Some([635_000, 317_500, 10_922_000, 825_500]), &anchor("b"), ""),
        place(
            3,
            "type=\"body\" idx=\"1\"",
            Some([635_000, 1_301_750, 10_922_000, 4_889_500]),
            TIGHT,
            "",
        ),
        place(
            4,
            "type=\"ftr\" sz=\"quarter\" idx=\"3\"",
            Some([635_000, 6_400_800, 8_000_000, 254_000]),
            &anchor("ctr"),
            &small("l"),
        ),
        place(
            5,
            "type=\"sldNum\" sz=\"quarter\" idx=\"4\"",
            Some([10_287_000, 6_400_800, 1_270_000, 254_000]),
            &anchor("ctr"),
            &small("r"),
        ),
    ];
    let levels: String = (1..=5)
        .map(|level| format!("<a:lvl{level}pPr marL=\"0\" indent=\"0\" algn=\"l\"><a:buNone/><a:defRPr sz=\"2000\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl{level}pPr>"))
        .collect();
    format!(
        "<p:sldMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{}{}</p:spTree></p:cSld>{COLOURS}\
         <p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/><p:sldLayoutId id=\"2147483650\" r:id=\"rId2\"/></p:sldLayoutIdLst>\
         <p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:defRPr sz=\"3200\" b=\"1\"><a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill><a:latin typeface=\"+mj-lt\"/></a:defRPr></a:lvl1pPr></p:titleStyle>\
         <p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz=\"1800\"/></a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>",
        rule([635_000, 1_190_625, 10_922_000], about),
        shapes.concat(),
    )
}

/// A rule in the accent below the title.
fn rule([x, y, width]: [i64; 3], about: &About) -> String {
    format!(
        "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"9\" name=\"9\"/><p:cNvCxnSpPr/><p:nvPr userDrawn=\"1\"/></p:nvCxnSpPr><p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"0\"/></a:xfrm>\
         <a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom><a:ln w=\"19050\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:ln></p:spPr></p:cxnSp>",
        about.look.accent.hex()
    )
}

fn layout(kind: &str, name: &str, more: &str, shapes: &[String]) -> String {
    format!(
        "<p:sldLayout {SPACES} type=\"{kind}\" preserve=\"1\"{more}><p:cSld name=\"{name}\"><p:spTree>{TREE}{}</p:spTree></p:cSld>\
         <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
        shapes.concat()
    )
}

/// The footer line and the number, as the master has them.
fn foot() -> [String; 2] {
    [
        place(4, "type=\"ftr\" sz=\"quarter\" idx=\"11\"", None, "", ""),
        place(5, "type=\"sldNum\" sz=\"quarter\" idx=\"12\"", None, "", ""),
    ]
}

/// The front: a large title in the middle of the height, a rule, and what stands below it.
pub(super) fn front_layout(about: &About) -> String {
    let title = "<a:lvl1pPr algn=\"l\"><a:defRPr sz=\"4000\" b=\"1\"/></a:lvl1pPr>";
    let below = format!(
        "<a:lvl1pPr algn=\"l\"><a:defRPr sz=\"2400\"><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill></a:defRPr></a:lvl1pPr>",
        Rgb::QUIET.hex()
    );
    let low = format!("{TIGHT} anchor=\"b\"");
    let [footer, number] = foot();
    let shapes = [
        rule([635_000, 3_302_000, 10_922_000], about),
        place(
            2,
            "type=\"ctrTitle\"",
            Some([635_000, 1_524_000, 10_922_000, 1_651_000]),
            &low,
            title,
        ),
        place(
            3,
            "type=\"subTitle\" idx=\"1\"",
            Some([635_000, 3_492_500, 9_652_000, 2_413_000]),
            TIGHT,
            &below,
        ),
        footer,
        number,
    ];
    layout("title", "Forside", " showMasterSp=\"0\"", &shapes)
}

/// Title and text.
pub(super) fn content_layout() -> String {
    let [footer, number] = foot();
    let shapes = [
        place(2, "type=\"title\"", None, "", ""),
        place(3, "type=\"body\" idx=\"1\"", None, "", ""),
        footer,
        number,
    ];
    layout("obj", "Titel og indhold", "", &shapes)
}

/// Where the slide and what the speaker says stand on a sheet of paper.
pub(super) fn notes_master() -> String {
    let shapes = [
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"2\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr>\
         <p:spPr><a:xfrm><a:off x=\"685800\" y=\"1143000\"/><a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>"
            .to_owned(),
        place(3, "type=\"body\" sz=\"quarter\" idx=\"3\"", Some([685_800, 4_400_550, 5_486_400, 3_600_450]), "", ""),
    ];
    format!(
        "<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{}</p:spTree></p:cSld>{COLOURS}\
         <p:notesStyle><a:lvl1pPr><a:defRPr sz=\"1200\"/></a:lvl1pPr></p:notesStyle></p:notesMaster>",
        shapes.concat()
    )
}

/// What the speaker says on a slide.
pub(super) fn notes(notes: &[String], about: &About) -> String {
    let language = about.language.tag();
    let mut text: String = notes
        .iter()
        .flat_map(|note| note.split('\n'))
        .map(|note| {
            format!(
                "<a:p><a:r><a:rPr lang=\"{language}\"/><a:t>{}</a:t></a:r></a:p>",
                content(note)
            )
        })
        .collect();
    if text.is_empty() {
        text.push_str("<a:p/>");
    }
    format!(
        "<p:notes {SPACES}><p:cSld><p:spTree>{TREE}\
         <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"2\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"3\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/>\
         <p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
}

/// Colours and fonts that people choose from.
pub(super) fn theme(about: &About) -> String {
    let colour = |name: &str, colour: Rgb| {
        format!("<a:{name}><a:srgbClr val=\"{}\"/></a:{name}>", colour.hex())
    };
    let accent = about.look.accent;
    let colours = [
        colour("dk1", Rgb::INK),
        colour("lt1", Rgb::PAPER),
        colour("dk2", accent),
        colour("lt2", Rgb::PALE),
        colour("accent1", accent),
        colour("accent2", Rgb(0x8f, 0xcf, 0x94)),
        colour("accent3", Rgb(0xcf, 0xe8, 0xb4)),
        colour("accent4", Rgb(0xff, 0xe5, 0x8a)),
        colour("accent5", Rgb(0xff, 0xb8, 0x66)),
        colour("accent6", Rgb(0xf0, 0x7f, 0x78)),
        colour("hlink", accent),
        colour("folHlink", Rgb::QUIET),
    ];
    let font = |name: &str| {
        format!(
            "<a:{name}><a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:{name}>"
        )
    };
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>".repeat(3);
    let lines =
        "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>".repeat(3);
    let effects = "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3);
    format!(
        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"risiko\"><a:themeElements><a:clrScheme name=\"risiko\">{}</a:clrScheme>\
         <a:fontScheme name=\"risiko\">{}{}</a:fontScheme><a:fmtScheme name=\"risiko\"><a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>\
         <a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>",
        colours.concat(),
        font("majorFont"),
        font("minorFont"),
    )
}
