//! Mapping files: how a municipality's own sheet is to be read, YAML to [`Mapping`].

use std::collections::BTreeMap;
use std::slice;

use super::catalogue::references::answerable_activity;
use super::method::level_of;
use super::reader::Reader;
use super::yaml::{Node, Value};
use crate::domain::{Catalogue, LevelNumber, Mapped, Mapping, Method, Scale, ThreatId};
use crate::finding::{Axis, Fact, Findings, nearest};

/// Version of the format.
const FORMAT: u32 = 1;
/// Highest level that any method has.
const TOP: u8 = 10;

/// Reads a mapping against the catalogue whose ids it names, and the method whose levels it gives
/// words to. Without a method every level that a method can have is taken.
///
/// # Errors
/// Every finding in the file, with its place: `YML…`, `ARG019`, `ASM001`–`ASM003`, `ASM008`.
pub fn parse_mapping(
    file: &str,
    text: &str,
    catalogue: &Catalogue,
    method: Option<&Method>,
) -> Result<Mapping, Findings> {
    let read = |reader: &Reader<'_>, node: &Node| read_mapping(reader, node, catalogue, method);
    Reader::run(file, text, read).map(|(mapping, _, _)| mapping)
}

fn read_mapping(
    reader: &Reader<'_>,
    root: &Node,
    catalogue: &Catalogue,
    method: Option<&Method>,
) -> Option<Mapping> {
    let map = reader.map(root)?;
    if let Some(node) = map.required("risiko-map")
        && let Some(format) = reader.parse::<u32>(node, "whole number")
        && format > FORMAT
    {
        reader.report(node, Fact::NewerSchema { found: format.to_string(), known: FORMAT });
    }
    let sheet = map.optional_text("sheet");
    let header_row = map.optional("header-row").and_then(|node| row_number(reader, node));
    let columns = map.required("columns").and_then(|node| columns(reader, node));
    let levels = map.optional("levels");
    let activities = map.optional("activities");
    let threats = map.optional("threats");
    map.finish();
    let (likelihood, consequence) =
        levels.and_then(|node| levels_of(reader, node, method)).unwrap_or_default();
    let activities = named(reader, activities, |node| answerable_activity(reader, node, catalogue));
    let threats = named(reader, threats, |node| threat(reader, node, catalogue));
    let columns = columns?;
    Some(Mapping { sheet, header_row, columns, likelihood, consequence, activities, threats })
}

/// The number of a row as Excel counts.
fn row_number(reader: &Reader<'_>, node: &Node) -> Option<u32> {
    let number: u32 = reader.parse(node, "whole number")?;
    if number == 0 {
        reader.invalid(node, "0", &["1", "2", "3"]);
    }
    (number > 0).then_some(number)
}

/// The headers with what stands below them. Nothing may be meant by two.
fn columns(reader: &Reader<'_>, node: &Node) -> Option<Vec<(String, Vec<Mapped>)>> {
    let map = reader.map(node)?;
    let words = Mapped::words();
    let allowed: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut columns = Vec::new();
    let mut first: BTreeMap<Mapped, usize> = BTreeMap::new();
    for (header, value) in map.entries() {
        let items = match &value.value {
            Value::List(items) => items.as_slice(),
            _ => slice::from_ref(value),
        };
        let mut meant = Vec::new();
        for item in items {
            let Some(word) = reader.text(item) else { continue };
            let meanings = Mapped::parse(word);
            if meanings.is_empty() {
                reader.invalid(item, word, &allowed);
            }
            if let Some(first_line) = meanings.iter().find_map(|meaning| first.get(meaning)) {
                let fact = Fact::DuplicateKey { key: word.to_owned(), first_line: *first_line };
                reader.report(item, fact);
                continue;
            }
            first.extend(meanings.iter().map(|meaning| (meaning.clone(), item.line)));
            meant.extend(meanings);
        }
        columns.push((header.text.clone(), meant));
    }
    let has = |meaning: &Mapped| first.contains_key(meaning);
    let of_threat = Mapped::Field(Mapped::NOT_RELEVANT.to_owned());
    let needed = [
        ("columns", Mapped::Activity, true),
        (Mapped::NOT_RELEVANT, Mapped::Threat, has(&of_threat)),
    ];
    for (given, missing, _) in needed.iter().filter(|(_, other, needed)| *needed && !has(other)) {
        let (given, missing) = ((*given).to_owned(), missing.word().to_owned());
        reader.report(node, Fact::RequiresArgument { given, missing });
    }
    Some(columns)
}

/// Words for the levels of likelihood and of consequence.
type LevelWords = (BTreeMap<String, u8>, BTreeMap<String, u8>);

fn levels_of(reader: &Reader<'_>, node: &Node, method: Option<&Method>) -> Option<LevelWords> {
    let map = reader.map(node)?;
    let (likelihood, consequence) = (map.optional("likelihood"), map.optional("consequence"));
    map.finish();
    let likelihood = named(reader, likelihood, |node| {
        level(reader, node, Axis::Likelihood, method.map(|method| &method.likelihood))
    });
    let consequence = named(reader, consequence, |node| {
        level(reader, node, Axis::Consequence, method.map(|method| &method.consequence))
    });
    Some((likelihood, consequence))
}

fn level<L: LevelNumber>(
    reader: &Reader<'_>,
    node: &Node,
    axis: Axis,
    scale: Option<&Scale<L>>,
) -> Option<u8> {
    if let Some(scale) = scale {
        return level_of(reader, node, scale, axis).map(LevelNumber::number);
    }
    let number: u8 = reader.parse(node, "whole number")?;
    let is_level = (1..=TOP).contains(&number);
    if !is_level {
        reader.invalid(node, &number.to_string(), &["1", "2", "3", "4"]);
    }
    is_level.then_some(number)
}

/// What stands for each word of a map whose keys are data.
fn named<T>(
    reader: &Reader<'_>,
    node: Option<&Node>,
    read: impl Fn(&Node) -> Option<T>,
) -> BTreeMap<String, T> {
    let Some(map) = node.and_then(|node| reader.map(node)) else { return BTreeMap::new() };
    let entries = map.entries().iter();
    entries.filter_map(|(word, node)| Some((word.text.clone(), read(node)?))).collect()
}

fn threat(reader: &Reader<'_>, node: &Node, catalogue: &Catalogue) -> Option<ThreatId> {
    let text = reader.text(node)?;
    let id = ThreatId::parse(text).ok().filter(|id| catalogue.threats.contains_key(id));
    if id.is_none() {
        let known = catalogue.threats.keys().map(ThreatId::as_str);
        let fact = Fact::UnknownThreat {
            found: text.to_owned(),
            nearest: nearest(text, known).map(str::to_owned),
            version: catalogue.version.clone(),
        };
        reader.report(node, fact);
    }
    id
}
