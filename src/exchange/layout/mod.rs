//! The column table: every column of the sheets that are filled in, declared once.
//!
//! Export, import, baseline and comparison all work from these declarations. A new column is one
//! line here, a field in [`Field`] if it is an input, and its header in `text::workbook`.

mod added;
mod columns;
mod keys;

pub(super) use added::{Added, added, added_by, insert_added};
pub(super) use columns::columns;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::field::Field;
use crate::domain::{Assessment, Dimension, Perspective};
use crate::text::Lang;
use crate::text::workbook::{Phrase, groups, sheets};

/// Width of what an action is.
pub(super) const ACTION_WIDTH: f64 = 44.0;
/// Width of who does it.
pub(super) const OWNER_WIDTH: f64 = 22.0;
/// Width of the titles of activities, in characters, which the height of rows depends on.
pub(super) const TITLE_WIDTH: f64 = 31.0;
/// Width of the titles of threats.
pub(super) const THREAT_TITLE_WIDTH: f64 = 36.0;
/// Width of what decides.
pub(super) const DRIVER_WIDTH: f64 = 26.0;
/// Width of whose consequence of which kind decides.
pub(super) const PAIR_WIDTH: f64 = 18.0;

/// Width of a column that people added.
const EXTRA_WIDTH: f64 = 22.0;

/// A consequence figure: whose, and of which kind.
pub(super) type Pair = (Perspective, Dimension);

/// A sheet with one row per thing to assess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// One row per activity.
    Activities,
    /// One row per activity and threat.
    Threats,
    /// One row per action of an activity or of a threat in it.
    Actions,
}

impl Form {
    /// All, in the order of the workbook.
    pub const ALL: [Self; 3] = [Self::Activities, Self::Threats, Self::Actions];

    /// Those whose rows are answers: one row per activity, or per threat in one.
    pub(super) const ANSWERS: [Self; 2] = [Self::Activities, Self::Threats];

    /// Name on the tab.
    pub(super) fn name(self) -> Phrase {
        match self {
            Self::Activities => sheets::ACTIVITIES,
            Self::Threats => sheets::THREATS,
            Self::Actions => sheets::ACTIONS,
        }
    }

    /// Key in the hidden sheet, in JSON and of `--table`; never changed once released.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Activities => "activities",
            Self::Threats => "threats",
            Self::Actions => "actions",
        }
    }
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// Key: the activity.
    ActivityId,
    /// Key: the threat.
    ThreatId,
    /// Key: which action of that activity and threat, counted from 1; blank for a new one.
    ActionNumber,
    /// What people fill in of an action.
    Action(ActionPart),
    /// From the catalogue: title of the activity.
    Title,
    /// From the catalogue: area of the activity.
    Area,
    /// From the catalogue: title of the threat.
    ThreatTitle,
    /// From the catalogue: what the threat hits.
    ThreatHits,
    /// From the catalogue: starting figures.
    Starting,
    /// What people fill in.
    Input(Field),
    /// A column that people added, by its place among those of the form.
    Extra(u16),
    /// Computed by a formula, never read.
    Derived(Derived),
    /// Computed for other formulas, hidden, never read.
    Helper(Helper),
}

impl Role {
    /// Whether people see it, so that its header can be what somebody meant.
    pub(super) fn is_seen(self) -> bool {
        !matches!(self, Self::Helper(_))
    }

    /// Whether an import reads it: the keys and what people fill in.
    pub(super) fn is_read(self) -> bool {
        matches!(
            self,
            Self::ActivityId
                | Self::ThreatId
                | Self::ActionNumber
                | Self::Input(_)
                | Self::Action(_)
                | Self::Extra(_)
        )
    }
}

/// A part of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ActionPart {
    /// What will be done.
    What,
    /// By whom.
    Owner,
    /// By when.
    Deadline,
}

impl ActionPart {
    /// All, in the order of the columns.
    pub(super) const ALL: [Self; 3] = [Self::What, Self::Owner, Self::Deadline];

    /// Key in the hidden sheet; never changed once released.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Owner => "owner",
            Self::Deadline => "deadline",
        }
    }
}

/// A result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Derived {
    /// Likelihood of the deciding risk.
    Likelihood,
    /// Consequence of the deciding risk.
    Consequence,
    /// Product of the two.
    Score,
    /// Band word.
    Band,
    /// Threat that decides.
    DriverThreat,
    /// Whose consequence of which kind decides.
    DriverPair,
    /// Consequence that a threat meets.
    ConsequenceMet,
    /// Residual likelihood.
    ResidualLikelihood,
    /// Residual consequence.
    ResidualConsequence,
    /// Product of the two.
    ResidualScore,
    /// Residual band word.
    ResidualBand,
}

/// A step between input and result.
///
/// A *figure* is level × 100 + (99 − place of the pair), so the largest one names the highest
/// level and, on a tie, the first pair in print. A *key* puts band rank, consequence, likelihood,
/// threat (earlier is larger) and pair into one number, so the largest one is the worst risk as
/// `engine::worst` has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Helper {
    /// Number of the activity within the workbook.
    Ordinal,
    /// Figure of one pair in scope.
    Pair(Perspective, Dimension),
    /// Largest figure.
    Figure,
    /// Likelihood as a number.
    Likelihood,
    /// Row of the activity on its sheet.
    ActivityRow,
    /// Largest key of the activity's threats.
    ThreatKey,
    /// The same, residual.
    ThreatResidualKey,
    /// Key of the deciding risk.
    Key,
    /// The same, residual.
    ResidualKey,
    /// Order among all activities.
    Rank,
}

