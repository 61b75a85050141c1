//! Findings: everything that is to be said about somebody's data, with a code and a place.
//!
//! A finding holds facts, not sentences; `text` turns the facts into Danish or English. The world's
//! failures (disk, permission) are errors, not findings; our own mistakes are panics.

mod code;
mod location;
mod nearest;

pub use code::{
    Axis, Bands, Basis, Blemish, BranchValue, ChainFault, Code, CountedAs, Fact, Field, Holder,
    KeyPart, LogoProblem, Name, NotAcceptable, PasswordFault, RowReason, Said, Severity,
    ShareFault, SignedJournalFault, SyntaxFault, TableFault,
};
pub use location::{Location, Place};
pub use nearest::{begins_misspelt, nearest, spelled_out};

/// One thing to be said about one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub location: Location,
    /// What, as facts.
    pub fact: Fact,
}

impl Finding {
    /// The code of the fact.
    #[must_use]
    pub fn code(&self) -> Code {
        self.fact.code()
    }

    /// How serious it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code().severity()
    }
}

/// Findings in the order in which they were made; [`Findings::sorted`] gives the order of print.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    /// No findings.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, location: Location, fact: Fact) {
        self.list.push(Finding { location, fact });
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// Keeps only the findings that the test accepts.
    pub fn retain(&mut self, keep: impl FnMut(&Finding) -> bool) {
        self.list.retain(keep);
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether one is at least this serious.
    #[must_use]
    pub fn any_at_least(&self, severity: Severity) -> bool {
        self.list.iter().any(|finding| finding.severity() >= severity)
    }

    /// Whether input must be refused.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.any_at_least(Severity::Error)
    }

    /// In the order in which they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> + Clone {
        self.list.iter()
    }

    /// By place, then code, without repetitions.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.list.sort_by(|a, b| (&a.location, a.code()).cmp(&(&b.location, b.code())));
        self.list.dedup();
        self
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
