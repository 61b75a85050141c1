//! Statistics of ordered levels: counting and comparing only.
//!
//! A level says more or less, never how much more: levels are not added and have no mean. What is
//! computed with here are the numbers of those who gave a level.

/// How many gave each level of a scale, or each rank of a method's bands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distribution {
    /// Of level 1, 2 and so on.
    counts: Vec<usize>,
}

/// Levels that are the same where nothing lies between two answers, else the nearest on both
/// sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The lower.
    pub from: u8,
    /// The upper; never below `from`.
    pub to: u8,
}

/// The levels that cut the answers into quarters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quartiles {
    /// The lowest level that at least a quarter does not exceed.
    pub first: u8,
    /// Lower and upper median: with an even number the two in the middle may differ, and then the
    /// median is "2–3", not 2.5.
    pub median: Span,
    /// The highest level that at least a quarter reaches.
    pub third: u8,
}

impl Quartiles {
    /// How many levels the middle half spans (interquartile range, IQR).
    #[must_use]
    pub fn spread(self) -> u8 {
        self.third.saturating_sub(self.first)
    }

    /// Whether a level lies far from the middle half: more than the spread beyond it, or more than
    /// one level where the middle half agrees.
    ///
    /// The fence of Tukey (1977, "Exploratory Data Analysis") lies 1.5 spreads out, which is no whole
    /// number of levels; here it is one. At least one level, because where most agree the spread is
    /// 0, and a neighbouring level is what two careful people may differ by. A quarter of the
    /// answers are never outliers, so there are none among fewer than five.
    #[must_use]
    pub fn is_outlier(self, level: u8) -> bool {
        let room = self.spread().max(1);
        level < self.first.saturating_sub(room) || level > self.third.saturating_add(room)
    }
}

impl Distribution {
    /// Counts levels of a scale that ends at `top`. Levels that the scale lacks are not counted.
    #[must_use]
    pub fn of(top: u8, levels: impl IntoIterator<Item = u8>) -> Self {
        let mut counts = vec![0; usize::from(top)];
        for level in levels {
            let place = usize::from(level).checked_sub(1);
            if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
                *count += 1;
            }
        }
        Self { counts }
    }

    /// A distribution by its counts, of level 1 first.
    #[must_use]
    pub fn from_counts(counts: Vec<usize>) -> Self {
        Self { counts }
    }

    /// Both together, over the levels of the longer one.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let length = self.counts.len().max(other.counts.len());
        let at = |of: &Self, place| of.counts.get(place).copied().unwrap_or_default();
        Self { counts: (0..length).map(|place| at(self, place) + at(other, place)).collect() }
    }

    /// How many gave each level, level 1 first.
    #[must_use]
    pub fn counts(&self) -> &[usize] {
        &self.counts
    }

    /// How many gave a level at all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many gave this level.
    #[must_use]
    pub fn count(&self, level: u8) -> usize {
        let place = usize::from(level).checked_sub(1);
        place.and_then(|place| self.counts.get(place)).copied().unwrap_or_default()
    }

    /// Levels with their counts, lowest first.
    pub fn levels(&self) -> impl DoubleEndedIterator<Item = (u8, usize)> {
        let top = u8::try_from(self.counts.len()).unwrap_or(u8::MAX);
        // Backwards, a range is as long as the counts only where both end together.
        (1..=top).zip(self.counts.iter().copied()).collect::<Vec<_>>().into_iter()
    }

    /// Median and quartiles as levels that somebody gave (the inverse of the empirical
    /// distribution); `None` where nobody gave any.
    ///
    /// Seen from the other end of the scale they are the same.
    #[must_use]
    pub fn quartiles(&self) -> Option<Quartiles> {
        let from = self.lowest_not_exceeded(2)?;
        let to = self.highest_reached(2)?;
        Some(Quartiles {
            first: self.lowest_not_exceeded(4)?,
            median: Span { from, to },
            third: self.highest_reached(4)?,
        })
    }

    /// The lowest level that one in `parts` of the answers does not exceed.
    fn lowest_not_exceeded(&self, parts: usize) -> Option<u8> {
        reached(self.levels(), self.total(), parts)
    }

    /// The highest level that one in `parts` of the answers reaches.
    fn highest_reached(&self, parts: usize) -> Option<u8> {
        reached(self.levels().rev(), self.total(), parts)
    }

    /// Agreement A of van der Eijk: 1 where all gave the same level, 0 where all levels were given
    /// equally often, −1 where half gave the lowest and half the highest.
    ///
    /// The distribution is taken apart into layers in which every level stands as often as any
    /// other or not at all; each layer's agreement counts by its share of the answers.
    /// Missing: nobody gave a level, or the scale has fewer than the three that it needs.
    /// Source: Cees van der Eijk, "Measuring agreement in ordered rating scales", Quality & Quantity
    /// 35 (2001), pages 325–341.
    #[must_use]
    pub fn agreement(&self) -> Option<f64> {
        let total = self.total();
        if total == 0 || self.counts.len() < 3 {
            return None;
        }
        let mut rest = self.counts.clone();
        let mut agreement = 0.0;
        while let Some(height) = rest.iter().copied().filter(|count| *count > 0).min() {
            let layer: Vec<bool> = rest.iter().map(|count| *count > 0).collect();
            let given = layer.iter().filter(|is_given| **is_given).count();
            agreement += real(height * given) / real(total) * layer_agreement(&layer, given);
            for count in &mut rest {
                *count = count.saturating_sub(height);
            }
        }
        Some(agreement)
    }
}

