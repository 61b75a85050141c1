//! The JSON Schemas: what is committed, what the shipped files are, and what the reader asks for.
//!
//! `RISIKO_BLESS=1 cargo test --test schemas` writes `schemas/` anew; the difference is then read.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, Schemas};
use risiko::finding::{Fact, Findings};
use risiko::store::{
    CatalogueFiles, SchemaKind, json_schema_of, parse_assessment, parse_local, parse_method,
    parse_municipalities,
};
use serde_json::Value;
use support::{catalogue, method};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file that a kind of schema describes.
fn files(kind: SchemaKind) -> Vec<PathBuf> {
    let names: Vec<String> = match kind {
        SchemaKind::Assessment => vec![
            "examples/01-skovby/skovby-2026.risiko.yml".to_owned(),
            "examples/02-fjordby/fjordby-2026.risiko.yml".to_owned(),
            "tests/schemas/assessment.yml".to_owned(),
        ],
        SchemaKind::Local => vec![
            "examples/03-eget-katalog/catalog/local.yml".to_owned(),
            "tests/schemas/local.yml".to_owned(),
        ],
        SchemaKind::Method => return listed("catalog/methods"),
        SchemaKind::Activities => return listed("catalog/activities"),
        single => vec![format!("catalog/{}.yml", single.key())],
    };
    names.iter().map(|name| root().join(name)).collect()
}

fn listed(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn tree(path: &Path) -> Value {
    serde_saphyr::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What a validator says against a tree; empty where it is valid.
fn objections(kind: SchemaKind, tree: &Value) -> String {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("kind.json", json_schema_of(kind)).unwrap();
    let schema = compiler.compile("kind.json", &mut schemas).unwrap();
    schemas.validate(tree, schema).err().map(|error| format!("{error:#}")).unwrap_or_default()
}

#[test]
fn the_committed_schemas_are_those_that_the_program_makes() {
    for (key, kind) in SchemaKind::KEYS {
        let path = root().join("schemas").join(format!("{key}.schema.json"));
        let made = format!("{:#}\n", json_schema_of(kind));
        if support::console::is_blessing() {
            fs::write(&path, &made).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        assert_eq!(committed, made, "{key}: make it again with RISIKO_BLESS=1, and read it");
    }
    assert_eq!(listed("schemas").len(), SchemaKind::KEYS.len());
}

#[test]
fn every_shipped_file_is_valid() {
    for (key, kind) in SchemaKind::KEYS {
        for path in files(kind) {
            let objections = objections(kind, &tree(&path));
            assert_eq!(objections, "", "{key}: {}", path.display());
        }
    }
}

#[test]
fn a_wrong_key_word_level_or_date_is_refused() {
    let path = root().join("tests/schemas/assessment.yml");
    let good = fs::read_to_string(path).unwrap();
    for (from, to) in [
        ("status: assessed", "stauts: assessed"),
        ("status: assessed", "status: færdig"),
        ("level: 3", "level: 12"),
        ("as-of: \"2026-11-01\"", "as-of: \"1. november\""),
        ("round: \"2026\"\n", ""),
    ] {
        assert!(good.contains(from), "the file has no {from:?}");
        let wrong: Value = serde_saphyr::from_str(&good.replacen(from, to, 1)).unwrap();
        assert_ne!(objections(SchemaKind::Assessment, &wrong), "", "{to:?} passed");
    }
}

/// Puts a key that nobody knows into every object that has a fixed set of keys, and notes which
/// keys the schema has there.
fn plant(tree: &mut Value, schema: &Value, whole: &Value, planted: &mut Planted) {
    let schema = resolved(schema, whole);
    match tree {
        Value::Array(items) => {
            for item in items {
                plant(item, &schema["items"], whole, planted);
            }
        }
        Value::Object(fields) => match schema.get("properties").and_then(Value::as_object) {
            Some(properties) => {
                for (key, value) in fields.iter_mut() {
                    let property = properties.get(key);
                    let property = property.unwrap_or_else(|| panic!("the schema lacks {key}"));
                    plant(value, property, whole, planted);
                }
                let key = format!("ukendt-{}", planted.len());
                fields.insert(key.clone(), Value::from(1));
                planted.insert(key, properties.keys().cloned().collect());
            }
            None => {
                for value in fields.values_mut() {
                    plant(value, &schema["additionalProperties"], whole, planted);
                }
            }
        },
        _ => {}
    }
}

/// Planted key, and the keys of the schema beside it.
type Planted = BTreeMap<String, BTreeSet<String>>;

/// Follows a reference, also where the value may be missing.
fn resolved<'a>(schema: &'a Value, whole: &'a Value) -> &'a Value {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return whole.pointer(reference.trim_start_matches('#')).unwrap();
    }
    match schema.get("anyOf").and_then(Value::as_array) {
        Some(choices) => resolved(&choices[0], whole),
        None => schema,
    }
}

/// The keys that the reader asked for beside each planted key.
fn asked(findings: Findings) -> Planted {
    let unknown = findings.into_iter().filter_map(|finding| match finding.fact {
        Fact::UnknownKey { found, allowed, .. } => Some((found, allowed.into_iter().collect())),
        _ => None,
    });
    unknown.collect()
}

/// What the reader says of a file whose text has been replaced. JSON is YAML.
fn read(kind: SchemaKind, path: &Path, text: &str) -> Findings {
    let errors = match kind {
        SchemaKind::Assessment => {
            parse_assessment("prøve", text, catalogue(), |id| Ok(method(id.as_str()).clone())).err()
        }
        SchemaKind::Method => parse_method("prøve", text).err(),
        SchemaKind::Local => parse_local("prøve", text, catalogue()).err(),
        SchemaKind::Municipalities => parse_municipalities(("prøve", text)).err(),
        _ => {
            let folder = tempfile::tempdir().unwrap();
            let from = root().join("catalog");
            fs::create_dir(folder.path().join("activities")).unwrap();
            for entry in listed("catalog").into_iter().chain(listed("catalog/activities")) {
                if entry.is_file() {
                    fs::copy(&entry, folder.path().join(entry.strip_prefix(&from).unwrap()))
                        .unwrap();
                }
            }
            fs::write(folder.path().join(path.strip_prefix(&from).unwrap()), text).unwrap();
            CatalogueFiles::in_folder(folder.path()).unwrap().parse().err()
        }
    };
    errors.unwrap_or_default()
}

#[test]
fn the_reader_asks_for_exactly_the_keys_that_the_schema_has() {
    for (key, kind) in SchemaKind::KEYS {
        let whole = json_schema_of(kind);
        // Keys that are all read but stand in different files are asked for in each.
        for path in files(kind) {
            let (mut tree, mut planted) = (tree(&path), Planted::new());
            plant(&mut tree, &whole, &whole, &mut planted);
            let asked = asked(read(kind, &path, &tree.to_string()));
            for (unknown, properties) in planted {
                let asked = asked.get(&unknown);
                assert_eq!(asked, Some(&properties), "{key}: {} in {}", unknown, path.display());
            }
        }
    }
}
