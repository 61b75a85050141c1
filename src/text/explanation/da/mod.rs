//! Explanations in Danish, by family.

mod arguments;
mod assessments;
mod catalogues;
mod imports;
mod methods;
mod shares;

pub(super) use arguments::*;
pub(super) use assessments::*;
pub(super) use catalogues::*;
pub(super) use imports::*;
pub(super) use methods::*;
pub(super) use shares::*;
