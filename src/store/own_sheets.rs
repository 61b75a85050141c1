//! The sheets that people added to a workbook, as an assessment keeps them: reading and writing.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_saphyr::FlowMap;

use super::reader::Reader;
use super::yaml::Node;
use crate::domain::{Address, OwnCell, OwnSheet};

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
        let cells = map.list("cells");
        map.finish();
        if cells.len() > left {
            let most = format!("≤ {}", OwnSheet::MOST_CELLS);
            reader.invalid(node, &cells.len().to_string(), &[&most]);
        }
        left = left.saturating_sub(cells.len());
        Some(OwnSheet { name: name?, cells: read_cells(reader, cells) })
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
        let text = map.optional("text").and_then(|node| reader.text(node)).map(str::to_owned);
        let number = map.optional("number").and_then(|node| reader.parse::<f64>(node, "number"));
        let date = map.optional_date("date");
        map.finish();
        let values = [
            text.map(OwnCell::Text),
            number.filter(|number| number.is_finite()).map(|n| OwnCell::Number(n.to_string())),
            date.map(OwnCell::Date),
        ];
        let mut values = values.into_iter().flatten();
        match (at, values.next(), values.next()) {
            (Some(at), Some(value), None) => {
                cells.insert(at, value);
            }
            (Some(_), ..) => reader.invalid(node, "", &["text", "number", "date"]),
            _ => {}
        }
    }
    cells
}

#[derive(Serialize)]
pub(super) struct OwnSheetOut<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cells: Vec<FlowMap<CellOut<'a>>>,
}

#[derive(Serialize)]
struct CellOut<'a> {
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

impl<'a> From<&'a OwnSheet> for OwnSheetOut<'a> {
    fn from(sheet: &'a OwnSheet) -> Self {
        let cell = |(at, cell): (&Address, &'a OwnCell)| {
            let at = at.to_string();
            let none = CellOut { at, text: None, number: None, date: None };
            FlowMap(match cell {
                OwnCell::Text(text) => CellOut { text: Some(text), ..none },
                OwnCell::Number(number) => CellOut { number: number.parse().ok(), ..none },
                OwnCell::Date(date) => CellOut { date: Some(date.to_string()), ..none },
            })
        };
        Self { name: &sheet.name, cells: sheet.cells.iter().map(cell).collect() }
    }
}
