//! How much of two assessments is compared.

use std::collections::BTreeSet;

use super::Side;
use super::align::{Aligned, Answers};
use crate::domain::{ActivityId, Assessment};
use crate::engine::share;

/// Which texts a side holds beside its figures. What one side left at home does not differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Texts {
    /// None: an exchange file.
    None,
    /// Reasons and measures: an exchange file that was asked to take them along.
    Reasons,
    /// Everything.
    #[default]
    All,
}

/// How much is compared.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extent<'e> {
    /// Only these activities; missing: all.
    pub activities: Option<&'e BTreeSet<ActivityId>>,
    /// The texts that both sides hold.
    pub texts: Texts,
}

impl Extent<'_> {
    pub(super) fn has(self, id: &ActivityId) -> bool {
        self.activities.is_none_or(|activities| activities.contains(id))
    }
}

impl Texts {
    /// Tells whether two answers say the same as far as both sides hold the texts.
    pub(super) fn same_in<'a>(
        self,
        left: Side<'a>,
        right: Side<'a>,
    ) -> impl Fn(&Aligned<'a>) -> bool + use<'a> {
        // What an exchange file would hold of each is what an exchange file can be compared with.
        let as_sent = |side: Side<'_>| {
            let Side { assessment, catalogue, method } = side;
            share(assessment, catalogue, method, self == Self::Reasons).0.assessment
        };
        let sent = (self != Self::All).then(|| (as_sent(left), as_sent(right)));
        move |aligned| match &sent {
            None => aligned.left == aligned.right,
            Some((left, right)) => within(left, &aligned.left).eq(within(right, &aligned.right)),
        }
    }
}

/// The same answers in another form of the assessment.
fn within<'s>(
    assessment: &'s Assessment,
    answers: &'s Answers<'_>,
) -> impl Iterator<Item = (&'s ActivityId, Option<&'s crate::domain::ActivityAnswer>)> {
    answers.iter().map(|(id, _)| (*id, assessment.activities.get(*id)))
}
