//! Help of every command and flag.

use super::Lang;

/// What a command does, in one line; `path` is the words after `risiko`.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one exhaustive list of texts")]
pub fn about(lang: Lang, path: &str) -> Option<&'static str> {
    Some(match path {
        "" => lang.pick(
            "Vurderer risikoen ved de personoplysninger, en kommune behandler: fra katalog til vurdering, Excel og risikobillede",
            "Assesses the risk of the personal data that a municipality holds: from catalogue to assessment, Excel and risk picture",
        ),
        "init" => lang.pick(
            "Opretter en ny vurdering med alle aktive behandlingsaktiviteter",
            "Creates a new assessment with every active processing activity",
        ),
        "assess" => lang.pick(
            "Skriver vurderinger: konsekvens, sandsynlighed, trusler, håndtering og restrisiko",
            "Records assessments: consequence, likelihood, threats, treatment and residual risk",
        ),
        "list" => lang.pick(
            "Viser aktiviteterne med risikoniveau",
            "Lists the activities with their bands",
        ),
        "show" => lang.pick(
            "Forklarer en aktivitets risikoniveau: hvert tal, dets begrundelse og hvad der ville flytte det",
            "Explains an activity's band: every figure, its reason and what would move it",
        ),
        "matrix" => lang.pick(
            "Viser risikobilledet: aktiviteterne i matricen, nu og med restrisiko",
            "Shows the risk picture: the activities in the matrix, current and residual",
        ),
        "check" => lang.pick(
            "Gennemgår vurderingen og viser alle fund",
            "Checks the assessment and shows every finding",
        ),
        "explain" => lang.pick(
            "Forklarer et fund ud fra dets kode",
            "Explains a finding by its code",
        ),
        "export" => lang.pick(
            "Skriver vurderingen som en Excel-projektmappe, eller dens tabeller som CSV eller JSON",
            "Writes the assessment as an Excel workbook, or its tables as CSV or JSON",
        ),
        "import" => lang.pick(
            "Læser en udfyldt projektmappe eller tabel tilbage i vurderingen",
            "Reads a filled-in workbook or table back into the assessment",
        ),
        "merge" => lang.pick(
            "Samler flere udfyldte projektmapper i vurderingen, fx én fra hver forvaltning",
            "Brings several filled-in workbooks together in the assessment, such as one per department",
        ),
        "diff" => lang.pick(
            "Sammenligner to vurderinger: hvor kommuner eller år er uenige, og om det er skøn eller kun metode",
            "Compares two assessments: where municipalities or years disagree, and whether by judgement or only by method",
        ),
        "merge-driver" => lang.pick(
            "Fletter to grenes ændringer af en vurdering felt for felt; git kalder den selv",
            "Merges two branches' changes of an assessment field by field; git calls it by itself",
        ),
        "benchmark" => lang.pick(
            "Lægger mange kommuners vurderinger side om side: hvor de er enige, hvem der skiller sig ud, og hvor vi selv ligger",
            "Lays many municipalities' assessments side by side: where they agree, who stands out, and where we stand",
        ),
        "share" => lang.pick(
            "Skriver en fil med tal og metode, som kan sendes til en anden kommune, uden begrundelser og navne",
            "Writes a file of figures and method that can be sent to another municipality, without reasons and names",
        ),
        "approve" => lang.pick(
            "Skriver ned, at en navngiven person accepterer risikoen, som den er; ændres svaret, skal den accepteres igen",
            "Records that a named person accepts the risk as it stands; if the answer changes, it must be accepted again",
        ),
        "verify" => lang.pick(
            "Efterprøver underskriften på en vurdering og dens journal, et katalog eller en anden fil: hvem, hvornår, og om noget er ændret siden",
            "Checks the signature of an assessment and its journal, a catalogue or another file: who, when, and whether anything was changed since",
        ),
        "key" => lang.pick("Nøgler til at underskrive med", "Keys to sign with"),
        "key new" => lang.pick(
            "Laver et nøglepar: den hemmelige nøgle NAVN.key og den offentlige NAVN.pub",
            "Makes a key pair: the secret key NAME.key and the public one NAME.pub",
        ),
        "catalog sign" => lang.pick(
            "Underskriver hver fil i et katalog, så andre kan se, at det er det, der blev udgivet",
            "Signs every file of a catalogue, so that others can see that it is the one released",
        ),
        "history" => lang.pick(
            "Viser journalen: hvem der ændrede hvad, hvornår og hvordan, det nyeste først",
            "Shows the journal: who changed what, when and how, the newest first",
        ),
        "undo" => lang.pick(
            "Tager den seneste ændring tilbage, eller så mange, som I siger",
            "Takes the latest change back, or as many as you say",
        ),
        "redo" => lang.pick(
            "Gentager ændringer, der er taget tilbage",
            "Makes changes again that were taken back",
        ),
        "minutes" => lang.pick(
            "Skriver referatet af et møde: hvem, hvad er gennemgået og besluttet, og hvad er tilbage",
            "Writes the minutes of a meeting: who, what was gone through and decided, and what is left",
        ),
        "report" => lang.pick(
            "Skriver en rapport til direktionen, byrådet, et fagområde eller DPO'en, eller fortegnelsen efter artikel 30",
            "Writes a report for the board, the council, an area or the DPO, or the record under article 30",
        ),
        "upgrade" => lang.pick(
            "Fører vurderingen over til en ny version af kataloget uden at ændre svarene",
            "Takes the assessment to a new version of the catalogue without changing answers",
        ),
        "method" => lang.pick(
            "Metoder: skalaer, matrix og risikoniveauer",
            "Methods: scales, matrix and bands",
        ),
        "catalog" => lang.pick(
            "Kataloget: aktiviteter, trusler, foranstaltninger og love",
            "The catalogue: activities, threats, measures and laws",
        ),
        "catalog list" => lang.pick(
            "Viser aktiviteter, trusler, foranstaltninger eller love",
            "Lists activities, threats, measures or laws",
        ),
        "catalog show" => lang.pick(
            "Viser en post i sin helhed, fx 74, T07, M12 eller barnets lov",
            "Shows an entry in full, such as 74, T07, M12 or barnets lov",
        ),
        "catalog search" => lang.pick(
            "Søger i kataloget, også med bøjede og sammensatte ord",
            "Searches the catalogue, also for inflected and compound words",
        ),
        "catalog kle" => lang.pick(
            "Viser, hvilken aktivitet et KLE-emne eller en KLE-gruppe hører til",
            "Shows which activity a KLE topic or a KLE group belongs to",
        ),
        "catalog check" => lang.pick(
            "Kontrollerer et katalog: henvisninger, huller, tekster, emner og lås",
            "Checks a catalogue: references, gaps, texts, topics and lock",
        ),
        "catalog schema" => lang.pick(
            "Viser JSON Schema for en slags fil, så en editor kan hjælpe med at skrive den",
            "Prints the JSON Schema of a kind of file, so that an editor can help to write it",
        ),
        "catalog diff" => lang.pick(
            "Viser, hvad der er forskelligt i to kataloger, og hvilke svar der bør ses igen",
            "Shows what differs between two catalogues, and which answers need a look",
        ),
        "catalog import" => lang.pick(
            "Læser kommunens eget eksemplar af KL's skema ind som et lokalt katalog",
            "Reads the municipality's own copy of KL's workbook as a local catalogue",
        ),
        "catalog lock" => lang.pick(
            "Låser en ny version af et katalog, så den ikke kan ændres ubemærket",
            "Locks a new version of a catalogue so that it cannot change unnoticed",
        ),
        "method list" => lang.pick("Viser de metoder, der følger med", "Lists the methods shipped"),
        "method show" => lang.pick(
            "Viser en metodes skalaer, matrix og niveauer",
            "Shows a method's scales, matrix and bands",
        ),
        "method check" => lang.pick(
            "Kontrollerer en metode: huller, spring og uenighed med den trykte signaturforklaring",
            "Checks a method: gaps, jumps and disagreement with its printed legend",
        ),
        "method preview" => lang.pick(
            "Viser, hvad der ville skifte farve med en anden metode",
            "Shows what would change colour under another method",
        ),
        _ => return None,
    })
}

