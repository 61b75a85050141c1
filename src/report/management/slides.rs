//! Presentations: what a room can read, and what the speaker says to it.

use crate::report::document::{Block, Document, Slide};
use crate::text::Lang;
use crate::text::management::{self as said, Talk};

/// Slides, one after the other.
pub(super) struct Deck {
    lang: Lang,
    is_council: bool,
    pub(super) slides: Vec<Slide>,
}

impl Deck {
    pub(super) fn new(lang: Lang, is_council: bool) -> Self {
        Self { lang, is_council, slides: Vec::new() }
    }

    /// The front: a title and a line.
    pub(super) fn front(&mut self, title: String, line: String) {
        self.slide(Talk::Front, title, |slide| slide.paragraph(line));
    }

    /// A slide with a title; what stands on it is added to a document.
    pub(super) fn slide(&mut self, talk: Talk, title: String, add: impl FnOnce(&mut Document)) {
        let mut document = Document::default();
        add(&mut document);
        let notes = said::slide_notes(self.lang, talk, self.is_council);
        self.slides.push(Slide { title, blocks: document.blocks, notes });
    }

    /// What the figures rest on, on the last slide.
    pub(super) fn foot(&mut self, footnote: String) {
        if let Some(last) = self.slides.last_mut() {
            last.blocks.push(Block::Small(footnote));
        }
    }
}
