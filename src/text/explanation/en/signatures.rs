//! Signatures and keys, explained in English.

use super::super::Explanation;

pub(in super::super) const SIG001: Explanation = Explanation {
    says: "There is no signature beside the file: none of the same name with \"minisig\" behind.",
    why: "Without a signature nobody can see whether the file is the one that a named person stood for.",
    example: "The assessment was approved without \"--sign\", or the signature was not sent along.",
    fix: "Sign the assessment with \"risiko approve --sign\", or the catalogue with \"risiko catalog sign\". If it is signed, put the signature beside it.",
};

pub(in super::super) const SIG002: Explanation = Explanation {
    says: "The file is signed, but the public key that is needed to check it does not stand beside it.",
    why: "A signature says something only together with the key that made it.",
    example: "File and signature came by mail, and the key was forgotten.",
    fix: "Get the public key from whoever signed, best on another way than the file. Put it beside the file, or name it with \"--key\".",
};

pub(in super::super) const SIG003: Explanation = Explanation {
    says: "The file is signed with another key than those that are here, or the one named.",
    why: "Anybody can make a key and sign with it. It is the key that tells who it was.",
    example: "There is a new director with a new key, or somebody signed in the name of another.",
    fix: "Ask whoever should have signed which key it was. Get the public key from them directly.",
};

pub(in super::super) const SIG004: Explanation = Explanation {
    says: "The file is no longer the one that was signed; who and when is what the signature says itself.",
    why: "A signature covers every character of the file. Nobody signed what was changed since.",
    example: "The assessment was signed in spring, and in summer a deadline was corrected.",
    fix: "See the changes with \"risiko history\". If they are right, approve and sign again with \"risiko approve --sign\".",
};

pub(in super::super) const SIG005: Explanation = Explanation {
    says: "The file of the signature cannot be read, or somebody changed it.",
    why: "A damaged signature proves neither one thing nor the other.",
    example: "The signature was pasted into a mail and got line breaks in the middle.",
    fix: "Get the file of the signature again, or have it signed again.",
};

pub(in super::super) const SIG006: Explanation = Explanation {
    says: "The file named as a key is none, or only half of one.",
    why: "The secret key signs and the public key checks; they cannot change places.",
    example: "The file that ends in pub was named behind \"--sign\".",
    fix: "Name the secret key in order to sign, and the public key in order to check. A new pair is made with \"risiko key new\".",
};

pub(in super::super) const SIG007: Explanation = Explanation {
    says: "The key has a password, which was not typed or does not fit.",
    why: "The password is what stands between a copy of the key and a false signature.",
    example: "A script should sign at night with a key that has a password.",
    fix: "Run the command in a terminal window and type the password. For scripts a key can be made without one, with \"--no-password\"; then its file must be kept well.",
};

pub(in super::super) const SIG008: Explanation = Explanation {
    says: "The list of the catalogue is signed, but the files in the folder differ from those on it.",
    why: "A catalogue becomes figures in assessments. Each of its files must be the one that the publisher stood for.",
    example: "Somebody corrected a threat in their own copy of the catalogue.",
    fix: "Get the catalogue again. What a municipality changes belongs into its own catalogue, beside the shared one.",
};

pub(in super::super) const SIG009: Explanation = Explanation {
    says: "A key of that name is there already.",
    why: "Once the old secret key is gone, nobody can sign with it again.",
    example: "The command \"risiko key new\" was run twice.",
    fix: "Use the key that is there, or choose another name.",
};

pub(in super::super) const SIG010: Explanation = Explanation {
    says: "The assessment is as it was signed, but the journal beside it is not.",
    why: "The signature also holds for how the assessment came about: who answered what, and when. If that is edited afterwards, no audit can rely on the history.",
    example: "Somebody removed a line of the journal, so that nobody sees that a figure was lowered just before the approval.",
    fix: "Get the journal back as it was on signing, from a backup or from whoever signed. Changes that came after the signature are in order.",
};
