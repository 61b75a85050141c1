//! Method files: YAML to [`Method`].

use std::collections::{BTreeMap, BTreeSet};

use super::reader::Reader;
use super::yaml::Node;
use crate::domain::{
    Band, BandId, Colour, LegendRange, Level, LevelNumber, Matrix, Meaning, Method, MethodId,
    Perspective, Scale, Symmetry, Witness,
};
use crate::finding::{Axis, Fact, Findings, nearest};

/// Reads a method file.
///
/// # Errors
/// Every finding about the form of the file (`YML…`), and those of `MTX…` without which there is
/// no matrix: gaps, unknown bands, broken scales. What a complete matrix says is `engine`'s to
/// check.
pub fn parse_method(file: &str, text: &str) -> Result<Method, Findings> {
    Reader::run(file, text, read_method).map(|(method, _, _)| method)
}

fn read_method(reader: &Reader<'_>, root: &Node) -> Option<Method> {
    let map = reader.map(root)?;
    let id = map.required("id").and_then(|node| method_id(reader, node));
    let version = map.required("version").and_then(|node| reader.parse(node, "whole number"));
    let title = map.text("title");
    let title_en = map.text("title-en");
    let source = map.text("source");
    let likelihood = map
        .required("likelihood")
        .and_then(|node| scale(reader, node, Axis::Likelihood, read_level));
    let consequence = map
        .required("consequence")
        .and_then(|node| scale(reader, node, Axis::Consequence, read_level));
    let bands = map.required("bands").and_then(|node| read_bands(reader, node, read_band));
    let matrix_node = map.required("matrix");
    let symmetric = map.required("symmetric").and_then(|node| reader.boolean(node));
    let (witnesses, legend) = (map.list("witnesses"), map.list("legend"));
    map.finish();

    let (likelihood, consequence, bands) = (likelihood?, consequence?, bands?);
    let shape = (consequence.top_number(), likelihood.top_number());
    let matrix = matrix_node.and_then(|node| read_matrix(reader, node, shape, &bands));
    let witnesses = witnesses
        .iter()
        .filter_map(|node| read_witness(reader, node, &likelihood, &consequence, &bands))
        .collect();
    let legend = legend.iter().filter_map(|node| read_legend(reader, node, &bands)).collect();
    Some(Method {
        id: id?,
        version: version?,
        title: title?,
        title_en: title_en?,
        source: source?,
        likelihood,
        consequence,
        bands,
        matrix: matrix?,
        symmetry: if symmetric? { Symmetry::Symmetric } else { Symmetry::Asymmetric },
        witnesses,
        legend,
    })
}

pub(super) fn method_id(reader: &Reader<'_>, node: &Node) -> Option<MethodId> {
    let text = reader.text(node)?;
    let id = MethodId::parse(text).ok();
    if id.is_none() {
        reader.invalid(node, text, &["a-z, 0-9, -"]);
    }
    id
}

