//! Methods (`MTX`), in Danish.

use super::super::Explanation;

pub(in super::super) const MTX001: Explanation = Explanation {
    says: "Matricen har for få, for mange eller forkert nummererede rækker eller celler.",
    why: "Hver kombination af konsekvens og sandsynlighed skal give netop ét risikoniveau. Et hul \
        ville efterlade en risiko uden farve.",
    example: "Række 2 har tre celler, men skalaen for sandsynlighed har fire niveauer.",
    fix: "Skriv én række for hvert niveau af konsekvens, nummereret 1, 2, 3 og så videre, med én \
        celle for hvert niveau af sandsynlighed.",
};

pub(in super::super) const MTX002: Explanation = Explanation {
    says: "En celle nævner et risikoniveau, som metoden ikke har.",
    why: "Cellen kan ikke få navn, farve eller krav til ledelsen.",
    example: "Der står \"rød\" i cellen, men niveauets id er \"hoej\".",
    fix: "Brug et af de id'er, der står under \"bands\".",
};

pub(in super::super) const MTX003: Explanation = Explanation {
    says: "Et risikoniveau er beskrevet, men ingen celle i matricen giver det.",
    why: "Det er enten en slåfejl i matricen eller et niveau, som ledelsen venter på at se og \
        aldrig ser.",
    example: "Niveauet \"kritisk\" står i signaturforklaringen, men selv den værste celle er \
        \"hoej\".",
    fix: "Sæt niveauet ind, hvor det hører til, eller slet det.",
};

pub(in super::super) const MTX004: Explanation = Explanation {
    says: "Risikoniveauet bliver mildere, selv om konsekvensen eller sandsynligheden stiger.",
    why: "Ingen kan forklare en leder, at en værre hændelse giver en mindre risiko. Det er næsten \
        altid en fejl i en celle.",
    example: "Konsekvens 2 giver \"Middel\", men konsekvens 3 med samme sandsynlighed giver \
        \"Lav\".",
    fix: "Sammenlign de to celler med kilden, og ret den forkerte.",
};

pub(in super::super) const MTX005: Explanation = Explanation {
    says: "Den trykte signaturforklaring siger noget andet end matricen om den samme celle.",
    why: "Flere udgivne metoder har denne uenighed. Programmet følger matricen, men den, der \
        regner efter med produktet, får et andet svar.",
    example: "Signaturforklaringen kalder produktet 4 \"Under middel\", mens cellen med \
        konsekvens 1 og sandsynlighed 4 er \"Middel\".",
    fix: "Er metoden kommunens egen, så ret det, der er forkert. Kommer den fra andre, så lad den \
        stå, og brug matricen.",
};

pub(in super::super) const MTX006: Explanation = Explanation {
    says: "Et større produkt giver et lavere risikoniveau end et mindre produkt.",
    why: "Det er tilladt og ofte meningen, fordi alvorlige konsekvenser skal veje tungere. Men \
        det viser, at risici ikke kan rangordnes på produktet alene.",
    example: "3 gange 3 er 9 og giver \"Middel\", mens konsekvens 4 gange sandsynlighed 2 er 8 og \
        giver \"Over middel\".",
    fix: "Er det sådan, metoden er udgivet, skal intet rettes. Sammenlign altid på risikoniveauet \
        først.",
};

pub(in super::super) const MTX007: Explanation = Explanation {
    says: "En celle, som kilden har beskrevet med ord, passer ikke med matricen.",
    why: "Vidneceller afslører matricer, hvor rækker og kolonner er byttet om. Den fejl ses ikke \
        med det blotte øje og gør alle vurderinger forkerte.",
    example: "Kilden siger, at konsekvens 4 og sandsynlighed 2 er høj, men matricen har \
        \"Middel\" i den celle.",
    fix: "Slå cellen op i kilden. Passer den ombyttede celle, så er akserne byttet om; ellers er \
        den ene celle forkert.",
};

pub(in super::super) const MTX008: Explanation = Explanation {
    says: "Matricen er ikke symmetrisk, men har for få vidneceller.",
    why: "Uden mindst to celler beskrevet med ord er der intet, der opdager det, hvis konsekvens \
        og sandsynlighed bliver byttet om.",
    example: "Filen siger \"symmetric: false\" og har kun én vidnecelle.",
    fix: "Find to celler i kilden, hvis spejl har et andet risikoniveau, og skriv dem under \
        \"witnesses\".",
};

pub(in super::super) const MTX009: Explanation = Explanation {
    says: "Metoden siger, at matricen er symmetrisk, men det er den ikke.",
    why: "En symmetrisk matrice behøver ingen vidneceller. Er påstanden forkert, mangler værnet \
        mod ombyttede akser.",
    example: "Konsekvens 1 og sandsynlighed 4 er \"Lav\", men konsekvens 4 og sandsynlighed 1 er \
        \"Middel\".",
    fix: "Ret cellen, hvis den er forkert. Ellers sæt \"symmetric\" til false, og skriv to \
        vidneceller.",
};

pub(in super::super) const MTX010: Explanation = Explanation {
    says: "En skala har for få eller for mange niveauer, eller deres numre går ikke 1, 2, 3 uden \
        huller.",
    why: "Med færre end tre niveauer kan risici ikke skelnes, og flere end ti kan ingen holde \
        styr på i et møde.",
    example: "Skalaen for konsekvens har niveau 1, 2 og 4.",
    fix: "Skriv 3–10 niveauer i rækkefølge fra det laveste, nummereret fra 1.",
};

pub(in super::super) const MTX011: Explanation = Explanation {
    says: "Listen over risikoniveauer kan ikke bruges.",
    why: "Rangen afgør, hvad der er værst. Er den uklar, kan den værste risiko ikke findes.",
    example: "To niveauer har begge rang 2, eller to niveauer har samme id.",
    fix: "Skriv mindst to niveauer, det mildeste først, med rang 1, 2, 3 og hver sit id.",
};

pub(in super::super) const MTX012: Explanation = Explanation {
    says: "En vidnecelle har samme risikoniveau som sit spejl og afslører derfor intet.",
    why: "En vidnecelle skal fejle, hvis akserne bliver byttet om. Denne ville passe begge veje \
        og give en falsk tryghed.",
    example: "Konsekvens 4 og sandsynlighed 2 er \"Middel\", og det er konsekvens 2 og \
        sandsynlighed 4 også.",
    fix: "Vælg en celle, der ændrer niveau, når konsekvens og sandsynlighed bytter plads.",
};
