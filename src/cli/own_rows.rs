//! Activities that people added as rows of a workbook: known to the catalogue from then on.

use std::path::PathBuf;
use std::sync::Arc;

use super::failure::Refused;
use super::output::Console;
use super::session::Opened;
use crate::domain::{ActivityId, Catalogue};
use crate::exchange::{Incoming, own_rows};
use crate::finding::Findings;
use crate::{store, text};

/// The file that will hold the new activities, and what it will say.
pub(super) struct NewActivities {
    path: PathBuf,
    content: String,
    ids: Vec<ActivityId>,
}

/// Looks for new activities in workbooks, and makes them known to the catalogue; `None` where there
/// are none.
pub(super) fn find(
    opened: &mut Opened,
    workbooks: &[Incoming<'_>],
) -> anyhow::Result<Option<NewActivities>> {
    let (mut rows, mut findings) = (Vec::new(), Findings::new());
    for incoming in workbooks {
        let (new, wrong) = own_rows(*incoming, &opened.catalogue);
        findings.extend(wrong);
        rows.extend(new);
    }
    if findings.has_errors() {
        return Err(Refused(findings).into());
    }
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    // Two departments' copies may have the same row. Where the titles differ, the import refuses the
    // second (IMP043).
    rows.dedup_by(|a, b| a.id == b.id);
    if rows.is_empty() {
        return Ok(None);
    }
    let path = opened.local.join(store::WORKBOOK_NAME);
    let of_row = |row: &crate::exchange::OwnRow| store::OwnActivity {
        id: row.id.to_string(),
        area: row.area.to_string(),
        title: row.title.clone(),
        // What is read here goes into a file, so it is in the files' language.
        description: "Kommunens egen aktivitet, tilføjet som en række i en projektmappe."
            .to_owned(),
        replaces: None,
    };
    let new = store::format_own(&rows.iter().map(of_row).collect::<Vec<_>>())?;
    let file = path.display().to_string();
    let (local, _) = store::parse_local(&file, &new, &opened.catalogue).map_err(Refused)?;
    let earlier = earlier(opened, &path)?;
    let all: Vec<store::OwnActivity> = earlier.into_iter().chain(rows.iter().map(of_row)).collect();
    opened.catalogue = Arc::new(Catalogue::clone(&opened.catalogue).with_local(local));
    let ids = rows.into_iter().map(|row| row.id).collect();
    Ok(Some(NewActivities { path, content: store::format_own(&all)?, ids }))
}

/// What earlier workbooks added.
fn earlier(opened: &Opened, path: &std::path::Path) -> anyhow::Result<Vec<store::OwnActivity>> {
    if !store::exists(path) {
        return Ok(Vec::new());
    }
    let shared = opened.files.parse().map_err(Refused)?;
    let text = store::read_text(path)?;
    let (local, _) =
        store::parse_local(&path.display().to_string(), &text, &shared).map_err(Refused)?;
    let activities = local.activities.into_values().map(|activity| store::OwnActivity {
        id: activity.id.to_string(),
        area: activity.area.to_string(),
        title: activity.title,
        description: activity.description,
        replaces: activity.replaces.map(|id| id.to_string()),
    });
    Ok(activities.collect())
}

impl NewActivities {
    /// Writes the file. Before the assessment: one that names an unknown activity cannot be read.
    pub(super) fn write(&self, console: Console<'_>) -> anyhow::Result<()> {
        if let Some(folder) = self.path.parent() {
            store::create_folder(folder)?;
        }
        store::write_atomically(&self.path, self.content.as_bytes())?;
        let ids: Vec<&str> = self.ids.iter().map(ActivityId::as_str).collect();
        console.say(&text::own_rows_added(
            console.lang,
            &ids.join(", "),
            &self.path.display().to_string(),
        ));
        Ok(())
    }
}
