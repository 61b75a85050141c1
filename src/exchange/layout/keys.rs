//! The name of each column where a program reads a form, not a person.

use super::{Derived, Role};

impl Role {
    /// The key in JSON, the same in every language; never changed once released. Missing: columns
    /// that people added stand under their own name, and helpers stand nowhere.
    pub(in crate::exchange) fn key(self) -> Option<String> {
        let fixed = match self {
            Self::Input(field) => return Some(field.key()),
            Self::Extra(_) | Self::Helper(_) => return None,
            Self::ActivityId => "activity",
            Self::ThreatId => "threat",
            Self::ActionNumber => "number",
            Self::Action(part) => part.key(),
            Self::Title => "title",
            Self::Area => "area",
            Self::ThreatTitle => "threat-title",
            Self::ThreatHits => "hits",
            Self::Starting => "starting-consequence",
            Self::Derived(derived) => match derived {
                Derived::Likelihood => "deciding-likelihood",
                Derived::Consequence => "deciding-consequence",
                Derived::Score => "score",
                Derived::Band => "band",
                Derived::DriverThreat => "decided-by",
                Derived::DriverPair => "decided-consequence",
                Derived::ConsequenceMet => "consequence-met",
                Derived::ResidualLikelihood => "residual-deciding-likelihood",
                Derived::ResidualConsequence => "residual-deciding-consequence",
                Derived::ResidualScore => "residual-score",
                Derived::ResidualBand => "residual-band",
            },
        };
        Some(fixed.to_owned())
    }

    /// Whether an import never reads it: it is computed, or stands in the catalogue. Titles are
    /// read, because a title beside another number is a sign that rows have been mixed up.
    pub(in crate::exchange) fn is_only_shown(self) -> bool {
        match self {
            Self::Area | Self::ThreatHits | Self::Starting | Self::Derived(_) | Self::Helper(_) => {
                true
            }
            Self::ActivityId
            | Self::ThreatId
            | Self::ActionNumber
            | Self::Action(_)
            | Self::Title
            | Self::ThreatTitle
            | Self::Input(_)
            | Self::Extra(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{Form, Pair, all_pairs, columns};

    #[test]
    fn no_two_columns_of_a_form_share_a_key() {
        let pairs: Vec<Pair> = all_pairs().collect();
        for form in Form::ALL {
            let mut seen = BTreeSet::new();
            for column in columns(form, &pairs, &pairs) {
                if let Some(key) = column.role.key() {
                    assert!(key != "extra" && seen.insert(key.clone()), "{form:?}: {key}");
                }
            }
        }
    }
}
