//! Ways out of what is wrong with a workbook or table that comes in.

use super::Ways;
use crate::finding::TableFault;

pub(super) const NOT_A_WORKBOOK: Ways = (
    "åbn filen i Excel eller LibreOffice uden adgangskode, og gem den som .xlsx",
    "open the file in Excel or LibreOffice without a password and save it as .xlsx",
);

pub(super) const WORKBOOK_LIMIT: Ways = (
    "slet det, der står langt uden for skemaet; hjælper det ikke, så eksportér en ny projektmappe med \
             risiko export, og flyt svarene over i den",
    "delete what stands far outside the form; if that does not help, export a new workbook with \
             risiko export and move the answers into it",
);

pub(super) const SHEET_MISSING: Ways = (
    "giv arket dets navn tilbage (i jeres eget skema: ret navnet i filen til --map), eller eksportér en ny projektmappe med: risiko export",
    "give the sheet its name back (in a form of your own: correct the name in the file for --map), or export a new workbook with: risiko export",
);

pub(super) const COLUMN_MISSING: Ways = (
    "giv kolonnen dens overskrift tilbage (i jeres eget skema: ret overskriften i filen til --map); rækkefølgen er uden betydning",
    "give the column its header back (in a form of your own: correct the header in the file for --map); the order does not matter",
);

pub(super) const UNREADABLE_CELL: Ways = (
    "skriv værdien i cellen i stedet for formlen eller fejlen",
    "write the value into the cell instead of the formula or the error",
);

pub(super) const OWN_ACTIVITY_WITHOUT_TITLE: Ways = (
    "er det jeres egen nye aktivitet, så skriv også titel og område i rækken",
    "if it is a new activity of your own, write its title and area in the row too",
);

pub(super) const ROW_VANISHED: Ways = (
    "skal svaret væk, så markér aktiviteten eller truslen som ikke relevant med en begrundelse",
    "if the answer should go, mark the activity or the threat as not relevant with a reason",
);

pub(super) const ROW_REPEATED: Ways =
    ("behold den rigtige række, og slet den anden", "keep the right row and delete the other");

pub(super) const OTHER_ASSESSMENT: Ways = (
    "vælg den vurdering, som projektmappen er eksporteret fra, med --into; skal svarene over i \
             en anden, så angiv den oprindelige med --assume-base",
    "choose the assessment that the workbook was exported from with --into; to take the answers \
             to another one, name the original with --assume-base",
);

pub(super) const COLUMN_REPEATED: Ways = (
    "slet eller omdøb den kolonne, der ikke skal læses",
    "delete or rename the column that should not be read",
);

pub(super) const FIELD_COUNT: Ways = (
    "se efter et skilletegn for meget eller for lidt; tekst med skilletegn i skal stå i \
             anførselstegn",
    "look for a separator too many or too few; text that holds a separator must stand in \
             quotation marks",
);

pub(super) const NOT_UTF8: Ways = (
    "gem igen fra Excel med filtypen \"CSV UTF-8\"",
    "save again from Excel with the file type \"CSV UTF-8\"",
);

pub(super) const SEVERAL_SHEETS: Ways = (
    "slet de ark, der ikke skal læses, eller giv det rigtige sit navn tilbage (i jeres eget skema: skriv navnet under sheet i filen til --map)",
    "delete the sheets that should not be read, or give the right one its name back (in a form of your own: write its name under sheet in the file for --map)",
);

pub(super) const COLUMN_VANISHED: Ways = (
    "mangler kolonnen ved en fejl, så eksportér igen, og flyt jeres rettelser over i den nye projektmappe",
    "if the column is missing by mistake, export again and move your changes into the new workbook",
);

pub(super) const SHEET_VANISHED: Ways = (
    "mangler arket ved en fejl, så eksportér igen, og flyt jeres rettelser over i den nye projektmappe",
    "if the sheet is missing by mistake, export again and move your changes into the new workbook",
);

pub(super) const ACTIONS_TWICE: Ways = (
    "skriv handlingerne ét af stederne, og lad det andet stå, som det var",
    "write the actions in one of the places and leave the other as it was",
);

pub(super) const ACTION_VANISHED: Ways = (
    "skal handlingen væk, så eksportér igen, behold rækken, og tøm handling, ansvarlig og frist i den",
    "if the action should go, export again, keep the row and empty its action, responsible and deadline",
);

pub(super) const OWN_SHEET_KEPT: Ways = (
    "formatering, billeder og formler følger ikke med; behold jeres egen udgave, hvis de betyder noget",
    "formats, pictures and formulas do not come along; keep your own version if they matter",
);

