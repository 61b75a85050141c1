//! What clap says of a wrong command line, in the user's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::help::usage_in;
use crate::text::{self, Lang, UsageProblem};

/// Help or version was asked for: what to print on stdout. Otherwise the lines of the error.
pub(super) enum Usage {
    /// Print and end well.
    Answer(String),
    /// Say and end with 2.
    Wrong(Vec<String>),
}

/// Turns clap's error into our words.
pub(super) fn explain(lang: Lang, error: &clap::Error) -> Usage {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Usage::Answer(usage_in(lang, &error.render().to_string()));
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return Usage::Wrong(vec![usage_in(lang, &error.render().to_string())]);
        }
        _ => {}
    }
    let text = |kind| context(error, kind);
    let argument = text(ContextKind::InvalidArg);
    let problem = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            UsageProblem::UnknownArgument(argument)
        }
        ErrorKind::UnknownArgument => UsageProblem::SurplusWord(argument),
        ErrorKind::InvalidSubcommand => {
            UsageProblem::UnknownCommand(text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => UsageProblem::MissingCommand,
        ErrorKind::MissingRequiredArgument => UsageProblem::MissingArgument(argument),
        ErrorKind::ArgumentConflict => {
            UsageProblem::Conflict(argument, text(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            UsageProblem::MissingValue(argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => UsageProblem::InvalidValue {
            argument,
            value: text(ContextKind::InvalidValue),
            allowed: text(ContextKind::ValidValue),
        },
        _ => UsageProblem::TooManyValues(argument),
    };
    let mut lines =
        vec![format!("{}: {}", lang.pick("fejl", "error"), text::usage_problem(lang, &problem))];
    let suggestions =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    for suggestion in suggestions.into_iter().map(text).filter(|text| !text.is_empty()) {
        lines.push(format!("   = {}", text::did_you_mean(lang, &suggestion)));
    }
    lines.push(format!("   = {}", lang.pick("hjælp: risiko --help", "help: risiko --help")));
    Usage::Wrong(lines)
}

fn context(error: &clap::Error, wanted: ContextKind) -> String {
    let value = error.context().find(|(kind, _)| *kind == wanted).map(|(_, value)| value);
    match value {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStrs(texts)) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        Some(other) => other.to_string(),
        None => String::new(),
    }
}
