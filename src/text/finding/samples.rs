//! One fact of every kind, for the tests of the texts.

use crate::domain::{
    ActivityId, BandId, Consequence, Dimension, FieldPath, LevelNumber, Likelihood, Perspective,
    Treatment,
};
use crate::finding::{
    Axis, Bands, Basis, Blemish, BranchValue, ChainFault, CountedAs, Fact, Field, Holder, KeyPart,
    LogoProblem, Name, NotAcceptable, PasswordFault, RowReason, Said, ShareFault,
    SignedJournalFault, SyntaxFault, TableFault,
};

fn text(text: &str) -> String {
    text.to_owned()
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().copied().map(str::to_owned).collect()
}

fn labels() -> Vec<Name> {
    [("Lav", "Low"), ("Medium", "Medium"), ("Høj", "High"), ("Meget høj", "Very high")]
        .map(|(da, en)| Name::new(da, en))
        .to_vec()
}

fn at(consequence: u8, likelihood: u8) -> (Likelihood, Consequence) {
    (Likelihood::checked(likelihood), Consequence::checked(consequence))
}

fn activity(id: &str) -> ActivityId {
    ActivityId::parse(id).unwrap()
}

/// At least one sample of every variant.
pub(crate) fn samples() -> Vec<Fact> {
    [
        arguments(),
        forms(),
        contents(),
        checks(),
        patterns(),
        methods(),
        catalogues(),
        comparisons(),
        imports(),
        round_trips(),
        conflicts(),
        foreign_forms(),
        shares(),
        signatures(),
        journal(),
    ]
    .concat()
}

fn arguments() -> Vec<Fact> {
    let (found, version) = (text("O3"), text("2026.1"));
    vec![
        Fact::UnknownMunicipality { found: text("Skovbi"), nearest: Some(text("Skovby")) },
        Fact::AmbiguousMunicipality { found: text("Her"), matches: texts(&["Herlev", "Herning"]) },
        Fact::UnknownActivityArgument {
            found: found.clone(),
            nearest: Some(text("03")),
            version: version.clone(),
        },
        Fact::UnknownThreatArgument { found: text("T999"), nearest: None, version },
        Fact::UnknownMethod {
            found: text("kl"),
            allowed: texts(&["kl-4x4", "standard-4x4"]),
            nearest: Some(text("kl-4x4")),
        },
        Fact::UnknownArea { found: text("skole"), allowed: texts(&["skole-unge"]), nearest: None },
        Fact::UnknownKle { found: text("99.99") },
        Fact::NothingToSet {},
        Fact::ConflictingArguments { first: text("--confirm"), second: text("--consequence") },
        Fact::UnknownCode { found: text("ASM1O5"), nearest: Some(text("ASM105")) },
        Fact::LevelArgument { axis: Axis::Likelihood, found: text("5"), top: 4, labels: labels() },
        Fact::ValueArgument {
            found: text("mitigér"),
            allowed: texts(&["accept", "avoid", "share", "mitigate"]),
            nearest: None,
        },
        Fact::ValueArgument { found: text(""), allowed: texts(&["01–90"]), nearest: None },
        Fact::OutputExists { is_in_folder: false },
        Fact::OutputExists { is_in_folder: true },
        Fact::NoAssessmentFile {},
        Fact::SeveralAssessmentFiles { files: texts(&["a.risiko.yml", "b.risiko.yml"]) },
        Fact::ReasonRequired {},
        Fact::MethodSizeDiffers { own: text("kl-4x4"), other: text("egen-5x5") },
        Fact::RequiresArgument { given: text("--action-owner"), missing: text("--action") },
        Fact::ActivityNotInAssessment { activities: vec![activity("81")] },
        Fact::ActivityNotInAssessment { activities: vec![activity("40"), activity("41")] },
        Fact::NothingChosen { allowed: texts(&["--area", "--kle"]) },
        Fact::TerminalRequired {},
    ]
}

