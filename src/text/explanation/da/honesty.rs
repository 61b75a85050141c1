//! What the pattern of the answers asks, in Danish.

use super::super::Explanation;

pub(in super::super) const HON001: Explanation = Explanation {
    says: "Alle eller næsten alle vurderede trusler i en aktivitet har fået den samme \
        sandsynlighed, og de fleste af tallene har ikke deres egen begrundelse.",
    why: "Trusler er sjældent lige sandsynlige, og når tallene er ens, kan ingen se, hvor I skal \
        begynde. Det kan være rigtigt, så det er et spørgsmål og ingen kritik. Har mindst \
        halvdelen af tallene hver sin begrundelse, bliver der ikke spurgt.",
    example: "Alle 12 trusler i aktivitet 74 har sandsynlighed 2, og kun en af dem har en \
        begrundelse. Mødet nåede måske kun at tale om den.",
    fix: "Lad de trusler, I ikke har talt om, stå uden tal. Er tallene rigtige, så skriv ved hvert \
        af dem, hvad det bygger på.",
};

pub(in super::super) const HON002: Explanation = Explanation {
    says: "Det samme tal for sandsynlighed eller konsekvens afgør risikoen i mindst ni ud af ti \
        aktiviteter, og de færreste af dem har deres egen begrundelse.",
    why: "Et risikobillede skal vise, hvor det haster mest, og det kan det ikke, når alt står ens. \
        Ofte er tallet sat som en begyndelse, for at der skulle stå noget, så det er et spørgsmål \
        og ingen kritik. Følger konsekvenserne kataloget, eller har mindst halvdelen af tallene \
        hver sin begrundelse, bliver der ikke spurgt.",
    example: "Den afgørende sandsynlighed er 2 i 31 af 33 aktiviteter, fra valg til børnesager, og \
        der er to forskellige begrundelser i alt.",
    fix: "Begynd med de aktiviteter, hvor der har været hændelser, eller hvor oplysningerne er \
        mest følsomme. Resten kan stå som ikke vurderet, til I når dertil.",
};

pub(in super::super) const HON003: Explanation = Explanation {
    says: "Den samme begrundelse står ved mindst syv aktiviteter.",
    why: "En begrundelse skal bære netop det tal, den står ved, og en tekst, der passer alle \
        vegne, siger sjældent noget om det enkelte sted. Noget er fælles, og det er en god grund: \
        en hel sætning under en og samme trussel, for eksempel om backup mod ransomware, bliver \
        der ikke spurgt til.",
    example: "\"Se bilag\" står ved 12 aktiviteter, og om et år husker ingen, hvilket bilag det \
        var.",
    fix: "Skriv ved hver aktivitet en sætning om det, der er særligt for den: hændelser, systemer, \
        hvem der har adgang. Gælder grunden virkelig for dem alle, må den gerne blive stående.",
};

pub(in super::super) const HON004: Explanation = Explanation {
    says: "Mindst ni ud af ti vurderede aktiviteter har præcis katalogets udgangsværdier for \
        konsekvens, og der står ikke et ord om hvorfor.",
    why: "Udgangsværdierne er skrevet til en almindelig dansk kommune, så det er helt i orden, at \
        mange af dem passer. Men når næsten alle står uden et ord, kan en revisor ikke se, om \
        nogen har taget stilling. Derfor spørges der en gang om hele vurderingen og ikke ved hver \
        aktivitet.",
    example: "31 af 33 aktiviteter er bekræftet på en gang for at komme videre til \
        sandsynlighederne.",
    fix: "Tag nogle aktiviteter, I kender godt, og skriv en sætning om, hvorfor tallene passer, \
        eller hvad der er anderledes hos jer. Er alle tallene læst igennem, skal intet gøres.",
};

pub(in super::super) const HON005: Explanation = Explanation {
    says: "Tallet er lavt, eller svaret er ikke relevant, men begrundelsen eller bemærkningen \
        siger, at ingen ved det.",
    why: "Det, ingen ved, kan lige så godt være alvorligt, og et lavt tal får det til at se \
        undersøgt ud. Et tomt felt er et ærligt svar: det tælles for sig og bliver aldrig grønt. \
        Programmet læser kun ordene, så handler de om noget andet, er tallet måske helt i orden.",
    example: "Sandsynligheden er 1, og begrundelsen er \"Det ved vi ikke, der bliver ikke \
        logget\".",
    fix: "Slet tallet, og skriv en handling om at finde svaret. Bygger tallet på noget, så skriv \
        det i begrundelsen i stedet.",
};
