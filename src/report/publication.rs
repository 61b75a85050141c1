//! Results that are passed on: they come in every format.

use serde_json::Value;

use super::{Document, Records, Slide};
use crate::domain::Date;
use crate::text::{Lang, page_foot};

/// A result in every form that it can be passed on in. All forms say the same.
pub trait Publication {
    /// What it is called.
    fn title(&self, lang: Lang) -> String;
    /// The day that its figures hold for, so that the same input gives the same bytes.
    fn day(&self) -> Date;
    /// The number by which a reader can check it, where it has one.
    fn checksum(&self) -> Option<String> {
        None
    }
    /// What stands at the foot of every page.
    fn foot(&self, lang: Lang) -> String {
        page_foot(lang, self.day())
    }
    /// For people; `whole` where there is room for every explanation.
    fn document(&self, lang: Lang, whole: bool) -> Document;
    /// For programs.
    fn facts(&self) -> Value;
    /// For a sheet of one's own.
    fn records(&self, lang: Lang) -> Records;
    /// The sheets of a workbook: name of the tab, and what stands on it.
    fn pages(&self, lang: Lang) -> Vec<(String, Document)>;
    /// The slides of a presentation, the first being its front; none where nobody presents it.
    fn slides(&self, lang: Lang) -> Vec<Slide> {
        let _no_words = lang;
        Vec::new()
    }
}
