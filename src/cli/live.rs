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
use crate::engine::{Branch, Clash, merge_branches};
use crate::finding::{Fact, Location};
use crate::store;

/// An open assessment, and what its file said when it was last read or written.
pub(super) struct Live<'c> {
    pub(super) console: Console<'c>,
    pub(super) opened: Opened,
    /// Whether the file need not be there yet.
    may_be_new: bool,
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
        Self { console, opened, may_be_new }
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
        if merged != *there || is_new {
            let findings = record(&self.opened, &merged, &Reason::of(Occasion::Assess))?;
            self.opened.text = Some(store::read_text(&path)?);
            self.console.findings(&findings);
        }
        self.opened.loaded.assessment.clone_from(&merged);
        Ok(Kept { assessment: merged, changed_by_others, clashes })
    }
}
