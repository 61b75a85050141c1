//! For the council: plain words, three to five pictures, and no name of a task.

use super::ManagementReport;
use super::records::as_table;
use super::slides::Deck;
use crate::domain::{Reader, Wording};
use crate::engine::Coverage;
use crate::engine::briefing::{AreaStand, BandCounts};
use crate::report::Publication as _;
use crate::report::document::{Document, Slide};
use crate::report::drawing::Drawing;
use crate::text::management::{self as said, Picture, Talk};
use crate::text::{self, Lang};

/// Tasks in an area below which its figures would say whose they are.
const FEW: usize = 3;

impl ManagementReport<'_> {
    pub(super) fn council(&self, lang: Lang, document: &mut Document) {
        let [about, role, stands, places, since, others, doing, limits] =
            said::council_headings(lang);
        document.heading(about);
        document.paragraph(self.wording(lang, Wording::CouncilWhat));
        document.paragraph(said::council_levels(lang, &self.method.bands));
        document.heading(role);
        document.paragraph(self.wording(lang, Wording::CouncilRole));
        document.heading(stands);
        document.list(self.council_stand(lang));
        document.picture(self.then_and_now(lang));
        document.table(self.band_table(lang));
        document.heading(places);
        document.picture(self.council_areas(lang));
        document.table(as_table(&self.rows(lang)));
        if let Some(line) = self.council_since(lang) {
            document.heading(since);
            document.paragraph(line);
            self.rounds_picture(lang).into_iter().for_each(|picture| document.picture(picture));
        }
        if let Some((name, counts)) = self.place(lang) {
            document.heading(others);
            document.paragraph(said::council_others(lang, &name, counts));
        }
        document.heading(doing);
        document.paragraph(self.council_doing(lang));
        document.heading(limits);
        document.paragraph(self.wording(lang, Wording::CouncilLimits));
        document.picture(self.coverage_picture(lang));
    }

    fn council_stand(&self, lang: Lang) -> Vec<String> {
        let coverage = self.briefing.overview.coverage;
        if coverage.assessed == 0 {
            return vec![said::nothing_assessed(lang, coverage.whole, true)];
        }
        let mut lines = vec![said::council_picture(lang, coverage)];
        let worst = self.in_worst_band();
        lines.extend(worst.map(|(band, counts)| said::council_worst(lang, band, counts)));
        lines
    }

    fn council_doing(&self, lang: Lang) -> String {
        let (all, [planned, overdue, _]) = self.action_counts();
        let mut doing = said::council_actions(lang, (all, planned, overdue), self.last_deadline());
        let accepted = self.briefing.acceptances.standing;
        if accepted > 0 {
            let assessed = self.briefing.overview.coverage.assessed;
            doing.push(' ');
            doing.push_str(&said::council_accepted(lang, accepted, assessed));
        }
        doing
    }

    /// Bands by area; areas with few tasks are one, since their figures would name a task.
    fn council_areas(&self, lang: Lang) -> Drawing {
        let areas = self.areas_told(lang);
        let bars: Vec<_> = areas
            .iter()
            .map(|(name, counts, covered)| (name.clone(), counts, covered.whole - covered.assessed))
            .collect();
        self.bars(lang, Picture::Areas, &bars)
    }

    /// Areas by the name under which the reader is told of them: all of them, but for the council.
    pub(super) fn areas_told(&self, lang: Lang) -> Vec<(String, BandCounts, Coverage)> {
        if self.reader != Reader::Council {
            let all = self.briefing.areas.iter();
            let named = |of: &AreaStand<'_>| {
                (Self::area_name(lang, of.area), of.current.clone(), of.coverage)
            };
            return all.map(named).collect();
        }
        let name = |stand: Option<&AreaStand<'_>>| match stand {
            Some(stand) => Self::area_name(lang, stand.area),
            None => said::other_areas(lang).to_owned(),
        };
        let open = self.open_areas().into_iter();
        open.map(|(stand, counts, covered)| (name(stand), counts, covered)).collect()
    }

    /// Areas that can be named, and the rest together.
    pub(super) fn open_areas(&self) -> Vec<(Option<&AreaStand<'_>>, BandCounts, Coverage)> {
        let (named, few): (Vec<_>, Vec<_>) =
            self.briefing.areas.iter().partition(|stand| stand.coverage.whole >= FEW);
        let mut areas: Vec<_> = named
            .into_iter()
            .map(|stand| (Some(stand), stand.current.clone(), stand.coverage))
            .collect();
        let mut counts = BandCounts::default();
        let mut covered = Coverage::default();
        for stand in few {
            counts.add(&stand.current);
            covered.assessed += stand.coverage.assessed;
            covered.whole += stand.coverage.whole;
            covered.not_applicable += stand.coverage.not_applicable;
        }
        if covered.whole > 0 {
            areas.push((None, counts, covered));
        }
        areas
    }

    pub(super) fn council_slides(&self, lang: Lang) -> Vec<Slide> {
        let [about, role, stands, places, since, others, doing, limits] =
            said::council_headings(lang);
        let mut deck = Deck::new(lang, true);
        deck.front(self.title(lang), text::date(lang, self.as_of));
        deck.slide(Talk::What, about.to_owned(), |slide| {
            slide.paragraph(self.wording(lang, Wording::CouncilWhat));
        });
        deck.slide(Talk::Role, role.to_owned(), |slide| {
            slide.paragraph(self.wording(lang, Wording::CouncilRole));
        });
        deck.slide(Talk::Brief, self.wording(lang, Wording::HeadingBrief), |slide| {
            slide.paragraph(said::council_levels(lang, &self.method.bands));
            slide.list(self.council_stand(lang));
        });
        deck.slide(Talk::Bars, stands.to_owned(), |slide| {
            slide.picture(self.then_and_now(lang));
        });
        deck.slide(Talk::Areas, places.to_owned(), |slide| slide.picture(self.council_areas(lang)));
        if let Some(line) = self.council_since(lang) {
            deck.slide(Talk::Changed, since.to_owned(), |slide| {
                slide.paragraph(line);
                self.rounds_picture(lang).into_iter().for_each(|picture| slide.picture(picture));
            });
        }
        if let Some((name, counts)) = self.place(lang) {
            deck.slide(Talk::Others, others.to_owned(), |slide| {
                slide.paragraph(said::council_others(lang, &name, counts));
            });
        }
        deck.slide(Talk::Takes, doing.to_owned(), |slide| {
            slide.paragraph(self.council_doing(lang))
        });
        deck.slide(Talk::Sure, self.wording(lang, Wording::HeadingSure), |slide| {
            slide.picture(self.coverage_picture(lang));
        });
        deck.slide(Talk::Limits, limits.to_owned(), |slide| {
            slide.paragraph(self.wording(lang, Wording::CouncilLimits));
        });
        deck.foot(self.footnote(lang));
        deck.slides
    }
}