fn forms() -> Vec<Fact> {
    let mut facts = vec![
        Fact::YamlSyntax { fault: SyntaxFault::Tab },
        Fact::YamlSyntax { fault: SyntaxFault::MissingColon },
        Fact::YamlSyntax { fault: SyntaxFault::UnclosedQuote },
        Fact::YamlSyntax { fault: SyntaxFault::SecondColon },
        Fact::YamlSyntax { fault: SyntaxFault::Indentation },
        Fact::YamlSyntax { fault: SyntaxFault::OpenBracket },
        Fact::YamlSyntax { fault: SyntaxFault::AfterQuote },
        Fact::YamlSyntax { fault: SyntaxFault::Escape },
        Fact::YamlSyntax { fault: SyntaxFault::Character('@') },
        Fact::YamlSyntax { fault: SyntaxFault::Other },
        Fact::UnknownKey {
            found: text("sandsynlighed"),
            allowed: texts(&["id", "status", "likelihood", "reason", "owner", "note", "threats"]),
            nearest: None,
        },
        Fact::DuplicateKey { key: text("status"), first_line: 12 },
        Fact::MissingKey { key: text("status") },
        Fact::InvalidValue {
            found: text("assesed"),
            allowed: texts(&["not-started", "in-progress", "assessed", "not-applicable"]),
            nearest: Some(text("assessed")),
        },
        Fact::CommentsWouldBeLost { count: 1 },
        Fact::CommentsWouldBeLost { count: 3 },
    ];
    for expected in ["text", "map", "list", "whole number", "number", "date"] {
        for found in ["nothing", "\"31-12-2026\"", "list", "map"] {
            facts.push(Fact::WrongType { expected, found: text(found) });
        }
    }
    let limits = [
        ("bytes", 4 << 20),
        ("depth", 16),
        ("values", 250_000),
        ("rows", 20_000),
        ("documents", 1),
        ("anchors", 0),
    ];
    facts.extend(limits.map(|(what, limit)| Fact::YamlLimit { what, limit }));
    facts
}

fn contents() -> Vec<Fact> {
    let level = |found: &str| Fact::LevelOutsideScale {
        axis: Axis::Consequence,
        found: text(found),
        top: 4,
        labels: labels(),
    };
    vec![
        level("7"),
        level("0"),
        level("2,5"),
        level("høj"),
        Fact::UnknownActivity {
            found: text("O3"),
            nearest: Some(text("03")),
            version: text("2026.1"),
        },
        Fact::UnknownThreat { found: text("X"), nearest: None, version: text("2026.1") },
        Fact::DuplicateId { id: text("74") },
        Fact::OtherCatalogue {
            named: text("risiko-da 2025.4 (sha256:0011223344556677)"),
            present: text("risiko-da 2026.1 (sha256:8899aabbccddeeff)"),
        },
        Fact::OtherMethodVersion { named: 1, present: 2 },
        Fact::RetiredActivity { since: text("2025-08"), replaced_by: Some(activity("73")) },
        Fact::RetiredActivity { since: text("2025-08"), replaced_by: None },
        Fact::NewerSchema { found: text("2"), known: 1 },
        Fact::DataSubjectMissing {},
    ]
}

fn incomplete(no_owner: bool, no_deadline: bool) -> Fact {
    Fact::ActionIncomplete { action: text("Indfør logkontrol"), no_owner, no_deadline }
}

fn residual(measures: usize, treatment: Option<Treatment>) -> Fact {
    Fact::ResidualWithoutMeasure { measures, treatment }
}

fn reopened(now: &str, changed: Vec<FieldPath>) -> Fact {
    let band = |label: &str| Some(Name::new(label, label));
    let then = Box::new(Bands { current: band("Lav"), residual: None });
    let now = Box::new(Bands { current: band(now), residual: None });
    Fact::AcceptanceReopened { by: text("Ida Holm"), on: text("2026-11-01"), then, now, changed }
}

