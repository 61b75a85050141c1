//! Catalogues (`CAT`), in English.

use super::super::Explanation;

pub(in super::super) const CAT001: Explanation = Explanation {
    says: "The catalogue refers to something that does not exist, such as an area, a threat or a \
        source.",
    why: "A reference into the void means that an activity lacks a threat or a source without \
        anybody seeing it.",
    example: "An activity suggests threat T99, but the catalogue ends before that.",
    fix: "Correct the reference, or add what it points to.",
};

pub(in super::super) const CAT002: Explanation = Explanation {
    says: "Two things in the catalogue have the same id.",
    why: "The answers of all municipalities point to the id. If two things share it, nobody knows \
        what was answered.",
    example: "Two activities both have number 74.",
    fix: "Give the new one a free number. A number that was in use is never used again for \
        something else.",
};

pub(in super::super) const CAT003: Explanation = Explanation {
    says: "A starting value in the catalogue lies outside the catalogue's own scale.",
    why: "The starting value goes into every new assessment, so a wrong one spreads.",
    example: "Confidentiality is 5, but the catalogue uses four levels.",
    fix: "Correct the figure to a level on the scale.",
};

pub(in super::super) const CAT004: Explanation = Explanation {
    says: "A threat in the catalogue does not say what it hits.",
    why: "The risk is found from the dimensions that the threat hits. A threat that hits nothing \
        would never give a risk.",
    example: "The threat \"Data not deleted\" has an empty list of dimensions and is not marked \
        as a breach of rights.",
    fix: "Name at least one dimension (confidentiality, integrity, availability), or mark the \
        threat as a breach of the data subject's rights.",
};

pub(in super::super) const CAT005: Explanation = Explanation {
    says: "One of the files that make up a catalogue is not there.",
    why: "Without the laws, for instance, the program cannot see whether the references to them \
        are right, and then it cannot answer for the rest.",
    example: "The folder has catalog.yml and activities, but no laws.yml.",
    fix: "Fetch the whole catalogue again, or name the right folder.",
};

pub(in super::super) const CAT006: Explanation = Explanation {
    says: "A KLE topic does not belong to exactly one activity in use.",
    why: "Whoever looks up a topic must get one answer. Two answers or none make the \
        figures of two municipalities differ.",
    example: "The line for 27.60.14 points to an activity that is retired.",
    fix: "Correct the line in kle-topics.csv so that the topic names the activity that has \
        the task now.",
};

pub(in super::super) const CAT007: Explanation = Explanation {
    says: "An entry of the catalogue lacks something that every entry of its kind must \
        have.",
    why: "The catalogue promises that each activity has been thought through. An empty \
        field looks like an answer.",
    example: "The activity has no typical systems, or it names only two threats where three to \
        eight belong.",
    fix: "Fill in the field. README in the catalogue's folder says what it needs.",
};

pub(in super::super) const CAT008: Explanation = Explanation {
    says: "The kinds of data that the entry names do not fit its legal basis.",
    why: "Special categories, civil registration numbers and criminal offences may only be \
        processed on a ground of their own. Where one stands without the other, one of \
        them is wrong.",
    example: "The entry names health, but article 9 is empty.",
    fix: "Find out which is right, correct the other, and give the reason in note.",
};

pub(in super::super) const CAT009: Explanation = Explanation {
    says: "No measure of the catalogue works on the threat.",
    why: "Whoever has rated the threat must be able to find something to do about it.",
    example: "A new threat about deepfakes was added, but no measure names it.",
    fix: "Write a measure, or add the threat to one that exists.",
};

pub(in super::super) const CAT010: Explanation = Explanation {
    says: "The measure names no threats, or one that it cannot work on.",
    why: "A measure without a threat looks like security but lowers no risk.",
    example: "Backup protects availability but names a threat that hits confidentiality only.",
    fix: "Correct the list of threats, or what the measure protects.",
};

pub(in super::super) const CAT011: Explanation = Explanation {
    says: "An entry does not stand where the order puts it.",
    why: "Entries in order are easy to find and give small, readable changes.",
    example: "Activity 73 stands after 74.",
    fix: "Move the entry.",
};

pub(in super::super) const CAT012: Explanation = Explanation {
    says: "Retired activities name each other as successor, so none of them ends at one in \
        use.",
    why: "Answers to a retired activity must be carried on. Here they would go round in a \
        ring.",
    example: "81 is replaced by 82, and 82 is replaced by 81.",
    fix: "Let the last one name an activity in use, or remove the successor.",
};

