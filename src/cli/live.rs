//! An assessment that stays open while people answer: every answer is kept at once, and what others
//! change in the file meanwhile is taken along.

use std::path::Path;

use super::args::AssessArgs;
use super::blind;
use super::failure::refuse;
use super::output::Console;
use super::saving::{Reason, finished, lock_existing, open_to_change, record};
use super::session::{Opened, assessment_path, open_path};
use crate::domain::{Assessment, Occasion};
use crate::engine::{Branch, Clash, merge_branches, merge_branches_by};
use crate::finding::{Fact, Location};
use crate::store::{self, Trace};

/// An open assessment, and what its file said when it was last read or written.
pub(super) struct Live<'c> {
    pub(super) console: Console<'c>,
    pub(super) opened: Opened,
    /// Whether the file need not be there yet.
    may_be_new: bool,
    /// The file as it was when it was last read or written.
    seen: Trace,
    /// Before both changed it, as we had it and as they had it, where they clashed last.
    parted: Option<Box<[Assessment; 3]>>,
}

/// What came of keeping an answer.
pub(super) struct Kept {
    /// The assessment as it stands in the file now.
    pub(super) assessment: Assessment,
    /// Whether others had changed the file.
    pub(super) changed_by_others: bool,
    /// What both had changed to different things; ours stands.
    pub(super) clashes: Vec<Clash>,
}

/// Opens what `assess` answers while people think: the assessment, or an assessor's own file. The lock is
/// not held meanwhile, and comments in the file are a reason not to begin.
pub(super) fn open_to_answer(
    console: Console<'_>,
    file: Option<&Path>,
    args: &AssessArgs,
) -> anyhow::Result<Opened> {
    let path = assessment_path(file)?;
    let opened = match &args.blind {
        None => open_to_change(console, path, args.write)?.1,
        Some(assessor) => {
            let own = blind::path_of(&path, assessor)?;
            blind::open(console, &path, &own, args.write)?.1
        }
    };
    if opened.loaded.comments > 0 && !args.write.force {
        let fact = Fact::CommentsWouldBeLost { count: opened.loaded.comments };
        return Err(refuse(Location::File(opened.file()), fact));
    }
    Ok(opened)
}

impl<'c> Live<'c> {
    pub(super) fn new(console: Console<'c>, opened: Opened) -> Self {
        let may_be_new = !store::exists(&opened.path);
        let console = Console { quiet: true, ..console };
        // What somebody wrote since it was opened is found when it is written next.
        let seen = trace(&opened.path);
        Self { console, opened, may_be_new, seen, parted: None }
    }

    /// What others changed in the file since it was last looked at, if they did; ours is as it was kept last. A file that
    /// cannot be read at the moment is looked at again when it has changed once more, or something is kept.
    pub(super) fn look(&mut self) -> Option<Kept> {
        let now = trace(&self.opened.path);
        if now == self.seen {
            return None;
        }
        self.seen = now;
        let ours = self.opened.loaded.assessment.clone();
        self.keep(&ours).ok().filter(|kept| kept.changed_by_others)
    }

    /// Keeps a changed assessment: under the lock, over what stands in the file now.
    pub(super) fn keep(&mut self, changed: &Assessment) -> anyhow::Result<Kept> {
        let path = self.opened.path.clone();
        let is_new = self.may_be_new && !store::exists(&path);
        let _lock = if is_new { store::lock(&path)? } else { lock_existing(&path)? };
        let known = self.opened.loaded.assessment.clone();
        if !is_new {
            let opened = open_path(self.console, path.clone())?;
            self.opened = finished(self.console, opened)?;
        }
        let there = &self.opened.loaded.assessment;
        let changed_by_others = *there != known;
        let (merged, clashes) = match changed_by_others {
            true => merge_branches(Some(&known), changed, there, Branch::Ours),
            false => (changed.clone(), Vec::new()),
        };
        if !clashes.is_empty() {
            self.parted = Some(Box::new([known, changed.clone(), there.clone()]));
        }
        if merged != *there || is_new {
            let findings = record(&self.opened, &merged, &Reason::of(Occasion::Assess))?;
            self.opened.text = Some(store::read_text(&path)?);
            self.console.findings(&findings);
        }
        self.opened.loaded.assessment.clone_from(&merged);
        self.seen = trace(&path);
        Ok(Kept { assessment: merged, changed_by_others, clashes })
    }

