//! The registry: every code, its default severity, and the facts that it carries.
//!
//! One line per finding. A code is never used again for something else and never re-numbered. To
//! add one, see CONTRIBUTING.md; the compiler then asks for its Danish and English texts.

use crate::domain::keyed;
use crate::domain::{
    ActivityId, Band, BandId, Consequence, Dimension, FieldPath, Level, Likelihood, Perspective,
    Treatment,
};

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know.
    Note,
    /// Somebody should look.
    Warning,
    /// Input that cannot be used, or a result that must not stand.
    Error,
}

keyed!(Severity {
    "note" => Note,
    "warning" => Warning,
    "error" => Error,
});

/// Which axis a level belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Sandsynlighed.
    Likelihood,
    /// Konsekvens.
    Consequence,
}

/// A field of an answer that a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Likelihood, direct or of a threat.
    Likelihood,
    /// Consequence of one perspective and dimension.
    Consequence(Perspective, Dimension),
}

/// As what an answer counts, though its own words say that nobody knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountedAs {
    /// A low level of a field.
    Low {
        /// Which.
        field: Field,
        /// The level's number.
        level: u8,
        /// What the method calls it.
        label: Name,
    },
    /// Not relevant: the whole answer, or one consequence.
    NotApplicable(Option<Field>),
}

/// Where in an answer somebody wrote something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The reason beside a figure or a choice.
    Reason,
    /// The free note of an activity.
    Note,
}

/// Who holds the other of two values that are a conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// A file, or a cell of one that was read earlier.
    Place(String),
    /// One of two people who answered apart: whose value stands now, and whose came in.
    People(Box<[String; 2]>),
}

/// Why a logo cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoProblem {
    /// It is no PNG picture, or a damaged one.
    NoPng,
    /// It has too many bytes or pixels for a report to carry.
    TooLarge,
    /// Its colours are stored in a way that not every program reads.
    Kind,
}

/// A word of a method in both languages: a level or a band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

impl Name {
    /// A word in both languages.
    pub fn new(da: impl Into<String>, en: impl Into<String>) -> Self {
        Self { da: da.into(), en: en.into() }
    }
}

impl From<&Level> for Name {
    fn from(level: &Level) -> Self {
        Self::new(&level.label, &level.label_en)
    }
}

impl From<&Band> for Name {
    fn from(band: &Band) -> Self {
        Self::new(&band.label, &band.label_en)
    }
}

/// Bands of an activity, today and when the actions are done; missing where there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bands {
    /// Today.
    pub current: Option<Name>,
    /// When the actions are done.
    pub residual: Option<Name>,
}

/// Why a risk cannot be accepted as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAcceptable {
    /// Nobody says that the assessment is done.
    NotAssessed,
    /// It is said to be done, and a figure is missing.
    NoFigures,
    /// The municipality does not have the activity.
    NotApplicable,
    /// Something will be done, and nobody says which risk that leaves.
    NoResidual,
}

/// What a branch made of a field that two branches changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BranchValue {
    /// As the file writes it; empty is nothing.
    Value(String),
    /// Answers, of which there are too many to show.
    Answers,
}

impl BranchValue {
    /// Nothing stands there.
    #[must_use]
    pub fn nothing() -> Self {
        Self::Value(String::new())
    }
}

/// A part of the legal basis that must agree with the kinds of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// GDPR article 9(2) and the special categories.
    SpecialCategories,
    /// Databeskyttelsesloven § 11 and civil registration numbers.
    RegistrationNumber,
    /// GDPR article 10 and criminal offences.
    CriminalOffences,
}

/// What a person most likely did where a YAML file cannot be read on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A tab character where blanks belong.
    Tab,
    /// A key without a colon, or text that runs on at the margin.
    MissingColon,
    /// A quotation mark that is never closed.
    UnclosedQuote,
    /// A second colon in a line, or a line that is indented under a value.
    SecondColon,
    /// A line that stands neither under the one before nor beside an earlier one.
    Indentation,
    /// A bracket that is never closed.
    OpenBracket,
    /// Text behind a closing quotation mark.
    AfterQuote,
    /// A backslash in double quotation marks that means nothing.
    Escape,
    /// A character with which no text may begin.
    Character(char),
    /// Something else.
    Other,
}

