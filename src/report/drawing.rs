//! Pictures without a format: a few shapes on a sheet, in whole points from the upper left corner. Nothing
//! in a picture is told by colour alone, and its text says the same to those who cannot see it.

use crate::domain::Colour;

/// What something is filled or drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Colour of a band, light enough for dark text.
    Band(Colour),
    /// Colour of text.
    Ink,
    /// Weaker than text: axes, help lines.
    Quiet,
    /// Hardly seen: an empty field.
    Pale,
    /// Dark, also where a page is: text on the colour of a band.
    OnBand,
    /// What the picture is about, such as our own place among others.
    Accent,
}

/// Where a text stands beside its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// A shape. Later ones lie over earlier ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A field with a thin quiet outline.
    Rect {
        /// Upper left corner.
        at: (i32, i32),
        /// Width and height.
        size: (i32, i32),
        /// What fills it; missing: only the outline.
        fill: Option<Paint>,
    },
    /// A straight line.
    Line {
        /// Where it begins.
        from: (i32, i32),
        /// Where it ends.
        to: (i32, i32),
        /// Width in points.
        width: i32,
        /// Its colour.
        paint: Paint,
        /// Whether an arrow stands at its end.
        arrow: bool,
    },
    /// A dot with a thin outline in the colour of text.
    Dot {
        /// Its middle.
        at: (i32, i32),
        /// Half its width.
        radius: i32,
        /// What fills it; missing: a ring.
        fill: Option<Paint>,
    },
    /// A line of text.
    Text {
        /// Where it stands, on its base line.
        at: (i32, i32),
        /// Where it stands beside that.
        anchor: Anchor,
        /// Size in points.
        size: i32,
        /// Whether it is bold.
        bold: bool,
        /// Its colour.
        paint: Paint,
        /// What it says.
        text: String,
    },
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// What stands above it.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// Width and height.
    pub size: (i32, i32),
    /// From the lowest to the uppermost.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// An empty picture.
    #[must_use]
    pub fn new(title: impl Into<String>, alt: impl Into<String>, size: (i32, i32)) -> Self {
        Self { title: title.into(), alt: alt.into(), size, shapes: Vec::new() }
    }

    /// Adds a field.
    pub fn rect(&mut self, at: (i32, i32), size: (i32, i32), fill: impl Into<Option<Paint>>) {
        self.shapes.push(Shape::Rect { at, size, fill: fill.into() });
    }

    /// Adds a line.
    pub fn line(&mut self, from: (i32, i32), to: (i32, i32), width: i32, paint: Paint) {
        self.shapes.push(Shape::Line { from, to, width, paint, arrow: false });
    }

    /// Adds a line with an arrow at its end.
    pub fn arrow(&mut self, from: (i32, i32), to: (i32, i32), width: i32, paint: Paint) {
        self.shapes.push(Shape::Line { from, to, width, paint, arrow: true });
    }

    /// Adds a dot.
    pub fn dot(&mut self, at: (i32, i32), radius: i32, fill: impl Into<Option<Paint>>) {
        self.shapes.push(Shape::Dot { at, radius, fill: fill.into() });
    }

    /// Adds a text.
    pub fn text(&mut self, at: (i32, i32), anchor: Anchor, size: i32, text: impl Into<String>) {
        self.words(at, anchor, (size, Paint::Ink, false), text);
    }

    /// Adds a bold text.
    pub fn bold(&mut self, at: (i32, i32), anchor: Anchor, size: i32, text: impl Into<String>) {
        self.words(at, anchor, (size, Paint::Ink, true), text);
    }

    /// Adds a bold text on the colour of a band.
    pub fn on_band(&mut self, at: (i32, i32), anchor: Anchor, size: i32, text: impl Into<String>) {
        self.words(at, anchor, (size, Paint::OnBand, true), text);
    }

    fn words(
        &mut self,
        at: (i32, i32),
        anchor: Anchor,
        (size, paint, bold): (i32, Paint, bool),
        text: impl Into<String>,
    ) {
        self.shapes.push(Shape::Text { at, anchor, size, bold, paint, text: text.into() });
    }
}
