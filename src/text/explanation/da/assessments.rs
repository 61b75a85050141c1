//! The content of an assessment, in Danish.

use super::super::Explanation;

pub(in super::super) const ASM001: Explanation = Explanation {
    says: "Et tal i filen findes ikke på skalaen i den metode, filen er lavet med.",
    why: "Et niveau uden definition har ingen celle i matricen, og risikoen kan derfor ikke \
        vises. Nul er heller ikke et niveau: det ville få noget ukendt til at se ufarligt ud.",
    example: "Der står \"likelihood: 5\" i en vurdering med fire niveauer.",
    fix: "Ret tallet til et af niveauerne i beskeden. Er der ikke taget stilling endnu, så slet \
        linjen.",
};

pub(in super::super) const ASM002: Explanation = Explanation {
    says: "Filen har et svar til en aktivitet, som ikke findes i kataloget.",
    why: "Svaret kan ikke få titel, område eller trusler og ville falde ud af alle tal.",
    example: "Der står \"id: O3\" med bogstavet O i stedet for \"03\".",
    fix: "Ret nummeret til det, kataloget bruger. Har filen et nyere katalog end programmet, så \
        hent den nyeste udgave.",
};

pub(in super::super) const ASM003: Explanation = Explanation {
    says: "Filen har et svar til en trussel, som ikke findes i kataloget.",
    why: "Truslen afgør, hvilke konsekvenser der tæller med, så svaret kan ikke regnes ud.",
    example: "En aktivitet har truslen \"T1O\", hvor det sidste tegn er bogstavet O.",
    fix: "Ret nummeret, eller flyt svaret til den trussel i kataloget, som ligger nærmest.",
};

pub(in super::super) const ASM004: Explanation = Explanation {
    says: "Den samme aktivitet eller den samme trussel i en aktivitet er besvaret to gange.",
    why: "De to svar kan være forskellige, og programmet vælger ikke for jer.",
    example: "Filen har to blokke med \"id: 74\", fordi to kolleger har skrevet i hver sin kopi.",
    fix: "Saml svarene i én blok, og slet den anden.",
};

pub(in super::super) const ASM005: Explanation = Explanation {
    says: "Vurderingen er lavet med en anden version af kataloget end den, programmet bruger nu.",
    why: "Titler, trusler og udgangsværdier kan være ændret. Jeres egne tal er de samme, men \
        grundlaget for dem kan have flyttet sig.",
    example: "Vurderingen fra 2026 er lavet med katalog 2026.1, og programmet kommer nu med \
        2027.1.",
    fix: "Intet er ændret i filen. Kør \"risiko upgrade --dry-run\" for at se, hvilke svar der bør \
        ses igen, og derefter uden \"--dry-run\" for at gå over til den nye version.",
};

pub(in super::super) const ASM006: Explanation = Explanation {
    says: "Vurderingen er lavet med en anden version af metoden end den, programmet bruger nu.",
    why: "Er skala eller matrice ændret, kan samme tal give et andet risikoniveau end dengang, \
        ledelsen så det.",
    example: "Kommunen har rettet en celle i sin egen metode og sat versionen op fra 1 til 2.",
    fix: "Se metoden med \"risiko method show\". Er I enige i den, så skriv den nye version i \
        filen.",
};

pub(in super::super) const ASM007: Explanation = Explanation {
    says: "Aktiviteten er udgået af kataloget.",
    why: "Svaret går ikke tabt, men nye vurderinger tager aktiviteten ikke med, og andre kommuner \
        svarer ikke længere på den.",
    example: "Aktivitet 81 udgik i august 2025 og peger på 73.",
    fix: "Se, om det, svaret handlede om, nu er dækket af den aktivitet, beskeden peger på. \
        Svaret må gerne blive stående.",
};

pub(in super::super) const ASM008: Explanation = Explanation {
    says: "Filen er skrevet af en nyere udgave af programmet.",
    why: "Den kan have oplysninger, som denne udgave ikke kender og ville komme til at slette.",
    example: "En kollega med en nyere udgave har sendt jer sin vurdering.",
    fix: "Hent den nyeste udgave af risiko, og åbn filen med den.",
};

pub(in super::super) const ASM009: Explanation = Explanation {
    says: "Listen over perspektiver har ikke den registrerede med.",
    why: "Efter databeskyttelsesforordningen er det risikoen for borgeren, der skal vurderes. \
        Kommunen og samfundet kan komme til, men ikke i stedet for.",
    example: "Der står \"perspectives: [organisation]\".",
    fix: "Tilføj \"data-subject\" til listen.",
};

