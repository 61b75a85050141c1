//! What is said of a wrong command line, and of what commands did.

use super::{Lang, counted, dimension, perspective};
use crate::domain::Method;
use crate::engine::{FigureAt, ReasonForAnother};
use crate::finding::Severity;

/// How many files have been read, for somebody who waits.
#[must_use]
pub fn reading(lang: Lang, count: usize, of: usize) -> String {
    let (count, of) = (super::count(lang, count), super::count(lang, of));
    match lang {
        Lang::Da => format!("Læser fil {count} af {of} …"),
        Lang::En => format!("Reading file {count} of {of} …"),
    }
}

/// That `--prefer` decided where two branches changed the same field.
#[must_use]
pub fn conflicts_settled(lang: Lang, file: &str, conflicts: usize) -> String {
    let conflicts =
        counted(lang, conflicts, lang.pick(("konflikt", "konflikter"), ("conflict", "conflicts")));
    match lang {
        Lang::Da => format!("{file}: {conflicts} afgjort med --prefer"),
        Lang::En => format!("{file}: {conflicts} settled by --prefer"),
    }
}

/// What is wrong with a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageProblem {
    /// A flag that the command does not have.
    UnknownArgument(String),
    /// A command that there is not.
    UnknownCommand(String),
    /// No command at all.
    MissingCommand,
    /// Something that must be there.
    MissingArgument(String),
    /// A flag without its value.
    MissingValue(String),
    /// A value that is not allowed.
    InvalidValue {
        /// Flag.
        argument: String,
        /// What was written.
        value: String,
        /// What is allowed; empty where it is not a fixed set.
        allowed: String,
    },
    /// Two that exclude each other.
    Conflict(String, String),
    /// More values than the flag takes, or the flag more than once.
    TooManyValues(String),
    /// A word more than the command takes.
    SurplusWord(String),
}

/// What is wrong with a command line, in one line.
#[must_use]
pub fn usage_problem(lang: Lang, problem: &UsageProblem) -> String {
    match (lang, problem) {
        (Lang::Da, UsageProblem::UnknownArgument(name)) => format!("ukendt tilvalg \"{name}\""),
        (Lang::En, UsageProblem::UnknownArgument(name)) => format!("unknown option \"{name}\""),
        (Lang::Da, UsageProblem::UnknownCommand(name)) => format!("ukendt kommando \"{name}\""),
        (Lang::En, UsageProblem::UnknownCommand(name)) => format!("unknown command \"{name}\""),
        (Lang::Da, UsageProblem::MissingCommand) => "der mangler en kommando".to_owned(),
        (Lang::En, UsageProblem::MissingCommand) => "a command is missing".to_owned(),
        (Lang::Da, UsageProblem::MissingArgument(names)) => format!("der mangler: {names}"),
        (Lang::En, UsageProblem::MissingArgument(names)) => format!("missing: {names}"),
        (Lang::Da, UsageProblem::MissingValue(name)) => format!("{name} skal have en værdi"),
        (Lang::En, UsageProblem::MissingValue(name)) => format!("{name} needs a value"),
        (Lang::Da, UsageProblem::InvalidValue { argument, value, allowed }) => {
            let allowed =
                if allowed.is_empty() { String::new() } else { format!("; brug {allowed}") };
            format!("\"{value}\" kan ikke bruges til {argument}{allowed}")
        }
        (Lang::En, UsageProblem::InvalidValue { argument, value, allowed }) => {
            let allowed =
                if allowed.is_empty() { String::new() } else { format!("; use {allowed}") };
            format!("\"{value}\" cannot be used for {argument}{allowed}")
        }
        (Lang::Da, UsageProblem::Conflict(first, second)) => {
            format!("{first} kan ikke bruges sammen med {second}")
        }
        (Lang::En, UsageProblem::Conflict(first, second)) => {
            format!("{first} cannot be used together with {second}")
        }
        (Lang::Da, UsageProblem::SurplusWord(word)) => format!("ét ord for meget: \"{word}\""),
        (Lang::En, UsageProblem::SurplusWord(word)) => format!("one word too many: \"{word}\""),
        (Lang::Da, UsageProblem::TooManyValues(name)) => format!("for mange værdier til {name}"),
        (Lang::En, UsageProblem::TooManyValues(name)) => format!("too many values for {name}"),
    }
}

