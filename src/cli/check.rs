//! `check`: every finding of an assessment.

use std::collections::BTreeMap;

use super::args::{CheckArgs, FailOn};
use super::failure::refuse;
use super::output::Console;
use super::session::{Opened, day, open};
use super::signing::findings_where_signed;
use super::{Done, clock};
use crate::domain::{
    Acceptance, ActivityAnswer, ActivityId, FieldPath, JournalEntry, Recorded, RecordedChange,
};
use crate::engine;
use crate::finding::{Fact, Finding, Findings, Location, Severity};
use crate::report::FindingsReport;
use crate::store::{self, AnswerLines, Journal, Standing};
use crate::text;

pub(super) fn run(console: Console<'_>, args: &CheckArgs) -> anyhow::Result<Done> {
    let quiet = Console { quiet: true, ..console };
    let opened = open(quiet, args.file.as_deref())?;
    let as_of = day(args.as_of.as_deref(), clock::today)?;
    let loaded = &opened.loaded;
    let file = opened.file();
    let mut findings = loaded.findings.clone();
    let journal = journal_findings(&opened)?;
    if args.journal {
        return only_journal(console, args, &file, journal);
    }
    findings.extend(journal.map(|(findings, _)| findings).unwrap_or_default());
    findings.extend(findings_where_signed(&opened.path)?.0);
    let (catalogue, method) = (&opened.catalogue, &loaded.method);
    let mut own = engine::check(&loaded.assessment, catalogue, method, as_of, &file);
    own.extend(engine::honesty(&loaded.assessment, catalogue, method, &file));
    let own = with_changes(own.sorted(), &opened)?;
    findings.extend(with_lines(own, &loaded.lines));
    let report = FindingsReport { subject: &file, findings: &findings };
    console.result(
        &args.output,
        || report.document(console.lang),
        || report.facts(console.lang),
        || Some(report.records(console.lang)),
    )?;
    Ok(outcome(&findings, args.fail_on))
}

/// What is wrong with the journal, how the assessment stands to it, and how many entries it has;
/// `None` where there is none.
fn journal_findings(opened: &Opened) -> anyhow::Result<Option<(Findings, usize)>> {
    let Some(journal) = store::read_journal(&opened.path)? else { return Ok(None) };
    let (mut findings, entries) = (journal.findings.clone(), journal.entries.len());
    let assessment = &opened.loaded.assessment;
    let place = Location::File(opened.file());
    let standing = Journal::open(&opened.path)?.standing(&store::assessment_digest(assessment)?);
    match standing {
        Standing::Same | Standing::NoJournal => {}
        Standing::Unfinished(entry) => {
            let changes = entry.note.changes.len();
            findings.push(place, Fact::EditUnfinished { number: entry.number, changes });
        }
        Standing::Changed => {
            match journal.changes_to(assessment).map(|changes| changes.len()) {
                Some(0) => {}
                // A journal that is not whole has said so already.
                None if !findings.is_empty() => {}
                changes => findings.push(place, Fact::ChangedOutside { changes }),
            }
        }
    }
    Ok(Some((findings, entries)))
}

/// `--journal`: nothing but the journal.
fn only_journal(
    console: Console<'_>,
    args: &CheckArgs,
    file: &str,
    journal: Option<(Findings, usize)>,
) -> anyhow::Result<Done> {
    let Some((findings, entries)) = journal else {
        return Err(refuse(Location::File(file.to_owned()), Fact::NoJournal {}));
    };
    let report = FindingsReport { subject: file, findings: &findings };
    console.result(
        &args.output,
        || {
            let mut document = report.document(console.lang);
            if findings.is_empty() {
                document.paragraph(text::history::is_whole(console.lang, entries));
            }
            document
        },
        || report.facts(console.lang),
        || Some(report.records(console.lang)),
    )?;
    Ok(outcome(&findings, args.fail_on))
}

