//! The sheets of an export from OS2compliance, and what their columns are, by their headers.
//!
//! Source: the headers that OS2compliance 2.5 writes; older and edited ones differ a little.

use super::super::super::entry::fold;
use super::super::super::field::Field;
use super::super::super::workbook::{Sheet, Workbook};
use super::super::headers::{Headers, best_row};
use crate::domain::{Dimension, Perspective};

/// What a column of the sheet of threats holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::exchange) enum Part {
    /// Type of the threat.
    Kind,
    /// The threat itself, as a text.
    Description,
    /// Whether the threat does not arise.
    NotRelevant,
    /// Why the figures are what they are.
    Problem,
    /// What is going to be done.
    Elaboration,
    /// A field of the threat, as it stands.
    Field(Field),
    /// A consequence, which is the activity's here.
    Consequence(Perspective, Dimension),
}

/// The sheets of an export, each with its header row.
#[derive(Debug)]
pub(in crate::exchange) struct Sheets<'a> {
    /// "Trussler".
    pub(in crate::exchange) threats: (&'a Sheet, Headers),
    /// "Stamdata"; missing where the workbook has lost it.
    pub(in crate::exchange) facts: Option<(&'a Sheet, Headers)>,
}

/// Finds the sheets by their headers, whatever their names; `None` where it is no such export.
pub(in crate::exchange) fn find(workbook: &Workbook) -> Option<Sheets<'_>> {
    let is_threats = |headers: &Headers| {
        let parts = parts_of(headers);
        let has = |part: Part| parts.contains(&part);
        let is_one =
            has(Part::Description) && (has(Part::Kind) || has(Part::Field(Field::Likelihood)));
        if is_one { parts.len() } else { 0 }
    };
    let threats = workbook
        .sheets
        .iter()
        .find_map(|sheet| best_row(sheet, None, is_threats).map(|(headers, _)| (sheet, headers)))?;
    let others = workbook.sheets.iter().filter(|sheet| sheet.name != threats.0.name);
    let facts = others.filter_map(|sheet| {
        let (headers, count) = best_row(sheet, None, known_facts)?;
        let is_named = fold(&sheet.name).contains("stamdata");
        (is_named || count >= 2).then_some((sheet, headers, count))
    });
    let facts = facts.max_by_key(|(.., count)| *count);
    Some(Sheets { threats, facts: facts.map(|(sheet, headers, _)| (sheet, headers)) })
}

fn parts_of(headers: &Headers) -> Vec<Part> {
    headers.texts.iter().filter_map(|(_, text)| part(text)).collect()
}

/// How many headers of a row are those of "Stamdata".
fn known_facts(headers: &Headers) -> usize {
    const OTHERS: [&str; 5] = ["titel", "undertitel", "tilstede", "kritikalitet", "systemejer"];
    let is_known = |text: &str| {
        fact(text).is_some() || OTHERS.iter().any(|known| fold(text).starts_with(known))
    };
    headers.texts.iter().filter(|(_, text)| is_known(text)).count()
}

/// What a header of the sheet of threats means.
pub(in crate::exchange) fn part(header: &str) -> Option<Part> {
    // "Trussel Type", "Trusselstype" and "Type af trussel" are one.
    let folded = fold(header).replace(['.', ',', ':'], " ");
    let words: Vec<&str> = folded.split_whitespace().collect();
    let has = |start: &str| words.iter().any(|word| word.starts_with(start));
    let holds = |part: &str| words.iter().any(|word| word.contains(part));
    let is_residual = has("rest") || has("residual");
    if let Some((whose, kind)) = consequence(&words) {
        return Some(Part::Consequence(whose, kind));
    }
    Some(match () {
        () if holds("trussel") && holds("type") => Part::Kind,
        () if holds("trussel") && holds("beskrivelse") => Part::Description,
        () if is_residual && has("sandsyn") => Part::Field(Field::ResidualLikelihood),
        () if is_residual && has("konsekvens") => Part::Field(Field::ResidualConsequence),
        () if folded.trim() == "ikke relevant" => Part::NotRelevant,
        () if folded.trim() == "sandsynlighed" => Part::Field(Field::Likelihood),
        () if has("problem") => Part::Problem,
        () if has("eksisterende") && has("foranstaltning") => Part::Field(Field::Measures),
        // The text about the treatment names the treatment, too.
        () if has("uddybning") => Part::Elaboration,
        () if holds("metode") => Part::Field(Field::Treatment),
        () => return None,
    })
}

