//! What is wrong, in Danish.

use super::super::{Lang, axis as axis_word, checksum, count, counted, dimension, perspective};
use super::catalogue;
use super::keys;
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

const LANG: Lang = Lang::Da;

/// One line that says what is wrong.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn message(fact: &Fact) -> String {
    match fact {
        Fact::ImportUnknownActivity { found, .. } if found.is_empty() => {
            "rækken siger ikke, hvilken aktivitet den handler om".to_owned()
        }
        Fact::UnknownMunicipality { found, .. } => {
            format!("kommunen {} findes ikke", quoted(found))
        }
        Fact::AmbiguousMunicipality { found, matches } => {
            format!("{} passer på flere kommuner: {}", quoted(found), all_of(LANG, matches))
        }
        Fact::UnknownActivityArgument { found, version, .. }
        | Fact::UnknownActivity { found, version, .. }
        | Fact::ImportUnknownActivity { found, version, .. } => {
            format!("aktiviteten {} findes ikke i kataloget {version}", quoted(found))
        }
        Fact::UnknownThreatArgument { found, version, .. }
        | Fact::UnknownThreat { found, version, .. }
        | Fact::ImportUnknownThreat { found, version, .. } => {
            format!("truslen {} findes ikke i kataloget {version}", quoted(found))
        }
        Fact::UnknownMethod { found, allowed, .. } => {
            format!("metoden {} findes ikke{}", quoted(found), allowed_tail(allowed))
        }
        Fact::UnknownArea { found, allowed, .. } => {
            format!("området {} findes ikke{}", quoted(found), allowed_tail(allowed))
        }
        Fact::UnknownKle { found } => {
            format!("KLE-nummeret {} findes ikke i kataloget", quoted(found))
        }
        Fact::NothingToSet {} => "der er intet at ændre: angiv mindst én oplysning".to_owned(),
        Fact::ConflictingArguments { first, second } => {
            format!("{first} kan ikke bruges sammen med {second}")
        }
        Fact::UnknownCode { found, .. } => format!("koden {} findes ikke", quoted(found)),
        Fact::LevelArgument { axis, found, top, labels }
        | Fact::LevelOutsideScale { axis, found, top, labels }
        | Fact::ImportLevel { axis, found, top, labels, .. } => level(*axis, found, *top, labels),
        Fact::ValueArgument { found, allowed, .. } if found.trim().is_empty() => {
            format!("her mangler en værdi{}", allowed_tail(allowed))
        }
        Fact::ImportValue { found, allowed, .. } if found.is_empty() => {
            format!("feltet er tomt, men skal have en værdi{}", allowed_tail(allowed))
        }
        Fact::ValueArgument { found, allowed, .. }
        | Fact::InvalidValue { found, allowed, .. }
        | Fact::ImportValue { found, allowed, .. } => {
            format!("værdien {} kan ikke bruges her{}", quoted(found), allowed_tail(allowed))
        }
        Fact::OutputExists { .. } => "filen findes i forvejen og bliver ikke overskrevet".to_owned(),
        Fact::NoAssessmentFile {} => "der er ingen vurdering (*.risiko.yml) i mappen".to_owned(),
        Fact::SeveralAssessmentFiles { files } => {
            format!("der er flere vurderinger i mappen: {}", all_of(LANG, files))
        }
        Fact::ReasonRequired {} => "ændringen kræver en begrundelse".to_owned(),
        Fact::MethodSizeDiffers { own, other } => format!(
            "vurderingens metode ({own}) og den valgte ({other}) har ikke lige mange niveauer, \
             så tallene kan ikke læses om"
        ),
        Fact::RequiresArgument { given, missing } => {
            format!("{given} kan kun bruges sammen med {missing}, som mangler")
        }
        Fact::ActivityNotInAssessment { activities } => {
            let ids: Vec<_> = activities.iter().map(ToString::to_string).collect();
            let word = if ids.len() == 1 { "aktivitet" } else { "aktiviteterne" };
            format!("{word} {} er i kataloget, men ikke i vurderingen", all_of(LANG, &ids))
        }
        Fact::NothingChosen { allowed } => {
            format!("der er ikke valgt nogen aktivitet{}", allowed_tail(allowed))
        }

        Fact::YamlSyntax { fault } => syntax(fault),
        Fact::UnknownKey { found, allowed, .. } => {
            format!("ukendt nøgle {}{}", quoted(found), allowed_tail(allowed))
        }
        Fact::DuplicateKey { key, first_line } => {
            format!("nøglen {} står to gange; første gang på linje {first_line}", quoted(key))
        }
        Fact::MissingKey { key } => format!("nøglen {} mangler her", quoted(key)),
        Fact::WrongType { expected, found } => wrong_type(expected, found),
        Fact::YamlLimit { what, limit } => yaml_limit(what, *limit),
        Fact::CommentsWouldBeLost { count: 1 } => {
            "filen har en kommentar, som ville gå tabt, når den bliver skrevet igen".to_owned()
        }
        Fact::CommentsWouldBeLost { count: comments } => format!(
            "filen har {} kommentarer, som ville gå tabt, når den bliver skrevet igen",
            count(LANG, *comments)
        ),

        Fact::DuplicateId { id } => format!("{} står mere end én gang", quoted(id)),
        Fact::OtherCatalogue { named, present } => {
            format!("vurderingen er lavet med kataloget {named}, men her bruges {present}")
        }
        Fact::OtherMethodVersion { named, present } => format!(
            "vurderingen er lavet med version {named} af metoden, men her bruges version {present}"
        ),
        Fact::RetiredActivity { since, replaced_by } => match replaced_by {
            Some(id) => format!("aktiviteten udgik af kataloget {since} og er afløst af {id}"),
            None => format!("aktiviteten udgik af kataloget {since} uden afløser"),
        },
        Fact::NewerSchema { found, known } => format!(
            "filen er i filformat {found}, men denne udgave af programmet kender kun til og med \
             {known}"
        ),
        Fact::DataSubjectMissing {} => {
            "den registrerede mangler blandt perspektiverne og kan ikke vælges fra".to_owned()
        }

        Fact::NotAssessed {} => "aktiviteten er ikke vurderet endnu".to_owned(),
        Fact::ResidualAboveCurrent { axis, current, residual } => format!(
            "restrisikoen har {} {residual}, som er højere end i dag ({current})",
            axis_word(LANG, *axis)
        ),
        Fact::ResidualWithoutMeasure { measures: 0, .. } => {
            "restrisikoen er lavere end i dag, men ingen foranstaltning eller handling forklarer \
             det"
            .to_owned()
        }
        Fact::ResidualWithoutMeasure { treatment: Some(_), .. } => {
            "restrisikoen er lavere end i dag, men risikoen er accepteret, som den er, uden \
             handlinger"
                .to_owned()
        }
        Fact::ResidualWithoutMeasure { .. } => {
            "restrisikoen er lavere end i dag, men der er ingen handlinger, og de \
             foranstaltninger, der findes, er talt med i dag"
                .to_owned()
        }
        Fact::ReasonMissing { field, starting, own } => reason_missing(*field, *starting, own),
        Fact::RedWithoutTreatment { band } => format!(
            "risikoen er {}, men der er hverken valgt håndtering eller givet accept",
            quoted(word(LANG, band))
        ),
        Fact::NotApplicableWithoutReason {} => {
            "markeret som ikke relevant, men begrundelsen mangler".to_owned()
        }
        Fact::ReviewOverdue { due } => format!("fristen for ny gennemgang var {due}"),
        Fact::StartingFigureUnconfirmed { dimensions } => {
            let words: Vec<_> = dimensions.iter().map(|d| dimension(LANG, *d).to_owned()).collect();
            format!("udgangsværdien er ikke bekræftet for {}", all_of(LANG, &words))
        }
        Fact::LikelihoodWithoutReason { likelihood } => {
            format!("sandsynlighed {likelihood} har ingen begrundelse")
        }
        Fact::AssessedWithoutFigures { axis } => format!(
            "aktiviteten står som vurderet, men har intet tal for {}",
            axis_word(LANG, *axis)
        ),
        Fact::ActionIncomplete { action, no_owner, no_deadline } => {
            let what = match (no_owner, no_deadline) {
                (true, false) => "en ansvarlig",
                (false, _) => "en frist",
                (true, true) => "en ansvarlig og en frist",
            };
            format!("handlingen {} mangler {what}", quoted(action))
        }
        Fact::ActivityMissing { title } => {
            format!("aktiviteten {} mangler i vurderingen", quoted(title))
        }
        Fact::DirectSetAside { direct, deciding } => format!(
            "den direkte sandsynlighed ville give {}, men truslerne afgør niveauet og giver {}",
            quoted(word(LANG, direct)),
            quoted(word(LANG, deciding))
        ),
        Fact::CannotBeAccepted { reason } => match reason {
            NotAcceptable::NotAssessed => {
                "kan ikke accepteres: aktiviteten er ikke meldt færdigvurderet"
            }
            NotAcceptable::NoFigures => "kan ikke accepteres: der mangler et tal, så ingen kan se \
                                         risikoen",
            NotAcceptable::NotApplicable => "kan ikke accepteres: kommunen har ikke aktiviteten",
            NotAcceptable::NoResidual => "kan ikke accepteres: der er valgt en håndtering, men \
                                          restrisikoen mangler",
        }
        .to_owned(),
        Fact::ChoiceMissing { .. } => "her skal der vælges noget".to_owned(),
        Fact::AcceptanceOverBefore { on, until } => {
            format!("accepten slutter {until}, før den begynder {on}")
        }
        Fact::AcceptanceReopened { by, on, then, now, changed } => {
            let (was, is) = (bands(then), bands(now));
            let what = match (&then.current, was == is) {
                (None, _) => format!("nu er den {is}"),
                (Some(_), true) => format!("den er stadig {is}"),
                (Some(_), false) => format!("da var den {was}, nu er den {is}"),
            };
            let changed = changed_fields(LANG, changed);
            let changed = changed.map(|fields| format!("; ændret er: {fields}"));
            format!(
                "svaret er ændret, siden {} accepterede risikoen {on}: {what}{}",
                quoted(by),
                changed.unwrap_or_default()
            )
        }
        Fact::AcceptanceExpired { by, until } => {
            format!("accepten fra {} gjaldt til og med {until}", quoted(by))
        }
        Fact::AcceptanceWithoutName { no_name, no_role } => {
            let what = match (no_name, no_role) {
                (true, true) => "hverken navn eller stilling",
                (true, false) => "intet navn",
                (false, _) => "ingen stilling",
            };
            format!("accepten har {what}: kun en navngiven person kan acceptere en risiko")
        }

        Fact::SameLikelihoods { level, label, alike, rated, reasons } => format!(
            "{} har sandsynlighed {level} ({}), {}",
            part_of(*alike, *rated, "vurderede trusler"),
            word(LANG, label),
            with_reasons(*reasons)
        ),
        Fact::SameFigureThroughout { axis, level, label, alike, rated, grounded } => format!(
            "den afgørende {} er {level} ({}) i {}, {}",
            axis_word(LANG, *axis),
            word(LANG, label),
            part_of(*alike, *rated, "aktiviteter med tal"),
            match (axis, grounded) {
                (Axis::Likelihood, reasons) => with_reasons(*reasons),
                (Axis::Consequence, 0) => {
                    "og ingen af dem følger kataloget eller har en begrundelse".to_owned()
                }
                (Axis::Consequence, grounded) => {
                    format!("og kun {grounded} af dem følger kataloget eller har sin egen begrundelse")
                }
            }
        ),
        Fact::ReasonRepeated { text, activities } => {
            let ids: Vec<_> = activities.iter().map(ToString::to_string).collect();
            let count = ids.len();
            format!(
                "begrundelsen {} står ved {count} aktiviteter: {}",
                quoted(text),
                all_of(LANG, &ids)
            )
        }
        Fact::OnlyStartingFigures { unchanged, assessed, unconfirmed } => {
            let all = part_of(*unchanged, *assessed, "vurderede aktiviteter");
            let tail = match unconfirmed {
                0 => String::new(),
                1 => "; en af dem er ikke bekræftet".to_owned(),
                several => format!("; {several} af dem er ikke bekræftet"),
            };
            format!(
                "{all} har præcis katalogets udgangsværdier for konsekvens og ingen begrundelse \
                 for dem{tail}"
            )
        }
        Fact::UnknownAsLow { counted, said, quote } => {
            let said = match said {
                Said::Reason => "begrundelsen",
                Said::Note => "bemærkningen",
            };
            format!("{}, men {said} siger {}", counted_as(counted), quoted(quote))
        }

        Fact::MatrixGap { row, expected, found } => matrix_gap(*row, *expected, *found),
        Fact::UnknownBand { found, allowed, .. } => format!(
            "risikoniveauet {} findes ikke i metoden{}",
            quoted(found),
            allowed_tail(allowed)
        ),
        Fact::UnreachableBand { band } => {
            format!("risikoniveauet {} står ikke i nogen celle", quoted(band.as_str()))
        }
        Fact::NotMonotone { from, to } => format!(
            "risikoniveauet falder fra {} til {}, selv om risikoen stiger",
            cell(LANG, *from),
            cell(LANG, *to)
        ),
        Fact::LegendDisagrees { cell: at, product, legend, matrix } => {
            legend_disagrees(*at, *product, legend, matrix)
        }
        Fact::LargerProductLowerBand { larger, larger_band, smaller, smaller_band } => format!(
            "{} (produkt {}) giver {}, men {} (produkt {}) giver det højere {}",
            cell(LANG, *larger),
            product(*larger),
            quoted(word(LANG, larger_band)),
            cell(LANG, *smaller),
            product(*smaller),
            quoted(word(LANG, smaller_band))
        ),
        Fact::WitnessDisagrees { text, matrix } => {
            format!(
                "vidnecellen {} passer ikke: matricen har {}",
                quoted(text),
                quoted(word(LANG, matrix))
            )
        }
        Fact::WitnessMissing { found } => {
            format!(
                "matricen er ikke symmetrisk og skal have mindst 2 vidneceller, men har {found}"
            )
        }
        Fact::SymmetryWrong { cell: at } => format!(
            "matricen er angivet som symmetrisk, men {} har et andet risikoniveau end sit spejl",
            cell(LANG, *at)
        ),
        Fact::InvalidScale { axis, found } => format!(
            "skalaen for {} kan ikke bruges: den har {found} niveauer og skal have 3–10, \
             nummereret fra 1 uden huller",
            axis_word(LANG, *axis)
        ),
        Fact::InvalidBands {} => {
            "risikoniveauerne kan ikke bruges: der skal være mindst to, hver med sit eget id, og \
             rangen skal gå 1, 2, 3 uden huller"
                .to_owned()
        }
        Fact::WitnessGuardsNothing { text } => format!(
            "vidnecellen {} har samme risikoniveau som sit spejl og kan ikke afsløre ombyttede \
             akser",
            quoted(text)
        ),

        Fact::DanglingReference { found, .. } => {
            format!("henvisningen {} peger på noget, der ikke findes", quoted(found))
        }
        Fact::DuplicateCatalogueId { id } => {
            format!("{} står mere end én gang i kataloget", quoted(id))
        }
        Fact::StartingOutsideScale { found, top } => {
            format!("udgangsværdien {} er uden for skalaen 1–{top}", written_level(found))
        }
        Fact::ThreatHitsNothing {} => {
            "truslen rammer hverken en dimension eller den registreredes rettigheder".to_owned()
        }

        Fact::CatalogueFileMissing { file } => format!("kataloget mangler filen {}", quoted(file)),

        Fact::UnknownEntry { found, .. } => format!("kataloget har ingen post {}", quoted(found)),
        Fact::TopicUnclear { topic, activities } => {
            catalogue::topic_unclear(LANG, topic, activities)
        }
        Fact::EntryIncomplete { field } => catalogue::entry_incomplete(LANG, field),
        Fact::BasisMismatch { basis, has_data } => {
            catalogue::basis_mismatch(LANG, *basis, *has_data)
        }
        Fact::ThreatWithoutMeasure {} => "ingen foranstaltning virker på truslen".to_owned(),
        Fact::MeasureWithoutThreat {} => {
            "foranstaltningen virker ikke på nogen af de trusler, den nævner".to_owned()
        }
        Fact::NotSorted { id, after } => catalogue::not_sorted(LANG, id, after),
        Fact::ReplacementCycle { ids } => catalogue::replacement_cycle(LANG, ids),
        Fact::TextBlemish { field, blemish, excerpt } => {
            catalogue::text_blemish(LANG, field, *blemish, excerpt)
        }
        Fact::UnknownKleGroup { group, .. } => format!("KLE-gruppen {} findes ikke", quoted(group)),
        Fact::ChangedWithoutVersion { version } => {
            catalogue::changed_without_version(LANG, version)
        }
        Fact::IdVanished { id } => format!("{} var i kataloget før og er nu væk", quoted(id)),
        Fact::NotOwnId { found, .. } => {
            format!("{} er ikke et nummer, som kommunen selv kan give", quoted(found))
        }
        Fact::OverrideEmpty { id } => format!("rettelsen til {} ændrer ikke noget", quoted(id)),
        Fact::KlActivityUnknown { found, version } => {
            format!(
                "kataloget {version} kender ikke aktivitet {}; rækken er ikke taget med",
                quoted(found)
            )
        }
        Fact::KlFigureZero {} => {
            "konsekvensen er 0; tallet er gemt, og aktiviteten får ingen udgangsværdi".to_owned()
        }
        Fact::KlFigureWithoutDimension { figure } => format!(
            "konsekvensen er {figure}, men der er intet kryds for fortrolighed, integritet eller tilgængelighed"
        ),
        Fact::KlFigureMissing {} => {
            "der er ingen konsekvens; kataloget beholder sin egen udgangsværdi".to_owned()
        }
        Fact::KlRetired { id } => {
            format!("aktivitet {id} er udgået hos KL, men ikke i kataloget")
        }
        Fact::KlRowMissing { ids } => {
            let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
            let word = if ids.len() == 1 { "aktivitet" } else { "aktiviteterne" };
            format!("arket har ingen række for {word} {}", all_of(LANG, &ids))
        }
        Fact::NoCatalogueIn { folder, files } => format!(
            "mappen {} har intet katalog; den skal have {}",
            quoted(folder),
            one_of(LANG, files)
        ),
        Fact::TerminalRequired {} => {
            "resultatet kan kun blive stående og følge filen på en skærm, ikke i en fil eller et rør"
                .to_owned()
        }
        Fact::UnknownCatalogueVersion { found, present } => {
            format!("kataloget findes ikke i version {}; her er {present}", quoted(found))
        }

        Fact::NotAWorkbook { detail } => {
            format!("filen er ikke en projektmappe, der kan læses ({detail})")
        }
        Fact::WorkbookLimit { detail } => {
            format!("projektmappen går over en grænse og bliver ikke læst: {detail}")
        }
        Fact::SheetMissing { sheet, present } if present.is_empty() => {
            format!("arket {} mangler; projektmappen har ingen ark", quoted(sheet))
        }
        Fact::SheetMissing { sheet, present } => {
            format!("arket {} mangler; her er kun {}", quoted(sheet), all_quoted(LANG, present))
        }
        // A CSV file has no sheets.
        Fact::ColumnMissing { header, sheet } if sheet.is_empty() => {
            format!("kolonnen {} mangler i filens første linje", quoted(header))
        }
        Fact::ColumnMissing { header, sheet } => {
            format!("kolonnen {} mangler på arket {}", quoted(header), quoted(sheet))
        }
        Fact::ColumnUnknown { header, .. } => {
            format!(
                "kolonnen {} er ny; det, der står i den, gemmes sammen med vurderingen og kommer med ved næste eksport, men indgår ikke i vurderingen",
                quoted(header)
            )
        }
        Fact::UnreadableCell { found } => {
            format!("cellen kan ikke læses; der står {}", quoted(found))
        }
        Fact::RowVanished { activity, threat } => format!(
            "rækken for aktivitet {activity}{} mangler i det, der er læst ind; svaret i vurderingen er urørt",
            threat.as_ref().map(|id| format!(", trussel {id}")).unwrap_or_default()
        ),
        Fact::RowRepeated { key, first_row } => {
            format!("{} står også i række {first_row}", quoted(key))
        }
        Fact::OtherAssessment { what, workbook, file } => format!(
            "projektmappen hører til en anden vurdering: {} er {} i projektmappen og {} i filen",
            assessment_word(what),
            value(workbook),
            value(file)
        ),
        Fact::LockedCellChanged { found, expected } => format!(
            "en låst celle er ændret fra {} til {}; ændringen bliver ikke læst ind",
            value(expected),
            value(found)
        ),
        Fact::WorkbookNewerSchema { found, known } => format!(
            "projektmappen er i filformat {found}, men denne udgave af programmet kender kun til og \
             med {known}"
        ),
        Fact::ColumnRepeated { header } => {
            format!("kolonnen {} findes mere end én gang", quoted(header))
        }
        Fact::BaselineMissing {} => {
            "filen har ikke de værdier med, som den blev eksporteret med; i en projektmappe står de \
             på et skjult ark"
                .to_owned()
        }
        Fact::FieldCount { expected, found } => {
            format!("linjen har {found} felter, men skal have {expected}")
        }
        Fact::NotUtf8 {} => "filen er ikke gemt med tegnsættet UTF-8".to_owned(),
        Fact::SeveralSheets { sheet, sheets } if sheet.is_empty() => {
            format!("flere ark har de overskrifter, som filen til --map nævner: {}", all_quoted(LANG, sheets))
        }
        Fact::SeveralSheets { sheet, sheets } => format!(
            "projektmappen har flere ark, der kan være arket {}: {}",
            quoted(sheet),
            all_quoted(LANG, sheets)
        ),
        Fact::ColumnVanished { header, sheet } => format!(
            "kolonnen {} mangler på arket {}; det, der står i vurderingen, er urørt",
            quoted(header),
            quoted(sheet)
        ),
        Fact::SheetVanished { sheet } => format!(
            "arket {} mangler i projektmappen; det, der står i vurderingen, er urørt",
            quoted(sheet)
        ),
        Fact::ActionsTwice { row, here, cell, there } => format!(
            "handlingerne for {row} er rettet forskelligt to steder i projektmappen: {} her og {} i {there}",
            value(here),
            value(cell)
        ),
        Fact::ActionVanished { row, action } => format!(
            "handlingen {} for {row} mangler på arket med handlinger; i vurderingen er den urørt",
            quoted(action)
        ),
        Fact::OwnSheetKept { sheet, cells: 0, .. } => {
            format!("jeres eget ark {} er tømt og bliver fjernet fra vurderingen", quoted(sheet))
        }
        Fact::OwnSheetKept { sheet, cells, formulas } => {
            let cells = counted(LANG, *cells, ("celle", "celler"));
            let formulas = match formulas {
                0 => String::new(),
                1 => "; en formel gemmes som sit resultat".to_owned(),
                more => format!("; {more} formler gemmes som deres resultat"),
            };
            format!(
                "jeres eget ark {} ({cells}) gemmes sammen med vurderingen og kommer med ved næste eksport{formulas}",
                quoted(sheet)
            )
        }
        Fact::SheetCopy { sheet, of } => {
            format!("arket {} ligner arket {} og bliver hverken læst eller gemt", quoted(sheet), quoted(of))
        }
        Fact::OwnSheetTooLarge { sheet, cells, limit } => format!(
            "jeres eget ark {} har {} celler og bliver ikke gemt; der er plads til {} på jeres egne ark i alt",
            quoted(sheet),
            count(LANG, *cells),
            count(LANG, *limit)
        ),
        Fact::TableUnknown { headers } if headers.is_empty() => "filen er tom".to_owned(),
        Fact::TableUnknown { headers } => format!(
            "filen er ingen af tabellerne Vurdering, Trusler og Handlinger; øverst står {}",
            first_quoted(LANG, headers)
        ),
        Fact::TableBroken { fault } => table_broken(*fault).to_owned(),
        Fact::NoShare { fault } => match fault {
            ShareFault::CutOff => "filen slutter, før den er færdig; resten er gået tabt",
            ShareFault::Syntax => "filen kan ikke læses som JSON fra dette sted",
            ShareFault::OtherFile => "filen er ingen delefil fra risiko share",
        }
        .to_owned(),
        Fact::ShareChanged { stated, found } => format!(
            "indholdet er ændret, efter at filen blev skrevet: kontrolsummen i filen er {}, men \
             indholdet giver {}",
            checksum(stated),
            checksum(found)
        ),
        Fact::SharedUnknown { ids, version } => format!(
            "afsenderens katalog har {}, som kataloget {version} ikke har; tallene er med, men uden \
             titler",
            all_of(LANG, ids)
        ),
        Fact::ShareNotConfirmed {} => {
            "filen er ikke skrevet, for der er ingen at spørge om lov".to_owned()
        }
        Fact::JournalLineChanged { number } => format!(
            "ændring {number} i journalen er ikke, som den blev skrevet: nogen har rettet i linjen"
        ),
        Fact::JournalBroken { fault } => match fault {
            ChainFault::Missing { first, last } if first == last => {
                format!("ændring {first} mangler i journalen")
            }
            ChainFault::Missing { first, last } => {
                format!("ændring {first} til {last} mangler i journalen")
            }
            ChainFault::OutOfOrder { number } => {
                format!("ændring {number} står et forkert sted i journalen eller står der to gange")
            }
            ChainFault::Replaced { number } => format!(
                "ændring {number} i journalen følger ikke efter den før: en af de to er skrevet om"
            ),
        },
        Fact::JournalUnreadable {} => "linjen i journalen kan ikke læses".to_owned(),
        Fact::JournalCutShort {} => {
            "den sidste linje i journalen er ikke skrevet færdig, og den tæller ikke med".to_owned()
        }
        Fact::ChangedOutside { changes: Some(1) } => {
            "1 oplysning er ændret uden om risiko, siden journalen sidst blev skrevet".to_owned()
        }
        Fact::ChangedOutside { changes: Some(changes) } => format!(
            "{changes} oplysninger er ændret uden om risiko, siden journalen sidst blev skrevet"
        ),
        Fact::ChangedOutside { changes: None } => {
            "filen passer ikke til journalen, og journalen kan ikke sige, hvad der er anderledes"
                .to_owned()
        }
        Fact::EditUnfinished { number, changes } => format!(
            "ændring {number} ({}) nåede i journalen, men ikke i filen, før programmet blev afbrudt",
            counted(Lang::Da, *changes, ("oplysning", "oplysninger"))
        ),
        Fact::NotAsManySteps { asked, present, again } => {
            let what = if *again { "gentage" } else { "tage tilbage" };
            match (asked, present) {
                (..=1, 0) => format!("der er ingen ændring at {what}"),
                _ => format!("der er ikke {asked} ændringer at {what}, kun {present}"),
            }
        }
        Fact::CannotTakeBack { number } => {
            format!("ændring {number} kan ikke tages tilbage: journalen er ikke hel")
        }
        Fact::EditFinished { number, changes } => format!(
            "ændring {number} ({}) nåede ikke i filen, før programmet blev afbrudt; den står der nu",
            counted(Lang::Da, *changes, ("oplysning", "oplysninger"))
        ),
        Fact::NotSigned { expected } => format!("der er ingen underskrift ({expected})"),
        Fact::PublicKeyMissing { key } => format!(
            "underskriften er sat med nøglen {key}, og dens offentlige halvdel er her ikke, så den kan ikke efterprøves"
        ),
        Fact::SignedWithOtherKey { key, present } => format!(
            "underskriften er sat med nøglen {key} og ikke med {}",
            one_of(LANG, present)
        ),
        Fact::ChangedSinceSigned { key, on, by } => {
            let says = said_of_itself(on.as_deref(), by);
            let says = says.map(|says| format!(" (ifølge underskriften selv: {says})"));
            let says = says.unwrap_or_default();
            format!("filen er ændret, siden den blev underskrevet med nøglen {key}{says}")
        }
        Fact::SignatureUnreadable {} => {
            "underskriften kan ikke læses eller er ændret, og den beviser ingenting".to_owned()
        }
        Fact::KeyUnreadable { part: KeyPart::Secret } => {
            "filen er ikke en hemmelig nøgle, der kan læses".to_owned()
        }
        Fact::KeyUnreadable { part: KeyPart::Public } => {
            "filen er ikke en offentlig nøgle, der kan læses".to_owned()
        }
        Fact::KeyPassword { fault } => match fault {
            PasswordFault::NoTerminal => {
                "nøglen skal have en adgangskode, og der er ingen terminal at spørge på".to_owned()
            }
            PasswordFault::Wrong => "det er ikke adgangskoden til denne nøgle".to_owned(),
            PasswordFault::Differs => "de to adgangskoder er ikke ens".to_owned(),
            PasswordFault::Empty => "adgangskoden er tom".to_owned(),
        },
        Fact::SignedFolderChanged { changed, missing, added } => {
            let parts = [("ændret", changed), ("væk", missing), ("kommet til", added)];
            format!("mappen er ikke, som den blev underskrevet: {}", file_lists(LANG, &parts))
        }
        Fact::JournalNotAsSigned { number, fault } => match fault {
            SignedJournalFault::Missing => format!(
                "vurderingen blev underskrevet sammen med journalen til og med ændring {number}, men journalen ligger her ikke"
            ),
            SignedJournalFault::Shorter => format!(
                "vurderingen blev underskrevet sammen med journalen til og med ændring {number}, men journalen slutter før"
            ),
            SignedJournalFault::Differs => format!(
                "ændring {number} i journalen er ikke den, der blev underskrevet sammen med vurderingen"
            ),
            SignedJournalFault::Broken => format!(
                "journalen til og med ændring {number} blev underskrevet sammen med vurderingen, og noget i den er siden rettet, fjernet eller flyttet"
            ),
        },
        Fact::KeyExists {} => "filen findes, og en nøgle bliver aldrig overskrevet".to_owned(),
        Fact::NoMinutes { only_today: false } => {
            "der er intet referat af et møde om denne vurdering".to_owned()
        }
        Fact::NoMinutes { only_today: true } => {
            "der er intet møde før i dag at gå videre fra, kun dagens eget".to_owned()
        }
        Fact::MinutesOfOther { found, expected } => format!(
            "referatet er fra et møde om {found}, men vurderingen er {expected}"
        ),
        Fact::LogoUnusable { problem: LogoProblem::NoPng } => "logoet er ikke et helt PNG-billede".to_owned(),
        Fact::LogoUnusable { problem: LogoProblem::TooLarge } => "logoet fylder for meget".to_owned(),
        Fact::LogoUnusable { problem: LogoProblem::Kind } => "logoet er gemt på en måde, som ikke alle programmer kan læse".to_owned(),
        Fact::ReportOutdated { stated, now } => format!(
            "rapporten passer ikke med vurderingen: den har kontrolsum {stated}, og det, den skulle sige nu, har {now}"
        ),
        Fact::ReportAltered {} => {
            "rapporten har den rigtige kontrolsum, men filen er ikke, som den blev skrevet".to_owned()
        }
        Fact::NotAReport {} => "filen har ingen kontrolsum fra risiko report".to_owned(),
        Fact::NoScreen {} => "mødetilstand kræver en skærm og et tastatur".to_owned(),
        Fact::NoJournal {} => "der er ingen journal til denne vurdering endnu".to_owned(),
        Fact::MergedCells { cells } => format!(
            "cellerne {cells} er flettet; kun det, der stod i den første, findes endnu i projektmappen"
        ),
        Fact::MacrosPresent {} => {
            "projektmappen har makroer; de bliver hverken læst eller kørt".to_owned()
        }
        Fact::ExternalLinks {} => {
            "projektmappen henter tal fra andre filer; de bliver ikke åbnet".to_owned()
        }
        Fact::TextOutside { first, cells: 1 } => {
            format!("{} står uden for skemaet og bliver hverken læst eller gemt", quoted(first))
        }
        Fact::TextOutside { first, cells } => format!(
            "{} står uden for skemaet og bliver hverken læst eller gemt; det samme gælder {}",
            quoted(first),
            counted(LANG, *cells - 1, ("celle mere", "celler mere"))
        ),
        Fact::TooFewMunicipalities { found, needed } => format!(
            "der skal mindst {needed} kommuner til, og der er {found}"
        ),
        Fact::OthersOfOtherMethod { found, own } => format!(
            "de andre er lagt side om side med metoden {found}, og vurderingen bruger {own}"
        ),
        Fact::SameRoundTwice { municipality, round, other } => format!(
            "kommunen er med to gange: {municipality} {round} står også i {other}"
        ),
        Fact::TooFewAssessors { found } => format!(
            "der skal svar fra mindst 2 personer til, og der er {}",
            counted(LANG, *found, ("fil", "filer"))
        ),
        Fact::SameFileTwice { found } => {
            format!("den samme fil er nævnt to gange: {}", quoted(found))
        }
        Fact::FolderWithoutAssessments { wanted } => {
            let wanted: Vec<String> = wanted.iter().map(|end| format!("*{end}")).collect();
            format!("mappen indeholder ingen vurdering; der er ledt efter {}", all_of(LANG, &wanted))
        }
        Fact::NotAnAssessment { .. } => {
            "filen er ikke en vurdering, der kan sammenlignes".to_owned()
        }
        Fact::EarlierOfOther { found, expected } => format!(
            "den tidligere runde er fra {found}, men sammenligningen er inden for {expected}"
        ),
        Fact::ColourTooLight { found, used } => format!(
            "farven {found} kan ikke læses på hvidt papir; rapporten bruger en mørkere, {used}"
        ),
        Fact::RoundNotEarlier { found, day, own, own_day } => format!(
            "runden {found} (opgjort {day}) er ikke tidligere end vurderingens egen, {own} (opgjort {own_day})"
        ),
        Fact::LevelsFall { axis, lower, higher } => format!(
            "{} {} er sat til at svare til {}, men {} svarer til {}",
            axis_word(LANG, *axis),
            higher.0,
            higher.1,
            lower.0,
            lower.1
        ),
        Fact::BranchConflict { field, base, ours, theirs } => format!(
            "{}{} er ændret på begge grene: vores har {}, deres har {} (før: {})",
            quoted(field),
            keys::danish_path(field).map(|words| format!(" ({words})")).unwrap_or_default(),
            of_branch(ours),
            of_branch(theirs),
            of_branch(base)
        ),
        Fact::OwnNumberTaken { id, found, known } => {
            format!("nummeret {id} har {} i forvejen; her står {}", quoted(known), quoted(found))
        }
        Fact::RowsAbsent { rows } => format!(
            "filen mangler {}, som vurderingen har ({}); svarene dér er urørt",
            counted(LANG, rows.len(), ("række", "rækker")),
            first_named(LANG, rows)
        ),
        Fact::ComputedCellTyped { field, found, cells } => {
            let more = counted(LANG, cells.saturating_sub(1), ("celle", "celler"));
            let more = if *cells > 1 { format!("; det samme gælder {more} mere") } else { String::new() };
            format!(
                "feltet {} regnes ud; {}, som er skrevet i det, er ikke taget med og ændrer ikke risikoen{more}",
                quoted(field),
                quoted(found)
            )
        }
        Fact::ActionExtrasLost { row, texts } => format!(
            "en handling i {row} er væk eller skrevet helt om, og det, der stod ved den i egne kolonner, er ikke med længere: {}",
            first_quoted(LANG, texts)
        ),
        Fact::CommentsNotRead { comments, first } => format!(
            "projektmappen har {}, som bliver hverken læst eller gemt: {}{}",
            counted(LANG, *comments, ("kommentar på en celle", "kommentarer på celler")),
            if *comments > 1 { "den første er " } else { "" },
            quoted(first)
        ),
        Fact::Conflict { field, workbook, file, holder: Holder::People(people), .. } => {
            let [one, other] = people.as_ref();
            format!(
                "svarene om {} er forskellige: {one} siger {}, og {other} siger {}",
                quoted(field),
                value(file),
                value(workbook)
            )
        }
        Fact::DecisionReasonUnused { row, field } => format!(
            "begrundelsen for {} for {row} bliver ikke læst her",
            quoted(field)
        ),
        Fact::Conflict { field, workbook, file, holder: Holder::Place(holder), baseline } => format!(
            "{} er ændret to steder: {} i den fil, der læses ind, og {} i {} (før: {})",
            quoted(field),
            value(workbook),
            value(file),
            quoted(holder),
            value(baseline)
        ),
        Fact::DecisionOutdated { row, field, decided, found } => format!(
            "afgørelsen om {} for {row} blev truffet, da der stod {}; nu står der {}",
            quoted(field),
            quoted(decided),
            quoted(found)
        ),
        Fact::DecisionUnused { row, field, workbook } => format!(
            "afgørelsen om {} for {row} i {} blev ikke brugt; der er ingen konflikt om feltet",
            quoted(field),
            quoted(workbook)
        ),
        Fact::ColumnNotTaken { header, .. } if header.is_empty() => {
            "en kolonne uden overskrift er ikke taget med".to_owned()
        }
        Fact::ColumnNotTaken { header, .. } => {
            format!("kolonnen {} er ikke taget med", quoted(header))
        }
        Fact::RowNotTaken { row, reason } => row_not_taken(row, *reason),
        Fact::CellsDisagree { field, found, other, cell } => {
            format!("{} er {} her og {} i {cell}", quoted(field), value(found), value(other))
        }
        Fact::ThreatsDisagree { field, taken, threats } => format!(
            "truslerne har forskellige tal for {} ({}); det højeste, {}, bruges",
            quoted(field),
            all_of(LANG, threats),
            quoted(taken)
        ),
        Fact::ThreatsUnmatched { threats, .. } => format!(
            "{} ikke i kataloget: {}",
            if threats.len() == 1 { "en trussel findes" } else { "nogle trusler findes" },
            first_quoted(LANG, threats)
        ),
    }
}

