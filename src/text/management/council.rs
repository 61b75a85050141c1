//! Plain words for people who have not read a method: no jargon, and no name of a task.

use crate::domain::Band;
use crate::domain::Date;
use crate::engine::Coverage;
use crate::engine::compare::Summary;
use crate::text::words::{band, count};
use crate::text::{Lang, date};

/// Headings: what it is about, the council's role, how it stands, where, what has changed, others, what we
/// do, what the figures do not say.
#[must_use]
pub fn council_headings(lang: Lang) -> [&'static str; 8] {
    lang.pick(
        [
            "Hvad det handler om",
            "Byrådets rolle",
            "Sådan står det",
            "Hvor i kommunen",
            "Siden sidst",
            "I forhold til andre kommuner",
            "Det gør vi ved det",
            "Det siger tallene ikke",
        ],
        [
            "What it is about",
            "The role of the council",
            "How it stands",
            "Where in the municipality",
            "Since last time",
            "Compared with other municipalities",
            "What we do about it",
            "What the figures do not say",
        ],
    )
}

/// How the figures come about, and what the words mean.
#[must_use]
pub fn council_levels(lang: Lang, bands: &[Band]) -> String {
    let names: Vec<&str> = bands.iter().rev().map(|of| band(lang, of)).collect();
    let names = names.join(", ");
    match lang {
        Lang::Da => format!(
            "For hver opgave har de ansvarlige svaret på to ting: Hvor slemt går det ud over borgeren, hvis det går galt? Og hvor sandsynligt er det? De to svar giver tilsammen ét niveau: {names}."
        ),
        Lang::En => format!(
            "For each task those responsible have answered two things: how bad is it for the citizen if it goes wrong? And how likely is it? Together the two answers give one level: {names}."
        ),
    }
}

/// How it stands, in plain words: so many of so many in the worst level, and how many then.
#[must_use]
pub fn council_worst(
    lang: Lang,
    worst: &Band,
    (now, later, whole): (usize, usize, usize),
) -> String {
    let name = band(lang, worst);
    let [now_text, later, whole] = [now, later, whole].map(|n| count(lang, n));
    match (lang, now) {
        (Lang::Da, 0) => {
            format!("Ingen af de {whole} vurderede opgaver ligger på det højeste niveau, {name}.")
        }
        (Lang::En, 0) => {
            format!("None of the {whole} assessed tasks is at the worst level, {name}.")
        }
        (Lang::Da, _) => format!(
            "{now_text} af de {whole} vurderede opgaver ligger på det højeste niveau, {name}. Når det, vi har planlagt, er gjort, venter vi, at det er {later}."
        ),
        (Lang::En, _) => format!(
            "{now_text} of the {whole} assessed tasks are at the worst level, {name}. When what we have planned is done, we expect {later}."
        ),
    }
}

/// How much has been looked at.
#[must_use]
pub fn council_picture(lang: Lang, of: Coverage) -> String {
    let [assessed, whole, without] =
        [of.assessed, of.whole, of.not_applicable].map(|n| count(lang, n));
    let mut said = match lang {
        Lang::Da => format!(
            "Vi har vurderet {assessed} af de {whole} slags opgaver, hvor kommunen bruger oplysninger om mennesker."
        ),
        Lang::En => format!(
            "We have assessed {assessed} of the {whole} kinds of tasks in which the municipality uses data about people."
        ),
    };
    if of.not_applicable > 0 {
        said.push_str(&match lang {
            Lang::Da => format!(" {without} andre slags opgaver har kommunen ikke."),
            Lang::En => format!(" The municipality does not have {without} other kinds."),
        });
    }
    said
}

/// What has changed, without names.
#[must_use]
pub fn council_changed(
    lang: Lang,
    round: &str,
    of: Summary,
    worst: Option<(&Band, usize)>,
) -> String {
    let [raised, lowered, both, new] =
        [of.raised, of.lowered, of.both, of.only_right].map(|n| count(lang, n));
    let mut said = match lang {
        Lang::Da => format!(
            "Siden {round} er {lowered} af de {both} opgaver, vi har vurderet begge gange, blevet mindre risikable og {raised} mere risikable."
        ),
        Lang::En => format!(
            "Since {round}, {lowered} of the {both} tasks assessed both times have become less risky and {raised} more risky."
        ),
    };
    if of.only_right > 0 {
        let worst = worst.filter(|(_, number)| *number > 0).map(|(of, number)| {
            let (name, number) = (band(lang, of), count(lang, number));
            match lang {
                Lang::Da => format!(", og {number} af dem ligger på det højeste niveau, {name}"),
                Lang::En => format!(", and {number} of them at the worst level, {name}"),
            }
        });
        let worst = worst.unwrap_or_default();
        said.push_str(&match lang {
            Lang::Da => format!(" {new} har vi vurderet for første gang{worst}."),
            Lang::En => format!(" {new} we have assessed for the first time{worst}."),
        });
    }
    said
}

