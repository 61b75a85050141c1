//! What is said about signatures and keys.

use super::Lang;

/// Asked for the password of a key.
#[must_use]
pub fn password_question(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Da => format!("Adgangskode til {key}: "),
        Lang::En => format!("Password of {key}: "),
    }
}

/// Asked for the password that a new key is to have, the first time and once more.
#[must_use]
pub fn new_password_questions(lang: Lang) -> [&'static str; 2] {
    lang.pick(
        ["Ny adgangskode til nøglen: ", "Den samme adgangskode igen: "],
        ["New password of the key: ", "The same password once more: "],
    )
}

/// A key pair was made; `secret` and `public` are its files.
#[must_use]
pub fn key_made(lang: Lang, id: &str, secret: &str, public: &str) -> [String; 3] {
    match lang {
        Lang::Da => [
            format!("nøglen {id} er lavet"),
            format!(
                "{secret} er HEMMELIG: den, der har den, kan underskrive i dit navn. Læg den, hvor kun du kan læse den, aldrig i git eller en mail, og gem en kopi et sikkert sted"
            ),
            format!(
                "{public} er til alle: giv den videre, så andre kan efterprøve dine underskrifter"
            ),
        ],
        Lang::En => [
            format!("the key {id} was made"),
            format!(
                "{secret} is SECRET: whoever has it can sign in your name. Keep it where only you can read it, never in git or a mail, and keep a copy in a safe place"
            ),
            format!(
                "{public} is for everybody: pass it on, so that others can check what you sign"
            ),
        ],
    }
}

/// A file was signed.
#[must_use]
pub fn signed(lang: Lang, file: &str, key: &str) -> String {
    match lang {
        Lang::Da => format!("underskrevet med nøglen {key}: {file}"),
        Lang::En => format!("signed with the key {key}: {file}"),
    }
}

/// A signature holds.
#[must_use]
pub fn holds(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Da => format!("{file}: underskriften holder"),
        Lang::En => format!("{file}: the signature holds"),
    }
}

/// How far the journal was signed with the assessment.
#[must_use]
pub fn upto(lang: Lang, number: u64) -> String {
    match lang {
        Lang::Da => format!("til og med ændring {number}"),
        Lang::En => format!("up to change {number}"),
    }
}

/// What a signature that holds does not say: whose key it is.
#[must_use]
pub fn compare_keys(lang: Lang) -> &'static str {
    lang.pick(
        "Underskriften viser, at filen er, som nøglens ejer underskrev den. Hvem ejeren er, ved I kun, hvis I har fået nøglen ad en anden vej end filen; sammenlign den med den, I har.",
        "The signature shows that the file is as the owner of the key signed it. Who that is you know only if you got the key on another way than the file; compare it with the one you have.",
    )
}
