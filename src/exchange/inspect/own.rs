//! A workbook of ours: by its hidden sheet, or by the headers of its forms where that is gone.

use super::super::entry::fold;
use super::super::foreign::headers::Headers;
use super::super::import::table::{header_row, known_of, position_of};
use super::super::layout::{Column, Form, Role};
use super::super::own_sheets::is_derived;
use super::super::protocol::{self, Protocol, facts};
use super::super::workbook::{Sheet, Workbook};
use super::{ColumnView, Draft, How, Meaning, Use, WrittenFrom, known, unknown};
use crate::finding::nearest;
use crate::text::Lang;

/// Fewer inputs than this under our headers are chance.
const INPUTS: usize = 5;

/// The sheets of a workbook of ours, and what it was written from; `None` where it is not ours.
pub(super) fn recognise(workbook: &Workbook) -> Option<(Option<WrittenFrom>, Vec<Draft<'_>>)> {
    let protocol = workbook.sheet(protocol::SHEET).and_then(protocol::read);
    let lang = protocol.as_ref().map_or(Lang::Da, Protocol::lang);
    let drafts: Vec<Draft<'_>> = workbook.sheets.iter().map(|sheet| draft(sheet, lang)).collect();
    let is_marked = workbook.properties.contains_key(protocol::MARK);
    let has_form = drafts.iter().any(|draft| {
        let is_input = |column: &&ColumnView| matches!(column.meaning, Some(Meaning::Fields(_)));
        draft.columns.iter().filter(is_input).count() >= INPUTS
    });
    (protocol.is_some() || is_marked || has_form)
        .then(|| (protocol.as_ref().map(written_from), drafts))
}

fn draft(sheet: &Sheet, lang: Lang) -> Draft<'_> {
    for form in Form::ALL.into_iter().rev() {
        let columns = known_of(form);
        let row = header_row(sheet, form, &columns);
        let cells = row.and_then(|row| sheet.rows().find(|(number, _)| *number == row));
        if let Some((row, cells)) = cells {
            let headers = Headers::of(row, cells);
            let column = |place: u32, text: &str| view(place, text, &columns, lang);
            return Draft::with_headers(sheet, Use::Read, &headers, column);
        }
    }
    let used = match sheet.name == protocol::SHEET {
        true => Use::Baseline,
        false if is_derived(sheet) => Use::Result,
        false => Use::Kept,
    };
    Draft::new(sheet, used)
}

fn view(place: u32, text: &str, columns: &[Column], lang: Lang) -> ColumnView {
    let found = position_of(text, columns).and_then(|position| columns.get(position));
    let Some(found) = found else {
        let seen = columns.iter().filter(|column| column.role.is_seen());
        let headers = seen.map(|column| column.header(lang));
        let added = unknown(place, text, nearest(text, headers));
        return ColumnView { meaning: Some(Meaning::Added), ..added };
    };
    // A header that is the same in both languages counts as the workbook's own.
    let other = lang.pick(Lang::En, Lang::Da);
    let is_in = |lang: Lang| fold(found.header(lang)) == fold(text);
    let how = How::OwnHeader(if is_in(lang) { lang } else { other });
    known(place, text, meaning(found.role), how)
}

fn meaning(role: Role) -> Meaning {
    match role {
        Role::ActivityId => Meaning::Activity,
        Role::ThreatId => Meaning::Threat,
        Role::Input(field) => Meaning::Fields(vec![field]),
        Role::Action(_) | Role::ActionNumber => Meaning::Action,
        Role::Extra(_) => Meaning::Added,
        Role::Derived(_) | Role::Helper(_) => Meaning::Result,
        Role::Title | Role::Area | Role::ThreatTitle | Role::ThreatHits | Role::Starting => {
            Meaning::FromCatalogue
        }
    }
}

fn written_from(protocol: &Protocol) -> WrittenFrom {
    let fact = |key: &str| protocol.fact(key).to_owned();
    WrittenFrom {
        municipality: fact(facts::MUNICIPALITY),
        municipality_name: fact(facts::MUNICIPALITY_NAME),
        round: fact(facts::ROUND),
        exported: fact(facts::EXPORTED),
        catalogue: fact(facts::CATALOGUE),
        catalogue_version: fact(facts::CATALOGUE_VERSION),
        method: fact(facts::METHOD),
        method_version: fact(facts::METHOD_VERSION),
        language: fact(facts::LANGUAGE),
        schema: fact(facts::SCHEMA),
    }
}
