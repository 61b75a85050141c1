//! What has changed since the last round, and what differs from others.

use super::slides::Deck;
use super::tables::{score_cell, table};
use super::{Against, FIRST_PAGE, ManagementReport};
use crate::domain::{Band, Wording};
use crate::engine::compare::{Comparison, Difference, Movement, SideName, Stand};
use crate::report::document::{Document, Table};
use crate::text::management::{self as said, Talk};
use crate::text::{self, Lang};

impl<'a> ManagementReport<'a> {
    /// What has changed since the last round, in a few sentences.
    pub(super) fn since_line(&self, lang: Lang) -> Option<String> {
        let since = self.since?;
        let worst = self.newly_worst(since);
        Some(said::since(lang, &since.left.assessment.round, since.summary, worst))
    }

    /// The same for the council.
    pub(super) fn council_since(&self, lang: Lang) -> Option<String> {
        let since = self.since?;
        let worst = self.newly_worst(since);
        Some(said::council_changed(lang, &since.left.assessment.round, since.summary, worst))
    }

    /// How many that were not assessed the last time stand in the worst band now.
    fn newly_worst(&self, since: &Comparison<'_>) -> Option<(&'a Band, usize)> {
        let worst = self.worst_band()?;
        let is_worst = |stand: &Stand<'_>| {
            stand.own.current().is_some_and(|(_, score)| score.band.rank == worst.rank)
        };
        let new = since.differences.iter().filter(|of| of.only() == Some(SideName::Right));
        let now = new.filter(|of| of.right.as_ref().is_some_and(is_worst));
        Some((worst, now.count()))
    }

    /// Activities whose band moved since the last round, what weighs most first.
    pub(super) fn moved(&self) -> Vec<&'a Difference<'a>> {
        let has_moved = |of: &&Difference<'_>| has_moved(of);
        self.changes().into_iter().filter(has_moved).collect()
    }

    /// Activities whose band moved, or that only one of the two rounds has assessed.
    pub(super) fn changes(&self) -> Vec<&'a Difference<'a>> {
        let Some(since) = self.since else { return Vec::new() };
        let changed = since.differences.iter().filter(|of| has_moved(of) || of.only().is_some());
        changed.filter(|of| of.only() == Some(SideName::Left) || self.shows(of)).collect()
    }

    /// Whether an activity is among what is shown.
    fn shows(&self, difference: &Difference<'_>) -> bool {
        self.briefing.overview.rows.iter().any(|row| *row.id == difference.id)
    }

    /// What has changed since the last round.
    pub(super) fn changed(&self, lang: Lang, document: &mut Document) {
        let (Some(since), Some(line)) = (self.since, self.since_line(lang)) else { return };
        document.heading(self.wording(lang, Wording::HeadingChanged));
        document.paragraph(line);
        let (moved, changes) = (self.moved(), self.changes());
        if !moved.is_empty() {
            document.picture(self.change_picture(lang, &moved));
        }
        if !changes.is_empty() {
            document.table(self.change_table(lang, since, &changes));
        }
    }

    pub(super) fn change_slide(&self, lang: Lang, deck: &mut Deck) {
        let Some(line) = self.since_line(lang) else { return };
        deck.slide(Talk::Changed, self.wording(lang, Wording::HeadingChanged), |slide| {
            slide.paragraph(line);
            let moved = self.moved();
            if !moved.is_empty() {
                slide.picture(self.change_picture(lang, &moved));
            }
        });
    }

    /// What differs from others.
    pub(super) fn others(&self, lang: Lang, document: &mut Document) {
        match self.against {
            None => {}
            Some(Against::One(of)) => {
                document.heading(self.wording(lang, Wording::HeadingOthers));
                document.paragraph(against_line(lang, of));
                read_through(lang, of).into_iter().for_each(|line| document.paragraph(line));
                let apart = self.apart(of);
                if !apart.is_empty() {
                    document.table(self.change_table(lang, of, &apart));
                }
            }
            Some(Against::Many(others)) => {
                document.heading(self.wording(lang, Wording::HeadingOthers));
                let places = self.places(others);
                if let Some((_, counts)) = self.place(lang) {
                    document.paragraph(said::among(lang, others.municipalities, counts));
                }
                if !places.is_empty() {
                    document.picture(self.place_picture(lang, &places));
                    document.table(self.place_table(lang, &places));
                }
            }
        }
    }

    pub(super) fn other_slide(&self, lang: Lang, deck: &mut Deck) {
        let heading = self.wording(lang, Wording::HeadingOthers);
        match self.against {
            None => {}
            Some(Against::One(of)) => deck.slide(Talk::Others, heading, |slide| {
                slide.paragraph(against_line(lang, of));
                let mut apart = self.apart(of);
                apart.truncate(FIRST_PAGE);
                if !apart.is_empty() {
                    slide.table(self.change_table(lang, of, &apart));
                }
            }),
            Some(Against::Many(others)) => deck.slide(Talk::Others, heading, |slide| {
                if let Some((_, counts)) = self.place(lang) {
                    slide.paragraph(said::among(lang, others.municipalities, counts));
                }
                let places = self.places(others);
                if !places.is_empty() {
                    slide.picture(self.place_picture(lang, &places));
                }
            }),
        }
    }

    /// Activities in which another municipality has another band, what weighs most first.
    fn apart(&self, of: &'a Comparison<'a>) -> Vec<&'a Difference<'a>> {
        let apart = of.differences.iter().filter(|one| one.steps.is_some_and(|steps| steps > 0));
        apart.filter(|one| self.shows(one)).collect()
    }

    /// Then, now, and what moved it.
    fn change_table(
        &self,
        lang: Lang,
        comparison: &Comparison<'_>,
        differences: &[&Difference<'_>],
    ) -> Table {
        let [number, activity, why] = said::change_columns(lang);
        let names = match comparison.is_rounds {
            true => [&comparison.left, &comparison.right].map(|side| side.assessment.round.clone()),
            false => [&comparison.left, &comparison.right]
                .map(|side| side.assessment.municipality_name.clone()),
        };
        let [left, right] = &names;
        let stand = |stand: &Option<Stand<'_>>| {
            let score = stand.as_ref().and_then(|stand| stand.own.current());
            score_cell(lang, score.map(|(_, score)| score))
        };
        let sides = text::comparison::SideNames { left, right, is_rounds: comparison.is_rounds };
        let rows = differences.iter().map(|difference| {
            let title = self.catalogue.activities.get(&difference.id);
            let cause = difference.agree.left.as_ref().filter(|_| comparison.is_rounds);
            let cause = cause.map(|steps| text::comparison::cause(lang, steps, self.catalogue));
            let cause =
                cause.unwrap_or_else(|| text::comparison::class_sentence(lang, difference, sides));
            vec![
                difference.id.as_str().into(),
                title.map_or("", |activity| activity.title.as_str()).into(),
                stand(&difference.left),
                stand(&difference.right),
                cause.into(),
            ]
        });
        table([number, activity, left, right, why], rows.collect())
    }
}

fn has_moved(difference: &Difference<'_>) -> bool {
    matches!(difference.movement, Some(Movement::Raised | Movement::Lowered))
}

fn against_line(lang: Lang, of: &Comparison<'_>) -> String {
    said::against(lang, &of.right.assessment.municipality_name, of.summary)
}

/// Which methods two municipalities use, where they are not the same.
fn read_through(lang: Lang, of: &Comparison<'_>) -> Option<String> {
    let (own, theirs) = (&of.left.method.id, &of.right.method.id);
    let name = of.right.assessment.municipality_name.as_str();
    let common = (name, of.method.id.as_str());
    (own != theirs && of.summary.both > 0)
        .then(|| said::read_through(lang, (own.as_str(), theirs.as_str()), common))
}
