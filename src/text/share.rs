//! What is said where an assessment is shared.

use super::Lang;

/// As much of a digest as people read out to each other, in groups of four.
#[must_use]
pub fn checksum(digest: &str) -> String {
    const READ_OUT: usize = 16;
    let hex: Vec<char> = digest.trim_start_matches("sha256:").chars().take(READ_OUT).collect();
    let groups: Vec<String> = hex.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// Asked before the file is written. The answers that mean yes are those of [`is_yes`].
#[must_use]
pub fn share_question(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Da => format!("Skriv filen {file}? [j/N] "),
        Lang::En => format!("Write the file {file}? [y/N] "),
    }
}

/// Whether an answer means yes, in either language.
#[must_use]
pub fn is_yes(answer: &str) -> bool {
    ["j", "ja", "y", "yes"].contains(&answer.trim().to_lowercase().as_str())
}

/// The question was answered with no.
#[must_use]
pub fn share_declined(lang: Lang) -> &'static str {
    lang.pick("intet er skrevet", "nothing was written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_is_read_out_in_groups_of_four() {
        assert_eq!(checksum("sha256:93f6a697872b58801122"), "93f6 a697 872b 5880");
        assert_eq!(checksum("sha256:93f6a"), "93f6 a");
        assert_eq!(checksum(""), "");
    }

    #[test]
    fn only_a_clear_yes_is_a_yes() {
        for yes in ["j", "Ja", " y\n", "YES"] {
            assert!(is_yes(yes), "{yes}");
        }
        for no in ["", "\n", "n", "nej", "jo", "måske"] {
            assert!(!is_yes(no), "{no}");
        }
    }
}
