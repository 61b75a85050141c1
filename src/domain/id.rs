//! Stable identifiers. The id is the key everywhere; titles may change, ids never do.

use std::cmp::Ordering;
use std::fmt;

/// Why a text is not an id of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidId {
    /// What was written.
    pub found: String,
}

/// A text of at most eight ASCII characters that lies in the id itself: these ids are the keys of
/// every map, and a full workbook names them ten thousand times.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Short([u8; 8]);

impl Short {
    /// The text in capitals; `None` where it is too long, or of other characters.
    fn capitals(text: &str) -> Option<Self> {
        let mut bytes = [0; 8];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        bytes.make_ascii_uppercase();
        text.bytes().all(|byte| byte.is_ascii_graphic()).then_some(Self(bytes))
    }

    /// Letters, and a number of one digit or two that is written with two.
    fn numbered(letters: &str, number: &str) -> Option<Self> {
        let mut bytes = [0; 8];
        let (start, rest) = bytes.split_at_mut_checked(letters.len())?;
        start.copy_from_slice(letters.as_bytes());
        let [tens, ones, ..] = rest else { return None };
        (*tens, *ones) = match number.as_bytes() {
            [digit] => (b'0', *digit),
            [first, second] => (*first, *second),
            _ => return None,
        };
        (tens.is_ascii_digit() && ones.is_ascii_digit()).then_some(Self(bytes))
    }

    fn as_str(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(self.0.len());
        self.0.get(..end).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
    }
}

impl Ord for Short {
    /// The order of the texts: what they are filled up with is less than any character.
    fn cmp(&self, other: &Self) -> Ordering {
        u64::from_be_bytes(self.0).cmp(&u64::from_be_bytes(other.0))
    }
}

impl PartialOrd for Short {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Short {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), formatter)
    }
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident($text:ty), $valid:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($text);

        impl $name {
            /// Reads an id, tolerant of case and surrounding blanks.
            ///
            /// # Errors
            /// The text does not have the form of this kind of id.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                let normalise: fn(&str) -> Option<$text> = $valid;
                normalise(text.trim())
                    .map(Self)
                    .ok_or_else(|| InvalidId { found: text.to_owned() })
            }

            /// The id as it is written in files.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(self.as_str())
            }
        }
    };
}

text_id!(
    /// Number of a processing activity: `01`–`90`, the cross-cutting `A`–`F`, or a municipality's
    /// own `X01`–`X99`. The order of the type is the order of lists: numbers, letters, own.
    ///
    /// Source: the numbers are those of KL's shared template.
    ActivityId(Short),
    |text| {
        let capitals = Short::capitals(text)?;
        let upper = capitals.as_str();
        if upper.bytes().all(|b| b.is_ascii_digit()) {
            return Short::numbered("", upper).filter(|id| id.as_str() != "00");
        }
        if upper.len() == 1 && upper.bytes().all(|b| (b'A'..=b'W').contains(&b)) {
            return Some(capitals);
        }
        Short::numbered("X", upper.strip_prefix('X')?)
    }
);

text_id!(
    /// Number of a threat: `T01`–`T99`, a municipality's own `TX01`–`TX99`.
    ThreatId(Short),
    |text| numbered(text, ["T", "TX"])
);

text_id!(
    /// Number of a measure: `M01`–`M99`, a municipality's own `MX01`–`MX99`.
    MeasureId(Short),
    |text| numbered(text, ["M", "MX"])
);

/// A letter, `X` where it is a municipality's own, and one or two digits.
fn numbered(text: &str, [letter, letter_of_own]: [&str; 2]) -> Option<Short> {
    let capitals = Short::capitals(text)?;
    let rest = capitals.as_str().strip_prefix(letter)?;
    match rest.strip_prefix('X') {
        Some(number) => Short::numbered(letter_of_own, number),
        None => Short::numbered(letter, rest),
    }
}

/// Lower-case letters, digits and hyphens, as ids of methods, bands and areas are written.
fn kebab(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let valid = !lower.is_empty()
        && lower.len() <= 40
        && lower.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    valid.then_some(lower)
}

