//! Several things in one cell, one per line: measures, actions, systems.
//!
//! A line that reads as it was written stands for what it was written from, so editing one line
//! never re-reads the others. A line break inside an item is written with two blanks after it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::entry::clean;
use crate::domain::{Action, System};
use crate::text::workbook::labels;
use crate::text::{Lang, read_day};

/// Stands for a part that is missing inside brackets.
const NOTHING: &str = "–";

/// Items as the text of one cell.
pub(super) fn join<T>(items: &[T], show: impl Fn(&T) -> String) -> String {
    let shown: Vec<String> = items.iter().map(|item| in_cell(&show(item))).collect();
    clean(&shown.join("\n")).into_owned()
}

/// The text of one cell as items; lines that were not touched keep their old item.
pub(super) fn split<T: Clone>(
    text: &str,
    old: &[T],
    show: impl Fn(&T) -> String,
    parse: impl Fn(&str) -> T,
) -> Vec<T> {
    let mut known: Vec<(String, &T)> =
        old.iter().map(|item| (in_cell(&show(item)), item)).collect();
    let items = items(text).into_iter().map(|item| {
        match known.iter().position(|(shown, _)| *shown == item) {
            Some(position) => known.remove(position).1.clone(),
            None => parse(&item.replace("\n  ", "\n")),
        }
    });
    items.collect()
}

/// Which of the old lines each new one was: the one that reads the same; else the only one about the
/// same thing; else, where there are as many as before, the one that stood in its place, or the only
/// one that is left.
pub(super) fn same_actions(new: &[String], old: &[String]) -> Vec<Option<usize>> {
    // By what is looked for: a sheet may have thousands of actions of one risk.
    let mut by_line: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
    for (at, line) in old.iter().enumerate() {
        by_line.entry(line).or_default().push_back(at);
    }
    let take = |line: &String| by_line.get_mut(line.as_str()).and_then(VecDeque::pop_front);
    let mut was: Vec<Option<usize>> = new.iter().map(take).collect();
    let mut free: BTreeSet<usize> = by_line.into_values().flatten().collect();
    let what = |line: &String| parse_action(&line.replace("\n  ", "\n")).what;
    let mut about: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, line) in new.iter().enumerate().filter(|(at, _)| was.get(*at) == Some(&None)) {
        about.entry(what(line)).or_default().0.push(at);
    }
    for (at, line) in free.iter().filter_map(|at| Some((*at, old.get(*at)?))) {
        about.entry(what(line)).or_default().1.push(at);
    }
    for (now, before) in about.values() {
        if let (&[now], &[before]) = (now.as_slice(), before.as_slice())
            && let Some(was) = was.get_mut(now)
        {
            *was = Some(before);
            free.remove(&before);
        }
    }
    if new.len() == old.len() {
        for (at, was) in was.iter_mut().enumerate() {
            if was.is_none() && free.remove(&at) {
                *was = Some(at);
            }
        }
        let mut open = was.iter_mut().filter(|was| was.is_none());
        if let (Some(only), None) = (open.next(), open.next()) {
            *only = free.pop_first();
        }
    }
    was
}

/// The text of one cell as actions. A line that was not touched keeps its action; one that was
/// edited keeps what people wrote in columns of their own, where [`same_actions`] knows it again.
pub(super) fn split_actions(text: &str, old: &[Action]) -> Vec<Action> {
    let new = items(text);
    let shown: Vec<(String, &Action)> = lines_of(old);
    let old: Vec<String> = shown.iter().map(|(line, _)| line.clone()).collect();
    let was = same_actions(&new, &old);
    let actions = new.iter().zip(was).map(|(line, was)| match was.and_then(|at| shown.get(at)) {
        Some((as_before, action)) if as_before == line => (*action).clone(),
        was => {
            let extra = was.map(|(_, action)| action.extra.clone()).unwrap_or_default();
            Action { extra, ..parse_action(&line.replace("\n  ", "\n")) }
        }
    });
    actions.collect()
}

/// Actions with the lines that they are in a cell; one that says nothing has none.
pub(super) fn lines_of(actions: &[Action]) -> Vec<(String, &Action)> {
    let lines = actions.iter().map(|action| (action_in_cell(action), action));
    lines.filter(|(line, _)| !line.is_empty()).collect()
}