pub(in super::super) const ASM101: Explanation = Explanation {
    says: "Aktiviteten har endnu ikke tal nok til, at en risiko kan vises.",
    why: "Det, der ikke er vurderet, er ukendt og ikke grønt. Derfor tælles det for sig ved siden \
        af alle totaler.",
    example: "Aktivitet 12 har udgangsværdier for konsekvens, men ingen har sat en sandsynlighed.",
    fix: "Sæt sandsynligheden, direkte eller for de enkelte trusler. Løser kommunen ikke opgaven, \
        så markér den som ikke relevant med en begrundelse.",
};

pub(in super::super) const ASM102: Explanation = Explanation {
    says: "Restrisikoen er sat højere end risikoen i dag.",
    why: "Restrisikoen er det, der er tilbage, når handlingerne er gennemført. Den kan ikke være \
        større end udgangspunktet, så et af tallene må være forkert.",
    example: "Sandsynligheden er 2 i dag, men 3 under \"residual\".",
    fix: "Ret det tal, der er forkert. Er risikoen faktisk på vej op, så hører det til i dagens \
        tal.",
};

pub(in super::super) const ASM103: Explanation = Explanation {
    says: "Restrisikoen er lavere end risikoen i dag, men intet i svaret forklarer hvordan.",
    why: "En lavere restrisiko uden grund får et risikobillede til at se bedre ud, end det er. \
        Det er noget af det første, en revisor spørger til.",
    example: "Sandsynligheden går fra 4 til 2, men ingen handlinger er udfyldt, og risikoen er \
        accepteret, som den er. De foranstaltninger, der findes, er allerede talt med i tallet for \
        i dag.",
    fix: "Skriv de handlinger, der er besluttet, under \"actions\". Er der ingen, så fjern \
        restrisikoen.",
};

pub(in super::super) const ASM104: Explanation = Explanation {
    says: "Kommunen har sat sit eget tal, men ikke skrevet hvorfor.",
    why: "Det er helt i orden at afvige fra udgangsværdien, når grunden er kendt. Uden grunden \
        kan hverken ledelsen, næste års kollega eller tilsynet følge beslutningen.",
    example: "Udgangsværdien for fortrolighed er 4, kommunen har sat 2, og begrundelsen er tom.",
    fix: "Skriv en sætning om, hvad der er anderledes hos jer. Kan I ikke finde en grund, så sæt \
        tallet tilbage.",
};

pub(in super::super) const ASM105: Explanation = Explanation {
    says: "Risikoen ligger på et niveau, hvor metoden kræver, at der bliver gjort noget, men \
        intet er besluttet.",
    why: "En høj risiko for borgerne må ikke blive liggende uden en beslutning. Den skal bringes \
        ned eller bæres af en navngiven leder.",
    example: "Aktivitet 74 er rød på grund af trussel T07, og feltet for håndtering er tomt.",
    fix: "Vælg, om risikoen skal accepteres, undgås, deles eller mitigeres, og skriv handlinger \
        med ansvarlig og frist.",
};

pub(in super::super) const ASM106: Explanation = Explanation {
    says: "En aktivitet, en trussel eller et tal er markeret som ikke relevant, uden at det står \
        hvorfor.",
    why: "Det, der er ikke relevant, går ud af risikobilledet. Derfor skal alle kunne se, at det \
        er en beslutning og ikke en genvej.",
    example: "En aktivitet har status ikke relevant, men ingen begrundelse.",
    fix: "Skriv grunden, for eksempel \"Kommunen driver ikke selv bosteder\".",
};

pub(in super::super) const ASM107: Explanation = Explanation {
    says: "Datoen for næste gennemgang er passeret.",
    why: "En risikovurdering gælder kun, så længe den ligner virkeligheden. Nye systemer, nye \
        trusler og ny lovgivning gør den gammel.",
    example: "Aktiviteten skulle gennemgås senest 30. juni, og i dag er det september.",
    fix: "Gennemgå tallene med den ansvarlige, og sæt en ny dato i \"review-by\".",
};

pub(in super::super) const ASM108: Explanation = Explanation {
    says: "Aktiviteten står som vurderet, men nogle af konsekvenstallene er stadig katalogets \
        forslag.",
    why: "Udgangsværdien er et kvalificeret gæt for en almindelig dansk kommune. Først når I har \
        taget stilling, er tallet jeres.",
    example: "Tallet for tilgængelighed kommer fra kataloget, og ingen har bekræftet det.",
    fix: "Gå tallene igennem, og bekræft dem, eller sæt jeres egne med en begrundelse.",
};

