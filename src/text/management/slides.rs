//! What a speaker says to a slide, in plain words.

use crate::text::Lang;

/// What a slide is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Talk {
    /// The front.
    Front,
    /// What information security is.
    What,
    /// The role of those in the room.
    Role,
    /// In short.
    Brief,
    /// Tasks by level, today and when what is planned is done.
    Bars,
    /// The risk picture.
    Risk,
    /// What is worst.
    Worst,
    /// The areas.
    Areas,
    /// What has changed.
    Changed,
    /// Others.
    Others,
    /// What it takes.
    Takes,
    /// What to decide.
    Decide,
    /// How sure it is.
    Sure,
    /// What the figures do not say.
    Limits,
}

/// Notes to a slide for the board, or in the council's words.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one exhaustive list of texts")]
pub fn slide_notes(lang: Lang, talk: Talk, is_council: bool) -> Vec<String> {
    let said: &[&str] = match (talk, is_council) {
        (Talk::Front, false) => lang.pick(
            &["Vi skal bruge en halv time: hvad der er værst, hvad det kræver, og hvad I skal tage stilling til i dag."],
            &["We need half an hour: what is worst, what it takes, and what you have to decide today."],
        ),
        (Talk::Front, true) => lang.pick(
            &["Vi fortæller, hvordan det står til med sikkerheden for borgernes oplysninger, og hvad vi gør ved det. Ingen forkundskaber er nødvendige."],
            &["We tell how safe citizens' data are, and what we do about it. No previous knowledge is needed."],
        ),
        (Talk::What, _) => lang.pick(
            &["Tag et eksempel, alle kender: en besked til en borger, der lander hos naboen. Det er ikke teknik, det er et menneske, der får sit privatliv vist frem."],
            &["Take an example that everybody knows: a letter to a citizen that lands at the neighbour's. That is not technology; it is a person whose private life is shown."],
        ),
        (Talk::Role, _) => lang.pick(
            &["Byrådet skal ikke vælge systemer. Det skal vide, hvor stor risikoen er, og sige, om den er for stor."],
            &["The council does not choose systems. It has to know how large the risk is, and say whether it is too large."],
        ),
        (Talk::Brief, _) => lang.pick(
            &["Læs linjerne højt. Resten af oplægget viser, hvad hver af dem bygger på."],
            &["Read the lines aloud. The rest of the talk shows what each of them rests on."],
        ),
        (Talk::Bars, _) => lang.pick(
            &["Øverst er det, som det står i dag; nederst det, vi venter, når det planlagte er gjort. Den stribe, der står længst til venstre, er den værste: bliver den kortere?"],
            &["Above is how it stands today; below what we expect when what is planned is done. The piece furthest to the left is the worst: does it get shorter?"],
        ),
        (Talk::Risk, _) => lang.pick(
            &[
                "Opad er det, hvor slemt det går ud over borgeren. Mod højre er det, hvor sandsynligt det er. Øverst til højre er værst.",
                "Tallet i feltet er antallet i dag; tallet efter pilen er det, vi venter, når det planlagte er gjort.",
            ],
            &[
                "Upwards is how bad it is for the citizen. To the right is how likely it is. The upper right is worst.",
                "The number in a cell is how many there are today; the number after the arrow is what we expect when what is planned is done.",
            ],
        ),
        (Talk::Worst, _) => lang.pick(
            &["Tag én ad gangen. Spørg den ansvarlige chef: passer det stadig, og hvad mangler du?"],
            &["Take one at a time. Ask the head responsible: is it still so, and what do you need?"],
        ),
        (Talk::Areas, false) => lang.pick(
            &["Et område med mange vurderede aktiviteter har flere farver end et med få. Se på, hvor stor en del der er høj, ikke kun på antallet."],
            &["An area with many assessed activities has more colours than one with few. Look at the share that is high, not only at the number."],
        ),
        (Talk::Areas, true) => lang.pick(
            &["Områder med meget følsomme oplysninger vil næsten altid ligge højest. Det er ikke et tegn på dårligt arbejde."],
            &["Areas with very sensitive data will nearly always stand worst. That is no sign of bad work."],
        ),
        (Talk::Changed, _) => lang.pick(
            &["Nævn en ting, der er blevet bedre, og hvad der gjorde den bedre. Nævn så den vigtigste, der er blevet værre."],
            &["Name one thing that has improved, and what improved it. Then name the most important that has got worse."],
        ),
        (Talk::Others, _) => lang.pick(
            &["At ligge højere end andre er ikke i sig selv en fejl. Enten er vi mere udsatte, eller også ser vi strengere på det. Forskellen er en grund til at spørge."],
            &["Standing worse than others is no fault in itself. Either we are more exposed, or we judge more strictly. The difference is a reason to ask."],
        ),
        (Talk::Takes, false) => lang.pick(
            &["Gå kun i dybden med dem, der mangler penge eller hænder. De andre kører."],
            &["Go into depth only with those that lack money or people. The others run."],
        ),
        (Talk::Takes, true) => lang.pick(
            &["Arbejdet er fordelt og har datoer. Byrådet hører om det igen næste år, og før, hvis noget går galt."],
            &["The work is shared out and has dates. The council hears of it again next year, and before if something goes wrong."],
        ),
        (Talk::Decide, _) => lang.pick(
            &["Et svar til hvert spørgsmål, før mødet slutter: gør noget, accepter med navn, eller udskyd til en dato. Accept skrives med risiko approve."],
            &["An answer to each question before the meeting ends: act, accept by name, or put it off to a date. An acceptance is written with risiko approve."],
        ),
        (Talk::Sure, _) => lang.pick(
            &["Sig det ærligt, hvis tallene endnu hviler på udgangsværdier. Et ukendt tal er ikke et lavt tal."],
            &["Say so honestly where the figures still rest on starting figures. An unknown figure is not a low one."],
        ),
        (Talk::Limits, _) => lang.pick(
            &["Slut af med det, byrådet kan gøre: spørge, hvordan det går med de største risici, og give arbejdet tid."],
            &["End with what the council can do: ask how it goes with the greatest risks, and give the work time."],
        ),
    };
    said.iter().map(|&line| line.to_owned()).collect()
}
