//! Activities: one file per area.

use std::collections::BTreeMap;

use super::Known;
use super::references::{
    activity_id, dangling, known_threat, named, one_of, references, shared_activity, source,
};
use crate::domain::{
    Activity, ActivityId, AreaId, Change, Dimension, Downtime, Law, LawReference, LegalBasis,
    Origin, Retention, RetentionPeriod, Retirement, StartingConsequence, Threat, ThreatId,
    ThreatReference,
};
use crate::finding::{Fact, Location};
use crate::store::reader::{MapReader, Reader};
use crate::store::yaml::Node;

/// Activities read so far, and the successors that they name with the place of the naming entry.
pub(super) struct Activities<'a> {
    pub(super) all: &'a mut BTreeMap<ActivityId, Activity>,
    pub(super) successors: &'a mut Vec<(Location, ActivityId)>,
}

pub(super) fn read_activities(
    reader: &Reader<'_>,
    node: &Node,
    known: &Known<'_>,
    activities: &mut Activities<'_>,
) -> Option<()> {
    let map = reader.map(node)?;
    let area = map.required("area").and_then(|node| read_area(reader, node, known));
    let items = map.list("activities");
    map.finish();
    let area = area?;
    let mut before: Option<ActivityId> = None;
    for item in items {
        if let Some(activity) = read_activity(reader, item, known, Some(&area)) {
            let id = activity.id.clone();
            if let Some(after) = before.filter(|before| *before > id) {
                let (id, after) = (id.to_string(), after.to_string());
                reader.report(item, Fact::NotSorted { id, after });
            }
            before = Some(id.clone());
            if let Some(successor) =
                activity.retired.as_ref().and_then(|retired| retired.replaced_by.clone())
            {
                activities.successors.push((reader.place_of(item), successor));
            }
            if activities.all.insert(id.clone(), activity).is_some() {
                reader.report(item, Fact::DuplicateCatalogueId { id: id.to_string() });
            }
        }
    }
    Some(())
}

fn read_area(reader: &Reader<'_>, node: &Node, known: &Known<'_>) -> Option<AreaId> {
    let text = reader.text(node)?;
    let area = known.areas.iter().find(|area| area.id.as_str() == text);
    if area.is_none() {
        dangling(reader, node, text, known.areas.iter().map(|area| area.id.as_str()));
    }
    area.map(|area| area.id.clone())
}

/// An activity. Its area is that of its file, or where there is none the one that it names itself.
#[expect(clippy::too_many_lines, reason = "one flat list of fields")]
pub(super) fn read_activity(
    reader: &Reader<'_>,
    node: &Node,
    known: &Known<'_>,
    of_file: Option<&AreaId>,
) -> Option<Activity> {
    let map = reader.map(node)?;
    let area = match of_file {
        Some(area) => Some(area.clone()),
        None => map.required("area").and_then(|node| read_area(reader, node, known)),
    };
    let id = map.required("id").and_then(|node| activity_id(reader, node));
    let (title, description) = (map.text("title"), map.text("description"));
    let kle_groups = map.texts("kle-groups");
    let data_subjects = references(reader, map.optional("data-subjects"), known.data_subjects);
    let personal_data = references(reader, map.optional("personal-data"), known.personal_data);
    let legal_basis =
        map.optional("legal-basis").and_then(|node| read_legal_basis(reader, node, known.laws));
    let recipients = references(reader, map.optional("recipients"), known.recipients);
    let systems = map.texts("systems");
    let retention =
        map.optional("retention").and_then(|node| read_retention(reader, node, known.retention));
    let has_starting = map.optional("starting-consequence").is_some();
    let starting = read_starting_consequence(reader, &map, known.consequence_levels);
    let downtime = map.optional("availability").and_then(|node| read_downtime(reader, node));
    let threats = map.list("threats").iter();
    let threats = threats.filter_map(|node| read_threat_reference(reader, node, known.threats));
    let threats = threats.collect();
    let dpia_criteria = named(reader, map.optional("dpia-criteria"), || {
        known.dpia_criteria.iter().map(|criterion| criterion.id.as_str())
    });
    let changes = map.list("changes").iter().filter_map(|node| read_change(reader, node)).collect();
    let valid_from = match known.local {
        None => map.required("valid-from").and_then(|node| reader.date(node)),
        Some(local) => map.optional_date("valid-from").or(Some(local.valid_from)),
    };
    let valid_to = map.optional_date("valid-to");
    let sources = match known.local {
        None => map.required("sources"),
        Some(_) => map.optional("sources"),
    };
    let sources = sources.and_then(|node| reader.list(node)).unwrap_or_default().iter();
    let sources = sources.filter_map(|node| source(reader, node, known.sources)).collect();
    let note = map.optional_text("note");
    let reviewed = map.flag("reviewed");
    let retired = map.optional_text("retired");
    let replaced_by = map.optional("replaced-by").and_then(|node| activity_id(reader, node));
    // Only the local files have the key: the shared catalogue is what there is to stand in place of.
    let replaces = known.local.and_then(|local| {
        map.optional("replaces").and_then(|node| shared_activity(reader, node, local.shared))
    });
    map.finish();
    // A municipality's own activity may have none: nobody has looked at it before it is assessed.
    let may_lack = retired.is_some() || known.local.is_some();
    if !may_lack && !has_starting {
        reader.report(node, Fact::MissingKey { key: "starting-consequence".to_owned() });
    }
    Some(Activity {
        id: id?,
        title: title?,
        description: description?,
        area: area?,
        kle_groups,
        data_subjects,
        personal_data,
        legal_basis: legal_basis.unwrap_or_default(),
        recipients,
        systems,
        retention,
        starting,
        downtime,
        threats,
        dpia_criteria,
        changes,
        valid_from: valid_from?,
        valid_to,
        sources,
        note,
        reviewed,
        retired: retired.map(|since| Retirement { since, replaced_by }),
        replaces,
    })
}