/// Tells which fields are no more as they were accepted, where the journal knows the acceptance.
fn with_changes(findings: Findings, opened: &Opened) -> anyhow::Result<Findings> {
    let assessment = &opened.loaded.assessment;
    let is_open = |finding: &Finding| matches!(finding.fact, Fact::AcceptanceReopened { .. });
    if !findings.iter().any(is_open) {
        return Ok(findings);
    }
    let Some(journal) = store::read_journal(&opened.path)? else { return Ok(findings) };
    let outside = journal.changes_to(assessment).unwrap_or_default();
    let now = store::recorded_state(assessment);
    let mut told = Findings::new();
    for mut finding in findings {
        if let (Location::Answer { activity, .. }, Fact::AcceptanceReopened { changed, .. }) =
            (&finding.location, &mut finding.fact)
            && let Some(acceptance) = assessment.activities.get(activity).and_then(accepted)
        {
            let since = changes_since(&journal.entries, (activity, &acceptance.digest), &outside);
            *changed = since
                .into_iter()
                .filter(|(path, then)| now.get(path) != then.as_ref())
                .map(|(path, _)| path)
                .collect();
        }
        told.push(finding.location, finding.fact);
    }
    Ok(told)
}

fn accepted(answer: &ActivityAnswer) -> Option<&Acceptance> {
    answer.acceptance.as_ref()
}

/// What was changed since an activity was accepted and decides its risk, with what stood there then.
/// Empty where the journal does not know the acceptance.
fn changes_since(
    entries: &[JournalEntry],
    (activity, digest): (&ActivityId, &str),
    outside: &[RecordedChange],
) -> RecordedStateThen {
    let accepts = |change: &RecordedChange| {
        let path = &change.path;
        path.activity.as_ref() == Some(activity)
            && path.keys == ["acceptance", "digest"]
            && change.new == Some(Recorded::Text(digest.to_owned()))
    };
    let accepted = entries.iter().rposition(|entry| entry.note.changes.iter().any(accepts));
    let later = accepted.and_then(|at| entries.get(at + 1..));
    let Some(later) = later else { return RecordedStateThen::new() };
    let mut then = RecordedStateThen::new();
    for change in later.iter().flat_map(|entry| &entry.note.changes).chain(outside) {
        let path = &change.path;
        let is_here = path.activity.as_ref().is_none_or(|of| of == activity);
        if is_here && decides_risk(path) {
            then.entry(path.clone()).or_insert_with(|| change.old.clone());
        }
    }
    then
}

/// Values by their place as they were; missing is that nothing stood there.
type RecordedStateThen = BTreeMap<FieldPath, Option<Recorded>>;

/// Whether a place holds something that an acceptance is bound to.
fn decides_risk(path: &FieldPath) -> bool {
    let keys: Vec<&str> = path.keys.iter().map(String::as_str).collect();
    match keys.as_slice() {
        ["method" | "perspectives", ..] => path.activity.is_none(),
        ["consequence", _, _, "level"]
        | ["likelihood" | "measures" | "treatment" | "actions" | "not-relevant" | "status"]
        | ["residual", _] => path.activity.is_some(),
        _ => false,
    }
}

/// Tells where in the file each answer stands.
fn with_lines(findings: Findings, lines: &AnswerLines) -> Findings {
    let mut placed = Findings::new();
    for mut finding in findings {
        if let Location::Answer { activity, threat, line, .. } = &mut finding.location {
            *line = lines.get(&(activity.clone(), threat.clone())).copied();
        }
        placed.push(finding.location, finding.fact);
    }
    placed
}

/// Exit code 1 where a finding is at least as serious as asked for.
pub(super) fn outcome(findings: &Findings, fail_on: FailOn) -> Done {
    let least = match fail_on {
        FailOn::Never => return Done::Clean,
        FailOn::Note => Severity::Note,
        FailOn::Warning => Severity::Warning,
        FailOn::Error => Severity::Error,
    };
    if findings.any_at_least(least) { Done::Findings } else { Done::Clean }
}
