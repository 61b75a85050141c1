//! `catalog`: list, show, search, kle, check, schema, diff and lock.

use std::path::Path;
use std::sync::Arc;

use super::args::{CatalogCommand, EntryKindArg, FailOn, OutputArgs, WriteArgs};
use super::check::outcome;
use super::chosen::{activities_of_area, activities_of_kle};
use super::failure::{Refused, refuse_argument};
use super::output::Console;
use super::session::{catalogue, catalogue_files, local_folder, shared_catalogue, with_local};
use super::signing::{findings_where_signed, open_key, sign_file};
use super::{Done, catalog_import, clock};
use crate::domain::{ActivityId, Catalogue, CatalogueLock, MeasureId, ThreatId};
use crate::engine::{KleLists, catalogue_diff, check_catalogue, check_lock, search};
use crate::finding::{Fact, Findings, Severity, nearest};
use crate::report::{
    CatalogueDiffReport, CatalogueListReport, EntryKind, EntryReport, FindingsReport, KleReport,
    SearchReport, Shown,
};
use crate::store::{self, CatalogueFiles, MANIFEST_NAME, Manifest, SchemaKind};
use crate::text;

pub(super) fn run(console: Console<'_>, command: &CatalogCommand) -> anyhow::Result<Done> {
    let lang = console.lang;
    match command {
        CatalogCommand::List { kind, area, output } => list(console, *kind, area, output),
        CatalogCommand::Show { entry, output } => {
            let catalogue = catalogue(console, None)?;
            let entry = find(&catalogue, &entry.join(" "))?;
            let report = EntryReport { catalogue: &catalogue, entry };
            console.result(output, || report.document(lang), || report.facts(), || None)?;
            Ok(Done::Clean)
        }
        CatalogCommand::Search { query, output } => find_words(console, &query.join(" "), output),
        CatalogCommand::Kle { code, output } => kle(console, code.trim(), output),
        CatalogCommand::Check { folder, fail_on, output } => {
            checked(console, folder.as_deref(), *fail_on, output)
        }
        CatalogCommand::Schema { kind, output, force } => {
            let schema = schema(kind)?;
            console.whole(&schema, output.as_deref(), *force)?;
            Ok(Done::Clean)
        }
        CatalogCommand::Diff { old, new, output } => {
            let old = catalogue_in(old, "FØR")?.parse().map_err(Refused)?;
            let new = match new {
                Some(folder) => Arc::new(catalogue_in(folder, "NU")?.parse().map_err(Refused)?),
                None => shared_catalogue(console)?.1.clone(),
            };
            let changes = catalogue_diff(&old, &new);
            let report = CatalogueDiffReport { old: &old, new: &new, changes: &changes };
            console.result(
                output,
                || report.document(lang),
                || report.facts(),
                || Some(report.records(lang)),
            )?;
            Ok(if changes.is_empty() { Done::Clean } else { Done::Findings })
        }
        CatalogCommand::Import { workbook, write } => {
            catalog_import::run(console, workbook, *write)
        }
        CatalogCommand::Lock { folder, write } => lock(console, folder, *write),
        CatalogCommand::Sign { folder, key, dry_run } => sign(console, folder, key, *dry_run),
    }
}

fn list(
    console: Console<'_>,
    kind: EntryKindArg,
    area: &[String],
    output: &OutputArgs,
) -> anyhow::Result<Done> {
    let lang = console.lang;
    let catalogue = catalogue(console, None)?;
    let mut findings = Findings::new();
    let ids: Vec<ActivityId> =
        area.iter().flat_map(|area| activities_of_area(&catalogue, area, &mut findings)).collect();
    if findings.has_errors() {
        return Err(Refused(findings).into());
    }
    let kind = match kind {
        EntryKindArg::Activities => EntryKind::Activities,
        // Only activities have an area; a filter that does nothing would mislead.
        _ if !area.is_empty() => {
            let (first, second) = ("--area".to_owned(), format!("{kind:?}").to_lowercase());
            return Err(refuse_argument("--area", Fact::ConflictingArguments { first, second }));
        }
        EntryKindArg::Threats => EntryKind::Threats,
        EntryKindArg::Measures => EntryKind::Measures,
        EntryKindArg::Laws => EntryKind::Laws,
    };
    let report = CatalogueListReport { catalogue: &catalogue, kind, only: &ids };
    console.result(
        output,
        || report.document(lang),
        || report.facts(),
        || Some(report.records(lang)),
    )?;
    Ok(Done::Clean)
}

