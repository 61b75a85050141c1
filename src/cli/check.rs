//! `check`: every finding of an assessment.

use super::args::{CheckArgs, FailOn};
use super::failure::refuse;
use super::output::Console;
use super::session::{Opened, day, open};
use super::{Done, clock};
use crate::engine;
use crate::finding::{Fact, Findings, Location, Severity};
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
    let (catalogue, method) = (&opened.catalogue, &loaded.method);
    let mut own = engine::check(&loaded.assessment, catalogue, method, as_of, &file);
    own.extend(engine::honesty(&loaded.assessment, catalogue, method, &file));
    findings.extend(with_lines(own.sorted(), &loaded.lines));
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
