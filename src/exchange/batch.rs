//! One call of `assess` as it was written, from the command line or from a row of a CSV file, to a
//! checked [`Edit`]. Both ways run through the same code, so that a figure means the same in both.

use std::collections::BTreeMap;

use super::csv_text;
use crate::domain::{
    Action, ActivityId, Catalogue, Date, Dimension, LevelNumber, Method, Perspective, Scale,
    Status, System, ThreatId, Treatment,
};
use crate::engine::{ConsequenceEdit, Edit, RiskEdit};
use crate::finding::{Axis, Fact, Findings, Location, nearest};

/// Separates several measures or actions in one field.
const SEPARATOR: char = '|';

macro_rules! batch_fields {
    ($( $(#[$doc:meta])* $name:ident $key:literal )*) => {
        /// A field of a call of `assess`: a column of the CSV file, and mostly a flag too.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum BatchField { $( $(#[$doc])* $name, )* }

        impl BatchField {
            /// Every field in the documented order.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Header of the CSV column, and name of the flag without its dashes.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
        }
    };
}

batch_fields! {
    /// Activity id; the only column that must be there.
    Activity "activity"
    /// Threat id; missing means the direct figures.
    Threat "threat"
    /// Key of a status.
    Status "status"
    /// `yes`: takes the starting figures over.
    Confirm "confirm"
    /// Whose consequence; missing means the data subject.
    Perspective "perspective"
    /// Level.
    Confidentiality "confidentiality"
    /// Level.
    Integrity "integrity"
    /// Level.
    Availability "availability"
    /// Level.
    Authenticity "authenticity"
    /// Level.
    Likelihood "likelihood"
    /// Why.
    Reason "reason"
    /// Why the threat does not arise.
    NotRelevant "not-relevant"
    /// Measures that exist, several separated by `|`.
    Measures "measures"
    /// Key of a treatment.
    Treatment "treatment"
    /// Level.
    ResidualLikelihood "residual-likelihood"
    /// Level.
    ResidualConsequence "residual-consequence"
    /// Actions, several separated by `|`.
    Action "action"
    /// Owner of the actions.
    ActionOwner "action-owner"
    /// Deadline of the actions.
    ActionDeadline "action-deadline"
    /// Risk owner.
    Owner "owner"
    /// System to add.
    System "system"
    /// Its data processor.
    Processor "processor"
    /// Hours that it may be down.
    MaxDowntimeHours "max-downtime-hours"
    /// Free note.
    Note "note"
    /// Who assessed.
    AssessedBy "assessed-by"
    /// When.
    AssessedOn "assessed-on"
    /// Next review.
    ReviewBy "review-by"
}

/// A call as it was written: texts with their places.
#[derive(Debug, Clone, Default)]
pub struct RawEdit {
    /// What was written, and where.
    pub fields: BTreeMap<BatchField, (String, Option<Location>)>,
}

impl RawEdit {
    /// Adds a field; blank texts count as not written.
    pub fn set(&mut self, field: BatchField, text: &str, location: Location) {
        if !text.trim().is_empty() {
            self.fields.insert(field, (text.trim().to_owned(), Some(location)));
        }
    }

    fn text(&self, field: BatchField) -> Option<&str> {
        self.fields.get(&field).map(|(text, _)| text.as_str())
    }

    fn owned(&self, field: BatchField) -> Option<String> {
        self.text(field).map(str::to_owned)
    }

    fn place(&self, field: BatchField) -> Location {
        let place = self.fields.get(&field).and_then(|(_, location)| location.clone());
        place.unwrap_or_else(|| {
            Location::Argument(match field {
                // The activities are words of the command, not a flag.
                BatchField::Activity => "AKTIVITET".to_owned(),
                flag => format!("--{}", flag.key()),
            })
        })
    }

    fn list(&self, field: BatchField) -> Option<Vec<String>> {
        let parts = self.text(field)?.split(SEPARATOR).map(str::trim);
        Some(parts.filter(|part| !part.is_empty()).map(str::to_owned).collect())
    }
}

/// What texts are checked against.
#[derive(Debug, Clone, Copy)]
pub struct BatchScope<'a> {
    /// Known activities and threats.
    pub catalogue: &'a Catalogue,
    /// Scales.
    pub method: &'a Method,
}

impl BatchScope<'_> {
    /// The activity that a text names.
    ///
    /// Findings: `ARG003`.
    pub fn activity(
        &self,
        text: &str,
        place: Location,
        findings: &mut Findings,
    ) -> Option<ActivityId> {
        let known =
            ActivityId::parse(text).ok().filter(|id| self.catalogue.activities.contains_key(id));
        if known.is_none() {
            let ids = self.catalogue.activities.keys().map(ActivityId::as_str);
            let fact = Fact::UnknownActivityArgument {
                found: text.to_owned(),
                nearest: nearest(text, ids).map(str::to_owned),
                version: self.catalogue.version.clone(),
            };
            findings.push(place, fact);
        }
        known
    }

    /// Checks every field of a call and reports all that is wrong.
    ///
    /// Findings: `ARG004`, `ARG008`, `ARG009`, `ARG011`, `ARG012`, `ARG016`, `ARG019`.
    pub fn edit(&self, raw: &RawEdit, findings: &mut Findings) -> Edit {
        let mut reading = Reading { scope: *self, raw, findings };
        let edit = Edit {
            confirm: reading
                .choice(
                    BatchField::Confirm,
                    &[("yes", true), ("ja", true), ("no", false), ("nej", false)],
                )
                .unwrap_or(false),
            consequences: reading.consequences(),
            risk: reading.risk(),
            reason: raw.owned(BatchField::Reason),
            status: reading.choice(BatchField::Status, &Status::KEYS),
            owner: raw.owned(BatchField::Owner),
            note: raw.owned(BatchField::Note),
            system: reading.system(),
            assessed_by: raw.owned(BatchField::AssessedBy),
            assessed_on: reading.date(BatchField::AssessedOn),
            review_by: reading.date(BatchField::ReviewBy),
        };
        reading.contradictions(&edit);
        edit
    }
}

