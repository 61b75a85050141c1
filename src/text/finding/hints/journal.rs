//! Ways out of what is wrong with a journal.

use super::Ways;

pub(super) const BROKEN: Ways = (
    "spørg, hvem der har haft filen åben; vurderingen selv er ikke rørt af det",
    "ask who has had the file open; the assessment itself is not touched by this",
);

pub(super) const BACKUP: Ways = (
    "har I en sikkerhedskopi af journalen, så læg den tilbage; ellers fortsætter journalen herfra",
    "if you have a backup of the journal, put it back; otherwise the journal goes on from here",
);

pub(super) const CUT_SHORT: Ways = (
    "programmet eller computeren gik ned; linjen bliver fjernet, næste gang noget gemmes",
    "the program or the computer went down; the line is removed the next time something is saved",
);

pub(super) const OUTSIDE: Ways = (
    "når der gemmes, kommer ændringen i journalen som lavet uden om risiko",
    "on saving, the change enters the journal as made outside risiko",
);

pub(super) const UNFINISHED: Ways = (
    "ændringen bliver skrevet færdig, næste gang noget gemmes",
    "the change is finished the next time something is saved",
);

pub(super) const STEPS: Ways =
    ("se, hvad der er ændret, med: risiko history", "see what was changed with: risiko history");

pub(super) const CHECK: Ways = (
    "se, hvad der er galt, med: risiko check --journal",
    "see what is wrong with: risiko check --journal",
);

pub(super) const NONE: Ways = (
    "journalen begynder, første gang risiko gemmer noget i vurderingen",
    "the journal begins the first time that risiko saves something in the assessment",
);

pub(super) const FINISHED: Ways = (
    "skulle den ikke have været med, så tag den tilbage med: risiko undo",
    "if it should not have been there, take it back with: risiko undo",
);
