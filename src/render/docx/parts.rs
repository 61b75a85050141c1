//! The parts beside the text of a Word file: styles, bullets, settings, header and footer, pages.

use super::super::font::Twips;
use super::super::office::content;
use super::super::printed::{About, Rgb};
use super::super::sheet::{EDGES, Place, SHEET};
use super::{SPACES, logo};

/// What stands above and below the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Above the first page, which has the title itself.
    First,
    /// Above all others.
    Header,
    /// Below pages that stand upright.
    Footer,
    /// Below pages that are turned sideways.
    Across,
}

impl Side {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::First, Self::Header, Self::Footer, Self::Across];

    /// Name of its part.
    pub(super) const fn file(self) -> &'static str {
        match self {
            Self::First => "header1.xml",
            Self::Header => "header2.xml",
            Self::Footer => "footer1.xml",
            Self::Across => "footer2.xml",
        }
    }

    /// `header` or `footer`.
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::First | Self::Header => "header",
            Self::Footer | Self::Across => "footer",
        }
    }

    /// Number of its relation.
    pub(super) const fn id(self) -> usize {
        match self {
            Self::First => 10,
            Self::Header => 11,
            Self::Footer => 12,
            Self::Across => 13,
        }
    }

    /// The part.
    pub(super) fn part(self, about: &About) -> String {
        match self {
            Self::First => header(&logo(about)),
            Self::Header => {
                let title = content(&about.title);
                header(&format!("<w:r><w:t xml:space=\"preserve\">{title}</w:t></w:r>"))
            }
            Self::Footer => footer(about, Place::Portrait.width()),
            Self::Across => footer(about, Place::Landscape.width()),
        }
    }
}

fn header(runs: &str) -> String {
    format!("<w:hdr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{runs}</w:p></w:hdr>")
}

/// The footer line at the left and the number of the page at the right.
fn footer(about: &About, width: Twips) -> String {
    let text =
        |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", content(text));
    let field = |name: &str| {
        let part = |inside: &str| format!("<w:r>{inside}</w:r>");
        let sign = |kind: &str| part(&format!("<w:fldChar w:fldCharType=\"{kind}\"/>"));
        let name = part(&format!("<w:instrText xml:space=\"preserve\"> {name} </w:instrText>"));
        format!(
            "{}{name}{}{}{}",
            sign("begin"),
            sign("separate"),
            part("<w:t>1</w:t>"),
            sign("end")
        )
    };
    let words = about.words;
    format!(
        "<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs></w:pPr>\
         {}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>",
        text(&about.footer),
        text(&format!("{} ", words.page)),
        field("PAGE"),
        text(&format!(" {} ", words.of)),
        field("NUMPAGES"),
    )
}

/// The pages of a section. The first section has a first page of its own.
pub(super) fn section(place: Place, is_first: bool) -> String {
    let ((long, short), (side, top)) = (SHEET, EDGES);
    let (size, footer) = match place {
        Place::Portrait => (format!("w:w=\"{short}\" w:h=\"{long}\""), Side::Footer.id()),
        Place::Landscape => {
            (format!("w:w=\"{long}\" w:h=\"{short}\" w:orient=\"landscape\""), Side::Across.id())
        }
    };
    let header = Side::Header.id();
    let first = Side::First.id();
    let (own, title_page) = match is_first {
        true => (
            format!(
                "<w:headerReference w:type=\"first\" r:id=\"rId{first}\"/><w:footerReference w:type=\"first\" r:id=\"rId{footer}\"/>"
            ),
            "<w:titlePg/>",
        ),
        false => (String::new(), ""),
    };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId{header}\"/><w:footerReference w:type=\"default\" r:id=\"rId{footer}\"/>{own}\
         <w:pgSz {size}/><w:pgMar w:top=\"{top}\" w:right=\"{side}\" w:bottom=\"{top}\" w:left=\"{side}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
         {title_page}</w:sectPr>"
    )
}

/// Language, and that a current Word made it, so that it opens without the mode for old files.
pub(super) fn settings(about: &About) -> String {
    let language = about.language.tag();
    format!(
        "<w:settings {SPACES}><w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"/></w:settings>"
    )
}

/// One bullet for all lists.
pub(super) fn numbering() -> String {
    format!(
        "<w:numbering {SPACES}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">\
         <w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:pStyle w:val=\"ListBullet\"/><w:lvlText w:val=\"\u{2022}\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"340\" w:hanging=\"284\"/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

/// A style for paragraphs: name in the list of Word, key, what follows, paragraph, letters.
fn style(name: &str, key: &str, next: &str, paragraph: &str, letters: &str) -> String {
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"{key}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:next w:val=\"{next}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )
}

fn space(before: u16, after: u16) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>")
}

/// A size in halves of a point.
fn size(half: u16) -> String {
    format!("<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/>")
}

fn colour(colour: Rgb) -> String {
    format!("<w:color w:val=\"{}\"/>", colour.hex())
}

/// A line at a side of a paragraph: how wide, and how far away.
fn rule(side: &str, colour: Rgb, (wide, away): (u8, u8)) -> String {
    format!(
        "<w:pBdr><w:{side} w:val=\"single\" w:sz=\"{wide}\" w:space=\"{away}\" w:color=\"{}\"/></w:pBdr>",
        colour.hex()
    )
}

/// Titles and headings; the navigation of Word lists the headings.
fn headings(accent: Rgb) -> String {
    let keep = "<w:keepNext/><w:keepLines/>";
    let level = |level: u8| format!("<w:outlineLvl w:val=\"{level}\"/>");
    let bold = |of: Rgb, half| format!("<w:b/>{}{}", colour(of), size(half));
    let line = rule("bottom", accent, (12, 6));
    [
        style(
            "Title",
            "Title",
            "BodyText",
            &format!("<w:keepNext/>{line}{}", space(0, 240)),
            &bold(accent, 44),
        ),
        style(
            "heading 1",
            "Heading1",
            "BodyText",
            &(keep.to_owned() + &space(360, 120) + &level(0)),
            &bold(accent, 30),
        ),
        style(
            "heading 2",
            "Heading2",
            "BodyText",
            &(keep.to_owned() + &space(240, 80) + &level(1)),
            &bold(Rgb::INK, 24),
        ),
        style(
            "caption",
            "Caption",
            "Picture",
            &format!("<w:keepNext/>{}", space(200, 80)),
            "<w:b/>",
        ),
    ]
    .concat()
}

/// Texts, and what stands above and below them.
fn texts() -> String {
    let quiet = colour(Rgb::QUIET) + &size(17);
    let bullet = format!("<w:numPr><w:numId w:val=\"1\"/></w:numPr>{}", space(0, 60));
    let tight = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>";
    let line = rule("top", Rgb::LINE, (4, 6));
    [
        style("Body Text", "BodyText", "BodyText", &space(0, 120), ""),
        style("List Bullet", "ListBullet", "ListBullet", &bullet, ""),
        style("Small", "Small", "BodyText", &space(0, 120), &quiet),
        style("Picture", "Picture", "BodyText", &space(0, 200), ""),
        style("Table Text", "TableText", "TableText", tight, ""),
        style("header", "Header", "Header", &space(0, 0), &quiet),
        style("footer", "Footer", "Footer", &(line + &space(0, 0)), &quiet),
    ]
    .concat()
}

/// How everything looks. People change it here, once for the whole file.
pub(super) fn styles(about: &About) -> String {
    let language = about.language.tag();
    format!(
        "<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>\
         {}{}<w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>{}{}</w:styles>",
        colour(Rgb::INK),
        size(21),
        headings(about.look.accent),
        texts(),
    )
}
