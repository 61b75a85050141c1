//! What was asked for, and the form of YAML files, in Danish.

use super::super::Explanation;

pub(in super::super) const ARG001: Explanation = Explanation {
    says: "Kommunen, du skrev, er hverken navn eller kode på en af de 98 kommuner.",
    why: "Kommunen står øverst i vurderingen og bruges, når kommuner sammenlignes. Et forkert \
        navn ville give en vurdering, som ingen kan finde igen.",
    example: "Du skriver \"Skovbi\" i stedet for \"Skovby\".",
    fix: "Skriv kommunens navn, eller brug den trecifrede kommunekode. Begge dele virker overalt, \
        hvor der spørges om en kommune.",
};

pub(in super::super) const ARG002: Explanation = Explanation {
    says: "Det, du skrev, passer på flere kommuner, og programmet gætter ikke.",
    why: "En vurdering i en forkert kommunes navn er værre end ingen vurdering.",
    example: "\"Her\" kan både være Herlev og Herning.",
    fix: "Skriv hele navnet eller kommunekoden.",
};

pub(in super::super) const ARG003: Explanation = Explanation {
    says: "Der er ingen behandlingsaktivitet med det nummer i kataloget.",
    why: "Nummeret er nøglen, som kommunerne sammenligner på. Derfor skal det findes i kataloget, \
        før der kan sættes tal på det.",
    example: "Du skriver O3 med bogstavet O i stedet for 03 med et nul.",
    fix: "Ret nummeret. Listen over alle aktiviteter får du med \"risiko list\".",
};

pub(in super::super) const ARG004: Explanation = Explanation {
    says: "Der er ingen trussel med det nummer i kataloget.",
    why: "Truslen afgør, hvilke konsekvenser der tæller med. Uden en kendt trussel kan risikoen \
        ikke regnes ud.",
    example: "Du beder om T77, men kataloget har ingen trussel med det nummer.",
    fix: "Ret nummeret. Trusler hedder T01, T02 og så videre; \"risiko show\" viser dem, der \
        er foreslået for en aktivitet.",
};

pub(in super::super) const ARG005: Explanation = Explanation {
    says: "Der er ingen metode med det navn.",
    why: "Metoden er de to skalaer og matricen, som giver risikoniveauet. Samme tal kan give et \
        andet niveau i en anden metode, så den skal være valgt rigtigt.",
    example: "Du skriver \"kl\", men metoden hedder \"kl-4x4\".",
    fix: "Vælg en af metoderne i beskeden. Du kan også se dem med \"risiko method list\".",
};

pub(in super::super) const ARG006: Explanation = Explanation {
    says: "Der er intet område med det navn i kataloget.",
    why: "Områderne deler aktiviteterne op efter fagforvaltning. Et ukendt område ville give en \
        tom liste, som kunne ligne et godt resultat.",
    example: "Du skriver \"skole\", men området hedder \"skole-unge\".",
    fix: "Vælg et af områderne i beskeden.",
};

pub(in super::super) const ARG007: Explanation = Explanation {
    says: "KLE-nummeret hører ikke til nogen aktivitet i kataloget.",
    why: "KLE, KL's emnesystematik, kobler sagerne i jeres ESDH-system til en \
        behandlingsaktivitet. KLE ændres flere gange om året, så et nyt emne kan mangle i \
        kataloget.",
    example: "27.99.01 findes ikke, men gruppen 27.60 gør.",
    fix: "Kontrollér nummeret, eller søg på gruppen med to tal i stedet for emnet med tre.",
};

pub(in super::super) const ARG008: Explanation = Explanation {
    says: "Kommandoen siger, hvilken aktivitet der skal ændres, men ikke hvad.",
    why: "Uden noget at ændre ville filen blive skrevet igen uden grund, og du kunne tro, at dit \
        svar var gemt.",
    example: "Du giver en begrundelse, men intet tal, som den begrunder.",
    fix: "Tilføj mindst ét tal, en status eller en anden oplysning. \"risiko assess --help\" \
        viser, hvad der kan sættes.",
};

