//! All assessments that were read, and little of each: of every municipality its newest round, and of
//! earlier ones no more than the bands.

use std::collections::BTreeMap;

use super::member::{Figures, Member, Standing};
use super::row::Moved;
use crate::domain::{ActivityId, Date, MunicipalityCode, Perspective};

/// The municipalities with their rounds; the order in which they come does not matter.
#[derive(Debug, Default)]
pub struct Members {
    by_code: BTreeMap<MunicipalityCode, Rounds>,
    /// The activities that somebody has assessed, each with its place in [`Ranks`].
    places: BTreeMap<ActivityId, usize>,
}

/// The rounds of one municipality.
#[derive(Debug)]
struct Rounds {
    newest: Member,
    /// In the order in which they came.
    earlier: Vec<Round>,
}

/// A round by its bands.
#[derive(Debug, Clone)]
pub(super) struct Round {
    pub(super) round: String,
    pub(super) as_of: Date,
    pub(super) perspectives: Vec<Perspective>,
    counted: Ranks,
    data_subject: Option<Ranks>,
}

/// Rank of each activity's band by its place; 0 for one without a band.
#[derive(Debug, Clone)]
struct Ranks(Box<[u8]>);

impl Members {
    /// Takes an assessment in.
    pub fn add(&mut self, member: Member) {
        let Some(rounds) = self.by_code.get_mut(&member.code) else {
            let rounds = Rounds { newest: member, earlier: Vec::new() };
            self.by_code.insert(rounds.newest.code, rounds);
            return;
        };
        let newest = &mut rounds.newest;
        let older = match (member.as_of, &member.round) > (newest.as_of, &newest.round) {
            true => std::mem::replace(newest, member),
            false => member,
        };
        rounds.earlier.push(Round::of(&older, &mut self.places));
    }

    /// The latest day that any figures hold for.
    #[must_use]
    pub fn latest_day(&self) -> Option<Date> {
        self.newest().map(|member| member.as_of).max()
    }

    /// The newest round of each municipality, by code.
    pub(super) fn newest(&self) -> impl Iterator<Item = &Member> {
        self.by_code.values().map(|rounds| &rounds.newest)
    }

    /// Municipalities with several rounds: the newest, and all of them, oldest first.
    pub(super) fn with_several(&self) -> impl Iterator<Item = (&Member, Vec<Round>)> {
        let mut places = self.places.clone();
        let several = self.by_code.values().filter(|rounds| !rounds.earlier.is_empty());
        several.map(move |Rounds { newest, earlier }| {
            let last = Round::of(newest, &mut places);
            let mut rounds: Vec<Round> = earlier.iter().cloned().chain([last]).collect();
            rounds.sort_by(|a, b| (a.as_of, &a.round).cmp(&(b.as_of, &b.round)));
            (newest, rounds)
        })
    }
}

impl FromIterator<Member> for Members {
    fn from_iter<I: IntoIterator<Item = Member>>(all: I) -> Self {
        let mut members = Self::default();
        all.into_iter().for_each(|member| members.add(member));
        members
    }
}

impl Round {
    /// `places` grows by the activities that have none yet.
    fn of(member: &Member, places: &mut BTreeMap<ActivityId, usize>) -> Self {
        let mut ranks = |figures: &Figures| Ranks::of(figures, places);
        Self {
            round: member.round.clone(),
            as_of: member.as_of,
            perspectives: member.perspectives.clone(),
            counted: ranks(&member.counted),
            data_subject: member.data_subject.as_ref().map(ranks),
        }
    }

    fn ranks(&self, perspectives: &[Perspective]) -> &Ranks {
        match &self.data_subject {
            Some(of_subject) if perspectives != self.perspectives => of_subject,
            _ => &self.counted,
        }
    }

    /// Ranks of the bands of the activities that have one.
    pub(super) fn bands(&self, perspectives: &[Perspective]) -> impl Iterator<Item = u8> {
        self.ranks(perspectives).0.iter().copied().filter(|rank| *rank > 0)
    }

    /// How the bands have moved since an earlier round, of activities that have one in both.
    pub(super) fn moved_since(&self, before: &Self, perspectives: &[Perspective]) -> Moved {
        let mut moved = Moved::default();
        let (before, now) = (before.ranks(perspectives), self.ranks(perspectives));
        for (before, now) in before.0.iter().zip(&now.0).filter(|(a, b)| **a > 0 && **b > 0) {
            match now.cmp(before) {
                std::cmp::Ordering::Greater => moved.raised += 1,
                std::cmp::Ordering::Less => moved.lowered += 1,
                std::cmp::Ordering::Equal => moved.unchanged += 1,
            }
        }
        moved
    }
}

impl Ranks {
    fn of(figures: &Figures, places: &mut BTreeMap<ActivityId, usize>) -> Self {
        let mut ranks = Vec::new();
        for (id, standing) in &figures.activities {
            let Standing::Assessed(point) = standing else { continue };
            let next = places.len();
            let place = match places.get(id) {
                Some(place) => *place,
                None => *places.entry(id.clone()).or_insert(next),
            };
            if ranks.len() <= place {
                ranks.resize(place + 1, 0);
            }
            if let Some(rank) = ranks.get_mut(place) {
                *rank = point.rank;
            }
        }
        Self(ranks.into_boxed_slice())
    }
}
