//! What commands need again and again: the file meant, the catalogue, methods, ids.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::failure::{Refused, refuse_argument};
use super::output::Console;
use crate::domain::{
    Activity, ActivityId, Catalogue, Date, Method, MethodId, Threat, ThreatId, is_own,
};
use crate::exchange::batch::BatchScope;
use crate::exchange::guard::{self, Carried, GuardError};
use crate::exchange::unneeded_alone;
use crate::exchange::workbook::Workbook;
use crate::finding::{Fact, Findings, Location, nearest};
use crate::report::guard_fact;
use crate::store::{self, CatalogueFiles, LoadedAssessment};

/// An assessment with everything that it is read against.
pub(super) struct Opened {
    pub(super) path: PathBuf,
    /// The shared catalogue as files, for the KLE lists.
    pub(super) files: CatalogueFiles,
    /// The catalogue with what the municipality adds to it.
    pub(super) catalogue: Arc<Catalogue>,
    /// Folder of the municipality's own catalogue and methods, which need not exist.
    pub(super) local: PathBuf,
    pub(super) loaded: LoadedAssessment,
    /// The file as it was read; missing where it is not there yet.
    pub(super) text: Option<String>,
}

impl Opened {
    pub(super) fn file(&self) -> String {
        self.path.display().to_string()
    }

    /// The method to read the figures through: the assessment's own, or another of the same size.
    pub(super) fn method(&self, other: Option<&str>) -> anyhow::Result<Method> {
        let own = &self.loaded.method;
        let Some(name) = other else { return Ok(own.clone()) };
        let method = find_method(name, &self.local, "--method")?;
        let size = |m: &Method| (m.consequence.top_number(), m.likelihood.top_number());
        if size(own) != size(&method) {
            let text = |m: &Method| format!("{}, {}×{}", m.id, size(m).0, size(m).1);
            let fact = Fact::MethodSizeDiffers { own: text(own), other: text(&method) };
            return Err(refuse_argument("--method", fact));
        }
        Ok(method)
    }
}

/// The shared catalogue, read and checked once in a run, however many files are read against it.
#[derive(Debug, Default)]
pub(super) struct SharedCatalogue(OnceLock<(CatalogueFiles, Arc<Catalogue>)>);

/// The files of the shared catalogue, and what stands in them: the one that `--catalog` points to, else
/// the shipped one.
pub(super) fn shared_catalogue(
    console: Console<'_>,
) -> anyhow::Result<&(CatalogueFiles, Arc<Catalogue>)> {
    let cell = &console.shared.0;
    if let Some(known) = cell.get() {
        return Ok(known);
    }
    let files = catalogue_files(console)?;
    let catalogue = files.parse().map_err(Refused)?;
    Ok(cell.get_or_init(|| (files, Arc::new(catalogue))))
}

/// As [`shared_catalogue`], without reading what stands in them.
pub(super) fn catalogue_files(console: Console<'_>) -> anyhow::Result<CatalogueFiles> {
    match console.catalog {
        Some(folder) if store::is_catalogue(folder) => Ok(CatalogueFiles::in_folder(folder)?),
        _ => Ok(store::embedded_files()),
    }
}

/// The catalogue with what the municipality adds to it: in the folder that `--catalog` names, else
/// in `catalog` in the folder of the assessment. Where it adds nothing, it is the shared one itself.
pub(super) fn catalogue(
    console: Console<'_>,
    folder: Option<&Path>,
) -> anyhow::Result<Arc<Catalogue>> {
    let shared = shared_catalogue(console)?.1.clone();
    let (catalogue, warnings) = with_local(console, shared, &local_folder(console, folder))?;
    console.findings(&warnings.sorted());
    Ok(catalogue)
}

