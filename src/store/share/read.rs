//! JSON to [`Shared`], all mistakes in one run.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::{DIGEST, SCHEMA_NAME, SCHEMA_VERSION, digest};
use crate::domain::{
    ActivityAnswer, ActivityId, AreaId, Assessment, Band, CatalogueRef, Colour, Consequence,
    Consequences, Date, Dimension, Level, Likelihood, Method, MethodId, MethodRef,
    MunicipalityCode, Perspective, RiskAnswer, Scale, Shared, SharedActivity, SharedCounts,
    SharedThreat, Status, Symmetry, ThreatAnswer, ThreatId, Treatment, Witness,
};
use crate::finding::{Axis, Fact, Findings, ShareFault};
use crate::store::assessment::{consequences, municipality_code, perspectives};
use crate::store::catalogue::references::{activity_id, dangling, measure_id, threat_id};
use crate::store::method::{
    band_id, level_of, method_id, named_band, read_bands, read_matrix, scale,
};
use crate::store::reader::{MapReader, Reader};
use crate::store::yaml::{MAX_BYTES, Node, place};

/// An exchange file whose content is what its digest says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedFile {
    /// What it says. Its method has yet to pass `engine::check_share`.
    pub shared: Shared,
    /// Digest over the content, as it stands in the file.
    pub digest: String,
}

/// Reads an exchange file. Knows no catalogue: ids that the receiver's does not have are kept.
///
/// # Errors
/// Every finding: `SHR…`, `YML…` for its form, `ASM…`, `MTX…` and `CAT…` for what it says.
pub fn parse_share(file: &str, text: &str) -> Result<SharedFile, Findings> {
    let fail = |line, column, fact| {
        let mut findings = Findings::new();
        findings.push(place(file, text, line, column), fact);
        findings
    };
    if text.len() > MAX_BYTES {
        return Err(fail(1, 1, Fact::YamlLimit { what: "bytes", limit: MAX_BYTES }));
    }
    let json: Json =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            let fault = if error.is_eof() { ShareFault::CutOff } else { ShareFault::Syntax };
            fail(error.line().max(1), error.column().max(1), Fact::NoShare { fault })
        })?;
    let found = digest(&json);
    let read = |reader: &Reader<'_>, root: &Node| read_file(reader, root, &found);
    Reader::run(file, text, read).map(|(file, _, _)| file)
}

fn read_file(reader: &Reader<'_>, root: &Node, found: &str) -> Option<SharedFile> {
    let map = reader.map(root)?;
    if map.required("schema").is_some_and(|node| !is_readable(reader, node)) {
        return None;
    }
    let digest = map.required(DIGEST).and_then(|node| {
        let stated = reader.text(node)?;
        if stated != found {
            let (stated, found) = (stated.to_owned(), found.to_owned());
            reader.report(node, Fact::ShareChanged { stated, found });
        }
        Some(stated.to_owned())
    });
    let with_reasons = map.required("with-reasons").and_then(|node| reader.boolean(node));
    let header = read_header(reader, &map);
    let (scales, method) =
        map.required("method").map_or_else(Default::default, |node| read_method(reader, node));
    let threats = map.list("threats");
    let activities = map.list("activities");
    map.finish();

    let threats = read_threats(reader, threats);
    // A mistake in the method must not hide those below it; only the scales are needed there.
    let mut reading = Reading {
        reader,
        scales: &scales,
        threats: &threats,
        with_reasons,
        activities: BTreeMap::new(),
        counts: BTreeMap::new(),
    };
    let mut answers = BTreeMap::new();
    for node in activities {
        let Some((id, answer)) = reading.activity(node) else { continue };
        if answers.insert(id.clone(), answer).is_some() {
            reader.report(node, Fact::DuplicateId { id: id.to_string() });
        }
    }
    let (activities, counts) = (reading.activities, reading.counts);
    let (header, method) = (header?, method?);
    let shared = Shared {
        assessment: Assessment {
            municipality: header.municipality,
            municipality_name: header.municipality_name,
            round: header.round,
            as_of: header.as_of,
            catalogue: header.catalogue,
            method: MethodRef { id: method.id.clone(), version: method.version },
            perspectives: header.perspectives,
            activities: answers,
            own_sheets: Vec::new(),
        },
        method,
        activities,
        threats,
        counts,
        with_reasons: with_reasons?,
    };
    Some(SharedFile { shared, digest: digest? })
}

