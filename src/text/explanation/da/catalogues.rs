//! Catalogues (`CAT`), in Danish.

use super::super::Explanation;

pub(in super::super) const CAT001: Explanation = Explanation {
    says: "Kataloget henviser til noget, der ikke findes, for eksempel et område, en trussel \
        eller en kilde.",
    why: "En henvisning ud i ingenting betyder, at en aktivitet mangler en trussel eller en \
        kilde, uden at nogen ser det.",
    example: "En aktivitet foreslår trussel T99, men kataloget slutter tidligere.",
    fix: "Ret henvisningen, eller tilføj det, den peger på.",
};

pub(in super::super) const CAT002: Explanation = Explanation {
    says: "To ting i kataloget har samme id.",
    why: "Svarene i alle kommuners vurderinger peger på id'et. Har to ting samme id, er det \
        uklart, hvad der er svaret på.",
    example: "To aktiviteter har begge nummer 74.",
    fix: "Giv den nye et ledigt nummer. Et nummer, der har været i brug, bliver aldrig brugt igen \
        til noget andet.",
};

pub(in super::super) const CAT003: Explanation = Explanation {
    says: "En udgangsværdi i kataloget ligger uden for katalogets egen skala.",
    why: "Udgangsværdien bliver lagt ind i alle nye vurderinger, så en forkert værdi spreder sig.",
    example: "Fortrolighed står til 5, men kataloget bruger fire niveauer.",
    fix: "Ret tallet til et niveau på skalaen.",
};

pub(in super::super) const CAT004: Explanation = Explanation {
    says: "En trussel i kataloget siger ikke, hvad den rammer.",
    why: "Risikoen regnes ud fra de dimensioner, truslen rammer. En trussel, der ikke rammer \
        noget, ville aldrig give en risiko.",
    example: "Truslen \"Manglende sletning\" har en tom liste af dimensioner og er ikke markeret \
        som et brud på rettigheder.",
    fix: "Angiv mindst én dimension (fortrolighed, integritet, tilgængelighed), eller markér \
        truslen som et brud på den registreredes rettigheder.",
};

pub(in super::super) const CAT005: Explanation = Explanation {
    says: "En af de filer, som et katalog består af, er her ikke.",
    why: "Mangler for eksempel lovene, kan programmet ikke se, om henvisningerne til dem er rigtige, \
        og så kan det ikke stå inde for resten.",
    example: "Mappen har catalog.yml og activities, men ikke laws.yml.",
    fix: "Hent hele kataloget igen, eller peg på den rigtige mappe.",
};

pub(in super::super) const CAT006: Explanation = Explanation {
    says: "Et KLE-emne hører ikke til netop én aktivitet, der er i brug.",
    why: "Den, der søger på et emne, skal have ét svar. To svar eller intet svar gør \
        tallene fra to kommuner uens.",
    example: "Linjen for 27.60.14 peger på en aktivitet, der er udgået.",
    fix: "Ret linjen i kle-topics.csv, så emnet peger på den aktivitet, der har opgaven \
        nu.",
};

pub(in super::super) const CAT007: Explanation = Explanation {
    says: "En post i kataloget mangler noget, som alle poster af den slags skal have.",
    why: "Kataloget er et løfte om, at hver aktivitet er tænkt igennem. Et tomt felt \
        ligner et svar.",
    example: "Aktiviteten har ingen typiske systemer, eller den nævner kun to trusler, hvor \
        der skal være tre til otte.",
    fix: "Udfyld feltet. README i katalogets mappe siger, hvad det skal have.",
};

pub(in super::super) const CAT008: Explanation = Explanation {
    says: "De typer af oplysninger, posten nævner, passer ikke med det retlige grundlag.",
    why: "Følsomme oplysninger, cpr-nummer og strafbare forhold må kun behandles med et \
        særligt grundlag. Står det ene uden det andet, er et af dem forkert.",
    example: "Posten nævner helbred, men artikel 9 er tom.",
    fix: "Find ud af, hvad der er rigtigt, ret det andet, og skriv begrundelsen i note.",
};

pub(in super::super) const CAT009: Explanation = Explanation {
    says: "Ingen foranstaltning i kataloget virker på truslen.",
    why: "Den, der har vurderet truslen, skal kunne finde noget at gøre ved den.",
    example: "En ny trussel om deepfake er kommet til, men ingen foranstaltning nævner den.",
    fix: "Skriv en foranstaltning, eller føj truslen til en, der findes.",
};

pub(in super::super) const CAT010: Explanation = Explanation {
    says: "Foranstaltningen nævner ingen trusler, eller den nævner en, som den ikke kan \
        virke på.",
    why: "En foranstaltning uden trussel ser ud som sikkerhed, men sænker ingen risiko.",
    example: "Backup beskytter tilgængelighed, men nævner en trussel, der kun rammer \
        fortrolighed.",
    fix: "Ret listen af trusler, eller ret, hvad foranstaltningen beskytter.",
};

pub(in super::super) const CAT011: Explanation = Explanation {
    says: "En post står ikke, hvor rækkefølgen siger.",
    why: "Poster i orden er lette at finde og giver små, læselige ændringer.",
    example: "Aktivitet 73 står efter 74.",
    fix: "Flyt posten.",
};

pub(in super::super) const CAT012: Explanation = Explanation {
    says: "Udgåede aktiviteter peger på hinanden som afløser, så ingen af dem ender ved en, \
        der er i brug.",
    why: "Svar på en udgået aktivitet skal kunne føres videre. Her ville de løbe rundt i \
        ring.",
    example: "81 er afløst af 82, og 82 er afløst af 81.",
    fix: "Lad den sidste pege på en aktivitet, der er i brug, eller fjern afløseren.",
};

