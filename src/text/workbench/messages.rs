//! What is said at the bottom of the screen.

use crate::engine::NotCarried;
use crate::text::Lang;

/// That a digit means nothing here.
#[must_use]
pub fn no_level_here(lang: Lang) -> &'static str {
    lang.pick(
        "Her er intet niveau at sætte: gå til en konsekvens eller en trussel.",
        "There is no level to set here: go to a consequence or a threat.",
    )
}

/// That the scale has no such level.
#[must_use]
pub fn no_such_level(lang: Lang, top: u8) -> String {
    match lang {
        Lang::Da => format!("Skalaen går fra 1 til {top}."),
        Lang::En => format!("The scale goes from 1 to {top}."),
    }
}

/// That a reason was written for another level, and the key to write it anew.
#[must_use]
pub fn reason_for_another(lang: Lang, then: u8, key: &str) -> String {
    match lang {
        Lang::Da => format!("Begrundelsen er skrevet til {then}. Passer den stadig? {key}: ret"),
        Lang::En => format!("The reason was written for {then}. Does it still hold? {key}: change"),
    }
}

/// That a threat is relevant again, and what it counts with.
#[must_use]
pub fn relevant_again(lang: Lang, likelihood: Option<u8>) -> String {
    match (lang, likelihood) {
        (Lang::Da, Some(level)) => {
            format!("Truslen tæller med igen, med sandsynlighed {level} som før.")
        }
        (Lang::Da, None) => {
            "Truslen er relevant igen, men mangler en sandsynlighed: sæt et tal.".to_owned()
        }
        (Lang::En, Some(level)) => {
            format!("The threat counts again, with likelihood {level} as before.")
        }
        (Lang::En, None) => {
            "The threat is relevant again, but has no likelihood: set a digit.".to_owned()
        }
    }
}

/// That a text was pasted where none is written.
#[must_use]
pub fn nothing_to_paste_into(lang: Lang) -> &'static str {
    lang.pick(
        "Teksten er ikke sat ind: åbn først et felt, der kan skrives i (Enter).",
        "The text was not pasted: first open a field to write in (Enter).",
    )
}

/// What was worked on last, and the key to go on there.
#[must_use]
pub fn worked_on_last(lang: Lang, activity: &str, key: &str) -> String {
    match lang {
        Lang::Da => format!("{key}: fortsæt, hvor I slap: {activity}"),
        Lang::En => format!("{key}: go on where you left off: {activity}"),
    }
}

/// What an activity lacks to be assessed.
#[must_use]
pub fn missing_to_finish(lang: Lang, has_consequence: bool) -> &'static str {
    match has_consequence {
        true => lang.pick(
            "Ikke færdig: der mangler en sandsynlighed, så der er intet risikoniveau.",
            "Not done: a likelihood is missing, so there is no risk level.",
        ),
        false => lang.pick(
            "Ikke færdig: der mangler en konsekvens, så der er intet risikoniveau.",
            "Not done: a consequence is missing, so there is no risk level.",
        ),
    }
}

/// That Ctrl-C does not leave a text that is being written.
#[must_use]
pub fn still_written(lang: Lang) -> &'static str {
    lang.pick(
        "Teksten står der endnu: Enter gemmer den, Esc går uden.",
        "The text is still there: Enter saves it, Esc leaves without it.",
    )
}

/// That there is nothing to take back, or to make again.
#[must_use]
pub fn nothing_to_go_over(lang: Lang, back: bool) -> &'static str {
    match back {
        true => lang.pick(
            "Der er intet at fortryde. Tidligere ændringer tages tilbage med: risiko undo",
            "There is nothing to undo. Earlier changes are taken back with: risiko undo",
        ),
        false => lang.pick("Der er intet at gentage.", "There is nothing to make again."),
    }
}

