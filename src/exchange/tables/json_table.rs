//! The forms as JSON: an array for each, in it an object for each row, by the keys of the columns.

use std::collections::{BTreeMap, BTreeSet};

use memchr::memchr3_iter;

use super::super::export::EXTRA;
use super::super::field::Field;
use super::super::guard::GuardError;
use super::super::guard::limits::MAX_CELLS;
use super::super::layout::{Form, Role, added, all_pairs, columns};
use super::super::workbook::{Address, Paths, Sheet, Source, Value, Visibility, Workbook};
use super::json::Json;
use super::{
    BLANK, Filling, METHOD, SCHEMA_NAME, SCHEMA_VERSION, TableError, narrow, utf8, workbook,
};
use crate::finding::{Fact, Findings, Location, Place, TableFault};
use crate::text::Lang;

/// Most values that are taken into memory: each takes up to 60 bytes, and a table of ours has one
/// for each cell and its key, where [`MAX_CELLS`] bounds the cells.
const MAX_VALUES: usize = 2 * MAX_CELLS;

/// Reads a JSON file as a workbook with a sheet for each table in it.
///
/// # Errors
/// `IMP012`, `IMP015`, `IMP016`, `IMP019`, `IMP037`, or the file goes beyond a limit.
pub fn read_json(file: &str, bytes: &[u8]) -> Result<Workbook, TableError> {
    let text = utf8(file, bytes)?;
    // A value comes after one of these. Those inside texts are counted, too, which the room above
    // allows for.
    if memchr3_iter(b',', b'[', b'{', text.as_bytes()).count() > MAX_VALUES {
        let (sheet, address, limit) = (file.to_owned(), Address { row: 0, column: 0 }, MAX_CELLS);
        return Err(TableError::Limit(GuardError::TooManyCells { sheet, address, limit }));
    }
    let json: Json = serde_json::from_str(text).map_err(|error| syntax(file, text, &error))?;
    let mut reading = Reading { file, lang: Lang::Da, findings: Findings::new() };
    if !reading.is_ours(&json) {
        return Err(TableError::Findings(reading.findings));
    }
    let mut sheets = Vec::new();
    for (number, form) in (0u32..).zip(Form::ALL) {
        match json.get(form.key()) {
            None => {}
            // Without a row there are no columns, and nothing is said.
            Some(Json::List(rows)) if rows.is_empty() => {}
            Some(Json::List(rows)) => sheets.push(reading.table((number, form), rows)?),
            Some(_) => reading.wrong((number, 0, 0), form.key().to_owned(), TableFault::NoList),
        }
    }
    if Form::ALL.iter().all(|form| json.get(form.key()).is_none()) {
        let fact = Fact::TableBroken { fault: TableFault::NoTables };
        reading.findings.push(Location::File(file.to_owned()), fact);
    }
    if reading.findings.has_errors() {
        return Err(TableError::Findings(reading.findings));
    }
    let mut workbook = workbook(sheets, Source::Json);
    if let Some(method) = json.text("method") {
        workbook.properties.insert(METHOD.to_owned(), method.to_owned());
    }
    if json.get(BLANK) == Some(&Json::Bool(true)) {
        workbook.properties.insert(BLANK.to_owned(), true.to_string());
    }
    Ok(workbook)
}

/// Where the JSON cannot be read on.
fn syntax(file: &str, text: &str, error: &serde_json::Error) -> TableError {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line.get(..error.column()).unwrap_or(line);
    let place = Place {
        file: file.to_owned(),
        line: error.line().max(1),
        column: before.chars().count().max(1),
        source_line: line.to_owned(),
    };
    let fault = if error.is_eof() { TableFault::CutOff } else { TableFault::Syntax };
    TableError::one(Location::Text(place), Fact::TableBroken { fault })
}

/// What a key of a row stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// A column of the form, or one that nobody knows.
    Own(String),
    /// A column that people added.
    Extra(String),
}

impl Key {
    fn path(&self) -> String {
        match self {
            Self::Own(key) => key.clone(),
            Self::Extra(key) => format!("{EXTRA}.{key}"),
        }
    }
}

