//! What the world refused, in words: files that are missing, locked, full or not text.
//!
//! `store` has the errors; this module takes only what it needs to speak of them. The nearest file
//! name is added by the caller, who can look into the folder.

use std::io;

use super::{Lang, count, message};
use crate::finding::Finding;

/// What happened, and the ways out.
pub type Said = (String, Vec<String>);

fn said(message: String, hints: &[&str]) -> Said {
    (message, hints.iter().map(|&hint| hint.to_owned()).collect())
}

/// A file or folder could not be read.
#[must_use]
pub fn read_error(lang: Lang, path: &str, error: &io::Error) -> Said {
    let (what, hint) = match error.kind() {
        io::ErrorKind::NotFound => lang.pick(
            (
                "findes ikke",
                "kontrollér navnet og mappen; navne med mellemrum skal stå i anførselstegn",
            ),
            (
                "does not exist",
                "check name and folder; names with blanks must stand in quotation marks",
            ),
        ),
        io::ErrorKind::PermissionDenied => lang.pick(
            (
                "må ikke læses",
                "luk filen i Excel, hvis den er åben, eller bed om adgang til mappen",
            ),
            (
                "may not be read",
                "close the file in Excel if it is open, or ask for access to the folder",
            ),
        ),
        io::ErrorKind::IsADirectory => lang.pick(
            ("er en mappe og ikke en fil", "skriv også filens navn"),
            ("is a folder, not a file", "write the name of the file too"),
        ),
        io::ErrorKind::NotADirectory => lang.pick(
            ("kan ikke findes, for en del af stien er en fil og ikke en mappe", "kontrollér stien"),
            ("cannot be found, since part of the path is a file, not a folder", "check the path"),
        ),
        io::ErrorKind::InvalidFilename => invalid_name(lang),
        _ => return unknown(lang, path, error, lang.pick("kan ikke læses", "cannot be read")),
    };
    said(format!("{path} {what}"), &[hint])
}

/// A file could not be written; it is as it was before.
#[must_use]
pub fn write_error(lang: Lang, path: &str, is_there: bool, error: &io::Error) -> Said {
    // Only a new assessment has a place that is chosen with -o; its journal and its minutes are beside it.
    let beside = [".risiko.log", ".lock", ".pending", ".yml"];
    let is_new = path.ends_with(".yml") && !path.contains(".moede-") && !is_there;
    let is_assessment = !is_new && beside.iter().any(|ending| path.ends_with(ending));
    let elsewhere = match is_assessment {
        true => lang.pick(
            "eller læg vurderingen i en mappe, I må skrive i",
            "or keep the assessment in a folder that you may write to",
        ),
        false => lang.pick("vælg en anden mappe med -o", "choose another folder with -o"),
    };
    let (what, hint) = match error.kind() {
        io::ErrorKind::NotFound => lang.pick(
            ("kan ikke skrives, for mappen findes ikke", "opret mappen først"),
            ("cannot be written, since the folder does not exist", "make the folder first"),
        ),
        io::ErrorKind::PermissionDenied
        | io::ErrorKind::ResourceBusy
        | io::ErrorKind::ExecutableFileBusy => lang.pick(
            ("må ikke skrives", "luk filen i Excel, og fjern skrivebeskyttelsen, hvis den har en"),
            (
                "may not be written",
                "close the file in Excel, and remove its write protection if it has one",
            ),
        ),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => lang.pick(
            ("kan ikke skrives, for der er ikke plads", "ryd op på drevet; den gamle fil er urørt"),
            (
                "cannot be written, since there is no room",
                "clear up the drive; the old file is untouched",
            ),
        ),
        io::ErrorKind::ReadOnlyFilesystem => lang.pick(
            ("kan ikke skrives, for drevet kan kun læses", "gem på et drev, der kan skrives på"),
            (
                "cannot be written, since the drive is read-only",
                "save on a drive that can be written to",
            ),
        ),
        io::ErrorKind::IsADirectory => lang.pick(
            ("er en mappe og ikke en fil", "skriv også filens navn"),
            ("is a folder, not a file", "write the name of the file too"),
        ),
        io::ErrorKind::NotADirectory => lang.pick(
            (
                "kan ikke skrives, for en del af stien er en fil og ikke en mappe",
                "kontrollér stien",
            ),
            ("cannot be written, since part of the path is a file, not a folder", "check the path"),
        ),
        io::ErrorKind::InvalidFilename => invalid_name(lang),
        _ => {
            let cannot = lang.pick("kan ikke skrives", "cannot be written");
            let (message, mut hints) = unknown(lang, path, error, cannot);
            hints.push(elsewhere.to_owned());
            return (message, hints);
        }
    };
    said(format!("{path} {what}"), &[hint, elsewhere])
}

