//! Danish spelling of the catalogue. Needs hunspell with a Danish dictionary, which `.ci/run` installs.
#![allow(
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "a test may fail, and lists every text"
)]

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};

use risiko::domain::{Level, LevelNumber as _};
use risiko::store::{embedded_catalogue, embedded_method, embedded_method_ids};

/// Words that the dictionary does not know: names, products, abbreviations and new compounds.
const OWN_WORDS: &str = include_str!("words-da.txt");

/// Every Danish text with the entry that it stands in.
fn texts() -> Vec<(String, String)> {
    let catalogue = embedded_catalogue().unwrap();
    let mut texts: Vec<(String, &str)> = Vec::new();
    for activity in catalogue.activities.values() {
        let mut add = |text| texts.push((activity.id.to_string(), text));
        add(&activity.title);
        add(&activity.description);
        activity.systems.iter().for_each(|text| add(text));
        activity.threats.iter().for_each(|reference| add(&reference.reason));
        activity.changes.iter().for_each(|change| add(&change.text));
        activity.note.iter().for_each(|text| add(text));
        activity.starting.iter().for_each(|starting| add(&starting.reason));
        activity.downtime.iter().for_each(|downtime| add(&downtime.reason));
        if let Some(retention) = &activity.retention {
            retention.from.iter().chain(&retention.note).for_each(|text| add(text));
        }
    }
    for threat in catalogue.threats.values() {
        let mut add = |text| texts.push((threat.id.to_string(), text));
        add(&threat.title);
        add(&threat.description);
        add(&threat.example);
        threat.evidence.iter().for_each(|text| add(text));
    }
    for measure in catalogue.measures.values() {
        let mut add = |text| texts.push((measure.id.to_string(), text));
        add(&measure.title);
        add(&measure.description);
        add(&measure.evidence);
        measure.state_minimum.iter().for_each(|text| add(text));
    }
    for law in catalogue.laws.values() {
        law.title.iter().chain(&law.note).for_each(|text| texts.push((law.name.clone(), text)));
    }
    for criterion in &catalogue.dpia_criteria {
        let of_criterion =
            [&criterion.label, &criterion.question, &criterion.description, &criterion.example];
        texts.extend(of_criterion.map(|text| (criterion.id.clone(), text.as_str())));
    }
    for term in catalogue.data_subjects.iter().chain(&catalogue.personal_data) {
        texts.push((term.id.clone(), &term.label));
    }
    for term in catalogue.recipients.iter().chain(&catalogue.nis2_areas) {
        texts.push((term.id.clone(), &term.label));
    }
    let mut texts: Vec<(String, String)> =
        texts.into_iter().map(|(id, text)| (id, text.to_owned())).collect();
    for id in embedded_method_ids() {
        let method = embedded_method(&id).unwrap().unwrap();
        let mut level = |axis: &str, level: &Level| {
            let place = format!("{id}, {axis} {}", level.number);
            let elsewhere = level.elsewhere.values();
            let examples = elsewhere.clone().flat_map(|meaning| &meaning.examples);
            let briefs = elsewhere.clone().filter_map(|meaning| meaning.brief.as_ref());
            let definitions = elsewhere.map(|meaning| &meaning.definition);
            let own = [&level.label, &level.definition].into_iter().chain(&level.examples);
            let own = own.chain(&level.brief);
            let all = own.chain(briefs).chain(definitions).chain(examples);
            texts.extend(all.map(|text| (place.clone(), text.clone())));
        };
        method.likelihood.levels().for_each(|(_, of)| level("sandsynlighed", of));
        method.consequence.levels().for_each(|(_, of)| level("konsekvens", of));
        assert!(method.likelihood.levels().all(|(number, _)| number.number() > 0));
    }
    texts
}

/// The words of a text that the dictionary does not know.
fn unknown(text: &str) -> BTreeSet<String> {
    let mut hunspell = Command::new("hunspell")
        .args(["-d", "da_DK", "-i", "UTF-8", "-l"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    hunspell.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = hunspell.wait_with_output().unwrap();
    assert!(output.status.success(), "hunspell has no dictionary da_DK");
    let words = String::from_utf8(output.stdout).unwrap();
    let words = words.lines().map(|word| word.trim_end_matches('.').trim_start_matches('-'));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
#[ignore = "needs hunspell with da_DK; .ci/run installs it and runs this with --ignored"]
fn every_danish_word_of_the_catalogue_is_spelled_right() {
    let own: BTreeSet<&str> = OWN_WORDS.lines().collect();
    assert!(OWN_WORDS.lines().is_sorted(), "words-da.txt is sorted");
    // A word that no dictionary has must be found, or the test would find nothing at all.
    assert_eq!(unknown("Hjemmehjælpp er en ydelse."), BTreeSet::from(["Hjemmehjælpp".to_owned()]));
    let texts = texts();
    let all: String = texts.iter().map(|(_, text)| format!("{text}\n\n")).collect();
    let wrong: Vec<String> = unknown(&all)
        .into_iter()
        .filter(|word| !own.contains(word.as_str()))
        .map(|word| {
            let places = texts.iter().filter(|(_, text)| text.contains(&word)).map(|(id, _)| id);
            let places: BTreeSet<&String> = places.collect();
            format!("{word}: {places:?}")
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new(), "correct them, or add real words to words-da.txt");
}
