//! For the people of one area: its activities, owners and actions.

use super::ManagementReport;
use crate::domain::Wording;
use crate::report::document::Document;
use crate::text::Lang;
use crate::text::management as said;

impl ManagementReport<'_> {
    pub(super) fn department(&self, lang: Lang, document: &mut Document) {
        let [_, picture, _, all, actions, ..] = said::headings(lang);
        document.paragraph(self.stand(lang));
        document.words(self.bands_today(lang));
        document.heading(self.wording(lang, Wording::HeadingBrief));
        document.list(self.brief(lang));
        document.heading(all);
        let worst = self.briefing.worst_first();
        if !worst.is_empty() {
            document.table(self.worst_table(lang, &worst, usize::MAX));
        }
        let open: Vec<String> = self.without_band(lang);
        if !open.is_empty() {
            document.list(open);
        }
        document.heading(picture);
        document.picture(self.risk_picture(lang));
        if !self.briefing.decisions.is_empty() {
            document.heading(self.wording(lang, Wording::HeadingDecide));
            document.list(self.questions(lang, &self.briefing.decisions, usize::MAX));
        }
        self.accepted(lang, document);
        document.heading(actions);
        document.paragraph(self.action_summary(lang));
        self.cost_line(lang).into_iter().for_each(|line| document.paragraph(line));
        for (owner, planned) in self.owners() {
            document.subheading(said::owner(lang, owner));
            document.table(self.action_table(lang, &planned));
        }
        self.changed(lang, document);
        self.others(lang, document);
        self.how_sure(lang, document);
    }

    /// Activities without a band, each with its status.
    fn without_band(&self, lang: Lang) -> Vec<String> {
        let rows = self.briefing.overview.rows.iter();
        rows.filter(|row| row.risk.current().is_none())
            .map(|row| {
                format!("{}: {}", Self::label(row), crate::text::status(lang, row.answer.status))
            })
            .collect()
    }
}
