//! `assess` on a terminal: the workbench on the full screen, the keyboard, and the file behind it.

use std::io::IsTerminal as _;
use std::path::Path;
use std::time::Duration;

use ratatui::crossterm::event::{
    self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyEventKind,
    KeyModifiers,
};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{Clear, ClearType};

use super::args::AssessArgs;
use super::assess::has_figures;
use super::chosen::named_activities;
use super::ends::{Ends, stand_aside};
use super::failure::{Refused, error_lines};
use super::live::{Kept, Live, open_to_answer};
use super::meeting::{self, Minutes};
use super::output::Console;
use super::session::{Opened, open, split_targets};
use super::{Done, clock, surroundings, text_editor};
use crate::domain::{ActivityId, Occasion};
use crate::finding::Findings;
use crate::store;
use crate::text::workbench as screen_words;
use crate::text::{self, Lang, guide as words};
use crate::workbench::{Action, Effect, Key, Keymap, Opening, Workbench, draw};

/// How long the keyboard is waited for before it is looked whether the program is asked to end.
const WAIT: Duration = Duration::from_millis(250);

/// Whether somebody sits in front of a screen and has not said what to enter.
pub(super) fn is_asked_for(args: &AssessArgs) -> bool {
    let (_, ids) = split_targets(&args.targets);
    let is_plain = args.batch.is_none()
        && !has_figures(args)
        && args.area.is_empty()
        && args.kle.is_empty()
        && !args.write.dry_run
        && ids.len() < 2;
    is_plain && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

pub(super) fn run(console: Console<'_>, args: &AssessArgs) -> anyhow::Result<Done> {
    if args.meeting {
        meeting::needs_a_screen()?;
    }
    let (file, ids) = split_targets(&args.targets);
    let ids = if args.meeting { &[] } else { ids };
    let opened = open_to_answer(console, file.as_deref(), args)?;
    let mut findings = Findings::new();
    let at = named_activities(&opened, ids, "AKTIVITET", &mut findings).into_iter().next();
    if findings.has_errors() {
        return Err(Refused(findings).into());
    }
    let earlier = args.last.iter().map(|path| open(console, Some(path)));
    let earlier = earlier.collect::<anyhow::Result<Vec<_>>>()?;
    let others = args.others.as_deref().map(|path| {
        let text = store::read_text(path)?;
        let others = store::parse_others(&path.display().to_string(), &text);
        anyhow::Ok(others.map_err(Refused)?)
    });
    let mut minutes = args.meeting.then(|| meeting::begin(&opened, args)).transpose()?.flatten();
    if args.meeting && minutes.is_none() {
        console.print_line(text::meeting::nothing_on_it(console.lang));
        return Ok(Done::Clean);
    }
    let mut workbench = Workbench::new(Opening {
        assessment: opened.loaded.assessment.clone(),
        earlier: earlier.into_iter().map(|round| round.loaded.assessment).collect(),
        others: others.transpose()?,
        catalogue: (*opened.catalogue).clone(),
        method: opened.loaded.method.clone(),
        lang: console.lang,
        today: clock::today(),
        by: args.blind.clone().unwrap_or_else(clock::who),
        at,
        keys: keys(args.keys.as_deref())?,
        is_plain: args.plain || surroundings::is_plain_terminal(),
    });
    if let Some(id) = last_worked_on(&opened).filter(|_| ids.is_empty() && minutes.is_none()) {
        workbench.offer_to_continue(&id);
    }
    if let Some(minutes) = &mut minutes {
        workbench.hold(minutes.meeting.clone(), clock::now());
        // Before the screen is taken, so that what is wrong can be read.
        minutes.keep(&minutes.meeting.clone())?;
        workbench.minutes_kept(None);
    }
    let mut live = Live::new(console, opened);
    let ends = Ends::watched();
    paste_as_keys_after_a_panic();
    let mut terminal = taken()?;
    let driven = drive(&mut terminal, &mut workbench, (&mut live, minutes.as_mut()), &ends);
    paste_as_keys();
    ratatui::restore();
    driven?;
    if let Some(minutes) = minutes.filter(|_| !ends.asked()) {
        meeting::end(console, &live.opened, &minutes);
    }
    Ok(Done::Clean)
}

/// The activity that whoever sits at the keyboard answered last, as the journal says; where it cannot be read, none.
fn last_worked_on(opened: &Opened) -> Option<ActivityId> {
    let (who, journal) = (clock::who(), store::read_journal(&opened.path).ok()??);
    let own = journal.entries.iter().rev().map(|entry| &entry.note);
    let mut own = own.filter(|note| note.by == who && note.occasion == Occasion::Assess);
    let is_there = |id: &&ActivityId| opened.loaded.assessment.activities.contains_key(*id);
    let changes = own.next()?.changes.iter().rev();
    changes.filter_map(|change| change.path.activity.as_ref()).find(is_there).cloned()
}

/// The user's keys: from the file that is named, else from their settings, where there is one.
fn keys(named: Option<&Path>) -> anyhow::Result<Keymap> {
    let mut keys = Keymap::default();
    let own = surroundings::keys_file().filter(|path| store::exists(path));
    let Some(path) = named.map(Path::to_owned).or(own) else { return Ok(keys) };
    let actions = Action::KEYS.map(|(name, _)| name);
    let is_key = |text: &str| text.parse::<Key>().is_ok();
    let names: Vec<&str> =
        ["a", "ctrl-a", "f1-f12"].into_iter().chain(Key::NAMES.map(|(name, _)| name)).collect();
    let text = store::read_text(&path)?;
    let form = store::KeysForm { actions: &actions, names: &names, is_key: &is_key };
    let bound = store::parse_keys(&path.display().to_string(), &text, form).map_err(Refused)?;
    for (action, written) in bound {
        let known = Action::KEYS.iter().find(|(name, _)| *name == action);
        if let Some((_, action)) = known {
            keys.bind(*action, written.iter().filter_map(|text| text.parse().ok()).collect());
        }
    }
    Ok(keys)
}

fn drive(
    terminal: &mut ratatui::DefaultTerminal,
    workbench: &mut Workbench,
    (live, mut minutes): (&mut Live<'_>, Option<&mut Minutes>),
    ends: &Ends,
) -> anyhow::Result<()> {
    let mut is_stale = true;
    while !ends.asked() {
        if is_stale {
            terminal.draw(|frame| draw(workbench, frame))?;
        }
        is_stale = event::poll(WAIT)?;
        if !is_stale {
            // Nobody is in the middle of something that would change under their hands.
            if let Some(kept) =
                Some(&mut *live).filter(|_| workbench.is_at_rest()).and_then(Live::look)
            {
                told_of(workbench, live.console, Ok(kept));
                is_stale = true;
            }
            continue;
        }
        let key = match event::read()? {
            Event::Key(pressed) => key_of(pressed),
            Event::Paste(text) => {
                workbench.paste(&text);
                continue;
            }
            _ => None,
        };
        let Some(key) = key else { continue };
        workbench.tell_time(clock::now());
        match workbench.press(key) {
            Effect::None => {}
            Effect::Keep(assessment) => told_of(workbench, live.console, live.keep(&assessment)),
            Effect::TakeTheirs(fields) => {
                told_of(workbench, live.console, live.take_theirs(&fields));
            }
            Effect::Edit(text) => {
                let lang = live.console.lang;
                let edited = aside(terminal, || text_editor::edited(&text))?;
                match edited {
                    Ok(Some(text)) => workbench.edited(Some(text), None),
                    Ok(None) => {
                        workbench.edited(None, Some(screen_words::no_editor(lang).to_owned()))
                    }
                    Err(error) => {
                        let why = screen_words::editor_failed(lang, &error.to_string());
                        workbench.edited(None, Some(why));
                    }
                }
            }
            Effect::Suspend => aside(terminal, stand_aside)?,
            Effect::Leave => return Ok(()),
        }
        if let Some(minutes) = &mut minutes {
            keep_minutes(workbench, live.console.lang, minutes);
        }
    }
    Ok(())
}

/// Takes the screen, empty, and asks the terminal to hand pasted texts over as such, not as keys. Set back also where
/// the program fails.
fn taken() -> anyhow::Result<ratatui::DefaultTerminal> {
    let terminal = ratatui::try_init()?;
    // Not every terminal can, and there is no other way to ask.
    let _ = execute!(std::io::stdout(), EnableBracketedPaste);
    // What a program left that was killed there stays on the screen else. Not through `terminal`, which asks where the
    // cursor stands, and not every terminal answers.
    execute!(std::io::stdout(), Clear(ClearType::All))?;
    Ok(terminal)
}

fn paste_as_keys() {
    let _ = execute!(std::io::stdout(), DisableBracketedPaste);
}

fn paste_as_keys_after_a_panic() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        paste_as_keys();
        before(info);
    }));
}

