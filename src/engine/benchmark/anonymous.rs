//! The same result without anything that could tell which municipality said what.
//!
//! What is shown is a function of the counts that are shown: median and quartiles are what the shown
//! counts leave possible, and whatever rests on a withheld count is withheld with it. So nothing can
//! be recomputed from totals or from another table of the same result. Two results over groups that
//! differ by one municipality still tell what that one said; the printed result warns of it.

use std::collections::BTreeSet;

use super::row::{Counts, Middle, OwnStand, Position, Row, RowCoverage};
use super::{Benchmark, Withheld};
use crate::domain::ActivityId;
use crate::engine::statistics::{Distribution, Quartiles, Span};

/// Fewest municipalities that anything is said about.
pub const MIN_GROUP: usize = 5;

/// Smallest count that is shown, apart from an honest none.
pub const MIN_CELL: usize = 3;

/// The anonymous form of a result; `None` where it has fewer than [`MIN_GROUP`] municipalities.
///
/// Names, rounds, reasons, measures and all rows of single municipalities but our own are gone. A
/// row with fewer than [`MIN_GROUP`] answers is gone. So are the rows of areas and threats that rest
/// on an activity of which anything is withheld: one table could be solved by the other.
#[must_use]
pub fn anonymous<'a>(full: &Benchmark<'a>) -> Option<Benchmark<'a>> {
    if full.size < MIN_GROUP {
        return None;
    }
    let activities: Vec<_> = full.activities.iter().filter_map(anonymous_row).collect();
    let whole: BTreeSet<&ActivityId> =
        activities.iter().filter(|row| is_whole(row)).map(|row| &row.key).collect();
    let rests_on_whole = |activity: &ActivityId| {
        let is_answered = |row: &Row<ActivityId>| row.coverage.assessed > 0;
        let is_silent = !full.activities.iter().any(|row| row.key == *activity && is_answered(row));
        is_silent || whole.contains(activity)
    };
    let threats: Vec<_> = linked(&full.threats, &rests_on_whole);
    let areas: Vec<_> = linked(&full.areas, &rests_on_whole);
    let is_all = activities.len() == full.activities.len() && whole.len() == activities.len();
    Some(Benchmark {
        method: full.method,
        perspectives: full.perspectives.clone(),
        perspectives_differ: full.perspectives_differ,
        is_anonymous: true,
        size: full.size,
        members: full.members.iter().filter(|m| Some(m.code) == full.own).cloned().collect(),
        left_out: Vec::new(),
        left_out_count: full.left_out_count,
        own: full.own,
        alpha: full.alpha.filter(|_| is_all),
        overall: None,
        development: full
            .development
            .iter()
            .filter(|development| Some(development.code) == full.own)
            .cloned()
            .collect(),
        withheld: Withheld {
            activities: full.activities.len() - activities.len(),
            threats: full.threats.len() - threats.len(),
            areas: full.areas.len() - areas.len(),
        },
        activities,
        threats,
        areas,
        areas_in_part: full.areas_in_part,
    })
}

/// The rows that rest on activities only of which everything is shown.
fn linked<K: Clone>(rows: &[Row<K>], is_shown: &impl Fn(&ActivityId) -> bool) -> Vec<Row<K>> {
    let safe = rows.iter().filter(|row| row.rests_on.iter().all(is_shown));
    safe.filter_map(anonymous_row).collect()
}

fn is_whole<K>(row: &Row<K>) -> bool {
    !row.bands.withholds() && !row.likelihoods.0.is_empty()
}

/// A row by what may be shown of it; `None` where too few have answered.
fn anonymous_row<K: Clone>(row: &Row<K>) -> Option<Row<K>> {
    let total = row.coverage.assessed;
    if total < MIN_GROUP {
        return None;
    }
    let own = row.own.as_ref();
    let bands = shown(&row.bands, own.map(|own| own.rank));
    let likelihoods = shown(&row.likelihoods, own.map(|own| own.likelihood));
    let consequences = shown(&row.consequences, own.map(|own| own.consequence));
    // The levels give the band, so that one of the three tables could solve another.
    let is_whole = [&bands, &likelihoods, &consequences].iter().all(|counts| !counts.withholds());
    let none = || Counts(Vec::new());
    Some(Row {
        key: row.key.clone(),
        coverage: RowCoverage { of: row.coverage.of, assessed: total, ..RowCoverage::default() },
        middle: middle(&bands, total),
        agreement: row.agreement.filter(|_| !bands.withholds()),
        own: own.map(|own| OwnStand { position: position(&bands, own.rank), ..own.clone() }),
        likelihoods: if is_whole { likelihoods } else { none() },
        consequences: if is_whole { consequences } else { none() },
        bands,
        outliers: Vec::new(),
        measures: Vec::new(),
        rests_on: row.rests_on.clone(),
    })
}

