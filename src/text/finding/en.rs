//! What is wrong, in English.

use super::super::help::with_placeholders;
use super::super::{Lang, axis as axis_word, checksum, count, counted, dimension, perspective};
use super::catalogue;
use super::phrase::{
    SHORT_LIST, all_of, all_quoted, all_quoted_words, all_words, cell, changed_fields, file_lists,
    first_named, first_quoted, megabytes, one_of, quoted, said_of_itself, shown, word,
    written_level,
};
use crate::domain::{Consequence, LevelNumber, Likelihood};
use crate::finding::{
    Axis, Bands, BranchValue, ChainFault, CountedAs, Fact, Field, Holder, KeyPart, LogoProblem,
    Name, NotAcceptable, PasswordFault, RowReason, Said, ShareFault, SignedJournalFault,
    SyntaxFault, TableFault,
};

const LANG: Lang = Lang::En;

/// One line that says what is wrong.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn message(fact: &Fact) -> String {
    match fact {
        Fact::ImportUnknownActivity { found, .. } if found.is_empty() => {
            "the row does not say which activity it is about".to_owned()
        }
        Fact::UnknownMunicipality { found, .. } => {
            format!("there is no municipality {}", quoted(found))
        }
        Fact::AmbiguousMunicipality { found, matches } => {
            format!("{} fits several municipalities: {}", quoted(found), all_of(LANG, matches))
        }
        Fact::UnknownActivityArgument { found, version, .. }
        | Fact::UnknownActivity { found, version, .. }
        | Fact::ImportUnknownActivity { found, version, .. } => {
            format!("the activity {} is not in catalogue {version}", quoted(found))
        }
        Fact::UnknownThreatArgument { found, version, .. }
        | Fact::UnknownThreat { found, version, .. }
        | Fact::ImportUnknownThreat { found, version, .. } => {
            format!("the threat {} is not in catalogue {version}", quoted(found))
        }
        Fact::UnknownMethod { found, allowed, .. } => {
            format!("there is no method {}{}", quoted(found), allowed_tail(allowed))
        }
        Fact::UnknownArea { found, allowed, .. } => {
            format!("there is no area {}{}", quoted(found), allowed_tail(allowed))
        }
        Fact::UnknownKle { found } => {
            format!("the KLE number {} is not in the catalogue", quoted(found))
        }
        Fact::NothingToSet {} => "there is nothing to change: give at least one value".to_owned(),
        Fact::ConflictingArguments { first, second } => {
            format!("{first} cannot be used together with {second}")
        }
        Fact::UnknownCode { found, .. } => format!("there is no code {}", quoted(found)),
        Fact::LevelArgument { axis, found, top, labels }
        | Fact::LevelOutsideScale { axis, found, top, labels }
        | Fact::ImportLevel { axis, found, top, labels, .. } => level(*axis, found, *top, labels),
        Fact::ValueArgument { found, allowed, .. } if found.trim().is_empty() => {
            format!("a value is missing here{}", allowed_tail(allowed))
        }
        Fact::ImportValue { found, allowed, .. } if found.is_empty() => {
            format!("the field is empty but must have a value{}", allowed_tail(allowed))
        }
        Fact::ValueArgument { found, allowed, .. }
        | Fact::InvalidValue { found, allowed, .. }
        | Fact::ImportValue { found, allowed, .. } => {
            format!("the value {} cannot be used here{}", quoted(found), allowed_tail(allowed))
        }
        Fact::OutputExists { .. } => "the file exists already and is not overwritten".to_owned(),
        Fact::NoAssessmentFile {} => {
            "there is no assessment (*.risiko.yml) in the folder".to_owned()
        }
        Fact::SeveralAssessmentFiles { files } => {
            format!("there are several assessments in the folder: {}", all_of(LANG, files))
        }
        Fact::ReasonRequired {} => "this change needs a reason".to_owned(),
        Fact::MethodSizeDiffers { own, other } => format!(
            "the method of the assessment ({own}) and the chosen one ({other}) differ in their \
             number of levels, so the figures cannot be read through the other"
        ),
        Fact::RequiresArgument { given, missing } => {
            format!("{given} can only be used with {missing}, which is missing")
        }
        Fact::ActivityNotInAssessment { activities } => {
            let ids: Vec<_> = activities.iter().map(ToString::to_string).collect();
            let (word, are) =
                if ids.len() == 1 { ("activity", "is") } else { ("activities", "are") };
            format!(
                "{word} {} {are} in the catalogue, but not in the assessment",
                all_of(LANG, &ids)
            )
        }
        Fact::NothingChosen { allowed } => {
            let allowed: Vec<String> =
                allowed.iter().map(|way| with_placeholders(LANG, way)).collect();
            format!("no activity is chosen{}", allowed_tail(&allowed))
        }

        Fact::YamlSyntax { fault } => syntax(fault),
        Fact::UnknownKey { found, allowed, .. } => {
            format!("unknown key {}{}", quoted(found), allowed_tail(allowed))
        }
        Fact::DuplicateKey { key, first_line } => {
            format!("the key {} stands twice; the first time in line {first_line}", quoted(key))
        }
        Fact::MissingKey { key } => format!("the key {} is missing here", quoted(key)),
        Fact::WrongType { expected, found } => wrong_type(expected, found),
        Fact::YamlLimit { what, limit } => yaml_limit(what, *limit),
        Fact::CommentsWouldBeLost { count: 1 } => {
            "the file has a comment that would be lost when it is written again".to_owned()
        }
        Fact::CommentsWouldBeLost { count: comments } => format!(
            "the file has {} comments that would be lost when it is written again",
            count(LANG, *comments)
        ),

        Fact::DuplicateId { id } => format!("{} stands more than once", quoted(id)),
        Fact::OtherCatalogue { named, present } => {
            format!("the assessment was made with catalogue {named}, but {present} is used here")
        }
        Fact::OtherMethodVersion { named, present } => format!(
            "the assessment was made with version {named} of the method, but version {present} is \
             used here"
        ),
        Fact::RetiredActivity { since, replaced_by } => match replaced_by {
            Some(id) => {
                format!("the activity left the catalogue in {since} and is replaced by {id}")
            }
            None => format!("the activity left the catalogue in {since} without a successor"),
        },
        Fact::NewerSchema { found, known } => format!(
            "the file has format {found}, but this version of the program knows formats up to {known} \
             only"
        ),
        Fact::DataSubjectMissing {} => {
            "the data subject is missing from the perspectives and cannot be left out".to_owned()
        }

        Fact::NotAssessed {} => "the activity has not been assessed yet".to_owned(),
        Fact::ResidualAboveCurrent { axis, current, residual } => format!(
            "the residual risk has {} {residual}, which is higher than today ({current})",
            axis_word(LANG, *axis)
        ),
        Fact::ResidualWithoutMeasure { measures: 0, .. } => {
            "the residual risk is lower than today, but no measure or action explains it".to_owned()
        }
        Fact::ResidualWithoutMeasure { treatment: Some(_), .. } => {
            "the residual risk is lower than today, but the risk is accepted as it is, without \
             actions"
                .to_owned()
        }
        Fact::ResidualWithoutMeasure { .. } => {
            "the residual risk is lower than today, but there are no actions, and the measures \
             that exist already count today"
                .to_owned()
        }
        Fact::ReasonMissing { field, starting, own } => reason_missing(*field, *starting, own),
        Fact::RedWithoutTreatment { band } => {
            format!(
                "the risk is {}, but it is neither treated nor accepted",
                quoted(word(LANG, band))
            )
        }
        Fact::NotApplicableWithoutReason {} => {
            "marked as not applicable, but the reason is missing".to_owned()
        }
        Fact::ReviewOverdue { due } => format!("the next review was due on {due}"),
        Fact::StartingFigureUnconfirmed { dimensions } => {
            let words: Vec<_> = dimensions.iter().map(|d| dimension(LANG, *d).to_owned()).collect();
            format!("the starting value is not confirmed for {}", all_of(LANG, &words))
        }
        Fact::LikelihoodWithoutReason { likelihood } => {
            format!("likelihood {likelihood} has no reason")
        }
        Fact::AssessedWithoutFigures { axis } => format!(
            "the activity is marked as assessed, but has no figure for {}",
            axis_word(LANG, *axis)
        ),
        Fact::ActionIncomplete { action, no_owner, no_deadline } => {
            let what = match (no_owner, no_deadline) {
                (true, false) => "no owner",
                (false, _) => "no deadline",
                (true, true) => "neither owner nor deadline",
            };
            format!("the action {} has {what}", quoted(action))
        }
        Fact::ActivityMissing { title } => {
            format!("the activity {} is missing from the assessment", quoted(title))
        }
        Fact::DirectSetAside { direct, deciding } => format!(
            "the direct likelihood would give {}, but the threats decide and give {}",
            quoted(word(LANG, direct)),
            quoted(word(LANG, deciding))
        ),
        Fact::CannotBeAccepted { reason } => match reason {
            NotAcceptable::NotAssessed => {
                "cannot be accepted: nobody has said that the assessment is done"
            }
            NotAcceptable::NoFigures => {
                "cannot be accepted: a figure is missing, so nobody can see \
                                         the risk"
            }
            NotAcceptable::NotApplicable => {
                "cannot be accepted: the municipality does not have the activity"
            }
            NotAcceptable::NoResidual => {
                "cannot be accepted: a treatment is chosen, but the \
                                          residual risk is missing"
            }
        }
        .to_owned(),
        Fact::ChoiceMissing { .. } => "something must be chosen here".to_owned(),
        Fact::AcceptanceOverBefore { on, until } => {
            format!("the acceptance ends on {until}, before it begins on {on}")
        }
        Fact::AcceptanceReopened { by, on, then, now, changed } => {
            let (was, is) = (bands(then), bands(now));
            let what = match (&then.current, was == is) {
                (None, _) => format!("it is {is} now"),
                (Some(_), true) => format!("it is still {is}"),
                (Some(_), false) => format!("it was {was} then and is {is} now"),
            };
            let changed = changed_fields(LANG, changed);
            let changed = changed.map(|fields| format!("; what changed: {fields}"));
            format!(
                "the answer has changed since {} accepted the risk on {on}: {what}{}",
                quoted(by),
                changed.unwrap_or_default()
            )
        }
        Fact::AcceptanceExpired { by, until } => {
            format!("the acceptance by {} held until {until}", quoted(by))
        }
        Fact::AcceptanceWithoutName { no_name, no_role } => {
            let what = match (no_name, no_role) {
                (true, true) => "neither name nor role",
                (true, false) => "no name",
                (false, _) => "no role",
            };
            format!("the acceptance has {what}: only a named person can accept a risk")
        }

        Fact::SameLikelihoods { level, label, alike, rated, reasons } => format!(
            "{} have likelihood {level} ({}), {}",
            part_of(*alike, *rated, "rated threats"),
            word(LANG, label),
            with_reasons(*reasons)
        ),
        Fact::SameFigureThroughout { axis, level, label, alike, rated, grounded } => format!(
            "the deciding {} is {level} ({}) in {}, {}",
            axis_word(LANG, *axis),
            word(LANG, label),
            part_of(*alike, *rated, "activities with figures"),
            match (axis, grounded) {
                (Axis::Likelihood, reasons) => with_reasons(*reasons),
                (Axis::Consequence, 0) => {
                    "and none of them follow the catalogue or have a reason".to_owned()
                }
                (Axis::Consequence, grounded) => {
                    format!(
                        "and only {grounded} of them follow the catalogue or have a reason of their own"
                    )
                }
            }
        ),
        Fact::ReasonRepeated { text, activities } => {
            let ids: Vec<_> = activities.iter().map(ToString::to_string).collect();
            let count = ids.len();
            format!(
                "the reason {} is given for {count} activities: {}",
                quoted(text),
                all_of(LANG, &ids)
            )
        }
        Fact::OnlyStartingFigures { unchanged, assessed, unconfirmed } => {
            let all = part_of(*unchanged, *assessed, "assessed activities");
            let tail = match unconfirmed {
                0 => String::new(),
                1 => "; one of them is not confirmed".to_owned(),
                several => format!("; {several} of them are not confirmed"),
            };
            format!(
                "{all} have exactly the catalogue's starting values for consequence and no \
                 reason for them{tail}"
            )
        }
        Fact::UnknownAsLow { counted, said, quote } => {
            let said = match said {
                Said::Reason => "the reason",
                Said::Note => "the note",
            };
            format!("{}, but {said} says {}", counted_as(counted), quoted(quote))
        }

        Fact::MatrixGap { row, expected, found } => matrix_gap(*row, *expected, *found),
        Fact::UnknownBand { found, allowed, .. } => {
            format!("the method has no band {}{}", quoted(found), allowed_tail(allowed))
        }
        Fact::UnreachableBand { band } => {
            format!("the band {} stands in no cell", quoted(band.as_str()))
        }
        Fact::NotMonotone { from, to } => format!(
            "the band drops from {} to {}, although the risk grows",
            cell(LANG, *from),
            cell(LANG, *to)
        ),
        Fact::LegendDisagrees { cell: at, product, legend, matrix } => {
            legend_disagrees(*at, *product, legend, matrix)
        }
        Fact::LargerProductLowerBand { larger, larger_band, smaller, smaller_band } => format!(
            "{} (product {}) gives {}, but {} (product {}) gives the higher {}",
            cell(LANG, *larger),
            product(*larger),
            quoted(word(LANG, larger_band)),
            cell(LANG, *smaller),
            product(*smaller),
            quoted(word(LANG, smaller_band))
        ),
        Fact::WitnessDisagrees { text, matrix } => {
            format!(
                "the witness cell {} is wrong: the matrix has {}",
                quoted(text),
                quoted(word(LANG, matrix))
            )
        }
        Fact::WitnessMissing { found } => format!(
            "the matrix is not symmetric and needs at least 2 witness cells, but has {found}"
        ),
        Fact::SymmetryWrong { cell: at } => format!(
            "the matrix is declared symmetric, but {} has another band than its mirror",
            cell(LANG, *at)
        ),
        Fact::InvalidScale { axis, found } => format!(
            "the scale of {} cannot be used: it has {found} levels and must have 3–10, numbered \
             from 1 without gaps",
            axis_word(LANG, *axis)
        ),
        Fact::InvalidBands {} => {
            "the bands cannot be used: there must be at least two, each with an id of its own, \
             and the ranks must run 1, 2, 3 without gaps"
                .to_owned()
        }
        Fact::WitnessGuardsNothing { text } => format!(
            "the witness cell {} has the same band as its mirror and cannot reveal swapped axes",
            quoted(text)
        ),

        Fact::DanglingReference { found, .. } => {
            format!("the reference {} points to something that does not exist", quoted(found))
        }
        Fact::DuplicateCatalogueId { id } => {
            format!("{} stands more than once in the catalogue", quoted(id))
        }
        Fact::StartingOutsideScale { found, top } => {
            format!("the starting value {} is outside the scale 1–{top}", written_level(found))
        }
        Fact::ThreatHitsNothing {} => {
            "the threat hits neither a dimension nor the rights of the data subject".to_owned()
        }

        Fact::CatalogueFileMissing { file } => {
            format!("the catalogue has no file {}", quoted(file))
        }

        Fact::UnknownEntry { found, .. } => format!("the catalogue has no entry {}", quoted(found)),
        Fact::TopicUnclear { topic, activities } => {
            catalogue::topic_unclear(LANG, topic, activities)
        }
        Fact::EntryIncomplete { field } => catalogue::entry_incomplete(LANG, field),
        Fact::BasisMismatch { basis, has_data } => {
            catalogue::basis_mismatch(LANG, *basis, *has_data)
        }
        Fact::ThreatWithoutMeasure {} => "no measure works on the threat".to_owned(),
        Fact::MeasureWithoutThreat {} => {
            "the measure works on none of the threats that it names".to_owned()
        }
        Fact::NotSorted { id, after } => catalogue::not_sorted(LANG, id, after),
        Fact::ReplacementCycle { ids } => catalogue::replacement_cycle(LANG, ids),
        Fact::TextBlemish { field, blemish, excerpt } => {
            catalogue::text_blemish(LANG, field, *blemish, excerpt)
        }
        Fact::UnknownKleGroup { group, .. } => format!("there is no KLE group {}", quoted(group)),
        Fact::ChangedWithoutVersion { version } => {
            catalogue::changed_without_version(LANG, version)
        }
        Fact::IdVanished { id } => {
            format!("{} was in the catalogue before and is gone", quoted(id))
        }
        Fact::NotOwnId { found, .. } => {
            format!("{} is not a number that the municipality can give", quoted(found))
        }
        Fact::OverrideEmpty { id } => format!("the override of {} changes nothing", quoted(id)),
        Fact::KlActivityUnknown { found, version } => {
            format!(
                "the catalogue {version} does not know activity {}; the row is not taken",
                quoted(found)
            )
        }
        Fact::KlFigureZero {} => {
            "the consequence is 0; the figure is kept, and the activity gets no starting value"
                .to_owned()
        }
        Fact::KlFigureWithoutDimension { figure } => format!(
            "the consequence is {figure}, but there is no cross for confidentiality, integrity or availability"
        ),
        Fact::KlFigureMissing {} => {
            "there is no consequence; the catalogue keeps its own starting value".to_owned()
        }
        Fact::KlRetired { id } => {
            format!("activity {id} is retired by KL but not in the catalogue")
        }
        Fact::KlRowMissing { ids } => {
            let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
            let word = if ids.len() == 1 { "activity" } else { "activities" };
            format!("the sheet has no row for {word} {}", all_of(LANG, &ids))
        }
        Fact::NoCatalogueIn { folder, files } => format!(
            "the folder {} has no catalogue; it must have {}",
            quoted(folder),
            one_of(LANG, files)
        ),
        Fact::TerminalRequired {} => {
            "a result can only stay and follow its file on a screen, not in a file or a pipe"
                .to_owned()
        }
        Fact::UnknownCatalogueVersion { found, present } => {
            format!("there is no version {} of the catalogue; here is {present}", quoted(found))
        }

        Fact::NotAWorkbook { detail } => {
            format!("the file is not a workbook that can be read ({detail})")
        }
        Fact::WorkbookLimit { detail } => {
            format!("the workbook goes over a limit and is not read: {detail}")
        }
        Fact::SheetMissing { sheet, present } if present.is_empty() => {
            format!("the sheet {} is missing; the workbook has no sheets", quoted(sheet))
        }
        Fact::SheetMissing { sheet, present } => format!(
            "the sheet {} is missing; there is only {}",
            quoted(sheet),
            all_quoted(LANG, present)
        ),
        // A CSV file has no sheets.
        Fact::ColumnMissing { header, sheet } if sheet.is_empty() => {
            format!("the column {} is missing from the first line of the file", quoted(header))
        }
        Fact::ColumnMissing { header, sheet } => {
            format!("the column {} is missing on sheet {}", quoted(header), quoted(sheet))
        }
        Fact::ColumnUnknown { header, .. } => {
            format!(
                "the column {} is new; what stands in it is kept with the assessment and comes out in the next export, but is not part of the assessment",
                quoted(header)
            )
        }
        Fact::UnreadableCell { found } => {
            format!("the cell cannot be read; it holds {}", quoted(found))
        }
        Fact::RowVanished { activity, threat } => format!(
            "the row of activity {activity}{} is missing from the workbook; the answer in the \
             file is untouched",
            threat.as_ref().map(|id| format!(", threat {id}")).unwrap_or_default()
        ),
        Fact::RowRepeated { key, first_row } => {
            format!("{} also stands in row {first_row}", quoted(key))
        }
        Fact::OtherAssessment { what, workbook, file } => format!(
            "the workbook belongs to another assessment: the {} is {} in the workbook and {} in \
             the file",
            assessment_word(what),
            value(workbook),
            value(file)
        ),
        Fact::LockedCellChanged { found, expected } => format!(
            "a locked cell was changed from {} to {}; the change is not read",
            value(expected),
            value(found)
        ),
        Fact::WorkbookNewerSchema { found, known } => format!(
            "the workbook has format {found}, but this version of the program knows formats up to \
             {known} only"
        ),
        Fact::ColumnRepeated { header } => {
            format!("the column {} is there more than once", quoted(header))
        }
        Fact::BaselineMissing {} => {
            "the file does not hold the values that it was exported with; in a workbook they stand \
             on a hidden sheet"
                .to_owned()
        }
        Fact::FieldCount { expected, found } => {
            format!("the line has {found} fields, but must have {expected}")
        }
        Fact::NotUtf8 {} => "the file is not saved as UTF-8".to_owned(),
        Fact::SeveralSheets { sheet, sheets } if sheet.is_empty() => {
            format!(
                "several sheets have the headers that the file for --map names: {}",
                all_quoted(LANG, sheets)
            )
        }
        Fact::SeveralSheets { sheet, sheets } => format!(
            "the workbook has several sheets that could be the sheet {}: {}",
            quoted(sheet),
            all_quoted(LANG, sheets)
        ),
        Fact::ColumnVanished { header, sheet } => format!(
            "the column {} is missing from the sheet {}; what stands in the file is untouched",
            quoted(header),
            quoted(sheet)
        ),
        Fact::SheetVanished { sheet } => format!(
            "the sheet {} is missing from the workbook; what stands in the file is untouched",
            quoted(sheet)
        ),
        Fact::ActionsTwice { row, here, cell, there } => format!(
            "the actions of {row} were changed differently in two places of the workbook: {} here and {} \
             in {there}",
            value(here),
            value(cell)
        ),
        Fact::ActionVanished { row, action } => format!(
            "the action {} of {row} is missing from the sheet of actions; it is untouched in the \
             file",
            quoted(action)
        ),
        Fact::OwnSheetKept { sheet, cells: 0, .. } => {
            format!("your own sheet {} is empty now and leaves the assessment", quoted(sheet))
        }
        Fact::OwnSheetKept { sheet, cells, formulas } => {
            let cells = counted(LANG, *cells, ("cell", "cells"));
            let formulas = match formulas {
                0 => String::new(),
                1 => "; one formula is kept as its result".to_owned(),
                more => format!("; {more} formulas are kept as their results"),
            };
            format!(
                "your own sheet {} ({cells}) is kept with the assessment and comes out in the next export{formulas}",
                quoted(sheet)
            )
        }
        Fact::SheetCopy { sheet, of } => format!(
            "the sheet {} looks like the sheet {} and is neither read nor kept",
            quoted(sheet),
            quoted(of)
        ),
        Fact::OwnSheetTooLarge { sheet, cells, limit } => format!(
            "your own sheet {} has {} cells and is not kept; there is room for {} on your own sheets in all",
            quoted(sheet),
            count(LANG, *cells),
            count(LANG, *limit)
        ),
        Fact::TableUnknown { headers } if headers.is_empty() => "the file is empty".to_owned(),
        Fact::TableUnknown { headers } => format!(
            "the file is none of the tables Assessment, Threats and Actions; at the top stands {}",
            first_quoted(LANG, headers)
        ),
        Fact::TableBroken { fault } => table_broken(*fault).to_owned(),
        Fact::NoShare { fault } => match fault {
            ShareFault::CutOff => "the file ends before it is done; the rest is lost",
            ShareFault::Syntax => "the file cannot be read as JSON from this place",
            ShareFault::OtherFile => "the file is no exchange file of risiko share",
        }
        .to_owned(),
        Fact::ShareChanged { stated, found } => format!(
            "the content was changed after the file was written: the checksum in the file is {}, but \
             the content gives {}",
            checksum(stated),
            checksum(found)
        ),
        Fact::SharedUnknown { ids, version } => format!(
            "the sender's catalogue has {}, which the catalogue {version} has not; the figures are \
             there, but without titles",
            all_of(LANG, ids)
        ),
        Fact::ShareNotConfirmed {} => {
            "the file is not written, because there is nobody to ask".to_owned()
        }
        Fact::JournalLineChanged { number } => {
            format!(
                "change {number} of the journal is not as it was written: somebody edited the line"
            )
        }
        Fact::JournalBroken { fault } => match fault {
            ChainFault::Missing { first, last } if first == last => {
                format!("change {first} is missing from the journal")
            }
            ChainFault::Missing { first, last } => {
                format!("changes {first} to {last} are missing from the journal")
            }
            ChainFault::OutOfOrder { number } => {
                format!("change {number} stands in the wrong place of the journal, or twice")
            }
            ChainFault::Replaced { number } => format!(
                "change {number} of the journal does not follow from the one before: one of the two was rewritten"
            ),
        },
        Fact::JournalUnreadable {} => "the line of the journal cannot be read".to_owned(),
        Fact::JournalCutShort {} => {
            "the last line of the journal was not written to its end, and does not count".to_owned()
        }
        Fact::ChangedOutside { changes: Some(1) } => {
            "1 value was changed outside risiko since the journal was last written".to_owned()
        }
        Fact::ChangedOutside { changes: Some(changes) } => {
            format!(
                "{changes} values were changed outside risiko since the journal was last written"
            )
        }
        Fact::ChangedOutside { changes: None } => {
            "the file does not fit the journal, and the journal cannot say what is different"
                .to_owned()
        }
        Fact::EditUnfinished { number, changes } => format!(
            "change {number} ({}) reached the journal, but not the file, before the program was interrupted",
            counted(Lang::En, *changes, ("value", "values"))
        ),
        Fact::NotAsManySteps { asked, present, again } => {
            let what = if *again { "make again" } else { "take back" };
            match (asked, present) {
                (..=1, 0) => format!("there is no change to {what}"),
                _ => format!("there are not {asked} changes to {what}, only {present}"),
            }
        }
        Fact::CannotTakeBack { number } => {
            format!("change {number} cannot be taken back: the journal is not whole")
        }
        Fact::EditFinished { number, changes } => format!(
            "change {number} ({}) had not reached the file when the program was interrupted; it stands there now",
            counted(Lang::En, *changes, ("value", "values"))
        ),
        Fact::NotSigned { expected } => format!("there is no signature ({expected})"),
        Fact::PublicKeyMissing { key } => format!(
            "it is signed with the key {key}, whose public half is not here, so the signature cannot be checked"
        ),
        Fact::SignedWithOtherKey { key, present } => {
            format!("it is signed with the key {key}, not with {}", one_of(LANG, present))
        }
        Fact::ChangedSinceSigned { key, on, by } => {
            let says = said_of_itself(on.as_deref(), by);
            let says = says.map(|says| format!(" (as the signature itself says: {says})"));
            let says = says.unwrap_or_default();
            format!("the file was changed since it was signed with the key {key}{says}")
        }
        Fact::SignatureUnreadable {} => {
            "the signature cannot be read or was changed, and proves nothing".to_owned()
        }
        Fact::KeyUnreadable { part: KeyPart::Secret } => {
            "the file is no secret key that can be read".to_owned()
        }
        Fact::KeyUnreadable { part: KeyPart::Public } => {
            "the file is no public key that can be read".to_owned()
        }
        Fact::KeyPassword { fault } => match fault {
            PasswordFault::NoTerminal => {
                "the key needs a password, and there is no terminal to ask on".to_owned()
            }
            PasswordFault::Wrong => "this is not the password of the key".to_owned(),
            PasswordFault::Differs => "the two passwords are not the same".to_owned(),
            PasswordFault::Empty => "the password is empty".to_owned(),
        },
        Fact::SignedFolderChanged { changed, missing, added } => {
            let parts = [("changed", changed), ("gone", missing), ("new", added)];
            format!("the folder is not as it was signed: {}", file_lists(LANG, &parts))
        }
        Fact::JournalNotAsSigned { number, fault } => match fault {
            SignedJournalFault::Missing => format!(
                "the assessment was signed with the journal up to change {number}, but the journal is not here"
            ),
            SignedJournalFault::Shorter => format!(
                "the assessment was signed with the journal up to change {number}, but the journal ends before it"
            ),
            SignedJournalFault::Differs => format!(
                "change {number} of the journal is not the one that was signed with the assessment"
            ),
            SignedJournalFault::Broken => format!(
                "the journal up to change {number} was signed with the assessment, and something in it was edited, removed or moved since"
            ),
        },
        Fact::KeyExists {} => "the file exists, and a key is never overwritten".to_owned(),
        Fact::NoMinutes { only_today: false } => {
            "there are no minutes of a meeting about this assessment".to_owned()
        }
        Fact::NoMinutes { only_today: true } => {
            "there is no meeting before today to go on from, only today's own".to_owned()
        }
        Fact::MinutesOfOther { found, expected } => {
            format!("the minutes are of a meeting about {found}, but the assessment is {expected}")
        }
        Fact::LogoUnusable { problem: LogoProblem::NoPng } => {
            "the logo is no whole PNG picture".to_owned()
        }
        Fact::LogoUnusable { problem: LogoProblem::TooLarge } => "the logo is too large".to_owned(),
        Fact::LogoUnusable { problem: LogoProblem::Kind } => {
            "the logo is stored in a way that not every program reads".to_owned()
        }
        Fact::ReportOutdated { stated, now } => format!(
            "the report does not fit the assessment: its checksum is {stated}, and what it should say now has {now}"
        ),
        Fact::ReportAltered {} => {
            "the report has the right checksum, but the file is not as it was written".to_owned()
        }
        Fact::NotAReport {} => "the file has no checksum of risiko report".to_owned(),
        Fact::NoScreen {} => "meeting mode needs a screen and a keyboard".to_owned(),
        Fact::NoJournal {} => "there is no journal of this assessment yet".to_owned(),
        Fact::MergedCells { cells } => {
            format!(
                "the cells {cells} are merged; only what stood in the first is still in the workbook"
            )
        }
        Fact::MacrosPresent {} => {
            "the workbook has macros; they are neither read nor run".to_owned()
        }
        Fact::ExternalLinks {} => {
            "the workbook takes figures from other files; they are not opened".to_owned()
        }
        Fact::TextOutside { first, cells: 1 } => {
            format!("{} stands outside the form and is neither read nor kept", quoted(first))
        }
        Fact::TextOutside { first, cells } => format!(
            "{} stands outside the form and is neither read nor kept; the same goes for {}",
            quoted(first),
            counted(LANG, *cells - 1, ("other cell", "other cells"))
        ),
        Fact::TooFewMunicipalities { found, needed } => {
            format!("it takes at least {needed} municipalities, not {found}")
        }
        Fact::OthersOfOtherMethod { found, own } => format!(
            "the others are laid side by side with the method {found}, and the assessment uses {own}"
        ),
        Fact::SameRoundTwice { municipality, round, other } => {
            format!(
                "the municipality is given twice: {municipality} {round} stands in {other}, too"
            )
        }
        Fact::TooFewAssessors { found } => format!(
            "it takes the answers of at least 2 people, and there is {}",
            counted(LANG, *found, ("file", "files"))
        ),
        Fact::SameFileTwice { found } => {
            format!("the same file is named twice: {}", quoted(found))
        }
        Fact::FolderWithoutAssessments { wanted } => {
            let wanted: Vec<String> = wanted.iter().map(|end| format!("*{end}")).collect();
            format!("the folder holds no assessment; looked for were {}", all_of(LANG, &wanted))
        }
        Fact::NotAnAssessment { .. } => "the file is no assessment that can be compared".to_owned(),
        Fact::EarlierOfOther { found, expected } => {
            format!("the earlier round is {found}'s, but the comparison is within {expected}")
        }
        Fact::ColourTooLight { found, used } => format!(
            "the colour {found} cannot be read on white paper; the report uses a darker one, {used}"
        ),
        Fact::RoundNotEarlier { found, day, own, own_day } => format!(
            "the round {found} (as of {day}) is no earlier than the assessment's own, {own} (as of {own_day})"
        ),
        Fact::LevelsFall { axis, lower, higher } => format!(
            "{} {} is said to correspond to {}, but {} corresponds to {}",
            axis_word(LANG, *axis),
            higher.0,
            higher.1,
            lower.0,
            lower.1
        ),
        Fact::BranchConflict { field, base, ours, theirs } => format!(
            "{} was changed on both branches: ours has {}, theirs has {} (before: {})",
            quoted(field),
            of_branch(ours),
            of_branch(theirs),
            of_branch(base)
        ),
        Fact::OwnNumberTaken { id, found, known } => {
            format!(
                "the number {id} belongs to {} already; here stands {}",
                quoted(known),
                quoted(found)
            )
        }
        Fact::RowsAbsent { rows } => format!(
            "the file lacks {} that the assessment has ({}); the answers there are untouched",
            counted(LANG, rows.len(), ("row", "rows")),
            first_named(LANG, rows)
        ),
        Fact::ComputedCellTyped { field, found, cells } => {
            let more = counted(LANG, cells.saturating_sub(1), ("other cell", "other cells"));
            let more =
                if *cells > 1 { format!("; the same goes for {more}") } else { String::new() };
            format!(
                "the field {} is computed; {}, written into it, is not taken and does not change the risk{more}",
                quoted(field),
                quoted(found)
            )
        }
        Fact::ActionExtrasLost { row, texts } => format!(
            "an action of {row} is gone or was rewritten, and what stood beside it in columns of your own is no longer there: {}",
            first_quoted(LANG, texts)
        ),
        Fact::CommentsNotRead { comments, first } => format!(
            "the workbook has {}, neither read nor kept: {}{}",
            counted(LANG, *comments, ("comment on a cell", "comments on cells")),
            if *comments > 1 { "the first is " } else { "" },
            quoted(first)
        ),
        Fact::Conflict { field, workbook, file, holder: Holder::People(people), .. } => {
            let [one, other] = people.as_ref();
            format!(
                "the answers about {} differ: {one} says {}, and {other} says {}",
                quoted(field),
                value(file),
                value(workbook)
            )
        }
        Fact::DecisionReasonUnused { row, field } => {
            format!("the reason for {} of {row} is not read here", quoted(field))
        }
        Fact::Conflict { field, workbook, file, holder: Holder::Place(holder), baseline } => {
            format!(
                "{} was changed in two places: {} in the file read in and {} in {} (before: {})",
                quoted(field),
                value(workbook),
                value(file),
                quoted(holder),
                value(baseline)
            )
        }
        Fact::DecisionOutdated { row, field, decided, found } => format!(
            "the decision about {} of {row} was taken when {} stood there; now {} does",
            quoted(field),
            quoted(decided),
            quoted(found)
        ),
        Fact::DecisionUnused { row, field, workbook } => format!(
            "the decision about {} of {row} in {} was not used; there is no conflict about the field",
            quoted(field),
            quoted(workbook)
        ),
        Fact::ColumnNotTaken { header, .. } if header.is_empty() => {
            "a column without a header is not taken".to_owned()
        }
        Fact::ColumnNotTaken { header, .. } => {
            format!("the column {} is not taken", quoted(header))
        }
        Fact::RowNotTaken { row, reason } => row_not_taken(row, *reason),
        Fact::CellsDisagree { field, found, other, cell } => {
            format!("{} is {} here and {} in {cell}", quoted(field), value(found), value(other))
        }
        Fact::ThreatsDisagree { field, taken, threats } => format!(
            "the threats have different figures for {} ({}); the highest, {}, is used",
            quoted(field),
            all_of(LANG, threats),
            quoted(taken)
        ),
        Fact::ThreatsUnmatched { threats, .. } => format!(
            "{} not in the catalogue: {}",
            if threats.len() == 1 { "a threat is" } else { "some threats are" },
            first_quoted(LANG, threats)
        ),
    }
}