/// Whether the form is one that we know. What a newer one has is not wrong, and what it means nobody
/// here knows, so nothing else is said of it.
fn is_readable(reader: &Reader<'_>, node: &Node) -> bool {
    let Some(text) = reader.text(node) else { return false };
    match text.strip_prefix(SCHEMA_NAME).and_then(|version| version.parse::<u32>().ok()) {
        Some(SCHEMA_VERSION) => return true,
        Some(version) if version > SCHEMA_VERSION => {
            let (found, known) = (version.to_string(), SCHEMA_VERSION);
            reader.report(node, Fact::NewerSchema { found, known });
        }
        _ => reader.report(node, Fact::NoShare { fault: ShareFault::OtherFile }),
    }
    false
}

struct Header {
    municipality: MunicipalityCode,
    municipality_name: String,
    round: String,
    as_of: Date,
    catalogue: CatalogueRef,
    perspectives: Vec<Perspective>,
}

fn read_header(reader: &Reader<'_>, map: &MapReader<'_>) -> Option<Header> {
    let municipality = map.required("municipality").and_then(|node| {
        let map = reader.map(node)?;
        let code = map.required("code").and_then(|node| municipality_code(reader, node));
        let name = map.text("name");
        map.finish();
        code.zip(name)
    });
    let round = map.text("round");
    let as_of = map.required("as-of").and_then(|node| reader.date(node));
    let catalogue = map.required("catalogue").and_then(|node| {
        let map = reader.map(node)?;
        let (id, version, digest) = (map.text("id"), map.text("version"), map.text("digest"));
        map.finish();
        Some(CatalogueRef { id: id?, version: version?, digest: digest? })
    });
    let perspectives = map.required("perspectives").and_then(|node| perspectives(reader, node));
    let (municipality, municipality_name) = municipality?;
    Some(Header {
        municipality,
        municipality_name,
        round: round?,
        as_of: as_of?,
        catalogue: catalogue?,
        perspectives: perspectives?,
    })
}

/// The scales of the method, as far as they are known.
#[derive(Default)]
struct Scales {
    likelihood: Option<Scale<Likelihood>>,
    consequence: Option<Scale<Consequence>>,
}

fn read_method(reader: &Reader<'_>, node: &Node) -> (Scales, Option<Method>) {
    let Some(map) = reader.map(node) else { return Default::default() };
    let id = map.required("id").and_then(|node| method_id(reader, node));
    let version = map.required("version").and_then(|node| reader.parse(node, "whole number"));
    let symmetric = map.required("symmetric").and_then(|node| reader.boolean(node));
    let likelihood = map
        .required("likelihood")
        .and_then(|node| scale(reader, node, Axis::Likelihood, read_level));
    let consequence = map
        .required("consequence")
        .and_then(|node| scale(reader, node, Axis::Consequence, read_level));
    let bands = map.required("bands").and_then(|node| read_bands(reader, node, read_band));
    let matrix = map.required("matrix");
    let witnesses = map.list("witnesses");
    map.finish();

    let scales = Scales { likelihood: likelihood.clone(), consequence: consequence.clone() };
    let rest = Rest { id, version, symmetric, bands, matrix, witnesses };
    let method = likelihood.zip(consequence).and_then(|axes| rest.method(reader, axes));
    (scales, method)
}

/// What a method has beside its scales.
struct Rest<'n> {
    id: Option<MethodId>,
    version: Option<u32>,
    symmetric: Option<bool>,
    bands: Option<Vec<Band>>,
    matrix: Option<&'n Node>,
    witnesses: &'n [Node],
}

