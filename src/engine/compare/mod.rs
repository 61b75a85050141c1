//! What differs between two assessments, and why: judgement, or only another yardstick.
//!
//! Every activity is looked at in three layers: the figures as they were given, the band that each
//! side's own method gives them, and the band of both read through one common method. Comparing `a`
//! with `b` is the mirror of comparing `b` with `a`, and an assessment does not differ from itself.

mod agree;
mod align;
mod assessors;
mod class;
mod difference;
mod extent;
mod figures;
mod pair;
mod reading;

use std::cmp::Reverse;

pub use agree::Step;
pub use assessors::{Assessed, Assessors, WorthAMeeting, assessors};
pub use class::{Class, Missing, Reason, SideName, Yardstick};
pub use difference::{
    Carried, Comparison, Difference, MeasureDifference, Movement, Stand, Summary, WaysToAgree,
};
pub use extent::{Extent, Texts};
pub use figures::{Figure, FigureDifference, Given};
pub use reading::{Reading, Unmapped};

use super::Scope;
use crate::domain::{ActivityId, Assessment, Catalogue, LevelMap, Method, Perspective};
use align::{Alignment, Owner, align, same_municipality};
use pair::{Pair, Verdict};

/// One of the assessments that are compared.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The answers.
    pub assessment: &'a Assessment,
    /// The shared catalogue with what the municipality adds to it.
    pub catalogue: &'a Catalogue,
    /// The assessment's own method.
    pub method: &'a Method,
}

impl<'a> Side<'a> {
    /// How the municipality scores it itself.
    #[must_use]
    pub fn scope(self) -> Scope<'a> {
        let perspectives = &self.assessment.perspectives;
        Scope { catalogue: self.catalogue, method: self.method, perspectives }
    }
}

/// What both sides are read through.
#[derive(Debug, Clone, Copy)]
pub struct Common<'a> {
    /// The method.
    pub method: &'a Method,
    /// Declared correspondences between methods of different size.
    pub levels: &'a [LevelMap],
}

/// Compares two assessments. `earlier` are older rounds of the same municipality, which tell for
/// how long an answer has been carried on unchanged; their order does not matter.
#[must_use]
pub fn compare<'a>(
    left: Side<'a>,
    right: Side<'a>,
    common: Common<'a>,
    earlier: &[Side<'a>],
) -> Comparison<'a> {
    compare_part(left, right, common, earlier, Extent::default())
}

/// As [`compare`], for some activities only, or where a side does not hold every text.
#[must_use]
pub fn compare_part<'a>(
    left: Side<'a>,
    right: Side<'a>,
    common: Common<'a>,
    earlier: &[Side<'a>],
    extent: Extent<'_>,
) -> Comparison<'a> {
    let has_same_texts = extent.texts.same_in(left, right);
    let pair = Pair::new(left, right, common);
    let is_rounds = same_municipality(left, right);
    let mut outcome = Comparison {
        left,
        right,
        method: common.method,
        perspectives: pair.perspectives,
        is_rounds,
        texts: extent.texts,
        differences: Vec::new(),
        carried: Vec::new(),
        other_texts: Vec::new(),
        summary: Summary::default(),
    };
    let mut earlier: Vec<_> = earlier.iter().map(|side| (*side, align(*side, left))).collect();
    earlier.sort_by_key(|(side, _)| Reverse(side.assessment.as_of));
    for ((id, _), aligned) in align(left, right) {
        if !extent.has(&id) {
            continue;
        }
        outcome.summary.of += 1;
        match pair.compare(&id, &aligned) {
            Verdict::Differs(difference) => {
                outcome.summary.count(&difference);
                outcome.differences.push(*difference);
                continue;
            }
            Verdict::Neither => outcome.summary.neither += 1,
            Verdict::Agrees => {
                outcome.summary.agree += 1;
                outcome.summary.both += 1;
                if is_rounds {
                    let rounds = 2 + rounds_before(&id, left, common, &earlier);
                    outcome.carried.push(Carried { id: id.clone(), rounds });
                }
            }
        }
        if is_rounds && !has_same_texts(&aligned) {
            outcome.other_texts.push(id);
        }
    }
    outcome.differences.sort_by(|a, b| {
        let heaviest_first = Reverse(a.weight()).cmp(&Reverse(b.weight()));
        heaviest_first.then_with(|| a.id.cmp(&b.id))
    });
    outcome
}

/// In how many earlier rounds, without a gap before `since`, the figures were the same.
fn rounds_before<'a>(
    id: &ActivityId,
    since: Side<'a>,
    common: Common<'a>,
    earlier: &[(Side<'a>, Alignment<'a>)],
) -> usize {
    let same = |(side, alignment): &&(Side<'a>, Alignment<'a>)| {
        let aligned = alignment.get(&(id.clone(), Owner::Both));
        aligned.is_some_and(|aligned| {
            matches!(Pair::new(*side, since, common).compare(id, aligned), Verdict::Agrees)
        })
    };
    earlier.iter().take_while(same).count()
}

/// The perspectives that both assessments count: always the data subject's.
fn shared_perspectives(left: Side<'_>, right: Side<'_>) -> &'static [Perspective] {
    use Perspective::{DataSubject, Organisation, Society};
    let both =
        |whose| [left, right].iter().all(|side| side.assessment.perspectives.contains(&whose));
    match (both(Organisation), both(Society)) {
        (false, false) => &[DataSubject],
        (true, false) => &[DataSubject, Organisation],
        (false, true) => &[DataSubject, Society],
        (true, true) => &[DataSubject, Organisation, Society],
    }
}
