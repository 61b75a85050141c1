//! What ends a command early, and how it is said.

use std::path::Path;

use crate::finding::{Fact, Findings, Location};
use crate::store::{self, FileError};
use crate::text::{self, Lang};

/// Input that cannot be used; nothing was written.
#[derive(Debug, thiserror::Error)]
#[error("{} findings", .0.len())]
pub(super) struct Refused(pub(super) Findings);

/// The file was changed by somebody else meanwhile; nothing was written.
#[derive(Debug, thiserror::Error)]
#[error("{} conflicts", .0.len())]
pub(super) struct Conflicts(pub(super) Findings);

/// A refusal with a single finding.
pub(super) fn refuse(location: Location, fact: Fact) -> anyhow::Error {
    let mut findings = Findings::new();
    findings.push(location, fact);
    Refused(findings).into()
}

/// A refusal about an argument.
pub(super) fn refuse_argument(name: &str, fact: Fact) -> anyhow::Error {
    refuse(Location::Argument(name.to_owned()), fact)
}

/// An error that is no finding, in the user's language.
pub(super) fn error_lines(lang: Lang, error: &anyhow::Error) -> Vec<String> {
    match error.downcast_ref::<FileError>() {
        Some(file) => file_error_lines(lang, file),
        None => vec![format!("{}: {error:#}", lang.pick("fejl", "error"))],
    }
}

/// What the world refused, in the user's language, with a way out.
fn file_error_lines(lang: Lang, error: &FileError) -> Vec<String> {
    let (message, hints) = match error {
        FileError::Read { path, source } => text::read_error(lang, &shown(path), source),
        FileError::Write { path, source } => {
            text::write_error(lang, &shown(path), store::exists(path), source)
        }
        FileError::TooLarge { path, bytes, limit } => {
            text::too_large(lang, &shown(path), *bytes, *limit)
        }
        FileError::NotUtf8 { path, offset } => text::not_utf8(lang, &shown(path), *offset),
        FileError::EndlessFile { path } => text::endless_file(lang, &shown(path)),
        FileError::NotAFile { path } => text::not_a_file(lang, &shown(path)),
        FileError::Locked { path } => text::locked(lang, &shown(path)),
        FileError::Changed { path } => text::changed_meanwhile(lang, &shown(path)),
    };
    let mut lines = vec![format!("{}: {message}", lang.pick("fejl", "error"))];
    lines.extend(hints.into_iter().map(|hint| format!("   = {hint}")));
    lines
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
