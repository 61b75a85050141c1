//! The comments on cells of an Excel file: what colleagues wrote beside an answer.
//!
//! Threaded comments have a plain copy among these, so each thread is found, too.

use super::limits::{MAX_COMMENT_BYTES, MAX_COMMENTS};
use super::xml::{Fault, Node, Xml};

/// Adds the texts of a part with comments. One that cannot be read counts as a comment without
/// text, so that it is not passed over.
pub(super) fn keep(name: &str, part: &[u8], comments: &mut Vec<String>) {
    let lower = name.to_ascii_lowercase();
    let file = lower.rsplit(['/', '\\']).next().unwrap_or_default();
    if !file.starts_with("comment") || !lower.starts_with("xl") {
        return;
    }
    let text = std::str::from_utf8(part).unwrap_or_default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if texts(text, comments).is_err() {
        comments.push(String::new());
    }
}

fn texts(part: &str, comments: &mut Vec<String>) -> Result<(), Fault> {
    let mut xml = Xml::new(part);
    let mut open: Option<(usize, String)> = None;
    loop {
        match xml.next()? {
            Node::Open(tag) => {
                if open.is_none() && local(tag.name()) == "comment" {
                    open = Some((xml.depth(), String::new()));
                }
            }
            Node::Text(piece) => {
                if let Some((_, text)) = &mut open {
                    extend(text, &piece);
                }
            }
            Node::Close => {
                if let Some((_, text)) = open.take_if(|(depth, _)| xml.depth() < *depth) {
                    add(text, comments);
                }
            }
            Node::End => return Ok(()),
        }
    }
}

/// Adds a piece to the text of a comment, up to the limit.
pub(super) fn extend(text: &mut String, piece: &str) {
    let room = MAX_COMMENT_BYTES.saturating_sub(text.len());
    let cut = (0..=room.min(piece.len())).rev().find(|end| piece.is_char_boundary(*end));
    text.push_str(cut.and_then(|end| piece.get(..end)).unwrap_or_default());
}

/// Adds a comment, up to the limit.
pub(super) fn add(text: String, comments: &mut Vec<String>) {
    if comments.len() < MAX_COMMENTS {
        comments.push(text);
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(name: &str, part: &str) -> Vec<String> {
        let mut comments = Vec::new();
        keep(name, part.as_bytes(), &mut comments);
        comments
    }

    #[test]
    fn reads_each_comment_whatever_the_part_and_the_prefix_are_called() {
        let part = "<comments xmlns=\"m\"><authors><author>Ida</author></authors><commentList>\
            <comment ref=\"B7\"><text><r><t>Ring til </t></r><r><t>Bo &amp; Co</t></r></text></comment>\
            <comment ref=\"B8\"><text><t>Næ</t></text></comment></commentList></comments>";
        for name in ["xl/comments1.xml", "xl/comments/comment1.xml", "xl/Comments2.xml"] {
            assert_eq!(kept(name, part), ["Ring til Bo & Co", "Næ"], "{name}");
        }
        let prefixed =
            part.replace("<comment ", "<x:comment ").replace("</comment>", "</x:comment>");
        assert_eq!(kept("xl/comments1.xml", &prefixed).len(), 2);
        assert_eq!(kept("xl/worksheets/sheet1.xml", part), Vec::<String>::new());
    }

    #[test]
    fn a_comment_of_megabytes_is_cut_at_a_character() {
        let text = "ø".repeat(1_000_000);
        let part = format!("<comments><comment><t>{text}</t></comment></comments>");
        let kept = kept("xl/comments1.xml", &part);
        assert_eq!(kept.iter().map(String::len).collect::<Vec<_>>(), [MAX_COMMENT_BYTES]);
    }

    #[test]
    fn a_part_that_cannot_be_read_is_not_passed_over() {
        assert_eq!(kept("xl/comments1.xml", "<comments><comment>"), [""]);
    }
}
