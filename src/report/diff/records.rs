//! A comparison as plain rows: one per activity that differs.

use super::DiffReport;
use crate::engine::Score;
use crate::engine::compare::{Difference, Stand};
use crate::report::Records;
use crate::report::records::{number, text};
use crate::text::comparison as said;
use crate::text::workbook::headers;
use crate::text::{self as words, Lang};

impl DiffReport<'_> {
    pub(super) fn rows(&self, lang: Lang) -> Records {
        let labels = self.labels();
        let of_side = |name: &str| {
            let band = headers::BAND.pick(lang);
            let [l, c] = [headers::DECIDING_LIKELIHOOD, headers::DECIDING_CONSEQUENCE];
            let (l, c) = (l.pick(lang), c.pick(lang));
            let common = match lang {
                Lang::Da => format!("{band} i {}", self.comparison.method.id),
                Lang::En => format!("{band} in {}", self.comparison.method.id),
            };
            [band, l, c, &common].map(|header| format!("{name}: {header}"))
        };
        let mut header: Vec<String> = [
            headers::ACTIVITY_ID.pick(lang),
            headers::TITLE.pick(lang),
            headers::AREA.pick(lang),
            lang.pick("Forskel", "Difference"),
            lang.pick("Slags", "Class"),
            lang.pick("Niveauer imellem", "Bands between"),
        ]
        .map(str::to_owned)
        .into();
        header.extend(of_side(&labels.left));
        header.extend(of_side(&labels.right));
        header.push(lang.pick("Forklaring", "Explanation").to_owned());
        let rows = self.shown.iter().map(|difference| self.record(lang, difference));
        Records::new(header.iter().map(String::as_str)).with(rows)
    }

    fn record(&self, lang: Lang, difference: &Difference<'_>) -> Vec<String> {
        let labels = self.labels();
        let activity = self.activity(difference);
        let area = activity.and_then(|a| self.comparison.left.catalogue.area(&a.area));
        let mut record = vec![
            difference.id.to_string(),
            self.title_of(difference).to_owned(),
            text(area.map(|area| lang.pick(area.label.as_str(), area.label_en.as_str()))),
            said::class_brief(lang, difference, labels.names()),
            said::class_word(lang, &difference.class).to_owned(),
            number(difference.steps),
        ];
        record.extend(stand(lang, difference.left.as_ref()));
        record.extend(stand(lang, difference.right.as_ref()));
        let mut explanation = vec![said::class_sentence(lang, difference, labels.names())];
        explanation.extend(self.deciders(lang, difference, &labels));
        explanation.extend(difference.figures.iter().map(|figure| {
            let [name, left, right] = self.figure_row(lang, figure);
            format!("{name}: {} {left}; {} {right}", labels.left, labels.right)
        }));
        explanation.extend(self.ways_out(lang, difference, &labels));
        record.push(explanation.join("\n"));
        record
    }
}

/// Band, likelihood and consequence by its own method, and the band under the common one.
fn stand(lang: Lang, stand: Option<&Stand<'_>>) -> [String; 4] {
    let own = stand.and_then(|stand| stand.own.current()).map(|(_, score)| score);
    let band = |score: Option<&Score<'_>>| text(score.map(|score| words::band(lang, score.band)));
    [
        band(own),
        number(own.map(|score| score.likelihood)),
        number(own.map(|score| score.consequence)),
        band(stand.and_then(Stand::common)),
    ]
}
