//! What a municipality adds to the shipped catalogue, and what it says otherwise.

use std::collections::BTreeMap;

use super::keyed::keyed;
use super::{
    Activity, ActivityId, Catalogue, Dimension, LegalBasis, Measure, MeasureId, Origin, Source,
    StartingConsequence, Threat, ThreatId,
};

/// Who a local catalogue comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LocalOrigin {
    /// The municipality's copy of KL's workbook.
    Kl,
    /// The municipality itself.
    Own,
}

keyed!(LocalOrigin {
    "kl" => Kl,
    "own" => Own,
});

/// Legal basis as KL's workbook has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LocalBasis {
    /// Letters of GDPR article 6(1).
    pub article_6: Vec<String>,
    /// Letters of GDPR article 9(2).
    pub article_9: Vec<String>,
    /// Sections of databeskyttelsesloven, 8–14.
    pub sections: Vec<String>,
    /// The laws, as a text.
    pub text: Option<String>,
}

/// What a local catalogue says otherwise of one entry. What is missing stays as it is shipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// Id of an activity, a threat or a measure.
    pub id: String,
    /// Who says so.
    pub origin: LocalOrigin,
    /// Why, in Danish.
    pub reason: String,
    /// Title.
    pub title: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Category in KL's workbook; shown and used for nothing.
    pub category: Option<String>,
    /// Starting consequence per dimension; a dimension that is not named is left unrated.
    pub starting: Option<BTreeMap<Dimension, u8>>,
    /// The one figure in KL's workbook, 0–4, as it stood; `starting` is what came of it.
    pub kl_figure: Option<u8>,
    /// KLE groups.
    pub kle_groups: Option<Vec<String>>,
    /// Legal basis.
    pub legal_basis: Option<LocalBasis>,
}

impl Override {
    /// One that changes nothing yet.
    #[must_use]
    pub fn new(id: String, origin: LocalOrigin, reason: String) -> Self {
        Self {
            id,
            origin,
            reason,
            title: None,
            description: None,
            category: None,
            starting: None,
            kl_figure: None,
            kle_groups: None,
            legal_basis: None,
        }
    }

    /// Whether it says nothing otherwise.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::new(self.id.clone(), self.origin, self.reason.clone())
    }
}

/// One local catalogue: a file beside the assessments. Every reference in it resolves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalCatalogue {
    /// Who it comes from.
    pub origin: LocalOrigin,
    /// What it says otherwise, by id.
    pub overrides: Vec<Override>,
    /// Own activities, `X01`…
    pub activities: BTreeMap<ActivityId, Activity>,
    /// Own threats, `TX01`…
    pub threats: BTreeMap<ThreatId, Threat>,
    /// Own measures, `MX01`…
    pub measures: BTreeMap<MeasureId, Measure>,
}

impl LocalCatalogue {
    /// Source of own entries that name none.
    pub const SOURCE: &'static str = "lokal";

    /// A local catalogue with nothing in it.
    #[must_use]
    pub fn new(origin: LocalOrigin) -> Self {
        Self {
            origin,
            overrides: Vec::new(),
            activities: BTreeMap::new(),
            threats: BTreeMap::new(),
            measures: BTreeMap::new(),
        }
    }
}

impl Catalogue {
    /// The catalogue as the municipality uses it. The last of two that say the same thing counts.
    #[must_use]
    pub fn with_local(mut self, local: LocalCatalogue) -> Self {
        if self.sources.iter().all(|source| source.id != LocalCatalogue::SOURCE) {
            let id = LocalCatalogue::SOURCE.to_owned();
            self.sources.push(Source { id, text: "Kommunens eget katalog".to_owned() });
        }
        self.activities.extend(local.activities);
        self.threats.extend(local.threats);
        self.measures.extend(local.measures);
        for change in local.overrides {
            self.apply(&change);
            self.overrides.entry(change.id.clone()).or_default().push(change);
        }
        self
    }

    /// What local catalogues say otherwise of an entry.
    #[must_use]
    pub fn overrides_of(&self, id: &str) -> &[Override] {
        self.overrides.get(id).map_or(&[], Vec::as_slice)
    }

    fn apply(&mut self, change: &Override) {
        let set = |target: &mut String, text: &Option<String>| {
            if let Some(text) = text {
                target.clone_from(text);
            }
        };
        if let Some(id) = ActivityId::parse(&change.id).ok()
            && let Some(activity) = self.activities.get_mut(&id)
        {
            set(&mut activity.title, &change.title);
            set(&mut activity.description, &change.description);
            if let Some(groups) = &change.kle_groups {
                activity.kle_groups.clone_from(groups);
            }
            if let Some(levels) = &change.starting {
                activity.starting = Some(StartingConsequence {
                    levels: levels.clone(),
                    reason: change.reason.clone(),
                    origin: match change.origin {
                        LocalOrigin::Kl => Origin::Kl,
                        LocalOrigin::Own => Origin::Catalogue,
                    },
                });
            }
            if let Some(basis) = &change.legal_basis {
                activity.legal_basis = replaced(&activity.legal_basis, basis);
            }
        } else if let Some(threat) =
            ThreatId::parse(&change.id).ok().and_then(|id| self.threats.get_mut(&id))
        {
            set(&mut threat.title, &change.title);
            set(&mut threat.description, &change.description);
        } else if let Some(measure) =
            MeasureId::parse(&change.id).ok().and_then(|id| self.measures.get_mut(&id))
        {
            set(&mut measure.title, &change.title);
            set(&mut measure.description, &change.description);
        }
    }
}

/// The laws that the catalogue names stay: a text cannot be taken apart into names.
fn replaced(basis: &LegalBasis, local: &LocalBasis) -> LegalBasis {
    let has = |section: &str| local.sections.iter().any(|known| known == section);
    LegalBasis {
        article_6: local.article_6.clone(),
        article_9: local.article_9.clone(),
        section_11: has("11"),
        criminal_offences: has("8"),
        laws: basis.laws.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_otherwise_is_empty_and_any_one_thing_is_not() {
        let nothing = Override::new("74".to_owned(), LocalOrigin::Own, "Fordi".to_owned());
        assert!(nothing.is_empty());
        let something = Override { kl_figure: Some(0), ..nothing.clone() };
        assert!(!something.is_empty());
        assert!(!Override { title: Some("Børn".to_owned()), ..nothing }.is_empty());
    }
}
