//! Pure functions from assessments to results: scores, explanations, findings, pictures.
//!
//! No files, clock, terminal or wording. Every order is decided by ids and ranks, never by the
//! order of input; no level is ever added to or averaged with another.

mod accept;
pub mod benchmark;
pub mod briefing;
mod catalogue_check;
mod catalogue_diff;
mod check;
pub mod compare;
mod counterpart;
mod earlier;
mod edit;
mod explain;
mod history;
mod honesty;
mod lint;
mod meeting;
mod overview;
mod part;
mod picture;
mod preview;
mod reasons;
mod score;
mod search;
mod share;
mod statistics;
mod three_way;
mod upgrade;

pub use accept::{Accepted, Acceptor, acceptance, accepted, bands_now, bands_then};
pub use catalogue_check::{KleLists, check_catalogue, check_lock};
pub use catalogue_diff::{EntryChange, EntryFate, Part, PartChange, catalogue_diff};
pub use check::check;
pub use earlier::{FigureAt, NotCarried, carry, last_level, level_at, unchanged_since};
pub use edit::{
    ConsequenceEdit, Edit, RiskEdit, apply, confirm_starting, new_answer, new_assessment,
    untouched_answer,
};
pub use explain::consequence_met;
pub use explain::{ConsequenceInput, Explanation, Input, Move, RiskLine, explain};
pub use history::{Steps, gone_over};
pub use honesty::honesty;
pub use lint::lint;
pub use meeting::{figures_of, in_order_for_review, left_over, pace};
pub use overview::{Coverage, Overview, OverviewRow, overview};
pub use part::{blank, part_of};
pub use picture::{Picture, RiskPoint, picture};
pub use preview::{Change, preview};
pub use reasons::{ReasonForAnother, reason_at, reasons_for_another};
pub use score::{ActivityRisk, Risk, RiskSource, Scope, Score, activity_risk, threat_hits, worst};
pub use search::{Found, Hit, search};
pub use share::{Stays, check_share, share};
pub use statistics::{Distribution, Quartiles, Span, krippendorff_alpha};
pub use three_way::{Branch, Clash, merge_branches, merge_branches_by};
pub use upgrade::{Look, ToLookAt, Upgrade, upgrade};
