//! Workbooks and CSV coming in, in Danish.

use super::super::Explanation;

pub(in super::super) const IMP001: Explanation = Explanation {
    says: "Filen er ikke en projektmappe, som programmet kan læse.",
    why: "Gamle formater og filer med adgangskode kan ikke åbnes sikkert, så programmet lader dem \
        være.",
    example: "Filen hedder vurdering.xls, er gemt i Excel 97-format eller er beskyttet med \
        adgangskode.",
    fix: "Åbn filen i Excel eller LibreOffice, fjern adgangskoden, og gem den som .xlsx.",
};

pub(in super::super) const IMP002: Explanation = Explanation {
    says: "Projektmappen er større eller bygget anderledes, end en almindelig projektmappe er, eller \
        noget står langt uden for skemaet.",
    why: "En lille fil kan være lavet, så den fylder hele computerens hukommelse, når den åbnes. \
        Derfor stopper programmet, før det sker.",
    example: "Arket har formatering helt ned til række en million.",
    fix: "Slet det, der står langt uden for skemaet, og gem. Hjælper det ikke, så eksportér en ny \
        projektmappe, og flyt svarene over i den. Kender du ikke \
        afsenderen, så spørg jeres it-afdeling først.",
};

pub(in super::super) const IMP003: Explanation = Explanation {
    says: "Et ark, som programmet skal bruge, findes ikke i projektmappen.",
    why: "Programmet leder efter arket på dets navn og ellers på dets overskrifter. Det gætter ikke \
        på et andet, for så kunne tal blive læst fra en kladde.",
    example: "Arket \"Trusler\" er blevet slettet.",
    fix: "Giv arket dets navn tilbage, eller eksportér en ny projektmappe. Er det jeres eget skema, så ret arkets navn i filen til --map.",
};

pub(in super::super) const IMP004: Explanation = Explanation {
    says: "En kolonne, som skal være der, mangler på arket.",
    why: "Kolonner findes på deres overskrift. Er overskriften væk, kan programmet ikke vide, \
        hvad tallene betyder.",
    example: "Overskriften \"Sandsynlighed\" er blevet slettet sammen med en tom række.",
    fix: "Skriv overskriften igen. Kolonnen må gerne stå et andet sted end før. Er det jeres eget skema, så ret overskriften i filen til --map.",
};

pub(in super::super) const IMP005: Explanation = Explanation {
    says: "Arket har en kolonne, som programmet ikke kender.",
    why: "Egne kolonner er velkomne: de gemmes sammen med vurderingen og kommer med ved næste eksport. Men er det en kendt kolonne med en tastefejl i overskriften, bliver det, der står i den, ikke læst som svar.",
    example: "Overskriften er \"Konsekvns\" i stedet for \"Konsekvens\".",
    fix: "Ret overskriften, hvis den skal læses. Er det jeres egen kolonne, skal I ikke gøre \
        noget.",
};

pub(in super::super) const IMP006: Explanation = Explanation {
    says: "En celle har en fejl eller en værdi, der ikke kan læses.",
    why: "Cellen er ikke tom, så nogen har ment noget. Derfor bliver den hverken sprunget over \
        eller læst som nul.",
    example: "Cellen viser #REF!, fordi en formel peger på et slettet ark.",
    fix: "Skriv selve værdien i cellen, eller tøm den, hvis der ikke er taget stilling.",
};

pub(in super::super) const IMP007: Explanation = Explanation {
    says: "En række har et aktivitetsnummer, som ikke findes i kataloget.",
    why: "Uden et kendt nummer ved programmet ikke, hvilken aktivitet tallene hører til, og så \
        ville de gå tabt.",
    example: "Der står O3 med bogstavet O i stedet for 03.",
    fix: "Ret nummeret i den celle, beskeden peger på, og læs projektmappen ind igen. Er det jeres egen nye aktivitet, så skriv også titel og område i rækken.",
};

pub(in super::super) const IMP008: Explanation = Explanation {
    says: "En celle har et niveau, som ikke findes på skalaen.",
    why: "Tallet bliver hverken rundet af eller sprunget over, for begge dele ville ændre jeres \
        vurdering.",
    example: "Der står 5 på en skala med fire niveauer, eller der står \"2-3\".",
    fix: "Skriv et af niveauerne i beskeden, som tal eller med dets navn. Lad cellen stå tom, \
        hvis der ikke er taget stilling.",
};

