//! Ways out of what is wrong with an exchange file.

use super::Ways;

pub(super) const OTHER_FILE: Ways = (
    "en delefil ender på .risiko-share.json og bliver skrevet med: risiko share",
    "an exchange file ends with .risiko-share.json and is written with: risiko share",
);

pub(super) const BROKEN: Ways =
    ("bed afsenderen om at sende filen igen", "ask the sender to send the file again");

pub(super) const CHANGED: Ways = (
    "bed afsenderen om at skrive filen igen og sende den uden at rette i den",
    "ask the sender to write the file again and to send it without editing it",
);

pub(super) const CHANGED_CALL: Ways = (
    "er I i tvivl, så ring og få læst den kontrolsum op, som afsenderen så på skærmen",
    "if in doubt, call and have the checksum read out that the sender saw on the screen",
);

pub(super) const UNKNOWN: Ways = (
    "hent en nyere udgave af risiko, hvis I vil se titlerne",
    "get a newer release of risiko to see the titles",
);

pub(super) const NOT_CONFIRMED: Ways = (
    "tilføj --yes i et script, eller se med --dry-run, hvad filen ville indeholde",
    "add --yes in a script, or see with --dry-run what the file would hold",
);
