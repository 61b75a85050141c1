//! Ways out of what the pattern of the answers asks; the second says how it may stand.

use super::Ways;

pub(super) const RATE_WHAT_YOU_KNOW: Ways = (
    "sæt kun tal på de trusler, I har talt om, og lad de andre stå tomme: ikke vurderet er også \
     et svar",
    "set figures only for the threats that you have talked about, and leave the others empty: not \
     rated is an answer, too",
);

pub(super) const OR_SAY_WHY_EACH: Ways = (
    "er tallene rigtige, så skriv under \"reason\", hvad hvert af dem bygger på",
    "where the figures are right, write under \"reason\" what each of them rests on",
);

pub(super) const BEGIN_WITH_THE_WORST: Ways = (
    "begynd med de aktiviteter, hvor der har været hændelser, eller hvor oplysningerne er mest \
     følsomme: er tallet også rigtigt dér?",
    "begin with the activities that had incidents or have the most sensitive data: is the figure \
     right there, too?",
);

pub(super) const OR_SAY_WHY_HERE: Ways = (
    "er tallet rigtigt, så skriv ved hver aktivitet, hvad det bygger på",
    "where the figure is right, write at each activity what it rests on",
);

pub(super) const SAY_WHAT_IS_SPECIAL: Ways = (
    "skriv ved hver aktivitet en sætning om det, der er særligt for den",
    "write a sentence at each activity about what is special there",
);

pub(super) const OR_LEAVE_THE_REASON: Ways = (
    "gælder grunden virkelig for dem alle, må den gerne blive stående",
    "where the grounds really hold for all of them, they may stay",
);

pub(super) const BEGIN_WHERE_YOU_DIFFER: Ways = (
    "begynd med en aktivitet, I kender godt: passer tallene hos jer, og hvorfor?",
    "begin with an activity that you know well: do the figures fit you, and why?",
);

pub(super) const OR_LEAVE_THE_FIGURES: Ways = (
    "har I læst tallene, og passer de, så skal intet gøres",
    "where you have read the figures and they fit, nothing needs to be done",
);

pub(super) const LEAVE_IT_UNRATED: Ways = (
    "slet tallet, og lad feltet stå tomt, til I ved mere: så tæller det som ikke vurderet og ikke \
     som lavt",
    "delete the figure and leave the field empty until you know more: then it counts as not rated \
     and not as low",
);

pub(super) const OR_CORRECT_THE_REASON: Ways = (
    "bygger tallet alligevel på noget, så skriv det i begrundelsen",
    "where the figure does rest on something, write that in the reason",
);

pub(super) const OR_CORRECT_THE_NOTE: Ways = (
    "handler bemærkningen om noget andet, eller er det afklaret, så skriv det dér",
    "where the note is about something else, or it has been settled, say so there",
);

pub(super) const UNKNOWN_IS_RELEVANT: Ways = (
    "lad det stå som ikke vurderet, til I ved mere: ikke relevant tager det helt ud af \
     risikobilledet",
    "leave it not rated until you know more: not applicable takes it out of the risk picture \
     altogether",
);
