//! Rows that people added for an activity of their own: a number such as `X07`, a title, an area.

use super::super::entry::{fold, shown};
use super::super::layout::{Form, Role};
use super::super::workbook::{Row, Sheet};
use super::Incoming;
use super::table::{form_of, header_row, known_of, position_of};
use crate::domain::{ActivityId, Area, AreaId, Catalogue, is_own};
use crate::finding::{Fact, Findings, nearest};

/// An activity that a row names and no catalogue knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRow {
    /// Number of the municipality's own.
    pub id: ActivityId,
    /// Title as it stands in the row.
    pub title: String,
    /// Area as it stands in the row.
    pub area: AreaId,
}

/// The activities of their own that people added to a workbook of ours, by the order of the rows.
///
/// Missing: a row without a title is left to the import, which says that it does not know its
/// number. Findings: `IMP012` for an area that there is not.
#[must_use]
pub fn own_rows(incoming: Incoming<'_>, catalogue: &Catalogue) -> (Vec<OwnRow>, Findings) {
    let (mut rows, mut findings) = (Vec::new(), Findings::new());
    let is_form = |sheet: &&Sheet| form_of(sheet) == Some(Form::Activities);
    let Some(sheet) = incoming.workbook.sheets.iter().find(is_form) else {
        return (rows, findings);
    };
    let columns = known_of(Form::Activities);
    let Some(header) = header_row(sheet, Form::Activities, &columns) else {
        return (rows, findings);
    };
    let headers = sheet.rows().find(|(number, _)| *number == header);
    let place = |role: Role| {
        let is_it = |text: &str| {
            let position = position_of(text, &columns);
            position.and_then(|at| columns.get(at)).is_some_and(|column| column.role == role)
        };
        let cells = headers.into_iter().flat_map(|(_, cells)| cells.iter());
        cells.filter(|(_, cell)| is_it(&shown(cell))).map(|(place, _)| place).next()
    };
    let places = [Role::ActivityId, Role::Title, Role::Area].map(place);
    let [Some(id_place), Some(title_place), area_place] = places else {
        return (rows, findings);
    };
    for (number, cells) in sheet.rows().filter(|(number, _)| *number > header) {
        let text = |place: u32| cells.get(place).map(shown).unwrap_or_default().into_owned();
        let own = ActivityId::parse(&text(id_place)).ok().filter(|id| is_own(id.as_str()));
        let is_new = |id: &ActivityId| !catalogue.activities.contains_key(id);
        let Some(id) = own.filter(is_new) else { continue };
        let title = text(title_place);
        if title.is_empty() || rows.iter().any(|row: &OwnRow| row.id == id) {
            continue;
        }
        match area(cells, area_place, catalogue) {
            Ok(area) => rows.push(OwnRow { id, title, area }),
            Err(fact) => {
                let place = area_place.unwrap_or(id_place);
                findings.push(incoming.cell(&sheet.name, (number, place)), fact);
            }
        }
    }
    (rows, findings)
}

fn area(cells: &Row, place: Option<u32>, catalogue: &Catalogue) -> Result<AreaId, Fact> {
    let found = place.and_then(|place| cells.get(place)).map(shown).unwrap_or_default();
    let found = found.into_owned();
    let wanted = fold(&found);
    let is_it = |area: &&Area| {
        [&area.label, &area.label_en].iter().any(|label| fold(label) == wanted)
            || area.id.as_str() == wanted
    };
    if let Some(area) = catalogue.areas.iter().find(is_it) {
        return Ok(area.id.clone());
    }
    let allowed: Vec<String> = catalogue.areas.iter().map(|area| area.label.clone()).collect();
    let nearest = nearest(&found, allowed.iter().map(String::as_str)).map(str::to_owned);
    Err(Fact::ImportValue { found, allowed, nearest })
}