fn invalid_name(lang: Lang) -> (&'static str, &'static str) {
    lang.pick(
        (
            "er ikke et navn, som systemet tillader",
            "undgå tegnene < > : \" / \\ | ? * og lange navne",
        ),
        (
            "is not a name that the system allows",
            "avoid the characters < > : \" / \\ | ? * and long names",
        ),
    )
}

/// What the system says in its own language is better than nothing.
fn unknown(lang: Lang, path: &str, error: &io::Error, cannot: &str) -> Said {
    let hint = lang.pick(
        "luk filen i andre programmer, kontrollér forbindelsen til drevet, og prøv igen",
        "close the file in other programs, check the connection to the drive and try again",
    );
    said(format!("{path} {cannot} ({error})"), &[hint])
}

/// A file is larger than any file of ours.
#[must_use]
pub fn too_large(lang: Lang, path: &str, bytes: u64, limit: u64) -> Said {
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    let (bytes, limit) = (megabytes(bytes), megabytes(limit));
    match lang {
        Lang::Da => said(
            format!("{path} fylder {bytes} MB, og grænsen er {limit} MB"),
            &[
                "kontrollér, at det er den rigtige fil",
                "slet billeder og tomme rækker i en projektmappe, og gem den igen",
            ],
        ),
        Lang::En => said(
            format!("{path} takes {bytes} MB, and the limit is {limit} MB"),
            &[
                "check that it is the right file",
                "delete pictures and empty rows in a workbook and save it again",
            ],
        ),
    }
}

/// A file is not text in UTF-8; `offset` is the first byte that is wrong.
#[must_use]
pub fn not_utf8(lang: Lang, path: &str, offset: usize) -> Said {
    let place = offset.saturating_add(1);
    match lang {
        Lang::Da => said(
            format!("{path} er ikke tekst i UTF-8 (byte {place} i filen)"),
            &[
                "gem filen igen med tegnsættet UTF-8",
                "er det en projektmappe, så brug: risiko import",
            ],
        ),
        Lang::En => said(
            format!("{path} is not text in UTF-8 (byte {place} of the file)"),
            &["save the file again as UTF-8", "if it is a workbook, use: risiko import"],
        ),
    }
}

/// A device, a pipe or a socket where a file belongs.
#[must_use]
pub fn endless_file(lang: Lang, path: &str) -> Said {
    match lang {
        Lang::Da => said(
            format!("{path} er en enhed eller et rør og ikke en fil, og bliver ikke læst"),
            &["gem indholdet i en fil, og nævn den i stedet"],
        ),
        Lang::En => said(
            format!("{path} is a device or a pipe, not a file, and is not read"),
            &["save the content in a file and name that instead"],
        ),
    }
}

/// A device or pipe stands where a file was to be written.
#[must_use]
pub fn not_a_file(lang: Lang, path: &str) -> Said {
    match lang {
        Lang::Da => said(
            format!("{path} er ikke en almindelig fil og bliver ikke overskrevet"),
            &["vælg et andet navn med -o", "udelad -o for at få resultatet på skærmen"],
        ),
        Lang::En => said(
            format!("{path} is not a regular file and is not overwritten"),
            &["choose another name with -o", "leave out -o to get the result on the screen"],
        ),
    }
}

/// Somebody else is writing the same file.
#[must_use]
pub fn locked(lang: Lang, path: &str) -> Said {
    match lang {
        Lang::Da => said(
            format!("{path} er ved at blive ændret af en anden, og intet er skrevet"),
            &[
                "vent et øjeblik, og prøv igen",
                "luk andre vinduer, hvor risiko er i gang med filen",
            ],
        ),
        Lang::En => said(
            format!("{path} is being changed by somebody else, and nothing was written"),
            &[
                "wait a moment and try again",
                "close other windows in which risiko is at work on the file",
            ],
        ),
    }
}

