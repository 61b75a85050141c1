//! Rows of everything that reports findings, and of `explain`.

use super::{Records, number, text};
use crate::domain::ThreatId;
use crate::finding::{Code, Finding, Location};
use crate::report::{ExplainReport, FindingsReport};
use crate::text::workbook::headers;
use crate::text::{self as words, Lang};

/// Where a finding points, taken apart so that a spreadsheet can sort and filter by it.
#[derive(Default)]
struct Parts<'f> {
    file: Option<&'f str>,
    line: Option<usize>,
    /// Activity, method, entry, sheet or argument.
    about: Option<&'f str>,
    threat: Option<&'f str>,
}

impl<'f> Parts<'f> {
    fn of(location: &'f Location) -> Self {
        match location {
            Location::Argument(name) => Self { about: Some(name), ..Self::default() },
            Location::File(file) => Self { file: Some(file), ..Self::default() },
            Location::Text(place) => {
                Self { file: Some(&place.file), line: Some(place.line), ..Self::default() }
            }
            Location::Cell { file, sheet, row_column: (row, _) } => Self {
                file: Some(file),
                line: usize::try_from(*row).ok(),
                about: Some(sheet),
                threat: None,
            },
            Location::Value { file, path, .. } => {
                Self { file: Some(file), about: Some(path), ..Self::default() }
            }
            Location::Method(id) => Self { about: Some(id.as_str()), ..Self::default() },
            Location::Entry(id) => Self { about: Some(id), ..Self::default() },
            Location::Answer { file, activity, threat, line } => Self {
                file: Some(file),
                line: *line,
                about: Some(activity.as_str()),
                threat: threat.as_ref().map(ThreatId::as_str),
            },
        }
    }
}

impl FindingsReport<'_> {
    /// The rows, for `--format csv`.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = [
            lang.pick("Kode", "Code"),
            lang.pick("Navn", "Name"),
            lang.pick("Alvor", "Severity"),
            lang.pick("Fil", "File"),
            lang.pick("Linje", "Line"),
            lang.pick("Gælder", "About"),
            headers::THREAT_ID.pick(lang),
            lang.pick("Hvad det siger", "What it says"),
            lang.pick("Hvad du kan gøre", "What to do"),
        ];
        let row = |finding: &Finding| {
            let place = Parts::of(&finding.location);
            vec![
                finding.code().id().to_owned(),
                finding.code().slug().to_owned(),
                words::severity(lang, finding.severity()).to_owned(),
                text(place.file),
                number(place.line),
                text(place.about),
                text(place.threat),
                words::message(lang, &finding.fact),
                words::hints(lang, &finding.fact).join("\n"),
            ]
        };
        Records::new(header).with(self.findings.iter().map(row))
    }
}

impl ExplainReport {
    /// The rows, for `--format csv`: every code with its explanation. `None` for a single code,
    /// which is a text and no table.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Option<Records> {
        let Self::All = self else { return None };
        let header = [
            lang.pick("Kode", "Code"),
            lang.pick("Navn", "Name"),
            lang.pick("Alvor", "Severity"),
            lang.pick("Hvad det siger", "What it says"),
            lang.pick("Hvorfor det betyder noget", "Why it matters"),
            lang.pick("Eksempel", "Example"),
            lang.pick("Hvad du kan gøre", "What to do"),
        ];
        let rows = Code::ALL.iter().map(|code| {
            let explanation = words::explanation(lang, *code);
            let texts = [
                code.id(),
                code.slug(),
                words::severity(lang, code.severity()),
                explanation.says,
                explanation.why,
                explanation.example,
                explanation.fix,
            ];
            texts.map(str::to_owned).into()
        });
        Some(Records::new(header).with(rows))
    }
}
