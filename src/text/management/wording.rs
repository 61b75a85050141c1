//! The texts of reports that a municipality may write in its own words, as they are shipped. A name in
//! braces is filled in: `{kommune}`, `{runde}`, `{dato}`, `{omraade}`.

use crate::domain::{Reader, Wording};
use crate::text::Lang;

/// A text as shipped.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one exhaustive list of texts")]
pub fn wording(lang: Lang, which: Wording) -> &'static str {
    match which {
        Wording::BoardTitle => lang.pick(
            "{kommune} Kommune {runde}: risikobilledet for direktionen",
            "{kommune} Municipality {runde}: the risk picture for the board",
        ),
        Wording::CouncilTitle => lang.pick(
            "{kommune} Kommune {runde}: borgernes oplysninger, orientering til byrådet",
            "{kommune} Municipality {runde}: citizens' data, a briefing for the council",
        ),
        Wording::DepartmentTitle => lang.pick(
            "{omraade}: risici og handlinger, {kommune} Kommune {runde}",
            "{omraade}: risks and actions, {kommune} Municipality {runde}",
        ),
        Wording::DpoTitle => lang.pick(
            "{kommune} Kommune {runde}: gennemgang for databeskyttelsesrådgiveren",
            "{kommune} Municipality {runde}: review for the data protection officer",
        ),
        Wording::RecordTitle => lang.pick(
            "{kommune} Kommune: fortegnelse over behandlingsaktiviteter",
            "{kommune} Municipality: record of processing activities",
        ),
        Wording::CouncilWhat => lang.pick(
            "Informationssikkerhed er, at borgernes oplysninger kun ses af dem, der har brug for dem, at \
             oplysningerne er rigtige, og at de er der, når en medarbejder skal bruge dem for at hjælpe. \
             Når det svigter, rammer det mennesker: en beskyttet adresse, der kommer ud, en ydelse, der \
             ikke bliver udbetalt, en journal, der er væk midt i en behandling.",
            "Information security means that only those who need citizens' data see them, that the data \
             are right, and that they are there when an employee needs them to help. When it fails, \
             people are hit: a protected address that gets out, a benefit that is not paid, a record \
             that is gone in the middle of a treatment.",
        ),
        Wording::CouncilRole => lang.pick(
            "Byrådet har det øverste ansvar for kommunens oplysninger. Det vælger ikke de tekniske \
             løsninger, men afgør, hvor stor en risiko kommunen vil leve med, og om der er penge og tid \
             til det, der skal gøres. Direktionen og cheferne står for arbejdet og fortæller byrådet, \
             hvordan det går.",
            "The council is ultimately responsible for the municipality's data. It does not choose \
             technical solutions; it decides how much risk the municipality will live with, and whether \
             there is money and time for what has to be done. The board and the heads of department do \
             the work and tell the council how it goes.",
        ),
        Wording::CouncilLimits => lang.pick(
            "Tallene er kommunens egen vurdering og ikke en måling. De viser, hvor vi tror, at det er \
             værst, så kræfterne kan bruges der. De er ingen garanti for, at intet sker. De enkelte \
             opgaver nævnes ikke her, fordi det kunne vise andre, hvor vi er sårbare.",
            "The figures are the municipality's own judgement and no measurement. They show where we \
             believe it is worst, so that the effort goes there. They do not guarantee that nothing \
             happens. The single tasks are not named here, since that could show others where we are \
             vulnerable.",
        ),
        Wording::RecordIntro => lang.pick(
            "Fortegnelsen følger databeskyttelsesforordningens artikel 30, stk. 1. Den bygger på det \
             fælles katalog, kommunens eget katalog og svarene i vurderingen. Hvor en oplysning mangler, \
             står der, at den mangler.",
            "The record follows article 30(1) of the GDPR. It is built from the shared catalogue, the \
             municipality's own catalogue and the answers of the assessment. Where something is missing, \
             it says so.",
        ),
        Wording::HeadingBrief => lang.pick("Kort sagt", "In short"),
        Wording::HeadingWorst => lang.pick("Det værste, og hvorfor", "What is worst, and why"),
        Wording::HeadingDecide => {
            lang.pick("Det skal afgøres eller accepteres", "To be decided or accepted")
        }
        Wording::HeadingTakes => lang.pick("Det kræver det", "What it takes"),
        Wording::HeadingChanged => lang.pick("Det er ændret", "What has changed"),
        Wording::HeadingOthers => lang.pick("I forhold til andre", "Compared with others"),
        Wording::HeadingSure => lang.pick("Så sikre er tallene", "How sure the figures are"),
        Wording::Footer => lang.pick("{kommune} Kommune, {runde}", "{kommune} Municipality, {runde}"),
    }
}

/// What a report tells a reader.
#[must_use]
pub fn for_reader(lang: Lang, reader: Reader) -> &'static str {
    match reader {
        Reader::Board => lang.pick(
            "Direktionen: en side om det værste, det, der skal afgøres, og det, det kræver; resten som bilag",
            "The board: a page on what is worst, what must be decided and what it takes; the rest as an annex",
        ),
        Reader::Council => lang.pick(
            "Byrådet: i almindeligt dansk, uden navne på opgaver, der kan vise en svaghed",
            "The council: in plain words, without names of tasks that could show a weakness",
        ),
        Reader::Department => lang.pick(
            "Et fagområde (--area): dets aktiviteter, ansvarlige og handlinger",
            "An area (--area): its activities, owners and actions",
        ),
        Reader::Dpo => lang.pick(
            "Databeskyttelsesrådgiveren: alt, med begrundelser, fund og konsekvensanalyser",
            "The data protection officer: everything, with reasons, findings and impact assessments",
        ),
        Reader::Record => lang.pick(
            "Fortegnelsen efter artikel 30, stk. 1, med huller markeret",
            "The record under article 30(1), with gaps marked",
        ),
    }
}

/// The forms that a report comes in.
#[must_use]
pub fn forms(lang: Lang, reader: Reader) -> &'static str {
    match reader {
        Reader::Board | Reader::Council => lang.pick(
            "html, pdf, docx, pptx, xlsx, md, json, csv",
            "html, pdf, docx, pptx, xlsx, md, json, csv",
        ),
        Reader::Department | Reader::Dpo | Reader::Record => lang
            .pick("html, pdf, docx, xlsx, md, json, csv", "html, pdf, docx, xlsx, md, json, csv"),
    }
}

/// How a municipality takes up the texts.
#[must_use]
pub fn about_templates(lang: Lang) -> &'static str {
    lang.pick(
        "risiko report --export-templates MAPPE skriver dem i en fil, som I retter; --template MAPPE bruger den. I filen står også farven, logoet og kontaktoplysninger.",
        "risiko report --export-templates FOLDER writes them to a file that you edit; --template FOLDER uses it. The file also has the colour, the logo and contact details.",
    )
}

/// Headers: reader, what it tells, forms.
#[must_use]
pub fn reader_columns(lang: Lang) -> [&'static str; 3] {
    lang.pick(["Valg", "Hvad den fortæller", "Former"], ["Choice", "What it tells", "Forms"])
}

/// Headers: key, text.
#[must_use]
pub fn wording_columns(lang: Lang) -> [&'static str; 2] {
    lang.pick(["Nøgle", "Tekst"], ["Key", "Text"])
}
