//! The columns of each form, in the order of print.

use super::{
    ACTION_WIDTH, ActionPart, Column, DRIVER_WIDTH, Derived, Form, Helper, OWNER_WIDTH, PAIR_WIDTH,
    Pair, Role, THREAT_TITLE_WIDTH, TITLE_WIDTH,
};
use crate::domain::Perspective;
use crate::exchange::field::Field;
use crate::text::workbook::{groups, headers};

/// The columns of a form. `scoped` are the pairs that count in the score; the import, which never
/// reads helpers, passes all pairs for both.
pub(in crate::exchange) fn columns(form: Form, shown: &[Pair], scoped: &[Pair]) -> Vec<Column> {
    match form {
        Form::Activities => activity_columns(shown, scoped),
        Form::Threats => threat_columns(),
        Form::Actions => action_columns(),
    }
}

fn activity_columns(shown: &[Pair], scoped: &[Pair]) -> Vec<Column> {
    use groups::{ACTIVITY, CONSEQUENCE, CURRENT, FOLLOW_UP, LIKELIHOOD};
    let mut columns = vec![
        Column::fixed(Role::ActivityId, headers::ACTIVITY_ID, ACTIVITY, 5.5),
        Column::fixed(Role::Title, headers::TITLE, ACTIVITY, TITLE_WIDTH),
        Column::fixed(Role::Area, headers::AREA, ACTIVITY, 16.0),
        Column::input(Field::Status, ACTIVITY, 12.5),
        Column::input(Field::StatusReason, ACTIVITY, 18.0),
        Column::fixed(Role::Starting, headers::STARTING, CONSEQUENCE, 12.0),
    ];
    for whose in Perspective::ALL {
        let pairs: Vec<_> = shown.iter().filter(|pair| pair.0 == whose).collect();
        if pairs.is_empty() {
            continue;
        }
        for (_, kind) in pairs {
            columns.push(Column::input(Field::Consequence(whose, *kind), CONSEQUENCE, 15.0));
        }
        if whose == Perspective::DataSubject {
            columns.push(Column::input(Field::Confirmed, CONSEQUENCE, 12.5));
        }
        columns.push(Column::input(Field::ConsequenceReason(whose), CONSEQUENCE, 30.0));
    }
    columns.extend([
        Column::input(Field::Likelihood, LIKELIHOOD, 16.0),
        Column::input(Field::LikelihoodReason, LIKELIHOOD, 28.0),
        Column::derived(Derived::Likelihood, headers::DECIDING_LIKELIHOOD, CURRENT, 13.5),
        Column::derived(Derived::Consequence, headers::DECIDING_CONSEQUENCE, CURRENT, 12.5),
        Column::derived(Derived::Score, headers::SCORE, CURRENT, 11.0),
        Column::derived(Derived::Band, headers::BAND, CURRENT, 13.0),
        Column::derived(Derived::DriverThreat, headers::DRIVER_THREAT, CURRENT, DRIVER_WIDTH),
        Column::derived(Derived::DriverPair, headers::DRIVER_PAIR, CURRENT, PAIR_WIDTH),
    ]);
    columns.extend(treatment_columns());
    columns.extend(residual_levels());
    columns.extend(residual_results());
    columns.extend([
        Column::input(Field::Owner, FOLLOW_UP, 18.0),
        Column::input(Field::Systems, FOLLOW_UP, 28.0),
        Column::input(Field::Note, FOLLOW_UP, 28.0),
        Column::input(Field::AssessedBy, FOLLOW_UP, 18.0),
        Column::input(Field::AssessedOn, FOLLOW_UP, 12.0),
        Column::input(Field::ReviewBy, FOLLOW_UP, 12.5),
        Column::helper(Helper::Ordinal),
    ]);
    columns.extend(scoped.iter().map(|pair| Column::helper(Helper::Pair(pair.0, pair.1))));
    let helpers = [
        Helper::Figure,
        Helper::Likelihood,
        Helper::ThreatKey,
        Helper::ThreatResidualKey,
        Helper::Key,
        Helper::ResidualKey,
        Helper::Rank,
    ];
    columns.extend(helpers.map(Column::helper));
    columns
}

