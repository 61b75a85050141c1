//! `history`: what was changed, when, by whom and how, the newest first.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::document::{Align, Column, Document, Room, Table};
use super::records::Records;
use crate::domain::{
    ActivityId, Date, JournalEntry, Method, Recorded, RecordedChange, RecordedDecision, Timestamp,
};
use crate::text::{self, Lang};

/// What a journal tells.
#[derive(Debug)]
pub struct HistoryReport<'a> {
    /// Every entry, oldest first.
    pub entries: &'a [JournalEntry],
    /// Numbers of those that are taken back.
    pub undone: &'a [u64],
    /// Only these activities; empty is all, and what stands above them.
    pub activities: &'a BTreeSet<ActivityId>,
    /// Only from this day on.
    pub since: Option<Date>,
    /// Where the reader is.
    pub zone: TimeZone,
    /// For the names of levels.
    pub method: &'a Method,
}

impl HistoryReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self) -> Value {
        let entries: Vec<Value> = self
            .chosen()
            .map(|entry| {
                let changes: Vec<Value> = self.changes(entry).map(change_facts).collect();
                let decisions: Vec<Value> = self.decisions(entry).map(decision_facts).collect();
                json!({
                    "number": entry.number,
                    "at": entry.note.at.to_string(),
                    "by": entry.note.by,
                    "command": entry.note.occasion.key(),
                    "about": entry.note.about,
                    "taken-back": self.undone.contains(&entry.number),
                    "changes": changes,
                    "decisions": decisions,
                    "before": entry.before,
                    "after": entry.after,
                })
            })
            .collect();
        json!({ "schema": "risiko.history/1", "entries": entries })
    }

    /// One row per change, for `--format csv`.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = match lang {
            Lang::Da => [
                "Ændring", "Hvornår", "Hvem", "Hvordan", "Nr.", "Trussel", "Felt", "Før", "Nu",
                "Læst i",
            ],
            Lang::En => [
                "Change", "When", "Who", "How", "No.", "Threat", "Field", "Before", "Now",
                "Read in",
            ],
        };
        let rows = self.chosen().flat_map(|entry| {
            self.changes(entry).map(move |change| {
                let [activity, threat, field, old, new, source] = self.cells(lang, change);
                vec![
                    entry.number.to_string(),
                    self.moment(Lang::En, entry.note.at),
                    entry.note.by.clone(),
                    text::history::occasion(lang, entry.note.occasion).to_owned(),
                    activity,
                    threat,
                    field,
                    old,
                    new,
                    source,
                ]
            })
        });
        Records::new(header).with(rows.collect::<Vec<_>>())
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        for entry in self.chosen() {
            self.entry(lang, entry, &mut document);
        }
        if document.blocks.is_empty() {
            document.paragraph(text::history::nothing(lang));
        }
        document
    }

    fn entry(&self, lang: Lang, entry: &JournalEntry, document: &mut Document) {
        let note = &entry.note;
        let mut how = text::history::occasion(lang, note.occasion).to_owned();
        if !note.about.is_empty() {
            how = format!("{how}: {}", text::history::about(lang, &note.about));
        }
        if self.undone.contains(&entry.number) {
            how = format!("{how} – {}", text::history::is_taken_back(lang));
        }
        let when = self.moment(lang, note.at);
        let who = text::history::who(lang, &note.by);
        document.heading(format!("{} · {when} · {who} · {how}", entry.number));
        // That an answer is there is said by the values in it, unless it has none.
        let (presence, values): (Vec<_>, Vec<_>) =
            self.changes(entry).partition(|change| change.path.is_presence());
        let shown = if values.is_empty() { presence } else { values };
        let has_source = shown.iter().any(|change| change.source.is_some());
        if !shown.is_empty() {
            let rows = shown.into_iter().map(|change| {
                let cells = self
                    .cells(lang, change)
                    .map(|cell| if cell.is_empty() { "–".to_owned() } else { cell });
                let count = cells.len() - usize::from(!has_source);
                cells.into_iter().take(count).map(Into::into).collect()
            });
            document.table(Table { columns: columns(lang, has_source), rows: rows.collect() });
        }
        let decisions: Vec<String> =
            self.decisions(entry).map(|decision| decided(lang, decision)).collect();
        if !decisions.is_empty() {
            document.paragraph(format!("{}:", text::history::decided(lang)));
            document.list(decisions);
        }
    }

    /// The entries that are shown, newest first.
    fn chosen(&self) -> impl Iterator<Item = &JournalEntry> {
        self.entries.iter().rev().filter(|entry| {
            let is_recent = self.since.is_none_or(|since| self.day(entry.note.at) >= since);
            let is_about = self.activities.is_empty()
                || self.changes(entry).next().is_some()
                || self.decisions(entry).next().is_some();
            is_recent && is_about
        })
    }

    fn changes<'e>(&self, entry: &'e JournalEntry) -> impl Iterator<Item = &'e RecordedChange> {
        entry.note.changes.iter().filter(|change| self.is_asked(change.path.activity.as_ref()))
    }

    fn decisions<'e>(&self, entry: &'e JournalEntry) -> impl Iterator<Item = &'e RecordedDecision> {
        entry.note.decisions.iter().filter(|decision| self.is_asked(Some(&decision.activity)))
    }

    fn is_asked(&self, activity: Option<&ActivityId>) -> bool {
        self.activities.is_empty() || activity.is_some_and(|id| self.activities.contains(id))
    }

    fn day(&self, at: Timestamp) -> Date {
        at.to_zoned_datetime(self.zone.clone()).date()
    }

    fn moment(&self, lang: Lang, at: Timestamp) -> String {
        let zoned = at.to_zoned_datetime(self.zone.clone());
        let time = format!("{:02}:{:02}", zoned.hour(), zoned.minute());
        match lang {
            Lang::Da => format!("{} kl. {time}", text::date(lang, zoned.date())),
            Lang::En => format!("{} {time}", zoned.date()),
        }
    }

    /// Activity, threat, field, before, now, and where it was read; empty is nothing.
    fn cells(&self, lang: Lang, change: &RecordedChange) -> [String; 6] {
        let path = &change.path;
        let value = |value: &Option<Recorded>| {
            value.as_ref().map(|value| self.value(lang, &path.keys, value)).unwrap_or_default()
        };
        [
            path.activity.as_ref().map(ToString::to_string).unwrap_or_default(),
            path.threat.as_ref().map(ToString::to_string).unwrap_or_default(),
            text::history::field(lang, &path.keys),
            value(&change.old),
            value(&change.new),
            change.source.clone().unwrap_or_default(),
        ]
    }

    fn value(&self, lang: Lang, keys: &[String], value: &Recorded) -> String {
        let text = match value {
            Recorded::List(json) => {
                return serde_json::from_str(json)
                    .map_or_else(|_| json.clone(), |list| words(&list));
            }
            Recorded::Text(text) => text,
        };
        if let Some(word) = text::history::value(lang, keys, text) {
            return word.to_owned();
        }
        let level = || {
            let number: u8 = text.parse().ok()?;
            match keys.last()?.as_str() {
                "likelihood" => {
                    let level = self.method.likelihood.level(number)?;
                    Some(text::likelihood(lang, self.method, level))
                }
                "consequence" | "level" => {
                    let level = self.method.consequence.level(number)?;
                    Some(text::consequence(lang, self.method, level))
                }
                _ => None,
            }
        };
        level().unwrap_or_else(|| text.clone())
    }
}

