//! Two answers to one activity.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::agree::{Mover, smallest_change};
use super::align::{Aligned, Answers, same_municipality};
use super::class::{Both, Outcome, classify};
use super::figures::{differences, figures};
use super::{
    Class, Common, Difference, Figure, FigureDifference, Given, MeasureDifference, Movement,
    Reading, Reason, Side, Stand, Step, WaysToAgree, shared_perspectives,
};
use crate::domain::{ActivityAnswer, ActivityId, Catalogue, Perspective, is_own};
use crate::engine::counterpart::measure_name;
use crate::engine::{RiskSource, Scope, activity_risk};

/// An answer in the levels of the common method, or why it has none there.
type Read<'a> = Result<Cow<'a, ActivityAnswer>, Reason>;

/// What came of one activity.
pub(super) enum Verdict<'a> {
    Agrees,
    /// Nobody has assessed it.
    Neither,
    Differs(Box<Difference<'a>>),
}

/// Two assessments, and what they are read through.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    left: Side<'a>,
    right: Side<'a>,
    common: Common<'a>,
    pub(super) perspectives: &'static [Perspective],
}

impl<'a> Pair<'a> {
    pub(super) fn new(left: Side<'a>, right: Side<'a>, common: Common<'a>) -> Self {
        Self { left, right, common, perspectives: shared_perspectives(left, right) }
    }

    pub(super) fn compare(self, id: &ActivityId, aligned: &Aligned<'a>) -> Verdict<'a> {
        let read = |side, answers: &Answers<'a>| {
            answers.first().map(|(_, answer)| self.read(side, answer))
        };
        let reads = (read(self.left, &aligned.left), read(self.right, &aligned.right));
        let mut difference = Difference {
            id: id.clone(),
            left: self.stand(self.left, &aligned.left, reads.0.as_ref()),
            right: self.stand(self.right, &aligned.right, reads.1.as_ref()),
            class: Class::Judgement,
            movement: None,
            steps: None,
            figures: Vec::new(),
            measures: MeasureDifference::default(),
            agree: WaysToAgree::default(),
        };
        if aligned.left.len() > 1 || aligned.right.len() > 1 {
            let ids = |answers: &Answers<'a>| answers.iter().map(|(id, _)| (*id).clone()).collect();
            let split = Reason::Split { left: ids(&aligned.left), right: ids(&aligned.right) };
            difference.class = Class::NotComparable(split);
            return Verdict::Differs(Box::new(difference));
        }
        if let (Some(left), Some(right)) = (&difference.left, &difference.right) {
            difference.measures =
                measures((left.answer, self.left.catalogue), (right.answer, self.right.catalogue));
            if let (Some(Ok(read_left)), Some(Ok(read_right))) = (&reads.0, &reads.1) {
                let left = figures(left.answer, read_left, self.perspectives);
                let right = figures(right.answer, read_right, self.perspectives);
                difference.figures = differences(&left, &right, |figure| self.is_shared(figure));
            }
        }
        let unread = [reads.0.as_ref(), reads.1.as_ref()];
        let mut unread = unread.into_iter().flatten().filter_map(|read| read.as_ref().err());
        let both = Both {
            left: difference.left.as_ref(),
            right: difference.right.as_ref(),
            unread: unread.next().cloned(),
            figures: &difference.figures,
            is_own: aligned.is_own,
            same_perspectives: self.left.assessment.perspectives
                == self.right.assessment.perspectives,
        };
        match classify(both) {
            Outcome::Agrees => return Verdict::Agrees,
            Outcome::Neither => return Verdict::Neither,
            Outcome::Differs(class) => difference.class = class,
        }
        self.lay_side_by_side(&mut difference);
        if let (Some(Ok(left)), Some(Ok(right))) = (&reads.0, &reads.1)
            && difference.steps.is_some_and(|steps| steps > 0)
        {
            difference.agree = self.ways_to_agree(&difference, left, right);
        }
        Verdict::Differs(Box::new(difference))
    }

