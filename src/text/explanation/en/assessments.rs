//! The content of an assessment, in English.

use super::super::Explanation;

pub(in super::super) const ASM001: Explanation = Explanation {
    says: "A figure in the file is not on the scale of the method that the file was made with.",
    why: "A level without a definition has no cell in the matrix, so the risk cannot be shown. \
        Nought is not a level either: it would make something unknown look harmless.",
    example: "The file says \"likelihood: 5\" in an assessment with four levels.",
    fix: "Correct the figure to one of the levels in the message. Where nobody has decided yet, \
        delete the line.",
};

pub(in super::super) const ASM002: Explanation = Explanation {
    says: "The file answers for an activity that is not in the catalogue.",
    why: "The answer has no title, area or threats, and would fall out of every total.",
    example: "The file says \"id: O3\" with the letter O instead of \"03\".",
    fix: "Correct the number to the one in the catalogue. If the file's catalogue is newer than \
        the program, get the latest version.",
};

pub(in super::super) const ASM003: Explanation = Explanation {
    says: "The file answers for a threat that is not in the catalogue.",
    why: "The threat decides which consequences count, so the answer cannot be scored.",
    example: "An activity has the threat \"T1O\", which ends in the letter O.",
    fix: "Correct the number, or move the answer to the closest threat in the catalogue.",
};

pub(in super::super) const ASM004: Explanation = Explanation {
    says: "The same activity, or the same threat of an activity, is answered twice.",
    why: "The two answers may differ, and the program does not choose for you.",
    example: "The file has two blocks with \"id: 74\", because two colleagues wrote in a copy \
        each.",
    fix: "Gather the answers in one block and delete the other.",
};

pub(in super::super) const ASM005: Explanation = Explanation {
    says: "The assessment was made with another version of the catalogue than the one in use now.",
    why: "Titles, threats and starting values may have changed. Your own figures are the same, \
        but what they rest on may have moved.",
    example: "The assessment of 2026 was made with catalogue 2026.1, and the program now brings \
        2027.1.",
    fix: "Nothing in the file has changed. Run \"risiko upgrade --dry-run\" to see which answers \
        need a look, and then without \"--dry-run\" to go to the new version.",
};

pub(in super::super) const ASM006: Explanation = Explanation {
    says: "The assessment was made with another version of the method than the one in use now.",
    why: "If scale or matrix changed, the same figures may give another band than the one \
        management saw at the time.",
    example: "The municipality corrected a cell of its own method and raised the version from 1 \
        to 2.",
    fix: "Look at the method with \"risiko method show\". If you agree with it, write the new \
        version into the file.",
};

pub(in super::super) const ASM007: Explanation = Explanation {
    says: "The activity has left the catalogue.",
    why: "The answer is not lost, but new assessments leave the activity out, and other \
        municipalities no longer answer for it.",
    example: "Activity 81 was retired in August 2025 and points to 73.",
    fix: "See whether the activity named in the message now covers what the answer was about. The \
        answer may stay where it is.",
};

pub(in super::super) const ASM008: Explanation = Explanation {
    says: "The file was written by a newer version of the program.",
    why: "It may hold information that this version does not know and would delete by accident.",
    example: "A colleague with a newer version sent you an assessment.",
    fix: "Get the latest version of risiko and open the file with that.",
};

pub(in super::super) const ASM009: Explanation = Explanation {
    says: "The list of perspectives leaves out the data subject.",
    why: "Under the General Data Protection Regulation it is the risk to the citizen that must be \
        assessed. The municipality and society may be added, but not put in their place.",
    example: "The file says \"perspectives: [organisation]\".",
    fix: "Add \"data-subject\" to the list.",
};

pub(in super::super) const ASM101: Explanation = Explanation {
    says: "The activity does not have enough figures yet for a risk to be shown.",
    why: "What is not assessed is unknown, and not green. It is therefore counted by itself \
        beside every total.",
    example: "Activity 12 has starting values for the consequence, but nobody has set a \
        likelihood.",
    fix: "Set the likelihood, directly or for each threat. Where the municipality does not do \
        this, mark the activity as not applicable with a reason.",
};

pub(in super::super) const ASM102: Explanation = Explanation {
    says: "The residual risk is set higher than the risk today.",
    why: "The residual risk is what is left when the actions are done. It cannot exceed the risk \
        you start from, so one of the figures must be wrong.",
    example: "The likelihood is 2 today, but 3 under \"residual\".",
    fix: "Correct the figure that is wrong. If the risk really is growing, that belongs in \
        today's figure.",
};

pub(in super::super) const ASM103: Explanation = Explanation {
    says: "The residual risk is lower than the risk today, but nothing in the answer explains how.",
    why: "A residual risk lowered for no reason makes the risk picture look better than it is. It \
        is among the first things an auditor asks about.",
    example: "The likelihood goes from 4 to 2, but no actions are filled in, and the risk is \
        accepted as it is. The measures that exist already count in today's figure.",
    fix: "Write the actions that were decided under \"actions\". If there are none, remove the \
        residual figures.",
};

pub(in super::super) const ASM104: Explanation = Explanation {
    says: "The municipality set a figure of its own, but did not say why.",
    why: "It is quite all right to leave the starting value when the grounds are known. Without \
        them neither management, nor next year's colleague, nor the authority can follow the \
        decision.",
    example: "The starting value for confidentiality is 4, the municipality set 2, and the reason \
        is empty.",
    fix: "Write a sentence about what is different with you. If you cannot find a reason, set the \
        figure back.",
};

