//! The hidden sheet: what the workbook was written from, and what stood in every input cell.
//!
//! Both directions of the protocol stand here, so that they cannot drift apart.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::entry::Entry;
use super::field::Field;
use super::layout::{Added, Form, added, inputs};
use super::locked::Locked;
use super::own_sheets;
use super::sheet::fitted;
use super::workbook::{Cell, Row, Sheet, Value};
use crate::domain::{ActivityId, Address, OwnCell, ThreatId};
use crate::text::Lang;
use crate::text::workbook::labels;

/// Name of the hidden sheet.
pub(super) const SHEET: &str = "_risiko";

/// Custom property that marks our workbooks.
pub(super) const MARK: &str = "risiko_skema";

/// Version of the protocol. A workbook with a higher one was written by a newer `risiko`.
pub(super) const SCHEMA: u32 = 1;

/// First cell of the row that stands above the baseline of a form; the form, the word for the
/// threat and the keys of the fields follow.
pub(super) const BASELINE: &str = "baseline";

/// Column of the first field of the baseline; the key of the row stands left of it.
pub(super) const FIRST_FIELD: u32 = 3;

/// Keys of the facts above the baseline.
pub(super) mod facts {
    pub(in crate::exchange) const SCHEMA: &str = "schema";
    pub(in crate::exchange) const MUNICIPALITY: &str = "municipality";
    pub(in crate::exchange) const MUNICIPALITY_NAME: &str = "municipality-name";
    pub(in crate::exchange) const ROUND: &str = "round";
    pub(in crate::exchange) const EXPORTED: &str = "exported";
    pub(in crate::exchange) const CATALOGUE: &str = "catalogue";
    pub(in crate::exchange) const CATALOGUE_VERSION: &str = "catalogue-version";
    pub(in crate::exchange) const CATALOGUE_DIGEST: &str = "catalogue-digest";
    pub(in crate::exchange) const METHOD: &str = "method";
    pub(in crate::exchange) const METHOD_VERSION: &str = "method-version";
    pub(in crate::exchange) const LANGUAGE: &str = "language";
    pub(in crate::exchange) const PERSPECTIVES: &str = "perspectives";
    /// Followed by the key of the form.
    pub(in crate::exchange) const COLUMNS: &str = "columns.";
    /// Followed by the key of the sheet, a point and a number.
    pub(in crate::exchange) const LOCKED: &str = "locked.";
}

/// A row of a form: the activity, and the threat on the sheet of threats.
pub(super) type RowKey = (Form, ActivityId, Option<ThreatId>);

/// What stood in the input cells of a row that were not blank: a few of them, so that looking at
/// each is quicker than a map.
#[derive(Debug, Default)]
pub(super) struct RowBaseline<'a>(Vec<(Field, Cow<'a, str>)>);

impl<'a> RowBaseline<'a> {
    /// What stood in the cell of a field; of two texts for it the last.
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.0.iter().rev().find(|(of, _)| *of == field).map(|(_, text)| text.as_ref())
    }

    /// Keeps what stood in a cell.
    pub(super) fn insert(&mut self, field: Field, text: impl Into<Cow<'a, str>>) {
        self.0.push((field, text.into()));
    }

    /// Whether every cell was blank.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> FromIterator<(Field, Cow<'a, str>)> for RowBaseline<'a> {
    fn from_iter<I: IntoIterator<Item = (Field, Cow<'a, str>)>>(cells: I) -> Self {
        Self(cells.into_iter().collect())
    }
}

/// What stood in every input cell that was not blank.
pub(super) type Baseline<'a> = BTreeMap<RowKey, RowBaseline<'a>>;

/// What stood in the columns that people added, by row and key.
pub(super) type Extras = BTreeMap<RowKey, BTreeMap<String, String>>;

/// The cells of a sheet that people added.
pub(super) type OwnCells = BTreeMap<Address, OwnCell>;

