//! Signatures: which hold, who signed, and what is wrong with the others.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::document::Document;
use super::findings::{FindingsReport, findings_facts};
use super::records::{Records, text as blank};
use crate::domain::{Signed, Timestamp};
use crate::finding::{Fact, Findings};
use crate::text::{self, Lang};

/// A file whose signature holds.
#[derive(Debug)]
pub struct SignedFile {
    /// File or folder as the user named it.
    pub file: String,
    /// How many files the signature is over, where it is over a folder.
    pub files: Option<usize>,
    /// Who signed what.
    pub signed: Signed,
}

/// What `verify` shows.
#[derive(Debug)]
pub struct SignedReport<'a> {
    /// What was checked, as the user named it.
    pub subject: &'a str,
    /// The signatures that hold.
    pub held: &'a [SignedFile],
    /// What is wrong with the others.
    pub findings: &'a Findings,
    /// Where the user is.
    pub zone: &'a TimeZone,
}

/// A moment as people read it, where they are.
fn moment(zone: &TimeZone, at: Timestamp) -> String {
    let zoned = at.to_zoned_datetime(zone.clone());
    format!("{} {:02}:{:02}", zoned.date(), zoned.hour(), zoned.minute())
}

/// A file that was changed since it was signed, with what its signature says of itself.
#[must_use]
pub fn signature_fact(
    zone: &TimeZone,
    key: String,
    says: &crate::domain::SignatureComment,
) -> Fact {
    Fact::ChangedSinceSigned { key, on: says.at.map(|at| moment(zone, at)), by: says.by.clone() }
}

impl SignedReport<'_> {
    /// The facts, for `--format json`.
    #[must_use]
    pub fn facts(&self, lang: Lang) -> Value {
        let held = self.held.iter().map(|file| {
            let signed = &file.signed;
            json!({
                "file": file.file,
                "files": file.files,
                "key": signed.key,
                "public-key": signed.public_key,
                "key-file": signed.key_file,
                "at": signed.says.at.map(|at| at.to_string()),
                "by": signed.says.by,
                "comment": signed.comment,
                "digest": signed.digest,
                "journal": signed.says.journal.as_ref().map(|end| {
                    json!({ "number": end.number, "hash": end.hash })
                }),
            })
        });
        json!({
            "schema": "risiko.verify/1",
            "signed": held.collect::<Vec<_>>(),
            "findings": findings_facts(lang, self.findings),
        })
    }

    /// The document, for people.
    #[must_use]
    pub fn document(&self, lang: Lang) -> Document {
        let mut document = Document::default();
        for file in self.held {
            document.heading(text::signature::holds(lang, &file.file));
            document.list(self.lines(lang, file));
        }
        if !self.held.is_empty() {
            document.paragraph(text::signature::compare_keys(lang));
        }
        if !self.findings.is_empty() {
            let report = FindingsReport { subject: self.subject, findings: self.findings };
            document.blocks.extend(report.document(lang).blocks);
        }
        document
    }

    /// What is said of a signature, a line each.
    fn lines(&self, lang: Lang, file: &SignedFile) -> Vec<String> {
        let (signed, says) = (&file.signed, &file.signed.says);
        let at = says.at.map(|at| moment(self.zone, at));
        let line = |da: &str, en: &str, value: &str| format!("{}: {value}", lang.pick(da, en));
        let mut lines = Vec::new();
        if !says.by.is_empty() {
            lines.push(line("hvem", "who", &says.by));
        }
        lines.extend(at.map(|at| line("hvornår", "when", &at)));
        let named = format!("{} ({})", signed.key, signed.key_file);
        lines.push(line("nøgle", "key", &named));
        lines.push(line("offentlig nøgle", "public key", &signed.public_key));
        lines.extend(file.files.map(|files| line("filer", "files", &files.to_string())));
        lines.push(line("indhold", "content", &signed.digest));
        let journal = says.journal.as_ref().map(|end| text::signature::upto(lang, end.number));
        lines.extend(journal.map(|upto| line("journal", "journal", &upto)));
        // What another program wrote, where it is more than the lines above.
        if says.digest.is_none() {
            lines.push(line("bemærkning", "comment", &signed.comment.replace('\t', " · ")));
        }
        lines
    }

    /// The rows, for `--format csv`: a file each.
    #[must_use]
    pub fn records(&self, lang: Lang) -> Records {
        let header = match lang {
            Lang::Da => ["Fil", "Kode", "Fund", "Hvem", "Hvornår", "Nøgle", "Indhold"],
            Lang::En => ["File", "Code", "Finding", "Who", "When", "Key", "Content"],
        };
        let held = self.held.iter().map(|file| {
            let says = &file.signed.says;
            vec![
                file.file.clone(),
                String::new(),
                String::new(),
                says.by.clone(),
                blank(says.at.map(|at| moment(self.zone, at)).as_deref()),
                file.signed.key.clone(),
                file.signed.digest.clone(),
            ]
        });
        let wrong = self.findings.iter().map(|finding| {
            let mut row = vec![
                text::place(lang, &finding.location),
                finding.code().id().to_owned(),
                text::message(lang, &finding.fact),
            ];
            row.resize(header.len(), String::new());
            row
        });
        Records::new(header).with(held.chain(wrong).collect::<Vec<_>>())
    }
}