pub(in super::super) const ARG009: Explanation = Explanation {
    says: "To valg i kommandoen modsiger hinanden.",
    why: "Programmet kan kun følge det ene, og det skal være dig, der vælger hvilket.",
    example: "Du beder om både at bekræfte udgangsværdierne og at sætte status til ikke relevant.",
    fix: "Udelad det ene valg, eller kør to kommandoer efter hinanden.",
};

pub(in super::super) const ARG010: Explanation = Explanation {
    says: "Der er ingen besked med den kode.",
    why: "Hver besked fra programmet har en fast kode, så den kan slås op og omtales i en mail.",
    example: "Du skriver ASM1O5 med bogstavet O i stedet for ASM105.",
    fix: "Skriv koden, som den står i kantede parenteser i beskeden: tre bogstaver og tre cifre.",
};

pub(in super::super) const ARG011: Explanation = Explanation {
    says: "Niveauet findes ikke på skalaen i vurderingens metode.",
    why: "Et tal uden for skalaen har ingen definition og ingen celle i matricen. Det bliver \
        derfor aldrig rettet til det nærmeste niveau.",
    example: "Du sætter konsekvens 5 i en metode med fire niveauer.",
    fix: "Vælg et af niveauerne i beskeden. Definitionen på hvert af dem får du med \"risiko \
        method show\".",
};

pub(in super::super) const ARG012: Explanation = Explanation {
    says: "Værdien er ikke en af dem, der kan vælges her.",
    why: "Faste ord gør, at vurderinger kan tælles og sammenlignes på tværs af kommuner.",
    example: "Du skriver \"reducere\" som håndtering, men ordet er \"mitigate\" (mitiger).",
    fix: "Brug en af værdierne i beskeden.",
};

pub(in super::super) const ARG013: Explanation = Explanation {
    says: "Den fil, der skal skrives, findes i forvejen, og den er ikke rørt.",
    why: "En vurdering er ofte flere måneders arbejde. Derfor bliver ingen fil overskrevet, uden \
        at nogen har bedt om det.",
    example: "Du opretter vurderingen for 2026 i en mappe, hvor den allerede ligger.",
    fix: "Vælg et andet filnavn. Er du sikker på, at den gamle fil skal væk, så tilføj --force.",
};

pub(in super::super) const ARG014: Explanation = Explanation {
    says: "Kommandoen fik ingen fil, og der ligger ingen vurdering i mappen, du står i.",
    why: "Når der ligger netop én vurdering i mappen, kan du undvære filnavnet. Her er der intet \
        at tage.",
    example: "Du står i mappen Dokumenter, men vurderingen ligger i Dokumenter/risiko.",
    fix: "Skriv filnavnet, skift mappe, eller opret en ny vurdering med \"risiko init\".",
};

pub(in super::super) const ARG015: Explanation = Explanation {
    says: "Kommandoen fik ingen fil, og der ligger flere vurderinger i mappen.",
    why: "Programmet gætter ikke på, hvilken af dem du mener, for et gæt kunne ændre sidste års \
        vurdering.",
    example: "Mappen har både skovby-2025.risiko.yml og skovby-2026.risiko.yml.",
    fix: "Skriv filnavnet i kommandoen.",
};

pub(in super::super) const ARG016: Explanation = Explanation {
    says: "Ændringen er af en slags, som skal begrundes, og begrundelsen mangler.",
    why: "En tilsynsmyndighed eller en ny kollega skal kunne se, hvorfor I valgte, som I gjorde.",
    example: "Du sætter en aktivitet til ikke relevant uden at skrive hvorfor.",
    fix: "Tilføj --reason med en sætning, for eksempel \"Opgaven løses af nabokommunen efter \
        aftale\".",
};

pub(in super::super) const ARG017: Explanation = Explanation {
    says: "De to metoder har ikke lige mange niveauer, så tallene kan ikke læses over i den anden.",
    why: "Niveau 3 af 4 er ikke det samme som niveau 3 af 5. Tal bliver aldrig strakt eller \
        presset sammen i det skjulte.",
    example: "Vurderingen bruger kl-4x4 med fire niveauer, og du vil se den gennem en metode med \
        fem.",
    fix: "Vælg en metode med lige så mange niveauer på begge skalaer, eller vurdér aktiviteterne \
        på ny.",
};