fn table_broken(fault: TableFault) -> &'static str {
    match fault {
        TableFault::OpenQuote => {
            "a quotation mark is not closed, so the file cannot be divided into fields"
        }
        TableFault::CutOff => "the file ends before it is done; the rest is missing",
        TableFault::Syntax => "the file cannot be read as JSON from here on",
        TableFault::NoTables => "the file is JSON but no table from risiko export",
        TableFault::NoList => "a list of rows belongs here",
        TableFault::NoObject => "a row with keys and values belongs here",
        TableFault::NoTexts => "a list of texts belongs here",
        TableFault::NoValue => "a text, a number or null belongs here",
        TableFault::KeyMissing => "the key is missing here but other rows have it",
    }
}

fn row_not_taken(row: &str, reason: RowReason) -> String {
    match reason {
        RowReason::NoActivity => {
            "the row is not taken; it does not say which activity it is about".to_owned()
        }
        RowReason::Heading => format!(
            "the row is not taken; {} is no activity, and there are no figures in the row",
            quoted(row)
        ),
        RowReason::NoThreat => {
            format!("the threat {} is not taken; it has no number on the list", quoted(row))
        }
        RowReason::NoValues => {
            format!("the threat {} is not taken; nothing is answered about it", quoted(row))
        }
    }
}

