//! Exchange files: the figures arrive with the same bands, nothing else leaves, and what was changed
//! on the way or is no exchange file is refused with every mistake named.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests read files and may fail"
)]

mod support;

use std::fs;

use proptest::prelude::*;
use risiko::domain::{
    Acceptance, Action, ActivityId, Address, Assessment, Catalogue, Method, OwnCell, OwnSheet,
    Shared, SharedCounts,
};
use risiko::engine::{Scope, activity_risk, check_share, new_assessment, share};
use risiko::finding::{Fact, Findings, Severity};
use risiko::store::{
    SchemaKind, embedded_municipalities, format_share, json_schema_of, parse_assessment,
    parse_local, parse_share,
};
use serde_json::Value;
use support::anything::{answer, own_sheets};
use support::console::{Said, run, words};
use support::whole::anything;
use support::{activity_id, catalogue, method};

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

/// What people see of every activity: band, figures and what decided, today and afterwards.
fn bands(assessment: &Assessment, catalogue: &Catalogue, method: &Method) -> Vec<String> {
    let scope = Scope { catalogue, method, perspectives: &assessment.perspectives };
    let seen = assessment.activities.iter().map(|(id, answer)| {
        let risk = activity_risk(answer, scope);
        let told = |score: Option<(&risiko::engine::RiskSource, &risiko::engine::Score<'_>)>| {
            score.map(|(source, score)| {
                format!("{source:?} {:?} {} {:?}", score.severity(), score.band.id, score.driver)
            })
        };
        format!("{id} {:?} {:?} {:?}", answer.status, told(risk.current()), told(risk.residual()))
    });
    seen.collect()
}

fn sent(assessment: &Assessment, with_reasons: bool) -> (Shared, String) {
    let method = method(assessment.method.id.as_str());
    let (shared, _) = share(assessment, catalogue(), method, with_reasons);
    let (text, _) = format_share(&shared).unwrap();
    (shared, text)
}

fn codes(findings: &Findings) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code().id()).collect()
}

#[test]
fn what_stays_at_home_is_counted_over_all_activities() {
    let mut assessment = support::assessment(catalogue(), method("kl-4x4"));
    for (number, id) in ["61", "74", "76"].into_iter().enumerate() {
        let answer = assessment.activities.get_mut(&activity_id(id)).unwrap();
        answer.note = Some("Drøftet".to_owned());
        answer.review_by = Some("2027-06-01".parse().unwrap());
        answer.assessed.on = Some("2026-11-01".parse().unwrap());
        answer.assessed.by = Some(format!("Person {number}"));
        answer.acceptance = Some(Acceptance {
            by: "Ida Holm".to_owned(),
            role: "Direktør".to_owned(),
            on: "2026-11-01".parse().unwrap(),
            until: None,
            current: None,
            residual: None,
            digest: "x".to_owned(),
        });
        let own = || [("Pris".to_owned(), OwnCell::Text("10".to_owned()))].into_iter().collect();
        answer.extra = own();
        let threat = answer.threats.entry(support::threat_id("T08")).or_default();
        threat.extra = own();
        threat.risk.reason = Some("Fire breve".to_owned());
        threat.risk.actions = vec![Action { what: "Kursus".to_owned(), ..Action::default() }];
        threat.risk.measures = vec!["Vores egen lås".to_owned()];
    }
    let sheet = |name: &str, cells: &[&str]| OwnSheet {
        name: name.to_owned(),
        hidden: false,
        cells: cells
            .iter()
            .map(|at| (Address::parse(at).unwrap(), OwnCell::Text("x".to_owned())))
            .collect(),
    };
    assessment.own_sheets =
        vec![sheet("Noter", &["A1", "B2"]), sheet("Regnskab", &["C3"]), sheet("Tom", &[])];
    let (_, stays) = share(&assessment, catalogue(), method("kl-4x4"), false);
    assert_eq!(stays.sheets, 2);
    assert_eq!((stays.notes, stays.dates, stays.acceptances), (3, 6, 3), "{stays:?}");
    assert_eq!((stays.extra, stays.reasons, stays.actions), (6, 3, 3), "{stays:?}");
    assert_eq!((stays.measures, stays.names.len()), (3, 5), "{stays:?}");
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn what_arrives_is_what_was_sent_and_scores_the_same(
        whole in anything(),
        with_reasons in any::<bool>(),
    ) {
        let (shared, text) = sent(&whole, with_reasons);
        let file = parse_share("a.json", &text).map_err(|findings| {
            TestCaseError::fail(format!("{findings:?}"))
        })?;
        prop_assert_eq!(&file.shared, &shared);
        let (again, digest) = format_share(&file.shared).unwrap();
        prop_assert_eq!(&again, &text);
        prop_assert_eq!(&file.digest, &digest);
        let own = method(whole.method.id.as_str());
        let theirs = file.shared.catalogue(catalogue());
        let arrived = bands(&file.shared.assessment, &theirs, &file.shared.method);
        prop_assert_eq!(arrived, bands(&whole, catalogue(), own));
        prop_assert_eq!(codes(&check_share(&file.shared, "a.json", catalogue())), Vec::<&str>::new());
    }

    #[test]
    fn no_text_of_an_answer_leaves_without_being_asked(whole in marked()) {
        let (_, text) = sent(&whole, false);
        prop_assert!(!text.contains(MARK), "{}", text);
    }

    #[test]
    fn no_damage_to_a_file_crashes_the_reader(
        whole in anything(),
        at in any::<prop::sample::Index>(),
        with in "\\PC{0,3}",
    ) {
        let (_, text) = sent(&whole, true);
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        let place = places[at.index(places.len())];
        let mut damaged = text.clone();
        damaged.replace_range(place..=place + text[place..].chars().next().unwrap().len_utf8() - 1, &with);
        // Blanks and the order of keys are no content.
        if let Ok(file) = parse_share("a.json", &damaged) {
            prop_assert_eq!(file.shared, parse_share("a.json", &text).unwrap().shared);
        }
    }
}