pub(in super::super) const ARG018: Explanation = Explanation {
    says: "Kommandoen nævner ingen aktivitet, så det vides ikke, hvad den skal ændre.",
    why: "En ændring af alle aktiviteter på én gang ville næsten altid være en fejl.",
    example: "Der står \"risiko assess --likelihood 3\" uden et aktivitetsnummer.",
    fix: "Skriv aktivitetens nummer, et område med --area, et KLE-nummer med --kle eller en fil med \
        --batch.",
};

pub(in super::super) const ARG019: Explanation = Explanation {
    says: "En oplysning er angivet uden den, som den hører til.",
    why: "En frist uden handling eller en databehandler uden system kan ikke gemmes noget sted, og \
        den ville ellers gå tabt i stilhed.",
    example: "Der står --action-deadline 2026-12-31, men --action mangler.",
    fix: "Tilføj det valg, som beskeden nævner, eller fjern det, der står alene.",
};

pub(in super::super) const ARG020: Explanation = Explanation {
    says: "Aktiviteten er i kataloget, men vurderingen har intet svar om den.",
    why: "Uden et svar er der intet niveau at vise eller forklare.",
    example: "Der står \"risiko show 81\", men 81 udgik, før vurderingen blev oprettet.",
    fix: "Vælg en aktivitet, der er med, eller skriv et svar om den med: risiko assess.",
};

pub(in super::super) const YML001: Explanation = Explanation {
    says: "Filens form er brudt på den linje, beskeden peger på, og resten kan derfor ikke læses.",
    why: "Et forskudt mellemrum kan flytte et svar over til en anden aktivitet. Programmet gætter \
        derfor ikke på meningen, men stopper.",
    example: "Linjen \"note: haster: ring først\" har et kolon i teksten og skal skrives note: \
        \"haster: ring først\".",
    fix: "Se på linjen og den foregående. Det er som regel skæv indrykning, et manglende \
        anførselstegn, et manglende kolon eller et tabulatortegn i stedet for mellemrum.",
};

pub(in super::super) const YML002: Explanation = Explanation {
    says: "Filen har en nøgle, som programmet ikke kender på det sted.",
    why: "Et svar under en ukendt nøgle ville ellers blive overset, og tallet ville mangle i \
        risikobilledet.",
    example: "Der står \"sandsynlighed: 3\", men nøglen hedder \"likelihood\".",
    fix: "Ret nøglen til en af dem, beskeden nævner. Nøglerne er engelske ord i små bogstaver.",
};

pub(in super::super) const YML003: Explanation = Explanation {
    says: "Den samme nøgle står to gange i den samme blok.",
    why: "Kun den ene kan gælde, og intet i filen siger hvilken.",
    example: "En aktivitet har både \"likelihood: 2\" og længere nede \"likelihood: 3\".",
    fix: "Behold den linje, der er rigtig, og slet den anden.",
};

pub(in super::super) const YML004: Explanation = Explanation {
    says: "En nøgle, som altid skal være der, mangler eller har ingen værdi.",
    why: "Uden den kan resten ikke tolkes: en aktivitet uden id er for eksempel ikke et svar på \
        noget.",
    example: "En blok under \"activities\" har status og tal, men ingen linje med \"id\".",
    fix: "Tilføj nøglen i den blok, beskeden peger på.",
};

pub(in super::super) const YML005: Explanation = Explanation {
    says: "Værdien er af en anden slags end den, der skal stå her.",
    why: "Programmet omregner ikke i det skjulte, for eksempel en dato skrevet på dansk, fordi \
        dag og måned så let bliver byttet om.",
    example: "Der står \"review-by: 31-12-2026\", men datoen skal skrives 2026-12-31.",
    fix: "Skriv værdien om til den slags, beskeden nævner.",
};

pub(in super::super) const YML006: Explanation = Explanation {
    says: "Værdien er ikke en af dem, der kan stå her.",
    why: "Faste ord gør, at status og håndtering kan tælles og sammenlignes mellem kommuner.",
    example: "Der står \"status: vurderet\", men værdien hedder \"assessed\".",
    fix: "Brug en af værdierne i beskeden, skrevet helt som der.",
};

