//! Missing is a state of its own.

/// A figure that somebody has given, has not given, or says cannot be given.
///
/// There is no default and no conversion to a number: an unknown figure is never 0 and never the
/// lowest level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rating<T> {
    /// Somebody chose this level.
    Rated(T),
    /// Nobody has chosen yet.
    #[default]
    NotRated,
    /// Somebody decided that the question does not arise; the reason stands beside the figure.
    NotApplicable,
}

impl<T: Copy> Rating<T> {
    /// The level, where one was chosen.
    #[must_use]
    pub fn rated(self) -> Option<T> {
        match self {
            Self::Rated(level) => Some(level),
            Self::NotRated | Self::NotApplicable => None,
        }
    }
}

impl<T> From<Option<T>> for Rating<T> {
    fn from(level: Option<T>) -> Self {
        level.map_or(Self::NotRated, Self::Rated)
    }
}
