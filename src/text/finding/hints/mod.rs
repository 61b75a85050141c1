//! Ways out: the nearest match, the allowed values, the command or key to change.
//!
//! The match says which; the words stand in a file per family of codes.

mod arguments;
mod assessments;
mod catalogues;
mod comparing;
mod files;
mod honesty;
mod imports;
mod journal;
mod methods;
mod minutes;
mod reports;
mod shares;
mod signatures;

use super::super::{Lang, axis as axis_word};
use super::keys;
use super::phrase::{SHORT_LIST, quoted, word};
use crate::domain::is_own;
use crate::finding::{
    Axis, CountedAs, Fact, Holder, Name, NotAcceptable, RowReason, Said, ShareFault,
};

/// A way out in Danish and in English.
type Ways = (&'static str, &'static str);

/// What to do about a finding, the most likely way out first. May be empty.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub fn hints(lang: Lang, fact: &Fact) -> Vec<String> {
    let pick = |(da, en): Ways| lang.pick(da, en);
    let say = |ways: Ways| vec![pick(ways).to_owned()];
    match fact {
        Fact::UnknownMunicipality { nearest, .. } => {
            guess_or(lang, nearest.as_deref(), arguments::UNKNOWN_MUNICIPALITY)
        }
        Fact::AmbiguousMunicipality { .. } => say(arguments::AMBIGUOUS_MUNICIPALITY),
        Fact::UnknownActivity { found, .. } | Fact::UnknownThreat { found, .. }
            if is_own(found) =>
        {
            say(assessments::OWN_ID_UNKNOWN)
        }
        Fact::UnknownActivityArgument { nearest, .. } | Fact::UnknownActivity { nearest, .. } => {
            guess_or(lang, nearest.as_deref(), assessments::UNKNOWN_ACTIVITY)
        }
        Fact::UnknownThreatArgument { nearest, .. } | Fact::UnknownThreat { nearest, .. } => {
            guess_or(lang, nearest.as_deref(), assessments::UNKNOWN_THREAT)
        }
        Fact::UnknownMethod { found, allowed, nearest } => with_more(
            choices(lang, found, allowed, nearest.as_deref()),
            lang.pick(
                "se metoderne med: risiko method list",
                "see the methods with: risiko method list",
            ),
        ),
        Fact::UnknownArea { found, allowed, nearest }
        | Fact::ValueArgument { found, allowed, nearest }
        | Fact::InvalidValue { found, allowed, nearest }
        | Fact::ImportValue { found, allowed, nearest }
        | Fact::UnknownBand { found, allowed, nearest }
        | Fact::UnknownKey { found, allowed, nearest } => {
            choices(lang, found, allowed, nearest.as_deref())
        }
        Fact::UnknownKle { .. } => say(arguments::UNKNOWN_KLE),
        Fact::NothingToSet {} => say(arguments::NOTHING_TO_SET),
        Fact::ConflictingArguments { first, second } => vec![match lang {
            Lang::Da => format!("udelad {first} eller {second}"),
            Lang::En => format!("leave out {first} or {second}"),
        }],
        Fact::RequiresArgument { given, missing } => vec![match lang {
            Lang::Da => format!("tilføj {missing}, eller udelad {given}"),
            Lang::En => format!("add {missing}, or leave out {given}"),
        }],
        Fact::ActivityNotInAssessment { .. } => say(arguments::ACTIVITY_NOT_IN_ASSESSMENT),
        Fact::UnknownCode { nearest, .. } => {
            guess_or(lang, nearest.as_deref(), arguments::UNKNOWN_CODE)
        }
        Fact::LevelArgument { axis, found, labels, .. }
        | Fact::LevelOutsideScale { axis, found, labels, .. } => {
            level(lang, *axis, found, labels, None)
        }
        Fact::ImportLevel { axis, found, labels, nearest, .. } => {
            level(lang, *axis, found, labels, nearest.as_ref())
        }
        Fact::OutputExists { is_in_folder: false } => say(arguments::OUTPUT_EXISTS),
        Fact::OutputExists { is_in_folder: true } => say(arguments::OUTPUT_EXISTS_IN_FOLDER),
        Fact::NoAssessmentFile {} => vec![
            lang.pick("skriv filens navn i kommandoen", "name the file in the command").to_owned(),
            lang.pick(
                "opret en vurdering med: risiko init",
                "make an assessment with: risiko init",
            )
            .to_owned(),
        ],
        Fact::SeveralAssessmentFiles { files } => {
            let file = files.first().map_or("FILE", String::as_str);
            vec![match lang {
                Lang::Da => format!("skriv i kommandoen, hvilken du mener, for eksempel {file}"),
                Lang::En => format!("say in the command which one you mean, such as {file}"),
            }]
        }
        Fact::ReasonRequired {} => say(arguments::REASON_REQUIRED),
        Fact::MethodSizeDiffers { .. } => say(arguments::METHOD_SIZE_DIFFERS),
        Fact::NothingChosen { .. } => say(arguments::NOTHING_CHOSEN),
        Fact::YamlSyntax { fault } => files::syntax(lang, fault),
        Fact::DuplicateKey { .. } => say(files::DUPLICATE_KEY),
        Fact::MissingKey { key } => vec![match (lang, keys::danish(key)) {
            (Lang::Da, Some(word)) => format!("tilføj linjen \"{key}: ...\" ({word})"),
            (Lang::Da, None) => format!("tilføj linjen \"{key}: ...\""),
            (Lang::En, _) => format!("add the line \"{key}: ...\""),
        }],
        Fact::WrongType { expected, .. } => files::wrong_type(lang, expected),
        Fact::YamlLimit { what, .. } => files::yaml_limit(lang, what),
        Fact::CommentsWouldBeLost { .. } => say(files::COMMENTS_WOULD_BE_LOST),
        Fact::DuplicateId { .. } => say(assessments::DUPLICATE_ID),
        Fact::OtherCatalogue { .. } => say(assessments::OTHER_CATALOGUE),
        Fact::OtherMethodVersion { .. } => say(assessments::OTHER_METHOD_VERSION),
        Fact::RetiredActivity { replaced_by, .. } => vec![match (lang, replaced_by) {
            (Lang::Da, Some(id)) => format!("svaret er beholdt; vurdér også aktivitet {id}"),
            (Lang::En, Some(id)) => format!("the answer is kept; assess activity {id} too"),
            (Lang::Da, None) => {
                "svaret er beholdt; aktiviteten er ikke med i nye vurderinger".into()
            }
            (Lang::En, None) => "the answer is kept; new assessments leave the activity out".into(),
        }],
        Fact::NewerSchema { .. } | Fact::WorkbookNewerSchema { .. } => {
            say(imports::WORKBOOK_NEWER_SCHEMA)
        }
        Fact::DataSubjectMissing {} => say(assessments::DATA_SUBJECT_MISSING),
        Fact::NotAssessed {} => say(assessments::NOT_ASSESSED),
        Fact::ResidualAboveCurrent { .. } => say(assessments::RESIDUAL_ABOVE_CURRENT),
        Fact::ResidualWithoutMeasure { .. } => say(assessments::RESIDUAL_WITHOUT_MEASURE),
        Fact::ReasonMissing { starting, .. } => {
            let mut ways = say(assessments::REASON_MISSING);
            if starting.is_some() {
                ways.extend(say(assessments::REASON_OR_STARTING));
            }
            ways
        }
        Fact::RedWithoutTreatment { .. } => say(assessments::RED_WITHOUT_TREATMENT),
        Fact::NotApplicableWithoutReason {} => say(assessments::NOT_APPLICABLE_WITHOUT_REASON),
        Fact::ReviewOverdue { .. } => say(assessments::REVIEW_OVERDUE),
        Fact::StartingFigureUnconfirmed { .. } => say(assessments::STARTING_FIGURE_UNCONFIRMED),
        Fact::LikelihoodWithoutReason { .. } => say(assessments::LIKELIHOOD_WITHOUT_REASON),
        Fact::AssessedWithoutFigures { axis } => vec![match lang {
            Lang::Da => format!(
                "sæt et tal for {}, eller sæt status tilbage til in-progress (i gang)",
                axis_word(lang, *axis)
            ),
            Lang::En => format!(
                "set a figure for {}, or set the status back to in-progress",
                axis_word(lang, *axis)
            ),
        }],
        Fact::ActionIncomplete { no_owner: true, no_deadline: false, .. } => {
            say(assessments::ACTION_WITHOUT_OWNER)
        }
        Fact::ActionIncomplete { no_owner: false, .. } => say(assessments::ACTION_WITHOUT_DEADLINE),
        Fact::ActionIncomplete { .. } => say(assessments::ACTION_INCOMPLETE),
        Fact::ActivityMissing { .. } => say(assessments::ACTIVITY_MISSING),
        Fact::DirectSetAside { .. } => say(assessments::DIRECT_SET_ASIDE),
        Fact::CannotBeAccepted { reason } => say(match reason {
            NotAcceptable::NotAssessed => assessments::FINISH_FIRST,
            NotAcceptable::NoFigures => assessments::FIGURE_FIRST,
            NotAcceptable::NotApplicable => assessments::NOTHING_TO_ACCEPT,
            NotAcceptable::NoResidual => assessments::RESIDUAL_FIRST,
        }),
        Fact::ChoiceMissing { allowed } => vec![match lang {
            Lang::Da => format!("vælg mellem: {}", allowed.join(", ")),
            Lang::En => format!("choose among: {}", allowed.join(", ")),
        }],
        Fact::AcceptanceOverBefore { .. } => say(assessments::LATER_DAY),
        Fact::AcceptanceReopened { .. } => say(assessments::ACCEPT_AGAIN),
        Fact::AcceptanceExpired { .. } => say(assessments::ACCEPT_LONGER),
        Fact::AcceptanceWithoutName { .. } => say(assessments::NAME_WHO_ACCEPTS),
        Fact::SameLikelihoods { .. } => {
            with_more(say(honesty::RATE_WHAT_YOU_KNOW), pick(honesty::OR_SAY_WHY_EACH))
        }
        Fact::SameFigureThroughout { .. } => {
            with_more(say(honesty::BEGIN_WITH_THE_WORST), pick(honesty::OR_SAY_WHY_HERE))
        }
        Fact::ReasonRepeated { .. } => {
            with_more(say(honesty::SAY_WHAT_IS_SPECIAL), pick(honesty::OR_LEAVE_THE_REASON))
        }
        Fact::OnlyStartingFigures { .. } => {
            with_more(say(honesty::BEGIN_WHERE_YOU_DIFFER), pick(honesty::OR_LEAVE_THE_FIGURES))
        }
        Fact::UnknownAsLow { counted: CountedAs::NotApplicable(_), .. } => {
            say(honesty::UNKNOWN_IS_RELEVANT)
        }
        Fact::UnknownAsLow { said: Said::Note, .. } => {
            with_more(say(honesty::LEAVE_IT_UNRATED), pick(honesty::OR_CORRECT_THE_NOTE))
        }
        Fact::UnknownAsLow { .. } => {
            with_more(say(honesty::LEAVE_IT_UNRATED), pick(honesty::OR_CORRECT_THE_REASON))
        }
        Fact::MatrixGap { .. } => say(methods::MATRIX_GAP),
        Fact::UnreachableBand { .. } => say(methods::UNREACHABLE_BAND),
        Fact::NotMonotone { .. } => say(methods::NOT_MONOTONE),
        Fact::LegendDisagrees { .. } => say(methods::LEGEND_DISAGREES),
        Fact::LargerProductLowerBand { .. } => say(methods::LARGER_PRODUCT_LOWER_BAND),
        Fact::WitnessDisagrees { .. } => say(methods::WITNESS_DISAGREES),
        Fact::WitnessMissing { .. } => say(methods::WITNESS_MISSING),
        Fact::SymmetryWrong { .. } => say(methods::SYMMETRY_WRONG),
        Fact::InvalidScale { .. } => say(methods::INVALID_SCALE),
        Fact::InvalidBands {} => say(methods::INVALID_BANDS),
        Fact::WitnessGuardsNothing { .. } => say(methods::WITNESS_GUARDS_NOTHING),
        Fact::DanglingReference { nearest, .. } => {
            guess_or(lang, nearest.as_deref(), catalogues::DANGLING_REFERENCE)
        }
        Fact::DuplicateCatalogueId { .. } => say(catalogues::DUPLICATE_CATALOGUE_ID),
        Fact::StartingOutsideScale { top, .. } => vec![match lang {
            Lang::Da => format!("skriv et helt tal fra 1 til {top}"),
            Lang::En => format!("write a whole number from 1 to {top}"),
        }],
        Fact::ThreatHitsNothing {} => say(catalogues::THREAT_HITS_NOTHING),
        Fact::CatalogueFileMissing { .. } => say(catalogues::CATALOGUE_FILE_MISSING),
        Fact::UnknownEntry { nearest, .. } => {
            guess_or(lang, nearest.as_deref(), arguments::UNKNOWN_ENTRY)
        }
        Fact::TopicUnclear { .. } => say(catalogues::TOPIC_UNCLEAR),
        Fact::EntryIncomplete { .. } => say(catalogues::ENTRY_INCOMPLETE),
        Fact::BasisMismatch { .. } => say(catalogues::BASIS_MISMATCH),
        Fact::ThreatWithoutMeasure {} => say(catalogues::THREAT_WITHOUT_MEASURE),
        Fact::MeasureWithoutThreat {} => say(catalogues::MEASURE_WITHOUT_THREAT),
        Fact::NotSorted { .. } => say(catalogues::NOT_SORTED),
        Fact::ReplacementCycle { .. } => say(catalogues::REPLACEMENT_CYCLE),
        Fact::TextBlemish { .. } => say(catalogues::TEXT_BLEMISH),
        Fact::UnknownKleGroup { nearest, .. } => {
            guess_or(lang, nearest.as_deref(), catalogues::UNKNOWN_KLE_GROUP)
        }
        Fact::ChangedWithoutVersion { .. } => say(catalogues::CHANGED_WITHOUT_VERSION),
        Fact::IdVanished { .. } => say(catalogues::ID_VANISHED),
        Fact::NotOwnId { form, .. } => vec![match lang {
            Lang::Da => format!("brug et af kommunens egne numre: {form}"),
            Lang::En => format!("use one of the municipality's own numbers: {form}"),
        }],
        Fact::OverrideEmpty { .. } => say(catalogues::OVERRIDE_EMPTY),
        Fact::KlActivityUnknown { .. } => say(catalogues::KL_ACTIVITY_UNKNOWN),
        Fact::KlFigureZero {} => say(catalogues::KL_FIGURE_ZERO),
        Fact::KlFigureWithoutDimension { .. } => say(catalogues::KL_FIGURE_WITHOUT_DIMENSION),
        Fact::KlFigureMissing {} => say(catalogues::KL_FIGURE_MISSING),
        Fact::KlRetired { .. } => say(catalogues::KL_RETIRED),
        Fact::KlRowMissing { .. } => say(catalogues::KL_ROW_MISSING),
        Fact::NoCatalogueIn { .. } => say(arguments::NO_CATALOGUE_IN),
        Fact::TerminalRequired {} => say(arguments::TERMINAL_REQUIRED),
        Fact::UnknownCatalogueVersion { .. } => say(arguments::UNKNOWN_CATALOGUE_VERSION),
        Fact::NotAWorkbook { .. } => say(imports::NOT_A_WORKBOOK),
        Fact::WorkbookLimit { .. } => say(imports::WORKBOOK_LIMIT),
        Fact::SheetMissing { .. } => say(imports::SHEET_MISSING),
        Fact::ColumnMissing { .. } => say(imports::COLUMN_MISSING),
        Fact::ColumnUnknown { nearest, .. } => {
            let guess = nearest.as_deref().map(|nearest| did_you_mean(lang, nearest));
            let own = lang.pick(
                "er det jeres egen kolonne, skal intet gøres",
                "if it is a column of your own, nothing needs to be done",
            );
            with_more(guess.into_iter().collect(), own)
        }
        Fact::UnreadableCell { .. } => say(imports::UNREADABLE_CELL),
        Fact::ImportUnknownActivity { found, .. } if found.is_empty() => {
            say(imports::ROW_WITHOUT_ACTIVITY)
        }
        Fact::ImportUnknownActivity { found, .. } if is_own(found) => {
            say(imports::OWN_ACTIVITY_WITHOUT_TITLE)
        }
        Fact::ImportUnknownActivity { nearest, .. } => {
            guess_or(lang, nearest.as_deref(), imports::IMPORT_UNKNOWN_ACTIVITY)
        }
        Fact::ImportUnknownThreat { nearest, .. } => {
            guess_or(lang, nearest.as_deref(), imports::IMPORT_UNKNOWN_THREAT)
        }
        Fact::RowVanished { .. } => say(imports::ROW_VANISHED),
        Fact::RowRepeated { .. } => say(imports::ROW_REPEATED),
        Fact::OtherAssessment { .. } => say(imports::OTHER_ASSESSMENT),
        Fact::LockedCellChanged { .. } => {
            with_more(say(imports::LOCKED_CELL_CHANGED), pick(imports::COLUMNS_SORTED))
        }
        Fact::ColumnRepeated { .. } => say(imports::COLUMN_REPEATED),
        Fact::BaselineMissing {} => {
            with_more(say(imports::BASELINE_MISSING), pick(imports::BASELINE_MISSING_OWN_FORM))
        }
        Fact::FieldCount { .. } => say(imports::FIELD_COUNT),
        Fact::NotUtf8 {} => say(imports::NOT_UTF8),
        Fact::SeveralSheets { .. } => say(imports::SEVERAL_SHEETS),
        Fact::ColumnVanished { .. } => say(imports::COLUMN_VANISHED),
        Fact::SheetVanished { .. } => say(imports::SHEET_VANISHED),
        Fact::ActionsTwice { .. } => say(imports::ACTIONS_TWICE),
        Fact::ActionVanished { .. } => say(imports::ACTION_VANISHED),
        Fact::OwnSheetKept { .. } => say(imports::OWN_SHEET_KEPT),
        Fact::SheetCopy { .. } => say(imports::SHEET_COPY),
        Fact::OwnSheetTooLarge { .. } => say(imports::OWN_SHEET_TOO_LARGE),
        Fact::TableUnknown { .. } => {
            with_more(say(imports::TABLE_UNKNOWN), pick(imports::TABLE_UNKNOWN_OWN_FORM))
        }
        Fact::TableBroken { fault } => say(imports::table_broken(*fault)),
        Fact::NoShare { fault: ShareFault::OtherFile } => say(shares::OTHER_FILE),
        Fact::NoShare { fault: ShareFault::CutOff | ShareFault::Syntax } => say(shares::BROKEN),
        Fact::ShareChanged { .. } => with_more(say(shares::CHANGED), pick(shares::CHANGED_CALL)),
        Fact::SharedUnknown { .. } => say(shares::UNKNOWN),
        Fact::ShareNotConfirmed {} => say(shares::NOT_CONFIRMED),
        Fact::JournalLineChanged { .. }
        | Fact::JournalUnreadable {}
        | Fact::JournalBroken { .. } => with_more(say(journal::BROKEN), pick(journal::BACKUP)),
        Fact::JournalCutShort {} => say(journal::CUT_SHORT),
        Fact::ChangedOutside { .. } => say(journal::OUTSIDE),
        Fact::EditUnfinished { .. } => say(journal::UNFINISHED),
        Fact::NotAsManySteps { .. } => say(journal::STEPS),
        Fact::CannotTakeBack { .. } => say(journal::CHECK),
        Fact::EditFinished { .. } => say(journal::FINISHED),
        Fact::NoJournal {} => say(journal::NONE),
        Fact::NotSigned { .. } => say(signatures::NOT_SIGNED),
        Fact::PublicKeyMissing { .. } => say(signatures::PUBLIC_KEY_MISSING),
        Fact::SignedWithOtherKey { .. } => say(signatures::OTHER_KEY),
        Fact::ChangedSinceSigned { .. } => say(signatures::CHANGED),
        Fact::SignatureUnreadable {} => say(signatures::UNREADABLE),
        Fact::KeyUnreadable { part } => say(signatures::key_unreadable(*part)),
        Fact::KeyPassword { fault } => say(signatures::password(*fault)),
        Fact::SignedFolderChanged { .. } => say(signatures::FOLDER_CHANGED),
        Fact::JournalNotAsSigned { fault, .. } => say(signatures::signed_journal(*fault)),
        Fact::KeyExists {} => say(signatures::KEY_EXISTS),
        Fact::NoMinutes { only_today: false } => say(minutes::NONE),
        Fact::NoMinutes { only_today: true } => say(minutes::ONLY_TODAY),
        Fact::MinutesOfOther { .. } => say(minutes::OF_OTHER),
        Fact::NoScreen {} => say(minutes::NO_SCREEN),
        Fact::LogoUnusable { .. } => say(reports::LOGO),
        Fact::ReportOutdated { .. } => say(reports::OUTDATED),
        Fact::ReportAltered {} => say(reports::ALTERED),
        Fact::NotAReport {} => say(reports::NONE),
        Fact::ColourTooLight { .. } => say(reports::COLOUR_TOO_LIGHT),
        Fact::MergedCells { .. } => say(imports::MERGED_CELLS),
        Fact::MacrosPresent {} => say(imports::MACROS_PRESENT),
        Fact::ExternalLinks {} => say(imports::EXTERNAL_LINKS),
        Fact::TextOutside { .. } => say(imports::TEXT_OUTSIDE),
        Fact::TooFewMunicipalities { .. } => say(comparing::TOO_FEW_MUNICIPALITIES),
        Fact::OthersOfOtherMethod { .. } => say(comparing::OTHERS_OF_OTHER_METHOD),
        Fact::TooFewAssessors { .. } => say(comparing::TOO_FEW_ASSESSORS),
        Fact::SameFileTwice { .. } => say(comparing::SAME_FILE_TWICE),
        Fact::FolderWithoutAssessments { .. } => say(comparing::FOLDER_WITHOUT_ASSESSMENTS),
        Fact::SameRoundTwice { .. } => say(comparing::SAME_ROUND_TWICE),
        Fact::NotAnAssessment { is_workbook: false } => say(comparing::NOT_AN_ASSESSMENT),
        Fact::NotAnAssessment { is_workbook: true } => {
            with_more(say(comparing::NOT_AN_ASSESSMENT), pick(comparing::NOT_OUR_WORKBOOK))
        }
        Fact::EarlierOfOther { .. } => say(comparing::EARLIER_OF_OTHER),
        Fact::RoundNotEarlier { .. } => say(comparing::ROUND_NOT_EARLIER),
        Fact::LevelsFall { .. } => say(comparing::LEVELS_FALL),
        Fact::BranchConflict { field, .. }
            if ["method", "municipality.code"].contains(&field.as_str()) =>
        {
            say(comparing::BRANCHES_APART)
        }
        Fact::BranchConflict { .. } => say(comparing::BRANCH_CONFLICT),
        Fact::OwnNumberTaken { .. } => say(imports::OWN_NUMBER_TAKEN),
        Fact::RowsAbsent { .. } => say(imports::ROWS_ABSENT),
        Fact::ComputedCellTyped { .. } => say(imports::COMPUTED_CELL_TYPED),
        Fact::ActionExtrasLost { .. } => say(imports::ACTION_EXTRAS_LOST),
        Fact::CommentsNotRead { .. } => say(imports::COMMENTS_NOT_READ),
        Fact::Conflict { holder: Holder::Place(_), .. } => say(imports::CONFLICT),
        Fact::Conflict { holder: Holder::People(_), .. } => say(imports::CONFLICT_OF_PEOPLE),
        Fact::DecisionReasonUnused { .. } => say(imports::DECISION_REASON_UNUSED),
        Fact::DecisionOutdated { .. } => say(imports::DECISION_OUTDATED),
        Fact::DecisionUnused { .. } => say(imports::DECISION_UNUSED),
        Fact::ColumnNotTaken { nearest, .. } => {
            guess_or(lang, nearest.as_deref(), imports::COLUMN_NOT_TAKEN)
        }
        Fact::RowNotTaken { reason: RowReason::NoActivity | RowReason::Heading, .. } => {
            say(imports::ROW_NOT_TAKEN_NO_ACTIVITY)
        }
        Fact::RowNotTaken { reason: RowReason::NoThreat, .. } => {
            say(imports::ROW_NOT_TAKEN_NO_THREAT)
        }
        Fact::RowNotTaken { reason: RowReason::NoValues, .. } => {
            say(imports::ROW_NOT_TAKEN_NO_VALUES)
        }
        Fact::CellsDisagree { .. } => say(imports::CELLS_DISAGREE),
        Fact::ThreatsDisagree { .. } => say(imports::THREATS_DISAGREE),
        Fact::ThreatsUnmatched { list: None, .. } => say(imports::THREATS_UNMATCHED_NO_LIST),
        Fact::ThreatsUnmatched { list: Some(list), .. } => vec![match lang {
            Lang::Da => format!(
                "udfyld numrene i {list}, og kør igen; en trussel, der ikke er på listen, skal have en række"
            ),
            Lang::En => format!(
                "fill in the numbers in {list} and run again; a threat that is not on the list needs a row"
            ),
        }],
    }
}

