//! What to do about minutes.

use super::Ways;

pub(super) const NONE: Ways =
    ("hold et møde med: risiko assess --meeting", "hold a meeting with: risiko assess --meeting");

pub(super) const ONLY_TODAY: Ways = (
    "dagens møde går videre uden --continue: risiko assess --meeting",
    "today's meeting goes on without --continue: risiko assess --meeting",
);

pub(super) const OF_OTHER: Ways = (
    "er filen omdøbt eller flyttet, så læg den hos den vurdering, mødet handlede om",
    "if the file was renamed or moved, put it beside the assessment that the meeting was about",
);

pub(super) const NO_SCREEN: Ways = (
    "kør kommandoen direkte i et terminalvindue, ikke i et script",
    "run the command in a terminal window itself, not in a script",
);
