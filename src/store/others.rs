//! A comparison of many municipalities, the JSON that `benchmark` writes, to [`Others`].

use std::collections::BTreeMap;

use super::catalogue::references::activity_id;
use super::method::method_id;
use super::reader::{MapReader, Reader};
use super::yaml::{Node, Value};
use crate::domain::{ActivityId, Others, Spread};
use crate::finding::{Fact, Findings};

/// Name and version of the form.
const SCHEMA: &str = "risiko.benchmark/1";

/// Whether a JSON text is such a comparison, by the name of its form.
#[must_use]
pub fn is_others(text: &str) -> bool {
    let named = serde_json::from_str::<Named>(text);
    named.is_ok_and(|named| named.schema == SCHEMA)
}

/// The name of a form, whatever else stands in the file.
#[derive(serde::Deserialize)]
struct Named {
    schema: String,
}

/// Reads what others chose. Of the form only what is needed is looked at: a newer program may write
/// more.
///
/// # Errors
/// Every finding in the file, with its place: `YML…`.
pub fn parse_others(file: &str, text: &str) -> Result<Others, Findings> {
    Reader::run(file, text, read_others).map(|(others, _, _)| others)
}

fn read_others(reader: &Reader<'_>, root: &Node) -> Option<Others> {
    let map = reader.map(root)?;
    let schema = map.required("schema")?;
    let found = reader.text(schema)?;
    if found != SCHEMA {
        reader.invalid(schema, found, &[SCHEMA]);
        return None;
    }
    let method = map.required("method").and_then(|node| method_id(reader, node));
    let method_version = number(reader, &map, "method-version");
    let municipalities = number(reader, &map, "municipalities");
    let mut activities = BTreeMap::new();
    for node in map.list("activities") {
        let Some((id, spread)) = read_spread(reader, node) else { continue };
        if activities.insert(id.clone(), spread).is_some() {
            reader.report(node, Fact::DuplicateId { id: id.to_string() });
        }
    }
    Some(Others {
        municipalities: municipalities?,
        method: method?,
        method_version: method_version?,
        activities,
    })
}

fn read_spread(reader: &Reader<'_>, node: &Node) -> Option<(ActivityId, Spread)> {
    let map = reader.map(node)?;
    let id = map.required("id").and_then(|node| activity_id(reader, node));
    let assessed = number(reader, &map, "assessed");
    // Null where all of it is withheld.
    let counts = |key| counts(reader, map.optional(key));
    let (bands, likelihoods) = (counts("bands"), counts("likelihoods"));
    let spread =
        Spread { assessed: assessed?, bands, likelihoods, consequences: counts("consequences") };
    Some((id?, spread))
}

fn number<T: std::str::FromStr>(
    reader: &Reader<'_>,
    map: &MapReader<'_>,
    key: &'static str,
) -> Option<T> {
    map.required(key).and_then(|node| reader.parse(node, "whole number"))
}

/// Counts, of which each and all may be withheld.
fn counts(reader: &Reader<'_>, node: Option<&Node>) -> Vec<Option<usize>> {
    let list = node.and_then(|node| reader.list(node));
    let counts = list.into_iter().flatten().map(|node| match is_withheld(node) {
        true => None,
        false => reader.parse(node, "whole number"),
    });
    counts.collect()
}

fn is_withheld(node: &Node) -> bool {
    node.value == Value::Nothing
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{"schema": "risiko.benchmark/1", "method": "kl-4x4", "method-version": 1,
        "municipalities": 12, "alpha": null, "activities": [{"id": "74", "title": "a", "assessed": 9,
        "bands": [3, null, 5, 0], "likelihoods": null, "consequences": [9, 0, 0, 0]}]}"#;

    #[test]
    fn reads_what_others_chose_and_what_is_withheld() {
        let others = parse_others("a.json", TEXT).unwrap();
        assert_eq!((others.municipalities, others.method.as_str()), (12, "kl-4x4"));
        let spread = &others.activities[&ActivityId::parse("74").unwrap()];
        assert_eq!((spread.assessed, &*spread.bands), (9, &[Some(3), None, Some(5), Some(0)][..]));
        assert_eq!(spread.likelihoods, []);
    }

    #[test]
    fn says_every_mistake_of_a_file_that_is_something_else() {
        let codes = |text: &str| {
            let findings = parse_others("a.json", text).unwrap_err();
            findings.iter().map(|finding| finding.code().id()).collect::<Vec<_>>()
        };
        assert_eq!(codes(&TEXT.replace("benchmark/1", "diff/1")), ["YML006"]);
        assert_eq!(codes("{}"), ["YML004"]);
        let wrong = TEXT.replace("\"municipalities\": 12", "\"municipalities\": \"x\"");
        assert_eq!(codes(&wrong.replace("\"assessed\": 9,", "")), ["YML005", "YML004"]);
    }
}