/// Why a row of a foreign sheet is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowReason {
    /// It names no activity.
    NoActivity,
    /// What stands where an activity should is none, and nothing else is filled in.
    Heading,
    /// Nobody has given its threat a number of ours.
    NoThreat,
    /// Nothing is answered in it.
    NoValues,
}

/// What is wrong with the form of a table that comes back as CSV or JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFault {
    /// A quotation mark of a CSV file that is never closed.
    OpenQuote,
    /// JSON that ends before it is done.
    CutOff,
    /// No JSON.
    Syntax,
    /// JSON, but none of our tables.
    NoTables,
    /// Something else where the list of the rows belongs.
    NoList,
    /// Something else where a row with keys belongs.
    NoObject,
    /// Something else where a list of texts belongs.
    NoTexts,
    /// A list, an object or a truth value where a text or a number belongs.
    NoValue,
    /// A key that other rows have.
    KeyMissing,
}

/// Why a file is no exchange file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareFault {
    /// JSON that ends before it is done.
    CutOff,
    /// No JSON.
    Syntax,
    /// JSON, but another file.
    OtherFile,
}

/// Where the chain of a journal is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainFault {
    /// Entries are gone.
    Missing {
        /// Number of the first.
        first: u64,
        /// Number of the last.
        last: u64,
    },
    /// An entry stands a second time, or behind one that came later.
    OutOfOrder {
        /// Its number.
        number: u64,
    },
    /// An entry does not follow from the one before: one of the two was written anew.
    Replaced {
        /// Number of the later one.
        number: u64,
    },
}

/// How a journal differs from the one that was signed with its assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedJournalFault {
    /// It is not there.
    Missing,
    /// It ends before the entry that was its last.
    Shorter,
    /// That entry is another.
    Differs,
    /// An entry before it was changed, removed or moved.
    Broken,
}

/// A half of a key pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyPart {
    /// Signs; nobody else may have it.
    Secret,
    /// Checks; everybody may have it.
    Public,
}

/// Why a password does not open a key, or cannot protect one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordFault {
    /// There is no terminal on which it could be asked for.
    NoTerminal,
    /// It is not the one of the key.
    Wrong,
    /// It was typed twice and not the same.
    Differs,
    /// Nothing was typed.
    Empty,
}

/// What is wrong with a text of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blemish {
    /// A blank at the end, or two in a row.
    Blanks,
    /// A sentence without a full stop.
    NoFullStop,
    /// The words with which the titles of KL's licensed list commonly open.
    BorrowedOpening,
    /// An English word where Danish belongs.
    English,
}

macro_rules! registry {
    ($( $code:ident $slug:literal $severity:ident $fact:ident { $($field:ident : $kind:ty),* $(,)? } )*) => {
        /// Code of a finding: family and number, never re-used.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(
            #[doc = concat!("`", stringify!($code), " ", $slug, "`")]
            $code,
        )* }

        impl Code {
            /// Every code, by family and number.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];

            /// The code as printed, such as `ASM105`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$code => stringify!($code),)* }
            }

            /// Short Danish name in kebab-case.
            #[must_use]
            pub fn slug(self) -> &'static str {
                match self { $(Self::$code => $slug,)* }
            }

            /// Default severity.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }

        /// What a finding states, as facts without wording. `text` has the sentences.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each variant is documented by the explanation of its code")]
        pub enum Fact { $(
            $fact { $($field: $kind),* },
        )* }

        impl Fact {
            /// The code that the fact is reported under.
            #[must_use]
            pub fn code(&self) -> Code {
                match self { $(Self::$fact { .. } => Code::$code,)* }
            }
        }
    };
}

