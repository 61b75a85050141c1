//! Large workbooks read by several threads, each taking the next sheet that nobody has.
//!
//! Only what is sound comes from here. At the first sign of anything else the work is thrown away
//! and [`super::stream`] reads the file alone, so that messages never depend on which thread was
//! first. Each reader gets an equal share of the limits, so together they stay within them.

use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::filling::Share;
use super::quiet;
use super::stream::{Part, read_part};
use crate::exchange::workbook::Workbook;

/// Below this size, unpacked, a second thread costs more than it saves.
const WORTH_SHARING: usize = 1024 * 1024;

/// Each reader reads the table of shared texts anew, and few workbooks have more large sheets.
const MOST_READERS: usize = 3;

/// How many workbooks are being read at this moment.
static READING: AtomicUsize = AtomicUsize::new(0);

/// One of the workbooks that are being read, until dropped.
pub(super) struct Reading(());

impl Reading {
    /// Counts one more.
    pub(super) fn begin() -> Self {
        READING.fetch_add(1, Ordering::Relaxed);
        Self(())
    }

    /// Whether it is the only one; where several are read at once, the cores have enough to do.
    pub(super) fn is_alone(&self) -> bool {
        READING.load(Ordering::Relaxed) == 1
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        READING.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Reads the repacked container, or leaves it to [`super::stream::read`] with `None`.
pub(super) fn read(package: &[u8]) -> Option<Workbook> {
    let readers = thread::available_parallelism().map_or(1, NonZero::get).min(MOST_READERS);
    if package.len() < WORTH_SHARING || readers < 2 {
        return None;
    }
    let next = AtomicUsize::new(0);
    let read_some = || {
        let take = || Some(next.fetch_add(1, Ordering::Relaxed));
        let part = quiet::contain(|| read_part(package, Share::of(readers), take)).ok()?.ok()?;
        part.bad_cells.is_empty().then_some(part)
    };
    // On a busy machine this thread may be through before another begins.
    let is_done = AtomicBool::new(false);
    let help = || {
        let is_late = is_done.load(Ordering::Relaxed);
        if is_late { Some(None) } else { read_some().map(Some) }
    };
    let (own, others): (_, Option<Vec<Option<Part>>>) = thread::scope(|scope| {
        let others: Vec<_> = (1..readers).map(|_| scope.spawn(help)).collect();
        let own = read_some();
        is_done.store(true, Ordering::Relaxed);
        (own, others.into_iter().map(|other| other.join().ok().flatten()).collect())
    });
    let Part { mut sheets, properties, .. } = own?;
    sheets.extend(others?.into_iter().flatten().flat_map(|part| part.sheets));
    sheets.sort_by_key(|(place, _)| *place);
    let sheets = sheets.into_iter().map(|(_, sheet)| sheet).collect();
    Some(Workbook { sheets, properties, ..Workbook::default() })
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::super::package::{Package, open};
    use super::super::stream;
    use super::*;

    const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// Four sheets of 6,000 rows, with `last` as the last cell of the last sheet.
    fn large(last: &str) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut part = |name: &str, text: &str| {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            write!(zip, "{HEAD}{text}").unwrap();
        };
        let target = "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let root = format!(
            "<Relationships xmlns=\"{RELS}\"><Relationship Id=\"a\" {target}/officeDocument\" \
             Target=\"xl/workbook.xml\"/></Relationships>"
        );
        part("_rels/.rels", &root);
        let (mut sheets, mut links) = (String::new(), String::new());
        for number in 1..=4 {
            sheets +=
                &format!("<sheet name=\"Ark{number}\" sheetId=\"{number}\" r:id=\"r{number}\"/>");
            links += &format!(
                "<Relationship Id=\"r{number}\" {target}/worksheet\" \
                 Target=\"worksheets/sheet{number}.xml\"/>"
            );
            let mut rows: String = (1..=6_000)
                .map(|row| {
                    format!(
                        "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"C{row}\" \
                         t=\"inlineStr\"><is><t>række {row} på ark {number}</t></is></c></row>"
                    )
                })
                .collect();
            if number == 4 {
                rows += &format!("<row r=\"6001\">{last}</row>");
            }
            let sheet =
                format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
            part(&format!("xl/worksheets/sheet{number}.xml"), &sheet);
        }
        part(
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>"
            ),
        );
        part(
            "xl/_rels/workbook.xml.rels",
            &format!("<Relationships xmlns=\"{RELS}\">{links}</Relationships>"),
        );
        match open(&zip.finish().unwrap().into_inner(), None).unwrap() {
            Package::Excel { cells, .. } => cells,
            Package::OpenDocument(_) => panic!("another format"),
        }
    }

    #[test]
    fn several_readers_find_what_one_finds() {
        let package = large("<c r=\"A6001\"><f>A1</f><v>1</v></c>");
        assert!(package.len() >= WORTH_SHARING);
        let alone = stream::read(&package).unwrap();
        assert_eq!(alone.sheets.iter().map(|sheet| sheet.cells().count()).sum::<usize>(), 48_001);
        // On one core there is nobody to share with.
        if thread::available_parallelism().is_ok_and(|cores| cores.get() > 1) {
            assert_eq!(read(&package), Some(alone));
        }
    }

    #[test]
    fn nobody_is_alone_beside_another() {
        let (first, second) = (Reading::begin(), Reading::begin());
        assert!(!first.is_alone() && !second.is_alone());
    }

    #[test]
    fn whatever_is_not_sound_is_left_to_one_reader() {
        let bad = large("<c r=\"A6001\" t=\"e\"><v>#HVAD?</v></c>");
        assert_eq!(read(&bad), None);
        assert_eq!(stream::read(&bad).unwrap().bad_cells.len(), 1);
        let far = large("<c r=\"ZZZ6001\"><v>1</v></c>");
        assert_eq!(read(&far), None);
        assert!(stream::read(&far).is_err());
    }
}
