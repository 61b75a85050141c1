//! Charts over cells of the workbook: the numbers stay in the cells, the chart only draws them.

use rust_xlsxwriter::{
    Chart as Drawing, ChartAxis, ChartAxisCrossing, ChartDataLabel, ChartFont, ChartFormat,
    ChartLegendPosition, ChartLine, ChartSolidFill, ChartType,
};

use super::style::{INK, LINE, NAVY, QUIET, fill};
use crate::domain::Colour;

/// How the series stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum ChartKind {
    /// Columns side by side for each category.
    Columns,
    /// One bar for each category, the series end to end; the first category on top.
    StackedBars,
    /// Bars side by side for each category; the first category on top.
    Bars,
}

/// Colour of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Paint {
    /// What is.
    Dark,
    /// What will be.
    Light,
    /// A band.
    Band(Colour),
    /// What is not known.
    Unknown,
}

/// One series; the ranges are formulas such as `='Ark 1'!$A$1:$A$4`.
#[derive(Debug, Clone)]
pub(in crate::exchange) struct Series {
    /// Cell with its name.
    pub(in crate::exchange) name: String,
    /// Its numbers.
    pub(in crate::exchange) values: String,
    /// Colour.
    pub(in crate::exchange) paint: Paint,
}

/// A chart.
#[derive(Debug, Clone)]
pub(in crate::exchange) struct Chart<'t> {
    /// Kind.
    pub(in crate::exchange) kind: ChartKind,
    /// Title above it.
    pub(in crate::exchange) title: &'t str,
    /// What it shows, for those who cannot see it.
    pub(in crate::exchange) alt: &'t str,
    /// Cells with the names of the categories.
    pub(in crate::exchange) categories: String,
    /// Series in the order of the legend.
    pub(in crate::exchange) series: Vec<Series>,
    /// Width and height in pixels.
    pub(in crate::exchange) size: (u32, u32),
}

/// Space between two categories, in per cent of a bar.
const GAP: u16 = 60;

pub(super) fn drawn(chart: &Chart<'_>) -> Drawing {
    let kind = match chart.kind {
        ChartKind::Columns => ChartType::Column,
        ChartKind::StackedBars => ChartType::BarStacked,
        ChartKind::Bars => ChartType::Bar,
    };
    let mut drawing = Drawing::new(kind);
    for series in &chart.series {
        let drawn = drawing.add_series();
        drawn
            .set_name(series.name.as_str())
            .set_categories(chart.categories.as_str())
            .set_values(series.values.as_str())
            .set_format(&mut painted(series.paint))
            .set_gap(GAP);
        if chart.kind == ChartKind::Columns {
            // A column of 0 has nothing to see and needs no number either.
            drawn.set_data_label(ChartDataLabel::new().show_value().set_num_format("0;;"));
        }
    }
    drawing.title().set_name(chart.title).set_font(font(13.0, INK).set_bold());
    drawing.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9.0, INK));
    // The writer names axes by where they lie: bars have their categories on the vertical one.
    match chart.kind {
        ChartKind::Columns => {
            categories(drawing.x_axis());
            numbers(drawing.y_axis());
        }
        ChartKind::StackedBars | ChartKind::Bars => {
            // Reversed, so that the first is on top; then the numbers would be on top, too.
            categories(drawing.y_axis()).set_reverse().set_crossing(ChartAxisCrossing::Max);
            numbers(drawing.x_axis());
        }
    }
    drawing.set_alt_text(chart.alt).set_width(chart.size.0).set_height(chart.size.1);
    drawing
}

fn categories(axis: &mut ChartAxis) -> &mut ChartAxis {
    axis.set_font(&font(9.0, INK))
}

fn numbers(axis: &mut ChartAxis) {
    axis.set_font(&font(9.0, QUIET))
        .set_num_format("0")
        .set_min(0)
        .set_major_gridlines_line(ChartLine::new().set_color(LINE));
}

/// Each series has an edge, so that neighbours can be told apart in black and white.
fn painted(paint: Paint) -> ChartFormat {
    let colour = match paint {
        Paint::Dark => NAVY,
        Paint::Light => 0xA9_C7E2,
        Paint::Band(colour) => fill(colour),
        Paint::Unknown => 0xD9_DDE2,
    };
    let mut format = ChartFormat::new();
    format
        .set_solid_fill(ChartSolidFill::new().set_color(colour))
        .set_border(ChartLine::new().set_color(QUIET).set_width(0.75));
    format
}

fn font(size: f64, colour: u32) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_size(size).set_color(colour);
    font
}