text_id!(
    /// Id of a method, such as `kl-4x4`.
    MethodId(String),
    kebab
);
text_id!(
    /// Id of a band (risikoniveau) within its method, such as `over-middel`.
    BandId(String),
    kebab
);
text_id!(
    /// Id of an area (område) of municipal work, such as `skole-unge`.
    AreaId(String),
    kebab
);

/// Whether an id of an activity, a threat or a measure is one that municipalities give: `X01`,
/// `TX01`, `MX01`. Tolerant of case and surrounding blanks, like the ids themselves.
#[must_use]
pub fn is_own(id: &str) -> bool {
    let upper = id.trim().to_uppercase();
    upper.strip_prefix(['T', 'M']).unwrap_or(&upper).starts_with('X')
}

/// Three-digit code of a municipality, printed with leading zeros.
///
/// Source: the civil registration system's municipality codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MunicipalityCode(u16);

impl MunicipalityCode {
    /// Reads a code with or without leading zeros.
    ///
    /// # Errors
    /// The text is not a number from 1 to 999.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        let invalid = || InvalidId { found: text.to_owned() };
        let number: u16 = text.trim().parse().map_err(|_| invalid())?;
        (1..=999).contains(&number).then_some(Self(number)).ok_or_else(invalid)
    }

    /// The code as a number.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for MunicipalityCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:03}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_activity_numbers_as_people_write_them() {
        for (written, id) in [("3", "03"), ("03", "03"), (" 74 ", "74"), ("a", "A"), ("x1", "X01")]
        {
            assert_eq!(ActivityId::parse(written).unwrap().as_str(), id);
        }
        for wrong in ["", "0", "00", "O3", "123", "AB", "X", "3.5", "-1", "Å"] {
            assert!(ActivityId::parse(wrong).is_err(), "{wrong} was taken for an activity");
        }
    }

    #[test]
    fn takes_a_letter_in_a_number_for_no_number() {
        for wrong in ["TA1", "T1A", "TAA", "T:1", "MX1:", "X1a", "T001", "TX"] {
            assert!(ThreatId::parse(wrong).is_err(), "{wrong} was taken for a threat");
            assert!(ActivityId::parse(wrong).is_err(), "{wrong} was taken for an activity");
        }
    }

    #[test]
    fn methods_have_ids_of_letters_digits_and_hyphens_of_up_to_forty_characters() {
        assert_eq!(MethodId::parse("KL-4x4").unwrap().as_str(), "kl-4x4");
        assert!(MethodId::parse(&"a".repeat(40)).is_ok());
        for wrong in ["", "kl 4x4", "kl_4x4", "æ", "../kl", &"a".repeat(41)] {
            assert!(MethodId::parse(wrong).is_err(), "{wrong} was taken for a method");
        }
    }

    #[test]
    fn an_id_is_shown_as_it_is_written() {
        let id = ThreatId::parse("t7").unwrap();
        assert!(format!("{id:?}").contains("T07"), "{id:?}");
    }

    #[test]
    fn orders_activities_by_number_then_letter_then_own() {
        let mut ids: Vec<_> =
            ["X01", "A", "90", "01"].iter().map(|id| ActivityId::parse(id).unwrap()).collect();
        ids.sort();
        let sorted: Vec<_> = ids.iter().map(ActivityId::as_str).collect();
        assert_eq!(sorted, ["01", "90", "A", "X01"]);
    }

    #[test]
    fn reads_threat_numbers_in_either_case() {
        assert_eq!(ThreatId::parse("t7").unwrap().as_str(), "T07");
        assert_eq!(ThreatId::parse("TX1").unwrap().as_str(), "TX01");
        assert!(ThreatId::parse("07").is_err());
    }

    #[test]
    fn knows_the_numbers_that_municipalities_give() {
        for own in ["X01", "TX01", "MX01", " x7 ", "tx3"] {
            assert!(is_own(own), "{own}");
        }
        for shared in ["74", "A", "T07", "M12", ""] {
            assert!(!is_own(shared), "{shared}");
        }
    }

    #[test]
    fn prints_municipality_codes_with_three_digits() {
        assert_eq!(MunicipalityCode::parse("0101").unwrap().to_string(), "101");
        assert!(MunicipalityCode::parse("1000").is_err());
    }
}