impl Rest<'_> {
    fn method(
        self,
        reader: &Reader<'_>,
        (likelihood, consequence): (Scale<Likelihood>, Scale<Consequence>),
    ) -> Option<Method> {
        let bands = self.bands?;
        let shape = (consequence.top_number(), likelihood.top_number());
        let matrix = self.matrix.and_then(|node| read_matrix(reader, node, shape, &bands));
        let witnesses = self.witnesses.iter().filter_map(|node| {
            let map = reader.map(node)?;
            let row = map.required("consequence");
            let row = row.and_then(|node| level_of(reader, node, &consequence, Axis::Consequence));
            let column = map.required("likelihood");
            let column =
                column.and_then(|node| level_of(reader, node, &likelihood, Axis::Likelihood));
            let band = map.required("band").and_then(|node| named_band(reader, node, &bands));
            map.finish();
            Some(Witness::without_words(row?, column?, band?))
        });
        let witnesses = witnesses.collect();
        let id = self.id?;
        Some(Method {
            version: self.version?,
            title: id.to_string(),
            title_en: id.to_string(),
            id,
            source: String::new(),
            likelihood,
            consequence,
            bands,
            matrix: matrix?,
            symmetry: if self.symmetric? { Symmetry::Symmetric } else { Symmetry::Asymmetric },
            witnesses,
            legend: Vec::new(),
        })
    }
}

fn read_level(reader: &Reader<'_>, node: &Node, _: Axis) -> Option<Level> {
    let map = reader.map(node)?;
    let number = map.required("level").and_then(|node| reader.parse(node, "whole number"));
    let (label, label_en) = (map.text("label"), map.text("label-en"));
    map.finish();
    Some(Level {
        number: number?,
        label: label?,
        label_en: label_en?,
        brief: None,
        definition: String::new(),
        examples: Vec::new(),
        elsewhere: BTreeMap::new(),
    })
}

fn read_band(reader: &Reader<'_>, node: &Node) -> Option<Band> {
    let map = reader.map(node)?;
    let rank = map.required("rank").and_then(|node| reader.parse(node, "whole number"));
    let id = map.required("id").and_then(|node| band_id(reader, node));
    let (label, label_en) = (map.text("label"), map.text("label-en"));
    let colour = map.required("colour").and_then(|node| reader.choice(node, &Colour::KEYS));
    let requires_treatment =
        map.required("requires-treatment").and_then(|node| reader.boolean(node));
    map.finish();
    Some(Band {
        rank: rank?,
        id: id?,
        label: label?,
        label_en: label_en?,
        colour: colour?,
        requires_treatment: requires_treatment?,
        response: String::new(),
    })
}

fn read_threats(reader: &Reader<'_>, nodes: &[Node]) -> BTreeMap<ThreatId, SharedThreat> {
    let mut threats = BTreeMap::new();
    for node in nodes {
        let Some(map) = reader.map(node) else { continue };
        let id = map.required("id").and_then(|node| threat_id(reader, node));
        let listed = map.list("dimensions").iter();
        let dimensions: Vec<Dimension> =
            listed.filter_map(|node| reader.choice(node, &Dimension::KEYS)).collect();
        let rights = map.required("rights").and_then(|node| reader.boolean(node));
        map.finish();
        let (Some(id), Some(rights)) = (id, rights) else { continue };
        if dimensions.is_empty() && !rights {
            reader.report(node, Fact::ThreatHitsNothing {});
        }
        if threats.insert(id.clone(), SharedThreat { dimensions, rights }).is_some() {
            reader.report(node, Fact::DuplicateId { id: id.to_string() });
        }
    }
    threats
}

/// The answers that are being read.
struct Reading<'a> {
    reader: &'a Reader<'a>,
    scales: &'a Scales,
    threats: &'a BTreeMap<ThreatId, SharedThreat>,
    /// Missing: it is not said, which is a mistake of its own.
    with_reasons: Option<bool>,
    activities: BTreeMap<ActivityId, SharedActivity>,
    counts: BTreeMap<(ActivityId, Option<ThreatId>), SharedCounts>,
}