fn find_words(console: Console<'_>, query: &str, output: &OutputArgs) -> anyhow::Result<Done> {
    let lang = console.lang;
    let files = catalogue_files(console)?;
    let (catalogue, groups) = (catalogue(console, None)?, files.kle_groups());
    let hits = search(&catalogue, &groups, query);
    let report = SearchReport { catalogue: &catalogue, query, hits: &hits };
    let records = || Some(report.records(lang));
    console.result(output, || report.document(lang), || report.facts(), records)?;
    Ok(Done::Clean)
}

/// The JSON Schema of a kind of file, as text.
fn schema(written: &str) -> anyhow::Result<String> {
    let known = SchemaKind::KEYS.iter().find(|(key, _)| *key == written).map(|(_, kind)| *kind);
    let Some(kind) = known else {
        let keys = SchemaKind::KEYS.map(|(key, _)| key);
        let nearest = nearest(written, keys).map(str::to_owned);
        let (found, allowed) = (written.to_owned(), keys.map(str::to_owned).into());
        return Err(refuse_argument("HVAD", Fact::ValueArgument { found, allowed, nearest }));
    };
    Ok(store::json_schema_of(kind).to_owned())
}

/// The entry that a word names: an id in any case, or the name of a law.
fn find<'a>(catalogue: &'a Catalogue, word: &str) -> anyhow::Result<Shown<'a>> {
    let activity = ActivityId::parse(word).ok().and_then(|id| catalogue.activities.get(&id));
    let threat = ThreatId::parse(word).ok().and_then(|id| catalogue.threats.get(&id));
    let measure = MeasureId::parse(word).ok().and_then(|id| catalogue.measures.get(&id));
    let law = catalogue.laws.values().find(|law| law.name.to_lowercase() == word.to_lowercase());
    let shown = activity
        .map(Shown::Activity)
        .or(threat.map(Shown::Threat))
        .or(measure.map(Shown::Measure))
        .or(law.map(Shown::Law));
    shown.ok_or_else(|| {
        let ids = catalogue.activities.keys().map(ActivityId::as_str);
        let ids = ids.chain(catalogue.threats.keys().map(ThreatId::as_str));
        let ids = ids.chain(catalogue.measures.keys().map(MeasureId::as_str));
        let names = ids.chain(catalogue.laws.keys().map(String::as_str));
        let nearest = nearest(word, names).map(str::to_owned);
        refuse_argument("POST", Fact::UnknownEntry { found: word.to_owned(), nearest })
    })
}

fn kle(console: Console<'_>, code: &str, output: &OutputArgs) -> anyhow::Result<Done> {
    let files = catalogue_files(console)?;
    let catalogue = catalogue(console, None)?;
    let (groups, mut findings) = (files.kle_groups(), Findings::new());
    let found = activities_of_kle(&catalogue, &files.kle_topics(), code, "KLE", &mut findings);
    if findings.has_errors() {
        return Err(Refused(findings).into());
    }
    let activities: Vec<&ActivityId> = found.iter().collect();
    let group = groups.iter().find(|group| code.starts_with(&group.code));
    let report = KleReport { catalogue: &catalogue, code, group, activities };
    console.result(
        output,
        || report.document(console.lang),
        || report.facts(),
        || Some(report.records(console.lang)),
    )?;
    Ok(Done::Clean)
}

/// Shows what is to be said about a catalogue, and who signed it, where somebody did.
fn checked(
    console: Console<'_>,
    folder: Option<&Path>,
    fail_on: FailOn,
    output: &OutputArgs,
) -> anyhow::Result<Done> {
    let lang = console.lang;
    let (subject, mut findings) = check(console, folder)?;
    let (wrong, signed) = match folder {
        Some(folder) => findings_where_signed(folder)?,
        None => (Findings::new(), None),
    };
    findings.extend(wrong);
    let report = FindingsReport { subject: &subject, findings: &findings };
    let document = || {
        let mut document = report.document(lang);
        if let Some(file) = &signed {
            document.paragraph(text::signature::signed(lang, &file.file, &file.signed.key));
        }
        document
    };
    let records = || Some(report.records(lang));
    console.result(output, document, || report.facts(lang), records)?;
    Ok(outcome(&findings, fail_on))
}

