//! The minutes of a meeting, YAML to [`Meeting`] and back.

use serde::Serialize;

use super::assessment::municipality_code;
use super::catalogue::references::answerable_activity;
use super::method::{level_of, method_id};
use super::reader::Reader;
use super::yaml::Node;
use crate::domain::{
    Catalogue, LevelNumber as _, Meeting, MeetingFigures, MeetingItem, Method, Status, Timestamp,
};
use crate::finding::{Axis, Fact, Findings};

/// Version of the format.
const FORMAT: u32 = 1;

/// Minutes that were read, and what is to be said about the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedMeeting {
    /// The meeting.
    pub meeting: Meeting,
    /// How many comments stand in the file; they would be lost where it is written anew.
    pub comments: usize,
}

/// Reads the minutes of a meeting against the catalogue whose ids they name, and the method whose levels
/// they give.
///
/// # Errors
/// Every finding in the file, with its place: `YML…`, `ASM001`, `ASM002`, `ASM004`, `ASM008`.
pub fn parse_meeting(
    file: &str,
    text: &str,
    catalogue: &Catalogue,
    method: &Method,
) -> Result<LoadedMeeting, Findings> {
    let read = |reader: &Reader<'_>, node: &Node| read_meeting(reader, node, catalogue, method);
    let (meeting, _, comments) = Reader::run(file, text, read)?;
    Ok(LoadedMeeting { meeting, comments })
}

fn read_meeting(
    reader: &Reader<'_>,
    root: &Node,
    catalogue: &Catalogue,
    method: &Method,
) -> Option<Meeting> {
    let map = reader.map(root)?;
    if let Some(node) = map.required("risiko-meeting")
        && let Some(format) = reader.parse::<u32>(node, "whole number")
        && format > FORMAT
    {
        reader.report(node, Fact::NewerSchema { found: format.to_string(), known: FORMAT });
    }
    let municipality =
        map.required("municipality").and_then(|node| municipality_code(reader, node));
    let round = map.text("round");
    let named = map.required("method").and_then(|node| method_id(reader, node));
    let held = map.required("held").and_then(|node| reader.date(node));
    let began = map.required("began").and_then(|node| reader.parse::<Timestamp>(node, "time"));
    let latest = map.required("latest").and_then(|node| reader.parse::<Timestamp>(node, "time"));
    let present = map.texts("present");
    let nodes = map.list("agenda");
    map.finish();
    // Levels are judged by the method that they were given in; of another one nothing is known here.
    let scales = named.as_ref().is_none_or(|named| *named == method.id).then_some(method);
    let mut items: Vec<MeetingItem> = Vec::new();
    for node in nodes {
        let Some(item) = item(reader, node, catalogue, scales) else { continue };
        if items.iter().any(|known| known.id == item.id) {
            reader.report(node, Fact::DuplicateId { id: item.id.to_string() });
            continue;
        }
        items.push(item);
    }
    let (municipality, round, method) = (municipality?, round?, named?);
    let (held, began, latest) = (held?, began?, latest?);
    Some(Meeting { municipality, round, method, held, began, latest, present, items })
}

fn item(
    reader: &Reader<'_>,
    node: &Node,
    catalogue: &Catalogue,
    method: Option<&Method>,
) -> Option<MeetingItem> {
    let map = reader.map(node)?;
    let id = map.required("id").and_then(|node| answerable_activity(reader, node, catalogue));
    let is_extra = map.flag("extra");
    let before = map.required("before").and_then(|node| figures(reader, node, method));
    let after = map.optional("after").and_then(|node| figures(reader, node, method));
    let treated = map.optional("treated").and_then(|node| reader.parse(node, "time"));
    let decision = map.optional_text("decision").unwrap_or_default();
    let question = map.optional_text("question").unwrap_or_default();
    map.finish();
    let (id, before) = (id?, before?);
    Some(MeetingItem { id, is_extra, before, after, treated, decision, question })
}

fn figures(reader: &Reader<'_>, node: &Node, method: Option<&Method>) -> Option<MeetingFigures> {
    let map = reader.map(node)?;
    let status = map.required("status").and_then(|node| reader.choice(node, &Status::KEYS));
    let likelihood = |key| {
        let (node, method) = (map.optional(key)?, method?);
        level_of(reader, node, &method.likelihood, Axis::Likelihood)
    };
    let consequence = |key| {
        let (node, method) = (map.optional(key)?, method?);
        level_of(reader, node, &method.consequence, Axis::Consequence)
    };
    let current = likelihood("likelihood").zip(consequence("consequence"));
    let residual = likelihood("residual-likelihood").zip(consequence("residual-consequence"));
    map.finish();
    Some(MeetingFigures { status: status?, current, residual })
}

/// The minutes as the text of their file. The same meeting always gives the same bytes.
///
/// # Errors
/// The YAML writer refuses a value; with our shapes this does not happen.
pub fn format_meeting(meeting: &Meeting) -> Result<String, serde_saphyr::SerializeError> {
    let options = serde_saphyr::ser_options! {
        folded_wrap_chars: 96,
    };
    serde_saphyr::to_string_with_options(&MeetingOut::from(meeting), options)
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct MeetingOut<'a> {
    risiko_meeting: u32,
    municipality: u16,
    round: &'a str,
    method: &'a str,
    held: String,
    began: String,
    latest: String,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    present: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    agenda: Vec<ItemOut<'a>>,
}

#[derive(Serialize)]
struct ItemOut<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra: Option<bool>,
    before: FiguresOut,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<FiguresOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    treated: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    decision: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    question: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct FiguresOut {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    likelihood: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consequence: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    residual_likelihood: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    residual_consequence: Option<u8>,
}

impl<'a> From<&'a Meeting> for MeetingOut<'a> {
    fn from(meeting: &'a Meeting) -> Self {
        let item = |item: &'a MeetingItem| ItemOut {
            id: item.id.as_str(),
            extra: item.is_extra.then_some(true),
            before: item.before.into(),
            after: item.after.map(FiguresOut::from),
            treated: item.treated.map(|at| at.to_string()),
            decision: &item.decision,
            question: &item.question,
        };
        Self {
            risiko_meeting: FORMAT,
            municipality: meeting.municipality.number(),
            round: &meeting.round,
            method: meeting.method.as_str(),
            held: meeting.held.to_string(),
            began: meeting.began.to_string(),
            latest: meeting.latest.to_string(),
            present: &meeting.present,
            agenda: meeting.items.iter().map(item).collect(),
        }
    }
}

impl From<MeetingFigures> for FiguresOut {
    fn from(figures: MeetingFigures) -> Self {
        Self {
            status: figures.status.key(),
            likelihood: figures.current.map(|(likelihood, _)| likelihood.number()),
            consequence: figures.current.map(|(_, consequence)| consequence.number()),
            residual_likelihood: figures.residual.map(|(likelihood, _)| likelihood.number()),
            residual_consequence: figures.residual.map(|(_, consequence)| consequence.number()),
        }
    }
}
