//! The sheets that people added to a workbook, as an assessment keeps them: reading and writing.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_saphyr::FlowMap;

use super::reader::{MapReader, Reader};
use super::yaml::{Node, Value};
use crate::domain::{Address, Extra, OwnCell, OwnSheet};

/// Reads the list of sheets.
///
/// Findings: `YML005` and `YML006` for names, addresses and values, also for more cells than are
/// kept.
pub(super) fn read(reader: &Reader<'_>, items: &[Node]) -> Vec<OwnSheet> {
    let mut names = BTreeSet::new();
    let mut left = OwnSheet::MOST_CELLS;
    let sheets = items.iter().filter_map(|node| {
        let map = reader.map(node)?;
        let name = map.required("name").and_then(|node| {
            let name = reader.text(node)?;
            let is_new = names.insert(name.to_lowercase());
            if !is_new || !OwnSheet::may_be_named(name) {
                reader.invalid(node, name, &["1–31 tegn uden [ ] : * ? / \\, og kun én gang"]);
                return None;
            }
            Some(name.to_owned())
        });
        let hidden = map.flag("hidden");
        let cells = map.list("cells");
        map.finish();
        if cells.len() > left {
            let most = format!("≤ {}", OwnSheet::MOST_CELLS);
            reader.invalid(node, &cells.len().to_string(), &[&most]);
        }
        left = left.saturating_sub(cells.len());
        Some(OwnSheet { name: name?, hidden, cells: read_cells(reader, cells) })
    });
    sheets.collect()
}

fn read_cells(reader: &Reader<'_>, items: &[Node]) -> BTreeMap<Address, OwnCell> {
    let mut cells = BTreeMap::new();
    for node in items {
        let Some(map) = reader.map(node) else { continue };
        let at = map.required("at").and_then(|node| {
            let text = reader.text(node)?;
            let address = Address::parse(text).filter(|at| {
                at.row < OwnSheet::MOST_ROWS
                    && at.column < OwnSheet::MOST_COLUMNS
                    && !cells.contains_key(at)
            });
            if address.is_none() {
                reader.invalid(node, text, &["A1–SR20000"]);
            }
            address
        });
        let value = typed(reader, node, map);
        if let Some((at, value)) = at.zip(value) {
            cells.insert(at, value);
        }
    }
    cells
}

/// The one value of a map that says of what kind it is.
fn typed(reader: &Reader<'_>, node: &Node, map: MapReader<'_>) -> Option<OwnCell> {
    let text = map.optional("text").map(|node| reader.text(node).map(OwnCell::from));
    let number = map.optional("number").map(|node| {
        let number = reader.parse::<f64>(node, "number")?;
        if !number.is_finite() {
            reader.invalid(node, &number.to_string(), &["number"]);
            return None;
        }
        Some(OwnCell::Number((number + 0.0).to_string()))
    });
    let date = map.optional("date").map(|node| reader.date(node).map(OwnCell::Date));
    let boolean = map.optional("boolean").map(|node| reader.boolean(node).map(OwnCell::Boolean));
    map.finish();
    let mut values = [text, number, date, boolean].into_iter().flatten();
    match (values.next(), values.next()) {
        // A value that cannot be read has been reported.
        (Some(value), None) => value,
        _ => {
            reader.invalid(node, "", &["text", "number", "date", "boolean"]);
            None
        }
    }
}

/// Reads what stands in columns that people added: any key is welcome. A text stands for itself; what
/// is no text is a map with its kind, so that `42.5` as a text and as a number are two things.
pub(super) fn read_extra(reader: &Reader<'_>, node: &Node) -> Extra {
    let Some(map) = reader.map(node) else { return Extra::new() };
    let entries = map.entries().iter().filter_map(|(key, node)| {
        let cell = match &node.value {
            Value::Map(_) => typed(reader, node, reader.map(node)?),
            _ => reader.text(node).map(OwnCell::from),
        };
        Some((key.text.clone(), cell?))
    });
    entries.collect()
}

#[derive(Serialize)]
pub(super) struct OwnSheetOut<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hidden: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cells: Vec<FlowMap<CellOut<'a>>>,
}

#[derive(Serialize)]
struct CellOut<'a> {
    at: String,
    #[serde(flatten)]
    value: TypedOut<'a>,
}

/// A value by its kind.
#[derive(Serialize, Default)]
pub(super) struct TypedOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    boolean: Option<bool>,
}

impl<'a> From<&'a OwnCell> for TypedOut<'a> {
    fn from(cell: &'a OwnCell) -> Self {
        let none = Self::default();
        match cell {
            OwnCell::Text(text) => Self { text: Some(text), ..none },
            OwnCell::Number(number) => Self { number: number.parse().ok(), ..none },
            OwnCell::Date(date) => Self { date: Some(date.to_string()), ..none },
            OwnCell::Boolean(value) => Self { boolean: Some(*value), ..none },
        }
    }
}

impl<'a> From<&'a OwnSheet> for OwnSheetOut<'a> {
    fn from(sheet: &'a OwnSheet) -> Self {
        let cell = |(at, cell): (&Address, &'a OwnCell)| {
            FlowMap(CellOut { at: at.to_string(), value: TypedOut::from(cell) })
        };
        let cells = sheet.cells.iter().map(cell).collect();
        Self { name: &sheet.name, hidden: sheet.hidden, cells }
    }
}

/// What stands in columns that people added, as [`read_extra`] reads it.
pub(super) type ExtraOut<'a> = BTreeMap<&'a str, ExtraCellOut<'a>>;

/// A text as itself, anything else with its kind.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum ExtraCellOut<'a> {
    Text(&'a str),
    Typed(FlowMap<TypedOut<'a>>),
}

/// What [`read_extra`] is given.
pub(super) fn extra_out(extra: &Extra) -> ExtraOut<'_> {
    extra.iter().map(|(key, cell)| (key.as_str(), ExtraCellOut::from(cell))).collect()
}

impl<'a> From<&'a OwnCell> for ExtraCellOut<'a> {
    fn from(cell: &'a OwnCell) -> Self {
        match cell {
            OwnCell::Text(text) => Self::Text(text),
            other => Self::Typed(FlowMap(TypedOut::from(other))),
        }
    }
}