/// The first of the levels with which one in `parts` of all answers has been passed.
fn reached(levels: impl Iterator<Item = (u8, usize)>, total: usize, parts: usize) -> Option<u8> {
    let mut passed = 0;
    for (level, count) in levels {
        passed += count;
        if count > 0 && passed * parts >= total {
            return Some(level);
        }
    }
    None
}

/// Agreement of a layer: how unimodal it is, less for every further level that it takes in.
fn layer_agreement(layer: &[bool], given: usize) -> f64 {
    let levels = layer.len();
    if given == 1 {
        return 1.0;
    }
    if given == levels {
        return 0.0;
    }
    unimodality(layer) * (1.0 - real(given - 1) / real(levels - 1))
}

/// Van der Eijk's U. Of every three levels in order, `TU` counts those in which the gap lies at an
/// end (110, 011) and `TDU` those in which it lies in the middle (101).
fn unimodality(layer: &[bool]) -> f64 {
    let (mut gap_at_end, mut gap_in_middle) = (0, 0);
    for (low, first) in layer.iter().enumerate() {
        for (middle, second) in layer.iter().enumerate().skip(low + 1) {
            for third in layer.iter().skip(middle + 1) {
                match (first, second, third) {
                    (true, true, false) | (false, true, true) => gap_at_end += 1,
                    (true, false, true) => gap_in_middle += 1,
                    _ => {}
                }
            }
        }
    }
    let (end, middle, levels) = (real(gap_at_end), real(gap_in_middle), real(layer.len()));
    ((levels - 2.0) * end - (levels - 1.0) * middle) / ((levels - 2.0) * (end + middle))
}

