//! Writing an assessment: first the journal, then the file. Every command that changes one ends here.

use std::path::{Path, PathBuf};

use super::args::WriteArgs;
use super::clock;
use super::failure::{Refused, refuse};
use super::output::Console;
use super::session::{Opened, open_path};
use crate::domain::{Assessment, FieldPath, JournalNote, Occasion, RecordedDecision};
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
    let journal = Journal::open(&opened.path)?;
    let Standing::Unfinished(entry) = journal.standing(&store::assessment_digest(before)?) else {
        return Ok(opened);
    };
    let (number, state) = (entry.number, store::recorded_state(before));
    let changes = entry.note.changes.len();
    // What cannot be carried out stands in the file as an edit from outside does.
    let Ok(state) = gone_over(&state, &[*entry], &[number], Occasion::Redo) else {
        return Ok(opened);
    };
    let yaml = store::format_assessment(&opened.parsed(&store::assessment_text(&state)?)?)?;
    let text = opened.text.as_deref().map(str::as_bytes);
    store::replace(&opened.path, text, yaml.as_bytes())?;
    journal.carried_out();
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
    let findings = record(opened, changed, reason)?;
    console.findings(&findings);
    console.say(&text::written(console.lang, &opened.file()));
    Ok(())
}

/// Writes a change to the journal and then to the file, and says what the journal did not know yet:
/// `JRN005`. Whoever calls holds the lock and has opened the assessment under it.
pub(super) fn record(
    opened: &Opened,
    after: &Assessment,
    reason: &Reason<'_>,
) -> anyhow::Result<Findings> {
    let (path, before) = (&opened.path, &opened.loaded.assessment);
    let text = opened.text.as_deref().map(str::as_bytes);
    // Before the journal says anything.
    store::is_unchanged(path, text)?;
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
    let standing = (standing == Standing::Same).then_some(before);
    journalled(&mut journal, &steps, standing, || store::replace(path, text, yaml.as_bytes()))?;
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
    journalled(&mut journal, &steps, None, || Ok(()))?;
    Ok(findings)
}

/// Writes a new assessment, and that it was made.
pub(super) fn record_new(path: &Path, assessment: &Assessment) -> anyhow::Result<()> {
    let yaml = store::format_assessment(assessment)?;
    let made = note(Occasion::Init);
    let steps = [Step { note: &made, after: assessment }];
    let mut journal = Journal::open(path)?;
    journalled(&mut journal, &steps, None, || store::write_atomically(path, yaml.as_bytes()))?;
    Ok(())
}

