//! Excel and CSV, in and out.

pub mod batch;
pub mod guard;
pub mod workbook;
