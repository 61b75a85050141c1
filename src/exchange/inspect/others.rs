//! Workbooks that are not ours: KL's, OS2compliance's, a sheet with a mapping, a home-made one.

use std::collections::BTreeSet;

use super::super::entry::fold;
use super::super::field::Field;
use super::super::foreign::headers::{Headers, best_row};
use super::super::foreign::os2::columns::{self, Part};
use super::super::foreign::{candidates, field_of};
use super::super::import::table::{known_of, position_of};
use super::super::kl::{self, columns::FoundBy};
use super::super::layout::{Column, Form, Role};
use super::super::workbook::{Sheet, Visibility, Workbook};
use super::proposal::guess;
use super::{Draft, How, Meaning, Use, known, unknown};
use crate::domain::{Mapped, Mapping};
use crate::finding::nearest;
use crate::text::Lang;

/// Whether anything of a sheet is recognised.
pub(super) enum Recognised {
    Something,
    Nothing,
}

/// Every sheet, those that are read as `read` has them.
fn all<'a>(
    workbook: &'a Workbook,
    read: impl Fn(&'a Sheet) -> Option<Draft<'a>>,
) -> Vec<Draft<'a>> {
    let sheets = workbook.sheets.iter();
    sheets.map(|sheet| read(sheet).unwrap_or_else(|| Draft::new(sheet, Use::NotRead))).collect()
}

fn is_same(one: &Sheet, other: &Sheet) -> bool {
    one.name == other.name
}

/// The sheets of an export from OS2compliance; `None` where it is none.
pub(super) fn os2(workbook: &Workbook) -> Option<Vec<Draft<'_>>> {
    let found = columns::find(workbook)?;
    let read = |sheet| {
        let (threats, facts) = (&found.threats, found.facts.as_ref());
        if is_same(sheet, threats.0) {
            let column = |place: u32, text: &str| match columns::part(text) {
                Some(part) => known(place, text, os2_meaning(part), How::Os2Header),
                None => unknown(place, text, None),
            };
            return Some(Draft::with_headers(sheet, Use::Read, &threats.1, column));
        }
        let (_, headers) = facts.filter(|(facts, _)| is_same(sheet, facts))?;
        let column = |place: u32, text: &str| match columns::fact(text) {
            Some(field) => known(place, text, Meaning::Fields(vec![field]), How::Os2Header),
            None => unknown(place, text, None),
        };
        Some(Draft::with_headers(sheet, Use::Read, headers, column))
    };
    Some(all(workbook, read))
}

fn os2_meaning(part: Part) -> Meaning {
    match part {
        Part::Kind => Meaning::ThreatType,
        Part::Description => Meaning::ThreatText,
        Part::NotRelevant => Meaning::Fields(vec![Field::NotRelevant]),
        Part::Problem => Meaning::Fields(vec![Field::LikelihoodReason]),
        Part::Elaboration => Meaning::Fields(vec![Field::Actions]),
        Part::Field(field) => Meaning::Fields(vec![field]),
        Part::Consequence(whose, kind) => Meaning::Fields(vec![Field::Consequence(whose, kind)]),
    }
}

/// The sheets of KL's workbook; `None` where it is another.
pub(super) fn kl(workbook: &Workbook) -> Option<Vec<Draft<'_>>> {
    let found = kl::recognise(workbook)?;
    let headers_of = |sheet: &Sheet, row: u32| {
        let cells = sheet.rows().find(|(number, _)| *number == row);
        cells.map_or(Headers { row, texts: Vec::new() }, |(row, cells)| Headers::of(row, cells))
    };
    let read = |sheet| {
        if is_same(sheet, found.activities) {
            let headers = headers_of(sheet, found.header_row);
            let mut draft = Draft::with_headers(sheet, Use::Read, &headers, |place, text| {
                unknown(place, text, None)
            });
            for (place, name, by) in &found.columns {
                let how = if *by == FoundBy::Header { How::KlHeader } else { How::KlPlace };
                let here = draft.columns.iter_mut().find(|column| column.column == *place);
                if let Some(column) = here {
                    let header = column.header.clone();
                    *column = known(*place, &header, Meaning::Kl(name.clone()), how);
                }
            }
            return Some(draft);
        }
        let (_, [code, number]) = found.kle.filter(|(kle, _)| is_same(sheet, kle))?;
        let headers = headers_of(sheet, sheet.rows().next().map_or(0, |(row, _)| row));
        let column = |place: u32, text: &str| match place {
            place if place == code => known(place, text, kl_word("kode"), How::KlHeader),
            place if place == number => known(place, text, kl_word("nummer"), How::KlHeader),
            place => unknown(place, text, None),
        };
        Some(Draft::with_headers(sheet, Use::Read, &headers, column))
    };
    Some(all(workbook, read))
}