/// `; use a, b or c`, where the list is short; a long one goes to the hints.
fn allowed_tail(allowed: &[String]) -> String {
    if allowed.is_empty() || allowed.len() > SHORT_LIST {
        return String::new();
    }
    format!("; use {}", one_of(LANG, allowed))
}

/// Two bands: as it is, and as it is to be.
fn bands(bands: &Bands) -> String {
    let said = |name: &Option<Name>| name.as_ref().map(|name| quoted(word(LANG, name)));
    match (said(&bands.current), said(&bands.residual)) {
        (None, _) => "not assessed".to_owned(),
        (Some(current), None) => current,
        (Some(current), Some(residual)) => format!("{current} with the residual risk {residual}"),
    }
}

fn level(axis: Axis, found: &str, top: u8, labels: &[Name]) -> String {
    format!(
        "there is no level {} on the {} scale; use 1–{top} ({})",
        written_level(found),
        axis_word(LANG, axis),
        all_words(LANG, labels)
    )
}

fn type_word(word: &str) -> &str {
    match word {
        "text" => "a text",
        "map" => "a block of keys",
        "list" => "a list",
        "nothing" => "nothing",
        "whole number" => "a whole number",
        "number" => "a number",
        "date" => "a date (YYYY-MM-DD)",
        "time" => "a time (such as 2026-11-26T09:00:00Z)",
        other => other,
    }
}

