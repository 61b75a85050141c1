//! The sheet *Trusler*: one row per activity and threat.

use super::super::field::Field;
use super::super::layout::{Column, Derived, Form, Helper, Role};
use super::super::sheet::{Book, Computed, Page, Style};
use super::activities::whole;
use super::cells::{Frame, Kept, RowOf, Written, extra, frame, input, shown_extra};
use super::formulas::{self, FIRST_THREAT, Part, part_of};
use super::shown::Shown;
use super::{Export, FIRST_ROW, Pair, Result};
use crate::domain::{LevelNumber as _, Status, Threat, ThreatId};
use crate::engine::{OverviewRow, Risk, RiskSource, Scope, consequence_met, threat_hits};
use crate::text;
use crate::text::workbook::labels;

pub(super) fn write(export: &Export<'_>, book: &mut Book, kept: &mut Kept) -> Result<()> {
    let sheet = &export.threats;
    let mut page = book.page(sheet.name)?;
    for (position, (of_activity, id)) in (0u32..).zip(&export.threat_rows) {
        let Some(row) = export.overview.rows.get(*of_activity) else { continue };
        let ordinal = u32::try_from(of_activity + 1).unwrap_or(u32::MAX);
        let line = Line::new(export, (row, id), FIRST_ROW + position, ordinal);
        let mut written = Written::new();
        for (place, column) in (0u16..).zip(&sheet.columns) {
            line.cell(&mut page, place, column, &mut written)?;
        }
        page.height(FIRST_ROW + position, written.height())?;
        written.keep((Form::Threats, row.id.clone(), Some(id.clone())), kept);
    }
    let bands = export.band_words();
    for derived in [Derived::Band, Derived::ResidualBand] {
        if let Some(place) = sheet.place(Role::Derived(derived)) {
            page.band_colours((FIRST_ROW, place), (sheet.last_row(), place), &bands)?;
        }
    }
    let look = Frame { table: "tblTrusler", hint: labels::HINT, frozen: 4, pages: 1 };
    frame(export, &mut page, sheet, &look)
}

/// What the rows of the form show, by its columns.
pub(super) fn rows<'e>(export: &'e Export<'_>) -> Vec<Vec<Shown<'e>>> {
    let rows = export.threat_rows.iter().filter_map(|(of_activity, id)| {
        let row = export.overview.rows.get(*of_activity)?;
        let line = Line::new(export, (row, id), 0, 0);
        Some(export.threats.visible().map(|column| line.shown(column.role)).collect())
    });
    rows.collect()
}

struct Line<'e> {
    export: &'e Export<'e>,
    row: &'e OverviewRow<'e>,
    id: &'e ThreatId,
    /// Missing: an id of another catalogue, which is kept.
    threat: Option<&'e Threat>,
    /// Place of the threat in the keys.
    source: u64,
    /// What the threat would meet, rated or not.
    met: Option<(u8, Pair)>,
    /// Missing: the threat is not rated here.
    risk: Option<&'e Risk<'e>>,
    /// Pairs in scope that the threat hits.
    hits: Vec<Pair>,
    /// Counted from 0.
    at: u32,
    ordinal: u32,
}

