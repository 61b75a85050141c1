//! Ways out of what is wrong with a report or its template.

use super::Ways;

pub(super) const LOGO: Ways = (
    "gem logoet som almindelig PNG (8 bit pr. farve, ikke interlaced), højst 4 MB og 4 millioner billedpunkter",
    "save the logo as an ordinary PNG (8 bits per colour, not interlaced) of at most 4 MB and 4 million pixels",
);

pub(super) const OUTDATED: Ways = (
    "skriv rapporten igen, eller kontrollér med den vurdering, den dag (--as-of) og de samme --since og --against, som den blev skrevet med",
    "write the report again, or check with the assessment, the day (--as-of) and the same --since and --against that it was written with",
);

pub(super) const ALTERED: Ways = (
    "skriv rapporten igen med samme udgave af risiko, samme sprog og samme skabelon, og sammenlign de to",
    "write the report again with the same version of risiko, the same language and the same template, and compare the two",
);

pub(super) const NONE: Ways = (
    "peg på en fil, som risiko report har skrevet",
    "point to a file that risiko report has written",
);

pub(super) const COLOUR_TOO_LIGHT: Ways = (
    "vælg en mørkere af kommunens farver som colour i skabelon.yml",
    "choose a darker one of the municipality's colours as colour in skabelon.yml",
);