pub(in super::super) const CAT013: Explanation = Explanation {
    says: "A text of the catalogue has a fault that a program can see: needless blanks, a \
        missing full stop, an English word, or an opening that belongs to KL.",
    why: "The texts are read aloud in meetings and stand in the workbook. KL's own titles \
        are licensed and must not be in the catalogue.",
    example: "The description ends without a full stop.",
    fix: "Correct the text, in your own words.",
};

pub(in super::super) const CAT014: Explanation = Explanation {
    says: "An activity names a KLE group that is not in the list.",
    why: "The group ties the activity to the municipality's cases. One that does not exist \
        leads nowhere.",
    example: "It says 27.61, but the list has only 27.60.",
    fix: "Correct the group, or add it to kle-groups.csv if KLE has it now.",
};

pub(in super::super) const CAT015: Explanation = Explanation {
    says: "The catalogue has changed since its lock was made, but the version is the same.",
    why: "Assessments say which version they rest on. If one version means two things, \
        nobody can explain the figures any longer.",
    example: "A starting figure was corrected in 2026.1 without a new version.",
    fix: "Give the catalogue a new version in catalog.yml, describe the change in \
        CHANGELOG.md, and make the lock again.",
};

pub(in super::super) const CAT016: Explanation = Explanation {
    says: "An id that the catalogue once had is gone.",
    why: "Older assessments have answers under that id. An id is never deleted and never \
        used again for something else.",
    example: "Activity 81 was deleted from the file instead of being marked as retired.",
    fix: "Put the entry back, mark it as retired, and name its successor or the reason.",
};

pub(in super::super) const CAT017: Explanation = Explanation {
    says: "An entry of the local catalogue does not have one of the municipality's own numbers.",
    why: "Numbers without X belong to the shared catalogue. An own entry with such a number would be compared with something else.",
    example: "The municipality's own activity is called 91 instead of X01.",
    fix: "Number activities from X01, threats from TX01 and measures from MX01.",
};

pub(in super::super) const CAT018: Explanation = Explanation {
    says: "An override in the local catalogue changes nothing.",
    why: "Whoever wrote it probably meant to change a title, a text or a figure.",
    example: "The override of 74 has only a reason.",
    fix: "Write what is to be different, or delete the override.",
};

pub(in super::super) const CAT019: Explanation = Explanation {
    says: "KL's workbook has an activity that the catalogue does not know.",
    why: "KL may have added one since this version. The row is not taken, which is why it is listed.",
    example: "KL's workbook has a row 91.",
    fix: "Get a newer version of risiko, or add the activity as the municipality's own from X01.",
};

pub(in super::super) const CAT020: Explanation = Explanation {
    says: "KL's consequence is 0.",
    why: "What 0 means is not documented. The figure is kept, but the activity gets no starting value, since 0 must not look like a low risk.",
    example: "Activity 30 has 0 in column F.",
    fix: "Rate the consequence in the assessment.",
};

pub(in super::super) const CAT021: Explanation = Explanation {
    says: "KL's workbook has a consequence but no cross.",
    why: "The figure holds for confidentiality, integrity or availability by the crosses. Without one the program does not know where it belongs, and the catalogue keeps its own starting values.",
    example: "Activity 12 has 3 in column F but no crosses in G, H and I.",
    fix: "Set the cross in the workbook and import again, or rate the consequence in the assessment.",
};

pub(in super::super) const CAT022: Explanation = Explanation {
    says: "KL's workbook has no consequence in the row.",
    why: "The catalogue keeps its own starting values.",
    example: "Column F is empty for activity C.",
    fix: "Nothing, if that is meant. Otherwise write the figure in the workbook and import again.",
};

pub(in super::super) const CAT023: Explanation = Explanation {
    says: "KL has marked an activity as retired, but the catalogue still has it.",
    why: "KL may have changed the list since this version of the catalogue.",
    example: "KL's workbook says \"74 - UDGÅET\".",
    fix: "Ask where the task has gone. Mark the activity as not applicable if another one covers it.",
};

pub(in super::super) const CAT024: Explanation = Explanation {
    says: "KL's workbook lacks rows for some activities of the catalogue.",
    why: "Activities without a row keep the catalogue's own texts and starting values. The rows may have been deleted by mistake.",
    example: "Rows 40 to 50 are deleted in the municipality's copy.",
    fix: "Get the workbook from KL again if the rows should be there.",
};