/// The items of a cell, each as it stands there.
pub(super) fn items(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in text.lines() {
        match items.last_mut() {
            Some(last) if line.starts_with("  ") => {
                last.push('\n');
                last.push_str(line);
            }
            _ if line.trim().is_empty() => {}
            _ => items.push(line.trim_start().to_owned()),
        }
    }
    items.iter_mut().for_each(|item| item.truncate(item.trim_end().len()));
    items
}

/// An action as it stands in a cell among others.
pub(super) fn action_in_cell(action: &Action) -> String {
    in_cell(&show_action(action))
}

fn in_cell(item: &str) -> String {
    clean(item).replace('\n', "\n  ")
}

/// `Slå logning til (it-chefen; 2027-03-01)`; no brackets where neither is known.
#[must_use]
pub fn show_action(action: &Action) -> String {
    let deadline = action.deadline.map(|date| date.to_string());
    with_brackets(&action.what, action.owner.as_deref(), deadline.as_deref())
}

/// Reads an action; what does not have our form is all `what`.
pub(super) fn parse_action(text: &str) -> Action {
    let parsed = brackets(text).and_then(|(what, owner, deadline)| {
        let deadline = deadline.map(read_day);
        (deadline != Some(None)).then(|| Action {
            what: what.to_owned(),
            owner: owner.map(str::to_owned),
            deadline: deadline.flatten(),
            ..Action::default()
        })
    });
    parsed.unwrap_or_else(|| Action { what: text.to_owned(), ..Action::default() })
}

/// `Nexus (KMD; 24 timer)`; no brackets where neither is known.
pub(super) fn show_system(system: &System, lang: Lang) -> String {
    let hours =
        system.max_downtime_hours.map(|hours| format!("{hours} {}", labels::HOURS.pick(lang)));
    with_brackets(&system.name, system.processor.as_deref(), hours.as_deref())
}

/// Reads a system; what does not have our form is all name.
pub(super) fn parse_system(text: &str) -> System {
    let parsed = brackets(text).and_then(|(name, processor, hours)| {
        let hours = hours.map(parse_hours);
        (hours != Some(None)).then(|| System {
            name: name.to_owned(),
            processor: processor.map(str::to_owned),
            max_downtime_hours: hours.flatten(),
        })
    });
    parsed.unwrap_or_else(|| System {
        name: text.to_owned(),
        processor: None,
        max_downtime_hours: None,
    })
}

fn parse_hours(text: &str) -> Option<u32> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let known = ["", "t", "t.", "time", "timer", "h", "hour", "hours"];
    known.contains(&unit.trim().to_lowercase().as_str()).then(|| number.parse().ok()).flatten()
}

fn with_brackets(what: &str, first: Option<&str>, second: Option<&str>) -> String {
    let (what, first, second) = (clean(what), present(first), present(second));
    // What looks like brackets of ours gets empty ones behind it, so that it is not taken apart.
    if first.is_none() && second.is_none() && brackets(&what).is_none() {
        return what.into_owned();
    }
    let shown = |part: &Option<Cow<'_, str>>| part.as_deref().unwrap_or(NOTHING).to_owned();
    format!("{what} ({}; {})", shown(&first), shown(&second))
}

/// Splits at the bracket that the last one closes; a name such as "Ida (chef)" may have its own.
fn last_brackets(text: &str) -> Option<(&str, &str)> {
    let open = text.strip_suffix(')')?;
    let mut depth = 1_u32;
    for (at, c) in open.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((open.get(..at)?, open.get(at + 1..)?));
        }
    }
    None
}

/// A part that is there and not empty.
fn present(text: Option<&str>) -> Option<Cow<'_, str>> {
    text.map(clean).filter(|text| !text.is_empty())
}