/// The nearest match, as a question.
#[must_use]
pub fn did_you_mean(lang: Lang, suggestion: &str) -> String {
    match lang {
        Lang::Da => format!("mente du \"{suggestion}\"?"),
        Lang::En => format!("did you mean \"{suggestion}\"?"),
    }
}

/// A file was written.
#[must_use]
pub fn written(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Da => format!("skrevet: {file}"),
        Lang::En => format!("written: {file}"),
    }
}

/// Said where a text is asked for as a table.
#[must_use]
pub fn no_table(lang: Lang) -> &'static str {
    lang.pick(
        "Det, der vises her, er en tekst og ingen tabel, så det kan ikke skrives som CSV.",
        "What is shown here is a text and no table, so it cannot be written as CSV.",
    )
}

/// Nothing was written because it was a dry run.
#[must_use]
pub fn dry_run(lang: Lang) -> &'static str {
    lang.pick("prøvekørsel: intet er skrevet", "dry run: nothing was written")
}

/// Nothing was written because nothing changed.
#[must_use]
pub fn nothing_changed(lang: Lang) -> &'static str {
    lang.pick("ingen ændringer: filen er som før", "no changes: the file is as before")
}

/// KL's workbook differs from what was read before, and nothing was written.
#[must_use]
pub fn kl_not_taken(lang: Lang) -> &'static str {
    lang.pick(
        "intet er skrevet: tag den nye udgave i brug med --force",
        "nothing is written: take the new edition with --force",
    )
}

/// A new assessment.
#[must_use]
pub fn created(
    lang: Lang,
    file: &str,
    count: usize,
    method: &Method,
    has_starting: bool,
) -> String {
    let (id, levels) = (&method.id, method.consequence.top_number());
    let starting = match (lang, has_starting) {
        (Lang::Da, true) => "udgangsværdier for konsekvens er sat ind".to_owned(),
        (Lang::En, true) => "starting values for consequence are filled in".to_owned(),
        (Lang::Da, false) => format!(
            "ingen udgangsværdier: katalogets skala har et andet antal niveauer end metodens {levels}"
        ),
        (Lang::En, false) => format!(
            "no starting values: the catalogue's scale does not have the method's {levels} levels"
        ),
    };
    match lang {
        Lang::Da => format!("{file}: {count} aktiviteter, metode {id}; {starting}"),
        Lang::En => format!("{file}: {count} activities, method {id}; {starting}"),
    }
}

/// More activities than are worth listing.
#[must_use]
pub fn many_assessed(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Da => {
            format!("{count} aktiviteter er berørt; se dem med risiko list og risiko matrix.")
        }
        Lang::En => {
            format!("{count} activities were touched; see them with risiko list and risiko matrix.")
        }
    }
}

/// A reason that stands at another level than it stood at.
#[must_use]
pub fn reason_for_another(lang: Lang, activity: &str, reason: &ReasonForAnother) -> String {
    let place = match &reason.at {
        FigureAt::Consequence(whose, kind) => {
            format!("{activity}, {}, {}", dimension(lang, *kind), perspective(lang, *whose))
        }
        FigureAt::Likelihood(Some(threat)) => format!("{activity}, {threat}"),
        _ => activity.to_owned(),
    };
    let (then, now) = (reason.then, reason.now);
    match lang {
        Lang::Da => format!(
            "{place}: begrundelsen stod ved {then} og er ikke ændret. Passer den også til {now}?"
        ),
        Lang::En => {
            format!(
                "{place}: the reason stood at {then} and is unchanged. Does it hold for {now}, too?"
            )
        }
    }
}

