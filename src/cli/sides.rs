//! What is compared: assessments, workbooks and shared files, in any mix.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failure::{Refused, error_lines, refuse};
use super::names::{ZIP, ending};
use super::output::Console;
use super::session::{
    catalogue, filled_in, local_folder, method_for_file, open_text, with_strangers,
};
use crate::domain::{Assessment, Catalogue, Method, MethodId};
use crate::engine::check_share;
use crate::engine::compare::{Side, Texts};
use crate::exchange::{Incoming, read_alone, written_from};
use crate::finding::{Fact, Findings, Location};
use crate::store::{self, SharedFile};

/// One of the assessments that are compared, with everything that it is read against.
pub(super) struct OpenedSide {
    /// File as the user named it.
    pub(super) file: String,
    pub(super) assessment: Assessment,
    /// The shared catalogue with what the municipality adds to it.
    pub(super) catalogue: Arc<Catalogue>,
    /// The assessment's own method.
    pub(super) method: Method,
    /// Which texts the file can hold at all.
    pub(super) texts: Texts,
}

impl OpenedSide {
    pub(super) fn side(&self) -> Side<'_> {
        let Self { assessment, catalogue, method, .. } = self;
        Side { assessment, catalogue, method }
    }
}

/// Reads every file; what is wrong with any of them is said in one run.
pub(super) fn open_sides(
    console: Console<'_>,
    paths: &[PathBuf],
) -> anyhow::Result<Vec<OpenedSide>> {
    let mut sides = Vec::new();
    let mut findings = Findings::new();
    for path in paths {
        match open_side(console, path) {
            Ok(side) => sides.push(side),
            Err(error) => match error.downcast::<Refused>() {
                Ok(Refused(of_file)) => findings.extend(of_file),
                Err(other) => console.complain(&error_lines(console.lang, &other)),
            },
        }
    }
    if sides.len() < paths.len() { Err(Refused(findings).into()) } else { Ok(sides) }
}

/// Reads one file by what it begins with, and else by the ending of its name.
pub(super) fn open_side(console: Console<'_>, path: &Path) -> anyhow::Result<OpenedSide> {
    let bytes = store::read_bytes(path)?;
    if bytes.starts_with(ZIP) {
        return workbook(console, path, &bytes);
    }
    let ending = ending(path);
    match ending.as_deref() {
        Some("yml" | "yaml") => assessment(console, path, bytes),
        Some("json") => shared(console, path),
        _ => {
            let file = Location::File(path.display().to_string());
            Err(refuse(file, Fact::NotAnAssessment { is_workbook: false }))
        }
    }
}

/// As [`open_side`], for a version that git takes out of its history: it lies in a folder of its own,
/// without the municipality's catalogue beside it.
pub(super) fn open_version(console: Console<'_>, path: &Path) -> anyhow::Result<OpenedSide> {
    let ending = ending(path);
    if !ending.is_some_and(|ending| ending == "yml" || ending == "yaml") {
        return open_side(console, path);
    }
    let (file, content) = (path.display().to_string(), store::read_text(path)?);
    let mut catalogue = catalogue(console, path.parent())?;
    let local = local_folder(console, path.parent());
    let method = |id: &MethodId| method_for_file(id, &local);
    let loaded = with_strangers(&mut catalogue, |catalogue| {
        store::parse_assessment(&file, &content, catalogue, method)
    });
    let loaded = loaded.map_err(Refused)?;
    console.findings(&loaded.findings);
    Ok(OpenedSide {
        file,
        assessment: loaded.assessment,
        catalogue,
        method: loaded.method,
        texts: Texts::All,
    })
}

fn assessment(console: Console<'_>, path: &Path, bytes: Vec<u8>) -> anyhow::Result<OpenedSide> {
    let opened = open_text(console, path.to_owned(), store::text_of(path, bytes)?)?;
    Ok(OpenedSide {
        file: opened.file(),
        catalogue: opened.catalogue,
        assessment: opened.loaded.assessment,
        method: opened.loaded.method,
        texts: Texts::All,
    })
}

/// A file of figures and method from another municipality, and the receiver's catalogue. Refused
/// where it is not as it was written, or its matrix cannot be trusted.
pub(super) fn open_share(
    console: Console<'_>,
    path: &Path,
) -> anyhow::Result<(SharedFile, Arc<Catalogue>)> {
    let (file, content) = (path.display().to_string(), store::read_text(path)?);
    let read = store::parse_share(&file, &content).map_err(Refused)?;
    let base = catalogue(console, path.parent())?;
    let findings = check_share(&read.shared, &file, &base);
    if findings.has_errors() {
        return Err(Refused(findings).into());
    }
    console.findings(&findings.sorted());
    Ok((read, base))
}

/// Such a file brings along what is the sender's own.
fn shared(console: Console<'_>, path: &Path) -> anyhow::Result<OpenedSide> {
    let (SharedFile { shared, .. }, base) = open_share(console, path)?;
    let catalogue = Arc::new(shared.catalogue(&base));
    let texts = if shared.with_reasons { Texts::Reasons } else { Texts::None };
    let (assessment, method) = (shared.assessment, shared.method);
    Ok(OpenedSide { file: path.display().to_string(), assessment, catalogue, method, texts })
}

/// Without the values that it was exported with a workbook can be compared with nothing; what leads on
/// at an import does not lead on here.
fn not_ours(findings: Findings) -> Findings {
    let mut ours = Findings::new();
    for finding in findings {
        let fact = match finding.fact {
            Fact::BaselineMissing {} => Fact::NotAnAssessment { is_workbook: true },
            other => other,
        };
        ours.push(finding.location, fact);
    }
    ours
}

/// A workbook of ours, read by itself.
fn workbook(console: Console<'_>, path: &Path, bytes: &[u8]) -> anyhow::Result<OpenedSide> {
    let read = filled_in(console, path, bytes)?;
    let file = path.display().to_string();
    let incoming = Incoming { workbook: &read, file: &file };
    let header = written_from(incoming).map_err(|findings| Refused(not_ours(findings)))?;
    let catalogue = catalogue(console, path.parent())?;
    let local = local_folder(console, path.parent());
    let method = method_for_file(&header.method.id, &local).map_err(|allowed| {
        let found = header.method.id.to_string();
        let fact = Fact::UnknownMethod { found, allowed, nearest: None };
        refuse(Location::File(file.clone()), fact)
    })?;
    let outcome = read_alone(incoming, header, &catalogue, &method);
    if outcome.findings.has_errors() {
        return Err(Refused(outcome.findings).into());
    }
    console.findings(&outcome.findings.sorted());
    Ok(OpenedSide { file, assessment: outcome.assessment, catalogue, method, texts: Texts::All })
}
