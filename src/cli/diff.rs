//! `diff`: two assessments side by side.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Done;
use super::args::{DiffArgs, OnlyArg};
use super::blind::most_named;
use super::chosen::activities_of_area;
use super::failure::{Refused, refuse_argument};
use super::output::{Console, by_number};
use super::session::{assessment_path, find_method, local_folder, method_for_file};
use super::sides::{OpenedSide, open_sides, open_version};
use crate::domain::{ActivityId, LevelMap, Method, digest};
use crate::engine::compare::{
    Class, Common, Comparison, Difference, Extent, Movement, Side, assessors, compare_part,
};
use crate::exchange::batch::BatchScope;
use crate::exchange::flat_text;
use crate::finding::{Fact, Finding, Findings, Location, Severity};
use crate::report::{AssessorsReport, DiffReport};
use crate::store;
use crate::text::version_not_shown;

pub(super) fn run(console: Console<'_>, args: &DiffArgs) -> anyhow::Result<Done> {
    if args.textconv {
        return textconv(console, args);
    }
    if args.assessors {
        return apart(console, args);
    }
    let (left, right) = match args.files.as_slice() {
        [left, right] => (left.clone(), right.clone()),
        [other] => (assessment_path(None)?, other.clone()),
        _ => {
            let given = console.lang.pick("flere end to filer", "more than two files").to_owned();
            let missing = "--assessors".to_owned();
            return Err(refuse_argument("FILER", Fact::RequiresArgument { given, missing }));
        }
    };
    let paths: Vec<PathBuf> =
        [left, right].into_iter().chain(args.earlier.iter().cloned()).collect();
    let opened = open_sides(console, &paths)?;
    let [left, right, earlier @ ..] = opened.as_slice() else { return Ok(Done::Clean) };
    check_earlier(left, right, earlier)?;
    let levels = level_maps(console, &args.levels)?;
    let method = common_method(console, args, left)?;
    let earlier: Vec<Side<'_>> = earlier.iter().map(OpenedSide::side).collect();
    let common = Common { method: &method, levels: &levels };
    let chosen = Chosen::new(args, left, right)?;
    let texts = left.texts.min(right.texts);
    let extent = Extent { activities: chosen.activities.as_ref(), texts };
    let comparison = compare_part(left.side(), right.side(), common, &earlier, extent);
    let report = DiffReport {
        shown: comparison.differences.iter().filter(|d| chosen.has(d)).collect(),
        comparison: &comparison,
        files: [&left.file, &right.file],
        listed: count(args.top.as_deref(), "--top")?,
        explained: count(args.explain.as_deref(), "--explain")?.or(chosen.explained),
    };
    console.publish(&args.output, &report)?;
    Ok(if differs(&report, &comparison, args) { Done::Findings } else { Done::Clean })
}

/// Several assessors' answers, given apart from each other.
fn apart(console: Console<'_>, args: &DiffArgs) -> anyhow::Result<Done> {
    if let Some(twice) = named_twice(&args.files) {
        let found = twice.display().to_string();
        return Err(refuse_argument("FILER", Fact::SameFileTwice { found }));
    }
    let opened = open_sides(console, &args.files)?;
    let [first, _, ..] = opened.as_slice() else {
        return Err(refuse_argument("FILER", Fact::TooFewAssessors { found: opened.len() }));
    };
    let levels = level_maps(console, &args.levels)?;
    let method = common_method(console, args, first)?;
    let chosen = Chosen::new(args, first, first)?;
    let sides: Vec<Side<'_>> = opened.iter().map(OpenedSide::side).collect();
    let common = Common { method: &method, levels: &levels };
    let mut assessors = assessors(&sides, common);
    if let Some(activities) = &chosen.activities {
        assessors.activities.retain(|assessed| activities.contains(assessed.id));
    }
    let report = AssessorsReport {
        assessors: &assessors,
        names: opened.iter().map(assessor).collect(),
        catalogue: &first.catalogue,
        method: &method,
        day: first.assessment.as_of,
    };
    console.publish(&args.output, &report)?;
    let worth = assessors.activities.iter().any(|assessed| assessed.worth.is_some());
    Ok(if worth { Done::Findings } else { Done::Clean })
}

