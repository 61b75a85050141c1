//! Words of the record of processing activities (fortegnelse), GDPR article 30(1).

use crate::text::Lang;
use crate::text::words::count;

/// A field that article 30(1) asks for, and the legal basis, which it does not ask for and everybody
/// expects beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordField {
    /// (a) The controller.
    Controller,
    /// (a) The data protection officer.
    Dpo,
    /// (b) The purposes.
    Purposes,
    /// (c) Categories of data subjects.
    DataSubjects,
    /// (c) Categories of personal data.
    PersonalData,
    /// (d) Categories of recipients.
    Recipients,
    /// (e) Transfers to third countries.
    ThirdCountries,
    /// (f) Time limits for erasure.
    Erasure,
    /// (g) Security measures.
    Security,
    /// The legal basis: articles 6 and 9, and national law.
    LegalBasis,
}

impl RecordField {
    /// The fields of each activity, in the order of the article.
    pub const OF_ACTIVITY: [Self; 8] = [
        Self::Purposes,
        Self::DataSubjects,
        Self::PersonalData,
        Self::Recipients,
        Self::ThirdCountries,
        Self::Erasure,
        Self::Security,
        Self::LegalBasis,
    ];

    /// Key in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Controller => "controller",
            Self::Dpo => "dpo",
            Self::Purposes => "purposes",
            Self::DataSubjects => "data-subjects",
            Self::PersonalData => "personal-data",
            Self::Recipients => "recipients",
            Self::ThirdCountries => "third-countries",
            Self::Erasure => "erasure",
            Self::Security => "security",
            Self::LegalBasis => "legal-basis",
        }
    }
}

/// Name of a field with its letter in the article.
#[must_use]
pub fn record_field(lang: Lang, field: RecordField) -> &'static str {
    match field {
        RecordField::Controller => lang.pick("Dataansvarlig (a)", "Controller (a)"),
        RecordField::Dpo => {
            lang.pick("Databeskyttelsesrådgiver (a)", "Data protection officer (a)")
        }
        RecordField::Purposes => lang.pick("Formål (b)", "Purposes (b)"),
        RecordField::DataSubjects => lang.pick("Registrerede (c)", "Data subjects (c)"),
        RecordField::PersonalData => lang.pick("Personoplysninger (c)", "Personal data (c)"),
        RecordField::Recipients => lang.pick("Modtagere (d)", "Recipients (d)"),
        RecordField::ThirdCountries => {
            lang.pick("Overførsel til tredjelande (e)", "Transfers to third countries (e)")
        }
        RecordField::Erasure => lang.pick("Sletning (f)", "Erasure (f)"),
        RecordField::Security => {
            lang.pick("Sikkerhedsforanstaltninger (g)", "Security measures (g)")
        }
        RecordField::LegalBasis => lang.pick("Hjemmel", "Legal basis"),
    }
}

/// That nobody has said it.
#[must_use]
pub fn gap(lang: Lang) -> &'static str {
    lang.pick("Mangler", "Missing")
}

/// What stands where transfers are to be: neither the catalogue nor the assessment says it.
#[must_use]
pub fn third_countries(lang: Lang) -> &'static str {
    lang.pick(
        "Mangler: skriv, om en leverandør eller underleverandør behandler oplysninger uden for EU og EØS",
        "Missing: write whether a processor or sub-processor handles data outside the EU and EEA",
    )
}

/// How many fields are filled in of how many, in how many activities.
#[must_use]
pub fn record_summary(lang: Lang, (filled, of): (usize, usize), activities: usize) -> String {
    let [filled, of, activities] = [filled, of, activities].map(|n| count(lang, n));
    match lang {
        Lang::Da => format!(
            "{activities} behandlingsaktiviteter. {filled} af {of} felter er udfyldt; resten er markeret med »Mangler«."
        ),
        Lang::En => format!(
            "{activities} processing activities. {filled} of {of} fields are filled in; the rest are marked “Missing”."
        ),
    }
}

/// A field that is missing in so many of so many activities.
#[must_use]
pub fn record_gaps(lang: Lang, field: RecordField, (missing, of): (usize, usize)) -> String {
    let name = record_field(lang, field);
    let [missing, of] = [missing, of].map(|n| count(lang, n));
    match lang {
        Lang::Da => format!("{name}: mangler i {missing} af {of} aktiviteter."),
        Lang::En => format!("{name}: missing in {missing} of {of} activities."),
    }
}

/// Whether the entry of the catalogue has been looked at by somebody with the knowledge.
#[must_use]
pub fn record_statement(lang: Lang, reviewed: bool) -> &'static str {
    match reviewed {
        true => lang.pick(
            "Katalogets tekst er gennemset af en fagperson.",
            "The catalogue's text has been reviewed by a professional.",
        ),
        false => lang.pick(
            "Katalogets tekst er endnu ikke gennemset af en fagperson; kommunen skal selv se den efter.",
            "The catalogue's text has not been reviewed by a professional yet; the municipality must check it itself.",
        ),
    }
}

/// Headers of an activity's fields: field, what it says.
#[must_use]
pub fn record_columns(lang: Lang) -> [&'static str; 2] {
    lang.pick(["Felt", "Indhold"], ["Field", "Content"])
}

/// That nobody has said how to reach somebody, and where it is said.
#[must_use]
pub fn contact_missing(lang: Lang) -> &'static str {
    lang.pick(
        "Mangler: kontaktoplysninger skrives i rapportskabelonen (risiko report --export-templates)",
        "Missing: contact details are written in the report template (risiko report --export-templates)",
    )
}
