//! Ways out: the nearest match, the allowed values, the command or key to change.

use super::super::{Lang, axis as axis_word, count};
use super::keys;
use super::phrase::{SHORT_LIST, quoted, word};
use crate::domain::is_own;
use crate::finding::{Axis, Fact, Name, RowReason, SyntaxFault, TableFault};

/// What to do about a finding, the most likely way out first. May be empty.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub fn hints(lang: Lang, fact: &Fact) -> Vec<String> {
    let say = |da: &str, en: &str| vec![lang.pick(da, en).to_owned()];
    match fact {
        Fact::UnknownMunicipality { nearest, .. } => guess_or(
            lang,
            nearest.as_deref(),
            "skriv kommunens navn eller dens kode på tre cifre, for eksempel 101",
            "write the name of the municipality or its three-digit code, such as 101",
        ),
        Fact::AmbiguousMunicipality { .. } => say(
            "skriv hele navnet eller kommunekoden",
            "write the whole name or the municipality code",
        ),
        Fact::UnknownActivity { found, .. } | Fact::UnknownThreat { found, .. }
            if is_own(found) =>
        {
            say(
                "kommunens egne numre står i local.yml i mappen catalog ved siden af vurderingen; ligger den et andet sted, så peg på mappen med --catalog",
                "the municipality's own numbers stand in local.yml in the folder catalog beside the assessment; where it lies elsewhere, point to the folder with --catalog",
            )
        }
        Fact::UnknownActivityArgument { nearest, .. } | Fact::UnknownActivity { nearest, .. } => {
            guess_or(
                lang,
                nearest.as_deref(),
                "se alle aktiviteter med: risiko list",
                "see all activities with: risiko list",
            )
        }
        Fact::UnknownThreatArgument { nearest, .. } | Fact::UnknownThreat { nearest, .. } => {
            guess_or(
                lang,
                nearest.as_deref(),
                "trusler hedder T01, T02 og så videre; se en aktivitets trusler med: risiko show",
                "threats are called T01, T02 and so on; see an activity's with: risiko show",
            )
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
        Fact::UnknownKle { .. } => say(
            "skriv en gruppe som 27.60 eller et emne som 27.60.14",
            "write a group such as 27.60 or a topic such as 27.60.14",
        ),
        Fact::NothingToSet {} => say(
            "se, hvad der kan sættes, med: risiko assess --help",
            "see what can be set with: risiko assess --help",
        ),
        Fact::ConflictingArguments { first, second } => vec![match lang {
            Lang::Da => format!("udelad {first} eller {second}"),
            Lang::En => format!("leave out {first} or {second}"),
        }],
        Fact::RequiresArgument { given, missing } => vec![match lang {
            Lang::Da => format!("tilføj {missing}, eller udelad {given}"),
            Lang::En => format!("add {missing}, or leave out {given}"),
        }],
        Fact::ActivityNotInAssessment { .. } => say(
            "se de aktiviteter, der er med, med: risiko list",
            "see the activities that are there with: risiko list",
        ),
        Fact::UnknownCode { nearest, .. } => guess_or(
            lang,
            nearest.as_deref(),
            "koden står i kantede parenteser i beskeden, for eksempel ASM105",
            "the code stands in square brackets in the message, such as ASM105",
        ),
        Fact::LevelArgument { axis, found, labels, .. }
        | Fact::LevelOutsideScale { axis, found, labels, .. } => {
            level(lang, *axis, found, labels, None)
        }
        Fact::ImportLevel { axis, found, labels, nearest, .. } => {
            level(lang, *axis, found, labels, nearest.as_ref())
        }
        Fact::OutputExists {} => say(
            "vælg et andet navn med -o, eller overskriv filen med --force",
            "choose another name with -o, or overwrite the file with --force",
        ),
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
        Fact::ReasonRequired {} => {
            say("skriv hvorfor med --reason \"...\"", "say why with --reason \"...\"")
        }
        Fact::MethodSizeDiffers { .. } => say(
            "vælg en metode med lige så mange niveauer; se dem med: risiko method list",
            "choose a method with as many levels; see them with: risiko method list",
        ),
        Fact::NothingChosen { .. } => say(
            "se, hvordan kommandoen skrives, med --help",
            "see how the command is written with --help",
        ),
        Fact::YamlSyntax { fault } => syntax(lang, fault),
        Fact::DuplicateKey { .. } => say(
            "behold den rigtige af de to linjer, og slet den anden",
            "keep the right one of the two lines and delete the other",
        ),
        Fact::MissingKey { key } => vec![match (lang, keys::danish(key)) {
            (Lang::Da, Some(word)) => format!("tilføj linjen \"{key}: ...\" ({word})"),
            (Lang::Da, None) => format!("tilføj linjen \"{key}: ...\""),
            (Lang::En, _) => format!("add the line \"{key}: ...\""),
        }],
        Fact::WrongType { expected, .. } => wrong_type(lang, expected),
        Fact::YamlLimit { what, .. } => yaml_limit(lang, what),
        Fact::CommentsWouldBeLost { .. } => say(
            "flyt det vigtige til aktivitetens \"note\", som bliver bevaret, og slet kommentarerne",
            "move what matters to the \"note\" of the activity, which is kept, and delete the comments",
        ),
        Fact::DuplicateId { .. } => say(
            "saml oplysningerne i én blok, og slet den anden",
            "gather the answers in one block and delete the other",
        ),
        Fact::OtherCatalogue { .. } => say(
            "tallene er beholdt, som de står; se, hvad der er anderledes, med: risiko upgrade \
             --dry-run",
            "the figures are kept as they stand; see what differs with: risiko upgrade --dry-run",
        ),
        Fact::OtherMethodVersion { .. } => say(
            "tallene er beholdt; se, om skala eller matrice er ændret, med: risiko method show, \
             og ret så versionen under \"method\"",
            "the figures are kept; see whether scale or matrix changed with: risiko method show, \
             then correct the version under \"method\"",
        ),
        Fact::RetiredActivity { replaced_by, .. } => vec![match (lang, replaced_by) {
            (Lang::Da, Some(id)) => format!("svaret er beholdt; vurdér også aktivitet {id}"),
            (Lang::En, Some(id)) => format!("the answer is kept; assess activity {id} too"),
            (Lang::Da, None) => {
                "svaret er beholdt; aktiviteten er ikke med i nye vurderinger".into()
            }
            (Lang::En, None) => "the answer is kept; new assessments leave the activity out".into(),
        }],
        Fact::NewerSchema { .. } | Fact::WorkbookNewerSchema { .. } => {
            say("hent den nyeste udgave af risiko", "get the latest version of risiko")
        }
        Fact::DataSubjectMissing {} => say(
            "tilføj data-subject til listen \"perspectives\"",
            "add data-subject to the list \"perspectives\"",
        ),
        Fact::NotAssessed {} => say(
            "sæt tal med: risiko assess; bruger kommunen ikke aktiviteten, så sæt status til \
             not-applicable med en begrundelse",
            "set figures with: risiko assess; where the municipality does not do this, set the \
             status to not-applicable with a reason",
        ),
        Fact::ResidualAboveCurrent { .. } => say(
            "ret tallet under \"residual\", eller ret dagens tal, hvis det er for lavt",
            "correct the figure under \"residual\", or today's figure if it is too low",
        ),
        Fact::ResidualWithoutMeasure {} => say(
            "skriv det, der virker, under \"measures\", eller det, der skal gøres, under \"actions\"",
            "write what works under \"measures\", or what will be done under \"actions\"",
        ),
        Fact::ReasonMissing { starting, .. } => {
            let mut ways = say(
                "skriv begrundelsen under \"reason\" ved tallet",
                "write the grounds under \"reason\" beside the figure",
            );
            if starting.is_some() {
                ways.extend(say(
                    "eller sæt tallet tilbage til udgangsværdien",
                    "or set the figure back to the starting value",
                ));
            }
            ways
        }
        Fact::RedWithoutTreatment { .. } => say(
            "sæt \"treatment\" til accept (accepter), avoid (undgå), share (del) eller mitigate \
             (mitiger)",
            "set \"treatment\" to accept, avoid, share or mitigate",
        ),
        Fact::NotApplicableWithoutReason {} => say(
            "skriv hvorfor: under \"status-reason\" for en aktivitet, \"not-relevant\" for en \
             trussel og \"reason\" for et tal",
            "say why: under \"status-reason\" for an activity, \"not-relevant\" for a threat and \
             \"reason\" for a figure",
        ),
        Fact::ReviewOverdue { .. } => say(
            "gennemgå aktiviteten, og sæt en ny dato i \"review-by\"",
            "review the activity and set a new date in \"review-by\"",
        ),
        Fact::StartingFigureUnconfirmed { .. } => say(
            "tag stilling til tallene: bekræft dem, eller sæt kommunens egne, med: risiko assess",
            "take a decision on the figures: confirm them, or set your own, with: risiko assess",
        ),
        Fact::LikelihoodWithoutReason { .. } => say(
            "skriv under \"reason\", hvad tallet bygger på, for eksempel hændelser de seneste tre år",
            "write under \"reason\" what the figure rests on, such as incidents of the last three \
             years",
        ),
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
            say("udfyld \"owner\" (ansvarlig) ved handlingen", "fill in \"owner\" of the action")
        }
        Fact::ActionIncomplete { no_owner: false, .. } => {
            say("udfyld \"deadline\" (frist) ved handlingen", "fill in \"deadline\" of the action")
        }
        Fact::ActionIncomplete { .. } => say(
            "udfyld \"owner\" (ansvarlig) og \"deadline\" (frist) ved handlingen",
            "fill in \"owner\" and \"deadline\" of the action",
        ),
        Fact::ActivityMissing { .. } => say(
            "vurdér den med: risiko assess, eller sæt status til not-applicable med en begrundelse",
            "assess it with: risiko assess, or set the status to not-applicable with a reason",
        ),
        Fact::DirectSetAside { .. } => say(
            "vurdér den trussel, I tænkte på, eller ret den direkte sandsynlighed",
            "rate the threat that you had in mind, or correct the direct likelihood",
        ),
        Fact::MatrixGap { .. } => say(
            "hver række er ét niveau af konsekvens, nummereret fra 1, og har ét risikoniveau for \
             hvert niveau af sandsynlighed",
            "each row is one level of consequence, numbered from 1, and holds one band for each \
             level of likelihood",
        ),
        Fact::UnreachableBand { .. } => say(
            "slet risikoniveauet, eller sæt det ind i de celler, hvor det hører til",
            "delete the band, or put it into the cells where it belongs",
        ),
        Fact::NotMonotone { .. } => say(
            "ret den ene af de to celler, så niveauet aldrig falder mod højre eller nedad",
            "correct one of the two cells, so that the band never drops to the right or downwards",
        ),
        Fact::LegendDisagrees { .. } => say(
            "matricen gælder; lad signaturforklaringen stå, hvis den er trykt sådan i kilden",
            "the matrix holds; leave the legend as it is if the source prints it so",
        ),
        Fact::LargerProductLowerBand { .. } => say(
            "intet skal rettes, hvis kilden er sådan; sammenlign aldrig risici på produktet alene",
            "nothing to correct if the source is so; never compare risks by the product alone",
        ),
        Fact::WitnessDisagrees { .. } => say(
            "slå cellen op i kilden; måske er rækker og kolonner byttet om",
            "look the cell up in the source; rows and columns may be swapped",
        ),
        Fact::WitnessMissing { .. } => say(
            "skriv to celler fra kilden under \"witnesses\" med ord, konsekvens, sandsynlighed og \
             risikoniveau",
            "write two cells from the source under \"witnesses\" with words, consequence, \
             likelihood and band",
        ),
        Fact::SymmetryWrong { .. } => say(
            "ret cellen, eller sæt \"symmetric\" til false og tilføj vidneceller",
            "correct the cell, or set \"symmetric\" to false and add witness cells",
        ),
        Fact::InvalidScale { .. } => say(
            "skriv niveauerne i rækkefølge: level 1, 2, 3 og så videre",
            "write the levels in order: level 1, 2, 3 and so on",
        ),
        Fact::InvalidBands {} => say(
            "skriv det mildeste risikoniveau først med rank 1",
            "write the mildest band first, with rank 1",
        ),
        Fact::WitnessGuardsNothing { .. } => say(
            "vælg en celle, hvis spejl (konsekvens og sandsynlighed byttet om) har et andet \
             risikoniveau",
            "choose a cell whose mirror (consequence and likelihood swapped) has another band",
        ),
        Fact::DanglingReference { nearest, .. } => guess_or(
            lang,
            nearest.as_deref(),
            "ret henvisningen, eller tilføj det, den peger på",
            "correct the reference, or add what it points to",
        ),
        Fact::DuplicateCatalogueId { .. } => say(
            "giv den ene et nyt id; et id bruges aldrig igen til noget andet",
            "give one of them a new id; an id is never used again for something else",
        ),
        Fact::StartingOutsideScale { top, .. } => vec![match lang {
            Lang::Da => format!("skriv et helt tal fra 1 til {top}"),
            Lang::En => format!("write a whole number from 1 to {top}"),
        }],
        Fact::ThreatHitsNothing {} => say(
            "skriv mindst én dimension under \"dimensions\", eller sæt \"rights\" til true",
            "write at least one dimension under \"dimensions\", or set \"rights\" to true",
        ),
        Fact::CatalogueFileMissing { .. } => say(
            "hent hele kataloget igen, eller peg på den mappe, der har catalog.yml og mappen activities",
            "fetch the whole catalogue again, or name the folder that has catalog.yml and the folder activities",
        ),
        Fact::UnknownEntry { nearest, .. } => guess_or(
            lang,
            nearest.as_deref(),
            "søg efter den med: risiko catalog search",
            "search for it with: risiko catalog search",
        ),
        Fact::TopicUnclear { .. } => say(
            "ret linjen i kle-topics.csv, så emnet står der én gang og ved en aktivitet, der ikke er udgået",
            "correct the line in kle-topics.csv so that the topic stands there once, with an activity that is not retired",
        ),
        Fact::EntryIncomplete { .. } => say(
            "udfyld feltet; hvad det skal have, står i katalogets README",
            "fill in the field; the catalogue's README says what it needs",
        ),
        Fact::BasisMismatch { .. } => say(
            "ret enten grundlaget eller typerne af oplysninger, og skriv hvorfor i note",
            "correct either the legal basis or the kinds of data, and say why in note",
        ),
        Fact::ThreatWithoutMeasure {} => say(
            "nævn truslen under \"threats\" i en foranstaltning, der virker på den",
            "name the threat under \"threats\" of a measure that works on it",
        ),
        Fact::MeasureWithoutThreat {} => say(
            "nævn en trussel, der rammer det, foranstaltningen beskytter",
            "name a threat that hits what the measure protects",
        ),
        Fact::NotSorted { .. } => {
            say("flyt posten; listen er sorteret", "move the entry; the list is sorted")
        }
        Fact::ReplacementCycle { .. } => say(
            "lad den sidste pege på en aktivitet, der ikke er udgået, eller fjern \"replaced-by\"",
            "let the last one name an activity that is not retired, or remove \"replaced-by\"",
        ),
        Fact::TextBlemish { .. } => say("ret teksten", "correct the text"),
        Fact::UnknownKleGroup { nearest, .. } => guess_or(
            lang,
            nearest.as_deref(),
            "grupperne står i kle-groups.csv",
            "the groups stand in kle-groups.csv",
        ),
        Fact::ChangedWithoutVersion { .. } => say(
            "giv kataloget en ny version i catalog.yml, og kør: risiko catalog lock",
            "give the catalogue a new version in catalog.yml, and run: risiko catalog lock",
        ),
        Fact::IdVanished { .. } => say(
            "sæt posten ind igen med \"retired\" og \"replaced-by\" eller en note om hvorfor",
            "put the entry back with \"retired\" and \"replaced-by\" or a note that says why",
        ),
        Fact::NotOwnId { form, .. } => say(
            &format!("brug et af kommunens egne numre: {form}"),
            &format!("use one of the municipality's own numbers: {form}"),
        ),
        Fact::OverrideEmpty { .. } => say(
            "skriv, hvad der skal være anderledes (title, description, starting-consequence), eller slet rettelsen",
            "write what is to be different (title, description, starting-consequence), or delete the override",
        ),
        Fact::KlActivityUnknown { .. } => say(
            "hent en nyere udgave af risiko, eller opret den i local.yml som kommunens egen aktivitet (X01–X99)",
            "get a newer version of risiko, or add it to local.yml as the municipality's own activity (X01–X99)",
        ),
        Fact::KlFigureZero {} => say(
            "vurdér konsekvensen selv i vurderingen",
            "rate the consequence yourself in the assessment",
        ),
        Fact::KlFigureWithoutDimension { .. } => say(
            "sæt krydset i skemaet, og importér igen; indtil da gælder katalogets udgangsværdi",
            "set the cross in the workbook and import again; until then the catalogue's starting value holds",
        ),
        Fact::KlFigureMissing {} => say(
            "skriv tallet i skemaet, og importér igen, hvis det burde være der",
            "write the figure in the workbook and import again if it should be there",
        ),
        Fact::KlRetired { .. } => say(
            "sæt aktiviteten til ikke relevant i vurderingen, hvis opgaven er dækket af en anden",
            "mark the activity as not applicable in the assessment if another one covers the task",
        ),
        Fact::KlRowMissing { .. } => say(
            "hent skemaet igen fra KL, hvis rækkerne burde være der",
            "get the workbook from KL again if the rows should be there",
        ),
        Fact::NoCatalogueIn { .. } => say(
            "peg på mappen med filen, eller lad --catalog være",
            "point to the folder with the file, or leave --catalog out",
        ),
        Fact::UnknownCatalogueVersion { .. } => say(
            "hent den udgave af risiko, der har versionen med, eller peg på katalogets mappe med --catalog",
            "get the release of risiko that ships the version, or point to the catalogue's folder with --catalog",
        ),
        Fact::NotAWorkbook { .. } => say(
            "åbn filen i Excel eller LibreOffice uden adgangskode, og gem den som .xlsx",
            "open the file in Excel or LibreOffice without a password and save it as .xlsx",
        ),
        Fact::WorkbookLimit { .. } => say(
            "slet det, der står langt uden for skemaet; hjælper det ikke, så eksportér en ny projektmappe med \
             risiko export, og flyt svarene over i den",
            "delete what stands far outside the form; if that does not help, export a new workbook with \
             risiko export and move the answers into it",
        ),
        Fact::SheetMissing { .. } => say(
            "giv arket dets navn tilbage (i jeres eget skema: ret navnet i filen til --map), eller eksportér en ny projektmappe med: risiko export",
            "give the sheet its name back (in a form of your own: correct the name in the file for --map), or export a new workbook with: risiko export",
        ),
        Fact::ColumnMissing { .. } => say(
            "giv kolonnen dens overskrift tilbage (i jeres eget skema: ret overskriften i filen til --map); rækkefølgen er uden betydning",
            "give the column its header back (in a form of your own: correct the header in the file for --map); the order does not matter",
        ),
        Fact::ColumnUnknown { nearest, .. } => {
            let guess = nearest.as_deref().map(|nearest| did_you_mean(lang, nearest));
            let own = lang.pick(
                "er det jeres egen kolonne, skal intet gøres",
                "if it is a column of your own, nothing needs to be done",
            );
            with_more(guess.into_iter().collect(), own)
        }
        Fact::UnreadableCell { .. } => say(
            "skriv værdien i cellen i stedet for formlen eller fejlen",
            "write the value into the cell instead of the formula or the error",
        ),
        Fact::ImportUnknownActivity { found, .. } if is_own(found) => say(
            "er det jeres egen nye aktivitet, så skriv også titel og område i rækken",
            "if it is a new activity of your own, write its title and area in the row too",
        ),
        Fact::ImportUnknownActivity { nearest, .. } => guess_or(
            lang,
            nearest.as_deref(),
            "skriv aktivitetens nummer som i kataloget: risiko list",
            "write the number of the activity as in the catalogue: risiko list",
        ),
        Fact::ImportUnknownThreat { nearest, .. } => guess_or(
            lang,
            nearest.as_deref(),
            "skriv truslens nummer som i kataloget: risiko catalog list threats",
            "write the number of the threat as in the catalogue: risiko catalog list threats",
        ),
        Fact::RowVanished { .. } => say(
            "skal svaret væk, så markér aktiviteten eller truslen som ikke relevant med en begrundelse",
            "if the answer should go, mark the activity or the threat as not relevant with a reason",
        ),
        Fact::RowRepeated { .. } => say(
            "behold den rigtige række, og slet den anden",
            "keep the right row and delete the other",
        ),
        Fact::OtherAssessment { .. } => say(
            "vælg den vurdering, som projektmappen er eksporteret fra, med --into; skal svarene over i \
             en anden, så angiv den oprindelige med --assume-base",
            "choose the assessment that the workbook was exported from with --into; to take the answers \
             to another one, name the original with --assume-base",
        ),
        Fact::LockedCellChanged { .. } => with_more(
            say(
                "skriv kun i de lyseblå felter; resten kommer fra kataloget og formlerne",
                "write in the light blue fields only; the rest comes from the catalogue and the formulas",
            ),
            lang.pick(
                "er kun en del af kolonnerne sorteret, kan svarene stå ud for en forkert aktivitet; se rækken efter",
                "if only some of the columns were sorted, answers may stand beside the wrong activity; check the row",
            ),
        ),
        Fact::ColumnRepeated { .. } => say(
            "slet eller omdøb den kolonne, der ikke skal læses",
            "delete or rename the column that should not be read",
        ),
        Fact::BaselineMissing {} => say(
            "angiv den vurdering, som filen blev eksporteret fra, med --assume-base: en kopi fra dengang er \
             bedst, ellers den, I har i dag, men se så hver ændring efter med --dry-run først; eller eksportér en ny projektmappe, og flyt svarene over i den",
            "name the assessment that the file was exported from with --assume-base: a copy from then is \
             best, else today's, but then look at each change with --dry-run first; or export a new workbook and move the answers into it",
        )
        .into_iter()
        .chain(say(
            "er det jeres eget skema, så se, hvad der kan læses, med: risiko import --inspect",
            "if it is a form of your own, see what can be read with: risiko import --inspect",
        ))
        .collect(),
        Fact::FieldCount { .. } => say(
            "se efter et skilletegn for meget eller for lidt; tekst med skilletegn i skal stå i \
             anførselstegn",
            "look for a separator too many or too few; text that holds a separator must stand in \
             quotation marks",
        ),
        Fact::NotUtf8 {} => say(
            "gem igen fra Excel med filtypen \"CSV UTF-8\"",
            "save again from Excel with the file type \"CSV UTF-8\"",
        ),
        Fact::SeveralSheets { .. } => say(
            "slet de ark, der ikke skal læses, eller giv det rigtige sit navn tilbage (i jeres eget skema: skriv navnet under sheet i filen til --map)",
            "delete the sheets that should not be read, or give the right one its name back (in a form of your own: write its name under sheet in the file for --map)",
        ),
        Fact::ColumnVanished { .. } => say(
            "mangler kolonnen ved en fejl, så eksportér igen, og flyt jeres rettelser over i den nye projektmappe",
            "if the column is missing by mistake, export again and move your changes into the new workbook",
        ),
        Fact::SheetVanished { .. } => say(
            "mangler arket ved en fejl, så eksportér igen, og flyt jeres rettelser over i den nye projektmappe",
            "if the sheet is missing by mistake, export again and move your changes into the new workbook",
        ),
        Fact::ActionsTwice { .. } => say(
            "skriv handlingerne ét af stederne, og lad det andet stå, som det var",
            "write the actions in one of the places and leave the other as it was",
        ),
        Fact::ActionVanished { .. } => say(
            "skal handlingen væk, så eksportér igen, behold rækken, og tøm handling, ansvarlig og frist i den",
            "if the action should go, export again, keep the row and empty its action, responsible and deadline",
        ),
        Fact::OwnSheetKept { .. } => say(
            "formatering, billeder og formler følger ikke med; behold jeres egen udgave, hvis de betyder noget",
            "formats, pictures and formulas do not come along; keep your own version if they matter",
        ),
        Fact::SheetCopy { .. } => say(
            "er det kopien, der er udfyldt, så flyt svarene til det rigtige ark; slet ellers kopien",
            "if it is the copy that was filled in, move the answers to the right sheet; else delete the copy",
        ),
        Fact::OwnSheetTooLarge { .. } => say(
            "gem arket i en projektmappe for sig selv; det kommer ikke med ved næste eksport",
            "save the sheet in a workbook of its own; it is not in the next export",
        ),
        Fact::TableUnknown { .. } => [
            (
                "behold overskrifterne fra risiko export; de fortæller, hvilken tabel det er",
                "keep the headers from risiko export; they tell which table it is",
            ),
            (
                "er det jeres eget skema, så skriv, hvad kolonnerne indeholder, i en fil til --map; tal til \
                 mange aktiviteter på én gang læses med: risiko assess --batch",
                "if it is a form of your own, say what its columns hold in a file for --map; figures for \
                 many activities at once are read with: risiko assess --batch",
            ),
        ]
        .into_iter()
        .flat_map(|(da, en)| say(da, en))
        .collect(),
        Fact::TableBroken { fault } => {
            let (da, en) = table_broken(*fault);
            say(da, en)
        }
        Fact::MergedCells { .. } => say(
            "ophæv fletningen, skriv det, der skal stå i hver celle, og læs ind igen",
            "unmerge the cells, write what should stand in each, and read it in again",
        ),
        Fact::MacrosPresent {} => say(
            "kender du ikke afsenderen, så spørg jeres it-afdeling, før du åbner den i Excel",
            "if you do not know the sender, ask your IT department before you open it in Excel",
        ),
        Fact::ExternalLinks {} => say(
            "det sidst gemte resultat læses; er det gammelt, så åbn projektmappen i Excel, lad den hente tallene, og gem den",
            "the result that was stored last is read; if it is old, open the workbook in Excel, let it fetch the figures and save it",
        ),
        Fact::TextOutside { .. } => say(
            "flyt det ind i aktivitetens række, fx i \"Bemærkning\", giv kolonnen en overskrift, eller skriv det \
             på et ark for sig selv",
            "move it into the row of the activity, such as to \"Note\", give the column a header, or write it \
             on a sheet of its own",
        ),
        Fact::Conflict { .. } => say(
            "kør igen med --decisions valg.csv: første gang skrives listen, og når kolonnen \"afgørelse\" \
             er udfyldt med fil eller projektmappe, bruges den; ved import også --prefer workbook eller \
             --prefer file for alle på én gang",
            "run again with --decisions choices.csv: the first time the list is written, and once its \
             column \"decision\" says file or workbook, it is used; at import also --prefer workbook or \
             --prefer file for all at once",
        ),
        Fact::DecisionOutdated { .. } => say(
            "slet rækken, eller lad programmet skrive listen på ny med et andet filnavn",
            "delete the row, or let the program write the list anew under another file name",
        ),
        Fact::DecisionUnused { .. } => say(
            "er den ikke en rest fra sidst, så se efter nummer, felt og navnet på projektmappen",
            "if it is no leftover, check the number, the field and the name of the workbook",
        ),
        Fact::ColumnNotTaken { nearest, .. } => guess_or(
            lang,
            nearest.as_deref(),
            "skal den med, så giv overskriften en linje i filen til --map, når det er jeres eget skema, eller skriv det ind med risiko assess",
            "to take it, give the header a line in the file for --map if it is a form of your own, or record it with risiko assess",
        ),
        Fact::RowNotTaken { reason: RowReason::NoActivity | RowReason::Heading, .. } => say(
            "handler rækken om en aktivitet, så skriv dens nummer i den, eller giv navnet en linje under activities i filen til --map",
            "if the row is about an activity, write its number there, or give the name a line under activities in the file for --map",
        ),
        Fact::RowNotTaken { reason: RowReason::NoThreat, .. } => say(
            "skal den med, så skriv truslens nummer på listen, fx T08",
            "to take it, write the number of the threat on the list, such as T08",
        ),
        Fact::RowNotTaken { reason: RowReason::NoValues, .. } => say(
            "er den ikke vurderet, skal intet gøres",
            "if it was not assessed, nothing needs to be done",
        ),
        Fact::CellsDisagree { .. } => say(
            "skriv det samme begge steder, eller tøm den ene celle",
            "write the same in both places, or empty one of the cells",
        ),
        Fact::ThreatsDisagree { .. } => say(
            "en aktivitet har ét tal for hver slags konsekvens; se efter, om det højeste gælder hele aktiviteten",
            "an activity has one figure for each consequence; check that the highest holds for the whole of it",
        ),
        Fact::ThreatsUnmatched { list: None, .. } => say(
            "kør igen med --threats trusler.csv: listen bliver skrevet, og når numrene er udfyldt, bruges den",
            "run again with --threats threats.csv: the list is written, and once its numbers are filled in, it is used",
        ),
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
fn guess_or(lang: Lang, nearest: Option<&str>, da: &str, en: &str) -> Vec<String> {
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
    if let Some((number, label)) = (1_u8..).zip(labels).find(|(_, label)| same(label)) {
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
        let scale: Vec<_> = (1_u8..)
            .zip(labels)
            .map(|(number, label)| format!("{number} = {}", word(lang, label)))
            .collect();
        format!("{}: {}", axis_word(lang, axis), scale.join(", "))
    }]
}