/// A column of the sheet that is made.
struct Heading {
    key: Key,
    header: String,
    /// Missing: nobody knows the key, or people added the column.
    role: Option<Role>,
}

struct Reading<'f> {
    file: &'f str,
    lang: Lang,
    findings: Findings,
}

impl Reading<'_> {
    fn report(&mut self, place: (u32, u32, u32), path: String, fact: Fact) {
        self.findings.push(Location::Value { file: self.file.to_owned(), place, path }, fact);
    }

    fn wrong(&mut self, place: (u32, u32, u32), path: String, fault: TableFault) {
        self.report(place, path, Fact::TableBroken { fault });
    }

    /// Whether it is a JSON of ours, of a version that is known; takes its language over.
    fn is_ours(&mut self, json: &Json) -> bool {
        let whole = Location::File(self.file.to_owned());
        let version = json.text("schema").and_then(|schema| schema.strip_prefix(SCHEMA_NAME));
        match version.map(|version| (version, version.parse::<u32>())) {
            Some((_, Ok(SCHEMA_VERSION))) => {}
            Some((found, Ok(version))) if version > SCHEMA_VERSION => {
                let (found, known) = (found.to_owned(), SCHEMA_VERSION);
                self.findings.push(whole, Fact::WorkbookNewerSchema { found, known });
                return false;
            }
            _ => {
                self.findings.push(whole, Fact::TableBroken { fault: TableFault::NoTables });
                return false;
            }
        }
        match (json.get("language"), json.text("language")) {
            (None | Some(Json::Null), _) | (_, Some("da")) => {}
            (_, Some("en")) => self.lang = Lang::En,
            (_, other) => {
                let allowed = ["da", "en"].map(str::to_owned).into();
                let found = other.unwrap_or("…").to_owned();
                let fact = Fact::ImportValue { found, allowed, nearest: None };
                self.report((0, 0, 0), "language".to_owned(), fact);
            }
        }
        self.repeated(json, (0, 0, 0), "");
        true
    }

    /// A sheet from the rows of a table.
    fn table(&mut self, (number, form): (u32, Form), rows: &[Json]) -> Result<Sheet, TableError> {
        let mut cells: Vec<Option<BTreeMap<Key, &Json>>> = Vec::new();
        for (row, object) in rows.iter().enumerate() {
            cells.push(self.row((number, form), row, object));
        }
        let headings = self.headings(form, &cells);
        let mut sheet = Sheet::new(form.name().pick(self.lang), Visibility::Visible);
        let keys = headings.iter().map(|heading| heading.key.path()).collect();
        sheet.paths = Some(Paths { table: form.key(), number, keys });
        let mut filling = Filling::new(sheet);
        for (column, heading) in headings.iter().enumerate() {
            filling.put((0, column), Value::Text(heading.header.clone()))?;
            let mut is_missing = false;
            for (row, values) in cells.iter().enumerate() {
                let Some(values) = values else { continue };
                let place = place(number, row, column);
                let path = || format!("{}[{row}].{}", form.key(), heading.key.path());
                match values.get(&heading.key) {
                    Some(value) => match cell(heading.role, value) {
                        Ok(Some(value)) => filling.put((narrow(row + 1), column), value)?,
                        Ok(None) => {}
                        Err(fault) => self.wrong(place, path(), fault),
                    },
                    // Nothing said is not the same as null, which empties a field.
                    None if !is_missing => {
                        is_missing = true;
                        self.wrong(place, path(), TableFault::KeyMissing);
                    }
                    None => {}
                }
            }
        }
        Ok(filling.sheet)
    }

    /// The values of a row by their keys; `None` for what is no row, which is reported.
    fn row<'j>(
        &mut self,
        (number, form): (u32, Form),
        row: usize,
        object: &'j Json,
    ) -> Option<BTreeMap<Key, &'j Json>> {
        let (place, path) = (place(number, row, 0), format!("{}[{row}]", form.key()));
        let Json::Map(entries) = object else {
            self.wrong(place, path, TableFault::NoObject);
            return None;
        };
        self.repeated(object, place, &path);
        let mut values = BTreeMap::new();
        for (key, value) in entries {
            match (key.as_str(), value) {
                (EXTRA, Json::Map(extras)) => {
                    self.repeated(value, place, &format!("{path}.{EXTRA}"));
                    let extras = extras.iter().map(|(key, value)| (Key::Extra(key.clone()), value));
                    values.extend(extras);
                }
                (EXTRA, Json::Null) => {}
                (EXTRA, _) => self.wrong(place, format!("{path}.{EXTRA}"), TableFault::NoObject),
                _ => {
                    values.insert(Key::Own(key.clone()), value);
                }
            }
        }
        Some(values)
    }

    /// Keys that an object has twice.
    fn repeated(&mut self, object: &Json, place: (u32, u32, u32), path: &str) {
        let Json::Map(entries) = object else { return };
        let mut seen = BTreeSet::new();
        for (key, _) in entries.iter().filter(|(key, _)| !seen.insert(key)) {
            let path = format!("{path}.{key}").trim_start_matches('.').to_owned();
            self.report(place, path, Fact::ColumnRepeated { header: key.clone() });
        }
    }

    /// The columns that the rows have between them: those of the form in its order, then the others.
    fn headings(&self, form: Form, rows: &[Option<BTreeMap<Key, &Json>>]) -> Vec<Heading> {
        let rows = rows.iter().flatten();
        let mut keys: BTreeSet<Key> = rows.flat_map(BTreeMap::keys).cloned().collect();
        let pairs: Vec<_> = all_pairs().collect();
        let mut headings = Vec::new();
        for column in columns(form, &pairs, &pairs) {
            let Some(key) = column.role.key().map(Key::Own) else { continue };
            if keys.remove(&key) && !column.role.is_only_shown() {
                let header = column.header(self.lang).to_owned();
                headings.push(Heading { key, header, role: Some(column.role) });
            }
        }
        let extras = keys.iter().filter_map(|key| match key {
            Key::Extra(key) => Some(key.clone()),
            Key::Own(_) => None,
        });
        let extras = added(form, extras, self.lang);
        headings.extend(extras.into_iter().map(|added| {
            let (key, header) = (Key::Extra(added.key), added.header);
            Heading { key, header, role: None }
        }));
        // The import says that it does not know them, and keeps them.
        let unknown = keys.into_iter().filter_map(|key| match key {
            Key::Own(header) => Some(Heading { key: Key::Own(header.clone()), header, role: None }),
            Key::Extra(_) => None,
        });
        headings.extend(unknown);
        headings
    }
}

