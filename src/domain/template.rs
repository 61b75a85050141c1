//! What a municipality says in its own way in a report: words, colour, logo, and who it is.

use std::collections::BTreeMap;

use super::keyed::keyed;

/// Whom a report is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// Direktionen: what is worst, what it takes, what must be decided.
    Board,
    /// Byrådet: the same in plain words, without what reveals a weakness.
    Council,
    /// The people of one area.
    Department,
    /// The data protection officer: everything.
    Dpo,
    /// Whoever asks for the record of processing activities (GDPR article 30).
    Record,
}

keyed!(Reader {
    "direktion" => Board,
    "byraad" => Council,
    "fagomraade" => Department,
    "dpo" => Dpo,
    "art30" => Record,
});

/// A text of a report that a municipality may write in its own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wording {
    /// Title of the report for the board.
    BoardTitle,
    /// Title of the report for the council.
    CouncilTitle,
    /// Title of the report for an area.
    DepartmentTitle,
    /// Title of the report for the data protection officer.
    DpoTitle,
    /// Title of the record.
    RecordTitle,
    /// What information security is.
    CouncilWhat,
    /// What the council's role is.
    CouncilRole,
    /// What the figures do not say.
    CouncilLimits,
    /// What the record is.
    RecordIntro,
    /// Heading of what to read first.
    HeadingBrief,
    /// Heading of the worst.
    HeadingWorst,
    /// Heading of what must be decided.
    HeadingDecide,
    /// Heading of what it takes.
    HeadingTakes,
    /// Heading of what has changed.
    HeadingChanged,
    /// Heading of what differs from others.
    HeadingOthers,
    /// Heading of how sure it is.
    HeadingSure,
    /// A line at the foot of every page.
    Footer,
}

keyed!(Wording {
    "direktion-titel" => BoardTitle,
    "byraad-titel" => CouncilTitle,
    "fagomraade-titel" => DepartmentTitle,
    "dpo-titel" => DpoTitle,
    "art30-titel" => RecordTitle,
    "byraad-hvad" => CouncilWhat,
    "byraad-rolle" => CouncilRole,
    "byraad-forbehold" => CouncilLimits,
    "art30-indledning" => RecordIntro,
    "overskrift-kort-sagt" => HeadingBrief,
    "overskrift-vaerst" => HeadingWorst,
    "overskrift-beslut" => HeadingDecide,
    "overskrift-kraever" => HeadingTakes,
    "overskrift-aendret" => HeadingChanged,
    "overskrift-andre" => HeadingOthers,
    "overskrift-sikkert" => HeadingSure,
    "sidefod" => Footer,
});

/// A place in a wording that the program fills in.
pub const PLACEHOLDERS: [&str; 4] = ["kommune", "runde", "dato", "omraade"];

/// How a colour is mixed: red, green, blue.
pub type Rgb = [u8; 3];

/// Who somebody is, and how to reach them: article 30(1)(a). Missing is a gap in the record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// Name.
    pub name: Option<String>,
    /// Street and town.
    pub address: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
}

/// A municipality's own template; what it does not say is as shipped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    /// Colour of titles and of what a picture is about.
    pub accent: Option<Rgb>,
    /// Name of the PNG file with the logo, in the template's folder.
    pub logo: Option<String>,
    /// The municipality as the controller (dataansvarlig).
    pub controller: Contact,
    /// The data protection officer.
    pub dpo: Contact,
    /// Texts in its own words; a [placeholder](PLACEHOLDERS) stands in braces.
    pub texts: BTreeMap<Wording, String>,
}

/// A wording with its places filled in, each given by name and value. Other braces stay as they are.
#[must_use]
pub fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, behind)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, behind))
        });
        match known {
            Some((value, behind)) => {
                filled.push_str(value);
                rest = behind;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn places_are_filled_in_once_and_other_braces_stay() {
        let values = [("kommune", "{dato}by"), ("dato", "i dag")];
        assert_eq!(filled("{kommune} {x} {dato} {", &values), "{dato}by {x} i dag {");
        assert_eq!(filled("uden", &values), "uden");
    }
}
