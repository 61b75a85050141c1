//! Findings as facts and as messages.

use serde_json::{Value, json};

use crate::finding::{Finding, Findings, Location, Severity};
use crate::text::{self, Lang};

/// The facts of findings, for `--format json`; messages in the chosen language.
#[must_use]
pub fn findings_facts(lang: Lang, findings: &Findings) -> Value {
    let list = findings.iter().map(|finding| {
        json!({
            "code": finding.code().id(),
            "name": finding.code().slug(),
            "severity": finding.severity().key(),
            "place": place_facts(&finding.location),
            "message": text::message(lang, &finding.fact),
            "hints": text::hints(lang, &finding.fact),
        })
    });
    Value::Array(list.collect())
}

fn place_facts(location: &Location) -> Value {
    match location {
        Location::Argument(name) => json!({ "argument": name }),
        Location::File(file) => json!({ "file": file }),
        Location::Text(place) => {
            json!({ "file": place.file, "line": place.line, "column": place.column })
        }
        Location::Cell { file, sheet, row_column: (row, column) } => {
            json!({ "file": file, "sheet": sheet, "row": row, "column": column })
        }
        Location::Value { file, path, .. } => json!({ "file": file, "path": path }),
        Location::Method(id) => json!({ "method": id.as_str() }),
        Location::Entry(id) => json!({ "entry": id }),
        Location::Answer { file, activity, threat, line } => json!({
            "file": file,
            "activity": activity.as_str(),
            "threat": threat.as_ref().map(crate::domain::ThreatId::as_str),
            "line": line,
        }),
    }
}

/// How many findings there are of each severity, worst first.
#[must_use]
pub fn severity_counts(findings: &Findings) -> Vec<(Severity, usize)> {
    let count = |severity| {
        (severity, findings.iter().filter(|finding| finding.severity() == severity).count())
    };
    [Severity::Error, Severity::Warning, Severity::Note].map(count).to_vec()
}

/// A finding as people read it: code, message, place, source line.
#[must_use]
pub fn finding_lines(lang: Lang, finding: &Finding) -> Vec<String> {
    let code = finding.code();
    let message = text::message(lang, &finding.fact);
    let severity = text::severity(lang, finding.severity());
    let mut lines = vec![format!("{severity}[{} {}]: {message}", code.id(), code.slug())];
    lines.push(format!("  --> {}", text::place(lang, &finding.location)));
    if let Location::Text(place) = &finding.location
        && !place.source_line.trim().is_empty()
    {
        lines.extend(snippet(place.line, place.column, &place.source_line));
    }
    lines
}

/// Findings that differ in nothing but their place, as one: how many, and where they all are.
#[must_use]
pub fn findings_lines(lang: Lang, findings: &[&Finding], width: u16) -> Vec<String> {
    let Some(first) = findings.first() else { return Vec::new() };
    let mut lines = finding_lines(lang, first);
    lines.truncate(1);
    if let (Some(head), Location::Answer { file, .. }) = (lines.first_mut(), &first.location) {
        head.push_str(&format!(" × {}", findings.len()));
        lines.push(format!("  --> {file}:"));
    }
    let (room, mut line) = (usize::from(width).saturating_sub(6), String::new());
    for finding in findings {
        let place = text::short_place(lang, &finding.location);
        if !line.is_empty() && line.chars().count() + place.chars().count() + 2 > room {
            lines.push(format!("      {},", std::mem::take(&mut line)));
        }
        let comma = if line.is_empty() { "" } else { ", " };
        line = format!("{line}{comma}{place}");
    }
    lines.push(format!("      {line}"));
    lines
}

/// The ways out of a finding, and where it is explained.
#[must_use]
pub fn ways_out(lang: Lang, finding: &Finding) -> Vec<String> {
    let explain = lang.pick("forklaring", "explanation");
    let explained = format!("{explain}: risiko explain {}", finding.code().id());
    let ways = text::hints(lang, &finding.fact).into_iter().chain([explained]);
    ways.map(|way| format!("   = {way}")).collect()
}

/// Longest source line shown; the place stays in view.
const SNIPPET_WIDTH: usize = 96;

fn snippet(line: usize, column: usize, source: &str) -> Vec<String> {
    let number = line.to_string();
    let margin = " ".repeat(number.len());
    let start = column.saturating_sub(SNIPPET_WIDTH / 2);
    let start = if source.chars().count() <= SNIPPET_WIDTH { 0 } else { start };
    let shown: String = source
        .chars()
        .skip(start)
        .take(SNIPPET_WIDTH)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let caret = " ".repeat(column.saturating_sub(1).saturating_sub(start));
    vec![format!(" {number} | {shown}"), format!(" {margin} | {caret}^")]
}

/// Findings as the result of a command.
#[derive(Debug)]
pub struct FindingsReport<'a> {
    /// What was checked, such as a file.
    pub subject: &'a str,
    /// Everything found.
    pub findings: &'a Findings,
}

impl FindingsReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self, lang: Lang) -> Value {
        let mut counts = serde_json::Map::new();
        for (severity, count) in severity_counts(self.findings) {
            counts.insert(severity.key().to_owned(), json!(count));
        }
        json!({
            "schema": "risiko.check/1",
            "subject": self.subject,
            "counts": counts,
            "findings": findings_facts(lang, self.findings),
        })
    }

    /// The document, for people: by code, most serious first, each with its places.
    #[must_use]
    pub fn document(&self, lang: Lang) -> super::Document {
        let mut document = super::Document::default();
        let mut codes: Vec<_> = self.findings.iter().map(Finding::code).collect();
        codes.sort_by_key(|code| (std::cmp::Reverse(code.severity()), *code));
        codes.dedup();
        for code in codes {
            let of_code: Vec<_> = self.findings.iter().filter(|f| f.code() == code).collect();
            let severity = text::severity(lang, code.severity());
            let count = of_code.len();
            document.heading(format!("{severity}[{} {}] × {count}", code.id(), code.slug()));
            let ways: Vec<_> = of_code.iter().map(|f| text::hints(lang, &f.fact)).collect();
            let (first, others) = ways.split_first().map_or((&[][..], &[][..]), |(f, o)| (f, o));
            // A way out that is the same for all stands once; another stands with its finding.
            let is_common = |hint: &String| others.iter().all(|other| other.contains(hint));
            let mut hints: Vec<_> = first.iter().filter(|hint| is_common(hint)).cloned().collect();
            let lines = of_code.iter().zip(&ways).map(|(finding, own)| {
                let place = text::short_place(lang, &finding.location);
                let own: Vec<_> = own.iter().filter(|hint| !hints.contains(hint)).collect();
                let message = text::message(lang, &finding.fact);
                own.iter().fold(format!("{place}: {message}"), |line, hint| line + " – " + hint)
            });
            document.list(lines.collect());
            let explain = lang.pick("forklaring", "explanation");
            hints.push(format!("{explain}: risiko explain {}", code.id()));
            document.list(hints.into_iter().map(|hint| format!("= {hint}")).collect());
        }
        let counts = severity_counts(self.findings);
        let counts = counts
            .into_iter()
            .map(|(severity, count)| text::count_of_severity(lang, severity, count));
        document.paragraph(format!("{}: {}", self.subject, counts.collect::<Vec<_>>().join(", ")));
        document
    }
}
