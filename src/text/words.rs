//! The glossary: one word per thing, in both languages.

use super::Lang;
use crate::domain::{
    Band, Colour, Dimension, Level, Origin, Override, Perspective, Status, Treatment,
};
use crate::finding::{Axis, Severity};

/// Name of a dimension, in lower case.
#[must_use]
pub fn dimension(lang: Lang, dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Confidentiality => lang.pick("fortrolighed", "confidentiality"),
        Dimension::Integrity => lang.pick("integritet", "integrity"),
        Dimension::Availability => lang.pick("tilgængelighed", "availability"),
        Dimension::Authenticity => lang.pick("autenticitet", "authenticity"),
    }
}

/// The letter that stands for a dimension in narrow columns.
#[must_use]
pub fn dimension_letter(lang: Lang, dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Confidentiality => lang.pick("F", "C"),
        Dimension::Integrity => "I",
        Dimension::Availability => lang.pick("T", "A"),
        Dimension::Authenticity => lang.pick("A", "Au"),
    }
}

/// Whose consequence, in lower case.
#[must_use]
pub fn perspective(lang: Lang, perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::DataSubject => lang.pick("den registrerede", "the data subject"),
        Perspective::Organisation => lang.pick("organisationen", "the organisation"),
        Perspective::Society => lang.pick("samfundet", "society"),
    }
}

/// How far an activity has come.
#[must_use]
pub fn status(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::NotStarted => lang.pick("ikke startet", "not started"),
        Status::InProgress => lang.pick("i gang", "in progress"),
        Status::Assessed => lang.pick("vurderet", "assessed"),
        Status::NotApplicable => lang.pick("ikke relevant", "not applicable"),
    }
}

/// What is done about a risk.
#[must_use]
pub fn treatment(lang: Lang, treatment: Treatment) -> &'static str {
    match treatment {
        Treatment::Accept => lang.pick("accepter", "accept"),
        Treatment::Avoid => lang.pick("undgå", "avoid"),
        Treatment::Share => lang.pick("del", "share"),
        Treatment::Mitigate => lang.pick("mitiger", "mitigate"),
    }
}

/// Where a figure comes from.
#[must_use]
pub fn origin(lang: Lang, origin: Origin) -> &'static str {
    match origin {
        Origin::Catalogue => lang.pick("udgangsværdi", "starting value"),
        Origin::Kl => lang.pick("KL's tal", "KL's figure"),
        Origin::Own => lang.pick("egen", "own"),
    }
}

/// Name of an axis, in lower case.
#[must_use]
pub fn axis(lang: Lang, axis: Axis) -> &'static str {
    match axis {
        Axis::Likelihood => lang.pick("sandsynlighed", "likelihood"),
        Axis::Consequence => lang.pick("konsekvens", "consequence"),
    }
}

/// How serious a finding is.
#[must_use]
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    match severity {
        Severity::Note => lang.pick("note", "note"),
        Severity::Warning => lang.pick("advarsel", "warning"),
        Severity::Error => lang.pick("fejl", "error"),
    }
}

/// Name of a colour.
#[must_use]
pub fn colour(lang: Lang, colour: Colour) -> &'static str {
    match colour {
        Colour::Green => lang.pick("grøn", "green"),
        Colour::LightGreen => lang.pick("lysegrøn", "light green"),
        Colour::Yellow => lang.pick("gul", "yellow"),
        Colour::Orange => lang.pick("orange", "orange"),
        Colour::Red => lang.pick("rød", "red"),
    }
}

/// Name of a band.
#[must_use]
pub fn band(lang: Lang, band: &Band) -> &str {
    lang.pick(&band.label, &band.label_en)
}

/// Name of a level.
#[must_use]
pub fn level_label(lang: Lang, level: &Level) -> &str {
    lang.pick(&level.label, &level.label_en)
}

/// What a local catalogue says otherwise of an entry, in words.
#[must_use]
pub fn overridden(lang: Lang, change: &Override) -> Vec<&'static str> {
    let fields = [
        (change.title.is_some(), lang.pick("titel", "title")),
        (change.description.is_some(), lang.pick("beskrivelse", "description")),
        (
            change.starting.is_some(),
            lang.pick("udgangsværdi for konsekvens", "starting consequence"),
        ),
        (change.kle_groups.is_some(), lang.pick("KLE-grupper", "KLE groups")),
        (change.legal_basis.is_some(), lang.pick("retsgrundlag", "legal basis")),
    ];
    fields.into_iter().filter(|(is_changed, _)| *is_changed).map(|(_, field)| field).collect()
}

/// What a threat hits or a measure protects.
#[must_use]
pub fn hits(lang: Lang, dimensions: &[Dimension], rights: bool) -> String {
    let words = dimensions.iter().map(|of| dimension(lang, *of));
    let rights = rights.then(|| lang.pick("rettigheder", "rights"));
    words.chain(rights).collect::<Vec<_>>().join(", ")
}

/// A number with its noun: "1 aktivitet", "2 aktiviteter".
#[must_use]
pub fn counted(lang: Lang, number: usize, (one, many): (&str, &str)) -> String {
    format!("{} {}", count(lang, number), if number == 1 { one } else { many })
}

/// A number with the thousands set apart as the language does it.
#[must_use]
pub fn count(lang: Lang, number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(lang.pick('.', ','));
        }
        text.push(digit);
    }
    text
}

/// A number as the language writes it: with a decimal comma in Danish.
#[must_use]
pub fn number(lang: Lang, number: &str) -> String {
    match lang {
        Lang::Da => number.replace('.', ","),
        Lang::En => number.to_owned(),
    }
}

/// True or false, as a spreadsheet shows it.
#[must_use]
pub fn boolean(lang: Lang, value: bool) -> &'static str {
    match value {
        true => lang.pick("SAND", "TRUE"),
        false => lang.pick("FALSK", "FALSE"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_thousands_apart() {
        assert_eq!(count(Lang::Da, 250_000), "250.000");
        assert_eq!(count(Lang::En, 1_234_567), "1,234,567");
        assert_eq!(count(Lang::Da, 16), "16");
    }
}
