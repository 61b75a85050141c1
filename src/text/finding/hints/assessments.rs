//! Ways out of what is wrong with an assessment.

use super::Ways;

pub(super) const DUPLICATE_ID: Ways = (
    "saml oplysningerne i én blok, og slet den anden",
    "gather the answers in one block and delete the other",
);

pub(super) const OTHER_CATALOGUE: Ways = (
    "tallene er beholdt, som de står; se, hvad der er anderledes, med: risiko upgrade \
             --dry-run",
    "the figures are kept as they stand; see what differs with: risiko upgrade --dry-run",
);

pub(super) const OTHER_METHOD_VERSION: Ways = (
    "tallene er beholdt; se, om skala eller matrice er ændret, med: risiko method show, \
             og ret så versionen under \"method\"",
    "the figures are kept; see whether scale or matrix changed with: risiko method show, \
             then correct the version under \"method\"",
);

pub(super) const DATA_SUBJECT_MISSING: Ways = (
    "tilføj data-subject til listen \"perspectives\"",
    "add data-subject to the list \"perspectives\"",
);

pub(super) const NOT_ASSESSED: Ways = (
    "sæt tal med: risiko assess; bruger kommunen ikke aktiviteten, så sæt status til \
             not-applicable med en begrundelse",
    "set figures with: risiko assess; where the municipality does not do this, set the \
             status to not-applicable with a reason",
);

pub(super) const RESIDUAL_ABOVE_CURRENT: Ways = (
    "ret tallet under \"residual\", eller ret dagens tal, hvis det er for lavt",
    "correct the figure under \"residual\", or today's figure if it is too low",
);

pub(super) const RESIDUAL_WITHOUT_MEASURE: Ways = (
    "skriv det, der skal gøres, under \"actions\"; er intet besluttet, så fjern tallene under \
             \"residual\"",
    "write what will be done under \"actions\"; where nothing is decided, remove the figures \
             under \"residual\"",
);

pub(super) const RED_WITHOUT_TREATMENT: Ways = (
    "sæt \"treatment\" til accept (accepter), avoid (undgå), share (del) eller mitigate \
             (mitiger)",
    "set \"treatment\" to accept, avoid, share or mitigate",
);

pub(super) const NOT_APPLICABLE_WITHOUT_REASON: Ways = (
    "skriv hvorfor: under \"status-reason\" for en aktivitet, \"not-relevant\" for en \
             trussel og \"reason\" for et tal",
    "say why: under \"status-reason\" for an activity, \"not-relevant\" for a threat and \
             \"reason\" for a figure",
);

pub(super) const REVIEW_OVERDUE: Ways = (
    "gennemgå aktiviteten, og sæt en ny dato i \"review-by\"",
    "review the activity and set a new date in \"review-by\"",
);

pub(super) const STARTING_FIGURE_UNCONFIRMED: Ways = (
    "tag stilling til tallene: bekræft dem, eller sæt kommunens egne, med: risiko assess",
    "take a decision on the figures: confirm them, or set your own, with: risiko assess",
);

pub(super) const LIKELIHOOD_WITHOUT_REASON: Ways = (
    "skriv under \"reason\", hvad tallet bygger på, for eksempel hændelser de seneste tre år",
    "write under \"reason\" what the figure rests on, such as incidents of the last three \
             years",
);

pub(super) const ACTION_INCOMPLETE: Ways = (
    "udfyld \"owner\" (ansvarlig) og \"deadline\" (frist) ved handlingen",
    "fill in \"owner\" and \"deadline\" of the action",
);

pub(super) const ACTIVITY_MISSING: Ways = (
    "vurdér den med: risiko assess, eller sæt status til not-applicable med en begrundelse",
    "assess it with: risiko assess, or set the status to not-applicable with a reason",
);

pub(super) const DIRECT_SET_ASIDE: Ways = (
    "vurdér den trussel, I tænkte på, eller ret den direkte sandsynlighed",
    "rate the threat that you had in mind, or correct the direct likelihood",
);

pub(super) const UNKNOWN_ACTIVITY: Ways =
    ("se alle aktiviteter med: risiko list", "see all activities with: risiko list");

pub(super) const UNKNOWN_THREAT: Ways = (
    "trusler hedder T01, T02 og så videre; se en aktivitets trusler med: risiko show",
    "threats are called T01, T02 and so on; see an activity's with: risiko show",
);

pub(super) const OWN_ID_UNKNOWN: Ways = (
    "kommunens egne numre står i local.yml i mappen catalog ved siden af vurderingen; ligger den et andet sted, så peg på mappen med --catalog",
    "the municipality's own numbers stand in local.yml in the folder catalog beside the assessment; where it lies elsewhere, point to the folder with --catalog",
);

pub(super) const REASON_MISSING: Ways = (
    "skriv begrundelsen under \"reason\" ved tallet",
    "write the grounds under \"reason\" beside the figure",
);

pub(super) const REASON_OR_STARTING: Ways =
    ("eller sæt tallet tilbage til udgangsværdien", "or set the figure back to the starting value");

pub(super) const ACTION_WITHOUT_OWNER: Ways =
    ("udfyld \"owner\" (ansvarlig) ved handlingen", "fill in \"owner\" of the action");

pub(super) const ACTION_WITHOUT_DEADLINE: Ways =
    ("udfyld \"deadline\" (frist) ved handlingen", "fill in \"deadline\" of the action");

pub(super) const FINISH_FIRST: Ways = (
    "vurdér den færdig med: risiko assess … --status assessed",
    "finish it with: risiko assess … --status assessed",
);

pub(super) const FIGURE_FIRST: Ways =
    ("sæt det tal, der mangler, med: risiko assess", "set the missing figure with: risiko assess");

pub(super) const NOTHING_TO_ACCEPT: Ways =
    ("udelad den; der er ingen risiko at acceptere", "leave it out; there is no risk to accept");

pub(super) const RESIDUAL_FIRST: Ways = (
    "skriv, hvad der er tilbage, når det er gjort, med: risiko assess … --residual-likelihood \
             eller --residual-consequence",
    "say what is left when it is done, with: risiko assess … --residual-likelihood or \
             --residual-consequence",
);

pub(super) const LATER_DAY: Ways =
    ("angiv en senere dag med --until", "give a later day with --until");

pub(super) const ACCEPT_AGAIN: Ways = (
    "tag stilling til risikoen, som den er nu: risiko approve … --activity",
    "decide about the risk as it is now: risiko approve … --activity",
);

pub(super) const ACCEPT_LONGER: Ways = (
    "tag stilling igen: sænk risikoen, eller accepter den på ny med: risiko approve",
    "decide again: lower the risk, or accept it anew with: risiko approve",
);

pub(super) const NAME_WHO_ACCEPTS: Ways = (
    "skriv både navn og stilling på den, der accepterer",
    "give both name and role of whoever accepts",
);