pub(in super::super) const IMP009: Explanation = Explanation {
    says: "En række, som var i projektmappen ved eksporten, er der ikke længere.",
    why: "En slettet række kan være en fejl. Derfor bliver svaret i vurderingen stående, og du \
        får besked.",
    example: "En kollega har slettet rækken for en aktivitet for at få plads på papiret.",
    fix: "Var det en fejl, skal I ikke gøre noget. Skal svaret væk, så markér aktiviteten eller \
        truslen som ikke relevant med en begrundelse.",
};

pub(in super::super) const IMP010: Explanation = Explanation {
    says: "Den samme aktivitet, eller den samme trussel i en aktivitet, står i to rækker.",
    why: "Rækkerne kan have forskellige tal, og programmet vælger ikke for jer.",
    example: "To kollegers rækker er kopieret ind under hinanden, og begge har aktivitet 74.",
    fix: "Behold den rigtige række, og slet den anden.",
};

pub(in super::super) const IMP011: Explanation = Explanation {
    says: "En række har et trusselsnummer, som ikke findes i kataloget.",
    why: "Uden en kendt trussel kan programmet ikke regne risikoen ud, og svaret ville gå tabt.",
    example: "Der står T1O med bogstavet O i stedet for T10.",
    fix: "Ret nummeret efter trusselskataloget i projektmappen, og læs den ind igen.",
};

pub(in super::super) const IMP012: Explanation = Explanation {
    says: "En celle har en værdi, som ikke kan vælges i den kolonne.",
    why: "Rullelisten i cellen kan omgås ved at kopiere ind over den, så værdierne bliver \
        kontrolleret igen her.",
    example: "Der står \"måske\" i en kolonne, hvor svaret er ja eller nej.",
    fix: "Vælg en af værdierne i beskeden, eller tøm cellen.",
};

pub(in super::super) const IMP013: Explanation = Explanation {
    says: "Projektmappen er eksporteret fra en anden vurdering end den, du vil læse den ind i.",
    why: "Tallene ville ellers lande i en forkert kommune eller et forkert år.",
    example: "Projektmappen er fra Fjordby, men filen er Skovbys.",
    fix: "Vælg den vurdering, som projektmappen kommer fra. Vil du sammenligne de to, så gør det \
        i stedet for at læse ind.",
};

pub(in super::super) const IMP014: Explanation = Explanation {
    says: "Teksten i en celle, som ikke skal udfyldes, er blevet ændret.",
    why: "Titler og beregnede felter kommer fra kataloget og bliver ikke læst tilbage. Ændringen \
        er altså ikke kommet med.",
    example: "Titlen på aktivitet 74 er rettet direkte i arket.",
    fix: "Er kun nogle af kolonnerne sorteret, kan svarene stå ud for en forkert aktivitet: se rækken efter. Skal der stå noget særligt om aktiviteten, så skriv det i kolonnen \"Bemærkning\".",
};

pub(in super::super) const IMP015: Explanation = Explanation {
    says: "Projektmappen er lavet af en nyere udgave af programmet.",
    why: "Den kan have felter, som denne udgave ikke kender og derfor ville springe over.",
    example: "En kollega med en nyere udgave har eksporteret projektmappen.",
    fix: "Hent den nyeste udgave af risiko, og læs projektmappen ind igen.",
};

pub(in super::super) const IMP016: Explanation = Explanation {
    says: "To kolonner på arket har den samme overskrift.",
    why: "Programmet kan ikke vide, hvilken af dem der har de rigtige tal.",
    example: "Kolonnen \"Konsekvens\" er kopieret for at gemme sidste års tal ved siden af.",
    fix: "Omdøb den kolonne, der ikke skal læses, for eksempel til \"Konsekvens 2025\".",
};

pub(in super::super) const IMP017: Explanation = Explanation {
    says: "Filen har ikke oplysninger med om, hvad der stod i den ved eksporten. I en projektmappe \
        står de på et skjult ark; CSV og JSON har dem aldrig.",
    why: "De viser, hvad kollegerne har ændret, og hvad der bare er gamle tal. Uden dem kunne et \
        gammelt tal overskrive et nyt.",
    example: "Arkene er kopieret over i en ny projektmappe, og det skjulte ark kom ikke med.",
    fix: "Angiv den vurdering, som filen blev eksporteret fra, med --assume-base: en kopi fra dengang eller den, I har i dag, men se så hver ændring efter med --dry-run først. Ellers eksportér en ny projektmappe, og flyt svarene over i den.",
};

