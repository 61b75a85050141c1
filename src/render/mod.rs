//! A document to text. Computes nothing and knows no language.

mod bar;
mod html;
mod markdown;
mod svg;
mod terminal;

pub use html::html;
pub use markdown::markdown;
pub use terminal::{Terminal, paragraph, safe, terminal};