impl Reading<'_> {
    fn activity(&mut self, node: &Node) -> Option<(ActivityId, ActivityAnswer)> {
        let reader = self.reader;
        let map = reader.map(node)?;
        let id = map.required("id").and_then(|node| activity_id(reader, node));
        let area = map.required("area").and_then(|node| area_id(reader, node));
        let replaces = map.optional("replaces").and_then(|node| activity_id(reader, node));
        let status = map.required("status").and_then(|node| reader.choice(node, &Status::KEYS));
        let status_reason = map.optional_text("status-reason");
        let figures = map.optional("consequence");
        let figures =
            figures.map(|node| consequences(reader, node, self.scales.consequence.as_ref()));
        let (direct, counts) = self.risk(&map);
        let threats = map.list("threats");
        map.finish();
        let mut answers = BTreeMap::new();
        let mut counted = Vec::new();
        for item in threats {
            let Some((threat, answer, counts)) = self.threat(item) else { continue };
            if answers.insert(threat.clone(), answer).is_some() {
                reader.report(item, Fact::DuplicateId { id: threat.to_string() });
            }
            counted.push((Some(threat), counts));
        }
        let id = id?;
        let counted = counted.into_iter().chain([(None, counts)]);
        for (threat, counts) in counted.filter(|(_, counts)| *counts != SharedCounts::default()) {
            self.counts.insert((id.clone(), threat), counts);
        }
        self.activities.insert(id.clone(), SharedActivity { area: area?, replaces });
        let answer = ActivityAnswer {
            status: status?,
            status_reason,
            consequences: figures.unwrap_or_else(Consequences::default),
            direct,
            threats: answers,
            ..ActivityAnswer::default()
        };
        Some((id, answer))
    }

    fn threat(&self, node: &Node) -> Option<(ThreatId, ThreatAnswer, SharedCounts)> {
        let reader = self.reader;
        let map = reader.map(node)?;
        let id = map.required("id").and_then(|node| {
            let id = threat_id(reader, node)?;
            if !self.threats.contains_key(&id) {
                // What it hits is not said, so that its band would be a guess.
                let known = self.threats.keys().map(ThreatId::as_str);
                dangling(reader, node, id.as_str(), known);
            }
            Some(id)
        });
        let not_relevant = map.flag("not-relevant");
        let reason = map.optional_text("not-relevant-reason");
        let (risk, counts) = self.risk(&map);
        map.finish();
        let not_relevant = not_relevant.then(|| reason.unwrap_or_default());
        Some((id?, ThreatAnswer { not_relevant, risk, extra: BTreeMap::new() }, counts))
    }

    /// The figures of one risk; the keys are the same directly and per threat.
    fn risk(&self, map: &MapReader<'_>) -> (RiskAnswer, SharedCounts) {
        let reader = self.reader;
        let likelihood = |node: &Node| {
            level_of(reader, node, self.scales.likelihood.as_ref()?, Axis::Likelihood)
        };
        let consequence = |node: &Node| {
            level_of(reader, node, self.scales.consequence.as_ref()?, Axis::Consequence)
        };
        let count = |key: &'static str| {
            let node = map.optional(key);
            node.and_then(|node| reader.parse(node, "whole number")).unwrap_or_default()
        };
        let ids = map.list("measures").iter();
        let ids = ids.filter_map(|node| measure_id(reader, node).map(|id| id.to_string()));
        let mut measures: Vec<String> = ids.collect();
        let texts = map.texts("measure-texts");
        let counts =
            SharedCounts { other_measures: count("other-measures"), actions: count("actions") };
        // Without reasons no text has come along, with them every measure that has no number.
        let expected = self.with_reasons.map(|with| if with { counts.other_measures } else { 0 });
        if let Some(expected) = expected
            && u32::try_from(texts.len()).ok() != Some(expected)
            && let Some(node) = map.optional("measure-texts").or(map.optional("other-measures"))
        {
            reader.invalid(node, &texts.len().to_string(), &[&expected.to_string()]);
        }
        measures.extend(texts);
        let mut risk = RiskAnswer {
            likelihood: map.optional("likelihood").and_then(likelihood).into(),
            reason: map.optional_text("reason"),
            measures,
            treatment: map
                .optional("treatment")
                .and_then(|node| reader.choice(node, &Treatment::KEYS)),
            ..RiskAnswer::default()
        };
        if let Some(residual) = map.optional("residual").and_then(|node| reader.map(node)) {
            risk.residual_likelihood = residual.optional("likelihood").and_then(likelihood).into();
            risk.residual_consequence =
                residual.optional("consequence").and_then(consequence).into();
            residual.finish();
        }
        (risk, counts)
    }
}

fn area_id(reader: &Reader<'_>, node: &Node) -> Option<AreaId> {
    let text = reader.text(node)?;
    let id = AreaId::parse(text).ok();
    if id.is_none() {
        reader.invalid(node, text, &["a-z, 0-9, -"]);
    }
    id
}