pub(in super::super) const IMP018: Explanation = Explanation {
    says: "En linje i CSV-filen har et andet antal felter end overskriften.",
    why: "Er der et felt for meget eller for lidt, er resten af linjen forskudt, og tal ville \
        lande i en forkert kolonne.",
    example: "Teksten i en bemærkning har et semikolon og står ikke i anførselstegn.",
    fix: "Sæt anførselstegn om teksten, eller fjern det tegn, der deler den.",
};

pub(in super::super) const IMP019: Explanation = Explanation {
    says: "Filen er gemt med et andet tegnsæt end UTF-8, så æ, ø og å ikke kan læses sikkert.",
    why: "Et forkert tegnsæt ødelægger navne og begrundelser uden at give fejl andre steder.",
    example: "\"Ærø\" bliver til tegn, ingen kan læse, når filen er gemt som almindelig CSV i \
        Excel.",
    fix: "Åbn filen i Excel, vælg Gem som, og vælg filtypen \"CSV UTF-8\".",
};

pub(in super::super) const IMP020: Explanation = Explanation {
    says: "Flere ark i projektmappen ligner det, der skal læses.",
    why: "Det ene er måske en kladde eller en gammel kopi, og programmet gætter ikke på hvilket.",
    example: "Projektmappen har både \"Vurdering\" og \"Vurdering (2)\".",
    fix: "Slet det ark, der ikke skal læses, eller giv det rigtige sit navn tilbage. Er det jeres eget skema, så skriv arkets navn under sheet i filen til --map.",
};

pub(in super::super) const IMP021: Explanation = Explanation {
    says: "Det samme felt er ændret både i projektmappen og i filen siden eksporten, og til noget \
        forskelligt.",
    why: "En af de to ændringer ville gå tabt. Derfor er intet skrevet, før nogen har valgt.",
    example: "Ved eksporten stod sandsynligheden til 2; en kollega har skrevet 3 i projektmappen, \
        og du har sat 4 i filen.",
    fix: "Tal med den, der har skrevet det andet tal, og vælg så side med --prefer workbook eller \
        --prefer file. Er der flere, så brug --decisions valg.csv: listen bliver skrevet, du udfylder \
        den, og kører samme kommando igen.",
};

pub(in super::super) const IMP022: Explanation = Explanation {
    says: "En kolonne, som var i projektmappen ved eksporten, er der ikke længere.",
    why: "En slettet kolonne kan være en fejl. Derfor bliver svarene i vurderingen stående, og du \
        får besked.",
    example: "En kollega har slettet kolonnen \"Bemærkning\", før arket blev sendt til direktionen.",
    fix: "Er det meningen, skal I ikke gøre noget. Ellers eksportér igen, og flyt jeres rettelser \
        over i den nye projektmappe.",
};

pub(in super::super) const IMP023: Explanation = Explanation {
    says: "En afgørelse på listen gælder andre værdier end dem, der står der nu.",
    why: "Den, der traf afgørelsen, så andre tal. Derfor bliver den ikke brugt på de nye.",
    example: "På listen stod 2 mod 3, og projektmappen vandt. Siden har en kollega rettet 3 til 4 i \
        projektmappen.",
    fix: "Lad programmet skrive listen på ny under et andet navn, og tag stilling til de nye værdier.",
};

pub(in super::super) const IMP024: Explanation = Explanation {
    says: "En afgørelse på listen blev ikke brugt, fordi der ikke er nogen konflikt om feltet.",
    why: "Det kan være en rest fra en tidligere import eller en tastefejl i nummeret eller feltet.",
    example: "Listen nævner projektmappen jobcenter.xlsx, men den hedder nu jobcenter-2.xlsx.",
    fix: "Ret rækken, hvis den er forkert. Ellers skal I ikke gøre noget.",
};

pub(in super::super) const IMP025: Explanation = Explanation {
    says: "En kolonne i jeres eget skema eller et skema fra OS2compliance er ikke taget med, fordi ingen har sagt, hvad den indeholder.",
    why: "Programmet gætter ikke på, hvad en kolonne betyder, og intet skal forsvinde, uden at du får \
        det at vide.",
    example: "Skemaet har kolonnen \"Farve\", som filen til --map ikke nævner.",
    fix: "Skal kolonnen med, så giv dens overskrift en linje under columns i filen til --map. Ellers \
        skal I ikke gøre noget.",
};