const MARK: &str = "MÆRKE";

/// Nothing but texts that can be recognised.
fn marks() -> BoxedStrategy<String> {
    "[a-z]{1,8}".prop_map(|text| format!("{MARK} {text}")).boxed()
}

/// An assessment with a mark in every text of its answers. A new field with a text does not compile
/// in `support::anything` before it has one, too.
fn marked() -> impl Strategy<Value = Assessment> {
    let answers = prop::collection::vec(answer(marks), 1..6);
    (answers, own_sheets(marks)).prop_map(|(answers, own_sheets)| {
        let mut assessment = support::assessment(catalogue(), method("kl-4x4"));
        let ids: Vec<ActivityId> = assessment.activities.keys().cloned().collect();
        assessment.activities.extend(ids.into_iter().zip(answers));
        assessment.own_sheets = own_sheets;
        assessment
    })
}

/// Puts a mark of its own into every text that the schema of an assessment has; the sample has every
/// key (see `schemas.rs`), so that a new one cannot be forgotten.
fn mark(tree: &mut Value, schema: &Value, whole: &Value, path: &str, marks: &mut Vec<String>) {
    let schema = resolved(schema, whole, tree.is_object());
    match tree {
        Value::Array(items) => {
            for (number, item) in items.iter_mut().enumerate() {
                mark(item, &schema["items"], whole, &format!("{path}/{number}"), marks);
            }
        }
        Value::Object(fields) => match schema.get("properties") {
            Some(properties) => {
                for (key, value) in fields.iter_mut() {
                    mark(value, &properties[key], whole, &format!("{path}/{key}"), marks);
                }
            }
            // Where keys are data, they are texts of somebody, too.
            None => {
                for (key, mut value) in std::mem::take(fields) {
                    let path = format!("{path}/{key}");
                    mark(&mut value, &schema["additionalProperties"], whole, &path, marks);
                    fields.insert(next(marks, format!("{path} (key)")), value);
                }
            }
        },
        leaf => {
            let kinds = schema["type"].as_array();
            let is_text = kinds.is_some_and(|kinds| {
                ["boolean", "string"].iter().all(|kind| kinds.contains(&Value::from(*kind)))
            });
            // The method is looked up, and a cell's place is no text of anybody's.
            if is_text && path != "/method/id" && !path.ends_with("/at") {
                *leaf = next(marks, path.to_owned()).into();
            }
        }
    }
}

/// The mark of the next path.
fn next(marks: &mut Vec<String>, path: String) -> String {
    marks.push(path);
    marked_as(marks.len() - 1)
}

fn marked_as(number: usize) -> String {
    format!("{MARK}{number}.")
}

