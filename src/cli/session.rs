//! What commands need again and again: the file meant, the catalogue, methods, ids.

use std::path::{Path, PathBuf};

use super::failure::{Refused, refuse_argument};
use super::output::Console;
use crate::domain::{ActivityId, Catalogue, Date, Method, MethodId};
use crate::exchange::batch::BatchScope;
use crate::finding::{Fact, Findings, Location, nearest};
use crate::store::{self, LoadedAssessment};

/// An assessment with everything that it is read against.
pub(super) struct Opened {
    pub(super) path: PathBuf,
    pub(super) catalogue: Catalogue,
    pub(super) loaded: LoadedAssessment,
}

impl Opened {
    pub(super) fn file(&self) -> String {
        self.path.display().to_string()
    }

    /// The method to read the figures through: the assessment's own, or another of the same size.
    pub(super) fn method(&self, other: Option<&str>) -> anyhow::Result<Method> {
        let own = &self.loaded.method;
        let Some(name) = other else { return Ok(own.clone()) };
        let method = find_method(name, self.path.parent(), "--method")?;
        let size = |m: &Method| (m.consequence.top_number(), m.likelihood.top_number());
        if size(own) != size(&method) {
            let text = |m: &Method| format!("{}, {}×{}", m.id, size(m).0, size(m).1);
            let fact = Fact::MethodSizeDiffers { own: text(own), other: text(&method) };
            return Err(refuse_argument("--method", fact));
        }
        Ok(method)
    }
}

/// The shipped catalogue. A failure here is our bug, and is said as one.
pub(super) fn catalogue() -> anyhow::Result<Catalogue> {
    Ok(store::embedded_catalogue().map_err(Refused)?)
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
pub(super) fn open(console: Console, named: Option<&Path>) -> anyhow::Result<Opened> {
    let path = assessment_path(named)?;
    open_path(console, path)
}

/// As [`open`], for a path that is already decided.
pub(super) fn open_path(console: Console, path: PathBuf) -> anyhow::Result<Opened> {
    let text = store::read_text(&path)?;
    let catalogue = catalogue()?;
    let folder = path.parent().map(Path::to_owned);
    let method = |id: &MethodId| method_for_file(id, folder.as_deref());
    let loaded = store::parse_assessment(&path.display().to_string(), &text, &catalogue, method)
        .map_err(Refused)?;
    console.findings(&loaded.findings);
    Ok(Opened { path, catalogue, loaded })
}

/// A method named in a file; the error lists the ids that there are.
fn method_for_file(id: &MethodId, folder: Option<&Path>) -> Result<Method, Vec<String>> {
    let known = || store::embedded_method_ids().iter().map(ToString::to_string).collect();
    if let Some(method) = store::embedded_method(id) {
        return method.map_err(|_| known());
    }
    let path = local_method_path(id, folder);
    let text = store::read_text(&path).map_err(|_| known())?;
    let method = store::parse_method(&path.display().to_string(), &text).map_err(|_| known())?;
    if method.id == *id { Ok(method) } else { Err(known()) }
}

/// Where a municipality keeps a method of its own: beside the assessment.
fn local_method_path(id: &MethodId, folder: Option<&Path>) -> PathBuf {
    let folder = folder.unwrap_or_else(|| Path::new(""));
    folder.join("catalog").join("methods").join(format!("{id}.yml"))
}

/// A method named on the command line: an id, or a file that ends with `.yml`.
///
/// A file must also pass the linter: a broken matrix must not give bands.
///
/// `argument` is where the name was written, for the message.
pub(super) fn find_method(
    name: &str,
    folder: Option<&Path>,
    argument: &str,
) -> anyhow::Result<Method> {
    let id = MethodId::parse(name).ok();
    if let Some(method) = id.as_ref().and_then(store::embedded_method) {
        return Ok(method.map_err(Refused)?);
    }
    let local = id.map(|id| local_method_path(&id, folder)).filter(|path| store::exists(path));
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

/// A day given as an argument, or a default.
pub(super) fn day(given: Option<&str>, default: impl FnOnce() -> Date) -> anyhow::Result<Date> {
    let Some(text) = given else { return Ok(default()) };
    text.parse().map_err(|_| {
        let allowed = vec!["ÅÅÅÅ-MM-DD".to_owned()];
        let fact = Fact::ValueArgument { found: text.to_owned(), allowed, nearest: None };
        refuse_argument("--as-of", fact)
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
