//! Ways out of what is wrong with a comparison.

use super::Ways;

pub(super) const NOT_AN_ASSESSMENT: Ways = (
    "brug en .risiko.yml, en projektmappe fra risiko export eller en .risiko-share.json",
    "use a .risiko.yml, a workbook from risiko export, or a .risiko-share.json",
);

pub(super) const NOT_OUR_WORKBOOK: Ways = (
    "kom projektmappen fra risiko export, har den mistet sit skjulte ark: eksportér igen, og flyt svarene over i den nye",
    "if the workbook came from risiko export, it has lost its hidden sheet: export again and move the answers into the new one",
);

pub(super) const EARLIER_OF_OTHER: Ways = (
    "nævn i stedet en tidligere runde af kommunens egen vurdering",
    "name an earlier round of the municipality's own assessment instead",
);

pub(super) const ROUND_NOT_EARLIER: Ways = (
    "nævn en tidligere runde; er de to byttet om, så byt filerne",
    "name an earlier round; if the two are the wrong way round, swap the files",
);

pub(super) const LEVELS_FALL: Ways = (
    "ret tallene, så de stiger eller er ens; udelad et niveau, der ikke har noget modstykke",
    "correct the figures so that they rise or stay level; leave out a level without a counterpart",
);

pub(super) const BRANCH_CONFLICT: Ways = (
    "vores står i filen nu: åbn den, ret feltet, hvis deres er det rigtige, og afslut med git add",
    "ours stands in the file now: open it, correct the field where theirs is right, and finish with git add",
);

pub(super) const BRANCHES_APART: Ways = (
    "hele filen er vores nu, og intet af deres er flettet ind: bliv enige, ret filen, og afslut med git \
     add; deres vises med git show :3:FIL",
    "the whole file is ours now, and nothing of theirs is merged: agree, correct the file, and finish \
     with git add; theirs is shown with git show :3:FILE",
);

pub(super) const TOO_FEW_MUNICIPALITIES: Ways = (
    "nævn flere kommuners filer; to runder af samme kommune sammenlignes med risiko diff",
    "name the files of more municipalities; two rounds of one are compared with risiko diff",
);

pub(super) const TOO_FEW_ASSESSORS: Ways = (
    "nævn en fil for hver person; hver svarer for sig med risiko assess --blind NAVN",
    "name a file for each person; each answers alone with risiko assess --blind NAME",
);

pub(super) const SAME_FILE_TWICE: Ways = (
    "nævn hver persons fil én gang; er det ved en fejl den samme, så find den andens",
    "name each person's file once; if it is the same by mistake, find the other's",
);

pub(super) const FOLDER_WITHOUT_ASSESSMENTS: Ways = (
    "nævn den mappe, som filerne ligger direkte i; mapper i mappen bliver ikke gennemset",
    "name the folder that the files lie in themselves; folders within it are not searched",
);

pub(super) const OTHERS_OF_OTHER_METHOD: Ways = (
    "kør risiko benchmark igen med --method og vurderingens metode, så alle er læst med samme mål",
    "run risiko benchmark again with --method and the assessment's method, so that all are read by the same measure",
);

pub(super) const SAME_ROUND_TWICE: Ways = (
    "nævn kun den ene fil; er det to runder, så ret runden i den ene",
    "name only one of the files; if they are two rounds, correct the round of one",
);
