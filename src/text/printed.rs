//! Words that pages of a file carry beside the result itself.

use super::{Lang, date};
use crate::domain::Date;

/// What stands at the foot of every page.
#[must_use]
pub fn page_foot(lang: Lang, day: Date) -> String {
    let day = date(lang, day);
    lang.pick(
        format!("Tal fra {day} · lavet med risiko"),
        format!("Figures of {day} · made with risiko"),
    )
}

/// Before the number of a page, and between it and how many pages there are.
#[must_use]
pub fn page_of(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(("Side", "af"), ("Page", "of"))
}

/// Behind the title of a slide that goes on.
#[must_use]
pub fn slide_continued(lang: Lang) -> &'static str {
    lang.pick("(fortsat)", "(continued)")
}

/// What is said where the font of a PDF file lacks characters.
#[must_use]
pub fn characters_unshown(lang: Lang) -> &'static str {
    lang.pick(
        "Nogle tegn kan ikke vises i PDF og står som en firkant. Word (.docx) og HTML viser dem.",
        "Some characters cannot be shown in PDF and stand as a box. Word (.docx) and HTML show them.",
    )
}

/// What a logo is, for those who cannot see it.
#[must_use]
pub fn logo_alt(lang: Lang) -> &'static str {
    lang.pick("Kommunens logo", "The municipality's logo")
}

/// What a list of the headings is called.
#[must_use]
pub fn contents(lang: Lang) -> &'static str {
    lang.pick("Indhold", "Contents")
}

/// Said where a presentation is asked for of a result that has no slides.
#[must_use]
pub fn no_slides(lang: Lang) -> &'static str {
    lang.pick(
        "Det, der vises her, har ingen lysbilleder, så det kan ikke skrives til PowerPoint. \
         Word (.docx) og PDF har det hele.",
        "What is shown here has no slides, so it cannot be written for PowerPoint. \
         Word (.docx) and PDF have all of it.",
    )
}