pub(super) const SHEET_COPY: Ways = (
    "er det kopien, der er udfyldt, så flyt svarene til det rigtige ark; slet ellers kopien",
    "if it is the copy that was filled in, move the answers to the right sheet; else delete the copy",
);

pub(super) const OWN_SHEET_TOO_LARGE: Ways = (
    "gem arket i en projektmappe for sig selv; det kommer ikke med ved næste eksport",
    "save the sheet in a workbook of its own; it is not in the next export",
);

pub(super) const MERGED_CELLS: Ways = (
    "ophæv fletningen, skriv det, der skal stå i hver celle, og læs ind igen",
    "unmerge the cells, write what should stand in each, and read it in again",
);

pub(super) const MACROS_PRESENT: Ways = (
    "kender du ikke afsenderen, så spørg jeres it-afdeling, før du åbner den i Excel",
    "if you do not know the sender, ask your IT department before you open it in Excel",
);

pub(super) const EXTERNAL_LINKS: Ways = (
    "det sidst gemte resultat læses; er det gammelt, så åbn projektmappen i Excel, lad den hente tallene, og gem den",
    "the result that was stored last is read; if it is old, open the workbook in Excel, let it fetch the figures and save it",
);

pub(super) const TEXT_OUTSIDE: Ways = (
    "flyt det ind i aktivitetens række, fx i \"Bemærkning\", giv kolonnen en overskrift, eller skriv det \
             på et ark for sig selv",
    "move it into the row of the activity, such as to \"Note\", give the column a header, or write it \
             on a sheet of its own",
);

pub(super) const COMMENTS_NOT_READ: Ways = (
    "skriv det i \"Bemærkning\" eller i en begrundelse, hvis det skal gemmes",
    "write it in \"Note\" or in a reason if it should be kept",
);

pub(super) const ROW_WITHOUT_ACTIVITY: Ways = (
    "skriv aktivitetens nummer i rækken, eller flyt teksten til et ark for sig selv",
    "write the number of the activity in the row, or move the text to a sheet of its own",
);

pub(super) const OWN_NUMBER_TAKEN: Ways = (
    "er det en anden aktivitet, så giv den et andet nummer; skal titlen rettes, så ret den i kommunens eget \
     katalog",
    "if it is another activity, give it another number; to correct the title, correct it in the \
     municipality's own catalogue",
);

pub(super) const ROWS_ABSENT: Ways = (
    "er filen kun en del af vurderingen, skal intet gøres; se ellers efter, om rækker er slettet",
    "if the file is only a part of the assessment, nothing needs to be done; else look for deleted rows",
);

pub(super) const COMPUTED_CELL_TYPED: Ways = (
    "skal risikoen være en anden, så ret sandsynligheden eller konsekvensen, og skriv hvorfor i begrundelsen; resten regnes ud",
    "if the risk should be another, correct the likelihood or the consequence and say why in the reason; the rest is computed",
);

pub(super) const ACTION_EXTRAS_LOST: Ways = (
    "skal det bevares, så skriv det igen ud for handlingen på arket \"Handlinger\", og ret næste gang handlinger dér",
    "if it should be kept, write it again beside the action on the sheet \"Actions\", and edit actions there next time",
);

pub(super) const CONFLICT: Ways = (
    "kør igen med --decisions valg.csv: første gang skrives listen, og når kolonnen \"afgørelse\" \
             er udfyldt med fil eller projektmappe, bruges den; ved import også --prefer workbook eller \
             --prefer file for alle på én gang",
    "run again with --decisions choices.csv: the first time the list is written, and once its \
             column \"decision\" says file or workbook, it is used; at import also --prefer workbook or \
             --prefer file for all at once",
);

pub(super) const CONFLICT_OF_PEOPLE: Ways = (
    "kør igen med --decisions valg.csv: første gang skrives listen; skriv i kolonnen \"afgørelse\" navnet på \
             den, der har ret, eller det, mødet blev enige om, fx 3, og kør igen",
    "run again with --decisions choices.csv: the first time the list is written; write in its column \
             \"decision\" the name of who is right, or what the meeting agreed on, such as 3, and run again",
);

pub(super) const DECISION_REASON_UNUSED: Ways = (
    "en begrundelse læses her kun ud for en sandsynlighed; skriv den ellers med risiko assess",
    "a reason is read here only beside a likelihood; else record it with risiko assess",
);

pub(super) const DECISION_OUTDATED: Ways = (
    "slet rækken, eller lad programmet skrive listen på ny med et andet filnavn",
    "delete the row, or let the program write the list anew under another file name",
);

