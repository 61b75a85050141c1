//! Comparing assessments, in Danish.

use super::super::Explanation;

pub(in super::super) const CMP001: Explanation = Explanation {
    says: "Filen er ikke en vurdering, som programmet kan sammenligne.",
    why: "Der kan kun sammenlignes, når programmet ved, hvilken kommune, hvilken runde og hvilken \
        metode tallene hører til.",
    example: "Der står vurdering.csv, som kun er en tabel, eller et regneark, som kommunen selv \
        har lavet.",
    fix: "Brug vurderingen (.risiko.yml), en projektmappe fra risiko export (.xlsx) eller en delt \
        fil (.risiko-share.json). Et andet skema læses først ind med risiko import.",
};

pub(in super::super) const CMP002: Explanation = Explanation {
    says: "En tidligere runde, som skal med i sammenligningen, er fra en anden kommune.",
    why: "Tidligere runder bruges til at sige, hvor længe et svar har stået uændret. Det giver kun \
        mening inden for samme kommune.",
    example: "Der står --earlier fjordby-2024.risiko.yml, men de to filer, der sammenlignes, er \
        Skovbys.",
    fix: "Nævn kommunens egne tidligere runder ved --earlier, eller udelad den.",
};

pub(in super::super) const CMP003: Explanation = Explanation {
    says: "Et højere niveau er sat til at svare til et lavere, end niveauet under det svarer til.",
    why: "Så ville en værre risiko komme til at se mildere ud i sammenligningen.",
    example: "Sandsynlighed 3 svarer til 3, men sandsynlighed 4 er sat til at svare til 2.",
    fix: "Ret tallene, så de stiger eller er ens hele vejen. Et niveau uden modstykke udelades.",
};

pub(in super::super) const CMP004: Explanation = Explanation {
    says: "To grene i git har ændret det samme felt til hver sit.",
    why: "Kun et menneske kan afgøre, hvad der gælder. Det, som kun den ene gren har ændret, er \
        flettet ind; i dette felt står vores, indtil nogen har valgt.",
    example: "På den ene gren er sandsynligheden for T08 sat til 3, på den anden til 2. Eller den ene \
        gren siger, at truslen ikke er relevant, mens den anden har vurderet den.",
    fix: "Åbn filen ved den linje, der nævnes, ret feltet, hvis deres er det rigtige, og afslut med git \
        add og git commit. Skal den ene gren gælde alle steder, så brug --prefer ours eller --prefer \
        theirs ved risiko merge-driver. Er metoden eller kommunen en anden, er hele filen vores, for \
        så betyder tallene ikke det samme.",
};

pub(in super::super) const CMP005: Explanation = Explanation {
    says: "Der er for få filer til at vise, hvor flere personer er uenige.",
    why: "Det, der er værd at mødes om, er der, hvor to personers svar er forskellige. Det kan én fil ikke vise.",
    example: "Der står --assessors og kun Annas fil.",
    fix: "Nævn alle personers filer. De bliver til, når hver svarer for sig med risiko assess --blind NAVN.",
};

pub(in super::super) const CMP006: Explanation = Explanation {
    says: "Den samme fil er nævnt to gange, hvor der skal være en for hver person.",
    why: "En fil er altid enig med sig selv. Så ser det ud, som om to personer har svaret ens.",
    example: "Annas fil er nævnt to gange, og Bos er glemt.",
    fix: "Nævn hver persons fil én gang.",
};

pub(in super::super) const CMP007: Explanation = Explanation {
    says: "Den runde, som rapporten skal fortælle udviklingen siden, er ikke tidligere end vurderingen selv.",
    why: "Så ville rapporten vende udviklingen om: det, der er blevet bedre, ville stå som værre.",
    example: "Der står --since skovby-2026.risiko.yml i en rapport om skovby-2025.risiko.yml.",
    fix: "Nævn runden før vurderingens egen ved --since, eller byt de to filer om.",
};

pub(in super::super) const BMK001: Explanation = Explanation {
    says: "Der er for få kommuner til det, der er bedt om.",
    why: "Én kommune kan ikke lægges side om side med sig selv. Uden navne skal der mindst fem til, \
        for ellers kan enhver regne ud, hvem der har svaret hvad.",
    example: "Der står --anonymous og fire kommuners filer. Flere runder af samme kommune tæller for \
        én kommune.",
    fix: "Nævn flere kommuners filer. Er det en sammenligning af to runder eller to kommuner, så brug \
        risiko diff.",
};

pub(in super::super) const BMK002: Explanation = Explanation {
    says: "Den samme kommune er med to gange i den samme runde.",
    why: "Hver kommune tæller én gang. Når to filer siger, at de er den samme runde, kan programmet \
        ikke vide, hvilken af dem der gælder.",
    example: "Både skovby-2026.risiko.yml og en kopi af den er nævnt.",
    fix: "Nævn kun den ene fil. Er det to forskellige runder, så ret round i den ene.",
};

pub(in super::super) const BMK003: Explanation = Explanation {
    says: "De andre kommuner er lagt side om side med en anden metode end den, vurderingen bruger.",
    why: "Vores plads blandt de andre kan kun siges, når alle er læst med samme mål. Et niveau i en metode \
        er ikke det samme niveau i en anden.",
    example: "Filen er lavet med Datatilsynets matrix, og kommunen bruger KL's.",
    fix: "Kør \"risiko benchmark\" igen med \"--method\" og vurderingens metode, og brug den nye fil.",
};

pub(in super::super) const BMK004: Explanation = Explanation {
    says: "En mappe, der er nævnt, indeholder ingen vurdering.",
    why: "En mappe står for de vurderinger, der ligger i den. Er der ingen, mangler der nogen i \
        sammenligningen, uden at det kan ses på tallene.",
    example: "Kommunernes filer ligger i mappen svar/2026, men kun svar er nævnt.",
    fix: "Nævn den mappe, som filerne ligger direkte i. Se efter, om de har de rigtige endelser.",
};
