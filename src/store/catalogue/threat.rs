//! Threats.

use super::{source, threat_id};
use crate::domain::{Dimension, Source, Suggestion, Threat};
use crate::finding::Fact;
use crate::store::reader::Reader;
use crate::store::yaml::Node;

pub(super) fn read_threat(reader: &Reader<'_>, node: &Node, sources: &[Source]) -> Option<Threat> {
    let map = reader.map(node)?;
    let id = map.required("id").and_then(|node| threat_id(reader, node));
    let (title, kind) = (map.text("title"), map.text("type"));
    let dimensions: Vec<Dimension> = map
        .list("dimensions")
        .iter()
        .filter_map(|node| reader.choice(node, &Dimension::KEYS))
        .collect();
    let rights = map.flag("rights");
    let (description, example) = (map.text("description"), map.text("example"));
    let evidence = map.required("likelihood").and_then(|node| read_evidence(reader, node));
    let suggested = map.required("suggested").and_then(|node| {
        reader.choice(node, &[("all", Suggestion::All), ("some", Suggestion::Some)])
    });
    let source = map.required("source").and_then(|node| source(reader, node, sources));
    map.finish();
    if dimensions.is_empty() && !rights {
        reader.report(node, Fact::ThreatHitsNothing {});
    }
    Some(Threat {
        id: id?,
        title: title?,
        kind: kind?,
        dimensions,
        rights,
        description: description?,
        example: example?,
        evidence: evidence?,
        suggested: suggested?,
        source: source?,
    })
}

/// What points to each level of likelihood: `1`, `2`… in order.
fn read_evidence(reader: &Reader<'_>, node: &Node) -> Option<Vec<String>> {
    let map = reader.map(node)?;
    let mut evidence = Vec::new();
    for (number, (key, value)) in (1_u8..).zip(map.entries()) {
        let expected = number.to_string();
        if key.text != expected {
            reader.invalid_key(key, &[&expected]);
        }
        evidence.extend(reader.text(value).map(str::to_owned));
    }
    Some(evidence)
}
