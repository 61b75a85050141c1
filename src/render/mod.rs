//! A document to text. Computes nothing and knows no language.

mod terminal;

pub use terminal::{Terminal, safe, terminal};