pub(in super::super) const IMP026: Explanation = Explanation {
    says: "En række i jeres eget skema eller et skema fra OS2compliance er ikke taget med, og der står hvorfor.",
    why: "Hver række bliver enten taget med eller nævnt, så du kan tælle efter.",
    example: "Rækken \"Social og sundhed\" er en mellemoverskrift og ingen aktivitet.",
    fix: "Skulle rækken have været med, så skriv nummeret på aktiviteten eller truslen i den, eller giv navnet en linje under activities i filen til --map, og læs skemaet ind igen.",
};

pub(in super::super) const IMP027: Explanation = Explanation {
    says: "To rækker i jeres eget skema eller et skema fra OS2compliance, eller i listen over dets trusler, siger noget forskelligt om det samme.",
    why: "Der er kun plads til ét svar, og programmet vælger ikke imellem jeres egne rækker.",
    example: "Aktivitet 74 har en række for hver trussel, og i den ene er risikoejeren en anden.",
    fix: "Skriv det samme i rækkerne, eller lad kun en af dem have en værdi.",
};

pub(in super::super) const IMP028: Explanation = Explanation {
    says: "Truslerne i skemaet fra OS2compliance har forskellige tal for den samme konsekvens, og det \
        højeste er taget.",
    why: "I OS2compliance står konsekvensen ved hver trussel, men her har en aktivitet ét tal for hver \
        slags konsekvens. Det højeste får ikke risikoen til at se mindre ud, end den er.",
    example: "Fortrolighed er 4 ved fejlsendte breve og 2 ved tabte nøgler; aktiviteten får 4.",
    fix: "Se efter, om det højeste tal gælder aktiviteten som helhed, og ret det ellers med risiko assess.",
};

pub(in super::super) const IMP029: Explanation = Explanation {
    says: "Nogle trusler i skemaet fra OS2compliance er tekster, som kataloget ikke har.",
    why: "En trussel kendes her på sit nummer, og programmet gætter ikke på, hvilken der er ment.",
    example: "Skemaet har \"Snageri i sager\", og kataloget kalder noget lignende T11.",
    fix: "Kør importen med --threats trusler.csv. Listen bliver skrevet med et forslag til hver trussel; \
        udfyld numrene, og kør samme kommando igen.",
};

pub(in super::super) const IMP030: Explanation = Explanation {
    says: "Et ark, som var i projektmappen ved eksporten, er der ikke længere.",
    why: "Et slettet ark kan være en fejl. Derfor bliver det, der stod på det, stående i vurderingen, og du får besked.",
    example: "Arket \"Handlinger\" er slettet, før projektmappen blev sendt tilbage.",
    fix: "Er det meningen, skal I ikke gøre noget. Ellers eksportér igen, og flyt jeres rettelser over i den nye projektmappe.",
};

pub(in super::super) const IMP031: Explanation = Explanation {
    says: "De samme handlinger er rettet på arket \"Handlinger\" og i cellen på aktivitetens eller \
        truslens egen række, men ikke til det samme.",
    why: "Programmet kan ikke vide, hvad der gælder, og det må ikke vælge for jer.",
    example: "I \"Handlinger\" står fristen til 1. marts, i cellen på \"Trusler\" til 1. april.",
    fix: "Skriv det rigtige ét af stederne, og lad det andet stå, som det var ved eksporten; \
        eller skriv det samme begge steder.",
};

pub(in super::super) const IMP032: Explanation = Explanation {
    says: "En handling havde en række på arket \"Handlinger\", men rækken er væk.",
    why: "En slettet række kan være en fejl ved sortering eller kopiering. Handlingen bliver stående i vurderingen.",
    example: "Nogen har slettet rækken, fordi handlingen er udført.",
    fix: "Skal handlingen slettes, så eksportér igen, behold rækken, og tøm handling, ansvarlig og frist i den.",
};

pub(in super::super) const IMP033: Explanation = Explanation {
    says: "Projektmappen har et ark, som I selv har lavet. Indholdet gemmes sammen med vurderingen og kommer med ved næste eksport.",
    why: "Det, der skrives i projektmappen, må ikke gå tabt, heller ikke på jeres egne ark. Men kun \
        tekst, tal og datoer kan gemmes; formatering, billeder og selve formlerne kan ikke.",
    example: "Projektmappen har arket \"Noter fra mødet\" med 12 udfyldte celler.",
    fix: "I skal ikke gøre noget. Skal arket væk igen, så tøm det i projektmappen, eller slet det under own-sheets i vurderingens fil.",
};