/// The figures with their reason; `None` where either is missing.
fn read_starting_consequence(
    reader: &Reader<'_>,
    map: &MapReader<'_>,
    top: u8,
) -> Option<StartingConsequence> {
    let Some(node) = map.optional("starting-consequence") else {
        // Known, so that it is not called unknown where the figures are missing.
        map.optional("starting-reason");
        return None;
    };
    let levels = read_starting(reader, node, top, true);
    let reason = map.text("starting-reason");
    let origin = Origin::Catalogue;
    levels.zip(reason).map(|(levels, reason)| StartingConsequence { levels, reason, origin })
}

fn read_threat_reference(
    reader: &Reader<'_>,
    node: &Node,
    threats: &BTreeMap<ThreatId, Threat>,
) -> Option<ThreatReference> {
    let map = reader.map(node)?;
    let threat = map.required("id").and_then(|node| known_threat(reader, node, threats));
    let reason = map.text("reason");
    map.finish();
    Some(ThreatReference { threat: threat?, reason: reason? })
}

fn read_legal_basis(
    reader: &Reader<'_>,
    node: &Node,
    laws: &BTreeMap<String, Law>,
) -> Option<LegalBasis> {
    let map = reader.map(node)?;
    let references = map.list("laws").iter().filter_map(|node| {
        let map = reader.map(node)?;
        let law = map.required("law");
        let law = law.and_then(|node| one_of(reader, node, || laws.keys().map(String::as_str)));
        let provisions = map.optional_text("provisions");
        map.finish();
        Some(LawReference { law: law?, provisions })
    });
    let basis = LegalBasis {
        article_6: map.texts("article-6"),
        article_9: map.texts("article-9"),
        section_11: map.flag("section-11"),
        criminal_offences: map.flag("criminal-offences"),
        laws: references.collect(),
    };
    map.finish();
    Some(basis)
}

fn read_retention(
    reader: &Reader<'_>,
    node: &Node,
    periods: &[RetentionPeriod],
) -> Option<Retention> {
    let map = reader.map(node)?;
    let known = || periods.iter().map(|period| period.code.as_str());
    let code = map.optional("code").and_then(|node| one_of(reader, node, known));
    let (from, note) = (map.optional_text("from"), map.optional_text("note"));
    map.finish();
    Some(Retention { code, from, note })
}

fn read_downtime(reader: &Reader<'_>, node: &Node) -> Option<Downtime> {
    let map = reader.map(node)?;
    let max_hours =
        map.required("max-downtime-hours").and_then(|node| reader.parse(node, "whole number"));
    let reason = map.text("reason");
    map.finish();
    Some(Downtime { max_hours: max_hours?, reason: reason? })
}

fn read_change(reader: &Reader<'_>, node: &Node) -> Option<Change> {
    let map = reader.map(node)?;
    let date = map.required("date").and_then(|node| reader.date(node));
    let text = map.text("text");
    map.finish();
    Some(Change { date: date?, text: text? })
}

/// Levels by dimension; with `complete` all three must be there.
pub(super) fn read_starting(
    reader: &Reader<'_>,
    node: &Node,
    top: u8,
    complete: bool,
) -> Option<BTreeMap<Dimension, u8>> {
    let map = reader.map(node)?;
    let mut levels = BTreeMap::new();
    for (key, dimension) in Dimension::KEYS.iter().take(3) {
        let node = if complete { map.required(key) } else { map.optional(key) };
        let Some(node) = node else { continue };
        let Some(level) = reader.parse::<u8>(node, "whole number") else { continue };
        if !(1..=top).contains(&level) {
            reader.report(node, Fact::StartingOutsideScale { found: level.to_string(), top });
        }
        levels.insert(*dimension, level);
    }
    map.finish();
    Some(levels)
}
