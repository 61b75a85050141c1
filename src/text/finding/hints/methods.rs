//! Ways out of what is wrong with a method.

use super::Ways;

pub(super) const MATRIX_GAP: Ways = (
    "hver række er ét niveau af konsekvens, nummereret fra 1, og har ét risikoniveau for \
             hvert niveau af sandsynlighed",
    "each row is one level of consequence, numbered from 1, and holds one band for each \
             level of likelihood",
);

pub(super) const UNREACHABLE_BAND: Ways = (
    "slet risikoniveauet, eller sæt det ind i de celler, hvor det hører til",
    "delete the band, or put it into the cells where it belongs",
);

pub(super) const NOT_MONOTONE: Ways = (
    "ret den ene af de to celler, så niveauet aldrig falder mod højre eller nedad",
    "correct one of the two cells, so that the band never drops to the right or downwards",
);

pub(super) const LEGEND_DISAGREES: Ways = (
    "matricen gælder; lad signaturforklaringen stå, hvis den er trykt sådan i kilden",
    "the matrix holds; leave the legend as it is if the source prints it so",
);

pub(super) const LARGER_PRODUCT_LOWER_BAND: Ways = (
    "intet skal rettes, hvis kilden er sådan; sammenlign aldrig risici på produktet alene",
    "nothing to correct if the source is so; never compare risks by the product alone",
);

pub(super) const WITNESS_DISAGREES: Ways = (
    "slå cellen op i kilden; måske er rækker og kolonner byttet om",
    "look the cell up in the source; rows and columns may be swapped",
);

pub(super) const WITNESS_MISSING: Ways = (
    "skriv to celler fra kilden under \"witnesses\" med ord, konsekvens, sandsynlighed og \
             risikoniveau",
    "write two cells from the source under \"witnesses\" with words, consequence, \
             likelihood and band",
);

pub(super) const SYMMETRY_WRONG: Ways = (
    "ret cellen, eller sæt \"symmetric\" til false og tilføj vidneceller",
    "correct the cell, or set \"symmetric\" to false and add witness cells",
);

pub(super) const INVALID_SCALE: Ways = (
    "skriv niveauerne i rækkefølge: level 1, 2, 3 og så videre",
    "write the levels in order: level 1, 2, 3 and so on",
);

pub(super) const INVALID_BANDS: Ways = (
    "skriv det mildeste risikoniveau først med rank 1",
    "write the mildest band first, with rank 1",
);

pub(super) const WITNESS_GUARDS_NOTHING: Ways = (
    "vælg en celle, hvis spejl (konsekvens og sandsynlighed byttet om) har et andet \
             risikoniveau",
    "choose a cell whose mirror (consequence and likelihood swapped) has another band",
);
