//! The sheet *Vurdering*: one row per activity.

use serde_json::{Map, Value, json};

use super::super::layout::{Column, DRIVER_WIDTH, Derived, Form, Helper, PAIR_WIDTH, Role};
use super::super::locked::starting_figures;
use super::super::sheet::{At, Book, Computed, Page, Style};
use super::cells::{Frame, Kept, RowOf, Written, extra, frame, input, shown_extra};
use super::formulas::{self, DIRECT, FIRST_THREAT, Part, part_of};
use super::shown::Shown;
use super::{Export, FIRST_ROW, Result};
use crate::domain::{Dimension, LevelNumber as _};
use crate::engine::{OverviewRow, RiskSource, Score};
use crate::text::workbook::labels;
use crate::text::{self};

pub(super) fn write(export: &Export<'_>, book: &mut Book, kept: &mut Kept) -> Result<()> {
    let sheet = &export.activities;
    let mut page = book.page(sheet.name)?;
    for (position, row) in (0u32..).zip(&export.overview.rows) {
        let line = Line::new(export, row, FIRST_ROW + position, position + 1);
        let mut written = Written::new();
        for (place, column) in (0u16..).zip(&sheet.columns) {
            line.cell(&mut page, place, column, &mut written)?;
        }
        line.grow_by_what_decides(&mut written);
        page.height(FIRST_ROW + position, written.height())?;
        written.keep((Form::Activities, row.id.clone(), None), kept);
    }
    let bands = export.band_words();
    for derived in [Derived::Band, Derived::ResidualBand] {
        if let Some(place) = sheet.place(Role::Derived(derived)) {
            page.band_colours((FIRST_ROW, place), (sheet.last_row(), place), &bands)?;
        }
    }
    let look = Frame { table: "tblVurdering", hint: labels::HINT, frozen: 2, pages: 3 };
    frame(export, &mut page, sheet, &look)
}

/// The numbers behind a row, as `engine` has them.
#[derive(Default)]
pub(super) struct Keys {
    pub(super) threat: u64,
    pub(super) threat_residual: u64,
    pub(super) current: u64,
    pub(super) residual: u64,
}

impl Keys {
    pub(super) fn new(export: &Export<'_>, row: &OverviewRow<'_>) -> Self {
        let key = |(source, score): (&RiskSource, &Score<'_>)| {
            let place = match source {
                RiskSource::Direct => DIRECT,
                RiskSource::Threat(id) => FIRST_THREAT + export.threat_place(id),
            };
            formulas::key(score, place, export.pair_place(score.driver))
        };
        let current = row.risk.current().map(key).unwrap_or_default();
        let residual = row.risk.residual().map(key).unwrap_or_default();
        let by_threat = row.risk.current().is_some_and(|(source, _)| *source != RiskSource::Direct);
        let threat = if by_threat { current } else { 0 };
        let threat_residual = if by_threat { residual } else { 0 };
        Self { threat, threat_residual, current, residual }
    }
}

struct Line<'e> {
    export: &'e Export<'e>,
    row: &'e OverviewRow<'e>,
    /// Counted from 0.
    at: u32,
    ordinal: u32,
    keys: Keys,
}

impl<'e> Line<'e> {
    fn new(export: &'e Export<'e>, row: &'e OverviewRow<'e>, at: u32, ordinal: u32) -> Self {
        Self { export, row, at, ordinal, keys: Keys::new(export, row) }
    }

