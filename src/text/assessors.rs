//! How the answers of several assessors are said.

use super::{Lang, counted};
use crate::engine::compare::{Assessed, WorthAMeeting};

/// Whose answers are laid side by side.
#[must_use]
pub fn title(lang: Lang, names: &[String]) -> String {
    let names = names.join(", ");
    lang.pick(
        format!("Vurderet hver for sig: {names}"),
        format!("Assessed apart from each other: {names}"),
    )
}

/// How many activities are worth a meeting.
#[must_use]
pub fn summary(lang: Lang, all: usize, worth: usize) -> String {
    let whole =
        counted(lang, all, lang.pick(("aktivitet", "aktiviteter"), ("activity", "activities")));
    match (lang, worth) {
        (Lang::Da, 0) => format!("{whole} vurderet. Der er ikke noget, I behøver at mødes om."),
        (Lang::En, 0) => format!("{whole} assessed. Nothing needs a meeting."),
        (Lang::Da, _) => {
            format!("{whole} vurderet; {worth} er værd at tale om. Om resten er I enige.")
        }
        (Lang::En, _) => {
            format!("{whole} assessed; {worth} are worth a talk. You agree on the rest.")
        }
    }
}

/// What there is to talk about; empty where they agree.
#[must_use]
pub fn worth(lang: Lang, assessed: &Assessed<'_>) -> String {
    let Some(worth) = assessed.worth else { return String::new() };
    match worth {
        WorthAMeeting::Bands => {
            let levels = usize::from(assessed.spread.unwrap_or_default());
            match lang {
                Lang::Da => {
                    format!("{} imellem", counted(lang, levels, ("niveau", "niveauer")))
                }
                Lang::En => format!("{} apart", counted(lang, levels, ("band", "bands"))),
            }
        }
        WorthAMeeting::FarApart => lang
            .pick("samme niveau, men tal langt fra hinanden", "same band, but figures far apart")
            .to_owned(),
        WorthAMeeting::Missing => {
            lang.pick("ikke vurderet af alle", "not rated by everybody").to_owned()
        }
    }
}
