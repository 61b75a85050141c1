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
    earlier: Vec<EarlierRound>,
}

/// A round that is not the newest.
#[derive(Debug, Clone)]
struct EarlierRound {
    round: String,
    as_of: Date,
    perspectives: Vec<Perspective>,
    counted: Ranks,
    data_subject: Option<Ranks>,
}

/// Rank of each activity's band by its place; 0 for one without a band.
#[derive(Debug, Clone, Default)]
struct Ranks(Box<[u8]>);

/// A round by its bands.
pub(super) struct Round<'m> {
    pub(super) round: &'m str,
    pub(super) as_of: Date,
    pub(super) perspectives: &'m [Perspective],
    counted: Ranks,
    data_subject: Option<Ranks>,
}

impl Members {
    /// Takes an assessment in.
    pub fn add(&mut self, member: Member) {
        let Some(rounds) = self.by_code.get_mut(&member.code) else {
            let rounds = Rounds { newest: member, earlier: Vec::new() };
            self.by_code.insert(rounds.newest.code, rounds);
            return;
        };
        let order = |member: &Member| (member.as_of, member.round.clone());
        let older = match order(&member) > order(&rounds.newest) {
            true => std::mem::replace(&mut rounds.newest, member),
            false => member,
        };
        let mut ranks = |figures: &Figures| Ranks::of(figures, &mut self.places);
        rounds.earlier.push(EarlierRound {
            counted: ranks(&older.counted),
            data_subject: older.data_subject.as_ref().map(ranks),
            round: older.round,
            as_of: older.as_of,
            perspectives: older.perspectives,
        });
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
    pub(super) fn with_several(&self) -> impl Iterator<Item = (&Member, Vec<Round<'_>>)> {
        let several = self.by_code.values().filter(|rounds| !rounds.earlier.is_empty());
        several.map(|Rounds { newest, earlier }| {
            let mut places = self.places.clone();
            let mut ranks = |figures: &Figures| Ranks::of(figures, &mut places);
            let last = Round {
                round: &newest.round,
                as_of: newest.as_of,
                perspectives: &newest.perspectives,
                counted: ranks(&newest.counted),
                data_subject: newest.data_subject.as_ref().map(ranks),
            };
            let earlier = earlier.iter().map(|of| Round {
                round: &of.round,
                as_of: of.as_of,
                perspectives: &of.perspectives,
                counted: of.counted.clone(),
                data_subject: of.data_subject.clone(),
            });
            let mut rounds: Vec<Round<'_>> = earlier.chain([last]).collect();
            rounds.sort_by(|a, b| (a.as_of, a.round).cmp(&(b.as_of, b.round)));
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

impl Round<'_> {
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
    /// `places` grows by the activities that have none yet.
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
