//! The journal, explained in Danish.

use super::super::Explanation;

pub(in super::super) const JRN001: Explanation = Explanation {
    says: "En linje i journalen er ikke længere, som programmet skrev den.",
    why: "Journalen skal kunne vise, hvem der ændrede hvad og hvornår. Hver linje har en \
        kontrolsum, som er regnet ud af linjen. Når den ikke passer, er der rettet i linjen \
        bagefter, og så viser den måske ikke, hvad der skete.",
    example: "Nogen har åbnet \"skovby-2026.risiko.log\" i en editor og skrevet et andet navn i \
        ændring 12.",
    fix: "Læg en sikkerhedskopi af journalen tilbage, hvis I har en. Vurderingen selv ligger i \
        .yml-filen og er ikke ændret af det. Har I ingen kopi, fortsætter journalen, og fejlen \
        bliver stående, så en revisor kan se den.",
};

pub(in super::super) const JRN002: Explanation = Explanation {
    says: "Linjerne i journalen følger ikke efter hinanden.",
    why: "Hver linje gentager kontrolsummen fra linjen før. Mangler der en linje, er to byttet \
        om, eller er en skrevet om, går kæden i stykker dér, og det kan ses.",
    example: "Ændring 6 efterfølges af ændring 9: nogen har slettet to linjer. Det sker også, når \
        to kopier af mappen er blevet brugt hver for sig og derefter lagt sammen.",
    fix: "Læg en sikkerhedskopi af journalen tilbage, hvis I har en. Ellers fortsætter journalen \
        herfra.",
};

pub(in super::super) const JRN003: Explanation = Explanation {
    says: "En linje i journalen kan ikke læses.",
    why: "Linjen er ikke skrevet af programmet, eller den er skrevet af en nyere udgave. Det, den \
        fortalte, kan ikke vises.",
    example: "En mail eller et andet program har brudt en lang linje i to.",
    fix: "Læg en sikkerhedskopi af journalen tilbage, hvis I har en, eller hent den nyeste udgave \
        af risiko.",
};

pub(in super::super) const JRN004: Explanation = Explanation {
    says: "Den sidste linje i journalen er kun skrevet halvt.",
    why: "Programmet blev afbrudt, mens det skrev: strømmen gik, eller computeren blev lukket. \
        Ændringen var endnu ikke gemt, og filen er, som den var før.",
    example: "Den bærbare løb tør for strøm midt i et møde.",
    fix: "Intet. Se efter, om den sidste ændring er med, og indtast den ellers igen. Den halve \
        linje bliver fjernet, næste gang noget gemmes.",
};

pub(in super::super) const JRN005: Explanation = Explanation {
    says: "Vurderingen er ændret af andre end risiko, siden journalen sidst blev skrevet.",
    why: "Det er tilladt at rette i filen med en editor eller at hente en kollegas udgave gennem \
        git. Men så står der ikke, hvem der ændrede hvad. Programmet ser det og skriver ændringen \
        i journalen som en ændring uden om risiko, så historien er hel.",
    example: "Nogen har rettet en begrundelse direkte i skovby-2026.risiko.yml.",
    fix: "Se med \"git diff\" eller i en sikkerhedskopi, om ændringen er, som den skal være. \
        Næste gang noget gemmes, kommer den i journalen, og \"risiko undo\" kan tage den tilbage.",
};

pub(in super::super) const JRN006: Explanation = Explanation {
    says: "En ændring er gemt i journalen, men ikke i selve vurderingen.",
    why: "Programmet skriver altid journalen først. Blev det afbrudt lige derefter, mangler \
        ændringen i filen. Den er ikke tabt: den bliver skrevet færdig, næste gang noget gemmes.",
    example: "Computeren blev slukket i det øjeblik, der blev gemt.",
    fix: "Gem noget, eller tag ændringen tilbage med \"risiko undo\". Derefter er fil og journal \
        ens igen.",
};

pub(in super::super) const JRN007: Explanation = Explanation {
    says: "I har bedt om at gå flere ændringer tilbage eller frem, end der er.",
    why: "Programmet går kun over ændringer, der står i journalen. Det, der blev lavet, før \
        journalen begyndte, og selve oprettelsen kan ikke tages tilbage.",
    example: "Nogen skriver \"risiko undo 5\", og journalen har tre ændringer.",
    fix: "Se med \"risiko history\", hvad der er ændret, og nævn et mindre tal.",
};

pub(in super::super) const JRN008: Explanation = Explanation {
    says: "En ændring kan ikke tages tilbage, fordi journalen ikke er hel.",
    why: "For at gå tilbage skal programmet vide, hvad der stod før. Mangler den linje, eller er \
        den ændret, ville det blive et gæt.",
    example: "En af journalens filer er slettet.",
    fix: "Se med \"risiko check --journal\", hvad der mangler, og læg en sikkerhedskopi tilbage.",
};

pub(in super::super) const JRN009: Explanation = Explanation {
    says: "Vurderingen har ingen journal endnu.",
    why: "Journalen begynder, første gang programmet gemmer noget i vurderingen. Den ligger ved \
        siden af og ender på .log.",
    example: "Filen er kommet fra en kollega, som ikke sendte journalen med.",
    fix: "Læg journalen ved siden af vurderingen, hvis I har den. Ellers begynder den af sig \
        selv.",
};

pub(in super::super) const JRN010: Explanation = Explanation {
    says: "En ændring, som programmet blev afbrudt i, er nu skrevet færdig.",
    why: "Programmet skriver journalen før filen. Gik strømmen lige imellem, stod ændringen kun i \
        journalen. Den er ikke tabt, og nu står den begge steder.",
    example: "Computeren blev slukket i det øjeblik, der blev gemt.",
    fix: "Intet. Skulle ændringen ikke have været med, så tag den tilbage med \"risiko undo\".",
};
