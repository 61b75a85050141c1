//! Excel and CSV, in and out, and OpenDocument in. The workbook is a form for people and a protocol
//! for us.
//!
//! One column table (`layout`) declares every column once; the export writes from it, the import
//! reads by it, and a hidden sheet keeps, per input cell, what stood there when the workbook was
//! written. Everything from outside comes through [`guard`]; everything written goes through one
//! module that knows the writer crate (`sheet`). Scores come from `engine`; the formulas on the
//! sheets carry its results.

mod assessors;
pub mod batch;
mod book;
mod csv_text;
mod decisions;
mod entry;
mod export;
mod field;
mod flat;
mod foreign;
pub mod guard;
mod import;
mod input;
mod inspect;
mod kl;
mod layout;
mod lines;
mod locked;
mod own_sheets;
mod protocol;
mod sheet;
mod tables;
pub mod workbook;

pub use assessors::Assessors;
pub use book::{BookBars, BookBlock, BookCell, BookCount, BookCounts, BookPage, write_book};
pub use csv_text::written as written_csv;
pub use decisions::{Decisions, Side};
pub use entry::{Entry, Words};
pub use export::{
    Excerpt, ExportError, ExportOptions, ThreatRows, export_csv, export_json, export_workbook,
};
pub use field::Field;
pub use flat::flat_text;
pub use foreign::{
    Os2Import, Os2Outcome, ThreatList, Unmatched, import_mapped, import_os2, is_os2,
};
pub use import::{
    ConflictingField, FieldChange, ImportOutcome, Incoming, OwnRow, Prefer, SettledField,
    SheetChange, Target, import_workbook, merge_workbooks, own_rows, place_name, read_alone,
    unneeded_alone, written_from,
};
pub use input::Input;
pub use inspect::{
    ColumnView, FileKind, How, Inspection, Loss, Meaning, Means, SheetView, Use, WrittenFrom,
    inspect,
};
pub use kl::{KlOutcome, read_kl};
pub use layout::{Form, input_headers};
pub use lines::show_action;
pub use sheet::SheetError;
pub use tables::{TableError, read_csv, read_json};