    /// What a column shows in this row; the calculation behind it is the workbook's own.
    fn shown(&self, role: Role) -> Shown<'e> {
        let (export, row) = (self.export, self.row);
        let lang = export.lang;
        match role {
            Role::ActivityId => Shown::text(row.id.as_str()),
            Role::Title => Shown::text(row.title()),
            Role::Area => {
                let area = row.activity.and_then(|a| export.catalogue.area(&a.area));
                area.map_or(Shown::Blank, |area| {
                    let name = lang.pick(area.label.as_str(), area.label_en.as_str());
                    Shown::Words(name.into(), area.id.as_str().into())
                })
            }
            Role::Starting => self.starting_levels(),
            Role::Input(field) => {
                field.read(row.answer, None, lang).map_or(Shown::Blank, Shown::Entry)
            }
            Role::Extra(nth) => shown_extra(export, &export.activities, &self.row_of(), nth),
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
            Role::Title | Role::Area => {
                let shown = self.shown(column.role);
                let text = shown.words(export.words());
                if column.role == Role::Title {
                    written.grow(&text, column.width);
                }
                page.text(at, &text, Style::Locked)?;
            }
            Role::Starting => self.starting(page, at)?,
            Role::Input(field) => {
                input(export, page, at, (&self.row_of(), field, column.width), written)?;
            }
            Role::Extra(nth) => {
                let of = (export, &export.activities);
                extra(of, page, at, (&self.row_of(), column, nth), written)?;
            }
            Role::Derived(derived) => self.derived(page, place, derived)?,
            Role::Helper(helper) => self.helper(page, place, helper)?,
            _ => {}
        }
        Ok(())
    }

    fn grow_by_what_decides(&self, written: &mut Written) {
        if let Some((source, score)) = self.row.risk.current() {
            written.grow(&source_name(self.export, source), DRIVER_WIDTH);
            written.grow(&pair_name(self.export, score.driver), PAIR_WIDTH);
        }
    }

    fn row_of(&self) -> RowOf<'e> {
        RowOf { threat: None, answer: self.row.answer }
    }

    /// The catalogue's figures in the order of the dimensions.
    fn starting_levels(&self) -> Shown<'e> {
        let starting = self.row.activity.and_then(|activity| activity.starting.as_ref());
        let Some(starting) = starting else { return Shown::Words("–".into(), Value::Null) };
        let kinds = Dimension::ALL.iter();
        let levels = kinds.filter_map(|kind| Some((kind, starting.levels.get(kind)?)));
        let by_kind: Map<String, Value> =
            levels.map(|(kind, level)| (kind.key().to_owned(), Value::from(*level))).collect();
        Shown::Words(starting_figures(self.row.activity).into(), by_kind.into())
    }

    fn starting(&self, page: &mut Page<'_>, at: At) -> Result<()> {
        let levels = self.starting_levels();
        page.locked_text(at, &levels.words(self.export.words()), Style::LockedCentre)?;
        let starting = self.row.activity.and_then(|activity| activity.starting.as_ref());
        match starting {
            Some(starting) => Ok(page.note(at, &starting.reason)?),
            None => Ok(()),
        }
    }

    fn key_cell(&self, helper: Helper) -> String {
        self.export.activities.cell(Role::Helper(helper), self.at)
    }

    /// What the formula of a result amounts to; nothing where nothing is rated.
    fn result(&self, derived: Derived) -> Shown<'e> {
        let deciding = match is_residual(derived) {
            false => self.row.risk.current(),
            true => self.row.risk.residual(),
        };
        let Some((source, score)) = deciding else { return Shown::Blank };
        match derived {
            Derived::Likelihood | Derived::ResidualLikelihood => {
                Shown::Number(score.likelihood.number().into())
            }
            Derived::Consequence | Derived::ResidualConsequence | Derived::ConsequenceMet => {
                Shown::Number(score.consequence.number().into())
            }
            Derived::Score | Derived::ResidualScore => Shown::Number(score.product()),
            Derived::Band | Derived::ResidualBand => Shown::band(self.export, Some(score.band)),
            Derived::DriverThreat => {
                let threat = match source {
                    RiskSource::Direct => Value::Null,
                    RiskSource::Threat(id) => id.as_str().into(),
                };
                Shown::Words(source_name(self.export, source).into(), threat)
            }
            Derived::DriverPair => {
                let (whose, kind) = score.driver;
                let keys = json!({ "perspective": whose.key(), "dimension": kind.key() });
                Shown::Words(pair_name(self.export, score.driver).into(), keys)
            }
        }
    }

    fn derived(&self, page: &mut Page<'_>, place: u16, derived: Derived) -> Result<()> {
        let helper = if is_residual(derived) { Helper::ResidualKey } else { Helper::Key };
        let (part, style) = match derived {
            Derived::Likelihood | Derived::ResidualLikelihood => (Part::Likelihood, Style::Number),
            Derived::Consequence | Derived::ResidualConsequence | Derived::ConsequenceMet => {
                (Part::Consequence, Style::Number)
            }
            Derived::Score | Derived::ResidualScore => (Part::Score, Style::Number),
            Derived::Band | Derived::ResidualBand => (Part::Band, Style::Band),
            Derived::DriverThreat => (Part::Threat, Style::Result),
            Derived::DriverPair => (Part::Pair, Style::Result),
        };
        let formula = part_of(&self.key_cell(helper), part);
        let result = self.result(derived);
        page.formula((self.at, place), formula, result.computed(), Some(style))?;
        Ok(())
    }

    fn helper(&self, page: &mut Page<'_>, place: u16, helper: Helper) -> Result<()> {
        let (export, sheet) = (self.export, &self.export.activities);
        let cell = |role: Role| sheet.cell(role, self.at);
        let at = (self.at, place);
        let consequences = &self.row.answer.consequences;
        let figure_of = |pair: super::Pair| {
            let level = consequences.rating(pair.0, pair.1).rated();
            level.map_or(0, |level| formulas::figure(level.number(), export.pair_place(pair)))
        };
        let (formula, result) = match helper {
            Helper::Ordinal => return Ok(page.bare_number(at, f64::from(self.ordinal))?),
            Helper::Pair(whose, kind) => {
                let input = cell(Role::Input(super::super::field::Field::Consequence(whose, kind)));
                let formula = formulas::figure_of(&input, export.pair_place((whose, kind)));
                (formula, figure_of((whose, kind)))
            }
            Helper::Figure => {
                let pairs = &export.scoped;
                let cells: Vec<String> =
                    pairs.iter().map(|p| cell(Role::Helper(Helper::Pair(p.0, p.1)))).collect();
                let highest = pairs.iter().map(|pair| figure_of(*pair)).max();
                (format!("MAX(0,{})", cells.join(",")), highest.unwrap_or_default())
            }
            Helper::Likelihood => {
                let input = cell(Role::Input(super::super::field::Field::Likelihood));
                let level = self.row.answer.direct.likelihood.rated();
                (formulas::level_number(&input), level.map_or(0, |level| level.number().into()))
            }
            Helper::ThreatKey => (self.worst_threat(Helper::Key), self.threat_key(false)),
            Helper::ThreatResidualKey => {
                (self.worst_threat(Helper::ResidualKey), self.threat_key(true))
            }
            Helper::Key => {
                let direct = self.direct_key(&cell(Role::Helper(Helper::Likelihood)), None);
                (self.deciding_key(Helper::ThreatKey, &direct), self.keys.current)
            }
            Helper::ResidualKey => {
                let residual = self.direct_residual();
                let direct = self.direct_key(&residual.0, Some(&residual.1));
                (self.deciding_key(Helper::ThreatResidualKey, &direct), self.keys.residual)
            }
            Helper::Rank => {
                let key = cell(Role::Helper(Helper::Key));
                let last = 999 - self.ordinal.min(999);
                let rank = match self.keys.current {
                    0 => 0,
                    key => key * 1000 + u64::from(last),
                };
                (format!("IF({key}=0,0,{key}*1000+{last})"), rank)
            }
            Helper::ActivityRow => return Ok(()),
        };
        page.formula(at, formula, Computed::Number(whole(result)), None)?;
        Ok(())
    }

    /// Stored result of the worst threat, which counts also where the activity does not apply.
    fn threat_key(&self, residual: bool) -> u64 {
        if residual { self.keys.threat_residual } else { self.keys.threat }
    }

    fn worst_threat(&self, helper: Helper) -> String {
        let threats = &self.export.threats;
        let keys = threats.range(Role::Helper(helper));
        let ordinals = threats.range(Role::Helper(Helper::Ordinal));
        let own = self.key_cell(Helper::Ordinal);
        format!("_xlfn.MAXIFS({keys},{ordinals},{own})")
    }

    /// Nothing where the activity does not apply; else the worst threat; else the direct figures.
    fn deciding_key(&self, threat: Helper, direct: &str) -> String {
        let status =
            self.export.activities.cell(Role::Input(super::super::field::Field::Status), self.at);
        let not = text::status(self.export.lang, crate::domain::Status::NotApplicable);
        let threat = self.key_cell(threat);
        format!("IF({status}=\"{not}\",0,IF({threat}>0,{threat},{direct}))")
    }

    fn direct_key(&self, likelihood: &str, consequence: Option<&str>) -> String {
        let figure = self.key_cell(Helper::Figure);
        let met = format!("INT({figure}/100)");
        let own = self.key_cell(Helper::Likelihood);
        let key = formulas::key_of(likelihood, consequence.unwrap_or(&met), &figure, DIRECT);
        format!("IF(OR({own}=0,{figure}=0),0,{key})")
    }

    /// Residual likelihood and consequence, each today's where it is blank.
    fn direct_residual(&self) -> (String, String) {
        use super::super::field::Field;
        let sheet = &self.export.activities;
        let number = |field| formulas::level_number(&sheet.cell(Role::Input(field), self.at));
        let likelihood = number(Field::ResidualLikelihood);
        let consequence = number(Field::ResidualConsequence);
        let (own, figure) = (self.key_cell(Helper::Likelihood), self.key_cell(Helper::Figure));
        (
            format!("IF({likelihood}=0,{own},{likelihood})"),
            format!("IF({consequence}=0,INT({figure}/100),{consequence})"),
        )
    }
}

