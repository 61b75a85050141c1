//! Typed reading of a YAML tree that collects every mistake instead of stopping at the first.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::str::FromStr;

use super::yaml::{self, Key, Node, Value};
use crate::domain::Date;
use crate::finding::{Fact, Findings, Location, Severity, nearest};

/// Most errors, and most other findings, that are kept of one file: a file of nothing but mistakes would
/// fill the memory with messages that nobody reads to their end.
const MOST_FINDINGS: usize = 1_000;

/// One file being read: its text for the messages, and the findings so far.
pub(super) struct Reader<'a> {
    file: &'a str,
    lines: Vec<&'a str>,
    findings: RefCell<Findings>,
    /// How many errors and how many other findings there were.
    counts: RefCell<(usize, usize)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        let lines = text.trim_start_matches('\u{feff}').lines().collect();
        Self { file, lines, findings: RefCell::default(), counts: RefCell::default() }
    }

    /// Parses the text and hands the root to `read`; gives its result only where nothing is wrong.
    pub(super) fn run<T>(
        file: &'a str,
        text: &'a str,
        read: impl FnOnce(&Self, &Node) -> Option<T>,
    ) -> Result<(T, Findings, usize), Findings> {
        let document = yaml::parse(file, text)?;
        let reader = Self::new(file, text);
        let result = read(&reader, &document.root);
        let findings = reader.findings.into_inner();
        match result {
            Some(result) if !findings.has_errors() => Ok((result, findings, document.comments)),
            _ => Err(findings),
        }
    }

    fn place(&self, line: usize, column: usize) -> Location {
        let source_line = self.lines.get(line.saturating_sub(1)).copied().unwrap_or_default();
        yaml::place_in(self.file, source_line, line, column)
    }

    /// The place of a value, for a finding that has to wait until other files are read.
    pub(super) fn place_of(&self, node: &Node) -> Location {
        self.place(node.line, node.column)
    }

    /// Records a finding at a value.
    pub(super) fn report(&self, node: &Node, fact: Fact) {
        self.record((node.line, node.column), fact);
    }

    fn report_key(&self, key: &Key, fact: Fact) {
        self.record((key.line, key.column), fact);
    }

    fn record(&self, (line, column): (usize, usize), fact: Fact) {
        let mut counts = self.counts.borrow_mut();
        // Apart, so that no number of warnings can hide that there is an error.
        let count = match fact.code().severity() {
            Severity::Error => &mut counts.0,
            Severity::Warning | Severity::Note => &mut counts.1,
        };
        *count += 1;
        if *count <= MOST_FINDINGS {
            self.findings.borrow_mut().push(self.place(line, column), fact);
        }
    }

    /// Begins to read a map. Reports a value of another kind.
    pub(super) fn map<'n>(&'n self, node: &'n Node) -> Option<MapReader<'n>> {
        match &node.value {
            Value::Map(entries) => {
                self.report_repeated(entries);
                Some(MapReader { reader: self, node, entries, asked: RefCell::default() })
            }
            _ => self.wrong_type(node, "map"),
        }
    }

    fn report_repeated(&self, entries: &[(Key, Node)]) {
        let mut first_lines: BTreeMap<&str, usize> = BTreeMap::new();
        for (key, _) in entries {
            match first_lines.get(key.text.as_str()).copied() {
                Some(first_line) => {
                    let fact = Fact::DuplicateKey { key: key.text.clone(), first_line };
                    self.report_key(key, fact);
                }
                None => drop(first_lines.insert(&key.text, key.line)),
            }
        }
    }

    fn wrong_type<T>(&self, node: &Node, expected: &'static str) -> Option<T> {
        let found = match &node.value {
            Value::Nothing => "nothing".to_owned(),
            // In quotation marks, so that a text is never taken for one of the other words.
            Value::Scalar(text) => format!("\"{}\"", shortened(text)),
            Value::List(_) => "list".to_owned(),
            Value::Map(_) => "map".to_owned(),
        };
        self.report(node, Fact::WrongType { expected, found });
        None
    }

    /// A text as written.
    pub(super) fn text<'n>(&self, node: &'n Node) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(text) => Some(text),
            _ => self.wrong_type(node, "text"),
        }
    }

    /// The elements of a list.
    pub(super) fn list<'n>(&self, node: &'n Node) -> Option<&'n [Node]> {
        match &node.value {
            Value::List(items) => Some(items),
            Value::Nothing => Some(&[]),
            _ => self.wrong_type(node, "list"),
        }
    }

    /// A list of texts.
    pub(super) fn texts(&self, node: &Node) -> Option<Vec<String>> {
        let items = self.list(node)?;
        Some(items.iter().filter_map(|item| self.text(item).map(str::to_owned)).collect())
    }

    /// Anything that parses from text, such as a number; `expected` names it in the message.
    pub(super) fn parse<T: FromStr>(&self, node: &Node, expected: &'static str) -> Option<T> {
        let Value::Scalar(text) = &node.value else { return self.wrong_type(node, expected) };
        let parsed = text.trim().parse().ok();
        if parsed.is_none() { self.wrong_type(node, expected) } else { parsed }
    }

    /// `true` or `false`.
    pub(super) fn boolean(&self, node: &Node) -> Option<bool> {
        self.choice(node, &[("true", true), ("false", false)])
    }

    /// An ISO date.
    pub(super) fn date(&self, node: &Node) -> Option<Date> {
        self.parse(node, "date")
    }

    /// One of a fixed set of words.
    pub(super) fn choice<T: Copy>(&self, node: &Node, allowed: &[(&str, T)]) -> Option<T> {
        let text = self.text(node)?;
        let chosen = allowed.iter().find(|(key, _)| *key == text).map(|(_, value)| *value);
        if chosen.is_none() {
            let keys: Vec<&str> = allowed.iter().map(|(key, _)| *key).collect();
            self.invalid(node, text, &keys);
        }
        chosen
    }

    /// Reports a value that is none of the allowed ones.
    pub(super) fn invalid(&self, node: &Node, found: &str, allowed: &[&str]) {
        self.report(node, invalid_value(found, allowed));
    }

    /// Reports a key, where keys are data, that is none of the allowed ones.
    pub(super) fn invalid_key(&self, key: &Key, allowed: &[&str]) {
        self.report_key(key, invalid_value(&key.text, allowed));
    }
}

