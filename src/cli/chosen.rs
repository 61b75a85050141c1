//! Activities chosen on the command line: by words, areas or KLE numbers.

use std::collections::BTreeSet;

use super::session::Opened;
use crate::domain::{ActivityId, Area, Catalogue};
use crate::exchange::batch::BatchScope;
use crate::finding::{Fact, Findings, Location, nearest};

/// The activities that words such as `74` and `61,A` name; `argument` is where they were written.
pub(super) fn named_activities(
    opened: &Opened,
    words: &[String],
    argument: &str,
    findings: &mut Findings,
) -> BTreeSet<ActivityId> {
    let scope = BatchScope { catalogue: &opened.catalogue, method: &opened.loaded.method };
    let words = words.iter().flat_map(|word| word.split(',')).map(str::trim);
    let named = words
        .filter(|word| !word.is_empty())
        .filter_map(|word| scope.activity(word, Location::Argument(argument.to_owned()), findings));
    named.collect()
}

/// Those of a group that the assessment answers; a finding where it answers none.
fn answered(
    opened: &Opened,
    argument: &str,
    group: Vec<ActivityId>,
    findings: &mut Findings,
) -> Vec<ActivityId> {
    let answers = &opened.loaded.assessment.activities;
    let (there, missing): (Vec<_>, Vec<_>) =
        group.into_iter().partition(|id| answers.contains_key(id));
    if there.is_empty() && !missing.is_empty() {
        let place = Location::Argument(argument.to_owned());
        findings.push(place, Fact::ActivityNotInAssessment { activities: missing });
    }
    there
}

/// Answered activities that are named, or of the areas or KLE numbers that are.
pub(super) fn chosen_activities(
    opened: &Opened,
    words: &[String],
    (areas, kle): (&[String], &[String]),
    findings: &mut Findings,
) -> BTreeSet<ActivityId> {
    let mut chosen = named_activities(opened, words, "AKTIVITET", findings);
    chosen.extend(answered_of_areas(opened, areas, findings));
    if !kle.is_empty() {
        let topics = opened.files.kle_topics();
        for number in kle {
            let of_kle = activities_of_kle(&opened.catalogue, &topics, number, "--kle", findings);
            chosen.extend(answered(opened, "--kle", of_kle, findings));
        }
    }
    chosen
}

/// Answered activities of the areas that `--area` names.
pub(super) fn answered_of_areas(
    opened: &Opened,
    areas: &[String],
    findings: &mut Findings,
) -> Vec<ActivityId> {
    let mut chosen = Vec::new();
    for area in areas {
        let of_area = activities_of_area(&opened.catalogue, area, findings);
        chosen.extend(answered(opened, "--area", of_area, findings));
    }
    chosen
}

/// Active activities of an area named by id or label.
pub(super) fn activities_of_area(
    catalogue: &Catalogue,
    written: &str,
    findings: &mut Findings,
) -> Vec<ActivityId> {
    let Some(area) = area_named(catalogue, written, findings) else { return Vec::new() };
    catalogue.active().filter(|a| a.area == area.id).map(|a| a.id.clone()).collect()
}

/// An area named by id or label.
pub(super) fn area_named<'c>(
    catalogue: &'c Catalogue,
    written: &str,
    findings: &mut Findings,
) -> Option<&'c Area> {
    let wanted = written.trim().to_lowercase();
    let area = catalogue.areas.iter().find(|area| {
        area.id.as_str() == wanted
            || area.label.to_lowercase() == wanted
            || area.label_en.to_lowercase() == wanted
    });
    if area.is_none() {
        let ids: Vec<&str> = catalogue.areas.iter().map(|area| area.id.as_str()).collect();
        let fact = Fact::UnknownArea {
            found: written.to_owned(),
            nearest: nearest(written, ids.iter().copied()).map(str::to_owned),
            allowed: ids.into_iter().map(str::to_owned).collect(),
        };
        findings.push(Location::Argument("--area".to_owned()), fact);
    }
    area
}

/// Activities behind a KLE topic (`27.60.14`) or group (`27.60`); none is reported.
pub(super) fn activities_of_kle(
    catalogue: &Catalogue,
    topics: &[(String, ActivityId)],
    written: &str,
    argument: &str,
    findings: &mut Findings,
) -> Vec<ActivityId> {
    let wanted = written.trim();
    let by_topic = topics.iter().find(|(topic, _)| topic == wanted).map(|(_, id)| id.clone());
    let by_group = catalogue
        .active()
        .filter(|activity| activity.kle_groups.iter().any(|group| group == wanted))
        .map(|activity| activity.id.clone());
    let found: Vec<ActivityId> = by_topic.into_iter().chain(by_group).collect();
    if found.is_empty() {
        let fact = Fact::UnknownKle { found: written.to_owned() };
        findings.push(Location::Argument(argument.to_owned()), fact);
    }
    found
}
