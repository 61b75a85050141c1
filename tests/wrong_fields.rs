//! One mistake in a small file of every form: named by its code, on the line where it stands.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    dead_code,
    unreachable_pub,
    reason = "a failing test may say so, and the reading of files is shared with the fuzzer"
)]

#[path = "support/ods.rs"]
mod ods;
#[path = "support/package.rs"]
mod package;
#[path = "support/readers.rs"]
mod readers;
mod support;

use readers::{Form, Outcome, texts};
use risiko::finding::Location;
use support::shipped;

/// A form by its folder, what is replaced in the file that it begins with, by what, and the code of what is found.
type Mistake = (&'static str, &'static str, &'static str, &'static str);

const MISTAKES: &[Mistake] = &[
    ("level-map", "risiko-levels: 1\n", "risiko-levels: 2\n", "ASM008"),
    ("level-map", "risiko-levels: 1\n", "", "YML004"),
    ("minutes", "risiko-meeting: 1\n", "risiko-meeting: 2\n", "ASM008"),
    ("minutes", "risiko-meeting: 1\n", "", "YML004"),
    ("minutes", "agenda:\n", "agenda:\n- {id: \"74\", before: {status: in-progress}}\n", "ASM004"),
    ("template", "risiko-template: 1\n", "risiko-template: 2\n", "ASM008"),
    ("template", "risiko-template: 1\n", "", "YML004"),
    ("template", "logo: logo.png", "logo: .", "YML006"),
    ("template", "sidefod: Fortroligt", "sidefod: [a]", "YML005"),
    ("local-catalogue", "local: 1\n", "", "YML004"),
    ("method", "id: under-middel", "id: lav", "MTX011"),
    ("method", "id: under-middel", "id: Under Middel", "YML006"),
    ("assessment", "name: Noter", "name: \"a/b\"", "YML006"),
    ("assessment", "at: A1,", "at: A20001,", "YML006"),
    ("assessment", "at: A1,", "at: SS1,", "YML006"),
    ("assessment", "at: A1,", "at: B2,", "YML006"),
    ("assessment", "number: 12.5", "number: .inf", "YML005"),
    ("assessment", "own-sheets:\n", "own-sheets:\n- {name: NOTER}\n", "YML006"),
    ("assessment", "own-sheets:\n", "own-sheets:\n- a\n", "YML005"),
    ("exchange-file", "\"risiko.share/1\"", "[1]", "YML005"),
    ("exchange-file", "risiko.share/1", "risiko.share/0", "SHR001"),
    ("exchange-file", "risiko.share/1", "risiko.share/2", "ASM008"),
    ("exchange-file", "\"id\": \"T02\"", "\"id\": \"T01\"", "ASM004"),
    (
        "exchange-file",
        "\"dimensions\": [\n        \"integrity\"\n      ]",
        "\"dimensions\": []",
        "CAT004",
    ),
    ("exchange-file", "\"threats\": [\n", "\"threats\": [1,\n", "YML005"),
    ("exchange-file", "\"other-measures\": 1", "\"other-measures\": 2", "YML006"),
    ("exchange-file", "\"beskaeftigelse\"", "\"Arbejde og børn\"", "YML006"),
    ("exchange-file", "\"consequence\": {\n", "\"consequence\": 1, \"threats-of\": {\n", "YML005"),
    (
        "exchange-file",
        "\"activities\": [\n",
        "\"activities\": [{\"id\": \"01\", \"area\": \"a\", \"status\": \"not-started\"},\n",
        "ASM004",
    ),
];

/// The codes that are found, each with its line.
fn found_in(form: &Form, bytes: &[u8]) -> Vec<(String, Option<usize>)> {
    let Outcome::Refused(findings) = (form.read)(bytes) else { return Vec::new() };
    let line = |location: &Location| match location {
        Location::Text(place) => Some(place.line),
        _ => None,
    };
    findings.iter().map(|f| (f.code().id().to_owned(), line(&f.location))).collect()
}

#[test]
fn a_mistake_in_any_field_is_named_where_it_stands() {
    let forms = texts();
    let mut wrong = Vec::new();
    for (folder, from, to, code) in MISTAKES {
        let form = forms.iter().find(|form| form.folder() == *folder).unwrap();
        let seed = String::from_utf8(form.seed.clone()).unwrap();
        assert!(seed.contains(from), "{folder} has no {from:?}");
        let text = seed.replacen(from, to, 1);
        let at = seed.split(from).next().unwrap().lines().count().max(1);
        let found = found_in(form, text.as_bytes());
        // The place is the value, or the entry or list that it belongs to.
        let near = |line: &usize| line.abs_diff(at) <= 3;
        if !found.iter().any(|(found, line)| found == code && line.as_ref().is_some_and(near)) {
            wrong.push(format!("{folder}, {to:?} in line {at}: {found:?}, not {code}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
