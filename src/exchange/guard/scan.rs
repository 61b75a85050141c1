//! What must not stand in a part that the reader crate will trust.
//!
//! calamine 0.38 takes some numbers at their word (`uniqueCount` of the shared texts is reserved
//! in memory) and copies some texts once for every use (font names, number formats, targets of
//! relations). A few kilobytes could then ask for a hundred gigabytes, which aborts the process
//! and cannot be caught. The scan is on bytes and not on XML: calamine reads UTF-8 only, so what
//! it sees stands in the bytes as it is, and a search is many times faster than a parser.

use memchr::{memchr, memchr_iter, memmem};

use super::error::{GuardError, clip};
use super::limits::{
    MAX_PROPERTIES, MAX_RELATION_BYTES, MAX_RELATIONS, MAX_SHARED_STRINGS, MAX_SHEETS,
    MAX_STYLE_BYTES, STYLE_BYTES,
};

/// Refuses a part that would make the reader ask for too much.
///
/// Errors: [`GuardError::DangerousCount`], [`GuardError::DangerousText`],
/// [`GuardError::TooManySheets`].
pub(super) fn refuse_dangerous(part: &str, bytes: &[u8]) -> Result<(), GuardError> {
    refuse_count(part, bytes, "uniqueCount", bytes.len().min(MAX_SHARED_STRINGS))?;
    // The way the sheets are read does not use this number; the check costs next to nothing and
    // holds should another way be taken one day.
    refuse_count(part, bytes, "si", bytes.len())?;
    refuse_sheet_list(bytes)?;
    let name = part.to_ascii_lowercase();
    if name.ends_with("sharedstrings.xml") {
        refuse_elements(part, bytes, "si", MAX_SHARED_STRINGS)?;
    } else if name.ends_with("custom.xml") {
        refuse_elements(part, bytes, "property", MAX_PROPERTIES)?;
    } else if name.ends_with("styles.xml") {
        refuse_text(part, style_bytes(bytes), MAX_STYLE_BYTES)?;
    } else if name.ends_with(".rels") {
        refuse_elements(part, bytes, "Relationship", MAX_RELATIONS)?;
        refuse_text(part, longest_value(bytes), MAX_RELATION_BYTES)?;
    }
    Ok(())
}

/// Refuses an attribute whose number is larger than `limit`, wherever it stands.
fn refuse_count(
    part: &str,
    bytes: &[u8],
    attribute: &'static str,
    limit: usize,
) -> Result<(), GuardError> {
    // `si` alone is in every second word; with the sign after it, it is rare. The long name is
    // rare enough to allow blanks before the sign, as XML does and calamine too.
    let needle = if attribute == "si" { "si=" } else { attribute };
    for at in memmem::find_iter(bytes, needle) {
        let after = bytes.get(at.saturating_add(attribute.len())..).unwrap_or_default();
        let Some(digits) = number_after_sign(after) else {
            continue;
        };
        if is_larger(digits, limit) {
            return Err(GuardError::DangerousCount {
                part: clip(part),
                attribute,
                found: clip(digits),
                limit,
            });
        }
    }
    Ok(())
}

/// The digits in `="123"`, blanks allowed around the sign.
fn number_after_sign(bytes: &[u8]) -> Option<&str> {
    let (_, quoted) = quoted_after_sign(bytes)?;
    let quoted = quoted.trim_ascii_start();
    let end = quoted.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(quoted.len());
    std::str::from_utf8(quoted.get(..end)?).ok()
}

/// What follows `="` or `='`, and which of the two quotes it was.
fn quoted_after_sign(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let value = bytes.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    match value.split_first()? {
        (quote @ (b'"' | b'\''), rest) => Some((*quote, rest)),
        _ => None,
    }
}

/// Whether digits, of any length, write a number larger than `limit`.
fn is_larger(digits: &str, limit: usize) -> bool {
    // No digits is no number, and the reader then reserves nothing. A number that does not fit
    // is surely larger.
    !digits.is_empty() && digits.parse::<usize>().map_or(true, |number| number > limit)
}

/// Refuses a list of sheets that is too long before the reader copies a path for each.
fn refuse_sheet_list(bytes: &[u8]) -> Result<(), GuardError> {
    let found = count_elements(bytes, "sheet");
    if found > MAX_SHEETS {
        return Err(GuardError::TooManySheets { found, limit: MAX_SHEETS });
    }
    Ok(())
}

/// Refuses more elements of one name than honest files have.
fn refuse_elements(
    part: &str,
    bytes: &[u8],
    element: &'static str,
    limit: usize,
) -> Result<(), GuardError> {
    let found = count_elements(bytes, element);
    if found > limit {
        let part = clip(part);
        let found = found.to_string();
        return Err(GuardError::DangerousCount { part, attribute: element, found, limit });
    }
    Ok(())
}

/// What the styles would take in memory: each format copies its font's name and its number format.
fn style_bytes(bytes: &[u8]) -> usize {
    let each = longest_value(bytes).saturating_add(STYLE_BYTES);
    ["xf", "font", "fill", "border"]
        .iter()
        .map(|element| count_elements(bytes, element).saturating_mul(each))
        .fold(0, usize::saturating_add)
}

fn refuse_text(part: &str, found: usize, limit: usize) -> Result<(), GuardError> {
    if found > limit {
        return Err(GuardError::DangerousText { part: clip(part), found, limit });
    }
    Ok(())
}