pub(in super::super) const IMP034: Explanation = Explanation {
    says: "To ark ligner samme skema. Kun det ene er læst.",
    why: "Programmet kan ikke vide, om en kopi er en kladde eller det, der gælder. Derfor læses \
        kun det ark, der har det rigtige navn.",
    example: "\"Vurdering (2)\" er en kopi af \"Vurdering\".",
    fix: "Er det kopien, der er udfyldt, så flyt svarene til det rigtige ark. Ellers slet den.",
};

pub(in super::super) const IMP035: Explanation = Explanation {
    says: "Et ark, som I selv har lavet, er for stort til at blive gemt sammen med vurderingen.",
    why: "Filen skal kunne læses og sammenlignes linje for linje. Et udtræk på tusindvis af celler \
        hører til i en fil for sig selv.",
    example: "Arket \"Udtræk\" har 9.000 celler; der er plads til 5.000 i alt.",
    fix: "Gem arket i en projektmappe for sig selv. Det kommer ikke med ved næste eksport.",
};

pub(in super::super) const IMP036: Explanation = Explanation {
    says: "CSV-filen er ingen af de tabeller, der kan læses ind: Vurdering, Trusler eller Handlinger.",
    why: "Tabellen kendes på sine overskrifter. Uden dem kan programmet ikke vide, hvad tallene \
        gælder, og det gætter ikke.",
    example: "Overskriften \"Nr.\" er slettet, eller filen er en liste fra et andet system.",
    fix: "Sæt overskrifterne fra eksporten ind igen. Er det jeres eget skema, så brug --map; er det \
        tal til mange aktiviteter på én gang, så brug \"risiko assess --batch\".",
};

pub(in super::super) const IMP037: Explanation = Explanation {
    says: "En tabel som CSV eller JSON har ikke den form, den skal have, så den kan ikke læses.",
    why: "Er filen skåret over, eller står der noget andet end ventet, ville svar gå tabt eller lande \
        et forkert sted. Derfor læses intet af den.",
    example: "JSON-filen slutter midt i en række, eller en række mangler et felt, som de andre har.",
    fix: "Ret det sted, beskeden peger på, eller lav filen igen med \"risiko export\".",
};

pub(in super::super) const IMP038: Explanation = Explanation {
    says: "Celler i skemaet er flettet sammen til én.",
    why: "Når celler flettes, sletter Excel det, der stod i alle andre celler end den første. Programmet kan ikke vide, om tallene skulle væk, og må ikke tage dem for tomme.",
    example: "Konsekvensen for fortrolighed, integritet og tilgængelighed er flettet til ét 3-tal.",
    fix: "Ophæv fletningen, skriv det, der skal stå i hver celle, og læs projektmappen ind igen.",
};

pub(in super::super) const IMP039: Explanation = Explanation {
    says: "Projektmappen har makroer.",
    why: "En makro er et program, der kan gøre hvad som helst på den computer, den køres på. \
        Programmet kører ingen makroer og læser kun, hvad der står i cellerne.",
    example: "Filen er gemt som .xlsm, fordi en kollega har lavet en knap.",
    fix: "Kender I ikke afsenderen, så spørg jeres it-afdeling, før I åbner den i Excel. Ellers skal I ikke gøre noget; næste eksport er uden makroer.",
};

pub(in super::super) const IMP040: Explanation = Explanation {
    says: "Projektmappen henter tal fra andre filer.",
    why: "Tallene kan være gamle, eller filen kan ligge et sted, som andre ikke kan se. Programmet åbner ingen andre filer og læser det resultat, der sidst blev gemt.",
    example: "En celle henter sandsynligheden fra sidste års projektmappe.",
    fix: "Se efter, om de tal, der hentes, er dem, I mener. Skriv dem ellers i cellen.",
};

pub(in super::super) const IMP041: Explanation = Explanation {
    says: "Der står noget på arket, som ikke hører til en række eller en kolonne i skemaet, eller som er \
        skrevet på et ark, der ikke skal udfyldes.",
    why: "Programmet gemmer det, der står i skemaets rækker, i jeres egne kolonner og på jeres egne \
        ark. Andet bliver ikke læst, og det er derfor ikke med ved næste eksport.",
    example: "Under den sidste række står: \"Gennemgået på mødet den 3. november\".",
    fix: "Flyt det ind i aktivitetens række, for eksempel i \"Bemærkning\". Står det i en kolonne uden \
        overskrift, så giv den en. Gælder det hele vurderingen, så skriv det på et ark for sig selv.",
};