fn kl_word(word: &str) -> Meaning {
    Meaning::Kl(word.to_owned())
}

/// The sheets of a workbook that comes with a mapping.
pub(super) fn mapped<'a>(workbook: &'a Workbook, mapping: &Mapping) -> Vec<Draft<'a>> {
    let found = candidates(&workbook.sheets, mapping);
    let best = found.first();
    let read = |sheet| {
        let best = best.filter(|best| is_same(sheet, best.sheet))?;
        let headers = &best.headers;
        let is_here = |header: &String| !headers.places(header).is_empty();
        let named = mapping.columns.iter().map(|(header, _)| header);
        let missing: Vec<String> = named.filter(|header| !is_here(header)).cloned().collect();
        let column = |place: u32, text: &str| {
            let meant = mapping.columns.iter().find(|(header, _)| fold(header) == fold(text));
            match meant {
                Some((_, meant)) => known(place, text, mapped_meaning(meant), How::Mapping),
                None => unknown(place, text, nearest(text, missing.iter().map(String::as_str))),
            }
        };
        let mut draft = Draft::with_headers(sheet, Use::Read, headers, column);
        draft.missing.clone_from(&missing);
        Some(draft)
    };
    all(workbook, read)
}

fn mapped_meaning(meant: &[Mapped]) -> Meaning {
    match meant {
        [Mapped::Activity, ..] => Meaning::Activity,
        [Mapped::Threat, ..] => Meaning::Threat,
        fields => Meaning::Fields(fields.iter().filter_map(field_of).collect()),
    }
}

/// The sheets of a workbook that nobody knows. The one with most headers that say something to us
/// is taken for the one that is meant.
pub(super) fn home_made(workbook: &Workbook) -> (Recognised, Vec<Draft<'_>>) {
    let forms = Form::ALL.map(known_of);
    let column = |place: u32, text: &str| {
        let found = forms.iter().find_map(|columns| own_column(text, columns));
        let mut view = match found {
            Some((meaning, how)) => known(place, text, meaning, how),
            None => {
                let seen = forms.iter().flatten().filter(|column| column.role.is_seen());
                let known = seen.map(|column| column.header(Lang::Da));
                unknown(place, text, nearest(text, known))
            }
        };
        view.guess = guess(text, view.meaning.as_ref());
        view
    };
    let count = |headers: &Headers| {
        let says = |text: &str| column(0, text).guess.is_some();
        headers.texts.iter().filter(|(_, text)| says(text)).count()
    };
    let best = workbook
        .sheets
        .iter()
        .filter_map(|sheet| best_row(sheet, None, count).map(|(row, count)| (sheet, row, count)))
        .max_by_key(|(sheet, _, count)| (sheet.visibility == Visibility::Visible, *count));
    // One word is chance.
    let Some((meant, headers, _)) = best.filter(|(.., count)| *count >= 2) else {
        return (Recognised::Nothing, all(workbook, |_| None));
    };
    let read = |sheet| {
        let draft =
            is_same(sheet, meant).then(|| Draft::with_headers(sheet, Use::Read, &headers, column));
        draft.map(without_repeated_guesses)
    };
    (Recognised::Something, all(workbook, read))
}

/// No two columns may mean the same; the first is the likelier.
fn without_repeated_guesses(mut draft: Draft<'_>) -> Draft<'_> {
    let mut used: BTreeSet<Mapped> = BTreeSet::new();
    for column in &mut draft.columns {
        let meant = column.guess.as_deref().map(Mapped::parse).unwrap_or_default();
        if meant.iter().any(|mapped| used.contains(mapped)) {
            column.guess = None;
        } else {
            used.extend(meant);
        }
    }
    draft
}

fn own_column(text: &str, columns: &[Column]) -> Option<(Meaning, How)> {
    let column = columns.get(position_of(text, columns)?)?;
    let is_danish = fold(column.header(Lang::Da)) == fold(text);
    let meaning = match column.role {
        Role::ActivityId => Meaning::Activity,
        Role::ThreatId => Meaning::Threat,
        Role::Input(field) => Meaning::Fields(vec![field]),
        _ => return None,
    };
    Some((meaning, How::OwnHeader(if is_danish { Lang::Da } else { Lang::En })))
}