fn table_broken(fault: TableFault) -> &'static str {
    match fault {
        TableFault::OpenQuote => {
            "et anførselstegn er ikke lukket, så filen kan ikke deles op i felter"
        }
        TableFault::CutOff => "filen slutter, før den er færdig; resten mangler",
        TableFault::Syntax => "filen kan ikke læses som JSON herfra",
        TableFault::NoTables => "filen er JSON, men ikke en tabel fra risiko export",
        TableFault::NoList => "her skal stå en liste af rækker",
        TableFault::NoObject => "her skal stå en række med nøgler og værdier",
        TableFault::NoTexts => "her skal stå en liste af tekster",
        TableFault::NoValue => "her skal stå en tekst, et tal eller null",
        TableFault::KeyMissing => "nøglen mangler her, men findes i andre rækker",
    }
}

fn row_not_taken(row: &str, reason: RowReason) -> String {
    match reason {
        RowReason::NoActivity => {
            "rækken er ikke taget med; der står ikke, hvilken aktivitet den gælder".to_owned()
        }
        RowReason::Heading => format!(
            "rækken er ikke taget med; {} er ingen aktivitet, og der er ingen tal i rækken",
            quoted(row)
        ),
        RowReason::NoThreat => {
            format!("truslen {} er ikke taget med; den har intet nummer på listen", quoted(row))
        }
        RowReason::NoValues => {
            format!("truslen {} er ikke taget med; der er ikke svaret på den", quoted(row))
        }
    }
}

