//! Exchange files, explained in English.

use super::super::Explanation;

pub(in super::super) const SHR001: Explanation = Explanation {
    says: "The file is no exchange file that the program can read.",
    why: "An exchange file is the file of figures that \"risiko share\" writes. Half a file, or one of \
        another kind, would give a comparison that looks whole without being so.",
    example: "The file was saved from a mail that broke off, or it was written by \"risiko export\".",
    fix: "Ask the sender to send the file again. Its name ends with .risiko-share.json.",
};

pub(in super::super) const SHR002: Explanation = Explanation {
    says: "The checksum in the exchange file does not fit the rest of the file.",
    why: "The checksum is taken over everything else in the file. Where it does not fit, the file was \
        edited on the way, on purpose or by accident, and the figures may not be the sender's.",
    example: "Somebody opened the file in an editor and changed a likelihood from 3 to 2.",
    fix: "Ask the sender to write the file again and to send it without editing it. The sender can read \
        the checksum out over the phone; you see yours with \"risiko share --verify FILE\".",
};

pub(in super::super) const SHR003: Explanation = Explanation {
    says: "The sender assessed activities or threats that your catalogue does not have.",
    why: "The figures can be read, but you cannot see what they are about, and you have no answer to \
        put beside them.",
    example: "The sender uses the catalogue 2027.1 with activity 91, and you use 2026.1.",
    fix: "Get the newest release of risiko. Until then the number stands where the title would be.",
};

pub(in super::super) const SHR004: Explanation = Explanation {
    says: "The exchange file was not written, because nobody said yes to it.",
    why: "Before anything leaves the municipality, a person must see what goes along. In a script there \
        is nobody to ask.",
    example: "A script runs \"risiko share\" every night.",
    fix: "See what the file holds with \"--dry-run\" first. Then add \"--yes\" to the script.",
};
