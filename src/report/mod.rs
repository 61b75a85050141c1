//! What each command shows: as facts (JSON), as a document in a language, and its table as plain
//! records (CSV).
//!
//! Pure: takes results of `engine`, knows no format, file or terminal. `render` turns a document
//! into text.

mod accepted;
mod approve;
mod assessed;
mod assessors;
mod benchmark;
mod catalogue;
mod diff;
mod document;
mod drawing;
mod explain;
mod facts;
mod findings;
mod guard;
mod history;
mod import;
mod inspect;
mod list;
mod management;
mod matrix;
mod method;
mod minutes;
mod pages;
mod publication;
mod records;
mod share;
mod show;
mod signature;
mod templates;
mod upgrade;

pub use accepted::AcceptanceFacts;
pub use approve::ApproveReport;
pub use assessed::AssessedReport;
pub use assessors::AssessorsReport;
pub use benchmark::BenchmarkReport;
pub use catalogue::{CatalogueDiffReport, kl_document};
pub use catalogue::{CatalogueListReport, EntryKind, EntryReport, KleReport, SearchReport, Shown};
pub use diff::DiffReport;
pub use document::{
    Align, BarPart, Block, Cell, Column, CountCell, Counts, Document, Room, SEPARATOR, Slide,
    Table, joined,
};
pub use drawing::{Anchor, Drawing, Paint, Shape};
pub use explain::ExplainReport;
pub use facts::{BandFacts, CoverageFacts, DriverFacts, HeaderFacts, ScoreFacts};
pub use findings::{
    FindingsReport, finding_lines, findings_facts, findings_lines, severity_counts, ways_out,
};
pub use guard::guard_fact;
pub use history::HistoryReport;
pub use import::ImportReport;
pub use inspect::InspectReport;
pub use list::ListReport;
pub use management::{Against, ManagementReport};
pub use matrix::{CellContent, MatrixReport};
pub use method::{MethodListReport, MethodReport, PreviewReport};
pub use minutes::MinutesReport;
pub use pages::book_pages;
pub use publication::Publication;
pub use records::Records;
pub use share::ShareReport;
pub use show::ShowReport;
pub use signature::{SignedFile, SignedReport, signature_fact};
pub use templates::TemplatesReport;
pub use upgrade::UpgradeReport;