/// What an argument means; `id` is its name without dashes.
#[must_use]
pub fn argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    catalogue_argument(lang, path, id)
        .or_else(|| comparing_argument(lang, path, id))
        .or_else(|| outgoing_argument(lang, path, id))
        .or_else(|| incoming_argument(lang, path, id))
        .or_else(|| report_argument(lang, path, id))
        .or_else(|| benchmark_argument(lang, path, id))
        .or_else(|| merge_driver_argument(lang, path, id))
        .or_else(|| signature_argument(lang, path, id))
        .or_else(|| meeting_argument(lang, path, id))
        .or_else(|| journal_argument(lang, path, id))
        .or_else(|| shared_argument(lang, path, id))
        .or_else(|| assess_argument(lang, id))
}

/// Arguments of `benchmark` that are not those of `diff`.
fn benchmark_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("benchmark", "files") => lang.pick(
            "Kommunernes filer: vurderinger (.risiko.yml), projektmapper (.xlsx) eller delte filer, eller mapper med dem; gerne flere runder",
            "The municipalities' files: assessments (.risiko.yml), workbooks (.xlsx) or shared files, or folders of them; several rounds if you like",
        ),
        ("benchmark", "own") => lang.pick(
            "Vores egen fil: viser, hvor vi ligger blandt de andre",
            "Our own file: shows where we stand among the others",
        ),
        ("benchmark", "anonymous") => lang.pick(
            "Uden navne og begrundelser, så resultatet kan gives videre; kræver mindst fem kommuner",
            "Without names and reasons, so that the result can be passed on; needs at least five municipalities",
        ),
        ("benchmark", "method") => lang.pick(
            "Den metode, alle læses gennem [standard: vores egen, ellers den, flest bruger]",
            "The method that all are read through [default: our own, else the one that most use]",
        ),
        ("benchmark", "activity") => lang.pick(
            "Kun disse aktiviteter, fx 61,74",
            "Only these activities, such as 61,74",
        ),
        ("benchmark", "top") => lang.pick(
            "Hvor mange aktiviteter og trusler hver liste har: et tal eller all [standard: 10 på skærmen, alle i en fil]",
            "How many activities and threats each list has: a number or all [default: 10 on screen, all in a file]",
        ),
        _ => return None,
    })
}