/// Headers of the columns that formulas fill, in both languages: a form is read without them.
#[must_use]
pub(super) fn computed_headers() -> &'static [String] {
    static HEADERS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let pairs: Vec<_> = all_pairs().collect();
        let columns = Form::ALL.into_iter().flat_map(|form| columns(form, &pairs, &pairs));
        let computed = columns.filter(|column| match column.role {
            Role::Derived(_) => true,
            Role::Helper(helper) => helper != Helper::Ordinal,
            _ => false,
        });
        let headers: BTreeSet<String> = computed.flat_map(|column| column.headers).collect();
        headers.into_iter().collect()
    });
    &HEADERS
}

/// One column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// What it holds.
    pub(super) role: Role,
    /// Danish and English header.
    pub(super) headers: [String; 2],
    /// Title above it and its neighbours.
    pub(super) group: Phrase,
    /// Width in characters.
    pub(super) width: f64,
}

impl Column {
    fn fixed(role: Role, header: Phrase, group: Phrase, width: f64) -> Self {
        Self { role, headers: [header.da.to_owned(), header.en.to_owned()], group, width }
    }

    fn input(field: Field, group: Phrase, width: f64) -> Self {
        let headers = [field.header(Lang::Da), field.header(Lang::En)];
        Self { role: Role::Input(field), headers, group, width }
    }

    fn derived(derived: Derived, header: Phrase, group: Phrase, width: f64) -> Self {
        Self::fixed(Role::Derived(derived), header, group, width)
    }

    fn helper(helper: Helper) -> Self {
        let name = match helper {
            Helper::Ordinal => "_lbnr".to_owned(),
            Helper::Pair(whose, kind) => format!("_{}_{}", whose.key(), kind.key()),
            Helper::Figure => "_konsekvens".to_owned(),
            Helper::Likelihood => "_sandsynlighed".to_owned(),
            Helper::ActivityRow => "_raekke".to_owned(),
            Helper::ThreatKey => "_trusselsnoegle".to_owned(),
            Helper::ThreatResidualKey => "_trusselsnoegle_rest".to_owned(),
            Helper::Key => "_noegle".to_owned(),
            Helper::ResidualKey => "_noegle_rest".to_owned(),
            Helper::Rank => "_orden".to_owned(),
        };
        let headers = [name.clone(), name];
        Self { role: Role::Helper(helper), headers, group: groups::CALCULATION, width: 12.0 }
    }

    /// A column that people added.
    pub(super) fn extra(place: u16, header: &str) -> Self {
        let headers = [header.to_owned(), header.to_owned()];
        Self { role: Role::Extra(place), headers, group: groups::OWN, width: EXTRA_WIDTH }
    }

    /// The header in a language.
    pub(super) fn header(&self, lang: Lang) -> &str {
        let [da, en] = &self.headers;
        lang.pick(da, en)
    }
}

/// The figures that a workbook shows: the data subject's three always, another perspective's where
/// it is in scope, and every one that somebody has given.
pub(super) fn shown_pairs(assessment: &Assessment) -> Vec<Pair> {
    let given = |pair: &Pair| {
        assessment.activities.values().any(|answer| answer.consequences.figures.contains_key(pair))
    };
    all_pairs()
        .filter(|pair @ (whose, kind)| {
            let in_scope =
                *whose == Perspective::DataSubject || assessment.perspectives.contains(whose);
            // Authenticity is NIS 2's addition for society.
            let usual = *kind != Dimension::Authenticity || *whose == Perspective::Society;
            (in_scope && usual) || given(pair)
        })
        .collect()
}

/// Every figure there can be, in the order of print.
pub(super) fn all_pairs() -> impl Iterator<Item = Pair> {
    Perspective::ALL
        .into_iter()
        .flat_map(|whose| Dimension::ALL.into_iter().map(move |kind| (whose, kind)))
}

/// Every input that a form can have, in the order of its columns.
pub(super) fn inputs(form: Form) -> impl Iterator<Item = Field> {
    let pairs: Vec<Pair> = all_pairs().collect();
    columns(form, &pairs, &pairs).into_iter().filter_map(|column| match column.role {
        Role::Input(field) => Some(field),
        _ => None,
    })
}

/// Sheet and header of every input that the forms can have, in a language.
#[must_use]
pub fn input_headers(lang: Lang) -> Vec<(&'static str, String)> {
    let of_form = |form: Form| {
        let name = form.name().pick(lang);
        let pairs: Vec<Pair> = all_pairs().collect();
        let is_input = |role: Role| matches!(role, Role::Input(_) | Role::Action(_));
        columns(form, &pairs, &pairs)
            .into_iter()
            .filter(move |column| is_input(column.role))
            .map(move |column| (name, column.header(lang).to_owned()))
    };
    Form::ALL.into_iter().flat_map(of_form).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::entry::fold;
    use super::*;

    #[test]
    fn no_two_columns_of_a_form_share_a_header_in_either_language() {
        let pairs: Vec<Pair> = all_pairs().collect();
        for form in Form::ALL {
            let mut seen = BTreeSet::new();
            for column in columns(form, &pairs, &pairs) {
                let own: BTreeSet<String> = column.headers.iter().map(|h| fold(h)).collect();
                for header in own {
                    assert!(seen.insert(header.clone()), "{form:?}: {header} twice");
                }
            }
        }
    }

    #[test]
    fn no_two_inputs_share_a_key() {
        let pairs: Vec<Pair> = all_pairs().collect();
        for form in Form::ALL {
            let mut seen = BTreeSet::new();
            for column in columns(form, &pairs, &pairs) {
                if let Role::Input(field) = column.role {
                    assert!(seen.insert(field.key()), "{form:?}: {field:?} twice");
                }
            }
        }
    }
}