impl<'e> Line<'e> {
    fn new(
        export: &'e Export<'e>,
        (row, id): (&'e OverviewRow<'e>, &'e ThreatId),
        at: u32,
        ordinal: u32,
    ) -> Self {
        let source = RiskSource::Threat(id.clone());
        let risk = row.risk.risks.iter().find(|risk| risk.source == source);
        let threat = export.catalogue.threats.get(id);
        let hits = export.scoped.iter().copied().filter(|pair| threat_hits(threat, *pair));
        let scope = Scope {
            catalogue: export.catalogue,
            method: export.method,
            perspectives: &export.assessment.perspectives,
        };
        let met = consequence_met(row.answer, id, scope);
        Self {
            export,
            row,
            id,
            threat,
            source: FIRST_THREAT + export.threat_place(id),
            met: met.map(|(level, pair)| (level.number(), pair)),
            risk,
            hits: hits.collect(),
            at,
            ordinal,
        }
    }

    fn key_cell(&self, helper: Helper) -> String {
        self.export.threats.cell(Role::Helper(helper), self.at)
    }

    fn input_cell(&self, field: Field) -> String {
        self.export.threats.cell(Role::Input(field), self.at)
    }

    /// What a column shows in this row.
    fn shown(&self, role: Role) -> Shown<'e> {
        let (export, row) = (self.export, self.row);
        match role {
            Role::ActivityId => Shown::text(row.id.as_str()),
            Role::Title => Shown::text(row.title()),
            Role::ThreatId => Shown::text(self.id.as_str()),
            Role::ThreatTitle => {
                self.threat.map_or(Shown::Blank, |threat| Shown::text(threat.title.as_str()))
            }
            Role::ThreatHits => self.threat.map_or(Shown::Blank, |of| {
                let keys = of.dimensions.iter().map(|kind| kind.key());
                let keys: Vec<&str> = keys.chain(of.rights.then_some("rights")).collect();
                let words = text::hits(export.lang, &of.dimensions, of.rights);
                Shown::Words(words.into(), keys.into())
            }),
            Role::Input(field) => {
                let entry = field.read(row.answer, Some(self.id), export.lang);
                entry.map_or(Shown::Blank, Shown::Entry)
            }
            Role::Extra(nth) => shown_extra(export, &export.threats, &self.row_of(), nth),
            Role::Derived(derived) => self.result(derived),
            _ => Shown::Blank,
        }
    }

    fn cell(
        &self,
        page: &mut Page<'_>,
        place: u16,
        column: &Column,
        written: &mut Written,
    ) -> Result<()> {
        let (export, at) = (self.export, (self.at, place));
        match column.role {
            Role::ActivityId => page.text(at, self.row.id.as_str(), Style::Key)?,
            Role::ThreatId => page.text(at, self.id.as_str(), Style::Key)?,
            Role::Title | Role::ThreatTitle | Role::ThreatHits => {
                let shown = self.shown(column.role);
                let text = shown.words(export.words());
                if column.role != Role::ThreatHits {
                    written.grow(&text, column.width);
                }
                page.text(at, &text, Style::Locked)?;
            }
            Role::Input(field) => {
                input(export, page, at, (&self.row_of(), field, column.width), written)?;
            }
            Role::Extra(nth) => {
                let of = (export, &export.threats);
                extra(of, page, at, (&self.row_of(), column, nth), written)?;
            }
            Role::Derived(derived) => self.derived(page, place, derived)?,
            Role::Helper(helper) => self.helper(page, place, helper)?,
            _ => {}
        }
        Ok(())
    }