/// Arguments of `merge-driver`.
fn merge_driver_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("merge-driver", "base") => lang.pick(
            "Filen, før grenene skiltes (%O); tom, hvor begge har tilføjet den",
            "The file before the branches parted (%O); empty where both added it",
        ),
        ("merge-driver", "ours") => {
            lang.pick("Filen på vores gren (%A); her skrives resultatet", "The file on our branch (%A); the result is written here")
        }
        ("merge-driver", "theirs") => {
            lang.pick("Filen på den anden gren (%B)", "The file on the other branch (%B)")
        }
        ("merge-driver", "path") => lang.pick(
            "Hvor filen hører til i mappen (%P); kommunens eget katalog findes ved siden af",
            "Where the file belongs (%P); the municipality's own catalogue is found beside it",
        ),
        ("merge-driver", "prefer") => lang.pick(
            "Hvem der har ret, hvor begge grene har ændret et felt: ours (vores) eller theirs (deres)",
            "Who is right where both branches changed a field: ours or theirs",
        ),
        _ => return None,
    })
}

/// Arguments of the commands about the journal.
fn journal_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("history", "targets") => lang.pick(
            "Vurderingen, og aktiviteter, hvis ændringer skal vises [standard: alle]",
            "The assessment, and activities whose changes to show [default: all]",
        ),
        ("history", "since") => lang
            .pick("Kun fra denne dag, fx 2026-11-01", "Only from this day on, such as 2026-11-01"),
        ("undo", "targets") => lang.pick(
            "Vurderingen, og hvor mange ændringer der skal tages tilbage [standard: 1]",
            "The assessment, and how many changes to take back [default: 1]",
        ),
        ("redo", "targets") => lang.pick(
            "Vurderingen, og hvor mange ændringer der skal gentages [standard: 1]",
            "The assessment, and how many changes to make again [default: 1]",
        ),
        ("check", "journal") => lang.pick(
            "Kun journalen: om en linje er ændret, mangler eller er flyttet",
            "Only the journal: whether a line was changed, is missing or was moved",
        ),
        _ => return None,
    })
}

/// Arguments about signatures and keys.
fn signature_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("approve", "sign") => lang.pick(
            "Underskriv vurderingen og dens journal bagefter med denne hemmelige nøgle (risiko key new laver en)",
            "Sign the assessment and its journal afterwards with this secret key (risiko key new makes one)",
        ),
        ("verify", "files") => lang.pick(
            "Vurderinger, mapper med kataloger eller andre filer [standard: vurderingen i mappen]",
            "Assessments, folders of catalogues or other files [default: the assessment in the folder]",
        ),
        ("verify", "key") => lang.pick(
            "Kun denne offentlige nøgle gælder (kan gentages) [standard: *.pub ved siden af filen]",
            "Only this public key counts (may be repeated) [default: *.pub beside the file]",
        ),
        ("key new", "name") => lang.pick(
            "Navnet på de to filer, fx ida-holm; det må stå i en anden mappe",
            "Name of the two files, such as ida-holm; it may stand in another folder",
        ),
        ("key new", "no_password") => lang.pick(
            "Uden adgangskode, til scripts; så kan enhver, der har filen, underskrive",
            "Without a password, for scripts; whoever has the file can then sign",
        ),
        ("catalog sign", "folder") => lang.pick("Mappe med kataloget", "Folder of the catalogue"),
        ("catalog sign", "key") => lang.pick("Den hemmelige nøgle", "The secret key"),
        _ => return None,
    })
}

/// Arguments of meetings and their minutes.
fn meeting_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("assess", "meeting") => lang.pick(
            "Hold møde: dagsordenen er de aktiviteter, der er valgt, ellers dem, der ikke er færdige",
            "Hold a meeting: the agenda is the activities chosen, else those that are not done",
        ),
        ("assess", "red_first") => lang.pick(
            "Dagsorden: først det, der skal håndteres, så det, der er for sent set igen, så det ældst vurderede",
            "Agenda: first what must be treated, then what is overdue for review, then what was assessed longest ago",
        ),
        ("assess", "leftover") => lang.pick(
            "Dagsorden: det, forrige møde ikke nåede eller efterlod som et åbent spørgsmål",
            "Agenda: what the meeting before did not get to or left as an open question",
        ),
        ("assess", "present") => lang.pick(
            "Hvem er til stede, fx \"Mette (DPO), Jens\"; kan også skrives undervejs",
            "Who is present, such as \"Mette (DPO), Jens\"; may be written later, too",
        ),
        ("minutes", "file") => lang.pick(
            "Vurderingen eller referatet [standard: den eneste *.risiko.yml i mappen, seneste møde]",
            "The assessment or the minutes [default: the only *.risiko.yml in the folder, latest meeting]",
        ),
        ("minutes", "date") => lang.pick(
            "Mødet fra denne dag, fx 2026-11-26 [standard: det seneste]",
            "The meeting of this day, such as 2026-11-26 [default: the latest]",
        ),
        _ => return None,
    })
}

