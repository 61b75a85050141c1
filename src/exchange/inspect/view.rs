//! What an inspection says of a workbook, its sheets and its columns.

use super::super::field::Field;
use super::super::workbook::{Address, Visibility};
use crate::domain::Mapped;
use crate::text::Lang;

/// What kind of workbook it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileKind {
    /// Written by this program; `None` where its hidden sheet is gone.
    Own(Option<Box<WrittenFrom>>),
    /// KL's own workbook.
    Kl,
    /// An assessment exported from OS2compliance.
    Os2,
    /// A municipality's own sheet.
    HomeMade,
    /// Nothing in it is recognised.
    Unknown,
}

impl FileKind {
    /// Key in `--format json`; never changed once released.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Own(_) => "own",
            Self::Kl => "kl",
            Self::Os2 => "os2compliance",
            Self::HomeMade => "home-made",
            Self::Unknown => "unknown",
        }
    }
}

/// What a workbook of ours was written from; a fact that it does not have is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "each field is the fact of that name in the hidden sheet")]
pub struct WrittenFrom {
    pub municipality: String,
    pub municipality_name: String,
    pub round: String,
    pub exported: String,
    pub catalogue: String,
    pub catalogue_version: String,
    pub method: String,
    pub method_version: String,
    pub language: String,
    pub schema: String,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Key: the activity.
    Activity,
    /// Key: the threat.
    Threat,
    /// Key: the threat, as a text that must be given a number.
    ThreatText,
    /// What kind of threat it is; helps people only.
    ThreatType,
    /// Fields of an answer.
    Fields(Vec<Field>),
    /// A part of an action, which stands in the actions of its risk, too.
    Action,
    /// A column that people added to a form of ours: kept as text.
    Added,
    /// A column of KL's, by KL's word.
    Kl(String),
    /// From the catalogue; compared and not read.
    FromCatalogue,
    /// A result or a step to one; never read.
    Result,
}

/// How a column was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By our header in this language.
    OwnHeader(Lang),
    /// By a header of KL's workbook.
    KlHeader,
    /// By its place in KL's workbook.
    KlPlace,
    /// By a header of OS2compliance.
    Os2Header,
    /// By the mapping.
    Mapping,
    /// Not at all.
    Not,
}

impl How {
    /// Key in `--format json`; never changed once released.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OwnHeader(Lang::Da) => "own-header-da",
            Self::OwnHeader(Lang::En) => "own-header-en",
            Self::KlHeader => "kl-header",
            Self::KlPlace => "kl-place",
            Self::Os2Header => "os2compliance-header",
            Self::Mapping => "mapping",
            Self::Not => "not-recognised",
        }
    }
}

/// A column that has a header, or something below a blank one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnView {
    /// Counted from 0.
    pub column: u32,
    /// As written; may be empty.
    pub header: String,
    /// Missing where it is not recognised.
    pub meaning: Option<Meaning>,
    /// How it was recognised.
    pub how: How,
    /// The known header that is spelled most like it, where it is not recognised.
    pub nearest: Option<String>,
    /// The word that a mapping would have for it, as far as one can tell by its header.
    pub guess: Option<String>,
}

impl ColumnView {
    /// The letters of the column.
    #[must_use]
    pub fn letters(&self) -> String {
        let address = Address { row: 0, column: self.column }.to_string();
        address.trim_end_matches('1').to_owned()
    }

    /// Whether an import takes what stands in it, or would once somebody agrees to the guess.
    pub(super) fn is_taken(&self) -> bool {
        let Some(meaning) = &self.meaning else { return self.guess.is_some() };
        matches!(
            meaning,
            Meaning::Activity
                | Meaning::Threat
                | Meaning::ThreatText
                | Meaning::Fields(_)
                | Meaning::Action
                | Meaning::Added
                | Meaning::Kl(_)
        )
    }

    /// Whether it says what a row is about.
    pub(super) fn is_key(&self) -> bool {
        let is_guessed = self.guess.as_deref() == Some(Mapped::Activity.word());
        is_guessed || matches!(self.meaning, Some(Meaning::Activity | Meaning::ThreatText))
    }
}

/// What a sheet is to an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Its rows are read.
    Read,
    /// Its hidden facts are read.
    Baseline,
    /// It holds what the program itself wrote there; nothing is lost.
    Result,
    /// A sheet that people added to a workbook of ours: its values are kept.
    Kept,
    /// Nothing of it is read.
    NotRead,
}

impl Use {
    /// Key in `--format json`; never changed once released.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Baseline => "baseline",
            Self::Result => "result",
            Self::Kept => "kept",
            Self::NotRead => "not-read",
        }
    }
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetView {
    /// Name on the tab.
    pub name: String,
    /// Whether people see it.
    pub visibility: Visibility,
    /// What it is to an import.
    pub used: Use,
    /// Rows with something in them, below the headers where it has them.
    pub rows: usize,
    /// Counted from 1; missing where no row of headers was found.
    pub header_row: Option<u32>,
    /// In the order of the sheet.
    pub columns: Vec<ColumnView>,
    /// Headers of the mapping that the sheet does not have.
    pub missing: Vec<String>,
    /// Formulas in columns that are read: only their results are.
    pub formulas: usize,
    /// Formulas in the whole sheet.
    pub all_formulas: usize,
    /// Cells in columns that are read, and that hold no value: `B3`.
    pub unreadable: Vec<String>,
    /// Rows with something in them and nothing where their key should be.
    pub rows_without_key: usize,
}

/// What an import would leave behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// A column that is not recognised.
    Column {
        /// Its sheet.
        sheet: String,
        /// Its letters.
        column: String,
        /// Its header; may be empty.
        header: String,
    },
    /// A sheet that is not read.
    Sheet {
        /// Its name.
        sheet: String,
    },
    /// Formulas of which only the results are taken.
    Formulas {
        /// Their sheet.
        sheet: String,
        /// How many.
        count: usize,
    },
    /// Cells without a value: an import is refused until they have one.
    Unreadable {
        /// Their sheet.
        sheet: String,
        /// Which: `B3`.
        cells: Vec<String>,
    },
    /// Rows without a key.
    Rows {
        /// Their sheet.
        sheet: String,
        /// How many.
        count: usize,
    },
    /// Comments that people wrote on cells.
    Comments {
        /// How many.
        count: usize,
    },
    /// Macros.
    Macros,
    /// Links to other files: only the results stored last are read.
    Links,
}

/// Everything that is known of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// What it is.
    pub kind: FileKind,
    /// In the order of the workbook.
    pub sheets: Vec<SheetView>,
    /// What an import would leave behind.
    pub losses: Vec<Loss>,
    /// A mapping to edit, where the sheet is home-made and no mapping was given.
    pub proposal: Option<String>,
}