/// `; brug a, b eller c`, where the list is short; a long one goes to the hints.
fn allowed_tail(allowed: &[String]) -> String {
    if allowed.is_empty() || allowed.len() > SHORT_LIST {
        return String::new();
    }
    // A pattern of a date is a key like any other; its year is the one letter that is English.
    let allowed: Vec<_> = allowed.iter().map(|way| way.replace("YYYY", "ÅÅÅÅ")).collect();
    format!("; brug {}", one_of(LANG, &allowed))
}

/// Two bands: as it is, and as it is to be.
fn bands(bands: &Bands) -> String {
    let said = |name: &Option<Name>| name.as_ref().map(|name| quoted(word(LANG, name)));
    match (said(&bands.current), said(&bands.residual)) {
        (None, _) => "ikke vurderet".to_owned(),
        (Some(current), None) => current,
        (Some(current), Some(residual)) => format!("{current} med restrisikoen {residual}"),
    }
}

fn level(axis: Axis, found: &str, top: u8, labels: &[Name]) -> String {
    format!(
        "niveau {} findes ikke på skalaen for {}; brug 1–{top} ({})",
        written_level(found),
        axis_word(LANG, axis),
        all_words(LANG, labels)
    )
}

fn type_word(word: &str) -> &str {
    match word {
        "text" => "tekst",
        "map" => "en blok med nøgler",
        "list" => "en liste",
        "nothing" => "ingenting",
        "whole number" => "et helt tal",
        "number" => "et tal",
        "date" => "en dato (ÅÅÅÅ-MM-DD)",
        "time" => "et tidspunkt (fx 2026-11-26T09:00:00Z)",
        other => other,
    }
}

