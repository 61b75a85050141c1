//! Lists of words, the criteria of an impact assessment, and the municipalities.

use super::{File, list};
use crate::domain::{Area, AreaId, DataKind, DpiaCriterion, Municipality, MunicipalityCode, Term};
use crate::finding::Findings;
use crate::store::reader::{MapReader, Reader};
use crate::store::yaml::Node;

pub(super) fn read_area(reader: &Reader<'_>, node: &Node) -> Option<Area> {
    let term = read_term(reader, node)?;
    let Ok(id) = AreaId::parse(&term.id) else {
        reader.invalid(node, &term.id, &["a-z, 0-9, -"]);
        return None;
    };
    Some(Area { id, label: term.label, label_en: term.label_en })
}

pub(super) fn read_term(reader: &Reader<'_>, node: &Node) -> Option<Term> {
    let map = reader.map(node)?;
    let term = term_of(&map);
    map.finish();
    term
}

fn term_of(map: &MapReader<'_>) -> Option<Term> {
    let (id, label, label_en) = (map.text("id"), map.text("label"), map.text("label-en"));
    Some(Term { id: id?, label: label?, label_en: label_en? })
}

/// A kind of personal data, and how closely the law guards it.
pub(super) fn read_data_kind(reader: &Reader<'_>, node: &Node) -> Option<(Term, DataKind)> {
    let map = reader.map(node)?;
    let term = term_of(&map);
    let kind = map.required("kind").and_then(|node| reader.choice(node, &DataKind::KEYS));
    map.finish();
    Some((term?, kind?))
}

pub(super) fn read_dpia_criteria(reader: &Reader<'_>, node: &Node) -> Option<Vec<DpiaCriterion>> {
    let map = reader.map(node)?;
    let items = map.required("dpia-criteria").and_then(|node| reader.list(node))?;
    let criteria = items.iter().filter_map(|item| read_criterion(reader, item)).collect();
    // When the law or Datatilsynet's list asks for one; read by people, used by no command yet.
    map.optional("dpia-triggers");
    map.finish();
    Some(criteria)
}

fn read_criterion(reader: &Reader<'_>, node: &Node) -> Option<DpiaCriterion> {
    let map = reader.map(node)?;
    let id = map.text("id");
    let number = map.required("number").and_then(|node| reader.parse(node, "whole number"));
    let (label, label_en) = (map.text("label"), map.text("label-en"));
    let (question, description) = (map.text("question"), map.text("description"));
    let example = map.text("example");
    map.text("source");
    map.finish();
    Some(DpiaCriterion {
        id: id?,
        number: number?,
        label: label?,
        label_en: label_en?,
        question: question?,
        description: description?,
        example: example?,
    })
}

/// Reads the list of municipalities.
///
/// # Errors
/// Every finding in the file.
pub fn parse_municipalities(file: File<'_>) -> Result<Vec<Municipality>, Findings> {
    Reader::run(file.0, file.1, |r, n| list(r, n, "municipalities", read_municipality))
        .map(|(result, _, _)| result)
}

fn read_municipality(reader: &Reader<'_>, node: &Node) -> Option<Municipality> {
    let map = reader.map(node)?;
    let code = map.required("code").and_then(|node| {
        let text = reader.text(node)?;
        let code = MunicipalityCode::parse(text).ok();
        if code.is_none() {
            reader.invalid(node, text, &["1–999"]);
        }
        code
    });
    let (name, region) = (map.text("name"), map.text("region"));
    let in_partnership = map.flag("partnership-2021");
    let invented = map.flag("invented");
    map.finish();
    Some(Municipality { code: code?, name: name?, region: region?, in_partnership, invented })
}
