//! Ways out of what is wrong with a comparison.

use super::Ways;

pub(super) const NOT_AN_ASSESSMENT: Ways = (
    "brug en .risiko.yml, en projektmappe fra risiko export eller en .risiko-share.json",
    "use a .risiko.yml, a workbook from risiko export, or a .risiko-share.json",
);

pub(super) const EARLIER_OF_OTHER: Ways = (
    "nævn kun kommunens egne tidligere runder ved --earlier",
    "name only the municipality's own earlier rounds with --earlier",
);

pub(super) const LEVELS_FALL: Ways = (
    "ret tallene, så de stiger eller er ens; udelad et niveau, der ikke har noget modstykke",
    "correct the figures so that they rise or stay level; leave out a level without a counterpart",
);
