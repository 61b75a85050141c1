//! "Did you mean": the candidate nearest to what was written.

/// Similarity (0 to 1, Jaro–Winkler) below which a guess would rather mislead than help.
const SIMILAR_ENOUGH: f64 = 0.75;

/// Longest text, in bytes, that is compared: our longest name has a hundred, and comparing takes time with the length.
const LONGEST: usize = 400;

/// The candidate nearest to `written`, if one is near enough.
///
/// Case is ignored, and `aa`, `ae`, `oe` stand for `å`, `æ`, `ø`, as people type them on
/// keyboards without the letters.
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if written.len() > LONGEST {
        return None;
    }
    let wanted = fold(written);
    candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&wanted, &fold(candidate)), candidate))
        .filter(|(similarity, _)| *similarity >= SIMILAR_ENOUGH)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

/// Whether `written` is how a word begins, but for slips of the keyboard: one from four letters on,
/// two from eight.
#[must_use]
pub fn begins_misspelt(written: &str, word: &str) -> bool {
    let (wanted, word) = (spelled_out(written), spelled_out(word));
    let length = wanted.chars().count();
    let slips = match length {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    (length - slips..=length + slips).any(|length| {
        let start: String = word.chars().take(length).collect();
        strsim::osa_distance(&wanted, &start) <= slips
    })
}

/// Lower case with the Danish letters spelled out, so that Aarhus and Århus are one.
#[must_use]
pub fn spelled_out(text: &str) -> String {
    text.trim().to_lowercase().replace('å', "aa").replace('æ', "ae").replace('ø', "oe")
}

/// Spelled out, and an `O` in a number read as zero.
fn fold(text: &str) -> String {
    let lower = spelled_out(text);
    let digits_and_o = lower.chars().all(|c| c.is_ascii_digit() || c == 'o');
    if digits_and_o && lower.chars().any(|c| c.is_ascii_digit()) {
        lower.replace('o', "0")
    } else {
        lower
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_a_municipality_typed_without_danish_letters() {
        assert_eq!(nearest("Kobenhavn", ["Køge", "København"]), Some("København"));
        assert_eq!(nearest("Aeroe", ["Ærø", "Aarhus"]), Some("Ærø"));
    }

    #[test]
    fn reads_a_letter_o_in_a_number_as_zero() {
        assert_eq!(nearest("O3", ["01", "02", "03"]), Some("03"));
    }

    #[test]
    fn keeps_silent_when_nothing_is_near() {
        assert_eq!(nearest("zzz", ["Ærø", "Aarhus"]), None);
        assert_eq!(nearest(&"Aarhus".repeat(100), ["Ærø", "Aarhus"]), None);
    }
}
