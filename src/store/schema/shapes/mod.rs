//! The shapes of the files once more, as types, because the reader asks for keys one by one to report
//! every mistake; `tests/schemas.rs` holds the two together, key by key. The doc comments of fields are
//! in Danish: editors show them.
//!
//! `RISIKO_BLESS=1 cargo test --lib schemas` writes `schemas/` anew; the difference is then read.
#![expect(dead_code, reason = "only the shape of the types is used")]

mod assessment;
mod catalogue;
mod level_map;
mod local;
mod mapping;
mod meeting;
mod method;
mod share;
mod template;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::SchemaKind;
use crate::domain::{
    Colour, DataKind, Dimension, Effect, LawKind, LocalOrigin, Mapped, MeasureKind, Origin,
    Perspective, Status, Suggestion, Treatment,
};
use crate::store::assessment::NOT_APPLICABLE;
use crate::store::catalogue::local::{ARTICLE_6, ARTICLE_9, SECTIONS};

/// The JSON Schema (2020-12) of a kind of file, made from its shape.
fn made(kind: SchemaKind) -> Value {
    let generator = SchemaGenerator::default();
    let mut schema = match kind {
        SchemaKind::Assessment => generator.into_root_schema_for::<assessment::AssessmentFile>(),
        SchemaKind::Method => generator.into_root_schema_for::<method::MethodFile>(),
        SchemaKind::Local => generator.into_root_schema_for::<local::LocalFile>(),
        SchemaKind::Levels => generator.into_root_schema_for::<level_map::LevelMapFile>(),
        SchemaKind::Mapping => generator.into_root_schema_for::<mapping::MappingFile>(),
        SchemaKind::Meeting => generator.into_root_schema_for::<meeting::MeetingFile>(),
        SchemaKind::Template => generator.into_root_schema_for::<template::TemplateFile>(),
        SchemaKind::Share => generator.into_root_schema_for::<share::ShareFile>(),
        SchemaKind::Activities => generator.into_root_schema_for::<catalogue::ActivitiesFile>(),
        SchemaKind::Threats => generator.into_root_schema_for::<catalogue::ThreatsFile>(),
        SchemaKind::Measures => generator.into_root_schema_for::<catalogue::MeasuresFile>(),
        SchemaKind::Laws => generator.into_root_schema_for::<catalogue::LawsFile>(),
        SchemaKind::Retention => generator.into_root_schema_for::<catalogue::RetentionFile>(),
        SchemaKind::Areas => generator.into_root_schema_for::<catalogue::AreasFile>(),
        SchemaKind::DataSubjects => generator.into_root_schema_for::<catalogue::DataSubjectsFile>(),
        SchemaKind::PersonalData => generator.into_root_schema_for::<catalogue::PersonalDataFile>(),
        SchemaKind::Recipients => generator.into_root_schema_for::<catalogue::RecipientsFile>(),
        SchemaKind::Nis2Areas => generator.into_root_schema_for::<catalogue::Nis2AreasFile>(),
        SchemaKind::DpiaCriteria => generator.into_root_schema_for::<catalogue::DpiaCriteriaFile>(),
        SchemaKind::Municipalities => {
            generator.into_root_schema_for::<catalogue::MunicipalitiesFile>()
        }
        SchemaKind::Catalog => generator.into_root_schema_for::<catalogue::CatalogFile>(),
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
value!(Number, json_schema!({ "type": "number" }));
value!(Level, json_schema!({ "type": "integer", "minimum": 1, "maximum": 10 }));
value!(LevelOrNot, json_schema!({ "enum": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, NOT_APPLICABLE] }));
value!(Day, json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }));
value!(
    Moment,
    json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}" })
);
value!(Month, json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$" }));
value!(Id, json_schema!({ "type": ["string", "integer"] }));
value!(SuggestionWord, words(&Suggestion::KEYS));
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
// What stands below a header: one word, or several.
value!(
    MappedWords,
    json_schema!({ "anyOf": [
        { "enum": Mapped::words() },
        { "type": "array", "items": { "enum": Mapped::words() } },
    ] })
);
value!(RowNumber, json_schema!({ "type": "integer", "minimum": 1 }));
value!(Article6, json_schema!({ "enum": ARTICLE_6 }));
value!(Article9, json_schema!({ "enum": ARTICLE_9 }));
// A section is a text to the program, also where nobody put it in quotation marks.
value!(Section, json_schema!({ "enum": with_numbers(SECTIONS) }));

/// One of the words that an enum has in files.
fn words<T>(keys: &[(&str, T)]) -> Schema {
    let words: Vec<&str> = keys.iter().map(|(word, _)| *word).collect();
    json_schema!({ "enum": words })
}

/// Words that are numbers, each as a text and as a number.
fn with_numbers(words: &[&str]) -> Vec<Value> {
    let numbers = words.iter().filter_map(|word| word.parse::<u32>().ok());
    words.iter().map(|word| Value::from(*word)).chain(numbers.map(Value::from)).collect()
}

/// Declares shapes: keys in kebab case, no others, `Option` where they may be left out.
macro_rules! shapes {
    ($($(#[$meta:meta])* $name:ident {
        $($(#[$doc:meta])* $field:ident $(($key:literal))? : $type:ty),* $(,)?
    })*) => { $(
        #[derive(schemars::JsonSchema)]
        $(#[$meta])*
        #[schemars(rename_all = "kebab-case", deny_unknown_fields)]
        pub(super) struct $name {
            $($(#[$doc])* $(#[schemars(rename = $key)])? $field: $type),*
        }
    )* };
}
use shapes;

/// Takes over the descriptions of another shape for the keys that have none of their own.
fn described_as<T: JsonSchema>(schema: &mut Schema) {
    let other = SchemaGenerator::default().into_root_schema_for::<T>();
    let Some(other) = other.get("properties") else { return };
    let own = schema.get_mut("properties").and_then(Value::as_object_mut);
    for (key, property) in own.into_iter().flatten() {
        let text = other.get(key).and_then(|property| property.get("description"));
        if let (Some(text), Some(property)) = (text, property.as_object_mut()) {
            property.entry("description").or_insert_with(|| text.clone());
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test writes the files that ship")]
fn the_schemas_that_ship_are_those_that_the_shapes_make() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let is_blessing = std::env::var_os("RISIKO_BLESS").is_some_and(|value| value == "1");
    for (key, kind) in SchemaKind::KEYS {
        let path = folder.join(format!("{key}.schema.json"));
        let made = format!("{:#}\n", made(kind));
        if is_blessing {
            std::fs::write(&path, &made).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        assert_eq!(committed, made, "{key}: make it again with RISIKO_BLESS=1, and read it");
        if !is_blessing {
            assert_eq!(super::json_schema_of(kind).replace("\r\n", "\n"), made, "{key}");
        }
    }
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), SchemaKind::KEYS.len());
}
