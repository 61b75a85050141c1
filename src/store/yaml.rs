//! YAML text to a tree that knows the place of every value.
//!
//! Serde stops at the first mistake and turns `27.60` into a number; this tree keeps every scalar
//! as it was written, so that one run can report all mistakes with line and column. Only `store`
//! knows the YAML crate.

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle, Span};

use crate::finding::{Fact, Findings, Location, Place, SyntaxFault};

/// Largest file read. A full assessment is about 0.3 MB; ten times that is no assessment.
pub(super) const MAX_BYTES: usize = 4 * 1024 * 1024;
/// Deepest nesting read. Our deepest file has eight levels.
const MAX_DEPTH: usize = 16;
/// Longest line that a message shows a part of, in bytes.
const MAX_LINE: usize = 16 * 1024;
/// Most values read; a full assessment has about 15,000.
const MAX_NODES: usize = 250_000;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// A mapping key with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Key {
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// What a value is. Scalars stay text; whoever asks for a number parses it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// `key:` with nothing behind it, or `null` or `~` without quotes.
    Nothing,
    Scalar(String),
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

/// A parsed file.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) root: Node,
    /// How many comments the file has; writing it anew would lose them.
    pub(super) comments: usize,
}

/// Parses one YAML document.
///
/// Findings: `YML001` syntax, `YML007` a limit (size, depth, values, anchors); the first ends the
/// reading, since nothing behind it can be trusted.
pub(super) fn parse(file: &str, text: &str) -> Result<Document, Findings> {
    let fail = |line: usize, column: usize, fact: Fact| {
        let mut findings = Findings::new();
        findings.push(place(file, text, line, column), fact);
        findings
    };
    if text.len() > MAX_BYTES {
        return Err(fail(1, 1, Fact::YamlLimit { what: "bytes", limit: MAX_BYTES }));
    }
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let marker = error.marker();
            fail(marker.line(), marker.col() + 1, Fact::YamlSyntax { fault: fault(&error.info()) })
        })?;
        let (line, column) = (span.start.line(), span.start.col() + 1);
        builder.take(event, span).map_err(|fact| fail(line, column, fact))?;
    }
    let root = builder.root.unwrap_or(Node { value: Value::Nothing, line: 1, column: 1 });
    Ok(Document { root, comments: builder.comments })
}

/// Turns the parser's English into what a person most likely did. The order matters: the first
/// words that occur decide.
fn fault(info: &str) -> SyntaxFault {
    const WORDS: [(&str, SyntaxFault); 12] = [
        (" tab", SyntaxFault::Tab),
        ("simple key expected", SyntaxFault::MissingColon),
        ("could not find expected ':'", SyntaxFault::MissingColon),
        ("unclosed quote", SyntaxFault::UnclosedQuote),
        ("end of stream", SyntaxFault::UnclosedQuote),
        ("mapping values are not allowed", SyntaxFault::SecondColon),
        ("did not find expected key", SyntaxFault::Indentation),
        ("did not find expected '-'", SyntaxFault::Indentation),
        ("placement of ':'", SyntaxFault::OpenBracket),
        ("parsing a flow", SyntaxFault::OpenBracket),
        ("trailing content", SyntaxFault::AfterQuote),
        ("escape", SyntaxFault::Escape),
    ];
    if let Some(character) = info.strip_prefix("unexpected character: `") {
        return character.chars().next().map_or(SyntaxFault::Other, SyntaxFault::Character);
    }
    let known = WORDS.into_iter().find(|(words, _)| info.contains(words));
    known.map_or(SyntaxFault::Other, |(_, fault)| fault)
}

/// A place in a text, with the line as it stands there.
pub(super) fn place(file: &str, text: &str, line: usize, column: usize) -> Location {
    let source_line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    place_in(file, source_line.trim_start_matches('\u{feff}'), line, column)
}

/// As [`place`], where the line is known. One of many pages is not shown: each finding would hold all of it.
pub(super) fn place_in(file: &str, source_line: &str, line: usize, column: usize) -> Location {
    let is_shown = source_line.len() <= MAX_LINE;
    let source_line = if is_shown { source_line.to_owned() } else { String::new() };
    Location::Text(Place { file: file.to_owned(), line, column, source_line })
}

/// Collects events into a tree, without recursion so that depth is ours to limit.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
    comments: usize,
}

/// A list or map that has begun.
struct Open {
    content: OpenContent,
    line: usize,
    column: usize,
}

enum OpenContent {
    List(Vec<Node>),
    Map { entries: Vec<(Key, Node)>, key: Option<Key> },
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Fact> {
        let (line, column) = (span.start.line(), span.start.col() + 1);
        match event {
            Event::Comment(..) => self.comments += 1,
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(Fact::YamlLimit { what: "documents", limit: 1 });
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) | Event::Anchor(..) => {
                return Err(Fact::YamlLimit { what: "anchors", limit: 0 });
            }
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(_, anchor, _)
            | Event::MappingStart(_, anchor, _)
                if anchor > 0 =>
            {
                return Err(Fact::YamlLimit { what: "anchors", limit: 0 });
            }
            Event::Scalar(text, style, _, _) => {
                let empty = style == ScalarStyle::Plain
                    && matches!(text.as_ref(), "" | "null" | "Null" | "NULL" | "~");
                let value = if empty { Value::Nothing } else { Value::Scalar(text.into_owned()) };
                self.close(Node { value, line, column })?;
            }
            Event::SequenceStart(..) => {
                self.begin(OpenContent::List(Vec::new()), line, column)?;
            }
            Event::MappingStart(..) => {
                self.begin(OpenContent::Map { entries: Vec::new(), key: None }, line, column)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end()?,
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, content: OpenContent, line: usize, column: usize) -> Result<(), Fact> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Fact::YamlLimit { what: "depth", limit: MAX_DEPTH });
        }
        self.open.push(Open { content, line, column });
        Ok(())
    }

    fn end(&mut self) -> Result<(), Fact> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let value = match open.content {
            OpenContent::List(items) => Value::List(items),
            OpenContent::Map { entries, .. } => Value::Map(entries),
        };
        self.close(Node { value, line: open.line, column: open.column })
    }

    /// Puts a finished value where it belongs.
    fn close(&mut self, node: Node) -> Result<(), Fact> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(Fact::YamlLimit { what: "values", limit: MAX_NODES });
        }
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.root = Some(node),
            Some(OpenContent::List(items)) => items.push(node),
            Some(OpenContent::Map { entries, key }) => match key.take() {
                Some(name) => entries.push((name, node)),
                None => *key = Some(as_key(node)?),
            },
        }
        Ok(())
    }
}