pub(in super::super) const ASM109: Explanation = Explanation {
    says: "Sandsynligheden har et tal, men ingen begrundelse.",
    why: "Sandsynlighed er det tal, folk oftest er uenige om. En sætning om hændelser og \
        foranstaltninger gør næste års samtale kortere.",
    example: "Sandsynlighed 3 for fejlsendte breve, uden et ord om hvor mange I har haft.",
    fix: "Skriv, hvad tallet bygger på, for eksempel \"Fire fejlsendte breve i 2025, ny skabelon \
        fra marts\".",
};

pub(in super::super) const ASM110: Explanation = Explanation {
    says: "Aktiviteten er meldt færdig, men den mangler et tal, så risikoen ikke kan vises.",
    why: "Aktiviteten ser færdig ud i listen og mangler alligevel i risikobilledet. Sådan en skal \
        findes, før rapporten går til ledelsen.",
    example: "Status er vurderet, men ingen har sat en sandsynlighed.",
    fix: "Sæt det manglende tal, eller sæt status tilbage til i gang.",
};

pub(in super::super) const ASM111: Explanation = Explanation {
    says: "En handling mangler en ansvarlig eller en frist.",
    why: "En handling, som ingen ejer, bliver sjældent gennemført, og så holder restrisikoen \
        heller ikke.",
    example: "\"Indfør logkontrol\" står som handling uden navn og dato.",
    fix: "Skriv, hvem der gør det, og hvornår det er færdigt.",
};

pub(in super::super) const ASM112: Explanation = Explanation {
    says: "En aktivitet i kataloget er slet ikke med i vurderingen.",
    why: "Mangler den, kan ingen se, om den er glemt eller valgt fra, og sammenligningen med \
        andre kommuner halter.",
    example: "Kataloget har fået en ny aktivitet, efter at vurderingen blev oprettet.",
    fix: "Vurder aktiviteten, eller markér den som ikke relevant med en begrundelse.",
};

pub(in super::super) const ASM113: Explanation = Explanation {
    says: "Aktiviteten har en direkte sandsynlighed, som ville give et højere risikoniveau end \
        truslerne, og så snart en trussel er vurderet, er det truslerne, der afgør niveauet.",
    why: "En enkelt mild trussel må ikke få en alvorlig aktivitet til at se ufarlig ud. Det høje \
        tal må have haft en grund, og den mangler blandt truslerne.",
    example: "I satte sandsynligheden til 4 for hele aktiviteten og vurderede siden kun tyveri af \
        papirer, som er usandsynligt.",
    fix: "Find den trussel, som det høje tal gjaldt, og vurdér den. Var tallet for højt, så ret det.",
};

pub(in super::super) const ASM114: Explanation = Explanation {
    says: "Nogen har accepteret risikoen, men svaret er ændret siden, så det er ikke den risiko, \
        der blev accepteret.",
    why: "En underskrift gælder det, der blev lagt frem. Ellers kunne en risiko vokse bag om \
        den, der sagde ja.",
    example: "Direktøren accepterede et middel niveau i maj. I august blev sandsynligheden sat op \
        fra 2 til 4, fordi der havde været to hændelser.",
    fix: "Læg risikoen frem igen, og skriv svaret ned med risiko approve. Var ændringen en fejl, \
        så tag den tilbage med risiko undo; så gælder accepten igen.",
};

pub(in super::super) const ASM115: Explanation = Explanation {
    says: "Den dag, accepten gjaldt til, er gået.",
    why: "Den, der siger ja for en tid, gør det ofte, fordi noget er på vej. Når tiden er gået, \
        skal nogen se, om det kom.",
    example: "Risikoen ved det gamle system blev accepteret til 1. november, hvor det nye skulle \
        være i drift.",
    fix: "Er risikoen sænket, så ret tallene. Er den der endnu, så tag stilling igen med risiko \
        approve.",
};

pub(in super::super) const ASM116: Explanation = Explanation {
    says: "En accept mangler navn eller stilling.",
    why: "En risiko er kun accepteret, når en person med ansvar har sagt ja. \"Ledelsen\" kan \
        ingen spørge.",
    example: "Under \"acceptance\" står \"by\" med en tom tekst.",
    fix: "Skriv, hvem der accepterer, og i hvilken stilling, eller fjern accepten.",
};