/// Somebody else has written the file since it was read.
#[must_use]
pub fn changed_meanwhile(lang: Lang, path: &str) -> Said {
    match lang {
        Lang::Da => said(
            format!("{path} er ændret af en anden imens, og intet er skrevet"),
            &["kør samme kommando igen; så bygger den på det, der står der nu"],
        ),
        Lang::En => said(
            format!("{path} was changed by somebody else meanwhile, and nothing was written"),
            &["run the same command again; it then builds on what stands there now"],
        ),
    }
}

/// What stands in place of a version that cannot be read as an assessment, a line each: why, how large
/// it is, and what it is known again by. No name, since git gives each version one of its own.
#[must_use]
pub fn version_not_shown(
    lang: Lang,
    finding: Option<&Finding>,
    bytes: usize,
    digest: &str,
) -> String {
    let why = finding.map(|finding| message(lang, &finding.fact)).unwrap_or_default();
    let size = count(lang, bytes);
    match lang {
        Lang::Da => {
            format!(
                "Kan ikke vises som en vurdering: {why}\nStørrelse: {size} byte\nKendetegn: {digest}\n"
            )
        }
        Lang::En => {
            format!(
                "Cannot be shown as an assessment: {why}\nSize: {size} bytes\nDigest: {digest}\n"
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = "skovby.risiko.yml";
    const KINDS: [io::ErrorKind; 10] = [
        io::ErrorKind::NotFound,
        io::ErrorKind::PermissionDenied,
        io::ErrorKind::ResourceBusy,
        io::ErrorKind::StorageFull,
        io::ErrorKind::QuotaExceeded,
        io::ErrorKind::ReadOnlyFilesystem,
        io::ErrorKind::IsADirectory,
        io::ErrorKind::NotADirectory,
        io::ErrorKind::InvalidFilename,
        io::ErrorKind::Other,
    ];

    fn everything(lang: Lang) -> Vec<Said> {
        let mut all = vec![
            too_large(lang, PATH, 21 << 20, 20 << 20),
            not_utf8(lang, PATH, 6),
            locked(lang, PATH),
            changed_meanwhile(lang, PATH),
        ];
        for kind in KINDS {
            all.push(read_error(lang, PATH, &kind.into()));
            all.push(write_error(lang, PATH, true, &kind.into()));
        }
        all
    }

    #[test]
    fn names_the_file_and_a_way_out_without_a_full_stop() {
        for lang in [Lang::Da, Lang::En] {
            for (message, hints) in everything(lang) {
                assert!(message.starts_with(PATH), "{message}");
                assert!(!hints.is_empty(), "{message}");
                for line in hints.iter().chain([&message]) {
                    assert!(!line.ends_with('.') && !line.contains("  "), "{line}");
                    assert!(!line.starts_with(char::is_uppercase), "{line}");
                }
            }
        }
    }

    #[test]
    fn no_way_out_is_named_that_a_command_does_not_have() {
        let denied = || io::ErrorKind::PermissionDenied.into();
        let ways = |path| write_error(Lang::Da, path, true, &denied()).1;
        for path in ["skovby-2026.risiko.yml", "skovby-2026.risiko.log", "s.moede-2026-11-26.yml"] {
            assert!(!ways(path).iter().any(|way| way.contains("-o")), "{path}");
        }
        assert!(ways("bog.xlsx").iter().any(|way| way.contains("-o")));
        let new = write_error(Lang::Da, "ny.risiko.yml", false, &denied()).1;
        assert!(new.iter().any(|way| way.contains("-o")));
    }

    #[test]
    fn the_two_languages_differ() {
        for (da, en) in everything(Lang::Da).into_iter().zip(everything(Lang::En)) {
            assert_ne!(da, en);
        }
    }

    #[test]
    fn says_what_to_do_about_a_file_that_is_open_in_excel() {
        let (message, hints) =
            write_error(Lang::Da, "a.xlsx", false, &io::ErrorKind::PermissionDenied.into());
        assert_eq!(message, "a.xlsx må ikke skrives");
        assert_eq!(hints.len(), 2);
        assert!(hints[0].contains("luk filen i Excel"));
        assert_eq!(hints[1], "vælg en anden mappe med -o");
    }
}
