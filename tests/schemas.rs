//! The JSON Schemas that ship: whether the shipped files fit them, and what the reader asks for.
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
    CatalogueFiles, SchemaKind, json_schema_of, parse_assessment, parse_level_map, parse_local,
    parse_mapping, parse_meeting, parse_method, parse_municipalities, parse_share, parse_template,
};
use serde_json::Value;
use support::{catalogue, method};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file that a kind of schema describes.
fn files(kind: SchemaKind) -> Vec<PathBuf> {
    let names: Vec<String> = match kind {
        SchemaKind::Assessment => {
            let mut files = vec![root().join("tests/schemas/assessment.yml")];
            let examples = listed("examples").into_iter().filter(|path| path.is_dir());
            files.extend(examples.flat_map(|folder| {
                let inside = listed(&format!("examples/{}", name(&folder))).into_iter();
                inside.filter(|path| name(path).ends_with(".risiko.yml"))
            }));
            assert!(files.len() > 2, "no example was found");
            return files;
        }
        SchemaKind::Local => vec![
            "tests/schemas/local.yml".to_owned(),
            "examples/03-eget-katalog/catalog/local.yml".to_owned(),
        ],
        SchemaKind::Levels => vec!["tests/schemas/levels.yml".to_owned()],
        SchemaKind::Mapping => vec![
            "tests/schemas/mapping.yml".to_owned(),
            "examples/04-eget-skema/mapping.yml".to_owned(),
        ],
        SchemaKind::Meeting => vec!["tests/schemas/meeting.yml".to_owned()],
        SchemaKind::Template => vec!["tests/schemas/template.yml".to_owned()],
        SchemaKind::Share => vec!["tests/schemas/share.json".to_owned()],
        SchemaKind::Method => return listed("catalog/methods"),
        SchemaKind::Activities => return listed("catalog/activities"),
        single => {
            vec![
                format!("catalog/{}.yml", single.key()),
                format!("tests/schemas/{}.yml", single.key()),
            ]
        }
    };
    // A sample stands only where the shipped files leave something out.
    let there = |path: &PathBuf| path.starts_with(root().join("catalog")) || path.exists();
    names.iter().map(|name| root().join(name)).filter(there).collect()
}

fn listed(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn tree(path: &Path) -> Value {
    serde_saphyr::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn schema_of(kind: SchemaKind) -> Value {
    serde_json::from_str(json_schema_of(kind)).unwrap()
}

/// What a validator says against a tree; empty where it is valid.
fn objections(kind: SchemaKind, tree: &Value) -> String {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("kind.json", schema_of(kind)).unwrap();
    let schema = compiler.compile("kind.json", &mut schemas).unwrap();
    schemas.validate(tree, schema).err().map(|error| format!("{error:#}")).unwrap_or_default()
}

#[test]
fn every_shipped_file_is_valid_to_schema_and_reader() {
    for (key, kind) in SchemaKind::KEYS {
        for path in files(kind) {
            let objections = objections(kind, &tree(&path));
            assert_eq!(objections, "", "{key}: {}", path.display());
            let findings = read(kind, &path, &fs::read_to_string(&path).unwrap());
            let of_form = findings.iter().filter(|finding| finding.code().id().starts_with("YML"));
            assert_eq!(of_form.count(), 0, "{key}: {}", path.display());
        }
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
        return resolved(whole.pointer(reference.trim_start_matches('#')).unwrap(), whole);
    }
    schema.get("anyOf").map_or(schema, |choices| resolved(object_of(choices), whole))
}

/// The shape with keys among several, where there is one.
fn object_of(choices: &Value) -> &Value {
    let choices = choices.as_array().unwrap();
    choices.iter().find(|choice| choice.get("$ref").is_some()).unwrap_or(&choices[0])
}

/// The keys that the reader asked for beside each planted key.
fn asked(findings: Findings) -> Planted {
    let unknown = findings.into_iter().filter_map(|finding| match finding.fact {
        Fact::UnknownKey { found, allowed, .. } => Some((found, allowed.into_iter().collect())),
        _ => None,
    });
    unknown.collect()
}

/// A whole schema, and what has been met of it.
struct Walk<'a> {
    whole: &'a Value,
    /// Shapes met so far, by reference; the file itself has none. Each with the keys met in it.
    seen: BTreeMap<String, Keys>,
}

impl Walk<'_> {
    /// The first object of each shape not met before: where it stands, and the keys it must have.
    fn new_shapes(&mut self, tree: &Value, schema: &Value, place: &str) -> Vec<(String, Keys)> {
        let reference = reference(schema, self.whole);
        let schema = resolved(schema, self.whole);
        let mut found = Vec::new();
        match tree {
            Value::Array(items) => {
                for (number, item) in items.iter().enumerate() {
                    let place = format!("{place}/{number}");
                    found.extend(self.new_shapes(item, &schema["items"], &place));
                }
            }
            Value::Object(fields) => {
                let properties = schema.get("properties");
                let is_new = properties.is_some() && !self.seen.contains_key(&reference);
                if properties.is_some() {
                    self.seen.entry(reference).or_default().extend(fields.keys().cloned());
                }
                if is_new {
                    let always = strings(&schema["required"]);
                    let unless = strings(&schema["then"]["required"]);
                    found.push((place.to_owned(), always.union(&unless).cloned().collect()));
                }
                for (key, value) in fields {
                    let of_key =
                        properties.map_or(&schema["additionalProperties"], |all| &all[key]);
                    let place = format!("{place}/{}", key.replace('~', "~0").replace('/', "~1"));
                    found.extend(self.new_shapes(value, of_key, &place));
                }
            }
            _ => {}
        }
        found
    }
}

