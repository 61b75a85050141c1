//! The forms of the workbook as tables of their own: what writing and reading them share.

/// Name of the JSON's form, with its version.
pub(super) const SCHEMA: &str = "risiko.tables/1";

/// That a table was written as an empty form, in JSON.
pub(super) const BLANK: &str = "blank";
