//! Forms that are several files in one: workbooks and the folder of a catalogue. Each is written as one text in which
//! a line `%% name` begins a file, so that damage to it gets past the container.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    dead_code,
    unreachable_pub,
    reason = "tests read files and may fail; each crate uses its own part"
)]

use std::fs;
use std::hint::black_box;
use std::path::Path;

use risiko::engine::{KleLists, check_catalogue, check_lock};
use risiko::exchange::guard::{
    GuardError, carried, read_filled_in, read_workbook, stated_checksum,
};
use risiko::exchange::unneeded_alone;
use risiko::store::CatalogueFiles;

use super::ods;
use super::package::{Package, sheet};
use super::readers::{Form, Outcome, alone, import, of};

/// What begins a line that names a file.
const MARK: &[u8] = b"%% ";
/// Longest name; a container holds no endless one.
const LONGEST: usize = 200;
/// A small catalogue, with every file that is read.
const CATALOGUE: &[u8] = include_bytes!("../fixtures/texts/catalogue.txt");

/// The files in such a text.
fn pieces(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut pieces: Vec<(String, Vec<u8>)> = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let name = line.strip_prefix(MARK).and_then(|name| std::str::from_utf8(name).ok());
        match (name.map(str::trim_end), pieces.last_mut()) {
            (Some(name), _) if (1..LONGEST).contains(&name.len()) => {
                pieces.push((name.to_owned(), Vec::new()));
            }
            (_, Some((_, content))) => content.extend(line),
            (_, None) => {}
        }
    }
    pieces
}

/// Such a text of these files.
pub fn joined(pieces: &[(String, Vec<u8>)]) -> Vec<u8> {
    let one =
        |(name, content): &(String, Vec<u8>)| [MARK, name.as_bytes(), b"\n", content].concat();
    pieces.iter().map(one).collect::<Vec<_>>().join(&b'\n')
}

/// Everything that is done with a workbook from outside.
fn workbook(package: &Package) -> Outcome {
    let bytes = package.stored();
    black_box((carried(&bytes), stated_checksum(&bytes)));
    let whole = match read_workbook(&bytes) {
        Ok(whole) => whole,
        Err(error) => {
            // That reader is ours.
            let is_ods = package.0.iter().any(|(name, _)| name == "content.xml");
            assert!(!is_ods || !matches!(error, GuardError::ReaderPanicked { .. }), "{error}");
            return Outcome::No;
        }
    };
    // What is left out for a reader who needs only the answers changes no answer.
    let filled_in = read_filled_in(&bytes, unneeded_alone()).unwrap();
    assert_eq!(alone(&filled_in), alone(&whole));
    import(&whole)
}

/// A catalogue in a folder, which is on the disk.
fn catalogue(folder: &Path, names: &[String], bytes: &[u8]) -> Outcome {
    for name in names {
        let _ = fs::remove_file(folder.join(name));
    }
    // No other name: it could lead out of the folder.
    for (name, content) in pieces(bytes).iter().filter(|(name, _)| names.contains(name)) {
        fs::write(folder.join(name), content).unwrap();
    }
    // Not UTF-8: said as such, before anything is read.
    let Ok(files) = CatalogueFiles::in_folder(folder) else { return Outcome::No };
    let lock = files.lock();
    let read = files.parse_with_warnings().map(|(catalogue, _)| {
        let (topics, groups) = (files.kle_topics(), files.kle_groups());
        black_box(check_catalogue(&catalogue, KleLists { topics: &topics, groups: &groups }));
        if let Some(Ok(lock)) = lock {
            black_box(check_lock(&catalogue, &files.digest(), &lock));
        }
    });
    of(read)
}

/// The forms; each takes a folder of its own where it needs one.
pub fn forms(folder: &Path) -> Vec<Form> {
    let packed = |name, base: fn() -> Package, seed: &Package| Form {
        name,
        seed: joined(&seed.0),
        read: Box::new(move |bytes| {
            let pieces = pieces(bytes).into_iter();
            workbook(&pieces.fold(base(), |package, (name, content)| package.part(&name, content)))
        }),
    };
    let at = folder.join("katalog");
    fs::create_dir_all(at.join("activities")).unwrap();
    let names: Vec<String> = pieces(CATALOGUE).into_iter().map(|(name, _)| name).collect();
    vec![
        packed(
            "xlsx",
            || Package::with_rows(""),
            &Package(Vec::new()).part("xl/worksheets/sheet1.xml", sheet("")),
        ),
        packed("ods", || ods::with_rows(""), &ods::with_rows("")),
        Form {
            name: "catalogue",
            seed: CATALOGUE.to_vec(),
            read: Box::new(move |bytes| catalogue(&at, &names, bytes)),
        },
    ]
}