/// Table, row and column, for the order of messages.
fn place(table: u32, row: usize, column: usize) -> (u32, u32, u32) {
    (table, narrow(row), narrow(column))
}

/// A value as a cell holds it; `None` is a blank one.
fn cell(role: Option<Role>, value: &Json) -> Result<Option<Value>, TableFault> {
    let is_list = matches!(role, Some(Role::Input(field)) if Field::is_list(field));
    match value {
        Json::Null => Ok(None),
        Json::Text(text) => Ok(Some(Value::Text(text.clone()))),
        Json::Number(number) => Ok(Some(Value::Number(*number))),
        Json::Bool(value) if role == Some(Role::Input(Field::Confirmed)) => {
            Ok(Some(Value::Boolean(*value)))
        }
        // In a column that people added, true and false are values like any other.
        Json::Bool(value) if role.is_none() => Ok(Some(Value::Boolean(*value))),
        Json::List(lines) if is_list => {
            let line = |line: &Json| match line {
                // A line break inside a line belongs to it.
                Json::Text(text) => Ok(text.replace('\n', "\n  ")),
                _ => Err(TableFault::NoTexts),
            };
            let lines: Result<Vec<String>, _> = lines.iter().map(line).collect();
            Ok(Some(Value::Text(lines?.join("\n"))))
        }
        Json::Bool(_) | Json::List(_) | Json::Map(_) if is_list => Err(TableFault::NoTexts),
        Json::Bool(_) | Json::List(_) | Json::Map(_) => Err(TableFault::NoValue),
    }
}
