//! Reading figures through another method: only where it is known which level means what.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::domain::{
    ActivityAnswer, Consequence, Level, LevelMap, LevelNumber, Likelihood, Method, Rating,
    RiskAnswer, Scale,
};
use crate::finding::Axis;

/// How the figures of one method are read in the levels of another.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    to: &'a Method,
    /// Missing: the methods have the same number of levels, and a level is itself.
    map: Option<Cow<'a, LevelMap>>,
}

/// A level that the other method has no counterpart of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unmapped {
    /// Of which scale.
    pub axis: Axis,
    /// Its number in the method that it was given in.
    pub level: u8,
}

impl<'a> Reading<'a> {
    /// How figures given under `from` are read under `to`: by a declared correspondence where there
    /// is one, level by level where both have as many levels, else by the levels that both define in
    /// the same words. `None` where nothing tells which level means what.
    #[must_use]
    pub fn between(from: &Method, to: &'a Method, declared: &'a [LevelMap]) -> Option<Self> {
        let declared = declared.iter().find(|map| map.from == from.id && map.to == to.id);
        let size = |m: &Method| (m.likelihood.top_number(), m.consequence.top_number());
        let map = match declared {
            Some(map) => Some(Cow::Borrowed(map)),
            None if size(from) == size(to) => None,
            None => Some(Cow::Owned(same_words(from, to)?)),
        };
        Some(Self { to, map })
    }

    /// The same likelihood in the other method.
    #[must_use]
    pub fn likelihood(&self, level: Likelihood) -> Option<Likelihood> {
        let number = self
            .map
            .as_ref()
            .map_or(Some(level.number()), |map| map.likelihood.get(&level.number()).copied())?;
        self.to.likelihood.level(number)
    }

    /// The same consequence in the other method.
    #[must_use]
    pub fn consequence(&self, level: Consequence) -> Option<Consequence> {
        let number = self
            .map
            .as_ref()
            .map_or(Some(level.number()), |map| map.consequence.get(&level.number()).copied())?;
        self.to.consequence.level(number)
    }

    /// An answer with every figure in the levels of the other method.
    ///
    /// # Errors
    /// The first figure without a counterpart: what is left out could have been the worst.
    pub fn answer<'b>(
        &self,
        answer: &'b ActivityAnswer,
    ) -> Result<Cow<'b, ActivityAnswer>, Unmapped> {
        if self.map.is_none() {
            return Ok(Cow::Borrowed(answer));
        }
        let mut read = answer.clone();
        for figure in read.consequences.figures.values_mut() {
            figure.rating = self.consequence_rating(figure.rating)?;
        }
        self.risk(&mut read.direct)?;
        for threat in read.threats.values_mut() {
            self.risk(&mut threat.risk)?;
        }
        Ok(Cow::Owned(read))
    }

    fn risk(&self, risk: &mut RiskAnswer) -> Result<(), Unmapped> {
        risk.likelihood = self.likelihood_rating(risk.likelihood)?;
        risk.residual_likelihood = self.likelihood_rating(risk.residual_likelihood)?;
        risk.residual_consequence = self.consequence_rating(risk.residual_consequence)?;
        Ok(())
    }

    fn likelihood_rating(
        &self,
        rating: Rating<Likelihood>,
    ) -> Result<Rating<Likelihood>, Unmapped> {
        let Rating::Rated(level) = rating else { return Ok(rating) };
        let unmapped = Unmapped { axis: Axis::Likelihood, level: level.number() };
        self.likelihood(level).map(Rating::Rated).ok_or(unmapped)
    }

    fn consequence_rating(
        &self,
        rating: Rating<Consequence>,
    ) -> Result<Rating<Consequence>, Unmapped> {
        let Rating::Rated(level) = rating else { return Ok(rating) };
        let unmapped = Unmapped { axis: Axis::Consequence, level: level.number() };
        self.consequence(level).map(Rating::Rated).ok_or(unmapped)
    }
}

/// The levels that both methods name and define in the same words; `None` where no pair of each
/// scale does.
fn same_words(from: &Method, to: &Method) -> Option<LevelMap> {
    let likelihood = same_levels(&from.likelihood, &to.likelihood);
    let consequence = same_levels(&from.consequence, &to.consequence);
    let (from, to) = (from.id.clone(), to.id.clone());
    (!likelihood.is_empty() && !consequence.is_empty()).then_some(LevelMap {
        from,
        to,
        likelihood,
        consequence,
        reason: None,
    })
}

fn same_levels<L: LevelNumber>(from: &Scale<L>, to: &Scale<L>) -> BTreeMap<u8, u8> {
    let words = |level: &Level| {
        let text = format!("{} {}", level.label, level.definition).to_lowercase();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let counterpart = |level: &Level| {
        to.levels().find(|(_, other)| words(other) == words(level)).map(|(other, _)| other.number())
    };
    from.levels()
        .filter_map(|(number, level)| Some((number.number(), counterpart(level)?)))
        .collect()
}
