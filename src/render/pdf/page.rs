//! A page of a PDF file, drawn on from its upper left corner in twentieths of a point.

use pdf_writer::types::{ArtifactSubtype, ArtifactType};
use pdf_writer::{Content, Name, Settings, Str, TextStr};

use super::super::font::{Twips, Weight};
use super::super::printed::Rgb;
use super::super::sheet::Place;

/// How files are written: for programs.
pub(super) const SETTINGS: Settings = Settings { pretty: false };

/// A length in points, as files have it.
pub(super) fn points(twips: Twips) -> f32 {
    let most = i16::try_from(twips.clamp(-30_000, 30_000)).unwrap_or_default();
    f32::from(most) / 20.0
}

/// A colour as files have it.
fn parts(Rgb(red, green, blue): Rgb) -> [f32; 3] {
    [red, green, blue].map(|part| f32::from(part) / 255.0)
}

/// What has been drawn.
pub(super) struct Page {
    pub(super) content: Content,
    pub(super) place: Place,
    /// The element that each mark belongs to.
    pub(super) marks: Vec<usize>,
}

/// A text on its way to a page.
pub(super) struct Line<'a> {
    /// Numbers of its glyphs.
    pub(super) glyphs: &'a [u8],
    /// What it says, where its glyphs do not say it.
    pub(super) says: Option<&'a str>,
    pub(super) weight: Weight,
    pub(super) size: Twips,
    pub(super) colour: Rgb,
}

impl Page {
    pub(super) fn new(place: Place) -> Self {
        Self { content: Content::with_settings(SETTINGS), place, marks: Vec::new() }
    }

    /// From the top to as the file counts, from the bottom.
    fn up(&self, y: Twips) -> f32 {
        points(self.place.sheet().1 - y)
    }

    /// Begins what belongs to an element; its number on the page.
    pub(super) fn begin(&mut self, tag: &[u8], element: usize) -> i32 {
        let number = i32::try_from(self.marks.len()).unwrap_or(i32::MAX);
        self.marks.push(element);
        self.content.begin_marked_content_with_properties(Name(tag)).properties().identify(number);
        number
    }

    /// Begins what is only there for the eyes.
    pub(super) fn begin_artifact(&mut self) {
        self.content.begin_marked_content(Name(b"Artifact"));
    }

    /// Begins what stands on every page.
    pub(super) fn begin_pagination(&mut self, subtype: ArtifactSubtype<'_>) {
        let mut mark = self.content.begin_marked_content_with_properties(Name(b"Artifact"));
        let mut artifact = mark.properties().artifact();
        artifact.kind(ArtifactType::Pagination);
        artifact.subtype(subtype);
    }

    /// Ends what was begun.
    pub(super) fn end(&mut self) {
        self.content.end_marked_content();
    }

    /// A line of text whose base line begins at a point.
    pub(super) fn text(&mut self, (x, y): (Twips, Twips), line: &Line<'_>) {
        if line.glyphs.is_empty() {
            return;
        }
        let y = self.up(y);
        if let Some(says) = line.says {
            let mut mark = self.content.begin_marked_content_with_properties(Name(b"Span"));
            mark.properties().actual_text(TextStr(says));
        }
        let [red, green, blue] = parts(line.colour);
        self.content
            .begin_text()
            .set_font(font(line.weight), points(line.size))
            .set_fill_rgb(red, green, blue)
            .set_text_matrix([1.0, 0.0, 0.0, 1.0, points(x), y])
            .show(Str(line.glyphs))
            .end_text();
        if line.says.is_some() {
            self.content.end_marked_content();
        }
    }

    /// A field: left, top, width, height; its filling and its outline.
    pub(super) fn rect(
        &mut self,
        [x, y, width, height]: [Twips; 4],
        fill: Option<Rgb>,
        outline: Option<(Rgb, f32)>,
    ) {
        let bottom = self.up(y + height);
        self.looks(fill, outline);
        self.content.rect(points(x), bottom, points(width), points(height));
        self.paint(fill, outline);
    }

    /// A line from a point to another one.
    pub(super) fn line(
        &mut self,
        (from, to): ((Twips, Twips), (Twips, Twips)),
        colour: Rgb,
        width: f32,
    ) {
        let (begin, end) = (self.up(from.1), self.up(to.1));
        self.looks(None, Some((colour, width)));
        self.content.move_to(points(from.0), begin).line_to(points(to.0), end).stroke();
    }

    /// A filled form with three corners.
    pub(super) fn triangle(&mut self, corners: [(Twips, Twips); 3], fill: Rgb) {
        let [a, b, c] = corners.map(|(x, y)| (points(x), self.up(y)));
        self.looks(Some(fill), None);
        self.content.move_to(a.0, a.1).line_to(b.0, b.1).line_to(c.0, c.1).close_path();
        self.paint(Some(fill), None);
    }

    /// A dot around a point.
    pub(super) fn dot(
        &mut self,
        (x, y): (Twips, Twips),
        radius: Twips,
        fill: Option<Rgb>,
        outline: (Rgb, f32),
    ) {
        let (x, y, r) = (points(x), self.up(y), points(radius));
        // So much of the radius makes four curves a circle.
        let k = r * 0.5523;
        self.looks(fill, Some(outline));
        self.content
            .move_to(x + r, y)
            .cubic_to(x + r, y + k, x + k, y + r, x, y + r)
            .cubic_to(x - k, y + r, x - r, y + k, x - r, y)
            .cubic_to(x - r, y - k, x - k, y - r, x, y - r)
            .cubic_to(x + k, y - r, x + r, y - k, x + r, y)
            .close_path();
        self.paint(fill, Some(outline));
    }

    /// The logo: left, top, width, height.
    pub(super) fn logo(&mut self, [x, y, width, height]: [Twips; 4]) {
        let bottom = self.up(y + height);
        self.content
            .save_state()
            .transform([points(width), 0.0, 0.0, points(height), points(x), bottom])
            .x_object(LOGO)
            .restore_state();
    }

    /// Left, bottom, right, top of a field in points.
    pub(super) fn field(&self, [x, y, width, height]: [Twips; 4]) -> [f32; 4] {
        [points(x), self.up(y + height), points(x + width), self.up(y)]
    }

    fn looks(&mut self, fill: Option<Rgb>, outline: Option<(Rgb, f32)>) {
        if let Some([red, green, blue]) = fill.map(parts) {
            self.content.set_fill_rgb(red, green, blue);
        }
        if let Some((colour, width)) = outline {
            let [red, green, blue] = parts(colour);
            self.content.set_stroke_rgb(red, green, blue).set_line_width(width);
        }
    }

    fn paint(&mut self, fill: Option<Rgb>, outline: Option<(Rgb, f32)>) {
        match (fill, outline) {
            (Some(_), Some(_)) => self.content.fill_nonzero_and_stroke(),
            (Some(_), None) => self.content.fill_nonzero(),
            (None, _) => self.content.stroke(),
        };
    }
}

/// The name that pages call the logo by.
pub(super) const LOGO: Name<'static> = Name(b"L");

/// The name that pages call a face by.
pub(super) const fn font(weight: Weight) -> Name<'static> {
    match weight {
        Weight::Regular => Name(b"R"),
        Weight::Bold => Name(b"B"),
    }
}