/// How others stand, without names of tasks: worse, milder, of how many.
#[must_use]
pub fn council_others(
    lang: Lang,
    others: &str,
    (worse, milder, of): (usize, usize, usize),
) -> String {
    if of == 0 {
        return match lang {
            Lang::Da => {
                format!("Vores tal kan ikke holdes op mod {others}: der måles forskelligt.")
            }
            Lang::En => {
                format!("Our figures cannot be held against {others}: they measure differently.")
            }
        };
    }
    let [worse, milder, of] = [worse, milder, of].map(|n| count(lang, n));
    match lang {
        Lang::Da => format!(
            "Holdt op mod {others}: af {of} opgaver, der kan sammenlignes, ligger vi højere i {worse} og lavere i {milder}. At ligge højere kan betyde, at vi er mere udsatte, eller at vi ser strengere på det."
        ),
        Lang::En => format!(
            "Held against {others}: of {of} tasks that can be compared we stand worse in {worse} and milder in {milder}. Standing worse can mean that we are more exposed, or that we judge more strictly."
        ),
    }
}

/// What is done: actions, of them with owner and deadline to come, overdue, and the last deadline.
#[must_use]
pub fn council_actions(
    lang: Lang,
    (all, planned, overdue): (usize, usize, usize),
    last: Option<Date>,
) -> String {
    let [all_text, planned_text, overdue_text] = [all, planned, overdue].map(|n| count(lang, n));
    if all == 0 {
        return lang
            .pick("Der er ikke planlagt noget endnu.", "Nothing is planned yet.")
            .to_owned();
    }
    let last = last.map(|day| date(lang, day));
    let mut said = match (lang, planned == all) {
        (Lang::Da, true) => format!(
            "{all_text} handlinger er planlagt, alle med en ansvarlig og en frist, der ikke er overskredet."
        ),
        (Lang::En, true) => format!(
            "{all_text} actions are planned, all with somebody responsible and a deadline to come."
        ),
        (Lang::Da, false) => format!(
            "{all_text} handlinger er planlagt. {planned_text} af dem har en ansvarlig og en frist, der ikke er overskredet."
        ),
        (Lang::En, false) => format!(
            "{all_text} actions are planned. {planned_text} of them have somebody responsible and a deadline to come."
        ),
    };
    if overdue > 0 {
        said.push_str(&match lang {
            Lang::Da => format!(" {overdue_text} er blevet forsinket."),
            Lang::En => format!(" {overdue_text} are late."),
        });
    }
    if let Some(last) = last {
        said.push_str(&match lang {
            Lang::Da => format!(" Den sidste skal være gjort {last}."),
            Lang::En => format!(" The last is due on {last}."),
        });
    }
    said
}

/// Whose the figures are: settled by the municipality, or suggested and not looked at yet.
#[must_use]
pub fn council_origins(lang: Lang) -> [&'static str; 2] {
    lang.pick(
        ["tal, vi selv har taget stilling til", "foreslåede tal, vi ikke har set på endnu"],
        ["figures that we have settled", "suggested figures not looked at yet"],
    )
}

/// Areas with so few tasks that their figures would name one.
#[must_use]
pub fn other_areas(lang: Lang) -> &'static str {
    lang.pick("Øvrige områder", "Other areas")
}

/// How many risks somebody has taken upon themselves by name.
#[must_use]
pub fn council_accepted(lang: Lang, accepted: usize, of: usize) -> String {
    let (accepted, of) = (count(lang, accepted), count(lang, of));
    match lang {
        Lang::Da => format!(
            "I {accepted} af {of} opgaver har en navngiven leder sagt ja til at leve med den risiko, der er."
        ),
        Lang::En => format!(
            "In {accepted} of {of} tasks a named head has agreed to live with the risk that there is."
        ),
    }
}