/// Arguments of the commands that compare.
fn comparing_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("assess", "blind") => lang.pick(
            "Vurder for dig selv: svarene gemmes i din egen fil uden at vise andres",
            "Assess by yourself: the answers go to a file of your own without showing those of others",
        ),
        ("benchmark", "skip_broken") => lang.pick(
            "Gå videre uden de filer, der ikke kan bruges; de bliver nævnt og talt",
            "Go on without the files that cannot be used; they are named and counted",
        ),
        ("diff", "files") => lang.pick(
            "To filer: vurderinger (.risiko.yml), projektmapper (.xlsx) eller delte filer; med én fil sammenlignes den med mappens vurdering",
            "Two files: assessments (.risiko.yml), workbooks (.xlsx) or shared files; with one file, it is compared with the folder's assessment",
        ),
        ("diff", "method") => lang.pick(
            "Den metode, begge læses gennem [standard: den førstes]",
            "The method that both are read through [default: the first one's]",
        ),
        ("diff" | "benchmark", "levels") => lang.pick(
            "Fil, der siger, hvilke niveauer der svarer til hinanden i to metoder af forskellig størrelse (.yml)",
            "File that says which levels correspond in two methods of different size (.yml)",
        ),
        ("diff", "earlier") => lang.pick(
            "Tidligere runde fra samme kommune: viser, hvor længe et svar har stået uændret",
            "Earlier round of the same municipality: shows for how long an answer has stood unchanged",
        ),
        ("diff", "only") => lang.pick(
            "Kun disse: raised (højere), lowered (lavere), judgement (skøn), scale-only (kun metoden), coverage (kun den ene), catalogue (udgangsværdier) eller not-comparable (kan ikke sammenlignes)",
            "Only these: raised, lowered, judgement, scale-only, coverage, catalogue or not-comparable",
        ),
        ("diff", "activity") => lang.pick(
            "Kun disse aktiviteter, forklaret i detaljer, fx 61,74",
            "Only these activities, explained in full, such as 61,74",
        ),
        ("diff", "min_steps") => lang.pick(
            "Kun forskelle på mindst så mange risikoniveauer",
            "Only differences of at least so many bands",
        ),
        ("diff", "top") => lang.pick(
            "Hvor mange forskelle der står i tabellen: et tal eller all [standard: 20 på skærmen, alle i en fil]",
            "How many differences the table has: a number or all [default: 20 on screen, all in a file]",
        ),
        ("diff", "explain") => lang.pick(
            "Hvor mange forskelle der forklares i detaljer: et tal eller all [standard: 3 på skærmen, alle i en fil]",
            "How many differences are explained in full: a number or all [default: 3 on screen, all in a file]",
        ),
        ("diff", "assessors") => lang.pick(
            "Filerne er flere personers svar, givet hver for sig: vis, hvad der er værd at mødes om",
            "The files are several people's answers, given apart: show what is worth a meeting",
        ),
        ("diff", "textconv") => lang.pick(
            "Skriv én fil som almindelige linjer, så git diff kan vise, hvad der er ændret",
            "Print one file as plain lines, so that git diff can show what changed",
        ),
        ("diff" | "benchmark" | "minutes", "format") => lang.pick(
            "Form: text, md, html, docx, pdf, xlsx, json eller csv [standard: filens endelse, ellers text]",
            "Form: text, md, html, docx, pdf, xlsx, json or csv [default: the ending of the file, else text]",
        ),
        _ => return None,
    })
}

/// Arguments of `report`.
fn report_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    if path != "report" {
        return None;
    }
    Some(match id {
        "format" => lang.pick(
            "Form: text, md, html, docx, pptx, pdf, xlsx, json eller csv [standard: filens endelse, ellers text]",
            "Form: text, md, html, docx, pptx, pdf, xlsx, json or csv [default: the ending of the file, else text]",
        ),
        "reader" => lang.pick(
            "Hvem den er til: direktion, byraad, fagomraade, dpo eller art30",
            "Whom it is for: direktion (board), byraad (council), fagomraade (an area), dpo or art30 (the record)",
        ),
        "area" => lang.pick(
            "Kun dette område, med nøgle eller navn, fx skole-unge",
            "Only this area, by key or name, such as skole-unge",
        ),
        "since" => lang.pick(
            "Sidste runde: rapporten siger, hvad der er ændret, og hvorfor",
            "The last round: the report says what has changed, and why",
        ),
        "against" => lang.pick(
            "En anden kommunes vurdering, projektmappe eller delefil, eller JSON fra risiko benchmark",
            "Another municipality's assessment, workbook or exchange file, or JSON of risiko benchmark",
        ),
        "levels" => lang.pick(
            "Hvilke niveauer der svarer til hinanden, når de andre bruger en anden metode (.yml)",
            "Which levels correspond where the others use another method (.yml)",
        ),
        "as_of" => lang.pick(
            "Dagen, rapporten gøres op, ÅÅÅÅ-MM-DD [standard: i dag]",
            "Day that the report is made up for, YYYY-MM-DD [default: today]",
        ),
        "template" => lang.pick(
            "Mappe med kommunens egne ord, farve og logo",
            "Folder with the municipality's own words, colour and logo",
        ),
        "verify" => lang.pick(
            "Kontrollér, at en rapport siger det, vurderingen siger, og ikke er ændret",
            "Check that a report says what the assessment says, and is unchanged",
        ),
        "list_templates" => lang.pick(
            "Vis, hvem en rapport kan være til, og hvilke tekster der kan skrives om",
            "Show whom a report can be for, and which texts can be written anew",
        ),
        "export_templates" => lang.pick(
            "Skriv alle tekster i en fil i denne mappe, klar til at rette",
            "Write all texts to a file in this folder, ready to edit",
        ),
        _ => return None,
    })
}