/// Krippendorff's alpha for ordered levels: 1 where all agree about every item, 0 where they agree
/// no more than by chance, below 0 where they agree less. `items` are the answers to each item; an
/// answer that is missing is not there.
///
/// Missing: no item has two answers, or all answers are the same level, so that nothing tells
/// agreement from habit.
/// Source: Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), with the metric
/// for ordinal data.
#[must_use]
pub fn krippendorff_alpha(items: &[&Distribution]) -> Option<f64> {
    let paired: Vec<_> = items.iter().filter(|item| item.total() >= 2).collect();
    let levels = paired.iter().map(|item| item.counts.len()).max()?;
    let mut given = vec![0; levels];
    for item in &paired {
        for (sum, count) in given.iter_mut().zip(&item.counts) {
            *sum += count;
        }
    }
    let all: usize = given.iter().sum();
    let (mut observed, mut expected) = (0.0, 0.0);
    for (low, below) in given.iter().enumerate() {
        for (high, above) in given.iter().enumerate().skip(low + 1) {
            let distance = ordinal_distance(&given, low, high);
            let together: f64 = paired
                .iter()
                .map(|item| {
                    let of = |place| item.counts.get(place).copied().unwrap_or_default();
                    real(of(low) * of(high)) / real(item.total() - 1)
                })
                .sum();
            observed += together * distance;
            expected += real(*below) * real(*above) * distance;
        }
    }
    let varies = given.iter().filter(|count| **count > 0).count() > 1;
    varies.then(|| 1.0 - real(all - 1) * observed / expected)
}

/// Krippendorff's ordinal metric: the square of how many answers lie between two levels, half of
/// those on the two levels themselves included.
fn ordinal_distance(given: &[usize], low: usize, high: usize) -> f64 {
    let of = |place: usize| real(given.get(place).copied().unwrap_or_default());
    let from_low_to_high: f64 = (low..=high).map(of).sum();
    let between = from_low_to_high - (of(low) + of(high)) / 2.0;
    between * between
}

