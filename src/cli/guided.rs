//! `assess --guided`: one question at a time, as lines of text on the screen.

use std::io::{BufRead as _, IsTerminal as _};

use super::args::AssessArgs;
use super::chosen::chosen_activities;
use super::live::{Live, open_to_answer};
use super::output::Console;
use super::session::{Opened, split_targets};
use super::{Done, clock};
use crate::domain::{ActivityId, Assessment};
use crate::engine::Clash;
use crate::finding::{BranchValue, Findings};
use crate::guide::{Subject, Talk, guide, unfinished};
use crate::text::{self, guide as words};

pub(super) fn run(console: Console<'_>, args: &AssessArgs) -> anyhow::Result<Done> {
    let (file, ids) = split_targets(&args.targets);
    let opened = open_to_answer(console, file.as_deref(), args)?;
    let agenda = agenda(&opened, ids, args)?;
    if agenda.is_empty() {
        console.print_line(words::nothing_open(console.lang));
        return Ok(Done::Clean);
    }
    let by = args.blind.clone().unwrap_or_else(clock::who);
    let (catalogue, method) = (opened.catalogue.clone(), opened.loaded.method.clone());
    let subject = Subject {
        catalogue: &catalogue,
        method: &method,
        lang: console.lang,
        today: clock::today(),
        by: &by,
        is_kept: !args.write.dry_run,
    };
    let assessment = opened.loaded.assessment.clone();
    let is_dry = args.write.dry_run;
    let (live, assessor) = (Live::new(console, opened), args.blind.clone());
    let mut screen = Screen { console, live, assessor, is_dry };
    let ended = guide(&mut screen, &assessment, &agenda, subject)?;
    console.print_line("");
    console.print_line(&match is_dry {
        true => text::dry_run(console.lang).to_owned(),
        false => words::goodbye(console.lang, ended.finished, ended.stopped),
    });
    Ok(Done::Clean)
}

/// The activities that are asked for; without any, those that nobody has finished.
fn agenda(opened: &Opened, ids: &[String], args: &AssessArgs) -> anyhow::Result<Vec<ActivityId>> {
    let mut findings = Findings::new();
    let chosen = chosen_activities(opened, ids, (&args.area, &args.kle), &mut findings);
    if findings.has_errors() {
        return Err(super::failure::Refused(findings).into());
    }
    let is_asked = !ids.is_empty() || !args.area.is_empty() || !args.kle.is_empty();
    Ok(match is_asked {
        true => chosen.into_iter().collect(),
        false => unfinished(&opened.loaded.assessment, &opened.catalogue),
    })
}

/// The screen and the keyboard, and the file behind them.
struct Screen<'c> {
    console: Console<'c>,
    live: Live<'c>,
    /// Who answers by themselves, without seeing the others' answers.
    assessor: Option<String>,
    is_dry: bool,
}

impl Talk for Screen<'_> {
    type Error = anyhow::Error;

    fn say(&mut self, text: &str) {
        self.console.print_line(text);
    }

    fn ask(&mut self, prompt: &str) -> Option<String> {
        self.console.prompt(prompt);
        let mut line = Vec::new();
        let read = std::io::stdin().lock().read_until(b'\n', &mut line).ok()?;
        // A console with another code page must not end the conversation.
        let line = (read > 0).then(|| String::from_utf8_lossy(&line).into_owned());
        if !std::io::stdin().is_terminal() {
            // Nobody has seen it being typed.
            self.say(line.as_deref().unwrap_or_default().trim());
        }
        line
    }

    fn keep(&mut self, assessment: &Assessment) -> anyhow::Result<Assessment> {
        if self.is_dry {
            return Ok(assessment.clone());
        }
        let mut changed = assessment.clone();
        if let Some(assessor) = &self.assessor {
            let known = &self.live.opened.loaded.assessment.activities;
            let own = changed.activities.iter_mut().filter(|(id, of)| known.get(id) != Some(&**of));
            for (_, answer) in own {
                answer.assessed.by.get_or_insert_with(|| assessor.clone());
            }
        }
        let kept = self.live.keep(&changed)?;
        let lang = self.console.lang;
        if kept.changed_by_others {
            self.say(words::changed_meanwhile(lang));
        }
        for clash in &kept.clashes {
            let field = format!("{} {}", place(clash), text::history::field(lang, &clash.keys()));
            let method = &self.live.opened.loaded.method;
            let told = |value| {
                told(value, &|text| text::history::clashing(lang, method, &clash.keys(), text))
            };
            let said = words::both_changed(lang, &field, &told(&clash.ours), &told(&clash.theirs));
            self.say(&said);
        }
        Ok(kept.assessment)
    }
}

fn place(clash: &Clash) -> String {
    let activity = clash.activity.as_ref().map(ToString::to_string);
    let threat = clash.threat.as_ref().map(ToString::to_string);
    activity.into_iter().chain(threat).collect::<Vec<_>>().join(" ")
}

fn told(value: &BranchValue, in_words: &dyn Fn(&str) -> String) -> String {
    match value {
        BranchValue::Value(text) if text.is_empty() => "–".to_owned(),
        BranchValue::Value(text) => in_words(text),
        BranchValue::Answers => "…".to_owned(),
    }
}
