//! The catalogue inside the binary, parsed only when a command asks for it.

use super::catalogue::{File, parse_municipalities};
use super::catalogue_files::CatalogueFiles;
use super::method::parse_method;
use crate::domain::{Catalogue, Method, MethodId, Municipality};
use crate::finding::Findings;

macro_rules! embed {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../catalog/", $path)))),*]
    };
}

/// Everything an answer can depend on, in the order in which it is read.
const CATALOGUE: &[File<'static>] = embed![
    "catalog.yml",
    "areas.yml",
    "data-subjects.yml",
    "personal-data.yml",
    "recipients.yml",
    "nis2-areas.yml",
    "dpia-criteria.yml",
    "retention.yml",
    "laws.yml",
    "threats.yml",
    "measures.yml",
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

const MUNICIPALITIES: File<'static> =
    ("municipalities.yml", include_str!("../../catalog/municipalities.yml"));
const KLE_TOPICS: &str = include_str!("../../catalog/kle-topics.csv");
const KLE_GROUPS: &str = include_str!("../../catalog/kle-groups.csv");
const LOCK: &str = include_str!("../../catalog/catalog.lock");

/// Methods in the order in which they are offered; the first is the default of `init`.
const METHODS: &[File<'static>] = embed![
    "methods/kl-4x4.yml",
    "methods/standard-4x4.yml",
    "methods/herning-4x4.yml",
    "methods/datatilsynet-4x4.yml",
];

/// The files of the catalogue shipped with this version of the program.
#[must_use]
pub fn embedded_files() -> CatalogueFiles {
    CatalogueFiles::embedded(CATALOGUE, [KLE_TOPICS, KLE_GROUPS, LOCK])
}

/// The catalogue shipped with this version of the program.
///
/// # Errors
/// Never for a released binary: a test reads every embedded file.
pub fn embedded_catalogue() -> Result<Catalogue, Findings> {
    embedded_files().parse()
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
