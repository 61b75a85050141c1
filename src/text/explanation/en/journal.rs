//! The journal, explained in English.

use super::super::Explanation;

pub(in super::super) const JRN001: Explanation = Explanation {
    says: "A line of the journal is no longer as the program wrote it.",
    why: "The journal must be able to show who changed what and when. Each line has a checksum \
        that is computed from the line. Where it does not fit, the line was edited afterwards, \
        and it may not show what happened.",
    example: "Somebody opened \"skovby-2026.risiko.log\" in an editor and wrote another name in \
        change 12.",
    fix: "Put a backup of the journal back, if you have one. The assessment itself stands in the \
        .yml file and is not changed by this. Without a backup the journal goes on, and the fault \
        stays visible to an auditor.",
};

pub(in super::super) const JRN002: Explanation = Explanation {
    says: "The lines of the journal do not follow from each other.",
    why: "Each line repeats the checksum of the line before. Where a line is missing, two are \
        swapped or one was rewritten, the chain breaks there, and that can be seen.",
    example: "Change 6 is followed by change 9: somebody deleted two lines. It also happens where \
        two copies of the folder were used separately and then put together.",
    fix: "Put a backup of the journal back, if you have one. Otherwise the journal goes on from \
        here.",
};

pub(in super::super) const JRN003: Explanation = Explanation {
    says: "A line of the journal cannot be read.",
    why: "The line was not written by the program, or by a newer release of it. What it told \
        cannot be shown.",
    example: "A mail or another program broke a long line in two.",
    fix: "Put a backup of the journal back, if you have one, or get the newest release of risiko.",
};

pub(in super::super) const JRN004: Explanation = Explanation {
    says: "The last line of the journal was written only halfway.",
    why: "The program was interrupted while writing: the power went, or the computer was shut \
        down. The change was not saved yet, and the file is as it was before.",
    example: "The laptop ran out of power in the middle of a meeting.",
    fix: "Nothing. See whether the last change is there, and enter it again otherwise. The half \
        line is removed the next time something is saved.",
};

pub(in super::super) const JRN005: Explanation = Explanation {
    says: "The assessment was changed by something other than risiko since the journal was last \
        written.",
    why: "It is fine to edit the file in an editor or to fetch a colleague's version through git. \
        But then nothing says who changed what. The program notices and writes the change to the \
        journal as a change outside risiko, so that the history is whole.",
    example: "Somebody edited a reason directly in skovby-2026.risiko.yml.",
    fix: "See with \"git diff\" or in a backup whether the change is as it should be. The next \
        time something is saved it enters the journal, and \"risiko undo\" can take it back.",
};

pub(in super::super) const JRN006: Explanation = Explanation {
    says: "A change is saved in the journal, but not in the assessment itself.",
    why: "The program always writes the journal first. If it was interrupted just afterwards, the \
        change is missing from the file. It is not lost: it is finished the next time something \
        is saved.",
    example: "The computer was switched off in the moment of saving.",
    fix: "Save something, or take the change back with \"risiko undo\". Then file and journal \
        agree again.",
};

pub(in super::super) const JRN007: Explanation = Explanation {
    says: "You asked to go over more changes than there are.",
    why: "The program goes only over changes that stand in the journal. What was done before the \
        journal began, and the making of the assessment, cannot be taken back.",
    example: "Somebody writes \"risiko undo 5\", and the journal has three changes.",
    fix: "See with \"risiko history\" what was changed, and name a smaller number.",
};

pub(in super::super) const JRN008: Explanation = Explanation {
    says: "A change cannot be taken back, because the journal is not whole.",
    why: "To go back the program must know what stood there before. Where that line is missing or \
        was edited, it would be a guess.",
    example: "One of the files of the journal was deleted.",
    fix: "See with \"risiko check --journal\" what is missing, and put a backup back.",
};

pub(in super::super) const JRN009: Explanation = Explanation {
    says: "The assessment has no journal yet.",
    why: "The journal begins the first time that the program saves something in the assessment. \
        It stands beside it, and its name ends with .log.",
    example: "The file came from a colleague who did not send the journal along.",
    fix: "Put the journal beside the assessment, if you have it. Otherwise it begins by itself.",
};

pub(in super::super) const JRN010: Explanation = Explanation {
    says: "A change that the program was interrupted in has now been finished.",
    why: "The program writes the journal before the file. Where the power went just in between, the \
        change stood in the journal only. It is not lost, and now it stands in both.",
    example: "The computer was switched off in the moment of saving.",
    fix: "Nothing. If the change should not have been there, take it back with \"risiko undo\".",
};