/// Counts without those that could give one municipality away.
///
/// We know our own answer, so it is the counts of the others that must be large enough. Where one of
/// them is 1 or 2, all small ones and the zeros are withheld, since a zero beside one withheld count
/// would give it away. Then the nearest larger ones, milder first, until what is withheld could be
/// spread in more than one way: at least [`MIN_CELL`] answers in at least two cells, and not as many
/// as small counts can be (four in two cells could only be two and two). The nearest, because to
/// take the smallest would tell that no larger one is smaller.
fn shown(counts: &Counts, own: Option<u8>) -> Counts {
    let others = |(level, count): (u8, Option<usize>)| {
        count.unwrap_or_default().saturating_sub(usize::from(own == Some(level)))
    };
    let others: Vec<usize> = counts.levels().map(others).collect();
    if !others.iter().any(|count| (1..MIN_CELL).contains(count)) {
        return counts.clone();
    }
    let mut is_hidden: Vec<bool> = others.iter().map(|count| *count < MIN_CELL).collect();
    while tells_too_much(&others, &is_hidden)
        && let Some(nearest) = nearest_shown(&is_hidden)
        && let Some(hidden) = is_hidden.get_mut(nearest)
    {
        *hidden = true;
    }
    let cells = counts.0.iter().zip(is_hidden);
    Counts(cells.map(|(count, hidden)| count.filter(|_| !hidden)).collect())
}

/// Whether the sum of the withheld counts tells one of them.
fn tells_too_much(others: &[usize], is_hidden: &[bool]) -> bool {
    let hidden = || others.iter().zip(is_hidden).filter(|(_, hidden)| **hidden);
    let (together, cells) = (hidden().map(|(count, _)| count).sum::<usize>(), hidden().count());
    together < MIN_CELL || cells < 2 || together == cells * (MIN_CELL - 1)
}

/// The shown cell that lies nearest to a withheld one; the milder of two.
fn nearest_shown(is_hidden: &[bool]) -> Option<usize> {
    let places = |wanted: bool| {
        let cells = is_hidden.iter().enumerate();
        cells.filter(move |(_, hidden)| **hidden == wanted).map(|(at, _)| at)
    };
    places(false).min_by_key(|at| (places(true).map(|other| other.abs_diff(*at)).min(), *at))
}

/// Median and quartiles as far as the shown counts tell: what they are if all withheld answers
/// stand at the lowest withheld level, up to what they are if all stand at the highest.
fn middle(bands: &Counts, total: usize) -> Option<Middle> {
    let known: usize = bands.0.iter().flatten().sum();
    let rest = total.saturating_sub(known);
    let withheld = || bands.levels().filter(|(_, count)| count.is_none()).map(|(level, _)| level);
    let filled = |at: Option<u8>| -> Option<Quartiles> {
        let counts = bands.levels().map(|(level, count)| match count {
            Some(count) => count,
            None if Some(level) == at => rest,
            None => 0,
        });
        Distribution::from_counts(counts.collect()).quartiles()
    };
    let (low, high) = (filled(withheld().next())?, filled(withheld().last())?);
    Some(Middle {
        first: Span { from: low.first, to: high.first },
        median: Span { from: low.median.from, to: high.median.to },
        third: Span { from: low.third, to: high.third },
    })
}