/// Appends to the journal and then writes the file; where that fails the journal is as before.
fn journalled(
    journal: &mut Journal,
    steps: &[Step<'_>],
    standing: Option<&Assessment>,
    write: impl FnOnce() -> Result<(), store::FileError>,
) -> Result<(), store::FileError> {
    journal.append(steps, standing)?;
    let written = write();
    match &written {
        Ok(()) => journal.carried_out(),
        Err(_) => journal.cut_back(),
    }
    written
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
    let changes = store::read_journal(path)?.and_then(|journal| journal.changes_to(before));
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

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::super::args::{ColorArg, Global, LangArg};
    use super::super::session::SharedCatalogue;
    use super::*;
    use crate::domain::Recorded;
    use crate::store::{Fault, Plan};

    const FILE: &str = "skovby-2026.risiko.yml";
    const WRITE: WriteArgs = WriteArgs { dry_run: false, force: false };

    fn quiet() -> Global {
        Global { lang: LangArg::Da, color: ColorArg::Never, quiet: true, catalog: None }
    }

    /// Opens as a command does, with a new owner of an activity.
    fn changed(path: &Path, owner: &str) -> anyhow::Result<(Opened, Assessment)> {
        let global = quiet();
        let shared = SharedCatalogue::default();
        let console = Console::new(crate::text::Lang::Da, &global, &shared);
        let (_lock, opened) = open_to_change(console, path.to_owned(), WRITE)?;
        let mut after = opened.loaded.assessment.clone();
        let answer = after.activities.values_mut().next().unwrap();
        answer.owner = Some(owner.to_owned());
        Ok((opened, after))
    }

    fn save_owner(path: &Path, owner: &str) -> anyhow::Result<()> {
        let (opened, after) = changed(path, owner)?;
        record(&opened, &after, &Reason::of(Occasion::Assess)).map(drop)
    }

    fn owner(path: &Path) -> Option<String> {
        let (opened, _) = changed(path, "").unwrap();
        opened.loaded.assessment.activities.values().next().unwrap().owner.clone()
    }

    /// A folder with an assessment that has a journal, or has none yet.
    fn folder(has_journal: bool) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/01-skovby").join(FILE);
        store::write_atomically(&path, &store::read_bytes(&example).unwrap()).unwrap();
        if has_journal {
            save_owner(&path, "Før").unwrap();
        }
        (folder, path)
    }

    /// What must hold after anything: both files can be read, the journal knows the assessment, and
    /// work goes on.
    fn all_is_well(path: &Path, case: &str) {
        let (opened, after) = changed(path, "Bagefter").unwrap();
        let whole = store::read_journal(path).unwrap().and_then(|journal| journal.state_at_end());
        let state = store::recorded_state(&opened.loaded.assessment);
        assert!(whole.is_none_or(|whole| whole == state), "{case}");
        record(&opened, &after, &Reason::of(Occasion::Assess)).unwrap();
        assert!(store::read_text(path).unwrap().contains("owner: Bagefter"), "{case}");
        let journal = store::read_journal(path).unwrap().unwrap();
        assert_eq!(journal.findings.iter().count(), 0, "{case}");
        assert_eq!(journal.state_at_end(), Some(store::recorded_state(&after)), "{case}");
    }

    /// Saves once for each call that a save makes, each time with that call going wrong.
    fn each_call(
        folder: impl Fn() -> (tempfile::TempDir, PathBuf),
        fault: Fault,
        holds: impl Fn(&Path, bool, &str),
    ) -> usize {
        let mut number = 0;
        loop {
            let (_folder, path) = folder();
            let plan = Plan::at(number, fault);
            let saved = save_owner(&path, "Efter").is_ok();
            let calls = plan.calls();
            drop(plan);
            if number >= calls {
                return calls;
            }
            let case = format!("call {number} {fault:?}, saved: {saved}");
            holds(&path, saved, &case);
            all_is_well(&path, &case);
            number += 1;
        }
    }

    /// Folders in which the journal has become so large that the next entry begins a new file.
    fn with_a_large_journal() -> impl Fn() -> (tempfile::TempDir, PathBuf) {
        let (made, path) = folder(true);
        for letter in ["æ", "ø", "å"] {
            save_owner(&path, &letter.repeat(380_000)).unwrap();
        }
        save_owner(&path, "Før").unwrap();
        let log = store::journal_path(&path);
        move || {
            let _kept = &made;
            let copied = tempfile::tempdir().unwrap();
            for from in [&path, &log] {
                let to = copied.path().join(from.file_name().unwrap());
                store::write_atomically(&to, &store::read_bytes(from).unwrap()).unwrap();
            }
            let to = copied.path().join(FILE);
            (copied, to)
        }
    }

    #[test]
    fn a_save_that_begins_a_new_file_of_the_journal_is_done_or_not_done_too() {
        let folder = with_a_large_journal();
        let fault = Fault::Fails(ErrorKind::StorageFull);
        each_call(&folder, fault, |path, saved, case| {
            assert_eq!(owner(path).as_deref(), Some(if saved { "Efter" } else { "Før" }), "{case}");
            let journal = store::read_journal(path).unwrap().unwrap();
            let is_told = journal.entries.iter().any(|entry| {
                entry
                    .note
                    .changes
                    .iter()
                    .any(|change| change.new == Some(Recorded::Text("Efter".to_owned())))
            });
            assert_eq!(is_told, saved, "{case}");
        });
    }

    #[test]
    fn a_save_of_which_any_call_fails_is_done_or_not_done_as_it_was_said() {
        let befores = [true, false].map(before);
        for kind in [ErrorKind::StorageFull, ErrorKind::PermissionDenied] {
            for (has_journal, before) in [true, false].into_iter().zip(&befores) {
                let calls = each_call(
                    || folder(has_journal),
                    Fault::Fails(kind),
                    |path, saved, case| {
                        let wanted = if saved { Some("Efter".to_owned()) } else { before.clone() };
                        assert_eq!(owner(path), wanted, "{case}");
                    },
                );
                assert!(calls > 8, "only {calls} calls");
            }
        }
    }

    /// The owner that a folder begins with.
    fn before(has_journal: bool) -> Option<String> {
        let (_folder, path) = folder(has_journal);
        owner(&path)
    }

    #[test]
    fn a_program_that_ends_at_any_call_of_a_save_loses_nothing_that_was_accepted() {
        let befores = [true, false].map(before);
        for fault in [Fault::StopsBefore, Fault::StopsBehind] {
            for (has_journal, before) in [true, false].into_iter().zip(&befores) {
                let calls = each_call(
                    || folder(has_journal),
                    fault,
                    |path, saved, case| {
                        let found = owner(path);
                        let is_before = !saved && found == *before;
                        let is_whole = found.as_deref() == Some("Efter") || is_before;
                        assert!(is_whole, "{case}: {found:?}");
                    },
                );
                assert!(calls > 8, "only {calls} calls");
            }
        }
    }

    #[test]
    fn a_file_that_somebody_changed_since_it_was_read_is_left_alone() {
        let (_folder, path) = folder(true);
        let (opened, after) = changed(&path, "Efter").unwrap();
        let text = store::read_text(&path).unwrap().replace("owner: Før", "owner: En anden");
        store::write_atomically(&path, text.as_bytes()).unwrap();
        let refused = record(&opened, &after, &Reason::of(Occasion::Assess)).unwrap_err();
        assert!(matches!(refused.downcast_ref(), Some(store::FileError::Changed { .. })));
        assert_eq!(store::read_text(&path).unwrap(), text);
        assert_eq!(owner(&path).as_deref(), Some("En anden"));
    }
}