struct Reading<'a, 'f> {
    scope: BatchScope<'a>,
    raw: &'a RawEdit,
    findings: &'f mut Findings,
}

impl Reading<'_, '_> {
    fn report(&mut self, field: BatchField, fact: Fact) {
        self.findings.push(self.raw.place(field), fact);
    }

    fn level<L: LevelNumber>(
        &mut self,
        field: BatchField,
        axis: Axis,
        scale: &Scale<L>,
    ) -> Option<L> {
        let text = self.raw.text(field)?;
        let level = read_level(text, scale);
        if level.is_none() {
            let fact = Fact::LevelArgument {
                axis,
                found: text.to_owned(),
                top: scale.top_number(),
                labels: scale.levels().map(|(_, level)| level.into()).collect(),
            };
            self.report(field, fact);
        }
        level
    }

    fn invalid(&mut self, field: BatchField, text: &str, allowed: &[&str]) {
        let fact = Fact::ValueArgument {
            found: text.to_owned(),
            allowed: allowed.iter().map(|&key| key.to_owned()).collect(),
            nearest: nearest(text, allowed.iter().copied()).map(str::to_owned),
        };
        self.report(field, fact);
    }

    fn choice<T: Copy>(&mut self, field: BatchField, allowed: &[(&str, T)]) -> Option<T> {
        let text = self.raw.text(field)?;
        let wanted = text.to_lowercase();
        let chosen = allowed.iter().find(|(key, _)| *key == wanted).map(|(_, value)| *value);
        if chosen.is_none() {
            let keys: Vec<&str> = allowed.iter().map(|(key, _)| *key).collect();
            self.invalid(field, text, &keys);
        }
        chosen
    }

    fn date(&mut self, field: BatchField) -> Option<Date> {
        let text = self.raw.text(field)?;
        let date = text.parse().ok();
        if date.is_none() {
            self.invalid(field, text, &["YYYY-MM-DD"]);
        }
        date
    }

    fn consequences(&mut self) -> Vec<ConsequenceEdit> {
        let perspective = self
            .choice(BatchField::Perspective, &Perspective::KEYS)
            .unwrap_or(Perspective::DataSubject);
        let fields = [
            (BatchField::Confidentiality, Dimension::Confidentiality),
            (BatchField::Integrity, Dimension::Integrity),
            (BatchField::Availability, Dimension::Availability),
            (BatchField::Authenticity, Dimension::Authenticity),
        ];
        let mut edits = Vec::new();
        for (field, dimension) in fields {
            let scale = &self.scope.method.consequence;
            if let Some(level) = self.level(field, Axis::Consequence, scale) {
                edits.push(ConsequenceEdit { perspective, dimension, level });
            }
        }
        edits
    }