/// How many elements of that name start in the part, with or without a namespace prefix.
pub(super) fn count_elements(bytes: &[u8], name: &str) -> usize {
    memmem::find_iter(bytes, name)
        .filter(|at| {
            let before = bytes.get(..*at).unwrap_or_default();
            let after = bytes.get(at.saturating_add(name.len())..).unwrap_or_default();
            let ends = matches!(after.first(), Some(b'>' | b'/')) || is_blank(after.first());
            ends && opens_element(before)
        })
        .count()
}

fn is_blank(byte: Option<&u8>) -> bool {
    byte.is_some_and(u8::is_ascii_whitespace)
}

/// Whether these bytes end in `<` or in `<prefix:`.
fn opens_element(before: &[u8]) -> bool {
    match before.split_last() {
        Some((b'<', _)) => true,
        Some((b':', prefix)) => prefix
            .iter()
            .rev()
            .find(|byte| b"<>/\"'=&:".contains(byte) || byte.is_ascii_whitespace())
            .is_some_and(|byte| *byte == b'<'),
        _ => false,
    }
}

/// The length of the longest attribute value in the part.
///
/// The next quote of the same kind ends a value, so the whole search is one pass.
fn longest_value(bytes: &[u8]) -> usize {
    memchr_iter(b'=', bytes)
        .filter_map(|at| quoted_after_sign(bytes.get(at..)?))
        .map(|(quote, rest)| memchr(quote, rest).unwrap_or(rest.len()))
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(part: &str, xml: &str) -> bool {
        refuse_dangerous(part, xml.as_bytes()).is_err()
    }

    #[test]
    fn refuses_counts_beyond_the_part_however_they_are_written() {
        for value in [
            "uniqueCount=\"4294967295\"",
            "uniqueCount='4294967295'",
            "uniqueCount = \"4294967295\"",
            "uniqueCount\n=\t'99999999999999999999999999999'",
            "uniqueCount=\"0000000000000000000000004294967295\"",
            "t=\"shared\" si=\"4294967295\"",
            "t=\"shared\"\tsi= '4294967295'",
        ] {
            assert!(refused("xl/any.xml", &format!("<sst {value}/>")), "{value}");
        }
    }

    #[test]
    fn lets_ordinary_counts_and_words_pass() {
        for xml in [
            "<sst count=\"4294967295\" uniqueCount=\"2\"><si/><si/></sst>",
            "<f t=\"shared\" si=\"3\"/><pageSetup paperSize=\"9\"/>",
            "<t>uniqueCount and si= and basis=</t>",
            "<sst uniqueCount=\"\"/>",
        ] {
            assert!(!refused("xl/sharedStrings.xml", xml), "{xml}");
        }
    }

    #[test]
    fn counts_elements_by_name_and_not_by_letters() {
        let xml = b"<sheets><sheet a='1'/><x:sheet/></sheets><sheetView/> :sheet <t>a:sheet </t>";
        assert_eq!(count_elements(xml, "sheet"), 2);
        assert_eq!(count_elements(b"<si><t>si</t></si><si/><a:si\n>", "si"), 3);
    }

    #[test]
    fn refuses_a_sheet_list_that_is_too_long_in_any_part() {
        let list = "<sheet name='a' r:id='b'/>".repeat(MAX_SHEETS + 1);
        assert_eq!(
            refuse_dangerous("xl/bog.xml", list.as_bytes()),
            Err(GuardError::TooManySheets { found: MAX_SHEETS + 1, limit: MAX_SHEETS })
        );
    }

    #[test]
    fn measures_the_longest_value_with_either_quote() {
        assert_eq!(longest_value(b"<a b=\"123\" c='it is \"5\"' d = \"\">"), 9);
        assert_eq!(longest_value(b"<a formatCode=\"#'##0\"/> '  '"), 5);
        assert_eq!(longest_value(b"<a b=\"open"), 4);
        assert_eq!(longest_value(b""), 0);
    }

    #[test]
    fn refuses_styles_whose_copies_would_fill_the_memory() {
        let font = format!("<font><name val=\"{}\"/></font>", "x".repeat(100_000));
        let many = font.clone() + &"<xf fontId=\"0\"/>".repeat(2_000);
        assert!(refused("xl/styles.xml", &many));
        assert!(refused("xl/Styles.xml", &many));
        assert!(!refused("xl/styles.xml", &font));
        // Excel's own ceiling of formats, with a long number format.
        let legal = format!("<numFmt formatCode=\"{}\"/>", "0".repeat(255))
            + &"<xf numFmtId=\"164\"/>".repeat(65_490);
        assert!(!refused("xl/styles.xml", &legal));
    }

    #[test]
    fn refuses_a_relation_target_of_many_kilobytes() {
        let target = format!("<Relationship Target=\"{}\"/>", "x".repeat(40_000));
        assert!(refused("xl/_rels/workbook.xml.rels", &target));
        assert!(!refused("xl/worksheets/sheet1.xml", &target));
    }

    #[test]
    fn refuses_more_elements_than_honest_files_have() {
        for (part, element, limit) in [
            ("xl/sharedStrings.xml", "<si/>", MAX_SHARED_STRINGS),
            ("docProps/custom.xml", "<property name='a'/>", MAX_PROPERTIES),
            ("xl/_rels/workbook.xml.rels", "<Relationship/>", MAX_RELATIONS),
            ("xl/styles.xml", "<font/>", MAX_STYLE_BYTES / STYLE_BYTES),
        ] {
            assert!(!refused(part, &element.repeat(limit)), "{part}");
            assert!(refused(part, &element.repeat(limit + 1)), "{part}");
        }
    }
}