/// Stands in place of a form where the baseline is that of a sheet that people added; its name
/// follows, and then a row for each cell: place, kind and value.
pub(super) const OWN_SHEET: &str = "sheet";

/// Stands before the key of a column that people added, in the row of the keys.
pub(super) const EXTRA: &str = "extra:";
/// Behind the name of a sheet that people added: its tab was hidden.
pub(super) const HIDDEN: &str = "hidden";

/// Stands before the first of those keys in the baseline of the sheet of actions: the number of the
/// action.
pub(super) const NUMBER: &str = "number";

/// A risk whose actions are listed, and which of them, counted from 1.
pub(super) type ActionKey = (ActivityId, Option<ThreatId>, usize);

/// The hidden sheet as it was read.
#[derive(Debug, Default)]
pub(super) struct Protocol<'a> {
    facts: BTreeMap<String, String>,
    pub(super) baseline: Baseline<'a>,
    /// What stood in the columns that people added, by row and key.
    pub(super) extras: Extras,
    /// The same on the sheet of actions.
    pub(super) action_extras: BTreeMap<ActionKey, BTreeMap<String, String>>,
    /// Those columns.
    pub(super) extra_columns: BTreeMap<Form, Vec<Added>>,
    /// The sheets that people added, by name.
    pub(super) sheets: BTreeMap<String, OwnCells>,
    /// Which of them were hidden.
    pub(super) hidden: BTreeSet<String>,
}

/// What the baseline keeps of an entry: its key, or as much of a text as fits in a cell.
pub(super) fn kept(entry: &Entry, lang: Lang) -> String {
    match entry {
        Entry::Text(text) => fitted(text, labels::TRUNCATED.pick(lang)).into_owned(),
        other => other.key().into_owned(),
    }
}

impl<'a> Protocol<'a> {
    /// A hidden sheet that stands in for one that is gone.
    pub(super) fn assumed(lang: Lang, (baseline, extras): (Baseline<'a>, Extras)) -> Self {
        let word = if lang == Lang::En { "en" } else { "da" };
        let facts = [(facts::LANGUAGE.to_owned(), word.to_owned())].into();
        Self { facts, baseline, extras, ..Self::default() }
    }

    /// A fact; empty where the sheet does not have it.
    pub(super) fn fact(&self, key: &str) -> &str {
        self.facts.get(key).map_or("", String::as_str)
    }

    /// What stood in the locked cells of a sheet; `None` where the workbook does not say.
    pub(super) fn locked(&self, key: &str) -> Option<Locked> {
        let prefix = format!("{}{key}.", facts::LOCKED);
        let mut texts = self.facts.range(prefix.clone()..);
        let mut locked = None::<Locked>;
        while let Some((_, text)) = texts.next().filter(|(key, _)| key.starts_with(&prefix)) {
            locked.get_or_insert_default().read(text);
        }
        locked
    }

    /// The language that the workbook was written in.
    pub(super) fn lang(&self) -> Lang {
        if self.fact(facts::LANGUAGE) == "en" { Lang::En } else { Lang::Da }
    }
}

/// Reads the facts of the hidden sheet, and nothing of what stood in the cells. `None` where there is
/// no baseline.
pub(super) fn read_facts(sheet: &Sheet) -> Option<Protocol<'_>> {
    let mut protocol = Protocol::default();
    for (_, row) in sheet.rows() {
        let [key, fact] = [0, 1].map(|column| text_at(row, column));
        if key == BASELINE {
            return Some(protocol);
        }
        protocol.facts.insert(key.into_owned(), fact.into_owned());
    }
    None
}

/// The activities that stand in the baseline.
pub(super) fn activities(sheet: &Sheet) -> BTreeSet<ActivityId> {
    let mut activities = BTreeSet::new();
    let mut is_meant = false;
    for (_, row) in sheet.rows() {
        if text_at(row, 0) == BASELINE {
            is_meant = text_at(row, 1) == Form::Activities.key();
        } else if is_meant {
            activities.extend(ActivityId::parse(&text_at(row, 1)));
        }
    }
    activities
}

