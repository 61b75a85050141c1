//! A field that two sides changed to different things, and what somebody decided about it.

use super::super::assessors::Assessors;
use super::super::decisions::{Decision, Side};
use super::super::entry::{Entry, Shape, Words};
use super::super::field::Field;
use super::super::input::Input;
use super::super::workbook::{Address, Cell, Value};
use super::rows::Key;
use super::{Import, Prefer};
use crate::domain::{ActivityId, ThreatId};
use crate::finding::{Fact, Holder, Location, nearest};
use crate::text::decisions::FILE;

/// A field that two sides changed to different things, as a person decides about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictingField {
    /// Activity.
    pub activity: ActivityId,
    /// Threat, where the field is one of a threat.
    pub threat: Option<ThreatId>,
    /// Which field.
    pub field: Input,
    /// What stood there when the workbook was written; empty is blank.
    pub before: String,
    /// What stands there now; empty is blank.
    pub now: String,
    /// Where that stands: the file, or the cell of a workbook that was read earlier.
    pub holder: Location,
    /// What the workbook says; empty is blank.
    pub workbook: String,
    /// The cell of the workbook.
    pub place: Location,
}

/// A field that two sides changed to different things, and who was right about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledField {
    /// What both said.
    pub conflict: ConflictingField,
    /// Whose value stands; missing where people agreed on another.
    pub side: Option<Side>,
}

/// What becomes of a field that two sides changed to different things.
pub(super) enum Decided {
    /// What stands there now stays; also where it is a conflict, which has been reported.
    Keep,
    /// The workbook is right.
    Take,
    /// Neither: what people agreed on, and the cell of the list where it stands.
    Agreed(Entry, Location),
}

/// What somebody wrote as a decision.
enum Choice {
    Side(Side),
    Value(Entry),
}

impl ConflictingField {
    /// The row: activity, and threat where it is one of a threat.
    #[must_use]
    pub fn row(&self) -> String {
        match &self.threat {
            Some(threat) => format!("{} {threat}", self.activity),
            None => self.activity.to_string(),
        }
    }

    /// Where the other value stands, the same in both languages: `skovby.risiko.yml`, or
    /// `job.xlsx, Vurdering!K17`.
    #[must_use]
    pub fn held_in(&self) -> String {
        place_name(&self.holder)
    }

    /// The file that the other value stands in.
    pub(in crate::exchange) fn holder_file(&self) -> String {
        file_and_cell(&self.holder).0
    }

    /// The workbook as the user named it, and its sheet and cell.
    #[must_use]
    pub fn file_and_cell(&self) -> (String, String) {
        file_and_cell(&self.place)
    }
}

/// What the two sides say about a field.
pub(super) struct Sides<'e> {
    /// Key of what stood there when the workbook was written; empty is blank.
    pub(super) baseline: &'e str,
    /// What stands there now.
    pub(super) now: Option<&'e Entry>,
    /// What the workbook says.
    pub(super) workbook: Option<&'e Entry>,
}

impl<'a> Import<'a> {
    /// What somebody decided about a conflict; a conflict still where nobody did, reported as such.
    pub(super) fn decided(
        &mut self,
        (key, field): (&Key, &Input),
        sides: &Sides<'_>,
        place: &Location,
    ) -> Decided {
        let conflict = self.conflict((key, field), sides, place);
        match self.target.prefer {
            Prefer::Workbook => return self.settled(conflict, Some(Side::Workbook)),
            Prefer::File => return self.settled(conflict, Some(Side::File)),
            Prefer::Nobody => {}
        }
        let decision = self.target.decisions.and_then(|decisions| decisions.about(&conflict));
        if let Some((number, decision)) = decision {
            self.used.insert(number);
            match self.choice(decision, &conflict, sides) {
                Ok(Some(choice)) => return self.chosen(key, conflict, (choice, decision)),
                Ok(None) => {}
                Err(fact) => {
                    self.report(decision.place.clone(), fact);
                    return Decided::Keep;
                }
            }
        }
        match self.set_aside(&conflict) {
            Some(side) => self.settled(conflict, side),
            None => self.undecided(conflict),
        }
    }

    fn conflict(
        &self,
        (key, field): (&Key, &Input),
        sides: &Sides<'_>,
        place: &Location,
    ) -> ConflictingField {
        let words = self.words();
        let before = field.shape().parse(&text_cell(sides.baseline), words).ok().flatten();
        ConflictingField {
            activity: key.activity.clone(),
            threat: key.threat.clone(),
            field: field.clone(),
            before: shown(before.as_ref(), words),
            now: shown(sides.now, words),
            holder: self.holder(key, field),
            workbook: shown(sides.workbook, words),
            place: place.clone(),
        }
    }

