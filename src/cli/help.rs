//! The command line with its help in the chosen language.
//!
//! clap speaks English only, so the help template, every heading and every text are set here from
//! `text::help`; a test fails where one is missing.

use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::args::Cli;
use crate::text::{self, Lang};

/// The whole command tree with its texts.
pub(super) fn command(lang: Lang) -> Command {
    // Windows would call it "risiko.exe" in one line and "risiko" in the next.
    localise(Cli::command(), lang, "").bin_name("risiko").arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .help(text::help_argument(lang, "", "version").unwrap_or_default())
            .help_heading(text::help_headings(lang)[3]),
    )
}

fn localise(command: Command, lang: Lang, path: &str) -> Command {
    let [usage, commands, arguments, options, _, placeholder] = text::help_headings(lang);
    let template = format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(990);
    let mut command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .about(text::help_about(lang, path).unwrap_or_default())
        .help_template(template)
        .subcommand_help_heading(commands)
        .subcommand_value_name(placeholder)
        .max_term_width(100)
        .arg(help)
        .mut_args(|arg| {
            let heading = if arg.is_positional() { arguments } else { options };
            let help = text::help_argument(lang, path, arg.get_id().as_str());
            let takes_value = arg.get_action().takes_values();
            let arg = arg.help(help.unwrap_or_default()).help_heading(heading);
            let name = arg.get_value_names().and_then(<[_]>::first);
            let english = name.and_then(|name| text::english_placeholder(name));
            let arg = match english {
                Some(english) if lang == Lang::En => arg.value_name(english),
                _ => arg,
            };
            // Defaults and allowed values stand in our own texts.
            match takes_value {
                true => arg.hide_default_value(true).hide_possible_values(true).hide_env(true),
                false => arg,
            }
        });
    for name in names {
        let path = format!("{path} {name}").trim().to_owned();
        command = command.mut_subcommand(name, |sub| localise(sub, lang, &path));
    }
    command
}

/// Replaces the one word of the usage line that clap does not let us choose.
pub(super) fn usage_in(lang: Lang, text: &str) -> String {
    let [.., options, _] = text::help_headings(lang);
    text.replace("[OPTIONS]", options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(command: &Command, lang: Lang, path: &str) -> Vec<String> {
        let mut gaps = Vec::new();
        if text::help_about(lang, path).is_none() {
            gaps.push(path.to_owned());
        }
        for arg in command.get_arguments() {
            if text::help_argument(lang, path, arg.get_id().as_str()).is_none() {
                gaps.push(format!("{path} {}", arg.get_id()));
            }
        }
        for sub in command.get_subcommands() {
            gaps.extend(missing(sub, lang, format!("{path} {}", sub.get_name()).trim()));
        }
        gaps
    }

    #[test]
    fn every_command_and_argument_has_help_in_both_languages() {
        for lang in [Lang::Da, Lang::En] {
            assert_eq!(missing(&command(lang), lang, ""), Vec::<String>::new());
        }
    }

    #[test]
    fn the_command_tree_is_consistent() {
        command(Lang::Da).debug_assert();
    }
}