fn wrong_type(expected: &str, found: &str) -> String {
    let expected = type_word(expected);
    // A text comes in quotation marks, so that it is not taken for the word of a kind.
    let found = match found.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(text) if text.trim().is_empty() => "en tom tekst".to_owned(),
        Some(text) => quoted(text),
        None => type_word(found).to_owned(),
    };
    format!("her skal stå {expected}, men der står {found}")
}

fn matrix_gap(row: Option<u8>, expected: usize, found: usize) -> String {
    match row {
        Some(row) => {
            let cells = if found == 1 { "celle" } else { "celler" };
            format!(
                "række {row} i matricen har {found} {cells}, men skalaen for sandsynlighed har \
                 {expected} niveauer"
            )
        }
        None => {
            let rows = if found == 1 { "række" } else { "rækker" };
            format!(
                "matricen har {found} {rows}, men skalaen for konsekvens har {expected} niveauer"
            )
        }
    }
}

fn yaml_limit(what: &str, limit: usize) -> String {
    match what {
        "bytes" => format!("filen er større end {}, som er grænsen", megabytes(limit)),
        "depth" => format!("filen har mere end {limit} lag af indrykning, som er grænsen"),
        "values" => format!("filen har mere end {} værdier, som er grænsen", count(LANG, limit)),
        "rows" => format!("filen har mere end {} rækker, som er grænsen", count(LANG, limit)),
        "documents" => "filen er delt i flere dokumenter med ---, men må kun have ét".to_owned(),
        "anchors" => "filen bruger genveje med & eller *, som ikke er tilladt her".to_owned(),
        other => format!("filen overskrider grænsen for {other} ({})", count(LANG, limit)),
    }
}

