//! Rows of `method list`, `method show` and `method preview`.

use super::Records;
use crate::domain::{LevelNumber as _, Symmetry};
use crate::engine::Score;
use crate::report::{MethodListReport, MethodReport, PreviewReport};
use crate::text::workbook::headers;
use crate::text::{self as words, Lang};

fn yes_or_no(lang: Lang, is_so: bool) -> String {
    let word = if is_so { lang.pick("ja", "yes") } else { lang.pick("nej", "no") };
    word.to_owned()
}

impl MethodListReport<'_> {
    /// The rows, for `--format csv`.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            lang.pick("Metode", "Method"),
            lang.pick("Version", "Version"),
            lang.pick("Titel", "Title"),
            lang.pick("Niveauer af konsekvens", "Consequence levels"),
            lang.pick("Niveauer af sandsynlighed", "Likelihood levels"),
            lang.pick("Antal risikoniveauer", "Number of bands"),
            lang.pick("Symmetrisk", "Symmetric"),
            lang.pick("Kilde", "Source"),
        ];
        let rows = self.methods.iter().map(|method| {
            vec![
                method.id.to_string(),
                method.version.to_string(),
                lang.pick(&method.title, &method.title_en).clone(),
                method.consequence.top_number().to_string(),
                method.likelihood.top_number().to_string(),
                method.bands.len().to_string(),
                yes_or_no(lang, method.symmetry == Symmetry::Symmetric),
                method.source.clone(),
            ]
        });
        Records::new(header).with(rows)
    }
}

impl MethodReport<'_> {
    /// The rows, for `--format csv`: the matrix, a row per cell.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            lang.pick("Metode", "Method"),
            lang.pick("Konsekvens", "Consequence"),
            lang.pick("Sandsynlighed", "Likelihood"),
            headers::BAND.pick(lang),
        ];
        let rows = self.method.cells().map(|(likelihood, consequence, band)| {
            vec![
                self.method.id.to_string(),
                consequence.to_string(),
                likelihood.to_string(),
                words::band(lang, band).to_owned(),
            ]
        });
        Records::new(header).with(rows)
    }
}

impl PreviewReport<'_> {
    /// The rows, for `--format csv`: every assessed activity, also where nothing changes.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            headers::ACTIVITY_ID.pick(lang),
            headers::TITLE.pick(lang),
            lang.pick("Ændret", "Changed"),
            lang.pick("Sandsynlighed", "Likelihood"),
            lang.pick("Konsekvens", "Consequence"),
            headers::SCORE.pick(lang),
            self.own.id.as_str(),
            self.other.id.as_str(),
        ];
        let band = |score: &Score<'_>| words::band(lang, score.band).to_owned();
        let rows = self.changes.iter().map(|change| {
            let (own, other) = (&change.own, &change.other);
            vec![
                change.id.to_string(),
                change.title.clone(),
                yes_or_no(lang, super::super::method::differs(change)),
                own.likelihood.number().to_string(),
                own.consequence.number().to_string(),
                own.product().to_string(),
                band(own),
                band(other),
            ]
        });
        Records::new(header).with(rows)
    }
}
