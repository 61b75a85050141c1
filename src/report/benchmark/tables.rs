//! Rows as tables with small pictures, and what stands below them in words.

use super::BenchmarkReport;
use crate::domain::Band;
use crate::engine::benchmark::{Counts, MeasureName, MemberSummary, Row};
use crate::report::document::{Align, BarPart, Cell, Column, Document, Table};
use crate::text::benchmark as said;
use crate::text::{self, Lang};

/// A row with its number and title as they are printed.
pub(super) struct Named<'r, K> {
    pub(super) number: String,
    pub(super) title: String,
    pub(super) row: &'r Row<K>,
}

impl BenchmarkReport<'_> {
    pub(super) fn activity_rows<'r, K: Clone + ToString>(
        &self,
        rows: impl IntoIterator<Item = &'r Row<K>>,
        title: impl Fn(&K) -> String,
    ) -> Vec<Named<'r, K>> {
        let named =
            |row: &'r Row<K>| Named { number: row.key.to_string(), title: title(&row.key), row };
        rows.into_iter().map(named).collect()
    }

    /// A table of activities, threats or areas: how many stand where, the middle, how much they
    /// agree, and our own place.
    pub(super) fn table<K>(&self, lang: Lang, rows: &[Named<'_, K>], numbered: bool) -> Table {
        let column = |da: &str, en: &str, align| Column::new(lang.pick(da, en), align);
        let mut columns = vec![
            column("Navn", "Name", Align::Left),
            column("Svar", "Answers", Align::Right),
            column("Fordeling", "Distribution", Align::Left),
            column("Median", "Median", Align::Left),
            self.half_column(lang),
            column("Enighed", "Agreement", Align::Right),
        ];
        if numbered {
            columns.insert(0, column("Nr.", "No.", Align::Left));
        }
        let own = self.own_name();
        if let Some(name) = own {
            columns.push(Column::new(name, Align::Left));
            let title = lang.pick("Mildere, samme, værre", "Milder, same, worse");
            columns.push(Column::new(title, Align::Left));
        }
        let rows = rows.iter().map(|named| {
            let mut cells = self.cells(lang, named);
            if numbered {
                cells.insert(0, named.number.as_str().into());
            }
            if own.is_some() {
                cells.extend(self.own_cells(lang, named.row));
            }
            cells
        });
        Table { columns, rows: rows.collect() }
    }

    fn cells<K>(&self, lang: Lang, named: &Named<'_, K>) -> Vec<Cell> {
        let (row, method) = (named.row, self.benchmark.method);
        let none = || Cell::from("–");
        let span = |pick: &dyn Fn(&crate::engine::benchmark::Middle) -> crate::engine::Span| {
            row.middle.map_or_else(none, |middle| said::span(lang, method, pick(&middle)).into())
        };
        let half = |middle: &crate::engine::benchmark::Middle| crate::engine::Span {
            from: middle.first.from,
            to: middle.third.to,
        };
        vec![
            named.title.as_str().into(),
            row.coverage.assessed.to_string().into(),
            self.distribution(&row.bands),
            span(&|middle| middle.median),
            span(&half),
            row.agreement.map_or_else(none, |a| agreement(lang, a)),
        ]
    }

    /// The quartiles. Beside our own place a narrow terminal has no room for them.
    fn half_column(&self, lang: Lang) -> Column {
        let column = Column::new(lang.pick("Midterste halvdel", "Middle half"), Align::Left);
        if self.own_name().is_some() { column.wide_only() } else { column }
    }

    /// The counts of the bands, with a small picture of them.
    pub(super) fn distribution(&self, counts: &Counts) -> Cell {
        let of = |band: &Band| counts.count(band.rank);
        let bands = &self.benchmark.method.bands;
        let text: Vec<String> =
            bands.iter().map(|band| of(band).map_or("–".to_owned(), |n| n.to_string())).collect();
        let parts = bands.iter().map(|band| BarPart { count: of(band), colour: band.colour });
        Cell { text: text.join("·"), bar: parts.collect(), ..Cell::default() }
    }

    fn own_cells<K>(&self, lang: Lang, row: &Row<K>) -> [Cell; 2] {
        let method = self.benchmark.method;
        let Some(own) = &row.own else {
            return [text::not_rated(lang).into(), Cell::from("–")];
        };
        let band = said::rank(lang, method, own.rank);
        let band = match said::band_of(method, own.rank) {
            Some(known) => Cell::coloured(band, known.colour),
            None => band.into(),
        };
        [band, said::position(own.position).into()]
    }

    /// What the counts of a distribution stand for, in their order.
    pub(super) fn legend(&self, lang: Lang) -> String {
        let bands: Vec<&str> =
            self.benchmark.method.bands.iter().map(|band| text::band(lang, band)).collect();
        let order = lang.pick(
            "Fordelingen er antal kommuner i rækkefølgen",
            "The distribution is the number of municipalities in the order",
        );
        format!("{order} {}.", bands.join(" · "))
    }

    /// Outliers of some rows in words, a line each.
    pub(super) fn outlier_lines<K>(&self, lang: Lang, rows: &[Named<'_, K>]) -> Vec<String> {
        let lines = rows.iter().flat_map(|named| {
            named.row.outliers.iter().map(move |outlier| {
                let point = said::point(lang, self.benchmark.method, &outlier.point);
                format!("{} {}, {}: {point}", named.number, named.title, outlier.name)
            })
        });
        lines.collect()
    }

    /// Measures of some rows that those in the milder bands have, a line each.
    pub(super) fn measure_lines<K>(&self, lang: Lang, rows: &[Named<'_, K>]) -> Vec<String> {
        let lines = rows.iter().flat_map(|named| {
            named.row.measures.iter().map(move |split| {
                let measure = said::measure(lang, split, self.measure_title(split));
                format!("{} {}: {measure}", named.number, named.title)
            })
        });
        lines.collect()
    }

    pub(super) fn measure_title<'s>(
        &'s self,
        split: &'s crate::engine::benchmark::MeasureSplit,
    ) -> &'s str {
        match &split.name {
            MeasureName::Catalogue(id) => {
                self.catalogue.measures.get(id).map_or(&split.words, |measure| &measure.title)
            }
            MeasureName::Own(_) => &split.words,
        }
    }

    /// The municipalities with their bands.
    pub(super) fn municipalities(&self, lang: Lang, document: &mut Document) {
        let column = |da: &str, en: &str, align| Column::new(lang.pick(da, en), align);
        let columns = vec![
            column("Kommune", "Municipality", Align::Left),
            column("Runde", "Round", Align::Left),
            column("Metode", "Method", Align::Left),
            column("Vurderet", "Assessed", Align::Right),
            column("Aktiviteter", "Activities", Align::Right),
            column("Fordeling af aktiviteter", "Distribution of activities", Align::Left),
            column("Egne uden modstykke", "Own without counterpart", Align::Right).wide_only(),
        ];
        let row = |member: &MemberSummary| -> Vec<Cell> {
            vec![
                member.name.as_str().into(),
                member.round.as_str().into(),
                member.method.as_str().into(),
                member.assessed.to_string().into(),
                member.of.to_string().into(),
                self.distribution(&(&member.bands).into()),
                member.own_activities.to_string().into(),
            ]
        };
        document.heading(lang.pick("Kommunerne", "The municipalities"));
        document.table(Table { columns, rows: self.benchmark.members.iter().map(row).collect() });
        let asked = self.benchmark.members.iter().filter(|member| !member.questions.is_empty());
        let asked: Vec<String> = asked.map(said::questions).collect();
        if !asked.is_empty() {
            document.paragraph(said::questions_heading(lang));
            document.list(asked);
        }
    }

    /// How bands moved from round to round.
    pub(super) fn development(&self, lang: Lang, document: &mut Document) {
        let column = |da: &str, en: &str, align| Column::new(lang.pick(da, en), align);
        let columns = vec![
            column("Kommune", "Municipality", Align::Left),
            column("Runde", "Round", Align::Left),
            column("Vurderet", "Assessed", Align::Right),
            column("Fordeling af aktiviteter", "Distribution of activities", Align::Left),
            column("Siden runden før", "Since the round before", Align::Left),
        ];
        let mut rows = Vec::new();
        for of in &self.benchmark.development {
            for round in &of.rounds {
                rows.push(vec![
                    of.name.as_str().into(),
                    round.round.as_str().into(),
                    round.bands.total().to_string().into(),
                    self.distribution(&(&round.bands).into()),
                    said::moved(lang, round.moved).into(),
                ]);
            }
        }
        if let Some(all) = &self.benchmark.overall {
            let name = said::all_with_rounds(lang, all.municipalities);
            let parts = [
                (lang.pick("runden før", "the round before"), &all.before, None),
                (lang.pick("nyeste", "newest"), &all.newest, Some(all.moved)),
            ];
            for (round, bands, moved) in parts {
                rows.push(vec![
                    name.as_str().into(),
                    round.into(),
                    bands.total().to_string().into(),
                    self.distribution(&bands.into()),
                    said::moved(lang, moved).into(),
                ]);
            }
        }
        document.heading(lang.pick("Fra runde til runde", "From round to round"));
        document.table(Table { columns, rows });
    }
}

/// How much they agree: a number that a workbook can sort by and calculate on.
pub(super) fn agreement(lang: Lang, agreement: f64) -> Cell {
    // As it is rounded in the text, so that the two never differ.
    let hundredths = format!("{agreement:.2}").replace('.', "").parse().ok();
    Cell { text: said::coefficient(lang, agreement), hundredths, ..Cell::default() }
}