/// `mente du "03"?`, with the Danish word where the value is a key.
fn did_you_mean(lang: Lang, nearest: &str) -> String {
    match (lang, keys::danish(nearest)) {
        (Lang::Da, Some(word)) => format!("mente du {} ({word})?", quoted(nearest)),
        (Lang::Da, None) => format!("mente du {}?", quoted(nearest)),
        (Lang::En, _) => format!("did you mean {}?", quoted(nearest)),
    }
}

/// The nearest match, or else the general way out.
fn guess_or(lang: Lang, nearest: Option<&str>, (da, en): Ways) -> Vec<String> {
    vec![
        nearest.map_or_else(|| lang.pick(da, en).to_owned(), |nearest| did_you_mean(lang, nearest)),
    ]
}

fn with_more(mut ways: Vec<String>, more: &str) -> Vec<String> {
    ways.push(more.to_owned());
    ways
}

/// What was meant, and every allowed value where the message has no room for them.
fn choices(lang: Lang, found: &str, allowed: &[String], nearest: Option<&str>) -> Vec<String> {
    let mut ways = Vec::new();
    if let Some(meant) = keys::meant(found, allowed).or(nearest) {
        ways.push(did_you_mean(lang, meant));
    }
    if allowed.len() > SHORT_LIST {
        let list = allowed.join(", ");
        ways.push(format!("{}: {list}", lang.pick("tilladt her", "allowed here")));
    } else if lang == Lang::Da && ways.is_empty() {
        let glossed: Vec<_> = allowed
            .iter()
            .filter_map(|key| keys::danish(key).map(|word| format!("{key} ({word})")))
            .collect();
        if !glossed.is_empty() {
            ways.push(format!("ordene betyder: {}", glossed.join(", ")));
        }
    }
    ways
}

