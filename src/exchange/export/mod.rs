//! An assessment as a workbook: a form for people, with live formulas and correct stored results.
//!
//! Everything that is shown comes from `engine`; the formulas are written so that they give the
//! same when Excel or LibreOffice recalculates. The same input gives the same bytes.

mod actions;
mod activities;
mod cells;
mod charts;
mod formulas;
mod front;
mod hidden;
mod picture;
mod scales;
mod shown;
mod tables;
mod threat_catalogue;
mod threats;

pub(super) use tables::EXTRA;
pub use tables::{export_csv, export_json};

use std::collections::BTreeMap;

use actions::{ActionRow, action_rows};

use super::entry::Words;
use super::field::Field;
use super::layout::{
    Added, Column, Form, Pair, Role, added_by, columns, insert_added, shown_pairs,
};
use super::sheet::{Book, Properties, SheetError, letters};
use super::{own_sheets, protocol};
use crate::domain::{Assessment, Catalogue, Date, Method, ThreatId};
use crate::engine::{Overview, overview};
use crate::text::Lang;
use crate::text::workbook::labels;
use cells::Kept;

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The writer refused.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// More rows or columns than a sheet can hold.
    #[error("the assessment does not fit on a sheet")]
    TooLarge,
}

type Result<T> = std::result::Result<T, ExportError>;

/// First row of a form's data, counted from 0: title, hint, group titles and header stand above.
const FIRST_ROW: u32 = 4;
/// Row of the headers, counted from 0.
const HEADER_ROW: u32 = 3;

/// Which threats get a row of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThreatRows {
    /// Those that the catalogue names for an activity, and those that are answered.
    #[default]
    Suggested,
    /// Every threat of the catalogue for every activity that the municipality has.
    All,
    /// Those that are answered.
    Rated,
}

/// What a workbook shows of more than itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excerpt {
    /// Activities of the whole assessment.
    pub whole: usize,
    /// Whether the answers are left out.
    pub is_blank: bool,
}

/// How a workbook is written.
#[derive(Debug, Clone, Copy)]
pub struct ExportOptions {
    /// Language of the sheets.
    pub lang: Lang,
    /// Day that stands as day of creation.
    pub as_of: Date,
    /// Which threats get a row.
    pub threats: ThreatRows,
    /// Set where the assessment is a part of another or its empty form: said on the front page.
    pub excerpt: Option<Excerpt>,
}

impl ExportOptions {
    /// The assessment whole, with the threats that are suggested or answered.
    #[must_use]
    pub fn whole(lang: Lang, as_of: Date) -> Self {
        Self { lang, as_of, threats: ThreatRows::Suggested, excerpt: None }
    }
}

/// Writes an assessment as a workbook.
///
/// # Errors
/// The writer refuses, which our own sheets do not give it reason to.
pub fn export_workbook(
    assessment: &Assessment,
    catalogue: &Catalogue,
    method: &Method,
    options: ExportOptions,
) -> Result<Vec<u8>> {
    let ExportOptions { lang, as_of, .. } = options;
    let export = Export::new(assessment, catalogue, method, options)?;
    let title = format!("{} – {}", labels::TITLE.pick(lang), assessment.municipality_name);
    let subject = format!("{} {}", labels::ROUND.pick(lang), assessment.round);
    let schema = protocol::SCHEMA.to_string();
    let mut book = Book::new(&Properties {
        title: &title,
        subject: &subject,
        company: &assessment.municipality_name,
        created: as_of,
        mark: (protocol::MARK, &schema),
    })?;
    front::write(&export, &mut book)?;
    let mut kept = Kept::default();
    activities::write(&export, &mut book, &mut kept)?;
    threats::write(&export, &mut book, &mut kept)?;
    actions::write(&export, &mut book)?;
    picture::write(&export, &mut book)?;
    scales::write(&export, &mut book)?;
    threat_catalogue::write(&export, &mut book)?;
    for sheet in &assessment.own_sheets {
        own_sheets::write(sheet, &mut book, lang)?;
    }
    hidden::write(&export, &mut book, &kept)?;
    Ok(book.finish()?)
}

/// A form with its columns and the rows that it will have.
struct Sheet {
    name: &'static str,
    columns: Vec<Column>,
    /// The columns that people added.
    extras: Vec<Added>,
    rows: u32,
    /// Formulas name the same columns once a row, so their addresses are made once.
    addresses: BTreeMap<Role, Address>,
}

/// Where a column stands.
struct Address {
    /// Counted from 0.
    place: u16,
    /// `$K`.
    letters: String,
    /// All its data as seen from any sheet: `'Vurdering'!$K$5:$K$99`.
    range: String,
}

impl Sheet {
    fn new(name: &'static str, columns: Vec<Column>, extras: Vec<Added>, rows: u32) -> Self {
        let last_row = last_row(rows);
        let addresses = (0u16..).zip(&columns).map(|(place, column)| {
            let letters = letters(place);
            let range =
                format!("'{name}'!${letters}${}:${letters}${}", FIRST_ROW + 1, last_row + 1);
            (column.role, Address { place, letters: format!("${letters}"), range })
        });
        let addresses = addresses.collect();
        Self { name, columns, extras, rows, addresses }
    }

    /// Place of a column, counted from 0.
    fn place(&self, role: Role) -> Option<u16> {
        self.addresses.get(&role).map(|address| address.place)
    }

