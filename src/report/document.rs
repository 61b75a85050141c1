//! The neutral document: headings, paragraphs and tables in one language, without a format.

use super::drawing::Drawing;
use crate::domain::{Colour, Date};

/// A text in a table, with the colour that its meaning has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// What stands there.
    pub text: String,
    /// Colour of a band; the text always says the same in words.
    pub colour: Option<Colour>,
    /// Whether it is the one that decides.
    pub emphasis: bool,
    /// The day that the text says: a workbook holds it as one, and it is sorted by it.
    pub day: Option<Date>,
    /// The number with decimals that the text says, in hundredths: a workbook holds it as one.
    pub hundredths: Option<i32>,
    /// Counts that are drawn as a small picture before the text, which says the same in numbers.
    pub bar: Vec<BarPart>,
}

/// A column of a small picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BarPart {
    /// How high it is; missing: not told.
    pub count: Option<usize>,
    /// Colour of the band that it stands for.
    pub colour: Colour,
}

impl Cell {
    /// A cell in the colour of a band.
    #[must_use]
    pub fn coloured(text: impl Into<String>, colour: Colour) -> Self {
        Self { text: text.into(), colour: Some(colour), ..Self::default() }
    }

    /// A day in words.
    #[must_use]
    pub fn day(text: impl Into<String>, day: Date) -> Self {
        Self { text: text.into(), day: Some(day), ..Self::default() }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// Words beside each other, as they read without colours.
#[must_use]
pub fn joined(words: &[Cell]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(SEPARATOR)
}

/// What stands between words beside each other.
pub const SEPARATOR: &str = " · ";

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Text.
    Left,
    /// Numbers.
    Right,
    /// Single letters and marks.
    Centre,
}

/// Whether a column may be left out where there is little room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Always shown.
    Always,
    /// Left out on a narrow terminal; never what a reader decides by.
    WideOnly,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Header.
    pub title: String,
    /// How it is set.
    pub align: Align,
    /// Whether it may be left out.
    pub room: Room,
}

impl Column {
    /// A column that is always shown.
    #[must_use]
    pub fn new(title: impl Into<String>, align: Align) -> Self {
        Self { title: title.into(), align, room: Room::Always }
    }

    /// The same column, shown only where there is room.
    #[must_use]
    pub fn wide_only(self) -> Self {
        Self { room: Room::WideOnly, ..self }
    }
}

/// A table with a header row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Every row has as many cells.
    pub columns: Vec<Column>,
    /// Every row has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// Bars over the table before it: one for each row. Only a workbook draws them; the table says the
/// same in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// Title.
    pub title: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// Column with what each bar stands for, counted from 0.
    pub names: usize,
    /// Columns with numbers. In the colours of bands they are parts of one bar; without colours they
    /// stand side by side.
    pub parts: Vec<(usize, Option<Colour>)>,
}

/// A matrix of counts over the rows of a table on another sheet. Only a workbook draws it, and keeps it
/// live; a picture shows the same elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// What stands above it.
    pub title: String,
    /// What its rows and its columns are.
    pub corner: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Each row with its name and level, and a cell for each column.
    pub rows: Vec<(String, u8, Vec<CountCell>)>,
    /// The tab with the table.
    pub tab: String,
    /// Headers of the columns with the levels of rows and columns.
    pub headers: (String, String),
}

/// A cell of a matrix of counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountCell {
    /// Level of the column.
    pub level: u8,
    /// Colour of the band.
    pub colour: Colour,
    /// How many.
    pub count: usize,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading; the first of a document is its title.
    Heading(String),
    /// A heading of a part below the last heading.
    Subheading(String),
    /// A paragraph.
    Paragraph(String),
    /// What stands small: a footnote, what a picture or table rests on.
    Small(String),
    /// Short lines, each an entry.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A chart of the table before it.
    Bars(Bars),
    /// A live matrix of counts.
    Counts(Counts),
    /// A picture. What it shows stands in words or tables, too.
    Picture(Drawing),
    /// What follows begins on a new page, where there are pages.
    NewPage,
    /// Words beside each other, each in the colour that its meaning has.
    Words(Vec<Cell>),
    /// What is said only where the table before it was too wide to be shown whole.
    Narrow(String),
}

/// What a command shows, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// In reading order.
    pub blocks: Vec<Block>,
    /// Address that the first heading leads to, where a terminal knows links.
    pub address: Option<String>,
}

impl Document {
    /// Adds a heading.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(text.into()));
    }

    /// Adds a heading below the last one.
    pub fn subheading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Subheading(text.into()));
    }

    /// Adds a small text.
    pub fn small(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Small(text.into()));
    }

    /// Adds a picture.
    pub fn picture(&mut self, drawing: Drawing) {
        self.blocks.push(Block::Picture(drawing));
    }

    /// Begins a new page.
    pub fn new_page(&mut self) {
        self.blocks.push(Block::NewPage);
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    /// Adds words beside each other.
    pub fn words(&mut self, words: Vec<Cell>) {
        self.blocks.push(Block::Words(words));
    }

    /// Adds what stands in for columns that a narrow terminal leaves out.
    pub fn narrow(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Narrow(text.into()));
    }

    /// Adds short lines.
    pub fn list(&mut self, lines: Vec<String>) {
        self.blocks.push(Block::List(lines));
    }

    /// Adds a table.
    pub fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    /// Adds a live matrix of counts.
    pub fn counts(&mut self, counts: Counts) {
        self.blocks.push(Block::Counts(counts));
    }

    /// Adds a picture of the table that was added last.
    pub fn bars(&mut self, bars: Bars) {
        self.blocks.push(Block::Bars(bars));
    }
}

/// A slide of a presentation: it holds no more than a room can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slide {
    /// What stands at the top.
    pub title: String,
    /// From the top; a picture takes the room that the texts leave.
    pub blocks: Vec<Block>,
    /// What the speaker says, in plain words; a paragraph each.
    pub notes: Vec<String>,
}