fn checks() -> Vec<Fact> {
    vec![
        Fact::NotAssessed {},
        Fact::ResidualAboveCurrent { axis: Axis::Consequence, current: 3, residual: 4 },
        residual(0, None),
        residual(2, None),
        residual(2, Some(Treatment::Accept)),
        Fact::DirectSetAside {
            direct: Name::new("Høj", "High"),
            deciding: Name::new("Lav", "Low"),
        },
        Fact::ReasonMissing {
            field: Field::Consequence(Perspective::DataSubject, Dimension::Confidentiality),
            starting: Some(4),
            own: text("2"),
        },
        Fact::ReasonMissing { field: Field::Likelihood, starting: None, own: text("2") },
        Fact::RedWithoutTreatment { band: Name::new("Høj", "High") },
        Fact::NotApplicableWithoutReason {},
        Fact::CannotBeAccepted { reason: NotAcceptable::NotAssessed },
        Fact::CannotBeAccepted { reason: NotAcceptable::NoFigures },
        Fact::CannotBeAccepted { reason: NotAcceptable::NotApplicable },
        Fact::CannotBeAccepted { reason: NotAcceptable::NoResidual },
        Fact::ChoiceMissing { allowed: vec![text("direktion"), text("byraad")] },
        Fact::AcceptanceOverBefore { on: text("2026-11-01"), until: text("2026-10-01") },
        reopened("Høj", Vec::new()),
        reopened(
            "Lav",
            vec![FieldPath {
                activity: Some(activity("74")),
                threat: None,
                keys: texts(&["likelihood"]),
            }],
        ),
        Fact::AcceptanceExpired { by: text("Ida Holm"), until: text("2026-10-01") },
        Fact::AcceptanceWithoutName { no_name: true, no_role: false },
        Fact::AcceptanceWithoutName { no_name: false, no_role: true },
        Fact::AcceptanceWithoutName { no_name: true, no_role: true },
        Fact::ReviewOverdue { due: text("2026-06-30") },
        Fact::StartingFigureUnconfirmed {
            dimensions: vec![Dimension::Confidentiality, Dimension::Integrity],
        },
        Fact::LikelihoodWithoutReason { likelihood: Likelihood::checked(3) },
        Fact::AssessedWithoutFigures { axis: Axis::Likelihood },
        incomplete(true, false),
        incomplete(false, true),
        incomplete(true, true),
        Fact::ActivityMissing { title: text("Sygedagpenge") },
    ]
}

fn patterns() -> Vec<Fact> {
    let label = || Name::new("Mindre sandsynligt", "Less likely");
    let threats = |alike, rated, reasons| Fact::SameLikelihoods {
        level: Likelihood::checked(2),
        label: label(),
        alike,
        rated,
        reasons,
    };
    let throughout = |axis, grounded| Fact::SameFigureThroughout {
        axis,
        level: 2,
        label: label(),
        alike: 31,
        rated: 33,
        grounded,
    };
    let starting =
        |unconfirmed| Fact::OnlyStartingFigures { unchanged: 31, assessed: 33, unconfirmed };
    let consequence = Field::Consequence(Perspective::DataSubject, Dimension::Confidentiality);
    let unknown =
        |counted, said| Fact::UnknownAsLow { counted, said, quote: text("Det ved vi ikke.") };
    let low = |field| CountedAs::Low { field, level: 2, label: label() };
    vec![
        threats(8, 8, 0),
        threats(19, 20, 1),
        threats(19, 20, 3),
        throughout(Axis::Likelihood, 0),
        throughout(Axis::Consequence, 0),
        throughout(Axis::Consequence, 4),
        Fact::ReasonRepeated {
            text: text("se bilag"),
            activities: ["01", "02", "03"].map(activity).to_vec(),
        },
        starting(0),
        starting(1),
        starting(4),
        unknown(low(Field::Likelihood), Said::Reason),
        unknown(low(consequence), Said::Reason),
        unknown(low(Field::Likelihood), Said::Note),
        unknown(CountedAs::NotApplicable(None), Said::Reason),
        unknown(CountedAs::NotApplicable(Some(consequence)), Said::Reason),
    ]
}

fn methods() -> Vec<Fact> {
    let witness = || text("konsekvens 4 og sandsynlighed 2 er høj");
    vec![
        Fact::MatrixGap { row: Some(2), expected: 4, found: 3 },
        Fact::MatrixGap { row: Some(2), expected: 4, found: 1 },
        Fact::MatrixGap { row: None, expected: 4, found: 1 },
        Fact::UnknownBand {
            found: text("rød"),
            allowed: texts(&["lav", "middel", "hoej"]),
            nearest: None,
        },
        Fact::UnreachableBand { band: BandId::parse("hoej").unwrap() },
        Fact::NotMonotone { from: at(2, 2), to: at(3, 2) },
        Fact::LegendDisagrees {
            cell: at(1, 4),
            product: 4,
            legend: vec![Name::new("Under middel", "Below medium"), Name::new("Middel", "Medium")],
            matrix: Name::new("Middel", "Medium"),
        },
        Fact::LegendDisagrees {
            cell: at(1, 4),
            product: 4,
            legend: vec![],
            matrix: Name::new("Lav", "Low"),
        },
        Fact::LargerProductLowerBand {
            larger: at(3, 3),
            larger_band: Name::new("Middel", "Medium"),
            smaller: at(4, 2),
            smaller_band: Name::new("Høj", "High"),
        },
        Fact::WitnessDisagrees { text: witness(), matrix: Name::new("Middel", "Medium") },
        Fact::WitnessMissing { found: 1 },
        Fact::SymmetryWrong { cell: at(1, 4) },
        Fact::InvalidScale { axis: Axis::Consequence, found: 2 },
        Fact::InvalidBands {},
        Fact::WitnessGuardsNothing { text: witness() },
    ]
}

