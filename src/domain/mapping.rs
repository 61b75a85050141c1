//! How a sheet that a municipality made itself is read: which column holds what.

use std::collections::BTreeMap;

use super::{ActivityId, Dimension, Perspective, ThreatId};

/// What a column of a foreign sheet holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mapped {
    /// Key: the activity.
    Activity,
    /// Key: the threat.
    Threat,
    /// A field of an answer, by the key that the workbook's hidden sheet has for it.
    Field(String),
}

/// Fields whose keys name no perspective. A test in `exchange` holds them to the column table.
const FIXED: [&str; 17] = [
    "status",
    "status-reason",
    "starting-confirmed",
    "not-relevant",
    "likelihood",
    "likelihood-reason",
    "measures",
    "treatment",
    "actions",
    "residual-likelihood",
    "residual-consequence",
    "owner",
    "systems",
    "note",
    "assessed-by",
    "assessed-on",
    "review-by",
];

impl Mapped {
    /// Short for confidentiality, integrity and availability of the data subject.
    pub const CONSEQUENCE: &str = "consequence";

    /// The one field that only a threat has, so that a sheet with it must name threats.
    pub const NOT_RELEVANT: &str = "not-relevant";

    /// Every word that a mapping may give a column, in the order of print.
    #[must_use]
    pub fn words() -> Vec<String> {
        let keys = ["activity", "threat", Self::CONSEQUENCE].map(str::to_owned);
        keys.into_iter().chain(Self::field_keys()).collect()
    }

    /// The key of every field.
    pub fn field_keys() -> impl Iterator<Item = String> {
        let figures = Perspective::ALL.into_iter().flat_map(|whose| {
            let kinds = Dimension::ALL.into_iter();
            kinds.map(move |kind| figure(whose, kind))
        });
        let reasons = Perspective::ALL.map(|whose| format!("consequence-reason.{}", whose.key()));
        figures.chain(reasons).chain(FIXED.map(str::to_owned))
    }

    /// What a word of a mapping stands for. Missing: empty where nobody knows the word.
    #[must_use]
    pub fn parse(word: &str) -> Vec<Self> {
        match word {
            "activity" => vec![Self::Activity],
            "threat" => vec![Self::Threat],
            Self::CONSEQUENCE => {
                let kinds =
                    [Dimension::Confidentiality, Dimension::Integrity, Dimension::Availability];
                kinds.map(|kind| Self::Field(figure(Perspective::DataSubject, kind))).to_vec()
            }
            key => Self::field_keys().filter(|known| known == key).map(Self::Field).collect(),
        }
    }

    /// The word for it.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Activity => "activity",
            Self::Threat => "threat",
            Self::Field(key) => key,
        }
    }
}

fn figure(whose: Perspective, kind: Dimension) -> String {
    format!("{}.{}.{}", Mapped::CONSEQUENCE, whose.key(), kind.key())
}

/// Which column of a foreign sheet holds what, and what its words mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Name of the sheet; missing means the only one with every header.
    pub sheet: Option<String>,
    /// Row of the headers, counted from 1; missing means that it is looked for.
    pub header_row: Option<u32>,
    /// Header, and what stands below it, in the order of the file. One of them is the activity, and
    /// nothing is meant by two headers.
    pub columns: Vec<(String, Vec<Mapped>)>,
    /// Words for levels of likelihood beside those of the method.
    pub likelihood: BTreeMap<String, u8>,
    /// Words for levels of consequence beside those of the method.
    pub consequence: BTreeMap<String, u8>,
    /// What the sheet calls an activity.
    pub activities: BTreeMap<String, ActivityId>,
    /// What the sheet calls a threat.
    pub threats: BTreeMap<String, ThreatId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_for_something_and_no_two_for_the_same_field() {
        let words = Mapped::words();
        assert!(words.iter().all(|word| !Mapped::parse(word).is_empty()));
        let single: Vec<Mapped> = words.iter().flat_map(|word| Mapped::parse(word)).collect();
        // The short form repeats the three it stands for.
        let mut without = single.clone();
        without.sort();
        without.dedup();
        assert_eq!(single.len(), without.len() + 3);
        assert_eq!(Mapped::parse("sandsynlighed"), []);
    }
}
