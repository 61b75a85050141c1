//! A method: two scales, the matrix that joins them, and the bands.

use super::keyed::keyed;
use super::{BandId, Consequence, Level, LevelNumber, Likelihood, MethodId, Scale};

/// Colour of a band. The word always stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// Grøn.
    Green,
    /// Lysegrøn.
    LightGreen,
    /// Gul.
    Yellow,
    /// Orange.
    Orange,
    /// Rød.
    Red,
}

impl Colour {
    /// Background and text colour on a terminal, for tables and the workbench alike: from the fixed part of
    /// the 256-colour table, which themes leave alone, with a contrast above 4.5 on light and dark.
    #[must_use]
    pub fn on_terminal(self) -> (u8, u8) {
        const BLACK: u8 = 16;
        const WHITE: u8 = 231;
        match self {
            Self::Green => (28, WHITE),
            Self::LightGreen => (150, BLACK),
            Self::Yellow => (227, BLACK),
            Self::Orange => (214, BLACK),
            Self::Red => (160, WHITE),
        }
    }
}

keyed!(Colour {
    "green" => Green,
    "light-green" => LightGreen,
    "yellow" => Yellow,
    "orange" => Orange,
    "red" => Red,
});

/// A band (risikoniveau): what a cell of the matrix means for management.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// 1 is the mildest; bands are compared by rank, never by product.
    pub rank: u8,
    /// Key within the method.
    pub id: BandId,
    /// Danish name, such as "Over middel".
    pub label: String,
    /// English name.
    pub label_en: String,
    /// Colour in print.
    pub colour: Colour,
    /// Whether a risk in this band must be treated or accepted by name.
    pub requires_treatment: bool,
    /// What management must do, in Danish.
    pub response: String,
}

/// Band per cell: rows are consequence 1..=m, columns are likelihood 1..=n.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Index into the method's bands; private so that the axes cannot be swapped from outside.
    rows: Vec<Vec<usize>>,
}

impl Matrix {
    /// Makes a matrix from rows of band positions (rows consequence, columns likelihood).
    #[must_use]
    pub fn from_rows(rows: Vec<Vec<usize>>) -> Self {
        Self { rows }
    }

    fn cell(&self, likelihood: Likelihood, consequence: Consequence) -> Option<usize> {
        let row = self.rows.get(usize::from(consequence.number()).checked_sub(1)?)?;
        row.get(usize::from(likelihood.number()).checked_sub(1)?).copied()
    }
}

/// Whether a matrix reads the same along both axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symmetry {
    /// Swapping likelihood and consequence gives the same band.
    Symmetric,
    /// It does not; witness cells guard against a swap of the axes.
    Asymmetric,
}

/// A cell stated in words by the publisher, which guards against a transposed matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// The statement.
    pub text: String,
    /// Row.
    pub consequence: Consequence,
    /// Column.
    pub likelihood: Likelihood,
    /// The band that must stand there.
    pub band: BandId,
}

impl Witness {
    /// A cell without the publisher's words.
    #[must_use]
    pub fn without_words(consequence: Consequence, likelihood: Likelihood, band: BandId) -> Self {
        Self { text: format!("{consequence} × {likelihood}"), consequence, likelihood, band }
    }
}

/// A range of products in the legend that a publisher printed beside the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendRange {
    /// Band that the legend names.
    pub band: BandId,
    /// Lowest product, inclusive.
    pub from: u16,
    /// Highest product, inclusive.
    pub to: u16,
}

/// Two scales, bands, and the matrix that gives the band of each pair of levels.
///
/// The band is looked up, never computed: three of the four published methods print a legend of
/// products that disagrees with their own matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Key, such as `kl-4x4`.
    pub id: MethodId,
    /// Grows with every change of content.
    pub version: u32,
    /// Danish title.
    pub title: String,
    /// English title.
    pub title_en: String,
    /// Where it is published.
    pub source: String,
    /// Likelihood scale: the columns of the matrix.
    pub likelihood: Scale<Likelihood>,
    /// Consequence scale: the rows of the matrix.
    pub consequence: Scale<Consequence>,
    /// Bands, mildest first.
    pub bands: Vec<Band>,
    /// Band per cell.
    pub matrix: Matrix,
    /// Declared by the publisher or the file.
    pub symmetry: Symmetry,
    /// Cells stated in words; at least two where the matrix is asymmetric.
    pub witnesses: Vec<Witness>,
    /// The printed legend, as published; empty where none is printed.
    pub legend: Vec<LegendRange>,
}

impl Method {
    /// The band of a pair of levels, looked up in the matrix.
    ///
    /// Missing: `None` only for levels of another, larger method.
    #[must_use]
    pub fn band(&self, likelihood: Likelihood, consequence: Consequence) -> Option<&Band> {
        self.bands.get(self.matrix.cell(likelihood, consequence)?)
    }

    /// The band with this id.
    #[must_use]
    pub fn band_by_id(&self, id: &BandId) -> Option<&Band> {
        self.bands.iter().find(|band| band.id == *id)
    }

    /// Every cell: likelihood, consequence and band, row by row from consequence 1.
    pub fn cells(&self) -> impl Iterator<Item = (Likelihood, Consequence, &Band)> {
        self.consequence.levels().flat_map(move |(consequence, _)| {
            self.likelihood.levels().filter_map(move |(likelihood, _)| {
                self.band(likelihood, consequence).map(|band| (likelihood, consequence, band))
            })
        })
    }

    /// Meaning of a likelihood level.
    #[must_use]
    pub fn likelihood_level(&self, level: Likelihood) -> Option<&Level> {
        self.likelihood.describe(level)
    }

    /// Meaning of a consequence level.
    #[must_use]
    pub fn consequence_level(&self, level: Consequence) -> Option<&Level> {
        self.consequence.describe(level)
    }
}
