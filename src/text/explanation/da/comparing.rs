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