/// A scale whose levels are read by `read_level`.
pub(super) fn scale<L: LevelNumber>(
    reader: &Reader<'_>,
    node: &Node,
    axis: Axis,
    read_level: fn(&Reader<'_>, &Node, Axis) -> Option<Level>,
) -> Option<Scale<L>> {
    let items = reader.list(node)?;
    let levels: Vec<Level> =
        items.iter().filter_map(|item| read_level(reader, item, axis)).collect();
    if levels.len() < items.len() {
        return None;
    }
    let found = levels.len();
    let scale = Scale::new(levels);
    if scale.is_none() {
        reader.report(node, Fact::InvalidScale { axis, found });
    }
    scale
}

fn read_level(reader: &Reader<'_>, node: &Node, axis: Axis) -> Option<Level> {
    let map = reader.map(node)?;
    let number = map.required("level").and_then(|node| reader.parse(node, "whole number"));
    let (label, label_en) = (map.text("label"), map.text("label-en"));
    let (brief, definition) = (map.optional_text("brief"), map.text("definition"));
    let examples = map.required("examples").and_then(|node| reader.texts(node));
    let mut elsewhere = BTreeMap::new();
    if axis == Axis::Consequence {
        for perspective in [Perspective::Organisation, Perspective::Society] {
            let meaning = map.optional(perspective.key());
            let meaning = meaning.and_then(|node| read_meaning(reader, node));
            elsewhere.extend(meaning.map(|meaning| (perspective, meaning)));
        }
    }
    map.finish();
    Some(Level {
        number: number?,
        label: label?,
        label_en: label_en?,
        brief,
        definition: definition?,
        examples: examples?,
        elsewhere,
    })
}

fn read_meaning(reader: &Reader<'_>, node: &Node) -> Option<Meaning> {
    let map = reader.map(node)?;
    let (brief, definition) = (map.optional_text("brief"), map.text("definition"));
    let examples = map.required("examples").and_then(|node| reader.texts(node));
    map.finish();
    Some(Meaning { brief, definition: definition?, examples: examples? })
}

/// Bands that are read by `read_band`, mildest first.
pub(super) fn read_bands(
    reader: &Reader<'_>,
    node: &Node,
    read_band: fn(&Reader<'_>, &Node) -> Option<Band>,
) -> Option<Vec<Band>> {
    let items = reader.list(node)?;
    let bands: Vec<Band> = items.iter().filter_map(|item| read_band(reader, item)).collect();
    if bands.len() < items.len() {
        return None;
    }
    let ranked = bands.len() <= usize::from(u8::MAX)
        && (1..=u8::MAX).zip(&bands).all(|(rank, band)| band.rank == rank);
    let ids: BTreeSet<&BandId> = bands.iter().map(|band| &band.id).collect();
    let unique = ids.len() == bands.len();
    if bands.len() < 2 || !ranked || !unique {
        reader.report(node, Fact::InvalidBands {});
        return None;
    }
    Some(bands)
}

fn read_band(reader: &Reader<'_>, node: &Node) -> Option<Band> {
    let map = reader.map(node)?;
    let rank = map.required("rank").and_then(|node| reader.parse(node, "whole number"));
    let id = map.required("id").and_then(|node| band_id(reader, node));
    let (label, label_en) = (map.text("label"), map.text("label-en"));
    let colour = map.required("colour").and_then(|node| reader.choice(node, &Colour::KEYS));
    let requires_treatment =
        map.required("requires-treatment").and_then(|node| reader.boolean(node));
    let response = map.text("response");
    map.finish();
    Some(Band {
        rank: rank?,
        id: id?,
        label: label?,
        label_en: label_en?,
        colour: colour?,
        requires_treatment: requires_treatment?,
        response: response?,
    })
}

pub(super) fn band_id(reader: &Reader<'_>, node: &Node) -> Option<BandId> {
    let text = reader.text(node)?;
    let id = BandId::parse(text).ok();
    if id.is_none() {
        reader.invalid(node, text, &["a-z, 0-9, -"]);
    }
    id
}

/// Rows are consequence, columns likelihood; `shape` is (rows, columns).
pub(super) fn read_matrix(
    reader: &Reader<'_>,
    node: &Node,
    shape: (u8, u8),
    bands: &[Band],
) -> Option<Matrix> {
    let map = reader.map(node)?;
    let mut rows = Vec::new();
    for (number, (key, row)) in (1..=u8::MAX).zip(map.entries()) {
        let expected_key = format!("{number}");
        if key.text != expected_key {
            reader.invalid_key(key, &[&expected_key]);
        }
        let Some(cells) = reader.list(row) else { continue };
        let (expected, found) = (usize::from(shape.1), cells.len());
        if found != expected {
            reader.report(row, Fact::MatrixGap { row: Some(number), expected, found });
        }
        rows.push(cells.iter().filter_map(|cell| band_position(reader, cell, bands)).collect());
    }
    let (expected, found) = (usize::from(shape.0), map.entries().len());
    if found != expected {
        reader.report(node, Fact::MatrixGap { row: None, expected, found });
    }
    Some(Matrix::from_rows(rows))
}

fn band_position(reader: &Reader<'_>, node: &Node, bands: &[Band]) -> Option<usize> {
    let text = reader.text(node)?;
    let position = bands.iter().position(|band| band.id.as_str() == text);
    if position.is_none() {
        let allowed: Vec<&str> = bands.iter().map(|band| band.id.as_str()).collect();
        let fact = Fact::UnknownBand {
            found: text.to_owned(),
            nearest: nearest(text, allowed.iter().copied()).map(str::to_owned),
            allowed: allowed.into_iter().map(str::to_owned).collect(),
        };
        reader.report(node, fact);
    }
    position
}

fn read_witness(
    reader: &Reader<'_>,
    node: &Node,
    likelihood: &Scale<crate::domain::Likelihood>,
    consequence: &Scale<crate::domain::Consequence>,
    bands: &[Band],
) -> Option<Witness> {
    let map = reader.map(node)?;
    let text = map.text("text");
    let row = map
        .required("consequence")
        .and_then(|node| level_of(reader, node, consequence, Axis::Consequence));
    let column = map
        .required("likelihood")
        .and_then(|node| level_of(reader, node, likelihood, Axis::Likelihood));
    let band = map.required("band").and_then(|node| named_band(reader, node, bands));
    map.finish();
    Some(Witness { text: text?, consequence: row?, likelihood: column?, band: band? })
}

fn read_legend(reader: &Reader<'_>, node: &Node, bands: &[Band]) -> Option<LegendRange> {
    let map = reader.map(node)?;
    let band = map.required("band").and_then(|node| named_band(reader, node, bands));
    let from = map.required("from").and_then(|node| reader.parse(node, "whole number"));
    let to = map.required("to").and_then(|node| reader.parse(node, "whole number"));
    map.finish();
    Some(LegendRange { band: band?, from: from?, to: to? })
}

pub(super) fn named_band(reader: &Reader<'_>, node: &Node, bands: &[Band]) -> Option<BandId> {
    let position = band_position(reader, node, bands)?;
    bands.get(position).map(|band| band.id.clone())
}

/// A level of a scale, by number.
///
/// Findings: `ASM001` where the scale has no such level.
pub(super) fn level_of<L: LevelNumber>(
    reader: &Reader<'_>,
    node: &Node,
    scale: &Scale<L>,
    axis: Axis,
) -> Option<L> {
    let text = reader.text(node)?;
    let level = text.trim().parse().ok().and_then(|number| scale.level(number));
    if level.is_none() {
        let fact = Fact::LevelOutsideScale {
            axis,
            found: text.to_owned(),
            top: scale.top_number(),
            labels: scale.levels().map(|(_, level)| level.into()).collect(),
        };
        reader.report(node, fact);
    }
    level
}
