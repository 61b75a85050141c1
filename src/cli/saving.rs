//! Writing an assessment: first the journal, then the file. Every command that changes one ends here.

use std::path::{Path, PathBuf};

use super::args::WriteArgs;
use super::clock;
use super::failure::{Refused, refuse};
use super::output::Console;
use super::session::{Opened, open_path};
use crate::domain::{
    Assessment, FieldPath, JournalNote, Occasion, RecordedChange, RecordedDecision,
};
use crate::engine::gone_over;
use crate::finding::{Fact, Findings, Location};
use crate::store::{self, Journal, Standing, Step};
use crate::text;

/// Why an assessment is saved, for its journal.
pub(super) struct Reason<'a> {
    pub(super) occasion: Occasion,
    /// Numbers of the entries that are taken back or made again.
    pub(super) about: Vec<u64>,
    /// What was decided between several answers.
    pub(super) decisions: Vec<RecordedDecision>,
    /// Where the value at a place was read; nowhere where it was typed.
    pub(super) source: &'a dyn Fn(&FieldPath) -> Option<String>,
}

impl Reason<'_> {
    /// A change without sources.
    pub(super) fn of(occasion: Occasion) -> Self {
        Self { occasion, about: Vec::new(), decisions: Vec::new(), source: &|_| None }
    }
}

/// Opens an assessment in order to change it: under its lock (none in a dry run, which writes
/// nothing), and with what an earlier run of the program was interrupted in.
pub(super) fn open_to_change(
    console: Console<'_>,
    path: PathBuf,
    write: WriteArgs,
) -> anyhow::Result<(Option<store::Lock>, Opened)> {
    if write.dry_run {
        return Ok((None, open_path(console, path)?));
    }
    let lock = lock_existing(&path)?;
    let opened = open_path(console, path)?;
    Ok((Some(lock), finished(console, opened)?))
}

/// Takes the lock only where the file is there, so that a misspelt name leaves no lock behind.
pub(super) fn lock_existing(path: &Path) -> anyhow::Result<store::Lock> {
    if !store::exists(path) {
        store::read_bytes(path)?;
    }
    Ok(store::lock(path)?)
}

/// The assessment with the change that reached the journal and not the file, before the program was
/// interrupted; it stands in the file afterwards. Whoever calls holds the lock.
pub(super) fn finished(console: Console<'_>, opened: Opened) -> anyhow::Result<Opened> {
    let before = &opened.loaded.assessment;
    let standing = Journal::open(&opened.path)?.standing(&store::assessment_digest(before)?);
    let Standing::Unfinished(entry) = standing else { return Ok(opened) };
    let (number, state) = (entry.number, store::recorded_state(before));
    let changes = entry.note.changes.len();
    // What cannot be carried out stands in the file as an edit from outside does.
    let Ok(state) = gone_over(&state, &[*entry], &[number], Occasion::Redo) else {
        return Ok(opened);
    };
    let yaml = store::format_assessment(&opened.parsed(&store::assessment_text(&state)?)?)?;
    store::write_atomically(&opened.path, yaml.as_bytes())?;
    let mut findings = Findings::new();
    findings.push(Location::File(opened.file()), Fact::EditFinished { number, changes });
    console.findings(&findings);
    let quiet = Console { quiet: true, ..console };
    open_path(quiet, opened.path)
}

/// Writes a changed assessment, unless it is a dry run or nothing changed.
pub(super) fn save(
    console: Console<'_>,
    opened: &Opened,
    changed: &Assessment,
    write: WriteArgs,
    reason: &Reason<'_>,
) -> anyhow::Result<()> {
    if *changed == opened.loaded.assessment && reason.decisions.is_empty() {
        console.say(text::nothing_changed(console.lang));
        return Ok(());
    }
    if opened.loaded.comments > 0 && !write.force {
        let location = Location::File(opened.file());
        let fact = Fact::CommentsWouldBeLost { count: opened.loaded.comments };
        return Err(refuse(location, fact));
    }
    if write.dry_run {
        console.say(text::dry_run(console.lang));
        return Ok(());
    }
    let findings = record(&opened.path, &opened.loaded.assessment, changed, reason)?;
    console.findings(&findings);
    console.say(&text::written(console.lang, &opened.file()));
    Ok(())
}