pub(in super::super) const ASM105: Explanation = Explanation {
    says: "The risk is in a band where the method demands that something is done, but nothing has \
        been decided.",
    why: "A high risk to citizens must not be left lying without a decision. It has to be brought \
        down, or carried by a named manager.",
    example: "Activity 74 is red because of threat T07, and the field for treatment is empty.",
    fix: "Choose whether the risk is to be accepted, avoided, shared or mitigated, and write \
        actions with an owner and a deadline.",
};

pub(in super::super) const ASM106: Explanation = Explanation {
    says: "An activity, a threat or a figure is marked as not applicable without saying why.",
    why: "What is not applicable leaves the risk picture. Everyone should be able to see that \
        this is a decision and not a short cut.",
    example: "An activity has the status not applicable, but no reason.",
    fix: "Write the reason, such as \"The municipality runs no residential homes of its own\".",
};

pub(in super::super) const ASM107: Explanation = Explanation {
    says: "The date of the next review has passed.",
    why: "A risk assessment holds only as long as it resembles reality. New systems, new threats \
        and new law make it old.",
    example: "The activity was to be reviewed by 30 June, and today it is September.",
    fix: "Go through the figures with the person responsible and set a new date in \"review-by\".",
};

pub(in super::super) const ASM108: Explanation = Explanation {
    says: "The activity is marked as assessed, but some consequence figures are still the \
        catalogue's proposal.",
    why: "The starting value is an educated guess for an ordinary Danish municipality. The figure \
        is yours only when you have decided on it.",
    example: "The figure for availability comes from the catalogue, and nobody has confirmed it.",
    fix: "Go through the figures and confirm them, or set your own with a reason.",
};

pub(in super::super) const ASM109: Explanation = Explanation {
    says: "The likelihood has a figure, but no reason.",
    why: "Likelihood is the figure that people disagree about most. A sentence about incidents \
        and measures makes next year's talk shorter.",
    example: "Likelihood 3 for letters sent to the wrong person, with no word on how many there \
        were.",
    fix: "Write what the figure rests on, such as \"Four misdirected letters in 2025, new \
        template since March\".",
};

pub(in super::super) const ASM110: Explanation = Explanation {
    says: "The activity is reported as done, but a figure is missing, so the risk cannot be shown.",
    why: "The activity looks finished in the list and is missing from the risk picture all the \
        same. It should be found before the report goes to management.",
    example: "The status is assessed, but nobody has set a likelihood.",
    fix: "Set the missing figure, or set the status back to in progress.",
};

pub(in super::super) const ASM111: Explanation = Explanation {
    says: "An action has no owner or no deadline.",
    why: "An action that nobody owns is seldom carried out, and then the residual risk does not \
        hold either.",
    example: "\"Introduce log review\" stands as an action without name and date.",
    fix: "Write who does it, and when it will be done.",
};

pub(in super::super) const ASM112: Explanation = Explanation {
    says: "An activity of the catalogue is not in the assessment at all.",
    why: "If it is missing, nobody can see whether it was forgotten or left out on purpose, and \
        the comparison with others limps.",
    example: "The catalogue got a new activity after the assessment was made.",
    fix: "Assess the activity, or mark it as not applicable with a reason.",
};

pub(in super::super) const ASM113: Explanation = Explanation {
    says: "The activity has a direct likelihood that would give a higher band than the threats, \
        and as soon as one threat is rated, the threats decide.",
    why: "A single mild threat must not make a serious activity look harmless. The high figure \
        must have had a reason, and that is missing among the threats.",
    example: "You set the likelihood of the whole activity to 4 and later rated only the theft of \
        papers, which is unlikely.",
    fix: "Find the threat that the high figure was about, and rate it. If the figure was too high, \
        correct it.",
};

pub(in super::super) const ASM114: Explanation = Explanation {
    says: "Somebody has accepted the risk, but the answer has changed since, so it is not the risk \
        that was accepted.",
    why: "A signature holds for what was put forward. Otherwise a risk could grow behind the back \
        of whoever said yes.",
    example: "The director accepted a medium band in May. In August the likelihood was raised from \
        2 to 4, since there had been two incidents.",
    fix: "Put the risk forward again, and record the answer with risiko approve. Where the change \
        was a mistake, take it back with risiko undo; then the acceptance holds again.",
};

pub(in super::super) const ASM115: Explanation = Explanation {
    says: "The day that the acceptance held until has passed.",
    why: "Whoever says yes for a time often does so because something is on its way. When the time \
        is over, somebody must see whether it came.",
    example: "The risk of the old system was accepted until 1 November, when the new one was to be \
        in use.",
    fix: "Where the risk has been lowered, correct the figures. Where it is still there, decide \
        again with risiko approve.",
};

pub(in super::super) const ASM116: Explanation = Explanation {
    says: "An acceptance lacks a name or a role.",
    why: "A risk is accepted only when a person who answers for it has said yes. Nobody can ask \
        \"the management\".",
    example: "Under \"acceptance\", \"by\" is an empty text.",
    fix: "Write who accepts, and in which role, or remove the acceptance.",
};
