//! `share`: figures and method for a colleague in another municipality, and nothing else.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use super::Done;
use super::args::{OutputArgs, ShareArgs, WithArg};
use super::failure::refuse;
use super::names::stem;
use super::output::{Console, check_free};
use super::session::open;
use super::sides::open_share;
use crate::engine::share;
use crate::finding::{Fact, Location};
use crate::report::ShareReport;
use crate::{store, text};

pub(super) fn run(console: Console<'_>, args: &ShareArgs) -> anyhow::Result<Done> {
    let output = OutputArgs { format: args.format, output: None, force: false };
    if let Some(path) = &args.verify {
        return verify(console, &output, path);
    }
    let opened = open(console, args.file.as_deref())?;
    let path = args.output.clone().unwrap_or_else(|| default_path(&opened.file()));
    if !args.write.dry_run {
        check_free(&path, args.write.force)?;
    }
    let with_reasons = args.with.contains(&WithArg::Reasons);
    let loaded = &opened.loaded;
    let (shared, stays) =
        share(&loaded.assessment, &opened.catalogue, &loaded.method, with_reasons);
    let (content, digest) = store::format_share(&shared)?;
    let report = ShareReport { shared: &shared, digest: &digest, stays: Some(&stays) };
    let lang = console.lang;
    console.result(
        &output,
        || report.document(lang),
        || report.facts(),
        || Some(report.records(lang)),
    )?;
    if args.write.dry_run {
        console.say(text::dry_run(lang));
        return Ok(Done::Clean);
    }
    if !args.yes && !is_confirmed(console, &path)? {
        console.say(text::share_declined(lang));
        return Ok(Done::Declined);
    }
    store::write_atomically(&path, content.as_bytes())?;
    console.say(&text::written(lang, &path.display().to_string()));
    Ok(Done::Clean)
}

/// Asks the person in front of the screen; where there is none, nobody has agreed.
fn is_confirmed(console: Console<'_>, path: &Path) -> anyhow::Result<bool> {
    let shown = path.display().to_string();
    let (input, mut screen) = (std::io::stdin(), std::io::stderr());
    if !input.is_terminal() || !screen.is_terminal() {
        return Err(refuse(Location::File(shown), Fact::ShareNotConfirmed {}));
    }
    let question = crate::render::safe(&text::share_question(console.lang, &shown));
    write!(screen, "{question}")?;
    screen.flush()?;
    let mut answer = String::new();
    input.lock().read_line(&mut answer)?;
    Ok(text::is_yes(&answer))
}

/// The receiver's side: whether the file is as it was written, and what it holds.
fn verify(console: Console<'_>, output: &OutputArgs, path: &Path) -> anyhow::Result<Done> {
    let (file, _) = open_share(console, path)?;
    let report = ShareReport { shared: &file.shared, digest: &file.digest, stays: None };
    let lang = console.lang;
    console.result(
        output,
        || report.document(lang),
        || report.facts(),
        || Some(report.records(lang)),
    )?;
    Ok(Done::Clean)
}

/// `skovby-2026.risiko.yml` gives `skovby-2026.risiko-share.json` beside it.
fn default_path(file: &str) -> PathBuf {
    PathBuf::from(format!("{}.risiko-share.json", stem(file)))
}