fn wrong_type(expected: &str, found: &str) -> String {
    let expected = type_word(expected);
    // A text comes in quotation marks, so that it is not taken for the word of a kind.
    let found = match found.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(text) if text.trim().is_empty() => "an empty text".to_owned(),
        Some(text) => quoted(text),
        None => type_word(found).to_owned(),
    };
    format!("this should be {expected}, but it is {found}")
}

fn matrix_gap(row: Option<u8>, expected: usize, found: usize) -> String {
    match row {
        Some(row) => {
            let cells = if found == 1 { "cell" } else { "cells" };
            format!(
                "row {row} of the matrix has {found} {cells}, but the likelihood scale has \
                 {expected} levels"
            )
        }
        None => {
            let rows = if found == 1 { "row" } else { "rows" };
            format!(
                "the matrix has {found} {rows}, but the consequence scale has {expected} levels"
            )
        }
    }
}

fn yaml_limit(what: &str, limit: usize) -> String {
    match what {
        "bytes" => format!("the file is larger than {}, which is the limit", megabytes(limit)),
        "depth" => {
            format!("the file is indented more than {limit} layers deep, which is the limit")
        }
        "values" => {
            format!("the file has more than {} values, which is the limit", count(LANG, limit))
        }
        "rows" => format!("the file has more than {} rows, which is the limit", count(LANG, limit)),
        "documents" => {
            "the file is split into several documents by ---, but may have one".to_owned()
        }
        "anchors" => "the file uses shortcuts with & or *, which are not allowed here".to_owned(),
        other => format!("the file exceeds the limit for {other} ({})", count(LANG, limit)),
    }
}