fn level(
    lang: Lang,
    axis: Axis,
    found: &str,
    labels: &[Name],
    nearest: Option<&Name>,
) -> Vec<String> {
    let found = found.trim();
    let same = |label: &Name| {
        [&label.da, &label.en].iter().any(|word| word.to_lowercase() == found.to_lowercase())
    };
    if let Some((number, label)) = (1..=u8::MAX).zip(labels).find(|(_, label)| same(label)) {
        return vec![match lang {
            Lang::Da => format!("skriv tallet {number} for {}", quoted(word(lang, label))),
            Lang::En => format!("write the number {number} for {}", quoted(word(lang, label))),
        }];
    }
    let is_fraction = found.contains(['.', ',']) && found.replace(',', ".").parse::<f64>().is_ok();
    // A number is never taken for a level beside it.
    if let Some(nearest) = nearest.filter(|_| !is_fraction) {
        return vec![did_you_mean(lang, word(lang, nearest))];
    }
    vec![if found == "0" {
        lang.pick(
            "er der ikke taget stilling endnu, skal feltet stå tomt; 0 er ikke et niveau",
            "where nobody has decided yet, leave the field empty; 0 is not a level",
        )
        .to_owned()
    } else if is_fraction {
        lang.pick(
            "vælg et af niveauerne; der er ingen trin imellem dem",
            "choose one of the levels; there are no steps between them",
        )
        .to_owned()
    } else {
        let scale: Vec<_> = (1..=u8::MAX)
            .zip(labels)
            .map(|(number, label)| format!("{number} = {}", word(lang, label)))
            .collect();
        format!("{}: {}", axis_word(lang, axis), scale.join(", "))
    }]
}
