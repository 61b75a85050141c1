//! Likelihood and consequence as distinct types, and the scales that alone can make them.

use std::collections::BTreeMap;
use std::fmt;

use super::Perspective;

/// A level number that belongs to one axis; the two axes cannot be swapped by accident.
pub trait LevelNumber: Copy + Ord + fmt::Display {
    /// Wraps a number that a [`Scale`] has checked.
    #[doc(hidden)]
    fn checked(number: u8) -> Self;

    /// The number as printed.
    fn number(self) -> u8;
}

macro_rules! level_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u8);

        impl LevelNumber for $name {
            fn checked(number: u8) -> Self {
                Self(number)
            }
            fn number(self) -> u8 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}", self.0)
            }
        }
    };
}

level_type!(
    /// How likely it is that a threat happens.
    ///
    /// Scale: 1 (least likely) to the top level of the method's likelihood scale; ordinal, so
    /// levels may be compared but never added or averaged.
    /// Missing: see [`Rating`](super::Rating); there is no level 0.
    Likelihood
);
level_type!(
    /// How bad it is if a threat happens.
    ///
    /// Scale: 1 (least bad) to the top level of the method's consequence scale; ordinal, so
    /// levels may be compared but never added or averaged.
    /// Missing: see [`Rating`](super::Rating); there is no level 0.
    Consequence
);

/// One level of a scale: its number and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// 1 is the lowest.
    pub number: u8,
    /// Danish name, such as "Sandsynligt".
    pub label: String,
    /// English name.
    pub label_en: String,
    /// The definition in a few words, as a prompt beside a choice; missing where the method has
    /// none. In Danish, for the data subject.
    pub brief: Option<String>,
    /// When this level is the right one; of a consequence: for the data subject. In Danish.
    pub definition: String,
    /// Cases from municipal life, in Danish; at least one.
    pub examples: Vec<String>,
    /// What a consequence level means from another perspective; empty for likelihoods.
    pub elsewhere: BTreeMap<Perspective, Meaning>,
}

/// What a level means from a perspective other than the data subject's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The definition in a few words, in Danish.
    pub brief: Option<String>,
    /// When this level is the right one, in Danish.
    pub definition: String,
    /// Cases from municipal life, in Danish.
    pub examples: Vec<String>,
}

impl Level {
    /// The definition in a few words as seen from a perspective; the data subject's where the
    /// method says nothing else for it.
    #[must_use]
    pub fn brief(&self, perspective: Perspective) -> Option<&str> {
        match self.elsewhere.get(&perspective) {
            Some(meaning) => meaning.brief.as_deref(),
            None => self.brief.as_deref(),
        }
    }

    /// Definition and examples as seen from a perspective; the data subject's where the method
    /// has none of its own for it.
    #[must_use]
    pub fn meaning(&self, perspective: Perspective) -> (&str, &[String]) {
        self.elsewhere.get(&perspective).map_or((&self.definition, &self.examples), |meaning| {
            (&meaning.definition, &meaning.examples)
        })
    }
}

/// The ordered levels of one axis, numbered 1..=n without gaps; n is 3 to 10.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale<L> {
    levels: Vec<Level>,
    axis: std::marker::PhantomData<L>,
}

impl<L: LevelNumber> Scale<L> {
    /// Fewest levels that still tell risks apart.
    pub const MIN_LEVELS: usize = 3;
    /// Most levels that people can tell apart and a printed matrix can hold.
    pub const MAX_LEVELS: usize = 10;

    /// Makes a scale; `None` unless the levels are numbered 1..=n in order and n is 3 to 10.
    #[must_use]
    pub fn new(levels: Vec<Level>) -> Option<Self> {
        let sized = (Self::MIN_LEVELS..=Self::MAX_LEVELS).contains(&levels.len());
        let numbered = (1..=u8::MAX).zip(&levels).all(|(number, level)| level.number == number);
        (sized && numbered).then_some(Self { levels, axis: std::marker::PhantomData })
    }

    /// The level with this number, if the scale has it.
    #[must_use]
    pub fn level(&self, number: u8) -> Option<L> {
        (1..=self.top_number()).contains(&number).then(|| L::checked(number))
    }

    /// Number of the highest level.
    #[must_use]
    pub fn top_number(&self) -> u8 {
        u8::try_from(self.levels.len()).unwrap_or(u8::MAX)
    }

    /// What a level means; `None` for a level of another scale.
    #[must_use]
    pub fn describe(&self, level: L) -> Option<&Level> {
        self.levels.get(usize::from(level.number()).checked_sub(1)?)
    }

    /// Every level with its meaning, lowest first.
    pub fn levels(&self) -> impl DoubleEndedIterator<Item = (L, &Level)> + ExactSizeIterator {
        self.levels.iter().map(|level| (L::checked(level.number), level))
    }
}
