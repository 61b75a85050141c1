//! Entries of a catalogue as facts.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::domain::{Activity, Catalogue, Dimension, Law, Measure, Term, Threat};

/// Ids with their labels in both languages.
fn terms(ids: &[String], known: &[Term]) -> Value {
    let terms = ids.iter().map(|id| {
        let term = known.iter().find(|term| term.id == *id);
        json!({
            "id": id,
            "label": term.map(|term| &term.label),
            "label-en": term.map(|term| &term.label_en),
        })
    });
    terms.collect()
}

fn dimensions(dimensions: &[Dimension]) -> Vec<&'static str> {
    dimensions.iter().map(|dimension| dimension.key()).collect()
}

/// Adds what local catalogues say otherwise of an entry, where they do.
pub(super) fn with_overrides(catalogue: &Catalogue, id: &str, mut entry: Value) -> Value {
    let changes = catalogue.overrides_of(id).iter().map(|change| {
        json!({
            "origin": change.origin.key(),
            "reason": change.reason,
            "title": change.title,
            "description": change.description,
            "category": change.category,
            "starting-consequence": change.starting.as_ref().map(|levels| {
                levels.iter().map(|(d, level)| (d.key(), *level)).collect::<BTreeMap<_, _>>()
            }),
            "kl-consequence": change.kl_figure,
            "kle-groups": change.kle_groups,
            "legal-basis": change.legal_basis.as_ref().map(|basis| {
                json!({
                    "article-6": basis.article_6,
                    "article-9": basis.article_9,
                    "sections": basis.sections,
                    "text": basis.text,
                })
            }),
        })
    });
    let changes: Vec<Value> = changes.collect();
    if let (false, Some(fields)) = (changes.is_empty(), entry.as_object_mut()) {
        fields.insert("overrides".to_owned(), changes.into());
    }
    entry
}

/// An activity with everything that it says.
#[expect(clippy::too_many_lines, reason = "one flat list of fields")]
pub(super) fn activity(catalogue: &Catalogue, activity: &Activity) -> Value {
    let basis = &activity.legal_basis;
    let area = catalogue.area(&activity.area);
    let laws = basis.laws.iter().map(|reference| {
        let law = catalogue.laws.get(&reference.law);
        json!({
            "law": reference.law,
            "title": law.and_then(|law| law.title.as_ref()),
            "provisions": reference.provisions,
        })
    });
    let threats = activity.threats.iter().map(|reference| {
        let threat = catalogue.threats.get(&reference.threat);
        json!({
            "id": reference.threat.as_str(),
            "title": threat.map(|threat| &threat.title),
            "reason": reference.reason,
        })
    });
    let criteria = catalogue.criteria_met(activity).map(|criterion| {
        json!({
            "id": criterion.id,
            "label": criterion.label,
            "label-en": criterion.label_en,
        })
    });
    let changes = activity
        .changes
        .iter()
        .map(|change| json!({ "date": change.date.to_string(), "text": change.text }));
    json!({
        "id": activity.id.as_str(),
        "title": activity.title,
        "description": activity.description,
        "area": {
            "id": activity.area.as_str(),
            "label": area.map(|area| &area.label),
            "label-en": area.map(|area| &area.label_en),
        },
        "kle-groups": activity.kle_groups,
        "data-subjects": terms(&activity.data_subjects, &catalogue.data_subjects),
        "personal-data": terms(&activity.personal_data, &catalogue.personal_data),
        "legal-basis": {
            "article-6": basis.article_6,
            "article-9": basis.article_9,
            "section-11": basis.section_11,
            "criminal-offences": basis.criminal_offences,
            "laws": laws.collect::<Vec<_>>(),
        },
        "recipients": terms(&activity.recipients, &catalogue.recipients),
        "systems": activity.systems,
        "retention": activity.retention.as_ref().map(|retention| {
            let period = catalogue.retention.iter().find(|p| Some(&p.code) == retention.code.as_ref());
            json!({
                "code": retention.code,
                "label": period.map(|period| &period.label),
                "label-en": period.map(|period| &period.label_en),
                "from": retention.from,
                "note": retention.note,
            })
        }),
        "starting-consequence": activity.starting.as_ref().map(|starting| {
            let levels: serde_json::Map<String, Value> = starting
                .levels
                .iter()
                .map(|(dimension, level)| (dimension.key().to_owned(), json!(level)))
                .collect();
            json!({ "levels": levels, "reason": starting.reason })
        }),
        "availability": activity.downtime.as_ref().map(|downtime| {
            json!({ "max-downtime-hours": downtime.max_hours, "reason": downtime.reason })
        }),
        "threats": threats.collect::<Vec<_>>(),
        "dpia-criteria": criteria.collect::<Vec<_>>(),
        "changes": changes.collect::<Vec<_>>(),
        "valid-from": activity.valid_from.to_string(),
        "valid-to": activity.valid_to.map(|date| date.to_string()),
        "retired": activity.retired.as_ref().map(|retired| {
            json!({
                "since": retired.since,
                "replaced-by": retired.replaced_by.as_ref().map(crate::domain::ActivityId::as_str),
            })
        }),
        "replaces": activity.replaces.as_ref().map(crate::domain::ActivityId::as_str),
        "sources": activity.sources,
        "reviewed": activity.reviewed,
        "note": activity.note,
    })
}

/// A threat with everything that it says, and the measures that work on it.
pub(super) fn threat(catalogue: &Catalogue, threat: &Threat) -> Value {
    let measures = catalogue
        .measures_against(&threat.id)
        .map(|measure| json!({ "id": measure.id.as_str(), "title": measure.title }));
    let evidence = (1..=u8::MAX).zip(&threat.evidence);
    let evidence: serde_json::Map<String, Value> =
        evidence.map(|(level, text)| (level.to_string(), json!(text))).collect();
    json!({
        "id": threat.id.as_str(),
        "title": threat.title,
        "type": threat.kind,
        "dimensions": dimensions(&threat.dimensions),
        "rights": threat.rights,
        "description": threat.description,
        "example": threat.example,
        "likelihood": evidence,
        "suggested": threat.suggested.key(),
        "measures": measures.collect::<Vec<_>>(),
        "source": threat.source,
    })
}

/// A measure with everything that it says.
pub(super) fn measure(catalogue: &Catalogue, measure: &Measure) -> Value {
    let threats = measure.threats.iter().map(|id| {
        let threat = catalogue.threats.get(id);
        json!({ "id": id.as_str(), "title": threat.map(|threat| &threat.title) })
    });
    json!({
        "id": measure.id.as_str(),
        "title": measure.title,
        "kind": measure.kind.key(),
        "description": measure.description,
        "effect": measure.effects.iter().map(|effect| effect.key()).collect::<Vec<_>>(),
        "dimensions": dimensions(&measure.dimensions),
        "rights": measure.rights,
        "threats": threats.collect::<Vec<_>>(),
        "iso-27002": measure.iso_27002,
        "nis2": measure.nis2_areas,
        "state-minimum": measure.state_minimum,
        "evidence": measure.evidence,
        "source": measure.source,
    })
}

/// A law, and the activities that rest on it.
pub(super) fn law(catalogue: &Catalogue, law: &Law) -> Value {
    let activities = super::activities_under(catalogue, law).map(|activity| activity.id.as_str());
    json!({
        "name": law.name,
        "title": law.title,
        "kind": law.kind.key(),
        "valid-from": law.valid_from.map(|date| date.to_string()),
        "valid-to": law.valid_to.map(|date| date.to_string()),
        "replaced-by": law.replaced_by,
        "note": law.note,
        "activities": activities.collect::<Vec<_>>(),
    })
}
