//! `--watch`: a result stays on the screen and is drawn again when its files change.
//!
//! The files are asked for their size and time a few times a second: that works on every system and on shared
//! drives, where a watcher of the system is often told nothing. The ordinary screen is used, not the
//! alternate one: what is taller than the window can be scrolled back to, and the last table stays.

use std::collections::BTreeSet;
use std::io::IsTerminal as _;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;

use super::ends::Ends;
use super::failure::{Refused, refuse_argument};
use super::output::Console;
use super::session::{SharedCatalogue, local_folder, open_path};
use super::{Done, clock, failed};
use crate::domain::{ActivityId, Assessment};
use crate::finding::{Fact, Location};
use crate::store::{self, Trace};
use crate::text;

/// How long it is waited before the files are looked at again.
const WAIT: Duration = Duration::from_millis(250);

/// Draws once, or with `--watch` until it is asked to end. What cannot be read then stands in place of
/// the table for as long as it cannot.
pub(super) fn watched(
    console: Console<'_>,
    is_watched: bool,
    path: &Path,
    draw: impl Fn(Console<'_>) -> anyhow::Result<Done>,
) -> anyhow::Result<Done> {
    if !is_watched {
        return draw(console);
    }
    if !std::io::stdout().is_terminal() {
        return Err(refuse_argument("--watch", Fact::TerminalRequired {}));
    }
    let ends = Ends::watched();
    let mut drawn: Option<(Trace, u16)> = None;
    let mut known: Option<Assessment> = None;
    let mut changed: Vec<ActivityId> = Vec::new();
    while !ends.asked() {
        // Before the files are read: what is written meanwhile is seen the next time.
        let now = (trace(console, path), console.width());
        if drawn.as_ref() != Some(&now) {
            // The catalogue is read anew, since it may have changed, too.
            let shared = SharedCatalogue::default();
            let console = Console { shared: &shared, ..console };
            let (mut page, error) = page(console, &draw);
            if let Some(error) = error.filter(|error| drawn.is_none() && is_for_good(error, path)) {
                return Err(error);
            }
            if let Some(assessment) = assessment(console, path) {
                if let Some(before) = known.as_ref().filter(|before| **before != assessment) {
                    changed = differing(before, &assessment);
                }
                known = Some(assessment);
            }
            let at = now.0.youngest().and_then(clock::on_the_clock);
            let file = path.file_name().map_or_else(String::new, |name| name.display().to_string());
            let status = text::watching(console.lang, &file, at, &changed);
            page.push_str(&console.wrapped(&status));
            console.screen(&page, drawn.is_none());
            drawn = Some(now);
        }
        std::thread::sleep(WAIT);
    }
    // The shell goes on below the ^C that the terminal shows.
    console.print("\n");
    Ok(Done::Clean)
}

/// The result, or why there is none, and what is said beside it.
fn page(
    console: Console<'_>,
    draw: impl Fn(Console<'_>) -> anyhow::Result<Done>,
) -> (String, Option<anyhow::Error>) {
    let (said, shown) = (Mutex::default(), Mutex::default());
    let console = Console { lines: Some(&said), page: Some(&shown), ..console };
    let error = draw(console).err();
    if let Some(error) = &error {
        failed(console, error);
    }
    let [shown, said] = [shown, said].map(|lines| lines.into_inner().unwrap_or_default());
    let mut page = shown.concat();
    for line in said {
        if !page.is_empty() && !page.ends_with("\n\n") && line.is_empty() {
            page.push('\n');
        } else {
            page.push_str(&format!("{line}\n"));
        }
    }
    if !page.ends_with("\n\n") {
        page.push('\n');
    }
    (page, error)
}

/// Whether waiting cannot help: the command itself is wrong, or there is no file.
fn is_for_good(error: &anyhow::Error, path: &Path) -> bool {
    let is_argument = error.downcast_ref().is_some_and(|Refused(findings)| {
        findings.iter().any(|finding| matches!(finding.location, Location::Argument(_)))
    });
    is_argument || !store::exists(path)
}

/// Of the assessment and of every catalogue that it is read against.
fn trace(console: Console<'_>, path: &Path) -> Trace {
    let mut trace = Trace::default();
    trace.add(path);
    trace.add(&local_folder(console, path.parent()));
    trace
}

/// The assessment where it can be read; what is wrong with it is said elsewhere.
fn assessment(console: Console<'_>, path: &Path) -> Option<Assessment> {
    let unheard = Mutex::default();
    let console = Console { lines: Some(&unheard), ..console };
    open_path(console, path.to_owned()).ok().map(|opened| opened.loaded.assessment)
}

/// The activities with other answers than before.
fn differing(before: &Assessment, after: &Assessment) -> Vec<ActivityId> {
    let ids: BTreeSet<&ActivityId> =
        before.activities.keys().chain(after.activities.keys()).collect();
    let is_other = |id: &&ActivityId| before.activities.get(*id) != after.activities.get(*id);
    ids.into_iter().filter(is_other).cloned().collect()
}