/// That a step was taken back, or made again.
#[must_use]
pub fn gone_over(lang: Lang, back: bool, id: &str) -> String {
    match (lang, back) {
        (Lang::Da, true) => format!("Fortrudt i aktivitet {id}."),
        (Lang::Da, false) => format!("Gentaget i aktivitet {id}."),
        (Lang::En, true) => format!("Undone in activity {id}."),
        (Lang::En, false) => format!("Made again in activity {id}."),
    }
}

/// That somebody else changed the activity since; and the activity and key of the step that is next.
#[must_use]
pub fn changed_since(lang: Lang, back: bool, id: &str, next: Option<(&str, &str)>) -> String {
    let said = match (lang, back) {
        (Lang::Da, true) => {
            format!("Aktivitet {id} er ændret af en anden siden og fortrydes ikke her.")
        }
        (Lang::Da, false) => {
            format!("Aktivitet {id} er ændret af en anden siden og gentages ikke.")
        }
        (Lang::En, true) => {
            format!("Activity {id} was changed by somebody else since and is not undone here.")
        }
        (Lang::En, false) => {
            format!("Activity {id} was changed by somebody else since and is not made again.")
        }
    };
    let next = next.map(|(next, key)| match lang {
        Lang::Da => format!(" {key}: videre til {next}"),
        Lang::En => format!(" {key}: go on to {next}"),
    });
    said + &next.unwrap_or_default()
}

/// That a reason is needed.
#[must_use]
pub fn needs_reason(lang: Lang) -> &'static str {
    lang.pick(
        "Uden en begrundelse bliver det ikke gemt: ingen kunne senere se, om det stadig gælder.",
        "Without a reason it is not saved: nobody could see later whether it still holds.",
    )
}

/// That a key is for risks only.
#[must_use]
pub fn only_at_a_risk(lang: Lang) -> &'static str {
    lang.pick("Gå til en trussel først (t).", "Go to a threat first (t).")
}

/// That every activity of the list is done.
#[must_use]
pub fn nothing_open(lang: Lang) -> &'static str {
    lang.pick("Alle aktiviteter på listen er vurderet.", "Every activity of the list is assessed.")
}

/// That no earlier round was named.
#[must_use]
pub fn no_last_round(lang: Lang) -> &'static str {
    lang.pick(
        "Start med --last FIL for at se sidste runde.",
        "Start with --last FILE to see the last round.",
    )
}

/// Why the answer of the earlier round cannot be taken over.
#[must_use]
pub fn not_carried(lang: Lang, why: NotCarried) -> &'static str {
    match why {
        NotCarried::OtherMunicipality => lang.pick(
            "Sidste runde er en anden kommunes.",
            "The last round is another municipality's.",
        ),
        NotCarried::OtherMethod => lang.pick(
            "Sidste runde brugte en anden metode: dens niveauer betyder noget andet her.",
            "The last round used another method: its levels say something else here.",
        ),
        NotCarried::NotAnswered => lang.pick(
            "Sidste runde har intet svar om denne aktivitet.",
            "The last round has no answer about this activity.",
        ),
    }
}

/// That a reason needs a figure to stand at.
#[must_use]
pub fn needs_level(lang: Lang) -> &'static str {
    lang.pick(
        "Sæt først et niveau; så kan det begrundes.",
        "Set a level first; then it can be given a reason.",
    )
}

/// That no editor is named.
#[must_use]
pub fn no_editor(lang: Lang) -> &'static str {
    lang.pick(
        "Intet skriveprogram er valgt. Sæt EDITOR, fx EDITOR=nano.",
        "No editor is chosen. Set EDITOR, such as EDITOR=nano.",
    )
}

/// That the editor failed; the text is as before.
#[must_use]
pub fn editor_failed(lang: Lang, why: &str) -> String {
    match lang {
        Lang::Da => format!("Skriveprogrammet gik galt, og teksten er som før: {why}"),
        Lang::En => format!("The editor failed, and the text is as before: {why}"),
    }
}
