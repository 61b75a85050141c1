//! The result as plain rows: one per activity, threat and area.

use super::BenchmarkReport;
use crate::engine::benchmark::Row;
use crate::report::Records;
use crate::report::records::number;
use crate::text::benchmark as said;
use crate::text::workbook::headers;
use crate::text::{self as words, Lang};

impl BenchmarkReport<'_> {
    pub(super) fn rows(&self, lang: Lang) -> Records {
        let of = self.benchmark;
        let mut header = vec![
            lang.pick("Hvad", "What"),
            lang.pick("Nr.", "No."),
            headers::TITLE.pick(lang),
            lang.pick("Kommuner", "Municipalities"),
            lang.pick("Vurderet", "Assessed"),
        ];
        header.extend(of.method.bands.iter().map(|band| words::band(lang, band)));
        header.extend([
            lang.pick("Nedre median", "Lower median"),
            lang.pick("Øvre median", "Upper median"),
            lang.pick("Første kvartil", "First quartile"),
            lang.pick("Tredje kvartil", "Third quartile"),
            lang.pick("Enighed (van der Eijks A)", "Agreement (van der Eijk's A)"),
            lang.pick("Eget risikoniveau", "Own band"),
            lang.pick("Mildere", "Milder"),
            lang.pick("Samme", "Same"),
            lang.pick("Værre", "Worse"),
        ]);
        let kind = |da: &'static str, en: &'static str| lang.pick(da, en);
        let activities = of.activities.iter().map(|row| {
            let title = self.activity_title(&row.key);
            self.record(lang, [kind("aktivitet", "activity"), row.key.as_str(), title], row)
        });
        let threats = of.threats.iter().map(|row| {
            let title = self.threat_title(&row.key);
            self.record(lang, [kind("trussel", "threat"), row.key.as_str(), title], row)
        });
        let areas = of.areas.iter().map(|row| {
            let title = self.area_title(lang, &row.key);
            self.record(lang, [kind("område", "area"), row.key.as_str(), title], row)
        });
        Records::new(header).with(activities).with(threats).with(areas)
    }

    fn record<K>(&self, lang: Lang, name: [&str; 3], row: &Row<K>) -> Vec<String> {
        let method = self.benchmark.method;
        let mut record: Vec<String> = name.map(str::to_owned).into();
        record.push(row.coverage.of.to_string());
        record.push(row.coverage.assessed.to_string());
        record.extend(method.bands.iter().map(|band| number(row.bands.count(band.rank))));
        let rank = |rank: Option<u8>| {
            rank.map(|rank| said::rank(lang, method, rank).to_owned()).unwrap_or_default()
        };
        let span = |span| said::span(lang, method, span);
        record.push(rank(row.middle.map(|middle| middle.median.from)));
        record.push(rank(row.middle.map(|middle| middle.median.to)));
        record.push(row.middle.map(|middle| span(middle.first)).unwrap_or_default());
        record.push(row.middle.map(|middle| span(middle.third)).unwrap_or_default());
        record.push(row.agreement.map(|a| said::coefficient(lang, a)).unwrap_or_default());
        let position = row.own.as_ref().and_then(|own| own.position);
        record.push(rank(row.own.as_ref().map(|own| own.rank)));
        record.push(number(position.map(|position| position.lower)));
        record.push(number(position.map(|position| position.equal)));
        record.push(number(position.map(|position| position.higher)));
        record
    }
}
