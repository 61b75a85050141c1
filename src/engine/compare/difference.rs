//! What a comparison finds: differences, what is carried on, and how many came out how.

use super::agree::Step;
use super::{Class, FigureDifference, Missing, Side, SideName, Texts};
use crate::domain::{ActivityAnswer, ActivityId, LevelNumber as _, Method, Perspective};
use crate::engine::{ActivityRisk, Score};

/// What one side says about an activity.
#[derive(Debug, Clone)]
pub struct Stand<'a> {
    /// The number that it has there: another than the shared one where the activity is retired or
    /// the municipality's own.
    pub id: &'a ActivityId,
    /// What was answered.
    pub answer: &'a ActivityAnswer,
    /// Scored by its own method and perspectives.
    pub own: ActivityRisk<'a>,
    /// Read through the common method and the perspectives that both count. Missing: cannot be.
    pub read: Option<ActivityRisk<'a>>,
}

impl<'a> Stand<'a> {
    /// The deciding score under the common method.
    #[must_use]
    pub fn common(&self) -> Option<&Score<'a>> {
        self.read.as_ref()?.current().map(|(_, score)| score)
    }

    /// The deciding score under the common method, else under its own.
    fn best_known(&self) -> Option<&Score<'a>> {
        self.common().or_else(|| self.own.current().map(|(_, score)| score))
    }
}

/// Measures that one side names for an activity and the other does not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MeasureDifference<'a> {
    /// Only the first has them; in the order of the file.
    pub left: Vec<&'a str>,
    /// Only the second has them.
    pub right: Vec<&'a str>,
}

/// What would give both the same band, seen from each side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WaysToAgree {
    /// If the first moved. Missing: no small change does it.
    pub left: Option<Vec<Step>>,
    /// If the second moved.
    pub right: Option<Vec<Step>>,
}

/// Which way an activity moves from the first assessment to the second, by band rank under the
/// common method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Movement {
    /// The second has a worse band.
    Raised,
    /// The second has a milder band.
    Lowered,
    /// The band is the same.
    Level,
}

/// An activity in which two assessments differ.
#[derive(Debug, Clone)]
pub struct Difference<'a> {
    /// The number in the shared catalogue.
    pub id: ActivityId,
    /// Missing: the first assessment has no answer to it.
    pub left: Option<Stand<'a>>,
    /// Missing: the second assessment has no answer to it.
    pub right: Option<Stand<'a>>,
    /// What kind of difference it is.
    pub class: Class,
    /// Missing: one of them has no band under the common method.
    pub movement: Option<Movement>,
    /// Bands between them under the common method. Missing as for `movement`.
    pub steps: Option<u8>,
    /// Every figure that differs, in the order of print.
    pub figures: Vec<FigureDifference<'a>>,
    /// Measures that only one of them has.
    pub measures: MeasureDifference<'a>,
    /// Empty where their bands agree or cannot be laid side by side.
    pub agree: WaysToAgree,
}

impl Difference<'_> {
    /// The one side that has assessed it, where the other has not.
    #[must_use]
    pub fn only(&self) -> Option<SideName> {
        use Missing::{Activity, Figures, NotApplicable, SomeFigures};
        match self.class {
            Class::Coverage(Activity(side) | NotApplicable(side) | Figures(side)) => {
                Some(match side {
                    SideName::Left => SideName::Right,
                    SideName::Right => SideName::Left,
                })
            }
            Class::Coverage(SomeFigures)
            | Class::Judgement
            | Class::ScaleOnly(_)
            | Class::Catalogue
            | Class::NotComparable(_) => None,
        }
    }

    /// What weighs most for management: the worst band of the two, then the distance between them,
    /// then the worst figures. The same from both sides.
    pub(super) fn weight(&self) -> (u8, u8, u8, u8) {
        let sides = [&self.left, &self.right].into_iter().flatten();
        let worst = sides.filter_map(Stand::best_known).map(Score::severity).max();
        let steps = self.steps.unwrap_or_default();
        worst.map_or((0, steps, 0, 0), |(rank, consequence, likelihood)| {
            (rank, steps, consequence.number(), likelihood.number())
        })
    }
}

/// An activity whose figures are the same in both, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Which.
    pub id: ActivityId,
    /// Rounds in a row with the same figures, the two compared among them: at least 2.
    pub rounds: usize,
}

/// How many activities came out how. Every activity that one of the two answers is counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// All.
    pub of: usize,
    /// Same figures, same band.
    pub agree: usize,
    /// The figures differ.
    pub judgement: usize,
    /// Of those: the band under the common method is the same all the same.
    pub judgement_same_band: usize,
    /// Same figures, another yardstick.
    pub scale_only: usize,
    /// Only one of them has assessed it, or has given a figure.
    pub coverage: usize,
    /// Neither has judged: the figures are starting figures of different catalogues.
    pub catalogue: usize,
    /// Cannot be compared.
    pub not_comparable: usize,
    /// Neither has assessed it.
    pub neither: usize,
    /// Both have a band under the common method.
    pub both: usize,
    /// Only the first has assessed it.
    pub only_left: usize,
    /// Only the second has assessed it.
    pub only_right: usize,
    /// Of those that both have assessed: worse in the second, under the common method.
    pub raised: usize,
    /// Of those that both have assessed: milder in the second, under the common method.
    pub lowered: usize,
}

impl Summary {
    pub(super) fn count(&mut self, difference: &Difference<'_>) {
        self.both += usize::from(difference.movement.is_some());
        match difference.only() {
            Some(SideName::Left) => self.only_left += 1,
            Some(SideName::Right) => self.only_right += 1,
            None => {}
        }
        match difference.class {
            Class::Judgement => {
                self.judgement += 1;
                self.judgement_same_band += usize::from(difference.steps == Some(0));
            }
            Class::ScaleOnly(_) => self.scale_only += 1,
            Class::Coverage(_) => self.coverage += 1,
            Class::Catalogue => self.catalogue += 1,
            Class::NotComparable(_) => self.not_comparable += 1,
        }
        match difference.movement {
            Some(Movement::Raised) => self.raised += 1,
            Some(Movement::Lowered) => self.lowered += 1,
            Some(Movement::Level) | None => {}
        }
    }
}

/// Everything that differs between two assessments.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    /// The first.
    pub left: Side<'a>,
    /// The second.
    pub right: Side<'a>,
    /// What both were read through.
    pub method: &'a Method,
    /// The perspectives that both count.
    pub perspectives: &'static [Perspective],
    /// Whether it is one municipality at two times.
    pub is_rounds: bool,
    /// Which texts both hold, and so were compared.
    pub texts: Texts,
    /// What weighs most for management first.
    pub differences: Vec<Difference<'a>>,
    /// Activities with the same figures in both, by id; only for rounds of one municipality.
    pub carried: Vec<Carried>,
    /// Activities with the same figures and other texts, people, systems or dates; only for rounds
    /// of one municipality.
    pub other_texts: Vec<ActivityId>,
    /// The whole of what was compared, whatever is shown of it.
    pub summary: Summary,
}

impl Comparison<'_> {
    /// Whether nothing at all differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty() && self.other_texts.is_empty()
    }
}
