//! Layers point inwards. Read from the source, so that a wrong `use` fails here and not in review.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read the source and may fail"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// What each module may use of the others; the same table as in `src/lib.rs`.
const LAYERS: [(&str, &[&str]); 11] = [
    ("domain", &[]),
    ("finding", &["domain"]),
    ("engine", &["domain", "finding"]),
    ("text", &["domain", "finding", "engine"]),
    ("report", &["domain", "finding", "engine", "text", "exchange"]),
    ("guide", &["domain", "engine", "text"]),
    ("workbench", &["domain", "finding", "engine", "text"]),
    ("store", &["domain", "finding"]),
    ("exchange", &["domain", "finding", "engine", "text"]),
    ("render", &["domain", "report"]),
    (
        "cli",
        &[
            "domain",
            "finding",
            "engine",
            "text",
            "guide",
            "workbench",
            "report",
            "store",
            "exchange",
            "render",
        ],
    ),
];

/// Crates that only one place may know.
const CRATES: [(&str, &[&str]); 22] = [
    ("ratatui", &["workbench/view/", "cli/workbench.rs"]),
    ("signal_hook", &["cli/ends.rs"]),
    ("minisign", &["store/signature.rs"]),
    ("rpassword", &["cli/signing.rs"]),
    ("clap", &["cli/"]),
    ("anyhow", &["cli/"]),
    ("serde_saphyr", &["store/"]),
    ("tempfile", &["store/"]),
    ("calamine", &["exchange/guard/"]),
    ("quick_xml", &["exchange/guard/xml.rs"]),
    ("rust_xlsxwriter", &["exchange/sheet"]),
    ("comfy_table", &["render/"]),
    ("csv", &["exchange/"]),
    ("zip", &["exchange/guard/", "render/office/package.rs"]),
    ("notosans", &["render/font.rs"]),
    ("pdf_writer", &["render/pdf/"]),
    ("subsetter", &["render/pdf/"]),
    ("flate2", &["render/pdf/", "render/png.rs"]),
    ("supports_hyperlinks", &["cli/output.rs"]),
    ("terminal_size", &["cli/output.rs"]),
    ("schemars", &["store/schema/shapes/"]),
    ("rust_stemmers", &["engine/search.rs"]),
];

/// What pure layers never touch.
const IMPURE: [&str; 6] =
    ["std::fs", "std::env", "std::io::std", "SystemTime", "::now()", "std::net"];
const PURE: [&str; 8] =
    ["domain", "finding", "engine", "guide", "report", "text", "render", "workbench"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source file: path below `src`, and its text without comments and tests.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (name, lines.collect::<Vec<_>>().join("\n"))
    };
    sources(&root).iter().map(read).collect()
}

#[test]
fn modules_use_only_what_lies_further_in() {
    let mut wrong = Vec::new();
    for (name, code) in files() {
        let Some((layer, _)) = name.split_once('/') else { continue };
        let Some((_, allowed)) = LAYERS.iter().find(|(known, _)| *known == layer) else {
            panic!("{name}: a module without a place in the table of layers");
        };
        for (other, _) in LAYERS.iter().filter(|(other, _)| *other != layer) {
            if code.contains(&format!("crate::{other}")) && !allowed.contains(other) {
                wrong.push(format!("{name} uses {other}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn each_outside_library_is_known_in_one_place() {
    let mut wrong = Vec::new();
    for (name, code) in files() {
        for (library, places) in CRATES {
            let used = code.contains(&format!("{library}::"));
            if used && !places.iter().any(|place| name.starts_with(place)) {
                wrong.push(format!("{name} uses {library}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn pure_layers_know_no_files_clock_or_environment() {
    let mut wrong = Vec::new();
    for (name, code) in files() {
        let layer = name.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        if PURE.contains(&layer) {
            for word in IMPURE.iter().filter(|word| code.contains(**word)) {
                wrong.push(format!("{name} has {word}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn main_only_calls_the_library() {
    let (_, code) = files().into_iter().find(|(name, _)| name == "main.rs").unwrap();
    assert!(code.lines().count() <= 30, "{code}");
}

#[test]
fn nothing_opens_a_connection_or_starts_another_program_than_the_users_editor() {
    let mut wrong = Vec::new();
    for (name, code) in files() {
        for word in ["std::net", "TcpStream", "UdpSocket", "process::Command", "Command::new"] {
            // The user's own editor, where they ask for it.
            let is_editor = name == "cli/text_editor.rs" && word.contains("Command");
            if code.contains(word) && !is_editor {
                wrong.push(format!("{name} has {word}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    let lock =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    for library in ["reqwest", "hyper", "ureq", "curl", "native-tls", "rustls", "tokio"] {
        assert!(!lock.contains(&format!("name = \"{library}\"")), "{library} is a dependency");
    }
}
