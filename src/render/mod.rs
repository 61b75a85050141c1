//! A document to text or a file. Computes nothing and knows no language.

mod bar;
mod docx;
mod font;
mod html;
mod logo;
mod markdown;
mod office;
mod pdf;
mod png;
mod pptx;
mod printed;
#[cfg(test)]
mod samples;
mod sheet;
mod svg;
mod terminal;
mod widths;

pub use docx::docx;
pub use html::html;
pub use logo::{Logo, LogoError};
pub use markdown::markdown;
pub use pdf::pdf;
pub use pptx::pptx;
pub use printed::{About, Language, Look, PageWords, RenderError, Rgb};
pub use terminal::{Terminal, paragraph, safe, terminal};