    /// The columns that people see.
    fn visible(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| !matches!(column.role, Role::Helper(_)))
    }

    /// Its inputs in the order of the columns.
    fn inputs(&self) -> impl Iterator<Item = Field> {
        self.columns.iter().filter_map(|column| match column.role {
            Role::Input(field) => Some(field),
            _ => None,
        })
    }

    fn last_row(&self) -> u32 {
        last_row(self.rows)
    }

    /// A cell of this sheet in the same row: `$K5`. `row` is counted from 0.
    fn cell(&self, role: Role, row: u32) -> String {
        let column = self.addresses.get(&role).map_or("", |address| &address.letters);
        format!("{column}{}", row + 1)
    }

    /// A whole column of data, as seen from any sheet: `'Vurdering'!$K$5:$K$99`.
    fn range(&self, role: Role) -> &str {
        self.addresses.get(&role).map_or("", |address| &address.range)
    }
}

fn last_row(rows: u32) -> u32 {
    FIRST_ROW + rows.max(1) - 1
}

/// Everything that the sheets are made from.
struct Export<'a> {
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
    method: &'a Method,
    lang: Lang,
    as_of: Date,
    excerpt: Option<Excerpt>,
    overview: Overview<'a>,
    /// Pairs that count in the score.
    scoped: Vec<Pair>,
    /// Rows of the sheet of threats: position of the activity in the overview, and the threat.
    threat_rows: Vec<(usize, ThreatId)>,
    /// Threats in the order that breaks ties.
    threat_order: Vec<ThreatId>,
    /// Rows of the sheet of actions, the free ones left out.
    action_rows: Vec<ActionRow>,
    activities: Sheet,
    threats: Sheet,
    actions: Sheet,
}

impl<'a> Export<'a> {
    fn new(
        assessment: &'a Assessment,
        catalogue: &'a Catalogue,
        method: &'a Method,
        options: ExportOptions,
    ) -> Result<Self> {
        let ExportOptions { lang, as_of, threats, excerpt } = options;
        let overview = overview(assessment, catalogue, method);
        let shown = shown_pairs(assessment);
        let in_scope = |pair: &Pair| assessment.perspectives.contains(&pair.0);
        let scoped: Vec<Pair> = shown.iter().copied().filter(in_scope).collect();
        let threat_rows = threat_rows(&overview, catalogue, threats);
        let mut threat_order: Vec<ThreatId> = catalogue.threats.keys().cloned().collect();
        threat_order.extend(threat_rows.iter().map(|(_, id)| id.clone()));
        threat_order.sort();
        threat_order.dedup();
        let sheet = |form: Form, rows: usize| {
            let rows = u32::try_from(rows).map_err(|_| ExportError::TooLarge)?;
            let mut columns = columns(form, &shown, &scoped);
            let extras = added_by(form, assessment, lang);
            insert_added(&extras, &mut columns);
            Ok::<_, ExportError>(Sheet::new(form.name().pick(lang), columns, extras, rows))
        };
        let activity_count = overview.rows.len();
        let activities = sheet(Form::Activities, activity_count)?;
        let threats = sheet(Form::Threats, threat_rows.len())?;
        let action_rows = action_rows(&overview.rows);
        let action_count = action_rows.len() + actions::FREE_ROWS;
        let actions = sheet(Form::Actions, action_count)?;
        Ok(Self {
            assessment,
            catalogue,
            method,
            lang,
            as_of,
            excerpt,
            overview,
            scoped,
            threat_rows,
            threat_order,
            action_rows,
            activities,
            threats,
            actions,
        })
    }

    fn words(&self) -> Words<'a> {
        Words { method: self.method, lang: self.lang }
    }

    /// Whether it is the empty form of an assessment.
    fn is_blank(&self) -> bool {
        self.excerpt.is_some_and(|excerpt| excerpt.is_blank)
    }

    /// Place of a pair among those that count; breaks ties between equal consequences.
    fn pair_place(&self, pair: Pair) -> u64 {
        let position = self.scoped.iter().position(|known| *known == pair);
        position.and_then(|position| u64::try_from(position).ok()).unwrap_or_default()
    }

    /// Place of a threat in the order that breaks ties.
    fn threat_place(&self, id: &ThreatId) -> u64 {
        let position = self.threat_order.iter().position(|known| known == id);
        position.and_then(|position| u64::try_from(position).ok()).unwrap_or_default()
    }

    /// Words of the bands with their colours.
    fn band_words(&self) -> Vec<(&'a str, crate::domain::Colour)> {
        let method = self.method;
        method.bands.iter().map(|band| (crate::text::band(self.lang, band), band.colour)).collect()
    }

    fn footer(&self) -> String {
        let page = labels::PAGE.pick(self.lang);
        let of = labels::OF.pick(self.lang);
        format!(
            "&L{} {}&R{page} &P {of} &N",
            self.assessment.municipality_name, self.assessment.round
        )
    }
}

/// A row for each threat that is answered, or offered for an activity that the municipality has.
fn threat_rows(
    overview: &Overview<'_>,
    catalogue: &Catalogue,
    offer: ThreatRows,
) -> Vec<(usize, ThreatId)> {
    let mut rows = Vec::new();
    for (position, row) in overview.rows.iter().enumerate() {
        let has_it = row.answer.status != crate::domain::Status::NotApplicable;
        let offered = row.activity.filter(|a| has_it && a.retired.is_none());
        let mut ids: Vec<ThreatId> = match (offer, offered) {
            (ThreatRows::Rated, _) | (_, None) => Vec::new(),
            (ThreatRows::All, Some(_)) => catalogue.threats.keys().cloned().collect(),
            (ThreatRows::Suggested, Some(activity)) => {
                catalogue.suggested_threats(activity).map(|threat| threat.id.clone()).collect()
            }
        };
        ids.extend(row.answer.threats.keys().cloned());
        ids.sort();
        ids.dedup();
        rows.extend(ids.into_iter().map(|id| (position, id)));
    }
    rows
}
