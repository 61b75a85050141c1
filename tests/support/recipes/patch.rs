//! A copy of the shipped catalogue with faults in it: `katalog.patch`.
//!
//! The lines behind `-` are looked for as one text, which may be part of a line, and the first place
//! gets the lines behind `+` instead.

use std::fs;
use std::path::Path;

use crate::support::console::{copy_catalogue, replace};

/// Copies the catalogue to the folder of the recipe's name and damages the copy.
pub(super) fn make(recipe: &Path) {
    let folder = recipe.with_extension("");
    copy_catalogue(&folder);
    let (mut file, mut gone, mut comes) = (String::new(), Vec::new(), Vec::new());
    for line in super::lines(recipe).iter().map(String::as_str).chain([""]) {
        if let Some(text) = line.strip_prefix('+') {
            comes.push(text);
            continue;
        }
        // What comes next is another change, so the one before is whole.
        let is_whole = !line.starts_with('-') || !comes.is_empty();
        if is_whole && !gone.is_empty() {
            replace(&folder.join(&file), &gone.join("\n"), &comes.join("\n"));
            (gone, comes) = (Vec::new(), Vec::new());
        }
        if let Some(text) = line.strip_prefix('-') {
            gone.push(text);
        } else if let Some(name) = line.strip_prefix("drop ") {
            fs::remove_file(folder.join(name)).unwrap();
        } else {
            line.clone_into(&mut file);
        }
    }
}