fn invalid_value(found: &str, allowed: &[&str]) -> Fact {
    Fact::InvalidValue {
        found: found.to_owned(),
        allowed: allowed.iter().map(|&key| key.to_owned()).collect(),
        nearest: nearest(found, allowed.iter().copied()).map(str::to_owned),
    }
}

/// Enough of a text to know it again in a message.
fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
        None => text.to_owned(),
    }
}

/// A map whose keys are asked for one by one; [`MapReader::finish`] reports the ones not known.
pub(super) struct MapReader<'n> {
    reader: &'n Reader<'n>,
    node: &'n Node,
    entries: &'n [(Key, Node)],
    asked: RefCell<Vec<&'static str>>,
}

impl<'n> MapReader<'n> {
    /// The value of a key that may be missing; an empty value counts as missing.
    pub(super) fn optional(&self, key: &'static str) -> Option<&'n Node> {
        self.asked.borrow_mut().push(key);
        self.entries
            .iter()
            .find(|(name, _)| name.text == key)
            .map(|(_, node)| node)
            .filter(|node| node.value != Value::Nothing)
    }

    /// The value of a key that must be there.
    pub(super) fn required(&self, key: &'static str) -> Option<&'n Node> {
        let node = self.optional(key);
        if node.is_none() {
            self.reader.report(self.node, Fact::MissingKey { key: key.to_owned() });
        }
        node
    }

    /// A required text.
    pub(super) fn text(&self, key: &'static str) -> Option<String> {
        self.reader.text(self.required(key)?).map(str::to_owned)
    }

    /// A text that may be missing.
    pub(super) fn optional_text(&self, key: &'static str) -> Option<String> {
        self.reader.text(self.optional(key)?).map(str::to_owned)
    }

    /// A list of texts; missing is empty.
    pub(super) fn texts(&self, key: &'static str) -> Vec<String> {
        self.optional(key).and_then(|node| self.reader.texts(node)).unwrap_or_default()
    }

    /// A flag; missing is false.
    pub(super) fn flag(&self, key: &'static str) -> bool {
        self.optional(key).and_then(|node| self.reader.boolean(node)).unwrap_or(false)
    }

    /// A date that may be missing.
    pub(super) fn optional_date(&self, key: &'static str) -> Option<Date> {
        self.reader.date(self.optional(key)?)
    }

    /// The elements of a list; missing is empty.
    pub(super) fn list(&self, key: &'static str) -> &'n [Node] {
        self.optional(key).and_then(|node| self.reader.list(node)).unwrap_or_default()
    }

    /// Every entry, for maps whose keys are data.
    pub(super) fn entries(&self) -> &'n [(Key, Node)] {
        self.entries
    }

    /// Reports every key that nobody asked for.
    pub(super) fn finish(self) {
        let asked = self.asked.borrow();
        for (key, _) in self.entries {
            if !asked.contains(&key.text.as_str()) {
                let fact = Fact::UnknownKey {
                    found: key.text.clone(),
                    allowed: asked.iter().map(|&key| key.to_owned()).collect(),
                    nearest: nearest(&key.text, asked.iter().copied()).map(str::to_owned),
                };
                self.reader.report_key(key, fact);
            }
        }
    }
}
