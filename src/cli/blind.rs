//! One assessor's own answers, given without seeing anybody else's: a file beside the assessment
//! that begins empty.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::args::WriteArgs;
use super::failure::refuse_argument;
use super::names::stem;
use super::output::Console;
use super::saving::open_to_change;
use super::session::{Opened, open_path};
use crate::domain::{Assessed, Assessment, Status};
use crate::engine::blank;
use crate::exchange::{Assessors, Excerpt, ExportOptions, ThreatRows, export_json};
use crate::finding::Fact;
use crate::store;

/// What the name of such a file ends with; it is no `.risiko.yml`, so that no command takes it for
/// the folder's assessment.
const ENDING: &str = ".risiko-blind.yml";

/// The file of an assessor: `skovby-2026.risiko.yml` and "Anna Berg" give
/// `skovby-2026.anna-berg.risiko-blind.yml`.
pub(super) fn path_of(assessment: &Path, assessor: &str) -> anyhow::Result<PathBuf> {
    let name = assessment.file_name().map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let words: Vec<String> = assessor
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() {
        let allowed = vec!["Anna Berg".to_owned()];
        let fact = Fact::ValueArgument { found: assessor.to_owned(), allowed, nearest: None };
        return Err(refuse_argument("--blind", fact));
    }
    let stem = stem(&name);
    Ok(assessment.with_file_name(format!("{stem}.{}{ENDING}", words.join("-"))))
}

/// Whether a file is one of these.
pub(super) fn is_one(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ENDING))
}

/// Who has answered in which of the files, where people answered apart from each other.
pub(super) fn assessors(console: Console<'_>, paths: &[PathBuf]) -> anyhow::Result<Assessors> {
    let console = Console { quiet: true, ..console };
    let named = paths.iter().filter(|path| is_one(path)).map(|path| {
        let opened = open_path(console, path.clone())?;
        let name = most_named(&opened.loaded.assessment).map(str::to_owned);
        Ok((path.display().to_string(), name.unwrap_or_else(|| in_name(path))))
    });
    named.collect()
}

/// The name that most answers have.
pub(super) fn most_named(assessment: &Assessment) -> Option<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let named = assessment.activities.values().filter_map(|answer| answer.assessed.by.as_deref());
    for name in named {
        *counts.entry(name).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name)
}

/// The words for the assessor in the name of the file.
fn in_name(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = name.strip_suffix(ENDING).unwrap_or(&name);
    name.rsplit('.').next().unwrap_or(name).to_owned()
}

/// The answers of an assessor as a table for `merge`, which takes them as it takes a filled-in empty
/// form: what everybody gave alike is taken, and the rest is for the meeting to decide. Who assessed,
/// and how far the activity has come, is the meeting's to say, too.
pub(super) fn as_table(console: Console<'_>, path: &Path) -> anyhow::Result<Vec<u8>> {
    let opened = open_path(console, path.to_owned())?;
    let mut assessment = opened.loaded.assessment;
    for answer in assessment.activities.values_mut() {
        answer.assessed = Assessed::default();
        if answer.status != Status::NotApplicable {
            answer.status = Status::default();
        }
    }
    let excerpt = Excerpt { whole: assessment.activities.len(), is_blank: true };
    let options = ExportOptions {
        lang: console.lang,
        as_of: assessment.as_of,
        threats: ThreatRows::Rated,
        excerpt: Some(excerpt),
    };
    let table = export_json(&assessment, &opened.catalogue, &opened.loaded.method, options)?;
    Ok(table.to_string().into_bytes())
}

/// Opens the answers of an assessor; where there are none yet, the empty form of the assessment.
pub(super) fn open(
    console: Console<'_>,
    assessment: &Path,
    own: &Path,
    write: WriteArgs,
) -> anyhow::Result<(Option<store::Lock>, Opened)> {
    if store::exists(own) {
        return open_to_change(console, own.to_owned(), write);
    }
    let lock = (!write.dry_run).then(|| store::lock(own)).transpose()?;
    let mut opened = open_path(console, assessment.to_owned())?;
    let loaded = &mut opened.loaded;
    loaded.assessment = blank(&loaded.assessment, &opened.catalogue, &loaded.method);
    loaded.comments = 0;
    opened.path = own.to_owned();
    opened.text = None;
    Ok((lock, opened))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_file_beside_the_assessment() {
        let own = |name| path_of(Path::new("mappe/skovby-2026.risiko.yml"), name);
        let expected = Path::new("mappe/skovby-2026.åse-bær-hr.risiko-blind.yml");
        assert_eq!(own("Åse Bær (HR)").unwrap(), expected);
        assert!(own("…").is_err());
        assert!(is_one(expected));
    }
}
