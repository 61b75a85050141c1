//! Sheets of paper: how large they are, and which parts of a document stand on sheets turned sideways.

use super::font::Twips;
use super::printed::RenderError;
use super::widths::Needs;
use crate::report::{Block, Document};

/// Long and short side of a page (A4).
pub(super) const SHEET: (Twips, Twips) = (16_838, 11_906);
/// Space at the left and right edge, and at the top and bottom.
pub(super) const EDGES: (Twips, Twips) = (1_134, 1_304);

/// How pages are turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Portrait,
    Landscape,
}

impl Place {
    /// Room for texts.
    pub(super) const fn width(self) -> Twips {
        match self {
            Self::Portrait => SHEET.1 - 2 * EDGES.0,
            Self::Landscape => SHEET.0 - 2 * EDGES.0,
        }
    }

    /// Width and height of the whole page.
    pub(super) const fn sheet(self) -> (Twips, Twips) {
        match self {
            Self::Portrait => (SHEET.1, SHEET.0),
            Self::Landscape => SHEET,
        }
    }

    /// Room for texts.
    pub(super) const fn height(self) -> Twips {
        match self {
            Self::Portrait => SHEET.0 - 2 * EDGES.1,
            Self::Landscape => SHEET.1 - 2 * EDGES.1,
        }
    }
}

/// What stands on pages that are turned the same way. A chapter with a table that needs the width
/// stands on pages turned sideways.
pub(super) fn chapters(
    document: &Document,
    size: Twips,
    pad: Twips,
) -> Result<Vec<(Place, Vec<&Block>)>, RenderError> {
    let turned = |blocks| turned(blocks, size, pad);
    let mut chapters: Vec<(Place, Vec<&Block>)> = Vec::new();
    let mut last: Option<Vec<&Block>> = None;
    let mut closed = Vec::new();
    for block in &document.blocks {
        if matches!(block, Block::Heading(_)) {
            closed.extend(last.take().map(&turned).transpose()?);
        }
        last.get_or_insert_default().push(block);
    }
    closed.extend(last.map(turned).transpose()?);
    for (place, blocks) in closed {
        match chapters.last_mut() {
            Some((before, all)) if *before == place => all.extend(blocks),
            _ => chapters.push((place, blocks)),
        }
    }
    // A file has at least one section.
    if chapters.is_empty() {
        chapters.push((Place::Portrait, Vec::new()));
    }
    Ok(chapters)
}

/// A chapter with the way that its pages are turned.
fn turned(
    blocks: Vec<&Block>,
    size: Twips,
    pad: Twips,
) -> Result<(Place, Vec<&Block>), RenderError> {
    for block in &blocks {
        if let Block::Table(table) = block
            && !Needs::of(table, size, pad)?.fit(Place::Portrait.width())
        {
            return Ok((Place::Landscape, blocks));
        }
    }
    Ok((Place::Portrait, blocks))
}
