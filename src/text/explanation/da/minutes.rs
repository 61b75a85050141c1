//! Meetings and minutes, explained in Danish.

use super::super::Explanation;

pub(in super::super) const MIN001: Explanation = Explanation {
    says: "Der ligger intet referat ved siden af vurderingen, eller intet fra den dag.",
    why: "Referatet bliver til, når I holder møde med \"risiko assess --meeting\". Det ligger i en fil \
        for sig for hver mødedag, ved siden af vurderingen.",
    example: "Vurderingen er flyttet til en ny mappe, men referatet blev ikke flyttet med.",
    fix: "Hold et møde først, skriv en anden dag efter \"--date\", eller læg filen, hvor vurderingen \
        ligger. Den hedder som vurderingen, fx \"skovby-2026.moede-2026-11-26.yml\".",
};

pub(in super::super) const MIN002: Explanation = Explanation {
    says: "Referatet handler om en anden kommune, runde eller metode end vurderingen.",
    why: "Tallene før og efter mødet betyder kun noget sammen med den vurdering, de stod i.",
    example: "Referatet fra 2025 er omdøbt, så det ser ud til at høre til runden 2026.",
    fix: "Find den vurdering, mødet handlede om, og læg referatet ved siden af den.",
};

pub(in super::super) const MIN003: Explanation = Explanation {
    says: "Mødetilstand kan ikke begynde, for der er ingen skærm at vise den på.",
    why: "På mødet ser alle på skærmen, mens en skriver. I et script er der ingen, der ser eller skriver.",
    example: "Kommandoen er sat til at køre hver nat, eller dens svar sendes videre med et rør.",
    fix: "Kør kommandoen direkte i et terminalvindue. Referatet fra et tidligere møde kan skrives ud \
        uden skærm med \"risiko minutes\".",
};
