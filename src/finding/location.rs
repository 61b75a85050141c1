//! Where a finding points.

use crate::domain::{ActivityId, MethodId, ThreatId};

/// A place in a text file, with the line itself so that the message can show it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// File as the user named it.
    pub file: String,
    /// 1 is the first line.
    pub line: usize,
    /// 1 is the first character.
    pub column: usize,
    /// The line as it stands in the file.
    pub source_line: String,
}

/// Where a finding points. The order of the type is the order of print.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// An argument on the command line.
    Argument(String),
    /// A whole file.
    File(String),
    /// A place in a text file.
    Text(Place),
    /// A cell of a workbook.
    Cell {
        /// File as the user named it.
        file: String,
        /// Sheet by name.
        sheet: String,
        /// Row and column, 1 is the first; the order of the pair is the order of print.
        row_column: (u32, u32),
    },
    /// A value of a JSON file.
    Value {
        /// File as the user named it.
        file: String,
        /// Table, row and column, for the order of print.
        place: (u32, u32, u32),
        /// Where it stands, such as `threats[3].likelihood`; 0 is the first.
        path: String,
    },
    /// A method, by id.
    Method(MethodId),
    /// An entry of a catalogue, by id.
    Entry(String),
    /// An answer in an assessment, which has no place in a text yet.
    Answer {
        /// File as the user named it.
        file: String,
        /// Activity.
        activity: ActivityId,
        /// Threat, where the finding is about one.
        threat: Option<ThreatId>,
        /// Line in the file, where it was read from one.
        line: Option<usize>,
    },
}