fn syntax(lang: Lang, fault: &SyntaxFault) -> Vec<String> {
    let way = match fault {
        SyntaxFault::Tab => lang.pick(
            "slet tabulatortegnet, og ryk ind med mellemrum",
            "delete the tab character, and indent with blanks",
        ),
        SyntaxFault::MissingColon => lang.pick(
            "skriv nøgle, kolon, mellemrum og værdi; se også linjen før",
            "write key, colon, blank and value; see the line before too",
        ),
        SyntaxFault::UnclosedQuote => {
            lang.pick("luk anførselstegnet, eller slet det", "close the quotation mark or delete it")
        }
        SyntaxFault::SecondColon => lang.pick(
            "sæt teksten i anførselstegn, hvis den har kolon i; ryk ellers linjen ud til de andre",
            "put the text in quotation marks if it holds a colon; else align the line with the others",
        ),
        SyntaxFault::Indentation => lang.pick(
            "ryk linjen, så den begynder lige under de linjer, den hører sammen med",
            "move the line so that it begins right under those it belongs with",
        ),
        SyntaxFault::OpenBracket => lang.pick(
            "luk parentesen, eller sæt teksten i anførselstegn",
            "close the bracket, or put the text in quotation marks",
        ),
        SyntaxFault::AfterQuote => lang.pick(
            "sæt hele teksten i anførselstegn, og skriv to anførselstegn for ét inde i teksten",
            "put the whole text in quotation marks, and write two marks for one inside the text",
        ),
        SyntaxFault::Escape => lang.pick(
            "brug enkelte anførselstegn, når teksten har omvendte skråstreger",
            "use single quotation marks where the text holds backslashes",
        ),
        SyntaxFault::Character(_) => {
            lang.pick("sæt teksten i anførselstegn", "put the text in quotation marks")
        }
        SyntaxFault::Other => lang.pick(
            "se efter skæv indrykning, et manglende anførselstegn eller et manglende kolon, også på linjen før",
            "look for crooked indentation, a missing quotation mark or a missing colon, also in the line before",
        ),
    };
    vec![way.to_owned()]
}