registry! {
    // What was asked for on the command line.
    ARG001 "ukendt-kommune" Error UnknownMunicipality { found: String, nearest: Option<String> }
    ARG002 "flere-kommuner" Error AmbiguousMunicipality { found: String, matches: Vec<String> }
    ARG003 "ukendt-aktivitet" Error UnknownActivityArgument { found: String, nearest: Option<String>, version: String }
    ARG004 "ukendt-trussel" Error UnknownThreatArgument { found: String, nearest: Option<String>, version: String }
    ARG005 "ukendt-metode" Error UnknownMethod { found: String, allowed: Vec<String>, nearest: Option<String> }
    ARG006 "ukendt-omraade" Error UnknownArea { found: String, allowed: Vec<String>, nearest: Option<String> }
    ARG007 "ukendt-kle" Error UnknownKle { found: String }
    ARG008 "intet-at-skrive" Error NothingToSet {}
    ARG009 "modstridende-valg" Error ConflictingArguments { first: String, second: String }
    ARG010 "ukendt-kode" Error UnknownCode { found: String, nearest: Option<String> }
    ARG011 "niveau-uden-for-skala" Error LevelArgument { axis: Axis, found: String, top: u8, labels: Vec<Name> }
    ARG012 "ugyldig-vaerdi" Error ValueArgument { found: String, allowed: Vec<String>, nearest: Option<String> }
    ARG013 "filen-findes" Error OutputExists { is_in_folder: bool }
    ARG014 "ingen-vurdering" Error NoAssessmentFile {}
    ARG015 "flere-vurderinger" Error SeveralAssessmentFiles { files: Vec<String> }
    ARG016 "begrundelse-kraeves" Error ReasonRequired {}
    ARG017 "andet-antal-niveauer" Error MethodSizeDiffers { own: String, other: String }
    ARG018 "intet-valgt" Error NothingChosen { allowed: Vec<String> }
    ARG019 "mangler-foelgesvend" Error RequiresArgument { given: String, missing: String }
    ARG020 "aktivitet-ikke-med" Error ActivityNotInAssessment { activities: Vec<ActivityId> }
    ARG021 "ukendt-katalogpost" Error UnknownEntry { found: String, nearest: Option<String> }
    ARG022 "intet-katalog" Error NoCatalogueIn { folder: String, files: Vec<String> }
    ARG023 "ukendt-katalogversion" Error UnknownCatalogueVersion { found: String, present: String }
    ARG024 "kraever-en-terminal" Error TerminalRequired {}
    ARG025 "kan-ikke-accepteres" Error CannotBeAccepted { reason: NotAcceptable }
    ARG026 "accept-slut-foer-start" Error AcceptanceOverBefore { on: String, until: String }
    ARG027 "valg-mangler" Error ChoiceMissing { allowed: Vec<String> }

    // The form of a YAML file.
    YML001 "syntaks" Error YamlSyntax { fault: SyntaxFault }
    YML002 "ukendt-noegle" Error UnknownKey { found: String, allowed: Vec<String>, nearest: Option<String> }
    YML003 "gentaget-noegle" Error DuplicateKey { key: String, first_line: usize }
    YML004 "manglende-noegle" Error MissingKey { key: String }
    YML005 "forkert-type" Error WrongType { expected: &'static str, found: String }
    YML006 "ugyldig-vaerdi" Error InvalidValue { found: String, allowed: Vec<String>, nearest: Option<String> }
    YML007 "graense-overskredet" Error YamlLimit { what: &'static str, limit: usize }
    YML008 "kommentarer-gaar-tabt" Error CommentsWouldBeLost { count: usize }

    // The content of an assessment, read from YAML.
    ASM001 "niveau-uden-for-skala" Error LevelOutsideScale { axis: Axis, found: String, top: u8, labels: Vec<Name> }
    ASM002 "ukendt-aktivitet" Error UnknownActivity { found: String, nearest: Option<String>, version: String }
    ASM003 "ukendt-trussel" Error UnknownThreat { found: String, nearest: Option<String>, version: String }
    ASM004 "gentaget-id" Error DuplicateId { id: String }
    ASM005 "andet-katalog" Warning OtherCatalogue { named: String, present: String }
    ASM006 "anden-metode" Warning OtherMethodVersion { named: u32, present: u32 }
    ASM007 "udgaaet-aktivitet" Note RetiredActivity { since: String, replaced_by: Option<ActivityId> }
    ASM008 "nyere-skema" Error NewerSchema { found: String, known: u32 }
    ASM009 "mangler-registrerede" Error DataSubjectMissing {}

    // What `check` says of an assessment.
    ASM101 "ikke-vurderet" Note NotAssessed {}
    ASM102 "restrisiko-over-nuvaerende" Warning ResidualAboveCurrent { axis: Axis, current: u8, residual: u8 }
    ASM103 "restrisiko-uden-foranstaltning" Warning ResidualWithoutMeasure { measures: usize, treatment: Option<Treatment> }
    ASM104 "begrundelse-mangler" Warning ReasonMissing { field: Field, starting: Option<u8>, own: String }
    ASM105 "roed-uden-haandtering" Error RedWithoutTreatment { band: Name }
    ASM106 "ikke-relevant-uden-begrundelse" Warning NotApplicableWithoutReason {}
    ASM107 "revision-overskredet" Warning ReviewOverdue { due: String }
    ASM108 "udgangsvaerdi-ikke-bekraeftet" Note StartingFigureUnconfirmed { dimensions: Vec<Dimension> }
    ASM109 "sandsynlighed-uden-begrundelse" Note LikelihoodWithoutReason { likelihood: Likelihood }
    ASM110 "vurderet-uden-tal" Warning AssessedWithoutFigures { axis: Axis }
    ASM111 "handling-uden-ansvarlig-eller-frist" Note ActionIncomplete { action: String, no_owner: bool, no_deadline: bool }
    ASM112 "aktivitet-mangler" Warning ActivityMissing { title: String }
    ASM113 "direkte-sandsynlighed-sat-til-side" Warning DirectSetAside { direct: Name, deciding: Name }
    ASM114 "accept-aabnet-igen" Warning AcceptanceReopened { by: String, on: String, then: Box<Bands>, now: Box<Bands>, changed: Vec<FieldPath> }
    ASM115 "accept-udloebet" Warning AcceptanceExpired { by: String, until: String }
    ASM116 "accept-uden-navn" Error AcceptanceWithoutName { no_name: bool, no_role: bool }

    // What the pattern of an assessment's answers asks.
    HON001 "ens-sandsynligheder" Note SameLikelihoods { level: Likelihood, label: Name, alike: usize, rated: usize, reasons: usize }
    HON002 "samme-tal-overalt" Warning SameFigureThroughout { axis: Axis, level: u8, label: Name, alike: usize, rated: usize, grounded: usize }
    HON003 "samme-begrundelse" Note ReasonRepeated { text: String, activities: Vec<ActivityId> }
    HON004 "kun-udgangsvaerdier" Note OnlyStartingFigures { unchanged: usize, assessed: usize, unconfirmed: usize }
    HON005 "ukendt-som-lavt" Warning UnknownAsLow { counted: CountedAs, said: Said, quote: String }

    // A method.
    MTX001 "hul-i-matricen" Error MatrixGap { row: Option<u8>, expected: usize, found: usize }
    MTX002 "ukendt-niveau" Error UnknownBand { found: String, allowed: Vec<String>, nearest: Option<String> }
    MTX003 "uopnaaeligt-niveau" Warning UnreachableBand { band: BandId }
    MTX004 "ikke-monoton" Warning NotMonotone { from: (Likelihood, Consequence), to: (Likelihood, Consequence) }
    MTX005 "signaturforklaring-uenig" Note LegendDisagrees { cell: (Likelihood, Consequence), product: u16, legend: Vec<Name>, matrix: Name }
    MTX006 "stoerre-produkt-lavere-niveau" Note LargerProductLowerBand { larger: (Likelihood, Consequence), larger_band: Name, smaller: (Likelihood, Consequence), smaller_band: Name }
    MTX007 "vidnecelle-uenig" Error WitnessDisagrees { text: String, matrix: Name }
    MTX008 "vidnecelle-mangler" Error WitnessMissing { found: usize }
    MTX009 "symmetri-passer-ikke" Error SymmetryWrong { cell: (Likelihood, Consequence) }
    MTX010 "ugyldig-skala" Error InvalidScale { axis: Axis, found: usize }
    MTX011 "ugyldige-niveauer" Error InvalidBands {}
    MTX012 "vidnecelle-vogter-ikke" Error WitnessGuardsNothing { text: String }

    // The catalogue.
    CAT001 "ukendt-henvisning" Error DanglingReference { found: String, nearest: Option<String> }
    CAT002 "gentaget-id" Error DuplicateCatalogueId { id: String }
    CAT003 "niveau-uden-for-skala" Error StartingOutsideScale { found: String, top: u8 }

    CAT004 "trussel-uden-virkning" Error ThreatHitsNothing {}
    CAT005 "katalogfil-mangler" Error CatalogueFileMissing { file: String }
    CAT006 "uklart-kle-emne" Error TopicUnclear { topic: String, activities: Vec<String> }
    CAT007 "ufuldstaendig-post" Warning EntryIncomplete { field: &'static str }
    CAT008 "grundlag-passer-ikke" Error BasisMismatch { basis: Basis, has_data: bool }
    CAT009 "trussel-uden-foranstaltning" Warning ThreatWithoutMeasure {}
    CAT010 "foranstaltning-uden-trussel" Error MeasureWithoutThreat {}
    CAT011 "forkert-orden" Warning NotSorted { id: String, after: String }
    CAT012 "ring-af-afloesere" Error ReplacementCycle { ids: Vec<ActivityId> }
    CAT013 "fejl-i-tekst" Warning TextBlemish { field: &'static str, blemish: Blemish, excerpt: String }
    CAT014 "ukendt-kle-gruppe" Error UnknownKleGroup { group: String, nearest: Option<String> }
    CAT015 "aendret-uden-ny-version" Error ChangedWithoutVersion { version: String }
    CAT016 "forsvundet-id" Error IdVanished { id: String }
    CAT017 "ikke-eget-id" Error NotOwnId { found: String, form: &'static str }
    CAT018 "rettelse-uden-indhold" Warning OverrideEmpty { id: String }
    CAT019 "kl-aktivitet-ukendt" Warning KlActivityUnknown { found: String, version: String }
    CAT020 "kl-tal-nul" Note KlFigureZero {}
    CAT021 "kl-tal-uden-kryds" Warning KlFigureWithoutDimension { figure: u8 }
    CAT022 "kl-tal-mangler" Note KlFigureMissing {}
    CAT023 "kl-udgaaet" Note KlRetired { id: ActivityId }
    CAT024 "kl-raekke-mangler" Warning KlRowMissing { ids: Vec<ActivityId> }

    // Comparing.
    CMP001 "ikke-en-vurdering" Error NotAnAssessment { is_workbook: bool }
    CMP002 "tidligere-fra-anden-kommune" Error EarlierOfOther { found: String, expected: String }
    CMP003 "faldende-niveauer" Error LevelsFall { axis: Axis, lower: (u8, u8), higher: (u8, u8) }
    CMP004 "flettekonflikt" Error BranchConflict { field: String, base: BranchValue, ours: BranchValue, theirs: BranchValue }
    CMP005 "for-faa-vurderere" Error TooFewAssessors { found: usize }
    CMP006 "samme-fil-to-gange" Error SameFileTwice { found: String }
    CMP007 "runde-ikke-tidligere" Error RoundNotEarlier { found: String, day: String, own: String, own_day: String }

    // Many municipalities side by side.
    BMK001 "for-faa-kommuner" Error TooFewMunicipalities { found: usize, needed: usize }
    BMK002 "kommune-to-gange" Error SameRoundTwice { municipality: String, round: String, other: String }
    BMK003 "anden-metode-end-vores" Error OthersOfOtherMethod { found: String, own: String }
    BMK004 "mappe-uden-vurderinger" Error FolderWithoutAssessments { wanted: Vec<String> }

    // Workbooks and CSV coming in.
    IMP001 "ikke-en-projektmappe" Error NotAWorkbook { detail: String }
    IMP002 "graense-overskredet" Error WorkbookLimit { detail: String }
    IMP003 "ark-mangler" Error SheetMissing { sheet: String, present: Vec<String> }
    IMP004 "kolonne-mangler" Error ColumnMissing { header: String, sheet: String }
    IMP005 "ukendt-kolonne" Warning ColumnUnknown { header: String, nearest: Option<String> }
    IMP006 "ulaeselig-celle" Error UnreadableCell { found: String }
    IMP007 "ukendt-aktivitet" Error ImportUnknownActivity { found: String, nearest: Option<String>, version: String }
    IMP008 "niveau-uden-for-skala" Error ImportLevel { axis: Axis, found: String, top: u8, labels: Vec<Name>, nearest: Option<Name> }
    IMP009 "raekke-mangler" Warning RowVanished { activity: ActivityId, threat: Option<String> }
    IMP010 "gentaget-raekke" Error RowRepeated { key: String, first_row: u32 }
    IMP011 "ukendt-trussel" Error ImportUnknownThreat { found: String, nearest: Option<String>, version: String }
    IMP012 "ugyldig-vaerdi" Error ImportValue { found: String, allowed: Vec<String>, nearest: Option<String> }
    IMP013 "anden-vurdering" Error OtherAssessment { what: &'static str, workbook: String, file: String }
    IMP014 "laast-celle-aendret" Warning LockedCellChanged { found: String, expected: String }
    IMP015 "nyere-skema" Error WorkbookNewerSchema { found: String, known: u32 }
    IMP016 "kolonne-gentaget" Error ColumnRepeated { header: String }
    IMP017 "ingen-baseline" Error BaselineMissing {}
    IMP018 "forkert-antal-felter" Error FieldCount { expected: usize, found: usize }
    IMP019 "ikke-utf8" Error NotUtf8 {}
    IMP020 "flere-ark" Error SeveralSheets { sheet: String, sheets: Vec<String> }
    IMP021 "konflikt" Error Conflict { field: String, workbook: String, file: String, holder: Holder, baseline: String }
    IMP022 "kolonne-forsvundet" Warning ColumnVanished { header: String, sheet: String }
    IMP023 "afgoerelse-foraeldet" Error DecisionOutdated { row: String, field: String, decided: String, found: String }
    IMP024 "afgoerelse-uden-konflikt" Warning DecisionUnused { row: String, field: String, workbook: String }
    IMP025 "kolonne-ikke-taget" Note ColumnNotTaken { header: String, nearest: Option<String> }
    IMP026 "raekke-ikke-taget" Note RowNotTaken { row: String, reason: RowReason }
    IMP027 "uenige-celler" Error CellsDisagree { field: String, found: String, other: String, cell: String }
    IMP028 "uenige-trusler" Note ThreatsDisagree { field: String, taken: String, threats: Vec<String> }
    IMP029 "trusler-uden-nummer" Error ThreatsUnmatched { threats: Vec<String>, list: Option<String> }
    IMP030 "ark-forsvundet" Warning SheetVanished { sheet: String }
    IMP031 "handlinger-to-steder" Error ActionsTwice { row: String, here: String, cell: String, there: String }
    IMP032 "handling-mangler" Warning ActionVanished { row: String, action: String }
    IMP033 "eget-ark-gemt" Note OwnSheetKept { sheet: String, cells: usize, formulas: usize }
    IMP034 "kopi-af-ark" Warning SheetCopy { sheet: String, of: String }
    IMP035 "eget-ark-for-stort" Warning OwnSheetTooLarge { sheet: String, cells: usize, limit: usize }
    IMP036 "ukendt-tabel" Error TableUnknown { headers: Vec<String> }
    IMP037 "ulaeselig-tabel" Error TableBroken { fault: TableFault }
    IMP038 "flettede-celler" Error MergedCells { cells: String }
    IMP039 "makroer" Note MacrosPresent {}
    IMP040 "eksterne-kaeder" Note ExternalLinks {}
    IMP041 "uden-for-skemaet" Warning TextOutside { first: String, cells: usize }
    IMP042 "kommentarer" Warning CommentsNotRead { comments: usize, first: String }
    IMP043 "optaget-nummer" Error OwnNumberTaken { id: String, found: String, known: String }
    IMP044 "egne-felter-ved-handling" Warning ActionExtrasLost { row: String, texts: Vec<String> }
    IMP045 "beregnet-felt-overskrevet" Warning ComputedCellTyped { field: String, found: String, cells: usize }
    IMP046 "raekker-ikke-i-filen" Note RowsAbsent { rows: Vec<String> }
    IMP047 "begrundelse-ikke-laest" Warning DecisionReasonUnused { row: String, field: String }

    // Exchange files.
    SHR001 "ikke-en-delefil" Error NoShare { fault: ShareFault }
    SHR002 "indhold-aendret" Error ShareChanged { stated: String, found: String }
    SHR003 "ukendt-i-kataloget" Warning SharedUnknown { ids: Vec<String>, version: String }
    SHR004 "ikke-bekraeftet" Error ShareNotConfirmed {}

    // The journal, and taking changes back.
    JRN001 "linje-aendret" Error JournalLineChanged { number: u64 }
    JRN002 "kaede-brudt" Error JournalBroken { fault: ChainFault }
    JRN003 "ulaeselig-linje" Error JournalUnreadable {}
    JRN004 "afbrudt-linje" Note JournalCutShort {}
    JRN005 "aendret-udenom" Warning ChangedOutside { changes: Option<usize> }
    JRN006 "ikke-skrevet-faerdig" Warning EditUnfinished { number: u64, changes: usize }
    JRN007 "ikke-saa-mange-aendringer" Error NotAsManySteps { asked: usize, present: usize, again: bool }
    JRN008 "kan-ikke-tages-tilbage" Error CannotTakeBack { number: u64 }
    JRN009 "ingen-journal" Error NoJournal {}
    JRN010 "skrevet-faerdig" Note EditFinished { number: u64, changes: usize }

    // Signatures and their keys.
    SIG001 "ikke-underskrevet" Warning NotSigned { expected: String }
    SIG002 "offentlig-noegle-mangler" Warning PublicKeyMissing { key: String }
    SIG003 "anden-noegle" Error SignedWithOtherKey { key: String, present: Vec<String> }
    SIG004 "aendret-siden-underskrift" Warning ChangedSinceSigned { key: String, on: Option<String>, by: String }
    SIG005 "ulaeselig-underskrift" Error SignatureUnreadable {}
    SIG006 "ulaeselig-noegle" Error KeyUnreadable { part: KeyPart }
    SIG007 "adgangskode-til-noegle" Error KeyPassword { fault: PasswordFault }
    SIG008 "underskrevet-mappe-aendret" Error SignedFolderChanged { changed: Vec<String>, missing: Vec<String>, added: Vec<String> }
    SIG009 "noegle-findes" Error KeyExists {}
    SIG010 "journal-ikke-som-underskrevet" Error JournalNotAsSigned { number: u64, fault: SignedJournalFault }

    // Meetings and their minutes.
    MIN001 "intet-referat" Error NoMinutes { only_today: bool }
    MIN002 "referat-fra-anden-vurdering" Error MinutesOfOther { found: String, expected: String }
    MIN003 "ingen-skaerm" Error NoScreen {}

    // Reports and their templates.
    RPT001 "logo-kan-ikke-bruges" Error LogoUnusable { problem: LogoProblem }
    RPT002 "rapport-passer-ikke" Error ReportOutdated { stated: String, now: String }
    RPT003 "rapport-aendret" Error ReportAltered {}
    RPT004 "ikke-en-rapport" Error NotAReport {}
    RPT005 "farve-for-lys" Warning ColourTooLight { found: String, used: String }
}

impl Code {
    /// The code with this id, in any case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let wanted = text.trim().to_uppercase();
        Self::ALL.iter().copied().find(|code| code.id() == wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_family_and_three_digits_in_order_and_once() {
        let ids: Vec<_> = Code::ALL.iter().map(|code| code.id()).collect();
        for id in &ids {
            let (family, number) = id.split_at(3);
            assert!(family.bytes().all(|b| b.is_ascii_uppercase()), "{id}");
            assert!(number.len() == 3 && number.parse::<u16>().is_ok(), "{id}");
            assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id} twice");
        }
    }

    #[test]
    fn finds_a_code_in_any_case() {
        assert_eq!(Code::parse(" asm105 "), Some(Code::ASM105));
        assert_eq!(Code::parse("ASM999"), None);
    }
}
