//! Local catalogues: what a municipality adds and says otherwise, in a file beside its assessments.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::activity::{read_activity, read_starting};
use super::measure::read_measure;
use super::references::dangling;
use super::threat::read_threat;
use super::{Known, Local};
use crate::domain::{
    ActivityId, Catalogue, Dimension, LocalBasis, LocalCatalogue, LocalOrigin, MeasureId, Override,
    Source, ThreatId, is_own,
};
use crate::finding::{Fact, Findings};
use crate::store::reader::Reader;
use crate::store::yaml::Node;

/// Newest version of the format that this program knows.
const FORMAT: u32 = 1;
/// Letters of GDPR article 6(1).
pub(in crate::store) const ARTICLE_6: &[&str] = &["a", "b", "c", "d", "e", "f"];
/// Letters of GDPR article 9(2).
pub(in crate::store) const ARTICLE_9: &[&str] = &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
/// Sections of databeskyttelsesloven that give a basis.
pub(in crate::store) const SECTIONS: &[&str] = &["8", "9", "10", "11", "12", "13", "14"];

/// Reads a local catalogue against the catalogue that it adds to. Gives its warnings with it.
///
/// # Errors
/// Every finding in the file.
pub fn parse_local(
    file: &str,
    text: &str,
    catalogue: &Catalogue,
) -> Result<(LocalCatalogue, Findings), Findings> {
    let read = |reader: &Reader<'_>, node: &Node| read_local(reader, node, catalogue);
    Reader::run(file, text, read).map(|(local, findings, _)| (local, findings))
}

fn read_local(reader: &Reader<'_>, node: &Node, catalogue: &Catalogue) -> Option<LocalCatalogue> {
    let map = reader.map(node)?;
    if let Some(node) = map.required("local")
        && let Some(format) = reader.parse::<u32>(node, "whole number")
        && format > FORMAT
    {
        reader.report(node, Fact::NewerSchema { found: format.to_string(), known: FORMAT });
    }
    let origin = map.optional("origin").and_then(|node| reader.choice(node, &LocalOrigin::KEYS));
    let origin = origin.unwrap_or(LocalOrigin::Own);
    let overrides = map.list("overrides");
    let (own_threats, own_measures) = (map.list("threats"), map.list("measures"));
    let own_activities = map.list("activities");
    map.finish();

    let mut sources = catalogue.sources.clone();
    sources.push(Source { id: LocalCatalogue::SOURCE.to_owned(), text: String::new() });
    let local = Local { valid_from: catalogue.valid_from, shared: &catalogue.activities };
    let threats = own_entries(reader, own_threats, "TX01–TX99", &catalogue.threats, |node| {
        read_threat(reader, node, &sources, Some(local)).map(|threat| (threat.id.clone(), threat))
    });
    let mut known_threats = catalogue.threats.clone();
    known_threats.extend(threats.clone());
    let known = Known {
        areas: &catalogue.areas,
        data_subjects: &catalogue.data_subjects,
        personal_data: &catalogue.personal_data,
        recipients: &catalogue.recipients,
        nis2_areas: &catalogue.nis2_areas,
        dpia_criteria: &catalogue.dpia_criteria,
        retention: &catalogue.retention,
        laws: &catalogue.laws,
        sources: &sources,
        threats: &known_threats,
        consequence_levels: catalogue.consequence_levels,
        local: Some(local),
    };
    let measures = own_entries(reader, own_measures, "MX01–MX99", &catalogue.measures, |node| {
        read_measure(reader, node, &known).map(|measure| (measure.id.clone(), measure))
    });
    let successors = RefCell::new(Vec::new());
    let activities =
        own_entries(reader, own_activities, "X01–X99", &catalogue.activities, |node| {
            let activity = read_activity(reader, node, &known, None)?;
            let successor =
                activity.retired.as_ref().and_then(|retired| retired.replaced_by.clone());
            successors.borrow_mut().extend(successor.map(|id| (node, id)));
            Some((activity.id.clone(), activity))
        });
    for (node, id) in successors.into_inner() {
        let all = || catalogue.activities.keys().chain(activities.keys());
        if !all().any(|known| *known == id) {
            dangling(reader, node, id.as_str(), all().map(ActivityId::as_str));
        }
    }
    let overrides = read_overrides(reader, overrides, catalogue, origin);
    Some(LocalCatalogue { origin, overrides, activities, threats, measures })
}