pub(in super::super) const CAT013: Explanation = Explanation {
    says: "En tekst i kataloget har en fejl, som et program kan se: mellemrum for meget, \
        manglende punktum, et engelsk ord eller en indledning, der tilhører KL.",
    why: "Teksterne bliver læst op på møder og står i projektmappen. KL's egne titler er \
        beskyttede og må ikke ligge i kataloget.",
    example: "Beskrivelsen slutter uden punktum.",
    fix: "Ret teksten, og skriv med egne ord.",
};

pub(in super::super) const CAT014: Explanation = Explanation {
    says: "En aktivitet nævner en KLE-gruppe, der ikke er på listen.",
    why: "Gruppen forbinder aktiviteten med kommunens sager. En gruppe, der ikke findes, \
        fører ingen steder hen.",
    example: "Der står 27.61, men listen har kun 27.60.",
    fix: "Ret gruppen, eller føj den til kle-groups.csv, hvis KLE har fået den.",
};

pub(in super::super) const CAT015: Explanation = Explanation {
    says: "Kataloget er ændret, siden dets lås blev lavet, men versionen er den samme.",
    why: "Vurderinger siger, hvilken version de bygger på. Betyder den samme version to \
        ting, kan ingen længere forklare tallene.",
    example: "En udgangsværdi er rettet i 2026.1 uden en ny version.",
    fix: "Giv kataloget en ny version i catalog.yml, beskriv ændringen i CHANGELOG.md, og \
        lav låsen igen.",
};

pub(in super::super) const CAT016: Explanation = Explanation {
    says: "Et id, som kataloget har haft, er væk.",
    why: "Ældre vurderinger har svar under det id. Et id bliver aldrig slettet og aldrig \
        brugt igen til noget andet.",
    example: "Aktivitet 81 er slettet fra filen i stedet for at være markeret som udgået.",
    fix: "Sæt posten ind igen, markér den som udgået, og skriv afløser eller grund.",
};

pub(in super::super) const CAT017: Explanation = Explanation {
    says: "En post i det lokale katalog har ikke et af kommunens egne numre.",
    why: "Numre uden X hører til det fælles katalog. Fik en kommunes egen post sådan et nummer, ville den blive sammenlignet med noget andet.",
    example: "Kommunens egen aktivitet hedder 91 i stedet for X01.",
    fix: "Giv aktiviteten et nummer fra X01, truslen et fra TX01 og foranstaltningen et fra MX01.",
};

pub(in super::super) const CAT018: Explanation = Explanation {
    says: "En rettelse i det lokale katalog ændrer ikke noget.",
    why: "Den, der skrev den, ville formentlig ændre en titel, en tekst eller et tal.",
    example: "Rettelsen til 74 har kun en begrundelse.",
    fix: "Skriv, hvad der skal være anderledes, eller slet rettelsen.",
};

pub(in super::super) const CAT019: Explanation = Explanation {
    says: "KL's skema har en aktivitet, som kataloget ikke kender.",
    why: "KL kan have fået en ny aktivitet siden denne version. Rækken er ikke taget med, og derfor står den her.",
    example: "KL's skema har en række 91.",
    fix: "Hent en nyere version af risiko, eller opret aktiviteten som kommunens egen fra X01.",
};

pub(in super::super) const CAT020: Explanation = Explanation {
    says: "KL's konsekvens er 0.",
    why: "Det er ikke beskrevet, hvad 0 betyder. Tallet bliver gemt, men aktiviteten får ingen udgangsværdi, for 0 må ikke ligne en lav risiko.",
    example: "Aktivitet 30 har 0 i kolonne F.",
    fix: "Vurdér konsekvensen i vurderingen.",
};

pub(in super::super) const CAT021: Explanation = Explanation {
    says: "KL's skema har en konsekvens, men intet kryds.",
    why: "Tallet gælder fortrolighed, integritet eller tilgængelighed efter krydsene. Uden kryds ved programmet ikke, hvor det hører til, og kataloget beholder sine egne udgangsværdier.",
    example: "Aktivitet 12 har 3 i kolonne F, men ingen kryds i G, H og I.",
    fix: "Sæt krydset i skemaet, og importér igen, eller vurdér konsekvensen i vurderingen.",
};

pub(in super::super) const CAT022: Explanation = Explanation {
    says: "KL's skema har ingen konsekvens i rækken.",
    why: "Kataloget beholder sine egne udgangsværdier.",
    example: "Kolonne F er tom for aktivitet C.",
    fix: "Ingenting, hvis det er meningen. Skriv ellers tallet i skemaet, og importér igen.",
};

pub(in super::super) const CAT023: Explanation = Explanation {
    says: "KL har markeret en aktivitet som udgået, men kataloget har den stadig.",
    why: "KL kan have ændret listen siden denne version af kataloget.",
    example: "KL's skema har \"74 - UDGÅET\".",
    fix: "Spørg, hvor opgaven er flyttet hen. Sæt aktiviteten til ikke relevant, hvis den er dækket af en anden.",
};

pub(in super::super) const CAT024: Explanation = Explanation {
    says: "KL's skema mangler rækker for nogle af katalogets aktiviteter.",
    why: "Aktiviteter uden række beholder katalogets egne tekster og udgangsværdier. Det kan være rækker, der er slettet ved en fejl.",
    example: "Rækkerne 40 til 50 er slettet i kommunens kopi.",
    fix: "Hent skemaet igen fra KL, hvis rækkerne burde være der.",
};
