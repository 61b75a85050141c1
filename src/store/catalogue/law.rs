//! Laws and retention periods.

use crate::domain::{Law, LawKind, RetentionPeriod};
use crate::store::reader::Reader;
use crate::store::yaml::Node;

pub(super) fn read_law(reader: &Reader<'_>, node: &Node) -> Option<Law> {
    let map = reader.map(node)?;
    let name = map.text("name");
    let title = map.optional_text("title");
    let (valid_from, valid_to) = (map.optional_date("valid-from"), map.optional_date("valid-to"));
    let replaced_by = map.texts("replaced-by");
    let kind = map.required("kind").and_then(|node| reader.choice(node, &LawKind::KEYS));
    let note = map.optional_text("note");
    map.finish();
    Some(Law { name: name?, title, kind: kind?, valid_from, valid_to, replaced_by, note })
}

pub(super) fn read_period(reader: &Reader<'_>, node: &Node) -> Option<RetentionPeriod> {
    let map = reader.map(node)?;
    let code = map.text("code");
    let days = map.required("days").and_then(|node| reader.parse(node, "whole number"));
    let (label, label_en) = (map.text("label"), map.text("label-en"));
    let (used_for, source) = (map.text("used-for"), map.text("source"));
    let note = map.optional_text("note");
    map.finish();
    Some(RetentionPeriod {
        code: code?,
        days: days?,
        label: label?,
        label_en: label_en?,
        used_for: used_for?,
        source: source?,
        note,
    })
}