pub(super) const DECISION_UNUSED: Ways = (
    "er den ikke en rest fra sidst, så se efter nummer, felt og navnet på projektmappen eller personen",
    "if it is no leftover, check the number, the field and the name of the workbook or the person",
);

pub(super) const ROW_NOT_TAKEN_NO_ACTIVITY: Ways = (
    "handler rækken om en aktivitet, så skriv dens nummer i den, eller giv navnet en linje under activities i filen til --map",
    "if the row is about an activity, write its number there, or give the name a line under activities in the file for --map",
);

pub(super) const ROW_NOT_TAKEN_NO_THREAT: Ways = (
    "skal den med, så skriv truslens nummer på listen, fx T08",
    "to take it, write the number of the threat on the list, such as T08",
);

pub(super) const ROW_NOT_TAKEN_NO_VALUES: Ways =
    ("er den ikke vurderet, skal intet gøres", "if it was not assessed, nothing needs to be done");

pub(super) const CELLS_DISAGREE: Ways = (
    "skriv det samme begge steder, eller tøm den ene celle",
    "write the same in both places, or empty one of the cells",
);

pub(super) const THREATS_DISAGREE: Ways = (
    "en aktivitet har ét tal for hver slags konsekvens; se efter, om det højeste gælder hele aktiviteten",
    "an activity has one figure for each consequence; check that the highest holds for the whole of it",
);

pub(super) const THREATS_UNMATCHED_NO_LIST: Ways = (
    "kør igen med --threats trusler.csv: listen bliver skrevet, og når numrene er udfyldt, bruges den",
    "run again with --threats threats.csv: the list is written, and once its numbers are filled in, it is used",
);

pub(super) const IMPORT_UNKNOWN_ACTIVITY: Ways = (
    "skriv aktivitetens nummer som i kataloget: risiko list",
    "write the number of the activity as in the catalogue: risiko list",
);

pub(super) const IMPORT_UNKNOWN_THREAT: Ways = (
    "skriv truslens nummer som i kataloget: risiko catalog list threats",
    "write the number of the threat as in the catalogue: risiko catalog list threats",
);

pub(super) const COLUMN_NOT_TAKEN: Ways = (
    "skal den med, så giv overskriften en linje i filen til --map, når det er jeres eget skema, eller skriv det ind med risiko assess",
    "to take it, give the header a line in the file for --map if it is a form of your own, or record it with risiko assess",
);

pub(super) const WORKBOOK_NEWER_SCHEMA: Ways =
    ("hent den nyeste udgave af risiko", "get the latest version of risiko");

pub(super) const LOCKED_CELL_CHANGED: Ways = (
    "skriv kun i de lyseblå felter; resten kommer fra kataloget og formlerne",
    "write in the light blue fields only; the rest comes from the catalogue and the formulas",
);

pub(super) const BASELINE_MISSING: Ways = (
    "angiv den vurdering, som filen blev eksporteret fra, med --assume-base: en kopi fra dengang er \
             bedst, ellers den, I har i dag, men se så hver ændring efter med --dry-run først; eller eksportér en ny projektmappe, og flyt svarene over i den",
    "name the assessment that the file was exported from with --assume-base: a copy from then is \
             best, else today's, but then look at each change with --dry-run first; or export a new workbook and move the answers into it",
);

pub(super) const BASELINE_MISSING_OWN_FORM: Ways = (
    "er det jeres eget skema, så se, hvad der kan læses, med: risiko import --inspect",
    "if it is a form of your own, see what can be read with: risiko import --inspect",
);

pub(super) const TABLE_UNKNOWN: Ways = (
    "behold overskrifterne fra risiko export; de fortæller, hvilken tabel det er",
    "keep the headers from risiko export; they tell which table it is",
);

pub(super) const TABLE_UNKNOWN_OWN_FORM: Ways = (
    "er det jeres eget skema, så skriv, hvad kolonnerne indeholder, i en fil til --map; tal til \
                 mange aktiviteter på én gang læses med: risiko assess --batch",
    "if it is a form of your own, say what its columns hold in a file for --map; figures for \
                 many activities at once are read with: risiko assess --batch",
);

pub(super) const COLUMNS_SORTED: Ways = (
    "er kun en del af kolonnerne sorteret, kan svarene stå ud for en forkert aktivitet; se rækken efter",
    "if only some of the columns were sorted, answers may stand beside the wrong activity; check the row",
);

pub(super) fn table_broken(fault: TableFault) -> Ways {
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
