//! `benchmark`: many municipalities side by side.

mod facts;
mod pages;
mod records;
mod tables;

use serde_json::Value;

use super::document::Document;
use super::{Publication, Records};
use crate::domain::{ActivityId, AreaId, Catalogue, Date, ThreatId};
use crate::engine::benchmark::{Benchmark, Outlier, Row};
use crate::text::Lang;
use crate::text::benchmark as said;

/// What `benchmark` shows.
#[derive(Debug)]
pub struct BenchmarkReport<'a> {
    /// The result, anonymous or not.
    pub benchmark: &'a Benchmark<'a>,
    /// The shared catalogue, for titles.
    pub catalogue: &'a Catalogue,
    /// The newest day that a figure holds for.
    pub day: Date,
    /// How many activities and threats each list has. Missing: a few on a screen, else all.
    pub top: Option<usize>,
    /// Files that could not be used and were left out on request.
    pub skipped: usize,
}

/// Activities and threats in a list on a screen unless told otherwise.
const TOP: usize = 10;
/// Activities that a sentence of the summary names.
const NAMED: usize = 3;

impl Publication for BenchmarkReport<'_> {
    fn title(&self, lang: Lang) -> String {
        let size = said::municipalities(lang, self.benchmark.size);
        match (lang, self.own_name()) {
            (Lang::Da, None) => format!("{size} side om side"),
            (Lang::En, None) => format!("{size} side by side"),
            (Lang::Da, Some(name)) => format!("{size} side om side, set fra {name}"),
            (Lang::En, Some(name)) => format!("{size} side by side, seen from {name}"),
        }
    }

    fn day(&self) -> Date {
        self.day
    }

    fn document(&self, lang: Lang, whole: bool) -> Document {
        let top = self.top.unwrap_or(if whole { usize::MAX } else { TOP });
        self.whole(lang, top)
    }

    fn facts(&self) -> Value {
        self.as_json()
    }

    fn records(&self, lang: Lang) -> Records {
        self.rows(lang)
    }

    fn pages(&self, lang: Lang) -> Vec<(String, Document)> {
        self.sheets(lang)
    }
}

impl BenchmarkReport<'_> {
    fn own_name(&self) -> Option<&str> {
        let own = self.benchmark.own?;
        let members = &self.benchmark.members;
        members.iter().find(|member| member.code == own).map(|member| member.name.as_str())
    }

    fn activity_title(&self, id: &ActivityId) -> &str {
        self.catalogue.activities.get(id).map_or("", |activity| activity.title.as_str())
    }

    fn threat_title(&self, id: &ThreatId) -> &str {
        self.catalogue.threats.get(id).map_or("", |threat| threat.title.as_str())
    }

    fn area_title(&self, lang: Lang, id: &AreaId) -> &str {
        self.catalogue.area(id).map_or("", |area| lang.pick(&area.label, &area.label_en))
    }

    /// Rows in which we stand beyond the median, those first in which most others stand on the
    /// other side.
    fn beyond_median(&self, is_worse: bool) -> Vec<&Row<ActivityId>> {
        let beyond = |row: &&Row<ActivityId>| match (&row.own, row.middle) {
            (Some(own), Some(middle)) if is_worse => own.rank > middle.median.to,
            (Some(own), Some(middle)) => own.rank < middle.median.from,
            _ => false,
        };
        let others = |row: &&Row<ActivityId>| {
            let position = row.own.as_ref().and_then(|own| own.position);
            let others = position.map(|p| if is_worse { p.lower } else { p.higher });
            std::cmp::Reverse((others, row.own.as_ref().map(|own| own.rank)))
        };
        let mut rows: Vec<_> = self.benchmark.activities.iter().filter(beyond).collect();
        rows.sort_by_key(others);
        rows
    }

    /// Every outlier with its activity, in the order of activities.
    fn outliers(&self) -> impl Iterator<Item = (&Row<ActivityId>, &Outlier)> {
        let rows = self.benchmark.activities.iter();
        rows.flat_map(|row| row.outliers.iter().map(move |outlier| (row, outlier)))
    }

    /// The summary: what the head of a department reads first.
    fn summary(&self, lang: Lang) -> Vec<String> {
        let of = self.benchmark;
        let mut lines = vec![said::sides(lang, of)];
        if !of.is_anonymous {
            let is_whole = |row: &&Row<ActivityId>| {
                row.coverage.not_assessed == 0 && row.coverage.assessed > 0
            };
            let by_all = of.activities.iter().filter(is_whole).count();
            lines.push(said::assessed_by_all(lang, by_all, of.activities.len()));
        }
        if let Some(name) = self.own_name() {
            let (worse, milder) = (self.beyond_median(true), self.beyond_median(false));
            let compared = of.activities.iter().filter(|row| row.own.is_some()).count();
            lines.push(said::own_place(lang, name, worse.len(), milder.len(), compared));
            let first = lang.pick("Se først på", "Look first at");
            lines.extend(self.named(first, &worse));
        }
        let disagreed = of.by_disagreement();
        let open: Vec<_> =
            disagreed.into_iter().filter(|row| row.agreement.is_some_and(|a| a < 1.0)).collect();
        let is_withheld = |row: &Row<ActivityId>| row.agreement.is_none();
        let is_part = of.is_anonymous
            && (of.withheld.activities > 0 || of.activities.iter().any(is_withheld));
        lines.extend(self.named(said::disagree_most(lang, is_part), &open));
        lines.extend(of.alpha.map(|alpha| said::alpha(lang, alpha)));
        let outliers = self.outliers().count();
        if outliers > 0 {
            lines.push(said::outlier_count(lang, outliers));
        }
        if self.skipped > 0 {
            lines.push(said::skipped(lang, self.skipped));
        }
        lines.extend(of.left_out.iter().map(|left_out| said::left_out(lang, left_out)));
        if of.is_anonymous && of.left_out_count > 0 {
            lines.push(said::left_out_count(lang, of.left_out_count));
        }
        lines
    }

    /// A sentence that names the first few of some activities.
    fn named(&self, what: &str, rows: &[&Row<ActivityId>]) -> Option<String> {
        let few = rows.iter().take(NAMED);
        let few: Vec<String> =
            few.map(|row| format!("{} {}", row.key, self.activity_title(&row.key))).collect();
        (!few.is_empty()).then(|| format!("{what}: {}.", few.join("; ")))
    }
}
