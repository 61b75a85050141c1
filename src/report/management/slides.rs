//! Presentations: what a room can read, and what the speaker says to it.

use super::{Against, FIRST_PAGE, ManagementReport};
use crate::domain::Wording;
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

impl ManagementReport<'_> {
    pub(super) fn change_slide(&self, lang: Lang, deck: &mut Deck) {
        let Some(since) = self.since else { return };
        deck.slide(Talk::Changed, self.wording(lang, Wording::HeadingChanged), |slide| {
            slide.paragraph(said::since(lang, &since.left.assessment.round, since.summary));
            let moved = self.moved();
            if !moved.is_empty() {
                slide.picture(self.change_picture(lang, &moved));
            }
        });
    }

    pub(super) fn other_slide(&self, lang: Lang, deck: &mut Deck) {
        let heading = self.wording(lang, Wording::HeadingOthers);
        match self.against {
            None => {}
            Some(Against::One(of)) => deck.slide(Talk::Others, heading, |slide| {
                let name = &of.right.assessment.municipality_name;
                slide.paragraph(said::against(lang, name, of.summary));
                let mut apart: Vec<_> =
                    of.differences.iter().filter(|one| one.steps.is_some_and(|s| s > 0)).collect();
                apart.truncate(FIRST_PAGE);
                if !apart.is_empty() {
                    slide.table(self.change_table(lang, of, &apart));
                }
            }),
            Some(Against::Many(others)) => deck.slide(Talk::Others, heading, |slide| {
                if let Some((_, counts)) = self.place(lang) {
                    slide.paragraph(said::among(lang, others.municipalities, counts));
                }
                let places = self.places(others);
                if !places.is_empty() {
                    slide.picture(self.place_picture(lang, &places));
                }
            }),
        }
    }
}
