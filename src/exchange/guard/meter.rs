//! A reader that counts what is taken from it and stops at a limit.
//!
//! The workbook crate reads parts by the names that the file gives it, and a file may name the
//! same part two hundred times. On the repacked, uncompressed container (see
//! [`super::package`]) the bytes read are the work done.

use std::cell::Cell;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

/// Tells, after the reader was given away, whether its limit was reached.
#[derive(Debug, Clone)]
pub(super) struct Gauge {
    spent: Rc<Cell<usize>>,
    limit: usize,
}

impl Gauge {
    /// Whether more than the limit was asked for.
    pub(super) fn is_exhausted(&self) -> bool {
        self.spent.get() > self.limit
    }

    /// The limit in bytes.
    pub(super) fn limit(&self) -> usize {
        self.limit
    }
}

/// Bytes in memory that can be read `limit` bytes' worth.
pub(super) struct Metered<'p> {
    inner: Cursor<&'p [u8]>,
    gauge: Gauge,
}

impl<'p> Metered<'p> {
    /// Wraps the bytes and returns the gauge that watches them.
    pub(super) fn new(bytes: &'p [u8], limit: usize) -> (Self, Gauge) {
        let gauge = Gauge { spent: Rc::default(), limit };
        (Self { inner: Cursor::new(bytes), gauge: gauge.clone() }, gauge)
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let spent = self.gauge.spent.get().saturating_add(count);
        self.gauge.spent.set(spent);
        if self.gauge.is_exhausted() {
            return Err(io::Error::other("read limit reached"));
        }
        Ok(count)
    }
}

impl Seek for Metered<'_> {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.inner.seek(position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_up_to_the_limit_and_not_beyond_even_after_seeking_back() {
        let (mut reader, gauge) = Metered::new(&[7; 10], 20);
        for _ in 0..2 {
            let mut all = Vec::new();
            reader.seek(SeekFrom::Start(0)).unwrap();
            reader.read_to_end(&mut all).unwrap();
            assert_eq!(all.len(), 10);
        }
        assert!(!gauge.is_exhausted());
        reader.seek(SeekFrom::Start(0)).unwrap();
        assert!(reader.read_to_end(&mut Vec::new()).is_err());
        assert!(gauge.is_exhausted());
    }
}
