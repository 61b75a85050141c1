//! The sheet *Handlinger*: one row per action, and free rows for new ones.
//!
//! The same actions stand as lines in the cells of *Vurdering* and *Trusler*; here each has its
//! responsible and its deadline in a cell of its own. The import brings the two together.

use super::super::entry::{Entry, clean};
use super::super::input::own_entry;
use super::super::layout::{ACTION_WIDTH, ActionPart, Column, Derived, Helper, OWNER_WIDTH, Role};
use super::super::lines::action_in_cell;
use super::super::protocol::kept;
use super::super::sheet::{Book, Computed, Page, Style, fitted};
use super::activities::{Keys, whole};
use super::cells::{Frame, Written, frame, own_cell};
use super::formulas::{self, FIRST_THREAT, Part, part_of};
use super::shown::Shown;
use super::{Export, FIRST_ROW, Result};
use crate::domain::{Action, ThreatId};
use crate::engine::{OverviewRow, RiskSource};
use crate::text::workbook::labels;

/// Rows for new actions; a protected sheet cannot be given more.
pub(super) const FREE_ROWS: usize = 40;

/// Where an action stands: position of the activity in the overview, the threat, and which one.
#[derive(Debug, Clone)]
pub(super) struct ActionRow {
    activity: usize,
    threat: Option<ThreatId>,
    /// Place among the actions of the risk, counted from 0.
    nth: usize,
    /// Number among those that a cell shows, counted from 1.
    number: usize,
}

/// A row for each action, the activity's own before those of its threats.
pub(super) fn action_rows(rows: &[OverviewRow<'_>]) -> Vec<ActionRow> {
    let mut actions = Vec::new();
    for (activity, row) in rows.iter().enumerate() {
        let direct = (None, &row.answer.direct);
        let threats = row.answer.threats.iter().map(|(id, threat)| (Some(id), &threat.risk));
        for (threat, risk) in std::iter::once(direct).chain(threats) {
            // One that says nothing has no line in the cell either.
            let shown = risk.actions.iter().enumerate();
            let shown = shown.filter(|(_, action)| !action_in_cell(action).is_empty());
            actions.extend((1..).zip(shown).map(|(number, (nth, _))| {
                let threat = threat.cloned();
                ActionRow { activity, threat, nth, number }
            }));
        }
    }
    actions
}

/// What the hidden sheet keeps of the columns that people added: activity, threat and number of each
/// row that has something there, and what, in the order of the columns.
pub(super) fn own_columns<'e>(
    export: &'e Export<'_>,
) -> impl Iterator<Item = (&'e str, &'e str, usize, Vec<Option<String>>)> {
    export.action_rows.iter().filter_map(|of| {
        let line = Line::new(export, Some(of), 0);
        let (_, row, _) = line.action?;
        let columns = (0u16..).zip(&export.actions.extras);
        let texts = columns.map(|(nth, _)| Some(kept(&line.own(nth)?, export.lang)));
        let texts: Vec<Option<String>> = texts.collect();
        let threat = of.threat.as_ref().map_or("", |id| id.as_str());
        texts.iter().any(Option::is_some).then_some((row.id.as_str(), threat, of.number, texts))
    })
}

/// What the rows of the form show, by its columns; the free ones are the workbook's own.
pub(super) fn rows<'e>(export: &'e Export<'_>) -> Vec<Vec<Shown<'e>>> {
    let rows = export.action_rows.iter().map(|action| {
        let line = Line::new(export, Some(action), 0);
        export.actions.visible().map(|column| line.shown(column.role)).collect()
    });
    rows.collect()
}

pub(super) fn write(export: &Export<'_>, book: &mut Book) -> Result<()> {
    let sheet = &export.actions;
    let mut page = book.page(sheet.name)?;
    let mut rows = export.action_rows.iter();
    for at in FIRST_ROW..=sheet.last_row() {
        let line = Line::new(export, rows.next(), at);
        let mut written = Written::new();
        for (place, column) in (0u16..).zip(&sheet.columns) {
            line.cell(&mut page, place, column, &mut written)?;
        }
        page.height(at, written.height())?;
    }
    let bands = export.band_words();
    for derived in [Derived::Band, Derived::ResidualBand] {
        if let Some(place) = sheet.place(Role::Derived(derived)) {
            page.band_colours((FIRST_ROW, place), (sheet.last_row(), place), &bands)?;
        }
    }
    choices(export, &mut page)?;
    let look = Frame { table: "tblHandlinger", hint: labels::ACTIONS_HINT, frozen: 1, pages: 1 };
    frame(export, &mut page, sheet, &look)
}

/// Drop-downs of the keys, and days only in the column of deadlines.
fn choices(export: &Export<'_>, page: &mut Page<'_>) -> Result<()> {
    let (lang, sheet) = (export.lang, &export.actions);
    let title = labels::NOT_IN_LIST.pick(lang);
    let rows = (FIRST_ROW, sheet.last_row());
    for (role, range) in [(Role::ActivityId, "aktivitet_numre"), (Role::ThreatId, "trussel_numre")]
    {
        let Some(place) = sheet.place(role) else { continue };
        page.drop_down(place, rows, (range, ""), (title, labels::PICK_NUMBER.pick(lang)))?;
    }
    if let Some(place) = sheet.place(Role::Action(ActionPart::Deadline)) {
        page.only_dates(place, rows, (title, labels::A_DATE.pick(lang)))?;
        page.overdue(place, rows)?;
    }
    Ok(())
}