/// `all 8 …` or `19 of 20 …`.
fn part_of(part: usize, whole: usize, what: &str) -> String {
    let (part_text, whole_text) = (count(LANG, part), count(LANG, whole));
    if part == whole {
        format!("all {whole_text} {what}")
    } else {
        format!("{part_text} of {whole_text} {what}")
    }
}

/// How many different reasons figures have that are alike.
fn with_reasons(reasons: usize) -> String {
    match reasons {
        0 => "and none of them have a reason".to_owned(),
        1 => "and there is only one reason in all".to_owned(),
        several => format!("and there are only {several} different reasons"),
    }
}

/// As what something counts that nobody knows.
fn counted_as(counted: &CountedAs) -> String {
    match counted {
        CountedAs::Low { field, level, label } => {
            format!("{} is set to {level} ({})", figure(*field), word(LANG, label))
        }
        CountedAs::NotApplicable(Some(field)) => {
            format!("{} is set to not applicable", figure(*field))
        }
        CountedAs::NotApplicable(None) => "the answer is set to not applicable".to_owned(),
    }
}

/// A figure as the subject of a sentence.
fn figure(field: Field) -> String {
    match field {
        Field::Likelihood => "the likelihood".to_owned(),
        Field::Consequence(whose, of) => {
            format!("the consequence for {} ({})", perspective(LANG, whose), dimension(LANG, of))
        }
    }
}

