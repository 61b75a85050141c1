//! Reading what was made to harm: it must end soon, whatever comes of it.

use std::time::{Duration, Instant};

use risiko::exchange::guard::{GuardError, read_workbook};
use risiko::exchange::workbook::Workbook;

use super::package::Package;

/// Generous for a build without optimisation, in which an optimised one needs less than a second;
/// without the guard the same files took minutes, all memory, or the process.
const SOON: Duration = Duration::from_secs(20);

pub(crate) fn read(bytes: &[u8]) -> Result<Workbook, GuardError> {
    let start = Instant::now();
    let result = read_workbook(bytes);
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
    result
}

pub(crate) fn refusal(package: &Package) -> GuardError {
    read(&package.bytes()).expect_err("refused")
}