    /// Takes over what the others wrote in these fields, of those that clashed last.
    pub(super) fn take_theirs(&mut self, fields: &[Clash]) -> anyhow::Result<Kept> {
        let Some(parted) = self.parted.take() else {
            let assessment = self.opened.loaded.assessment.clone();
            return Ok(Kept { assessment, changed_by_others: false, clashes: Vec::new() });
        };
        let [base, ours, theirs] = *parted;
        let choose = |clash: &Clash| match fields.contains(clash) {
            true => Branch::Theirs,
            false => Branch::Ours,
        };
        let (settled, _) = merge_branches_by(Some(&base), (&ours, &theirs), &choose);
        self.keep(&settled)
    }
}

fn trace(path: &Path) -> Trace {
    let mut trace = Trace::default();
    trace.add(path);
    trace
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::args::{ColorArg, Global, LangArg};
    use super::super::session::SharedCatalogue;
    use super::*;

    const FILE: &str = "skovby-2026.risiko.yml";

    fn folder() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/01-skovby").join(FILE);
        store::write_atomically(&path, &store::read_bytes(&example).unwrap()).unwrap();
        (folder, path)
    }

    /// The assessment with another owner and note of its first activity.
    fn with(assessment: &Assessment, owner: &str, note: &str) -> Assessment {
        let mut changed = assessment.clone();
        let answer = changed.activities.values_mut().next().unwrap();
        answer.owner = Some(owner.to_owned());
        answer.note = Some(note.to_owned());
        changed
    }

    #[test]
    fn what_others_wrote_is_seen_once_and_our_own_is_not_taken_for_theirs() {
        let (_folder, path) = folder();
        let global =
            Global { lang: LangArg::Da, color: ColorArg::Never, quiet: true, catalog: None };
        let shared = SharedCatalogue::default();
        let console = Console::new(crate::text::Lang::Da, &global, &shared);
        let live = || Live::new(console, open_path(console, path.clone()).unwrap());
        let (mut ours, mut theirs) = (live(), live());
        let before = ours.opened.loaded.assessment.clone();
        assert!(ours.look().is_none());
        theirs.keep(&with(&before, "Direktøren", "Deres")).unwrap();
        let kept = ours.look().unwrap();
        assert_eq!(kept.assessment, with(&before, "Direktøren", "Deres"));
        assert!(ours.look().is_none() && theirs.look().is_none());
        // A moment in which it cannot be read ends nothing.
        let whole = store::read_bytes(&path).unwrap();
        store::write_atomically(&path, b"risiko: [").unwrap();
        assert!(ours.look().is_none());
        store::write_atomically(&path, &whole).unwrap();
        assert!(ours.look().is_none());
    }

    #[test]
    fn of_two_who_write_at_once_each_field_is_whose_people_choose() {
        let (_folder, path) = folder();
        let global =
            Global { lang: LangArg::Da, color: ColorArg::Never, quiet: true, catalog: None };
        let shared = SharedCatalogue::default();
        let console = Console::new(crate::text::Lang::Da, &global, &shared);
        let live = || Live::new(console, open_path(console, path.clone()).unwrap());
        let (mut ours, mut theirs) = (live(), live());
        let before = ours.opened.loaded.assessment.clone();
        theirs.keep(&with(&before, "Direktøren", "Deres")).unwrap();
        let kept = ours.keep(&with(&before, "Familiechefen", "Vores")).unwrap();
        assert!(kept.changed_by_others);
        let fields: Vec<&str> = kept.clashes.iter().map(|clash| clash.field.as_str()).collect();
        assert_eq!(fields, ["owner", "note"]);
        assert_eq!(kept.assessment, with(&before, "Familiechefen", "Vores"));
        let taken = ours.take_theirs(&kept.clashes[..1]).unwrap();
        assert_eq!(taken.assessment, with(&before, "Direktøren", "Vores"));
        let there = open_path(console, path).unwrap().loaded.assessment;
        assert_eq!(there, taken.assessment);
        // It has been settled by now.
        assert_eq!(ours.take_theirs(&kept.clashes).unwrap().assessment, there);
    }
}