/// Arguments about catalogues that are not those of other commands.
fn catalogue_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("catalog import", "force") => {
            lang.pick("Erstat det, der er læst ind før", "Replace what was read before")
        }
        ("catalog import", "workbook") => lang.pick(
            "KL's skema, som kommunen har det (.xlsx eller .ods)",
            "KL's workbook as the municipality has it (.xlsx or .ods)",
        ),
        ("catalog schema", "kind") => lang.pick(
            "Slags fil, fx assessment, local, mapping eller activities",
            "Kind of file, such as assessment, local, mapping or activities",
        ),
        ("catalog diff", "old") => {
            lang.pick("Mappe med kataloget før", "Folder of the catalogue before")
        }
        ("catalog diff", "new") => lang.pick(
            "Mappe med kataloget nu [standard: det, der følger med]",
            "Folder of the catalogue now [default: the one shipped]",
        ),
        ("upgrade", "catalog_version") => lang.pick(
            "Den version, vurderingen skal have; stopper, hvis den ikke er her",
            "The version to go to; stops where it is not here",
        ),
        ("approve", "activity") => {
            lang.pick("Disse aktiviteter, fx 61,74,A", "These activities, such as 61,74,A")
        }
        ("approve", "all") => {
            lang.pick("Alle aktiviteter, kommunen har", "Every activity that the municipality has")
        }
        ("approve", "name") => {
            lang.pick("Navnet på den, der accepterer", "Name of whoever accepts")
        }
        ("approve", "role") => {
            lang.pick("Vedkommendes stilling, fx Direktør", "Their role, such as Director")
        }
        ("approve", "until") => lang.pick(
            "Til og med hvilken dag, ÅÅÅÅ-MM-DD [standard: til næste runde]",
            "Until and with which day, YYYY-MM-DD [default: until the next round]",
        ),
        ("approve", "as_of") => lang.pick(
            "Dagen, den bliver accepteret, ÅÅÅÅ-MM-DD [standard: i dag]",
            "Day of the acceptance, YYYY-MM-DD [default: today]",
        ),
        ("upgrade", "refresh") => lang.pick(
            "Hent også nye udgangsværdier, hvor ingen har bekræftet de gamle",
            "Also take new starting values where nobody has confirmed the old",
        ),
        _ => return None,
    })
}

fn outgoing_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("export", "activities") => lang.pick("Kun disse aktiviteter, fx 61,74,A", "Only these activities, such as 61,74,A"),
        ("export", "threats") => lang.pick(
            "Trusler med en række: suggested (katalogets forslag og de besvarede), all eller rated (kun de besvarede) [standard: suggested]",
            "Threats with a row: suggested (the catalogue's and those answered), all or rated (only those answered) [default: suggested]",
        ),
        ("export", "table") => lang.pick(
            "Hvilken tabel en .csv-fil skal have: activities, threats eller actions",
            "Which table a .csv file holds: activities, threats or actions",
        ),
        ("share", "with") => lang.pick(
            "Tag også dette med: reasons (begrundelser og foranstaltninger med egne ord)",
            "Take this along, too: reasons (reasons, and measures in own words)",
        ),
        ("share", "yes") => lang.pick("Skriv filen uden at spørge; til scripts", "Write the file without asking; for scripts"),
        ("share", "verify") => lang.pick(
            "Læs en delefil, I har fået: er den uændret, og hvad står der i den?",
            "Read an exchange file that you were sent: is it unchanged, and what does it hold?",
        ),
        ("share", "output") => lang.pick("Filens navn [standard: som vurderingen, .risiko-share.json]", "Name of the file [default: as the assessment, .risiko-share.json]"),
        ("export", "blank") => lang.pick("Tomt skema: uden de svar, der allerede er givet", "Empty form: without the answers given so far"),
        _ => return None,
    })
}

fn incoming_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("import", "workbook") => lang.pick(
            "Den udfyldte projektmappe (.xlsx, .xlsm eller .ods) eller tabel (.csv eller .json, med --assume-base)",
            "The filled-in workbook (.xlsx, .xlsm or .ods) or table (.csv or .json, with --assume-base)",
        ),
        ("merge", "workbooks") => lang.pick(
            "De udfyldte projektmapper (.xlsx eller .ods) eller tabeller (.csv eller .json)",
            "The filled-in workbooks (.xlsx or .ods) or tables (.csv or .json)",
        ),
        ("import" | "merge", "decisions") => lang.pick(
            "Liste over konflikter med jeres afgørelser (.csv); findes den ikke, bliver den skrevet, når der er konflikter",
            "List of conflicts with your decisions (.csv); where it does not exist, it is written when there are conflicts",
        ),
        ("import" | "merge", "assume_base") => lang.pick(
            "Den vurdering, filen blev eksporteret fra, når filen ikke selv ved det (CSV og JSON gør det aldrig)",
            "The assessment that the file was exported from, where the file itself does not know (CSV and JSON never do)",
        ),
        ("import" | "merge", "into") => lang.pick("Vurderingen, den skal ind i", "The assessment that it goes into"),
        ("import", "map") => lang.pick(
            "Fil, der siger, hvad kolonnerne i jeres eget skema indeholder (.yml)",
            "File that says what the columns of a form of your own hold (.yml)",
        ),
        ("import", "activity") => lang.pick(
            "Den aktivitet, en risikovurdering fra OS2compliance handler om, fx 74",
            "The activity that an assessment from OS2compliance is about, such as 74",
        ),
        ("import", "threats") => lang.pick(
            "Liste over truslerne fra OS2compliance med katalogets numre, fx T08 (.csv); findes den ikke, bliver den skrevet",
            "List of the threats from OS2compliance with the catalogue's numbers, such as T08 (.csv); where it does not exist, it is written",
        ),
        ("import", "inspect") => lang.pick(
            "Vis kun, hvad projektmappen er, hvad der genkendes, og hvad der ikke kommer med",
            "Show only what the workbook is, what is recognised, and what is left behind",
        ),
        ("import", "format") => lang.pick(
            "Form for --inspect: text eller json [standard: text]",
            "Form of --inspect: text or json [default: text]",
        ),
        ("import", "prefer") => lang.pick(
            "Hvem der har ret, hvor både projektmappe og fil er ændret: workbook eller file",
            "Who is right where both workbook and file were changed: workbook or file",
        ),
        _ => return None,
    })
}

