//! The report as rows for a sheet of one's own, and as the sheets of a workbook.

use super::ManagementReport;
use crate::domain::{LevelNumber as _, Reader, Wording};
use crate::engine::{RiskPoint, picture};
use crate::report::accepted::brief;
use crate::report::document::{Align, Bars, Cell, Column, CountCell, Counts, Document, Table};
use crate::report::records::number;
use crate::report::{Publication as _, Records};
use crate::text::management::{self as said, Picture, RecordField};
use crate::text::{self, Lang};

/// The column of today's band among the rows of activities; what remains follows it.
const BANDS_AT: usize = 2;

impl ManagementReport<'_> {
    /// One row per activity; for the council one per area, and for the record every field.
    pub(super) fn rows(&self, lang: Lang) -> Records {
        match self.reader {
            Reader::Council => self.area_rows(lang),
            Reader::Record => self.record_rows(lang),
            Reader::Board | Reader::Department | Reader::Dpo => self.activity_rows(lang),
        }
    }

    fn activity_rows(&self, lang: Lang) -> Records {
        let header =
            said::worst_columns(lang).into_iter().chain(said::level_columns(lang)).chain([
                lang.pick("Område", "Area"),
                "Status",
                lang.pick("Handlinger", "Actions"),
                lang.pick("Spørgsmål", "Questions"),
                said::accepted_heading(lang),
            ]);
        let rows = self.briefing.worst_first().into_iter().map(|row| {
            let band = |score: Option<&crate::engine::Score<'_>>| {
                score.map(|score| text::band(lang, score.band).to_owned()).unwrap_or_default()
            };
            let own = |id| id == row.id;
            let actions =
                self.briefing.actions.iter().filter(|planned| own(planned.row.id)).count();
            let questions = self.briefing.decisions.iter().filter(|of| own(of.row.id)).count();
            let area = row.activity.and_then(|activity| self.catalogue.area(&activity.area));
            let levels = [row.risk.current(), row.risk.residual()].map(|deciding| {
                let score = deciding.map(|(_, score)| score);
                [
                    number(score.map(|score| score.likelihood.number())),
                    number(score.map(|score| score.consequence.number())),
                ]
            });
            let first = [
                row.id.to_string(),
                row.title().to_owned(),
                band(row.risk.current().map(|(_, score)| score)),
                band(row.risk.residual().map(|(_, score)| score)),
                self.why(lang, row, usize::MAX),
                row.answer.owner.clone().unwrap_or_default(),
            ];
            let last = [
                Self::area_name(lang, area),
                text::status(lang, row.answer.status).to_owned(),
                actions.to_string(),
                questions.to_string(),
                self.acceptance(row)
                    .map(|facts| brief(lang, row.answer, &facts))
                    .unwrap_or_default(),
            ];
            first.into_iter().chain(levels.into_iter().flatten()).chain(last).collect()
        });
        Records::new(header).with(rows)
    }

    /// Areas as numbers; for the council those with few tasks together.
    fn area_rows(&self, lang: Lang) -> Records {
        let [area, assessed] = said::area_columns(lang);
        let of = match self.reader {
            Reader::Council => lang.pick("Opgaver", "Tasks"),
            _ => lang.pick("Aktiviteter", "Activities"),
        };
        let bands = || self.method.bands.iter().rev();
        let rows = self.areas_told(lang).into_iter().map(|(name, counts, covered)| {
            let first = [name, covered.assessed.to_string(), covered.whole.to_string()];
            first.into_iter().chain(bands().map(|band| counts.at(band.rank).to_string())).collect()
        });
        let header = bands().map(|band| text::band(lang, band));
        Records::new([area, assessed, of].into_iter().chain(header)).with(rows)
    }

    fn record_rows(&self, lang: Lang) -> Records {
        let [number, activity, _] = said::change_columns(lang);
        let fields = RecordField::OF_ACTIVITY.map(|field| said::record_field(lang, field));
        let rows = self.recorded().map(|row| {
            let fields = RecordField::OF_ACTIVITY
                .map(|field| self.recorded_field(lang, row, field).unwrap_or_default());
            [row.id.to_string(), row.title().to_owned()].into_iter().chain(fields).collect()
        });
        Records::new([number, activity].into_iter().chain(fields)).with(rows)
    }

    /// The sheets of a workbook: numbers as numbers, charts, and a table to filter on each.
    pub(super) fn sheets(&self, lang: Lang) -> Vec<(String, Document)> {
        let [overview, worst, actions, development, areas, record] = said::tabs(lang);
        let mut sheets = vec![(overview.to_owned(), self.overview_sheet(lang))];
        let mut add = |tab: &str, fill: &dyn Fn(&mut Document)| {
            let mut document = Document::default();
            document.heading(format!(
                "{}: {}",
                self.assessment.municipality_name,
                tab.to_lowercase()
            ));
            fill(&mut document);
            sheets.push((tab.to_owned(), document));
        };
        match self.reader {
            Reader::Council => {}
            Reader::Record => add(record, &|document| document.table(as_table(&self.rows(lang)))),
            Reader::Board | Reader::Department | Reader::Dpo => {
                add(worst, &|document| document.table(self.risk_table(lang)));
                add(actions, &|document| {
                    let planned: Vec<_> = self.briefing.actions.iter().collect();
                    document.paragraph(self.action_summary(lang));
                    document.table(self.action_table(lang, &planned));
                });
                if self.since.is_some() || self.against.is_some() {
                    add(development, &|document| {
                        self.changed(lang, document);
                        self.others(lang, document);
                    });
                }
            }
        }
        if self.reader == Reader::Dpo {
            let findings = said::dpo_headings(lang)[1];
            add(findings, &|document| document.table(self.finding_table(lang)));
        }
        if !matches!(self.reader, Reader::Record | Reader::Department) {
            add(areas, &|document| {
                document.table(as_table(&self.area_rows(lang)));
                document.bars(self.area_bars(lang));
            });
        }
        sheets
    }

    /// The rows of activities, with the bands in their colours.
    fn risk_table(&self, lang: Lang) -> Table {
        let mut table = as_table(&self.rows(lang));
        for (cells, row) in table.rows.iter_mut().zip(self.briefing.worst_first()) {
            let bands = [row.risk.current(), row.risk.residual()];
            for (cell, deciding) in cells.iter_mut().skip(BANDS_AT).zip(bands) {
                cell.colour = deciding.map(|(_, score)| score.band.colour);
            }
        }
        table
    }

    fn area_bars(&self, lang: Lang) -> Bars {
        let (title, alt) = said::picture(lang, Picture::Areas, "");
        let parts = self.method.bands.iter().rev().enumerate();
        let parts = parts.map(|(place, band)| (place + 3, Some(band.colour))).collect();
        Bars { title, alt, names: 0, parts }
    }

    /// The risk picture, counted by formulas from the sheet of risks.
    fn live_picture(&self, lang: Lang, point: RiskPoint) -> Counts {
        let [likelihood, consequence, later_likelihood, later_consequence] =
            said::level_columns(lang);
        let (across, up) = match point {
            RiskPoint::Current => (likelihood, consequence),
            RiskPoint::Residual => (later_likelihood, later_consequence),
        };
        let counted = picture(self.briefing.overview, point).cells;
        let [.., axis, upwards] = said::labels(lang);
        let columns = self.method.likelihood.levels();
        let rows = self.method.consequence.levels().rev().map(|(up, meaning)| {
            let cells = self.method.likelihood.levels().filter_map(|(across, _)| {
                let band = self.method.band(across, up)?;
                let count = counted.get(&(up, across)).map_or(0, Vec::len);
                Some(CountCell { level: across.number(), colour: band.colour, count })
            });
            let name = format!("{up} {}", text::level_label(lang, meaning));
            (name, up.number(), cells.collect())
        });
        Counts {
            title: text::risk_point(lang, point).to_owned(),
            corner: format!("{upwards} ↓\n{axis} →"),
            columns: columns
                .map(|(level, meaning)| format!("{level} {}", text::level_label(lang, meaning)))
                .collect(),
            rows: rows.collect(),
            tab: said::tabs(lang)[1].to_owned(),
            headers: (up.to_owned(), across.to_owned()),
        }
    }

    fn overview_sheet(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        document.heading(self.title(lang));
        document.paragraph(self.stand(lang));
        if self.reader == Reader::Record {
            document.paragraph(self.wording(lang, Wording::RecordIntro));
            document.small(self.footnote(lang));
            return document;
        }
        document.table(self.band_table(lang));
        let (title, alt) = said::picture(lang, Picture::Bands, "");
        document.bars(Bars { title, alt, names: 0, parts: vec![(1, None), (2, None)] });
        if matches!(self.reader, Reader::Board | Reader::Department | Reader::Dpo) {
            for point in [RiskPoint::Current, RiskPoint::Residual] {
                document.counts(self.live_picture(lang, point));
            }
        }
        if self.reader == Reader::Council {
            document.paragraph(said::council_picture(lang, self.briefing.overview.coverage));
            document.paragraph(self.wording(lang, Wording::CouncilLimits));
        } else {
            document.heading(self.wording(lang, Wording::HeadingBrief));
            document.list(self.brief(lang));
            document.heading(self.wording(lang, Wording::HeadingDecide));
            document.list(self.questions(lang, &self.briefing.decisions, usize::MAX));
            document.heading(self.wording(lang, Wording::HeadingSure));
            document.list(self.sure(lang));
        }
        document.small(self.footnote(lang));
        document
    }
}

/// Records as a table: what is a number everywhere is one.
pub(super) fn as_table(records: &Records) -> Table {
    let mut lines = records.lines();
    let header = lines.next().unwrap_or_default();
    let rows: Vec<&[String]> = lines.collect();
    let is_number = |column: usize| {
        let of = |row: &&[String]| row.get(column).is_some_and(|text| text.parse::<u32>().is_ok());
        column > 0 && !rows.is_empty() && rows.iter().all(of)
    };
    let column = |(place, title): (usize, &String)| {
        Column::new(title.as_str(), if is_number(place) { Align::Right } else { Align::Left })
    };
    Table {
        columns: header.iter().enumerate().map(column).collect(),
        rows: rows
            .iter()
            .map(|row| row.iter().map(|text| Cell::from(text.as_str())).collect())
            .collect(),
    }
}
