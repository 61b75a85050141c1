//! Ways out of what is wrong with a catalogue.

use super::Ways;

pub(super) const DUPLICATE_CATALOGUE_ID: Ways = (
    "giv den ene et nyt id; et id bruges aldrig igen til noget andet",
    "give one of them a new id; an id is never used again for something else",
);

pub(super) const THREAT_HITS_NOTHING: Ways = (
    "skriv mindst én dimension under \"dimensions\", eller sæt \"rights\" til true",
    "write at least one dimension under \"dimensions\", or set \"rights\" to true",
);

pub(super) const CATALOGUE_FILE_MISSING: Ways = (
    "hent hele kataloget igen, eller peg på den mappe, der har catalog.yml og mappen activities",
    "fetch the whole catalogue again, or name the folder that has catalog.yml and the folder activities",
);

pub(super) const TOPIC_UNCLEAR: Ways = (
    "ret linjen i kle-topics.csv, så emnet står der én gang og ved en aktivitet, der ikke er udgået",
    "correct the line in kle-topics.csv so that the topic stands there once, with an activity that is not retired",
);

pub(super) const ENTRY_INCOMPLETE: Ways = (
    "udfyld feltet; hvad det skal have, står i katalogets README",
    "fill in the field; the catalogue's README says what it needs",
);

pub(super) const BASIS_MISMATCH: Ways = (
    "ret enten grundlaget eller typerne af oplysninger, og skriv hvorfor i note",
    "correct either the legal basis or the kinds of data, and say why in note",
);

pub(super) const THREAT_WITHOUT_MEASURE: Ways = (
    "nævn truslen under \"threats\" i en foranstaltning, der virker på den",
    "name the threat under \"threats\" of a measure that works on it",
);

pub(super) const MEASURE_WITHOUT_THREAT: Ways = (
    "nævn en trussel, der rammer det, foranstaltningen beskytter",
    "name a threat that hits what the measure protects",
);

pub(super) const REPLACEMENT_CYCLE: Ways = (
    "lad den sidste pege på en aktivitet, der ikke er udgået, eller fjern \"replaced-by\"",
    "let the last one name an activity that is not retired, or remove \"replaced-by\"",
);

pub(super) const TEXT_BLEMISH: Ways = ("ret teksten", "correct the text");

pub(super) const CHANGED_WITHOUT_VERSION: Ways = (
    "giv kataloget en ny version i catalog.yml, og kør: risiko catalog lock",
    "give the catalogue a new version in catalog.yml, and run: risiko catalog lock",
);

pub(super) const ID_VANISHED: Ways = (
    "sæt posten ind igen med \"retired\" og \"replaced-by\" eller en note om hvorfor",
    "put the entry back with \"retired\" and \"replaced-by\" or a note that says why",
);

pub(super) const OVERRIDE_EMPTY: Ways = (
    "skriv, hvad der skal være anderledes (title, description, starting-consequence), eller slet rettelsen",
    "write what is to be different (title, description, starting-consequence), or delete the override",
);

pub(super) const KL_ACTIVITY_UNKNOWN: Ways = (
    "hent en nyere udgave af risiko, eller opret den i local.yml som kommunens egen aktivitet (X01–X99)",
    "get a newer version of risiko, or add it to local.yml as the municipality's own activity (X01–X99)",
);

pub(super) const KL_FIGURE_ZERO: Ways =
    ("vurdér konsekvensen selv i vurderingen", "rate the consequence yourself in the assessment");

pub(super) const KL_FIGURE_WITHOUT_DIMENSION: Ways = (
    "sæt krydset i skemaet, og importér igen; indtil da gælder katalogets udgangsværdi",
    "set the cross in the workbook and import again; until then the catalogue's starting value holds",
);

pub(super) const KL_FIGURE_MISSING: Ways = (
    "skriv tallet i skemaet, og importér igen, hvis det burde være der",
    "write the figure in the workbook and import again if it should be there",
);

pub(super) const KL_RETIRED: Ways = (
    "sæt aktiviteten til ikke relevant i vurderingen, hvis opgaven er dækket af en anden",
    "mark the activity as not applicable in the assessment if another one covers the task",
);

pub(super) const KL_ROW_MISSING: Ways = (
    "hent skemaet igen fra KL, hvis rækkerne burde være der",
    "get the workbook from KL again if the rows should be there",
);

pub(super) const DANGLING_REFERENCE: Ways = (
    "ret henvisningen, eller tilføj det, den peger på",
    "correct the reference, or add what it points to",
);

pub(super) const UNKNOWN_KLE_GROUP: Ways =
    ("grupperne står i kle-groups.csv", "the groups stand in kle-groups.csv");

pub(super) const NOT_SORTED: Ways =
    ("flyt posten; listen er sorteret", "move the entry; the list is sorted");
