//! Measures.

use super::Known;
use super::references::{known_threat, measure_id, named, source};
use crate::domain::{Dimension, Effect, LocalCatalogue, Measure, MeasureKind};
use crate::store::reader::Reader;
use crate::store::yaml::Node;

pub(super) fn read_measure(reader: &Reader<'_>, node: &Node, known: &Known<'_>) -> Option<Measure> {
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
    let works_on = works_on.filter_map(|node| known_threat(reader, node, known.threats)).collect();
    let iso_27002 = map.texts("iso-27002");
    let nis2 =
        named(reader, map.optional("nis2"), || known.nis2_areas.iter().map(|a| a.id.as_str()));
    let state_minimum = map.optional_text("state-minimum");
    let (evidence, from) = match known.local {
        None => (map.text("evidence"), map.required("source")),
        Some(_) => {
            (Some(map.optional_text("evidence").unwrap_or_default()), map.optional("source"))
        }
    };
    let source = match from {
        Some(node) => source(reader, node, known.sources),
        None => known.local.map(|_| LocalCatalogue::SOURCE.to_owned()),
    };
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