/// A file that is named twice, whichever way: it would agree with itself.
fn named_twice(paths: &[PathBuf]) -> Option<&PathBuf> {
    let mut seen = BTreeSet::new();
    let whole = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
    paths.iter().find(|path| !seen.insert(whole(path)))
}

/// Who answered: the name that most answers have, else the name of the file.
fn assessor(side: &OpenedSide) -> String {
    most_named(&side.assessment).unwrap_or(&side.file).to_owned()
}

/// Whether what was asked for differs. Other texts count where no kind of difference was chosen.
fn differs(report: &DiffReport<'_>, comparison: &Comparison<'_>, args: &DiffArgs) -> bool {
    let is_whole = args.only.is_empty() && args.min_steps.is_none();
    !report.shown.is_empty() || (is_whole && !comparison.is_empty())
}

/// One assessment as plain lines, for `git diff`.
fn textconv(console: Console<'_>, args: &DiffArgs) -> anyhow::Result<Done> {
    let [path] = args.files.as_slice() else {
        let (first, second) = ("--textconv".to_owned(), "FILER".to_owned());
        return Err(refuse_argument("FILER", Fact::ConflictingArguments { first, second }));
    };
    let opened = match open_version(console, path) {
        Ok(opened) => opened,
        Err(error) => return unreadable(console, path, error),
    };
    let OpenedSide { assessment, catalogue, method, .. } = &opened;
    let text = flat_text(assessment, catalogue, method, console.lang);
    console.whole(&by_number(text), None, false)?;
    Ok(Done::Clean)
}

/// A version that is no assessment, or a broken one, as it is: git shows nothing of all the other files
/// where one ends with an error. What is wrong with the call itself is still refused.
fn unreadable(console: Console<'_>, path: &Path, error: anyhow::Error) -> anyhow::Result<Done> {
    let Refused(findings) = error.downcast::<Refused>()?;
    let findings = findings.sorted();
    let is_call = |finding: &Finding| matches!(finding.location, Location::Argument(_));
    if findings.iter().any(is_call) {
        return Err(Refused(findings).into());
    }
    let bytes = store::read_bytes(path)?;
    let first = findings.iter().find(|finding| finding.severity() == Severity::Error);
    let mut text = version_not_shown(console.lang, first, bytes.len(), &digest(&bytes));
    if let Ok(content) = String::from_utf8(bytes) {
        text.push('\n');
        text.push_str(&content);
    }
    console.whole(&by_number(text), None, false)?;
    Ok(Done::Clean)
}

/// Earlier rounds must be the same municipality's as both sides.
fn check_earlier(
    left: &OpenedSide,
    right: &OpenedSide,
    earlier: &[OpenedSide],
) -> anyhow::Result<()> {
    let expected = &left.assessment;
    let mut findings = Findings::new();
    let all = earlier.iter().chain((!earlier.is_empty()).then_some(right));
    for side in all.filter(|side| side.assessment.municipality != expected.municipality) {
        let found = side.assessment.municipality_name.clone();
        let fact = Fact::EarlierOfOther { found, expected: expected.municipality_name.clone() };
        findings.push(Location::File(side.file.clone()), fact);
    }
    if findings.has_errors() { Err(Refused(findings).into()) } else { Ok(()) }
}

/// The method that both are read through: the one named, else the first side's own.
fn common_method(
    console: Console<'_>,
    args: &DiffArgs,
    left: &OpenedSide,
) -> anyhow::Result<Method> {
    let local = local_folder(console, PathBuf::from(&left.file).parent());
    let named = args.method.as_deref().map(|name| find_method(name, &local, "--method"));
    Ok(named.transpose()?.unwrap_or_else(|| left.method.clone()))
}