fn catalogues() -> Vec<Fact> {
    vec![
        Fact::DanglingReference { found: text("T99"), nearest: Some(text("T09")) },
        Fact::DuplicateCatalogueId { id: text("74") },
        Fact::StartingOutsideScale { found: text("5"), top: 4 },
        Fact::ThreatHitsNothing {},
        Fact::CatalogueFileMissing { file: text("laws.yml") },
        Fact::UnknownEntry { found: text("T99"), nearest: Some(text("T09")) },
        Fact::TopicUnclear { topic: text("27.60.14"), activities: vec![text("56"), text("58")] },
        Fact::EntryIncomplete { field: "systems" },
        Fact::BasisMismatch { basis: Basis::SpecialCategories, has_data: true },
        Fact::BasisMismatch { basis: Basis::RegistrationNumber, has_data: false },
        Fact::BasisMismatch { basis: Basis::CriminalOffences, has_data: true },
        Fact::ThreatWithoutMeasure {},
        Fact::MeasureWithoutThreat {},
        Fact::NotSorted { id: text("73"), after: text("74") },
        Fact::ReplacementCycle { ids: vec![activity("81"), activity("82")] },
        Fact::TextBlemish {
            field: "note",
            blemish: Blemish::NoFullStop,
            excerpt: text("hvis kommunen selv driver det"),
        },
        Fact::TextBlemish { field: "title", blemish: Blemish::Blanks, excerpt: text("Hjælp ") },
        Fact::TextBlemish {
            field: "description",
            blemish: Blemish::English,
            excerpt: text("employee"),
        },
        Fact::TextBlemish {
            field: "title",
            blemish: Blemish::BorrowedOpening,
            excerpt: text("Behandling af"),
        },
        Fact::UnknownKleGroup { group: text("27.61"), nearest: Some(text("27.60")) },
        Fact::ChangedWithoutVersion { version: text("2026.1") },
        Fact::IdVanished { id: text("T12") },
        Fact::NotOwnId { found: text("91"), form: "X01–X99" },
        Fact::OverrideEmpty { id: text("74") },
        Fact::KlActivityUnknown { found: text("91"), version: text("2026.1") },
        Fact::KlFigureZero {},
        Fact::KlFigureWithoutDimension { figure: 3 },
        Fact::KlFigureMissing {},
        Fact::KlRetired { id: activity("74") },
        Fact::KlRowMissing { ids: vec![activity("40"), activity("41")] },
        Fact::NoCatalogueIn { folder: text("kataloger"), files: texts(&["local.yml"]) },
        Fact::UnknownCatalogueVersion { found: text("2027.1"), present: text("2026.1") },
    ]
}

