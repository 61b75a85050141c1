//! Meetings and minutes, explained in English.

use super::super::Explanation;

pub(in super::super) const MIN001: Explanation = Explanation {
    says: "There are no minutes beside the assessment, or none of that day.",
    why: "Minutes are made when you hold a meeting with \"risiko assess --meeting\". They stand in a \
        file of their own for each day, beside the assessment.",
    example: "The assessment was moved to a new folder and the minutes were left behind.",
    fix: "Hold a meeting first, write another day behind \"--date\", or put the file where the \
        assessment is. It is called as the assessment, such as \"skovby-2026.moede-2026-11-26.yml\".",
};

pub(in super::super) const MIN002: Explanation = Explanation {
    says: "The minutes are about another municipality, round or method than the assessment.",
    why: "Figures before and after a meeting mean something only beside the assessment they stood in.",
    example: "The minutes of 2025 were renamed and seem to belong to the round 2026.",
    fix: "Find the assessment that the meeting was about, and put the minutes beside it.",
};

pub(in super::super) const MIN003: Explanation = Explanation {
    says: "Meeting mode cannot begin, because there is no screen to show it on.",
    why: "At a meeting everybody looks at the screen while one person types. In a script nobody looks.",
    example: "The command is set to run every night, or what it says goes through a pipe.",
    fix: "Run the command in a terminal window itself. The minutes of an earlier meeting can be \
        written without a screen with \"risiko minutes\".",
};
