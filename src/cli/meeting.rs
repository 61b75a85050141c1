//! `assess --meeting` and `minutes`: a meeting, and what is kept of it in a file beside the assessment.

use std::collections::BTreeSet;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use super::args::{AssessArgs, MinutesArgs};
use super::chosen::chosen_activities;
use super::failure::{Refused, refuse, refuse_argument};
use super::names::stem;
use super::output::Console;
use super::session::{Opened, assessment_path, day_given, open_path, split_targets};
use super::{Done, clock};
use crate::domain::{ActivityId, Assessment, Date, Meeting, MeetingItem, names_in};
use crate::engine::{Scope, figures_of, in_order_for_review, left_over, untouched_answer};
use crate::finding::{Fact, Findings, Location};
use crate::guide::unfinished;
use crate::report::{MinutesReport, Publication as _};
use crate::store::{self, FileError, LoadedMeeting};
use crate::text::meeting as words;

/// What stands between the name of the assessment and the day.
const MARK: &str = ".moede-";
const ENDING: &str = ".yml";

/// The minutes of a meeting, and the file that they are kept in.
#[derive(Debug)]
pub(super) struct Minutes {
    pub(super) path: PathBuf,
    pub(super) meeting: Meeting,
    /// What stands in the file; missing where it is not there yet.
    text: Option<String>,
    /// Held while the meeting lasts: one person types.
    _lock: store::Lock,
}

