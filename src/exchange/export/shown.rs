//! What a column shows in a row, before it is written in a format: the workbook, CSV and JSON say
//! the same because they all ask here.

use std::borrow::Cow;

use serde_json::Value;

use super::super::entry::{Entry, Words};
use super::super::sheet::Computed;
use super::Export;
use crate::domain::Band;
use crate::text;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shown<'e> {
    /// Nothing.
    Blank,
    /// A text that is the same for people and programs.
    Text(Cow<'e, str>),
    /// A number.
    Number(u16),
    /// An input.
    Entry(Entry),
    /// Words for people, and what a program is given in their place.
    Words(Cow<'e, str>, Value),
}

impl<'e> Shown<'e> {
    /// A text; an empty one is nothing.
    pub(super) fn text(text: impl Into<Cow<'e, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// The name of a band; nothing where nothing is rated.
    pub(super) fn band(export: &Export<'e>, band: Option<&'e Band>) -> Self {
        band.map_or(Self::Blank, |band| {
            Self::Words(text::band(export.lang, band).into(), Value::from(band.id.as_str()))
        })
    }

    /// The words on the sheet; empty where nothing stands.
    pub(super) fn words(&self, words: Words<'_>) -> Cow<'_, str> {
        match self {
            Self::Blank => Cow::Borrowed(""),
            Self::Text(text) | Self::Words(text, _) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Entry(entry) => entry.shown(words),
        }
    }

    /// The stored result of a formula.
    pub(super) fn computed(&self) -> Computed<'_> {
        match self {
            Self::Text(text) | Self::Words(text, _) => Computed::Text(text),
            Self::Number(number) => Computed::Number(f64::from(*number)),
            Self::Blank | Self::Entry(_) => Computed::Text(""),
        }
    }
}