fn imports() -> Vec<Fact> {
    let version = text("2026.1");
    vec![
        Fact::NotAWorkbook { detail: text("ikke en zip-fil") },
        Fact::WorkbookLimit { detail: text("der er for mange ark") },
        Fact::SheetMissing { sheet: text("Vurdering"), present: texts(&["Ark1", "Ark2"]) },
        Fact::SheetMissing { sheet: text("Vurdering"), present: vec![] },
        Fact::ColumnMissing { header: text("activity"), sheet: text("") },
        Fact::ColumnMissing { header: text("Sandsynlighed"), sheet: text("Vurdering") },
        Fact::ColumnUnknown { header: text("Konsekvns"), nearest: Some(text("Konsekvens")) },
        Fact::ColumnUnknown { header: text("Pris"), nearest: None },
        Fact::RowsAbsent { rows: texts(&["61"]) },
        Fact::RowsAbsent { rows: texts(&["1", "2", "3", "4", "5", "6", "7", "8", "9"]) },
        Fact::ComputedCellTyped { field: text("Risikoniveau"), found: text("Lav"), cells: 1 },
        Fact::ComputedCellTyped { field: text("Risikoniveau"), found: text("Lav"), cells: 12 },
        Fact::ActionExtrasLost { row: text("61 T08"), texts: texts(&["Budget: 40.000"]) },
        Fact::UnreadableCell { found: text("#REF!") },
        Fact::ImportUnknownActivity {
            found: text("O3"),
            nearest: Some(text("03")),
            version: version.clone(),
        },
        Fact::ImportLevel {
            axis: Axis::Consequence,
            found: text("Højt"),
            top: 4,
            labels: labels(),
            nearest: Some(Name::new("Høj", "High")),
        },
        Fact::RowVanished { activity: activity("74"), threat: Some(text("T07")) },
        Fact::RowVanished { activity: activity("74"), threat: None },
        Fact::RowRepeated { key: text("74"), first_row: 12 },
        Fact::ImportUnknownThreat { found: text("T999"), nearest: None, version },
        Fact::ImportValue { found: text("måske"), allowed: texts(&["ja", "nej"]), nearest: None },
        Fact::ImportValue { found: text(""), allowed: texts(&["ja"]), nearest: None },
        Fact::OtherAssessment {
            what: "municipality",
            workbook: text("Skovby"),
            file: text("Fjordby"),
        },
        Fact::LockedCellChanged { found: text(""), expected: text("Sygedagpenge") },
        Fact::WorkbookNewerSchema { found: text("2"), known: 1 },
        Fact::ColumnRepeated { header: text("Konsekvens") },
        Fact::BaselineMissing {},
        Fact::FieldCount { expected: 7, found: 5 },
        Fact::NotUtf8 {},
        Fact::SeveralSheets { sheet: text("Vurdering"), sheets: texts(&["Vores", "Kopi"]) },
    ]
}

/// What a workbook says otherwise than the file, or no longer says.
fn round_trips() -> Vec<Fact> {
    vec![
        Fact::SheetVanished { sheet: text("Handlinger") },
        Fact::ActionsTwice {
            row: text("74 T07"),
            here: text("Slå logning til (Ida; 2027-03-01)"),
            cell: text("Slå logning til"),
            there: text("Trusler!N17"),
        },
        Fact::ActionVanished { row: text("74 T07"), action: text("Slå logning til") },
        Fact::OwnSheetKept { sheet: text("Noter"), cells: 1, formulas: 0 },
        Fact::OwnSheetKept { sheet: text("Noter"), cells: 12, formulas: 1 },
        Fact::OwnSheetKept { sheet: text("Noter"), cells: 12, formulas: 3 },
        Fact::SheetCopy { sheet: text("Vurdering (2)"), of: text("Vurdering") },
        Fact::TableUnknown { headers: vec![text("Navn"), text("Mail")] },
        Fact::TableUnknown { headers: Vec::new() },
        Fact::TableBroken { fault: TableFault::OpenQuote },
        Fact::TableBroken { fault: TableFault::CutOff },
        Fact::TableBroken { fault: TableFault::Syntax },
        Fact::TableBroken { fault: TableFault::NoTables },
        Fact::TableBroken { fault: TableFault::NoList },
        Fact::TableBroken { fault: TableFault::NoObject },
        Fact::TableBroken { fault: TableFault::NoTexts },
        Fact::TableBroken { fault: TableFault::NoValue },
        Fact::TableBroken { fault: TableFault::KeyMissing },
        Fact::MergedCells { cells: text("G5:I5") },
        Fact::TextOutside { first: text("Ring til Bo"), cells: 1 },
        Fact::TextOutside { first: text("Ring til Bo"), cells: 12 },
        Fact::OwnNumberTaken {
            id: text("X07"),
            found: text("Krematorium"),
            known: text("Fyrtårn"),
        },
        Fact::CommentsNotRead { comments: 1, first: text("Ring til Bo") },
        Fact::CommentsNotRead { comments: 3, first: text("Ring til Bo") },
        Fact::MacrosPresent {},
        Fact::ExternalLinks {},
        Fact::OwnSheetTooLarge { sheet: text("Data"), cells: 9000, limit: 5000 },
        Fact::ColumnVanished { header: text("Sandsynlighed"), sheet: text("Trusler") },
    ]
}