/// The minutes of an assessment: `skovby-2026.risiko.yml` gives `skovby-2026.moede-2026-11-26.yml`.
fn path_of(assessment: &Path, held: Date, number: u32) -> PathBuf {
    let further = if number > 1 { format!("-{number}") } else { String::new() };
    let name = file_name(assessment);
    assessment.with_file_name(format!("{}{MARK}{held}{further}{ENDING}", stem(&name)))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Every file of minutes of an assessment, by day; the latest comes last.
fn all_of(assessment: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let start = format!("{}{MARK}", stem(&file_name(assessment)));
    let folder = assessment.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut files = store::files_in(folder.unwrap_or(Path::new(".")), &[ENDING])?;
    files.retain(|path| file_name(path).starts_with(&start));
    files.sort_by_key(|path| {
        let name = file_name(path);
        let rest = name.strip_prefix(&start).unwrap_or_default();
        rest.strip_suffix(ENDING).unwrap_or_default().to_owned()
    });
    let files = files.into_iter().map(|path| assessment.with_file_name(file_name(&path)));
    Ok(files.collect())
}

fn read(opened: &Opened, path: &Path) -> anyhow::Result<(LoadedMeeting, String)> {
    let text = store::read_text(path)?;
    let method = &opened.loaded.method;
    let loaded = store::parse_meeting(&shown(path), &text, &opened.catalogue, method);
    let loaded = loaded.map_err(Refused)?;
    let assessment = &opened.loaded.assessment;
    if !loaded.meeting.is_about(assessment) {
        let Meeting { municipality, round, method, .. } = &loaded.meeting;
        let found = format!("{municipality} {round} ({method})");
        let Assessment { municipality, round, method, .. } = assessment;
        let expected = format!("{municipality} {round} ({})", method.id);
        let fact = Fact::MinutesOfOther { found, expected };
        return Err(refuse(Location::File(shown(path)), fact));
    }
    Ok((loaded, text))
}

/// Refuses where there is nothing to look at.
pub(super) fn needs_a_screen() -> anyhow::Result<()> {
    let is_seen = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let refused = || refuse_argument("--meeting", Fact::NoScreen {});
    is_seen.then_some(()).ok_or_else(refused)
}

/// Begins a meeting, or goes on with today's. Missing: there is nothing to put on its agenda.
pub(super) fn begin(opened: &Opened, args: &AssessArgs) -> anyhow::Result<Option<Minutes>> {
    let (today, now) = (clock::today(), clock::now());
    let path = path_of(&opened.path, today, 1);
    let lock = store::lock(&path)?;
    let (mut meeting, text) = if store::exists(&path) {
        let (loaded, text) = read(opened, &path)?;
        if loaded.comments > 0 && !args.write.force {
            let fact = Fact::CommentsWouldBeLost { count: loaded.comments };
            return Err(refuse(Location::File(shown(&path)), fact));
        }
        (loaded.meeting, Some(text))
    } else {
        (Meeting::new(&opened.loaded.assessment, today, now), None)
    };
    let is_new = text.is_none();
    for (id, question) in agenda(opened, args, (today, is_new))? {
        put_on(opened, &mut meeting, id, question);
    }
    if meeting.items.is_empty() {
        return Ok(None);
    }
    for name in args.present.iter().flat_map(|names| names_in(names)) {
        if !meeting.present.contains(&name) {
            meeting.present.push(name);
        }
    }
    Ok(Some(Minutes { path, meeting, text, _lock: lock }))
}

/// What is to be gone through, in order, each with the question that an earlier meeting left.
fn agenda(
    opened: &Opened,
    args: &AssessArgs,
    (today, is_new): (Date, bool),
) -> anyhow::Result<Vec<(ActivityId, String)>> {
    if args.leftover {
        let earlier = all_of(&opened.path)?;
        let today = file_name(&path_of(&opened.path, today, 1));
        let today = today.strip_suffix(ENDING).unwrap_or_default();
        let is_of_today = |path: &PathBuf| file_name(path).starts_with(today);
        let before = earlier.iter().rev().find(|path| !is_of_today(path));
        let Some(path) = before else {
            let fact = Fact::NoMinutes { only_today: !earlier.is_empty() };
            return Err(refuse_argument("--continue", fact));
        };
        let mut left = left_over(&read(opened, path)?.0.meeting);
        // What is named beside comes behind.
        let named = chosen(opened, args)?.unwrap_or_default();
        left.extend(named.into_iter().map(|id| (id, String::new())));
        return Ok(left);
    }
    let chosen = chosen(opened, args)?;
    let assessment = &opened.loaded.assessment;
    let ids = match (chosen, args.red_first) {
        (Some(chosen), false) => chosen,
        (Some(chosen), true) => in_order_for_review(chosen, assessment, scope(opened), today),
        (None, true) => {
            let all = assessment.activities.keys().cloned();
            in_order_for_review(all, assessment, scope(opened), today)
        }
        (None, false) if is_new => unfinished(assessment, &opened.catalogue),
        (None, false) => Vec::new(),
    };
    Ok(ids.into_iter().map(|id| (id, String::new())).collect())
}

/// The activities that are named, in the order in which they are.
fn chosen(opened: &Opened, args: &AssessArgs) -> anyhow::Result<Option<Vec<ActivityId>>> {
    let (_, words) = split_targets(&args.targets);
    if words.is_empty() && args.area.is_empty() && args.kle.is_empty() {
        return Ok(None);
    }
    let mut findings = Findings::new();
    let mut ids: Vec<ActivityId> = Vec::new();
    let mut take = |more: BTreeSet<ActivityId>| {
        for id in more {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    };
    let none: &[String] = &[];
    for word in words.iter().flat_map(|word| word.split(',')) {
        take(chosen_activities(opened, &[word.to_owned()], (none, none), &mut findings));
    }
    for area in &args.area {
        take(chosen_activities(opened, none, (std::slice::from_ref(area), none), &mut findings));
    }
    for number in &args.kle {
        take(chosen_activities(opened, none, (none, std::slice::from_ref(number)), &mut findings));
    }
    if findings.has_errors() { Err(Refused(findings).into()) } else { Ok(Some(ids)) }
}

fn scope(opened: &Opened) -> Scope<'_> {
    Scope {
        catalogue: &opened.catalogue,
        method: &opened.loaded.method,
        perspectives: &opened.loaded.assessment.perspectives,
    }
}

/// Puts an activity behind the others on the agenda, unless it is on it.
fn put_on(opened: &Opened, meeting: &mut Meeting, id: ActivityId, question: String) {
    if let Some(item) = meeting.items.iter_mut().find(|item| item.id == id) {
        item.is_extra = false;
        if item.question.is_empty() {
            item.question = question;
        }
        return;
    }
    let answer = opened.loaded.assessment.activities.get(&id).cloned();
    let untouched = || untouched_answer(&id, &opened.catalogue, &opened.loaded.method);
    let figures = figures_of(&answer.unwrap_or_else(untouched), scope(opened));
    // Extra ones stand behind the agenda.
    let place = meeting.items.iter().position(|item| item.is_extra).unwrap_or(meeting.items.len());
    let item = MeetingItem { question, ..MeetingItem::new(id, figures, false) };
    meeting.items.insert(place, item);
}

impl Minutes {
    /// Keeps the minutes at once. Where somebody else changed the file meanwhile, theirs stay, and ours
    /// go on in a file of their own, which is told.
    pub(super) fn keep(&mut self, meeting: &Meeting) -> anyhow::Result<Option<PathBuf>> {
        let new = store::format_meeting(meeting)?;
        let known = self.text.as_deref().map(str::as_bytes);
        let mut moved = None;
        match store::replace(&self.path, known, new.as_bytes()) {
            Err(FileError::Changed { .. }) => moved = Some(self.keep_apart(meeting, &new)?),
            other => other?,
        }
        self.text = Some(new);
        self.meeting.clone_from(meeting);
        Ok(moved)
    }

    fn keep_apart(&mut self, meeting: &Meeting, new: &str) -> anyhow::Result<PathBuf> {
        let assessment = assessment_of(&self.path);
        let mut free = (2..).map(|number| path_of(&assessment, meeting.held, number));
        let Some(path) = free.find(|path| !store::exists(path)) else {
            return Ok(self.path.clone());
        };
        self._lock = store::lock(&path)?;
        store::replace(&path, None, new.as_bytes())?;
        self.path.clone_from(&path);
        Ok(path)
    }
}

/// Shows what the meeting came to, when it is left.
pub(super) fn end(console: Console<'_>, opened: &Opened, minutes: &Minutes) {
    let report = report(opened, &minutes.meeting);
    console.document(&report.document(console.lang, false));
    console.print_line("");
    console.print_line(&words::how_to_write(console.lang, &shown(&minutes.path)));
}

fn report<'a>(opened: &'a Opened, meeting: &'a Meeting) -> MinutesReport<'a> {
    MinutesReport {
        meeting,
        assessment: &opened.loaded.assessment,
        catalogue: &opened.catalogue,
        method: &opened.loaded.method,
        zone: clock::zone(),
    }
}

/// `minutes`: the minutes of a meeting, in every form.
pub(super) fn run(console: Console<'_>, args: &MinutesArgs) -> anyhow::Result<Done> {
    let named = args.file.as_deref().filter(|path| file_name(path).contains(MARK));
    let (assessment, path) = match named {
        Some(path) => (assessment_of(path), path.to_owned()),
        None => {
            let assessment = assessment_path(args.file.as_deref())?;
            let path = newest(&assessment, args.date.as_deref())?;
            (assessment, path)
        }
    };
    let quiet = Console { quiet: true, ..console };
    let opened = open_path(quiet, assessment)?;
    let (loaded, _) = read(&opened, &path)?;
    console.publish(&args.output, &report(&opened, &loaded.meeting))?;
    Ok(Done::Clean)
}

/// The assessment that lies beside minutes.
fn assessment_of(minutes: &Path) -> PathBuf {
    let name = file_name(minutes);
    let stem = name.split(MARK).next().unwrap_or_default();
    minutes.with_file_name(format!("{stem}.risiko.yml"))
}

/// The minutes of the latest meeting, or of the latest of a day.
fn newest(assessment: &Path, day: Option<&str>) -> anyhow::Result<PathBuf> {
    let day = day.map(|day| day_given("--date", day)).transpose()?;
    if !store::exists(assessment) {
        // Says what is wrong with it.
        store::read_bytes(assessment)?;
    }
    let mut files = all_of(assessment)?;
    let is_of = |path: &PathBuf, day| file_name(path).contains(&format!("{MARK}{day}"));
    files.retain(|path| day.is_none_or(|day| is_of(path, day)));
    let none = || refuse(Location::File(shown(assessment)), Fact::NoMinutes { only_today: false });
    files.pop().ok_or_else(none)
}