pub(in super::super) const YML007: Explanation = Explanation {
    says: "Filen er større, længere eller dybere, end en vurdering eller en liste kan blive.",
    why: "Grænserne beskytter mod filer, der er beskadigede eller lavet for at få programmet til \
        at gå ned.",
    example: "En fil på 40 MB er næppe en vurdering; en fuld vurdering fylder under 1 MB.",
    fix: "Kontrollér, at det er den rigtige fil, og at den er kommet helt frem, hvis du har fået \
        den tilsendt.",
};

pub(in super::super) const YML008: Explanation = Explanation {
    says: "Filen har kommentarer (linjer med #), og de ville gå tabt, hvis programmet skrev filen.",
    why: "Programmet skriver altid filen i den samme faste form og kan ikke vide, hvor en \
        kommentar hører til. Det sletter ikke noget, du har skrevet, uden at spørge.",
    example: "Over en aktivitet står \"# afventer svar fra IT\", og du vil sætte et tal på \
        aktiviteten.",
    fix: "Flyt teksten til aktivitetens \"note\", som bliver bevaret, og slet kommentaren.",
};

pub(in super::super) const ARG021: Explanation = Explanation {
    says: "Kataloget har ingen aktivitet, trussel, foranstaltning eller lov med det navn.",
    why: "Programmet gætter ikke, for to poster kan ligge tæt på hinanden.",
    example: "Der er skrevet T99, men truslerne slutter tidligere.",
    fix: "Søg efter den med risiko catalog search, eller se listen med risiko catalog list.",
};

pub(in super::super) const ARG022: Explanation = Explanation {
    says: "Mappen har hverken et katalog eller et lokalt katalog.",
    why: "Et katalog, der er nævnt, men ikke findes, må ikke stiltiende blive til det medfølgende.",
    example: "Der står --catalog . i mappen over den, som filen local.yml ligger i.",
    fix: "Peg på mappen med local.yml, kl.yml eller catalog.yml, eller lad --catalog være.",
};

pub(in super::super) const ARG023: Explanation = Explanation {
    says: "Den version af kataloget findes ikke her.",
    why: "Programmet har én version med. En anden version skal ligge i en mappe, som --catalog peger på.",
    example: "Der er skrevet 2027.1, men programmet har 2026.1 med.",
    fix: "Hent den udgave af risiko, der har versionen med, eller peg på katalogets mappe med --catalog.",
};

pub(in super::super) const ARG024: Explanation = Explanation {
    says: "Kommandoen skal blive på skærmen med --watch, men der er ingen skærm.",
    why: "Det, der tegnes igen og igen, ville blive til en fil uden ende, og den, der venter på resultatet, \
        ville vente for evigt.",
    example: "Der står \"risiko list --watch > liste.txt\".",
    fix: "Udelad --watch, eller kør kommandoen i et terminalvindue uden omdirigering.",
};

pub(in super::super) const ARG025: Explanation = Explanation {
    says: "Risikoen kan ikke accepteres, som den står, fordi ingen kan se, hvad der siges ja til.",
    why: "Den, der accepterer, skal kende risikoen i dag og den, der er tilbage, når det planlagte \
        er gjort. Ellers er det en underskrift på et tomt papir.",
    example: "Aktiviteten er i gang, men ikke meldt færdig. Eller der er valgt at mitigere en \
        trussel, men restrisikoen mangler.",
    fix: "Gør vurderingen færdig, og kør kommandoen igen. Alt, hvad der mangler, står på én gang, \
        og intet er skrevet.",
};

pub(in super::super) const ARG026: Explanation = Explanation {
    says: "Accepten ville være udløbet, før den begynder.",
    why: "En accept, der ikke gælder en eneste dag, er som regel en tastefejl i årstallet.",
    example: "Der er skrevet --until 2025-11-01, men dagen er 1. november 2026.",
    fix: "Angiv en dag, der ligger senere, eller udelad --until.",
};

pub(in super::super) const ARG027: Explanation = Explanation {
    says: "Kommandoen skal vide, hvad der er valgt, før den kan skrive noget.",
    why: "En rapport til byrådet siger noget andet end en til direktionen. Programmet gætter ikke, hvem den er til.",
    example: "Der er skrevet \"risiko report\" uden at sige, hvem rapporten er til.",
    fix: "Vælg et af ordene i meddelelsen, fx \"--for direktion\". \"risiko report --list-templates\" siger, hvad de fortæller.",
};
