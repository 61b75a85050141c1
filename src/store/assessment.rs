//! Assessment files: YAML to [`Assessment`], all mistakes in one run.

use std::collections::BTreeMap;

use super::catalogue::references::answerable_activity;
use super::embedded::embedded_method_ids;
use super::method::level_of;
use super::own_sheets;
use super::reader::{MapReader, Reader};
use super::yaml::{Node, Value};
use crate::domain::{
    Acceptance, Action, ActivityAnswer, ActivityId, Assessed, Assessment, BandId, Catalogue,
    CatalogueRef, Consequence, ConsequenceFigure, Consequences, Dimension, Extra, Method, MethodId,
    MethodRef, MunicipalityCode, Origin, Perspective, Rating, RiskAnswer, Scale, Status, System,
    ThreatAnswer, ThreatId, Treatment,
};
use crate::finding::{Axis, Fact, Findings, nearest};

/// Version of the file's form. A file with a higher one was written by a newer `risiko`.
pub(super) const SCHEMA: u32 = 1;

/// The word for a figure that cannot be given.
pub(super) const NOT_APPLICABLE: &str = "not-applicable";

/// Where answers stand in the file they were read from: line by activity and threat.
pub type AnswerLines = BTreeMap<(ActivityId, Option<ThreatId>), usize>;

/// A file that was read without errors.
#[derive(Debug)]
pub struct LoadedAssessment {
    /// What it says.
    pub assessment: Assessment,
    /// The method that it names.
    pub method: Method,
    /// Warnings about the file.
    pub findings: Findings,
    /// How many comments it has, which writing it anew would lose.
    pub comments: usize,
    /// Line of each answer.
    pub lines: AnswerLines,
}

/// Reads an assessment.
///
/// `method` finds a method by id; its error lists the ids that there are.
///
/// # Errors
/// Every finding about the form of the file (`YML…`) and its content (`ASM0…`).
pub fn parse_assessment(
    file: &str,
    text: &str,
    catalogue: &Catalogue,
    method: impl Fn(&MethodId) -> Result<Method, Vec<String>>,
) -> Result<LoadedAssessment, Findings> {
    let read = |reader: &Reader<'_>, root: &Node| {
        let map = reader.map(root)?;
        let (header, method) = read_header(reader, &map, catalogue, &method);
        let activities = map.list("activities");
        let own_sheets = own_sheets::read(reader, map.list("own-sheets"));
        map.finish();
        // A mistake in the header must not hide those below it; only the scales are needed there.
        let method = method?;
        let scope = Scope { reader, catalogue, method: &method };
        let (answers, lines) = scope.activities(activities);
        Some((header?, method, (answers, lines), own_sheets))
    };
    let (read, findings, comments) = Reader::run(file, text, read)?;
    let (header, method, (activities, lines), own_sheets) = read;
    let assessment = Assessment {
        municipality: header.municipality,
        municipality_name: header.municipality_name,
        round: header.round,
        as_of: header.as_of,
        catalogue: header.catalogue,
        method: MethodRef { id: method.id.clone(), version: header.method_version },
        perspectives: header.perspectives,
        activities,
        own_sheets,
    };
    Ok(LoadedAssessment { assessment, method, findings, comments, lines })
}

struct Header {
    municipality: MunicipalityCode,
    municipality_name: String,
    round: String,
    as_of: crate::domain::Date,
    catalogue: CatalogueRef,
    method_version: u32,
    perspectives: Vec<Perspective>,
}