    fn row_of(&self) -> RowOf<'e> {
        RowOf { threat: Some(self.id), answer: self.row.answer }
    }

    /// What the formula of a result amounts to; nothing where nothing is rated.
    fn result(&self, derived: Derived) -> Shown<'e> {
        let score = match derived {
            Derived::ConsequenceMet => {
                return self.met.map_or(Shown::Blank, |(level, _)| Shown::Number(level.into()));
            }
            Derived::ResidualScore | Derived::ResidualBand => self.risk.map(|risk| &risk.residual),
            _ => self.risk.map(|risk| &risk.current),
        };
        match derived {
            Derived::Score | Derived::ResidualScore => {
                score.map_or(Shown::Blank, |score| Shown::Number(score.product()))
            }
            Derived::Band | Derived::ResidualBand => {
                Shown::band(self.export, score.map(|score| score.band))
            }
            _ => Shown::Blank,
        }
    }

    fn derived(&self, page: &mut Page<'_>, place: u16, derived: Derived) -> Result<()> {
        let (formula, style) = match derived {
            Derived::ConsequenceMet => {
                let figure = self.key_cell(Helper::Figure);
                (format!("=IF({figure}=0,\"\",INT({figure}/100))"), Style::Number)
            }
            Derived::Score => (part_of(&self.key_cell(Helper::Key), Part::Score), Style::Number),
            Derived::Band => (part_of(&self.key_cell(Helper::Key), Part::Band), Style::Band),
            Derived::ResidualScore => {
                (part_of(&self.key_cell(Helper::ResidualKey), Part::Score), Style::Number)
            }
            Derived::ResidualBand => {
                (part_of(&self.key_cell(Helper::ResidualKey), Part::Band), Style::Band)
            }
            _ => return Ok(()),
        };
        let result = self.result(derived);
        page.formula((self.at, place), formula, result.computed(), Some(style))?;
        Ok(())
    }

    fn helper(&self, page: &mut Page<'_>, place: u16, helper: Helper) -> Result<()> {
        let export = self.export;
        let at = (self.at, place);
        let source = self.source;
        let key = |residual: bool| {
            self.risk.map_or(0, |risk| {
                let score = if residual { &risk.residual } else { &risk.current };
                formulas::key(score, source, export.pair_place(score.driver))
            })
        };
        let (formula, result) = match helper {
            Helper::Ordinal => return Ok(page.bare_number(at, f64::from(self.ordinal))?),
            Helper::ActivityRow => {
                let ordinals = export.activities.range(Role::Helper(Helper::Ordinal));
                let own = self.key_cell(Helper::Ordinal);
                (format!("IFERROR(MATCH({own},{ordinals},0),0)"), u64::from(self.ordinal))
            }
            Helper::Figure => {
                let row = self.key_cell(Helper::ActivityRow);
                let figures = self.hits.iter().map(|pair| {
                    let range = export.activities.range(Role::Helper(Helper::Pair(pair.0, pair.1)));
                    format!("INDEX({range},{row})")
                });
                let figures: Vec<String> = figures.collect();
                let met = self.met;
                let result =
                    met.map_or(0, |(level, pair)| formulas::figure(level, export.pair_place(pair)));
                (format!("IFERROR(MAX(0,{}),0)", figures.join(",")), result)
            }
            Helper::Likelihood => {
                let not_relevant = self.input_cell(Field::NotRelevant);
                let number = formulas::level_number(&self.input_cell(Field::Likelihood));
                let answer = self.row.answer.threats.get(self.id);
                let has_it = self.row.answer.status != Status::NotApplicable;
                let answer = answer.filter(|answer| has_it && answer.not_relevant.is_none());
                let statuses = export.activities.range(Role::Input(Field::Status));
                let row = self.key_cell(Helper::ActivityRow);
                let not = text::status(export.lang, Status::NotApplicable);
                let of_activity = format!("IFERROR(INDEX({statuses},{row})=\"{not}\",FALSE)");
                let level = answer.and_then(|answer| answer.risk.likelihood.rated());
                let result = level.map_or(0, |level| level.number().into());
                (format!("IF(OR({not_relevant}<>\"\",{of_activity}),0,{number})"), result)
            }
            Helper::Key => {
                let (likelihood, figure) =
                    (self.key_cell(Helper::Likelihood), self.key_cell(Helper::Figure));
                let met = format!("INT({figure}/100)");
                let formula = formulas::key_of(&likelihood, &met, &figure, source);
                (format!("IF(OR({likelihood}=0,{figure}=0),0,{formula})"), key(false))
            }
            Helper::ResidualKey => (self.residual_formula(source), key(true)),
            _ => return Ok(()),
        };
        page.formula(at, formula, Computed::Number(whole(result)), None)?;
        Ok(())
    }

    /// As the key, with each residual figure where it is given and today's where it is blank.
    fn residual_formula(&self, source: u64) -> String {
        let (own, figure) = (self.key_cell(Helper::Likelihood), self.key_cell(Helper::Figure));
        let likelihood = formulas::level_number(&self.input_cell(Field::ResidualLikelihood));
        let consequence = formulas::level_number(&self.input_cell(Field::ResidualConsequence));
        let likelihood = format!("IF({likelihood}=0,{own},{likelihood})");
        let consequence = format!("IF({consequence}=0,INT({figure}/100),{consequence})");
        let key = formulas::key_of(&likelihood, &consequence, &figure, source);
        format!("IF({}=0,0,{key})", self.key_cell(Helper::Key))
    }
}
