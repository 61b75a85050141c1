//! The command line: one file per command. Everything decided elsewhere is put together here.

mod approve;
mod args;
mod assess;
mod benchmark;
mod blind;
mod catalog;
mod catalog_import;
mod check;
mod chosen;
mod clock;
mod diff;
mod ends;
mod explain;
mod export;
mod failure;
mod guided;
mod help;
mod history;
mod import;
mod incoming;
mod init;
mod inspect;
mod key;
mod list;
mod live;
mod many;
mod matrix;
mod meeting;
mod merge_driver;
mod method;
mod names;
mod output;
mod own_rows;
mod publish;
mod report;
mod saving;
mod session;
mod share;
mod show;
mod sides;
mod signing;
mod surroundings;
mod text_editor;
mod upgrade;
mod usage;
mod verify;
mod watch;
mod workbench;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches as _;

use args::{Cli, Command, LangArg};
use failure::{Conflicts, Refused, error_lines};
use output::Console;
use session::SharedCatalogue;

use crate::store::FileError;
use crate::text::Lang;

/// How a command that was carried out ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    /// Nothing to report.
    Clean,
    /// There are findings at or above the asked severity, or differences.
    Findings,
    /// A person was asked and said no; nothing written.
    Declined,
}

/// Exit code: done, with findings or differences.
const FINDINGS: u8 = 1;
/// Exit code: could not; nothing written.
const REFUSED: u8 = 2;
/// Exit code: conflict; nothing written.
const CONFLICT: u8 = 3;

/// Runs the program with its arguments, the first being its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = language(&arguments);
    let parsed = help::command(lang)
        .try_get_matches_from(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return misused(lang, &error),
    };
    let shared = SharedCatalogue::default();
    let console = Console::new(lang, &cli.global, &shared);
    match dispatch(console, &cli.command) {
        Ok(Done::Clean) => ExitCode::SUCCESS,
        Ok(Done::Findings) => ExitCode::from(FINDINGS),
        Ok(Done::Declined) => ExitCode::from(REFUSED),
        Err(error) => failed(console, &error),
    }
}

fn dispatch(console: Console<'_>, command: &Command) -> anyhow::Result<Done> {
    match command {
        Command::Init(args) => init::run(console, args),
        Command::Assess(args) if args.guided => guided::run(console, args),
        Command::Assess(args) if args.meeting => workbench::run(console, args),
        Command::Assess(args) if workbench::is_asked_for(args) => workbench::run(console, args),
        Command::Assess(args) => assess::run(console, args),
        Command::List(args) => list::run(console, args),
        Command::Show(args) => show::run(console, args),
        Command::Matrix(args) => matrix::run(console, args),
        Command::Check(args) => check::run(console, args),
        Command::Explain(args) => explain::run(console, args),
        Command::Export(args) => export::run(console, args),
        Command::Import(args) => import::run(console, args),
        Command::Merge(args) => import::merge(console, args),
        Command::Diff(args) => diff::run(console, args),
        Command::MergeDriver(args) => merge_driver::run(console, args),
        Command::Benchmark(args) => benchmark::run(console, args),
        Command::Share(args) => share::run(console, args),
        Command::History(args) => history::run(console, args),
        Command::Undo(args) => history::undo(console, args),
        Command::Redo(args) => history::redo(console, args),
        Command::Minutes(args) => meeting::run(console, args),
        Command::Report(args) => report::run(console, args),
        Command::Upgrade(args) => upgrade::run(console, args),
        Command::Approve(args) => approve::run(console, args),
        Command::Verify(args) => verify::run(console, args),
        Command::Key(command) => key::run(console, command),
        Command::Method(command) => method::run(console, command),
        Command::Catalog(command) => catalog::run(console, command),
    }
}

/// The language is needed before the arguments are read, since their errors are said in it.
fn language(arguments: &[OsString]) -> Lang {
    let texts: Vec<String> =
        arguments.iter().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let flag = texts.iter().enumerate().find_map(|(position, text)| match text.as_str() {
        "--lang" => texts.get(position + 1).cloned(),
        other => other.strip_prefix("--lang=").map(str::to_owned),
    });
    let chosen = flag.or_else(|| std::env::var("RISIKO_LANG").ok());
    let is_english = chosen.is_some_and(|word| word.eq_ignore_ascii_case("en"));
    if is_english { Lang::En } else { Lang::Da }
}

fn misused(lang: Lang, error: &clap::Error) -> ExitCode {
    let global = args::Global {
        lang: if lang == Lang::En { LangArg::En } else { LangArg::Da },
        color: args::ColorArg::Auto,
        quiet: false,
        catalog: None,
    };
    let shared = SharedCatalogue::default();
    let console = Console::new(lang, &global, &shared);
    match usage::explain(lang, error) {
        usage::Usage::Answer(text) => {
            console.print(&text);
            ExitCode::SUCCESS
        }
        usage::Usage::Wrong(lines) => {
            console.complain(&lines);
            ExitCode::from(REFUSED)
        }
    }
}

fn failed(console: Console<'_>, error: &anyhow::Error) -> ExitCode {
    if let Some(Refused(findings)) = error.downcast_ref() {
        console.findings(&findings.clone().sorted());
        return ExitCode::from(REFUSED);
    }
    if let Some(Conflicts(findings)) = error.downcast_ref() {
        console.findings(&findings.clone().sorted());
        return ExitCode::from(CONFLICT);
    }
    console.complain(&error_lines(console.lang, error));
    match error.downcast_ref() {
        Some(FileError::Changed { .. }) => ExitCode::from(CONFLICT),
        _ => ExitCode::from(REFUSED),
    }
}