/// The header, and the method where it is known even if something else is wrong.
fn read_header(
    reader: &Reader<'_>,
    map: &MapReader<'_>,
    catalogue: &Catalogue,
    method: &impl Fn(&MethodId) -> Result<Method, Vec<String>>,
) -> (Option<Header>, Option<Method>) {
    let schema = map.required("risiko").and_then(|node| {
        let schema: u32 = reader.parse(node, "whole number")?;
        if schema > SCHEMA {
            let found = schema.to_string();
            reader.report(node, Fact::NewerSchema { found, known: SCHEMA });
        }
        Some(schema)
    });
    let municipality = map.required("municipality").and_then(|node| {
        let map = reader.map(node)?;
        let code = map.required("code").and_then(|node| municipality_code(reader, node));
        let name = map.text("name");
        map.finish();
        code.zip(name)
    });
    let round = map.text("round");
    let as_of = map.required("as-of").and_then(|node| reader.date(node));
    let catalogue =
        map.required("catalogue").and_then(|node| read_catalogue_ref(reader, node, catalogue));
    let (method, method_version) =
        map.required("method").map_or((None, None), |node| read_method_ref(reader, node, method));
    let perspectives = map.required("perspectives").and_then(|node| perspectives(reader, node));
    let header = || {
        schema?;
        let (municipality, municipality_name) = municipality?;
        Some(Header {
            municipality,
            municipality_name,
            round: round?,
            as_of: as_of?,
            catalogue: catalogue?,
            method_version: method_version?,
            perspectives: perspectives?,
        })
    };
    (header(), method)
}

fn read_catalogue_ref(
    reader: &Reader<'_>,
    node: &Node,
    present: &Catalogue,
) -> Option<CatalogueRef> {
    let map = reader.map(node)?;
    let (id, version, digest) = (map.text("id"), map.text("version"), map.text("digest"));
    map.finish();
    let named = CatalogueRef { id: id?, version: version?, digest: digest? };
    let loaded = CatalogueRef::from(present);
    if named != loaded {
        let describe = |reference: &CatalogueRef| {
            format!("{} {} ({})", reference.id, reference.version, reference.digest)
        };
        let fact = Fact::OtherCatalogue { named: describe(&named), present: describe(&loaded) };
        reader.report(node, fact);
    }
    Some(named)
}

fn read_method_ref(
    reader: &Reader<'_>,
    node: &Node,
    method: &impl Fn(&MethodId) -> Result<Method, Vec<String>>,
) -> (Option<Method>, Option<u32>) {
    let Some(map) = reader.map(node) else { return (None, None) };
    let id_node = map.required("id");
    let version: Option<u32> =
        map.required("version").and_then(|node| reader.parse(node, "whole number"));
    map.finish();
    let id = id_node.and_then(|node| Some((node, reader.text(node)?)));
    let Some((id_node, text)) = id else { return (None, version) };
    let found = MethodId::parse(text).map_err(|_| shipped_methods()).and_then(|id| method(&id));
    match found {
        Ok(method) => {
            if let Some(named) = version.filter(|named| *named != method.version) {
                let fact = Fact::OtherMethodVersion { named, present: method.version };
                reader.report(node, fact);
            }
            (Some(method), version)
        }
        Err(allowed) => {
            let nearest = nearest(text, allowed.iter().map(String::as_str)).map(str::to_owned);
            reader
                .report(id_node, Fact::UnknownMethod { found: text.to_owned(), allowed, nearest });
            (None, version)
        }
    }
}

/// What to offer for a text that cannot be the id of any method.
fn shipped_methods() -> Vec<String> {
    embedded_method_ids().iter().map(ToString::to_string).collect()
}

/// What the answers are read against.
struct Scope<'a> {
    reader: &'a Reader<'a>,
    catalogue: &'a Catalogue,
    method: &'a Method,
}

