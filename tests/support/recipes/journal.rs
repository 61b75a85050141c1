//! An assessment with a journal, and what has happened to it since: `input.journal`.
//!
//! Works on `input.risiko.yml` and `input.risiko.log`, which stand beside the recipe.

use std::fs;
use std::path::Path;

use crate::support::console::{replace, run, words};

/// Carries the steps of a recipe out.
pub(super) fn make(recipe: &Path) {
    let (yml, log) = (recipe.with_extension("risiko.yml"), recipe.with_extension("risiko.log"));
    let mut before = String::new();
    for step in super::lines(recipe) {
        let parts: Vec<&str> = step.split('|').map(str::trim).collect();
        match parts.as_slice() {
            ["run", command] => {
                before = fs::read_to_string(&yml).unwrap();
                let said = run(recipe.parent().unwrap(), &words(command), None);
                assert_eq!(said.code, 0, "{command}\n{}", said.stderr);
            }
            // As a crash leaves them: the journal written, the assessment not yet.
            ["forget"] => {
                fs::write(&yml, &before).unwrap();
                let name = yml.file_name().unwrap().to_string_lossy().into_owned();
                fs::write(yml.with_file_name(format!(".{name}.pending")), "").unwrap();
            }
            ["yml", from, to] => replace(&yml, from, to),
            ["log", from, to] => replace(&log, from, to),
            ["drop", number] => rewrite(&log, |lines| {
                lines.remove(number.parse::<usize>().unwrap() - 1);
            }),
            ["swap", number] => rewrite(&log, |lines| {
                let number: usize = number.parse().unwrap();
                lines.swap(number - 1, number);
            }),
            ["half"] => {
                let text = fs::read_to_string(&log).unwrap();
                let last = text.trim_end().rfind('\n').unwrap() + 1;
                fs::write(&log, &text[..last + (text.len() - last) / 2]).unwrap();
            }
            _ => panic!("{step}: no step of {}", recipe.display()),
        }
    }
}

fn rewrite(log: &Path, change: impl FnOnce(&mut Vec<String>)) {
    let text = fs::read_to_string(log).unwrap();
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    change(&mut lines);
    fs::write(log, lines.concat()).unwrap();
}