/// `alle 8 …` or `19 af 20 …`.
fn part_of(part: usize, whole: usize, what: &str) -> String {
    let (part_text, whole_text) = (count(LANG, part), count(LANG, whole));
    if part == whole {
        format!("alle {whole_text} {what}")
    } else {
        format!("{part_text} af {whole_text} {what}")
    }
}

/// How many different reasons figures have that are alike.
fn with_reasons(reasons: usize) -> String {
    match reasons {
        0 => "og ingen af dem har en begrundelse".to_owned(),
        1 => "og der er kun én begrundelse i alt".to_owned(),
        several => format!("og der er kun {several} forskellige begrundelser"),
    }
}

/// As what something counts that nobody knows.
fn counted_as(counted: &CountedAs) -> String {
    match counted {
        CountedAs::Low { field, level, label } => {
            format!("{} er sat til {level} ({})", figure(*field), word(LANG, label))
        }
        CountedAs::NotApplicable(Some(field)) => {
            format!("{} er sat til ikke relevant", figure(*field))
        }
        CountedAs::NotApplicable(None) => "svaret er sat til ikke relevant".to_owned(),
    }
}

/// A figure as the subject of a sentence.
fn figure(field: Field) -> String {
    match field {
        Field::Likelihood => "sandsynligheden".to_owned(),
        Field::Consequence(whose, of) => {
            format!("konsekvensen for {} ({})", perspective(LANG, whose), dimension(LANG, of))
        }
    }
}

