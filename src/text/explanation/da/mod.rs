//! Explanations in Danish, by family.

mod arguments;
mod assessments;
mod catalogues;
mod comparing;
mod honesty;
mod imports;
mod journal;
mod methods;
mod minutes;
mod reports;
mod shares;
mod signatures;

pub(super) use arguments::*;
pub(super) use assessments::*;
pub(super) use catalogues::*;
pub(super) use comparing::*;
pub(super) use honesty::*;
pub(super) use imports::*;
pub(super) use journal::*;
pub(super) use methods::*;
pub(super) use minutes::*;
pub(super) use reports::*;
pub(super) use shares::*;
pub(super) use signatures::*;
