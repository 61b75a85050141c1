//! What the user's own machine says: their editor, where their settings lie, what their terminal can
//! draw.

use std::path::PathBuf;

/// A variable that says something.
fn said(name: &str) -> Option<String> {
    std::env::var(name).ok().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The user's editor with its arguments, as `VISUAL` or `EDITOR` says; Windows has one of its own.
/// Missing: nobody said.
pub(super) fn editor() -> Option<Vec<String>> {
    let own = cfg!(windows).then(|| "notepad".to_owned());
    let command = said("VISUAL").or_else(|| said("EDITOR")).or(own)?;
    Some(command.split_whitespace().map(str::to_owned).collect())
}

/// The file with the user's own keys: `risiko/keys.yml` where programs keep settings. Missing: the
/// system names no such place.
pub(super) fn keys_file() -> Option<PathBuf> {
    let folder = match cfg!(windows) {
        true => said("APPDATA").map(PathBuf::from),
        false => said("XDG_CONFIG_HOME")
            .map(PathBuf::from)
            .or_else(|| said("HOME").map(|home| PathBuf::from(home).join(".config"))),
    };
    Some(folder?.join("risiko").join("keys.yml"))
}

/// Whether the terminal may have no signs but letters: it says so, or its letters are not UTF-8.
pub(super) fn is_plain_terminal() -> bool {
    if cfg!(windows) {
        return false;
    }
    let is_simple = said("TERM").is_some_and(|term| ["dumb", "vt100"].contains(&&*term));
    let letters = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(said);
    let is_utf8 = letters.is_some_and(|letters| {
        let letters = letters.to_lowercase();
        letters.contains("utf-8") || letters.contains("utf8")
    });
    is_simple || !is_utf8
}