/// "Konf. Registrerede" and the like: one word says which kind, another whose.
fn consequence(words: &[&str]) -> Option<(Perspective, Dimension)> {
    const KINDS: [(&str, Dimension); 5] = [
        ("konf", Dimension::Confidentiality),
        ("fortrol", Dimension::Confidentiality),
        ("integr", Dimension::Integrity),
        ("tilg", Dimension::Availability),
        ("autent", Dimension::Authenticity),
    ];
    const WHOSE: [(&str, Perspective); 3] = [
        ("registr", Perspective::DataSubject),
        ("organis", Perspective::Organisation),
        ("samf", Perspective::Society),
    ];
    let kind = KINDS.iter().find(|(start, _)| words.iter().any(|word| word.starts_with(start)));
    let whose = WHOSE.iter().find(|(start, _)| words.iter().any(|word| word.starts_with(start)));
    Some((whose?.1, kind?.1))
}

/// What a header of "Stamdata" means; `None` where we have no room for it.
pub(in crate::exchange) fn fact(header: &str) -> Option<Field> {
    const FACTS: [(&str, Field); 5] = [
        ("risikoejer", Field::Owner),
        ("kommentar", Field::Note),
        ("dato", Field::AssessedOn),
        ("næste revision", Field::ReviewBy),
        ("revisionsdato", Field::ReviewBy),
    ];
    let folded = fold(header);
    FACTS.iter().find(|(start, _)| folded.starts_with(start)).map(|(_, field)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_headers_of_os2compliance_and_what_people_make_of_them() {
        use Perspective::{DataSubject, Organisation, Society};
        let cases = [
            ("Trussel Type", Part::Kind),
            ("Trusselstype", Part::Kind),
            ("Trussel Beskrivelse", Part::Description),
            ("trusselsbeskrivelse", Part::Description),
            ("Ikke Relevant", Part::NotRelevant),
            ("Sandsynlighed", Part::Field(Field::Likelihood)),
            ("Konf. Registrerede", Part::Consequence(DataSubject, Dimension::Confidentiality)),
            ("Integr. Organisation", Part::Consequence(Organisation, Dimension::Integrity)),
            ("Tilg. Samfund", Part::Consequence(Society, Dimension::Availability)),
            ("Autent. Samfund", Part::Consequence(Society, Dimension::Authenticity)),
            ("Problem", Part::Problem),
            ("Problemstilling", Part::Problem),
            ("Eksisterende Foranstaltninger", Part::Field(Field::Measures)),
            ("Metode", Part::Field(Field::Treatment)),
            ("Risikohåndteringsmetode", Part::Field(Field::Treatment)),
            ("Uddybning", Part::Elaboration),
            ("Restrisiko Sandsynlighed", Part::Field(Field::ResidualLikelihood)),
            ("Restrisiko Konsekvens", Part::Field(Field::ResidualConsequence)),
        ];
        for (header, expected) in cases {
            assert_eq!(part(header), Some(expected), "{header}");
        }
        for other in ["Risikoscore", "Trussel", "Konsekvens", "Registrerede", ""] {
            assert_eq!(part(other), None, "{other}");
        }
        assert_eq!(fact("Kommentarer"), Some(Field::Note));
        assert_eq!(fact("Systemejer"), None);
    }
}
