//! Who signed a file, and what a signature says about itself.

use super::Timestamp;

/// What a signature says about itself and signs with it, as minisign keeps it: parts with tabs between them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SignatureComment {
    /// When it was made, as whoever signed says; missing where they do not.
    pub at: Option<Timestamp>,
    /// Name of the signed file, without its folder; empty where it is not said.
    pub file: String,
    /// Digest of the signed file; missing in signatures that another program made.
    pub digest: Option<String>,
    /// Who signed, in words; empty where nobody is named.
    pub by: String,
    /// Where the journal of a signed assessment ended; missing where there was none, and for other files.
    pub journal: Option<JournalEnd>,
}

/// The last entry of a journal at some time. Its hash covers every entry before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEnd {
    /// Its number.
    pub number: u64,
    /// Its hash, as it stands in the journal.
    pub hash: String,
}

impl SignatureComment {
    /// The comment as one line.
    #[must_use]
    pub fn line(&self) -> String {
        let mut parts = Vec::new();
        parts.extend(self.at.map(|at| format!("timestamp:{}", at.as_second())));
        parts.push(format!("file:{}", one_line(&self.file)));
        parts.extend(self.digest.as_deref().map(|digest| format!("digest:{digest}")));
        let end = self.journal.as_ref();
        parts.extend(end.map(|end| format!("journal:{} {}", end.number, one_line(&end.hash))));
        let by = one_line(&self.by);
        if !by.is_empty() {
            parts.push(format!("by:{by}"));
        }
        parts.join("\t")
    }

    /// Takes a comment apart; what another program wrote has only some of the parts.
    #[must_use]
    pub fn parse(line: &str) -> Self {
        let mut comment = Self::default();
        for part in line.split('\t') {
            match part.split_once(':') {
                Some(("timestamp", seconds)) => {
                    let seconds = seconds.trim().parse().ok();
                    comment.at = seconds.and_then(|at| Timestamp::from_second(at).ok());
                }
                Some(("file", file)) => file.clone_into(&mut comment.file),
                Some(("digest", digest)) => comment.digest = Some(digest.to_owned()),
                Some(("by", by)) => by.clone_into(&mut comment.by),
                Some(("journal", end)) => {
                    comment.journal = end.split_once(' ').and_then(|(number, hash)| {
                        Some(JournalEnd { number: number.parse().ok()?, hash: hash.to_owned() })
                    });
                }
                _ => {}
            }
        }
        comment
    }
}

/// A text without what would end its part of the comment.
fn one_line(text: &str) -> String {
    let blank = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(blank).collect::<String>().trim().to_owned()
}

/// A signature that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Id of the key: 16 hexadecimal digits. Two keys may have the same id; the key itself is what counts.
    pub key: String,
    /// The public key, as it is compared with one that was got on another way.
    pub public_key: String,
    /// File that the public key was read from, as the user named it.
    pub key_file: String,
    /// The comment that is signed with the file, as it stands there.
    pub comment: String,
    /// What the comment says.
    pub says: SignatureComment,
    /// Digest of the file as it was signed, as `sha256:` and 64 hexadecimal digits.
    pub digest: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_comment_says_is_read_as_it_was_written() {
        let comment = SignatureComment {
            at: Timestamp::from_second(1_764_150_000).ok(),
            file: "ærø 2026.risiko.yml".to_owned(),
            digest: Some("sha256:00".to_owned()),
            by: "Ida Holm: Direktør".to_owned(),
            journal: Some(JournalEnd { number: 12, hash: "00ff".to_owned() }),
        };
        assert_eq!(SignatureComment::parse(&comment.line()), comment);
        let spread = SignatureComment { by: "Ida\tHolm\nx".to_owned(), ..comment };
        assert_eq!(SignatureComment::parse(&spread.line()).by, "Ida Holm x");
    }

    #[test]
    fn a_comment_of_another_program_is_no_mistake() {
        let comment = SignatureComment::parse("timestamp:1764150000\tfile:a.yml\thashed");
        assert_eq!(comment.file, "a.yml");
        assert_eq!(comment.digest, None);
        assert_eq!(SignatureComment::parse("hvad som helst"), SignatureComment::default());
        assert_eq!(SignatureComment::parse("timestamp:999999999999999999").at, None);
        assert_eq!(SignatureComment::parse("journal:tolv 00\tjournal:12").journal, None);
    }
}
