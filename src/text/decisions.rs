//! Words of the list of conflicts that people decide about.

use super::workbook::Phrase;

/// Headers of the list, in its order.
pub const COLUMNS: [Phrase; 10] = [
    Phrase::new("aktivitet", "activity"),
    Phrase::new("trussel", "threat"),
    Phrase::new("felt", "field"),
    Phrase::new("før", "before"),
    Phrase::new("står nu", "stands now"),
    Phrase::new("står nu i", "stands now in"),
    Phrase::new("projektmappen siger", "workbook says"),
    Phrase::new("projektmappe", "workbook"),
    Phrase::new("celle", "cell"),
    Phrase::new("afgørelse", "decision"),
];

/// What stands there now is right.
pub const FILE: Phrase = Phrase::new("fil", "file");
/// The workbook is right.
pub const WORKBOOK: Phrase = Phrase::new("projektmappe", "workbook");