/// A count as a number that can be divided. No count here is near four thousand millions.
fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn counts(counts: &[usize]) -> Distribution {
        Distribution::from_counts(counts.to_vec())
    }

    fn agreement(of: &[usize]) -> f64 {
        counts(of).agreement().unwrap()
    }

    fn near(found: f64, wanted: f64) -> bool {
        (found - wanted).abs() < 1e-9
    }

    #[test]
    fn counts_levels_of_the_scale_only() {
        let distribution = Distribution::of(4, [1, 4, 4, 2, 9, 0]);
        assert_eq!(distribution.counts(), [1, 1, 0, 2]);
        assert_eq!((distribution.total(), distribution.count(4), distribution.count(9)), (4, 2, 0));
    }

    #[test]
    fn the_median_of_an_even_number_is_the_two_in_the_middle() {
        // 1 2 | 3 3: between 2 and 3, and never 2.5.
        let quartiles = counts(&[1, 1, 2, 0]).quartiles().unwrap();
        assert_eq!(quartiles.median, Span { from: 2, to: 3 });
        // 1 2 3: the one in the middle.
        let quartiles = counts(&[1, 1, 1, 0]).quartiles().unwrap();
        assert_eq!(quartiles.median, Span { from: 2, to: 2 });
        assert_eq!(counts(&[0, 0, 0, 0]).quartiles(), None);
    }

    #[test]
    fn quartiles_are_levels_that_somebody_gave() {
        // 1 1 2 2 4 4 4 4: two of eight do not exceed 1, four reach 4; nobody gave 3.
        let quartiles = counts(&[2, 2, 0, 4]).quartiles().unwrap();
        assert_eq!((quartiles.first, quartiles.third, quartiles.spread()), (1, 4, 3));
        assert_eq!(quartiles.median, Span { from: 2, to: 4 });
        // 2 2 2 2 4: a quarter of five is more than one.
        let quartiles = counts(&[0, 4, 0, 1]).quartiles().unwrap();
        assert_eq!((quartiles.first, quartiles.third, quartiles.spread()), (2, 2, 0));
    }

    #[test]
    fn two_levels_from_a_group_that_agrees_is_an_outlier_and_one_is_not() {
        let agreed = counts(&[0, 6, 1, 0]).quartiles().unwrap();
        assert!(!agreed.is_outlier(3) && !agreed.is_outlier(1) && agreed.is_outlier(4));
        // The middle half spans 2 to 3, so the fence stands at 1 and 4.
        let spread = counts(&[0, 4, 4, 1]).quartiles().unwrap();
        assert!(!spread.is_outlier(1) && !spread.is_outlier(4) && spread.is_outlier(5));
        // It spans 2 to 4: as much again below it is 0.
        let wide = counts(&[0, 3, 0, 3, 0, 0, 0]).quartiles().unwrap();
        assert!(!wide.is_outlier(1) && !wide.is_outlier(6) && wide.is_outlier(7));
    }

    #[test]
    fn agreement_of_nothing_is_not_printed_as_minus_nothing() {
        // Layers that take each other away.
        for of in [&[4, 4, 4, 4][..], &[3, 1, 3], &[1, 1, 1, 0, 1, 1], &[2, 1, 1, 2]] {
            assert!(agreement(of).is_sign_positive() || agreement(of) < 0.0);
        }
    }

    #[test]
    fn one_of_four_is_no_outlier() {
        assert!(!counts(&[3, 0, 0, 0, 1]).quartiles().unwrap().is_outlier(5));
        assert!(counts(&[4, 0, 0, 0, 1]).quartiles().unwrap().is_outlier(5));
    }

    #[test]
    fn agreement_has_its_three_fixed_points() {
        assert!(near(agreement(&[7, 0, 0, 0]), 1.0));
        assert!(near(agreement(&[0, 0, 7, 0, 0]), 1.0));
        assert!(near(agreement(&[5, 0, 0, 0, 5]), -1.0));
        assert!(near(agreement(&[3, 0, 3]), -1.0));
        assert!(near(agreement(&[4, 4, 4, 4]), 0.0));
        assert_eq!(counts(&[0, 0, 0]).agreement(), None);
        assert_eq!(counts(&[4, 4]).agreement(), None, "two levels are too few");
    }

    #[test]
    fn agreement_is_the_sum_of_the_layers() {
        // 1100 of 4: TU = 2 (the triples 1-2-3 and 1-2-4), TDU = 0, U = 1, A = 1 − 1/3.
        assert!(near(agreement(&[3, 3, 0, 0]), 2.0 / 3.0));
        // 1101: TU = 1, TDU = 2, U = (2·1 − 3·2) / (2·3) = −2/3, A = −2/3 · (1 − 2/3) = −2/9.
        assert!(near(agreement(&[1, 1, 0, 1]), -2.0 / 9.0));
        // Layers of 2 4 0 1: height 1 on 1101 (3 of 7 answers), height 1 on 1100 (2 of 7), height 2
        // on 0100 (2 of 7): 3/7 · −2/9 + 2/7 · 2/3 + 2/7 · 1 = 24/63.
        assert!(near(agreement(&[2, 4, 0, 1]), 24.0 / 63.0));
    }

    #[test]
    fn agreement_of_a_published_example_is_as_published() {
        // The sample of the R package agrmt (Didier Ruedin), whose manual gives 0.6113333.
        let found = agreement(&[30, 40, 210, 130, 530, 50, 10]);
        assert!((found - 0.611_333_3).abs() < 1e-6, "{found}");
    }

    /// The reliability data of Krippendorff (2011): 4 observers, 12 units, missing answers as 0.
    const OBSERVERS: [[u8; 12]; 4] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];

    fn units(observers: &[[u8; 12]]) -> Vec<Distribution> {
        let of_unit = |at: usize| observers.iter().map(move |row| row[at]);
        (0..12).map(|at| Distribution::of(5, of_unit(at))).collect()
    }

    fn alpha(items: &[Distribution]) -> Option<f64> {
        krippendorff_alpha(&items.iter().collect::<Vec<_>>())
    }

    #[test]
    fn alpha_of_a_published_example_is_as_published() {
        // Krippendorff gives 0.815 for the ordinal metric.
        let found = alpha(&units(&OBSERVERS)).unwrap();
        assert!((found - 0.815).abs() < 0.000_5, "{found}");
    }

    #[test]
    fn alpha_calculated_by_hand() {
        // Two items, two answers each: 1 1 and 1 2. n = 3 ones, 1 two, 4 in all. Distance between 1
        // and 2: (3 + 1 − (3 + 1)/2)² = 4. Observed: one pair, 1·1/1 · 4 = 4. Expected: 3·1·4 = 12.
        // 1 − 3 · 4 / 12 = 0.
        let items = [counts(&[2, 0, 0]), counts(&[1, 1, 0])];
        assert!(near(alpha(&items).unwrap(), 0.0));
        // 1 1 and 3 3: nobody disagrees.
        assert!(near(alpha(&[counts(&[2, 0, 0]), counts(&[0, 0, 2])]).unwrap(), 1.0));
    }

    #[test]
    fn alpha_says_nothing_where_nothing_varies_or_nobody_is_compared() {
        assert_eq!(alpha(&[counts(&[4, 0, 0]), counts(&[2, 0, 0])]), None);
        assert_eq!(alpha(&[counts(&[1, 0, 0]), counts(&[0, 1, 0])]), None);
        assert_eq!(alpha(&[]), None);
    }

    proptest! {
        #[test]
        fn seen_from_the_other_end_everything_is_the_same(of in vec(0..9_usize, 3..8)) {
            let reversed: Vec<usize> = of.iter().rev().copied().collect();
            prop_assert_eq!(counts(&of).agreement(), counts(&reversed).agreement());
            let top = u8::try_from(of.len()).unwrap() + 1;
            if let (Some(q), Some(r)) = (counts(&of).quartiles(), counts(&reversed).quartiles()) {
                prop_assert_eq!((q.first, q.third), (top - r.third, top - r.first));
                prop_assert_eq!((q.median.from, q.median.to), (top - r.median.to, top - r.median.from));
            }
        }

        #[test]
        fn as_many_again_of_everybody_changes_nothing(of in vec(0..9_usize, 3..8), times in 2..5_usize) {
            let more: Vec<usize> = of.iter().map(|count| count * times).collect();
            prop_assert_eq!(counts(&of).agreement(), counts(&more).agreement());
            prop_assert_eq!(counts(&of).quartiles(), counts(&more).quartiles());
        }

        #[test]
        fn the_order_of_the_answers_changes_nothing(levels in vec(1..=5_u8, 1..30)) {
            let mut sorted = levels.clone();
            sorted.sort_unstable();
            prop_assert_eq!(Distribution::of(5, levels), Distribution::of(5, sorted));
        }

        #[test]
        fn agreement_lies_between_its_ends_and_quartiles_in_order(of in vec(0..9_usize, 3..8)) {
            let distribution = counts(&of);
            if let (Some(agreement), Some(q)) = (distribution.agreement(), distribution.quartiles()) {
                prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&agreement), "{agreement}");
                prop_assert!(q.first <= q.median.from && q.median.from <= q.median.to);
                prop_assert!(q.median.to <= q.third);
                let ends = [q.first, q.median.from, q.median.to, q.third];
                prop_assert!(ends.iter().all(|level| distribution.count(*level) > 0));
            }
        }

        #[test]
        fn a_quarter_of_the_answers_are_never_outliers(of in vec(0..9_usize, 3..8)) {
            let distribution = counts(&of);
            if let Some(q) = distribution.quartiles() {
                let outliers: usize = distribution
                    .levels()
                    .filter(|(level, _)| *level > q.third && q.is_outlier(*level))
                    .map(|(_, count)| count)
                    .sum();
                prop_assert!(outliers * 4 < distribution.total());
            }
        }

        #[test]
        fn the_order_of_observers_and_items_changes_alpha_by_nothing(seed in 0..24_usize) {
            let mut observers = OBSERVERS.to_vec();
            observers.rotate_left(seed % 4);
            let mut items = units(&observers);
            items.rotate_left(seed % 12);
            prop_assert!(near(alpha(&items).unwrap(), alpha(&units(&OBSERVERS)).unwrap()));
        }
    }
}