    /// What was decided; `None` where the row is blank.
    ///
    /// Findings: `IMP023` where it was about other values, and those of [`choice`].
    fn choice(
        &self,
        decision: &Decision,
        conflict: &ConflictingField,
        sides: &Sides<'_>,
    ) -> Result<Option<Choice>, Fact> {
        let (words, field) = (self.words(), &conflict.field);
        let is_from_earlier = !matches!(conflict.holder, Location::File(_));
        if still_holds(decision, field, (sides, is_from_earlier), words) {
            return choice(decision, conflict, (sides, words), self.assessors());
        }
        Err(Fact::DecisionOutdated {
            row: conflict.row(),
            field: field.header(self.lang),
            decided: format!("{} / {}", decision.now, decision.workbook),
            found: format!("{} / {}", conflict.now, conflict.workbook),
        })
    }

    /// Does what was decided, and keeps why.
    fn chosen(
        &mut self,
        key: &Key,
        conflict: ConflictingField,
        (choice, decision): (Choice, &Decision),
    ) -> Decided {
        let field = conflict.field.clone();
        if !decision.reason.is_empty() {
            self.agreed_because((key, &field), decision);
        }
        match choice {
            Choice::Side(side) => self.settled(conflict, Some(side)),
            Choice::Value(value) => {
                self.settled(conflict, None);
                Decided::Agreed(value, decision.place.clone())
            }
        }
    }

    fn undecided(&mut self, conflict: ConflictingField) -> Decided {
        let fact = Fact::Conflict {
            field: format!("{} ({})", conflict.field.header(self.lang), conflict.row()),
            workbook: conflict.workbook.clone(),
            file: conflict.now.clone(),
            holder: match self.assessors() {
                Some(assessors) => Holder::People(Box::new(assessors.sides(&conflict))),
                None => Holder::Place(conflict.held_in()),
            },
            baseline: conflict.before.clone(),
        };
        self.report(conflict.place.clone(), fact);
        self.outcome.conflicts.push(conflict);
        Decided::Keep
    }

    /// Whose answers these are, where people answered apart from each other.
    fn assessors(&self) -> Option<&'a Assessors> {
        let assessors = &self.target.decisions?.assessors;
        (!assessors.is_empty()).then_some(assessors)
    }

    /// Who was right where people who met have set this answer aside already, when they decided about
    /// somebody else's.
    fn set_aside(&self, conflict: &ConflictingField) -> Option<Option<Side>> {
        self.assessors()?;
        let key =
            |of: &ConflictingField| (of.activity.clone(), of.threat.clone(), of.field.clone());
        let about = self.outcome.settled.iter().filter(|s| key(&s.conflict) == key(conflict));
        let mut sides = about.filter_map(|settled| match settled.side {
            None => Some(None),
            Some(Side::File) => {
                (settled.conflict.workbook == conflict.workbook).then_some(Some(Side::File))
            }
            Some(Side::Workbook) => {
                (settled.conflict.now == conflict.workbook).then_some(Some(Side::File))
            }
        });
        sides.next()
    }

    /// Where that stands which a workbook differs from: in one that was read earlier, else in the file.
    fn holder(&self, key: &Key, field: &Input) -> Location {
        let earlier = self.outcome.changes.get(..self.earlier).unwrap_or_default();
        let by_earlier = earlier.iter().rev().find(|change| {
            (&change.activity, &change.threat, &change.field) == (&key.activity, &key.threat, field)
        });
        let file = || Location::File(self.target.file.to_owned());
        by_earlier.map_or_else(file, |change| change.place.clone())
    }

    /// Whether people who met have said themselves what stands in a field: whoever comes later changes it no
    /// more.
    pub(super) fn has_agreed(&self, key: &Key, field: &Input) -> bool {
        self.outcome.settled.iter().any(|SettledField { conflict, side }| {
            side.is_none()
                && (&conflict.activity, &conflict.threat, &conflict.field)
                    == (&key.activity, &key.threat, field)
        })
    }

    /// Writes why people decided as they did about a likelihood, and sets aside what each had given as a
    /// reason before. Findings: `IMP047` for other fields, where a reason has no place of its own.
    fn agreed_because(&mut self, (key, field): (&Key, &Input), decision: &Decision) {
        let place = decision.place.clone();
        if *field != Input::Field(Field::Likelihood) {
            let (row, field) = (key.to_string(), field.header(self.lang));
            self.report(place, Fact::DecisionReasonUnused { row, field });
            return;
        }
        let reason = Input::Field(Field::LikelihoodReason);
        let from = self.held(key, &reason);
        let to = Some(Entry::Text(decision.reason.clone()));
        let conflict = ConflictingField {
            activity: key.activity.clone(),
            threat: key.threat.clone(),
            field: reason.clone(),
            before: String::new(),
            now: shown(from.as_ref(), self.words()),
            holder: self.holder(key, &reason),
            workbook: decision.reason.clone(),
            place: place.clone(),
        };
        self.outcome.settled.push(SettledField { conflict, side: None });
        self.write((key, &reason), from, to, place);
    }

    /// Keeps what both said for the journal.
    fn settled(&mut self, conflict: ConflictingField, side: Option<Side>) -> Decided {
        self.outcome.settled.push(SettledField { conflict, side });
        match side {
            Some(Side::Workbook) => Decided::Take,
            Some(Side::File) | None => Decided::Keep,
        }
    }
}