/// The shape behind references; of a choice the one that fits an object, or else a text.
fn resolved<'a>(schema: &'a Value, whole: &'a Value, is_object: bool) -> &'a Value {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let shape = whole.pointer(reference.trim_start_matches('#')).unwrap();
        return resolved(shape, whole, is_object);
    }
    let Some(choices) = schema.get("anyOf").and_then(Value::as_array) else { return schema };
    let of_object = choices.iter().find(|choice| is_object && choice.get("$ref").is_some());
    resolved(of_object.unwrap_or(&choices[0]), whole, is_object)
}

/// Where the marks stood that leave, and how many there were.
fn leaving(with_reasons: bool) -> (Vec<String>, usize) {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schemas/assessment.yml");
    let mut tree: Value = serde_saphyr::from_str(&fs::read_to_string(sample).unwrap()).unwrap();
    let whole: Value = serde_json::from_str(json_schema_of(SchemaKind::Assessment)).unwrap();
    let mut marks = Vec::new();
    mark(&mut tree, &whole, &whole, "", &mut marks);
    let kl = |_: &_| Ok(method("kl-4x4").clone());
    let loaded = parse_assessment("prøve", &tree.to_string(), catalogue(), kl).unwrap();
    let (_, text) = sent(&loaded.assessment, with_reasons);
    let count = marks.len();
    let left = marks.into_iter().enumerate();
    let left = left.filter(|(number, _)| text.contains(&marked_as(*number))).map(|(_, path)| path);
    let mut left: Vec<String> = left.collect();
    left.sort();
    (left, count)
}

const HEADER: [&str; 5] =
    ["/catalogue/digest", "/catalogue/id", "/catalogue/version", "/municipality/name", "/round"];

#[test]
fn of_all_texts_of_the_schema_only_those_of_the_header_leave() {
    let (left, of) = leaving(false);
    assert_eq!(left, HEADER);
    assert!(of > 25, "{of} marks are too few to say anything");
}

#[test]
fn with_reasons_exactly_the_reasons_and_the_measures_leave_as_well() {
    let (left, _) = leaving(true);
    let more: Vec<&str> =
        left.iter().map(String::as_str).filter(|path| !HEADER.contains(path)).collect();
    let activity = "/activities/0";
    let wanted = [
        "consequence/data-subject/confidentiality/reason",
        "measures/0",
        "reason",
        "status-reason",
        "threats/0/measures/0",
        "threats/0/reason",
        "threats/1/not-relevant",
    ];
    assert_eq!(more, wanted.map(|path| format!("{activity}/{path}")));
}

#[test]
fn a_measure_leaves_as_its_number_only_where_nothing_else_is_said() {
    let mut assessment = support::assessment(catalogue(), method("kl-4x4"));
    let known = catalogue().measures.values().next().unwrap();
    let answer = assessment.activities.get_mut(&activity_id("74")).unwrap();
    let longer = format!("{}, aftalt med Bo", known.title);
    answer.direct.measures =
        vec![longer.clone(), known.title.clone(), known.id.to_string(), "MX01".to_owned()];
    let (shared, text) = sent(&assessment, false);
    let answer = &shared.assessment.activities[&activity_id("74")];
    assert_eq!(answer.direct.measures, vec![known.id.to_string(); 2]);
    let counts = shared.counts[&(activity_id("74"), None)];
    assert_eq!(counts, SharedCounts { other_measures: 2, actions: 0 });
    assert!(!text.contains("Bo") && !text.contains("MX01"), "{text}");
    let (shared, _) = sent(&assessment, true);
    let answer = &shared.assessment.activities[&activity_id("74")];
    assert_eq!(answer.direct.measures[2..], [longer, "MX01".to_owned()]);
}

const LOCAL: &str = "local: 1\nactivities:\n- {id: X01, area: sundhed, title: Hemmelig opgave, \
    description: Om Bo, replaces: \"30\"}\nthreats:\n- {id: TX01, title: Bo igen, type: system, \
    dimensions: [availability], description: Bo, suggested: some}\n";

