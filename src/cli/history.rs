//! `history`, `undo` and `redo`: what was changed, and taking it back.

use std::collections::BTreeSet;

use super::args::{HistoryArgs, StepsArgs};
use super::chosen::named_activities;
use super::failure::{Refused, refuse, refuse_argument};
use super::output::Console;
use super::saving::{Reason, catch_up, note, open_to_change, save};
use super::session::{Opened, assessment_path, day_given, open, split_targets};
use super::{Done, clock};
use crate::domain::{ActivityId, JournalEntry, JournalNote, Occasion};
use crate::engine::{Steps, gone_over};
use crate::finding::{Fact, Findings, Location};
use crate::report::HistoryReport;
use crate::store;

pub(super) fn run(console: Console<'_>, args: &HistoryArgs) -> anyhow::Result<Done> {
    let (file, ids) = split_targets(&args.targets);
    let opened = open(console, file.as_deref())?;
    let mut findings = Findings::new();
    let activities = named_activities(&opened, ids, "AKTIVITET", &mut findings);
    if findings.has_errors() {
        return Err(Refused(findings).into());
    }
    let since = args.since.as_deref().map(|text| day_given("--since", text)).transpose()?;
    let journal = store::read_journal(&opened.path)?;
    let Some(journal) = journal else {
        return Err(refuse(Location::File(opened.file()), Fact::NoJournal {}));
    };
    console.findings(&journal.findings);
    let undone = Steps::of(&journal.entries).undone;
    let report = HistoryReport {
        undone: &undone,
        since,
        ..history_of(&opened, &journal.entries, &activities)
    };
    let lang = console.lang;
    console.result(
        &args.output,
        || report.document(lang),
        || report.facts(),
        || Some(report.records(lang)),
    )?;
    Ok(Done::Clean)
}

fn history_of<'a>(
    opened: &'a Opened,
    entries: &'a [JournalEntry],
    activities: &'a BTreeSet<ActivityId>,
) -> HistoryReport<'a> {
    let (zone, method) = (clock::zone(), &opened.loaded.method);
    HistoryReport { entries, undone: &[], activities, since: None, zone, method }
}

pub(super) fn undo(console: Console<'_>, args: &StepsArgs) -> anyhow::Result<Done> {
    go(console, args, Occasion::Undo)
}

pub(super) fn redo(console: Console<'_>, args: &StepsArgs) -> anyhow::Result<Done> {
    go(console, args, Occasion::Redo)
}

fn go(console: Console<'_>, args: &StepsArgs, way: Occasion) -> anyhow::Result<Done> {
    let (file, rest) = split_targets(&args.targets);
    let count = count(rest)?;
    let path = assessment_path(file.as_deref())?;
    let (_lock, opened) = open_to_change(console, path, args.write)?;
    let entries = entries(console, &opened, args.write.dry_run)?;
    let steps = Steps::of(&entries);
    let (there, numbers) = match way {
        Occasion::Undo => (steps.done.len(), steps.to_take_back(count)),
        _ => (steps.undone.len(), steps.to_make_again(count)),
    };
    let place = || Location::File(opened.file());
    let Some(numbers) = numbers else {
        return Err(refuse(
            place(),
            Fact::NotAsManySteps { asked: count, present: there, again: way == Occasion::Redo },
        ));
    };
    let before = store::recorded_state(&opened.loaded.assessment);
    let state = gone_over(&before, &entries, &numbers, way)
        .map_err(|number| refuse(place(), Fact::CannotTakeBack { number }))?;
    let changed = opened.parsed(&store::assessment_text(&state)?)?;
    let reason = Reason { about: numbers.clone(), ..Reason::of(way) };
    save(console, &opened, &changed, args.write, &reason)?;
    if !console.quiet {
        let changes = store::recorded_changes(&before, &state);
        let note = JournalNote { about: numbers, changes, ..note(way) };
        let shown = [behind(&entries, note)];
        let none = BTreeSet::new();
        console.document(&history_of(&opened, &shown, &none).document(console.lang));
    }
    Ok(Done::Clean)
}

/// The entries of the journal, with what was changed outside the program; that is written to the
/// journal, too, unless it is a dry run.
fn entries(
    console: Console<'_>,
    opened: &Opened,
    is_dry: bool,
) -> anyhow::Result<Vec<JournalEntry>> {
    let read = || store::read_journal(&opened.path);
    let Some(journal) = read()? else {
        return Err(refuse(Location::File(opened.file()), Fact::NoJournal {}));
    };
    let assessment = &opened.loaded.assessment;
    let outside = journal.changes_to(assessment);
    if outside.as_ref().is_some_and(Vec::is_empty) {
        return Ok(journal.entries);
    }
    if !is_dry {
        console.findings(&catch_up(&opened.path, assessment)?);
        return Ok(read()?.map(|journal| journal.entries).unwrap_or_default());
    }
    let mut entries = journal.entries;
    let occasion = if outside.is_some() { Occasion::Outside } else { Occasion::Begin };
    let changes = outside.unwrap_or_default();
    let entry = behind(&entries, JournalNote { changes, ..note(occasion) });
    entries.push(entry);
    Ok(entries)
}

/// An entry that would come behind the others.
fn behind(entries: &[JournalEntry], note: JournalNote) -> JournalEntry {
    let number = entries.last().map_or(1, |last| last.number.saturating_add(1));
    JournalEntry { number, note, state: None, before: String::new(), after: String::new() }
}

/// How many changes; one where nobody says.
fn count(words: &[String]) -> anyhow::Result<usize> {
    let refused = |found: &str| {
        let allowed = vec!["1, 2, 3 …".to_owned()];
        let fact = Fact::ValueArgument { found: found.to_owned(), allowed, nearest: None };
        refuse_argument("ANTAL", fact)
    };
    match words {
        [] => Ok(1),
        [word] => word.parse().ok().filter(|count| *count > 0).ok_or_else(|| refused(word)),
        several => Err(refused(&several.join(" "))),
    }
}