/// More such reasons than are worth listing.
#[must_use]
pub fn many_reasons_for_another(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Da => {
            format!("{count} begrundelser stod ved et andet niveau. Se, om de stadig passer.")
        }
        Lang::En => format!("{count} reasons stood at another level. See whether they still hold."),
    }
}

/// How many findings of a severity.
#[must_use]
pub fn count_of_severity(lang: Lang, severity: Severity, count: usize) -> String {
    let word = match (lang, severity, count) {
        (Lang::Da, Severity::Error, _) => "fejl",
        (Lang::Da, Severity::Warning, 1) => "advarsel",
        (Lang::Da, Severity::Warning, _) => "advarsler",
        (Lang::Da, Severity::Note, 1) => "note",
        (Lang::Da, Severity::Note, _) => "noter",
        (Lang::En, Severity::Error, 1) => "error",
        (Lang::En, Severity::Error, _) => "errors",
        (Lang::En, Severity::Warning, 1) => "warning",
        (Lang::En, Severity::Warning, _) => "warnings",
        (Lang::En, Severity::Note, 1) => "note",
        (Lang::En, Severity::Note, _) => "notes",
    };
    format!("{count} {word}")
}

/// How many values a workbook changed.
#[must_use]
pub fn imported(lang: Lang, changes: usize, cells: usize, rows: usize) -> String {
    let changes =
        counted(lang, changes, lang.pick(("ændring", "ændringer"), ("change", "changes")));
    let cells = counted(
        lang,
        cells,
        lang.pick(("udfyldt felt", "udfyldte felter"), ("filled-in cell", "filled-in cells")),
    );
    let rows = counted(lang, rows, lang.pick(("række", "rækker"), ("row", "rows")));
    match lang {
        Lang::Da => format!("{changes}; læst: {cells} på {rows}"),
        Lang::En => format!("{changes}; read: {cells} on {rows}"),
    }
}

/// How many rows of a foreign sheet are not taken; each is a finding with its reason.
#[must_use]
pub fn rows_not_taken(lang: Lang, all: usize, left: usize) -> String {
    let taken = all - left.min(all);
    let all = counted(lang, all, lang.pick(("række", "rækker"), ("row", "rows")));
    match lang {
        Lang::Da => format!("{all} i skemaet: {taken} taget med, {left} ikke"),
        Lang::En => format!("{all} in the form: {taken} taken, {left} not"),
    }
}

/// What an import or merge did with the list of decisions.
#[must_use]
pub fn decisions_written(lang: Lang, file: &str, is_of_people: bool) -> String {
    match lang {
        Lang::Da if is_of_people => format!(
            "det, I svarede forskelligt om, står i {file}: skriv i kolonnen \"afgørelse\" navnet på den, der \
             har ret, eller det, I blev enige om, og kør samme kommando igen"
        ),
        Lang::En if is_of_people => format!(
            "what you answered differently is listed in {file}: write in the column \"decision\" the name \
             of who is right, or what you agreed on, and run the same command again"
        ),
        Lang::Da => format!(
            "konflikterne står i {file}: skriv fil eller projektmappe i kolonnen \"afgørelse\", og kør \
             samme kommando igen"
        ),
        Lang::En => format!(
            "the conflicts are listed in {file}: write file or workbook in the column \"decision\" and \
             run the same command again"
        ),
    }
}

/// What one of several workbooks brought.
#[must_use]
pub fn merged(lang: Lang, workbook: &str, changes: usize) -> String {
    let nouns = lang.pick(("ændring", "ændringer"), ("change", "changes"));
    format!("{workbook}: {}", counted(lang, changes, nouns))
}

/// Activities that were added as rows of a workbook, and where they stand now.
#[must_use]
pub fn own_rows_added(lang: Lang, ids: &str, file: &str) -> String {
    match lang {
        Lang::Da => format!("ny i kommunens eget katalog: {ids} (skrevet i {file})"),
        Lang::En => format!("new in the municipality's own catalogue: {ids} (written to {file})"),
    }
}
