//! JSON Schemas of the files, for editors. The shapes stand here once more as types, because the
//! reader asks for keys one by one to report every mistake; `tests/schemas.rs` holds the two
//! together, key by key.
#![expect(dead_code, reason = "only the shape of the types is used")]

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::assessment::NOT_APPLICABLE;
use crate::domain::keyed;
use crate::domain::{
    Colour, DataKind, Dimension, Effect, LawKind, LocalOrigin, MeasureKind, Origin, Perspective,
    Status, Treatment,
};

/// A kind of file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaKind {
    /// `*.risiko.yml`
    Assessment,
    /// `methods/*.yml`
    Method,
    /// `local.yml` and `kl.yml`
    Local,
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

/// The JSON Schema (2020-12) of a kind of file.
#[must_use]
pub fn json_schema_of(kind: SchemaKind) -> serde_json::Value {
    let generator = SchemaGenerator::default();
    let mut schema = match kind {
        SchemaKind::Assessment => generator.into_root_schema_for::<AssessmentFile>(),
        SchemaKind::Method => generator.into_root_schema_for::<MethodFile>(),
        SchemaKind::Local => generator.into_root_schema_for::<LocalFile>(),
        SchemaKind::Activities => generator.into_root_schema_for::<ActivitiesFile>(),
        SchemaKind::Threats => generator.into_root_schema_for::<ThreatsFile>(),
        SchemaKind::Measures => generator.into_root_schema_for::<MeasuresFile>(),
        SchemaKind::Laws => generator.into_root_schema_for::<LawsFile>(),
        SchemaKind::Retention => generator.into_root_schema_for::<RetentionFile>(),
        SchemaKind::Areas => generator.into_root_schema_for::<AreasFile>(),
        SchemaKind::DataSubjects => generator.into_root_schema_for::<DataSubjectsFile>(),
        SchemaKind::PersonalData => generator.into_root_schema_for::<PersonalDataFile>(),
        SchemaKind::Recipients => generator.into_root_schema_for::<RecipientsFile>(),
        SchemaKind::Nis2Areas => generator.into_root_schema_for::<Nis2AreasFile>(),
        SchemaKind::DpiaCriteria => generator.into_root_schema_for::<DpiaCriteriaFile>(),
        SchemaKind::Municipalities => generator.into_root_schema_for::<MunicipalitiesFile>(),
        SchemaKind::Catalog => generator.into_root_schema_for::<CatalogFile>(),
    };
    schema.insert("title".to_owned(), format!("risiko: {}", kind.key()).into());
    schema.into()
}