/// Reads the hidden sheet: facts in two columns, then for each form a row that starts with
/// [`BASELINE`] and names the fields, and a row for each row of the form. `None` where there is no
/// baseline.
pub(super) fn read(sheet: &Sheet) -> Option<Protocol<'_>> {
    let mut protocol = read_facts(sheet)?;
    let fields: BTreeMap<String, Field> =
        Form::ALL.into_iter().flat_map(inputs).map(|field| (field.key(), field)).collect();
    let mut section: Option<Section> = None;
    let mut own_sheet: Option<String> = None;
    // Written in their order, so that one map made of all of them costs less than one by one.
    let mut rows: Vec<(RowKey, RowBaseline<'_>)> = Vec::new();
    for (_, row) in sheet.rows() {
        let text = |column: u32| text_at(row, column);
        if text(0) == BASELINE {
            let form = Form::ALL.into_iter().find(|form| form.key() == text(1));
            section = form.map(|form| Section::new(form, row, &fields));
            own_sheet = (text(1) == OWN_SHEET).then(|| text(2).into_owned());
            if text(3) == HIDDEN {
                protocol.hidden.extend(own_sheet.clone());
            }
            if let Some(section) = &section {
                let keys = section.extras.iter().map(|(_, key)| key.clone());
                let columns = added(section.form, keys, protocol.lang());
                protocol.extra_columns.insert(section.form, columns);
            }
        } else if let Some(name) = &own_sheet {
            let cell = own_sheets::from_kept(&text(2), &text(3));
            if let Some((at, cell)) = Address::parse(&text(1)).zip(cell) {
                protocol.sheets.entry(name.clone()).or_default().insert(at, cell);
            }
        } else if let Some(section) = &section {
            let Ok(activity) = ActivityId::parse(&text(1)) else { continue };
            let key = (section.form, activity, ThreatId::parse(&text(2)).ok());
            let value = |place: &u32| row.get(*place).map(text_of);
            let extras = section.extras.iter();
            let extras: BTreeMap<String, String> = extras
                .filter_map(|(place, key)| Some((key.clone(), value(place)?.into_owned())))
                .collect();
            if section.form == Form::Actions {
                let (_, activity, threat) = key;
                if let Ok(number) = text(FIRST_FIELD).parse() {
                    protocol.action_extras.insert((activity, threat, number), extras);
                }
                continue;
            }
            if !extras.is_empty() {
                protocol.extras.insert(key.clone(), extras);
            }
            let values = section.fields.iter();
            let values = values.filter_map(|(place, field)| Some((*field, value(place)?)));
            rows.push((key, values.collect()));
        }
    }
    protocol.baseline = rows.into_iter().collect();
    Some(protocol)
}

/// What the columns of the baseline of a form hold.
struct Section {
    form: Form,
    fields: Vec<(u32, Field)>,
    extras: Vec<(u32, String)>,
}

impl Section {
    fn new(form: Form, row: &Row, known: &BTreeMap<String, Field>) -> Self {
        let (mut fields, mut extras) = (Vec::new(), Vec::new());
        for (place, cell) in row.iter() {
            let key = text_of(cell);
            if let Some(header) = key.strip_prefix(EXTRA) {
                extras.push((place, header.to_owned()));
            } else if let Some(field) = known.get(key.as_ref()) {
                fields.push((place, *field));
            }
        }
        Self { form, fields, extras }
    }
}

fn text_at(row: &Row, column: u32) -> Cow<'_, str> {
    row.get(column).map_or(Cow::Borrowed(""), text_of)
}

fn text_of(cell: &Cell) -> Cow<'_, str> {
    match &cell.value {
        Value::Text(text) => Cow::Borrowed(text),
        Value::Number(number) => Cow::Owned(number.to_string()),
        _ => Cow::Borrowed(""),
    }
}
