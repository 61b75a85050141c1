//! The checksum that a report states about itself, whatever form it has.

use std::io::Cursor;

use memchr::memmem;
use zip::ZipArchive;

use super::limits::{MAX_FILE_BYTES, MAX_PARTS};
use super::package::each_part;

/// What stands before the digits.
const MARK: &[u8] = b"sha256:";
/// Digits of a whole checksum; a shorter one is a catalogue's.
const DIGITS: usize = 64;

/// The last whole checksum in a text, or in the parts of a package; nothing where there is none, or the
/// package is one that the guard refuses.
#[must_use]
pub fn stated_checksum(bytes: &[u8]) -> Option<String> {
    if bytes.len() > MAX_FILE_BYTES {
        return None;
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return last_in(bytes) };
    if archive.len() > MAX_PARTS {
        return None;
    }
    let mut found = None;
    each_part(&mut archive, &mut Vec::new(), |_, part| {
        found = last_in(part).or(found.take());
        Ok(())
    })
    .ok()?;
    found
}

fn last_in(bytes: &[u8]) -> Option<String> {
    let digits = |at: usize| {
        let digits = bytes.get(at + MARK.len()..at + MARK.len() + DIGITS)?;
        let digits = std::str::from_utf8(digits).ok()?;
        digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| format!("sha256:{digits}"))
    };
    memmem::find_iter(bytes, MARK).filter_map(digits).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_whole_checksum_is_the_reports_own() {
        let (first, last) = ("a".repeat(64), "b".repeat(64));
        let text =
            format!("sha256:0123456789abcdef sha256:{first}\nKontrolsum sha256:{last}; slut");
        assert_eq!(stated_checksum(text.as_bytes()), Some(format!("sha256:{last}")));
        assert_eq!(stated_checksum(b"sha256:0123456789abcdef"), None);
        assert_eq!(stated_checksum(b"PK\x03\x04"), None);
    }
}