struct Line<'e> {
    export: &'e Export<'e>,
    /// Counted from 0.
    at: u32,
    /// Missing: a free row.
    action: Option<(&'e ActionRow, &'e OverviewRow<'e>, &'e Action)>,
}

impl<'e> Line<'e> {
    fn new(export: &'e Export<'e>, action: Option<&'e ActionRow>, at: u32) -> Self {
        let found = action.and_then(|action| {
            let row = export.overview.rows.get(action.activity)?;
            let risk = match &action.threat {
                None => &row.answer.direct,
                Some(id) => &row.answer.threats.get(id)?.risk,
            };
            Some((action, row, risk.actions.get(action.nth)?))
        });
        Self { export, at, action: found }
    }

    fn cell(
        &self,
        page: &mut Page<'_>,
        place: u16,
        column: &Column,
        written: &mut Written,
    ) -> Result<()> {
        let at = (self.at, place);
        match column.role {
            Role::ActivityId => match self.action {
                Some((_, row, _)) => page.text(at, row.id.as_str(), Style::Key)?,
                None => page.blank(at, Style::InputKey)?,
            },
            Role::ThreatId => match self.action {
                Some((action, ..)) => {
                    let id = action.threat.as_ref().map_or("", |id| id.as_str());
                    page.text(at, id, Style::Key)?;
                }
                None => page.blank(at, Style::InputKey)?,
            },
            Role::ActionNumber => match self.action {
                Some((action, ..)) => {
                    page.number(at, super::front::number(action.number), Style::LockedCentre)?;
                }
                None => page.blank(at, Style::LockedCentre)?,
            },
            Role::Action(part) => self.part(page, at, part, written)?,
            Role::Title => {
                let title = self.action.map_or("", |(_, row, _)| row.title());
                written.grow(title, column.width);
                let found = self.if_found(|row| {
                    format!("INDEX({},{row})", self.export.activities.range(Role::Title))
                });
                page.formula(at, found, Computed::Written(title), Some(Style::Locked))?;
            }
            Role::ThreatTitle => {
                let title = self.threat_title();
                written.grow(title, column.width);
                let threat = self.own_cell(Role::ThreatId);
                let formula = format!(
                    "=IF({threat}=\"\",\"\",IFERROR(INDEX(trussel_titler,MATCH({threat},trussel_numre,0)),\"\"))"
                );
                page.formula(at, formula, Computed::Written(title), Some(Style::Locked))?;
            }
            Role::Derived(derived) => self.derived(page, at, derived)?,
            Role::Helper(helper) => self.helper(page, at, helper)?,
            Role::Extra(nth) => match self.own(nth) {
                None => page.blank(at, Style::Input)?,
                Some(entry) => {
                    let text = kept(&entry, self.export.lang);
                    written.grow(&text, column.width);
                    own_cell(page, at, &entry, &text)?;
                }
            },
            _ => {}
        }
        Ok(())
    }

    /// What stands in a column that people added.
    fn own(&self, nth: u16) -> Option<Entry> {
        let (.., action) = self.action?;
        own_entry(&action.extra, &self.export.actions.extras.get(usize::from(nth))?.key)
    }

    fn part(
        &self,
        page: &mut Page<'_>,
        at: (u32, u16),
        part: ActionPart,
        written: &mut Written,
    ) -> Result<()> {
        let width = match part {
            ActionPart::What => ACTION_WIDTH,
            ActionPart::Owner => OWNER_WIDTH,
            ActionPart::Deadline => {
                let deadline = self.action.and_then(|(_, _, action)| action.deadline);
                match deadline {
                    Some(date) => page.date(at, date, Style::InputDate)?,
                    None => page.blank(at, Style::InputDate)?,
                }
                return Ok(());
            }
        };
        let shown = self.shown(Role::Action(part));
        let text = shown.words(self.export.words());
        if text.is_empty() {
            return Ok(page.blank(at, Style::Input)?);
        }
        let text = fitted(&text, labels::TRUNCATED.pick(self.export.lang));
        written.grow(&text, width);
        Ok(page.text(at, &text, Style::Input)?)
    }

