//! Which system a package says that it was made on: the same one wherever it was made, so that the same
//! assessment gives the same bytes everywhere and a report can be verified on another machine.

/// How an entry of the directory of a package begins (APPNOTE.TXT 4.3.12).
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// How the end of the directory begins (4.3.16). It is the end of the file, since there is no comment.
const END: [u8; 4] = *b"PK\x05\x06";
const END_BYTES: usize = 22;
/// Where the end says where the directory begins.
const DIRECTORY: usize = 16;
/// Where an entry says which system it was made on (4.4.2), and the number of Unix there.
const SYSTEM: usize = 5;
const UNIX: u8 = 3;
/// Where an entry says how long its name, its extra fields and its comment are, and where the name begins.
const LENGTHS: [usize; 3] = [28, 30, 32];
const NAME: usize = 46;

/// The package with Unix as the system that every part of it was made on. Bytes that are no package stay.
pub(super) fn same_everywhere(mut package: Vec<u8>) -> Vec<u8> {
    let mut next = directory(&package);
    while let Some(entry) = next.and_then(|at| package.get_mut(at..)) {
        if !entry.starts_with(&ENTRY) {
            break;
        }
        let lengths = LENGTHS.map(|at| number(entry.get(at..at + 2)));
        if let Some(system) = entry.get_mut(SYSTEM) {
            *system = UNIX;
        }
        next = next.map(|at| at + NAME + lengths.iter().sum::<usize>());
    }
    package
}

/// Where the directory of a package begins.
fn directory(package: &[u8]) -> Option<usize> {
    let end = package.get(package.len().checked_sub(END_BYTES)?..)?;
    end.starts_with(&END).then(|| number(end.get(DIRECTORY..DIRECTORY + 4)))
}

/// A number of a package, its lowest byte first.
fn number(bytes: Option<&[u8]>) -> usize {
    bytes.unwrap_or_default().iter().rev().fold(0, |sum, byte| (sum << 8) | usize::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::super::{Book, FIRST_DAY, Properties};
    use super::*;

    #[test]
    fn a_workbook_is_the_same_whichever_system_it_was_made_on() {
        let (title, subject, company) = ("Bog", "", "");
        let properties =
            Properties { title, subject, company, created: FIRST_DAY, mark: ("risiko", "1") };
        let mut book = Book::new(&properties).unwrap();
        book.page("Æbler").unwrap();
        book.page("Pærer").unwrap();
        let here = book.finish().unwrap();
        let mut elsewhere = here.clone();
        let entries: Vec<usize> =
            (0..here.len()).filter(|at| here[*at..].starts_with(&ENTRY)).collect();
        assert!(entries.len() > 8, "{entries:?}");
        for at in entries {
            assert_eq!(here[at + SYSTEM], UNIX);
            elsewhere[at + SYSTEM] = 0;
        }
        assert!(elsewhere != here);
        assert!(same_everywhere(elsewhere) == here);
    }

    #[test]
    fn what_is_no_package_stays() {
        for bytes in
            [&b""[..], b"PK\x05\x06", b"PK\x05\x06aaaaaaaaaaaa\xff\xff\xff\xffaa", &[7; 40]]
        {
            assert_eq!(same_everywhere(bytes.to_vec()), bytes);
        }
    }
}
