//! For the board: one page, and everything behind it as an annex.

use super::slides::Deck;
use super::{FIRST_PAGE, ManagementReport, SHORT_LIST};
use crate::domain::Wording;
use crate::report::Publication as _;
use crate::report::document::{Document, Slide};
use crate::text::Lang;
use crate::text::management::{self as said, Talk};

/// Characters of a reason on the first page.
const ON_FIRST_PAGE: usize = 60;
/// Lines, questions and rows that the first page has room for.
const ON_A_PAGE: usize = 11;
/// Rows that it has, however many lines and questions there are.
const FEWEST_ROWS: usize = 3;
/// Characters of a reason on a slide.
const ON_SLIDE: usize = 60;

impl ManagementReport<'_> {
    pub(super) fn board(&self, lang: Lang, document: &mut Document) {
        document.paragraph(self.stand(lang));
        document.words(self.bands_today(lang));
        document.heading(self.wording(lang, Wording::HeadingBrief));
        let brief = self.brief(lang);
        let told = brief.len() + self.briefing.decisions.len().min(SHORT_LIST + 1);
        document.list(brief);
        // Before the table: what is to be decided today is on the first page whatever comes behind it.
        let decisions = &self.briefing.decisions;
        if !decisions.is_empty() {
            document.heading(self.wording(lang, Wording::HeadingDecide));
            document.list(self.questions(lang, decisions, SHORT_LIST));
        }
        if !self.briefing.worst_first().is_empty() {
            document.heading(self.wording(lang, Wording::HeadingWorst));
            // The page ends with the table, so the table gives way.
            let rows = ON_A_PAGE.saturating_sub(told).clamp(FEWEST_ROWS, FIRST_PAGE);
            document.table(self.short_worst(lang, rows, ON_FIRST_PAGE));
        }
        document.new_page();
        self.annex(lang, document);
    }

    /// Everything behind the first page.
    fn annex(&self, lang: Lang, document: &mut Document) {
        let [annex, picture, areas, all, actions, questions, ..] = said::headings(lang);
        document.heading(format!("{annex}: {}", picture.to_lowercase()));
        document.picture(self.risk_picture(lang));
        document.heading(areas);
        document.picture(self.area_picture(lang, &self.briefing.areas));
        document.table(self.area_table(lang, &self.briefing.areas));
        self.changed(lang, document);
        self.others(lang, document);
        document.heading(self.wording(lang, Wording::HeadingTakes));
        document.paragraph(self.action_summary(lang));
        self.cost_line(lang).into_iter().for_each(|line| document.paragraph(line));
        let planned: Vec<_> = self.briefing.actions.iter().collect();
        if !planned.is_empty() {
            document.picture(self.action_picture(lang));
            document.subheading(actions);
            document.table(self.action_table(lang, &planned));
        }
        let decisions = &self.briefing.decisions;
        if decisions.len() > SHORT_LIST {
            document.heading(questions);
            document.list(self.questions(lang, decisions, usize::MAX));
        }
        self.accepted(lang, document);
        document.heading(all);
        document.table(self.worst_table(lang, &self.briefing.worst_first(), usize::MAX));
        self.how_sure(lang, document);
    }

    /// How sure it is, and how to read it.
    pub(super) fn how_sure(&self, lang: Lang, document: &mut Document) {
        let [.., reading] = said::headings(lang);
        document.heading(self.wording(lang, Wording::HeadingSure));
        document.picture(self.coverage_picture(lang));
        document.list(self.sure(lang));
        document.subheading(reading);
        document.list(said::reading(lang).map(str::to_owned).into());
    }

    pub(super) fn board_slides(&self, lang: Lang) -> Vec<Slide> {
        let mut deck = Deck::new(lang, false);
        let [_, picture, areas, ..] = said::headings(lang);
        deck.front(self.title(lang), self.stand(lang));
        deck.slide(Talk::Brief, self.wording(lang, Wording::HeadingBrief), |slide| {
            slide.words(self.bands_today(lang));
            slide.list(self.brief(lang));
        });
        deck.slide(Talk::Risk, picture.to_owned(), |slide| slide.picture(self.risk_picture(lang)));
        if !self.briefing.worst_first().is_empty() {
            deck.slide(Talk::Worst, self.wording(lang, Wording::HeadingWorst), |slide| {
                slide.table(self.short_worst(lang, FIRST_PAGE, ON_SLIDE));
            });
        }
        deck.slide(Talk::Areas, areas.to_owned(), |slide| {
            slide.picture(self.area_picture(lang, &self.briefing.areas));
        });
        self.change_slide(lang, &mut deck);
        self.other_slide(lang, &mut deck);
        deck.slide(Talk::Takes, self.wording(lang, Wording::HeadingTakes), |slide| {
            slide.paragraph(self.action_summary(lang));
            self.cost_line(lang).into_iter().for_each(|line| slide.paragraph(line));
            slide.picture(self.action_picture(lang));
        });
        if !self.briefing.decisions.is_empty() {
            deck.slide(Talk::Decide, self.wording(lang, Wording::HeadingDecide), |slide| {
                slide.list(self.questions(lang, &self.briefing.decisions, SHORT_LIST));
            });
        }
        deck.slide(Talk::Sure, self.wording(lang, Wording::HeadingSure), |slide| {
            slide.picture(self.coverage_picture(lang));
            slide.list(self.sure(lang));
        });
        deck.foot(self.footnote(lang));
        deck.slides
    }
}