#[test]
fn own_entries_leave_by_number_and_what_they_hit_and_meet_no_namesake() {
    let (local, _) = parse_local("local.yml", LOCAL, catalogue()).unwrap();
    let own = catalogue().clone().with_local(local);
    let kl = method("kl-4x4");
    let municipalities = embedded_municipalities().unwrap();
    let mut assessment =
        new_assessment(&municipalities[0], "2026", "2026-11-01".parse().unwrap(), &own, kl);
    let answer = assessment.activities.get_mut(&activity_id("X01")).unwrap();
    answer.threats.entry(support::threat_id("TX01")).or_default().risk.likelihood =
        kl.likelihood.level(4).into();
    let (shared, stays) = share(&assessment, &own, kl, false);
    let (text, _) = format_share(&shared).unwrap();
    assert!(!text.contains("Bo") && !text.contains("Hemmelig"), "{text}");
    assert_eq!(stays.titles, 2);
    // The receiver has an own threat of the same number that hits something else.
    let namesake = LOCAL.replace("availability", "integrity").replace("Bo igen", "Deres egen");
    let (local, _) = parse_local("local.yml", &namesake, catalogue()).unwrap();
    let theirs = catalogue().clone().with_local(local);
    let shared = parse_share("a.json", &text).unwrap().shared;
    let seen = shared.catalogue(&theirs);
    assert_eq!(seen.activities[&activity_id("X01")].replaces, Some(activity_id("30")));
    assert_eq!(seen.threats[&support::threat_id("TX01")].title, "TX01");
    assert_eq!(bands(&shared.assessment, &seen, &shared.method), bands(&assessment, &own, kl));
}

#[test]
fn what_a_receiver_has_added_takes_no_part_in_a_shared_assessment() {
    let text = format!(
        "{LOCAL}measures:\n- {{id: MX01, title: Bo, kind: teknisk, description: Bo, \
        effect: [likelihood], dimensions: [availability], threats: [TX01]}}\n"
    );
    let (local, _) = parse_local("local.yml", &text, catalogue()).unwrap();
    let theirs = catalogue().clone().with_local(local);
    assert!(theirs.measures.keys().any(|id| id.as_str() == "MX01"));
    let (shared, _) = sent(&support::assessment(catalogue(), method("kl-4x4")), false);
    let seen = shared.catalogue(&theirs);
    assert_eq!(
        seen.activities.keys().collect::<Vec<_>>(),
        catalogue().activities.keys().collect::<Vec<_>>()
    );
    assert_eq!(
        seen.threats.keys().collect::<Vec<_>>(),
        catalogue().threats.keys().collect::<Vec<_>>()
    );
    assert_eq!(
        seen.measures.keys().collect::<Vec<_>>(),
        catalogue().measures.keys().collect::<Vec<_>>()
    );
}

/// Skovby's new assessment as an exchange file.
fn file() -> String {
    sent(&support::assessment(catalogue(), method("herning-4x4")), false).1
}

fn refused(text: &str) -> Vec<&'static str> {
    codes(&parse_share("a.json", text).unwrap_err().sorted())
}

#[test]
fn a_changed_figure_is_noticed_and_changed_blanks_are_not() {
    let text = file();
    let changed = text.replacen("\"status\": \"not-started\"", "\"status\": \"assessed\"", 1);
    assert_ne!(changed, text);
    assert_eq!(refused(&changed), ["SHR002"]);
    let value: Value = serde_json::from_str(&text).unwrap();
    assert!(parse_share("a.json", &value.to_string()).is_ok());
    assert!(parse_share("a.json", &format!("\u{feff}{}", text.replace('\n', "\r\n"))).is_ok());
    let renamed = text.replacen("Skovby", "Fjordby", 1);
    assert_eq!(refused(&renamed), ["SHR002"]);
}

#[test]
fn every_mistake_is_named_in_one_run_with_its_line() {
    let text = file()
        .replacen("\"status\": \"not-started\"", "\"status\": \"færdig\"", 1)
        .replacen("\"level\": 3,\n          \"origin\"", "\"level\": 9,\n          \"origin\"", 1)
        .replacen("\"id\": \"03\"", "\"id\": \"O3\"", 1)
        .replacen("\"as-of\": \"2026-11-01\"", "\"as-of\": \"i går\"", 1)
        .replacen("\"requires-treatment\": false", "\"requires-treatment\": 0", 1);
    let findings = parse_share("a.json", &text).unwrap_err();
    let codes = codes(&findings);
    for code in ["SHR002", "YML006", "YML005"] {
        assert!(codes.contains(&code), "{code} is not among {codes:?}");
    }
    assert_eq!(codes.iter().filter(|code| **code == "YML006").count(), 3, "{findings:?}");
    let placed = |finding: &risiko::finding::Finding| matches!(&finding.location, risiko::finding::Location::Text(place) if place.line > 1);
    assert!(findings.iter().all(placed), "{findings:?}");
}

