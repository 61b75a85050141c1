//! JSON Schemas of the files, for editors.
//!
//! What ships are the files in `schemas/`: to make them takes a library that nobody who uses the program
//! needs, and 0.6 MB of code. They are made by the tests, from the types in `shapes`.

use crate::domain::keyed;

macro_rules! embed {
    ($key:literal) => {
        include_str!(concat!("../../../schemas/", $key, ".schema.json"))
    };
}

/// A kind of file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaKind {
    /// `*.risiko.yml`
    Assessment,
    /// `methods/*.yml`
    Method,
    /// `local.yml` and `kl.yml`
    Local,
    /// How a municipality's own sheet is read, for `import --map`
    Mapping,
    /// Which levels of two methods correspond, for `diff --levels`
    Levels,
    /// `*.moede-*.yml`, the minutes of a meeting
    Meeting,
    /// `skabelon.yml`, a municipality's own report template
    Template,
    /// `*.risiko-share.json`
    Share,
    /// `activities/*.yml`
    Activities,
    /// `threats.yml`
    Threats,
    /// `measures.yml`
    Measures,
    /// `laws.yml`
    Laws,
    /// `retention.yml`
    Retention,
    /// `areas.yml`
    Areas,
    /// `data-subjects.yml`
    DataSubjects,
    /// `personal-data.yml`
    PersonalData,
    /// `recipients.yml`
    Recipients,
    /// `nis2-areas.yml`
    Nis2Areas,
    /// `dpia-criteria.yml`
    DpiaCriteria,
    /// `municipalities.yml`
    Municipalities,
    /// `catalog.yml`
    Catalog,
}

keyed!(SchemaKind {
    "assessment" => Assessment,
    "method" => Method,
    "local" => Local,
    "mapping" => Mapping,
    "levels" => Levels,
    "meeting" => Meeting,
    "template" => Template,
    "share" => Share,
    "activities" => Activities,
    "threats" => Threats,
    "measures" => Measures,
    "laws" => Laws,
    "retention" => Retention,
    "areas" => Areas,
    "data-subjects" => DataSubjects,
    "personal-data" => PersonalData,
    "recipients" => Recipients,
    "nis2-areas" => Nis2Areas,
    "dpia-criteria" => DpiaCriteria,
    "municipalities" => Municipalities,
    "catalog" => Catalog,
});

/// The JSON Schema (2020-12) of a kind of file, as text.
#[must_use]
pub fn json_schema_of(kind: SchemaKind) -> &'static str {
    match kind {
        SchemaKind::Assessment => embed!("assessment"),
        SchemaKind::Method => embed!("method"),
        SchemaKind::Local => embed!("local"),
        SchemaKind::Mapping => embed!("mapping"),
        SchemaKind::Levels => embed!("levels"),
        SchemaKind::Meeting => embed!("meeting"),
        SchemaKind::Template => embed!("template"),
        SchemaKind::Share => embed!("share"),
        SchemaKind::Activities => embed!("activities"),
        SchemaKind::Threats => embed!("threats"),
        SchemaKind::Measures => embed!("measures"),
        SchemaKind::Laws => embed!("laws"),
        SchemaKind::Retention => embed!("retention"),
        SchemaKind::Areas => embed!("areas"),
        SchemaKind::DataSubjects => embed!("data-subjects"),
        SchemaKind::PersonalData => embed!("personal-data"),
        SchemaKind::Recipients => embed!("recipients"),
        SchemaKind::Nis2Areas => embed!("nis2-areas"),
        SchemaKind::DpiaCriteria => embed!("dpia-criteria"),
        SchemaKind::Municipalities => embed!("municipalities"),
        SchemaKind::Catalog => embed!("catalog"),
    }
}

#[cfg(test)]
mod shapes;