pub(in super::super) const IMP042: Explanation = Explanation {
    says: "Nogen har skrevet kommentarer på celler i projektmappen.",
    why: "En kommentar hænger ved en celle og er ikke en del af vurderingen, så den er ikke med ved \
        næste eksport. De kommentarer, som programmet selv har skrevet, tæller ikke med her.",
    example: "På cellen med sandsynligheden hænger en kommentar om, at tallet er for højt.",
    fix: "Skriv det i kolonnen \"Bemærkning\" eller i begrundelsen, hvis det skal gemmes. Behold ellers \
        projektmappen, til I har talt om det.",
};

pub(in super::super) const IMP043: Explanation = Explanation {
    says: "Rækken har et af kommunens egne numre, men det tilhører en anden aktivitet.",
    why: "To afdelinger kan have givet hver sin nye aktivitet det samme nummer. Blev de læst ind som én, \
        ville svarene blive blandet sammen.",
    example: "Kultur har skrevet X07 Fyrtårn, og Sundhed har skrevet X07 Krematorium.",
    fix: "Giv den ene aktivitet et andet nummer, for eksempel X08. Skal titlen rettes, så ret den i \
        kommunens eget katalog i mappen catalog.",
};

pub(in super::super) const IMP044: Explanation = Explanation {
    says: "En handling er væk eller skrevet helt om, og det, der stod ved den i jeres egne kolonner på \
        arket \"Handlinger\", er ikke længere med i vurderingen.",
    why: "I cellen på \"Vurdering\" og \"Trusler\" er en handling en linje tekst. Ændres linjerne dér, \
        kan programmet ikke altid se, hvilken handling der er hvilken, og det må ikke gætte.",
    example: "Ved handlingen \"Skift lås\" står 40.000 i kolonnen \"Budget\", og linjen bliver slettet i \
        cellen, mens to nye kommer til.",
    fix: "Skal det bevares, så eksportér igen, og skriv det ud for den rigtige handling. Ret helst \
        handlinger på arket \"Handlinger\", hvor hver har sin række.",
};

pub(in super::super) const IMP045: Explanation = Explanation {
    says: "Nogen har skrevet i et felt, som regnes ud. Det, der står i feltet, er ikke taget med.",
    why: "Risikoen følger af sandsynligheden, konsekvensen og metodens matrix. Kunne den skrives direkte, \
        ville tallene og risikoniveauet ikke længere passe sammen.",
    example: "Ud for aktivitet 61 er risikoniveauet rettet til \"Lav\", men sandsynligheden er stadig 4.",
    fix: "Skal risikoen være lavere, så ret sandsynligheden eller konsekvensen, og skriv hvorfor. Er det \
        en bemærkning, så flyt den til kolonnen \"Bemærkning\".",
};

pub(in super::super) const IMP046: Explanation = Explanation {
    says: "Filen har ikke alle de rækker, som vurderingen har. Svarene i de rækker er urørt.",
    why: "En CSV-fil siger ikke selv, om den er hele vurderingen eller en del af den. Programmet kan derfor \
        ikke vide, om rækkerne er slettet ved en fejl, og sletter aldrig noget af den grund.",
    example: "Afdelingen har fået en CSV-fil med sine 12 aktiviteter, og vurderingen har 95.",
    fix: "Er filen kun en del, skal I ikke gøre noget. Skulle den være hel, så eksportér igen, og se efter, \
        hvilke rækker der mangler.",
};

pub(in super::super) const IMP047: Explanation = Explanation {
    says: "Der står en begrundelse i listen over afgørelser ud for et felt, hvor den ikke bliver læst.",
    why: "Mødets begrundelse har kun en plads ved en sandsynlighed. Ved de andre felter ville den \
        blive blandet med det, hver har skrevet, eller gå tabt.",
    example: "Mødet blev enige om konsekvens 3 og skrev \"Få personer\" i kolonnen \"begrundelse\".",
    fix: "Skriv begrundelsen ind bagefter med risiko assess, eller afgør rækken med feltets egen begrundelse.",
};