impl Scope<'_> {
    fn activities(&self, items: &[Node]) -> (BTreeMap<ActivityId, ActivityAnswer>, AnswerLines) {
        let (mut answers, mut lines) = (BTreeMap::new(), AnswerLines::new());
        for node in items {
            let Some((id, answer)) = self.activity(node, &mut lines) else { continue };
            if answers.insert(id.clone(), answer).is_some() {
                self.reader.report(node, Fact::DuplicateId { id: id.to_string() });
            }
            lines.insert((id, None), node.line);
        }
        (answers, lines)
    }

    fn activity(
        &self,
        node: &Node,
        lines: &mut AnswerLines,
    ) -> Option<(ActivityId, ActivityAnswer)> {
        let reader = self.reader;
        let map = reader.map(node)?;
        let id = map.required("id").and_then(|node| self.activity_id(node));
        let mut answer = ActivityAnswer {
            status: map
                .required("status")
                .and_then(|node| reader.choice(node, &Status::KEYS))
                .unwrap_or_default(),
            status_reason: map.optional_text("status-reason"),
            consequences: map
                .optional("consequence")
                .map(|node| consequences(reader, node, Some(&self.method.consequence)))
                .unwrap_or_default(),
            direct: self.risk(&map),
            owner: map.optional_text("owner"),
            systems: self.each(map.list("systems"), Self::system),
            note: map.optional_text("note"),
            review_by: map.optional_date("review-by"),
            assessed: map
                .optional("assessed")
                .and_then(|node| self.assessed(node))
                .unwrap_or_default(),
            acceptance: map.optional("acceptance").and_then(|node| self.acceptance(node)),
            extra: self.extra(&map),
            threats: BTreeMap::new(),
        };
        let threats = map.list("threats");
        map.finish();
        let id = id?;
        for item in threats {
            let Some((threat, threat_answer)) = self.threat(item) else { continue };
            if answer.threats.insert(threat.clone(), threat_answer).is_some() {
                reader.report(item, Fact::DuplicateId { id: threat.to_string() });
            }
            lines.insert((id.clone(), Some(threat)), item.line);
        }
        Some((id, answer))
    }

    fn each<T>(&self, items: &[Node], read: impl Fn(&Self, &Node) -> Option<T>) -> Vec<T> {
        items.iter().filter_map(|item| read(self, item)).collect()
    }

    fn activity_id(&self, node: &Node) -> Option<ActivityId> {
        let known = answerable_activity(self.reader, node, self.catalogue);
        if let Some(retired) = known
            .as_ref()
            .and_then(|id| self.catalogue.activities.get(id))
            .and_then(|activity| activity.retired.as_ref())
        {
            let replaced_by = retired.replaced_by.clone();
            let since = retired.since.clone();
            self.reader.report(node, Fact::RetiredActivity { since, replaced_by });
        }
        known
    }

    /// The figures and treatment of one risk; the keys are the same directly and per threat.
    fn risk(&self, map: &MapReader<'_>) -> RiskAnswer {
        let reader = self.reader;
        let likelihood =
            |node: &Node| level_of(reader, node, &self.method.likelihood, Axis::Likelihood);
        let mut risk = RiskAnswer {
            likelihood: map.optional("likelihood").and_then(likelihood).into(),
            reason: map.optional_text("reason"),
            measures: map.texts("measures"),
            treatment: map
                .optional("treatment")
                .and_then(|node| reader.choice(node, &Treatment::KEYS)),
            actions: self.each(map.list("actions"), Self::action),
            ..RiskAnswer::default()
        };
        if let Some(residual) = map.optional("residual").and_then(|node| reader.map(node)) {
            risk.residual_likelihood = residual.optional("likelihood").and_then(likelihood).into();
            risk.residual_consequence = residual
                .optional("consequence")
                .and_then(|node| {
                    level_of(reader, node, &self.method.consequence, Axis::Consequence)
                })
                .into();
            residual.finish();
        }
        risk
    }

    fn threat(&self, node: &Node) -> Option<(ThreatId, ThreatAnswer)> {
        let map = self.reader.map(node)?;
        let id = map.required("id").and_then(|node| self.threat_id(node));
        let answer = ThreatAnswer {
            not_relevant: map.optional_text("not-relevant"),
            risk: self.risk(&map),
            extra: self.extra(&map),
        };
        map.finish();
        Some((id?, answer))
    }

    fn threat_id(&self, node: &Node) -> Option<ThreatId> {
        let text = self.reader.text(node)?;
        let known = ThreatId::parse(text).ok().filter(|id| self.catalogue.threats.contains_key(id));
        if known.is_none() {
            let ids = self.catalogue.threats.keys().map(ThreatId::as_str);
            let fact = Fact::UnknownThreat {
                found: text.to_owned(),
                nearest: nearest(text, ids).map(str::to_owned),
                version: self.catalogue.version.clone(),
            };
            self.reader.report(node, fact);
        }
        known
    }

    fn action(&self, node: &Node) -> Option<Action> {
        let map = self.reader.map(node)?;
        let what = map.text("what");
        let owner = map.optional_text("owner");
        let deadline = map.optional_date("deadline");
        let extra = self.extra(&map);
        map.finish();
        Some(Action { what: what?, owner, deadline, extra })
    }

    fn extra(&self, map: &MapReader<'_>) -> Extra {
        let node = map.optional("extra");
        node.map(|node| own_sheets::read_extra(self.reader, node)).unwrap_or_default()
    }

    fn system(&self, node: &Node) -> Option<System> {
        let map = self.reader.map(node)?;
        let name = map.text("name");
        let processor = map.optional_text("processor");
        let max_downtime_hours = map
            .optional("max-downtime-hours")
            .and_then(|node| self.reader.parse(node, "whole number"));
        map.finish();
        Some(System { name: name?, processor, max_downtime_hours })
    }

    fn assessed(&self, node: &Node) -> Option<Assessed> {
        let map = self.reader.map(node)?;
        let assessed = Assessed { by: map.optional_text("by"), on: map.optional_date("on") };
        map.finish();
        Some(assessed)
    }

    /// A band that was accepted; the method may have others by now.
    fn band(&self, node: &Node) -> Option<BandId> {
        let text = self.reader.text(node)?;
        let band = BandId::parse(text).ok();
        if band.is_none() {
            let bands = self.method.bands.iter().map(|band| band.id.to_string());
            let (found, allowed) = (text.to_owned(), bands.collect());
            self.reader.report(node, Fact::InvalidValue { found, allowed, nearest: None });
        }
        band
    }

    fn acceptance(&self, node: &Node) -> Option<Acceptance> {
        let map = self.reader.map(node)?;
        let (by, role) = (map.text("by"), map.text("role"));
        let on = map.required("on").and_then(|node| self.reader.date(node));
        let until = map.optional_date("until");
        let band = |key| map.optional(key).and_then(|node| self.band(node));
        let (current, residual) = (band("current"), band("residual"));
        let digest = map.text("digest");
        map.finish();
        Some(Acceptance {
            by: by?,
            role: role?,
            on: on?,
            until,
            current,
            residual,
            digest: digest?,
        })
    }
}

