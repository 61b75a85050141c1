//! What a command shows as plain rows, for `--format csv`: one header row in the chosen language,
//! one row per thing, words as people read them, and nothing that the JSON does not say.

mod assessments;
mod findings;
mod methods;

/// A table of plain texts. What is not known is an empty text, never a dash or a zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Records {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Records {
    /// A table without rows yet.
    pub(super) fn new<'t>(header: impl IntoIterator<Item = &'t str>) -> Self {
        Self { header: header.into_iter().map(str::to_owned).collect(), rows: Vec::new() }
    }

    /// The same table with these rows, each with as many texts as the header.
    pub(super) fn with(mut self, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// The header and then the rows.
    pub fn lines(&self) -> impl Iterator<Item = &[String]> {
        std::iter::once(&self.header).chain(&self.rows).map(Vec::as_slice)
    }
}

/// A number, or nothing.
pub(super) fn number(number: Option<impl ToString>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// A text, or nothing.
pub(super) fn text(text: Option<&str>) -> String {
    text.unwrap_or_default().to_owned()
}