fn shared_argument(lang: Lang, path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        (_, "lang") => lang.pick("Sprog: da eller en [standard: da; også RISIKO_LANG]", "Language: da or en [default: da; also RISIKO_LANG]"),
        (_, "color") => lang.pick("Farver: auto, always eller never [standard: auto]", "Colours: auto, always or never [default: auto]"),
        (_, "catalog") => lang.pick(
            "Mappe med kommunens eget katalog eller et andet katalog [standard: catalog ved siden af vurderingen]",
            "Folder of the municipality's own catalogue or another one [default: catalog beside the assessment]",
        ),
        (_, "quiet") => lang.pick("Skriv kun resultatet og fejl", "Print only the result and errors"),
        (_, "help") => lang.pick("Vis denne hjælp", "Show this help"),
        (_, "version") => lang.pick("Vis programmets version", "Show the program's version"),
        ("explain", "format") => lang.pick("Form: text eller json; listen over alle koder også csv (til Excel) [standard: text]", "Form: text or json; the list of all codes also csv (for Excel) [default: text]"),
        ("catalog show", "format") => lang.pick("Form: text eller json [standard: text]", "Form: text or json [default: text]"),
        (_, "format") => lang.pick("Form: text, json eller csv (til Excel) [standard: text]", "Form: text, json or csv (for Excel) [default: text]"),
        ("init", "output") => lang.pick("Filens navn [standard: <kommune>-<runde>.risiko.yml]", "Name of the file [default: <municipality>-<round>.risiko.yml]"),
        ("export", "output") => lang.pick("Filens navn; endelsen bestemmer formen: .xlsx, .csv eller .json [standard: som vurderingen, .xlsx]", "Name of the file; its ending decides the form: .xlsx, .csv or .json [default: as the assessment, .xlsx]"),
        (_, "output") => lang.pick("Skriv resultatet i en fil i stedet for på skærmen", "Write the result to a file instead of the screen"),
        ("assess" | "import" | "merge" | "merge-driver" | "upgrade" | "approve" | "undo" | "redo", "force") => lang.pick("Skriv, selv om kommentarer i filen går tabt", "Write even though comments in the file are lost"),
        ("catalog lock", "force") => lang.pick("Lås igen, selv om versionen er den samme; kun før den er udgivet", "Lock again although the version is the same; only before it is released"),
        (_, "force") => lang.pick("Overskriv en fil, der findes", "Overwrite a file that exists"),
        (_, "dry_run") => lang.pick("Vis, hvad der ville ske, uden at skrive noget", "Show what would happen without writing anything"),
        ("init", "as_of") => lang.pick("Den dag, vurderingen gælder for, ÅÅÅÅ-MM-DD [standard: i dag]", "The day the assessment holds for, YYYY-MM-DD [default: today]"),
        ("export", "as_of") => lang.pick("Projektmappens dato, ÅÅÅÅ-MM-DD [standard: vurderingens]", "Date of the workbook, YYYY-MM-DD [default: the assessment's]"),
        (_, "as_of") => lang.pick("Kontrollér pr. denne dag, ÅÅÅÅ-MM-DD [standard: i dag]", "Check as of this day, YYYY-MM-DD [default: today]"),
        (_, "fail_on") => lang.pick("Mindste fund, der giver afslutningskode 1: note, warning, error eller never [standard: error]", "Least finding that gives exit code 1: note, warning, error or never [default: error]"),
        ("init", "municipality") => lang.pick("Kommunens navn eller nummer", "Name or code of the municipality"),
        ("init", "round") => lang.pick("Runde [standard: året]", "Round [default: the year]"),
        ("init", "method") => lang.pick("Metode: kl-4x4, standard-4x4, herning-4x4, datatilsynet-4x4 eller en egen fil [standard: kl-4x4]", "Method: kl-4x4, standard-4x4, herning-4x4, datatilsynet-4x4 or a file of your own [default: kl-4x4]"),
        ("init", "perspective") => lang.pick("Medregn også: organisation eller society (kan gentages)", "Also count: organisation or society (may be repeated)"),
        ("init", "numbered_only") => lang.pick("Uden de tværgående aktiviteter A–F", "Without the cross-cutting activities A–F"),
        ("show", "targets") => lang.pick("Vurderingens fil (kan udelades) og aktivitetens nummer, fx 74", "File of the assessment (may be left out) and number of the activity, such as 74"),
        ("matrix", "ids") => lang.pick("Vis aktiviteternes numre i stedet for antal", "Show the activities' numbers instead of counts"),
        ("matrix", "point") => lang.pick("Hvilket billede: current, residual eller both [standard: both]", "Which picture: current, residual or both [default: both]"),
        ("catalog list", "kind") => lang.pick(
            "activities, threats, measures eller laws [standard: activities]",
            "activities, threats, measures or laws [default: activities]",
        ),
        ("catalog show", "entry") => lang.pick("Nummeret på en aktivitet, trussel eller foranstaltning eller navnet på en lov", "Number of an activity, threat or measure, or the name of a law"),
        ("catalog search", "query") => lang.pick("Ord at søge efter; alle skal passe", "Words to search for; all must match"),
        ("catalog kle", "code") => lang.pick("Emne (27.60.14) eller gruppe (27.60)", "Topic (27.60.14) or group (27.60)"),
        ("catalog check", "folder") => lang.pick("Mappe med et katalog [standard: det, der følger med]", "Folder of a catalogue [default: the one shipped]"),
        ("catalog lock", "folder") => lang.pick("Mappe med kataloget", "Folder of the catalogue"),
        ("list" | "catalog list" | "export" | "benchmark", "area") => lang.pick("Kun dette område (kan gentages)", "Only this area (may be repeated)"),
        ("list", "band") => lang.pick("Kun dette risikoniveau, fx høj (kan gentages)", "Only this band, such as high (may be repeated)"),
        ("list", "status") => lang.pick("Kun denne status: not-started, in-progress, assessed, not-applicable", "Only this status: not-started, in-progress, assessed, not-applicable"),
        ("list", "sort") => lang.pick("Rækkefølge: id, risk, residual, title, area eller status [standard: id]", "Order: id, risk, residual, title, area or status [default: id]"),
        ("explain", "code") => lang.pick("Fundets kode, fx ASM105; uden kode vises alle", "Code of the finding, such as ASM105; without one all are listed"),
        ("method show", "method") => lang.pick("Metodens navn eller fil [standard: kl-4x4]", "Name or file of the method [default: kl-4x4]"),
        ("method check", "methods") => lang.pick("Metoders navne eller filer [standard: alle, der følger med]", "Names or files of methods [default: all that are shipped]"),
        ("method preview", "method") => lang.pick("Den metode, tallene skal læses med", "The method to read the figures through"),
        ("list" | "show" | "matrix", "watch") => lang.pick(
            "Bliv på skærmen, og vis igen, når vurderingen eller kataloget ændres; Ctrl-C slutter",
            "Stay on the screen and show again when the assessment or the catalogue changes; Ctrl-C ends",
        ),
        ("list" | "show" | "matrix", "method") => lang.pick("Læs tallene med en anden metode af samme størrelse", "Read the figures through another method of the same size"),
        (_, "file") => lang.pick("Vurderingens fil [standard: den eneste *.risiko.yml i mappen]", "File of the assessment [default: the only *.risiko.yml in the folder]"),
        _ => return None,
    })
}

