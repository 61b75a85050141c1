//! What lies over the screen.

use crate::text::Lang;
use crate::text::words::counted;

/// What a text is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// A reason.
    Reason,
    /// Why something does not apply.
    NotApplicable,
    /// The risk owner.
    Owner,
    /// The note.
    Note,
    /// What to look for.
    Search,
}

/// Title and hint of a text that is written.
#[must_use]
pub fn purpose(lang: Lang, writing: Writing) -> (&'static str, &'static str) {
    let keys = lang.pick(
        "Enter gemmer, Ctrl-J er ny linje, Ctrl-O åbner jeres eget skriveprogram, Esc fortryder.",
        "Enter saves, Ctrl-J is a new line, Ctrl-O opens your own editor, Esc leaves it.",
    );
    match writing {
        Writing::Reason => (lang.pick("Begrundelse", "Reason"), keys),
        Writing::NotApplicable => {
            (lang.pick("Hvorfor er det ikke relevant?", "Why is it not relevant?"), keys)
        }
        Writing::Owner => (lang.pick("Hvem ejer risikoen?", "Who owns the risk?"), keys),
        Writing::Note => (lang.pick("Bemærkning", "Note"), keys),
        Writing::Search => (
            lang.pick("Søg efter nummer eller ord", "Search for a number or words"),
            lang.pick(
                "Enter beholder søgningen, Esc viser alle.",
                "Enter keeps the search, Esc shows all.",
            ),
        ),
    }
}

/// Title of the actions.
#[must_use]
pub fn actions_title(lang: Lang) -> &'static str {
    lang.pick("Håndtering og handlinger", "Treatment and actions")
}

/// Head of the treatments.
#[must_use]
pub fn treatment_head(lang: Lang) -> &'static str {
    lang.pick("Hvad gør I ved risikoen? (1-4)", "What do you do about the risk? (1-4)")
}

/// Head of the actions.
#[must_use]
pub fn actions_head(lang: Lang) -> &'static str {
    lang.pick(
        "Hvad skal der gøres? (ansvarlig; frist)",
        "What is to be done? (responsible; deadline)",
    )
}

/// The line for another action.
#[must_use]
pub fn new_action(lang: Lang) -> &'static str {
    lang.pick("+ ny handling", "+ new action")
}

/// Keys among the actions.
#[must_use]
pub fn actions_keys(lang: Lang) -> &'static str {
    lang.pick(
        "Enter skriver, Del sletter, Esc er færdig.",
        "Enter writes, Del deletes, Esc is done.",
    )
}

/// Keys while a part is written.
#[must_use]
pub fn writing_keys(lang: Lang) -> &'static str {
    lang.pick("Enter går videre, Esc stopper her.", "Enter goes on, Esc stops here.")
}

/// What is to be done.
#[must_use]
pub fn part_what(lang: Lang) -> &'static str {
    lang.pick("Hvad skal der gøres?", "What is to be done?")
}

/// Who does it.
#[must_use]
pub fn part_owner(lang: Lang) -> &'static str {
    lang.pick("Hvem gør det?", "Who does it?")
}

/// By when.
#[must_use]
pub fn part_deadline(lang: Lang) -> &'static str {
    lang.pick("Hvornår? (fx 1.3.2027)", "By when? (such as 2027-03-01)")
}

/// That a text is no day.
#[must_use]
pub fn no_day(lang: Lang) -> &'static str {
    lang.pick(
        "Det er ikke en dato. Skriv fx 1.3.2027.",
        "That is no date. Write one such as 2027-03-01.",
    )
}

/// Title of the measures.
#[must_use]
pub fn measures_title(lang: Lang) -> &'static str {
    lang.pick("Foranstaltninger, der findes i dag", "Measures in place today")
}

/// That the catalogue has none.
#[must_use]
pub fn no_measures(lang: Lang) -> &'static str {
    lang.pick("Kataloget har ingen til denne trussel.", "The catalogue has none for this threat.")
}