/// Writes a change to the journal and then to the file, and says what the journal did not know yet:
/// `JRN005`. Whoever calls holds the lock and has read `before` under it.
pub(super) fn record(
    path: &Path,
    before: &Assessment,
    after: &Assessment,
    reason: &Reason<'_>,
) -> anyhow::Result<Findings> {
    let yaml = store::format_assessment(after)?;
    let mut journal = Journal::open(path)?;
    let standing = journal.standing(&store::assessment_digest(before)?);
    let (caught_up, findings) = caught_up(path, before, &standing)?;
    let (was, is) = (store::recorded_state(before), store::recorded_state(after));
    let mut changes = store::recorded_changes(&was, &is);
    for change in &mut changes {
        change.source = (reason.source)(&change.path);
    }
    let note = JournalNote {
        about: reason.about.clone(),
        changes,
        decisions: reason.decisions.clone(),
        ..note(reason.occasion)
    };
    let mut steps: Vec<Step<'_>> =
        caught_up.iter().map(|note| Step { note, after: before }).collect();
    steps.push(Step { note: &note, after });
    let end = journal.end();
    journal.append(&steps, (standing == Standing::Same).then_some(before))?;
    if let Err(error) = store::write_atomically(path, yaml.as_bytes()) {
        journal.cut_back(end);
        return Err(error.into());
    }
    Ok(findings)
}

/// Writes to the journal what was changed outside the program, so that it knows the assessment as it
/// stands, and says so. Whoever calls holds the lock.
pub(super) fn catch_up(path: &Path, assessment: &Assessment) -> anyhow::Result<Findings> {
    let mut journal = Journal::open(path)?;
    let standing = journal.standing(&store::assessment_digest(assessment)?);
    let (caught_up, findings) = caught_up(path, assessment, &standing)?;
    let steps: Vec<Step<'_>> =
        caught_up.iter().map(|note| Step { note, after: assessment }).collect();
    journal.append(&steps, None)?;
    Ok(findings)
}

/// Writes a new assessment, and that it was made.
pub(super) fn record_new(path: &Path, assessment: &Assessment) -> anyhow::Result<()> {
    let yaml = store::format_assessment(assessment)?;
    let mut journal = Journal::open(path)?;
    let end = journal.end();
    journal.append(&[Step { note: &note(Occasion::Init), after: assessment }], None)?;
    if let Err(error) = store::write_atomically(path, yaml.as_bytes()) {
        journal.cut_back(end);
        return Err(error.into());
    }
    Ok(())
}

/// What the journal must say first, so that it knows the assessment as it stands.
fn caught_up(
    path: &Path,
    before: &Assessment,
    standing: &Standing,
) -> anyhow::Result<(Option<JournalNote>, Findings)> {
    let mut findings = Findings::new();
    match standing {
        Standing::Same => return Ok((None, findings)),
        Standing::NoJournal => return Ok((Some(note(Occasion::Begin)), findings)),
        Standing::Unfinished(_) | Standing::Changed => {}
    }
    let changes = changes_outside(path, before)?;
    if changes.as_ref().is_some_and(Vec::is_empty) {
        // The same answers, written by another version of the program.
        return Ok((None, findings));
    }
    let count = changes.as_ref().map(Vec::len);
    let file = Location::File(path.display().to_string());
    findings.push(file, Fact::ChangedOutside { changes: count });
    let note = match changes {
        Some(changes) => JournalNote { changes, ..note(Occasion::Outside) },
        None => note(Occasion::Begin),
    };
    Ok((Some(note), findings))
}

/// What is different from what the journal says; `None` where it cannot say.
pub(super) fn changes_outside(
    path: &Path,
    assessment: &Assessment,
) -> anyhow::Result<Option<Vec<RecordedChange>>> {
    let Some(journal) = store::read_journal(path)? else { return Ok(None) };
    let state = journal.state_at_end();
    let now = store::recorded_state(assessment);
    Ok(state.map(|state| store::recorded_changes(&state, &now)))
}

/// A note of this moment that says nothing yet.
pub(super) fn note(occasion: Occasion) -> JournalNote {
    JournalNote {
        at: clock::now(),
        by: clock::who(),
        occasion,
        about: Vec::new(),
        changes: Vec::new(),
        decisions: Vec::new(),
    }
}

impl Opened {
    /// The assessment that a text in the form of its file holds.
    pub(super) fn parsed(&self, text: &str) -> anyhow::Result<Assessment> {
        let method =
            |id: &crate::domain::MethodId| super::session::method_for_file(id, &self.local);
        let loaded = store::parse_assessment(&self.file(), text, &self.catalogue, method);
        Ok(loaded.map_err(Refused)?.assessment)
    }
}