#[expect(clippy::too_many_lines, reason = "one exhaustive list of texts")]
fn assess_argument(lang: Lang, id: &str) -> Option<&'static str> {
    Some(match id {
        "last" => lang.pick(
            "En tidligere rundes vurdering, vist ved siden af i terminalen; kan gentages",
            "The assessment of an earlier round, shown beside in the terminal; may be repeated",
        ),
        "keys" => lang.pick(
            "Egne taster i terminalen [standard: risiko/keys.yml blandt jeres indstillinger]",
            "Keys of your own in the terminal [default: risiko/keys.yml among your settings]",
        ),
        "plain" => lang.pick(
            "Tegn kun med bogstaver og almindelige tegn, for enkle terminaler",
            "Draw with letters and plain signs only, for simple terminals",
        ),
        "others" => lang.pick(
            "Hvad andre kommuner har valgt, vist ved siden af: en fil fra benchmark -o X.json",
            "What other municipalities chose, shown beside: a file from benchmark -o X.json",
        ),
        "guided" => lang.pick(
            "Stil ét spørgsmål ad gangen, i almindelige ord; uden aktiviteter dem, der ikke er færdige",
            "Ask one question at a time, in plain words; without activities those that are not done",
        ),
        "targets" => lang.pick(
            "Vurderingens fil (kan udelades) og aktiviteternes numre, fx 74 75",
            "File of the assessment (may be left out) and numbers of activities, such as 74 75",
        ),
        "area" => lang.pick(
            "Alle aktiviteter i et område, fx skole-unge",
            "Every activity of an area, such as skole-unge",
        ),
        "kle" => lang.pick(
            "Aktiviteten bag et KLE-emne (27.60.14) eller alle i en gruppe (27.60)",
            "The activity behind a KLE topic (27.60.14) or all of a group (27.60)",
        ),
        "batch" => lang.pick(
            "Mange vurderinger på én gang fra en CSV-fil; - er standard-input",
            "Many assessments at once from a CSV file; - is standard input",
        ),
        "threat" => lang.pick(
            "Trussel, fx T07; uden den gælder tallene aktiviteten som helhed",
            "Threat, such as T07; without it the figures are for the activity as a whole",
        ),
        "likelihood" => {
            lang.pick("Sandsynlighed, som tal eller ord", "Likelihood, as number or word")
        }
        "confidentiality" => lang.pick(
            "Konsekvens ved brud på fortrolighed",
            "Consequence of a breach of confidentiality",
        ),
        "integrity" => {
            lang.pick("Konsekvens ved brud på integritet", "Consequence of a breach of integrity")
        }
        "availability" => lang.pick(
            "Konsekvens ved manglende tilgængelighed",
            "Consequence of a loss of availability",
        ),
        "authenticity" => lang
            .pick("Konsekvens ved brud på autenticitet", "Consequence of a breach of authenticity"),
        "organisation" => lang.pick(
            "Konsekvenserne gælder organisationen, ikke den registrerede",
            "The consequences are for the organisation, not the data subject",
        ),
        "society" => lang.pick(
            "Konsekvenserne gælder samfundet, ikke den registrerede",
            "The consequences are for society, not the data subject",
        ),
        "reason" => lang.pick(
            "Begrundelse for de tal, der skrives",
            "Reason for the figures that are recorded",
        ),
        "confirm" => lang.pick(
            "Bekræft katalogets udgangsværdier som kommunens egne",
            "Confirm the catalogue's starting values as the municipality's own",
        ),
        "not_applicable" => lang.pick(
            "Kommunen har ikke aktiviteten; kræver --reason",
            "The municipality does not have the activity; needs --reason",
        ),
        "not_relevant" => lang.pick(
            "Hvorfor truslen ikke er relevant her; kræver --threat",
            "Why the threat is not relevant here; needs --threat",
        ),
        "measures" => lang.pick(
            "Foranstaltning, der findes i dag (kan gentages); erstatter dem, der står",
            "Measure that exists today (may be repeated); replaces the ones there",
        ),
        "treatment" => lang.pick(
            "Håndtering: accept, avoid, share eller mitigate",
            "Treatment: accept, avoid, share or mitigate",
        ),
        "residual_likelihood" => lang.pick(
            "Sandsynlighed, når handlingerne er gennemført",
            "Likelihood when the actions are done",
        ),
        "residual_consequence" => lang.pick(
            "Konsekvens, når handlingerne er gennemført",
            "Consequence when the actions are done",
        ),
        "action" => lang.pick(
            "Handling, der skal gennemføres (kan gentages); erstatter dem, der står",
            "Action to be done (may be repeated); replaces the ones there",
        ),
        "action_owner" => lang.pick("Ansvarlig for handlingen", "Owner of the action"),
        "action_deadline" => {
            lang.pick("Handlingens frist, ÅÅÅÅ-MM-DD", "Deadline of the action, YYYY-MM-DD")
        }
        "owner" => lang.pick("Risikoejer", "Risk owner"),
        "system" => {
            lang.pick("It-system, der bruges til aktiviteten", "IT system used for the activity")
        }
        "processor" => lang.pick(
            "Systemets databehandler; kræver --system",
            "Data processor of the system; needs --system",
        ),
        "max_downtime_hours" => lang.pick(
            "Hvor mange timer systemet højst må være nede; kræver --system",
            "Most hours that the system may be down; needs --system",
        ),
        "status" => lang.pick(
            "Status: not-started, in-progress, assessed eller not-applicable",
            "Status: not-started, in-progress, assessed or not-applicable",
        ),
        "note" => lang.pick("Bemærkning til aktiviteten", "Note on the activity"),
        "assessed_by" => lang.pick("Hvem der har vurderet", "Who assessed"),
        "assessed_on" => {
            lang.pick("Hvornår der er vurderet, ÅÅÅÅ-MM-DD", "When it was assessed, YYYY-MM-DD")
        }
        "review_by" => lang.pick("Næste gennemgang, ÅÅÅÅ-MM-DD", "Next review, YYYY-MM-DD"),
        _ => return None,
    })
}

