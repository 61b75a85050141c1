//! Reports and their templates, explained in Danish.

use super::super::Explanation;

pub(in super::super) const RPT001: Explanation = Explanation {
    says: "Logoet i rapportskabelonen kan ikke bruges.",
    why: "Logoet lægges ind i hver rapport. PNG kan vises ens i Word, PowerPoint, PDF og på en side, og et \
        meget stort billede ville gøre hver rapport stor.",
    example: "Logoet er gemt som JPEG eller SVG, eller det er det, trykkeriet fik, på 40 MB.",
    fix: "Gem logoet som almindelig PNG (8 bit pr. farve, ikke interlaced), højst 4 MB og 4 millioner \
        billedpunkter, i mappen med skabelonen.",
};

pub(in super::super) const RPT002: Explanation = Explanation {
    says: "Rapporten siger ikke det samme, som vurderingen siger nu.",
    why: "Nederst i rapporten står en kontrolsum over alt, hvad den fortæller. Den regnes ud igen, og de to \
        er ikke ens. Så er vurderingen ændret, siden rapporten blev skrevet, eller der kontrolleres med \
        noget andet, end den blev skrevet med.",
    example: "Direktionen fik rapporten i maj, og i juni blev tre aktiviteter vurderet igen.",
    fix: "Skriv en ny rapport. Skal den gamle kontrolleres, så brug vurderingen, som den var dengang, den \
        samme dag efter \"--as-of\", og de samme filer efter \"--since\" og \"--against\".",
};

pub(in super::super) const RPT003: Explanation = Explanation {
    says: "Kontrolsummen passer, men filen er ikke den, som risiko skrev.",
    why: "Den samme vurdering giver den samme fil, byte for byte. Er filen en anden, har nogen rettet i den, \
        eller den er gemt igen i et andet program, eller den er skrevet med en anden udgave af risiko.",
    example: "Rapporten er åbnet i Word og gemt igen, så Word har skrevet filen om.",
    fix: "Skriv rapporten igen med samme udgave, sprog og skabelon, og læs de to ved siden af hinanden.",
};

pub(in super::super) const RPT004: Explanation = Explanation {
    says: "Filen er ikke en rapport fra risiko, eller dens kontrolsum er væk.",
    why: "Uden kontrolsummen kan ingen se, hvilken vurdering rapporten bygger på.",
    example: "Der er peget på projektmappen fra risiko export i stedet for rapporten.",
    fix: "Peg på filen, som risiko report har skrevet. Fodnoten med kontrolsummen skal stå der endnu.",
};

pub(in super::super) const RPT005: Explanation = Explanation {
    says: "Skabelonens farve er så lys, at overskrifter i den ikke kan læses på hvidt papir.",
    why: "Alle skal kunne læse rapporten, også på print og med svagt syn. Derfor bliver farven gjort mørkere, til den kan \
        læses: en kontrast på 4,5 til 1 (WCAG 2.2).",
    example: "I skabelon.yml står colour: \"#ffee00\", en klar gul.",
    fix: "Vælg en mørkere af kommunens farver, eller lad den mørkere stå. Rapporten er rigtig i begge tilfælde.",
};