/// A catalogue with what stands in the local files of a folder, and the warnings about them. KL's
/// workbook comes first, so that what the municipality says itself counts.
pub(super) fn with_local(
    console: Console<'_>,
    mut catalogue: Arc<Catalogue>,
    folder: &Path,
) -> anyhow::Result<(Arc<Catalogue>, Findings)> {
    let names = [store::KL_NAME, store::WORKBOOK_NAME, store::LOCAL_NAME];
    let paths = names.map(|name| folder.join(name));
    let there: Vec<_> = paths.iter().filter(|path| store::exists(path)).collect();
    // Looked for only where somebody said that there is something.
    let has_other = || store::is_catalogue(folder) || store::exists(&folder.join("methods"));
    if console.catalog.is_some() && there.is_empty() && !has_other() {
        let files = [store::LOCAL_NAME, store::KL_NAME, "catalog.yml"].map(str::to_owned).into();
        let fact = Fact::NoCatalogueIn { folder: folder.display().to_string(), files };
        return Err(refuse_argument("--catalog", fact));
    }
    let mut findings = Findings::new();
    for path in there {
        let text = store::read_text(path)?;
        match store::parse_local(&path.display().to_string(), &text, &catalogue) {
            Ok((local, warnings)) => {
                findings.extend(warnings);
                catalogue = Arc::new(Arc::unwrap_or_clone(catalogue).with_local(local));
            }
            Err(errors) => findings.extend(errors),
        }
    }
    if findings.has_errors() { Err(Refused(findings).into()) } else { Ok((catalogue, findings)) }
}

/// Where a municipality keeps what is its own: beside the assessment, unless told otherwise.
pub(super) fn local_folder(console: Console<'_>, folder: Option<&Path>) -> PathBuf {
    match console.catalog {
        Some(folder) => folder.to_owned(),
        None => folder.unwrap_or_else(|| Path::new("")).join("catalog"),
    }
}

/// The file meant: the one named, or the only assessment of the current folder.
pub(super) fn assessment_path(named: Option<&Path>) -> anyhow::Result<PathBuf> {
    if let Some(path) = named {
        return Ok(path.to_owned());
    }
    let found = store::assessments_in(Path::new("."))?;
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(refuse_argument("FIL", Fact::NoAssessmentFile {})),
        several => {
            let files = several.iter().map(|path| path.display().to_string()).collect();
            Err(refuse_argument("FIL", Fact::SeveralAssessmentFiles { files }))
        }
    }
}

/// Reads an assessment and says its warnings.
pub(super) fn open(console: Console<'_>, named: Option<&Path>) -> anyhow::Result<Opened> {
    let path = assessment_path(named)?;
    open_path(console, path)
}

/// As [`open`], for a path that is already decided.
pub(super) fn open_path(console: Console<'_>, path: PathBuf) -> anyhow::Result<Opened> {
    let text = store::read_text(&path)?;
    open_text(console, path, text)
}

/// As [`open_path`], for a file whose text has been read.
pub(super) fn open_text(
    console: Console<'_>,
    path: PathBuf,
    text: String,
) -> anyhow::Result<Opened> {
    let files = shared_catalogue(console)?.0.clone();
    let catalogue = catalogue(console, path.parent())?;
    let local = local_folder(console, path.parent());
    let method = |id: &MethodId| method_for_file(id, &local);
    let loaded = store::parse_assessment(&path.display().to_string(), &text, &catalogue, method)
        .map_err(Refused)?;
    console.findings(&loaded.findings);
    Ok(Opened { path, files, catalogue, local, loaded, text: Some(text) })
}

/// Reads an assessment whose activities and threats of the municipality's own need not stand in the
/// catalogue: they are taken to exist, and stand in it afterwards.
pub(super) fn with_strangers<T>(
    catalogue: &mut Arc<Catalogue>,
    read: impl Fn(&Catalogue) -> Result<T, Findings>,
) -> Result<T, Findings> {
    let errors = match read(catalogue) {
        Ok(value) => return Ok(value),
        Err(errors) => errors,
    };
    let own = Arc::make_mut(catalogue);
    for finding in errors.iter() {
        match &finding.fact {
            Fact::UnknownActivity { found, .. } if is_own(found) => {
                let like = own.activities.values().next().cloned();
                if let (Ok(id), Some(like)) = (ActivityId::parse(found), like) {
                    let stranger = Activity { id: id.clone(), title: found.clone(), ..like };
                    own.activities.insert(id, stranger);
                }
            }
            Fact::UnknownThreat { found, .. } if is_own(found) => {
                let like = own.threats.values().next().cloned();
                if let (Ok(id), Some(like)) = (ThreatId::parse(found), like) {
                    let stranger = Threat { id: id.clone(), title: found.clone(), ..like };
                    own.threats.insert(id, stranger);
                }
            }
            _ => {}
        }
    }
    read(catalogue)
}

