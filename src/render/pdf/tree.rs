//! What a PDF file says of its own parts: headings, lists, tables, figures, for those who have it read aloud.

use pdf_writer::types::StructRole;

/// What an element holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kid {
    /// Another element.
    Element(usize),
    /// What is marked on a page: number of the page, number on it.
    Mark(usize, i32),
}

/// An element.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Element {
    pub(super) role: StructRole,
    pub(super) parent: usize,
    pub(super) kids: Vec<Kid>,
    /// What a figure shows.
    pub(super) alt: Option<String>,
    /// Left, bottom, right, top of a figure, in points.
    pub(super) field: Option<[f32; 4]>,
}

/// All elements; the first is the document.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) elements: Vec<Element>,
    /// Level of the heading before, so that none is left out.
    heading: u8,
}

impl Default for Tree {
    fn default() -> Self {
        let document = Element {
            role: StructRole::Document,
            parent: 0,
            kids: Vec::new(),
            alt: None,
            field: None,
        };
        Self { elements: vec![document], heading: 0 }
    }
}

impl Tree {
    /// The document.
    pub(super) const ROOT: usize = 0;

    /// Adds an element below another one.
    pub(super) fn add(&mut self, parent: usize, role: StructRole) -> usize {
        let id = self.elements.len();
        self.elements.push(Element { role, parent, kids: Vec::new(), alt: None, field: None });
        self.hold(parent, Kid::Element(id));
        id
    }

    /// Adds a heading: one level below the last one at most.
    pub(super) fn heading(&mut self, level: u8) -> usize {
        self.heading = level.min(self.heading + 1).max(1);
        let role = match self.heading {
            1 => StructRole::H1,
            2 => StructRole::H2,
            _ => StructRole::H3,
        };
        self.add(Self::ROOT, role)
    }

    /// Says that an element holds something.
    pub(super) fn hold(&mut self, element: usize, kid: Kid) {
        if let Some(element) = self.elements.get_mut(element) {
            element.kids.push(kid);
        }
    }

    /// Says what a figure shows, and where it stands.
    pub(super) fn describe(&mut self, element: usize, alt: &str, field: [f32; 4]) {
        if let Some(element) = self.elements.get_mut(element) {
            element.alt = Some(alt.to_owned());
            element.field = Some(field);
        }
    }
}