type Keys = BTreeSet<String>;

fn strings(list: &Value) -> Keys {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(|item| item.as_str().map(str::to_owned)).collect()
}

/// The name of a shape, also where the value may be missing.
fn reference(schema: &Value, whole: &Value) -> String {
    let inner = schema.get("anyOf").map_or(schema, object_of);
    let Some(reference) = inner.get("$ref").and_then(Value::as_str) else { return String::new() };
    // A reference to a choice stands for the one with keys.
    let further = whole.pointer(reference.trim_start_matches('#')).unwrap();
    let further = further.get("anyOf").map(|_| self::reference(further, whole));
    further.unwrap_or_else(|| reference.to_owned())
}

/// Puts a word that nobody knows wherever the schema lists words, and notes the words there.
fn plant_words(tree: &mut Value, schema: &Value, whole: &Value, planted: &mut Planted) {
    let schema = resolved(schema, whole);
    match tree {
        Value::Array(items) => {
            for item in items {
                plant_words(item, &schema["items"], whole, planted);
            }
        }
        Value::Object(fields) => {
            let properties = schema.get("properties");
            for (key, value) in fields {
                let of_key = properties.map_or(&schema["additionalProperties"], |all| &all[key]);
                plant_words(value, of_key, whole, planted);
            }
        }
        leaf => {
            let kinds = &schema["type"];
            let is_flag = kinds == "boolean" || kinds[0] == "boolean";
            let allowed = match schema.get("enum") {
                // A level is judged by the method's scale and not by a list of words.
                Some(words) if words[0].is_number() => return,
                Some(words) => strings(words),
                None if is_flag => BTreeSet::from(["true".to_owned(), "false".to_owned()]),
                None => return,
            };
            let word = format!("ukendt-{}", planted.len());
            *leaf = Value::from(word.as_str());
            planted.insert(word, allowed);
        }
    }
}

/// What the reader says of a file whose text has been replaced. JSON is YAML.
fn read(kind: SchemaKind, path: &Path, text: &str) -> Findings {
    let errors = match kind {
        SchemaKind::Assessment => {
            parse_assessment("prøve", text, catalogue(), |id| Ok(method(id.as_str()).clone())).err()
        }
        SchemaKind::Method => parse_method("prøve", text).err(),
        SchemaKind::Local => parse_local("prøve", text, catalogue()).err(),
        SchemaKind::Mapping => {
            parse_mapping("prøve", text, catalogue(), Some(method("kl-4x4"))).err()
        }
        SchemaKind::Levels => {
            parse_level_map("prøve", text, |id| Ok(method(id.as_str()).clone())).err()
        }
        SchemaKind::Meeting => parse_meeting("prøve", text, catalogue(), method("kl-4x4")).err(),
        SchemaKind::Template => parse_template("prøve", text).err(),
        SchemaKind::Share => parse_share("prøve", text).err(),
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
            // A sample stands in for the whole file.
            let inside = path.strip_prefix(&from).map_or_else(|_| name(path).into(), PathBuf::from);
            fs::write(folder.path().join(inside), text).unwrap();
            CatalogueFiles::in_folder(folder.path()).unwrap().parse().err()
        }
    };
    errors.unwrap_or_default()
}