    fn risk(&mut self) -> RiskEdit {
        let method = self.scope.method;
        RiskEdit {
            threat: self.threat(),
            likelihood: self.level(BatchField::Likelihood, Axis::Likelihood, &method.likelihood),
            not_relevant: self.raw.owned(BatchField::NotRelevant),
            measures: self.raw.list(BatchField::Measures),
            treatment: self.choice(BatchField::Treatment, &Treatment::KEYS),
            actions: self.actions(),
            residual_likelihood: self.level(
                BatchField::ResidualLikelihood,
                Axis::Likelihood,
                &method.likelihood,
            ),
            residual_consequence: self.level(
                BatchField::ResidualConsequence,
                Axis::Consequence,
                &method.consequence,
            ),
        }
    }

    fn threat(&mut self) -> Option<ThreatId> {
        let text = self.raw.text(BatchField::Threat)?;
        let threats = &self.scope.catalogue.threats;
        let known = ThreatId::parse(text).ok().filter(|id| threats.contains_key(id));
        if known.is_none() {
            let fact = Fact::UnknownThreatArgument {
                found: text.to_owned(),
                nearest: nearest(text, threats.keys().map(ThreatId::as_str)).map(str::to_owned),
                version: self.scope.catalogue.version.clone(),
            };
            self.report(BatchField::Threat, fact);
        }
        known
    }

    fn actions(&mut self) -> Option<Vec<Action>> {
        let deadline = self.date(BatchField::ActionDeadline);
        let owner = self.raw.owned(BatchField::ActionOwner);
        let whats = self.raw.list(BatchField::Action);
        if whats.is_none() {
            for field in [BatchField::ActionOwner, BatchField::ActionDeadline] {
                self.needs(field, BatchField::Action);
            }
        }
        let actions = whats?.into_iter().map(|what| Action {
            what,
            owner: owner.clone(),
            deadline,
            ..Action::default()
        });
        Some(actions.collect())
    }

    fn system(&mut self) -> Option<System> {
        let max_downtime_hours = self.raw.text(BatchField::MaxDowntimeHours).and_then(|text| {
            let hours = text.parse().ok();
            if hours.is_none() {
                self.invalid(BatchField::MaxDowntimeHours, text, &["0, 1, 2, …"]);
            }
            hours
        });
        let Some(name) = self.raw.owned(BatchField::System) else {
            for field in [BatchField::Processor, BatchField::MaxDowntimeHours] {
                self.needs(field, BatchField::System);
            }
            return None;
        };
        Some(System { name, processor: self.raw.owned(BatchField::Processor), max_downtime_hours })
    }

    /// Reports a field that says nothing without another.
    fn needs(&mut self, field: BatchField, other: BatchField) {
        if self.raw.text(field).is_some() {
            // A column of a batch file has the name of the flag without its dashes.
            let is_column = matches!(self.raw.place(field), Location::Cell { .. });
            let dashes = if is_column { "" } else { "--" };
            let given = format!("{dashes}{}", field.key());
            let missing = format!("{dashes}{}", other.key());
            self.report(field, Fact::RequiresArgument { given, missing });
        }
    }

    /// Combinations that cannot be meant.
    fn contradictions(&mut self, edit: &Edit) {
        let risk = &edit.risk;
        if edit.status == Some(Status::NotApplicable) && edit.reason.is_none() {
            self.report(BatchField::Status, Fact::ReasonRequired {});
        }
        if risk.not_relevant.is_some() {
            if risk.threat.is_none() {
                self.needs(BatchField::NotRelevant, BatchField::Threat);
            }
            if risk.likelihood.is_some() {
                let first = "--not-relevant".to_owned();
                let second = "--likelihood".to_owned();
                self.report(BatchField::Likelihood, Fact::ConflictingArguments { first, second });
            }
        }
        if edit.is_empty() && !self.findings.has_errors() {
            self.report(BatchField::Activity, Fact::NothingToSet {});
        }
    }
}

/// A level by number (`3`, `3.0`), by name (`sandsynligt`), or by both (`3 – Sandsynligt`).
#[must_use]
pub fn read_level<L: LevelNumber>(text: &str, scale: &Scale<L>) -> Option<L> {
    let text = text.trim();
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    if let Ok(number) = whole.parse() {
        return scale.level(number);
    }
    let same = |label: &str, text: &str| label.to_lowercase() == text.to_lowercase();
    let named =
        scale.levels().find(|(_, level)| same(&level.label, text) || same(&level.label_en, text));
    if let Some((level, _)) = named {
        return Some(level);
    }
    let (number, label) = text.split_once(|c: char| c.is_whitespace() || "–—-:.".contains(c))?;
    let label = label.trim_start_matches(|c: char| c.is_whitespace() || "–—-:.".contains(c));
    let level = scale.level(number.parse().ok()?)?;
    let known = scale.describe(level)?;
    (same(&known.label, label) || same(&known.label_en, label)).then_some(level)
}

