//! What has changed since the last round, and how others stand, in sentences.

use crate::domain::Band;
use crate::engine::compare::Summary;
use crate::text::Lang;
use crate::text::words::{band, count};

/// What has changed since a round: what was assessed both times, and what one of the two lacks. `worst` is
/// the method's worst band, with how many of the newly assessed stand in it.
#[must_use]
pub fn since(lang: Lang, round: &str, of: Summary, worst: Option<(&Band, usize)>) -> String {
    let (raised, lowered, both) =
        (count(lang, of.raised), count(lang, of.lowered), count(lang, of.both));
    let mut said = match (lang, of.both, of.raised + of.lowered) {
        (Lang::Da, 0, _) => {
            format!("Ingen aktivitet kan sammenlignes med {round}.")
        }
        (Lang::En, 0, _) => format!("No activity can be compared with {round}."),
        (Lang::Da, _, 0) => format!(
            "Siden {round} har ingen af de {both} aktiviteter, der er vurderet begge gange, skiftet risikoniveau."
        ),
        (Lang::En, _, 0) => format!(
            "Since {round} none of the {both} activities assessed both times has changed its band."
        ),
        (Lang::Da, _, _) => format!(
            "Siden {round} har {raised} af de {both} aktiviteter, der er vurderet begge gange, fået et højere risikoniveau og {lowered} et lavere."
        ),
        (Lang::En, _, _) => format!(
            "Since {round}, {raised} of the {both} activities assessed both times have got a worse band and {lowered} a milder one."
        ),
    };
    if of.only_right > 0 {
        said.push(' ');
        said.push_str(&newly_assessed(lang, of.only_right, worst));
    }
    if of.only_left > 0 {
        let gone = count(lang, of.only_left);
        said.push_str(&match lang {
            Lang::Da => format!(" {gone} er ikke længere vurderet."),
            Lang::En => format!(" {gone} no longer assessed."),
        });
    }
    if let Some(not) = not_comparable(lang, of) {
        said.push(' ');
        said.push_str(&not);
    }
    said
}

fn newly_assessed(lang: Lang, new: usize, worst: Option<(&Band, usize)>) -> String {
    let new = count(lang, new);
    let of_worst = worst.filter(|(_, number)| *number > 0).map(|(of, number)| {
        let (name, number) = (band(lang, of), count(lang, number));
        match lang {
            Lang::Da => format!(", heraf {number} med risikoniveauet {name}"),
            Lang::En => format!(", {number} of them {name}"),
        }
    });
    let of_worst = of_worst.unwrap_or_default();
    match lang {
        Lang::Da => format!("{new} er nyt vurderet{of_worst}."),
        Lang::En => format!("{new} newly assessed{of_worst}."),
    }
}

/// What cannot be compared, and what helps; nothing where all can.
fn not_comparable(lang: Lang, of: Summary) -> Option<String> {
    let not = count(lang, of.not_comparable);
    (of.not_comparable > 0).then(|| match lang {
        Lang::Da => format!("{not} kan ikke sammenlignes; risiko diff siger hvorfor."),
        Lang::En => format!("{not} cannot be compared; risiko diff says why."),
    })
}

/// How another municipality stands, in a sentence.
#[must_use]
pub fn against(lang: Lang, name: &str, of: Summary) -> String {
    let (raised, lowered, both) =
        (count(lang, of.raised), count(lang, of.lowered), count(lang, of.both));
    let mut said = match (lang, of.both) {
        (Lang::Da, 0) => format!("Mod {name}: ingen aktivitet kan sammenlignes."),
        (Lang::En, 0) => format!("Against {name}: no activity can be compared."),
        (Lang::Da, _) => format!(
            "Mod {name}: af de {both} aktiviteter, som begge har vurderet, ligger vi højere i {lowered} og lavere i {raised}."
        ),
        (Lang::En, _) => format!(
            "Against {name}: of the {both} activities that both have assessed, we stand worse in {lowered} and milder in {raised}."
        ),
    };
    if let Some(not) = not_comparable(lang, of) {
        said.push(' ');
        said.push_str(&not);
    }
    said
}

/// By which method two municipalities are laid side by side, where they do not use the same.
#[must_use]
pub fn read_through(
    lang: Lang,
    (own, theirs): (&str, &str),
    (name, common): (&str, &str),
) -> String {
    match lang {
        Lang::Da => format!(
            "Vi bruger {own}, og {name} bruger {theirs}. De to kolonner viser hver sin metode; højere og lavere er målt ved, at begge er læst gennem {common}."
        ),
        Lang::En => format!(
            "We use {own}, and {name} uses {theirs}. Each column shows its own method; worse and milder are measured by reading both through {common}."
        ),
    }
}

/// Our place among many, in a sentence: activities in which most others stand milder, and worse, of all
/// that can be compared.
#[must_use]
pub fn among(
    lang: Lang,
    municipalities: usize,
    (worse, milder, of): (usize, usize, usize),
) -> String {
    let [worse, milder, of, all] = [worse, milder, of, municipalities].map(|n| count(lang, n));
    match lang {
        Lang::Da => format!(
            "Blandt {all} kommuner: i {worse} af {of} aktiviteter ligger over halvdelen af kommunerne lavere end vi, og i {milder} ligger over halvdelen højere."
        ),
        Lang::En => format!(
            "Among {all} municipalities: in {worse} of {of} activities more than half of them stand milder than we do, and in {milder} more than half stand worse."
        ),
    }
}
