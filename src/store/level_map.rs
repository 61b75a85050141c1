//! Which level of one method means the same as which of another, YAML to [`LevelMap`].

use std::collections::BTreeMap;

use super::method::level_of;
use super::reader::Reader;
use super::yaml::Node;
use crate::domain::{LevelMap, LevelNumber, Method, MethodId, Scale};
use crate::finding::{Axis, Fact, Findings};

/// Version of the format.
const FORMAT: u32 = 1;

/// Reads a declared correspondence. `method` finds a method by id; its error lists the ids that
/// there are.
///
/// # Errors
/// Every finding in the file, with its place: `YML…`, `ASM001`, `ASM008`, `ARG005`, and `CMP003`
/// where a higher level is said to mean less than a lower one.
pub fn parse_level_map(
    file: &str,
    text: &str,
    method: impl Fn(&MethodId) -> Result<Method, Vec<String>>,
) -> Result<LevelMap, Findings> {
    let read = |reader: &Reader<'_>, node: &Node| read_level_map(reader, node, &method);
    Reader::run(file, text, read).map(|(map, _, _)| map)
}

fn read_level_map(
    reader: &Reader<'_>,
    root: &Node,
    method: &impl Fn(&MethodId) -> Result<Method, Vec<String>>,
) -> Option<LevelMap> {
    let map = reader.map(root)?;
    if let Some(node) = map.required("risiko-levels")
        && let Some(format) = reader.parse::<u32>(node, "whole number")
        && format > FORMAT
    {
        reader.report(node, Fact::NewerSchema { found: format.to_string(), known: FORMAT });
    }
    let from = map.required("from").and_then(|node| named_method(reader, node, method));
    let to = map.required("to").and_then(|node| named_method(reader, node, method));
    let (likelihood, consequence) = (map.required("likelihood"), map.required("consequence"));
    let reason = map.optional_text("reason");
    map.finish();
    let (from, to) = (from?, to?);
    let scales = (&from.likelihood, &to.likelihood);
    let likelihood = likelihood.and_then(|node| levels(reader, node, scales, Axis::Likelihood));
    let scales = (&from.consequence, &to.consequence);
    let consequence = consequence.and_then(|node| levels(reader, node, scales, Axis::Consequence));
    let (likelihood, consequence) = (likelihood?, consequence?);
    Some(LevelMap { from: from.id, to: to.id, likelihood, consequence, reason })
}

fn named_method(
    reader: &Reader<'_>,
    node: &Node,
    method: &impl Fn(&MethodId) -> Result<Method, Vec<String>>,
) -> Option<Method> {
    let text = reader.text(node)?;
    let found = MethodId::parse(text).map_err(|_| Vec::new()).and_then(|id| method(&id));
    match found {
        Ok(method) => Some(method),
        Err(allowed) => {
            let nearest = crate::finding::nearest(text, allowed.iter().map(String::as_str));
            let nearest = nearest.map(str::to_owned);
            reader.report(node, Fact::UnknownMethod { found: text.to_owned(), allowed, nearest });
            None
        }
    }
}

/// Level of the one scale to level of the other.
fn levels<L: LevelNumber>(
    reader: &Reader<'_>,
    node: &Node,
    (from, to): (&Scale<L>, &Scale<L>),
    axis: Axis,
) -> Option<BTreeMap<u8, u8>> {
    let map = reader.map(node)?;
    let mut levels = BTreeMap::new();
    for (key, value) in map.entries() {
        let known = key.text.trim().parse().ok().and_then(|number| from.level(number));
        let Some(level) = known else {
            let allowed: Vec<String> = from.levels().map(|(level, _)| level.to_string()).collect();
            let allowed: Vec<&str> = allowed.iter().map(String::as_str).collect();
            reader.invalid_key(key, &allowed);
            continue;
        };
        if let Some(meant) = level_of(reader, value, to, axis) {
            levels.insert(level.number(), meant.number());
        }
    }
    let steps = levels.iter().zip(levels.iter().skip(1));
    for ((lower, lower_to), (higher, higher_to)) in steps {
        if higher_to < lower_to {
            let (lower, higher) = ((*lower, *lower_to), (*higher, *higher_to));
            reader.report(node, Fact::LevelsFall { axis, lower, higher });
        }
    }
    Some(levels)
}
