//! Ways out of what is wrong with a report or its template.

use super::Ways;

pub(super) const LOGO: Ways = (
    "gem logoet som PNG, højst 1 MB og 4.000 billedpunkter på hver led",
    "save the logo as a PNG of at most 1 MB and 4,000 pixels on each side",
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
