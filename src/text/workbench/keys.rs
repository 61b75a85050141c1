//! What keys do.

use crate::text::Lang;

/// What digits do, in a word.
#[must_use]
pub fn sets_level(lang: Lang) -> &'static str {
    lang.pick("niveau", "level")
}

/// What digits do, in full.
#[must_use]
pub fn digits(lang: Lang) -> &'static str {
    lang.pick(
        "sæt niveauet under markøren; 0 tager det ud igen",
        "set the level under the cursor; 0 takes it out again",
    )
}

/// Title of the help.
#[must_use]
pub fn help_title(lang: Lang) -> &'static str {
    lang.pick("Taster (pile ruller, enhver anden lukker)", "Keys (arrows scroll, any other closes)")
}

/// What a key does, in a word or two, by the key of its action.
#[must_use]
pub fn action(lang: Lang, key: &str) -> &'static str {
    match key {
        "open" => lang.pick("åbn", "open"),
        "next-pane" => lang.pick("næste del", "next part"),
        "back" => lang.pick("tilbage", "back"),
        "reason" => lang.pick("begrund", "reason"),
        "threats" => lang.pick("trusler", "threats"),
        "measures" => lang.pick("foranst.", "measures"),
        "treatment" => lang.pick("håndter", "treat"),
        "not-applicable" => lang.pick("ikke relevant", "not relevant"),
        "finish" => lang.pick("færdig", "done"),
        "next-open" => lang.pick("næste", "next"),
        "search" => lang.pick("søg", "search"),
        "filter" => lang.pick("udvalg", "choice"),
        "area" => lang.pick("område", "area"),
        "undo" => lang.pick("fortryd", "undo"),
        "next-item" => lang.pick("næste punkt", "next item"),
        "previous-item" => lang.pick("forrige", "previous"),
        "decision" => lang.pick("beslutning", "decision"),
        "question" => lang.pick("spørgsmål", "question"),
        "treated" => lang.pick("behandlet", "gone through"),
        "present" => lang.pick("til stede", "present"),
        "help" => lang.pick("hjælp", "help"),
        "quit" => lang.pick("afslut", "leave"),
        _ => "",
    }
}

/// What a key does, in full, by the key of its action.
#[must_use]
pub fn action_in_full(lang: Lang, key: &str) -> &'static str {
    match key {
        "up" => lang.pick("op", "up"),
        "down" => lang.pick("ned", "down"),
        "left" => lang.pick("til venstre, og tilbage til listen", "left, and back to the list"),
        "right" => lang.pick("til højre: tallene ved en trussel", "right: the figures of a threat"),
        "page-up" => lang.pick("en side op", "a page up"),
        "page-down" => lang.pick("en side ned", "a page down"),
        "first" => lang.pick("til det første", "to the first"),
        "last" => lang.pick("til det sidste", "to the last"),
        "open" => lang.pick("åbn aktiviteten; i den: skriv", "open the activity; inside: write"),
        "back" => lang.pick("tilbage til listen", "back to the list"),
        "next-pane" => lang.pick("næste del af skærmen", "next part of the screen"),
        "previous-pane" => lang.pick("forrige del af skærmen", "part of the screen before"),
        "clear" => lang.pick("tag det ud, der står", "take out what stands there"),
        "reason" => lang.pick("skriv begrundelsen", "write the reason"),
        "threats" => lang.pick(
            "til truslerne; igen: alle, kataloget foreslår",
            "to the threats; again: all that the catalogue suggests",
        ),
        "measures" => lang.pick("vælg foranstaltninger, der findes", "choose measures in place"),
        "treatment" => lang.pick("håndtering og handlinger", "treatment and actions"),
        "not-applicable" => {
            lang.pick("ikke relevant, eller relevant igen", "not relevant, or relevant again")
        }
        "finish" => lang.pick(
            "aktiviteten er vurderet, eller ikke længere",
            "the activity is done, or no longer",
        ),
        "next-open" => lang.pick("næste, der ikke er færdig", "next one that is not done"),
        "search" => lang.pick("søg i listen", "search in the list"),
        "filter" => lang.pick(
            "udvalg: alle, mangler, skal håndteres, skal ses igen, ikke relevante",
            "choice: all, not done, to be treated, due for review, not applicable",
        ),
        "area" => lang.pick("vis kun et område", "show one area only"),
        "carry" => lang.pick(
            "tag svaret fra sidste runde med (--last)",
            "take the last round's answer over (--last)",
        ),
        "undo" => lang.pick("fortryd", "undo"),
        "redo" => lang.pick("gentag det, der er fortrudt", "make again what was undone"),
        "language" => lang.pick("dansk eller engelsk", "Danish or English"),
        "help" => lang.pick("denne hjælp", "this help"),
        "quit" => lang.pick("afslut; alt er gemt undervejs", "leave; everything has been saved"),
        of_meeting => crate::text::meeting::action_in_full(lang, of_meeting),
    }
}
