//! `merge-driver`: two branches of an assessment, called by git with the three versions of the file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Done;
use super::args::{BranchArg, MergeDriverArgs};
use super::failure::Refused;
use super::output::Console;
use super::session::{catalogue, local_folder, method_for_file, with_strangers};
use crate::domain::{Catalogue, MethodId};
use crate::engine::{Branch, Clash, merge_branches};
use crate::finding::{Fact, Findings, Location};
use crate::store::{self, AnswerLines, LoadedAssessment};
use crate::text::{self, Lang};

/// Ends with [`Done::Findings`] where people must decide, as git expects it.
pub(super) fn run(console: Console<'_>, args: &MergeDriverArgs) -> anyhow::Result<Done> {
    let mut reading = Reading::new(console, args)?;
    let Sides { base, ours, theirs } = reading.sides(args)?;
    let base = base.as_ref().map(|base| &base.assessment);
    let prefer = match args.prefer {
        None | Some(BranchArg::Ours) => Branch::Ours,
        Some(BranchArg::Theirs) => Branch::Theirs,
    };
    let (merged, clashes) = merge_branches(base, &ours.assessment, &theirs.assessment, prefer);
    // A file with comments that nothing is merged into stays as it is.
    let is_kept = merged == ours.assessment && ours.comments > 0;
    if !is_kept && !args.force {
        reading.refuse_comments(&ours, &theirs)?;
    }
    let yaml = store::format_assessment(&merged)?;
    // What each branch may have can be too much together, such as two sheets of one name.
    let written = reading.parse(&reading.file(), &yaml).map_err(Refused)?;
    if !is_kept {
        store::write_atomically(&args.ours, yaml.as_bytes())?;
    }
    if args.prefer.is_some() && !clashes.is_empty() {
        console.say(&text::conflicts_settled(console.lang, &reading.file(), clashes.len()));
        return Ok(Done::Clean);
    }
    let findings = conflicts(&reading.file(), clashes, &written.lines);
    console.findings(&findings.clone().sorted());
    Ok(if findings.has_errors() { Done::Findings } else { Done::Clean })
}

/// The three versions of the file.
struct Sides {
    /// Missing where both branches added the file.
    base: Option<LoadedAssessment>,
    ours: LoadedAssessment,
    theirs: LoadedAssessment,
}

/// What the versions are read against.
struct Reading {
    lang: Lang,
    /// Where the file belongs; git gives the versions names of its own.
    path: PathBuf,
    catalogue: Arc<Catalogue>,
    local: PathBuf,
}

impl Reading {
    fn new(console: Console<'_>, args: &MergeDriverArgs) -> anyhow::Result<Self> {
        let path = args.path.as_ref().unwrap_or(&args.ours).clone();
        // Warnings about the catalogue are for those who work with it.
        let quiet = Console { quiet: true, ..console };
        let catalogue = catalogue(quiet, path.parent())?;
        let local = local_folder(console, path.parent());
        Ok(Self { lang: console.lang, path, catalogue, local })
    }

    fn file(&self) -> String {
        self.path.display().to_string()
    }

    /// What a version is called where something is wrong with it.
    fn named(&self, (da, en): (&str, &str)) -> String {
        format!("{} ({})", self.file(), self.lang.pick(da, en))
    }

    /// Reads every version; what is wrong with any of them is said in one run.
    fn sides(&mut self, args: &MergeDriverArgs) -> anyhow::Result<Sides> {
        let mut findings = Findings::new();
        let base = match self.text(&args.base, true)? {
            text if text.trim().is_empty() => None,
            text => self.side(BASE, &text, &mut findings),
        };
        let ours = self.text(&args.ours, false)?;
        let ours = self.side(OURS, &ours, &mut findings);
        let theirs = self.text(&args.theirs, false)?;
        let theirs = self.side(THEIRS, &theirs, &mut findings);
        match (ours, theirs) {
            (Some(ours), Some(theirs)) if !findings.has_errors() => {
                Ok(Sides { base, ours, theirs })
            }
            _ => Err(Refused(findings).into()),
        }
    }

    /// The text of a version; one that need not exist is then empty.
    fn text(&self, path: &Path, may_be_missing: bool) -> anyhow::Result<String> {
        if may_be_missing && !store::exists(path) {
            return Ok(String::new());
        }
        Ok(store::read_text(path)?)
    }

    fn side(
        &mut self,
        name: (&str, &str),
        text: &str,
        findings: &mut Findings,
    ) -> Option<LoadedAssessment> {
        let file = self.named(name);
        self.parse(&file, text).map_err(|errors| findings.extend(errors)).ok()
    }

    /// Entries of its own that the other branch adds to the local catalogue are not there before git
    /// has merged that file, too.
    fn parse(&mut self, file: &str, text: &str) -> Result<LoadedAssessment, Findings> {
        let local = &self.local;
        let method = |id: &MethodId| method_for_file(id, local);
        with_strangers(&mut self.catalogue, |catalogue| {
            store::parse_assessment(file, text, catalogue, method)
        })
    }

    fn refuse_comments(
        &self,
        ours: &LoadedAssessment,
        theirs: &LoadedAssessment,
    ) -> anyhow::Result<()> {
        let mut findings = Findings::new();
        for (name, side) in [(OURS, ours), (THEIRS, theirs)] {
            if side.comments > 0 {
                let fact = Fact::CommentsWouldBeLost { count: side.comments };
                findings.push(Location::File(self.named(name)), fact);
            }
        }
        if findings.has_errors() { Err(Refused(findings).into()) } else { Ok(()) }
    }
}

const BASE: (&str, &str) = ("før grenene skiltes", "before the branches parted");
const OURS: (&str, &str) = ("vores", "ours");
const THEIRS: (&str, &str) = ("deres", "theirs");

/// Each clash at the line of the merged file where its answer stands.
fn conflicts(file: &str, clashes: Vec<Clash>, lines: &AnswerLines) -> Findings {
    let mut findings = Findings::new();
    for Clash { activity, threat, field, base, ours, theirs } in clashes {
        let location = match activity {
            None => Location::File(file.to_owned()),
            Some(activity) => {
                let of_threat = lines.get(&(activity.clone(), threat.clone()));
                let line = of_threat.or_else(|| lines.get(&(activity.clone(), None))).copied();
                Location::Answer { file: file.to_owned(), activity, threat, line }
            }
        };
        findings.push(location, Fact::BranchConflict { field, base, ours, theirs });
    }
    findings
}
