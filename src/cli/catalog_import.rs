//! `catalog import`: the municipality's own copy of KL's workbook becomes `kl.yml` beside its own
//! catalogue. A second import shows what it would change, and writes only when told to.

use std::path::Path;

use super::Done;
use super::args::WriteArgs;
use super::failure::Refused;
use super::output::Console;
use super::session::{local_folder, read_workbook, shared_catalogue};
use crate::domain::{Catalogue, LocalCatalogue, LocalOrigin};
use crate::engine::catalogue_diff;
use crate::exchange::{Incoming, read_kl};
use crate::report::{CatalogueDiffReport, FindingsReport, kl_document};
use crate::{store, text};

pub(super) fn run(console: Console<'_>, workbook: &Path, write: WriteArgs) -> anyhow::Result<Done> {
    let file = workbook.display().to_string();
    let read = read_workbook(console, workbook)?;
    let shared: &Catalogue = &shared_catalogue(console)?.1;
    let outcome = read_kl(Incoming { workbook: &read, file: &file }, shared);
    if outcome.findings.has_errors() {
        return Err(Refused(outcome.findings).into());
    }
    let path = local_folder(console, None).join(store::KL_NAME);
    let before = current(&path, shared)?;
    let mut local = LocalCatalogue::new(LocalOrigin::Kl);
    local.overrides.clone_from(&outcome.overrides);
    let after = shared.clone().with_local(local);
    if !console.quiet {
        // By code: a workbook of 96 rows may say the same of thirty.
        if !outcome.findings.is_empty() {
            let report = FindingsReport { subject: &file, findings: &outcome.findings };
            console.document(&report.document(console.lang));
        }
        console.document(&kl_document(console.lang, &outcome));
    }
    let Some(before) = before else { return save(console, &path, &outcome.overrides, write) };
    let changes = catalogue_diff(&before, &after);
    if changes.is_empty() && before.overrides == after.overrides {
        console.say(text::nothing_changed(console.lang));
        return Ok(Done::Clean);
    }
    console.document(
        &CatalogueDiffReport { old: &before, new: &after, changes: &changes }
            .document(console.lang),
    );
    if write.force {
        return save(console, &path, &outcome.overrides, write);
    }
    console.say(text::kl_not_taken(console.lang));
    Ok(Done::Findings)
}

/// The catalogue as an earlier import left it; `None` where there was none.
fn current(path: &Path, shared: &Catalogue) -> anyhow::Result<Option<Catalogue>> {
    if !store::exists(path) {
        return Ok(None);
    }
    let text = store::read_text(path)?;
    let (local, _) =
        store::parse_local(&path.display().to_string(), &text, shared).map_err(Refused)?;
    Ok(Some(shared.clone().with_local(local)))
}

fn save(
    console: Console<'_>,
    path: &Path,
    overrides: &[crate::domain::Override],
    write: WriteArgs,
) -> anyhow::Result<Done> {
    if write.dry_run {
        console.say(text::dry_run(console.lang));
        return Ok(Done::Clean);
    }
    if let Some(folder) = path.parent() {
        store::create_folder(folder)?;
    }
    store::write_atomically(path, store::format_kl(overrides)?.as_bytes())?;
    console.say(&text::written(console.lang, &path.display().to_string()));
    Ok(Done::Clean)
}