#[test]
fn the_reader_asks_for_exactly_the_keys_that_the_schema_has() {
    for (key, kind) in SchemaKind::KEYS {
        let whole = schema_of(kind);
        // Keys that are all read but stand in different files are asked for in each.
        for path in files(kind) {
            let (mut tree, mut planted) = (tree(&path), Planted::new());
            plant(&mut tree, &whole, &whole, &mut planted);
            let asked = asked(read(kind, &path, &tree.to_string()));
            for (unknown, properties) in planted {
                match asked.get(&unknown) {
                    // Of a file of nothing but mistakes only the first thousand are kept.
                    None => assert!(asked.len() >= 1_000, "{key}: {unknown} in {}", path.display()),
                    found => {
                        let place = format!("{key}: {unknown} in {}", path.display());
                        assert_eq!(found, Some(&properties), "{place}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_reader_misses_exactly_the_keys_that_the_schema_requires() {
    for (key, kind) in SchemaKind::KEYS {
        let whole = schema_of(kind);
        let mut walk = Walk { whole: &whole, seen: BTreeMap::new() };
        for path in files(kind) {
            let tree = tree(&path);
            for (place, required) in walk.new_shapes(&tree, &whole, "") {
                let mut emptied = tree.clone();
                *emptied.pointer_mut(&place).unwrap() = serde_json::json!({});
                let findings = read(kind, &path, &emptied.to_string());
                let missing: Keys = findings
                    .into_iter()
                    .filter_map(|finding| match finding.fact {
                        Fact::MissingKey { key } => Some(key),
                        _ => None,
                    })
                    .collect();
                assert_eq!(missing, required, "{key}: {place} in {}", path.display());
            }
        }
        // A shape or a key that no file has would be held to the reader by nothing.
        let shapes = whole["$defs"].as_object().into_iter().flatten();
        let shapes = shapes.map(|(name, shape)| (format!("#/$defs/{name}"), shape));
        for (name, shape) in shapes.chain([(String::new(), &whole)]) {
            // A choice between two shapes has no keys of its own.
            let Some(all) = shape["properties"].as_object() else { continue };
            let all: Keys = all.keys().cloned().collect();
            assert_eq!(walk.seen.get(&name), Some(&all), "{key}: {name} in no file");
        }
    }
}

#[test]
fn the_reader_knows_exactly_the_words_that_the_schema_lists() {
    let mut places = 0;
    for (key, kind) in SchemaKind::KEYS {
        let whole = schema_of(kind);
        for path in files(kind) {
            let (mut tree, mut planted) = (tree(&path), Planted::new());
            plant_words(&mut tree, &whole, &whole, &mut planted);
            places += planted.len();
            let findings = read(kind, &path, &tree.to_string());
            let known: Planted = findings
                .into_iter()
                .filter_map(|finding| match finding.fact {
                    Fact::InvalidValue { found, allowed, .. } => {
                        Some((found, allowed.into_iter().collect()))
                    }
                    _ => None,
                })
                .collect();
            assert_eq!(known, planted, "{key}: {}", path.display());
        }
    }
    assert!(places > 0);
}

/// Kind, and what is replaced by what in its first file. Mistakes of form; references are the
/// reader's alone.
const MISTAKES: [(SchemaKind, &str, &str); 36] = [
    (SchemaKind::Assessment, "status: assessed", "stauts: assessed"),
    (SchemaKind::Assessment, "status: assessed", "status: færdig"),
    (SchemaKind::Assessment, "level: 3", "level: 12"),
    (SchemaKind::Assessment, "level: 3", "level: 2.5"),
    (SchemaKind::Assessment, "\"2026-11-01\"", "1. november"),
    (SchemaKind::Assessment, "round: \"2026\"\n", ""),
    (SchemaKind::Assessment, "round: \"2026\"", "round: [2026]"),
    (SchemaKind::Assessment, "measures: [En lås]", "measures: En lås"),
    (SchemaKind::Assessment, "hours: 24", "hours: et døgn"),
    (SchemaKind::Method, "colour: red", "colour: rød"),
    (SchemaKind::Method, "symmetric:", "symmetrisk:"),
    (SchemaKind::Local, "article-6: [e]", "article-6: [g]"),
    (SchemaKind::Local, "sections: [\"11\"]", "sections: [\"15\"]"),
    (SchemaKind::Local, "id: \"74\"", "id: T01"),
    (SchemaKind::Local, "  starting-reason: Fordi.\n", ""),
    (SchemaKind::Mapping, "sheet:", "ark:"),
    (SchemaKind::Mapping, ": activity", ": aktivitet"),
    (SchemaKind::Mapping, "header-row: 3", "header-row: 0"),
    (SchemaKind::Mapping, "Høj: 3", "Høj: tre"),
    (SchemaKind::Levels, "from:", "fra:"),
    (SchemaKind::Levels, "4: 4}", "4: fire}"),
    (SchemaKind::Share, "\"actions\": 2", "\"actions\": \"to\""),
    (SchemaKind::Share, "\"not-relevant\": true", "\"not-relevant\": \"Findes ikke\""),
    (SchemaKind::Share, "\"status\": \"assessed\"", "\"status\": \"færdig\""),
    (SchemaKind::Activities, "valid-from:", "gyldig-fra:"),
    (SchemaKind::Threats, "suggested: all", "suggested: alle"),
    (SchemaKind::Measures, "kind: teknisk", "kind: technical"),
    (SchemaKind::Laws, "kind: lov", "kind: law"),
    (SchemaKind::Retention, "days:", "dage:"),
    (SchemaKind::Areas, "label-en:", "label-de:"),
    (SchemaKind::DataSubjects, "label-en:", "label-de:"),
    (SchemaKind::PersonalData, "kind:", "slags:"),
    (SchemaKind::Recipients, "recipients:", "modtagere:"),
    (SchemaKind::DpiaCriteria, "number: 1", "number: et"),
    (SchemaKind::Municipalities, "invented: true", "invented: ja"),
    (SchemaKind::Catalog, "consequence-levels: 4", "consequence-levels: fire"),
];

#[test]
fn a_mistake_of_form_is_refused_by_the_schema_and_by_the_reader() {
    for (kind, from, to) in MISTAKES {
        let path = files(kind).remove(0);
        let file = kind.key();
        let good = fs::read_to_string(&path).unwrap();
        assert!(good.contains(from), "{file} has no {from:?}");
        let wrong = good.replacen(from, to, 1);
        let tree: Value = serde_saphyr::from_str(&wrong).unwrap();
        assert_ne!(objections(kind, &tree), "", "the schema lets {to:?} pass in {file}");
        let findings = read(kind, &path, &wrong);
        assert!(findings.has_errors(), "the reader lets {to:?} pass in {file}");
    }
}

#[test]
fn every_key_has_a_description_for_the_editor_to_show() {
    for (key, kind) in SchemaKind::KEYS {
        let whole = schema_of(kind);
        let shapes = whole["$defs"].as_object().into_iter().flatten().map(|(_, shape)| shape);
        for shape in shapes.chain([&whole]) {
            // A choice between two shapes has no keys of its own.
            for (name, property) in shape["properties"].as_object().into_iter().flatten() {
                let text = property["description"].as_str().unwrap_or_default();
                assert!(!text.is_empty(), "{key}: {name}");
            }
        }
    }
}

#[test]
fn the_line_that_tells_an_editor_the_schema_is_no_mistake() {
    // A JSON file has no comments.
    for (key, kind) in SchemaKind::KEYS.iter().filter(|(_, kind)| *kind != SchemaKind::Share) {
        let path = files(*kind).remove(0);
        let text = fs::read_to_string(&path).unwrap();
        let line = format!("# yaml-language-server: $schema=../schemas/{key}.schema.json\n");
        let facts = |text: &str| -> Vec<Fact> {
            read(*kind, &path, text).into_iter().map(|finding| finding.fact).collect()
        };
        assert_eq!(facts(&format!("{line}{text}")), facts(&text), "{key}");
    }
}
