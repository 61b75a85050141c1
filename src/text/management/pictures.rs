//! What pictures are called, and what they say to those who cannot see them.

use crate::text::Lang;

/// What pictures are called, and what they say in words: title and text.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one exhaustive list of texts")]
pub fn picture(lang: Lang, which: Picture, facts: &str) -> (String, String) {
    let (title, alt) = match which {
        Picture::Risk => lang.pick(
            (
                "Risikobilledet: hvor aktiviteterne står, og hvor det planlagte flytter dem hen",
                "Matrix med konsekvens opad og sandsynlighed mod højre. I hvert felt står, hvor mange aktiviteter der er i dag, og efter pilen hvor mange når det planlagte er gennemført.",
            ),
            (
                "The risk picture: where the activities stand, and where what is planned moves them",
                "Matrix with consequence upwards and likelihood to the right. Each cell says how many activities are there today and, after the arrow, how many when what is planned is done.",
            ),
        ),
        Picture::Areas => lang.pick(
            (
                "Risikoniveauer i hvert område",
                "En vandret søjle for hvert område, delt efter antal i hvert risikoniveau, det værste først.",
            ),
            (
                "Bands in each area",
                "A horizontal bar for each area, divided by the number in each band, worst first.",
            ),
        ),
        Picture::Change => lang.pick(
            (
                "Det er flyttet siden sidst",
                "En linje for hver aktivitet, der har skiftet risikoniveau: ringen er dengang, pilen peger på nu.",
            ),
            (
                "What has moved since last time",
                "A line for each activity whose band has changed: the ring is then, the arrow points to now.",
            ),
        ),
        Picture::Others => lang.pick(
            (
                "Vores plads blandt de andre",
                "En linje for hver aktivitet: prikkernes størrelse og tal viser, hvor mange kommuner der er i hvert risikoniveau; firkanten er os.",
            ),
            (
                "Our place among the others",
                "A line for each activity: size and number of the dots show how many municipalities are in each band; the square is us.",
            ),
        ),
        Picture::Bands => lang.pick(
            (
                "I dag, og når det planlagte er gjort",
                "To vandrette søjler, delt efter antal i hvert risikoniveau, det værste først: i dag, og når det planlagte er gjort.",
            ),
            (
                "Today, and when what is planned is done",
                "Two horizontal bars, divided by the number in each band, worst first: today, and when what is planned is done.",
            ),
        ),
        Picture::Rounds => lang.pick(
            (
                "Dengang og nu",
                "To vandrette søjler, delt efter antal i hvert risikoniveau, det værste først: sidste runde og denne.",
            ),
            (
                "Then and now",
                "Two horizontal bars, divided by the number in each band, worst first: the last round and this one.",
            ),
        ),
        Picture::Actions => lang.pick(
            (
                "Det flytter mest",
                "En linje for hver aktivitet med planlagte handlinger: risikoniveauet i dag, en pil, og risikoniveauet når alle dens handlinger er gennemført.",
            ),
            (
                "What moves most",
                "A line for each activity with planned actions: its band today, an arrow, and its band when all its actions are done.",
            ),
        ),
        Picture::Coverage => lang.pick(
            (
                "Så meget er vurderet, og på hvad",
                "To søjler: hvor mange aktiviteter der er vurderet, og hvor mange konsekvenstal der er kommunens egne.",
            ),
            (
                "How much is assessed, and on what",
                "Two bars: how many activities are assessed, and how many consequence figures are the municipality's own.",
            ),
        ),
        Picture::CouncilCoverage => lang.pick(
            (
                "Så meget er vurderet, og på hvad",
                "To søjler: hvor mange opgaver der er vurderet, og hvor mange af tallene for, hvor slemt det går ud over borgeren, vi selv har taget stilling til.",
            ),
            (
                "How much is assessed, and on what",
                "Two bars: how many tasks are assessed, and how many of the figures for how bad it is for the citizen we have settled ourselves.",
            ),
        ),
    };
    (title.to_owned(), format!("{alt} {facts}").trim_end().to_owned())
}

/// A picture of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// The matrix.
    Risk,
    /// Bands by area.
    Areas,
    /// Bands today and when done.
    Bands,
    /// Bands in two rounds.
    Rounds,
    /// What has moved.
    Change,
    /// Our place.
    Others,
    /// What the actions move.
    Actions,
    /// How much is assessed.
    Coverage,
    /// The same in the council's words.
    CouncilCoverage,
}

/// Small words in pictures: today, when done, assessed, not assessed, not relevant, own, starting, us.
#[must_use]
pub fn labels(lang: Lang) -> [&'static str; 10] {
    lang.pick(
        [
            "i dag",
            "efter det planlagte",
            "vurderet",
            "ikke vurderet",
            "ikke relevant",
            "egne tal",
            "udgangsværdier",
            "os",
            "Sandsynlighed",
            "Konsekvens",
        ],
        [
            "today",
            "when done",
            "assessed",
            "not assessed",
            "not applicable",
            "own figures",
            "starting figures",
            "us",
            "Likelihood",
            "Consequence",
        ],
    )
}