fn is_residual(derived: Derived) -> bool {
    matches!(
        derived,
        Derived::ResidualLikelihood
            | Derived::ResidualConsequence
            | Derived::ResidualScore
            | Derived::ResidualBand
    )
}

/// What the rows of the form show, by its columns.
pub(super) fn rows<'e>(export: &'e Export<'_>) -> Vec<Vec<Shown<'e>>> {
    let rows = export.overview.rows.iter().map(|row| {
        let line = Line::new(export, row, 0, 0);
        export.activities.visible().map(|column| line.shown(column.role)).collect()
    });
    rows.collect()
}

/// A key or figure as a sheet keeps it; all are below 2^53.
pub(super) fn whole(number: u64) -> f64 {
    let (high, low) = (number / 1_000_000_000, number % 1_000_000_000);
    let part = |part: u64| f64::from(u32::try_from(part).unwrap_or(u32::MAX));
    part(high) * 1e9 + part(low)
}

/// What decides, as the list behind `trussel_navne` has it.
pub(super) fn source_name(export: &Export<'_>, source: &RiskSource) -> String {
    match source {
        RiskSource::Direct => labels::DIRECT.pick(export.lang).to_owned(),
        RiskSource::Threat(id) => {
            let title = export.catalogue.threats.get(id).map_or("", |threat| threat.title.as_str());
            format!("{id} {title}").trim().to_owned()
        }
    }
}

/// Whose consequence of which kind, as the list behind `par_navne` has it.
pub(super) fn pair_name(export: &Export<'_>, (whose, kind): super::Pair) -> String {
    format!("{}, {}", text::dimension(export.lang, kind), text::perspective(export.lang, whose))
}