/// What two sides say differently, and what was decided about it.
fn conflicts() -> Vec<Fact> {
    vec![
        Fact::Conflict {
            field: text("Sandsynlighed (74 T07)"),
            workbook: text("3"),
            file: text("2"),
            holder: Holder::Place(text("skovby.risiko.yml")),
            baseline: text(""),
        },
        Fact::Conflict {
            field: text("Sandsynlighed (74 T07)"),
            workbook: text("3"),
            file: text("2"),
            holder: Holder::People(Box::new([text("Anna"), text("Bo")])),
            baseline: text(""),
        },
        Fact::DecisionReasonUnused { row: text("74 T07"), field: text("Fortrolighed") },
        Fact::DecisionOutdated {
            row: text("74 T07"),
            field: text("Sandsynlighed"),
            decided: text("2 / 3"),
            found: text("2 / 4"),
        },
        Fact::DecisionUnused {
            row: text("74 T07"),
            field: text("Sandsynlighed"),
            workbook: text("jobcenter.xlsx"),
        },
    ]
}

fn comparisons() -> Vec<Fact> {
    vec![
        Fact::TooFewMunicipalities { found: 4, needed: 5 },
        Fact::OthersOfOtherMethod {
            found: "datatilsynet-4x4".to_owned(),
            own: "kl-4x4".to_owned(),
        },
        Fact::SameRoundTwice {
            municipality: text("Skovby"),
            round: text("2026"),
            other: text("skovby-2026.risiko.yml"),
        },
        Fact::TooFewAssessors { found: 1 },
        Fact::SameFileTwice { found: text("skovby-2026.anna.risiko-blind.yml") },
        Fact::FolderWithoutAssessments { wanted: vec![text(".risiko.yml"), text(".xlsx")] },
        Fact::NotAnAssessment { is_workbook: false },
        Fact::NotAnAssessment { is_workbook: true },
        Fact::EarlierOfOther { found: text("Fjordby"), expected: text("Skovby") },
        Fact::ColourTooLight { found: text("#FFEE00"), used: text("#807700") },
        Fact::RoundNotEarlier {
            found: text("2026"),
            day: text("2026-11-01"),
            own: text("2025"),
            own_day: text("2025-11-01"),
        },
        Fact::LevelsFall { axis: Axis::Likelihood, lower: (3, 3), higher: (4, 2) },
        Fact::BranchConflict {
            field: text("residual.likelihood"),
            base: BranchValue::nothing(),
            ours: BranchValue::Value(text("2")),
            theirs: BranchValue::Value(text("3")),
        },
        Fact::BranchConflict {
            field: text("not-relevant"),
            base: BranchValue::nothing(),
            ours: BranchValue::Value(text("Bruges ikke her")),
            theirs: BranchValue::Answers,
        },
        Fact::BranchConflict {
            field: text("method"),
            base: BranchValue::Value(text("kl-4x4 1")),
            ours: BranchValue::Value(text("kl-4x4 1")),
            theirs: BranchValue::Value(text("herning-4x4 1")),
        },
    ]
}

fn foreign_forms() -> Vec<Fact> {
    vec![
        Fact::ColumnNotTaken { header: text("Farve"), nearest: None },
        Fact::ColumnNotTaken { header: text(""), nearest: None },
        Fact::ColumnNotTaken { header: text("Sandsynl."), nearest: Some(text("Sandsynlighed")) },
        Fact::RowNotTaken { row: text(""), reason: RowReason::NoActivity },
        Fact::RowNotTaken { row: text("Social og sundhed"), reason: RowReason::Heading },
        Fact::RowNotTaken { row: text("Snageri"), reason: RowReason::NoThreat },
        Fact::RowNotTaken { row: text("Snageri"), reason: RowReason::NoValues },
        Fact::CellsDisagree {
            field: text("Risikoejer"),
            found: text("Børnechefen"),
            other: text("Skolechefen"),
            cell: text("D7"),
        },
        Fact::ThreatsDisagree {
            field: text("Fortrolighed, den registrerede"),
            taken: text("4 – Meget høj"),
            threats: texts(&["T08: 4", "T11: 2"]),
        },
        Fact::ThreatsUnmatched { threats: texts(&["Snageri"]), list: None },
        Fact::ThreatsUnmatched {
            threats: texts(&["a", "b", "c", "d", "e", "f", "g"]),
            list: Some(text("trusler.csv")),
        },
    ]
}

