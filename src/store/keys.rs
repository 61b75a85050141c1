//! Keys of the user's own, YAML to names of actions and keys.

use super::reader::Reader;
use super::yaml::Node;
use crate::finding::{Fact, Findings};

/// What a file of keys may say.
#[derive(Clone, Copy)]
pub struct KeysForm<'a> {
    /// Names of the actions.
    pub actions: &'a [&'a str],
    /// How keys are named, for messages.
    pub names: &'a [&'a str],
    /// Whether a text names a key.
    pub is_key: &'a dyn Fn(&str) -> bool,
}

/// An action, and the keys for it as they are written.
type Bound = (String, Vec<String>);

/// Reads a file of keys: under `keys`, a list of keys for each action that has others than usual.
///
/// # Errors
/// Every finding in the file, with its place: `YML…`; `YML003` names a key that two actions have.
pub fn parse_keys(
    file: &str,
    text: &str,
    form: KeysForm<'_>,
) -> Result<Vec<(String, Vec<String>)>, Findings> {
    let read = |reader: &Reader<'_>, root: &Node| read_keys(reader, root, &form);
    Reader::run(file, text, read).map(|(bound, _, _)| bound)
}

fn read_keys(reader: &Reader<'_>, root: &Node, form: &KeysForm<'_>) -> Option<Vec<Bound>> {
    let map = reader.map(root)?;
    let keys = map.required("keys");
    map.finish();
    let mut bound: Vec<Bound> = Vec::new();
    let mut seen: Vec<(String, usize)> = Vec::new();
    for (action, list) in reader.map(keys?)?.entries() {
        if !form.actions.contains(&action.text.as_str()) {
            reader.invalid_key(action, form.actions);
            continue;
        }
        let mut written = Vec::new();
        for node in reader.list(list).unwrap_or_default() {
            let Some(text) = reader.text(node) else { continue };
            if !(form.is_key)(text) {
                reader.invalid(node, text, form.names);
                continue;
            }
            let folded =
                if text.chars().count() == 1 { text.to_owned() } else { text.to_lowercase() };
            match seen.iter().find(|(known, _)| *known == folded) {
                Some((_, first_line)) => {
                    let (key, first_line) = (text.to_owned(), *first_line);
                    reader.report(node, Fact::DuplicateKey { key, first_line });
                }
                None => seen.push((folded, node.line)),
            }
            written.push(text.to_owned());
        }
        bound.push((action.text.clone(), written));
    }
    Some(bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Bound>, Vec<&'static str>> {
        let is_key = |text: &str| text.len() == 1 || text == "enter";
        let form = KeysForm { actions: &["undo", "next-open"], names: &["enter"], is_key: &is_key };
        parse_keys("keys.yml", text, form)
            .map_err(|findings| findings.iter().map(|finding| finding.code().id()).collect())
    }

    #[test]
    fn reads_the_keys_of_each_action() {
        let bound = read("keys:\n  undo: [z, enter]\n  next-open: [x]\n").unwrap();
        let undo = ("undo".to_owned(), vec!["z".to_owned(), "enter".to_owned()]);
        assert_eq!(bound, [undo, ("next-open".to_owned(), vec!["x".to_owned()])]);
    }

    #[test]
    fn says_every_mistake_in_one_run() {
        let wrong = "keys:\n  undoo: [z]\n  undo: [hest, x, x]\n  next-open: z\nmore: 1\n";
        assert_eq!(read(wrong), Err(vec!["YML002", "YML006", "YML006", "YML003", "YML005"]));
        assert_eq!(read("{}"), Err(vec!["YML004"]));
    }
}
