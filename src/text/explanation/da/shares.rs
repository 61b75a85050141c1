//! Exchange files, explained in Danish.

use super::super::Explanation;

pub(in super::super) const SHR001: Explanation = Explanation {
    says: "Filen er ikke en delefil, som programmet kan læse.",
    why: "En delefil er den fil med tal, som \"risiko share\" skriver. En halv fil eller en anden slags \
        fil ville give en sammenligning, der ser hel ud og ikke er det.",
    example: "Filen er gemt fra en mail, der blev afbrudt, eller den er skrevet med \"risiko export\".",
    fix: "Bed afsenderen om at sende filen igen. Den ender på .risiko-share.json.",
};

pub(in super::super) const SHR002: Explanation = Explanation {
    says: "Kontrolsummen i delefilen passer ikke til resten af filen.",
    why: "Kontrolsummen er regnet ud fra alt andet i filen. Når den ikke passer, er der rettet i filen \
        undervejs, med vilje eller ved et uheld, og så er tallene måske ikke afsenderens.",
    example: "Nogen har åbnet filen i en editor og ændret en sandsynlighed fra 3 til 2.",
    fix: "Bed afsenderen om at skrive filen igen og sende den uden at rette i den. Afsenderen kan læse \
        sin kontrolsum op i telefonen; I ser jeres med \"risiko share --verify FIL\".",
};

pub(in super::super) const SHR003: Explanation = Explanation {
    says: "Afsenderen har vurderet aktiviteter eller trusler, som jeres katalog ikke har.",
    why: "Tallene kan læses, men I kan ikke se, hvad de handler om, og I har selv intet svar at sætte \
        ved siden af.",
    example: "Afsenderen bruger kataloget 2027.1 med aktivitet 91, og I bruger 2026.1.",
    fix: "Hent den nyeste udgave af risiko. Indtil da står nummeret, hvor titlen skulle have stået.",
};

pub(in super::super) const SHR004: Explanation = Explanation {
    says: "Delefilen er ikke skrevet, fordi ingen har sagt ja til det.",
    why: "Før noget forlader kommunen, skal et menneske se, hvad der går med. I et script er der ingen \
        at spørge.",
    example: "Et script kører \"risiko share\" hver nat.",
    fix: "Se først, hvad filen indeholder, med \"--dry-run\". Tilføj derefter \"--yes\" i scriptet.",
};