/// Entries that the municipality adds: each with a number of its own, and each once.
fn own_entries<'n, K: Ord + ToString, T, U>(
    reader: &Reader<'_>,
    nodes: &'n [Node],
    form: &'static str,
    taken: &BTreeMap<K, U>,
    read: impl Fn(&'n Node) -> Option<(K, T)>,
) -> BTreeMap<K, T> {
    let mut list = BTreeMap::new();
    for node in nodes {
        let Some((id, entry)) = read(node) else { continue };
        let text = id.to_string();
        let is_taken = taken.contains_key(&id);
        if !is_own(&text) {
            reader.report(node, Fact::NotOwnId { found: text, form });
        } else if list.insert(id, entry).is_some() || is_taken {
            reader.report(node, Fact::DuplicateCatalogueId { id: text });
        }
    }
    list
}

fn read_overrides(
    reader: &Reader<'_>,
    nodes: &[Node],
    catalogue: &Catalogue,
    origin: LocalOrigin,
) -> Vec<Override> {
    let mut seen = BTreeSet::new();
    let mut overrides = Vec::new();
    for node in nodes {
        let Some(change) = read_override(reader, node, catalogue, origin) else { continue };
        if !seen.insert(change.id.clone()) {
            reader.report(node, Fact::DuplicateCatalogueId { id: change.id.clone() });
        }
        if change.is_empty() {
            reader.report(node, Fact::OverrideEmpty { id: change.id.clone() });
        }
        overrides.push(change);
    }
    overrides
}

fn read_override(
    reader: &Reader<'_>,
    node: &Node,
    catalogue: &Catalogue,
    origin: LocalOrigin,
) -> Option<Override> {
    let map = reader.map(node)?;
    let id = map.required("id").and_then(|node| known_id(reader, node, catalogue));
    let reason = map.text("reason");
    let (title, description) = (map.optional_text("title"), map.optional_text("description"));
    // Only an activity has the rest.
    let is_activity = id.as_deref().is_some_and(|id| ActivityId::parse(id).is_ok());
    let mut change = Override::new(id.clone().unwrap_or_default(), origin, String::new());
    if is_activity {
        change.category = map.optional_text("category");
        change.starting = map
            .optional("starting-consequence")
            .and_then(|node| read_starting(reader, node, catalogue.consequence_levels, false));
        change.kl_figure =
            map.optional("kl-consequence").and_then(|node| reader.parse(node, "whole number"));
        change.kle_groups = map.optional("kle-groups").and_then(|node| reader.texts(node));
        change.legal_basis = map.optional("legal-basis").and_then(|node| read_basis(reader, node));
    }
    map.finish();
    Some(Override { id: id?, reason: reason?, title, description, ..change })
}

/// The id of an entry of the catalogue, as the catalogue writes it.
fn known_id(reader: &Reader<'_>, node: &Node, catalogue: &Catalogue) -> Option<String> {
    let text = reader.text(node)?;
    let activity = ActivityId::parse(text).ok().filter(|id| catalogue.activities.contains_key(id));
    let threat = ThreatId::parse(text).ok().filter(|id| catalogue.threats.contains_key(id));
    let measure = MeasureId::parse(text).ok().filter(|id| catalogue.measures.contains_key(id));
    let id = activity
        .map(|id| id.to_string())
        .or(threat.map(|id| id.to_string()))
        .or(measure.map(|id| id.to_string()));
    if id.is_none() {
        let known = catalogue.activities.keys().map(ActivityId::as_str);
        let known = known.chain(catalogue.threats.keys().map(ThreatId::as_str));
        dangling(reader, node, text, known.chain(catalogue.measures.keys().map(MeasureId::as_str)));
    }
    id
}