/// A method named in a file; the error lists the ids that there are.
pub(super) fn method_for_file(id: &MethodId, local: &Path) -> Result<Method, Vec<String>> {
    let known = || store::embedded_method_ids().iter().map(ToString::to_string).collect();
    if let Some(method) = store::embedded_method(id) {
        return method.map_err(|_| known());
    }
    let path = local_method_path(id, local);
    let text = store::read_text(&path).map_err(|_| known())?;
    let method = store::parse_method(&path.display().to_string(), &text).map_err(|_| known())?;
    if method.id == *id { Ok(method) } else { Err(known()) }
}

/// Where a municipality keeps a method of its own.
fn local_method_path(id: &MethodId, local: &Path) -> PathBuf {
    local.join("methods").join(format!("{id}.yml"))
}

/// A method named on the command line: an id, or a file that ends with `.yml`.
///
/// A file must also pass the linter: a broken matrix must not give bands.
///
/// `argument` is where the name was written, for the message.
pub(super) fn find_method(name: &str, local: &Path, argument: &str) -> anyhow::Result<Method> {
    let id = MethodId::parse(name).ok();
    if let Some(method) = id.as_ref().and_then(store::embedded_method) {
        return Ok(method.map_err(Refused)?);
    }
    let local = id.map(|id| local_method_path(&id, local)).filter(|path| store::exists(path));
    let is_file = Path::new(name).extension().is_some_and(|end| end == "yml" || end == "yaml");
    let Some(path) = local.or_else(|| is_file.then(|| PathBuf::from(name))) else {
        let ids = store::embedded_method_ids();
        let allowed: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let nearest = nearest(name, allowed.iter().map(String::as_str)).map(str::to_owned);
        let fact = Fact::UnknownMethod { found: name.to_owned(), allowed, nearest };
        return Err(refuse_argument(argument, fact));
    };
    let method = read_method(&path)?;
    let mut findings = crate::engine::lint(&method);
    findings.retain(|finding| finding.severity() == crate::finding::Severity::Error);
    if findings.is_empty() { Ok(method) } else { Err(Refused(findings).into()) }
}

/// Reads a method file without judging its matrix.
pub(super) fn read_method(path: &Path) -> anyhow::Result<Method> {
    let text = store::read_text(path)?;
    Ok(store::parse_method(&path.display().to_string(), &text).map_err(Refused)?)
}

/// A workbook, through the guard.
pub(super) fn read_workbook(console: Console<'_>, path: &Path) -> anyhow::Result<Workbook> {
    read_and_say(console, path, &store::read_bytes(path)?, guard::read_workbook)
}

/// As [`read_workbook`], for a workbook of ours that is read alone and whose bytes have been read: without
/// most of what is of no use then.
pub(super) fn filled_in(
    console: Console<'_>,
    path: &Path,
    bytes: &[u8],
) -> anyhow::Result<Workbook> {
    read_and_say(console, path, bytes, |bytes| guard::read_filled_in(bytes, unneeded_alone()))
}

fn read_and_say(
    console: Console<'_>,
    path: &Path,
    bytes: &[u8],
    read: impl FnOnce(&[u8]) -> Result<Workbook, GuardError>,
) -> anyhow::Result<Workbook> {
    let (workbook, carried) = read_through_guard(console, path, bytes, read)?;
    let mut notes = Findings::new();
    let mut note = |fact: Fact| notes.push(Location::File(path.display().to_string()), fact);
    if carried.has_macros {
        note(Fact::MacrosPresent {});
    }
    if carried.has_links {
        note(Fact::ExternalLinks {});
    }
    console.findings(&notes.sorted());
    Ok(workbook)
}

