//! Ids and names that must be known, with the nearest one where they are not.

use std::collections::BTreeMap;

use crate::domain::{
    Activity, ActivityId, Catalogue, MeasureId, Source, Term, Threat, ThreatId, is_own,
};
use crate::finding::{Fact, nearest};
use crate::store::reader::Reader;
use crate::store::yaml::Node;

pub(in crate::store) fn threat_id(reader: &Reader<'_>, node: &Node) -> Option<ThreatId> {
    let text = reader.text(node)?;
    let id = ThreatId::parse(text).ok();
    if id.is_none() {
        reader.invalid(node, text, &["T01–T99"]);
    }
    id
}

/// The id of a threat that the catalogue has.
pub(super) fn known_threat(
    reader: &Reader<'_>,
    node: &Node,
    threats: &BTreeMap<ThreatId, Threat>,
) -> Option<ThreatId> {
    let id = threat_id(reader, node)?;
    if !threats.contains_key(&id) {
        dangling(reader, node, id.as_str(), threats.keys().map(ThreatId::as_str));
    }
    Some(id)
}

pub(in crate::store) fn measure_id(reader: &Reader<'_>, node: &Node) -> Option<MeasureId> {
    let text = reader.text(node)?;
    let id = MeasureId::parse(text).ok();
    if id.is_none() {
        reader.invalid(node, text, &["M01–M99"]);
    }
    id
}

pub(in crate::store) fn activity_id(reader: &Reader<'_>, node: &Node) -> Option<ActivityId> {
    let text = reader.text(node)?;
    let id = ActivityId::parse(text).ok();
    if id.is_none() {
        reader.invalid(node, text, &["01–90", "A–F", "X01–X99"]);
    }
    id
}

/// The id of an activity that an assessment can answer: one of the catalogue, or of the municipality's
/// own.
pub(in crate::store) fn answerable_activity(
    reader: &Reader<'_>,
    node: &Node,
    catalogue: &Catalogue,
) -> Option<ActivityId> {
    let text = reader.text(node)?;
    let id = ActivityId::parse(text).ok().filter(|id| catalogue.activities.contains_key(id));
    if id.is_none() {
        let known = catalogue.activities.keys().map(ActivityId::as_str);
        let fact = Fact::UnknownActivity {
            found: text.to_owned(),
            nearest: nearest(text, known).map(str::to_owned),
            version: catalogue.version.clone(),
        };
        reader.report(node, fact);
    }
    id
}

/// The id of an activity that every municipality has.
pub(super) fn shared_activity(
    reader: &Reader<'_>,
    node: &Node,
    activities: &BTreeMap<ActivityId, Activity>,
) -> Option<ActivityId> {
    let id = activity_id(reader, node)?;
    let is_shared = |id: &&ActivityId| !is_own(id.as_str());
    if is_own(id.as_str()) || !activities.contains_key(&id) {
        let known = activities.keys().filter(is_shared).map(ActivityId::as_str);
        dangling(reader, node, id.as_str(), known);
        return None;
    }
    Some(id)
}

/// Ids out of a list of terms.
pub(super) fn references(reader: &Reader<'_>, node: Option<&Node>, terms: &[Term]) -> Vec<String> {
    named(reader, node, || terms.iter().map(|term| term.id.as_str()))
}

/// A list of names that must all be known.
pub(super) fn named<'k, I: Iterator<Item = &'k str>>(
    reader: &Reader<'_>,
    node: Option<&Node>,
    known: impl Fn() -> I,
) -> Vec<String> {
    let items = node.and_then(|node| reader.list(node)).unwrap_or_default();
    items.iter().filter_map(|item| one_of(reader, item, &known)).collect()
}

/// A name that must be known.
pub(super) fn one_of<'k, I: Iterator<Item = &'k str>>(
    reader: &Reader<'_>,
    node: &Node,
    known: impl Fn() -> I,
) -> Option<String> {
    let text = reader.text(node)?;
    if !known().any(|name| name == text) {
        dangling(reader, node, text, known());
    }
    Some(text.to_owned())
}

/// The id of a source that the header describes.
pub(super) fn source(reader: &Reader<'_>, node: &Node, sources: &[Source]) -> Option<String> {
    one_of(reader, node, || sources.iter().map(|source| source.id.as_str()))
}

pub(in crate::store) fn dangling<'a>(
    reader: &Reader<'_>,
    node: &Node,
    found: &str,
    known: impl Iterator<Item = &'a str>,
) {
    let nearest = nearest(found, known).map(str::to_owned);
    reader.report(node, Fact::DanglingReference { found: found.to_owned(), nearest });
}