/// What a decision says: who is right, or what people agreed on. `None` where nobody has decided.
///
/// Findings: `ARG012` for what is neither a name nor a value of the field.
fn choice(
    decision: &Decision,
    conflict: &ConflictingField,
    (sides, words): (&Sides<'_>, Words<'_>),
    assessors: Option<&Assessors>,
) -> Result<Option<Choice>, Fact> {
    if let Some(side) = decision.side {
        return Ok(Some(Choice::Side(side)));
    }
    let Some(assessors) = assessors.filter(|_| !decision.word.is_empty()) else { return Ok(None) };
    let names = assessors.sides(conflict);
    let word = decision.word.to_lowercase();
    let is_file = !assessors.holds(conflict) && [FILE.da, FILE.en].contains(&word.as_str());
    let [one, other] = names.each_ref().map(|name| name.to_lowercase() == word);
    if one || is_file {
        return Ok(Some(Choice::Side(Side::File)));
    }
    if other {
        return Ok(Some(Choice::Side(Side::Workbook)));
    }
    let value = value(decision, conflict, &names, words)?;
    Ok(Some(match Some(&value) {
        same if same == sides.now => Choice::Side(Side::File),
        same if same == sides.workbook => Choice::Side(Side::Workbook),
        _ => Choice::Value(value),
    }))
}

/// What people agreed on, as the field takes it.
fn value(
    decision: &Decision,
    conflict: &ConflictingField,
    names: &[String; 2],
    words: Words<'_>,
) -> Result<Entry, Fact> {
    let shape = conflict.field.shape();
    let near = nearest(&decision.word, names.iter().map(String::as_str)).map(str::to_owned);
    let mut allowed = names.to_vec();
    match shape.parse(&text_cell(&decision.word), words) {
        // A text may be anything, also a name that is misspelt.
        Ok(Some(entry)) if shape != Shape::Text || near.is_none() => return Ok(entry),
        Err(Fact::ImportLevel { top, .. }) => {
            allowed.extend((1..=top).map(|level| level.to_string()));
        }
        Err(Fact::ImportValue { allowed: values, .. }) => allowed.extend(values),
        _ => {}
    }
    Err(Fact::ValueArgument { found: decision.word.clone(), allowed, nearest: near })
}

/// Whether a decision is about the values that stand there now; Excel may have rewritten them.
fn still_holds(
    decision: &Decision,
    field: &Input,
    (sides, is_from_earlier): (&Sides<'_>, bool),
    words: Words<'_>,
) -> bool {
    let same = |written: &str, entry: Option<&Entry>| {
        let read = field.shape().parse(&text_cell(written), words);
        written == shown(entry, words) || read.is_ok_and(|read| read.as_ref() == entry)
    };
    // What an earlier workbook put there may not yet have been there when the list was written.
    same(&decision.workbook, sides.workbook) && (is_from_earlier || same(&decision.now, sides.now))
}

fn shown(entry: Option<&Entry>, words: Words<'_>) -> String {
    entry.map(|entry| entry.shown(words).into_owned()).unwrap_or_default()
}

/// A text as if it stood in a cell.
fn text_cell(text: &str) -> Cell {
    Cell { value: Value::Text(text.to_owned()), has_formula: false }
}

/// A place as one text, the same in both languages: `skovby.risiko.yml`, or `job.xlsx, Vurdering!K17`.
#[must_use]
pub fn place_name(place: &Location) -> String {
    let (file, cell) = file_and_cell(place);
    if cell.is_empty() { file } else { format!("{file}, {cell}") }
}

/// File and cell of a place; empty where it has none.
pub(super) fn file_and_cell(place: &Location) -> (String, String) {
    match place {
        Location::Cell { file, sheet, row_column: (row, column) } => {
            let address = Address { row: row.saturating_sub(1), column: column.saturating_sub(1) };
            // A CSV file has no sheets.
            let cell =
                if sheet.is_empty() { address.to_string() } else { format!("{sheet}!{address}") };
            (file.clone(), cell)
        }
        Location::Value { file, path, .. } => (file.clone(), path.clone()),
        Location::File(file) => (file.clone(), String::new()),
        _ => (String::new(), String::new()),
    }
}