fn shares() -> Vec<Fact> {
    vec![
        Fact::NoShare { fault: ShareFault::CutOff },
        Fact::NoShare { fault: ShareFault::Syntax },
        Fact::NoShare { fault: ShareFault::OtherFile },
        Fact::ShareChanged {
            stated: text("sha256:93f6a697872b588000112233"),
            found: text("sha256:0011"),
        },
        Fact::SharedUnknown { ids: texts(&["91", "T61"]), version: text("2026.1") },
        Fact::ShareNotConfirmed {},
    ]
}

fn signatures() -> Vec<Fact> {
    let key = || "3F2A9C0D11E4B786".to_owned();
    let faults = [
        PasswordFault::NoTerminal,
        PasswordFault::Wrong,
        PasswordFault::Differs,
        PasswordFault::Empty,
    ];
    let mut facts = vec![
        Fact::NotSigned { expected: "skovby-2026.risiko.yml.minisig".to_owned() },
        Fact::PublicKeyMissing { key: key() },
        Fact::SignedWithOtherKey { key: key(), present: vec!["00A1B2C3D4E5F607".to_owned()] },
        Fact::ChangedSinceSigned {
            key: key(),
            on: Some("2026-11-26 10:15".to_owned()),
            by: "Ida Holm, Direktør".to_owned(),
        },
        Fact::ChangedSinceSigned { key: key(), on: None, by: String::new() },
        Fact::SignatureUnreadable {},
        Fact::KeyUnreadable { part: KeyPart::Secret },
        Fact::KeyUnreadable { part: KeyPart::Public },
        Fact::SignedFolderChanged {
            changed: vec!["threats.yml".to_owned()],
            missing: Vec::new(),
            added: (1..9).map(|number| format!("{number}.yml")).collect(),
        },
        Fact::KeyExists {},
    ];
    let journals = [
        SignedJournalFault::Missing,
        SignedJournalFault::Shorter,
        SignedJournalFault::Differs,
        SignedJournalFault::Broken,
    ];
    facts.extend(journals.map(|fault| Fact::JournalNotAsSigned { number: 12, fault }));
    facts.extend(faults.map(|fault| Fact::KeyPassword { fault }));
    facts
}

fn journal() -> Vec<Fact> {
    vec![
        Fact::JournalLineChanged { number: 12 },
        Fact::JournalBroken { fault: ChainFault::Missing { first: 7, last: 7 } },
        Fact::JournalBroken { fault: ChainFault::Missing { first: 7, last: 9 } },
        Fact::JournalBroken { fault: ChainFault::OutOfOrder { number: 7 } },
        Fact::JournalBroken { fault: ChainFault::Replaced { number: 7 } },
        Fact::JournalUnreadable {},
        Fact::JournalCutShort {},
        Fact::ChangedOutside { changes: None },
        Fact::ChangedOutside { changes: Some(1) },
        Fact::ChangedOutside { changes: Some(14) },
        Fact::EditUnfinished { number: 12, changes: 2 },
        Fact::NotAsManySteps { asked: 1, present: 0, again: true },
        Fact::NotAsManySteps { asked: 5, present: 3, again: false },
        Fact::CannotTakeBack { number: 12 },
        Fact::NoJournal {},
        Fact::NoMinutes { only_today: false },
        Fact::NoMinutes { only_today: true },
        Fact::MinutesOfOther {
            found: "998 2025 (kl-4x4)".to_owned(),
            expected: "998 2026 (kl-4x4)".to_owned(),
        },
        Fact::NoScreen {},
        Fact::LogoUnusable { problem: LogoProblem::NoPng },
        Fact::ReportOutdated {
            stated: "sha256:0123456789abcdef".to_owned(),
            now: "sha256:fedcba9876543210".to_owned(),
        },
        Fact::ReportAltered {},
        Fact::NotAReport {},
        Fact::EditFinished { number: 12, changes: 1 },
    ]
}