#[test]
fn a_level_outside_the_scale_and_a_gap_in_the_matrix_are_refused() {
    let text = file();
    let value: Value = serde_json::from_str(&text).unwrap();
    let with = |change: &dyn Fn(&mut Value)| {
        let mut changed = value.clone();
        change(&mut changed);
        refused(&changed.to_string())
    };
    let first = "/activities/0/consequence/data-subject/confidentiality/level";
    let outside = with(&|file| *file.pointer_mut(first).unwrap() = 9.into());
    assert!(outside.contains(&"ASM001"), "{outside:?}");
    let cell = with(&|file| {
        file.pointer_mut("/method/matrix/2").unwrap().as_array_mut().unwrap().pop();
    });
    assert!(cell.contains(&"MTX001"), "{cell:?}");
    let row = with(&|file| {
        file.pointer_mut("/method/matrix").unwrap().as_object_mut().unwrap().shift_remove("4");
    });
    assert!(row.contains(&"MTX001"), "{row:?}");
    let band = with(&|file| *file.pointer_mut("/method/matrix/2/0").unwrap() = "ukendt".into());
    assert!(band.contains(&"MTX002"), "{band:?}");
    let swapped = with(&|file| {
        file.pointer_mut("/activities/0").unwrap()["threats"] =
            serde_json::json!([{ "id": "T01", "likelihood": 2 }]);
    });
    assert!(swapped.contains(&"CAT001"), "{swapped:?}");
}

#[test]
fn another_or_newer_file_is_said_to_be_that_and_nothing_more() {
    let text = file();
    let newer =
        text.replacen("risiko.share/1", "risiko.share/2", 1).replacen("\"round\"", "\"runde\"", 1);
    assert_eq!(refused(&newer), ["ASM008"]);
    assert_eq!(refused("{\"schema\": \"risiko.tables/1\", \"activities\": []}"), ["SHR001"]);
    for half in ["", "{", &text[..text.len() / 2], "risiko: 1\nround: a\n", "[1, 2"] {
        assert_eq!(refused(half), ["SHR001"], "{half:.20}");
    }
    assert_eq!(refused("[]"), ["YML005"]);
    assert_eq!(refused("null"), ["YML005"]);
}

#[test]
fn hostile_files_are_refused_within_bounds() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(refused(&deep), ["SHR001"]);
    let deep = format!("{{\"schema\": {}{}}}", "[".repeat(60), "]".repeat(60));
    assert_eq!(refused(&deep), ["YML007"]);
    let long = format!("{{\"schema\": \"{}\"}}", "a".repeat(5_000_000));
    assert_eq!(refused(&long), ["YML007"]);
    let many = format!("[{}1]", "1,".repeat(300_000));
    assert_eq!(refused(&many), ["YML007"]);
    let twice =
        file().replacen("\"round\": \"2026\"", "\"round\": \"2025\", \"round\": \"2026\"", 1);
    assert_eq!(refused(&twice), ["YML003"]);
}

#[test]
fn a_matrix_with_swapped_axes_does_not_pass_its_witness_cells() {
    let (mut shared, _) =
        sent(&support::assessment(catalogue(), method("datatilsynet-4x4")), false);
    let own = &shared.method;
    let rows = (1..=4_u8).map(|row| {
        let cell = |column| {
            let cell = own.band(own.likelihood.level(row)?, own.consequence.level(column)?)?;
            own.bands.iter().position(|band| band.id == cell.id)
        };
        (1..=4_u8).filter_map(cell).collect()
    });
    shared.method.matrix = risiko::domain::Matrix::from_rows(rows.collect());
    let (text, _) = format_share(&shared).unwrap();
    let arrived = parse_share("a.json", &text).unwrap().shared;
    let findings = check_share(&arrived, "a.json", catalogue());
    assert!(codes(&findings).contains(&"MTX007"), "{findings:?}");
}