/// What both sides said about a field, and which of the two was taken.
fn decided(lang: Lang, decision: &RecordedDecision) -> String {
    let threat = decision.threat.as_ref().map(|threat| format!(" {threat}")).unwrap_or_default();
    let said = decision.said.iter().enumerate().map(|(number, said)| {
        let value = if said.value.is_empty() { "–" } else { &said.value };
        let is_taken = decision.taken == Some(number);
        let mark = if is_taken { lang.pick(" [valgt]", " [chosen]") } else { "" };
        format!("{value}{mark} ({})", said.place)
    });
    let said: Vec<String> = said.collect();
    let field = text::history::table_field(lang, &decision.field);
    format!("{}{threat} {field}: {}", decision.activity, said.join(" / "))
}

fn columns(lang: Lang, has_source: bool) -> Vec<Column> {
    let mut columns = vec![
        Column::new(lang.pick("Nr.", "No."), Align::Left),
        Column::new(lang.pick("Trussel", "Threat"), Align::Left),
        Column::new(lang.pick("Felt", "Field"), Align::Left),
        Column::new(lang.pick("Før", "Before"), Align::Left),
        Column::new(lang.pick("Nu", "Now"), Align::Left),
    ];
    if has_source {
        let source = Column::new(lang.pick("Læst i", "Read in"), Align::Left);
        columns.push(Column { room: Room::WideOnly, ..source });
    }
    columns
}

fn change_facts(change: &RecordedChange) -> Value {
    let value = |value: &Option<Recorded>| match value {
        None => Value::Null,
        Some(Recorded::Text(text)) => Value::String(text.clone()),
        Some(Recorded::List(json)) => serde_json::from_str(json).unwrap_or(Value::Null),
    };
    json!({
        "activity": change.path.activity.as_ref().map(|id| id.as_str()),
        "threat": change.path.threat.as_ref().map(|id| id.as_str()),
        "field": change.path.keys,
        "old": value(&change.old),
        "new": value(&change.new),
        "from": change.source,
    })
}

fn decision_facts(decision: &RecordedDecision) -> Value {
    let said: Vec<Value> = decision
        .said
        .iter()
        .map(|said| json!({ "place": said.place, "value": said.value }))
        .collect();
    json!({
        "activity": decision.activity.as_str(),
        "threat": decision.threat.as_ref().map(|id| id.as_str()),
        "field": decision.field,
        "said": said,
        "taken": decision.taken,
    })
}

/// A list as people read it: entries behind semicolons, the values of an entry behind commas.
fn words(json: &Value) -> String {
    match json {
        Value::Array(list) => list.iter().map(words).collect::<Vec<_>>().join("; "),
        Value::Object(map) => map.values().map(words).collect::<Vec<_>>().join(", "),
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
