//! The result as a document, and as the sheets of a workbook.

use super::BenchmarkReport;
use super::tables::{Named, agreement};
use crate::domain::ActivityId;
use crate::engine::Span;
use crate::engine::benchmark::{Middle, Row};
use crate::report::document::{Align, Bars, Cell, Column, Document, Table};
use crate::text::benchmark as said;
use crate::text::{self, Lang};

/// The column of the mildest band in a table of numbers.
const BANDS_FROM: usize = 3;

/// Our own band beside the middle one.
fn own_bars(lang: Lang, is_worse: bool) -> Bars {
    let (title, alt) = said::own_drawn(lang, is_worse);
    let (title, alt) = (title.to_owned(), alt.to_owned());
    Bars { title, alt, names: 1, parts: vec![(2, None), (3, None)] }
}

impl BenchmarkReport<'_> {
    /// Everything, with so many activities and threats in each list.
    pub(super) fn whole(&self, lang: Lang, top: usize) -> Document {
        let mut document = self.overview(lang, top);
        self.threats(lang, top, &mut document);
        if !self.benchmark.members.is_empty() {
            self.municipalities(lang, &mut document);
        }
        if !self.benchmark.development.is_empty() {
            self.development(lang, &mut document);
        }
        self.notes(lang, &mut document);
        document
    }

    /// What to read first, and the activities and areas.
    fn overview(&self, lang: Lang, top: usize) -> Document {
        let of = self.benchmark;
        let mut document = Document::default();
        document.heading(crate::report::Publication::title(self, lang));
        document.list(self.summary(lang));
        document.paragraph(self.legend(lang));
        let open = self.by_disagreement();
        let open: Vec<_> = open.into_iter().take(top).collect();
        let heading =
            lang.pick("Aktiviteter, mest uenighed først", "Activities, most disagreement first");
        self.section(lang, heading, &self.named_activities(&open), &mut document);
        for (is_worse, da, en) in [
            (true, "Hvor vi ligger værre end midten", "Where we stand worse than the middle"),
            (false, "Hvor vi ligger mildere end midten", "Where we stand milder than the middle"),
        ] {
            let rows: Vec<_> = self.beyond_median(is_worse).into_iter().take(top).collect();
            if !rows.is_empty() {
                document.heading(lang.pick(da, en));
                document.table(self.table(lang, &self.named_activities(&rows), true));
            }
        }
        if !of.areas.is_empty() {
            document.heading(lang.pick("Områder", "Areas"));
            let areas = self.activity_rows(&of.areas, |id| self.area_title(lang, id).to_owned());
            document.table(self.table(lang, &areas, false));
        }
        document
    }

    /// All activities that somebody assessed, those first that the members agree least about.
    fn by_disagreement(&self) -> Vec<&Row<ActivityId>> {
        let mut rows = self.benchmark.by_disagreement();
        let named: std::collections::BTreeSet<_> = rows.iter().map(|row| &row.key).collect();
        let rest = self.benchmark.activities.iter().filter(|row| row.coverage.assessed > 0);
        let rest: Vec<_> = rest.filter(|row| !named.contains(&row.key)).collect();
        rows.extend(rest);
        rows
    }

    fn named_activities<'r>(&self, rows: &[&'r Row<ActivityId>]) -> Vec<Named<'r, ActivityId>> {
        self.activity_rows(rows.iter().copied(), |id| self.activity_title(id).to_owned())
    }

    /// A table with what is to be said about its rows below it.
    fn section<K>(
        &self,
        lang: Lang,
        heading: &str,
        rows: &[Named<'_, K>],
        document: &mut Document,
    ) {
        if rows.is_empty() {
            return;
        }
        document.heading(heading);
        document.table(self.table(lang, rows, true));
        document.narrow(said::half_left_out(lang));
        let outliers = self.outlier_lines(lang, rows);
        if !outliers.is_empty() {
            document.paragraph(lang.pick("Langt fra de andre:", "Far from the others:"));
            document.list(outliers);
        }
        let measures = self.measure_lines(lang, rows);
        if !measures.is_empty() {
            document.paragraph(lang.pick(
                "Det har de kommuner, der ligger mildest (blandt dem, der har skrevet foranstaltninger):",
                "What the milder municipalities have (among those that name measures):",
            ));
            document.list(measures);
        }
    }

    fn threats(&self, lang: Lang, top: usize, document: &mut Document) {
        let mut rows: Vec<_> = self.benchmark.threats.iter().collect();
        rows.sort_by(|a, b| {
            let agreement = |of: Option<f64>| of.unwrap_or(2.0);
            let least_first = agreement(a.agreement).total_cmp(&agreement(b.agreement));
            least_first.then(b.coverage.assessed.cmp(&a.coverage.assessed))
        });
        rows.truncate(top);
        let rows = self.activity_rows(rows, |id| self.threat_title(id).to_owned());
        let heading = lang.pick("Trusler, mest uenighed først", "Threats, most disagreement first");
        self.section(lang, heading, &rows, document);
    }

    fn notes(&self, lang: Lang, document: &mut Document) {
        let of = self.benchmark;
        document.heading(lang.pick("Sådan er det talt", "How it is counted"));
        let mut lines: Vec<String> = Vec::new();
        if of.is_anonymous {
            lines.push(said::anonymity(lang));
        }
        lines.extend(said::withheld(lang, of));
        lines.push(said::perspectives(lang, of));
        if of.areas_in_part > 0 {
            lines.push(said::areas_in_part(lang).to_owned());
        }
        lines.extend(said::method_of_counting(lang).map(str::to_owned));
        document.list(lines);
    }

    pub(super) fn sheets(&self, lang: Lang) -> Vec<(String, Document)> {
        let tab = |da: &str, en: &str| lang.pick(da, en).to_owned();
        let of = self.benchmark;
        let mut front = Document::default();
        front.heading(crate::report::Publication::title(self, lang));
        front.list(self.summary(lang));
        if !of.members.is_empty() {
            self.municipalities(lang, &mut front);
        }
        if !of.development.is_empty() {
            self.development(lang, &mut front);
        }
        let titled = |heading: &str| {
            let mut document = Document::default();
            document.heading(heading);
            document
        };
        let activities: Vec<_> = of.activities.iter().collect();
        let activities = self.named_activities(&activities);
        let mut of_activities = titled(lang.pick("Aktiviteter", "Activities"));
        of_activities.table(self.numbers(lang, &activities));
        of_activities.bars(self.stacked(lang, said::activities_drawn(lang)));
        self.words_below(lang, &activities, &mut of_activities);
        let threats = self.activity_rows(&of.threats, |id| self.threat_title(id).to_owned());
        let mut of_threats = titled(lang.pick("Trusler", "Threats"));
        of_threats.table(self.numbers(lang, &threats));
        let areas = self.activity_rows(&of.areas, |id| self.area_title(lang, id).to_owned());
        let mut of_areas = titled(lang.pick("Områder", "Areas"));
        of_areas.table(self.numbers(lang, &areas));
        if !areas.is_empty() {
            front.heading(lang.pick("Områderne", "The areas"));
            front.table(self.numbers(lang, &areas));
            front.bars(self.stacked(lang, said::areas_drawn(lang)));
        }
        self.notes(lang, &mut front);
        let mut sheets = vec![
            (tab("Overblik", "Overview"), front),
            (tab("Aktiviteter", "Activities"), of_activities),
            (tab("Trusler", "Threats"), of_threats),
            (tab("Områder", "Areas"), of_areas),
        ];
        if self.own_name().is_some() {
            let mut own = titled(lang.pick("Egen placering", "Own place"));
            for (is_worse, da, en) in
                [(true, "Værre end midten", "Worse"), (false, "Mildere end midten", "Milder")]
            {
                own.heading(lang.pick(da, en));
                let rows = self.named_activities(&self.beyond_median(is_worse));
                own.table(self.table(lang, &rows, true));
                if !rows.is_empty() {
                    own.table(self.beside_the_middle(lang, &rows));
                    own.bars(own_bars(lang, is_worse));
                }
            }
            sheets.push((tab("Egen placering", "Own place"), own));
        }
        sheets
    }

    /// The bands of each row of a table of numbers, end to end.
    fn stacked(&self, lang: Lang, (title, alt): (&str, &str)) -> Bars {
        let bands = self.benchmark.method.bands.iter();
        let parts = (BANDS_FROM..).zip(bands).map(|(column, band)| (column, Some(band.colour)));
        let title = format!("{title} ({})", lang.pick("antal kommuner", "municipalities"));
        Bars { title, alt: alt.to_owned(), names: 1, parts: parts.collect() }
    }

    /// Our own band and the middle one of each activity, as ranks that can be drawn.
    fn beside_the_middle(&self, lang: Lang, rows: &[Named<'_, ActivityId>]) -> Table {
        let columns = vec![
            Column::new(lang.pick("Nr.", "No."), Align::Left),
            Column::new(lang.pick("Navn", "Name"), Align::Left),
            Column::new(lang.pick("Vores niveau", "Our level"), Align::Right),
            Column::new(lang.pick("Midten", "The middle"), Align::Right),
        ];
        let cells = rows.iter().filter_map(|named| {
            let (own, middle) = (named.row.own.as_ref()?, named.row.middle?);
            Some(vec![
                named.number.as_str().into(),
                named.title.as_str().into(),
                own.rank.to_string().into(),
                // Between two levels the one that is nearer to ours, so that no distance is overdrawn.
                own.rank.clamp(middle.median.from, middle.median.to).to_string().into(),
            ])
        });
        Table { columns, rows: cells.collect() }
    }

    fn words_below<K>(&self, lang: Lang, rows: &[Named<'_, K>], document: &mut Document) {
        let outliers = self.outlier_lines(lang, rows);
        if !outliers.is_empty() {
            document.heading(lang.pick("Langt fra de andre", "Far from the others"));
            document.list(outliers);
        }
        let measures = self.measure_lines(lang, rows);
        if !measures.is_empty() {
            document.heading(lang.pick("Det har de mildeste", "What the mildest have"));
            document.list(measures);
        }
    }

    /// A table with a column of numbers for each band, for sheets that are calculated on.
    fn numbers<K>(&self, lang: Lang, rows: &[Named<'_, K>]) -> Table {
        let (method, own) = (self.benchmark.method, self.own_name());
        let mut columns = vec![
            Column::new(lang.pick("Nr.", "No."), Align::Left),
            Column::new(lang.pick("Navn", "Name"), Align::Left),
            Column::new(lang.pick("Svar", "Answers"), Align::Right),
        ];
        let bands = method.bands.iter();
        columns.extend(bands.map(|band| Column::new(text::band(lang, band), Align::Right)));
        columns.extend([
            Column::new("Median", Align::Left),
            Column::new(lang.pick("Første kvartil", "First quartile"), Align::Left),
            Column::new(lang.pick("Tredje kvartil", "Third quartile"), Align::Left),
            Column::new(lang.pick("Enighed", "Agreement"), Align::Right),
        ]);
        columns.extend(own.map(|name| Column::new(name, Align::Left)));
        let rows = rows.iter().map(|named| {
            let row = named.row;
            let count = |n: Option<usize>| Cell::from(n.map_or("–".to_owned(), |n| n.to_string()));
            let mut cells: Vec<Cell> = vec![
                named.number.as_str().into(),
                named.title.as_str().into(),
                row.coverage.assessed.to_string().into(),
            ];
            cells.extend(method.bands.iter().map(|band| count(row.bands.count(band.rank))));
            let of_middle = |pick: fn(Middle) -> Span| -> Cell {
                let span = row.middle.map(|middle| said::span(lang, method, pick(middle)));
                span.unwrap_or_default().into()
            };
            let picks: [fn(Middle) -> Span; 3] = [|of| of.median, |of| of.first, |of| of.third];
            cells.extend(picks.map(of_middle));
            cells.push(row.agreement.map(|a| agreement(lang, a)).unwrap_or_default());
            if own.is_some() {
                let rank = row.own.as_ref().map(|own| said::rank(lang, method, own.rank));
                cells.push(rank.unwrap_or_default().into());
            }
            cells
        });
        Table { columns, rows: rows.collect() }
    }
}
