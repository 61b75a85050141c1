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

/// Headers of the list where people have answered apart from each other.
pub const ASSESSOR_COLUMNS: [Phrase; 9] = [
    Phrase::new("aktivitet", "activity"),
    Phrase::new("trussel", "threat"),
    Phrase::new("felt", "field"),
    Phrase::new("den ene", "one of them"),
    Phrase::new("den ene siger", "one of them says"),
    Phrase::new("den anden", "the other"),
    Phrase::new("den anden siger", "the other says"),
    Phrase::new("afgørelse", "decision"),
    Phrase::new("begrundelse", "reason"),
];

/// What stands there now is right.
pub const FILE: Phrase = Phrase::new("fil", "file");
/// The workbook is right.
pub const WORKBOOK: Phrase = Phrase::new("projektmappe", "workbook");