/// A value that is not an object, with the schema that it has wherever it stands.
macro_rules! value {
    ($name:ident, $schema:expr) => {
        struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

// A text may look like a number: YAML needs no quotation marks, and the program keeps it as written.
value!(Text, json_schema!({ "type": ["string", "number", "boolean"] }));
value!(Flag, json_schema!({ "type": "boolean" }));
value!(Whole, json_schema!({ "type": "integer", "minimum": 0 }));
value!(Level, json_schema!({ "type": "integer", "minimum": 1, "maximum": 10 }));
value!(LevelOrNot, json_schema!({ "enum": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, NOT_APPLICABLE] }));
value!(Day, json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }));
value!(Month, json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$" }));
value!(Id, json_schema!({ "type": ["string", "integer"] }));
value!(Suggested, json_schema!({ "enum": ["all", "some"] }));
value!(Anything, json_schema!({}));
value!(DataKindWord, words(&DataKind::KEYS));
value!(StatusWord, words(&Status::KEYS));
value!(OriginWord, words(&Origin::KEYS));
value!(TreatmentWord, words(&Treatment::KEYS));
value!(PerspectiveWord, words(&Perspective::KEYS));
value!(DimensionWord, words(&Dimension::KEYS));
value!(ColourWord, words(&Colour::KEYS));
value!(EffectWord, words(&Effect::KEYS));
value!(MeasureKindWord, words(&MeasureKind::KEYS));
value!(LawKindWord, words(&LawKind::KEYS));
value!(LocalOriginWord, words(&LocalOrigin::KEYS));

/// One of the words that an enum has in files.
fn words<T>(keys: &[(&str, T)]) -> Schema {
    let words: Vec<&str> = keys.iter().map(|(word, _)| *word).collect();
    json_schema!({ "enum": words })
}

/// Declares shapes: keys in kebab case, no others, `?` for what may be left out.
macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($field:ident $(($key:literal))? : $type:ty),* $(,)? })*) => { $(
        $(#[$doc])*
        #[derive(JsonSchema)]
        #[schemars(rename_all = "kebab-case", deny_unknown_fields)]
        struct $name { $($(#[schemars(rename = $key)])? $field: $type),* }
    )* };
}

shapes! {
    /// En kommunes risikovurdering.
    AssessmentFile {
        risiko: Whole, municipality: MunicipalityRef, round: Text, as_of: Day,
        catalogue: CatalogueRef, method: MethodRef, perspectives: Vec<PerspectiveWord>,
        activities: Vec<AnswerShape>,
    }
    MunicipalityRef { code: Id, name: Text }
    CatalogueRef { id: Text, version: Text, digest: Text }
    MethodRef { id: Text, version: Whole }
    /// Svaret for én behandlingsaktivitet.
    AnswerShape {
        id: Id, status: StatusWord, status_reason: Option<Text>,
        consequence: Option<ConsequencesShape>, likelihood: Option<Level>, reason: Option<Text>,
        measures: Option<Vec<Text>>, treatment: Option<TreatmentWord>,
        actions: Option<Vec<ActionShape>>, residual: Option<ResidualShape>,
        threats: Option<Vec<ThreatAnswerShape>>, owner: Option<Text>,
        systems: Option<Vec<SystemShape>>, note: Option<Text>, assessed: Option<AssessedShape>,
        review_by: Option<Day>, acceptance: Option<AcceptanceShape>,
        extra: Option<BTreeMap<String, Text>>,
    }
    ConsequencesShape {
        data_subject: Option<DimensionsShape>, organisation: Option<DimensionsShape>,
        society: Option<DimensionsShape>,
    }
    DimensionsShape {
        confidentiality: Option<FigureShape>, integrity: Option<FigureShape>,
        availability: Option<FigureShape>, authenticity: Option<FigureShape>,
    }
    FigureShape { level: LevelOrNot, origin: OriginWord, reason: Option<Text> }
    ResidualShape { likelihood: Option<Level>, consequence: Option<Level> }
    ActionShape { what: Text, owner: Option<Text>, deadline: Option<Day> }
    ThreatAnswerShape {
        id: Id, not_relevant: Option<Text>, likelihood: Option<Level>, reason: Option<Text>,
        measures: Option<Vec<Text>>, treatment: Option<TreatmentWord>,
        actions: Option<Vec<ActionShape>>, residual: Option<ResidualShape>,
        extra: Option<BTreeMap<String, Text>>,
    }
    SystemShape { name: Text, processor: Option<Text>, max_downtime_hours: Option<Whole> }
    AssessedShape { by: Option<Text>, on: Option<Day> }
    AcceptanceShape { by: Text, role: Text, on: Day, until: Option<Day>, digest: Text }

    /// En metode: skalaer, matrix og risikoniveauer.
    MethodFile {
        id: Text, version: Whole, title: Text, title_en: Text, source: Text,
        likelihood: Vec<LevelShape>, consequence: Vec<ConsequenceLevelShape>, bands: Vec<BandShape>,
        matrix: BTreeMap<String, Vec<Text>>, symmetric: Flag,
        witnesses: Option<Vec<WitnessShape>>, legend: Option<Vec<LegendShape>>,
    }
    LevelShape {
        level: Level, label: Text, label_en: Text, brief: Option<Text>, definition: Text,
        examples: Vec<Text>,
    }
    ConsequenceLevelShape {
        level: Level, label: Text, label_en: Text, brief: Option<Text>, definition: Text,
        examples: Vec<Text>, organisation: Option<MeaningShape>, society: Option<MeaningShape>,
    }
    MeaningShape { brief: Option<Text>, definition: Text, examples: Vec<Text> }
    BandShape {
        rank: Level, id: Text, label: Text, label_en: Text, colour: ColourWord,
        requires_treatment: Flag, response: Text,
    }
    WitnessShape { text: Text, consequence: Level, likelihood: Level, band: Text }
    LegendShape { band: Text, from: Whole, to: Whole }

    /// Kommunens eget katalog: egne poster og det, der skal være anderledes.
    LocalFile {
        local: Whole, origin: Option<LocalOriginWord>, overrides: Option<Vec<OverrideShape>>,
        activities: Option<Vec<LocalActivityShape>>, threats: Option<Vec<LocalThreatShape>>,
        measures: Option<Vec<LocalMeasureShape>>,
    }
    OverrideShape {
        id: Id, reason: Text, title: Option<Text>, description: Option<Text>,
        category: Option<Text>, starting_consequence: Option<PartialLevelsShape>,
        kl_consequence: Option<Whole>, kle_groups: Option<Vec<Text>>,
        legal_basis: Option<LocalBasisShape>,
    }
    LocalBasisShape {
        article_6 ("article-6"): Option<Vec<Text>>, article_9 ("article-9"): Option<Vec<Text>>,
        sections: Option<Vec<Text>>, text: Option<Text>,
    }
    PartialLevelsShape {
        confidentiality: Option<Level>, integrity: Option<Level>, availability: Option<Level>,
    }
    LocalActivityShape {
        id: Id, area: Text, title: Text, description: Text, kle_groups: Option<Vec<Text>>,
        data_subjects: Option<Vec<Text>>, personal_data: Option<Vec<Text>>,
        legal_basis: Option<BasisShape>, recipients: Option<Vec<Text>>,
        systems: Option<Vec<Text>>, retention: Option<RetentionShape>,
        starting_consequence: Option<LevelsShape>, starting_reason: Option<Text>,
        availability: Option<DowntimeShape>, threats: Option<Vec<ThreatReferenceShape>>,
        dpia_criteria: Option<Vec<Text>>, changes: Option<Vec<ChangeShape>>,
        valid_from: Option<Day>, valid_to: Option<Day>, sources: Option<Vec<Text>>,
        note: Option<Text>, reviewed: Option<Flag>, retired: Option<Month>,
        replaced_by: Option<Id>,
    }
    LocalThreatShape {
        id: Id, title: Text, ty ("type"): Text, dimensions: Option<Vec<DimensionWord>>,
        rights: Option<Flag>, description: Text, example: Option<Text>,
        likelihood: Option<BTreeMap<String, Text>>, suggested: Suggested, source: Option<Text>,
    }
    LocalMeasureShape {
        id: Id, title: Text, kind: MeasureKindWord, description: Text,
        effect: Option<Vec<EffectWord>>, dimensions: Option<Vec<DimensionWord>>,
        rights: Option<Flag>, threats: Option<Vec<Id>>,
        iso_27002 ("iso-27002"): Option<Vec<Text>>, nis2: Option<Vec<Text>>,
        state_minimum: Option<Text>, evidence: Option<Text>, source: Option<Text>,
    }

    /// Behandlingsaktiviteterne i ét område.
    ActivitiesFile { area: Text, activities: Vec<ActivityShape> }
    ActivityShape {
        id: Id, title: Text, description: Text, kle_groups: Option<Vec<Text>>,
        data_subjects: Option<Vec<Text>>, personal_data: Option<Vec<Text>>,
        legal_basis: Option<BasisShape>, recipients: Option<Vec<Text>>,
        systems: Option<Vec<Text>>, retention: Option<RetentionShape>,
        starting_consequence: Option<LevelsShape>, starting_reason: Option<Text>,
        availability: Option<DowntimeShape>, threats: Option<Vec<ThreatReferenceShape>>,
        dpia_criteria: Option<Vec<Text>>, changes: Option<Vec<ChangeShape>>, valid_from: Day,
        valid_to: Option<Day>, sources: Vec<Text>, note: Option<Text>, reviewed: Option<Flag>,
        retired: Option<Month>, replaced_by: Option<Id>,
    }
    BasisShape {
        article_6 ("article-6"): Option<Vec<Text>>, article_9 ("article-9"): Option<Vec<Text>>,
        section_11 ("section-11"): Option<Flag>, criminal_offences: Option<Flag>,
        laws: Option<Vec<LawReferenceShape>>,
    }
    LawReferenceShape { law: Text, provisions: Option<Text> }
    RetentionShape { code: Option<Text>, from: Option<Text>, note: Option<Text> }
    LevelsShape { confidentiality: Level, integrity: Level, availability: Level }
    DowntimeShape { max_downtime_hours: Whole, reason: Text }
    ThreatReferenceShape { id: Id, reason: Text }
    ChangeShape { date: Day, text: Text }

    /// Truslerne.
    ThreatsFile { threats: Vec<ThreatShape> }
    ThreatShape {
        id: Id, title: Text, ty ("type"): Text, dimensions: Option<Vec<DimensionWord>>,
        rights: Option<Flag>, description: Text, example: Text,
        likelihood: BTreeMap<String, Text>, suggested: Suggested, source: Text,
    }
    /// Foranstaltningerne.
    MeasuresFile { measures: Vec<MeasureShape> }
    MeasureShape {
        id: Id, title: Text, kind: MeasureKindWord, description: Text,
        effect: Option<Vec<EffectWord>>, dimensions: Option<Vec<DimensionWord>>,
        rights: Option<Flag>, threats: Option<Vec<Id>>,
        iso_27002 ("iso-27002"): Option<Vec<Text>>, nis2: Option<Vec<Text>>,
        state_minimum: Option<Text>, evidence: Text, source: Text,
    }
    /// Love og andre retskilder.
    LawsFile { laws: Vec<LawShape> }
    LawShape {
        name: Text, title: Option<Text>, kind: LawKindWord, valid_from: Option<Day>,
        valid_to: Option<Day>, replaced_by: Option<Vec<Text>>, note: Option<Text>,
    }
    /// Slettefrister i KLE.
    RetentionFile { retention: Vec<PeriodShape> }
    PeriodShape {
        code: Text, days: Whole, label: Text, label_en: Text, used_for: Text, source: Text,
        note: Option<Text>,
    }
    TermShape { id: Text, label: Text, label_en: Text }
    DataKindShape { id: Text, label: Text, label_en: Text, kind: DataKindWord }
    /// Områderne i den rækkefølge, de vises.
    AreasFile { areas: Vec<TermShape> }
    /// Grupper af registrerede.
    DataSubjectsFile { data_subjects: Vec<TermShape> }
    /// Typer af personoplysninger.
    PersonalDataFile { personal_data: Vec<DataKindShape> }
    /// Modtagere af oplysninger.
    RecipientsFile { recipients: Vec<TermShape> }
    /// Områderne i NIS 2-loven § 6.
    Nis2AreasFile { nis2_areas ("nis2-areas"): Vec<TermShape> }
    /// Kriterier for konsekvensanalyse.
    DpiaCriteriaFile {
        dpia_criteria: Vec<CriterionShape>, dpia_triggers: Option<Anything>,
    }
    CriterionShape {
        id: Text, number: Level, label: Text, label_en: Text, question: Text, description: Text,
        example: Text, source: Text,
    }
    /// Kommunerne.
    MunicipalitiesFile { municipalities: Vec<MunicipalityShape> }
    MunicipalityShape {
        code: Id, name: Text, region: Text, partnership_2021 ("partnership-2021"): Option<Flag>,
        invented: Option<Flag>,
    }
    /// Katalogets hoved.
    CatalogFile {
        id: Text, version: Text, valid_from: Day, released: Text, language: Text, licence: Text,
        consequence_levels: Level, sources: Vec<SourceShape>,
    }
    SourceShape { id: Text, text: Text }
}