/// Takes `what (first; second)` apart; a dash or a blank is a missing part.
fn brackets(text: &str) -> Option<(&str, Option<&str>, Option<&str>)> {
    let (what, inside) = last_brackets(text.trim_end())?;
    let (first, second) = inside.rsplit_once(';')?;
    let part = |text: &'_ str| {
        let missing = text.is_empty() || text == NOTHING || text == "-";
        !missing
    };
    let (what, first, second) = (what.trim(), first.trim(), second.trim());
    (!what.is_empty()).then_some((
        what,
        part(first).then_some(first),
        part(second).then_some(second),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::OwnCell;

    fn action(what: &str, owner: Option<&str>, deadline: Option<&str>) -> Action {
        Action {
            what: what.to_owned(),
            owner: owner.map(str::to_owned),
            deadline: deadline.and_then(read_day),
            ..Action::default()
        }
    }

    #[test]
    fn reads_back_what_it_wrote() {
        for item in [
            action("Slå logning til", Some("it-chefen"), Some("2027-03-01")),
            action("Slå logning til", None, Some("2027-03-01")),
            action("Slå logning til (fase 2)", Some("Mads; Ida"), None),
            action("Spørg leverandøren (KMD)", None, None),
            action("Skift lås (dør; 2027-01-01)", None, None),
            action("Skift lås", Some("Ida (chef)"), None),
        ] {
            assert_eq!(parse_action(&show_action(&item)), item);
        }
        for item in [
            System {
                name: "Nexus".into(),
                processor: Some("KMD".into()),
                max_downtime_hours: Some(24),
            },
            System { name: "SBSYS".into(), processor: None, max_downtime_hours: Some(4) },
            System { name: "Arkiv (gammelt)".into(), processor: None, max_downtime_hours: None },
        ] {
            assert_eq!(parse_system(&show_system(&item, Lang::Da)), item);
            assert_eq!(parse_system(&show_system(&item, Lang::En)), item);
        }
    }

    #[test]
    fn keeps_free_text_whole() {
        let odd = "Skift lås (dør; snart)";
        assert_eq!(parse_action(odd), action(odd, None, None));
    }

    #[test]
    fn editing_one_line_leaves_the_others_as_they_were() {
        // Reads like brackets of ours, but is all `what`; and an item of two lines.
        let old = [action("Skift lås (dør; 2027-01-01)", None, None), action("En\nto", None, None)];
        let text = join(&old, show_action);
        assert_eq!(split(&text, &old, show_action, parse_action), old);
        let edited = format!("{text}\nTredje (Ida; –)");
        let items = split(&edited, &old, show_action, parse_action);
        assert_eq!(items, [&old[..], &[action("Tredje", Some("Ida"), None)]].concat());
    }

    #[test]
    fn an_action_is_known_again_by_its_text_its_subject_or_its_place() {
        let lines =
            |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        type Case<'c> = (&'c [&'c str], &'c [&'c str], &'c [Option<usize>]);
        let cases: [Case<'_>; 8] = [
            (&["a", "b"], &["a", "b"], &[Some(0), Some(1)]),
            (&["b", "a"], &["a", "b"], &[Some(1), Some(0)]),
            (&["b"], &["a", "b"], &[Some(1)]),
            (&["b (Ida; –)"], &["a", "b"], &[Some(1)]),
            (&["c", "b"], &["a", "b"], &[Some(0), Some(1)]),
            (&["b", "c"], &["a", "b"], &[Some(1), Some(0)]),
            (&["c"], &["a", "b"], &[None]),
            (&["a", "a", "b"], &["a", "b"], &[Some(0), None, Some(1)]),
        ];
        for (new, old, expected) in cases {
            assert_eq!(same_actions(&lines(new), &lines(old)), expected, "{new:?} {old:?}");
        }
    }

    #[test]
    fn an_edited_line_keeps_what_stood_in_columns_of_peoples_own() {
        let with = |what: &str, budget: &str| Action {
            extra: [("Budget".to_owned(), OwnCell::from(budget))].into(),
            ..action(what, None, None)
        };
        let old = [with("Skift lås", "10"), with("Slå log til", "20")];
        let new = split_actions("Skift alle låse\nSlå log til (Ida; –)", &old);
        let owner = Some("Ida".to_owned());
        assert_eq!(
            new,
            [with("Skift alle låse", "10"), Action { owner, ..with("Slå log til", "20") }]
        );
        assert_eq!(split_actions("Slå log til", &old), old[1..]);
    }
}
