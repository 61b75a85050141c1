//! The catalogue inside the binary, parsed only when a command asks for it.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::catalogue::{File, Files, parse_catalogue, parse_municipalities};
use super::method::parse_method;
use crate::domain::{ActivityId, Catalogue, KleGroup, Method, MethodId, Municipality};
use crate::finding::Findings;

macro_rules! embed {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../catalog/", $path)))),*]
    };
}

const ACTIVITIES: &[File<'static>] = embed![
    "activities/10-beskaeftigelse.yml",
    "activities/11-ydelser.yml",
    "activities/12-borgerservice.yml",
    "activities/13-dagtilbud.yml",
    "activities/14-skole-unge.yml",
    "activities/15-boern-familie.yml",
    "activities/16-voksne.yml",
    "activities/17-aeldre.yml",
    "activities/18-sundhed.yml",
    "activities/19-integration.yml",
    "activities/20-kultur-fritid.yml",
    "activities/21-teknik-miljoe.yml",
    "activities/22-personale.yml",
    "activities/23-styrelse.yml",
    "activities/24-beredskab.yml",
];

const HEADER: File<'static> = ("catalog.yml", include_str!("../../catalog/catalog.yml"));
const AREAS: File<'static> = ("areas.yml", include_str!("../../catalog/areas.yml"));
const THREATS: File<'static> = ("threats.yml", include_str!("../../catalog/threats.yml"));
const DATA_SUBJECTS: File<'static> =
    ("data-subjects.yml", include_str!("../../catalog/data-subjects.yml"));
const PERSONAL_DATA: File<'static> =
    ("personal-data.yml", include_str!("../../catalog/personal-data.yml"));
const MUNICIPALITIES: File<'static> =
    ("municipalities.yml", include_str!("../../catalog/municipalities.yml"));
const KLE_TOPICS: &str = include_str!("../../catalog/kle-topics.csv");
const KLE_GROUPS: &str = include_str!("../../catalog/kle-groups.csv");

/// Methods in the order in which they are offered; the first is the default of `init`.
const METHODS: &[File<'static>] = embed![
    "methods/kl-4x4.yml",
    "methods/standard-4x4.yml",
    "methods/herning-4x4.yml",
    "methods/datatilsynet-4x4.yml",
];

/// The catalogue shipped with this version of the program.
///
/// # Errors
/// Never for a released binary: a test reads every embedded file.
pub fn embedded_catalogue() -> Result<Catalogue, Findings> {
    let files = Files {
        header: HEADER,
        areas: AREAS,
        activities: ACTIVITIES,
        threats: THREATS,
        data_subjects: DATA_SUBJECTS,
        personal_data: PERSONAL_DATA,
    };
    parse_catalogue(&files, digest())
}

/// Digest of everything an answer can depend on: header, areas, activities and threats.
///
/// 16 hex digits tell versions apart; this is an identity, not a signature.
fn digest() -> String {
    let mut hash = Sha256::new();
    for (name, text) in [HEADER, AREAS, THREATS].iter().chain(ACTIVITIES) {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    let hex: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

/// The 98 municipalities and the invented ones of the examples.
///
/// # Errors
/// Never for a released binary.
pub fn embedded_municipalities() -> Result<Vec<Municipality>, Findings> {
    parse_municipalities(MUNICIPALITIES)
}

/// Ids of the shipped methods, the default first.
#[must_use]
pub fn embedded_method_ids() -> Vec<MethodId> {
    METHODS.iter().filter_map(|(path, _)| method_id(path)).collect()
}

fn method_id(path: &str) -> Option<MethodId> {
    MethodId::parse(path.strip_prefix("methods/")?.strip_suffix(".yml")?).ok()
}

/// A shipped method; `None` where there is none with this id.
///
/// # Errors
/// Never for a released binary.
pub fn embedded_method(id: &MethodId) -> Option<Result<Method, Findings>> {
    METHODS
        .iter()
        .find(|(path, _)| method_id(path).as_ref() == Some(id))
        .map(|(path, text)| parse_method(path, text))
}

/// Activity by KLE topic (`27.60.12`); only parsed where a command asks for topics.
///
/// Source: public mapping of August 2025; see the catalogue's README.
#[must_use]
pub fn kle_topics() -> BTreeMap<&'static str, ActivityId> {
    let rows = KLE_TOPICS.lines().skip(1).filter_map(|line| line.trim_end().split_once(','));
    rows.filter_map(|(topic, activity)| Some((topic, ActivityId::parse(activity).ok()?))).collect()
}

/// KLE groups (`27.60`) with their titles.
#[must_use]
pub fn kle_groups() -> Vec<KleGroup> {
    let rows = KLE_GROUPS.lines().skip(1).filter_map(|line| line.trim_end().split_once(','));
    rows.map(|(code, title)| KleGroup {
        code: code.to_owned(),
        title: title.trim_matches('"').to_owned(),
    })
    .collect()
}