fn reason_missing(field: Field, starting: Option<u8>, own: &str) -> String {
    let what = figure(field);
    match starting {
        Some(starting) => {
            format!(
                "{what} is set to {own} instead of the starting value {starting} without a reason"
            )
        }
        None => format!("{what} is set to {own} without a reason"),
    }
}

fn legend_disagrees(
    at: (Likelihood, Consequence),
    product: u16,
    legend: &[Name],
    matrix: &Name,
) -> String {
    let says = match legend {
        [] => "nothing".to_owned(),
        several => all_quoted_words(LANG, several),
    };
    format!(
        "the legend says {says} of the product {product}, but the matrix has {} in the cell {}",
        quoted(word(LANG, matrix)),
        cell(LANG, at)
    )
}

fn product((likelihood, consequence): (Likelihood, Consequence)) -> u16 {
    u16::from(likelihood.number()) * u16::from(consequence.number())
}

/// Which part of the header makes it another assessment.
fn assessment_word(what: &str) -> &str {
    match what {
        "as-of" => "date",
        other => other,
    }
}

/// A value of a field, where empty has a word of its own.
fn of_branch(side: &BranchValue) -> String {
    match side {
        BranchValue::Value(text) => value(text),
        BranchValue::Answers => "other answers".to_owned(),
    }
}

fn value(text: &str) -> String {
    if text.trim().is_empty() { "an empty field".to_owned() } else { quoted(text) }
}

fn syntax(fault: &SyntaxFault) -> String {
    let fixed = match fault {
        SyntaxFault::Tab => "there is a tab character here where blanks belong",
        SyntaxFault::MissingColon => "a colon is missing here after the key",
        SyntaxFault::UnclosedQuote => "a quotation mark opens here and is never closed",
        SyntaxFault::SecondColon => "the line has a colon too many, or it is indented too far",
        SyntaxFault::Indentation => {
            "the indentation of the line fits neither under nor beside the lines before"
        }
        SyntaxFault::OpenBracket => "a bracket opens here or just before and is not closed",
        SyntaxFault::AfterQuote => "something stands behind the closing quotation mark",
        SyntaxFault::Escape => "a backslash in quotation marks means nothing here",
        SyntaxFault::Other => "the form of the file is broken here, so the rest cannot be read",
        SyntaxFault::Character(character) => {
            return format!("a text cannot begin with {}", quoted(&shown(*character)));
        }
    };
    fixed.to_owned()
}