fn wrong_type(lang: Lang, expected: &str) -> Vec<String> {
    let way = match expected {
        "date" => lang.pick(
            "skriv år, måned og dag, for eksempel 2026-12-31",
            "write year, month and day, such as 2026-12-31",
        ),
        "number" => lang.pick(
            "skriv tallet med punktum, fx 12.5",
            "write the number with a point, such as 12.5",
        ),
        "whole number" => lang.pick(
            "skriv tallet alene, uden komma og enhed, for eksempel 4",
            "write the number alone, without decimals or unit, such as 4",
        ),
        "list" => lang.pick(
            "skriv hvert punkt på sin egen linje med \"- \" foran",
            "write each item in a line of its own with \"- \" in front",
        ),
        "map" => lang.pick(
            "skriv \"nøgle: værdi\" på linjer under hinanden med samme indrykning",
            "write \"key: value\" in lines below each other with the same indentation",
        ),
        "text" => lang.pick(
            "skriv teksten efter kolon på samme linje",
            "write the text after the colon in the same line",
        ),
        _ => return Vec::new(),
    };
    vec![way.to_owned()]
}

fn table_broken(fault: TableFault) -> (&'static str, &'static str) {
    match fault {
        TableFault::OpenQuote => (
            "hent filen igen; er den rettet i hånden, så skriv et anførselstegn inde i en tekst to gange",
            "fetch the file again; if it was edited by hand, write a quotation mark inside a text twice",
        ),
        TableFault::CutOff => (
            "hent filen igen, eller eksportér en ny med: risiko export FIL -o tabeller.json",
            "fetch the file again, or export a new one with: risiko export FILE -o tables.json",
        ),
        TableFault::Syntax => (
            "se efter et komma, en parentes eller et anførselstegn for meget eller for lidt",
            "look for a comma, a bracket or a quotation mark too many or too few",
        ),
        TableFault::NoTables => (
            "den skal have \"schema\": \"risiko.tables/1\" og mindst én af listerne activities, threats og \
             actions; lav en med: risiko export FIL -o tabeller.json",
            "it must have \"schema\": \"risiko.tables/1\" and at least one of the lists activities, threats \
             and actions; make one with: risiko export FILE -o tables.json",
        ),
        TableFault::NoList | TableFault::NoObject => (
            "se formen i en ny eksport: risiko export FIL -o tabeller.json",
            "see the form in a new export: risiko export FILE -o tables.json",
        ),
        TableFault::NoTexts => (
            "skriv [\"den ene\", \"den anden\"], også når der kun er én",
            "write [\"one\", \"another\"], also where there is only one",
        ),
        TableFault::NoValue => (
            "skriv niveauer som tal, datoer som \"2026-12-31\" og null, hvor der intet skal stå",
            "write levels as numbers, dates as \"2026-12-31\" and null where nothing should stand",
        ),
        TableFault::KeyMissing => (
            "skriv null, hvor der intet skal stå; skal feltet ikke røres, så tag nøglen ud af alle rækker",
            "write null where nothing should stand; if the field is to stay as it is, take the key out of \
             all rows",
        ),
    }
}

fn yaml_limit(lang: Lang, what: &str) -> Vec<String> {
    let way = match what {
        "documents" => lang.pick(
            "slet linjen med ---, eller gem hver del i sin egen fil",
            "delete the line with ---, or save each part in a file of its own",
        ),
        "anchors" => lang.pick(
            "skriv værdien helt ud; begynder en tekst med & eller *, skal den stå i anførselstegn",
            "write the value in full; a text that begins with & or * must stand in quotation marks",
        ),
        "depth" => lang.pick(
            "se efter indrykning, der vokser uden grund",
            "look for indentation that grows for no reason",
        ),
        _ => {
            let normal = count(lang, 15_000);
            return vec![match lang {
                Lang::Da => format!(
                    "se efter, om det er den rigtige fil; en fuld vurdering har cirka {normal} \
                     værdier"
                ),
                Lang::En => format!(
                    "check that it is the right file; a full assessment has about {normal} values"
                ),
            }];
        }
    };
    vec![way.to_owned()]
}