fn read_basis(reader: &Reader<'_>, node: &Node) -> Option<LocalBasis> {
    let map = reader.map(node)?;
    let chosen = |key: &'static str, allowed: &[&str]| -> Vec<String> {
        let nodes = map.list(key).iter();
        let texts = nodes.filter_map(|node| {
            let text = reader.text(node)?;
            if !allowed.contains(&text) {
                reader.invalid(node, text, allowed);
            }
            Some(text.to_owned())
        });
        texts.collect()
    };
    let (article_6, article_9) = (chosen("article-6", ARTICLE_6), chosen("article-9", ARTICLE_9));
    let sections = chosen("sections", SECTIONS);
    let text = map.optional_text("text");
    map.finish();
    Some(LocalBasis { article_6, article_9, sections, text })
}

/// What KL's workbook says otherwise, as the text of its file: fixed key order, sorted ids.
///
/// # Errors
/// The YAML writer refuses a value; with our shapes this does not happen.
pub fn format_kl(overrides: &[Override]) -> Result<String, serde_saphyr::SerializeError> {
    let mut overrides: Vec<OverrideOut<'_>> = overrides.iter().map(OverrideOut::from).collect();
    overrides.sort_by_key(|change| change.id);
    let file =
        FileOut { local: FORMAT, origin: LocalOrigin::Kl.key(), overrides, activities: Vec::new() };
    written(&file)
}

/// An activity that people added, with no more than a row of a workbook says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnActivity {
    /// `X01`…
    pub id: String,
    /// Area, by its key.
    pub area: String,
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// The shared activity that it stands in place of: a row cannot say it, but people may have
    /// written it into the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

/// Activities that people added, as the text of their file: sorted ids.
///
/// # Errors
/// The YAML writer refuses a value; with our shapes this does not happen.
pub fn format_own(activities: &[OwnActivity]) -> Result<String, serde_saphyr::SerializeError> {
    let mut activities: Vec<&OwnActivity> = activities.iter().collect();
    activities.sort_by(|a, b| a.id.cmp(&b.id));
    let origin = LocalOrigin::Own.key();
    written(&FileOut { local: FORMAT, origin, overrides: Vec::new(), activities })
}

fn written(file: &FileOut<'_>) -> Result<String, serde_saphyr::SerializeError> {
    let options = serde_saphyr::ser_options! {
        folded_wrap_chars: 96,
    };
    serde_saphyr::to_string_with_options(file, options)
}

type Text<'a> = Option<&'a str>;

#[derive(Serialize)]
struct FileOut<'a> {
    local: u32,
    origin: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    overrides: Vec<OverrideOut<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    activities: Vec<&'a OwnActivity>,
}

#[derive(Serialize)]
struct OverrideOut<'a> {
    id: &'a str,
    reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Text<'a>,
    #[serde(rename = "starting-consequence", skip_serializing_if = "Option::is_none")]
    starting: Option<BTreeMap<&'static str, u8>>,
    #[serde(rename = "kl-consequence", skip_serializing_if = "Option::is_none")]
    kl_figure: Option<u8>,
    #[serde(rename = "kle-groups", skip_serializing_if = "Option::is_none")]
    kle_groups: Option<&'a [String]>,
    #[serde(rename = "legal-basis", skip_serializing_if = "Option::is_none")]
    legal_basis: Option<BasisOut<'a>>,
}

#[derive(Serialize)]
struct BasisOut<'a> {
    #[serde(rename = "article-6", skip_serializing_if = "<[_]>::is_empty")]
    article_6: &'a [String],
    #[serde(rename = "article-9", skip_serializing_if = "<[_]>::is_empty")]
    article_9: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    sections: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Text<'a>,
}

impl<'a> From<&'a Override> for OverrideOut<'a> {
    fn from(change: &'a Override) -> Self {
        let levels = |levels: &BTreeMap<Dimension, u8>| {
            levels.iter().map(|(dimension, level)| (dimension.key(), *level)).collect()
        };
        Self {
            id: &change.id,
            reason: &change.reason,
            title: change.title.as_deref(),
            description: change.description.as_deref(),
            category: change.category.as_deref(),
            starting: change.starting.as_ref().map(levels),
            kl_figure: change.kl_figure,
            kle_groups: change.kle_groups.as_deref(),
            legal_basis: change.legal_basis.as_ref().map(|basis| BasisOut {
                article_6: &basis.article_6,
                article_9: &basis.article_9,
                sections: &basis.sections,
                text: basis.text.as_deref(),
            }),
        }
    }
}