#[test]
fn a_newer_catalogue_of_the_sender_is_named_and_its_figures_are_kept() {
    let text = file().replacen("\"id\": \"90\"", "\"id\": \"91\"", 1);
    let mut value: Value = serde_json::from_str(&text).unwrap();
    value["catalogue"]["version"] = "2027.1".into();
    let stated = parse_share("a.json", &value.to_string()).unwrap_err();
    let found = stated.iter().find_map(|finding| match &finding.fact {
        Fact::ShareChanged { found, .. } => Some(found.clone()),
        _ => None,
    });
    value["digest"] = found.unwrap().into();
    let shared = parse_share("a.json", &value.to_string()).unwrap().shared;
    let findings = check_share(&shared, "a.json", catalogue());
    assert_eq!(codes(&findings), ["SHR003"]);
    assert!(findings.iter().all(|finding| finding.severity() == Severity::Warning));
    assert_eq!(shared.catalogue(catalogue()).activities[&activity_id("91")].title, "91");
}

/// A folder with Skovby's new assessment in which one reason and one owner stand.
struct Folder(tempfile::TempDir);

const SHARED: &str = "a.risiko-share.json";

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.says("init Skovby --as-of 2026-11-01 -o a.risiko.yml", 0);
        folder.says("assess 74 --likelihood 3 --reason \"Bo så det\" --owner Chefen", 0);
        folder
    }

    fn says(&self, command: &str, code: i32) -> Said {
        let said = run(self.0.path(), &words(command), None);
        assert_eq!(said.code, code, "{command}\n{}{}", said.stdout, said.stderr);
        said
    }

    fn text(&self) -> Option<String> {
        fs::read_to_string(self.0.path().join(SHARED)).ok()
    }
}

#[test]
fn nothing_is_written_before_somebody_has_said_yes() {
    let folder = Folder::new();
    let said = folder.says("share", 2);
    assert!(said.stderr.contains("SHR004") && said.stderr.contains("--yes"), "{}", said.stderr);
    assert!(said.stdout.contains("Det bliver hjemme"), "{}", said.stdout);
    assert_eq!(folder.text(), None);
    folder.says("share --dry-run --yes", 0);
    assert_eq!(folder.text(), None);
    folder.says("share --yes", 0);
    let first = folder.text().unwrap();
    assert!(!first.contains("Bo") && !first.contains("Chefen"));
    assert!(folder.says("share --yes", 2).stderr.contains("ARG013"));
    folder.says("share --yes --force", 0);
    assert_eq!(folder.text().unwrap(), first, "the same figures give the same bytes");
}

#[test]
fn reasons_leave_only_where_asked_and_it_is_said() {
    let folder = Folder::new();
    let said = folder.says("share --yes --with reasons", 0);
    assert!(said.stdout.contains("OBS"), "{}", said.stdout);
    let text = folder.text().unwrap();
    assert!(text.contains("Bo så det") && !text.contains("Chefen"));
}

#[test]
fn the_receiver_sees_the_same_checksum_and_a_changed_file_is_refused() {
    let folder = Folder::new();
    let facts =
        |command: &str| -> Value { serde_json::from_str(&folder.says(command, 0).stdout).unwrap() };
    let sent = facts("share --yes --format json");
    let got = facts("share --verify a.risiko-share.json --format json");
    assert_eq!(sent["digest"], got["digest"]);
    assert_eq!(sent["holds"], got["holds"]);
    assert_eq!((&got["stays"], &sent["stays"]["reasons"]), (&Value::Null, &Value::from(1)));
    let changed = folder.text().unwrap().replacen("\"likelihood\": 3", "\"likelihood\": 1", 1);
    fs::write(folder.0.path().join(SHARED), changed).unwrap();
    let said = folder.says("share --verify a.risiko-share.json", 2);
    assert!(said.stderr.contains("SHR002") && said.stdout.is_empty(), "{}", said.stderr);
}

#[test]
fn the_table_on_the_screen_says_what_the_json_says() {
    let folder = Folder::new();
    let facts: Value =
        serde_json::from_str(&folder.says("share --dry-run --format json", 0).stdout).unwrap();
    let rows = folder.says("share --dry-run --format csv", 0).stdout;
    let counts = |part: &str| -> Vec<String> {
        facts[part].as_object().unwrap().values().map(ToString::to_string).collect()
    };
    let told: Vec<String> = rows
        .lines()
        .skip(1)
        .map(|line| line.trim_end().rsplit(';').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(told, [counts("holds"), counts("stays")].concat());
}
