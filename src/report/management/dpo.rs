//! For the data protection officer: everything, with reasons, origins, findings and pointers to impact
//! assessments.

use super::ManagementReport;
use crate::domain::ActivityId;
use crate::domain::{DataKind, Status, Wording};
use crate::engine::{OverviewRow, Scope, explain};
use crate::finding::{Finding, Location};
use crate::report::ShowReport;
use crate::report::document::{Block, Document, Table};
use crate::text::management as said;
use crate::text::{self, Lang};

/// Criteria of the Article 29 Working Party from which on an impact assessment is most often needed.
///
/// Source: WP248 rev.01, III.B.a: two criteria in most cases.
const MOST_CASES: usize = 2;

impl<'a> ManagementReport<'a> {
    pub(super) fn dpo(&self, lang: Lang, document: &mut Document) {
        let [_, picture, areas, ..] = said::headings(lang);
        let [dpia, findings, each] = said::dpo_headings(lang);
        document.paragraph(self.stand(lang));
        document.words(self.bands_today(lang));
        document.heading(self.wording(lang, Wording::HeadingBrief));
        document.list(self.brief(lang));
        document.heading(picture);
        document.picture(self.risk_picture(lang));
        document.heading(areas);
        document.picture(self.area_picture(lang, &self.briefing.areas));
        document.table(self.area_table(lang, &self.briefing.areas));
        document.new_page();
        document.heading(dpia);
        document.paragraph(said::dpia_note(lang, MOST_CASES));
        document.table(self.impact_assessments(lang));
        if !self.briefing.decisions.is_empty() {
            document.heading(self.wording(lang, Wording::HeadingDecide));
            document.list(self.questions(lang, &self.briefing.decisions, usize::MAX));
        }
        self.accepted(lang, document);
        self.changed(lang, document);
        self.others(lang, document);
        self.how_sure(lang, document);
        if !self.findings.is_empty() {
            document.heading(findings);
            document.table(self.finding_table(lang));
        }
        document.new_page();
        document.heading(each);
        for row in &self.briefing.overview.rows {
            self.everything(lang, row, document);
        }
    }

    /// Activities that meet so many criteria that an impact assessment is most often needed.
    pub(super) fn needing_assessment(&self) -> Vec<(&'a OverviewRow<'a>, Vec<&'a str>)> {
        let rows = self.briefing.overview.rows.iter();
        let rows = rows.filter(|row| row.answer.status != Status::NotApplicable);
        rows.filter_map(|row| {
            let activity = row.activity?;
            let met: Vec<&str> = self
                .catalogue
                .criteria_met(activity)
                .map(|criterion| criterion.id.as_str())
                .collect();
            (met.len() >= MOST_CASES).then_some((row, met))
        })
        .collect()
    }

    fn impact_assessments(&self, lang: Lang) -> Table {
        let criteria = &self.catalogue.dpia_criteria;
        let label = |id: &str| {
            let found = criteria.iter().find(|criterion| criterion.id == id);
            found
                .map_or(id, |criterion| lang.pick(&criterion.label, &criterion.label_en))
                .to_owned()
        };
        let row = |(row, met): (&OverviewRow<'_>, Vec<&str>)| {
            let names: Vec<String> = met.iter().map(|id| label(id)).collect();
            let has =
                |kind| row.activity.is_some_and(|activity| self.catalogue.has_data(activity, kind));
            let data =
                said::guarded_data(lang, has(DataKind::Special), has(DataKind::CriminalOffence));
            vec![row.id.as_str().into(), row.title().into(), names.join("; ").into(), data.into()]
        };
        let rows = self.needing_assessment().into_iter().map(row);
        super::tables::table(said::dpia_columns(lang), rows.collect())
    }

    /// What the check and the pattern of the answers say.
    pub(super) fn finding_table(&self, lang: Lang) -> Table {
        let rows = self.findings.iter().map(|finding| {
            let code = finding.code();
            vec![
                code.id().into(),
                text::severity(lang, finding.severity()).into(),
                place_of(finding).into(),
                text::message(lang, &finding.fact).into(),
            ]
        });
        super::tables::table(said::finding_columns(lang), rows.collect())
    }

    /// One activity as `show` has it.
    pub(super) fn shown<'r>(&'r self, row: &'r OverviewRow<'r>) -> ShowReport<'r> {
        let perspectives = &self.assessment.perspectives;
        let scope = Scope { catalogue: self.catalogue, method: self.method, perspectives };
        ShowReport {
            assessment: self.assessment,
            catalogue: self.catalogue,
            method: self.method,
            id: row.id,
            answer: row.answer,
            explanation: explain(row.answer, scope),
        }
    }

    /// One activity in full, as `show` has it, below a heading of its own.
    fn everything(&self, lang: Lang, row: &'a OverviewRow<'a>, document: &mut Document) {
        let shown = self.shown(row);
        let mut is_first = true;
        for block in shown.document(lang).blocks {
            document.blocks.push(match block {
                Block::Heading(title) if is_first => {
                    is_first = false;
                    Block::Heading(title)
                }
                Block::Heading(title) => Block::Subheading(title),
                other => other,
            });
        }
        let of_row: Vec<String> = self
            .findings
            .iter()
            .filter(|finding| is_about(finding, row.id))
            .map(|finding| {
                format!("{}: {}", finding.code().id(), text::message(lang, &finding.fact))
            })
            .collect();
        if !of_row.is_empty() {
            document.subheading(said::dpo_headings(lang)[1]);
            document.list(of_row);
        }
    }
}

/// Whether a finding is about an activity.
pub(super) fn is_about(finding: &Finding, id: &ActivityId) -> bool {
    matches!(&finding.location, Location::Answer { activity, .. } if activity == id)
}

/// The activity and threat that a finding is about; empty where it is about the whole.
pub(super) fn place_of(finding: &Finding) -> String {
    match &finding.location {
        Location::Answer { activity, threat: Some(threat), .. } => format!("{activity} {threat}"),
        Location::Answer { activity, threat: None, .. } => activity.to_string(),
        _ => String::new(),
    }
}