/// As [`read_workbook`], with what the workbook carries beside its cells, which is not said.
pub(super) fn read_with_carried(
    console: Console<'_>,
    path: &Path,
) -> anyhow::Result<(Workbook, Carried)> {
    read_through_guard(console, path, &store::read_bytes(path)?, guard::read_workbook)
}

fn read_through_guard(
    console: Console<'_>,
    path: &Path,
    bytes: &[u8],
    read: impl FnOnce(&[u8]) -> Result<Workbook, GuardError>,
) -> anyhow::Result<(Workbook, Carried)> {
    let workbook = read(bytes).map_err(|error| {
        let file = Location::File(path.display().to_string());
        super::failure::refuse(file, guard_fact(console.lang, &error))
    })?;
    Ok((workbook, guard::carried(bytes)))
}

/// A day given as an argument, or a default.
pub(super) fn day(given: Option<&str>, default: impl FnOnce() -> Date) -> anyhow::Result<Date> {
    given.map_or_else(|| Ok(default()), |text| day_given("--as-of", text))
}

/// A day given as an argument.
pub(super) fn day_given(argument: &str, text: &str) -> anyhow::Result<Date> {
    text.parse().map_err(|_| {
        let allowed = vec!["YYYY-MM-DD".to_owned()];
        let fact = Fact::ValueArgument { found: text.to_owned(), allowed, nearest: None };
        refuse_argument(argument, fact)
    })
}

/// Splits `[FILE] IDS…`: the first word is the file where it looks like one or is one.
pub(super) fn split_targets(targets: &[String]) -> (Option<PathBuf>, &[String]) {
    let looks_like_file = |word: &str| {
        let lower = word.to_lowercase();
        lower.ends_with(".yml")
            || lower.ends_with(".yaml")
            || word.contains(['/', '\\'])
            || (word.chars().count() > 3 && store::exists(Path::new(word)))
    };
    match targets.split_first() {
        Some((first, rest)) if looks_like_file(first) => (Some(PathBuf::from(first)), rest),
        _ => (None, targets),
    }
}

/// The activity that a word names, if the catalogue has it and the assessment answers it.
pub(super) fn answered_activity(opened: &Opened, word: &str) -> anyhow::Result<ActivityId> {
    let mut findings = Findings::new();
    let scope = BatchScope { catalogue: &opened.catalogue, method: &opened.loaded.method };
    let place = Location::Argument("AKTIVITET".to_owned());
    let id = scope.activity(word, place.clone(), &mut findings);
    let answers = &opened.loaded.assessment.activities;
    match id {
        Some(id) if answers.contains_key(&id) => Ok(id),
        Some(activity) => Err(super::failure::refuse(
            place,
            Fact::ActivityNotInAssessment { activities: vec![activity] },
        )),
        None => Err(Refused(findings).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_from_an_activity_however_the_system_writes_it() {
        for file in [
            r"C:\Mine filer\skovby-2026.risiko.yml",
            r"C:\Mine filer\skovby 2026.RISIKO.YML",
            r"\\server\Fælles drev\Ærø\s.yaml",
            r"..\s.yml",
            r".\skovby",
            "C:/risiko/s.yml",
            "mappe/ærø",
            "s.yml",
        ] {
            let words = [file.to_owned(), "74".to_owned()];
            let (path, rest) = split_targets(&words);
            assert_eq!((path, rest), (Some(PathBuf::from(file)), &words[1..]), "{file}");
        }
        for id in ["74", "a", "X01", "barnets"] {
            let words = [id.to_owned(), "75".to_owned()];
            assert_eq!(split_targets(&words), (None, &words[..]), "{id}");
        }
    }
}