/// Gives the terminal to something else, and takes it back.
fn aside<T>(
    terminal: &mut ratatui::DefaultTerminal,
    work: impl FnOnce() -> T,
) -> anyhow::Result<T> {
    paste_as_keys();
    ratatui::try_restore()?;
    let result = work();
    *terminal = taken()?;
    Ok(result)
}

/// What came of keeping a change; what cannot be kept stays on the screen and is said.
fn told_of(workbench: &mut Workbench, console: Console<'_>, kept: anyhow::Result<Kept>) {
    match kept {
        Ok(kept) => {
            let said = words::changed_meanwhile(console.lang).to_owned();
            workbench.kept(kept.assessment, kept.changed_by_others.then_some(said));
            workbench.clashed(kept.clashes);
        }
        Err(error) => {
            let lines = error_lines(console.lang, &error);
            workbench.not_kept(lines.into_iter().next().unwrap_or_default());
        }
    }
}

/// Keeps what was written in the minutes at once, as answers are.
fn keep_minutes(workbench: &mut Workbench, lang: Lang, minutes: &mut Minutes) {
    let Some(meeting) = workbench.unkept_minutes().cloned() else { return };
    match minutes.keep(&meeting) {
        Ok(moved) => {
            let said =
                moved.map(|path| text::meeting::kept_apart(lang, &path.display().to_string()));
            workbench.minutes_kept(said);
        }
        Err(error) => {
            let lines = error_lines(lang, &error);
            workbench.minutes_not_kept(lines.into_iter().next().unwrap_or_default());
        }
    }
}

/// A key as the workbench knows it; nothing for one that it does not, or that is let go.
fn key_of(pressed: KeyEvent) -> Option<Key> {
    if pressed.kind == KeyEventKind::Release {
        return None;
    }
    // AltGr comes as both on some keyboards, where it makes signs such as { and @.
    let is_ctrl = pressed.modifiers.contains(KeyModifiers::CONTROL)
        && !pressed.modifiers.contains(KeyModifiers::ALT);
    Some(match pressed.code {
        KeyCode::Char(c) if is_ctrl => Key::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    })
}