/// Keys among the measures.
#[must_use]
pub fn measures_keys(lang: Lang) -> &'static str {
    lang.pick(
        "Mellemrum vælger, Enter gemmer, Esc fortryder.",
        "Space chooses, Enter saves, Esc leaves it.",
    )
}

/// Title of the areas.
#[must_use]
pub fn areas_title(lang: Lang) -> &'static str {
    lang.pick("Vis et område", "Show an area")
}

/// Every area.
#[must_use]
pub fn all_areas(lang: Lang) -> &'static str {
    lang.pick("Alle områder", "All areas")
}

/// Title of the question whether to leave.
#[must_use]
pub fn leave_title(lang: Lang) -> &'static str {
    lang.pick("Noget er ikke gemt", "Something is not saved")
}

/// Whether to leave all the same.
#[must_use]
pub fn leave_question(lang: Lang) -> &'static str {
    lang.pick(
        "Den seneste ændring er ikke kommet i filen. Afslut alligevel? j: ja, enhver anden tast: prøv at gemme igen.",
        "The latest change has not reached the file. Leave all the same? y: yes, any other key: try to save again.",
    )
}

/// Title of what is carried.
#[must_use]
pub fn carry_title(lang: Lang) -> &'static str {
    lang.pick("Svaret fra sidste runde", "The answer of the last round")
}

/// Whether to take an answer over.
#[must_use]
pub fn carry_question(
    lang: Lang,
    (round, status, band): (&str, &str, &str),
    was_assessed: bool,
    undo: &str,
) -> String {
    let anew = match was_assessed {
        true => lang.pick(
            "Status bliver \"i gang\", til I selv siger, at den er vurderet i år. ",
            "Its status becomes \"in progress\" until you say that it is assessed this time. ",
        ),
        false => "",
    };
    match lang {
        Lang::Da => format!(
            "{round}: {status}, {band}. Tag tal og tekster med, som de stod? {anew}Det, der står nu, bliver \
             erstattet; {undo} fortryder. j: ja, enhver anden tast: nej."
        ),
        Lang::En => format!(
            "{round}: {status}, {band}. Take figures and texts over as they stood? {anew}What stands there now \
             is replaced; {undo} undoes it. y: yes, any other key: no."
        ),
    }
}

/// Title of what clashed.
#[must_use]
pub fn clashes_title(lang: Lang, fields: usize) -> String {
    let nouns = lang.pick(("felt", "felter"), ("field", "fields"));
    let fields = counted(lang, fields, nouns);
    match lang {
        Lang::Da => format!("I har begge ændret {fields}"),
        Lang::En => format!("You both changed {fields}"),
    }
}

/// What a clash is, and what stands now.
#[must_use]
pub fn clashes_explained(lang: Lang) -> &'static str {
    lang.pick(
        "En anden har samtidig skrevet noget andet. Jeres svar står i filen nu. Vælg det, der skal \
         gælde; begge svar bliver stående i historikken.",
        "Somebody else wrote something different at the same time. Your answer stands in the file now. \
         Choose what is to hold; both answers stay in the history.",
    )
}

/// What we wrote.
#[must_use]
pub fn our_value(lang: Lang) -> &'static str {
    lang.pick("Jeres svar", "Your answer")
}

/// What the others wrote.
#[must_use]
pub fn their_value(lang: Lang) -> &'static str {
    lang.pick("Den andens svar", "The other's answer")
}

/// Other answers than the ones at hand, too many to be shown.
#[must_use]
pub fn other_answers(lang: Lang) -> &'static str {
    lang.pick("andre svar", "other answers")
}

/// The keys where something clashed.
#[must_use]
pub fn clashes_keys(lang: Lang) -> &'static str {
    lang.pick(
        "↑↓: felt · 1: jeres svar · 2: den andens svar · Enter: færdig · Esc: behold jeres svar",
        "↑↓: field · 1: your answer · 2: the other's answer · Enter: done · Esc: keep your answers",
    )
}