    fn read(self, side: Side<'a>, answer: &'a ActivityAnswer) -> Read<'a> {
        let (from, to) = (side.method, self.common.method);
        let Some(reading) = Reading::between(from, to, self.common.levels) else {
            return Err(Reason::Sizes { from: from.id.clone(), to: to.id.clone() });
        };
        let level = |unmapped| Reason::Level { from: from.id.clone(), unmapped };
        reading.answer(answer).map_err(level)
    }

    fn stand(
        self,
        side: Side<'a>,
        answers: &Answers<'a>,
        read: Option<&Read<'a>>,
    ) -> Option<Stand<'a>> {
        let (id, answer) = *answers.first()?;
        let read = read.and_then(|read| read.as_ref().ok());
        Some(Stand {
            id,
            answer,
            own: activity_risk(answer, side.scope()),
            read: read.map(|read| activity_risk(read, self.common_scope(side))),
        })
    }

    fn common_scope(self, side: Side<'a>) -> Scope<'a> {
        Scope {
            catalogue: side.catalogue,
            method: self.common.method,
            perspectives: self.perspectives,
        }
    }

    /// Whether a figure means the same on both sides: a municipality's own threat has its number in
    /// that municipality only.
    fn is_shared(self, figure: &Figure) -> bool {
        let own = figure
            .source()
            .is_some_and(|source| matches!(source, RiskSource::Threat(id) if is_own(id.as_str())));
        !own || same_municipality(self.left, self.right)
    }

    fn lay_side_by_side(self, difference: &mut Difference<'a>) {
        let rank = |stand: &Option<Stand<'_>>| Some(stand.as_ref()?.common()?.band.rank);
        let (Some(left), Some(right)) = (rank(&difference.left), rank(&difference.right)) else {
            return;
        };
        difference.steps = Some(left.abs_diff(right));
        difference.movement = Some(match left.cmp(&right) {
            Ordering::Less => Movement::Raised,
            Ordering::Equal => Movement::Level,
            Ordering::Greater => Movement::Lowered,
        });
    }

    fn ways_to_agree(
        self,
        difference: &Difference<'a>,
        left: &ActivityAnswer,
        right: &ActivityAnswer,
    ) -> WaysToAgree {
        let counts = |d: &&FigureDifference<'_>| d.figure.is_current() && self.is_shared(&d.figure);
        let differing = || difference.figures.iter().filter(counts);
        let to_right: Vec<Step> = differing().map(|d| step(d, d.left, d.right)).collect();
        let to_left: Vec<Step> = differing().map(|d| step(d, d.right, d.left)).collect();
        let rank = |stand: &Option<Stand<'_>>| Some(stand.as_ref()?.common()?.band.rank);
        let change = |mine, theirs, wanted: Option<u8>, side, steps: &[Step]| {
            let scope = self.common_scope(side);
            smallest_change(Mover { mine, theirs, wanted: wanted?, scope }, steps)
        };
        WaysToAgree {
            left: change(left, right, rank(&difference.right), self.left, &to_right),
            right: change(right, left, rank(&difference.left), self.right, &to_left),
        }
    }
}

fn step(difference: &FigureDifference<'_>, from: Option<Given<'_>>, to: Option<Given<'_>>) -> Step {
    let level = |given: Option<Given<'_>>| given.and_then(|given| given.level);
    Step { figure: difference.figure.clone(), from: level(from), to: level(to) }
}

/// Measures that only one of two answers names, over all its threats; spelling of capitals and
/// blanks aside, and the same whether a measure of the catalogue stands by number or by title.
fn measures<'a>(
    (left, left_catalogue): (&'a ActivityAnswer, &Catalogue),
    (right, right_catalogue): (&'a ActivityAnswer, &Catalogue),
) -> MeasureDifference<'a> {
    let named = |answer: &'a ActivityAnswer, catalogue: &Catalogue| -> Vec<(&'a str, String)> {
        let threats = answer.threats.values().map(|threat| &threat.risk);
        let measures = threats.chain([&answer.direct]).flat_map(|risk| &risk.measures);
        measures.map(|name| (name.as_str(), measure_name(name, catalogue))).collect()
    };
    let (left, right) = (named(left, left_catalogue), named(right, right_catalogue));
    MeasureDifference { left: only_in(&left, &right), right: only_in(&right, &left) }
}

fn only_in<'a>(these: &[(&'a str, String)], others: &[(&str, String)]) -> Vec<&'a str> {
    let mut known: BTreeSet<&str> = others.iter().map(|(_, plain)| plain.as_str()).collect();
    these.iter().filter(|(_, plain)| known.insert(plain)).map(|(name, _)| *name).collect()
}
