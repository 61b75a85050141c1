//! How cells look: one table of styles, and the colours that charts share with them.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::domain::Colour;

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::exchange) enum Style {
    /// Heading of a sheet.
    Title,
    /// Line below it.
    Subtitle,
    /// Heading within a sheet.
    Heading,
    /// Name of a fact.
    Label,
    /// Fact or paragraph.
    Text,
    /// Fact that is a number.
    Count,
    /// Title over columns.
    Group,
    /// Header of a column that is computed or locked.
    Header,
    /// Header of a column to fill in.
    InputHeader,
    /// Key of a row.
    Key,
    /// From the catalogue.
    Locked,
    /// From the catalogue, short.
    LockedCentre,
    /// Free text to fill in.
    Input,
    /// Key of a row to fill in; what is typed stays text, so that "07" keeps its zero.
    InputKey,
    /// Choice to fill in.
    Choice,
    /// Choice that still holds the catalogue's figure.
    Starting,
    /// Day to fill in.
    InputDate,
    /// Computed number.
    Number,
    /// Computed text.
    Result,
    /// Computed band word.
    Band,
    /// Band word on its colour.
    Legend(Colour),
    /// Count on the colour of a band.
    Heat(Colour),
    /// Words along the axes of the matrix.
    Axis,
    /// Words in a list.
    Cell,
    /// Number in a list.
    CellNumber,
    /// Number with two decimals in a list.
    CellDecimal,
    /// Day in a list.
    CellDate,
    /// Number as people wrote it.
    Plain,
    /// Day as people wrote it.
    PlainDate,
}

pub(super) const INK: u32 = 0x1F_2933;
pub(super) const QUIET: u32 = 0x52_606D;
pub(super) const LINE: u32 = 0xCB_D2D9;
const INPUT: u32 = 0xE6_F2FB;
pub(super) const NAVY: u32 = 0x1F_3A5F;
const PALE: u32 = 0xF5_F7FA;

/// Text that warns, readable on white.
pub(super) const RED_INK: u32 = 0xA6_1B1B;

/// Fill of a band; dark text stays readable on each.
pub(super) fn fill(colour: Colour) -> u32 {
    match colour {
        Colour::Green => 0x8F_CF94,
        Colour::LightGreen => 0xCF_E8B4,
        Colour::Yellow => 0xFF_E58A,
        Colour::Orange => 0xFF_B866,
        Colour::Red => 0xF0_7F78,
    }
}

fn format(style: Style) -> Format {
    let plain = Format::new().set_font_color(INK).set_align(FormatAlign::Top);
    let bordered =
        || plain.clone().set_text_wrap().set_border(FormatBorder::Thin).set_border_color(LINE);
    let centred = || bordered().set_align(FormatAlign::Center);
    let input = || bordered().set_background_color(INPUT).set_unlocked();
    match style {
        Style::Title => plain.set_bold().set_font_size(18).set_font_color(NAVY),
        Style::Subtitle => plain.set_font_color(QUIET),
        Style::Heading => plain.set_bold().set_font_size(13).set_font_color(NAVY),
        Style::Label => plain.set_font_color(QUIET),
        Style::Text => plain.set_text_wrap(),
        Style::Plain => plain,
        Style::PlainDate => plain.set_num_format("dd-mm-yyyy"),
        Style::Count => plain.set_align(FormatAlign::Left),
        Style::Group => heading(centred(), NAVY),
        Style::Header => bordered().set_bold().set_background_color(PALE),
        Style::InputHeader => bordered().set_bold().set_background_color(0xCD_E3F5),
        Style::Key => centred().set_bold().set_background_color(PALE),
        Style::Locked | Style::Cell => bordered(),
        Style::LockedCentre | Style::CellNumber => centred(),
        Style::CellDecimal => centred().set_num_format("0.00"),
        Style::CellDate => centred().set_num_format("dd-mm-yyyy"),
        Style::Input => input(),
        Style::InputKey => input().set_align(FormatAlign::Center).set_num_format("@"),
        Style::Choice => input().set_align(FormatAlign::Center),
        Style::Starting => {
            input().set_align(FormatAlign::Center).set_italic().set_font_color(QUIET)
        }
        Style::InputDate => input().set_align(FormatAlign::Center).set_num_format("dd-mm-yyyy"),
        Style::Number => centred().set_background_color(PALE),
        Style::Result => bordered().set_background_color(PALE),
        Style::Band => centred().set_bold().set_background_color(PALE),
        Style::Legend(colour) => centred().set_bold().set_background_color(fill(colour)),
        Style::Heat(colour) => centred()
            .set_bold()
            .set_font_size(16)
            .set_align(FormatAlign::VerticalCenter)
            .set_num_format("0;;")
            .set_background_color(fill(colour)),
        Style::Axis => centred().set_align(FormatAlign::VerticalCenter).set_background_color(PALE),
    }
}

fn heading(format: Format, background: u32) -> Format {
    format.set_bold().set_font_color(Color::White).set_background_color(background)
}

const STYLES: [Style; 27] = [
    Style::Title,
    Style::Subtitle,
    Style::Heading,
    Style::Label,
    Style::Text,
    Style::Count,
    Style::Group,
    Style::Header,
    Style::InputHeader,
    Style::Key,
    Style::Locked,
    Style::LockedCentre,
    Style::Input,
    Style::InputKey,
    Style::Choice,
    Style::Starting,
    Style::InputDate,
    Style::Number,
    Style::Result,
    Style::Band,
    Style::Axis,
    Style::Cell,
    Style::CellNumber,
    Style::CellDecimal,
    Style::CellDate,
    Style::Plain,
    Style::PlainDate,
];

/// Every look, ready to be used.
pub(super) fn formats() -> BTreeMap<Style, Format> {
    let bands =
        Colour::KEYS.iter().flat_map(|(_, colour)| [Style::Legend(*colour), Style::Heat(*colour)]);
    STYLES.into_iter().chain(bands).map(|style| (style, format(style))).collect()
}