    fn threat_title(&self) -> &'e str {
        let id = self.action.and_then(|(action, ..)| action.threat.as_ref());
        let threat = id.and_then(|id| self.export.catalogue.threats.get(id));
        threat.map_or("", |threat| threat.title.as_str())
    }

    fn own_cell(&self, role: Role) -> String {
        self.export.actions.cell(role, self.at)
    }

    /// A formula over the row of the activity on its sheet; an empty text where there is none.
    fn if_found(&self, value: impl Fn(&str) -> String) -> String {
        let row = self.own_cell(Role::Helper(Helper::ActivityRow));
        format!("=IF({row}=0,\"\",{})", value(&row))
    }

    /// What a column shows in this row.
    fn shown(&self, role: Role) -> Shown<'e> {
        let Some((of, row, action)) = self.action else { return Shown::Blank };
        let part = |text: Option<&'e str>| Shown::text(text.map(clean).unwrap_or_default());
        match role {
            Role::ActivityId => Shown::text(row.id.as_str()),
            Role::Title => Shown::text(row.title()),
            Role::ThreatId => Shown::text(of.threat.as_ref().map_or("", |id| id.as_str())),
            Role::ThreatTitle => Shown::text(self.threat_title()),
            Role::ActionNumber => Shown::Number(u16::try_from(of.number).unwrap_or(u16::MAX)),
            Role::Action(ActionPart::What) => part(Some(&action.what)),
            Role::Action(ActionPart::Owner) => part(action.owner.as_deref()),
            Role::Action(ActionPart::Deadline) => {
                action.deadline.map_or(Shown::Blank, |date| Shown::Entry(Entry::Date(date)))
            }
            Role::Derived(derived) => self.result(derived),
            Role::Extra(nth) => self.own(nth).map_or(Shown::Blank, Shown::Entry),
            _ => Shown::Blank,
        }
    }

    /// The band of the risk that the action is about; nothing where it is not rated.
    fn result(&self, derived: Derived) -> Shown<'e> {
        let source = self.action.map(|(action, row, _)| (row, &action.threat));
        let score = source.and_then(|(row, threat)| match threat {
            None if derived == Derived::Band => row.risk.current().map(|(_, score)| score),
            None => row.risk.residual().map(|(_, score)| score),
            Some(id) => {
                let source = RiskSource::Threat(id.clone());
                let risk = row.risk.risks.iter().find(|risk| risk.source == source)?;
                Some(if derived == Derived::Band { &risk.current } else { &risk.residual })
            }
        });
        Shown::band(self.export, score.map(|score| score.band))
    }

    fn derived(&self, page: &mut Page<'_>, at: (u32, u16), derived: Derived) -> Result<()> {
        let helper = match derived {
            Derived::Band => Helper::Key,
            _ => Helper::ResidualKey,
        };
        let formula = part_of(&self.own_cell(Role::Helper(helper)), Part::Band);
        let result = self.result(derived);
        page.formula(at, formula, result.computed(), Some(Style::Band))?;
        Ok(())
    }

    fn helper(&self, page: &mut Page<'_>, at: (u32, u16), helper: Helper) -> Result<()> {
        let activities = &self.export.activities;
        let ordinal = self.action.map(|(action, ..)| action.activity + 1).unwrap_or_default();
        let ordinal = u64::try_from(ordinal).unwrap_or_default();
        let (formula, result) = match helper {
            Helper::ActivityRow => {
                let id = self.own_cell(Role::ActivityId);
                let ids = activities.range(Role::ActivityId);
                // Who types 7 means 07.
                let text = format!("IF(ISNUMBER({id}),TEXT({id},\"00\"),{id})");
                (format!("IF({id}=\"\",0,IFERROR(MATCH({text},{ids},0),0))"), ordinal)
            }
            Helper::Ordinal => {
                let ordinals = activities.range(Role::Helper(Helper::Ordinal));
                let row = self.own_cell(Role::Helper(Helper::ActivityRow));
                (format!("IF({row}=0,0,INDEX({ordinals},{row}))"), ordinal)
            }
            Helper::Key | Helper::ResidualKey => (self.key_formula(helper), self.key(helper)),
            _ => return Ok(()),
        };
        page.formula(at, formula, Computed::Number(whole(result)), None)?;
        Ok(())
    }

    /// The activity's key where no threat is named, else the threat's.
    fn key_formula(&self, helper: Helper) -> String {
        let (activities, threats) = (&self.export.activities, &self.export.threats);
        let row = self.own_cell(Role::Helper(Helper::ActivityRow));
        let threat = self.own_cell(Role::ThreatId);
        let of_activity = format!("INDEX({},{row})", activities.range(Role::Helper(helper)));
        let of_threat = format!(
            "_xlfn.MAXIFS({},{},{},{},{threat})",
            threats.range(Role::Helper(helper)),
            threats.range(Role::Helper(Helper::Ordinal)),
            self.own_cell(Role::Helper(Helper::Ordinal)),
            threats.range(Role::ThreatId),
        );
        format!("IF({row}=0,0,IF({threat}=\"\",{of_activity},{of_threat}))")
    }

    fn key(&self, helper: Helper) -> u64 {
        let Some((action, row, _)) = self.action else { return 0 };
        let keys = Keys::new(self.export, row);
        let Some(id) = &action.threat else {
            return if helper == Helper::Key { keys.current } else { keys.residual };
        };
        let source = RiskSource::Threat(id.clone());
        let risk = row.risk.risks.iter().find(|risk| risk.source == source);
        risk.map_or(0, |risk| {
            let score = if helper == Helper::Key { &risk.current } else { &risk.residual };
            let place = FIRST_THREAT + self.export.threat_place(id);
            formulas::key(score, place, self.export.pair_place(score.driver))
        })
    }
}