fn as_key(node: Node) -> Result<Key, Fact> {
    let text = match node.value {
        Value::Scalar(text) => text,
        Value::Nothing => String::new(),
        Value::List(_) => {
            return Err(Fact::WrongType { expected: "text", found: "list".to_owned() });
        }
        Value::Map(_) => return Err(Fact::WrongType { expected: "text", found: "map".to_owned() }),
    };
    Ok(Key { text, line: node.line, column: node.column })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(text: &str) -> Fact {
        parse("f.yml", text).unwrap_err().into_iter().next().unwrap().fact
    }

    #[test]
    fn keeps_scalars_as_they_were_written() {
        let document = parse("f.yml", "a: 27.60\nb: 08\nc: no\nd: 1_000\ne:\nf: \"\"\n").unwrap();
        let Value::Map(entries) = document.root.value else { panic!("no map") };
        let values: Vec<_> = entries.into_iter().map(|(_, node)| node.value).collect();
        let scalar = |text: &str| Value::Scalar(text.to_owned());
        assert_eq!(
            values,
            [
                scalar("27.60"),
                scalar("08"),
                scalar("no"),
                scalar("1_000"),
                Value::Nothing,
                scalar("")
            ]
        );
    }

    #[test]
    fn counts_comments_but_not_number_signs_in_text() {
        let document = parse("f.yml", "# en\na: \"# nej\" # to\nb: |\n  # nej\n").unwrap();
        assert_eq!(document.comments, 2);
    }

    #[test]
    fn places_count_characters_not_bytes_and_ignore_a_byte_order_mark() {
        let text = "\u{feff}navn: Ærøskøbing\næble: [1, {x: 2}]\n";
        let document = parse("f.yml", text).unwrap();
        let Value::Map(entries) = document.root.value else { panic!("no map") };
        let (key, node) = &entries[1];
        assert_eq!((key.line, key.column, node.line, node.column), (2, 1, 2, 7));
        assert_eq!(entries[0].0.text, "navn");
    }

    #[test]
    fn refuses_anchors_depth_and_a_second_document() {
        assert_eq!(fact("a: &x 1\nb: *x\n"), Fact::YamlLimit { what: "anchors", limit: 0 });
        assert_eq!(
            fact(&format!("{}x\n", "- ".repeat(200))),
            Fact::YamlLimit { what: "depth", limit: MAX_DEPTH }
        );
        assert_eq!(fact("a: 1\n---\nb: 2\n"), Fact::YamlLimit { what: "documents", limit: 1 });
        assert_eq!(
            fact(&"x".repeat(MAX_BYTES + 1)),
            Fact::YamlLimit { what: "bytes", limit: MAX_BYTES }
        );
    }

    #[test]
    fn names_the_line_of_a_syntax_error() {
        let findings = parse("f.yml", "a: 1\n b: [\n").unwrap_err();
        let Some(Location::Text(place)) = findings.iter().next().map(|f| f.location.clone()) else {
            panic!("no place")
        };
        assert!(place.line >= 2, "{place:?}");
    }

    #[test]
    fn tells_apart_what_people_do_wrong_in_a_text_editor() {
        let fault = |text: &str| match parse("a.yml", text) {
            Err(findings) => match findings.into_iter().next().map(|finding| finding.fact) {
                Some(Fact::YamlSyntax { fault }) => Some(fault),
                other => panic!("{text}: {other:?}"),
            },
            Ok(_) => None,
        };
        for (text, expected) in [
            ("a: 1\n\tb: 2\n", SyntaxFault::Tab),
            ("a: >\n\tb\n", SyntaxFault::Tab),
            ("a: 1\nb 2\nc: 3\n", SyntaxFault::MissingColon),
            ("a: \"1\nb: 2\n", SyntaxFault::UnclosedQuote),
            ("a: en note: med kolon\n", SyntaxFault::SecondColon),
            ("a: 1\n  b: 2\n", SyntaxFault::SecondColon),
            ("a:\n- b: 1\n c: 2\n", SyntaxFault::Indentation),
            ("a:\n  - b: 1\n   c: 2\n", SyntaxFault::Indentation),
            ("a: [1, 2\nb: 3\n", SyntaxFault::OpenBracket),
            ("a: {b: 1\nc: 3\n", SyntaxFault::OpenBracket),
            ("a: \"b\" c\n", SyntaxFault::AfterQuote),
            ("a: \"C:\\Sager\"\n", SyntaxFault::Escape),
            ("a: @navn\n", SyntaxFault::Character('@')),
        ] {
            assert_eq!(fault(text), Some(expected), "{text}");
        }
    }
}