/// A row of a batch file.
#[derive(Debug, Clone)]
pub struct BatchRow {
    /// Which activity.
    pub activity: ActivityId,
    /// What to change.
    pub edit: Edit,
    /// Where the row stands; missing where it came from the command line.
    pub place: Option<Location>,
}

/// Reads a batch file: a header row with [`BatchField`] keys, then one call of `assess` per row.
///
/// The separator is `;` or `,`, whichever the header has; a byte order mark is ignored.
///
/// # Errors
/// Every finding in the file, with its cell as Excel would name it: `IMP004`, `IMP005`, `IMP016`,
/// `IMP018`, and those of [`BatchScope::edit`].
pub fn read_batch(
    file: &str,
    text: &str,
    scope: BatchScope<'_>,
) -> Result<(Vec<BatchRow>, Findings), Findings> {
    let mut findings = Findings::new();
    let mut rows = Vec::new();
    let mut columns: Option<Vec<Option<BatchField>>> = None;
    for line in csv_text::lines(file, text, &mut findings) {
        let cell = |column: usize| line.cell(column);
        let Some(columns) = &columns else {
            let header = read_header(&line.fields, &cell, &mut findings);
            if !header.contains(&Some(BatchField::Activity)) {
                // Every row would only say the same again.
                return Err(findings);
            }
            columns = Some(header);
            continue;
        };
        if line.is_blank() || !line.has_width(columns.len(), &mut findings) {
            continue;
        }
        let mut raw = RawEdit::default();
        for (position, (field, text)) in columns.iter().zip(line.fields.iter()).enumerate() {
            if let Some(field) = field {
                raw.set(*field, text, cell(position));
            }
        }
        rows.extend(read_row(&raw, &cell, scope, &mut findings));
    }
    if columns.is_none() {
        let header = BatchField::Activity.key().to_owned();
        let fact = Fact::ColumnMissing { header, sheet: String::new() };
        findings.push(Location::File(file.to_owned()), fact);
    }
    if findings.has_errors() { Err(findings) } else { Ok((rows, findings)) }
}

fn read_row(
    raw: &RawEdit,
    cell: &impl Fn(usize) -> Location,
    scope: BatchScope<'_>,
    findings: &mut Findings,
) -> Option<BatchRow> {
    let mut own = Findings::new();
    let activity = match raw.text(BatchField::Activity) {
        Some(text) => scope.activity(text, raw.place(BatchField::Activity), &mut own),
        None => {
            let allowed = vec!["01–90".to_owned(), "A–F".to_owned()];
            let fact = Fact::ValueArgument { found: String::new(), allowed, nearest: None };
            own.push(cell(0), fact);
            None
        }
    };
    let edit = scope.edit(raw, &mut own);
    findings.extend(own);
    Some(BatchRow { activity: activity?, edit, place: Some(cell(0)) })
}

fn read_header(
    record: &csv::StringRecord,
    cell: &impl Fn(usize) -> Location,
    findings: &mut Findings,
) -> Vec<Option<BatchField>> {
    let mut columns: Vec<Option<BatchField>> = Vec::new();
    for (position, header) in record.iter().enumerate() {
        let name = header.trim().to_lowercase();
        let field = BatchField::ALL.iter().copied().find(|field| field.key() == name);
        match field {
            Some(field) if columns.contains(&Some(field)) => {
                findings.push(cell(position), Fact::ColumnRepeated { header: header.to_owned() });
            }
            Some(_) => {}
            None => {
                // A misspelt column would lose what stands in it; it is an error here.
                let keys: Vec<&str> = BatchField::ALL.iter().map(|field| field.key()).collect();
                let fact = Fact::ValueArgument {
                    found: header.to_owned(),
                    allowed: keys.iter().map(|&key| key.to_owned()).collect(),
                    nearest: nearest(header, keys).map(str::to_owned),
                };
                findings.push(cell(position), fact);
            }
        }
        columns.push(field);
    }
    if !columns.contains(&Some(BatchField::Activity)) {
        let header = BatchField::Activity.key().to_owned();
        findings.push(cell(0), Fact::ColumnMissing { header, sheet: String::new() });
    }
    columns
}