/// Everything that is to be said about a catalogue; one that cannot be read says only why.
///
/// A folder may hold a whole catalogue, or only what a municipality adds to the shipped one.
fn check(console: Console<'_>, folder: Option<&Path>) -> anyhow::Result<(String, Findings)> {
    let console = Console { catalog: folder.or(console.catalog), ..console };
    let files = catalogue_files(console)?;
    let name = folder.map(|folder| folder.display().to_string());
    let (catalogue, mut findings) = match files.parse_with_warnings() {
        Ok(read) => read,
        Err(findings) => return Ok((name.unwrap_or_default(), findings)),
    };
    let (topics, groups) = (files.kle_topics(), files.kle_groups());
    let local = local_folder(console, None);
    let catalogue = match with_local(console, Arc::new(catalogue), &local) {
        Ok((catalogue, warnings)) => {
            findings.extend(warnings);
            catalogue
        }
        Err(error) => {
            let place = name.unwrap_or_else(|| local.display().to_string());
            return Ok((place, error.downcast::<Refused>()?.0));
        }
    };
    findings.extend(check_catalogue(&catalogue, KleLists { topics: &topics, groups: &groups }));
    if let Some(lock) = files.lock() {
        let lock = lock.map_err(Refused)?;
        findings.extend(check_lock(&catalogue, &files.digest(), &lock));
    }
    let name = name.unwrap_or_else(|| format!("{} {}", catalogue.id, catalogue.version));
    Ok((name, findings))
}

/// The files of a whole catalogue; a folder with none of them is refused as such.
fn catalogue_in(folder: &Path, argument: &str) -> anyhow::Result<CatalogueFiles> {
    if store::is_catalogue(folder) {
        return Ok(CatalogueFiles::in_folder(folder)?);
    }
    let files = vec!["catalog.yml".to_owned()];
    let fact = Fact::NoCatalogueIn { folder: folder.display().to_string(), files };
    Err(refuse_argument(argument, fact))
}

fn lock(console: Console<'_>, folder: &Path, write: WriteArgs) -> anyhow::Result<Done> {
    let files = catalogue_in(folder, "MAPPE")?;
    let catalogue = files.parse().map_err(Refused)?;
    let before = files.lock().transpose().map_err(Refused)?;
    let digest = files.digest();
    if let Some(before) = &before {
        let mut findings = check_lock(&catalogue, &digest, before);
        // Nothing excuses an id that is gone; a version may be made anew until it is released.
        findings.retain(|finding| {
            !(write.force && matches!(finding.fact, Fact::ChangedWithoutVersion { .. }))
        });
        if findings.any_at_least(Severity::Error) {
            return Err(Refused(findings).into());
        }
    }
    let lock = CatalogueLock::of(&catalogue, digest, before.as_ref());
    let path = folder.join(store::LOCK_NAME);
    let shown = path.display().to_string();
    if write.dry_run {
        console.say(text::dry_run(console.lang));
        return Ok(Done::Clean);
    }
    store::write_atomically(&path, store::format_lock(&lock).as_bytes())?;
    console.say(&text::written(console.lang, &shown));
    Ok(Done::Clean)
}

/// Signs the list of all files of a catalogue that has no errors.
fn sign(
    console: Console<'_>,
    folder: &Path,
    key_path: &Path,
    dry_run: bool,
) -> anyhow::Result<Done> {
    // A folder may hold only what a municipality adds to the shipped catalogue.
    let own = [store::LOCAL_NAME, store::KL_NAME, store::WORKBOOK_NAME];
    let is_own = own.iter().any(|name| store::exists(&folder.join(name)));
    if !store::is_catalogue(folder) && !is_own {
        let files = vec!["catalog.yml".to_owned()];
        let fact = Fact::NoCatalogueIn { folder: folder.display().to_string(), files };
        return Err(refuse_argument("MAPPE", fact));
    }
    let (_, findings) = check(console, Some(folder))?;
    if findings.has_errors() {
        return Err(Refused(findings).into());
    }
    let key = open_key(console, key_path)?;
    let list = folder.join(MANIFEST_NAME);
    if dry_run {
        console.say(text::dry_run(console.lang));
        return Ok(Done::Clean);
    }
    let manifest = Manifest::of_folder(folder)?;
    store::write_atomically(&list, manifest.text().as_bytes())?;
    console.say(&text::written(console.lang, &list.display().to_string()));
    sign_file(console, (key_path, &key), (&list, None), &clock::who())?;
    Ok(Done::Clean)
}