fn threat_columns() -> Vec<Column> {
    use groups::{CURRENT, LIKELIHOOD, THREAT};
    let mut columns = vec![
        Column::fixed(Role::ActivityId, headers::ACTIVITY_ID, groups::ACTIVITY, 5.5),
        Column::fixed(Role::Title, headers::TITLE, groups::ACTIVITY, TITLE_WIDTH),
        Column::fixed(Role::ThreatId, headers::THREAT_ID, THREAT, 8.5),
        Column::fixed(Role::ThreatTitle, headers::THREAT_TITLE, THREAT, THREAT_TITLE_WIDTH),
        Column::fixed(Role::ThreatHits, headers::THREAT_HITS, THREAT, 16.0),
        Column::input(Field::NotRelevant, THREAT, 20.0),
        Column::input(Field::Likelihood, LIKELIHOOD, 16.0),
        Column::input(Field::LikelihoodReason, LIKELIHOOD, 30.0),
        Column::derived(Derived::ConsequenceMet, headers::CONSEQUENCE_MET, CURRENT, 12.5),
        Column::derived(Derived::Score, headers::SCORE, CURRENT, 11.0),
        Column::derived(Derived::Band, headers::BAND, CURRENT, 13.0),
    ];
    columns.extend(treatment_columns());
    columns.extend(residual_levels());
    columns.extend([
        Column::derived(Derived::ResidualScore, headers::RESIDUAL_SCORE, groups::RESIDUAL, 10.0),
        Column::derived(Derived::ResidualBand, headers::RESIDUAL_BAND, groups::RESIDUAL, 13.0),
    ]);
    let helpers = [
        Helper::Ordinal,
        Helper::ActivityRow,
        Helper::Figure,
        Helper::Likelihood,
        Helper::Key,
        Helper::ResidualKey,
    ];
    columns.extend(helpers.map(Column::helper));
    columns
}

/// One row per action. The keys are typed in the free rows, so titles are formulas here.
fn action_columns() -> Vec<Column> {
    use groups::{ACTION, ACTIVITY, RISK, THREAT};
    let mut columns = vec![
        Column::fixed(Role::ActivityId, headers::ACTIVITY_ID, ACTIVITY, 6.0),
        Column::fixed(Role::Title, headers::TITLE, ACTIVITY, TITLE_WIDTH),
        Column::fixed(Role::ThreatId, headers::THREAT_ID, THREAT, 8.5),
        Column::fixed(Role::ThreatTitle, headers::THREAT_TITLE, THREAT, THREAT_TITLE_WIDTH),
        Column::fixed(Role::ActionNumber, headers::ACTION_NUMBER, ACTION, 9.5),
        Column::fixed(Role::Action(ActionPart::What), headers::ACTION, ACTION, ACTION_WIDTH),
        Column::fixed(Role::Action(ActionPart::Owner), headers::ACTION_OWNER, ACTION, OWNER_WIDTH),
        Column::fixed(Role::Action(ActionPart::Deadline), headers::ACTION_DEADLINE, ACTION, 12.5),
        Column::derived(Derived::Band, headers::BAND, RISK, 13.0),
        Column::derived(Derived::ResidualBand, headers::RESIDUAL_BAND, RISK, 13.0),
    ];
    let helpers = [Helper::ActivityRow, Helper::Ordinal, Helper::Key, Helper::ResidualKey];
    columns.extend(helpers.map(Column::helper));
    columns
}

fn treatment_columns() -> [Column; 3] {
    [
        Column::input(Field::Measures, groups::TREATMENT, 30.0),
        Column::input(Field::Treatment, groups::TREATMENT, 12.0),
        Column::input(Field::Actions, groups::TREATMENT, 34.0),
    ]
}

fn residual_levels() -> [Column; 2] {
    [
        Column::input(Field::ResidualLikelihood, groups::RESIDUAL, 16.0),
        Column::input(Field::ResidualConsequence, groups::RESIDUAL, 14.0),
    ]
}

fn residual_results() -> [Column; 4] {
    use groups::RESIDUAL;
    [
        Column::derived(
            Derived::ResidualLikelihood,
            headers::RESIDUAL_DECIDING_LIKELIHOOD,
            RESIDUAL,
            13.5,
        ),
        Column::derived(
            Derived::ResidualConsequence,
            headers::RESIDUAL_DECIDING_CONSEQUENCE,
            RESIDUAL,
            12.5,
        ),
        Column::derived(Derived::ResidualScore, headers::RESIDUAL_SCORE, RESIDUAL, 10.0),
        Column::derived(Derived::ResidualBand, headers::RESIDUAL_BAND, RESIDUAL, 13.0),
    ]
}
