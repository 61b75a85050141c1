//! Results that are passed on: in the form asked for, or that the ending of the file says.

use super::args::{PublicationArg, PublishArgs};
use super::failure::refuse_argument;
use super::names::ending;
use super::output::{Console, check_free, csv, json, unknown_ending};
use crate::exchange::write_book;
use crate::finding::Fact;
use crate::render::{self, About, Language, Look, PageWords};
use crate::report::{Publication, book_pages};
use crate::store;
use crate::text;

/// Endings that say a form.
const ENDINGS: [&str; 9] = ["txt", "md", "html", "docx", "pptx", "pdf", "xlsx", "json", "csv"];

/// Forms that a result without slides has.
const WITHOUT_SLIDES: [&str; 8] = ["text", "md", "html", "docx", "pdf", "xlsx", "json", "csv"];

impl Console<'_> {
    /// Writes a result that is passed on as the program looks by itself.
    pub(super) fn publish(
        self,
        output: &PublishArgs,
        result: &impl Publication,
    ) -> anyhow::Result<()> {
        self.publish_as(output, result, &Look::default())
    }

    /// Writes a result that is passed on with a look of its own.
    pub(super) fn publish_as(
        self,
        output: &PublishArgs,
        result: &impl Publication,
        look: &Look,
    ) -> anyhow::Result<()> {
        let form = output.form();
        let end = output.output.as_deref().filter(|_| output.format.is_none()).and_then(ending);
        if let (PublicationArg::Text, Some(end)) = (form, end.filter(|end| end != "txt")) {
            return Err(unknown_ending(&end, &ENDINGS));
        }
        let Some(path) = output.output.as_deref() else {
            return self.publish_here(form, result, look);
        };
        check_free(path, output.force)?;
        let bytes = self.rendered(form, result, look)?;
        store::write_atomically(path, &bytes)?;
        self.say(&text::written(self.lang, &path.display().to_string()));
        Ok(())
    }

    /// Prints a result on stdout, where it is a text.
    fn publish_here(
        self,
        form: PublicationArg,
        result: &impl Publication,
        look: &Look,
    ) -> anyhow::Result<()> {
        let text = match form {
            PublicationArg::Text => self.laid_out(false, |whole| result.document(self.lang, whole)),
            PublicationArg::Docx => return Err(file_needed("docx")),
            PublicationArg::Pptx => return Err(file_needed("pptx")),
            PublicationArg::Pdf => return Err(file_needed("pdf")),
            PublicationArg::Xlsx => return Err(file_needed("xlsx")),
            PublicationArg::Md
            | PublicationArg::Html
            | PublicationArg::Json
            | PublicationArg::Csv => String::from_utf8(self.rendered(form, result, look)?)?,
        };
        self.whole(&text, None, false)
    }

    /// The bytes of a file in a form: the same result gives the same bytes.
    pub(super) fn rendered(
        self,
        form: PublicationArg,
        result: &impl Publication,
        look: &Look,
    ) -> anyhow::Result<Vec<u8>> {
        let lang = self.lang;
        let (whole, about) = (|| result.document(lang, true), || self.about(result, look));
        let text = match form {
            PublicationArg::Text => self.laid_out(true, |whole| result.document(lang, whole)),
            PublicationArg::Md => render::markdown(&whole()),
            PublicationArg::Html => render::html(&whole(), &about()),
            PublicationArg::Json => json(&result.facts()),
            PublicationArg::Csv => csv(&result.records(lang)),
            PublicationArg::Xlsx => {
                let pages = book_pages(result.pages(lang));
                return Ok(write_book(&result.title(lang), result.day(), &pages)?);
            }
            PublicationArg::Pdf => return Ok(render::pdf(&whole(), &about())?),
            PublicationArg::Docx => return Ok(render::docx(&whole(), &about())?),
            PublicationArg::Pptx => {
                let slides = result.slides(lang);
                if slides.is_empty() {
                    return Err(self.no_slides());
                }
                return Ok(render::pptx(&slides, &about())?);
            }
        };
        Ok(text.into_bytes())
    }

    /// Refuses PowerPoint for a result that nobody presents.
    fn no_slides(self) -> anyhow::Error {
        self.say(text::no_slides(self.lang));
        let allowed = WITHOUT_SLIDES.map(str::to_owned).into();
        let fact = Fact::ValueArgument { found: "pptx".to_owned(), allowed, nearest: None };
        refuse_argument("--format", fact)
    }

    /// What every page says beside the result.
    fn about(self, result: &impl Publication, look: &Look) -> About {
        let lang = self.lang;
        let (page, of) = text::page_of(lang);
        About {
            title: result.title(lang),
            subject: result.checksum().unwrap_or_default(),
            language: lang.pick(Language::Danish, Language::English),
            day: result.day(),
            footer: result.foot(lang),
            words: PageWords {
                page,
                of,
                continued: text::slide_continued(lang),
                unshown: text::characters_unshown(lang),
                logo: text::logo_alt(lang),
                contents: text::contents(lang),
            },
            look: look.clone(),
        }
    }
}

/// A form that no terminal can show needs a file.
fn file_needed(form: &str) -> anyhow::Error {
    let (given, missing) = (format!("--format {form}"), "--output".to_owned());
    refuse_argument("--format", Fact::RequiresArgument { given, missing })
}