/// Our position, where every count on a side of it is shown.
fn position(bands: &Counts, own: u8) -> Option<Position> {
    let sum = |wanted: &dyn Fn(u8) -> bool| {
        let counts = bands.levels().filter(|(rank, _)| wanted(*rank)).map(|(_, count)| count);
        counts.sum::<Option<usize>>()
    };
    Some(Position {
        lower: sum(&|rank| rank < own)?,
        equal: sum(&|rank| rank == own)?,
        higher: sum(&|rank| rank > own)?,
    })
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn counts(counts: &[usize]) -> Counts {
        Counts(counts.iter().copied().map(Some).collect())
    }

    fn without_small(of: &[usize]) -> Vec<Option<usize>> {
        shown(&counts(of), None).0
    }

    #[test]
    fn counts_of_three_and_more_are_shown_and_so_is_none() {
        assert_eq!(without_small(&[3, 0, 7, 0, 4]), counts(&[3, 0, 7, 0, 4]).0);
    }

    #[test]
    fn one_small_count_takes_the_zeros_and_the_nearest_other_with_it() {
        // 1 alone would be 9 − 8; with the zeros it would still be one answer. So 3 goes, too.
        assert_eq!(without_small(&[1, 0, 3, 5, 0]), [None, None, None, Some(5), None]);
        // 2 + 1 are three in two cells.
        assert_eq!(without_small(&[2, 1, 6, 4, 3]), [None, None, Some(6), Some(4), Some(3)]);
        // One cell of three is not enough: it must be two that cannot be told apart.
        assert_eq!(without_small(&[2, 3, 4, 5, 6]), [None, None, Some(4), Some(5), Some(6)]);
    }

    #[test]
    fn counts_as_large_as_small_ones_can_be_take_another_with_them() {
        // Found by the property below: 4 answers withheld in two cells could only be 2 and 2.
        assert_eq!(without_small(&[3, 2, 2]), [None, None, None]);
        // To take the smallest would show 3 in the middle, which only 3 3 2 could lead to.
        assert_eq!(without_small(&[3, 3, 2]), [Some(3), None, None]);
        assert_eq!(without_small(&[2, 2, 5, 4, 6]), [None, None, None, Some(4), Some(6)]);
        // Six in three cells could only be 2, 2 and 2; five could be several things.
        assert_eq!(without_small(&[2, 2, 2, 4, 6]), [None, None, None, None, Some(6)]);
        assert_eq!(without_small(&[2, 1, 2, 4, 6]), [None, None, None, Some(4), Some(6)]);
    }

    #[test]
    fn our_own_answer_hides_nobody() {
        // Three in the lowest, of which one is ours: the others are two.
        assert_eq!(shown(&counts(&[3, 0, 4, 5, 0]), Some(1)).0[0], None);
        // One in the lowest, and it is ours.
        assert_eq!(shown(&counts(&[1, 0, 4, 5, 0]), Some(1)), counts(&[1, 0, 4, 5, 0]));
    }

    #[test]
    fn the_middle_is_what_the_shown_counts_leave_possible() {
        // 4 withheld of 9 in the lowest three, 5 in the fourth: the median of nine is the fifth.
        let bands = Counts(vec![None, None, None, Some(5), None]);
        let found = middle(&bands, 9).unwrap();
        assert_eq!(found.median, Span { from: 4, to: 4 });
        assert_eq!(found.first, Span { from: 1, to: 4 });
        assert_eq!(found.third, Span { from: 4, to: 5 });
    }

    proptest! {
        /// As somebody would who knows the total, the shown counts and how it is done: every
        /// withheld count could be at least two different numbers.
        #[test]
        fn no_withheld_count_can_be_told_from_the_others(of in vec(0..6_usize, 3..6)) {
            let seen = shown(&counts(&of), None);
            let total: usize = of.iter().sum();
            prop_assume!(total >= MIN_GROUP && seen.withholds());
            let shown_sum: usize = seen.0.iter().flatten().sum();
            let hidden: Vec<usize> =
                (0..of.len()).filter(|at| seen.0[*at].is_none()).collect();
            let mut possible = vec![BTreeSet::new(); hidden.len()];
            for filling in fillings(total - shown_sum, hidden.len()) {
                let mut candidate = of.clone();
                for (at, count) in hidden.iter().zip(&filling) {
                    candidate[*at] = *count;
                }
                if shown(&counts(&candidate), None) == seen {
                    for (known, count) in possible.iter_mut().zip(&filling) {
                        known.insert(*count);
                    }
                }
            }
            for counts in possible {
                prop_assert!(counts.len() >= 2, "{of:?} is shown as {seen:?}");
            }
        }

        /// One municipality moves from one withheld cell to another: nothing that is shown moves.
        #[test]
        fn an_answer_in_a_small_cell_changes_nothing_that_is_shown(of in vec(0..6_usize, 3..6)) {
            let total: usize = of.iter().sum();
            let small = |at: &usize| of[*at] < MIN_CELL;
            for from in (0..of.len()).filter(small).filter(|at| of[*at] > 0) {
                for to in (0..of.len()).filter(|at| *at != from && of[*at] + 1 < MIN_CELL) {
                    let mut moved = of.clone();
                    moved[from] -= 1;
                    moved[to] += 1;
                    let (before, after) =
                        (shown(&counts(&of), None), shown(&counts(&moved), None));
                    prop_assert_eq!(&before, &after);
                    prop_assert_eq!(middle(&before, total), middle(&after, total));
                }
            }
        }
    }

    /// Every way to spread a number over as many cells.
    fn fillings(total: usize, cells: usize) -> Vec<Vec<usize>> {
        if cells == 0 {
            return if total == 0 { vec![Vec::new()] } else { Vec::new() };
        }
        let spread = (0..=total).flat_map(|first| {
            fillings(total - first, cells - 1).into_iter().map(move |mut rest| {
                rest.insert(0, first);
                rest
            })
        });
        spread.collect()
    }
}