fn reason_missing(field: Field, starting: Option<u8>, own: &str) -> String {
    let what = figure(field);
    match starting {
        Some(starting) => format!(
            "{what} er sat til {own} i stedet for udgangsværdien {starting} uden begrundelse"
        ),
        None => format!("{what} er sat til {own} uden begrundelse"),
    }
}

fn legend_disagrees(
    at: (Likelihood, Consequence),
    product: u16,
    legend: &[Name],
    matrix: &Name,
) -> String {
    let says = match legend {
        [] => "intet".to_owned(),
        several => all_quoted_words(LANG, several),
    };
    format!(
        "signaturforklaringen siger {says} om produktet {product}, men matricen har {} i cellen \
         {}",
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
        "municipality" => "kommunen",
        "round" => "runden",
        "method" => "metoden",
        "catalogue" => "kataloget",
        "as-of" => "datoen",
        other => other,
    }
}

/// A value of a field, where empty has a word of its own.
fn of_branch(side: &BranchValue) -> String {
    match side {
        BranchValue::Value(text) => value(text),
        BranchValue::Answers => "andre svar".to_owned(),
    }
}

fn value(text: &str) -> String {
    if text.trim().is_empty() { "et tomt felt".to_owned() } else { quoted(text) }
}

fn syntax(fault: &SyntaxFault) -> String {
    let fixed = match fault {
        SyntaxFault::Tab => "der er et tabulatortegn her, hvor der skal stå mellemrum",
        SyntaxFault::MissingColon => "her mangler et kolon efter nøglen",
        SyntaxFault::UnclosedQuote => "et anførselstegn begynder her og bliver aldrig lukket",
        SyntaxFault::SecondColon => {
            "linjen har et kolon for meget, eller den er rykket for langt ind"
        }
        SyntaxFault::Indentation => {
            "linjen er rykket ind, så den hverken passer under eller ved siden af linjerne før"
        }
        SyntaxFault::OpenBracket => "en parentes begynder her eller lige før og bliver ikke lukket",
        SyntaxFault::AfterQuote => "der står noget efter det afsluttende anførselstegn",
        SyntaxFault::Escape => "en omvendt skråstreg i anførselstegn betyder ikke noget her",
        SyntaxFault::Other => "filens form er brudt her, så resten ikke kan læses",
        SyntaxFault::Character(character) => {
            return format!("en tekst kan ikke begynde med {}", quoted(&shown(*character)));
        }
    };
    fixed.to_owned()
}