/// Declared correspondences between methods of different size; the methods that they name may lie
/// beside them.
pub(super) fn level_maps(console: Console<'_>, paths: &[PathBuf]) -> anyhow::Result<Vec<LevelMap>> {
    let mut maps = Vec::new();
    let mut findings = Findings::new();
    for path in paths {
        let (file, text) = (path.display().to_string(), store::read_text(path)?);
        let local = local_folder(console, path.parent());
        match store::parse_level_map(&file, &text, |id| method_for_file(id, &local)) {
            Ok(map) => maps.push(map),
            Err(errors) => findings.extend(errors),
        }
    }
    if findings.has_errors() { Err(Refused(findings).into()) } else { Ok(maps) }
}

/// What is compared, and which differences are shown.
struct Chosen<'a> {
    only: &'a [OnlyArg],
    /// Missing: every activity.
    activities: Option<BTreeSet<ActivityId>>,
    min_steps: u8,
    /// All are explained where they are named.
    explained: Option<usize>,
}

impl<'a> Chosen<'a> {
    fn new(args: &'a DiffArgs, left: &OpenedSide, right: &OpenedSide) -> anyhow::Result<Self> {
        let mut findings = Findings::new();
        let mut activities = BTreeSet::new();
        for area in &args.area {
            activities.extend(activities_of_area(&left.catalogue, area, &mut findings));
        }
        for word in args.activity.iter().flat_map(|words| words.split(',')) {
            activities.extend(named(word, left, right, &mut findings));
        }
        if findings.has_errors() {
            return Err(Refused(findings).into());
        }
        let is_limited = !args.area.is_empty() || !args.activity.is_empty();
        let named = (!args.activity.is_empty()).then_some(usize::MAX);
        Ok(Self {
            only: &args.only,
            activities: is_limited.then_some(activities),
            min_steps: steps(args.min_steps.as_deref())?,
            explained: named,
        })
    }

    fn has(&self, difference: &Difference<'_>) -> bool {
        let is_kind = |only: &OnlyArg| match only {
            OnlyArg::Raised => difference.movement == Some(Movement::Raised),
            OnlyArg::Lowered => difference.movement == Some(Movement::Lowered),
            OnlyArg::Judgement => difference.class == Class::Judgement,
            OnlyArg::ScaleOnly => matches!(difference.class, Class::ScaleOnly(_)),
            OnlyArg::Coverage => matches!(difference.class, Class::Coverage(_)),
            OnlyArg::Catalogue => difference.class == Class::Catalogue,
            OnlyArg::NotComparable => matches!(difference.class, Class::NotComparable(_)),
        };
        (self.only.is_empty() || self.only.iter().any(is_kind))
            && (self.min_steps == 0
                || difference.steps.is_some_and(|steps| steps >= self.min_steps))
    }
}

/// An activity that the catalogue of either side has.
fn named(
    word: &str,
    left: &OpenedSide,
    right: &OpenedSide,
    findings: &mut Findings,
) -> Option<ActivityId> {
    let place = || Location::Argument("--activity".to_owned());
    let scope = |side: &'_ OpenedSide, findings: &mut Findings| {
        let scope = BatchScope { catalogue: &side.catalogue, method: &side.method };
        scope.activity(word.trim(), place(), findings)
    };
    let mut of_right = Findings::new();
    scope(right, &mut of_right).or_else(|| scope(left, findings))
}

/// `all`, or a number.
pub(super) fn count(word: Option<&str>, argument: &str) -> anyhow::Result<Option<usize>> {
    match word {
        None => Ok(None),
        Some("all") => Ok(Some(usize::MAX)),
        Some(word) => word.parse().map(Some).map_err(|_| {
            let allowed = ["0", "20", "all"].map(str::to_owned).into();
            let fact = Fact::ValueArgument { found: word.to_owned(), allowed, nearest: None };
            refuse_argument(argument, fact)
        }),
    }
}

/// Bands between two answers: a small number.
fn steps(word: Option<&str>) -> anyhow::Result<u8> {
    word.unwrap_or("0").parse().map_err(|_| {
        let allowed = ["1", "2", "3"].map(str::to_owned).into();
        let found = word.unwrap_or_default().to_owned();
        refuse_argument("--min-steps", Fact::ValueArgument { found, allowed, nearest: None })
    })
}
