//! Threats.

use super::Local;
use super::references::{source, threat_id};
use crate::domain::{Dimension, LocalCatalogue, Source, Suggestion, Threat};
use crate::finding::Fact;
use crate::store::reader::Reader;
use crate::store::yaml::Node;

pub(super) fn read_threat(
    reader: &Reader<'_>,
    node: &Node,
    sources: &[Source],
    local: Option<Local<'_>>,
) -> Option<Threat> {
    let map = reader.map(node)?;
    let id = map.required("id").and_then(|node| threat_id(reader, node));
    let (title, kind) = (map.text("title"), map.text("type"));
    let dimensions: Vec<Dimension> = map
        .list("dimensions")
        .iter()
        .filter_map(|node| reader.choice(node, &Dimension::KEYS))
        .collect();
    let rights = map.flag("rights");
    let description = map.text("description");
    let (example, evidence, from) = match local {
        None => (map.text("example"), map.required("likelihood"), map.required("source")),
        Some(_) => {
            let example = map.optional_text("example").unwrap_or_default();
            (Some(example), map.optional("likelihood"), map.optional("source"))
        }
    };
    let evidence = match evidence {
        Some(node) => read_evidence(reader, node),
        None => local.map(|_| Vec::new()),
    };
    let suggested =
        map.required("suggested").and_then(|node| reader.choice(node, &Suggestion::KEYS));
    let source = match from {
        Some(node) => source(reader, node, sources),
        None => local.map(|_| LocalCatalogue::SOURCE.to_owned()),
    };
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
    for (position, (key, value)) in map.entries().iter().enumerate() {
        let expected = (position + 1).to_string();
        if key.text != expected {
            reader.invalid_key(key, &[&expected]);
        }
        evidence.extend(reader.text(value).map(str::to_owned));
    }
    Some(evidence)
}