/// The English word for a value in help and messages; the command line is declared in Danish.
/// `None` where the word is the same.
#[must_use]
pub fn english_placeholder(danish: &str) -> Option<&'static str> {
    Some(match danish {
        "AKTIVITET" => "ACTIVITY",
        "ALVOR" => "SEVERITY",
        "ANTAL" => "NUMBER",
        "BILLEDE" => "PICTURE",
        "DATO" => "DATE",
        "FARVE" => "COLOUR",
        "FIL" => "FILE",
        "FILER" => "FILES",
        "FIL OG AKTIVITET" => "FILE AND ACTIVITY",
        "FIL OG AKTIVITETER" => "FILE AND ACTIVITIES",
        "FORM" => "FORMAT",
        "FÆLLES" => "BASE",
        "VORES" => "OURS",
        "DERES" => "THEIRS",
        "STI" => "PATH",
        "HVAD" => "WHAT",
        "HVEM" => "WHO",
        "KODE" => "CODE",
        "KOMMUNE" => "MUNICIPALITY",
        "MAPPE" => "FOLDER",
        "METODE" => "METHOD",
        "MÅDE" => "HOW",
        "NAVN" => "NAME",
        "NAVNE" => "NAMES",
        "NIVEAU" => "LEVEL",
        "NØGLE" => "KEY",
        "OMRÅDE" => "AREA",
        "NUMMER" => "NUMBER",
        "NUMRE" => "NUMBERS",
        "HVILKE" => "WHICH",
        "ORD" => "WORD",
        "ORDEN" => "ORDER",
        "PERSPEKTIV" => "PERSPECTIVE",
        "POST" => "ENTRY",
        "PROJEKTMAPPE" => "WORKBOOK",
        "SPROG" => "LANGUAGE",
        "TABEL" => "TABLE",
        "TEKST" => "TEXT",
        "TIMER" => "HOURS",
        "TRUSSEL" => "THREAT",
        "ÅR" => "YEAR",
        _ => return None,
    })
}

/// A text with its words for values in the language of the message.
#[must_use]
pub fn with_placeholders(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Da => text.to_owned(),
        Lang::En => english_placeholder(text).map_or_else(
            || {
                let words = text.split(' ').map(|word| english_placeholder(word).unwrap_or(word));
                words.collect::<Vec<_>>().join(" ")
            },
            str::to_owned,
        ),
    }
}

/// Headings of the help pages: usage, commands, arguments, options, placeholder of options and of
/// a command.
#[must_use]
pub fn headings(lang: Lang) -> [&'static str; 6] {
    lang.pick(
        ["Brug:", "Kommandoer", "Argumenter", "Tilvalg", "[TILVALG]", "KOMMANDO"],
        ["Usage:", "Commands", "Arguments", "Options", "[OPTIONS]", "COMMAND"],
    )
}
