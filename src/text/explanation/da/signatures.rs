//! Signatures and keys, explained in Danish.

use super::super::Explanation;

pub(in super::super) const SIG001: Explanation = Explanation {
    says: "Ved siden af filen er der ingen underskrift, altså ingen fil med samme navn og \"minisig\" efter.",
    why: "Uden underskrift kan ingen se, om filen er den, en navngiven person har stået inde for.",
    example: "Vurderingen er godkendt uden \"--sign\", eller underskriften blev ikke sendt med.",
    fix: "Underskriv vurderingen med \"risiko approve --sign\" eller kataloget med \"risiko catalog sign\". Er den underskrevet, så læg underskriften ved siden af.",
};

pub(in super::super) const SIG002: Explanation = Explanation {
    says: "Filen er underskrevet, men den offentlige nøgle, der skal til for at efterprøve det, ligger ikke ved siden af.",
    why: "En underskrift siger kun noget sammen med den nøgle, den er sat med.",
    example: "Filen og underskriften er sendt med mail, og nøglen er glemt.",
    fix: "Få den offentlige nøgle fra den, der underskrev, gerne ad en anden vej end filen. Læg den ved siden af, eller nævn den med \"--key\".",
};

pub(in super::super) const SIG003: Explanation = Explanation {
    says: "Filen er underskrevet med en anden nøgle end dem, der er her, eller den, der er nævnt.",
    why: "Enhver kan lave en nøgle og underskrive med den. Det er nøglen, der siger, hvem det var.",
    example: "Der er kommet en ny direktør med en ny nøgle, eller nogen har underskrevet i en andens navn.",
    fix: "Spørg den, der skulle have underskrevet, hvilken nøgle der er brugt. Få den offentlige nøgle direkte af vedkommende.",
};

pub(in super::super) const SIG004: Explanation = Explanation {
    says: "Filen er ikke længere den, der blev underskrevet; hvem og hvornår er, hvad underskriften selv siger.",
    why: "Underskriften dækker hvert tegn i filen. Det, der er ændret siden, har ingen underskrevet.",
    example: "Vurderingen blev underskrevet i foråret, og i sommer blev en frist rettet.",
    fix: "Se ændringerne med \"risiko history\". Er de i orden, så godkend og underskriv igen med \"risiko approve --sign\".",
};

pub(in super::super) const SIG005: Explanation = Explanation {
    says: "Filen med underskriften kan ikke læses, eller der er rettet i den.",
    why: "En underskrift, der er beskadiget, beviser hverken det ene eller det andet.",
    example: "Underskriften er klippet ind i en mail og har fået andre linjeskift midt i.",
    fix: "Hent filen med underskriften igen, eller få den sat igen.",
};

pub(in super::super) const SIG006: Explanation = Explanation {
    says: "Filen, der er nævnt som nøgle, er ikke en nøgle eller kun den halve.",
    why: "Den hemmelige nøgle underskriver, og den offentlige efterprøver; de kan ikke bytte plads.",
    example: "Filen med endelsen pub er nævnt efter \"--sign\".",
    fix: "Nævn den hemmelige nøgle, når der skal underskrives, og den offentlige, når der skal efterprøves. Et nyt par laves med \"risiko key new\".",
};

pub(in super::super) const SIG007: Explanation = Explanation {
    says: "Nøglen er beskyttet af en adgangskode, og den er ikke skrevet, eller den passer ikke.",
    why: "Adgangskoden er det, der står mellem en kopi af nøglen og en falsk underskrift.",
    example: "Et script skal underskrive om natten med en nøgle, der har adgangskode.",
    fix: "Kør kommandoen i et terminalvindue, og skriv adgangskoden. Til scripts kan en nøgle laves uden, med \"--no-password\"; så skal filen passes godt på.",
};

pub(in super::super) const SIG008: Explanation = Explanation {
    says: "Listen over kataloget er underskrevet, men filerne i mappen er ikke dem, der står på den.",
    why: "Et katalog bliver til tal i vurderingerne. Hver fil i det skal være den, udgiveren stod inde for.",
    example: "Nogen har rettet en trussel i deres egen kopi af kataloget.",
    fix: "Hent kataloget igen. Egne ændringer hører hjemme i kommunens eget katalog, ved siden af det fælles.",
};

pub(in super::super) const SIG009: Explanation = Explanation {
    says: "Der ligger allerede en nøgle med det navn.",
    why: "Er den gamle hemmelige nøgle først væk, kan ingen underskrive med den igen.",
    example: "Kommandoen \"risiko key new\" er kørt to gange.",
    fix: "Brug den nøgle, der er, eller vælg et andet navn.",
};

pub(in super::super) const SIG010: Explanation = Explanation {
    says: "Vurderingen er, som den blev underskrevet, men journalen ved siden af er ikke.",
    why: "Underskriften gælder også, hvordan vurderingen blev til: hvem der svarede hvad og hvornår. Rettes det bagefter, kan ingen revision stole på historien.",
    example: "Nogen har slettet en linje i journalen, så det ikke ses, at et tal blev sat ned lige før godkendelsen.",
    fix: "Læg journalen tilbage, som den var ved underskriften, fra en sikkerhedskopi eller fra den, der underskrev. Ændringer, der er kommet til efter underskriften, er i orden.",
};
