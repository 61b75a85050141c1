//! What to do about signatures and keys.

use super::Ways;
use crate::finding::{KeyPart, PasswordFault, SignedJournalFault};

pub(super) const NOT_SIGNED: Ways = (
    "underskriv en vurdering med: risiko approve --sign NØGLE, et katalog med: risiko catalog sign",
    "sign an assessment with: risiko approve --sign KEY, a catalogue with: risiko catalog sign",
);

pub(super) const PUBLIC_KEY_MISSING: Ways = (
    "bed den, der underskrev, om den offentlige nøgle (.pub), og læg den ved siden af, eller nævn den med --key",
    "ask whoever signed for the public key (.pub) and put it beside the file, or name it with --key",
);

pub(super) const OTHER_KEY: Ways = (
    "spørg ad en anden vej end den, filen kom, hvilken nøgle der er den rigtige",
    "ask on another way than the file came which key is the right one",
);

pub(super) const CHANGED: Ways = (
    "er ændringen i orden, så underskriv igen; ellers find filen frem, som den var",
    "if the change is right, sign again; otherwise get the file back as it was",
);

pub(super) const UNREADABLE: Ways = (
    "hent underskriften igen fra den, der satte den",
    "get the signature again from whoever made it",
);

pub(super) fn key_unreadable(part: KeyPart) -> Ways {
    match part {
        KeyPart::Secret => (
            "nævn filen med den hemmelige nøgle (.key); en ny laves med: risiko key new NAVN",
            "name the file of the secret key (.key); a new one is made with: risiko key new NAME",
        ),
        KeyPart::Public => (
            "nævn filen med den offentlige nøgle (.pub), som den blev lavet",
            "name the file of the public key (.pub), as it was made",
        ),
    }
}

pub(super) fn password(fault: PasswordFault) -> Ways {
    match fault {
        PasswordFault::NoTerminal => (
            "kør kommandoen i et terminalvindue; til scripts laves en nøgle uden adgangskode med: risiko key new NAVN --no-password",
            "run the command in a terminal window; for scripts a key without a password is made with: risiko key new NAME --no-password",
        ),
        PasswordFault::Wrong | PasswordFault::Differs => (
            "skriv den igen; store og små bogstaver er forskellige",
            "type it again; capitals and small letters differ",
        ),
        PasswordFault::Empty => (
            "skriv en adgangskode, eller vælg at være uden med --no-password",
            "type a password, or choose to have none with --no-password",
        ),
    }
}

pub(super) const FOLDER_CHANGED: Ways = (
    "hent kataloget igen fra den, der udgav det; er ændringen jeres egen, så underskriv igen med: risiko catalog sign",
    "get the catalogue again from whoever released it; if the change is your own, sign again with: risiko catalog sign",
);

pub(super) fn signed_journal(fault: SignedJournalFault) -> Ways {
    match fault {
        SignedJournalFault::Missing => (
            "hent journalen (.log) fra dem, vurderingen kom fra, og læg den ved siden af",
            "get the journal (.log) from where the assessment came and put it beside it",
        ),
        SignedJournalFault::Shorter | SignedJournalFault::Differs => (
            "læg en sikkerhedskopi af journalen, som den var ved underskriften, tilbage, og spørg, hvem der har haft filen åben",
            "put back a backup of the journal as it was on signing, and ask who has had the file open",
        ),
        SignedJournalFault::Broken => (
            "se, hvad det er, med: risiko check --journal",
            "see what it is with: risiko check --journal",
        ),
    }
}

pub(super) const KEY_EXISTS: Ways = (
    "vælg et andet navn; uden den gamle nøgle kan ingen underskrive som før",
    "choose another name; without the old key nobody can sign as before",
);
