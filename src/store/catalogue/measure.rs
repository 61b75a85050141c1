//! Measures.

use std::collections::BTreeMap;

use super::{known_threat, measure_id, named, source};
use crate::domain::{Dimension, Effect, Measure, MeasureKind, Source, Term, Threat, ThreatId};
use crate::store::reader::Reader;
use crate::store::yaml::Node;

pub(super) fn read_measure(
    reader: &Reader<'_>,
    node: &Node,
    sources: &[Source],
    threats: &BTreeMap<ThreatId, Threat>,
    nis2_areas: &[Term],
) -> Option<Measure> {
    let map = reader.map(node)?;
    let id = map.required("id").and_then(|node| measure_id(reader, node));
    let title = map.text("title");
    let kind = map.required("kind").and_then(|node| reader.choice(node, &MeasureKind::KEYS));
    let description = map.text("description");
    let effects = map.list("effect").iter().filter_map(|n| reader.choice(n, &Effect::KEYS));
    let effects = effects.collect();
    let dimensions =
        map.list("dimensions").iter().filter_map(|n| reader.choice(n, &Dimension::KEYS));
    let dimensions = dimensions.collect();
    let rights = map.flag("rights");
    let works_on = map.list("threats").iter();
    let works_on = works_on.filter_map(|node| known_threat(reader, node, threats)).collect();
    let iso_27002 = map.texts("iso-27002");
    let nis2 = named(reader, map.optional("nis2"), || nis2_areas.iter().map(|a| a.id.as_str()));
    let state_minimum = map.optional_text("state-minimum");
    let evidence = map.text("evidence");
    let source = map.required("source").and_then(|node| source(reader, node, sources));
    map.finish();
    Some(Measure {
        id: id?,
        title: title?,
        kind: kind?,
        description: description?,
        effects,
        dimensions,
        rights,
        threats: works_on,
        iso_27002,
        nis2_areas: nis2.iter().filter_map(|number| number.parse().ok()).collect(),
        state_minimum,
        evidence: evidence?,
        source: source?,
    })
}
