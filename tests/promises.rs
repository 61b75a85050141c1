//! The table of promises in `tests/README.md`: every test that it names is there.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and may fail")]

use std::fs;
use std::path::Path;

/// The texts between single backquotes, in order.
fn quoted(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_test_that_a_promise_names_is_there() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let readme = fs::read_to_string(tests.join("README.md")).unwrap();
    let (_, table) = readme.split_once("## Promises").unwrap();
    let table = table.split_once("\n## ").map_or(table, |(table, _)| table);
    let rows = table.lines().filter(|line| line.starts_with("| ") && !line.contains("**"));
    let (mut named, mut missing) = (0, Vec::new());
    for row in rows.skip(1) {
        let (promise, held) = row.trim_matches('|').split_once(" | ").unwrap();
        let mut source = None;
        let before = named;
        for word in quoted(held) {
            if word.ends_with(".rs") {
                source = fs::read_to_string(tests.join(word)).ok();
                if source.is_none() {
                    missing.push(format!("{promise}: no file {word}"));
                }
                continue;
            }
            named += 1;
            let is_there = source.as_ref().is_some_and(|source| {
                source.contains(&format!("fn {word}(")) || source.contains(&format!("fn {word}(\n"))
            });
            if !is_there {
                missing.push(format!("{promise}: no test {word}"));
            }
        }
        if named == before {
            missing.push(format!("{promise}: no test at all"));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
    assert!(named >= 60, "{named}");
}
