//! What the program is made of, as a bill of materials (CycloneDX 1.5, JSON), from `Cargo.lock` and the crates' own
//! words. The same lock gives the same bytes: no clock, no number of chance.
//!
//! `cargo test --locked --test sbom -- --ignored` writes `target/risiko.cdx.json`; `.ci/run` does.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests start cargo, read files and may fail"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What cargo says of the packages, for every system that they are built for.
fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// What a package needs, each with whether it is part of the program or only helps to build it.
fn needs(node: &Value) -> Vec<(&str, bool)> {
    let list = node["deps"].as_array().unwrap().iter();
    let needs = list.filter_map(|dep| {
        let kinds: Vec<&Value> =
            dep["dep_kinds"].as_array().unwrap().iter().map(|k| &k["kind"]).collect();
        let is_part = kinds.iter().any(|kind| kind.is_null());
        let builds = kinds.iter().any(|kind| **kind == "build");
        (is_part || builds).then(|| (text(dep, "pkg"), is_part))
    });
    needs.collect()
}

/// Every package that the program is made of or built with; `true` is a part of it.
fn packages<'v>(nodes: &BTreeMap<&'v str, &'v Value>, first: &'v str) -> BTreeMap<&'v str, bool> {
    let mut found = BTreeMap::new();
    let mut open = vec![(first, true)];
    while let Some((id, is_part)) = open.pop() {
        let known = found.get(id).copied();
        if known == Some(true) || known == Some(is_part) {
            continue;
        }
        found.insert(id, is_part);
        open.extend(needs(nodes[id]).into_iter().map(|(need, part)| (need, part && is_part)));
    }
    found
}

/// Digests of the packages as `Cargo.lock` has them, by name and version.
fn checksums() -> BTreeMap<(String, String), String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let field = |part: &str, key: &str| {
        let start = format!("{key} = \"");
        part.lines()
            .find_map(|line| line.strip_prefix(&start)?.strip_suffix('"').map(str::to_owned))
    };
    let parts = lock.split("[[package]]").skip(1);
    parts
        .filter_map(|part| {
            let name = (field(part, "name")?, field(part, "version")?);
            Some((name, field(part, "checksum")?))
        })
        .collect()
}

fn purl(package: &Value) -> String {
    format!("pkg:cargo/{}@{}", text(package, "name"), text(package, "version"))
}

fn component(package: &Value, is_part: bool, sums: &BTreeMap<(String, String), String>) -> Value {
    let (name, version) = (text(package, "name").to_owned(), text(package, "version").to_owned());
    let mut component = json!({
        "type": "library",
        "bom-ref": purl(package),
        "name": name,
        "version": version,
        "scope": if is_part { "required" } else { "excluded" },
        "purl": purl(package),
        // Old crates write a stroke for OR.
        "licenses": [{ "expression": text(package, "license").replace('/', " OR ") }],
    });
    if let Some(sum) = sums.get(&(name, version)) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    component
}

fn bill() -> Value {
    let metadata = metadata();
    let all: BTreeMap<&str, &Value> =
        metadata["packages"].as_array().unwrap().iter().map(|p| (text(p, "id"), p)).collect();
    let nodes: BTreeMap<&str, &Value> = metadata["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| (text(n, "id"), n))
        .collect();
    let own = text(&metadata["resolve"], "root");
    let (found, sums) = (packages(&nodes, own), checksums());
    let mut components = Vec::new();
    let mut dependencies = Vec::new();
    for (id, is_part) in &found {
        let below: BTreeSet<String> =
            needs(nodes[id]).iter().map(|(need, _)| purl(all[need])).collect();
        dependencies.push(json!({ "ref": purl(all[id]), "dependsOn": below }));
        if *id != own {
            components.push(component(all[id], *is_part, &sums));
        }
    }
    // By name, since an id of cargo also says where the package came from.
    components.sort_by(|a, b| text(a, "bom-ref").cmp(text(b, "bom-ref")));
    dependencies.sort_by(|a, b| text(a, "ref").cmp(text(b, "ref")));
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "bom-ref": purl(all[own]),
            "name": text(all[own], "name"),
            "version": text(all[own], "version"),
            "purl": purl(all[own]),
            "licenses": [{ "expression": text(all[own], "license") }],
        } },
        "components": components,
        "dependencies": dependencies,
    })
}

#[test]
#[ignore = "fetches the packages of other systems, too; .ci/run runs it"]
fn the_bill_of_materials_names_every_package_with_licence_and_digest() {
    let bill = bill();
    let components = bill["components"].as_array().unwrap();
    for component in components {
        let name = text(component, "bom-ref");
        assert_eq!(component["hashes"][0]["content"].as_str().map(str::len), Some(64), "{name}");
        assert!(!text(&component["licenses"][0], "expression").is_empty(), "{name}");
    }
    let has = |name: &str| components.iter().any(|c| text(c, "name") == name);
    assert!(has("minisign") && has("calamine") && has("clap_derive"), "a package is missing");
    // What only the tests need is no part of it.
    assert!(!has("proptest") && !has("boon"));
    let written = format!("{bill:#}\n");
    assert_eq!(written, format!("{:#}\n", self::bill()));
    let path: &Path = &root().join("target/risiko.cdx.json");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, written).unwrap();
}