/// Figures by perspective and dimension; where there is no scale, only their form is looked at.
pub(super) fn consequences(
    reader: &Reader<'_>,
    node: &Node,
    scale: Option<&Scale<Consequence>>,
) -> Consequences {
    let mut figures = BTreeMap::new();
    let Some(map) = reader.map(node) else { return Consequences::default() };
    for perspective in Perspective::ALL {
        let Some(node) = map.optional(perspective.key()) else { continue };
        let Some(by_dimension) = reader.map(node) else { continue };
        for dimension in Dimension::ALL {
            let node = by_dimension.optional(dimension.key());
            if let Some(figure) = node.and_then(|node| figure(reader, node, scale)) {
                figures.insert((perspective, dimension), figure);
            }
        }
        by_dimension.finish();
    }
    map.finish();
    Consequences { figures }
}

fn figure(
    reader: &Reader<'_>,
    node: &Node,
    scale: Option<&Scale<Consequence>>,
) -> Option<ConsequenceFigure> {
    let map = reader.map(node)?;
    let rating = map.required("level").and_then(|node| {
        if matches!(&node.value, Value::Scalar(text) if text == NOT_APPLICABLE) {
            return Some(Rating::NotApplicable);
        }
        level_of(reader, node, scale?, Axis::Consequence).map(Rating::Rated)
    });
    let origin = map.required("origin").and_then(|node| reader.choice(node, &Origin::KEYS));
    let reason = map.optional_text("reason");
    map.finish();
    Some(ConsequenceFigure { rating: rating?, origin: origin?, reason })
}

pub(super) fn municipality_code(reader: &Reader<'_>, node: &Node) -> Option<MunicipalityCode> {
    let text = reader.text(node)?;
    let code = MunicipalityCode::parse(text).ok();
    if code.is_none() {
        reader.invalid(node, text, &["1–999"]);
    }
    code
}

/// Whose consequences count; the data subject must be among them.
pub(super) fn perspectives(reader: &Reader<'_>, node: &Node) -> Option<Vec<Perspective>> {
    let items = reader.list(node)?;
    let list: Vec<Perspective> =
        items.iter().filter_map(|item| reader.choice(item, &Perspective::KEYS)).collect();
    if list.len() == items.len() && !list.contains(&Perspective::DataSubject) {
        reader.report(node, Fact::DataSubjectMissing {});
    }
    Some(list)
}
